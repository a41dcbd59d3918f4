//! The desk of a ballot: handing out paper ballots and codes, and typing what is on paper, by two
//! different people.

use domain::ballots::desk::{Channel, Seen};
use domain::ballots::paper::{Totals, differences};
use domain::forms::FormState;
use domain::views::{DeskPage, PaperCard, Shell, Typed};
use leptos::prelude::*;

use super::{about, choices, heading, title_of};
use crate::format;
use crate::parts::forms::{self, Field, Pick};
use crate::parts::lists::query;
use crate::parts::state::badge;
use crate::parts::{Tone, View, arrow_link, facts, notice, official, p, why_not, words};
use crate::render::{PageContext, document};
use crate::urls::Page;

/// The name of the paper in the address.
pub const PAPER: &str = "scheda";

/// The desk; `code` is one that was just handed out, shown once.
pub fn page(
    cx: &PageContext<'_>,
    shell: &Shell,
    view: &DeskPage,
    form: &FormState,
    code: Option<&str>,
) -> String {
    let ballot = cx.path(Page::Ballot(view.head.number));
    let title = view.head.ballot.title.clone();
    let mut meta = about(cx, &view.head)
        .under_spoken(title.clone(), ballot, cx.content_lang())
        .private()
        .faulty(!form.faults.is_empty());
    meta.title = cx.tw("desk-title", &[("title", title.as_str().into())]);
    meta.lang = None;
    document(cx, shell, meta, || body(cx, view, form, code))
}

fn body(cx: &PageContext<'_>, view: &DeskPage, form: &FormState, code: Option<&str>) -> View {
    let errors = forms::error_summary(cx, form);
    let head = heading(cx, &view.head, "desk-number");
    let back = arrow_link(cx, cx.path(Page::Ballot(view.head.number)), cx.t("result-ballot"));
    let code = code.map(|code| {
        let code = code.to_owned();
        let body = view! {
            <p class="receipt-code">{code}</p>
            <p>{cx.t("desk-code-once")}</p>
        }
        .into_any();
        notice(cx, Tone::Success, cx.t("desk-code"), body)
    });
    let number = |n: u32| words(format::whole(cx.lang, n.into()));
    let handed = facts(
        false,
        vec![
            (cx.t("desk-handed-papers").to_owned(), number(view.handed_papers)),
            (cx.t("desk-handed-codes").to_owned(), number(view.handed_codes)),
        ],
    );
    // Each form has its own part of what was sent.
    let acts = form.fields.text("do");
    let blank = FormState { id: form.id.clone(), ..FormState::default() };
    let (hand, typed) = match acts {
        "hand" => (form, &blank),
        "type" => (&blank, form),
        _ => (form, form),
    };
    let (hand, typing) = (hand_out(cx, view, hand), type_in(cx, view, typed));
    let papers = papers(cx, view);
    view! {
        {errors}
        {code}
        {head}
        <p>{back}</p>
        <div class="split">
            <div class="stack-lg">{hand}{typing}{papers}</div>
            <aside class="stack">
                <section class="panel" aria-labelledby="handed">
                    <h2 class="h3" id="handed">{cx.t("desk-handed")}</h2>
                    {handed}
                    <p>{cx.t("desk-handed-more")}</p>
                </section>
            </aside>
        </div>
    }
    .into_any()
}

fn hand_out(cx: &PageContext<'_>, view: &DeskPage, form: &FormState) -> View {
    let body = match &view.may_hand {
        Err(refusal) => why_not(cx, refusal),
        Ok(()) => {
            let picks = Channel::ALL
                .iter()
                .map(|one| {
                    let hint = cx.coded("desk-channel-hint", one.code());
                    Pick::new(one.code(), cx.coded("desk-channel", one.code())).hint(hint)
                })
                .collect();
            let channel =
                forms::radios(cx, form, Field::new("channel", cx.t("desk-channel")), picks);
            let seen =
                Seen::ALL.iter().filter(|one| **one == Seen::Document || view.head.ballot.tokens);
            let picks = seen
                .map(|one| Pick::new(one.code(), cx.coded("desk-identity", one.code())))
                .collect();
            let identity =
                forms::radios(cx, form, Field::new("identity", cx.t("desk-identity")), picks);
            let field =
                Field::new("email", cx.t("desk-email")).hint(cx.t("desk-email-hint")).optional();
            let email = forms::input(cx, form, field, "email", false);
            view! {
                <form class="form" method="post" action=cx.here() novalidate=true>
                    {forms::form_id(form)}
                    {forms::hidden_field("do", "hand")}
                    {channel}
                    {identity}
                    {email}
                    {forms::submit(cx.t("desk-hand-send"))}
                </form>
            }
            .into_any()
        }
    };
    view! {
        <section aria-labelledby="hand">
            <h2 id="hand">{cx.t("desk-hand")}</h2>
            <p class="measure">{cx.t("desk-hand-lead")}</p>
            {body}
        </section>
    }
    .into_any()
}

fn is_totals(view: &DeskPage) -> bool {
    view.head.ballot.rules.on_paper().is_some()
}

