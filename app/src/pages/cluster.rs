//! A cluster: what was brought together, by whom and why. Its sources stay as they are.

use domain::faults::Refusal;
use domain::forms::FormState;
use domain::merging::ClusterState;
use domain::merging::life::Mediation;
use domain::views::{ClusterPage, NoteAbout, Shell, SourceView};
use leptos::prelude::*;

use crate::format;
use crate::parts::forms::{self, Field, Pick};
use crate::parts::lists::query;
use crate::parts::notes::notes;
use crate::parts::voice::{plain, prose};
use crate::parts::{
    Tone, View, arrow_link, card, counted, date, diff, disclosure, merge, meta, nothing, notice,
    official, page_head_spoken, state, thread, why_not, words,
};
use crate::render::{Meta, PageContext, document};
use crate::urls::Page;

/// A cluster; the form is the one to undo it.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &ClusterPage, form: &FormState) -> String {
    let round = cx.path(Page::Round(view.round.number));
    let meta = Meta::new(view.card.cluster.title.clone())
        .spoken(cx.content_lang())
        .described(view.reason.clone())
        .under_spoken(view.round.title.clone(), round, cx.content_lang())
        .here()
        .faulty(!form.faults.is_empty());
    document(cx, shell, meta, || body(cx, view, form))
}

fn body(cx: &PageContext<'_>, view: &ClusterPage, form: &FormState) -> View {
    let errors = forms::error_summary(cx, form);
    let proposed = view.card.proposed();
    let badge = merge::badge(cx, &proposed);
    let joined = view.card.state.joins() || view.card.state == ClusterState::Dissolved;
    let is = if joined { "is-cluster" } else { "is-cluster-proposed" };
    let eyebrow = meta(vec![badge, words(cx.t(is))]);
    let title = view.card.cluster.title.clone();
    let head = page_head_spoken(Some(eyebrow), title, cx.content_lang(), None);
    let dissolved = view.dissolved.as_ref().map(|why| {
        let why = official(cx, why.clone());
        let why = view! { <p>{why}</p> }.into_any();
        notice(cx, Tone::Warning, cx.t("cluster-dissolved"), why)
    });
    let synthesis = prose(cx, &view.synthesis);
    let by = if joined { "cluster-by" } else { "merge-proposed-by" };
    let by = cx.tw(by, &[("name", view.facilitator.as_str().into())]);
    let when = date(cx, view.card.at);
    let reason = plain(cx, &view.reason, "measure");
    let since = view.applied.filter(|_| view.card.state.joins()).map(|at| {
        let day = format::date(cx.lang, at);
        view! { <p class="small">{cx.tw("merge-applied-since", &[("date", day.into())])}</p> }
    });
    let sources = sources(cx, view);
    let own = merge::own(cx, form, &view.own, &Vec::new());
    let life = merge::life(cx, &view.life);
    let steps = thread::thread(cx, &view.thread);
    let whole = arrow_link(
        cx,
        cx.path(Page::ClusterThread(view.card.cluster.number)),
        cx.t("thread-whole"),
    );
    let (actions, acts) = (actions(cx, view), acts(cx, view, form));
    let supporters = counted(cx, "cluster-supporters", view.card.supporters);
    view! {
        {errors}
        {dissolved}
        {head}
        {since}
        <div class="split">
            <div class="stack-lg">
                {merge::stands(cx, &proposed)}
                {own}
                <section aria-labelledby="synthesis">
                    <h2 id="synthesis">{cx.t("cluster-synthesis")}</h2>
                    {synthesis}
                    {earlier(cx, view)}
                </section>
                <section aria-labelledby="why">
                    <h2 id="why">{cx.t("cluster-why")}</h2>
                    {reason}
                    <p class="muted">{by}", "{when}</p>
                </section>
                <section aria-labelledby="sources">
                    <h2 id="sources">{cx.t("cluster-sources")}</h2>
                    <p class="measure">{cx.t("cluster-sources-lead")}</p>
                    <ol class="thread" role="list">{sources}</ol>
                </section>
                <section aria-labelledby="life">
                    <h2 id="life">{cx.t("merge-life")}</h2>
                    {life}
                </section>
                {mediation(cx, view, form)}
                <section aria-labelledby="thread">
                    <h2 id="thread">{cx.t("thread-down")}</h2>
                    {steps}
                    <p class="mt-2">{whole}</p>
                </section>
            </div>
            <aside class="stack">
                <div class="panel">
                    <h2>{cx.t("cluster-numbers")}</h2>
                    <p>{supporters}</p>
                    <p class="small">{cx.t("cluster-supports-stay")}</p>
                </div>
                {actions}
                {acts}
            </aside>
        </div>
    }
    .into_any()
}

/// The sources, each with what differs from the synthesis to be folded out.
fn sources(cx: &PageContext<'_>, view: &ClusterPage) -> Vec<View> {
    let compared = |source: &SourceView| {
        (!source.body.is_empty()).then(|| {
            let language = source.card.contribution.language.as_str();
            let title = "merge-beside-source";
            let beside = merge::beside(cx, title, (&source.body, language), &view.synthesis);
            disclosure(cx.t("merge-compare"), false, beside)
        })
    };
    thread::sources_with(cx, &view.sources, compared)
}

