//! The moderators' queue and the office's list of the unanswered.

use serde::{Deserialize, Serialize};

use super::{Claim, ContributionCard, Earlier, May, RoundRef};
use crate::comments::FlagReason;
use crate::contributions::Words;
use crate::detectors::DetectorClass;
use crate::moderation::Cause;
use crate::time::Moment;

/// The queue: present danger first, then the longest waiting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ModerationPage {
    /// Open cases.
    pub cases: Vec<CaseCard>,
    /// Reasons of objections to merges that wait to be read, the oldest first.
    pub reasons: Vec<super::HeldReasonView>,
    /// Decided in the last thirty days.
    pub decided: u64,
    /// The viewer looks again at what others decided, and at nothing else.
    pub appeals_only: bool,
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
    /// Why it was reported, once for each report.
    pub flagged_for: Vec<FlagReason>,
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
    /// Somebody reads it now.
    pub claim: Option<Claim>,
    /// What an appeal is against.
    pub appealed: Option<Earlier>,
    /// A softer wording waits for the author's answer since then.
    pub softened: Option<Moment>,
    /// Hate of the same author was hidden before: comments can be suspended.
    pub repeated: bool,
    /// May decide on it now.
    pub may_decide: May,
}

/// The office: rounds with what is unanswered, and drafts.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct OfficePage {
    /// Rounds that are not given back, with the count of the unanswered.
    pub rounds: Vec<(RoundRef, u64)>,
    /// The longest unanswered, in no action and without outcome, at most 50.
    pub unanswered: Vec<ContributionCard>,
    /// Actions being drafted.
    pub drafts: Vec<super::ActionCard>,
    /// Merges somebody objects to, of these rounds: they wait for a mediator.
    pub contested: Vec<super::ClusterCard>,
}
