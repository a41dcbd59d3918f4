//! Two texts beside each other, with what differs marked word by word: `del` and `ins`, each said
//! in words too, for who can't see a line or a colour.

use domain::methods::diff::{Run, words_between};
use leptos::prelude::*;

use super::{View, hidden};
use crate::render::PageContext;

fn said(cx: &PageContext<'_>, begins: &'static str, ends: &'static str) -> (View, View) {
    (hidden(format!("[{} ", cx.t(begins))), hidden(format!(" {}] ", cx.t(ends))))
}

fn removed(cx: &PageContext<'_>, words: &str) -> View {
    let (begins, ends) = said(cx, "diff-removed", "diff-ends");
    let words = words.to_owned();
    view! { <del>{begins}{words}{ends}</del> }.into_any()
}

fn added(cx: &PageContext<'_>, words: &str) -> View {
    let (begins, ends) = said(cx, "diff-added", "diff-ends");
    let words = words.to_owned();
    view! { <ins>{begins}{words}{ends}</ins> }.into_any()
}

/// The first text, with what the second lacks marked.
pub fn before(cx: &PageContext<'_>, old: &str, new: &str) -> View {
    spoken(cx.content_lang(), left(cx, old, new))
}

fn left(cx: &PageContext<'_>, old: &str, new: &str) -> Vec<View> {
    words_between(old, new)
        .iter()
        .filter_map(|run| match run {
            Run::Same(words) => Some(words.clone().into_any()),
            Run::Removed(words) => Some(removed(cx, words)),
            Run::Added(_) => None,
        })
        .collect()
}

/// The second text, with what the first lacks marked.
pub fn after(cx: &PageContext<'_>, old: &str, new: &str) -> View {
    spoken(cx.content_lang(), right(cx, old, new))
}

fn right(cx: &PageContext<'_>, old: &str, new: &str) -> Vec<View> {
    words_between(old, new)
        .iter()
        .filter_map(|run| match run {
            Run::Same(words) => Some(words.clone().into_any()),
            Run::Added(words) => Some(added(cx, words)),
            Run::Removed(_) => None,
        })
        .collect()
}

fn text(cx: &PageContext<'_>, runs: Vec<View>) -> View {
    spoken(cx.content_lang(), runs)
}

fn spoken(lang: Option<String>, runs: Vec<View>) -> View {
    view! { <p class="diff" lang=lang dir="auto">{runs}</p> }.into_any()
}

/// A text of a draft: its line breaks kept.
pub fn plain(cx: &PageContext<'_>, words: &str) -> View {
    text(cx, vec![words.to_owned().into_any()])
}

/// A person's text beside what the institution makes of it, with the words they share marked:
/// nothing of what somebody wrote is struck out. The text may be in another language than theirs.
pub fn shared_beside(
    cx: &PageContext<'_>,
    (old_title, old, lang): (String, &str, Option<String>),
    (new_title, new): (String, &str),
) -> View {
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for run in words_between(old, new) {
        match run {
            Run::Same(words) => {
                left.push(shared(&words));
                right.push(shared(&words));
            }
            Run::Removed(words) => left.push(words.into_any()),
            Run::Added(words) => right.push(words.into_any()),
        }
    }
    view! {
        <div class="beside">
            <div class="box">
                <p class="beside-title">{old_title}</p>
                <p class="diff" lang=lang dir="auto">{left}</p>
            </div>
            <div class="box"><p class="beside-title">{new_title}</p>{text(cx, right)}</div>
        </div>
        <p class="small muted">{cx.t("merge-beside-legend")}</p>
    }
    .into_any()
}

/// Fewer letters in a row say nothing: articles and the like are everywhere.
const TELLING: usize = 4;

fn shared(words: &str) -> View {
    let letters = |word: &str| word.chars().filter(|c| c.is_alphanumeric()).count();
    if !words.split_whitespace().any(|word| letters(word) >= TELLING) {
        return words.to_owned().into_any();
    }
    // The space after them is not theirs.
    let marked = words.trim_end().to_owned();
    let rest = words[marked.len()..].to_owned();
    view! { <mark>{marked}</mark>{rest} }.into_any()
}

/// Two texts beside each other under their titles, which are no headings: it stands in notices too.
pub fn beside(cx: &PageContext<'_>, old: (String, &str), new: (String, &str)) -> View {
    beside_in(cx, cx.content_lang(), old, new)
}

/// The same, in the language of whoever wrote them.
pub fn beside_in(
    cx: &PageContext<'_>,
    lang: Option<String>,
    (old_title, old): (String, &str),
    (new_title, new): (String, &str),
) -> View {
    let (left, right) =
        (spoken(lang.clone(), left(cx, old, new)), spoken(lang, right(cx, old, new)));
    view! {
        <div class="beside">
            <div class="box"><p class="beside-title">{old_title}</p>{left}</div>
            <div class="box"><p class="beside-title">{new_title}</p>{right}</div>
        </div>
        <p class="small muted">{cx.t("diff-legend")}</p>
    }
    .into_any()
}
