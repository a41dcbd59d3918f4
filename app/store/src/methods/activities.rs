//! Activities of actions that a co-gestione carries out: who answers for each, and how far it has
//! come.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::actions::{ActionState, ActivityState};
use domain::events::{Details, Sealed, Subject};
use domain::ids::{ActionId, AmbitoId, RoundId};
use domain::methods::activities::{Assignment, NewActivity, Progress, Standing};
use domain::policy::Permit;
use domain::time::Moment;
use uuid::Uuid;

use super::{Told, next, tell};
use crate::counts::coded;
use crate::read::{all, first};
use crate::{Snapshot, StoreError, Tx, actions, chain, on};

/// An activity, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredActivity {
    /// Which.
    pub id: Uuid,
    /// Its number in the Ambito.
    pub number: i64,
    /// In which round.
    pub round: RoundId,
    /// Of which action.
    pub action: ActionId,
    /// What.
    pub what: String,
    /// Who helps.
    pub supporters: String,
    /// When it was added.
    pub at: Moment,
    /// Who answered for it, the first first: assignment, why, when.
    pub assignments: Vec<(Assignment, String, Moment)>,
    /// How far it had come, the first first.
    pub progress: Vec<(Progress, Moment)>,
}

impl StoredActivity {
    /// Who answers for it, and its state.
    pub fn standing(&self) -> Standing {
        Standing {
            assignment: self.assignments.last().map(|(of, _, _)| *of),
            state: self.progress.last().map_or(ActivityState::ToDo, |(of, _)| of.state),
        }
    }
}

/// The activities of a round, in their order.
pub async fn activities(
    snapshot: &mut Snapshot,
    round: RoundId,
) -> Result<Vec<StoredActivity>, StoreError> {
    let sql = "SELECT id, number, round_id, action_id, what, supporters, at FROM activities \
               WHERE round_id = $1 ORDER BY number";
    type Row = (Uuid, i64, Uuid, Uuid, String, String, Moment);
    let rows: Vec<Row> = all(snapshot, sql, &[round.uuid().into()]).await?;
    let assigned = "SELECT s.activity_id, s.person_id, s.due, s.why, s.at \
        FROM activity_assignments s JOIN activities a ON a.id = s.activity_id \
        WHERE a.round_id = $1 ORDER BY s.activity_id, s.position";
    let assigned: Vec<(Uuid, Uuid, NaiveDate, String, Moment)> =
        all(snapshot, assigned, &[round.uuid().into()]).await?;
    let told = "SELECT p.activity_id, p.state, p.note, p.evidence, p.at \
        FROM activity_progress p JOIN activities a ON a.id = p.activity_id \
        WHERE a.round_id = $1 ORDER BY p.activity_id, p.position";
    let told: Vec<(Uuid, String, String, String, Moment)> =
        all(snapshot, told, &[round.uuid().into()]).await?;
    let mut found: BTreeMap<Uuid, StoredActivity> = BTreeMap::new();
    for (id, number, round, action, what, supporters, at) in rows {
        let (assignments, progress) = (Vec::new(), Vec::new());
        let (round, action) = (round.into(), action.into());
        let one = StoredActivity {
            id,
            number,
            round,
            action,
            what,
            supporters,
            at,
            assignments,
            progress,
        };
        found.insert(id, one);
    }
    for (id, person, due, why, at) in assigned {
        if let Some(one) = found.get_mut(&id) {
            one.assignments.push((Assignment { responsible: person.into(), due }, why, at));
        }
    }
    for (id, state, note, evidence, at) in told {
        if let Some(one) = found.get_mut(&id) {
            let state = coded("activity_progress", id, &state)?;
            one.progress.push((Progress { state, note, evidence }, at));
        }
    }
    let mut found: Vec<StoredActivity> = found.into_values().collect();
    found.sort_by_key(|one| one.number);
    Ok(found)
}

/// The round in which the activity of a number is followed.
pub async fn round_of_activity(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    number: i64,
) -> Result<Option<RoundId>, StoreError> {
    let sql = "SELECT round_id FROM activities WHERE ambito_id = $1 AND number = $2";
    let row: Option<(Uuid,)> = first(snapshot, sql, &[ambito.uuid().into(), number.into()]).await?;
    Ok(row.map(|(id,)| id.into()))
}

