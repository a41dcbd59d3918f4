//! An action (*scheda intervento*): all of it on one page that prints on two sheets.

use domain::faults::Refusal;
use domain::forms::FormState;
use domain::merging::Share;
use domain::views::{ActionPage, DeliberationView, ReviewView, RoundRef, SheetView, Shell};
use leptos::prelude::*;

use crate::format;
use crate::parts::forms;
use crate::parts::voice::{Size, plain, voice};
use crate::parts::{
    View, arrow_link, card, chart, counted, date, day, disclosure, facts, links, meta, nothing,
    official, quoting, refusal_why, state, thread, words,
};
use crate::render::{Density, Meta, PageContext, document};
use crate::urls::Page;

/// The sheet of an action; the form is the one that sends it to the Tavolo.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &ActionPage, form: &FormState) -> String {
    let mut about = Meta::new(view.card.action.title.clone())
        .spoken(cx.content_lang())
        .described(view.card.excerpt.clone())
        .under(cx.t("actions-title"), cx.path(Page::Actions))
        .here();
    // So that it prints on two sheets.
    about.density = Density::Dense;
    document(cx, shell, about, || body(cx, view, form))
}

fn body(cx: &PageContext<'_>, view: &ActionPage, form: &FormState) -> View {
    let errors = forms::error_summary(cx, form);
    let head = head(cx, view);
    let acts = acts(cx, view, form);
    let sheet = sheet(cx, view);
    let reviews: Vec<_> = view.reviews.iter().map(|one| review(cx, one)).collect();
    let reviews =
        section("reviews", cx.t("action-reviews"), !view.reviews.is_empty(), reviews.into_any());
    let deliberations: Vec<_> =
        view.deliberations.iter().map(|one| deliberation(cx, one)).collect();
    let deliberations = section(
        "deliberations",
        cx.t("action-deliberations"),
        !view.deliberations.is_empty(),
        deliberations.into_any(),
    );
    let (origins, dissent) = (origins(cx, view), dissent(cx, view));
    let steps = thread::thread(cx, &view.thread);
    let whole =
        arrow_link(cx, cx.path(Page::ActionThread(view.card.action.number)), cx.t("thread-whole"));
    let links = links::section(cx, &view.links);
    // Not on paper: what it says is in the sections before it, and the sheet has two pages.
    let down = (!view.thread.steps.is_empty()).then(|| {
        view! {
            <section class="no-print mt-4" aria-labelledby="thread">
                <h2 id="thread">{cx.t("thread-down")}</h2>
                {steps}
                <p class="mt-2">{whole}</p>
            </section>
        }
    });
    view! {
        {errors}
        {head}
        {acts}
        <div class="decision-body">{sheet}{origins}{dissent}{reviews}{deliberations}</div>
        <div class="no-print mt-4">{links}</div>
        {down}
    }
    .into_any()
}

/// A section, if there is something in it.
pub fn section(id: &'static str, title: &'static str, any: bool, body: View) -> View {
    if !any {
        return nothing();
    }
    view! { <section aria-labelledby=id><h2 id=id>{title}</h2>{body}</section> }.into_any()
}

fn head(cx: &PageContext<'_>, view: &ActionPage) -> View {
    let badge = state::action(cx, view.card.action.state);
    let version = quoting(
        cx,
        "action-version",
        &[("number", view.card.action.number.into()), ("version", view.version.into())],
        ("plan", &view.plan),
    );
    let eyebrow = meta(vec![badge, version]);
    let (title, lead) = (view.card.action.title.clone(), view.sheet.objective.clone());
    let (hash, when) = (view.hash.chars().take(12).collect::<String>(), date(cx, view.card.at));
    view! {
        <header class="page-head">
            <div class="mb-1">{eyebrow}</div>
            <h1 lang=cx.content_lang()>{title}</h1>
            <p class="lead" lang=cx.content_lang()>{lead}</p>
            <p class="small muted">{cx.t("action-changed")}" "{when}" · "{cx.t("action-hash")}" "<code>{hash}</code></p>
        </header>
    }
    .into_any()
}

