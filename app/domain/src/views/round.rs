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
    /// Being prepared: for who prepares rounds; nobody else knows of them.
    pub drafts: Vec<RoundCard>,
    /// The viewer prepares rounds.
    pub may_prepare: bool,
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
    /// Statements to agree with or not.
    pub statements: u64,
    /// Who has been heard has a page of its own.
    pub coverage: bool,
    /// Sessions.
    pub sessions: Vec<SessionCard>,
    /// What it opens beside voices; `None` for a consultation.
    pub method: Option<super::MethodSummary>,
    /// It has ballots.
    pub ballots: bool,
    /// May send a need.
    pub may_need: May,
    /// May send a proposal.
    pub may_propose: May,
    /// Administration, for the Ufficio di Piano: which acts are possible now.
    pub acts: Vec<RoundAct>,
    /// Its rules and windows, and what can be done with it beside the acts.
    pub life: RoundLife,
}

/// How a round stands with its rules and windows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundLife {
    /// SHA-256 of the rules without the window, in hexadecimal.
    pub hash: String,
    /// The rules can't be changed any more: it has opened.
    pub frozen: bool,
    /// It was opened once more, with this reason; `None` if not, or if it has closed since.
    pub reopened: Option<String>,
    /// The viewer prepares rounds.
    pub may_prepare: bool,
    /// The viewer may open it once more now.
    pub may_reopen: bool,
}

/// What the Ufficio di Piano can do to a round now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoundAct {
    /// Suspend, with a reason.
    Suspend,
    /// Resume.
    Resume,
    /// Take back to its draft, with a reason, before it opens.
    Recall,
    /// Close before its time, with a reason.
    Close,
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
            RoundAct::Recall => "recall",
            RoundAct::Close => "close",
            RoundAct::StartSynthesis => "start-synthesis",
            RoundAct::GiveBack => "give-back",
        }
    }

    /// All of them.
    pub const ALL: [RoundAct; 6] = [
        RoundAct::Suspend,
        RoundAct::Resume,
        RoundAct::Recall,
        RoundAct::Close,
        RoundAct::StartSynthesis,
        RoundAct::GiveBack,
    ];

    /// The act of a code.
    pub fn parse(code: &str) -> Option<RoundAct> {
        RoundAct::ALL.into_iter().find(|act| act.code() == code)
    }
}

/// A session of a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionCard {
    /// Its number in the Ambito.
    pub number: i64,
    /// Title.
    pub title: String,
    /// Where.
    pub place: String,
    /// When.
    pub held: Moment,
    /// How many people were there, as it may be shown.
    pub present: crate::suppression::Shown,
}
