//! The workbench and clusters.

use serde::{Deserialize, Serialize};

use super::{
    ActionRef, BenchLife, ClusterRef, ContributionCard, EarlierSynthesis, LifeStep, May, OwnMerge,
    Paging, RoundRef, SimilarCard, Thread,
};
use crate::contributions::Kind;
use crate::merging::{ClusterState, Share};
use crate::suppression::Shown;
use crate::time::Moment;

/// The workbench of a round: what is still by itself, and the clusters.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WorkbenchPage {
    /// Which round.
    pub round: RoundRef,
    /// Rounds to choose from.
    pub rounds: Vec<RoundRef>,
    /// What was asked (kind, policy, municipality, query).
    pub filter: super::Filter,
    /// Contributions in no cluster, nor in one that is proposed.
    pub unassigned: Vec<ContributionCard>,
    /// None of them has all the words that were searched: these have some.
    pub some: bool,
    /// Where one is among them.
    pub paging: Paging,
    /// Drafts that are being worked on, what was touched last first.
    pub drafts: Vec<super::BenchDraftCard>,
    /// Clusters of the round, the newest first.
    pub clusters: Vec<ClusterCard>,
    /// Notes on the round as a whole.
    pub notes: Vec<super::NoteOn>,
    /// The last acts, the newest first.
    pub acts: Vec<super::ActView>,
    /// Why those of the listed texts that are left alone are, by number.
    pub alone: std::collections::BTreeMap<i64, super::AloneView>,
    /// In which drafts those of the listed texts are that are in some, by number.
    pub drafted: std::collections::BTreeMap<i64, Vec<super::BenchDraftRef>>,
    /// Public contributions of the round.
    pub total: u64,
    /// How many of them are in a cluster that is applied.
    pub assigned: u64,
    /// How many others are in one that is proposed.
    pub proposed: u64,
    /// How many have a direct outcome.
    pub answered: u64,
    /// How many that are in no cluster are in a draft.
    pub in_drafts: u64,
    /// How many are left alone.
    pub left_alone: u64,
    /// The text being read in the middle, with its suggestions.
    pub reading: Option<Reading>,
    /// Policies to choose from.
    pub policies: Vec<super::Choice>,
    /// Municipalities to choose from.
    pub municipalities: Vec<super::Choice>,
    /// May draft an action.
    pub may_draft: May,
    /// Who else is here, and as of when it was read.
    pub life: BenchLife,
}

/// A text under reading, with what is like it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// The text.
    pub card: ContributionCard,
    /// Its whole body.
    pub body: String,
    /// Ranked suggestions of the same kind and round.
    pub similar: Vec<SimilarCard>,
    /// The parts in which it is read, each with its own suggestions.
    pub parts: Vec<super::PartReading>,
    /// May read it in parts, or rejoin them.
    pub may_split: May,
    /// Where it is already.
    pub places: Vec<super::PlaceView>,
    /// Why it is left alone, if it is.
    pub alone: Option<super::AloneView>,
    /// Notes on it.
    pub notes: Vec<super::NoteOn>,
}

/// A cluster in lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClusterCard {
    /// Which.
    pub cluster: ClusterRef,
    /// State.
    pub state: ClusterState,
    /// First moment after its objection window.
    pub closes: Option<Moment>,
    /// Number of sources.
    pub sources: u32,
    /// Distinct supporters of at least one source, as information.
    pub supporters: Shown,
    /// When it was made.
    pub at: Moment,
}

impl ClusterCard {
    /// Where it stands, in short.
    pub fn proposed(&self) -> super::ProposedMerge {
        let (cluster, state, closes) = (self.cluster.clone(), self.state, self.closes);
        super::ProposedMerge { cluster, state, closes }
    }
}

/// A source of a cluster or of an action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceView {
    /// The contribution (a tombstone has an empty title).
    pub card: ContributionCard,
    /// Its whole body; empty for a tombstone.
    pub body: String,
    /// What it is to the cluster.
    pub share: Share,
    /// Marked sentence.
    pub excerpt: Option<String>,
}

