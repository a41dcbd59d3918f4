//! How it works, and what each word means.

use domain::views::Shell;
use leptos::prelude::*;

use crate::parts::{View, facts, page_head, words};
use crate::render::{Meta, PageContext, document};
use crate::urls::Page;

/// How it works.
pub fn page(cx: &PageContext<'_>, shell: &Shell) -> String {
    let meta = Meta::new(cx.t("how-title")).described(cx.t("how-lead")).here();
    document(cx, shell, meta, || body(cx, shell))
}

fn body(cx: &PageContext<'_>, shell: &Shell) -> View {
    let head = page_head(None, cx.t("how-heading"), Some(cx.t("how-lead").to_owned()));
    let steps = super::home::how(cx);
    let who = super::home::decide(cx, shell);
    let glossary: Vec<(String, View)> = [
        "need",
        "proposal",
        "support",
        "cluster",
        "action",
        "thread",
        "consultation",
        "concertation",
        "co-design",
    ]
    .into_iter()
    .map(|word| {
        let term = cx.t(&format!("glossary-{word}")).to_owned();
        (term, words(cx.t(&format!("glossary-{word}-more"))))
    })
    .collect();
    let glossary = facts(true, glossary);
    let speak = cx.path(Page::Rounds);
    view! {
        {head}
        <div class="stack-lg">
            <section aria-labelledby="steps">
                <h2 id="steps">{cx.t("how-steps")}</h2>
                {steps}
            </section>
            <section class="measure" aria-labelledby="promises">
                <h2 id="promises">{cx.t("how-promises")}</h2>
                <ul>
                    <li>{cx.t("how-promise-1")}</li>
                    <li>{cx.t("how-promise-2")}</li>
                    <li>{cx.t("how-promise-3")}</li>
                    <li>{cx.t("how-promise-4")}</li>
                </ul>
            </section>
            <section class="measure" aria-labelledby="names">
                <h2 id="names">{cx.t("how-names")}</h2>
                <p>{cx.t("how-names-more")}</p>
                <p>{cx.t("how-names-small")}</p>
            </section>
            <section class="measure" aria-labelledby="who">
                <h2 id="who">{cx.t("decide-title")}</h2>
                {who}
            </section>
            <section aria-labelledby="glossary">
                <h2 id="glossary">{cx.t("how-glossary")}</h2>
                {glossary}
            </section>
            <div class="button-row">
                <a class="btn btn-primary btn-lg" href=speak>{cx.t("how-act")}</a>
            </div>
        </div>
    }
    .into_any()
}
