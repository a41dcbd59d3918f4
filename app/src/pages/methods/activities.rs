//! Activities of the actions that a co-gestione carries out, and one of them.

use domain::actions::ActivityState;
use domain::forms::FormState;
use domain::views::{
    ActivitiesPage, ActivityCard, ActivityPage, AssignmentView, FollowedAction, ProgressView, Shell,
};
use leptos::prelude::*;

use super::{eyebrow, issues, one_of, under};
use crate::format;
use crate::parts::forms::{self, Field, Pick};
use crate::parts::{
    Tone, View, card, date, day, disclosure, empty, facts, meta, nothing, notice, official,
    page_head, page_head_spoken, refusal_next, refusal_why, state, why_not, words,
};
use crate::render::{Meta, PageContext, document};
use crate::urls::Page;

/// Activities of a round.
pub fn page(
    cx: &PageContext<'_>,
    shell: &Shell,
    view: &ActivitiesPage,
    form: &FormState,
) -> String {
    let meta = under(cx, cx.t("activities-title"), &view.round)
        .described(cx.t("activities-lead"))
        .faulty(!form.faults.is_empty());
    document(cx, shell, meta, || {
        let errors = forms::error_summary(cx, form);
        let head = page_head(
            Some(eyebrow(cx, &view.round)),
            cx.t("activities-title"),
            Some(cx.t("activities-lead").to_owned()),
        );
        let list: Vec<View> = view.actions.iter().map(|one| followed(cx, one, form)).collect();
        let main = if list.is_empty() {
            empty(cx, cx.t("activities-none"), cx.t("activities-none-next"), None)
        } else {
            list.into_any()
        };
        view! {
            {errors}
            {head}
            <div class="stack-lg">
                {main}
                {offered(cx, view, form)}
                {form_to_add(cx, view, form)}
            </div>
        }
        .into_any()
    })
}

/// The state of an activity, in words with an icon.
pub(super) fn badge(cx: &PageContext<'_>, of: ActivityState) -> View {
    let (class, name) = match of {
        ActivityState::ToDo => ("state", "it-clock"),
        ActivityState::UnderWay => ("state", "it-refresh"),
        ActivityState::Done => ("state state--good", "it-check-circle"),
        ActivityState::Cancelled => ("state state--quiet", "it-minus-circle"),
    };
    state::badge(cx, class, name, cx.coded("activity", of.code()))
}

/// A day that has passed, said beside it.
pub(super) fn late(cx: &PageContext<'_>, late: bool) -> View {
    if !late {
        return nothing();
    }
    state::badge(cx, "state state--warn", "it-warning-circle", cx.t("activity-late"))
}

/// Who answers for something: name, and the organisation they speak for.
fn person(cx: &PageContext<'_>, (name, organisation): &(String, Option<String>)) -> View {
    let name = official(cx, name.clone());
    match organisation {
        Some(of) => {
            let of = official(cx, of.clone());
            view! { {name}" · "{of} }.into_any()
        }
        None => name,
    }
}

fn who(cx: &PageContext<'_>, one: &ActivityCard) -> View {
    match &one.responsible {
        Some(of) => person(cx, of),
        None => state::badge(cx, "state state--bad", "it-warning-circle", cx.t("activity-nobody")),
    }
}

fn due(cx: &PageContext<'_>, one: &ActivityCard) -> View {
    match one.due {
        Some(of) => day(cx, of),
        None => words("–"),
    }
}

