//! One's own voices, and what became of them.

use domain::contributions::Standing;
use domain::views::{DraftCard, MinePage, OwnCard, Shell};
use leptos::prelude::*;

use crate::format;
use crate::parts::{
    View, card, empty, facts, merge, meta, nothing, official, page_head, refusal_why, state, words,
};
use crate::render::{Meta, PageContext, document};
use crate::shell::desk_page;
use crate::urls::Page;

/// The page of somebody who is signed in.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &MinePage) -> String {
    let meta = Meta::new(cx.t("mine-title")).private();
    document(cx, shell, meta, || body(cx, shell, view))
}

fn body(cx: &PageContext<'_>, shell: &Shell, view: &MinePage) -> View {
    let lead = cx.tw("mine-lead", &[("name", view.name.as_str().into())]);
    let written = if view.contributions.is_empty() {
        nothing_written(cx, shell, view)
    } else {
        let list: Vec<View> = view.contributions.iter().map(|one| own(cx, one)).collect();
        view! { <ul class="entries" role="list">{list}</ul> }.into_any()
    };
    let supported = if view.supported.is_empty() {
        view! { <p class="muted">{cx.t("mine-supported-none")}</p> }.into_any()
    } else {
        card::links(cx, &view.supported)
    };
    let roles: Vec<&str> = view.roles.iter().map(|role| cx.coded("role", role.code())).collect();
    let mut pairs =
        vec![(cx.t("mine-identity").to_owned(), words(cx.coded("mine-level", view.level.code())))];
    if !roles.is_empty() {
        pairs.push((cx.t("mine-roles").to_owned(), words(roles.join(", "))));
    }
    view! {
        {page_head(None, cx.t("mine-title"), Some(lead))}
        <div class="split">
            <div class="stack-lg">
                {merge::mine(cx, &view.merges)}
                {drafts(cx, &view.drafts)}
                <section aria-labelledby="written">
                    <h2 id="written">{cx.t("mine-written")}</h2>
                    {written}
                </section>
            </div>
            <aside class="stack">
                <section aria-labelledby="supported">
                    <h2 class="h3" id="supported">{cx.t("mine-supported")}</h2>
                    {supported}
                </section>
                <section class="panel" aria-labelledby="who">
                    <h2 id="who">{cx.t("mine-who")}</h2>
                    {facts(false, pairs)}
                </section>
            </aside>
        </div>
    }
    .into_any()
}

/// What was sent after closing and is kept for them: neither public nor counted.
fn drafts(cx: &PageContext<'_>, list: &[DraftCard]) -> View {
    if list.is_empty() {
        return nothing();
    }
    let list: Vec<View> = list
        .iter()
        .map(|one| {
            let href = cx.path(Page::Draft(one.number));
            let (title, lang) = (one.title.clone(), one.language.clone());
            let lang = (!lang.is_empty()).then_some(lang);
            let kind = cx.coded("voice-draft-kind", one.kind.code());
            let saved = cx.tw("voice-draft-on", &[("at", format::date(cx.lang, one.saved).into())]);
            let round = official(cx, one.round.title.clone());
            let badge = state::round(cx, one.round.state);
            view! {
                <li class="entry">
                    <ul class="meta" role="list"><li><strong>{kind}</strong></li><li>{saved}</li></ul>
                    <h3 class="entry-title" lang=lang dir="auto"><a href=href>{title}</a></h3>
                    <p class="small muted mb-0">{round}" · "{badge}</p>
                </li>
            }
            .into_any()
        })
        .collect();
    view! {
        <section aria-labelledby="drafts">
            <h2 id="drafts">{cx.t("mine-drafts")}</h2>
            <p class="measure">{cx.t("mine-drafts-lead")}</p>
            <ul class="entries" role="list">{list}</ul>
        </section>
    }
    .into_any()
}

/// Nothing yet: on to what can be written now, to where one works, or why neither.
fn nothing_written(cx: &PageContext<'_>, shell: &Shell, view: &MinePage) -> View {
    let title = cx.t("mine-written-none-title");
    let act = |words: &'static str, page| Some((words.to_owned(), cx.path(page)));
    match (&view.may_need, &view.may_propose, shell.viewer.desks.as_slice()) {
        (Ok(()), _, _) => {
            let act = act(cx.t("write-need-page"), Page::NewNeed);
            empty(cx, title, cx.t("mine-written-none"), act)
        }
        (Err(_), Ok(()), _) => {
            let act = act(cx.t("write-proposal-page"), Page::NewProposal);
            empty(cx, title, cx.t("mine-written-none"), act)
        }
        (Err(_), Err(_), [desk, ..]) => {
            let act = act(cx.coded("desk", desk.code()), desk_page(*desk));
            empty(cx, title, cx.t("mine-written-desk"), act)
        }
        (Err(refusal), Err(_), []) => {
            let act = act(cx.t("menu-rounds"), Page::Rounds);
            empty(cx, title, refusal_why(cx, refusal), act)
        }
    }
}

fn own(cx: &PageContext<'_>, own: &OwnCard) -> View {
    let contribution = &own.contribution;
    let kind = state::kind(cx, contribution.kind);
    let sent = cx.tw(
        "mine-sent",
        &[("kind", contribution.kind.code().into()), ("at", format::date(cx.lang, own.at).into())],
    );
    let head = meta(vec![view! { <strong>{kind}</strong> }.into_any(), words(sent)]);
    let (title, lang) = (card::title(cx, contribution), card::language(contribution));
    let href = card::href(cx, contribution);
    // How far it is counts once it is public; before and after, where it stands does.
    let stands = match (own.standing, own.outcome) {
        (Standing::Published, Some(outcome)) => {
            state::outcome(cx, Some(contribution.kind), outcome)
        }
        (Standing::Published, None) => state::stage(cx, contribution.kind, own.stage),
        (standing, _) => state::standing(cx, contribution.kind, standing),
    };
    let thread = cx.path(Page::contribution_thread(contribution.kind, contribution.number));
    view! {
        <li class="entry">
            {head}
            <h3 class="entry-title" lang=lang dir="auto"><a href=href>{title}</a></h3>
            <div class="entry-foot">
                {stands}
                <a class="arrow-link" href=thread>{cx.t("mine-thread")}</a>
            </div>
        </li>
    }
    .into_any()
}
