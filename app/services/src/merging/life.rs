//! Life of a merge: who is told, what authors answer, what a mediator decides, and the end of
//! the window.
//!
//! That a window is over follows from its end and the clock (`domain::merging::life`). Who asks
//! for something first after that writes it down ([`settle`]): no timer has to run, and no page
//! shows what was before. Nothing here writes a source (invariant 10).

use domain::contributions::Standing;
use domain::faults::{Fault, Refusal, What};
use domain::ids::{AmbitoId, ClusterId, ContributionId};
use domain::merging::life::{AnswerDraft, Mediation, MediationDraft, MergeAnswer};
use domain::messages::MessageKind;
use domain::people::{Actor, Role};
use domain::policy::{Facts, Operation, Permit, permit};
use domain::screening::Screening;
use domain::time::Moment;
use store::merge_life::{self, NewAnswer, NewMediation};
use store::merging::StoredCluster;
use store::{Snapshot, Tx, counts, identity, read};

use super::visible;
use crate::voices::{Whose, locate};
use crate::{Asking, Declined, Services, commit, days};

/// First moment after an objection window that opens now: it ends with the last of its days.
pub(super) async fn closes(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    now: Moment,
) -> Result<Moment, Declined> {
    let opens = days::day(now);
    let count = merge_life::objection_days(snapshot, ambito).await?;
    let last = opens.checked_add_days(chrono::Days::new(count.into()));
    Ok(days::ends(last.unwrap_or(opens)))
}

/// For how many days authors of an Ambito may object to a merge.
pub async fn objection_days(services: &Services, ambito: AmbitoId) -> Result<u16, Declined> {
    Ok(merge_life::objection_days(&mut services.look().await?, ambito).await?)
}

/// Sets that, as who keeps the installation: windows that are open keep the end they have.
///
/// # Errors
///
/// A fault of `days`.
pub async fn set_objection_days(
    services: &Services,
    ambito: AmbitoId,
    days: u16,
    now: Moment,
) -> Result<(), Declined> {
    let days = domain::merging::life::objection_days(days).map_err(|fault| vec![fault])?;
    let mut tx = services.begin(ambito).await?;
    let operation = Operation::SetObjectionDays;
    let leave = permit(&Actor::Installation, operation, &Facts::of(ambito), now)?;
    if merge_life::objection_days(&mut tx, ambito).await? != days {
        merge_life::set_objection_days(&mut tx, &leave, days).await?;
    }
    commit(tx).await
}

/// Writes down which windows have ended without an objection, if there are such. Tells whether
/// there were.
pub async fn settle(services: &Services, ambito: AmbitoId, now: Moment) -> Result<bool, Declined> {
    let mut snapshot = services.look().await?;
    if merge_life::due(&mut snapshot, ambito, now).await?.is_empty() {
        return Ok(false);
    }
    drop(snapshot);
    let mut tx = services.begin(ambito).await?;
    let settled = settled(&mut tx, ambito, now).await?;
    commit(tx).await?;
    Ok(settled)
}

/// The same, as the beginning of an operation that has taken the Ambito.
pub(crate) async fn settled(tx: &mut Tx, ambito: AmbitoId, now: Moment) -> Result<bool, Declined> {
    let due = merge_life::due(tx, ambito, now).await?;
    if due.is_empty() {
        return Ok(false);
    }
    let facts = Facts::of(ambito);
    let leave = permit(&Actor::Installation, Operation::ApplyCluster, &facts, now)?;
    for cluster in store::merging::by_ids(tx, &due).await? {
        merge_life::apply(tx, &leave, &cluster).await?;
        restage(tx, &leave, cluster.id).await?;
    }
    Ok(true)
}

/// Works out anew what the sources of a cluster have become.
pub(super) async fn restage(
    tx: &mut Tx,
    leave: &Permit,
    cluster: ClusterId,
) -> Result<(), Declined> {
    for source in store::merging::sources(tx, &[cluster]).await? {
        counts::restage(tx, leave, source.contribution).await?;
    }
    Ok(())
}

