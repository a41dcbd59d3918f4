//! What pages show of the life of a merge: its steps, and what each author may answer.

use domain::contributions::Standing;
use domain::ids::{ClusterId, ContributionId};
use domain::merging::ClusterState;
use domain::merging::life::MergeAnswer;
use domain::people::Actor;
use domain::policy::{Facts, Operation, permit};
use domain::time::Moment;
use domain::views::{
    ContributionRef, LifeStep, LifeWhat, May, MineMerge, OwnAnswer, OwnMerge, ProposedMerge,
};
use serde::Deserialize;
use store::merge_life::{self, StoredAnswer};
use store::merging::StoredCluster;
use store::{Snapshot, identity};

use super::life::answerable;
use crate::{Asking, Declined};

/// Where a cluster stands, in short.
pub(super) fn proposed(cluster: &StoredCluster, now: Moment) -> ProposedMerge {
    ProposedMerge {
        cluster: cluster.reference(),
        state: cluster.life.at(now),
        closes: cluster.life.closes,
    }
}

/// An objection as an import brought it.
#[derive(Deserialize)]
struct Brought {
    at: Moment,
    text: String,
    resolved: Option<Moment>,
    resolution: Option<String>,
}

/// What happened to a cluster, in its order. A held reason is told to staff alone; one whose text
/// left the public pages to nobody.
pub(super) async fn life(
    snapshot: &mut Snapshot,
    cluster: &StoredCluster,
    answers: &[StoredAnswer],
    staff: bool,
    now: Moment,
) -> Result<Vec<LifeStep>, Declined> {
    let mut steps = vec![LifeStep {
        at: cluster.created_at,
        what: LifeWhat::Proposed {
            by: cluster.facilitator_name.clone(),
            until: cluster.life.closes,
        },
    }];
    let brought: Vec<Brought> = serde_json::from_str(&cluster.objections).unwrap_or_default();
    for one in brought {
        let reason = Some(one.text);
        let language = "it".to_owned();
        let what = LifeWhat::Objected { author: None, reason, language, held: false };
        steps.push(LifeStep { at: one.at, what });
        if let (Some(at), Some(reason)) = (one.resolved, one.resolution) {
            let what = LifeWhat::Mediated { decision: None, reason, by: String::new() };
            steps.push(LifeStep { at, what });
        }
    }
    for (place, answer) in answers.iter().enumerate() {
        let before = answers[..place]
            .iter()
            .rfind(|one| one.contribution == answer.contribution)
            .map(|one| one.answer);
        let author = answer.author_kind;
        let readable = answer.public && !answer.words.is_empty() && (staff || !answer.held);
        let what = match (answer.answer, before) {
            (MergeAnswer::Objected, _) => LifeWhat::Objected {
                author: Some(author),
                reason: readable.then(|| answer.words.clone()),
                language: answer.language.clone(),
                held: answer.held,
            },
            (MergeAnswer::Dissented, _) => LifeWhat::Dissented { author },
            (MergeAnswer::Accepted, Some(MergeAnswer::Objected)) => LifeWhat::TookBack { author },
            // Who agrees needs no line: nothing changes by it.
            (MergeAnswer::Accepted, _) => continue,
        };
        steps.push(LifeStep { at: answer.at, what });
    }
    let mediations = merge_life::mediations(snapshot, cluster.id).await?;
    let mediated = !mediations.is_empty();
    for one in mediations {
        let (decision, reason, by) = (Some(one.decision), one.reason, one.mediator);
        steps.push(LifeStep { at: one.at, what: LifeWhat::Mediated { decision, reason, by } });
    }
    if let Some(at) = applied(cluster, now).filter(|_| !mediated) {
        steps.push(LifeStep { at, what: LifeWhat::Applied });
    }
    if let (Some(at), Some(reason)) = (cluster.dissolved_at, cluster.dissolved.clone()) {
        steps.push(LifeStep { at, what: LifeWhat::Dissolved { reason } });
    }
    steps.sort_by_key(|step| step.at);
    Ok(steps)
}

/// Since when a cluster is applied: as it is written down, or as the clock says.
pub(super) fn applied(cluster: &StoredCluster, now: Moment) -> Option<Moment> {
    match cluster.life.at(now) {
        ClusterState::Applied => cluster.applied_at.or(cluster.life.closes),
        ClusterState::Dissolved => cluster.applied_at,
        ClusterState::Suggested
        | ClusterState::Proposed
        | ClusterState::ObjectionWindow
        | ClusterState::Contested
        | ClusterState::Mediated
        | ClusterState::Apart => None,
    }
}

