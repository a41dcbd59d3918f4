//! *Il filo*: the steps of a thread, drawn as one vertical line. Where this line is, there is
//! provenance behind it.

use domain::merging::{ClusterState, Share};
use domain::time::Moment;
use domain::views::{ActionRef, NextStep, OriginCluster, SourceView, StepWhat, Thread, ThreadStep};
use leptos::prelude::*;

use super::voice::{Size, voice};
use super::{View, card, date, day, format, official, people, quoting, state, words};
use crate::render::PageContext;
use crate::urls::Page;

/// A thread: its steps in their order. The last one that has happened is marked.
pub fn thread(cx: &PageContext<'_>, thread: &Thread) -> View {
    let now = thread.steps.iter().rposition(|step| !matches!(step.what, StepWhat::Next { .. }));
    let mut seen = None;
    let steps: Vec<_> = thread
        .steps
        .iter()
        .enumerate()
        .map(|(index, one)| step(cx, one, now == Some(index), &mut seen))
        .collect();
    view! { <ol class="thread" role="list">{steps}</ol> }.into_any()
}

/// The link to an action, unless the step before already led there.
fn to_action(cx: &PageContext<'_>, action: &ActionRef, seen: &mut Option<i64>) -> Option<View> {
    let known = seen.replace(action.number) == Some(action.number);
    (!known).then(|| view! { <p>{card::action_link(cx, action)}</p> }.into_any())
}

fn step(cx: &PageContext<'_>, step: &ThreadStep, now: bool, seen: &mut Option<i64>) -> View {
    let class = match (&step.what, now) {
        (StepWhat::Next { .. }, _) => "thread-step thread-step--next",
        (_, true) => "thread-step thread-step--now",
        (_, false) => "thread-step",
    };
    let when = when(cx, step);
    let (what, more) = what(cx, &step.what, seen);
    view! {
        <li class=class>
            {when}
            <h3 class="thread-what">{what}</h3>
            {more}
        </li>
    }
    .into_any()
}

/// When, and by whom where that is a role.
fn when(cx: &PageContext<'_>, step: &ThreadStep) -> View {
    let by = match &step.what {
        StepWhat::Joined { facilitator, .. } if !facilitator.is_empty() => {
            Some(cx.tw("thread-facilitator", &[("name", facilitator.as_str().into())]))
        }
        StepWhat::Said { .. } | StepWhat::Echoed { .. } | StepWhat::Next { .. } => None,
        _ => step.role.map(|role| cx.coded("role", role.code()).to_owned()),
    };
    let at = match (&step.what, step.at) {
        (StepWhat::Next { by: Some(by), .. }, _) => Some(words(
            cx.tw("thread-by", &[("date", format::day(cx.lang, format::last_day(*by)).into())]),
        )),
        (StepWhat::Next { by: None, .. }, _) => Some(words(cx.t("thread-next"))),
        (_, Some(at)) => Some(date(cx, at)),
        (_, None) => None,
    };
    match (at, by) {
        (None, None) => super::nothing(),
        (at, by) => {
            let dot = (at.is_some() && by.is_some()).then_some(" · ");
            view! { <p class="thread-when">{at}{dot}{by}</p> }.into_any()
        }
    }
}

