//! The draft of a round in numbered paragraphs, and the form in which the institution writes it.

use domain::forms::FormState;
use domain::methods::draft::BEGINNING;
use domain::views::{DraftForm, DraftPage, ParagraphView, Shell, VersionRow};
use leptos::prelude::*;

use super::{amendment_line, eyebrow, stances, under};
use crate::format;
use crate::parts::forms::{self, Field};
use crate::parts::lists::query;
use crate::parts::{
    Tone, View, arrow_link, date_time, diff, disclosure, empty, next, nothing, notice, official,
    page_head, why_not,
};
use crate::render::{Meta, PageContext, document};
use crate::urls::Page;

/// Names in queries.
const VERSION: &str = "versione";
const PARAGRAPH: &str = "paragrafo";

/// Title by the kind of the round, where there is one of its own.
fn title(cx: &PageContext<'_>, view: &DraftPage) -> &'static str {
    let own = format!("round-draft-title-{}", view.round.kind.code());
    if cx.texts().has(&own) { cx.t(&own) } else { cx.t("round-draft-title") }
}

/// The draft.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &DraftPage) -> String {
    let meta = under(cx, title(cx, view), &view.round).described(cx.t("round-draft-lead"));
    document(cx, shell, meta, || body(cx, view))
}

fn body(cx: &PageContext<'_>, view: &DraftPage) -> View {
    let head = page_head(
        Some(eyebrow(cx, &view.round)),
        title(cx, view),
        Some(cx.t("round-draft-lead").to_owned()),
    );
    let n = view.round.number;
    let write = view.may_write.is_ok().then(|| {
        let key = if view.newest == 0 { "round-draft-write-first" } else { "round-draft-write" };
        let href = cx.path(Page::EditDraft(n));
        view! { <a class="btn btn-primary" href=href>{cx.t(key)}</a> }
    });
    let positions = view.takes_positions.then(|| {
        let href = cx.path(Page::Positions(n));
        view! { <a class="btn btn-outline-primary" href=href>{cx.t("round-draft-positions")}</a> }
    });
    let Some(shown) = &view.shown else {
        let empty = empty(cx, cx.t("round-draft-none"), cx.t("round-draft-none-next"), None);
        return view! { {head}<div class="button-row">{write}</div>{empty} }.into_any();
    };
    let older = (shown.version != view.newest).then(|| {
        let newest = arrow_link(cx, cx.path(Page::Priorities(n)), cx.t("round-draft-newest"));
        let title = cx.tw("round-draft-older", &[("version", shown.version.into())]);
        notice(cx, Tone::Warning, title, view! { <p>{newest}</p> }.into_any())
    });
    let merge = (view.may_merge.is_ok() && proposed(view) > 1).then(|| {
        let href = cx.path(Page::MergeAmendments(n));
        view! { <a class="btn btn-outline-primary" href=href>{cx.t("amendments-merge")}</a> }
    });
    let why = match &view.may_amend {
        // Who decides on amendments is not told that others propose them.
        Err(refusal) if view.amendable && view.may_write.is_err() && view.may_merge.is_err() => {
            why_not(cx, refusal)
        }
        _ => nothing(),
    };
    let amend = view.may_amend.is_ok() && shown.version == view.newest;
    let paragraphs: Vec<View> =
        view.paragraphs.iter().map(|one| paragraph(cx, view, one, amend)).collect();
    let first = amend.then(|| {
        let href =
            cx.path_with(Page::NewAmendment(n), &query(&[(PARAGRAPH, &BEGINNING.to_string())]));
        view! { <p><a href=href>{cx.t("amendment-new-first")}</a></p> }
    });
    let at = date_time(cx, shown.at);
    let version = cx.tw("round-draft-version", &[("version", shown.version.into())]);
    view! {
        {head}
        {older}
        <div class="split">
            <div class="stack">
                <div class="button-row">{write}{positions}{merge}</div>
                {why}
                <p class="muted">{version}" · "{at}</p>
                {first}
                <ol class="paragraphs" role="list">{paragraphs}</ol>
                {elsewhere(cx, view)}
            </div>
            <aside class="stack">{versions(cx, view)}</aside>
        </div>
    }
    .into_any()
}

fn proposed(view: &DraftPage) -> usize {
    use domain::methods::draft::AmendmentState;
    view.paragraphs
        .iter()
        .flat_map(|one| &one.amendments)
        .chain(&view.elsewhere)
        .filter(|card| card.state == AmendmentState::Proposed)
        .count()
}

