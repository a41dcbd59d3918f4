//! What several pages draw. A part is a plain function from values to a view: nothing reactive,
//! nothing loaded, texts through the context.

pub mod bench;
pub mod card;
pub mod changes;
pub mod chart;
pub mod collected;
pub mod diff;
pub mod forms;
pub mod graph;
pub mod handled;
pub mod help;
pub mod links;
pub mod lists;
pub mod merge;
pub mod notes;
pub mod presence;
pub mod qr;
pub mod queue;
pub mod session;
pub mod split;
pub mod state;
pub mod thread;
pub mod voice;

use domain::faults::Refusal;
use domain::merging::bench::Place;
use domain::suppression::Shown;
use leptos::prelude::*;

use crate::format;
use crate::render::PageContext;

/// A view whose type is forgotten: keeps compile times and signatures short.
pub type View = leptos::tachys::view::any_view::AnyView;

/// Nothing.
pub fn nothing() -> View {
    ().into_any()
}

/// An icon of the sprite; `size` is «sm», «xs», «lg» or empty. It says nothing by itself.
pub fn icon(cx: &PageContext<'_>, name: &str, size: &str) -> View {
    let class = match size {
        "sm" => "icon icon-sm",
        "xs" => "icon icon-xs",
        "lg" => "icon icon-lg",
        _ => "icon",
    };
    let href = format!("{}#{name}", cx.assets.url("icons.svg"));
    let drawn = format!("<use href=\"{}\"/>", html_escape::encode_double_quoted_attribute(&href));
    view! { <svg class=class aria-hidden="true" focusable="false" inner_html=drawn></svg> }
        .into_any()
}

/// Words heard, not seen.
pub fn hidden(words: impl Into<String>) -> View {
    let words = words.into();
    view! { <span class="visually-hidden">{words}</span> }.into_any()
}

/// A link with an arrow.
pub fn arrow_link(cx: &PageContext<'_>, href: String, words: impl Into<String>) -> View {
    let words = words.into();
    let arrow = icon(cx, "it-arrow-right", "sm");
    view! { <a class="arrow-link" href=href>{words}" "{arrow}</a> }.into_any()
}

/// Breadcrumb, title and lead of most pages.
pub fn page_head(eyebrow: Option<View>, title: impl Into<String>, lead: Option<String>) -> View {
    page_head_spoken(eyebrow, title, None, lead)
}

/// The same with a title that is not in the language of the page.
pub fn page_head_spoken(
    eyebrow: Option<View>,
    title: impl Into<String>,
    lang: Option<String>,
    lead: Option<String>,
) -> View {
    let title = title.into();
    view! {
        <header class="page-head">
            {eyebrow.map(|words| view! { <div class="eyebrow">{words}</div> })}
            <h1 lang=lang dir="auto">{title}</h1>
            {lead.map(|lead| view! { <p class="lead">{lead}</p> })}
        </header>
    }
    .into_any()
}

/// The tone of a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Something to know.
    Plain,
    /// Something was done.
    Success,
    /// Something to mind.
    Warning,
    /// Something may not be done.
    Refusal,
}

/// A notice: a title, and what else there is to say.
pub fn notice(cx: &PageContext<'_>, tone: Tone, title: impl Into<String>, body: View) -> View {
    let title = title.into();
    let (class, name, role) = match tone {
        Tone::Plain => ("notice", "it-info-circle", None),
        Tone::Success => ("notice notice--success", "it-check-circle", Some("status")),
        Tone::Warning => ("notice notice--warning", "it-warning-circle", None),
        Tone::Refusal => ("notice notice--refusal", "it-ban", Some("alert")),
    };
    let drawn = icon(cx, name, "");
    view! {
        <div class=class role=role>
            {drawn}
            <p class="notice-title">{title}</p>
            {body}
        </div>
    }
    .into_any()
}

/// A paragraph.
pub fn p(words: impl Into<String>) -> View {
    let words = words.into();
    view! { <p>{words}</p> }.into_any()
}

