//! What several moderators do together, what an author is told and may answer, and the public
//! record.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{CaseCard, ContributionRef, May};
use crate::bursts::{Burst, Finding};
use crate::contributions::Words;
use crate::moderation::{Cause, Decision, ReasonClass, SofteningAnswer};
use crate::people::Role;
use crate::suppression::Shown;
use crate::time::Moment;

/// Somebody reads a case: who is told by their role, never by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// It is the viewer.
    pub mine: bool,
    /// Until when, unless they decide or let go before.
    pub until: Moment,
}

/// What was decided before, as far as an appeal or its decision shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Earlier {
    /// When.
    pub at: Moment,
    /// What.
    pub decision: Decision,
    /// Why, as a class.
    pub class: Option<ReasonClass>,
    /// Why, in words: for the author and the moderators.
    pub reason: String,
}

/// A softer wording that a moderator proposed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SofteningView {
    /// Which of its case.
    pub number: i64,
    /// When.
    pub at: Moment,
    /// The softer words; empty once answered.
    pub words: Words,
    /// Why, to the author.
    pub note: String,
    /// What became of it.
    pub answer: Option<SofteningAnswer>,
}

/// A second look that an author asked for, or may ask for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppealView {
    /// May ask now.
    pub may: May,
    /// When it was asked.
    pub asked: Option<Moment>,
    /// What somebody else decided then.
    pub answered: Option<Earlier>,
}

/// What moderators did with a text, to its author alone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handled {
    /// A softer wording that waits for the author's answer.
    pub softening: Option<SofteningView>,
    /// The second look at what was decided, for a text that is hidden or was.
    pub appeal: Option<AppealView>,
    /// The last day on which the hidden words are kept.
    pub kept_until: Option<NaiveDate>,
}

/// One case with all that was done about it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CasePage {
    /// The case as the queue shows it.
    pub card: CaseCard,
    /// Softer wordings that were proposed, the newest first.
    pub softenings: Vec<SofteningView>,
    /// May propose one.
    pub may_soften: May,
}

/// A decision in the public record: never a text, nor where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordEntry {
    /// The day on which it was decided.
    pub at: Moment,
    /// It was about a comment; else about a need or a proposal.
    pub comment: bool,
    /// Why it had come.
    pub cause: Cause,
    /// What was decided.
    pub decision: Decision,
    /// Class of reason.
    pub class: ReasonClass,
    /// In which role.
    pub role: Role,
}

/// The public record of moderation: what, when, for which class of reason, in which role. Texts
/// with words of danger are in none of its lists and counts but the last one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordPage {
    /// The first day it counts.
    pub since: NaiveDate,
    /// Texts that came to the moderators.
    pub received: Shown,
    /// Why they came; small cells are merged.
    pub causes: Vec<(Cause, u32)>,
    /// The others of these, merged; 0 if none were.
    pub other_causes: u32,
    /// What was decided, and why; small cells are merged.
    pub decisions: Vec<((Decision, ReasonClass), u32)>,
    /// The others of these, merged.
    pub other_decisions: u32,
    /// Half of the texts were decided within so many minutes; only where there are enough.
    pub median_minutes: Option<i64>,
    /// Appeals that were decided.
    pub appeals: Shown,
    /// Texts with words of danger.
    pub danger: Shown,
    /// Decisions, the newest first, at most two hundred.
    pub entries: Vec<RecordEntry>,
}

/// Supports of a text that came all together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BurstCard {
    /// The text.
    pub contribution: ContributionRef,
    /// All its supports.
    pub supports: u32,
    /// What came together.
    pub burst: Burst,
    /// What somebody found about it.
    pub note: Option<NoteView>,
    /// May say what was found.
    pub may_propose: May,
    /// May confirm what somebody else found.
    pub may_confirm: May,
}

/// What was found about supports that came together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteView {
    /// The first of the supports.
    pub from: Moment,
    /// What was found.
    pub finding: Finding,
    /// What is said of it.
    pub note: String,
    /// When two people had decided so; published since then.
    pub confirmed: Option<Moment>,
}

/// Supports that came all together, for those who look at them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BurstsPage {
    /// The newest first.
    pub bursts: Vec<BurstCard>,
}
