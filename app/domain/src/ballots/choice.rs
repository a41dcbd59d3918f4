//! What one person chose, read from a form or a file, and everything that is wrong with it.
//!
//! Fields of the forms, with ID the id of an option:
//!
//! | method | fields |
//! |---|---|
//! | sostegno, preferenze, bilancio | `option`, once for each option chosen |
//! | bollini | `dots-ID`, a number |
//! | graduatoria | `rank-ID`, the place: 1, 2, … or nothing |
//! | consenso | `consent-ID`, and `reason-ID` for a reserve or an objection |
//! | posizione | `position-ID`, and `reason-ID` always |
//! | dichiarazioni | `answer-ID` |
//!
//! Faults stand at the same fields; what concerns the whole (too many, nothing chosen) stands at
//! the name before the hyphen. A choice never says whose it is, but for organisations, whose
//! positions are public by nature (domain.md §3.4).

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::ballot::Ballot;
use super::rules::{Rules, count, number};
use crate::coded::coded;
use crate::faults::{Fault, What};
use crate::forms::Fields;

/// Most characters of a reason.
const REASON_MOST: u32 = 2_000;

coded! {
    /// Answer to a consent check.
    Consent {
        /// Can live with it.
        LiveWith = "posso_conviverci",
        /// Has a reserve, and says which.
        Reserve = "riserva",
        /// Objects, and says why.
        Objection = "obiezione",
    }
}

coded! {
    /// Position of an organisation.
    Stance {
        /// Favourable.
        Favourable = "favorevole",
        /// Favourable with a reserve.
        WithReserve = "con_riserva",
        /// Against.
        Against = "contrario",
    }
}

coded! {
    /// Answer to a statement.
    Answer {
        /// Agrees.
        Agree = "d_accordo",
        /// Disagrees.
        Disagree = "non_d_accordo",
        /// Passes.
        Pass = "passo",
    }
}

/// A value with the reason given for it; the reason is left out of the files of secret ballots.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Said<T> {
    /// The value.
    pub value: T,
    /// The reason, in the person's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// What one person chose.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// Options chosen, each once: sostegno, preferenze, bilancio.
    Options(Vec<String>),
    /// Dots on options.
    Dots(BTreeMap<String, u32>),
    /// Options in order, the best first; those at one place are equal, those left out come last.
    Ranking(Vec<Vec<String>>),
    /// An answer on each option.
    Consent(BTreeMap<String, Said<Consent>>),
    /// An organisation's position on each option.
    Position {
        /// Its name.
        organisation: String,
        /// What it says.
        on: BTreeMap<String, Said<Stance>>,
    },
    /// An answer to each statement.
    Statements(BTreeMap<String, Answer>),
}

/// One thing wrong with a choice; forms and files tell it each in their way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Wrong {
    /// A choice of another method.
    OtherMethod,
    /// Nothing was chosen.
    Nothing,
    /// No such option.
    Unknown(String),
    /// An option twice.
    Twice(String),
    /// More than the limit.
    TooMany {
        /// The limit.
        most: u32,
        /// How many.
        found: u32,
    },
    /// More on one option than the limit.
    TooManyOn {
        /// The option.
        id: String,
        /// The limit.
        most: u32,
        /// How many.
        found: u32,
    },
    /// At one place with another option, which the rules don't allow.
    Equal(String),
}

/// Reads what a person chose.
///
/// For *posizione*, `organisation` is the name of the one whose position it is.
///
/// # Errors
///
/// Everything that is wrong, each at its field.
pub fn parse(
    ballot: &Ballot,
    fields: &Fields,
    organisation: Option<&str>,
) -> Result<Choice, Vec<Fault>> {
    let mut faults = Vec::new();
    let choice = match ballot.rules {
        Rules::Support | Rules::Preferences { .. } | Rules::Budget { .. } => {
            Choice::Options(fields.texts("option").map(str::to_owned).collect())
        }
        Rules::Dots { .. } => Choice::Dots(
            on_each(fields, "dots")
                .filter_map(|(field, id, _)| Some((id, number(fields, &field, &mut faults)?)))
                .filter(|&(_, dots)| dots > 0)
                .collect(),
        ),
        Rules::Ranking { .. } => Choice::Ranking(ranking(fields, &mut faults)),
        Rules::Consent => {
            let said =
                said(fields, "consent", |consent| *consent != Consent::LiveWith, &mut faults);
            Choice::Consent(said)
        }
        Rules::Position => {
            let organisation = organisation.unwrap_or_default().trim().to_owned();
            if organisation.is_empty() {
                faults.push(Fault::new("organisation", What::Missing));
            }
            Choice::Position { organisation, on: said(fields, "position", |_| true, &mut faults) }
        }
        Rules::Statements => Choice::Statements(coded_on_each(fields, "answer", &mut faults)),
    };
    let name = choice.field();
    for wrong in choice.wrongs(&ballot.rules, &|id| ballot.has(id)) {
        // What was no number at all has been told; that nothing is left needn't be told too.
        if wrong != Wrong::Nothing || faults.is_empty() {
            faults.push(wrong.fault(name));
        }
    }
    if faults.is_empty() { Ok(choice) } else { Err(faults) }
}

