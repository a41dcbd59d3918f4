//! The count: a pure function of a ballot file.
//!
//! The page of a result and `trama tally FILE` both show what [`tally`] gives. It looks at
//! nothing but the file, and the order of its rows changes nothing.

use std::collections::BTreeMap;

use serde::Serialize;

use super::budget::{self, BudgetTally};
use super::choice::{Choice, Said, Stance};
use super::file::BallotFile;
use super::rules::Rules;
use super::schulze::{self, RankingTally};
use super::ties::{Settler, Tie};
use crate::coded::coded;
use crate::rounds::VoteMethod;

/// The name of the result's format.
pub const FORMAT: &str = "trama-tally/1";

coded! {
    /// How much of a result can be computed from its file.
    Recount {
        /// Everything.
        Whole = "tutto",
        /// Only what follows from totals: not equal shares.
        Totals = "solo_totali",
    }
}

/// What the ballots of a file come to; its JSON is what `trama tally FILE` prints.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// [`FORMAT`].
    pub format: &'static str,
    /// What was asked.
    pub title: String,
    /// The method.
    pub method: VoteMethod,
    /// How many ballots were counted.
    pub ballots: u32,
    /// How much could be computed.
    pub recount: Recount,
    /// What they come to.
    pub result: Outcome,
}

/// What ballots come to, by kind of method.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Sostegno, preferenze, bollini.
    Totals(TotalsTally),
    /// Graduatoria.
    Ranking(RankingTally),
    /// Consenso, dichiarazioni.
    Answers(AnswersTally),
    /// Posizione.
    Positions(PositionsTally),
    /// Bilancio.
    Budget(Box<BudgetTally>),
}

/// The total of an option.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Total {
    /// Which.
    pub option: String,
    /// How many supports, preferences or dots.
    pub count: u64,
}

/// What supports, preferences or dots come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TotalsTally {
    /// Totals, in the ballot's order.
    pub totals: Vec<Total>,
    /// Preferences or dots that were not given to any option, where there is a limit.
    pub blanks: Option<u64>,
    /// Places, the greatest total first; several at one place are equal: undecided.
    pub ranking: Vec<Vec<String>>,
    /// Ties, and what became of them.
    pub ties: Vec<Tie>,
}

/// How often each answer was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AnswersTally {
    /// By option, in the ballot's order.
    pub on: Vec<AnswersOn>,
    /// Consenso: options to which nobody objects, and that somebody answered.
    pub without_objection: Vec<String>,
}

/// How often each answer was given on one option.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AnswersOn {
    /// Which.
    pub option: String,
    /// By code of the answer; all answers of the method are there.
    pub answers: BTreeMap<String, u64>,
    /// How many didn't answer on it.
    pub unanswered: u64,
}

/// What organisations say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PositionsTally {
    /// How often each position was taken on each option.
    pub on: Vec<AnswersOn>,
    /// The organisations by name, each with what it says.
    pub organisations: Vec<OrganisationSays>,
}

/// What one organisation says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct OrganisationSays {
    /// Its name.
    pub organisation: String,
    /// By option, with its reason.
    pub on: BTreeMap<String, Said<Stance>>,
}

/// Counts a file that was read and judged.
pub fn tally(file: &BallotFile) -> Tally {
    let result = match file.rules {
        Rules::Support | Rules::Preferences { .. } | Rules::Dots { .. } => {
            Outcome::Totals(totals(file))
        }
        Rules::Ranking { .. } => Outcome::Ranking(schulze::tally(file)),
        Rules::Consent | Rules::Statements => Outcome::Answers(answers(file)),
        Rules::Position => Outcome::Positions(positions(file)),
        Rules::Budget { budget, decimals, utilities, .. } => {
            Outcome::Budget(Box::new(budget::tally(file, (budget, decimals), utilities)))
        }
    };
    Tally {
        format: FORMAT,
        title: file.title.clone(),
        method: file.rules.method(),
        ballots: file.ballots,
        recount: if file.is_whole() { Recount::Whole } else { Recount::Totals },
        result,
    }
}

impl Tally {
    /// As `trama tally FILE` prints it: JSON in one line.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Options that are equal even after the rule for ties: a body has to decide, with a reason.
    pub fn undecided(&self) -> Vec<Vec<String>> {
        let together = |places: &[Vec<String>]| {
            places.iter().filter(|place| place.len() > 1).cloned().collect()
        };
        match &self.result {
            Outcome::Totals(totals) => together(&totals.ranking),
            Outcome::Ranking(ranking) => together(&ranking.ranking),
            Outcome::Answers(_) | Outcome::Positions(_) => Vec::new(),
            Outcome::Budget(budget) => {
                let shares = budget.equal_shares.as_ref().map(|shares| &shares.outcome.undecided);
                [shares.unwrap_or(&budget.greedy.undecided)]
                    .into_iter()
                    .filter(|options| !options.is_empty())
                    .cloned()
                    .collect()
            }
        }
    }
}

