//! Likely health data of a person one can recognise, other than the writer.
//!
//! Needs speak of illness: that is what they are for. «Mia madre ha l'Alzheimer» says nothing of
//! anybody one could find, and is left to the switch for sensitive texts; «la mia vicina Anna ha il
//! Parkinson» says it of Anna. So a finding takes a person (see [`super::people`]) and something said
//! of their health, tied to them by the sentence: said after them with nobody else between, beside
//! them, or of them.

use super::Span;
use super::lexicon::{Lexicon, List, health};
use super::people::Person;
use super::phrases::Hit;
use super::text::{Gap, Text};

/// How many words may stand between a person and what is said of them.
const NEAR: usize = 12;
/// The same, if a sentence ends between them.
const NEAR_IN_NEXT: usize = 25;
/// How soon the next sentence must say it.
const SOON: usize = 3;

/// Where such data stand, in bytes: from the person to what is said of them.
pub(super) fn find(text: &Text<'_>, people: &[Person], lexicon: &Lexicon) -> Vec<Span> {
    let anyone = lexicon.set("anyone");
    let (mine, kin) = (lexicon.set("mine"), lexicon.set("kin"));
    let writer = lexicon.set("writer");
    let reader = Reader { text, people, anyone, writer, mine, kin };
    let ill = people.iter().filter(|person| person.ill);
    let mut found: Vec<Span> = ill.map(|person| text.span(person.first, person.last)).collect();
    for hit in lexicon.hits(List::Health, text) {
        let person = match hit.section {
            health::PREDICATE => reader.subject(hit),
            health::BESIDE => reader.beside(hit),
            health::OF => reader.of(hit),
            health::OBJECT => reader.object(hit),
            _ => None,
        };
        if let Some(person) = person {
            found.push(text.span(person.first.min(hit.first), person.last.max(hit.last)));
        }
    }
    found
}

struct Reader<'a, 't> {
    text: &'a Text<'t>,
    people: &'a [Person],
    anyone: u128,
    writer: u128,
    mine: u128,
    kin: u128,
}

impl Reader<'_, '_> {
    /// The last person before a word.
    fn before(&self, word: usize) -> Option<Person> {
        let after = self.people.partition_point(|person| person.last < word);
        self.people.get(after.checked_sub(1)?).copied()
    }

    /// The person who begins at a word.
    fn at(&self, word: usize) -> Option<Person> {
        let index = self.people.binary_search_by_key(&word, |person| person.first).ok()?;
        self.people.get(index).copied()
    }

    fn subject(&self, hit: Hit) -> Option<Person> {
        let person = self.before(hit.first)?;
        let between = hit.first - person.last - 1;
        let sentence = |at: usize| self.text.words.get(at).map_or(0, |word| word.sentence);
        let near = match sentence(hit.first) - sentence(person.last) {
            0 => between <= NEAR,
            1 => {
                let begins =
                    (0..=SOON).find(|&back| self.text.begins(hit.first - back.min(hit.first)));
                between <= NEAR_IN_NEXT && begins.is_some()
            }
            _ => false,
        };
        let free = (person.last + 1..hit.first).all(|at| !self.is_another(at));
        (near && free).then_some(person)
    }

    /// Whether somebody else begins to be spoken of at a word: the writer, their kin, people in general.
    fn is_another(&self, at: usize) -> bool {
        let form = self.text.form(at);
        let own = self.text.is(at, self.kin) && at > 0 && self.text.is(at - 1, self.mine);
        // «Pina, una vedova, …» is still Pina.
        let apposed = matches!(form, "un" | "una" | "uno") && self.text.gap(at) == Gap::Soft;
        self.text.is(at, self.writer) || own || (self.text.is(at, self.anyone) && !apposed)
    }

    /// «Anna, malata di cuore», «Nando, un ottantenne cieco», «Lina con la demenza».
    fn beside(&self, hit: Hit) -> Option<Person> {
        let person = self.before(hit.first)?;
        let between = person.last + 1..hit.first;
        let apposed = self.text.gap(person.last + 1) == Gap::Soft;
        let filler = |at: usize| {
            let number = self.text.form(at).starts_with(|sign: char| sign.is_ascii_digit());
            number
                || matches!(
                    self.text.form(at),
                    "un" | "una"
                        | "anni"
                        | "di"
                        | "ex"
                        | "il"
                        | "la"
                        | "e"
                        | "quello"
                        | "mio"
                        | "mia"
                )
        };
        let near =
            between.is_empty() || (between.len() <= 4 && apposed && between.clone().all(filler));
        (near && self.text.together(person.last, hit.first)).then_some(person)
    }

    /// «la depressione di Elena Neri», «il tumore della signora Verdi».
    fn of(&self, hit: Hit) -> Option<Person> {
        let joint = hit.last + 1;
        let of = matches!(self.text.form(joint), "di" | "d" | "del" | "della" | "dell" | "dello");
        if !of || self.text.gap(joint) > Gap::Space {
            return None;
        }
        self.at(joint + 1)
            .or_else(|| self.at(joint + 2).filter(|_| self.text.is(joint + 1, self.mine)))
    }

    /// «hanno ricoverato Dina», «il TSO alla signora Rossi».
    fn object(&self, hit: Hit) -> Option<Person> {
        (hit.last + 1..=hit.last + 3)
            .take_while(|&at| self.text.gap(at) <= Gap::Space)
            .find_map(|at| self.at(at))
    }
}
