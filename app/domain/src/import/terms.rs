//! The closed lists that only the file format has; all others are the domain's own.

use serde::{Deserialize, Deserializer};

use crate::coded::coded;
use crate::people::Role;

coded! {
    /// State of a need or proposal at import.
    ContributionState {
        /// Public.
        Published = "pubblicato",
        /// Waits in the queue, not public.
        InModeration = "in_moderazione",
        /// Has an outcome; only in a round given back.
        Answered = "esito",
    }
}

coded! {
    /// Whether a person has checked a translation.
    TranslationKind {
        /// A person has.
        Verified = "verificata",
        /// Nobody has.
        Machine = "automatica",
    }
}

coded! {
    /// Territorial level of an action.
    Level {
        /// The whole Ambito.
        Ambito = "Ambito",
        /// One municipality.
        Municipality = "Comune",
        /// The province.
        Province = "Provincia",
    }
}

coded! {
    /// Outcome of a deliberation.
    DeliberationOutcome {
        /// Approved.
        Approved = "approvata",
        /// Not approved.
        NotApproved = "non_approvata",
    }
}

/// A role as the schema lists them: with the visitor, who is nobody's role and thus a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoleCode {
    /// `V`; never in a file that was accepted.
    Visitor,
    /// A role that people hold.
    Held(Role),
}

impl<'de> Deserialize<'de> for RoleCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        if code == "V" {
            return Ok(Self::Visitor);
        }
        code.parse().map(Self::Held).map_err(serde::de::Error::custom)
    }
}
