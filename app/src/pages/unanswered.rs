//! Texts of a round that wait for their answer, with the days each has waited: public, so that
//! waiting is nobody's secret.

use domain::rounds::RoundState;
use domain::suppression::Shown;
use domain::views::{ContributionCard, Shell, UnansweredPage};
use leptos::prelude::*;

use super::round_start::title_of;
use crate::parts::lists::pagination;
use crate::parts::{View, arrow_link, card, counted, empty, official, page_head_spoken, state};
use crate::render::{Meta, PageContext, document};
use crate::urls::Page;

/// The list.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &UnansweredPage) -> String {
    let round = &view.card.round;
    let title = title_of(cx, &round.title);
    let meta = Meta::new(format!("{} – {title}", cx.t("unanswered-title")))
        .described(cx.t("unanswered-lead"))
        .under(cx.t("menu-rounds"), cx.path(Page::Rounds))
        .under_spoken(title, cx.path(Page::Round(round.number)), cx.content_lang())
        .here();
    document(cx, shell, meta, || body(cx, view))
}

fn body(cx: &PageContext<'_>, view: &UnansweredPage) -> View {
    let round = &view.card.round;
    let badge = state::round(cx, round.state);
    let title = official(cx, title_of(cx, &round.title));
    let eyebrow = view! { {badge}" · "{title} }.into_any();
    let promised = view.answer_days.map(|days| {
        let words = cx.tn("rules-answer-days", days);
        view! { <p class="measure">{cx.t("unanswered-promised")}" "{words}"."</p> }
    });
    let unread = (view.in_moderation != Shown::None).then(|| {
        let words = counted(cx, "unanswered-in-moderation", view.in_moderation);
        view! { <p class="measure muted">{words}</p> }
    });
    let list = if view.texts.is_empty() {
        let (key, act) = match round.state {
            RoundState::Draft | RoundState::Scheduled => ("unanswered-not-yet", None),
            _ if view.card.contributions == 0 => ("unanswered-nothing", None),
            _ => {
                let report = cx.path(Page::Report(round.number));
                ("unanswered-none", Some((cx.t("report-read").to_owned(), report)))
            }
        };
        empty(cx, cx.t(key), cx.t(&format!("{key}-next")), act)
    } else {
        let rows: Vec<View> = view.texts.iter().map(|(one, days)| row(cx, one, *days)).collect();
        let count = cx.tn("unanswered-count", view.waiting);
        view! {
            <h2>{count}</h2>
            <ul class="entries entries--dense" role="list">{rows}</ul>
            {pagination(cx, view.paging, |page| {
                let page = page.to_string();
                let query = crate::parts::lists::query(&[("pagina", &page)]);
                cx.path_with(Page::Unanswered(round.number), &query)
            })}
        }
        .into_any()
    };
    let back = arrow_link(cx, cx.path(Page::Round(round.number)), cx.t("rules-back"));
    let lead = Some(cx.t("unanswered-lead").to_owned());
    view! {
        {page_head_spoken(Some(eyebrow), cx.t("unanswered-title"), None, lead)}
        {promised}
        {unread}
        {list}
        <p class="mt-4">{back}</p>
    }
    .into_any()
}

fn row(cx: &PageContext<'_>, one: &ContributionCard, days: i64) -> View {
    let contribution = &one.contribution;
    let (title, lang) = (card::title(cx, contribution), card::language(contribution));
    let href = card::href(cx, contribution);
    let (kind, stage) =
        (state::kind(cx, contribution.kind), state::stage(cx, contribution.kind, one.stage));
    let place = official(cx, one.municipality.clone());
    let waited = cx.tn("unanswered-days", days);
    view! {
        <li class="entry">
            <ul class="meta" role="list"><li>{kind}</li><li>{place}</li></ul>
            <h3 class="entry-title" lang=lang dir="auto"><a href=href>{title}</a></h3>
            <div class="entry-foot"><strong>{waited}</strong>{stage}</div>
        </li>
    }
    .into_any()
}
