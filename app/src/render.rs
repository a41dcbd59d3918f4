//! From a view to a whole HTML document. No inline script or style leaves this crate.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::time::Moment;
use domain::views::Shell;
use html_escape::{encode_double_quoted_attribute as attribute, encode_text};
use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyView;
use serde_json::Value;

use crate::shell;
use crate::texts::{Arg, Texts};
use crate::urls::{Lang, Page};

/// Addresses of the built files, by their plain names.
#[derive(Debug, Clone, Default)]
pub struct Assets {
    files: BTreeMap<String, String>,
    preload: Vec<String>,
    exit: String,
}

impl Assets {
    /// Reads a `manifest.json`; `base` is the address of its folder («/assets/»).
    pub fn read(manifest: &str, base: &str) -> Result<Assets, serde_json::Error> {
        let mut assets = Assets::default();
        assets.add(manifest, base)?;
        Ok(assets)
    }

    /// Adds what another manifest names (the islands are built by another tool).
    pub fn add(&mut self, manifest: &str, base: &str) -> Result<(), serde_json::Error> {
        let names: BTreeMap<String, Value> = serde_json::from_str(manifest)?;
        for (name, value) in names {
            match value {
                Value::String(file) => {
                    self.files.insert(name, format!("{base}{file}"));
                }
                Value::Array(list) if name == "preload" => {
                    let files = list.iter().filter_map(Value::as_str);
                    self.preload.extend(files.map(|file| format!("{base}{file}")));
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// The same, with an address elsewhere to which «Esci in fretta» leads.
    pub fn leaving_to(mut self, address: &str) -> Assets {
        self.exit = address.to_owned();
        self
    }

    /// Where «Esci in fretta» leads; empty for a page of our own.
    pub fn exit(&self) -> &str {
        &self.exit
    }

    /// The address of a file; empty if it was not built.
    pub fn url(&self, name: &str) -> &str {
        self.files.get(name).map_or("", String::as_str)
    }
}

/// What every page needs to know beside its view.
#[derive(Debug, Clone, Copy)]
pub struct PageContext<'a> {
    /// Language of the interface.
    pub lang: Lang,
    /// Slug of the Ambito; empty on the front page.
    pub slug: &'a str,
    /// Which page; `None` on the front page and where there is none.
    pub page: Option<Page>,
    /// Query of the address, without `?`.
    pub query: &'a str,
    /// Scheme and host, for canonical addresses: «https://trama.example».
    pub origin: &'a str,
    /// Built files.
    pub assets: &'a Assets,
    /// Now, by the server's clock.
    pub now: Moment,
    /// Code of what was just done, told on top of the page (`notice-…`).
    pub notice: Option<&'a str>,
    /// Language of what the institution writes here, the first of the Ambito's; empty where there
    /// is no Ambito.
    pub content: &'a str,
}

impl PageContext<'_> {
    /// The `lang` of the institution's words where they are not in the language of the page.
    pub fn content_lang(&self) -> Option<String> {
        (!self.content.is_empty() && self.content != self.lang.code())
            .then(|| self.content.to_owned())
    }

    /// The texts of the language.
    pub fn texts(&self) -> &'static Texts {
        Texts::of(self.lang)
    }

    /// A text.
    pub fn t(&self, key: &str) -> &'static str {
        self.texts().get(key)
    }

    /// A text with arguments.
    pub fn tw(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.texts().with(key, args)
    }

    /// A text that depends on a count, `{ $n }`.
    pub fn tn(&self, key: &str, n: impl TryInto<i64>) -> String {
        self.texts().with(key, &[("n", n.try_into().unwrap_or(i64::MAX).into())])
    }

