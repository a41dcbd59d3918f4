//! Sentences of a text, as exact stretches of it: joined again they are the text.
//!
//! The bounds are those of Unicode (UAX #29, `unicode-segmentation`), corrected for how people
//! write in Italian, English, Albanian and Serbian: abbreviations, numbered lists, lines that
//! wrap, quotations with what follows them, texts without capital letters. Nothing is changed or
//! left out; what stands between two sentences belongs to the first.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

/// Abbreviations after which a sentence goes on, whatever follows; lower case, without the dot at
/// their end.
const GOES_ON: &[&str] = &[
    // Italian
    "es", "ad.es", "p.es", "dott", "dott.ssa", "dr", "sig", "sigg", "sig.ra", "sig.na", "prof",
    "prof.ssa", "avv", "ing", "arch", "geom", "rag", "mons", "cfr", "loc", "fraz", "v.le", "p.zza",
    "p.za", "c.so", "d.lgs", "d.l", "d.m", "d.p.r", "d.p.c.m", "l.r", "ss", "vs", "c.a", "ca",
    // English
    "mr", "mrs", "ms", "messrs", "e.g", "i.e", "cf", "approx", "dept", // Albanian
    "p.sh", "d.m.th", "dmth", "znj", "zj", // Serbian, in both alphabets
    "npr", "tzv", "tj", "gđa", "gđica", "ul", "нпр", "тзв", "тј", "др", "проф", "гђа", "ул",
];

/// Abbreviations after which a sentence goes on where a number follows.
const BEFORE_NUMBER: &[&str] = &[
    "n", "nn", "nr", "num", "no", "nos", "art", "artt", "c", "co", "l", "v", "h", "p", "pp", "pag",
    "pagg", "cap", "capp", "lett", "fig", "tab", "all", "reg", "tel", "cell", "br", "st", "str",
    "čl", "бр", "ст", "стр", "чл",
];

/// The sentences of a text, as ranges of its bytes that follow one another without a gap.
/// Empty for a text without anything but white space.
pub fn ranges(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (start, piece) in text.split_sentence_bound_indices() {
        for (at, part) in without_capitals(piece) {
            let (from, to) = (start + at, start + at + part.len());
            match found.last_mut() {
                Some(last) if belongs(&text[last.clone()], &text[from..]) => last.end = to,
                _ => found.push(from..to),
            }
        }
    }
    found.retain(|range| !text[range.clone()].trim().is_empty());
    found
}

/// The sentences of a text, without the white space around them.
pub fn sentences(text: &str) -> Vec<&str> {
    ranges(text).into_iter().map(|range| text[range].trim()).collect()
}

/// The stretch of a text from one sentence to another, both with it, without the white space
/// around; `None` where there are no such sentences.
pub fn stretch(text: &str, first: usize, last: usize) -> Option<&str> {
    let ranges = ranges(text);
    let (from, to) = (ranges.get(first)?, ranges.get(last)?);
    (first <= last).then(|| text[from.start..to.end].trim())
}

/// Whether what follows is no sentence of its own, after this.
fn belongs(before: &str, rest: &str) -> bool {
    let next = rest.trim_start();
    if next.is_empty() || before.trim().is_empty() {
        return true;
    }
    let said = before.trim_end();
    let broken = before[said.len()..].contains(['\n', '\r', '\u{2028}', '\u{2029}'])
        || rest[..rest.len() - next.len()].contains('\n');
    if only_a_mark(said) {
        return true;
    }
    if broken {
        // A line that wraps: no stop at its end, a small letter after it, no new item of a list.
        let blank = before[said.len()..].matches('\n').count() > 1;
        return !blank && !ends(said) && begins_small(next) && !begins_item(next);
    }
    if abbreviated(said, next) {
        return true;
    }
    // «Basta!» disse Anna.
    said.ends_with(['»', '”', '"', '’']) && begins_small(next)
}

