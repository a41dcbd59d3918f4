//! The rules of a round: what was declared before it opened, the hash that holds it fast, and its
//! windows.

use domain::rounds::design::{needs_agreement, needs_notice};
use domain::rounds::ledger::Ledger;
use domain::suppression::Shown;
use domain::views::{ClosedView, RulesPage, Shell, WindowView};
use leptos::prelude::*;

use super::round_start::title_of;
use crate::format;
use crate::parts::{
    View, arrow_link, card, date, date_time, disclosure, facts, icon, nothing, official,
    page_head_spoken, people, state, words,
};
use crate::render::{Meta, PageContext, document};
use crate::urls::Page;

/// The rules and the windows of a round.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &RulesPage) -> String {
    let title = title_of(cx, &view.card.round.title);
    let meta = Meta::new(format!("{} – {title}", cx.t("rules-page-title")))
        .described(cx.t("rules-page-lead"))
        .under(cx.t("menu-rounds"), cx.path(Page::Rounds))
        .under_spoken(title, cx.path(Page::Round(view.card.round.number)), cx.content_lang())
        .here();
    document(cx, shell, meta, || body(cx, view))
}

fn body(cx: &PageContext<'_>, view: &RulesPage) -> View {
    let badge = state::round(cx, view.card.round.state);
    let title = official(cx, title_of(cx, &view.card.round.title));
    let eyebrow = view! { {badge}" · "{title} }.into_any();
    let lead = cx.t(if view.frozen { "rules-frozen" } else { "rules-not-frozen" });
    let back = arrow_link(cx, cx.path(Page::Round(view.card.round.number)), cx.t("rules-back"));
    view! {
        {page_head_spoken(Some(eyebrow), cx.t("rules-page-title"), None, Some(lead.to_owned()))}
        <div class="stack-lg">
            {declared(cx, view)}
            {act(cx, view)}
            {windows(cx, &view.windows)}
            {closed(cx, &view.closed)}
            {hash(cx, view)}
            <p>{back}</p>
        </div>
    }
    .into_any()
}

fn declared(cx: &PageContext<'_>, view: &RulesPage) -> View {
    let who: Vec<View> = view
        .opened
        .iter()
        .map(|(opening, level)| {
            let what = cx.coded("opening", opening.code());
            let level = cx.coded("level", level.code());
            view! { <li>{what}": "{level}</li> }.into_any()
        })
        .collect();
    let mut pairs: Vec<(String, View)> = vec![
        (cx.t("rules-row-who").to_owned(), view! { <ul class="plain">{who}</ul> }.into_any()),
        (
            cx.t("rules-row-moderation").to_owned(),
            words(cx.coded("moderation-mode", view.moderation.code())),
        ),
        (
            cx.t("rules-row-method").to_owned(),
            words(cx.coded("vote-method", view.vote_method.code())),
        ),
    ];
    let mut said = |key: &str, text: &str| {
        if !text.is_empty() {
            pairs.push((cx.t(key).to_owned(), official(cx, text)));
        }
    };
    said("rules-row-tie", &view.tie_rule);
    said("rules-row-results", &view.results);
    said("rules-row-decides", &view.decides);
    said("rules-row-evaluation", &view.evaluation);
    if let Some(days) = view.answer_days {
        pairs.push((cx.t("rules-row-answers").to_owned(), words(cx.tn("rules-answer-days", days))));
    }
    let measure = &view.measure;
    if let (false, Some(target)) = (measure.what.is_empty(), measure.target) {
        let number = |value: f64| format::decimal(cx.lang, value);
        let target = match (measure.baseline, measure.by) {
            (Some(from), Some(by)) => cx.tw(
                "rules-measure-from-by",
                &[
                    ("from", number(from).into()),
                    ("target", number(target).into()),
                    ("date", format::day(cx.lang, by).into()),
                ],
            ),
            (Some(from), None) => cx.tw(
                "rules-measure-from",
                &[("from", number(from).into()), ("target", number(target).into())],
            ),
            (None, Some(by)) => cx.tw(
                "rules-measure-by",
                &[("target", number(target).into()), ("date", format::day(cx.lang, by).into())],
            ),
            (None, None) => cx.tw("rules-measure", &[("target", number(target).into())]),
        };
        let what = official(cx, measure.what.clone());
        pairs.push((cx.t("rules-row-measure").to_owned(), view! { {what}": "{target} }.into_any()));
    }
    view! {
        <section aria-labelledby="declared">
            <h2 id="declared">{cx.t("rules-declared")}</h2>
            {facts(true, pairs)}
        </section>
    }
    .into_any()
}

