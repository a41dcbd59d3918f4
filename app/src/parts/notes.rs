//! Notes between those who work on the bench: on a text, a draft, a cluster, or the round. No page
//! that others see has them.

use domain::forms::FormState;
use domain::views::{NoteAbout, NoteOn};
use leptos::prelude::*;

use super::bench::{ACT, ENTRY, by};
use super::forms::{Field, act, hidden_field, text_area};
use super::{View, date_time, disclosure, hidden};
use crate::render::PageContext;

/// Name of the field with the words of a note.
pub const NOTE: &str = "nota";
/// Name of the field that says what a note is on.
pub const ABOUT: &str = "di";
/// Name of the field with its number.
pub const NUMBER: &str = "numero";

/// What a note is on, as its form says it.
pub fn about_of(about: &str, number: &str) -> Option<NoteAbout> {
    let number = || number.parse().ok();
    match about {
        "percorso" => Some(NoteAbout::Round),
        "testo" => number().map(NoteAbout::Text),
        "bozza" => number().map(NoteAbout::Draft),
        "gruppo" => number().map(NoteAbout::Cluster),
        _ => None,
    }
}

const fn code(about: NoteAbout) -> (&'static str, i64) {
    match about {
        NoteAbout::Round => ("percorso", 0),
        NoteAbout::Text(number) => ("testo", number),
        NoteAbout::Draft(number) => ("bozza", number),
        NoteAbout::Cluster(number) => ("gruppo", number),
    }
}

/// The notes on one thing, folded, with a form for another. Forms are sent to `action`, the bench
/// of the round.
pub fn notes(cx: &PageContext<'_>, list: &[NoteOn], about: NoteAbout, action: &str) -> View {
    let (of, number) = code(about);
    let title = cx.tn(&format!("notes-{of}"), list.len());
    let state = FormState::default();
    let body = view! {
        {written(cx, list, about, action)}
        {form(cx, &state, about, action, &format!("{NOTE}-{of}-{number}"))}
    };
    disclosure(title, false, body.into_any())
}

fn written(cx: &PageContext<'_>, list: &[NoteOn], about: NoteAbout, action: &str) -> View {
    let rows: Vec<View> = list.iter().map(|one| row(cx, one, about, action)).collect();
    view! { <ul class="bench-notes" role="list">{rows}</ul> }.into_any()
}

fn row(cx: &PageContext<'_>, one: &NoteOn, about: NoteAbout, action: &str) -> View {
    let said = match &one.words {
        Some(words) => super::voice::plain(cx, words, "bench-note"),
        None => super::p(cx.t("note-removed")),
    };
    let (who, when) = (by(cx, &one.by), date_time(cx, one.at));
    let remove = one.own.then(|| {
        let which = hidden(format!(" {}", one.number));
        let words = view! { {cx.t("note-remove")}{which} }.into_any();
        view! {
            <form method="post" action=action.to_owned()>
                {place(about)}
                {hidden_field(ENTRY, one.number.to_string())}
                {act("btn btn-plain btn-sm", ACT, "togli-nota", words)}
            </form>
        }
    });
    view! { <li>{said}<p class="small muted mb-0">{who}", "{when}</p>{remove}</li> }.into_any()
}

/// Hidden fields that say what a note is on.
fn place(about: NoteAbout) -> View {
    let (of, number) = code(about);
    view! { {hidden_field(ABOUT, of)}{hidden_field(NUMBER, number.to_string())} }.into_any()
}

/// The form of a note, with what was written.
pub fn form(
    cx: &PageContext<'_>,
    state: &FormState,
    about: NoteAbout,
    action: &str,
    id: &str,
) -> View {
    let field = Field::new(NOTE, cx.t("note")).hint(cx.t("note-hint")).id(id);
    let area = text_area(cx, state, field, 3, false);
    let send = act("btn btn-outline-primary", ACT, "annota", cx.t("note-send").into_any());
    view! {
        <form class="form" method="post" action=action.to_owned() novalidate>
            {place(about)}{area}<div class="button-row">{send}</div>
        </form>
    }
    .into_any()
}