/// Why something may not be done, in words.
pub fn refusal_why(cx: &PageContext<'_>, refusal: &Refusal) -> String {
    let key = format!("refusal-{}", refusal.code());
    match refusal {
        Refusal::LevelTooLow { needed } => {
            cx.tw(&key, &[("level", cx.coded("level", needed.code()).into())])
        }
        Refusal::NotYetOpen { opens } => {
            cx.tw(&key, &[("date", format::moment(cx.lang, *opens).into())])
        }
        Refusal::Closed { closed }
        | Refusal::ObjectionsOver { closed }
        | Refusal::CorrectionsOver { closed }
        | Refusal::CorrectionsOpen { until: closed } => {
            cx.tw(&key, &[("date", format::deadline(cx.lang, *closed).into())])
        }
        Refusal::NotReady { missing } => {
            let missing: Vec<&str> =
                missing.iter().map(|missing| cx.coded("missing", missing.code())).collect();
            cx.tw(&key, &[("missing", missing.join(", ").into())])
        }
        Refusal::NoQuorum { counted, minimum } => {
            cx.tw(&key, &[("counted", (*counted).into()), ("minimum", (*minimum).into())])
        }
        Refusal::RoundNotWhole { gaps } => {
            cx.tw(&key, &[("n", i64::try_from(gaps.len()).unwrap_or(i64::MAX).into())])
        }
        Refusal::Unanswered { left }
        | Refusal::Undecided { left }
        | Refusal::Unassigned { left }
        | Refusal::CorrectionsLeft { left }
        | Refusal::MergesUndecided { left } => cx.tw(&key, &[("n", (*left).into())]),
        Refusal::PartsInUse { clusters } => {
            let named = |number: &i64| cx.tw("graph-cluster", &[("number", (*number).into())]);
            let clusters: Vec<String> = clusters.iter().map(named).collect();
            cx.tw(&key, &[("clusters", clusters.join(", ").into())])
        }
        Refusal::StillOpen { closes } => {
            cx.tw(&key, &[("date", format::deadline(cx.lang, *closes).into())])
        }
        Refusal::EditOver { since: until }
        | Refusal::Claimed { until }
        | Refusal::CommentsSuspended { until } => {
            cx.tw(&key, &[("date", format::moment(cx.lang, *until).into())])
        }
        Refusal::TextElsewhere { text, place } => match place {
            Place::Cluster(number) => {
                let args = [("text", (*text).into()), ("number", (*number).into())];
                cx.tw("refusal-text-elsewhere-cluster", &args)
            }
            Place::Draft(number) => {
                let args = [("text", (*text).into()), ("number", (*number).into())];
                cx.tw("refusal-text-elsewhere-draft", &args)
            }
        },
        Refusal::ChangedSince { act, by } => {
            let by = if by.is_empty() { cx.t("bench-somebody").to_owned() } else { by.clone() };
            cx.tw(&key, &[("act", (*act).into()), ("by", by.into())])
        }
        Refusal::SessionStands { state } => {
            cx.tw(&key, &[("state", cx.coded("session-state", state.code()).into())])
        }
        Refusal::SessionFull { capacity } => cx.tw(&key, &[("capacity", (*capacity).into())]),
        Refusal::SignInNeeded
        | Refusal::DraftEnded
        | Refusal::NotYourRole
        | Refusal::NotYours
        | Refusal::Suspended
        | Refusal::NotOpened
        | Refusal::NotPublic
        | Refusal::AlreadyPublic
        | Refusal::OwnDraft
        | Refusal::Interest
        | Refusal::AlreadyDone
        | Refusal::OwnText
        | Refusal::SameDecider
        | Refusal::SameProposer
        | Refusal::AtTable
        | Refusal::Decided
        | Refusal::DoNotBelong
        | Refusal::DraftFixed
        | Refusal::ParagraphGone
        | Refusal::NotInvited
        | Refusal::NoActivities
        | Refusal::NotApproved
        | Refusal::InUse
        | Refusal::OwnMerge
        | Refusal::NotContested
        | Refusal::MergeNotApplied
        | Refusal::SentBefore
        | Refusal::BallotFrozen
        | Refusal::ResultsLater
        | Refusal::TooFewBallots
        | Refusal::VotedElsewhere
        | Refusal::WallFrozen
        | Refusal::MinutesNotSent
        | Refusal::TooOften => cx.t(&key).to_owned(),
    }
}

