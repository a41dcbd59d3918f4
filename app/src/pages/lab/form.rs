//! Preparing a session: what is asked, when and where, the agenda whose minutes add up.

use domain::forms::FormState;
use domain::lab::plan::STEPS_MOST;
use domain::lab::{AccessNeed, Technique};
use domain::views::{SessionForm, Shell};
use leptos::prelude::*;

use crate::parts::forms::{self, Field, Pick};
use crate::parts::{Tone, View, disclosure, notice, page_head};
use crate::render::{Meta, PageContext, document};
use crate::urls::Page;

/// Rows of the agenda that are offered at first, and how many more than are filled.
const ROWS: usize = 6;
const SPARE: usize = 2;

/// The form of a session. A field `stale` says that somebody changed it meanwhile.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &SessionForm, form: &FormState) -> String {
    let title = match &view.session {
        Some(_) => cx.t("session-edit"),
        None => cx.t("session-new"),
    };
    let mut meta = Meta::staff(title).under(cx.t("desk-sessions"), cx.path(Page::SessionsDesk));
    if let Some(session) = &view.session {
        let desk = cx.path(Page::SessionDesk(session.number));
        meta = meta.under_spoken(session.title.clone(), desk, cx.content_lang());
    }
    let meta = meta.here().faulty(!form.faults.is_empty());
    document(cx, shell, meta, || body(cx, view, form, title))
}

fn body(cx: &PageContext<'_>, view: &SessionForm, form: &FormState, title: &'static str) -> View {
    let errors = forms::error_summary(cx, form);
    let stale = form.fields.has("stale").then(|| {
        let href = view.session.as_ref().map(|one| cx.path(Page::SessionDesk(one.number)));
        let body = view! {
            <p>{cx.t("session-stale-more")}</p>
            {href.map(|href| view! {
                <p><a href=href target="_blank" rel="noopener">{cx.t("session-stale-see")}</a></p>
            })}
        };
        notice(cx, Tone::Warning, cx.t("session-stale"), body.into_any())
    });
    let version = match form.fields.text("version") {
        "" => view.version.to_string(),
        sent => sent.to_owned(),
    };
    let rounds =
        view.rounds.iter().map(|(number, title)| (number.to_string(), title.clone())).collect();
    let line = |name: &str, key: &str, hint: Option<&str>| {
        let mut field = Field::new(name, cx.t(key));
        if let Some(hint) = hint {
            field = field.hint(cx.t(hint));
        }
        forms::input(cx, form, field, "text", false)
    };
    let of = |name: &str, key: &str, kind: &'static str| {
        forms::input(cx, form, Field::new(name, cx.t(key)), kind, true)
    };
    let round = Field::new("round", cx.t("session-round")).hint(cx.t("session-round-hint"));
    let round = forms::select(cx, form, round, vec![(String::new(), rounds)]);
    let area = |name: &str, key: &str, hint: &str| {
        let field = Field::new(name, cx.t(key)).hint(cx.t(hint)).optional();
        forms::text_area(cx, form, field, 4, false)
    };
    let techniques = Technique::ALL
        .iter()
        .map(|one| {
            let hint = cx.coded("technique-hint", one.code());
            Pick::new(one.code(), cx.coded("technique", one.code())).hint(hint)
        })
        .collect();
    let field = Field::new("technique", cx.t("session-techniques")).optional();
    let techniques = forms::boxes(cx, form, field, techniques);
    let access =
        AccessNeed::ALL.iter().map(|one| Pick::new(one.code(), cx.coded("access", one.code())));
    let field = Field::new("access", cx.t("session-access")).hint(cx.t("session-access-hint"));
    let access = forms::boxes(cx, form, field.optional(), access.collect());
    let capacity = Field::new("capacity", cx.t("session-capacity"))
        .hint(cx.t("session-capacity-hint"))
        .optional();
    let capacity = forms::input(cx, form, capacity, "text", true);
    let dots = |name: &str, key: &str, hint: &str| {
        let field = Field::new(name, cx.t(key)).hint(cx.t(hint)).optional();
        forms::input(cx, form, field, "text", true)
    };
    view! {
        {errors}
        {stale}
        {page_head(None, title, Some(cx.t("session-form-lead").to_owned()))}
        <form class="form form--wide" method="post" action=cx.here() novalidate=true>
            {forms::form_id(form)}
            {forms::hidden_field("version", version)}
            {round}
            {line("title", "session-title", Some("session-title-hint"))}
            {line("question", "session-question", Some("session-question-hint"))}
            {line("venue", "session-place", Some("session-place-hint"))}
            <div class="field-row">
                {of("day", "session-day", "date")}
                {of("starts", "session-from", "time")}
                {of("ends", "session-to", "time")}
            </div>
            {agenda(cx, form)}
            {techniques}
            <div class="field-row">
                {dots("dots_each", "session-dots-each", "session-dots-each-hint")}
                {dots("dots_most", "session-dots-most", "session-dots-most-hint")}
            </div>
            {capacity}
            {access}
            {area("invitation", "session-invitation", "session-invitation-hint")}
            {area("materials", "session-materials", "session-materials-hint")}
            {forms::submit(cx.t("session-save"))}
        </form>
    }
    .into_any()
}

/// The rows of the agenda: minutes, what happens, how, who leads.
fn agenda(cx: &PageContext<'_>, form: &FormState) -> View {
    let filled = |row: &usize| {
        ["minutes", "step", "method", "owner"]
            .iter()
            .any(|name| !form.fields.text(&format!("{name}-{row}")).is_empty())
    };
    let last = (0..STEPS_MOST).rev().find(filled).map_or(0, |row| row + 1);
    let shown = (last + SPARE).clamp(ROWS, STEPS_MOST);
    let one = |row: usize| step(cx, form, row);
    let rows: Vec<View> = (0..shown).map(one).collect();
    let more: Vec<View> = (shown..STEPS_MOST).map(one).collect();
    let more = (!more.is_empty()).then(|| disclosure(cx.t("agenda-more"), false, more.into_any()));
    let fault = forms::fault(cx, form, "agenda");
    let class = if fault.is_some() { "field is-invalid" } else { "field" };
    view! {
        <fieldset class=class id="agenda" tabindex="-1">
            <legend class="field-label">{cx.t("session-agenda")}</legend>
            <p class="field-hint">{cx.t("agenda-hint")}</p>
            {fault}
            {rows}
            {more}
        </fieldset>
    }
    .into_any()
}

fn step(cx: &PageContext<'_>, form: &FormState, row: usize) -> View {
    let label = |key: &str| cx.tw(key, &[("row", (row + 1).into())]);
    let input = |name: &str, key: &str| {
        let field = Field::new(format!("{name}-{row}"), label(key));
        forms::input(cx, form, field, "text", name == "minutes")
    };
    view! {
        <div class="agenda-step">
            {input("minutes", "agenda-minutes")}
            {input("step", "agenda-step")}
            {input("method", "agenda-method")}
            {input("owner", "agenda-owner")}
        </div>
    }
    .into_any()
}
