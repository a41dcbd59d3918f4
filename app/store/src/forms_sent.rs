//! Double sending: a form carries a random id, and what its first sending made is remembered.

use domain::policy::Permit;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{Snapshot, StoreError, Tx, on};

/// A form that was sent: SHA-256 of its id, and of what was said in it; all that is stored of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormHash {
    id: [u8; 32],
    content: String,
}

/// What an earlier sending of a form made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Before {
    /// It was not sent before.
    Not,
    /// The same was sent before, and made this.
    Made(Uuid),
    /// It was sent before with other words.
    Otherwise,
}

impl FormHash {
    /// Of a sending ([`domain::forms::FormState::sending`]) whose id the server made: at least
    /// 128 random bits, in lower-case hexadecimal. `None` for anything else, which is then not
    /// remembered at all.
    pub fn of(sending: &str) -> Option<FormHash> {
        let (id, content) = sending.split_once('.').unwrap_or((sending, ""));
        let made_by_us = id.len() >= 32
            && id.len() <= 64
            && id.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
        made_by_us.then(|| FormHash {
            id: Sha256::digest(id.as_bytes()).into(),
            content: content.to_owned(),
        })
    }
}

/// What an earlier sending of this form made. To be asked after the Ambito is locked.
pub async fn before(
    snapshot: &mut Snapshot,
    form: Option<&FormHash>,
) -> Result<Before, StoreError> {
    let Some(FormHash { id, content }) = form else { return Ok(Before::Not) };
    let sql = "SELECT subject_id, content FROM sent_forms WHERE form_hash = $1";
    let found: Option<(Uuid, String)> =
        on!(snapshot, c => sqlx::query_as(sql).bind(id.as_slice()).fetch_optional(c).await?);
    Ok(match found {
        None => Before::Not,
        Some((subject, first)) if first.is_empty() || first == *content => Before::Made(subject),
        Some(_) => Before::Otherwise,
    })
}

/// Remembers what this sending made.
pub async fn remember(
    tx: &mut Tx,
    permit: &Permit,
    form: Option<&FormHash>,
    subject: Uuid,
) -> Result<(), StoreError> {
    let Some(FormHash { id, content }) = form else { return Ok(()) };
    let sql = "INSERT INTO sent_forms (form_hash, at, subject_id, content) \
               VALUES ($1, $2, $3, $4)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(id.as_slice())
            .bind(permit.at())
            .bind(subject)
            .bind(content)
            .execute(c)
            .await?;
    });
    Ok(())
}
