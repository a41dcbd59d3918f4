//! The workbench: drafts of clusters and texts left alone, as they stand.
//!
//! Working papers of the office. Nothing of this is read by a public page, but for the step that
//! says a text was left alone ([`left_alone`]). What changes them is in [`acts`].

pub mod acts;
pub mod notes;

use std::collections::BTreeMap;

use domain::ids::{AmbitoId, ClusterDraftId, ContributionId, RoundId};
use domain::merging::bench::{Alone, Bench, Draft, DraftState, Place, Placed, Texts};
use domain::merging::drawn::Drawn;
use domain::people::Role;
use domain::policy::Permit;
use domain::time::Moment;
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::counts::coded;
use crate::read::{Arg, all, count, few, first, places};
use crate::{Snapshot, StoreError, Tx, on};

/// A draft as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredDraft {
    /// Which.
    pub id: ClusterDraftId,
    /// Number in the Ambito.
    pub number: i64,
    /// Its round.
    pub round: RoundId,
    /// Its texts.
    pub texts: Texts,
    /// Version of what a form could overwrite.
    pub version: i64,
    /// Where it stands.
    pub state: DraftState,
    /// When it was touched last.
    pub changed_at: Moment,
    /// By whom; empty if they hold no office any more.
    pub changed_by: String,
    /// In which role.
    pub changed_role: Role,
    /// Number of sources.
    pub sources: u32,
}

#[derive(sqlx::FromRow)]
struct DraftRow {
    id: Uuid,
    number: i64,
    round_id: Uuid,
    title: String,
    synthesis: String,
    reason: String,
    version: i64,
    ended_at: Option<Moment>,
    cluster_id: Option<Uuid>,
    changed_at: Moment,
    changed_by: String,
    changed_role: String,
    sources: i64,
}

impl TryFrom<DraftRow> for StoredDraft {
    type Error = StoreError;

    fn try_from(row: DraftRow) -> Result<Self, StoreError> {
        let state = match (row.ended_at, row.cluster_id) {
            (None, None) => DraftState::Open,
            (Some(_), None) => DraftState::Discarded,
            (Some(_), Some(cluster)) => DraftState::Proposed(cluster.into()),
            (None, Some(_)) => {
                return Err(StoreError::row("cluster_drafts", row.id, "proposed, and not ended"));
            }
        };
        Ok(StoredDraft {
            id: row.id.into(),
            number: row.number,
            round: row.round_id.into(),
            texts: Texts { title: row.title, synthesis: row.synthesis, reason: row.reason },
            version: row.version,
            state,
            changed_at: row.changed_at,
            changed_by: row.changed_by,
            changed_role: coded("cluster_drafts", row.id, &row.changed_role)?,
            sources: few(row.sources),
        })
    }
}

const COLUMNS: &str = "SELECT d.id, d.number, d.round_id, d.title, d.synthesis, d.reason, \
    d.version, d.ended_at, d.cluster_id, d.changed_at, COALESCE(o.name, '') AS changed_by, \
    d.changed_role, (SELECT CAST(COUNT(*) AS BIGINT) FROM cluster_draft_sources s \
        WHERE s.draft_id = d.id) AS sources \
    FROM cluster_drafts d \
    LEFT JOIN officers o ON o.ambito_id = d.ambito_id AND o.person_id = d.changed_by";

async fn load(
    snapshot: &mut Snapshot,
    condition: &str,
    args: &[Arg<'_>],
) -> Result<Vec<StoredDraft>, StoreError> {
    let sql = AssertSqlSafe(format!("{COLUMNS} {condition}"));
    let rows: Vec<DraftRow> = all(snapshot, sql, args).await?;
    rows.into_iter().map(StoredDraft::try_from).collect()
}

/// The draft of a number.
pub async fn by_number(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    number: i64,
) -> Result<Option<StoredDraft>, StoreError> {
    let args = &[ambito.uuid().into(), number.into()];
    let found = load(snapshot, "WHERE d.ambito_id = $1 AND d.number = $2", args).await?;
    Ok(found.into_iter().next())
}

/// Drafts by their ids.
pub async fn by_ids(
    snapshot: &mut Snapshot,
    ids: &[ClusterDraftId],
) -> Result<Vec<StoredDraft>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let condition = format!("WHERE d.id IN ({}) ORDER BY d.number", places(1, ids.len()));
    let args: Vec<Arg<'_>> = ids.iter().map(|id| id.uuid().into()).collect();
    load(snapshot, &condition, &args).await
}

