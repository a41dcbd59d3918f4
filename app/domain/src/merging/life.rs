//! Life of a merge: proposed, open to objections, contested, mediated, applied or kept apart.
//!
//! Rows keep what people decided; that a window is over follows from its end and the server's
//! clock, so that no timer has to run for a page to be right (domain.md §2.3, §2.5). Whoever
//! answers, answers for one text: who wrote two of the sources answers for each.

use serde::{Deserialize, Serialize};

use super::ClusterState;
use crate::coded::coded;
use crate::contributions::{salted, text};
use crate::faults::{Fault, Refusal, What};
use crate::time::Moment;

/// Days in which authors may object, where an Ambito says nothing else.
pub const OBJECTION_DAYS: u16 = 7;

/// The fewest days, and the most: who wrote on paper needs a few, and a plan can't wait for ever.
pub const OBJECTION_RANGE: (u16, u16) = (3, 60);

/// Days in which authors of an Ambito may object.
///
/// # Errors
///
/// A fault of `days`, for fewer or more than [`OBJECTION_RANGE`].
pub fn objection_days(days: u16) -> Result<u16, Fault> {
    let (least, most) = OBJECTION_RANGE;
    if days < least {
        return Err(Fault::new("days", What::TooFew { least: least.into() }));
    }
    if days > most {
        return Err(Fault::new("days", What::TooMany { most: most.into(), found: days.into() }));
    }
    Ok(days)
}

/// The most characters of a reason.
pub const REASON_MOST: u32 = 2_000;

coded! {
    /// What the author of a source says of the merge.
    MergeAnswer {
        /// Agrees.
        Accepted = "accettato",
        /// Objects, with a reason: it is not applied unless somebody else decides so.
        Objected = "obiezione",
        /// Lets it be, and asks that one sentence be printed as a dissent.
        Dissented = "dissenso",
    }
}

coded! {
    /// What the mediator of a contested merge decides.
    Mediation {
        /// Applied as it was proposed.
        Applied = "applicato",
        /// Applied with another synthesis.
        Changed = "cambiato",
        /// The sources stay apart; the page that names them together stays as a link.
        Apart = "separato",
    }
}

impl Mediation {
    /// Where the cluster stands from then on.
    pub const fn state(self) -> ClusterState {
        match self {
            Mediation::Applied | Mediation::Changed => ClusterState::Applied,
            Mediation::Apart => ClusterState::Apart,
        }
    }
}

/// Where a cluster stands, as rows keep it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Life {
    /// What was decided last.
    pub kept: ClusterState,
    /// First moment after the objection window; `None` where none was ever opened.
    pub closes: Option<Moment>,
}

impl Life {
    /// Where it stands at a moment: a window that ended without an objection has applied it.
    pub fn at(&self, now: Moment) -> ClusterState {
        match (self.kept, self.closes) {
            (ClusterState::ObjectionWindow, Some(closes)) if closes <= now => ClusterState::Applied,
            (kept, _) => kept,
        }
    }

    /// Whether the clock alone has applied it, and nobody has written so yet.
    pub fn due(&self, now: Moment) -> bool {
        self.at(now) != self.kept
    }

    /// Whether an author may say this now, who before said `before`.
    ///
    /// Objections come in while the window is open. Once it is over, while others still mediate,
    /// who objected may still take the objection back, by accepting or with a dissent.
    pub fn takes(
        &self,
        answer: MergeAnswer,
        before: Option<MergeAnswer>,
        now: Moment,
    ) -> Result<(), Refusal> {
        let Some(closes) = self.closes else { return Err(Refusal::AlreadyDone) };
        let over = Refusal::ObjectionsOver { closed: closes };
        match self.at(now) {
            ClusterState::ObjectionWindow => Ok(()),
            ClusterState::Contested if now < closes => Ok(()),
            ClusterState::Contested => match (before, answer) {
                (Some(MergeAnswer::Objected), MergeAnswer::Accepted | MergeAnswer::Dissented) => {
                    Ok(())
                }
                _ => Err(over),
            },
            ClusterState::Applied | ClusterState::Mediated | ClusterState::Apart => Err(over),
            ClusterState::Suggested | ClusterState::Proposed | ClusterState::Dissolved => {
                Err(Refusal::AlreadyDone)
            }
        }
    }

