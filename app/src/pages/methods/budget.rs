//! The indicative budget of a co-progettazione.

use domain::forms::FormState;
use domain::views::{BudgetLineView, BudgetPage, Shell};
use leptos::prelude::*;

use super::{eyebrow, one_of, speaks_for, taken_back, under};
use crate::format;
use crate::parts::forms::{self, Field};
use crate::parts::{View, disclosure, empty, next, nothing, official, page_head, why_not};
use crate::render::{PageContext, document};

/// The budget of a round.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &BudgetPage, form: &FormState) -> String {
    let meta = under(cx, cx.t("budget-title"), &view.round)
        .described(cx.t("budget-lead"))
        .faulty(!form.faults.is_empty());
    document(cx, shell, meta, || body(cx, view, form))
}

fn body(cx: &PageContext<'_>, view: &BudgetPage, form: &FormState) -> View {
    let errors = forms::error_summary(cx, form);
    let why = match &view.may_write {
        Err(refusal) => why_not(cx, refusal),
        Ok(()) => nothing(),
    };
    let there: Vec<&BudgetLineView> = view.lines.iter().filter(|one| one.ended.is_none()).collect();
    let main = if there.is_empty() {
        empty(cx, cx.t("budget-none"), cx.t("budget-none-next"), None)
    } else {
        table(cx, &there, view.total)
    };
    view! {
        {errors}
        {page_head(
            Some(eyebrow(cx, &view.round)),
            cx.t("budget-title"),
            Some(cx.t("budget-lead").to_owned()),
        )}
        {why}
        <div class="stack">
            {main}
            {own(cx, view, form)}
            {ended(cx, view)}
            {form_to_write(cx, view, form)}
        </div>
    }
    .into_any()
}

/// Lines as a table with their sum.
pub(super) fn table(cx: &PageContext<'_>, lines: &[&BudgetLineView], total: i64) -> View {
    let rows: Vec<View> = lines
        .iter()
        .map(|one| {
            let what = official(cx, one.what.clone());
            let who = official(cx, one.organisation.name.clone());
            let source = official(cx, one.source.clone());
            let sum = format::euro(cx.lang, one.cents);
            view! {
                <tr>
                    <th scope="row">{what}</th>
                    <td data-label=cx.t("organisation-column")>{who}</td>
                    <td data-label=cx.t("budget-source-column")>{source}</td>
                    <td class="num" data-label=cx.t("budget-sum-column")>{sum}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let total = format::euro(cx.lang, total);
    view! {
        <table class="table table--cards">
            <caption>{cx.t("budget-caption")}</caption>
            <thead>
                <tr>
                    <th scope="col">{cx.t("budget-what-column")}</th>
                    <th scope="col">{cx.t("organisation-column")}</th>
                    <th scope="col">{cx.t("budget-source-column")}</th>
                    <th scope="col" class="num">{cx.t("budget-sum-column")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
            <tfoot>
                <tr>
                    <th scope="row" colspan="3">{cx.t("budget-total")}</th>
                    <td class="num" data-label=cx.t("budget-sum-column")>{total}</td>
                </tr>
            </tfoot>
        </table>
    }
    .into_any()
}

fn own(cx: &PageContext<'_>, view: &BudgetPage, form: &FormState) -> View {
    let list: Vec<View> = view
        .lines
        .iter()
        .filter(|one| one.mine)
        .map(|one| {
            let about = one.number.to_string();
            let (own, mine) = one_of(form, &about);
            let id = if mine { "reason".to_owned() } else { format!("reason-{about}") };
            let reason = Field::new("reason", cx.t("budget-take-out-reason")).id(id);
            let reason = forms::text_area(cx, &own, reason, 2, false);
            let (hidden, about) = (forms::form_id(form), forms::hidden_field("about", about));
            let send = forms::act(
                "btn btn-outline-danger",
                "do",
                "take-out",
                cx.t("budget-take-out").into_any(),
            );
            let body = view! {
                <form class="form" method="post" action=cx.here() novalidate=true>
                    {hidden}{about}{reason}{send}
                </form>
            };
            let what = format::cut(&one.what, 60);
            let title = cx.tw("budget-take-out-title", &[("what", what.into())]);
            disclosure(title, mine, body.into_any())
        })
        .collect();
    if list.is_empty() {
        return nothing();
    }
    view! {
        <section class="no-print" aria-labelledby="own">
            <h2 class="h3" id="own">{cx.t("budget-own")}</h2>
            {list}
        </section>
    }
    .into_any()
}

fn ended(cx: &PageContext<'_>, view: &BudgetPage) -> View {
    let lines = view.lines.iter();
    let ended = lines.filter_map(|one| Some((&*one.what, &one.organisation, one.ended.as_ref()?)));
    taken_back(cx, "budget-ended", ended)
}

fn form_to_write(cx: &PageContext<'_>, view: &BudgetPage, form: &FormState) -> View {
    if view.may_write.is_err() {
        return nothing();
    }
    let filled = if form.fields.has("about") { one_of(form, "").0 } else { form.clone() };
    let who = speaks_for(cx, &filled, &view.organisations);
    let what = Field::new("what", cx.t("budget-what")).hint(cx.t("budget-what-hint")).most(300);
    let what = forms::input(cx, &filled, what, "text", false);
    let sum = Field::new("amount", cx.t("budget-sum")).hint(cx.t("budget-sum-hint"));
    let sum = forms::input(cx, &filled, sum, "text", true);
    let source =
        Field::new("source", cx.t("budget-source")).hint(cx.t("budget-source-hint")).optional();
    let source = forms::input(cx, &filled, source, "text", false);
    let closes = format::deadline(cx.lang, view.closes);
    let then = next(cx, cx.tw("budget-next", &[("date", closes.into())]));
    let id = forms::form_id(&filled);
    let send = forms::act("btn btn-primary", "do", "add", cx.t("budget-send").into_any());
    view! {
        <section class="box no-print" aria-labelledby="add">
            <h2 id="add">{cx.t("budget-form-title")}</h2>
            <form class="form" method="post" action=cx.here() novalidate=true>
                {id}{who}{what}{sum}{source}{then}{send}
            </form>
        </section>
    }
    .into_any()
}
