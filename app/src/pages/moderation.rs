//! The moderators' queue: one card a case, the words first, then what is decided and why.

use chrono::NaiveDate;
use domain::comments::FlagReason;
use domain::forms::FormState;
use domain::moderation::{Cause, Decision, ReasonClass, SUSPENDED_DAYS, read_by};
use domain::people::Role;
use domain::screening::Screening;
use domain::views::{CaseCard, Claim, ModerationPage, Shell};
use leptos::prelude::*;

use crate::format;
use crate::parts::forms::{
    Field, Pick, act, check, error_summary, form_id, hidden_field, radios, select, submit,
    text_area,
};
use crate::parts::voice::{Size, voice};
use crate::parts::{
    Tone, View, card, date, date_time, empty, help, hidden, meta, nothing, notice, p, page_head,
    state, why_not, words,
};
use crate::render::{Meta, PageContext, document};
use crate::urls::Page;

/// The queue. Each form posts to this page with the number of its `case`; the one that was sent
/// with faults is drawn from `state`, and comes first.
pub fn page(
    cx: &PageContext<'_>,
    shell: &Shell,
    view: &ModerationPage,
    state: &FormState,
) -> String {
    let meta = Meta::staff(cx.t("mod-title")).faulty(!state.faults.is_empty());
    document(cx, shell, meta, || body(cx, view, state))
}

fn body(cx: &PageContext<'_>, view: &ModerationPage, state: &FormState) -> View {
    let sent: Option<i64> = state.fields.text("case").parse().ok();
    let (first, rest): (Vec<&CaseCard>, Vec<&CaseCard>) =
        view.cases.iter().partition(|case| sent == Some(case.number));
    let cases: Vec<View> = first
        .into_iter()
        .chain(rest)
        .map(|case| one(cx, case, (sent == Some(case.number)).then_some(state), &state.id))
        .collect();
    let list = if cases.is_empty() {
        empty(cx, cx.t("mod-empty-title"), cx.t("mod-empty"), None)
    } else {
        cases.into_any()
    };
    let lead = cx.t(if view.appeals_only { "mod-lead-appeals" } else { "mod-lead" });
    let record = cx.path(Page::ModerationRecord);
    let (waiting, decided) =
        (cx.tn("mod-count", view.cases.len()), cx.tn("mod-decided", view.decided));
    view! {
        {error_summary(cx, state)}
        {page_head(None, cx.t("mod-title"), Some(lead.to_owned()))}
        {alarm(cx, view)}
        <div class="staff-bar"><p><strong>{waiting}</strong></p><p class="muted">{decided}</p><p><a href=record>{cx.t("record-title")}</a></p><p><a href=cx.path(Page::Bursts)>{cx.t("bursts-title")}</a></p></div>
        <div class="stack">{list}</div>
        {objections(cx, view, state)}
    }
    .into_any()
}

/// Reasons of objections that the detectors held.
fn objections(cx: &PageContext<'_>, view: &ModerationPage, state: &FormState) -> View {
    if view.reasons.is_empty() {
        return nothing();
    }
    let list: Vec<View> = view
        .reasons
        .iter()
        .map(|one| {
            let (link, at) = (card::cluster_link(cx, &one.cluster), date(cx, one.at));
            let author = cx.coded("author", one.author.code());
            let said = voice(&one.words, &one.language, Size::Plain);
            let screening = Screening::of(&[&one.words]);
            let found = help::found(cx, &screening, &one.language);
            let acts = match &one.may {
                Ok(()) => view! {
                    <form method="post" action=cx.here()>
                        {form_id(state)}
                        {hidden_field("cluster", one.cluster.number.to_string())}
                        {hidden_field("position", one.position.to_string())}
                        <div class="button-row">
                            {act("btn btn-primary", "do", "publish-reason", words(cx.t("reason-publish")))}
                            {act("btn btn-outline-primary", "do", "keep-reason", words(cx.t("reason-keep")))}
                        </div>
                    </form>
                }
                .into_any(),
                Err(refusal) => why_not(cx, refusal),
            };
            view! {
                <article class="box">
                    <h3 class="h5">{link}</h3>
                    <p class="small muted">{author}" · "{at}</p>
                    {said}
                    {found}
                    {acts}
                </article>
            }
            .into_any()
        })
        .collect();
    view! {
        <section class="mt-4" aria-labelledby="reasons">
            <h2 id="reasons">{cx.t("reasons-title")}</h2>
            <p class="measure">{cx.t("reasons-lead")}</p>
            <div class="stack">{list}</div>
        </section>
    }
    .into_any()
}

