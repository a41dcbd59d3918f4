//! Supports that came all together: found anew whenever staff look, judged by two people, told
//! beside the text. No support is removed, no number changes (domain.md §8 case 13).

use chrono::Duration;
use domain::bursts::{Burst, Finding, LEAST, WITHIN_MINUTES, find};
use domain::contributions::Kind;
use domain::events::{Details, Sealed, Subject};
use domain::faults::Refusal;
use domain::policy::{Facts, Operation, permit};
use domain::views::{BurstCard, BurstsPage};
use store::bursts::{self, NewNote, Note, Supported};
use store::{Tx, chain, seals};

use crate::{Asking, Declined, Services, commit};

/// Supports that came together, the newest first.
pub async fn page(services: &Services, ask: &Asking) -> Result<BurstsPage, Declined> {
    let facts = Facts::of(ask.ambito);
    let may_propose = permit(&ask.actor, Operation::ProposeNote, &facts, ask.now).map(|_| ());
    may_propose.clone()?;
    let mut snapshot = services.look().await?;
    let least = i64::try_from(LEAST).unwrap_or(i64::MAX);
    let mut found = Vec::new();
    for text in bursts::supported(&mut snapshot, ask.ambito, least).await? {
        let Some(burst) = find(&text.given) else { continue };
        let notes = bursts::notes(&mut snapshot, text.id).await?;
        let note = notes.into_iter().find(|note| same(note, &burst));
        let confirmed = note.as_ref().is_some_and(|note| note.view.confirmed.is_some());
        let done = || if confirmed { Err(Refusal::AlreadyDone) } else { Ok(()) };
        let may_confirm = match &note {
            None => Err(Refusal::NotPublic),
            Some(note) if Some(note.by) == ask.actor.person() => Err(Refusal::SameProposer),
            Some(_) => permit(&ask.actor, Operation::ConfirmNote, &facts, ask.now).map(|_| ()),
        };
        found.push(BurstCard {
            supports: u32::try_from(text.given.len()).unwrap_or(u32::MAX),
            contribution: text.contribution,
            burst,
            may_propose: done().and(may_propose.clone()),
            may_confirm: done().and(may_confirm),
            note: note.map(|note| note.view),
        });
    }
    found.sort_by_key(|card| (std::cmp::Reverse(card.burst.from), card.contribution.number));
    Ok(BurstsPage { bursts: found })
}

/// Whether a note is about this burst: it may have grown a little since.
fn same(note: &Note, burst: &Burst) -> bool {
    (note.view.from - burst.from).abs() <= Duration::minutes(WITHIN_MINUTES)
}

/// The burst of a text, with what was found about it before.
async fn burst_of(
    tx: &mut Tx,
    ask: &Asking,
    (kind, number): (Kind, i64),
) -> Result<(Supported, Burst, Option<Note>), Declined> {
    let least = i64::try_from(LEAST).unwrap_or(i64::MAX);
    let text = bursts::supported(tx, ask.ambito, least)
        .await?
        .into_iter()
        .find(|text| (text.contribution.kind, text.contribution.number) == (kind, number))
        .ok_or(Declined::NotFound)?;
    let burst = find(&text.given).ok_or(Declined::NotFound)?;
    let notes = bursts::notes(tx, text.id).await?;
    let note = notes.into_iter().find(|note| same(note, &burst));
    Ok((text, burst, note))
}

/// Says what was found about the supports of a text that came together. Published only once
/// somebody else confirms it.
pub async fn propose(
    services: &Services,
    ask: &Asking,
    text: (Kind, i64),
    finding: Finding,
    said: &str,
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let leave = permit(&ask.actor, Operation::ProposeNote, &Facts::of(ask.ambito), ask.now)?;
    let person = leave.person().ok_or(Refusal::SignInNeeded)?;
    let faults = domain::bursts::note_faults(said);
    if !faults.is_empty() {
        return Err(faults.into());
    }
    let (text, burst, note) = burst_of(&mut tx, ask, text).await?;
    if note.as_ref().is_some_and(|note| note.view.confirmed.is_some()) {
        return Err(Refusal::AlreadyDone.into());
    }
    let new = NewNote {
        id: services.chance.id(ask.now),
        contribution: text.id,
        burst: &burst,
        finding,
        note: said,
        by: person,
        replaces: note.map(|note| note.id),
    };
    bursts::propose(&mut tx, &leave, &new).await?;
    let details = Details { class: Some(finding.code().to_owned()), ..Details::default() };
    chain::append(&mut tx, &leave, Subject::Contribution, text.id.uuid(), &details).await?;
    commit(tx).await
}

/// Confirms what somebody else found: two people have looked, and it is told beside the text.
pub async fn confirm(services: &Services, ask: &Asking, text: (Kind, i64)) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let leave = permit(&ask.actor, Operation::ConfirmNote, &Facts::of(ask.ambito), ask.now)?;
    let person = leave.person().ok_or(Refusal::SignInNeeded)?;
    let (text, _, note) = burst_of(&mut tx, ask, text).await?;
    let note = note.ok_or(Declined::NotFound)?;
    if note.view.confirmed.is_some() {
        return Err(Refusal::AlreadyDone.into());
    }
    if note.by == person {
        return Err(Refusal::SameProposer.into());
    }
    bursts::confirm(&mut tx, &leave, note.id, person).await?;
    let (sealed, salt) = (Sealed::SupportNote, services.chance.bytes());
    let details = Details {
        class: Some(note.view.finding.code().to_owned()),
        others: vec![note.id.uuid()],
        sealed: seals::seal(&mut tx, &leave, sealed, note.id.uuid(), &salt).await?,
        ..Details::default()
    };
    chain::append(&mut tx, &leave, Subject::Contribution, text.id.uuid(), &details).await?;
    commit(tx).await
}
