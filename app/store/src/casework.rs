//! What moderators do beside deciding: they take a case and let go of it, propose a softer
//! wording, suspend comments; what an author's appeal needs to know.

use domain::contributions::Words;
use domain::ids::{AmbitoId, CaseId, CommentId, ContributionId, PersonId};
use domain::moderation::{ReasonClass, SofteningAnswer};
use domain::policy::Permit;
use domain::time::Moment;
use domain::views::{Earlier, SofteningView};
use uuid::Uuid;

use crate::counts::coded;
use crate::read::{all, first};
use crate::{Snapshot, StoreError, Tx, on};

/// Takes a case for a person, or lets go of it.
pub async fn claim(
    tx: &mut Tx,
    permit: &Permit,
    case: CaseId,
    person: Option<PersonId>,
) -> Result<(), StoreError> {
    let sql = "UPDATE moderation_cases SET claimed_by = $2, claimed_at = $3 \
               WHERE id = $1 AND ambito_id = $4";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(case.uuid())
            .bind(person.map(PersonId::uuid))
            .bind(person.map(|_| permit.at()))
            .bind(permit.ambito().uuid())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// A softer wording to keep.
#[derive(Debug, Clone, Copy)]
pub struct NewSoftening<'a> {
    /// Of which case.
    pub case: CaseId,
    /// Who proposes it.
    pub by: PersonId,
    /// The revision it would take the place of.
    pub revision: i64,
    /// Its words.
    pub words: &'a Words,
    /// To the author: why.
    pub note: &'a str,
}

/// Keeps a softer wording; one that waited for an answer is superseded.
pub async fn soften(
    tx: &mut Tx,
    permit: &Permit,
    new: &NewSoftening<'_>,
) -> Result<(), StoreError> {
    answer(tx, permit, new.case, SofteningAnswer::Superseded).await?;
    let next = "SELECT COALESCE(MAX(number), 0) + 1 FROM softenings WHERE case_id = $1";
    let sql = "INSERT INTO softenings (case_id, number, at, proposed_by, revision, title, body, \
        strengths, recipients, doers, resources, note) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    on!(tx, c => {
        let (number,): (i64,) =
            sqlx::query_as(next).bind(new.case.uuid()).fetch_one(&mut *c).await?;
        sqlx::query(sql)
            .bind(new.case.uuid())
            .bind(number)
            .bind(permit.at())
            .bind(new.by.uuid())
            .bind(new.revision)
            .bind(&new.words.title)
            .bind(&new.words.body)
            .bind(&new.words.strengths)
            .bind(&new.words.recipients)
            .bind(&new.words.doers)
            .bind(&new.words.resources)
            .bind(new.note)
            .execute(&mut *c)
            .await?;
    });
    Ok(())
}

/// Keeps what became of the wording that waits, if one does, and erases its words.
pub async fn answer(
    tx: &mut Tx,
    permit: &Permit,
    case: CaseId,
    answer: SofteningAnswer,
) -> Result<(), StoreError> {
    let sql = "UPDATE softenings SET answer = $2, answered_at = $3, title = '', body = '', \
               strengths = '', recipients = '', doers = '', resources = '' \
               WHERE case_id = $1 AND answer IS NULL";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(case.uuid())
            .bind(answer.code())
            .bind(permit.at())
            .execute(c)
            .await?;
    });
    Ok(())
}

#[derive(sqlx::FromRow)]
struct SofteningRow {
    number: i64,
    at: Moment,
    proposed_by: Uuid,
    revision: i64,
    title: String,
    body: String,
    strengths: String,
    recipients: String,
    doers: String,
    resources: String,
    note: String,
    answer: Option<String>,
}

/// A softer wording as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Softening {
    /// Who proposed it.
    pub by: PersonId,
    /// The revision it would take the place of.
    pub revision: i64,
    /// The rest.
    pub view: SofteningView,
}

/// The softer wordings of a case, the newest first.
pub async fn softenings(
    snapshot: &mut Snapshot,
    case: CaseId,
) -> Result<Vec<Softening>, StoreError> {
    let sql = "SELECT number, at, proposed_by, revision, title, body, strengths, recipients, \
        doers, resources, note, answer FROM softenings WHERE case_id = $1 ORDER BY number DESC";
    let rows: Vec<SofteningRow> = all(snapshot, sql, &[case.uuid().into()]).await?;
    rows.into_iter()
        .map(|row| {
            let answer = row.answer.as_deref();
            let answer = answer.map(|code| coded("softenings", case.uuid(), code)).transpose()?;
            Ok(Softening {
                by: row.proposed_by.into(),
                revision: row.revision,
                view: SofteningView {
                    number: row.number,
                    at: row.at,
                    words: Words {
                        title: row.title,
                        body: row.body,
                        strengths: row.strengths,
                        recipients: row.recipients,
                        doers: row.doers,
                        resources: row.resources,
                    },
                    note: row.note,
                    answer,
                },
            })
        })
        .collect()
}

