//! A round: its question, what can change, how to take part, what was said, its rules.

use domain::faults::Refusal;
use domain::forms::FormState;
use domain::rounds::{Opening, RoundState};
use domain::views::{Desk, RoundAct, RoundPage, SessionCard, Shell};
use leptos::prelude::*;

use crate::format;
use crate::parts::forms::{self, Field, Pick};
use crate::parts::lists::{names, query};
use crate::parts::voice::prose;
use crate::parts::{
    Tone, View, arrow_link, card, chart, counted, date_time, disclosure, empty, icon, meta,
    nothing, notice, official, p, state, words,
};
use crate::render::{Meta, PageContext, document};
use crate::urls::Page;

/// A round; the form is that of its administration.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &RoundPage, form: &FormState) -> String {
    let meta = Meta::new(view.card.round.title.clone())
        .spoken(cx.content_lang())
        .described(view.card.question.clone())
        .under(cx.t("menu-rounds"), cx.path(Page::Rounds))
        .here()
        .faulty(!form.faults.is_empty());
    document(cx, shell, meta, || body(cx, shell, view, form))
}

/// All of the page but what stands around it.
pub(super) fn body(
    cx: &PageContext<'_>,
    shell: &Shell,
    view: &RoundPage,
    form: &FormState,
) -> View {
    let errors = forms::error_summary(cx, form);
    let (head, told) = (head(cx, view), told(cx, view));
    let life = super::round_life::told(cx, view);
    let boxes = boxes(cx, view);
    let method = super::methods::summary(cx, &view.card.round, view.method.as_ref());
    let main =
        vec![method, ways(cx, shell, view), report(cx, view), figures(cx, view), voices(cx, view)];
    let aside = vec![
        statements(cx, view),
        coverage(cx, view),
        unheard(cx, view),
        stages(cx, view),
        sessions(cx, view),
        rules(cx, view),
        ballots(cx, shell, view),
        desk(cx, shell, view),
    ];
    let office = administration(cx, view, form);
    view! {
        {errors}
        <div class="stack-lg">
            {head}
            {told}
            {life}
            {super::round_life::ways_on(cx, view)}
            {boxes}
            <div class="split">
                <div class="stack-lg">{main}</div>
                <aside class="stack">{aside}</aside>
            </div>
            {office}
        </div>
    }
    .into_any()
}

fn head(cx: &PageContext<'_>, view: &RoundPage) -> View {
    let badge = state::round(cx, view.card.round.state);
    let kind = cx.coded("round-kind", view.card.round.kind.code());
    let (title, question) = (view.card.round.title.clone(), view.card.question.clone());
    let eyebrow = meta(vec![badge, words(kind), official(cx, title)]);
    let (lang, objective_lang) = (cx.content_lang(), cx.content_lang());
    let objective = view.objective.clone();
    let acts = acts(cx, view);
    let days = days(cx, view);
    view! {
        <div class="split">
            <header class="page-head mb-0">
                <div class="mb-1">{eyebrow}</div>
                <h1 lang=lang>{question}</h1>
                <p class="lead" lang=objective_lang>{objective}</p>
                {acts}
            </header>
            {days}
        </div>
    }
    .into_any()
}

fn days(cx: &PageContext<'_>, view: &RoundPage) -> View {
    let window = super::rounds::window(cx, &view.card);
    let body = match view.card.round.state {
        RoundState::Open => super::home::days(cx, &view.card),
        RoundState::Scheduled => {
            let opens = format::moment(cx.lang, view.card.opens);
            p(cx.tw("opens-on", &[("date", opens.into())]))
        }
        RoundState::Suspended => {
            let closes = format::deadline(cx.lang, view.card.closes);
            p(cx.tw("round-suspended-until", &[("date", closes.into())]))
        }
        RoundState::Draft
        | RoundState::Closed
        | RoundState::InSynthesis
        | RoundState::GivenBack
        | RoundState::Archived => {
            let closed = format::deadline(cx.lang, view.card.closes);
            p(cx.tw("round-closed-on", &[("date", closed.into())]))
        }
    };
    view! { <div class="days">{body}<p>{window}</p></div> }.into_any()
}

