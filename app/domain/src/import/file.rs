//! The file as types: one struct an object of `trama-import/1`, fields named as in the file.
//!
//! Only [`super::read`] and [`super::load`] make a [`File`]: they judge the text by the schema
//! first, which refuses what is unknown; the types then pass over what the importer must ignore
//! (`ground_truth`, `moderation_samples`, `hostile_inputs` and `group`, `duplicates_of`,
//! `similar_to` of needs and proposals), so that nothing imported can depend on it. References
//! stay ids; closed lists are the domain's own, whose codes are the words of the file.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value};

use super::terms::{ContributionState, DeliberationOutcome, Level, RoleCode, TranslationKind};
use super::time::{Offset, When};
use crate::actions::{ActionState, ActivityState, Overlap, Sector};
use crate::contributions::{AuthorKind, Channel, Kind as ContributionKind};
use crate::merging::{ClusterState, Share};
use crate::moderation::{Decision, ReasonClass};
use crate::outcomes::Outcome as OutcomeValue;
use crate::people::{AgeBand, IdentityLevel};
use crate::review::ReviewOutcome;
use crate::rounds::{ModerationMode, Opening, RoundKind, RoundState, VoteMethod};
use crate::territory::{BodyKind, Category, Direction, PlanState, ProgrammeState, SeatFunction};

/// A whole file: an Ambito, its people, rounds, voices and finished threads.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct File {
    /// About this file.
    pub meta: Meta,
    /// The district.
    pub ambito: Ambito,
    /// Municipalities.
    pub municipalities: Vec<Municipality>,
    /// Organisations and public bodies.
    pub organisations: Vec<Organisation>,
    /// Named people with roles.
    pub people: Vec<Person>,
    /// Verified people without names; they cannot sign in.
    pub extra_people: Vec<ExtraPerson>,
    /// Bodies with their seats.
    pub bodies: Vec<Body>,
    /// Plans with their annual programmes.
    pub plans: Vec<Plan>,
    /// Areas with their policies.
    pub areas: Vec<Area>,
    /// Indicators of the community profile and of actions.
    pub indicators: Vec<Indicator>,
    /// Rounds.
    pub rounds: Vec<Round>,
    /// Needs.
    pub needs: Vec<Contribution>,
    /// Proposals.
    pub proposals: Vec<Contribution>,
    /// Comments.
    pub comments: Vec<Comment>,
    /// Supports, one per person and contribution.
    pub supports: Vec<Support>,
    /// Community Lab sessions.
    pub community_lab_sessions: Vec<Session>,
    /// Merges of finished rounds.
    pub clusters: Vec<Cluster>,
    /// Actions.
    pub actions: Vec<Action>,
    /// Reviews by the Tavolo di Piano.
    pub reviews: Vec<Review>,
    /// Acts of the political body.
    pub deliberations: Vec<Deliberation>,
}

/// About a file.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Meta {
    /// Name and version of the format.
    pub format: String,
    /// Title.
    pub title: String,
    /// Language of the file.
    pub language: String,
    /// What the file is for.
    pub role: Option<String>,
    /// How offsets are to be read, in words.
    pub offsets: Option<String>,
    /// What the file says must not influence anything imported.
    pub ignored_by_importer: Vec<String>,
    /// Numbers of objects, as its author counted them; not relied upon.
    #[serde(default)]
    pub counts: BTreeMap<String, i64>,
    /// Remarks for readers.
    #[serde(default)]
    pub notes: Vec<String>,
}

/// The district.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Ambito {
    /// Id.
    pub id: String,
    /// First part of every address of this Ambito.
    pub slug: String,
    /// Name.
    pub name: String,
    /// Region.
    pub region: String,
    /// Inhabitants.
    pub population: i64,
    /// Lead authority.
    pub lead_authority: LeadAuthority,
    /// Where to reach the office.
    pub contact: Contact,
    /// IANA time zone of all offsets.
    pub time_zone: String,
    /// Languages of the pages.
    pub languages: Vec<String>,
    /// Words used here for bodies and plans.
    #[serde(default)]
    pub labels: BTreeMap<String, String>,
    /// Remark for readers.
    pub note: Option<String>,
}

