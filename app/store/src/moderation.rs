//! The moderators' cases: opened by an operation on a text, decided once.

use domain::comments::FlagReason;
use domain::contributions::{Standing, Words};
use domain::detectors::DetectorClass;
use domain::ids::{AmbitoId, CaseId, CommentId, ContributionId, PersonId};
use domain::moderation::{Cause, Decision, ReasonClass};
use domain::people::Role;
use domain::policy::Permit;
use domain::time::Moment;
use domain::views::Earlier;
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::counts::coded;
use crate::read::{Arg, all, first};
use crate::{Snapshot, StoreError, Tx, on};

/// A text that is hidden for hate and still has its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HiddenHate {
    /// Where.
    pub ambito: AmbitoId,
    /// The contribution, or the one on which the comment stands.
    pub contribution: ContributionId,
    /// The comment.
    pub comment: Option<CommentId>,
    /// When it was hidden.
    pub hidden: Moment,
}

/// All that is hidden for hate since before a moment and still has its words.
pub async fn hidden_hate(
    snapshot: &mut Snapshot,
    before: Moment,
) -> Result<Vec<HiddenHate>, StoreError> {
    let classes: Vec<String> =
        ReasonClass::HATE.iter().map(|class| format!("'{}'", class.code())).collect();
    let sql = AssertSqlSafe(format!(
        "SELECT m.ambito_id, m.contribution_id, m.comment_id, m.decided_at \
         FROM moderation_cases m JOIN contributions c ON c.id = m.contribution_id \
         LEFT JOIN comments k ON k.id = m.comment_id \
         WHERE m.decision = 'oscurato' AND m.reason_class IN ({}) AND m.decided_at < $1 \
         AND ((k.id IS NULL AND c.standing = 'oscurato' AND EXISTS \
                (SELECT 1 FROM revisions r WHERE r.contribution_id = c.id AND r.salt IS NOT NULL)) \
            OR (k.standing = 'oscurato' AND k.salt IS NOT NULL)) ORDER BY m.decided_at, m.id",
        classes.join(", ")
    ));
    let rows: Vec<(Uuid, Uuid, Option<Uuid>, Moment)> =
        all(snapshot, sql, &[before.into()]).await?;
    let hidden =
        |(ambito, contribution, comment, hidden): (Uuid, Uuid, Option<Uuid>, Moment)| HiddenHate {
            ambito: ambito.into(),
            contribution: contribution.into(),
            comment: comment.map(CommentId::from),
            hidden,
        };
    Ok(rows.into_iter().map(hidden).collect())
}

/// A case to open.
#[derive(Debug, Clone, Copy)]
pub struct NewCase<'a> {
    /// Id.
    pub id: CaseId,
    /// The contribution it is about, or on which the comment stands.
    pub contribution: ContributionId,
    /// The comment it is about.
    pub comment: Option<CommentId>,
    /// Why it is opened.
    pub cause: Cause,
    /// What the detectors found.
    pub detected: &'a [DetectorClass],
    /// What whoever reported it wrote, or asks for a second look.
    pub note: Option<&'a str>,
    /// The decision it is an appeal against.
    pub appeal_of: Option<CaseId>,
}

/// Opens a case. Returns its number.
pub async fn open(tx: &mut Tx, permit: &Permit, new: &NewCase<'_>) -> Result<i64, StoreError> {
    let next = "SELECT COALESCE(MAX(number), 0) + 1 FROM moderation_cases WHERE ambito_id = $1";
    let sql = "INSERT INTO moderation_cases (id, ambito_id, number, contribution_id, comment_id, \
        cause, detected, note, opened_at, appeal_of) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    let ambito = permit.ambito().uuid();
    let detected = serde_json::to_string(new.detected)?;
    Ok(on!(tx, c => {
        let (number,): (i64,) = sqlx::query_as(next).bind(ambito).fetch_one(&mut *c).await?;
        sqlx::query(sql)
            .bind(new.id.uuid())
            .bind(ambito)
            .bind(number)
            .bind(new.contribution.uuid())
            .bind(new.comment.map(CommentId::uuid))
            .bind(new.cause.code())
            .bind(&detected)
            .bind(new.note)
            .bind(permit.at())
            .bind(new.appeal_of.map(CaseId::uuid))
            .execute(&mut *c)
            .await?;
        number
    }))
}

