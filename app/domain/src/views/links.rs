//! Links between texts that stay apart, as they read from one of them.

use serde::{Deserialize, Serialize};

use super::{ActionRef, ContributionRef};
use crate::links::Relation;
use crate::people::Role;
use crate::time::Moment;

/// A link, from one of its ends. Both ends are public.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkView {
    /// Its number in the Ambito.
    pub number: i64,
    /// What this text is to the other.
    pub relation: Relation,
    /// The other.
    pub other: LinkedView,
    /// Why they are linked.
    pub reason: String,
    /// When they were.
    pub at: Moment,
    /// In which role.
    pub role: Role,
    /// Taken back: when, why, and in which role.
    pub ended: Option<(Moment, String, Role)>,
}

/// What stands at the other end of a link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkedView {
    /// A need or a proposal, with the number and title of its round.
    Contribution(ContributionRef, i64, String),
    /// An action, with the title of its plan.
    Action(ActionRef, String),
}