/// The round in which the activities of an action were last followed.
pub async fn round_of_action(
    snapshot: &mut Snapshot,
    action: ActionId,
) -> Result<Option<RoundId>, StoreError> {
    let sql = "SELECT round_id FROM activities WHERE action_id = $1 ORDER BY number DESC LIMIT 1";
    let row: Option<(Uuid,)> = first(snapshot, sql, &[action.uuid().into()]).await?;
    Ok(row.map(|(id,)| id.into()))
}

/// Keeps a new activity; returns its number.
pub async fn keep_activity(
    tx: &mut Tx,
    permit: &Permit,
    id: Uuid,
    (round, action): (RoundId, ActionId),
    new: &NewActivity,
    salt: &[u8; 32],
) -> Result<i64, StoreError> {
    let number = "SELECT COALESCE(MAX(number), 0) + 1 FROM activities WHERE ambito_id = $1";
    let number = next(tx, number, permit.ambito().uuid()).await?;
    let sql = "INSERT INTO activities (id, ambito_id, number, round_id, action_id, what, \
        supporters, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(id)
            .bind(permit.ambito().uuid())
            .bind(number)
            .bind(round.uuid())
            .bind(action.uuid())
            .bind(new.what.trim())
            .bind(new.supporters.trim())
            .bind(permit.at())
            .execute(c)
            .await?;
    });
    let told = Told {
        subject: Subject::Activity,
        subject_id: id,
        what: Sealed::Activity,
        row: id,
        salt,
        class: None,
        version: None,
        others: vec![round.uuid(), action.uuid()],
    };
    tell(tx, permit, told).await?;
    Ok(number)
}

/// Keeps who answers for an activity, and by when.
pub async fn keep_assignment(
    tx: &mut Tx,
    permit: &Permit,
    id: Uuid,
    activity: Uuid,
    (assignment, why): (Assignment, &str),
    salt: &[u8; 32],
) -> Result<(), StoreError> {
    let place =
        "SELECT COALESCE(MAX(position), 0) + 1 FROM activity_assignments WHERE activity_id = $1";
    let position = next(tx, place, activity).await?;
    let sql = "INSERT INTO activity_assignments (id, ambito_id, activity_id, position, person_id, \
        due, why, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(id)
            .bind(permit.ambito().uuid())
            .bind(activity)
            .bind(position)
            .bind(assignment.responsible.uuid())
            .bind(assignment.due)
            .bind(why.trim())
            .bind(permit.at())
            .execute(c)
            .await?;
    });
    let told = Told {
        subject: Subject::Activity,
        subject_id: activity,
        what: Sealed::Assignment,
        row: id,
        salt,
        class: None,
        version: Some(position),
        others: vec![assignment.responsible.uuid()],
    };
    tell(tx, permit, told).await
}

/// Keeps how far an activity has come.
pub async fn keep_progress(
    tx: &mut Tx,
    permit: &Permit,
    id: Uuid,
    activity: Uuid,
    progress: &Progress,
    salt: &[u8; 32],
) -> Result<(), StoreError> {
    let place =
        "SELECT COALESCE(MAX(position), 0) + 1 FROM activity_progress WHERE activity_id = $1";
    let position = next(tx, place, activity).await?;
    let sql = "INSERT INTO activity_progress (id, ambito_id, activity_id, position, state, note, \
        evidence, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(id)
            .bind(permit.ambito().uuid())
            .bind(activity)
            .bind(position)
            .bind(progress.state.code())
            .bind(progress.note.trim())
            .bind(progress.evidence.trim())
            .bind(permit.at())
            .execute(c)
            .await?;
    });
    let told = Told {
        subject: Subject::Activity,
        subject_id: activity,
        what: Sealed::Progress,
        row: id,
        salt,
        class: Some(progress.state.code()),
        version: Some(position),
        others: Vec::new(),
    };
    tell(tx, permit, told).await
}

/// Keeps that an action has started.
pub async fn start_action(
    tx: &mut Tx,
    permit: &Permit,
    action: ActionId,
    version: i64,
) -> Result<(), StoreError> {
    actions::pass(tx, permit, action, ActionState::UnderWay).await?;
    let details = Details {
        version: Some(version),
        class: Some(ActionState::UnderWay.code().to_owned()),
        ..Details::default()
    };
    chain::append(tx, permit, Subject::Action, action.uuid(), &details).await?;
    Ok(())
}
