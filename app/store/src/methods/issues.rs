//! Issues that partners report while they run something together, and the answers.

use std::collections::BTreeMap;

use domain::events::{Sealed, Subject};
use domain::ids::{OrganisationId, RoundId};
use domain::methods::issues::IssueState;
use domain::policy::Permit;
use domain::time::Moment;
use domain::views::IssueAnswer;
use uuid::Uuid;

use super::{Told, next, tell};
use crate::counts::coded;
use crate::read::all;
use crate::{Snapshot, StoreError, Tx, on};

/// An issue, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredIssue {
    /// Which.
    pub id: Uuid,
    /// Its number in the round.
    pub number: i64,
    /// Who reports it.
    pub organisation: OrganisationId,
    /// The activity it is about.
    pub activity: Option<Uuid>,
    /// What is the matter.
    pub what: String,
    /// When.
    pub at: Moment,
    /// Answers, the first first.
    pub answers: Vec<IssueAnswer>,
}

impl StoredIssue {
    /// Its state.
    pub fn state(&self) -> IssueState {
        self.answers.last().map_or(IssueState::Open, |answer| answer.state)
    }

    /// When it was settled, if it is.
    pub fn settled(&self) -> Option<Moment> {
        self.answers.last().filter(|answer| !answer.state.pending()).map(|answer| answer.at)
    }
}

/// The issues of a round, in their order.
pub async fn issues(
    snapshot: &mut Snapshot,
    round: RoundId,
) -> Result<Vec<StoredIssue>, StoreError> {
    let sql = "SELECT id, number, organisation_id, activity_id, what, at FROM issues \
               WHERE round_id = $1 ORDER BY number";
    type Row = (Uuid, i64, Uuid, Option<Uuid>, String, Moment);
    let rows: Vec<Row> = all(snapshot, sql, &[round.uuid().into()]).await?;
    let answered = "SELECT a.issue_id, a.state, a.words, a.at FROM issue_answers a \
        JOIN issues i ON i.id = a.issue_id WHERE i.round_id = $1 ORDER BY a.issue_id, a.position";
    let answered: Vec<(Uuid, String, String, Moment)> =
        all(snapshot, answered, &[round.uuid().into()]).await?;
    let mut answers: BTreeMap<Uuid, Vec<IssueAnswer>> = BTreeMap::new();
    for (id, state, words, at) in answered {
        let state = coded("issue_answers", id, &state)?;
        answers.entry(id).or_default().push(IssueAnswer { state, words, at });
    }
    let issue = |(id, number, organisation, activity, what, at): Row| StoredIssue {
        id,
        number,
        organisation: organisation.into(),
        activity,
        what,
        at,
        answers: answers.remove(&id).unwrap_or_default(),
    };
    Ok(rows.into_iter().map(issue).collect())
}

/// Keeps an issue; returns its number in the round.
pub async fn keep_issue(
    tx: &mut Tx,
    permit: &Permit,
    id: Uuid,
    (round, organisation): (RoundId, OrganisationId),
    (activity, what): (Option<Uuid>, &str),
    salt: &[u8; 32],
) -> Result<i64, StoreError> {
    let number = "SELECT COALESCE(MAX(number), 0) + 1 FROM issues WHERE round_id = $1";
    let number = next(tx, number, round.uuid()).await?;
    let sql = "INSERT INTO issues (id, ambito_id, round_id, number, organisation_id, activity_id, \
        what, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(id)
            .bind(permit.ambito().uuid())
            .bind(round.uuid())
            .bind(number)
            .bind(organisation.uuid())
            .bind(activity)
            .bind(what.trim())
            .bind(permit.at())
            .execute(c)
            .await?;
    });
    let told = Told {
        subject: Subject::Issue,
        subject_id: id,
        what: Sealed::Issue,
        row: id,
        salt,
        class: None,
        version: None,
        others: [round.uuid(), organisation.uuid()].into_iter().chain(activity).collect(),
    };
    tell(tx, permit, told).await?;
    Ok(number)
}

/// Keeps an answer to an issue.
pub async fn keep_issue_answer(
    tx: &mut Tx,
    permit: &Permit,
    id: Uuid,
    issue: Uuid,
    (state, words): (IssueState, &str),
    salt: &[u8; 32],
) -> Result<(), StoreError> {
    let place = "SELECT COALESCE(MAX(position), 0) + 1 FROM issue_answers WHERE issue_id = $1";
    let position = next(tx, place, issue).await?;
    let sql = "INSERT INTO issue_answers (id, ambito_id, issue_id, position, state, words, at) \
               VALUES ($1, $2, $3, $4, $5, $6, $7)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(id)
            .bind(permit.ambito().uuid())
            .bind(issue)
            .bind(position)
            .bind(state.code())
            .bind(words.trim())
            .bind(permit.at())
            .execute(c)
            .await?;
    });
    let told = Told {
        subject: Subject::Issue,
        subject_id: issue,
        what: Sealed::IssueAnswer,
        row: id,
        salt,
        class: Some(state.code()),
        version: Some(position),
        others: Vec::new(),
    };
    tell(tx, permit, told).await
}
