//! Writing a need or a proposal: one thing asked at a time, no JavaScript needed.
//!
//! The page posts to its own address. Every step carries the fields of all the others as hidden
//! ones, so that nothing typed is lost; `domain::citizen_forms::turn` says what comes next.

use domain::citizen_forms::{DRAFT_FIELDS, LANGUAGES, Step, step_of, step_shown};
use domain::contributions::{AuthorKind, FIELD_MOST, Kind, policy_is_sensitive};
use domain::detectors::Consequence;
use domain::faults::What;
use domain::forms::{Fields, FormState};
use domain::moderation::read_by;
use domain::rounds::ModerationMode;
use domain::screening::Screening;
use domain::views::{PolicyName, Shell, SimilarCard, WritingPage};
use islands::SimilarWhileWriting;
use leptos::prelude::*;

use crate::format;
use crate::parts::forms::{
    Field, Pick, boxes, check, error, error_summary, form_id, hidden_field, input, radios, select,
    text_area,
};
use crate::parts::voice::{Size, language_name, voice};
use crate::parts::{Tone, View, card, disclosure, help, hidden, icon, next, notice, p, words};
use crate::render::{Bundle, Meta, PageContext, document};
use crate::urls::Page;

/// How many similar texts stand between the last look and the button.
const NEAREST: usize = 3;

/// The wizard at the step that `state` says, or at the first one that has a fault.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &WritingPage, state: &FormState) -> String {
    let step = step_to_draw(view.kind, state);
    let state = prepared(cx, view, step, state);
    let page = match view.kind {
        Kind::Need => cx.t("write-need-page"),
        Kind::Proposal => cx.t("write-proposal-page"),
    };
    let screening = Screening::of_fields(&state.fields);
    let mut meta = Meta::new(format!("{} – {page}", heading(cx, view.kind, step)))
        .described(view.question.clone())
        .faulty(!state.faults.is_empty())
        .with_leave(screening.danger());
    if step == Step::Words {
        meta = meta.with_island(Bundle::Everyone);
    } else {
        meta = meta.private();
    }
    document(cx, shell, meta, || {
        // Help comes before the form, at whichever step the words were written.
        let help = screening.danger().then(|| help::danger(cx, &shell.ambito));
        let body = body(cx, view, &state, step, &screening);
        view! { {help}{body} }.into_any()
    })
}

/// The step to draw: that of the earliest fault, else the one the form says.
fn step_to_draw(kind: Kind, state: &FormState) -> Step {
    let faulty = Step::of(kind)
        .iter()
        .copied()
        .find(|&step| state.faults.iter().any(|fault| step_of(&fault.field) == step));
    faulty.unwrap_or_else(|| step_shown(kind, &state.fields))
}

/// The state with what is offered before anything was chosen, and with the faults of this step
/// in the order of its fields.
fn prepared(cx: &PageContext<'_>, view: &WritingPage, step: Step, state: &FormState) -> FormState {
    let mut state = state.clone();
    state.faults.retain(|fault| step_of(&fault.field) == step);
    state.faults.sort_by_key(|fault| step.fields().iter().position(|&field| field == fault.field));
    // What is written for a round stays with it, also when another one opens meanwhile.
    state.fields.set("round", view.round.number.to_string());
    if state.fields.text("language").is_empty() {
        state.fields.set("language", cx.lang.code());
    }
    // Where only one of the two can be sent, it is that one; else «no» until something is chosen.
    let only = match (&view.may_unsigned, &view.may_sign) {
        (Err(_), Ok(())) if view.organisations.is_empty() => Some("yes"),
        (Ok(()), Err(_)) => Some("no"),
        (Ok(()) | Err(_), Ok(())) | (Err(_), Err(_)) => None,
    };
    let offered = if view.may_unsigned.is_ok() { "no" } else { "yes" };
    let nothing_yet = state.fields.text("signed").is_empty();
    if view.name.is_some() && (nothing_yet || only.is_some()) {
        state.fields.set("signed", only.unwrap_or(offered));
    }
    if !view.organisations.is_empty() && !state.fields.has("organisation") {
        state.fields.set("organisation", "");
    }
    state
}

