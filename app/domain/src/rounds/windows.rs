//! The windows of a round: each is an edition that is appended, so that what was announced, closed
//! before its time and opened once more can be read as it was (domain.md §2.7, invariant 16).

use chrono::{NaiveDateTime, TimeDelta, Timelike};

use crate::coded::coded;
use crate::contributions::text;
use crate::faults::{Fault, What};
use crate::time::Moment;

/// The most characters of a reason.
pub const REASON_MOST: u32 = 1_000;

coded! {
    /// Why a round has another window.
    WindowKind {
        /// It was announced.
        Announced = "annuncio",
        /// It was taken back to its draft before it opened.
        Recalled = "ritiro",
        /// It was closed before its time.
        ClosedEarly = "chiusura_anticipata",
        /// It was opened once more.
        Reopened = "riapertura",
    }
}

/// A window of a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Window {
    /// Which edition, from 1.
    pub edition: i64,
    /// Why there is one more.
    pub kind: WindowKind,
    /// First moment.
    pub opens: Moment,
    /// First moment after it.
    pub closes: Moment,
    /// When it was decided.
    pub at: Moment,
    /// With which reason; empty for the first.
    pub reason: String,
}

impl Window {
    /// What is sealed of it.
    pub fn parts(&self) -> [String; 6] {
        [
            self.edition.to_string(),
            self.kind.code().to_owned(),
            self.opens.timestamp_micros().to_string(),
            self.closes.timestamp_micros().to_string(),
            self.at.timestamp_micros().to_string(),
            self.reason.clone(),
        ]
    }
}

/// The first minute that no longer belongs to a window which ends at this minute: 23:59 is the
/// last minute of its day, any other time is when it ends.
pub fn end_of(closes: NaiveDateTime) -> NaiveDateTime {
    if (closes.hour(), closes.minute()) == (23, 59) {
        closes.checked_add_signed(TimeDelta::minutes(1)).unwrap_or(closes)
    } else {
        closes
    }
}

/// The same the other way round: midnight is written as 23:59 of the day before.
pub fn written_end(end: NaiveDateTime) -> NaiveDateTime {
    if (end.hour(), end.minute()) == (0, 0) {
        end.checked_sub_signed(TimeDelta::minutes(1)).unwrap_or(end)
    } else {
        end
    }
}

/// Checks what is said when a round is opened once more: the reason, and an end that lies ahead
/// (fields `reason`, `closes_date`).
pub fn reopening_faults(
    reason: &str,
    closes: Option<NaiveDateTime>,
    now: NaiveDateTime,
) -> Vec<Fault> {
    let mut faults = Vec::new();
    text(&mut faults, "reason", reason, REASON_MOST, 5);
    match closes {
        None => faults.push(Fault::new("closes_date", What::Missing)),
        Some(closes) if end_of(closes) <= now => {
            faults.push(Fault::new("closes_date", What::Contradicts));
        }
        Some(_) => {}
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    #[test]
    fn the_last_minute_of_a_day_still_counts() {
        assert_eq!(end_of(at("2026-04-12 23:59")), at("2026-04-13 00:00"));
        assert_eq!(end_of(at("2026-04-12 18:00")), at("2026-04-12 18:00"));
        for text in ["2026-04-12 23:59", "2026-04-12 18:00"] {
            assert_eq!(written_end(end_of(at(text))), at(text));
        }
    }

    #[test]
    fn a_round_is_opened_once_more_with_a_reason_and_an_end_that_lies_ahead() {
        let now = at("2026-04-20 10:00");
        let reason = "Il cartellone di Roccalba portava la data sbagliata.";
        assert_eq!(reopening_faults(reason, Some(at("2026-04-30 23:59")), now), vec![]);
        assert_eq!(
            reopening_faults("Perché sì", None, now),
            vec![
                Fault::new("reason", What::TooFewWords { least: 5 }),
                Fault::new("closes_date", What::Missing),
            ]
        );
        assert_eq!(
            reopening_faults(reason, Some(now), now),
            vec![Fault::new("closes_date", What::Contradicts)]
        );
    }
}
