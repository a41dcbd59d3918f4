//! The periodic report of a co-gestione: what was done by then, and what is still to be done
//! (domain.md §2.4). Its figures are those of the day it was written; a correction is another
//! version of its words beside the first, with a reason.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::issues::IssueState;
use super::{REASON_LEAST, REASON_MOST};
use crate::actions::ActivityState;
use crate::contributions::{length, text};
use crate::faults::{Fault, What};

/// The words of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportText {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// In words.
    pub words: String,
}

impl ReportText {
    /// All that is wrong with it; a correction says why.
    pub fn faults(&self, corrects: bool, why: &str) -> Vec<Fault> {
        let mut faults = Vec::new();
        if self.to < self.from {
            faults.push(Fault::new("to", What::Contradicts));
        }
        text(&mut faults, "words", &self.words, 20_000, 5);
        if corrects {
            text(&mut faults, "why", why, REASON_MOST, REASON_LEAST);
        } else {
            length(&mut faults, "why", why, REASON_MOST);
        }
        faults
    }
}

/// An activity, as a report found it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportedActivity {
    /// Its number.
    pub number: i64,
    /// What.
    pub what: String,
    /// Title of its action.
    pub action: String,
    /// Its state.
    pub state: ActivityState,
    /// By when.
    pub due: Option<NaiveDate>,
    /// Its day had passed.
    pub late: bool,
}

/// What stood when a report was written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stand {
    /// Activities.
    pub activities: Vec<ReportedActivity>,
    /// How many issues were in each state, in the order of [`IssueState::ALL`].
    pub issues: [u64; 4],
}

impl Stand {
    /// How many activities were in a state.
    pub fn in_state(&self, state: ActivityState) -> usize {
        self.activities.iter().filter(|one| one.state == state).count()
    }

    /// How many were late.
    pub fn late(&self) -> usize {
        self.activities.iter().filter(|one| one.late).count()
    }

    /// Counts an issue.
    pub fn count(&mut self, state: IssueState) {
        let place = IssueState::ALL.iter().position(|one| *one == state);
        if let Some(count) = place.and_then(|place| self.issues.get_mut(place)) {
            *count += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_correction_says_why() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 3, day).unwrap();
        let report = ReportText {
            from: day(1),
            to: day(31),
            words: "Tre sale aperte, una ancora in attesa".into(),
        };
        assert_eq!(report.faults(false, ""), []);
        assert_eq!(report.faults(true, "")[0].field, "why");
        let turned = ReportText { from: day(31), to: day(1), words: "Due".into() };
        let fields: Vec<String> =
            turned.faults(false, "").into_iter().map(|fault| fault.field).collect();
        assert_eq!(fields, ["to", "words"]);
    }

    #[test]
    fn issues_are_counted_by_state() {
        let mut stand = Stand::default();
        stand.count(IssueState::Solved);
        stand.count(IssueState::Solved);
        stand.count(IssueState::Open);
        assert_eq!(stand.issues, [1, 0, 2, 0]);
    }
}