/// A near day with its name: «mercoledì 25 novembre».
pub(super) fn day_near(cx: &PageContext<'_>, day: chrono::NaiveDate) -> String {
    cx.tw(
        "date-near",
        &[
            ("weekday", format::weekday(cx.lang, day).into()),
            ("day", format::day_number(cx.lang, day).into()),
            ("month", format::month(cx.lang, day).into()),
        ],
    )
}

fn heading(cx: &PageContext<'_>, kind: Kind, step: Step) -> &'static str {
    match (step, kind) {
        (Step::Words, kind) => cx.coded("write-body", kind.code()),
        (Step::Doing, _) => cx.t("write-doing-title"),
        (Step::Answers, _) => cx.t("write-answers-title"),
        (Step::Place, Kind::Need) => cx.t("write-place-title"),
        (Step::Place, Kind::Proposal) => cx.t("write-place-title-proposta"),
        (Step::Who, _) => cx.t("write-who-title"),
        (Step::Check, _) => cx.t("write-check-title"),
    }
}

/// The few words that name a step beside the progress.
fn step_name(cx: &PageContext<'_>, kind: Kind, step: Step) -> &'static str {
    match step {
        Step::Words => cx.coded("write-step-words", kind.code()),
        Step::Doing | Step::Answers | Step::Place | Step::Who | Step::Check => {
            cx.coded("write-step", step.code())
        }
    }
}

fn body(
    cx: &PageContext<'_>,
    view: &WritingPage,
    state: &FormState,
    step: Step,
    screening: &Screening,
) -> View {
    let last = step == Step::Check;
    let summary = error_summary(cx, state);
    let kept = state.refusal.is_some().then(|| p(cx.t("write-refused-kept")));
    let asked = match step {
        Step::Words => words_step(cx, view, state),
        Step::Doing => doing_step(cx, state),
        Step::Answers => answers_step(cx, view, state),
        Step::Place => place_step(cx, view, state),
        Step::Who => who_step(cx, view, state),
        Step::Check => check_step(cx, view, state, screening),
    };
    let carried = carried(view, &state.fields, step);
    let leave = (step == Step::Words).then(|| {
        let href = cx.path(Page::Round(view.round.number));
        let arrow = icon(cx, "it-arrow-left", "sm");
        view! { <a class="wizard-back" href=href>{arrow}" "{cx.t("write-leave")}</a> }
    });
    let buttons = buttons(cx, view.kind, step, !screening.clear());
    let after = (!last).then(|| {
        let closes = format::deadline_near(cx.lang, view.closes);
        let until = cx.tw("write-until", &[("closes", closes.into())]);
        next(cx, format!("{} {until}", cx.t("write-nothing-public")))
    });
    view! {
        <div class="wizard">
            {leave}
            {progress(cx, view.kind, step)}
            {summary}
            {kept}
            <form class="form" method="post" action=cx.here() novalidate autocomplete="off">
                {form_id(state)}
                {carried}
                {asked}
                {buttons}
            </form>
            {after}
        </div>
    }
    .into_any()
}

fn progress(cx: &PageContext<'_>, kind: Kind, step: Step) -> View {
    let steps = Step::of(kind);
    let n = steps.iter().position(|&one| one == step).unwrap_or_default() + 1;
    let count = cx.tw("write-step", &[("n", n.into()), ("of", steps.len().into())]);
    let then = match step.after(kind) {
        Some(after) => cx.tw("write-then", &[("next", step_name(cx, kind, after).into())]),
        None => cx.t("write-then-last").to_owned(),
    };
    let (most, value, shown) = (steps.len().to_string(), n.to_string(), count.clone());
    view! {
        <div class="wizard-progress">
            <p><strong>{count}</strong>" "<span>{then}</span></p>
            <progress max=most value=value aria-label=cx.t("write-progress")>{shown}</progress>
        </div>
    }
    .into_any()
}

/// Fields of the other steps, and where one is.
fn carried(view: &WritingPage, fields: &Fields, step: Step) -> Vec<View> {
    let mut carried = vec![hidden_field("step", step.code())];
    if fields.has("checked") || step == Step::Check {
        carried.push(hidden_field("checked", "yes"));
    }
    for (name, value) in fields.pairs() {
        let elsewhere = DRAFT_FIELDS.contains(&name) && !step.fields().contains(&name);
        // Ticked needs that aren't offered here any more are kept all the same.
        let unlisted = step == Step::Answers
            && name == "answers"
            && !view.needs.iter().any(|need| need.number.to_string() == value.trim());
        if elsewhere || unlisted {
            carried.push(hidden_field(name, value));
        }
    }
    carried
}

/// «Avanti» comes first in the document: it is what the enter key presses.
fn buttons(cx: &PageContext<'_>, kind: Kind, step: Step, read_first: bool) -> View {
    let (class, go, label) = match step {
        Step::Check if read_first => ("btn btn-primary btn-lg", "send", cx.t("write-send-read")),
        Step::Check => ("btn btn-primary btn-lg", "send", cx.t("write-send")),
        Step::Words | Step::Doing | Step::Answers | Step::Place | Step::Who => {
            ("btn btn-primary btn-lg", "next", cx.t("write-go-next"))
        }
    };
    let back = step.before(kind).map(|_| {
        view! {
            <button class="btn btn-plain" type="submit" name="go" value="back">
                {cx.t("write-go-back")}
            </button>
        }
    });
    view! {
        <div class="button-row">
            <button class=class type="submit" name="go" value=go>{label}</button>
            {back}
        </div>
    }
    .into_any()
}

fn words_step(cx: &PageContext<'_>, view: &WritingPage, state: &FormState) -> View {
    let kind = view.kind.code();
    let language = state.fields.text("language").to_owned();
    let mut field = Field::new("body", cx.coded("write-body", kind))
        .hint(cx.t(&format!("write-body-{kind}-hint")))
        .heading()
        .most(domain::contributions::BODY_MOST);
    field.lang = Some(language.clone());
    let said = text_area(cx, state, field, 7, true);
    let mut field = Field::new("title", cx.t("write-title")).hint(cx.t("write-title-hint"));
    field.lang = Some(language.clone());
    let title = input(cx, state, field, "text", false);
    let similar = view! {
        <SimilarWhileWriting
            address=format!("/api/{}/similar", cx.slug)
            lang=cx.lang.code().to_owned()
            kind=kind.to_owned()
            title="title".to_owned()
            body="body".to_owned()
            heading=cx.t("write-similar-live").to_owned()
            shared=cx.t("write-similar-words-live").to_owned()
            opens=cx.t("write-similar-new-tab").to_owned()
        />
    }
    .into_any();
    let strengths = (view.kind == Kind::Need).then(|| {
        let mut field = Field::new("strengths", cx.t("write-strengths"))
            .hint(cx.t("write-strengths-hint"))
            .optional()
            .most(FIELD_MOST);
        field.lang = Some(language.clone());
        let open = !state.fields.text("strengths").is_empty() || state.fault("strengths").is_some();
        disclosure(cx.t("write-strengths-open"), open, text_area(cx, state, field, 3, true))
    });
    let field = Field::new("language", cx.t("write-language")).hint(cx.t("write-language-hint"));
    let offered =
        LANGUAGES.iter().map(|&code| (code.to_owned(), language_name(cx, code))).collect();
    let open = state.fault("language").is_some() || language != cx.lang.code();
    let language = disclosure(
        cx.t("write-language-open"),
        open,
        select(cx, state, field, vec![(String::new(), offered)]),
    );
    view! { {said}{title}{similar}{strengths}{language} }.into_any()
}

fn doing_step(cx: &PageContext<'_>, state: &FormState) -> View {
    let fields: Vec<View> = ["recipients", "doers", "resources"]
        .into_iter()
        .map(|name| {
            let mut field = Field::new(name, cx.coded("write", name))
                .hint(cx.t(&format!("write-{name}-hint")))
                .most(FIELD_MOST);
            field.lang = Some(state.fields.text("language").to_owned());
            text_area(cx, state, field, 3, true)
        })
        .collect();
    view! {
        <h1>{cx.t("write-doing-title")}</h1>
        <p class="lead">{cx.t("write-doing-lead")}</p>
        {fields}
    }
    .into_any()
}

fn answers_step(cx: &PageContext<'_>, view: &WritingPage, state: &FormState) -> View {
    let offered = (!view.needs.is_empty()).then(|| {
        let picks = view
            .needs
            .iter()
            .map(|need| {
                Pick::new(need.number.to_string(), card::title(cx, need))
                    .lang(need.language.clone())
            })
            .collect();
        boxes(cx, state, Field::new("answers", cx.t("write-answers-legend")), picks)
    });
    let more = Field::new("answers_more", cx.t("write-answers-more"))
        .hint(cx.t("write-answers-more-hint"))
        .optional();
    let more = input(cx, state, more, "text", true);
    view! {
        <h1>{cx.t("write-answers-title")}</h1>
        <p class="lead">{cx.t("write-answers-lead")}</p>
        {offered}
        {more}
    }
    .into_any()
}

fn place_step(cx: &PageContext<'_>, view: &WritingPage, state: &FormState) -> View {
    let places =
        view.municipalities.iter().map(|place| (place.code.clone(), place.name.clone())).collect();
    let place = select(
        cx,
        state,
        Field::new("municipality", cx.t("write-municipality")),
        vec![(String::new(), places)],
    );
    let field = Field::new("policy", cx.t("write-policy")).hint(cx.t("write-policy-hint"));
    let picks = view.policies.iter().map(|policy| offered(cx, policy)).collect();
    let policy = radios(cx, state, field, picks);
    view! { <h1>{heading(cx, view.kind, Step::Place)}</h1>{place}{policy} }.into_any()
}

/// A policy in plain words, with its name beneath; its name alone where there are none.
fn offered(cx: &PageContext<'_>, policy: &PolicyName) -> Pick {
    let key = format!("policy-plain-{}", policy.code.replace('.', "-"));
    if plain_code(&policy.code) && cx.texts().has(&key) {
        Pick::new(&policy.code, cx.t(&key)).hint(&policy.name).hint_lang(cx.content_lang())
    } else {
        Pick { lang: cx.content_lang(), ..Pick::new(&policy.code, &policy.name) }
    }
}

fn plain_code(code: &str) -> bool {
    code.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'.')
}

/// Somebody reads the text before it is public, whatever its author says of it.
fn read_first(view: &WritingPage, fields: &Fields) -> Option<&'static str> {
    if view.moderation == ModerationMode::Before {
        Some("write-read-first-all")
    } else if policy_is_sensitive(fields.text("policy")) {
        Some("write-read-first-policy")
    } else {
        None
    }
}

