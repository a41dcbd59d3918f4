//! Rounds of agreement: invitations, drafts, amendments, positions, resources, sections of shared
//! drafts, budgets, minutes; activities, issues and reports of a co-gestione.
//!
//! Every writing function appends a row, seals it and tells of it in the chain. Rows stay as they
//! were written; where something stands is worked out when it is read.

mod activities;
mod amendments;
mod drafts;
mod ending;
mod guests;
mod issues;
mod positions;
mod progress;
mod resources;
mod sections;

pub use activities::*;
pub use amendments::*;
pub use drafts::*;
pub use ending::*;
pub use guests::*;
pub use issues::*;
pub use positions::*;
pub use progress::*;
pub use resources::*;
pub use sections::*;

use domain::events::{Details, Sealed, Subject};
use domain::ids::AmbitoId;
use domain::policy::Permit;
use uuid::Uuid;

use crate::read::{all, first};
use crate::{Snapshot, StoreError, Tx, chain, seals};

/// What an event tells of a new row.
struct Told<'a> {
    subject: Subject,
    subject_id: Uuid,
    what: Sealed,
    row: Uuid,
    salt: &'a [u8; 32],
    class: Option<&'static str>,
    version: Option<i64>,
    others: Vec<Uuid>,
}

/// Seals a row that was just written, and tells of it in the chain.
async fn tell(tx: &mut Tx, permit: &Permit, told: Told<'_>) -> Result<(), StoreError> {
    let details = Details {
        class: told.class.map(str::to_owned),
        version: told.version,
        others: told.others,
        sealed: seals::seal(tx, permit, told.what, told.row, told.salt).await?,
        ..Details::default()
    };
    chain::append(tx, permit, told.subject, told.subject_id, &details).await?;
    Ok(())
}

/// The next number of something in an Ambito or a round. The Ambito is locked, so it stays free.
async fn next(tx: &mut Tx, sql: &'static str, of: Uuid) -> Result<i64, StoreError> {
    let row: Option<(i64,)> = first(tx, sql, &[of.into()]).await?;
    Ok(row.map_or(1, |(number,)| number))
}

macro_rules! unsealed {
    ($table:literal) => {
        concat!(
            "SELECT r.id FROM ",
            $table,
            " r LEFT JOIN seals s ON s.what = $2 AND s.id = r.id \
             WHERE r.ambito_id = $1 AND s.id IS NULL"
        )
    };
}

/// Rows of rounds of agreement that nothing vouches for: the table's word, and the id. For
/// `trama check`.
pub async fn unsealed(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Vec<(String, Uuid)>, StoreError> {
    let mut found = Vec::new();
    for (what, sql) in [
        (Sealed::Invitation, unsealed!("invitations")),
        (Sealed::Draft, unsealed!("draft_versions")),
        (Sealed::Amendment, unsealed!("amendments")),
        (Sealed::AmendmentVerdict, unsealed!("amendment_verdicts")),
        (Sealed::Position, unsealed!("position_statements")),
        (Sealed::Settlement, unsealed!("position_settlements")),
        (Sealed::MandateEnd, unsealed!("ended_mandates")),
        (Sealed::Resource, unsealed!("resources")),
        (Sealed::ResourceEnd, unsealed!("resource_ends")),
        (Sealed::Minutes, unsealed!("round_minutes")),
        (Sealed::SectionVersion, unsealed!("section_versions")),
        (Sealed::Consent, unsealed!("consents")),
        (Sealed::BudgetLine, unsealed!("budget_lines")),
        (Sealed::BudgetLineEnd, unsealed!("budget_line_ends")),
        (Sealed::Reminder, unsealed!("reminders")),
        (Sealed::Activity, unsealed!("activities")),
        (Sealed::Assignment, unsealed!("activity_assignments")),
        (Sealed::Progress, unsealed!("activity_progress")),
        (Sealed::Issue, unsealed!("issues")),
        (Sealed::IssueAnswer, unsealed!("issue_answers")),
        (Sealed::ProgressReport, unsealed!("progress_reports")),
    ] {
        let rows: Vec<(Uuid,)> =
            all(snapshot, sql, &[ambito.uuid().into(), what.code().into()]).await?;
        found.extend(rows.into_iter().map(|(id,)| (what.code().to_owned(), id)));
    }
    Ok(found)
}

/// Amendments whose verdict and draft don't agree: accepted without the version it made, or a
/// version made by one that was not accepted. Their numbers, for `trama check`.
pub async fn astray(snapshot: &mut Snapshot, ambito: AmbitoId) -> Result<Vec<i64>, StoreError> {
    let sql = "SELECT a.number FROM amendments a JOIN amendment_verdicts v ON v.amendment_id = a.id \
        WHERE a.ambito_id = $1 AND v.state = 'accolto' AND NOT EXISTS \
            (SELECT 1 FROM draft_versions d WHERE d.round_id = a.round_id \
             AND d.version = v.version AND d.amendment_id = a.id) \
        UNION ALL \
        SELECT a.number FROM draft_versions d JOIN amendments a ON a.id = d.amendment_id \
        WHERE d.ambito_id = $1 AND NOT EXISTS \
            (SELECT 1 FROM amendment_verdicts v WHERE v.amendment_id = a.id \
             AND v.state = 'accolto' AND v.version = d.version) \
        ORDER BY 1";
    let rows: Vec<(i64,)> = all(snapshot, sql, &[ambito.uuid().into()]).await?;
    Ok(rows.into_iter().map(|(number,)| number).collect())
}
