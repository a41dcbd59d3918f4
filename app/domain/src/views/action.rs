//! Candidate actions: list, sheet, form.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    ActRef, ActionRef, ClusterCard, ClusterRef, ContributionCard, ContributionRef, LinkView, May,
    PolicyName, RoundRef, SourceView, Thread,
};
use crate::actions::{ActivityState, Missing, Overlap, Sector};
use crate::review::{Presence, ReviewOutcome};
use crate::suppression::Shown;
use crate::time::Moment;

/// All actions, by state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionList {
    /// Actions that are public: from the Tavolo on; drafts only for who drafts.
    pub actions: Vec<ActionCard>,
    /// May draft one.
    pub may_draft: May,
}

/// An action in lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionCard {
    /// Which.
    pub action: ActionRef,
    /// First words of the objective, or of the description.
    pub excerpt: String,
    /// Its policy.
    pub policy: Option<PolicyName>,
    /// Owner's organisation.
    pub owner: Option<String>,
    /// Contributions it comes from.
    pub voices: u32,
    /// What keeps it from the Tavolo.
    pub missing: Vec<Missing>,
    /// When it last changed.
    pub at: Moment,
}

/// An action with everything (*scheda intervento*).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ActionPage {
    /// In short.
    pub card: ActionCard,
    /// Title of its plan.
    pub plan: String,
    /// Version shown.
    pub version: i64,
    /// Its hash, hexadecimal.
    pub hash: String,
    /// The sheet with names for ids.
    pub sheet: SheetView,
    /// Clusters it comes from, with reasons.
    pub clusters: Vec<OriginCluster>,
    /// Contributions it comes from directly.
    pub direct: Vec<SourceView>,
    /// The round in which its activities are followed.
    pub followed: Option<RoundRef>,
    /// Dissent of its sources, printed with it.
    pub dissent: Vec<DissentView>,
    /// Distinct supporters of at least one source.
    pub supporters: Shown,
    /// Texts it is linked to.
    pub links: Vec<LinkView>,
    /// Reviews, the newest first.
    pub reviews: Vec<ReviewView>,
    /// Acts of the Comitato.
    pub deliberations: Vec<DeliberationView>,
    /// The thread, upward and downward.
    pub thread: Thread,
    /// May change the draft.
    pub may_edit: May,
    /// May send it to the Tavolo (says what is missing).
    pub may_send: May,
    /// May decide on it.
    pub may_review: May,
}

/// The sheet as people read it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SheetView {
    /// Title.
    pub title: String,
    /// Other policies it touches.
    pub linked_policies: Vec<PolicyName>,
    /// Owner: organisation and person (public by office).
    pub owner: Option<(String, Option<String>)>,
    /// For whom.
    pub recipients: String,
    /// What it is to reach.
    pub objective: String,
    /// What is done.
    pub description: String,
    /// Activities.
    pub activities: Vec<ActivityView>,
    /// Indicators with their newest value.
    pub indicators: Vec<ActionIndicatorView>,
    /// Overlap check.
    pub overlap: Option<(Overlap, String)>,
    /// Integration statement.
    pub integration: String,
    /// Partners: name, what it brings, sector.
    pub partners: Vec<(String, String, Sector)>,
    /// Money: source and euro cents.
    pub budget: Vec<(String, i64)>,
    /// First day.
    pub starts: Option<NaiveDate>,
    /// Last day.
    pub ends: Option<NaiveDate>,
    /// Level.
    pub level: String,
    /// Reason for being of the institution's own initiative.
    pub own_initiative: String,
}

/// An activity with names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityView {
    /// What.
    pub what: String,
    /// Who (public by office).
    pub responsible: Option<String>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// State.
    pub state: ActivityState,
    /// Evidence.
    pub evidence: String,
}

/// An indicator of an action with its newest value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ActionIndicatorView {
    /// The indicator with its series.
    pub indicator: super::IndicatorCard,
    /// Baseline on the sheet.
    pub baseline: f64,
    /// Target on the sheet.
    pub target: f64,
}

/// A cluster from which an action comes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OriginCluster {
    /// Which.
    pub cluster: ClusterRef,
    /// Its synthesis.
    pub synthesis: String,
    /// Why its sources belong together.
    pub reason: String,
    /// Its sources.
    pub sources: Vec<SourceView>,
    /// From which sources each sentence of the synthesis draws, once somebody said so.
    pub collected: Option<super::CollectedView>,
}

/// A dissenting sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DissentView {
    /// Whose.
    pub contribution: ContributionRef,
    /// Word for word.
    pub excerpt: String,
    /// The answer given to it.
    pub answer: Option<String>,
}

/// A review, as the public reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewView {
    /// Body.
    pub body: String,
    /// When.
    pub at: Moment,
    /// Version reviewed.
    pub version: i64,
    /// Outcome.
    pub outcome: ReviewOutcome,
    /// Why.
    pub reason: String,
    /// Conditions.
    pub conditions: Vec<String>,
    /// Minority opinion.
    pub minority: Option<String>,
    /// Members: name (public by office), what they represent, presence, declared interest.
    pub members: Vec<ReviewMember>,
}

/// A member's part in a review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewMember {
    /// Name.
    pub name: String,
    /// What they represent.
    pub represents: Option<String>,
    /// Whether and how they voted.
    pub presence: Presence,
    /// Declared interest.
    pub interest: Option<String>,
}

/// An act of the Comitato on an action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeliberationView {
    /// Act.
    pub act: ActRef,
    /// Title.
    pub title: String,
    /// Approved.
    pub approved: bool,
    /// Why.
    pub reason: String,
    /// Version approved, with its hash in hexadecimal.
    pub version: (i64, String),
    /// The shown version is the approved one.
    pub current: bool,
}

/// What an action can come from, beside what was chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferedSources {
    /// The words that were searched; empty for the newest.
    pub query: String,
    /// Clusters of the rounds of its plan.
    pub clusters: Vec<ClusterCard>,
    /// Texts of these rounds: proposals; needs too where words were searched.
    pub texts: Vec<ContributionCard>,
    /// No text has all the words that were searched: these have some.
    pub some: bool,
    /// How many texts more there are.
    pub more: u64,
}

/// The form of a sheet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ActionFormPage {
    /// The action that is changed; `None` for a new one.
    pub action: Option<ActionRef>,
    /// Round of its sources.
    pub round: Option<RoundRef>,
    /// Clusters it comes from.
    pub clusters: Vec<OriginCluster>,
    /// Contributions it comes from directly.
    pub direct: Vec<SourceView>,
    /// Clusters and texts to choose from beside them.
    pub offered: OfferedSources,
    /// Policies.
    pub policies: Vec<PolicyName>,
    /// Organisations: code, name.
    pub organisations: Vec<(String, String)>,
    /// People who can own an action (public by office): id, name.
    pub people: Vec<(String, String)>,
    /// Indicators: code, name, newest value, unit.
    pub indicators: Vec<(String, String, Option<f64>, String)>,
    /// Services and actions that look alike, for the overlap check.
    pub alike: Vec<ActionRef>,
    /// What still keeps it from the Tavolo.
    pub missing: Vec<Missing>,
}
