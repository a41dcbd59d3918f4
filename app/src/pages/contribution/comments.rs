//! Comments: each says what it is; one level of answers; who agrees; for a while, edits.

use domain::citizen_forms::LANGUAGES;
use domain::comments::{COMMENT_MOST, EDIT_MINUTES, Stance};
use domain::contributions::Standing;
use domain::faults::Refusal;
use domain::forms::{Fields, FormState};
use domain::screening::Screening;
use domain::suppression::Shown;
use domain::views::{CommentView, ContributionPage};
use leptos::prelude::*;

use super::{flag, gone, sign_in_to};
use crate::format;
use crate::parts::forms::{self, Field, Pick, hidden_field};
use crate::parts::lists::query;
use crate::parts::voice::{Size, language_name, voice};
use crate::parts::{
    Tone, View, card, date, disclosure, handled, help, hidden, nothing, notice, p, state, why_not,
};
use crate::render::PageContext;
use crate::urls::Page;

/// Name of the field in the address that shows comments of one stance.
const SHOWN: &str = "commenti";

/// All comments, or those of one stance, and the form to write one.
pub(super) fn section(cx: &PageContext<'_>, view: &ContributionPage, form: &FormState) -> View {
    if view.words.is_none() && view.comments.is_empty() {
        return nothing();
    }
    let count: usize = view.comments.iter().map(|comment| 1 + comment.answers.len()).sum();
    let title =
        if count == 0 { cx.t("comments-none").to_owned() } else { cx.tn("comments-count", count) };
    let shown = shown(cx);
    let list: Vec<_> = view
        .comments
        .iter()
        .filter(|one| shown.is_none() || one.stance == shown)
        .map(|one| comment(cx, view, form, one, true))
        .collect();
    let list = (!list.is_empty()).then(|| view! { <ol class="comments" role="list">{list}</ol> });
    let write = match &view.may_comment {
        Ok(()) => write(cx, form, None),
        Err(Refusal::SignInNeeded) => sign_in_to(cx, cx.t("comment-sign-in")),
        Err(refusal) => why_not(cx, refusal),
    };
    view! {
        <section aria-labelledby="comments">
            <h2 id="comments">{title}</h2>
            {summary(cx, view, shown)}
            {list}
            <div class="mt-3">{write}</div>
        </section>
    }
    .into_any()
}

/// The stance that the address asks for.
fn shown(cx: &PageContext<'_>) -> Option<Stance> {
    cx.query.split('&').find_map(|pair| pair.strip_prefix(SHOWN)?.strip_prefix('=')?.parse().ok())
}

/// How many say what, each a link to these alone.
fn summary(cx: &PageContext<'_>, view: &ContributionPage, shown: Option<Stance>) -> View {
    let contribution = &view.card.contribution;
    let page = Page::contribution(contribution.kind, contribution.number);
    let links: Vec<View> = Stance::ALL
        .iter()
        .filter_map(|&stance| {
            let of = |one: &&CommentView| one.stance == Some(stance) && one.body.is_some();
            let n = view.comments.iter().filter(of).count();
            (n > 0).then(|| {
                let current = (shown == Some(stance)).then_some("true");
                let href = cx.path_with(page, &query(&[(SHOWN, stance.code())]));
                let words = cx.tn(&format!("stances-{}", stance.code()), n);
                view! {
                    <li><a class="chip chip--plain" href=format!("{href}#comments")
                        aria-current=current>{words}</a></li>
                }
                .into_any()
            })
        })
        .collect();
    if links.is_empty() {
        return nothing();
    }
    let all = shown.map(|_| {
        let href = format!("{}#comments", cx.path(page));
        view! { <li><a class="chip chip--plain" href=href>{cx.t("stances-all")}</a></li> }
    });
    view! {
        <nav aria-label=cx.t("stances-label")><ul class="chips" role="list">{links}{all}</ul></nav>
    }
    .into_any()
}

/// What a comment is, in a word with an icon.
fn badge(cx: &PageContext<'_>, stance: Stance) -> View {
    let name = match stance {
        Stance::Pro => "it-plus-circle",
        Stance::Contra => "it-minus-circle",
        Stance::Question => "it-help-circle",
        Stance::Experience => "it-comment",
    };
    state::badge(cx, "state state--quiet", name, cx.coded("stance", stance.code()))
}

