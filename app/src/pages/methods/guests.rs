//! Who is invited to a round, or admitted to it.

use domain::forms::FormState;
use domain::views::{GuestRow, GuestsPage, Shell};
use leptos::prelude::*;

use super::{eyebrow, one_of, under};
use crate::parts::forms::{self, Field, Pick};
use crate::parts::{View, date, disclosure, empty, nothing, official, page_head, state, words};
use crate::render::{PageContext, document};

/// Who is invited to a round.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &GuestsPage, form: &FormState) -> String {
    let meta = under(cx, cx.t("guests-title"), &view.round)
        .described(cx.t("guests-lead"))
        .faulty(!form.faults.is_empty());
    document(cx, shell, meta, || body(cx, view, form))
}

fn body(cx: &PageContext<'_>, view: &GuestsPage, form: &FormState) -> View {
    let errors = forms::error_summary(cx, form);
    let known: Vec<&GuestRow> = view.guests.iter().filter(|row| row.at.is_some()).collect();
    let list = if known.is_empty() {
        empty(cx, cx.t("guests-none"), cx.t("guests-none-next"), None)
    } else {
        table(cx, &known)
    };
    view! {
        {errors}
        {page_head(
            Some(eyebrow(cx, &view.round)),
            cx.t("guests-title"),
            Some(cx.t("guests-lead").to_owned()),
        )}
        <div class="stack">
            {list}
            {form_to_invite(cx, view, form)}
            {mandates(cx, view, form)}
        </div>
    }
    .into_any()
}

fn table(cx: &PageContext<'_>, list: &[&GuestRow]) -> View {
    let rows: Vec<View> = list
        .iter()
        .map(|row| {
            let name = official(cx, row.organisation.name.clone());
            let category = cx.coded("category", row.organisation.category.code());
            let badge = if row.invited {
                state::badge(cx, "state state--good", "it-check-circle", cx.t("guest-invited"))
            } else {
                state::badge(cx, "state state--quiet", "it-minus-circle", cx.t("guest-no-more"))
            };
            let since = row.at.map(|at| date(cx, at));
            let why = (!row.reason.is_empty()).then(|| {
                let why = official(cx, row.reason.clone());
                view! { <p>{cx.t("reason-label")}" "{why}</p> }
            });
            let mute = (row.invited && !row.represented)
                .then(|| view! { <p class="small muted">{cx.t("guest-unrepresented")}</p> });
            view! {
                <tr>
                    <th scope="row">{name}{mute}</th>
                    <td data-label=cx.t("category-column")>{category}</td>
                    <td data-label=cx.t("guest-column")>{badge}" "{since}{why}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    view! {
        <table class="table table--cards">
            <caption>{cx.t("guests-caption")}</caption>
            <thead>
                <tr>
                    <th scope="col">{cx.t("organisation-column")}</th>
                    <th scope="col">{cx.t("category-column")}</th>
                    <th scope="col">{cx.t("guest-column")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// For the Ufficio: the whole register, those invited ticked.
fn form_to_invite(cx: &PageContext<'_>, view: &GuestsPage, form: &FormState) -> View {
    if view.may_invite.is_err() {
        return nothing();
    }
    let (mut own, sent) = one_of(form, "guests");
    if !sent {
        let pairs = view
            .guests
            .iter()
            .filter(|row| row.invited)
            .map(|row| ("guest".to_owned(), row.organisation.code.clone()));
        own.fields = domain::forms::Fields::from_pairs(pairs);
    }
    let picks = view
        .guests
        .iter()
        .map(|row| {
            let mut hint = cx.coded("category", row.organisation.category.code()).to_owned();
            if !row.represented {
                hint.push_str(" · ");
                hint.push_str(cx.t("guest-unrepresented"));
            }
            Pick::new(row.organisation.code.clone(), row.organisation.name.clone()).hint(hint)
        })
        .collect();
    let guests = Field::new("guest", cx.t("guests-choose")).hint(cx.t("guests-choose-hint"));
    let guests = forms::boxes(cx, &own, guests, picks);
    let id = if sent { "reason" } else { "reason-guests" };
    let reason = Field::new("reason", cx.t("guests-reason"))
        .hint(cx.t("guests-reason-hint"))
        .id(id)
        .optional();
    let reason = forms::text_area(cx, &own, reason, 2, false);
    let (hidden, about) = (forms::form_id(form), forms::hidden_field("about", "guests"));
    let send = forms::act("btn btn-primary", "do", "invite", cx.t("guests-send").into_any());
    view! {
        <section class="box no-print" aria-labelledby="invite">
            <h2 id="invite">{cx.t("guests-form-title")}</h2>
            <form class="form" method="post" action=cx.here() novalidate=true>
                {hidden}{about}{guests}{reason}{send}
            </form>
        </section>
    }
    .into_any()
}

/// For the Ufficio and the Coordinatore: the end of a mandate.
fn mandates(cx: &PageContext<'_>, view: &GuestsPage, form: &FormState) -> View {
    if view.mandates.is_empty() {
        return nothing();
    }
    let (own, sent) = one_of(form, "mandate");
    let options = view
        .mandates
        .iter()
        .map(|(of, person, name)| {
            (format!("{} {person}", of.code), format!("{} – {name}", of.name))
        })
        .collect();
    let which = Field::new("mandate", cx.t("mandate-which"));
    let which = forms::select(cx, &own, which, vec![(String::new(), options)]);
    let id = if sent { "reason" } else { "reason-mandate" };
    let reason = Field::new("reason", cx.t("mandate-reason")).id(id);
    let reason = forms::text_area(cx, &own, reason, 2, false);
    let (hidden, about) = (forms::form_id(form), forms::hidden_field("about", "mandate"));
    let send =
        forms::act("btn btn-outline-danger", "do", "end-mandate", words(cx.t("mandate-send")));
    let body = view! {
        <p class="measure">{cx.t("mandate-hint")}</p>
        <form class="form" method="post" action=cx.here() novalidate=true>
            {hidden}{about}{which}{reason}{send}
        </form>
    };
    let body = disclosure(cx.t("mandate-title"), sent, body.into_any());
    view! { <div class="no-print">{body}</div> }.into_any()
}
