//! Numbers, money and times as a language writes them, in the zone of the Ambiti.

use chrono::{DateTime, Datelike, Duration, NaiveDate, Timelike};
use chrono_tz::Tz;
use domain::suppression::Shown;
use domain::time::Moment;

use crate::texts::Texts;
use crate::urls::Lang;

/// The zone of the Ambiti.
pub const ZONE: Tz = chrono_tz::Europe::Rome;

/// A whole number with separators: «69.690», «69,690».
pub fn whole(lang: Lang, number: i64) -> String {
    let separator = match lang {
        Lang::It => '.',
        Lang::En => ',',
    };
    let digits = number.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if number < 0 {
        text.push('\u{2212}');
    }
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// A number with at most two decimals, as few as it needs: «36,8».
pub fn decimal(lang: Lang, number: f64) -> String {
    let hundredths = (number * 100.0).round();
    if !hundredths.is_finite() || hundredths.abs() > 1e15 {
        return number.to_string();
    }
    // Checked above: within what an i64 holds exactly.
    #[allow(clippy::cast_possible_truncation)]
    let hundredths = hundredths as i64;
    let (units, rest) = (hundredths / 100, (hundredths % 100).unsigned_abs());
    let mut text = whole(lang, units);
    if units == 0 && hundredths < 0 {
        text.insert(0, '\u{2212}');
    }
    if rest > 0 {
        text.push(match lang {
            Lang::It => ',',
            Lang::En => '.',
        });
        if rest % 10 == 0 {
            text.push_str(&(rest / 10).to_string());
        } else {
            text.push_str(&format!("{rest:02}"));
        }
    }
    text
}

/// An amount of money: «78.000 euro», «€78,000».
pub fn euro(lang: Lang, cents: i64) -> String {
    let (euros, rest) = (cents / 100, (cents % 100).unsigned_abs());
    let mut amount = whole(lang, euros);
    if rest > 0 {
        let point = match lang {
            Lang::It => ',',
            Lang::En => '.',
        };
        amount.push_str(&format!("{point}{rest:02}"));
    }
    Texts::of(lang).with("euro", &[("amount", amount.into())])
}

/// Supporters in words, for the page and for the island that changes them in place:
/// «12 persone sostengono questo testo», «meno di 5 …».
pub fn supporters(lang: Lang, shown: Shown) -> String {
    let texts = Texts::of(lang);
    match shown {
        Shown::Unknown => texts.get("supporters-unknown").to_owned(),
        Shown::None => texts.get("supporters-none").to_owned(),
        Shown::Few => texts.get("supporters-few").to_owned(),
        Shown::Exactly(count) => texts.with("supporters", &[("n", count.into())]),
    }
}

/// The moment on the clock of the Ambiti.
pub fn local(moment: Moment) -> DateTime<Tz> {
    moment.with_timezone(&ZONE)
}

/// A day in long form: «12 aprile 2026».
pub fn day(lang: Lang, date: NaiveDate) -> String {
    let texts = Texts::of(lang);
    texts.with(
        "date-long",
        &[
            ("day", day_number(lang, date).into()),
            ("month", month(lang, date).into()),
            ("year", date.year().to_string().into()),
        ],
    )
}

/// A day without its year: «12 aprile».
pub fn day_short(lang: Lang, date: NaiveDate) -> String {
    Texts::of(lang).with(
        "date-short",
        &[("day", day_number(lang, date).into()), ("month", month(lang, date).into())],
    )
}

/// The number of a day: «12», «1º».
pub fn day_number(lang: Lang, date: NaiveDate) -> String {
    match (lang, date.day()) {
        (Lang::It, 1) => "1\u{ba}".to_owned(),
        (_, day) => day.to_string(),
    }
}

/// The name of the month.
pub fn month(lang: Lang, date: NaiveDate) -> &'static str {
    Texts::of(lang).coded("month", &date.month().to_string())
}

/// The name of the day of the week.
pub fn weekday(lang: Lang, date: NaiveDate) -> &'static str {
    Texts::of(lang).coded("weekday", &date.weekday().number_from_monday().to_string())
}

/// The day of a moment: «12 aprile 2026».
pub fn date(lang: Lang, moment: Moment) -> String {
    day(lang, local(moment).date_naive())
}

