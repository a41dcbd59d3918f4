//! Where a voice was said: a session of the Community Lab, with its cards.

use domain::views::SaidInSession;
use leptos::prelude::*;

use super::{View, quoting};
use crate::render::PageContext;
use crate::urls::Page;

/// «Detto al Laboratorio 1: …, cartoncini 3, 7», with a link to it.
pub fn said(cx: &PageContext<'_>, said: &SaidInSession) -> View {
    let href = cx.path(Page::Session(said.session));
    let args = [("number", said.session.into())];
    let session = quoting(cx, "said-in-session", &args, ("title", &said.title));
    let numbers: Vec<String> = said.cards.iter().map(|number| number.to_string()).collect();
    let cards = (!numbers.is_empty()).then(|| {
        let count = i64::try_from(numbers.len()).unwrap_or(i64::MAX);
        let args = [("n", count.into()), ("numbers", numbers.join(", ").into())];
        format!(", {}", cx.tw("said-on-cards", &args))
    });
    view! { <p class="said-in"><a href=href>{session}</a>{cards}</p> }.into_any()
}
