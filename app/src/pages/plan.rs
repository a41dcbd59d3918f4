//! The plans: state, act, programmes, actions; areas and policies with how much was said.

use domain::views::{ActRef, AreaCard, PlanCard, PlanPage, PolicyRow, ProgrammeCard, Shell};
use leptos::prelude::*;

use crate::format;
use crate::parts::lists::{names, query};
use crate::parts::{View, card, empty, facts, page_head_spoken, quoting, state, words};
use crate::render::{Meta, PageContext, document};
use crate::urls::Page;

/// The plans.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &PlanPage) -> String {
    let meta = Meta::new(shell.ambito.labels.plan.clone())
        .spoken(cx.content_lang())
        .described(cx.t("plan-lead"))
        .here();
    document(cx, shell, meta, || body(cx, shell, view))
}

fn body(cx: &PageContext<'_>, shell: &Shell, view: &PlanPage) -> View {
    let title = shell.ambito.labels.plan.clone();
    let lead = Some(cx.t("plan-lead").to_owned());
    let head = page_head_spoken(None, title, cx.content_lang(), lead);
    let plans: Vec<_> = view
        .plans
        .iter()
        .enumerate()
        .map(|(index, plan)| plan_card(cx, plan, format!("plan-{index}")))
        .collect();
    let none =
        view.plans.is_empty().then(|| empty(cx, cx.t("plan-none"), cx.t("plan-none-next"), None));
    let areas: Vec<_> = view.areas.iter().map(|area| area_card(cx, area)).collect();
    view! {
        {head}
        <div class="stack-lg">
            {plans}
            {none}
            <section aria-labelledby="areas">
                <h2 id="areas">{cx.t("areas-title")}</h2>
                <p class="measure">{cx.t("areas-lead")}</p>
                {areas}
            </section>
        </div>
    }
    .into_any()
}

fn act(cx: &PageContext<'_>, act: &ActRef) -> View {
    quoting(
        cx,
        "act-of",
        &[("number", act.number.as_str().into()), ("date", format::day(cx.lang, act.date).into())],
        ("body", &act.body),
    )
}

fn plan_card(cx: &PageContext<'_>, plan: &PlanCard, id: String) -> View {
    let (title, summary) = (plan.title.clone(), plan.summary.clone());
    let state = cx.coded("plan-state", plan.state.code());
    let mut pairs = vec![(
        cx.t("plan-years").to_owned(),
        words(format!("{}–{}", plan.year_from, plan.year_to)),
    )];
    if let Some(of) = &plan.act {
        pairs.push((cx.t("plan-act").to_owned(), act(cx, of)));
    }
    for programme in &plan.programmes {
        let state = cx.coded("programme-state", programme.state.code());
        let of = programme.act.as_ref().map(|of| view! { " · "{act(cx, of)} });
        pairs.push((programme_name(programme), view! { {state}{of} }.into_any()));
    }
    let actions: Vec<_> = plan
        .actions
        .iter()
        .map(|action| {
            let (link, badge) = (card::action_link(cx, action), state::action(cx, action.state));
            view! { <li>{link}<p>{badge}</p></li> }.into_any()
        })
        .collect();
    let actions = (!actions.is_empty()).then(|| {
        view! {
            <h3 class="mt-3">{cx.t("plan-actions")}</h3>
            <ul class="similar" role="list">{actions}</ul>
        }
    });
    let facts = facts(true, pairs);
    view! {
        <section aria-labelledby=id.clone()>
            <p class="eyebrow mb-0"><span class="badge">{state}</span></p>
            <h2 id=id.clone() lang=cx.content_lang()>{title}</h2>
            <p class="measure" lang=cx.content_lang()>{summary}</p>
            {facts}
            {actions}
        </section>
    }
    .into_any()
}

/// The title of a programme, with its year where the title doesn't say it.
fn programme_name(programme: &ProgrammeCard) -> String {
    let year = programme.year.to_string();
    if programme.title.contains(&year) {
        programme.title.clone()
    } else {
        format!("{}, {year}", programme.title)
    }
}

fn area_card(cx: &PageContext<'_>, area: &AreaCard) -> View {
    let name = area.name.clone();
    let rows: Vec<_> = area.policies.iter().map(|one| policy(cx, one)).collect();
    let label = area.name.clone();
    view! {
        <h3 class="mt-3" lang=cx.content_lang()>{name}</h3>
        <div class="table-scroll" role="region" aria-label=label tabindex="0">
            <table class="table table--cards">
                <thead>
                    <tr>
                        <th scope="col">{cx.t("policy")}</th>
                        <th scope="col">{cx.t("said-on-it")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn policy(cx: &PageContext<'_>, row: &PolicyRow) -> View {
    let name = format!("{} {}", row.policy.code, row.policy.name);
    let link = |page: Page, key: &str, count: u64| {
        let href = cx.path_with(page, &query(&[(names::POLICY, &row.policy.code)]));
        let told = cx.tn(key, count);
        if count > 0 { view! { <a href=href>{told}</a> }.into_any() } else { words(told) }
    };
    let needs = link(Page::Needs, "needs-count", row.needs);
    let proposals = link(Page::Proposals, "proposals-count", row.proposals);
    view! {
        <tr>
            <th scope="row" lang=cx.content_lang()>{name}</th>
            <td data-label=cx.t("said-on-it")>{needs}", "{proposals}</td>
        </tr>
    }
    .into_any()
}
