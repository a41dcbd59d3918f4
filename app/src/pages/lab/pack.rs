//! What is printed for a session: tokens with their codes, large ballots, the sign-in sheet, the
//! poster, the agenda of the team, the privacy notice. Each begins on a page of its own.

use domain::forms::FormState;
use domain::views::{SessionPack, Shell};
use leptos::prelude::*;

use super::{access, at_work, eyebrow, when};
use crate::format;
use crate::parts::forms::{self, Field};
use crate::parts::qr::qr;
use crate::parts::{Tone, View, notice, official, p, page_head, why_not};
use crate::render::{PageContext, document};
use crate::urls::Page;

/// The pack of a session. With tokens that were printed just now it is an answer that is never
/// kept: their codes go with it.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &SessionPack, form: &FormState) -> String {
    let meta = at_work(cx, cx.t("pack-title"), &view.session).faulty(!form.faults.is_empty());
    document(cx, shell, meta, || body(cx, view, form))
}

fn body(cx: &PageContext<'_>, view: &SessionPack, form: &FormState) -> View {
    let errors = forms::error_summary(cx, form);
    let head = page_head(
        Some(eyebrow(cx, &view.session)),
        cx.t("pack-title"),
        Some(cx.t("pack-lead").to_owned()),
    );
    let fresh = (!view.fresh.is_empty()).then(|| {
        let count = view.fresh.len();
        let told = notice(cx, Tone::Warning, cx.tn("tokens-fresh", count), p(cx.t("tokens-once")));
        view! { <div class="no-print">{told}</div> }
    });
    view! {
        {errors}
        <div class="no-print">{head}</div>
        {fresh}
        <div class="no-print">{print_form(cx, view, form)}</div>
        {tokens(cx, view)}
        {ballots(cx, view)}
        {poster(cx, view)}
        {sign_in(cx, view)}
        {agenda(cx, view)}
    }
    .into_any()
}

fn print_form(cx: &PageContext<'_>, view: &SessionPack, form: &FormState) -> View {
    if let Err(refusal) = &view.may_print {
        return why_not(cx, refusal);
    }
    let many = Field::new("many", cx.t("tokens-many")).hint(cx.t("tokens-many-hint"));
    let many = forms::input(cx, form, many, "text", true);
    let again = (view.left > 0).then(|| {
        let words = cx.tn("tokens-again", view.left).into_any();
        let send = forms::act("btn btn-outline-primary", "do", "again", words);
        view! {
            <form method="post" action=cx.here()>
                {forms::form_id(form)}
                <p class="small mt-3">{cx.t("tokens-again-hint")}</p>
                {send}
            </form>
        }
    });
    view! {
        <section class="box" aria-labelledby="print-tokens">
            <h2 id="print-tokens">{cx.t("tokens-title")}</h2>
            <p class="measure">{cx.t("tokens-lead")}</p>
            <p>{cx.tn("tokens-printed", view.printed)}</p>
            <form class="form" method="post" action=cx.here() novalidate=true>
                {forms::form_id(form)}
                {many}
                {forms::act("btn btn-primary", "do", "print", cx.t("tokens-print").into_any())}
            </form>
            {again}
        </section>
    }
    .into_any()
}

/// The address of the session, to be read from paper.
fn address(cx: &PageContext<'_>, view: &SessionPack) -> String {
    format!("{}{}", cx.origin, cx.path(Page::SessionMinutes(view.session.number)))
}

fn tokens(cx: &PageContext<'_>, view: &SessionPack) -> View {
    if view.fresh.is_empty() {
        return ().into_any();
    }
    let address = address(cx, view);
    let list: Vec<View> = view
        .fresh
        .iter()
        .map(|(number, code)| {
            let (number, code) = (number.to_string(), code.clone());
            let title = official(cx, view.session.title.clone());
            view! {
                <li class="token">
                    <p class="token-number">{number}</p>
                    <p class="token-title">{title}</p>
                    <p class="token-code">{code}</p>
                    <p class="token-words">{cx.t("token-words")}</p>
                    {qr(cx, &address)}
                </li>
            }
            .into_any()
        })
        .collect();
    view! {
        <section class="sheet" aria-labelledby="tokens">
            <h2 class="no-print" id="tokens">{cx.t("tokens-sheet")}</h2>
            <ul class="tokens" role="list">{list}</ul>
        </section>
    }
    .into_any()
}

