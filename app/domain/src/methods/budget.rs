//! The indicative budget of a co-progettazione: lines of partners. It obliges nobody; the figures
//! that do are on the sheet of the action.

use crate::contributions::{length, text};
use crate::faults::Fault;

/// A line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What for.
    pub what: String,
    /// How much, in euro cents.
    pub cents: i64,
    /// Where it comes from; may be empty.
    pub source: String,
}

impl Line {
    /// All that is wrong with it.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        text(&mut faults, "what", &self.what, 300, 1);
        length(&mut faults, "source", &self.source, 200);
        faults
    }
}
