//! The ballots of a round.

use domain::rounds::RoundState;
use domain::views::{BallotCard, BallotsPage, Shell};
use leptos::prelude::*;

use crate::format;
use crate::parts::{View, empty, meta, official, p, state, words};
use crate::render::{Meta, PageContext, document};
use crate::urls::Page;

/// The ballots of a round.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &BallotsPage) -> String {
    let round = cx.path(Page::Round(view.round.number));
    let meta = Meta::new(cx.t("ballots-title"))
        .under_spoken(view.round.title.clone(), round, cx.content_lang())
        .here();
    document(cx, shell, meta, || body(cx, view))
}

fn body(cx: &PageContext<'_>, view: &BallotsPage) -> View {
    let eyebrow =
        meta(vec![state::round(cx, view.round.state), official(cx, view.round.title.clone())]);
    let head = crate::parts::page_head(
        Some(eyebrow),
        cx.t("ballots-title"),
        Some(cx.t("ballots-lead").to_owned()),
    );
    let (opens, closes) =
        (format::moment(cx.lang, view.opens), format::deadline(cx.lang, view.closes));
    let when = cx.tw("ballots-when", &[("opens", opens.into()), ("closes", closes.into())]);
    let prepare = cx.path(Page::NewBallot(view.round.number));
    let list = if view.ballots.is_empty() {
        let act =
            view.may_prepare.is_ok().then(|| (cx.t("ballots-prepare").to_owned(), prepare.clone()));
        let key = if act.is_some() { "ballots-none-prepare" } else { "ballots-none-next" };
        empty(cx, cx.t("ballots-none"), cx.t(key), act)
    } else {
        let rows: Vec<View> = view.ballots.iter().map(|one| entry(cx, view, one)).collect();
        view! { <ul class="entries" role="list">{rows}</ul> }.into_any()
    };
    let another = (view.may_prepare.is_ok() && !view.ballots.is_empty()).then(|| {
        view! {
            <div class="button-row">
                <a class="btn btn-outline-primary" href=prepare>{cx.t("ballots-prepare")}</a>
            </div>
        }
    });
    let when = (!view.ballots.is_empty()).then(|| p(when));
    view! { {head}{when}{list}{another} }.into_any()
}

fn entry(cx: &PageContext<'_>, view: &BallotsPage, one: &BallotCard) -> View {
    let page = match view.round.state {
        RoundState::InSynthesis | RoundState::GivenBack | RoundState::Archived => {
            Page::BallotResults(one.number)
        }
        RoundState::Draft
        | RoundState::Scheduled
        | RoundState::Open
        | RoundState::Suspended
        | RoundState::Closed => Page::Ballot(one.number),
    };
    let (href, title) = (cx.path(page), one.title.clone());
    let mut about = vec![
        words(cx.coded("ballot-method", one.method.code())),
        words(cx.tn("ballot-options-count", i64::try_from(one.options).unwrap_or(i64::MAX))),
    ];
    if one.voted {
        about.push(words(cx.t("ballot-voted-already")));
    }
    view! {
        <li class="entry">
            <h2 class="entry-title h3" lang=cx.content_lang() dir="auto"><a href=href>{title}</a></h2>
            {meta(about)}
        </li>
    }
    .into_any()
}
