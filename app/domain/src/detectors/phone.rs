//! Phone numbers of people and offices, as they are written in Italy, and foreign ones with their
//! country.
//!
//! Public numbers are nobody's: 112, 118, 1522, 116117, the green numbers (800 …) and their like are
//! never found. Neither are sums of money, years, dates, hours, norms, registers and tax numbers.

use super::Span;
use super::lexicon::Lexicon;
use super::text::Text;

/// Signs that may part the digits of a number.
const JOINTS: [char; 10] = [' ', '\u{a0}', '.', '-', '–', '/', '(', ')', '\u{202f}', '\u{2011}'];

/// The most digits a number has, with its country.
const MOST: usize = 15;

/// Countries that are written with two zeros in place of a plus.
const COUNTRIES: [&str; 24] = [
    "39", "355", "381", "382", "383", "385", "386", "387", "389", "40", "44", "49", "33", "34",
    "41", "43", "48", "212", "216", "221", "234", "373", "380", "86",
];

/// How many words before a number are asked what it is.
const HEARD: usize = 3;

/// A run of digits.
#[derive(Clone, Copy)]
struct Group<'t> {
    start: usize,
    end: usize,
    digits: &'t str,
}

/// Where phone numbers stand, in bytes; `taken` are spans, sorted, whose digits are something else.
pub(super) fn find(read: &Text<'_>, taken: &[Span], lexicon: &Lexicon) -> Vec<Span> {
    let text = read.source;
    let hints = (lexicon.set("call"), lexicon.set("not_call"));
    let groups = groups(text, taken);
    let mut found: Vec<Span> = Vec::new();
    let mut at = 0;
    while at < groups.len() {
        let heard = groups.get(at).map_or(Hint::Silent, |group| hint(read, group.start, hints));
        match number_at(text, &groups, at, heard) {
            Some((start, last)) => {
                let end = groups.get(last).map_or(start, |group| group.end);
                found.push((start, end));
                at = last + 1;
            }
            None => at += 1,
        }
    }
    found
}

fn groups<'t>(text: &'t str, taken: &[Span]) -> Vec<Group<'t>> {
    let bytes = text.as_bytes();
    let mut groups = Vec::new();
    let mut taken = taken.iter().peekable();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes.get(at).is_some_and(u8::is_ascii_digit) {
            at += 1;
            continue;
        }
        let length = bytes.iter().skip(at).take_while(|byte| byte.is_ascii_digit()).count();
        let end = at + length;
        while taken.next_if(|(_, taken_end)| *taken_end <= at).is_some() {}
        let is_taken = taken.peek().is_some_and(|(start, _)| *start < end);
        if !is_taken && let Some(digits) = text.get(at..end) {
            groups.push(Group { start: at, end, digits });
        }
        at = end;
    }
    groups
}

