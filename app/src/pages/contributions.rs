//! Lists of needs and proposals, and the search: filters are links, all of it works without
//! JavaScript.

use domain::contributions::Kind;
use domain::views::{Choice, ContributionList, Filter, Shell, Sort};
use leptos::prelude::*;

use crate::parts::lists::{Active, Base, chips, facet, pagination, search_form, sorts, walking};
use crate::parts::{View, card, empty, official, page_head, why_not};
use crate::render::{Meta, PageContext, document};
use crate::urls::Page;

/// A list: the page of the context says whether it is one kind's, or the search.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &ContributionList) -> String {
    let key = key(cx);
    let mut meta =
        Meta::new(cx.t(&format!("{key}-title"))).described(cx.t(&format!("{key}-lead"))).here();
    if !cx.query.is_empty() {
        meta = meta.private();
    }
    document(cx, shell, meta, || body(cx, view))
}

fn key(cx: &PageContext<'_>) -> &'static str {
    match cx.page {
        Some(Page::Needs) => "needs",
        Some(Page::Proposals) => "proposals",
        _ => "all",
    }
}

fn base(cx: &PageContext<'_>) -> Base {
    match cx.page {
        Some(page @ (Page::Needs | Page::Proposals)) => Base { page, with_kind: false },
        _ => Base { page: Page::Search, with_kind: true },
    }
}

fn body(cx: &PageContext<'_>, view: &ContributionList) -> View {
    let (key, base) = (key(cx), base(cx));
    let lead = cx.t(&format!("{key}-lead")).to_owned();
    let head = page_head(None, cx.t(&format!("{key}-heading")), Some(lead));
    let write = write(cx, view, base);
    let filters = filters(cx, view, base);
    let results = results(cx, view, base);
    view! {
        {head}
        {write}
        <div class="list-page">
            <div class="filters" role="region" aria-label=cx.t("filters-label")>{filters}</div>
            {results}
        </div>
    }
    .into_any()
}

/// The way to write one's own, where a round is open; else why not.
fn write(cx: &PageContext<'_>, view: &ContributionList, base: Base) -> View {
    let need = base.page != Page::Proposals;
    let propose = base.page != Page::Needs;
    let mut buttons = Vec::new();
    let offered = |may: &domain::views::May| {
        use domain::faults::Refusal;
        matches!(may, Ok(()) | Err(Refusal::SignInNeeded | Refusal::LevelTooLow { .. }))
    };
    if need && offered(&view.may_need) {
        let href = cx.path(Page::NewNeed);
        buttons.push(
            view! { <a class="btn btn-primary" href=href>{cx.t("write-a-need")}</a> }.into_any(),
        );
    }
    if propose && offered(&view.may_propose) {
        let href = cx.path(Page::NewProposal);
        let class = if buttons.is_empty() { "btn btn-primary" } else { "btn btn-outline-primary" };
        buttons.push(view! { <a class=class href=href>{cx.t("write-a-proposal")}</a> }.into_any());
    }
    if buttons.is_empty() {
        let may = if need { &view.may_need } else { &view.may_propose };
        return match may {
            Err(refusal) => why_not(cx, refusal),
            Ok(()) => crate::parts::nothing(),
        };
    }
    view! { <div class="button-row mt-0 mb-3">{buttons}</div> }.into_any()
}

fn named(choices: &[Choice], code: &str) -> String {
    choices
        .iter()
        .find(|choice| choice.code == code)
        .map(|choice| choice.name.clone())
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| code.to_owned())
}

fn name_of(cx: &PageContext<'_>, choice: &Choice) -> View {
    if choice.name.is_empty() {
        crate::parts::words(choice.code.clone())
    } else {
        official(cx, choice.name.clone())
    }
}

fn filters(cx: &PageContext<'_>, view: &ContributionList, base: Base) -> View {
    let filter = &view.filter;
    let first = |changed: Filter| base.href(cx, &Filter { page: 1, ..changed });
    let search = search_form(cx, base, filter, cx.t("search-in-texts"));
    let kind = base.with_kind.then(|| kinds(cx, base, filter));
    let round = filter.round.map(|round| round.to_string());
    let facets = vec![
        facet(
            cx,
            cx.t("filter-municipality"),
            &view.municipalities,
            filter.municipality.as_deref(),
            |choice| name_of(cx, choice),
            |code| first(Filter { municipality: code, ..filter.clone() }),
        ),
        facet(
            cx,
            cx.t("filter-area"),
            &view.areas,
            filter.area.as_deref(),
            |choice| name_of(cx, choice),
            |code| first(Filter { area: code, ..filter.clone() }),
        ),
        facet(
            cx,
            cx.t("filter-policy"),
            &view.policies,
            filter.policy.as_deref(),
            |choice| name_of(cx, choice),
            |code| first(Filter { policy: code, ..filter.clone() }),
        ),
        facet(
            cx,
            cx.t("filter-stage"),
            &view.stages,
            filter.stage.map(|stage| stage.code()),
            |choice| crate::parts::words(stage_name(cx, &choice.code)),
            |code| {
                first(Filter { stage: code.and_then(|code| code.parse().ok()), ..filter.clone() })
            },
        ),
        facet(
            cx,
            cx.t("filter-round"),
            &view.rounds,
            round.as_deref(),
            |choice| name_of(cx, choice),
            |code| {
                first(Filter { round: code.and_then(|code| code.parse().ok()), ..filter.clone() })
            },
        ),
    ];
    view! { {search}{kind}{facets} }.into_any()
}

