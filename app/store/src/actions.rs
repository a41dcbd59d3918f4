//! Candidate actions: versions that stay, sources they point at, states passed through.
//!
//! A version is never changed; saving appends another, and its hash names it (invariant 8).
//! After a change of sources or state the operation calls
//! [`counts::restage`](crate::counts::restage) for every source concerned.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use domain::actions::{ActionState, Sheet, version_hash};
use domain::events::{Details, Subject, hex};
use domain::ids::{
    ActionId, AmbitoId, ClusterId, ContributionId, IndicatorId, OrganisationId, PersonId, PlanId,
    PolicyId,
};
use domain::policy::Permit;
use domain::suppression::{self, Shown};
use domain::territory::Direction;
use domain::time::Moment;
use domain::views::{ActRef, ActionRef, DeliberationView, IndicatorCard, Point};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::counts::coded;
use crate::merging::next_number;
use crate::read::{Arg, all, few, first, places};
use crate::{Snapshot, StoreError, Tx, chain, on};

/// An action in its newest version.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredAction {
    /// Which.
    pub id: ActionId,
    /// Number in the Ambito.
    pub number: i64,
    /// Its plan.
    pub plan: PlanId,
    /// Title of the plan.
    pub plan_title: String,
    /// State.
    pub state: ActionState,
    /// Version.
    pub version: i64,
    /// Hash of the version.
    pub hash: Vec<u8>,
    /// The sheet of this version.
    pub sheet: Sheet,
    /// When it was sent to the Tavolo last.
    pub sent_at: Option<Moment>,
    /// When it last changed.
    pub changed_at: Moment,
    /// Distinct contributions it comes from, directly or through clusters that stand.
    pub voices: u32,
}

impl StoredAction {
    /// As other pages point at it.
    pub fn reference(&self) -> ActionRef {
        ActionRef { number: self.number, title: self.sheet.title.clone(), state: self.state }
    }

    /// Whether everybody may read it: from the Tavolo on.
    pub const fn public(&self) -> bool {
        self.sent_at.is_some() || self.state.public()
    }
}

#[derive(sqlx::FromRow)]
struct ActionRow {
    id: Uuid,
    number: i64,
    plan_id: Uuid,
    plan_title: String,
    state: String,
    version: i64,
    hash: Vec<u8>,
    sheet: String,
    sent_at: Option<Moment>,
    changed_at: Moment,
    voices: i64,
}

impl TryFrom<ActionRow> for StoredAction {
    type Error = StoreError;

    fn try_from(row: ActionRow) -> Result<Self, StoreError> {
        Ok(StoredAction {
            id: row.id.into(),
            number: row.number,
            plan: row.plan_id.into(),
            plan_title: row.plan_title,
            state: coded("actions", row.id, &row.state)?,
            version: row.version,
            hash: row.hash,
            sheet: serde_json::from_str(&row.sheet)
                .map_err(|why| StoreError::row("action_versions", row.id, why))?,
            sent_at: row.sent_at,
            changed_at: row.changed_at,
            voices: few(row.voices),
        })
    }
}

/// The sources of an action: the one definition, direct ones and those of clusters that stand.
macro_rules! sources_of {
    ($action:literal) => {
        concat!(
            "SELECT d.contribution_id FROM action_contributions d WHERE d.action_id = ",
            $action,
            " UNION SELECT s.contribution_id FROM action_clusters l \
              JOIN clusters k ON k.id = l.cluster_id AND k.state <> 'sciolto' \
              JOIN cluster_sources s ON s.cluster_id = k.id WHERE l.action_id = ",
            $action
        )
    };
}
pub(crate) use sources_of;

const COLUMNS: &str = concat!(
    "SELECT a.id, a.number, a.plan_id, p.title AS plan_title, a.state, a.version, v.hash, \
     v.sheet, a.sent_at, a.changed_at, (SELECT CAST(COUNT(*) AS BIGINT) FROM (",
    sources_of!("a.id"),
    ") x) AS voices FROM actions a JOIN plans p ON p.id = a.plan_id \
     JOIN action_versions v ON v.action_id = a.id AND v.version = a.version"
);

