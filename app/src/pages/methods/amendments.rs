//! Amendments: the form to propose one, one beside what it would change, the form to merge some.

use domain::forms::FormState;
use domain::methods::draft::AmendmentKind;
use domain::views::{AmendmentForm, AmendmentPage, MergeForm, MergeSource, Shell, VerdictView};
use leptos::prelude::*;

use super::{
    amendment_line, amendment_state, amendment_title, eyebrow, proposer, speaks_for, under,
    under_draft,
};
use crate::format;
use crate::parts::forms::{self, Field, Pick};
use crate::parts::lists::query;
use crate::parts::voice::{Size, voice};
use crate::parts::{Tone, View, date, diff, disclosure, meta, next, nothing, notice, page_head};
use crate::render::{Meta, PageContext, document};
use crate::urls::Page;

/// The most characters of a paragraph and of a reason, told beneath their fields.
const MOST: (u32, u32) = (domain::methods::draft::PARAGRAPH_MOST, domain::methods::REASON_MOST);

/// The form to propose an amendment.
pub fn form(cx: &PageContext<'_>, shell: &Shell, view: &AmendmentForm, form: &FormState) -> String {
    let draft = cx.path(Page::Priorities(view.round.number));
    let meta = under(cx, cx.t("amendment-form-title"), &view.round)
        .private()
        .faulty(!form.faults.is_empty());
    document(cx, shell, meta, || form_body(cx, view, form, draft))
}

fn form_body(cx: &PageContext<'_>, view: &AmendmentForm, form: &FormState, draft: String) -> View {
    let errors = forms::error_summary(cx, form);
    let title = match &view.paragraph {
        Some((_, number, _)) => cx.tw("amendment-to", &[("number", (*number).into())]),
        None => cx.t("amendment-to-beginning").to_owned(),
    };
    let base = view.paragraph.as_ref().map(|(_, _, words)| words.as_str()).unwrap_or_default();
    let stale = view.read.as_ref().map(|read| {
        let (then, now) = (cx.t("amendment-then").to_owned(), cx.t("amendment-now").to_owned());
        let both = diff::beside(cx, (then, read), (now, base));
        notice(
            cx,
            Tone::Warning,
            cx.t("amendment-stale"),
            view! { <p>{cx.t("amendment-stale-next")}</p>{both} }.into_any(),
        )
    });
    let original = (view.paragraph.is_some() && view.read.is_none()).then(|| {
        let text = diff::plain(cx, base);
        view! { <section class="box"><h2 class="h3">{cx.t("amendment-original")}</h2>{text}</section> }
    });
    let mut filled = form.clone();
    if !filled.fields.has("text") {
        filled.fields.set("text", base);
    }
    let kinds = AmendmentKind::ALL
        .iter()
        .filter(|kind| view.paragraph.is_some() || **kind == AmendmentKind::Insert)
        .map(|kind| {
            Pick::new(kind.code(), cx.coded("amendment-kind", kind.code()))
                .hint(cx.coded("amendment-kind-hint", kind.code()))
        })
        .collect();
    let kinds = forms::radios(cx, &filled, Field::new("kind", cx.t("amendment-kind")), kinds);
    let text = Field { lang: cx.content_lang(), ..Field::new("text", cx.t("amendment-text")) }
        .hint(cx.t("amendment-text-hint"))
        .most(MOST.0);
    let text = forms::text_area(cx, &filled, text, 6, true);
    let reason = Field::new("reason", cx.t("amendment-reason"))
        .hint(cx.t("amendment-reason-hint"))
        .most(MOST.1);
    let reason = forms::text_area(cx, &filled, reason, 4, true);
    let who = speaks_for(cx, &filled, &view.organisations);
    let key = view.paragraph.as_ref().map_or(0, |(key, _, _)| *key);
    let hidden = vec![
        forms::form_id(&filled),
        forms::hidden_field("paragraph", key.to_string()),
        forms::hidden_field("version", view.version.to_string()),
    ];
    let closes = format::deadline(cx.lang, view.closes);
    let then = next(cx, cx.tw("amendment-next", &[("date", closes.into())]));
    let send = forms::submit(cx.t("amendment-send"));
    view! {
        {errors}
        {page_head(Some(eyebrow(cx, &view.round)), title, Some(cx.t("amendment-form-lead").to_owned()))}
        {stale}
        {original}
        <form class="form" method="post" action=cx.here() novalidate=true>
            {hidden}{who}{kinds}{text}{reason}{then}
            <div class="button-row">
                {send}
                <a class="btn btn-outline-primary" href=draft>{cx.t("amendment-cancel")}</a>
            </div>
        </form>
    }
    .into_any()
}

