//! The report of a session, with which it is given back: numbers, words quoted with leave, what
//! surprised, what will change.
//!
//! Only cards whose author agreed are quoted. Who takes that back is heard at once: the card
//! leaves the report that stands, on every page, and the report says that one was taken out
//! (domain.md §8, case 6).

use domain::faults::{Fault, Refusal, What};
use domain::forms::Fields;
use domain::lab::SessionState;
use domain::lab::minutes::parse_report;
use domain::policy::Operation;
use domain::views::{QuotableCard, SessionReportDesk};
use store::Snapshot;
use store::lab::{self, Card, Session};
use uuid::Uuid;

use super::minutes::{self, may, staff_only};
use super::{leave, reference, room, session};
use crate::{Asking, Declined, Services, commit};

/// A report is written once the minutes are approved, and may be written anew afterwards.
const WRITTEN: [SessionState; 2] = [SessionState::MinutesApproved, SessionState::GivenBack];

/// The report, for who writes it.
pub async fn desk(
    services: &Services,
    ask: &Asking,
    number: i64,
) -> Result<SessionReportDesk, Declined> {
    let mut snapshot = services.look().await?;
    let (of, round) = session(&mut snapshot, ask, number).await?;
    let may_write = may(ask, Operation::GiveBackSession, &of, &round, &WRITTEN);
    staff_only(&may_write)?;
    let wall = room::wall(&mut snapshot, &of).await?;
    let made = minutes::made(&mut snapshot, &of).await?;
    let report = minutes::report(&mut snapshot, &of).await?;
    let ended = lab::unquotable(&mut snapshot, of.id).await?;
    let quoted = |number: i64| {
        report.as_ref().is_some_and(|one| one.quotations.iter().any(|(card, _)| *card == number))
    };
    let cards = lab::cards(&mut snapshot, of.id).await?;
    let cards = cards
        .into_iter()
        .filter(|card| card.quotable && !card.hidden)
        .map(|card| QuotableCard {
            quoted: quoted(card.number),
            ended: ended.iter().find(|(id, _)| *id == card.id).map(|(_, at)| *at),
            number: card.number,
            words: card.words,
        })
        .collect();
    let states = [SessionState::MinutesApproved];
    Ok(SessionReportDesk {
        session: reference(&of, &round, ask),
        numbers: minutes::numbers(&mut snapshot, ask, &of, &wall, &made).await?,
        dots: minutes::dots(&mut snapshot, &of, &wall).await?.0,
        may_give_back: may(ask, Operation::GiveBackSession, &of, &round, &states),
        made,
        report,
        cards,
        may_write,
    })
}

/// Cards that may be quoted now.
async fn quotable(snapshot: &mut Snapshot, of: &Session) -> Result<Vec<Card>, Declined> {
    let ended = lab::unquotable(snapshot, of.id).await?;
    let mut cards = lab::cards(snapshot, of.id).await?;
    cards.retain(|card| {
        card.quotable && !card.hidden && !ended.iter().any(|(id, _)| *id == card.id)
    });
    Ok(cards)
}

/// Writes a version of the report, on the one that was read.
pub async fn write(
    services: &Services,
    ask: &Asking,
    number: i64,
    fields: &Fields,
    base_version: i64,
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let (of, round) = session(&mut tx, ask, number).await?;
    let permit = leave(ask, Operation::GiveBackSession, &of, &round, &WRITTEN)?;
    let quotable: Vec<i64> =
        quotable(&mut tx, &of).await?.into_iter().map(|card| card.number).collect();
    let draft = parse_report(fields, &quotable)?;
    let newest = minutes::report(&mut tx, &of).await?;
    if newest.as_ref().is_some_and(|newest| {
        newest.learned == draft.learned
            && newest.changes == draft.changes
            && newest.quotations.iter().map(|(card, _)| *card).eq(draft.quotations.iter().copied())
    }) {
        return Ok(());
    }
    let current = newest.map_or(0, |newest| newest.version);
    if current != base_version {
        return Err(Declined::Stale { current });
    }
    let (id, salt) = (services.chance.id::<Uuid>(ask.now), services.chance.bytes());
    lab::keep_report(&mut tx, &permit, of.id, id, (current + 1, &draft), &salt).await?;
    commit(tx).await
}

/// Gives a session back: its report is public from now on.
pub async fn give_back(services: &Services, ask: &Asking, number: i64) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let (of, round) = session(&mut tx, ask, number).await?;
    let states = [SessionState::MinutesApproved];
    let permit = leave(ask, Operation::GiveBackSession, &of, &round, &states)?;
    if lab::report(&mut tx, of.id).await?.is_none() {
        return Err(vec![Fault::new("learned", What::Missing)].into());
    }
    lab::stand(&mut tx, &permit, of.id, SessionState::GivenBack).await?;
    commit(tx).await
}

/// Takes the leave to quote a card back, and with `hide` the card off the wall: at once,
/// everywhere.
pub async fn end_quoting(
    services: &Services,
    ask: &Asking,
    number: i64,
    (card, hide): (i64, bool),
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let (of, round) = session(&mut tx, ask, number).await?;
    let permit = leave(ask, Operation::GiveBackSession, &of, &round, &WRITTEN)?;
    let cards = lab::cards(&mut tx, of.id).await?;
    let card = cards.into_iter().find(|one| one.number == card && one.quotable && !one.hidden);
    let card = card.ok_or(Declined::NotFound)?;
    let ended = lab::unquotable(&mut tx, of.id).await?.iter().any(|(id, _)| *id == card.id);
    if ended && !hide {
        return Err(Refusal::AlreadyDone.into());
    }
    lab::end_quoting(&mut tx, &permit, of.id, card.id, hide).await?;
    commit(tx).await
}
