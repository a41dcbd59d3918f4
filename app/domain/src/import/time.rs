//! Times of a file: days counted from the day of loading, or absolute days.
//!
//! Everything here is local time of the Ambito; turning it into an instant, with the hour that a
//! change of clocks skips or doubles, is for who knows the time zone. There is no clock in here.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use serde::{Deserialize, Deserializer, de::Error};

/// A moment counted from the day of loading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct Offset {
    /// Days from the day of loading; negative is past.
    pub days: i64,
    /// Local time; midnight, the first minute of the day, where absent.
    #[serde(default, deserialize_with = "hour_and_minute")]
    pub time: Option<NaiveTime>,
}

impl Offset {
    /// Furthest offset that a file may name, in days (a hundred years).
    pub const FURTHEST: i64 = 36_525;

    /// The local moment, for a file loaded on this day.
    ///
    /// Offsets beyond [`Offset::FURTHEST`] are a fault of the file; here they count as the
    /// furthest, so that this can't fail.
    #[must_use]
    pub fn resolve(&self, loading_date: NaiveDate) -> NaiveDateTime {
        let days = self.days.clamp(-Self::FURTHEST, Self::FURTHEST);
        let day =
            TimeDelta::try_days(days).and_then(|delta| loading_date.checked_add_signed(delta));
        day.unwrap_or(loading_date).and_time(self.time.unwrap_or(NaiveTime::MIN))
    }

    /// The local day, for a file loaded on this day.
    #[must_use]
    pub fn resolve_date(&self, loading_date: NaiveDate) -> NaiveDate {
        self.resolve(loading_date).date()
    }
}

/// An absolute day, or an offset from the day of loading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// A day of the calendar.
    Day(NaiveDate),
    /// An offset.
    Offset(Offset),
}

impl When {
    /// The local day, for a file loaded on this day.
    #[must_use]
    pub fn resolve(&self, loading_date: NaiveDate) -> NaiveDate {
        match self {
            Self::Day(day) => *day,
            Self::Offset(offset) => offset.resolve_date(loading_date),
        }
    }

    /// Whether both are days, or both offsets.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        matches!((self, other), (Self::Day(_), Self::Day(_)) | (Self::Offset(_), Self::Offset(_)))
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Day(String),
            Offset(Offset),
        }
        match Written::deserialize(deserializer)? {
            Written::Day(day) => {
                NaiveDate::parse_from_str(&day, "%Y-%m-%d").map(Self::Day).map_err(D::Error::custom)
            }
            Written::Offset(offset) => Ok(Self::Offset(offset)),
        }
    }
}

fn hour_and_minute<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<NaiveTime>, D::Error> {
    let written = String::deserialize(deserializer)?;
    NaiveTime::parse_from_str(&written, "%H:%M").map(Some).map_err(D::Error::custom)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn an_offset_counts_from_the_day_of_loading() {
        let offset: Offset = serde_json::from_str(r#"{"days": -14, "time": "09:00"}"#).unwrap();
        assert_eq!(offset.resolve(day("2028-03-05")).to_string(), "2028-02-20 09:00:00");
        let offset: Offset = serde_json::from_str(r#"{"days": 1}"#).unwrap();
        assert_eq!(offset.resolve(day("2026-12-31")).to_string(), "2027-01-01 00:00:00");
    }

    #[test]
    fn no_offset_is_too_far_to_resolve() {
        for days in [i64::MIN, i64::MAX] {
            let far = Offset { days, time: None };
            let _ = far.resolve(day("2026-11-23"));
            let _ = far.resolve(NaiveDate::MIN);
            let _ = far.resolve(NaiveDate::MAX);
        }
    }

    #[test]
    fn a_day_is_written_or_counted() {
        let written: When = serde_json::from_str(r#""2024-02-29""#).unwrap();
        let counted: When = serde_json::from_str(r#"{"days": -1, "time": "23:59"}"#).unwrap();
        assert_eq!(written.resolve(day("2026-11-23")), day("2024-02-29"));
        assert_eq!(counted.resolve(day("2026-11-23")), day("2026-11-22"));
        assert!(!written.is_like(&counted));
        assert!(serde_json::from_str::<When>(r#""2023-02-29""#).is_err());
    }
}
