//! Declaring a ballot, before its round opens: the method first, then all the rest.

use domain::ballots::Ballot;
use domain::ballots::ballot::Secrecy;
use domain::ballots::draft;
use domain::ballots::rules::Utilities;
use domain::forms::FormState;
use domain::people::IdentityLevel;
use domain::rounds::VoteMethod;
use domain::views::{BallotFormPage, Shell};
use leptos::prelude::*;

use crate::parts::forms::{self, Field, Pick};
use crate::parts::lists::query;
use crate::parts::{Tone, View, notice, p, page_head, words};
use crate::render::{Meta, PageContext, document};
use crate::urls::Page;

/// The name of the method in the address.
pub const METHOD: &str = "metodo";

/// The form; it posts to its own address.
pub fn page(
    cx: &PageContext<'_>,
    shell: &Shell,
    view: &BallotFormPage,
    form: &FormState,
) -> String {
    let round = cx.path(Page::Round(view.round.number));
    let list = cx.path(Page::Ballots(view.round.number));
    let meta = Meta::staff(cx.t("preparing-title"))
        .under_spoken(view.round.title.clone(), round, cx.content_lang())
        .under(cx.t("ballots-title"), list)
        .here()
        .faulty(!form.faults.is_empty());
    document(cx, shell, meta, || body(cx, view, form))
}

fn body(cx: &PageContext<'_>, view: &BallotFormPage, form: &FormState) -> View {
    let head = page_head(None, cx.t("preparing-title"), Some(cx.t("preparing-lead").to_owned()));
    let errors = forms::error_summary(cx, form);
    let rest = match draft::method(&form.fields).filter(|one| view.methods.contains(one)) {
        Some(method) => declare(cx, view, form, method),
        None => choose(cx, view),
    };
    view! { {errors}{head}{rest} }.into_any()
}

/// Which method: each with what it is good for.
fn choose(cx: &PageContext<'_>, view: &BallotFormPage) -> View {
    let page = match view.number {
        Some(number) => Page::EditBallot(number),
        None => Page::NewBallot(view.round.number),
    };
    let list: Vec<View> = view
        .methods
        .iter()
        .map(|method| {
            let href = cx.path_with(page, &query(&[(METHOD, method.code())]));
            let (name, good) = (
                cx.coded("ballot-method", method.code()),
                cx.coded("preparing-method", method.code()),
            );
            view! {
                <li class="entry">
                    <h3 class="entry-title"><a href=href>{name}</a></h3>
                    <p class="mb-0">{good}</p>
                </li>
            }
            .into_any()
        })
        .collect();
    view! {
        <section aria-labelledby="method">
            <h2 id="method">{cx.t("preparing-methods")}</h2>
            <ul class="entries" role="list">{list}</ul>
        </section>
    }
    .into_any()
}

fn declare(
    cx: &PageContext<'_>,
    view: &BallotFormPage,
    form: &FormState,
    method: VoteMethod,
) -> View {
    let name = cx.coded("ballot-method", method.code());
    let other = match view.number {
        Some(number) => Page::EditBallot(number),
        None => Page::NewBallot(view.round.number),
    };
    let other = cx.path_with(other, &query(&[(METHOD, "?")]));
    let title = forms::input(
        cx,
        form,
        Field::new("title", cx.t("preparing-question")).hint(cx.t("preparing-question-hint")),
        "text",
        false,
    );
    let introduction = forms::text_area(
        cx,
        form,
        Field::new("introduction", cx.t("preparing-introduction")).optional(),
        4,
        false,
    );
    let (limits, options) = (limits(cx, form, method), options(cx, view, form, method));
    let who = who(cx, form, method);
    let body = cx.t("preparing-frozen");
    let refresh = (method == VoteMethod::Budget).then(|| {
        forms::act("btn btn-outline-primary", "go", "refresh", words(cx.t("preparing-refresh")))
    });
    let save = forms::act("btn btn-primary", "go", "save", words(cx.t("preparing-save")));
    let chosen = cx.tw("preparing-chosen", &[("method", name.into())]);
    view! {
        <form class="form" method="post" action=cx.here() novalidate=true>
            {forms::form_id(form)}
            {forms::hidden_field("method", method.code())}
            <p>{chosen}" "<a href=other>{cx.t("preparing-other")}</a></p>
            {title}
            {introduction}
            {limits}
            {options}
            {who}
            {notice(cx, Tone::Plain, cx.t("preparing-frozen-title"), p(body))}
            <div class="button-row">{save}{refresh}</div>
        </form>
    }
    .into_any()
}

fn number(cx: &PageContext<'_>, form: &FormState, name: &str, optional: bool) -> View {
    let key = format!("preparing-{}", name.replace('_', "-"));
    let mut field = Field::new(name, cx.t(&key)).hint(cx.t(&format!("{key}-hint")));
    field.optional = optional;
    forms::input(cx, form, field, "text", true)
}

