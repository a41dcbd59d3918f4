//! Who speaks: people's words as quotations in their own language and direction, the
//! institution's as text.

use domain::views::Translation;
use leptos::prelude::*;

use super::View;
use crate::render::PageContext;

/// How large a quotation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// In the run of a page.
    Plain,
    /// At most three lines on a card.
    Card,
    /// The first thing on its page.
    Large,
}

/// Plain text as escaped paragraphs; single line breaks are kept.
pub fn paragraphs(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + 16);
    for paragraph in text.split("\n\n").map(str::trim).filter(|part| !part.is_empty()) {
        html.push_str("<p>");
        for (index, line) in paragraph.lines().enumerate() {
            if index > 0 {
                html.push_str("<br>");
            }
            html_escape::encode_text_to_string(line, &mut html);
        }
        html.push_str("</p>");
    }
    html
}

/// A person's words.
pub fn voice(text: &str, language: &str, size: Size) -> View {
    let class = match size {
        Size::Plain => "voice",
        Size::Card => "voice voice--card",
        Size::Large => "voice voice--large",
    };
    let language = language.to_owned();
    view! {
        <blockquote class=class lang=language dir="auto" inner_html=paragraphs(text)></blockquote>
    }
    .into_any()
}

/// The institution's plain words, paragraphs kept.
pub fn plain(cx: &PageContext<'_>, text: &str, class: &'static str) -> View {
    let lang = cx.content_lang();
    view! { <div class=class lang=lang inner_html=paragraphs(text)></div> }.into_any()
}

/// The institution's longer words, which may be Markdown. Headings go below `h2`; no image, no
/// raw HTML survives.
pub fn prose(cx: &PageContext<'_>, text: &str) -> View {
    use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
    let lower = |level: HeadingLevel| match level {
        HeadingLevel::H1 | HeadingLevel::H2 => HeadingLevel::H3,
        HeadingLevel::H3 => HeadingLevel::H4,
        HeadingLevel::H4 => HeadingLevel::H5,
        HeadingLevel::H5 | HeadingLevel::H6 => HeadingLevel::H6,
    };
    let events = Parser::new_ext(text, Options::ENABLE_TABLES).map(|event| match event {
        Event::Html(html) | Event::InlineHtml(html) => Event::Text(html),
        Event::Start(Tag::Heading { level, .. }) => Event::Start(Tag::Heading {
            level: lower(level),
            id: None,
            classes: Vec::new(),
            attrs: Vec::new(),
        }),
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(lower(level))),
        other => other,
    });
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, events);
    let clean = ammonia::Builder::default()
        .rm_tags(["img"])
        .url_schemes(["http", "https", "mailto"].into_iter().collect())
        .link_rel(Some("noopener noreferrer nofollow"))
        .clean(&html)
        .to_string();
    let lang = cx.content_lang();
    view! { <div class="measure" lang=lang inner_html=clean></div> }.into_any()
}

/// The name of a language in the language of the page; its code if it has none.
pub fn language_name(cx: &PageContext<'_>, code: &str) -> String {
    let known = code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_lowercase());
    let key = format!("language-{code}");
    if known && cx.texts().has(&key) { cx.t(&key).to_owned() } else { code.to_owned() }
}

/// A translation, beneath the original and labelled.
pub fn translation(cx: &PageContext<'_>, translation: &Translation) -> View {
    let key = if translation.verified { "translation-verified" } else { "translation-machine" };
    let language = language_name(cx, &translation.language);
    let label = cx.tw(key, &[("language", language.into())]);
    let title = translation.title.clone();
    let lang = translation.language.clone();
    let body = voice(&translation.body, &translation.language, Size::Plain);
    view! {
        <section class="box mt-2" aria-label=label.clone()>
            <p class="eyebrow">{label.clone()}</p>
            <p lang=lang dir="auto"><strong>{title}</strong></p>
            {body}
        </section>
    }
    .into_any()
}
