//! The word lists, read once: sets of words, phrases, shorthand.
//!
//! The lists are files of `words/`, so that whoever knows the language can extend them without
//! knowing Rust: `#` begins a comment, `@name = …` names a set (lines that begin with a blank go on
//! with it; in `ammazz~ picchi~ ~ o ero` each word before the lone `~` gets each ending after it),
//! `[section]` begins a section, and any other line is a phrase as [`super::phrases`] describes it. A line that can't be read is left out and told by [`Lexicon::problems`], which a
//! test holds empty.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::phrases::{Choice, Element, Hit, Phrase};
use super::repair::Repairs;
use super::text::Text;
use super::trie::{Term, Trie};

/// A file of `words/`: its name, its text, its sections in the order their numbers are.
struct Source {
    name: &'static str,
    text: &'static str,
    sections: &'static [&'static str],
}

macro_rules! source {
    ($name:literal, $sections:expr) => {
        Source {
            name: $name,
            text: include_str!(concat!("words/", $name, ".txt")),
            sections: $sections,
        }
    };
}

const SETS: [Source; 4] = [
    source!("common", &[]),
    source!("first_names", &[]),
    source!("surnames", &[]),
    source!("places", &[]),
];

/// The lists of phrases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum List {
    Danger,
    Threat,
    Insult,
    Health,
}

/// Sections of `danger.txt`.
pub(super) mod danger {
    pub const NOW: usize = 0;
    pub const LATELY: usize = 1;
    pub const SOMEBODY: usize = 2;
    pub const FEAR: usize = 3;
    pub const DARK: usize = 4;
    pub const PAST: usize = 5;
    pub const ANYBODY: usize = 6;
    pub const PREVENTION: usize = 7;
    pub const THINGS: usize = 8;
}

/// Sections of `insult.txt`.
pub(super) mod insult {
    pub const WORDS: usize = 0;
    pub const AIMED: usize = 1;
    pub const TOLD: usize = 2;
    pub const SCENE: usize = 3;
}

/// Sections of `threat.txt`.
pub(super) mod threat {
    pub const WORDS: usize = 0;
    pub const HARMLESS: usize = 1;
}

/// Sections of `health.txt`.
pub(super) mod health {
    pub const PREDICATE: usize = 0;
    pub const BESIDE: usize = 1;
    pub const OF: usize = 2;
    pub const OBJECT: usize = 3;
}

const PHRASES: [Source; 4] = [
    source!(
        "danger",
        &["now", "lately", "somebody", "fear", "dark", "past", "anybody", "prevention", "things",]
    ),
    source!("threat", &["words", "harmless"]),
    source!("insult", &["words", "aimed", "told", "scene"]),
    source!("health", &["predicate", "beside", "of", "object"]),
];

/// The phrases of a list, found by the term or the set their first element may be.
#[derive(Default)]
struct Phrases {
    all: Vec<Phrase>,
    by_term: Vec<Vec<usize>>,
    by_set: Vec<Vec<usize>>,
    sets: u128,
}

/// All lists.
pub(super) struct Lexicon {
    words: Trie,
    sets_of: Vec<u128>,
    names: HashMap<String, u128>,
    phrases: Vec<Phrases>,
    repairs: Repairs,
    problems: Vec<String>,
    /// The set of abbreviations that a full stop may follow within a sentence.
    pub abbreviation: u128,
}

/// The lists of this program.
pub(super) fn lexicon() -> &'static Lexicon {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::read);
    &LEXICON
}

impl Lexicon {
    fn read() -> Self {
        let mut lexicon = Lexicon {
            words: Trie::new(),
            sets_of: Vec::new(),
            names: HashMap::new(),
            phrases: Vec::new(),
            repairs: Repairs::default(),
            problems: Vec::new(),
            abbreviation: 0,
        };
        for source in SETS.iter().chain(&PHRASES) {
            lexicon.read_sets(source);
        }
        for source in &PHRASES {
            let phrases = lexicon.read_phrases(source);
            lexicon.phrases.push(phrases);
        }
        lexicon.read_repairs();
        lexicon.abbreviation = lexicon.set("abbreviation");
        lexicon
    }

    /// What could not be read, with its file and line.
    #[cfg(test)]
    pub fn problems(&self) -> &[String] {
        &self.problems
    }

    /// The bit of a set; none if there is no such set.
    pub fn set(&self, name: &str) -> u128 {
        self.names.get(name).copied().unwrap_or(0)
    }

