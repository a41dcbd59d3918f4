//! A text as the detectors read it: its words folded and placed, its sentences numbered.
//!
//! Folding is that of [`crate::language`]; what people do to a word on a phone or to get past a
//! filter is undone by [`super::repair`], so that a list of words holds each word once. Nothing is
//! guessed about the language. Places are bytes here; [`super::detect`] turns them into characters.

use super::lexicon::Lexicon;
use super::trie::Term;
use crate::language::fold;

/// Longer words are cut, as in [`crate::language`].
const LONGEST: usize = 40;

/// What stands between a word and the one before it. Ordered from close to far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// An apostrophe: «c'è».
    Apostrophe,
    /// A full stop within an abbreviation: «sig.ra», «v. Roma».
    Dot,
    /// Blanks alone.
    Space,
    /// A comma, a dash, brackets, an emoji: the sentence goes on.
    Soft,
    /// The sentence, the paragraph or the text begins.
    Stop,
}

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// All small, or without capitals and small letters.
    Lower,
    /// A capital first.
    Capital,
    /// All capitals, more than one.
    Upper,
    /// Begins with a digit.
    Number,
}

/// A word of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    /// Where it begins, in bytes.
    pub start: usize,
    /// Where it ends, in bytes.
    pub end: usize,
    /// What stands before it.
    pub gap: Gap,
    /// How it is written.
    pub case: Case,
    /// Number of its sentence.
    pub sentence: u32,
    /// Whether it stands within quotation marks.
    pub quoted: bool,
    /// The sets of the lists it belongs to, a bit each.
    pub sets: u128,
    form: (usize, usize),
    terms: (usize, usize),
}

/// A text, read once for all detectors of words.
pub(super) struct Text<'t> {
    /// As it was written.
    pub source: &'t str,
    /// Its words, in order.
    pub words: Vec<Word>,
    forms: String,
    terms: Vec<Term>,
}

impl<'t> Text<'t> {
    /// Reads a text.
    pub fn read(source: &'t str, lexicon: &Lexicon) -> Self {
        let mut text = Text {
            source,
            words: Vec::with_capacity(source.len() / 5),
            forms: String::with_capacity(source.len()),
            terms: Vec::new(),
        };
        let mut between = Between::new();
        let mut at = 0;
        while let Some(rest) = source.get(at..).filter(|rest| !rest.is_empty()) {
            let length = word_length(rest);
            if length == 0 {
                let Some(sign) = rest.chars().next() else { break };
                at += sign.len_utf8();
                between.pass(sign);
            } else {
                text.add(at, at + length, &mut between, lexicon);
                at += length;
            }
        }
        text.quiet_shouting();
        text
    }

    fn add(&mut self, start: usize, end: usize, between: &mut Between, lexicon: &Lexicon) {
        let written = self.source.get(start..end).unwrap_or_default();
        let before = self.words.last().copied();
        let gap = match before {
            None => Gap::Stop,
            Some(before) => {
                let short = before.sets & lexicon.abbreviation != 0;
                between.gap(written, self.form_of(&before), short)
            }
        };
        let sentence = before.map_or(0, |word| word.sentence + u32::from(gap == Gap::Stop));
        let form_start = self.forms.len();
        push_form(&mut self.forms, written, lexicon);
        let form = (form_start, self.forms.len());
        let terms_start = self.terms.len();
        let folded = self.forms.get(form.0..form.1).unwrap_or_default();
        let sets = lexicon.terms_of(folded, &mut self.terms);
        self.words.push(Word {
            start,
            end,
            gap,
            case: case(written),
            sentence,
            quoted: between.quoted,
            sets,
            form,
            terms: (terms_start, self.terms.len()),
        });
        between.clear();
    }

    /// In a sentence of capitals alone a capital says nothing: its words count as small ones.
    fn quiet_shouting(&mut self) {
        let mut from = 0;
        while let Some(first) = self.words.get(from) {
            let sentence = first.sentence;
            let length =
                self.words.iter().skip(from).take_while(|word| word.sentence == sentence).count();
            let Some(words) = self.words.get_mut(from..from + length) else { return };
            let upper = words.iter().filter(|word| word.case == Case::Upper).count();
            let small = words.iter().filter(|word| word.case == Case::Lower).count();
            if upper > 2 && upper > 2 * small {
                for word in words.iter_mut().filter(|word| word.case != Case::Number) {
                    word.case = Case::Lower;
                }
            }
            from += length;
        }
    }

    /// A word as it is compared.
    pub fn form(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| self.form_of(word))
    }

    fn form_of(&self, word: &Word) -> &str {
        self.forms.get(word.form.0..word.form.1).unwrap_or_default()
    }

    /// The entries of the lists that a word is.
    pub fn terms(&self, word: &Word) -> &[Term] {
        self.terms.get(word.terms.0..word.terms.1).unwrap_or_default()
    }

    /// Whether a word belongs to one of some sets.
    pub fn is(&self, at: usize, sets: u128) -> bool {
        self.words.get(at).is_some_and(|word| word.sets & sets != 0)
    }

    /// Whether a word begins with a capital that means something.
    pub fn is_capital(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| matches!(word.case, Case::Capital | Case::Upper))
    }

    /// Whether a word begins a sentence.
    pub fn begins(&self, at: usize) -> bool {
        self.words.get(at).is_none_or(|word| word.gap == Gap::Stop)
    }

    /// What stands before a word; at the end of the text, a stop.
    pub fn gap(&self, at: usize) -> Gap {
        self.words.get(at).map_or(Gap::Stop, |word| word.gap)
    }

    /// Whether two words stand in the same sentence.
    pub fn together(&self, one: usize, other: usize) -> bool {
        let sentence = |at: usize| self.words.get(at).map(|word| word.sentence);
        sentence(one).is_some() && sentence(one) == sentence(other)
    }

    /// The bytes from the first word to the last, both included.
    pub fn span(&self, first: usize, last: usize) -> (usize, usize) {
        let start = self.words.get(first).map_or(0, |word| word.start);
        (start, self.words.get(last).map_or(start, |word| word.end))
    }
}

