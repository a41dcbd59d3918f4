//! The workbench: what is still by itself, what is being read, and the clusters.
//!
//! The address holds everything: the filter, the text being read ([`READ`]) and the chosen ones
//! ([`CHOSEN`]); reading another text keeps the choice, with nothing but forms.

use domain::contributions::Kind;
use domain::forms::FormState;
use domain::merging::BENCH_SIZES;
use domain::merging::bench::Queue;
use domain::merging::presence::UnderReading;
use domain::views::{
    AloneView, Choice, ClusterCard, ContributionCard, Filter, NoteAbout, Reading, Shell,
    SimilarCard, WorkbenchPage,
};
use leptos::prelude::*;

use crate::format;
use crate::parts::bench::{self, ACT};
use crate::parts::forms::{
    Field, Pick, act, error_summary, fault, hidden_field, input, radios, select, text_area,
};
use crate::parts::lists::{filter_query, names, pagination};
use crate::parts::notes::{ABOUT, NOTE, NUMBER, about_of, form as note_form, notes};
use crate::parts::voice::{Size, voice};
use crate::parts::{
    View, card, date_time, disclosure, empty, hidden, merge, meta, nothing, p, people, presence,
    split, state, words,
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
    let mut meta = Meta::staff(format!("{} – {}", cx.t("bench-title"), view.round.title))
        .faulty(!state.faults.is_empty());
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
    let in_drafts = cx.tn("bench-in-drafts", view.in_drafts);
    let alone = cx.tn("bench-alone", view.left_alone);
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
            <p class="mt-2">{cx.t("live-keys-lead")}</p>
            <dl class="keys">
                <dt><kbd>"↑"</kbd>" "<kbd>"↓"</kbd></dt><dd>{cx.t("live-keys-arrows")}</dd>
                <dt><kbd>"m"</kbd></dt><dd>{cx.t("live-keys-move")}</dd>
                <dt><kbd>"?"</kbd></dt><dd>{cx.t("live-keys-help")}</dd>
                <dt><kbd>"Esc"</kbd></dt><dd>{cx.t("live-keys-escape")}</dd>
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
            <p class="muted">{proposed}", "{in_drafts}", "{alone}", "{answered}</p>
            <p><a href=suggested>{cx.t("suggested-link")}</a></p>
            <p><a href=proportion>{cx.t("proportion-link")}</a></p>
        </div>
        {live(cx, view, state)}
        {rounds(cx, view)}
        {error_summary(cx, state)}
        {leaving(cx, view, state, &chosen)}
        {noting(cx, view, state)}
        <div id="bench-latest">{bench::acts(cx, &view.acts, &acting(cx, view))}</div>
        <div id="bench-notes">{notes(cx, &view.notes, NoteAbout::Round, &acting(cx, view))}</div>
        {filters(cx, view, &chosen)}
        <div class="workbench">
            {queue(cx, view, state, &chosen)}
            {reading(cx, view, state, &chosen)}
            <section class="workbench-side" id="bench-side" aria-labelledby="drafts">
                {drafts(cx, view)}
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

/// Where forms that act are sent: this page, with its filter and what is being read, so that one
/// comes back to what one had before one's eyes.
fn acting(cx: &PageContext<'_>, view: &WorkbenchPage) -> String {
    let mut query = filter_query(&view.filter, true);
    if let Some(reading) = &view.reading {
        let one = &reading.card.contribution;
        query.push_str(&format!("&{READ}={}-{}", one.kind.code(), one.number));
    }
    cx.path_with(Page::Workbench(view.round.number), query.trim_start_matches('&'))
}

/// The drafts of the round, as places to put texts into.
fn into(cx: &PageContext<'_>, view: &WorkbenchPage, state: &FormState, id: &str) -> View {
    let drafts: Vec<_> = view.drafts.iter().map(|one| one.draft.clone()).collect();
    let queried = cx.query.split('&').find_map(|pair| pair.strip_prefix("in="));
    let sent = state.fields.text(bench::INTO);
    let chosen = if sent.is_empty() { queried.unwrap_or_default() } else { sent };
    bench::into(cx, id, cx.t("bench-into"), &drafts, chosen)
}

/// Buttons that put the ticked texts somewhere: they post to the bench, whatever else their form
/// does.
fn putting(cx: &PageContext<'_>, view: &WorkbenchPage, state: &FormState, id: &str) -> View {
    let action = acting(cx, view);
    let button = |class: &'static str, value: &'static str, words: &'static str| {
        view! {
            <button class=class type="submit" formmethod="post" formaction=action.clone()
                name=ACT value=value>{words}</button>
        }
        .into_any()
    };
    let back = (view.filter.queue == Queue::Alone)
        .then(|| button("btn btn-outline-primary btn-sm", "riprendi", cx.t("bench-take-back")));
    view! {
        <div class="bench-put-into">
            {into(cx, view, state, id)}
            {button("btn btn-primary", "metti", cx.t("bench-put"))}
        </div>
        {back}
        {button("btn btn-outline-primary btn-sm", "lascia", cx.t("bench-leave"))}
    }
    .into_any()
}

