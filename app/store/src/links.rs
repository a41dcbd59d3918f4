//! Links between texts that stay apart, and their ends.
//!
//! A link is a row that stays as it was written; taken back, another row says so. Both are sealed
//! and told in the chain.

use std::collections::HashMap;

use domain::events::{Details, Sealed, Subject};
use domain::ids::{ActionId, AmbitoId, ContributionId};
use domain::links::LinkKind;
use domain::people::Role;
use domain::policy::Permit;
use domain::time::Moment;
use domain::views::ContributionRef;
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::counts::coded;
use crate::read::{Arg, all, first, places};
use crate::{Snapshot, StoreError, Tx, chain, on, seals};

/// One of the two texts of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// A need or a proposal.
    Contribution(ContributionId),
    /// An action.
    Action(ActionId),
}

impl End {
    const fn uuid(self) -> Uuid {
        match self {
            End::Contribution(id) => id.uuid(),
            End::Action(id) => id.uuid(),
        }
    }

    /// The values of the two columns of an end.
    const fn columns(self) -> (Option<Uuid>, Option<Uuid>) {
        match self {
            End::Contribution(id) => (Some(id.uuid()), None),
            End::Action(id) => (None, Some(id.uuid())),
        }
    }
}

/// A link, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredLink {
    /// Which.
    pub id: Uuid,
    /// Its number in the Ambito.
    pub number: i64,
    /// What links the first to the second.
    pub kind: LinkKind,
    /// The first text.
    pub from: End,
    /// The second.
    pub to: End,
    /// Why.
    pub reason: String,
    /// In which role it was made.
    pub role: Role,
    /// When.
    pub at: Moment,
    /// Taken back: when, why, and in which role.
    pub ended: Option<(Moment, String, Role)>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    number: i64,
    kind: String,
    from_contribution_id: Option<Uuid>,
    from_action_id: Option<Uuid>,
    to_contribution_id: Option<Uuid>,
    to_action_id: Option<Uuid>,
    reason: String,
    role: String,
    at: Moment,
    ended_at: Option<Moment>,
    ended_reason: Option<String>,
    ended_role: Option<String>,
}

impl TryFrom<Row> for StoredLink {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let end = |contribution: Option<Uuid>, action: Option<Uuid>| match (contribution, action) {
            (Some(id), _) => Ok(End::Contribution(id.into())),
            (None, Some(id)) => Ok(End::Action(id.into())),
            (None, None) => Err(StoreError::row("links", row.id, "an end is missing")),
        };
        let ended = match (row.ended_at, row.ended_reason, row.ended_role) {
            (Some(at), Some(reason), Some(role)) => {
                Some((at, reason, coded("link_ends", row.id, &role)?))
            }
            (_, _, _) => None,
        };
        Ok(StoredLink {
            id: row.id,
            number: row.number,
            kind: coded("links", row.id, &row.kind)?,
            from: end(row.from_contribution_id, row.from_action_id)?,
            to: end(row.to_contribution_id, row.to_action_id)?,
            reason: row.reason,
            role: coded("links", row.id, &row.role)?,
            at: row.at,
            ended,
        })
    }
}

/// The links of a text in both directions, in the order in which they were made; those taken
/// back too.
pub async fn of(snapshot: &mut Snapshot, end: End) -> Result<Vec<StoredLink>, StoreError> {
    let sql = "SELECT l.id, l.number, l.kind, l.from_contribution_id, l.from_action_id, \
        l.to_contribution_id, l.to_action_id, l.reason, l.role, l.at, e.at AS ended_at, \
        e.reason AS ended_reason, e.role AS ended_role FROM links l \
        LEFT JOIN link_ends e ON e.link_id = l.id \
        WHERE l.from_contribution_id = $1 OR l.to_contribution_id = $1 \
        OR l.from_action_id = $1 OR l.to_action_id = $1 ORDER BY l.number";
    let rows: Vec<Row> = all(snapshot, sql, &[end.uuid().into()]).await?;
    rows.into_iter().map(StoredLink::try_from).collect()
}

