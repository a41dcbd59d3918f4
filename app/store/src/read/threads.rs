//! What the thread of a voice is made of: clusters, actions, reviews, acts, answers.
//!
//! Everything here is the institution's own and public by nature; the words of contributions
//! are not read here.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::actions::{ActionState, Sheet};
use domain::contributions::Words;
use domain::ids::{ActionId, ClusterId, ContributionId, IndicatorId, RoundId};
use domain::merging::ClusterState;
use domain::merging::life::Life;
use domain::outcomes::Outcome;
use domain::people::Role;
use domain::policy::Operation;
use domain::review::ReviewOutcome;
use domain::time::Moment;
use domain::views::{ActRef, ActionRef, ClusterRef};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use super::{Arg, all, few, places};
use crate::counts::coded;
use crate::{Snapshot, StoreError};

/// A cluster as a step of a thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClusterStep {
    /// Which.
    pub id: ClusterId,
    /// Which, for pages.
    pub cluster: ClusterRef,
    /// Where it stands, with the end of its objection window.
    pub life: Life,
    /// Why its sources belong together.
    pub reason: String,
    /// Its round.
    pub round: RoundId,
    /// Number of sources.
    pub sources: u32,
    /// Who made it (public by office); empty if not on record.
    pub facilitator: String,
    /// When it was made.
    pub at: Moment,
    /// The contribution it was asked for stands in it as a dissent.
    pub dissent: bool,
    /// Why it was dissolved, once it was.
    pub dissolved: Option<String>,
}

#[derive(sqlx::FromRow)]
struct ClusterRow {
    id: Uuid,
    number: i64,
    title: String,
    state: String,
    closes_at: Option<Moment>,
    reason: String,
    round_id: Uuid,
    sources: i64,
    facilitator: Option<String>,
    created_at: Moment,
    dissolved_reason: Option<String>,
    dissent: bool,
}

async fn clusters(
    snapshot: &mut Snapshot,
    dissent: &'static str,
    condition: &'static str,
    args: &[Arg<'_>],
) -> Result<Vec<ClusterStep>, StoreError> {
    let sql = format!(
        "SELECT k.id, k.number, k.title, k.state, k.closes_at, k.reason, k.round_id, \
         (SELECT CAST(COUNT(*) AS BIGINT) FROM cluster_sources x WHERE x.cluster_id = k.id) \
         AS sources, f.name AS facilitator, k.created_at, k.dissolved_reason, \
         {dissent} AS dissent FROM clusters k LEFT JOIN officers f \
         ON f.ambito_id = k.ambito_id AND f.person_id = k.facilitator_id \
         WHERE {condition} ORDER BY k.created_at, k.number"
    );
    let rows: Vec<ClusterRow> = all(snapshot, AssertSqlSafe(sql), args).await?;
    rows.into_iter()
        .map(|row| {
            let kept = coded("clusters", row.id, &row.state)?;
            Ok(ClusterStep {
                id: row.id.into(),
                cluster: ClusterRef { number: row.number, title: row.title },
                life: Life { kept, closes: row.closes_at },
                reason: row.reason,
                round: row.round_id.into(),
                sources: few(row.sources),
                facilitator: row.facilitator.unwrap_or_default(),
                at: row.created_at,
                dissent: row.dissent,
                dissolved: (kept == ClusterState::Dissolved)
                    .then(|| row.dissolved_reason.unwrap_or_default()),
            })
        })
        .collect()
}

/// Clusters a contribution is or was in, the oldest first.
pub async fn clusters_of(
    snapshot: &mut Snapshot,
    contribution: ContributionId,
) -> Result<Vec<ClusterStep>, StoreError> {
    let condition = "k.id IN (SELECT s.cluster_id FROM cluster_sources s \
                     WHERE s.contribution_id = $1)";
    let dissent = "EXISTS (SELECT 1 FROM cluster_sources d WHERE d.cluster_id = k.id \
                   AND d.contribution_id = $1 AND d.share = 'dissent')";
    clusters(snapshot, dissent, condition, &[contribution.uuid().into()]).await
}

/// One cluster.
pub async fn cluster(
    snapshot: &mut Snapshot,
    id: ClusterId,
) -> Result<Option<ClusterStep>, StoreError> {
    Ok(clusters(snapshot, "1 = 0", "k.id = $1", &[id.uuid().into()]).await?.into_iter().next())
}

/// Actions drafted from these clusters: cluster and action, in the order of the actions.
pub async fn actions_of_clusters(
    snapshot: &mut Snapshot,
    clusters: &[ClusterId],
) -> Result<Vec<(ClusterId, ActionId)>, StoreError> {
    if clusters.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT l.cluster_id, a.id FROM action_clusters l JOIN actions a ON a.id = l.action_id \
         WHERE l.cluster_id IN ({}) ORDER BY a.number",
        places(1, clusters.len())
    );
    let args: Vec<Arg<'_>> = clusters.iter().map(|id| id.uuid().into()).collect();
    let rows: Vec<(Uuid, Uuid)> = all(snapshot, AssertSqlSafe(sql), &args).await?;
    Ok(rows.into_iter().map(|(cluster, action)| (cluster.into(), action.into())).collect())
}

