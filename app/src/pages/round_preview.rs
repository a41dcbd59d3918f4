//! A round as each role will see it once it is open, and who may do what in it.

use domain::faults::Refusal;
use domain::forms::FormState;
use domain::rounds::RoundState;
use domain::views::{Onlooker, PreviewPage, PreviewRow, Shell};
use leptos::prelude::*;

use crate::parts::lists::query;
use crate::parts::{View, icon};
use crate::render::{Meta, PageContext, document};
use crate::urls::Page;

/// Name in the address of the role that looks.
pub const ROLE: &str = "ruolo";

/// The preview of a round; `draft` says that it can still be changed.
pub fn page(
    cx: &PageContext<'_>,
    shell: &Shell,
    number: i64,
    state: RoundState,
    view: &PreviewPage,
) -> String {
    let meta = Meta::new(cx.t("preview-title")).private();
    document(cx, shell, meta, || {
        let around = around(cx, number, state, view);
        let round = super::round::body(cx, shell, &view.page, &FormState::default());
        view! { {around}{round}{table(cx, &view.rows)} }.into_any()
    })
}

fn around(cx: &PageContext<'_>, number: i64, state: RoundState, view: &PreviewPage) -> View {
    let roles: Vec<View> = Onlooker::ALL
        .into_iter()
        .map(|one| {
            let href = cx.path_with(Page::RoundPreview(number), &query(&[(ROLE, one.code())]));
            let current = (one == view.by).then_some("true");
            let words = cx.coded("onlooker", one.code());
            view! { <li><a class="chip" href=href aria-current=current>{words}</a></li> }.into_any()
        })
        .collect();
    let (href, words) = if state == RoundState::Draft {
        (cx.path(Page::EditRound(number)), cx.t("preview-edit"))
    } else {
        (cx.path(Page::Round(number)), cx.t("preview-round"))
    };
    let seen = cx.tw("preview-seen", &[("who", cx.coded("onlooker", view.by.code()).into())]);
    view! {
        <section class="panel mb-4 no-print" aria-label=cx.t("preview-title")>
            <p><strong>{seen}</strong></p>
            <nav aria-label=cx.t("preview-roles")><ul class="chips" role="list">{roles}</ul></nav>
            <div class="button-row mt-2">
                <a class="btn btn-outline-primary" href=href>{words}</a>
                <a class="btn btn-plain" href="#who-may">{cx.t("preview-to-table")}</a>
            </div>
        </section>
    }
    .into_any()
}

/// Who may do what while it is open: from the same rules that guard each act.
fn table(cx: &PageContext<'_>, rows: &[PreviewRow]) -> View {
    let heads: Vec<View> = Onlooker::ALL
        .into_iter()
        .map(|one| view! { <th scope="col">{cx.coded("onlooker", one.code())}</th> }.into_any())
        .collect();
    let rows: Vec<View> = rows
        .iter()
        .map(|row| {
            let cells: Vec<View> = row
                .may
                .iter()
                .zip(Onlooker::ALL)
                .map(|(may, one)| {
                    let label = cx.coded("onlooker", one.code());
                    let (name, words) = match may {
                        Ok(()) => ("it-check", cx.t("preview-yes")),
                        Err(refusal) => ("it-minus", why(cx, refusal)),
                    };
                    let drawn = icon(cx, name, "sm");
                    view! { <td data-label=label>{drawn}" "{words}</td> }.into_any()
                })
                .collect();
            let what = cx.coded("opening", row.opening.code());
            let level = cx.coded("level", row.level.code());
            view! {
                <tr>
                    <th scope="row">{what}<br/><span class="small muted">{level}</span></th>
                    {cells}
                </tr>
            }
            .into_any()
        })
        .collect();
    view! {
        <section class="mt-4">
            <h2 id="who-may" tabindex="-1">{cx.t("preview-table")}</h2>
            <div class="table-scroll" role="region" tabindex="0" aria-labelledby="who-may">
                <table class="table table--cards">
                    <caption>{cx.t("preview-caption")}</caption>
                    <thead><tr><th scope="col">{cx.t("preview-what")}</th>{heads}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

/// Why not, in two or three words.
fn why(cx: &PageContext<'_>, refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::SignInNeeded => cx.t("preview-no-sign-in"),
        Refusal::LevelTooLow { needed } => cx.coded("preview-no-level", needed.code()),
        Refusal::NotOpened => cx.t("preview-no-page"),
        _ => cx.t("preview-no-role"),
    }
}
