//! What a round came to: draft, amendments, positions, resources and minutes on one page that
//! prints.

use domain::forms::FormState;
use domain::methods::draft::AmendmentState;
use domain::methods::minutes::Ending;
use domain::methods::resources::{ResourceKind, Side};
use domain::views::{
    AmendmentCard, MinutesPage, MinutesView, ResourceView, Shell, StandingView, VerdictView,
};
use leptos::prelude::*;

use super::{
    amendment_state, amendment_title, budget, eyebrow, positions, proposer, resources, sections,
    under,
};
use crate::format;
use crate::parts::forms::{self, Field, Pick};
use crate::parts::voice::prose;
use crate::parts::{
    Tone, View, date, diff, disclosure, nothing, notice, official, page_head, state, why_not,
};
use crate::render::{PageContext, document};
use crate::urls::Page;

/// What a round came to.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &MinutesPage, form: &FormState) -> String {
    let meta = under(cx, cx.t("minutes-title"), &view.round)
        .described(view.question.clone())
        .faulty(!form.faults.is_empty());
    document(cx, shell, meta, || body(cx, view, form))
}

fn body(cx: &PageContext<'_>, view: &MinutesPage, form: &FormState) -> View {
    let errors = forms::error_summary(cx, form);
    let stale = form.fields.has("stale").then(|| {
        let next = view! { <p>{cx.t("minutes-stale-next")}</p> }.into_any();
        notice(cx, Tone::Warning, cx.t("minutes-stale"), next)
    });
    let head = page_head(Some(eyebrow(cx, &view.round)), cx.t("minutes-title"), None);
    let question = official(cx, view.question.clone());
    let objective = official(cx, view.objective.clone());
    let window = cx.tw(
        "minutes-window",
        &[
            ("from", format::date(cx.lang, view.opens).into()),
            ("to", format::deadline(cx.lang, view.closes).into()),
        ],
    );
    view! {
        {errors}
        {stale}
        {head}
        <p class="lead">{question}</p>
        <p class="measure">{objective}</p>
        <p class="muted">{window}</p>
        <div class="stack-lg mt-4">
            {ended(cx, view)}
            {draft(cx, view)}
            {amendments(cx, view)}
            {stances(cx, view)}
            {silent(cx, view)}
            {design(cx, view)}
            {brought(cx, view)}
            {form_to_write(cx, view, form)}
        </div>
    }
    .into_any()
}

fn ending(cx: &PageContext<'_>, of: Ending) -> View {
    let (class, name) = match of {
        Ending::Agreement => ("state state--good", "it-check-circle"),
        Ending::PartialAgreement => ("state state--warn", "it-minus-circle"),
        Ending::Disagreement => ("state state--bad", "it-close-circle"),
    };
    state::badge(cx, class, name, cx.coded("ending", of.code()))
}

/// The minutes, the newest version; the older ones behind.
fn ended(cx: &PageContext<'_>, view: &MinutesPage) -> View {
    let Some((newest, older)) = view.minutes.split_first() else {
        let key = if cx.now < view.closes { "minutes-later" } else { "minutes-none" };
        return notice(cx, Tone::Plain, cx.t(key), nothing());
    };
    let older: Vec<View> = older.iter().map(|one| version(cx, one)).collect();
    let older = (!older.is_empty()).then(|| {
        let words = cx.tn("minutes-earlier", older.len());
        disclosure(words, false, older.into_any())
    });
    view! {
        <section aria-labelledby="minutes-words">
            <h2 id="minutes-words">{cx.t("minutes-words")}</h2>
            {version(cx, newest)}
            {older}
        </section>
    }
    .into_any()
}

fn version(cx: &PageContext<'_>, one: &MinutesView) -> View {
    let (badge, words, at) = (ending(cx, one.ending), prose(cx, &one.words), date(cx, one.at));
    let number = cx.tw("minutes-version", &[("version", one.version.into())]);
    view! { <p>{badge}</p>{words}<p class="small muted">{number}" · "{at}</p> }.into_any()
}

fn draft(cx: &PageContext<'_>, view: &MinutesPage) -> View {
    let Some((version, paragraphs)) = &view.draft else { return nothing() };
    let list: Vec<View> = paragraphs
        .iter()
        .map(|(number, text)| {
            let title = cx.tw("paragraph", &[("number", (*number).into())]);
            let text = diff::plain(cx, text);
            view! { <li><h3 class="h4">{title}</h3>{text}</li> }.into_any()
        })
        .collect();
    let href = cx.path(Page::Priorities(view.round.number));
    let words = cx.tw("minutes-draft-version", &[("version", (*version).into())]);
    view! {
        <section aria-labelledby="text">
            <h2 id="text">{cx.t("minutes-draft")}</h2>
            <p><a href=href>{words}</a></p>
            <ol class="paragraphs" role="list">{list}</ol>
        </section>
    }
    .into_any()
}

