//! Minutes of a round.

use domain::events::{Sealed, Subject};
use domain::ids::RoundId;
use domain::methods::minutes::Ending;
use domain::policy::Permit;
use domain::time::Moment;
use domain::views::MinutesView;
use uuid::Uuid;

use super::{Told, tell};
use crate::counts::coded;
use crate::read::all;
use crate::{Snapshot, StoreError, Tx, on};

/// The minutes of a round, the newest version first.
pub async fn minutes(
    snapshot: &mut Snapshot,
    round: RoundId,
) -> Result<Vec<MinutesView>, StoreError> {
    let sql = "SELECT id, version, ending, words, at FROM round_minutes \
               WHERE round_id = $1 ORDER BY version DESC";
    let rows: Vec<(Uuid, i64, String, String, Moment)> =
        all(snapshot, sql, &[round.uuid().into()]).await?;
    rows.into_iter()
        .map(|(id, version, ending, words, at)| {
            let ending = coded("round_minutes", id, &ending)?;
            Ok(MinutesView { version, ending, words, at })
        })
        .collect()
}

/// Keeps a version of the minutes of a round.
pub async fn keep_minutes(
    tx: &mut Tx,
    permit: &Permit,
    id: Uuid,
    round: RoundId,
    version: i64,
    (ending, words): (Ending, &str),
    salt: &[u8; 32],
) -> Result<(), StoreError> {
    let sql = "INSERT INTO round_minutes (id, ambito_id, round_id, version, ending, words, at) \
               VALUES ($1, $2, $3, $4, $5, $6, $7)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(id)
            .bind(permit.ambito().uuid())
            .bind(round.uuid())
            .bind(version)
            .bind(ending.code())
            .bind(words.trim())
            .bind(permit.at())
            .execute(c)
            .await?;
    });
    let told = Told {
        subject: Subject::Round,
        subject_id: round.uuid(),
        what: Sealed::Minutes,
        row: id,
        salt,
        class: Some(ending.code()),
        version: Some(version),
        others: Vec::new(),
    };
    tell(tx, permit, told).await
}
