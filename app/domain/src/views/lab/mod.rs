//! Sessions of the Community Lab, as their pages show them.

mod door;
mod room;
mod written;

pub use door::*;
pub use room::*;
pub use written::*;

use serde::{Deserialize, Serialize};

use super::RoundRef;
use crate::lab::SessionState;
use crate::time::Moment;

/// A session, as pages about it name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionRef {
    /// Its number in the Ambito.
    pub number: i64,
    /// Title.
    pub title: String,
    /// Where.
    pub place: String,
    /// When it begins.
    pub starts: Moment,
    /// When its agenda ends.
    pub ends: Moment,
    /// Where it stands.
    pub state: SessionState,
    /// Its round.
    pub round: RoundRef,
}
