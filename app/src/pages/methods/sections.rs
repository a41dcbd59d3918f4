//! The shared draft of a co-progettazione: the whole with its consent table, one section with its
//! versions, the form in which it is written.

use domain::forms::FormState;
use domain::methods::sections::{Consent, SECTION_MOST, TITLE_MOST, WHY_MOST};
use domain::views::{
    ConsentView, DraftSection, OrganisationName, SectionForm, SectionPage, SectionVersion,
    ShareRow, SharedDraftPage, Shell,
};
use leptos::prelude::*;

use super::{eyebrow, speaks_for, under};
use crate::format;
use crate::parts::forms::{self, Field, Pick};
use crate::parts::voice::{Size, plain, voice};
use crate::parts::{
    Tone, View, arrow_link, date, diff, disclosure, empty, meta, next, nothing, notice, official,
    page_head, page_head_spoken, state, why_not, words,
};
use crate::render::{PageContext, document};
use crate::urls::Page;

/// What a partner says, in words with an icon.
fn consent(cx: &PageContext<'_>, of: Consent) -> View {
    let (class, name) = match of {
        Consent::CanLive => ("state state--good", "it-check-circle"),
        Consent::Reserve => ("state state--warn", "it-minus-circle"),
        Consent::Objection => ("state state--bad", "it-close-circle"),
    };
    state::badge(cx, class, name, cx.coded("consent", of.code()))
}

/// Who wrote something: a partner, or the institution.
fn writer(cx: &PageContext<'_>, of: Option<&String>) -> View {
    match of {
        Some(name) => official(cx, name.clone()),
        None => words(cx.t("section-by-institution")),
    }
}

/// The shared draft.
pub fn page(
    cx: &PageContext<'_>,
    shell: &Shell,
    view: &SharedDraftPage,
    form: &FormState,
) -> String {
    let meta = under(cx, cx.t("shared-title"), &view.round)
        .described(cx.t("shared-lead"))
        .faulty(form.refusal.is_some());
    document(cx, shell, meta, || body(cx, view, form))
}

fn body(cx: &PageContext<'_>, view: &SharedDraftPage, form: &FormState) -> View {
    let errors = forms::error_summary(cx, form);
    let n = view.round.number;
    let write = view.may_write.is_ok().then(|| {
        let href = cx.path(Page::NewSection(n));
        view! { <a class="btn btn-primary" href=href>{cx.t("section-new")}</a> }
    });
    let why = match &view.may_write {
        Err(refusal) => why_not(cx, refusal),
        Ok(()) => nothing(),
    };
    let resources = view
        .has_resources
        .then(|| arrow_link(cx, cx.path(Page::Resources(n)), cx.t("shared-resources")));
    let budget =
        view.has_budget.then(|| arrow_link(cx, cx.path(Page::Budget(n)), cx.t("shared-budget")));
    let sections: Vec<View> = view.sections.iter().map(|one| section_whole(cx, one)).collect();
    let sections = if sections.is_empty() {
        empty(cx, cx.t("shared-none"), cx.t("shared-none-next"), None)
    } else {
        view! { <div class="stack">{sections}</div> }.into_any()
    };
    let table = consent_table(cx, &view.sections, &view.partners);
    view! {
        {errors}
        {page_head(
            Some(eyebrow(cx, &view.round)),
            cx.t("shared-title"),
            Some(cx.t("shared-lead").to_owned()),
        )}
        <div class="button-row">{write}</div>
        {why}
        <div class="stack-lg mt-4">
            {sections}
            {table}
            {partners(cx, view)}
            {balance(cx, view, form)}
            <p>{resources}" "{budget}</p>
        </div>
    }
    .into_any()
}