/// What happened: the heading, and what is told beneath.
fn what(cx: &PageContext<'_>, what: &StepWhat, seen: &mut Option<i64>) -> (View, View) {
    match what {
        StepWhat::Said { contribution, excerpt, round } => {
            let quote = voice(excerpt, &contribution.language, Size::Plain);
            let place = quoting(cx, "thread-said-in", &[], ("round", &round.title));
            let own = Page::contribution(contribution.kind, contribution.number);
            // Who follows by a receipt reads a text that may not have a page of its own yet.
            let here = [Some(own), Some(Page::Follow)].contains(&cx.page);
            let link =
                (!contribution.title.is_empty() && !here).then(|| card::link(cx, contribution));
            (
                words(cx.t("thread-said")),
                view! { {link}{quote}<p class="small muted">{place}</p> }.into_any(),
            )
        }
        StepWhat::Echoed { voices } => (
            words(cx.tw("thread-echoed", &[("people", people(cx, *voices).into())])),
            super::nothing(),
        ),
        StepWhat::Published => (words(cx.t("thread-published")), super::nothing()),
        StepWhat::Withdrawn => (words(cx.t("thread-withdrawn")), super::nothing()),
        StepWhat::Hidden { reason_class } => (
            words(cx.t("thread-hidden")),
            reason_class.map_or_else(super::nothing, |class| {
                super::p(cx.coded("reason-class", class.code()))
            }),
        ),
        StepWhat::LeftAlone { class, words: reason } => {
            let class = super::p(cx.coded("alone", class.code()));
            let reason = (!reason.is_empty()).then(|| super::voice::prose(cx, reason));
            let more = super::p(cx.t("thread-left-alone-more"));
            (words(cx.t("thread-left-alone")), view! { {class}{reason}{more} }.into_any())
        }
        StepWhat::Joined {
            cluster,
            sources,
            reason,
            facilitator: _,
            dissent,
            state,
            closes,
            dissolved,
        } => {
            // On the pages of the cluster itself there is nowhere to lead to.
            let here = [Page::Cluster(cluster.number), Page::ClusterThread(cluster.number)];
            let joined = if cx.page.is_some_and(|page| here.contains(&page)) {
                let proposed = state.pending() || *state == ClusterState::Apart;
                let key = if proposed { "thread-proposed-this" } else { "thread-joined-this" };
                words(cx.tn(key, *sources))
            } else {
                let link = card::cluster_link(cx, cluster);
                let told = if *dissent {
                    cx.t("thread-dissents").to_owned()
                } else {
                    let proposed = state.pending() || *state == ClusterState::Apart;
                    let key = if proposed { "thread-proposed" } else { "thread-joined" };
                    cx.tn(key, sources.saturating_sub(1))
                };
                view! { {told}" "{link} }.into_any()
            };
            let dissolved = dissolved.as_ref().map(|why| {
                let told = cx.t("thread-dissolved");
                view! { <p><strong>{told}</strong>" "{official(cx, why.clone())}</p> }
            });
            let stands = joining(cx, *state, *closes);
            let reason = reason.clone();
            let more = view! { <p lang=cx.content_lang()>{reason}</p>{stands}{dissolved} };
            (joined, more.into_any())
        }
        StepWhat::Drafted { action } => {
            let link = card::action_link(cx, action);
            *seen = Some(action.number);
            let words = cx.t("thread-drafted");
            (view! { {words}" "{link} }.into_any(), super::nothing())
        }
        StepWhat::SentToTable { action } => {
            let link = to_action(cx, action, seen);
            (words(cx.t("thread-sent")), link.into_any())
        }
        StepWhat::Reviewed { action, outcome, reason, conditions } => {
            let link = to_action(cx, action, seen);
            let conditions = list(cx, cx.t("conditions"), conditions);
            (
                words(cx.coded("review", outcome.code())),
                view! { <p class="mb-1" lang=cx.content_lang()>{reason.clone()}</p>{conditions}{link} }.into_any(),
            )
        }
        StepWhat::Deliberated { action, act, approved } => {
            let link = to_action(cx, action, seen);
            let key = if *approved { "thread-approved" } else { "thread-not-approved" };
            let told = cx.tw(
                key,
                &[
                    ("number", act.number.as_str().into()),
                    ("date", format::day(cx.lang, act.date).into()),
                ],
            );
            let body = act.body.clone();
            (
                words(told),
                view! { <p class="mb-1" lang=cx.content_lang()>{body}</p>{link} }.into_any(),
            )
        }
        StepWhat::Measured { action, indicator, unit, baseline, value, target, date } => {
            let link = to_action(cx, action, seen);
            let told =
                quoting(cx, "thread-measured", &[("value", (*value).into())], ("unit", unit));
            let path = cx.tw(
                "thread-measured-path",
                &[("baseline", (*baseline).into()), ("target", (*target).into())],
            );
            let (indicator, when) = (official(cx, indicator.clone()), day(cx, *date));
            (told, view! { <p class="mb-1">{indicator}", "{when}". "{path}</p>{link} }.into_any())
        }
        StepWhat::Answered { outcome, reason, action, addressed_to } => {
            let badge = state::outcome(cx, None, *outcome);
            let link = action.as_ref().and_then(|action| to_action(cx, action, seen));
            let passed = addressed_to.as_ref().map(|body| {
                let told = quoting(cx, "thread-addressed", &[], ("body", body));
                view! { <p>{told}</p> }
            });
            (
                words(cx.t("thread-answered")),
                view! { <p class="mb-0">{badge}</p><p class="mb-1" lang=cx.content_lang()>{reason.clone()}</p>{passed}{link} }.into_any(),
            )
        }
        StepWhat::Next { next, by: _ } => {
            (words(cx.coded("next", next.code())), super::p(cx.coded("next-more", next.code())))
        }
    }
}