/// A case: what it is on the left, the decision on the right.
pub(super) fn one(
    cx: &PageContext<'_>,
    case: &CaseCard,
    sent: Option<&FormState>,
    id: &str,
) -> View {
    let number = case.number;
    let fresh = FormState { id: id.to_owned(), ..FormState::default() };
    let form = sent.unwrap_or(&fresh);
    // The ids of the form that was sent are the plain names: the summary of faults leads there.
    let own = |name: &str| {
        if sent.is_some() { name.to_owned() } else { format!("case-{number}-{name}") }
    };
    let contribution = &case.card.contribution;
    let anchor = format!("case-{number}");
    let heading = if case.words.title.is_empty() {
        card::title(cx, contribution)
    } else {
        case.words.title.clone()
    };
    let cause = match case.cause {
        Cause::Sensitive | Cause::Before => "it-clock",
        Cause::Flagged => "it-flag",
        Cause::Detected => "it-search",
        Cause::Danger => "it-warning-circle",
        Cause::Appeal => "it-refresh",
    };
    let class = if case.cause == Cause::Danger { "state state--bad" } else { "state state--warn" };
    let cause = state::badge(cx, class, cause, cx.coded("cause", case.cause.code()));
    let href = cx.path(Page::Case(number));
    let facts = meta(vec![
        view! { <a href=href><strong>{cx.tn("mod-case", number)}</strong></a> }.into_any(),
        words(state::kind(cx, contribution.kind)),
        words(case.card.municipality.clone()),
        words(card::author(cx, &case.card)),
        words(case.card.policy.clone()),
        date(cx, case.at),
    ]);
    let comment = case.comment.map(|_| {
        let link = card::link(cx, contribution);
        view! { <p>{cx.t("mod-comment-on")}" "{link}</p> }
    });
    let found = found(cx, case, &contribution.language);
    let reasons = reasons(cx, case);
    let note = case.note.as_ref().filter(|note| !note.is_empty()).map(|note| {
        let note = voice(note, cx.lang.code(), Size::Plain);
        view! { <div class="panel mb-2"><p class="eyebrow">{cx.t("mod-note")}</p>{note}</div> }
    });
    let lang = contribution.language.clone();
    let more: Vec<View> = [
        ("write-check-strengths", &case.words.strengths),
        ("write-check-recipients", &case.words.recipients),
        ("write-check-doers", &case.words.doers),
        ("write-check-resources", &case.words.resources),
    ]
    .into_iter()
    .filter(|(_, text)| !text.is_empty())
    .map(|(label, text)| {
        let quote = voice(text, &lang, Size::Plain);
        view! { <p class="eyebrow mt-1 mb-0">{cx.t(label)}</p>{quote} }.into_any()
    })
    .collect();
    let claim = claim(cx, case, id);
    let before = before(cx, case);
    let form = match &case.may_decide {
        Ok(()) => form_of(cx, case, form, own),
        Err(refusal) => view! { <div>{why_not(cx, refusal)}</div> }.into_any(),
    };
    view! {
        <article class="box" id=anchor>
            <div class="split split--even">
                <div>
                    {facts}
                    <h2 class="h3" lang=lang.clone()>{heading}</h2>
                    <p class="chips">{cause}" "{due(cx, case)}</p>
                    {claim}
                    {before}
                    {comment}
                    {voice(&case.words.body, &lang, Size::Plain)}
                    {more}
                    {found}
                    {reasons}
                    {note}
                </div>
                {form}
            </div>
        </article>
    }
    .into_any()
}

