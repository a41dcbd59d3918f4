//! The public face of an Ambito.

use serde::{Deserialize, Serialize};

use super::{ActionRef, ContributionCard, ContributionRef, PolicyName, RoundCard};
use crate::outcomes::Outcome;
use crate::people::IdentityLevel;
use crate::suppression::Shown;
use crate::territory::{BodyKind, Category, Direction, PlanState, ProgrammeState, SeatFunction};
use crate::time::Moment;

/// What header and footer of every page need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shell {
    /// The Ambito.
    pub ambito: AmbitoHead,
    /// Who looks.
    pub viewer: ViewerHead,
}

/// The Ambito in header and footer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AmbitoHead {
    /// First part of every address.
    pub slug: String,
    /// Language of what the institution writes here: the first of the Ambito's.
    pub language: String,
    /// Name.
    pub name: String,
    /// Region.
    pub region: String,
    /// Lead authority.
    pub lead_authority: String,
    /// Office that answers.
    pub office: String,
    /// Its address.
    pub email: String,
    /// When it is open.
    pub opening_hours: String,
    /// What the bodies and plans are called here.
    pub labels: Labels,
    /// The data are invented.
    pub demonstration: bool,
}

/// The words used here for bodies and plans (domain.md §2.1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Labels {
    /// «Comitato dei Sindaci».
    pub political_body: String,
    /// «Tavolo di Piano».
    pub review_body: String,
    /// «Piano d'Ambito».
    pub plan: String,
    /// «Programma attuativo».
    pub annual_programme: String,
}

/// Who looks at the page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ViewerHead {
    /// Their own name, shown to themselves; `None` for visitors.
    pub name: Option<String>,
    /// Where staff work, for the menu.
    pub desks: Vec<Desk>,
}

/// A place where staff work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Desk {
    /// Queue of the moderators.
    Moderation,
    /// Where facilitators bring voices together: the round whose voices are next, by its
    /// number; none while there is nothing to bring together.
    Workbench(Option<i64>),
    /// Candidate actions being drafted, and outcomes to give.
    Office,
    /// Tavolo di Piano.
    Table,
    /// Sessions of the Community Lab.
    Sessions,
}

impl Desk {
    /// End of Fluent keys.
    pub const fn code(self) -> &'static str {
        match self {
            Desk::Moderation => "moderation",
            Desk::Workbench(_) => "workbench",
            Desk::Office => "office",
            Desk::Table => "table",
            Desk::Sessions => "sessions",
        }
    }
}

/// Where somebody who has signed in begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Landing {
    /// Where they work.
    Desk(Desk),
    /// What they wrote, and what became of it.
    Mine,
    /// What is planned, for who approves it or looks on.
    Actions,
    /// The public pages, for who has nothing else here.
    Home,
}

/// Home of an Ambito.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HomePage {
    /// Rounds open now, the one that closes first in front.
    pub open: Vec<RoundCard>,
    /// Rounds that will open, the next one in front.
    pub next: Vec<RoundCard>,
    /// Rounds that are suspended, or closed and not yet given back: the newest first.
    pub underway: Vec<RoundCard>,
    /// The newest answers to what people said.
    pub answers: Vec<AnswerCard>,
    /// The newest voices.
    pub voices: Vec<ContributionCard>,
    /// Figures of the community, at most six.
    pub figures: Vec<Figure>,
    /// How many took part in all rounds, as it may be shown.
    pub numbers: Numbers,
    /// What was said in the first of the open rounds.
    pub open_numbers: Option<Numbers>,
}

/// A voice and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerCard {
    /// The voice.
    pub contribution: ContributionRef,
    /// First words of it.
    pub excerpt: String,
    /// What became of it.
    pub outcome: Outcome,
    /// Why.
    pub reason: String,
    /// The action in which it lives on.
    pub action: Option<ActionRef>,
    /// When it was answered.
    pub at: Moment,
}

/// Participation in numbers (texts are counted exactly, people with suppression).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Numbers {
    /// Public needs.
    pub needs: u64,
    /// Public proposals.
    pub proposals: u64,
    /// Public contributions with an answer.
    pub answered: u64,
    /// Distinct people who support something.
    pub supporters: Option<Shown>,
}

/// One indicator as a figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// Code of the import format («IND05»), also its anchor on the profile page.
    pub code: String,
    /// Name.
    pub name: String,
    /// Unit.
    pub unit: String,
    /// Newest value.
    pub value: f64,
    /// Day of the newest value, `YYYY-MM-DD`.
    pub date: chrono::NaiveDate,
    /// Value one measurement earlier.
    pub previous: Option<f64>,
    /// Which way is better.
    pub direction: Direction,
}

/// Territory and municipalities.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TerritoryPage {
    /// Inhabitants in all.
    pub population: i64,
    /// Free remark about the Ambito.
    pub note: String,
    /// Municipalities, the lead one first, then by inhabitants.
    pub municipalities: Vec<MunicipalityRow>,
}

