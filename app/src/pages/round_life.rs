//! What the page of a round says of its own life: that it is being prepared, that it was opened
//! once more, where its rules are.

use domain::rounds::RoundState;
use domain::views::RoundPage;
use leptos::prelude::*;

use crate::parts::{Tone, View, arrow_link, nothing, notice, official};
use crate::render::PageContext;
use crate::urls::Page;

/// What is told on top of the page, beside its state.
pub(super) fn told(cx: &PageContext<'_>, view: &RoundPage) -> View {
    let number = view.card.round.number;
    if view.card.round.state == RoundState::Draft {
        if !view.life.may_prepare {
            return nothing();
        }
        let (edit, look) = (cx.path(Page::EditRound(number)), cx.path(Page::RoundPreview(number)));
        let body = view! {
            <p>{cx.t("round-draft-next")}</p>
            <div class="button-row">
                <a class="btn btn-primary" href=edit>{cx.t("round-draft-edit")}</a>
                <a class="btn btn-outline-primary" href=look>{cx.t("wizard-look")}</a>
            </div>
        };
        return notice(cx, Tone::Warning, cx.t("round-draft"), body.into_any());
    }
    if let Some(reason) = &view.life.reopened {
        let reason = official(cx, reason.clone());
        let rules = arrow_link(cx, cx.path(Page::RoundRules(number)), cx.t("round-reopened-more"));
        let body = view! { <p>{reason}</p><p>{cx.t("round-reopened-next")}</p><p>{rules}</p> };
        return notice(cx, Tone::Plain, cx.t("round-reopened"), body.into_any());
    }
    nothing()
}

/// Ways on: who still waits, the result report, opening it once more.
pub(super) fn ways_on(cx: &PageContext<'_>, view: &RoundPage) -> View {
    let number = view.card.round.number;
    let mut links: Vec<View> = Vec::new();
    let mut link = |page: Page, words: String| {
        links.push(view! { <li>{arrow_link(cx, cx.path(page), words)}</li> }.into_any());
    };
    match view.card.round.state {
        RoundState::Draft | RoundState::Scheduled => return nothing(),
        RoundState::Open
        | RoundState::Suspended
        | RoundState::Closed
        | RoundState::InSynthesis
        | RoundState::GivenBack
        | RoundState::Archived => {}
    }
    if view.unanswered > 0 {
        link(Page::Unanswered(number), cx.tn("unanswered-link", view.unanswered));
    }
    link(Page::Report(number), cx.t("report-read").to_owned());
    link(Page::Ledger(number), cx.t("ledger-title").to_owned());
    if view.life.may_reopen {
        link(Page::ReopenRound(number), cx.t("reopen-title").to_owned());
    }
    view! { <ul class="plain mt-2" role="list">{links}</ul> }.into_any()
}

/// The way to the rules, with the first signs of their hash.
pub(super) fn rules_link(cx: &PageContext<'_>, view: &RoundPage) -> View {
    let link =
        arrow_link(cx, cx.path(Page::RoundRules(view.card.round.number)), cx.t("rules-read"));
    let hash: String = view.life.hash.chars().take(12).collect();
    let short = (!hash.is_empty()).then(|| {
        view! { <p class="small muted">{cx.t("rules-hash-short")}" "<code>{hash}"…"</code></p> }
    });
    view! { <p class="mt-2">{link}</p>{short} }.into_any()
}