/// The fields of a name with an id behind it that were filled in.
fn on_each<'a>(
    fields: &'a Fields,
    name: &'static str,
) -> impl Iterator<Item = (String, String, &'a str)> {
    let of_one = move |(field, _): (&'a str, &'a str)| {
        let id = field.strip_prefix(name)?.strip_prefix('-')?;
        let value = fields.text(field);
        (!value.is_empty()).then(|| (field.to_owned(), id.to_owned(), value))
    };
    fields.pairs().filter_map(of_one)
}

fn coded_on_each<T: std::str::FromStr>(
    fields: &Fields,
    name: &'static str,
    faults: &mut Vec<Fault>,
) -> BTreeMap<String, T> {
    let mut found = BTreeMap::new();
    for (field, id, code) in on_each(fields, name) {
        match code.parse() {
            Ok(value) => drop(found.insert(id, value)),
            Err(_) => faults.push(Fault::new(field, What::NotAChoice)),
        }
    }
    found
}

/// Values with their reasons, which some values need.
fn said<T: std::str::FromStr>(
    fields: &Fields,
    name: &'static str,
    needs_reason: fn(&T) -> bool,
    faults: &mut Vec<Fault>,
) -> BTreeMap<String, Said<T>> {
    let values = coded_on_each(fields, name, faults);
    let with_reason = |(id, value): (String, T)| {
        let field = format!("reason-{id}");
        let reason = fields.text(&field).to_owned();
        if needs_reason(&value) {
            crate::contributions::text(faults, &field, &reason, REASON_MOST, 1);
        } else {
            crate::contributions::length(faults, &field, &reason, REASON_MOST);
        }
        (id, Said { value, reason })
    };
    values.into_iter().map(with_reason).collect()
}

/// Options by the place written beside them; how great the numbers are doesn't matter.
fn ranking(fields: &Fields, faults: &mut Vec<Fault>) -> Vec<Vec<String>> {
    let mut places: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for (field, id, _) in on_each(fields, "rank") {
        match number(fields, &field, faults) {
            Some(0) => faults.push(Fault::new(field, What::NotANumber)),
            Some(place) => places.entry(place).or_default().push(id),
            None => {}
        }
    }
    places.into_values().collect()
}

