//! The screen to decide on an action: everything on one page, and the outcome beside it.

use domain::actions::Overlap;
use domain::forms::FormState;
use domain::review::{Presence, ReviewOutcome};
use domain::views::{
    ActionPage, ActivityView, DecisionPage, Interest, MemberRow, ReviewView, Shell,
};
use leptos::prelude::*;

use super::action_form::checks;
use crate::format;
use crate::parts::forms::{
    Field, Pick, error_summary, fault_words, form_id, hidden_field, radios, submit, text_area,
};
use crate::parts::thread::sources;
use crate::parts::voice::{Size, plain, prose, voice};
use crate::parts::{
    Tone, View, card, counted, facts, hidden, icon, next, nothing, notice, official, quoting,
    state, words,
};
use crate::render::{Meta, PageContext, document};
use crate::urls::Page;

/// The screen. Until the form was sent, interests are ticked as they are suggested. The version
/// that is sent is the one that was read: after a conflict the caller sets `version` anew, and
/// the view says what changed.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &DecisionPage, state: &FormState) -> String {
    let title = view.action.card.action.title.as_str();
    let title = cx.tw("decision-title", &[("title", title.into())]);
    let meta = Meta::staff(title)
        .under_spoken(view.body.clone(), cx.path(Page::Table), cx.content_lang())
        .faulty(!state.faults.is_empty());
    document(cx, shell, meta, || body(cx, view, state))
}

fn body(cx: &PageContext<'_>, view: &DecisionPage, form: &FormState) -> View {
    let action = &view.action;
    let form = prepared(cx, view, form);
    let number = action.card.action.number;
    let mut eyebrow = vec![cx.tw(
        "decision-eyebrow",
        &[("n", number.to_string().into()), ("version", action.version.to_string().into())],
    )];
    eyebrow.extend(action.card.policy.as_ref().map(|policy| policy.name.clone()));
    let eyebrow = eyebrow.join(" · ");
    let title = action.card.action.title.clone();
    let objective = action.sheet.objective.clone();
    let print = icon(cx, "it-print", "sm");
    let badge = state::action(cx, action.card.action.state);
    let sheet = view! {
        {interests(cx, view)}
        {section(cx, "what", cx.t("decision-what"), what(cx, action))}
        {section(cx, "from", cx.t("decision-from"), from(cx, action))}
        {section(cx, "overlap", cx.t("decision-overlap"), overlap(cx, action))}
        {section(cx, "money", cx.t("decision-money"), money(cx, action))}
        {section(cx, "measure", cx.t("decision-measure"), measure(cx, action))}
        {section(cx, "complete", cx.t("decision-complete"), checks(cx, &action.card.missing))}
        {earlier(cx, &action.reviews)}
    }
    .into_any();
    let decide = match &action.may_review {
        Ok(()) => {
            let version = form.fields.text("version").to_owned();
            view! {
                <form class="decision" method="post" action=cx.here() novalidate>
                    {form_id(&form)}
                    {hidden_field("version", version)}
                    <div class="decision-body">{sheet}{members(cx, view, &form)}</div>
                    {outcome(cx, view, &form)}
                </form>
            }
            .into_any()
        }
        Err(refusal) => view! {
            <div class="decision">
                <div class="decision-body">{sheet}</div>
                <section class="decision-outcome" aria-labelledby="outcome-title">
                    <h2 id="outcome-title">{cx.t("decision-refused-title")}</h2>
                    {crate::parts::why_not(cx, refusal)}
                    <p><a href=cx.path(Page::Table)>{cx.t("decision-back")}</a></p>
                </section>
            </div>
            // Decided or called back meanwhile: what was written is handed back.
            {super::refused::kept(cx, &form.fields)}
        }
        .into_any(),
    };
    view! {
        {stale(cx, view)}
        {error_summary(cx, &form)}
        <div class="staff-bar no-print">
            <p>{badge}</p>
            <p class="push muted">{print}" "{cx.t("decision-print")}</p>
        </div>
        <header class="page-head">
            <p class="eyebrow">{eyebrow}</p>
            <h1 lang=cx.content_lang()>{title}</h1>
            <p class="lead" lang=cx.content_lang()>{objective}</p>
        </header>
        {decide}
    }
    .into_any()
}