/// An open case whose text was corrected: why it is here now, and what the detectors find.
pub async fn reassess(
    tx: &mut Tx,
    permit: &Permit,
    id: CaseId,
    cause: Cause,
    detected: &[DetectorClass],
) -> Result<(), StoreError> {
    let sql = "UPDATE moderation_cases SET cause = $2, detected = $3 \
               WHERE id = $1 AND ambito_id = $4";
    let detected = serde_json::to_string(detected)?;
    let ambito = permit.ambito().uuid();
    on!(tx, c => {
        sqlx::query(sql)
            .bind(id.uuid())
            .bind(cause.code())
            .bind(&detected)
            .bind(ambito)
            .execute(c)
            .await?;
    });
    Ok(())
}

/// The moderators of an Ambito: to whom an alert is sent.
pub async fn moderators(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Vec<PersonId>, StoreError> {
    holders(snapshot, ambito, Role::Moderator).await
}

/// Who holds a role in an Ambito.
pub async fn holders(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    role: Role,
) -> Result<Vec<PersonId>, StoreError> {
    let sql = "SELECT DISTINCT person_id FROM grants WHERE ambito_id = $1 AND role = $2 \
               ORDER BY person_id";
    let role = role.code();
    let found: Vec<(Uuid,)> = on!(snapshot, c => {
        sqlx::query_as(sql).bind(ambito.uuid()).bind(role).fetch_all(c).await?
    });
    Ok(found.into_iter().map(|(person,)| person.into()).collect())
}

/// A case as a decision on it needs it.
#[derive(Debug, Clone)]
pub struct Case {
    /// Which.
    pub id: CaseId,
    /// The contribution it is about, or on which the comment stands.
    pub contribution: ContributionId,
    /// The comment it is about.
    pub comment: Option<CommentId>,
    /// Why it is here.
    pub cause: Cause,
    /// What whoever reported it wrote.
    pub note: Option<String>,
    /// Who has taken it, and when.
    pub claimed: Option<(PersonId, Moment)>,
    /// It has been decided, or its text withdrawn.
    pub decided: bool,
    /// Who decided.
    pub decided_by: Option<PersonId>,
    /// The decision it is an appeal against.
    pub appeal_of: Option<CaseId>,
}

/// What is read of a case.
const CASE: &str = "SELECT id, contribution_id, comment_id, cause, note, claimed_by, claimed_at, \
    decided_at, decided_by, appeal_of FROM moderation_cases";

#[derive(sqlx::FromRow)]
struct CaseRow {
    id: Uuid,
    contribution_id: Uuid,
    comment_id: Option<Uuid>,
    cause: String,
    note: Option<String>,
    claimed_by: Option<Uuid>,
    claimed_at: Option<Moment>,
    decided_at: Option<Moment>,
    decided_by: Option<Uuid>,
    appeal_of: Option<Uuid>,
}

impl TryFrom<CaseRow> for Case {
    type Error = StoreError;
    fn try_from(row: CaseRow) -> Result<Self, StoreError> {
        Ok(Case {
            id: row.id.into(),
            contribution: row.contribution_id.into(),
            comment: row.comment_id.map(CommentId::from),
            cause: coded("moderation_cases", row.id, &row.cause)?,
            note: row.note,
            claimed: row.claimed_by.map(PersonId::from).zip(row.claimed_at),
            decided: row.decided_at.is_some(),
            decided_by: row.decided_by.map(PersonId::from),
            appeal_of: row.appeal_of.map(CaseId::from),
        })
    }
}

async fn cases(
    snapshot: &mut Snapshot,
    condition: &'static str,
    args: &[Arg<'_>],
) -> Result<Vec<Case>, StoreError> {
    let sql = format!("{CASE} WHERE {condition}");
    let rows: Vec<CaseRow> = all(snapshot, AssertSqlSafe(sql), args).await?;
    rows.into_iter().map(Case::try_from).collect()
}

/// A case by its number.
pub async fn find(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    number: i64,
) -> Result<Option<Case>, StoreError> {
    let args = &[ambito.uuid().into(), number.into()];
    Ok(cases(snapshot, "ambito_id = $1 AND number = $2", args).await?.pop())
}

/// A case by its id.
pub async fn by_id(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    id: CaseId,
) -> Result<Option<Case>, StoreError> {
    let args = &[ambito.uuid().into(), id.uuid().into()];
    Ok(cases(snapshot, "ambito_id = $1 AND id = $2", args).await?.pop())
}

/// The number of a case, while it waits.
pub async fn waiting_number(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    id: CaseId,
) -> Result<Option<i64>, StoreError> {
    let sql = "SELECT number FROM moderation_cases \
               WHERE ambito_id = $1 AND id = $2 AND decided_at IS NULL";
    let found: Option<(i64,)> = on!(snapshot, c => {
        sqlx::query_as(sql).bind(ambito.uuid()).bind(id.uuid()).fetch_optional(c).await?
    });
    Ok(found.map(|(number,)| number))
}

/// The case that is open on a text, if any.
pub async fn open_on(
    snapshot: &mut Snapshot,
    contribution: ContributionId,
    comment: Option<CommentId>,
) -> Result<Option<Case>, StoreError> {
    let open = "contribution_id = $1 AND decided_at IS NULL ORDER BY number";
    let found = cases(snapshot, open, &[contribution.uuid().into()]).await?;
    Ok(found.into_iter().find(|case| case.comment == comment))
}

/// Keeps why somebody reported the text of an open case.
pub async fn flagged(
    tx: &mut Tx,
    permit: &Permit,
    id: CaseId,
    reason: FlagReason,
) -> Result<(), StoreError> {
    let read = "SELECT flagged_for FROM moderation_cases WHERE id = $1 AND ambito_id = $2";
    let write = "UPDATE moderation_cases SET flagged_for = $3 WHERE id = $1 AND ambito_id = $2";
    let ambito = permit.ambito().uuid();
    let (before,): (String,) = on!(tx, c => {
        sqlx::query_as(read).bind(id.uuid()).bind(ambito).fetch_one(c).await?
    });
    let mut reasons: Vec<FlagReason> = serde_json::from_str(&before)?;
    reasons.push(reason);
    let after = serde_json::to_string(&reasons)?;
    on!(tx, c => {
        sqlx::query(write).bind(id.uuid()).bind(ambito).bind(&after).execute(c).await?;
    });
    Ok(())
}

/// Replaces the note of an open case: another report has come in.
pub async fn note(tx: &mut Tx, permit: &Permit, id: CaseId, note: &str) -> Result<(), StoreError> {
    let sql = "UPDATE moderation_cases SET note = $2 WHERE id = $1 AND ambito_id = $3";
    let ambito = permit.ambito().uuid();
    on!(tx, c => { sqlx::query(sql).bind(id.uuid()).bind(note).bind(ambito).execute(c).await?; });
    Ok(())
}

/// What was decided, and why.
#[derive(Debug, Clone, Copy)]
pub struct Verdict<'a> {
    /// The decision.
    pub decision: Decision,
    /// Class of reason.
    pub class: ReasonClass,
    /// The reason in words, for the author and the moderators.
    pub reason: &'a str,
    /// Who decided: an appeal goes to somebody else.
    pub by: Option<PersonId>,
    /// In which roles, as codes, for the public record.
    pub role: &'a str,
}

/// Closes a case: with a verdict, or without one because its text was withdrawn.
pub async fn close(
    tx: &mut Tx,
    permit: &Permit,
    id: CaseId,
    verdict: Option<&Verdict<'_>>,
) -> Result<(), StoreError> {
    let sql = "UPDATE moderation_cases SET decided_at = $2, decision = $3, reason_class = $4, \
               reason = $5, decided_by = $7, decided_role = $8, claimed_by = NULL, \
               claimed_at = NULL WHERE id = $1 AND ambito_id = $6";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(id.uuid())
            .bind(permit.at())
            .bind(verdict.map(|verdict| verdict.decision.code()))
            .bind(verdict.map(|verdict| verdict.class.code()))
            .bind(verdict.map(|verdict| verdict.reason))
            .bind(permit.ambito().uuid())
            .bind(verdict.and_then(|verdict| verdict.by).map(PersonId::uuid))
            .bind(verdict.map(|verdict| verdict.role))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// An open case as the queue shows it.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// Which.
    pub id: CaseId,
    /// Number of the case.
    pub number: i64,
    /// Who has taken it, and when.
    pub claimed: Option<(PersonId, Moment)>,
    /// The decision it is an appeal against, and who took it.
    pub appealed: Option<(Earlier, Option<PersonId>)>,
    /// It is an appeal.
    pub appeal: bool,
    /// A softer wording waits for an answer since then.
    pub softened: Option<Moment>,
    /// The comment it is about.
    pub comment_id: Option<CommentId>,
    /// Why it is here.
    pub cause: Cause,
    /// What the detectors found in it when it came.
    pub detected: Vec<DetectorClass>,
    /// Why it was reported.
    pub flagged_for: Vec<FlagReason>,
    /// What whoever reported it wrote.
    pub note: Option<String>,
    /// Since when.
    pub at: Moment,
    /// The contribution it is about, or on which the comment stands.
    pub contribution: ContributionId,
    /// Where the contribution stands.
    pub standing: Standing,
    /// The comment it is about: number, standing and text.
    pub comment: Option<(i64, Standing, String)>,
    /// The words of the contribution.
    pub words: Words,
    /// The revision that is read: of the comment, if it is about one.
    pub revision: i64,
    /// The rest of the contribution.
    pub about: About,
}

/// What a card shows of a contribution that waits, beside its words.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct About {
    /// Code of its kind.
    pub kind: String,
    /// Its number.
    pub voice_number: i64,
    /// Language of its words.
    pub language: String,
    /// Name of its municipality.
    pub municipality: String,
    /// Code of its policy.
    pub policy_code: String,
    /// Name of its policy.
    pub policy: String,
    /// Code of the author's capacity.
    pub author_kind: String,
    /// Name of the organisation.
    pub organisation: Option<String>,
    /// Name of the author, where chosen.
    pub byline: Option<String>,
    /// When it was sent.
    pub created_at: Moment,
    /// When it became public.
    pub published_at: Option<Moment>,
    /// Code of its stage.
    pub stage: String,
    /// Code of its outcome.
    pub outcome: Option<String>,
    /// How many support it.
    pub supports: i64,
    /// How many comments it has.
    pub comments: i64,
}

