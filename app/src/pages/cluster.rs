//! A cluster: what was brought together, by whom and why. Its sources stay as they are.

use domain::forms::FormState;
use domain::merging::ClusterState;
use domain::views::{ClusterPage, Shell};
use leptos::prelude::*;

use crate::parts::forms::{self, Field};
use crate::parts::lists::query;
use crate::parts::voice::{plain, prose};
use crate::parts::{
    Tone, View, arrow_link, card, counted, date, disclosure, meta, nothing, notice, official,
    page_head_spoken, state, thread, words,
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
    let badge = state::cluster(cx, view.card.state);
    let eyebrow = meta(vec![badge, words(cx.t("is-cluster"))]);
    let title = view.card.cluster.title.clone();
    let head = page_head_spoken(Some(eyebrow), title, cx.content_lang(), None);
    let dissolved = view.dissolved.as_ref().map(|why| {
        let why = official(cx, why.clone());
        let why = view! { <p>{why}</p> }.into_any();
        notice(cx, Tone::Warning, cx.t("cluster-dissolved"), why)
    });
    let synthesis = prose(cx, &view.synthesis);
    let by = cx.tw("cluster-by", &[("name", view.facilitator.as_str().into())]);
    let when = date(cx, view.card.at);
    let reason = plain(cx, &view.reason, "measure");
    let sources = thread::sources(cx, &view.sources);
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
        <div class="split">
            <div class="stack-lg">
                <section aria-labelledby="synthesis">
                    <h2 id="synthesis">{cx.t("cluster-synthesis")}</h2>
                    {synthesis}
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
                <div class="panel">
                    <h2>{cx.t("cluster-objections")}</h2>
                    <p>{cx.t("cluster-objections-later")}</p>
                </div>
                {acts}
            </aside>
        </div>
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
    let draft = view.may_draft.is_ok().then(|| {
        let href = cx.path_with(Page::NewAction, &query(&[("c", &number)]));
        view! { <p><a class="btn btn-primary" href=href>{cx.t("cluster-draft")}</a></p> }
    });
    let undo = (view.may_dissolve.is_ok() && view.card.state != ClusterState::Dissolved)
        .then(|| dissolve(cx, form));
    view! { {draft}{undo} }.into_any()
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
    let open = !form.faults.is_empty();
    disclosure(cx.t("dissolve-title"), open, body)
}