/// The action changed between reading and deciding: what is different, before the same form.
fn stale(cx: &PageContext<'_>, view: &DecisionPage) -> View {
    let Some((read, parts)) = &view.changed else { return nothing() };
    let title = cx.tw(
        "decision-stale",
        &[("read", read.to_string().into()), ("version", view.action.version.to_string().into())],
    );
    let changed = if parts.is_empty() {
        cx.t("decision-stale-sources").to_owned()
    } else {
        let parts: Vec<&str> = parts.iter().map(|one| cx.coded("sheet-part", one.code())).collect();
        cx.tw("decision-stale-parts", &[("parts", parts.join(", ").into())])
    };
    let body = view! { <p>{changed}</p><p>{cx.t("decision-stale-next")}</p> }.into_any();
    notice(cx, Tone::Warning, title, body)
}

/// The state with the suggested interests ticked, if nothing was sent yet.
fn prepared(cx: &PageContext<'_>, view: &DecisionPage, form: &FormState) -> FormState {
    let mut form = form.clone();
    if form.fields.text("version").is_empty() {
        form.fields.set("version", view.action.version.to_string());
    }
    if !form.fields.has("member") {
        for member in view.members.iter().filter(|member| !member.suggested.is_empty()) {
            let id = member.person;
            form.fields.set(&format!("interest-{id}"), "1");
            form.fields.set(&format!("interest_reason-{id}"), interest_words(cx, member));
        }
    }
    form
}

fn section(_: &PageContext<'_>, name: &str, title: &'static str, body: View) -> View {
    let id = format!("sec-{name}");
    let labelled = id.clone();
    view! { <section aria-labelledby=labelled><h2 id=id>{title}</h2>{body}</section> }.into_any()
}

/// Why an interest is suggested, in words.
fn interest_words(cx: &PageContext<'_>, member: &MemberRow) -> String {
    let said: Vec<String> = member
        .suggested
        .iter()
        .map(|interest| {
            let (key, title) = match interest {
                Interest::Wrote(contribution) => {
                    ("decision-interest-wrote", card::title(cx, contribution))
                }
                Interest::Owns => ("decision-interest-owns", String::new()),
                Interest::Partner => ("decision-interest-partner", String::new()),
            };
            match &member.represents {
                Some(represents) => cx.tw(
                    key,
                    &[("represents", represents.as_str().into()), ("title", title.into())],
                ),
                None => cx.tw(&format!("{key}-self"), &[("title", title.into())]),
            }
        })
        .collect();
    said.join("; ")
}

fn interests(cx: &PageContext<'_>, view: &DecisionPage) -> View {
    let list: Vec<View> = view
        .members
        .iter()
        .filter(|member| !member.suggested.is_empty())
        .map(|member| {
            let (name, why) = (member.name.clone(), interest_words(cx, member));
            view! { <li><strong>{name}</strong>": "{why}"."</li> }.into_any()
        })
        .collect();
    if list.is_empty() {
        return nothing();
    }
    let body = view! { <ul>{list}</ul><p>{cx.t("decision-interest-next")}</p> }.into_any();
    notice(cx, Tone::Warning, cx.t("decision-interests"), body)
}

