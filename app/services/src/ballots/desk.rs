//! A ballot at the desk and on paper: handing out so that nobody votes twice across channels,
//! and typing what paper ballots say, by two different people (invariant 1; domain.md §5).
//!
//! *Sostegno*, *preferenze* and *bollini* are typed as totals of a lot, and balanced; of other
//! methods each paper ballot is typed. Either counts once a second person typed the same.

use domain::ballots::desk::{self, Channel};
use domain::ballots::paper::{self, Totals};
use domain::ballots::{Ballot, choice};
use domain::contributions::text;
use domain::events::{Details, Subject};
use domain::faults::{Fault, Refusal, What};
use domain::forms::Fields;
use domain::policy::{Facts, Operation, permit};
use domain::views::{DeskPage, PaperCard, Typed};
use store::ballot_papers::{self as papers, Paper};
use store::ballots::{self as kept, StoredBallot};
use store::forms_sent::{self, FormHash};
use store::{StoreError, Tx, chain, identity};
use uuid::Uuid;

use super::{find, head};
use crate::{Asking, Declined, Services, commit, receipts};

/// What became of what somebody typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Became {
    /// It waits for a second person.
    Waits,
    /// A second person typed the same: it counts.
    Counts,
    /// A second person typed something else: both are shown.
    Differs,
}

/// The desk of a ballot; `typing` is the number of the paper that is to be typed by a second
/// person.
///
/// # Errors
///
/// Who may neither hand out nor type has no desk.
pub async fn page(
    services: &Services,
    ask: &Asking,
    number: i64,
    typing: Option<i64>,
) -> Result<DeskPage, Declined> {
    let mut snapshot = services.look().await?;
    let stored = find(&mut snapshot, ask, number).await?;
    let facts = Facts::within(ask.ambito, &stored.round.round);
    let may = |operation| permit(&ask.actor, operation, &facts, ask.now).map(|_| ());
    let (may_hand, may_type) = (may(Operation::HandOutBallot), may(Operation::TypeBallots));
    for refusal in [&may_hand, &may_type].into_iter().filter_map(|may| may.as_ref().err()) {
        if matches!(refusal, Refusal::SignInNeeded | Refusal::NotYourRole) {
            return Err(refusal.clone().into());
        }
    }
    if stored.ballot.is_of_organisations() {
        return Err(Refusal::NotOpened.into());
    }
    let (handed_papers, handed_codes) = papers::handed(&mut snapshot, stored.id).await?;
    let me = ask.actor.person();
    let mut cards = Vec::new();
    for paper in papers::papers(&mut snapshot, stored.id).await? {
        let both = if paper.entries.len() > 1 { paper.entries.as_slice() } else { &[] };
        let typed = both.iter().map(|(_, content)| read(&stored.ballot, paper.id, content));
        cards.push(PaperCard {
            number: paper.number,
            label: paper.label.clone(),
            done: paper.done,
            mine: paper.entries.iter().any(|(person, _)| Some(*person) == me),
            typed: typed.collect::<Result<_, StoreError>>()?,
        });
    }
    Ok(DeskPage {
        head: head(&mut snapshot, ask, &stored).await?,
        handed_papers,
        handed_codes,
        may_hand,
        may_type,
        typing: typing.filter(|n| cards.iter().any(|card| card.number == *n && !card.done)),
        papers: cards,
    })
}

fn is_totals(ballot: &Ballot) -> bool {
    ballot.rules.on_paper().is_some()
}

fn read(ballot: &Ballot, paper: Uuid, content: &str) -> Result<Typed, StoreError> {
    let wrong = |error| StoreError::row("ballot_paper_entries", paper, error);
    if is_totals(ballot) {
        serde_json::from_str(content).map(Typed::Totals).map_err(wrong)
    } else {
        serde_json::from_str(content).map(Typed::Choice).map_err(wrong)
    }
}

/// Hands out a paper ballot, or a code to vote with: fields of [`desk`]. Returns the code, as it
/// is shown once. A second sending of the same form hands out nothing more.
///
/// # Errors
///
/// What is wrong with the fields; [`Refusal::VotedElsewhere`] where the person's account has
/// voted, or was handed something before.
pub async fn hand_out(
    services: &Services,
    ask: &Asking,
    number: i64,
    fields: &Fields,
    sending: &str,
) -> Result<Option<String>, Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let form = FormHash::of(sending);
    let stored = find(&mut tx, ask, number).await?;
    let facts = Facts::within(ask.ambito, &stored.round.round);
    let leave = permit(&ask.actor, Operation::HandOutBallot, &facts, ask.now)?;
    let handing = desk::parse(&stored.ballot, fields)?;
    // Of a form sent twice it is the same code again.
    let code = (handing.channel == Channel::Code).then(|| match &form {
        Some(_) => receipts::code_of_form(sending),
        None => receipts::fresh_code(&services.chance),
    });
    let shown = code.as_deref().map(receipts::grouped);
    if crate::made(&mut tx, form.as_ref()).await?.is_some() {
        return Ok(shown);
    }
    let mut person = None;
    if !handing.email.is_empty() {
        let found = identity::credentials(&mut tx, &handing.email).await?;
        let Some((found, _)) = found else {
            return Err(vec![Fault::new("email", What::NotAChoice)].into());
        };
        if kept::vote_of(&mut tx, stored.id, found.uuid()).await?.is_some()
            || papers::holds(&mut tx, stored.id, found).await?
        {
            return Err(Refusal::VotedElsewhere.into());
        }
        person = Some(found);
    }
    let id = uuid::Builder::from_random_bytes(services.chance.bytes()).into_uuid();
    let hash = code.as_deref().map(receipts::hash);
    papers::hand_out(&mut tx, &leave, stored.id, id, hash.as_ref(), person).await?;
    forms_sent::remember(&mut tx, &leave, form.as_ref(), id).await?;
    let details = Details { class: Some(handing.channel.code().to_owned()), ..Details::default() };
    chain::append(&mut tx, &leave, Subject::Ballot, stored.id.uuid(), &details).await?;
    commit(tx).await?;
    Ok(shown)
}

