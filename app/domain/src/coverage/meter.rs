//! What is said of a publication: shares, words, and who is missing.
//!
//! **The words.** A cell that is shown as p stands for p to p + 9 people (two steps less one), and
//! the people in all for N to N + 9. With e as the cell's share of the community:
//!
//! - *poco ascoltati*: even p + 9 is less than four fifths of what N people would be in
//!   proportion, and if people came by chance, as few or fewer would come in one case of twenty at
//!   most (binomial);
//! - *molto ascoltati*: p is more than five fourths of what N + 9 people would be, with the same
//!   test on the other side;
//! - *nella media*: neither can be said;
//! - *nessuno finora*: too few to be shown, where in proportion they would be. It means «nobody or
//!   fewer than five (ten)»: which of the two is not to be told;
//! - *troppo presto*: too few to be shown, and in proportion they would be no more.
//!
//! Where there is no community to compare with (channels, categories), cells that are not shown
//! are *nessuno finora*, and the others have no word.

use serde::{Deserialize, Serialize};

use super::{Dimension, Key, Publication, PublishedTable, UNSAID};
use crate::coded::coded;
use crate::contributions::Channel;
use crate::people::AgeBand;

/// Most cells that are named as missing.
pub const MISSING_MOST: usize = 5;

/// One case of twenty.
const RARELY: f64 = 0.05;

coded! {
    /// How much of a part of the community has been heard.
    Word {
        /// Nobody, or too few to be shown.
        Nobody = "nessuno_finora",
        /// Surely less than its share.
        Little = "poco_ascoltati",
        /// About its share.
        Average = "nella_media",
        /// Surely more than its share.
        Much = "molto_ascoltati",
        /// So few people that nothing can be said.
        TooEarly = "troppo_presto",
    }
}

coded! {
    /// What would help to hear who is missing.
    Help {
        /// Invite the organisations of the category by name.
        Invite = "invito",
        /// Hold a meeting, or open a desk for a day, in the place itself.
        GoThere = "incontro_sul_posto",
        /// Go to schools, and where young people meet.
        Schools = "scuole",
        /// In the evening, and with somebody to look after children.
        Evenings = "orari",
        /// By telephone, on paper, through those who come home to them.
        AtHome = "telefono_e_carta",
        /// A form in that language, with an interpreter.
        Interpreter = "mediazione",
        /// Paper forms and boxes where people go anyway.
        Paper = "moduli",
        /// Operators who write down what is told.
        Desk = "sportello",
        /// A meeting round a table.
        Session = "laboratorio",
        /// A link and a short text to pass on.
        Link = "collegamento",
    }
}

/// What share of the community each cell of a table is.
#[derive(Debug, Clone, PartialEq)]
pub struct Expected {
    /// The table.
    pub of: Vec<Dimension>,
    /// People in the community, by cell.
    pub people: Vec<(Key, f64)>,
}

/// Who has been heard, as a page shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Meter {
    /// At least so many people in all; 0 if too few to be shown.
    pub people: u32,
    /// Tables.
    pub tables: Vec<MeterTable>,
    /// Who is most missing, the most missing in front.
    pub missing: Vec<Missing>,
}

/// A table of the meter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MeterTable {
    /// By what people are counted; two in a cross-table.
    pub of: Vec<Dimension>,
    /// Cells, in their order.
    pub cells: Vec<Cell>,
}

/// A cell of the meter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// Its name.
    pub key: Key,
    /// At least so many people; `None` if too few to be shown.
    pub people: Option<u32>,
    /// Its share of the people that the table shows.
    pub share: Option<f64>,
    /// Its share of the community.
    pub expected: Option<f64>,
    /// The word for it.
    pub word: Option<Word>,
}

/// A part of the community that is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Missing {
    /// In which dimension.
    pub dimension: Dimension,
    /// Which part.
    pub code: String,
    /// Nobody or little.
    pub word: Word,
    /// What would help.
    pub help: Option<Help>,
}

/// What is said of a publication.
pub fn meter(publication: &Publication, expected: &[Expected]) -> Meter {
    let mut missing: Vec<(Option<f64>, Missing)> = Vec::new();
    let mut tables = Vec::new();
    for table in &publication.tables {
        let expected = expected.iter().find(|expected| expected.of == table.of);
        let cells = cells(table, publication.people, expected);
        if let [dimension] = table.of[..] {
            for cell in &cells {
                let Some(word @ (Word::Nobody | Word::Little)) = cell.word else { continue };
                let lack = cell.expected.map(|share| {
                    share * f64::from(publication.people) - f64::from(cell.people.unwrap_or(0))
                });
                let code = cell.key.code.clone();
                let help = help(dimension, &code);
                missing.push((lack, Missing { dimension, code, word, help }));
            }
        }
        tables.push(MeterTable { of: table.of.clone(), cells });
    }
    // Whose share is not known come last. The sort is stable: tables and cells have their order.
    missing.sort_by(|(a, _), (b, _)| {
        b.unwrap_or(f64::NEG_INFINITY).total_cmp(&a.unwrap_or(f64::NEG_INFINITY))
    });
    let missing = missing.into_iter().map(|(_, missing)| missing).take(MISSING_MOST).collect();
    Meter { people: publication.people, tables, missing }
}