fn who_step(cx: &PageContext<'_>, view: &WritingPage, state: &FormState) -> View {
    let organisation = (!view.organisations.is_empty()).then(|| {
        let mut picks = vec![Pick::new("", cx.t("write-organisation-me"))];
        picks.extend(view.organisations.iter().map(|(id, name)| Pick::new(id, name)));
        let field = Field::new("organisation", cx.t("write-organisation"))
            .hint(cx.t("write-organisation-hint"));
        radios(cx, state, field, picks)
    });
    let hint = if view.organisations.is_empty() {
        let example = cx.coded("author", AuthorKind::Caregiver.code());
        cx.tw("write-author-hint", &[("example", example.into())])
    } else {
        cx.t("write-author-organisation").to_owned()
    };
    let picks = AuthorKind::PERSONAL
        .iter()
        .map(|kind| Pick::new(kind.code(), cx.coded("write-author", kind.code())))
        .collect();
    let author =
        radios(cx, state, Field::new("author_kind", cx.t("write-author")).hint(hint), picks);
    let signed = match &view.name {
        Some(name) => signed(cx, view, state, name),
        None => view! { <p>{cx.t("write-no-name")}</p> }.into_any(),
    };
    let sensitive = check(
        cx,
        state,
        Field::new("sensitive", cx.t("write-sensitive"))
            .hint(cx.t(read_first(view, &state.fields).unwrap_or("write-sensitive-hint"))),
    );
    view! {
        <h1>{cx.t("write-who-title")}</h1>
        <p class="lead">{cx.t("write-who-lead")}</p>
        {organisation}
        {author}
        {signed}
        {sensitive}
    }
    .into_any()
}

