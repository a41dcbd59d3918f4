//! Who works at a bench at the same time, in words.

use domain::forms::FormState;
use domain::merging::presence::UnderReading;
use domain::views::{AtBench, BenchLife};
use leptos::prelude::*;
use workbench::HOLE;

use crate::parts::View;
use crate::render::PageContext;
use crate::texts::Texts;
use crate::urls::Page;

/// «Marta Rinaldi (legge bisogno 12), Ugo Serra».
fn list(texts: &'static Texts, people: &[AtBench]) -> String {
    let names: Vec<String> = people
        .iter()
        .map(|one| {
            let name = one.name.as_deref().unwrap_or_else(|| texts.get("live-somebody"));
            let Some(reading) = one.reading else { return name.to_owned() };
            let (what, number) = match reading {
                UnderReading::Text(kind, number) => (kind.code(), number),
                UnderReading::Draft(number) => ("bozza", number),
            };
            let args = [("name", name.into()), ("n", number.to_string().into())];
            texts.with(&format!("live-reading-{what}"), &args)
        })
        .collect();
    names.join(", ")
}

/// Who else is there now.
pub fn now(texts: &'static Texts, people: &[AtBench]) -> String {
    if people.is_empty() {
        return texts.get("live-alone").to_owned();
    }
    texts.with("live-people", &[("people", list(texts, people).into())])
}

/// The same without what each reads: for the ear, which should not hear every text.
pub fn names(texts: &'static Texts, people: &[AtBench]) -> String {
    let names = people.iter().map(|one| AtBench { reading: None, ..one.clone() });
    now(texts, &names.collect::<Vec<_>>())
}

/// Who else was there in the last minutes, for a page that does not renew itself.
pub fn lately(texts: &'static Texts, people: &[AtBench]) -> String {
    if people.is_empty() {
        return texts.get("live-nobody").to_owned();
    }
    texts.with("live-lately", &[("people", list(texts, people).into())])
}

/// The island of a page of the workbench: who was there, and with JavaScript who is and what
/// changes. `reading` is the query that says what this page reads.
pub fn island(
    cx: &PageContext<'_>,
    round: i64,
    reading: &str,
    life: &BenchLife,
    state: &FormState,
) -> View {
    let events = cx.path_with(Page::WorkbenchEvents(round), reading);
    let renewable = state.refusal.is_none() && state.fields.pairs().next().is_none();
    let counted = |key: &str| {
        let several = cx.tw(&format!("{key}-many"), &[("n", HOLE.into())]);
        [cx.t(&format!("{key}-one")).to_owned(), several]
    };
    let words = workbench::Words {
        label: cx.t("live-label").to_owned(),
        renewed: cx.t("live-renewed").to_owned(),
        changed: cx.t("live-changed").to_owned(),
        renew: cx.t("live-renew").to_owned(),
        lost: cx.t("live-lost").to_owned(),
        back: cx.t("live-back").to_owned(),
        ended: cx.t("live-ended").to_owned(),
        chosen: counted("live-chosen"),
        carrying: counted("live-carrying"),
        cancelled: cx.t("live-cancelled").to_owned(),
        failed: cx.tw("live-failed", &[("why", HOLE.into())]),
        unsent: cx.t("live-unsent").to_owned(),
        undo: cx.t("live-undo").to_owned(),
        keys: cx.t("live-keys-on").to_owned(),
    };
    let people = lately(cx.texts(), &life.lately);
    view! {
        <workbench::Live events=events version=life.version.to_string() renewable=renewable
            people=people words=words/>
    }
    .into_any()
}
