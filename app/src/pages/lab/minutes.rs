//! Minutes of a session: written at the desk, corrected by who was there, then read by all.
//!
//! The code of a token travels in the body of forms only: never in an address or a history.

use domain::faults::Refusal;
use domain::forms::FormState;
use domain::lab::SessionState;
use domain::lab::minutes::{CORRECTION_MOST, Outline, REASON_MOST};
use domain::views::{
    Correction, MinutesReading, SessionMinutes, SessionMinutesDesk, SessionMinutesPage, Shell,
};
use leptos::prelude::*;

use super::{at_work, eyebrow, under};
use crate::format;
use crate::parts::forms::{self, Field, Pick};
use crate::parts::voice::prose;
use crate::parts::{
    Tone, View, arrow_link, date, disclosure, next, nothing, notice, official, p, page_head,
    people, state, why_not, words,
};
use crate::render::{PageContext, document};
use crate::texts::Texts;
use crate::urls::{Lang, Page};

/// What of the minutes is sent by which button.
pub const ACT: &str = "do";

/// The language in which the institution writes here.
fn written_in(cx: &PageContext<'_>) -> Lang {
    Lang::ALL.iter().copied().find(|lang| lang.code() == cx.content).unwrap_or(cx.lang)
}

/// A first draft in words, in the language of the institution: to be corrected by who was there
/// to hear.
pub fn composed(cx: &PageContext<'_>, of: &Outline) -> String {
    let lang = written_in(cx);
    let texts = Texts::of(lang);
    let cx = &PageContext { lang, ..*cx };
    let mut whole = vec![texts.with(
        "lab-minutes-begin",
        &[
            ("place", of.place.as_str().into()),
            ("date", format::moment(lang, of.starts).into()),
            ("people", people(cx, of.present).into()),
        ],
    )];
    if !of.question.is_empty() {
        whole
            .push(texts.with("lab-minutes-question", &[("question", of.question.as_str().into())]));
    }
    if !of.agenda.is_empty() {
        let steps = of.agenda.iter().map(|(at, title)| {
            let hour = format::local(*at).format("%H:%M");
            format!("- {hour} – {title}")
        });
        whole.push(format!("## {}", texts.get("lab-minutes-agenda")));
        whole.push(steps.collect::<Vec<_>>().join("\n"));
    }
    if !of.columns.is_empty() {
        whole.push(format!("## {}", texts.get("lab-minutes-wall")));
    }
    for column in &of.columns {
        let title = match column.title.as_str() {
            "" => texts.get("lab-no-column"),
            title => title,
        };
        let cards = column.cards.iter().map(|(said, dots)| match dots {
            Some(dots) => {
                let dots = texts.with("lab-dots", &[("n", (*dots).into())]);
                format!("- «{said}» ({dots})")
            }
            None => format!("- «{said}»"),
        });
        whole.push(format!("### {title}"));
        whole.push(cards.collect::<Vec<_>>().join("\n"));
    }
    if let Some(dots) = of.dots {
        whole.push(super::told::dots_said(cx, dots));
    }
    if !of.made.is_empty() {
        let made = of.made.iter().map(|one| {
            let kind = texts.coded("kind", one.kind.code());
            format!("- {kind} {}: {}", one.number, one.title)
        });
        whole.push(format!("## {}", texts.get("lab-minutes-made")));
        whole.push(made.collect::<Vec<_>>().join("\n"));
    }
    whole.push(format!("## {}", texts.get("lab-minutes-understood")));
    whole.push(texts.get("lab-minutes-understood-here").to_owned());
    whole.join("\n\n")
}

/// The minutes, for who writes them.
pub fn desk(
    cx: &PageContext<'_>,
    shell: &Shell,
    view: &SessionMinutesDesk,
    form: &FormState,
) -> String {
    let meta =
        at_work(cx, cx.t("lab-minutes-title"), &view.session).faulty(!form.faults.is_empty());
    document(cx, shell, meta, || desk_body(cx, view, form))
}