/// With one's name or without; where a role leaves no choice, which it is and why.
fn signed(cx: &PageContext<'_>, view: &WritingPage, state: &FormState, name: &str) -> View {
    let yes = cx.tw("write-signed-yes", &[("name", name.into())]);
    let (no, label) = (Pick::new("no", cx.t("write-signed-no")), cx.t("write-signed"));
    let only = |value: &'static str, why: &'static str, how: String| {
        let fault = state.fault("signed");
        let class = if fault.is_some() { "field is-invalid" } else { "field" };
        let error = error(cx, &Field::new("signed", label), "signed", fault);
        view! {
            <div class=class>
                <p class="field-label" id="signed" tabindex="-1">{how}</p>
                <p class="field-hint">{why}</p>
                {error}
                {hidden_field("signed", value)}
            </div>
        }
        .into_any()
    };
    let field = Field::new("signed", label);
    match (&view.may_unsigned, &view.may_sign) {
        (Err(_), Ok(())) if view.organisations.is_empty() => {
            only("yes", cx.t("write-signed-only"), yes)
        }
        (Ok(()), Err(_)) => {
            only("no", cx.t("write-unsigned-only"), cx.t("write-signed-no").to_owned())
        }
        (Err(_), Ok(())) => {
            let no = no.hint(cx.t("write-signed-no-organisation"));
            let field = field.hint(cx.t("write-signed-only"));
            radios(cx, state, field, vec![Pick::new("yes", yes), no])
        }
        (Ok(()), Ok(())) | (Err(_), Err(_)) => {
            let field = field.hint(cx.t("write-signed-hint"));
            radios(cx, state, field, vec![no, Pick::new("yes", yes)])
        }
    }
}

