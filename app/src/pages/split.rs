//! Dividing a text into parts, sentence by sentence, or rejoining them.

use domain::forms::FormState;
use domain::parts::{PARTS_MOST, REASON_MOST, TITLE_MOST, sentence_field, title_field};
use domain::views::{Shell, SplitPage};
use leptos::prelude::*;

use crate::parts::forms::{
    Field, Options, error_summary, fault_words, form_id, hidden_field, input, text_area,
};
use crate::parts::{
    Tone, View, card, empty, forms, hidden, icon, next, notice, p, page_head_spoken, split,
    why_not, words,
};
use crate::render::{Meta, PageContext, document};

/// The page; its forms post to its own address.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &SplitPage, state: &FormState) -> String {
    let meta = Meta::staff(cx.t("split-title")).faulty(!state.faults.is_empty());
    document(cx, shell, meta, || body(cx, view, state))
}

fn body(cx: &PageContext<'_>, view: &SplitPage, state: &FormState) -> View {
    let contribution = &view.contribution;
    let (back, arrow) = (card::href(cx, contribution), icon(cx, "it-arrow-left", "sm"));
    let (title, lang) = (card::title(cx, contribution), card::language(contribution));
    let eyebrow = words(format!("{} · {}", cx.t("split-title"), card::numbered(cx, contribution)));
    let head = page_head_spoken(Some(eyebrow), title, lang, Some(cx.t("split-lead").to_owned()));
    let stale = state
        .fields
        .has("stale")
        .then(|| notice(cx, Tone::Warning, cx.t("stale-title"), p(cx.t("split-stale"))));
    let content = match &view.split {
        Some(_) => rejoin(cx, view, state),
        None if view.sentences.len() < 2 => {
            let act = (cx.t("split-back").to_owned(), back.clone());
            empty(cx, cx.t("split-one-title"), cx.t("split-one"), Some(act))
        }
        None => divide(cx, view, state),
    };
    view! {
        <a class="wizard-back" href=back>{arrow}" "{cx.t("split-back")}</a>
        {error_summary(cx, state)}
        {head}
        <div class="stack-lg measure">{stale}{content}</div>
    }
    .into_any()
}

fn divide(cx: &PageContext<'_>, view: &SplitPage, state: &FormState) -> View {
    let sentences: Vec<View> = view
        .sentences
        .iter()
        .enumerate()
        .map(|(place, sentence)| one(cx, state, place, sentence, &view.contribution.language))
        .collect();
    let fault = state.fault("parts").map(|what| {
        let (drawn, said) = (icon(cx, "it-error", ""), fault_words(cx, "parts", what));
        let prefix = hidden(cx.t("error-prefix"));
        view! { <p class="field-error" id="parts-error">{drawn}<span>{prefix}{said}</span></p> }
    });
    let titles: Vec<View> = (1..=PARTS_MOST)
        .map(|part| {
            let label =
                cx.tw("split-part-title", &[("n", i64::try_from(part).unwrap_or(0).into())]);
            let field = Field::new(title_field(part), label).most(TITLE_MOST);
            let field = if part > 2 { field.optional() } else { field };
            input(cx, state, field, "text", false)
        })
        .collect();
    let field = Field::new("split_reason", cx.t("split-reason")).hint(cx.t("split-reason-hint"));
    let reason = text_area(cx, state, field.most(REASON_MOST), 3, false);
    let send = forms::act("btn btn-primary", "do", "split", cx.t("split-send").into_any());
    view! {
        <form class="form" method="post" action=cx.here() novalidate=true>
            {form_id(state)}
            {hidden_field("revision", view.revision.to_string())}
            <section aria-labelledby="sentences">
                <h2 id="sentences">{cx.t("split-sentences")}</h2>
                <p class="field-hint" id="parts" tabindex="-1">{cx.t("split-sentences-hint")}</p>
                {fault}
                <ol class="sentences" role="list">{sentences}</ol>
            </section>
            <section aria-labelledby="titles">
                <h2 id="titles">{cx.t("split-titles")}</h2>
                <p class="field-hint">{cx.t("split-titles-hint")}</p>
                {titles}
            </section>
            {reason}
            {next(cx, cx.t("split-next"))}
            <div class="button-row">{send}</div>
        </form>
    }
    .into_any()
}

/// A sentence, with the part it goes to.
fn one(
    cx: &PageContext<'_>,
    state: &FormState,
    place: usize,
    sentence: &str,
    language: &str,
) -> View {
    let number = |n: usize| i64::try_from(n).unwrap_or(0);
    let parts: Options = (1..=PARTS_MOST)
        .map(|part| (part.to_string(), cx.tw("split-part-n", &[("n", number(part).into())])))
        .collect();
    let label = cx.tw("split-sentence", &[("n", number(place + 1).into())]);
    let (name, none) = (sentence_field(place), cx.t("split-none"));
    let chosen = state.fields.text(&name).to_owned();
    let options: Vec<View> = parts
        .into_iter()
        .map(|(value, words)| {
            let selected = value == chosen;
            view! { <option value=value selected=selected>{words}</option> }.into_any()
        })
        .collect();
    let (said, lang) = (sentence.to_owned(), language.to_owned());
    let (id, words) = (name.clone(), format!("{name}-words"));
    view! {
        <li class="sentence-row">
            <p class="voice-words" id=words.clone() lang=lang dir="auto">{said}</p>
            <div>
                <label class="small" for=id.clone()>{label}</label>
                <select class="form-select" id=id name=name aria-describedby=words>
                    <option value="">{none}</option>
                    {options}
                </select>
            </div>
        </li>
    }
    .into_any()
}

fn rejoin(cx: &PageContext<'_>, view: &SplitPage, state: &FormState) -> View {
    let Some(stands) = &view.split else { return crate::parts::nothing() };
    let now = cx.tn("split-now", stands.parts.len());
    let told = split::told(cx, stands);
    let form = match &view.may_rejoin {
        Ok(()) => {
            let field =
                Field::new("rejoin_reason", cx.t("rejoin-reason")).hint(cx.t("split-reason-hint"));
            let reason = text_area(cx, state, field.most(REASON_MOST), 3, false);
            let words = cx.t("rejoin-send").into_any();
            let send = forms::act("btn btn-outline-danger", "do", "rejoin", words);
            view! {
                <form class="form" method="post" action=cx.here() novalidate=true>
                    {form_id(state)}
                    <p>{cx.t("rejoin-lead")}</p>
                    {reason}
                    {send}
                </form>
            }
            .into_any()
        }
        Err(refusal) => why_not(cx, refusal),
    };
    view! {
        <section aria-labelledby="now"><h2 id="now">{now}</h2>{told}</section>
        <section class="box" aria-labelledby="rejoin">
            <h2 class="h3" id="rejoin">{cx.t("rejoin-title")}</h2>
            {form}
        </section>
    }
    .into_any()
}
