//! Who is at the workbench of a round. Rows beside the plan: no event, no version; each is
//! written again while somebody stays, and is gone within minutes.

use domain::ids::{PersonId, RoundId};
use domain::merging::presence::{LATELY, UnderReading};
use domain::policy::Permit;
use domain::time::Moment;
use uuid::Uuid;

use crate::read::all;
use crate::{Snapshot, StoreError, Tx, on};

/// Somebody at a bench.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// Who.
    pub person: PersonId,
    /// Their name, public by office.
    pub name: Option<String>,
    /// What they are reading.
    pub reading: Option<UnderReading>,
    /// When they were last seen.
    pub at: Moment,
}

/// Who was seen at the bench of a round after a moment, by name.
pub async fn since(
    snapshot: &mut Snapshot,
    round: RoundId,
    after: Moment,
) -> Result<Vec<Seen>, StoreError> {
    let sql = "SELECT p.person_id, o.name, p.reading, p.seen_at FROM bench_presence p \
        LEFT JOIN officers o ON o.ambito_id = p.ambito_id AND o.person_id = p.person_id \
        WHERE p.round_id = $1 AND p.seen_at > $2 ORDER BY o.name, p.person_id";
    let rows: Vec<(Uuid, Option<String>, Option<String>, Moment)> =
        all(snapshot, sql, &[round.uuid().into(), after.into()]).await?;
    Ok(rows
        .into_iter()
        .map(|(person, name, reading, at)| Seen {
            person: person.into(),
            name,
            reading: reading.as_deref().and_then(UnderReading::parse),
            at,
        })
        .collect())
}

/// Writes down that a person is there now, and forgets who was not seen for minutes.
pub async fn see(
    tx: &mut Tx,
    permit: &Permit,
    round: RoundId,
    person: PersonId,
    reading: Option<UnderReading>,
) -> Result<(), StoreError> {
    let forget = "DELETE FROM bench_presence WHERE seen_at <= $1";
    let keep = "INSERT INTO bench_presence (ambito_id, round_id, person_id, reading, seen_at) \
        VALUES ($1, $2, $3, $4, $5) ON CONFLICT (round_id, person_id) \
        DO UPDATE SET reading = excluded.reading, seen_at = excluded.seen_at";
    on!(tx, c => {
        sqlx::query(forget).bind(permit.at() - LATELY).execute(&mut *c).await?;
        sqlx::query(keep)
            .bind(permit.ambito().uuid())
            .bind(round.uuid())
            .bind(person.uuid())
            .bind(reading.map(|reading| reading.to_string()))
            .bind(permit.at())
            .execute(&mut *c)
            .await?;
    });
    Ok(())
}

/// A person is there no longer.
pub async fn leave(tx: &mut Tx, round: RoundId, person: PersonId) -> Result<(), StoreError> {
    let sql = "DELETE FROM bench_presence WHERE round_id = $1 AND person_id = $2";
    on!(tx, c => {
        sqlx::query(sql).bind(round.uuid()).bind(person.uuid()).execute(c).await?;
    });
    Ok(())
}
