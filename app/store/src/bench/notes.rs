//! Notes between those who bring voices together.
//!
//! For their eyes alone: no event tells of them. Removed, or its text erased, a note stays as a
//! row without words.

use domain::ids::{AmbitoId, ClusterDraftId, ClusterId, ContributionId, PersonId, RoundId};
use domain::people::Role;
use domain::policy::Permit;
use domain::time::Moment;
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::counts::coded;
use crate::merging::next_number;
use crate::read::{Arg, all};
use crate::{Snapshot, StoreError, Tx, on};

/// What a note is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum On {
    /// A text.
    Text(ContributionId),
    /// A draft.
    Draft(ClusterDraftId),
    /// A cluster.
    Cluster(ClusterId),
    /// The round as a whole.
    Round,
}

impl On {
    /// The values of its three columns.
    const fn columns(self) -> (Option<Uuid>, Option<Uuid>, Option<Uuid>) {
        match self {
            On::Text(id) => (Some(id.uuid()), None, None),
            On::Draft(id) => (None, Some(id.uuid()), None),
            On::Cluster(id) => (None, None, Some(id.uuid())),
            On::Round => (None, None, None),
        }
    }
}

/// A note as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredNote {
    /// Number in the Ambito.
    pub number: i64,
    /// Its words; empty once it was removed.
    pub words: String,
    /// Who wrote it.
    pub person: PersonId,
    /// Their name, by office; empty if they hold none any more.
    pub by: String,
    /// In which role.
    pub role: Role,
    /// When.
    pub at: Moment,
}

/// Keeps a note.
pub async fn keep(
    tx: &mut Tx,
    permit: &Permit,
    (id, round, about): (Uuid, RoundId, On),
    (person, role): (PersonId, Role),
    words: &str,
) -> Result<(), StoreError> {
    let number = next_number(tx, "bench_notes", permit.ambito()).await?;
    let (text, draft, cluster) = about.columns();
    let sql = "INSERT INTO bench_notes (id, ambito_id, number, round_id, contribution_id, \
        draft_id, cluster_id, words, person_id, role, at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(id)
            .bind(permit.ambito().uuid())
            .bind(number)
            .bind(round.uuid())
            .bind(text)
            .bind(draft)
            .bind(cluster)
            .bind(words)
            .bind(person.uuid())
            .bind(role.code())
            .bind(permit.at())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Removes the words of somebody's own note; what is left is that there was one. Tells whether
/// there was.
pub async fn remove(
    tx: &mut Tx,
    permit: &Permit,
    round: RoundId,
    number: i64,
    person: PersonId,
) -> Result<bool, StoreError> {
    let sql = "UPDATE bench_notes SET words = '', removed_at = $5 WHERE ambito_id = $1 \
               AND round_id = $2 AND number = $3 AND person_id = $4 AND removed_at IS NULL";
    let rows = on!(tx, c => {
        sqlx::query(sql)
            .bind(permit.ambito().uuid())
            .bind(round.uuid())
            .bind(number)
            .bind(person.uuid())
            .bind(permit.at())
            .execute(c)
            .await?
            .rows_affected()
    });
    Ok(rows > 0)
}

type Row = (Uuid, i64, String, Uuid, String, String, Moment);

/// The notes on one thing of a round, in their order.
pub async fn on(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    round: RoundId,
    about: On,
) -> Result<Vec<StoredNote>, StoreError> {
    let mut args: Vec<Arg<'_>> = vec![ambito.uuid().into(), round.uuid().into()];
    let (of, id) = match about {
        On::Text(id) => ("n.contribution_id = $3", Some(id.uuid())),
        On::Draft(id) => ("n.draft_id = $3", Some(id.uuid())),
        On::Cluster(id) => ("n.cluster_id = $3", Some(id.uuid())),
        On::Round => {
            ("n.contribution_id IS NULL AND n.draft_id IS NULL AND n.cluster_id IS NULL", None)
        }
    };
    args.extend(id.map(Arg::from));
    let sql = format!(
        "SELECT n.id, n.number, n.words, n.person_id, COALESCE(o.name, ''), n.role, n.at \
         FROM bench_notes n \
         LEFT JOIN officers o ON o.ambito_id = n.ambito_id AND o.person_id = n.person_id \
         WHERE n.ambito_id = $1 AND n.round_id = $2 AND {of} ORDER BY n.number"
    );
    let rows: Vec<Row> = all(snapshot, AssertSqlSafe(sql), &args).await?;
    rows.into_iter()
        .map(|(id, number, words, person, by, role, at)| {
            let role = coded("bench_notes", id, &role)?;
            Ok(StoredNote { number, words, person: person.into(), by, role, at })
        })
        .collect()
}
