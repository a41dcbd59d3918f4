//! Periodic reports of a co-gestione.

use domain::actions::ActivityState;
use domain::forms::FormState;
use domain::methods::issues::IssueState;
use domain::methods::progress::{ReportedActivity, Stand};
use domain::views::{ProgressReportView, ProgressReportsPage, ReportVersion, Shell};
use leptos::prelude::*;

use super::activities::{badge, late};
use super::{eyebrow, one_of, under};
use crate::format;
use crate::parts::forms::{self, Field};
use crate::parts::voice::prose;
use crate::parts::{
    Tone, View, date, day, disclosure, empty, facts, meta, nothing, notice, official, page_head,
    words,
};
use crate::render::{PageContext, document};
use crate::urls::Page;

/// Reports of a round.
pub fn page(
    cx: &PageContext<'_>,
    shell: &Shell,
    view: &ProgressReportsPage,
    form: &FormState,
) -> String {
    let meta = under(cx, cx.t("reports-title"), &view.round)
        .described(cx.t("reports-lead"))
        .faulty(!form.faults.is_empty());
    document(cx, shell, meta, || body(cx, view, form))
}

fn body(cx: &PageContext<'_>, view: &ProgressReportsPage, form: &FormState) -> View {
    let errors = forms::error_summary(cx, form);
    let stale = form.fields.has("stale").then(|| {
        let next = view! { <p>{cx.t("minutes-stale-next")}</p> }.into_any();
        notice(cx, Tone::Warning, cx.t("minutes-stale"), next)
    });
    let head = page_head(
        Some(eyebrow(cx, &view.round)),
        cx.t("reports-title"),
        Some(cx.t("reports-lead").to_owned()),
    );
    let none = view
        .reports
        .is_empty()
        .then(|| empty(cx, cx.t("reports-none"), cx.t("reports-none-next"), None));
    let list: Vec<View> = view.reports.iter().map(|one| report(cx, view, one, form)).collect();
    view! {
        {errors}
        {stale}
        {head}
        <div class="stack-lg">{none}{list}{form_to_write(cx, view, form)}</div>
    }
    .into_any()
}

fn period(cx: &PageContext<'_>, one: &ReportVersion) -> String {
    let (from, to) = (format::day(cx.lang, one.from), format::day(cx.lang, one.to));
    cx.tw("periodic-period", &[("from", from.into()), ("to", to.into())])
}

fn report(
    cx: &PageContext<'_>,
    view: &ProgressReportsPage,
    one: &ProgressReportView,
    form: &FormState,
) -> View {
    let Some((newest, earlier)) = one.versions.split_first() else { return nothing() };
    let id = format!("report-{}", one.number);
    let section = id.clone();
    let title = cx.tw(
        "periodic-title",
        &[("number", one.number.into()), ("period", period(cx, newest).into())],
    );
    let older: Vec<View> = earlier
        .iter()
        .map(|version| {
            let about = about_version(cx, version);
            view! { <p>{period(cx, version)}</p>{prose(cx, &version.words)}{about} }.into_any()
        })
        .collect();
    let older = (!older.is_empty())
        .then(|| disclosure(cx.tn("periodic-earlier", older.len()), false, older.into_any()));
    let correct = view.may_write.is_ok().then(|| {
        let about = one.number.to_string();
        let (mut filled, mine) = one_of(form, &about);
        if !mine {
            filled.fields.set("from", newest.from.to_string());
            filled.fields.set("to", newest.to.to_string());
            filled.fields.set("words", newest.words.clone());
        }
        let suffix = if mine { String::new() } else { format!("-{about}") };
        let fields = fields(cx, &filled, &suffix, true);
        let (id, about, version) = (
            forms::form_id(form),
            forms::hidden_field("about", about),
            forms::hidden_field("version", newest.version.to_string()),
        );
        let send = forms::act(
            "btn btn-outline-primary",
            "do",
            "correct",
            cx.t("periodic-correct-send").into_any(),
        );
        let body = view! {
            <form class="form" method="post" action=cx.here() novalidate=true>
                {id}{about}{version}{fields}{send}
            </form>
        };
        let title = cx.tw("periodic-correct", &[("number", one.number.into())]);
        let form = disclosure(title, mine, body.into_any());
        view! { <div class="no-print">{form}</div> }
    });
    view! {
        <section aria-labelledby=section>
            <h2 id=id>{title}</h2>
            {prose(cx, &newest.words)}
            {about_version(cx, newest)}
            {older}
            {stand(cx, &one.stand)}
            {correct}
        </section>
    }
    .into_any()
}