#[derive(sqlx::FromRow)]
struct WaitingRow {
    claimed_by: Option<Uuid>,
    claimed_at: Option<Moment>,
    appeal_of: Option<Uuid>,
    softened: Option<Moment>,
    earlier_at: Option<Moment>,
    earlier_decision: Option<String>,
    earlier_class: Option<String>,
    earlier_reason: Option<String>,
    earlier_by: Option<Uuid>,
    comment_id: Option<Uuid>,
    case_id: Uuid,
    case_number: i64,
    cause: String,
    detected: String,
    flagged_for: String,
    comment_revision: Option<i64>,
    note: Option<String>,
    opened_at: Moment,
    contribution_id: Uuid,
    standing: String,
    comment_number: Option<i64>,
    comment_standing: Option<String>,
    comment_body: Option<String>,
    title: String,
    body: String,
    strengths: String,
    recipients: String,
    doers: String,
    resources: String,
    revision: i64,
    #[sqlx(flatten)]
    about: About,
}

impl TryFrom<WaitingRow> for Waiting {
    type Error = StoreError;
    fn try_from(row: WaitingRow) -> Result<Self, StoreError> {
        let id = row.contribution_id;
        let comment = match (row.comment_number, row.comment_standing, row.comment_body) {
            (Some(number), Some(standing), Some(body)) => {
                Some((number, coded("comments", id, &standing)?, body))
            }
            _ => None,
        };
        let earlier = match (row.earlier_at, &row.earlier_decision) {
            (Some(at), Some(decision)) => {
                let class = row.earlier_class.as_deref();
                let earlier = Earlier {
                    at,
                    decision: coded("moderation_cases", row.case_id, decision)?,
                    class: class
                        .map(|code| coded("moderation_cases", row.case_id, code))
                        .transpose()?,
                    reason: row.earlier_reason.unwrap_or_default(),
                };
                Some((earlier, row.earlier_by.map(PersonId::from)))
            }
            _ => None,
        };
        Ok(Waiting {
            id: row.case_id.into(),
            claimed: row.claimed_by.map(PersonId::from).zip(row.claimed_at),
            appealed: earlier,
            appeal: row.appeal_of.is_some(),
            softened: row.softened,
            comment_id: row.comment_id.map(CommentId::from),
            number: row.case_number,
            cause: coded("moderation_cases", row.case_id, &row.cause)?,
            detected: serde_json::from_str(&row.detected)
                .map_err(|error| StoreError::row("moderation_cases", row.case_id, error))?,
            flagged_for: serde_json::from_str(&row.flagged_for)
                .map_err(|error| StoreError::row("moderation_cases", row.case_id, error))?,
            note: row.note,
            at: row.opened_at,
            contribution: id.into(),
            standing: coded("contributions", id, &row.standing)?,
            comment,
            words: Words {
                title: row.title,
                body: row.body,
                strengths: row.strengths,
                recipients: row.recipients,
                doers: row.doers,
                resources: row.resources,
            },
            revision: row.comment_revision.unwrap_or(row.revision),
            about: row.about,
        })
    }
}

