//! Addresses of pages: with their scheme, with `www.`, bare ones with a common ending, and those
//! written so that no filter sees them («hxxp», «[.]», «punto it»).
//!
//! A missing blank makes no address: «bene.Il comune» and «p.es.» are none.

use super::Span;
use super::lexicon::Lexicon;
use super::text::{Gap, Text};
use crate::language::Language;

/// Endings that are no Italian words: a name before them is enough.
const STRONG: [&str; 35] = [
    "it", "com", "org", "net", "eu", "gov", "edu", "biz", "rs", "ro", "mk", "hr", "ba", "de", "uk",
    "us", "ru", "cn", "tk", "xyz", "shop", "online", "site", "website", "click", "link", "store",
    "cloud", "live", "app", "dev", "gle", "page", "space", "example",
];

/// Endings that are words or abbreviations too: they want a path, or a third part.
const WEAK: [&str; 29] = [
    "info", "blog", "me", "io", "al", "to", "so", "tv", "es", "fr", "ch", "at", "be", "co", "ly",
    "gl", "gg", "cc", "news", "club", "top", "art", "vip", "one", "be", "ee", "ma", "pro", "name",
];

/// Schemes, also the one that says «don't click».
const SCHEMES: [&str; 7] = ["https", "http", "hxxps", "hxxp", "ftp", "ftps", "htpps"];

/// What parts the parts of a name, plain or written so that no filter sees it.
const DOTS: [&str; 12] = [
    ".",
    "[.]",
    "(.)",
    "{.}",
    "[dot]",
    "(dot)",
    "(punto)",
    "[punto]",
    " (punto) ",
    " [punto] ",
    " [dot] ",
    " (dot) ",
];

/// The most parts of a name, and the most bytes of an address.
const MOST_PARTS: usize = 12;
const MOST: usize = 2_000;

/// Where addresses of pages stand, in bytes, in order; `emails` are the e-mail addresses, which are none.
pub(super) fn find(text: &Text<'_>, emails: &[Span], lexicon: &Lexicon) -> Vec<Span> {
    let source = text.source;
    let mut found = Vec::new();
    let mut emails_left = emails.iter().peekable();
    let mut at = 0;
    while let Some(rest) = source.get(at..).filter(|rest| !rest.is_empty()) {
        while emails_left.next_if(|(_, end)| *end <= at).is_some() {}
        if let Some(&&(start, end)) = emails_left.peek()
            && at >= start
        {
            at = end;
            continue;
        }
        let Some(sign) = rest.chars().next() else { break };
        if !sign.is_alphanumeric() {
            at += sign.len_utf8();
            continue;
        }
        let run: usize = rest
            .chars()
            .take_while(|sign| sign.is_alphanumeric() || *sign == '-')
            .map(char::len_utf8)
            .sum();
        let free = !source.get(..at).is_some_and(|before| before.ends_with(['@', '_']));
        let bare = if free { bare(source, at) } else { Bare::Skip(at + run) };
        at = match (with_scheme(source, at, run), bare) {
            (Some(end), _) | (None, Bare::Host(end)) => {
                found.push((at, end));
                end
            }
            (None, Bare::Skip(next)) => next.max(at + run),
        };
    }
    found.extend(spelled(text, emails, &found, lexicon.set("before_dot")));
    found.sort_unstable();
    found
}

/// The end of an address whose scheme is the run of letters at a byte.
fn with_scheme(source: &str, start: usize, run: usize) -> Option<usize> {
    let scheme = source.get(start..start + run)?;
    if !SCHEMES.iter().any(|known| scheme.eq_ignore_ascii_case(known)) {
        return None;
    }
    let rest = source.get(start + run..)?;
    let slashes =
        ["://", "[:]//", ":\\\\", ":/", "//"].iter().find(|sign| rest.starts_with(**sign))?;
    let from = start + run + slashes.len();
    let end = from + path_length(source.get(from..)?);
    source.get(from..end)?.contains(char::is_alphanumeric).then_some(end)
}

/// What a run of parts joined by stops is.
enum Bare {
    /// An address, up to a byte.
    Host(usize),
    /// None; how far one need not look again.
    Skip(usize),
}

/// Whether an address without a scheme begins at a byte.
fn bare(source: &str, start: usize) -> Bare {
    let mut parts: Vec<Span> = Vec::new();
    let end = bare_end(source, start, &mut parts);
    // Of a run as long as no name is, what begins within is none either.
    let far = if parts.len() == MOST_PARTS { parts.last().map_or(0, |part| part.1) } else { 0 };
    end.map_or(Bare::Skip(far), Bare::Host)
}

fn bare_end(source: &str, start: usize, all: &mut Vec<Span>) -> Option<usize> {
    let mut parts: Vec<Span> = Vec::new();
    let mut at = start;
    while parts.len() < MOST_PARTS {
        let rest = source.get(at..)?;
        let length: usize = rest
            .chars()
            .take_while(|sign| sign.is_alphanumeric() || matches!(sign, '-' | '_'))
            .map(char::len_utf8)
            .sum();
        if length == 0 {
            break;
        }
        parts.push((at, at + length));
        let rest = rest.get(length..)?;
        let Some(dot) = DOTS.iter().find(|dot| rest.starts_with(**dot)) else { break };
        at += length + dot.len();
    }
    all.clone_from(&parts);
    // «esempio.it.Grazie»: what follows the ending is another sentence.
    while parts.len() > 1 {
        let end = parts.last()?.1;
        if is_host(source, &parts) {
            let rest = source.get(end..)?;
            let port: usize = rest
                .strip_prefix(':')
                .map_or(0, |port| port.bytes().take_while(u8::is_ascii_digit).count());
            let end = end + if port > 0 { port + 1 } else { 0 };
            let rest = source.get(end..)?;
            let path = if rest.starts_with(['/', '?', '#']) { path_length(rest) } else { 0 };
            return Some(end + path);
        }
        parts.pop();
    }
    None
}

