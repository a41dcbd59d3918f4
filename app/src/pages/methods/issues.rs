//! Issues that partners report while they run something together.

use domain::forms::FormState;
use domain::methods::issues::IssueState;
use domain::views::{ActivityPage, IssueView, IssuesPage, Shell};
use leptos::prelude::*;

use super::{eyebrow, one_of, speaks_for, under};
use crate::format;
use crate::parts::forms::{self, Field, Pick};
use crate::parts::voice::prose;
use crate::parts::{
    View, arrow_link, date, disclosure, empty, meta, next, nothing, official, page_head, state,
    why_not, words,
};
use crate::render::{PageContext, document};
use crate::urls::Page;

/// Issues of a round.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &IssuesPage, form: &FormState) -> String {
    let meta = under(cx, cx.t("issues-title"), &view.round)
        .described(cx.t("issues-lead"))
        .faulty(!form.faults.is_empty());
    document(cx, shell, meta, || body(cx, view, form))
}

fn body(cx: &PageContext<'_>, view: &IssuesPage, form: &FormState) -> View {
    let errors = forms::error_summary(cx, form);
    let why = match &view.may_report {
        Err(refusal) => why_not(cx, refusal),
        Ok(()) => nothing(),
    };
    let head = page_head(
        Some(eyebrow(cx, &view.round)),
        cx.t("issues-title"),
        Some(cx.t("issues-lead").to_owned()),
    );
    let part = |pending: bool, id: &'static str, key: &'static str| {
        let list: Vec<View> = view
            .issues
            .iter()
            .filter(|one| one.state.pending() == pending)
            .map(|one| issue(cx, one, Some(form)))
            .collect();
        (!list.is_empty()).then(|| {
            view! {
                <section aria-labelledby=id>
                    <h2 id=id>{cx.tn(key, list.len())}</h2>
                    <ul class="similar" role="list">{list}</ul>
                </section>
            }
        })
    };
    let none = view
        .issues
        .is_empty()
        .then(|| empty(cx, cx.t("issues-none"), cx.t("issues-none-next"), None));
    view! {
        {errors}
        {head}
        {why}
        <div class="stack-lg">
            {none}
            {part(true, "pending", "issues-pending")}
            {part(false, "settled", "issues-settled")}
            {form_to_report(cx, view, form)}
        </div>
    }
    .into_any()
}

fn badge(cx: &PageContext<'_>, of: IssueState) -> View {
    let (class, name) = match of {
        IssueState::Open => ("state state--warn", "it-clock"),
        IssueState::TakenUp => ("state", "it-refresh"),
        IssueState::Solved => ("state state--good", "it-check-circle"),
        IssueState::NotSolved => ("state state--bad", "it-close-circle"),
    };
    state::badge(cx, class, name, cx.coded("issue-state", of.code()))
}

/// An issue with its answers, and the form to answer it where there is one.
fn issue(cx: &PageContext<'_>, one: &IssueView, form: Option<&FormState>) -> View {
    let id = format!("issue-{}", one.number);
    let title = cx.tw("issue-title", &[("number", one.number.into())]);
    let key = if one.state.pending() { "issue-days" } else { "issue-days-settled" };
    let about = meta(vec![
        badge(cx, one.state),
        words(cx.tn(key, one.days)),
        official(cx, one.organisation.name.clone()),
        date(cx, one.at),
    ]);
    let activity = one.activity.as_ref().filter(|_| form.is_some()).map(|(number, what)| {
        let href = cx.path(Page::Activity(*number));
        let what = official(cx, what.clone());
        view! { <p class="small">{cx.t("issue-about")}" "<a href=href>{what}</a></p> }
    });
    let answers: Vec<View> = one
        .answers
        .iter()
        .map(|answer| {
            let about = meta(vec![badge(cx, answer.state), date(cx, answer.at)]);
            view! { <li>{prose(cx, &answer.words)}{about}</li> }.into_any()
        })
        .collect();
    let answers = (!answers.is_empty()).then(|| {
        view! { <ul class="similar" role="list" aria-label=cx.t("issue-answers")>{answers}</ul> }
    });
    let form = form.filter(|_| one.may_answer).map(|form| form_to_answer(cx, one, form));
    view! {
        <li id=id>
            <h3 class="h5">{title}</h3>
            {about}
            {activity}
            {prose(cx, &one.what)}
            {answers}
            {form}
        </li>
    }
    .into_any()
}