/// What the detectors found, before it is sent: rewrite it now, or send it to be read first.
fn found(cx: &PageContext<'_>, state: &FormState, screening: &Screening) -> Option<View> {
    let other = screening.noticed.iter().any(|one| one.class.consequence() == Consequence::Hold);
    other.then(|| {
        let list = help::found(cx, screening, state.fields.text("language"));
        let body = view! {
            {p(cx.t("found-before-why"))}
            {list}
            {p(cx.t("found-before-next"))}
            <div class="button-row">
                <button class="btn btn-outline-primary" type="submit" name="go" value="words">
                    {cx.t("found-rewrite")}
                </button>
            </div>
        };
        notice(cx, Tone::Warning, cx.t("found-before"), body.into_any())
    })
}

fn check_step(
    cx: &PageContext<'_>,
    view: &WritingPage,
    state: &FormState,
    screening: &Screening,
) -> View {
    let found = found(cx, state, screening);
    let rows = rows(cx, view, &state.fields);
    let similar = similar(cx, view);
    let sensitive = state.fields.has("sensitive")
        || read_first(view, &state.fields).is_some()
        || !screening.clear();
    let by = day_near(cx, read_by(format::local(cx.now).date_naive()));
    let read = if sensitive { "write-send-next-read" } else { "write-send-next-public" };
    let read = cx.tw(read, &[("by", by.into())]);
    let closes = format::deadline_near(cx.lang, view.closes);
    let answer = cx.tw("write-send-next-answer", &[("closes", closes.into())]);
    let code = if view.name.is_none() { cx.t("write-send-next-code") } else { "" };
    // A fault of the form as a whole (a number that is no need's) stands beside no field.
    let also = state.fault("also_of").map(|what: What| {
        let said = crate::parts::forms::fault_words(cx, "also_of", what);
        view! { <p class="field-error" id="also_of">{said}</p> }
    });
    view! {
        <h1>{cx.t("write-check-title")}</h1>
        {also}
        {found}
        <dl class="answers">{rows}</dl>
        {similar}
        {next(cx, read)}
        {next(cx, format!("{answer} {code}"))}
    }
    .into_any()
}

