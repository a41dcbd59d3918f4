//! States in words, each with an icon; colour only helps.

use domain::actions::ActionState;
use domain::contributions::{Kind, Stage, Standing};
use domain::merging::ClusterState;
use domain::outcomes::Outcome;
use domain::review::ReviewOutcome;
use domain::rounds::RoundState;
use leptos::prelude::*;

use super::{View, icon};
use crate::render::PageContext;

/// A state: class, icon, words.
pub fn badge(
    cx: &PageContext<'_>,
    class: &'static str,
    name: &str,
    words: impl Into<String>,
) -> View {
    let words = words.into();
    let drawn = icon(cx, name, "");
    view! { <span class=class>{drawn}" "{words}</span> }.into_any()
}

const PLAIN: &str = "state";
const OPEN: &str = "state state--open";
const GOOD: &str = "state state--good";
const WARN: &str = "state state--warn";
const BAD: &str = "state state--bad";
const QUIET: &str = "state state--quiet";

/// State of a round.
pub fn round(cx: &PageContext<'_>, state: RoundState) -> View {
    let (class, name) = match state {
        RoundState::Draft => (QUIET, "it-pencil"),
        RoundState::Scheduled => (PLAIN, "it-calendar"),
        RoundState::Open => (OPEN, "it-unlocked"),
        RoundState::Suspended => (WARN, "it-minus-circle"),
        RoundState::Closed => (QUIET, "it-lock"),
        RoundState::InSynthesis => (PLAIN, "it-pencil"),
        RoundState::GivenBack => (GOOD, "it-check-circle"),
        RoundState::Archived => (QUIET, "it-folder"),
    };
    badge(cx, class, name, cx.coded("round-state", state.code()))
}

/// A word of a closed list about a contribution, in agreement with its kind where the language
/// asks for it.
fn agreed(cx: &PageContext<'_>, list: &str, kind: Option<Kind>, code: &str) -> &'static str {
    match kind.map(|kind| format!("{list}-{}-{code}", kind.code())) {
        Some(key) if cx.texts().has(&key) => cx.t(&key),
        Some(_) | None => cx.coded(list, code),
    }
}

/// Outcome of a contribution, of a kind where that is known.
pub fn outcome(cx: &PageContext<'_>, kind: Option<Kind>, outcome: Outcome) -> View {
    let (class, name) = match outcome {
        Outcome::Accepted => (GOOD, "it-check-circle"),
        Outcome::InPart => (WARN, "it-minus-circle"),
        Outcome::NotAccepted => (BAD, "it-close-circle"),
        Outcome::PutOff => (WARN, "it-clock"),
        Outcome::OtherBody => (PLAIN, "tr-split"),
    };
    badge(cx, class, name, agreed(cx, "outcome", kind, outcome.code()))
}

/// How far a public contribution is.
pub fn stage(cx: &PageContext<'_>, kind: Kind, stage: Stage) -> View {
    let (class, name) = match stage {
        Stage::Published => (QUIET, "it-check-circle"),
        Stage::Merged | Stage::InAction => (PLAIN, "tr-thread"),
        Stage::Answered => (GOOD, "it-check-circle"),
    };
    badge(cx, class, name, agreed(cx, "stage", Some(kind), stage.code()))
}

/// Where a contribution stands.
pub fn standing(cx: &PageContext<'_>, kind: Kind, standing: Standing) -> View {
    let (class, name) = match standing {
        Standing::InModeration => (WARN, "it-clock"),
        Standing::Published => (GOOD, "it-check-circle"),
        Standing::Withdrawn => (QUIET, "it-restore"),
        Standing::Hidden => (BAD, "it-password-invisible"),
        Standing::Anonymised => (QUIET, "it-user"),
    };
    badge(cx, class, name, agreed(cx, "standing", Some(kind), standing.code()))
}

/// State of a cluster.
pub fn cluster(cx: &PageContext<'_>, state: ClusterState) -> View {
    cluster_as(cx, state, cx.coded("cluster-state", state.code()))
}

/// The same in words that say more.
pub fn cluster_as(cx: &PageContext<'_>, state: ClusterState, words: impl Into<String>) -> View {
    let (class, name) = match state {
        ClusterState::Suggested | ClusterState::Proposed => (PLAIN, "it-pencil"),
        ClusterState::ObjectionWindow => (WARN, "it-clock"),
        ClusterState::Contested => (WARN, "it-warning-circle"),
        ClusterState::Mediated | ClusterState::Applied => (GOOD, "tr-thread"),
        ClusterState::Apart | ClusterState::Dissolved => (QUIET, "tr-split"),
    };
    badge(cx, class, name, words)
}

/// State of an action.
pub fn action(cx: &PageContext<'_>, state: ActionState) -> View {
    let (class, name) = match state {
        ActionState::Draft | ActionState::OfficeCheck => (QUIET, "it-pencil"),
        ActionState::AtTable => (PLAIN, "it-clock"),
        ActionState::Additions | ActionState::PutOff => (WARN, "it-clock"),
        ActionState::Admitted | ActionState::Approved => (GOOD, "it-check-circle"),
        ActionState::AdmittedWithChanges => (WARN, "it-check-circle"),
        ActionState::NotAdmitted | ActionState::NotApproved => (BAD, "it-close-circle"),
        ActionState::UnderWay | ActionState::Concluded => (GOOD, "it-check-circle"),
        ActionState::Suspended => (WARN, "it-minus-circle"),
        ActionState::Replanned => (PLAIN, "it-refresh"),
    };
    badge(cx, class, name, cx.coded("action-state", state.code()))
}

/// Outcome of a review.
pub fn review(cx: &PageContext<'_>, outcome: ReviewOutcome) -> View {
    let (class, name) = match outcome {
        ReviewOutcome::Admitted => (GOOD, "it-check-circle"),
        ReviewOutcome::AdmittedWithChanges => (WARN, "it-minus-circle"),
        ReviewOutcome::NotAdmitted => (BAD, "it-close-circle"),
        ReviewOutcome::PutOff => (WARN, "it-clock"),
    };
    badge(cx, class, name, cx.coded("review", outcome.code()))
}

/// «Bisogno», «Proposta».
pub fn kind(cx: &PageContext<'_>, kind: Kind) -> &'static str {
    cx.coded("kind", kind.code())
}
