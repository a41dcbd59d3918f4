//! Filters as links, chips, paging and queries: all of it works without JavaScript.

use domain::contributions::Kind;
use domain::merging::bench::Queue;
use domain::views::{Choice, Filter, Paging, Sort, WalkView};
use leptos::prelude::*;

use super::{View, disclosure, hidden, icon};
use crate::render::PageContext;
use crate::urls::Page;

/// A query from names and values, percent-encoded; empty values are left out.
pub fn query(pairs: &[(&str, &str)]) -> String {
    let mut query = String::new();
    for (name, value) in pairs.iter().filter(|(_, value)| !value.is_empty()) {
        if !query.is_empty() {
            query.push('&');
        }
        query.push_str(name);
        query.push('=');
        for byte in value.bytes() {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'/' => {
                    query.push(char::from(byte));
                }
                b' ' => query.push('+'),
                _ => query.push_str(&format!("%{byte:02X}")),
            }
        }
    }
    query
}

/// The names of a filter in an address.
pub mod names {
    /// Kind of contribution (searches and the workbench).
    pub const KIND: &str = "tipo";
    /// Round.
    pub const ROUND: &str = "percorso";
    /// Area.
    pub const AREA: &str = "area";
    /// Policy.
    pub const POLICY: &str = "politica";
    /// Municipality.
    pub const MUNICIPALITY: &str = "comune";
    /// Stage.
    pub const STAGE: &str = "stato";
    /// Words to search.
    pub const QUERY: &str = "q";
    /// Order.
    pub const SORT: &str = "ordine";
    /// Page.
    pub const PAGE: &str = "pagina";
    /// How far one has walked in the mixed order.
    pub const FROM: &str = "da";
    /// On the workbench: which of its texts.
    pub const QUEUE: &str = "mostra";
    /// On the workbench: how many a page holds.
    pub const SIZE: &str = "quanti";
}

/// The query of a filter. `with_kind` where the page itself doesn't say the kind.
pub fn filter_query(filter: &Filter, with_kind: bool) -> String {
    let round = filter.round.map(|round| round.to_string()).unwrap_or_default();
    let page = if filter.page > 1 { filter.page.to_string() } else { String::new() };
    let sort = if filter.sort == default_sort(filter) { "" } else { filter.sort.code() };
    let size = filter.size.map(|size| size.to_string()).unwrap_or_default();
    let queue = if filter.queue == Queue::Waiting { "" } else { filter.queue.code() };
    query(&[
        (names::KIND, filter.kind.filter(|_| with_kind).map_or("", Kind::code)),
        (names::ROUND, &round),
        (names::AREA, filter.area.as_deref().unwrap_or_default()),
        (names::POLICY, filter.policy.as_deref().unwrap_or_default()),
        (names::MUNICIPALITY, filter.municipality.as_deref().unwrap_or_default()),
        (names::STAGE, filter.stage.map_or("", |stage| stage.code())),
        (names::QUERY, filter.query.as_deref().unwrap_or_default()),
        (names::SORT, sort),
        (names::PAGE, &page),
        (names::QUEUE, queue),
        (names::SIZE, &size),
    ])
}

/// The order in which a list comes when none is asked for.
pub fn default_sort(filter: &Filter) -> Sort {
    if filter.query.is_some() { Sort::Relevance } else { Sort::Mixed }
}

/// Where the filters of a list lead: its page, and whether the query says the kind.
#[derive(Debug, Clone, Copy)]
pub struct Base {
    /// The page.
    pub page: Page,
    /// The query says the kind.
    pub with_kind: bool,
}

impl Base {
    /// The address of the list under another filter, from its first page.
    pub fn href(self, cx: &PageContext<'_>, filter: &Filter) -> String {
        cx.path_with(self.page, &filter_query(filter, self.with_kind))
    }

    fn first(self, cx: &PageContext<'_>, filter: Filter) -> String {
        self.href(cx, &Filter { page: 1, ..filter })
    }
}

/// Needs or proposals, on a page that shows one of them.
pub fn kinds(cx: &PageContext<'_>, page: Page, shown: Kind) -> View {
    let links: Vec<View> = Kind::ALL
        .iter()
        .map(|kind| {
            let href = cx.path_with(page, &query(&[(names::KIND, kind.code())]));
            let current = (*kind == shown).then_some("page");
            let name = cx.coded("kinds", kind.code());
            view! { <li><a class="chip chip--plain" href=href aria-current=current>{name}</a></li> }
                .into_any()
        })
        .collect();
    view! { <ul class="chips" role="list" aria-label=cx.t("filter-kind")>{links}</ul> }.into_any()
}