/// The buttons: speak where one may, read what was said.
fn acts(cx: &PageContext<'_>, view: &RoundPage) -> View {
    let number = view.card.round.number.to_string();
    let of_round = query(&[(names::ROUND, &number)]);
    let mut buttons: Vec<View> = Vec::new();
    let link = |href: String, words: View, first: bool| {
        let class = if first { "btn btn-primary btn-lg" } else { "btn btn-outline-primary btn-lg" };
        view! { <a class=class href=href>{words}</a> }.into_any()
    };
    if offered(&view.may_need) {
        let words = cx.t("write-a-need").into_any();
        buttons.push(link(cx.path_with(Page::NewNeed, &of_round), words, buttons.is_empty()));
    }
    if offered(&view.may_propose) {
        let words = cx.t("write-a-proposal").into_any();
        buttons.push(link(cx.path_with(Page::NewProposal, &of_round), words, buttons.is_empty()));
    }
    if view.card.contributions > 0 {
        let words = cx.tn("read-texts", view.card.contributions).into_any();
        buttons.push(link(cx.path_with(Page::Search, &of_round), words, buttons.is_empty()));
    }
    let why = match (&view.may_need, &view.may_propose) {
        // Where organisations speak, that nobody writes needs is no news.
        (Err(refusal), Err(_)) if worth_saying(refusal, view) && view.method.is_none() => {
            crate::parts::why_not(cx, refusal)
        }
        _ => nothing(),
    };
    let row = (!buttons.is_empty()).then(|| view! { <div class="button-row">{buttons}</div> });
    view! { {row}{why} }.into_any()
}

/// A button is drawn also for who must sign in first: the form says so and leads back.
fn offered(may: &domain::views::May) -> bool {
    matches!(may, Ok(()) | Err(Refusal::SignInNeeded | Refusal::LevelTooLow { .. }))
}

fn worth_saying(refusal: &Refusal, view: &RoundPage) -> bool {
    view.card.round.state == RoundState::Open && !offered(&Err(refusal.clone()))
}

fn told(cx: &PageContext<'_>, view: &RoundPage) -> View {
    match (view.card.round.state, &view.suspended) {
        (RoundState::Suspended, Some(why)) => {
            let why = official(cx, why.clone());
            notice(cx, Tone::Warning, cx.t("round-suspended"), view! { <p>{why}</p> }.into_any())
        }
        (RoundState::Suspended, None) => {
            notice(cx, Tone::Warning, cx.t("round-suspended"), nothing())
        }
        (RoundState::Closed | RoundState::InSynthesis, _) => {
            let more = if view.unanswered > 0 {
                cx.tn("round-unanswered", view.unanswered)
            } else {
                cx.t("round-all-answered").to_owned()
            };
            notice(cx, Tone::Plain, cx.t("round-closed-next"), p(more))
        }
        (RoundState::GivenBack, _) => {
            let more = view.card.returned.map(|at| {
                let on = format::date(cx.lang, at);
                p(cx.tw("round-returned-on", &[("date", on.into())]))
            });
            notice(cx, Tone::Plain, cx.t("round-given-back"), more.into_any())
        }
        (
            RoundState::Draft | RoundState::Scheduled | RoundState::Open | RoundState::Archived,
            _,
        ) => nothing(),
    }
}

/// What can be changed: by whom it is said, and whether it still can be.
fn open_lead(view: &RoundPage) -> String {
    let over = over(view.card.round.state);
    let heard = takes_voices(view);
    let key = match (over, heard) {
        (false, true) => "frame-open-lead",
        (false, false) => "frame-open-lead-table",
        (true, _) => "frame-open-lead-over",
    };
    key.to_owned()
}

