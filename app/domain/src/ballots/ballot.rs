//! A ballot as it is declared before it opens: what is asked, how, of whom, and how secretly.
//!
//! It is frozen at opening and printed beside the result (invariants 2 and 15).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::rules::{MOST_MONEY, Rules, TieRule, count};
use crate::coded::coded;
use crate::faults::{Fault, What};
use crate::people::IdentityLevel;
use crate::rounds::VoteMethod;

/// The most options one of our own ballots has: more than anybody reads.
pub const MOST_OPTIONS: usize = 200;

/// Most characters of a title.
const TITLE_MOST: u32 = 300;

coded! {
    /// What may be seen of choices, and when.
    Secrecy {
        /// No count before closing, never who chose what (invariant 14).
        Secret = "segreto",
        /// Counts are shown while it is open, never who chose what.
        Counted = "conteggio",
        /// Who chose what is public: organisations.
        Named = "palese",
    }
}

/// Something one can choose.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BallotOption {
    /// Id within the ballot, as its form and its file name it.
    pub id: String,
    /// One line.
    pub title: String,
    /// What it costs, in the smallest unit of the budget.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<u64>,
    /// How many municipalities its sources come from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub municipalities: Option<u32>,
    /// How many needs are linked to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub needs: Option<u32>,
}

/// A ballot as it is declared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ballot {
    /// What is asked.
    pub title: String,
    /// Method and limits.
    pub rules: Rules,
    /// Least identity level of who may vote.
    pub electorate: IdentityLevel,
    /// What may be seen, and when.
    pub secrecy: Secrecy,
    /// What happens on a tie.
    pub tie_rule: TieRule,
    /// Who has no document may vote too, with what is handed out in person (domain.md §8,
    /// case 15).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub tokens: bool,
    /// What one can choose, frozen with the rest.
    pub options: Vec<BallotOption>,
}

impl Ballot {
    /// The levels from which a ballot of this method may be open (domain.md §2.4, §2.6): supports
    /// and statements from L1, positions for organisations alone.
    pub const fn levels(method: VoteMethod) -> &'static [IdentityLevel] {
        match method {
            VoteMethod::Support | VoteMethod::Statements => &[IdentityLevel::L1, IdentityLevel::L2],
            VoteMethod::Preferences
            | VoteMethod::Dots
            | VoteMethod::Ranking
            | VoteMethod::Budget => &[IdentityLevel::L2],
            VoteMethod::Consent => &[IdentityLevel::L2, IdentityLevel::L3],
            VoteMethod::Position => &[IdentityLevel::L3],
        }
    }

    /// How secret a ballot of this method may be (domain.md §3.4, invariant 14).
    pub const fn secrecies(method: VoteMethod) -> &'static [Secrecy] {
        match method {
            VoteMethod::Support | VoteMethod::Statements => &[Secrecy::Counted, Secrecy::Secret],
            VoteMethod::Preferences
            | VoteMethod::Dots
            | VoteMethod::Ranking
            | VoteMethod::Budget => &[Secrecy::Secret],
            VoteMethod::Consent => &[Secrecy::Secret, Secrecy::Named],
            VoteMethod::Position => &[Secrecy::Named],
        }
    }

    /// Whether an option has this id.
    pub fn has(&self, id: &str) -> bool {
        self.options.iter().any(|option| option.id == id)
    }

    /// What is wrong with it as it would be declared: all of it, each at its field. Faults of an
    /// option stand at `title-ID` and `cost-ID`.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        crate::contributions::text(&mut faults, "title", &self.title, TITLE_MOST, 1);
        self.faults_of_options(&mut faults);
        self.faults_of_rules(&mut faults);
        let method = self.rules.method();
        if !Self::levels(method).contains(&self.electorate) {
            faults.push(Fault::new("electorate", What::NotAChoice));
        }
        if !Self::secrecies(method).contains(&self.secrecy) {
            faults.push(Fault::new("secrecy", What::NotAChoice));
        }
        if self.tokens && self.is_of_organisations() {
            faults.push(Fault::new("tokens", What::NotAChoice));
        }
        if self.tie_rule != TieRule::Declared {
            faults.push(Fault::new("tie_rule", What::NotAChoice));
        }
        faults
    }

    fn faults_of_options(&self, faults: &mut Vec<Fault>) {
        let least = match self.rules.method() {
            VoteMethod::Preferences
            | VoteMethod::Dots
            | VoteMethod::Ranking
            | VoteMethod::Budget => 2,
            VoteMethod::Support
            | VoteMethod::Consent
            | VoteMethod::Position
            | VoteMethod::Statements => 1,
        };
        if self.options.len() < least {
            faults.push(Fault::new("options", What::TooFew { least: count(least) }));
        }
        at_most(faults, "options", MOST_OPTIONS as u64, self.options.len() as u64);
        let mut seen = BTreeSet::new();
        for option in &self.options {
            let title = format!("title-{}", option.id);
            if option.id.trim().is_empty() {
                faults.push(Fault::new("options", What::Missing));
            } else if !seen.insert(option.id.as_str()) {
                faults.push(Fault::new(&title, What::Repeated));
            }
            crate::contributions::text(faults, &title, &option.title, TITLE_MOST, 1);
            if let Rules::Budget { budget, .. } = self.rules {
                let cost = format!("cost-{}", option.id);
                match option.cost {
                    None | Some(0) => faults.push(Fault::new(cost, What::Missing)),
                    Some(found) => at_most(faults, &cost, budget, found),
                }
            }
        }
    }

    fn faults_of_rules(&self, faults: &mut Vec<Fault>) {
        let options = count(self.options.len()).max(1);
        match self.rules {
            Rules::Support | Rules::Consent | Rules::Position | Rules::Statements => {}
            Rules::Preferences { most } => limit(faults, "most", most, options),
            Rules::Dots { dots, most_each } => {
                limit(faults, "most_each", most_each, dots.max(1));
                limit(faults, "dots", dots, most_each.max(1).saturating_mul(options));
            }
            Rules::Ranking { most, .. } => {
                if let Some(most) = most {
                    limit(faults, "most", most, options);
                }
            }
            Rules::Budget { budget, most, .. } => {
                if budget == 0 {
                    faults.push(Fault::new("budget", What::TooFew { least: 1 }));
                }
                at_most(faults, "budget", MOST_MONEY, budget);
                if let Some(most) = most {
                    limit(faults, "most", most, options);
                }
            }
        }
    }
}

