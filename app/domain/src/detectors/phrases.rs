//! Phrases of the word lists: how they are written, and where they stand in a text.
//!
//! A line of a list is a phrase, its elements parted by blanks, in small letters without accents and
//! apostrophes («l ha», not «l'ha»):
//!
//! | written | stands for |
//! |---|---|
//! | `casa` | this word |
//! | `picchi*` | a word that begins so |
//! | `ti\|vi\|@them` | one of these |
//! | `@kin` | a word of a set |
//! | `0` | a number |
//! | `di?` | an element that may be missing |
//! | `..` | up to three other words |
//! | `!non\|se` | first: the word before is none of these; last: the word after is none of these |
//!
//! A phrase never reaches over the end of a sentence. Each phrase begins with an element that must be
//! there, which is what it is found by; trying it costs a bounded number of comparisons, so that a text
//! is read in a time that grows with its length and no faster.

use super::text::{Case, Gap, Text, Word};
use super::trie::Term;

/// How many words `..` may stand for.
const FILL: usize = 3;

/// One of several words, terms sorted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Choice {
    pub terms: Vec<Term>,
    pub sets: u128,
    pub number: bool,
}

impl Choice {
    fn takes(&self, text: &Text<'_>, word: &Word) -> bool {
        word.sets & self.sets != 0
            || (self.number && word.case == Case::Number)
            || text.terms(word).iter().any(|term| self.terms.binary_search(term).is_ok())
    }
}

/// An element of a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Element {
    /// Must be there.
    Word(Choice),
    /// May be there.
    Maybe(Choice),
    /// Up to [`FILL`] words of any kind.
    Fill,
}

/// A phrase of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Phrase {
    /// Number of the section it stands in.
    pub section: usize,
    /// What may not stand before it.
    pub not_before: Choice,
    /// Its elements; the first is a [`Element::Word`].
    pub elements: Vec<Element>,
    /// What may not stand after it.
    pub not_after: Choice,
}

/// A phrase that stands in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    /// Number of its section.
    pub section: usize,
    /// Its first word.
    pub first: usize,
    /// Its last word.
    pub last: usize,
}

impl Phrase {
    /// The last word of this phrase if it begins at a word whose first element is known to fit.
    pub fn ends(&self, text: &Text<'_>, first: usize) -> Option<usize> {
        if !self.not_before.is_empty()
            && first > 0
            && text.gap(first) != Gap::Stop
            && text.words.get(first - 1).is_some_and(|word| self.not_before.takes(text, word))
        {
            return None;
        }
        self.walk(text, self.elements.get(1..).unwrap_or_default(), first + 1)
    }

    fn walk(&self, text: &Text<'_>, elements: &[Element], at: usize) -> Option<usize> {
        let word = text.words.get(at).filter(|word| word.gap != Gap::Stop);
        let Some((element, rest)) = elements.split_first() else {
            let forbidden = !self.not_after.is_empty()
                && word.is_some_and(|word| self.not_after.takes(text, word));
            return (!forbidden).then(|| at - 1);
        };
        match element {
            Element::Word(choice) => {
                if choice.takes(text, word?) {
                    self.walk(text, rest, at + 1)
                } else {
                    None
                }
            }
            Element::Maybe(choice) => {
                if word.is_some_and(|word| choice.takes(text, word))
                    && let Some(last) = self.walk(text, rest, at + 1)
                {
                    return Some(last);
                }
                self.walk(text, rest, at)
            }
            Element::Fill => (0..=FILL)
                .take_while(|&skipped| {
                    skipped == 0
                        || text
                            .words
                            .get(at + skipped - 1)
                            .is_some_and(|word| word.gap != Gap::Stop)
                })
                .find_map(|skipped| self.walk(text, rest, at + skipped)),
        }
    }
}

impl Choice {
    /// Whether nothing fits.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty() && self.sets == 0 && !self.number
    }
}
