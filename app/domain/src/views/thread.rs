//! *Il filo*: the steps from a sentence to what became of it, and back.

use serde::{Deserialize, Serialize};

use super::{ActRef, ActionRef, ClusterRef, ContributionRef, RoundRef};
use crate::actions::Part;
use crate::merging::ClusterState;
use crate::merging::bench::AloneClass;
use crate::moderation::ReasonClass;
use crate::outcomes::Outcome;
use crate::people::Role;
use crate::review::ReviewOutcome;
use crate::suppression::Shown;
use crate::time::Moment;

/// The steps in the order in which they are read downward.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Thread {
    /// The steps.
    pub steps: Vec<ThreadStep>,
}

/// One step.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ThreadStep {
    /// When; `None` for what is still to come.
    pub at: Option<Moment>,
    /// In which role it was done; `None` for an author.
    pub role: Option<Role>,
    /// How deep in the branches: 0 is the voice itself, 1 a cluster or an answer, 2 an action
    /// and what follows from it.
    pub depth: u8,
    /// What happened.
    pub what: StepWhat,
}

/// What happened in a step.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepWhat {
    /// Somebody said it.
    Said {
        /// Which.
        contribution: ContributionRef,
        /// First words.
        excerpt: String,
        /// Where: the round.
        round: RoundRef,
    },
    /// Somebody said the same («anche per me»).
    Echoed {
        /// How many, as it may be shown.
        voices: Shown,
    },
    /// A moderator read it and made it public.
    Published,
    /// Its words were changed after it was public.
    Revised {
        /// What changed.
        change: Change,
    },
    /// The synthesis of a cluster was replaced by whoever mediated.
    Rewritten {
        /// The cluster.
        cluster: ClusterRef,
        /// Why.
        reason: String,
        /// What changed.
        change: Change,
    },
    /// Read in parts.
    Split {
        /// The parts, and why.
        split: super::SplitView,
    },
    /// Its parts are parts no more.
    Rejoined {
        /// Why, as a class.
        cause: crate::parts::EndCause,
        /// Why, in words; empty where nobody decided.
        reason: String,
    },
    /// Withdrawn by its author.
    Withdrawn,
    /// Hidden.
    Hidden {
        /// Class of reason.
        reason_class: Option<ReasonClass>,
    },
    /// Brought together with others.
    Joined {
        /// The cluster.
        cluster: ClusterRef,
        /// Sources in all.
        sources: u32,
        /// Why they belong together.
        reason: String,
        /// Who did it (public by office).
        facilitator: String,
        /// The voice disagrees with the others, and stands beside them.
        dissent: bool,
        /// Where it stands.
        state: ClusterState,
        /// First moment after its objection window.
        closes: Option<Moment>,
        /// It has been dissolved since, for this reason.
        dissolved: Option<String>,
    },
    /// Left alone by who brings voices together: no outcome, it was not forgotten.
    LeftAlone {
        /// Why, as a class.
        class: AloneClass,
        /// Why, in words; may be empty.
        words: String,
    },
    /// Became part of an action.
    Drafted {
        /// The action.
        action: ActionRef,
    },
    /// The action was sent to the Tavolo.
    SentToTable {
        /// The action.
        action: ActionRef,
        /// The version of its sheet.
        version: Option<i64>,
        /// What changed since it was sent before.
        change: Option<Change>,
    },
    /// The Tavolo decided.
    Reviewed {
        /// The action.
        action: ActionRef,
        /// Outcome.
        outcome: ReviewOutcome,
        /// Why.
        reason: String,
        /// Conditions.
        conditions: Vec<String>,
    },
    /// The Comitato decided.
    Deliberated {
        /// The action.
        action: ActionRef,
        /// Act.
        act: ActRef,
        /// Approved.
        approved: bool,
    },
    /// The newest measurement of the action's indicator.
    Measured {
        /// The action.
        action: ActionRef,
        /// Name.
        indicator: String,
        /// Unit.
        unit: String,
        /// Where it started.
        baseline: f64,
        /// Newest value.
        value: f64,
        /// Where it should get.
        target: f64,
        /// Day of the newest value.
        date: chrono::NaiveDate,
    },
    /// Answered.
    Answered {
        /// Outcome.
        outcome: Outcome,
        /// Why.
        reason: String,
        /// The action in which it lives on.
        action: Option<ActionRef>,
        /// The body it was passed on to.
        addressed_to: Option<String>,
    },
    /// Still to come.
    Next {
        /// What.
        next: NextStep,
        /// By when, if there is a date.
        by: Option<Moment>,
    },
}

/// Words that a step changed. Nothing from before the first public version is in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The version after it: of the public ones, from one.
    pub version: i64,
    /// Texts, before and after.
    pub texts: Vec<ChangedText>,
    /// Parts of a sheet that are no running text.
    pub also: Vec<Part>,
}

/// A text before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangedText {
    /// Which.
    pub wording: Wording,
    /// Before.
    pub before: String,
    /// After.
    pub after: String,
    /// Its language; `None` for what the institution wrote.
    pub language: Option<String>,
}

/// Which text of a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wording {
    /// Title of a contribution.
    Title,
    /// Its text.
    Body,
    /// Strengths already there.
    Strengths,
    /// Recipients.
    Recipients,
    /// Who would do it.
    Doers,
    /// Resources.
    Resources,
    /// Synthesis of a cluster.
    Synthesis,
    /// A part of a sheet.
    Sheet(Part),
}

/// What is still to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NextStep {
    /// A moderator reads it.
    Moderation,
    /// The round closes; then the synthesis begins.
    Closing,
    /// It is brought together with others, or answered.
    Synthesis,
    /// An action is drafted from a cluster, or each of its texts is answered.
    Drafting,
    /// The action is completed and sent to the Tavolo.
    Completing,
    /// The Tavolo decides.
    Review,
    /// The Comitato decides.
    Deliberation,
}

impl NextStep {
    /// End of Fluent keys.
    pub const fn code(self) -> &'static str {
        match self {
            NextStep::Moderation => "moderation",
            NextStep::Closing => "closing",
            NextStep::Synthesis => "synthesis",
            NextStep::Drafting => "drafting",
            NextStep::Completing => "completing",
            NextStep::Review => "review",
            NextStep::Deliberation => "deliberation",
        }
    }
}

/// The page of a thread: from a contribution, a cluster or an action.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ThreadPage {
    /// Where one started.
    pub start: ThreadStart,
    /// Where it was said, if it is a voice from a session of the Community Lab.
    pub said: Option<super::SaidInSession>,
    /// Downward: what became of it.
    pub down: Thread,
    /// Upward: the voices it comes from, by cluster (empty for a contribution).
    pub up: Vec<super::OriginCluster>,
    /// Upward: voices without a cluster.
    pub direct: Vec<super::SourceView>,
    /// Beside it: what it is linked to (empty for a cluster).
    pub links: Vec<super::LinkView>,
}

/// Where a thread is read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ThreadStart {
    /// A contribution.
    Contribution(ContributionRef),
    /// A cluster.
    Cluster(ClusterRef),
    /// An action.
    Action(ActionRef),
}