/// A text chosen for a cluster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChosenView {
    /// The text.
    pub source: SourceView,
    /// Its sentences, to mark some.
    pub sentences: Vec<String>,
    /// The parts in which it is read.
    pub parts: Vec<super::PartView>,
}

/// A cluster.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ClusterPage {
    /// In short.
    pub card: ClusterCard,
    /// The round.
    pub round: RoundRef,
    /// The synthesis.
    pub synthesis: String,
    /// From which sources each of its sentences draws, once somebody said so.
    pub collected: Option<super::CollectedView>,
    /// May say so.
    pub may_collect: May,
    /// Why these belong together.
    pub reason: String,
    /// Who brought them together (public by office).
    pub facilitator: String,
    /// Why it was dissolved.
    pub dissolved: Option<String>,
    /// Since when it is applied, once it is.
    pub applied: Option<Moment>,
    /// What happened to it, in its order.
    pub life: Vec<LifeStep>,
    /// Syntheses that a mediation replaced, the oldest first.
    pub earlier: Vec<EarlierSynthesis>,
    /// The viewer's own texts among its sources, with what may be answered.
    pub own: Vec<OwnMerge>,
    /// The sources, dissent last.
    pub sources: Vec<SourceView>,
    /// Actions drafted from it.
    pub actions: Vec<ActionRef>,
    /// The thread in both directions.
    pub thread: Thread,
    /// May decide on the objections; only where there are some.
    pub may_mediate: May,
    /// May undo it.
    pub may_dissolve: May,
    /// May draft an action from it.
    pub may_draft: May,
    /// Notes on it, for those who work on the bench; `None` for everybody else.
    pub notes: Option<Vec<super::NoteOn>>,
    /// May take it up again as a draft, once it is dissolved or kept apart.
    pub may_resume: May,
}

/// The form to make a cluster.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ClusterFormPage {
    /// The round.
    pub round: RoundRef,
    /// For how many days authors may object once it is proposed.
    pub objection_days: u16,
    /// Chosen sources.
    pub chosen: Vec<ChosenView>,
    /// More like them, ranked.
    pub suggestions: Vec<SimilarCard>,
}

/// Texts of a round in proportion to who supports them, for the facilitator's synthesis.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProportionPage {
    /// Which round.
    pub round: RoundRef,
    /// Needs or proposals.
    pub kind: crate::contributions::Kind,
    /// In their order: those that at least five people support.
    pub placed: Vec<PlacedView>,
    /// Public ones of the kind that fewer support, or that are beyond the most that are placed.
    pub others: u64,
    /// The keys of supports are cut: who supported several can't be known any more.
    pub cut: bool,
    /// May draft an action.
    pub may_draft: May,
}

/// A text in its place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlacedView {
    /// The text.
    pub card: ContributionCard,
    /// Another could as well stand here: the rule for ties says nothing.
    pub undecided: bool,
}

/// A group that is suggested.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SuggestedGroupView {
    /// Its texts, each with whether it is in a group already.
    pub texts: Vec<(ContributionCard, bool)>,
    /// Words that at least two of them share, the weightiest first.
    pub words: Vec<String>,
    /// All are of one policy.
    pub same_policy: bool,
    /// How near they are to each other on average; comparable with the cut.
    pub cohesion: f32,
}

/// Groups suggested over a whole round, as drafts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SuggestedPage {
    /// Of which round.
    pub round: RoundRef,
    /// Needs or proposals.
    pub kind: Kind,
    /// The texts are still being compared.
    pub building: bool,
    /// How near texts had to be.
    pub cut: f32,
    /// The same, where it was set by hand.
    pub asked: Option<f32>,
    /// The groups, those with most texts by themselves first.
    pub groups: Vec<SuggestedGroupView>,
    /// How many more there are.
    pub others: u64,
    /// How many have fewer than two texts that are still by themselves.
    pub done: u64,
}
