//! Before a session, and at its door.

use serde::{Deserialize, Serialize};

use super::{SessionRef, SessionTold};
use crate::lab::mix::{Came, Mix};
use crate::lab::plan::{SessionPlan, Step};
use crate::lab::{AccessNeed, Technique};
use crate::suppression::Shown;
use crate::time::Moment;
use crate::views::{May, PlaceName};

/// Whether there is room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Places {
    /// As many as come.
    Open,
    /// There is room.
    Free,
    /// There is little room left.
    Few,
    /// There is none.
    Full,
}

/// A session in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionLine {
    /// Which.
    pub session: SessionRef,
    /// The question in the room.
    pub question: String,
    /// Techniques.
    pub techniques: Vec<Technique>,
    /// Whether there is room.
    pub places: Places,
    /// How many were there, where it is over.
    pub present: Option<Shown>,
}

/// The sessions of an Ambito.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionsPage {
    /// Those to come or under way, the nearest in front.
    pub coming: Vec<SessionLine>,
    /// Those that are over, the newest in front.
    pub over: Vec<SessionLine>,
    /// May prepare one.
    pub may_prepare: May,
}

/// A session, for all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionPage {
    /// Which.
    pub session: SessionRef,
    /// What is prepared. What is for the team alone is left out.
    pub plan: SessionPlan,
    /// The agenda: when each step begins.
    pub agenda: Vec<(Moment, String)>,
    /// Whether there is room.
    pub places: Places,
    /// May register now.
    pub may_register: May,
    /// How many were there, where it is over.
    pub present: Option<Shown>,
    /// Who was there may correct the minutes until then.
    pub correct_until: Option<Moment>,
    /// What came out of it, from the approval of the minutes.
    pub told: Option<SessionTold>,
    /// May run it.
    pub may_run: May,
}

/// The form to register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegistrationPage {
    /// For what.
    pub session: SessionRef,
    /// What the place offers.
    pub access: Vec<AccessNeed>,
    /// Whether there is room.
    pub places: Places,
    /// May register now.
    pub may_register: May,
    /// Municipalities to choose from.
    pub municipalities: Vec<PlaceName>,
    /// The code that was just given, if one was: shown once.
    pub code: Option<String>,
}

/// The form of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionForm {
    /// Which, if it exists.
    pub session: Option<SessionRef>,
    /// The version that is changed.
    pub version: i64,
    /// Rounds it may be held for: number and title.
    pub rounds: Vec<(i64, String)>,
}

/// A session, for who runs it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionDesk {
    /// Which.
    pub session: SessionRef,
    /// What is prepared.
    pub plan: SessionPlan,
    /// The agenda: when each step begins.
    pub agenda: Vec<(Moment, Step)>,
    /// The step that is under way now, by its place in the agenda.
    pub now_at: Option<usize>,
    /// How many are registered.
    pub registered: u32,
    /// What they need, with how many need it.
    pub needed: Vec<(AccessNeed, u32)>,
    /// Tokens printed.
    pub printed: u32,
    /// Tokens handed out.
    pub arrived: u32,
    /// Of these, to people who had not registered.
    pub walk_ins: u32,
    /// Who is in the room; before it begins, who is registered.
    pub mix: Mix,
    /// Names of the municipalities, by code.
    pub municipalities: Vec<PlaceName>,
    /// Cards on the wall.
    pub cards: u32,
    /// Corrections nobody has answered yet.
    pub unanswered: u32,
    /// May prepare it.
    pub may_prepare: May,
    /// May go on with it: it was ended, and no minutes are written yet.
    pub may_resume: bool,
}

/// What is printed for a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionPack {
    /// Which.
    pub session: SessionRef,
    /// What is prepared.
    pub plan: SessionPlan,
    /// The agenda: when each step begins.
    pub agenda: Vec<(Moment, Step)>,
    /// Tokens that are printed already.
    pub printed: u32,
    /// Of these, how many nobody holds yet.
    pub left: u32,
    /// Tokens printed just now, with their codes: shown once.
    pub fresh: Vec<(i64, String)>,
    /// What is on the wall, for ballots: number and words.
    pub cards: Vec<(i64, String)>,
    /// Who is registered: numbers and what they need, for the door.
    pub registered: Vec<(i64, Vec<AccessNeed>)>,
    /// May print tokens.
    pub may_print: May,
}

/// Somebody at the door.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Arrival {
    /// The token they got.
    pub token: i64,
    /// When.
    pub at: Moment,
    /// Had not registered.
    pub walk_in: bool,
    /// What they say of themselves.
    pub came: Came,
    /// The arrival can be undone: they have not spoken yet.
    pub undoable: bool,
}

/// The door of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionDoor {
    /// Which.
    pub session: SessionRef,
    /// Who has come, the newest in front.
    pub arrived: Vec<Arrival>,
    /// The next token to hand out, if one is left.
    pub next: Option<i64>,
    /// Tokens that are left.
    pub left: u32,
    /// Registered people who have not come yet: their numbers, what they said and need.
    pub expected: Vec<(i64, Came, Vec<AccessNeed>)>,
    /// Who is in the room.
    pub mix: Mix,
    /// Municipalities to choose from.
    pub municipalities: Vec<PlaceName>,
    /// May note arrivals now.
    pub may_run: May,
}