fn desk_body(cx: &PageContext<'_>, view: &SessionMinutesDesk, form: &FormState) -> View {
    let errors = forms::error_summary(cx, form);
    let stale = stale(cx, view, form);
    let head = page_head(Some(eyebrow(cx, &view.session)), cx.t("lab-minutes-title"), None);
    let body = match view.session.state {
        SessionState::Prepared | SessionState::Registering => {
            why_not(cx, &Refusal::SessionStands { state: view.session.state })
        }
        SessionState::Running => end(cx, view, form),
        SessionState::MinutesDraft => view! {
            {write(cx, view, form)}
            {send(cx, view, form)}
            {corrections_desk(cx, view, form)}
            {approve(cx, view, form)}
            {older(cx, &view.versions)}
        }
        .into_any(),
        SessionState::MinutesApproved | SessionState::GivenBack => approved_desk(cx, view),
    };
    view! {
        {errors}
        {stale}
        {head}
        <div class="stack-lg">{body}</div>
    }
    .into_any()
}

fn stale(cx: &PageContext<'_>, view: &SessionMinutesDesk, form: &FormState) -> Option<View> {
    form.fields.has("stale").then(|| {
        let theirs = view.newest().map(|newest| prose(cx, &newest.words));
        let theirs = disclosure(cx.t("lab-minutes-theirs"), true, theirs.into_any());
        let body = view! { <p>{cx.t("minutes-stale-next")}</p>{theirs} }.into_any();
        notice(cx, Tone::Warning, cx.t("minutes-stale"), body)
    })
}

fn end(cx: &PageContext<'_>, view: &SessionMinutesDesk, form: &FormState) -> View {
    if let Err(refusal) = &view.may_end {
        return why_not(cx, refusal);
    }
    view! {
        <section class="measure" aria-labelledby="end">
            <h2 id="end">{cx.t("lab-end")}</h2>
            <p>{cx.t("lab-end-lead")}</p>
            <form class="form" method="post" action=cx.here()>
                {forms::form_id(form)}
                {forms::hidden_field(ACT, "end")}
                {forms::submit(cx.t("lab-end-send"))}
            </form>
        </section>
    }
    .into_any()
}

fn write(cx: &PageContext<'_>, view: &SessionMinutesDesk, form: &FormState) -> View {
    if let Err(refusal) = &view.may_write {
        return why_not(cx, refusal);
    }
    let mut filled = form.clone();
    if !form.fields.has("words") {
        let begun = match view.newest() {
            Some(newest) => newest.words.clone(),
            None => composed(cx, &view.outline),
        };
        filled.fields.set("words", begun);
    }
    let newest = view.newest().map_or(0, |newest| newest.version);
    // What is drawn again because of a fault was still written on the version that was read.
    let read = match form.fields.text("version") {
        read if !read.is_empty() && !form.fields.has("stale") => read.to_owned(),
        _ => newest.to_string(),
    };
    let lead = if newest == 0 { "lab-minutes-first" } else { "lab-minutes-again" };
    let field = Field { lang: cx.content_lang(), ..Field::new("words", cx.t("lab-minutes-words")) }
        .hint(cx.t("lab-minutes-words-hint"));
    let area = forms::text_area(cx, &filled, field, 24, false);
    let why = (newest > 0).then(|| {
        let field = Field { lang: cx.content_lang(), ..Field::new("why", cx.t("lab-minutes-why")) };
        forms::input(cx, &filled, field, "text", false)
    });
    let unwritten = view.to_be_written().then(|| {
        notice(cx, Tone::Warning, cx.t("lab-taken-unwritten"), p(cx.t("lab-taken-unwritten-next")))
    });
    view! {
        <section aria-labelledby="write">
            <h2 id="write">{cx.t("lab-minutes-write")}</h2>
            <p class="measure">{cx.t(lead)}</p>
            {unwritten}
            <form class="form" method="post" action=cx.here() novalidate=true>
                {forms::form_id(form)}
                {forms::hidden_field(ACT, "write")}
                {forms::hidden_field("version", read)}
                {area}
                {why}
                {forms::submit(cx.t("lab-minutes-save"))}
            </form>
        </section>
    }
    .into_any()
}

