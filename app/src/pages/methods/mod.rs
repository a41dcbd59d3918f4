//! Pages of rounds of agreement: the draft, amendments, positions, resources, the shared draft and
//! its budget, invitations, minutes; activities, issues and periodic reports; and what the page of a
//! round says of them.

pub mod activities;
pub mod amendments;
pub mod budget;
pub mod draft;
pub mod guests;
pub mod issues;
pub mod minutes;
pub mod positions;
pub mod progress;
pub mod resources;
pub mod sections;

use domain::forms::FormState;
use domain::methods::draft::AmendmentState;
use domain::methods::positions::Stance;
use domain::rounds::RoundState;
use domain::rounds::design::{needs_agreement, needs_notice};
use domain::time::Moment;
use domain::views::{AmendmentCard, MethodSummary, OrganisationName, RoundRef};
use leptos::prelude::*;

use crate::parts::forms::{self, Field};
use crate::parts::{View, date, disclosure, icon, meta, nothing, official, state, words};
use crate::render::{Meta, PageContext};
use crate::urls::Page;

/// A page under a round.
fn under(cx: &PageContext<'_>, title: impl Into<String>, round: &RoundRef) -> Meta {
    let to = cx.path(Page::Round(round.number));
    Meta::new(title)
        .under(cx.t("menu-rounds"), cx.path(Page::Rounds))
        .under_spoken(round.title.clone(), to, cx.content_lang())
        .here()
}

/// A page under the draft of a round.
fn under_draft(cx: &PageContext<'_>, title: impl Into<String>, round: &RoundRef) -> Meta {
    let to = cx.path(Page::Round(round.number));
    Meta::new(title)
        .under(cx.t("menu-rounds"), cx.path(Page::Rounds))
        .under_spoken(round.title.clone(), to, cx.content_lang())
        .under(cx.t("round-draft-title"), cx.path(Page::Priorities(round.number)))
        .here()
}

/// State and title of the round, above a page's title.
fn eyebrow(cx: &PageContext<'_>, round: &RoundRef) -> View {
    let (badge, title) = (state::round(cx, round.state), official(cx, round.title.clone()));
    let kind = words(cx.coded("round-kind", round.kind.code()));
    meta(vec![badge, kind, title])
}

/// What became of an amendment, in words with an icon.
fn amendment_state(cx: &PageContext<'_>, of: AmendmentState) -> View {
    let (class, name) = match of {
        AmendmentState::Proposed => ("state", "it-clock"),
        AmendmentState::Accepted => ("state state--good", "it-check-circle"),
        AmendmentState::Rejected => ("state state--bad", "it-close-circle"),
        AmendmentState::Merged => ("state", "it-copy"),
        AmendmentState::Withdrawn => ("state state--quiet", "it-minus-circle"),
    };
    state::badge(cx, class, name, cx.coded("amendment-state", of.code()))
}

/// A stance, in words with an icon.
fn stance(cx: &PageContext<'_>, of: Stance) -> View {
    let (class, name) = match of {
        Stance::Favourable => ("state state--good", "it-check-circle"),
        Stance::WithReserve => ("state state--warn", "it-minus-circle"),
        Stance::Against => ("state state--bad", "it-close-circle"),
    };
    state::badge(cx, class, name, cx.coded("stance", of.code()))
}

/// How many are favourable, with reserve, against, in one line; nothing where nobody spoke.
fn stances(cx: &PageContext<'_>, counted: [u64; 3]) -> View {
    let parts: Vec<View> = Stance::ALL
        .iter()
        .zip(counted)
        .filter(|(_, n)| *n > 0)
        .map(|(one, n)| words(cx.tn(&format!("stances-{}", one.code()), n)))
        .collect();
    if parts.is_empty() { nothing() } else { meta(parts) }
}

/// An amendment in a line: what it asks, who asks, what became of it.
fn amendment_line(cx: &PageContext<'_>, card: &AmendmentCard) -> View {
    let href = cx.path(Page::Amendment(card.number));
    let title = amendment_title(cx, card);
    let who = proposer(cx, card);
    let about = meta(vec![amendment_state(cx, card.state), who, date(cx, card.at)]);
    view! { <li><a href=href>{title}</a>{about}</li> }.into_any()
}

/// «Emendamento 4: sostituisce il paragrafo 2».
fn amendment_title(cx: &PageContext<'_>, card: &AmendmentCard) -> String {
    let key = format!("amendment-does-{}", card.kind.code());
    let key = if card.paragraph.is_some() { key } else { format!("{key}-nowhere") };
    let does = cx.tw(&key, &[("paragraph", card.paragraph.unwrap_or(0).into())]);
    cx.tw("amendment-title", &[("number", card.number.into()), ("does", does.into())])
}

/// Who proposes an amendment.
fn proposer(cx: &PageContext<'_>, card: &AmendmentCard) -> View {
    match &card.organisation {
        Some(name) => official(cx, name.clone()),
        None => words(cx.t("amendment-by-facilitation")),
    }
}

/// What organisations took back of what they had put down here, each with its reason.
fn taken_back<'a>(
    cx: &PageContext<'_>,
    key: &'static str,
    ended: impl Iterator<Item = (&'a str, &'a OrganisationName, &'a (Moment, String))>,
) -> View {
    let list: Vec<View> = ended
        .map(|(what, organisation, (at, why))| {
            let what = official(cx, what.to_owned());
            let about = meta(vec![official(cx, organisation.name.clone()), date(cx, *at)]);
            let why = official(cx, why.clone());
            view! { <li>{what}{about}<p>{cx.t("reason-label")}" "{why}</p></li> }.into_any()
        })
        .collect();
    if list.is_empty() {
        return nothing();
    }
    let words = cx.tn(key, list.len());
    disclosure(words, false, view! { <ul class="similar" role="list">{list}</ul> }.into_any())
}