/// Nothing can be said any more.
fn over(state: RoundState) -> bool {
    match state {
        RoundState::Draft | RoundState::Scheduled | RoundState::Open | RoundState::Suspended => {
            false
        }
        RoundState::Closed
        | RoundState::InSynthesis
        | RoundState::GivenBack
        | RoundState::Archived => true,
    }
}

/// Needs or proposals can be written in it, at some time.
fn takes_voices(view: &RoundPage) -> bool {
    let voices = [Opening::Needs, Opening::Proposals];
    view.opened.iter().any(|(opening, _)| voices.contains(opening))
}

fn boxes(cx: &PageContext<'_>, view: &RoundPage) -> View {
    if [&view.given, &view.open, &view.off_limits].iter().all(|list| list.is_empty()) {
        return nothing();
    }
    let frame = |id: &'static str, class: &'static str, name: &str, list: &[String]| {
        if list.is_empty() {
            return nothing();
        }
        let drawn = icon(cx, name, "");
        let lead = if id == "open" { open_lead(view) } else { format!("frame-{id}-lead") };
        let (title, lead) = (cx.coded("frame", id), cx.t(&lead));
        let list: Vec<_> =
            list.iter().map(|one| view! { <li>{one.clone()}</li> }.into_any()).collect();
        view! {
            <section class=class aria-labelledby=id>
                <h3 id=id>{drawn}" "{title}</h3>
                <p>{lead}</p>
                <ul role="list" lang=cx.content_lang()>{list}</ul>
            </section>
        }
        .into_any()
    };
    let given = frame("given", "frame-box", "it-lock", &view.given);
    let open = frame("open", "frame-box frame-box--open", "it-unlocked", &view.open);
    let off = frame("off-limits", "frame-box frame-box--off", "it-ban", &view.off_limits);
    view! {
        <section aria-labelledby="frame">
            <h2 id="frame">{cx.t("frame-title")}</h2>
            <div class="frame-boxes">{given}{open}{off}</div>
        </section>
    }
    .into_any()
}

fn ways(cx: &PageContext<'_>, shell: &Shell, view: &RoundPage) -> View {
    if view.card.round.state != RoundState::Open || !offered(&view.may_need) {
        return nothing();
    }
    let number = view.card.round.number.to_string();
    let online = cx.path_with(Page::NewNeed, &query(&[(names::ROUND, &number)]));
    let desk = cx.tw(
        "way-desk-more",
        &[
            ("office", shell.ambito.office.as_str().into()),
            ("hours", shell.ambito.opening_hours.as_str().into()),
        ],
    );
    let next = view.sessions.iter().find(|session| session.held > cx.now);
    let session = next.map_or_else(
        || cx.t("way-session-more").to_owned(),
        |session| {
            cx.tw(
                "way-session-next",
                &[
                    ("date", format::moment(cx.lang, session.held).into()),
                    ("place", session.place.as_str().into()),
                ],
            )
        },
    );
    let (pencil, desk_icon) = (icon(cx, "it-pencil", ""), icon(cx, "it-pa", ""));
    let (note, group) = (icon(cx, "it-note", ""), icon(cx, "tr-people", ""));
    view! {
        <section aria-labelledby="ways">
            <h2 id="ways">{cx.t("ways-title")}</h2>
            <ul class="ways" role="list">
                <li>
                    {pencil}
                    <h3><a href=online>{cx.t("way-online")}</a></h3>
                    <p>{cx.t("way-online-more")}</p>
                </li>
                <li>{desk_icon}<h3>{cx.t("way-desk")}</h3><p>{desk}</p></li>
                <li>{note}<h3>{cx.t("way-paper")}</h3><p>{cx.t("way-paper-more")}</p></li>
                <li>{group}<h3>{cx.t("way-session")}</h3><p>{session}</p></li>
            </ul>
        </section>
    }
    .into_any()
}