/// A section in the whole: its words, and who has a reserve or objects.
pub(super) fn section_whole(cx: &PageContext<'_>, one: &DraftSection) -> View {
    let id = format!("sezione-{}", one.card.number);
    let href = cx.path(Page::Section(one.card.number));
    let title = format!("{}. {}", one.card.place, one.card.title);
    let lang = cx.content_lang();
    let text = if one.text.is_empty() {
        view! { <p class="muted">{cx.t("section-empty")}</p> }.into_any()
    } else {
        plain(cx, &one.text, "measure")
    };
    let version = words(cx.tw("section-version", &[("version", one.card.version.into())]));
    let about =
        meta(vec![version, writer(cx, one.card.organisation.as_ref()), date(cx, one.card.at)]);
    let said: Vec<View> = one
        .consents
        .iter()
        .filter(|one| one.consent.needs_reason())
        .map(|one| consent_entry(cx, one))
        .collect();
    let said = (!said.is_empty()).then(|| {
        view! { <ul class="similar mt-2" role="list">{said}</ul> }
    });
    view! {
        <section aria-labelledby=id.clone()>
            <h2 class="h3" id=id.clone() lang=lang><a href=href>{title}</a></h2>
            {about}
            {text}
            {said}
        </section>
    }
    .into_any()
}

fn consent_entry(cx: &PageContext<'_>, one: &ConsentView) -> View {
    let about = meta(vec![
        consent(cx, one.consent),
        official(cx, one.organisation.name.clone()),
        date(cx, one.at),
    ]);
    let reason = (!one.reason.is_empty()).then(|| voice(&one.reason, cx.content, Size::Plain));
    view! { <li>{about}{reason}</li> }.into_any()
}