/// Whether a stop stands at the end.
fn ends(said: &str) -> bool {
    said.trim_end_matches(['»', '”', '"', '’', ')', ']']).ends_with(['.', '!', '?', '…', ':', ';'])
}

fn begins_small(next: &str) -> bool {
    next.chars().next().is_some_and(char::is_lowercase)
}

/// The mark of an item of a list, and nothing else: «1.», «b)», «–».
fn only_a_mark(said: &str) -> bool {
    let said = said.trim_start();
    let line = said.rsplit('\n').next().unwrap_or(said);
    if line.len() < said.len() {
        return false;
    }
    is_mark(said)
}

fn is_mark(word: &str) -> bool {
    let bare = word.trim_end_matches(['.', ')', '°']);
    let letters = bare.chars().count();
    match bare.chars().next() {
        None => !word.is_empty(),
        Some('-' | '–' | '—' | '•' | '*' | '·') => letters == 1,
        Some(_) if bare.len() == word.len() => false,
        Some(first) if first.is_ascii_digit() => {
            letters <= 2 && bare.bytes().all(|byte| byte.is_ascii_digit())
        }
        Some(first) => letters == 1 && first.is_alphabetic(),
    }
}

/// Whether a new item of a list begins.
fn begins_item(next: &str) -> bool {
    next.split_whitespace().next().is_some_and(|word| is_mark(word) || word.starts_with(['-', '•']))
}

/// The last word, in small letters, without what opens before it and the dot at its end; `None`
/// where it doesn't end in one dot.
fn dotted(said: &str) -> Option<String> {
    let word = said.rsplit(char::is_whitespace).next().unwrap_or(said);
    let word = word.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let word = word.rsplit(['\'', '’', '(']).next().unwrap_or(word);
    let bare = word.strip_suffix('.')?;
    (!bare.is_empty() && !bare.ends_with('.')).then(|| bare.to_lowercase())
}

/// Whether the last word is shortened, so that the sentence goes on.
fn abbreviated(said: &str, next: &str) -> bool {
    let Some(word) = dotted(said) else { return false };
    if GOES_ON.contains(&word.as_str()) {
        return true;
    }
    if next.starts_with(|letter: char| letter.is_ascii_digit()) {
        return BEFORE_NUMBER.contains(&word.as_str());
    }
    // The initial of a name: «G. Verdi».
    let mut letters = said.trim_end_matches('.').chars().rev();
    let initial = letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_none_or(|before| before.is_whitespace() || before == '.');
    initial && next.starts_with(char::is_uppercase)
}

/// Where somebody writes without capital letters, a stop after a whole word ends a sentence:
/// Unicode goes on there, since it might be an abbreviation. A whole word has at least three
/// letters and ends in a vowel.
fn without_capitals(piece: &str) -> Vec<(usize, &str)> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, _) in piece.match_indices(". ") {
        let (said, rest) = piece.split_at(at + 1);
        let next = rest.trim_start();
        if begins_small(next) && whole_word(&said[start..]) {
            let end = piece.len() - next.len();
            parts.push((start, &piece[start..end]));
            start = end;
        }
    }
    parts.push((start, &piece[start..]));
    parts
}