fn report(cx: &PageContext<'_>, view: &RoundPage) -> View {
    let Some(report) = &view.report else { return nothing() };
    let text = prose(cx, report);
    view! {
        <section aria-labelledby="report"><h2 id="report">{cx.t("report-title")}</h2>{text}</section>
    }
    .into_any()
}

fn figures(cx: &PageContext<'_>, view: &RoundPage) -> View {
    if view.figures.is_empty() {
        return nothing();
    }
    let figures = chart::figures(cx, &view.figures, true);
    let all = arrow_link(cx, cx.path(Page::Profile), cx.t("figures-all"));
    view! {
        <section aria-labelledby="figures">
            <div class="band-head"><h2 id="figures">{cx.t("round-figures")}</h2>{all}</div>
            {figures}
        </section>
    }
    .into_any()
}

fn voices(cx: &PageContext<'_>, view: &RoundPage) -> View {
    let number = view.card.round.number.to_string();
    let of_round = query(&[(names::ROUND, &number)]);
    let count = cx.tw(
        if over(view.card.round.state) { "round-said-over" } else { "round-said" },
        &[
            ("needs", i64::try_from(view.needs).unwrap_or(i64::MAX).into()),
            ("proposals", i64::try_from(view.proposals).unwrap_or(i64::MAX).into()),
        ],
    );
    let body = if view.voices.is_empty() {
        let state = view.card.round.state;
        if !takes_voices(view) {
            return nothing();
        }
        let act = offered(&view.may_need)
            .then(|| (cx.t("speak").to_owned(), cx.path_with(Page::NewNeed, &of_round)));
        let key = match state {
            RoundState::Open | RoundState::Suspended => "round-no-voices",
            RoundState::Draft | RoundState::Scheduled => "round-no-voices-before",
            RoundState::Closed
            | RoundState::InSynthesis
            | RoundState::GivenBack
            | RoundState::Archived => "round-no-voices-over",
        };
        empty(cx, cx.t(key), cx.t(&format!("{key}-next")), act)
    } else {
        card::cards(cx, &view.voices)
    };
    let count = (!view.voices.is_empty()).then(|| p(count));
    let all = (!view.voices.is_empty())
        .then(|| arrow_link(cx, cx.path_with(Page::Search, &of_round), cx.t("voices-all")));
    view! {
        <section aria-labelledby="voices">
            <div class="band-head"><h2 id="voices">{cx.t("voices-title")}</h2>{all}{count}</div>
            {body}
        </section>
    }
    .into_any()
}

/// The way to the statements, where there are any.
fn statements(cx: &PageContext<'_>, view: &RoundPage) -> View {
    if view.statements == 0 {
        return nothing();
    }
    let href = cx.path(Page::Statements(view.card.round.number));
    let key = match view.card.round.state {
        RoundState::Draft | RoundState::Scheduled => "round-statements-before",
        RoundState::Open => "round-statements-open",
        RoundState::Suspended | RoundState::Closed => "round-statements-closed",
        RoundState::InSynthesis | RoundState::GivenBack | RoundState::Archived => {
            "round-statements-told"
        }
    };
    let more = cx.tn(key, view.statements);
    let link = arrow_link(cx, href, cx.t(&format!("{key}-link")));
    view! {
        <section class="panel" aria-labelledby="statements">
            <h2 id="statements">{cx.t("round-statements")}</h2>
            <p>{more}</p>
            <p class="mb-0">{link}</p>
        </section>
    }
    .into_any()
}

/// The way to who has been heard.
fn coverage(cx: &PageContext<'_>, view: &RoundPage) -> View {
    if !view.coverage {
        return nothing();
    }
    let href = cx.path(Page::Coverage(view.card.round.number));
    let key = if over(view.card.round.state) { "round-coverage-over" } else { "round-coverage" };
    arrow_link(cx, href, cx.t(key))
}

