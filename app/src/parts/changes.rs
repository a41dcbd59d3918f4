//! What a step changed in words: folded, old and new beside each other, with the words taken away
//! and added marked and said.

use domain::views::{Change, ChangedText, Wording};
use leptos::prelude::*;

use super::{View, diff, disclosure};
use crate::render::PageContext;

/// «Versione 2», and what changed, folded.
pub fn changed(cx: &PageContext<'_>, change: &Change) -> View {
    let version = version(cx, change.version);
    let texts: Vec<View> = change.texts.iter().map(|text| one(cx, text)).collect();
    let also: Vec<&str> =
        change.also.iter().map(|part| cx.coded("sheet-part", part.code())).collect();
    let also = (!also.is_empty()).then(|| {
        let also = cx.tw("thread-changed-also", &[("parts", also.join(", ").into())]);
        view! { <p>{also}</p> }
    });
    let body = view! { {texts}{also} };
    let folded = disclosure(cx.t("thread-changed"), false, body.into_any());
    view! { {version}{folded} }.into_any()
}

/// Which version it is.
pub fn version(cx: &PageContext<'_>, version: i64) -> View {
    let words = cx.tw("thread-version", &[("n", version.into())]);
    view! { <p class="small muted">{words}</p> }.into_any()
}

fn one(cx: &PageContext<'_>, text: &ChangedText) -> View {
    let of = |key: &'static str, code: &str| cx.coded(key, code).to_owned();
    let label = match text.wording {
        Wording::Title => of("words", "title"),
        Wording::Body => of("words", "body"),
        Wording::Strengths => of("words", "strengths"),
        Wording::Recipients => of("words", "recipients"),
        Wording::Doers => of("words", "doers"),
        Wording::Resources => of("words", "resources"),
        Wording::Synthesis => cx.t("thread-synthesis").to_owned(),
        Wording::Sheet(part) => of("sheet-part", part.code()),
    };
    let titled = |key: &'static str| format!("{label}: {}", cx.t(key));
    let (before, after) = (titled("thread-before"), titled("thread-after"));
    let lang = text.language.clone().or_else(|| cx.content_lang());
    diff::beside_in(cx, lang, (before, &text.before), (after, &text.after))
}