async fn load(
    snapshot: &mut Snapshot,
    condition: &str,
    args: &[Arg<'_>],
) -> Result<Vec<StoredAction>, StoreError> {
    let sql = AssertSqlSafe(format!("{COLUMNS} {condition}"));
    let rows: Vec<ActionRow> = all(snapshot, sql, args).await?;
    rows.into_iter().map(StoredAction::try_from).collect()
}

/// The action of a number.
pub async fn by_number(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    number: i64,
) -> Result<Option<StoredAction>, StoreError> {
    let args = &[ambito.uuid().into(), number.into()];
    let found = load(snapshot, "WHERE a.ambito_id = $1 AND a.number = $2", args).await?;
    Ok(found.into_iter().next())
}

/// The action of an id.
pub async fn by_id(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    id: ActionId,
) -> Result<Option<StoredAction>, StoreError> {
    let args = &[ambito.uuid().into(), id.uuid().into()];
    Ok(load(snapshot, "WHERE a.ambito_id = $1 AND a.id = $2", args).await?.into_iter().next())
}

/// The sheet of a version of an action.
pub async fn version(
    snapshot: &mut Snapshot,
    action: ActionId,
    version: i64,
) -> Result<Option<Sheet>, StoreError> {
    let sql = "SELECT sheet FROM action_versions WHERE action_id = $1 AND version = $2";
    let row: Option<(String,)> =
        first(snapshot, sql, &[action.uuid().into(), version.into()]).await?;
    row.map(|(sheet,)| {
        serde_json::from_str(&sheet)
            .map_err(|why| StoreError::row("action_versions", action.uuid(), why))
    })
    .transpose()
}

/// All actions of an Ambito, those that changed last in front.
pub async fn of_ambito(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Vec<StoredAction>, StoreError> {
    let condition = "WHERE a.ambito_id = $1 ORDER BY a.changed_at DESC, a.number DESC";
    load(snapshot, condition, &[ambito.uuid().into()]).await
}

/// Who wrote any version of an action.
pub async fn drafters(
    snapshot: &mut Snapshot,
    action: ActionId,
) -> Result<Vec<PersonId>, StoreError> {
    let sql = "SELECT DISTINCT drafted_by FROM action_versions WHERE action_id = $1";
    let rows: Vec<(Uuid,)> = all(snapshot, sql, &[action.uuid().into()]).await?;
    Ok(rows.into_iter().map(|(id,)| id.into()).collect())
}

/// Clusters an action comes from, by number, also those dissolved since.
pub async fn clusters(
    snapshot: &mut Snapshot,
    action: ActionId,
) -> Result<Vec<ClusterId>, StoreError> {
    let sql = "SELECT k.id FROM action_clusters l JOIN clusters k ON k.id = l.cluster_id \
               WHERE l.action_id = $1 ORDER BY k.number";
    let rows: Vec<(Uuid,)> = all(snapshot, sql, &[action.uuid().into()]).await?;
    Ok(rows.into_iter().map(|(id,)| id.into()).collect())
}

/// Contributions an action comes from directly, by number.
pub async fn contributions(
    snapshot: &mut Snapshot,
    action: ActionId,
) -> Result<Vec<(ContributionId, i64)>, StoreError> {
    let sql = "SELECT c.id, c.number FROM action_contributions l \
               JOIN contributions c ON c.id = l.contribution_id \
               WHERE l.action_id = $1 ORDER BY c.number";
    let rows: Vec<(Uuid, i64)> = all(snapshot, sql, &[action.uuid().into()]).await?;
    Ok(rows.into_iter().map(|(id, number)| (id.into(), number)).collect())
}

/// All contributions an action comes from, directly or through clusters that stand.
pub async fn sources(
    snapshot: &mut Snapshot,
    action: ActionId,
) -> Result<Vec<ContributionId>, StoreError> {
    let sql = sources_of!("$1");
    let rows: Vec<(Uuid,)> = all(snapshot, sql, &[action.uuid().into()]).await?;
    Ok(rows.into_iter().map(|(id,)| id.into()).collect())
}

/// Distinct supporters of at least one source: counted while their keys are there, the number
/// kept once they are cut, never fewer than a single source or cluster has.
/// What is not on record says so.
pub async fn supporters(snapshot: &mut Snapshot, action: ActionId) -> Result<Shown, StoreError> {
    let sql = concat!(
        "SELECT (SELECT CAST(COUNT(DISTINCT p.person_id) AS BIGINT) FROM supports p \
          WHERE p.contribution_id IN (",
        sources_of!("$1"),
        ")), (SELECT COALESCE(MAX(c.supports), 0) FROM contributions c WHERE c.id IN (",
        sources_of!("$1"),
        ")), (SELECT COALESCE(MAX(k.kept_supporters), 0) FROM action_clusters l \
          JOIN clusters k ON k.id = l.cluster_id AND k.state <> 'sciolto' \
          WHERE l.action_id = $1), \
         (SELECT COALESCE(MAX(kept_supporters), 0) FROM actions WHERE id = $1), \
         NOT EXISTS (SELECT 1 FROM contributions c WHERE NOT c.supports_known AND c.id IN (",
        sources_of!("$1"),
        "))"
    );
    let row: Option<(i64, i64, i64, i64, bool)> =
        first(snapshot, sql, &[action.uuid().into()]).await?;
    Ok(row.map_or(Shown::None, |(live, most, cluster, kept, known)| {
        suppression::people_known(few(live.max(most).max(cluster).max(kept)), known)
    }))
}

/// Dissenting sentences of an action's sources: contribution, sentence, answer.
pub async fn dissents(
    snapshot: &mut Snapshot,
    action: ActionId,
) -> Result<Vec<(ContributionId, String, Option<String>)>, StoreError> {
    let sql = "SELECT d.contribution_id, d.excerpt, d.answer, 0 AS rank FROM action_dissents d \
        WHERE d.action_id = $1 \
        UNION ALL \
        SELECT s.contribution_id, s.excerpt, NULL, 1 FROM action_clusters l \
        JOIN clusters k ON k.id = l.cluster_id AND k.state <> 'sciolto' \
        JOIN cluster_sources s ON s.cluster_id = k.id \
        WHERE l.action_id = $1 AND s.share = 'dissent' AND s.excerpt IS NOT NULL \
        ORDER BY 4, 1";
    let rows: Vec<(Uuid, String, Option<String>, i32)> =
        all(snapshot, sql, &[action.uuid().into()]).await?;
    let mut dissents: Vec<(ContributionId, String, Option<String>)> = Vec::new();
    for (contribution, excerpt, answer, _) in rows {
        let contribution = contribution.into();
        if !dissents.iter().any(|(of, told, _)| *of == contribution && *told == excerpt) {
            dissents.push((contribution, excerpt, answer));
        }
    }
    Ok(dissents)
}

/// Acts of the Comitato on an action, the newest first; `current` is against its version now.
pub async fn deliberations(
    snapshot: &mut Snapshot,
    action: ActionId,
) -> Result<Vec<DeliberationView>, StoreError> {
    let sql = "SELECT b.name, d.act_number, d.act_date, d.title, d.approved, d.reason, \
        l.version, l.hash, v.hash \
        FROM deliberation_actions l JOIN deliberations d ON d.id = l.deliberation_id \
        JOIN bodies b ON b.id = d.body_id JOIN actions a ON a.id = l.action_id \
        JOIN action_versions v ON v.action_id = a.id AND v.version = a.version \
        WHERE l.action_id = $1 ORDER BY d.at DESC, d.id";
    type Row = (String, String, NaiveDate, String, bool, String, i64, Vec<u8>, Vec<u8>);
    let rows: Vec<Row> = all(snapshot, sql, &[action.uuid().into()]).await?;
    Ok(rows
        .into_iter()
        .map(|(body, number, date, title, approved, reason, version, hash, now)| DeliberationView {
            act: ActRef { body, number, date },
            title,
            approved,
            reason,
            current: hash == now,
            version: (version, hex(&hash)),
        })
        .collect())
}

/// What the codes of a sheet's form stand for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Codes {
    /// Policies.
    pub policies: HashMap<String, PolicyId>,
    /// Organisations, with names.
    pub organisations: HashMap<String, (OrganisationId, String)>,
    /// Indicators.
    pub indicators: HashMap<String, IndicatorId>,
    /// People who act for the Ambito, with names (public by office).
    pub officers: BTreeMap<PersonId, String>,
}

/// What the codes of a sheet's form stand for.
pub async fn codes(snapshot: &mut Snapshot, ambito: AmbitoId) -> Result<Codes, StoreError> {
    let here = &[ambito.uuid().into()];
    let sql = "SELECT code, id FROM policies WHERE ambito_id = $1";
    let policies: Vec<(String, Uuid)> = all(snapshot, sql, here).await?;
    let sql = "SELECT code, id, name FROM organisations WHERE ambito_id = $1";
    let organisations: Vec<(String, Uuid, String)> = all(snapshot, sql, here).await?;
    let sql = "SELECT code, id FROM indicators WHERE ambito_id = $1";
    let indicators: Vec<(String, Uuid)> = all(snapshot, sql, here).await?;
    let sql = "SELECT person_id, name FROM officers WHERE ambito_id = $1";
    let officers: Vec<(Uuid, String)> = all(snapshot, sql, here).await?;
    Ok(Codes {
        policies: policies.into_iter().map(|(code, id)| (code, id.into())).collect(),
        organisations: organisations
            .into_iter()
            .map(|(code, id, name)| (code, (id.into(), name)))
            .collect(),
        indicators: indicators.into_iter().map(|(code, id)| (code, id.into())).collect(),
        officers: officers.into_iter().map(|(id, name)| (id.into(), name)).collect(),
    })
}

#[derive(sqlx::FromRow)]
struct IndicatorRow {
    id: Uuid,
    code: String,
    name: String,
    definition: String,
    unit: String,
    direction: String,
    area: Option<String>,
    source: String,
    baseline_value: f64,
    baseline_date: NaiveDate,
    target_value: Option<f64>,
    target_date: Option<NaiveDate>,
}

/// Every indicator of an Ambito with its series, of the profile or of an action, in their order.
pub async fn indicators(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Vec<(IndicatorId, IndicatorCard)>, StoreError> {
    let here = &[ambito.uuid().into()];
    let sql = "SELECT i.id, i.code, i.name, i.definition, i.unit, i.direction, a.name AS area, \
               i.source, i.baseline_value, i.baseline_date, i.target_value, i.target_date \
               FROM indicators i LEFT JOIN areas a ON a.id = i.area_id \
               WHERE i.ambito_id = $1 ORDER BY i.position, i.code";
    let rows: Vec<IndicatorRow> = all(snapshot, sql, here).await?;
    // A correction is a later measurement of the same day (invariant 18): it comes last here.
    let sql = "SELECT m.indicator_id, m.date, m.value, m.note FROM measurements m \
               JOIN indicators i ON i.id = m.indicator_id \
               WHERE i.ambito_id = $1 ORDER BY m.indicator_id, m.position";
    let measured: Vec<(Uuid, NaiveDate, f64, Option<String>)> = all(snapshot, sql, here).await?;
    let mut series: HashMap<Uuid, BTreeMap<NaiveDate, Point>> = HashMap::new();
    for (indicator, date, value, note) in measured {
        series.entry(indicator).or_default().insert(date, Point { date, value, note });
    }
    rows.into_iter()
        .map(|row| {
            let target = row.target_value.zip(row.target_date);
            let card = IndicatorCard {
                direction: coded::<Direction>("indicators", row.id, &row.direction)?,
                code: row.code,
                name: row.name,
                definition: row.definition,
                unit: row.unit,
                area: row.area,
                source: row.source,
                baseline: Point { date: row.baseline_date, value: row.baseline_value, note: None },
                target: target.map(|(value, date)| Point { date, value, note: None }),
                series: series.remove(&row.id).unwrap_or_default().into_values().collect(),
            };
            Ok((row.id.into(), card))
        })
        .collect()
}

/// The newest plan that is not closed.
pub async fn newest_plan(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Option<PlanId>, StoreError> {
    let sql = "SELECT id FROM plans WHERE ambito_id = $1 AND state <> 'chiuso' \
               ORDER BY year_from DESC, code DESC LIMIT 1";
    let row: Option<(Uuid,)> = first(snapshot, sql, &[ambito.uuid().into()]).await?;
    Ok(row.map(|(id,)| id.into()))
}

/// Of the plans of the rounds these contributions are from, the newest that is not closed.
pub async fn plan_of(
    snapshot: &mut Snapshot,
    contributions: &[ContributionId],
) -> Result<Option<PlanId>, StoreError> {
    if contributions.is_empty() {
        return Ok(None);
    }
    let sql = format!(
        "SELECT p.id FROM contributions c JOIN rounds r ON r.id = c.round_id \
         JOIN plans p ON p.id = r.plan_id WHERE c.id IN ({}) AND p.state <> 'chiuso' \
         ORDER BY p.year_from DESC, p.code DESC LIMIT 1",
        places(1, contributions.len())
    );
    let args: Vec<Arg<'_>> = contributions.iter().map(|id| id.uuid().into()).collect();
    let row: Option<(Uuid,)> = first(snapshot, AssertSqlSafe(sql), &args).await?;
    Ok(row.map(|(id,)| id.into()))
}

/// Where an action comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sources {
    /// Clusters.
    pub clusters: Vec<ClusterId>,
    /// Contributions, directly.
    pub contributions: Vec<ContributionId>,
}

/// Makes a new action with its first version. Returns its number.
pub async fn make(
    tx: &mut Tx,
    permit: &Permit,
    (id, plan, drafter): (ActionId, PlanId, PersonId),
    sheet: &Sheet,
    sources: &Sources,
) -> Result<i64, StoreError> {
    let ambito = permit.ambito();
    let number = next_number(tx, "actions", ambito).await?;
    let sql = "INSERT INTO actions (id, ambito_id, number, plan_id, programme_id, state, \
               version, drafted_by, created_at, sent_at, changed_at) \
               VALUES ($1, $2, $3, $4, NULL, $5, 1, $6, $7, NULL, $7)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(id.uuid())
            .bind(ambito.uuid())
            .bind(number)
            .bind(plan.uuid())
            .bind(ActionState::Draft.code())
            .bind(drafter.uuid())
            .bind(permit.at())
            .execute(c)
            .await?;
    });
    pass(tx, permit, id, ActionState::Draft).await?;
    write_version(tx, permit, (id, 1, drafter), sheet, sources).await?;
    Ok(number)
}

