//! Declaring a ballot: everything before its round opens, nothing after (invariant 15).

use std::collections::BTreeMap;

use domain::ballots::ballot::BallotOption;
use domain::ballots::draft::{self, BallotDraft, Chosen};
use domain::ballots::electorate::methods;
use domain::ballots::rules::TieRule;
use domain::ballots::{Ballot, Rules};
use domain::events::{Details, Sealed, Subject};
use domain::faults::{Fault, Refusal, What};
use domain::forms::Fields;
use domain::policy::{Facts, Operation, permit};
use domain::rounds::Round;
use domain::views::BallotFormPage;
use store::ballots::{self as kept, NewBallot, Target};
use store::forms_sent::{self, FormHash};
use store::read::rounds::StoredRound;
use store::{Snapshot, chain, read, seals};

use super::find;
use crate::{Asking, Declined, Services, commit};

/// Which ballot a form is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// A new one in the round of this number.
    New(i64),
    /// The one of this number.
    Existing(i64),
}

/// Whether a ballot may be in a round of this kind at all.
pub(super) fn has_methods(round: &Round) -> Result<(), Refusal> {
    if methods(round.kind).is_empty() { Err(Refusal::NotOpened) } else { Ok(()) }
}

/// The round a form is about, with leave to prepare in it.
async fn round(
    snapshot: &mut Snapshot,
    ask: &Asking,
    which: Which,
) -> Result<(StoredRound, Option<kept::StoredBallot>), Declined> {
    let (number, stored) = match which {
        Which::New(number) => (number, None),
        Which::Existing(number) => {
            let stored = find(snapshot, ask, number).await?;
            (stored.round.number, Some(stored))
        }
    };
    let round = read::rounds::by_number(snapshot, ask.ambito, number).await?;
    Ok((round.ok_or(Declined::NotFound)?, stored))
}

/// What the form to declare a ballot shows, given what is in it.
///
/// # Errors
///
/// Why one may not prepare here, or not any more.
pub async fn form(
    services: &Services,
    ask: &Asking,
    which: Which,
    fields: &Fields,
) -> Result<BallotFormPage, Declined> {
    let mut snapshot = services.look().await?;
    let (round, stored) = round(&mut snapshot, ask, which).await?;
    let facts = Facts::within(ask.ambito, &round.round);
    permit(&ask.actor, Operation::PrepareBallot, &facts, ask.now)?;
    has_methods(&round.round)?;
    let mut chosen = Vec::new();
    for one in draft::chosen(fields) {
        let found = found(&mut snapshot, ask, &one).await?;
        chosen.push((one.id(), found.map(|(title, _)| title)));
    }
    let actions = store::actions::of_ambito(&mut snapshot, ask.ambito).await?;
    Ok(BallotFormPage {
        methods: methods(round.round.kind),
        number: stored.map(|stored| stored.number),
        clusters: kept::clusters(&mut snapshot, ask.ambito).await?,
        actions: actions.iter().filter(|a| a.public()).map(|a| a.reference()).collect(),
        chosen,
        round: round.reference(ask.now),
    })
}

/// What a form holds before anybody has written in it: the ballot as it is declared.
///
/// # Errors
///
/// [`Declined::NotFound`].
pub async fn written(services: &Services, ask: &Asking, which: Which) -> Result<Fields, Declined> {
    let Which::Existing(number) = which else { return Ok(Fields::default()) };
    let mut snapshot = services.look().await?;
    let stored = find(&mut snapshot, ask, number).await?;
    let ballot = &stored.ballot;
    let mut pairs: Vec<(String, String)> = Vec::new();
    let mut pair = |name: &str, value: String| pairs.push((name.to_owned(), value));
    pair("title", ballot.title.clone());
    pair("introduction", stored.introduction.clone());
    pair("method", ballot.rules.method().code().to_owned());
    pair("electorate", ballot.electorate.code().to_owned());
    pair("secrecy", ballot.secrecy.code().to_owned());
    if ballot.tokens {
        pair("tokens", "1".to_owned());
    }
    match ballot.rules {
        Rules::Support | Rules::Consent | Rules::Position | Rules::Statements => {}
        Rules::Preferences { most } => pair("most", most.to_string()),
        Rules::Dots { dots, most_each } => {
            pair("dots", dots.to_string());
            pair("most_each", most_each.to_string());
        }
        Rules::Ranking { most, equal } => {
            if let Some(most) = most {
                pair("most", most.to_string());
            }
            if equal {
                pair("equal", "1".to_owned());
            }
        }
        Rules::Budget { budget, utilities, most, .. } => {
            pair("budget", budget.to_string());
            pair("utilities", utilities.code().to_owned());
            if let Some(most) = most {
                pair("most", most.to_string());
            }
        }
    }
    let (mut own, mut contributions) = (Vec::new(), Vec::new());
    for option in &ballot.options {
        if let Some(cost) = option.cost {
            pair(&format!("cost-{}", option.id), cost.to_string());
        }
        match option.id.split_at_checked(1) {
            Some(("g", number)) => pair("cluster", number.to_owned()),
            Some(("a", number)) => pair("action", number.to_owned()),
            Some(("v", number)) => contributions.push(number.to_owned()),
            _ => own.push(option.title.clone()),
        }
    }
    pair("contribution", contributions.join(", "));
    pair("own", own.join("\n"));
    Ok(Fields::from_pairs(pairs))
}

