//! What waits for the network, and what asks for itself again: see the islands of the same names.

use leptos::prelude::*;
use room::{HOLE, Queue, QueueWords, Renew};

use super::View;
use crate::render::PageContext;
use crate::urls::Page;

/// Sends the forms of this page that are marked with `data-queue` in the background, and keeps
/// them while there is no network. `texts` begins the keys of its words.
pub fn queue(cx: &PageContext<'_>, texts: &str) -> View {
    let said = |name: &str| cx.t(&format!("{texts}-{name}")).to_owned();
    let words = QueueWords {
        title: said("title"),
        waiting: [said("one"), cx.tw(&format!("{texts}-several"), &[("n", HOLE.into())])],
        sending: said("sending"),
        lost: said("lost"),
        ended: said("ended"),
        refused: said("refused"),
        mend: said("mend"),
        throw: said("throw"),
        sent: said("sent"),
    };
    let (address, sign_in) = (cx.here(), cx.path(Page::SignIn));
    view! { <Queue address=address sign_in=sign_in words=words/> }.into_any()
}

/// Asks for this page again every few seconds, and shows what it says in the element `id`.
pub fn renew(cx: &PageContext<'_>, id: &str) -> View {
    let (id, lost) = (id.to_owned(), cx.t("wall-lost").to_owned());
    view! { <Renew id=id lost=lost/> }.into_any()
}
