//! What the queue does: keeps forms on the device, sends them one after the other, tries again.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;
use std::time::Duration;

use js_sys::{Reflect, Uint8Array};
use leptos::prelude::{GetUntracked, Set, set_timeout};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{
    Element, Event, HtmlElement, HtmlFormElement, HtmlInputElement, HtmlSelectElement,
    HtmlTextAreaElement, Storage,
};

use browser::{self as page, counted, fields};

use crate::queue::{QueueWords, Told, Waiting};

/// Marks a form, and names the field whose words stand for it.
const MARK: &str = "data-queue";
/// Elements that are drawn anew from an answer.
const FRESH: &str = "[data-queue-fresh][id]";
/// Begins the names under which forms stand on the device.
const KEPT: &str = "trama-attesa:";
/// The shortest and the longest time between two tries, in milliseconds.
const PAUSE: (u64, u64) = (2_000, 30_000);
/// Where a page says why something was not done, the nearest first.
const WHY: [&str; 4] = [".error-summary ul", ".notice--refusal", "[role='alert']", "h1"];

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = crypto, js_name = getRandomValues)]
    fn random(into: &Uint8Array);
}

/// A form on the device.
#[derive(Debug, Clone, PartialEq)]
struct Kept {
    id: String,
    at: f64,
    address: String,
    shown: String,
    body: String,
}

impl Kept {
    fn written(&self) -> String {
        let shown = String::from(js_sys::encode_uri_component(&self.shown));
        [&self.at.to_string(), &self.address, &shown, &self.body].map(String::as_str).join("\n")
    }

    fn read(id: &str, written: &str) -> Option<Kept> {
        let mut lines = written.splitn(4, '\n');
        let (at, address, shown) = (lines.next()?, lines.next()?, lines.next()?);
        Some(Kept {
            id: id.to_owned(),
            at: at.parse().ok()?,
            address: address.to_owned(),
            shown: decoded(shown),
            body: lines.next()?.to_owned(),
        })
    }
}

fn decoded(text: &str) -> String {
    js_sys::decode_uri_component(text).map(String::from).unwrap_or_default()
}

fn device() -> Option<Storage> {
    leptos::prelude::window().local_storage().ok().flatten()
}

/// All that wait on this device, the oldest first.
fn kept() -> Vec<Kept> {
    let Some(device) = device() else { return Vec::new() };
    let mut all = Vec::new();
    for place in 0..device.length().unwrap_or(0) {
        if let Some(name) = device.key(place).ok().flatten()
            && let Some(id) = name.strip_prefix(KEPT)
            && let Some(written) = device.get_item(&name).ok().flatten()
        {
            all.extend(Kept::read(id, &written));
        }
    }
    all.sort_by(|one, other| one.at.total_cmp(&other.at));
    all
}

fn forget(id: &str) {
    if let Some(device) = device() {
        let _ = device.remove_item(&format!("{KEPT}{id}"));
    }
}