fn form_to_answer(cx: &PageContext<'_>, one: &IssueView, form: &FormState) -> View {
    let about = one.number.to_string();
    let (filled, mine) = one_of(form, &about);
    let named = |name: &str| if mine { name.to_owned() } else { format!("{name}-of-{about}") };
    let picks = IssueState::ALL
        .iter()
        .filter(|state| **state != IssueState::Open)
        .map(|state| Pick::new(state.code(), cx.coded("issue-state", state.code())))
        .collect();
    let states = Field::new("state", cx.t("issue-answer-state")).id(named("state"));
    let states = forms::radios(cx, &filled, states, picks);
    let answer = Field { lang: cx.content_lang(), ..Field::new("answer", cx.t("issue-answer")) }
        .hint(cx.t("issue-answer-hint"))
        .id(named("answer"));
    let answer = forms::text_area(cx, &filled, answer, 3, false);
    let (id, about) = (forms::form_id(form), forms::hidden_field("about", about));
    let send =
        forms::act("btn btn-outline-primary", "do", "answer", cx.t("issue-answer-send").into_any());
    let body = view! {
        <form class="form" method="post" action=cx.here() novalidate=true>
            {id}{about}{states}{answer}{send}
        </form>
    };
    let title = cx.tw("issue-answer-title", &[("number", one.number.into())]);
    let form = disclosure(title, mine, body.into_any());
    view! { <div class="no-print">{form}</div> }.into_any()
}

/// The issues about one activity, on its page.
pub(super) fn about(cx: &PageContext<'_>, view: &ActivityPage) -> View {
    let list: Vec<View> = view.issues.iter().map(|one| issue(cx, one, None)).collect();
    let all = arrow_link(cx, cx.path(Page::Issues(view.round.number)), cx.t("issues-all"));
    let list = if list.is_empty() {
        view! { <p>{cx.t("issues-none-about")}</p> }.into_any()
    } else {
        view! { <ul class="similar" role="list">{list}</ul> }.into_any()
    };
    view! {
        <section aria-labelledby="issues">
            <h2 id="issues">{cx.t("issues-about")}</h2>
            {list}
            <p>{all}</p>
        </section>
    }
    .into_any()
}

fn form_to_report(cx: &PageContext<'_>, view: &IssuesPage, form: &FormState) -> View {
    if view.may_report.is_err() {
        return nothing();
    }
    let filled = if form.fields.has("about") { one_of(form, "").0 } else { form.clone() };
    let who = speaks_for(cx, &filled, &view.organisations);
    let activity = (!view.activities.is_empty()).then(|| {
        let options = view
            .activities
            .iter()
            .map(|(number, what)| (number.to_string(), format::cut(what, 80)))
            .collect();
        let field = Field::new("activity", cx.t("issue-activity"))
            .hint(cx.t("issue-activity-hint"))
            .optional();
        forms::select(cx, &filled, field, vec![(String::new(), options)])
    });
    let what = Field { lang: cx.content_lang(), ..Field::new("what", cx.t("issue-what")) }
        .hint(cx.t("issue-what-hint"))
        .most(3_000);
    let what = forms::text_area(cx, &filled, what, 4, true);
    let closes = format::deadline(cx.lang, view.closes);
    let then = next(cx, cx.tw("issue-next", &[("date", closes.into())]));
    let id = forms::form_id(&filled);
    let send = forms::act("btn btn-primary", "do", "report", cx.t("issue-send").into_any());
    view! {
        <section class="box no-print" aria-labelledby="report">
            <h2 id="report">{cx.t("issue-form-title")}</h2>
            <form class="form" method="post" action=cx.here() novalidate=true>
                {id}{who}{activity}{what}{then}{send}
            </form>
        </section>
    }
    .into_any()
}
