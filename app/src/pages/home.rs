//! Home of an Ambito: what is open now, how it works, what became of what people said.

use domain::rounds::{Opening, RoundState};
use domain::suppression::Shown;
use domain::views::{AnswerCard, HomePage, Numbers, RoundCard, Shell};
use leptos::prelude::*;

use crate::format;
use crate::parts::voice::{Size, voice};
use crate::parts::{
    View, arrow_link, card, chart, counted, date, empty, facts, official, p, quoting, state, words,
};
use crate::render::{Meta, PageContext, document};
use crate::urls::Page;

/// The home of an Ambito.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &HomePage) -> String {
    let title = shell.ambito.name.clone();
    let meta =
        Meta::new(title).spoken(cx.content_lang()).described(cx.t("home-description")).in_bands();
    document(cx, shell, meta, || body(cx, shell, view))
}

fn body(cx: &PageContext<'_>, shell: &Shell, view: &HomePage) -> View {
    let (hero, how) = (hero(cx, view), how_band(cx));
    let (fates, voices) = (fates(cx, view), voices(cx, view));
    let (figures, last) = (figures(cx, view), last(cx, shell, view));
    view! { {hero}{how}{fates}{voices}{figures}{last} }.into_any()
}

fn hero(cx: &PageContext<'_>, view: &HomePage) -> View {
    match view.open.first() {
        Some(round) => open_hero(cx, view, round),
        None => closed_hero(cx, view),
    }
}

fn open_hero(cx: &PageContext<'_>, view: &HomePage, round: &RoundCard) -> View {
    let badge = state::round(cx, round.round.state);
    let (title, question) = (round.round.title.clone(), round.question.clone());
    let read = cx.path(Page::Round(round.round.number));
    let acts = acts(cx, round, read);
    let days = days(cx, round);
    let so_far = view.open_numbers.as_ref().map(|of| numbers(cx, "home-numbers", of));
    view! {
        <section class="hero" aria-labelledby="question">
            <div class="container-xxl">
                <div class="split">
                    <div>
                        <p class="eyebrow">{badge}" "<span lang=cx.content_lang()>{title}</span></p>
                        <h1 id="question" lang=cx.content_lang()>{question}</h1>
                        <p class="lead">{cx.t("home-lead")}</p>
                        {acts}
                    </div>
                    <div class="days">{days}{so_far.map(p)}</div>
                </div>
            </div>
        </section>
    }
    .into_any()
}

/// The main act is to speak where the method is a consultation; elsewhere, to read first.
fn acts(cx: &PageContext<'_>, round: &RoundCard, read: String) -> View {
    if domain::rounds::kind_opens(round.round.kind, Opening::Needs) {
        let number = round.round.number.to_string();
        let speak = cx.path_with(
            Page::NewNeed,
            &crate::parts::lists::query(&[(crate::parts::lists::names::ROUND, &number)]),
        );
        view! {
            <div class="button-row">
                <a class="btn btn-primary btn-lg" href=speak>{cx.t("speak")}</a>
                <a class="btn btn-outline-primary btn-lg" href=read>{cx.t("read-about")}</a>
            </div>
        }
        .into_any()
    } else {
        view! {
            <div class="button-row">
                <a class="btn btn-primary btn-lg" href=read>{cx.t("read-about")}</a>
            </div>
        }
        .into_any()
    }
}

/// Days left: a large figure, a bar, the date.
pub fn days(cx: &PageContext<'_>, round: &RoundCard) -> View {
    let all = (round.closes - round.opens).num_days().max(1);
    let gone = (cx.now - round.opens).num_days().clamp(0, all);
    let deadline = format::deadline_near(cx.lang, round.closes);
    let closes = cx.tw("closes-on", &[("date", deadline.as_str().into())]);
    let Some(left) = round.days_left else {
        return view! { <p>{closes}</p> }.into_any();
    };
    let told = cx.tw("days-gone", &[("gone", gone.into()), ("all", all.into())]);
    let left = if left > 0 {
        let words = cx.tn("days-left-words", left);
        view! { <p class="days-left"><b>{left.to_string()}</b>" "{words}</p> }.into_any()
    } else {
        view! { <p class="days-left">{cx.t("days-last")}</p> }.into_any()
    };
    view! {
        {left}
        <progress max=all.to_string() value=gone.to_string() aria-label=cx.t("days-label")>
            {told}
        </progress>
        <p class="mt-1 mb-0"><strong>{closes}</strong></p>
    }
    .into_any()
}

