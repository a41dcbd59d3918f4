//! Fiscal codes: sixteen letters and digits with a control letter (decree of 23 December 1976).
//!
//! Letters that replace digits where two people would share a code (*omocodia*) are taken for them.
//! The code may be parted by single blanks, dots or dashes, and must not be part of a longer word.

use super::Span;

/// Letters that stand for the digits 0–9 when two people would share a code.
const REPLACED: &[u8; 10] = b"LMNPQRSTUV";

/// Letters of the months.
const MONTHS: &[u8; 12] = b"ABCDEHLMPRST";

/// What letters and digits are worth at odd places, by their order (`0` and `A` first).
const ODD: [u32; 26] =
    [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

/// Real digits that must be left when a code is parted: letters of a sentence may come to a code.
const LEAST_DIGITS: usize = 3;

/// Where fiscal codes stand, in bytes.
pub(super) fn find(text: &str) -> Vec<Span> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let begins =
            is_part(bytes, at) && !at.checked_sub(1).is_some_and(|before| joins(text, before));
        match begins.then(|| code_at(text, at)).flatten() {
            Some(end) => {
                found.push((at, end));
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// Where IBANs stand, in bytes: two letters, two digits, then groups of letters and digits. They are
/// nothing to hold a text for, but their digits are no phone number.
pub(super) fn ibans(text: &str) -> Vec<Span> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let begins = bytes.get(at).is_some_and(u8::is_ascii_alphabetic)
            && !at.checked_sub(1).is_some_and(|before| joins(text, before));
        match begins.then(|| iban_at(text, at)).flatten() {
            Some(end) => {
                found.push((at, end));
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

fn iban_at(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut signs, mut digits, mut at, mut end) = (0, 0, start, start);
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii_alphanumeric() {
            let fits = match signs {
                0 | 1 => byte.is_ascii_alphabetic(),
                2 | 3 => byte.is_ascii_digit(),
                _ => byte.is_ascii_digit() || byte.is_ascii_uppercase(),
            };
            if !fits {
                break;
            }
            signs += 1;
            digits += usize::from(byte.is_ascii_digit());
            at += 1;
            end = at;
        } else if byte == b' ' && signs > 3 {
            at += 1;
        } else {
            break;
        }
        if signs == 34 {
            break;
        }
    }
    (signs >= 20 && digits >= 12).then_some(end)
}

fn is_part(bytes: &[u8], at: usize) -> bool {
    bytes.get(at).is_some_and(u8::is_ascii_alphanumeric)
}

/// Whether the letter that ends or begins at a byte would go on with a code.
fn joins(text: &str, byte: usize) -> bool {
    let start = (0..=byte).rev().find(|&start| text.is_char_boundary(start)).unwrap_or(byte);
    text.get(start..).and_then(|rest| rest.chars().next()).is_some_and(char::is_alphanumeric)
}

/// The end of the code that begins at a byte.
fn code_at(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut code = [0_u8; 16];
    let (mut at, mut parted) = (start, false);
    for (place, sign) in code.iter_mut().enumerate() {
        if place > 0 && matches!(bytes.get(at), Some(b' ' | b'.' | b'-')) {
            parted = true;
            at += 1;
        }
        *sign = bytes.get(at).filter(|byte| byte.is_ascii_alphanumeric())?.to_ascii_uppercase();
        at += 1;
        // What can't be a code is left early.
        if matches!(place, 0..=5 | 8 | 11 | 15) && !sign.is_ascii_alphabetic() {
            return None;
        }
        if matches!(place, 6 | 7 | 9 | 10 | 12..=14) && digit(*sign).is_none() {
            return None;
        }
    }
    if at < bytes.len() && joins(text, at) {
        return None;
    }
    let digits = code.iter().filter(|sign| sign.is_ascii_digit()).count();
    (is_code(&code) && (!parted || digits >= LEAST_DIGITS)).then_some(at)
}

/// The digit that a digit or the letter in its place stands for.
fn digit(sign: u8) -> Option<u32> {
    match sign {
        b'0'..=b'9' => Some(u32::from(sign - b'0')),
        _ => REPLACED.iter().position(|&letter| letter == sign).map(|place| place as u32),
    }
}

/// Whether the day of birth is one and the control letter is right.
fn is_code(code: &[u8; 16]) -> bool {
    let Some(month) = MONTHS.iter().position(|&letter| letter == code[8]) else { return false };
    let (Some(tens), Some(ones)) = (digit(code[9]), digit(code[10])) else { return false };
    let day = tens * 10 + ones;
    // Forty is added to the day of birth of women.
    let day = if day > 40 { day - 40 } else { day };
    let last = match month {
        1 => 29,
        3 | 5 | 8 | 10 => 30,
        _ => 31,
    };
    (1..=last).contains(&day) && control(code) == code[15]
}

/// The control letter of the first fifteen signs.
fn control(code: &[u8; 16]) -> u8 {
    let sum: u32 = code
        .iter()
        .take(15)
        .enumerate()
        .map(|(place, &sign)| {
            let order = usize::from(match sign {
                b'0'..=b'9' => sign - b'0',
                _ => sign.saturating_sub(b'A'),
            });
            if place % 2 == 0 { ODD.get(order).copied().unwrap_or(0) } else { order as u32 }
        })
        .sum();
    b'A' + (sum % 26) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        find(text).into_iter().map(|(start, end)| &text[start..end]).collect()
    }

    #[test]
    fn the_control_letter_decides() {
        assert_eq!(found("cf RSSMRA80A01H501U."), ["RSSMRA80A01H501U"]);
        for letter in ('A'..='Z').filter(|letter| *letter != 'U') {
            assert!(found(&format!("cf RSSMRA80A01H501{letter}.")).is_empty());
        }
    }

    #[test]
    fn letters_may_replace_digits() {
        assert_eq!(found("RSSMRA80A01H50MM"), ["RSSMRA80A01H50MM"]);
        assert_eq!(digit(b'L'), Some(0));
        assert_eq!(digit(b'V'), Some(9));
        assert_eq!(digit(b'O'), None);
    }

    #[test]
    fn a_code_is_parted_once_at_a_place_and_stands_alone() {
        assert_eq!(found("rss mra 80a01 h501 u"), ["rss mra 80a01 h501 u"]);
        assert!(found("RSS  MRA 80A01 H501U").is_empty());
        assert!(found("XRSSMRA80A01H501U").is_empty());
        assert!(found("èRSSMRA80A01H501U").is_empty());
        assert!(found("RSSMRA80A01H501U1").is_empty());
        assert_eq!(found("(RSSMRA80A01H501U)"), ["RSSMRA80A01H501U"]);
    }

    #[test]
    fn a_day_that_no_month_has_is_no_birthday() {
        let mut code = *b"RSSMRA80B30H501A";
        code[15] = control(&code);
        assert!(!is_code(&code));
        code[9] = b'2';
        code[15] = control(&code);
        assert!(is_code(&code));
    }

    #[test]
    fn an_iban_is_seen_whole() {
        let text = "IBAN IT60 X054 2811 1010 0000 0123 456 per";
        assert_eq!(ibans(text), [(5, 38)]);
        assert!(ibans("AB12 e poi").is_empty());
    }
}