/// Tells authors and supporters of the sources of a cluster what happened to it.
pub(super) async fn tell(
    services: &Services,
    tx: &mut Tx,
    leave: &Permit,
    cluster: ClusterId,
    (authors_kind, supporters_kind): (MessageKind, MessageKind),
) -> Result<(), Declined> {
    let sources = store::merging::sources(tx, &[cluster]).await?;
    let sources: Vec<ContributionId> = sources.iter().map(|link| link.contribution).collect();
    let (authors, supporters) = identity::concerned(tx, &sources).await?;
    let authors = authors.into_iter().map(|person| (person, authors_kind));
    let supporters = supporters.into_iter().map(|person| (person, supporters_kind));
    for (person, kind) in authors.chain(supporters) {
        let message = services.chance.id(leave.at());
        store::outbox::enqueue(tx, leave, message, kind, person, cluster.uuid()).await?;
    }
    Ok(())
}

/// Tells who may mediate that somebody objects: the facilitators and the Coordinatore, but not
/// who proposed it.
async fn call_mediators(
    services: &Services,
    tx: &mut Tx,
    leave: &Permit,
    cluster: &StoredCluster,
) -> Result<(), Declined> {
    let mut mediators = Vec::new();
    for role in [Role::Facilitator, Role::Coordinator] {
        mediators.extend(store::moderation::holders(tx, leave.ambito(), role).await?);
    }
    mediators.sort_unstable();
    mediators.dedup();
    mediators.retain(|person| *person != cluster.facilitator);
    for person in mediators {
        let (message, kind) = (services.chance.id(leave.at()), MessageKind::MergeContested);
        store::outbox::enqueue(tx, leave, message, kind, person, cluster.id.uuid()).await?;
    }
    Ok(())
}

/// What became of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// What was said.
    pub answer: MergeAnswer,
    /// What the detectors found in it.
    pub screening: Screening,
}

/// Answers the merge of one's own text: accepts, objects with a reason, or asks that a sentence be
/// kept as a dissent. The last answer of a text stands; sent twice it is kept once.
///
/// # Errors
///
/// Faults of `objection` and `sentence`; [`Refusal::ObjectionsOver`] after the window.
pub async fn answer(
    services: &Services,
    ask: &Asking,
    whose: Whose,
    number: i64,
    draft: AnswerDraft,
) -> Result<Answered, Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let answered = answered(services, ask, &mut tx, &whose, number, &draft).await?;
    commit(tx).await?;
    Ok(answered)
}

async fn answered(
    services: &Services,
    ask: &Asking,
    tx: &mut Tx,
    whose: &Whose,
    number: i64,
    draft: &AnswerDraft,
) -> Result<Answered, Declined> {
    let (actor, voice, own) = locate(tx, ask, whose).await?;
    let cluster = visible(tx, ask, number).await?;
    let links = store::merging::sources(tx, &[cluster.id]).await?;
    if links.iter().all(|link| link.contribution != voice.id) {
        return Err(Declined::NotFound);
    }
    let round = &voice.round.round;
    let facts = Facts { own, public: voice.public(), ..Facts::within(ask.ambito, round) };
    let leave = permit(&actor, Operation::AnswerCluster, &facts, ask.now)?;
    let before = merge_life::answers(tx, &[cluster.id]).await?;
    let mut standing = merge_life::standing(&before, cluster.id);
    let last = standing.remove(&voice.id);
    let words = draft.words.trim();
    let screening = match draft.answer {
        MergeAnswer::Objected => Screening::of(&[words]),
        // The sentence stands in a text that is public already.
        MergeAnswer::Accepted | MergeAnswer::Dissented => Screening::default(),
    };
    let answered = Answered { answer: draft.answer, screening };
    let kept = if draft.answer == MergeAnswer::Accepted { "" } else { words };
    if last.is_some_and(|last| last.answer == draft.answer && last.words == kept) {
        return Ok(answered);
    }
    cluster.life.takes(draft.answer, last.map(|last| last.answer), ask.now)?;
    let texts = store::merging::facts(tx, ask.ambito, &[voice.number]).await?;
    let texts = texts.first().map(|source| source.texts.clone()).unwrap_or_default();
    let mut faults = draft.faults(&texts);
    let letters = draft.language.bytes().all(|byte| byte.is_ascii_lowercase());
    if !letters || !(2..=3).contains(&draft.language.len()) {
        faults.push(Fault::new("language", What::NotAChoice));
    }
    if !faults.is_empty() {
        return Err(faults.into());
    }
    let others = standing.values().filter(|one| one.answer == MergeAnswer::Objected).count();
    let objections = others + usize::from(draft.answer == MergeAnswer::Objected);
    let state = cluster.life.after(objections, ask.now);
    let new = NewAnswer {
        id: services.chance.id(ask.now),
        contribution: voice.id,
        answer: draft.answer,
        words: kept,
        language: &draft.language,
        held: answered.screening.cause().is_some(),
        salt: services.chance.bytes(),
        seal: services.chance.bytes(),
        state,
    };
    merge_life::answer(tx, &leave, &cluster, &new).await?;
    if state != cluster.life.kept {
        restage(tx, &leave, cluster.id).await?;
        if state == domain::merging::ClusterState::Contested {
            call_mediators(services, tx, &leave, &cluster).await?;
        }
    }
    Ok(answered)
}

