//! The record of events: append-only, hash-chained, one chain an Ambito (invariant 20).
//!
//! It holds ids and reason classes, never names or free text, so that it can outlive an
//! erasure. An event about a text holds the salted hash of the text; the salt lies beside the
//! text and goes with it.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::coded::coded;
use crate::policy::Operation;
use crate::time::Moment;

coded! {
    /// What an event is about.
    Subject {
        /// The Ambito.
        Ambito = "ambito",
        /// A round.
        Round = "round",
        /// A need or a proposal.
        Contribution = "contribution",
        /// A draft of a voice, which nobody but its author reads.
        VoiceDraft = "voice_draft",
        /// A comment.
        Comment = "comment",
        /// A version of the draft of a round.
        Draft = "draft",
        /// An amendment.
        Amendment = "amendment",
        /// What somebody stated for an organisation.
        Position = "position",
        /// A section of a shared draft.
        Section = "section",
        /// A line of an indicative budget.
        BudgetLine = "budget_line",
        /// What an organisation brings to a round, or expects.
        Resource = "resource",
        /// An activity of an action that is carried out.
        Activity = "activity",
        /// An issue that a partner reports.
        Issue = "issue",
        /// A periodic report of a co-gestione.
        ProgressReport = "progress_report",
        /// A statement of a consultation.
        Statement = "statement",
        /// A cluster.
        Cluster = "cluster",
        /// A draft of a cluster, on the workbench.
        ClusterDraft = "cluster_draft",
        /// What the author of a source says of a merge.
        MergeAnswer = "merge_answer",
        /// A text read in parts.
        Split = "split",
        /// A link between two texts.
        Link = "link",
        /// An action.
        Action = "action",
        /// A review.
        Review = "review",
        /// An act of the Comitato.
        Deliberation = "deliberation",
        /// A person, by id.
        Person = "person",
        /// A ballot.
        Ballot = "ballot",
        /// A session of the Community Lab.
        Session = "session",
    }
}

coded! {
    /// What an event vouches for beside texts: a row as it was written.
    Sealed {
        /// What the Tavolo decided, with its members.
        Review = "review",
        /// A direct answer, or one kept at giving back.
        Outcome = "outcome",
        /// What a moderator decided.
        Verdict = "verdict",
        /// The sources of a cluster, with share and excerpt.
        Sources = "sources",
        /// When the objection window of a cluster ends.
        Window = "window",
        /// Why a cluster was undone.
        Dissolution = "dissolution",
        /// From which sentences of its sources a synthesis draws.
        Synthesis = "synthesis",
        /// What a mediator decided on a contested merge.
        Mediation = "mediation",
        /// A text read in parts: why, and in which revision.
        Split = "split",
        /// Its parts being rejoined.
        SplitEnd = "split_end",
        /// A link between two texts, with its reason.
        Link = "link",
        /// Its being taken back.
        LinkEnd = "link_end",
        /// An invitation or admission to a round, or its end.
        Invitation = "invitation",
        /// A version of a draft.
        Draft = "draft",
        /// An amendment, as it was proposed.
        Amendment = "amendment",
        /// What was decided on it.
        AmendmentVerdict = "amendment_verdict",
        /// What somebody stated for an organisation.
        Position = "position",
        /// Which of two positions of one organisation stands.
        Settlement = "settlement",
        /// The end of a mandate.
        MandateEnd = "mandate_end",
        /// What an organisation declared.
        Resource = "resource",
        /// Its taking it back.
        ResourceEnd = "resource_end",
        /// A version of a section of a shared draft.
        SectionVersion = "section_version",
        /// What a partner says of one.
        Consent = "consent",
        /// A line of an indicative budget.
        BudgetLine = "budget_line",
        /// Its being taken out.
        BudgetLineEnd = "budget_line_end",
        /// A word to a partner that was silent.
        Reminder = "reminder",
        /// Minutes of a round.
        Minutes = "minutes",
        /// An activity, as it was added.
        Activity = "activity",
        /// Who answers for it, and by when.
        Assignment = "assignment",
        /// How far it has come.
        Progress = "progress",
        /// An issue, as it was reported.
        Issue = "issue",
        /// An answer to it.
        IssueAnswer = "issue_answer",
        /// A version of a periodic report.
        ProgressReport = "progress_report",
        /// What the Ufficio did to a round last.
        RoundAct = "round_act",
        /// An act of the Comitato.
        Deliberation = "deliberation",
        /// The rules of a round, without its window.
        RoundRules = "round_rules",
        /// The windows of a round, each an edition of its own.
        RoundWindows = "round_windows",
        /// What stood when a round that was opened once more had closed.
        RoundSnapshot = "round_snapshot",
        /// What two people found about supports that came all together.
        SupportNote = "support_note",
        /// A ballot as it was declared.
        Ballot = "ballot",
        /// All choices of a ballot, in an order that tells nothing.
        Urn = "urn",
        /// What a body decided on a tie.
        TieDecision = "tie_decision",
        /// A card of a session, as it was written.
        Card = "lab_card",
        /// The dots of a session, as they were counted.
        Dots = "lab_dots",
        /// A version of the minutes of a session.
        SessionMinutes = "lab_minutes",
        /// What somebody who was there asks to correct in them.
        Correction = "lab_correction",
        /// What was decided on it.
        CorrectionAnswer = "lab_correction_answer",
        /// A version of the report of a session.
        SessionReport = "lab_report",
    }
}

