//! Moderation: a person reads what may hurt before it is public, and says why.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::coded::coded;
use crate::contributions::text;
use crate::faults::Fault;

coded! {
    /// Why a text came to the queue.
    Cause {
        /// Its author, or its policy, says it is sensitive.
        Sensitive = "sensibile",
        /// Every text of the round is read first.
        Before = "preventiva",
        /// Somebody reported it.
        Flagged = "segnalato",
        /// A detector found something that a person should look at.
        Detected = "rilevato",
        /// It has words of present danger: read before all else.
        Danger = "pericolo",
    }
}

coded! {
    /// What a moderator decided.
    Decision {
        /// Public as it is.
        Publish = "pubblicato",
        /// Public after softening agreed with the author.
        PublishSoftened = "pubblicato_con_modifiche_concordate",
        /// Not made public.
        Reject = "respinto",
        /// Taken from the public pages.
        Hide = "oscurato",
    }
}

coded! {
    /// Class of reason: all that the record of events keeps.
    ReasonClass {
        /// Nobody can be recognised.
        NobodyRecognisable = "nessuna_persona_identificabile",
        /// Put in other words with its author.
        ReworkedWithAuthor = "riformulato_con_autore",
        /// Data of somebody else.
        ThirdPerson = "dati_di_terza_persona",
        /// Off topic.
        OffTopic = "fuori_tema",
        /// Discriminates.
        Discrimination = "discriminazione",
        /// Advertising.
        Advertising = "pubblicita",
        /// Somebody is in danger now.
        PresentDanger = "pericolo_attuale",
        /// Insults somebody.
        Insult = "offesa",
        /// Threatens somebody, or calls to violence.
        Threat = "minaccia",
    }
}

/// Working days within which a text that waits is read.
pub const READ_WITHIN: u32 = 2;

/// The day by which a text that came on a day is read: two working days later. Saturdays,
/// Sundays and the national holidays do not count.
pub fn read_by(came: NaiveDate) -> NaiveDate {
    let mut day = came;
    let mut left = READ_WITHIN;
    while left > 0 {
        let Some(next) = day.succ_opt() else { return day };
        day = next;
        if is_working(day) {
            left -= 1;
        }
    }
    day
}

/// Whether offices work on a day.
fn is_working(day: NaiveDate) -> bool {
    let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    let holiday = matches!(
        (day.month(), day.day()),
        (1, 1 | 6) | (4, 25) | (5, 1) | (6, 2) | (8, 15) | (11, 1) | (12, 8 | 25 | 26)
    );
    !weekend && !holiday && Some(day) != easter_monday(day.year())
}

/// The day after Easter, by the Gregorian computus.
fn easter_monday(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let f = (b + 8) / 25;
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    let (month, day) = (u32::try_from(n / 31).ok()?, u32::try_from(n % 31 + 1).ok()?);
    NaiveDate::from_ymd_opt(year, month, day)?.succ_opt()
}

/// Checks a moderator's reason.
pub fn faults(reason: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    text(&mut faults, "reason", reason, 1_000, 3);
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_within_two_working_days() {
        for (came, by) in [
            ("2026-11-23", "2026-11-25"),
            ("2026-11-27", "2026-12-01"),
            ("2026-12-05", "2026-12-09"),
            ("2026-12-24", "2026-12-29"),
            ("2026-04-03", "2026-04-08"),
        ] {
            let came: NaiveDate = came.parse().unwrap();
            assert_eq!(read_by(came).to_string(), by, "{came}");
        }
    }
}
