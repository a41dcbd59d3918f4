//! The door: who comes gets a numbered token, in ten seconds.

use domain::forms::FormState;
use domain::views::{Arrival, SessionDoor, Shell};
use leptos::prelude::*;

use super::{access, at_work, eyebrow, mix, said, who};
use crate::format;
use crate::parts::forms::{self, Field};
use crate::parts::{View, disclosure, page_head, why_not};
use crate::render::{PageContext, document};
use crate::urls::Page;

/// The door of a session.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &SessionDoor, form: &FormState) -> String {
    let meta = at_work(cx, cx.t("door-title"), &view.session).faulty(!form.faults.is_empty());
    document(cx, shell, meta, || body(cx, view, form))
}

fn body(cx: &PageContext<'_>, view: &SessionDoor, form: &FormState) -> View {
    let errors = forms::error_summary(cx, form);
    let head = page_head(Some(eyebrow(cx, &view.session)), cx.t("door-title"), None);
    let arrive = match &view.may_run {
        Err(refusal) => why_not(cx, refusal),
        Ok(()) => arrive(cx, view, form),
    };
    view! {
        {errors}
        {head}
        <div class="split">
            <div class="stack-lg">{arrive}{arrived(cx, view, form)}</div>
            <aside class="stack">
                <section class="panel" aria-labelledby="mix">
                    <h2 class="h3" id="mix">{cx.t("mix-present")}</h2>
                    {mix(cx, &view.mix, &view.municipalities)}
                </section>
            </aside>
        </div>
    }
    .into_any()
}

fn arrive(cx: &PageContext<'_>, view: &SessionDoor, form: &FormState) -> View {
    if view.next.is_none() {
        let href = cx.path(Page::SessionPack(view.session.number));
        return crate::parts::empty(
            cx,
            cx.t("door-no-tokens"),
            cx.t("door-no-tokens-next"),
            Some((cx.t("pack-title").to_owned(), href)),
        );
    }
    let mut form = form.clone();
    if !form.fields.has("token")
        && let Some(next) = view.next
    {
        form.fields.set("token", next.to_string());
    }
    let token = Field::new("token", cx.t("door-token")).hint(cx.t("door-token-hint"));
    let token = forms::input(cx, &form, token, "text", true);
    let expected = (!view.expected.is_empty()).then(|| {
        let options = view
            .expected
            .iter()
            .map(|(number, came, needs)| {
                let mut label = cx.tw("door-registration-number", &[("number", (*number).into())]);
                let place = came
                    .municipality
                    .as_ref()
                    .and_then(|code| view.municipalities.iter().find(|place| place.code == *code));
                if let Some(place) = place {
                    label = format!("{label} – {}", place.name);
                }
                if !needs.is_empty() {
                    label = format!("{label} ({})", access(cx, needs));
                }
                (number.to_string(), label)
            })
            .collect();
        let field = Field::new("registration", cx.t("door-registration"))
            .hint(cx.t("door-registration-hint"))
            .optional();
        forms::select(cx, &form, field, vec![(String::new(), options)])
    });
    view! {
        <section class="box" aria-labelledby="arrive">
            <h2 id="arrive">{cx.t("door-arrive")}</h2>
            <p>{cx.tn("door-left", view.left)}</p>
            <form class="form" method="post" action=cx.here() novalidate=true>
                {forms::form_id(&form)}
                {forms::hidden_field("do", "arrive")}
                {token}
                {expected}
                {who(cx, &form, &view.municipalities, true)}
                {forms::submit(cx.t("door-send"))}
            </form>
        </section>
    }
    .into_any()
}

fn arrived(cx: &PageContext<'_>, view: &SessionDoor, form: &FormState) -> View {
    if view.arrived.is_empty() {
        return view! { <p class="muted">{cx.t("door-nobody")}</p> }.into_any();
    }
    let list: Vec<View> = view.arrived.iter().map(|one| one_arrival(cx, view, one, form)).collect();
    let count = view.arrived.len();
    let list = view! { <ul class="similar" role="list">{list}</ul> }.into_any();
    view! {
        <section aria-labelledby="arrived">
            <h2 class="h3" id="arrived">{cx.tn("door-arrived", count)}</h2>
            {list}
        </section>
    }
    .into_any()
}

fn one_arrival(cx: &PageContext<'_>, view: &SessionDoor, one: &Arrival, form: &FormState) -> View {
    let number = cx.tw("token-number", &[("number", one.token.into())]);
    let at = format::time(cx.lang, one.at);
    let how = cx.t(if one.walk_in { "door-walk-in" } else { "door-registered" });
    let undo = (one.undoable && view.may_run.is_ok()).then(|| {
        let send = forms::act("btn btn-plain", "do", "undo", cx.t("door-undo-send").into_any());
        let body = view! {
            <form method="post" action=cx.here()>
                {forms::form_id(form)}
                {forms::hidden_field("undo", one.token.to_string())}
                {send}
            </form>
        };
        disclosure(cx.t("door-undo"), false, body.into_any())
    });
    view! {
        <li>
            <strong>{number}</strong>" · "{at}" · "{how}
            {said(cx, &one.came, &view.municipalities)}
            {undo}
        </li>
    }
    .into_any()
}