/// The lead authority of an Ambito.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct LeadAuthority {
    /// Name.
    pub name: String,
    /// Its municipality.
    pub municipality: Option<String>,
    /// Its organisation.
    pub organisation: Option<String>,
}

/// Where to reach the office of an Ambito.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Contact {
    /// Name and address.
    pub office: Option<String>,
    /// E-mail address.
    pub email: String,
    /// Opening hours.
    pub opening_hours: Option<String>,
}

/// A municipality.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Municipality {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Inhabitants, above zero.
    pub population: i64,
    /// Lead municipality.
    #[serde(default)]
    pub lead: bool,
    /// Name of the mayor.
    pub mayor: Option<String>,
    /// Names of hamlets.
    #[serde(default)]
    pub hamlets: Vec<String>,
    /// Names of city districts.
    #[serde(default)]
    pub districts: Vec<String>,
}

/// An organisation or public body.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Organisation {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Category.
    pub category: Category,
    /// RUNTS number.
    pub runts: Option<String>,
    /// RUNTS section.
    pub runts_section: Option<String>,
    /// Municipality of its seat.
    pub municipality: Option<String>,
    /// Remark for readers.
    pub note: Option<String>,
}

/// A named person with roles.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Person {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// E-mail address, only under `.example`.
    pub email: String,
    /// Language for messages.
    pub language: String,
    /// Municipality of residence.
    pub municipality: Option<String>,
    /// Identity level.
    pub identity_level: IdentityLevel,
    /// Roles, at least one.
    pub roles: Vec<RoleHeld>,
    /// Facilitators: training completed.
    pub training: Option<String>,
}

/// A role of a person.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct RoleHeld {
    /// Which role.
    pub code: RoleCode,
    /// Body in which it is held.
    pub body: Option<String>,
    /// Organisation for which it is held.
    pub organisation: Option<String>,
}

/// A verified person without a name.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct ExtraPerson {
    /// Id.
    pub id: String,
    /// Municipality.
    pub municipality: String,
    /// Age band.
    pub age_band: AgeBand,
    /// Identity level; see [`ExtraPerson::level`].
    pub identity_level: Option<IdentityLevel>,
}

/// A body.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Body {
    /// Id.
    pub id: String,
    /// Type.
    #[serde(rename = "type")]
    pub kind: BodyKind,
    /// Name.
    pub name: String,
    /// When it can decide.
    pub quorum: Quorum,
    /// Seats.
    pub seats: Vec<Seat>,
}

/// When a body can decide.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Quorum {
    /// Members present, without those who declared an interest.
    pub minimum: i64,
    /// Seats.
    pub of: i64,
    /// How declared interests count, in words.
    pub conflicts: Option<String>,
    /// The rule, in words.
    pub rule: String,
}

/// A seat of a body.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Seat {
    /// Id.
    pub id: String,
    /// Person on the seat; none when vacant.
    pub person: Option<String>,
    /// Municipality represented.
    pub municipality: Option<String>,
    /// Organisation represented.
    pub organisation: Option<String>,
    /// Function.
    pub function: SeatFunction,
    /// Whether the seat votes.
    pub votes: bool,
}

/// A reference to an act; the act itself is in the registry of the public body.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Act {
    /// Body that adopted it.
    pub body: String,
    /// Number, without the year.
    pub number: String,
    /// Day.
    pub date: When,
}

/// A plan.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Plan {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// First year.
    pub year_from: i64,
    /// Last year.
    pub year_to: i64,
    /// State.
    pub state: PlanState,
    /// Act that approved it.
    pub act: Option<Act>,
    /// Summary.
    pub summary: Option<String>,
    /// Annual programmes.
    pub annual_programmes: Vec<Programme>,
}

