//! The panes of the workbench, made to say what the server says now, without taking anything from
//! whoever works at them: what is equal stays the same element, so that focus, ticks, scrolling
//! and what was typed stay too. A form somebody has typed in keeps its hidden fields (the version
//! it was drawn at among them), and is never taken away: the server shows both texts when it is
//! sent.

use std::collections::HashMap;

use wasm_bindgen::JsCast;
use web_sys::{
    Document, Element, HtmlElement, HtmlFormElement, HtmlInputElement, HtmlTextAreaElement, Node,
};

use browser as page;

/// Their ids.
const PANES: [&str; 7] = [
    "bench-progress",
    "bench-latest",
    "bench-notes",
    "bench-queue",
    "bench-reading",
    "bench-side",
    "bench-draft",
];
/// A hidden field whose value is another one each time, and means nothing to who reads.
const FORM_ID: &str = "form_id";

/// What came of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Renewed {
    /// Something is other than before.
    pub changed: bool,
    /// Something was left as it was, because somebody has typed there.
    pub held: bool,
}

/// Makes the panes of this page those of another drawing of it.
pub fn renew(from: &Document) -> Renewed {
    let mut work = Work { typed: typed_forms(), done: Renewed::default() };
    let focus = Focus::now();
    for id in PANES {
        let old = page::document().get_element_by_id(id);
        if let (Some(old), Some(new)) = (old, from.get_element_by_id(id)) {
            work.element(&old, &new);
        }
    }
    focus.back();
    work.done
}

/// Whether somebody has typed in a form of the panes.
fn typed_forms() -> Vec<HtmlFormElement> {
    let mut forms: Vec<HtmlFormElement> = Vec::new();
    let panes = PANES.iter().filter_map(|id| page::document().get_element_by_id(id));
    for field in panes.flat_map(|pane| page::all(&pane, "textarea, input")) {
        if let Some(form) = typed(&field)
            && !forms.contains(&form)
        {
            forms.push(form);
        }
    }
    forms
}

/// The form of a field in which somebody has typed.
fn typed(field: &Element) -> Option<HtmlFormElement> {
    if let Some(area) = field.dyn_ref::<HtmlTextAreaElement>() {
        return (Ok(area.value()) != area.default_value()).then(|| area.form())?;
    }
    let input = field.dyn_ref::<HtmlInputElement>()?;
    if matches!(input.type_().as_str(), "checkbox" | "radio" | "hidden" | "submit" | "button") {
        return None;
    }
    (input.value() != input.default_value()).then(|| input.form())?
}

struct Work {
    typed: Vec<HtmlFormElement>,
    done: Renewed,
}

impl Work {
    fn element(&mut self, old: &Element, new: &Element) {
        if old.is_equal_node(Some(new)) || old.local_name() == "leptos-island" {
            return;
        }
        self.attributes(old, new);
        self.children(old, new);
    }

    fn attributes(&mut self, old: &Element, new: &Element) {
        let details = old.local_name() == "details";
        let hidden = old
            .dyn_ref::<HtmlInputElement>()
            .filter(|input| input.type_() == "hidden" && self.is_typed(input.form()));
        for name in new.get_attribute_names().iter().filter_map(|name| name.as_string()) {
            let value = new.get_attribute(&name);
            if value == old.get_attribute(&name) || details && name == "open" {
                continue;
            }
            if name == "value" && hidden.is_some() {
                self.done.held |= hidden.is_some_and(|input| input.name() != FORM_ID);
                continue;
            }
            let _ = old.set_attribute(&name, &value.unwrap_or_default());
            let own = old.dyn_ref::<HtmlInputElement>().is_some_and(|i| i.name() == FORM_ID);
            self.done.changed |= !own;
        }
        for name in old.get_attribute_names().iter().filter_map(|name| name.as_string()) {
            if !new.has_attribute(&name) && !(details && name == "open") {
                let _ = old.remove_attribute(&name);
                self.done.changed = true;
            }
        }
    }

    fn is_typed(&self, form: Option<HtmlFormElement>) -> bool {
        form.is_some_and(|form| self.typed.contains(&form))
    }

    /// Whether something typed would go with it.
    fn holds(&self, node: &Node) -> bool {
        self.typed
            .iter()
            .any(|form| node.contains(Some(form)) || form.contains(Some(node)) && holds_typed(node))
    }

