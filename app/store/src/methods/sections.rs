//! Sections of a shared draft, consent to them, the indicative budget, reminders.

use domain::events::{Sealed, Subject};
use domain::ids::{AmbitoId, OrganisationId, RoundId, SectionId};
use domain::methods::budget::Line;
use domain::methods::sections::{Consent, SectionText};
use domain::policy::Permit;
use domain::time::Moment;
use uuid::Uuid;

use super::{Told, next, tell};
use crate::counts::coded;
use crate::read::{all, first};
use crate::{Snapshot, StoreError, Tx, on};

/// A version of a section, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredVersion {
    /// Of which section.
    pub section: SectionId,
    /// Number of the section in the Ambito.
    pub number: i64,
    /// Which, from 1.
    pub version: i64,
    /// Its words.
    pub words: SectionText,
    /// Why.
    pub why: String,
    /// For whom it was written; `None` for the institution.
    pub organisation: Option<OrganisationId>,
    /// When.
    pub at: Moment,
}

/// Which section a number names, and in which round's draft it is.
pub async fn section(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    number: i64,
) -> Result<Option<(SectionId, RoundId)>, StoreError> {
    let sql = "SELECT id, round_id FROM sections WHERE ambito_id = $1 AND number = $2";
    let row: Option<(Uuid, Uuid)> =
        first(snapshot, sql, &[ambito.uuid().into(), number.into()]).await?;
    Ok(row.map(|(id, round)| (id.into(), round.into())))
}

/// The number of a section of this Ambito.
pub async fn section_number(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    id: SectionId,
) -> Result<Option<i64>, StoreError> {
    let sql = "SELECT number FROM sections WHERE ambito_id = $1 AND id = $2";
    let row: Option<(i64,)> =
        first(snapshot, sql, &[ambito.uuid().into(), id.uuid().into()]).await?;
    Ok(row.map(|(number,)| number))
}

/// Every version of every section of a round: sections in their order, versions from the first.
pub async fn section_versions(
    snapshot: &mut Snapshot,
    round: RoundId,
) -> Result<Vec<StoredVersion>, StoreError> {
    let sql = "SELECT s.id, s.number, v.version, v.title, v.text, v.why, v.organisation_id, v.at \
               FROM sections s JOIN section_versions v ON v.section_id = s.id \
               WHERE s.round_id = $1 ORDER BY s.number, v.version";
    type Row = (Uuid, i64, i64, String, String, String, Option<Uuid>, Moment);
    let rows: Vec<Row> = all(snapshot, sql, &[round.uuid().into()]).await?;
    Ok(rows
        .into_iter()
        .map(|(section, number, version, title, text, why, organisation, at)| StoredVersion {
            section: section.into(),
            number,
            version,
            words: SectionText { title, text },
            why,
            organisation: organisation.map(OrganisationId::from),
            at,
        })
        .collect())
}

/// Makes a section without words; its first version comes at once. Returns its number.
pub async fn make_section(
    tx: &mut Tx,
    permit: &Permit,
    id: SectionId,
    round: RoundId,
) -> Result<i64, StoreError> {
    let number = "SELECT COALESCE(MAX(number), 0) + 1 FROM sections WHERE ambito_id = $1";
    let number = next(tx, number, permit.ambito().uuid()).await?;
    let sql = "INSERT INTO sections (id, ambito_id, number, round_id, at) \
               VALUES ($1, $2, $3, $4, $5)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(id.uuid())
            .bind(permit.ambito().uuid())
            .bind(number)
            .bind(round.uuid())
            .bind(permit.at())
            .execute(c)
            .await?;
    });
    Ok(number)
}

/// A version of a section to keep.
#[derive(Debug, Clone)]
pub struct NewSectionVersion<'a> {
    /// Its id.
    pub id: Uuid,
    /// Of which section.
    pub section: SectionId,
    /// Of which round's draft.
    pub round: RoundId,
    /// Which, from 1.
    pub version: i64,
    /// Its words.
    pub words: &'a SectionText,
    /// Why.
    pub why: &'a str,
    /// For whom.
    pub organisation: Option<OrganisationId>,
    /// Salt of its seal.
    pub salt: [u8; 32],
}

