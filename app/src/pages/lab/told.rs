//! What everybody is told of a session once its minutes are approved: the report, the wall with
//! its dots, photographs, numbers, what became of the cards.

use domain::views::{
    Breakdown, DotCount, MadeVoice, SessionNumbers, SessionRef, SessionReport, SessionTold,
    WallCard, WallColumn,
};
use leptos::prelude::*;

use crate::format;
use crate::parts::voice::{Size, plain, prose, voice};
use crate::parts::{
    View, arrow_link, card, date, disclosure, facts, nothing, official, p, people, state, words,
};
use crate::render::PageContext;
use crate::urls::Page;

/// All of it, beneath the head of the page of the session.
pub fn told(cx: &PageContext<'_>, session: &SessionRef, view: &SessionTold) -> View {
    view! {
        {report(cx, view.report.as_ref())}
        {numbers_section(cx, &view.numbers)}
        {wall(cx, view)}
        {photos(cx, session, view)}
        {made_section(cx, &view.made)}
        {minutes(cx, session, view.minutes.as_deref())}
    }
    .into_any()
}

fn number(cx: &PageContext<'_>, n: u32) -> String {
    format::whole(cx.lang, n.into())
}

/// «37 persone × 3 bollini = 111».
pub(super) fn dots_said(cx: &PageContext<'_>, dots: DotCount) -> String {
    let mut said = cx.tw(
        "lab-dots-sum",
        &[
            ("people", dots.people.into()),
            ("each", dots.each.into()),
            ("sum", dots.people.saturating_mul(dots.each).into()),
        ],
    );
    if dots.blanks > 0 {
        said.push(' ');
        said.push_str(&cx.tn("lab-dots-blank", dots.blanks));
    }
    said
}

fn report(cx: &PageContext<'_>, report: Option<&SessionReport>) -> View {
    let Some(report) = report else { return nothing() };
    view! {
        <section class="measure" aria-labelledby="report">
            <h2 id="report">{cx.t("lab-report-title")}</h2>
            <h3>{cx.t("lab-changes")}</h3>
            {plain(cx, &report.changes, "measure")}
            <h3>{cx.t("lab-learned")}</h3>
            {plain(cx, &report.learned, "measure")}
            {quotations(cx, report)}
            <p class="small muted">{date(cx, report.at)}</p>
        </section>
    }
    .into_any()
}

pub(super) fn quotations(cx: &PageContext<'_>, report: &SessionReport) -> View {
    let taken_back = (report.taken_back > 0).then(|| {
        let said = cx.tn("lab-quotes-taken-back", report.taken_back);
        view! { <p class="small muted">{said}</p> }
    });
    if report.quotations.is_empty() {
        return taken_back.into_any();
    }
    // In which language a card is written nobody said.
    let list: Vec<View> =
        report.quotations.iter().map(|(_, said)| voice(said, "", Size::Plain)).collect();
    view! {
        <h3>{cx.t("lab-quotes")}</h3>
        {list}
        {taken_back}
    }
    .into_any()
}

fn numbers_section(cx: &PageContext<'_>, of: &SessionNumbers) -> View {
    view! {
        <section aria-labelledby="numbers">
            <h2 id="numbers">{cx.t("lab-numbers")}</h2>
            {numbers(cx, of)}
        </section>
    }
    .into_any()
}

/// A session in numbers.
pub(super) fn numbers(cx: &PageContext<'_>, of: &SessionNumbers) -> View {
    let mut pairs = Vec::new();
    let mut add = |key: &str, said: String| pairs.push((cx.t(key).to_owned(), words(said)));
    if let Some(registered) = of.registered {
        add("lab-registered", people(cx, registered));
    }
    add("lab-present", people(cx, of.present));
    if let Some(walk_ins) = of.walk_ins {
        let key = if of.walk_ins_beside { "lab-walk-ins-beside" } else { "lab-walk-ins" };
        add(key, people(cx, walk_ins));
    }
    if of.cards > 0 {
        add("lab-cards", number(cx, of.cards));
    }
    if of.columns > 0 {
        add("lab-columns", number(cx, of.columns));
    }
    add("lab-needs", number(cx, of.needs));
    add("lab-proposals", number(cx, of.proposals));
    let places = cells(cx, "lab-by-place", &of.municipalities, |name| official(cx, name.clone()));
    let categories = cells(cx, "lab-by-category", &of.categories, |one| {
        words(cx.coded("came-category", one.code()))
    });
    let ages = cells(cx, "lab-by-age", &of.ages, |one| words(super::age(cx, *one)));
    view! { {facts(true, pairs)}{places}{categories}{ages} }.into_any()
}

