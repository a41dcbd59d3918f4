//! Words as they were meant: shorthand, stretched, hidden and misspelt ones.
//!
//! Only words of the lists are ever restored, and only for comparing: «nn» → «non», «bastaaaardi» →
//! «bastardi», «str0nzo» and «str*nzo» → «stronzo», «pichia» → «picchia». A word that is in the lists as it stands
//! is left alone.

use std::collections::BTreeMap;

use super::lexicon::Lexicon;
use super::text::is_mask;
use super::trie::{Term, Trie};

/// Shorter words are not restored when only a doubled letter is missing or too many.
const LEAST: usize = 5;

/// What is restored to what.
#[derive(Default)]
pub(super) struct Repairs {
    shorthand: Meant,
    /// Words of the lists by what is left when doubled letters are made single.
    squeezed: Meant,
    /// Words that people hide behind stars, by their first letter.
    hidden: BTreeMap<char, Vec<String>>,
}

/// Words by another way to write them.
struct Meant {
    written: Trie,
    meant: Vec<String>,
}

impl Default for Meant {
    fn default() -> Self {
        Meant { written: Trie::new(), meant: Vec::new() }
    }
}

impl Meant {
    /// Takes a word; says whether its other writing is new.
    fn add(&mut self, written: &str, meant: &str) -> bool {
        let number = self.meant.len() as Term;
        let new = self.written.insert(written, false, number) == number;
        if new {
            self.meant.push(meant.to_owned());
        }
        new
    }

    fn of(&self, letters: impl Iterator<Item = u8>) -> Option<&String> {
        self.meant.get(self.written.spelled(letters)? as usize)
    }
}

impl Repairs {
    /// Takes a line as `nn = non`; says whether it could.
    pub fn add_shorthand(&mut self, line: &str) -> bool {
        line.split_once(" = ").is_some_and(|(short, long)| {
            !short.is_empty() && !long.is_empty() && self.shorthand.add(short, long)
        })
    }

    /// Takes a word that may be hidden behind stars.
    pub fn add_hidden(&mut self, word: &str) {
        if let Some(first) = word.chars().next() {
            self.hidden.entry(first).or_default().push(word.to_owned());
        }
    }

    /// Takes the whole words of a list of phrases, so that they are known without doubled letters.
    pub fn learn(&mut self, list: &str) {
        let lines = list.lines().filter(|line| !line.starts_with('#'));
        for word in lines.flat_map(|line| line.split([' ', '|', '?', '!'])) {
            if word.len() > LEAST && word.bytes().all(|letter| letter.is_ascii_lowercase()) {
                let letters: Vec<u8> = squeezed(word).collect();
                if let Ok(letters) = std::str::from_utf8(&letters)
                    && letters.len() >= LEAST
                {
                    self.squeezed.add(letters, word);
                }
            }
        }
    }

    /// Whether letters come to a word that people hide.
    pub fn is_hidden(&self, letters: &str) -> bool {
        let first = letters.chars().next().and_then(|first| self.hidden.get(&first));
        first.is_some_and(|words| words.iter().any(|word| word == letters))
    }

    /// The word that was meant, if another was written.
    pub fn repair(&self, form: &str, lexicon: &Lexicon) -> Option<String> {
        if let Some(long) = self.shorthand.of(form.bytes()) {
            return Some(long.clone());
        }
        let signs = form.contains(|sign: char| is_mask(sign) || sign.is_ascii_digit());
        if signs {
            if !form.contains(char::is_alphabetic) {
                return None;
            }
            return if form.contains('*') { self.starred(form) } else { unleet(form, lexicon) };
        }
        let stretched = has_run(form);
        if stretched {
            let once = shorten(form, 1);
            if lexicon.knows(&once) {
                return Some(once);
            }
            let twice = shorten(form, 2);
            if lexicon.knows(&twice) {
                return Some(twice);
            }
        }
        let known = lexicon.knows(form);
        if !known && form.contains('k') {
            let hard = [form.replace('k', "c"), form.replace('k', "ch")];
            if let Some(meant) = hard.into_iter().find(|meant| lexicon.knows(meant)) {
                return Some(meant);
            }
        }
        if (stretched || form.len() >= LEAST) && !known {
            return self.squeezed.of(squeezed(form)).filter(|word| *word != form).cloned();
        }
        None
    }

    /// The hidden word with the same beginning, end and length: «str**zo», «p*****a», «bast***».
    fn starred(&self, form: &str) -> Option<String> {
        let (begins, _) = form.split_once('*')?;
        let (_, ends) = form.rsplit_once('*')?;
        let words = self.hidden.get(&begins.chars().next()?)?;
        let fits = |word: &&String| {
            word.len() == form.len()
                && word.starts_with(begins)
                && word.ends_with(ends)
                && (!ends.is_empty() || begins.len() > 2)
        };
        words.iter().find(fits).cloned()
    }
}

/// Letters for the digits and signs that stand for them, if a word of the lists comes out.
fn unleet(form: &str, lexicon: &Lexicon) -> Option<String> {
    let with = |one: char| {
        let letters: String = form
            .chars()
            .map(|sign| match sign {
                '0' => 'o',
                '1' => one,
                '3' | '€' => 'e',
                '4' | '@' => 'a',
                '5' | '$' => 's',
                '7' => 't',
                '8' => 'b',
                '9' | '6' => 'g',
                _ => sign,
            })
            .collect();
        let soft = letters.replace('k', "c");
        [letters, soft].into_iter().find(|letters| lexicon.knows(letters))
    };
    with('i').or_else(|| with('l'))
}

/// Whether a letter stands three times in a row.
fn has_run(form: &str) -> bool {
    form.as_bytes().windows(3).any(|three| three.iter().all(|letter| Some(letter) == three.first()))
}

/// Makes runs of three and more as long as said.
fn shorten(form: &str, length: usize) -> String {
    let mut short = String::with_capacity(form.len());
    let mut letters = form.chars().peekable();
    while let Some(letter) = letters.next() {
        let mut run = 1;
        while letters.next_if_eq(&letter).is_some() {
            run += 1;
        }
        let kept = if run > 2 { length } else { run };
        short.extend(std::iter::repeat_n(letter, kept));
    }
    short
}

/// The letters of a word, doubled ones once.
fn squeezed(form: &str) -> impl Iterator<Item = u8> {
    let mut last = None;
    form.bytes().filter(move |letter| last.replace(*letter) != Some(*letter))
}