/// Actions a contribution is in by itself, in their order.
pub async fn actions_of(
    snapshot: &mut Snapshot,
    contribution: ContributionId,
) -> Result<Vec<ActionId>, StoreError> {
    let sql = "SELECT a.id FROM action_contributions l JOIN actions a ON a.id = l.action_id \
               WHERE l.contribution_id = $1 ORDER BY a.number";
    let rows: Vec<(Uuid,)> = all(snapshot, sql, &[contribution.uuid().into()]).await?;
    Ok(rows.into_iter().map(|(id,)| id.into()).collect())
}

/// A review as a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewStep {
    /// When.
    pub at: Moment,
    /// Outcome.
    pub outcome: ReviewOutcome,
    /// Why.
    pub reason: String,
    /// Conditions.
    pub conditions: Vec<String>,
}

/// An act of the Comitato as a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActStep {
    /// When.
    pub at: Moment,
    /// Act.
    pub act: ActRef,
    /// Approved.
    pub approved: bool,
}

/// The newest value of an indicator of an action.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasureStep {
    /// Name.
    pub indicator: String,
    /// Unit.
    pub unit: String,
    /// Where it started.
    pub baseline: f64,
    /// Where it should get.
    pub target: f64,
    /// Newest value.
    pub value: f64,
    /// Its day.
    pub date: NaiveDate,
}

/// What became of an action.
#[derive(Debug, Clone, PartialEq)]
pub struct ActionTrack {
    /// Which.
    pub id: ActionId,
    /// Which, for pages.
    pub action: ActionRef,
    /// When it was begun.
    pub created: Moment,
    /// When it was sent to the Tavolo, each time.
    pub sent: Vec<Moment>,
    /// The version that was sent, each time, as far as it is known.
    pub versions: Vec<Option<(i64, Sheet)>>,
    /// Reviews, the oldest first.
    pub reviews: Vec<ReviewStep>,
    /// Acts, the oldest first.
    pub acts: Vec<ActStep>,
    /// Newest values of its indicators, measured since it was begun.
    pub measures: Vec<MeasureStep>,
}

#[derive(sqlx::FromRow)]
struct TrackRow {
    id: Uuid,
    number: i64,
    title: String,
    state: String,
    created_at: Moment,
    sent_at: Option<Moment>,
    sheet: String,
}

#[derive(sqlx::FromRow)]
struct HappenedRow {
    what: String,
    action_id: Uuid,
    at: Moment,
    outcome: String,
    reason: String,
    conditions: String,
    body: Option<String>,
    act_number: Option<String>,
    act_date: Option<NaiveDate>,
    approved: Option<bool>,
}