/// What was said so far: in a round, or in all of them.
fn numbers(cx: &PageContext<'_>, key: &str, numbers: &Numbers) -> String {
    let mut told = cx.tw(
        key,
        &[
            ("needs", i64::try_from(numbers.needs).unwrap_or(i64::MAX).into()),
            ("proposals", i64::try_from(numbers.proposals).unwrap_or(i64::MAX).into()),
        ],
    );
    if let Some(supporters @ (Shown::Few | Shown::Exactly(_))) = numbers.supporters {
        told.push(' ');
        told.push_str(&counted(cx, "home-supporters", supporters));
    }
    if numbers.answered > 0 {
        told.push(' ');
        told.push_str(&cx.tn("home-answered", numbers.answered));
    }
    told
}

fn closed_hero(cx: &PageContext<'_>, view: &HomePage) -> View {
    let next = view.next.first().map(|round| {
        let opens = quoting(
            cx,
            "home-next",
            &[("date", format::moment(cx.lang, round.opens).into())],
            ("title", &round.round.title),
        );
        view! { <p class="lead">{opens}</p> }
    });
    let underway = (!view.underway.is_empty()).then(|| {
        let list: Vec<_> = view.underway.iter().map(|round| underway(cx, round)).collect();
        view! { <ul class="similar measure" role="list">{list}</ul> }
    });
    let none = (view.next.is_empty() && view.underway.is_empty())
        .then(|| view! { <p class="lead">{cx.t("home-none")}</p> });
    let (read, follow) = (cx.path(Page::Needs), cx.path(Page::Follow));
    let so_far = numbers(cx, "home-numbers-all", &view.numbers);
    view! {
        <section class="hero">
            <div class="container-xxl">
                <h1>{cx.t("home-closed-title")}</h1>
                {underway}
                {next}
                {none}
                <div class="button-row">
                    <a class="btn btn-primary btn-lg" href=read>{cx.t("home-read-voices")}</a>
                    <a class="btn btn-outline-primary btn-lg" href=follow>{cx.t("follow-yours")}</a>
                </div>
                <p class="muted mt-3 mb-0">{so_far}</p>
            </div>
        </section>
    }
    .into_any()
}

/// A round that is not open but not over: suspended, or being answered.
fn underway(cx: &PageContext<'_>, round: &RoundCard) -> View {
    let href = cx.path(Page::Round(round.round.number));
    let title = round.round.title.clone();
    let badge = state::round(cx, round.round.state);
    let told = match round.round.state {
        RoundState::Suspended => cx.t("home-suspended").to_owned(),
        RoundState::Draft
        | RoundState::Scheduled
        | RoundState::Open
        | RoundState::Closed
        | RoundState::InSynthesis
        | RoundState::GivenBack
        | RoundState::Archived => {
            let closed = format::deadline(cx.lang, round.closes);
            cx.tw("home-answering", &[("date", closed.into())])
        }
    };
    view! { <li><a href=href lang=cx.content_lang()>{title}</a>" "{badge}<p>{told}</p></li> }
        .into_any()
}

/// How it works, in three steps.
pub fn how(cx: &PageContext<'_>) -> View {
    view! {
        <ol class="how" role="list">
            <li><h3>{cx.t("how-1")}</h3><p>{cx.t("how-1-more")}</p></li>
            <li><h3>{cx.t("how-2")}</h3><p>{cx.t("how-2-more")}</p></li>
            <li><h3>{cx.t("how-3")}</h3><p>{cx.t("how-3-more")}</p></li>
        </ol>
    }
    .into_any()
}

fn band(id: &'static str, paper: bool, head: View, body: View) -> View {
    let class = if paper { "band band--paper" } else { "band" };
    view! {
        <section class=class aria-labelledby=id>
            <div class="container-xxl"><div class="band-head">{head}</div>{body}</div>
        </section>
    }
    .into_any()
}

fn how_band(cx: &PageContext<'_>) -> View {
    let more = arrow_link(cx, cx.path(Page::How), cx.t("how-more"));
    let head = view! { <h2 id="how">{cx.t("how-title")}</h2>{more} }.into_any();
    band("how", true, head, how(cx))
}

fn fates(cx: &PageContext<'_>, view: &HomePage) -> View {
    let query = crate::parts::lists::query(&[(crate::parts::lists::names::STAGE, "esito")]);
    let all = arrow_link(cx, cx.path_with(Page::Search, &query), cx.t("fates-all"));
    let head = view! {
        <h2 id="fates">{cx.t("fates-title")}</h2>
        {all}
        <p>{cx.t("fates-lead")}</p>
    }
    .into_any();
    let body = if view.answers.is_empty() {
        empty(cx, cx.t("fates-empty"), cx.t("fates-empty-next"), None)
    } else {
        let list: Vec<_> = view.answers.iter().take(3).map(|answer| fate(cx, answer)).collect();
        view! { <ul class="fates" role="list">{list}</ul> }.into_any()
    };
    band("fates", false, head, body)
}