/// A case about a text, as its author is told of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// Which.
    pub id: CaseId,
    /// When it was opened.
    pub opened: Moment,
    /// What was decided, if it has been.
    pub verdict: Option<Earlier>,
    /// Who decided.
    pub by: Option<PersonId>,
    /// The decision it is an appeal against.
    pub appeal_of: Option<CaseId>,
}

#[derive(sqlx::FromRow)]
struct PastRow {
    id: Uuid,
    comment_id: Option<Uuid>,
    opened_at: Moment,
    decided_at: Option<Moment>,
    decision: Option<String>,
    reason_class: Option<String>,
    reason: Option<String>,
    decided_by: Option<Uuid>,
    appeal_of: Option<Uuid>,
}

/// All cases about a text, the oldest first.
pub async fn history(
    snapshot: &mut Snapshot,
    contribution: ContributionId,
    comment: Option<CommentId>,
) -> Result<Vec<Past>, StoreError> {
    let sql = "SELECT id, comment_id, opened_at, decided_at, decision, reason_class, reason, \
        decided_by, appeal_of FROM moderation_cases WHERE contribution_id = $1 ORDER BY number";
    let rows: Vec<PastRow> = all(snapshot, sql, &[contribution.uuid().into()]).await?;
    rows.into_iter()
        .filter(|row| row.comment_id == comment.map(CommentId::uuid))
        .map(|row| {
            let class = row.reason_class.as_deref();
            let class = class.map(|code| coded("moderation_cases", row.id, code)).transpose()?;
            let verdict = match (row.decided_at, row.decision) {
                (Some(at), Some(decision)) => Some(Earlier {
                    at,
                    decision: coded("moderation_cases", row.id, &decision)?,
                    class,
                    reason: row.reason.unwrap_or_default(),
                }),
                (Some(_), None) | (None, _) => None,
            };
            Ok(Past {
                id: row.id.into(),
                opened: row.opened_at,
                verdict,
                by: row.decided_by.map(PersonId::from),
                appeal_of: row.appeal_of.map(CaseId::from),
            })
        })
        .collect()
}

/// Comments that are hidden for hate since a moment: to be compared with whose they are, one
/// person at a time.
pub async fn hidden_hate(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    since: Moment,
) -> Result<Vec<Uuid>, StoreError> {
    let sql = "SELECT DISTINCT k.id, q.reason_class FROM moderation_cases q \
        JOIN comments k ON k.id = q.comment_id \
        WHERE q.ambito_id = $1 AND q.decided_at >= $2 AND k.standing = 'oscurato' \
        AND q.decision IN ('oscurato', 'respinto')";
    let rows: Vec<(Uuid, Option<String>)> =
        all(snapshot, sql, &[ambito.uuid().into(), since.into()]).await?;
    let mut found = Vec::new();
    for (id, class) in rows {
        let class = class.as_deref().map(|code| coded::<ReasonClass>("moderation_cases", id, code));
        if class.transpose()?.is_some_and(ReasonClass::is_hate) && !found.contains(&id) {
            found.push(id);
        }
    }
    Ok(found)
}

/// Suspends the comments of a person until a moment.
pub async fn suspend(
    tx: &mut Tx,
    permit: &Permit,
    person: PersonId,
    until: Moment,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO comment_suspensions (ambito_id, person_id, begins_at, ends_at) \
        VALUES ($1, $2, $3, $4) ON CONFLICT (ambito_id, person_id, begins_at) \
        DO UPDATE SET ends_at = excluded.ends_at";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(permit.ambito().uuid())
            .bind(person.uuid())
            .bind(permit.at())
            .bind(until)
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Ends the suspensions of a person now: what they were for was decided otherwise.
pub async fn lift(tx: &mut Tx, permit: &Permit, person: PersonId) -> Result<(), StoreError> {
    let sql = "UPDATE comment_suspensions SET ends_at = $3 \
               WHERE ambito_id = $1 AND person_id = $2 AND ends_at > $3";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(permit.ambito().uuid())
            .bind(person.uuid())
            .bind(permit.at())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Until when a person's comments are suspended, if they are.
pub async fn silenced(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    person: PersonId,
    now: Moment,
) -> Result<Option<Moment>, StoreError> {
    let sql = "SELECT ends_at FROM comment_suspensions \
        WHERE ambito_id = $1 AND person_id = $2 AND ends_at > $3 ORDER BY ends_at DESC";
    let args = &[ambito.uuid().into(), person.uuid().into(), now.into()];
    let found: Option<(Moment,)> = first(snapshot, sql, args).await?;
    Ok(found.map(|(until,)| until))
}