fn whole_word(said: &str) -> bool {
    let Some(word) = dotted(said) else { return false };
    let vowel = |letter: char| "aeiouàèéìíòóùúëаеиоу".contains(letter);
    word.chars().count() >= 3
        && word.chars().all(char::is_alphabetic)
        && word.chars().next_back().is_some_and(vowel)
        && !GOES_ON.contains(&word.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_text_is_told_sentence_by_sentence() {
        assert_eq!(
            sentences("La corriera delle 6.40 non passa più. Costa 1.200 euro l'anno! Chi paga?"),
            ["La corriera delle 6.40 non passa più.", "Costa 1.200 euro l'anno!", "Chi paga?"]
        );
        assert_eq!(sentences("  Una sola, senza punto "), ["Una sola, senza punto"]);
        assert_eq!(sentences(" \n "), Vec::<&str>::new());
        assert_eq!(sentences(""), Vec::<&str>::new());
    }

    #[test]
    fn an_abbreviation_ends_no_sentence() {
        for one in [
            "Lo dice l'art. 55 del codice.",
            "Vale l'art. 55.",
            "Ha risposto la dott.ssa Bianchi, con il dott. Rossi.",
            "Abito in via Roma n. 3. ",
            "Servono ausili, es. Girelli e letti, ecc. per tutti.",
            "Lo prevede il D.lgs. 117 del 2017.",
            "Parla G. Verdi.",
            "Ask Mr. Brown, e.g. On Mondays.",
            "Shih ligjin nr. 5, p.sh. Tiranën.",
            "Kao što kaže čl. 5, npr. Zakona o radu.",
            "Као што каже чл. 5 закона.",
        ] {
            assert_eq!(sentences(one), [one.trim()], "{one}");
        }
        assert_eq!(
            sentences("Letti, girelle, ecc. Nessuno risponde."),
            ["Letti, girelle, ecc.", "Nessuno risponde."]
        );
        assert_eq!(sentences("Say no. That is all. Go on."), ["Say no.", "That is all.", "Go on."]);
    }

    #[test]
    fn quotations_keep_what_is_said_of_them() {
        assert_eq!(
            sentences("«Basta!» disse Anna. «Non ce la faccio.» Poi uscì."),
            ["«Basta!» disse Anna.", "«Non ce la faccio.»", "Poi uscì."]
        );
    }

    #[test]
    fn lines_are_items_of_a_list_or_wrap() {
        assert_eq!(
            sentences("Chiedo:\n- una corriera\n- un medico\n1. Aprire la sera\n2. Chiudere tardi"),
            ["Chiedo:", "- una corriera", "- un medico", "1. Aprire la sera", "2. Chiudere tardi"]
        );
        assert_eq!(
            sentences("La corriera non passa\npiù da marzo.\n\nnessuno avvisa"),
            ["La corriera non passa\npiù da marzo.", "nessuno avvisa"]
        );
        assert_eq!(sentences("Prima riga\r\nSeconda riga"), ["Prima riga", "Seconda riga"]);
    }

    #[test]
    fn without_capital_letters_a_stop_is_a_stop() {
        assert_eq!(
            sentences("non passa la corriera. chi lavora resta a casa. ogni tanto, ecc. e poi"),
            ["non passa la corriera.", "chi lavora resta a casa.", "ogni tanto, ecc. e poi"]
        );
    }

    #[test]
    fn a_stretch_is_word_for_word() {
        let text = "Una cosa.  Un'altra.\nE la terza.";
        assert_eq!(stretch(text, 0, 1), Some("Una cosa.  Un'altra."));
        assert_eq!(stretch(text, 1, 2), Some("Un'altra.\nE la terza."));
        assert_eq!(stretch(text, 2, 3), None);
        assert_eq!(stretch(text, 1, 0), None);
    }

    proptest! {
        /// The ranges follow one another from the first byte to the last, and none is blank.
        #[test]
        fn joined_again_they_are_the_text(
            text in "([a-zA-Zàèçëšђ]{1,6}|[.!?…:;«»\"'’()\\-•*]|[ \n\r\t]|[0-9]{1,3}|es\\.|n\\. |\\PC){0,80}"
        ) {
            let ranges = ranges(&text);
            let joined: String = ranges.iter().map(|range| &text[range.clone()]).collect();
            if text.trim().is_empty() {
                prop_assert!(ranges.is_empty());
            } else {
                prop_assert_eq!(&joined, &text);
            }
            for range in &ranges {
                prop_assert!(!text[range.clone()].trim().is_empty());
            }
            for (first, _) in ranges.iter().enumerate() {
                let part = stretch(&text, first, ranges.len() - 1).unwrap();
                prop_assert!(text.contains(part));
            }
        }
    }
}
