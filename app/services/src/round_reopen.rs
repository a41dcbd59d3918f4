//! A closed round is opened once more (domain.md §8, case 10; §2.7, invariant 16): by the
//! Coordinatore, with a reason, for another window. What had closed is kept as it stood, and who
//! took part is told that they may change.

use chrono::NaiveDateTime;
use domain::events::Sealed;
use domain::messages::MessageKind;
use domain::policy::{Facts, Operation, permit};
use domain::rounds::RoundMark;
use domain::rounds::ledger::Ledger;
use domain::rounds::snapshot::{SUPPORTED, Snapshot as Closed, Supported};
use domain::rounds::windows::{WindowKind, end_of, reopening_faults};
use domain::suppression;
use domain::time::cut;
use domain::views::{ClosedView, ReopenPage};
use store::read::rounds::StoredRound;
use store::read::{self, Sight};
use store::round_design::Turn;
use store::{Snapshot, identity};
use uuid::Uuid;

use crate::{Asking, Declined, Services, commit, times};

/// What stands in a round now.
async fn standing(
    snapshot: &mut Snapshot,
    ask: &Asking,
    stored: &StoredRound,
) -> Result<Closed, Declined> {
    let id = stored.round.id;
    let heard = read::rounds::heard(snapshot, ask.ambito, id).await?;
    let most = i64::try_from(SUPPORTED).unwrap_or(i64::MAX);
    let supported = read::report::supported(snapshot, id, most).await?;
    let supported = read::contributions::cards(snapshot, &supported, Sight::Public).await?;
    Ok(Closed {
        needs: heard.needs,
        proposals: heard.proposals,
        comments: read::report::comments(snapshot, id).await?,
        answered: heard.needs + heard.proposals - heard.unanswered,
        standings: read::report::standings(snapshot, id).await?,
        supported: supported
            .into_iter()
            .map(|one| Supported {
                kind: one.card.contribution.kind,
                number: one.card.contribution.number,
                supporters: one.card.supports,
            })
            .collect(),
    })
}

/// What the Coordinatore sees before a round is opened once more.
pub async fn form(services: &Services, ask: &Asking, number: i64) -> Result<ReopenPage, Declined> {
    let mut snapshot = services.look().await?;
    let stored = read::rounds::by_number(&mut snapshot, ask.ambito, number).await?;
    let stored = stored.ok_or(Declined::NotFound)?;
    let facts = Facts::within(ask.ambito, &stored.round);
    permit(&ask.actor, Operation::ReopenRound, &facts, ask.now)?;
    let closed = standing(&mut snapshot, ask, &stored).await?;
    let told = identity::participants(&mut snapshot, ask.ambito, stored.round.id).await?;
    let told = suppression::people(u32::try_from(told.len()).unwrap_or(u32::MAX));
    let said = closed.needs + closed.proposals;
    Ok(ReopenPage { card: stored.card(ask.now, said), ledger: closed.standings.ledger(), told })
}

/// Opens a closed round once more, from now until `closes` (on the clock of the Ambito).
///
/// # Errors
///
/// Faults of `reason` and `closes_date`; [`domain::faults::Refusal::AlreadyDone`] from every state
/// but *chiuso*.
pub async fn reopen(
    services: &Services,
    ask: &Asking,
    number: i64,
    reason: &str,
    closes: Option<NaiveDateTime>,
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let stored = read::rounds::by_number(&mut tx, ask.ambito, number).await?;
    let stored = stored.ok_or(Declined::NotFound)?;
    let facts = Facts::within(ask.ambito, &stored.round);
    let leave = permit(&ask.actor, Operation::ReopenRound, &facts, ask.now)?;
    let zone = times::zone(&mut tx, ask.ambito).await?;
    let faults = reopening_faults(reason, closes, times::local(zone, ask.now));
    let (Some(closes), true) = (closes, faults.is_empty()) else { return Err(faults.into()) };
    let closed = standing(&mut tx, ask, &stored).await?;
    let kept: Uuid = services.chance.id(ask.now);
    let id = stored.round.id;
    store::round_design::keep_snapshot(&mut tx, &leave, (kept, id), &closed).await?;
    let turn = Turn {
        kind: WindowKind::Reopened,
        mark: RoundMark::Announced,
        opens: stored.round.opens,
        from: leave.at(),
        closes: cut(times::moment(zone, end_of(closes))),
        reason: reason.trim(),
        rules_hash: None,
        also: &[(Sealed::RoundSnapshot, kept)],
    };
    let new_salt = || services.chance.bytes();
    store::round_design::turn(&mut tx, &leave, &stored, &turn, new_salt).await?;
    for person in identity::participants(&mut tx, ask.ambito, id).await? {
        let message = services.chance.id(ask.now);
        let kind = MessageKind::Reopened;
        store::outbox::enqueue(&mut tx, &leave, message, kind, person, id.uuid()).await?;
    }
    commit(tx).await
}

/// What stood each time a round had closed: for the page of its rules. Texts that left the public
/// pages since are named no more.
pub(crate) async fn closed(
    snapshot: &mut Snapshot,
    ask: &Asking,
    stored: &StoredRound,
) -> Result<Vec<ClosedView>, Declined> {
    let mut views = Vec::new();
    for kept in store::round_design::snapshots(snapshot, stored.round.id).await? {
        let document = kept.document;
        let numbers: Vec<i64> = document.supported.iter().map(|one| one.number).collect();
        let cards = read::contributions::public_cards(snapshot, ask.ambito, &numbers).await?;
        let ledger: Ledger = document.standings.ledger();
        let supported = document
            .supported
            .iter()
            .filter_map(|one| {
                let card = cards.iter().find(|card| {
                    let of = &card.card.contribution;
                    (of.kind, of.number) == (one.kind, one.number)
                })?;
                Some((card.card.contribution.clone(), one.supporters))
            })
            .collect();
        views.push(ClosedView {
            edition: kept.edition,
            at: kept.at,
            needs: document.needs,
            proposals: document.proposals,
            comments: document.comments,
            answered: document.answered,
            ledger,
            supported,
        });
    }
    Ok(views)
}
