//! Making a cluster: the texts, what each brings, and what they say together.

use domain::forms::FormState;
use domain::merging::Share;
use domain::parts::{choice_field, mark_field, places_of};
use domain::views::{ChosenView, ClusterFormPage, Shell, SimilarCard};
use leptos::prelude::*;

use super::workbench::why;
use crate::parts::forms::{
    Field, Options, error_summary, fault_words, form_id, input, select, submit, text_area,
};
use crate::parts::voice::{Size, voice};
use crate::parts::{View, card, disclosure, empty, icon, meta, next, page_head, state, words};
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
        .map(|one| source(cx, state, one, ticked(one.source.card.contribution.number, true)))
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
                    {next(cx, cx.tn("grouping-next", view.objection_days))}
                    <div class="button-row">{submit(cx.t("grouping-save"))}</div>
                </div>
            </div>
        </form>
    }
    .into_any()
}

/// What a source may be to its cluster.
fn shares(cx: &PageContext<'_>) -> Vec<(String, Options)> {
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

/// What a source whose text is before one's eyes brings: its share, and the sentences or the part
/// that serve here. The share starts at «part of».
pub(super) fn marks(cx: &PageContext<'_>, state: &FormState, one: &ChosenView) -> View {
    let contribution = &one.source.card.contribution;
    let (number, title) = (contribution.number, card::title(cx, contribution));
    let lang = contribution.language.clone();
    let share = format!("share-{number}");
    let mut state = state.clone();
    if state.fields.text(&share).is_empty() {
        state.fields.set(&share, Share::PartOf.code());
    }
    let label = cx.tw("grouping-share-of", &[("title", title.as_str().into())]);
    let share = select(cx, &state, Field::new(share, label), shares(cx));
    let part = (!one.parts.is_empty()).then(|| {
        let parts: Options = one
            .parts
            .iter()
            .map(|part| {
                let args = [("n", part.position.into()), ("title", part.title.as_str().into())];
                (part.position.to_string(), cx.tw("grouping-part-option", &args))
            })
            .collect();
        let field = Field::new(choice_field(number), cx.t("grouping-part"))
            .hint(cx.t("grouping-part-hint"))
            .optional();
        select(cx, &state, field, vec![(String::new(), parts)])
    });
    let excerpt = format!("excerpt-{number}");
    let name = mark_field(number);
    let mut ticked: Vec<String> = state.fields.texts(&name).map(str::to_owned).collect();
    // Whole sentences that were kept come back as ticks.
    let kept = places_of(&one.source.body, state.fields.text(&excerpt));
    if let (Some((first, last)), true) = (kept, one.sentences.len() > 1) {
        if ticked.is_empty() {
            ticked = (first..=last).map(|place| place.to_string()).collect();
        }
        state.fields.set(&excerpt, "");
    }
    let sentences = (one.sentences.len() > 1).then(|| {
        let boxes: Vec<View> = one
            .sentences
            .iter()
            .enumerate()
            .map(|(place, sentence)| {
                let (value, id) = (place.to_string(), format!("{name}-{place}"));
                let checked = ticked.contains(&value);
                let (said, lang, name) = (sentence.clone(), lang.clone(), name.clone());
                view! {
                    <div class="check">
                        <input type="checkbox" id=id.clone() name=name value=value
                            checked=checked/>
                        <label for=id lang=lang dir="auto">{said}</label>
                    </div>
                }
                .into_any()
            })
            .collect();
        let open = !ticked.is_empty();
        let body = view! {
            <fieldset class="marks">
                <legend class="visually-hidden">{cx.t("grouping-mark")}</legend>
                <p class="field-hint">{cx.t("grouping-mark-hint")}</p>
                {boxes}
            </fieldset>
        };
        disclosure(cx.t("grouping-mark"), open, body.into_any())
    });
    let mut field = Field::new(excerpt.clone(), cx.t("grouping-excerpt"))
        .hint(cx.t("grouping-excerpt-hint"))
        .optional();
    field.lang = Some(lang.clone());
    let written = !state.fields.text(&excerpt).is_empty() || state.fault(&excerpt).is_some();
    let own = text_area(cx, &state, field, 2, true);
    let own = disclosure(cx.t("grouping-own-words"), written, own);
    view! { {share}{part}{sentences}{own} }.into_any()
}

fn source(cx: &PageContext<'_>, state: &FormState, chosen: &ChosenView, checked: bool) -> View {
    let one = &chosen.source;
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
            <div class="mt-2">{marks(cx, state, chosen)}</div>
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