impl Choice {
    /// The name of its fields, before the hyphen and the id.
    pub const fn field(&self) -> &'static str {
        match self {
            Choice::Options(_) => "option",
            Choice::Dots(_) => "dots",
            Choice::Ranking(_) => "rank",
            Choice::Consent(_) => "consent",
            Choice::Position { .. } => "position",
            Choice::Statements(_) => "answer",
        }
    }

    /// What is wrong with it under these rules, as the faults of its form.
    pub fn faults(&self, ballot: &Ballot) -> Vec<Fault> {
        let wrongs = self.wrongs(&ballot.rules, &|id| ballot.has(id));
        wrongs.into_iter().map(|wrong| wrong.fault(self.field())).collect()
    }

    /// The ids it names, as often as it names them.
    fn ids(&self) -> Box<dyn Iterator<Item = &String> + '_> {
        match self {
            Choice::Options(options) => Box::new(options.iter()),
            Choice::Dots(dots) => Box::new(dots.keys()),
            Choice::Ranking(places) => Box::new(places.iter().flatten()),
            Choice::Consent(said) => Box::new(said.keys()),
            Choice::Position { on, .. } => Box::new(on.keys()),
            Choice::Statements(answers) => Box::new(answers.keys()),
        }
    }

    /// What is wrong with it under these rules, where `known` tells an option of the ballot.
    pub(super) fn wrongs(&self, rules: &Rules, known: &dyn Fn(&str) -> bool) -> Vec<Wrong> {
        let mut wrongs = Vec::new();
        let mut seen = BTreeSet::new();
        for id in self.ids() {
            if !known(id) {
                wrongs.push(Wrong::Unknown(id.clone()));
            } else if !seen.insert(id) {
                wrongs.push(Wrong::Twice(id.clone()));
            }
        }
        let named = count(self.ids().count());
        if named == 0 {
            wrongs.push(Wrong::Nothing);
        }
        let mut at_most = |most: u32, found: u32| {
            if found > most {
                wrongs.push(Wrong::TooMany { most, found });
            }
        };
        match (self, rules) {
            (Choice::Options(_), Rules::Support | Rules::Budget { most: None, .. })
            | (Choice::Consent(_), Rules::Consent)
            | (Choice::Position { .. }, Rules::Position)
            | (Choice::Statements(_), Rules::Statements) => {}
            (
                Choice::Options(_),
                Rules::Preferences { most } | Rules::Budget { most: Some(most), .. },
            ) => at_most(*most, named),
            (Choice::Dots(on), Rules::Dots { dots, most_each }) => {
                at_most(*dots, on.values().fold(0, |sum, &each| sum.saturating_add(each)));
                let over = on.iter().filter(|&(_, &found)| found > *most_each);
                wrongs.extend(over.map(|(id, &found)| Wrong::TooManyOn {
                    id: id.clone(),
                    most: *most_each,
                    found,
                }));
            }
            (Choice::Ranking(places), Rules::Ranking { most, equal }) => {
                at_most(most.unwrap_or(u32::MAX), named);
                if !equal {
                    let second = places.iter().filter_map(|place| place.get(1));
                    wrongs.extend(second.cloned().map(Wrong::Equal));
                }
            }
            (_, _) => wrongs.push(Wrong::OtherMethod),
        }
        wrongs
    }

    /// Without the words somebody wrote, which would make a row a signature; positions of
    /// organisations keep theirs.
    pub(super) fn without_words(mut self) -> Self {
        if let Choice::Consent(said) = &mut self {
            said.values_mut().for_each(|said| said.reason.clear());
        }
        self
    }

    /// The same choice always written the same: what has no order is sorted.
    pub fn in_order(mut self) -> Self {
        match &mut self {
            Choice::Options(options) => options.sort(),
            Choice::Ranking(places) => places.iter_mut().for_each(|place| place.sort()),
            Choice::Dots(_)
            | Choice::Consent(_)
            | Choice::Position { .. }
            | Choice::Statements(_) => {}
        }
        self
    }
}

