//! The page around the island, and how it is asked for again.

use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Document, DomParser, Element, SupportedType};

#[wasm_bindgen]
extern "C" {
    type Response;

    #[wasm_bindgen(catch)]
    async fn fetch(address: &str, options: &Object) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, getter)]
    fn ok(this: &Response) -> bool;

    #[wasm_bindgen(method, catch)]
    async fn text(this: &Response) -> Result<JsValue, JsValue>;
}

/// The document.
pub fn document() -> Document {
    leptos::prelude::document()
}

/// The address of the page, query and all.
pub fn here() -> String {
    leptos::prelude::window().location().href().unwrap_or_default()
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

/// A page that was asked for.
pub struct Answer {
    /// It is the page that was asked for, and no refusal.
    pub ok: bool,
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
    Some(Answer { ok: response.ok(), page })
}

fn set(object: &Object, name: &str, value: &JsValue) {
    // Setting a field of a plain object can't fail.
    let _ = Reflect::set(object, &name.into(), value);
}