/// Appends a version to an action and points it at these sources. Returns its version.
pub async fn revise(
    tx: &mut Tx,
    permit: &Permit,
    (id, drafter): (ActionId, PersonId),
    sheet: &Sheet,
    sources: &Sources,
) -> Result<i64, StoreError> {
    let sql = "UPDATE actions SET version = version + 1, changed_at = $3 \
               WHERE id = $1 AND ambito_id = $2 RETURNING version";
    let (version,): (i64,) = on!(tx, c => {
        sqlx::query_as(sql)
            .bind(id.uuid())
            .bind(permit.ambito().uuid())
            .bind(permit.at())
            .fetch_one(c)
            .await?
    });
    write_version(tx, permit, (id, version, drafter), sheet, sources).await?;
    Ok(version)
}

async fn write_version(
    tx: &mut Tx,
    permit: &Permit,
    (id, version, drafter): (ActionId, i64, PersonId),
    sheet: &Sheet,
    sources: &Sources,
) -> Result<(), StoreError> {
    let text = sheet.text()?;
    let hash = version_hash(&text);
    let insert = "INSERT INTO action_versions \
        (action_id, version, at, drafted_by, title, policy_id, sheet, hash) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    on!(tx, c => {
        sqlx::query(insert)
            .bind(id.uuid())
            .bind(version)
            .bind(permit.at())
            .bind(drafter.uuid())
            .bind(&sheet.title)
            .bind(sheet.policy.map(PolicyId::uuid))
            .bind(&text)
            .bind(hash.as_slice())
            .execute(&mut *c)
            .await?;
        for sql in [
            "DELETE FROM action_clusters WHERE action_id = $1",
            "DELETE FROM action_contributions WHERE action_id = $1",
        ] {
            sqlx::query(sql).bind(id.uuid()).execute(&mut *c).await?;
        }
        let sql = "INSERT INTO action_clusters (action_id, cluster_id) VALUES ($1, $2)";
        for cluster in &sources.clusters {
            sqlx::query(sql).bind(id.uuid()).bind(cluster.uuid()).execute(&mut *c).await?;
        }
        let sql = "INSERT INTO action_contributions (action_id, contribution_id) VALUES ($1, $2)";
        for from in &sources.contributions {
            sqlx::query(sql).bind(id.uuid()).bind(from.uuid()).execute(&mut *c).await?;
        }
    });
    let details = Details {
        version: Some(version),
        text: Some(hex(&hash)),
        class: None,
        others: sources
            .clusters
            .iter()
            .map(|id| id.uuid())
            .chain(sources.contributions.iter().map(|id| id.uuid()))
            .collect(),
        ..Details::default()
    };
    chain::append(tx, permit, Subject::Action, id.uuid(), &details).await?;
    Ok(())
}

