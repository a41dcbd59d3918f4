//! The wall, for a projector: large, without a name, a token or anything to press.

use domain::views::{SessionWall, WallCard, WallColumn};
use leptos::prelude::*;

use crate::parts::{View, official, p, queue};
use crate::render::{Bundle, Meta, PageContext, projected};

/// The name of the field in the address that stops it from asking again.
pub const STILL: &str = "ferma";

/// Seconds after which it is asked for again, where there is no JavaScript.
const EVERY: u32 = 5;

/// The wall. `still`: it doesn't ask for itself again.
pub fn page(cx: &PageContext<'_>, view: &SessionWall, still: bool) -> String {
    let mut meta = Meta::staff(view.question.clone()).spoken(cx.content_lang()).private();
    if !still {
        meta = meta.with_island(Bundle::Room).renewed(EVERY);
    }
    projected(cx, meta, || body(cx, view, still))
}

fn body(cx: &PageContext<'_>, view: &SessionWall, still: bool) -> View {
    let question = official(cx, view.question.clone());
    let wall = if view.covered {
        p(cx.t("wall-covered"))
    } else if view.columns.iter().all(|column| column.cards.is_empty()) {
        p(cx.t("wall-empty"))
    } else {
        let columns: Vec<View> = view.columns.iter().map(|one| column(cx, one)).collect();
        view! { <div class="wall wall--large">{columns}</div> }.into_any()
    };
    let renew = if still {
        let href = cx.here();
        view! { <p class="wall-renew"><a href=href>{cx.t("wall-go")}</a></p> }.into_any()
    } else {
        let href = format!("{}?{STILL}=1", cx.here());
        let renew = queue::renew(cx, "wall");
        view! { {renew}<p class="wall-renew"><a href=href>{cx.t("wall-still")}</a></p> }.into_any()
    };
    view! {
        <h1 class="wall-question">{question}</h1>
        <div id="wall">{wall}</div>
        {renew}
    }
    .into_any()
}

fn column(cx: &PageContext<'_>, column: &WallColumn) -> View {
    let title = match column.position {
        0 => cx.t("room-loose").to_owned(),
        _ => column.title.clone(),
    };
    let lang = (column.position > 0).then(|| cx.content_lang()).flatten();
    let cards: Vec<View> = column.cards.iter().map(|one| card(cx, one)).collect();
    view! {
        <section class="wall-column">
            <h2><span lang=lang>{title}</span></h2>
            <ul class="wall-cards" role="list">{cards}</ul>
        </section>
    }
    .into_any()
}

fn card(cx: &PageContext<'_>, card: &WallCard) -> View {
    let (number, words) = (card.number, card.words.clone());
    let more = (!card.with.is_empty())
        .then(|| view! { <p class="wall-more">{cx.tn("room-behind", card.with.len())}</p> });
    view! {
        <li class="wall-card">
            <p class="wall-words"><span class="wall-number">{number}</span>" "
                <span lang=cx.content_lang() dir="auto">{words}</span></p>
            {more}
        </li>
    }
    .into_any()
}
