//! From which sentences of its sources each sentence of a synthesis draws.

use serde::{Deserialize, Serialize};

use super::{ClusterRef, ContributionCard, ContributionRef, RoundRef};
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
}

/// The editor of where a synthesis comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SynthesisPage {
    /// The cluster.
    pub cluster: ClusterRef,
    /// Its round.
    pub round: RoundRef,
    /// Version of the synthesis before one's eyes.
    pub version: i64,
    /// Edition of the links; nought while nobody has saved any.
    pub edition: i64,
    /// The synthesis, sentence by sentence.
    pub synthesis: Vec<String>,
    /// Sources that agree and are public.
    pub sources: Vec<SynthesisSource>,
    /// The links are only suggested by shared words.
    pub suggested: bool,
    /// How many sentences of sources are not collected yet.
    pub left: u32,
}
