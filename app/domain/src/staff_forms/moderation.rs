//! What moderators send beside a decision: a softer wording, what was found about supports that
//! came all together.
//!
//! - **softening**: `revision` (the one that was read), `note`, and the fields of the words
//!   (`title`, `body`, `strengths`, `recipients`, `doers`, `resources`).
//! - **note on supports**: `finding` (code), `note`.

use super::choice;
use crate::bursts::{Finding, note_faults};
use crate::citizen_forms::words_of;
use crate::contributions::{Kind, Words};
use crate::faults::Fault;
use crate::forms::Fields;

/// A softer wording, as the form sends it. What is wrong with it is known beside the words it
/// would take the place of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SofteningDraft {
    /// The revision that was read.
    pub revision: i64,
    /// The softer words.
    pub words: Words,
    /// To the author: why.
    pub note: String,
}

/// Reads the form of a softer wording.
pub fn softening(kind: Kind, fields: &Fields) -> SofteningDraft {
    SofteningDraft {
        revision: fields.text("revision").parse().unwrap_or(0),
        words: words_of(kind, fields),
        note: fields.text("note").to_owned(),
    }
}

/// Reads what was found about supports that came together, and what is said of it.
pub fn note(fields: &Fields) -> Result<(Finding, String), Vec<Fault>> {
    let mut faults = Vec::new();
    let finding = choice::<Finding>(&mut faults, fields, "finding");
    let note = fields.text("note").to_owned();
    faults.extend(note_faults(&note));
    match finding {
        Some(finding) if faults.is_empty() => Ok((finding, note)),
        Some(_) | None => Err(faults),
    }
}