/// An annual programme.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Programme {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Year.
    pub year: i64,
    /// State.
    pub state: ProgrammeState,
    /// Act that approved it.
    pub act: Option<Act>,
}

/// An area of the plan.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Area {
    /// Id, unique among areas.
    pub id: String,
    /// Name.
    pub name: String,
    /// Policies.
    pub policies: Vec<Policy>,
}

/// A policy of an area.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Policy {
    /// Id, unique among policies.
    pub id: String,
    /// Name.
    pub name: String,
}

/// An indicator with its measurements.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Indicator {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// What is counted, where and when.
    pub definition: String,
    /// Unit.
    pub unit: String,
    /// Where better is.
    pub direction: Direction,
    /// Area.
    pub area: Option<String>,
    /// Where the figures come from.
    pub source: String,
    /// Where it starts.
    pub baseline: ValueAt,
    /// Where it should get.
    pub target: Option<ValueAt>,
    /// When somebody must react.
    pub thresholds: Option<Thresholds>,
    /// Measurements in order of time.
    pub series: Vec<Point>,
}

/// A value with its day.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct ValueAt {
    /// Value in the indicator's unit.
    pub value: f64,
    /// Day.
    pub date: When,
}

/// When somebody must react to an indicator.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Thresholds {
    /// First threshold.
    pub attention: f64,
    /// Second threshold.
    pub alarm: f64,
    /// Person named to react.
    pub responsible: Option<String>,
}

/// One measurement.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Point {
    /// Day.
    pub date: When,
    /// Value in the indicator's unit.
    pub value: f64,
    /// Person who entered it.
    pub by: Option<String>,
    /// Remark for readers.
    pub note: Option<String>,
}

/// A round.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Round {
    /// Id.
    pub id: String,
    /// Kind.
    pub kind: RoundKind,
    /// Plan it belongs to.
    pub plan: String,
    /// Title.
    pub title: String,
    /// State on the day of loading.
    pub state: RoundState,
    /// Question put to people.
    pub question: String,
    /// Measurable objective.
    pub objective: String,
    /// Already decided.
    pub given: Vec<String>,
    /// Open.
    pub open: Vec<String>,
    /// Off limits.
    pub off_limits: Vec<String>,
    /// First minute.
    pub opens: Offset,
    /// Last minute; it still counts.
    pub closes: Offset,
    /// When it was given back.
    pub returned: Option<Offset>,
    /// What participants may do.
    pub allows: Vec<Opening>,
    /// Lowest identity level for each thing allowed; see [`Round::lowest_level`].
    pub identity: BTreeMap<String, IdentityLevel>,
    /// When texts are reviewed.
    pub moderation: ModerationMode,
    /// Way of expressing oneself.
    pub vote_method: VoteMethod,
    /// Tie rule, declared before opening.
    pub tie_rule: String,
    /// Areas it covers.
    pub areas: Vec<String>,
    /// Short account given back.
    pub report: Option<String>,
    /// Public notice.
    pub notice: Option<Notice>,
}

/// The public notice of a round.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Notice {
    /// Title.
    pub title: String,
    /// Length in days.
    pub days: i64,
}