    /// Where it stands once the answers that stand are these: contested as long as one objects.
    pub fn after(&self, objections: usize, now: Moment) -> ClusterState {
        if objections > 0 {
            return ClusterState::Contested;
        }
        Life { kept: ClusterState::ObjectionWindow, closes: self.closes }.at(now)
    }

    /// Whether it can be mediated: somebody objects.
    pub fn mediable(&self, now: Moment) -> Result<(), Refusal> {
        match self.at(now) {
            ClusterState::Contested => Ok(()),
            ClusterState::ObjectionWindow | ClusterState::Suggested | ClusterState::Proposed => {
                Err(Refusal::NotContested)
            }
            ClusterState::Mediated
            | ClusterState::Applied
            | ClusterState::Apart
            | ClusterState::Dissolved => Err(Refusal::AlreadyDone),
        }
    }
}

/// What an author writes about the merge of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerDraft {
    /// What they say.
    pub answer: MergeAnswer,
    /// The reason of an objection, or the sentence of a dissent; empty for an acceptance.
    pub words: String,
    /// Language of the page on which it was written.
    pub language: String,
}

impl AnswerDraft {
    /// Checks what was written; `texts` are those of the source, in the original and translated.
    pub fn faults(&self, texts: &[String]) -> Vec<Fault> {
        let mut faults = Vec::new();
        match self.answer {
            MergeAnswer::Accepted => {}
            MergeAnswer::Objected => {
                text(&mut faults, "objection", &self.words, REASON_MOST, 3);
            }
            MergeAnswer::Dissented => {
                text(&mut faults, "sentence", &self.words, REASON_MOST, 2);
                let sentence = self.words.trim();
                if faults.is_empty() && !texts.iter().any(|text| text.contains(sentence)) {
                    faults.push(Fault::new("sentence", What::NotInSource));
                }
            }
        }
        faults
    }
}

/// SHA-256(salt ‖ answer) of what an author said (invariant 20).
pub fn answer_hash(salt: &[u8; 32], answer: MergeAnswer, words: &str) -> [u8; 32] {
    salted(salt, &[answer.code(), words])
}

/// What a mediator writes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MediationDraft {
    /// What is decided.
    pub decision: Mediation,
    /// Why.
    pub reason: String,
    /// The synthesis from now on, where it changes.
    pub synthesis: String,
}

impl MediationDraft {
    /// Checks what was written; `standing` is the synthesis it would replace.
    pub fn faults(&self, standing: &str) -> Vec<Fault> {
        let mut faults = Vec::new();
        if self.decision == Mediation::Changed {
            text(&mut faults, "new_synthesis", &self.synthesis, 6_000, 5);
            if faults.is_empty() && self.synthesis.trim() == standing {
                faults.push(Fault::new("new_synthesis", What::Unchanged));
            }
        }
        text(&mut faults, "mediation", &self.reason, REASON_MOST, 3);
        faults
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Duration, TimeZone, Utc};

    fn noon() -> Moment {
        Utc.with_ymd_and_hms(2026, 3, 10, 12, 0, 0).unwrap()
    }

    fn open() -> Life {
        let closes = Some(noon() + Duration::days(7));
        Life { kept: ClusterState::ObjectionWindow, closes }
    }

    #[test]
    fn the_clock_applies_what_nobody_objects_to() {
        let life = open();
        assert_eq!(life.at(noon() + Duration::days(6)), ClusterState::ObjectionWindow);
        assert_eq!(life.at(noon() + Duration::days(7)), ClusterState::Applied);
        assert!(life.due(noon() + Duration::days(7)) && !life.due(noon()));
        let contested = Life { kept: ClusterState::Contested, ..life };
        assert_eq!(contested.at(noon() + Duration::days(99)), ClusterState::Contested);
        // Imported without a window: it stays what it was.
        let imported = Life { closes: None, ..life };
        assert_eq!(imported.at(noon() + Duration::days(99)), ClusterState::ObjectionWindow);
    }

