//! A draft of a cluster: what it says so far beside the texts that it is of. Several people work
//! on it at once; nothing of it is public.
//!
//! One form holds everything: each of its buttons saves what was written, and then does what it
//! says. The parts of the page: [`texts`] (title, synthesis, reason – the place of whatever helps
//! to write the synthesis), [`sources`], [`similar`], and the acts.

use domain::forms::FormState;
use domain::merging::Share;
use domain::merging::bench::Field as Text;
use domain::merging::presence::UnderReading;
use domain::views::{
    BenchDraftEnd, BenchDraftPage, BenchDraftSource, ChosenView, NoteAbout, PlaceView, Shell,
    SimilarCard,
};
use leptos::prelude::*;

use super::cluster_form::marks;
use super::workbench::{CHOSEN, READ, why};
use crate::parts::bench::{self, ACT, VERSION};
use crate::parts::forms::{
    Field, act, error_summary, fault, form_id, hidden_field, input, text_area,
};
use crate::parts::notes::notes;
use crate::parts::voice::{Size, voice};
use crate::parts::{
    Tone, View, card, collected, diff, disclosure, icon, meta, next, nothing, notice, p, presence,
    state, why_not, words,
};
use crate::render::{Bundle, Density, Meta, PageContext, document};
use crate::urls::Page;

/// Name of the box of a text to add.
pub const ADD: &str = "a";
/// Name of the field of a text to add by its number.
pub const BY_NUMBER: &str = "testo";
/// Name of the field that says that somebody saved meanwhile: the version that was read.
pub const STALE: &str = "stale";

/// Name of the hidden field with what another had in it when the page was drawn: who saves on an
/// older version is shown as theirs only what they have changed.
fn before(name: &str) -> String {
    format!("prima-{name}")
}

/// The page of a draft. After a conflict the caller sets [`STALE`], and [`VERSION`] anew: what was
/// written stays in the fields, beside what stands now.
pub fn page(
    cx: &PageContext<'_>,
    shell: &Shell,
    view: &BenchDraftPage,
    state: &FormState,
) -> String {
    let title = bench::title(cx, &view.card.draft);
    let mut meta = Meta::staff(title).faulty(!state.faults.is_empty());
    meta.density = Density::Wide;
    let meta = meta.with_island(Bundle::Workbench);
    document(cx, shell, meta, || body(cx, view, state))
}

fn body(cx: &PageContext<'_>, view: &BenchDraftPage, state: &FormState) -> View {
    let round = view.round.number;
    let query = format!("{READ}={}", UnderReading::Draft(view.card.draft.number));
    let life = presence::island(cx, round, &query, &view.life, state);
    let state = prepared(view, state);
    let back = cx.path(Page::Workbench(round));
    let arrow = icon(cx, "it-arrow-left", "sm");
    let last = view! {
        {cx.t("bench-draft-last")}" "{bench::by(cx, &view.card.by)}", "
        {crate::parts::date_time(cx, view.card.at)}
    };
    let facts = meta(vec![
        words(cx.tw("bench-draft-number", &[("number", view.card.draft.number.into())])),
        words(cx.tn("bench-cluster-sources", view.card.sources)),
        last.into_any(),
        words(cx.t("bench-draft-private")),
    ]);
    let main = match &view.may {
        Ok(()) => form(cx, view, &state),
        Err(refusal) => ended(cx, view, refusal, &state),
    };
    view! {
        <a class="wizard-back" href=back.clone()>{arrow}" "{cx.t("grouping-back")}</a>
        {life}
        {stale(cx, view, &state)}
        {error_summary(cx, &state)}
        <header class="page-head">
            <h1 lang=cx.content_lang()>{bench::title(cx, &view.card.draft)}</h1>
            {facts}
        </header>
        <div id="bench-draft">{main}</div>
        <div class="mt-4">
            <div id="bench-notes">
                {notes(cx, &view.notes, NoteAbout::Draft(view.card.draft.number), &back)}
            </div>
            <div id="bench-latest">{bench::acts(cx, &view.acts, &back)}</div>
        </div>
    }
    .into_any()
}

