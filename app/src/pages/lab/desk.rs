//! A session, for who runs it: where it stands, who comes, what is next.

use domain::forms::FormState;
use domain::lab::{SessionAct, SessionState, Technique};
use domain::views::{SessionDesk, Shell};
use leptos::prelude::*;

use super::{eyebrow, mix};
use crate::format;
use crate::parts::forms;
use crate::parts::{Tone, View, arrow_link, facts, notice, official, p, page_head_spoken, words};
use crate::render::{Meta, PageContext, document};
use crate::urls::Page;

/// The desk of a session.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &SessionDesk, form: &FormState) -> String {
    let meta = Meta::staff(view.session.title.clone())
        .spoken(cx.content_lang())
        .under(cx.t("desk-sessions"), cx.path(Page::SessionsDesk))
        .here();
    document(cx, shell, meta, || body(cx, view, form))
}

fn body(cx: &PageContext<'_>, view: &SessionDesk, form: &FormState) -> View {
    let errors = forms::error_summary(cx, form);
    let session = &view.session;
    let head = page_head_spoken(
        Some(eyebrow(cx, session)),
        session.title.clone(),
        cx.content_lang(),
        None,
    );
    let public = session.state.public().then(|| {
        let href = cx.path(Page::Session(session.number));
        view! { <p>{arrow_link(cx, href, cx.t("session-public"))}</p> }
    });
    let title = match session.state {
        SessionState::Prepared | SessionState::Registering => "mix-registered",
        _ => "mix-present",
    };
    view! {
        {errors}
        {head}
        {public}
        <div class="split">
            <div class="stack-lg">
                {next(cx, view, form)}
                {steps(cx, view)}
            </div>
            <aside class="stack">
                {numbers(cx, view)}
                <section class="panel" aria-labelledby="mix">
                    <h2 class="h3" id="mix">{cx.t(title)}</h2>
                    {mix(cx, &view.mix, &view.municipalities)}
                </section>
            </aside>
        </div>
    }
    .into_any()
}

/// What is next, by where the session stands: the places to go to, and the act that moves it on.
fn next(cx: &PageContext<'_>, view: &SessionDesk, form: &FormState) -> View {
    let number = view.session.number;
    let to = |page: Page, key: &str| {
        let href = cx.path(page);
        view! { <li>{arrow_link(cx, href, cx.t(key))}</li> }.into_any()
    };
    let dots = view.plan.techniques.contains(&Technique::Dotmocracy) || view.plan.dots_each > 0;
    let edit = to(Page::EditSession(number), "session-edit");
    let pack = to(Page::SessionPack(number), "pack-title");
    let (lead, links, acts): (&str, Vec<View>, &[SessionAct]) = match view.session.state {
        SessionState::Prepared => ("desk-prepared", vec![edit, pack], &[SessionAct::Announce]),
        SessionState::Registering => {
            let back: &[SessionAct] = if view.registered == 0 {
                &[SessionAct::Begin, SessionAct::Recall]
            } else {
                &[SessionAct::Begin]
            };
            ("desk-registering", vec![edit, pack], back)
        }
        SessionState::Running => {
            let mut links = vec![
                to(Page::SessionDoor(number), "door-title"),
                to(Page::SessionRoom(number), "room-title"),
            ];
            if dots {
                links.push(to(Page::SessionDots(number), "dots-title"));
            }
            links.push(to(Page::SessionPhotos(number), "photos-title"));
            links.push(to(Page::SessionWall(number), "wall-title"));
            links.push(pack);
            ("desk-running", links, &[SessionAct::End])
        }
        SessionState::MinutesDraft => {
            let acts: &[SessionAct] = if view.may_resume { &[SessionAct::Resume] } else { &[] };
            let links = vec![
                to(Page::SessionMinutesDesk(number), "minutes-desk-title"),
                to(Page::SessionRoom(number), "room-title"),
                to(Page::SessionPhotos(number), "photos-title"),
            ];
            ("desk-minutes-draft", links, acts)
        }
        SessionState::MinutesApproved => {
            let links = vec![
                to(Page::SessionReportDesk(number), "report-desk-title"),
                to(Page::SessionRoom(number), "room-title"),
            ];
            ("desk-minutes-approved", links, &[])
        }
        SessionState::GivenBack => {
            ("desk-given-back", vec![to(Page::SessionReportDesk(number), "report-desk-title")], &[])
        }
    };
    let acts: Vec<View> = acts.iter().map(|one| act(cx, *one, form)).collect();
    let acts = (!acts.is_empty()).then(|| view! { <div class="button-row">{acts}</div> });
    view! {
        <section class="box" aria-labelledby="next">
            <h2 id="next">{cx.t("desk-next")}</h2>
            <p class="measure">{cx.t(lead)}</p>
            <ul class="similar" role="list">{links}</ul>
            {acts}
        </section>
    }
    .into_any()
}