/// For whom somebody speaks: a choice where there are several, told where there is one.
fn speaks_for(cx: &PageContext<'_>, form: &FormState, list: &[OrganisationName]) -> View {
    match list {
        [] => nothing(),
        [only] => {
            let told = crate::parts::quoting(cx, "speaks-for", &[], ("name", &only.name));
            let hidden = forms::hidden_field("organisation", only.code.clone());
            view! { <p class="measure">{told}</p>{hidden} }.into_any()
        }
        several => {
            let options = several.iter().map(|one| (one.code.clone(), one.name.clone())).collect();
            let field = Field::new("organisation", cx.t("speaks-for-which"));
            forms::select(cx, form, field, vec![(String::new(), options)])
        }
    }
}

/// One of several forms of a page: as it was sent if it is this one, else blank.
fn one_of(form: &FormState, about: &str) -> (FormState, bool) {
    if form.fields.text("about") == about {
        (form.clone(), true)
    } else {
        (FormState { id: form.id.clone(), ..FormState::default() }, false)
    }
}

/// What a round opens beside voices, each with what there is so far, for its page.
pub fn summary(cx: &PageContext<'_>, round: &RoundRef, method: Option<&MethodSummary>) -> View {
    let Some(method) = method else { return nothing() };
    let n = round.number;
    let mut rows: Vec<View> = Vec::new();
    let mut row = |name: &str, page: Page, key: &'static str, told: String| {
        let (drawn, href, title) = (icon(cx, name, ""), cx.path(page), cx.t(key));
        rows.push(
            view! { <li>{drawn}<h3><a href=href>{title}</a></h3><p>{told}</p></li> }.into_any(),
        );
    };
    if needs_notice(round.kind) {
        let told = cx.t("method-notice-more").to_owned();
        row("it-pa", Page::RoundRules(n), "rules-notice", told);
    }
    if needs_agreement(round.kind) {
        let told = cx.t("method-agreement-more").to_owned();
        row("it-pa", Page::RoundRules(n), "rules-agreement", told);
    }
    if let Some((version, paragraphs)) = method.draft {
        let told = if version == 0 {
            cx.t("method-draft-none").to_owned()
        } else {
            let mut told = cx
                .tw("method-draft-more", &[("version", version.into()), ("n", paragraphs.into())]);
            if let Some((all, open)) = method.amendments {
                told.push(' ');
                told.push_str(
                    &cx.tw("method-amendments-more", &[("n", all.into()), ("open", open.into())]),
                );
            }
            told
        };
        row("it-file", Page::Priorities(n), "method-draft", told);
    }
    if let Some(stated) = method.positions {
        row(
            "it-comment",
            Page::Positions(n),
            "method-positions",
            cx.tn("method-positions-more", stated),
        );
    }
    if let Some((all, unassigned)) = method.activities {
        let mut told = cx.tn("method-activities-more", all);
        if unassigned > 0 {
            told.push(' ');
            told.push_str(&cx.tn("method-activities-unassigned", unassigned));
        }
        row("it-list", Page::Activities(n), "method-activities", told);
    }
    if let Some((all, pending)) = method.issues {
        let told = cx.tw("method-issues-more", &[("n", all.into()), ("open", pending.into())]);
        row("it-horn", Page::Issues(n), "method-issues", told);
    }
    if let Some(reports) = method.progress_reports {
        let told = cx.tn("method-reports-more", reports);
        row("it-chart-line", Page::ProgressReports(n), "method-reports", told);
    }
    if let Some(sections) = method.sections {
        let told = cx.tn("method-shared-more", sections);
        row("it-files", Page::SharedDraft(n), "method-shared", told);
    }
    if let Some(cents) = method.budget {
        let sum = crate::format::euro(cx.lang, cents);
        let told = cx.tw("method-budget-more", &[("sum", sum.into())]);
        row("it-card", Page::Budget(n), "method-budget", told);
    }
    if let Some(resources) = method.resources {
        row(
            "it-tool",
            Page::Resources(n),
            "method-resources",
            cx.tn("method-resources-more", resources),
        );
    }
    if method.of_agreement {
        let told = match method.invited {
            Some(invited) => cx.tn("method-guests-more", invited),
            None => cx.t("method-guests-all").to_owned(),
        };
        row("tr-people", Page::Guests(n), "method-guests", told);
        let told = match (method.ended, round.state) {
            (Some(ending), _) => cx.coded("ending", ending.code()).to_owned(),
            (
                None,
                RoundState::Draft
                | RoundState::Scheduled
                | RoundState::Open
                | RoundState::Suspended,
            ) => cx.t("method-minutes-later").to_owned(),
            (None, _) => cx.t("method-minutes-none").to_owned(),
        };
        row("it-note", Page::Minutes(n), "method-minutes", told);
    }
    if rows.is_empty() {
        return nothing();
    }
    view! {
        <section aria-labelledby="method">
            <h2 id="method">{cx.t("method-title")}</h2>
            <ul class="ways" role="list">{rows}</ul>
        </section>
    }
    .into_any()
}
