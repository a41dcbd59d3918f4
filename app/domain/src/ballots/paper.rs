//! Totals typed in by hand, where ballots were of paper or people stood in a room.
//!
//! Only for methods whose ballots can be told by totals (*sostegno*, *preferenze*, *bollini*).
//! Two people count and type; what they typed must be the same, and persons × dots must come to
//! dots + blanks, or it is refused with the difference. A total is never put right by itself.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::ballot::Ballot;
use super::rules::{needed, number};
use crate::faults::{Fault, What};
use crate::forms::Fields;
use crate::ids::PersonId;

/// What a number of paper ballots come to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// How many people these are the ballots of.
    pub persons: u32,
    /// Supports, preferences or dots by option.
    pub counts: BTreeMap<String, u32>,
    /// Preferences or dots that were not given to any option.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub blanks: Option<u32>,
}

/// Where two people typed different numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The field: `persons`, `blanks`, `total-ID`.
    pub field: String,
    /// What the first typed.
    pub first: u32,
    /// What the second typed.
    pub second: u32,
}

/// Why totals were not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotTaken {
    /// One person typed both.
    SamePerson,
    /// Both typed something different; the form of either shows the faults.
    Differ(Vec<Difference>),
    /// Both typed the same, and it doesn't add up.
    Wrong(Vec<Fault>),
}

impl Difference {
    /// As a fault of the form, which doesn't give the other's number away.
    pub fn fault(&self) -> Fault {
        Fault::new(&self.field, What::Differs)
    }
}

/// Reads totals from the fields `persons`, `blanks` and `total-ID`, and balances them. An option
/// without a number got nothing.
///
/// # Errors
///
/// Each field that is no number, or else where they don't add up ([`balance`]).
pub fn parse(ballot: &Ballot, fields: &Fields) -> Result<Totals, Vec<Fault>> {
    let mut faults = Vec::new();
    let persons = needed(fields, "persons", &mut faults);
    let blanks = match ballot.rules.on_paper() {
        Some((Some(_), _)) => Some(needed(fields, "blanks", &mut faults)),
        Some((None, _)) | None => None,
    };
    let mut counts = BTreeMap::new();
    for option in &ballot.options {
        let total = number(fields, &format!("total-{}", option.id), &mut faults);
        counts.insert(option.id.clone(), total.unwrap_or(0));
    }
    let totals = Totals { persons, counts, blanks };
    if faults.is_empty() {
        faults = balance(ballot, &totals);
    }
    if faults.is_empty() { Ok(totals) } else { Err(faults) }
}

/// Where totals can't be right: more on an option than its people could give, or a sum that
/// isn't persons × dots = dots + blanks (fault at `totals`, with both numbers).
pub fn balance(ballot: &Ballot, totals: &Totals) -> Vec<Fault> {
    let known: BTreeSet<&str> = ballot.options.iter().map(|option| option.id.as_str()).collect();
    let found = imbalances(ballot.rules.on_paper(), &known, totals);
    found.into_iter().map(Imbalance::fault).collect()
}

/// Takes totals that two people typed.
///
/// # Errors
///
/// One person typed both, they differ, or they don't add up.
pub fn take(
    ballot: &Ballot,
    (first_by, first): (PersonId, &Totals),
    (second_by, second): (PersonId, &Totals),
) -> Result<Totals, NotTaken> {
    if first_by == second_by {
        return Err(NotTaken::SamePerson);
    }
    let differences = differences(first, second);
    if !differences.is_empty() {
        return Err(NotTaken::Differ(differences));
    }
    let faults = balance(ballot, first);
    if faults.is_empty() { Ok(first.clone()) } else { Err(NotTaken::Wrong(faults)) }
}

/// Where two people typed different numbers; an option that one left out counts as nought.
pub fn differences(first: &Totals, second: &Totals) -> Vec<Difference> {
    let mut found = Vec::new();
    let mut compare = |field: &str, first: u32, second: u32| {
        if first != second {
            found.push(Difference { field: field.to_owned(), first, second });
        }
    };
    compare("persons", first.persons, second.persons);
    compare("blanks", first.blanks.unwrap_or(0), second.blanks.unwrap_or(0));
    let ids: BTreeSet<&String> = first.counts.keys().chain(second.counts.keys()).collect();
    for id in ids {
        let of = |totals: &Totals| totals.counts.get(id).copied().unwrap_or(0);
        compare(&format!("total-{id}"), of(first), of(second));
    }
    found
}

impl Totals {
    /// Two lots of paper ballots together.
    pub fn and(mut self, other: &Totals) -> Totals {
        self.persons = self.persons.saturating_add(other.persons);
        for (id, &count) in &other.counts {
            let sum = self.counts.entry(id.clone()).or_insert(0);
            *sum = sum.saturating_add(count);
        }
        self.blanks = match (self.blanks, other.blanks) {
            (None, None) => None,
            (first, second) => Some(first.unwrap_or(0).saturating_add(second.unwrap_or(0))),
        };
        self
    }

    /// All that was given to options.
    pub fn given(&self) -> u64 {
        self.counts.values().map(|&count| u64::from(count)).sum()
    }
}

/// One way in which totals can't be right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Imbalance {
    /// Totals can't stand for ballots of this method.
    OtherMethod,
    /// No such option.
    Unknown(String),
    /// More on an option than its people could give.
    TooMany {
        /// The option.
        id: String,
        /// What they could give.
        most: u64,
        /// What was typed.
        found: u64,
    },
    /// persons × dots isn't dots + blanks.
    Sum {
        /// persons × dots.
        expected: u64,
        /// dots + blanks.
        found: u64,
    },
}

