//! Acts on the bench: what each changed, so that it can be undone exactly.
//!
//! An act is written with all its changes in the transaction that makes them. Its event holds the
//! kind of the act and ids, never words.

use std::collections::BTreeMap;

use domain::events::{Details, Subject};
use domain::ids::{
    AmbitoId, BenchActId, ClusterDraftId, ClusterId, ContributionId, PersonId, RoundId,
};
use domain::merging::bench::{ActKind, Change, DraftState};
use domain::people::Role;
use domain::policy::Permit;
use domain::time::Moment;
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::counts::coded;
use crate::merging::next_number;
use crate::read::{Arg, all, few, places};
use crate::{Snapshot, StoreError, Tx, chain, on};

/// An act to be kept.
#[derive(Debug, Clone)]
pub struct NewAct {
    /// Which.
    pub id: BenchActId,
    /// In which round.
    pub round: RoundId,
    /// What was done.
    pub kind: ActKind,
    /// Who did it, and in which role.
    pub by: (PersonId, Role),
    /// The draft it is about.
    pub draft: Option<ClusterDraftId>,
    /// The draft out of which texts were moved.
    pub other_draft: Option<ClusterDraftId>,
    /// The cluster that was proposed, or taken up again.
    pub cluster: Option<ClusterId>,
    /// The act that it undoes.
    pub undoes: Option<BenchActId>,
}

/// Begins a draft: an empty row that an act then opens. Returns its number.
pub async fn begin(
    tx: &mut Tx,
    permit: &Permit,
    id: ClusterDraftId,
    round: RoundId,
    (person, role): (PersonId, Role),
) -> Result<i64, StoreError> {
    let number = next_number(tx, "cluster_drafts", permit.ambito()).await?;
    let sql = "INSERT INTO cluster_drafts (id, ambito_id, number, round_id, title, synthesis, \
        reason, version, made_at, changed_at, changed_by, changed_role, ended_at) \
        VALUES ($1, $2, $3, $4, '', '', '', 0, $5, $5, $6, $7, $5)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(id.uuid())
            .bind(permit.ambito().uuid())
            .bind(number)
            .bind(round.uuid())
            .bind(permit.at())
            .bind(person.uuid())
            .bind(role.code())
            .execute(c)
            .await?;
    });
    Ok(number)
}

/// Makes the changes of an act, and keeps it with them. Returns its number.
pub async fn enact(
    tx: &mut Tx,
    permit: &Permit,
    new: &NewAct,
    changes: &[Change],
) -> Result<i64, StoreError> {
    let mut touched: BTreeMap<ClusterDraftId, bool> = BTreeMap::new();
    for change in changes {
        apply(tx, permit, new.round, change).await?;
        if let Some(draft) = change.draft() {
            *touched.entry(draft).or_default() |= change.alters();
        }
    }
    let touch = "UPDATE cluster_drafts SET changed_at = $2, changed_by = $3, changed_role = $4, \
                 version = version + $5 WHERE id = $1";
    for (draft, alters) in touched {
        on!(tx, c => {
            sqlx::query(touch)
                .bind(draft.uuid())
                .bind(permit.at())
                .bind(new.by.0.uuid())
                .bind(new.by.1.code())
                .bind(i64::from(alters))
                .execute(c)
                .await?;
        });
    }
    keep(tx, permit, new, changes).await
}

