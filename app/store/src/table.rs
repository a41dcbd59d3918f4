//! The Tavolo di Piano: its seats, and what it decided.

use std::collections::HashMap;

use domain::events::{Details, Sealed, Subject};
use domain::ids::{ActionId, AmbitoId, BodyId, OrganisationId, PersonId, ReviewId};
use domain::policy::Permit;
use domain::review::{Presence, ReviewDraft};
use domain::territory::BodyKind;
use domain::time::Moment;
use domain::views::{ReviewMember, ReviewView};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::counts::coded;
use crate::read::{Arg, all, few, first, places};
use crate::{Snapshot, StoreError, Tx, actions, chain, on, seals};

/// A body that decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredBody {
    /// Which.
    pub id: BodyId,
    /// Name.
    pub name: String,
    /// Members needed to decide.
    pub quorum: u32,
    /// The rule in words.
    pub rule: String,
}

/// The body of a kind, if the Ambito has one.
pub async fn body(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    kind: BodyKind,
) -> Result<Option<StoredBody>, StoreError> {
    let sql = "SELECT id, name, quorum, rule FROM bodies WHERE ambito_id = $1 AND kind = $2 \
               ORDER BY code LIMIT 1";
    let args = &[ambito.uuid().into(), kind.code().into()];
    let row: Option<(Uuid, String, i64, String)> = first(snapshot, sql, args).await?;
    Ok(row.map(|(id, name, quorum, rule)| StoredBody {
        id: id.into(),
        name,
        quorum: few(quorum),
        rule,
    }))
}

/// A seat that votes, with its holder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// Who.
    pub person: PersonId,
    /// Name, public by office.
    pub name: String,
    /// What they represent.
    pub represents: Option<String>,
    /// Organisations they speak for: that of the seat, and those of their roles.
    pub organisations: Vec<OrganisationId>,
}

/// The seats of a body that vote and are held by somebody, in their order.
pub async fn seats(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    body: BodyId,
) -> Result<Vec<Seat>, StoreError> {
    let sql = "SELECT s.person_id, COALESCE(s.person_name, ''), COALESCE(o.name, m.name), \
               s.organisation_id FROM seats s \
               LEFT JOIN organisations o ON o.id = s.organisation_id \
               LEFT JOIN municipalities m ON m.id = s.municipality_id \
               WHERE s.body_id = $1 AND s.votes AND s.person_id IS NOT NULL \
               ORDER BY s.position, s.id";
    type Row = (Uuid, String, Option<String>, Option<Uuid>);
    let rows: Vec<Row> = all(snapshot, sql, &[body.uuid().into()]).await?;
    let sql = "SELECT g.person_id, g.organisation_id FROM grants g \
               WHERE g.ambito_id = $1 AND g.organisation_id IS NOT NULL AND g.role IN ('O', 'T') \
               AND g.person_id IN (SELECT person_id FROM seats WHERE body_id = $2) \
               ORDER BY g.organisation_id";
    let args = &[ambito.uuid().into(), body.uuid().into()];
    let granted: Vec<(Uuid, Uuid)> = all(snapshot, sql, args).await?;
    let mut seats: Vec<Seat> = Vec::new();
    for (person, name, represents, organisation) in rows {
        let person = PersonId::from(person);
        if seats.iter().any(|seat| seat.person == person) {
            continue;
        }
        let mut organisations: Vec<OrganisationId> =
            organisation.into_iter().map(OrganisationId::from).collect();
        for (of, organisation) in &granted {
            let organisation = OrganisationId::from(*organisation);
            if PersonId::from(*of) == person && !organisations.contains(&organisation) {
                organisations.push(organisation);
            }
        }
        seats.push(Seat { person, name, represents, organisations });
    }
    Ok(seats)
}

/// The organisations that wrote these contributions.
pub async fn wrote(
    snapshot: &mut Snapshot,
    contributions: &[domain::ids::ContributionId],
) -> Result<Vec<(domain::ids::ContributionId, OrganisationId)>, StoreError> {
    if contributions.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT id, organisation_id FROM contributions \
         WHERE id IN ({}) AND organisation_id IS NOT NULL ORDER BY number",
        places(1, contributions.len())
    );
    let args: Vec<Arg<'_>> = contributions.iter().map(|id| id.uuid().into()).collect();
    let rows: Vec<(Uuid, Uuid)> = all(snapshot, AssertSqlSafe(sql), &args).await?;
    Ok(rows.into_iter().map(|(id, by)| (id.into(), by.into())).collect())
}

#[derive(sqlx::FromRow)]
struct ReviewRow {
    id: Uuid,
    action_id: Uuid,
    body: String,
    at: Moment,
    version: i64,
    outcome: String,
    reason: String,
    conditions: String,
    minority: Option<String>,
}

#[derive(sqlx::FromRow)]
struct MemberRow {
    review_id: Uuid,
    presence: String,
    interest: Option<String>,
    name: String,
    represents: Option<String>,
}