/// A text one wrote, of which merges are shown.
pub(crate) struct OwnText {
    /// Which.
    pub id: ContributionId,
    /// Which, for pages.
    pub contribution: ContributionRef,
    /// Its words.
    pub body: String,
    /// Where it stands.
    pub standing: Standing,
}

/// The merges of one's own text that had an objection window, with what may be answered.
pub(crate) async fn of_text(
    snapshot: &mut Snapshot,
    ask: &Asking,
    actor: &Actor,
    text: &OwnText,
) -> Result<Vec<OwnMerge>, Declined> {
    let ids = merge_life::clusters_with(snapshot, &[text.id]).await?;
    of_clusters(snapshot, ask, actor, text, &ids).await
}

/// The same, of these clusters.
pub(super) async fn of_clusters(
    snapshot: &mut Snapshot,
    ask: &Asking,
    actor: &Actor,
    text: &OwnText,
    ids: &[ClusterId],
) -> Result<Vec<OwnMerge>, Declined> {
    let clusters = store::merging::by_ids(snapshot, ids).await?;
    let answers = merge_life::answers(snapshot, ids).await?;
    let links = store::merging::sources(snapshot, ids).await?;
    let public = text.standing == Standing::Published;
    let facts = Facts { own: true, public, ..Facts::of(ask.ambito) };
    let leave = permit(actor, Operation::AnswerCluster, &facts, ask.now).map(|_| ());
    Ok(clusters
        .iter()
        .filter_map(|cluster| {
            let link = links
                .iter()
                .find(|link| link.cluster == cluster.id && link.contribution == text.id)?;
            let standing = merge_life::standing(&answers, cluster.id);
            let last = standing.get(&text.id).copied();
            let before = last.map(|last| last.answer);
            let may = |answer| -> May {
                answerable(text.standing)?;
                leave.clone()?;
                cluster.life.takes(answer, before, ask.now)
            };
            Some(OwnMerge {
                merge: proposed(cluster, ask.now),
                synthesis: cluster.synthesis.clone(),
                reason: cluster.reason.clone(),
                source: text.contribution.clone(),
                body: text.body.clone(),
                share: link.share,
                answer: last.map(|last| OwnAnswer {
                    answer: last.answer,
                    at: last.at,
                    words: last.words.clone(),
                    language: last.language.clone(),
                    held: last.held,
                }),
                may_accept: may(MergeAnswer::Accepted),
                may_object: may(MergeAnswer::Objected),
                may_dissent: may(MergeAnswer::Dissented),
            })
        })
        .collect())
}

/// Merges of what a person wrote or supports, the newest first.
pub(crate) async fn of_person(
    snapshot: &mut Snapshot,
    ask: &Asking,
    written: &[ContributionId],
    supported: &[ContributionId],
) -> Result<Vec<MineMerge>, Declined> {
    let mut texts = written.to_vec();
    texts.extend(supported);
    let ids = merge_life::clusters_with(snapshot, &texts).await?;
    let mut clusters = store::merging::by_ids(snapshot, &ids).await?;
    clusters.sort_by_key(|cluster| std::cmp::Reverse((cluster.created_at, cluster.number)));
    let answers = merge_life::answers(snapshot, &ids).await?;
    let links = store::merging::sources(snapshot, &ids).await?;
    Ok(clusters
        .iter()
        .map(|cluster| {
            let wrote = links
                .iter()
                .any(|link| link.cluster == cluster.id && written.contains(&link.contribution));
            let own = answers
                .iter()
                .rfind(|one| one.cluster == cluster.id && written.contains(&one.contribution));
            MineMerge {
                merge: proposed(cluster, ask.now),
                wrote,
                answer: own.map(|one| one.answer),
            }
        })
        .collect())
}

/// Which of these texts the viewer wrote.
pub(super) async fn own_among(
    snapshot: &mut Snapshot,
    ask: &Asking,
    texts: &[ContributionId],
) -> Result<Vec<ContributionId>, Declined> {
    let Some(person) = ask.actor.person() else { return Ok(Vec::new()) };
    let written = identity::subjects_of(snapshot, ask.ambito, person).await?;
    Ok(texts.iter().copied().filter(|text| written.contains(&text.uuid())).collect())
}