fn stage_name(cx: &PageContext<'_>, code: &str) -> String {
    match code.parse::<domain::contributions::Stage>() {
        Ok(stage) => cx.coded("stage", stage.code()).to_owned(),
        Err(_) => code.to_owned(),
    }
}

fn kinds(cx: &PageContext<'_>, base: Base, filter: &Filter) -> View {
    let links: Vec<_> = [None, Some(Kind::Need), Some(Kind::Proposal)]
        .into_iter()
        .map(|kind| {
            let href = base.href(cx, &Filter { kind, page: 1, ..filter.clone() });
            let words = match kind {
                None => cx.t("kinds-both"),
                Some(kind) => cx.coded("kinds", kind.code()),
            };
            let current = (filter.kind == kind).then_some("true");
            view! {
                <li><a href=href aria-current=current><span>{words}</span></a></li>
            }
            .into_any()
        })
        .collect();
    view! { <ul aria-label=cx.t("filter-kind")>{links}</ul> }.into_any()
}

/// What is chosen, as chips; names of the institution are in its language.
fn active(cx: &PageContext<'_>, view: &ContributionList, base: Base) -> Vec<Active> {
    let filter = &view.filter;
    let without = |changed: Filter| base.href(cx, &Filter { page: 1, ..changed });
    let mut active = Vec::new();
    let mut add = |words: String, official: bool, changed: Filter| {
        active.push(Active { words, official, without: without(changed) });
    };
    if let Some(query) = &filter.query {
        let sort = Sort::default();
        let words = cx.tw("searched", &[("words", query.as_str().into())]);
        add(words, false, Filter { query: None, sort, ..filter.clone() });
    }
    if let Some(kind) = filter.kind.filter(|_| base.with_kind) {
        let words = cx.coded("kinds", kind.code()).to_owned();
        add(words, false, Filter { kind: None, ..filter.clone() });
    }
    if let Some(code) = &filter.municipality {
        let words = named(&view.municipalities, code);
        add(words, true, Filter { municipality: None, ..filter.clone() });
    }
    if let Some(code) = &filter.area {
        add(named(&view.areas, code), true, Filter { area: None, ..filter.clone() });
    }
    if let Some(code) = &filter.policy {
        add(named(&view.policies, code), true, Filter { policy: None, ..filter.clone() });
    }
    if let Some(stage) = filter.stage {
        let words = stage_name(cx, stage.code());
        add(words, false, Filter { stage: None, ..filter.clone() });
    }
    if let Some(round) = filter.round {
        let words = named(&view.rounds, &round.to_string());
        add(words, true, Filter { round: None, ..filter.clone() });
    }
    active
}

fn results(cx: &PageContext<'_>, view: &ContributionList, base: Base) -> View {
    let key = key(cx);
    let count = cx.tn(&format!("{key}-found"), view.paging.total);
    let sorts = sorts(cx, base, &view.filter);
    let why = cx.coded("sort-why", view.filter.sort.code());
    let active = active(cx, view, base);
    let filtered = !active.is_empty();
    let clear = Filter {
        kind: view.filter.kind.filter(|_| !base.with_kind),
        sort: Sort::default(),
        page: 1,
        ..Filter::default()
    };
    let all = base.href(cx, &clear);
    let chips = chips(cx, active, all.clone());
    let some = view.some.then(|| view! { <p role="status">{cx.t("found-some")}</p> });
    let list = if view.cards.is_empty() {
        nothing_found(cx, view, filtered, all)
    } else {
        card::cards(cx, &view.cards)
    };
    let pages = match &view.walk {
        Some(walk) => {
            let first = base.href(cx, &Filter { page: 1, ..view.filter.clone() });
            walking(cx, walk, view.cards.len(), view.paging.total, first)
        }
        None => pagination(cx, view.paging, |page| {
            base.href(cx, &Filter { page, ..view.filter.clone() })
        }),
    };
    let explained = cx.path(Page::Order);
    view! {
        <section aria-labelledby="results">
            <div class="list-head"><h2 class="list-count" id="results">{count}</h2>{sorts}</div>
            <p class="list-why">{why}" "<a href=explained>{cx.t("order-link")}</a></p>
            {chips}
            {some}
            {list}
            {pages}
        </section>
    }
    .into_any()
}

fn nothing_found(
    cx: &PageContext<'_>,
    view: &ContributionList,
    filtered: bool,
    all: String,
) -> View {
    if filtered {
        let act = (cx.t("filter-remove-all").to_owned(), all);
        empty(cx, cx.t("found-none"), cx.t("found-none-next"), Some(act))
    } else {
        let act = view.may_need.is_ok().then(|| (cx.t("speak").to_owned(), cx.path(Page::NewNeed)));
        empty(cx, cx.t("list-empty"), cx.t("list-empty-next"), act)
    }
}
