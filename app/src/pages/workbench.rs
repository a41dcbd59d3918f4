//! The workbench: what is still by itself, what is being read, and the clusters.
//!
//! The address holds everything: the filter, the text being read ([`READ`]) and the chosen ones
//! ([`CHOSEN`]); reading another text keeps the choice, with nothing but forms.

use domain::contributions::Kind;
use domain::forms::FormState;
use domain::merging::presence::UnderReading;
use domain::views::{
    Choice, ClusterCard, ContributionCard, Filter, Reading, Shell, SimilarCard, WorkbenchPage,
};
use leptos::prelude::*;

use crate::format;
use crate::parts::forms::{Field, hidden_field, input, select};
use crate::parts::lists::{filter_query, names, pagination};
use crate::parts::voice::{Size, voice};
use crate::parts::{
    View, card, disclosure, empty, hidden, merge, meta, nothing, people, presence, state, words,
};
use crate::render::{Bundle, Density, Meta, PageContext, document};
use crate::urls::Page;

/// Name in the address of the text being read («bisogno-12»).
pub const READ: &str = "leggi";
/// Name in the address of a chosen text: its number; several.
pub const CHOSEN: &str = "s";

/// The text that an address asks to read.
pub fn reading_of(value: &str) -> Option<(Kind, i64)> {
    let (kind, number) = value.split_once('-')?;
    Some((kind.parse().ok()?, number.parse().ok()?))
}

/// The numbers chosen in an address, each once.
pub fn chosen_of<'a>(values: impl Iterator<Item = &'a str>) -> Vec<i64> {
    let mut chosen = Vec::new();
    for number in values.filter_map(|value| value.parse::<i64>().ok()) {
        if !chosen.contains(&number) {
            chosen.push(number);
        }
    }
    chosen
}

/// The numbers chosen: in the query of the address, or among the fields of the form.
fn chosen(cx: &PageContext<'_>, state: &FormState) -> Vec<i64> {
    let queried = cx.query.split('&').filter_map(|pair| {
        let (name, value) = pair.split_once('=')?;
        (name == CHOSEN).then_some(value)
    });
    chosen_of(state.fields.texts(CHOSEN).chain(queried))
}

/// The workbench of a round.
pub fn page(
    cx: &PageContext<'_>,
    shell: &Shell,
    view: &WorkbenchPage,
    state: &FormState,
) -> String {
    let mut meta = Meta::staff(format!("{} – {}", cx.t("bench-title"), view.round.title));
    meta.density = Density::Wide;
    let meta = meta.with_island(Bundle::Workbench);
    document(cx, shell, meta, || body(cx, view, state))
}

fn body(cx: &PageContext<'_>, view: &WorkbenchPage, state: &FormState) -> View {
    let chosen = chosen(cx, state);
    let progress = cx.tw(
        "bench-progress",
        &[("n", count(view.assigned).into()), ("of", count(view.total).into())],
    );
    let (value, most) = (view.assigned.to_string(), view.total.max(1).to_string());
    let answered = cx.tn("bench-answered", view.answered);
    let proposed = cx.tn("bench-proposed", view.proposed);
    let title = view.round.title.clone();
    let href = cx.path(Page::Round(view.round.number));
    let proportion = cx.path(Page::Proportion(view.round.number));
    let suggested = cx.path(Page::SuggestedGroups(view.round.number));
    let keys = disclosure(
        cx.t("bench-keys"),
        false,
        view! {
            <p>{cx.t("bench-keys-lead")}</p>
            <dl class="keys">
                <dt><kbd>"Tab"</kbd></dt><dd>{cx.t("bench-keys-tab")}</dd>
                <dt><kbd>"⇧ Tab"</kbd></dt><dd>{cx.t("bench-keys-back")}</dd>
                <dt><kbd>"␣"</kbd></dt><dd>{cx.t("bench-keys-space")}</dd>
                <dt><kbd>"↵"</kbd></dt><dd>{cx.t("bench-keys-enter")}</dd>
            </dl>
        }
        .into_any(),
    );
    view! {
        <div class="staff-bar" id="bench-progress">
            <h1 class="mb-0">{cx.t("bench-title")}</h1>
            <p><a href=href lang=cx.content_lang()>{title}</a></p>
            <p><strong>{progress.clone()}</strong></p>
            <progress max=most value=value aria-label=cx.t("bench-progress-label")>{progress}</progress>
            <p class="muted">{proposed}", "{answered}</p>
            <p><a href=suggested>{cx.t("suggested-link")}</a></p>
            <p><a href=proportion>{cx.t("proportion-link")}</a></p>
        </div>
        {live(cx, view, state)}
        {rounds(cx, view)}
        {filters(cx, view, &chosen)}
        <div class="workbench">
            {queue(cx, view, &chosen)}
            {reading(cx, view, &chosen)}
            <section class="workbench-side" id="bench-side" aria-labelledby="clusters">
                {clusters(cx, &view.clusters)}
                <p class="small muted mt-2">{cx.t("bench-objections")}</p>
                {keys}
            </section>
        </div>
    }
    .into_any()
}

