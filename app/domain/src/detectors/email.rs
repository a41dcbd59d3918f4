//! E-mail addresses: with their sign, and as people write them so that only people read them
//! («nome (at) dominio.it», «nome chiocciola dominio punto it»). That of an office is one too.

use super::Span;
use super::text::{Gap, Text};

/// Providers whose name alone says that an address is meant: «mario @gmail.com», «mario@gmail».
const PROVIDERS: [&str; 26] = [
    "gmail",
    "googlemail",
    "libero",
    "hotmail",
    "yahoo",
    "outlook",
    "alice",
    "tiscali",
    "virgilio",
    "icloud",
    "tim",
    "pec",
    "live",
    "msn",
    "fastwebnet",
    "posteo",
    "proton",
    "protonmail",
    "gmx",
    "email",
    "inwind",
    "teletu",
    "aruba",
    "legalmail",
    "me",
    "mail",
];

/// The most bytes on either side of the sign.
const MOST: usize = 255;

/// Where e-mail addresses stand, in bytes, in order.
pub(super) fn find(text: &Text<'_>) -> Vec<Span> {
    let mut found: Vec<Span> =
        text.source.match_indices('@').filter_map(|(at, _)| around_sign(text.source, at)).collect();
    for at in 1..text.words.len() {
        if matches!(text.form(at), "at" | "chiocciola" | "kiocciola")
            && let Some(span) = around_word(text, at)
        {
            found.push(span);
        }
    }
    found.sort_unstable();
    found.dedup_by(|later, earlier| later.0 < earlier.1);
    found
}

fn is_local(sign: char) -> bool {
    sign.is_alphanumeric() || matches!(sign, '.' | '_' | '-' | '+' | '%')
}

fn is_host(sign: char) -> bool {
    sign.is_alphanumeric() || matches!(sign, '.' | '-')
}

/// Where the run of signs that ends at a byte begins.
fn run_before(source: &str, end: usize) -> usize {
    let before = source.get(..end).unwrap_or_default();
    let length: usize = before
        .chars()
        .rev()
        .take_while(|sign| is_local(*sign))
        .take(MOST)
        .map(char::len_utf8)
        .sum();
    let run = before.get(end - length..).unwrap_or_default();
    end - run.trim_start_matches(['.', '-', '+', '%']).len()
}

/// Where the run of signs that begins at a byte ends.
fn run_after(source: &str, start: usize) -> usize {
    let rest = source.get(start..).unwrap_or_default();
    let length: usize =
        rest.chars().take_while(|sign| is_host(*sign)).take(MOST).map(char::len_utf8).sum();
    let run = rest.get(..length).unwrap_or_default();
    start + run.trim_end_matches(['.', '-']).len()
}

fn around_sign(source: &str, at: usize) -> Option<Span> {
    let (before, after) = (source.get(..at)?, source.get(at + 1..)?);
    let (blank_before, blank_after) = (before.ends_with(' '), after.starts_with(' '));
    let local_end = at - usize::from(blank_before);
    let host_start = at + 1 + usize::from(blank_after);
    let start = run_before(source, local_end);
    let mut end = run_after(source, host_start);
    if start == local_end || end == host_start {
        return None;
    }
    let host = source.get(host_start..end)?;
    let provider = is_provider(host.split('.').next().unwrap_or_default());
    if !host.contains('.') && provider {
        // «@gmail,com»: a comma in place of the stop.
        let rest = source.get(end..)?;
        end += [",com", ",it", ", com"]
            .iter()
            .find(|typo| rest.starts_with(**typo))
            .map_or(0, |t| t.len());
    }
    let parted = blank_before || blank_after;
    let fits = is_host_name(host) || provider;
    (fits && (!parted || provider || (blank_before && blank_after && is_host_name(host))))
        .then_some((start, end))
}

/// A word in place of the sign, in brackets or not.
fn around_word(text: &Text<'_>, at: usize) -> Option<Span> {
    let source = text.source;
    let (before, word, after) =
        (text.words.get(at - 1)?, text.words.get(at)?, text.words.get(at + 1)?);
    let left = source.get(before.end..word.start)?;
    let right = source.get(word.end..after.start)?;
    let bracket =
        is_bracket(left, ['(', '[', '{', '<', '-']) && is_bracket(right, [')', ']', '}', '>', '-']);
    if !bracket && (left.trim() != "" || right.trim() != "") {
        return None;
    }
    let mut start = run_before(source, before.end);
    // «mario punto rossi chiocciola …»
    let mut first = at - 1;
    while first >= 2
        && matches!(text.form(first - 1), "punto" | "dot" | "underscore" | "trattino")
        && text.gap(first) <= Gap::Space
        && text.gap(first - 1) <= Gap::Space
        && at - first < 12
    {
        first -= 2;
        start = run_before(source, text.words.get(first)?.end);
    }
    let mut end = run_after(source, after.start);
    let mut spelled = false;
    let mut last = last_word_before(text, at + 1, end);
    while let (Some(dot), Some(next)) = (text.words.get(last + 1), text.words.get(last + 2)) {
        let signs = [source.get(end..dot.start)?, source.get(dot.end..next.start)?].concat();
        let close = signs.chars().all(|sign| " ()[]{}".contains(sign)) && signs.len() < 6;
        if !matches!(text.form(last + 1), "punto" | "dot") || !close || last > at + 9 {
            break;
        }
        spelled = true;
        end = run_after(source, next.start);
        last = last_word_before(text, last + 2, end);
    }
    let host = source.get(after.start..end)?;
    let provider = is_provider(text.form(at + 1));
    let named = spelled || is_host_name(host);
    let sure = bracket || text.form(at) != "at" || spelled || provider;
    (start < before.end && named && sure).then_some((start, end))
}

/// The last word that ends at or before a byte, from a word on.
fn last_word_before(text: &Text<'_>, from: usize, end: usize) -> usize {
    let within = text.words.iter().skip(from).take(20).take_while(|word| word.end <= end).count();
    (from + within).saturating_sub(1).max(from)
}

fn is_bracket(signs: &str, brackets: [char; 5]) -> bool {
    let signs = signs.trim();
    signs.len() == 1 && signs.starts_with(brackets)
}

fn is_provider(name: &str) -> bool {
    PROVIDERS.contains(&name.to_lowercase().as_str())
}

/// Whether a name has at least two parts and ends as names of hosts do.
fn is_host_name(host: &str) -> bool {
    let Some((front, last)) = host.rsplit_once('.') else { return false };
    !front.split('.').any(str::is_empty)
        && (2..=24).contains(&last.chars().count())
        && last.chars().all(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::lexicon;
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        let read = Text::read(text, lexicon());
        find(&read).into_iter().map(|(start, end)| &text[start..end]).collect()
    }

    #[test]
    fn addresses_are_found_as_people_write_them() {
        for address in [
            "anna.verdi@gmail.com",
            "nome (at) dominio.it",
            "nome[at]dominio.it",
            "nome chiocciola dominio.it",
            "mario punto rossi chiocciola gmail punto com",
            "nome @ dominio.it",
            "sofia@gmail,com",
            "j.smith at gmail dot com",
            "nome [at] posteo [dot] net",
        ] {
            assert_eq!(found(&format!("Scrivi: {address} grazie.")), [address]);
        }
    }

    #[test]
    fn a_sign_alone_is_no_address() {
        for text in [
            "Seguiteci @comune_fano",
            "la scala a chiocciola di casa",
            "2@1,50",
            "a@b",
            "@@@@",
            "@ @ @",
            "meet us at comune.it",
            "chiocciola",
            "at",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
    }
}
