//! Statements of a consultation: short sentences on which participants agree, disagree or pass
//! (domain.md §2.4).
//!
//! One vote a person and statement, to be changed and taken back while the round is open. Nobody
//! sees how others vote before the synthesis begins, after which a round can't be reopened
//! (invariants 14 and 16). Then the votes are fixed ([`fix`]): counts of each statement, and, from
//! [`LEAST_EXPORTED`] participants on, the whole matrix without a name or a time, as
//! `trama opinions` reads it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::coded::coded;
use crate::contributions::text;
use crate::faults::{Fault, What};
use crate::forms::Fields;
use crate::opinions::{LEAST_PEOPLE, Stance};
use crate::suppression::{SMALLEST, Shown};

/// The most characters of a statement.
pub const TEXT_MOST: u32 = 200;
/// The most statements of a round: more than anybody reads.
pub const MOST: usize = 100;
/// The fewest participants whose votes are exported.
pub const LEAST_EXPORTED: usize = LEAST_PEOPLE;

coded! {
    /// Why a statement was withdrawn. What was voted on it does not count any more.
    WithdrawnWhy {
        /// It can be understood in more than one way.
        Unclear = "poco_chiara",
        /// Another one says the same.
        Duplicate = "doppione",
        /// It says something that is not so.
        Wrong = "inesatta",
        /// It offends, or speaks of somebody.
        Unfair = "offensiva",
    }
}

/// What a facilitator writes to add a statement.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatementDraft {
    /// The sentence.
    pub text: String,
    /// Number of the public text it is drawn from.
    pub source: Option<i64>,
}

impl StatementDraft {
    /// Reads the form: `statement`, and `source` (the number of a need or a proposal, or nothing).
    pub fn parse(fields: &Fields) -> Result<StatementDraft, Vec<Fault>> {
        let mut faults = Vec::new();
        let said = fields.text("statement").split_whitespace().collect::<Vec<_>>().join(" ");
        text(&mut faults, "statement", &said, TEXT_MOST, 3);
        let source = match fields.text("source") {
            "" => None,
            number => match number.parse() {
                Ok(number) if number > 0 => Some(number),
                Ok(_) | Err(_) => {
                    faults.push(Fault::new("source", What::NotANumber));
                    None
                }
            },
        };
        if faults.is_empty() { Ok(StatementDraft { text: said, source }) } else { Err(faults) }
    }
}

/// Where a statement stands in the order in which somebody reads them: another one for each
/// person, so that none is always read first, and always the same for one.
pub fn turn(person: &[u8], number: i64) -> u64 {
    let mut sha = Sha256::new();
    sha.update(b"trama-statement");
    sha.update(person);
    sha.update(number.to_be_bytes());
    let [a, b, c, d, e, f, g, h, ..] = <[u8; 32]>::from(sha.finalize());
    u64::from_be_bytes([a, b, c, d, e, f, g, h])
}

/// How many said what of a statement.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// Its number.
    pub statement: i64,
    /// Agree.
    pub agree: u32,
    /// Disagree.
    pub disagree: u32,
    /// Pass.
    pub pass: u32,
}

/// Votes that are fixed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fixed {
    /// How many people voted on at least one statement.
    pub participants: usize,
    /// How many said what, by statement.
    pub said: Vec<Said>,
    /// The matrix as a CSV file; none of fewer than [`LEAST_EXPORTED`] participants.
    pub matrix: Option<String>,
}

/// Fixes votes. `votes` says who (by any number that is theirs alone), on which statement, what;
/// statements nobody voted on are given too. `order` is a place by chance for each person: rows
/// come in its order and are numbered anew, so that nothing leads back to who voted first.
pub fn fix(
    statements: &[i64],
    votes: &[(u32, i64, Stance)],
    order: impl Fn(u32) -> [u8; 16],
) -> Fixed {
    let mut numbers: Vec<i64> = statements.to_vec();
    numbers.sort_unstable();
    numbers.dedup();
    let mut said: Vec<Said> =
        numbers.iter().map(|&statement| Said { statement, ..Said::default() }).collect();
    let known: Vec<(u32, usize, Stance)> = votes
        .iter()
        .filter_map(|(who, statement, stance)| {
            Some((*who, numbers.binary_search(statement).ok()?, *stance))
        })
        .collect();
    for (_, place, stance) in &known {
        match stance {
            Stance::Agree => said[*place].agree += 1,
            Stance::Disagree => said[*place].disagree += 1,
            Stance::Pass => said[*place].pass += 1,
        }
    }
    let mut people: BTreeMap<u32, Vec<(usize, Stance)>> = BTreeMap::new();
    for (who, place, stance) in known {
        people.entry(who).or_default().push((place, stance));
    }
    let mut fixed = Fixed { participants: people.len(), said, matrix: None };
    if people.len() < LEAST_EXPORTED {
        return fixed;
    }
    let mut shuffled: Vec<_> = people.into_iter().map(|(who, votes)| (order(who), votes)).collect();
    shuffled.sort_unstable();
    let mut csv = String::from("participant");
    for number in &numbers {
        csv.push_str(&format!(",{number}"));
    }
    csv.push('\n');
    for (row, (_, votes)) in shuffled.into_iter().enumerate() {
        csv.push_str(&(row + 1).to_string());
        let mut cells = vec![""; numbers.len()];
        for (place, stance) in votes {
            cells[place] = match stance {
                Stance::Agree => "1",
                Stance::Disagree => "-1",
                Stance::Pass => "0",
            };
        }
        for cell in cells {
            csv.push(',');
            csv.push_str(cell);
        }
        csv.push('\n');
    }
    fixed.matrix = Some(csv);
    fixed
}