impl Imbalance {
    fn fault(self) -> Fault {
        let told = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
        match self {
            Imbalance::OtherMethod => Fault::new("totals", What::NotAChoice),
            Imbalance::Unknown(id) => Fault::new(format!("total-{id}"), What::NotAChoice),
            Imbalance::TooMany { id, most, found } => Fault::new(
                format!("total-{id}"),
                What::TooMany { most: told(most), found: told(found) },
            ),
            Imbalance::Sum { expected, found } => Fault::new(
                "totals",
                What::DoesNotAddUp { expected: told(expected), found: told(found) },
            ),
        }
    }
}

/// Every way in which totals can't be right, given what each ballot has to give away and the
/// most of it on one option ([`Rules::on_paper`](super::rules::Rules::on_paper)).
pub(super) fn imbalances(
    each: Option<(Option<u32>, u32)>,
    known: &BTreeSet<&str>,
    totals: &Totals,
) -> Vec<Imbalance> {
    let Some((each_has, most_on_one)) = each else {
        return vec![Imbalance::OtherMethod];
    };
    let persons = u64::from(totals.persons);
    let mut found = Vec::new();
    for (id, &count) in &totals.counts {
        let most = persons * u64::from(most_on_one);
        if !known.contains(id.as_str()) {
            found.push(Imbalance::Unknown(id.clone()));
        } else if u64::from(count) > most {
            found.push(Imbalance::TooMany { id: id.clone(), most, found: count.into() });
        }
    }
    if let Some(each_has) = each_has {
        let expected = persons * u64::from(each_has);
        let sum = totals.given() + u64::from(totals.blanks.unwrap_or(0));
        if sum != expected {
            found.push(Imbalance::Sum { expected, found: sum });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::rules::Rules;
    use super::super::tests::ballot_of;
    use super::*;
    use uuid::Uuid;

    fn ballot(rules: Rules) -> Ballot {
        ballot_of(rules, &["a", "b"])
    }

    fn read(rules: Rules, pairs: &[(&str, &str)]) -> Result<Totals, Vec<Fault>> {
        let fields = pairs.iter().map(|&(name, value)| (name.to_owned(), value.to_owned()));
        parse(&ballot(rules), &Fields::from_pairs(fields))
    }

    const DOTS: Rules = Rules::Dots { dots: 3, most_each: 3 };

    #[test]
    fn thirty_seven_people_have_a_hundred_and_eleven_dots() {
        let typed = [("persons", "37"), ("total-a", "60"), ("total-b", "49"), ("blanks", "2")];
        let totals = read(DOTS, &typed).unwrap();
        assert_eq!((totals.persons, totals.given(), totals.blanks), (37, 109, Some(2)));

        let typed = [("persons", "37"), ("total-a", "60"), ("total-b", "50"), ("blanks", "2")];
        assert_eq!(
            read(DOTS, &typed),
            Err(vec![Fault::new("totals", What::DoesNotAddUp { expected: 111, found: 112 })])
        );
    }

    #[test]
    fn no_option_has_more_than_its_people_could_give() {
        let typed = [("persons", "4"), ("total-a", "5"), ("blanks", "3")];
        let rules = Rules::Preferences { most: 2 };
        assert_eq!(
            read(rules, &typed),
            Err(vec![Fault::new("total-a", What::TooMany { most: 4, found: 5 })])
        );
        let typed = [("persons", "4"), ("total-a", "4"), ("total-b", "1")];
        assert!(read(Rules::Support, &typed).is_ok());
        assert_eq!(
            read(Rules::Statements, &typed),
            Err(vec![Fault::new("totals", What::NotAChoice)])
        );
        assert_eq!(
            read(DOTS, &[("persons", "x")]),
            Err(
                vec![Fault::new("persons", What::NotANumber), Fault::new("blanks", What::Missing),]
            )
        );
    }

    #[test]
    fn two_people_must_have_typed_the_same() {
        let person = |number| PersonId::from(Uuid::from_u128(number));
        let typed = [("persons", "2"), ("total-a", "4"), ("total-b", "1"), ("blanks", "1")];
        let first = read(DOTS, &typed).unwrap();
        let mut second = first.clone();
        assert_eq!(
            take(&ballot(DOTS), (person(1), &first), (person(1), &second)),
            Err(NotTaken::SamePerson)
        );
        assert_eq!(
            take(&ballot(DOTS), (person(1), &first), (person(2), &second)),
            Ok(first.clone())
        );
        second.counts.insert("a".into(), 3);
        second.blanks = Some(2);
        let differences = vec![
            Difference { field: "blanks".into(), first: 1, second: 2 },
            Difference { field: "total-a".into(), first: 4, second: 3 },
        ];
        assert_eq!(differences[0].fault(), Fault::new("blanks", What::Differs));
        assert_eq!(
            take(&ballot(DOTS), (person(1), &first), (person(2), &second)),
            Err(NotTaken::Differ(differences))
        );
        first.counts.clone_into(&mut second.counts);
        second.blanks = Some(0);
        let mut short = first.clone();
        short.blanks = Some(0);
        assert_eq!(
            take(&ballot(DOTS), (person(1), &short), (person(2), &second)),
            Err(NotTaken::Wrong(vec![Fault::new(
                "totals",
                What::DoesNotAddUp { expected: 6, found: 5 }
            )]))
        );
    }

    #[test]
    fn lots_are_added() {
        let lot = |a, blanks| Totals {
            persons: 2,
            counts: BTreeMap::from([("a".to_owned(), a)]),
            blanks,
        };
        let both = lot(4, Some(2)).and(&lot(5, Some(1)));
        assert_eq!((both.persons, both.counts["a"], both.blanks), (4, 9, Some(3)));
        assert_eq!(lot(1, None).and(&lot(1, None)).blanks, None);
    }
}