async fn apply(
    tx: &mut Tx,
    permit: &Permit,
    round: RoundId,
    change: &Change,
) -> Result<(), StoreError> {
    match change {
        Change::State { draft, after, .. } => {
            let (ended, cluster) = match after {
                DraftState::Open => (None, None),
                DraftState::Discarded => (Some(permit.at()), None),
                DraftState::Proposed(cluster) => (Some(permit.at()), Some(cluster.uuid())),
            };
            let sql = "UPDATE cluster_drafts SET ended_at = $2, cluster_id = $3 WHERE id = $1";
            on!(tx, c => {
                sqlx::query(sql).bind(draft.uuid()).bind(ended).bind(cluster).execute(c).await?;
            });
        }
        Change::Words { draft, field, after, .. } => {
            let column = field.name();
            let sql = format!("UPDATE cluster_drafts SET {column} = $2 WHERE id = $1");
            on!(tx, c => {
                sqlx::query(AssertSqlSafe(sql)).bind(draft.uuid()).bind(after).execute(c).await?;
            });
        }
        Change::Source { draft, contribution, after: Some(placed), .. } => {
            let sql = "INSERT INTO cluster_draft_sources \
                (draft_id, contribution_id, position, share, excerpt) VALUES ($1, $2, $3, $4, $5) \
                ON CONFLICT (draft_id, contribution_id) DO UPDATE SET \
                position = excluded.position, share = excluded.share, excerpt = excluded.excerpt";
            on!(tx, c => {
                sqlx::query(sql)
                    .bind(draft.uuid())
                    .bind(contribution.uuid())
                    .bind(placed.position)
                    .bind(placed.share.code())
                    .bind(&placed.excerpt)
                    .execute(c)
                    .await?;
            });
        }
        Change::Source { draft, contribution, after: None, .. } => {
            let sql = "DELETE FROM cluster_draft_sources \
                       WHERE draft_id = $1 AND contribution_id = $2";
            on!(tx, c => {
                sqlx::query(sql).bind(draft.uuid()).bind(contribution.uuid()).execute(c).await?;
            });
        }
        Change::Drawn { draft, contribution, after: Some(said), .. } => {
            let sql = "INSERT INTO cluster_draft_draws (draft_id, contribution_id, drawn) \
                VALUES ($1, $2, $3) ON CONFLICT (draft_id, contribution_id) DO UPDATE SET \
                drawn = excluded.drawn";
            on!(tx, c => {
                sqlx::query(sql)
                    .bind(draft.uuid())
                    .bind(contribution.uuid())
                    .bind(serde_json::to_string(said)?)
                    .execute(c)
                    .await?;
            });
        }
        Change::Drawn { draft, contribution, after: None, .. } => {
            let sql = "DELETE FROM cluster_draft_draws \
                       WHERE draft_id = $1 AND contribution_id = $2";
            on!(tx, c => {
                sqlx::query(sql).bind(draft.uuid()).bind(contribution.uuid()).execute(c).await?;
            });
        }
        Change::Alone { contribution, after: Some(alone), .. } => {
            let sql = "INSERT INTO left_alone (contribution_id, ambito_id, round_id, class, words, \
                person_id, role, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) \
                ON CONFLICT (contribution_id) DO UPDATE SET class = excluded.class, \
                words = excluded.words, person_id = excluded.person_id, role = excluded.role, \
                at = excluded.at";
            on!(tx, c => {
                sqlx::query(sql)
                    .bind(contribution.uuid())
                    .bind(permit.ambito().uuid())
                    .bind(round.uuid())
                    .bind(alone.class.code())
                    .bind(&alone.words)
                    .bind(alone.by.uuid())
                    .bind(alone.role.code())
                    .bind(alone.at)
                    .execute(c)
                    .await?;
            });
        }
        Change::Alone { contribution, after: None, .. } => {
            let sql = "DELETE FROM left_alone WHERE contribution_id = $1";
            on!(tx, c => {
                sqlx::query(sql).bind(contribution.uuid()).execute(c).await?;
            });
        }
    }
    Ok(())
}