fn unheard(cx: &PageContext<'_>, view: &RoundPage) -> View {
    if view.unheard.is_empty() {
        return nothing();
    }
    let list: Vec<_> = view
        .unheard
        .iter()
        .map(|(place, said)| {
            let (place, said) = (place.clone(), cx.tn("unheard-count", *said));
            view! { <li><span>{place}</span><span class="heard-none">{said}</span></li> }.into_any()
        })
        .collect();
    view! {
        <section class="panel" aria-labelledby="unheard">
            <h2 id="unheard">{cx.t("unheard-title")}</h2>
            <ul class="heard" role="list">{list}</ul>
            <p class="mt-2">{cx.t("unheard-next")}</p>
        </section>
    }
    .into_any()
}

/// The stages of a round, the present one marked.
fn stages(cx: &PageContext<'_>, view: &RoundPage) -> View {
    let at = match view.card.round.state {
        RoundState::Draft | RoundState::Scheduled => 0,
        RoundState::Open | RoundState::Suspended => 1,
        RoundState::Closed | RoundState::InSynthesis => 2,
        RoundState::GivenBack | RoundState::Archived => 3,
    };
    let opens = format::date(cx.lang, view.card.opens);
    let window = super::rounds::window(cx, &view.card);
    let returned = view.card.returned.map(|at| format::date(cx.lang, at)).unwrap_or_default();
    let steps = [
        ("preparation", cx.tw("stage-until", &[("date", opens.into())])),
        ("collection", window),
        ("synthesis", cx.t("stage-synthesis-more").to_owned()),
        (
            "answers",
            if returned.is_empty() { cx.t("stage-answers-more").to_owned() } else { returned },
        ),
    ];
    let last = steps.len() - 1;
    let steps: Vec<_> = steps
        .into_iter()
        .enumerate()
        .map(|(index, (key, more))| {
            let done = index < at || (at == last && index == last);
            let (class, current) = if done {
                (Some("confirmed"), None)
            } else if index == at {
                (Some("active"), Some("step"))
            } else {
                (None, None)
            };
            let title = cx.coded("round-stage", key);
            view! {
                <li class=class aria-current=current><strong>{title}</strong><span>{more}</span></li>
            }
            .into_any()
        })
        .collect();
    view! {
        <section aria-labelledby="stages">
            <h2 class="h3" id="stages">{cx.t("stages-title")}</h2>
            <ol class="steppers" role="list">{steps}</ol>
        </section>
    }
    .into_any()
}

fn sessions(cx: &PageContext<'_>, view: &RoundPage) -> View {
    if view.sessions.is_empty() {
        return nothing();
    }
    let list: Vec<_> = view.sessions.iter().map(|session| one_session(cx, session)).collect();
    view! {
        <section aria-labelledby="sessions">
            <h2 class="h3" id="sessions">{cx.t("sessions-title")}</h2>
            <ul class="similar" role="list">{list}</ul>
        </section>
    }
    .into_any()
}

fn one_session(cx: &PageContext<'_>, session: &SessionCard) -> View {
    let (title, place) = (official(cx, session.title.clone()), official(cx, session.place.clone()));
    let when = date_time(cx, session.held);
    let present = (session.held <= cx.now).then(|| {
        let words = counted(cx, "session-present", session.present);
        view! { " · "{words} }
    });
    let href = cx.path(Page::Session(session.number));
    view! { <li><a href=href>{title}</a><p>{when}" · "{place}{present}</p></li> }.into_any()
}