/// What something put to the vote is called, and what it points at; `None` if there is no such
/// thing that everybody may read.
async fn found(
    snapshot: &mut Snapshot,
    ask: &Asking,
    chosen: &Chosen,
) -> Result<Option<(String, Option<Target>)>, Declined> {
    Ok(match chosen {
        Chosen::Own(_, words) => Some((words.clone(), None)),
        Chosen::Contribution(number) => kept::contribution(snapshot, ask.ambito, *number)
            .await?
            .map(|(id, title)| (title, Some(Target::Contribution(id)))),
        Chosen::Cluster(number) => store::merging::by_number(snapshot, ask.ambito, *number)
            .await?
            .filter(|cluster| cluster.life.at(ask.now).joins())
            .map(|cluster| (cluster.title, Some(Target::Cluster(cluster.id)))),
        Chosen::Action(number) => store::actions::by_number(snapshot, ask.ambito, *number)
            .await?
            .filter(|action| action.public())
            .map(|action| (action.reference().title, Some(Target::Action(action.id)))),
    })
}

/// A draft with what its options are called, and what the rule for ties asks of them.
async fn ballot(
    snapshot: &mut Snapshot,
    ask: &Asking,
    draft: BallotDraft,
) -> Result<(Ballot, BTreeMap<String, Target>), Declined> {
    let (mut options, mut targets, mut faults) = (Vec::new(), BTreeMap::new(), Vec::new());
    for one in &draft.options {
        let id = one.id();
        let Some((title, target)) = found(snapshot, ask, one).await? else {
            let field = match one {
                Chosen::Contribution(_) => "contribution",
                Chosen::Cluster(_) => "cluster",
                Chosen::Action(_) => "action",
                Chosen::Own(..) => "own",
            };
            faults.push(Fault::new(field, What::NotAChoice));
            continue;
        };
        let weight = match target {
            Some(target) => Some(kept::weight(snapshot, target).await?),
            None => None,
        };
        options.push(BallotOption {
            title,
            cost: draft.costs.get(&id).copied(),
            municipalities: weight.map(|weight| weight.municipalities),
            needs: weight.map(|weight| weight.needs),
            id: id.clone(),
        });
        if let Some(target) = target {
            targets.insert(id, target);
        }
    }
    let ballot = Ballot {
        title: draft.title,
        rules: draft.rules,
        electorate: draft.electorate,
        secrecy: draft.secrecy,
        tokens: draft.tokens,
        tie_rule: TieRule::Declared,
        options,
    };
    // Titles of options come from what they point at: what is wrong with one is of the choice.
    faults.extend(ballot.faults().into_iter().map(
        |fault| match fault.field.strip_prefix("title-") {
            Some(id) if id.starts_with('t') => Fault::new("own", fault.what),
            Some(_) => Fault::new("options", fault.what),
            None => fault,
        },
    ));
    if faults.is_empty() { Ok((ballot, targets)) } else { Err(faults.into()) }
}

/// Declares a ballot, or declares it anew, as long as its round isn't open. Returns its number.
/// A second sending of the same form returns the first one's.
///
/// # Errors
///
/// Everything that is wrong with the fields of [`draft`]; [`Refusal::BallotFrozen`] once the
/// round is open; [`Refusal::NotOpened`] for a method that the kind of round doesn't have.
pub async fn prepare(
    services: &Services,
    ask: &Asking,
    which: Which,
    fields: &Fields,
    sending: &str,
) -> Result<i64, Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let form = FormHash::of(sending);
    if let Some(first) = crate::made(&mut tx, form.as_ref()).await? {
        let first = kept::by_id(&mut tx, first.into()).await?;
        return Ok(first.ok_or(Declined::NotFound)?.number);
    }
    let (round, stored) = round(&mut tx, ask, which).await?;
    let facts = Facts::within(ask.ambito, &round.round);
    let leave = permit(&ask.actor, Operation::PrepareBallot, &facts, ask.now)?;
    has_methods(&round.round)?;
    let draft = draft::parse(fields)?;
    if !methods(round.round.kind).contains(&draft.rules.method()) {
        return Err(vec![Fault::new("method", What::NotAChoice)].into());
    }
    let introduction = draft.introduction.clone();
    let (ballot, targets) = ballot(&mut tx, ask, draft).await?;
    let id = match &stored {
        Some(stored) => stored.id,
        None => services.chance.id(ask.now),
    };
    let new = NewBallot {
        id,
        round: round.round.id,
        ballot: &ballot,
        introduction: &introduction,
        targets: &targets,
    };
    let number = match &stored {
        Some(stored) => {
            kept::revise(&mut tx, &leave, &new).await?;
            stored.number
        }
        None => kept::keep(&mut tx, &leave, &new).await?,
    };
    forms_sent::remember(&mut tx, &leave, form.as_ref(), id.uuid()).await?;
    let salt = services.chance.bytes();
    let sealed = seals::seal(&mut tx, &leave, Sealed::Ballot, id.uuid(), &salt).await?;
    let details = Details {
        class: Some(ballot.rules.method().code().to_owned()),
        others: vec![round.round.id.uuid()],
        sealed,
        ..Details::default()
    };
    chain::append(&mut tx, &leave, Subject::Ballot, id.uuid(), &details).await?;
    commit(tx).await?;
    Ok(number)
}