/// A need or a proposal.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Contribution {
    /// Id.
    pub id: String,
    /// Need or proposal.
    pub kind: ContributionKind,
    /// Round in which it was sent.
    pub round: String,
    /// Area.
    pub area: String,
    /// Policy of that area.
    pub policy: String,
    /// Municipality it speaks of.
    pub municipality: String,
    /// Capacity in which the author speaks.
    pub author_kind: AuthorKind,
    /// How the voice arrived.
    pub channel: Channel,
    /// Language of title and body.
    pub language: String,
    /// Title as written.
    pub title: String,
    /// Text as written.
    pub body: String,
    /// Italian translation of the title.
    pub title_it: Option<String>,
    /// Italian translation of the body.
    pub translation_it: Option<String>,
    /// Whether a person has checked the translation.
    pub translation_kind: Option<TranslationKind>,
    /// Translator.
    pub translated_by: Option<String>,
    /// Person or extra person; never public when anonymous.
    pub author: Option<String>,
    /// Organisation that speaks, always shown.
    pub author_org: Option<String>,
    /// True: the name is never shown.
    pub anonymous: bool,
    /// Who entered it for the author.
    pub entered_by: Option<String>,
    /// Written by an operator for the person.
    #[serde(default)]
    pub assisted: bool,
    /// Community Lab session from which it comes.
    pub session: Option<String>,
    /// When it was sent.
    pub created: Offset,
    /// Needs a human review before publication.
    pub sensitive: bool,
    /// State at import.
    pub state: ContributionState,
    /// Review before publication.
    pub moderation: Option<Moderation>,
    /// What became of it.
    pub outcome: Option<Outcome>,
    /// Proposals: needs that it answers, as its author declared.
    #[serde(default)]
    pub answers_needs: Vec<String>,
}

/// A review before publication.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Moderation {
    /// Person who reviewed.
    pub moderator: String,
    /// When.
    pub at: Offset,
    /// Result.
    pub outcome: Decision,
    /// Class of reason, for the record of events.
    pub reason_class: ReasonClass,
    /// Reason in words.
    pub reason: String,
}

/// What became of a contribution.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Outcome {
    /// Outcome.
    pub value: OutcomeValue,
    /// Reason, always required.
    pub reason: String,
    /// When.
    pub at: Offset,
    /// Action in which it lives on.
    pub action: Option<String>,
    /// Organisation to which it was passed on.
    pub addressed_to: Option<String>,
}

/// A comment.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Comment {
    /// Id.
    pub id: String,
    /// Need, proposal or comment.
    pub on: String,
    /// Round.
    pub round: String,
    /// Capacity in which the author speaks.
    pub author_kind: AuthorKind,
    /// Text as written.
    pub body: String,
    /// Person or extra person.
    pub author: Option<String>,
    /// Organisation that speaks.
    pub author_org: Option<String>,
    /// True: the name is never shown.
    pub anonymous: bool,
    /// When it was sent.
    pub created: Offset,
}

/// A support: one person, one contribution.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Support {
    /// Published need or proposal.
    pub on: String,
    /// Verified person or extra person.
    pub by: String,
    /// When it was given, if recorded.
    pub created: Option<Offset>,
}

/// A Community Lab session.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Session {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Round.
    pub round: String,
    /// When it took place.
    pub held: Offset,
    /// Date on the printed programme; `held` prevails, so that this is only a remark.
    pub date: Option<String>,
    /// Place.
    pub place: String,
    /// Techniques.
    pub technique: Vec<String>,
    /// Facilitators.
    pub facilitators: Vec<String>,
    /// How many came.
    pub participants: Participants,
    /// Pairs of time and title.
    pub agenda: Vec<(String, String)>,
    /// Groups or tables, as written: cards and dots, harvest, or commitments.
    pub groups: Vec<Map<String, Value>>,
    /// How the dots were counted.
    pub dot_check: Option<String>,
}

/// How many came to a session.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Participants {
    /// Registered.
    pub registered: Option<i64>,
    /// Present.
    pub present: i64,
    /// Came without registering.
    pub walk_in: Option<i64>,
    /// Took part online.
    pub online: Option<i64>,
}

