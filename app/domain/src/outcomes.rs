//! What became of a contribution: a text in an action has that action's outcome, a text in no
//! action a direct one, each with a reason (domain.md §2.3, invariant 5).

use crate::actions::ActionState;
use crate::coded::coded;
use crate::contributions::text;
use crate::faults::{Fault, What};

coded! {
    /// Outcome of a contribution.
    Outcome {
        /// Taken up.
        Accepted = "accolto",
        /// Taken up in part.
        InPart = "in_parte",
        /// Not taken up.
        NotAccepted = "non_accolto",
        /// Put off.
        PutOff = "rinviato",
        /// Passed on to another body.
        OtherBody = "altro_ente",
    }
}

/// The outcome a source has from an action in this state; `None` while undecided.
pub const fn from_action(state: ActionState) -> Option<Outcome> {
    match state {
        ActionState::Draft
        | ActionState::OfficeCheck
        | ActionState::AtTable
        | ActionState::Additions => None,
        ActionState::Admitted
        | ActionState::Approved
        | ActionState::UnderWay
        | ActionState::Concluded
        | ActionState::Suspended
        | ActionState::Replanned => Some(Outcome::Accepted),
        ActionState::AdmittedWithChanges => Some(Outcome::InPart),
        ActionState::NotAdmitted | ActionState::NotApproved => Some(Outcome::NotAccepted),
        ActionState::PutOff => Some(Outcome::PutOff),
    }
}

/// The outcome of one link of a text to an action. An answer kept for the link says more than
/// the action's state as long as both take the text up (the rest may be what *in parte* means);
/// where they disagree, what the action is now counts.
pub const fn of_link(kept: Option<Outcome>, action: Option<Outcome>) -> Option<Outcome> {
    match (kept, action) {
        (
            Some(kept @ (Outcome::Accepted | Outcome::InPart)),
            Some(Outcome::Accepted | Outcome::InPart),
        )
        | (Some(kept), None) => Some(kept),
        (_, action) => action,
    }
}

/// The summary of several outcomes: *in parte* when they differ.
pub fn summary(outcomes: &[Outcome]) -> Option<Outcome> {
    let first = *outcomes.first()?;
    if outcomes.iter().all(|&outcome| outcome == first) {
        Some(first)
    } else {
        Some(Outcome::InPart)
    }
}

/// Checks a direct outcome.
pub fn faults(outcome: Outcome, reason: &str, addressed: bool) -> Vec<Fault> {
    let mut faults = Vec::new();
    text(&mut faults, "reason", reason, 4_000, 5);
    if outcome == Outcome::OtherBody && !addressed {
        faults.push(Fault::new("addressed_to", What::Missing));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outcomes_that_differ_are_in_part() {
        assert_eq!(summary(&[]), None);
        assert_eq!(summary(&[Outcome::Accepted, Outcome::Accepted]), Some(Outcome::Accepted));
        assert_eq!(summary(&[Outcome::Accepted, Outcome::NotAccepted]), Some(Outcome::InPart));
    }

    #[test]
    fn an_answer_kept_stands_until_the_action_turns() {
        use Outcome::*;
        assert_eq!(of_link(Some(InPart), Some(Accepted)), Some(InPart));
        assert_eq!(of_link(Some(InPart), None), Some(InPart));
        assert_eq!(of_link(Some(InPart), Some(NotAccepted)), Some(NotAccepted));
        assert_eq!(of_link(Some(NotAccepted), Some(Accepted)), Some(Accepted));
        assert_eq!(of_link(None, Some(PutOff)), Some(PutOff));
    }

    #[test]
    fn passing_on_names_to_whom() {
        let reason = "La strada è della Provincia, che decide.";
        assert_eq!(
            faults(Outcome::OtherBody, reason, false),
            vec![Fault::new("addressed_to", What::Missing)]
        );
        assert_eq!(faults(Outcome::OtherBody, reason, true), vec![]);
    }
}