/// An amendment beside what it would change.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &AmendmentPage, form: &FormState) -> String {
    let meta = under_draft(cx, amendment_title(cx, &view.card), &view.round)
        .described(view.reason.clone())
        .faulty(!form.faults.is_empty());
    document(cx, shell, meta, || body(cx, view, form))
}

fn body(cx: &PageContext<'_>, view: &AmendmentPage, form: &FormState) -> View {
    let errors = forms::error_summary(cx, form);
    let about = meta(vec![
        amendment_state(cx, view.card.state),
        proposer(cx, &view.card),
        date(cx, view.card.at),
    ]);
    let stale = form
        .fields
        .has("stale")
        .then(|| notice(cx, Tone::Warning, cx.t("amendment-decide-stale"), nothing()));
    let reason = voice(&view.reason, cx.content, Size::Plain);
    view! {
        {errors}
        {stale}
        {page_head(Some(eyebrow(cx, &view.round)), amendment_title(cx, &view.card), None)}
        {about}
        <div class="stack mt-4">
            {outcome(cx, view)}
            <section aria-labelledby="change">
                <h2 id="change">{cx.t("amendment-change")}</h2>
                {change(cx, view)}
                {moved(cx, view)}
            </section>
            <section aria-labelledby="why">
                <h2 id="why">{cx.t("amendment-why")}</h2>
                {reason}
            </section>
            {sources(cx, view)}
            {decide(cx, view, form)}
            {withdraw(cx, view, form)}
        </div>
    }
    .into_any()
}

/// The original beside the proposal, differences marked.
fn change(cx: &PageContext<'_>, view: &AmendmentPage) -> View {
    let base = view.base.as_deref().unwrap_or_default();
    let old = cx.tw("amendment-version", &[("version", view.base_version.into())]);
    let new = cx.t("amendment-proposed").to_owned();
    match view.card.kind {
        AmendmentKind::Replace => diff::beside(cx, (old, base), (new, &view.text)),
        AmendmentKind::Delete => {
            let text = diff::before(cx, base, "");
            let title = cx.t("amendment-deleted");
            view! {
                <div class="box"><h3>{old}</h3>{text}</div>
                <p>{title}</p>
            }
            .into_any()
        }
        AmendmentKind::Insert => {
            let before = (!base.is_empty()).then(|| {
                let text = diff::plain(cx, base);
                view! { <div class="box"><h3>{cx.t("amendment-after")}</h3>{text}</div> }
            });
            let text = diff::after(cx, "", &view.text);
            view! {
                <div class="beside">{before}<div class="box"><h3>{new}</h3>{text}</div></div>
            }
            .into_any()
        }
    }
}

/// The paragraph has changed since it was written.
fn moved(cx: &PageContext<'_>, view: &AmendmentPage) -> View {
    let Some(now) = &view.moved else { return nothing() };
    let base = view.base.as_deref().unwrap_or_default();
    let body = match now {
        Some(now) => {
            let old = cx.tw("amendment-version", &[("version", view.base_version.into())]);
            let new = cx.tw("amendment-version", &[("version", view.version.into())]);
            diff::beside(cx, (old, base), (new, now))
        }
        None => view! { <p>{cx.t("amendment-gone")}</p> }.into_any(),
    };
    notice(cx, Tone::Warning, cx.t("amendment-moved"), body)
}

/// What became of it, and of what it was merged into.
fn outcome(cx: &PageContext<'_>, view: &AmendmentPage) -> View {
    if let Some(into) = &view.into {
        let line = amendment_line(cx, into);
        let body = view! {
            <p>{cx.t("amendment-into-more")}</p>
            <ul class="similar" role="list">{line}</ul>
        };
        return notice(cx, Tone::Plain, cx.t("amendment-into"), body.into_any());
    }
    match &view.verdict {
        Some(verdict) => verdict_notice(cx, view, verdict),
        None => nothing(),
    }
}

