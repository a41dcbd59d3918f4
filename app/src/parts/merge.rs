//! The life of a merge: where it stands, what happened to it, and what the author of a source may
//! answer, with the old and the new text beside each other.

use domain::contributions::AuthorKind;
use domain::forms::FormState;
use domain::merging::ClusterState;
use domain::merging::life::REASON_MOST;
use domain::screening::Screening;
use domain::views::{LifeStep, LifeWhat, MineMerge, OwnAnswer, OwnMerge, ProposedMerge};
use leptos::prelude::*;

use super::forms::{self, Field, form_id, hidden_field};
use super::handled::Whose;
use super::voice::{Size, voice};
use super::{
    Tone, View, card, date, diff, disclosure, help, hidden, nothing, notice, official, p, state,
    why_not,
};
use crate::format;
use crate::render::PageContext;

/// Last day of a window, in words.
fn last_day(cx: &PageContext<'_>, closes: domain::time::Moment) -> String {
    format::day(cx.lang, format::last_day(closes))
}

/// The badge of where a merge stands, with the end of its window while that is open.
pub fn badge(cx: &PageContext<'_>, merge: &ProposedMerge) -> View {
    match (merge.state, merge.closes) {
        (ClusterState::ObjectionWindow, Some(closes)) => {
            let day = last_day(cx, closes);
            let words = cx.tw("merge-badge-until", &[("date", day.into())]);
            state::cluster_as(cx, merge.state, words)
        }
        _ => state::cluster(cx, merge.state),
    }
}

/// What is to be known first of a merge: until when one may object, that somebody did, or that its
/// texts stay apart.
pub fn stands(cx: &PageContext<'_>, merge: &ProposedMerge) -> View {
    let (tone, title, more) = match (merge.state, merge.closes) {
        (ClusterState::ObjectionWindow, Some(closes)) => {
            let day = last_day(cx, closes);
            let title = cx.tw("merge-until", &[("date", day.into())]);
            (Tone::Plain, title, "merge-until-more")
        }
        (ClusterState::Contested, _) => {
            (Tone::Warning, cx.t("merge-contested").to_owned(), "merge-contested-more")
        }
        (ClusterState::Apart, _) => {
            (Tone::Plain, cx.t("merge-apart").to_owned(), "merge-apart-more")
        }
        (
            ClusterState::ObjectionWindow
            | ClusterState::Suggested
            | ClusterState::Proposed
            | ClusterState::Mediated,
            _,
        ) => (Tone::Plain, cx.t("merge-waits").to_owned(), "merge-waits-more"),
        (ClusterState::Applied | ClusterState::Dissolved, _) => return nothing(),
    };
    notice(cx, tone, title, p(cx.t(more)))
}

/// A source and the synthesis beside each other.
pub fn beside(
    cx: &PageContext<'_>,
    title: &'static str,
    (body, language): (&str, &str),
    synthesis: &str,
) -> View {
    let old = (cx.t(title).to_owned(), body, Some(language.to_owned()));
    let new = (cx.t("merge-beside-synthesis").to_owned(), synthesis);
    diff::shared_beside(cx, old, new)
}

/// What happened to a merge, in its order.
pub fn life(cx: &PageContext<'_>, steps: &[LifeStep]) -> View {
    let last = steps.len().saturating_sub(1);
    let list: Vec<View> =
        steps.iter().enumerate().map(|(index, one)| step(cx, one, index == last)).collect();
    view! { <ol class="thread thread--tight" role="list">{list}</ol> }.into_any()
}

fn step(cx: &PageContext<'_>, step: &LifeStep, now: bool) -> View {
    let class = if now { "thread-step thread-step--now" } else { "thread-step" };
    let (what, more) = told(cx, &step.what);
    view! {
        <li class=class>
            <p class="thread-when">{date(cx, step.at)}</p>
            <h3 class="thread-what">{what}</h3>
            {more}
        </li>
    }
    .into_any()
}

