//! Reading a text in parts, and rejoining them (domain.md §2.5): the text is never touched.

use std::collections::BTreeMap;

use domain::contributions::{Kind, Standing};
use domain::faults::Refusal;
use domain::forms::Fields;
use domain::ids::ContributionId;
use domain::messages::MessageKind;
use domain::parts::{self, Markable, reason_faults};
use domain::people::Role;
use domain::policy::{Facts, Operation, Permit, permit};
use domain::sentences;
use domain::views::{May, PartReading, PartView, SplitEnd, SplitPage, SplitView};
use store::forms_sent::{self, FormHash};
use store::parts::{NewSplit, StoredSplit};
use store::read::contributions::SeenContribution;
use store::read::rounds::StoredRound;
use store::{Snapshot, Tx, identity, read};
use uuid::Uuid;

use crate::contributions::similar_cards;
use crate::merging::unsettled;
use crate::{Asking, Declined, Services, commit, similar};

/// A split as pages show it; its words for who may read the text.
pub(crate) fn view(split: &StoredSplit, language: &str, readable: bool) -> SplitView {
    let words = |words: &str| if readable { words.to_owned() } else { String::new() };
    SplitView {
        parts: split
            .parts
            .iter()
            .map(|one| PartView {
                position: one.position,
                title: words(&one.part.title),
                excerpt: words(&one.part.excerpt),
                clusters: one.clusters.clone(),
            })
            .collect(),
        language: language.to_owned(),
        reason: split.reason.clone(),
        role: split.role,
        at: split.at,
        ended: split.ended.as_ref().map(|end| SplitEnd {
            at: end.at,
            cause: end.cause,
            reason: end.reason.clone(),
            role: end.role,
        }),
    }
}

/// All splits of a text, the oldest first.
pub(crate) async fn told(
    snapshot: &mut Snapshot,
    seen: &SeenContribution,
) -> Result<Vec<SplitView>, Declined> {
    let splits = store::parts::of(snapshot, &[seen.id]).await?;
    let (language, readable) = (&seen.card.contribution.language, seen.words.is_some());
    Ok(splits.iter().map(|split| view(split, language, readable)).collect())
}

/// Whether this person may read a text in parts now.
pub(crate) fn may(ask: &Asking, round: &StoredRound, public: bool) -> May {
    let facts = Facts { public, ..Facts::within(ask.ambito, &round.round) };
    permit(&ask.actor, Operation::SplitText, &facts, ask.now)?;
    unsettled(round, ask.now)
}

/// A text that everybody may know of, with its round.
async fn found(
    snapshot: &mut Snapshot,
    ask: &Asking,
    kind: Kind,
    number: i64,
) -> Result<(SeenContribution, StoredRound), Declined> {
    let stored = read::contributions::by_number(snapshot, ask.ambito, kind, number)
        .await?
        .filter(|text| text.known_to_all())
        .ok_or(Declined::NotFound)?;
    let round = read::rounds::by_id(snapshot, stored.round()).await?.ok_or(Declined::NotFound)?;
    Ok((stored.seen(read::Sight::Public)?, round))
}

/// May this be done to the text; with the permit.
fn leave(
    ask: &Asking,
    operation: Operation,
    seen: &SeenContribution,
    round: &StoredRound,
) -> Result<Permit, Refusal> {
    let public = seen.standing == Standing::Published;
    let facts = Facts { public, ..Facts::within(ask.ambito, &round.round) };
    let leave = permit(&ask.actor, operation, &facts, ask.now)?;
    unsettled(round, ask.now)?;
    Ok(leave)
}

/// The page on which a text is divided, or its parts rejoined.
pub async fn page(
    services: &Services,
    ask: &Asking,
    kind: Kind,
    number: i64,
) -> Result<SplitPage, Declined> {
    let mut snapshot = services.look().await?;
    let (seen, round) = found(&mut snapshot, ask, kind, number).await?;
    leave(ask, Operation::SplitText, &seen, &round)?;
    let standing = store::parts::standing(&mut snapshot, &[seen.id]).await?.remove(&seen.id);
    let body = seen.words.as_ref().map(|words| words.body.clone()).unwrap_or_default();
    let contribution = seen.card.contribution.clone();
    Ok(SplitPage {
        round: round.reference(ask.now),
        revision: seen.revision,
        sentences: sentences::sentences(&body).into_iter().map(str::to_owned).collect(),
        split: standing.as_ref().map(|split| view(split, &contribution.language, true)),
        may_rejoin: standing.as_ref().map_or(Err(Refusal::AlreadyDone), unused),
        contribution,
    })
}

/// Whether no cluster that stands uses a part.
fn unused(split: &StoredSplit) -> May {
    let mut clusters: Vec<i64> =
        split.parts.iter().flat_map(|part| &part.clusters).map(|one| one.number).collect();
    clusters.sort_unstable();
    clusters.dedup();
    if clusters.is_empty() { Ok(()) } else { Err(Refusal::PartsInUse { clusters }) }
}

/// The role that gave a right: the first of those the permit names.
fn role(permit: &Permit) -> Result<Role, Refusal> {
    permit.role().split(',').find_map(|code| code.parse().ok()).ok_or(Refusal::NotYourRole)
}

