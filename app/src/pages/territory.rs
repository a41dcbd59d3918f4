//! Territory and municipalities.

use domain::views::{MunicipalityRow, Shell, TerritoryPage};
use leptos::prelude::*;

use crate::format;
use crate::parts::lists::{names, query};
use crate::parts::{View, page_head};
use crate::render::{Meta, PageContext, document};
use crate::urls::Page;

/// The territory.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &TerritoryPage) -> String {
    let meta = Meta::new(cx.t("territory-title")).described(cx.t("territory-description")).here();
    document(cx, shell, meta, || body(cx, shell, view))
}

fn body(cx: &PageContext<'_>, shell: &Shell, view: &TerritoryPage) -> View {
    let lead = cx.tw(
        "territory-lead",
        &[
            ("n", i64::try_from(view.municipalities.len()).unwrap_or(0).into()),
            ("population", view.population.into()),
            ("region", shell.ambito.region.as_str().into()),
        ],
    );
    let head = page_head(None, cx.t("territory-heading"), Some(lead));
    let rows: Vec<_> = view.municipalities.iter().map(|one| row(cx, one)).collect();
    let note = (!view.note.is_empty()).then(|| {
        view! {
            <p class="muted measure" lang=cx.content_lang()>{view.note.clone()}</p>
        }
    });
    let total = format::whole(cx.lang, view.population);
    view! {
        {head}
        <div class="table-scroll" role="region" aria-label=cx.t("territory-table") tabindex="0">
            <table class="table table--cards">
                <thead>
                    <tr>
                        <th scope="col">{cx.t("municipality")}</th>
                        <th scope="col" class="num">{cx.t("inhabitants")}</th>
                        <th scope="col">{cx.t("mayor")}</th>
                        <th scope="col">{cx.t("said-there")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{cx.t("total")}</th>
                        <td class="num">{total}</td>
                        <td></td>
                        <td></td>
                    </tr>
                </tfoot>
            </table>
        </div>
        {note}
    }
    .into_any()
}

fn row(cx: &PageContext<'_>, row: &MunicipalityRow) -> View {
    let name = row.name.clone();
    let lead =
        row.lead.then(|| view! { " "<span class="badge">{cx.t("lead-municipality")}</span> });
    let population = format::whole(cx.lang, row.population);
    let mayor = row.mayor.clone().unwrap_or_else(|| "–".to_owned());
    let link = |page: Page, key: &str, count: u64| {
        let href = cx.path_with(page, &query(&[(names::MUNICIPALITY, &row.code)]));
        let words = cx.tn(key, count);
        if count > 0 {
            view! { <a href=href>{words}</a> }.into_any()
        } else {
            crate::parts::words(words)
        }
    };
    let needs = link(Page::Needs, "needs-count", row.needs);
    let proposals = link(Page::Proposals, "proposals-count", row.proposals);
    view! {
        <tr>
            <th scope="row">{name}{lead}</th>
            <td class="num" data-label=cx.t("inhabitants")>{population}</td>
            <td data-label=cx.t("mayor")>{mayor}</td>
            <td data-label=cx.t("said-there")>{needs}", "{proposals}</td>
        </tr>
    }
    .into_any()
}