fn paragraph(cx: &PageContext<'_>, view: &DraftPage, one: &ParagraphView, amend: bool) -> View {
    let id = format!("paragrafo-{}", one.key);
    let title = cx.tw("paragraph", &[("number", one.number.into())]);
    let text = diff::plain(cx, &one.text);
    let amendments: Vec<View> =
        one.amendments.iter().map(|card| amendment_line(cx, card)).collect();
    let amendments = (!amendments.is_empty())
        .then(|| view! { <ul class="similar" role="list">{amendments}</ul> });
    let amend = amend.then(|| {
        let key = one.key.to_string();
        let href =
            cx.path_with(Page::NewAmendment(view.round.number), &query(&[(PARAGRAPH, &key)]));
        let words = cx.tw("amendment-new", &[("number", one.number.into())]);
        view! { <p><a href=href>{words}</a></p> }
    });
    let stances = stances(cx, one.stances);
    view! {
        <li id=id.clone()>
            <h2 class="h4">{title}</h2>
            {text}
            {stances}
            {amendments}
            {amend}
        </li>
    }
    .into_any()
}

fn elsewhere(cx: &PageContext<'_>, view: &DraftPage) -> View {
    if view.elsewhere.is_empty() {
        return nothing();
    }
    let list: Vec<View> = view.elsewhere.iter().map(|card| amendment_line(cx, card)).collect();
    view! {
        <section aria-labelledby="elsewhere">
            <h2 class="h3" id="elsewhere">{cx.t("amendments-elsewhere")}</h2>
            <ul class="similar" role="list">{list}</ul>
        </section>
    }
    .into_any()
}

fn versions(cx: &PageContext<'_>, view: &DraftPage) -> View {
    let list: Vec<View> = view.versions.iter().map(|row| version(cx, view, row)).collect();
    view! {
        <section aria-labelledby="versions">
            <h2 class="h3" id="versions">{cx.t("round-draft-versions")}</h2>
            <p class="small muted">{cx.t("round-draft-versions-lead")}</p>
            <ol class="similar" role="list">{list}</ol>
        </section>
    }
    .into_any()
}

fn version(cx: &PageContext<'_>, view: &DraftPage, row: &VersionRow) -> View {
    let words = cx.tw("round-draft-version", &[("version", row.version.into())]);
    let page = Page::Priorities(view.round.number);
    let href = if row.version == view.newest {
        cx.path(page)
    } else {
        cx.path_with(page, &query(&[(VERSION, &row.version.to_string())]))
    };
    let current = view.shown.as_ref().is_some_and(|shown| shown.version == row.version);
    let current = current.then_some("page");
    let why = match row.amendment {
        Some(number) => {
            let href = cx.path(Page::Amendment(number));
            let words = cx.tw("round-draft-by-amendment", &[("number", number.into())]);
            view! { <a href=href>{words}</a> }.into_any()
        }
        None if row.why.is_empty() => nothing(),
        None => official(cx, row.why.clone()),
    };
    let at = date_time(cx, row.at);
    view! {
        <li>
            <a href=href aria-current=current>{words}</a>
            <p>{at}</p>
            <p>{why}</p>
        </li>
    }
    .into_any()
}

/// The form of the draft. `stale` is the version that somebody else wrote meanwhile.
pub fn form(cx: &PageContext<'_>, shell: &Shell, view: &DraftForm, form: &FormState) -> String {
    let round = cx.path(Page::Round(view.round.number));
    let draft = cx.path(Page::Priorities(view.round.number));
    let meta = Meta::staff(cx.t("round-draft-form-title"))
        .under_spoken(view.round.title.clone(), round, cx.content_lang())
        .under(cx.t("round-draft-title"), draft)
        .here()
        .faulty(!form.faults.is_empty());
    document(cx, shell, meta, || form_body(cx, view, form))
}

fn form_body(cx: &PageContext<'_>, view: &DraftForm, form: &FormState) -> View {
    let errors = forms::error_summary(cx, form);
    let stale = form.fields.has("stale").then(|| {
        let theirs = diff::plain(cx, &view.written);
        let body = disclosure(cx.t("round-draft-stale-theirs"), true, theirs);
        let told = view! { <p>{cx.t("round-draft-stale-next")}</p>{body} }.into_any();
        notice(cx, Tone::Warning, cx.t("round-draft-stale"), told)
    });
    let field = Field { lang: cx.content_lang(), ..Field::new("text", cx.t("round-draft-text")) }
        .hint(cx.t("round-draft-text-hint"));
    let text = forms::text_area(cx, form, field, 18, true);
    let why =
        Field::new("why", cx.t("round-draft-why")).hint(cx.t("round-draft-why-hint")).optional();
    let why = forms::input(cx, form, why, "text", false);
    let opens = format::moment(cx.lang, view.opens);
    let until = next(cx, cx.tw("round-draft-until", &[("date", opens.into())]));
    let id = forms::form_id(form);
    let version = forms::hidden_field("version", view.newest.to_string());
    let send = forms::submit(cx.t("round-draft-save"));
    view! {
        {errors}
        {stale}
        {page_head(Some(eyebrow(cx, &view.round)), cx.t("round-draft-form-title"), Some(cx.t("round-draft-form-lead").to_owned()))}
        <form class="form" method="post" action=cx.here() novalidate=true>
            {id}{version}{text}{why}{until}{send}
        </form>
    }
    .into_any()
}