/// Where a cluster stands that joins nothing yet, or not at all.
fn joining(cx: &PageContext<'_>, state: ClusterState, closes: Option<Moment>) -> Option<View> {
    let words = match (state, closes) {
        (ClusterState::ObjectionWindow, Some(closes)) => {
            let day = format::day(cx.lang, format::last_day(closes));
            cx.tw("thread-until", &[("date", day.into())])
        }
        (ClusterState::Contested, _) => cx.t("thread-contested").to_owned(),
        (ClusterState::Apart, _) => {
            let apart = cx.coded("cluster-state", state.code()).to_lowercase();
            format!("{} {apart}", cx.t("thread-apart"))
        }
        (
            ClusterState::ObjectionWindow
            | ClusterState::Suggested
            | ClusterState::Proposed
            | ClusterState::Mediated
            | ClusterState::Applied
            | ClusterState::Dissolved,
            _,
        ) => return None,
    };
    Some(view! { <p class="small">{words}</p> }.into_any())
}

/// What comes next, in words, for pages that tell it apart from the thread.
pub fn next_words(cx: &PageContext<'_>, next: NextStep) -> &'static str {
    cx.coded("next-more", next.code())
}

fn list(cx: &PageContext<'_>, title: &'static str, entries: &[String]) -> Option<View> {
    (!entries.is_empty()).then(|| {
        let entries: Vec<_> =
            entries.iter().map(|entry| view! { <li>{entry.clone()}</li> }.into_any()).collect();
        view! { <p class="mb-0">{title}</p><ul lang=cx.content_lang()>{entries}</ul> }.into_any()
    })
}

/// The voices of a cluster and what they were joined into, read from the top down. Voices that
/// disagree come last, and say so.
pub fn origin(cx: &PageContext<'_>, origin: &OriginCluster) -> View {
    let mut steps = sources(cx, &origin.sources);
    let link = card::cluster_link(cx, &origin.cluster);
    let (synthesis, reason) =
        (super::voice::prose(cx, &origin.synthesis), official(cx, origin.reason.clone()));
    steps.push(
        view! {
            <li class="thread-step thread-step--now">
                <p class="thread-when">{cx.t("thread-joined-here")}</p>
                <h3 class="thread-what">{link}</h3>
                {synthesis}
                <p class="small muted">{cx.t("reason-label")}" "{reason}</p>
            </li>
        }
        .into_any(),
    );
    view! { <ol class="thread thread--tight" role="list">{steps}</ol> }.into_any()
}

/// Sources as steps, dissent last.
pub fn sources(cx: &PageContext<'_>, list: &[SourceView]) -> Vec<View> {
    sources_with(cx, list, |_| None)
}

/// The same, with something more beneath each.
pub fn sources_with(
    cx: &PageContext<'_>,
    list: &[SourceView],
    more: impl Fn(&SourceView) -> Option<View>,
) -> Vec<View> {
    let (dissent, agreed): (Vec<_>, Vec<_>) =
        list.iter().partition(|source| source.share == Share::Dissent);
    agreed.into_iter().chain(dissent).map(|one| source(cx, one, more(one))).collect()
}

/// One source as a step: who, their words, and something more.
pub fn source(cx: &PageContext<'_>, source: &SourceView, more: Option<View>) -> View {
    let dissent = source.share == Share::Dissent;
    let class = if dissent { "thread-step thread-step--dissent" } else { "thread-step" };
    let contribution = &source.card.contribution;
    let kind = state::kind(cx, contribution.kind);
    let who = format!("{kind} · {} · {}", card::author(cx, &source.card), source.card.municipality);
    let share = cx.coded("share", source.share.code());
    let link = card::link(cx, contribution);
    let text = match &source.excerpt {
        Some(excerpt) if !excerpt.is_empty() => excerpt,
        _ => &source.body,
    };
    let quote = (!text.is_empty()).then(|| voice(text, &contribution.language, Size::Plain));
    let label = dissent.then(|| view! { <strong>{share}</strong>" · " });
    let share = (!dissent).then(|| view! { " · "{share} });
    view! {
        <li class=class>
            <p class="thread-when">{label}{who}{share}</p>
            <h3 class="thread-what">{link}</h3>
            {quote}
            {more}
        </li>
    }
    .into_any()
}
