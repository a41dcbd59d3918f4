//! What the tests of ballots share: ballots, choices and whole votes.

mod format;
mod properties;

use std::collections::BTreeMap;

use uuid::Uuid;

use super::choice::{Answer, Consent, Said, Stance};
use super::export::{publish, whole};
use super::file::Decision;
use super::paper::Totals;
use super::rules::{TieRule, Utilities};
use super::*;

/// Each method with limits that leave room.
fn every_rules() -> [Rules; 8] {
    [
        Rules::Support,
        Rules::Preferences { most: 3 },
        Rules::Dots { dots: 4, most_each: 3 },
        Rules::Ranking { most: Some(5), equal: true },
        Rules::Consent,
        Rules::Position,
        Rules::Budget { budget: 50, decimals: 1, utilities: Utilities::Cost, most: Some(4) },
        Rules::Statements,
    ]
}

fn id(number: usize) -> String {
    char::from(b'a' + number as u8).to_string()
}

/// A ballot over options of these ids, from 10 upwards if they cost something.
pub(super) fn ballot_of(rules: Rules, ids: &[&str]) -> Ballot {
    let option = |(number, id): (usize, &&str)| BallotOption {
        id: (*id).to_owned(),
        title: format!("Proposta {id}"),
        cost: matches!(rules, Rules::Budget { .. }).then_some(10 + number as u64 * 3),
        ..BallotOption::default()
    };
    let method = rules.method();
    Ballot {
        title: "Che cosa viene prima?".into(),
        electorate: Ballot::levels(method)[0],
        secrecy: Ballot::secrecies(method)[0],
        tie_rule: TieRule::Declared,
        tokens: false,
        options: ids.iter().enumerate().map(option).collect(),
        rules,
    }
}

/// A ballot over so many options, with or without what the rule for ties asks.
fn ballot(rules: Rules, options: usize, known: bool) -> Ballot {
    let ids: Vec<String> = (0..options).map(id).collect();
    let mut ballot = ballot_of(rules, &ids.iter().map(String::as_str).collect::<Vec<_>>());
    for (number, option) in ballot.options.iter_mut().enumerate().filter(|_| known) {
        option.municipalities = Some(number as u32 % 3);
        option.needs = Some(number as u32 % 2);
    }
    ballot
}

/// A choice under these rules from numbers drawn at random, one for each option.
fn choice(rules: &Rules, drawn: &[u8], voter: usize) -> Choice {
    let each = || drawn.iter().enumerate().map(|(number, &drawn)| (id(number), drawn));
    let named = || each().filter(|&(_, drawn)| drawn % 3 > 0);
    match *rules {
        Rules::Support => Choice::Options(named().map(|(id, _)| id).collect()),
        Rules::Preferences { most } | Rules::Budget { most: Some(most), .. } => {
            Choice::Options(named().map(|(id, _)| id).take(most as usize).collect())
        }
        Rules::Budget { .. } => Choice::Options(named().map(|(id, _)| id).collect()),
        Rules::Dots { dots, most_each } => {
            let mut left = dots;
            let give = |(id, drawn): (String, u8)| {
                let dots = u32::from(drawn % 4).min(most_each).min(left);
                left -= dots;
                (dots > 0).then_some((id, dots))
            };
            Choice::Dots(each().filter_map(give).collect())
        }
        Rules::Ranking { most, .. } => {
            let mut places: BTreeMap<u8, Vec<String>> = BTreeMap::new();
            for (id, drawn) in named().take(most.unwrap_or(u32::MAX) as usize) {
                places.entry(drawn).or_default().push(id);
            }
            Choice::Ranking(places.into_values().collect())
        }
        Rules::Consent => Choice::Consent(
            named()
                .map(|(id, drawn)| {
                    let value = Consent::ALL[drawn as usize % 3];
                    (id, Said { value, reason: "Un motivo".into() })
                })
                .collect(),
        ),
        Rules::Position => Choice::Position {
            organisation: format!("Organizzazione {voter}"),
            on: named()
                .map(|(id, drawn)| {
                    let value = Stance::ALL[drawn as usize % 3];
                    (id, Said { value, reason: "Un motivo".into() })
                })
                .collect(),
        },
        Rules::Statements => Choice::Statements(
            named().map(|(id, drawn)| (id, Answer::ALL[drawn as usize % 3])).collect(),
        ),
    }
}

/// A vote: the rules, what the voters drew, whether paper came in too.
#[derive(Debug, Clone)]
struct Vote {
    ballot: Ballot,
    urn: Urn<usize>,
    paper: Vec<Totals>,
    decision: Option<Decision>,
}

impl Vote {
    fn whole(&self) -> BallotFile {
        whole(&self.ballot, &self.urn, &self.paper, self.decision.as_ref())
    }

    fn published(&self, seed: u8) -> BallotFile {
        let ids: Vec<Uuid> = (0..self.urn.count() as u128)
            .map(|number| Uuid::from_u128(number * 1_000_003 + u128::from(seed)))
            .collect();
        let decision = self.decision.as_ref();
        publish(&self.ballot, &self.urn, &self.paper, decision, [seed; 32], &ids).unwrap()
    }
}