/// All reviews of an Ambito with their members, the newest first, each with its action; or
/// those of one action.
pub async fn reviews(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    action: Option<ActionId>,
) -> Result<Vec<(ActionId, ReviewView)>, StoreError> {
    let mut args: Vec<Arg<'_>> = vec![ambito.uuid().into()];
    let only = match action {
        Some(action) => {
            args.push(action.uuid().into());
            "AND r.action_id = $2"
        }
        None => "",
    };
    let sql = format!(
        "SELECT r.id, r.action_id, b.name AS body, r.at, r.version, r.outcome, r.reason, \
         r.conditions, r.minority FROM reviews r JOIN bodies b ON b.id = r.body_id \
         WHERE r.ambito_id = $1 {only} ORDER BY r.at DESC, r.id DESC"
    );
    let rows: Vec<ReviewRow> = all(snapshot, AssertSqlSafe(sql), &args).await?;
    let sql = format!(
        "SELECT m.review_id, m.presence, m.interest, \
         COALESCE((SELECT MAX(s.person_name) FROM seats s \
            WHERE s.body_id = r.body_id AND s.person_id = m.person_id), \
            (SELECT o.name FROM officers o \
            WHERE o.ambito_id = r.ambito_id AND o.person_id = m.person_id), '') AS name, \
         (SELECT MAX(COALESCE(g.name, c.name)) FROM seats s \
            LEFT JOIN organisations g ON g.id = s.organisation_id \
            LEFT JOIN municipalities c ON c.id = s.municipality_id \
            WHERE s.body_id = r.body_id AND s.person_id = m.person_id) AS represents \
         FROM review_members m JOIN reviews r ON r.id = m.review_id \
         WHERE r.ambito_id = $1 {only} ORDER BY m.review_id, m.position"
    );
    let members: Vec<MemberRow> = all(snapshot, AssertSqlSafe(sql), &args).await?;
    let mut by_review: HashMap<Uuid, Vec<ReviewMember>> = HashMap::new();
    for row in members {
        let presence: Presence = coded("review_members", row.review_id, &row.presence)?;
        by_review.entry(row.review_id).or_default().push(ReviewMember {
            name: row.name,
            represents: row.represents,
            presence,
            interest: row.interest,
        });
    }
    rows.into_iter()
        .map(|row| {
            let view = ReviewView {
                body: row.body,
                at: row.at,
                version: row.version,
                outcome: coded("reviews", row.id, &row.outcome)?,
                reason: row.reason,
                conditions: serde_json::from_str(&row.conditions)?,
                minority: row.minority.filter(|minority| !minority.is_empty()),
                members: by_review.remove(&row.id).unwrap_or_default(),
            };
            Ok((row.action_id.into(), view))
        })
        .collect()
}

/// Whether a version of an action has been decided on.
pub async fn decided(
    snapshot: &mut Snapshot,
    action: ActionId,
    version: i64,
) -> Result<bool, StoreError> {
    let sql = "SELECT id FROM reviews WHERE action_id = $1 AND version = $2 LIMIT 1";
    let args = &[action.uuid().into(), version.into()];
    let row: Option<(Uuid,)> = first(snapshot, sql, args).await?;
    Ok(row.is_some())
}

/// Which review is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewReview {
    /// Its id.
    pub id: ReviewId,
    /// Who decides.
    pub body: BodyId,
    /// On what.
    pub action: ActionId,
    /// On which version.
    pub version: i64,
    /// Salt of its seal.
    pub salt: [u8; 32],
}

/// Writes what was decided, with its members, and moves the action.
pub async fn decide(
    tx: &mut Tx,
    permit: &Permit,
    new: &NewReview,
    draft: &ReviewDraft,
) -> Result<(), StoreError> {
    let review = "INSERT INTO reviews (id, ambito_id, body_id, action_id, version, at, outcome, \
        reason, conditions, minority) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    let member = "INSERT INTO review_members \
        (review_id, person_id, position, presence, interest) VALUES ($1, $2, $3, $4, $5)";
    let conditions = serde_json::to_string(&draft.conditions)?;
    let minority = Some(draft.minority.trim()).filter(|minority| !minority.is_empty());
    on!(tx, c => {
        sqlx::query(review)
            .bind(new.id.uuid())
            .bind(permit.ambito().uuid())
            .bind(new.body.uuid())
            .bind(new.action.uuid())
            .bind(new.version)
            .bind(permit.at())
            .bind(draft.outcome.code())
            .bind(&draft.reason)
            .bind(&conditions)
            .bind(minority)
            .execute(&mut *c)
            .await?;
        for (position, part) in (1_i64..).zip(&draft.members) {
            sqlx::query(member)
                .bind(new.id.uuid())
                .bind(part.person.uuid())
                .bind(position)
                .bind(part.presence.code())
                .bind(part.interest.as_deref())
                .execute(&mut *c)
                .await?;
        }
    });
    actions::pass(tx, permit, new.action, draft.outcome.state()).await?;
    let details = Details {
        version: Some(new.version),
        class: Some(draft.outcome.code().to_owned()),
        others: vec![new.action.uuid()],
        sealed: seals::seal(tx, permit, Sealed::Review, new.id.uuid(), &new.salt).await?,
        ..Details::default()
    };
    chain::append(tx, permit, Subject::Review, new.id.uuid(), &details).await?;
    Ok(())
}