/// The notice or the agreement, and what to read.
fn act(cx: &PageContext<'_>, view: &RulesPage) -> View {
    let kind = view.card.round.kind;
    let mut pairs: Vec<(String, View)> = Vec::new();
    let mut said = |key: &str, text: &str| {
        if !text.is_empty() {
            pairs.push((cx.t(key).to_owned(), official(cx, text)));
        }
    };
    let title = if needs_notice(kind) {
        let notice = &view.notice;
        said("wizard-notice-title", &notice.title);
        said("wizard-notice-aims", &notice.aims);
        said("wizard-notice-budget", &notice.budget);
        said("wizard-notice-duration", &notice.duration);
        said("wizard-notice-criteria", &notice.criteria);
        said("wizard-notice-runts", &notice.runts);
        if let Some(days) = notice.days {
            pairs.push((cx.t("wizard-notice-days").to_owned(), words(cx.tn("rules-days", days))));
        }
        if !notice.address.is_empty() {
            let shown = words(notice.address.clone());
            let link = outside(&notice.address, shown);
            pairs.push((cx.t("wizard-notice-address").to_owned(), link));
        }
        "rules-notice"
    } else if needs_agreement(kind) {
        let agreement = &view.agreement;
        said("wizard-agreement-reference", &agreement.reference);
        said("wizard-agreement-parties", &agreement.parties.join(", "));
        if let Some(signed) = agreement.signed {
            let label = cx.t("wizard-agreement-signed").to_owned();
            pairs.push((label, words(format::day(cx.lang, signed))));
        }
        "rules-agreement"
    } else {
        "rules-materials"
    };
    let materials: Vec<View> = view
        .materials
        .iter()
        .map(|one| {
            let title = official(cx, one.title.clone());
            view! { <li>{outside(&one.address, title)}</li> }.into_any()
        })
        .collect();
    if pairs.is_empty() && materials.is_empty() {
        return nothing();
    }
    let more = (!materials.is_empty()).then(|| {
        let heading = (title != "rules-materials")
            .then(|| view! { <h3 class="mt-3">{cx.t("rules-materials")}</h3> });
        view! { {heading}<ul>{materials}</ul> }
    });
    let list = (!pairs.is_empty()).then(|| facts(true, pairs));
    view! {
        <section aria-labelledby="act"><h2 id="act">{cx.t(title)}</h2>{list}{more}</section>
    }
    .into_any()
}

/// A link to a page elsewhere; what is no address of the web is only said.
fn outside(address: &str, said: View) -> View {
    if ["https://", "http://"].iter().any(|scheme| address.starts_with(scheme)) {
        let href = address.to_owned();
        view! { <a href=href rel="external">{said}</a> }.into_any()
    } else {
        said
    }
}