/// Who it was, where that is public, in one of two texts.
fn by(cx: &PageContext<'_>, plain: &'static str, named: &'static str, name: &str) -> String {
    if name.is_empty() { cx.t(plain).to_owned() } else { cx.tw(named, &[("name", name.into())]) }
}

fn told(cx: &PageContext<'_>, what: &LifeWhat) -> (String, View) {
    match what {
        LifeWhat::Proposed { by: name, until } => {
            let until = until.map(|closes| {
                p(cx.tw("merge-life-until", &[("date", last_day(cx, closes).into())]))
            });
            (by(cx, "merge-life-proposed", "merge-life-proposed-by", name), until.into_any())
        }
        LifeWhat::Objected { author, reason, language, held } => {
            (objected(cx, *author), why(cx, reason.as_deref(), language, *held))
        }
        LifeWhat::Dissented { author: _ } => (cx.t("merge-life-dissented").to_owned(), nothing()),
        LifeWhat::TookBack { author: _ } => (cx.t("merge-life-took-back").to_owned(), nothing()),
        LifeWhat::Mediated { decision, reason, by: name } => {
            let decision = decision.map(|decision| {
                let words = cx.coded("mediation", decision.code());
                view! { <p class="mb-0"><strong>{words}</strong></p> }
            });
            let reason = official(cx, reason.clone());
            let more = view! { {decision}<p>{reason}</p> }.into_any();
            (by(cx, "merge-life-mediated", "merge-life-mediated-by", name), more)
        }
        LifeWhat::Applied => (cx.t("merge-life-applied").to_owned(), nothing()),
        LifeWhat::Dissolved { reason } => {
            let reason = official(cx, reason.clone());
            (cx.t("merge-life-dissolved").to_owned(), view! { <p>{reason}</p> }.into_any())
        }
    }
}

/// An author is told by the capacity in which they wrote, never by name.
fn objected(cx: &PageContext<'_>, author: Option<AuthorKind>) -> String {
    match author {
        Some(kind) => {
            let kind = cx.coded("author", kind.code()).to_lowercase();
            cx.tw("merge-life-objected-kind", &[("kind", kind.into())])
        }
        None => cx.t("merge-life-objected").to_owned(),
    }
}

fn why(cx: &PageContext<'_>, reason: Option<&str>, language: &str, held: bool) -> View {
    let Some(reason) = reason else {
        let key = if held { "merge-life-reason-held" } else { "merge-life-reason-gone" };
        return view! { <p class="muted">{cx.t(key)}</p> }.into_any();
    };
    let said = voice(reason, language, Size::Plain);
    let held = held.then(|| view! { <p class="small muted">{cx.t("merge-life-held-staff")}</p> });
    view! { {said}{held} }.into_any()
}

/// The merges of one's own text: what is proposed beside one's own words, until when one may
/// answer, what one answered, and the forms to do so. `whose` says to the server whose text it is.
pub fn own(cx: &PageContext<'_>, form: &FormState, list: &[OwnMerge], whose: &Whose) -> View {
    let list: Vec<View> = list.iter().map(|one| section(cx, form, one, whose)).collect();
    list.into_any()
}

