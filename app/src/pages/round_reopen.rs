//! Opening a closed round once more: a reason, another end; what stands is kept as it is.

use domain::forms::FormState;
use domain::views::{ReopenPage, Shell};
use leptos::prelude::*;

use super::round_rules::ledger;
use crate::format;
use crate::parts::forms::{Field, error_summary, form_id, input, submit, text_area};
use crate::parts::{View, counted, next, official, page_head_spoken, state};
use crate::render::{Meta, PageContext, document};
use crate::urls::Page;

/// The form; it posts to its own address.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &ReopenPage, form: &FormState) -> String {
    let round = &view.card.round;
    let meta = Meta::staff(cx.t("reopen-title"))
        .under(cx.t("menu-rounds"), cx.path(Page::Rounds))
        .under_spoken(round.title.clone(), cx.path(Page::Round(round.number)), cx.content_lang())
        .here()
        .faulty(!form.faults.is_empty());
    document(cx, shell, meta, || body(cx, view, form))
}

fn body(cx: &PageContext<'_>, view: &ReopenPage, form: &FormState) -> View {
    let badge = state::round(cx, view.card.round.state);
    let title = official(cx, view.card.round.title.clone());
    let eyebrow = view! { {badge}" · "{title} }.into_any();
    let closed = format::deadline(cx.lang, view.card.closes);
    let lead = cx.tw("reopen-lead", &[("date", closed.into())]);
    let mut reason = Field::new("reason", cx.t("reopen-reason")).hint(cx.t("reopen-reason-hint"));
    reason.lang = cx.content_lang();
    let day = Field::new("closes_date", cx.t("reopen-closes")).hint(cx.t("reopen-closes-hint"));
    let time =
        Field::new("closes_time", cx.t("wizard-closes-time")).hint(cx.t("wizard-closes-time-hint"));
    view! {
        {error_summary(cx, form)}
        {page_head_spoken(Some(eyebrow), cx.t("reopen-title"), None, Some(lead))}
        <div class="split">
            <form class="form" method="post" action=cx.here() novalidate>
                {form_id(form)}
                {text_area(cx, form, reason, 4, false)}
                <div class="field-row">
                    {input(cx, form, day, "date", true)}
                    {input(cx, form, time, "time", true)}
                </div>
                {next(cx, counted(cx, "reopen-told", view.told))}
                {submit(cx.t("reopen-go"))}
            </form>
            <aside class="stack">
                <section class="panel" aria-labelledby="kept">
                    <h2 id="kept">{cx.t("reopen-kept")}</h2>
                    <p>{cx.t("reopen-kept-lead")}</p>
                    {ledger(cx, &view.ledger)}
                </section>
                <p>{cx.t("reopen-not-after")}</p>
            </aside>
        </div>
    }
    .into_any()
}