fn send(cx: &PageContext<'_>, view: &SessionMinutesDesk, form: &FormState) -> View {
    let body = match (view.correct_until, view.newest()) {
        (Some(until), _) => {
            let key = if cx.now < until { "lab-sent-until" } else { "lab-sent-over" };
            let told = cx.tw(key, &[("date", format::deadline(cx.lang, until).into())]);
            let page = arrow_link(
                cx,
                cx.path(Page::SessionMinutes(view.session.number)),
                cx.t("lab-minutes-public"),
            );
            view! { <p>{told}</p><p>{page}</p> }.into_any()
        }
        (None, None) => p(cx.t("lab-send-first")),
        (None, Some(_)) => view! {
            <p>{cx.t("lab-send-lead")}</p>
            <p>{cx.tn("lab-send-linked", view.linked)}</p>
            <form class="form" method="post" action=cx.here()>
                {forms::form_id(form)}
                {forms::hidden_field(ACT, "send")}
                {forms::submit(cx.t("lab-send"))}
            </form>
        }
        .into_any(),
    };
    view! {
        <section class="measure" aria-labelledby="send">
            <h2 id="send">{cx.t("lab-send-title")}</h2>
            {body}
        </section>
    }
    .into_any()
}

/// A correction in words, with its answer.
fn correction(cx: &PageContext<'_>, one: &Correction, below: View) -> View {
    let number = cx.tw("lab-correction-number", &[("number", one.number.into())]);
    let id = format!("correction-{}", one.number);
    let said = one.words.clone();
    let read = cx.tw("lab-correction-read", &[("version", one.version.into())]);
    let answer = one.answer.as_ref().map(|answer| {
        let (class, name, key) = if answer.taken {
            ("state state--good", "it-check-circle", "lab-taken")
        } else {
            ("state state--bad", "it-close-circle", "lab-not-taken")
        };
        let badge = state::badge(cx, class, name, cx.t(key));
        let (reason, at) = (official(cx, answer.reason.clone()), date(cx, answer.at));
        view! { <p class="mb-0">{badge}" "{reason}" "<span class="small muted">{at}</span></p> }
    });
    view! {
        <li id=id>
            <p class="small muted mb-0">{number}" · "{date(cx, one.at)}" · "{read}</p>
            <blockquote class="voice" dir="auto">{said}</blockquote>
            {answer}
            {below}
        </li>
    }
    .into_any()
}

fn corrections_desk(cx: &PageContext<'_>, view: &SessionMinutesDesk, form: &FormState) -> View {
    if view.correct_until.is_none() {
        return nothing();
    }
    let lead =
        if view.corrections.is_empty() { "lab-corrections-none" } else { "lab-corrections-desk" };
    let list: Vec<View> = view
        .corrections
        .iter()
        .map(|one| {
            let below = match (&one.answer, &view.may_write) {
                (None, Ok(())) => answer(cx, one, form),
                _ => nothing(),
            };
            correction(cx, one, below)
        })
        .collect();
    let list = (!list.is_empty()).then(|| view! { <ol class="stack" role="list">{list}</ol> });
    view! {
        <section class="measure" aria-labelledby="corrections">
            <h2 id="corrections">{cx.t("lab-corrections")}</h2>
            <p>{cx.t(lead)}</p>
            {list}
        </section>
    }
    .into_any()
}

fn answer(cx: &PageContext<'_>, one: &Correction, form: &FormState) -> View {
    let number = one.number.to_string();
    let picks = vec![
        Pick::new("1", cx.t("lab-take")).hint(cx.t("lab-take-hint")),
        Pick::new("0", cx.t("lab-not-take")),
    ];
    let field = Field::new(format!("taken-{number}"), cx.t("lab-answer"));
    let taken = forms::radios(cx, form, field, picks);
    let field = Field {
        lang: cx.content_lang(),
        ..Field::new(format!("reason-{number}"), cx.t("lab-answer-reason"))
    }
    .most(REASON_MOST);
    let reason = forms::text_area(cx, form, field, 3, false);
    let label = cx.tw("lab-answer-to", &[("number", one.number.into())]);
    view! {
        <form class="form box" method="post" action=cx.here() novalidate=true aria-label=label>
            {forms::form_id(form)}
            {forms::hidden_field(ACT, "answer")}
            {forms::hidden_field("about", number)}
            {taken}
            {reason}
            {forms::submit(cx.t("lab-answer-send"))}
        </form>
    }
    .into_any()
}

