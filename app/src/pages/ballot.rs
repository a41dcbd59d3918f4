//! A ballot: what is asked, who may vote and until when, how it is counted, the form, one's own
//! vote as it stands.
//!
//! Of a secret ballot nothing is shown before its result is public, to nobody (invariant 14).

pub mod choices;
pub mod desk;
pub mod list;
pub mod preparing;
pub mod result;

use domain::ballots::ballot::Secrecy;
use domain::ballots::tally::OrganisationSays;
use domain::faults::Refusal;
use domain::forms::FormState;
use domain::rounds::{RoundState, VoteMethod};
use domain::suppression::Shown;
use domain::views::{BallotHead, BallotPage, MyVote, OptionLink, Shell};
use leptos::prelude::*;

use crate::format;
use crate::parts::voice::prose;
use crate::parts::{
    Tone, View, arrow_link, card, counted, disclosure, facts, forms, meta, notice, official, p,
    state, why_not, words,
};
use crate::render::{Meta, PageContext, document};
use crate::urls::Page;

/// A ballot; the form is that of the vote.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &BallotPage, form: &FormState) -> String {
    let meta = about(cx, &view.head).faulty(!form.faults.is_empty());
    document(cx, shell, meta, || body(cx, view, form))
}

/// What every page of a ballot says about itself.
fn about(cx: &PageContext<'_>, head: &BallotHead) -> Meta {
    let round = cx.path(Page::Round(head.round.number));
    let list = cx.path(Page::Ballots(head.round.number));
    Meta::new(head.ballot.title.clone())
        .spoken(cx.content_lang())
        .under_spoken(head.round.title.clone(), round, cx.content_lang())
        .under(cx.t("ballots-title"), list)
}

fn body(cx: &PageContext<'_>, view: &BallotPage, form: &FormState) -> View {
    let errors = forms::error_summary(cx, form);
    let head = heading(cx, &view.head, "ballot-number");
    let introduction =
        (!view.head.introduction.is_empty()).then(|| prose(cx, &view.head.introduction));
    let told = told(cx, view);
    let (mine, vote) = (mine(cx, view), vote(cx, view, form));
    let options = options(cx, &view.head, view.may_vote.is_err());
    let (so_far, positions) = (so_far(cx, view), positions(cx, &view.head, &view.positions));
    let aside = aside(cx, view);
    view! {
        {errors}
        {head}
        <div class="split">
            <div class="stack-lg">
                {introduction}
                {told}
                {mine}
                {vote}
                {options}
                {so_far}
                {positions}
            </div>
            <aside class="stack">{aside}</aside>
        </div>
    }
    .into_any()
}

/// Title, state and round; which page of the ballot it is.
fn heading(cx: &PageContext<'_>, head: &BallotHead, which: &str) -> View {
    let number = cx.tw(which, &[("n", head.number.to_string().into())]);
    let eyebrow = meta(vec![
        state::round(cx, head.round.state),
        words(number),
        official(cx, head.round.title.clone()),
    ]);
    crate::parts::page_head_spoken(
        Some(eyebrow),
        head.ballot.title.clone(),
        cx.content_lang(),
        None,
    )
}

/// What there is to know before all else: not open yet, result to read, result to come.
fn told(cx: &PageContext<'_>, view: &BallotPage) -> View {
    let head = &view.head;
    let result = cx.path(Page::BallotResults(head.number));
    match head.round.state {
        RoundState::Draft | RoundState::Scheduled => {
            let opens = format::moment(cx.lang, head.opens);
            let when = p(cx.tw("ballot-opens", &[("date", opens.into())]));
            let edit = view.may_prepare.then(|| {
                let href = cx.path(Page::EditBallot(head.number));
                view! {
                    <div class="button-row">
                        <a class="btn btn-outline-primary" href=href>{cx.t("ballot-edit")}</a>
                    </div>
                }
            });
            notice(cx, Tone::Plain, cx.t("ballot-not-yet"), view! { {when}{edit} }.into_any())
        }
        RoundState::Open => ().into_any(),
        RoundState::Suspended => {
            notice(cx, Tone::Warning, cx.t("round-suspended"), p(cx.t("ballot-suspended")))
        }
        RoundState::Closed => {
            notice(cx, Tone::Plain, cx.t("ballot-closed"), p(cx.t("ballot-closed-next")))
        }
        RoundState::InSynthesis | RoundState::GivenBack | RoundState::Archived => {
            let link = arrow_link(cx, result, cx.t("ballot-result-read"));
            notice(cx, Tone::Plain, cx.t("ballot-closed"), view! { <p>{link}</p> }.into_any())
        }
    }
}