/// Why it was reported, each reason once with how often it was given.
fn reasons(cx: &PageContext<'_>, case: &CaseCard) -> Option<View> {
    let list: Vec<View> = FlagReason::ALL
        .iter()
        .filter_map(|&reason| {
            let n = case.flagged_for.iter().filter(|one| **one == reason).count();
            (n > 0).then(|| {
                let why = cx.coded("flag-reason", reason.code());
                let times = cx.tn("mod-reports", n);
                view! { <li>{why}" ("{times}")"</li> }.into_any()
            })
        })
        .collect();
    (!list.is_empty()).then(|| {
        view! { <p class="eyebrow">{cx.t("mod-flagged-for")}</p><ul>{list}</ul> }.into_any()
    })
}

/// Who reads it now, in their role; to take it, or to let go.
fn claim(cx: &PageContext<'_>, case: &CaseCard, id: &str) -> View {
    let (key, taken) = match case.claim {
        Some(Claim { mine: true, until }) => (Some(("mod-claimed-mine", until)), true),
        Some(Claim { mine: false, until }) => (Some(("mod-claimed", until)), false),
        None => (None, false),
    };
    let told = key.map(|(key, until)| {
        let until = format::moment(cx.lang, until);
        let role = cx.coded("role", Role::Moderator.code());
        let words = cx.tw(key, &[("until", until.into()), ("role", role.into())]);
        state::badge(cx, "state", "it-user", words)
    });
    let may = case.may_decide.is_ok();
    let button = may.then(|| {
        let (value, words) = match taken {
            true => ("release", cx.t("mod-release")),
            false => ("claim", cx.t("mod-claim")),
        };
        let state = FormState { id: id.to_owned(), ..FormState::default() };
        let (id, number) = (form_id(&state), hidden_field("case", case.number.to_string()));
        let which = hidden(format!(": {}", cx.tn("mod-case", case.number)));
        let words = view! { {words}{which} }.into_any();
        let button = act("btn btn-outline-primary btn-sm", "do", value, words);
        view! { <form class="mb-2" method="post" action=cx.path(Page::Moderation)>{id}{number}{button}</form> }
    });
    view! { {told.map(|told| view! { <p>{told}</p> })}{button} }.into_any()
}

/// What is known beside the text: what an appeal is against, that a softer wording waits.
fn before(cx: &PageContext<'_>, case: &CaseCard) -> View {
    let appealed = case.appealed.as_ref().map(|earlier| {
        let at = format::date(cx.lang, earlier.at);
        let what = cx.coded("record-decision", earlier.decision.code());
        let class = earlier.class.map(|class| cx.coded("mod-class", class.code()));
        let told = cx.tw(
            "mod-appealed",
            &[("date", at.into()), ("what", what.into()), ("class", class.unwrap_or("").into())],
        );
        let reason = earlier.reason.clone();
        view! {
            <div class="panel mb-2">
                <p class="eyebrow">{cx.t("mod-appeal")}</p>
                <p>{told}</p>
                <p lang=cx.content_lang()>{reason}</p>
            </div>
        }
    });
    let softened = case.softened.map(|at| {
        let at = format::date(cx.lang, at);
        let words = cx.tw("mod-softened", &[("date", at.into())]);
        view! { <p>{state::badge(cx, "state state--warn", "it-clock", words)}</p> }
    });
    view! { {appealed}{softened} }.into_any()
}

/// What the detectors find in it, with the passage; in danger first what is to be done.
fn found(cx: &PageContext<'_>, case: &CaseCard, language: &str) -> Option<View> {
    (!case.detected.is_empty()).then(|| {
        let screening = Screening::of_words(&case.words);
        let list = help::found(cx, &screening, language);
        let duty = (case.cause == Cause::Danger).then(|| {
            let body = view! { {p(cx.t("mod-danger-first"))}{p(cx.t("mod-danger-then"))} };
            notice(cx, Tone::Warning, cx.t("mod-danger-duty"), body.into_any())
        });
        view! {
            <div class="panel mb-2">
                {duty}
                <p class="eyebrow">{cx.t("mod-found")}</p>
                {list}
                <p class="small muted">{cx.t("mod-found-more")}</p>
            </div>
        }
        .into_any()
    })
}