/// A municipality.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MunicipalityRow {
    /// Code («CVN»).
    pub code: String,
    /// Name.
    pub name: String,
    /// Inhabitants.
    pub population: i64,
    /// Lead municipality.
    pub lead: bool,
    /// Mayor (public by office).
    pub mayor: Option<String>,
    /// Public needs that speak of it.
    pub needs: u64,
    /// Public proposals that speak of it.
    pub proposals: u64,
}

/// Bodies and organisations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BodiesPage {
    /// Bodies, those who decide last in front.
    pub bodies: Vec<BodyCard>,
    /// Organisations by category.
    pub organisations: Vec<OrganisationRow>,
}

/// A body with its seats.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BodyCard {
    /// Kind.
    pub kind: BodyKind,
    /// Name.
    pub name: String,
    /// Members needed to decide.
    pub quorum: u32,
    /// The rule in words.
    pub rule: String,
    /// Seats.
    pub seats: Vec<SeatRow>,
}

/// A seat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeatRow {
    /// Who holds it (public by office); `None` when vacant.
    pub person: Option<String>,
    /// Function.
    pub function: SeatFunction,
    /// Municipality or organisation represented.
    pub represents: Option<String>,
    /// Whether it votes.
    pub votes: bool,
}

/// An organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationRow {
    /// Code («O01»).
    pub code: String,
    /// Name.
    pub name: String,
    /// Category.
    pub category: Category,
    /// Where it is.
    pub municipality: Option<String>,
    /// Section of the RUNTS.
    pub runts_section: Option<String>,
    /// Its public contributions.
    pub contributions: u64,
}

/// The plans with areas and policies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanPage {
    /// Plans, the newest first.
    pub plans: Vec<PlanCard>,
    /// Areas with policies.
    pub areas: Vec<AreaCard>,
}

/// A plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanCard {
    /// Title.
    pub title: String,
    /// First year.
    pub year_from: i32,
    /// Last year.
    pub year_to: i32,
    /// State.
    pub state: PlanState,
    /// In a few words.
    pub summary: String,
    /// The approving act.
    pub act: Option<ActRef>,
    /// Annual programmes.
    pub programmes: Vec<ProgrammeCard>,
    /// Its actions.
    pub actions: Vec<ActionRef>,
}

/// A reference to an act; the act lives in the registry of the public body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActRef {
    /// Body.
    pub body: String,
    /// Number.
    pub number: String,
    /// Day.
    pub date: chrono::NaiveDate,
}

/// An annual programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgrammeCard {
    /// Title.
    pub title: String,
    /// Year.
    pub year: i32,
    /// State.
    pub state: ProgrammeState,
    /// The approving act.
    pub act: Option<ActRef>,
}

/// An area with its policies, and how much was said on each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AreaCard {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Policies.
    pub policies: Vec<PolicyRow>,
}

/// A policy and how much was said on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyRow {
    /// The policy.
    pub policy: PolicyName,
    /// Public needs.
    pub needs: u64,
    /// Public proposals.
    pub proposals: u64,
}

/// The community profile.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProfilePage {
    /// Indicators in their order.
    pub indicators: Vec<IndicatorCard>,
}

/// An indicator with its series.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IndicatorCard {
    /// Code («IND05»).
    pub code: String,
    /// Name.
    pub name: String,
    /// What is counted.
    pub definition: String,
    /// Unit.
    pub unit: String,
    /// Which way is better.
    pub direction: Direction,
    /// Name of the area, if of one.
    pub area: Option<String>,
    /// Where the data come from.
    pub source: String,
    /// Baseline.
    pub baseline: Point,
    /// Target.
    pub target: Option<Point>,
    /// Measurements in order of time.
    pub series: Vec<Point>,
}

/// A measurement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// Day.
    pub date: chrono::NaiveDate,
    /// Value.
    pub value: f64,
    /// Remark.
    pub note: Option<String>,
}

/// What a person finds when they sign in: their own texts and what became of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MinePage {
    /// Their name.
    pub name: String,
    /// Their identity level.
    pub level: IdentityLevel,
    /// Codes of their roles here.
    pub roles: Vec<crate::people::Role>,
    /// Their contributions, public or not.
    pub contributions: Vec<OwnCard>,
    /// What they sent after closing and was kept for them.
    pub drafts: Vec<super::DraftCard>,
    /// What they support.
    pub supported: Vec<ContributionRef>,
    /// Merges of what they wrote or support.
    pub merges: Vec<super::MineMerge>,
    /// May send a need now.
    pub may_need: super::May,
    /// May send a proposal now.
    pub may_propose: super::May,
}

/// One's own contribution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnCard {
    /// Which.
    pub contribution: ContributionRef,
    /// Where it stands.
    pub standing: crate::contributions::Standing,
    /// How far along its thread.
    pub stage: crate::contributions::Stage,
    /// What became of it.
    pub outcome: Option<Outcome>,
    /// When it was sent.
    pub at: Moment,
}

/// One Ambito in the list of the installation's front page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AmbitoCard {
    /// First part of every address.
    pub slug: String,
    /// Name.
    pub name: String,
    /// Region.
    pub region: String,
    /// Rounds open now.
    pub open_rounds: u32,
}
