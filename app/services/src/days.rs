//! Days as people here count them: from midnight to midnight in the zone of the Ambiti.

use chrono::{Days, NaiveDate, NaiveTime, TimeZone};
use chrono_tz::Tz;
use domain::time::Moment;

/// The time zone of the Ambiti, that of pages.
const ZONE: Tz = chrono_tz::Europe::Rome;

/// The day of a moment.
pub fn day(now: Moment) -> NaiveDate {
    now.with_timezone(&ZONE).date_naive()
}

/// The first moment of a day. Clocks here never change at midnight.
pub fn begins(day: NaiveDate) -> Moment {
    let midnight = day.and_time(NaiveTime::MIN);
    ZONE.from_local_datetime(&midnight)
        .earliest()
        .map_or_else(|| midnight.and_utc(), |local| local.to_utc())
}

/// The first moment of the day after this one.
pub fn ends(day: NaiveDate) -> Moment {
    begins(day.checked_add_days(Days::new(1)).unwrap_or(day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Utc;

    #[test]
    fn a_day_is_that_of_the_clock_on_the_wall() {
        let late = Utc.with_ymd_and_hms(2026, 3, 9, 23, 30, 0).unwrap();
        let tenth = NaiveDate::from_ymd_opt(2026, 3, 10).unwrap();
        assert_eq!(day(late), tenth);
        assert_eq!(begins(tenth), Utc.with_ymd_and_hms(2026, 3, 9, 23, 0, 0).unwrap());
        // The day on which clocks go forward has 23 hours.
        let short = NaiveDate::from_ymd_opt(2026, 3, 29).unwrap();
        assert_eq!(ends(short) - begins(short), chrono::Duration::hours(23));
    }
}