    /// A word of a closed list: `coded("outcome", outcome.code())`.
    pub fn coded(&self, list: &str, code: &str) -> &'static str {
        self.texts().coded(list, code)
    }

    /// The address of a page of this Ambito, in this language.
    pub fn path(&self, page: Page) -> String {
        page.path(self.slug, self.lang)
    }

    /// The same with a query.
    pub fn path_with(&self, page: Page, query: &str) -> String {
        let path = self.path(page);
        if query.is_empty() { path } else { format!("{path}?{query}") }
    }

    /// The address of this page without its query: where its forms are sent.
    pub fn here(&self) -> String {
        self.page.map_or_else(|| "/".to_owned(), |page| self.path(page))
    }

    /// The address of this page in another language, query kept.
    pub fn in_language(&self, lang: Lang) -> String {
        let path = match self.page {
            Some(page) => page.path(self.slug, lang),
            None if self.slug.is_empty() => match lang {
                Lang::It => "/".to_owned(),
                Lang::En => "/en".to_owned(),
            },
            None => Page::Home.path(self.slug, lang),
        };
        if self.query.is_empty() || self.page.is_none() {
            path
        } else {
            format!("{path}?{}", self.query)
        }
    }
}

/// What of the wasm a page loads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bundle {
    /// The islands of the pages that everyone reads.
    Everyone,
    /// The workbench.
    Workbench,
    /// The room of a session.
    Room,
}

impl Bundle {
    /// The file that starts it.
    const fn start(self) -> &'static str {
        match self {
            Bundle::Everyone => "hydrate.js",
            Bundle::Workbench => "hydrate-workbench.js",
            Bundle::Room => "hydrate-room.js",
        }
    }

    /// What it will ask for next, told to the browser beforehand: nothing on citizens' pages,
    /// where the words come first.
    const fn next(self) -> Option<(&'static str, &'static str)> {
        match self {
            Bundle::Everyone => None,
            Bundle::Workbench => Some(("workbench.js", "workbench.wasm")),
            Bundle::Room => Some(("room.js", "room.wasm")),
        }
    }
}

/// How dense a page is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Density {
    /// For everyone.
    #[default]
    Calm,
    /// For staff: everything on one page.
    Dense,
    /// For staff, wider than the grid on large screens.
    Wide,
}

/// A step of the breadcrumb.
#[derive(Debug, Clone, Default)]
pub struct Crumb {
    /// Words.
    pub words: String,
    /// Where it leads; the last one nowhere.
    pub address: Option<String>,
    /// Language of the words, if not the page's.
    pub lang: Option<String>,
}

/// What a page says about itself.
#[derive(Debug, Clone, Default)]
pub struct Meta {
    /// Title, without the name of the Ambito.
    pub title: String,
    /// Language of the title, if not the page's.
    pub lang: Option<String>,
    /// One sentence for searches and previews.
    pub description: String,
    /// The wasm that the page must load, if it has an island.
    pub bundle: Option<Bundle>,
    /// How dense it is.
    pub density: Density,
    /// Breadcrumb after «Home».
    pub crumbs: Vec<Crumb>,
    /// The page draws full-width bands itself (home, front page).
    pub bands: bool,
    /// Search engines may keep it.
    pub indexed: bool,
    /// Something in its form is wrong: the title says so first.
    pub faulty: bool,
    /// The page has «Esci in fretta» and loads the few lines that make it leave no way back.
    pub leave: bool,
    /// Seconds after which the page is asked for again where there is no JavaScript.
    pub renew: Option<u32>,
}

impl Meta {
    /// A public page with a title.
    pub fn new(title: impl Into<String>) -> Meta {
        Meta { title: title.into(), indexed: true, ..Meta::default() }
    }

    /// A page for people who work, not for search engines.
    pub fn staff(title: impl Into<String>) -> Meta {
        Meta { title: title.into(), density: Density::Dense, ..Meta::default() }
    }

    /// With a description.
    pub fn described(mut self, description: impl Into<String>) -> Meta {
        self.description = description.into();
        self
    }

    /// With a title that is not in the language of the page.
    pub fn spoken(mut self, lang: Option<String>) -> Meta {
        self.lang = lang;
        self
    }

    /// With one more crumb that leads somewhere.
    pub fn under(self, words: impl Into<String>, address: String) -> Meta {
        self.under_spoken(words, address, None)
    }