    /// Adds the entries that a folded word is, and gives the sets they belong to.
    pub fn terms_of(&self, form: &str, terms: &mut Vec<Term>) -> u128 {
        let from = terms.len();
        self.words.find(form, terms);
        let found = terms.get(from..).unwrap_or_default();
        found.iter().fold(0, |sets, &term| sets | self.sets_of(term))
    }

    fn sets_of(&self, term: Term) -> u128 {
        self.sets_of.get(term as usize).copied().unwrap_or(0)
    }

    /// Whether a folded word is an entry of any list as it stands.
    pub fn knows(&self, form: &str) -> bool {
        self.words.word(form).is_some()
    }

    /// The word that was meant, if it was written otherwise.
    pub fn repair(&self, form: &str) -> Option<String> {
        self.repairs.repair(form, self)
    }

    /// The word that letters written apart come to, if it is one that people hide so.
    pub fn is_hidden(&self, letters: &str) -> bool {
        self.repairs.is_hidden(letters)
    }

    /// Where phrases of a list stand in a text, by their first word; one a phrase and place.
    pub fn hits(&self, list: List, text: &Text<'_>) -> Vec<Hit> {
        let mut hits = Vec::new();
        let Some(phrases) = self.phrases.get(list as usize) else { return hits };
        for (first, word) in text.words.iter().enumerate() {
            let by_term =
                text.terms(word).iter().filter_map(|&term| phrases.by_term.get(term as usize));
            let by_set = bits(word.sets & phrases.sets).filter_map(|bit| phrases.by_set.get(bit));
            for &index in by_term.chain(by_set).flatten() {
                let Some(phrase) = phrases.all.get(index) else { continue };
                if let Some(last) = phrase.ends(text, first) {
                    hits.push(Hit { section: phrase.section, first, last });
                }
            }
        }
        hits
    }

    fn read_sets(&mut self, source: &Source) {
        let mut open: Option<(String, Vec<&str>, usize)> = None;
        for (number, line) in source.text.lines().enumerate() {
            let named = line.strip_prefix('@').and_then(|rest| rest.split_once(" ="));
            if let Some((name, words)) = named {
                self.add_set(source, open.take());
                open = Some((name.to_owned(), words.split_whitespace().collect(), number + 1));
            } else if line.starts_with(' ')
                && let Some((_, words, _)) = &mut open
            {
                words.extend(line.split_whitespace());
            } else {
                self.add_set(source, open.take());
            }
        }
        self.add_set(source, open);
    }

    fn add_set(&mut self, source: &Source, set: Option<(String, Vec<&str>, usize)>) {
        let Some((name, words, line)) = set else { return };
        let bits = self.names.len();
        if bits == 128 {
            self.problems.push(format!("{}:{line}: a 129th set", source.name));
            return;
        }
        let bit = *self.names.entry(name).or_insert(1 << bits);
        let endings = words.iter().position(|word| *word == "~").unwrap_or(words.len());
        let (words, endings) = words.split_at(endings);
        for word in words {
            if let Some(other) = word.strip_prefix('@') {
                self.include(other, bit, &format!("{}:{line}", source.name));
            } else if let Some(stem) = word.strip_suffix('~') {
                for ending in endings.iter().skip(1) {
                    self.add_to_set(source, line, &format!("{stem}{ending}"), bit);
                }
            } else {
                self.add_to_set(source, line, word, bit);
            }
        }
    }

    fn add_to_set(&mut self, source: &Source, line: usize, word: &str, bit: u128) {
        let term = self.term(word);
        match term.and_then(|term| self.sets_of.get_mut(term as usize)) {
            Some(sets) => *sets |= bit,
            None => self.problems.push(format!("{}:{line}: {word:?}", source.name)),
        }
    }

    /// Takes all words of a set that was read before into another.
    fn include(&mut self, other: &str, bit: u128, place: &str) {
        let from = self.set(other);
        if from == 0 {
            self.problems.push(format!("{place}: no set @{other} before"));
        }
        for sets in self.sets_of.iter_mut().filter(|sets| **sets & from != 0) {
            *sets |= bit;
        }
    }

