//! What the pages of the workbench share: drafts, where texts go, and what was done.

use domain::merging::bench::{ActKind, AloneClass};
use domain::views::{ActView, BenchDraftCard, BenchDraftRef, ByOffice, PlaceView, Undoable};
use leptos::prelude::*;

use super::forms::{act, hidden_field};
use super::{View, card, date_time, disclosure, hidden, nothing, words};
use crate::render::PageContext;
use crate::urls::Page;

/// Name of the field that says what is done.
pub const ACT: &str = "atto";
/// Name of the field that says into which draft texts go.
pub const INTO: &str = "in";
/// Value of [`INTO`] for a new draft.
pub const NEW: &str = "nuova";
/// Name of the field that says out of which draft texts go.
pub const FROM: &str = "da";
/// Name of the field that says which act is meant.
pub const ENTRY: &str = "voce";
/// Name of the field with the class of a reason.
pub const CLASS: &str = "motivo";
/// Name of the field with the words of a reason.
pub const WORDS: &str = "parole";
/// Name of the field with the version that was read.
pub const VERSION: &str = "versione";

/// The title of a draft, or that it has none.
pub fn title(cx: &PageContext<'_>, draft: &BenchDraftRef) -> String {
    if draft.title.is_empty() {
        cx.t("bench-draft-untitled").to_owned()
    } else {
        draft.title.clone()
    }
}

/// A draft by number and title: «bozza 3 – Ore di sollievo».
pub fn named(cx: &PageContext<'_>, draft: &BenchDraftRef) -> String {
    let number = cx.tw("bench-draft-number", &[("number", draft.number.into())]);
    if draft.title.is_empty() { number } else { format!("{number} – {}", draft.title) }
}

/// A link to the page of a draft.
pub fn link(cx: &PageContext<'_>, round: i64, draft: &BenchDraftRef) -> View {
    let href = cx.path(Page::BenchDraft(round, draft.number));
    view! { <a href=href lang=cx.content_lang()>{title(cx, draft)}</a> }.into_any()
}

/// Who did something: name and office.
pub fn by(cx: &PageContext<'_>, by: &ByOffice) -> String {
    let role = cx.coded("role", by.role.code());
    if by.name.is_empty() { role.to_owned() } else { format!("{} ({role})", by.name) }
}

/// A draft on the bench.
pub fn draft(cx: &PageContext<'_>, round: i64, one: &BenchDraftCard) -> View {
    let number = one.draft.number.to_string();
    let about = format!(
        "{} · {}",
        cx.tw("bench-draft-number", &[("number", one.draft.number.into())]),
        cx.tn("bench-cluster-sources", one.sources)
    );
    let (who, when) = (by(cx, &one.by), date_time(cx, one.at));
    view! {
        <article class="cluster cluster--draft" data-draft=number>
            <h3>{link(cx, round, &one.draft)}</h3>
            <p>{about}</p>
            <p class="small">{cx.t("bench-draft-last")}" "{who}", "{when}</p>
        </article>
    }
    .into_any()
}

/// The choice of a draft to put texts into; `chosen` is the value that is selected.
pub fn into(
    cx: &PageContext<'_>,
    id: &str,
    label: &'static str,
    drafts: &[BenchDraftRef],
    chosen: &str,
) -> View {
    let chosen = if chosen.is_empty() { NEW } else { chosen };
    let mut options = vec![(NEW.to_owned(), cx.t("bench-into-new").to_owned())];
    options.extend(drafts.iter().map(|one| (one.number.to_string(), named(cx, one))));
    let options: Vec<View> = options
        .into_iter()
        .map(|(value, words)| {
            let selected = value == chosen;
            view! { <option value=value selected=selected>{words}</option> }.into_any()
        })
        .collect();
    let (id, of) = (id.to_owned(), id.to_owned());
    view! {
        <label class="field-label" for=of>{label}</label>
        <select class="form-select" id=id name=INTO>{options}</select>
    }
    .into_any()
}

/// Where else a text is.
pub fn places(cx: &PageContext<'_>, round: i64, list: &[PlaceView]) -> View {
    if list.is_empty() {
        return nothing();
    }
    let list: Vec<View> = list
        .iter()
        .enumerate()
        .map(|(place, one)| {
            let comma = if place == 0 { " " } else { ", " };
            match one {
                PlaceView::Cluster(cluster) => {
                    let (link, what) = (card::cluster_link(cx, cluster), cx.t("bench-in-cluster"));
                    view! { {comma}{what}" "{link} }.into_any()
                }
                PlaceView::Draft(draft) => {
                    let (link, what) = (link(cx, round, draft), cx.t("bench-in-draft"));
                    view! { {comma}{what}" "{link} }.into_any()
                }
            }
        })
        .collect();
    view! { <p class="small">{cx.t("bench-elsewhere")}{list}</p> }.into_any()
}

