//! Help for who is in danger now: a page of its own, and the answer to whoever sent words of
//! danger.

use domain::views::Shell;
use leptos::prelude::*;

use crate::parts::help::danger;
use crate::parts::{View, p, page_head};
use crate::render::{Meta, PageContext, document};

/// Numbers to call, whom to reach, and how to leave at once.
pub fn page(cx: &PageContext<'_>, shell: &Shell) -> String {
    let meta = Meta::new(cx.t("help-page-title")).with_leave(true);
    document(cx, shell, meta, || body(cx, shell, None))
}

/// What answers a text with words of danger that was just sent: help first, then what becomes of
/// the text, and where to go back to.
pub fn after(cx: &PageContext<'_>, shell: &Shell) -> String {
    let meta = Meta::new(cx.t("help-page-title")).private().with_leave(true);
    document(cx, shell, meta, || body(cx, shell, Some(cx.here())))
}

fn body(cx: &PageContext<'_>, shell: &Shell, back: Option<String>) -> View {
    let sent = back.map(|back| {
        view! {
            <section class="measure mt-4" aria-labelledby="help-sent">
                <h2 id="help-sent">{cx.t("help-sent")}</h2>
                {p(cx.t("help-sent-more"))}
                <p><a href=back>{cx.t("help-sent-back")}</a></p>
            </section>
        }
    });
    view! {
        {page_head(None, cx.t("help-page-title"), Some(cx.t("help-page-lead").to_owned()))}
        {danger(cx, &shell.ambito)}
        {sent}
    }
    .into_any()
}
