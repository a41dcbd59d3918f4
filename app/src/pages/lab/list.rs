//! The sessions of an Ambito: for all, and for who runs them.

use domain::lab::SessionState;
use domain::views::{SessionLine, SessionsPage, Shell};
use leptos::prelude::*;

use super::{badge, room_left, when};
use crate::parts::{View, counted, empty, meta, official, page_head, words};
use crate::render::{Meta, PageContext, document};
use crate::urls::Page;

/// The sessions, for all.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &SessionsPage) -> String {
    let meta = Meta::new(cx.t("menu-sessions")).described(cx.t("sessions-lead")).here();
    document(cx, shell, meta, || body(cx, view, false))
}

/// The same, for who runs them: those being prepared too.
pub fn desk(cx: &PageContext<'_>, shell: &Shell, view: &SessionsPage) -> String {
    document(cx, shell, Meta::staff(cx.t("desk-sessions")).here(), || body(cx, view, true))
}

fn body(cx: &PageContext<'_>, view: &SessionsPage, desk: bool) -> View {
    let lead = if desk { "sessions-desk-lead" } else { "sessions-lead" };
    let prepare = (view.may_prepare.is_ok()).then(|| {
        let (page, key) = if desk {
            (Page::NewSession, "session-new")
        } else {
            (Page::SessionsDesk, "sessions-to-desk")
        };
        let class = if desk { "btn btn-primary" } else { "btn btn-outline-primary" };
        view! {
            <div class="button-row mt-0 mb-4"><a class=class href=cx.path(page)>{cx.t(key)}</a></div>
        }
    });
    let coming = if view.coming.is_empty() {
        let next = if desk { "sessions-none-desk" } else { "sessions-none-next" };
        let act = (!desk).then(|| (cx.t("write-need").to_owned(), cx.path(Page::NewNeed)));
        empty(cx, cx.t("sessions-none"), cx.t(next), act)
    } else {
        entries(cx, &view.coming, desk)
    };
    let over = (!view.over.is_empty()).then(|| {
        let list = entries(cx, &view.over, desk);
        view! {
            <section aria-labelledby="over"><h2 id="over">{cx.t("sessions-over")}</h2>{list}</section>
        }
    });
    view! {
        {page_head(None, cx.t("menu-sessions"), Some(cx.t(lead).to_owned()))}
        {prepare}
        <div class="stack-lg">
            <section aria-labelledby="coming">
                <h2 id="coming">{cx.t("sessions-coming")}</h2>
                {coming}
            </section>
            {over}
        </div>
    }
    .into_any()
}

fn entries(cx: &PageContext<'_>, list: &[SessionLine], desk: bool) -> View {
    let list: Vec<View> = list.iter().map(|one| entry(cx, one, desk)).collect();
    view! { <ul class="entries" role="list">{list}</ul> }.into_any()
}

fn entry(cx: &PageContext<'_>, line: &SessionLine, desk: bool) -> View {
    let session = &line.session;
    let page = if desk { Page::SessionDesk(session.number) } else { Page::Session(session.number) };
    let about = meta(vec![when(cx, session), official(cx, session.place.clone())]);
    let techniques: Vec<&str> =
        line.techniques.iter().map(|one| cx.coded("technique", one.code())).collect();
    let techniques = (!techniques.is_empty()).then(|| words(techniques.join(" · ")));
    let foot = match (session.state, line.present) {
        (SessionState::Registering, _) => room_left(cx, line.places),
        (_, Some(present)) => words(counted(cx, "session-present", present)),
        (_, None) => ().into_any(),
    };
    let (title, question) = (session.title.clone(), line.question.clone());
    let question = (!question.is_empty())
        .then(|| view! { <p class="measure mb-0" lang=cx.content_lang()>{question}</p> });
    view! {
        <li class="entry">
            {about}
            <h3 class="entry-title" lang=cx.content_lang()><a href=cx.path(page)>{title}</a></h3>
            {question}
            <div class="entry-foot">
                {badge(cx, session.state)}
                <span class="entry-support">{foot}</span>
                {techniques.map(|list| view! { <span class="entry-support">{list}</span> })}
            </div>
        </li>
    }
    .into_any()
}