/// The classes of reasons to leave a text alone, with their words.
pub fn classes(cx: &PageContext<'_>) -> Vec<(AloneClass, &'static str)> {
    AloneClass::ALL.iter().map(|one| (*one, cx.coded("alone", one.code()))).collect()
}

/// What was done, in a sentence.
fn said(cx: &PageContext<'_>, one: &ActView) -> String {
    let draft = one.draft.as_ref().map_or_else(String::new, |draft| named(cx, draft));
    let other = one.other.as_ref().map_or_else(String::new, |draft| named(cx, draft));
    let cluster = one.cluster.as_ref().map_or_else(String::new, |one| one.title.clone());
    let args = [
        ("n", one.texts.into()),
        ("draft", draft.into()),
        ("other", other.into()),
        ("cluster", cluster.into()),
    ];
    match (one.kind, &one.undoes) {
        (ActKind::Undone, Some((number, kind))) => {
            let what = cx.coded("bench-undone", kind.code());
            let args = [("act", (*number).into()), ("what", what.into())];
            cx.tw("bench-act-undone", &args)
        }
        (ActKind::Undone, None) => cx.t("bench-act-undone-older").to_owned(),
        (kind, _) => cx.tw(&format!("bench-act-{}", kind.code()), &args),
    }
}

/// The way to undo an act, or why there is none.
fn undo(cx: &PageContext<'_>, one: &ActView, action: &str) -> View {
    match &one.undoable {
        Undoable::Yes => {
            let which = hidden(format!(": {}", said(cx, one)));
            let button = view! { {cx.t("bench-undo")}{which} }.into_any();
            view! {
                <form class="bench-undo" method="post" action=action.to_owned()>
                    {hidden_field(ENTRY, one.number.to_string())}
                    {act("btn btn-outline-primary btn-sm", ACT, "annulla", button)}
                </form>
            }
            .into_any()
        }
        Undoable::Dissolve => match &one.cluster {
            Some(cluster) => {
                let (href, which) = (
                    cx.path(Page::Cluster(cluster.number)),
                    hidden(format!(": {}", cluster.title)),
                );
                view! { <a href=href>{cx.t("bench-undo-dissolve")}{which}</a> }.into_any()
            }
            None => nothing(),
        },
        Undoable::Undone(by) => words(cx.tw("bench-undo-undone", &[("act", (*by).into())])),
        Undoable::Later(by) => words(cx.tw("bench-undo-later", &[("act", (*by).into())])),
        Undoable::Erased => words(cx.t("bench-undo-erased")),
    }
}

fn entry(cx: &PageContext<'_>, one: &ActView, action: &str) -> View {
    let number = cx.tw("bench-act-number", &[("number", one.number.into())]);
    let (who, when) = (by(cx, &one.by), date_time(cx, one.at));
    view! {
        <p class="mb-0"><strong>{said(cx, one)}</strong></p>
        <p class="small muted mb-0">{number}" · "{who}", "{when}</p>
        <div class="small">{undo(cx, one, action)}</div>
    }
    .into_any()
}

/// What was done last, with the way to undo it, and the acts before it, folded. Forms are sent to
/// `action`.
pub fn acts(cx: &PageContext<'_>, list: &[ActView], action: &str) -> View {
    let Some((latest, before)) = list.split_first() else { return nothing() };
    let before = (!before.is_empty()).then(|| {
        let list: Vec<View> = before
            .iter()
            .map(|one| view! { <li>{entry(cx, one, action)}</li> }.into_any())
            .collect();
        let list = view! { <ol class="bench-acts-list" role="list">{list}</ol> }.into_any();
        disclosure(cx.t("bench-acts"), false, list)
    });
    view! {
        <section class="bench-acts" aria-labelledby="acts">
            <h2 class="visually-hidden" id="acts">{cx.t("bench-acts")}</h2>
            <div class="bench-latest" role="status">{entry(cx, latest, action)}</div>
            {before}
        </section>
    }
    .into_any()
}