    /// The same with words that are not in the language of the page.
    pub fn under_spoken(
        mut self,
        words: impl Into<String>,
        address: String,
        lang: Option<String>,
    ) -> Meta {
        self.crumbs.push(Crumb { words: words.into(), address: Some(address), lang });
        self
    }

    /// With its own name as the last crumb.
    pub fn here(mut self) -> Meta {
        let (words, lang) = (self.title.clone(), self.lang.clone());
        self.crumbs.push(Crumb { words, address: None, lang });
        self
    }

    /// With islands.
    pub fn with_island(mut self, bundle: Bundle) -> Meta {
        self.bundle = Some(bundle);
        self
    }

    /// Not for search engines.
    pub fn private(mut self) -> Meta {
        self.indexed = false;
        self
    }

    /// With «Esci in fretta».
    pub fn with_leave(mut self, leave: bool) -> Meta {
        self.leave = leave;
        self
    }

    /// Asked for again after so many seconds, where there is no JavaScript. The page must have a
    /// link that stops it (WCAG 2.2.2).
    pub fn renewed(mut self, seconds: u32) -> Meta {
        self.renew = Some(seconds);
        self
    }

    /// With full-width bands.
    pub fn in_bands(mut self) -> Meta {
        self.bands = true;
        self
    }

    /// With something wrong in its form.
    pub fn faulty(mut self, faulty: bool) -> Meta {
        self.faulty = faulty;
        self
    }
}

/// Draws a whole page. The body is made inside the owner that its islands need.
pub fn document(
    cx: &PageContext<'_>,
    shell: &Shell,
    meta: Meta,
    body: impl FnOnce() -> AnyView,
) -> String {
    let mut html = String::with_capacity(32 * 1024);
    head(&mut html, cx, Some(shell), &meta);
    draw(&mut html, || shell::around(cx, shell, &meta, body()));
    html.push_str("</body></html>");
    html
}

/// Draws a page for a projector: large, with nothing around it.
pub fn projected(cx: &PageContext<'_>, meta: Meta, body: impl FnOnce() -> AnyView) -> String {
    let mut html = String::with_capacity(8 * 1024);
    head(&mut html, cx, None, &meta);
    draw(&mut html, || {
        let body = body();
        view! { <main id="main" class="projected">{body}</main> }.into_any()
    });
    html.push_str("</body></html>");
    html
}

/// Draws a page that belongs to no Ambito: the front page, what went wrong.
pub fn bare(cx: &PageContext<'_>, meta: Meta, body: impl FnOnce() -> AnyView) -> String {
    let mut html = String::with_capacity(8 * 1024);
    head(&mut html, cx, None, &meta);
    draw(&mut html, || shell::around_bare(cx, &meta, body()));
    html.push_str("</body></html>");
    html
}

fn draw(html: &mut String, view: impl FnOnce() -> AnyView) {
    let context = hydration_context();
    let owner = Owner::new_root(Some(context));
    let drawn = owner.with(|| view().to_html());
    owner.unset_with_forced_cleanup();
    unmarked(html, &drawn);
}

/// Leaves out the marks by which Leptos finds its way when it hydrates: only islands do, and
/// elsewhere they are faults of the HTML. In what people wrote `<` is escaped, so a mark is one.
fn unmarked(html: &mut String, drawn: &str) {
    const MARK: &str = "<!>";
    const ISLAND: &str = "<leptos-island";
    const END: &str = "</leptos-island>";
    let mut rest = drawn;
    while let Some(start) = rest.find(ISLAND) {
        let end = rest[start..].find(END).map_or(rest.len(), |end| start + end + END.len());
        html.extend(rest[..start].split(MARK));
        html.push_str(&rest[start..end]);
        rest = &rest[end..];
    }
    html.extend(rest.split(MARK));
}

fn hydration_context() -> Arc<dyn hydration_context::SharedContext + Send + Sync> {
    Arc::new(hydration_context::SsrSharedContext::new_islands())
}

