//! What people stated for organisations, what was settled between two of them, and mandates that
//! ended.

use domain::events::{Sealed, Subject};
use domain::ids::{AmbitoId, OrganisationId, PersonId, RoundId};
use domain::methods::positions::{Settlement, Stance, Statement};
use domain::policy::Permit;
use domain::time::Moment;
use uuid::Uuid;

use super::{Told, next, tell};
use crate::counts::coded;
use crate::read::all;
use crate::{Snapshot, StoreError, Tx, on};

/// A statement, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredStatement {
    /// For which organisation.
    pub organisation: OrganisationId,
    /// On what: 0 the whole, else the key of a paragraph.
    pub subject: i64,
    /// The version of the draft that was read.
    pub version: i64,
    /// Who said what and when.
    pub said: Statement,
    /// Why.
    pub reason: String,
}

/// All statements in a round, in the order of time.
pub async fn statements(
    snapshot: &mut Snapshot,
    round: RoundId,
) -> Result<Vec<StoredStatement>, StoreError> {
    let sql = "SELECT id, organisation_id, subject, version, person_id, stance, reason, at \
               FROM position_statements WHERE round_id = $1 ORDER BY position";
    type Row = (Uuid, Uuid, i64, i64, Uuid, Option<String>, String, Moment);
    let rows: Vec<Row> = all(snapshot, sql, &[round.uuid().into()]).await?;
    rows.into_iter()
        .map(|(id, organisation, subject, version, person, stance, reason, at)| {
            let stance =
                stance.map(|code| coded::<Stance>("position_statements", id, &code)).transpose()?;
            Ok(StoredStatement {
                organisation: organisation.into(),
                subject,
                version,
                said: Statement { id, person: person.into(), stance, at },
                reason,
            })
        })
        .collect()
}

/// What the Coordinatore settled in a round, in the order of time, with the reason.
pub async fn settlements(
    snapshot: &mut Snapshot,
    round: RoundId,
) -> Result<Vec<(Settlement, String)>, StoreError> {
    let sql = "SELECT statement_id, reason, at FROM position_settlements \
               WHERE round_id = $1 ORDER BY at, id";
    let rows: Vec<(Uuid, String, Moment)> = all(snapshot, sql, &[round.uuid().into()]).await?;
    Ok(rows
        .into_iter()
        .map(|(statement, reason, at)| (Settlement { statement, at }, reason))
        .collect())
}

/// Mandates that ended in an Ambito: organisation, person, when.
pub async fn ended_mandates(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Vec<(OrganisationId, PersonId, Moment)>, StoreError> {
    let sql = "SELECT organisation_id, person_id, at FROM ended_mandates \
               WHERE ambito_id = $1 ORDER BY at, id";
    let rows: Vec<(Uuid, Uuid, Moment)> = all(snapshot, sql, &[ambito.uuid().into()]).await?;
    Ok(rows.into_iter().map(|(of, person, at)| (of.into(), person.into(), at)).collect())
}

/// A statement to keep.
#[derive(Debug, Clone)]
pub struct NewStatement<'a> {
    /// Its id.
    pub id: Uuid,
    /// In which round.
    pub round: RoundId,
    /// For which organisation.
    pub organisation: OrganisationId,
    /// On what.
    pub subject: i64,
    /// The version of the draft that was read.
    pub version: i64,
    /// Who says it.
    pub person: PersonId,
    /// What; `None` takes back what the person said before.
    pub stance: Option<Stance>,
    /// Why.
    pub reason: &'a str,
    /// Salt of its seal.
    pub salt: [u8; 32],
}

