//! Versions of the draft of a round.

use domain::events::{Sealed, Subject};
use domain::ids::{AmendmentId, RoundId};
use domain::methods::draft::DraftText;
use domain::policy::Permit;
use domain::time::Moment;
use domain::views::VersionRow;
use uuid::Uuid;

use super::{Told, tell};
use crate::read::{all, first};
use crate::{Snapshot, StoreError, Tx, on};

/// A version of a draft, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredDraft {
    /// Which, from 1.
    pub version: i64,
    /// Its paragraphs.
    pub text: DraftText,
}

fn read(row: Option<(Uuid, i64, String)>) -> Result<Option<StoredDraft>, StoreError> {
    row.map(|(id, version, text)| {
        let text = serde_json::from_str(&text)
            .map_err(|error| StoreError::row("draft_versions", id, error))?;
        Ok(StoredDraft { version, text })
    })
    .transpose()
}

/// The newest version of the draft of a round.
pub async fn newest_draft(
    snapshot: &mut Snapshot,
    round: RoundId,
) -> Result<Option<StoredDraft>, StoreError> {
    let sql = "SELECT id, version, text FROM draft_versions WHERE round_id = $1 \
               ORDER BY version DESC LIMIT 1";
    read(first(snapshot, sql, &[round.uuid().into()]).await?)
}

/// One version of the draft of a round.
pub async fn draft_version(
    snapshot: &mut Snapshot,
    round: RoundId,
    version: i64,
) -> Result<Option<StoredDraft>, StoreError> {
    let sql = "SELECT id, version, text FROM draft_versions WHERE round_id = $1 AND version = $2";
    read(first(snapshot, sql, &[round.uuid().into(), version.into()]).await?)
}

/// All versions of the draft of a round, the newest first.
pub async fn draft_versions(
    snapshot: &mut Snapshot,
    round: RoundId,
) -> Result<Vec<VersionRow>, StoreError> {
    let sql = "SELECT d.version, d.at, d.why, a.number FROM draft_versions d \
               LEFT JOIN amendments a ON a.id = d.amendment_id \
               WHERE d.round_id = $1 ORDER BY d.version DESC";
    let rows: Vec<(i64, Moment, String, Option<i64>)> =
        all(snapshot, sql, &[round.uuid().into()]).await?;
    Ok(rows
        .into_iter()
        .map(|(version, at, why, amendment)| VersionRow { version, at, why, amendment })
        .collect())
}

/// A version to keep.
#[derive(Debug, Clone)]
pub struct NewDraft<'a> {
    /// Its id.
    pub id: Uuid,
    /// Of which round.
    pub round: RoundId,
    /// Which, from 1.
    pub version: i64,
    /// Its paragraphs.
    pub text: &'a DraftText,
    /// Why, in the institution's words; may be empty.
    pub why: &'a str,
    /// The amendment that made it.
    pub amendment: Option<AmendmentId>,
    /// Salt of its seal.
    pub salt: [u8; 32],
}

/// Keeps a version of a draft; it is the newest from then on.
pub async fn keep_draft(
    tx: &mut Tx,
    permit: &Permit,
    new: &NewDraft<'_>,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO draft_versions \
        (id, ambito_id, round_id, version, text, why, amendment_id, at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let text = serde_json::to_string(new.text)?;
    on!(tx, c => {
        sqlx::query(sql)
            .bind(new.id)
            .bind(permit.ambito().uuid())
            .bind(new.round.uuid())
            .bind(new.version)
            .bind(&text)
            .bind(new.why)
            .bind(new.amendment.map(AmendmentId::uuid))
            .bind(permit.at())
            .execute(c)
            .await?;
    });
    let told = Told {
        subject: Subject::Draft,
        subject_id: new.id,
        what: Sealed::Draft,
        row: new.id,
        salt: &new.salt,
        class: None,
        version: Some(new.version),
        others: std::iter::once(new.round.uuid())
            .chain(new.amendment.map(AmendmentId::uuid))
            .collect(),
    };
    tell(tx, permit, told).await
}
