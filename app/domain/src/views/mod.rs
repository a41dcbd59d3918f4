//! What pages show: plain values, shaped like the pages, without any text of the interface.
//!
//! Services fill them in one snapshot; `app` draws them. A view already knows what this
//! visitor may do, and holds nothing the visitor may not see.

mod action;
mod ambito;
mod ballot;
mod bench;
mod co_management;
mod contribution;
mod coverage;
mod draft;
mod lab;
mod letter;
mod links;
mod merge;
mod merge_life;
mod methods;
mod moderation;
mod parts;
mod presence;
mod round;
mod round_design;
mod round_report;
mod sections;
mod staff;
mod statements;
mod synthesis;
mod table;
mod thread;

pub use action::*;
pub use ambito::*;
pub use ballot::*;
pub use bench::*;
pub use co_management::*;
pub use contribution::*;
pub use coverage::*;
pub use draft::*;
pub use lab::*;
pub use letter::*;
pub use links::*;
pub use merge::*;
pub use merge_life::*;
pub use methods::*;
pub use moderation::*;
pub use parts::*;
pub use presence::*;
pub use round::*;
pub use round_design::*;
pub use round_report::*;
pub use sections::*;
pub use staff::*;
pub use statements::*;
pub use synthesis::*;
pub use table::*;
pub use thread::*;

use serde::{Deserialize, Serialize};

use crate::contributions::Kind;
use crate::faults::Refusal;

/// A municipality, as lists and forms name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceName {
    /// Code of the import format («CVN»).
    pub code: String,
    /// Name.
    pub name: String,
}

/// A policy with its area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyName {
    /// Code («3.a»).
    pub code: String,
    /// Name.
    pub name: String,
    /// Code of the area («anziani_disabili»).
    pub area_code: String,
    /// Name of the area.
    pub area_name: String,
}

/// Points at a contribution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContributionRef {
    /// Need or proposal.
    pub kind: Kind,
    /// Number in the Ambito.
    pub number: i64,
    /// Title; empty for a tombstone.
    pub title: String,
    /// Language of the title.
    pub language: String,
}

/// Points at a cluster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClusterRef {
    /// Number in the Ambito.
    pub number: i64,
    /// Title.
    pub title: String,
}

/// Points at an action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionRef {
    /// Number in the Ambito.
    pub number: i64,
    /// Title.
    pub title: String,
    /// State.
    pub state: crate::actions::ActionState,
}

/// Points at a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundRef {
    /// Number in the Ambito.
    pub number: i64,
    /// Title.
    pub title: String,
    /// Method.
    pub kind: crate::rounds::RoundKind,
    /// State now.
    pub state: crate::rounds::RoundState,
}

/// Whether a button is drawn, and if not, why.
pub type May = Result<(), Refusal>;

/// Which page of a long list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paging {
    /// From 1.
    pub page: u32,
    /// How many a page holds.
    pub size: u32,
    /// How many there are in all.
    pub total: u64,
}

impl Paging {
    /// Number of pages, at least 1.
    pub fn pages(self) -> u32 {
        let size = u64::from(self.size.max(1));
        u32::try_from(self.total.div_ceil(size)).unwrap_or(u32::MAX).max(1)
    }
}
