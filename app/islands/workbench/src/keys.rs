//! The keyboard's way over the list. Letters can be switched off, for whoever speaks to their
//! browser or strikes keys by chance (WCAG 2.1.4); that is kept in this browser alone.

use std::rc::Rc;

use leptos::prelude::{GetUntracked, Set};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent, Storage};

use crate::bench::{Bench, row};
use crate::live::Shown;
use browser as page;

/// Under which name a browser keeps that letters are off.
const KEPT: &str = "trama-bench-keys";

fn kept() -> Option<Storage> {
    leptos::prelude::window().local_storage().ok().flatten()
}

/// Listens to keys.
pub(crate) fn attend(bench: &Rc<Bench>) {
    let shown = bench.shown;
    let off = kept().and_then(|kept| kept.get_item(KEPT).ok().flatten()).is_some();
    if off {
        // After what the server drew was taken over.
        leptos::task::spawn_local(async move { shown.keys.set(false) });
    }
    page::on("keydown", move |event| {
        if let Some(key) = event.dyn_ref::<KeyboardEvent>()
            && !key.ctrl_key()
            && !key.meta_key()
            && !key.alt_key()
            && !key.default_prevented()
            && pressed(shown, key)
        {
            key.prevent_default();
        }
    });
}

/// Switches letters on or off.
pub(crate) fn switch(shown: Shown) {
    let on = !shown.keys.get_untracked();
    shown.keys.set(on);
    if let Some(kept) = kept() {
        let _ = if on { kept.remove_item(KEPT) } else { kept.set_item(KEPT, "off") };
    }
}

/// Does what a key means; whether it meant something.
fn pressed(shown: Shown, key: &KeyboardEvent) -> bool {
    let Some(at) = page::document().active_element() else { return false };
    let typing = match at.dyn_ref::<HtmlInputElement>() {
        Some(input) => {
            !matches!(input.type_().as_str(), "checkbox" | "radio" | "button" | "submit")
        }
        None => matches!(at.local_name().as_str(), "textarea" | "select"),
    };
    if typing {
        return false;
    }
    match key.key().as_str() {
        "ArrowDown" => step(&at, Element::next_element_sibling),
        "ArrowUp" => step(&at, Element::previous_element_sibling),
        "m" if shown.keys.get_untracked() => choose(&at),
        "?" if shown.keys.get_untracked() => help(),
        _ => false,
    }
}

/// To the same place of another row.
fn step(at: &Element, next: fn(&Element) -> Option<Element>) -> bool {
    let Some(row) = row(at) else { return false };
    let Some(other) = next(&row) else { return true };
    focus(other.query_selector(&at.local_name()).ok().flatten())
}

/// Ticks the row and goes to where it is put.
fn choose(at: &Element) -> bool {
    let Some(row) = row(at) else { return false };
    let input = row.query_selector("input[name='s']").ok().flatten();
    if let Some(input) = input.and_then(|one| one.dyn_into::<HtmlInputElement>().ok())
        && !input.checked()
    {
        input.click();
    }
    focus(page::find("#bench-queue select[name='in']"))
}

/// Opens or closes what tells the keys.
fn help() -> bool {
    let Some(details) = page::find(".keys").and_then(|keys| keys.closest("details").ok()?) else {
        return false;
    };
    if details.has_attribute("open") {
        let _ = details.remove_attribute("open");
    } else {
        let _ = details.set_attribute("open", "");
    }
    focus(details.query_selector("summary").ok().flatten())
}

fn focus(element: Option<Element>) -> bool {
    let Some(element) = element.and_then(|one| one.dyn_into::<HtmlElement>().ok()) else {
        return false;
    };
    let _ = element.focus();
    true
}