/// What each option got, in rows and totals.
pub(super) fn counts(file: &BallotFile) -> BTreeMap<&str, u64> {
    let mut counts: BTreeMap<&str, u64> =
        file.options.iter().map(|option| (option.id.as_str(), 0)).collect();
    let mut add = |id: &str, count: u64| {
        if let Some(sum) = counts.get_mut(id) {
            *sum += count;
        }
    };
    for row in &file.rows {
        let voters = u64::from(row.count);
        match &row.choice {
            Choice::Options(options) => options.iter().for_each(|id| add(id, voters)),
            Choice::Dots(dots) => {
                dots.iter().for_each(|(id, &dots)| add(id, u64::from(dots) * voters));
            }
            Choice::Ranking(_)
            | Choice::Consent(_)
            | Choice::Position { .. }
            | Choice::Statements(_) => {}
        }
    }
    if let Some(totals) = &file.totals {
        totals.counts.iter().for_each(|(id, &count)| add(id, count.into()));
    }
    counts
}

fn totals(file: &BallotFile) -> TotalsTally {
    let settler = Settler::of(file);
    let counts = counts(file);
    let count_of = |option: usize| counts.get(settler.id(option)).copied().unwrap_or(0);
    let mut by_count: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for option in 0..file.options.len() {
        by_count.entry(count_of(option)).or_default().push(option);
    }
    let (mut ranking, mut ties) = (Vec::new(), Vec::new());
    for tied in by_count.into_values().rev() {
        if tied.len() > 1 {
            ties.push(settler.told(&tied, false));
        }
        let (groups, _) = settler.settle(&tied, false);
        ranking.extend(groups.iter().map(|group| settler.ids(group)));
    }
    // persons × dots = dots + blanks, for ballots in rows as for those of paper.
    let blanks = file.rules.on_paper().and_then(|(each_has, _)| {
        let given: u64 = counts.values().sum();
        Some((u64::from(each_has?) * u64::from(file.ballots)).saturating_sub(given))
    });
    let all = file.options.iter().enumerate();
    TotalsTally {
        totals: all
            .map(|(number, option)| Total { option: option.id.clone(), count: count_of(number) })
            .collect(),
        blanks,
        ranking,
        ties,
    }
}

/// The answers of a method, by their codes.
pub(super) fn codes(rules: &Rules) -> Vec<&'static str> {
    use super::choice::{Answer, Consent};
    match rules {
        Rules::Consent => Consent::ALL.iter().map(|answer| answer.code()).collect(),
        Rules::Statements => Answer::ALL.iter().map(|answer| answer.code()).collect(),
        Rules::Position => Stance::ALL.iter().map(|answer| answer.code()).collect(),
        Rules::Support
        | Rules::Preferences { .. }
        | Rules::Dots { .. }
        | Rules::Ranking { .. }
        | Rules::Budget { .. } => Vec::new(),
    }
}

/// How often each answer was given on each option.
pub(super) fn answers_on(file: &BallotFile) -> Vec<AnswersOn> {
    let none: BTreeMap<String, u64> =
        codes(&file.rules).into_iter().map(|code| (code.to_owned(), 0)).collect();
    let mut on: BTreeMap<&str, BTreeMap<String, u64>> =
        file.options.iter().map(|option| (option.id.as_str(), none.clone())).collect();
    let mut add = |id: &str, code: &str, voters: u64| {
        if let Some(sum) = on.get_mut(id).and_then(|answers| answers.get_mut(code)) {
            *sum += voters;
        }
    };
    for row in &file.rows {
        let voters = u64::from(row.count);
        match &row.choice {
            Choice::Consent(said) => {
                said.iter().for_each(|(id, said)| add(id, said.value.code(), voters));
            }
            Choice::Position { on, .. } => {
                on.iter().for_each(|(id, said)| add(id, said.value.code(), voters));
            }
            Choice::Statements(answers) => {
                answers.iter().for_each(|(id, answer)| add(id, answer.code(), voters));
            }
            Choice::Options(_) | Choice::Dots(_) | Choice::Ranking(_) => {}
        }
    }
    for (id, answers) in file.answers.iter().flat_map(|answers| &answers.on) {
        answers.iter().for_each(|(code, &count)| add(id, code, count.into()));
    }
    let told = |option: &super::ballot::BallotOption| {
        let answers = on.get(option.id.as_str()).cloned().unwrap_or_default();
        let given: u64 = answers.values().sum();
        let unanswered = u64::from(file.ballots).saturating_sub(given);
        AnswersOn { option: option.id.clone(), answers, unanswered }
    };
    file.options.iter().map(told).collect()
}

fn answers(file: &BallotFile) -> AnswersTally {
    use super::choice::Consent;
    let on = answers_on(file);
    let unopposed = |on: &&AnswersOn| {
        matches!(file.rules, Rules::Consent)
            && on.answers.get(Consent::Objection.code()) == Some(&0)
            && on.answers.values().any(|&count| count > 0)
    };
    let without_objection = on.iter().filter(unopposed).map(|on| on.option.clone()).collect();
    AnswersTally { on, without_objection }
}

fn positions(file: &BallotFile) -> PositionsTally {
    let says = |row: &super::file::Row| match &row.choice {
        Choice::Position { organisation, on } => {
            Some(OrganisationSays { organisation: organisation.clone(), on: on.clone() })
        }
        Choice::Options(_)
        | Choice::Dots(_)
        | Choice::Ranking(_)
        | Choice::Consent(_)
        | Choice::Statements(_) => None,
    };
    let mut organisations: Vec<OrganisationSays> = file.rows.iter().filter_map(says).collect();
    organisations.sort();
    PositionsTally { on: answers_on(file), organisations }
}