fn section(cx: &PageContext<'_>, form: &FormState, one: &OwnMerge, whose: &Whose) -> View {
    let place = format!("{}-{}", one.merge.cluster.number, one.source.number);
    let (id, title_id) = (format!("merge-{place}"), format!("merge-title-{place}"));
    let open = one.may_accept.is_ok() || one.may_object.is_ok() || one.may_dissent.is_ok();
    let title = if one.merge.state.pending() { "merge-own" } else { "merge-own-decided" };
    let link = card::cluster_link(cx, &one.merge.cluster);
    let until = match (open, one.merge.state, one.merge.closes) {
        (true, ClusterState::ObjectionWindow, Some(closes)) => {
            let day = last_day(cx, closes);
            let words = cx.tw("merge-own-until", &[("date", day.into())]);
            Some(view! { <p><strong>{words}</strong></p> })
        }
        _ => None,
    };
    let lead = one.merge.state.pending().then(|| p(cx.t("merge-own-lead")));
    let compared = (!one.body.is_empty()).then(|| {
        beside(cx, "merge-beside-yours", (&one.body, &one.source.language), &one.synthesis)
    });
    let share = cx.coded("share", one.share.code());
    let reason = official(cx, one.reason.clone());
    let answer = answer(cx, one.answer.as_ref(), open);
    let acts = if open { acts(cx, form, one, whose, &place) } else { closed(cx, one) };
    view! {
        <section class="box" id=id aria-labelledby=title_id.clone()>
            <h2 class="h3" id=title_id.clone()>{cx.t(title)}</h2>
            <p>{link}" "{badge(cx, &one.merge)}</p>
            {until}
            {lead}
            {compared}
            <p><strong>{cx.t("merge-own-why")}</strong>": "{reason}</p>
            <p class="small muted">{cx.t("merge-own-share")}" "{share}</p>
            {answer}
            {acts}
        </section>
    }
    .into_any()
}

fn answer(cx: &PageContext<'_>, answer: Option<&OwnAnswer>, open: bool) -> View {
    let Some(answer) = answer else {
        return if open { p(cx.t("merge-answer-none")) } else { nothing() };
    };
    let said = cx.coded("merge-answer", answer.answer.code());
    let words =
        (!answer.words.is_empty()).then(|| voice(&answer.words, &answer.language, Size::Plain));
    let held = answer.held.then(|| view! { <p class="small">{cx.t("merge-answer-held")}</p> });
    let at = date(cx, answer.at);
    view! { <p class="mb-1"><strong>{cx.t("merge-own-said")}</strong>": "{said}" ("{at}")"</p>{words}{held} }
        .into_any()
}

fn closed(cx: &PageContext<'_>, one: &OwnMerge) -> View {
    match &one.may_accept {
        Err(refusal) if one.merge.state == ClusterState::Contested => why_not(cx, refusal),
        Err(_) | Ok(()) => nothing(),
    }
}

fn acts(
    cx: &PageContext<'_>,
    form: &FormState,
    one: &OwnMerge,
    whose: &Whose,
    place: &str,
) -> View {
    let hidden_fields = || -> Vec<View> {
        let mut fields: Vec<View> =
            whose.iter().map(|(name, value)| hidden_field(name, value.clone())).collect();
        fields.push(hidden_field("merge", one.merge.cluster.number.to_string()));
        fields.push(hidden_field("kind", one.source.kind.code()));
        fields.push(hidden_field("source", one.source.number.to_string()));
        fields
    };
    let which = hidden(format!(": {}", one.merge.cluster.title));
    let accept = one.may_accept.is_ok().then(|| {
        let words = view! { {cx.t("merge-accept")}{which} }.into_any();
        let button = forms::act("btn btn-outline-primary", "do", "accept-merge", words);
        view! {
            <form class="mb-3" method="post" action=cx.here()>
                {form_id(form)}{hidden_fields()}
                <p class="field-hint">{cx.t("merge-accept-hint")}</p>
                {button}
            </form>
        }
    });
    let sent = form.fields.text("merge") == one.merge.cluster.number.to_string()
        && form.fields.text("source") == one.source.number.to_string();
    let ours = |act: &str| sent && form.fields.text("do").starts_with(act);
    let blank = FormState { id: form.id.clone(), ..FormState::default() };
    let object = one.may_object.is_ok().then(|| {
        let sent = ours("object-merge");
        let state = if sent { form } else { &blank };
        let mut field = Field::new("objection", cx.t("merge-objection"))
            .hint(cx.t("merge-objection-hint"))
            .most(REASON_MOST);
        if !sent {
            field = field.id(format!("objection-{place}"));
        }
        let area = forms::text_area(cx, state, field, 4, true);
        let (told, as_is) = found(cx, state, sent);
        let words = cx.t("merge-object-send").into_any();
        let send = forms::act("btn btn-outline-primary", "do", "object-merge", words);
        let body = view! {
            <form class="form" method="post" action=cx.here() novalidate=true>
                {form_id(form)}{hidden_fields()}{told}{area}
                <div class="button-row">{send}{as_is}</div>
            </form>
        };
        disclosure(cx.t("merge-object"), sent, body.into_any())
    });
    let dissent = one.may_dissent.is_ok().then(|| {
        let sent = ours("dissent-merge");
        let state = if sent { form } else { &blank };
        let mut field =
            Field::new("sentence", cx.t("merge-sentence")).hint(cx.t("merge-sentence-hint"));
        field.lang = Some(one.source.language.clone());
        if !sent {
            field = field.id(format!("sentence-{place}"));
        }
        let area = forms::text_area(cx, state, field, 3, true);
        let words = cx.t("merge-dissent-send").into_any();
        let send = forms::act("btn btn-outline-primary", "do", "dissent-merge", words);
        let body = view! {
            <form class="form" method="post" action=cx.here() novalidate=true>
                {form_id(form)}{hidden_fields()}{area}{send}
            </form>
        };
        disclosure(cx.t("merge-dissent"), sent, body.into_any())
    });
    view! { {accept}{object}{dissent} }.into_any()
}

