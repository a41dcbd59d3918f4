//! Double sending: a form carries a random id, and what its first sending made is remembered.

use domain::policy::Permit;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{Snapshot, StoreError, Tx, on};

/// SHA-256 of a form's id: all that is stored of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FormHash([u8; 32]);

impl FormHash {
    /// Of an id that the server made: at least 128 random bits, in lower-case hexadecimal.
    /// `None` for anything else, which is then not remembered at all.
    pub fn of(form_id: &str) -> Option<FormHash> {
        let made_by_us = form_id.len() >= 32
            && form_id.len() <= 64
            && form_id.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
        made_by_us.then(|| FormHash(Sha256::digest(form_id.as_bytes()).into()))
    }
}

/// What the first sending of this form made, if it was sent before. To be asked after the
/// Ambito is locked.
pub async fn made(
    snapshot: &mut Snapshot,
    form: Option<FormHash>,
) -> Result<Option<Uuid>, StoreError> {
    let Some(FormHash(hash)) = form else { return Ok(None) };
    let sql = "SELECT subject_id FROM sent_forms WHERE form_hash = $1";
    let found: Option<(Uuid,)> =
        on!(snapshot, c => sqlx::query_as(sql).bind(hash.as_slice()).fetch_optional(c).await?);
    Ok(found.map(|(subject,)| subject))
}

/// Remembers what this sending made.
pub async fn remember(
    tx: &mut Tx,
    permit: &Permit,
    form: Option<FormHash>,
    subject: Uuid,
) -> Result<(), StoreError> {
    let Some(FormHash(hash)) = form else { return Ok(()) };
    let sql = "INSERT INTO sent_forms (form_hash, at, subject_id) VALUES ($1, $2, $3)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(hash.as_slice())
            .bind(permit.at())
            .bind(subject)
            .execute(c)
            .await?;
    });
    Ok(())
}
