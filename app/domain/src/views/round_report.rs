//! The result report of a round: who spoke, what was said, what became of it.

use serde::{Deserialize, Serialize};

use super::{ActionRef, ClusterRef, ContributionRef, RoundCard};
use crate::contributions::{AuthorKind, Channel, Words};
use crate::moderation::{Decision, ReasonClass};
use crate::outcomes::Outcome;
use crate::rounds::ledger::{Ledger, Place};
use crate::suppression::Shown;
use crate::time::Moment;

/// One breakdown of the public texts, small cells merged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Breakdown<T> {
    /// What is told one by one.
    pub cells: Vec<(T, u32)>,
    /// The rest together; 0 if nothing was merged.
    pub others: u32,
}

/// A text quoted in the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportVoice {
    /// Which.
    pub contribution: ContributionRef,
    /// Its words, as they are.
    pub words: Words,
    /// The municipality it speaks of.
    pub municipality: String,
    /// In which capacity its author spoke.
    pub author_kind: AuthorKind,
    /// Supporters.
    pub supporters: Shown,
    /// What became of it.
    pub outcome: Option<Outcome>,
}

/// An action that comes from the round, with what was decided on it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReportAction {
    /// Which.
    pub action: ActionRef,
    /// What it is to reach.
    pub objective: String,
    /// How many texts it comes from.
    pub voices: u32,
    /// Supporters of at least one of them.
    pub supporters: Shown,
    /// The reason of the last decision.
    pub reason: Option<String>,
    /// What is measured: name, unit, from, to.
    pub measures: Vec<(String, String, f64, f64)>,
}

/// A cluster of the round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportCluster {
    /// Which.
    pub cluster: ClusterRef,
    /// What its texts say together.
    pub synthesis: String,
    /// How many texts.
    pub sources: u32,
    /// Supporters of at least one of them.
    pub supporters: Shown,
}

/// An answer given to one text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportAnswer {
    /// Which text.
    pub contribution: ContributionRef,
    /// What.
    pub outcome: Outcome,
    /// Why.
    pub reason: String,
    /// The body it was passed on to.
    pub addressed: Option<String>,
}

/// The result report of a round.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReportPage {
    /// Which round.
    pub card: RoundCard,
    /// Title of the plan it belongs to.
    pub plan: String,
    /// Objective.
    pub objective: String,
    /// Account of who facilitated, given back with it.
    pub account: Option<String>,
    /// When this report was made: it tells what stands then.
    pub at: Moment,
    /// Where the texts stand.
    pub ledger: Ledger,
    /// Public needs.
    pub needs: u64,
    /// Public proposals.
    pub proposals: u64,
    /// Public comments.
    pub comments: u64,
    /// Distinct supporters.
    pub supporters: Shown,
    /// People at the sessions, all sessions together: number of sessions and people.
    pub sessions: Option<(u64, Shown)>,
    /// By channel.
    pub channels: Breakdown<Channel>,
    /// By capacity of the authors.
    pub authors: Breakdown<AuthorKind>,
    /// By municipality.
    pub municipalities: Breakdown<String>,
    /// Municipalities of which nobody spoke.
    pub unheard: Vec<String>,
    /// The most supported texts.
    pub supported: Vec<ReportVoice>,
    /// The least heard ones.
    pub least_heard: Vec<ReportVoice>,
    /// What became of the public texts.
    pub outcomes: Vec<(Outcome, u64)>,
    /// Public texts without an answer.
    pub unanswered: u64,
    /// Clusters.
    pub clusters: Vec<ReportCluster>,
    /// Actions.
    pub actions: Vec<ReportAction>,
    /// Answers given one by one.
    pub answers: Vec<ReportAnswer>,
    /// What moderators decided, by class of reason; small cells merged.
    pub moderation: Breakdown<(Decision, Option<ReasonClass>)>,
    /// How often it was opened once more.
    pub reopened: u64,
    /// Hash of its rules.
    pub hash: String,
}

/// The public ledger of a round: what came, and where it stands. Its parts add up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerPage {
    /// The round.
    pub card: RoundCard,
    /// As of when.
    pub at: Moment,
    /// What was received, by where it stands.
    pub ledger: Ledger,
    /// Why texts were hidden.
    pub hidden: Breakdown<Option<ReasonClass>>,
    /// What was published, by what became of it: in the order of [`Place::ALL`], none left out.
    pub published: Vec<(Place, u32)>,
}
