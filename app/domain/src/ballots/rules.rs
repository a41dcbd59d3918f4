//! The methods with their limits, and what a rule for ties may be.
//!
//! What is declared around them (title, options, electorate, secrecy) is a [`Ballot`]; whether
//! limits make sense together is looked at there. Nothing here counts anything.
//!
//! [`Ballot`]: super::ballot::Ballot

use serde::{Deserialize, Serialize};

use crate::coded::coded;
use crate::faults::{Fault, What};
use crate::forms::Fields;
use crate::rounds::VoteMethod;
use crate::staff_forms::digits;

/// The greatest amount of money, in the smallest unit: arithmetic stays within its bounds.
pub const MOST_MONEY: u64 = 1_000_000_000_000;

coded! {
    /// What happens when two options are equal (domain.md §8, case 12).
    TieRule {
        /// More municipalities represented, then more linked needs, then a body decides with a
        /// reason; until it has, the tie stays open.
        Declared = "comuni_bisogni_organo",
        /// By id, as text: only for elections of other formats, which say nothing more; each
        /// such tie is named in the result.
        ById = "identificativo",
    }
}

coded! {
    /// What a voter gains from an option they chose that is funded (equal shares).
    Utilities {
        /// As much as it costs.
        Cost = "costo",
        /// One, whatever it costs.
        Count = "numero",
    }
}

/// The method of a ballot with its limits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "method")]
pub enum Rules {
    /// Any number of options, each supported or not.
    #[serde(rename = "sostegno")]
    Support,
    /// Up to `most` options.
    #[serde(rename = "preferenze")]
    Preferences {
        /// The most options.
        most: u32,
    },
    /// Dots to hand out.
    #[serde(rename = "bollini")]
    Dots {
        /// How many a person has.
        dots: u32,
        /// The most on one option.
        most_each: u32,
    },
    /// Options in order; what is left out comes last.
    #[serde(rename = "graduatoria")]
    Ranking {
        /// The most options a person puts in order, if there is a limit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        most: Option<u32>,
        /// Whether several may stand at one place.
        equal: bool,
    },
    /// Can live with it, reserve or objection on each option.
    #[serde(rename = "consenso")]
    Consent,
    /// Each organisation's position on each option.
    #[serde(rename = "posizione")]
    Position,
    /// Options to be funded from a sum.
    #[serde(rename = "bilancio")]
    Budget {
        /// The sum, in the smallest unit.
        budget: u64,
        /// Decimals of an amount: 0 if the smallest unit is the euro, 2 if it is the cent.
        #[serde(default, skip_serializing_if = "is_zero")]
        decimals: u8,
        /// What counts as a gain.
        utilities: Utilities,
        /// The most options, if there is a limit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        most: Option<u32>,
    },
    /// Agree, disagree or pass on each option.
    #[serde(rename = "dichiarazioni")]
    Statements,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it")]
fn is_zero(number: &u8) -> bool {
    *number == 0
}

impl Rules {
    /// Its method.
    pub const fn method(&self) -> VoteMethod {
        match self {
            Rules::Support => VoteMethod::Support,
            Rules::Preferences { .. } => VoteMethod::Preferences,
            Rules::Dots { .. } => VoteMethod::Dots,
            Rules::Ranking { .. } => VoteMethod::Ranking,
            Rules::Consent => VoteMethod::Consent,
            Rules::Position => VoteMethod::Position,
            Rules::Budget { .. } => VoteMethod::Budget,
            Rules::Statements => VoteMethod::Statements,
        }
    }

    /// What one paper ballot has to give away, and the most of it on one option; `None` where a
    /// hand-entered total can't stand for the ballots.
    pub const fn on_paper(&self) -> Option<(Option<u32>, u32)> {
        match *self {
            Rules::Support => Some((None, 1)),
            Rules::Preferences { most } => Some((Some(most), 1)),
            Rules::Dots { dots, most_each } => Some((Some(dots), most_each)),
            Rules::Ranking { .. }
            | Rules::Consent
            | Rules::Position
            | Rules::Budget { .. }
            | Rules::Statements => None,
        }
    }

