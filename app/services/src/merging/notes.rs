//! Notes between those who bring voices together: on a text, a draft, a cluster, or the round. For
//! their eyes alone; one may remove one's own, and what is left says that there was one.

use domain::contributions::text;
use domain::faults::Refusal;
use domain::views::{ByOffice, NoteAbout, NoteOn};
use store::Snapshot;
use store::bench::notes::{self, On};
use store::read::rounds::StoredRound;

use super::acts::Work;
use crate::{Asking, Declined, Services};

/// The most characters of a note.
pub const NOTE_MOST: u32 = 2_000;

/// Writes a note, in the round of a number.
///
/// # Errors
///
/// Faults of `nota`; nothing is found if what it is about isn't of the round.
pub async fn note(
    services: &Services,
    ask: &Asking,
    round: i64,
    about: NoteAbout,
    words: &str,
) -> Result<(), Declined> {
    let mut faults = Vec::new();
    text(&mut faults, "nota", words, NOTE_MOST, 1);
    if !faults.is_empty() {
        return Err(faults.into());
    }
    let mut work = Work::on(services, ask, round).await?;
    let on = place(&mut work, ask, about).await?;
    let (id, by, round) = (services.chance.id(ask.now), work.by(), work.round.round.id);
    notes::keep(&mut work.tx, &work.permit, (id, round, on), by, words.trim()).await?;
    work.done().await
}

/// Removes one's own note.
///
/// # Errors
///
/// [`Refusal::NotYours`] for somebody else's, and for one that is removed already.
pub async fn remove_note(
    services: &Services,
    ask: &Asking,
    round: i64,
    number: i64,
) -> Result<(), Declined> {
    let mut work = Work::on(services, ask, round).await?;
    let (person, round) = (work.by().0, work.round.round.id);
    if !notes::remove(&mut work.tx, &work.permit, round, number, person).await? {
        return Err(Refusal::NotYours.into());
    }
    work.done().await
}

async fn place(work: &mut Work, ask: &Asking, about: NoteAbout) -> Result<On, Declined> {
    let round = work.round.round.id;
    Ok(match about {
        NoteAbout::Round => On::Round,
        NoteAbout::Text(number) => {
            let facts = store::merging::facts(&mut work.tx, ask.ambito, &[number]).await?;
            let text = facts.first().filter(|text| text.round == round);
            On::Text(text.ok_or(Declined::NotFound)?.id)
        }
        NoteAbout::Draft(number) => {
            let draft = store::bench::by_number(&mut work.tx, ask.ambito, number).await?;
            On::Draft(draft.filter(|one| one.round == round).ok_or(Declined::NotFound)?.id)
        }
        NoteAbout::Cluster(number) => {
            let cluster = store::merging::by_number(&mut work.tx, ask.ambito, number).await?;
            On::Cluster(cluster.filter(|one| one.round == round).ok_or(Declined::NotFound)?.id)
        }
    })
}

/// The notes on one thing, for a reader who may work on the bench.
pub(super) async fn of(
    snapshot: &mut Snapshot,
    ask: &Asking,
    round: &StoredRound,
    on: On,
) -> Result<Vec<NoteOn>, Declined> {
    let found = notes::on(snapshot, ask.ambito, round.round.id, on).await?;
    Ok(found
        .into_iter()
        .map(|one| NoteOn {
            number: one.number,
            own: ask.actor.person() == Some(one.person) && !one.words.is_empty(),
            words: Some(one.words).filter(|words| !words.is_empty()),
            by: ByOffice { name: one.by, role: one.role },
            at: one.at,
        })
        .collect())
}
