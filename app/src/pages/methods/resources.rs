//! What organisations bring to a round, and expect of it.

use domain::forms::FormState;
use domain::methods::resources::{ResourceKind, Side};
use domain::views::{ResourceView, ResourcesPage, Shell};
use leptos::prelude::*;

use super::{eyebrow, one_of, speaks_for, taken_back, under};
use crate::format;
use crate::parts::forms::{self, Field, Pick};
use crate::parts::{View, disclosure, empty, next, nothing, official, page_head, why_not, words};
use crate::render::{PageContext, document};

/// Resources of a round.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &ResourcesPage, form: &FormState) -> String {
    let meta = under(cx, cx.t("resources-title"), &view.round)
        .described(cx.t("resources-lead"))
        .faulty(!form.faults.is_empty());
    document(cx, shell, meta, || body(cx, view, form))
}

fn body(cx: &PageContext<'_>, view: &ResourcesPage, form: &FormState) -> View {
    let errors = forms::error_summary(cx, form);
    let why = match &view.may_declare {
        Err(refusal) => why_not(cx, refusal),
        Ok(()) => nothing(),
    };
    let there = |side: Side| -> Vec<&ResourceView> {
        view.resources.iter().filter(|one| one.ended.is_none() && one.side == side).collect()
    };
    let brings = there(Side::Brings);
    let main = if brings.is_empty() {
        empty(cx, cx.t("resources-none"), cx.t("resources-none-next"), None)
    } else {
        table(cx, &brings, Side::Brings, view.money)
    };
    let expects = there(Side::Expects);
    let expects = (!expects.is_empty()).then(|| table(cx, &expects, Side::Expects, 0));
    view! {
        {errors}
        {page_head(
            Some(eyebrow(cx, &view.round)),
            cx.t("resources-title"),
            Some(cx.t("resources-lead").to_owned()),
        )}
        {why}
        <div class="stack">
            {main}
            {expects}
            {own(cx, view, form)}
            {ended(cx, view)}
            {form_to_declare(cx, view, form)}
        </div>
    }
    .into_any()
}

/// How much: «1.250,50 euro», «4 ore la settimana».
pub(super) fn amount(cx: &PageContext<'_>, one: &ResourceView) -> View {
    match (one.amount, one.kind) {
        (None, _) => words(cx.t("resource-uncounted")),
        (Some(cents), ResourceKind::Money) => words(format::euro(cx.lang, cents)),
        (Some(hundredths), _) => {
            // Within what a double holds exactly: the form takes thirteen digits.
            #[allow(clippy::cast_precision_loss)]
            let number = format::decimal(cx.lang, hundredths as f64 / 100.0);
            let unit = official(cx, one.unit.clone());
            view! { {number}" "{unit} }.into_any()
        }
    }
}

