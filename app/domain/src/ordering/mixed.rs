//! The order in which lists appear if nobody asks for another: three shelves, in turns.
//!
//! Every public text stands on one shelf:
//!
//! - [`Shelf::New`]: public since today or yesterday;
//! - [`Shelf::Supported`]: not new, and among the most supported tenth, by the shown bands;
//! - [`Shelf::Others`]: all the rest, which no list by date or support would ever show again.
//!
//! A list takes from them in a fixed pattern ([`PATTERN`]: of ten, six others, two new, two
//! supported; a shelf that is empty leaves its place to the next). On its shelf each text has a
//! fixed place on a ring ([`ring`]); a visitor begins where their turn and the day say, and walks
//! on. So each text of a shelf is in front of as many visitors as any other, without a count of
//! who read what being kept anywhere; tomorrow the same visitor begins two fifths of the ring
//! further on, where they have not been.
//!
//! **What must be kept** beside a text: its shelf and its [`ring`] place, with an index by (…,
//! shelf, ring). The shelf is set when a text becomes public, and looked at again once a day
//! ([`shelf`]), never in between: within a day the order of a visitor stands still. New texts come
//! in where they stand on their ring; a [`Cursor`] holds where each walk is, so that the next page
//! repeats nothing and leaves nothing out.
//!
//! Nothing here depends on counts below five: a text is supported from five shown supporters on.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::coded::coded;
use crate::suppression::{SMALLEST, Shown};

coded! {
    /// Where a public text stands in the mixed order.
    Shelf {
        /// Neither new nor much supported.
        Others = "altri",
        /// Public since today or yesterday.
        New = "nuovi",
        /// Among the most supported.
        Supported = "sostenuti",
    }
}

/// Which shelf each place of a list is taken from, over and over.
pub const PATTERN: [Shelf; 10] = [
    Shelf::Others,
    Shelf::New,
    Shelf::Others,
    Shelf::Supported,
    Shelf::Others,
    Shelf::Others,
    Shelf::New,
    Shelf::Others,
    Shelf::Supported,
    Shelf::Others,
];

/// How many different beginnings there are in a day. Visitors who share one share finished pages.
pub const TURNS: u32 = 1_024;

/// How many different beginnings visitors without a session have in a day: few enough for pages
/// that are kept finished ([`Turn::shared`]).
pub const SHARED_TURNS: u32 = 64;

/// One of this many texts is on the shelf of the supported.
pub const SUPPORTED_OF: u64 = 10;

/// Days for which a text is new, that of its publication included.
pub const NEW_DAYS: i64 = 2;

/// The golden section of 2³²: consecutive numbers fall far apart, and any stretch of them evenly.
const GOLDEN: u32 = 2_654_435_769;

/// √2 − 1 of 2³²: how far the beginning moves in a day.
const DAILY: u32 = 1_779_033_703;

/// Where a text stands on the ring of its shelf, from its number in the Ambito. No two numbers
/// below 2³² have the same place.
pub const fn ring(number: i64) -> u32 {
    (number as u32).wrapping_mul(GOLDEN)
}

/// The shelf of a text on a day.
///
/// `supported_from` is what [`supported_from`] said for the day.
pub fn shelf(
    published: NaiveDate,
    today: NaiveDate,
    supports: Shown,
    supported_from: u32,
) -> Shelf {
    if today.signed_duration_since(published).num_days() < NEW_DAYS {
        return Shelf::New;
    }
    match supports {
        Shown::Exactly(count) if count >= supported_from => Shelf::Supported,
        Shown::Exactly(_) | Shown::Unknown | Shown::None | Shown::Few => Shelf::Others,
    }
}

/// From how many supporters on a text counts as supported today: what the text at one tenth of
/// the list by support has (`at`: that is text number total ÷ [`SUPPORTED_OF`], from 0), and never
/// fewer than five.
pub fn supported_from(at: Option<Shown>) -> u32 {
    match at {
        Some(Shown::Exactly(count)) => count.max(SMALLEST),
        Some(Shown::Unknown | Shown::None | Shown::Few) | None => SMALLEST,
    }
}

/// Where a visitor begins: one of [`TURNS`].
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Turn(u16);

impl Turn {
    /// The turn of a visitor, by whatever tells them apart: a session, or an address. It can't be
    /// led back to it, as a thousandth of all visitors share it.
    pub fn of(visitor: &[u8]) -> Turn {
        let mut sha = Sha256::new();
        sha.update(b"trama-turn");
        sha.update(visitor);
        let [first, second, ..] = <[u8; 32]>::from(sha.finalize());
        Turn(u16::from_be_bytes([first, second]) % TURNS as u16)
    }

