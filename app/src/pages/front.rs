//! The front page of an installation: its Ambiti.

use domain::views::AmbitoCard;
use leptos::prelude::*;

use crate::parts::{View, empty, hidden, icon, meta, page_head};
use crate::render::{Meta, PageContext, bare};
use crate::urls::Page;

/// The list of the Ambiti.
pub fn page(cx: &PageContext<'_>, ambiti: &[AmbitoCard]) -> String {
    let meta = Meta::new(cx.t("front-title")).described(cx.t("front-lead"));
    let head = page_head(None, cx.t("front-title"), Some(cx.t("front-lead").to_owned()));
    bare(cx, meta, || body(cx, head, ambiti))
}

/// Nothing at this address, and no Ambito to look in: those there are.
pub fn not_found(cx: &PageContext<'_>, ambiti: &[AmbitoCard]) -> String {
    let meta = Meta::new(cx.t("not-found-title")).private();
    let next = cx.t("front-not-found-next").to_owned();
    let head = page_head(None, cx.t("not-found-title"), Some(next));
    bare(cx, meta, || body(cx, head, ambiti))
}

fn body(cx: &PageContext<'_>, head: View, ambiti: &[AmbitoCard]) -> View {
    if ambiti.is_empty() {
        let none = empty(cx, cx.t("front-empty"), cx.t("front-empty-next"), None);
        return view! { {head}{none} }.into_any();
    }
    let cards: Vec<_> = ambiti.iter().map(|ambito| card(cx, ambito)).collect();
    view! {
        {head}
        <section aria-labelledby="ambiti">
            <h2 id="ambiti">{cx.t("front-ambiti")}</h2>
            <ul class="entries entries--grid" role="list">{cards}</ul>
        </section>
    }
    .into_any()
}

fn card(cx: &PageContext<'_>, ambito: &AmbitoCard) -> View {
    let href = Page::Home.path(&ambito.slug, cx.lang);
    let (name, region) = (ambito.name.clone(), ambito.region.clone());
    let open = if ambito.open_rounds > 0 {
        let drawn = icon(cx, "it-unlocked", "");
        let words = cx.tn("front-open", ambito.open_rounds);
        view! { <span class="state state--open">{drawn}" "{words}</span> }.into_any()
    } else {
        view! { <span class="state state--quiet">{cx.t("front-none-open")}</span> }.into_any()
    };
    // Each Ambito has its own: there is none of the installation.
    let legal: Vec<_> = [
        ("privacy-title", Page::Privacy),
        ("accessibility-title", Page::Accessibility),
        ("legal-title", Page::Legal),
    ]
    .into_iter()
    .map(|(key, page)| {
        let (href, of) = (page.path(&ambito.slug, cx.lang), hidden(format!(": {}", ambito.name)));
        view! { <a href=href>{cx.t(key)}{of}</a> }.into_any()
    })
    .collect();
    let legal = meta(legal);
    view! {
        <li class="entry">
            <ul class="meta"><li>{region}</li></ul>
            <h3 class="entry-title"><a href=href>{name}</a></h3>
            <div class="entry-foot">{open}</div>
            {legal}
        </li>
    }
    .into_any()
}