fn acts(cx: &PageContext<'_>, view: &ActionPage, form: &FormState) -> View {
    let number = view.card.action.number;
    let mut buttons: Vec<View> = Vec::new();
    if view.may_review.is_ok() {
        let href = cx.path(Page::Decision(number));
        buttons.push(
            view! { <a class="btn btn-primary" href=href>{cx.t("action-decide")}</a> }.into_any(),
        );
    }
    let mut why = nothing();
    match &view.may_send {
        Ok(()) => {
            let id = forms::form_id(form);
            let send = forms::act("btn btn-primary", "do", "send", cx.t("action-send").into_any());
            buttons.push(
                view! {
                    <form class="inline-form" method="post" action=cx.here()>{id}{send}</form>
                }
                .into_any(),
            );
        }
        Err(refusal @ Refusal::NotReady { .. }) if view.may_edit.is_ok() => {
            let words = refusal_why(cx, refusal);
            why = view! { <p class="muted">{words}</p> }.into_any();
        }
        Err(_) => {}
    }
    if view.may_edit.is_ok() {
        let href = cx.path(Page::EditAction(number));
        buttons.push(
            view! { <a class="btn btn-outline-primary" href=href>{cx.t("action-edit")}</a> }
                .into_any(),
        );
    }
    if buttons.is_empty() {
        return nothing();
    }
    view! { {why}<div class="button-row mt-0 mb-4">{buttons}</div> }.into_any()
}

fn sheet(cx: &PageContext<'_>, view: &ActionPage) -> View {
    let sheet = &view.sheet;
    let mut pairs: Vec<(String, View)> = Vec::new();
    let mut text = |key: &str, value: &str| {
        if !value.trim().is_empty() {
            pairs.push((cx.t(key).to_owned(), official(cx, value.to_owned())));
        }
    };
    text("sheet-recipients", &sheet.recipients);
    if let Some((organisation, person)) = &sheet.owner {
        let owner = match person {
            Some(person) => format!("{person}, {organisation}"),
            None => organisation.clone(),
        };
        text("sheet-owner", &owner);
    }
    if let Some(policy) = &view.card.policy {
        text("sheet-policy", &format!("{} · {} {}", policy.area_name, policy.code, policy.name));
    }
    let linked: Vec<String> =
        sheet.linked_policies.iter().map(|one| format!("{} {}", one.code, one.name)).collect();
    text("sheet-linked", &linked.join("; "));
    text("sheet-level", &sheet.level);
    text("sheet-integration", &sheet.integration);
    text("sheet-own-initiative", &sheet.own_initiative);
    let time = span(cx, sheet);
    if !time.is_empty() {
        pairs.push((cx.t("sheet-time").to_owned(), words(time)));
    }
    let facts = facts(true, pairs);
    let text = plain(cx, &sheet.description, "measure");
    let what = section("what", cx.t("sheet-what"), true, view! { {text}{facts} }.into_any());
    let steps = activities(cx, sheet, view.followed.as_ref());
    let measured = vec![indicators(cx, sheet), overlap(cx, sheet)];
    let means = vec![money(cx, sheet), partners(cx, sheet)];
    view! {
        {what}
        {steps}
        <section class="voices-two">{measured}</section>
        <section class="voices-two">{means}</section>
    }
    .into_any()
}

fn span(cx: &PageContext<'_>, sheet: &SheetView) -> String {
    let long = |day| format::day(cx.lang, day);
    match (sheet.starts, sheet.ends) {
        (Some(from), Some(to)) => {
            cx.tw("window", &[("from", long(from).into()), ("to", long(to).into())])
        }
        (Some(from), None) => cx.tw("window-from", &[("from", long(from).into())]),
        (None, Some(to)) => cx.tw("thread-by", &[("date", long(to).into())]),
        (None, None) => String::new(),
    }
}

