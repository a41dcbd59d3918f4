//! Statements of a consultation: added and withdrawn by who runs it, voted on by participants, and
//! what the votes say once the synthesis has begun.
//!
//! How others vote is shown to nobody before: neither counts nor how many voted (invariant 14).
//! From then on a round can't be reopened, so there is one result, and it is the same for whoever
//! counts the exported file again (`trama opinions`).

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use domain::faults::{Fault, Refusal, What};
use domain::ids::RoundId;
use domain::opinions::{self, Reason, Stance, picture};
use domain::policy::{Facts, Operation, Permit, permit};
use domain::rounds::{Opening, RoundState};
use domain::statements::{self, MOST, Said, StatementDraft, WithdrawnWhy, shown, turn};
use domain::views::{Groups, May, OpinionsView, SaidView, StatementView, StatementsPage};
use store::forms_sent::{self, FormHash};
use store::read::rounds::StoredRound;
use store::statements::{NewStatement, StoredStatement};
use store::{Snapshot, StoreError, Tx, read};
use tokio::sync::OnceCell;

use crate::{Asking, Declined, Services, commit};

/// A round that has statements, or could have: one that is not announced is known only to who may
/// add to it.
async fn round_of(
    snapshot: &mut Snapshot,
    ask: &Asking,
    number: i64,
) -> Result<StoredRound, Declined> {
    let stored = read::rounds::by_number(snapshot, ask.ambito, number).await?;
    let stored = stored.ok_or(Declined::NotFound)?;
    let draft = stored.round.state(ask.now) == RoundState::Draft;
    if draft && may(ask, &stored, Operation::AddStatement).is_err() {
        return Err(Declined::NotFound);
    }
    Ok(stored)
}

fn may(ask: &Asking, stored: &StoredRound, operation: Operation) -> May {
    let facts = Facts::within(ask.ambito, &stored.round);
    permit(&ask.actor, operation, &facts, ask.now).map(|_| ())
}

/// Whether what was voted is shown: from the synthesis on.
pub(crate) const fn told(state: RoundState) -> bool {
    match state {
        RoundState::InSynthesis | RoundState::GivenBack | RoundState::Archived => true,
        RoundState::Draft
        | RoundState::Scheduled
        | RoundState::Open
        | RoundState::Suspended
        | RoundState::Closed => false,
    }
}

/// The statements of a round: to vote on, then with what was said.
pub async fn page(
    services: &Services,
    ask: &Asking,
    number: i64,
) -> Result<StatementsPage, Declined> {
    let mut snapshot = services.look().await?;
    let stored = round_of(&mut snapshot, ask, number).await?;
    let id = stored.round.id;
    let all = store::statements::of_round(&mut snapshot, id).await?;
    let may_add = may(ask, &stored, Operation::AddStatement);
    let opened = stored.round.level_for(Opening::Supports).is_some();
    if all.is_empty() && (may_add.is_err() || !opened) {
        return Err(Declined::NotFound);
    }
    let mine = match ask.actor.person() {
        Some(person) => store::statements::votes_of(&mut snapshot, id, person).await?,
        None => BTreeMap::new(),
    };
    let results = told(stored.round.state(ask.now));
    let kept = if results { store::statements::kept(&mut snapshot, id).await? } else { None };
    drop(snapshot);

    let mut views: Vec<StatementView> =
        all.into_iter().map(|one| view(one, &mine, results)).collect();
    if let Some(person) = ask.actor.person().filter(|_| !results) {
        let person = person.uuid();
        views.sort_by_key(|one| turn(person.as_bytes(), one.number));
    }
    views.sort_by_key(|one| one.withdrawn.is_some());
    let may_vote = crate::rounds::window(&stored.round, Opening::Supports, ask.now)
        .and_then(|()| may(ask, &stored, Operation::VoteOnStatement));
    let results = match kept {
        Some((participants, Some(matrix))) => Some(OpinionsView {
            participants: Some(participants),
            groups: services.opinions.groups(id, matrix).await?,
            exported: true,
        }),
        Some((_, None)) => {
            Some(OpinionsView { participants: None, groups: Groups::TooFew, exported: false })
        }
        None => None,
    };
    Ok(StatementsPage {
        round: stored.reference(ask.now),
        opens: stored.round.opens,
        closes: stored.round.closes,
        statements: views,
        may_vote,
        may_add,
        results,
    })
}

