//! Making a cluster: the texts, what each brings, and what they say together.

use domain::forms::FormState;
use domain::merging::Share;
use domain::views::{ClusterFormPage, Shell, SimilarCard, SourceView};
use leptos::prelude::*;

use super::workbench::why;
use crate::parts::forms::{
    Field, Options, error_summary, fault_words, form_id, input, select, submit, text_area,
};
use crate::parts::voice::{Size, voice};
use crate::parts::{View, card, empty, icon, meta, next, page_head, state, words};
use crate::render::{Meta, PageContext, document};
use crate::urls::Page;

/// The form; it posts to its own address. Until it was sent, all chosen texts are ticked.
pub fn page(
    cx: &PageContext<'_>,
    shell: &Shell,
    view: &ClusterFormPage,
    state: &FormState,
) -> String {
    let meta = Meta::staff(cx.t("grouping-form-title")).faulty(!state.faults.is_empty());
    document(cx, shell, meta, || body(cx, view, state))
}

fn body(cx: &PageContext<'_>, view: &ClusterFormPage, state: &FormState) -> View {
    let back = cx.path(Page::Workbench(view.round.number));
    let arrow = icon(cx, "it-arrow-left", "sm");
    let head = view! {
        <a class="wizard-back" href=back.clone()>{arrow}" "{cx.t("grouping-back")}</a>
        {error_summary(cx, state)}
        {page_head(None, cx.t("grouping-form-title"), Some(cx.t("grouping-form-lead").to_owned()))}
    };
    if view.chosen.is_empty() {
        let act = (cx.t("grouping-back").to_owned(), back);
        return view! {
            {head}
            {empty(cx, cx.t("grouping-none-title"), cx.t("grouping-none"), Some(act))}
        }
        .into_any();
    }
    let sent = state.fields.has("title");
    let ticked = |number: i64, before: bool| {
        if sent {
            state.fields.texts("source").any(|value| value == number.to_string())
        } else {
            before
        }
    };
    let chosen: Vec<View> = view
        .chosen
        .iter()
        .map(|one| source(cx, state, one, ticked(one.card.contribution.number, true)))
        .collect();
    let suggestions = (!view.suggestions.is_empty()).then(|| {
        let list: Vec<View> = view
            .suggestions
            .iter()
            .map(|one| suggestion(cx, state, one, ticked(one.contribution.number, false)))
            .collect();
        view! {
            <section aria-labelledby="suggestions">
                <h2 id="suggestions">{cx.t("grouping-suggestions")}</h2>
                <p class="field-hint">{cx.t("grouping-suggestions-hint")}</p>
                {list}
            </section>
        }
    });
    let fault = state.fault("sources").map(|what| {
        let (drawn, said) = (icon(cx, "it-error", ""), fault_words(cx, "sources", what));
        view! { <p class="field-error">{drawn}<span>{said}</span></p> }
    });
    let field = |name: &str| {
        let hint = cx.t(&format!("grouping-{name}-hint"));
        Field::new(name, cx.coded("grouping", name)).hint(hint)
    };
    let title = input(cx, state, field("title"), "text", false);
    let synthesis = text_area(cx, state, field("synthesis"), 8, false);
    let reason = text_area(cx, state, field("reason"), 3, false);
    view! {
        {head}
        <form method="post" action=cx.here() novalidate>
            {form_id(state)}
            <div class="split split--even">
                <div class="stack">
                    <section aria-labelledby="sources">
                        <h2 id="sources" tabindex="-1">{cx.t("grouping-sources")}</h2>
                        <p class="field-hint">{cx.t("grouping-sources-hint")}</p>
                        {fault}
                        {chosen}
                    </section>
                    {suggestions}
                </div>
                <div class="form">
                    {title}
                    {synthesis}
                    {reason}
                    {next(cx, cx.t("grouping-next"))}
                    <div class="button-row">{submit(cx.t("grouping-save"))}</div>
                </div>
            </div>
        </form>
    }
    .into_any()
}

/// What a source may be to its cluster.
pub(super) fn shares(cx: &PageContext<'_>) -> Vec<(String, Options)> {
    let list = Share::ALL
        .iter()
        .map(|share| (share.code().to_owned(), cx.coded("grouping-share", share.code()).to_owned()))
        .collect();
    vec![(String::new(), list)]
}

/// What a source brings: its share, and a sentence of it. The share starts at «part of».
fn brings(cx: &PageContext<'_>, state: &FormState, number: i64, title: &str, lang: &str) -> View {
    let (share, excerpt) = (format!("share-{number}"), format!("excerpt-{number}"));
    let mut state = state.clone();
    if state.fields.text(&share).is_empty() {
        state.fields.set(&share, Share::PartOf.code());
    }
    let label = cx.tw("grouping-share-of", &[("title", title.into())]);
    let mut field = Field::new(excerpt, cx.t("grouping-excerpt"))
        .hint(cx.t("grouping-excerpt-hint"))
        .optional();
    field.lang = Some(lang.to_owned());
    let share = select(cx, &state, Field::new(share, label), shares(cx));
    let excerpt = text_area(cx, &state, field, 2, true);
    view! { {share}{excerpt} }.into_any()
}

fn tick(number: i64, title: String, lang: String, about: String, checked: bool) -> View {
    let id = format!("source-{number}");
    view! {
        <div class="check">
            <input type="checkbox" id=id.clone() name="source" value=number.to_string()
                checked=checked/>
            <label for=id><strong lang=lang>{title}</strong>" "<span class="muted">{about}</span></label>
        </div>
    }
    .into_any()
}

fn source(cx: &PageContext<'_>, state: &FormState, one: &SourceView, checked: bool) -> View {
    let contribution = &one.card.contribution;
    let (number, title) = (contribution.number, card::title(cx, contribution));
    let lang = contribution.language.clone();
    let about = format!("{} {number}", state::kind(cx, contribution.kind));
    let facts =
        meta(vec![words(one.card.municipality.clone()), words(card::author(cx, &one.card))]);
    view! {
        <article class="cluster">
            {tick(number, title.clone(), lang.clone(), about, checked)}
            {facts}
            {voice(&one.body, &lang, Size::Plain)}
            <div class="mt-2">{brings(cx, state, number, &title, &lang)}</div>
        </article>
    }
    .into_any()
}

fn suggestion(cx: &PageContext<'_>, state: &FormState, one: &SimilarCard, checked: bool) -> View {
    let contribution = &one.contribution;
    let (number, title) = (contribution.number, card::title(cx, contribution));
    let lang = contribution.language.clone();
    let about = format!("{} {number}", state::kind(cx, contribution.kind));
    let why = why(cx, one);
    view! {
        <article class="cluster">
            {tick(number, title.clone(), lang.clone(), about, checked)}
            {voice(&one.excerpt, &lang, Size::Plain)}
            <p>{why}</p>
            <details class="disclosure" open=checked>
                <summary>{cx.t("grouping-share")}</summary>
                <div class="disclosure-body">{brings(cx, state, number, &title, &lang)}</div>
            </details>
        </article>
    }
    .into_any()
}
