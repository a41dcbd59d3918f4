//! After sending: the code, what happens next, and how to come back.

use domain::contributions::{Kind, Standing};
use domain::moderation::read_by;
use domain::views::{ReceiptPage, Shell};
use leptos::prelude::*;

use super::writing::day_near;
use crate::format;
use crate::parts::{View, card, date_time, facts, help, icon, words};
use crate::render::{Meta, PageContext, document};
use crate::urls::Page;

/// The receipt. It is the answer to the sending and is never kept: with the code it goes.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &ReceiptPage) -> String {
    let danger = view.screening.danger();
    let meta = Meta::new(cx.t("receipt-title")).private().with_leave(danger);
    document(cx, shell, meta, || {
        let help = danger.then(|| help::danger(cx, &shell.ambito));
        let body = body(cx, view);
        view! { {help}{body} }.into_any()
    })
}

fn body(cx: &PageContext<'_>, view: &ReceiptPage) -> View {
    let pairs = vec![
        (cx.t("receipt-what").to_owned(), card::said_title(cx, &view.contribution)),
        (cx.t("receipt-sent").to_owned(), date_time(cx, view.at)),
        (cx.t("receipt-closes").to_owned(), words(format::deadline_near(cx.lang, view.closes))),
    ];
    let what = facts(false, pairs);
    let public = view.standing == Standing::Published;
    let read = public.then(|| {
        let href = card::href(cx, &view.contribution);
        view! { <a class="btn btn-outline-primary" href=href>{cx.t("receipt-read")}</a> }.into_any()
    });
    let row = |read: Option<View>| {
        read.map(|read| view! { <div class="button-row">{read}</div> }.into_any())
    };
    let again = match view.contribution.kind {
        Kind::Need => cx.path(Page::NewNeed),
        Kind::Proposal => cx.path(Page::NewProposal),
    };
    let card = match &view.code {
        Some(code) => {
            let code = code.clone();
            let key = icon(cx, "it-print", "");
            view! {
                <section class="receipt" aria-labelledby="code">
                    <h2 id="code">{cx.t("receipt-code-title")}</h2>
                    <output class="receipt-code">{code}</output>
                    <p>{cx.t("receipt-code-lead")}</p>
                    <p><strong>{cx.t("receipt-code-once")}</strong></p>
                    {what}
                    <div class="next no-print">{key}<p>{cx.t("receipt-print")}</p></div>
                    {row(read)}
                </section>
            }
            .into_any()
        }
        None => view! {
            <section class="receipt" aria-labelledby="code">
                <h2 id="code">{cx.t("receipt-account-title")}</h2>
                <p>{cx.t("receipt-account-lead")}</p>
                {what}
                <div class="button-row">
                    <a class="btn btn-primary" href=cx.path(Page::Mine)>
                        {cx.t("receipt-account-go")}
                    </a>
                    {read}
                </div>
            </section>
        }
        .into_any(),
    };
    let back = view.code.is_some().then(|| {
        view! {
            <section class="panel mt-4" aria-labelledby="back">
                <h2 id="back">{cx.t("receipt-back-title")}</h2>
                <p>{cx.t("receipt-back-lead")}</p>
                <p><a href=cx.path(Page::Follow)>{cx.t("receipt-back-follow")}</a></p>
            </section>
        }
    });
    view! {
        <div class="wizard">
            <h1>{cx.t("receipt-title")}</h1>
            {card}
            <section class="mt-4" aria-labelledby="next">
                <h2 id="next">{cx.t("receipt-next-title")}</h2>
                <ol class="steppers">{steps(cx, view)}</ol>
            </section>
            {help::held(cx, &view.screening, &view.contribution.language)}
            {back}
            <div class="button-row">
                <a class="btn btn-plain" href=again>{cx.t("receipt-another")}</a>
                <a class="btn btn-plain" href=cx.path(Page::Home)>{cx.t("receipt-home")}</a>
            </div>
        </div>
    }
    .into_any()
}

/// What happens next, each with its date: the first one is where it is now.
fn steps(cx: &PageContext<'_>, view: &ReceiptPage) -> Vec<View> {
    let closes = format::deadline_near(cx.lang, view.closes);
    let closing = cx.tw("receipt-next-closing-note", &[("closes", closes.into())]);
    let mut steps: Vec<(&'static str, String)> = Vec::new();
    if view.standing == Standing::Published {
        steps
            .push((cx.t("receipt-next-published"), cx.t("receipt-next-published-note").to_owned()));
    } else {
        let by = day_near(cx, read_by(format::local(view.at).date_naive()));
        steps.push((
            cx.t("receipt-next-moderation"),
            cx.tw("receipt-next-moderation-by", &[("by", by.into())]),
        ));
        steps.push((
            cx.t("receipt-next-becomes-public"),
            cx.t("receipt-next-becomes-public-note").to_owned(),
        ));
    }
    steps.push((cx.t("receipt-next-closing"), closing));
    steps.push((cx.t("receipt-next-answer"), cx.t("receipt-next-answer-note").to_owned()));
    steps
        .into_iter()
        .enumerate()
        .map(|(index, (what, note))| {
            let (class, current) = if index == 0 { ("active", Some("step")) } else { ("", None) };
            view! {
                <li class=class aria-current=current><strong>{what}</strong><span>{note}</span></li>
            }
            .into_any()
        })
        .collect()
}
