//! Who else is at the workbench, and what changed there meanwhile.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What the island says.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Words {
    /// What the region is, for who can't see it.
    pub label: String,
    /// The panes say what stands now.
    pub renewed: String,
    /// Something changed where somebody types.
    pub changed: String,
    /// Words of the button that renews all the same.
    pub renew: String,
    /// Nothing is heard any more.
    pub lost: String,
    /// It is heard again.
    pub back: String,
    /// Signed out meanwhile.
    pub ended: String,
}

/// What it shows, and changes.
#[cfg_attr(not(feature = "hydrate"), allow(dead_code))]
#[derive(Clone, Copy)]
struct Shown {
    /// Who is there, for the eye.
    people: RwSignal<String>,
    /// Who came or went, for the ear: not what each of them reads.
    names: RwSignal<String>,
    /// What was done, or happened.
    said: RwSignal<String>,
    /// Something changed that was not touched.
    held: RwSignal<bool>,
}

/// Says who else is there, and renews the panes when somebody else changed something. Without
/// JavaScript it is a line that says who was there in the last minutes.
#[island]
pub fn Live(
    /// Address of the stream.
    events: String,
    /// The version at which the page was read.
    version: String,
    /// The page was asked for, and is not the answer to a form: it may be asked for again.
    renewable: bool,
    /// Who was there, in words.
    people: String,
    /// What it says.
    words: Words,
) -> impl IntoView {
    let shown = Shown {
        people: RwSignal::new(people),
        names: RwSignal::new(String::new()),
        said: RwSignal::new(String::new()),
        held: RwSignal::new(false),
    };
    let (label, changed, button) =
        (words.label.clone(), words.changed.clone(), words.renew.clone());
    let renew = start(events, version, renewable, words, shown);
    view! {
        <section class="bench-live" aria-label=label>
            <p class="bench-people">{move || shown.people.get()}</p>
            <p class="visually-hidden" aria-live="polite">{move || shown.names.get()}</p>
            <p class="bench-said" role="status">{move || shown.said.get()}</p>
            <p class="bench-held" hidden=move || !shown.held.get()>
                {changed}" "
                <button class="btn btn-outline-primary" type="button" on:click=move |_| renew()>
                    {button}
                </button>
            </p>
        </section>
    }
}

#[cfg(not(feature = "hydrate"))]
fn start(_: String, _: String, _: bool, _: Words, _: Shown) -> impl Fn() + 'static {
    || {}
}

#[cfg(feature = "hydrate")]
fn start(
    events: String,
    version: String,
    renewable: bool,
    words: Words,
    shown: Shown,
) -> impl Fn() + 'static {
    use std::rc::Rc;

    use crate::stream::{Heard, listen};

    let bench = Rc::new(bench::Bench::new(version, renewable, words, shown));
    let of = bench.clone();
    let first = std::cell::Cell::new(true);
    let tell = move |heard| match heard {
        Heard::People(people) => shown.people.set(people),
        // Who is there when one comes is read, not called out.
        Heard::Names(names) if !first.replace(false) => shown.names.set(names),
        Heard::Names(_) => {}
        Heard::Version(version) => of.moved(version),
        Heard::Lost => shown.said.set(of.words().lost.clone()),
        Heard::Back => shown.said.set(of.words().back.clone()),
        Heard::End => shown.said.set(of.words().ended.clone()),
    };
    listen(events, Rc::new(tell));
    if let Some(panes) = crate::page::find(".workbench") {
        let _ = panes.class_list().add_1("is-live");
    }
    move || bench.renew()
}

#[cfg(feature = "hydrate")]
mod bench {
    use std::cell::{Cell, RefCell};
    use std::rc::Rc;
    use std::time::Duration;

    use leptos::prelude::{GetUntracked, Set, set_timeout};

    use super::{Shown, Words};
    use crate::{page, panes};

    /// The shortest time between two drawings of the page.
    const PAUSE: Duration = Duration::from_millis(2_500);

    /// The workbench as this page shows it.
    pub(super) struct Bench {
        version: RefCell<String>,
        renewable: bool,
        words: Words,
        shown: Shown,
        busy: Cell<bool>,
        again: Cell<bool>,
    }

    impl Bench {
        pub(super) fn new(version: String, renewable: bool, words: Words, shown: Shown) -> Bench {
            let (version, busy, again) =
                (RefCell::new(version), Cell::new(false), Cell::new(false));
            Bench { version, renewable, words, shown, busy, again }
        }

        pub(super) fn words(&self) -> &Words {
            &self.words
        }

        /// The Ambito stands at this version now.
        pub(super) fn moved(self: &Rc<Self>, version: String) {
            if *self.version.borrow() == version {
                return;
            }
            *self.version.borrow_mut() = version;
            if self.renewable {
                self.renew();
            } else {
                // What the server answered to a form would go: who works decides.
                self.shown.held.set(true);
            }
        }

        /// Asks for the page, and makes the panes say what it says.
        pub(super) fn renew(self: &Rc<Self>) {
            if self.busy.replace(true) {
                self.again.set(true);
                return;
            }
            let bench = self.clone();
            leptos::task::spawn_local(async move {
                let address = page::here();
                let address = address.split('#').next().unwrap_or_default();
                if let Some(answer) = page::ask(address, None).await
                    && answer.ok
                {
                    bench.show(&answer);
                }
                let later = bench.clone();
                set_timeout(move || later.rested(), PAUSE);
            });
        }

        fn rested(self: &Rc<Self>) {
            self.busy.set(false);
            if self.again.replace(false) {
                self.renew();
            }
        }

        fn show(&self, answer: &page::Answer) {
            let done = panes::renew(&answer.page);
            self.shown.held.set(done.held);
            if done.changed && self.shown.said.get_untracked() != self.words.renewed {
                self.shown.said.set(self.words.renewed.clone());
            }
        }
    }
}
