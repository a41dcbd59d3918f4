//! The Ufficio di Piano: who waits for an answer, rounds to give back, actions being written.

use domain::actions::Missing;
use domain::views::{ActionCard, ClusterCard, ContributionCard, OfficePage, RoundRef, Shell};
use leptos::prelude::*;

use crate::format;
use crate::parts::{View, card, empty, merge, nothing, page_head, state};
use crate::render::{Meta, PageContext, document};
use crate::urls::Page;

/// The desk of the office.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &OfficePage) -> String {
    document(cx, shell, Meta::staff(cx.t("office-title")), || body(cx, view))
}

fn body(cx: &PageContext<'_>, view: &OfficePage) -> View {
    let unanswered = if view.unanswered.is_empty() {
        empty(cx, cx.t("office-unanswered-none-title"), cx.t("office-unanswered-none"), None)
    } else {
        let rows: Vec<View> = view.unanswered.iter().map(|one| waiting(cx, one)).collect();
        view! {
            <p class="muted">{cx.t("office-unanswered-hint")}</p>
            <ul class="entries entries--dense" role="list">{rows}</ul>
        }
        .into_any()
    };
    let drafts = if view.drafts.is_empty() {
        view! { <p class="muted">{cx.t("office-drafts-none")}</p> }.into_any()
    } else {
        let list: Vec<View> = view.drafts.iter().map(|one| draft(cx, one)).collect();
        list.into_any()
    };
    view! {
        {page_head(None, cx.t("office-title"), Some(cx.t("office-lead").to_owned()))}
        <div class="split">
            <div class="stack">
                {contested(cx, &view.contested)}
                <section aria-labelledby="rounds">
                    <h2 id="rounds">{cx.t("office-rounds")}</h2>
                    {rounds(cx, &view.rounds)}
                </section>
                <section aria-labelledby="unanswered">
                    <h2 id="unanswered">{cx.t("office-unanswered")}</h2>
                    {unanswered}
                </section>
            </div>
            <aside>
                <section aria-labelledby="drafts">
                    <h2 id="drafts">{cx.t("office-drafts")}</h2>
                    {drafts}
                    <div class="button-row">
                        <a class="btn btn-primary" href=cx.path(Page::NewAction)>
                            {cx.t("office-new-action")}
                        </a>
                    </div>
                    <p class="mt-3"><a href=cx.path(Page::Bursts)>{cx.t("bursts-title")}</a></p>
                </section>
            </aside>
        </div>
    }
    .into_any()
}

/// Merges that wait for a second facilitator or the Coordinatore.
fn contested(cx: &PageContext<'_>, list: &[ClusterCard]) -> View {
    if list.is_empty() {
        return nothing();
    }
    let list: Vec<View> = list
        .iter()
        .map(|one| {
            let link = card::cluster_link(cx, &one.cluster);
            let badge = merge::badge(cx, &one.proposed());
            view! { <li class="entry"><h3 class="entry-title">{link}</h3>{badge}</li> }.into_any()
        })
        .collect();
    view! {
        <section aria-labelledby="contested">
            <h2 id="contested">{cx.t("office-contested")}</h2>
            <p>{cx.t("office-contested-lead")}</p>
            <ul class="entries" role="list">{list}</ul>
        </section>
    }
    .into_any()
}

fn rounds(cx: &PageContext<'_>, list: &[(RoundRef, u64)]) -> View {
    if list.is_empty() {
        return view! { <p class="muted">{cx.t("office-rounds-none")}</p> }.into_any();
    }
    let rows: Vec<View> = list
        .iter()
        .map(|(round, left)| {
            let (href, title) = (cx.path(Page::Round(round.number)), round.title.clone());
            let bench = cx.path(Page::Workbench(round.number));
            let left = format::whole(cx.lang, i64::try_from(*left).unwrap_or(i64::MAX));
            view! {
                <tr>
                    <th scope="row" lang=cx.content_lang()><a href=href>{title}</a></th>
                    <td data-label=cx.t("office-state")>{state::round(cx, round.state)}</td>
                    <td class="num" data-label=cx.t("office-unanswered-count")>{left}</td>
                    <td><a href=bench>{cx.t("office-bench")}</a></td>
                </tr>
            }
            .into_any()
        })
        .collect();
    view! {
        <table class="table table-dense table--cards">
            <thead>
                <tr>
                    <th scope="col">{cx.t("office-round")}</th>
                    <th scope="col">{cx.t("office-state")}</th>
                    <th scope="col" class="num">{cx.t("office-unanswered-count")}</th>
                    <th scope="col">{crate::parts::hidden(cx.t("office-bench"))}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// A text that waits for an answer; the form to give one is on its own page.
fn waiting(cx: &PageContext<'_>, one: &ContributionCard) -> View {
    let contribution = &one.contribution;
    let (title, lang) = (card::title(cx, contribution), card::language(contribution));
    let href = card::href(cx, contribution);
    let since = cx.tw("office-published", &[("at", format::date(cx.lang, one.at).into())]);
    let about = format!(
        "{} {} · {} · {}",
        state::kind(cx, contribution.kind),
        contribution.number,
        one.municipality,
        one.policy
    );
    view! {
        <li class="entry">
            <h3 class="entry-title" lang=lang dir="auto"><a href=href>{title}</a></h3>
            <p class="small muted mb-0">{about}" · "{since}</p>
        </li>
    }
    .into_any()
}

fn draft(cx: &PageContext<'_>, one: &ActionCard) -> View {
    let href = cx.path(Page::EditAction(one.action.number));
    let title = one.action.title.clone();
    let lacks = lacks(cx, &one.missing);
    view! {
        <article class="cluster">
            <h3 lang=cx.content_lang()><a href=href>{title}</a></h3>
            <p>{lacks}</p>
            {state::action(cx, one.action.state)}
        </article>
    }
    .into_any()
}

fn lacks(cx: &PageContext<'_>, missing: &[Missing]) -> String {
    if missing.is_empty() {
        return cx.t("office-draft-complete").to_owned();
    }
    let what = missing_words(cx, missing);
    cx.tw("office-draft-missing", &[("what", what.into())])
}

/// What is missing, in words, with commas.
pub(super) fn missing_words(cx: &PageContext<'_>, missing: &[Missing]) -> String {
    let words: Vec<&str> = missing.iter().map(|one| cx.coded("missing", one.code())).collect();
    words.join(", ")
}
