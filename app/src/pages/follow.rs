//! Following a text with its receipt code. The code travels in the body of forms only: never in
//! an address, a link or a history.
//!
//! All forms post to this page's own address: `code` opens; with `do=correct` come the words,
//! with `do=withdraw` nothing more.

use domain::citizen_forms::fields_of;
use domain::contributions::{BODY_MOST, FIELD_MOST, Kind, Standing};
use domain::forms::FormState;
use domain::screening::Screening;
use domain::views::{FollowPage, Shell};
use leptos::prelude::*;

use crate::parts::forms::{Field, error_summary, form_id, hidden_field, input, submit, text_area};
use crate::parts::thread::thread;
use crate::parts::voice::{Size, voice};
use crate::parts::{
    View, card, disclosure, facts, handled, help, merge, nothing, p, page_head, state, why_not,
    withdrawing, words,
};
use crate::render::{Meta, PageContext, document};
use crate::urls::Page;

/// The form to type the code.
pub fn ask(cx: &PageContext<'_>, shell: &Shell, state: &FormState) -> String {
    let meta = Meta::new(cx.t("follow-title")).faulty(!state.faults.is_empty());
    document(cx, shell, meta, || {
        let field = Field::new("code", cx.t("follow-code"))
            .hint(cx.t("follow-code-hint"))
            .autocomplete("off");
        let code = input(cx, state, field, "text", false);
        view! {
            <div class="wizard">
                {error_summary(cx, state)}
                <h1>{cx.t("follow-title")}</h1>
                <p class="lead">{cx.t("follow-lead")}</p>
                <form class="form" method="post" action=cx.path(Page::Follow) novalidate>
                    {code}
                    {submit(cx.t("follow-open"))}
                </form>
                <p class="mt-3 muted">{cx.t("follow-lost")}</p>
            </div>
        }
        .into_any()
    })
}

/// What the holder of a code sees; `state` carries the code, and the words of a correction that
/// was refused.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &FollowPage, state: &FormState) -> String {
    let screening = waiting(view);
    let danger = screening.danger();
    let meta = Meta::new(title(cx, view)).private().faulty(!state.faults.is_empty());
    document(cx, shell, meta.with_leave(danger), || {
        let help = danger.then(|| help::danger(cx, &shell.ambito));
        let body = body(cx, view, state, &screening);
        view! { {help}{body} }.into_any()
    })
}