/// What to do next after a refusal.
pub fn refusal_next(cx: &PageContext<'_>, refusal: &Refusal) -> &'static str {
    cx.t(&format!("refusal-{}-next", refusal.code()))
}

/// A refusal as a notice: why, and what next.
pub fn refusal(cx: &PageContext<'_>, refusal: &Refusal) -> View {
    let mut body = vec![p(refusal_next(cx, refusal))];
    if matches!(refusal, Refusal::SignInNeeded | Refusal::LevelTooLow { .. }) {
        body.push(sign_in_button(cx));
    }
    if let (Refusal::Unanswered { .. }, Some(crate::urls::Page::Round(number))) = (refusal, cx.page)
    {
        let list = cx.path(crate::urls::Page::Unanswered(number));
        body.push(view! { <p>{arrow_link(cx, list, cx.t("unanswered-who"))}</p> }.into_any());
    }
    notice(cx, Tone::Refusal, refusal_why(cx, refusal), body.into_any())
}

/// A link to sign in and come back here.
pub fn sign_in_button(cx: &PageContext<'_>) -> View {
    let href = sign_in_href(cx);
    view! {
        <div class="button-row">
            <a class="btn btn-outline-primary" href=href>{cx.t("sign-in")}</a>
        </div>
    }
    .into_any()
}

/// The address to sign in and come back here.
pub fn sign_in_href(cx: &PageContext<'_>) -> String {
    let page = crate::urls::Page::SignIn;
    match cx.page {
        None | Some(crate::urls::Page::SignIn) => cx.path(page),
        Some(_) => cx.path_with(page, &lists::query(&[("next", &cx.here())])),
    }
}

/// A short line that says why there is no button, and what next.
pub fn why_not(cx: &PageContext<'_>, refusal: &Refusal) -> View {
    let words = format!("{} {}", refusal_why(cx, refusal), refusal_next(cx, refusal));
    let link = matches!(refusal, Refusal::SignInNeeded).then(|| {
        view! { " "<a href=sign_in_href(cx)>{cx.t("sign-in")}</a> }
    });
    view! { <p class="muted">{words}{link}</p> }.into_any()
}

/// What withdrawing a text does, said before the button that does it: it can't be undone.
pub fn withdrawing(cx: &PageContext<'_>) -> View {
    view! {
        <ul class="measure">
            <li>{cx.t("withdraw-leaves")}</li>
            <li>{cx.t("withdraw-words")}</li>
            <li><strong>{cx.t("withdraw-final")}</strong></li>
        </ul>
    }
    .into_any()
}

/// What happens next, said beside a button.
pub fn next(cx: &PageContext<'_>, words: impl Into<String>) -> View {
    let words = words.into();
    let drawn = icon(cx, "it-info-circle", "");
    view! { <div class="next">{drawn}<p>{words}</p></div> }.into_any()
}

/// An empty place, with the next thing to do.
pub fn empty(
    cx: &PageContext<'_>,
    title: impl Into<String>,
    words: impl Into<String>,
    act: Option<(String, String)>,
) -> View {
    let (title, words) = (title.into(), words.into());
    let drawn = icon(cx, "it-inbox", "");
    view! {
        <div class="empty">
            {drawn}
            <h2 class="h3">{title}</h2>
            <p>{words}</p>
            {act
                .map(|(label, href)| {
                    view! {
                        <div class="button-row"><a class="btn btn-primary" href=href>{label}</a></div>
                    }
                })}
        </div>
    }
    .into_any()
}

/// `<details>` as an accordion.
pub fn disclosure(summary: impl Into<String>, open: bool, body: View) -> View {
    let summary = summary.into();
    view! {
        <details class="disclosure" open=open>
            <summary>{summary}</summary>
            <div class="disclosure-body">{body}</div>
        </details>
    }
    .into_any()
}

/// A count of people in words: «12 persone», «meno di 5 persone», «nessuno».
pub fn people(cx: &PageContext<'_>, shown: Shown) -> String {
    match shown {
        Shown::Unknown => cx.t("people-unknown").to_owned(),
        Shown::None => cx.t("people-none").to_owned(),
        Shown::Few => cx.t("people-few").to_owned(),
        Shown::Exactly(count) => cx.tn("people", count),
    }
}

/// A whole sentence about a count of people: `{key}`, `{key}-few`, `{key}-none`,
/// `{key}-unknown`.
pub fn counted(cx: &PageContext<'_>, key: &str, shown: Shown) -> String {
    match shown {
        Shown::Unknown => cx.t(&format!("{key}-unknown")).to_owned(),
        Shown::None => cx.t(&format!("{key}-none")).to_owned(),
        Shown::Few => cx.t(&format!("{key}-few")).to_owned(),
        Shown::Exactly(count) => cx.tn(key, count),
    }
}

/// The date of a moment, machine-readable.
pub fn date(cx: &PageContext<'_>, moment: domain::time::Moment) -> View {
    let (machine, words) = (format::machine(moment), format::date(cx.lang, moment));
    view! { <time datetime=machine>{words}</time> }.into_any()
}

/// Date and time of a moment, machine-readable.
pub fn date_time(cx: &PageContext<'_>, moment: domain::time::Moment) -> View {
    let (machine, words) = (format::machine(moment), format::moment(cx.lang, moment));
    view! { <time datetime=machine>{words}</time> }.into_any()
}

/// A day, machine-readable.
pub fn day(cx: &PageContext<'_>, day: chrono::NaiveDate) -> View {
    let (machine, words) = (day.to_string(), format::day(cx.lang, day));
    view! { <time datetime=machine>{words}</time> }.into_any()
}

/// Pairs of a term and what it is.
pub fn facts(wide: bool, pairs: Vec<(String, View)>) -> View {
    let class = if wide { "facts facts--wide" } else { "facts" };
    let pairs: Vec<_> = pairs
        .into_iter()
        .map(|(term, what)| view! { <div><dt>{term}</dt><dd>{what}</dd></div> }.into_any())
        .collect();
    view! { <dl class=class>{pairs}</dl> }.into_any()
}

/// A line of facts with dots between.
pub fn meta(parts: Vec<View>) -> View {
    let parts: Vec<_> =
        parts.into_iter().map(|part| view! { <li>{part}</li> }.into_any()).collect();
    view! { <ul class="meta" role="list">{parts}</ul> }.into_any()
}

/// The institution's words: on a page in another language, marked with their own.
pub fn official(cx: &PageContext<'_>, text: impl Into<String>) -> View {
    let text = text.into();
    match cx.content_lang() {
        Some(lang) => view! { <span lang=lang>{text}</span> }.into_any(),
        None => text.into_any(),
    }
}

/// A text of the interface in which the argument `name` is the institution's words.
pub fn quoting(
    cx: &PageContext<'_>,
    key: &str,
    args: &[(&str, crate::texts::Arg<'_>)],
    (name, theirs): (&str, &str),
) -> View {
    // Stands for their words while the sentence is made: no text has it.
    const PLACE: &str = "\u{2}";
    let mut all = args.to_vec();
    if cx.content_lang().is_none() {
        all.push((name, theirs.to_owned().into()));
        return words(cx.tw(key, &all));
    }
    all.push((name, PLACE.into()));
    let said = cx.tw(key, &all);
    match said.split_once(PLACE) {
        Some((before, after)) => {
            let (before, after) = (before.to_owned(), after.to_owned());
            view! { {before}{official(cx, theirs)}{after} }.into_any()
        }
        None => words(said),
    }
}

/// Text as a view.
pub fn words(text: impl Into<String>) -> View {
    text.into().into_any()
}
