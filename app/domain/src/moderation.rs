//! Moderation: a person reads what may hurt before it is public, and says why.

use chrono::{Datelike, Duration, Months, NaiveDate, Weekday};

use crate::coded::coded;
use crate::contributions::{Words, text};
use crate::faults::{Fault, What};
use crate::time::Moment;

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
        /// Its author asks somebody else to look again at what was decided.
        Appeal = "riesame",
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

coded! {
    /// What became of a softer wording that a moderator proposed.
    SofteningAnswer {
        /// Its author took it: it is public in these words.
        Accepted = "accettata",
        /// Its author wrote another one, which a moderator reads.
        Rewritten = "riscritta",
        /// Its author refused it; the text waits as it is.
        Refused = "rifiutata",
        /// The case ended otherwise, or another wording was proposed.
        Superseded = "superata",
    }
}

impl ReasonClass {
    /// Words that hurt somebody: when they come again, comments can be suspended.
    pub const HATE: &'static [ReasonClass] =
        &[ReasonClass::Discrimination, ReasonClass::Insult, ReasonClass::Threat];

    /// Whether it is one of [`ReasonClass::HATE`].
    pub fn is_hate(self) -> bool {
        ReasonClass::HATE.contains(&self)
    }
}

/// Minutes after which a case that somebody has taken is free again.
pub const CLAIMED_MINUTES: i64 = 30;

/// Until when a case is somebody's who took it then.
pub fn claimed_until(taken: Moment) -> Moment {
    taken + Duration::minutes(CLAIMED_MINUTES)
}

/// How many comments of one person are hidden for hate, within [`HATE_MONTHS`], before comments
/// can be suspended: it has to have come again.
pub const REPEATED: u32 = 2;

/// How many months hidden hate is kept, and counts as having come before (domain.md §3.4).
pub const HATE_MONTHS: u32 = 12;

/// Days for which comments are suspended: of needs, nobody is (domain.md §8 case 16).
pub const SUSPENDED_DAYS: i64 = 30;

/// Whether what was hidden on a day is kept no longer.
pub fn is_over(hidden: NaiveDate, today: NaiveDate) -> bool {
    kept_until(hidden) < today
}

/// The last day on which hidden hate is kept.
pub fn kept_until(hidden: NaiveDate) -> NaiveDate {
    hidden.checked_add_months(Months::new(HATE_MONTHS)).unwrap_or(hidden)
}

/// Checks why somebody asks for a second look.
pub fn appeal_faults(why: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    text(&mut faults, "appeal", why, 1_000, 3);
    faults
}

/// Checks a softer wording: its words, that it is another one, and what is said to the author.
pub fn softening_faults(before: &Words, softer: &Words, note: &str) -> Vec<Fault> {
    let mut faults = softer.faults();
    if before == softer {
        faults.push(Fault::new("body", What::Repeated));
    }
    text(&mut faults, "note", note, 1_000, 3);
    faults
}

/// The time in the middle of some, in minutes; of an even number, the lower of the two.
pub fn median_minutes(mut minutes: Vec<i64>) -> Option<i64> {
    minutes.sort_unstable();
    minutes.get(minutes.len().checked_sub(1)? / 2).copied()
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
    fn the_middle_of_no_times_is_none() {
        assert_eq!(median_minutes(vec![]), None);
        assert_eq!(median_minutes(vec![9, 1, 5]), Some(5));
        assert_eq!(median_minutes(vec![9, 1, 5, 7]), Some(5));
    }

    #[test]
    fn hidden_hate_is_kept_for_a_year_and_no_longer() {
        let day: NaiveDate = "2024-02-29".parse().unwrap();
        assert_eq!(kept_until(day).to_string(), "2025-02-28");
        assert!(ReasonClass::Threat.is_hate() && !ReasonClass::OffTopic.is_hate());
    }

    #[test]
    fn a_softer_wording_is_another_one_and_says_why() {
        let words =
            Words { title: "Titolo".into(), body: "una parola ".repeat(10), ..Words::default() };
        let faults = softening_faults(&words, &words, "");
        assert_eq!(faults, [Fault::new("body", What::Repeated), Fault::new("note", What::Missing)]);
        let softer = Words { body: "altre parole ".repeat(10), ..words.clone() };
        assert_eq!(softening_faults(&words, &softer, "Così nessuno si riconosce."), []);
    }

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
