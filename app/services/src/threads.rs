//! *Il filo*: from a sentence to what became of it, step by step, with what is still to come.
//!
//! A voice branches: into clusters, from them or directly into actions, and into answers of its
//! own. Each branch is told where it leaves. Words of contributions enter in one step only
//! (*said*), and only for who may read them.

use chrono::{Datelike, Duration, Weekday};
use domain::actions::ActionState;
use domain::contributions::Standing;
use domain::ids::{ActionId, ClusterId, ContributionId};
use domain::merging::ClusterState;
use domain::people::{Actor, Role};
use domain::policy::{Facts, Operation, permit};
use domain::rounds::RoundState;
use domain::suppression;
use domain::time::Moment;
use domain::views::{AloneView, NextStep, StepWhat, Thread, ThreadStep};
use store::read::contributions::{Handling, SeenContribution};
use store::read::rounds::StoredRound;
use store::read::threads::{ActionTrack, ClusterStep, OutcomeStep, Roles};
use store::read::{self, Sight};
use store::{Snapshot, identity};

use crate::{Asking, Declined, Services};

/// What links a voice to what became of it.
#[derive(Debug)]
pub(crate) struct Links {
    /// Clusters it is or was in, each with the actions drafted from it.
    pub clusters: Vec<(ClusterStep, Vec<ActionId>)>,
    /// Actions it is in by itself.
    pub direct: Vec<ActionId>,
    /// All these actions, each once.
    pub tracks: Vec<ActionTrack>,
    /// Answers of its own.
    pub outcomes: Vec<OutcomeStep>,
    /// In which roles it was done.
    pub roles: Roles,
    /// Why it is left alone, if it is.
    pub alone: Option<AloneView>,
}

impl Links {
    /// Clusters that are applied at a moment.
    pub fn joining(&self, now: Moment) -> impl Iterator<Item = &ClusterStep> {
        self.clusters.iter().map(|(cluster, _)| cluster).filter(move |one| one.life.at(now).joins())
    }

    /// Clusters that are proposed at a moment.
    pub fn proposed(&self, now: Moment) -> impl Iterator<Item = &ClusterStep> {
        let clusters = self.clusters.iter().map(|(cluster, _)| cluster);
        clusters.filter(move |one| one.life.at(now).pending())
    }

    /// Actions it is in now, by itself or through a cluster that stands and with which it agrees.
    pub fn live_tracks(&self) -> impl Iterator<Item = &ActionTrack> {
        self.tracks.iter().filter(|track| {
            self.direct.contains(&track.id)
                || self.clusters.iter().any(|(cluster, actions)| {
                    stands(cluster) && !cluster.dissent && actions.contains(&track.id)
                })
        })
    }
}

/// Whether what an action made of a cluster is told of its sources.
fn stands(cluster: &ClusterStep) -> bool {
    cluster.life.kept != ClusterState::Dissolved
}

/// Loads what links a contribution to what became of it.
pub(crate) async fn links(
    snapshot: &mut Snapshot,
    ask: &Asking,
    id: ContributionId,
) -> Result<Links, Declined> {
    let clusters = read::threads::clusters_of(snapshot, id).await?;
    let direct = read::threads::actions_of(snapshot, id).await?;
    let outcomes = read::threads::outcomes_of(snapshot, id).await?;
    let mut links = gather(snapshot, ask, clusters, direct, outcomes, Some(id)).await?;
    links.alone = crate::merging::left_alone(snapshot, &[id]).await?.remove(&id);
    Ok(links)
}

/// Loads the actions of clusters and texts, as far as this reader may know of them: a draft is
/// of those who work on it.
async fn gather(
    snapshot: &mut Snapshot,
    ask: &Asking,
    clusters: Vec<ClusterStep>,
    direct: Vec<ActionId>,
    outcomes: Vec<OutcomeStep>,
    contribution: Option<ContributionId>,
) -> Result<Links, Declined> {
    let ids: Vec<ClusterId> = clusters.iter().map(|cluster| cluster.id).collect();
    let drafted = read::threads::actions_of_clusters(snapshot, &ids).await?;
    let mut actions: Vec<ActionId> = Vec::new();
    for action in drafted.iter().map(|(_, action)| *action).chain(direct.iter().copied()) {
        if !actions.contains(&action) {
            actions.push(action);
        }
    }
    let mut tracks = read::threads::tracks(snapshot, &actions).await?;
    if crate::table::at_work(ask).is_err() {
        tracks.retain(|track| !track.sent.is_empty() || track.action.state.public());
    }
    let mut subjects: Vec<uuid::Uuid> = ids.iter().map(|id| id.uuid()).collect();
    subjects.extend(actions.iter().map(|id| id.uuid()));
    if !outcomes.is_empty() {
        subjects.extend(contribution.map(ContributionId::uuid));
    }
    let roles = read::threads::roles(snapshot, &subjects).await?;
    let clusters = clusters
        .into_iter()
        .map(|cluster| {
            let own = drafted
                .iter()
                .filter(|(from, _)| *from == cluster.id)
                .map(|(_, action)| *action)
                .collect();
            (cluster, own)
        })
        .collect();
    Ok(Links { clusters, direct, tracks, outcomes, roles, alone: None })
}