fn limits(cx: &PageContext<'_>, form: &FormState, method: VoteMethod) -> View {
    match method {
        VoteMethod::Support
        | VoteMethod::Consent
        | VoteMethod::Position
        | VoteMethod::Statements => ().into_any(),
        VoteMethod::Preferences => number(cx, form, "most", false),
        VoteMethod::Dots => {
            let (dots, each) =
                (number(cx, form, "dots", false), number(cx, form, "most_each", false));
            view! { <div class="field-row">{dots}{each}</div> }.into_any()
        }
        VoteMethod::Ranking => {
            let most = number(cx, form, "most", true);
            let equal = forms::check(cx, form, Field::new("equal", cx.t("preparing-equal")));
            view! { {most}{equal} }.into_any()
        }
        VoteMethod::Budget => {
            let sum = number(cx, form, "budget", false);
            let most = number(cx, form, "most", true);
            let picks = Utilities::ALL
                .iter()
                .map(|one| Pick::new(one.code(), cx.coded("preparing-utilities", one.code())))
                .collect();
            let mut form = form.clone();
            if form.fields.text("utilities").is_empty() {
                form.fields.set("utilities", Utilities::Cost.code());
            }
            let field = Field::new("utilities", cx.t("preparing-utilities"))
                .hint(cx.t("preparing-utilities-hint"));
            let gain = forms::radios(cx, &form, field, picks);
            view! { {sum}{most}{gain} }.into_any()
        }
    }
}

/// What is put to the vote.
fn options(
    cx: &PageContext<'_>,
    view: &BallotFormPage,
    form: &FormState,
    method: VoteMethod,
) -> View {
    let clusters = (!view.clusters.is_empty()).then(|| {
        let picks = view
            .clusters
            .iter()
            .map(|one| {
                let mut pick = Pick::new(one.number.to_string(), one.title.clone());
                pick.lang = cx.content_lang();
                pick
            })
            .collect();
        forms::boxes(cx, form, Field::new("cluster", cx.t("preparing-clusters")), picks)
    });
    let actions = (!view.actions.is_empty()).then(|| {
        let picks = view
            .actions
            .iter()
            .map(|one| {
                let mut pick = Pick::new(one.number.to_string(), one.title.clone());
                pick.lang = cx.content_lang();
                pick.hint(cx.coded("action-state", one.state.code()))
            })
            .collect();
        forms::boxes(cx, form, Field::new("action", cx.t("preparing-actions")), picks)
    });
    let texts = forms::input(
        cx,
        form,
        Field::new("contribution", cx.t("preparing-contributions"))
            .hint(cx.t("preparing-contributions-hint"))
            .optional(),
        "text",
        false,
    );
    let own = forms::text_area(
        cx,
        form,
        Field::new("own", cx.t("preparing-own")).hint(cx.t("preparing-own-hint")).optional(),
        5,
        false,
    );
    let fault = form.fault("options").map(|what| {
        let said = forms::fault_words(cx, "options", what);
        let drawn = crate::parts::icon(cx, "it-error", "");
        view! { <p class="field-error">{drawn}<span>{said}</span></p> }
    });
    let costs = (method == VoteMethod::Budget && !view.chosen.is_empty()).then(|| {
        let list: Vec<View> = view
            .chosen
            .iter()
            .filter_map(|(id, title)| {
                let title = title.clone()?;
                let field = Field::new(format!("cost-{id}"), title);
                Some(forms::input(cx, form, field, "text", true))
            })
            .collect();
        view! {
            <fieldset class="field">
                <legend class="field-label">{cx.t("preparing-costs")}</legend>
                <p class="field-hint">{cx.t("preparing-costs-hint")}</p>
                {list}
            </fieldset>
        }
    });
    let later = (method == VoteMethod::Budget && view.chosen.is_empty())
        .then(|| view! { <p class="field-hint">{cx.t("preparing-costs-later")}</p> });
    view! {
        <section aria-labelledby="options">
            <h2 id="options" tabindex="-1">{cx.t("preparing-options")}</h2>
            <p class="field-hint">{cx.t("preparing-options-hint")}</p>
            {fault}
            {clusters}
            {actions}
            {texts}
            {own}
            {later}
            {costs}
        </section>
    }
    .into_any()
}

/// Who votes and what is seen: chosen where the method leaves a choice, said where it doesn't.
fn who(cx: &PageContext<'_>, form: &FormState, method: VoteMethod) -> View {
    let level_words = |level: &IdentityLevel| {
        if *level == IdentityLevel::L3 {
            cx.t("ballot-who-organisations").to_owned()
        } else {
            cx.tw("ballot-who-people", &[("level", cx.coded("level", level.code()).into())])
        }
    };
    let levels = Ballot::levels(method);
    let electorate = if let [only] = levels {
        let said = level_words(only);
        view! { <p>{said}</p> }.into_any()
    } else {
        let picks =
            levels.iter().map(|level| Pick::new(level.code(), level_words(level))).collect();
        forms::radios(cx, form, Field::new("electorate", cx.t("preparing-electorate")), picks)
    };
    let secrecy_words = |secrecy: &Secrecy| cx.t(super::secrecy_key("", *secrecy));
    let secrecies = Ballot::secrecies(method);
    let secrecy = if let [only] = secrecies {
        view! { <p>{secrecy_words(only)}</p> }.into_any()
    } else {
        let picks = secrecies.iter().map(|one| Pick::new(one.code(), secrecy_words(one))).collect();
        forms::radios(cx, form, Field::new("secrecy", cx.t("preparing-secrecy")), picks)
    };
    let tokens = (levels != [IdentityLevel::L3]).then(|| {
        let field = Field::new("tokens", cx.t("preparing-tokens"));
        forms::check(cx, form, field.hint(cx.t("preparing-tokens-hint")))
    });
    view! {
        <section aria-labelledby="who">
            <h2 id="who">{cx.t("preparing-who")}</h2>
            {electorate}
            {tokens}
            {secrecy}
        </section>
    }
    .into_any()
}