fn head(html: &mut String, cx: &PageContext<'_>, shell: Option<&Shell>, meta: &Meta) {
    let lang = cx.lang.code();
    let mut push = |parts: &[&str]| {
        for part in parts {
            html.push_str(part);
        }
    };
    push(&["<!DOCTYPE html><html lang=\"", lang, "\"><head><meta charset=\"utf-8\">"]);
    push(&["<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"]);
    let site = shell.map_or(cx.t("product"), |shell| shell.ambito.name.as_str());
    let title =
        if meta.title == site { meta.title.clone() } else { format!("{} – {site}", meta.title) };
    let title = if meta.faulty { cx.tw("title-faulty", &[("title", title.into())]) } else { title };
    match meta.lang.as_deref().filter(|_| !meta.faulty) {
        Some(lang) => push(&["<title lang=\"", &attribute(lang), "\">"]),
        None => push(&["<title>"]),
    }
    push(&[&encode_text(&title), "</title>"]);
    if !meta.description.is_empty() {
        let description = attribute(&meta.description);
        push(&["<meta name=\"description\" content=\"", &description, "\">"]);
    }
    if !meta.indexed {
        push(&["<meta name=\"robots\" content=\"noindex\">"]);
    }
    if let Some(seconds) = meta.renew {
        let seconds = seconds.to_string();
        push(&["<noscript><meta http-equiv=\"refresh\" content=\"", &seconds, "\"></noscript>"]);
    }
    for font in &cx.assets.preload {
        let font = attribute(font);
        push(&[
            "<link rel=\"preload\" href=\"",
            &font,
            "\" as=\"font\" type=\"font/woff2\" crossorigin>",
        ]);
    }
    push(&["<link rel=\"stylesheet\" href=\"", &attribute(cx.assets.url("main.css")), "\">"]);
    let icon = attribute(cx.assets.url("favicon.svg"));
    push(&["<link rel=\"icon\" href=\"", &icon, "\" type=\"image/svg+xml\">"]);
    if meta.indexed {
        let canonical = format!("{}{}", cx.origin, cx.in_language(cx.lang));
        push(&["<link rel=\"canonical\" href=\"", &attribute(&canonical), "\">"]);
        for other in Lang::ALL {
            let address = format!("{}{}", cx.origin, cx.in_language(other));
            push(&["<link rel=\"alternate\" hreflang=\"", other.code(), "\" href=\""]);
            push(&[&attribute(&address), "\">"]);
        }
    }
    if let Some(bundle) = meta.bundle
        && !cx.assets.url(bundle.start()).is_empty()
    {
        let start = attribute(cx.assets.url(bundle.start()));
        if let Some((glue, wasm)) = bundle.next() {
            let (glue, wasm) = (attribute(cx.assets.url(glue)), attribute(cx.assets.url(wasm)));
            push(&["<link rel=\"modulepreload\" href=\"", &glue, "\">"]);
            push(&["<link rel=\"preload\" href=\"", &wasm, "\" as=\"fetch\" crossorigin>"]);
        }
        push(&["<script type=\"module\" src=\"", &start, "\"></script>"]);
    }
    if meta.leave && !cx.assets.url("leave.js").is_empty() {
        let leave = attribute(cx.assets.url("leave.js"));
        push(&["<script defer src=\"", &leave, "\"></script>"]);
    }
    push(&["</head><body"]);
    match meta.density {
        Density::Calm => {}
        Density::Dense => push(&[" class=\"dense\""]),
        Density::Wide => push(&[" class=\"dense wide\""]),
    }
    push(&[">"]);
}

#[cfg(test)]
mod tests {
    #[test]
    fn marks_stay_within_islands() {
        let mut html = String::new();
        super::unmarked(
            &mut html,
            "<p>a<!>b</p><leptos-island x><p>c<!>d</p></leptos-island><p>e<!>f</p>",
        );
        assert_eq!(html, "<p>ab</p><leptos-island x><p>c<!>d</p></leptos-island><p>ef</p>");
    }
}