/// How much of a contribution's words this reader may see: its author, the holder of its
/// receipt and the moderators all, everybody else what is public.
pub(crate) async fn sight(
    snapshot: &mut Snapshot,
    ask: &Asking,
    id: ContributionId,
) -> Result<Sight, Declined> {
    if ask.actor == Actor::Receipt || may_read_restricted(ask) {
        return Ok(Sight::Restricted);
    }
    if let Some(person) = ask.actor.person()
        && identity::author(snapshot, id.uuid()).await? == Some(person)
    {
        return Ok(Sight::Restricted);
    }
    Ok(Sight::Public)
}

/// Whether the reader may read what is not public.
pub(crate) fn may_read_restricted(ask: &Asking) -> bool {
    permit(&ask.actor, Operation::ReadRestricted, &Facts::of(ask.ambito), ask.now).is_ok()
}

/// The thread of a contribution, downward. Nothing for a reader who may not know of it. A
/// receipt's holder asks as [`Actor::Receipt`], about the text of the receipt and no other.
pub async fn of_contribution(
    _services: &Services,
    snapshot: &mut Snapshot,
    ask: &Asking,
    id: ContributionId,
) -> Result<Thread, Declined> {
    let Some(stored) = read::contributions::by_id(snapshot, id).await? else {
        return Ok(Thread::default());
    };
    let sight = sight(snapshot, ask, id).await?;
    if sight == Sight::Public && !stored.known_to_all() {
        return Ok(Thread::default());
    }
    let round = read::rounds::by_id(snapshot, stored.round()).await?.ok_or(Declined::NotFound)?;
    let links = links(snapshot, ask, id).await?;
    let seen = stored.seen(sight)?;
    let handling = handling(snapshot, &seen, sight).await?;
    Ok(told(ask, &seen, &round, &links, &handling))
}

/// How a contribution was handled by moderators, or left by its author. What a moderator wrote
/// is for the author and the moderators.
pub(crate) async fn handling(
    snapshot: &mut Snapshot,
    seen: &SeenContribution,
    sight: Sight,
) -> Result<Handling, Declined> {
    let otherwise = seen.published.unwrap_or(seen.created);
    let mut handling =
        read::contributions::handling(snapshot, seen.id, seen.standing, otherwise).await?;
    if sight == Sight::Public
        && let Some(tombstone) = &mut handling.tombstone
    {
        tombstone.reason = None;
    }
    Ok(handling)
}

/// Tells the thread of a contribution from what was loaded of it.
pub(crate) fn told(
    ask: &Asking,
    seen: &SeenContribution,
    round: &StoredRound,
    links: &Links,
    handling: &Handling,
) -> Thread {
    let mut steps = vec![step(
        seen.created,
        None,
        0,
        StepWhat::Said {
            contribution: seen.card.contribution.clone(),
            excerpt: seen.card.excerpt.clone(),
            round: round.reference(ask.now),
        },
    )];
    if let Some(at) = handling.cleared {
        steps.push(step(at, Some(Role::Moderator), 0, StepWhat::Published));
    }
    if seen.echoes > 0 {
        // All echoes together: the moment of one of them says nothing about the others.
        let at = seen.published.unwrap_or(seen.created);
        let voices = suppression::people(seen.echoes);
        steps.push(step(at, None, 0, StepWhat::Echoed { voices }));
    }
    if let (Some(alone), Standing::Published) = (&links.alone, seen.standing) {
        let what = StepWhat::LeftAlone { class: alone.class, words: alone.words.clone() };
        steps.push(step(alone.at, Some(alone.role), 0, what));
    }
    let mut shown: Vec<ActionId> = Vec::new();
    for (cluster, actions) in &links.clusters {
        steps.push(joined(cluster, &links.roles, ask.now));
        // A voice that disagrees did not become what the others became.
        if stands(cluster) && !cluster.dissent {
            for track in links.tracks.iter().filter(|track| actions.contains(&track.id)) {
                if !shown.contains(&track.id) {
                    shown.push(track.id);
                    action_steps(&mut steps, track, &links.roles);
                }
            }
        }
    }
    for track in links.tracks.iter().filter(|track| links.direct.contains(&track.id)) {
        if !shown.contains(&track.id) {
            shown.push(track.id);
            action_steps(&mut steps, track, &links.roles);
        }
    }
    for outcome in &links.outcomes {
        let role = links.roles.of(seen.id.uuid(), Operation::GiveOutcome);
        steps.push(step(
            outcome.at,
            Some(role.unwrap_or(Role::PlanOffice)),
            1,
            StepWhat::Answered {
                outcome: outcome.outcome,
                reason: outcome.reason.clone(),
                action: outcome.action.clone(),
                addressed_to: outcome.addressed_to.clone(),
            },
        ));
    }
    match seen.standing {
        Standing::Withdrawn => {
            let at = handling.tombstone.as_ref().map_or(seen.created, |tombstone| tombstone.at);
            steps.push(step(at, None, 0, StepWhat::Withdrawn));
        }
        Standing::Hidden => {
            let tombstone = handling.tombstone.as_ref();
            let at = tombstone.map_or(seen.created, |tombstone| tombstone.at);
            let reason_class = tombstone.and_then(|tombstone| tombstone.reason_class);
            steps.push(step(at, Some(Role::Moderator), 0, StepWhat::Hidden { reason_class }));
        }
        Standing::InModeration | Standing::Published | Standing::Anonymised => {}
    }
    in_time(&mut steps);
    let next = next_of_contribution(seen, round, links, ask.now);
    steps.extend(next.map(|(next, by)| to_come(next, by)));
    Thread { steps }
}

