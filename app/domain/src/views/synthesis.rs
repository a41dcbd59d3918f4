//! From which sentences of its sources each sentence of a synthesis draws.

use serde::{Deserialize, Serialize};

use super::{BenchDraftRef, ClusterRef, ContributionCard, ContributionRef, RoundRef};
use crate::people::Role;
use crate::time::Moment;

/// A sentence of a synthesis, with the sources it draws from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CollectedSentence {
    /// Its words.
    pub text: String,
    /// The sources, by number; public ones only.
    pub from: Vec<ContributionRef>,
}

/// A sentence of a source that is not in the synthesis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftSentence {
    /// Of which source.
    pub source: ContributionRef,
    /// In the source's own words.
    pub text: String,
    /// Why the synthesis doesn't need it; `None` for what is not collected yet.
    pub reason: Option<String>,
}

/// Where a synthesis comes from, as everybody reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CollectedView {
    /// Its sentences.
    pub sentences: Vec<CollectedSentence>,
    /// What is not in it.
    pub left: Vec<LeftSentence>,
    /// In which role that was said.
    pub role: Role,
    /// When it was said last.
    pub at: Moment,
}

/// A sentence of a source, in the editor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SynthesisSentence {
    /// Its words.
    pub text: String,
    /// Places of the sentences that draw from it.
    pub from: Vec<usize>,
    /// One of these was changed since.
    pub recheck: bool,
    /// Why it isn't needed.
    pub skipped: Option<String>,
}

/// A source, in the editor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SynthesisSource {
    /// The text.
    pub card: ContributionCard,
    /// What it brings, sentence by sentence.
    pub sentences: Vec<SynthesisSentence>,
    /// Its links are only suggested by shared words.
    pub suggested: bool,
    /// Mark of what is before one's eyes of it; empty for a cluster, which has an edition.
    pub read: String,
}

/// Of what a synthesis is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SynthesisOf {
    /// A cluster that was proposed.
    Cluster {
        /// Which.
        cluster: ClusterRef,
        /// Version of the synthesis before one's eyes.
        version: i64,
        /// Edition of the links; nought while nobody has saved any.
        edition: i64,
    },
    /// A draft.
    Draft {
        /// Which.
        draft: BenchDraftRef,
        /// Its synthesis before one's eyes, as it is written.
        written: String,
    },
}

impl SynthesisOf {
    /// Version and edition before one's eyes; noughts for a draft, which has marks instead.
    pub const fn read(&self) -> (i64, i64) {
        match self {
            SynthesisOf::Cluster { version, edition, .. } => (*version, *edition),
            SynthesisOf::Draft { .. } => (0, 0),
        }
    }
}

/// Where the synthesis of a draft comes from so far.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftCollected {
    /// Its sentences.
    pub sentences: Vec<CollectedSentence>,
    /// What is not in it.
    pub left: Vec<LeftSentence>,
    /// Somebody has said where some of it comes from.
    pub looked: bool,
    /// How many links are to be looked at again, since a sentence was changed.
    pub recheck: u32,
}

impl DraftCollected {
    /// How many sentences of sources nobody has collected.
    pub fn open(&self) -> usize {
        self.left.iter().filter(|one| one.reason.is_none()).count()
    }
}

/// The editor of where a synthesis comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SynthesisPage {
    /// Of what it is.
    pub of: SynthesisOf,
    /// Its round.
    pub round: RoundRef,
    /// The synthesis, sentence by sentence.
    pub synthesis: Vec<String>,
    /// Sources that agree and are public.
    pub sources: Vec<SynthesisSource>,
    /// Links are only suggested by shared words, at least of one source.
    pub suggested: bool,
    /// How many sentences of sources are not collected yet.
    pub left: u32,
}