/// The windows, each an edition: why, when, decided by whom.
fn windows(cx: &PageContext<'_>, list: &[WindowView]) -> View {
    if list.is_empty() {
        return nothing();
    }
    let rows: Vec<View> = list
        .iter()
        .map(|one| {
            let edition = one.edition.to_string();
            let kind = cx.coded("window-kind", one.kind.code());
            let reason = (!one.reason.is_empty()).then(|| {
                let reason = official(cx, one.reason.clone());
                view! { <br/>{reason} }
            });
            let by = one.by.clone().map(|by| view! { ", "{by} });
            view! {
                <tr>
                    <th scope="row">{edition}</th>
                    <td data-label=cx.t("windows-why")>{kind}{reason}</td>
                    <td data-label=cx.t("windows-opens")>{date_time(cx, one.opens)}</td>
                    <td data-label=cx.t("windows-closes")>
                        {format::deadline(cx.lang, one.closes)}
                    </td>
                    <td data-label=cx.t("windows-decided")>{date(cx, one.at)}{by}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    view! {
        <section aria-labelledby="windows">
            <h2 id="windows">{cx.t("windows-title")}</h2>
            <p class="measure">{cx.t("windows-lead")}</p>
            <table class="table table--cards">
                <caption class="visually-hidden">{cx.t("windows-title")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{cx.t("windows-edition")}</th>
                        <th scope="col">{cx.t("windows-why")}</th>
                        <th scope="col">{cx.t("windows-opens")}</th>
                        <th scope="col">{cx.t("windows-closes")}</th>
                        <th scope="col">{cx.t("windows-decided")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

/// What stood each time it had closed and was opened once more.
fn closed(cx: &PageContext<'_>, list: &[ClosedView]) -> View {
    if list.is_empty() {
        return nothing();
    }
    let each: Vec<View> = list.iter().map(|one| one_closed(cx, one)).collect();
    view! {
        <section aria-labelledby="closed">
            <h2 id="closed">{cx.t("closed-title")}</h2>
            <p class="measure">{cx.t("closed-lead")}</p>
            {each}
        </section>
    }
    .into_any()
}

fn one_closed(cx: &PageContext<'_>, one: &ClosedView) -> View {
    let whole = |n: u64| format::whole(cx.lang, i64::try_from(n).unwrap_or(i64::MAX));
    let title = cx.tn("closed-window", one.edition);
    let pairs = vec![
        (cx.t("closed-at").to_owned(), date_time(cx, one.at)),
        (cx.t("report-needs").to_owned(), words(whole(one.needs))),
        (cx.t("report-proposals").to_owned(), words(whole(one.proposals))),
        (cx.t("report-comments").to_owned(), words(whole(one.comments))),
        (cx.t("closed-answered").to_owned(), words(whole(one.answered))),
    ];
    let rows: Vec<View> = one
        .supported
        .iter()
        .map(|(contribution, shown)| {
            let (href, title) = (card::href(cx, contribution), card::title(cx, contribution));
            let lang = card::language(contribution);
            view! {
                <tr>
                    <th scope="row" lang=lang dir="auto"><a href=href>{title}</a></th>
                    <td data-label=cx.t("closed-supporters")>{people(cx, *shown)}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let supported = (!rows.is_empty()).then(|| {
        view! {
            <table class="table table--cards">
                <caption>{cx.t("closed-supported")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{cx.t("closed-text")}</th>
                        <th scope="col">{cx.t("closed-supporters")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
    });
    view! {
        <section class="mt-3">
            <h3>{title}</h3>
            {facts(true, pairs)}
            {ledger(cx, &one.ledger)}
            {supported}
        </section>
    }
    .into_any()
}

/// Where the texts of a round stand, as it may be told.
pub(super) fn ledger(cx: &PageContext<'_>, ledger: &Ledger) -> View {
    let lines: Vec<View> = ledger_lines(cx, ledger)
        .into_iter()
        .map(|line| view! { <li>{line}</li> }.into_any())
        .collect();
    view! { <ul>{lines}</ul> }.into_any()
}

/// The same, a sentence a line.
pub(crate) fn ledger_lines(cx: &PageContext<'_>, ledger: &Ledger) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(received) = ledger.received {
        lines.push(cx.tn("ledger-received", received));
    }
    lines.push(cx.tn("ledger-published", ledger.published));
    for (standing, n) in &ledger.states {
        lines.push(cx.tn(&format!("ledger-{}", standing.code()), *n));
    }
    match ledger.others {
        Shown::None | Shown::Unknown => {}
        Shown::Few => lines.push(cx.t("ledger-others-few").to_owned()),
        Shown::Exactly(n) => lines.push(cx.tn("ledger-others", n)),
    }
    lines
}

fn hash(cx: &PageContext<'_>, view: &RulesPage) -> View {
    let (hash, text) = (view.hash.clone(), view.text.clone());
    let drawn = icon(cx, "it-lock", "");
    let source = disclosure(
        cx.t("rules-text"),
        false,
        view! {
            <p>{cx.t("rules-text-more")}</p>
            <pre class="rules-text" tabindex="0" lang=cx.content.to_owned()>{text}</pre>
        }
        .into_any(),
    );
    view! {
        <section aria-labelledby="hash">
            <h2 id="hash">{cx.t("rules-hash")}</h2>
            <p class="measure">{cx.t("rules-hash-more")}</p>
            <p class="hash">{drawn}" "<code>{hash}</code></p>
            {source}
        </section>
    }
    .into_any()
}