/// A field that nobody touched since the page was drawn: what stands now, not what was read.
fn untouched(state: &FormState, name: &str) -> bool {
    let before = before(name);
    state.fields.has(STALE)
        && state.fields.has(&before)
        && state.fields.text(&before) == state.fields.text(name)
}

/// What stands, until something was sent; and in what was sent to an older version, wherever its
/// author has changed nothing.
fn prepared(view: &BenchDraftPage, state: &FormState) -> FormState {
    let mut state = state.clone();
    for text in Text::ALL {
        if untouched(&state, text.name()) {
            state.fields.set(text.name(), stands(view, text));
        }
    }
    if !state.fields.has(VERSION) {
        state.fields.set(VERSION, view.card.version.to_string());
        for text in [Text::Title, Text::Synthesis, Text::Reason] {
            state.fields.set(text.name(), stands(view, text));
        }
    }
    for one in &view.sources {
        let number = one.source.card.contribution.number;
        let (share, excerpt) = (format!("share-{number}"), format!("excerpt-{number}"));
        if !state.fields.has(&share) || untouched(&state, &share) {
            state.fields.set(&share, one.source.share.code());
        }
        if !state.fields.has(&excerpt) || untouched(&state, &excerpt) {
            state.fields.set(&excerpt, one.source.excerpt.clone().unwrap_or_default());
        }
    }
    state
}

/// A text as it stands.
fn stands(view: &BenchDraftPage, text: Text) -> &str {
    match text {
        Text::Title => &view.card.draft.title,
        Text::Synthesis => &view.synthesis,
        Text::Reason => &view.reason,
    }
}

/// Somebody saved meanwhile: both versions side by side, wherever they differ.
fn stale(cx: &PageContext<'_>, view: &BenchDraftPage, state: &FormState) -> View {
    if !state.fields.has(STALE) {
        return nothing();
    }
    let mut both: Vec<View> = Vec::new();
    for text in Text::ALL {
        let (theirs, mine) = (stands(view, text), state.fields.text(text.name()));
        if theirs != mine {
            both.push(compared(cx, cx.coded("grouping", text.name()), theirs, mine));
        }
    }
    for one in &view.sources {
        let contribution = &one.source.card.contribution;
        let number = contribution.number;
        let mine = state.fields.text(&format!("excerpt-{number}"));
        let theirs = one.source.excerpt.as_deref().unwrap_or_default();
        let label = format!("{}: {}", cx.t("grouping-excerpt"), card::title(cx, contribution));
        if theirs != mine {
            both.push(compared(cx, &label, theirs, mine));
        }
        let mine = state.fields.text(&format!("share-{number}"));
        let label = cx.tw("grouping-share-of", &[("title", card::title(cx, contribution).into())]);
        if one.source.share.code() != mine && mine.parse::<Share>().is_ok() {
            let of = |code: &str| cx.coded("grouping-share", code);
            both.push(compared(cx, &label, of(one.source.share.code()), of(mine)));
        }
    }
    let title = cx.tw("bench-stale", &[("by", bench::by(cx, &view.card.by).into())]);
    let body = view! { {p(cx.t("bench-stale-next"))}{both} }.into_any();
    notice(cx, Tone::Warning, title, body)
}

fn compared(cx: &PageContext<'_>, label: &str, theirs: &str, mine: &str) -> View {
    let (now, own) = (cx.t("bench-stale-theirs"), cx.t("bench-stale-mine"));
    let beside = diff::beside(cx, (now.to_owned(), theirs), (own.to_owned(), mine));
    let label = label.to_owned();
    view! { <p class="mb-1"><strong>{label}</strong></p>{beside} }.into_any()
}

