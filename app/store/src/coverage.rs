//! Publications of who has been heard in a round (`domain::coverage`). They hold no exact number.

use domain::coverage::Publication;
use domain::events::{Details, Subject};
use domain::ids::{AmbitoId, RoundId};
use domain::policy::Permit;
use domain::territory::Category;
use domain::time::Moment;
use uuid::Uuid;

use crate::counts::coded;
use crate::read::{all, first};
use crate::{Snapshot, StoreError, Tx, chain, on};

/// A publication as it was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// Its number in the round, from 1.
    pub number: i64,
    /// When.
    pub at: Moment,
    /// What.
    pub publication: Publication,
}

/// The last publication of a round.
pub async fn last(
    snapshot: &mut Snapshot,
    round: RoundId,
) -> Result<Option<Published>, StoreError> {
    let sql = "SELECT number, at, publication FROM coverage WHERE round_id = $1 \
               ORDER BY number DESC LIMIT 1";
    let row: Option<(i64, Moment, String)> = first(snapshot, sql, &[round.uuid().into()]).await?;
    row.map(|(number, at, publication)| {
        Ok(Published { number, at, publication: serde_json::from_str(&publication)? })
    })
    .transpose()
}

/// Keeps a publication of a round. Returns its number.
pub async fn publish(
    tx: &mut Tx,
    permit: &Permit,
    round: RoundId,
    publication: &Publication,
) -> Result<i64, StoreError> {
    let next = "SELECT COALESCE(MAX(number), 0) + 1 FROM coverage WHERE round_id = $1";
    let sql = "INSERT INTO coverage (round_id, number, ambito_id, at, publication) \
               VALUES ($1, $2, $3, $4, $5)";
    let text = serde_json::to_string(publication)?;
    let number = on!(tx, c => {
        let (number,): (i64,) =
            sqlx::query_as(next).bind(round.uuid()).fetch_one(&mut *c).await?;
        sqlx::query(sql)
            .bind(round.uuid())
            .bind(number)
            .bind(permit.ambito().uuid())
            .bind(permit.at())
            .bind(&text)
            .execute(c)
            .await?;
        number
    });
    let details = Details { version: Some(number), ..Details::default() };
    chain::append(tx, permit, Subject::Round, round.uuid(), &details).await?;
    Ok(number)
}

/// Organisations of the register that have said nothing public in a round, by name.
pub async fn silent(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    round: RoundId,
) -> Result<Vec<(Category, String)>, StoreError> {
    let sql = "SELECT o.id, o.category, o.name FROM organisations o WHERE o.ambito_id = $1 \
        AND NOT EXISTS (SELECT 1 FROM contributions c WHERE c.organisation_id = o.id \
            AND c.round_id = $2 AND c.standing = 'pubblicato') ORDER BY o.name, o.code";
    let args = [ambito.uuid().into(), round.uuid().into()];
    let rows: Vec<(Uuid, String, String)> = all(snapshot, sql, &args).await?;
    rows.into_iter()
        .map(|(id, category, name)| Ok((coded("organisations", id, &category)?, name)))
        .collect()
}

/// All publications of an Ambito, as `trama check` reads them: number of the round, their own,
/// when, and the text.
pub async fn checked(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Vec<(i64, i64, Moment, String)>, StoreError> {
    let sql = "SELECT r.number, k.number, k.at, k.publication FROM coverage k \
        JOIN rounds r ON r.id = k.round_id WHERE k.ambito_id = $1 ORDER BY r.number, k.number";
    all(snapshot, sql, &[ambito.uuid().into()]).await
}
