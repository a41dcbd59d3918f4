//! The page around an island, and how it is asked for again.

use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{
    Document, DomParser, Element, Event, HtmlFormElement, HtmlInputElement, HtmlSelectElement,
    HtmlTextAreaElement, SupportedType,
};

use crate::HOLE;

/// Names and values of a form, in its order.
pub type Fields = Vec<(String, String)>;

#[wasm_bindgen]
extern "C" {
    type Response;

    #[wasm_bindgen(catch)]
    async fn fetch(address: &str, options: &Object) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, getter)]
    fn ok(this: &Response) -> bool;

    #[wasm_bindgen(method, getter)]
    fn url(this: &Response) -> String;

    #[wasm_bindgen(method, getter)]
    fn status(this: &Response) -> u16;

    #[wasm_bindgen(method, catch)]
    async fn text(this: &Response) -> Result<JsValue, JsValue>;
}

/// The document.
pub fn document() -> Document {
    leptos::prelude::document()
}

/// The address of the page, query and all, without a place in it.
pub fn here() -> String {
    let address = leptos::prelude::window().location().href().unwrap_or_default();
    address.split('#').next().unwrap_or_default().to_owned()
}

/// The page is at another address now: what was chosen in it is done.
pub fn is_at(address: &str) {
    if let Ok(history) = leptos::prelude::window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(address));
    }
}

/// Listens to the whole page, as long as it lives.
pub fn on(name: &str, told: impl Fn(Event) + 'static) {
    let told = Closure::<dyn Fn(Event)>::new(told);
    let _ = document().add_event_listener_with_callback(name, told.as_ref().unchecked_ref());
    told.forget();
}

/// Listens to the window, as long as it lives.
pub fn on_window(name: &str, told: impl Fn(Event) + 'static) {
    let told = Closure::<dyn Fn(Event)>::new(told);
    let window = leptos::prelude::window();
    let _ = window.add_event_listener_with_callback(name, told.as_ref().unchecked_ref());
    told.forget();
}

/// Whether an address, as it came back, is that of a page of this site, whatever its query.
pub fn leads_to(address: &str, page: &str) -> bool {
    let origin = leptos::prelude::window().location().origin().unwrap_or_default();
    let path = address.strip_prefix(&origin).unwrap_or_default();
    path.split(['?', '#']).next() == Some(page)
}

/// The button by which a form is sent.
pub fn submitter(event: &Event) -> Option<Element> {
    Reflect::get(event, &"submitter".into()).ok()?.dyn_into().ok()
}

/// The first element that a selector finds.
pub fn find(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

/// All elements below one that a selector finds.
pub fn all(within: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = within.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|i| found.get(i)?.dyn_into().ok()).collect()
}

/// What the first element says that a selector finds in a page, in one line.
pub fn said(page: &Document, selector: &str) -> String {
    let found = page.query_selector(selector).ok().flatten();
    let text = found.and_then(|one| one.text_content()).unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Fields as a form's body.
pub fn encoded(fields: &[(String, String)]) -> String {
    let mut body = String::new();
    for (name, value) in fields {
        if !body.is_empty() {
            body.push('&');
        }
        body.push_str(&String::from(js_sys::encode_uri_component(name)));
        body.push('=');
        body.push_str(&String::from(js_sys::encode_uri_component(value)));
    }
    body
}

/// A page that was asked for.
pub struct Answer {
    /// It is the page that was asked for, and no refusal.
    pub ok: bool,
    /// Its status.
    pub status: u16,
    /// Where it came from in the end.
    pub address: String,
    /// What it says.
    pub page: Document,
}

/// Asks for a page, or sends a form to one. Nothing if no answer came.
pub async fn ask(address: &str, form: Option<&str>) -> Option<Answer> {
    let (options, headers) = (Object::new(), Object::new());
    set(&headers, "accept", &"text/html".into());
    if let Some(form) = form {
        set(&headers, "content-type", &"application/x-www-form-urlencoded".into());
        set(&options, "method", &"POST".into());
        set(&options, "body", &form.into());
    }
    set(&options, "headers", &headers);
    let response: Response = fetch(address, &options).await.ok()?.unchecked_into();
    let text = response.text().await.ok()?.as_string()?;
    let page = DomParser::new().ok()?.parse_from_string(&text, SupportedType::TextHtml).ok()?;
    Some(Answer { ok: response.ok(), status: response.status(), address: response.url(), page })
}

fn set(object: &Object, name: &str, value: &JsValue) {
    // Setting a field of a plain object can't fail.
    let _ = Reflect::set(object, &name.into(), value);
}

/// The words for one or for several.
pub fn counted(words: &[String; 2], count: usize) -> String {
    let [one, several] = words;
    if count == 1 { one.clone() } else { several.replace(HOLE, &count.to_string()) }
}

/// What a form says, without its buttons.
pub fn fields(form: &HtmlFormElement) -> Fields {
    let mut fields = Fields::new();
    for one in all(form, "input, select, textarea") {
        if let Some(input) = one.dyn_ref::<HtmlInputElement>() {
            let box_ = matches!(input.type_().as_str(), "checkbox" | "radio");
            if !box_ || input.checked() {
                fields.push((input.name(), input.value()));
            }
        } else if let Some(select) = one.dyn_ref::<HtmlSelectElement>() {
            fields.push((select.name(), select.value()));
        } else if let Some(area) = one.dyn_ref::<HtmlTextAreaElement>() {
            fields.push((area.name(), area.value()));
        }
    }
    fields.retain(|(name, _)| !name.is_empty());
    fields
}