/// What one works in: the texts of the draft beside its sources.
fn form(cx: &PageContext<'_>, view: &BenchDraftPage, state: &FormState) -> View {
    let version = state.fields.text(VERSION).to_owned();
    // The first button is what the enter key means.
    let save = act("btn btn-primary", ACT, "salva", cx.t("bench-draft-save").into_any());
    let propose = act("btn btn-outline-primary", ACT, "proponi", cx.t("grouping-save").into_any());
    let discard = act("btn btn-plain", ACT, "scarta", cx.t("bench-draft-discard").into_any());
    view! {
        <form method="post" action=cx.here() novalidate>
            {form_id(state)}
            {hidden_field(VERSION, version)}
            <div class="split split--even bench-draft">
                <div class="form bench-draft-texts">
                    {Text::ALL.map(|text| hidden_field(&before(text.name()), stands(view, text)))}
                    {texts(cx, state)}
                    <div class="button-row">{save}</div>
                    {drawn(cx, view)}
                    {next(cx, cx.tn("grouping-next", view.objection_days))}
                    {uncollected(cx, view)}
                    <div class="button-row">{propose}{discard}</div>
                </div>
                <div class="stack">
                    {sources(cx, view, state)}
                    {by_number(cx, state)}
                    {similar(cx, view, state)}
                </div>
            </div>
        </form>
    }
    .into_any()
}

/// Where the synthesis comes from so far, as it was saved last; the button saves, and leads to where
/// that is said.
fn drawn(cx: &PageContext<'_>, view: &BenchDraftPage) -> View {
    let said = &view.collected;
    if view.sources.is_empty() {
        return nothing();
    }
    let link = act("btn btn-outline-primary", ACT, "sintesi", cx.t("bench-drawn-say").into_any());
    let lines = (said.looked && !said.sentences.is_empty()).then(|| {
        let lines = collected::sentences(cx, &said.sentences);
        view! { {lines}<p class="small muted">{cx.t("collected-legend")}</p> }
    });
    let hint =
        (!said.looked).then(|| view! { <p class="field-hint">{cx.t("bench-drawn-hint")}</p> });
    let again = (said.recheck > 0).then(|| {
        view! { <p><strong>{cx.tn("bench-drawn-recheck", said.recheck)}</strong></p> }
    });
    let left = said.looked.then(|| collected::left_in_short(cx, &said.left));
    view! {
        <section class="bench-drawn" aria-labelledby="drawn">
            <h2 class="h3" id="drawn" tabindex="-1">{cx.t("synthesis-title")}</h2>
            {hint}
            {lines}
            {again}
            {left}
            <div class="button-row">{link}</div>
        </section>
    }
    .into_any()
}

/// How many sentences of the texts nobody has collected: said before proposing, in the way of
/// nobody.
fn uncollected(cx: &PageContext<'_>, view: &BenchDraftPage) -> View {
    let open = view.collected.open();
    if open == 0 {
        return nothing();
    }
    let title = cx.tn("bench-drawn-open", open);
    let more =
        if view.collected.looked { "bench-drawn-open-said" } else { "bench-drawn-open-more" };
    notice(cx, Tone::Warning, title, p(cx.t(more)))
}

/// Title, synthesis and reason.
fn texts(cx: &PageContext<'_>, state: &FormState) -> View {
    let field = |name: &str| {
        let hint = cx.t(&format!("grouping-{name}-hint"));
        Field::new(name, cx.coded("grouping", name)).hint(hint)
    };
    let title = input(cx, state, field("title"), "text", false);
    let synthesis = text_area(cx, state, field("synthesis"), 10, false);
    let reason = text_area(cx, state, field("reason"), 3, false);
    view! { {title}{synthesis}{reason} }.into_any()
}

