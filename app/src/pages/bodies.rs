//! Bodies with their seats, and organisations by category.

use domain::territory::Category;
use domain::views::{BodiesPage, BodyCard, OrganisationRow, SeatRow, Shell};
use leptos::prelude::*;

use crate::parts::{View, official, page_head};
use crate::render::{Meta, PageContext, document};

/// Who decides, and who takes part.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &BodiesPage) -> String {
    let meta = Meta::new(cx.t("bodies-title")).described(cx.t("bodies-lead")).here();
    document(cx, shell, meta, || body(cx, view))
}

fn body(cx: &PageContext<'_>, view: &BodiesPage) -> View {
    let head = page_head(None, cx.t("bodies-heading"), Some(cx.t("bodies-lead").to_owned()));
    let bodies: Vec<_> = view
        .bodies
        .iter()
        .enumerate()
        .map(|(index, body)| card(cx, body, format!("body-{index}")))
        .collect();
    let organisations: Vec<_> = Category::ALL
        .iter()
        .filter_map(|category| {
            let of: Vec<_> =
                view.organisations.iter().filter(|one| one.category == *category).collect();
            (!of.is_empty()).then(|| group(cx, *category, &of))
        })
        .collect();
    view! {
        {head}
        <div class="stack-lg">
            {bodies}
            <section aria-labelledby="organisations">
                <h2 id="organisations">{cx.t("organisations-title")}</h2>
                <p class="measure">{cx.t("organisations-lead")}</p>
                {organisations}
            </section>
        </div>
    }
    .into_any()
}

fn card(cx: &PageContext<'_>, body: &BodyCard, id: String) -> View {
    let (name, rule) = (body.name.clone(), official(cx, body.rule.clone()));
    let what = cx.coded("body-does", body.kind.code());
    let quorum = (body.quorum > 0).then(|| {
        let words = cx.tn("body-quorum", body.quorum);
        view! { <p class="muted">{words}" "{rule}</p> }
    });
    let seats: Vec<_> = body.seats.iter().map(|seat| row(cx, seat)).collect();
    let label = format!("{}: {}", body.name, cx.t("seat-who"));
    view! {
        <section aria-labelledby=id.clone()>
            <h2 id=id.clone() lang=cx.content_lang()>{name}</h2>
            <p class="measure">{what}</p>
            {quorum}
            <div class="table-scroll" role="region" aria-label=label tabindex="0">
                <table class="table table--cards">
                    <thead>
                        <tr>
                            <th scope="col">{cx.t("seat-who")}</th>
                            <th scope="col">{cx.t("seat-function")}</th>
                            <th scope="col">{cx.t("seat-represents")}</th>
                            <th scope="col">{cx.t("seat-votes")}</th>
                        </tr>
                    </thead>
                    <tbody>{seats}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn row(cx: &PageContext<'_>, seat: &SeatRow) -> View {
    let person = seat.person.clone().unwrap_or_else(|| cx.t("seat-vacant").to_owned());
    let function = cx.coded("seat", seat.function.code());
    let represents = official(cx, seat.represents.clone().unwrap_or_else(|| "–".to_owned()));
    let votes = if seat.votes { cx.t("yes") } else { cx.t("no") };
    view! {
        <tr>
            <th scope="row">{person}</th>
            <td data-label=cx.t("seat-function")>{function}</td>
            <td data-label=cx.t("seat-represents")>{represents}</td>
            <td data-label=cx.t("seat-votes")>{votes}</td>
        </tr>
    }
    .into_any()
}

fn group(cx: &PageContext<'_>, category: Category, list: &[&OrganisationRow]) -> View {
    let name = cx.coded("category", category.code());
    let rows: Vec<_> = list
        .iter()
        .map(|one| {
            let (name, place) = (one.name.clone(), one.municipality.clone());
            let runts = one
                .runts_section
                .as_ref()
                .map(|section| cx.tw("runts", &[("section", section.as_str().into())]));
            let said = (one.contributions > 0).then(|| cx.tn("texts-count", one.contributions));
            let more: Vec<String> = place.into_iter().chain(runts).chain(said).collect();
            let more = more.join(" · ");
            view! { <li><strong lang=cx.content_lang()>{name}</strong><p>{more}</p></li> }
                .into_any()
        })
        .collect();
    view! { <h3 class="mt-3">{name}</h3><ul class="similar" role="list">{rows}</ul> }.into_any()
}