/// The most cases the queue shows at once.
const QUEUE: i64 = 200;

/// What is read of the cases that wait.
const WAITING: &str = "SELECT q.id AS case_id, q.number AS case_number, q.cause, q.detected, \
    q.flagged_for, k.revision AS comment_revision, q.note, q.opened_at, q.claimed_by, q.claimed_at, q.appeal_of, q.comment_id, \
    (SELECT MAX(s.at) FROM softenings s WHERE s.case_id = q.id AND s.answer IS NULL) AS softened, \
    e.decided_at AS earlier_at, e.decision AS earlier_decision, e.reason_class AS earlier_class, \
    e.reason AS earlier_reason, e.decided_by AS earlier_by, \
    v.id AS contribution_id, v.standing, k.number AS comment_number, \
    k.standing AS comment_standing, k.body AS comment_body, \
    w.title, w.body, w.strengths, w.recipients, w.doers, w.resources, w.revision, \
    v.kind, v.number AS voice_number, w.language, m.name AS municipality, \
    p.code AS policy_code, p.name AS policy, v.author_kind, o.name AS organisation, \
    v.byline, v.created_at, v.published_at, v.stage, v.outcome, v.supports, v.comments \
    FROM moderation_cases q \
    JOIN contributions v ON v.id = q.contribution_id \
    JOIN revisions w ON w.contribution_id = v.id AND w.revision = v.revision \
    JOIN municipalities m ON m.id = v.municipality_id \
    JOIN policies p ON p.id = v.policy_id \
    LEFT JOIN organisations o ON o.id = v.organisation_id \
    LEFT JOIN comments k ON k.id = q.comment_id \
    LEFT JOIN moderation_cases e ON e.id = q.appeal_of \
    WHERE q.ambito_id = $1 AND q.decided_at IS NULL";