/// The signs between two groups.
fn between<'t>(text: &'t str, groups: &[Group<'_>], before: usize) -> Option<&'t str> {
    let (one, other) = (groups.get(before)?, groups.get(before + 1)?);
    text.get(one.end..other.start)
}

/// Whether signs join two groups into one number.
fn joins(signs: &str) -> bool {
    signs.chars().count() <= 3 && signs.chars().all(|sign| JOINTS.contains(&sign))
}

/// Where the number begins whose first group this is, and its last group.
fn number_at(
    text: &str,
    groups: &[Group<'_>],
    first: usize,
    heard: Hint,
) -> Option<(usize, usize)> {
    let group = groups.get(first)?;
    let before = text.get(..group.start)?;
    // Part of a word, of a larger number, or of a sum of money.
    let sign = before.chars().next_back();
    if sign
        .is_some_and(|sign| sign.is_alphanumeric() || matches!(sign, '€' | '$' | ',' | '_' | '#'))
    {
        return None;
    }
    let plus = sign == Some('+') || before.ends_with("(+");
    if first > 0
        && !plus
        && between(text, groups, first - 1).is_some_and(|signs| joins(signs) && !loose(signs))
    {
        return None;
    }
    if heard == Hint::Other {
        return None;
    }
    let mut digits = String::new();
    let mut best = None;
    for last in first..groups.len().min(first + MOST) {
        if last > first && !between(text, groups, last - 1).is_some_and(joins) {
            break;
        }
        digits.push_str(groups.get(last)?.digits);
        if digits.len() > MOST {
            break;
        }
        let parts = groups.get(first..=last)?;
        if is_number(text, parts, &digits, plus, heard == Hint::Call)
            && !followed_by_more(text, groups, last)
        {
            best = Some(last);
            // A mobile number has all its digits; the length of others varies.
            let own = national(&digits, plus);
            if own.starts_with('3') && own.len() == 10 && (!plus || own.len() < digits.len()) {
                break;
            }
        }
    }
    let last = best?;
    let mut start = group.start;
    if plus {
        start -= 1;
    }
    if text.get(..start).is_some_and(|before| before.ends_with('('))
        && text.get(group.end..groups.get(last)?.end).is_some_and(|rest| rest.contains(')'))
    {
        start -= 1;
    }
    Some((start, last))
}

/// Whether signs part two numbers as easily as two halves of one.
fn loose(signs: &str) -> bool {
    signs.contains([' ', '\u{a0}', '/'])
}

/// Whether what follows says that the digits are a sum, a measure or a longer number.
fn followed_by_more(text: &str, groups: &[Group<'_>], last: usize) -> bool {
    let Some(end) = groups.get(last).map(|group| group.end) else { return true };
    let rest = text.get(end..).unwrap_or_default();
    let mut signs = rest.chars();
    let (next, second) = (signs.next(), signs.next());
    let glued = next
        .is_some_and(|sign| sign.is_alphabetic() || matches!(sign, '%' | '€' | '$' | '@' | '_'));
    let decimal = next == Some(',') && second.is_some_and(|sign| sign.is_ascii_digit());
    let clock = next == Some(':') && second.is_some_and(|sign| sign.is_ascii_digit());
    let tight = between(text, groups, last).is_some_and(|signs| joins(signs) && !loose(signs));
    let word: String = rest.trim_start_matches([' ', '\u{a0}']).chars().take(4).collect();
    let sum =
        word.starts_with('€') || word.to_lowercase().starts_with("euro") || word.starts_with('%');
    glued || decimal || clock || tight || sum
}

/// What the words before a number say of it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hint {
    Call,
    Other,
    Silent,
}

fn hint(read: &Text<'_>, start: usize, (call, not_call): (u128, u128)) -> Hint {
    let next = read.words.partition_point(|word| word.start < start);
    for at in (next.saturating_sub(HEARD)..next).rev() {
        if read.is(at, not_call) {
            return Hint::Other;
        }
        if read.is(at, call) {
            return Hint::Call;
        }
    }
    Hint::Silent
}

/// The digits without those of Italy.
fn national(digits: &str, plus: bool) -> &str {
    if plus {
        digits.strip_prefix("39").unwrap_or(digits)
    } else if let Some(rest) = digits.strip_prefix("0039") {
        rest
    } else if digits.len() == 12 && digits.starts_with("393") {
        digits.get(2..).unwrap_or(digits)
    } else {
        digits
    }
}

fn is_number(text: &str, parts: &[Group<'_>], digits: &str, plus: bool, called: bool) -> bool {
    if digits.len() < 8 {
        return false;
    }
    let own = national(digits, plus);
    let abroad = if plus {
        own.len() == digits.len()
    } else {
        digits.len() > 9
            && !digits.starts_with("0039")
            && digits
                .strip_prefix("00")
                .is_some_and(|rest| COUNTRIES.iter().any(|country| rest.starts_with(country)))
            && (parts.len() > 1 || called)
    };
    if abroad {
        return (if plus { 8 } else { 11 }..=MOST).contains(&digits.len());
    }
    // The groups of the number itself, without the country's.
    let country = digits.len() - own.len();
    let mut left = country;
    let mut sizes: Vec<usize> = Vec::new();
    for part in parts {
        let cut = left.min(part.digits.len());
        left -= cut;
        if part.digits.len() > cut {
            sizes.push(part.digits.len() - cut);
        }
    }
    let sure = called || country > 0;
    if own.starts_with('3') {
        is_mobile(text, parts, own, &sizes, sure)
    } else if own.starts_with('0') {
        is_landline(parts, own, &sizes, sure)
    } else {
        false
    }
}

fn is_mobile(text: &str, parts: &[Group<'_>], own: &str, sizes: &[usize], sure: bool) -> bool {
    let first = sizes.first().copied().unwrap_or(0);
    let prefix = own.as_bytes().get(1).is_some_and(|digit| (b'1'..=b'9').contains(digit));
    let spelled = sizes.len() >= 9 && sizes.iter().all(|size| *size == 1);
    let shaped = spelled || first == 3 || first >= 6 || (sure && first > 2);
    let dotted = parts
        .windows(2)
        .all(|pair| matches!(pair, [one, other] if text.get(one.end..other.start) == Some(".")));
    let thousands = parts.len() > 2 && dotted && sizes.iter().skip(1).all(|size| *size == 3);
    prefix && shaped && (own.len() == 10 || (own.len() == 9 && sure && !thousands))
}

fn is_landline(parts: &[Group<'_>], own: &str, sizes: &[usize], sure: bool) -> bool {
    let area = area_length(own);
    let first = sizes.first().copied().unwrap_or(0);
    let whole = sizes.len() == 1;
    let shaped = if whole {
        (9..=11).contains(&own.len()) && !(own.len() == 11 && !sure && is_tax_number(own))
    } else {
        let rest = own.len().saturating_sub(first);
        let short = sizes.get(1).copied().unwrap_or(0);
        // «02 1234567» or «02 12 34 56 78», but not «02 05 2026» nor «06 30 12 30».
        let pairs = sizes.iter().all(|size| *size == 2);
        first == area
            && rest >= 5
            && (8..=11).contains(&own.len())
            && (!pairs || own.len() > 8)
            && (short > 2 || area > 2 || sure)
    };
    area > 0 && shaped && !is_date(parts) && (sure || own.len() > 7)
}

/// How many digits the area of an Italian landline has; none if there is no such area.
fn area_length(own: &str) -> usize {
    let digit = |place: usize| own.as_bytes().get(place).copied().unwrap_or(b'0');
    match (digit(1), digit(2)) {
        (b'0', _) => 0,
        (b'2' | b'6', _) => 2,
        (_, b'0' | b'1' | b'5' | b'9') => 3,
        _ => 4,
    }
}

/// Whether groups are a day, a month and a year.
fn is_date(parts: &[Group<'_>]) -> bool {
    let number = |place: usize| parts.get(place).and_then(|part| part.digits.parse::<u32>().ok());
    let (Some(day), Some(month), Some(year)) = (number(0), number(1), number(2)) else {
        return false;
    };
    (1..=31).contains(&day) && (1..=12).contains(&month) && (1900..=2100).contains(&year)
}

/// Whether eleven digits are the tax number of a firm, by their control digit.
fn is_tax_number(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .enumerate()
        .map(|(place, digit)| {
            let value = u32::from(digit.saturating_sub(b'0')) * (1 + place as u32 % 2);
            value / 10 + value % 10
        })
        .sum();
    digits.len() == 11 && sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::lexicon;
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        find(&Text::read(text, lexicon()), &[], lexicon())
            .into_iter()
            .map(|(start, end)| &text[start..end])
            .collect()
    }

    #[test]
    fn numbers_are_found_as_people_write_them() {
        for number in [
            "333 1234567",
            "3331234567",
            "333-1234567",
            "333.12.34.567",
            "+39 333 1234567",
            "0039 333 1234567",
            "0721 123456",
            "0721/123456",
            "06 12345678",
            "(0721) 123456",
            "+355 69 123 4567",
            "071-2801234",
        ] {
            assert_eq!(found(&format!("Ecco: {number}, grazie.")), [number]);
        }
    }

    #[test]
    fn two_numbers_are_two() {
        assert_eq!(found("3331112223/3473332221"), ["3331112223", "3473332221"]);
        assert_eq!(found("333 1112223 - 0721 123456").len(), 2);
    }

    #[test]
    fn public_numbers_and_other_figures_are_none() {
        for text in [
            "800 123 456",
            "il 1522 o il 112",
            "116117",
            "3.500.000.000",
            "02/05/2026 15.30",
            "06.30-12.30",
            "P.IVA 01234567897",
            "prot. 3331234567",
            "legge 328/2000",
            "02 05 2026",
            "350.000.000 euro",
            "dal 2023 al 2026",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
    }
}