fn activities(cx: &PageContext<'_>, sheet: &SheetView, followed: Option<&RoundRef>) -> View {
    let rows: Vec<_> = sheet
        .activities
        .iter()
        .map(|one| {
            let what = one.what.clone();
            let who = one.responsible.clone().unwrap_or_else(|| cx.t("nobody-yet").to_owned());
            let due = match one.due {
                Some(due) => day(cx, due),
                None => words("–"),
            };
            let state = cx.coded("activity", one.state.code());
            let evidence = (!one.evidence.is_empty()).then(|| {
                let evidence = one.evidence.clone();
                view! { <br/><small lang=cx.content_lang()>{evidence}</small> }
            });
            view! {
                <tr>
                    <th scope="row" lang=cx.content_lang()>{what}</th>
                    <td data-label=cx.t("activity-who")>{who}</td>
                    <td data-label=cx.t("activity-due")>{due}</td>
                    <td data-label=cx.t("activity-state")>{state}{evidence}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    // Another name than the section around it: two landmarks must be told apart.
    let label = format!("{}: {}", cx.t("sheet-activities"), cx.t("activity-state"));
    let table = (!sheet.activities.is_empty()).then(|| {
        view! {
            <div class="table-scroll" role="region" aria-label=label tabindex="0">
                <table class="table table-dense table--cards">
                    <thead>
                        <tr>
                            <th scope="col">{cx.t("activity-what")}</th>
                            <th scope="col">{cx.t("activity-who")}</th>
                            <th scope="col">{cx.t("activity-due")}</th>
                            <th scope="col">{cx.t("activity-state")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
    });
    let followed = followed.map(|round| {
        let words = cx.tw("action-followed", &[("round", round.title.clone().into())]);
        view! { <p>{arrow_link(cx, cx.path(Page::Activities(round.number)), words)}</p> }
    });
    let there = !sheet.activities.is_empty() || followed.is_some();
    section("activities", cx.t("sheet-activities"), there, view! { {table}{followed} }.into_any())
}

fn indicators(cx: &PageContext<'_>, sheet: &SheetView) -> View {
    let list: Vec<_> = sheet
        .indicators
        .iter()
        .map(|one| {
            let path = cx.tw(
                "thread-measured-path",
                &[("baseline", one.baseline.into()), ("target", one.target.into())],
            );
            let drawn = chart::indicator(cx, &one.indicator);
            let on_paper = official(cx, format!("{} ({})", one.indicator.name, one.indicator.unit));
            view! {
                <div>
                    <div class="no-print">{drawn}</div>
                    <p class="only-print mb-0">{on_paper}</p>
                    <p class="small muted">{path}</p>
                </div>
            }
            .into_any()
        })
        .collect();
    let body = view! { <div class="charts">{list}</div> }.into_any();
    section("indicators", cx.t("sheet-indicators"), !sheet.indicators.is_empty(), body)
}

/// Money by source, with its sum.
pub fn money(cx: &PageContext<'_>, sheet: &SheetView) -> View {
    let total: i64 = sheet.budget.iter().map(|(_, cents)| *cents).sum();
    let rows: Vec<_> = sheet
        .budget
        .iter()
        .map(|(source, cents)| {
            let (source, amount) = (source.clone(), format::euro(cx.lang, *cents));
            view! { <tr><td lang=cx.content_lang()>{source}</td><td class="num">{amount}</td></tr> }
                .into_any()
        })
        .collect();
    let total = format::euro(cx.lang, total);
    let table = view! {
        <table class="table table-dense">
            <thead>
                <tr>
                    <th scope="col">{cx.t("money-source")}</th>
                    <th scope="col" class="num">{cx.t("money-amount")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
            <tfoot><tr><th scope="row">{cx.t("total")}</th><td class="num">{total}</td></tr></tfoot>
        </table>
    }
    .into_any();
    section("money", cx.t("sheet-money"), !sheet.budget.is_empty(), table)
}

fn partners(cx: &PageContext<'_>, sheet: &SheetView) -> View {
    let pairs = sheet
        .partners
        .iter()
        .map(|(name, brings, sector)| {
            let sector = cx.coded("sector", sector.code());
            let brings = official(cx, brings.clone());
            let what = view! { {brings}" "<span class="badge">{sector}</span> }.into_any();
            (name.clone(), what)
        })
        .collect();
    section("partners", cx.t("sheet-partners"), !sheet.partners.is_empty(), facts(true, pairs))
}

fn overlap(cx: &PageContext<'_>, sheet: &SheetView) -> View {
    let Some((outcome, note)) = &sheet.overlap else { return nothing() };
    let outcome = cx.coded("overlap", outcome.code());
    let note = note.clone();
    let body = view! {
        <p><strong>{outcome}</strong></p>
        <p class="measure" lang=cx.content_lang()>{note}</p>
    }
    .into_any();
    section("overlap", cx.t("sheet-overlap"), true, body)
}

fn origins(cx: &PageContext<'_>, view: &ActionPage) -> View {
    let supporters = counted(cx, "cluster-supporters", view.supporters);
    // Dissent has its own section, with the answer to it.
    let clusters: Vec<_> = view
        .clusters
        .iter()
        .map(|one| {
            let mut one = one.clone();
            if !view.dissent.is_empty() {
                one.sources.retain(|source| source.share != Share::Dissent);
            }
            thread::origin(cx, &one)
        })
        .collect();
    let direct = (!view.direct.is_empty()).then(|| {
        let steps = thread::sources(cx, &view.direct);
        view! { <ol class="thread thread--tight" role="list">{steps}</ol> }
    });
    let any = !view.clusters.is_empty() || !view.direct.is_empty();
    let body = view! { <p>{supporters}</p><div class="stack measure">{clusters}{direct}</div> };
    section("origins", cx.t("thread-up"), any, body.into_any())
}

fn dissent(cx: &PageContext<'_>, view: &ActionPage) -> View {
    let list: Vec<_> = view
        .dissent
        .iter()
        .map(|one| {
            let quote = voice(&one.excerpt, &one.contribution.language, Size::Plain);
            let link = card::link(cx, &one.contribution);
            let answer = one.answer.as_ref().map(|answer| {
                let words = quoting(cx, "dissent-answer", &[], ("answer", answer));
                view! { <p class="small">{words}</p> }
            });
            view! {
                <li class="thread-step thread-step--dissent">
                    <p class="thread-when">{link}</p>
                    {quote}
                    {answer}
                </li>
            }
            .into_any()
        })
        .collect();
    let body =
        view! { <ol class="thread thread--tight measure" role="list">{list}</ol> }.into_any();
    section("dissent", cx.t("action-dissent"), !view.dissent.is_empty(), body)
}

/// A review of the Tavolo, as everyone reads it.
pub fn review(cx: &PageContext<'_>, review: &ReviewView) -> View {
    let badge = state::review(cx, review.outcome);
    let when = date(cx, review.at);
    let about =
        quoting(cx, "review-about", &[("version", review.version.into())], ("body", &review.body));
    let reason = plain(cx, &review.reason, "measure");
    let conditions: Vec<_> =
        review.conditions.iter().map(|one| view! { <li>{one.clone()}</li> }.into_any()).collect();
    let conditions = (!conditions.is_empty()).then(|| {
        view! {
            <p class="mb-0">{cx.t("conditions")}</p>
            <ul lang=cx.content_lang()>{conditions}</ul>
        }
    });
    let minority = review.minority.as_ref().filter(|text| !text.is_empty()).map(|text| {
        let told = quoting(cx, "review-minority", &[], ("text", text));
        view! { <p>{told}</p> }
    });
    let members: Vec<_> = review
        .members
        .iter()
        .map(|member| {
            let (name, represents) =
                (member.name.clone(), official(cx, member.represents.clone().unwrap_or_default()));
            let part = cx.coded("presence", member.presence.code());
            let interest = member.interest.as_ref().map(|interest| {
                let told = quoting(cx, "review-interest", &[], ("interest", interest));
                view! { <br/><small>{told}</small> }
            });
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    <td data-label=cx.t("seat-represents")>{represents}</td>
                    <td data-label=cx.t("review-part")>{part}{interest}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let members = (!members.is_empty()).then(|| {
        let table = view! {
            <table class="table table-dense table--cards">
                <thead>
                    <tr>
                        <th scope="col">{cx.t("seat-who")}</th>
                        <th scope="col">{cx.t("seat-represents")}</th>
                        <th scope="col">{cx.t("review-part")}</th>
                    </tr>
                </thead>
                <tbody>{members}</tbody>
            </table>
        }
        .into_any();
        // On paper the minutes say it.
        let members = disclosure(cx.t("review-members"), false, table);
        view! { <div class="no-print">{members}</div> }
    });
    view! {
        <article class="mb-4">
            <p class="mb-1">{badge}</p>
            <p class="muted mb-1">{when}" · "{about}</p>
            {reason}
            {conditions}
            {minority}
            {members}
        </article>
    }
    .into_any()
}

fn deliberation(cx: &PageContext<'_>, one: &DeliberationView) -> View {
    let key = if one.approved { "thread-approved" } else { "thread-not-approved" };
    let told = cx.tw(
        key,
        &[
            ("number", one.act.number.as_str().into()),
            ("date", format::day(cx.lang, one.act.date).into()),
        ],
    );
    let (body, title, reason) = (one.act.body.clone(), one.title.clone(), one.reason.clone());
    let hash: String = one.version.1.chars().take(12).collect();
    let version = cx.tw(
        if one.current { "deliberation-current" } else { "deliberation-older" },
        &[("version", one.version.0.into()), ("hash", hash.into())],
    );
    view! {
        <article class="mb-4">
            <p class="mb-0"><strong>{told}</strong></p>
            <p class="muted mb-1" lang=cx.content_lang()>{body}" · "{title}</p>
            <p class="measure" lang=cx.content_lang()>{reason}</p>
            <p class="small muted">{version}</p>
        </article>
    }
    .into_any()
}