fn rules(cx: &PageContext<'_>, view: &RoundPage) -> View {
    let who: Vec<_> = view
        .opened
        .iter()
        .map(|(opening, level)| {
            let what = cx.coded("opening", opening.code());
            let level = cx.coded("level", level.code());
            view! { <li>{what}": "{level}</li> }.into_any()
        })
        .collect();
    let who = disclosure(cx.t("rules-who"), false, view! { <ul>{who}</ul> }.into_any());
    let worth = view.opened.iter().any(|(opening, _)| *opening == Opening::Supports);
    let title = if worth { cx.t("rules-supports") } else { cx.t("rules-decision") };
    let (method, tie) = (cx.coded("vote-method", view.vote_method.code()), view.tie_rule.clone());
    let supports = disclosure(
        title,
        false,
        view! { <p>{method}</p><p lang=cx.content_lang()>{tie}</p> }.into_any(),
    );
    let moderation = disclosure(
        cx.t("rules-moderation"),
        false,
        p(cx.coded("moderation-mode", view.moderation.code())),
    );
    let (plan, areas) = (view.plan.clone(), view.areas.join(", "));
    let about = disclosure(
        cx.t("rules-about"),
        false,
        view! { <div lang=cx.content_lang()><p>{plan}</p><p>{areas}</p></div> }.into_any(),
    );
    view! {
        <section aria-labelledby="rules">
            <h2 class="h3" id="rules">{cx.t("rules-title")}</h2>
            {who}{supports}{moderation}{about}
            {super::round_life::rules_link(cx, view)}
        </section>
    }
    .into_any()
}

/// To its ballots: where there are some, and where they are prepared.
fn ballots(cx: &PageContext<'_>, shell: &Shell, view: &RoundPage) -> View {
    let there = view.ballots;
    let prepares = domain::rounds::kind_opens(view.card.round.kind, Opening::Ballots)
        && view.card.round.state == RoundState::Scheduled
        && shell.viewer.desks.iter().any(|desk| matches!(desk, Desk::Workbench(_)));
    if !there && !prepares {
        return nothing();
    }
    let href = cx.path(Page::Ballots(view.card.round.number));
    let words = if there { cx.t("ballots-link") } else { cx.t("ballots-prepare") };
    view! { <p>{arrow_link(cx, href, words)}</p> }.into_any()
}

fn desk(cx: &PageContext<'_>, shell: &Shell, view: &RoundPage) -> View {
    if !shell.viewer.desks.iter().any(|desk| matches!(desk, Desk::Workbench(_))) {
        return nothing();
    }
    let href = cx.path(Page::Workbench(view.card.round.number));
    let words = cx.t("round-workbench");
    view! { <p><a class="btn btn-outline-primary" href=href>{words}</a></p> }.into_any()
}

/// What the office can do to the round: one form, one act chosen.
fn administration(cx: &PageContext<'_>, view: &RoundPage, form: &FormState) -> View {
    if view.acts.is_empty() {
        return nothing();
    }
    let picks = view
        .acts
        .iter()
        .map(|act| {
            Pick::new(act.code(), cx.coded("act", act.code()))
                .hint(cx.t(&format!("act-{}-hint", act.code())))
        })
        .collect();
    let mut form = form.clone();
    if let ([only], "") = (view.acts.as_slice(), form.fields.text("act")) {
        form.fields.set("act", only.code());
    }
    let radios = forms::radios(cx, &form, Field::new("act", cx.t("administration-what")), picks);
    let mut field = Field::new("text", cx.t("administration-text"));
    let told = |act: &RoundAct| match act {
        RoundAct::Suspend | RoundAct::Recall | RoundAct::Close | RoundAct::GiveBack => true,
        RoundAct::Resume | RoundAct::StartSynthesis => false,
    };
    if !view.acts.iter().any(told) {
        field = field.optional();
    }
    let text = forms::text_area(cx, &form, field.hint(cx.t("administration-text-hint")), 5, false);
    let (id, send) = (forms::form_id(&form), forms::submit(cx.t("administration-send")));
    view! {
        <section class="box no-print" aria-labelledby="administration">
            <h2 id="administration">{cx.t("administration-title")}</h2>
            <form class="form" method="post" action=cx.here() novalidate=true>
                {id}{radios}{text}{send}
            </form>
        </section>
    }
    .into_any()
}
