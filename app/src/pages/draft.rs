//! A draft: what was sent after closing, for its author alone. To send where it can be sent, to
//! correct, to throw away.

use domain::contributions::{BODY_MOST, FIELD_MOST, Kind};
use domain::faults::Refusal;
use domain::forms::FormState;
use domain::screening::Screening;
use domain::views::{RoundRef, Shell, VoiceDraftPage};
use leptos::prelude::*;

use crate::parts::forms::{
    Field, Options, error_summary, form_id, hidden_field, input, select, submit, text_area,
};
use crate::parts::{
    Tone, View, date_time, disclosure, facts, help, next, notice, official, p, refusal_why,
};
use crate::render::{Meta, PageContext, document};
use crate::urls::Page;

/// How somebody holds their draft: by their account, or by a receipt code that every form carries.
#[derive(Debug, Clone, Copy)]
pub enum Holding<'a> {
    /// By their account.
    Account,
    /// By a receipt code.
    Code(&'a str),
}

/// The draft; `late` says that it has just been kept instead of sent, and why.
pub fn page(
    cx: &PageContext<'_>,
    shell: &Shell,
    view: &VoiceDraftPage,
    holding: Holding<'_>,
    late: Option<&Refusal>,
    form: &FormState,
) -> String {
    // Words of danger are answered at once, whatever the clock says (domain.md §8, case 18).
    let danger = Screening::of_fields(&view.fields).danger();
    let meta = Meta::new(cx.t("voice-draft-title"))
        .private()
        .faulty(!form.faults.is_empty())
        .with_leave(danger);
    let help = || danger.then(|| help::danger(cx, &shell.ambito)).into_any();
    document(cx, shell, meta, || body(cx, view, holding, late, form, help()))
}

fn body(
    cx: &PageContext<'_>,
    view: &VoiceDraftPage,
    holding: Holding<'_>,
    late: Option<&Refusal>,
    form: &FormState,
    help: View,
) -> View {
    let title = if late.is_some() { "voice-draft-late" } else { "voice-draft-title" };
    let told = late.map(|refusal| {
        let body = view! { <p>{cx.t("voice-draft-saved")}</p> };
        notice(cx, Tone::Warning, refusal_why(cx, refusal), body.into_any())
    });
    let round = official(cx, view.round.title.clone());
    let href = cx.path(Page::Round(view.round.number));
    let pairs = vec![
        (cx.t("voice-draft-for").to_owned(), view! { <a href=href>{round}</a> }.into_any()),
        (cx.t("voice-draft-at").to_owned(), date_time(cx, view.saved)),
    ];
    view! {
        {error_summary(cx, form)}
        <header class="page-head">
            <p class="eyebrow">{cx.coded("voice-draft-kind", view.kind.code())}</p>
            <h1>{cx.t(title)}</h1>
            <p class="lead">{cx.t("voice-draft-lead")}</p>
        </header>
        {help}
        {told}
        {receipt(cx, view)}
        <div class="split">
            <div class="stack-lg">
                {sending(cx, view, holding)}
                {correcting(cx, view, holding, form)}
                {throwing(cx, holding, form)}
            </div>
            <aside class="stack">{facts(false, pairs)}</aside>
        </div>
    }
    .into_any()
}

/// The code, told once, of who has no account.
fn receipt(cx: &PageContext<'_>, view: &VoiceDraftPage) -> Option<View> {
    view.code.clone().map(|code| {
        view! {
            <section class="receipt mb-4" aria-labelledby="code">
                <h2 id="code">{cx.t("voice-draft-code")}</h2>
                <output class="receipt-code">{code}</output>
                <p>{cx.t("voice-draft-code-lead")}</p>
                <p><strong>{cx.t("receipt-code-once")}</strong></p>
            </section>
        }
        .into_any()
    })
}

fn writing(kind: Kind) -> Page {
    match kind {
        Kind::Need => Page::NewNeed,
        Kind::Proposal => Page::NewProposal,
    }
}

