//! Reasons of objections that the detectors held: read by a moderator, published or not.

use domain::contributions::{AuthorKind, Standing};
use domain::events::{Details, Subject};
use domain::ids::{AmbitoId, ContributionId};
use domain::policy::Permit;
use domain::time::Moment;
use domain::views::ClusterRef;
use uuid::Uuid;

use crate::counts::coded;
use crate::{Snapshot, StoreError, Tx, chain, on};

/// A reason that waits for a moderator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldReason {
    /// Id of the answer.
    pub id: Uuid,
    /// The cluster it is about.
    pub cluster: ClusterRef,
    /// Its place among the answers of the cluster.
    pub position: i64,
    /// The text for which it was said.
    pub contribution: ContributionId,
    /// When.
    pub at: Moment,
    /// In which capacity the text was written.
    pub author_kind: AuthorKind,
    /// The reason.
    pub words: String,
    /// Its language.
    pub language: String,
}

#[derive(sqlx::FromRow)]
struct HeldRow {
    id: Uuid,
    number: i64,
    title: String,
    position: i64,
    contribution_id: Uuid,
    at: Moment,
    author_kind: String,
    words: String,
    language: String,
}

/// Reasons that wait, the oldest first. Those whose text left the public pages are shown nowhere,
/// and wait for nobody.
pub async fn waiting(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Vec<HeldReason>, StoreError> {
    let sql = "SELECT a.id, k.number, k.title, a.position, a.contribution_id, a.at, \
        c.author_kind, a.words, a.language FROM cluster_answers a \
        JOIN clusters k ON k.id = a.cluster_id JOIN contributions c ON c.id = a.contribution_id \
        WHERE a.ambito_id = $1 AND a.held AND a.read_at IS NULL AND c.standing = 'pubblicato' \
        ORDER BY a.at, k.number, a.position";
    let rows: Vec<HeldRow> =
        on!(snapshot, c => sqlx::query_as(sql).bind(ambito.uuid()).fetch_all(c).await?);
    rows.into_iter()
        .map(|row| {
            Ok(HeldReason {
                id: row.id,
                cluster: ClusterRef { number: row.number, title: row.title },
                position: row.position,
                contribution: row.contribution_id.into(),
                at: row.at,
                author_kind: coded("contributions", row.contribution_id, &row.author_kind)?,
                words: row.words,
                language: row.language,
            })
        })
        .collect()
}

/// Keeps what a moderator decided on a reason: it is public from now on, or it is not.
pub async fn decide(
    tx: &mut Tx,
    permit: &Permit,
    reason: &HeldReason,
    public: bool,
) -> Result<(), StoreError> {
    let sql = "UPDATE cluster_answers SET held = $3, read_at = $4 \
               WHERE id = $1 AND ambito_id = $2";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(reason.id)
            .bind(permit.ambito().uuid())
            .bind(!public)
            .bind(permit.at())
            .execute(c)
            .await?;
    });
    let standing = if public { Standing::Published } else { Standing::Hidden };
    let class = Some(standing.code().to_owned());
    let details = Details { class, ..Details::default() };
    chain::append(tx, permit, Subject::MergeAnswer, reason.id, &details).await?;
    Ok(())
}
