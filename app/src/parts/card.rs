//! A contribution in a list, and the short lines other pages take from it.

use domain::contributions::{Kind, Stage};
use domain::suppression::Shown;
use domain::views::{ActionRef, ClusterRef, ContributionCard, ContributionRef};
use leptos::prelude::*;

use super::voice::{Size, voice};
use super::{View, format, icon, meta, state, words};
use crate::render::PageContext;
use crate::urls::Page;

/// The address of a contribution.
pub fn href(cx: &PageContext<'_>, contribution: &ContributionRef) -> String {
    cx.path(Page::contribution(contribution.kind, contribution.number))
}

/// «Bisogno n. 12»: the number by which a proposal names the needs it answers.
pub fn numbered(cx: &PageContext<'_>, contribution: &ContributionRef) -> String {
    cx.tw(
        "numbered",
        &[
            ("kind", state::kind(cx, contribution.kind).into()),
            ("number", contribution.number.to_string().into()),
        ],
    )
}

/// The title, or what stands in its place for a tombstone.
pub fn title(cx: &PageContext<'_>, contribution: &ContributionRef) -> String {
    if contribution.title.is_empty() {
        cx.tw(
            "tombstone-title",
            &[
                ("kind", state::kind(cx, contribution.kind).into()),
                ("number", contribution.number.to_string().into()),
            ],
        )
    } else {
        contribution.title.clone()
    }
}

/// The language of the title, if there is one.
pub fn language(contribution: &ContributionRef) -> Option<String> {
    (!contribution.title.is_empty()).then(|| contribution.language.clone())
}

/// The title in its language and direction.
pub fn said_title(cx: &PageContext<'_>, contribution: &ContributionRef) -> View {
    let (lang, title) = (language(contribution), title(cx, contribution));
    view! { <span lang=lang dir="auto">{title}</span> }.into_any()
}

/// A link to a contribution, its title in its language.
pub fn link(cx: &PageContext<'_>, contribution: &ContributionRef) -> View {
    let (href, lang, title) =
        (href(cx, contribution), language(contribution), title(cx, contribution));
    view! { <a href=href lang=lang dir="auto">{title}</a> }.into_any()
}

/// A link to a cluster.
pub fn cluster_link(cx: &PageContext<'_>, cluster: &ClusterRef) -> View {
    let (href, title) = (cx.path(Page::Cluster(cluster.number)), cluster.title.clone());
    view! { <a href=href lang=cx.content_lang()>{title}</a> }.into_any()
}

/// A link to an action.
pub fn action_link(cx: &PageContext<'_>, action: &ActionRef) -> View {
    let (href, title) = (cx.path(Page::Action(action.number)), action.title.clone());
    view! { <a href=href lang=cx.content_lang()>{title}</a> }.into_any()
}

/// Who speaks, as far as it may be said: name, organisation, or capacity.
pub fn author(cx: &PageContext<'_>, card: &ContributionCard) -> String {
    speaker(cx, card.byline.as_deref(), card.organisation.as_deref(), card.author_kind.code())
}

/// Who speaks: name and organisation if known, else the capacity.
pub fn speaker(
    cx: &PageContext<'_>,
    byline: Option<&str>,
    organisation: Option<&str>,
    author_kind: &str,
) -> String {
    match (byline, organisation) {
        (Some(name), Some(organisation)) => format!("{name}, {organisation}"),
        (Some(name), None) => name.to_owned(),
        (None, Some(organisation)) => organisation.to_owned(),
        (None, None) => cx.coded("author", author_kind).to_owned(),
    }
}

/// «12 persone hanno lo stesso bisogno», «Meno di 5 persone la sostengono».
pub fn supports(cx: &PageContext<'_>, kind: Kind, shown: Shown) -> String {
    let kind = kind.code();
    match shown {
        Shown::Unknown => cx.t("supports-unknown").to_owned(),
        Shown::None => cx.t(&format!("supports-none-{kind}")).to_owned(),
        Shown::Few => cx.t(&format!("supports-few-{kind}")).to_owned(),
        Shown::Exactly(count) => cx.tn(&format!("supports-{kind}"), count),
    }
}

/// A contribution in a list.
pub fn card(cx: &PageContext<'_>, card: &ContributionCard) -> View {
    let contribution = &card.contribution;
    let kind = numbered(cx, contribution);
    let facts = meta(vec![
        view! { <strong>{kind}</strong> }.into_any(),
        words(card.municipality.clone()),
        words(author(cx, card)),
    ]);
    let (href, lang, title) =
        (href(cx, contribution), language(contribution), title(cx, contribution));
    let quote = (!card.excerpt.is_empty())
        .then(|| voice(&card.excerpt, &contribution.language, Size::Card));
    let supported = supports(cx, contribution.kind, card.supports);
    let people = icon(cx, "tr-people", "");
    let comments = (card.comments > 0).then(|| {
        let drawn = icon(cx, "it-comment", "");
        let count = cx.tn("comments-count", card.comments);
        view! { <span class="entry-support">{drawn}" "{count}</span> }
    });
    let stands = standing(cx, card);
    let policy = card.policy.clone();
    view! {
        <li class="entry">
            {facts}
            <h3 class="entry-title" lang=lang dir="auto"><a href=href>{title}</a></h3>
            {quote}
            <p class="small muted mt-1 mb-0" lang=cx.content_lang()>{policy}</p>
            <div class="entry-foot">
                <span class="entry-support">{people}" "{supported}</span>
                {comments}
                {stands}
            </div>
        </li>
    }
    .into_any()
}

/// Where a public contribution is, in words: its outcome, or how far it is.
pub fn standing(cx: &PageContext<'_>, card: &ContributionCard) -> View {
    match (card.outcome, card.stage) {
        (Some(outcome), _) => state::outcome(cx, Some(card.contribution.kind), outcome),
        (None, Stage::Published) => {
            let words = cx.tw(
                "published-on",
                &[
                    ("kind", card.contribution.kind.code().into()),
                    ("date", format::date(cx.lang, card.at).into()),
                ],
            );
            state::badge(cx, "state state--quiet", "it-check-circle", words)
        }
        (None, stage) => state::stage(cx, card.contribution.kind, stage),
    }
}

/// Contributions one under the other.
pub fn cards(cx: &PageContext<'_>, list: &[ContributionCard]) -> View {
    let list: Vec<_> = list.iter().map(|one| card(cx, one)).collect();
    view! { <ul class="entries" role="list">{list}</ul> }.into_any()
}

/// A list of links to contributions, each with its kind.
pub fn links(cx: &PageContext<'_>, list: &[ContributionRef]) -> View {
    let list: Vec<_> = list
        .iter()
        .map(|one| {
            let link = link(cx, one);
            let kind = state::kind(cx, one.kind);
            view! { <li>{link}<p>{kind}</p></li> }.into_any()
        })
        .collect();
    view! { <ul class="similar" role="list">{list}</ul> }.into_any()
}
