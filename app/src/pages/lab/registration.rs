//! Registering for a session without a name, and taking that back.

use domain::forms::FormState;
use domain::lab::AccessNeed;
use domain::views::{RegistrationPage, Shell};
use leptos::prelude::*;

use super::{eyebrow, room_left, under, who};
use crate::parts::forms::{self, Field, Pick};
use crate::parts::{Tone, View, notice, p, page_head, why_not};
use crate::render::{PageContext, document};

/// The form to register, and the one to take it back.
pub fn page(
    cx: &PageContext<'_>,
    shell: &Shell,
    view: &RegistrationPage,
    form: &FormState,
) -> String {
    let meta = under(cx, cx.t("registration-title"), &view.session)
        .private()
        .faulty(!form.faults.is_empty());
    document(cx, shell, meta, || body(cx, view, form))
}

fn body(cx: &PageContext<'_>, view: &RegistrationPage, form: &FormState) -> View {
    let errors = forms::error_summary(cx, form);
    let head = page_head(
        Some(eyebrow(cx, &view.session)),
        cx.t("registration-title"),
        Some(cx.t("registration-lead").to_owned()),
    );
    if let Some(code) = &view.code {
        return view! { {head}{registered(cx, code)} }.into_any();
    }
    // Each form has its own part of what was sent.
    let blank = FormState { id: form.id.clone(), ..FormState::default() };
    let cancelling = form.fields.text("do") == "cancel";
    let (register, cancel) = if cancelling { (&blank, form) } else { (form, &blank) };
    let register = match &view.may_register {
        Err(refusal) => why_not(cx, refusal),
        Ok(()) => register_form(cx, view, register),
    };
    let cancel = cancel_form(cx, cancel);
    view! { {errors}{head}<div class="stack-lg">{register}{cancel}</div> }.into_any()
}

fn registered(cx: &PageContext<'_>, code: &str) -> View {
    let code = code.to_owned();
    view! {
        <section class="receipt" aria-labelledby="code">
            <h2 id="code">{cx.t("registration-done")}</h2>
            <p>{cx.t("registration-code")}</p>
            <output class="receipt-code">{code}</output>
            <p><strong>{cx.t("registration-code-once")}</strong></p>
            <p>{cx.t("registration-next")}</p>
        </section>
    }
    .into_any()
}

fn register_form(cx: &PageContext<'_>, view: &RegistrationPage, form: &FormState) -> View {
    let picks = AccessNeed::ALL
        .iter()
        .map(|need| {
            let pick = Pick::new(need.code(), cx.coded("access", need.code()));
            if view.access.contains(need) { pick.hint(cx.t("access-there")) } else { pick }
        })
        .collect();
    let needs = Field::new("access", cx.t("registration-access"))
        .hint(cx.t("registration-access-hint"))
        .optional();
    let needs = forms::boxes(cx, form, needs, picks);
    let left = room_left(cx, view.places);
    view! {
        <form class="form" method="post" action=cx.here() novalidate=true>
            {forms::form_id(form)}
            {forms::hidden_field("do", "register")}
            <p>{left}</p>
            {who(cx, form, &view.municipalities, false)}
            {needs}
            {notice(cx, Tone::Plain, cx.t("registration-privacy"), p(cx.t("registration-privacy-more")))}
            {forms::submit(cx.t("registration-send"))}
        </form>
    }
    .into_any()
}

fn cancel_form(cx: &PageContext<'_>, form: &FormState) -> View {
    let field = Field::new("code", cx.t("registration-cancel-code"))
        .hint(cx.t("registration-cancel-code-hint"));
    let code = forms::input(cx, form, field, "text", false);
    let send = forms::act(
        "btn btn-outline-primary",
        "do",
        "cancel",
        cx.t("registration-cancel").into_any(),
    );
    view! {
        <section id="cancel" aria-labelledby="cancel-title">
            <h2 class="h3" id="cancel-title">{cx.t("registration-cancel-title")}</h2>
            <form class="form" method="post" action=cx.here() novalidate=true>{code}{send}</form>
        </section>
    }
    .into_any()
}