/// Keeps a statement.
pub async fn keep_statement(
    tx: &mut Tx,
    permit: &Permit,
    new: &NewStatement<'_>,
) -> Result<(), StoreError> {
    let place = "SELECT COALESCE(MAX(position), 0) + 1 FROM position_statements \
                 WHERE round_id = $1";
    let position = next(tx, place, new.round.uuid()).await?;
    let sql = "INSERT INTO position_statements (id, ambito_id, round_id, position, \
        organisation_id, subject, version, person_id, stance, reason, at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(new.id)
            .bind(permit.ambito().uuid())
            .bind(new.round.uuid())
            .bind(position)
            .bind(new.organisation.uuid())
            .bind(new.subject)
            .bind(new.version)
            .bind(new.person.uuid())
            .bind(new.stance.map(Stance::code))
            .bind(new.reason.trim())
            .bind(permit.at())
            .execute(c)
            .await?;
    });
    let told = Told {
        subject: Subject::Position,
        subject_id: new.id,
        what: Sealed::Position,
        row: new.id,
        salt: &new.salt,
        class: new.stance.map(Stance::code),
        version: None,
        others: vec![new.round.uuid(), new.organisation.uuid()],
    };
    tell(tx, permit, told).await
}

/// Keeps which statement of an organisation stands.
pub async fn settle(
    tx: &mut Tx,
    permit: &Permit,
    id: Uuid,
    round: RoundId,
    statement: Uuid,
    reason: &str,
    salt: &[u8; 32],
) -> Result<(), StoreError> {
    let sql = "INSERT INTO position_settlements \
        (id, ambito_id, round_id, statement_id, reason, at) VALUES ($1, $2, $3, $4, $5, $6)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(id)
            .bind(permit.ambito().uuid())
            .bind(round.uuid())
            .bind(statement)
            .bind(reason.trim())
            .bind(permit.at())
            .execute(c)
            .await?;
    });
    let told = Told {
        subject: Subject::Position,
        subject_id: statement,
        what: Sealed::Settlement,
        row: id,
        salt,
        class: None,
        version: None,
        others: vec![round.uuid()],
    };
    tell(tx, permit, told).await
}

/// Ends a mandate: the role goes, what was said under it stays. Says whether there was one.
pub async fn end_mandate(
    tx: &mut Tx,
    permit: &Permit,
    id: Uuid,
    person: PersonId,
    organisation: OrganisationId,
    reason: &str,
    salt: &[u8; 32],
) -> Result<bool, StoreError> {
    let revoke = "DELETE FROM grants WHERE ambito_id = $1 AND person_id = $2 \
                  AND organisation_id = $3 AND role = 'O'";
    let keep = "INSERT INTO ended_mandates \
        (id, ambito_id, person_id, organisation_id, reason, at) VALUES ($1, $2, $3, $4, $5, $6)";
    let ended = on!(tx, c => {
        let rows = sqlx::query(revoke)
            .bind(permit.ambito().uuid())
            .bind(person.uuid())
            .bind(organisation.uuid())
            .execute(&mut *c)
            .await?
            .rows_affected();
        if rows > 0 {
            sqlx::query(keep)
                .bind(id)
                .bind(permit.ambito().uuid())
                .bind(person.uuid())
                .bind(organisation.uuid())
                .bind(reason.trim())
                .bind(permit.at())
                .execute(&mut *c)
                .await?;
        }
        rows > 0
    });
    if ended {
        let told = Told {
            subject: Subject::Person,
            subject_id: person.uuid(),
            what: Sealed::MandateEnd,
            row: id,
            salt,
            class: None,
            version: None,
            others: vec![organisation.uuid()],
        };
        tell(tx, permit, told).await?;
    }
    Ok(ended)
}

/// People who hold a mandate: organisation, person; one organisation's, or all of an Ambito.
pub async fn mandates(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    organisation: Option<OrganisationId>,
) -> Result<Vec<(OrganisationId, PersonId)>, StoreError> {
    let sql = "SELECT organisation_id, person_id FROM grants \
               WHERE ambito_id = $1 AND role = 'O' AND organisation_id IS NOT NULL \
               ORDER BY organisation_id, person_id";
    let rows: Vec<(Uuid, Uuid)> = all(snapshot, sql, &[ambito.uuid().into()]).await?;
    Ok(rows
        .into_iter()
        .map(|(of, person)| (of.into(), person.into()))
        .filter(|(of, _): &(OrganisationId, PersonId)| organisation.is_none_or(|one| one == *of))
        .collect())
}
