//! Texts carried by hand from the list to a draft: a row, or all ticked ones if it is one of
//! them. By mouse from anywhere on the row, by finger or pen from its handle, so that a finger
//! still scrolls. Escape, or letting go elsewhere, leaves everything as it was.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::Set;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, PointerEvent};

use crate::bench::{Bench, chosen, row};
use browser::{self as page, counted};

/// How far a pointer goes before it carries, in pixels: less is a click.
const LEAST: i32 = 6;
/// How near to the edge of the window the page moves along, and by how much each time.
const EDGE: i32 = 56;
const STEP: f64 = 24.0;

/// What is being carried.
struct Carried {
    pointer: i32,
    began: (i32, i32),
    row: HtmlElement,
    texts: Vec<String>,
    from: Option<String>,
    /// What follows the pointer, once it carries.
    ghost: Option<HtmlElement>,
    target: Option<Element>,
}

struct Hand {
    bench: Rc<Bench>,
    carried: RefCell<Option<Carried>>,
    /// The click that ends a carrying is none.
    swallow: std::cell::Cell<bool>,
}

/// Listens to pointers.
pub(crate) fn attend(bench: &Rc<Bench>) {
    if page::find(".workbench").is_none() {
        return;
    }
    let hand = Rc::new(Hand {
        bench: bench.clone(),
        carried: RefCell::default(),
        swallow: std::cell::Cell::new(false),
    });
    type Told = fn(&Hand, &PointerEvent);
    let told: [(&str, Told); 4] = [
        ("pointerdown", Hand::down),
        ("pointermove", Hand::moves),
        ("pointerup", Hand::up),
        ("pointercancel", |hand, _| hand.give_up()),
    ];
    for (name, tell) in told {
        let of = hand.clone();
        page::on(name, move |event| {
            if let Some(event) = event.dyn_ref::<PointerEvent>() {
                tell(&of, event);
            }
        });
    }
    let of = hand.clone();
    page::on("keydown", move |event| {
        let escape = event.dyn_ref::<KeyboardEvent>().is_some_and(|key| key.key() == "Escape");
        if escape && of.carries() {
            event.prevent_default();
            of.give_up();
        }
    });
    let of = hand.clone();
    page::on("click", move |event| of.click(&event));
    // A browser's own dragging, and its marking of text, would take the pointer away.
    for name in ["dragstart", "selectstart"] {
        let of = hand.clone();
        page::on(name, move |event| {
            if of.carried.borrow().is_some() {
                event.prevent_default();
            }
        });
    }
}