/// Keeps a version of a section; it is the newest from then on.
pub async fn keep_section(
    tx: &mut Tx,
    permit: &Permit,
    new: &NewSectionVersion<'_>,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO section_versions \
        (id, ambito_id, section_id, version, title, text, why, organisation_id, at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(new.id)
            .bind(permit.ambito().uuid())
            .bind(new.section.uuid())
            .bind(new.version)
            .bind(new.words.title.trim())
            .bind(new.words.text.trim())
            .bind(new.why.trim())
            .bind(new.organisation.map(OrganisationId::uuid))
            .bind(permit.at())
            .execute(c)
            .await?;
    });
    let told = Told {
        subject: Subject::Section,
        subject_id: new.section.uuid(),
        what: Sealed::SectionVersion,
        row: new.id,
        salt: &new.salt,
        class: None,
        version: Some(new.version),
        others: std::iter::once(new.round.uuid())
            .chain(new.organisation.map(OrganisationId::uuid))
            .collect(),
    };
    tell(tx, permit, told).await
}

/// What a partner said of a version of a section, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredConsent {
    /// Of which section.
    pub section: SectionId,
    /// Of which version.
    pub version: i64,
    /// Who.
    pub organisation: OrganisationId,
    /// What.
    pub consent: Consent,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Moment,
}

/// Everything partners said of the sections of a round, in the order of time within a section.
pub async fn consents(
    snapshot: &mut Snapshot,
    round: RoundId,
) -> Result<Vec<StoredConsent>, StoreError> {
    let sql = "SELECT c.id, c.section_id, c.version, c.organisation_id, c.consent, c.reason, c.at \
               FROM consents c JOIN sections s ON s.id = c.section_id \
               WHERE s.round_id = $1 ORDER BY s.number, c.position";
    type Row = (Uuid, Uuid, i64, Uuid, String, String, Moment);
    let rows: Vec<Row> = all(snapshot, sql, &[round.uuid().into()]).await?;
    rows.into_iter()
        .map(|(id, section, version, organisation, consent, reason, at)| {
            Ok(StoredConsent {
                section: section.into(),
                version,
                organisation: organisation.into(),
                consent: coded("consents", id, &consent)?,
                reason,
                at,
            })
        })
        .collect()
}

/// A partner's word on a version of a section, to keep.
#[derive(Debug, Clone)]
pub struct NewConsent<'a> {
    /// Its id.
    pub id: Uuid,
    /// Of which section.
    pub section: SectionId,
    /// Of which version.
    pub version: i64,
    /// Who.
    pub organisation: OrganisationId,
    /// What.
    pub consent: Consent,
    /// Why.
    pub reason: &'a str,
    /// Salt of its seal.
    pub salt: [u8; 32],
}

/// Keeps what a partner says of a version of a section.
pub async fn keep_consent(
    tx: &mut Tx,
    permit: &Permit,
    new: &NewConsent<'_>,
) -> Result<(), StoreError> {
    let place = "SELECT COALESCE(MAX(position), 0) + 1 FROM consents WHERE section_id = $1";
    let position = next(tx, place, new.section.uuid()).await?;
    let sql = "INSERT INTO consents (id, ambito_id, section_id, position, version, \
        organisation_id, consent, reason, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(new.id)
            .bind(permit.ambito().uuid())
            .bind(new.section.uuid())
            .bind(position)
            .bind(new.version)
            .bind(new.organisation.uuid())
            .bind(new.consent.code())
            .bind(new.reason.trim())
            .bind(permit.at())
            .execute(c)
            .await?;
    });
    let told = Told {
        subject: Subject::Section,
        subject_id: new.section.uuid(),
        what: Sealed::Consent,
        row: new.id,
        salt: &new.salt,
        class: Some(new.consent.code()),
        version: Some(new.version),
        others: vec![new.organisation.uuid()],
    };
    tell(tx, permit, told).await
}

/// A line of the budget, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredLine {
    /// Which.
    pub id: Uuid,
    /// Its number in the round.
    pub number: i64,
    /// Who wrote it.
    pub organisation: OrganisationId,
    /// What it says.
    pub line: Line,
    /// When.
    pub at: Moment,
    /// Taken out: when, and why.
    pub ended: Option<(Moment, String)>,
}

#[derive(sqlx::FromRow)]
struct LineRow {
    id: Uuid,
    number: i64,
    organisation_id: Uuid,
    what: String,
    cents: i64,
    source: String,
    at: Moment,
    ended_at: Option<Moment>,
    reason: Option<String>,
}