/// Texts with words of present danger, told before all else, with the way to each.
fn alarm(cx: &PageContext<'_>, view: &ModerationPage) -> Option<View> {
    let danger = view.cases.iter().filter(|case| case.cause == Cause::Danger);
    let list: Vec<View> = danger
        .map(|case| {
            let href = format!("#case-{}", case.number);
            let (number, at) = (cx.tn("mod-case", case.number), date_time(cx, case.at));
            view! { <li><a href=href>{number}</a>" · "{at}</li> }.into_any()
        })
        .collect();
    (!list.is_empty()).then(|| {
        let title = cx.tn("mod-danger", list.len());
        let body = view! { {p(cx.t("mod-danger-lead"))}<ul>{list}</ul> };
        notice(cx, Tone::Refusal, title, body.into_any())
    })
}

/// By when it is to be read, or that it is public while it waits.
fn due(cx: &PageContext<'_>, case: &CaseCard) -> View {
    if case.public {
        return state::badge(cx, "state", "it-password-visible", cx.t("mod-public"));
    }
    let by = read_by(format::local(case.at).date_naive());
    let today: NaiveDate = format::local(cx.now).date_naive();
    let day = format::day_short(cx.lang, by);
    let (class, key) =
        if by < today { ("state state--bad", "mod-late") } else { ("state", "mod-by") };
    state::badge(cx, class, "it-calendar", cx.tw(key, &[("by", day.into())]))
}

fn form_of(
    cx: &PageContext<'_>,
    case: &CaseCard,
    form: &FormState,
    own: impl Fn(&str) -> String,
) -> View {
    let offered: &[Decision] = if case.cause == Cause::Appeal {
        &[Decision::Publish, Decision::Hide]
    } else if case.public {
        &[Decision::Publish, Decision::PublishSoftened, Decision::Hide]
    } else {
        &[Decision::Publish, Decision::PublishSoftened, Decision::Reject]
    };
    let picks = offered
        .iter()
        .map(|decision| {
            let code = decision.code();
            let label = if case.cause == Cause::Appeal {
                cx.coded("mod-again", code)
            } else if case.public && *decision == Decision::Publish {
                cx.t("mod-decision-pubblicato-public")
            } else {
                cx.coded("mod-decision", code)
            };
            let key = if case.cause == Cause::Appeal { "mod-again" } else { "mod-decision" };
            Pick::new(code, label).hint(cx.t(&format!("{key}-{code}-hint")))
        })
        .collect();
    let field = Field::new("decision", cx.t("mod-decision")).id(own("decision"));
    let decision = radios(cx, form, field, picks);
    // What a moderator is likely to give comes first; it is never chosen for them.
    let likely: Vec<ReasonClass> = case.detected.iter().map(|one| one.likely_reason()).collect();
    let mut classes: Vec<ReasonClass> = ReasonClass::ALL.to_vec();
    classes.sort_by_key(|class| !likely.contains(class));
    let classes = classes
        .iter()
        .map(|class| (class.code().to_owned(), cx.coded("mod-class", class.code()).to_owned()))
        .collect();
    let field = Field::new("reason_class", cx.t("mod-reason-class"))
        .hint(cx.t("mod-reason-class-hint"))
        .id(own("reason_class"));
    let class = select(cx, form, field, vec![(String::new(), classes)]);
    let field =
        Field::new("reason", cx.t("mod-reason")).hint(cx.t("mod-reason-hint")).id(own("reason"));
    let reason = text_area(cx, form, field, 3, false);
    // Offered only where hate came again: one's needs stay free.
    let suspend = case.repeated.then(|| {
        let field = Field::new("suspend", cx.tn("mod-suspend", SUSPENDED_DAYS))
            .hint(cx.t("mod-suspend-hint"))
            .id(own("suspend"));
        check(cx, form, field)
    });
    let stale = form
        .fields
        .has("stale")
        .then(|| notice(cx, Tone::Warning, cx.t("mod-stale"), words(cx.t("mod-stale-next"))));
    view! {
        <form class="form" method="post" action=cx.path(Page::Moderation) novalidate>
            {form_id(form)}
            {stale}
            {hidden_field("case", case.number.to_string())}
            {hidden_field("revision", case.revision.to_string())}
            {decision}
            {class}
            {reason}
            {suspend}
            {submit(cx.t("mod-save"))}
        </form>
    }
    .into_any()
}
