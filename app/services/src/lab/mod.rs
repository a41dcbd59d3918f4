//! Sessions of the Community Lab: prepared, announced, run in a room, written up, given back
//! (domain.md §5).

pub mod door;
pub mod minutes;
pub mod report;
pub mod room;

use domain::lab::SessionState;
use domain::policy::{Facts, Operation, Permit, permit};
use domain::views::SessionRef;
use store::lab::Session;
use store::voices::RoundFacts;
use store::{Snapshot, voices};

use crate::{Asking, Declined};

/// A session by its number, with its round.
pub(crate) async fn session(
    snapshot: &mut Snapshot,
    ask: &Asking,
    number: i64,
) -> Result<(Session, RoundFacts), Declined> {
    let found = store::lab::by_number(snapshot, ask.ambito, number).await?;
    let session = found.ok_or(Declined::NotFound)?;
    let rounds = voices::rounds(snapshot, ask.ambito).await?;
    let round = rounds.into_iter().find(|one| one.round.id == session.round);
    Ok((session, round.ok_or(Declined::NotFound)?))
}

/// The same, if everybody may know of it.
pub(crate) async fn announced(
    snapshot: &mut Snapshot,
    ask: &Asking,
    number: i64,
) -> Result<(Session, RoundFacts), Declined> {
    let (session, round) = self::session(snapshot, ask, number).await?;
    if session.state.public() { Ok((session, round)) } else { Err(Declined::NotFound) }
}

/// How pages name it.
pub(crate) fn reference(session: &Session, round: &RoundFacts, ask: &Asking) -> SessionRef {
    let minutes = i64::from(session.plan.minutes());
    SessionRef {
        number: session.number,
        title: session.title.clone(),
        place: session.place.clone(),
        starts: session.starts,
        ends: session.starts + chrono::Duration::minutes(minutes),
        state: session.state,
        round: domain::views::RoundRef {
            number: round.number,
            title: round.title.clone(),
            kind: round.round.kind,
            state: round.round.state(ask.now),
        },
    }
}

/// Leave to do something with a session that stands in one of these states.
pub(crate) fn leave(
    ask: &Asking,
    operation: Operation,
    session: &Session,
    round: &RoundFacts,
    states: &[SessionState],
) -> Result<Permit, Declined> {
    let facts = Facts::within(ask.ambito, &round.round);
    let permit = permit(&ask.actor, operation, &facts, ask.now)?;
    session.state.must_be(states)?;
    Ok(permit)
}