fn title(cx: &PageContext<'_>, view: &FollowPage) -> &'static str {
    cx.coded("follow-page", view.contribution.kind.code())
}

/// What the detectors find in a text that waits: why it does.
fn waiting(view: &FollowPage) -> Screening {
    match &view.words {
        Some(words) if view.standing == Standing::InModeration => Screening::of_words(words),
        Some(_) | None => Screening::default(),
    }
}

fn body(cx: &PageContext<'_>, view: &FollowPage, form: &FormState, screening: &Screening) -> View {
    let code = form.fields.text("code").to_owned();
    let said = match &view.words {
        Some(said) => {
            let language = &view.contribution.language;
            let quote = voice(&said.body, language, Size::Large);
            let (title, lang) = (said.title.clone(), language.clone());
            view! { <p class="h3" lang=lang dir="auto">{title}</p>{quote} }.into_any()
        }
        None => p(cx.t("follow-withdrawn")),
    };
    let round = view.round.title.clone();
    let href = cx.path(Page::Round(view.round.number));
    let mut pairs = vec![
        (
            cx.t("follow-standing").to_owned(),
            state::standing(cx, view.contribution.kind, view.standing),
        ),
        (
            cx.t("follow-sent-in").to_owned(),
            view! { <a href=href lang=cx.content_lang()>{round}</a> }.into_any(),
        ),
    ];
    if view.standing == Standing::Published {
        let href = card::href(cx, &view.contribution);
        let title = card::title(cx, &view.contribution);
        let lang = card::language(&view.contribution);
        pairs.push((
            cx.t("follow-public-page").to_owned(),
            view! { <a href=href lang=lang dir="auto">{title}</a> }.into_any(),
        ));
    }
    let hidden = view.standing == Standing::Hidden;
    let gone = view
        .tombstone
        .as_ref()
        .filter(|_| hidden)
        .map(|tombstone| super::contribution::gone(cx, view.standing, tombstone));
    let whose = vec![("code", code.clone())];
    let language = &view.contribution.language;
    let soft = handled::softening(cx, form, &view.handled, view.words.as_ref(), language, &whose);
    let again = handled::appeal(cx, form, &view.handled, hidden, &whose, "appeal");
    let correct = correct(cx, view, form, &code);
    let withdraw = withdraw(cx, view, form, &code);
    view! {
        {error_summary(cx, form)}
        {page_head(None, title(cx, view), None)}
        <div class="split">
            <div class="stack-lg">
                {gone}
                {help::held(cx, screening, &view.contribution.language)}
                {soft}
                {again}
                {merge::own(cx, form, &view.merges, &whose)}
                <section class="measure" aria-label=cx.t("follow-words")>{said}</section>
                <section class="measure" aria-labelledby="thread">
                    <h2 id="thread">{cx.t("follow-so-far")}</h2>
                    {thread(cx, &view.thread)}
                </section>
                {correct}
                {withdraw}
            </div>
            <aside class="stack">
                {facts(false, pairs)}
                <div class="panel">
                    <h2>{cx.t("follow-close")}</h2>
                    <p>{cx.t("follow-close-lead")}</p>
                </div>
            </aside>
        </div>
    }
    .into_any()
}

/// The words once more, to correct them, while they may be.
fn correct(cx: &PageContext<'_>, view: &FollowPage, form: &FormState, code: &str) -> View {
    let Some(said) = &view.words else { return nothing() };
    // Why a hidden text can't be corrected is said on top, with the reason.
    if view.standing == Standing::Hidden {
        return nothing();
    }
    if let Err(refusal) = &view.may_correct {
        return view! {
            <section class="measure" aria-labelledby="correct">
                <h2 id="correct">{cx.t("follow-correct-not")}</h2>
                {why_not(cx, refusal)}
            </section>
        }
        .into_any();
    }
    // What was sent and refused comes back; else the words as they stand.
    let mut state = form.clone();
    if !form.fields.has("body") {
        state.fields = fields_of(said);
    }
    let language = Some(view.contribution.language.clone());
    let field =
        |name: &str, label: &str| Field { lang: language.clone(), ..Field::new(name, label) };
    let title =
        input(cx, &state, field("title", cx.t("follow-correct-title-field")), "text", false);
    let main = field("body", cx.t("follow-correct-body")).most(BODY_MOST);
    let main = text_area(cx, &state, main, 8, true);
    let names: &[&str] = match view.contribution.kind {
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
    view! {
        <section aria-labelledby="correct">
            <h2 id="correct">{cx.t("follow-correct-title")}</h2>
            <p class="measure">{cx.t("follow-correct-lead")}</p>
            <form class="form" method="post" action=cx.path(Page::Follow) novalidate>
                {form_id(form)}
                {hidden_field("code", code)}
                {hidden_field("do", "correct")}
                {title}
                {main}
                {more}
                {submit(cx.t("follow-correct-save"))}
            </form>
        </section>
    }
    .into_any()
}

fn withdraw(cx: &PageContext<'_>, view: &FollowPage, form: &FormState, code: &str) -> View {
    if view.may_withdraw.is_err() {
        return nothing();
    }
    // What can't be undone stands behind a fold that says so, not one press away.
    let body = view! {
        {withdrawing(cx)}
        <form method="post" action=cx.path(Page::Follow)>
            {form_id(form)}
            {hidden_field("code", code)}
            {hidden_field("do", "withdraw")}
            <button class="btn btn-outline-danger" type="submit">
                {words(cx.t("follow-withdraw-go"))}
            </button>
        </form>
    }
    .into_any();
    disclosure(cx.t("follow-withdraw-title"), false, body)
}
