//! The calendar of rounds.

use domain::rounds::RoundState;
use domain::views::{CalendarPage, RoundCard, Shell};
use leptos::prelude::*;

use crate::format;
use crate::parts::{View, empty, page_head, state};
use crate::render::{Meta, PageContext, document};
use crate::urls::Page;

/// The calendar.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &CalendarPage) -> String {
    let meta = Meta::new(cx.t("rounds-title")).described(cx.t("rounds-lead")).here();
    document(cx, shell, meta, || body(cx, view))
}

fn body(cx: &PageContext<'_>, view: &CalendarPage) -> View {
    let head = page_head(None, cx.t("rounds-heading"), Some(cx.t("rounds-lead").to_owned()));
    let open = if view.open.is_empty() {
        empty(cx, cx.t("rounds-none-open"), cx.t("rounds-none-open-next"), None)
    } else {
        cards(cx, &view.open)
    };
    let group = |id: &'static str, list: &[RoundCard]| {
        (!list.is_empty()).then(|| {
            let cards = cards(cx, list);
            let title = cx.coded("rounds", id);
            view! { <section aria-labelledby=id><h2 id=id>{title}</h2>{cards}</section> }
        })
    };
    let (next, past) = (group("next", &view.next), group("past", &view.past));
    let drafts = group("drafts", &view.drafts);
    let begin = view.may_prepare.then(|| {
        let href = cx.path(Page::NewRound);
        view! {
            <div class="button-row mt-0 mb-4">
                <a class="btn btn-outline-primary" href=href>{cx.t("start-title")}</a>
            </div>
        }
    });
    view! {
        {head}
        {begin}
        <div class="stack-lg">
            {drafts}
            <section aria-labelledby="open"><h2 id="open">{cx.t("rounds-open")}</h2>{open}</section>
            {next}
            {past}
        </div>
    }
    .into_any()
}

fn cards(cx: &PageContext<'_>, list: &[RoundCard]) -> View {
    let list: Vec<_> = list.iter().map(|one| card(cx, one)).collect();
    view! { <ul class="entries" role="list">{list}</ul> }.into_any()
}

fn card(cx: &PageContext<'_>, round: &RoundCard) -> View {
    let draft = round.round.state == RoundState::Draft;
    let number = round.round.number;
    let href = cx.path(if draft { Page::EditRound(number) } else { Page::Round(number) });
    let title = super::round_start::title_of(cx, &round.round.title);
    let question = round.question.clone();
    let kind = cx.coded("round-kind", round.round.kind.code());
    let badge = state::round(cx, round.round.state);
    // A draft may have no window yet.
    let chosen = !draft || round.opens < round.closes;
    let window = if chosen { window(cx, round) } else { cx.t("draft-no-window").to_owned() };
    let texts = (round.contributions > 0).then(|| {
        let words = cx.tn("texts-count", round.contributions);
        view! { <span class="entry-support">{words}</span> }
    });
    let left = round.days_left.map(|left| {
        let words = if left > 0 { cx.tn("days-left", left) } else { cx.t("days-last").to_owned() };
        view! { <span class="entry-support">{words}</span> }
    });
    view! {
        <li class="entry">
            <ul class="meta" role="list"><li><strong>{kind}</strong></li><li>{window}</li></ul>
            <h3 class="entry-title" lang=cx.content_lang()><a href=href>{title}</a></h3>
            <p class="measure mb-0" lang=cx.content_lang()>{question}</p>
            <div class="entry-foot">{badge}{left}{texts}</div>
        </li>
    }
    .into_any()
}

/// «dal 9 novembre al 21 dicembre 2026».
pub fn window(cx: &PageContext<'_>, round: &RoundCard) -> String {
    cx.tw(
        "window",
        &[
            ("from", format::date(cx.lang, round.opens).into()),
            ("to", format::day(cx.lang, format::last_day(round.closes)).into()),
        ],
    )
}
