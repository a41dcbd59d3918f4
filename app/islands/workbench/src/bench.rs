//! The workbench as this page shows it: asked for again when it moved on, sent to when somebody
//! acts, and what came of it said.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::{GetUntracked, Set, set_timeout};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlFormElement, HtmlInputElement};

use browser::{self as page, Fields, HOLE, counted, fields};

use crate::live::{Shown, Words};
use crate::panes;

/// The shortest and the longest time between two drawings of the page, in milliseconds.
const PAUSE: (f64, f64) = (2_500.0, 30_000.0);
/// How many times as long as a drawing took one rests after it: a slow phone with a long list has
/// something else to do while a consultation is full of voices.
const REST: f64 = 10.0;
/// Name of the field that says what is done.
const ACT: &str = "atto";
/// Name of a chosen text's field.
const CHOSEN: &str = "s";
/// Acts whose forms are sent from here, and answered in place. Others go the ordinary way.
const IN_PLACE: [&str; 4] = ["metti", "togli", "riprendi", "annulla"];

/// Where a page says why something was not done, the nearest first.
const WHY: [&str; 4] = [".error-summary ul", ".notice--refusal", "[role='alert']", "h1"];

/// Fields of a form.

/// The workbench.
pub(crate) struct Bench {
    version: RefCell<String>,
    renewable: bool,
    pub(crate) words: Words,
    pub(crate) shown: Shown,
    busy: Cell<bool>,
    again: Cell<bool>,
    sending: Cell<bool>,
}

impl Bench {
    pub(crate) fn new(version: String, renewable: bool, words: Words, shown: Shown) -> Bench {
        let version = RefCell::new(version);
        let (busy, again, sending) = (Cell::new(false), Cell::new(false), Cell::new(false));
        Bench { version, renewable, words, shown, busy, again, sending }
    }

    /// Listens to ticks and to forms that are sent.
    pub(crate) fn attend(self: &Rc<Self>) {
        let of = self.clone();
        page::on("change", move |event| of.ticked(&event));
        // Elsewhere than at the bench itself, forms go the ordinary way.
        if page::find(".workbench").is_some() {
            let of = self.clone();
            page::on("submit", move |event| of.sent(&event));
        }
    }

    /// Says something.
    pub(crate) fn say(&self, words: &str) {
        if self.shown.said.get_untracked() != words {
            self.shown.said.set(words.to_owned());
        }
    }

    /// The Ambito stands at this version now.
    pub(crate) fn moved(self: &Rc<Self>, version: String) {
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
    pub(crate) fn renew(self: &Rc<Self>) {
        if self.busy.replace(true) {
            self.again.set(true);
            return;
        }
        let bench = self.clone();
        leptos::task::spawn_local(async move {
            let since = js_sys::Date::now();
            if let Some(answer) = page::ask(&page::here(), None).await
                && answer.ok
                && !bench.sending.get()
            {
                let done = panes::renew(&answer.page);
                bench.shown.held.set(done.held);
                if done.changed {
                    bench.say(&bench.words.renewed);
                }
            }
            let (least, most) = PAUSE;
            let rest = ((js_sys::Date::now() - since) * REST).clamp(least, most);
            set_timeout(move || bench.rested(), Duration::from_millis(rest as u64));
        });
    }

    fn rested(self: &Rc<Self>) {
        self.busy.set(false);
        if self.again.replace(false) {
            self.renew();
        }
    }

    /// A box was ticked, or not any more.
    fn ticked(&self, event: &Event) {
        let Some(input) = event.target().and_then(|one| one.dyn_into::<HtmlInputElement>().ok())
        else {
            return;
        };
        if input.name() == CHOSEN && input.type_() == "checkbox" {
            self.say(&counted(&self.words.chosen, chosen().len()));
        }
    }

    /// A form is sent: if it is one of those, it goes from here.
    fn sent(self: &Rc<Self>, event: &Event) {
        let Some(form) = event.target().and_then(|one| one.dyn_into::<HtmlFormElement>().ok())
        else {
            return;
        };
        let button = page::submitter(event);
        let attribute = |name: &str| button.as_ref().and_then(|one| one.get_attribute(name));
        let act = attribute("value").filter(|_| attribute("name").as_deref() == Some(ACT));
        let act = act.filter(|act| IN_PLACE.contains(&act.as_str()));
        let Some(act) = act else { return };
        event.prevent_default();
        let mut fields = fields(&form);
        fields.push((ACT.to_owned(), act));
        self.send(fields);
    }

    /// Sends a form to this page, shows what stands then, and says what came of it.
    pub(crate) fn send(self: &Rc<Self>, fields: Fields) {
        if self.sending.replace(true) {
            return;
        }
        let bench = self.clone();
        leptos::task::spawn_local(async move {
            let sent = page::ask(&page::here(), Some(&page::encoded(&fields))).await;
            bench.sending.set(false);
            let Some(answer) = sent else {
                bench.say(&bench.words.unsent);
                return;
            };
            if !answer.ok {
                let why = WHY.iter().map(|place| page::said(&answer.page, place));
                let why = why.into_iter().find(|why| !why.is_empty()).unwrap_or_default();
                bench.say(&bench.words.failed.replace(HOLE, &why));
                // Somebody else may have changed what was before one's eyes.
                bench.renew();
                return;
            }
            page::is_at(&answer.address);
            // A box that was ticked has done its work.
            for input in chosen() {
                input.set_checked(false);
            }
            let done = panes::renew(&answer.page);
            bench.shown.held.set(done.held);
            let undo = page::find("#bench-latest .bench-latest form [name='voce']");
            let undo = undo.and_then(|one| one.get_attribute("value"));
            bench.shown.undo.set(undo);
            let latest = page::said(&answer.page, ".bench-latest strong");
            bench.say(if latest.is_empty() { &bench.words.renewed } else { &latest });
        });
    }

    /// Undoes what was just done here.
    pub(crate) fn undo(self: &Rc<Self>) {
        if let Some(act) = self.shown.undo.get_untracked() {
            self.shown.undo.set(None);
            self.send(vec![(ACT.to_owned(), "annulla".to_owned()), ("voce".to_owned(), act)]);
        }
    }

    /// Puts texts into a draft, or takes them out of one.
    pub(crate) fn put(self: &Rc<Self>, texts: &[String], from: Option<&str>, into: Option<&str>) {
        let act = if into.is_some() { "metti" } else { "togli" };
        let mut fields = vec![(ACT.to_owned(), act.to_owned())];
        fields.extend(texts.iter().map(|text| (CHOSEN.to_owned(), text.clone())));
        fields.extend(from.map(|from| ("da".to_owned(), from.to_owned())));
        fields.extend(into.map(|into| ("in".to_owned(), into.to_owned())));
        self.send(fields);
    }
}

/// The boxes that are ticked in the list.
pub(crate) fn chosen() -> Vec<HtmlInputElement> {
    let Some(queue) = page::find("#bench-queue") else { return Vec::new() };
    let ticked = page::all(&queue, "input[name='s']:checked");
    ticked.into_iter().filter_map(|one| one.dyn_into().ok()).collect()
}

/// The row of a text that an element stands in.
pub(crate) fn row(of: &Element) -> Option<HtmlElement> {
    of.closest("#bench-queue [data-text]").ok().flatten()?.dyn_into().ok()
}
