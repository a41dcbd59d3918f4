//! Where somebody lives: a street with the number of a house, or with the person who lives in it.
//!
//! A street that is only a place («il semaforo di via Roma») is nobody's address, and neither is that of a
//! school or an office, with or without its number. «Via» is often no street: «via libera», «andare
//! via».

use super::Span;
use super::lexicon::Lexicon;
use super::people::Person;
use super::text::{Case, Gap, Text};
use crate::language::Language;

/// The most words of a street's name.
const MOST_WORDS: usize = 6;
/// How far before a street a public place makes it one.
const PLACE: usize = 5;
/// How many words may stand between a person and their street.
const NEAR: usize = 6;

struct Sets {
    street: u128,
    street_word: u128,
    known: u128,
    joint: u128,
    road: u128,
    not_a_street: u128,
    going: u128,
    house: u128,
    before: u128,
    counted: u128,
    place: u128,
    living: u128,
    at_home: u128,
    month: u128,
}

/// A street: its first and last word, and the last word of the number, if there is one.
struct Street {
    first: usize,
    last: usize,
    number: Option<usize>,
}

/// Where addresses stand, in bytes.
pub(super) fn find(text: &Text<'_>, people: &[Person], lexicon: &Lexicon) -> Vec<Span> {
    let set = |name: &str| lexicon.set(name);
    let sets = Sets {
        street: set("street"),
        street_word: set("street_word"),
        known: set("known_street"),
        joint: set("street_joint"),
        road: set("road"),
        not_a_street: set("not_a_street"),
        going: set("going"),
        house: set("house"),
        before: set("before_street"),
        counted: set("counted"),
        place: set("place"),
        living: set("living"),
        at_home: set("at_home") | set("sick"),
        month: set("month"),
    };
    let reader = Reader { text, people, sets };
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.words.len() {
        let Some(street) = reader.street_at(at) else {
            at += 1;
            continue;
        };
        if !reader.is_public(street.first) {
            if let Some(number) = street.number {
                found.push(reader.span(street.first, number));
            } else if let Some(first) = reader.house_before(street.first) {
                found.push(reader.span(first, street.last));
            } else if reader.has_person(&street) {
                found.push(reader.span(street.first, street.last));
            }
        }
        at = street.number.unwrap_or(street.last) + 1;
    }
    found
}

struct Reader<'a, 't> {
    text: &'a Text<'t>,
    people: &'a [Person],
    sets: Sets,
}

impl Reader<'_, '_> {
    fn is(&self, at: usize, sets: u128) -> bool {
        self.text.is(at, sets)
    }

    fn span(&self, first: usize, last: usize) -> Span {
        self.text.span(first, last)
    }

    /// The street that begins at a word.
    fn street_at(&self, at: usize) -> Option<Street> {
        let (name, plain) = self.kind(at)?;
        let last = self.name(at, name, plain)?;
        let number = self.number(last + 1);
        Some(Street { first: at, last, number })
    }

    /// Where the name begins after a word for «street», and whether that word means nothing else.
    fn kind(&self, at: usize) -> Option<(usize, bool)> {
        let form = self.text.form(at);
        let end = self.text.form(at + 1);
        let dotted = self.text.gap(at + 1) == Gap::Dot;
        let slashed = self.text.gap(at + 1) == Gap::Soft
            && self.text.source.get(self.text.span(at, at).1..self.text.span(at + 1, at + 1).0)
                == Some("/");
        match (form, end) {
            ("v", "le" | "lo")
            | ("p", "zza" | "za" | "le" | "tta")
            | ("c", "so")
            | ("l", "go" | "mare")
                if dotted =>
            {
                Some((at + 2, true))
            }
            ("c", "da") if dotted || slashed => Some((at + 2, true)),
            ("v", _) if dotted && self.text.is_capital(at + 1) => Some((at + 1, true)),
            ("loc" | "fraz" | "fr" | "str", _) if dotted => Some((at + 1, false)),
            ("pzza" | "ple" | "cso", _) => Some((at + 1, true)),
            _ if self.is(at, self.sets.street) => {
                Some((at + 1, !self.is(at, self.sets.street_word)))
            }
            _ => None,
        }
    }