fn what(cx: &PageContext<'_>, action: &ActionPage) -> View {
    let sheet = &action.sheet;
    let mut pairs = Vec::new();
    let mut pair = |key: &str, shown: View| pairs.push((cx.t(key).to_owned(), shown));
    if !sheet.recipients.is_empty() {
        pair("decision-for", official(cx, sheet.recipients.clone()));
    }
    if let Some((organisation, person)) = &sheet.owner {
        let owner = match person {
            Some(person) => format!("{person}, {organisation}"),
            None => organisation.clone(),
        };
        pair("decision-owner", official(cx, owner));
    }
    if !sheet.partners.is_empty() {
        let list: Vec<View> = sheet
            .partners
            .iter()
            .map(|(name, brings, sector)| {
                let sector = cx.coded("sector", sector.code());
                let said = if brings.is_empty() {
                    format!("{name} ({sector})")
                } else {
                    format!("{name} ({sector}): {brings}")
                };
                view! { <li>{official(cx, said)}</li> }.into_any()
            })
            .collect();
        pair("decision-partners", view! { <ul>{list}</ul> }.into_any());
    }
    if !sheet.integration.is_empty() {
        pair("decision-integration", official(cx, sheet.integration.clone()));
    }
    if !sheet.level.is_empty() {
        pair("decision-level", official(cx, sheet.level.clone()));
    }
    let day = |day: chrono::NaiveDate| format::day(cx.lang, day);
    match (sheet.starts.map(day), sheet.ends.map(day)) {
        (None, None) => {}
        (starts, ends) => {
            let shown: Vec<String> = [starts, ends].into_iter().flatten().collect();
            pair("decision-when", words(shown.join(" – ")));
        }
    }
    let activities = (!sheet.activities.is_empty()).then(|| {
        let list: Vec<View> = sheet.activities.iter().map(|one| activity(cx, one)).collect();
        view! { <h3 class="mt-2">{cx.t("decision-activities")}</h3><ol>{list}</ol> }
    });
    let description = plain(cx, &sheet.description, "measure");
    view! { {description}{facts(true, pairs)}{activities} }.into_any()
}

fn activity(cx: &PageContext<'_>, one: &ActivityView) -> View {
    let what = official(cx, one.what.clone());
    let by = match (&one.responsible, one.due) {
        (Some(who), Some(due)) => cx.tw(
            "decision-activity-who",
            &[("who", who.as_str().into()), ("due", format::day(cx.lang, due).into())],
        ),
        (Some(who), None) => who.clone(),
        (None, Some(due)) => format::day(cx.lang, due),
        (None, None) => String::new(),
    };
    let by = (!by.is_empty()).then(|| view! { " "<span class="muted">"("{by}")"</span> });
    view! { <li>{what}{by}</li> }.into_any()
}

