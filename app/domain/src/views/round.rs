//! Rounds: calendar and page.

use serde::{Deserialize, Serialize};

use super::{ContributionCard, Figure, May, RoundRef};
use crate::people::IdentityLevel;
use crate::rounds::{ModerationMode, Opening, VoteMethod};
use crate::time::Moment;

/// A round in lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundCard {
    /// Which.
    pub round: RoundRef,
    /// Its question.
    pub question: String,
    /// First moment.
    pub opens: Moment,
    /// First moment after its end (the last minute is the one before).
    pub closes: Moment,
    /// When it was given back.
    pub returned: Option<Moment>,
    /// Whole days left while open; 0 on the last day.
    pub days_left: Option<i64>,
    /// Public contributions.
    pub contributions: u64,
}

/// Calendar of rounds: by state, each in order of time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarPage {
    /// Open now.
    pub open: Vec<RoundCard>,
    /// To come.
    pub next: Vec<RoundCard>,
    /// Suspended, closed, in synthesis, given back: the newest first.
    pub past: Vec<RoundCard>,
}

/// A round.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RoundPage {
    /// In short.
    pub card: RoundCard,
    /// Title of the plan it belongs to.
    pub plan: String,
    /// Measurable objective.
    pub objective: String,
    /// Already decided.
    pub given: Vec<String>,
    /// Open.
    pub open: Vec<String>,
    /// Off limits.
    pub off_limits: Vec<String>,
    /// What can be done, each with the least identity level.
    pub opened: Vec<(Opening, IdentityLevel)>,
    /// When texts are read by a moderator.
    pub moderation: ModerationMode,
    /// Way of expressing oneself.
    pub vote_method: VoteMethod,
    /// Tie rule, declared before opening.
    pub tie_rule: String,
    /// Names of the areas it covers.
    pub areas: Vec<String>,
    /// Account given back.
    pub report: Option<String>,
    /// Why it is suspended.
    pub suspended: Option<String>,
    /// Figures of the profile that matter here, at most six.
    pub figures: Vec<Figure>,
    /// Newest voices.
    pub voices: Vec<ContributionCard>,
    /// Public needs.
    pub needs: u64,
    /// Public proposals.
    pub proposals: u64,
    /// Published contributions still without an outcome.
    pub unanswered: u64,
    /// Municipalities of which nobody or hardly anybody has spoken yet, with how many texts;
    /// only while one can speak.
    pub unheard: Vec<(String, u64)>,
    /// Sessions.
    pub sessions: Vec<SessionCard>,
    /// May send a need.
    pub may_need: May,
    /// May send a proposal.
    pub may_propose: May,
    /// Administration, for the Ufficio di Piano: which acts are possible now.
    pub acts: Vec<RoundAct>,
}

/// What the Ufficio di Piano can do to a round now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoundAct {
    /// Suspend, with a reason.
    Suspend,
    /// Resume.
    Resume,
    /// Begin the synthesis.
    StartSynthesis,
    /// Give back, with an account; refused while somebody is unanswered.
    GiveBack,
}

impl RoundAct {
    /// The value of the form's `act` field and the end of Fluent keys.
    pub const fn code(self) -> &'static str {
        match self {
            RoundAct::Suspend => "suspend",
            RoundAct::Resume => "resume",
            RoundAct::StartSynthesis => "start-synthesis",
            RoundAct::GiveBack => "give-back",
        }
    }

    /// The act of a code.
    pub fn parse(code: &str) -> Option<RoundAct> {
        [RoundAct::Suspend, RoundAct::Resume, RoundAct::StartSynthesis, RoundAct::GiveBack]
            .into_iter()
            .find(|act| act.code() == code)
    }
}

/// A session of a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionCard {
    /// Title.
    pub title: String,
    /// Where.
    pub place: String,
    /// When.
    pub held: Moment,
    /// How many people were there, as it may be shown.
    pub present: crate::suppression::Shown,
}
