//! All actions, by where they stand.

use domain::actions::ActionState;
use domain::views::{ActionCard, ActionList, Shell};
use leptos::prelude::*;

use crate::parts::{View, date, empty, page_head, state};
use crate::render::{Meta, PageContext, document};
use crate::urls::Page;

/// The actions.
pub fn page(cx: &PageContext<'_>, shell: &Shell, view: &ActionList) -> String {
    let meta = Meta::new(cx.t("actions-title")).described(cx.t("actions-lead")).here();
    document(cx, shell, meta, || body(cx, view))
}

/// In which part of the page a state is listed.
fn group_of(state: ActionState) -> &'static str {
    match state {
        ActionState::Approved
        | ActionState::UnderWay
        | ActionState::Concluded
        | ActionState::Suspended
        | ActionState::Replanned => "approved",
        ActionState::Admitted
        | ActionState::AdmittedWithChanges
        | ActionState::NotAdmitted
        | ActionState::PutOff
        | ActionState::NotApproved => "decided",
        ActionState::AtTable | ActionState::Additions => "at-table",
        ActionState::Draft | ActionState::OfficeCheck => "drafts",
    }
}

fn body(cx: &PageContext<'_>, view: &ActionList) -> View {
    let head = page_head(None, cx.t("actions-heading"), Some(cx.t("actions-lead").to_owned()));
    let draft = view.may_draft.is_ok().then(|| {
        let href = cx.path(Page::NewAction);
        view! {
            <div class="button-row mt-0 mb-3">
                <a class="btn btn-primary" href=href>{cx.t("actions-draft")}</a>
            </div>
        }
    });
    if view.actions.is_empty() {
        let act = Some((cx.t("home-read-voices").to_owned(), cx.path(Page::Search)));
        let none = empty(cx, cx.t("actions-none"), cx.t("actions-none-next"), act);
        return view! { {head}{draft}{none} }.into_any();
    }
    let groups: Vec<_> = ["approved", "decided", "at-table", "drafts"]
        .into_iter()
        .filter_map(|group| {
            let cards: Vec<_> = view
                .actions
                .iter()
                .filter(|action| group_of(action.action.state) == group)
                .map(|action| card(cx, action))
                .collect();
            let title = cx.coded("actions-group", group);
            (!cards.is_empty()).then(|| {
                view! {
                    <section aria-labelledby=group>
                        <h2 id=group>{title}</h2>
                        <ul class="entries" role="list">{cards}</ul>
                    </section>
                }
                .into_any()
            })
        })
        .collect();
    view! { {head}{draft}<div class="stack-lg">{groups}</div> }.into_any()
}

/// An action in a list.
pub fn card(cx: &PageContext<'_>, action: &ActionCard) -> View {
    let href = cx.path(Page::Action(action.action.number));
    let (title, excerpt) = (action.action.title.clone(), action.excerpt.clone());
    let badge = state::action(cx, action.action.state);
    let when = date(cx, action.at);
    let policy = action.policy.as_ref().map(|policy| {
        let name = policy.name.clone();
        view! { <li lang=cx.content_lang()>{name}</li> }
    });
    let owner = action.owner.clone().map(|owner| view! { <li lang=cx.content_lang()>{owner}</li> });
    let voices = (action.voices > 0).then(|| {
        let words = cx.tn("from-voices", action.voices);
        view! { <p class="thread-mini mt-1">{words}</p> }
    });
    let missing = (!action.missing.is_empty()).then(|| {
        let list: Vec<&str> =
            action.missing.iter().map(|missing| cx.coded("missing", missing.code())).collect();
        let words = cx.tw("still-missing", &[("missing", list.join(", ").into())]);
        view! { <p class="small muted mb-0">{words}</p> }
    });
    view! {
        <li class="entry">
            <ul class="meta" role="list">{policy}{owner}<li>{when}</li></ul>
            <h3 class="entry-title" lang=cx.content_lang()><a href=href>{title}</a></h3>
            <p class="measure mb-0" lang=cx.content_lang()>{excerpt}</p>
            {voices}
            {missing}
            <div class="entry-foot">{badge}</div>
        </li>
    }
    .into_any()
}