fn view(one: StoredStatement, mine: &BTreeMap<i64, Stance>, results: bool) -> StatementView {
    let said = |said: Said| SaidView {
        agree: shown(said.agree),
        disagree: shown(said.disagree),
        pass: shown(said.pass),
    };
    StatementView {
        number: one.number,
        mine: mine.get(&one.number).copied(),
        said: one.said.filter(|_| results).map(said),
        text: one.text,
        source: one.source,
        withdrawn: one.withdrawn,
    }
}

/// Adds a statement. Returns its number; a second sending of the same form returns the first's.
pub async fn add(
    services: &Services,
    ask: &Asking,
    number: i64,
    draft: &StatementDraft,
    sending: &str,
) -> Result<i64, Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let stored = round_of(&mut tx, ask, number).await?;
    let facts = Facts::within(ask.ambito, &stored.round);
    let permit = permit(&ask.actor, Operation::AddStatement, &facts, ask.now)?;
    let there = store::statements::of_round(&mut tx, stored.round.id).await?;
    let form = FormHash::of(sending);
    if let Some(made) = crate::made(&mut tx, form.as_ref()).await? {
        let made = there.iter().find(|one| one.id.uuid() == made);
        return made.map(|one| one.number).ok_or(Declined::NotFound);
    }
    let mut faults = Vec::new();
    if there.len() >= MOST {
        let most = u32::try_from(MOST).unwrap_or(u32::MAX);
        faults.push(Fault::new("statement", What::TooMany { most, found: most + 1 }));
    }
    let source = match draft.source {
        Some(source) => {
            let found =
                store::statements::source(&mut tx, ask.ambito, stored.round.id, source).await?;
            if found.is_none() {
                faults.push(Fault::new("source", What::NotAChoice));
            }
            found
        }
        None => None,
    };
    if !faults.is_empty() {
        return Err(faults.into());
    }
    let new = NewStatement {
        id: services.chance.id(ask.now),
        round: stored.round.id,
        text: &draft.text,
        source,
        salt: services.chance.bytes(),
    };
    let number = store::statements::add(&mut tx, &permit, &new).await?;
    forms_sent::remember(&mut tx, &permit, form.as_ref(), new.id.uuid()).await?;
    commit(tx).await?;
    Ok(number)
}

/// A statement of a round, with leave to do something to it.
async fn taken(
    tx: &mut Tx,
    ask: &Asking,
    round: i64,
    number: i64,
    operation: Operation,
) -> Result<(StoredStatement, Permit), Declined> {
    let stored = round_of(tx, ask, round).await?;
    let all = store::statements::of_round(tx, stored.round.id).await?;
    let one = all.into_iter().find(|one| one.number == number).ok_or(Declined::NotFound)?;
    let public = one.withdrawn.is_none();
    let facts = Facts { public, ..Facts::within(ask.ambito, &stored.round) };
    let permit = permit(&ask.actor, operation, &facts, ask.now)?;
    Ok((one, permit))
}

/// Withdraws a statement; it stays to be read, with the reason.
pub async fn withdraw(
    services: &Services,
    ask: &Asking,
    round: i64,
    number: i64,
    why: WithdrawnWhy,
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let (one, permit) = taken(&mut tx, ask, round, number, Operation::WithdrawStatement).await?;
    if one.withdrawn.is_some() {
        return Err(Refusal::AlreadyDone.into());
    }
    store::statements::withdraw(&mut tx, &permit, one.id, why).await?;
    commit(tx).await
}

