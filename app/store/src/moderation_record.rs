//! The public record of moderation, and what is counted in it. No text is read here.

use domain::ids::AmbitoId;
use domain::moderation::{Cause, Decision, ReasonClass};
use domain::time::Moment;
use uuid::Uuid;

use crate::counts::coded;
use crate::read::all;
use crate::{Snapshot, StoreError};

/// A case as the record counts it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// It was about a comment.
    pub comment: bool,
    /// Why it had come.
    pub cause: Cause,
    /// When it came.
    pub opened: Moment,
    /// When it was decided, and what.
    pub decided: Option<(Moment, Decision, ReasonClass)>,
    /// In which roles, as codes; empty where that is not on record.
    pub role: String,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    comment_id: Option<Uuid>,
    cause: String,
    opened_at: Moment,
    decided_at: Option<Moment>,
    decision: Option<String>,
    reason_class: Option<String>,
    decided_role: Option<String>,
}

/// Cases that came, or were decided, since a moment; the newest first. A text that was withdrawn
/// before anybody decided has no decision.
pub async fn since(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    since: Moment,
) -> Result<Vec<Recorded>, StoreError> {
    let sql = "SELECT id, comment_id, cause, opened_at, decided_at, decision, reason_class, \
        decided_role FROM moderation_cases \
        WHERE ambito_id = $1 AND (opened_at >= $2 OR decided_at >= $2) \
        ORDER BY COALESCE(decided_at, opened_at) DESC, number DESC";
    let rows: Vec<Row> = all(snapshot, sql, &[ambito.uuid().into(), since.into()]).await?;
    rows.into_iter()
        .map(|row| {
            let decided = match (row.decided_at, row.decision, row.reason_class) {
                (Some(at), Some(decision), Some(class)) => Some((
                    at,
                    coded("moderation_cases", row.id, &decision)?,
                    coded("moderation_cases", row.id, &class)?,
                )),
                _ => None,
            };
            Ok(Recorded {
                comment: row.comment_id.is_some(),
                cause: coded("moderation_cases", row.id, &row.cause)?,
                opened: row.opened_at,
                decided,
                role: row.decided_role.unwrap_or_default(),
            })
        })
        .collect()
}