/// A count of votes as it is shown: below five, nobody looks like four, because «nobody
/// disagrees» would tell what everybody said.
pub const fn shown(count: u32) -> Shown {
    if count < SMALLEST { Shown::Few } else { Shown::Exactly(count) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::opinions;

    #[test]
    fn a_statement_is_one_short_sentence() {
        let parse = |text: &str, source: &str| {
            StatementDraft::parse(&Fields::from_pairs([
                ("statement".to_owned(), text.to_owned()),
                ("source".to_owned(), source.to_owned()),
            ]))
        };
        let draft = parse("  Il sabato il centro\n è aperto ", "12").unwrap();
        assert_eq!((draft.text.as_str(), draft.source), ("Il sabato il centro è aperto", Some(12)));
        let faults = parse("Sì", "zero").unwrap_err();
        let fields: Vec<&str> = faults.iter().map(|fault| fault.field.as_str()).collect();
        assert_eq!(fields, ["statement", "source"]);
        assert!(parse(&"parola ".repeat(40), "").is_err());
    }

    #[test]
    fn everybody_reads_in_an_order_of_their_own() {
        let order = |person: &[u8]| {
            let mut numbers: Vec<i64> = (1..=12).collect();
            numbers.sort_unstable_by_key(|number| turn(person, *number));
            numbers
        };
        assert_eq!(order(b"nadia"), order(b"nadia"));
        assert_ne!(order(b"nadia"), order(b"nello"));
    }

    /// So many people on four statements; the second half of them the other way round.
    fn votes(people: u32) -> Vec<(u32, i64, Stance)> {
        let stance = |who: u32, statement: i64| match (who % 2, statement % 2) {
            (0, 0) | (1, 1) => Stance::Agree,
            _ => Stance::Disagree,
        };
        (0..people)
            .flat_map(|who| (1..=4).map(move |n| (who, n, stance(who, n))))
            .filter(|(who, n, _)| !(*who == 3 && *n == 2))
            .chain([(0, 9, Stance::Agree)])
            .collect()
    }

    fn chance(who: u32) -> [u8; 16] {
        let sum = Sha256::digest(who.to_be_bytes());
        std::array::from_fn(|place| sum[place])
    }

    #[test]
    fn below_thirty_only_counts_are_kept() {
        let fixed = fix(&[1, 2, 3, 4, 5], &votes(29), chance);
        assert_eq!((fixed.participants, fixed.matrix.as_deref()), (29, None));
        // Nobody voted on the fifth; the ninth is none of these.
        assert_eq!(fixed.said.len(), 5);
        assert_eq!(fixed.said[4], Said { statement: 5, ..Said::default() });
        assert_eq!(fixed.said[0], Said { statement: 1, agree: 14, disagree: 15, pass: 0 });
        for few in 0..5 {
            assert_eq!(shown(few), Shown::Few);
        }
        assert_eq!(shown(5), Shown::Exactly(5));
    }

    #[test]
    fn the_exported_matrix_says_what_was_voted_and_nothing_of_who() {
        let fixed = fix(&[4, 3, 2, 1], &votes(40), chance);
        let matrix = fixed.matrix.unwrap();
        let read = opinions::read(matrix.as_bytes()).unwrap();
        assert_eq!(read.matrix.statements(), ["1", "2", "3", "4"]);
        assert_eq!(read.matrix.participants().len(), 40);
        let numbers: Vec<String> = (1..=40).map(|n: u32| n.to_string()).collect();
        assert_eq!(read.matrix.participants(), numbers);
        // The same rows, whoever has which number.
        let rows = |file: &str| {
            let mut rows: Vec<String> =
                file.lines().skip(1).map(|row| row.split_once(',').unwrap().1.to_owned()).collect();
            rows.sort_unstable();
            rows
        };
        let other = fix(&[1, 2, 3, 4], &votes(40), |who| chance(who + 1_000)).matrix.unwrap();
        assert_eq!(rows(&matrix), rows(&other));
        assert_ne!(matrix, other);
        // And the same groups.
        let sizes = |file: &str| -> Vec<usize> {
            let opinions = opinions::group(&opinions::read(file.as_bytes()).unwrap().matrix);
            opinions.groups.iter().map(|group| group.size).collect()
        };
        // One of the forty voted on too few.
        assert_eq!(sizes(&matrix), [20, 19]);
        assert_eq!(sizes(&matrix), sizes(&other));
    }
}