fn verdict_notice(cx: &PageContext<'_>, view: &AmendmentPage, verdict: &VerdictView) -> View {
    let on = format::date(cx.lang, verdict.at);
    let title = cx.tw(
        &format!("amendment-decided-{}", verdict.state.code().replace('_', "-")),
        &[("date", on.into())],
    );
    let why = (!verdict.reason.is_empty()).then(|| {
        let lang = cx.content_lang();
        let reason = verdict.reason.clone();
        view! { <p>{cx.t("reason-label")}" "<span lang=lang>{reason}</span></p> }
    });
    let adapted = verdict.adapted.as_ref().map(|words| {
        let text = diff::after(cx, &view.text, words);
        view! { <p>{cx.t("amendment-adapted")}</p>{text} }
    });
    let version = verdict.version.map(|version| {
        let href = cx.path_with(
            Page::Priorities(view.round.number),
            &query(&[("versione", &version.to_string())]),
        );
        let words = cx.tw("amendment-made", &[("version", version.into())]);
        view! { <p><a href=href>{words}</a></p> }
    });
    notice(cx, Tone::Plain, title, view! { {why}{adapted}{version} }.into_any())
}

fn sources(cx: &PageContext<'_>, view: &AmendmentPage) -> View {
    if view.sources.is_empty() {
        return nothing();
    }
    let list: Vec<View> = view.sources.iter().map(|source| one_source(cx, source)).collect();
    view! {
        <section aria-labelledby="sources">
            <h2 id="sources">{cx.t("amendment-sources")}</h2>
            <p class="measure">{cx.t("amendment-sources-lead")}</p>
            <ul class="similar" role="list">{list}</ul>
        </section>
    }
    .into_any()
}

fn one_source(cx: &PageContext<'_>, source: &MergeSource) -> View {
    let href = cx.path(Page::Amendment(source.card.number));
    let (title, who) = (amendment_title(cx, &source.card), proposer(cx, &source.card));
    let text = (!source.text.is_empty()).then(|| diff::plain(cx, &source.text));
    let reason = voice(&source.reason, cx.content, Size::Plain);
    view! { <li><a href=href>{title}</a><p>{who}</p>{text}{reason}</li> }.into_any()
}

/// For the institution: into the draft, or not, with a reason.
fn decide(cx: &PageContext<'_>, view: &AmendmentPage, form: &FormState) -> View {
    if view.may_decide.is_err() {
        return nothing();
    }
    let version = || forms::hidden_field("version", view.version.to_string());
    let gone = view.moved == Some(None);
    let adapt = matches!(view.moved, Some(Some(_))) && view.card.kind == AmendmentKind::Replace;
    let text = adapt.then(|| {
        let mut filled = form.clone();
        if !filled.fields.has("text") {
            filled.fields.set("text", view.text.clone());
        }
        let field =
            Field { lang: cx.content_lang(), ..Field::new("text", cx.t("amendment-adapt")) }
                .hint(cx.t("amendment-adapt-hint"))
                .most(MOST.0);
        forms::text_area(cx, &filled, field, 6, true)
    });
    let accept = (!gone).then(|| {
        let send =
            forms::act("btn btn-primary", "do", "accept", cx.t("amendment-accept").into_any());
        let hint = cx.t("amendment-accept-hint");
        view! {
            <form class="form" method="post" action=cx.here() novalidate=true>
                {version()}{text}<p class="small muted">{hint}</p>{send}
            </form>
        }
    });
    let reason = Field::new("reason", cx.t("amendment-reject-reason"))
        .hint(cx.t("amendment-reject-hint"))
        .most(MOST.1);
    let reason = forms::text_area(cx, form, reason, 4, false);
    let send =
        forms::act("btn btn-outline-primary", "do", "reject", cx.t("amendment-reject").into_any());
    view! {
        <section class="box no-print" aria-labelledby="decide">
            <h2 id="decide">{cx.t("amendment-decide")}</h2>
            {accept}
            <form class="form mt-4" method="post" action=cx.here() novalidate=true>
                {version()}{reason}{send}
            </form>
        </section>
    }
    .into_any()
}

