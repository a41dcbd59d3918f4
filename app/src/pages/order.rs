//! Why lists are in the order in which they are: the mixed order, step by step and as a formula,
//! and every other order in a sentence.

use domain::ordering::mixed::{NEW_DAYS, PATTERN, SHARED_TURNS, SUPPORTED_OF, Shelf, TURNS};
use domain::suppression::SMALLEST;
use domain::views::{Shell, Sort};
use leptos::prelude::*;

use crate::parts::{View, disclosure, facts, page_head, words};
use crate::render::{Meta, PageContext, document};
use crate::urls::Page;

/// Why lists are in this order.
pub fn page(cx: &PageContext<'_>, shell: &Shell) -> String {
    let meta = Meta::new(cx.t("order-title"))
        .described(cx.t("order-lead"))
        .under(cx.t("how-title"), cx.path(Page::How))
        .here();
    document(cx, shell, meta, || body(cx))
}

/// How many of ten places a shelf has.
fn places(shelf: Shelf) -> usize {
    PATTERN.iter().filter(|place| **place == shelf).count()
}

fn body(cx: &PageContext<'_>) -> View {
    let head = page_head(None, cx.t("order-title"), Some(cx.t("order-lead").to_owned()));
    let shelves: Vec<(String, View)> = Shelf::ALL
        .iter()
        .map(|shelf| {
            let code = shelf.code();
            let more = cx.tw(
                &format!("order-shelf-{code}-more"),
                &[
                    ("places", i64::try_from(places(*shelf)).unwrap_or(0).into()),
                    ("days", NEW_DAYS.into()),
                    ("of", i64::try_from(SUPPORTED_OF).unwrap_or(0).into()),
                    ("people", SMALLEST.into()),
                ],
            );
            (cx.coded("order-shelf", code).to_owned(), words(more))
        })
        .collect();
    let pattern: Vec<_> = PATTERN
        .iter()
        .map(|shelf| view! { <li>{cx.coded("order-shelf", shelf.code())}</li> }.into_any())
        .collect();
    let others: Vec<(String, View)> = Sort::ALL
        .into_iter()
        .filter(|sort| *sort != Sort::Mixed)
        .map(|sort| {
            let name = cx.coded("sort", sort.code()).to_owned();
            (name, words(cx.coded("sort-why", sort.code())))
        })
        .collect();
    let turns = cx.tw("order-turns", &[("shared", SHARED_TURNS.into()), ("turns", TURNS.into())]);
    let formula = view! {
        <p>{cx.t("order-formula-lead")}</p>
        <ol>
            <li>{cx.t("order-formula-place")}" "<code>"(n × 2654435769) mod 2³²"</code></li>
            <li>
                {cx.t("order-formula-begin")}
                " "
                <code>"(t × 2²² + d × 1779033703) mod 2³²"</code>
            </li>
            <li>{cx.t("order-formula-walk")}</li>
            <li>{cx.t("order-formula-pattern")}<ol class="mt-1">{pattern}</ol></li>
        </ol>
        <p>{turns}</p>
    }
    .into_any();
    let formula = disclosure(cx.t("order-formula-title"), false, formula);
    view! {
        {head}
        <div class="stack-lg">
            <section class="measure" aria-labelledby="mixed">
                <h2 id="mixed">{cx.t("order-mixed-title")}</h2>
                <p>{cx.t("order-mixed")}</p>
                {facts(true, shelves)}
                <p class="mt-2">{cx.t("order-walk")}</p>
                <p>{cx.t("order-privacy")}</p>
                {formula}
            </section>
            <section class="measure" aria-labelledby="others">
                <h2 id="others">{cx.t("order-others-title")}</h2>
                {facts(true, others)}
            </section>
            <section class="measure" aria-labelledby="not">
                <h2 id="not">{cx.t("order-not-title")}</h2>
                <ul>
                    <li>{cx.t("order-not-read")}</li>
                    <li>{cx.t("order-not-profile")}</li>
                    <li>{cx.tw("order-not-few", &[("people", SMALLEST.into())])}</li>
                    <li>{cx.t("order-not-outcome")}</li>
                </ul>
            </section>
        </div>
    }
    .into_any()
}