    fn children(&mut self, old: &Element, new: &Element) {
        let (mut keyed, mut plain) = (HashMap::new(), Vec::new());
        for child in nodes(old) {
            match key(&child) {
                Some(key) => {
                    keyed.insert(key, child);
                }
                None => plain.push(Some(child)),
            }
        }
        // Each one that is to be, with the one that is there already.
        let mut from = 0;
        let mut pairs: Vec<(Node, Option<Node>)> = Vec::new();
        for child in nodes(new) {
            let there = match key(&child) {
                Some(key) => keyed.remove(&key),
                None => {
                    let like =
                        |node: &Option<Node>| node.as_ref().is_some_and(|n| alike(n, &child));
                    let at = plain[from..].iter().position(like);
                    at.and_then(|at| {
                        from += at + 1;
                        plain[from - 1].take()
                    })
                }
            };
            pairs.push((child, there));
        }
        for gone in keyed.into_values().chain(plain.into_iter().flatten()) {
            if self.holds(&gone) {
                self.done.held = true;
            } else {
                self.done.changed |= !is_blank(&gone);
                let _ = old.remove_child(&gone);
            }
        }
        let mut at = old.first_child();
        for (new, there) in pairs {
            // What was kept though it should go stays where it is.
            while let Some(here) = &at
                && there.as_ref() != Some(here)
                && self.holds(here)
            {
                at = here.next_sibling();
            }
            match there {
                Some(there) => {
                    if at.as_ref() == Some(&there) {
                        at = there.next_sibling();
                    } else {
                        let _ = old.insert_before(&there, at.as_ref());
                        self.done.changed = true;
                    }
                    self.node(&there, &new);
                }
                None => {
                    if let Ok(fresh) = page::document().import_node_with_deep(&new, true) {
                        let _ = old.insert_before(&fresh, at.as_ref());
                        self.done.changed |= !is_blank(&fresh);
                    }
                }
            }
        }
    }

    fn node(&mut self, old: &Node, new: &Node) {
        if let (Some(old), Some(new)) = (old.dyn_ref::<Element>(), new.dyn_ref::<Element>()) {
            self.element(old, new);
        } else if old.node_value() != new.node_value() {
            old.set_node_value(new.node_value().as_deref());
            self.done.changed = true;
        }
    }
}

fn holds_typed(node: &Node) -> bool {
    let Some(element) = node.dyn_ref::<Element>() else { return false };
    typed(element).is_some()
        || page::all(element, "textarea, input").iter().any(|field| typed(field).is_some())
}

fn nodes(of: &Element) -> Vec<Node> {
    let children = of.child_nodes();
    (0..children.length()).filter_map(|i| children.get(i)).collect()
}

fn is_blank(node: &Node) -> bool {
    node.node_type() == Node::TEXT_NODE
        && node.node_value().is_none_or(|text| text.trim().is_empty())
}

/// What an element is known by among its siblings.
fn key(node: &Node) -> Option<String> {
    let element = node.dyn_ref::<Element>()?;
    ["id", "data-text", "data-draft"]
        .iter()
        .find_map(|name| element.get_attribute(name).map(|value| format!("{name} {value}")))
}

/// Whether one may become the other.
fn alike(old: &Node, new: &Node) -> bool {
    if old.node_name() != new.node_name() {
        return false;
    }
    match (old.dyn_ref::<HtmlInputElement>(), new.dyn_ref::<HtmlInputElement>()) {
        (Some(old), Some(new)) => old.type_() == new.type_() && old.name() == new.name(),
        _ => true,
    }
}

/// Where the keyboard is, and where it goes if that is taken away.
struct Focus {
    active: Option<Element>,
    /// The rows after it, the nearest first, then those before.
    next: Vec<Element>,
    pane: Option<Element>,
}

impl Focus {
    fn now() -> Focus {
        let active = page::document().active_element();
        let closest = |selector| active.as_ref().and_then(|one| one.closest(selector).ok()?);
        let row = closest("[data-text], [data-draft]");
        let pane = closest("#bench-queue, #bench-reading, #bench-side");
        let mut next = Vec::new();
        let mut sibling = row.as_ref().and_then(Element::next_element_sibling);
        while let Some(one) = sibling {
            sibling = one.next_element_sibling();
            next.push(one);
        }
        let mut sibling = row.as_ref().and_then(Element::previous_element_sibling);
        while let Some(one) = sibling {
            sibling = one.previous_element_sibling();
            next.push(one);
        }
        Focus { active, next, pane }
    }

    fn back(self) {
        let Some(active) = self.active else { return };
        if active.is_connected() {
            // Moving an element takes the focus from it.
            if page::document().active_element().as_ref() != Some(&active) {
                give(&active);
            }
            return;
        }
        let same = active.local_name();
        if let Some(row) = self.next.iter().find(|row| row.is_connected()) {
            let within = row.query_selector(&same).ok().flatten();
            if let Some(target) = within.or_else(|| row.query_selector("button, a, input").ok()?) {
                give(&target);
                return;
            }
        }
        if let Some(heading) = self.pane.and_then(|pane| pane.query_selector("h2").ok()?) {
            let _ = heading.set_attribute("tabindex", "-1");
            give(&heading);
        }
    }
}

fn give(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
}
