//! The texts of a round in proportion to who supports them: where a synthesis begins.

use domain::suppression::SMALLEST;
use domain::views::{PlacedView, ProportionPage, Shell};
use leptos::prelude::*;

use super::workbench::CHOSEN;
use crate::format;
use crate::parts::lists::kinds;
use crate::parts::{
    Tone, View, card, disclosure, empty, icon, meta, nothing, notice, p, page_head, state, words,
};
use crate::render::{Meta, PageContext, document};
use crate::urls::Page;

/// The texts of a round in proportion.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &ProportionPage) -> String {
    let title = format!("{} – {}", cx.t("proportion-title"), view.round.title);
    document(cx, shell, Meta::staff(title), || body(cx, view))
}

fn body(cx: &PageContext<'_>, view: &ProportionPage) -> View {
    let (href, round) = (cx.path(Page::Workbench(view.round.number)), view.round.title.clone());
    let eyebrow = view! {
        <a href=href>{cx.t("bench-title")}</a>" · "<span lang=cx.content_lang()>{round}</span>
    };
    let lead = cx.t("proportion-lead").to_owned();
    let head = page_head(Some(eyebrow.into_any()), cx.t("proportion-title"), Some(lead));
    let how = disclosure(
        cx.t("proportion-how"),
        false,
        view! {
            <ol>
                <li>{cx.t("proportion-how-1")}</li>
                <li>{cx.t("proportion-how-2")}</li>
                <li>{cx.t("proportion-how-3")}</li>
            </ol>
            <p>{cx.tw("proportion-how-few", &[("people", SMALLEST.into())])}</p>
        }
        .into_any(),
    );
    view! {
        {head}
        {kinds(cx, Page::Proportion(view.round.number), view.kind)}
        <div class="measure">{how}</div>
        {texts(cx, view)}
    }
    .into_any()
}

fn texts(cx: &PageContext<'_>, view: &ProportionPage) -> View {
    if view.cut {
        return notice(cx, Tone::Plain, cx.t("proportion-cut"), p(cx.t("proportion-cut-next")));
    }
    if view.placed.is_empty() {
        return empty(cx, cx.t("proportion-empty"), cx.t("proportion-empty-next"), None);
    }
    let rows: Vec<View> = view.placed.iter().map(|one| row(cx, one)).collect();
    let draft = view.may_draft.is_ok().then(|| {
        view! {
            <button class="btn btn-outline-primary" type="submit"
                formaction=cx.path(Page::NewAction)>{cx.t("bench-draft")}</button>
        }
    });
    let others = if view.others == 0 {
        nothing()
    } else {
        let count = format::whole(cx.lang, i64::try_from(view.others).unwrap_or(i64::MAX));
        p(cx.tw("proportion-others", &[("count", count.into()), ("people", SMALLEST.into())]))
    };
    view! {
        <form method="get" action=cx.path(Page::NewCluster(view.round.number))>
            <ol class="queue queue--pick" role="list">{rows}</ol>
            {others}
            <div class="button-row">
                <button class="btn btn-primary" type="submit">{cx.t("bench-make")}</button>
                {draft}
            </div>
        </form>
    }
    .into_any()
}

fn row(cx: &PageContext<'_>, one: &PlacedView) -> View {
    let contribution = &one.card.contribution;
    let number = contribution.number.to_string();
    let title = card::title(cx, contribution);
    let pick = cx.tw("bench-pick", &[("title", title.as_str().into())]);
    let about = meta(vec![
        words(card::numbered(cx, contribution)),
        words(one.card.municipality.clone()),
        words(card::supports(cx, contribution.kind, one.card.supports)),
        state::stage(cx, contribution.kind, one.card.stage),
    ]);
    let tie = one.undecided.then(|| {
        let drawn = icon(cx, "it-info-circle", "sm");
        view! { <p class="small mb-0">{drawn}" "{cx.t("proportion-tie")}</p> }
    });
    let link = card::link(cx, contribution);
    view! {
        <li>
            <input type="checkbox" name=CHOSEN value=number aria-label=pick/>
            <div><strong class="queue-title">{link}</strong>{about}{tie}</div>
        </li>
    }
    .into_any()
}
