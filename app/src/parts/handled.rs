//! What moderators did with a text, to its author: a softer wording to take or not, why it is
//! hidden and for how long it is kept, and the one appeal.

use domain::citizen_forms::fields_of;
use domain::contributions::Words;
use domain::forms::FormState;
use domain::views::{AppealView, Earlier, Handled, SofteningView};
use leptos::prelude::*;

use super::forms::{self, Field, form_id, hidden_field};
use super::voice::{Size, voice};
use super::{Tone, View, date, nothing, notice, p, why_not};
use crate::format;
use crate::render::PageContext;

/// The hidden fields by which a form says whose text it is about: a receipt code, the number of a
/// comment.
pub type Whose = Vec<(&'static str, String)>;

fn whose_fields(whose: &Whose) -> Vec<View> {
    whose.iter().map(|(name, value)| hidden_field(name, value.clone())).collect()
}

/// A softer wording beside the author's own, with what can be answered.
pub fn softening(
    cx: &PageContext<'_>,
    form: &FormState,
    handled: &Handled,
    own: Option<&Words>,
    language: &str,
    whose: &Whose,
) -> View {
    let (Some(softer), Some(own)) = (&handled.softening, own) else { return nothing() };
    let side = |title: &'static str, words: &Words| {
        let (heading, lang) = (words.title.clone(), language.to_owned());
        let body = voice(&words.body, language, Size::Plain);
        let more: Vec<View> = [&words.strengths, &words.recipients, &words.doers, &words.resources]
            .into_iter()
            .filter(|text| !text.is_empty())
            .map(|text| voice(text, language, Size::Plain))
            .collect();
        view! {
            <div>
                <h3 class="h5">{title}</h3>
                <p lang=lang dir="auto"><strong>{heading}</strong></p>
                {body}
                {more}
            </div>
        }
        .into_any()
    };
    let (yours, theirs) =
        (side(cx.t("soften-yours"), own), side(cx.t("soften-theirs"), &softer.words));
    let note = p(cx.tw("soften-why", &[("note", softer.note.as_str().into())]));
    let act = |value: &'static str, class: &'static str, words: &'static str| {
        let (fields, id) = (whose_fields(whose), form_id(form));
        let button = forms::act(class, "do", value, words.into_any());
        view! { <form method="post" action=cx.here()>{id}{fields}{button}</form> }.into_any()
    };
    let rewrite = rewrite(cx, form, softer, language, whose);
    view! {
        <section class="box" id="softening" aria-labelledby="soften-title">
            <h2 class="h3" id="soften-title">{cx.t("soften-title")}</h2>
            <p>{cx.t("soften-lead")}</p>
            {note}
            <div class="split split--even">{yours}{theirs}</div>
            <div class="button-row">
                {act("soften-take", "btn btn-primary", cx.t("soften-take"))}
                {act("soften-refuse", "btn btn-outline-primary", cx.t("soften-refuse"))}
            </div>
            {rewrite}
        </section>
    }
    .into_any()
}

/// The softer words in a form, to be changed: sent, they are the author's next version.
fn rewrite(
    cx: &PageContext<'_>,
    form: &FormState,
    softer: &SofteningView,
    language: &str,
    whose: &Whose,
) -> View {
    let mut state = FormState { id: form.id.clone(), ..FormState::default() };
    state.fields = fields_of(&softer.words);
    let field = |name: &str, label: &str| Field {
        lang: Some(language.to_owned()),
        id: Some(format!("softer-{name}")),
        ..Field::new(name, label)
    };
    let title =
        forms::input(cx, &state, field("title", cx.t("follow-correct-title-field")), "text", false);
    let body = forms::text_area(cx, &state, field("body", cx.t("follow-correct-body")), 7, true);
    let more: Vec<View> = ["strengths", "recipients", "doers", "resources"]
        .into_iter()
        .filter(|name| !state.fields.text(name).is_empty())
        .map(|name| forms::text_area(cx, &state, field(name, cx.coded("words", name)), 3, true))
        .collect();
    let (fields, id) = (whose_fields(whose), form_id(form));
    let send =
        forms::act("btn btn-outline-primary", "do", "correct", cx.t("soften-send").into_any());
    let inner = view! {
        <form class="form" method="post" action=cx.here() novalidate=true>
            {id}{fields}{title}{body}{more}{send}
        </form>
    };
    super::disclosure(cx.t("soften-rewrite"), false, inner.into_any())
}

/// The second look: asked for, answered, or to be asked for.
pub fn appeal(
    cx: &PageContext<'_>,
    form: &FormState,
    handled: &Handled,
    hidden: bool,
    whose: &Whose,
    id: &str,
) -> View {
    let Some(appeal) = &handled.appeal else { return nothing() };
    let kept = handled.kept_until.map(|day| {
        let day = format::day(cx.lang, day);
        p(cx.tw("appeal-kept", &[("day", day.into())]))
    });
    let told = match appeal {
        AppealView { answered: Some(answer), .. } => answered(cx, answer, hidden),
        AppealView { asked: Some(asked), .. } => {
            let by = domain::moderation::read_by(format::local(*asked).date_naive());
            let by = format::day(cx.lang, by);
            p(cx.tw("appeal-asked", &[("by", by.into())]))
        }
        AppealView { may: Ok(()), .. } => appeal_form(cx, form, whose, id),
        AppealView { may: Err(refusal), .. } if hidden => why_not(cx, refusal),
        AppealView { .. } => nothing(),
    };
    view! { {kept}{told} }.into_any()
}

fn answered(cx: &PageContext<'_>, answer: &Earlier, hidden: bool) -> View {
    let key = if hidden { "appeal-confirmed" } else { "appeal-upheld" };
    let (at, reason) = (date(cx, answer.at), answer.reason.clone());
    let tone = if hidden { Tone::Plain } else { Tone::Success };
    let body = view! { <p>{at}</p><p><strong>{cx.t("gone-reason")}</strong>" "{reason}</p> };
    notice(cx, tone, cx.t(key), body.into_any())
}

fn appeal_form(cx: &PageContext<'_>, form: &FormState, whose: &Whose, id: &str) -> View {
    let sent = form.fields.text("do") == "appeal"
        && whose.iter().all(|(name, value)| form.fields.text(name) == value);
    let blank = FormState { id: form.id.clone(), ..FormState::default() };
    let state = if sent { form } else { &blank };
    let field = Field::new("appeal", cx.t("appeal-why")).hint(cx.t("appeal-hint"));
    let field = if sent { field } else { field.id(id) };
    let area = forms::text_area(cx, state, field, 4, true);
    let (fields, hidden) = (whose_fields(whose), form_id(form));
    let send =
        forms::act("btn btn-outline-primary", "do", "appeal", cx.t("appeal-send").into_any());
    let body = view! {
        <p>{cx.t("appeal-lead")}</p>
        <form class="form" method="post" action=cx.here() novalidate=true>
            {hidden}{fields}{area}{send}
        </form>
    };
    super::disclosure(cx.t("appeal-title"), sent, body.into_any())
}