/// What the detectors found in a reason that comes back before it is sent, and the button to send
/// it all the same.
fn found(cx: &PageContext<'_>, form: &FormState, sent: bool) -> (Option<View>, Option<View>) {
    let screening = Screening::of(&[form.fields.text("objection")]);
    if !sent || !form.faults.is_empty() || form.refusal.is_some() || screening.clear() {
        return (None, None);
    }
    let list = help::found(cx, &screening, cx.lang.code());
    let body = view! { {p(cx.t("found-before-why"))}{list}{p(cx.t("found-comment-next"))} };
    let told = notice(cx, Tone::Warning, cx.t("found-before"), body.into_any());
    let told = view! { <div id="found" tabindex="-1" role="alert">{told}</div> }.into_any();
    let words = cx.t("found-send-as-is").into_any();
    (Some(told), Some(forms::act("btn btn-plain", "do", "object-merge-as-is", words)))
}

/// Merges of what somebody wrote or supports, among their own.
pub fn mine(cx: &PageContext<'_>, list: &[MineMerge]) -> View {
    if list.is_empty() {
        return nothing();
    }
    let rows: Vec<View> = list
        .iter()
        .map(|one| {
            let why = if one.wrote { "mine-merge-wrote" } else { "mine-merge-supported" };
            let answer = one.answer.map(|answer| cx.coded("merge-answer", answer.code()));
            let ask = match (one.wrote, answer, one.merge.state, one.merge.closes) {
                (true, None, ClusterState::ObjectionWindow, Some(closes)) => {
                    let day = last_day(cx, closes);
                    Some(cx.tw("mine-merge-answer", &[("date", day.into())]))
                }
                _ => None,
            };
            let badge = badge(cx, &one.merge);
            let link = card::cluster_link(cx, &one.merge.cluster);
            view! {
                <li class="entry">
                    <ul class="meta" role="list"><li><strong>{cx.t(why)}</strong></li></ul>
                    <h3 class="entry-title">{link}</h3>
                    <p class="mb-0">{badge}</p>
                    {ask.map(|ask| view! { <p class="small mb-0"><strong>{ask}</strong></p> })}
                    {answer.map(|answer| view! { <p class="small mb-0">{answer}</p> })}
                </li>
            }
            .into_any()
        })
        .collect();
    view! {
        <section aria-labelledby="merges">
            <h2 id="merges">{cx.t("mine-merges")}</h2>
            <ul class="entries" role="list">{rows}</ul>
        </section>
    }
    .into_any()
}
