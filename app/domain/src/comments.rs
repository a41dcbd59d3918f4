//! Comments: one level of answers, the author's capacity shown.

use crate::contributions::{Standing, length, text};
use crate::faults::Fault;

/// The most characters of a comment.
pub const COMMENT_MOST: u32 = 2_000;

/// A comment is public unless withdrawn or hidden.
pub type CommentStanding = Standing;

/// Checks a comment.
pub fn faults(body: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    text(&mut faults, "comment", body, COMMENT_MOST, 1);
    faults
}

/// Checks the short reason of somebody who reports a text.
pub fn flag_faults(reason: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    text(&mut faults, "flag", reason, 500, 1);
    length(&mut faults, "flag", reason, 500);
    faults.dedup();
    faults
}
