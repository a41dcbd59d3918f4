//! What organisations bring to a round and expect of it.

use domain::events::{Sealed, Subject};
use domain::ids::{OrganisationId, RoundId};
use domain::methods::resources::Resource;
use domain::policy::Permit;
use domain::time::Moment;
use uuid::Uuid;

use super::{Told, next, tell};
use crate::counts::coded;
use crate::read::all;
use crate::{Snapshot, StoreError, Tx, on};

/// A resource, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredResource {
    /// Which.
    pub id: Uuid,
    /// Its number in the round.
    pub number: i64,
    /// Whose.
    pub organisation: OrganisationId,
    /// What.
    pub declared: Resource,
    /// When.
    pub at: Moment,
    /// Taken back: when, and why.
    pub ended: Option<(Moment, String)>,
}

/// What was declared in a round, in its order.
pub async fn resources(
    snapshot: &mut Snapshot,
    round: RoundId,
) -> Result<Vec<StoredResource>, StoreError> {
    let sql = "SELECT r.id, r.number, r.organisation_id, r.side, r.kind, r.what, r.amount, \
               r.unit, r.at, e.at AS ended_at, e.reason FROM resources r \
               LEFT JOIN resource_ends e ON e.resource_id = r.id \
               WHERE r.round_id = $1 ORDER BY r.number";
    #[derive(sqlx::FromRow)]
    struct Row {
        id: Uuid,
        number: i64,
        organisation_id: Uuid,
        side: String,
        kind: String,
        what: String,
        amount: Option<i64>,
        unit: String,
        at: Moment,
        ended_at: Option<Moment>,
        reason: Option<String>,
    }
    let rows: Vec<Row> = all(snapshot, sql, &[round.uuid().into()]).await?;
    rows.into_iter()
        .map(|row| {
            Ok(StoredResource {
                id: row.id,
                number: row.number,
                organisation: row.organisation_id.into(),
                declared: Resource {
                    side: coded("resources", row.id, &row.side)?,
                    kind: coded("resources", row.id, &row.kind)?,
                    what: row.what,
                    amount: row.amount,
                    unit: row.unit,
                },
                at: row.at,
                ended: row.ended_at.map(|at| (at, row.reason.unwrap_or_default())),
            })
        })
        .collect()
}

/// Keeps what an organisation declares; returns its number in the round.
pub async fn keep_resource(
    tx: &mut Tx,
    permit: &Permit,
    id: Uuid,
    round: RoundId,
    organisation: OrganisationId,
    declared: &Resource,
    salt: &[u8; 32],
) -> Result<i64, StoreError> {
    let number = "SELECT COALESCE(MAX(number), 0) + 1 FROM resources WHERE round_id = $1";
    let number = next(tx, number, round.uuid()).await?;
    let sql = "INSERT INTO resources (id, ambito_id, round_id, number, organisation_id, side, \
        kind, what, amount, unit, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(id)
            .bind(permit.ambito().uuid())
            .bind(round.uuid())
            .bind(number)
            .bind(organisation.uuid())
            .bind(declared.side.code())
            .bind(declared.kind.code())
            .bind(declared.what.trim())
            .bind(declared.amount)
            .bind(declared.unit.trim())
            .bind(permit.at())
            .execute(c)
            .await?;
    });
    let told = Told {
        subject: Subject::Resource,
        subject_id: id,
        what: Sealed::Resource,
        row: id,
        salt,
        class: Some(declared.side.code()),
        version: None,
        others: vec![round.uuid(), organisation.uuid()],
    };
    tell(tx, permit, told).await?;
    Ok(number)
}

/// Keeps that a resource was taken back.
pub async fn end_resource(
    tx: &mut Tx,
    permit: &Permit,
    id: Uuid,
    resource: Uuid,
    reason: &str,
    salt: &[u8; 32],
) -> Result<(), StoreError> {
    let sql = "INSERT INTO resource_ends (id, ambito_id, resource_id, reason, at) \
               VALUES ($1, $2, $3, $4, $5)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(id)
            .bind(permit.ambito().uuid())
            .bind(resource)
            .bind(reason.trim())
            .bind(permit.at())
            .execute(c)
            .await?;
    });
    let told = Told {
        subject: Subject::Resource,
        subject_id: resource,
        what: Sealed::ResourceEnd,
        row: id,
        salt,
        class: None,
        version: None,
        others: Vec::new(),
    };
    tell(tx, permit, told).await
}
