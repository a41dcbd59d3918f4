//! Supports that came all together: what is looked at, and what two people found.

use domain::bursts::{Finding, Given};
use domain::ids::{AmbitoId, ContributionId, NoteId, PersonId};
use domain::policy::Permit;
use domain::time::Moment;
use domain::views::{ContributionRef, NoteView};
use uuid::Uuid;

use crate::counts::coded;
use crate::read::{all, count};
use crate::{Snapshot, StoreError, Tx, on};

/// The most texts that are looked at: the most supported ones.
const LOOKED_AT: i64 = 100;

/// A text with enough supports to be looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Supported {
    /// Which.
    pub id: ContributionId,
    /// For the page.
    pub contribution: ContributionRef,
    /// Its supports, without whose they are.
    pub given: Vec<Given>,
}

/// Public texts with at least so many supports whose keys are kept, with when each came.
pub async fn supported(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    least: i64,
) -> Result<Vec<Supported>, StoreError> {
    let sql = "SELECT v.id, v.kind, v.number, w.title, w.language FROM contributions v \
        JOIN revisions w ON w.contribution_id = v.id AND w.revision = v.revision \
        JOIN rounds r ON r.id = v.round_id \
        WHERE v.ambito_id = $1 AND v.standing = 'pubblicato' AND v.supports >= $2 \
        AND r.mark NOT IN ('restituito', 'archiviato') \
        ORDER BY v.supports DESC, v.number LIMIT $3";
    let args = &[ambito.uuid().into(), least.into(), LOOKED_AT.into()];
    let rows: Vec<(Uuid, String, i64, String, String)> = all(snapshot, sql, args).await?;
    let given = "SELECT s.at, p.created_at, n.n FROM supports s \
        JOIN people p ON p.id = s.person_id \
        JOIN supporters n ON n.person_id = s.person_id AND n.ambito_id = $2 \
        WHERE s.contribution_id = $1";
    let mut found = Vec::new();
    for (id, kind, number, title, language) in rows {
        let args = &[id.into(), ambito.uuid().into()];
        let rows: Vec<(Moment, Moment, i64)> = all(snapshot, given, args).await?;
        let given = rows
            .into_iter()
            .map(|(at, account, n)| Given {
                at,
                account,
                supports: u32::try_from(count(n)).unwrap_or(u32::MAX),
            })
            .collect();
        let kind = coded("contributions", id, &kind)?;
        let contribution = ContributionRef { kind, number, title, language };
        found.push(Supported { id: id.into(), contribution, given });
    }
    Ok(found)
}

/// What was found about a burst, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Which.
    pub id: NoteId,
    /// Who found it.
    pub by: PersonId,
    /// The rest.
    pub view: NoteView,
}

#[derive(sqlx::FromRow)]
struct NoteRow {
    id: Uuid,
    proposed_by: Uuid,
    begins_at: Moment,
    finding: String,
    note: String,
    confirmed_at: Option<Moment>,
}

/// What was found about the supports of a text, the oldest first.
pub async fn notes(
    snapshot: &mut Snapshot,
    contribution: ContributionId,
) -> Result<Vec<Note>, StoreError> {
    let sql = "SELECT id, proposed_by, begins_at, finding, note, confirmed_at FROM support_notes \
               WHERE contribution_id = $1 ORDER BY begins_at";
    let rows: Vec<NoteRow> = all(snapshot, sql, &[contribution.uuid().into()]).await?;
    rows.into_iter()
        .map(|row| {
            Ok(Note {
                id: row.id.into(),
                by: row.proposed_by.into(),
                view: NoteView {
                    from: row.begins_at,
                    finding: coded("support_notes", row.id, &row.finding)?,
                    note: row.note,
                    confirmed: row.confirmed_at,
                },
            })
        })
        .collect()
}

/// What somebody found about a burst.
#[derive(Debug, Clone, Copy)]
pub struct NewNote<'a> {
    /// Id.
    pub id: NoteId,
    /// Of which text.
    pub contribution: ContributionId,
    /// The burst.
    pub burst: &'a domain::bursts::Burst,
    /// What was found.
    pub finding: Finding,
    /// What is said of it.
    pub note: &'a str,
    /// Who found it.
    pub by: PersonId,
    /// What was found of the same burst before and nobody confirmed: it goes.
    pub replaces: Option<NoteId>,
}

/// Keeps what somebody found.
pub async fn propose(tx: &mut Tx, permit: &Permit, new: &NewNote<'_>) -> Result<(), StoreError> {
    let forget = "DELETE FROM support_notes WHERE id = $1 AND confirmed_at IS NULL";
    let sql = "INSERT INTO support_notes (id, ambito_id, contribution_id, begins_at, ends_at, \
        supports, finding, note, proposed_by, proposed_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    on!(tx, c => {
        if let Some(before) = new.replaces {
            sqlx::query(forget).bind(before.uuid()).execute(&mut *c).await?;
        }
        sqlx::query(sql)
            .bind(new.id.uuid())
            .bind(permit.ambito().uuid())
            .bind(new.contribution.uuid())
            .bind(new.burst.from)
            .bind(new.burst.to)
            .bind(i64::from(new.burst.supports))
            .bind(new.finding.code())
            .bind(new.note)
            .bind(new.by.uuid())
            .bind(permit.at())
            .execute(&mut *c)
            .await?;
    });
    Ok(())
}

/// Confirms what somebody else found: it is published with the text from now on.
pub async fn confirm(
    tx: &mut Tx,
    permit: &Permit,
    note: NoteId,
    person: PersonId,
) -> Result<(), StoreError> {
    let sql = "UPDATE support_notes SET confirmed_by = $2, confirmed_at = $3 \
               WHERE id = $1 AND ambito_id = $4 AND confirmed_at IS NULL";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(note.uuid())
            .bind(person.uuid())
            .bind(permit.at())
            .bind(permit.ambito().uuid())
            .execute(c)
            .await?;
    });
    Ok(())
}