/// The reason why the ticked texts stand by themselves, once somebody wants to leave them alone.
fn leaving(cx: &PageContext<'_>, view: &WorkbenchPage, state: &FormState, chosen: &[i64]) -> View {
    if state.fields.text(ACT) != "lascia" || chosen.is_empty() {
        return nothing();
    }
    let picks = bench::classes(cx)
        .into_iter()
        .map(|(class, words)| Pick::new(class.code(), words))
        .collect();
    let class = radios(cx, state, Field::new(bench::CLASS, cx.t("alone-class")), picks);
    let field = Field::new(bench::WORDS, cx.t("alone-words"))
        .hint(cx.t("alone-words-hint"))
        .most(domain::merging::bench::ALONE_MOST)
        .optional();
    let reason = text_area(cx, state, field, 2, false);
    let hidden: Vec<View> =
        chosen.iter().map(|number| hidden_field(CHOSEN, number.to_string())).collect();
    let title = cx.tn("alone-title", chosen.len());
    let send = act("btn btn-primary", ACT, "lascia", cx.t("alone-send").into_any());
    let back = acting(cx, view);
    let action = back.clone();
    view! {
        <section class="box bench-leaving" aria-labelledby="leaving">
            <h2 class="h3" id="leaving">{title}</h2>
            <p>{cx.t("alone-lead")}</p>
            <form class="form" method="post" action=action novalidate>
                {hidden}{class}{reason}
                <div class="button-row">
                    {send}<a class="btn btn-plain" href=back>{cx.t("alone-cancel")}</a>
                </div>
            </form>
        </section>
    }
    .into_any()
}

/// A note that could not be kept, on whatever it was: to be mended.
fn noting(cx: &PageContext<'_>, view: &WorkbenchPage, state: &FormState) -> View {
    let about = about_of(state.fields.text(ABOUT), state.fields.text(NUMBER));
    match about.filter(|_| state.fields.text(ACT) == "annota") {
        Some(about) => {
            let form = note_form(cx, state, about, &acting(cx, view), NOTE);
            view! { <section class="box" aria-label=cx.t("note")>{form}</section> }.into_any()
        }
        None => nothing(),
    }
}

/// Drafts that are being worked on.
fn drafts(cx: &PageContext<'_>, view: &WorkbenchPage) -> View {
    let list: Vec<View> =
        view.drafts.iter().map(|one| bench::draft(cx, view.round.number, one)).collect();
    let none = list.is_empty().then(|| p(cx.t("bench-drafts-none")));
    let total = list.len().to_string();
    view! {
        <h2 id="drafts">
            {cx.t("bench-drafts")}" "<span class="badge badge--count">{total}</span>
        </h2>
        {none}
        {list}
        <p class="bench-new" data-draft=bench::NEW aria-hidden="true">{cx.t("bench-into-new")}</p>
    }
    .into_any()
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
        (names::QUEUE, Some(filter.queue.code().to_owned())),
        (names::SIZE, Some(view.paging.size.to_string())),
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
    let queues = Queue::ALL
        .iter()
        .map(|queue| (queue.code().to_owned(), cx.coded("bench-queue", queue.code()).to_owned()))
        .collect();
    let queues = vec![(String::new(), queues)];
    let sizes =
        BENCH_SIZES.iter().map(|size| (size.to_string(), format::whole(cx.lang, i64::from(*size))));
    let sizes = vec![(String::new(), sizes.collect())];
    let active = filter.kind.is_some()
        || filter.policy.is_some()
        || filter.municipality.is_some()
        || filter.query.is_some()
        || filter.queue != Queue::Waiting
        || filter.size.is_some();
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
            {select(cx, &state, Field::new(names::QUEUE, cx.t("bench-show")), queues)}
            {select(cx, &state, Field::new(names::KIND, cx.t("bench-kind")), kinds)}
            {select(cx, &state, Field::new(names::POLICY, cx.t("bench-policy")), options(&view.policies))}
            {select(
                cx,
                &state,
                Field::new(names::MUNICIPALITY, cx.t("bench-municipality")),
                options(&view.municipalities),
            )}
            {select(cx, &state, Field::new(names::SIZE, cx.t("bench-size")), sizes)}
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
        (names::QUEUE, (filter.queue != Queue::Waiting).then(|| filter.queue.code().to_owned())),
        (names::SIZE, filter.size.map(|size| size.to_string())),
    ]
    .into_iter()
    .filter_map(|(name, value)| Some(hidden_field(name, value?)))
    .collect()
}