/// Large ballots for the dots: what is on the wall, or empty lines.
fn ballots(cx: &PageContext<'_>, view: &SessionPack) -> View {
    if view.plan.dots_each == 0 {
        return ().into_any();
    }
    let each = view.plan.dots_each;
    let lead = cx.tw("ballot-lead", &[("each", each.into()), ("most", view.plan.dots_most.into())]);
    let boxes = || -> Vec<View> {
        (0..view.plan.dots_most.min(each))
            .map(|_| view! { <span class="dot-box"></span> }.into_any())
            .collect()
    };
    let rows: Vec<View> = if view.cards.is_empty() {
        (1..=15)
            .map(|n| {
                let n: i32 = n;
                view! { <li><span class="ballot-words">{n}"."</span>{boxes()}</li> }.into_any()
            })
            .collect()
    } else {
        view.cards
            .iter()
            .map(|(number, said)| {
                let said = format!("{number}. {said}");
                view! { <li><span class="ballot-words">{said}</span>{boxes()}</li> }.into_any()
            })
            .collect()
    };
    let title = official(cx, view.session.title.clone());
    view! {
        <section class="sheet sheet--large" aria-labelledby="ballot">
            <h2 id="ballot">{cx.t("ballot-sheet")}</h2>
            <p>{title}</p>
            <p>{lead}</p>
            <ul class="ballot-rows" role="list">{rows}</ul>
        </section>
    }
    .into_any()
}

fn poster(cx: &PageContext<'_>, view: &SessionPack) -> View {
    let address = format!("{}{}", cx.origin, cx.path(Page::Session(view.session.number)));
    let (title, question, place) = (
        official(cx, view.session.title.clone()),
        official(cx, view.plan.question.clone()),
        official(cx, view.session.place.clone()),
    );
    let offered = (!view.plan.access.is_empty()).then(|| {
        let list = access(cx, &view.plan.access);
        view! { <p>{cx.t("session-access")}": "{list}</p> }
    });
    view! {
        <section class="sheet sheet--poster" aria-labelledby="poster">
            <h2 class="no-print" id="poster">{cx.t("poster-sheet")}</h2>
            <p class="poster-title">{title}</p>
            <p class="poster-question">{question}</p>
            <p class="poster-when">{when(cx, &view.session)}</p>
            <p class="poster-when">{place}</p>
            {offered}
            <p>{cx.t("poster-words")}</p>
            {qr(cx, &address)}
        </section>
    }
    .into_any()
}

/// For the door: numbers of registrations and what they need; lines for signatures stay on paper.
fn sign_in(cx: &PageContext<'_>, view: &SessionPack) -> View {
    let rows: Vec<View> = view
        .registered
        .iter()
        .map(|(number, needs)| {
            let (number, needs) = (number.to_string(), access(cx, needs));
            view! {
                <tr><th scope="row">{number}</th><td></td><td>{needs}</td><td></td></tr>
            }
            .into_any()
        })
        .chain(
            (0..10).map(|_| view! { <tr><td>" "</td><td></td><td></td><td></td></tr> }.into_any()),
        )
        .collect();
    view! {
        <div class="sheet">
            <h2 id="sign-in-sheet">{cx.t("sign-in-sheet")}</h2>
            <p>{cx.t("sign-in-sheet-privacy")}</p>
            <div class="table-scroll" tabindex="0" role="region" aria-labelledby="sign-in-sheet">
                <table class="table table-dense">
                    <thead>
                        <tr>
                            <th scope="col">{cx.t("sign-in-registration")}</th>
                            <th scope="col">{cx.t("sign-in-token")}</th>
                            <th scope="col">{cx.t("sign-in-needs")}</th>
                            <th scope="col">{cx.t("sign-in-signature")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </div>
    }
    .into_any()
}

fn agenda(cx: &PageContext<'_>, view: &SessionPack) -> View {
    let steps: Vec<View> = view
        .agenda
        .iter()
        .map(|(at, step)| {
            let time = format::time(cx.lang, *at);
            let title = official(cx, step.title.clone());
            let minutes = cx.tn("agenda-minutes-long", step.minutes);
            let (method, owner) =
                (official(cx, step.method.clone()), official(cx, step.owner.clone()));
            view! {
                <tr>
                    <th scope="row">{time}</th>
                    <td>{title}</td>
                    <td>{minutes}</td>
                    <td>{method}</td>
                    <td>{owner}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    view! {
        <div class="sheet">
            <h2 id="team">{cx.t("team-sheet")}</h2>
            <div class="table-scroll" tabindex="0" role="region" aria-labelledby="team">
                <table class="table table-dense">
                    <thead>
                        <tr>
                            <th scope="col">{cx.t("team-time")}</th>
                            <th scope="col">{cx.t("team-step")}</th>
                            <th scope="col">{cx.t("team-minutes")}</th>
                            <th scope="col">{cx.t("team-method")}</th>
                            <th scope="col">{cx.t("team-owner")}</th>
                        </tr>
                    </thead>
                    <tbody>{steps}</tbody>
                </table>
            </div>
        </div>
    }
    .into_any()
}
