//! Supports that came all together, for the people who look at them. Nothing here removes one.

use domain::bursts::Finding;
use domain::forms::FormState;
use domain::views::{BurstCard, BurstsPage, Shell};
use leptos::prelude::*;

use crate::format;
use crate::parts::forms::{
    Field, Pick, act, error_summary, form_id, hidden_field, radios, text_area,
};
use crate::parts::{View, card, date_time, empty, nothing, p, page_head, state, why_not};
use crate::render::{Meta, PageContext, document};

/// The list; each form posts to this page with the `kind` and `number` of its text.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &BurstsPage, form: &FormState) -> String {
    let meta = Meta::staff(cx.t("bursts-title")).faulty(!form.faults.is_empty());
    document(cx, shell, meta, || body(cx, view, form))
}

fn body(cx: &PageContext<'_>, view: &BurstsPage, form: &FormState) -> View {
    let list: Vec<View> = view.bursts.iter().map(|one| burst(cx, one, form)).collect();
    let list = if list.is_empty() {
        empty(cx, cx.t("bursts-none-title"), cx.t("bursts-none"), None)
    } else {
        list.into_any()
    };
    view! {
        {error_summary(cx, form)}
        {page_head(None, cx.t("bursts-title"), Some(cx.t("bursts-lead").to_owned()))}
        {p(cx.t("bursts-how"))}
        <div class="stack">{list}</div>
    }
    .into_any()
}

fn burst(cx: &PageContext<'_>, one: &BurstCard, form: &FormState) -> View {
    let contribution = &one.contribution;
    let (number, kind) = (contribution.number.to_string(), contribution.kind.code());
    let sent = form.fields.text("number") == number;
    let blank = FormState { id: form.id.clone(), ..FormState::default() };
    let state = if sent { form } else { &blank };
    let (burst, title) = (&one.burst, card::link(cx, contribution));
    let minutes = (burst.to - burst.from).num_minutes().max(1);
    let what = cx.tw(
        "bursts-what",
        &[
            ("n", burst.supports.into()),
            ("all", one.supports.into()),
            ("minutes", minutes.into()),
            ("young", burst.young.into()),
            ("single", burst.single.into()),
        ],
    );
    let from = date_time(cx, burst.from);
    let told = one.note.as_ref().map(|note| {
        let finding = cx.coded("finding", note.finding.code());
        let said = note.note.clone();
        let state = match note.confirmed {
            Some(at) => {
                let at = format::date(cx.lang, at);
                let words = cx.tw("bursts-confirmed", &[("date", at.into())]);
                state::badge(cx, "state state--good", "it-check-circle", words)
            }
            None => state::badge(cx, "state state--warn", "it-clock", cx.t("bursts-waits")),
        };
        view! {
            <div class="panel mb-2">
                <p class="eyebrow">{finding}</p>
                <p lang=cx.content_lang()>{said}</p>
                <p>{state}</p>
            </div>
        }
    });
    let fields = || view! { {hidden_field("kind", kind)}{hidden_field("number", number.clone())} };
    let confirm = match (&one.note, &one.may_confirm) {
        (Some(_), Ok(())) => {
            let (id, fields) = (form_id(form), fields());
            let words = cx.t("bursts-confirm").into_any();
            let button = act("btn btn-primary", "do", "confirm-note", words);
            view! {
                <p>{cx.t("bursts-confirm-more")}</p>
                <form method="post" action=cx.here()>{id}{fields}{button}</form>
            }
            .into_any()
        }
        (Some(note), Err(refusal)) if note.confirmed.is_none() => why_not(cx, refusal),
        (Some(_) | None, _) => nothing(),
    };
    let propose = one.may_propose.is_ok().then(|| {
        let own = |name: &str| {
            if sent { name.to_owned() } else { format!("{name}-{number}") }
        };
        let picks = Finding::ALL
            .iter()
            .map(|finding| {
                let code = finding.code();
                let hint = cx.t(&format!("finding-{code}-hint"));
                Pick::new(code, cx.coded("finding", code)).hint(hint)
            })
            .collect();
        let field = Field::new("finding", cx.t("bursts-finding")).id(own("finding"));
        let finding = radios(cx, state, field, picks);
        let field =
            Field::new("note", cx.t("bursts-note")).hint(cx.t("bursts-note-hint")).id(own("note"));
        let note = text_area(cx, state, field, 3, false);
        let (id, fields) = (form_id(form), fields());
        let words = cx.t("bursts-propose").into_any();
        let button = act("btn btn-outline-primary", "do", "propose-note", words);
        view! {
            <form class="form" method="post" action=cx.here() novalidate=true>
                {id}{fields}{finding}{note}{button}
            </form>
        }
    });
    view! {
        <article class="box">
            <h2 class="h3">{title}</h2>
            <p>{from}" · "{what}</p>
            {told}
            {confirm}
            {propose}
        </article>
    }
    .into_any()
}
