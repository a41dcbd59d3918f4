//! Where a new round begins: what each method asks, or a copy of an earlier round.

use domain::rounds::RoundKind;
use domain::rounds::templates;
use domain::views::{RoundRef, RoundStartPage, Shell};
use leptos::prelude::*;

use crate::parts::lists::query;
use crate::parts::{View, page_head, state};
use crate::render::{Meta, PageContext, document};
use crate::urls::Page;

/// Name in the address of the kind that is chosen.
pub const KIND: &str = "metodo";
/// Name in the address of the round that is copied.
pub const COPY: &str = "copia";
/// Name in the address of the step that is shown.
pub const STEP: &str = "passo";

/// The page.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &RoundStartPage) -> String {
    let meta =
        Meta::staff(cx.t("start-title")).under(cx.t("menu-rounds"), cx.path(Page::Rounds)).here();
    document(cx, shell, meta, || body(cx, view))
}

fn body(cx: &PageContext<'_>, view: &RoundStartPage) -> View {
    let kinds: Vec<View> = RoundKind::ALL.iter().map(|kind| one_kind(cx, *kind)).collect();
    let drafts = (!view.drafts.is_empty()).then(|| {
        let list: Vec<View> = view
            .drafts
            .iter()
            .map(|round| {
                let href = cx.path(Page::EditRound(round.number));
                linked(cx, href, round, false)
            })
            .collect();
        view! {
            <section aria-labelledby="drafts">
                <h2 id="drafts">{cx.t("start-drafts")}</h2>
                <ul class="similar" role="list">{list}</ul>
            </section>
        }
    });
    let earlier: Vec<View> = view
        .earlier
        .iter()
        .map(|round| {
            let number = round.number.to_string();
            linked(cx, cx.path_with(Page::NewRound, &query(&[(COPY, &number)])), round, true)
        })
        .collect();
    let earlier = if earlier.is_empty() {
        view! { <p class="muted">{cx.t("start-copy-none")}</p> }.into_any()
    } else {
        view! { <ul class="similar" role="list">{earlier}</ul> }.into_any()
    };
    view! {
        {page_head(None, cx.t("start-title"), Some(cx.t("start-lead").to_owned()))}
        <div class="split">
            <section aria-labelledby="kinds">
                <h2 id="kinds">{cx.t("start-kinds")}</h2>
                <ul class="entries" role="list">{kinds}</ul>
            </section>
            <aside class="stack">
                {drafts}
                <section aria-labelledby="copy">
                    <h2 id="copy">{cx.t("start-copy")}</h2>
                    <p class="muted">{cx.t("start-copy-lead")}</p>
                    {earlier}
                </section>
            </aside>
        </div>
    }
    .into_any()
}

fn one_kind(cx: &PageContext<'_>, kind: RoundKind) -> View {
    let code = kind.code();
    let href = cx.path_with(Page::NewRound, &query(&[(KIND, code)]));
    let template = templates::of(kind);
    let weeks = cx.tn("start-weeks", template.weeks);
    let opened: Vec<View> = template
        .opened
        .iter()
        .map(|(opening, _)| view! { <li>{cx.coded("opening", opening.code())}</li> }.into_any())
        .collect();
    view! {
        <li class="entry">
            <h3 class="entry-title"><a href=href>{cx.coded("round-kind", code)}</a></h3>
            <p class="measure">{cx.coded("template-asks", code)}</p>
            <p class="measure muted">{cx.coded("template-pitfall", code)}</p>
            <ul class="meta" role="list">{opened}</ul>
            <div class="entry-foot">
                <span class="muted">{cx.coded("template-who", code)}" · "{weeks}</span>
            </div>
        </li>
    }
    .into_any()
}

fn linked(cx: &PageContext<'_>, href: String, round: &RoundRef, copy: bool) -> View {
    let title = title_of(cx, &round.title);
    let label = copy.then(|| crate::parts::hidden(format!("{} ", cx.t("start-copy-of"))));
    let kind = cx.coded("round-kind", round.kind.code());
    let badge = state::round(cx, round.state);
    view! {
        <li>
            <a href=href>{label}<span lang=cx.content_lang()>{title}</span></a>
            <p class="small muted mb-0">{kind}" · "{badge}</p>
        </li>
    }
    .into_any()
}

/// The title of a round, or that it has none yet.
pub(super) fn title_of(cx: &PageContext<'_>, title: &str) -> String {
    if title.is_empty() { cx.t("draft-untitled").to_owned() } else { title.to_owned() }
}