/// Everything written, each with its «Cambia».
fn rows(cx: &PageContext<'_>, view: &WritingPage, fields: &Fields) -> Vec<View> {
    let kind = view.kind;
    let language = fields.text("language");
    let mut rows = Vec::new();
    let mut row = |step: Step, label: &'static str, shown: View| {
        let what = hidden(format!(": {label}"));
        rows.push(
            view! {
                <div>
                    <dt>{label}</dt>
                    <dd>{shown}</dd>
                    <dd class="answers-change">
                        <button class="btn btn-plain" type="submit" name="go" value=step.code()>
                            {cx.t("write-change")}{what}
                        </button>
                    </dd>
                </div>
            }
            .into_any(),
        );
    };
    let said = |name: &str| match fields.text(name) {
        "" => view! { <span class="muted">{cx.t("write-check-nothing")}</span> }.into_any(),
        text => voice(text, language, Size::Plain),
    };
    row(Step::Words, cx.coded("write-check-words", kind.code()), said("body"));
    row(Step::Words, cx.t("write-check-title-row"), said("title"));
    if language != cx.lang.code() {
        row(Step::Words, cx.t("write-check-language"), words(language_name(cx, language)));
    }
    match kind {
        Kind::Need => {
            if !fields.text("strengths").is_empty() {
                row(Step::Words, cx.t("write-check-strengths"), said("strengths"));
            }
        }
        Kind::Proposal => {
            row(Step::Doing, cx.t("write-check-recipients"), said("recipients"));
            row(Step::Doing, cx.t("write-check-doers"), said("doers"));
            row(Step::Doing, cx.t("write-check-resources"), said("resources"));
            row(Step::Answers, cx.t("write-check-answers"), answered(cx, view, fields));
        }
    }
    let named = |found: Option<&String>| match found {
        Some(name) => words(name.clone()),
        None => view! { <span class="muted">{cx.t("write-check-nothing")}</span> }.into_any(),
    };
    let place = view.municipalities.iter().find(|one| one.code == fields.text("municipality"));
    row(Step::Place, cx.t("write-check-place"), named(place.map(|place| &place.name)));
    let policy = view.policies.iter().find(|one| one.code == fields.text("policy"));
    let policy = match policy {
        Some(policy) => {
            let pick = offered(cx, policy);
            let lang = pick.lang.clone();
            view! { <span lang=lang>{pick.label}</span> }.into_any()
        }
        None => named(None),
    };
    row(Step::Place, cx.t("write-check-policy"), policy);
    let organisation = view.organisations.iter().find(|(id, _)| id == fields.text("organisation"));
    let author = fields.text("author_kind").parse::<AuthorKind>().ok();
    let who = match (organisation, author) {
        (Some((_, name)), _) => words(name.clone()),
        (None, Some(kind)) if AuthorKind::PERSONAL.contains(&kind) => {
            words(cx.coded("write-author", kind.code()))
        }
        (None, _) => named(None),
    };
    row(Step::Who, cx.t("write-check-who"), who);
    let name = match (&view.name, fields.text("signed")) {
        (Some(name), "yes") => cx.tw("write-signed-yes", &[("name", name.as_str().into())]),
        (Some(_) | None, _) => cx.t("write-signed-no").to_owned(),
    };
    row(Step::Who, cx.t("write-check-name"), words(name));
    if fields.has("sensitive") {
        row(Step::Who, cx.t("write-check-sensitive"), words(cx.t("write-check-sensitive-yes")));
    }
    rows
}