/// A merge: a synthesis that points to its sources.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Cluster {
    /// Id.
    pub id: String,
    /// Round.
    pub round: String,
    /// Area.
    pub area: Option<String>,
    /// Policy.
    pub policy: Option<String>,
    /// Title.
    pub title: String,
    /// Synthesis; the sources stay as they are.
    pub text: String,
    /// Sources, two at least.
    pub sources: Vec<Source>,
    /// Person who proposed it.
    pub facilitator: String,
    /// Why these belong together.
    pub reason: String,
    /// When it was proposed.
    pub proposed: Offset,
    /// Last moment for objections.
    pub objections_until: Offset,
    /// Objections.
    pub objections: Vec<Objection>,
    /// When it was applied.
    pub applied: Option<Offset>,
    /// State.
    pub state: ClusterState,
    /// Version.
    pub version: Option<i64>,
    /// Distinct supporters of at least one source, kept as a number.
    pub distinct_supporters: Option<i64>,
}

/// A source of a cluster.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Source {
    /// Need or proposal.
    pub item: String,
    /// What it is to the cluster.
    pub role: Share,
    /// Marked sentence of the source, word for word.
    pub excerpt: Option<String>,
}

/// An objection to a cluster.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Objection {
    /// Who objects.
    pub by: String,
    /// When.
    pub at: Offset,
    /// Text.
    pub text: String,
    /// A facilitator other than the one who proposed.
    pub mediator: Option<String>,
    /// When it was resolved.
    pub resolved: Option<Offset>,
    /// How it was resolved.
    pub resolution: Option<String>,
}

/// An action (*scheda intervento*).
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Action {
    /// Id.
    pub id: String,
    /// Plan.
    pub plan: String,
    /// Annual programme of that plan.
    pub programme: String,
    /// Clusters it comes from.
    pub clusters: Vec<String>,
    /// Title.
    pub title: String,
    /// Area.
    pub area: String,
    /// Policy of that area.
    pub policy: String,
    /// Other policies.
    #[serde(default)]
    pub linked_policies: Vec<String>,
    /// One owner.
    pub owner: Owner,
    /// Recipients.
    pub recipients: String,
    /// Objective.
    pub objective: String,
    /// Description.
    pub description: String,
    /// Activities.
    pub activities: Vec<Activity>,
    /// Indicators, at least one.
    pub indicators: Vec<ActionIndicator>,
    /// Overlap check.
    pub overlap_check: OverlapCheck,
    /// Integration of school, education, social and health sides.
    pub integration: String,
    /// Partners.
    pub partners: Vec<Partner>,
    /// Budget by source.
    pub budget: Vec<BudgetLine>,
    /// When it runs.
    pub timing: Timing,
    /// Territorial level.
    pub level: Option<Level>,
    /// Dissenting sources, printed on the action.
    pub dissent: Vec<Dissent>,
    /// Version, from 1.
    pub version: i64,
    /// State.
    pub state: ActionState,
    /// States passed through, in order.
    pub history: Vec<Passage>,
}

/// The owner of an action.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Owner {
    /// Organisation.
    pub organisation: String,
    /// Person.
    pub person: String,
}

/// An activity of an action.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Activity {
    /// Id.
    pub id: String,
    /// What is done.
    pub what: String,
    /// Exactly one person.
    pub responsible: String,
    /// Due day.
    pub due: Offset,
    /// State.
    pub state: ActivityState,
    /// What shows that it is done.
    pub evidence: Option<String>,
}

/// An indicator of an action.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct ActionIndicator {
    /// Indicator.
    pub indicator: String,
    /// Where it starts.
    pub baseline: f64,
    /// Where it should get.
    pub target: f64,
}

/// The check for overlaps with what exists.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct OverlapCheck {
    /// Result.
    pub outcome: Overlap,
    /// Person who checked.
    pub by: String,
    /// When.
    pub at: Offset,
    /// What was found.
    pub note: String,
}

/// A partner of an action.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Partner {
    /// Organisation.
    pub organisation: String,
    /// What it brings.
    pub brings: String,
    /// Kind of partner.
    pub sector: Sector,
}

/// A line of a budget.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct BudgetLine {
    /// Where the money comes from.
    pub source: String,
    /// Euro.
    pub amount: f64,
}