fn type_in(cx: &PageContext<'_>, view: &DeskPage, form: &FormState) -> View {
    if let Err(refusal) = &view.may_type {
        let why = why_not(cx, refusal);
        return view! {
            <section aria-labelledby="type">
                <h2 id="type">{cx.t("desk-type")}</h2>
                {why}
            </section>
        }
        .into_any();
    }
    let typing = view.papers.iter().find(|paper| Some(paper.number) == view.typing);
    let (title, which) = match typing {
        Some(paper) => {
            let title = cx.tw("desk-type-second", &[("label", paper.label.as_str().into())]);
            (title, forms::hidden_field("paper", paper.number.to_string()))
        }
        None => {
            let hint = if is_totals(view) { "desk-label-lot" } else { "desk-label-one" };
            let field = Field::new("label", cx.t("desk-label")).hint(cx.t(hint));
            (cx.t("desk-type").to_owned(), forms::input(cx, form, field, "text", false))
        }
    };
    let fields = if is_totals(view) {
        totals(cx, view, form)
    } else {
        choices::fields(cx, &view.head.ballot, form)
    };
    let lead = if is_totals(view) { "desk-type-lead-lot" } else { "desk-type-lead-one" };
    view! {
        <section aria-labelledby="type">
            <h2 id="type">{title}</h2>
            <p class="measure">{cx.t(lead)}</p>
            <form class="form" method="post" action=cx.here() novalidate=true>
                {forms::hidden_field("do", "type")}
                {which}
                {fields}
                {forms::submit(cx.t("desk-type-send"))}
            </form>
        </section>
    }
    .into_any()
}

/// How many people, what each option has, what was left blank.
fn totals(cx: &PageContext<'_>, view: &DeskPage, form: &FormState) -> View {
    let persons = Field::new("persons", cx.t("desk-persons")).hint(cx.t("desk-persons-hint"));
    let persons = forms::input(cx, form, persons, "text", true);
    let inputs: Vec<View> = view
        .head
        .ballot
        .options
        .iter()
        .map(|option| {
            let field = Field::new(format!("total-{}", option.id), option.title.clone());
            forms::input(cx, form, field, "text", true)
        })
        .collect();
    let each = matches!(view.head.ballot.rules.on_paper(), Some((Some(_), _)));
    let blanks = each.then(|| {
        let field = Field::new("blanks", cx.t("desk-blanks")).hint(cx.t("desk-blanks-hint"));
        forms::input(cx, form, field, "text", true)
    });
    let inputs = choices::whole(
        cx,
        form,
        "totals",
        cx.t("desk-totals"),
        cx.t("desk-totals-hint").to_owned(),
        inputs,
    );
    view! { {persons}{inputs}{blanks} }.into_any()
}

fn papers(cx: &PageContext<'_>, view: &DeskPage) -> View {
    if view.papers.is_empty() {
        return ().into_any();
    }
    let list: Vec<View> = view.papers.iter().map(|paper| one(cx, view, paper)).collect();
    view! {
        <section aria-labelledby="papers">
            <h2 id="papers">{cx.t("desk-papers")}</h2>
            <ul class="similar" role="list">{list}</ul>
        </section>
    }
    .into_any()
}

fn one(cx: &PageContext<'_>, view: &DeskPage, paper: &PaperCard) -> View {
    let label = paper.label.clone();
    let differ = paper.typed.len() > 1;
    let (class, name, key) = match (paper.done, differ) {
        (true, _) => ("state state--good", "it-check-circle", "desk-done"),
        (false, true) => ("state state--warn", "it-warning-circle", "desk-differ"),
        (false, false) => ("state", "it-clock", "desk-waits"),
    };
    let state = badge(cx, class, name, cx.t(key));
    let again = (!paper.done && view.may_type.is_ok()).then(|| {
        let number = paper.number.to_string();
        let href =
            cx.path_with(Page::BallotDesk(view.head.number), &query(&[(PAPER, number.as_str())]));
        let key = if paper.mine { "desk-type-again" } else { "desk-type-too" };
        view! { <p class="mb-0"><a href=href>{cx.t(key)}</a></p> }
    });
    let both = differ.then(|| both(cx, view, &paper.typed));
    view! { <li><strong>{label}</strong>" "{state}{both}{again}</li> }.into_any()
}

/// What two people typed, beside each other, where they differ.
fn both(cx: &PageContext<'_>, view: &DeskPage, typed: &[Typed]) -> View {
    match typed {
        [Typed::Totals(first), Typed::Totals(second), ..] => rows(cx, view, first, second),
        _ => {
            let all: Vec<View> = typed
                .iter()
                .zip(1..)
                .filter_map(|(one, n)| match one {
                    Typed::Choice(choice) => {
                        let said = choices::told(cx, &view.head.ballot, choice);
                        Some(
                            view! { <p class="mb-0">{cx.tn("desk-typist", n)}</p>{said} }
                                .into_any(),
                        )
                    }
                    Typed::Totals(_) => None,
                })
                .collect();
            view! { {p(cx.t("desk-differ-more"))}{all} }.into_any()
        }
    }
}

fn rows(cx: &PageContext<'_>, view: &DeskPage, first: &Totals, second: &Totals) -> View {
    let rows: Vec<View> = differences(first, second)
        .into_iter()
        .map(|one| {
            let what = match one.field.strip_prefix("total-") {
                Some(id) => official(cx, title_of(&view.head, id)),
                None if one.field == "persons" => words(cx.t("desk-persons")),
                None => words(cx.t("desk-blanks")),
            };
            let number = |n: u32| format::whole(cx.lang, n.into());
            let (first, second) = (number(one.first), number(one.second));
            view! {
                <tr>
                    <th scope="row">{what}</th>
                    <td class="num" data-label=cx.tn("desk-typist", 1)>{first}</td>
                    <td class="num" data-label=cx.tn("desk-typist", 2)>{second}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    view! {
        <table class="table table-dense table--cards">
            <caption>{cx.t("desk-differ-more")}</caption>
            <thead>
                <tr>
                    <th scope="col">{cx.t("ballot-option")}</th>
                    <th scope="col" class="num">{cx.tn("desk-typist", 1)}</th>
                    <th scope="col" class="num">{cx.tn("desk-typist", 2)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}