/// One's own votes as they stand, with the way to take them back.
fn mine(cx: &PageContext<'_>, view: &BallotPage) -> View {
    if view.mine.is_empty() {
        return ().into_any();
    }
    let votes: Vec<View> = view.mine.iter().map(|vote| one_of_mine(cx, view, vote)).collect();
    let until = if view.may_vote.is_ok() {
        let closes = format::deadline(cx.lang, view.head.closes);
        cx.tw("ballot-mine-until", &[("date", closes.into())])
    } else if view.head.ballot.secrecy == Secrecy::Named {
        cx.t("ballot-mine-named").to_owned()
    } else {
        cx.t("ballot-mine-closed").to_owned()
    };
    view! {
        <section class="box" aria-labelledby="mine">
            <h2 id="mine">{cx.t("ballot-mine")}</h2>
            {votes}
            <p class="muted mt-2">{until}</p>
        </section>
    }
    .into_any()
}

fn one_of_mine(cx: &PageContext<'_>, view: &BallotPage, vote: &MyVote) -> View {
    let said = choices::told(cx, &view.head.ballot, &vote.choice);
    let whose = vote.organisation.as_ref().map(|(_, name)| {
        let name = name.clone();
        view! { <h3 class="h4">{name}</h3> }
    });
    let withdraw = view.may_vote.is_ok().then(|| {
        let organisation = vote
            .organisation
            .as_ref()
            .map(|(id, _)| forms::hidden_field("organisation", id.to_string()));
        let button =
            forms::act("btn btn-outline-danger", "do", "withdraw", words(cx.t("ballot-withdraw")));
        view! { <form method="post" action=cx.here()>{organisation}{button}</form> }
    });
    view! { {whose}{said}{withdraw} }.into_any()
}

/// The form, or why there is none.
fn vote(cx: &PageContext<'_>, view: &BallotPage, form: &FormState) -> View {
    let ballot = &view.head.ballot;
    match &view.may_vote {
        Ok(()) => {
            let form = choices::prefilled(view, form);
            let fields = choices::fields(cx, ballot, &form);
            let organisation = organisation(cx, view, &form);
            let voted = !view.mine.is_empty();
            let (title, send) = if voted {
                (cx.t("ballot-change"), cx.t("ballot-change-send"))
            } else {
                (cx.t("ballot-vote"), cx.t("ballot-vote-send"))
            };
            let how = choices::how(cx, ballot);
            let next = crate::parts::next(cx, cx.t(secrecy_key("ballot-sent", ballot.secrecy)));
            view! {
                <section aria-labelledby="vote">
                    <h2 id="vote">{title}</h2>
                    <p class="lead">{how}</p>
                    <form class="form" method="post" action=cx.here() novalidate=true>
                        {forms::hidden_field("do", "vote")}
                        {organisation}
                        {fields}
                        {next}
                        <div class="button-row">{forms::submit(send)}</div>
                    </form>
                </section>
            }
            .into_any()
        }
        // Told above already, with what next.
        Err(
            Refusal::Closed { .. }
            | Refusal::NotYetOpen { .. }
            | Refusal::Suspended
            | Refusal::NotOpened,
        ) => ().into_any(),
        Err(refusal) => {
            let why = why_not(cx, refusal);
            let by_code = view.may_by_code.then(|| by_code(cx, view, form));
            view! {
                <section aria-labelledby="vote">
                    <h2 id="vote">{cx.t("ballot-vote")}</h2>
                    {why}
                    {by_code}
                </section>
            }
            .into_any()
        }
    }
}

/// Voting with a code that was handed out: for who has no account, or can't get one.
fn by_code(cx: &PageContext<'_>, view: &BallotPage, form: &FormState) -> View {
    let ballot = &view.head.ballot;
    let sent = matches!(form.fields.text("do"), "vote-code" | "withdraw-code");
    let (how, fields) = (choices::how(cx, ballot), choices::fields(cx, ballot, form));
    let field = forms::Field::new("code", cx.t("ballot-code")).hint(cx.t("ballot-code-hint"));
    let code = forms::input(cx, form, field.autocomplete("off"), "text", false);
    let vote = forms::act("btn btn-primary", "do", "vote-code", words(cx.t("ballot-vote-send")));
    let withdraw =
        forms::act("btn btn-outline-danger", "do", "withdraw-code", words(cx.t("ballot-withdraw")));
    let next = crate::parts::next(cx, cx.t("ballot-code-again"));
    let body = view! {
        <p>{how}</p>
        <form class="form" method="post" action=cx.here() novalidate=true>
            {code}
            {fields}
            {next}
            <div class="button-row">{vote}{withdraw}</div>
        </form>
    }
    .into_any();
    disclosure(cx.t("ballot-code-title"), sent, body)
}

