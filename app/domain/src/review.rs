//! Review by the Tavolo di Piano: an outcome with a reason, decided with a quorum of members
//! who have no interest, as they voted (domain.md §2.6, invariants 5 and 13).

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

/// How the members present without an interest voted on admitting the action.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Votes {
    /// In favour.
    pub favour: u32,
    /// Against.
    pub against: u32,
    /// Abstained.
    pub abstained: u32,
}

impl Votes {
    /// Whether an outcome says what was voted: what is admitted has more in favour than against,
    /// what is not admitted has not. To put off is no vote on admitting: it goes with any.
    pub const fn carry(self, outcome: ReviewOutcome) -> bool {
        match outcome {
            ReviewOutcome::Admitted | ReviewOutcome::AdmittedWithChanges => {
                self.favour > self.against
            }
            ReviewOutcome::NotAdmitted => self.favour <= self.against,
            ReviewOutcome::PutOff => true,
        }
    }
}

impl ReviewDraft {
    /// Checks what was written: no outcome without a reason or against the votes, no changes
    /// without conditions, an interest abstains.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        text(&mut faults, "reason", &self.reason, 4_000, REASON_LEAST_WORDS);
        length(&mut faults, "minority", &self.minority, 4_000);
        let votes = self.votes();
        if !votes.carry(self.outcome) {
            let Votes { favour, against, abstained } = votes;
            let what = What::AgainstVotes { favour, against, abstained };
            faults.push(Fault::new("outcome", what));
        }
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

    /// The votes that count: those of the members present without an interest.
    pub fn votes(&self) -> Votes {
        let mut votes = Votes::default();
        for member in self.members.iter().filter(|member| member.interest.is_none()) {
            match member.presence {
                Presence::Favour => votes.favour += 1,
                Presence::Against => votes.against += 1,
                Presence::Abstained => votes.abstained += 1,
                Presence::Absent => {}
            }
        }
        votes
    }

    /// Members who count for the quorum: present, without an interest.
    pub fn counted(&self) -> u32 {
        let Votes { favour, against, abstained } = self.votes();
        favour + against + abstained
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
        let members = vec![member(1, Presence::Favour, None)];
        let draft = review(ReviewOutcome::AdmittedWithChanges, reason, members);
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
            vec![
                member(1, Presence::Favour, None),
                member(2, Presence::Favour, Some("Il mio sindacato ha scritto P21.")),
            ],
        );
        assert_eq!(votes.faults().len(), 1);
    }

    /// In favour, against, abstained, all without an interest; and what such votes can end in.
    #[test]
    fn an_outcome_says_what_was_voted() {
        use ReviewOutcome::{Admitted, AdmittedWithChanges, NotAdmitted, PutOff};
        let reason = "Risponde a un vuoto verificato in tre Comuni.";
        for (favour, against, abstained, carried) in [
            (3, 0, 0, vec![Admitted, AdmittedWithChanges, PutOff]),
            (2, 1, 2, vec![Admitted, AdmittedWithChanges, PutOff]),
            (1, 1, 3, vec![NotAdmitted, PutOff]),
            (0, 3, 2, vec![NotAdmitted, PutOff]),
            (0, 0, 5, vec![NotAdmitted, PutOff]),
        ] {
            let votes = [
                (Presence::Favour, favour),
                (Presence::Against, against),
                (Presence::Abstained, abstained),
                (Presence::Absent, 2),
            ];
            let mut members = vec![member(99, Presence::Abstained, Some("L'ho scritta io."))];
            for (presence, n) in votes {
                for _ in 0..n {
                    members.push(member(members.len() as u128, presence, None));
                }
            }
            for &outcome in ReviewOutcome::ALL {
                let mut draft = review(outcome, reason, members.clone());
                draft.conditions.push("Due tappe la settimana".into());
                let what = What::AgainstVotes { favour, against, abstained };
                let faults = match carried.contains(&outcome) {
                    true => vec![],
                    false => vec![Fault::new("outcome", what)],
                };
                assert_eq!(draft.faults(), faults, "{outcome:?} {votes:?}");
            }
        }
    }
}