    /// The turn of a visitor without a session: one of [`SHARED_TURNS`], evenly spaced, so that a
    /// list is drawn and kept that often at most, and not once for each visitor.
    pub fn shared(visitor: &[u8]) -> Turn {
        let Turn(turn) = Turn::of(visitor);
        Turn(turn - turn % (TURNS / SHARED_TURNS) as u16)
    }

    /// Its number, below [`TURNS`].
    pub const fn number(self) -> u16 {
        self.0
    }
}

/// From where a list is read: a visitor's turn, or how far they have walked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Beginning {
    /// Where they begin today.
    pub turn: Turn,
    /// Where they are, if they have walked on.
    pub from: Option<Cursor>,
}

impl Beginning {
    /// The place to read from on a day. A walk of an earlier day is at its end: shelves have been
    /// set anew since, and it would show texts twice and leave others out.
    pub fn cursor(self, day: NaiveDate) -> Cursor {
        let start = Cursor::start(self.turn, day);
        self.from.filter(|from| from.day == start.day).unwrap_or(start)
    }
}

/// How far one has walked along a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Cursor {
    day: u32,
    turn: Turn,
    /// How many texts have been shown: where one is in the pattern.
    shown: u32,
    /// The place of the last text taken from each shelf.
    reached: [Option<u32>; 3],
}

/// What is to be read from one shelf: places on the ring, in this order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Walk {
    /// The shelf.
    pub shelf: Shelf,
    /// Stretches of the ring, first and last place included; each upward, one after the other.
    pub stretches: Vec<(i64, i64)>,
    /// How many texts are enough.
    pub take: u32,
}

/// A text found on a walk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// Its number in the Ambito.
    pub number: i64,
    /// Its kept place on the ring.
    pub ring: u32,
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// Its texts, by number, in their order.
    pub numbers: Vec<i64>,
    /// Where the next page begins; `None` at the end of the list.
    pub next: Option<Cursor>,
}

impl Cursor {
    /// The beginning of a list.
    pub fn start(turn: Turn, day: NaiveDate) -> Cursor {
        let day = u32::try_from(day.num_days_from_ce()).unwrap_or_default();
        Cursor { day, turn, shown: 0, reached: [None; 3] }
    }

    /// How many texts come before this page.
    pub const fn shown(self) -> u32 {
        self.shown
    }

    fn begins(self) -> u32 {
        let turn = u32::from(self.turn.0) * (u32::MAX / TURNS + 1);
        turn.wrapping_add(self.day.wrapping_mul(DAILY))
    }

    /// What a page of `take` texts needs to be read: from each shelf, in the order of
    /// [`Shelf::ALL`].
    pub fn walks(self, take: u32) -> [Walk; 3] {
        let begins = i64::from(self.begins());
        let end = i64::from(u32::MAX);
        let mut reached = self.reached.into_iter();
        [Shelf::Others, Shelf::New, Shelf::Supported].map(|shelf| {
            let stretches = match reached.next().flatten().map(i64::from) {
                None => vec![(begins, end), (0, begins - 1)],
                Some(last) if last >= begins => vec![(last + 1, end), (0, begins - 1)],
                Some(last) => vec![(last + 1, begins - 1)],
            };
            let stretches = stretches.into_iter().filter(|(first, last)| first <= last).collect();
            // One more than is shown, to know whether anything comes after it.
            Walk { shelf, stretches, take: take.saturating_add(1) }
        })
    }

    /// The page, from what [`Cursor::walks`] found: the list of each walk in its order.
    pub fn page(mut self, take: u32, found: [&[Found]; 3]) -> Stretch {
        let mut left = found.map(|list| list.iter());
        let mut numbers = Vec::new();
        while numbers.len() < take as usize {
            let wanted = PATTERN[self.shown as usize % PATTERN.len()] as usize;
            let text = (0..3).find_map(|step| {
                let shelf = (wanted + step) % 3;
                left[shelf].next().map(|text| (shelf, *text))
            });
            let Some((shelf, text)) = text else { break };
            self.reached[shelf] = Some(text.ring);
            self.shown = self.shown.saturating_add(1);
            numbers.push(text.number);
        }
        let more = left.iter().any(|list| list.len() > 0);
        Stretch { numbers, next: more.then_some(self) }
    }
}

/// As it stands in an address: numbers in base sixteen with hyphens between them.
impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:x}-{:x}-{:x}", self.day, self.turn.0, self.shown)?;
        for reached in self.reached {
            match reached {
                Some(place) => write!(f, "-{place:x}")?,
                None => write!(f, "-")?,
            }
        }
        Ok(())
    }
}

/// What stands in an address is no cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a place in a list")]
pub struct NotACursor;

impl FromStr for Cursor {
    type Err = NotACursor;