/// What became of these actions, in this order.
pub async fn tracks(
    snapshot: &mut Snapshot,
    ids: &[ActionId],
) -> Result<Vec<ActionTrack>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let list = places(1, ids.len());
    let args: Vec<Arg<'_>> = ids.iter().map(|id| id.uuid().into()).collect();
    let sql = format!(
        "SELECT a.id, a.number, v.title, a.state, a.created_at, a.sent_at, v.sheet \
         FROM actions a JOIN action_versions v ON v.action_id = a.id AND v.version = a.version \
         WHERE a.id IN ({list})"
    );
    let rows: Vec<TrackRow> = all(snapshot, AssertSqlSafe(sql), &args).await?;
    let sql = format!(
        "SELECT 'sent' AS what, h.action_id, h.at, h.state AS outcome, '' AS reason, \
         '[]' AS conditions, CAST(NULL AS TEXT) AS body, CAST(NULL AS TEXT) AS act_number, \
         CAST(NULL AS DATE) AS act_date, CAST(NULL AS BOOLEAN) AS approved \
         FROM action_history h WHERE h.action_id IN ({list}) AND h.state = 'al_tavolo' \
         UNION ALL \
         SELECT 'review', r.action_id, r.at, r.outcome, r.reason, r.conditions, b.name, NULL, \
         NULL, NULL FROM reviews r JOIN bodies b ON b.id = r.body_id \
         WHERE r.action_id IN ({list}) \
         UNION ALL \
         SELECT 'act', l.action_id, d.at, '', d.reason, '[]', b.name, d.act_number, \
         d.act_date, d.approved FROM deliberation_actions l \
         JOIN deliberations d ON d.id = l.deliberation_id JOIN bodies b ON b.id = d.body_id \
         WHERE l.action_id IN ({list}) ORDER BY at"
    );
    let happened: Vec<HappenedRow> = all(snapshot, AssertSqlSafe(sql), &args).await?;

    let mut tracks = HashMap::new();
    let mut wanted: Vec<(ActionId, NaiveDate, Vec<domain::actions::ActionIndicator>)> = Vec::new();
    for row in rows {
        let id = ActionId::from(row.id);
        let state: ActionState = coded("actions", row.id, &row.state)?;
        let sheet: Sheet = serde_json::from_str(&row.sheet)
            .map_err(|why| StoreError::row("action_versions", row.id, why))?;
        wanted.push((id, row.created_at.date_naive(), sheet.indicators));
        let track = ActionTrack {
            id,
            action: ActionRef { number: row.number, title: row.title, state },
            created: row.created_at,
            sent: row.sent_at.into_iter().collect(),
            versions: Vec::new(),
            reviews: Vec::new(),
            acts: Vec::new(),
            measures: Vec::new(),
        };
        tracks.insert(id, track);
    }
    for row in happened {
        let Some(track) = tracks.get_mut(&ActionId::from(row.action_id)) else { continue };
        match (row.what.as_str(), row.body, row.act_number, row.act_date) {
            ("sent", ..) if track.sent.contains(&row.at) => {}
            ("sent", ..) => track.sent.push(row.at),
            ("review", ..) => track.reviews.push(ReviewStep {
                at: row.at,
                outcome: coded("reviews", row.action_id, &row.outcome)?,
                reason: row.reason,
                conditions: serde_json::from_str(&row.conditions)?,
            }),
            (_, Some(body), Some(number), Some(date)) => track.acts.push(ActStep {
                at: row.at,
                act: ActRef { body, number, date },
                approved: row.approved.unwrap_or(false),
            }),
            _ => {}
        }
    }
    measure(snapshot, &wanted, &mut tracks).await?;
    for track in tracks.values_mut() {
        track.sent.sort_unstable();
    }
    sent_versions(snapshot, &mut tracks).await?;
    Ok(ids.iter().filter_map(|id| tracks.remove(id)).collect())
}

/// Finds the version of each sheet that was sent to the Tavolo, each time: the newest at that
/// moment.
async fn sent_versions(
    snapshot: &mut Snapshot,
    tracks: &mut HashMap<ActionId, ActionTrack>,
) -> Result<(), StoreError> {
    let sent: Vec<ActionId> =
        tracks.values().filter(|track| !track.sent.is_empty()).map(|track| track.id).collect();
    if sent.is_empty() {
        return Ok(());
    }
    let sql = format!(
        "SELECT action_id, version, at, sheet FROM action_versions WHERE action_id IN ({}) \
         ORDER BY action_id, version",
        places(1, sent.len())
    );
    let args: Vec<Arg<'_>> = sent.iter().map(|id| id.uuid().into()).collect();
    let rows: Vec<(Uuid, i64, Moment, String)> = all(snapshot, AssertSqlSafe(sql), &args).await?;
    for track in tracks.values_mut() {
        for at in track.sent.clone() {
            let of = |row: &&(Uuid, i64, Moment, String)| row.0 == track.id.uuid() && row.2 <= at;
            let version = match rows.iter().rfind(of) {
                Some((id, version, _, sheet)) => {
                    let sheet = serde_json::from_str(sheet)
                        .map_err(|why| StoreError::row("action_versions", *id, why))?;
                    Some((*version, sheet))
                }
                None => None,
            };
            track.versions.push(version);
        }
    }
    Ok(())
}