/// Open cases: present danger first, then the longest waiting. The permit is that to read
/// restricted texts.
pub async fn queue(snapshot: &mut Snapshot, permit: &Permit) -> Result<Vec<Waiting>, StoreError> {
    let sql = format!(
        "{WAITING} ORDER BY CASE WHEN q.cause = 'pericolo' THEN 0 ELSE 1 END, q.opened_at, \
         q.number LIMIT $2"
    );
    let args = &[permit.ambito().uuid().into(), QUEUE.into()];
    let rows: Vec<WaitingRow> = all(snapshot, AssertSqlSafe(sql), args).await?;
    rows.into_iter().map(Waiting::try_from).collect()
}

/// One open case. The permit is that to read restricted texts.
pub async fn waiting(
    snapshot: &mut Snapshot,
    permit: &Permit,
    number: i64,
) -> Result<Option<Waiting>, StoreError> {
    let sql = format!("{WAITING} AND q.number = $2");
    let args = &[permit.ambito().uuid().into(), number.into()];
    let row: Option<WaitingRow> = first(snapshot, AssertSqlSafe(sql), args).await?;
    row.map(Waiting::try_from).transpose()
}

/// How many cases were decided since a moment.
pub async fn decided_since(
    snapshot: &mut Snapshot,
    permit: &Permit,
    since: Moment,
) -> Result<i64, StoreError> {
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) FROM moderation_cases \
               WHERE ambito_id = $1 AND decided_at >= $2 AND decision IS NOT NULL";
    let ambito = permit.ambito().uuid();
    let (n,): (i64,) =
        on!(snapshot, c => sqlx::query_as(sql).bind(ambito).bind(since).fetch_one(c).await?);
    Ok(n)
}