    /// The last word of a street's name.
    fn name(&self, kind: usize, start: usize, plain: bool) -> Option<usize> {
        let text = self.text;
        if text.gap(start) > Gap::Space
            || (self.is(start, self.sets.not_a_street | self.sets.road) && !text.is_capital(start))
            || self.is(start, self.sets.road)
            || (kind > 0
                && text.form(kind) == "via"
                && text.gap(kind) <= Gap::Space
                && self.is(kind - 1, self.sets.going))
        {
            return None;
        }
        // «via 4 novembre», «viale XXV Aprile», «piazza 1° maggio»
        let numbered = text.words.get(start)?.case == Case::Number || is_roman(text.form(start));
        if numbered && self.is(start + 1, self.sets.month) && text.gap(start + 1) <= Gap::Soft {
            return Some(start + 1);
        }
        let may_be_small = plain
            && (kind == 0
                || text.begins(kind)
                || text.gap(kind) == Gap::Soft
                || self.is(kind - 1, self.sets.before));
        let (mut at, mut last, mut small) = (start, None, 0);
        while at < start + MOST_WORDS && (at == start || self.goes_on(at)) {
            if text.words.get(at)?.case == Case::Number {
                break;
            }
            let plain_word = self.is(at, self.sets.not_a_street) && plain && at == start;
            let named = small == 0 && text.is_capital(at) && !plain_word;
            if named || (small == 0 && self.is(at, self.sets.known)) {
                last = Some(at);
            } else if !self.is(at, self.sets.joint) {
                // A small word nobody knows is part of the name if the number comes after it.
                small += 1;
                if !may_be_small || small > 2 || !self.may_be_name(at) {
                    break;
                }
                if self.number(at + 1).is_some() {
                    return Some(at);
                }
            }
            at += 1;
        }
        last
    }

    /// Whether a small word may be part of the name of a street.
    fn may_be_name(&self, at: usize) -> bool {
        let word = self.text.form(at);
        word.len() > 2
            && !Language::Italian.is_function_word(word)
            && !self.is(at, self.sets.not_a_street | self.sets.counted)
    }

    fn goes_on(&self, at: usize) -> bool {
        matches!(self.text.gap(at), Gap::Apostrophe | Gap::Dot | Gap::Space)
    }

    /// The last word of the number of a house that begins at a word.
    fn number(&self, from: usize) -> Option<usize> {
        let text = self.text;
        let mut at = from;
        let mut marked = text.gap(from) == Gap::Soft;
        let mut named = false;
        while self.is(at, self.sets.house) && text.gap(at) < Gap::Stop && at < from + 3 {
            named |= !matches!(text.form(at), "al");
            at += 1;
        }
        if at > from && !named {
            return None;
        }
        marked |= named;
        let word = text.words.get(at)?;
        if word.case != Case::Number || word.gap == Gap::Stop || !is_house(text.form(at)) {
            return None;
        }
        let year = text.form(at).len() == 4 && text.form(at).starts_with(['1', '2']) && !named;
        let after = text.source.get(word.end..).unwrap_or_default();
        let more = after.chars().nth(1).is_some_and(|sign| sign.is_ascii_digit());
        let time = after.starts_with(['%', '€']) || (after.starts_with([':', '.', ',']) && more);
        let next_close = text.gap(at + 1) <= Gap::Space;
        let counted =
            next_close && !marked && (self.is(at + 1, self.sets.counted) || self.is_plural(at + 1));
        let measured = next_close && self.is(at + 1, self.sets.counted) && !named;
        let dated = next_close && self.is(at + 1, self.sets.month);
        if year || time || counted || measured || dated {
            return None;
        }
        let next = text.form(at + 1);
        let joined =
            text.source.get(word.end..text.words.get(at + 1).map_or(word.end, |next| next.start));
        let letter = next.len() == 1
            && next.bytes().all(|sign| sign.is_ascii_alphabetic())
            && (joined == Some("/") || joined == Some("-"));
        let capital = next.len() == 1
            && joined == Some(" ")
            && text.is_capital(at + 1)
            && text.gap(at + 2) > Gap::Space;
        let again = matches!(next, "bis" | "ter") && next_close;
        Some(if letter || capital || again { at + 1 } else { at })
    }

