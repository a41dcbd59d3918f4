//! Statements of a round, and the opinion groups that they show.

use serde::{Deserialize, Serialize};

use super::{ContributionRef, May, RoundRef};
use crate::opinions::Stance;
use crate::opinions::picture::Picture;
use crate::statements::WithdrawnWhy;
use crate::suppression::Shown;
use crate::time::Moment;

/// The statements of a round.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StatementsPage {
    /// Which round.
    pub round: RoundRef,
    /// First moment of its window.
    pub opens: Moment,
    /// First moment after it.
    pub closes: Moment,
    /// In the order in which this viewer reads them; withdrawn ones last.
    pub statements: Vec<StatementView>,
    /// May vote, as far as it depends on who asks and on the round.
    pub may_vote: May,
    /// May add and withdraw statements.
    pub may_add: May,
    /// What was said, once the synthesis has begun.
    pub results: Option<OpinionsView>,
}

/// A statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatementView {
    /// Its number in the round.
    pub number: i64,
    /// The sentence, in the institution's words.
    pub text: String,
    /// The public text it is drawn from.
    pub source: Option<ContributionRef>,
    /// Why it was withdrawn, if it was.
    pub withdrawn: Option<WithdrawnWhy>,
    /// What this viewer said.
    pub mine: Option<Stance>,
    /// How many said what, once results are shown.
    pub said: Option<SaidView>,
}

/// How many said what, as it may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaidView {
    /// Agree.
    pub agree: Shown,
    /// Disagree.
    pub disagree: Shown,
    /// Pass.
    pub pass: Shown,
}

/// Results of a round's statements.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OpinionsView {
    /// How many people voted, where they are enough for groups.
    pub participants: Option<u32>,
    /// Whether there are groups, and why not.
    pub groups: Groups,
    /// The votes can be downloaded.
    pub exported: bool,
}

/// Whether there are opinion groups.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Groups {
    /// Fewer than thirty people, or too few of them voted on enough statements.
    TooFew,
    /// Nearly all vote alike.
    NoDivision,
    /// No more than chance.
    Weak,
    /// There are.
    Drawn(Box<Picture>),
}

impl Groups {
    /// End of Fluent keys.
    pub const fn code(&self) -> &'static str {
        match self {
            Groups::TooFew => "too-few",
            Groups::NoDivision => "no-division",
            Groups::Weak => "weak",
            Groups::Drawn(_) => "drawn",
        }
    }
}