    /// Reads the limits of a method from the fields `most`, `dots`, `most_each`, `equal` (a box),
    /// `budget` (whole euro) and `utilities`; whether they make sense together is
    /// [`Ballot::faults`].
    ///
    /// # Errors
    ///
    /// Each field that is missing or no number.
    pub fn parse(method: VoteMethod, fields: &Fields) -> Result<Rules, Vec<Fault>> {
        let mut faults = Vec::new();
        let rules = match method {
            VoteMethod::Support => Rules::Support,
            VoteMethod::Consent => Rules::Consent,
            VoteMethod::Position => Rules::Position,
            VoteMethod::Statements => Rules::Statements,
            VoteMethod::Preferences => {
                Rules::Preferences { most: needed(fields, "most", &mut faults) }
            }
            VoteMethod::Dots => Rules::Dots {
                dots: needed(fields, "dots", &mut faults),
                most_each: needed(fields, "most_each", &mut faults),
            },
            VoteMethod::Ranking => Rules::Ranking {
                most: number(fields, "most", &mut faults),
                equal: fields.has("equal"),
            },
            VoteMethod::Budget => Rules::Budget {
                budget: needed(fields, "budget", &mut faults),
                decimals: 0,
                utilities: match fields.text("utilities") {
                    "" => Utilities::Cost,
                    code => code.parse().unwrap_or_else(|_| {
                        faults.push(Fault::new("utilities", What::NotAChoice));
                        Utilities::Cost
                    }),
                },
                most: number(fields, "most", &mut faults),
            },
        };
        if faults.is_empty() { Ok(rules) } else { Err(faults) }
    }
}

/// A whole number that may be left out, as Italians write it: «12500», «12.500», «12.500,00».
pub(crate) fn number<T: std::str::FromStr>(
    fields: &Fields,
    name: &str,
    faults: &mut Vec<Fault>,
) -> Option<T> {
    let written = fields.text(name);
    if written.is_empty() {
        return None;
    }
    let whole = digits(written).filter(|(_, decimals)| decimals.bytes().all(|digit| digit == b'0'));
    let read = whole.and_then(|(whole, _)| whole.parse().ok());
    if read.is_none() {
        faults.push(Fault::new(name, What::NotANumber));
    }
    read
}

/// A number that must be there; the smallest one stands for it beside the fault.
pub(crate) fn needed<T: std::str::FromStr + Default>(
    fields: &Fields,
    name: &str,
    faults: &mut Vec<Fault>,
) -> T {
    if fields.text(name).is_empty() {
        faults.push(Fault::new(name, What::Missing));
    }
    number(fields, name, faults).unwrap_or_default()
}

/// A number of something as a fault tells it.
pub(super) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        Fields::from_pairs(pairs.iter().map(|&(name, value)| (name.to_owned(), value.to_owned())))
    }

    #[test]
    fn limits_are_read_from_a_form() {
        assert_eq!(
            Rules::parse(VoteMethod::Dots, &fields(&[("dots", "3"), ("most_each", "2")])),
            Ok(Rules::Dots { dots: 3, most_each: 2 })
        );
        assert_eq!(
            Rules::parse(VoteMethod::Budget, &fields(&[("budget", "120.000")])),
            Ok(Rules::Budget {
                budget: 120_000,
                decimals: 0,
                utilities: Utilities::Cost,
                most: None
            })
        );
        for (field, value) in [("most", "1.5"), ("most", "-1"), ("most", "1.50"), ("most", "2,5")] {
            assert_eq!(
                Rules::parse(VoteMethod::Preferences, &fields(&[(field, value)])),
                Err(vec![Fault::new("most", What::NotANumber)])
            );
        }
        assert_eq!(
            Rules::parse(VoteMethod::Dots, &fields(&[("dots", "tre")])),
            Err(
                vec![Fault::new("dots", What::NotANumber), Fault::new("most_each", What::Missing),]
            )
        );
    }

    #[test]
    fn the_rules_are_written_with_the_code_of_their_method() {
        for (rules, json) in [
            (Rules::Support, r#"{"method":"sostegno"}"#),
            (
                Rules::Dots { dots: 3, most_each: 2 },
                r#"{"method":"bollini","dots":3,"most_each":2}"#,
            ),
            (
                Rules::Budget { budget: 9, decimals: 2, utilities: Utilities::Count, most: None },
                r#"{"method":"bilancio","budget":9,"decimals":2,"utilities":"numero"}"#,
            ),
        ] {
            assert_eq!(serde_json::to_string(&rules).unwrap(), json);
            assert!(json.contains(rules.method().code()));
            assert_eq!(serde_json::from_str::<Rules>(json).unwrap(), rules);
        }
    }
}