fn element(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

impl Hand {
    fn carries(&self) -> bool {
        self.carried.borrow().as_ref().is_some_and(|carried| carried.ghost.is_some())
    }

    fn down(&self, event: &PointerEvent) {
        self.swallow.set(false);
        let Some(target) = element(event) else { return };
        let Some(row) = row(&target) else { return };
        let handle = target.class_list().contains("grip");
        let mouse = event.pointer_type() == "mouse" && target.local_name() != "input";
        if event.button() != 0 || !event.is_primary() || !(handle || mouse) {
            return;
        }
        let own = row.get_attribute("data-text").unwrap_or_default();
        let ticked: Vec<String> = chosen().iter().map(|one| one.value()).collect();
        let texts = if ticked.contains(&own) { ticked } else { vec![own] };
        // All out of one draft, or none of them carried out of any.
        let from = row.get_attribute("data-in").filter(|from| {
            let within = |text: &String| {
                let at = format!("#bench-queue [data-text='{text}']");
                page::find(&at).and_then(|one| one.get_attribute("data-in")).as_ref() == Some(from)
            };
            texts.iter().all(within)
        });
        let (pointer, began) = (event.pointer_id(), (event.client_x(), event.client_y()));
        *self.carried.borrow_mut() =
            Some(Carried { pointer, began, row, texts, from, ghost: None, target: None });
        if handle {
            event.prevent_default();
        }
    }

    fn moves(&self, event: &PointerEvent) {
        let mut carried = self.carried.borrow_mut();
        let Some(carried) = carried.as_mut().filter(|one| one.pointer == event.pointer_id()) else {
            return;
        };
        let (x, y) = (event.client_x(), event.client_y());
        let ghost = match &carried.ghost {
            Some(ghost) => ghost.clone(),
            None => {
                let (from_x, from_y) = carried.began;
                if (x - from_x).abs().max((y - from_y).abs()) < LEAST {
                    return;
                }
                let Some(ghost) = self.begin(carried) else { return };
                carried.ghost.insert(ghost).clone()
            }
        };
        event.prevent_default();
        let _ = ghost.style().set_property("transform", &format!("translate({x}px, {y}px)"));
        let over = page::document().element_from_point(x as f32, y as f32);
        let target = over.and_then(|one| {
            one.closest("[data-draft]").ok()?.or_else(|| {
                let back = one.closest("#bench-queue").ok().flatten();
                back.filter(|_| carried.from.is_some())
            })
        });
        if target != carried.target {
            mark(&carried.target, false);
            mark(&target, true);
            carried.target = target;
        }
        let window = leptos::prelude::window();
        let tall = window.inner_height().ok().and_then(|tall| tall.as_f64()).unwrap_or_default();
        if y < EDGE {
            window.scroll_by_with_x_and_y(0.0, -STEP);
        } else if f64::from(y + EDGE) > tall {
            window.scroll_by_with_x_and_y(0.0, STEP);
        }
    }

    /// The pointer went far enough: it carries.
    fn begin(&self, carried: &Carried) -> Option<HtmlElement> {
        let words = counted(&self.bench.words.carrying, carried.texts.len());
        let page = page::document();
        let ghost: HtmlElement = page.create_element("div").ok()?.dyn_into().ok()?;
        ghost.set_class_name("bench-ghost");
        let _ = ghost.set_attribute("aria-hidden", "true");
        let title = carried.row.query_selector("strong").ok().flatten();
        let title = title.and_then(|one| one.text_content()).unwrap_or_default();
        let many = counted(&self.bench.words.chosen, carried.texts.len());
        ghost.set_text_content(Some(if carried.texts.len() == 1 { &title } else { &many }));
        let body = page.body()?;
        body.append_child(&ghost).ok()?;
        let _ = body.class_list().add_1("is-carrying");
        if carried.from.is_some() {
            let _ = body.class_list().add_1("is-carrying-back");
        }
        self.bench.shown.undo.set(None);
        self.bench.say(&words);
        Some(ghost)
    }

    fn up(&self, event: &PointerEvent) {
        let mine = self.carried.borrow().as_ref().is_some_and(|c| c.pointer == event.pointer_id());
        if !mine {
            return;
        }
        let Some(carried) = self.end() else { return };
        if carried.ghost.is_none() {
            return;
        }
        self.swallow.set(true);
        let from = carried.from.as_deref();
        match carried.target {
            Some(target) => {
                let into = target.get_attribute("data-draft");
                if into.is_some() && into.as_deref() == from {
                    self.bench.say(&self.bench.words.cancelled);
                } else {
                    self.bench.put(&carried.texts, from, into.as_deref());
                }
            }
            None => self.bench.say(&self.bench.words.cancelled),
        }
    }

    fn give_up(&self) {
        if let Some(carried) = self.end()
            && carried.ghost.is_some()
        {
            self.swallow.set(true);
            self.bench.say(&self.bench.words.cancelled);
        }
    }

    fn end(&self) -> Option<Carried> {
        let carried = self.carried.borrow_mut().take()?;
        mark(&carried.target, false);
        if let Some(ghost) = &carried.ghost {
            ghost.remove();
        }
        if let Some(body) = page::document().body() {
            let _ = body.class_list().remove_2("is-carrying", "is-carrying-back");
        }
        Some(carried)
    }

    fn click(&self, event: &Event) {
        if self.swallow.replace(false) {
            event.prevent_default();
        }
    }
}

fn mark(target: &Option<Element>, on: bool) {
    if let Some(target) = target {
        let list = target.class_list();
        let _ = if on { list.add_1("is-target") } else { list.remove_1("is-target") };
    }
}
