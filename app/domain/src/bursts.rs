//! Supports that come all together, and look alike: an alert for staff, never a verdict
//! (domain.md §8 case 13).
//!
//! A school class that supports from one room looks the same as somebody with forty accounts. So
//! nothing is removed, no number changes, nobody is named: two people look, and what they find can
//! be published beside the text.

use chrono::Duration;
use serde::{Deserialize, Serialize};

use crate::coded::coded;
use crate::contributions::text;
use crate::faults::Fault;
use crate::time::Moment;

/// How long a burst lasts at most, in minutes.
pub const WITHIN_MINUTES: i64 = 15;

/// The fewest supports that make one.
pub const LEAST: usize = 20;

/// An account is young for so many hours.
pub const YOUNG_HOURS: i64 = 24;

/// A support, as far as an alert looks at it: never whose it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Given {
    /// When.
    pub at: Moment,
    /// When its account was made.
    pub account: Moment,
    /// How many texts of the Ambito the account supports, this one included.
    pub supports: u32,
}

/// Supports that came together and look alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Burst {
    /// The first of them.
    pub from: Moment,
    /// The last of them.
    pub to: Moment,
    /// How many.
    pub supports: u32,
    /// Of these, from accounts younger than [`YOUNG_HOURS`].
    pub young: u32,
    /// Of these, from accounts that support nothing else.
    pub single: u32,
}

coded! {
    /// What two people found about a burst.
    Finding {
        /// They belong together in an ordinary way: a class, a meeting, an appeal of an association.
        Ordinary = "ordinario",
        /// They look like one hand: the number is to be read with care.
        Doubtful = "dubbio",
    }
}

/// The largest burst among the supports of a text that looks alike: at least [`LEAST`] within
/// [`WITHIN_MINUTES`], more than half of all supports the text has, and at least two thirds of them
/// from young accounts or from accounts that support nothing else. Of two as large, the earlier.
pub fn find(supports: &[Given]) -> Option<Burst> {
    let mut given = supports.to_vec();
    given.sort_unstable_by_key(|one| one.at);
    let (mut first, mut best) = (0, 0..0);
    for last in 0..given.len() {
        while given[last].at - given[first].at > Duration::minutes(WITHIN_MINUTES) {
            first += 1;
        }
        if last + 1 - first > best.len() {
            best = first..last + 1;
        }
    }
    let burst = given.get(best)?;
    let (from, to) = (burst.first()?.at, burst.last()?.at);
    let count = |of: &dyn Fn(&Given) -> bool| burst.iter().filter(|one| of(one)).count();
    let young = count(&|one| one.at - one.account < Duration::hours(YOUNG_HOURS));
    let single = count(&|one| one.supports <= 1);
    let alike = young.max(single) * 3 >= burst.len() * 2;
    let whole = burst.len() * 2 > given.len();
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    (burst.len() >= LEAST && whole && alike).then(|| Burst {
        from,
        to,
        supports: number(burst.len()),
        young: number(young),
        single: number(single),
    })
}

/// Checks what is said about a burst.
pub fn note_faults(note: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    text(&mut faults, "note", note, 600, 5);
    faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{TimeZone, Utc};

    fn noon() -> Moment {
        Utc.with_ymd_and_hms(2026, 3, 10, 12, 0, 0).unwrap()
    }

    fn given(seconds: i64, hours_old: i64, supports: u32) -> Given {
        let at = noon() + Duration::seconds(seconds);
        Given { at, account: at - Duration::hours(hours_old), supports }
    }

    #[test]
    fn many_young_accounts_at_once_are_told() {
        let mut all: Vec<Given> = (0..30).map(|n| given(n * 10, 1, 1)).collect();
        all.extend((0..9).map(|n| given(n * 86_400, 900, 4)));
        let burst = find(&all).unwrap();
        // One of the older ones came at the same moment as the first.
        assert_eq!((burst.supports, burst.young, burst.single), (31, 30, 30));
        assert_eq!((burst.from, burst.to), (noon(), noon() + Duration::seconds(290)));
    }

    #[test]
    fn an_ordinary_crowd_is_not() {
        // As many at once, of people who have been here for long and support other things too.
        let known: Vec<Given> = (0..30).map(|n| given(n * 10, 900, 3)).collect();
        assert_eq!(find(&known), None);
        // Young accounts, over a week.
        let slow: Vec<Given> = (0..30).map(|n| given(n * 20_000, 1, 1)).collect();
        assert_eq!(find(&slow), None);
        // Nineteen.
        let few: Vec<Given> = (0..19).map(|n| given(n, 1, 1)).collect();
        assert_eq!(find(&few), None);
        // A part of many.
        let mut many: Vec<Given> = (0..30).map(|n| given(n, 1, 1)).collect();
        many.extend((0..40).map(|n| given(n * 86_400, 900, 4)));
        assert_eq!(find(&many), None);
        assert_eq!(find(&[]), None);
    }

    #[test]
    fn the_order_in_which_they_are_read_does_not_matter() {
        let all: Vec<Given> = (0..40).map(|n| given((n * 37) % 400, 2, 1)).collect();
        let mut turned = all.clone();
        turned.reverse();
        assert_eq!(find(&all), find(&turned));
        assert!(find(&all).is_some());
    }
}
