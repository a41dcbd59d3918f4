//! What went wrong, without blame: why, and what next.

use domain::faults::{Fault, Refusal};
use domain::forms::{Fields, FormState};
use domain::screening::Screening;
use domain::views::Shell;
use leptos::prelude::*;

use crate::parts::forms::{Field, fault_words, text_area};
use crate::parts::{View, help, page_head, refusal_next, refusal_why, sign_in_href};
use crate::render::{Meta, PageContext, document};
use crate::urls::Page;

/// Fields that hold what a person wrote, and are worth handing back.
const WRITTEN: [&str; 38] = [
    "title",
    "body",
    "strengths",
    "recipients",
    "doers",
    "resources",
    "comment",
    "edited",
    "appeal",
    "flag",
    "note",
    "reason",
    "synthesis",
    "objective",
    "description",
    "integration",
    "overlap_note",
    "own_initiative",
    "conditions",
    "minority",
    "text",
    "why",
    "what",
    "minutes",
    "part_title-1",
    "part_title-2",
    "part_title-3",
    "split_reason",
    "rejoin_reason",
    "link_reason",
    "unlink_reason",
    "words",
    "correction",
    "learned",
    "changes",
    "card",
    "column_title",
    "alt",
];

/// Something may not be done (403, 429). `kept` is what was written, as names and values.
pub fn refused(
    cx: &PageContext<'_>,
    shell: &Shell,
    refusal: &Refusal,
    kept: &[(&str, &str)],
) -> String {
    let fields = Fields::from_pairs(
        kept.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())),
    );
    refused_keeping(cx, shell, refusal, &fields)
}

/// The same, handing back what was written.
pub fn refused_keeping(
    cx: &PageContext<'_>,
    shell: &Shell,
    refusal: &Refusal,
    fields: &Fields,
) -> String {
    // Refused or not: who is in danger finds help first.
    let danger = Screening::of_fields(fields).danger();
    let meta = Meta::new(cx.t("refused-title")).private().with_leave(danger);
    document(cx, shell, meta, || {
        let help = danger.then(|| help::danger(cx, &shell.ambito));
        let why = refusal_why(cx, refusal);
        let mut acts = Vec::new();
        if matches!(refusal, Refusal::SignInNeeded | Refusal::LevelTooLow { .. }) {
            acts.push((cx.t("sign-in"), sign_in_href(cx)));
        }
        acts.push((cx.t("menu-rounds"), cx.path(Page::Rounds)));
        acts.push((cx.t("back-home"), cx.path(Page::Home)));
        let kept = kept(cx, fields);
        let told = told(why, refusal_next(cx, refusal).to_owned(), acts);
        view! { {help}{told}{kept} }.into_any()
    })
}

/// What was written, to copy and keep.
pub(super) fn kept(cx: &PageContext<'_>, fields: &Fields) -> View {
    let written: Vec<String> = WRITTEN
        .iter()
        .map(|name| fields.text(name))
        // Why sentences of texts aren't needed, or a correction is taken in: a field for each.
        .chain(
            fields
                .pairs()
                .filter(|(name, _)| ["skip-", "reason-"].iter().any(|one| name.starts_with(one)))
                .map(|(_, text)| text),
        )
        .filter(|text| !text.is_empty())
        .map(str::to_owned)
        .collect();
    if written.is_empty() {
        return crate::parts::nothing();
    }
    let mut state = FormState::default();
    state.fields.set("kept", written.join("\n\n"));
    let field = Field::new("kept", cx.t("kept-label")).hint(cx.t("kept-hint"));
    let area = text_area(cx, &state, field, 10, true);
    view! {
        <section class="measure mt-4" aria-labelledby="kept-title">
            <h2 id="kept-title">{cx.t("kept-title")}</h2>
            {area}
        </section>
    }
    .into_any()
}

/// There is no such page (404).
pub fn not_found(cx: &PageContext<'_>, shell: &Shell) -> String {
    let meta = Meta::new(cx.t("not-found-title")).private();
    document(cx, shell, meta, || {
        let acts = vec![
            (cx.t("search"), cx.path(Page::Search)),
            (cx.t("follow-yours"), cx.path(Page::Follow)),
            (cx.t("back-home"), cx.path(Page::Home)),
        ];
        told(cx.t("not-found-title").to_owned(), cx.t("not-found-next").to_owned(), acts)
    })
}

/// Somebody else changed it meanwhile (409).
pub fn stale(cx: &PageContext<'_>, shell: &Shell) -> String {
    let meta = Meta::new(cx.t("stale-title")).private();
    document(cx, shell, meta, || {
        let acts = vec![(cx.t("stale-act"), cx.here()), (cx.t("back-home"), cx.path(Page::Home))];
        told(cx.t("stale-title").to_owned(), cx.t("stale-next").to_owned(), acts)
    })
}

/// Something broke on our side (500), with a number that the person can quote.
pub fn broken(cx: &PageContext<'_>, shell: &Shell, number: &str) -> String {
    let meta = Meta::new(cx.t("broken-title")).private();
    document(cx, shell, meta, || {
        let next = cx.tw(
            "broken-next",
            &[("number", number.into()), ("email", shell.ambito.email.as_str().into())],
        );
        let acts = vec![(cx.t("try-again"), cx.here()), (cx.t("back-home"), cx.path(Page::Home))];
        told(cx.t("broken-title").to_owned(), next, acts)
    })
}

/// More was sent than a form takes (413).
pub fn too_large(cx: &PageContext<'_>, shell: &Shell) -> String {
    let meta = Meta::new(cx.t("too-large-title")).private();
    document(cx, shell, meta, || {
        let acts = vec![(cx.t("try-again"), cx.here())];
        told(cx.t("too-large-title").to_owned(), cx.t("too-large-next").to_owned(), acts)
    })
}

/// Something was sent that is no form (415).
pub fn not_a_form(cx: &PageContext<'_>, shell: &Shell) -> String {
    let meta = Meta::new(cx.t("not-a-form-title")).private();
    document(cx, shell, meta, || {
        let acts = vec![(cx.t("try-again"), cx.here())];
        told(cx.t("not-a-form-title").to_owned(), cx.t("not-a-form-next").to_owned(), acts)
    })
}

/// A form that has no page of its own to be drawn on again (422).
pub fn invalid(cx: &PageContext<'_>, shell: &Shell, faults: &[Fault]) -> String {
    let meta = Meta::new(cx.t("errors-title")).private().faulty(true);
    document(cx, shell, meta, || {
        let list: Vec<_> = faults
            .iter()
            .map(|fault| {
                let words = fault_words(cx, &fault.field, fault.what);
                view! { <li>{words}</li> }.into_any()
            })
            .collect();
        let told = told(
            cx.t("errors-title").to_owned(),
            cx.t("invalid-next").to_owned(),
            vec![(cx.t("try-again"), cx.here())],
        );
        view! { {told}<ul class="measure">{list}</ul> }.into_any()
    })
}

fn told(title: String, next: String, acts: Vec<(&'static str, String)>) -> View {
    let head = page_head(None, title, Some(next));
    let acts: Vec<_> = acts
        .into_iter()
        .enumerate()
        .map(|(index, (words, href))| {
            let class = if index == 0 { "btn btn-primary" } else { "btn btn-outline-primary" };
            view! { <a class=class href=href>{words}</a> }.into_any()
        })
        .collect();
    view! { {head}<div class="button-row">{acts}</div> }.into_any()
}