/// The salted hash of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seal {
    /// Of which kind.
    pub what: Sealed,
    /// Which row.
    pub id: Uuid,
    /// SHA-256(salt ‖ row), in hexadecimal.
    pub hash: String,
}

/// What an event says beside who, what and when. Ids, codes and hashes only.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// Which version or revision of the subject.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<i64>,
    /// SHA-256(salt ‖ text), in hexadecimal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Class of reason, outcome or state: a code from a closed list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<String>,
    /// Other things it concerns: sources of a cluster, action of a review.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<Uuid>,
    /// Rows it vouches for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sealed: Vec<Seal>,
}

/// An event as the chain keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Place in the chain of the Ambito, from 1.
    pub seq: i64,
    /// When, to the microsecond.
    pub at: Moment,
    /// What was done.
    pub operation: Operation,
    /// In which role: the codes of the roles that gave the right, comma-separated.
    pub role: String,
    /// What it is about.
    pub subject: Subject,
    /// Which one.
    pub subject_id: Uuid,
    /// The rest, as JSON text of [`Details`].
    pub details: String,
}

/// The head of an empty chain.
pub const GENESIS: [u8; 32] = [0; 32];

impl Event {
    /// The head of the chain after this event.
    pub fn head(&self, previous: &[u8; 32]) -> [u8; 32] {
        let mut sha = Sha256::new();
        sha.update(previous);
        sha.update(self.seq.to_be_bytes());
        sha.update(self.at.timestamp_micros().to_be_bytes());
        for part in
            [self.operation.code(), self.role.as_str(), self.subject.code(), self.details.as_str()]
        {
            sha.update((part.len() as u64).to_be_bytes());
            sha.update(part.as_bytes());
        }
        sha.update(self.subject_id.as_bytes());
        sha.finalize().into()
    }
}

/// Bytes in lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeZone;

    fn event() -> Event {
        Event {
            seq: 1,
            at: chrono::Utc.with_ymd_and_hms(2026, 3, 2, 9, 0, 0).unwrap(),
            operation: Operation::SubmitNeed,
            role: "V".into(),
            subject: Subject::Contribution,
            subject_id: Uuid::from_u128(1),
            details: "{}".into(),
        }
    }

    #[test]
    fn every_part_of_an_event_moves_the_head() {
        let head = event().head(&GENESIS);
        assert_ne!(head, event().head(&[1; 32]));
        assert_ne!(head, Event { seq: 2, ..event() }.head(&GENESIS));
        assert_ne!(head, Event { role: "C".into(), ..event() }.head(&GENESIS));
        assert_ne!(head, Event { details: "{ }".into(), ..event() }.head(&GENESIS));
        assert_ne!(head, Event { subject_id: Uuid::from_u128(2), ..event() }.head(&GENESIS));
        assert_eq!(head, event().head(&GENESIS));
    }
}
