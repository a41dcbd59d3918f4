//! Texts read in parts.

use serde::{Deserialize, Serialize};

use super::{ClusterRef, ContributionRef, May, RoundRef, SimilarCard};
use crate::parts::EndCause;
use crate::people::Role;
use crate::time::Moment;

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartView {
    /// From one.
    pub position: u32,
    /// What it is about; empty for who may not read the text.
    pub title: String,
    /// Its words, as they stand in the text; empty for who may not read the text.
    pub excerpt: String,
    /// Clusters that stand and use it.
    pub clusters: Vec<ClusterRef>,
}

/// A text read in parts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SplitView {
    /// The parts, in their order.
    pub parts: Vec<PartView>,
    /// Language of the text.
    pub language: String,
    /// Why.
    pub reason: String,
    /// In which role.
    pub role: Role,
    /// When.
    pub at: Moment,
    /// The parts are parts no more.
    pub ended: Option<SplitEnd>,
}

/// The end of parts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SplitEnd {
    /// When.
    pub at: Moment,
    /// Why, as a class.
    pub cause: EndCause,
    /// Why, in words; empty where nobody decided.
    pub reason: String,
    /// In which role; `None` where nobody decided.
    pub role: Option<Role>,
}

/// A part under reading, with what is like it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PartReading {
    /// The part.
    pub part: PartView,
    /// Ranked suggestions of the same kind and round.
    pub similar: Vec<SimilarCard>,
}

/// The page on which a text is divided, or its parts rejoined.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SplitPage {
    /// Which text.
    pub contribution: ContributionRef,
    /// Its round.
    pub round: RoundRef,
    /// Revision of the text before the reader's eyes.
    pub revision: i64,
    /// The text, sentence by sentence.
    pub sentences: Vec<String>,
    /// How it is divided.
    pub split: Option<SplitView>,
    /// May rejoin the parts.
    pub may_rejoin: May,
}
