//! Co-gestione: activities with one responsible and a date each, issues, periodic reports.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{ActionRef, May, OrganisationName, RoundRef};
use crate::actions::ActivityState;
use crate::faults::Refusal;
use crate::ids::PersonId;
use crate::methods::issues::IssueState;
use crate::methods::progress::Stand;
use crate::time::Moment;

/// An activity in lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityCard {
    /// Its number in the Ambito.
    pub number: i64,
    /// What.
    pub what: String,
    /// Who answers for it, public by office, and for which organisation; `None` if nobody does.
    pub responsible: Option<(String, Option<String>)>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// Its state.
    pub state: ActivityState,
    /// Its day has passed, and it isn't done.
    pub late: bool,
    /// What shows that it was done.
    pub evidence: String,
}

/// The activities of one action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowedAction {
    /// Which.
    pub action: ActionRef,
    /// Its activities.
    pub activities: Vec<ActivityCard>,
    /// What keeps it from starting; `None` once it has started, or if nothing does.
    pub hindered: Option<Refusal>,
    /// May start it.
    pub may_start: May,
}

/// Activities of a co-gestione.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivitiesPage {
    /// Of which round.
    pub round: RoundRef,
    /// Activities by action.
    pub actions: Vec<FollowedAction>,
    /// Approved actions whose activities can be followed, for who may add some: with how many of
    /// the sheet's activities are not followed yet.
    pub offered: Vec<(ActionRef, u64)>,
    /// May add activities.
    pub may_add: May,
}

/// Who answered for an activity, and by when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssignmentView {
    /// Who.
    pub responsible: (String, Option<String>),
    /// By when.
    pub due: NaiveDate,
    /// Why it was assigned again; empty for the first.
    pub why: String,
    /// When it was said.
    pub at: Moment,
}

/// How far an activity had come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgressView {
    /// Its state.
    pub state: ActivityState,
    /// In words.
    pub note: String,
    /// What shows it.
    pub evidence: String,
    /// When it was said.
    pub at: Moment,
}

/// Somebody who may be asked to answer for an activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    /// Who.
    pub person: PersonId,
    /// Name.
    pub name: String,
    /// The organisation they speak for.
    pub organisation: Option<String>,
}

/// An activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityPage {
    /// Of which round.
    pub round: RoundRef,
    /// Of which action.
    pub action: ActionRef,
    /// In short.
    pub card: ActivityCard,
    /// Who helps.
    pub supporters: String,
    /// When it was added.
    pub added: Moment,
    /// Who answered for it, the newest first.
    pub assignments: Vec<AssignmentView>,
    /// How far it had come, the newest first.
    pub progress: Vec<ProgressView>,
    /// Issues about it.
    pub issues: Vec<IssueView>,
    /// May say who answers for it.
    pub may_assign: May,
    /// Whom one may ask, for who may assign.
    pub candidates: Vec<Candidate>,
    /// Who answers for it now, for the form.
    pub responsible: Option<PersonId>,
    /// May tell how far it has come.
    pub may_report: May,
}

/// An answer to an issue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IssueAnswer {
    /// What became of it.
    pub state: IssueState,
    /// In words.
    pub words: String,
    /// When.
    pub at: Moment,
}

/// An issue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IssueView {
    /// Its number in the round.
    pub number: i64,
    /// Who reports it.
    pub organisation: OrganisationName,
    /// The activity it is about: number and what.
    pub activity: Option<(i64, String)>,
    /// What is the matter.
    pub what: String,
    /// When.
    pub at: Moment,
    /// Its state.
    pub state: IssueState,
    /// How many days it has waited, or waited until it was settled.
    pub days: i64,
    /// Answers, the first first.
    pub answers: Vec<IssueAnswer>,
    /// The viewer may answer it.
    pub may_answer: bool,
}

/// Issues of a co-gestione.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IssuesPage {
    /// Of which round.
    pub round: RoundRef,
    /// When it closes.
    pub closes: Moment,
    /// Those that wait first, the longest waiting first.
    pub issues: Vec<IssueView>,
    /// May report one.
    pub may_report: May,
    /// For whom the viewer may speak here.
    pub organisations: Vec<OrganisationName>,
    /// Activities an issue may be about: number and what.
    pub activities: Vec<(i64, String)>,
}

/// A version of a periodic report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportVersion {
    /// Which, from 1.
    pub version: i64,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// In words.
    pub words: String,
    /// Why it was corrected; empty for the first.
    pub why: String,
    /// When.
    pub at: Moment,
}

/// A periodic report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgressReportView {
    /// Its number in the round.
    pub number: i64,
    /// Versions of its words, the newest first; there is one at least.
    pub versions: Vec<ReportVersion>,
    /// What stood when it was first written.
    pub stand: Stand,
}

/// Periodic reports of a co-gestione.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgressReportsPage {
    /// Of which round.
    pub round: RoundRef,
    /// The newest first.
    pub reports: Vec<ProgressReportView>,
    /// What stands now, for who writes the next.
    pub now: Stand,
    /// May write or correct one.
    pub may_write: May,
}