/// One group of choices: those of `choices`, the current one marked.
pub fn facet(
    cx: &PageContext<'_>,
    title: &str,
    choices: &[Choice],
    current: Option<&str>,
    named: impl Fn(&Choice) -> View,
    href: impl Fn(Option<String>) -> String,
) -> View {
    if choices.is_empty() {
        return super::nothing();
    }
    let rows: Vec<_> = choices
        .iter()
        .map(|choice| {
            let chosen = current == Some(choice.code.as_str());
            let target = if chosen { None } else { Some(choice.code.clone()) };
            let (address, name) = (href(target), named(choice));
            let count = crate::format::whole(cx.lang, i64::try_from(choice.count).unwrap_or(0));
            let current = chosen.then_some("true");
            view! {
                <li>
                    <a href=address aria-current=current><span>{name}</span><span>{count}</span></a>
                </li>
            }
            .into_any()
        })
        .collect();
    disclosure(title, current.is_some(), view! { <ul role="list">{rows}</ul> }.into_any())
}

/// An active filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Active {
    /// What it names.
    pub words: String,
    /// Whether these are the institution's words, in its language.
    pub official: bool,
    /// The address without it.
    pub without: String,
}

/// Active filters as chips that take them away.
pub fn chips(cx: &PageContext<'_>, active: Vec<Active>, all: String) -> View {
    if active.is_empty() {
        return super::nothing();
    }
    let several = active.len() > 1;
    let chips: Vec<_> = active
        .into_iter()
        .map(|Active { words, official, without: href }| {
            let close = icon(cx, "it-close", "");
            let remove = hidden(cx.t("filter-remove"));
            let words = if official { super::official(cx, words) } else { super::words(words) };
            view! { <li><a class="chip" href=href>{words}" "{close}{remove}</a></li> }.into_any()
        })
        .collect();
    let all = several.then(|| view! { <li><a href=all>{cx.t("filter-remove-all")}</a></li> });
    view! { <ul class="chips" aria-label=cx.t("filters-active")>{chips}{all}</ul> }.into_any()
}

/// The orders to choose from, and why the current one is as it is.
pub fn sorts(cx: &PageContext<'_>, base: Base, filter: &Filter) -> View {
    // A search has no turns, and only a search knows what is near to its words.
    let missing = if filter.query.is_some() { Sort::Mixed } else { Sort::Relevance };
    let offered = Sort::ALL.into_iter().filter(|sort| *sort != missing);
    let links: Vec<_> = offered
        .map(|sort| {
            let href = base.first(cx, Filter { sort, ..filter.clone() });
            let current = (sort == filter.sort).then_some("true");
            let words = cx.coded("sort", sort.code());
            view! { <li><a href=href aria-current=current>{words}</a></li> }.into_any()
        })
        .collect();
    view! { <ul class="list-sort" aria-label=cx.t("sort-label")>{links}</ul> }.into_any()
}

/// Links to the pages of a list: first, last, and those around the current one.
pub fn pagination(cx: &PageContext<'_>, paging: Paging, href: impl Fn(u32) -> String) -> View {
    let last = paging.pages();
    if last <= 1 {
        return super::nothing();
    }
    let page = paging.page.clamp(1, last);
    let link = |number: u32| {
        let current = (number == page).then_some("page");
        let word = hidden(format!("{} ", cx.t("page-word")));
        let (address, shown) = (href(number), number.to_string());
        view! {
            <li><a class="page-link" href=address aria-current=current>{word}{shown}</a></li>
        }
        .into_any()
    };
    let mut links = Vec::new();
    if page > 1 {
        let (address, words) = (href(page - 1), cx.t("page-previous"));
        let arrow = icon(cx, "it-chevron-left", "sm");
        links.push(
            view! { <li><a class="page-link" rel="prev" href=address>{arrow}" "{words}</a></li> }
                .into_any(),
        );
    }
    let mut gap = false;
    for number in 1..=last {
        if number == 1 || number == last || number.abs_diff(page) <= 1 {
            links.push(link(number));
            gap = false;
        } else if !gap {
            links.push(view! { <li aria-hidden="true">"…"</li> }.into_any());
            gap = true;
        }
        // Long lists: nothing is drawn between the neighbours and the last page.
        if number > page + 1 && number < last {
            links.push(link(last));
            break;
        }
    }
    if page < last {
        let (address, words) = (href(page + 1), cx.t("page-next"));
        let arrow = icon(cx, "it-chevron-right", "sm");
        links.push(
            view! { <li><a class="page-link" rel="next" href=address>{words}" "{arrow}</a></li> }
                .into_any(),
        );
    }
    view! { <nav aria-label=cx.t("pages-label")><ul class="pagination">{links}</ul></nav> }
        .into_any()
}