/// Moves an action to a state and writes it into its history, without an event.
pub(crate) async fn pass(
    tx: &mut Tx,
    permit: &Permit,
    id: ActionId,
    state: ActionState,
) -> Result<(), StoreError> {
    let sent = (state == ActionState::AtTable).then(|| permit.at());
    let set = "UPDATE actions SET state = $3, changed_at = $4, sent_at = COALESCE($5, sent_at) \
               WHERE id = $1 AND ambito_id = $2";
    let keep = "INSERT INTO action_history (action_id, position, state, at) \
        SELECT $1, COALESCE(MAX(position), 0) + 1, $2, $3 FROM action_history \
        WHERE action_id = $1";
    on!(tx, c => {
        sqlx::query(set)
            .bind(id.uuid())
            .bind(permit.ambito().uuid())
            .bind(state.code())
            .bind(permit.at())
            .bind(sent)
            .execute(&mut *c)
            .await?;
        sqlx::query(keep)
            .bind(id.uuid())
            .bind(state.code())
            .bind(permit.at())
            .execute(&mut *c)
            .await?;
    });
    Ok(())
}

/// Sends an action to the Tavolo.
pub async fn send(
    tx: &mut Tx,
    permit: &Permit,
    id: ActionId,
    version: i64,
) -> Result<(), StoreError> {
    pass(tx, permit, id, ActionState::AtTable).await?;
    let details = Details {
        version: Some(version),
        class: Some(ActionState::AtTable.code().to_owned()),
        ..Details::default()
    };
    chain::append(tx, permit, Subject::Action, id.uuid(), &details).await?;
    Ok(())
}
