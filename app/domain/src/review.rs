//! Review by the Tavolo di Piano: an outcome with a reason, decided with a quorum of members
//! who have no interest (domain.md §2.6, invariants 5 and 13).

use serde::{Deserialize, Serialize};

use crate::actions::ActionState;
use crate::coded::coded;
use crate::contributions::{length, text};
use crate::faults::{Fault, Refusal, What};
use crate::ids::PersonId;

coded! {
    /// What the Tavolo decided.
    ReviewOutcome {
        /// Admitted.
        Admitted = "ammessa",
        /// Admitted with changes.
        AdmittedWithChanges = "ammessa_con_modifiche",
        /// Not admitted.
        NotAdmitted = "non_ammessa",
        /// Put off.
        PutOff = "rinviata",
    }
}

impl ReviewOutcome {
    /// The state in which the action is left.
    pub const fn state(self) -> ActionState {
        match self {
            ReviewOutcome::Admitted => ActionState::Admitted,
            ReviewOutcome::AdmittedWithChanges => ActionState::AdmittedWithChanges,
            ReviewOutcome::NotAdmitted => ActionState::NotAdmitted,
            ReviewOutcome::PutOff => ActionState::PutOff,
        }
    }
}

coded! {
    /// Where a member was when it was decided.
    Presence {
        /// Present, in favour.
        Favour = "favorevole",
        /// Present, against.
        Against = "contrario",
        /// Present, abstained.
        Abstained = "astenuto",
        /// Absent.
        Absent = "assente",
    }
}

/// One member's part in a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberPart {
    /// Who.
    pub person: PersonId,
    /// Whether and how they voted.
    pub presence: Presence,
    /// The interest they declared, in words; `None` if none.
    pub interest: Option<String>,
}

/// What is sent to decide on an action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewDraft {
    /// Outcome.
    pub outcome: ReviewOutcome,
    /// Why. Always.
    pub reason: String,
    /// Conditions, one a line; needed for an admission with changes.
    pub conditions: Vec<String>,
    /// Minority opinion.
    pub minority: String,
    /// The members.
    pub members: Vec<MemberPart>,
}

/// The fewest words of a reason: enough to be a sentence.
pub const REASON_LEAST_WORDS: u32 = 5;

impl ReviewDraft {
    /// Checks what was written: no outcome without a reason, no changes without conditions, an
    /// interest abstains.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        text(&mut faults, "reason", &self.reason, 4_000, REASON_LEAST_WORDS);
        length(&mut faults, "minority", &self.minority, 4_000);
        let no_conditions = self.conditions.iter().all(|c| c.trim().is_empty());
        if self.outcome == ReviewOutcome::AdmittedWithChanges && no_conditions {
            faults.push(Fault::new("conditions", What::Missing));
        }
        for condition in &self.conditions {
            length(&mut faults, "conditions", condition, 1_000);
        }
        for member in &self.members {
            let field = format!("interest-{}", member.person);
            match &member.interest {
                Some(interest) if interest.trim().is_empty() => {
                    faults.push(Fault::new(field, What::Missing));
                }
                Some(_) if matches!(member.presence, Presence::Favour | Presence::Against) => {
                    faults
                        .push(Fault::new(format!("presence-{}", member.person), What::Contradicts));
                }
                Some(interest) => length(&mut faults, &field, interest, 1_000),
                None => {}
            }
        }
        faults
    }

    /// Members who count for the quorum: present, without an interest.
    pub fn counted(&self) -> u32 {
        let counted = self
            .members
            .iter()
            .filter(|m| m.presence != Presence::Absent && m.interest.is_none())
            .count();
        u32::try_from(counted).unwrap_or(u32::MAX)
    }

    /// Refuses a decision without quorum (invariant 13).
    pub fn quorum(&self, minimum: u32) -> Result<(), Refusal> {
        let counted = self.counted();
        if counted < minimum { Err(Refusal::NoQuorum { counted, minimum }) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn member(id: u128, presence: Presence, interest: Option<&str>) -> MemberPart {
        MemberPart {
            person: uuid::Uuid::from_u128(id).into(),
            presence,
            interest: interest.map(str::to_owned),
        }
    }

    fn review(outcome: ReviewOutcome, reason: &str, members: Vec<MemberPart>) -> ReviewDraft {
        ReviewDraft {
            outcome,
            reason: reason.into(),
            conditions: vec![],
            minority: String::new(),
            members,
        }
    }

    #[test]
    fn a_refusal_without_reason_cannot_be_saved() {
        let draft = review(ReviewOutcome::NotAdmitted, " ", vec![]);
        assert_eq!(draft.faults(), vec![Fault::new("reason", What::Missing)]);
    }

    #[test]
    fn changes_need_conditions() {
        let reason = "Risponde a un vuoto verificato in tre Comuni.";
        let draft = review(ReviewOutcome::AdmittedWithChanges, reason, vec![]);
        assert_eq!(draft.faults(), vec![Fault::new("conditions", What::Missing)]);
    }

    #[test]
    fn who_has_an_interest_abstains_and_does_not_count() {
        let reason = "Risponde a un vuoto verificato in tre Comuni.";
        let draft = review(
            ReviewOutcome::Admitted,
            reason,
            vec![
                member(1, Presence::Favour, None),
                member(2, Presence::Abstained, Some("Il mio sindacato ha scritto P21.")),
                member(3, Presence::Absent, None),
                member(4, Presence::Abstained, None),
            ],
        );
        assert_eq!(draft.faults(), vec![]);
        assert_eq!(draft.counted(), 2);
        assert_eq!(draft.quorum(3), Err(Refusal::NoQuorum { counted: 2, minimum: 3 }));
        assert_eq!(draft.quorum(2), Ok(()));

        let votes = review(
            ReviewOutcome::Admitted,
            reason,
            vec![member(2, Presence::Favour, Some("Il mio sindacato ha scritto P21."))],
        );
        assert_eq!(votes.faults().len(), 1);
    }
}