    /// Whether a small word is likely a plural that a number counts.
    fn is_plural(&self, at: usize) -> bool {
        let word = self.text.form(at);
        !self.text.is_capital(at)
            && word.len() > 4
            && word.ends_with('i')
            && !Language::Italian.is_function_word(word)
            && !matches!(word, "quindi" | "quasi" | "ormai" | "interni" | "vicini")
    }

    /// «al civico 12 di via Roma»: where the number begins before a street.
    fn house_before(&self, street: usize) -> Option<usize> {
        let text = self.text;
        let of = street
            .checked_sub(1)
            .filter(|&of| matches!(text.form(of), "di" | "in" | "della" | "del"))?;
        let number = of.checked_sub(1).filter(|&number| is_house(text.form(number)))?;
        let mark = number.checked_sub(1)?;
        let range =
            mark > 0 && text.words.get(mark - 1).is_some_and(|word| word.case == Case::Number);
        let marked = matches!(text.form(mark), "civico" | "numero" | "n" | "nr" | "civ")
            || (text.form(mark) == "al" && !range);
        let first = if text.form(mark) == "al" { number } else { mark };
        (marked && text.together(mark, street)).then_some(first)
    }

    /// Whether a street is where a public place is: «la biblioteca in via Mazzini 4».
    fn is_public(&self, street: usize) -> bool {
        for back in 1..=PLACE {
            let Some(at) = street.checked_sub(back) else { return false };
            if self.text.gap(at + 1) == Gap::Stop || self.is(at, self.sets.living) {
                return false;
            }
            if self.is(at, self.sets.place) {
                return true;
            }
            if self.people.binary_search_by_key(&at, |person| person.last).is_ok() {
                return false;
            }
        }
        false
    }

    /// Whether somebody is said to live in a street: «la signora Bianchi di via Roma», «in via Verdi abita Anna».
    fn has_person(&self, street: &Street) -> bool {
        let at_home = |at: usize| {
            self.is(at, self.sets.at_home | self.sets.living) || self.text.is_capital(at)
        };
        let after = self.people.partition_point(|person| person.last < street.first);
        let before = after.checked_sub(1).and_then(|index| self.people.get(index));
        let lives_before = before.is_some_and(|person| {
            let between = person.last + 1..street.first;
            between.len() <= NEAR
                && self.text.together(person.last, street.first)
                && between.clone().all(|at| {
                    at_home(at)
                        || self.text.words.get(at).is_some_and(|word| word.case == Case::Number)
                })
                && street.first > 0
                && (matches!(
                    self.text.form(street.first - 1),
                    "di" | "in"
                        | "da"
                        | "su"
                        | "a"
                        | "alla"
                        | "al"
                        | "del"
                        | "della"
                        | "dal"
                        | "dalla"
                        | "nel"
                        | "nella"
                ) || (self.text.gap(street.first) == Gap::Soft
                    && between.len() <= 1
                    && self.text.gap(street.last + 1) >= Gap::Soft))
        });
        let next = self.people.get(after).filter(|person| person.first > street.last);
        let lives_after = next.is_some_and(|person| {
            let between = street.last + 1..person.first;
            between.len() <= NEAR
                && self.text.together(street.last, person.first)
                && between.clone().any(|at| self.is(at, self.sets.living))
                && between.clone().all(at_home)
        });
        lives_before || lives_after
    }
}

/// Whether a word is the number of a house: «12», «12b».
fn is_house(word: &str) -> bool {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let rest = word.get(digits..).unwrap_or_default();
    (1..=4).contains(&digits)
        && !word.starts_with('0')
        && (rest.is_empty()
            || rest == "bis"
            || (rest.len() == 1 && rest.bytes().all(|sign| sign.is_ascii_alphabetic())))
}

fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|sign| matches!(sign, b'i' | b'v' | b'x'))
}
