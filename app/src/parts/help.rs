//! What is said when a text has words of present danger, and when the detectors found something
//! that a person reads before it is public (domain.md §3.4, §8 cases 17 and 18).

use domain::detectors::Consequence;
use domain::screening::{Noticed, Passage, Screening};
use domain::views::AmbitoHead;
use leptos::prelude::*;

use super::{Tone, View, icon, nothing, notice, official, p};
use crate::render::PageContext;
use crate::urls::Page;

/// Help that is there now: numbers to call, whom to reach here, and a way to leave at once.
/// Pages that show it load `leave.js` (`Meta::with_leave`).
pub fn danger(cx: &PageContext<'_>, ambito: &AmbitoHead) -> View {
    let call = |number: &'static str, what: &'static str| {
        let href = format!("tel:{number}");
        view! {
            <li>
                <a class="btn btn-primary btn-lg" href=href>{cx.t(what)}</a>
                <p>{cx.t(&format!("{what}-more"))}</p>
            </li>
        }
        .into_any()
    };
    let (office, hours) = (official(cx, ambito.office.clone()), ambito.opening_hours.clone());
    let (mail, email) = (format!("mailto:{}", ambito.email), ambito.email.clone());
    let hours = (!hours.is_empty()).then(|| view! { <br/>{official(cx, hours)} });
    view! {
        <section class="help-now" aria-labelledby="help-now">
            <p class="h3" id="help-now"><strong>{cx.t("help-title")}</strong></p>
            <p>{cx.t("help-lead")}</p>
            <ul class="help-calls" role="list">
                {call("112", "help-112")}
                {call("1522", "help-1522")}
            </ul>
            <p class="mb-0"><strong>{cx.t("help-here")}</strong></p>
            <p>{office}<br/><a href=mail>{email}</a>{hours}</p>
            <p class="small">{cx.t("help-device")}</p>
            {leave(cx)}
        </section>
    }
    .into_any()
}

/// «Esci in fretta»: a plain link to a page that tells nothing; with `leave.js` that page takes
/// the place of this one in the browser's history.
pub fn leave(cx: &PageContext<'_>) -> View {
    let href = match cx.assets.exit() {
        "" => cx.path(Page::Territory),
        elsewhere => elsewhere.to_owned(),
    };
    let drawn = icon(cx, "it-close", "sm");
    view! { <a class="quick-exit" href=href rel="noreferrer nofollow">{drawn}" "{cx.t("help-leave")}</a> }
        .into_any()
}

/// What the detectors found, class by class: why it is read first, and where it stands. Danger is
/// told by [`danger`].
pub fn found(cx: &PageContext<'_>, screening: &Screening, language: &str) -> View {
    let list: Vec<View> = screening
        .noticed
        .iter()
        .filter(|one| one.class.consequence() == Consequence::Hold)
        .map(|one| class(cx, one, language))
        .collect();
    if list.is_empty() {
        nothing()
    } else {
        view! { <ul class="found" role="list">{list}</ul> }.into_any()
    }
}

fn class(cx: &PageContext<'_>, one: &Noticed, language: &str) -> View {
    let name = cx.coded("detector-name", one.class.code());
    let why = cx.t(one.class.explain());
    let passages: Vec<View> = one.passages.iter().map(|at| passage(at, language)).collect();
    view! { <li><p><strong>{name}</strong>" "{why}</p>{passages}</li> }.into_any()
}

/// The passage in its author's words, what was found marked in it.
fn passage(passage: &Passage, language: &str) -> View {
    let Passage { before, found, after } = passage.clone();
    let language = language.to_owned();
    view! {
        <blockquote class="voice voice--card" lang=language dir="auto">
            <p>{before}<mark>{found}</mark>{after}</p>
        </blockquote>
    }
    .into_any()
}

/// To the author of a text that waits because of what was found in it: why, and what can be done.
pub fn held(cx: &PageContext<'_>, screening: &Screening, language: &str) -> View {
    if screening.clear() {
        return nothing();
    }
    let found = found(cx, screening, language);
    let next = if screening.third_person() { "found-held-next-data" } else { "found-held-next" };
    let body = view! { {p(cx.t("found-held-why"))}{found}{p(cx.t(next))} };
    notice(cx, Tone::Plain, cx.t("found-held"), body.into_any())
}