/// The needs a proposal answers: titles of those known here, numbers of the others.
fn answered(cx: &PageContext<'_>, view: &WritingPage, fields: &Fields) -> View {
    let mut list: Vec<View> = fields
        .texts("answers")
        .filter(|number| !number.is_empty())
        .map(|number| match view.needs.iter().find(|need| need.number.to_string() == number) {
            Some(need) => {
                let title = card::said_title(cx, need);
                view! { <li>{title}</li> }.into_any()
            }
            None => {
                let number = number.to_owned();
                view! { <li>{number}</li> }.into_any()
            }
        })
        .collect();
    let more = fields.text("answers_more");
    if !more.is_empty() {
        let more = more.to_owned();
        list.push(view! { <li>{more}</li> }.into_any());
    }
    if list.is_empty() {
        return view! { <span class="muted">{cx.t("write-check-nothing")}</span> }.into_any();
    }
    view! { <ul>{list}</ul> }.into_any()
}

/// Similar ones, each with «È anche per me»: the last step before the button.
fn similar(cx: &PageContext<'_>, view: &WritingPage) -> Option<View> {
    if view.similar.is_empty() {
        return None;
    }
    let lead = match view.kind {
        Kind::Need => cx.t("write-similar-need-lead"),
        Kind::Proposal => cx.t("write-similar-proposal-lead"),
    };
    let nearest = view.similar.iter().take(NEAREST);
    let list: Vec<View> = nearest.map(|one| similar_one(cx, view.kind, one)).collect();
    Some(
        view! {
            <section class="mt-4 mb-3" aria-labelledby="similar">
                <h2 class="h3" id="similar">{cx.t("write-similar-title")}</h2>
                <p>{lead}</p>
                <ul class="similar" role="list">{list}</ul>
            </section>
        }
        .into_any(),
    )
}

fn similar_one(cx: &PageContext<'_>, kind: Kind, one: &SimilarCard) -> View {
    let contribution = &one.contribution;
    let (href, title) = (card::href(cx, contribution), card::title(cx, contribution));
    let lang = contribution.language.clone();
    let quote =
        (!one.excerpt.is_empty()).then(|| voice(&one.excerpt, &contribution.language, Size::Card));
    let shared = (!one.shared_words.is_empty()).then(|| {
        let shared = one.shared_words.join(", ");
        view! { <p>{cx.tw("write-similar-words", &[("words", shared.into())])}</p> }
    });
    let also = (kind == Kind::Need && contribution.kind == Kind::Need).then(|| {
        let (number, which) = (contribution.number.to_string(), hidden(format!(": {title}")));
        view! {
            <div class="button-row mt-1">
                <button class="btn btn-outline-primary btn-sm" type="submit" name="also_of"
                    value=number>{cx.t("write-similar-also")}{which}</button>
            </div>
        }
    });
    let opens = hidden(format!(" {}", cx.t("write-similar-new-tab")));
    view! {
        <li>
            <a href=href target="_blank" lang=lang dir="auto">{title.clone()}{opens}</a>
            {quote}
            {shared}
            {also}
        </li>
    }
    .into_any()
}