    /// The entry of a word or of a beginning, made if it is new; none if it is not folded.
    fn term(&mut self, written: &str) -> Option<Term> {
        let (word, begins) = match written.strip_suffix('*') {
            Some(word) => (word, true),
            None => (written, false),
        };
        let folded = !word.is_empty()
            && word.chars().all(char::is_alphanumeric)
            && crate::language::fold(word) == word;
        if !folded {
            return None;
        }
        let next = self.sets_of.len() as Term;
        let term = self.words.insert(word, begins, next);
        if term == next {
            self.sets_of.push(0);
        }
        Some(term)
    }

    fn read_phrases(&mut self, source: &Source) -> Phrases {
        let mut phrases = Phrases { by_set: vec![Vec::new(); 128], ..Phrases::default() };
        let mut section = None;
        for (number, line) in source.text.lines().enumerate() {
            let line = line.trim_end();
            let of_a_set = line.starts_with(' ') || (line.starts_with('@') && line.contains(" ="));
            if line.is_empty() || line.starts_with('#') || of_a_set {
                continue;
            }
            if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                section = source.sections.iter().position(|known| *known == name);
                if section.is_none() {
                    self.problems.push(format!("{}:{}: {line}", source.name, number + 1));
                }
            } else if let Some(section) = section
                && let Some(phrase) = self.phrase(line, section)
            {
                phrases.add(phrase);
            } else {
                self.problems.push(format!("{}:{}: {line}", source.name, number + 1));
            }
        }
        phrases
    }

    fn phrase(&mut self, line: &str, section: usize) -> Option<Phrase> {
        let mut phrase = Phrase {
            section,
            not_before: Choice::default(),
            elements: Vec::new(),
            not_after: Choice::default(),
        };
        for written in line.split(' ') {
            if !phrase.not_after.is_empty() {
                return None;
            }
            if let Some(not) = written.strip_prefix('!') {
                let choice = self.choice(not)?;
                if phrase.elements.is_empty() {
                    phrase.not_before = choice;
                } else {
                    phrase.not_after = choice;
                }
            } else if written == ".." {
                phrase.elements.push(Element::Fill);
            } else if let Some(may) = written.strip_suffix('?') {
                phrase.elements.push(Element::Maybe(self.choice(may)?));
            } else {
                phrase.elements.push(Element::Word(self.choice(written)?));
            }
        }
        matches!(phrase.elements.first(), Some(Element::Word(_))).then_some(phrase)
    }

    fn choice(&mut self, written: &str) -> Option<Choice> {
        let mut choice = Choice::default();
        for one in written.split('|') {
            if one == "0" {
                choice.number = true;
            } else if let Some(name) = one.strip_prefix('@') {
                choice.sets |= self.names.get(name)?;
            } else {
                choice.terms.push(self.term(one)?);
            }
        }
        choice.terms.sort_unstable();
        Some(choice)
    }

    fn read_repairs(&mut self) {
        let hostile: String = PHRASES.iter().take(3).map(|source| source.text).collect();
        let mut repairs = Repairs::default();
        let shorthand = include_str!("words/shorthand.txt");
        for (number, line) in shorthand.lines().enumerate() {
            if !line.is_empty() && !line.starts_with('#') && !repairs.add_shorthand(line) {
                self.problems.push(format!("shorthand:{}: {line}", number + 1));
            }
        }
        repairs.learn(&hostile);
        let hidden = self.set("hidden");
        self.words.each(&mut |word, term| {
            if self.sets_of.get(term as usize).is_some_and(|sets| sets & hidden != 0) {
                repairs.add_hidden(word);
            }
        });
        self.repairs = repairs;
    }
}

impl Phrases {
    fn add(&mut self, phrase: Phrase) {
        let index = self.all.len();
        if let Some(Element::Word(first)) = phrase.elements.first() {
            for &term in &first.terms {
                let term = term as usize;
                if self.by_term.len() <= term {
                    self.by_term.resize_with(term + 1, Vec::new);
                }
                if let Some(of) = self.by_term.get_mut(term) {
                    of.push(index);
                }
            }
            self.sets |= first.sets;
            for bit in bits(first.sets) {
                if let Some(of) = self.by_set.get_mut(bit) {
                    of.push(index);
                }
            }
        }
        self.all.push(phrase);
    }
}

/// The places of the bits that are set.
fn bits(sets: u128) -> impl Iterator<Item = usize> {
    let mut left = sets;
    std::iter::from_fn(move || {
        let bit = left.trailing_zeros();
        left &= left.wrapping_sub(1);
        (bit < u128::BITS).then_some(bit as usize)
    })
}
