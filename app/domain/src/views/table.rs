//! The Tavolo di Piano: its list, and the screen to decide on.

use serde::{Deserialize, Serialize};

use super::{ActionCard, ActionPage, ReviewView};
use crate::actions::Part;
use crate::ids::PersonId;

/// What the Tavolo finds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TablePage {
    /// Name of the body.
    pub body: String,
    /// Ready to be decided, the longest waiting first.
    pub ready: Vec<ActionCard>,
    /// *Non ancora pronte*: readable, not decidable.
    pub not_ready: Vec<ActionCard>,
    /// Decided, the newest first.
    pub decided: Vec<(ActionCard, ReviewView)>,
}

/// The screen to decide on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DecisionPage {
    /// The action.
    pub action: ActionPage,
    /// Name of the body.
    pub body: String,
    /// Members needed, without interests.
    pub quorum: u32,
    /// The rule in words.
    pub rule: String,
    /// The members, each with the interest that is suggested.
    pub members: Vec<MemberRow>,
    /// The version that was decided on when another one stood already, and the parts of the
    /// sheet that changed since.
    pub changed: Option<(i64, Vec<Part>)>,
}

/// A member who can take part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberRow {
    /// Who.
    pub person: PersonId,
    /// Name (public by office).
    pub name: String,
    /// What they represent.
    pub represents: Option<String>,
    /// It is the viewer.
    pub viewer: bool,
    /// Why an interest is suggested: their organisation wrote these sources, or is owner or
    /// partner.
    pub suggested: Vec<Interest>,
}

/// Why an interest is suggested.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Interest {
    /// Their organisation, or they themselves, wrote this source.
    Wrote(super::ContributionRef),
    /// Their organisation owns the action.
    Owns,
    /// Their organisation is a partner.
    Partner,
}
