//! Privacy notice, accessibility statement, legal notice. Each Ambito's data-protection officer
//! and office have the last word on these texts: the pages say so.

use domain::views::Shell;
use leptos::prelude::*;

use crate::parts::{Tone, View, notice, p, page_head};
use crate::render::{Meta, PageContext, document};

/// Privacy notice.
pub fn privacy(cx: &PageContext<'_>, shell: &Shell) -> String {
    text(cx, shell, "privacy", 7)
}

/// Accessibility statement.
pub fn accessibility(cx: &PageContext<'_>, shell: &Shell) -> String {
    text(cx, shell, "accessibility", 5)
}

/// Legal notice.
pub fn notes(cx: &PageContext<'_>, shell: &Shell) -> String {
    text(cx, shell, "legal", 4)
}

/// A page of numbered sections `{page}-{n}` and `{page}-{n}-more`.
fn text(cx: &PageContext<'_>, shell: &Shell, page: &'static str, sections: u32) -> String {
    let title = cx.coded(page, "title");
    let meta = Meta::new(title).described(cx.coded(page, "lead")).here();
    document(cx, shell, meta, || body(cx, shell, page, sections))
}

fn body(cx: &PageContext<'_>, shell: &Shell, page: &'static str, sections: u32) -> View {
    let head = page_head(None, cx.coded(page, "title"), Some(cx.coded(page, "lead").to_owned()));
    let sections: Vec<_> = (1..=sections)
        .map(|number| {
            let id = format!("{page}-{number}");
            let (title, words) = (cx.t(&id), cx.t(&format!("{id}-more")));
            view! { <section aria-labelledby=id.clone()><h2 id=id.clone()>{title}</h2><p>{words}</p></section> }
                .into_any()
        })
        .collect();
    let ambito = &shell.ambito;
    let (lead, office, hours) =
        (ambito.lead_authority.clone(), ambito.office.clone(), ambito.opening_hours.clone());
    let (email, mail) = (ambito.email.clone(), format!("mailto:{}", ambito.email));
    let check = notice(cx, Tone::Plain, cx.t("legal-check"), p(cx.t("legal-check-more")));
    view! {
        {head}
        <div class="measure stack">
            {sections}
            <section aria-labelledby="contact">
                <h2 id="contact">{cx.t("contact-title")}</h2>
                <p>{lead}<br/>{office}<br/>{hours}<br/><a href=mail>{email}</a></p>
            </section>
            {check}
        </div>
    }
    .into_any()
}