fn about_version(cx: &PageContext<'_>, one: &ReportVersion) -> View {
    let number = cx.tw("minutes-version", &[("version", one.version.into())]);
    let why = (!one.why.is_empty()).then(|| {
        let why = official(cx, one.why.clone());
        view! { <p class="small">{cx.t("periodic-corrected")}" "{why}</p> }
    });
    view! { {meta(vec![words(number), date(cx, one.at)])}{why} }.into_any()
}

/// What stood then: figures, and the activities behind them.
fn stand(cx: &PageContext<'_>, of: &Stand) -> View {
    let rows: Vec<View> = of.activities.iter().map(|one| row(cx, one)).collect();
    let table = (!rows.is_empty()).then(|| {
        view! {
            <table class="table table--cards">
                <caption>{cx.t("periodic-activities")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{cx.t("activity-what")}</th>
                        <th scope="col">{cx.t("activity-action")}</th>
                        <th scope="col">{cx.t("activity-due")}</th>
                        <th scope="col">{cx.t("activity-state")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
    });
    let details = table.map(|table| {
        disclosure(cx.tn("periodic-activities-n", of.activities.len()), false, table.into_any())
    });
    view! { {figures(cx, of)}{details} }.into_any()
}

/// «3 fatte, 1 in corso, 1 in ritardo · 2 segnalazioni, 1 in attesa».
fn figures(cx: &PageContext<'_>, of: &Stand) -> View {
    let activities: Vec<View> = ActivityState::ALL
        .iter()
        .map(|state| (of.in_state(*state), format!("periodic-{}", state.code())))
        .chain([(of.late(), "periodic-late".to_owned())])
        .filter(|(n, _)| *n > 0)
        .map(|(n, key)| words(cx.tn(&key, n)))
        .collect();
    let issues: Vec<View> = IssueState::ALL
        .iter()
        .zip(of.issues)
        .filter(|(_, n)| *n > 0)
        .map(|(state, n)| words(cx.tn(&format!("periodic-issues-{}", state.code()), n)))
        .collect();
    let line = |key: &'static str, none: &'static str, parts: Vec<View>| {
        let told = if parts.is_empty() { words(cx.t(none)) } else { meta(parts) };
        (cx.t(key).to_owned(), told)
    };
    let pairs = vec![
        line("activities-title", "periodic-no-activities", activities),
        line("issues-title", "periodic-no-issues", issues),
    ];
    facts(true, pairs)
}

fn row(cx: &PageContext<'_>, one: &ReportedActivity) -> View {
    let href = cx.path(Page::Activity(one.number));
    let (what, action) = (official(cx, one.what.clone()), official(cx, one.action.clone()));
    let due = one.due.map_or_else(|| words("–"), |of| day(cx, of));
    view! {
        <tr>
            <th scope="row"><a href=href>{what}</a></th>
            <td data-label=cx.t("activity-action")>{action}</td>
            <td data-label=cx.t("activity-due")>{due}" "{late(cx, one.late)}</td>
            <td data-label=cx.t("activity-state")>{badge(cx, one.state)}</td>
        </tr>
    }
    .into_any()
}

fn fields(cx: &PageContext<'_>, form: &FormState, suffix: &str, corrects: bool) -> View {
    let named = |name: &str| format!("{name}{suffix}");
    let from = Field::new("from", cx.t("periodic-from")).id(named("from"));
    let from = forms::input(cx, form, from, "date", true);
    let to = Field::new("to", cx.t("periodic-to")).id(named("to"));
    let to = forms::input(cx, form, to, "date", true);
    let text = Field { lang: cx.content_lang(), ..Field::new("words", cx.t("periodic-words")) }
        .hint(cx.t("periodic-words-hint"))
        .id(named("words"));
    let text = forms::text_area(cx, form, text, 8, false);
    let why = corrects.then(|| {
        let why = Field::new("why", cx.t("periodic-why"))
            .hint(cx.t("periodic-why-hint"))
            .id(named("why"));
        forms::text_area(cx, form, why, 2, false)
    });
    view! { {from}{to}{text}{why} }.into_any()
}

fn form_to_write(cx: &PageContext<'_>, view: &ProgressReportsPage, form: &FormState) -> View {
    if view.may_write.is_err() {
        return nothing();
    }
    let (filled, suffix) =
        if form.fields.has("about") { (one_of(form, "").0, "-new") } else { (form.clone(), "") };
    let fields = fields(cx, &filled, suffix, false);
    let id = forms::form_id(&filled);
    let send = forms::act("btn btn-primary", "do", "write", cx.t("periodic-send").into_any());
    view! {
        <section class="box no-print" aria-labelledby="write">
            <h2 id="write">{cx.t("periodic-form-title")}</h2>
            <p class="measure">{cx.t("periodic-form-more")}</p>
            {figures(cx, &view.now)}
            <form class="form" method="post" action=cx.here() novalidate=true>
                {id}{fields}{send}
            </form>
        </section>
    }
    .into_any()
}
