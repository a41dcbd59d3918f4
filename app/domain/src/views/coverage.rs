//! Who has been heard in a round, and who is missing.

use serde::{Deserialize, Serialize};

use super::{PlaceName, RoundRef};
use crate::coverage::Meter;
use crate::territory::Category;
use crate::time::Moment;

/// The coverage of a round.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CoveragePage {
    /// Which round.
    pub round: RoundRef,
    /// First moment of its window.
    pub opens: Moment,
    /// First moment after it.
    pub closes: Moment,
    /// When the last publication was made.
    pub at: Option<Moment>,
    /// What it says; nothing before the first one.
    pub meter: Option<Meter>,
    /// Names of municipalities.
    pub places: Vec<PlaceName>,
    /// Organisations of the register that have said nothing public in the round.
    pub silent: Vec<(Category, String)>,
}
