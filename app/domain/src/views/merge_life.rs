//! What pages show of the life of a merge.

use serde::{Deserialize, Serialize};

use super::{ClusterRef, ContributionRef, May};
use crate::contributions::AuthorKind;
use crate::merging::life::{Mediation, MergeAnswer};
use crate::merging::{ClusterState, Share};
use crate::time::Moment;

/// A merge that is proposed, on the page of one of its sources.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposedMerge {
    /// Which.
    pub cluster: ClusterRef,
    /// Where it stands.
    pub state: ClusterState,
    /// First moment after its objection window.
    pub closes: Option<Moment>,
}

/// A merge of a text one wrote or supports, among one's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MineMerge {
    /// Which, and where it stands.
    pub merge: ProposedMerge,
    /// One wrote at least one of its sources; else one supports some.
    pub wrote: bool,
    /// What one answered last, for whichever of them.
    pub answer: Option<MergeAnswer>,
}

/// The merge of one's own text, with what may be answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnMerge {
    /// Which, and where it stands.
    pub merge: ProposedMerge,
    /// What the texts say together.
    pub synthesis: String,
    /// Why they belong together.
    pub reason: String,
    /// The text it is about.
    pub source: ContributionRef,
    /// Its words.
    pub body: String,
    /// What it is to the cluster.
    pub share: Share,
    /// What was answered last.
    pub answer: Option<OwnAnswer>,
    /// May accept.
    pub may_accept: May,
    /// May object.
    pub may_object: May,
    /// May ask to be kept as a dissent.
    pub may_dissent: May,
}

/// What the author of a source answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnAnswer {
    /// What.
    pub answer: MergeAnswer,
    /// When.
    pub at: Moment,
    /// The reason, or the sentence.
    pub words: String,
    /// Language of the words.
    pub language: String,
    /// The words are not public: the detectors found something in them.
    pub held: bool,
}

/// A step of the life of a merge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LifeStep {
    /// When.
    pub at: Moment,
    /// What.
    pub what: LifeWhat,
}

/// What happened to a merge. People are told by their capacity, officers by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LifeWhat {
    /// Proposed.
    Proposed {
        /// By whom (public by office).
        by: String,
        /// First moment after the window.
        until: Option<Moment>,
    },
    /// An author objected.
    Objected {
        /// In which capacity they wrote; `None` if that is not on record.
        author: Option<AuthorKind>,
        /// Why; `None` for who may not read it.
        reason: Option<String>,
        /// Language of the reason.
        language: String,
        /// The reason is not public: the detectors found something in it.
        held: bool,
    },
    /// An author asked to be kept as a dissent.
    Dissented {
        /// In which capacity they wrote.
        author: AuthorKind,
    },
    /// An author took the objection back.
    TookBack {
        /// In which capacity they wrote.
        author: AuthorKind,
    },
    /// Mediated.
    Mediated {
        /// What was decided; `None` for what an import brought.
        decision: Option<Mediation>,
        /// Why.
        reason: String,
        /// By whom (public by office); empty if not on record.
        by: String,
    },
    /// Applied: the window ended without an objection that stands.
    Applied,
    /// Dissolved.
    Dissolved {
        /// Why.
        reason: String,
    },
}

/// The reason of an objection that the detectors held, for a moderator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldReasonView {
    /// The cluster it is about.
    pub cluster: ClusterRef,
    /// Its place among the answers of the cluster.
    pub position: i64,
    /// When.
    pub at: Moment,
    /// In which capacity its author wrote.
    pub author: AuthorKind,
    /// The reason.
    pub words: String,
    /// Its language.
    pub language: String,
    /// May publish it, or leave it unpublished.
    pub may: May,
}

/// A synthesis that a mediation replaced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlierSynthesis {
    /// Its version.
    pub version: i64,
    /// The text.
    pub text: String,
}
