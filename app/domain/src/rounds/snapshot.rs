//! What stood when a round had closed, kept before it is opened once more (domain.md §2.7,
//! invariant 16): counts, and results as everybody could see them then. It names texts by number
//! and holds none of their words, so that an erased text stays erased.

use serde::{Deserialize, Serialize};

use super::ledger::Standings;
use crate::contributions::Kind;
use crate::suppression::Shown;

/// How many of the most supported texts are kept with it.
pub const SUPPORTED: usize = 20;

/// A text with how many people supported it then, as it could be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Supported {
    /// Need or proposal.
    pub kind: Kind,
    /// Its number.
    pub number: i64,
    /// Supporters.
    pub supporters: Shown,
}

/// What stood when a round had closed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Snapshot {
    /// Public needs.
    pub needs: u64,
    /// Public proposals.
    pub proposals: u64,
    /// Public comments.
    pub comments: u64,
    /// Public texts with an outcome.
    pub answered: u64,
    /// Where the texts stood.
    pub standings: Standings,
    /// The most supported ones, the first in front.
    pub supported: Vec<Supported>,
}
