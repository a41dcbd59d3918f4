//! A synthesis whose sentences say where they come from, and what is not in it.

use domain::views::{CollectedView, ContributionRef, LeftSentence};
use leptos::prelude::*;

use super::voice::{Size, voice};
use super::{View, card, format, nothing, official};
use crate::render::PageContext;

/// The place on the page where a source stands.
pub fn anchor(contribution: &ContributionRef) -> String {
    format!("fonte-{}", contribution.number)
}

/// The synthesis, each sentence with numbers that lead to its sources on the same page.
pub fn synthesis(cx: &PageContext<'_>, view: &CollectedView) -> View {
    let lines: Vec<View> = view
        .sentences
        .iter()
        .map(|line| {
            let notes: Vec<View> = line.from.iter().map(|one| note(cx, one)).collect();
            let text = line.text.clone();
            view! { <span>{text}</span>{notes}" " }.into_any()
        })
        .collect();
    let (role, date) = (cx.coded("role", view.role.code()), format::date(cx.lang, view.at));
    let by = cx.tw("collected-by", &[("role", role.into()), ("date", date.into())]);
    view! {
        <p class="prose collected" lang=cx.content_lang()>{lines}</p>
        <p class="small muted">{cx.t("collected-legend")}" "{by}</p>
    }
    .into_any()
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
    let (open, skipped): (Vec<&LeftSentence>, Vec<&LeftSentence>) =
        view.left.iter().partition(|one| one.reason.is_none());
    let open = (!open.is_empty()).then(|| listed(cx, cx.tn("collected-open", open.len()), &open));
    let skipped = (!skipped.is_empty())
        .then(|| listed(cx, cx.tn("collected-skipped", skipped.len()), &skipped));
    view! {
        <section aria-labelledby="left">
            <h2 class="h3" id="left">{cx.t("collected-left")}</h2>
            <p class="small muted">{cx.t("collected-left-more")}</p>
            {open}
            {skipped}
        </section>
    }
    .into_any()
}

fn listed(cx: &PageContext<'_>, title: String, all: &[&LeftSentence]) -> View {
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
    view! { <h3 class="h4">{title}</h3><ul class="part-list" role="list">{list}</ul> }.into_any()
}
