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
    fn passing_on_names_to_whom() {
        let reason = "La strada è della Provincia, che decide.";
        assert_eq!(
            faults(Outcome::OtherBody, reason, false),
            vec![Fault::new("addressed_to", What::Missing)]
        );
        assert_eq!(faults(Outcome::OtherBody, reason, true), vec![]);
    }
}