/// Syntheses that a mediation replaced, beside what replaced them.
fn earlier(cx: &PageContext<'_>, view: &ClusterPage) -> Vec<View> {
    let mut after: Vec<&str> =
        view.earlier.iter().skip(1).map(|earlier| earlier.text.as_str()).collect();
    after.push(&view.synthesis);
    view.earlier
        .iter()
        .zip(after)
        .map(|(earlier, after)| {
            let old = (cx.t("merge-earlier-old").to_owned(), earlier.text.as_str());
            let new = (cx.t("merge-earlier-new").to_owned(), after);
            disclosure(cx.t("merge-earlier"), false, diff::beside(cx, old, new))
        })
        .collect()
}

/// For a second facilitator and the Coordinatore: the decision on the objections. Who can't take
/// it reads why, if it is theirs to ask.
fn mediation(cx: &PageContext<'_>, view: &ClusterPage, form: &FormState) -> View {
    if view.card.state != ClusterState::Contested {
        return nothing();
    }
    match &view.may_mediate {
        Ok(()) => {}
        Err(refusal @ (Refusal::OwnMerge | Refusal::OwnText)) => {
            return view! {
                <section class="box" aria-labelledby="mediate">
                    <h2 class="h3" id="mediate">{cx.t("mediate-not")}</h2>
                    {why_not(cx, refusal)}
                </section>
            }
            .into_any();
        }
        Err(_) => return nothing(),
    }
    let sent = form.fields.text("do") == "mediate";
    let mut state = FormState { id: form.id.clone(), ..FormState::default() };
    if sent {
        state = form.clone();
    } else {
        state.fields.set("new_synthesis", view.synthesis.as_str());
    }
    let picks = Mediation::ALL
        .iter()
        .map(|one| {
            let hint = cx.t(&format!("mediate-pick-{}-hint", one.code()));
            Pick::new(one.code(), cx.coded("mediate-pick", one.code())).hint(hint)
        })
        .collect();
    let decision =
        forms::radios(cx, &state, Field::new("decision", cx.t("mediate-decision")), picks);
    let field = Field::new("mediation", cx.t("mediate-reason")).hint(cx.t("mediate-reason-hint"));
    let reason = forms::text_area(cx, &state, field, 4, false);
    let field = Field::new("new_synthesis", cx.t("mediate-synthesis"))
        .hint(cx.t("mediate-synthesis-hint"))
        .optional();
    let synthesis = forms::text_area(cx, &state, field, 6, false);
    let (id, words) = (forms::form_id(form), cx.t("mediate-send").into_any());
    let send = forms::act("btn btn-primary", "do", "mediate", words);
    view! {
        <section class="box" aria-labelledby="mediate">
            <h2 class="h3" id="mediate">{cx.t("mediate-title")}</h2>
            <p>{cx.t("mediate-lead")}</p>
            <form class="form" method="post" action=cx.here() novalidate=true>
                {id}{decision}{synthesis}{reason}{send}
            </form>
        </section>
    }
    .into_any()
}

fn actions(cx: &PageContext<'_>, view: &ClusterPage) -> View {
    if view.actions.is_empty() {
        return nothing();
    }
    let list: Vec<_> = view
        .actions
        .iter()
        .map(|action| {
            let (link, badge) = (card::action_link(cx, action), state::action(cx, action.state));
            view! { <li>{link}<p>{badge}</p></li> }.into_any()
        })
        .collect();
    view! {
        <section aria-labelledby="actions">
            <h2 class="h3" id="actions">{cx.t("cluster-actions")}</h2>
            <ul class="similar" role="list">{list}</ul>
        </section>
    }
    .into_any()
}

/// For who facilitates: draft an action from it, undo it.
fn acts(cx: &PageContext<'_>, view: &ClusterPage, form: &FormState) -> View {
    let number = view.card.cluster.number.to_string();
    let draft = match &view.may_draft {
        Ok(()) => {
            let href = cx.path_with(Page::NewAction, &query(&[("c", &number)]));
            let words = cx.t("cluster-draft");
            view! { <p><a class="btn btn-primary" href=href>{words}</a></p> }.into_any()
        }
        Err(refusal @ Refusal::MergeNotApplied) => why_not(cx, refusal),
        Err(_) => nothing(),
    };
    let undo = (view.may_dissolve.is_ok() && view.card.state != ClusterState::Dissolved)
        .then(|| dissolve(cx, form));
    let resume = view.may_resume.is_ok().then(|| {
        let send = forms::act(
            "btn btn-outline-primary",
            "do",
            "resume",
            cx.t("cluster-resume").into_any(),
        );
        view! {
            <form class="form" method="post" action=cx.here()>
                <p class="field-hint">{cx.t("cluster-resume-hint")}</p>{send}
            </form>
        }
    });
    let notes = view.notes.as_ref().map(|list| {
        let bench = cx.path(Page::Workbench(view.round.number));
        notes(cx, list, NoteAbout::Cluster(view.card.cluster.number), &bench)
    });
    view! { {draft}{undo}{resume}{notes} }.into_any()
}

fn dissolve(cx: &PageContext<'_>, form: &FormState) -> View {
    let field = Field::new("reason", cx.t("dissolve-reason")).hint(cx.t("dissolve-hint"));
    let area = forms::text_area(cx, form, field, 3, false);
    let id = forms::form_id(form);
    let send =
        forms::act("btn btn-outline-danger", "do", "dissolve", cx.t("dissolve-send").into_any());
    let body = view! {
        <form class="form" method="post" action=cx.here() novalidate=true>{id}{area}{send}</form>
    }
    .into_any();
    let open = !form.faults.is_empty() && form.fields.text("do") == "dissolve";
    disclosure(cx.t("dissolve-title"), open, body)
}