fn is_host(source: &str, parts: &[Span]) -> bool {
    let part = |at: usize| {
        parts.get(at).and_then(|&(start, end)| source.get(start..end)).unwrap_or_default()
    };
    let count = parts.len();
    let (first, before, last) = (part(0), part(count.saturating_sub(2)), part(count - 1));
    let ends_as = |endings: &[&str]| endings.iter().any(|ending| last.eq_ignore_ascii_case(ending));
    let web = first.eq_ignore_ascii_case("www");
    let (strong, weak) = (ends_as(&STRONG), ends_as(&WEAK));
    let any = web && count > 2 && last.len() > 1 && last.chars().all(char::is_alphabetic);
    if !(strong || weak || any) || !before.contains(char::is_alphabetic) {
        return false;
    }
    let (Some(from), Some(to)) = (parts.first(), parts.last()) else { return false };
    let host = source.get(from.0..to.1).unwrap_or_default();
    let after = source.get(to.1..).unwrap_or_default();
    // A capital after a stop begins a sentence; an address has none there.
    let sentence = last.contains(char::is_uppercase) && host.contains(char::is_lowercase);
    if sentence || after.starts_with(['@', '\'', '’']) {
        return false;
    }
    let path = after.starts_with('/') && after.chars().nth(1).is_some_and(char::is_alphanumeric);
    let long = before.chars().count() > 1 || host == "x.com" || path;
    let all_long = count > 2 && (0..count).all(|at| part(at).chars().count() > 1);
    any || (strong && long) || (weak && (path || all_long))
}

/// How far the rest of an address reaches, without the stop that ends the sentence.
fn path_length(text: &str) -> usize {
    let ends = |sign: char| {
        sign.is_whitespace() || matches!(sign, '<' | '>' | '"' | '«' | '»' | '“' | '”' | '|' | '`')
    };
    let mut end = text
        .char_indices()
        .find(|&(at, sign)| at > MOST || ends(sign))
        .map_or(text.len(), |(at, _)| at);
    if let Some(next) = text.get(..end).and_then(|run| run.find(",http")) {
        end = next;
    }
    loop {
        let run = text.get(..end).unwrap_or_default();
        let Some(last) = run.chars().next_back() else { return end };
        let unopened = last == ')' && run.matches(')').count() > run.matches('(').count();
        if unopened
            || matches!(last, '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’' | '*' | ']' | '…')
        {
            end -= last.len_utf8();
        } else {
            return end;
        }
    }
}

/// «bancadeltempo punto it».
fn spelled(text: &Text<'_>, emails: &[Span], links: &[Span], no_name: u128) -> Vec<Span> {
    let mut found = Vec::new();
    for at in 1..text.words.len() {
        let close = text.gap(at) == Gap::Space && text.gap(at + 1) == Gap::Space;
        if !(close
            && matches!(text.form(at), "punto" | "dot")
            && matches!(text.form(at + 1), "it" | "com" | "org" | "net" | "eu")
            && text.gap(at + 2) != Gap::Apostrophe)
        {
            continue;
        }
        let name = text.form(at - 1);
        let glue = text.is(at - 1, no_name)
            || name.len() < 3
            || Language::Italian.is_function_word(name)
            || Language::English.is_function_word(name);
        let span = text.span(at - 1, at + 1);
        let other = |others: &[Span]| {
            let after = others.partition_point(|other| other.1 <= span.0);
            others.get(after).is_some_and(|other| other.0 < span.1)
        };
        if !glue && !other(emails) && !other(links) {
            found.push(span);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::lexicon;
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        let read = Text::read(text, lexicon());
        find(&read, &[], lexicon()).into_iter().map(|(start, end)| &text[start..end]).collect()
    }

    #[test]
    fn addresses_end_where_the_sentence_does() {
        for (text, link) in [
            ("Vedi https://esempio.it/a?b=1.", "https://esempio.it/a?b=1"),
            (
                "(https://it.wikipedia.org/wiki/Trama_(tessuto))",
                "https://it.wikipedia.org/wiki/Trama_(tessuto)",
            ),
            ("su www.esempio.it: ecco", "www.esempio.it"),
            ("hxxp://esempio.com/x!", "hxxp://esempio.com/x"),
            ("esempio[.]it", "esempio[.]it"),
            ("apri t.me/gruppo, dai", "t.me/gruppo"),
            ("il sito bancadeltempo punto it", "bancadeltempo punto it"),
        ] {
            assert_eq!(found(text), [link]);
        }
    }

    #[test]
    fn a_missing_blank_makes_no_address() {
        for text in [
            "bene.Il comune",
            "p.es. la sala",
            "d.lgs.117/2017",
            "bando.pdf",
            "tre.Io no",
            "dal lun.al ven.",
            "ore 9.30",
            "a un certo punto it seemed",
            "S.r.l.",
            "http",
            "http://",
            "www.",
            "...",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
    }
}