/// The way on in the mixed order, and back to its beginning: `walk` says where one is, `first` is
/// the address of the list.
pub fn walking(
    cx: &PageContext<'_>,
    walk: &WalkView,
    shown: usize,
    total: u64,
    first: String,
) -> View {
    let from = walk.shown.saturating_add(1);
    let to = u64::from(walk.shown) + u64::try_from(shown).unwrap_or(0);
    if walk.shown == 0 && walk.next.is_none() {
        return super::nothing();
    }
    let said = cx.tw(
        "walk-shown",
        &[
            ("from", from.into()),
            ("to", i64::try_from(to).unwrap_or(i64::MAX).into()),
            ("total", i64::try_from(total).unwrap_or(i64::MAX).into()),
        ],
    );
    let again = (walk.shown > 0).then(|| {
        let href = first.clone();
        view! { <li><a class="page-link" href=href>{cx.t("walk-again")}</a></li> }
    });
    let on = walk.next.as_ref().map(|next| {
        let joint = if first.contains('?') { '&' } else { '?' };
        let href = format!("{first}{joint}{}={next}", names::FROM);
        let arrow = icon(cx, "it-chevron-right", "sm");
        view! {
            <li>
                <a class="page-link" rel="next" href=href>{cx.t("walk-next")}" "{arrow}</a>
            </li>
        }
    });
    let end = walk.next.is_none().then(|| view! { <p class="muted">{cx.t("walk-end")}</p> });
    view! {
        <nav aria-label=cx.t("pages-label")>
            <p class="muted mb-1">{said}</p>
            {end}
            <ul class="pagination">{again}{on}</ul>
        </nav>
    }
    .into_any()
}

/// A form that searches; hidden fields keep the rest of the filter.
pub fn search_form(cx: &PageContext<'_>, base: Base, filter: &Filter, label: &'static str) -> View {
    let kept = Filter { query: None, page: 1, ..filter.clone() };
    let kept =
        Filter { sort: if kept.sort == Sort::Relevance { Sort::Mixed } else { kept.sort }, ..kept };
    let round = kept.round.map(|round| round.to_string());
    let pairs = [
        (names::KIND, kept.kind.filter(|_| base.with_kind).map(|kind| kind.code().to_owned())),
        (names::ROUND, round),
        (names::AREA, kept.area.clone()),
        (names::POLICY, kept.policy.clone()),
        (names::MUNICIPALITY, kept.municipality.clone()),
        (names::STAGE, kept.stage.map(|stage| stage.code().to_owned())),
    ];
    let fields: Vec<_> = pairs
        .into_iter()
        .filter_map(|(name, value)| Some(super::forms::hidden_field(name, value?)))
        .collect();
    let value = filter.query.clone().unwrap_or_default();
    let search = icon(cx, "it-search", "sm");
    let word = hidden(cx.t("search"));
    view! {
        <form class="search-form" role="search" method="get" action=cx.path(base.page)>
            {fields}
            <label class="visually-hidden" for="q">{label}</label>
            <input class="form-control" id="q" name=names::QUERY type="search" maxlength="200"
                placeholder=label value=value/>
            <button class="btn btn-primary" type="submit">{search}{word}</button>
        </form>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_survives_any_value() {
        assert_eq!(query(&[("q", "c'è & co"), ("x", "")]), "q=c%27%C3%A8+%26+co");
        let filter = Filter {
            kind: Some(Kind::Need),
            municipality: Some("CVN".into()),
            page: 1,
            ..Filter::default()
        };
        assert_eq!(filter_query(&filter, false), "comune=CVN");
        assert_eq!(filter_query(&filter, true), "tipo=bisogno&comune=CVN");
        let second = Filter { page: 2, sort: Sort::Supported, ..filter };
        assert_eq!(filter_query(&second, false), "comune=CVN&ordine=sostenuti&pagina=2");
    }
}