/// Types what paper ballots say: `label` of a new lot or paper, or `paper` for the number of one
/// that somebody typed before; with the fields of [`paper`] for totals, of [`choice`] for a
/// single ballot.
///
/// # Errors
///
/// Numbers that don't balance, with the difference; more people or papers than were handed a
/// paper ballot (fault at `persons`, or at `label`).
pub async fn type_in(
    services: &Services,
    ask: &Asking,
    number: i64,
    fields: &Fields,
) -> Result<Became, Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let stored = find(&mut tx, ask, number).await?;
    let facts = Facts::within(ask.ambito, &stored.round.round);
    let leave = permit(&ask.actor, Operation::TypeBallots, &facts, ask.now)?;
    let me = leave.person().ok_or(Refusal::SignInNeeded)?;
    if stored.ballot.is_of_organisations() {
        return Err(Refusal::NotOpened.into());
    }
    let all = papers::papers(&mut tx, stored.id).await?;
    let existing = match fields.text("paper") {
        "" => None,
        typed => {
            let number: i64 = typed.parse().map_err(|_| Declined::NotFound)?;
            let paper = all.iter().find(|paper| paper.number == number);
            Some(paper.ok_or(Declined::NotFound)?)
        }
    };
    if existing.is_some_and(|paper| paper.done) {
        return Err(Refusal::AlreadyDone.into());
    }
    let (content, totals) =
        typed(&mut tx, &stored, fields, (all.len(), existing.is_some())).await?;
    let id = match existing {
        Some(paper) => paper.id,
        None => {
            let id = uuid::Builder::from_random_bytes(services.chance.bytes()).into_uuid();
            let label = fields.text("label");
            papers::add(&mut tx, &leave, stored.id, id, label).await?;
            id
        }
    };
    papers::keep_entry(&mut tx, &leave, id, me, &content).await?;
    let others = |paper: &&Paper| -> Vec<String> {
        let by_others = paper.entries.iter().filter(|(person, _)| *person != me);
        by_others.map(|(_, content)| content.clone()).collect()
    };
    let others = existing.as_ref().map(others).unwrap_or_default();
    let became = if others.is_empty() {
        Became::Waits
    } else if others.contains(&content) {
        if totals.is_none() {
            let choice = serde_json::from_str(&content)
                .map_err(|error| StoreError::row("ballot_papers", id, error))?;
            kept::cast(&mut tx, &leave, stored.id, id, &choice).await?;
        }
        papers::settle(&mut tx, &leave, id, totals.as_ref()).await?;
        Became::Counts
    } else {
        Became::Differs
    };
    chain::append(&mut tx, &leave, Subject::Ballot, stored.id.uuid(), &Details::default()).await?;
    commit(tx).await?;
    Ok(became)
}

/// What was typed, as it is kept, checked against what was handed out. `papers` is how many
/// there are already, and whether this is one of them.
async fn typed(
    tx: &mut Tx,
    stored: &StoredBallot,
    fields: &Fields,
    (papers, existing): (usize, bool),
) -> Result<(String, Option<Totals>), Declined> {
    let mut faults = Vec::new();
    if !existing {
        text(&mut faults, "label", fields.text("label"), 200, 1);
    }
    let (handed, _) = papers::handed(tx, stored.id).await?;
    if is_totals(&stored.ballot) {
        match paper::parse(&stored.ballot, fields) {
            Ok(totals) => {
                let counted = papers::totals(tx, stored.id).await?;
                let counted: u32 = counted.iter().map(|totals| totals.persons).sum();
                let left = handed.saturating_sub(counted);
                if totals.persons > left {
                    let what = What::TooMany { most: left, found: totals.persons };
                    faults.push(Fault::new("persons", what));
                }
                if faults.is_empty() {
                    let content = serde_json::to_string(&totals).map_err(StoreError::from)?;
                    return Ok((content, Some(totals)));
                }
            }
            Err(wrong) => faults.extend(wrong),
        }
        return Err(faults.into());
    }
    let found = u32::try_from(papers + usize::from(!existing)).unwrap_or(u32::MAX);
    if found > handed {
        faults.push(Fault::new("label", What::TooMany { most: handed, found }));
    }
    match choice::parse(&stored.ballot, fields, None) {
        Ok(choice) if faults.is_empty() => {
            let content = serde_json::to_string(&choice.in_order()).map_err(StoreError::from)?;
            Ok((content, None))
        }
        Ok(_) => Err(faults.into()),
        Err(wrong) => {
            faults.extend(wrong);
            Err(faults.into())
        }
    }
}