/// A moment: «12 aprile 2026 alle 20», «… alle 9.30».
pub fn moment(lang: Lang, moment: Moment) -> String {
    let local = local(moment);
    Texts::of(lang).with(
        "date-time",
        &[
            ("date", day(lang, local.date_naive()).into()),
            ("hour", i64::from(local.hour()).into()),
            ("time", clock(lang, local).into()),
        ],
    )
}

/// The time of day of a moment: «9.30», «20».
pub fn time(lang: Lang, moment: Moment) -> String {
    clock(lang, local(moment))
}

/// The last moment of a window, in words: midnight is the 23.59 of the day before.
pub fn deadline(lang: Lang, closes: Moment) -> String {
    moment(lang, last(closes))
}

/// The same without the year, with the day of the week: «lunedì 21 dicembre alle 23.59».
pub fn deadline_near(lang: Lang, closes: Moment) -> String {
    let local = local(last(closes));
    let date = local.date_naive();
    Texts::of(lang).with(
        "date-time",
        &[
            (
                "date",
                Texts::of(lang)
                    .with(
                        "date-near",
                        &[
                            ("weekday", weekday(lang, date).into()),
                            ("day", day_number(lang, date).into()),
                            ("month", month(lang, date).into()),
                        ],
                    )
                    .into(),
            ),
            ("hour", i64::from(local.hour()).into()),
            ("time", clock(lang, local).into()),
        ],
    )
}

/// The last day of a window.
pub fn last_day(closes: Moment) -> NaiveDate {
    local(last(closes)).date_naive()
}

fn last(closes: Moment) -> Moment {
    let at = local(closes);
    if at.hour() == 0 && at.minute() == 0 { closes - Duration::minutes(1) } else { closes }
}

fn clock(lang: Lang, local: DateTime<Tz>) -> String {
    match (lang, local.minute()) {
        (Lang::It, 0) => local.hour().to_string(),
        (Lang::It, minute) => format!("{}.{minute:02}", local.hour()),
        (Lang::En, minute) => format!("{}:{minute:02}", local.hour()),
    }
}

/// The value of a `datetime` attribute.
pub fn machine(moment: Moment) -> String {
    local(moment).format("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// The first characters of a text, cut at a word, with an ellipsis if something was cut.
pub fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let head: String = text.chars().take(most).collect();
    let head = head.rfind(char::is_whitespace).map_or(head.as_str(), |end| &head[..end]);
    format!("{}…", head.trim_end_matches([',', ';', ':', '.', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{TimeZone, Utc};

    #[test]
    fn numbers_are_written_as_the_language_does() {
        assert_eq!(whole(Lang::It, 69_690), "69.690");
        assert_eq!(whole(Lang::En, -1_234_567), "\u{2212}1,234,567");
        assert_eq!(decimal(Lang::It, 36.8), "36,8");
        assert_eq!(decimal(Lang::It, -0.25), "\u{2212}0,25");
        assert_eq!(decimal(Lang::En, 12.0), "12");
        assert_eq!(decimal(Lang::It, 3.05), "3,05");
        assert_eq!(euro(Lang::It, 7_800_000), "78.000 euro");
        assert_eq!(euro(Lang::En, 7_800_050), "€78,000.50");
    }

    #[test]
    fn moments_are_those_of_rome() {
        let evening = Utc.with_ymd_and_hms(2026, 4, 12, 18, 0, 0).unwrap();
        assert_eq!(moment(Lang::It, evening), "12 aprile 2026 alle 20");
        assert_eq!(moment(Lang::En, evening), "12 April 2026 at 20:00");
        let night = Utc.with_ymd_and_hms(2026, 12, 31, 23, 5, 0).unwrap();
        assert_eq!(moment(Lang::It, night), "1º gennaio 2027 alle 0.05");
        let one = Utc.with_ymd_and_hms(2026, 1, 1, 0, 0, 0).unwrap();
        assert_eq!(moment(Lang::It, one), "1º gennaio 2026 all'1");
    }

    #[test]
    fn a_window_that_ends_at_midnight_ends_the_day_before() {
        let midnight = Utc.with_ymd_and_hms(2026, 12, 21, 23, 0, 0).unwrap();
        assert_eq!(deadline(Lang::It, midnight), "21 dicembre 2026 alle 23.59");
        assert_eq!(deadline_near(Lang::It, midnight), "lunedì 21 dicembre alle 23.59");
    }

    #[test]
    fn a_text_is_cut_at_a_word() {
        assert_eq!(cut("una stanza calda, un tappeto", 19), "una stanza calda…");
        assert_eq!(cut("breve", 19), "breve");
    }
}