/// What the person who asks says of a statement, in place of what they said before.
pub async fn vote(
    services: &Services,
    ask: &Asking,
    round: i64,
    number: i64,
    stance: Stance,
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let (one, permit) = taken(&mut tx, ask, round, number, Operation::VoteOnStatement).await?;
    let person = permit.person().ok_or(Refusal::SignInNeeded)?;
    store::statements::vote(&mut tx, &permit, one.id, person, stance).await?;
    commit(tx).await
}

/// Takes it back. Not said, nothing happens.
pub async fn take_back(
    services: &Services,
    ask: &Asking,
    round: i64,
    number: i64,
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let (one, permit) =
        taken(&mut tx, ask, round, number, Operation::WithdrawStatementVote).await?;
    let person = permit.person().ok_or(Refusal::SignInNeeded)?;
    if store::statements::take_back(&mut tx, &permit, one.id, person).await? {
        commit(tx).await?;
    }
    Ok(())
}

/// Fixes what was voted in a round, when its synthesis begins, and again before its keys are cut
/// if it has not been. A round without statements has nothing to fix.
pub(crate) async fn fix(
    services: &Services,
    tx: &mut Tx,
    permit: &Permit,
    round: RoundId,
) -> Result<(), Declined> {
    if store::statements::kept(tx, round).await?.is_some() {
        return Ok(());
    }
    let all = store::statements::of_round(tx, round).await?;
    let standing: Vec<i64> =
        all.iter().filter(|one| one.withdrawn.is_none()).map(|one| one.number).collect();
    if standing.is_empty() {
        return Ok(());
    }
    let votes = store::statements::votes(tx, round).await?;
    let fixed = statements::fix(&standing, &votes, |_| services.chance.bytes());
    Ok(store::statements::keep(tx, permit, round, &fixed).await?)
}

/// The votes of a round as a file, once its synthesis has begun and if thirty people voted.
pub async fn export(services: &Services, ask: &Asking, number: i64) -> Result<String, Declined> {
    let mut snapshot = services.look().await?;
    let stored = round_of(&mut snapshot, ask, number).await?;
    if !told(stored.round.state(ask.now)) {
        return Err(Declined::NotFound);
    }
    let kept = store::statements::kept(&mut snapshot, stored.round.id).await?;
    kept.and_then(|(_, matrix)| matrix).ok_or(Declined::NotFound)
}

/// Opinion groups of rounds whose votes are fixed: worked out once, when first asked for, and
/// shared by all clones. They follow from the kept matrix alone.
#[derive(Debug, Clone, Default)]
pub struct Opinions(Arc<Mutex<HashMap<RoundId, Arc<OnceCell<Groups>>>>>);

impl Opinions {
    /// The groups of a round with this matrix. Whoever asks first waits for them; who goes away
    /// meanwhile does not stop the count.
    async fn groups(&self, round: RoundId, matrix: String) -> Result<Groups, Declined> {
        let cell = {
            let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            known.entry(round).or_default().clone()
        };
        if let Some(groups) = cell.get() {
            return Ok(groups.clone());
        }
        let counted = tokio::spawn(async move {
            let count = || tokio::task::spawn_blocking(move || grouped(&matrix));
            cell.get_or_try_init(count).await.cloned()
        });
        match counted.await {
            Ok(Ok(groups)) => Ok(groups),
            Ok(Err(error)) | Err(error) => {
                Err(StoreError::row("opinions", round.uuid(), error).into())
            }
        }
    }
}

/// The groups of an exported matrix, as a page shows them.
fn grouped(matrix: &str) -> Groups {
    let Ok(exported) = opinions::read(matrix.as_bytes()) else { return Groups::TooFew };
    let opinions = opinions::group(&exported.matrix);
    match (opinions.reason, picture::picture(&opinions)) {
        (Some(Reason::NoDivision), _) => Groups::NoDivision,
        (Some(Reason::TooFewPeople), _) | (None, None) => Groups::TooFew,
        (None, Some(picture)) if picture.weak => Groups::Weak,
        (None, Some(picture)) => Groups::Drawn(Box::new(picture)),
    }
}