/// The voices, and those who disagree beside them.
fn from(cx: &PageContext<'_>, action: &ActionPage) -> View {
    let distinct = counted(cx, "decision-distinct", action.supporters);
    let own = (!action.sheet.own_initiative.is_empty()).then(|| {
        let reason = action.sheet.own_initiative.as_str();
        let said = quoting(cx, "decision-own-initiative", &[], ("reason", reason));
        view! { <p>{said}</p> }
    });
    let clusters: Vec<View> = action
        .clusters
        .iter()
        .map(|origin| {
            let link = card::cluster_link(cx, &origin.cluster);
            let joined = quoting(cx, "decision-joined", &[], ("reason", &origin.reason));
            view! {
                <ol class="thread thread--tight mb-2" role="list">
                    {sources(cx, &origin.sources)}
                    <li class="thread-step thread-step--now">
                        <h3 class="thread-what">{link}</h3>
                        {prose(cx, &origin.synthesis)}
                        <p class="small">{joined}</p>
                    </li>
                </ol>
            }
            .into_any()
        })
        .collect();
    let direct = (!action.direct.is_empty()).then(|| {
        view! {
            <h3>{cx.t("decision-direct")}</h3>
            <ol class="thread thread--tight" role="list">{sources(cx, &action.direct)}</ol>
        }
    });
    let dissent = if action.dissent.is_empty() {
        view! { <p class="muted">{cx.t("decision-dissent-none")}</p> }.into_any()
    } else {
        let list: Vec<View> = action
            .dissent
            .iter()
            .map(|one| {
                let link = card::link(cx, &one.contribution);
                let quote = voice(&one.excerpt, &one.contribution.language, Size::Plain);
                let answer = one.answer.as_ref().map(|answer| {
                    let answer = quoting(cx, "decision-dissent-answer", &[], ("answer", answer));
                    view! { <p class="small">{answer}</p> }
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
        view! { <ol class="thread thread--tight" role="list">{list}</ol> }.into_any()
    };
    view! {
        <p><strong>{distinct}</strong></p>
        {own}
        <div class="voices-two">
            <div>{clusters}{direct}</div>
            <div><h3>{cx.t("decision-dissent")}</h3>{dissent}</div>
        </div>
    }
    .into_any()
}

fn overlap(cx: &PageContext<'_>, action: &ActionPage) -> View {
    let Some((outcome, note)) = &action.sheet.overlap else {
        return view! { <p class="muted">{cx.t("decision-overlap-none")}</p> }.into_any();
    };
    let (class, name) = match outcome {
        Overlap::None | Overlap::Settled => ("state state--good", "it-check-circle"),
        Overlap::Open => ("state state--warn", "it-warning-circle"),
    };
    let badge = state::badge(cx, class, name, cx.coded("draft-overlap", outcome.code()));
    view! { <p>{badge}</p>{plain(cx, note, "measure")} }.into_any()
}

fn money(cx: &PageContext<'_>, action: &ActionPage) -> View {
    if action.sheet.budget.is_empty() {
        return view! { <p class="muted">{cx.t("decision-money-none")}</p> }.into_any();
    }
    let total: i64 = action.sheet.budget.iter().map(|(_, cents)| cents).sum();
    let rows: Vec<View> = action
        .sheet
        .budget
        .iter()
        .map(|(source, cents)| {
            let (source, amount) = (source.clone(), format::euro(cx.lang, *cents));
            view! { <tr><td lang=cx.content_lang()>{source}</td><td class="num">{amount}</td></tr> }
                .into_any()
        })
        .collect();
    let total = format::euro(cx.lang, total);
    view! {
        <table class="table table-dense">
            <thead>
                <tr>
                    <th scope="col">{cx.t("decision-money-source")}</th>
                    <th scope="col" class="num">{cx.t("decision-money-euro")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
            <tfoot>
                <tr>
                    <th scope="row">{cx.t("decision-money-total")}</th>
                    <td class="num">{total}</td>
                </tr>
            </tfoot>
        </table>
    }
    .into_any()
}

fn measure(cx: &PageContext<'_>, action: &ActionPage) -> View {
    if action.sheet.indicators.is_empty() {
        return view! { <p class="muted">{cx.t("decision-measure-none")}</p> }.into_any();
    }
    let pairs = action
        .sheet
        .indicators
        .iter()
        .map(|one| {
            let number = |value: f64| format::decimal(cx.lang, value);
            let path =
                format!("{} → {} {}", number(one.baseline), number(one.target), one.indicator.unit);
            let newest = one.indicator.series.last().map(|point| {
                let day = format::day(cx.lang, point.date);
                let (label, value) = (cx.t("decision-measure-now"), number(point.value));
                view! { <span class="choice-hint">{label}": "{value}" ("{day}")"</span> }
            });
            (one.indicator.name.clone(), view! { {path}{newest} }.into_any())
        })
        .collect();
    facts(true, pairs)
}

fn earlier(cx: &PageContext<'_>, reviews: &[ReviewView]) -> View {
    if reviews.is_empty() {
        return nothing();
    }
    let list: Vec<View> = reviews
        .iter()
        .map(|one| {
            let at = format::date(cx.lang, one.at);
            let reason = official(cx, one.reason.clone());
            view! { <li><p class="mb-0">{state::review(cx, one.outcome)}" "{at}</p><p>{reason}</p></li> }
                .into_any()
        })
        .collect();
    section(
        cx,
        "history",
        cx.t("decision-history"),
        view! { <ul class="similar" role="list">{list}</ul> }.into_any(),
    )
}

/// Who is here, and how they voted.
fn members(cx: &PageContext<'_>, view: &DecisionPage, form: &FormState) -> View {
    let list: Vec<View> = view.members.iter().map(|one| member(cx, one, form)).collect();
    let quorum = cx.tn("decision-quorum", view.quorum);
    let rule = official(cx, view.rule.clone());
    let fault = form.fault("member").map(|what| {
        let said = fault_words(cx, "member", what);
        view! { <p class="field-error">{said}</p> }
    });
    view! {
        <section aria-labelledby="member">
            <h2 id="member" tabindex="-1">{cx.t("decision-members")}</h2>
            <p class="field-hint">{quorum}" "{rule}</p>
            <p class="field-hint">{cx.t("decision-members-hint")}</p>
            {fault}
            {list}
        </section>
    }
    .into_any()
}

fn member(cx: &PageContext<'_>, member: &MemberRow, form: &FormState) -> View {
    let id = member.person.to_string();
    let (presence, interest) = (format!("presence-{id}"), format!("interest-{id}"));
    let reason = format!("interest_reason-{id}");
    let chosen = form.fields.text(&presence).to_owned();
    let votes: Vec<View> = Presence::ALL
        .iter()
        .enumerate()
        .map(|(index, one)| {
            let own = if index == 0 { presence.clone() } else { format!("{presence}-{index}") };
            let (code, words) = (one.code(), cx.coded("presence", one.code()));
            let checked = code == chosen;
            view! {
                <span class="check">
                    <input type="radio" id=own.clone() name=presence.clone() value=code
                        checked=checked/>
                    <label for=own>{words}</label>
                </span>
            }
            .into_any()
        })
        .collect();
    let (fault_presence, fault_interest) = (form.fault(&presence), form.fault(&interest));
    let wrong = fault_presence.is_some() || fault_interest.is_some();
    let class = if wrong { "field member is-invalid" } else { "field member" };
    let error = |name: &str, what| {
        let (drawn, said) = (icon(cx, "it-error", ""), fault_words(cx, name, what));
        let prefix = hidden(cx.t("error-prefix"));
        view! { <p class="field-error">{drawn}<span>{prefix}{said}</span></p> }
    };
    let fault_presence = fault_presence.map(|what| error(&presence, what));
    let fault_interest = fault_interest.map(|what| error(&interest, what));
    let (name, represents) = (member.name.clone(), member.represents.clone().unwrap_or_default());
    let you = member.viewer.then(|| cx.t("decision-member-you"));
    let ticked = form.fields.has(&interest);
    let of = cx.tw("decision-interest-of", &[("name", member.name.as_str().into())]);
    // An area and not a line: on paper a line is cut.
    let why = text_area(cx, form, Field::new(reason, cx.t("decision-interest-reason")), 2, false);
    view! {
        <fieldset class=class>
            <legend class="field-label">
                {name}" "<span class="field-optional">{represents}" "{you}</span>
            </legend>
            {hidden_field("member", id)}
            {fault_presence}
            <div class="votes">{votes}</div>
            {fault_interest}
            <div class="member-interest">
                <div class="check">
                    <input type="checkbox" id=interest.clone() name=interest.clone() value="1"
                        checked=ticked aria-label=of/>
                    <label for=interest>{cx.t("decision-interest")}</label>
                </div>
                {why}
            </div>
        </fieldset>
    }
    .into_any()
}

fn outcome(cx: &PageContext<'_>, view: &DecisionPage, form: &FormState) -> View {
    let picks = ReviewOutcome::ALL
        .iter()
        .map(|one| {
            let code = one.code();
            let pick = Pick::new(code, cx.coded("review", code));
            let hint = format!("decision-outcome-{code}-hint");
            if cx.texts().has(&hint) { pick.hint(cx.t(&hint)) } else { pick }
        })
        .collect();
    let field = |name: &str| {
        let hint = cx.t(&format!("decision-{name}-hint"));
        Field::new(name, cx.coded("decision", name)).hint(hint)
    };
    let title = quoting(cx, "decision-body-outcome", &[], ("body", &view.body));
    view! {
        <section class="decision-outcome" aria-labelledby="outcome-title">
            <h2 id="outcome-title">{title}</h2>
            {radios(cx, form, Field::new("outcome", cx.t("decision-outcome")), picks)}
            {text_area(cx, form, field("reason"), 4, false)}
            {text_area(cx, form, field("conditions"), 3, false)}
            {text_area(cx, form, field("minority").optional(), 2, false)}
            {next(cx, cx.t("decision-next"))}
            <div class="button-row">{submit(cx.t("decision-save"))}</div>
        </section>
    }
    .into_any()
}
