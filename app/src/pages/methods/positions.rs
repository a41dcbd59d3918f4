//! Positions of organisations: favourable, with reserve, against, each with its reason.

use domain::forms::FormState;
use domain::methods::positions::{Stance, WHOLE};
use domain::views::{PositionView, PositionsPage, Shell, StandingView, StatedView, SubjectView};
use leptos::prelude::*;

use super::{eyebrow, one_of, speaks_for, stance, stances, under};
use crate::format;
use crate::parts::forms::{self, Field, Pick};
use crate::parts::voice::{Size, voice};
use crate::parts::{
    Tone, View, arrow_link, date, disclosure, empty, meta, next, nothing, notice, official,
    page_head, state, why_not, words,
};
use crate::render::{PageContext, document};
use crate::urls::Page;

/// Positions in a round.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &PositionsPage, form: &FormState) -> String {
    let meta = under(cx, cx.t("positions-title"), &view.round)
        .described(cx.t("positions-lead"))
        .faulty(!form.faults.is_empty());
    document(cx, shell, meta, || body(cx, view, form))
}

fn body(cx: &PageContext<'_>, view: &PositionsPage, form: &FormState) -> View {
    let errors = forms::error_summary(cx, form);
    let said = view.subjects.iter().any(|subject| !subject.positions.is_empty());
    let subjects: Vec<View> = view
        .subjects
        .iter()
        .filter(|subject| subject.key == WHOLE || !subject.positions.is_empty())
        .map(|one| subject(cx, view, one, form, said))
        .collect();
    let draft = (view.version > 0).then(|| {
        arrow_link(cx, cx.path(Page::Priorities(view.round.number)), cx.t("positions-draft"))
    });
    let why = match &view.may_state {
        Err(refusal) => why_not(cx, refusal),
        Ok(()) => nothing(),
    };
    view! {
        {errors}
        {page_head(
            Some(eyebrow(cx, &view.round)),
            cx.t("positions-title"),
            Some(cx.t("positions-lead").to_owned()),
        )}
        <div class="split">
            <div class="stack">
                <div>{draft}{why}</div>
                {subjects}
                {form_to_state(cx, view, form)}
            </div>
            <aside class="stack">{silent(cx, view)}</aside>
        </div>
    }
    .into_any()
}

fn subject_title(cx: &PageContext<'_>, one: &SubjectView) -> String {
    match (one.key, one.number) {
        (WHOLE, _) => cx.t("positions-whole").to_owned(),
        (_, Some(number)) => cx.tw("paragraph", &[("number", number.into())]),
        (_, None) => cx.t("positions-gone").to_owned(),
    }
}

fn subject(
    cx: &PageContext<'_>,
    view: &PositionsPage,
    one: &SubjectView,
    form: &FormState,
    said: bool,
) -> View {
    let id = format!("oggetto-{}", one.key);
    let title = subject_title(cx, one);
    let excerpt = (!one.text.is_empty()).then(|| {
        let text = official(cx, one.text.clone());
        view! { <p class="muted">{text}</p> }
    });
    let list = if one.positions.is_empty() {
        let key = if said { "positions-none-whole" } else { "positions-none" };
        empty(cx, cx.t(key), cx.t("positions-none-next"), None)
    } else {
        let list: Vec<View> =
            one.positions.iter().map(|position| entry(cx, view, one, position, form)).collect();
        view! { <ul class="positions" role="list">{list}</ul> }.into_any()
    };
    view! {
        <section aria-labelledby=id.clone()>
            <h2 id=id.clone()>{title}</h2>
            {excerpt}
            {stances(cx, one.stances)}
            {list}
        </section>
    }
    .into_any()
}