fn cells(table: &PublishedTable, people: u32, expected: Option<&Expected>) -> Vec<Cell> {
    let shown: u32 = table.cells.iter().map(|cell| cell.people).sum();
    let known = |key: &Key| {
        let (_, people) = expected?.people.iter().find(|(other, _)| other == key)?;
        (people.is_finite() && *people >= 0.0).then_some(*people)
    };
    let all: f64 = table.cells.iter().filter_map(|cell| known(&cell.key)).sum();
    let cells = table.cells.iter().map(|cell| {
        let expected = known(&cell.key).filter(|_| all > 0.0).map(|people| people / all);
        let unsaid = cell.key.code == UNSAID || cell.key.with.as_deref() == Some(UNSAID);
        Cell {
            key: cell.key.clone(),
            people: (cell.people > 0).then_some(cell.people),
            share: (cell.people > 0).then(|| f64::from(cell.people) / f64::from(shown)),
            expected,
            word: if unsaid { None } else { word(cell.people, people, table.step, expected) },
        }
    });
    cells.collect()
}

/// The word for a cell shown as `shown` where at least `people` were heard.
fn word(shown: u32, people: u32, step: u32, expected: Option<f64>) -> Option<Word> {
    let Some(share) = expected else { return (shown == 0).then_some(Word::Nobody) };
    let (least, most) = (people, people + 2 * step - 1);
    let at_most = shown + 2 * step - 1;
    if shown == 0 {
        let would_be_shown = f64::from(least) * share >= f64::from(step);
        return Some(if would_be_shown { Word::Nobody } else { Word::TooEarly });
    }
    let few = f64::from(at_most) < 0.8 * f64::from(least) * share;
    if few && chance_of_at_most(at_most, least, share) <= RARELY {
        return Some(Word::Little);
    }
    let many = f64::from(shown) > 1.25 * f64::from(most) * share;
    if many && 1.0 - chance_of_at_most(shown - 1, most, share) <= RARELY {
        return Some(Word::Much);
    }
    Some(Word::Average)
}

/// The chance that of `all` people at most `some` belong to a part with this share.
fn chance_of_at_most(some: u32, all: u32, share: f64) -> f64 {
    if some >= all || share <= 0.0 {
        return 1.0;
    }
    if share >= 1.0 {
        return 0.0;
    }
    let odds = share / (1.0 - share);
    let n = f64::from(all);
    // From the likeliest number outward, all relative to it: nothing runs over or under.
    let likeliest = ((n + 1.0) * share).floor().min(n) as u32;
    let (mut below, mut above) = (0.0, 0.0);
    let mut count = |k: u32, weight: f64| {
        if k <= some {
            below += weight;
        } else {
            above += weight;
        }
    };
    count(likeliest, 1.0);
    let mut weight = 1.0;
    for k in likeliest + 1..=all {
        weight *= (n - f64::from(k) + 1.0) / f64::from(k) * odds;
        if weight < 1e-18 {
            break;
        }
        count(k, weight);
    }
    let mut weight = 1.0;
    for k in (0..likeliest).rev() {
        weight *= f64::from(k + 1) / (n - f64::from(k)) / odds;
        if weight < 1e-18 {
            break;
        }
        count(k, weight);
    }
    below / (below + above)
}

/// What would help to hear a part of the community.
fn help(dimension: Dimension, code: &str) -> Option<Help> {
    match dimension {
        Dimension::Categories => Some(Help::Invite),
        Dimension::Municipalities => Some(Help::GoThere),
        Dimension::Languages => Some(Help::Interpreter),
        Dimension::Ages => code.parse().ok().map(|band| match band {
            AgeBand::From14 | AgeBand::From18 => Help::Schools,
            AgeBand::From30 | AgeBand::From45 => Help::Evenings,
            AgeBand::From60 | AgeBand::From75 => Help::AtHome,
        }),
        Dimension::Channels => code.parse().ok().map(|channel| match channel {
            Channel::Online => Help::Link,
            Channel::Desk => Help::Desk,
            Channel::Paper => Help::Paper,
            Channel::Session => Help::Session,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chance_is_that_of_the_binomial() {
        // Exact, by fractions.
        assert!((chance_of_at_most(2, 10, 0.5) - 56.0 / 1_024.0).abs() < 1e-12);
        assert!((chance_of_at_most(0, 20, 0.1) - 0.9_f64.powi(20)).abs() < 1e-12);
        assert!((chance_of_at_most(9, 10, 0.5) - 1_023.0 / 1_024.0).abs() < 1e-12);
        assert_eq!(chance_of_at_most(10, 10, 0.5), 1.0);
        assert_eq!(chance_of_at_most(0, 10, 1.0), 0.0);
        assert!((chance_of_at_most(49_999, 100_000, 0.5) - 0.498_738_4).abs() < 1e-6);
    }

    #[test]
    fn small_numbers_say_little() {
        // Twenty people, a tenth expected: nothing can be said of two who are not shown.
        assert_eq!(word(0, 20, 5, Some(0.1)), Some(Word::TooEarly));
        assert_eq!(word(0, 60, 5, Some(0.1)), Some(Word::Nobody));
        assert_eq!(word(5, 60, 5, Some(0.1)), Some(Word::Average));
        // Half of the community, and of four hundred people at most a hundred and nine.
        assert_eq!(word(100, 400, 5, Some(0.5)), Some(Word::Little));
        assert_eq!(word(100, 400, 5, Some(0.25)), Some(Word::Average));
        assert_eq!(word(100, 400, 5, Some(0.1)), Some(Word::Much));
        assert_eq!(word(0, 400, 5, None), Some(Word::Nobody));
        assert_eq!(word(90, 400, 5, None), None);
        // A deviation that is sure but small is none worth a word.
        assert_eq!(word(48_000, 100_000, 5, Some(0.5)), Some(Word::Average));
    }
}