/// The public ones among these texts, each with number and title of its round.
pub async fn public(
    snapshot: &mut Snapshot,
    ids: &[ContributionId],
) -> Result<HashMap<ContributionId, (ContributionRef, i64, String)>, StoreError> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let sql = format!(
        "SELECT c.id, c.kind, c.number, v.title, v.language, r.number, r.title \
         FROM contributions c JOIN rounds r ON r.id = c.round_id \
         JOIN revisions v ON v.contribution_id = c.id AND v.revision = c.revision \
         WHERE c.id IN ({}) AND c.standing = 'pubblicato'",
        places(1, ids.len())
    );
    let args: Vec<Arg<'_>> = ids.iter().map(|id| id.uuid().into()).collect();
    type Found = (Uuid, String, i64, String, String, i64, String);
    let rows: Vec<Found> = all(snapshot, AssertSqlSafe(sql), &args).await?;
    rows.into_iter()
        .map(|(id, kind, number, title, language, round, of)| {
            let kind = coded("contributions", id, &kind)?;
            Ok((id.into(), (ContributionRef { kind, number, title, language }, round, of)))
        })
        .collect()
}

/// A link to be kept.
#[derive(Debug, Clone)]
pub struct NewLink<'a> {
    /// Which.
    pub id: Uuid,
    /// What links the first to the second.
    pub kind: LinkKind,
    /// The first text.
    pub from: End,
    /// The second.
    pub to: End,
    /// Why.
    pub reason: &'a str,
    /// In which role it is made.
    pub role: Role,
    /// Salt of its seal.
    pub salt: [u8; 32],
}

/// Keeps a link.
pub async fn make(tx: &mut Tx, permit: &Permit, new: &NewLink<'_>) -> Result<(), StoreError> {
    let next = "SELECT COALESCE(MAX(number), 0) + 1 FROM links WHERE ambito_id = $1";
    let row: Option<(i64,)> = first(tx, next, &[permit.ambito().uuid().into()]).await?;
    let number = row.map_or(1, |(number,)| number);
    let ((from_contribution, from_action), (to_contribution, to_action)) =
        (new.from.columns(), new.to.columns());
    let sql = "INSERT INTO links (id, ambito_id, number, kind, from_contribution_id, \
        from_action_id, to_contribution_id, to_action_id, reason, role, at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(new.id)
            .bind(permit.ambito().uuid())
            .bind(number)
            .bind(new.kind.code())
            .bind(from_contribution)
            .bind(from_action)
            .bind(to_contribution)
            .bind(to_action)
            .bind(new.reason.trim())
            .bind(new.role.code())
            .bind(permit.at())
            .execute(c)
            .await?;
    });
    let details = Details {
        class: Some(new.kind.code().to_owned()),
        others: vec![new.from.uuid(), new.to.uuid()],
        sealed: seals::seal(tx, permit, Sealed::Link, new.id, &new.salt).await?,
        ..Details::default()
    };
    chain::append(tx, permit, Subject::Link, new.id, &details).await?;
    Ok(())
}

/// Keeps that a link was taken back.
pub async fn end(
    tx: &mut Tx,
    permit: &Permit,
    id: Uuid,
    link: Uuid,
    (reason, role): (&str, Role),
    salt: &[u8; 32],
) -> Result<(), StoreError> {
    let sql = "INSERT INTO link_ends (id, ambito_id, link_id, reason, role, at) \
               VALUES ($1, $2, $3, $4, $5, $6)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(id)
            .bind(permit.ambito().uuid())
            .bind(link)
            .bind(reason.trim())
            .bind(role.code())
            .bind(permit.at())
            .execute(c)
            .await?;
    });
    let details = Details {
        sealed: seals::seal(tx, permit, Sealed::LinkEnd, id, salt).await?,
        ..Details::default()
    };
    chain::append(tx, permit, Subject::Link, link, &details).await?;
    Ok(())
}

/// Links and ends that nothing vouches for: the table's word, and the id. For `trama check`.
pub async fn unsealed(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Vec<(String, Uuid)>, StoreError> {
    let sql = "SELECT 'link' AS what, l.id FROM links l \
        LEFT JOIN seals s ON s.what = 'link' AND s.id = l.id \
        WHERE l.ambito_id = $1 AND s.id IS NULL \
        UNION ALL SELECT 'link_end', e.id FROM link_ends e \
        LEFT JOIN seals s ON s.what = 'link_end' AND s.id = e.id \
        WHERE e.ambito_id = $1 AND s.id IS NULL";
    all(snapshot, sql, &[ambito.uuid().into()]).await
}