/// Keeps an act with its changes, and tells the chain of it.
async fn keep(
    tx: &mut Tx,
    permit: &Permit,
    new: &NewAct,
    changes: &[Change],
) -> Result<i64, StoreError> {
    let number = next_number(tx, "bench_acts", permit.ambito()).await?;
    let mut texts: Vec<ContributionId> = changes.iter().filter_map(Change::contribution).collect();
    texts.sort_unstable();
    texts.dedup();
    let act = "INSERT INTO bench_acts (id, ambito_id, round_id, number, kind, person_id, role, at, \
        draft_id, other_draft_id, cluster_id, texts, undoes) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    let change_of = "INSERT INTO bench_changes \
        (act_id, position, draft_id, contribution_id, change) VALUES ($1, $2, $3, $4, $5)";
    let count = i64::try_from(texts.len()).unwrap_or(i64::MAX);
    on!(tx, c => {
        sqlx::query(act)
            .bind(new.id.uuid())
            .bind(permit.ambito().uuid())
            .bind(new.round.uuid())
            .bind(number)
            .bind(new.kind.code())
            .bind(new.by.0.uuid())
            .bind(new.by.1.code())
            .bind(permit.at())
            .bind(new.draft.map(ClusterDraftId::uuid))
            .bind(new.other_draft.map(ClusterDraftId::uuid))
            .bind(new.cluster.map(ClusterId::uuid))
            .bind(count)
            .bind(new.undoes.map(BenchActId::uuid))
            .execute(&mut *c)
            .await?;
        for (position, change) in (1_i64..).zip(changes) {
            sqlx::query(change_of)
                .bind(new.id.uuid())
                .bind(position)
                .bind(change.draft().map(ClusterDraftId::uuid))
                .bind(change.contribution().map(ContributionId::uuid))
                .bind(serde_json::to_string(change)?)
                .execute(&mut *c)
                .await?;
        }
    });
    let (subject, id) = match new.draft {
        Some(draft) => (Subject::ClusterDraft, draft.uuid()),
        None => (Subject::Round, new.round.uuid()),
    };
    let details = Details {
        class: Some(new.kind.code().to_owned()),
        others: texts.into_iter().map(ContributionId::uuid).collect(),
        ..Details::default()
    };
    chain::append(tx, permit, subject, id, &details).await?;
    Ok(number)
}

/// An act as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredAct {
    /// Which.
    pub id: BenchActId,
    /// Number in the Ambito.
    pub number: i64,
    /// In which round.
    pub round: RoundId,
    /// What was done.
    pub kind: ActKind,
    /// By whom; empty if they hold no office any more.
    pub by: String,
    /// In which role.
    pub role: Role,
    /// When.
    pub at: Moment,
    /// The draft it is about.
    pub draft: Option<ClusterDraftId>,
    /// The draft out of which texts were moved.
    pub other_draft: Option<ClusterDraftId>,
    /// The cluster that was proposed, or taken up again.
    pub cluster: Option<ClusterId>,
    /// How many texts it was about.
    pub texts: u32,
    /// The act that it undoes.
    pub undoes: Option<BenchActId>,
}

#[derive(sqlx::FromRow)]
struct ActRow {
    id: Uuid,
    number: i64,
    round_id: Uuid,
    kind: String,
    by_name: String,
    role: String,
    at: Moment,
    draft_id: Option<Uuid>,
    other_draft_id: Option<Uuid>,
    cluster_id: Option<Uuid>,
    texts: i64,
    undoes: Option<Uuid>,
}

impl TryFrom<ActRow> for StoredAct {
    type Error = StoreError;

    fn try_from(row: ActRow) -> Result<Self, StoreError> {
        Ok(StoredAct {
            id: row.id.into(),
            number: row.number,
            round: row.round_id.into(),
            kind: coded("bench_acts", row.id, &row.kind)?,
            by: row.by_name,
            role: coded("bench_acts", row.id, &row.role)?,
            at: row.at,
            draft: row.draft_id.map(Into::into),
            other_draft: row.other_draft_id.map(Into::into),
            cluster: row.cluster_id.map(Into::into),
            texts: few(row.texts),
            undoes: row.undoes.map(Into::into),
        })
    }
}

