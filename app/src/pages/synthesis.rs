//! From which sentences of its sources each sentence of a synthesis draws: the synthesis beside its
//! sources, each sentence of a source with a box for each sentence of the synthesis. The same for
//! a draft as for a cluster that was proposed.

use std::collections::BTreeSet;

use domain::forms::FormState;
use domain::merging::drawn::{WRITTEN, read_field};
use domain::merging::synthesis::{REASON_MOST, link_field, skip_field};
use domain::views::{Shell, SynthesisOf, SynthesisPage, SynthesisSentence, SynthesisSource};
use leptos::prelude::*;

use crate::parts::forms::{Field, error_summary, fault, hidden_field, input, submit};
use crate::parts::{
    Tone, View, bench, card, diff, disclosure, empty, hidden, icon, meta, next, nothing, notice, p,
    page_head, words,
};
use crate::render::{Density, Meta, PageContext, document};
use crate::urls::Page;

/// Name of the field that says that somebody saved meanwhile.
pub const STALE: &str = "stale";

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
    let (back, title, lead) = match &view.of {
        SynthesisOf::Cluster { cluster, .. } => {
            (Page::Cluster(cluster.number), cluster.title.clone(), cx.t("synthesis-lead"))
        }
        SynthesisOf::Draft { draft, .. } => {
            let back = Page::BenchDraft(view.round.number, draft.number);
            (back, bench::title(cx, draft), cx.t("synthesis-draft-lead"))
        }
    };
    let (back, arrow) = (cx.path(back), icon(cx, "it-arrow-left", "sm"));
    let head = page_head(None, cx.t("synthesis-title"), Some(lead.to_owned()));
    let stale = state.fields.has(STALE).then(|| stale(cx, view, state));
    let suggested = (view.suggested && stale.is_none()).then(|| {
        let why = p(cx.t("synthesis-suggested-more"));
        notice(cx, Tone::Plain, cx.t("synthesis-suggested"), why)
    });
    let left = cx.tn("synthesis-left", view.left);
    let content = if view.sources.is_empty() {
        empty(cx, cx.t("synthesis-none-title"), cx.t("synthesis-none"), None)
    } else if view.synthesis.is_empty() {
        empty(cx, cx.t("synthesis-unwritten-title"), cx.t("synthesis-unwritten"), None)
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

/// Somebody saved meanwhile: what was ticked is still in the form, and both versions of a text
/// stand side by side. What was saved of each sentence is said beside it.
fn stale(cx: &PageContext<'_>, view: &SynthesisPage, state: &FormState) -> View {
    let written = match &view.of {
        SynthesisOf::Cluster { .. } => None,
        SynthesisOf::Draft { written, .. } => Some(written.trim()),
    };
    let before = state.fields.text(WRITTEN);
    let both = written.filter(|written| *written != before).map(|written| {
        let now = (cx.t("bench-stale-theirs").to_owned(), written);
        let read = (cx.t("synthesis-stale-before").to_owned(), before);
        view! { {p(cx.t("synthesis-stale-text"))}{diff::beside(cx, now, read)} }
    });
    let body = view! { {p(cx.t("synthesis-stale-more"))}{both} }.into_any();
    notice(cx, Tone::Warning, cx.t("synthesis-stale"), body)
}

/// Hidden fields: what is before one's eyes.
fn read(view: &SynthesisPage) -> Vec<View> {
    match &view.of {
        SynthesisOf::Cluster { version, edition, .. } => {
            let (version, edition) = (version.to_string(), edition.to_string());
            vec![hidden_field("version", version), hidden_field("edition", edition)]
        }
        SynthesisOf::Draft { written, .. } => {
            let of = |one: &SynthesisSource| {
                hidden_field(&read_field(one.card.contribution.number), one.read.clone())
            };
            let mut all = vec![hidden_field(WRITTEN, written.clone())];
            all.extend(view.sources.iter().map(of));
            all
        }
    }
}

fn form(cx: &PageContext<'_>, view: &SynthesisPage, state: &FormState) -> View {
    let lines: Vec<View> =
        view.synthesis.iter().map(|line| view! { <li>{line.clone()}</li> }.into_any()).collect();
    let sources: Vec<View> = view.sources.iter().map(|one| source(cx, view, one, state)).collect();
    let hint = cx.t(match &view.of {
        SynthesisOf::Cluster { .. } => "synthesis-sources-hint",
        SynthesisOf::Draft { .. } => "synthesis-draft-hint",
    });
    view! {
        <form method="post" action=cx.here() novalidate=true>
            {read(view)}
            <div class="split split--even">
                <section class="synthesis-lines" aria-labelledby="synthesis">
                    <h2 id="synthesis">{cx.t("synthesis-lines")}</h2>
                    <ol lang=cx.content_lang()>{lines}</ol>
                    {next(cx, cx.t("synthesis-next"))}
                    <div class="button-row">{submit(cx.t("synthesis-save"))}</div>
                </section>
                <section aria-labelledby="sources">
                    <h2 id="sources">{cx.t("synthesis-sources")}</h2>
                    <p class="field-hint">{hint}</p>
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
    // Of a text that was put in meanwhile nothing was sent.
    let sent = match &view.of {
        SynthesisOf::Cluster { .. } => state.fields.has("version"),
        SynthesisOf::Draft { .. } => state.fields.has(&read_field(contribution.number)),
    };
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
            let proposed = checked && source.suggested && !sent;
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
    let theirs =
        state.fields.has(STALE).then(|| theirs(cx, said, &ticked, state.fields.text(&skip)));
    let wrong = fault(cx, state, &name);
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
            {wrong}
            {theirs}
            {recheck}
            {open}
            {why}
        </li>
    }
    .into_any()
}

/// What somebody else saved of a sentence, where that is something else.
fn theirs(
    cx: &PageContext<'_>,
    said: &SynthesisSentence,
    ticked: &BTreeSet<usize>,
    reason: &str,
) -> View {
    let (from, skipped) = (said.from.iter().copied().collect::<BTreeSet<usize>>(), &said.skipped);
    if from == *ticked && skipped.as_deref().unwrap_or_default() == reason {
        return nothing();
    }
    let stands = match skipped {
        Some(reason) => cx.tw("synthesis-theirs-skip", &[("reason", reason.as_str().into())]),
        None if from.is_empty() => cx.t("synthesis-theirs-none").to_owned(),
        None => {
            let numbers: Vec<String> = from.iter().map(|at| (at + 1).to_string()).collect();
            cx.tw("synthesis-theirs", &[("numbers", numbers.join(", ").into())])
        }
    };
    view! { <p class="small"><strong>{stands}</strong></p> }.into_any()
}
