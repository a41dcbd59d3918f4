//! The public ledger of a round: what came, where it stands, and that it adds up.

use domain::contributions::Standing;
use domain::rounds::ledger::Place;
use domain::suppression::{self, Shown};
use domain::views::{LedgerPage, Shell};
use leptos::prelude::*;

use super::round_start::title_of;
use crate::format;
use crate::parts::{View, arrow_link, official, page_head_spoken, state};
use crate::render::{Meta, PageContext, document};
use crate::urls::Page;

/// The ledger.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &LedgerPage) -> String {
    let round = &view.card.round;
    let title = title_of(cx, &round.title);
    let meta = Meta::new(format!("{} – {title}", cx.t("ledger-title")))
        .described(cx.t("ledger-lead"))
        .under(cx.t("menu-rounds"), cx.path(Page::Rounds))
        .under_spoken(title, cx.path(Page::Round(round.number)), cx.content_lang())
        .here();
    document(cx, shell, meta, || body(cx, view))
}

fn body(cx: &PageContext<'_>, view: &LedgerPage) -> View {
    let round = &view.card.round;
    let (badge, title) = (state::round(cx, round.state), official(cx, title_of(cx, &round.title)));
    let eyebrow = view! { {badge}" · "{title} }.into_any();
    let lead = Some(cx.t("ledger-lead").to_owned());
    let head = page_head_spoken(Some(eyebrow), cx.t("ledger-title"), None, lead);
    let at = cx.tw("report-made", &[("date", format::moment(cx.lang, view.at).into())]);
    let links = [
        (Page::Unanswered(round.number), "unanswered-title"),
        (Page::Report(round.number), "report-read"),
    ]
    .map(|(page, key)| view! { <li>{arrow_link(cx, cx.path(page), cx.t(key))}</li> });
    view! {
        {head}
        <p class="muted small">{at}</p>
        <div class="stack-lg measure">
            {received(cx, view)}
            {hidden(cx, view)}
            {published(cx, view)}
            <ul class="plain no-print" role="list">{links.into_iter().collect::<Vec<_>>()}</ul>
        </div>
    }
    .into_any()
}

/// A table of parts with what they come to.
fn table(
    cx: &PageContext<'_>,
    caption: String,
    rows: Vec<(String, String)>,
    total: Option<(String, String)>,
) -> View {
    let rows: Vec<View> = rows
        .into_iter()
        .map(|(what, n)| {
            view! { <tr><th scope="row">{what}</th><td class="num">{n}</td></tr> }.into_any()
        })
        .collect();
    let foot = total.map(|(what, n)| {
        view! { <tfoot><tr><th scope="row">{what}</th><td class="num">{n}</td></tr></tfoot> }
    });
    view! {
        <table class="table">
            <caption>{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">{cx.t("ledger-where")}</th>
                    <th scope="col" class="num">{cx.t("report-texts")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
            {foot}
        </table>
    }
    .into_any()
}

fn whole(cx: &PageContext<'_>, n: u32) -> String {
    format::whole(cx.lang, i64::from(n))
}

/// What was merged, if even all together are few.
fn small(cx: &PageContext<'_>, shown: Shown) -> String {
    match shown {
        Shown::Exactly(n) => whole(cx, n),
        Shown::Few => cx.t("report-few").to_owned(),
        Shown::None | Shown::Unknown => whole(cx, 0),
    }
}

fn received(cx: &PageContext<'_>, view: &LedgerPage) -> View {
    let ledger = &view.ledger;
    let standing = |one: Standing| cx.coded("ledger-standing", one.code()).to_owned();
    let mut rows = vec![(standing(Standing::Published), whole(cx, ledger.published))];
    rows.extend(ledger.states.iter().map(|(one, n)| (standing(*one), whole(cx, *n))));
    if ledger.others != Shown::None {
        rows.push((cx.t("ledger-other-states").to_owned(), small(cx, ledger.others)));
    }
    let total = ledger.received.map(|n| (cx.t("ledger-received-total").to_owned(), whole(cx, n)));
    let few = ledger.received.is_none().then(|| view! { <p>{cx.t("ledger-received-few")}</p> });
    view! {
        <section aria-labelledby="received">
            <h2 id="received">{cx.t("ledger-received-title")}</h2>
            {table(cx, cx.t("ledger-received-caption").to_owned(), rows, total)}
            {few}
        </section>
    }
    .into_any()
}

/// Why texts are hidden, where their number is told at all.
fn hidden(cx: &PageContext<'_>, view: &LedgerPage) -> Option<View> {
    let (_, total) = view.ledger.states.iter().find(|(one, _)| *one == Standing::Hidden)?;
    let mut rows: Vec<(String, String)> = view
        .hidden
        .cells
        .iter()
        .map(|(class, n)| {
            let class = class.map_or_else(
                || cx.t("ledger-no-class"),
                |one| cx.coded("reason-class", one.code()),
            );
            (class.to_owned(), whole(cx, *n))
        })
        .collect();
    if view.hidden.others > 0 {
        let others = small(cx, suppression::people(view.hidden.others));
        rows.push((cx.t("report-cell-others").to_owned(), others));
    }
    let total =
        Some((cx.coded("ledger-standing", Standing::Hidden.code()).to_owned(), whole(cx, *total)));
    Some(
        view! {
            <section aria-labelledby="hidden">
                <h2 id="hidden">{cx.t("ledger-hidden-title")}</h2>
                {table(cx, cx.t("ledger-hidden-caption").to_owned(), rows, total)}
            </section>
        }
        .into_any(),
    )
}

fn published(cx: &PageContext<'_>, view: &LedgerPage) -> View {
    let rows = view
        .published
        .iter()
        .map(|(place, n)| (cx.coded("ledger-place", place.code()).to_owned(), whole(cx, *n)))
        .collect();
    let sum = view.published.iter().map(|(_, n)| n).sum();
    let total = Some((cx.t("ledger-published-total").to_owned(), whole(cx, sum)));
    let waiting = view.published.iter().find(|(place, _)| *place == Place::Waiting);
    let key = if waiting.is_some_and(|(_, n)| *n > 0) { "ledger-waiting" } else { "ledger-done" };
    view! {
        <section aria-labelledby="published">
            <h2 id="published">{cx.t("ledger-published-title")}</h2>
            {table(cx, cx.t("ledger-published-caption").to_owned(), rows, total)}
            <p>{cx.t(key)}</p>
        </section>
    }
    .into_any()
}