/// A button that moves the session on, or back.
fn act(cx: &PageContext<'_>, act: SessionAct, form: &FormState) -> View {
    let class = match act {
        SessionAct::Announce | SessionAct::Begin | SessionAct::End => "btn btn-primary",
        SessionAct::Recall | SessionAct::Resume => "btn btn-outline-primary",
    };
    let words = cx.coded("session-act", act.code()).into_any();
    view! {
        <form method="post" action=cx.here()>
            {forms::form_id(form)}
            {forms::act(class, "do", act.code(), words)}
        </form>
    }
    .into_any()
}

fn steps(cx: &PageContext<'_>, view: &SessionDesk) -> View {
    let steps: Vec<View> = view
        .agenda
        .iter()
        .enumerate()
        .map(|(place, (at, step))| {
            let (machine, time) = (format::machine(*at), format::time(cx.lang, *at));
            let title = official(cx, step.title.clone());
            let minutes = cx.tn("agenda-minutes-long", step.minutes);
            let how: Vec<String> = [&step.method, &step.owner]
                .into_iter()
                .filter(|said| !said.is_empty())
                .map(|said| format!(" · {said}"))
                .collect();
            let how = (!how.is_empty()).then(|| official(cx, how.concat()));
            let now = view.now_at == Some(place);
            let current = now.then_some("step");
            let badge = now.then(|| view! { <span class="badge">{cx.t("agenda-now")}</span> });
            view! {
                <li aria-current=current>
                    <time datetime=machine>{time}</time>
                    <span>
                        {title}" "{badge}
                        <span class="small muted agenda-how">{minutes}{how}</span>
                    </span>
                </li>
            }
            .into_any()
        })
        .collect();
    let materials = (!view.plan.materials.is_empty()).then(|| {
        let list: Vec<View> = view
            .plan
            .materials
            .lines()
            .filter(|line| !line.trim().is_empty())
            .map(|line| {
                let line = official(cx, line.to_owned());
                view! { <li>{line}</li> }.into_any()
            })
            .collect();
        view! {
            <section aria-labelledby="materials">
                <h2 class="h3" id="materials">{cx.t("session-materials")}</h2>
                <ul>{list}</ul>
            </section>
        }
    });
    view! {
        <section aria-labelledby="agenda">
            <h2 class="h3" id="agenda">{cx.t("session-agenda")}</h2>
            <ol class="agenda" role="list">{steps}</ol>
        </section>
        {materials}
    }
    .into_any()
}

fn numbers(cx: &PageContext<'_>, view: &SessionDesk) -> View {
    let number = |n: u32| words(format::whole(cx.lang, n.into()));
    let mut pairs = vec![
        (cx.t("numbers-registered").to_owned(), number(view.registered)),
        (cx.t("numbers-printed").to_owned(), number(view.printed)),
        (cx.t("numbers-arrived").to_owned(), number(view.arrived)),
        (cx.t("numbers-walk-ins").to_owned(), number(view.walk_ins)),
        (cx.t("numbers-cards").to_owned(), number(view.cards)),
    ];
    if view.unanswered > 0 {
        pairs.push((cx.t("numbers-corrections").to_owned(), number(view.unanswered)));
    }
    let needs: Vec<View> = view
        .needed
        .iter()
        .map(|(need, people)| {
            let words = format!("{}: {people}", cx.coded("access", need.code()));
            view! { <li>{words}</li> }.into_any()
        })
        .collect();
    let needs = (!needs.is_empty()).then(|| {
        let list = view! { <ul>{needs}</ul> }.into_any();
        notice(cx, Tone::Warning, cx.t("numbers-access"), list)
    });
    let few = (view.printed < view.plan.capacity.max(view.registered)
        && matches!(view.session.state, SessionState::Registering | SessionState::Running))
    .then(|| p(cx.t("numbers-few-tokens")));
    view! {
        <section class="panel" aria-labelledby="numbers">
            <h2 class="h3" id="numbers">{cx.t("numbers-title")}</h2>
            {facts(false, pairs)}
            {few}
        </section>
        {needs}
    }
    .into_any()
}
