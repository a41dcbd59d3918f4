//! Rounds being prepared: where one begins, the wizard, the preview; and the rules of a round.

use serde::{Deserialize, Serialize};

use super::{Figure, May, RoundCard, RoundPage, RoundRef};
use crate::people::IdentityLevel;
use crate::rounds::design::{Agreement, Gap, Measure, Notice, Unusual};
use crate::rounds::windows::WindowKind;
use crate::rounds::{Opening, RoundKind};
use crate::time::Moment;

/// Where a new round begins: a kind, or a copy of an earlier one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundStartPage {
    /// Rounds to copy from, the newest first.
    pub earlier: Vec<RoundRef>,
    /// Drafts that somebody has begun.
    pub drafts: Vec<RoundRef>,
}

/// What the wizard of a round offers and says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RoundFormPage {
    /// The draft, if it was saved before.
    pub round: Option<RoundRef>,
    /// Its kind.
    pub kind: RoundKind,
    /// Plans: code and title.
    pub plans: Vec<(String, String)>,
    /// Areas: code and name.
    pub areas: Vec<(String, String)>,
    /// Indicators: code, name and unit.
    pub indicators: Vec<(String, String, String)>,
    /// Figures of the profile that people will see, for the areas that are chosen.
    pub figures: Vec<Figure>,
    /// What is missing before it may be announced.
    pub gaps: Vec<Gap>,
    /// What is unusual.
    pub unusual: Vec<Unusual>,
    /// Whether the viewer may announce it, once nothing is missing.
    pub may_announce: May,
    /// Hash of the rules as they stand.
    pub hash: String,
}

/// As whom a round is looked at before it is announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Onlooker {
    /// Nobody signed in.
    Visitor,
    /// Citizen known by e-mail.
    Citizen,
    /// Verified citizen.
    VerifiedCitizen,
    /// Who speaks for an organisation.
    Representative,
    /// Facilitator.
    Facilitator,
    /// Ufficio di Piano.
    PlanOffice,
    /// Member of the Tavolo di Piano.
    PlanTable,
}

impl Onlooker {
    /// All, in the order in which they are offered.
    pub const ALL: [Onlooker; 7] = [
        Onlooker::Visitor,
        Onlooker::Citizen,
        Onlooker::VerifiedCitizen,
        Onlooker::Representative,
        Onlooker::Facilitator,
        Onlooker::PlanOffice,
        Onlooker::PlanTable,
    ];

    /// The code of the role (domain.md §2.6): in the address, and at the end of Fluent keys.
    pub const fn code(self) -> &'static str {
        match self {
            Onlooker::Visitor => "V",
            Onlooker::Citizen => "C",
            Onlooker::VerifiedCitizen => "CV",
            Onlooker::Representative => "O",
            Onlooker::Facilitator => "F",
            Onlooker::PlanOffice => "U",
            Onlooker::PlanTable => "T",
        }
    }

    /// The one of a code.
    pub fn parse(code: &str) -> Option<Onlooker> {
        Onlooker::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// What each may do in a round while it is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewRow {
    /// What.
    pub opening: Opening,
    /// The least identity level.
    pub level: IdentityLevel,
    /// Whether each of [`Onlooker::ALL`] may, in that order.
    pub may: Vec<May>,
}

/// A round as somebody will see it when it is open.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PreviewPage {
    /// As whom.
    pub by: Onlooker,
    /// The page as they will see it.
    pub page: RoundPage,
    /// Who may do what.
    pub rows: Vec<PreviewRow>,
}

/// A window of a round, as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WindowView {
    /// Which edition.
    pub edition: i64,
    /// Why.
    pub kind: WindowKind,
    /// First moment.
    pub opens: Moment,
    /// First moment after it.
    pub closes: Moment,
    /// When it was decided.
    pub at: Moment,
    /// Reason; empty for the first.
    pub reason: String,
    /// Who decided it: their name is public by office.
    pub by: Option<String>,
}

/// The rules of a round, and its windows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RulesPage {
    /// Which round.
    pub card: RoundCard,
    /// They can't be changed any more.
    pub frozen: bool,
    /// SHA-256 of `text`.
    pub hash: String,
    /// The text that is hashed.
    pub text: String,
    /// What is measured.
    pub measure: Measure,
    /// The notice.
    pub notice: Notice,
    /// The agreement.
    pub agreement: Agreement,
    /// What can be done, each with the least identity level.
    pub opened: Vec<(Opening, IdentityLevel)>,
    /// When texts are moderated.
    pub moderation: crate::rounds::ModerationMode,
    /// Way of expressing oneself.
    pub vote_method: crate::rounds::VoteMethod,
    /// Tie rule.
    pub tie_rule: String,
    /// Within how many days after closing everybody is answered.
    pub answer_days: Option<u32>,
    /// How results are reported.
    pub results: String,
    /// Who decides on them.
    pub decides: String,
    /// How the round itself is evaluated.
    pub evaluation: String,
    /// What to read.
    pub materials: Vec<crate::rounds::design::Material>,
    /// Its windows, each an edition.
    pub windows: Vec<WindowView>,
    /// What stood each time it had closed and was opened once more.
    pub closed: Vec<ClosedView>,
}

/// What stood when a round had closed that was opened once more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosedView {
    /// The edition of the window that had closed.
    pub edition: i64,
    /// When it was kept.
    pub at: Moment,
    /// Public needs.
    pub needs: u64,
    /// Public proposals.
    pub proposals: u64,
    /// Public comments.
    pub comments: u64,
    /// Public texts with an outcome.
    pub answered: u64,
    /// Where the texts stood.
    pub ledger: crate::rounds::ledger::Ledger,
    /// The most supported texts, with how many supported them then; those that are still public.
    pub supported: Vec<(super::ContributionRef, crate::suppression::Shown)>,
}

/// What the Coordinatore sees before a round is opened once more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReopenPage {
    /// Which round.
    pub card: RoundCard,
    /// Where its texts stand: this is kept.
    pub ledger: crate::rounds::ledger::Ledger,
    /// How many people with an account are told.
    pub told: crate::suppression::Shown,
}

/// Texts of a round that wait for their answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UnansweredPage {
    /// Which round.
    pub card: RoundCard,
    /// How many wait for an outcome.
    pub waiting: u64,
    /// How many more wait for a moderator, as it may be shown.
    pub in_moderation: crate::suppression::Shown,
    /// Within how many days after closing everybody is answered, as it was declared.
    pub answer_days: Option<u32>,
    /// The texts, the longest waiting first, with the whole days each has waited.
    pub texts: Vec<(super::ContributionCard, i64)>,
    /// Which page of them.
    pub paging: super::Paging,
}