/// When an action runs.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Timing {
    /// First day.
    pub starts: Offset,
    /// Last day.
    pub ends: Offset,
}

/// A dissenting source, printed on an action.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Dissent {
    /// Need or proposal.
    pub item: String,
    /// Its sentence, word for word.
    pub excerpt: String,
    /// Answer.
    pub answer: Option<String>,
}

/// A state that an action passed through.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Passage {
    /// State; the format leaves its words open.
    pub state: String,
    /// When.
    pub at: Offset,
}

/// A review of an action by the Tavolo di Piano.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Review {
    /// Id.
    pub id: String,
    /// Body.
    pub body: String,
    /// Action.
    pub action: String,
    /// Version reviewed.
    pub action_version: i64,
    /// When.
    pub at: Offset,
    /// Members present.
    pub present: Vec<String>,
    /// Members absent.
    pub absent: Vec<String>,
    /// Members who abstained.
    pub abstained: Vec<String>,
    /// Declared interests.
    pub conflicts: Vec<Conflict>,
    /// Votes.
    pub votes: ReviewVotes,
    /// Outcome.
    pub outcome: ReviewOutcome,
    /// Reason.
    pub reason: String,
    /// Conditions.
    pub conditions: Vec<String>,
    /// Minority opinion.
    pub minority_opinion: Option<String>,
}

/// A declared interest.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Conflict {
    /// Member.
    pub person: String,
    /// Contribution or action in which the interest lies.
    pub source: String,
    /// Reason.
    pub reason: String,
}

/// The votes of a review.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct ReviewVotes {
    /// In favour.
    pub favour: Vec<String>,
    /// Against.
    pub against: Vec<String>,
}

/// An act of the political body on exact versions of actions.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Deliberation {
    /// Id.
    pub id: String,
    /// Body.
    pub body: String,
    /// When.
    pub at: Offset,
    /// Act.
    pub act: Option<Act>,
    /// Title.
    pub title: String,
    /// Exact versions.
    pub actions: Vec<ActionVersion>,
    /// Members present.
    pub present: Vec<String>,
    /// Members absent.
    pub absent: Vec<String>,
    /// Votes.
    pub votes: DeliberationVotes,
    /// Outcome.
    pub outcome: DeliberationOutcome,
    /// Reason.
    pub reason: String,
}

/// An exact version of an action.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct ActionVersion {
    /// Action.
    pub action: String,
    /// Version.
    pub version: i64,
}

/// The votes of a deliberation.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct DeliberationVotes {
    /// In favour.
    pub favour: Vec<String>,
    /// Against.
    pub against: Vec<String>,
    /// Abstained.
    pub abstained: Vec<String>,
}

impl ExtraPerson {
    /// Identity level; L2 where the file is silent, since extra people are verified people.
    #[must_use]
    pub fn level(&self) -> IdentityLevel {
        self.identity_level.unwrap_or(IdentityLevel::L2)
    }
}

impl Round {
    /// Lowest identity level for something, where the round states one.
    #[must_use]
    pub fn lowest_level(&self, what: Opening) -> Option<IdentityLevel> {
        self.identity.get(what.code()).copied()
    }

    /// Whether the round was given back: outcomes are told and supports are only counts.
    #[must_use]
    pub fn is_given_back(&self) -> bool {
        match self.state {
            RoundState::GivenBack | RoundState::Archived => true,
            RoundState::Draft
            | RoundState::Scheduled
            | RoundState::Open
            | RoundState::Suspended
            | RoundState::Closed
            | RoundState::InSynthesis => false,
        }
    }
}

impl Contribution {
    /// Whether everybody may read it.
    #[must_use]
    pub fn is_public(&self) -> bool {
        match self.state {
            ContributionState::Published | ContributionState::Answered => true,
            ContributionState::InModeration => false,
        }
    }
}