/// A synthesis that a mediation replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RewrittenStep {
    /// Of which cluster.
    pub cluster: ClusterId,
    /// When.
    pub at: Moment,
    /// Why.
    pub reason: String,
    /// The version after it.
    pub version: i64,
    /// The synthesis before.
    pub before: String,
    /// The synthesis after.
    pub after: String,
}

/// Syntheses of these clusters that mediations replaced, the oldest first.
pub async fn rewritten(
    snapshot: &mut Snapshot,
    clusters: &[ClusterId],
) -> Result<Vec<RewrittenStep>, StoreError> {
    if clusters.is_empty() {
        return Ok(Vec::new());
    }
    let among = places(1, clusters.len());
    let args: Vec<Arg<'_>> = clusters.iter().map(|id| id.uuid().into()).collect();
    // The last row of each cluster is the synthesis that stands.
    let sql = format!(
        "SELECT cluster_id, version, synthesis FROM cluster_versions \
            WHERE cluster_id IN ({among}) \
         UNION ALL SELECT id, version, synthesis FROM clusters \
            WHERE id IN ({among}) AND version > 1 ORDER BY 1, 2"
    );
    let texts: Vec<(Uuid, i64, String)> = all(snapshot, AssertSqlSafe(sql), &args).await?;
    if texts.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT cluster_id, at, reason FROM cluster_mediations \
         WHERE cluster_id IN ({among}) AND decision = 'cambiato' ORDER BY at, id"
    );
    let decided: Vec<(Uuid, Moment, String)> = all(snapshot, AssertSqlSafe(sql), &args).await?;
    let mut steps = Vec::new();
    for cluster in clusters {
        let of = cluster.uuid();
        let own: Vec<_> = texts.iter().filter(|(id, ..)| *id == of).collect();
        let decisions = decided.iter().filter(|(id, ..)| *id == of);
        for (pair, (_, at, reason)) in own.windows(2).zip(decisions) {
            let [(_, _, before), (_, version, after)] = pair else { continue };
            steps.push(RewrittenStep {
                cluster: *cluster,
                at: *at,
                reason: reason.clone(),
                version: *version,
                before: before.clone(),
                after: after.clone(),
            });
        }
    }
    Ok(steps)
}

/// The words of a contribution, revision by revision; those erased are empty.
pub async fn revisions(
    snapshot: &mut Snapshot,
    contribution: ContributionId,
) -> Result<Vec<(Moment, Words)>, StoreError> {
    let sql = "SELECT at, title, body, strengths, recipients, doers, resources FROM revisions \
        WHERE contribution_id = $1 ORDER BY revision";
    type Row = (Moment, String, String, String, String, String, String);
    let rows: Vec<Row> = all(snapshot, sql, &[contribution.uuid().into()]).await?;
    let words = |(at, title, body, strengths, recipients, doers, resources)| {
        (at, Words { title, body, strengths, recipients, doers, resources })
    };
    Ok(rows.into_iter().map(words).collect())
}

/// Adds the newest value of each indicator that was measured since its action was begun.
async fn measure(
    snapshot: &mut Snapshot,
    wanted: &[(ActionId, NaiveDate, Vec<domain::actions::ActionIndicator>)],
    tracks: &mut HashMap<ActionId, ActionTrack>,
) -> Result<(), StoreError> {
    let mut indicators: Vec<IndicatorId> =
        wanted.iter().flat_map(|(_, _, list)| list.iter().map(|one| one.indicator)).collect();
    indicators.sort_unstable();
    indicators.dedup();
    if indicators.is_empty() {
        return Ok(());
    }
    let sql = format!(
        "SELECT i.id, i.name, i.unit, m.value, m.date FROM indicators i \
         JOIN measurements m ON m.indicator_id = i.id WHERE i.id IN ({}) \
         ORDER BY m.date, m.position",
        places(1, indicators.len())
    );
    let args: Vec<Arg<'_>> = indicators.iter().map(|id| id.uuid().into()).collect();
    let rows: Vec<(Uuid, String, String, f64, NaiveDate)> =
        all(snapshot, AssertSqlSafe(sql), &args).await?;
    // In the order of time: the last one stays.
    let newest: HashMap<IndicatorId, _> =
        rows.into_iter().map(|row| (IndicatorId::from(row.0), row)).collect();
    for (action, begun, list) in wanted {
        let Some(track) = tracks.get_mut(action) else { continue };
        for one in list {
            let Some((_, name, unit, value, date)) = newest.get(&one.indicator) else { continue };
            if date > begun {
                track.measures.push(MeasureStep {
                    indicator: name.clone(),
                    unit: unit.clone(),
                    baseline: one.baseline,
                    target: one.target,
                    value: *value,
                    date: *date,
                });
            }
        }
    }
    Ok(())
}