/// The position of one organisation, with what can be done about it.
fn entry(
    cx: &PageContext<'_>,
    view: &PositionsPage,
    one: &SubjectView,
    position: &PositionView,
    form: &FormState,
) -> View {
    let name = official(cx, position.organisation.name.clone());
    let mine = view.may_state.is_ok()
        && view.organisations.iter().any(|of| of.code == position.organisation.code);
    let shown = match &position.standing {
        StandingView::Stated(said) => {
            let settled = position.settled.as_ref().map(|why| {
                let why = official(cx, why.clone());
                view! { <p class="small">{cx.t("position-settled")}" "{why}</p> }
            });
            let back = mine.then(|| act(cx, view, one, position, "take-back", form));
            view! { {statement(cx, said)}{settled}{back} }.into_any()
        }
        StandingView::Silent => {
            state::badge(cx, "state state--quiet", "it-minus-circle", cx.t("position-taken-back"))
        }
        StandingView::Disputed(several) => {
            let list: Vec<View> = several
                .iter()
                .map(|said| {
                    let said = statement(cx, said);
                    view! { <li>{said}</li> }.into_any()
                })
                .collect();
            let back = mine.then(|| act(cx, view, one, position, "take-back", form));
            let settle = view.may_settle.is_ok().then(|| settle(cx, one, position, several, form));
            let told = view! { <p>{cx.t("position-disputed-next")}</p> }.into_any();
            let told = notice(cx, Tone::Warning, cx.t("position-disputed"), told);
            view! { {told}<ul class="similar" role="list">{list}</ul>{back}{settle} }.into_any()
        }
        StandingView::ToConfirm(said) => {
            let told = view! { <p>{cx.t("position-to-confirm-next")}</p> }.into_any();
            let told = notice(cx, Tone::Warning, cx.t("position-to-confirm"), told);
            let confirm = mine.then(|| act(cx, view, one, position, "confirm", form));
            view! { {told}{statement(cx, said)}{confirm} }.into_any()
        }
        StandingView::Lapsed(said) => {
            let told = view! { <p>{cx.t("position-lapsed-more")}</p> }.into_any();
            let told = notice(cx, Tone::Plain, cx.t("position-lapsed"), told);
            view! { {told}{statement(cx, said)} }.into_any()
        }
    };
    let earlier = (!position.earlier.is_empty()).then(|| {
        let list: Vec<View> = position
            .earlier
            .iter()
            .map(|said| {
                let said = statement(cx, said);
                view! { <li>{said}</li> }.into_any()
            })
            .collect();
        let body = view! { <ol class="similar" role="list">{list}</ol> }.into_any();
        disclosure(cx.tn("positions-earlier", position.earlier.len()), false, body)
    });
    view! { <li><h3>{name}</h3>{shown}{earlier}</li> }.into_any()
}

fn statement(cx: &PageContext<'_>, said: &StatedView) -> View {
    let at = date(cx, said.at);
    let Some(of) = said.stance else {
        let badge =
            state::badge(cx, "state state--quiet", "it-minus-circle", cx.t("position-taken-back"));
        return meta(vec![badge, at]);
    };
    let mut about = vec![stance(cx, of), at];
    if said.version > 0 {
        about.push(words(cx.tw("position-version", &[("version", said.version.into())])));
    }
    let moved = said.moved.then(|| view! { <p class="small muted">{cx.t("position-moved")}</p> });
    let reason = voice(&said.reason, cx.content, Size::Plain);
    view! { {meta(about)}{reason}{moved} }.into_any()
}

/// A button of who speaks for an organisation: take back, confirm.
fn act(
    cx: &PageContext<'_>,
    view: &PositionsPage,
    one: &SubjectView,
    position: &PositionView,
    what: &'static str,
    form: &FormState,
) -> View {
    let hidden = vec![
        forms::form_id(form),
        forms::hidden_field("organisation", position.organisation.code.clone()),
        forms::hidden_field("subject", one.key.to_string()),
        forms::hidden_field("version", view.version.to_string()),
    ];
    let key = if what == "confirm" { "position-confirm" } else { "position-take-back" };
    let send = forms::act("btn btn-outline-primary", "do", what, cx.t(key).into_any());
    view! { <form method="post" action=cx.here() class="no-print mt-2">{hidden}{send}</form> }
        .into_any()
}

/// For the Coordinatore: which of two stands.
fn settle(
    cx: &PageContext<'_>,
    one: &SubjectView,
    position: &PositionView,
    several: &[StatedView],
    form: &FormState,
) -> View {
    let about = format!("{}-{}", one.key, position.organisation.code);
    let (own, mine) = one_of(form, &about);
    let id = |name: &str| if mine { name.to_owned() } else { format!("{name}-{about}") };
    let picks = several
        .iter()
        .map(|said| {
            let stance = said.stance.map_or("", |of| cx.coded("stance", of.code()));
            let on = format::date(cx.lang, said.at);
            Pick::new(
                said.id.to_string(),
                cx.tw("position-of", &[("stance", stance.into()), ("date", on.into())]),
            )
        })
        .collect();
    let which = Field::new("statement", cx.t("position-which")).id(id("statement"));
    let which = forms::radios(cx, &own, which, picks);
    let reason = Field::new("reason", cx.t("position-settle-reason")).id(id("reason"));
    let reason = forms::text_area(cx, &own, reason, 3, false);
    let (hidden, about) = (forms::form_id(form), forms::hidden_field("about", about));
    let send = forms::act("btn btn-primary", "do", "settle", cx.t("position-settle").into_any());
    let body = view! {
        <form class="form" method="post" action=cx.here() novalidate=true>
            {hidden}{about}{which}{reason}{send}
        </form>
    };
    disclosure(cx.t("position-settle-title"), mine, body.into_any())
}

