//! The stream of a workbench. A browser asks again by itself, but not for ever and without a word:
//! here it is asked again ever less often, and who works is told.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::{TimeoutHandle, set_timeout, set_timeout_with_handle};
use wasm_bindgen::prelude::*;
use web_sys::{EventSource, MessageEvent};

use browser as page;

/// What is heard.
#[derive(Debug)]
pub enum Heard {
    /// Who else is there, and what they read.
    People(String),
    /// Who else is there: said aloud.
    Names(String),
    /// The version at which the Ambito stands.
    Version(String),
    /// Nothing is heard any more; it is asked again.
    Lost,
    /// It is heard again.
    Back,
    /// Nothing more will come: signed out.
    End,
}

/// How long nothing may be heard before it is said.
const PATIENCE: Duration = Duration::from_secs(4);
/// How long a page that nobody looks at goes on listening: a browser has few connections.
const UNSEEN: Duration = Duration::from_secs(30);
/// The longest pause before it is asked again, in seconds.
const LONGEST: u64 = 60;

type Told = Rc<dyn Fn(Heard)>;
type Closures = Vec<(&'static str, Closure<dyn Fn(MessageEvent)>)>;

struct Stream {
    address: String,
    source: RefCell<Option<EventSource>>,
    on: RefCell<Closures>,
    failures: Cell<u32>,
    lost: Cell<bool>,
    ended: Cell<bool>,
    waiting: RefCell<Option<TimeoutHandle>>,
    tell: Told,
}

/// Listens as long as the page is looked at.
pub fn listen(address: String, tell: Told) {
    let stream = Rc::new(Stream {
        address,
        source: RefCell::default(),
        on: RefCell::default(),
        failures: Cell::new(0),
        lost: Cell::new(false),
        ended: Cell::new(false),
        waiting: RefCell::default(),
        tell,
    });
    type Make = fn(String) -> Heard;
    let kinds: [(&'static str, Make); 3] =
        [("people", Heard::People), ("names", Heard::Names), ("version", Heard::Version)];
    let mut on: Closures = Vec::new();
    for (name, make) in kinds {
        let of = stream.clone();
        let heard = move |event: MessageEvent| {
            of.heard();
            (of.tell)(make(event.data().as_string().unwrap_or_default()));
        };
        on.push((name, Closure::new(heard)));
    }
    let of = stream.clone();
    on.push(("open", Closure::new(move |_| of.heard())));
    let of = stream.clone();
    on.push(("end", Closure::new(move |_| of.end())));
    let of = stream.clone();
    on.push(("error", Closure::new(move |_| of.failed())));
    *stream.on.borrow_mut() = on;
    stream.open();
    let of = stream;
    let seen = Closure::<dyn Fn()>::new(move || of.looked_at());
    let document = page::document();
    let _ = document
        .add_event_listener_with_callback("visibilitychange", seen.as_ref().unchecked_ref());
    // It lives as long as the page.
    seen.forget();
}

impl Stream {
    fn open(self: &Rc<Self>) {
        if self.ended.get() || self.source.borrow().is_some() {
            return;
        }
        let Ok(source) = EventSource::new(&self.address) else { return };
        for (name, closure) in self.on.borrow().iter() {
            let _ = source.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
        }
        *self.source.borrow_mut() = Some(source);
    }

    fn close(&self) {
        if let Some(source) = self.source.borrow_mut().take() {
            source.close();
        }
    }

    fn heard(&self) {
        self.failures.set(0);
        if self.lost.replace(false) {
            (self.tell)(Heard::Back);
        }
    }

    fn end(&self) {
        self.ended.set(true);
        self.close();
        (self.tell)(Heard::End);
    }

    fn failed(self: &Rc<Self>) {
        if self.ended.get() {
            return;
        }
        self.close();
        let failures = self.failures.get().saturating_add(1);
        self.failures.set(failures);
        if failures == 1 {
            let of = self.clone();
            set_timeout(move || of.say_lost(), PATIENCE);
        }
        self.later(Duration::from_secs(
            1_u64.checked_shl(failures - 1).unwrap_or(LONGEST).min(LONGEST),
        ));
    }

    fn say_lost(&self) {
        if self.failures.get() > 0 && !self.ended.get() && !self.lost.replace(true) {
            (self.tell)(Heard::Lost);
        }
    }

    fn later(self: &Rc<Self>, pause: Duration) {
        let of = self.clone();
        let handle = set_timeout_with_handle(move || of.open(), pause).ok();
        if let Some(before) = self.waiting.replace(handle) {
            before.clear();
        }
    }

    /// Whether somebody looks at the page has changed.
    fn looked_at(self: &Rc<Self>) {
        if let Some(before) = self.waiting.take() {
            before.clear();
        }
        if page::document().hidden() {
            let of = self.clone();
            let handle = set_timeout_with_handle(move || of.close(), UNSEEN).ok();
            self.waiting.replace(handle);
        } else {
            self.open();
        }
    }
}