/// What is in no cluster: a box to choose, a button to read.
fn queue(cx: &PageContext<'_>, view: &WorkbenchPage, state: &FormState, chosen: &[i64]) -> View {
    let read = view
        .reading
        .as_ref()
        .map(|reading| (reading.card.contribution.kind, reading.card.contribution.number));
    let shown: Vec<i64> = view.unassigned.iter().map(|card| card.contribution.number).collect();
    let list: Vec<View> =
        view.unassigned.iter().map(|card| row(cx, view, card, chosen, read)).collect();
    // Chosen ones on other pages of the list are kept.
    let elsewhere: Vec<View> = chosen
        .iter()
        .filter(|number| !shown.contains(number))
        .map(|number| hidden_field(CHOSEN, number.to_string()))
        .collect();
    let total = format::whole(cx.lang, i64::try_from(view.paging.total).unwrap_or(i64::MAX));
    let draft = draft(cx, view, cx.t("bench-draft"));
    let make = view! {
        <button class="btn btn-plain btn-sm" type="submit"
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
        // What is not in sight is not drawn.
        let long = view.unassigned.len() > 60;
        let class = if long { "queue queue--pick queue--long" } else { "queue queue--pick" };
        let some = view.some.then(|| {
            view! { <p class="small mb-0" role="status">{cx.t("found-some")}</p> }
        });
        view! {
            <form method="get" action=cx.path(Page::Workbench(view.round.number))>
                {kept(&view.filter)}
                {elsewhere}
                {many}
                {some}
                <ul class=class role="list">{list}</ul>
                <div class="queue-act" id="s" tabindex="-1">
                    {fault(cx, state, CHOSEN)}
                    {putting(cx, view, state, "queue-into")}
                </div>
                // What is done more seldom does not stand above the list.
                <div class="queue-more">{make}</div>
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
    view: &WorkbenchPage,
    one: &ContributionCard,
    chosen: &[i64],
    read: Option<(Kind, i64)>,
) -> View {
    let contribution = &one.contribution;
    let (number, title) = (contribution.number, card::title(cx, contribution));
    let current = (read == Some((contribution.kind, number))).then_some("true");
    let value = format!("{}-{number}", contribution.kind.code());
    let pick = cx.tw("bench-pick", &[("title", title.as_str().into())]);
    let mut about = format!(
        "{} {number} · {} · {}",
        state::kind(cx, contribution.kind),
        one.municipality,
        card::author(cx, one)
    );
    for draft in view.drafted.get(&number).into_iter().flatten() {
        about.push_str(&format!(" · {}", bench::named(cx, draft)));
    }
    // Where it is carried from, if it is in one draft alone.
    let drafted = match view.drafted.get(&number).map(Vec::as_slice) {
        Some([draft]) => Some(draft.number.to_string()),
        _ => None,
    };
    if let Some(alone) = view.alone.get(&number) {
        about.push_str(&format!(" · {}", cx.coded("alone", alone.class.code())));
    }
    let checked = chosen.contains(&number);
    let lang = card::language(contribution);
    view! {
        <li data-text=number.to_string() data-in=drafted>
            <span class="grip" aria-hidden="true"></span>
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
fn reading(cx: &PageContext<'_>, view: &WorkbenchPage, state: &FormState, chosen: &[i64]) -> View {
    let body = match &view.reading {
        Some(reading) => read(cx, view, state, reading, chosen),
        None => {
            let (title, words) = (cx.t("bench-reading-none-title"), cx.t("bench-reading-none"));
            view! { <h2 id="reading">{title}</h2><p class="muted">{words}</p> }.into_any()
        }
    };
    view! {
        <section class="workbench-read box" id="bench-reading" aria-labelledby="reading">
            {body}
        </section>
    }
    .into_any()
}

fn read(
    cx: &PageContext<'_>,
    view: &WorkbenchPage,
    state: &FormState,
    reading: &Reading,
    chosen: &[i64],
) -> View {
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
    let offered = reading.similar.iter().chain(reading.parts.iter().flat_map(|one| &one.similar));
    let offered: Vec<i64> = offered.map(|one| one.contribution.number).collect();
    let listed = |number: &i64| offered.contains(number);
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
        {divide(cx, reading)}
        {bench::places(cx, view.round.number, &reading.places)}
        {reading.alone.as_ref().map(|alone| left_alone(cx, alone))}
        <form method="get" action=cx.path(Page::NewCluster(view.round.number))>
            {carried}
            {in_parts(cx, reading, chosen)}
            <h3 class="mt-3">{cx.t("bench-similar")}</h3>
            {similar}
            <div class="bench-put">
                <p class="field-hint mb-0">{cx.t("bench-this-too")}</p>
                {putting(cx, view, state, "reading-into")}
                <button class="btn btn-outline-primary btn-sm" type="submit">{cx.t("bench-join")}</button>
                {draft(cx, view, cx.t("bench-draft-this"))}
            </div>
        </form>
        {notes(cx, &reading.notes, NoteAbout::Text(number), &acting(cx, view))}
    }
    .into_any()
}

/// The way to the parts of the text under reading.
fn divide(cx: &PageContext<'_>, reading: &Reading) -> Option<View> {
    reading.may_split.as_ref().ok()?;
    let contribution = &reading.card.contribution;
    let href = cx.path(Page::contribution_parts(contribution.kind, contribution.number));
    let key = if reading.parts.is_empty() { "split-link" } else { "split-link-parts" };
    Some(view! { <p><a href=href>{cx.t(key)}</a></p> }.into_any())
}

/// The parts of the text under reading, each with what is like it. What is offered for the part
/// before, or for the whole, is not offered twice.
fn in_parts(cx: &PageContext<'_>, reading: &Reading, chosen: &[i64]) -> Vec<View> {
    let mut offered: Vec<i64> = reading.similar.iter().map(|one| one.contribution.number).collect();
    let language = &reading.card.contribution.language;
    reading
        .parts
        .iter()
        .map(|one| {
            let fresh: Vec<&SimilarCard> = one
                .similar
                .iter()
                .filter(|found| !offered.contains(&found.contribution.number))
                .collect();
            offered.extend(fresh.iter().map(|found| found.contribution.number));
            let list: Vec<View> = fresh.iter().map(|found| suggestion(cx, found, chosen)).collect();
            let list = (!list.is_empty())
                .then(|| view! { <ul class="similar similar--pick" role="list">{list}</ul> });
            let also: Vec<View> = one
                .similar
                .iter()
                .filter(|found| fresh.iter().all(|new| new.contribution != found.contribution))
                .map(|found| view! { <li>{card::link(cx, &found.contribution)}</li> }.into_any())
                .collect();
            let also = (!also.is_empty()).then(|| view! { <ul class="also-list">{also}</ul> });
            let none = one.similar.is_empty().then(|| {
                view! { <p class="muted">{cx.t("bench-similar-none")}</p> }
            });
            let position = one.part.position;
            let heading = cx.tw("bench-part-similar", &[("n", position.into())]);
            let (title, quote) =
                (split::title(cx, &one.part), voice(&one.part.excerpt, language, Size::Card));
            view! {
                <section class="mt-3">
                    <h3>{heading}</h3>
                    {title}
                    {quote}
                    {list}
                    {also}
                    {none}
                </section>
            }
            .into_any()
        })
        .collect()
}

/// Why a text is left alone.
fn left_alone(cx: &PageContext<'_>, alone: &AloneView) -> View {
    let class = cx.coded("alone", alone.class.code());
    let reason =
        if alone.words.is_empty() { class.to_owned() } else { format!("{class}: {}", alone.words) };
    let (role, when) = (cx.coded("role", alone.role.code()), date_time(cx, alone.at));
    view! { <p class="small">{cx.t("bench-left-alone")}" "{reason}" ("{role}", "{when}")"</p> }
        .into_any()
}

/// The chosen texts as sources of an action, without a cluster.
fn draft(cx: &PageContext<'_>, view: &WorkbenchPage, words: &'static str) -> Option<View> {
    view.may_draft.is_ok().then(|| {
        view! {
            <button class="btn btn-plain btn-sm" type="submit"
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
    if one.other_words {
        why.push(cx.t("bench-other-words").to_owned());
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