/// Where it can be sent now: on to the last look of the wizard, with everything that was written.
fn sending(cx: &PageContext<'_>, view: &VoiceDraftPage, holding: Holding<'_>) -> View {
    if view.open.is_empty() {
        let why = match &view.may_send {
            Err(refusal) => refusal_why(cx, refusal),
            Ok(()) => String::new(),
        };
        return view! {
            <section aria-labelledby="send">
                <h2 id="send">{cx.t("voice-draft-send")}</h2>
                <p class="measure">{why}" "{cx.t("voice-draft-send-not")}</p>
            </section>
        }
        .into_any();
    }
    let holder = match holding {
        Holding::Account => view.number.to_string(),
        Holding::Code(code) => code.to_owned(),
    };
    let own = view.open.iter().any(|round| round.number == view.round.number);
    let carried: Vec<View> = view
        .fields
        .pairs()
        .filter(|(name, _)| !["round", "draft"].contains(name))
        .map(|(name, value)| hidden_field(name, value))
        .collect();
    let to = match view.open.as_slice() {
        [only] => {
            let lead = if own { "voice-draft-again" } else { "voice-draft-other" };
            let title = official(cx, only.title.clone());
            view! {
                <p class="measure">{cx.t(lead)}" "<strong>{title}</strong></p>
                {hidden_field("round", only.number.to_string())}
            }
            .into_any()
        }
        several => choice(cx, view, several, own),
    };
    view! {
        <section aria-labelledby="send">
            <h2 id="send">{cx.t("voice-draft-send")}</h2>
            <form class="form" method="post" action=cx.path(writing(view.kind)) novalidate>
                {carried}
                {hidden_field("draft", holder)}
                {hidden_field("go", "check")}
                {to}
                {next(cx, cx.t("voice-draft-send-next"))}
                {submit(cx.t("voice-draft-send-go"))}
            </form>
        </section>
    }
    .into_any()
}

fn choice(cx: &PageContext<'_>, view: &VoiceDraftPage, several: &[RoundRef], own: bool) -> View {
    let mut state = FormState::default();
    let first = several.first().map(|round| round.number).unwrap_or_default();
    let chosen = if own { view.round.number } else { first };
    state.fields.set("round", chosen.to_string());
    let options: Options =
        several.iter().map(|round| (round.number.to_string(), round.title.clone())).collect();
    let field = Field::new("round", cx.t("voice-draft-which"));
    select(cx, &state, field, vec![(String::new(), options)])
}

/// Where the forms of the draft are sent, and what they carry.
fn target(cx: &PageContext<'_>, holding: Holding<'_>) -> (String, Option<View>) {
    match holding {
        Holding::Account => (cx.here(), None),
        Holding::Code(code) => (cx.path(Page::Follow), Some(hidden_field("code", code))),
    }
}

fn correcting(
    cx: &PageContext<'_>,
    view: &VoiceDraftPage,
    holding: Holding<'_>,
    form: &FormState,
) -> View {
    let mut state = form.clone();
    if !form.fields.has("body") {
        state.fields = view.fields.clone();
    }
    let language = view.fields.text("language");
    let language = (!language.is_empty()).then(|| language.to_owned());
    let field =
        |name: &str, label: &str| Field { lang: language.clone(), ..Field::new(name, label) };
    let title =
        input(cx, &state, field("title", cx.t("follow-correct-title-field")), "text", false);
    let main = field("body", cx.t("follow-correct-body")).most(BODY_MOST);
    let main = text_area(cx, &state, main, 8, true);
    let names: &[&str] = match view.kind {
        Kind::Need => &["strengths"],
        Kind::Proposal => &["recipients", "doers", "resources"],
    };
    let more: Vec<View> = names
        .iter()
        .map(|name| {
            let field = field(name, cx.coded("write", name)).optional().most(FIELD_MOST);
            text_area(cx, &state, field, 3, true)
        })
        .collect();
    // When it has just been kept, the page is the answer to the wizard: its forms need an address
    // of their own.
    let (action, code) = match (holding, cx.page) {
        (Holding::Account, Some(Page::NewNeed | Page::NewProposal)) => {
            (cx.path(Page::Draft(view.number)), None)
        }
        _ => target(cx, holding),
    };
    view! {
        <section aria-labelledby="correct">
            <h2 id="correct">{cx.t("voice-draft-words")}</h2>
            <form class="form" method="post" action=action novalidate>
                {form_id(form)}
                {code}
                {hidden_field("do", "keep-draft")}
                {title}
                {main}
                {more}
                {submit(cx.t("voice-draft-keep"))}
            </form>
        </section>
    }
    .into_any()
}

fn throwing(cx: &PageContext<'_>, holding: Holding<'_>, form: &FormState) -> View {
    if matches!(cx.page, Some(Page::NewNeed | Page::NewProposal)) {
        return p(cx.t("voice-draft-later"));
    }
    let (action, code) = target(cx, holding);
    let body = view! {
        <p>{cx.t("voice-draft-throw-lead")}</p>
        <form method="post" action=action>
            {form_id(form)}
            {code}
            {hidden_field("do", "throw-draft")}
            <button class="btn btn-outline-danger" type="submit">
                {cx.t("voice-draft-throw-go")}
            </button>
        </form>
    };
    disclosure(cx.t("voice-draft-throw"), false, body.into_any())
}
