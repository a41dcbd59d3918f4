//! The report of a session, for who writes it and gives the session back.

use domain::forms::FormState;
use domain::lab::SessionState;
use domain::lab::minutes::REPORT_MOST;
use domain::views::{QuotableCard, SessionReportDesk, Shell};
use leptos::prelude::*;

use super::minutes::ACT;
use super::told::{dots_said, made, numbers};
use super::{at_work, eyebrow};
use crate::parts::forms::{self, Field, Pick};
use crate::parts::{
    Tone, View, arrow_link, date, disclosure, next, nothing, notice, p, page_head, why_not,
};
use crate::render::{PageContext, document};
use crate::urls::Page;

/// The report, for who writes it.
pub fn desk(
    cx: &PageContext<'_>,
    shell: &Shell,
    view: &SessionReportDesk,
    form: &FormState,
) -> String {
    let meta = at_work(cx, cx.t("lab-report-title"), &view.session).faulty(!form.faults.is_empty());
    document(cx, shell, meta, || body(cx, view, form))
}

fn body(cx: &PageContext<'_>, view: &SessionReportDesk, form: &FormState) -> View {
    let errors = forms::error_summary(cx, form);
    let stale = stale(cx, view, form);
    let lead = match view.session.state {
        SessionState::GivenBack => "lab-report-lead-public",
        _ => "lab-report-lead",
    };
    let head = page_head(
        Some(eyebrow(cx, &view.session)),
        cx.t("lab-report-title"),
        Some(cx.t(lead).to_owned()),
    );
    let content = match &view.may_write {
        Err(refusal) => {
            let back = cx.path(Page::SessionMinutesDesk(view.session.number));
            view! { {why_not(cx, refusal)}<p>{arrow_link(cx, back, cx.t("lab-minutes-title"))}</p> }
                .into_any()
        }
        Ok(()) => view! {
            {write(cx, view, form)}
            {give_back(cx, view, form)}
            {leaves(cx, view, form)}
        }
        .into_any(),
    };
    let dots = view.dots.map(|dots| p(dots_said(cx, dots)));
    view! {
        {errors}
        {stale}
        {head}
        <div class="split">
            <div class="stack-lg">{content}</div>
            <aside class="stack">
                <section class="panel" aria-labelledby="numbers">
                    <h2 class="h3" id="numbers">{cx.t("lab-numbers")}</h2>
                    {numbers(cx, &view.numbers)}
                    {dots}
                </section>
                <section class="panel" aria-labelledby="made">
                    <h2 class="h3" id="made">{cx.t("lab-made")}</h2>
                    {made(cx, &view.made)}
                </section>
            </aside>
        </div>
    }
    .into_any()
}

fn stale(cx: &PageContext<'_>, view: &SessionReportDesk, form: &FormState) -> Option<View> {
    form.fields.has("stale").then(|| {
        let theirs = view.report.as_ref().map(|report| {
            let (learned, changes) = (report.learned.clone(), report.changes.clone());
            view! {
                <p><strong>{cx.t("lab-learned")}</strong></p>
                <p class="diff">{learned}</p>
                <p><strong>{cx.t("lab-changes")}</strong></p>
                <p class="diff">{changes}</p>
            }
        });
        let theirs = disclosure(cx.t("lab-report-theirs"), true, theirs.into_any());
        let body = view! { <p>{cx.t("lab-report-stale-next")}</p>{theirs} }.into_any();
        notice(cx, Tone::Warning, cx.t("lab-report-stale"), body)
    })
}