fn fate(cx: &PageContext<'_>, answer: &AnswerCard) -> View {
    let contribution = &answer.contribution;
    let kind = state::kind(cx, contribution.kind);
    let quote = voice(&answer.excerpt, &contribution.language, Size::Card);
    let (when, badge) =
        (date(cx, answer.at), state::outcome(cx, Some(contribution.kind), answer.outcome));
    let told = match &answer.action {
        Some(action) => card::action_link(cx, action),
        None => official(cx, format::cut(&answer.reason, 140)),
    };
    let reason = answer
        .action
        .is_some()
        .then(|| view! { <p class="small">{official(cx, format::cut(&answer.reason, 160))}</p> });
    let thread = cx.path(Page::contribution_thread(contribution.kind, contribution.number));
    let (title, lang) = (card::title(cx, contribution), card::language(contribution));
    let follow = arrow_link(cx, thread, cx.t("follow-thread"));
    view! {
        <li class="fate">
            <ol class="thread thread--tight" role="list">
                <li class="thread-step">
                    <p class="thread-when">{kind}</p>
                    <h3 class="thread-what" lang=lang dir="auto">{title}</h3>
                    {quote}
                </li>
                <li class="thread-step thread-step--now">
                    <p class="thread-when">{when}</p>
                    <p class="fate-outcome">{told}</p>
                    {reason}
                    <p>{badge}</p>
                </li>
            </ol>
            {follow}
        </li>
    }
    .into_any()
}

fn voices(cx: &PageContext<'_>, view: &HomePage) -> View {
    if view.voices.is_empty() {
        return crate::parts::nothing();
    }
    let all = arrow_link(cx, cx.path(Page::Search), cx.t("voices-all"));
    let head = view! { <h2 id="voices">{cx.t("voices-title")}</h2>{all} }.into_any();
    let list: Vec<_> = view.voices.iter().take(6).map(|one| card::card(cx, one)).collect();
    let body = view! { <ul class="entries entries--grid" role="list">{list}</ul> }.into_any();
    band("voices", true, head, body)
}

fn figures(cx: &PageContext<'_>, view: &HomePage) -> View {
    if view.figures.is_empty() {
        return crate::parts::nothing();
    }
    let all = arrow_link(cx, cx.path(Page::Profile), cx.t("figures-all"));
    let head = view! { <h2 id="figures">{cx.t("figures-title")}</h2>{all} }.into_any();
    band("figures", false, head, chart::figures(cx, &view.figures, false))
}

/// Who decides: each with what they do, under the names they have here.
pub fn decide(cx: &PageContext<'_>, shell: &Shell) -> View {
    let labels = &shell.ambito.labels;
    facts(
        false,
        vec![
            (cx.t("decide-reads").to_owned(), words(cx.t("plan-office"))),
            (cx.t("decide-reviews").to_owned(), official(cx, labels.review_body.clone())),
            (cx.t("decide-approves").to_owned(), official(cx, labels.political_body.clone())),
        ],
    )
}

fn last(cx: &PageContext<'_>, shell: &Shell, view: &HomePage) -> View {
    let decide = decide(cx, shell);
    let names = arrow_link(cx, cx.path(Page::Bodies), cx.t("decide-names"));
    let dates = dates(cx, view);
    view! {
        <section class="band band--paper">
            <div class="container-xxl">
                <div class="split split--even">
                    <section aria-labelledby="dates">
                        <h2 id="dates">{cx.t("dates-title")}</h2>
                        {dates}
                    </section>
                    <section aria-labelledby="decide">
                        <h2 id="decide">{cx.t("decide-title")}</h2>
                        {decide}
                        <p class="mt-2">{names}</p>
                    </section>
                </div>
            </div>
        </section>
    }
    .into_any()
}

fn dates(cx: &PageContext<'_>, view: &HomePage) -> View {
    let closing =
        view.open.iter().map(|round| (format::last_day(round.closes), round, "date-closes"));
    let opening = view
        .next
        .iter()
        .map(|round| (format::local(round.opens).date_naive(), round, "date-opens"));
    let mut dates: Vec<_> = closing.chain(opening).collect();
    dates.sort_by_key(|(day, round, _)| (*day, round.round.number));
    if dates.is_empty() {
        return crate::parts::p(cx.t("dates-none"));
    }
    let rows: Vec<_> = dates
        .into_iter()
        .take(5)
        .map(|(day, round, key)| {
            let machine = day.to_string();
            let (number, month) = (format::day_number(cx.lang, day), format::month(cx.lang, day));
            let href = cx.path(Page::Round(round.round.number));
            let title = round.round.title.clone();
            let kind = cx.coded("round-kind", round.round.kind.code());
            let what = cx.t(key);
            view! {
                <li>
                    <time datetime=machine><b>{number}</b>" "{month}</time>
                    <div><h3 lang=cx.content_lang()><a href=href>{title}</a></h3><p>{what}" · "{kind}</p></div>
                </li>
            }
            .into_any()
        })
        .collect();
    view! { <ul class="dates" role="list">{rows}</ul> }.into_any()
}
