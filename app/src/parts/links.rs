//! Links of a text or an action to others that stay apart, as they read from it; for who may, the
//! forms to make one and to take one back.

use domain::contributions::Kind;
use domain::forms::FormState;
use domain::links::{Named, REASON_MOST, Relation};
use domain::people::Role;
use domain::time::Moment;
use domain::views::{ContributionPage, LinkView, LinkedView};
use leptos::prelude::*;

use super::forms::{self, Field, hidden_field};
use super::{View, card, disclosure, format, meta, nothing, official, words};
use crate::render::PageContext;

/// The links, each with its kind in words and its reason; those taken back beneath.
fn list(cx: &PageContext<'_>, links: &[LinkView], form: Option<&FormState>) -> View {
    let standing: Vec<View> = links
        .iter()
        .filter(|link| link.ended.is_none())
        .map(|link| one(cx, link, form.map(|form| take_back(cx, link.number, form))))
        .collect();
    let ended: Vec<View> =
        links.iter().filter(|link| link.ended.is_some()).map(|link| one(cx, link, None)).collect();
    let standing = (!standing.is_empty())
        .then(|| view! { <ul class="similar" role="list">{standing}</ul> }.into_any());
    let ended = (!ended.is_empty()).then(|| {
        let words = cx.tn("links-ended", ended.len());
        disclosure(words, false, view! { <ul class="similar" role="list">{ended}</ul> }.into_any())
    });
    view! { {standing}{ended} }.into_any()
}

/// A link: what this text is to the other, the other, why, since when.
fn one(cx: &PageContext<'_>, link: &LinkView, act: Option<View>) -> View {
    let relation = cx.coded("relation", link.relation.code());
    let (other, about) = match &link.other {
        LinkedView::Contribution(text, _, round) => {
            let about = vec![words(card::numbered(cx, text)), official(cx, round.clone())];
            (card::link(cx, text), about)
        }
        LinkedView::Action(action, plan) => {
            let numbered = cx.tw("link-action", &[("number", action.number.to_string().into())]);
            (card::action_link(cx, action), vec![words(numbered), official(cx, plan.clone())])
        }
    };
    let about = meta(about);
    let by = by(cx, "link-by", link.role, link.at);
    let reason = official(cx, link.reason.clone());
    let ended = link.ended.as_ref().map(|(at, why, role)| {
        let (by, why) = (self::by(cx, "link-ended", *role, *at), official(cx, why.clone()));
        view! {
            <p>{by}</p>
            <p>{cx.t("reason-label")}" "{why}</p>
        }
    });
    view! {
        <li>
            <p><strong>{relation}</strong></p>
            {other}
            {about}
            <p>{cx.t("reason-label")}" "{reason}</p>
            <p class="small muted">{by}</p>
            {ended}
            {act}
        </li>
    }
    .into_any()
}

/// In which role, and when.
fn by(cx: &PageContext<'_>, key: &str, role: Role, at: Moment) -> String {
    let (role, date) = (cx.coded("role", role.code()), format::date(cx.lang, at));
    cx.tw(key, &[("role", role.into()), ("date", date.into())])
}

/// A section with the links, if there are any.
pub fn section(cx: &PageContext<'_>, links: &[LinkView]) -> View {
    if links.is_empty() {
        return nothing();
    }
    around(cx, list(cx, links, None))
}

fn around(cx: &PageContext<'_>, body: View) -> View {
    view! {
        <section aria-labelledby="links">
            <h2 id="links">{cx.t("links-title")}</h2>
            <p class="small muted">{cx.t("links-more")}</p>
            {body}
        </section>
    }
    .into_any()
}

/// The section on the page of a text; with the forms, for who may link.
pub fn of_contribution(cx: &PageContext<'_>, view: &ContributionPage, form: &FormState) -> View {
    if view.may_link.is_err() {
        return section(cx, &view.links);
    }
    let list = list(cx, &view.links, Some(form));
    let make = make(cx, view, form);
    around(cx, view! { {list}{make} }.into_any())
}

/// The form to link the text to another.
fn make(cx: &PageContext<'_>, view: &ContributionPage, form: &FormState) -> View {
    let sent = form.fields.text("do") == "link";
    let state = if sent { form.clone() } else { blank(form) };
    let relations = Relation::OFFERED
        .map(|one| (one.code().to_owned(), cx.coded("relation", one.code()).to_owned()));
    let field = Field::new("relation", cx.t("link-relation"));
    let relation = forms::select(cx, &state, field, vec![(String::new(), relations.to_vec())]);
    let near: forms::Options = view
        .similar
        .iter()
        .map(|one| {
            let text = &one.contribution;
            let (named, title) = (card::numbered(cx, text), format::cut(&text.title, 80));
            let args = [("named", named.into()), ("title", title.into())];
            (code(text.kind, text.number), cx.tw("link-near-option", &args))
        })
        .collect();
    let hint = if near.is_empty() { "link-other-hint" } else { "link-other-hint-near" };
    let near = (!near.is_empty()).then(|| {
        let field = Field::new("near", cx.t("link-near")).optional();
        forms::select(cx, &state, field, vec![(String::new(), near)])
    });
    let field = Field::new("other", cx.t("link-other")).hint(cx.t(hint)).autocomplete("off");
    let field = if near.is_some() { field.optional() } else { field };
    let other = forms::input(cx, &state, field, "text", true);
    let field = Field::new("link_reason", cx.t("link-reason"))
        .hint(cx.t("link-reason-hint"))
        .most(REASON_MOST);
    let reason = forms::text_area(cx, &state, field, 3, false);
    let id = forms::form_id(&state);
    let send = forms::act("btn btn-primary", "do", "link", cx.t("link-send").into_any());
    let body = view! {
        <p>{cx.t("link-make-more")}</p>
        <form class="form" method="post" action=cx.here() novalidate=true>
            {id}{relation}{near}{other}{reason}{send}
        </form>
    };
    let drawn = disclosure(cx.t("link-make-title"), sent, body.into_any());
    view! { <div class="no-print mt-2">{drawn}</div> }.into_any()
}

fn code(kind: Kind, number: i64) -> String {
    Named::Contribution(kind, number).code()
}

/// Another form of the same page, as nobody has sent it yet.
fn blank(form: &FormState) -> FormState {
    FormState { id: form.id.clone(), ..FormState::default() }
}

/// The form to take a link back.
fn take_back(cx: &PageContext<'_>, link: i64, form: &FormState) -> View {
    let number = link.to_string();
    let sent = form.fields.text("do") == "unlink" && form.fields.text("link") == number;
    let state = if sent { form.clone() } else { blank(form) };
    let name = "unlink_reason";
    let id = if sent { name.to_owned() } else { format!("{name}-{number}") };
    let field = Field::new(name, cx.t("unlink-reason")).hint(cx.t("link-reason-hint")).id(id);
    let reason = forms::text_area(cx, &state, field.most(REASON_MOST), 2, false);
    let title = cx.tw("unlink-title", &[("number", number.as_str().into())]);
    let (hidden, which) = (forms::form_id(&state), hidden_field("link", number));
    let send = forms::act("btn btn-outline-danger", "do", "unlink", cx.t("unlink-send").into_any());
    let body = view! {
        <form class="form" method="post" action=cx.here() novalidate=true>
            {hidden}{which}{reason}{send}
        </form>
    };
    let drawn = disclosure(title, sent, body.into_any());
    view! { <div class="no-print">{drawn}</div> }.into_any()
}
