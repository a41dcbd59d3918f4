//! The sheet of an action (*scheda intervento*), all fields on one page, and what is still
//! missing for the Tavolo. Field names: `domain::staff_forms`.

use domain::actions::{Missing, Overlap, Sector};
use domain::forms::{Fields, FormState};
use domain::staff_forms::ROWS_MOST;
use domain::views::{ActionFormPage, OfferedSources, OriginCluster, Shell, SourceView};
use leptos::prelude::*;

use crate::format;
use crate::parts::forms::{
    Field, Options, error_summary, form_id, hidden_field, input, select, text_area,
};
use crate::parts::thread::sources;
use crate::parts::{
    Tone, View, card, hidden, icon, next, nothing, notice, page_head, people, state,
};
use crate::render::{Meta, PageContext, document};
use crate::urls::Page;

/// Empty rows beneath the filled ones.
const SPARE_ROWS: usize = 1;

/// The form; it posts to its own address with `go=save` or `go=send`. `state` carries what the
/// sheet holds, or what was sent and refused.
pub fn page(
    cx: &PageContext<'_>,
    shell: &Shell,
    view: &ActionFormPage,
    state: &FormState,
) -> String {
    let meta = Meta::staff(title(cx, view)).faulty(!state.faults.is_empty());
    document(cx, shell, meta, || body(cx, view, state))
}