fn withdraw(cx: &PageContext<'_>, view: &AmendmentPage, form: &FormState) -> View {
    if view.may_withdraw.is_err() {
        return nothing();
    }
    let id = forms::form_id(form);
    let send = forms::act(
        "btn btn-outline-danger",
        "do",
        "withdraw",
        cx.t("amendment-withdraw").into_any(),
    );
    let body = view! {
        <form class="form" method="post" action=cx.here()>
            {id}<p class="measure">{cx.t("amendment-withdraw-hint")}</p>{send}
        </form>
    };
    disclosure(cx.t("amendment-withdraw-title"), false, body.into_any())
}

/// The form in which several amendments become one text.
pub fn merge(cx: &PageContext<'_>, shell: &Shell, view: &MergeForm, form: &FormState) -> String {
    let round = cx.path(Page::Round(view.round.number));
    let draft = cx.path(Page::Priorities(view.round.number));
    let meta = Meta::staff(cx.t("merge-title"))
        .under_spoken(view.round.title.clone(), round, cx.content_lang())
        .under(cx.t("round-draft-title"), draft)
        .here()
        .faulty(!form.faults.is_empty());
    document(cx, shell, meta, || merge_body(cx, view, form))
}

fn merge_body(cx: &PageContext<'_>, view: &MergeForm, form: &FormState) -> View {
    let errors = forms::error_summary(cx, form);
    let stale = form.fields.has("stale").then(|| {
        notice(
            cx,
            Tone::Warning,
            cx.t("amendment-stale"),
            view! { <p>{cx.t("merge-stale-next")}</p> }.into_any(),
        )
    });
    let picks = view
        .sources
        .iter()
        .map(|source| {
            let who = source.card.organisation.clone();
            let who = who.unwrap_or_else(|| cx.t("amendment-by-facilitation").to_owned());
            let label = format!("{} · {who}", amendment_title(cx, &source.card));
            let words = if source.text.is_empty() { &source.reason } else { &source.text };
            Pick::new(source.card.number.to_string(), label)
                .hint(format::cut(words, 300))
                .hint_lang(cx.content_lang())
        })
        .collect();
    let picks = forms::boxes(
        cx,
        form,
        Field::new("source", cx.t("merge-sources")).hint(cx.t("merge-sources-hint")),
        picks,
    );
    let kinds = AmendmentKind::ALL
        .iter()
        .map(|kind| Pick::new(kind.code(), cx.coded("amendment-kind", kind.code())))
        .collect();
    let kinds = forms::radios(cx, form, Field::new("kind", cx.t("merge-kind")), kinds);
    let mut options = vec![("0".to_owned(), cx.t("merge-beginning").to_owned())];
    options.extend(view.paragraphs.iter().map(|(key, number, words)| {
        let number = cx.tw("paragraph", &[("number", (*number).into())]);
        (key.to_string(), format!("{number}: {}", format::cut(words, 60)))
    }));
    let paragraph = Field::new("paragraph", cx.t("merge-paragraph"));
    let paragraph = forms::select(cx, form, paragraph, vec![(String::new(), options)]);
    let text = Field { lang: cx.content_lang(), ..Field::new("text", cx.t("merge-text")) }
        .hint(cx.t("merge-text-hint"))
        .most(MOST.0);
    let text = forms::text_area(cx, form, text, 6, true);
    let reason = Field::new("reason", cx.t("merge-reason")).most(MOST.1);
    let reason = forms::text_area(cx, form, reason, 3, false);
    let (id, version) =
        (forms::form_id(form), forms::hidden_field("version", view.version.to_string()));
    let send = forms::submit(cx.t("merge-send"));
    view! {
        {errors}
        {stale}
        {page_head(Some(eyebrow(cx, &view.round)), cx.t("merge-title"), Some(cx.t("merge-lead").to_owned()))}
        <form class="form" method="post" action=cx.here() novalidate=true>
            {id}{version}{picks}{kinds}{paragraph}{text}{reason}{send}
        </form>
    }
    .into_any()
}