/// What became of a cluster.
pub async fn down_from_cluster(
    _services: &Services,
    snapshot: &mut Snapshot,
    ask: &Asking,
    id: ClusterId,
) -> Result<Thread, Declined> {
    let Some(cluster) = read::threads::cluster(snapshot, id).await? else {
        return Ok(Thread::default());
    };
    let round = read::rounds::by_id(snapshot, cluster.round).await?.ok_or(Declined::NotFound)?;
    let links = gather(snapshot, ask, vec![cluster], Vec::new(), Vec::new(), None).await?;
    let mut steps = Vec::new();
    for (cluster, _) in &links.clusters {
        steps.push(joined(cluster, &links.roles, ask.now));
        if !cluster.life.at(ask.now).joins() && links.tracks.is_empty() {
            return Ok(Thread { steps });
        }
    }
    for track in &links.tracks {
        action_steps(&mut steps, track, &links.roles);
    }
    in_time(&mut steps);
    let next = next_of_actions(&links.tracks).or_else(|| {
        // Until its round is given back an action may still be drafted from it.
        let over = match round.round.state(ask.now) {
            RoundState::GivenBack | RoundState::Archived => true,
            RoundState::Draft
            | RoundState::Scheduled
            | RoundState::Open
            | RoundState::Suspended
            | RoundState::Closed
            | RoundState::InSynthesis => false,
        };
        (links.tracks.is_empty() && !over).then_some((NextStep::Drafting, None))
    });
    steps.extend(next.map(|(next, by)| to_come(next, by)));
    Ok(Thread { steps })
}

/// What became of an action.
pub async fn down_from_action(
    _services: &Services,
    snapshot: &mut Snapshot,
    ask: &Asking,
    id: ActionId,
) -> Result<Thread, Declined> {
    let links = gather(snapshot, ask, Vec::new(), vec![id], Vec::new(), None).await?;
    let mut steps = Vec::new();
    for track in &links.tracks {
        action_steps(&mut steps, track, &links.roles);
    }
    in_time(&mut steps);
    steps.extend(next_of_actions(&links.tracks).map(|(next, by)| to_come(next, by)));
    Ok(Thread { steps })
}

/// Steps of several branches in the order of time; those of one moment as they were told.
fn in_time(steps: &mut [ThreadStep]) {
    steps.sort_by_key(|step| step.at);
}

fn step(at: Moment, role: Option<Role>, depth: u8, what: StepWhat) -> ThreadStep {
    ThreadStep { at: Some(at), role, depth, what }
}

fn to_come(next: NextStep, by: Option<Moment>) -> ThreadStep {
    ThreadStep { at: None, role: None, depth: 0, what: StepWhat::Next { next, by } }
}

fn joined(cluster: &ClusterStep, roles: &Roles, now: Moment) -> ThreadStep {
    let role = roles.of(cluster.id.uuid(), Operation::MakeCluster);
    step(
        cluster.at,
        Some(role.unwrap_or(Role::Facilitator)),
        1,
        StepWhat::Joined {
            cluster: cluster.cluster.clone(),
            sources: cluster.sources,
            reason: cluster.reason.clone(),
            facilitator: cluster.facilitator.clone(),
            dissent: cluster.dissent,
            state: cluster.life.at(now),
            closes: cluster.life.closes,
            dissolved: cluster.dissolved.clone(),
        },
    )
}