fn amendments(cx: &PageContext<'_>, view: &MinutesPage) -> View {
    if view.amendments.is_empty() {
        return nothing();
    }
    let rows: Vec<View> = view
        .amendments
        .iter()
        .map(|(card, verdict)| amendment(cx, card, verdict.as_ref()))
        .collect();
    view! {
        <section aria-labelledby="amendments">
            <h2 id="amendments">{cx.t("minutes-amendments")}</h2>
            <table class="table table--cards">
                <caption>{cx.t("minutes-amendments-caption")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{cx.t("amendment-column")}</th>
                        <th scope="col">{cx.t("proposer-column")}</th>
                        <th scope="col">{cx.t("outcome-column")}</th>
                        <th scope="col">{cx.t("reason-column")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

fn amendment(cx: &PageContext<'_>, card: &AmendmentCard, verdict: Option<&VerdictView>) -> View {
    let href = cx.path(Page::Amendment(card.number));
    let (title, who) = (amendment_title(cx, card), proposer(cx, card));
    let reason = match verdict {
        Some(verdict) if card.state == AmendmentState::Accepted => {
            let words = verdict
                .version
                .map(|version| cx.tw("amendment-made", &[("version", version.into())]));
            words.unwrap_or_default().into_any()
        }
        Some(verdict) => official(cx, verdict.reason.clone()),
        None => nothing(),
    };
    view! {
        <tr>
            <th scope="row"><a href=href>{title}</a></th>
            <td data-label=cx.t("proposer-column")>{who}</td>
            <td data-label=cx.t("outcome-column")>{amendment_state(cx, card.state)}</td>
            <td data-label=cx.t("reason-column")>{reason}</td>
        </tr>
    }
    .into_any()
}

fn stances(cx: &PageContext<'_>, view: &MinutesPage) -> View {
    if view.positions.is_empty() {
        return nothing();
    }
    view! {
        <section aria-labelledby="positions">
            <h2 id="positions">{cx.t("positions-title")}</h2>
            {positions::table(cx, &view.positions)}
        </section>
    }
    .into_any()
}

fn silent(cx: &PageContext<'_>, view: &MinutesPage) -> View {
    if view.silent.is_empty() {
        return nothing();
    }
    let list: Vec<View> = view
        .silent
        .iter()
        .map(|one| {
            let name = official(cx, one.name.clone());
            view! { <li>{name}</li> }.into_any()
        })
        .collect();
    view! {
        <section aria-labelledby="silent">
            <h2 id="silent">{cx.t("minutes-silent")}</h2>
            <ul>{list}</ul>
        </section>
    }
    .into_any()
}

/// What was written together: the draft with who can live with it, what is expected, the budget.
fn design(cx: &PageContext<'_>, view: &MinutesPage) -> View {
    let Some(design) = &view.design else { return nothing() };
    let whole: Vec<View> =
        design.sections.iter().map(|one| sections::section_whole(cx, one)).collect();
    let table = sections::consent_table(cx, &design.sections, &design.partners);
    let expects: Vec<&ResourceView> = design.expects.iter().collect();
    let expects = (!expects.is_empty()).then(|| resources::table(cx, &expects, Side::Expects, 0));
    let lines: Vec<_> = design.lines.iter().collect();
    let budget = (!lines.is_empty()).then(|| {
        let table = budget::table(cx, &lines, design.total);
        view! {
            <section aria-labelledby="budget">
                <h2 id="budget">{cx.t("minutes-budget")}</h2>
                {table}
            </section>
        }
    });
    view! {
        <section aria-labelledby="shared">
            <h2 id="shared">{cx.t("minutes-shared")}</h2>
            <div class="stack">{whole}</div>
        </section>
        {table}
        {expects}
        {budget}
    }
    .into_any()
}

fn brought(cx: &PageContext<'_>, view: &MinutesPage) -> View {
    let brings: Vec<&ResourceView> =
        view.resources.iter().filter(|one| one.side == Side::Brings).collect();
    if brings.is_empty() {
        return nothing();
    }
    let money = brings
        .iter()
        .filter(|one| one.kind == ResourceKind::Money)
        .filter_map(|one| one.amount)
        .sum();
    view! {
        <section aria-labelledby="resources">
            <h2 id="resources">{cx.t("resources-title")}</h2>
            {resources::table(cx, &brings, Side::Brings, money)}
        </section>
    }
    .into_any()
}

fn form_to_write(cx: &PageContext<'_>, view: &MinutesPage, form: &FormState) -> View {
    match &view.may_write {
        Ok(()) => {}
        Err(refusal @ domain::faults::Refusal::StillOpen { .. }) => return why_not(cx, refusal),
        Err(_) => return nothing(),
    }
    let mut filled = form.clone();
    if let (Some(newest), false) = (view.minutes.first(), form.fields.has("minutes")) {
        filled.fields.set("ending", newest.ending.code());
        filled.fields.set("minutes", newest.words.clone());
    }
    let against = view.positions.iter().any(|one| match &one.standing {
        StandingView::Stated(said) => {
            said.stance.is_some_and(|of| of != domain::methods::positions::Stance::Favourable)
        }
        StandingView::Disputed(_)
        | StandingView::ToConfirm(_)
        | StandingView::Lapsed(_)
        | StandingView::Silent => false,
    });
    let picks = Ending::ALL
        .iter()
        .map(|one| {
            Pick::new(one.code(), cx.coded("ending", one.code()))
                .hint(cx.coded("ending-hint", one.code()))
        })
        .collect();
    let mut field = Field::new("ending", cx.t("minutes-ending"));
    if against {
        field = field.hint(cx.t("minutes-ending-hint"));
    }
    let endings = forms::radios(cx, &filled, field, picks);
    let words = Field { lang: cx.content_lang(), ..Field::new("minutes", cx.t("minutes-text")) }
        .hint(cx.t("minutes-text-hint"));
    let words = forms::text_area(cx, &filled, words, 12, false);
    let (id, version) = (
        forms::form_id(form),
        forms::hidden_field(
            "version",
            view.minutes.first().map_or(0, |one| one.version).to_string(),
        ),
    );
    let send = forms::submit(cx.t("minutes-send"));
    view! {
        <section class="box no-print" aria-labelledby="write">
            <h2 id="write">{cx.t("minutes-form-title")}</h2>
            <form class="form" method="post" action=cx.here() novalidate=true>
                {id}{version}{endings}{words}{send}
            </form>
        </section>
    }
    .into_any()
}
