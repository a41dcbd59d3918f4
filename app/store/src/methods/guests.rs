//! Who is invited to a round, or admitted to it.

use std::collections::BTreeMap;

use domain::events::{Sealed, Subject};
use domain::ids::{AmbitoId, OrganisationId, RoundId};
use domain::policy::Permit;
use domain::time::Moment;
use domain::views::OrganisationName;
use uuid::Uuid;

use super::{Told, next, tell};
use crate::counts::coded;
use crate::read::all;
use crate::{Snapshot, StoreError, Tx, on};

/// An invitation, as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guest {
    /// Invited now.
    pub invited: bool,
    /// Since when, or since when no more.
    pub at: Moment,
    /// Why it is no longer.
    pub reason: String,
}

/// The organisations that were ever invited to a round, and how each stands.
pub async fn guests(
    snapshot: &mut Snapshot,
    round: RoundId,
) -> Result<BTreeMap<OrganisationId, Guest>, StoreError> {
    let sql = "SELECT organisation_id, invited, at, reason FROM invitations \
               WHERE round_id = $1 ORDER BY position";
    let rows: Vec<(Uuid, bool, Moment, String)> =
        all(snapshot, sql, &[round.uuid().into()]).await?;
    // The newest of each organisation stays.
    Ok(rows
        .into_iter()
        .map(|(id, invited, at, reason)| (id.into(), Guest { invited, at, reason }))
        .collect())
}

/// Keeps that an organisation is invited to a round, or no longer.
pub async fn keep_invitation(
    tx: &mut Tx,
    permit: &Permit,
    id: Uuid,
    round: RoundId,
    organisation: OrganisationId,
    (invited, reason): (bool, &str),
    salt: &[u8; 32],
) -> Result<(), StoreError> {
    let place = "SELECT COALESCE(MAX(position), 0) + 1 FROM invitations WHERE round_id = $1";
    let position = next(tx, place, round.uuid()).await?;
    let sql = "INSERT INTO invitations (id, ambito_id, round_id, position, organisation_id, \
        invited, reason, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(id)
            .bind(permit.ambito().uuid())
            .bind(round.uuid())
            .bind(position)
            .bind(organisation.uuid())
            .bind(invited)
            .bind(reason.trim())
            .bind(permit.at())
            .execute(c)
            .await?;
    });
    let told = Told {
        subject: Subject::Round,
        subject_id: round.uuid(),
        what: Sealed::Invitation,
        row: id,
        salt,
        class: Some(if invited { "invited" } else { "no_longer_invited" }),
        version: None,
        others: vec![organisation.uuid()],
    };
    tell(tx, permit, told).await
}

/// Every organisation of the register: id and how it is named.
pub async fn register(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<BTreeMap<OrganisationId, OrganisationName>, StoreError> {
    let sql = "SELECT id, code, name, category FROM organisations WHERE ambito_id = $1";
    let rows: Vec<(Uuid, String, String, String)> =
        all(snapshot, sql, &[ambito.uuid().into()]).await?;
    rows.into_iter()
        .map(|(id, code, name, category)| {
            let category = coded("organisations", id, &category)?;
            Ok((id.into(), OrganisationName { code, name, category }))
        })
        .collect()
}
