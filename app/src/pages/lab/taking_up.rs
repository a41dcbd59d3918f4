//! Cards of a session become a need or a proposal.

use domain::contributions::{Kind, TITLE_MOST};
use domain::forms::FormState;
use domain::views::{PolicyName, Shell, TakingUp};
use leptos::prelude::*;

use super::{at_work, eyebrow};
use crate::parts::forms::{self, Field, Options, Pick};
use crate::parts::voice::language_name;
use crate::parts::{View, arrow_link, empty, next, nothing, p, page_head, why_not};
use crate::render::{PageContext, document};
use crate::urls::Page;

/// The form; it posts to its own address.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &TakingUp, form: &FormState) -> String {
    let meta = at_work(cx, cx.t("take-title"), &view.session).faulty(!form.faults.is_empty());
    document(cx, shell, meta, || body(cx, view, form))
}

fn body(cx: &PageContext<'_>, view: &TakingUp, form: &FormState) -> View {
    let lead = cx.t("take-lead").to_owned();
    let head = page_head(Some(eyebrow(cx, &view.session)), cx.t("take-title"), Some(lead));
    let room = cx.path(Page::SessionRoom(view.session.number));
    let back = arrow_link(cx, room.clone(), cx.t("room-back"));
    let taken = (!view.taken.is_empty()).then(|| {
        let numbers: Vec<String> = view.taken.iter().map(|number| number.to_string()).collect();
        p(cx.tw("take-taken", &[("numbers", numbers.join(", ").into())]))
    });
    let content = match (&view.may_need, &view.may_proposal) {
        (Err(refusal), Err(_)) => why_not(cx, refusal),
        _ if view.cards.is_empty() => {
            let act = (cx.t("room-back").to_owned(), room);
            empty(cx, cx.t("take-none"), cx.t("take-none-more"), Some(act))
        }
        _ => filled(cx, view, form),
    };
    view! {
        {forms::error_summary(cx, form)}
        {head}
        <p>{back}</p>
        <div class="stack-lg measure">{taken}{content}</div>
    }
    .into_any()
}

/// What the form offers before anything was written: the cards' own words.
fn offered(cx: &PageContext<'_>, view: &TakingUp, form: &FormState) -> FormState {
    let mut filled = form.clone();
    if !filled.fields.has("body") {
        let lines: Vec<&str> = view.cards.iter().map(|card| card.words.as_str()).collect();
        filled.fields.set("body", lines.join("\n"));
    }
    if !filled.fields.has("language") {
        let language = if cx.content.is_empty() { cx.lang.code() } else { cx.content };
        filled.fields.set("language", language);
    }
    filled
}

fn filled(cx: &PageContext<'_>, view: &TakingUp, form: &FormState) -> View {
    let filled = offered(cx, view, form);
    let list: Vec<View> = view
        .cards
        .iter()
        .map(|card| {
            let (number, words) = (card.number, card.words.clone());
            let field = forms::hidden_field("c", number.to_string());
            view! {
                <li class="wall-card">{field}<p class="wall-words">
                    <span class="wall-number">{number}</span>" "
                    <span lang=cx.content_lang() dir="auto">{words}</span></p></li>
            }
            .into_any()
        })
        .collect();
    let kinds = [(Kind::Need, &view.may_need), (Kind::Proposal, &view.may_proposal)];
    let closed = kinds.iter().find_map(|(kind, may)| {
        let refusal = may.as_ref().err()?;
        let why = why_not(cx, refusal);
        let name = cx.coded("kind", kind.code());
        Some(view! { <div><p class="mb-0">{name}</p>{why}</div> }.into_any())
    });
    let picks = kinds
        .iter()
        .filter(|(_, may)| may.is_ok())
        .map(|(kind, _)| Pick::new(kind.code(), cx.coded("kind", kind.code())))
        .collect();
    let kind = forms::radios(cx, &filled, Field::new("kind", cx.t("take-kind")), picks);
    let title = Field::new("title", cx.t("take-words-title")).most(TITLE_MOST);
    let title = forms::input(cx, &filled, title, "text", false);
    let mut field = Field::new("body", cx.t("take-body")).hint(cx.t("take-body-hint"));
    field.lang = Some(filled.fields.text("language").to_owned());
    let said = forms::text_area(cx, &filled, field, 6, true);
    let places: Options =
        view.municipalities.iter().map(|one| (one.code.clone(), one.name.clone())).collect();
    let place = Field::new("municipality", cx.t("take-municipality"));
    let place = forms::select(cx, &filled, place, vec![(String::new(), places)]);
    let policy = Field::new("policy", cx.t("take-policy"));
    let policy = forms::select(cx, &filled, policy, by_area(&view.policies));
    let languages: Options = domain::citizen_forms::LANGUAGES
        .iter()
        .map(|&code| (code.to_owned(), language_name(cx, code)))
        .collect();
    let language = Field::new("language", cx.t("take-language"));
    let language = forms::select(cx, &filled, language, vec![(String::new(), languages)]);
    let sensitive = Field::new("sensitive", cx.t("take-sensitive"));
    let sensitive = forms::check(cx, &filled, sensitive);
    let fault = forms::fault(cx, form, "c").unwrap_or_else(nothing);
    view! {
        <form class="form" method="post" action=cx.here() novalidate=true>
            {forms::form_id(form)}
            <section aria-labelledby="c">
                <h2 class="h3" id="c" tabindex="-1">{cx.tn("take-cards", view.cards.len())}</h2>
                {fault}
                <ul class="wall-cards" role="list">{list}</ul>
            </section>
            {kind}
            {closed}
            {title}
            {said}
            {place}
            {policy}
            {language}
            {sensitive}
            {next(cx, cx.t("take-next"))}
            <div class="button-row">{forms::submit(cx.t("take-send"))}</div>
        </form>
    }
    .into_any()
}

/// Policies by their area, in order.
fn by_area(policies: &[PolicyName]) -> Vec<(String, Options)> {
    let mut groups: Vec<(String, Options)> = Vec::new();
    for policy in policies {
        let choice = (policy.code.clone(), format!("{} {}", policy.code, policy.name));
        match groups.last_mut() {
            Some((area, list)) if *area == policy.area_name => list.push(choice),
            _ => groups.push((policy.area_name.clone(), vec![choice])),
        }
    }
    groups
}