/// The steps of an action, in the order of time.
fn action_steps(steps: &mut Vec<ThreadStep>, track: &ActionTrack, roles: &Roles) {
    let id = track.id.uuid();
    let action = || track.action.clone();
    let drafter = roles.of(id, Operation::DraftAction).unwrap_or(Role::PlanOffice);
    let sender = roles.of(id, Operation::SendToTable).unwrap_or(Role::PlanOffice);
    let mut own =
        vec![step(track.created, Some(drafter), 2, StepWhat::Drafted { action: action() })];
    for &at in &track.sent {
        own.push(step(at, Some(sender), 2, StepWhat::SentToTable { action: action() }));
    }
    for review in &track.reviews {
        own.push(step(
            review.at,
            Some(Role::PlanTable),
            2,
            StepWhat::Reviewed {
                action: action(),
                outcome: review.outcome,
                reason: review.reason.clone(),
                conditions: review.conditions.clone(),
            },
        ));
    }
    for act in &track.acts {
        own.push(step(
            act.at,
            Some(Role::MayorsCommittee),
            2,
            StepWhat::Deliberated {
                action: action(),
                act: act.act.clone(),
                approved: act.approved,
            },
        ));
    }
    own.sort_by_key(|step| step.at);
    // A measurement is of a day, not of a moment.
    for measure in &track.measures {
        let noon = measure.date.and_hms_opt(12, 0, 0).map(|noon| noon.and_utc());
        own.push(ThreadStep {
            at: noon,
            role: Some(Role::PlanOffice),
            depth: 2,
            what: StepWhat::Measured {
                action: action(),
                indicator: measure.indicator.clone(),
                unit: measure.unit.clone(),
                baseline: measure.baseline,
                value: measure.value,
                target: measure.target,
                date: measure.date,
            },
        });
    }
    steps.append(&mut own);
}

/// What is still to come of a voice: the unfinished stage that is farthest along.
fn next_of_contribution(
    seen: &SeenContribution,
    round: &StoredRound,
    links: &Links,
    now: Moment,
) -> Option<(NextStep, Option<Moment>)> {
    match seen.standing {
        Standing::InModeration => {
            return Some((NextStep::Moderation, Some(two_working_days(seen.created))));
        }
        Standing::Withdrawn | Standing::Hidden => return None,
        Standing::Published | Standing::Anonymised => {}
    }
    let live: Vec<&ActionTrack> = links.live_tracks().collect();
    if !live.is_empty() {
        return next_of_actions(live);
    }
    if !links.outcomes.is_empty() {
        return None;
    }
    match round.round.state(now) {
        RoundState::Draft | RoundState::Scheduled | RoundState::Open | RoundState::Suspended => {
            Some((NextStep::Closing, Some(round.round.closes)))
        }
        RoundState::Closed | RoundState::InSynthesis => Some((NextStep::Synthesis, None)),
        RoundState::GivenBack | RoundState::Archived => None,
    }
}

fn next_of_actions<'t>(
    tracks: impl IntoIterator<Item = &'t ActionTrack>,
) -> Option<(NextStep, Option<Moment>)> {
    tracks
        .into_iter()
        .filter_map(|track| match track.action.state {
            ActionState::Draft
            | ActionState::OfficeCheck
            | ActionState::Additions
            | ActionState::PutOff => Some((0, NextStep::Completing)),
            ActionState::AtTable => Some((1, NextStep::Review)),
            ActionState::Admitted | ActionState::AdmittedWithChanges => {
                Some((2, NextStep::Deliberation))
            }
            ActionState::NotAdmitted
            | ActionState::Approved
            | ActionState::NotApproved
            | ActionState::UnderWay
            | ActionState::Concluded
            | ActionState::Suspended
            | ActionState::Replanned => None,
        })
        .max_by_key(|(along, _)| *along)
        .map(|(_, next)| (next, None))
}

/// Two working days later: by when a moderator reads a text.
fn two_working_days(from: Moment) -> Moment {
    let mut day = from;
    let mut left = 2;
    while left > 0 {
        day += Duration::days(1);
        if !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
            left -= 1;
        }
    }
    day
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{TimeZone, Utc};

    #[test]
    fn a_moderator_has_two_working_days() {
        let friday = Utc.with_ymd_and_hms(2026, 3, 13, 18, 0, 0).unwrap();
        assert_eq!(two_working_days(friday), Utc.with_ymd_and_hms(2026, 3, 17, 18, 0, 0).unwrap());
        let monday = Utc.with_ymd_and_hms(2026, 3, 9, 8, 0, 0).unwrap();
        assert_eq!(two_working_days(monday), Utc.with_ymd_and_hms(2026, 3, 11, 8, 0, 0).unwrap());
    }
}