/// The form to state a position.
fn form_to_state(cx: &PageContext<'_>, view: &PositionsPage, form: &FormState) -> View {
    if view.may_state.is_err() {
        return nothing();
    }
    let (own, _) = if form.fields.has("about") { one_of(form, "") } else { (form.clone(), true) };
    let mut filled = own;
    if !filled.fields.has("subject") {
        filled.fields.set("subject", WHOLE.to_string());
    }
    let who = speaks_for(cx, &filled, &view.organisations);
    let options: Vec<(String, String)> = view
        .subjects
        .iter()
        .filter(|one| one.key == WHOLE || one.number.is_some())
        .map(|one| {
            let words = match one.text.as_str() {
                "" => subject_title(cx, one),
                text => format!("{}: {}", subject_title(cx, one), format::cut(text, 60)),
            };
            (one.key.to_string(), words)
        })
        .collect();
    let subject = if options.len() > 1 {
        let field = Field::new("subject", cx.t("position-subject"));
        forms::select(cx, &filled, field, vec![(String::new(), options)])
    } else {
        forms::hidden_field("subject", WHOLE.to_string())
    };
    let picks = Stance::ALL
        .iter()
        .map(|one| {
            Pick::new(one.code(), cx.coded("stance", one.code()))
                .hint(cx.coded("stance-hint", one.code()))
        })
        .collect();
    let choice = forms::radios(cx, &filled, Field::new("stance", cx.t("position-stance")), picks);
    // Its id is that of the form in which something is wrong.
    let settling = !form.fields.text("about").is_empty();
    let reason = Field::new("reason", cx.t("position-reason"))
        .id(if settling { "reason-state" } else { "reason" })
        .hint(cx.t("position-reason-hint"))
        .most(domain::methods::REASON_MOST);
    let reason = forms::text_area(cx, &filled, reason, 5, true);
    let hidden =
        vec![forms::form_id(&filled), forms::hidden_field("version", view.version.to_string())];
    let closes = format::deadline(cx.lang, view.closes);
    let then = next(cx, cx.tw("position-next", &[("date", closes.into())]));
    let send = forms::act("btn btn-primary", "do", "state", cx.t("position-send").into_any());
    view! {
        <section class="box no-print" aria-labelledby="state">
            <h2 id="state">{cx.t("position-form-title")}</h2>
            <form class="form" method="post" action=cx.here() novalidate=true>
                {hidden}{who}{subject}{choice}{reason}{then}{send}
            </form>
        </section>
    }
    .into_any()
}

fn silent(cx: &PageContext<'_>, view: &PositionsPage) -> View {
    if !view.by_invitation {
        return nothing();
    }
    let body = if view.silent.is_empty() {
        view! { <p>{cx.t("positions-silent-none")}</p> }.into_any()
    } else {
        let list: Vec<View> = view
            .silent
            .iter()
            .map(|one| {
                let name = official(cx, one.name.clone());
                view! { <li>{name}</li> }.into_any()
            })
            .collect();
        view! { <ul class="similar" role="list">{list}</ul> }.into_any()
    };
    let guests = arrow_link(cx, cx.path(Page::Guests(view.round.number)), cx.t("method-guests"));
    view! {
        <section class="panel" aria-labelledby="silent">
            <h2 id="silent">{cx.t("positions-silent")}</h2>
            {body}
            <p class="mt-2">{guests}</p>
        </section>
    }
    .into_any()
}

/// Positions as a table, for minutes: who, what, why.
pub(super) fn table(cx: &PageContext<'_>, positions: &[PositionView]) -> View {
    let rows: Vec<View> = positions
        .iter()
        .map(|position| {
            let name = official(cx, position.organisation.name.clone());
            let (stood, said) = match &position.standing {
                StandingView::Stated(said) => (said.stance.map(|of| stance(cx, of)), Some(said)),
                StandingView::Disputed(_) => (Some(words(cx.t("position-disputed"))), None),
                StandingView::ToConfirm(said) => {
                    (Some(words(cx.t("position-to-confirm"))), Some(said))
                }
                StandingView::Lapsed(said) => (Some(words(cx.t("position-lapsed"))), Some(said)),
                StandingView::Silent => (Some(words(cx.t("position-taken-back"))), None),
            };
            let reason = said.map(|said| voice(&said.reason, cx.content, Size::Plain));
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    <td data-label=cx.t("position-column")>{stood}</td>
                    <td data-label=cx.t("reason-column")>{reason}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    view! {
        <table class="table table--cards">
            <caption>{cx.t("positions-caption")}</caption>
            <thead>
                <tr>
                    <th scope="col">{cx.t("organisation-column")}</th>
                    <th scope="col">{cx.t("position-column")}</th>
                    <th scope="col">{cx.t("reason-column")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}