    #[test]
    fn objections_come_in_until_the_end_and_may_be_taken_back_after_it() {
        use MergeAnswer::{Accepted, Dissented, Objected};
        let (during, after) = (noon(), noon() + Duration::days(8));
        let closed = noon() + Duration::days(7);
        let over = Err(Refusal::ObjectionsOver { closed });
        assert_eq!(open().takes(Objected, None, during), Ok(()));
        assert_eq!(open().takes(Objected, None, after), over);
        assert_eq!(open().takes(Accepted, None, after), over);
        let contested = Life { kept: ClusterState::Contested, ..open() };
        assert_eq!(contested.takes(Objected, None, during), Ok(()));
        assert_eq!(contested.takes(Objected, None, after), over);
        assert_eq!(contested.takes(Objected, Some(Objected), after), over);
        assert_eq!(contested.takes(Dissented, None, after), over);
        assert_eq!(contested.takes(Dissented, Some(Objected), after), Ok(()));
        assert_eq!(contested.takes(Accepted, Some(Objected), after), Ok(()));
        for kept in [ClusterState::Applied, ClusterState::Apart] {
            assert_eq!(Life { kept, ..open() }.takes(Accepted, None, during), over);
        }
        let dissolved = Life { kept: ClusterState::Dissolved, ..open() };
        assert_eq!(dissolved.takes(Accepted, None, during), Err(Refusal::AlreadyDone));
    }

    #[test]
    fn without_objections_it_goes_on_as_the_clock_says() {
        let contested = Life { kept: ClusterState::Contested, ..open() };
        assert_eq!(contested.after(1, noon()), ClusterState::Contested);
        assert_eq!(contested.after(0, noon()), ClusterState::ObjectionWindow);
        assert_eq!(contested.after(0, noon() + Duration::days(8)), ClusterState::Applied);
    }

    #[test]
    fn only_what_is_contested_is_mediated() {
        assert_eq!(open().mediable(noon()), Err(Refusal::NotContested));
        assert_eq!(Life { kept: ClusterState::Contested, ..open() }.mediable(noon()), Ok(()));
        assert_eq!(open().mediable(noon() + Duration::days(9)), Err(Refusal::AlreadyDone));
    }

    #[test]
    fn a_dissent_is_a_sentence_of_the_text() {
        let texts = ["La mia non è una variante, è il contrario.".to_owned()];
        let say = |answer, words: &str| {
            AnswerDraft { answer, words: words.into(), language: "it".into() }.faults(&texts)
        };
        assert_eq!(say(MergeAnswer::Dissented, " è il contrario "), vec![]);
        let wrong = vec![Fault::new("sentence", What::NotInSource)];
        assert_eq!(say(MergeAnswer::Dissented, "è il rovescio"), wrong);
        assert_eq!(say(MergeAnswer::Dissented, ""), vec![Fault::new("sentence", What::Missing)]);
        assert_eq!(say(MergeAnswer::Objected, "  "), vec![Fault::new("objection", What::Missing)]);
        assert_eq!(say(MergeAnswer::Accepted, ""), vec![]);
    }

    #[test]
    fn a_mediation_says_why_and_a_changed_synthesis_is_another() {
        let draft = |decision, synthesis: &str| MediationDraft {
            decision,
            reason: "Ho sentito tutte e due.".into(),
            synthesis: synthesis.into(),
        };
        let old = "Chi assiste chiede qualche ora libera.";
        assert_eq!(draft(Mediation::Applied, "").faults(old), vec![]);
        assert_eq!(draft(Mediation::Changed, old).faults(old).len(), 1);
        let new = "Chi assiste chiede un pomeriggio libero.";
        assert_eq!(draft(Mediation::Changed, new).faults(old), vec![]);
        let silent = MediationDraft { reason: String::new(), ..draft(Mediation::Apart, "") };
        assert_eq!(silent.faults(old), vec![Fault::new("mediation", What::Missing)]);
    }
}
