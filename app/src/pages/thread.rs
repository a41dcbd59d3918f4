//! *Il filo* of a contribution, a cluster or an action, in both directions.

use domain::contributions::Kind;
use domain::views::{Shell, ThreadPage, ThreadStart};
use leptos::prelude::*;

use crate::parts::{
    View, arrow_link, card, empty, graph, links, page_head_spoken, qr, session, thread, words,
};
use crate::provenance::Graph;
use crate::render::{Meta, PageContext, document};
use crate::urls::Page;

/// The thread.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &ThreadPage) -> String {
    let (title, lang, back) = start(cx, view);
    let meta = Meta::new(cx.tw("thread-title", &[("title", title.as_str().into())]))
        .described(cx.t("thread-lead"))
        .under_spoken(title, back, lang);
    document(cx, shell, meta, || body(cx, view))
}

/// Title, its language if not the page's, and address of where one started.
fn start(cx: &PageContext<'_>, view: &ThreadPage) -> (String, Option<String>, String) {
    match &view.start {
        ThreadStart::Contribution(contribution) => (
            card::title(cx, contribution),
            card::language(contribution),
            card::href(cx, contribution),
        ),
        ThreadStart::Cluster(cluster) => {
            let href = cx.path(Page::Cluster(cluster.number));
            (cluster.title.clone(), cx.content_lang(), href)
        }
        ThreadStart::Action(action) => {
            let href = cx.path(Page::Action(action.number));
            (action.title.clone(), cx.content_lang(), href)
        }
    }
}

fn body(cx: &PageContext<'_>, view: &ThreadPage) -> View {
    let (title, lang, back) = start(cx, view);
    let (eyebrow, lead) = (words(cx.t("thread-eyebrow")), cx.t("thread-lead").to_owned());
    let head = page_head_spoken(Some(eyebrow), title, lang, Some(lead));
    let up = up(cx, view);
    let down = down(cx, view);
    let links = links::section(cx, &view.links);
    let said = view.said.as_ref().map(|said| session::said(cx, said));
    let back = arrow_link(cx, back, cx.t("thread-back"));
    let (file, short) = elsewhere(view);
    let drawn = graph::graph(cx, &Graph::of(cx, view));
    let qr = qr::qr(cx, &format!("{}{}", cx.origin, cx.path(short)));
    let file = cx.path(file);
    view! {
        {head}
        <div class="stack-lg measure">
            {drawn}
            {said}
            {up}
            {down}
            {links}
            <p class="no-print">{back}</p>
            {qr}
            <p class="small no-print"><a href=file>{cx.t("thread-file")}</a></p>
        </div>
    }
    .into_any()
}

/// The thread as a file, and its short address.
const fn elsewhere(view: &ThreadPage) -> (Page, Page) {
    match &view.start {
        ThreadStart::Contribution(of) => match of.kind {
            Kind::Need => (Page::NeedThreadFile(of.number), Page::NeedShort(of.number)),
            Kind::Proposal => (Page::ProposalThreadFile(of.number), Page::ProposalShort(of.number)),
        },
        ThreadStart::Cluster(of) => {
            (Page::ClusterThreadFile(of.number), Page::ClusterShort(of.number))
        }
        ThreadStart::Action(of) => {
            (Page::ActionThreadFile(of.number), Page::ActionShort(of.number))
        }
    }
}

/// Upward: the voices, by cluster, dissent beside them; then those without a cluster.
fn up(cx: &PageContext<'_>, view: &ThreadPage) -> Option<View> {
    if matches!(view.start, ThreadStart::Contribution(_)) {
        return None;
    }
    if view.up.is_empty() && view.direct.is_empty() {
        let none = empty(cx, cx.t("thread-no-voices"), cx.t("thread-no-voices-more"), None);
        return Some(
            view! { <section aria-labelledby="up"><h2 id="up">{cx.t("thread-up")}</h2>{none}</section> }
                .into_any(),
        );
    }
    let clusters: Vec<_> = view.up.iter().map(|origin| thread::origin(cx, origin)).collect();
    let direct = (!view.direct.is_empty()).then(|| {
        let steps = thread::sources(cx, &view.direct);
        view! {
            <h3>{cx.t("thread-direct")}</h3>
            <ol class="thread" role="list">{steps}</ol>
        }
    });
    Some(
        view! {
            <section aria-labelledby="up">
                <h2 id="up">{cx.t("thread-up")}</h2>
                <div class="stack">{clusters}{direct}</div>
            </section>
        }
        .into_any(),
    )
}

fn down(cx: &PageContext<'_>, view: &ThreadPage) -> View {
    let drawn = if view.down.steps.is_empty() {
        empty(cx, cx.t("thread-nothing-yet"), cx.t("thread-nothing-yet-more"), None)
    } else {
        thread::thread(cx, &view.down)
    };
    view! {
        <section aria-labelledby="down"><h2 id="down">{cx.t("thread-down")}</h2>{drawn}</section>
    }
    .into_any()
}