/// Resources of one side as a table.
pub(super) fn table(cx: &PageContext<'_>, list: &[&ResourceView], side: Side, money: i64) -> View {
    let rows: Vec<View> = list
        .iter()
        .map(|one| {
            let name = official(cx, one.organisation.name.clone());
            let kind = cx.coded("resource-kind", one.kind.code());
            let what = official(cx, one.what.clone());
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    <td data-label=cx.t("resource-what-column")>{what}</td>
                    <td data-label=cx.t("resource-kind-column")>{kind}</td>
                    <td data-label=cx.t("resource-amount-column")>{amount(cx, one)}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let total = (money > 0).then(|| {
        let sum = format::euro(cx.lang, money);
        view! {
            <tfoot>
                <tr>
                    <th scope="row" colspan="3">{cx.t("resources-money")}</th>
                    <td data-label=cx.t("resource-amount-column")>{sum}</td>
                </tr>
            </tfoot>
        }
    });
    view! {
        <table class="table table--cards">
            <caption>{cx.coded("resources-caption", side.code())}</caption>
            <thead>
                <tr>
                    <th scope="col">{cx.t("organisation-column")}</th>
                    <th scope="col">{cx.t("resource-what-column")}</th>
                    <th scope="col">{cx.t("resource-kind-column")}</th>
                    <th scope="col">{cx.t("resource-amount-column")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
            {total}
        </table>
    }
    .into_any()
}

/// What the viewer's organisations declared, each with the way to take it back.
fn own(cx: &PageContext<'_>, view: &ResourcesPage, form: &FormState) -> View {
    let list: Vec<View> = view
        .resources
        .iter()
        .filter(|one| one.mine)
        .map(|one| {
            let about = one.number.to_string();
            let (own, mine) = one_of(form, &about);
            let id = if mine { "reason".to_owned() } else { format!("reason-{about}") };
            let reason = Field::new("reason", cx.t("resource-take-back-reason")).id(id);
            let reason = forms::text_area(cx, &own, reason, 2, false);
            let (hidden, about) = (forms::form_id(form), forms::hidden_field("about", about));
            let send = forms::act(
                "btn btn-outline-danger",
                "do",
                "take-back",
                cx.t("resource-take-back").into_any(),
            );
            let body = view! {
                <form class="form" method="post" action=cx.here() novalidate=true>
                    {hidden}{about}{reason}{send}
                </form>
            };
            let title =
                cx.tw("resource-take-back-title", &[("what", format::cut(&one.what, 60).into())]);
            disclosure(title, mine, body.into_any())
        })
        .collect();
    if list.is_empty() {
        return nothing();
    }
    view! {
        <section class="no-print" aria-labelledby="own">
            <h2 class="h3" id="own">{cx.t("resources-own")}</h2>
            {list}
        </section>
    }
    .into_any()
}

fn ended(cx: &PageContext<'_>, view: &ResourcesPage) -> View {
    let lines = view.resources.iter();
    let ended = lines.filter_map(|one| Some((&*one.what, &one.organisation, one.ended.as_ref()?)));
    taken_back(cx, "resources-ended", ended)
}

fn form_to_declare(cx: &PageContext<'_>, view: &ResourcesPage, form: &FormState) -> View {
    if view.may_declare.is_err() {
        return nothing();
    }
    let filled = if form.fields.has("about") { one_of(form, "").0 } else { form.clone() };
    let who = speaks_for(cx, &filled, &view.organisations);
    let side = if view.expects {
        let picks = Side::ALL
            .iter()
            .map(|one| {
                Pick::new(one.code(), cx.coded("resource-side", one.code()))
                    .hint(cx.coded("resource-side-hint", one.code()))
            })
            .collect();
        forms::radios(cx, &filled, Field::new("side", cx.t("resource-side")), picks)
    } else {
        forms::hidden_field("side", Side::Brings.code())
    };
    let kinds = ResourceKind::ALL
        .iter()
        .map(|one| (one.code().to_owned(), cx.coded("resource-kind", one.code()).to_owned()))
        .collect();
    let kind = Field::new("kind", cx.t("resource-kind"));
    let kind = forms::select(cx, &filled, kind, vec![(String::new(), kinds)]);
    let what = Field::new("what", cx.t("resource-what")).hint(cx.t("resource-what-hint")).most(600);
    let what = forms::text_area(cx, &filled, what, 3, true);
    let amount =
        Field::new("amount", cx.t("resource-amount")).hint(cx.t("resource-amount-hint")).optional();
    let amount = forms::input(cx, &filled, amount, "text", true);
    let unit =
        Field::new("unit", cx.t("resource-unit")).hint(cx.t("resource-unit-hint")).optional();
    let unit = forms::input(cx, &filled, unit, "text", false);
    let closes = format::deadline(cx.lang, view.closes);
    let then = next(cx, cx.tw("resource-next", &[("date", closes.into())]));
    let id = forms::form_id(&filled);
    let send = forms::act("btn btn-primary", "do", "declare", cx.t("resource-send").into_any());
    view! {
        <section class="box no-print" aria-labelledby="declare">
            <h2 id="declare">{cx.t("resource-form-title")}</h2>
            <form class="form" method="post" action=cx.here() novalidate=true>
                {id}{who}{side}{kind}{what}{amount}{unit}{then}{send}
            </form>
        </section>
    }
    .into_any()
}
