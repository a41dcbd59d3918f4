//! The island for poor networks: forms that are sent in the background, and wait for the network.
//!
//! How a page uses it: draw [`Queue`] once, and mark
//! - a form with `data-queue="NAME"`, where `NAME` is the field whose words stand for the form in
//!   the list of those that wait; that field is emptied for the next one. The form posts to the
//!   address of its page, and what it makes is remembered by `form_id` (`store::forms_sent`);
//! - what shows the result (a count, a list) with an `id` and `data-queue-fresh`: it is drawn anew
//!   from the answer. At least one such element must be on the page: an answer without one is not
//!   this page's, and nothing counts as sent.
//!
//! Each form gets an id of its own here and is written to the device before it is sent, so that
//! it survives closing the page, and arrives once however often it is tried. It is taken off the
//! device as soon as the server has it. What is refused stays, with why, to be corrected.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What the island says.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct QueueWords {
    /// What the list is.
    pub title: String,
    /// One waits; several, with `#` for how many.
    pub waiting: [String; 2],
    /// One is on its way.
    pub sending: String,
    /// There is no network: what happens next.
    pub lost: String,
    /// Signed out meanwhile; words of a link to sign in again.
    pub ended: String,
    /// Before why it was refused.
    pub refused: String,
    /// Words of the button that puts it back into the form.
    pub mend: String,
    /// Words of the button that throws it away.
    pub throw: String,
    /// It has arrived.
    pub sent: String,
}

/// One that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Waiting {
    /// Its id.
    pub id: String,
    /// Its words.
    pub shown: String,
    /// Why it was refused, if it was.
    pub why: Option<String>,
    /// It can be put back into the form of this page.
    pub here: bool,
}

/// What it shows, and changes.
#[cfg_attr(not(feature = "hydrate"), allow(dead_code))]
#[derive(Clone, Copy)]
pub(crate) struct Told {
    /// Those that wait.
    pub waiting: RwSignal<Vec<Waiting>>,
    /// What happened.
    pub said: RwSignal<String>,
    /// Signed out meanwhile.
    pub ended: RwSignal<bool>,
}

/// What its buttons do with the one of an id.
#[derive(Clone)]
struct Acts {
    mend: std::rc::Rc<dyn Fn(&str)>,
    throw: std::rc::Rc<dyn Fn(&str)>,
}

/// Sends the marked forms of its page in the background, and shows those that wait for the
/// network. Without JavaScript it is nothing, and the forms go the ordinary way.
#[island]
pub fn Queue(
    /// Address of the page.
    address: String,
    /// Where one signs in.
    sign_in: String,
    /// What it says.
    words: QueueWords,
) -> impl IntoView {
    let told = Told {
        waiting: RwSignal::new(Vec::new()),
        said: RwSignal::new(String::new()),
        ended: RwSignal::new(false),
    };
    let acts = StoredValue::new_local(start(address, words.clone(), told));
    let QueueWords { title, ended, refused, mend, throw, .. } = words;
    let list = move || {
        let one = |one: Waiting| {
            let (id, of) = (one.id.clone(), one.id);
            let mendable = one.here;
            let why = one.why.map(|why| format!("{refused} {why}"));
            let (mend, throw, fine) = (mend.clone(), throw.clone(), why.is_none());
            view! {
                <li>
                    <q>{one.shown}</q>
                    <p class="field-error" hidden=fine>{why}</p>
                    <div class="button-row">
                        <button class="btn btn-outline-primary btn-sm" type="button"
                            hidden=!mendable on:click=move |_| acts.with_value(|acts| (acts.mend)(&id))>
                            {mend}
                        </button>
                        <button class="btn btn-plain btn-sm" type="button"
                            on:click=move |_| acts.with_value(|acts| (acts.throw)(&of))>
                            {throw}
                        </button>
                    </div>
                </li>
            }
        };
        told.waiting.get().into_iter().map(one).collect_view()
    };
    view! {
        <section class="queue-wait" aria-label=title>
            <p class="queue-said" role="status">{move || told.said.get()}</p>
            <p class="queue-ended" hidden=move || !told.ended.get()><a href=sign_in>{ended}</a></p>
            <ul class="queue-list" role="list">{list}</ul>
        </section>
    }
}

#[cfg(not(feature = "hydrate"))]
fn start(_: String, _: QueueWords, _: Told) -> Acts {
    let nothing: std::rc::Rc<dyn Fn(&str)> = std::rc::Rc::new(|_| {});
    Acts { mend: nothing.clone(), throw: nothing }
}

#[cfg(feature = "hydrate")]
fn start(address: String, words: QueueWords, told: Told) -> Acts {
    use std::rc::Rc;

    let sender = Rc::new(crate::sender::Sender::new(address, words, told));
    sender.attend();
    let (mend, throw) = (sender.clone(), sender);
    Acts { mend: Rc::new(move |id| mend.mend(id)), throw: Rc::new(move |id| throw.throw(id)) }
}

/// Asks for its page again every few seconds, and shows what it says in the element `id`. While
/// there is no network, what was last heard stays.
#[island]
pub fn Renew(
    /// The element that is drawn anew.
    id: String,
    /// There is no network.
    lost: String,
) -> impl IntoView {
    let said = RwSignal::new(String::new());
    renew(id, lost, said);
    view! { <p class="wall-lost" role="status">{move || said.get()}</p> }
}

#[cfg(not(feature = "hydrate"))]
fn renew(_: String, _: String, _: RwSignal<String>) {}

#[cfg(feature = "hydrate")]
fn renew(id: String, lost: String, said: RwSignal<String>) {
    /// Milliseconds between two questions.
    const EVERY: u64 = 2_000;
    let again = move || {
        let (id, lost) = (id.clone(), lost.clone());
        leptos::task::spawn_local(async move {
            let here = browser::here();
            let answer = browser::ask(&here, None).await;
            let answer = answer.filter(|answer| answer.ok && answer.address == here);
            let there = answer.and_then(|answer| answer.page.get_element_by_id(&id));
            match (there, browser::document().get_element_by_id(&id)) {
                (Some(there), Some(here)) => {
                    said.set(String::new());
                    let drawn = there.inner_html();
                    if here.inner_html() != drawn {
                        here.set_inner_html(&drawn);
                    }
                }
                _ => said.set(lost.clone()),
            }
            renew(id, lost, said);
        });
    };
    set_timeout(again, std::time::Duration::from_millis(EVERY));
}
