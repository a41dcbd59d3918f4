//! Comments: each says what it is; one level of answers; the author's capacity shown.

use chrono::Duration;

use crate::coded::coded;
use crate::contributions::{Standing, length, salted, text};
use crate::faults::{Fault, What};
use crate::people::{Actor, Role};
use crate::time::Moment;

coded! {
    /// What a comment is. Answers have none: they answer.
    Stance {
        /// Speaks for it.
        Pro = "favore",
        /// Speaks against it.
        Contra = "contro",
        /// Asks something.
        Question = "domanda",
        /// Tells what happened.
        Experience = "esperienza",
    }
}

coded! {
    /// Why somebody reports a text or a comment.
    FlagReason {
        /// Somebody can be recognised who did not choose it.
        Recognisable = "riconoscibile",
        /// It hurts or discriminates.
        Hurts = "offende",
        /// It threatens.
        Threatens = "minaccia",
        /// Somebody may be in danger now.
        Danger = "pericolo",
        /// It is about something else, or sells something.
        OffTopic = "fuori_tema",
        /// Something else, told in words.
        Other = "altro",
    }
}

/// The most characters of a comment.
pub const COMMENT_MOST: u32 = 2_000;

/// Minutes for which its author can edit a comment.
pub const EDIT_MINUTES: i64 = 15;

/// Until when a comment that was sent then can be edited.
pub fn editable_until(sent: Moment) -> Moment {
    sent + Duration::minutes(EDIT_MINUTES)
}

/// A comment is public unless withdrawn or hidden.
pub type CommentStanding = Standing;

/// Checks a comment.
pub fn faults(body: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    text(&mut faults, "comment", body, COMMENT_MOST, 1);
    faults
}

/// SHA-256(salt ‖ comment): its words and what it says it is. Comments from before they said so are
/// their words alone.
pub fn hash(salt: &[u8; 32], body: &str, stance: Option<Stance>) -> [u8; 32] {
    match stance {
        Some(stance) => salted(salt, &[body, stance.code()]),
        None => salted(salt, &[body]),
    }
}

/// The role that is shown beside who comments: one whose holders are public by office. Roles of
/// care (a desk, moderation) are nobody's business where one speaks for oneself.
pub fn shown_role(actor: &Actor) -> Option<Role> {
    [Role::MayorsCommittee, Role::Coordinator, Role::PlanOffice, Role::PlanTable, Role::Facilitator]
        .into_iter()
        .find(|role| actor.has(*role))
}

/// Checks a report: why, and in words where nothing else says it.
pub fn flag_faults(reason: Option<FlagReason>, note: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    match reason {
        None => faults.push(Fault::new("flag_reason", What::Missing)),
        Some(FlagReason::Other) => text(&mut faults, "flag", note, 500, 1),
        Some(_) => length(&mut faults, "flag", note, 500),
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_says_why_and_in_words_where_nothing_else_does() {
        assert_eq!(flag_faults(None, "x"), [Fault::new("flag_reason", What::Missing)]);
        assert_eq!(flag_faults(Some(FlagReason::Hurts), ""), []);
        assert_eq!(flag_faults(Some(FlagReason::Other), " "), [Fault::new("flag", What::Missing)]);
        let long = "a".repeat(501);
        let told = What::TooLong { most: 500, found: 501 };
        assert_eq!(flag_faults(Some(FlagReason::Hurts), &long), [Fault::new("flag", told)]);
    }

    #[test]
    fn what_a_comment_is_belongs_to_its_hash() {
        let salt = [3; 32];
        let of = |stance| hash(&salt, "Vero.", stance);
        assert_ne!(of(Some(Stance::Pro)), of(Some(Stance::Contra)));
        assert_ne!(of(Some(Stance::Pro)), of(None));
        assert_eq!(of(None), salted(&salt, &["Vero."]));
    }
}