/// For whom one votes: asked only of who speaks for several.
fn organisation(cx: &PageContext<'_>, view: &BallotPage, form: &FormState) -> View {
    match view.organisations.as_slice() {
        [] => ().into_any(),
        [(id, name)] => {
            let said = cx.tw("ballot-for", &[("name", name.as_str().into())]);
            view! {
                {forms::hidden_field("organisation", id.to_string())}
                <p>{said}</p>
            }
            .into_any()
        }
        several => {
            let list = several.iter().map(|(id, name)| (id.to_string(), name.clone())).collect();
            let field = forms::Field::new("organisation", cx.t("ballot-organisation"));
            forms::select(cx, form, field, vec![(String::new(), list)])
        }
    }
}

fn secrecy_key(stem: &str, secrecy: Secrecy) -> &'static str {
    match (stem, secrecy) {
        ("ballot-sent", Secrecy::Secret) => "ballot-sent-segreto",
        ("ballot-sent", Secrecy::Counted) => "ballot-sent-conteggio",
        ("ballot-sent", Secrecy::Named) => "ballot-sent-palese",
        (_, Secrecy::Secret) => "ballot-secrecy-segreto",
        (_, Secrecy::Counted) => "ballot-secrecy-conteggio",
        (_, Secrecy::Named) => "ballot-secrecy-palese",
    }
}

/// What is put to the vote, with what stands behind each.
fn options(cx: &PageContext<'_>, head: &BallotHead, open: bool) -> View {
    let decimals = choices::decimals(&head.ballot.rules);
    let list: Vec<View> = head
        .ballot
        .options
        .iter()
        .map(|option| {
            let title = official(cx, option.title.clone());
            let link = head.links.get(&option.id).map(|link| behind(cx, link));
            let mut more: Vec<View> = Vec::new();
            if let Some(cost) = option.cost {
                more.push(words(choices::money(cx, cost, decimals)));
            }
            if let Some(n) = option.municipalities {
                more.push(words(cx.tn("ballot-municipalities", n)));
            }
            if let Some(n) = option.needs {
                more.push(words(cx.tn("ballot-needs", n)));
            }
            let more = (!more.is_empty()).then(|| meta(more));
            view! { <li><strong>{title}</strong>{link}{more}</li> }.into_any()
        })
        .collect();
    let list = view! { <ul class="similar" role="list">{list}</ul> }.into_any();
    if open {
        view! {
            <section aria-labelledby="options">
                <h2 id="options">{cx.t("ballot-options")}</h2>
                {list}
            </section>
        }
        .into_any()
    } else {
        disclosure(cx.t("ballot-options-more"), false, list)
    }
}

/// Where an option comes from.
fn behind(cx: &PageContext<'_>, link: &OptionLink) -> View {
    let (href, key, number) = match link {
        OptionLink::Contribution(one) => {
            (card::href(cx, one), format!("ballot-link-{}", one.kind.code()), one.number)
        }
        OptionLink::Cluster(one) => {
            (cx.path(Page::Cluster(one.number)), "ballot-link-gruppo".to_owned(), one.number)
        }
        OptionLink::Action(one) => {
            (cx.path(Page::Action(one.number)), "ballot-link-azione".to_owned(), one.number)
        }
    };
    let said = cx.tw(&key, &[("n", number.to_string().into())]);
    view! { " "<a href=href>{said}</a> }.into_any()
}

