//! The public record of moderation: how many, why, in how much time, and each decision without
//! its text.

use domain::moderation::{Cause, Decision};
use domain::suppression::Shown;
use domain::views::{RecordEntry, RecordPage, Shell};
use leptos::prelude::*;

use crate::format;
use crate::parts::{View, date, facts, p, page_head, words};
use crate::render::{Meta, PageContext, document};

/// The record.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &RecordPage) -> String {
    let meta = Meta::new(cx.t("record-title")).described(cx.t("record-lead")).here();
    document(cx, shell, meta, || body(cx, view))
}

fn body(cx: &PageContext<'_>, view: &RecordPage) -> View {
    let since = format::day(cx.lang, view.since);
    let mut pairs = vec![
        (cx.t("record-received").to_owned(), words(texts(cx, view.received))),
        (cx.t("record-appeals").to_owned(), words(texts(cx, view.appeals))),
        (cx.t("record-danger").to_owned(), words(texts(cx, view.danger))),
    ];
    let median = match view.median_minutes {
        Some(minutes) => time(cx, minutes),
        None => cx.t("record-median-few").to_owned(),
    };
    pairs.insert(1, (cx.t("record-median").to_owned(), words(median)));
    let causes: Vec<(String, u32)> = view
        .causes
        .iter()
        .map(|(cause, n)| (cx.coded("cause", cause.code()).to_owned(), *n))
        .chain(
            (view.other_causes > 0).then(|| (cx.t("record-others").to_owned(), view.other_causes)),
        )
        .collect();
    let decisions: Vec<(String, u32)> = view
        .decisions
        .iter()
        .map(|((decision, class), n)| {
            let class = cx.coded("mod-class", class.code());
            (format!("{}: {class}", decided(cx, *decision)), *n)
        })
        .chain(
            (view.other_decisions > 0)
                .then(|| (cx.t("record-others").to_owned(), view.other_decisions)),
        )
        .collect();
    let entries = if view.entries.is_empty() {
        view! { <p class="muted">{cx.t("record-none")}</p> }.into_any()
    } else {
        list(cx, &view.entries)
    };
    view! {
        {page_head(None, cx.t("record-title"), Some(cx.t("record-lead").to_owned()))}
        <div class="stack-lg">
            <section aria-labelledby="how-many">
                <h2 id="how-many">{cx.t("record-how-many")}</h2>
                <p class="muted">{cx.tw("record-since", &[("day", since.into())])}</p>
                {facts(true, pairs)}
                <div class="split split--even mt-3">
                    {table(cx, cx.t("record-causes"), cx.t("record-why"), causes)}
                    {table(cx, cx.t("record-decisions"), cx.t("record-what"), decisions)}
                </div>
                {p(cx.t("record-small"))}
            </section>
            <section aria-labelledby="decisions">
                <h2 id="decisions">{cx.t("record-list")}</h2>
                <p class="muted">{cx.t("record-list-more")}</p>
                {entries}
            </section>
        </div>
    }
    .into_any()
}

/// A count of texts by the rules for counts of people.
fn texts(cx: &PageContext<'_>, shown: Shown) -> String {
    match shown {
        Shown::None | Shown::Unknown => cx.t("record-no-text").to_owned(),
        Shown::Few => cx.t("record-few-texts").to_owned(),
        Shown::Exactly(n) => cx.tn("record-texts", n),
    }
}

/// Minutes in the unit a person would use.
fn time(cx: &PageContext<'_>, minutes: i64) -> String {
    match minutes {
        ..60 => cx.t("record-within-hour").to_owned(),
        60..2_880 => cx.tn("record-hours", minutes / 60),
        _ => cx.tn("record-days", minutes / 1_440),
    }
}

fn decided(cx: &PageContext<'_>, decision: Decision) -> &'static str {
    cx.coded("record-decision", decision.code())
}

fn table(
    cx: &PageContext<'_>,
    caption: &'static str,
    what: &'static str,
    rows: Vec<(String, u32)>,
) -> View {
    if rows.is_empty() {
        return view! {
            <div><h3 class="h5">{caption}</h3><p class="muted">{cx.t("record-too-few")}</p></div>
        }
        .into_any();
    }
    let rows: Vec<View> = rows
        .into_iter()
        .map(|(what, n)| {
            let n = format::whole(cx.lang, i64::from(n));
            view! { <tr><th scope="row">{what}</th><td class="num">{n}</td></tr> }.into_any()
        })
        .collect();
    view! {
        <table class="table">
            <caption>{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">{what}</th>
                    <th scope="col" class="num">{cx.t("record-n")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn list(cx: &PageContext<'_>, entries: &[RecordEntry]) -> View {
    let rows: Vec<View> = entries
        .iter()
        .map(|entry| {
            let at = date(cx, entry.at);
            let what = if entry.comment { "record-comment" } else { "record-text" };
            let again = (entry.cause == Cause::Appeal)
                .then(|| view! { " "<span class="badge">{cx.t("record-appeal")}</span> });
            let why = cx.coded("mod-class", entry.class.code());
            let role = cx.coded("role", entry.role.code());
            view! {
                <tr>
                    <th scope="row">{at}</th>
                    <td data-label=cx.t("record-about")>{cx.t(what)}</td>
                    <td data-label=cx.t("record-what")>{decided(cx, entry.decision)}{again}</td>
                    <td data-label=cx.t("record-class")>{why}</td>
                    <td data-label=cx.t("record-role")>{role}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    view! {
        <table class="table table-dense table--cards">
            <caption class="visually-hidden">{cx.t("record-list")}</caption>
            <thead>
                <tr>
                    <th scope="col">{cx.t("record-when")}</th>
                    <th scope="col">{cx.t("record-about")}</th>
                    <th scope="col">{cx.t("record-what")}</th>
                    <th scope="col">{cx.t("record-class")}</th>
                    <th scope="col">{cx.t("record-role")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}
