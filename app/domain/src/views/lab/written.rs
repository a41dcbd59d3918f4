//! After a session.

use serde::{Deserialize, Serialize};

use super::WallColumn;
use crate::time::Moment;

/// A photograph of the wall.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionPhoto {
    /// Its number in the session.
    pub number: i64,
    /// What is to be seen.
    pub alt: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// Dots of a session as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DotCount {
    /// People who had dots.
    pub people: u32,
    /// Dots each.
    pub each: u32,
    /// Dots nobody used.
    pub blanks: u32,
}

/// The report of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionReport {
    /// What surprised.
    pub learned: String,
    /// What will change.
    pub changes: String,
    /// Words quoted with leave, each with the number of its card.
    pub quotations: Vec<(i64, String)>,
    /// When.
    pub at: Moment,
}

/// What came out of a session, for all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionTold {
    /// The wall.
    pub columns: Vec<WallColumn>,
    /// The dots, if there were any.
    pub dots: Option<DotCount>,
    /// Photographs.
    pub photos: Vec<SessionPhoto>,
    /// The approved minutes; none where a file brought the session.
    pub minutes: Option<String>,
    /// The report, once the session is given back.
    pub report: Option<SessionReport>,
}