/// The lines of the budget of a round, in their order.
pub async fn budget_lines(
    snapshot: &mut Snapshot,
    round: RoundId,
) -> Result<Vec<StoredLine>, StoreError> {
    let sql = "SELECT l.id, l.number, l.organisation_id, l.what, l.cents, l.source, l.at, \
               e.at AS ended_at, e.reason FROM budget_lines l \
               LEFT JOIN budget_line_ends e ON e.line_id = l.id \
               WHERE l.round_id = $1 ORDER BY l.number";
    let rows: Vec<LineRow> = all(snapshot, sql, &[round.uuid().into()]).await?;
    Ok(rows
        .into_iter()
        .map(|row| StoredLine {
            id: row.id,
            number: row.number,
            organisation: row.organisation_id.into(),
            line: Line { what: row.what, cents: row.cents, source: row.source },
            at: row.at,
            ended: row.ended_at.map(|at| (at, row.reason.unwrap_or_default())),
        })
        .collect())
}

/// Keeps a line of the budget.
pub async fn keep_line(
    tx: &mut Tx,
    permit: &Permit,
    id: Uuid,
    round: RoundId,
    organisation: OrganisationId,
    line: &Line,
    salt: &[u8; 32],
) -> Result<(), StoreError> {
    let number = "SELECT COALESCE(MAX(number), 0) + 1 FROM budget_lines WHERE round_id = $1";
    let number = next(tx, number, round.uuid()).await?;
    let sql = "INSERT INTO budget_lines \
        (id, ambito_id, round_id, number, organisation_id, what, cents, source, at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(id)
            .bind(permit.ambito().uuid())
            .bind(round.uuid())
            .bind(number)
            .bind(organisation.uuid())
            .bind(line.what.trim())
            .bind(line.cents)
            .bind(line.source.trim())
            .bind(permit.at())
            .execute(c)
            .await?;
    });
    let told = Told {
        subject: Subject::BudgetLine,
        subject_id: id,
        what: Sealed::BudgetLine,
        row: id,
        salt,
        class: None,
        version: None,
        others: vec![round.uuid(), organisation.uuid()],
    };
    tell(tx, permit, told).await
}

/// Keeps that a line was taken out.
pub async fn end_line(
    tx: &mut Tx,
    permit: &Permit,
    id: Uuid,
    line: Uuid,
    reason: &str,
    salt: &[u8; 32],
) -> Result<(), StoreError> {
    let sql = "INSERT INTO budget_line_ends (id, ambito_id, line_id, reason, at) \
               VALUES ($1, $2, $3, $4, $5)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(id)
            .bind(permit.ambito().uuid())
            .bind(line)
            .bind(reason.trim())
            .bind(permit.at())
            .execute(c)
            .await?;
    });
    let told = Told {
        subject: Subject::BudgetLine,
        subject_id: line,
        what: Sealed::BudgetLineEnd,
        row: id,
        salt,
        class: None,
        version: None,
        others: Vec::new(),
    };
    tell(tx, permit, told).await
}

/// When each silent partner of a round was written to last.
pub async fn reminders(
    snapshot: &mut Snapshot,
    round: RoundId,
) -> Result<Vec<(OrganisationId, Moment)>, StoreError> {
    let sql = "SELECT organisation_id, at FROM reminders WHERE round_id = $1 ORDER BY at DESC, id";
    let rows: Vec<(Uuid, Moment)> = all(snapshot, sql, &[round.uuid().into()]).await?;
    Ok(rows.into_iter().map(|(of, at)| (of.into(), at)).collect())
}

/// Keeps that a silent partner was written to.
pub async fn keep_reminder(
    tx: &mut Tx,
    permit: &Permit,
    id: Uuid,
    round: RoundId,
    organisation: OrganisationId,
    salt: &[u8; 32],
) -> Result<(), StoreError> {
    let sql = "INSERT INTO reminders (id, ambito_id, round_id, organisation_id, at) \
               VALUES ($1, $2, $3, $4, $5)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(id)
            .bind(permit.ambito().uuid())
            .bind(round.uuid())
            .bind(organisation.uuid())
            .bind(permit.at())
            .execute(c)
            .await?;
    });
    let told = Told {
        subject: Subject::Round,
        subject_id: round.uuid(),
        what: Sealed::Reminder,
        row: id,
        salt,
        class: None,
        version: None,
        others: vec![organisation.uuid()],
    };
    tell(tx, permit, told).await
}
