//! The dots of a session: the wall is frozen, totals are typed, and must add up.

use domain::forms::FormState;
use domain::lab::room::dots_field;
use domain::views::{DottedCard, SessionDots, Shell};
use leptos::prelude::*;

use super::{at_work, eyebrow};
use crate::format;
use crate::parts::forms::{self, Field};
use crate::parts::{Tone, View, arrow_link, facts, next, notice, p, page_head, why_not, words};
use crate::render::{PageContext, document};
use crate::urls::Page;

/// The dots; its forms post to its own address.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &SessionDots, form: &FormState) -> String {
    let meta = at_work(cx, cx.t("dots-title"), &view.session).faulty(!form.faults.is_empty());
    document(cx, shell, meta, || body(cx, view, form))
}

fn body(cx: &PageContext<'_>, view: &SessionDots, form: &FormState) -> View {
    let lead = cx.tw("dots-lead", &[("each", view.each.into()), ("most", view.most.into())]);
    let head = page_head(Some(eyebrow(cx, &view.session)), cx.t("dots-title"), Some(lead));
    let back = arrow_link(cx, cx.path(Page::SessionRoom(view.session.number)), cx.t("room-back"));
    let counted = counted(cx, view);
    let content = match &view.may_run {
        Err(refusal) => why_not(cx, refusal),
        Ok(()) if view.frozen => count(cx, view, form),
        Ok(()) => freeze(cx, view, form),
    };
    view! {
        {forms::error_summary(cx, form)}
        {head}
        <p>{back}</p>
        <div class="stack-lg measure">{counted}{content}</div>
    }
    .into_any()
}

fn counted(cx: &PageContext<'_>, view: &SessionDots) -> Option<View> {
    let count = view.count?;
    let number = |n: u32| words(format::whole(cx.lang, n.into()));
    let given = count.people * count.each - count.blanks;
    let told = facts(
        false,
        vec![
            (cx.t("dots-people").to_owned(), number(count.people)),
            (cx.t("dots-given").to_owned(), number(given)),
            (cx.t("dots-blanks").to_owned(), number(count.blanks)),
        ],
    );
    let sum = cx.tw(
        "dots-sum",
        &[
            ("people", count.people.into()),
            ("each", count.each.into()),
            ("all", (count.people * count.each).into()),
        ],
    );
    let body = view! { {told}<p>{sum}</p><p>{cx.t("dots-hidden")}</p> }.into_any();
    Some(notice(cx, Tone::Plain, cx.t("dots-counted"), body))
}

fn freeze(cx: &PageContext<'_>, view: &SessionDots, form: &FormState) -> View {
    let shown = view.cards.iter().filter(|card| !card.hidden).count();
    let fault = forms::fault(cx, form, "cards");
    view! {
        <section aria-labelledby="cards">
            <h2 class="h3" id="cards" tabindex="-1">{cx.t("dots-freeze-title")}</h2>
            {fault}
            <p>{cx.tn("dots-freeze-lead", shown)}</p>
            <form method="post" action=cx.here()>
                {forms::hidden_field("do", "freeze")}
                {forms::submit(cx.t("dots-freeze"))}
            </form>
        </section>
    }
    .into_any()
}

/// The form as it was sent; before, as it was counted last.
fn filled(view: &SessionDots, form: &FormState) -> FormState {
    let mut filled = form.clone();
    let mut offer = |name: &str, value: String| {
        if !filled.fields.has(name) {
            filled.fields.set(name, value);
        }
    };
    offer("people", view.count.map_or(view.arrived, |count| count.people).to_string());
    if let Some(count) = view.count {
        offer("blanks", count.blanks.to_string());
        for card in &view.cards {
            offer(&dots_field(card.number), card.dots.unwrap_or(0).to_string());
        }
    }
    filled
}

fn count(cx: &PageContext<'_>, view: &SessionDots, form: &FormState) -> View {
    let filled = filled(view, form);
    let people = Field::new("people", cx.t("dots-people"))
        .hint(cx.tn("dots-people-hint", view.arrived))
        .numeric();
    let people = forms::input(cx, &filled, people, "text", true);
    let rows: Vec<View> = view.cards.iter().map(|card| row(cx, &filled, card)).collect();
    let blanks = Field::new("blanks", cx.t("dots-blanks")).hint(cx.t("dots-blanks-hint")).numeric();
    let blanks = forms::input(cx, &filled, blanks, "text", true);
    let fault = forms::fault(cx, form, "totals");
    let key = if view.count.is_some() { "dots-unfreeze-counted" } else { "dots-unfreeze-lead" };
    view! {
        <form class="form" method="post" action=cx.here() novalidate=true>
            {forms::hidden_field("do", "count")}
            {people}
            <fieldset class="field" id="totals" tabindex="-1">
                <legend class="field-label">{cx.t("dots-totals")}</legend>
                <p class="field-hint">{cx.t("dots-totals-hint")}</p>
                {fault}
                <div class="dots-list">{rows}</div>
            </fieldset>
            {blanks}
            {next(cx, cx.t("dots-next"))}
            <div class="button-row">{forms::submit(cx.t("dots-send"))}</div>
        </form>
        <section aria-labelledby="open">
            <h2 class="h3" id="open">{cx.t("dots-unfreeze-title")}</h2>
            {p(cx.t(key))}
            <form method="post" action=cx.here()>
                {forms::hidden_field("do", "unfreeze")}
                <button class="btn btn-outline-danger" type="submit">{cx.t("dots-unfreeze")}</button>
            </form>
        </section>
    }
    .into_any()
}

fn row(cx: &PageContext<'_>, form: &FormState, card: &DottedCard) -> View {
    let label = format!("{} · {}", card.number, card.words);
    let mut field = Field::new(dots_field(card.number), label).numeric();
    let with: Vec<String> = card.with.iter().map(|number| number.to_string()).collect();
    if card.hidden {
        field = field.hint(cx.t("dots-card-hidden"));
    } else if !with.is_empty() {
        field = field.hint(cx.tw("dots-card-with", &[("numbers", with.join(", ").into())]));
    }
    forms::input(cx, form, field, "text", true)
}
