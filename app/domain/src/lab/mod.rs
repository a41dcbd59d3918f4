//! The Community Lab: sessions in a room, from the agenda to the report (domain.md §5).
//!
//! A [`Session`](SessionState) is prepared, takes registrations, runs, and is written up. In the
//! room there are no names: whoever comes holds a numbered token. Cards are what people say, in
//! few words; they become needs and proposals with the channel *session*, and stay as they were.
//!
//! - [`plan`]: question, agenda whose minutes add up, place and techniques
//! - [`mix`]: who is in the room, and who is missing
//! - [`room`]: cards, columns, and dots that must add up
//! - [`minutes`]: minutes, their correction by who was there, and the report

pub mod minutes;
pub mod mix;
pub mod plan;
pub mod room;

use crate::coded::coded;
use crate::faults::Refusal;

coded! {
    /// Where a session stands (domain.md §2.3).
    SessionState {
        /// Being prepared; nobody else knows of it.
        Prepared = "preparata",
        /// Announced: people register.
        Registering = "iscrizioni",
        /// Under way, in the room.
        Running = "in_corso",
        /// Over: its minutes are written, and read by who was there.
        MinutesDraft = "verbale_bozza",
        /// The minutes are approved, and public.
        MinutesApproved = "verbale_approvato",
        /// Given back, with a report.
        GivenBack = "restituita",
    }
}

impl SessionState {
    /// Whether everybody may know of it.
    pub const fn public(self) -> bool {
        !matches!(self, SessionState::Prepared)
    }

    /// Whether what was said on cards is public: from the approval of the minutes.
    pub const fn told(self) -> bool {
        matches!(self, SessionState::MinutesApproved | SessionState::GivenBack)
    }

    /// Refuses an act that belongs to other states of a session.
    pub fn must_be(self, states: &[SessionState]) -> Result<(), Refusal> {
        if states.contains(&self) { Ok(()) } else { Err(Refusal::SessionStands { state: self }) }
    }
}

coded! {
    /// What moves a session on, or back.
    SessionAct {
        /// It is announced: people register.
        Announce = "announce",
        /// Back to its preparation, while nobody has registered.
        Recall = "recall",
        /// It begins.
        Begin = "begin",
        /// It is over.
        End = "end",
        /// It goes on: it was ended by mistake, and no minutes are written yet.
        Resume = "resume",
    }
}

impl SessionAct {
    /// Where it leads from.
    pub const fn from(self) -> SessionState {
        match self {
            SessionAct::Announce => SessionState::Prepared,
            SessionAct::Recall | SessionAct::Begin => SessionState::Registering,
            SessionAct::End => SessionState::Running,
            SessionAct::Resume => SessionState::MinutesDraft,
        }
    }

    /// Where it leads to.
    pub const fn to(self) -> SessionState {
        match self {
            SessionAct::Recall => SessionState::Prepared,
            SessionAct::Announce => SessionState::Registering,
            SessionAct::Begin | SessionAct::Resume => SessionState::Running,
            SessionAct::End => SessionState::MinutesDraft,
        }
    }
}

coded! {
    /// A technique of participation (domain.md §5).
    Technique {
        /// Cards in columns, with titles chosen by the group.
        Metaplan = "metaplan",
        /// So many dots a person, on a frozen list.
        Dotmocracy = "dotmocracy",
        /// Rounds of talk at tables whose host stays.
        WorldCafe = "world_cafe",
        /// Topics proposed on the spot, in a grid of place and time.
        OpenSpace = "open_space_technology",
        /// Options placed on a map: now, soon, later.
        PlanningForReal = "planning_for_real",
        /// Photographs with a caption from five questions.
        Photovoice = "photovoice",
        /// Actors by influence and interest.
        StakeholderMap = "stakeholder_map",
        /// A case, told and read together.
        CaseStudy = "case_study",
        /// A guided talk in a small group.
        FocusGroup = "focus_group",
        /// Ideas without judgement, then choice.
        Brainstorming = "brainstorming",
    }
}

coded! {
    /// What somebody needs to be able to take part, and what a place offers.
    AccessNeed {
        /// A cultural mediator or interpreter.
        Interpreter = "mediazione_linguistica",
        /// An interpreter of sign language.
        SignLanguage = "lis",
        /// Somebody who looks after children.
        ChildCare = "spazio_bimbi",
        /// A lift to the place and back.
        Transport = "trasporto",
        /// No steps, or a lift.
        NoSteps = "senza_gradini",
        /// Large type.
        LargeType = "caratteri_grandi",
        /// Somebody who writes and reads aloud.
        Scribe = "chi_scrive_per_me",
    }
}

/// The most people that a session is prepared for.
pub const CAPACITY_MOST: u32 = 1_000;

/// The most tokens that are printed for a session.
pub const TOKENS_MOST: u32 = 1_000;

/// Days in which who was there may correct the minutes (domain.md §5).
pub const CORRECTION_DAYS: i64 = 7;
