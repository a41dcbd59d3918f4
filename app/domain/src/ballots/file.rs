//! The ballot file (`trama-ballots/1`): what a vote's page offers, so that anybody can count again.
//!
//! Its shape is the committed schema ([`SCHEMA`]), which is also its documentation; what a schema
//! can't say (ids that exist, limits, sums) is in `check`. It never holds who voted, when, or
//! through which channel.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::ballot::BallotOption;
use super::choice::Choice;
use super::paper::Totals;
use super::rules::{Rules, TieRule};
use crate::import::FileFault;
use crate::import::fault::{Faults, What};
use crate::import::json;
use crate::import::shape::Schema;

/// The schema of the format, word for word as it is published.
pub const SCHEMA: &str = include_str!("trama-ballots.schema.json");

/// The name of the format, as the file itself has it.
pub const FORMAT: &str = "trama-ballots/1";

/// The ballots of one closed vote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BallotFile {
    /// [`FORMAT`].
    pub format: String,
    /// What was asked.
    pub title: String,
    /// Method and limits.
    pub rules: Rules,
    /// What happens on a tie.
    pub tie_rule: TieRule,
    /// What one could choose.
    pub options: Vec<BallotOption>,
    /// What a body decided on ties.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
    /// How many ballots were counted.
    pub ballots: u32,
    /// One ballot each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<Row>,
    /// What ballots come to that are not in rows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub totals: Option<Totals>,
    /// How often each answer was given, instead of rows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answers: Option<Answers>,
    /// How many prefer which option to which, instead of rows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pairwise: Option<Pairwise>,
}

/// A ballot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Random, without meaning.
    pub id: String,
    /// How many voters chose exactly this; one, but for elections of other formats.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub count: u32,
    /// What was chosen.
    #[serde(flatten)]
    pub choice: Choice,
}

const fn one() -> u32 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it")]
fn is_one(number: &u32) -> bool {
    *number == 1
}

/// What a body decided on ties, with its reason (domain.md §8, case 12).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Which body.
    pub body: String,
    /// Options, the one that goes first in a tie first.
    pub order: Vec<String>,
    /// Why.
    pub reason: String,
}

/// How often each answer was given.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers {
    /// How many people these are the answers of.
    pub persons: u32,
    /// By option and code of the answer.
    pub on: BTreeMap<String, BTreeMap<String, u32>>,
}

/// How many prefer which option to which.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pairwise {
    /// How many people these are the preferences of.
    pub persons: u32,
    /// Lines and columns in the order of the options: who prefer the line's to the column's.
    pub table: Vec<Vec<u32>>,
}

impl BallotFile {
    /// Whether everything can be computed from it, equal shares included: not from the totals of
    /// a budget, which don't say what was chosen together.
    pub fn is_whole(&self) -> bool {
        !matches!(self.rules, Rules::Budget { .. }) || self.totals.is_none()
    }

    /// As it is published: pretty JSON with a line end.
    pub fn to_json(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }
}

/// Reads a ballot file and judges all of it: shape, then meaning.
///
/// # Errors
///
/// All faults, each with its path, at most [`crate::import::MOST_FAULTS`].
pub fn read(text: &str) -> Result<BallotFile, Vec<FileFault>> {
    let mut faults = Faults::default();
    let value = json::parse(text, &mut faults);
    if let Some(value) = &value {
        match Schema::read(SCHEMA) {
            Ok(schema) => schema.check(value, &mut faults),
            Err(error) => faults.add("", What::SchemaUnusable { reason: error.to_string() }),
        }
    }
    let Some(value) = value.filter(|_| faults.as_slice().is_empty()) else {
        return Err(faults.into_list());
    };
    let file: BallotFile = serde_json::from_value(value).map_err(|error| {
        vec![FileFault::new("", What::Unreadable { reason: error.to_string() })]
    })?;
    let found = super::check::check(&file);
    if found.is_empty() { Ok(file) } else { Err(found) }
}
