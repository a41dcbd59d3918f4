//! Who is at the workbench of a round at the same time.
//!
//! Written beside the plan: it takes no Ambito, raises no version and appends no event. Whoever
//! may bring texts together may be there, and see who else is.

use domain::ids::{PersonId, RoundId};
use domain::merging::presence::{GONE_AFTER, LATELY, SEEN_EVERY, UnderReading};
use domain::policy::{Facts, Operation, Permit, permit};
use domain::time::{Moment, cut};
use domain::views::{AtBench, BenchLife};
use store::presence::Seen;
use store::{Snapshot, chain, presence};

use crate::{Asking, Declined, Services, commit};

/// A place at a bench: the round, and who takes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Place {
    /// The round.
    pub round: RoundId,
    /// Who.
    pub person: PersonId,
}

/// Leave to be at the bench of a round.
async fn leave_to_be(
    services: &Services,
    ask: &Asking,
    round: i64,
) -> Result<(Permit, Place), Declined> {
    let mut snapshot = services.look().await?;
    let frame = services.frame(&mut snapshot, ask.ambito).await?;
    let stored = frame.rounds.iter().find(|stored| stored.number == round);
    let stored = stored.ok_or(Declined::NotFound)?;
    let facts = Facts::within(ask.ambito, &stored.round);
    let leave = permit(&ask.actor, Operation::MakeCluster, &facts, cut(ask.now))?;
    let person = ask.actor.person().ok_or(Declined::NotFound)?;
    Ok((leave, Place { round: stored.round.id, person }))
}

/// Somebody is at the bench of a round: written down, at most every [`SEEN_EVERY`] unless they
/// read something else now. Declined to whoever may not work there.
pub async fn see(
    services: &Services,
    ask: &Asking,
    round: i64,
    reading: Option<UnderReading>,
) -> Result<Place, Declined> {
    let (leave, place) = leave_to_be(services, ask, round).await?;
    let fresh = {
        let mut snapshot = services.look().await?;
        let seen = presence::since(&mut snapshot, place.round, ask.now - SEEN_EVERY).await?;
        seen.iter().any(|seen| seen.person == place.person && seen.reading == reading)
    };
    if !fresh {
        let mut tx = services.db.write().await?;
        presence::see(&mut tx, &leave, place.round, place.person, reading).await?;
        commit(tx).await?;
    }
    Ok(place)
}

/// They are there no longer.
pub async fn leave(services: &Services, place: Place) -> Result<(), Declined> {
    let mut tx = services.db.write().await?;
    presence::leave(&mut tx, place.round, place.person).await?;
    commit(tx).await
}

/// Who is there now. For the server, which tells each of the others.
pub async fn now(services: &Services, round: RoundId, now: Moment) -> Result<Vec<Seen>, Declined> {
    let mut snapshot = services.look().await?;
    Ok(presence::since(&mut snapshot, round, now - GONE_AFTER).await?)
}

/// Those of them who are not this person, as pages show them.
pub fn others(seen: &[Seen], person: Option<PersonId>) -> Vec<AtBench> {
    let others = seen.iter().filter(|seen| Some(seen.person) != person);
    others.map(|seen| AtBench { name: seen.name.clone(), reading: seen.reading }).collect()
}

/// Who else was there in the last minutes, and the version that is read.
pub(crate) async fn life(
    snapshot: &mut Snapshot,
    ask: &Asking,
    round: RoundId,
) -> Result<BenchLife, Declined> {
    let version = chain::version(snapshot, ask.ambito).await?.unwrap_or_default();
    let seen = presence::since(snapshot, round, ask.now - LATELY).await?;
    Ok(BenchLife { version, lately: others(&seen, ask.actor.person()) })
}