/// Drafts of a round that are being worked on, what was touched last first.
pub async fn open(snapshot: &mut Snapshot, round: RoundId) -> Result<Vec<StoredDraft>, StoreError> {
    let condition = "WHERE d.round_id = $1 AND d.ended_at IS NULL \
                     ORDER BY d.changed_at DESC, d.number DESC";
    load(snapshot, condition, &[round.uuid().into()]).await
}

/// A source of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftSource {
    /// Of which draft.
    pub draft: ClusterDraftId,
    /// Which text.
    pub contribution: ContributionId,
    /// Its number.
    pub number: i64,
    /// Its place.
    pub placed: Placed,
}

/// The sources of some drafts, in their order.
pub async fn sources(
    snapshot: &mut Snapshot,
    drafts: &[ClusterDraftId],
) -> Result<Vec<DraftSource>, StoreError> {
    if drafts.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT s.draft_id, s.contribution_id, c.number, s.position, s.share, s.excerpt \
         FROM cluster_draft_sources s JOIN contributions c ON c.id = s.contribution_id \
         WHERE s.draft_id IN ({}) ORDER BY s.position, c.number",
        places(1, drafts.len())
    );
    let args: Vec<Arg<'_>> = drafts.iter().map(|id| id.uuid().into()).collect();
    let rows: Vec<(Uuid, Uuid, i64, i64, String, String)> =
        all(snapshot, AssertSqlSafe(sql), &args).await?;
    rows.into_iter()
        .map(|(draft, contribution, number, position, share, excerpt)| {
            let share = coded("cluster_draft_sources", draft, &share)?;
            let placed = Placed { position, share, excerpt };
            let (draft, contribution) = (draft.into(), contribution.into());
            Ok(DraftSource { draft, contribution, number, placed })
        })
        .collect()
}

/// From which sentences of their sources some drafts draw: draft, text, what is said of it. A text
/// that was taken out of its draft is among them: what was said comes back with it.
pub async fn drawn(
    snapshot: &mut Snapshot,
    drafts: &[ClusterDraftId],
) -> Result<Vec<(ClusterDraftId, ContributionId, Drawn)>, StoreError> {
    if drafts.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT draft_id, contribution_id, drawn FROM cluster_draft_draws \
         WHERE draft_id IN ({}) ORDER BY draft_id, contribution_id",
        places(1, drafts.len())
    );
    let args: Vec<Arg<'_>> = drafts.iter().map(|id| id.uuid().into()).collect();
    let rows: Vec<(Uuid, Uuid, String)> = all(snapshot, AssertSqlSafe(sql), &args).await?;
    rows.into_iter()
        .map(|(draft, contribution, said)| {
            let said = serde_json::from_str(&said).map_err(|error| {
                StoreError::row("cluster_draft_draws", draft, error.to_string())
            })?;
            Ok((draft.into(), contribution.into(), said))
        })
        .collect()
}

/// Those of these texts that are left alone.
pub async fn left_alone(
    snapshot: &mut Snapshot,
    texts: &[ContributionId],
) -> Result<BTreeMap<ContributionId, Alone>, StoreError> {
    if texts.is_empty() {
        return Ok(BTreeMap::new());
    }
    let sql = format!(
        "SELECT contribution_id, class, words, person_id, role, at FROM left_alone \
         WHERE contribution_id IN ({})",
        places(1, texts.len())
    );
    let args: Vec<Arg<'_>> = texts.iter().map(|id| id.uuid().into()).collect();
    let rows: Vec<(Uuid, String, String, Uuid, String, Moment)> =
        all(snapshot, AssertSqlSafe(sql), &args).await?;
    rows.into_iter()
        .map(|(id, class, words, by, role, at)| {
            let class = coded("left_alone", id, &class)?;
            let role = coded("left_alone", id, &role)?;
            Ok((id.into(), Alone { class, words, by: by.into(), role, at }))
        })
        .collect()
}