/// A fault where more is found than is allowed.
fn at_most(faults: &mut Vec<Fault>, field: &str, most: u64, found: u64) {
    if found > most {
        let told = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
        faults.push(Fault::new(field, What::TooMany { most: told(most), found: told(found) }));
    }
}

/// A fault where a limit is nought or more than it can be.
fn limit(faults: &mut Vec<Fault>, field: &str, value: u32, most: u32) {
    if value == 0 {
        faults.push(Fault::new(field, What::TooFew { least: 1 }));
    }
    at_most(faults, field, most.into(), value.into());
}

#[cfg(test)]
mod tests {
    use super::super::rules::Utilities;
    use super::super::tests::ballot_of;
    use super::*;

    fn ballot(rules: Rules, options: usize) -> Ballot {
        ballot_of(rules, &["P0", "P1", "P2", "P3"][..options])
    }

    #[test]
    fn a_ballot_that_makes_sense_has_no_faults() {
        for rules in [
            Rules::Support,
            Rules::Preferences { most: 3 },
            Rules::Dots { dots: 3, most_each: 2 },
            Rules::Ranking { most: Some(4), equal: false },
            Rules::Consent,
            Rules::Position,
            Rules::Budget { budget: 30, decimals: 0, utilities: Utilities::Cost, most: None },
            Rules::Statements,
        ] {
            assert_eq!(ballot(rules, 4).faults(), vec![]);
        }
    }

    #[test]
    fn limits_that_cannot_be_kept_are_told_all_at_once() {
        let declared = ballot(Rules::Dots { dots: 9, most_each: 2 }, 4);
        assert_eq!(
            declared.faults(),
            vec![Fault::new("dots", What::TooMany { most: 8, found: 9 })]
        );
        let rules =
            Rules::Budget { budget: 9, decimals: 0, utilities: Utilities::Cost, most: Some(0) };
        let mut declared = ballot(rules, 1);
        declared.options[0].id = "P7".into();
        declared.options.push(BallotOption { cost: None, ..declared.options[0].clone() });
        declared.electorate = IdentityLevel::L1;
        declared.secrecy = Secrecy::Counted;
        declared.tie_rule = TieRule::ById;
        assert_eq!(
            declared.faults(),
            vec![
                Fault::new("cost-P7", What::TooMany { most: 9, found: 10 }),
                Fault::new("title-P7", What::Repeated),
                Fault::new("cost-P7", What::Missing),
                Fault::new("most", What::TooFew { least: 1 }),
                Fault::new("electorate", What::NotAChoice),
                Fault::new("secrecy", What::NotAChoice),
                Fault::new("tie_rule", What::NotAChoice),
            ]
        );
    }
}
