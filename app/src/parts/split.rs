//! A text read in parts: what each says, and in which group it is.

use domain::views::{PartView, SplitView};
use leptos::prelude::*;

use super::voice::{Size, voice};
use super::{View, card, nothing, official, p};
use crate::render::PageContext;

/// The parts, each with its title and words; with where it is, while they stand.
pub fn parts(cx: &PageContext<'_>, split: &SplitView) -> View {
    if split.parts.iter().all(|part| part.excerpt.is_empty()) {
        return p(cx.t("parts-gone"));
    }
    let standing = split.ended.is_none();
    let list: Vec<View> = split
        .parts
        .iter()
        .map(|part| {
            let place = standing.then(|| place(cx, part));
            let quote = voice(&part.excerpt, &split.language, Size::Plain);
            view! { <li>{title(cx, part)}{quote}{place}</li> }.into_any()
        })
        .collect();
    view! { <ul class="part-list" role="list">{list}</ul> }.into_any()
}

/// «Parte 1: la corriera della sera».
pub fn title(cx: &PageContext<'_>, part: &PartView) -> View {
    let numbered = cx.tw("parts-part", &[("n", part.position.into())]);
    let title = official(cx, part.title.clone());
    view! { <p class="part-title"><strong>{numbered}": "{title}</strong></p> }.into_any()
}

/// In which groups a part is.
fn place(cx: &PageContext<'_>, part: &PartView) -> View {
    if part.clusters.is_empty() {
        return view! { <p class="small muted">{cx.t("parts-alone")}</p> }.into_any();
    }
    let links: Vec<View> = part
        .clusters
        .iter()
        .map(|one| {
            let link = card::cluster_link(cx, one);
            view! { <p class="small">{cx.t("parts-in")}" "{link}</p> }.into_any()
        })
        .collect();
    links.into_any()
}

/// Why, and the parts: what a step of the thread tells of them.
pub fn told(cx: &PageContext<'_>, split: &SplitView) -> View {
    let reason = split.reason.clone();
    let parts = parts(cx, split);
    view! {
        <p lang=cx.content_lang()>{reason}</p>
        <p class="small muted">{cx.t("parts-more")}</p>
        {parts}
    }
    .into_any()
}

/// «Letto in due parti».
pub fn read_in(cx: &PageContext<'_>, split: &SplitView) -> String {
    cx.tn("parts-read", split.parts.len())
}

/// The section on the page of a text, while its parts stand.
pub fn section(cx: &PageContext<'_>, split: Option<&SplitView>) -> View {
    let Some(split) = split else { return nothing() };
    let (read, told) = (read_in(cx, split), told(cx, split));
    view! {
        <section class="box" aria-labelledby="parts">
            <h2 class="h3" id="parts">{read}</h2>
            {told}
        </section>
    }
    .into_any()
}