/// Reads a text in parts. `revision` is that of the text that was before the facilitator's eyes.
///
/// # Errors
///
/// Faults of the sentences, the titles and `split_reason`; stale if the text has other words now.
pub async fn split(
    services: &Services,
    ask: &Asking,
    (kind, number): (Kind, i64),
    revision: i64,
    fields: &Fields,
    sending: &str,
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let (seen, round) = found(&mut tx, ask, kind, number).await?;
    let leave = leave(ask, Operation::SplitText, &seen, &round)?;
    let form = FormHash::of(sending);
    if crate::made(&mut tx, form.as_ref()).await?.is_some() {
        return Ok(());
    }
    if seen.revision != revision {
        return Err(Declined::Stale { current: seen.revision });
    }
    if store::parts::standing(&mut tx, &[seen.id]).await?.contains_key(&seen.id) {
        return Err(Refusal::AlreadyDone.into());
    }
    let body = seen.words.as_ref().map(|words| words.body.as_str()).unwrap_or_default();
    let draft = parts::parse(fields, body)?;
    let ids: Vec<Uuid> = draft.parts.iter().map(|_| services.chance.id(ask.now)).collect();
    let new = NewSplit {
        id: services.chance.id(ask.now),
        contribution: seen.id,
        revision,
        ids: &ids,
        parts: &draft.parts,
        reason: &draft.reason,
        role: role(&leave)?,
        salt: services.chance.bytes(),
        seal: services.chance.bytes(),
    };
    store::parts::make(&mut tx, &leave, &new).await?;
    tell(services, &mut tx, &leave, seen.id, MessageKind::Split).await?;
    forms_sent::remember(&mut tx, &leave, form.as_ref(), new.id).await?;
    commit(tx).await
}

/// Rejoins the parts of a text, with a reason.
///
/// # Errors
///
/// [`Refusal::PartsInUse`] while a cluster that stands uses one; faults of `rejoin_reason`.
pub async fn rejoin(
    services: &Services,
    ask: &Asking,
    (kind, number): (Kind, i64),
    reason: &str,
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let (seen, round) = found(&mut tx, ask, kind, number).await?;
    let leave = leave(ask, Operation::RejoinText, &seen, &round)?;
    let standing = store::parts::standing(&mut tx, &[seen.id]).await?.remove(&seen.id);
    let standing = standing.ok_or(Refusal::AlreadyDone)?;
    unused(&standing)?;
    let faults = reason_faults("rejoin_reason", reason);
    if !faults.is_empty() {
        return Err(faults.into());
    }
    let salt = services.chance.bytes();
    store::parts::rejoin(&mut tx, &leave, &standing, (reason, role(&leave)?), &salt).await?;
    tell(services, &mut tx, &leave, seen.id, MessageKind::Rejoined).await?;
    commit(tx).await
}

/// Tells the author of a text, where they have an account.
async fn tell(
    services: &Services,
    tx: &mut Tx,
    leave: &Permit,
    text: ContributionId,
    kind: MessageKind,
) -> Result<(), Declined> {
    if let Some(author) = identity::author(tx, text.uuid()).await? {
        let message = services.chance.id(leave.at());
        store::outbox::enqueue(tx, leave, message, kind, author, text.uuid()).await?;
    }
    Ok(())
}

/// The parts of a text that stand, each with what is like it.
pub(crate) async fn readings(
    services: &Services,
    snapshot: &mut Snapshot,
    ask: &Asking,
    text: ContributionId,
    language: &str,
    limit: usize,
) -> Result<Vec<PartReading>, Declined> {
    let standing = store::parts::standing(snapshot, &[text]).await?.remove(&text);
    let Some(split) = standing else { return Ok(Vec::new()) };
    let mut readings = Vec::new();
    for part in view(&split, language, true).parts {
        let found =
            similar::for_part(services, snapshot, text, &part.title, &part.excerpt, limit).await?;
        let similar = similar_cards(snapshot, ask.ambito, found).await?;
        readings.push(PartReading { part, similar });
    }
    Ok(readings)
}

/// Writes the excerpts that were marked by ticking sentences, or by choosing a part, into the
/// fields of a form: `excerpt-N` of each of these sources.
pub async fn mark(
    services: &Services,
    ask: &Asking,
    sources: &[i64],
    fields: &mut Fields,
) -> Result<(), Declined> {
    let mut snapshot = services.look().await?;
    let cards = read::contributions::public_cards(&mut snapshot, ask.ambito, sources).await?;
    let ids: Vec<ContributionId> = cards.iter().map(|card| card.id).collect();
    let mut bodies = store::merging::bodies(&mut snapshot, &ids).await?;
    let mut splits = store::parts::standing(&mut snapshot, &ids).await?;
    let mut markable = BTreeMap::new();
    for card in cards {
        let parts = splits.remove(&card.id).map(|split| split.parts).unwrap_or_default();
        let one = Markable {
            body: bodies.remove(&card.id).unwrap_or_default(),
            parts: parts.into_iter().map(|one| one.part.excerpt).collect(),
        };
        markable.insert(card.card.contribution.number, one);
    }
    Ok(parts::write_marked(fields, &markable)?)
}
