//! Activities of the actions that a co-gestione carries out: each with exactly one responsible and
//! a date (domain.md E13 «Non è il mio ruolo», invariant 7).
//!
//! What was written is never changed: an activity is assigned again, its state reported again.

use chrono::NaiveDate;

use super::{REASON_LEAST, REASON_MOST};
use crate::actions::{ActionState, ActivityState};
use crate::contributions::{length, text};
use crate::faults::{Fault, Refusal, What};
use crate::ids::PersonId;

/// Something that is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewActivity {
    /// Number of the action it belongs to.
    pub action: i64,
    /// What.
    pub what: String,
    /// Who helps, in words; may be empty.
    pub supporters: String,
}

impl NewActivity {
    /// All that is wrong with it.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        text(&mut faults, "what", &self.what, 300, 2);
        length(&mut faults, "supporters", &self.supporters, 300);
        faults
    }
}

/// Who answers for an activity, and by when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Assignment {
    /// One person.
    pub responsible: PersonId,
    /// The last day.
    pub due: NaiveDate,
}

/// How far an activity has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// Its state.
    pub state: ActivityState,
    /// In words; needed where it is cancelled.
    pub note: String,
    /// What shows that it was done.
    pub evidence: String,
}

impl Progress {
    /// All that is wrong with it: what is done has something to show, what is cancelled a reason.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        match self.state {
            ActivityState::Cancelled => {
                text(&mut faults, "note", &self.note, REASON_MOST, REASON_LEAST);
            }
            ActivityState::ToDo | ActivityState::UnderWay | ActivityState::Done => {
                length(&mut faults, "note", &self.note, REASON_MOST);
            }
        }
        match self.state {
            ActivityState::Done => text(&mut faults, "evidence", &self.evidence, 600, 1),
            ActivityState::ToDo | ActivityState::UnderWay | ActivityState::Cancelled => {
                length(&mut faults, "evidence", &self.evidence, 600);
            }
        }
        faults
    }
}

/// What a decision needs to know of an activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Who answers for it, and by when.
    pub assignment: Option<Assignment>,
    /// Its state.
    pub state: ActivityState,
}

impl Standing {
    /// Whether it keeps its action from starting.
    pub const fn unassigned(self) -> bool {
        self.assignment.is_none() && !matches!(self.state, ActivityState::Cancelled)
    }

    /// Whether its day has passed and it isn't done.
    pub fn late(self, today: NaiveDate) -> bool {
        let to_be_done = matches!(self.state, ActivityState::ToDo | ActivityState::UnderWay);
        to_be_done && self.assignment.is_some_and(|of| of.due < today)
    }

    /// Whether its state may become this. Nothing is begun for which nobody answers.
    pub fn may_become(self, state: ActivityState) -> Result<(), Refusal> {
        match state {
            ActivityState::UnderWay | ActivityState::Done if self.assignment.is_none() => {
                Err(Refusal::Unassigned { left: 1 })
            }
            ActivityState::ToDo
            | ActivityState::UnderWay
            | ActivityState::Done
            | ActivityState::Cancelled => Ok(()),
        }
    }
}

/// Checks an assignment: a second one says why, and the day hasn't passed.
pub fn assignment_faults(
    assignment: Assignment,
    before: Option<Assignment>,
    why: &str,
    today: NaiveDate,
) -> Vec<Fault> {
    let mut faults = Vec::new();
    if assignment.due < today && before.is_none_or(|before| before.due != assignment.due) {
        faults.push(Fault::new("due", What::Contradicts));
    }
    match before {
        Some(_) => text(&mut faults, "why", why, REASON_MOST, REASON_LEAST),
        None => length(&mut faults, "why", why, REASON_MOST),
    }
    faults
}

/// Whether activities may be followed for an action in this state: it was approved, and isn't over.
pub const fn followed(state: ActionState) -> bool {
    matches!(
        state,
        ActionState::Approved
            | ActionState::UnderWay
            | ActionState::Suspended
            | ActionState::Replanned
    )
}

