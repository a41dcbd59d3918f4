//! From which sentences of its sources each sentence of a synthesis draws: the synthesis beside its
//! sources, each sentence of a source with a box for each sentence of the synthesis.

use std::collections::BTreeSet;

use domain::forms::FormState;
use domain::merging::synthesis::{REASON_MOST, link_field, skip_field};
use domain::views::{Shell, SynthesisPage, SynthesisSentence, SynthesisSource};
use leptos::prelude::*;

use crate::parts::forms::{Field, error_summary, hidden_field, input, submit};
use crate::parts::{
    Tone, View, card, disclosure, empty, hidden, icon, meta, next, notice, p, page_head, words,
};
use crate::render::{Density, Meta, PageContext, document};
use crate::urls::Page;

/// The editor; it posts to its own address.
pub fn page(
    cx: &PageContext<'_>,
    shell: &Shell,
    view: &SynthesisPage,
    state: &FormState,
) -> String {
    let mut meta = Meta::staff(cx.t("synthesis-title")).faulty(!state.faults.is_empty());
    meta.density = Density::Wide;
    document(cx, shell, meta, || body(cx, view, state))
}

fn body(cx: &PageContext<'_>, view: &SynthesisPage, state: &FormState) -> View {
    let back = cx.path(Page::Cluster(view.cluster.number));
    let (arrow, title) = (icon(cx, "it-arrow-left", "sm"), view.cluster.title.clone());
    let head = page_head(None, cx.t("synthesis-title"), Some(cx.t("synthesis-lead").to_owned()));
    let stale = state.fields.has("stale").then(|| {
        let why = p(cx.t("synthesis-stale-more"));
        notice(cx, Tone::Plain, cx.t("synthesis-stale"), why)
    });
    let suggested = (view.suggested && stale.is_none()).then(|| {
        let why = p(cx.t("synthesis-suggested-more"));
        notice(cx, Tone::Plain, cx.t("synthesis-suggested"), why)
    });
    let left = cx.tn("synthesis-left", view.left);
    let content = if view.sources.is_empty() {
        empty(cx, cx.t("synthesis-none-title"), cx.t("synthesis-none"), None)
    } else {
        form(cx, view, state)
    };
    view! {
        <a class="wizard-back" href=back lang=cx.content_lang()>{arrow}" "{title}</a>
        {error_summary(cx, state)}
        {head}
        {stale}
        {suggested}
        <p><strong>{left}</strong></p>
        {content}
    }
    .into_any()
}

fn form(cx: &PageContext<'_>, view: &SynthesisPage, state: &FormState) -> View {
    let lines: Vec<View> =
        view.synthesis.iter().map(|line| view! { <li>{line.clone()}</li> }.into_any()).collect();
    let sources: Vec<View> = view.sources.iter().map(|one| source(cx, view, one, state)).collect();
    view! {
        <form method="post" action=cx.here() novalidate=true>
            {hidden_field("version", view.version.to_string())}
            {hidden_field("edition", view.edition.to_string())}
            <div class="split split--even">
                <section class="synthesis-lines" aria-labelledby="synthesis">
                    <h2 id="synthesis">{cx.t("synthesis-lines")}</h2>
                    <ol lang=cx.content_lang()>{lines}</ol>
                    {next(cx, cx.t("synthesis-next"))}
                    <div class="button-row">{submit(cx.t("synthesis-save"))}</div>
                </section>
                <section aria-labelledby="sources">
                    <h2 id="sources">{cx.t("synthesis-sources")}</h2>
                    <p class="field-hint">{cx.t("synthesis-sources-hint")}</p>
                    {sources}
                    <div class="button-row mt-3">{submit(cx.t("synthesis-save"))}</div>
                </section>
            </div>
        </form>
    }
    .into_any()
}

fn source(
    cx: &PageContext<'_>,
    view: &SynthesisPage,
    one: &SynthesisSource,
    state: &FormState,
) -> View {
    let contribution = &one.card.contribution;
    let facts = meta(vec![
        words(card::numbered(cx, contribution)),
        words(one.card.municipality.clone()),
        words(card::author(cx, &one.card)),
    ]);
    let link = card::link(cx, contribution);
    let list: Vec<View> = one
        .sentences
        .iter()
        .enumerate()
        .map(|(place, said)| sentence(cx, view, one, (place, said), state))
        .collect();
    view! {
        <article class="cluster">
            <h3>{link}</h3>
            {facts}
            <ol class="sentences" role="list">{list}</ol>
        </article>
    }
    .into_any()
}

/// A sentence of a source: its words, a box for each sentence of the synthesis, and why it isn't
/// needed.
fn sentence(
    cx: &PageContext<'_>,
    view: &SynthesisPage,
    source: &SynthesisSource,
    (place, said): (usize, &SynthesisSentence),
    state: &FormState,
) -> View {
    let contribution = &source.card.contribution;
    let (name, skip) =
        (link_field(contribution.number, place), skip_field(contribution.number, place));
    let sent = state.fields.has("version");
    let ticked: BTreeSet<usize> = if sent {
        let numbers = state.fields.texts(&name).filter_map(|n| n.parse::<usize>().ok());
        numbers.filter_map(|n| n.checked_sub(1)).collect()
    } else {
        said.from.iter().copied().collect()
    };
    let boxes: Vec<View> = (0..view.synthesis.len())
        .map(|at| {
            let (n, checked) = ((at + 1).to_string(), ticked.contains(&at));
            let id = format!("{name}-{n}");
            let target = id.clone();
            let proposed = checked && view.suggested && !sent;
            let mark = proposed.then(|| hidden(cx.t("synthesis-suggested-one")));
            let class = if proposed { "pick-number pick-number--suggested" } else { "pick-number" };
            let (name, value, said) = (name.clone(), n.clone(), hidden(cx.t("synthesis-draws")));
            view! {
                <label class=class for=target>
                    <input type="checkbox" id=id name=name value=value checked=checked/>
                    <span>{said}" "{n}{mark}</span>
                </label>
            }
            .into_any()
        })
        .collect();
    let recheck = said.recheck.then(|| {
        view! { <p class="small"><strong>{cx.t("synthesis-recheck")}</strong></p> }
    });
    let mut own = state.clone();
    if let (false, Some(reason)) = (sent, &said.skipped) {
        own.fields.set(&skip, reason.as_str());
    }
    let written = !own.fields.text(&skip).is_empty();
    let field = Field::new(skip, cx.t("synthesis-skip-why")).optional().most(REASON_MOST);
    let why = disclosure(cx.t("synthesis-skip"), written, input(cx, &own, field, "text", false));
    let collected = !ticked.is_empty() || written;
    let open = (!collected).then(|| {
        view! { <p class="small muted">{cx.t("synthesis-open")}</p> }
    });
    let (text, lang) = (said.text.clone(), contribution.language.clone());
    let id = format!("{name}-words");
    view! {
        <li class="sentence-line">
            <p id=id.clone() lang=lang dir="auto">{text}</p>
            <div class="pick-numbers" id=name role="group" tabindex="-1" aria-labelledby=id>
                {boxes}
            </div>
            {recheck}
            {open}
            {why}
        </li>
    }
    .into_any()
}