/// The activities of one action, with what keeps it from starting.
fn followed(cx: &PageContext<'_>, one: &FollowedAction, form: &FormState) -> View {
    let rows: Vec<View> = one.activities.iter().map(|of| row(cx, of)).collect();
    let id = format!("action-{}", one.action.number);
    let section = id.clone();
    let title = card::action_link(cx, &one.action);
    let badge = state::action(cx, one.action.state);
    let done = one.activities.iter().filter(|of| of.state == ActivityState::Done).count();
    let standing = one.activities.iter().filter(|of| of.state != ActivityState::Cancelled).count();
    let told = cx.tw("activities-done", &[("done", done.into()), ("n", standing.into())]);
    let caption = cx.tw("activities-caption", &[("action", one.action.title.clone().into())]);
    view! {
        <section aria-labelledby=section>
            <h2 class="h3" id=id>{title}</h2>
            {meta(vec![badge, words(told)])}
            {start(cx, one, form)}
            <table class="table table--cards">
                <caption class="visually-hidden">{caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">{cx.t("activity-what")}</th>
                        <th scope="col">{cx.t("activity-who")}</th>
                        <th scope="col">{cx.t("activity-due")}</th>
                        <th scope="col">{cx.t("activity-state")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

fn row(cx: &PageContext<'_>, one: &ActivityCard) -> View {
    let href = cx.path(Page::Activity(one.number));
    let what = official(cx, one.what.clone());
    view! {
        <tr>
            <th scope="row"><a href=href>{what}</a></th>
            <td data-label=cx.t("activity-who")>{who(cx, one)}</td>
            <td data-label=cx.t("activity-due")>{due(cx, one)}" "{late(cx, one.late)}</td>
            <td data-label=cx.t("activity-state")>{badge(cx, one.state)}</td>
        </tr>
    }
    .into_any()
}

/// The button that starts an action, or what keeps it from starting.
fn start(cx: &PageContext<'_>, one: &FollowedAction, form: &FormState) -> View {
    if let Some(refusal) = &one.hindered {
        let next = view! { <p>{refusal_next(cx, refusal)}</p> }.into_any();
        return notice(cx, Tone::Warning, refusal_why(cx, refusal), next);
    }
    if one.may_start.is_err() {
        return nothing();
    }
    let (id, action) =
        (forms::form_id(form), forms::hidden_field("action", one.action.number.to_string()));
    let send = forms::act("btn btn-primary", "do", "start", cx.t("action-start").into_any());
    view! {
        <form class="no-print" method="post" action=cx.here()>
            <p class="measure">{cx.t("action-start-more")}</p>
            {id}{action}{send}
        </form>
    }
    .into_any()
}

/// Approved actions whose sheet has activities that nobody follows yet.
fn offered(cx: &PageContext<'_>, view: &ActivitiesPage, form: &FormState) -> View {
    let list: Vec<View> = view
        .offered
        .iter()
        .filter(|(_, left)| *left > 0)
        .map(|(action, left)| {
            let title = card::action_link(cx, action);
            let told = cx.tn("activities-left", *left);
            let (id, number) =
                (forms::form_id(form), forms::hidden_field("action", action.number.to_string()));
            let words = cx.tw("activities-take-over", &[("action", action.title.clone().into())]);
            let words = view! {
                {cx.t("activities-take-over-short")}
                <span class="visually-hidden">{words}</span>
            };
            let send =
                forms::act("btn btn-outline-primary btn-sm", "do", "take-over", words.into_any());
            view! {
                <li>
                    {title}
                    <p>{told}</p>
                    <form method="post" action=cx.here()>{id}{number}{send}</form>
                </li>
            }
            .into_any()
        })
        .collect();
    if list.is_empty() {
        return nothing();
    }
    view! {
        <section class="no-print" aria-labelledby="offered">
            <h2 class="h3" id="offered">{cx.t("activities-offered")}</h2>
            <p class="measure">{cx.t("activities-offered-more")}</p>
            <ul class="similar" role="list">{list}</ul>
        </section>
    }
    .into_any()
}

fn form_to_add(cx: &PageContext<'_>, view: &ActivitiesPage, form: &FormState) -> View {
    if view.may_add.is_err() {
        return nothing();
    }
    if view.offered.is_empty() {
        let next = view! { <p>{cx.t("refusal-not-approved-next")}</p> }.into_any();
        return notice(cx, Tone::Plain, cx.t("activities-no-action"), next);
    }
    let options: Vec<(String, String)> = view
        .offered
        .iter()
        .map(|(action, _)| (action.number.to_string(), action.title.clone()))
        .collect();
    let action = Field::new("action", cx.t("activity-action"));
    let action = forms::select(cx, form, action, vec![(String::new(), options)]);
    let what =
        Field::new("what", cx.t("activity-what-label")).hint(cx.t("activity-what-hint")).most(300);
    let what = forms::input(cx, form, what, "text", false);
    let supporters = Field::new("supporters", cx.t("activity-supporters"))
        .hint(cx.t("activity-supporters-hint"))
        .optional();
    let supporters = forms::input(cx, form, supporters, "text", false);
    let id = forms::form_id(form);
    let send = forms::act("btn btn-primary", "do", "add", cx.t("activity-add").into_any());
    view! {
        <section class="box no-print" aria-labelledby="add">
            <h2 id="add">{cx.t("activity-form-title")}</h2>
            <form class="form" method="post" action=cx.here() novalidate=true>
                {id}{action}{what}{supporters}{send}
            </form>
        </section>
    }
    .into_any()
}

/// One activity, with all that was said of it.
pub fn activity(
    cx: &PageContext<'_>,
    shell: &Shell,
    view: &ActivityPage,
    form: &FormState,
) -> String {
    let round = cx.path(Page::Round(view.round.number));
    let meta = Meta::new(view.card.what.clone())
        .spoken(cx.content_lang())
        .under(cx.t("menu-rounds"), cx.path(Page::Rounds))
        .under_spoken(view.round.title.clone(), round, cx.content_lang())
        .under(cx.t("activities-title"), cx.path(Page::Activities(view.round.number)))
        .here()
        .faulty(!form.faults.is_empty());
    document(cx, shell, meta, || activity_body(cx, view, form))
}

fn activity_body(cx: &PageContext<'_>, view: &ActivityPage, form: &FormState) -> View {
    let errors = forms::error_summary(cx, form);
    let one = &view.card;
    let number = cx.tw("activity-number", &[("number", one.number.into())]);
    let mut parts = vec![badge(cx, one.state)];
    if one.late {
        parts.push(late(cx, true));
    }
    parts.push(words(number));
    let eyebrow = meta(parts);
    let head = page_head_spoken(Some(eyebrow), one.what.clone(), None, cx.content_lang());
    let mut told = vec![
        (cx.t("activity-action").to_owned(), card::action_link(cx, &view.action)),
        (cx.t("activity-who").to_owned(), who(cx, one)),
        (cx.t("activity-due").to_owned(), due(cx, one)),
    ];
    if !view.supporters.is_empty() {
        let supporters = official(cx, view.supporters.clone());
        told.push((cx.t("activity-supporters").to_owned(), supporters));
    }
    if !one.evidence.is_empty() {
        told.push((cx.t("activity-evidence").to_owned(), official(cx, one.evidence.clone())));
    }
    told.push((cx.t("activity-added").to_owned(), date(cx, view.added)));
    view! {
        {errors}
        {head}
        {facts(true, told)}
        <div class="stack-lg mt-4">
            {form_to_tell(cx, view, form)}
            {form_to_assign(cx, view, form)}
            {history(cx, view)}
            {issues::about(cx, view)}
        </div>
    }
    .into_any()
}

fn form_to_tell(cx: &PageContext<'_>, view: &ActivityPage, form: &FormState) -> View {
    match &view.may_report {
        Ok(()) => {}
        Err(domain::faults::Refusal::NotYourRole | domain::faults::Refusal::SignInNeeded) => {
            return nothing();
        }
        Err(refusal) => return why_not(cx, refusal),
    }
    let (mut filled, mine) = one_of(form, "progress");
    if !mine {
        filled.fields.set("state", view.card.state.code());
        filled.fields.set("evidence", view.card.evidence.clone());
    }
    let picks = ActivityState::ALL
        .iter()
        .map(|one| Pick::new(one.code(), cx.coded("activity", one.code())));
    let states =
        forms::radios(cx, &filled, Field::new("state", cx.t("progress-state")), picks.collect());
    let evidence =
        Field { lang: cx.content_lang(), ..Field::new("evidence", cx.t("progress-evidence")) }
            .hint(cx.t("progress-evidence-hint"))
            .most(600)
            .optional();
    let evidence = forms::text_area(cx, &filled, evidence, 2, false);
    let note = Field { lang: cx.content_lang(), ..Field::new("note", cx.t("progress-note")) }
        .hint(cx.t("progress-note-hint"))
        .optional();
    let note = forms::text_area(cx, &filled, note, 3, false);
    let (id, about) = (forms::form_id(form), forms::hidden_field("about", "progress"));
    let send = forms::act("btn btn-primary", "do", "tell", cx.t("progress-send").into_any());
    view! {
        <section class="box no-print" aria-labelledby="tell">
            <h2 id="tell">{cx.t("progress-title")}</h2>
            <form class="form" method="post" action=cx.here() novalidate=true>
                {id}{about}{states}{evidence}{note}{send}
            </form>
        </section>
    }
    .into_any()
}

fn form_to_assign(cx: &PageContext<'_>, view: &ActivityPage, form: &FormState) -> View {
    if view.may_assign.is_err() {
        return nothing();
    }
    let (mut filled, mine) = one_of(form, "assignment");
    if let (false, Some(person)) = (mine, view.responsible) {
        filled.fields.set("responsible", person.to_string());
        filled.fields.set("due", view.card.due.map(|of| of.to_string()).unwrap_or_default());
    }
    let options = view
        .candidates
        .iter()
        .map(|one| {
            let name = match &one.organisation {
                Some(of) => format!("{} · {of}", one.name),
                None => one.name.clone(),
            };
            (one.person.to_string(), name)
        })
        .collect();
    let responsible = Field::new("responsible", cx.t("assignment-responsible"))
        .hint(cx.t("assignment-responsible-hint"));
    let responsible = forms::select(cx, &filled, responsible, vec![(String::new(), options)]);
    let due = Field::new("due", cx.t("assignment-due"));
    let due = forms::input(cx, &filled, due, "date", true);
    let why = (!view.assignments.is_empty()).then(|| {
        let why = Field::new("why", cx.t("assignment-why")).hint(cx.t("assignment-why-hint"));
        forms::text_area(cx, &filled, why, 2, false)
    });
    let (id, about) = (forms::form_id(form), forms::hidden_field("about", "assignment"));
    let send = forms::act("btn btn-primary", "do", "assign", cx.t("assignment-send").into_any());
    let body = view! {
        <form class="form" method="post" action=cx.here() novalidate=true>
            {id}{about}{responsible}{due}{why}{send}
        </form>
    }
    .into_any();
    if view.assignments.is_empty() {
        return view! {
            <section class="box no-print" aria-labelledby="assign">
                <h2 id="assign">{cx.t("assignment-title")}</h2>
                {body}
            </section>
        }
        .into_any();
    }
    let again = disclosure(cx.t("assignment-again"), mine, body);
    view! { <div class="no-print">{again}</div> }.into_any()
}

/// All that was said of an activity, the newest first.
fn history(cx: &PageContext<'_>, view: &ActivityPage) -> View {
    let mut steps: Vec<(domain::time::Moment, View)> = Vec::new();
    steps.extend(view.progress.iter().map(|one| (one.at, progress(cx, one))));
    steps.extend(view.assignments.iter().map(|one| (one.at, assignment(cx, one))));
    if steps.is_empty() {
        return nothing();
    }
    steps.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    let list: Vec<View> = steps.into_iter().map(|(_, step)| step).collect();
    view! {
        <section aria-labelledby="history">
            <h2 id="history">{cx.t("activity-history")}</h2>
            <ol class="similar" role="list" reversed=true>{list}</ol>
        </section>
    }
    .into_any()
}

fn progress(cx: &PageContext<'_>, one: &ProgressView) -> View {
    let told = |key: &'static str, words: &str| {
        (!words.is_empty()).then(|| {
            let words = official(cx, words.to_owned());
            view! { <p>{cx.t(key)}" "{words}</p> }
        })
    };
    let note = (!one.note.is_empty()).then(|| {
        let note = official(cx, one.note.clone());
        view! { <p>{note}</p> }
    });
    let evidence = told("activity-evidence-label", &one.evidence);
    let about = meta(vec![badge(cx, one.state), date(cx, one.at)]);
    view! { <li>{about}{note}{evidence}</li> }.into_any()
}

fn assignment(cx: &PageContext<'_>, one: &AssignmentView) -> View {
    let due = format::day(cx.lang, one.due);
    let told = cx.tw("assignment-told", &[("due", due.into())]);
    let who = person(cx, &one.responsible);
    let why = (!one.why.is_empty()).then(|| {
        let why = official(cx, one.why.clone());
        view! { <p>{cx.t("reason-label")}" "{why}</p> }
    });
    let about = meta(vec![date(cx, one.at)]);
    view! { <li><p><strong>{who}</strong>" "{told}</p>{about}{why}</li> }.into_any()
}