/// Whether an action may start: it is approved, and each of its activities has one responsible and
/// a date (invariant 7).
pub fn may_start(state: ActionState, activities: &[Standing]) -> Result<(), Refusal> {
    match state {
        ActionState::Approved => {}
        ActionState::UnderWay => return Err(Refusal::AlreadyDone),
        _ => return Err(Refusal::NotApproved),
    }
    let standing = activities.iter().filter(|one| one.state != ActivityState::Cancelled).count();
    if standing == 0 {
        return Err(Refusal::NoActivities);
    }
    match activities.iter().filter(|one| one.unassigned()).count() {
        0 => Ok(()),
        left => Err(Refusal::Unassigned { left: u32::try_from(left).unwrap_or(u32::MAX) }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, day).unwrap()
    }

    fn assigned(due: u32) -> Option<Assignment> {
        Some(Assignment { responsible: uuid::Uuid::from_u128(7).into(), due: day(due) })
    }

    fn standing(assignment: Option<Assignment>, state: ActivityState) -> Standing {
        Standing { assignment, state }
    }

    #[test]
    fn an_action_starts_once_somebody_answers_for_each_activity() {
        use ActivityState::*;
        let ready = standing(assigned(9), ToDo);
        let nobody = standing(None, ToDo);
        let cancelled = standing(None, Cancelled);
        let start = |activities: &[Standing]| may_start(ActionState::Approved, activities);
        assert_eq!(start(&[ready, cancelled]), Ok(()));
        assert_eq!(start(&[ready, nobody, nobody]), Err(Refusal::Unassigned { left: 2 }));
        assert_eq!(start(&[]), Err(Refusal::NoActivities));
        assert_eq!(start(&[cancelled]), Err(Refusal::NoActivities));
        assert_eq!(may_start(ActionState::Admitted, &[ready]), Err(Refusal::NotApproved));
        assert_eq!(may_start(ActionState::UnderWay, &[ready]), Err(Refusal::AlreadyDone));
    }

    #[test]
    fn nothing_is_begun_for_which_nobody_answers() {
        use ActivityState::*;
        let nobody = standing(None, ToDo);
        assert_eq!(nobody.may_become(UnderWay), Err(Refusal::Unassigned { left: 1 }));
        assert_eq!(nobody.may_become(Done), Err(Refusal::Unassigned { left: 1 }));
        assert_eq!(nobody.may_become(Cancelled), Ok(()));
        assert_eq!(standing(assigned(9), ToDo).may_become(Done), Ok(()));
    }

    #[test]
    fn the_last_day_is_not_late() {
        use ActivityState::*;
        assert!(!standing(assigned(9), ToDo).late(day(9)));
        assert!(standing(assigned(9), UnderWay).late(day(10)));
        assert!(!standing(assigned(9), Done).late(day(10)));
        assert!(!standing(None, ToDo).late(day(10)));
    }

    #[test]
    fn what_is_done_has_something_to_show() {
        let progress = |state, note: &str, evidence: &str| -> Vec<String> {
            let progress = Progress { state, note: note.into(), evidence: evidence.into() };
            progress.faults().into_iter().map(|fault| fault.field).collect()
        };
        assert_eq!(progress(ActivityState::Done, "", ""), ["evidence"]);
        assert_eq!(progress(ActivityState::Done, "", "registro"), Vec::<String>::new());
        assert_eq!(progress(ActivityState::Cancelled, "no", ""), ["note"]);
        assert_eq!(progress(ActivityState::UnderWay, "", ""), Vec::<String>::new());
    }

    #[test]
    fn a_second_assignment_says_why() {
        let new = assigned(9).unwrap();
        let fields = |faults: Vec<Fault>| -> Vec<String> {
            faults.into_iter().map(|fault| fault.field).collect()
        };
        assert_eq!(fields(assignment_faults(new, None, "", day(9))), Vec::<String>::new());
        assert_eq!(fields(assignment_faults(new, None, "", day(10))), ["due"]);
        assert_eq!(fields(assignment_faults(new, assigned(9), "", day(10))), ["why"]);
    }
}
