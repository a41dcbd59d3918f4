//! Opinion groups of a round: a picture, the same in a table, and what it means and does not.
//!
//! Everything comes from a `domain::opinions::picture::Picture`, which names nobody and holds no
//! count under five.

use domain::opinions::picture::{Picture, Shape};
use domain::opinions::statements::{Named, Side};
use domain::views::{Groups, OpinionsView, StatementView, StatementsPage};
use leptos::prelude::*;

use crate::parts::{Tone, View, disclosure, notice, official, p, people};
use crate::render::PageContext;

/// Side of the square in which groups are drawn.
const SIDE: f64 = 400.0;

/// What the groups are, or why there are none.
pub(super) fn groups(cx: &PageContext<'_>, view: &StatementsPage, told: &OpinionsView) -> View {
    let voted = told.participants.map(|n| p(cx.tn("opinions-voted", n)));
    let code = told.groups.code();
    match &told.groups {
        Groups::Drawn(picture) => drawn(cx, view, picture, voted),
        Groups::TooFew | Groups::NoDivision | Groups::Weak => {
            let more = p(cx.t(&format!("opinions-{code}-more")));
            let said = notice(cx, Tone::Plain, cx.t(&format!("opinions-{code}")), more);
            view! {
                <section class="measure" aria-labelledby="groups">
                    <h2 id="groups">{cx.t("opinions-title")}</h2>
                    {voted}
                    {said}
                </section>
            }
            .into_any()
        }
    }
}

/// The letter of a group: A, B, …
fn letter(group: usize) -> char {
    u8::try_from(group).map_or('?', |group| char::from(b'A' + group.min(25)))
}

fn named(cx: &PageContext<'_>, group: usize) -> String {
    cx.tw("opinions-group", &[("letter", letter(group).to_string().into())])
}

/// The statement of a name in the picture.
fn statement<'a>(view: &'a StatementsPage, name: &str) -> Option<&'a StatementView> {
    view.statements.iter().find(|one| one.number.to_string() == name)
}

fn sentence(cx: &PageContext<'_>, view: &StatementsPage, name: &str) -> View {
    match statement(view, name) {
        Some(one) => official(cx, one.text.clone()),
        None => name.to_owned().into_any(),
    }
}

fn drawn(
    cx: &PageContext<'_>,
    view: &StatementsPage,
    picture: &Picture,
    voted: Option<View>,
) -> View {
    let svg = svg(picture);
    let told = told(cx, picture);
    let table = table(cx, view, picture);
    view! {
        <section aria-labelledby="agreed">
            <h2 id="agreed">{cx.t("opinions-agreed-title")}</h2>
            {voted}
            {agreed(cx, view, picture)}
        </section>
        <section aria-labelledby="groups">
            <h2 id="groups">{cx.tn("opinions-groups", picture.groups.len())}</h2>
            <div class="opinions">
                <figure class="opinions-picture">
                    <svg viewBox="0 0 400 400" role="img" aria-label=told inner_html=svg></svg>
                    <figcaption class="small muted">{cx.t("opinions-caption")}</figcaption>
                </figure>
                <div>{typical(cx, view, picture)}</div>
            </div>
            {divides(cx, view, picture)}
            {disclosure(cx.t("opinions-table"), false, table)}
        </section>
        <section class="measure" aria-labelledby="means">
            <h2 id="means">{cx.t("opinions-means-title")}</h2>
            <ul>
                <li>{cx.t("opinions-means-1")}</li>
                <li>{cx.t("opinions-means-2")}</li>
                <li>{cx.t("opinions-means-3")}</li>
                <li>{cx.t("opinions-means-4")}</li>
            </ul>
        </section>
    }
    .into_any()
}

/// The picture in one sentence: who can't see it finds the rest in the table.
fn told(cx: &PageContext<'_>, picture: &Picture) -> String {
    let groups: Vec<String> = picture
        .groups
        .iter()
        .map(|group| format!("{}: {}", named(cx, group.id), people(cx, group.people)))
        .collect();
    cx.tw("opinions-told", &[("groups", groups.join("; ").into())])
}

/// Ellipses with their letters. All that comes from the view is a number.
fn svg(picture: &Picture) -> String {
    let mut svg =
        format!("<rect class=\"opinions-ground\" width=\"{SIDE}\" height=\"{SIDE}\" rx=\"10\"/>");
    for Shape { id, centre: [x, y], radii: [long, short], turned, .. } in &picture.groups {
        let (x, y) = (x * SIDE, y * SIDE);
        svg.push_str(&format!(
            "<ellipse class=\"opinions-shape opinions-shape--{}\" cx=\"{x:.1}\" cy=\"{y:.1}\" \
             rx=\"{:.1}\" ry=\"{:.1}\" transform=\"rotate({turned:.1} {x:.1} {y:.1})\"/>",
            id % 5,
            long * SIDE,
            short * SIDE,
        ));
    }
    for Shape { id, label: [x, y], .. } in &picture.groups {
        let (x, y) = (x * SIDE, y * SIDE);
        svg.push_str(&format!(
            "<circle class=\"opinions-seat\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"17\"/>\
             <text class=\"opinions-letter\" x=\"{x:.1}\" y=\"{:.1}\" \
             text-anchor=\"middle\">{}</text>",
            y + 7.0,
            letter(*id),
        ));
    }
    svg
}

fn list(cx: &PageContext<'_>, view: &StatementsPage, names: &[Named]) -> View {
    let rows: Vec<View> = names
        .iter()
        .map(|named| view! { <li>{sentence(cx, view, &named.statement)}</li> }.into_any())
        .collect();
    view! { <ul class="statements-agreed">{rows}</ul> }.into_any()
}