/// Counts so far, of what is no secret.
fn so_far(cx: &PageContext<'_>, view: &BallotPage) -> View {
    if view.so_far.is_empty() {
        return ().into_any();
    }
    let rows: Vec<View> = view
        .so_far
        .iter()
        .map(|(id, shown)| {
            let title = title_of(&view.head, id);
            let shown = crate::parts::people(cx, *shown);
            view! {
                <tr>
                    <th scope="row" lang=cx.content_lang()>{title}</th>
                    <td class="num" data-label=cx.t("ballot-people")>{shown}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    view! {
        <section aria-labelledby="so-far">
            <h2 id="so-far">{cx.t("ballot-so-far")}</h2>
            <table class="table table--cards">
                <caption>{cx.t("ballot-so-far-caption")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{cx.t("ballot-option")}</th>
                        <th scope="col" class="num">{cx.t("ballot-people")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

/// What an option is called.
fn title_of(head: &BallotHead, id: &str) -> String {
    let found = head.ballot.options.iter().find(|option| option.id == id);
    found.map_or_else(|| id.to_owned(), |option| option.title.clone())
}

/// What each organisation says, with its reason.
fn positions(cx: &PageContext<'_>, head: &BallotHead, all: &[OrganisationSays]) -> View {
    if head.ballot.rules.method() != VoteMethod::Position {
        return ().into_any();
    }
    let list: Vec<View> = all
        .iter()
        .map(|one| {
            let name = one.organisation.clone();
            let says: Vec<View> = one
                .on
                .iter()
                .map(|(id, said)| {
                    let title = official(cx, title_of(head, id));
                    let stance = cx.coded("stance", said.value.code());
                    let reason = said.reason.clone();
                    view! {
                        <div>
                            <dt>{title}</dt>
                            <dd>{stance}<p class="mb-0 small" dir="auto">{reason}</p></dd>
                        </div>
                    }
                    .into_any()
                })
                .collect();
            view! { <li><h3>{name}</h3><dl class="facts">{says}</dl></li> }.into_any()
        })
        .collect();
    let body = if list.is_empty() {
        view! { <p class="muted">{cx.t("ballot-positions-none")}</p> }.into_any()
    } else {
        view! { <ul class="similar" role="list">{list}</ul> }.into_any()
    };
    view! {
        <section aria-labelledby="positions">
            <h2 id="positions">{cx.t("ballot-positions")}</h2>
            {body}
        </section>
    }
    .into_any()
}

/// Who, until when, how secretly, how it is counted, what happens on a tie.
fn aside(cx: &PageContext<'_>, view: &BallotPage) -> View {
    let head = &view.head;
    let ballot = &head.ballot;
    let closes = format::deadline(cx.lang, head.closes);
    let who = if ballot.is_of_organisations() {
        cx.t("ballot-who-organisations").to_owned()
    } else {
        let level = cx.coded("level", ballot.electorate.code());
        cx.tw("ballot-who-people", &[("level", level.into())])
    };
    let mut pairs = vec![
        (cx.t("ballot-who").to_owned(), words(who)),
        (cx.t("ballot-until").to_owned(), words(closes)),
        (
            cx.t("ballot-secrecy").to_owned(),
            words(cx.t(secrecy_key("ballot-secrecy", ballot.secrecy))),
        ),
    ];
    if let Some(turnout) = view.turnout {
        pairs.push((
            cx.t("ballot-turnout").to_owned(),
            words(turnout_words(cx, ballot.is_of_organisations(), turnout)),
        ));
    }
    let count = cx.coded("ballot-count", ballot.rules.method().code());
    let tie = crate::parts::quoting(cx, "ballot-tie-rule", &[], ("body", &head.body));
    if ballot.tokens {
        pairs.push((cx.t("ballot-tokens").to_owned(), words(cx.t("ballot-tokens-more"))));
    }
    let desk = view
        .has_desk
        .then(|| arrow_link(cx, cx.path(Page::BallotDesk(head.number)), cx.t("desk-link")));
    let ties = choices::has_ties(ballot.rules.method()).then(|| {
        view! { <h3 class="h4">{cx.t("ballot-tie")}</h3><p>{tie}</p> }
    });
    view! {
        <section class="panel" aria-labelledby="facts">
            <h2 class="h3" id="facts">{cx.t("ballot-facts")}</h2>
            {facts(false, pairs)}
            {desk.map(|link| view! { <p class="mt-2">{link}</p> })}
        </section>
        <section class="panel" aria-labelledby="count">
            <h2 class="h3" id="count">{cx.t("ballot-count")}</h2>
            <p>{count}</p>
            {ties}
            <p>{cx.t("ballot-recount-later")}</p>
        </section>
    }
    .into_any()
}

/// How many have voted, in words.
fn turnout_words(cx: &PageContext<'_>, organisations: bool, turnout: Shown) -> String {
    match (organisations, turnout) {
        (true, Shown::Exactly(n)) => cx.tn("ballot-voted-organisations", n),
        _ => counted(cx, "ballot-voted", turnout),
    }
}
