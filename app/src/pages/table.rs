//! The Tavolo di Piano's list: what is ready, *Non ancora pronte* beneath, what was decided.

use domain::views::{ActionCard, ReviewView, Shell, TablePage};
use leptos::prelude::*;

use super::office::missing_words;
use crate::format;
use crate::parts::{View, card, empty, hidden, meta, official, page_head_spoken, state, words};
use crate::render::{Meta, PageContext, document};
use crate::urls::Page;

/// The list of the Tavolo.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &TablePage) -> String {
    let meta = Meta::staff(view.body.clone()).spoken(cx.content_lang());
    document(cx, shell, meta, || body(cx, view))
}

fn body(cx: &PageContext<'_>, view: &TablePage) -> View {
    let ready = if view.ready.is_empty() {
        empty(cx, cx.t("table-ready-none-title"), cx.t("table-ready-none"), None)
    } else {
        let list: Vec<View> = view.ready.iter().map(|one| ready(cx, one)).collect();
        view! { <ul class="entries" role="list">{list}</ul> }.into_any()
    };
    let not_ready = if view.not_ready.is_empty() {
        view! { <p class="muted">{cx.t("table-not-ready-none")}</p> }.into_any()
    } else {
        let list: Vec<View> = view.not_ready.iter().map(|one| not_ready(cx, one)).collect();
        view! {
            <p class="muted">{cx.t("table-not-ready-hint")}</p>
            <ul class="entries" role="list">{list}</ul>
        }
        .into_any()
    };
    let decided = if view.decided.is_empty() {
        view! { <p class="muted">{cx.t("table-decided-none")}</p> }.into_any()
    } else {
        let list: Vec<View> =
            view.decided.iter().map(|(one, review)| decided(cx, one, review)).collect();
        view! { <ul class="entries" role="list">{list}</ul> }.into_any()
    };
    let lead = Some(cx.t("table-lead").to_owned());
    let head = page_head_spoken(None, view.body.clone(), cx.content_lang(), lead);
    view! {
        {head}
        <div class="staff-bar"><p><strong>{cx.tn("table-count", view.ready.len())}</strong></p></div>
        <div class="stack">
            <section aria-labelledby="ready"><h2 id="ready">{cx.t("table-ready")}</h2>{ready}</section>
            <section aria-labelledby="not-ready">
                <h2 id="not-ready">{cx.t("table-not-ready")}</h2>
                {not_ready}
            </section>
            <section aria-labelledby="decided">
                <h2 id="decided">{cx.t("table-decided")}</h2>
                {decided}
            </section>
        </div>
    }
    .into_any()
}

fn about(cx: &PageContext<'_>, one: &ActionCard) -> View {
    let mut parts =
        vec![view! { <strong>{cx.tn("draft-number", one.action.number)}</strong> }.into_any()];
    parts.extend(one.policy.as_ref().map(|policy| official(cx, policy.name.clone())));
    parts.extend(one.owner.as_ref().map(|owner| words(owner.clone())));
    parts.push(words(cx.tn("table-voices", one.voices)));
    meta(parts)
}

fn ready(cx: &PageContext<'_>, one: &ActionCard) -> View {
    let (href, title) = (cx.path(Page::Decision(one.action.number)), one.action.title.clone());
    let excerpt = one.excerpt.clone();
    let since = cx.tw("table-waiting", &[("at", format::date(cx.lang, one.at).into())]);
    let (link, which) = (href.clone(), hidden(format!(": {title}")));
    view! {
        <li class="entry">
            {about(cx, one)}
            <h3 class="entry-title" lang=cx.content_lang()><a href=href>{title}</a></h3>
            <p class="measure mb-0" lang=cx.content_lang()>{excerpt}</p>
            <div class="entry-foot">
                <a class="btn btn-primary btn-sm" href=link>{cx.t("table-decide")}{which}</a>
                {state::badge(cx, "state state--quiet", "it-clock", since)}
            </div>
        </li>
    }
    .into_any()
}

fn not_ready(cx: &PageContext<'_>, one: &ActionCard) -> View {
    let (href, title) = (cx.path(Page::Action(one.action.number)), one.action.title.clone());
    let what = missing_words(cx, &one.missing);
    let lacks = cx.tw("table-lacks", &[("what", what.into())]);
    view! {
        <li class="entry">
            {about(cx, one)}
            <h3 class="entry-title" lang=cx.content_lang()><a href=href>{title}</a></h3>
            <div class="entry-foot">
                {state::badge(cx, "state state--warn", "it-warning-circle", lacks)}
            </div>
        </li>
    }
    .into_any()
}

fn decided(cx: &PageContext<'_>, one: &ActionCard, review: &ReviewView) -> View {
    let link = card::action_link(cx, &one.action);
    let at = cx.tw("table-decided-on", &[("at", format::date(cx.lang, review.at).into())]);
    let reason = review.reason.clone();
    view! {
        <li class="entry">
            {about(cx, one)}
            <h3 class="entry-title">{link}</h3>
            <p class="measure mb-0" lang=cx.content_lang()>{reason}</p>
            <div class="entry-foot">
                {state::review(cx, review.outcome)}
                <span class="small muted">{at}</span>
            </div>
        </li>
    }
    .into_any()
}
