//! The island: who else is at the workbench, what changed there meanwhile, what was done.

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
    /// One text is chosen; several, with `#` for how many.
    pub chosen: [String; 2],
    /// One text is being carried; several, with `#` for how many.
    pub carrying: [String; 2],
    /// Carrying was given up.
    pub cancelled: String,
    /// It was not done, with `#` for why.
    pub failed: String,
    /// No answer came.
    pub unsent: String,
    /// Words of the button that undoes.
    pub undo: String,
    /// Words of the switch for single keys.
    pub keys: String,
}

/// What it shows, and changes.
#[cfg_attr(not(feature = "hydrate"), allow(dead_code))]
#[derive(Clone, Copy)]
pub(crate) struct Shown {
    /// Who is there, for the eye.
    pub people: RwSignal<String>,
    /// Who came or went, for the ear: not what each of them reads.
    pub names: RwSignal<String>,
    /// What was done, or happened.
    pub said: RwSignal<String>,
    /// Something changed that was not touched.
    pub held: RwSignal<bool>,
    /// Number of the act that was just done here, and can be undone.
    pub undo: RwSignal<Option<String>>,
    /// Single keys do something.
    pub keys: RwSignal<bool>,
    /// The island runs.
    pub runs: RwSignal<bool>,
}

/// What its buttons do.
#[derive(Clone)]
struct Acts {
    renew: std::rc::Rc<dyn Fn()>,
    undo: std::rc::Rc<dyn Fn()>,
    keys: std::rc::Rc<dyn Fn()>,
}

/// Says who else is there, and renews the panes when somebody else changed something; texts are
/// carried to drafts by hand, or with keys. Without JavaScript it is a line that says who was
/// there in the last minutes.
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
        undo: RwSignal::new(None),
        keys: RwSignal::new(true),
        runs: RwSignal::new(false),
    };
    let Words { label, changed, renew, undo, keys, .. } = words.clone();
    let acts = start(events, version, renewable, words, shown);
    view! {
        <section class="bench-live" aria-label=label>
            <p class="bench-people">{move || shown.people.get()}</p>
            <p class="visually-hidden" aria-live="polite">{move || shown.names.get()}</p>
            <p class="bench-said" role="status">{move || shown.said.get()}</p>
            <button class="btn btn-outline-primary btn-sm bench-undo-last" type="button"
                hidden=move || shown.undo.get().is_none() on:click=move |_| (acts.undo)()>
                {undo}
            </button>
            <p class="bench-held" hidden=move || !shown.held.get()>
                {changed}" "
                <button class="btn btn-outline-primary btn-sm" type="button"
                    on:click=move |_| (acts.renew)()>
                    {renew}
                </button>
            </p>
            <button class="btn btn-plain btn-sm bench-keys-switch" type="button"
                hidden=move || !shown.runs.get()
                aria-pressed=move || if shown.keys.get() { "true" } else { "false" }
                on:click=move |_| (acts.keys)()>
                {keys}
            </button>
        </section>
    }
}

#[cfg(not(feature = "hydrate"))]
fn start(_: String, _: String, _: bool, _: Words, _: Shown) -> Acts {
    let nothing: std::rc::Rc<dyn Fn()> = std::rc::Rc::new(|| {});
    Acts { renew: nothing.clone(), undo: nothing.clone(), keys: nothing }
}

#[cfg(feature = "hydrate")]
fn start(events: String, version: String, renewable: bool, words: Words, shown: Shown) -> Acts {
    use std::rc::Rc;

    use crate::bench::Bench;
    use crate::stream::{Heard, listen};
    use crate::{drag, keys};

    let bench = Rc::new(Bench::new(version, renewable, words, shown));
    let of = bench.clone();
    let first = std::cell::Cell::new(true);
    let tell = move |heard| match heard {
        Heard::People(people) => shown.people.set(people),
        // Who is there when one comes is read, not called out.
        Heard::Names(names) if !first.replace(false) => shown.names.set(names),
        Heard::Names(_) => {}
        Heard::Version(version) => of.moved(version),
        Heard::Lost => of.say(&of.words.lost),
        Heard::Back => of.say(&of.words.back),
        Heard::End => of.say(&of.words.ended),
    };
    listen(events, Rc::new(tell));
    bench.attend();
    drag::attend(&bench);
    keys::attend(&bench);
    if let Some(panes) = browser::find(".workbench") {
        let _ = panes.class_list().add_1("is-live");
        // Without rows there is nothing that keys could do.
        leptos::task::spawn_local(async move { shown.runs.set(true) });
    }
    let (renew, undo) = (bench.clone(), bench.clone());
    Acts {
        renew: Rc::new(move || renew.renew()),
        undo: Rc::new(move || undo.undo()),
        keys: Rc::new(move || keys::switch(shown)),
    }
}