/// The signs since the last word.
struct Between {
    blank: bool,
    soft: bool,
    stop: bool,
    dots: u32,
    lines: u32,
    apostrophe: bool,
    quoted: bool,
}

impl Between {
    fn new() -> Self {
        Between {
            blank: false,
            soft: false,
            stop: false,
            dots: 0,
            lines: 0,
            apostrophe: false,
            quoted: false,
        }
    }

    fn clear(&mut self) {
        *self = Between { quoted: self.quoted, ..Between::new() };
    }

    fn pass(&mut self, sign: char) {
        match sign {
            '\n' | '\u{2028}' | '\u{2029}' => {
                self.lines += 1;
                if self.lines > 1 {
                    self.quoted = false;
                }
            }
            '.' => self.dots += 1,
            '…' => self.dots += 3,
            '!' | '?' => self.stop = true,
            '«' | '“' | '„' => (self.quoted, self.soft) = (true, true),
            '»' | '”' => (self.quoted, self.soft) = (false, true),
            '"' => (self.quoted, self.soft) = (!self.quoted, true),
            '\'' | '’' | '‘' | 'ʼ' | '`' | '´' | '′' => self.apostrophe = true,
            _ if sign.is_whitespace() => self.blank = true,
            _ => self.soft = true,
        }
    }

    /// What they come to before a word, after another.
    fn gap(&self, next: &str, before: &str, abbreviation: bool) -> Gap {
        let capital = next.chars().next().is_some_and(char::is_uppercase);
        let short = abbreviation || before.chars().count() == 1;
        if self.stop || self.lines > 1 {
            Gap::Stop
        } else if self.dots > 1 {
            if capital { Gap::Stop } else { Gap::Soft }
        } else if self.dots == 1 {
            // «p.zza», «n. 12», «dott. Rossi», «9.30»; but «bene.Il comune» is two sentences.
            let number = before.starts_with(|c: char| c.is_ascii_digit())
                && next.starts_with(|c: char| c.is_ascii_digit());
            if short || (number && !self.blank) { Gap::Dot } else { Gap::Stop }
        } else if self.lines == 1 {
            if capital { Gap::Stop } else { Gap::Soft }
        } else if self.soft {
            Gap::Soft
        } else if self.apostrophe && !self.blank {
            Gap::Apostrophe
        } else {
            Gap::Space
        }
    }
}

/// The length in bytes of the word a text begins with; nothing if it begins with another sign.
fn word_length(text: &str) -> usize {
    let mut length = 0;
    let mut signs = text.chars();
    while let Some(sign) = signs.next() {
        if is_letter(sign) || (length > 0 && is_silent(sign)) {
            length += sign.len_utf8();
        } else if length > 0 && is_mask(sign) {
            // «str*nzo», «c@zzo»: masks stay within a word if it goes on after them, and stars
            // also where it ends.
            let mut rest = signs.clone();
            let mut masks = sign.len_utf8();
            let mut stars = usize::from(sign == '*');
            let next = loop {
                match rest.next() {
                    Some(mask) if is_mask(mask) => {
                        masks += mask.len_utf8();
                        stars += usize::from(mask == '*');
                    }
                    other => break other,
                }
            };
            let goes_on = next.is_some_and(is_letter);
            if goes_on || (stars > 1 && stars == masks) {
                length += masks;
                signs = if goes_on { text.get(length..).unwrap_or("").chars() } else { "".chars() };
            } else {
                break;
            }
        } else {
            break;
        }
    }
    length
}

fn is_letter(sign: char) -> bool {
    sign.is_alphanumeric() && sign != 'ʼ'
}

/// Signs that are written but not read, as in [`crate::language`].
fn is_silent(sign: char) -> bool {
    matches!(sign, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}')
}

/// Signs that hide a letter within a word.
pub(super) fn is_mask(sign: char) -> bool {
    matches!(sign, '*' | '@' | '$' | '€')
}

fn case(written: &str) -> Case {
    let mut letters = written.chars();
    match letters.next() {
        Some(first) if first.is_numeric() => Case::Number,
        Some(first) if first.is_uppercase() => {
            let rest = letters.as_str();
            if rest.chars().any(char::is_uppercase) && !rest.chars().any(char::is_lowercase) {
                Case::Upper
            } else {
                Case::Capital
            }
        }
        _ => Case::Lower,
    }
}

/// Folds a word and undoes what was done to it.
fn push_form(forms: &mut String, written: &str, lexicon: &Lexicon) {
    let start = forms.len();
    if written.is_ascii() && written.len() <= LONGEST {
        forms.extend(written.chars().map(|letter| letter.to_ascii_lowercase()));
    } else {
        let head: String = written.chars().take(2 * LONGEST).collect();
        forms.extend(fold(&head).chars().take(LONGEST));
    }
    let folded = forms.get(start..).unwrap_or_default();
    if let Some(repaired) = lexicon.repair(folded) {
        forms.truncate(start);
        forms.push_str(&repaired);
    }
}
