//! Issues that partners report while they run something together, and what became of each
//! (domain.md §2.4, co-gestione).

use super::{REASON_LEAST, REASON_MOST};
use crate::coded::coded;
use crate::contributions::text;
use crate::faults::Fault;
use crate::time::Moment;

coded! {
    /// State of an issue.
    IssueState {
        /// Nobody has answered yet.
        Open = "aperta",
        /// Somebody is working on it.
        TakenUp = "in_carico",
        /// It is settled.
        Solved = "risolta",
        /// It can't be settled here; the answer says why.
        NotSolved = "non_risolvibile",
    }
}

impl IssueState {
    /// Whether somebody is still to do something.
    pub const fn pending(self) -> bool {
        matches!(self, IssueState::Open | IssueState::TakenUp)
    }
}

/// What an organisation reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// Number of the activity it is about; `None` for the whole.
    pub activity: Option<i64>,
    /// What is the matter.
    pub what: String,
}

impl Issue {
    /// All that is wrong with it.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        text(&mut faults, "what", &self.what, 3_000, 3);
        faults
    }
}

/// Checks the words of an answer.
pub fn answer_faults(words: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    text(&mut faults, "answer", words, REASON_MOST, REASON_LEAST);
    faults
}

/// How many whole days an issue has waited, or waited until it was settled.
pub fn days(reported: Moment, settled: Option<Moment>, now: Moment) -> i64 {
    (settled.unwrap_or(now) - reported).num_days().max(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Duration, TimeZone, Utc};

    #[test]
    fn days_end_with_the_answer_that_settles() {
        let reported = Utc.with_ymd_and_hms(2026, 3, 1, 12, 0, 0).unwrap();
        let now = reported + Duration::days(10);
        assert_eq!(days(reported, None, now), 10);
        assert_eq!(days(reported, Some(reported + Duration::hours(47)), now), 1);
        assert_eq!(days(now, None, reported), 0);
    }

    #[test]
    fn an_issue_and_its_answer_are_in_words() {
        assert_eq!(Issue { activity: None, what: "chiuso".into() }.faults()[0].field, "what");
        assert_eq!(answer_faults("ok")[0].field, "answer");
        assert_eq!(answer_faults("La sala riapre lunedì"), []);
    }
}