/// Drafts and texts as acts see them.
pub async fn bench(
    snapshot: &mut Snapshot,
    drafts: &[ClusterDraftId],
    texts: &[ContributionId],
) -> Result<Bench, StoreError> {
    let mut bench = Bench::default();
    for stored in by_ids(snapshot, drafts).await? {
        let StoredDraft { id, state, texts, .. } = stored;
        bench.drafts.insert(id, Draft { state, texts, ..Draft::blank() });
    }
    for source in sources(snapshot, drafts).await? {
        if let Some(draft) = bench.drafts.get_mut(&source.draft) {
            draft.sources.insert(source.contribution, source.placed);
        }
    }
    for (draft, contribution, said) in drawn(snapshot, drafts).await? {
        if let Some(draft) = bench.drafts.get_mut(&draft) {
            draft.drawn.insert(contribution, said);
        }
    }
    bench.alone = left_alone(snapshot, texts).await?;
    Ok(bench)
}

/// A text in a cluster that stands, or in a draft that is being worked on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elsewhere {
    /// Which text.
    pub contribution: ContributionId,
    /// Where it is.
    pub place: Place,
    /// The draft, where it is one.
    pub draft: Option<ClusterDraftId>,
    /// Title of the cluster, or of the draft; may be empty.
    pub title: String,
}

/// Where these texts are: clusters that stand first, then drafts, by number.
pub async fn elsewhere(
    snapshot: &mut Snapshot,
    texts: &[ContributionId],
) -> Result<Vec<Elsewhere>, StoreError> {
    if texts.is_empty() {
        return Ok(Vec::new());
    }
    let of = places(1, texts.len());
    let sql = format!(
        "SELECT 1 AS standing, s.contribution_id, k.id, k.number, k.title FROM cluster_sources s \
         JOIN clusters k ON k.id = s.cluster_id WHERE s.contribution_id IN ({of}) \
         AND k.state NOT IN ('sciolto', 'suggerito', 'separato') \
         UNION ALL SELECT 2, s.contribution_id, d.id, d.number, d.title \
         FROM cluster_draft_sources s JOIN cluster_drafts d ON d.id = s.draft_id \
         WHERE s.contribution_id IN ({of}) AND d.ended_at IS NULL ORDER BY 1, 4"
    );
    let args: Vec<Arg<'_>> = texts.iter().map(|id| id.uuid().into()).collect();
    let rows: Vec<(i32, Uuid, Uuid, i64, String)> =
        all(snapshot, AssertSqlSafe(sql), &args).await?;
    Ok(rows
        .into_iter()
        .map(|(standing, contribution, id, number, title)| {
            let (place, draft) = match standing {
                1 => (Place::Cluster(number), None),
                _ => (Place::Draft(number), Some(id.into())),
            };
            Elsewhere { contribution: contribution.into(), place, draft, title }
        })
        .collect())
}

/// The numbers of the public texts of a round that are in a draft.
pub async fn drafted(snapshot: &mut Snapshot, round: RoundId) -> Result<Vec<i64>, StoreError> {
    let sql = "SELECT DISTINCT c.number FROM cluster_drafts d \
        JOIN cluster_draft_sources s ON s.draft_id = d.id \
        JOIN contributions c ON c.id = s.contribution_id \
        WHERE d.round_id = $1 AND d.ended_at IS NULL AND c.standing = 'pubblicato'";
    let rows: Vec<(i64,)> = all(snapshot, sql, &[round.uuid().into()]).await?;
    Ok(rows.into_iter().map(|(number,)| number).collect())
}

/// How many public texts of a round that are joined to nothing are in a draft, and how many are
/// left alone.
pub async fn progress(snapshot: &mut Snapshot, round: RoundId) -> Result<(u64, u64), StoreError> {
    let sql = "SELECT (SELECT CAST(COUNT(DISTINCT s.contribution_id) AS BIGINT) \
            FROM cluster_drafts d JOIN cluster_draft_sources s ON s.draft_id = d.id \
            JOIN contributions c ON c.id = s.contribution_id \
            WHERE d.round_id = $1 AND d.ended_at IS NULL AND c.standing = 'pubblicato' \
            AND c.stage = 'pubblicato'), \
        (SELECT CAST(COUNT(*) AS BIGINT) FROM left_alone a \
            JOIN contributions c ON c.id = a.contribution_id \
            WHERE a.round_id = $1 AND c.standing = 'pubblicato' AND c.stage = 'pubblicato')";
    let row: Option<(i64, i64)> = first(snapshot, sql, &[round.uuid().into()]).await?;
    let (drafted, alone) = row.unwrap_or_default();
    Ok((count(drafted), count(alone)))
}