fn title(cx: &PageContext<'_>, view: &ActionFormPage) -> &'static str {
    if view.action.is_some() { cx.t("draft-form-edit") } else { cx.t("draft-form-new") }
}

fn body(cx: &PageContext<'_>, view: &ActionFormPage, form: &FormState) -> View {
    let eyebrow = view.action.as_ref().map(|action| {
        let number = cx.tn("draft-number", action.number);
        view! { {number}" · "{state::action(cx, action.state)} }.into_any()
    });
    let version =
        form.fields.has("version").then(|| hidden_field("version", form.fields.text("version")));
    let ready = view.missing.is_empty();
    let send = if ready { "btn btn-primary" } else { "btn btn-outline-primary" };
    let stale = stale(cx, view, form);
    view! {
        {stale}
        {error_summary(cx, form)}
        {page_head(eyebrow, title(cx, view), Some(cx.t("draft-form-lead").to_owned()))}
        <form method="post" action=cx.here() novalidate>
            {form_id(form)}
            {version}
            // What the enter key presses: without it, that would be the button to search.
            <button class="visually-hidden" type="submit" name="go" value="enter" tabindex="-1"
                aria-hidden="true">{cx.t("draft-save")}</button>
            <div class="split">
                <div class="stack">
                    {section(cx, "what", what(cx, view, form))}
                    {section(cx, "from", from(cx, view, form))}
                    {section(cx, "who", who(cx, view, form))}
                    {section(cx, "measure", measure(cx, view, form))}
                    {section(cx, "overlap", overlap(cx, view, form))}
                    {section(cx, "partners", partners(cx, view, form))}
                    {section(cx, "money", money(cx, form))}
                    {section(cx, "activities", activities(cx, view, form))}
                    {section(cx, "when", when(cx, form))}
                </div>
                <aside class="sheet-side stack">
                    {missing(cx, view)}
                    {next(cx, cx.t("draft-send-next"))}
                    <div class="button-row">
                        <button class="btn btn-primary" type="submit" name="go" value="save">
                            {cx.t("draft-save")}
                        </button>
                        <button class=send type="submit" name="go" value="send">
                            {cx.t("draft-send")}
                        </button>
                    </div>
                </aside>
            </div>
        </form>
    }
    .into_any()
}

/// Somebody else saved it meanwhile (the caller set `stale` to the version that stands now).
fn stale(cx: &PageContext<'_>, view: &ActionFormPage, form: &FormState) -> View {
    let (version, Some(action)) = (form.fields.text("stale"), &view.action) else {
        return nothing();
    };
    if version.is_empty() {
        return nothing();
    }
    let title = cx.tw("draft-stale", &[("version", version.into())]);
    let theirs = cx.path(Page::Action(action.number));
    let body = view! {
        <p>
            {cx.t("draft-stale-next")}" "
            <a href=theirs target="_blank">{cx.t("draft-stale-theirs")}</a>
        </p>
    };
    notice(cx, Tone::Warning, title, body.into_any())
}

fn section(cx: &PageContext<'_>, name: &str, body: View) -> View {
    let id = format!("sec-{name}");
    let title = cx.coded("draft-sec", name);
    let labelled = id.clone();
    view! { <section class="box" aria-labelledby=labelled><h2 id=id>{title}</h2>{body}</section> }
        .into_any()
}

fn field(cx: &PageContext<'_>, name: &str, key: &str) -> Field {
    let field = Field::new(name, cx.coded("draft", key));
    let hint = format!("draft-{key}-hint");
    if cx.texts().has(&hint) { field.hint(cx.t(&hint)) } else { field }
}

fn policies(view: &ActionFormPage) -> Vec<(String, Options)> {
    let mut groups: Vec<(String, Options)> = Vec::new();
    for policy in &view.policies {
        let option = (policy.code.clone(), policy.name.clone());
        match groups.iter_mut().find(|(area, _)| *area == policy.area_name) {
            Some((_, options)) => options.push(option),
            None => groups.push((policy.area_name.clone(), vec![option])),
        }
    }
    groups
}

fn plain(list: &[(String, String)]) -> Vec<(String, Options)> {
    vec![(String::new(), list.to_vec())]
}

fn what(cx: &PageContext<'_>, view: &ActionFormPage, form: &FormState) -> View {
    view! {
        {input(cx, form, field(cx, "title", "title"), "text", false)}
        {select(cx, form, field(cx, "policy", "policy"), policies(view))}
        {text_area(cx, form, field(cx, "objective", "objective"), 2, false)}
        {text_area(cx, form, field(cx, "description", "description"), 6, false)}
        {text_area(cx, form, field(cx, "recipients", "recipients"), 2, false)}
        {text_area(cx, form, field(cx, "integration", "integration"), 3, false)}
    }
    .into_any()
}

/// Where it comes from: every cluster and text can be left out; and the reason of an action that
/// comes from no voice.
fn from(cx: &PageContext<'_>, view: &ActionFormPage, form: &FormState) -> View {
    let sent = form.fields.has("title");
    let ticked = |name: &str, number: i64| {
        !sent || form.fields.texts(name).any(|value| value == number.to_string())
    };
    let clusters: Vec<View> = view
        .clusters
        .iter()
        .map(|one| cluster(cx, one, ticked("cluster", one.cluster.number)))
        .collect();
    let direct: Vec<View> = view
        .direct
        .iter()
        .map(|one| direct(cx, one, ticked("contribution", one.card.contribution.number)))
        .collect();
    let direct = (!direct.is_empty())
        .then(|| view! { <h3 class="mt-2">{cx.t("draft-from-direct")}</h3>{direct} });
    let none = (view.clusters.is_empty() && view.direct.is_empty())
        .then(|| view! { <p class="muted">{cx.t("draft-from-none")}</p> });
    let own = field(cx, "own_initiative", "own-initiative").optional();
    view! {
        {clusters}
        {direct}
        {none}
        {offered(cx, &view.offered, form)}
        <div class="mt-2">{text_area(cx, form, own, 2, false)}</div>
    }
    .into_any()
}

/// More clusters and texts to tick, found by words.
fn offered(cx: &PageContext<'_>, offered: &OfferedSources, form: &FormState) -> View {
    let field = field(cx, "source_query", "source-query");
    let search = format!("{}#sec-from", cx.here());
    let clusters: Vec<View> = offered
        .clusters
        .iter()
        .map(|one| {
            let about = format!(
                "{} · {}",
                cx.tn("bench-cluster-sources", one.sources),
                people(cx, one.supporters)
            );
            let (number, title) = (one.cluster.number, one.cluster.title.clone());
            offer(cx, ("cluster", number), (title, None), about, cx.path(Page::Cluster(number)))
        })
        .collect();
    let texts: Vec<View> = offered
        .texts
        .iter()
        .map(|one| {
            let contribution = &one.contribution;
            let about = format!(
                "{} {} · {} · {}",
                state::kind(cx, contribution.kind),
                contribution.number,
                one.municipality,
                one.policy
            );
            let title = (card::title(cx, contribution), card::language(contribution));
            let which = ("contribution", contribution.number);
            offer(cx, which, title, about, card::href(cx, contribution))
        })
        .collect();
    let list = |key: &'static str, list: Vec<View>| {
        (!list.is_empty()).then(|| {
            view! { <h4 class="mt-2">{cx.t(key)}</h4><ul class="similar" role="list">{list}</ul> }
        })
    };
    let texts_key =
        if offered.query.is_empty() { "draft-offered-proposals" } else { "draft-offered-texts" };
    let nothing_there = clusters.is_empty() && texts.is_empty();
    let none = nothing_there.then(|| {
        let searched = !offered.query.is_empty();
        let key = if searched { "draft-offered-nothing" } else { "draft-offered-none" };
        view! { <p class="muted">{cx.t(key)}</p> }
    });
    let some = offered.some.then(|| view! { <p role="status">{cx.t("found-some")}</p> });
    let more = (offered.more > 0).then(|| {
        let more = cx.tn("draft-offered-more", offered.more);
        view! { <p class="field-hint">{more}</p> }
    });
    view! {
        <h3 class="mt-2">{cx.t("draft-offered")}</h3>
        {input(cx, form, field, "search", false)}
        {hidden_field("source_found", offered.query.clone())}
        <div class="button-row mt-0">
            <button class="btn btn-outline-primary btn-sm" type="submit" name="go" value="search"
                formaction=search>{cx.t("draft-offered-search")}</button>
        </div>
        {some}
        {none}
        {list("draft-offered-clusters", clusters)}
        {list(texts_key, texts)}
        {more}
    }
    .into_any()
}