fn approve(cx: &PageContext<'_>, view: &SessionMinutesDesk, form: &FormState) -> View {
    let body = match &view.may_approve {
        Err(refusal) => why_not(cx, refusal),
        Ok(()) => view! {
            <p>{cx.t("lab-approve-lead")}</p>
            <form class="form" method="post" action=cx.here()>
                {forms::form_id(form)}
                {forms::hidden_field(ACT, "approve")}
                {forms::submit(cx.t("lab-approve-send"))}
            </form>
        }
        .into_any(),
    };
    view! {
        <section class="measure" aria-labelledby="approve">
            <h2 id="approve">{cx.t("lab-approve")}</h2>
            {body}
        </section>
    }
    .into_any()
}

fn older(cx: &PageContext<'_>, versions: &[SessionMinutes]) -> View {
    let older: Vec<View> = versions
        .iter()
        .skip(1)
        .map(|one| {
            let number = cx.tw("minutes-version", &[("version", one.version.into())]);
            let why = (!one.why.is_empty()).then(|| view! { " · "{official(cx, one.why.clone())} });
            view! {
                <p class="small muted">{number}" · "{date(cx, one.at)}{why}</p>
                {prose(cx, &one.words)}
            }
            .into_any()
        })
        .collect();
    if older.is_empty() {
        return nothing();
    }
    disclosure(cx.tn("minutes-earlier", older.len()), false, older.into_any())
}

fn approved_desk(cx: &PageContext<'_>, view: &SessionMinutesDesk) -> View {
    let minutes = view.newest().map(|newest| prose(cx, &newest.words));
    let none = view.newest().is_none().then(|| p(cx.t("lab-never-written")));
    let public = cx.path(Page::SessionMinutes(view.session.number));
    let report = cx.path(Page::SessionReportDesk(view.session.number));
    view! {
        <p>{arrow_link(cx, report, cx.t("lab-report-title"))}</p>
        <p>{arrow_link(cx, public, cx.t("lab-minutes-public"))}</p>
        {none}
        {minutes}
        {asked(cx, &view.corrections)}
        {older(cx, &view.versions)}
    }
    .into_any()
}

/// The minutes, for who was there and then for all. `code` is the one they gave, to be sent again
/// with what they write.
pub fn page(
    cx: &PageContext<'_>,
    shell: &Shell,
    view: &SessionMinutesPage,
    form: &FormState,
) -> String {
    let title = match view.reading {
        MinutesReading::Approved { .. } | MinutesReading::NeverWritten => "lab-minutes-title",
        MinutesReading::NotYet | MinutesReading::AskCode { .. } | MinutesReading::Draft { .. } => {
            "lab-understood"
        }
    };
    let mut meta = under(cx, cx.t(title), &view.session).faulty(!form.faults.is_empty());
    if !matches!(view.reading, MinutesReading::Approved { .. }) {
        meta = meta.private();
    }
    document(cx, shell, meta, || body(cx, view, form, cx.t(title)))
}

fn body(
    cx: &PageContext<'_>,
    view: &SessionMinutesPage,
    form: &FormState,
    title: &'static str,
) -> View {
    let errors = forms::error_summary(cx, form);
    let head = page_head(Some(eyebrow(cx, &view.session)), title, None);
    let content = match &view.reading {
        MinutesReading::NotYet => {
            let when = notice(cx, Tone::Plain, cx.t("lab-not-yet"), p(cx.t("lab-not-yet-next")));
            view! { {when}{what_code(cx)} }.into_any()
        }
        MinutesReading::AskCode { until } => ask_code(cx, *until, form),
        MinutesReading::Draft { minutes, until, may_correct } => {
            draft(cx, view, (minutes, *until, may_correct), form)
        }
        MinutesReading::Approved { minutes } => view! {
            {prose(cx, &minutes.words)}
            <p class="small muted">{cx.t("lab-approved-after")}" "{date(cx, minutes.at)}</p>
            {asked(cx, &view.corrections)}
        }
        .into_any(),
        MinutesReading::NeverWritten => {
            notice(cx, Tone::Plain, cx.t("lab-never-written"), p(cx.t("lab-never-written-next")))
        }
    };
    view! {
        {errors}
        {head}
        <div class="stack-lg">{content}</div>
    }
    .into_any()
}