/// An answer given to one contribution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutcomeStep {
    /// When.
    pub at: Moment,
    /// Outcome.
    pub outcome: Outcome,
    /// Why.
    pub reason: String,
    /// The action in which it lives on.
    pub action: Option<ActionRef>,
    /// Name of the organisation it was passed on to.
    pub addressed_to: Option<String>,
}

#[derive(sqlx::FromRow)]
struct OutcomeRow {
    id: Uuid,
    at: Moment,
    outcome: String,
    reason: String,
    number: Option<i64>,
    title: Option<String>,
    state: Option<String>,
    addressed_to: Option<String>,
}

/// Answers given to one contribution, the oldest first.
pub async fn outcomes_of(
    snapshot: &mut Snapshot,
    contribution: ContributionId,
) -> Result<Vec<OutcomeStep>, StoreError> {
    let sql = "SELECT o.id, o.at, o.outcome, o.reason, a.number, v.title, a.state, \
        g.name AS addressed_to FROM outcomes o \
        LEFT JOIN actions a ON a.id = o.action_id \
        LEFT JOIN action_versions v ON v.action_id = a.id AND v.version = a.version \
        LEFT JOIN organisations g ON g.id = o.addressed_to \
        WHERE o.contribution_id = $1 ORDER BY o.at, o.id";
    let rows: Vec<OutcomeRow> = all(snapshot, sql, &[contribution.uuid().into()]).await?;
    rows.into_iter()
        .map(|row| {
            let action = match (row.number, row.title, row.state) {
                (Some(number), Some(title), Some(state)) => {
                    Some(ActionRef { number, title, state: coded("actions", row.id, &state)? })
                }
                _ => None,
            };
            Ok(OutcomeStep {
                at: row.at,
                outcome: coded("outcomes", row.id, &row.outcome)?,
                reason: row.reason,
                action,
                addressed_to: row.addressed_to,
            })
        })
        .collect()
}

/// The operations of which a thread tells in which role they were done.
const TOLD: [Operation; 5] = [
    Operation::MakeCluster,
    Operation::MediateCluster,
    Operation::DraftAction,
    Operation::SendToTable,
    Operation::GiveOutcome,
];

/// In which roles things were done ([`TOLD`]), as the events tell.
#[derive(Debug, Clone, Default)]
pub struct Roles(HashMap<(Uuid, &'static str), Role>);

impl Roles {
    /// The role in which an operation was first done on a subject; `None` if no event tells
    /// (what was imported was done by the installation).
    pub fn of(&self, subject: Uuid, operation: Operation) -> Option<Role> {
        self.0.get(&(subject, operation.code())).copied()
    }
}

/// In which roles things were done to these subjects.
pub async fn roles(snapshot: &mut Snapshot, subjects: &[Uuid]) -> Result<Roles, StoreError> {
    if subjects.is_empty() {
        return Ok(Roles::default());
    }
    let sql = format!(
        "SELECT subject_id, operation, role FROM events WHERE subject_id IN ({}) \
         AND operation IN ({}) ORDER BY subject_id, seq DESC",
        places(1, subjects.len()),
        TOLD.map(|operation| format!("'{operation}'")).join(", ")
    );
    let args: Vec<Arg<'_>> = subjects.iter().map(|id| Arg::Id(*id)).collect();
    let rows: Vec<(Uuid, String, String)> = all(snapshot, AssertSqlSafe(sql), &args).await?;
    let mut roles = Roles::default();
    for (subject, operation, held) in rows {
        let operation: Operation = coded("events", subject, &operation)?;
        let role = held.split(',').find_map(|code| code.parse::<Role>().ok());
        if let Some(role) = role {
            roles.0.insert((subject, operation.code()), role);
        }
    }
    Ok(roles)
}
