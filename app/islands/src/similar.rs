//! What others have written already, while one writes: up to three links. It only suggests, and
//! stays silent when anything goes wrong.

use leptos::prelude::*;

/// Listens to the fields of the form it stands in. The address is asked with a JSON object (`kind`,
/// `title`, `body`, `lang`) and answers a list of them (`href`, `title`, `lang`, `shared`): in
/// `server`, `api::similar`.
#[island]
pub fn SimilarWhileWriting(
    /// Address to ask.
    address: String,
    /// Language of the page, for the addresses of the links.
    lang: String,
    /// Code of the kind.
    kind: String,
    /// Id of the field of the title.
    title: String,
    /// Id of the field of the words.
    body: String,
    /// Words above the links.
    heading: String,
    /// Words before the shared words.
    shared: String,
    /// Words heard after a link: it opens in another tab, so that nothing written is lost.
    opens: String,
) -> impl IntoView {
    let html = RwSignal::new(String::new());
    listen(Ask { address, lang, kind, title, body, heading, shared, opens }, html);
    view! { <div class="writing-similar" aria-live="polite" inner_html=move || html.get()></div> }
}

#[cfg_attr(not(feature = "hydrate"), allow(dead_code))]
struct Ask {
    address: String,
    lang: String,
    kind: String,
    title: String,
    body: String,
    heading: String,
    shared: String,
    opens: String,
}

#[cfg(not(feature = "hydrate"))]
fn listen(_: Ask, _: RwSignal<String>) {}

#[cfg(feature = "hydrate")]
fn listen(ask: Ask, html: RwSignal<String>) {
    use std::cell::{Cell, RefCell};
    use std::rc::Rc;
    use std::time::Duration;

    use leptos::web_sys::{HtmlInputElement, HtmlTextAreaElement};
    use wasm_bindgen::JsCast;
    use wasm_bindgen::prelude::Closure;

    /// How long nothing must be typed before others are asked for.
    const PAUSE: Duration = Duration::from_millis(600);
    /// Fewer words than these are like everything.
    const LEAST_WORDS: usize = 4;

    let page = document();
    let Some(body) = page
        .get_element_by_id(&ask.body)
        .and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok())
    else {
        return;
    };
    let title = page
        .get_element_by_id(&ask.title)
        .and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    let ask = Rc::new(ask);
    let waiting: Rc<RefCell<Option<TimeoutHandle>>> = Rc::default();
    // Answers may overtake each other: only that to the last question counts.
    let last = Rc::new(Cell::new(0_u32));
    let fields = (body.clone(), title.clone());
    let typed = move || {
        if let Some(before) = waiting.borrow_mut().take() {
            before.clear();
        }
        let (ask, last, fields) = (ask.clone(), last.clone(), fields.clone());
        let later = move || {
            let body = fields.0.value();
            let title = fields.1.as_ref().map(HtmlInputElement::value).unwrap_or_default();
            let turn = last.get().wrapping_add(1);
            last.set(turn);
            if body.split_whitespace().count() + title.split_whitespace().count() < LEAST_WORDS {
                html.set(String::new());
                return;
            }
            leptos::task::spawn_local(async move {
                let fields = [
                    ("kind", ask.kind.as_str()),
                    ("title", &title),
                    ("body", &body),
                    ("lang", &ask.lang),
                ];
                let found = crate::browser::post(&ask.address, &fields, true).await;
                if last.get() == turn {
                    html.set(found.map(|found| links(&ask, &found.list())).unwrap_or_default());
                }
            });
        };
        *waiting.borrow_mut() = set_timeout_with_handle(later, PAUSE).ok();
    };
    let on_input = Closure::<dyn Fn()>::new(typed);
    let listener = on_input.as_ref().unchecked_ref();
    let _ = body.add_event_listener_with_callback("input", listener);
    if let Some(title) = title {
        let _ = title.add_event_listener_with_callback("input", listener);
    }
    // It lives as long as the page.
    on_input.forget();
}

#[cfg(feature = "hydrate")]
fn links(ask: &Ask, found: &[crate::browser::Json]) -> String {
    let mut html = String::new();
    for link in found.iter().take(3) {
        let (Some(href), Some(title)) = (link.text("href"), link.text("title")) else { continue };
        if !href.starts_with('/') || href.starts_with("//") {
            continue;
        }
        html.push_str("<li><a target=\"_blank\" href=\"");
        escape(&mut html, &href);
        html.push_str("\" lang=\"");
        escape(&mut html, &link.text("lang").unwrap_or_default());
        html.push_str("\" dir=\"auto\">");
        escape(&mut html, &title);
        html.push_str("</a> <span class=\"visually-hidden\">");
        escape(&mut html, &ask.opens);
        html.push_str("</span>");
        let words = link.texts("shared");
        if !words.is_empty() {
            html.push_str("<p>");
            escape(&mut html, &ask.shared);
            html.push(' ');
            escape(&mut html, &words.join(", "));
            html.push_str("</p>");
        }
        html.push_str("</li>");
    }
    if html.is_empty() {
        return html;
    }
    let mut whole = String::from("<p class=\"field-counter\">");
    escape(&mut whole, &ask.heading);
    whole.push_str("</p><ul class=\"similar\" role=\"list\">");
    whole.push_str(&html);
    whole.push_str("</ul>");
    whole
}

/// What comes from the server is text, never markup.
#[cfg(feature = "hydrate")]
fn escape(html: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            other => html.push(other),
        }
    }
}
