//! Direct answers to contributions that enter no action: appended, the newest counts.

use domain::events::{Details, Sealed, Subject};
use domain::ids::{ContributionId, OrganisationId, OutcomeId};
use domain::outcomes::Outcome;
use domain::policy::Permit;
use uuid::Uuid;

use crate::read::first;
use crate::{Snapshot, StoreError, Tx, chain, on, seals};

/// A direct answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewOutcome {
    /// Its id.
    pub id: OutcomeId,
    /// What is answered.
    pub contribution: ContributionId,
    /// The answer.
    pub outcome: Outcome,
    /// Why.
    pub reason: String,
    /// To whom it is passed on.
    pub addressed_to: Option<OrganisationId>,
    /// Salt of its seal.
    pub salt: [u8; 32],
}

/// Appends a direct answer. [`counts::restage`](crate::counts::restage) comes after it.
pub async fn give(tx: &mut Tx, permit: &Permit, new: &NewOutcome) -> Result<(), StoreError> {
    let sql = "INSERT INTO outcomes \
        (id, ambito_id, contribution_id, outcome, reason, at, action_id, addressed_to) \
        VALUES ($1, $2, $3, $4, $5, $6, NULL, $7)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(new.id.uuid())
            .bind(permit.ambito().uuid())
            .bind(new.contribution.uuid())
            .bind(new.outcome.code())
            .bind(&new.reason)
            .bind(permit.at())
            .bind(new.addressed_to.map(OrganisationId::uuid))
            .execute(c)
            .await?;
    });
    let details = Details {
        class: Some(new.outcome.code().to_owned()),
        others: vec![new.id.uuid()],
        sealed: seals::seal(tx, permit, Sealed::Outcome, new.id.uuid(), &new.salt).await?,
        ..Details::default()
    };
    chain::append(tx, permit, Subject::Contribution, new.contribution.uuid(), &details).await?;
    Ok(())
}

/// Whether a text is in an action, directly or through a cluster that stands and in which it is
/// no dissent.
pub async fn in_action(
    snapshot: &mut Snapshot,
    contribution: ContributionId,
) -> Result<bool, StoreError> {
    let sql = "SELECT action_id FROM action_contributions WHERE contribution_id = $1 \
        UNION ALL \
        SELECT l.action_id FROM cluster_sources s JOIN clusters k ON k.id = s.cluster_id \
        JOIN action_clusters l ON l.cluster_id = k.id \
        WHERE s.contribution_id = $1 AND k.state <> 'sciolto' AND s.share <> 'dissent' LIMIT 1";
    let row: Option<(Uuid,)> = first(snapshot, sql, &[contribution.uuid().into()]).await?;
    Ok(row.is_some())
}