/// Whether this actor may mediate a cluster now.
pub(super) async fn may_mediate(
    snapshot: &mut Snapshot,
    ask: &Asking,
    cluster: &StoredCluster,
) -> Result<Result<Permit, Refusal>, Declined> {
    let sources = store::merging::sources(snapshot, &[cluster.id]).await?;
    let sources: Vec<ContributionId> = sources.iter().map(|link| link.contribution).collect();
    let own = match ask.actor.person() {
        Some(person) => {
            identity::concerned(snapshot, &sources).await?.0.binary_search(&person).is_ok()
        }
        None => false,
    };
    let drafted = ask.actor.person() == Some(cluster.facilitator);
    let facts = Facts { own, drafted, ..Facts::of(ask.ambito) };
    let leave = permit(&ask.actor, Operation::MediateCluster, &facts, ask.now);
    Ok(leave.and_then(|leave| cluster.life.mediable(ask.now).map(|()| leave)))
}

/// Decides on a contested merge: applied as it was proposed, applied with another synthesis, or
/// kept apart and linked. Authors and supporters are told.
///
/// # Errors
///
/// Faults of `mediation` and `synthesis`; [`Refusal::OwnMerge`] for who proposed it.
pub async fn mediate(
    services: &Services,
    ask: &Asking,
    number: i64,
    draft: &MediationDraft,
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let cluster = visible(&mut tx, ask, number).await?;
    let round = read::rounds::by_id(&mut tx, cluster.round).await?.ok_or(Declined::NotFound)?;
    let leave = may_mediate(&mut tx, ask, &cluster).await??;
    super::unsettled(&round, ask.now)?;
    let faults = draft.faults(&cluster.synthesis);
    if !faults.is_empty() {
        return Err(faults.into());
    }
    let new = NewMediation {
        id: services.chance.id(ask.now),
        mediator: leave.person().ok_or(Refusal::SignInNeeded)?,
        decision: draft.decision,
        reason: draft.reason.trim(),
        synthesis: (draft.decision == Mediation::Changed).then_some(draft.synthesis.trim()),
        seal: services.chance.bytes(),
        salt: services.chance.bytes(),
    };
    merge_life::mediate(&mut tx, &leave, &cluster, &new).await?;
    if let Some(changed) = new.synthesis {
        super::synthesis::carry(services, &mut tx, &leave, &cluster, changed).await?;
    }
    restage(&mut tx, &leave, cluster.id).await?;
    let kind = MessageKind::MergeMediated;
    tell(services, &mut tx, &leave, cluster.id, (kind, kind)).await?;
    commit(tx).await
}

/// Whether a text may still be answered for: it is public.
pub(super) fn answerable(standing: Standing) -> Result<(), Refusal> {
    match standing {
        Standing::Published => Ok(()),
        Standing::InModeration | Standing::Hidden | Standing::Withdrawn | Standing::Anonymised => {
            Err(Refusal::NotPublic)
        }
    }
}