fn comment(
    cx: &PageContext<'_>,
    view: &ContributionPage,
    form: &FormState,
    one: &CommentView,
    top: bool,
) -> View {
    let who = card::speaker(
        cx,
        one.byline.as_deref(),
        one.organisation.as_deref(),
        one.author_kind.code(),
    );
    // A role that is public by office: one sees when whoever facilitates or decides speaks.
    let role = one.role.map(|role| {
        let words = format!(" · {}", cx.coded("role", role.code()));
        view! { <span>{words}</span> }
    });
    let stance = one.stance.map(|stance| view! { <span class="nowrap">{badge(cx, stance)}</span> });
    let when = date(cx, one.at);
    let changed = one.changed.map(|at| {
        let at = format::moment(cx.lang, at);
        view! { <span class="muted">" · "{cx.tw("comment-changed", &[("date", at.into())])}</span> }
    });
    let waits =
        one.waits.then(|| state::badge(cx, "state state--warn", "it-clock", cx.t("comment-waits")));
    let text = match &one.body {
        Some(body) => voice(body, &one.language, Size::Plain),
        None => view! { <p class="muted">{cx.t("comment-gone")}</p> }.into_any(),
    };
    // Why it is hidden, and the second look, are its author's.
    let hidden = one.tombstone.as_ref().map(|tombstone| {
        let told = gone(cx, Standing::Hidden, tombstone);
        let whose = vec![("number", one.number.to_string())];
        let id = format!("appeal-{}", one.number);
        let again = handled::appeal(cx, form, &one.handled, true, &whose, &id);
        view! { {told}{again} }
    });
    let there = one.body.is_some() && one.tombstone.is_none();
    let agree = there.then(|| agreeing(cx, form, one));
    let edit = there.then(|| edit(cx, form, one));
    let withdraw = (one.own && there).then(|| {
        let number = hidden_field("number", one.number.to_string());
        let id = forms::form_id(form);
        let words = cx.t("comment-withdraw-send").into_any();
        let button = forms::act("btn btn-outline-danger btn-sm", "do", "withdraw-comment", words);
        let body = view! {
            <p>{cx.t("comment-withdraw-more")}</p>
            <form method="post" action=cx.here()>{id}{number}{button}</form>
        };
        disclosure(cx.t("comment-withdraw"), false, body.into_any())
    });
    let reply = (top && there && !one.waits && view.may_comment.is_ok())
        .then(|| write(cx, form, Some(one.number)));
    let flag = (there && !one.own && !one.waits).then(|| flag(cx, view, form, Some(one.number)));
    let answers: Vec<_> =
        one.answers.iter().map(|answer| comment(cx, view, form, answer, false)).collect();
    let answers =
        (!answers.is_empty()).then(|| view! { <ol class="comments" role="list">{answers}</ol> });
    let id = format!("commento-{}", one.number);
    view! {
        <li class="comment" id=id>
            <p class="comment-who">
                <strong>{who}</strong>{role}" "{stance}" "{when}{changed}" "{waits}
            </p>
            {text}
            {hidden}
            {agree}
            {answers}
            {edit}
            {withdraw}
            {reply}
            {flag}
        </li>
    }
    .into_any()
}

/// How many agree, and the button to do so or to take it back.
fn agreeing(cx: &PageContext<'_>, form: &FormState, one: &CommentView) -> View {
    let count = match one.agreements {
        Shown::None | Shown::Unknown => None,
        Shown::Few => Some(cx.t("agree-few").to_owned()),
        Shown::Exactly(n) => Some(cx.tn("agree-count", n)),
    };
    let button = one.may_agree.is_ok().then(|| {
        let (value, words) = match one.agreed {
            true => ("disagree", cx.t("agree-take-back")),
            false => ("agree", cx.t("agree")),
        };
        let (number, id) = (hidden_field("number", one.number.to_string()), forms::form_id(form));
        let which = hidden(format!(" ({})", cx.tn("comment-number", one.number)));
        let words = view! { {words}{which} }.into_any();
        let button = forms::act("btn btn-plain btn-sm", "do", value, words);
        view! { <form method="post" action=cx.here()>{id}{number}{button}</form> }
    });
    if count.is_none() && button.is_none() {
        return nothing();
    }
    let count = count.map(|count| view! { <p class="muted mb-0">{count}</p> });
    view! { <div class="comment-acts">{count}{button}</div> }.into_any()
}