fn cells<T>(
    cx: &PageContext<'_>,
    title: &'static str,
    of: &Breakdown<Option<T>>,
    name: impl Fn(&T) -> View,
) -> View {
    if of.cells.iter().all(|(name, _)| name.is_none()) {
        return nothing();
    }
    let row = |what: View, n: u32| {
        view! {
            <tr>
                <th scope="row">{what}</th>
                <td class="num" data-label=cx.t("lab-col-people")>{number(cx, n)}</td>
            </tr>
        }
        .into_any()
    };
    let mut rows: Vec<View> = of
        .cells
        .iter()
        .map(|(of, n)| {
            let what = of.as_ref().map_or_else(|| words(cx.t("lab-unsaid")), &name);
            row(what, *n)
        })
        .collect();
    if of.others > 0 {
        rows.push(row(words(cx.t("report-cell-others")), of.others));
    }
    view! {
        <table class="table table-dense table--cards">
            <caption>{cx.t(title)}</caption>
            <thead>
                <tr>
                    <th scope="col">{cx.t("lab-col-who")}</th>
                    <th scope="col" class="num">{cx.t("lab-col-people")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn wall(cx: &PageContext<'_>, view: &SessionTold) -> View {
    if view.columns.is_empty() {
        return nothing();
    }
    let all = view.columns.iter().flat_map(|column| &column.cards);
    let most = all.filter_map(|card| card.dots).max().unwrap_or(0);
    let columns: Vec<View> =
        view.columns.iter().map(|column| one_column(cx, column, most)).collect();
    let sum = view.dots.map(|dots| {
        let elsewhere = (view.dots_elsewhere > 0)
            .then(|| view! { " "{cx.tn("lab-dots-elsewhere", view.dots_elsewhere)} });
        view! { <p class="muted">{dots_said(cx, dots)}{elsewhere}</p> }
    });
    view! {
        <section aria-labelledby="wall">
            <h2 id="wall">{cx.t("lab-wall")}</h2>
            <p class="measure">{cx.t("lab-wall-lead")}</p>
            {columns}
            {sum}
        </section>
    }
    .into_any()
}

fn one_column(cx: &PageContext<'_>, column: &WallColumn, most: u32) -> View {
    if column.cards.is_empty() {
        return nothing();
    }
    let title = if column.position == 0 || column.title.is_empty() {
        words(cx.t("lab-no-column"))
    } else {
        official(cx, column.title.clone())
    };
    let cards: Vec<View> = column.cards.iter().map(|card| one_card(cx, card, most)).collect();
    view! { <h3>{title}</h3><ul class="heard measure" role="list">{cards}</ul> }.into_any()
}

fn one_card(cx: &PageContext<'_>, card: &WallCard, most: u32) -> View {
    let said = card.words.clone();
    let same = (!card.with.is_empty()).then(
        || view! { " "<span class="small muted">{cx.tn("lab-same", card.with.len())}</span> },
    );
    let became = card.became.as_ref().map(|one| {
        let kind = state::kind(cx, one.kind);
        view! { <br/><span class="small">{kind}": "{card::link(cx, one)}</span> }
    });
    let dots = card.dots.map(|dots| {
        let bar = (most > 0).then(|| {
            view! { <progress max=most.to_string() value=dots.to_string() aria-hidden="true"></progress> }
        });
        view! { <span class="num">{cx.tn("lab-dots", dots)}</span>{bar} }
    });
    view! { <li><span dir="auto">{said}{same}{became}</span>{dots}</li> }.into_any()
}

fn photos(cx: &PageContext<'_>, session: &SessionRef, view: &SessionTold) -> View {
    if view.photos.is_empty() {
        return nothing();
    }
    let list: Vec<View> = view
        .photos
        .iter()
        .map(|photo| {
            let src = cx.path(Page::SessionPhoto(session.number, photo.number));
            let (alt, caption) = (photo.alt.clone(), official(cx, photo.alt.clone()));
            let (width, height) = (photo.width.to_string(), photo.height.to_string());
            view! {
                <li>
                    <figure class="session-photo">
                        <img src=src alt=alt width=width height=height loading="lazy"/>
                        <figcaption class="small muted" aria-hidden="true">{caption}</figcaption>
                    </figure>
                </li>
            }
            .into_any()
        })
        .collect();
    view! {
        <section aria-labelledby="photos">
            <h2 id="photos">{cx.t("lab-photos")}</h2>
            <ul class="session-photos" role="list">{list}</ul>
        </section>
    }
    .into_any()
}

fn made_section(cx: &PageContext<'_>, made: &[MadeVoice]) -> View {
    view! {
        <section aria-labelledby="made">
            <h2 id="made">{cx.t("lab-made")}</h2>
            {self::made(cx, made)}
        </section>
    }
    .into_any()
}

/// Needs and proposals made of the cards, and what became of them.
pub(super) fn made(cx: &PageContext<'_>, made: &[MadeVoice]) -> View {
    if made.is_empty() {
        return p(cx.t("lab-made-none"));
    }
    let list: Vec<View> = made
        .iter()
        .map(|one| {
            let kind = one.contribution.kind;
            let badge = match one.outcome {
                Some(outcome) => state::outcome(cx, Some(kind), outcome),
                None => state::stage(cx, kind, one.stage),
            };
            let name = card::numbered(cx, &one.contribution);
            let link = card::link(cx, &one.contribution);
            view! {
                <li><span class="small muted">{name}</span><br/>{link}" "{badge}</li>
            }
            .into_any()
        })
        .collect();
    view! {
        <p class="measure">{cx.t("lab-made-lead")}</p>
        <ul class="similar" role="list">{list}</ul>
    }
    .into_any()
}

fn minutes(cx: &PageContext<'_>, session: &SessionRef, minutes: Option<&str>) -> View {
    let Some(minutes) = minutes else { return nothing() };
    let href = cx.path(Page::SessionMinutes(session.number));
    view! {
        <section aria-labelledby="minutes">
            <h2 id="minutes">{cx.t("lab-minutes-title")}</h2>
            {disclosure(cx.t("lab-minutes-read"), false, prose(cx, minutes))}
            <p>{arrow_link(cx, href, cx.t("lab-minutes-asked"))}</p>
        </section>
    }
    .into_any()
}