/// Who else is here; where there is JavaScript, as it changes.
fn live(cx: &PageContext<'_>, view: &WorkbenchPage, state: &FormState) -> View {
    let number = view.round.number;
    let asked = view.reading.as_ref().map(|reading| {
        let contribution = &reading.card.contribution;
        UnderReading::Text(contribution.kind, contribution.number)
    });
    let query = asked.map(|asked| format!("{READ}={asked}")).unwrap_or_default();
    presence::island(cx, number, &query, &view.life, state)
}

fn count(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// The other rounds to work on.
fn rounds(cx: &PageContext<'_>, view: &WorkbenchPage) -> View {
    if view.rounds.len() < 2 {
        return nothing();
    }
    let links: Vec<View> = view
        .rounds
        .iter()
        .map(|round| {
            let current = (round.number == view.round.number).then_some("page");
            let (href, title) = (cx.path(Page::Workbench(round.number)), round.title.clone());
            view! {
                <li>
                    <a class="chip chip--plain" href=href aria-current=current
                        lang=cx.content_lang()>{title}</a>
                </li>
            }
            .into_any()
        })
        .collect();
    view! { <ul class="chips" role="list" aria-label=cx.t("bench-round")>{links}</ul> }.into_any()
}

/// The filter, as one short form.
fn filters(cx: &PageContext<'_>, view: &WorkbenchPage, chosen: &[i64]) -> View {
    let filter = &view.filter;
    let mut state = FormState::default();
    for (name, value) in [
        (names::KIND, filter.kind.map(|kind| kind.code().to_owned())),
        (names::POLICY, filter.policy.clone()),
        (names::MUNICIPALITY, filter.municipality.clone()),
        (names::QUERY, filter.query.clone()),
    ] {
        if let Some(value) = value {
            state.fields.set(name, value);
        }
    }
    let options = |choices: &[Choice]| {
        let list = choices
            .iter()
            .map(|choice| {
                let many = format::whole(cx.lang, count(choice.count));
                (choice.code.clone(), format!("{} ({many})", choice.name))
            })
            .collect();
        vec![(String::new(), list)]
    };
    let kinds = Kind::ALL
        .iter()
        .map(|kind| (kind.code().to_owned(), cx.coded("bench-kind", kind.code()).to_owned()))
        .collect();
    let kinds = vec![(String::new(), kinds)];
    let active = filter.kind.is_some()
        || filter.policy.is_some()
        || filter.municipality.is_some()
        || filter.query.is_some();
    let clear = active.then(|| {
        let chosen: Vec<String> = chosen.iter().map(|n| format!("{CHOSEN}={n}")).collect();
        let href = cx.path_with(Page::Workbench(view.round.number), &chosen.join("&"));
        view! { <a class="btn btn-plain" href=href>{cx.t("bench-filter-clear")}</a> }
    });
    let kept: Vec<View> =
        chosen.iter().map(|number| hidden_field(CHOSEN, number.to_string())).collect();
    let form = view! {
        <form class="bench-filters" method="get" action=cx.path(Page::Workbench(view.round.number))>
            {kept}
            {select(cx, &state, Field::new(names::KIND, cx.t("bench-kind")), kinds)}
            {select(cx, &state, Field::new(names::POLICY, cx.t("bench-policy")), options(&view.policies))}
            {select(
                cx,
                &state,
                Field::new(names::MUNICIPALITY, cx.t("bench-municipality")),
                options(&view.municipalities),
            )}
            {input(cx, &state, Field::new(names::QUERY, cx.t("bench-query")), "search", false)}
            <div class="button-row">
                <button class="btn btn-outline-primary" type="submit">{cx.t("bench-filter-go")}</button>
                {clear}
            </div>
        </form>
    }
    .into_any();
    disclosure(cx.t("bench-filters"), active, form)
}

/// Hidden fields that keep the filter of the address.
fn kept(filter: &Filter) -> Vec<View> {
    [
        (names::KIND, filter.kind.map(|kind| kind.code().to_owned())),
        (names::POLICY, filter.policy.clone()),
        (names::MUNICIPALITY, filter.municipality.clone()),
        (names::QUERY, filter.query.clone()),
        (names::PAGE, (filter.page > 1).then(|| filter.page.to_string())),
    ]
    .into_iter()
    .filter_map(|(name, value)| Some(hidden_field(name, value?)))
    .collect()
}

/// What is in no cluster: a box to choose, a button to read.
fn queue(cx: &PageContext<'_>, view: &WorkbenchPage, chosen: &[i64]) -> View {
    let read = view
        .reading
        .as_ref()
        .map(|reading| (reading.card.contribution.kind, reading.card.contribution.number));
    let shown: Vec<i64> = view.unassigned.iter().map(|card| card.contribution.number).collect();
    let list: Vec<View> = view.unassigned.iter().map(|card| row(cx, card, chosen, read)).collect();
    // Chosen ones on other pages of the list are kept.
    let elsewhere: Vec<View> = chosen
        .iter()
        .filter(|number| !shown.contains(number))
        .map(|number| hidden_field(CHOSEN, number.to_string()))
        .collect();
    let total = format::whole(cx.lang, i64::try_from(view.paging.total).unwrap_or(i64::MAX));
    let draft = draft(cx, view, cx.t("bench-draft"));
    let make = view! {
        <button class="btn btn-primary" type="submit"
            formaction=cx.path(Page::NewCluster(view.round.number))>{cx.t("bench-make")}</button>
        {draft}
    };
    let body = if list.is_empty() {
        empty(cx, cx.t("bench-queue-empty-title"), cx.t("bench-queue-empty"), None)
    } else {
        let many = (!chosen.is_empty()).then(|| {
            let many = cx.tn("bench-chosen", chosen.len());
            view! { <p class="small muted mb-0" role="status">{many}</p> }
        });
        let some = view.some.then(|| {
            view! { <p class="small mb-0" role="status">{cx.t("found-some")}</p> }
        });
        view! {
            <form method="get" action=cx.path(Page::Workbench(view.round.number))>
                {kept(&view.filter)}
                {elsewhere}
                {many}
                {some}
                <ul class="queue queue--pick" role="list">{list}</ul>
                <div class="queue-act">{make}</div>
            </form>
        }
        .into_any()
    };
    let pages = pagination(cx, view.paging, |page| {
        let filter = Filter { page, ..view.filter.clone() };
        let mut query = filter_query(&filter, true);
        for number in chosen {
            query.push_str(&format!("&{CHOSEN}={number}"));
        }
        cx.path_with(Page::Workbench(view.round.number), query.trim_start_matches('&'))
    });
    view! {
        <section class="workbench-queue" id="bench-queue" aria-labelledby="queue">
            <h2 id="queue">
                {cx.t("bench-queue")}" "<span class="badge badge--count">{total}</span>
            </h2>
            {body}
            {pages}
        </section>
    }
    .into_any()
}

fn row(
    cx: &PageContext<'_>,
    one: &ContributionCard,
    chosen: &[i64],
    read: Option<(Kind, i64)>,
) -> View {
    let contribution = &one.contribution;
    let (number, title) = (contribution.number, card::title(cx, contribution));
    let current = (read == Some((contribution.kind, number))).then_some("true");
    let value = format!("{}-{number}", contribution.kind.code());
    let pick = cx.tw("bench-pick", &[("title", title.as_str().into())]);
    let about = format!(
        "{} {number} · {} · {}",
        state::kind(cx, contribution.kind),
        one.municipality,
        card::author(cx, one)
    );
    let checked = chosen.contains(&number);
    let lang = card::language(contribution);
    view! {
        <li>
            <input type="checkbox" name=CHOSEN value=number.to_string() checked=checked
                aria-label=pick/>
            <button type="submit" name=READ value=value aria-current=current>
                <strong lang=lang>{title}</strong>
                <span>{about}</span>
            </button>
        </li>
    }
    .into_any()
}

/// The text under reading, with what is like it.
fn reading(cx: &PageContext<'_>, view: &WorkbenchPage, chosen: &[i64]) -> View {
    let body = match &view.reading {
        Some(reading) => read(cx, view, reading, chosen),
        None => {
            let (title, words) = (cx.t("bench-reading-none-title"), cx.t("bench-reading-none"));
            view! { <h2 id="reading">{title}</h2><p class="muted">{words}</p> }.into_any()
        }
    };
    view! { <section class="workbench-read box" id="bench-reading" aria-labelledby="reading">{body}</section> }
        .into_any()
}

fn read(cx: &PageContext<'_>, view: &WorkbenchPage, reading: &Reading, chosen: &[i64]) -> View {
    let contribution = &reading.card.contribution;
    let number = contribution.number;
    let facts = meta(vec![
        view! {
            <strong>{state::kind(cx, contribution.kind)}" "{number.to_string()}</strong>
        }
        .into_any(),
        words(reading.card.municipality.clone()),
        words(card::author(cx, &reading.card)),
        words(reading.card.policy.clone()),
        words(card::supports(cx, contribution.kind, reading.card.supports)),
    ]);
    let lang = card::language(contribution);
    let similar: Vec<View> =
        reading.similar.iter().map(|one| suggestion(cx, one, chosen)).collect();
    let listed =
        |number: &i64| reading.similar.iter().any(|one| one.contribution.number == *number);
    // This one, and those chosen in the list that aren't offered as boxes here.
    let mut carried = vec![hidden_field(CHOSEN, number.to_string())];
    carried.extend(
        chosen
            .iter()
            .filter(|&&one| one != number)
            .filter(|one| !listed(one))
            .map(|one| hidden_field(CHOSEN, one.to_string())),
    );
    let similar = if similar.is_empty() {
        view! { <p class="muted">{cx.t("bench-similar-none")}</p> }.into_any()
    } else {
        view! { <ul class="similar similar--pick" role="list">{similar}</ul> }.into_any()
    };
    let open = card::href(cx, contribution);
    view! {
        {facts}
        <h2 class="h3" id="reading" lang=lang>{card::title(cx, contribution)}</h2>
        {voice(&reading.body, &contribution.language, Size::Large)}
        <p class="mt-2"><a href=open>{cx.t("bench-open")}</a></p>
        <form method="get" action=cx.path(Page::NewCluster(view.round.number))>
            {carried}
            <h3 class="mt-3">{cx.t("bench-similar")}</h3>
            {similar}
            <div class="button-row">
                <button class="btn btn-primary" type="submit">{cx.t("bench-join")}</button>
                {draft(cx, view, cx.t("bench-draft-this"))}
            </div>
        </form>
    }
    .into_any()
}

/// The chosen texts as sources of an action, without a cluster.
fn draft(cx: &PageContext<'_>, view: &WorkbenchPage, words: &'static str) -> Option<View> {
    view.may_draft.is_ok().then(|| {
        view! {
            <button class="btn btn-outline-primary" type="submit"
                formaction=cx.path(Page::NewAction)>{words}</button>
        }
        .into_any()
    })
}

/// A similar one, with what they share, in words.
fn suggestion(cx: &PageContext<'_>, one: &SimilarCard, chosen: &[i64]) -> View {
    let contribution = &one.contribution;
    let number = contribution.number;
    let (id, checked) = (format!("similar-{number}"), chosen.contains(&number));
    let (title, lang) = (card::title(cx, contribution), card::language(contribution));
    let quote =
        (!one.excerpt.is_empty()).then(|| voice(&one.excerpt, &contribution.language, Size::Card));
    let why = why(cx, one);
    let about = format!("{} {number}", state::kind(cx, contribution.kind));
    // The excerpt is cut: the whole text is one step away.
    let (open, which) = (card::href(cx, contribution), hidden(format!(": {title}")));
    view! {
        <li>
            <div class="check">
                <input type="checkbox" id=id.clone() name=CHOSEN value=number.to_string()
                    checked=checked/>
                <label for=id><strong lang=lang>{title}</strong>" "<span class="muted">{about}</span></label>
            </div>
            {quote}
            <p>{why}</p>
            <p class="mb-0"><a href=open>{cx.t("bench-open")}{which}</a></p>
        </li>
    }
    .into_any()
}

/// Why it is suggested: same policy, words in common.
pub(super) fn why(cx: &PageContext<'_>, one: &SimilarCard) -> String {
    let mut why = Vec::new();
    if one.same_policy {
        why.push(cx.t("bench-same-policy").to_owned());
    }
    if !one.shared_words.is_empty() {
        let shared = one.shared_words.join(", ");
        why.push(cx.tw("bench-shared", &[("words", shared.into())]));
    }
    why.join(" · ")
}

fn clusters(cx: &PageContext<'_>, list: &[ClusterCard]) -> View {
    let body = if list.is_empty() {
        empty(cx, cx.t("bench-clusters-empty-title"), cx.t("bench-clusters-empty"), None)
    } else {
        let list: Vec<View> = list.iter().map(|one| cluster(cx, one)).collect();
        list.into_any()
    };
    let total = list.len().to_string();
    view! {
        <h2 id="clusters">
            {cx.t("bench-clusters")}" "<span class="badge badge--count">{total}</span>
        </h2>
        {body}
    }
    .into_any()
}

fn cluster(cx: &PageContext<'_>, one: &ClusterCard) -> View {
    let about =
        format!("{} · {}", cx.tn("bench-cluster-sources", one.sources), people(cx, one.supporters));
    view! {
        <article class="cluster">
            <h3>{card::cluster_link(cx, &one.cluster)}</h3>
            <p>{about}</p>
            {merge::badge(cx, &one.proposed())}
        </article>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_what_is_read_and_chosen() {
        assert_eq!(reading_of("bisogno-12"), Some((Kind::Need, 12)));
        assert_eq!(reading_of("bisogno"), None);
        assert_eq!(reading_of("gruppo-12"), None);
        assert_eq!(chosen_of(["3", "x", "12", "3"].into_iter()), vec![3, 12]);
    }
}