impl Wrong {
    /// As a fault of a form whose fields have this name.
    fn fault(self, name: &str) -> Fault {
        let on_one = |id: &str| match name {
            "option" => name.to_owned(),
            _ => format!("{name}-{id}"),
        };
        match self {
            Wrong::OtherMethod => Fault::new(name, What::NotAChoice),
            Wrong::Nothing => Fault::new(name, What::TooFew { least: 1 }),
            Wrong::Unknown(id) => Fault::new(on_one(&id), What::NotAChoice),
            Wrong::Twice(id) | Wrong::Equal(id) => Fault::new(on_one(&id), What::Repeated),
            Wrong::TooMany { most, found } => Fault::new(name, What::TooMany { most, found }),
            Wrong::TooManyOn { id, most, found } => {
                Fault::new(on_one(&id), What::TooMany { most, found })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::rules::Utilities;
    use super::super::tests::ballot_of;
    use super::*;

    fn ballot(rules: Rules) -> Ballot {
        ballot_of(rules, &["a", "b", "c-1"])
    }

    fn read(rules: Rules, pairs: &[(&str, &str)]) -> Result<Choice, Vec<(String, What)>> {
        let fields = pairs.iter().map(|&(name, value)| (name.to_owned(), value.to_owned()));
        parse(&ballot(rules), &Fields::from_pairs(fields), Some("Consulta dei giovani"))
            .map_err(|faults| faults.into_iter().map(|fault| (fault.field, fault.what)).collect())
    }

    fn wrong(field: &str, what: What) -> (String, What) {
        (field.to_owned(), what)
    }

    #[test]
    fn preferences_are_few_and_each_given_once() {
        let rules = Rules::Preferences { most: 2 };
        assert_eq!(
            read(rules.clone(), &[("option", "b"), ("option", "a")]),
            Ok(Choice::Options(vec!["b".into(), "a".into()]))
        );
        assert_eq!(read(rules.clone(), &[]), Err(vec![wrong("option", What::TooFew { least: 1 })]));
        assert_eq!(
            read(rules, &[("option", "a"), ("option", "a"), ("option", "z")]),
            Err(vec![
                wrong("option", What::Repeated),
                wrong("option", What::NotAChoice),
                wrong("option", What::TooMany { most: 2, found: 3 }),
            ])
        );
        let rules =
            Rules::Budget { budget: 9, decimals: 0, utilities: Utilities::Cost, most: None };
        let all = [("option", "a"), ("option", "b"), ("option", "c-1")];
        assert!(read(rules, &all).is_ok());
    }

    #[test]
    fn dots_have_a_total_and_a_most_on_one() {
        let rules = Rules::Dots { dots: 3, most_each: 2 };
        assert_eq!(
            read(rules.clone(), &[("dots-a", "2"), ("dots-b", "0"), ("dots-c-1", "")]),
            Ok(Choice::Dots(BTreeMap::from([("a".to_owned(), 2)])))
        );
        assert_eq!(
            read(rules.clone(), &[("dots-a", "3"), ("dots-b", "1"), ("dots-z", "1")]),
            Err(vec![
                wrong("dots-z", What::NotAChoice),
                wrong("dots", What::TooMany { most: 3, found: 5 }),
                wrong("dots-a", What::TooMany { most: 2, found: 3 }),
            ])
        );
        assert_eq!(
            read(rules.clone(), &[("dots-a", "due")]),
            Err(vec![wrong("dots-a", What::NotANumber)])
        );
        assert_eq!(read(rules, &[("dots-a", "-1")]), Err(vec![wrong("dots-a", What::NotANumber)]));
    }

    #[test]
    fn a_ranking_is_made_of_places() {
        let rules = Rules::Ranking { most: Some(2), equal: false };
        assert_eq!(
            read(rules.clone(), &[("rank-a", "7"), ("rank-c-1", "1"), ("rank-b", "")]),
            Ok(Choice::Ranking(vec![vec!["c-1".into()], vec!["a".into()]]))
        );
        assert_eq!(
            read(rules, &[("rank-a", "1"), ("rank-b", "1"), ("rank-c-1", "2")]),
            Err(vec![
                wrong("rank", What::TooMany { most: 2, found: 3 }),
                wrong("rank-b", What::Repeated),
            ])
        );
        let rules = Rules::Ranking { most: None, equal: true };
        assert_eq!(
            read(rules.clone(), &[("rank-a", "1"), ("rank-b", "1")]),
            Ok(Choice::Ranking(vec![vec!["a".into(), "b".into()]]))
        );
        assert_eq!(read(rules, &[("rank-a", "0")]), Err(vec![wrong("rank-a", What::NotANumber)]));
    }

    #[test]
    fn a_reserve_and_an_objection_say_why() {
        let said = |value, reason: &str| Said { value, reason: reason.to_owned() };
        assert_eq!(
            read(
                Rules::Consent,
                &[
                    ("consent-a", "posso_conviverci"),
                    ("consent-b", "obiezione"),
                    ("reason-b", "Toglie il trasporto a chi sta nelle frazioni."),
                ]
            ),
            Ok(Choice::Consent(BTreeMap::from([
                ("a".to_owned(), said(Consent::LiveWith, "")),
                (
                    "b".to_owned(),
                    said(Consent::Objection, "Toglie il trasporto a chi sta nelle frazioni.")
                ),
            ])))
        );
        assert_eq!(
            read(Rules::Consent, &[("consent-a", "riserva"), ("consent-b", "forse")]),
            Err(vec![wrong("consent-b", What::NotAChoice), wrong("reason-a", What::Missing),])
        );
    }

    #[test]
    fn an_organisation_gives_its_reason_even_when_favourable() {
        assert_eq!(
            read(Rules::Position, &[("position-a", "favorevole"), ("reason-a", " ")]),
            Err(vec![wrong("reason-a", What::Missing)])
        );
        let choice = read(Rules::Position, &[("position-a", "contrario"), ("reason-a", "Costa")]);
        assert!(matches!(
            choice,
            Ok(Choice::Position { organisation, .. }) if organisation == "Consulta dei giovani"
        ));
    }

    #[test]
    fn a_statement_may_be_left_unanswered() {
        assert_eq!(
            read(Rules::Statements, &[("answer-a", "passo"), ("answer-b", "")]),
            Ok(Choice::Statements(BTreeMap::from([("a".to_owned(), Answer::Pass)])))
        );
        assert_eq!(
            read(Rules::Statements, &[]),
            Err(vec![wrong("answer", What::TooFew { least: 1 })])
        );
    }

    #[test]
    fn a_choice_of_another_method_is_none() {
        let choice = Choice::Dots(BTreeMap::from([("a".to_owned(), 1)]));
        assert_eq!(
            choice.faults(&ballot(Rules::Support)),
            vec![Fault::new("dots", What::NotAChoice)]
        );
    }
}