/// Forgets what the bench holds of the words of a text: excerpts, sentences that were linked,
/// reasons, and what acts would restore of them.
pub async fn forget(
    tx: &mut Tx,
    permit: &Permit,
    contribution: ContributionId,
) -> Result<(), StoreError> {
    forget_sentences(tx, permit, contribution).await?;
    let excerpts = "UPDATE cluster_draft_sources SET excerpt = '' WHERE contribution_id = $1";
    let alone = "DELETE FROM left_alone WHERE contribution_id = $1";
    let notes = "UPDATE bench_notes SET words = '' WHERE contribution_id = $1";
    on!(tx, c => {
        for sql in [excerpts, alone, notes] {
            sqlx::query(sql).bind(contribution.uuid()).execute(&mut *c).await?;
        }
    });
    Ok(())
}

/// Forgets sentences of a text that drafts were linked to, and what acts would restore of its
/// words.
pub(crate) async fn forget_sentences(
    tx: &mut Tx,
    _permit: &Permit,
    contribution: ContributionId,
) -> Result<(), StoreError> {
    let drawn = "DELETE FROM cluster_draft_draws WHERE contribution_id = $1";
    let changes = "UPDATE bench_changes SET change = NULL WHERE contribution_id = $1";
    on!(tx, c => {
        for sql in [drawn, changes] {
            sqlx::query(sql).bind(contribution.uuid()).execute(&mut *c).await?;
        }
    });
    Ok(())
}

/// What is not as it should be on the bench, for `trama check`: what it is, its number, and a code
/// of what is wrong with it.
pub async fn astray(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Vec<(String, i64, String)>, StoreError> {
    let sql = "SELECT 'draft', d.number, 'cluster_elsewhere' FROM cluster_drafts d \
        JOIN clusters k ON k.id = d.cluster_id \
        WHERE d.ambito_id = $1 AND k.round_id <> d.round_id \
        UNION ALL SELECT 'draft', d.number, 'source_elsewhere' FROM cluster_drafts d \
        JOIN cluster_draft_sources s ON s.draft_id = d.id \
        JOIN contributions c ON c.id = s.contribution_id \
        WHERE d.ambito_id = $1 AND c.round_id <> d.round_id \
        UNION ALL SELECT 'draft', d.number, 'linked_elsewhere' FROM cluster_drafts d \
        JOIN cluster_draft_draws s ON s.draft_id = d.id \
        JOIN contributions c ON c.id = s.contribution_id \
        WHERE d.ambito_id = $1 AND c.round_id <> d.round_id \
        UNION ALL SELECT 'contribution', c.number, 'whole_twice' FROM cluster_drafts d \
        JOIN cluster_draft_sources s ON s.draft_id = d.id \
        JOIN contributions c ON c.id = s.contribution_id \
        WHERE d.ambito_id = $1 AND d.ended_at IS NULL AND s.excerpt = '' \
        AND c.standing = 'pubblicato' GROUP BY c.number HAVING COUNT(*) > 1 \
        UNION ALL SELECT 'contribution', c.number, 'alone_elsewhere' FROM left_alone a \
        JOIN contributions c ON c.id = a.contribution_id \
        WHERE a.ambito_id = $1 AND c.round_id <> a.round_id \
        UNION ALL SELECT 'contribution', c.number, 'alone_in_draft' FROM left_alone a \
        JOIN contributions c ON c.id = a.contribution_id WHERE a.ambito_id = $1 AND EXISTS \
        (SELECT 1 FROM cluster_draft_sources s JOIN cluster_drafts d ON d.id = s.draft_id \
         WHERE s.contribution_id = a.contribution_id AND d.ended_at IS NULL) \
        UNION ALL SELECT 'act', a.number, 'undoes_elsewhere' FROM bench_acts a \
        JOIN bench_acts u ON u.id = a.undoes \
        WHERE a.ambito_id = $1 AND u.round_id <> a.round_id";
    all(snapshot, sql, &[ambito.uuid().into()]).await
}
