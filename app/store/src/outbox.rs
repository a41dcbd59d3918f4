//! Messages that wait to be sent. Written with the operation, claimed by a job; several servers
//! share them by claiming rows for a while.

use domain::ids::{MessageId, PersonId};
use domain::messages::{MessageKind, TRIES_MOST, wait_minutes};
use domain::policy::Permit;
use domain::time::Moment;
use uuid::Uuid;

use crate::{Db, StoreError, Tx, on};

/// A message that this server may send now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claimed {
    /// Which.
    pub id: MessageId,
    /// Ambito it belongs to.
    pub ambito: domain::ids::AmbitoId,
    /// Why it is sent.
    pub kind: MessageKind,
    /// To whom.
    pub person: PersonId,
    /// About what.
    pub subject: Uuid,
    /// How often it was tried, this time included.
    pub attempts: i64,
}

/// Writes a message, to be sent as soon as the transaction is kept.
pub async fn enqueue(
    tx: &mut Tx,
    permit: &Permit,
    id: MessageId,
    kind: MessageKind,
    person: PersonId,
    subject: Uuid,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO outbox \
        (id, ambito_id, kind, person_id, subject_id, created_at, due_at, attempts) \
        VALUES ($1, $2, $3, $4, $5, $6, $6, 0)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(id.uuid())
            .bind(permit.ambito().uuid())
            .bind(kind.code())
            .bind(person.uuid())
            .bind(subject)
            .bind(permit.at())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Claims the message that has waited longest, for five minutes: who claims it sends it.
pub async fn claim(db: &Db, now: Moment) -> Result<Option<Claimed>, StoreError> {
    let sql = "UPDATE outbox SET claimed_until = $2, attempts = attempts + 1 \
        WHERE id = (SELECT id FROM outbox WHERE sent_at IS NULL AND due_at <= $1 \
                    AND attempts < $3 AND (claimed_until IS NULL OR claimed_until < $1) \
                    ORDER BY due_at, id LIMIT 1) \
        AND (claimed_until IS NULL OR claimed_until < $1) \
        RETURNING id, ambito_id, kind, person_id, subject_id, attempts";
    let mut tx = db.write().await?;
    let until = now + chrono::Duration::minutes(5);
    let row: Option<(Uuid, Uuid, String, Uuid, Uuid, i64)> = on!(tx, c => {
        sqlx::query_as(sql).bind(now).bind(until).bind(TRIES_MOST).fetch_optional(c).await?
    });
    tx.commit().await?;
    row.map(|(id, ambito, kind, person, subject, attempts)| {
        Ok(Claimed {
            id: id.into(),
            ambito: ambito.into(),
            kind: kind.parse().map_err(|why| StoreError::row("outbox", id, why))?,
            person: person.into(),
            subject,
            attempts,
        })
    })
    .transpose()
}

/// The message was taken over by the mail server.
pub async fn sent(db: &Db, message: &Claimed, now: Moment) -> Result<(), StoreError> {
    let sql = "UPDATE outbox SET sent_at = $2 WHERE id = $1";
    let mut tx = db.write().await?;
    on!(tx, c => { sqlx::query(sql).bind(message.id.uuid()).bind(now).execute(c).await?; });
    tx.commit().await
}

/// The message could not be sent: it is tried again later.
pub async fn postpone(db: &Db, message: &Claimed, now: Moment) -> Result<(), StoreError> {
    let sql = "UPDATE outbox SET due_at = $2, claimed_until = NULL WHERE id = $1";
    let due = now + chrono::Duration::minutes(wait_minutes(message.attempts));
    let mut tx = db.write().await?;
    on!(tx, c => { sqlx::query(sql).bind(message.id.uuid()).bind(due).execute(c).await?; });
    tx.commit().await
}