/// Sixteen random bytes, as the server makes the ids of forms.
fn fresh_id() -> String {
    let bytes = Uint8Array::new_with_length(16);
    random(&bytes);
    bytes.to_vec().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What a field says, or where it is set.
fn field(form: &HtmlFormElement, name: &str) -> Option<HtmlElement> {
    form.query_selector(&format!("[name='{name}']")).ok().flatten()?.dyn_into().ok()
}

fn set(control: &Element, value: &str) {
    if let Some(area) = control.dyn_ref::<HtmlTextAreaElement>() {
        area.set_value(value);
    } else if let Some(select) = control.dyn_ref::<HtmlSelectElement>() {
        select.set_value(value);
    } else if let Some(input) = control.dyn_ref::<HtmlInputElement>() {
        match input.type_().as_str() {
            "checkbox" | "radio" => input.set_checked(input.value() == value),
            _ => input.set_value(value),
        }
    }
}

/// What became of a try.
enum Became {
    Arrived,
    /// No network, or a server that can't answer now.
    Lost,
    /// Somebody has to sign in again.
    Ended,
    Refused(String),
}

/// The queue of this page.
pub(crate) struct Sender {
    address: String,
    words: QueueWords,
    told: Told,
    busy: Cell<bool>,
    pause: Cell<u64>,
    refused: RefCell<HashMap<String, String>>,
}

impl Sender {
    pub(crate) fn new(address: String, words: QueueWords, told: Told) -> Sender {
        let (busy, pause) = (Cell::new(false), Cell::new(PAUSE.0));
        Sender { address, words, told, busy, pause, refused: RefCell::default() }
    }

    /// Listens to forms that are sent, to the network, and to who leaves.
    pub(crate) fn attend(self: &Rc<Self>) {
        let of = self.clone();
        page::on("submit", move |event| of.submitted(&event));
        let of = self.clone();
        page::on_window("online", move |_| {
            of.pause.set(PAUSE.0);
            of.send();
        });
        page::on_window("beforeunload", move |event| {
            if !kept().is_empty() {
                event.prevent_default();
                // Some browsers ask only where this is said.
                let _ = Reflect::set(&event, &"returnValue".into(), &true.into());
            }
        });
        let of = self.clone();
        leptos::task::spawn_local(async move {
            of.show();
            of.send();
        });
    }

    fn say(&self, words: &str) {
        if self.told.said.get_untracked() != words {
            self.told.said.set(words.to_owned());
        }
    }

    /// Shows those that wait.
    fn show(&self) {
        let refused = self.refused.borrow();
        let waiting = kept().into_iter().map(|one| Waiting {
            here: one.address == self.address,
            why: refused.get(&one.id).cloned(),
            shown: one.shown,
            id: one.id,
        });
        self.told.waiting.set(waiting.collect());
    }

    /// A form is sent: if it is marked, it goes from here.
    fn submitted(self: &Rc<Self>, event: &Event) {
        let Some(form) = event.target().and_then(|one| one.dyn_into::<HtmlFormElement>().ok())
        else {
            return;
        };
        let Some(name) = form.get_attribute(MARK) else { return };
        let mut fields = fields(&form);
        let shown: Vec<&str> =
            fields.iter().filter(|(of, _)| *of == name).map(|(_, said)| said.trim()).collect();
        let shown = shown.join(" ");
        let first = field(&form, &name);
        if shown.is_empty() {
            // Nothing to keep: the server says what is missing.
            return;
        }
        let id = fresh_id();
        fields.retain(|(name, _)| name != "form_id");
        fields.push(("form_id".to_owned(), id.clone()));
        if let Some(button) = page::submitter(event)
            && let Some(name) = button.get_attribute("name")
        {
            fields.push((name, button.get_attribute("value").unwrap_or_default()));
        }
        let (address, at) = (self.address.clone(), js_sys::Date::now());
        let one = Kept { id, at, address, shown, body: page::encoded(&fields) };
        let written = device()
            .and_then(|device| device.set_item(&format!("{KEPT}{}", one.id), &one.written()).ok());
        if written.is_none() {
            // The device keeps nothing: the ordinary way.
            return;
        }
        event.prevent_default();
        form.reset();
        if let Some(first) = first {
            set(&first, "");
            let _ = first.focus();
        }
        self.show();
        self.send();
    }

    /// Sends the oldest that was not refused, and then the next.
    fn send(self: &Rc<Self>) {
        if self.busy.get() {
            return;
        }
        let all = kept();
        let waits = |one: &&Kept| !self.refused.borrow().contains_key(&one.id);
        let Some(one) = all.iter().find(waits).cloned() else { return };
        self.busy.set(true);
        if self.told.said.get_untracked().is_empty() {
            self.say(&self.words.sending);
        }
        let of = self.clone();
        leptos::task::spawn_local(async move {
            let became = of.attempt(&one).await;
            of.busy.set(false);
            of.done(&one, became);
        });
    }

    async fn attempt(&self, one: &Kept) -> Became {
        let Some(answer) = page::ask(&one.address, Some(&one.body)).await else {
            return Became::Lost;
        };
        if answer.status >= 500 || answer.status == 429 {
            return Became::Lost;
        }
        if !answer.ok {
            let why = WHY.iter().map(|place| page::said(&answer.page, place));
            return Became::Refused(
                why.into_iter().find(|why| !why.is_empty()).unwrap_or_default(),
            );
        }
        let fresh = answer.page.query_selector(FRESH).ok().flatten().is_some();
        if !page::leads_to(&answer.address, &one.address) {
            // A page that is not ours, or one to sign in.
            return Became::Ended;
        }
        if !fresh {
            return Became::Lost;
        }
        if one.address == self.address {
            renew(&answer.page);
        }
        Became::Arrived
    }

    fn done(self: &Rc<Self>, one: &Kept, became: Became) {
        self.told.ended.set(matches!(became, Became::Ended));
        match became {
            Became::Arrived => {
                forget(&one.id);
                self.pause.set(PAUSE.0);
                self.show();
                self.say_what_waits(&self.words.sent.clone());
                self.send();
            }
            Became::Refused(why) => {
                self.refused.borrow_mut().insert(one.id.clone(), why);
                self.show();
                self.say_what_waits("");
                self.send();
            }
            Became::Lost | Became::Ended => {
                self.show();
                let lost = self.words.lost.clone();
                self.say_what_waits(&lost);
                let pause = self.pause.get();
                self.pause.set((pause * 2).min(PAUSE.1));
                let of = self.clone();
                set_timeout(move || of.send(), Duration::from_millis(pause));
            }
        }
    }

    /// How many wait, and what more there is to say.
    fn say_what_waits(&self, more: &str) {
        let refused = self.refused.borrow();
        let waiting = kept().iter().filter(|one| !refused.contains_key(&one.id)).count();
        if waiting == 0 {
            self.say(if more == self.words.lost { "" } else { more });
        } else {
            self.say(format!("{} {more}", counted(&self.words.waiting, waiting)).trim());
        }
    }

    /// Puts one back into the form of this page, to be corrected.
    pub(crate) fn mend(self: &Rc<Self>, id: &str) {
        let Some(one) = kept().into_iter().find(|one| one.id == id) else { return };
        let form = page::find(&format!("form[{MARK}]"));
        let Some(form) = form.and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) else {
            return;
        };
        form.reset();
        for pair in one.body.split('&') {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let (name, value) = (decoded(name), decoded(value));
            if name != "form_id"
                && let Some(control) = field(&form, &name)
            {
                set(&control, &value);
            }
        }
        if let Some(first) = form.get_attribute(MARK).and_then(|name| field(&form, &name)) {
            let _ = first.focus();
        }
        self.throw(id);
    }

    /// Takes one off the device.
    pub(crate) fn throw(self: &Rc<Self>, id: &str) {
        forget(id);
        self.refused.borrow_mut().remove(id);
        self.show();
        self.say_what_waits("");
    }
}

/// Draws the parts of the page anew that the answer has, but where somebody ticks or types.
fn renew(answer: &web_sys::Document) {
    let Some(root) = page::document().document_element() else { return };
    for here in page::all(&root, FRESH) {
        let touched = here.query_selector(":checked, :focus").ok().flatten();
        let touched = touched.filter(|one| one.tag_name() != "OPTION");
        if touched.is_none()
            && let Some(there) = answer.get_element_by_id(&here.id())
        {
            here.set_inner_html(&there.inner_html());
        }
    }
}