/// The form to edit one's own comment, while it may be.
fn edit(cx: &PageContext<'_>, form: &FormState, one: &CommentView) -> View {
    let (Some(until), Some(body)) = (one.editable, &one.body) else { return nothing() };
    let number = one.number.to_string();
    let said = matches!(form.fields.text("do"), "edit-comment" | "edit-comment-as-is");
    let sent = said && form.fields.text("number") == number;
    let mut state = FormState { id: form.id.clone(), ..FormState::default() };
    if sent {
        state = form.clone();
    } else {
        let mut fields = Fields::default();
        fields.set("edited", body.as_str());
        state.fields = fields;
    }
    let id = if sent { "edited".to_owned() } else { format!("edited-{number}") };
    let until = format::moment(cx.lang, until);
    let hint = cx.tw("comment-edit-hint", &[("until", until.into())]);
    let field = Field::new("edited", cx.t("comment-edit-label")).hint(hint).id(id);
    let area = forms::text_area(cx, &state, field.most(COMMENT_MOST), 3, true);
    let (told, as_is) = found(cx, &state, (sent, "edited"), "edit-comment-as-is");
    let send = forms::act(
        "btn btn-outline-primary btn-sm",
        "do",
        "edit-comment",
        cx.t("comment-edit-send").into_any(),
    );
    let (number, form_id) = (hidden_field("number", number), forms::form_id(form));
    let body = view! {
        <form class="form" method="post" action=cx.here() novalidate=true>
            {form_id}{number}{told}{area}<div class="button-row">{send}{as_is}</div>
        </form>
    };
    disclosure(cx.t("comment-edit"), sent, body.into_any())
}

/// What the detectors found in a comment that came back before it was sent: rewritten, or sent as
/// it is to be read first.
fn found(
    cx: &PageContext<'_>,
    form: &FormState,
    (sent, field): (bool, &str),
    as_is: &'static str,
) -> (Option<View>, Option<View>) {
    let screening = Screening::of(&[form.fields.text(field)]);
    if !sent || !form.faults.is_empty() || screening.clear() {
        return (None, None);
    }
    let language = form.fields.text("comment_language");
    let list = help::found(cx, &screening, language);
    let body = view! { {p(cx.t("found-before-why"))}{list}{p(cx.t("found-comment-next"))} };
    let told = notice(cx, Tone::Warning, cx.t("found-before"), body.into_any());
    let told = view! { <div id="found" tabindex="-1" role="alert">{told}</div> }.into_any();
    let words = cx.t("found-send-as-is").into_any();
    (Some(told), Some(forms::act("btn btn-plain", "do", as_is, words)))
}

/// The form to comment, or to answer a comment.
fn write(cx: &PageContext<'_>, form: &FormState, parent: Option<i64>) -> View {
    let parent = parent.map(|number| number.to_string()).unwrap_or_default();
    let said = matches!(form.fields.text("do"), "comment" | "comment-as-is");
    let sent = said && form.fields.text("parent") == parent;
    let blank = FormState { id: form.id.clone(), ..FormState::default() };
    let form = if sent { form } else { &blank };
    let id = |name: &str| match (sent, parent.is_empty()) {
        (true, _) => name.to_owned(),
        (false, true) => format!("{name}-new"),
        (false, false) => format!("{name}-{parent}"),
    };
    // No choice is made beforehand: what one says is one's own.
    let stance = parent.is_empty().then(|| {
        let picks = Stance::ALL
            .iter()
            .map(|stance| {
                let code = stance.code();
                let hint = cx.t(&format!("stance-{code}-hint"));
                Pick::new(code, cx.coded("stance-pick", code)).hint(hint)
            })
            .collect();
        forms::radios(cx, form, Field::new("stance", cx.t("stance-label")).id(id("stance")), picks)
    });
    let key = if parent.is_empty() { "comment-label" } else { "reply-label" };
    let field = Field::new("comment", cx.t(key)).hint(cx.t("comment-hint")).id(id("comment"));
    let area = forms::text_area(cx, form, field.most(COMMENT_MOST), 3, true);
    let language = language(cx, form, id("comment_language"));
    let form_id = forms::form_id(form);
    let parent_field = (!parent.is_empty()).then(|| hidden_field("parent", parent.clone()));
    let send =
        forms::act("btn btn-outline-primary", "do", "comment", cx.t("comment-send").into_any());
    let (told, as_is) = found(cx, form, (sent, "comment"), "comment-as-is");
    let window = p(cx.tn("comment-edit-window", EDIT_MINUTES));
    let body = view! {
        <form class="form" method="post" action=cx.here() novalidate=true>
            {form_id}{parent_field}{told}{stance}{area}{language}{window}
            <div class="button-row">{send}{as_is}</div>
        </form>
    }
    .into_any();
    if parent.is_empty() { body } else { disclosure(cx.t("reply"), sent, body) }
}

/// In which language it is written, if not in that of the page.
fn language(cx: &PageContext<'_>, form: &FormState, id: String) -> View {
    let mut state = form.clone();
    if state.fields.text("comment_language").is_empty() {
        state.fields.set("comment_language", cx.lang.code());
    }
    let other = state.fields.text("comment_language") != cx.lang.code()
        || state.fault("comment_language").is_some();
    let offered =
        LANGUAGES.iter().map(|&code| (code.to_owned(), language_name(cx, code))).collect();
    let field = Field::new("comment_language", cx.t("write-language")).id(id);
    let select = forms::select(cx, &state, field, vec![(String::new(), offered)]);
    disclosure(cx.t("write-language-open"), other, select)
}