fn write(cx: &PageContext<'_>, view: &SessionReportDesk, form: &FormState) -> View {
    let mut filled = form.clone();
    if let (Some(report), false) = (&view.report, form.fields.has("learned")) {
        filled.fields.set("learned", report.learned.clone());
        filled.fields.set("changes", report.changes.clone());
        let quoted =
            report.quotations.iter().map(|(card, _)| ("quote".to_owned(), card.to_string()));
        let others = filled.fields.pairs().map(|(name, value)| (name.to_owned(), value.to_owned()));
        filled.fields = domain::forms::Fields::from_pairs(others.chain(quoted).collect::<Vec<_>>());
    }
    let newest = view.report.as_ref().map_or(0, |report| report.version);
    let read = match form.fields.text("version") {
        read if !read.is_empty() && !form.fields.has("stale") => read.to_owned(),
        _ => newest.to_string(),
    };
    let area = |name: &'static str, label: &'static str, hint: &'static str| {
        let field = Field { lang: cx.content_lang(), ..Field::new(name, cx.t(label)) }
            .hint(cx.t(hint))
            .most(REPORT_MOST);
        forms::text_area(cx, &filled, field, 6, false)
    };
    let learned = area("learned", "lab-learned", "lab-learned-hint");
    let changes = area("changes", "lab-changes", "lab-changes-hint");
    let picks: Vec<Pick> = view
        .cards
        .iter()
        .filter(|card| card.ended.is_none())
        .map(|card| Pick::new(card.number.to_string(), format!("«{}»", card.words)))
        .collect();
    let quotes = if picks.is_empty() {
        p(cx.t("lab-quotes-none"))
    } else {
        let field =
            Field::new("quote", cx.t("lab-quotes")).hint(cx.t("lab-quotes-hint")).optional();
        forms::boxes(cx, &filled, field, picks)
    };
    let then = match view.session.state {
        SessionState::GivenBack => next(cx, cx.t("lab-report-save-public")),
        _ => nothing(),
    };
    view! {
        <section aria-labelledby="write">
            <h2 id="write">{cx.t("lab-report-write")}</h2>
            <form class="form" method="post" action=cx.here() novalidate=true>
                {forms::form_id(form)}
                {forms::hidden_field(ACT, "write")}
                {forms::hidden_field("version", read)}
                {learned}
                {changes}
                {quotes}
                {then}
                {forms::submit(cx.t("lab-report-save"))}
            </form>
        </section>
    }
    .into_any()
}

fn give_back(cx: &PageContext<'_>, view: &SessionReportDesk, form: &FormState) -> View {
    let page = cx.path(Page::Session(view.session.number));
    let body = match (view.session.state, &view.report, &view.may_give_back) {
        (SessionState::GivenBack, ..) => {
            let link = arrow_link(cx, page, cx.t("lab-report-public"));
            view! { <p>{cx.t("lab-given-back")}</p><p>{link}</p> }.into_any()
        }
        (_, None, _) => p(cx.t("lab-give-back-first")),
        (_, Some(_), Err(refusal)) => why_not(cx, refusal),
        (_, Some(_), Ok(())) => view! {
            <p>{cx.t("lab-give-back-lead")}</p>
            <form class="form" method="post" action=cx.here()>
                {forms::form_id(form)}
                {forms::hidden_field(ACT, "give-back")}
                {forms::submit(cx.t("lab-give-back-send"))}
            </form>
        }
        .into_any(),
    };
    view! {
        <section class="measure" aria-labelledby="give-back">
            <h2 id="give-back">{cx.t("lab-give-back")}</h2>
            {body}
        </section>
    }
    .into_any()
}

/// Cards whose leave to be quoted may be taken back.
fn leaves(cx: &PageContext<'_>, view: &SessionReportDesk, form: &FormState) -> View {
    if view.cards.is_empty() {
        return nothing();
    }
    let list: Vec<View> = view.cards.iter().map(|card| leave(cx, card, form)).collect();
    let body = view! {
        <p>{cx.t("lab-leave-lead")}</p>
        <ul class="similar" role="list">{list}</ul>
    };
    view! {
        <section class="measure" aria-labelledby="leave">
            <h2 id="leave">{cx.t("lab-leave")}</h2>
            {disclosure(cx.t("lab-leave-open"), false, body.into_any())}
        </section>
    }
    .into_any()
}

fn leave(cx: &PageContext<'_>, card: &QuotableCard, form: &FormState) -> View {
    let words = format!("«{}»", card.words);
    let number = card.number.to_string();
    let label = cx.tw("lab-leave-card", &[("number", card.number.into())]);
    let ended = card.ended.map(|at| {
        view! { <p class="small muted mb-0">{cx.t("lab-leave-ended")}" "{date(cx, at)}</p> }
    });
    let quoted =
        card.quoted.then(|| view! { <p class="small mb-0">{cx.t("lab-leave-quoted")}</p> });
    let blank = FormState { id: form.id.clone(), ..FormState::default() };
    // Taken back already: what is left to do is to take it off the wall.
    let hide = match card.ended {
        Some(_) => forms::hidden_field("hide", "1"),
        None => {
            let field = Field::new("hide", cx.t("lab-leave-hide")).id(format!("hide-{number}"));
            forms::check(cx, &blank, field)
        }
    };
    let act = if card.ended.is_some() { "lab-leave-off" } else { "lab-leave-end" };
    let button = forms::act(
        "btn btn-outline-primary btn-sm",
        ACT,
        "end-quote",
        view! { {cx.t(act)}" "{crate::parts::hidden(label)} }.into_any(),
    );
    view! {
        <li>
            <p class="mb-0" dir="auto">{words}</p>
            {quoted}
            {ended}
            <form class="form" method="post" action=cx.here()>
                {forms::form_id(form)}
                {forms::hidden_field("card", number)}
                {hide}
                {button}
            </form>
        </li>
    }
    .into_any()
}
