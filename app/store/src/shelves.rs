//! On which shelf of the mixed order each text stands (`domain::ordering::mixed`).
//!
//! A text is put on its shelf when it becomes public ([`crate::counts::publish`]), and all are
//! looked at again once a day: [`set`] is called by whoever asks for a list first on a new day, so
//! that no timer has to run. It moves only what stands on another shelf than before. `trama check`
//! compares ([`crate::audit::wrong_shelves`]).

use chrono::NaiveDate;
use domain::ids::AmbitoId;
use domain::ordering::mixed::{SUPPORTED_OF, supported_from};
use domain::policy::Permit;
use domain::suppression;
use domain::time::Moment;

use crate::read::{Arg, few, first};
use crate::{Snapshot, StoreError, Tx, on};

/// The day for which shelves were last set; `None` if never, or if many texts came since.
pub async fn set_for(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Option<NaiveDate>, StoreError> {
    let sql = "SELECT shelved_on FROM ambiti WHERE id = $1";
    let row: Option<(Option<NaiveDate>,)> = first(snapshot, sql, &[ambito.uuid().into()]).await?;
    Ok(row.and_then(|(day,)| day))
}

/// Sets the shelves for a day, on which texts are new that are public since `new_from`.
pub async fn set(
    tx: &mut Tx,
    ambito: AmbitoId,
    day: NaiveDate,
    new_from: Moment,
) -> Result<(), StoreError> {
    let total = "SELECT CAST(COALESCE(SUM(n), 0) AS BIGINT) FROM contribution_counts \
                 WHERE ambito_id = $1";
    let at = "SELECT support_band FROM contributions WHERE ambito_id = $1 \
        AND kind IN ('bisogno', 'proposta') AND standing = 'pubblicato' AND support_band >= 5 \
        ORDER BY support_band DESC LIMIT 1 OFFSET $2";
    let id = Arg::Id(ambito.uuid());
    let (total,): (i64,) = first(tx, total, &[id]).await?.unwrap_or_default();
    let place = total / i64::try_from(SUPPORTED_OF).unwrap_or(i64::MAX);
    let band: Option<(i64,)> = first(tx, at, &[id, place.into()]).await?;
    let supported = supported_from(band.map(|(band,)| suppression::people(few(band))));

    let keep = "UPDATE ambiti SET shelved_on = $2, new_from = $3, supported_from = $4 \
                WHERE id = $1";
    on!(tx, c => {
        sqlx::query(keep)
            .bind(ambito.uuid())
            .bind(day)
            .bind(new_from)
            .bind(i64::from(supported))
            .execute(&mut *c)
            .await?;
        for sql in [
            // Not new any more.
            "UPDATE contributions SET shelf = \
                CASE WHEN support_band >= $3 THEN 'sostenuti' ELSE 'altri' END \
             WHERE ambito_id = $1 AND kind IN ('bisogno', 'proposta') \
             AND standing = 'pubblicato' AND shelf = 'nuovi' AND published_at < $2",
            // Only where the clock went back.
            "UPDATE contributions SET shelf = 'nuovi' \
             WHERE ambito_id = $1 AND kind IN ('bisogno', 'proposta') \
             AND standing = 'pubblicato' AND published_at >= $2 AND shelf <> 'nuovi' AND $3 > 0",
            "UPDATE contributions SET shelf = 'sostenuti' \
             WHERE ambito_id = $1 AND kind IN ('bisogno', 'proposta') \
             AND standing = 'pubblicato' AND support_band >= $3 AND shelf = 'altri' \
             AND published_at < $2",
            "UPDATE contributions SET shelf = 'altri' \
             WHERE ambito_id = $1 AND kind IN ('bisogno', 'proposta') \
             AND standing = 'pubblicato' AND shelf = 'sostenuti' AND support_band < $3 \
             AND published_at < $2",
        ] {
            sqlx::query(sql)
                .bind(ambito.uuid())
                .bind(new_from)
                .bind(i64::from(supported))
                .execute(&mut *c)
                .await?;
        }
    });
    Ok(())
}

/// Says that shelves are to be set anew, after many texts were written at once.
pub async fn forget(tx: &mut Tx, permit: &Permit) -> Result<(), StoreError> {
    let sql = "UPDATE ambiti SET shelved_on = NULL, new_from = NULL WHERE id = $1";
    on!(tx, c => { sqlx::query(sql).bind(permit.ambito().uuid()).execute(c).await?; });
    Ok(())
}