    fn from_str(text: &str) -> Result<Self, NotACursor> {
        let number = |part: &str| {
            let hex = !part.is_empty()
                && part.len() <= 8
                && part.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
            if hex {
                u32::from_str_radix(part, 16).map_err(|_| NotACursor)
            } else {
                Err(NotACursor)
            }
        };
        let reached = |part: &str| if part.is_empty() { Ok(None) } else { number(part).map(Some) };
        let parts: Vec<&str> = text.splitn(7, '-').collect();
        let [day, turn, shown, others, new, supported] = parts[..] else { return Err(NotACursor) };
        let turn = number(turn)?;
        if turn >= TURNS {
            return Err(NotACursor);
        }
        Ok(Cursor {
            day: number(day)?,
            turn: Turn(turn as u16),
            shown: number(shown)?,
            reached: [reached(others)?, reached(new)?, reached(supported)?],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::suppression::people;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, day).unwrap()
    }

    #[test]
    fn a_text_is_new_for_two_days_and_supported_from_five() {
        assert_eq!(shelf(day(2), day(2), people(90), 5), Shelf::New);
        assert_eq!(shelf(day(2), day(3), people(0), 5), Shelf::New);
        assert_eq!(shelf(day(2), day(4), people(90), 40), Shelf::Supported);
        assert_eq!(shelf(day(2), day(4), people(39), 40), Shelf::Others);
        for few in 0..5 {
            assert_eq!(shelf(day(2), day(4), people(few), supported_from(None)), Shelf::Others);
        }
        assert_eq!(supported_from(Some(people(3))), 5);
        assert_eq!(supported_from(Some(people(17))), 17);
    }

    #[test]
    fn the_pattern_counts_shelves_as_documented() {
        let times = |shelf| PATTERN.iter().filter(|other| **other == shelf).count();
        assert_eq!([times(Shelf::Others), times(Shelf::New), times(Shelf::Supported)], [6, 2, 2]);
        let order: Vec<usize> = Shelf::ALL.iter().map(|shelf| *shelf as usize).collect();
        assert_eq!(order, [0, 1, 2]);
    }

    #[test]
    fn an_address_holds_a_cursor_and_nothing_else_passes() {
        let start = Cursor::start(Turn::of(b"nadia"), day(9));
        let found = [Found { number: 3, ring: ring(3) }, Found { number: 8, ring: ring(8) }];
        let next = start.page(1, [&found, &[], &[]]).next.unwrap();
        for cursor in [start, next] {
            assert_eq!(cursor.to_string().parse(), Ok(cursor));
        }
        assert_eq!(next.shown(), 1);
        for wrong in [
            "",
            "-",
            "1-2-3",
            "1-400-3---",
            "1-2-3----",
            "1-+2-3---",
            "x-2-3---",
            "123456789-2-3---",
            "1-2-3---\u{e9}",
        ] {
            assert_eq!(wrong.parse::<Cursor>(), Err(NotACursor), "{wrong}");
        }
    }

    #[test]
    fn visitors_without_a_session_share_few_turns() {
        let mut turns: Vec<Turn> =
            (0..10_000_u32).map(|visitor| Turn::shared(&visitor.to_be_bytes())).collect();
        assert!(turns.iter().all(|turn| turn.number() % 16 == 0));
        turns.sort_unstable();
        turns.dedup();
        assert_eq!(turns.len(), SHARED_TURNS as usize);
    }

    #[test]
    fn a_walk_ends_with_its_day() {
        let turn = Turn::of(b"nadia");
        let found = [Found { number: 3, ring: ring(3) }, Found { number: 8, ring: ring(8) }];
        let next = Cursor::start(turn, day(9)).page(1, [&found, &[], &[]]).next.unwrap();
        let walked = Beginning { turn: Turn::default(), from: Some(next) };
        assert_eq!(walked.cursor(day(9)), next);
        assert_eq!(walked.cursor(day(10)), Cursor::start(Turn::default(), day(10)));
    }

    #[test]
    fn a_walk_goes_round_once() {
        let start = Cursor::start(Turn(0), day(1));
        let begins = i64::from(start.begins());
        let [others, ..] = start.walks(20);
        assert_eq!(others.stretches, [(begins, i64::from(u32::MAX)), (0, begins - 1)]);
        assert_eq!(others.take, 21);
        let after = Cursor { reached: [Some(start.begins().wrapping_sub(10)); 3], ..start };
        assert_eq!(after.walks(20)[0].stretches.len(), 1 + usize::from(begins < 10));
        let done = Cursor { reached: [Some(start.begins().wrapping_sub(1)); 3], ..start };
        assert!(done.walks(20)[0].stretches.is_empty());
    }
}