/// The texts it is of, each whole, with what it brings; to be moved or taken out.
fn sources(cx: &PageContext<'_>, view: &BenchDraftPage, state: &FormState) -> View {
    let list: Vec<View> = view.sources.iter().map(|one| source(cx, view, state, one)).collect();
    let chosen = state.fields.text(bench::INTO).to_owned();
    let over = (!view.sources.is_empty()).then(|| {
        let into = bench::into(cx, "move-into", cx.t("bench-move-into"), &view.others, &chosen);
        let move_over =
            act("btn btn-outline-primary", ACT, "sposta", cx.t("bench-move").into_any());
        let out = act("btn btn-outline-primary", ACT, "togli", cx.t("bench-take-out").into_any());
        view! {
            <div class="bench-put" id="s" tabindex="-1">
                <p class="field-hint mb-0">{cx.t("bench-ticked")}</p>
                {fault(cx, state, CHOSEN)}
                <div class="bench-put-into">{into}{move_over}</div>
                <div class="button-row">{out}</div>
            </div>
        }
    });
    let none = view.sources.is_empty().then(|| p(cx.t("bench-draft-empty")));
    view! {
        <section aria-labelledby="sources">
            <h2 id="sources" tabindex="-1">{cx.t("grouping-sources")}</h2>
            {fault(cx, state, "sources")}
            {none}
            {list}
            {over}
        </section>
    }
    .into_any()
}

fn source(
    cx: &PageContext<'_>,
    view: &BenchDraftPage,
    state: &FormState,
    one: &BenchDraftSource,
) -> View {
    let contribution = &one.source.card.contribution;
    let (number, title) = (contribution.number, card::title(cx, contribution));
    let lang = contribution.language.clone();
    let about = format!("{} {number}", state::kind(cx, contribution.kind));
    let ticked = state.fields.texts(CHOSEN).any(|value| value == number.to_string());
    let tick = tick(CHOSEN, number, &title, card::language(contribution), about, ticked);
    if !one.public {
        return view! {
            <article class="cluster" data-source=number.to_string()>
                {tick}
                <p>{cx.t("bench-source-gone")}</p>
            </article>
        }
        .into_any();
    }
    let anchor = collected::anchor(contribution);
    let facts = meta(vec![
        words(one.source.card.municipality.clone()),
        words(card::author(cx, &one.source.card)),
    ]);
    let chosen = ChosenView {
        source: one.source.clone(),
        sentences: one.sentences.clone(),
        parts: one.parts.clone(),
    };
    view! {
        <article class="cluster" id=anchor data-source=number.to_string()>
            {tick}
            {facts}
            {voice(&one.source.body, &lang, Size::Plain)}
            {bench::places(cx, view.round.number, &one.elsewhere)}
            <div class="mt-2">
                {hidden_field("source", number.to_string())}
                {hidden_field(&before(&format!("share-{number}")), one.source.share.code())}
                {hidden_field(
                    &before(&format!("excerpt-{number}")),
                    one.source.excerpt.clone().unwrap_or_default(),
                )}
                {marks(cx, state, &chosen)}
            </div>
        </article>
    }
    .into_any()
}

fn tick(
    name: &'static str,
    number: i64,
    title: &str,
    lang: Option<String>,
    about: String,
    checked: bool,
) -> View {
    let (id, title) = (format!("{name}-{number}"), title.to_owned());
    view! {
        <div class="check">
            <input type="checkbox" id=id.clone() name=name value=number.to_string()
                checked=checked/>
            <label for=id><strong lang=lang>{title}</strong>" "<span class="muted">{about}</span></label>
        </div>
    }
    .into_any()
}

fn excerpt(cx: &PageContext<'_>, state: &FormState, number: i64, lang: &str) -> View {
    let mut field = Field::new(format!("excerpt-{number}"), cx.t("grouping-excerpt"))
        .hint(cx.t("bench-excerpt-hint"))
        .optional();
    field.lang = Some(lang.to_owned());
    text_area(cx, state, field, 2, true)
}

/// A text to add by its number, or by its address.
fn by_number(cx: &PageContext<'_>, state: &FormState) -> View {
    let add =
        act("btn btn-outline-primary", ACT, "aggiungi-testo", cx.t("bench-add-one").into_any());
    let field = Field::new(BY_NUMBER, cx.t("bench-by-number"))
        .hint(cx.t("bench-by-number-hint"))
        .optional();
    view! {
        <div class="bench-by-number">
            {input(cx, state, field, "text", false)}
            <div class="button-row">{add}</div>
        </div>
    }
    .into_any()
}

