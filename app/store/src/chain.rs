//! The chain of events, and the version of the Ambito that every write raises.

use domain::events::{Details, Event, Subject};
use domain::ids::AmbitoId;
use domain::policy::Permit;
use uuid::Uuid;

use crate::{Snapshot, StoreError, Tx, on};

/// Takes the Ambito for this transaction: who else writes there waits. First in every
/// operation, before its facts are read.
pub async fn lock(tx: &mut Tx, ambito: AmbitoId) -> Result<(), StoreError> {
    let sql = "UPDATE ambiti SET version = version + 1 WHERE id = $1 \
               RETURNING chain_length, chain_head";
    let end: Option<End> =
        on!(tx, c => sqlx::query_as(sql).bind(ambito.uuid()).fetch_optional(c).await?);
    tx.chain = end.map(|end| (ambito, end));
    Ok(())
}

/// The end of a chain: its length and its head.
pub(crate) type End = (i64, Vec<u8>);

/// The end of the chain of an Ambito: as this transaction left it, else as it stands.
async fn end(tx: &mut Tx, ambito: AmbitoId) -> Result<End, StoreError> {
    match tx.chain.take() {
        Some((known, end)) if known == ambito => Ok(end),
        _ => {
            let sql = "SELECT chain_length, chain_head FROM ambiti WHERE id = $1";
            Ok(on!(tx, c => sqlx::query_as(sql).bind(ambito.uuid()).fetch_one(c).await?))
        }
    }
}

/// The version of an Ambito: it moves with whatever is written there.
pub async fn version(snapshot: &mut Snapshot, ambito: AmbitoId) -> Result<Option<i64>, StoreError> {
    let sql = "SELECT version FROM ambiti WHERE id = $1";
    let row: Option<(i64,)> =
        on!(snapshot, c => sqlx::query_as(sql).bind(ambito.uuid()).fetch_optional(c).await?);
    Ok(row.map(|(version,)| version))
}

/// Appends what was done to the chain. Returns its place.
pub async fn append(
    tx: &mut Tx,
    permit: &Permit,
    subject: Subject,
    subject_id: Uuid,
    details: &Details,
) -> Result<i64, StoreError> {
    let (length, previous) = end(tx, permit.ambito()).await?;
    let (ambito, seq) = (permit.ambito().uuid(), length + 1);
    let previous: [u8; 32] = previous
        .try_into()
        .map_err(|_| StoreError::row("ambiti", ambito, "chain_head is not 32 bytes"))?;
    let event = Event {
        seq,
        at: permit.at(),
        operation: permit.operation(),
        role: permit.role().to_owned(),
        subject,
        subject_id,
        details: serde_json::to_string(details)?,
    };
    let head = event.head(&previous);
    let insert = "INSERT INTO events \
        (ambito_id, seq, at, operation, role, subject, subject_id, details, head) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let keep = "UPDATE ambiti SET chain_length = $2, chain_head = $3 WHERE id = $1";
    on!(tx, c => {
        sqlx::query(insert)
            .bind(ambito)
            .bind(seq)
            .bind(event.at)
            .bind(event.operation.code())
            .bind(&event.role)
            .bind(event.subject.code())
            .bind(event.subject_id)
            .bind(&event.details)
            .bind(head.as_slice())
            .execute(&mut *c)
            .await?;
        sqlx::query(keep).bind(ambito).bind(seq).bind(head.as_slice()).execute(&mut *c).await?;
    });
    tx.chain = Some((permit.ambito(), (seq, head.to_vec())));
    Ok(seq)
}

/// Slug, id and version of every Ambito, in one statement.
pub async fn versions(db: &crate::Db) -> Result<Vec<(String, AmbitoId, i64)>, StoreError> {
    let sql = "SELECT slug, id, version FROM ambiti";
    let rows: Vec<(String, Uuid, i64)> = match db {
        crate::Db::Sqlite { read, .. } => sqlx::query_as(sql).fetch_all(read).await?,
        crate::Db::Postgres(pool) => sqlx::query_as(sql).fetch_all(pool).await?,
    };
    Ok(rows.into_iter().map(|(slug, id, version)| (slug, id.into(), version)).collect())
}