/// What all groups agree on, and what all reject.
fn agreed(cx: &PageContext<'_>, view: &StatementsPage, picture: &Picture) -> View {
    if picture.agreed.is_empty() && picture.rejected.is_empty() {
        return p(cx.t("opinions-agreed-none"));
    }
    let part = |key: &'static str, names: &[Named]| {
        (!names.is_empty()).then(|| {
            let list = list(cx, view, names);
            view! { <div><h3>{cx.t(key)}</h3>{list}</div> }
        })
    };
    view! {
        {part("opinions-agreed", &picture.agreed)}
        {part("opinions-rejected", &picture.rejected)}
    }
    .into_any()
}

/// What is typical of each group.
fn typical(cx: &PageContext<'_>, view: &StatementsPage, picture: &Picture) -> View {
    let groups: Vec<View> = picture
        .groups
        .iter()
        .map(|group| {
            let rows: Vec<View> = group
                .typical
                .iter()
                .map(|typical| {
                    let side = match typical.side {
                        Side::Agree => "opinions-side-agree",
                        Side::Disagree => "opinions-side-disagree",
                    };
                    let said = sentence(cx, view, &typical.statement);
                    view! { <li><strong>{cx.t(side)}</strong>" "{said}</li> }.into_any()
                })
                .collect();
            let body = if rows.is_empty() {
                p(cx.t("opinions-typical-none"))
            } else {
                view! { <ul>{rows}</ul> }.into_any()
            };
            let (name, size) = (named(cx, group.id), people(cx, group.people));
            view! {
                <h3>{name}<span class="small muted">" · "{size}</span></h3>
                {body}
            }
            .into_any()
        })
        .collect();
    groups.into_any()
}

/// What sets the groups apart, with how each leans.
fn divides(cx: &PageContext<'_>, view: &StatementsPage, picture: &Picture) -> View {
    if picture.divisive.is_empty() {
        return ().into_any();
    }
    let rows: Vec<View> = picture
        .divisive
        .iter()
        .filter_map(|named_| {
            let row = picture.statements.iter().find(|row| row.statement == named_.statement)?;
            let leanings: Vec<String> = row
                .groups
                .iter()
                .enumerate()
                .map(|(group, leaning)| {
                    format!("{}: {}", named(cx, group), cx.coded("leaning", leaning.code()))
                })
                .collect();
            let said = sentence(cx, view, &named_.statement);
            let leanings = leanings.join(" · ");
            Some(view! { <li>{said}<br/><span class="muted">{leanings}</span></li> }.into_any())
        })
        .collect();
    view! { <h3>{cx.t("opinions-divides")}</h3><ul>{rows}</ul> }.into_any()
}

/// How each group leans on each statement.
fn table(cx: &PageContext<'_>, view: &StatementsPage, picture: &Picture) -> View {
    let heads: Vec<View> = picture
        .groups
        .iter()
        .map(|group| {
            let (name, size) = (named(cx, group.id), people(cx, group.people));
            view! { <th scope="col">{name}<br/><small>{size}</small></th> }.into_any()
        })
        .collect();
    let rows: Vec<View> = picture
        .statements
        .iter()
        .map(|row| {
            let cells: Vec<View> = row
                .groups
                .iter()
                .enumerate()
                .map(|(group, leaning)| {
                    let label = named(cx, group);
                    let leaning = cx.coded("leaning", leaning.code());
                    view! { <td data-label=label>{leaning}</td> }.into_any()
                })
                .collect();
            let said = sentence(cx, view, &row.statement);
            view! { <tr><th scope="row">{said}</th>{cells}</tr> }.into_any()
        })
        .collect();
    view! {
        <table class="table table-dense table--cards">
            <caption>{cx.t("opinions-table-caption")}</caption>
            <thead><tr><th scope="col">{cx.t("statements-one")}</th>{heads}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// How many said what, statement by statement.
pub(super) fn said(cx: &PageContext<'_>, view: &StatementsPage) -> View {
    let columns = ["accordo", "disaccordo", "passo"];
    let rows: Vec<View> = view
        .statements
        .iter()
        .map(|one| {
            let cells = match &one.said {
                Some(said) => {
                    let cells: Vec<View> = columns
                        .iter()
                        .zip([said.agree, said.disagree, said.pass])
                        .map(|(code, count)| {
                            let (label, count) = (cx.coded("stance", code), people(cx, count));
                            view! { <td data-label=label>{count}</td> }.into_any()
                        })
                        .collect();
                    cells.into_any()
                }
                None => {
                    let why = one.withdrawn.map_or_else(
                        || cx.t("statements-unknown").to_owned(),
                        |why| {
                            let why = cx.coded("withdrawn-why", why.code());
                            cx.tw("statements-withdrawn", &[("why", why.into())])
                        },
                    );
                    view! { <td colspan="3">{why}</td> }.into_any()
                }
            };
            let text = official(cx, one.text.clone());
            view! { <tr><th scope="row">{text}</th>{cells}</tr> }.into_any()
        })
        .collect();
    let heads: Vec<View> = columns
        .iter()
        .map(|code| view! { <th scope="col">{cx.coded("stance", code)}</th> }.into_any())
        .collect();
    view! {
        <table class="table table-dense table--cards">
            <caption class="visually-hidden">{cx.t("statements-said")}</caption>
            <thead><tr><th scope="col">{cx.t("statements-one")}</th>{heads}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}
