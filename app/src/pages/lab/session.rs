//! A session, for all: when and where, what is asked, how to come, and what came out of it.

use domain::lab::SessionState;
use domain::views::{SessionPage, Shell};
use leptos::prelude::*;

use super::{access, eyebrow, room_left};
use crate::format;
use crate::parts::{
    Tone, View, arrow_link, counted, facts, notice, official, p, page_head_spoken, why_not, words,
};
use crate::render::{Meta, PageContext, document};
use crate::urls::Page;

/// A session.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &SessionPage) -> String {
    let meta = Meta::new(view.session.title.clone())
        .spoken(cx.content_lang())
        .described(view.plan.question.clone())
        .under(cx.t("menu-sessions"), cx.path(Page::Sessions))
        .here();
    document(cx, shell, meta, || body(cx, view))
}

fn body(cx: &PageContext<'_>, view: &SessionPage) -> View {
    let session = &view.session;
    let head = page_head_spoken(
        Some(eyebrow(cx, session)),
        session.title.clone(),
        cx.content_lang(),
        None,
    );
    let question = (!view.plan.question.is_empty()).then(|| {
        let question = official(cx, view.plan.question.clone());
        view! { <p class="lead">{question}</p> }
    });
    let run = view.may_run.is_ok().then(|| {
        let href = cx.path(Page::SessionDesk(session.number));
        view! { <p>{arrow_link(cx, href, cx.t("session-to-desk"))}</p> }
    });
    view! {
        {head}
        {question}
        {run}
        <div class="split">
            <div class="stack-lg">
                {now(cx, view)}
                {view.told.as_ref().map(|told| super::told::told(cx, session, told))}
                {invitation(cx, view)}
                {agenda(cx, view)}
            </div>
            <aside class="stack">{about(cx, view)}</aside>
        </div>
    }
    .into_any()
}

/// What can be done now.
fn now(cx: &PageContext<'_>, view: &SessionPage) -> View {
    let number = view.session.number;
    match view.session.state {
        SessionState::Prepared => ().into_any(),
        SessionState::Registering => register(cx, view),
        SessionState::Running => {
            notice(cx, Tone::Plain, cx.t("session-running"), p(cx.t("session-running-more")))
        }
        SessionState::MinutesDraft => {
            let until = match view.correct_until {
                Some(until) => {
                    let date = format::deadline(cx.lang, until);
                    cx.tw("session-minutes-until", &[("date", date.into())])
                }
                None => cx.t("session-minutes-soon").to_owned(),
            };
            let href = cx.path(Page::SessionMinutes(number));
            let body = view! {
                <p>{until}</p>
                <p>{arrow_link(cx, href, cx.t("session-minutes-read"))}</p>
            };
            notice(cx, Tone::Plain, cx.t("session-minutes-draft"), body.into_any())
        }
        // What came out of it stands beneath.
        SessionState::MinutesApproved | SessionState::GivenBack => ().into_any(),
    }
}

fn register(cx: &PageContext<'_>, view: &SessionPage) -> View {
    let href = cx.path(Page::SessionRegistration(view.session.number));
    let act = match &view.may_register {
        Ok(()) => view! {
            <div class="button-row mt-0">
                <a class="btn btn-primary" href=href>{cx.t("session-register")}</a>
            </div>
        }
        .into_any(),
        Err(refusal) => why_not(cx, refusal),
    };
    let back = cx.path(Page::SessionRegistration(view.session.number));
    view! {
        <section class="box" aria-labelledby="register">
            <h2 id="register">{cx.t("session-come")}</h2>
            <p>{cx.t("session-come-more")}</p>
            {act}
            <p class="mb-0"><a href=format!("{back}#cancel")>{cx.t("session-cancel")}</a></p>
        </section>
    }
    .into_any()
}

fn invitation(cx: &PageContext<'_>, view: &SessionPage) -> View {
    if view.plan.invitation.is_empty() {
        return ().into_any();
    }
    let paragraphs: Vec<View> =
        view.plan.invitation.split("\n\n").map(|text| p(text.to_owned())).collect();
    view! { <div class="measure" lang=cx.content_lang()>{paragraphs}</div> }.into_any()
}

fn agenda(cx: &PageContext<'_>, view: &SessionPage) -> View {
    if view.agenda.is_empty() {
        return ().into_any();
    }
    let steps: Vec<View> = view
        .agenda
        .iter()
        .map(|(at, title)| {
            let (machine, time) = (format::machine(*at), format::time(cx.lang, *at));
            let title = official(cx, title.clone());
            view! { <li><time datetime=machine>{time}</time><span>{title}</span></li> }.into_any()
        })
        .collect();
    view! {
        <section aria-labelledby="agenda">
            <h2 class="h3" id="agenda">{cx.t("session-agenda")}</h2>
            <ol class="agenda" role="list">{steps}</ol>
        </section>
    }
    .into_any()
}

fn about(cx: &PageContext<'_>, view: &SessionPage) -> View {
    let round = &view.session.round;
    let href = cx.path(Page::Round(round.number));
    let title = official(cx, round.title.clone());
    let mut pairs =
        vec![(cx.t("session-round").to_owned(), view! { <a href=href>{title}</a> }.into_any())];
    if !view.plan.techniques.is_empty() {
        let list: Vec<&str> =
            view.plan.techniques.iter().map(|one| cx.coded("technique", one.code())).collect();
        pairs.push((cx.t("session-techniques").to_owned(), words(list.join(", "))));
    }
    if !view.plan.access.is_empty() {
        let offered = words(access(cx, &view.plan.access));
        pairs.push((cx.t("session-access").to_owned(), offered));
    }
    if view.session.state == SessionState::Registering {
        pairs.push((cx.t("session-places").to_owned(), room_left(cx, view.places)));
    }
    if let Some(present) = view.present {
        let words = words(counted(cx, "session-present", present));
        pairs.push((cx.t("session-people").to_owned(), words));
    }
    view! {
        <section class="panel" aria-labelledby="about">
            <h2 class="h3" id="about">{cx.t("session-about")}</h2>
            {facts(false, pairs)}
            <p class="small mb-0">{cx.t("session-no-names")}</p>
        </section>
    }
    .into_any()
}
