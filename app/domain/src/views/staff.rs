//! The moderators' queue and the office's list of the unanswered.

use serde::{Deserialize, Serialize};

use super::{ContributionCard, RoundRef};
use crate::contributions::Words;
use crate::detectors::DetectorClass;
use crate::moderation::Cause;
use crate::time::Moment;

/// The queue: present danger first, then the longest waiting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ModerationPage {
    /// Open cases.
    pub cases: Vec<CaseCard>,
    /// Decided in the last thirty days.
    pub decided: u64,
}

/// A case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseCard {
    /// Number of the case in the Ambito.
    pub number: i64,
    /// Why it is here.
    pub cause: Cause,
    /// What the detectors found in it.
    pub detected: Vec<DetectorClass>,
    /// Since when.
    pub at: Moment,
    /// What whoever reported it wrote.
    pub note: Option<String>,
    /// The contribution it is about, or on which the comment stands.
    pub card: ContributionCard,
    /// The words to read.
    pub words: Words,
    /// The revision these words are: the decision is on it and on no later one.
    pub revision: i64,
    /// If it is about a comment: its number.
    pub comment: Option<i64>,
    /// It is public now (a report), not waiting to be.
    pub public: bool,
}

/// The office: rounds with what is unanswered, and drafts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OfficePage {
    /// Rounds that are not given back, with the count of the unanswered.
    pub rounds: Vec<(RoundRef, u64)>,
    /// The longest unanswered, in no action and without outcome, at most 50.
    pub unanswered: Vec<ContributionCard>,
    /// Actions being drafted.
    pub drafts: Vec<super::ActionCard>,
}
