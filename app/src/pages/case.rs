//! One case of the moderators: the text and the decision as in the queue, and a softer wording to
//! propose to its author.

use domain::citizen_forms::fields_of;
use domain::contributions::{BODY_MOST, FIELD_MOST, Kind, TITLE_MOST};
use domain::forms::FormState;
use domain::views::{CasePage, Shell, SofteningView};
use leptos::prelude::*;

use super::moderation::one;
use crate::format;
use crate::parts::forms::{Field, act, error_summary, form_id, hidden_field, input, text_area};
use crate::parts::{Tone, View, next, notice, page_head, why_not, words};
use crate::render::{Meta, PageContext, document};
use crate::urls::Page;

/// The case; the form is that of the softer wording.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &CasePage, form: &FormState) -> String {
    let meta = Meta::staff(cx.tn("mod-case", view.card.number))
        .under(cx.t("mod-title"), cx.path(Page::Moderation))
        .here()
        .faulty(!form.faults.is_empty());
    document(cx, shell, meta, || body(cx, view, form))
}

fn body(cx: &PageContext<'_>, view: &CasePage, form: &FormState) -> View {
    let history: Vec<View> = view.softenings.iter().map(|past| said(cx, past)).collect();
    let history = (!history.is_empty()).then(|| {
        view! {
            <section class="measure" aria-labelledby="softenings">
                <h2 class="h4" id="softenings">{cx.t("soften-before")}</h2>
                <ul>{history}</ul>
            </section>
        }
    });
    view! {
        {error_summary(cx, form)}
        {page_head(None, cx.tn("mod-case", view.card.number), None)}
        <div class="stack">
            {one(cx, &view.card, None, &form.id)}
            {soften(cx, view, form)}
            {history}
        </div>
    }
    .into_any()
}

/// What was proposed before, and what became of it.
fn said(cx: &PageContext<'_>, past: &SofteningView) -> View {
    let at = format::date(cx.lang, past.at);
    let answer = past.answer.map_or("attesa", |answer| answer.code());
    let told = cx.tw("soften-said", &[("date", at.into())]);
    view! { <li>{told}" "{cx.coded("soften-answer", answer)}</li> }.into_any()
}

/// The author's words in a form, to be softened.
fn soften(cx: &PageContext<'_>, view: &CasePage, form: &FormState) -> View {
    if let Err(refusal) = &view.may_soften {
        return view! {
            <section class="measure" aria-labelledby="soften">
                <h2 class="h4" id="soften">{cx.t("soften-propose")}</h2>
                {why_not(cx, refusal)}
            </section>
        }
        .into_any();
    }
    let case = &view.card;
    let language = case.card.contribution.language.clone();
    let mut state = form.clone();
    if !form.fields.has("body") {
        state.fields = fields_of(&case.words);
    }
    let field =
        |name: &str, label: &str| Field { lang: Some(language.clone()), ..Field::new(name, label) };
    let title = field("title", cx.t("follow-correct-title-field")).most(TITLE_MOST);
    let title = input(cx, &state, title, "text", false);
    let main = field("body", cx.t("follow-correct-body")).most(BODY_MOST);
    let main = text_area(cx, &state, main, 8, true);
    let names: &[&str] = match case.card.contribution.kind {
        Kind::Need => &["strengths"],
        Kind::Proposal => &["recipients", "doers", "resources"],
    };
    let more: Vec<View> = names
        .iter()
        .map(|name| {
            let field = field(name, cx.coded("words", name)).optional().most(FIELD_MOST);
            text_area(cx, &state, field, 3, true)
        })
        .collect();
    let note = Field::new("note", cx.t("soften-note")).hint(cx.t("soften-note-hint"));
    let note = text_area(cx, &state, note, 3, false);
    let stale = form
        .fields
        .has("stale")
        .then(|| notice(cx, Tone::Warning, cx.t("mod-stale"), words(cx.t("mod-stale-next"))));
    let send = act("btn btn-primary", "do", "soften", cx.t("soften-propose-send").into_any());
    view! {
        <section class="box" aria-labelledby="soften">
            <h2 class="h3" id="soften">{cx.t("soften-propose")}</h2>
            <p class="measure">{cx.t("soften-propose-lead")}</p>
            <form class="form" method="post" action=cx.here() novalidate=true>
                {form_id(form)}
                {hidden_field("revision", case.revision.to_string())}
                {stale}
                {title}
                {main}
                {more}
                {note}
                {send}
            </form>
            {next(cx, cx.t("soften-propose-next"))}
        </section>
    }
    .into_any()
}
