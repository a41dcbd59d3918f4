//! A synthesis whose sentences say where they come from, and what is not in it.

use domain::views::{CollectedSentence, CollectedView, ContributionRef, LeftSentence};
use leptos::prelude::*;

use super::voice::{Size, voice};
use super::{View, card, disclosure, format, nothing, official};
use crate::render::PageContext;

/// The place on the page where a source stands.
pub fn anchor(contribution: &ContributionRef) -> String {
    format!("fonte-{}", contribution.number)
}

/// The synthesis, each sentence with numbers that lead to its sources on the same page.
pub fn synthesis(cx: &PageContext<'_>, view: &CollectedView) -> View {
    let lines = sentences(cx, &view.sentences);
    let (role, date) = (cx.coded("role", view.role.code()), format::date(cx.lang, view.at));
    let by = cx.tw("collected-by", &[("role", role.into()), ("date", date.into())]);
    view! {
        {lines}
        <p class="small muted">{cx.t("collected-legend")}" "{by}</p>
    }
    .into_any()
}

/// Its sentences, each with numbers that lead to its sources.
pub fn sentences(cx: &PageContext<'_>, sentences: &[CollectedSentence]) -> View {
    let lines: Vec<View> = sentences
        .iter()
        .map(|line| {
            let notes: Vec<View> = line.from.iter().map(|one| note(cx, one)).collect();
            let text = line.text.clone();
            view! { <span>{text}</span>{notes}" " }.into_any()
        })
        .collect();
    view! { <p class="prose collected" lang=cx.content_lang()>{lines}</p> }.into_any()
}

/// A number that leads to a source.
fn note(cx: &PageContext<'_>, one: &ContributionRef) -> View {
    let (href, number) = (format!("#{}", anchor(one)), one.number.to_string());
    let label = cx.tw("collected-from", &[("what", card::numbered(cx, one).into())]);
    view! {
        <sup class="collected-note" lang=cx.lang.code()>
            <a href=href aria-label=label>{number}</a>
        </sup>
    }
    .into_any()
}

/// What is not in the synthesis: not collected yet, or not needed, with the reason.
pub fn left(cx: &PageContext<'_>, view: &CollectedView) -> View {
    if view.left.is_empty() {
        return nothing();
    }
    let lists = lists(&view.left).map(|(key, list)| {
        let title = cx.tn(key, list.len());
        (!list.is_empty()).then(|| view! { <h3 class="h4">{title}</h3>{listed(cx, &list)} })
    });
    view! {
        <section aria-labelledby="left">
            <h2 class="h3" id="left">{cx.t("collected-left")}</h2>
            <p class="small muted">{cx.t("collected-left-more")}</p>
            {lists}
        </section>
    }
    .into_any()
}

/// The same to be unfolded, for who is still writing.
pub fn left_in_short(cx: &PageContext<'_>, left: &[LeftSentence]) -> View {
    let lists = lists(left).map(|(key, list)| {
        let title = cx.tn(key, list.len());
        (!list.is_empty()).then(|| disclosure(title, false, listed(cx, &list)))
    });
    view! { {lists} }.into_any()
}

/// What is not collected yet, and what isn't needed, each with the key of its title.
fn lists(left: &[LeftSentence]) -> [(&'static str, Vec<&LeftSentence>); 2] {
    let (open, skipped) = left.iter().partition(|one| one.reason.is_none());
    [("collected-open", open), ("collected-skipped", skipped)]
}

fn listed(cx: &PageContext<'_>, all: &[&LeftSentence]) -> View {
    let list: Vec<View> = all
        .iter()
        .map(|one| {
            let quote = voice(&one.text, &one.source.language, Size::Plain);
            let link = card::link(cx, &one.source);
            let reason = one.reason.as_ref().map(|reason| {
                let reason = official(cx, reason.clone());
                view! { <p class="small">{cx.t("reason-label")}" "{reason}</p> }
            });
            view! { <li>{quote}<p class="small">{link}</p>{reason}</li> }.into_any()
        })
        .collect();
    view! { <ul class="part-list" role="list">{list}</ul> }.into_any()
}