/// Others that say alike, to add.
fn similar(cx: &PageContext<'_>, view: &BenchDraftPage, state: &FormState) -> View {
    if view.suggestions.is_empty() {
        return nothing();
    }
    let list: Vec<View> = view
        .suggestions
        .iter()
        .map(|(one, places)| suggestion(cx, view, state, one, places))
        .collect();
    let add = act("btn btn-outline-primary", ACT, "aggiungi", cx.t("bench-add").into_any());
    view! {
        <section aria-labelledby="alike">
            <h2 id="alike">{cx.t("bench-alike")}</h2>
            <p class="field-hint">{cx.t("grouping-suggestions-hint")}</p>
            <div id=ADD tabindex="-1">{fault(cx, state, ADD)}</div>
            {list}
            <div class="button-row">{add}</div>
        </section>
    }
    .into_any()
}

fn suggestion(
    cx: &PageContext<'_>,
    view: &BenchDraftPage,
    state: &FormState,
    one: &SimilarCard,
    places: &[PlaceView],
) -> View {
    let contribution = &one.contribution;
    let (number, title) = (contribution.number, card::title(cx, contribution));
    let about = format!("{} {number}", state::kind(cx, contribution.kind));
    let checked = state.fields.texts(ADD).any(|value| value == number.to_string());
    // In a second place only with a marked sentence.
    let lang = &contribution.language;
    let marked = (!places.is_empty()).then(|| {
        let field = excerpt(cx, state, number, lang);
        disclosure(cx.t("bench-mark"), state.fault(&format!("excerpt-{number}")).is_some(), field)
    });
    let href = card::href(cx, contribution);
    let which = crate::parts::hidden(format!(": {title}"));
    view! {
        <article class="cluster">
            {tick(ADD, number, &title, card::language(contribution), about, checked)}
            {voice(&one.excerpt, lang, Size::Plain)}
            <p>{why(cx, one)}</p>
            {bench::places(cx, view.round.number, places)}
            {marked}
            <p class="mb-0"><a href=href>{cx.t("bench-open")}{which}</a></p>
        </article>
    }
    .into_any()
}

/// One that can't be worked on any more: as it was left.
fn ended(
    cx: &PageContext<'_>,
    view: &BenchDraftPage,
    refusal: &domain::faults::Refusal,
    state: &FormState,
) -> View {
    let how = match &view.ended {
        Some(BenchDraftEnd::Proposed(cluster)) => {
            let link = card::cluster_link(cx, cluster);
            let body = view! { <p>{link}</p> }.into_any();
            notice(cx, Tone::Plain, cx.t("bench-draft-proposed"), body)
        }
        Some(BenchDraftEnd::Discarded) => notice(
            cx,
            Tone::Plain,
            cx.t("bench-draft-discarded"),
            p(cx.t("bench-draft-discarded-next")),
        ),
        None => why_not(cx, refusal),
    };
    let list: Vec<View> = view
        .sources
        .iter()
        .filter(|one| one.public)
        .map(|one| {
            let contribution = &one.source.card.contribution;
            let (link, lang) = (card::link(cx, contribution), contribution.language.clone());
            view! {
                <article class="cluster">
                    <h3>{link}</h3>
                    {voice(&one.source.body, &lang, Size::Plain)}
                </article>
            }
            .into_any()
        })
        .collect();
    let (synthesis, reason) = (view.synthesis.clone(), view.reason.clone());
    let written = |title: &'static str, text: String| {
        (!text.is_empty()).then(|| {
            let said = crate::parts::voice::prose(cx, &text);
            view! { <h2 class="h3">{title}</h2>{said} }
        })
    };
    // What was sent to one that ended meanwhile is handed back.
    let sent = state.fields.has(ACT).then(|| super::refused::kept(cx, &state.fields));
    view! {
        {how}
        {sent}
        {written(cx.t("grouping-synthesis"), synthesis)}
        {written(cx.t("grouping-reason"), reason)}
        <section class="mt-3" aria-labelledby="sources">
            <h2 id="sources">{cx.t("grouping-sources")}</h2>
            {list}
        </section>
    }
    .into_any()
}