fn what_code(cx: &PageContext<'_>) -> View {
    view! {
        <section class="measure" aria-labelledby="what-code">
            <h2 id="what-code" class="h3">{cx.t("lab-code-what")}</h2>
            <p>{cx.t("lab-code-what-more")}</p>
        </section>
    }
    .into_any()
}

fn ask_code(cx: &PageContext<'_>, until: domain::time::Moment, form: &FormState) -> View {
    let told = cx.tw("lab-read-until", &[("date", format::deadline(cx.lang, until).into())]);
    let over = (cx.now >= until).then(|| p(cx.t("lab-read-over")));
    let field =
        Field::new("token_code", cx.t("lab-code")).hint(cx.t("lab-code-hint")).autocomplete("off");
    let code = forms::input(cx, form, field, "text", false);
    view! {
        <div class="measure">
            <p class="lead">{cx.t("lab-read-lead")}</p>
            <p>{told}</p>
            {over}
            <form class="form" method="post" action=cx.here() novalidate=true>
                {forms::hidden_field(ACT, "open")}
                {code}
                {forms::submit(cx.t("lab-code-open"))}
            </form>
        </div>
        {what_code(cx)}
    }
    .into_any()
}

fn draft(
    cx: &PageContext<'_>,
    view: &SessionMinutesPage,
    (minutes, until, may_correct): (&SessionMinutes, domain::time::Moment, &domain::views::May),
    form: &FormState,
) -> View {
    let version = cx.tw("minutes-version", &[("version", minutes.version.into())]);
    let correct = match may_correct {
        Err(refusal) => why_not(cx, refusal),
        Ok(()) => {
            let field = Field::new("correction", cx.t("lab-correction"))
                .hint(cx.t("lab-correction-hint"))
                .most(CORRECTION_MOST);
            let area = forms::text_area(cx, form, field, 5, true);
            let code = match form.fields.text("token_code") {
                "" => nothing(),
                code => forms::hidden_field("token_code", code),
            };
            let until = format::deadline(cx.lang, until);
            let then = next(cx, cx.tw("lab-correction-next", &[("date", until.into())]));
            view! {
                <form class="form" method="post" action=cx.here() novalidate=true>
                    {forms::form_id(form)}
                    {forms::hidden_field(ACT, "correct")}
                    {forms::hidden_field("version", minutes.version.to_string())}
                    {code}
                    {area}
                    {then}
                    {forms::submit(cx.t("lab-correction-send"))}
                </form>
            }
            .into_any()
        }
    };
    view! {
        <p class="lead measure">{cx.t("lab-understood-lead")}</p>
        {prose(cx, &minutes.words)}
        <p class="small muted">{version}" · "{date(cx, minutes.at)}</p>
        <section class="measure" aria-labelledby="correct">
            <h2 id="correct">{cx.t("lab-correct")}</h2>
            {correct}
        </section>
        {asked(cx, &view.corrections)}
    }
    .into_any()
}

/// Corrections that were asked, with their answers; not by whom.
pub(super) fn asked(cx: &PageContext<'_>, corrections: &[Correction]) -> View {
    let list: Vec<View> = corrections
        .iter()
        .map(|one| {
            let waits = match one.answer {
                Some(_) => nothing(),
                None => {
                    let waits = state::badge(cx, "state", "it-clock", cx.t("lab-waits"));
                    view! { <p class="mb-0">{waits}</p> }.into_any()
                }
            };
            correction(cx, one, waits)
        })
        .collect();
    let body = if list.is_empty() {
        words(cx.t("lab-corrections-none")).into_any()
    } else {
        view! { <ol class="stack" role="list">{list}</ol> }.into_any()
    };
    view! {
        <section class="measure" aria-labelledby="asked">
            <h2 id="asked">{cx.t("lab-corrections-asked")}</h2>
            {body}
        </section>
    }
    .into_any()
}