/// Sections by partners: who can live with what.
pub(super) fn consent_table(
    cx: &PageContext<'_>,
    sections: &[DraftSection],
    partners: &[OrganisationName],
) -> View {
    if sections.is_empty() || partners.is_empty() {
        return nothing();
    }
    let heads: Vec<View> = partners
        .iter()
        .map(|one| {
            let name = official(cx, one.name.clone());
            view! { <th scope="col">{name}</th> }.into_any()
        })
        .collect();
    let rows: Vec<View> = sections
        .iter()
        .map(|section| {
            let cells: Vec<View> = partners
                .iter()
                .map(|partner| {
                    let said = section
                        .consents
                        .iter()
                        .find(|one| one.organisation.code == partner.code)
                        .map(|one| consent(cx, one.consent))
                        .unwrap_or_else(|| words(cx.t("consent-silent")));
                    let label = partner.name.clone();
                    view! { <td data-label=label>{said}</td> }.into_any()
                })
                .collect();
            let title = format!("{}. {}", section.card.place, section.card.title);
            view! { <tr><th scope="row" lang=cx.content_lang()>{title}</th>{cells}</tr> }.into_any()
        })
        .collect();
    view! {
        <section aria-labelledby="consents">
            <h2 id="consents">{cx.t("consents-title")}</h2>
            <div class="table-scroll" role="region" aria-label=cx.t("consents-caption") tabindex="0">
                <table class="table table--cards">
                    <caption>{cx.t("consents-caption")}</caption>
                    <thead><tr><th scope="col">{cx.t("section-column")}</th>{heads}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn partners(cx: &PageContext<'_>, view: &SharedDraftPage) -> View {
    let guests = arrow_link(cx, cx.path(Page::Guests(view.round.number)), cx.t("partners-all"));
    let body = if view.partners.is_empty() {
        view! { <p>{cx.t("partners-none")}</p> }.into_any()
    } else {
        let list: Vec<View> = view
            .partners
            .iter()
            .map(|one| {
                let name = official(cx, one.name.clone());
                view! { <li>{name}</li> }.into_any()
            })
            .collect();
        view! { <ul>{list}</ul> }.into_any()
    };
    view! {
        <section aria-labelledby="partners">
            <h2 id="partners">{cx.t("partners-title")}</h2>
            {body}
            <p>{guests}</p>
        </section>
    }
    .into_any()
}

/// For who facilitates: what each partner gives and asks, and who has been silent.
fn balance(cx: &PageContext<'_>, view: &SharedDraftPage, form: &FormState) -> View {
    if view.balance.is_empty() {
        return nothing();
    }
    let sections = view.sections.len() as u64;
    let rows: Vec<View> =
        view.balance.iter().map(|row| share(cx, view, row, sections, form)).collect();
    let column = |key: &str| -> View {
        let words = cx.t(key);
        view! { <th scope="col">{words}</th> }.into_any()
    };
    let columns: Vec<View> = [
        "organisation-column",
        "balance-versions",
        "balance-consents",
        "balance-brings",
        "balance-expects",
        "balance-lines",
        "balance-silent",
    ]
    .into_iter()
    .map(column)
    .collect();
    view! {
        <section class="box no-print" aria-labelledby="balance">
            <h2 id="balance">{cx.t("balance-title")}</h2>
            <p class="measure">{cx.t("balance-lead")}</p>
            <div class="table-scroll" role="region" aria-label=cx.t("balance-caption") tabindex="0">
                <table class="table table-dense table--cards">
                    <caption>{cx.t("balance-caption")}</caption>
                    <thead><tr>{columns}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn share(
    cx: &PageContext<'_>,
    view: &SharedDraftPage,
    row: &ShareRow,
    sections: u64,
    form: &FormState,
) -> View {
    let name = official(cx, row.organisation.name.clone());
    let consents = cx.tw("balance-of", &[("n", row.consents.into()), ("all", sections.into())]);
    let reminded = row.reminded.map(|at| {
        let on = format::date(cx.lang, at);
        let words = cx.tw("balance-reminded", &[("date", on.into())]);
        view! { <p class="small">{words}</p> }
    });
    let remind = (row.silent && view.may_remind.is_ok() && row.represented).then(|| {
        let hidden = vec![
            forms::form_id(form),
            forms::hidden_field("partner", row.organisation.code.clone()),
        ];
        let label = crate::parts::hidden(format!(" {}", row.organisation.name));
        let send = view! { {cx.t("balance-remind")}{label} }.into_any();
        let send = forms::act("btn btn-outline-primary btn-sm", "do", "remind", send);
        view! { <form method="post" action=cx.here()>{hidden}{send}</form> }
    });
    let silent = if row.silent {
        let badge =
            state::badge(cx, "state state--warn", "it-warning-circle", cx.t("balance-is-silent"));
        let mute = (!row.represented)
            .then(|| view! { <p class="small muted">{cx.t("guest-unrepresented")}</p> });
        view! { {badge}{reminded}{mute}{remind} }.into_any()
    } else {
        words(cx.t("balance-is-active"))
    };
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td data-label=cx.t("balance-versions")>{row.versions.to_string()}</td>
            <td data-label=cx.t("balance-consents")>{consents}</td>
            <td data-label=cx.t("balance-brings")>{row.brings.to_string()}</td>
            <td data-label=cx.t("balance-expects")>{row.expects.to_string()}</td>
            <td data-label=cx.t("balance-lines")>{row.lines.to_string()}</td>
            <td data-label=cx.t("balance-silent")>{silent}</td>
        </tr>
    }
    .into_any()
}

/// A section: its words, what each partner says of them, its versions.
pub fn section(
    cx: &PageContext<'_>,
    shell: &Shell,
    view: &SectionPage,
    form: &FormState,
) -> String {
    let draft = cx.path(Page::SharedDraft(view.round.number));
    let meta =
        under_draft(cx, view.card.title.clone(), view.round.number, &view.round.title, draft)
            .spoken(cx.content_lang())
            .here()
            .faulty(!form.faults.is_empty());
    document(cx, shell, meta, || section_body(cx, view, form))
}

fn under_draft(
    cx: &PageContext<'_>,
    title: String,
    round: i64,
    round_title: &str,
    draft: String,
) -> crate::render::Meta {
    crate::render::Meta::new(title)
        .under_spoken(round_title, cx.path(Page::Round(round)), cx.content_lang())
        .under(cx.t("shared-title"), draft)
}

fn section_body(cx: &PageContext<'_>, view: &SectionPage, form: &FormState) -> View {
    let errors = forms::error_summary(cx, form);
    let stale = form.fields.has("stale").then(|| {
        let next = view! { <p>{cx.t("consent-stale-next")}</p> }.into_any();
        notice(cx, Tone::Warning, cx.t("consent-stale"), next)
    });
    let head = page_head_spoken(
        Some(eyebrow(cx, &view.round)),
        view.card.title.clone(),
        cx.content_lang(),
        None,
    );
    let newest = view.versions.first();
    let text = match newest {
        Some(newest) if !newest.text.is_empty() => plain(cx, &newest.text, "measure"),
        Some(_) | None => view! { <p class="muted">{cx.t("section-empty")}</p> }.into_any(),
    };
    let version = words(cx.tw("section-version", &[("version", view.card.version.into())]));
    let about =
        meta(vec![version, writer(cx, view.card.organisation.as_ref()), date(cx, view.card.at)]);
    let write = view.may_write.is_ok().then(|| {
        let href = cx.path(Page::EditSection(view.card.number));
        view! {
            <div class="button-row mt-2">
                <a class="btn btn-primary" href=href>{cx.t("section-edit")}</a>
            </div>
        }
    });
    let why = match &view.may_consent {
        Err(refusal) if view.may_write.is_err() => why_not(cx, refusal),
        _ => nothing(),
    };
    view! {
        {errors}
        {stale}
        {head}
        {about}
        <div class="stack-lg mt-4">
            <div>{text}{write}{why}</div>
            {said(cx, view)}
            {form_to_consent(cx, view, form)}
            {versions(cx, view)}
        </div>
    }
    .into_any()
}

/// What partners say of the newest version, who is silent, what was said before.
fn said(cx: &PageContext<'_>, view: &SectionPage) -> View {
    let list: Vec<View> = view.consents.iter().map(|one| consent_entry(cx, one)).collect();
    let list = if list.is_empty() {
        view! { <p class="muted">{cx.t("consents-none")}</p> }.into_any()
    } else {
        view! { <ul class="similar" role="list">{list}</ul> }.into_any()
    };
    let silent = (!view.silent.is_empty()).then(|| {
        let names: Vec<&str> = view.silent.iter().map(|one| one.name.as_str()).collect();
        let names = official(cx, names.join(", "));
        view! { <p>{cx.t("consents-silent")}" "{names}</p> }
    });
    let earlier: Vec<View> = view
        .earlier
        .iter()
        .map(|one| {
            let of = cx.tw("section-version", &[("version", one.version.into())]);
            let about = meta(vec![
                consent(cx, one.consent),
                official(cx, one.organisation.name.clone()),
                words(of),
                date(cx, one.at),
            ]);
            let reason =
                (!one.reason.is_empty()).then(|| voice(&one.reason, cx.content, Size::Plain));
            view! { <li>{about}{reason}</li> }.into_any()
        })
        .collect();
    let earlier = (!earlier.is_empty()).then(|| {
        let words = cx.tn("consents-earlier", earlier.len());
        disclosure(
            words,
            false,
            view! { <ul class="similar" role="list">{earlier}</ul> }.into_any(),
        )
    });
    view! {
        <section aria-labelledby="consents">
            <h2 id="consents">{cx.t("consents-title")}</h2>
            {list}
            {silent}
            {earlier}
        </section>
    }
    .into_any()
}

fn form_to_consent(cx: &PageContext<'_>, view: &SectionPage, form: &FormState) -> View {
    if view.may_consent.is_err() {
        return nothing();
    }
    let who = speaks_for(cx, form, &view.organisations);
    let picks = Consent::ALL
        .iter()
        .map(|one| {
            Pick::new(one.code(), cx.coded("consent", one.code()))
                .hint(cx.coded("consent-hint", one.code()))
        })
        .collect();
    let choice = forms::radios(cx, form, Field::new("consent", cx.t("consent-which")), picks);
    let reason = Field::new("reason", cx.t("consent-reason"))
        .hint(cx.t("consent-reason-hint"))
        .most(domain::methods::REASON_MOST)
        .optional();
    let reason = forms::text_area(cx, form, reason, 4, true);
    let hidden =
        vec![forms::form_id(form), forms::hidden_field("version", view.card.version.to_string())];
    let closes = format::deadline(cx.lang, view.closes);
    let then = next(cx, cx.tw("consent-next", &[("date", closes.into())]));
    let send = forms::submit(cx.t("consent-send"));
    view! {
        <section class="box no-print" aria-labelledby="consent-form">
            <h2 id="consent-form">{cx.t("consent-form-title")}</h2>
            <form class="form" method="post" action=cx.here() novalidate=true>
                {hidden}{who}{choice}{reason}{then}{send}
            </form>
        </section>
    }
    .into_any()
}

/// All versions, each beside the one before.
fn versions(cx: &PageContext<'_>, view: &SectionPage) -> View {
    if view.versions.len() < 2 {
        return nothing();
    }
    let list: Vec<View> = view
        .versions
        .windows(2)
        .filter_map(|pair| match pair {
            [newer, older] => Some(version(cx, newer, older)),
            _ => None,
        })
        .collect();
    view! {
        <section aria-labelledby="versions">
            <h2 id="versions">{cx.t("round-draft-versions")}</h2>
            {list}
        </section>
    }
    .into_any()
}

fn version(cx: &PageContext<'_>, newer: &SectionVersion, older: &SectionVersion) -> View {
    let name = |one: &SectionVersion| cx.tw("section-version", &[("version", one.version.into())]);
    let (old, new) = (name(older), name(newer));
    let both = diff::beside(cx, (old, &older.text), (new.clone(), &newer.text));
    let renamed = (newer.title != older.title).then(|| {
        let (before, after) = (
            diff::before(cx, &older.title, &newer.title),
            diff::after(cx, &older.title, &newer.title),
        );
        view! { <div class="beside">{before}{after}</div> }
    });
    let about = meta(vec![writer(cx, newer.organisation.as_ref()), date(cx, newer.at)]);
    let why = voice(&newer.why, cx.content, Size::Plain);
    let body = view! { {about}{why}{renamed}{both} }.into_any();
    disclosure(new, false, body)
}

/// The form of a section.
pub fn form(cx: &PageContext<'_>, shell: &Shell, view: &SectionForm, form: &FormState) -> String {
    let draft = cx.path(Page::SharedDraft(view.round.number));
    let title = form_title(cx, view);
    let meta = under_draft(cx, title.to_owned(), view.round.number, &view.round.title, draft)
        .here()
        .private()
        .faulty(!form.faults.is_empty());
    document(cx, shell, meta, || form_body(cx, view, form))
}

fn form_title(cx: &PageContext<'_>, view: &SectionForm) -> &'static str {
    cx.t(if view.section.is_some() { "section-edit" } else { "section-new" })
}

fn form_body(cx: &PageContext<'_>, view: &SectionForm, form: &FormState) -> View {
    let errors = forms::error_summary(cx, form);
    let stale = form.fields.has("stale").then(|| {
        let who = writer(cx, view.last.as_ref());
        let (mine, theirs) = (form.fields.text("text").to_owned(), view.words.1.clone());
        let both = diff::beside(
            cx,
            (cx.t("section-theirs").to_owned(), &theirs),
            (cx.t("section-mine").to_owned(), &mine),
        );
        let body = view! { <p>{who}</p><p>{cx.t("section-stale-next")}</p>{both} }.into_any();
        notice(cx, Tone::Warning, cx.t("section-stale"), body)
    });
    let mut filled = form.clone();
    if !filled.fields.has("title") {
        filled.fields.set("title", view.words.0.clone());
        filled.fields.set("text", view.words.1.clone());
    }
    let lang = cx.content_lang();
    let title = Field { lang: lang.clone(), ..Field::new("title", cx.t("section-title")) }
        .hint(cx.t("section-title-hint"))
        .most(TITLE_MOST);
    let title = forms::input(cx, &filled, title, "text", false);
    let text = Field { lang, ..Field::new("text", cx.t("section-text")) }.most(SECTION_MOST);
    let text = if view.section.is_none() { text.optional() } else { text };
    let text = forms::text_area(cx, &filled, text, 14, true);
    let why = Field::new("why", cx.t("section-why")).hint(cx.t("section-why-hint")).most(WHY_MOST);
    let why = if view.section.is_none() { why.optional() } else { why };
    let why = forms::input(cx, &filled, why, "text", false);
    let who = speaks_for(cx, &filled, &view.organisations);
    let hidden =
        vec![forms::form_id(&filled), forms::hidden_field("version", view.version.to_string())];
    let then = view.section.is_some().then(|| next(cx, cx.t("section-next")));
    let send = forms::submit(cx.t("section-save"));
    view! {
        {errors}
        {stale}
        {page_head(Some(eyebrow(cx, &view.round)), form_title(cx, view), None)}
        <form class="form" method="post" action=cx.here() novalidate=true>
            {hidden}{who}{title}{text}{why}{then}{send}
        </form>
    }
    .into_any()
}