const COLUMNS: &str = "SELECT a.id, a.number, a.round_id, a.kind, \
    COALESCE(o.name, '') AS by_name, a.role, a.at, a.draft_id, a.other_draft_id, a.cluster_id, \
    a.texts, a.undoes FROM bench_acts a \
    LEFT JOIN officers o ON o.ambito_id = a.ambito_id AND o.person_id = a.person_id";

async fn load(
    snapshot: &mut Snapshot,
    condition: &str,
    args: &[Arg<'_>],
) -> Result<Vec<StoredAct>, StoreError> {
    let sql = AssertSqlSafe(format!("{COLUMNS} {condition}"));
    let rows: Vec<ActRow> = all(snapshot, sql, args).await?;
    rows.into_iter().map(StoredAct::try_from).collect()
}

/// The last acts of a round, the newest first.
pub async fn last(
    snapshot: &mut Snapshot,
    round: RoundId,
    most: u32,
) -> Result<Vec<StoredAct>, StoreError> {
    let condition = format!("WHERE a.round_id = $1 ORDER BY a.number DESC LIMIT {most}");
    load(snapshot, &condition, &[round.uuid().into()]).await
}

/// The act of a number.
pub async fn by_number(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    number: i64,
) -> Result<Option<StoredAct>, StoreError> {
    let args = &[ambito.uuid().into(), number.into()];
    let found = load(snapshot, "WHERE a.ambito_id = $1 AND a.number = $2", args).await?;
    Ok(found.into_iter().next())
}

/// The acts of a round after one that touched any of these drafts or texts, the newest first.
pub async fn later(
    snapshot: &mut Snapshot,
    act: &StoredAct,
    drafts: &[ClusterDraftId],
    texts: &[ContributionId],
) -> Result<Vec<StoredAct>, StoreError> {
    let mut args: Vec<Arg<'_>> = vec![act.round.uuid().into(), act.number.into()];
    let mut of = Vec::new();
    if !drafts.is_empty() {
        of.push(format!("x.draft_id IN ({})", places(3, drafts.len())));
        args.extend(drafts.iter().map(|id| Arg::from(id.uuid())));
    }
    if !texts.is_empty() {
        of.push(format!("x.contribution_id IN ({})", places(3 + drafts.len(), texts.len())));
        args.extend(texts.iter().map(|id| Arg::from(id.uuid())));
    }
    if of.is_empty() {
        return Ok(Vec::new());
    }
    let condition = format!(
        "WHERE a.round_id = $1 AND a.number > $2 AND EXISTS (SELECT 1 FROM bench_changes x \
         WHERE x.act_id = a.id AND ({})) ORDER BY a.number DESC",
        of.join(" OR ")
    );
    load(snapshot, &condition, &args).await
}

/// The changes of some acts, each in their order. `None` in place of those of an act of which
/// something was erased.
pub async fn changes(
    snapshot: &mut Snapshot,
    acts: &[BenchActId],
) -> Result<BTreeMap<BenchActId, Option<Vec<Change>>>, StoreError> {
    if acts.is_empty() {
        return Ok(BTreeMap::new());
    }
    let sql = format!(
        "SELECT act_id, change FROM bench_changes WHERE act_id IN ({}) ORDER BY act_id, position",
        places(1, acts.len())
    );
    let args: Vec<Arg<'_>> = acts.iter().map(|id| id.uuid().into()).collect();
    let rows: Vec<(Uuid, Option<String>)> = all(snapshot, AssertSqlSafe(sql), &args).await?;
    let mut found: BTreeMap<BenchActId, Option<Vec<Change>>> =
        acts.iter().map(|act| (*act, Some(Vec::new()))).collect();
    for (act, change) in rows {
        let Some(change) = change else {
            found.insert(act.into(), None);
            continue;
        };
        let change = serde_json::from_str(&change)
            .map_err(|error| StoreError::row("bench_changes", act, error.to_string()))?;
        if let Some(Some(changes)) = found.get_mut(&act.into()) {
            changes.push(change);
        }
    }
    Ok(found)
}