/// A cluster or a text that can be ticked.
fn offer(
    cx: &PageContext<'_>,
    (name, number): (&'static str, i64),
    (title, lang): (String, Option<String>),
    about: String,
    href: String,
) -> View {
    let id = format!("{name}-{number}");
    // Opened beside the form, which holds what was written.
    let which = hidden(format!(": {title} {}", cx.t("write-similar-new-tab")));
    view! {
        <li>
            <div class="check">
                <input type="checkbox" id=id.clone() name=name value=number.to_string()/>
                <label for=id><span lang=lang>{title}</span></label>
            </div>
            <p class="small mb-0">
                {about}" · "<a href=href target="_blank">{cx.t("bench-open")}{which}</a>
            </p>
        </li>
    }
    .into_any()
}

fn keep(
    name: &'static str,
    number: i64,
    label: &'static str,
    about: String,
    checked: bool,
) -> View {
    let id = format!("{name}-{number}");
    view! {
        <div class="check">
            <input type="checkbox" id=id.clone() name=name value=number.to_string() checked=checked/>
            <label for=id>{label}<span class="visually-hidden">{about}</span></label>
        </div>
    }
    .into_any()
}

fn cluster(cx: &PageContext<'_>, one: &OriginCluster, checked: bool) -> View {
    let number = one.cluster.number;
    let title = one.cluster.title.clone();
    let synthesis = crate::parts::voice::prose(cx, &one.synthesis);
    view! {
        <article class="cluster">
            <h3>{card::cluster_link(cx, &one.cluster)}</h3>
            {synthesis}
            <details class="disclosure">
                <summary>{cx.tn("bench-cluster-sources", one.sources.len())}</summary>
                <div class="disclosure-body">
                    <ol class="thread thread--tight" role="list">{sources(cx, &one.sources)}</ol>
                </div>
            </details>
            {keep("cluster", number, cx.t("draft-from-keep"), format!(": {title}"), checked)}
        </article>
    }
    .into_any()
}

fn direct(cx: &PageContext<'_>, one: &SourceView, checked: bool) -> View {
    let contribution = &one.card.contribution;
    let title = card::title(cx, contribution);
    let quote = crate::parts::voice::voice(
        &one.card.excerpt,
        &contribution.language,
        crate::parts::voice::Size::Card,
    );
    view! {
        <article class="cluster">
            <h3>{card::link(cx, contribution)}</h3>
            {quote}
            {keep(
                "contribution",
                contribution.number,
                cx.t("draft-from-keep-text"),
                format!(": {title}"),
                checked,
            )}
        </article>
    }
    .into_any()
}

fn who(cx: &PageContext<'_>, view: &ActionFormPage, form: &FormState) -> View {
    let organisation = field(cx, "owner_organisation", "owner-organisation");
    let person = field(cx, "owner_person", "owner-person").hint(cx.t("draft-owner-hint"));
    view! {
        {select(cx, form, organisation, plain(&view.organisations))}
        {select(cx, form, person, plain(&view.people))}
        {input(cx, form, field(cx, "level", "level"), "text", true)}
    }
    .into_any()
}

fn overlap(cx: &PageContext<'_>, view: &ActionFormPage, form: &FormState) -> View {
    let alike = if view.alike.is_empty() {
        view! { <p class="muted">{cx.t("draft-alike-none")}</p> }.into_any()
    } else {
        let list: Vec<View> = view
            .alike
            .iter()
            .map(|action| {
                let (link, badge) =
                    (card::action_link(cx, action), state::action(cx, action.state));
                view! { <li>{link}" "{badge}</li> }.into_any()
            })
            .collect();
        view! { <h3>{cx.t("draft-alike")}</h3><ul class="similar" role="list">{list}</ul> }
            .into_any()
    };
    let outcomes: Vec<(String, String)> = Overlap::ALL
        .iter()
        .map(|one| (one.code().to_owned(), cx.coded("draft-overlap", one.code()).to_owned()))
        .collect();
    view! {
        {alike}
        <div class="mt-2">
            {select(cx, form, field(cx, "overlap_outcome", "overlap-outcome"), plain(&outcomes))}
        </div>
        {text_area(cx, form, field(cx, "overlap_note", "overlap-note"), 3, false)}
    }
    .into_any()
}

/// How many rows of one sort are drawn: the filled ones and a spare one.
fn rows(fields: &Fields, names: &[&str]) -> usize {
    let filled = (1..=ROWS_MOST)
        .rev()
        .find(|row| names.iter().any(|name| !fields.text(&format!("{name}-{row}")).is_empty()))
        .unwrap_or_default();
    (filled + SPARE_ROWS).clamp(2, ROWS_MOST)
}

/// Rows of fields, each a group with its own legend.
fn grid(
    cx: &PageContext<'_>,
    form: &FormState,
    key: &str,
    names: &[&str],
    row: impl Fn(usize) -> View,
) -> View {
    let list: Vec<View> = (1..=rows(&form.fields, names))
        .map(|n| {
            let legend = cx.tn(key, n);
            view! {
                <fieldset class="row-fields">
                    <legend class="visually-hidden">{legend}</legend>
                    {row(n)}
                </fieldset>
            }
            .into_any()
        })
        .collect();
    view! { {list}<p class="field-hint">{cx.t("draft-rows-more")}</p> }.into_any()
}

fn measure(cx: &PageContext<'_>, view: &ActionFormPage, form: &FormState) -> View {
    let indicators: Vec<(String, String)> = view
        .indicators
        .iter()
        .map(|(code, name, value, unit)| {
            let words = match value {
                Some(value) => {
                    let now = cx.tw(
                        "draft-indicator-now",
                        &[("value", (*value).into()), ("unit", unit.as_str().into())],
                    );
                    format!("{name} ({now})")
                }
                None => name.clone(),
            };
            (code.clone(), words)
        })
        .collect();
    grid(cx, form, "draft-indicator-row", &["indicator", "baseline", "target"], |n| {
        let name = |name: &str| format!("{name}-{n}");
        view! {
            {select(cx, form, field(cx, &name("indicator"), "indicator"), plain(&indicators))}
            {input(cx, form, field(cx, &name("baseline"), "baseline"), "text", true)}
            {input(cx, form, field(cx, &name("target"), "target"), "text", true)}
        }
        .into_any()
    })
}

fn partners(cx: &PageContext<'_>, view: &ActionFormPage, form: &FormState) -> View {
    let sectors: Vec<(String, String)> = Sector::ALL
        .iter()
        .map(|one| (one.code().to_owned(), cx.coded("sector", one.code()).to_owned()))
        .collect();
    grid(cx, form, "draft-partner-row", &["partner", "brings"], |n| {
        let name = |name: &str| format!("{name}-{n}");
        view! {
            {select(cx, form, field(cx, &name("partner"), "partner"), plain(&view.organisations))}
            {input(cx, form, field(cx, &name("brings"), "brings"), "text", false)}
            {select(cx, form, field(cx, &name("sector"), "sector"), plain(&sectors))}
        }
        .into_any()
    })
}

fn money(cx: &PageContext<'_>, form: &FormState) -> View {
    grid(cx, form, "draft-money-row", &["budget_source", "budget_amount"], |n| {
        let name = |name: &str| format!("{name}-{n}");
        view! {
            {input(cx, form, field(cx, &name("budget_source"), "source"), "text", false)}
            {input(cx, form, field(cx, &name("budget_amount"), "amount"), "text", true)}
        }
        .into_any()
    })
}

fn activities(cx: &PageContext<'_>, view: &ActionFormPage, form: &FormState) -> View {
    grid(cx, form, "draft-activity-row", &["activity", "responsible", "due"], |n| {
        let name = |name: &str| format!("{name}-{n}");
        view! {
            {input(cx, form, field(cx, &name("activity"), "activity"), "text", false)}
            {select(cx, form, field(cx, &name("responsible"), "responsible"), plain(&view.people))}
            {input(cx, form, field(cx, &name("due"), "due"), "date", true)}
        }
        .into_any()
    })
}

fn when(cx: &PageContext<'_>, form: &FormState) -> View {
    view! {
        <div class="field-row">
            {input(cx, form, field(cx, "starts", "starts"), "date", true)}
            {input(cx, form, field(cx, "ends", "ends"), "date", true)}
        </div>
    }
    .into_any()
}

/// What the Tavolo must have, as a list: there, or missing.
fn missing(cx: &PageContext<'_>, view: &ActionFormPage) -> View {
    let list = checks(cx, &view.missing);
    let lead = if view.missing.is_empty() {
        cx.t("draft-missing-none").to_owned()
    } else {
        let few = format::whole(cx.lang, i64::try_from(view.missing.len()).unwrap_or_default());
        format!("{} {few}", cx.t("draft-missing-lead"))
    };
    view! {
        <section class="panel" aria-labelledby="sec-missing">
            <h2 id="sec-missing">{cx.t("draft-sec-missing")}</h2>
            <p>{lead}</p>
            {list}
        </section>
    }
    .into_any()
}

/// The checklist of invariant 6.
pub(super) fn checks(cx: &PageContext<'_>, missing: &[Missing]) -> View {
    let list: Vec<View> = Missing::ALL
        .iter()
        .map(|one| {
            let lacks = missing.contains(one);
            let (drawn, said) = if lacks {
                (icon(cx, "it-close-circle", ""), cx.t("draft-lacks"))
            } else {
                (icon(cx, "it-check-circle", ""), cx.t("draft-there"))
            };
            let what = cx.coded("draft-has", one.code());
            let said = if lacks {
                view! { <strong>{what}": "{said}</strong> }.into_any()
            } else {
                view! { <span>{what}<span class="visually-hidden">": "{said}</span></span> }
                    .into_any()
            };
            view! { <li>{drawn}{said}</li> }.into_any()
        })
        .collect();
    if list.is_empty() {
        return nothing();
    }
    view! { <ul class="checks" role="list">{list}</ul> }.into_any()
}
