//! The form of each method, a choice in words, and how it is counted.

use std::collections::BTreeMap;

use domain::ballots::choice::{Answer, Consent, Said, Stance};
use domain::ballots::{Ballot, Choice, Rules};
use domain::forms::{Fields, FormState};
use domain::rounds::VoteMethod;
use domain::views::BallotPage;
use leptos::prelude::*;

use crate::format;
use crate::parts::forms::{self, Field, Options, Pick, fault_words};
use crate::parts::{View, hidden, icon, official};
use crate::render::PageContext;

/// Decimals of an amount under these rules.
pub fn decimals(rules: &Rules) -> u8 {
    match rules {
        Rules::Budget { decimals, .. } => *decimals,
        Rules::Support
        | Rules::Preferences { .. }
        | Rules::Dots { .. }
        | Rules::Ranking { .. }
        | Rules::Consent
        | Rules::Position
        | Rules::Statements => 0,
    }
}

/// An amount in the smallest unit, as money.
pub fn money(cx: &PageContext<'_>, amount: u64, decimals: u8) -> String {
    let cents = match decimals {
        0 => amount.saturating_mul(100),
        1 => amount.saturating_mul(10),
        more => amount / 10_u64.saturating_pow(u32::from(more) - 2),
    };
    format::euro(cx.lang, i64::try_from(cents).unwrap_or(i64::MAX))
}

/// Whether options can be equal in its result.
pub const fn has_ties(method: VoteMethod) -> bool {
    match method {
        VoteMethod::Support
        | VoteMethod::Preferences
        | VoteMethod::Dots
        | VoteMethod::Ranking
        | VoteMethod::Budget => true,
        VoteMethod::Consent | VoteMethod::Position | VoteMethod::Statements => false,
    }
}

/// What one does, in a sentence.
pub fn how(cx: &PageContext<'_>, ballot: &Ballot) -> String {
    match ballot.rules {
        Rules::Support => cx.t("ballot-how-sostegno").to_owned(),
        Rules::Preferences { most } => cx.tn("ballot-how-preferenze", most),
        Rules::Dots { dots, most_each } => {
            cx.tw("ballot-how-bollini", &[("dots", dots.into()), ("each", most_each.into())])
        }
        Rules::Ranking { most, equal } => {
            let how = match most {
                Some(most) => cx.tn("ballot-how-graduatoria-most", most),
                None => cx.t("ballot-how-graduatoria").to_owned(),
            };
            let equal = if equal { "ballot-how-equal" } else { "ballot-how-not-equal" };
            format!("{how} {}", cx.t(equal))
        }
        Rules::Consent => cx.t("ballot-how-consenso").to_owned(),
        Rules::Position => cx.t("ballot-how-posizione").to_owned(),
        Rules::Budget { budget, decimals, most, .. } => {
            let sum = money(cx, budget, decimals);
            let how = cx.tw("ballot-how-bilancio", &[("sum", sum.into())]);
            match most {
                Some(most) => format!("{how} {}", cx.tn("ballot-how-most", most)),
                None => how,
            }
        }
        Rules::Statements => cx.t("ballot-how-dichiarazioni").to_owned(),
    }
}

/// The form, filled with one's vote as it stands until something was sent.
pub fn prefilled(view: &BallotPage, form: &FormState) -> FormState {
    let mut form = form.clone();
    if let ([mine], false) = (view.mine.as_slice(), form.fields.has("do")) {
        form.fields = Fields::from_pairs(pairs(&mine.choice));
    }
    form
}

/// A choice as the fields of its form.
fn pairs(choice: &Choice) -> Vec<(String, String)> {
    match choice {
        Choice::Options(options) => {
            options.iter().map(|id| ("option".to_owned(), id.clone())).collect()
        }
        Choice::Dots(dots) => {
            dots.iter().map(|(id, n)| (format!("dots-{id}"), n.to_string())).collect()
        }
        Choice::Ranking(places) => {
            let placed = places.iter().zip(1..);
            let one = |(options, place): (&Vec<String>, i32)| -> Vec<(String, String)> {
                options.iter().map(|id| (format!("rank-{id}"), place.to_string())).collect()
            };
            placed.flat_map(one).collect()
        }
        Choice::Consent(said) => said_pairs("consent", said, |value| value.code()),
        Choice::Position { on, .. } => said_pairs("position", on, |value| value.code()),
        Choice::Statements(answers) => answers
            .iter()
            .map(|(id, answer)| (format!("answer-{id}"), answer.code().to_owned()))
            .collect(),
    }
}

fn said_pairs<T: Copy>(
    name: &str,
    said: &BTreeMap<String, Said<T>>,
    code: fn(T) -> &'static str,
) -> Vec<(String, String)> {
    said.iter()
        .flat_map(|(id, said)| {
            [
                (format!("{name}-{id}"), code(said.value).to_owned()),
                (format!("reason-{id}"), said.reason.clone()),
            ]
        })
        .collect()
}

/// The fields of a method.
pub fn fields(cx: &PageContext<'_>, ballot: &Ballot, form: &FormState) -> View {
    match ballot.rules {
        Rules::Support | Rules::Preferences { .. } | Rules::Budget { .. } => {
            let picks = ballot
                .options
                .iter()
                .map(|option| {
                    let mut pick = Pick::new(&option.id, &option.title);
                    pick.lang = cx.content_lang();
                    match option.cost {
                        Some(cost) => pick.hint(money(cx, cost, decimals(&ballot.rules))),
                        None => pick,
                    }
                })
                .collect();
            forms::boxes(cx, form, Field::new("option", cx.t("ballot-choose")), picks)
        }
        Rules::Dots { dots, most_each } => {
            let hint =
                cx.tw("ballot-dots-hint", &[("dots", dots.into()), ("each", most_each.into())]);
            let inputs = each(ballot, |id, title| {
                let mut field = Field::new(format!("dots-{id}"), title);
                field.lang = cx.content_lang();
                number(cx, form, &field, most_each)
            });
            whole(cx, form, "dots", cx.t("ballot-dots"), hint, inputs)
        }
        Rules::Ranking { most, .. } => {
            let places = most.unwrap_or_else(|| u32::try_from(ballot.options.len()).unwrap_or(1));
            let list: Options =
                (1..=places).map(|n| (n.to_string(), cx.tn("ballot-place", n))).collect();
            let inputs = each(ballot, |id, title| {
                let field = Field::new(format!("rank-{id}"), title);
                forms::select(cx, form, field, vec![(String::new(), list.clone())])
            });
            let hint = cx.t("ballot-rank-hint").to_owned();
            whole(cx, form, "rank", cx.t("ballot-rank"), hint, inputs)
        }
        Rules::Consent => {
            let codes = Consent::ALL.iter().map(|value| value.code()).collect();
            let hint = cx.t("ballot-consent-hint").to_owned();
            let inputs = with_reasons(cx, ballot, form, ("consent", "vote-consent"), codes, true);
            whole(cx, form, "consent", cx.t("ballot-consent"), hint, inputs)
        }
        Rules::Position => {
            let codes = Stance::ALL.iter().map(|value| value.code()).collect();
            let hint = cx.t("ballot-position-hint").to_owned();
            let inputs = with_reasons(cx, ballot, form, ("position", "stance"), codes, false);
            whole(cx, form, "position", cx.t("ballot-position"), hint, inputs)
        }
        Rules::Statements => {
            let inputs = each(ballot, |id, title| {
                let picks = Answer::ALL
                    .iter()
                    .map(|value| Pick::new(value.code(), cx.coded("answer", value.code())))
                    .collect();
                forms::radios(cx, form, Field::new(format!("answer-{id}"), title), picks)
            });
            let hint = cx.t("ballot-answer-hint").to_owned();
            whole(cx, form, "answer", cx.t("ballot-answer"), hint, inputs)
        }
    }
}

fn each(ballot: &Ballot, draw: impl Fn(&str, &str) -> View) -> Vec<View> {
    ballot.options.iter().map(|option| draw(&option.id, &option.title)).collect()
}

fn with_reasons(
    cx: &PageContext<'_>,
    ballot: &Ballot,
    form: &FormState,
    (name, list): (&str, &str),
    codes: Vec<&'static str>,
    optional: bool,
) -> Vec<View> {
    each(ballot, |id, title| {
        let picks = codes.iter().map(|code| Pick::new(*code, cx.coded(list, code))).collect();
        let radios = forms::radios(cx, form, Field::new(format!("{name}-{id}"), title), picks);
        let label = cx.tw("ballot-reason", &[("title", title.into())]);
        let hint = if optional { "ballot-reason-consent" } else { "ballot-reason-position" };
        let mut field = Field::new(format!("reason-{id}"), label).hint(cx.t(hint));
        field.optional = optional;
        let area = forms::text_area(cx, form, field, 3, true);
        view! { <div class="cluster">{radios}{area}</div> }.into_any()
    })
}

/// A number from nought up to a most, with the steps of the browser.
fn number(cx: &PageContext<'_>, form: &FormState, field: &Field, most: u32) -> View {
    let id = field.name.clone();
    let fault = form.fault(&field.name);
    let class = if fault.is_some() { "field is-invalid" } else { "field" };
    let error = forms::error(cx, field, &id, fault);
    let described = fault.map(|_| format!("{id}-error"));
    let invalid = fault.map(|_| "true");
    let value = form.fields.text(&field.name).to_owned();
    let (label, lang) = (field.label.clone(), field.lang.clone());
    view! {
        <div class=class>
            <label class="field-label" for=id.clone() lang=lang dir="auto">{label}</label>
            {error}
            <input class="form-control form-control--short" type="number" inputmode="numeric"
                min="0" max=most.to_string() id=id name=field.name.clone() value=value
                aria-describedby=described aria-invalid=invalid/>
        </div>
    }
    .into_any()
}

/// Fields that belong together, with what is wrong with them as a whole.
pub fn whole(
    cx: &PageContext<'_>,
    form: &FormState,
    name: &'static str,
    legend: &'static str,
    hint: String,
    inputs: Vec<View>,
) -> View {
    let fault = form.fault(name);
    let error = fault.map(|what| {
        let (drawn, said) = (icon(cx, "it-error", ""), fault_words(cx, name, what));
        let prefix = hidden(cx.t("error-prefix"));
        view! { <p class="field-error" id=format!("{name}-error")>{drawn}<span>{prefix}{said}</span></p> }
    });
    let described = match fault {
        Some(_) => format!("{name}-hint {name}-error"),
        None => format!("{name}-hint"),
    };
    let class = if fault.is_some() { "field is-invalid" } else { "field" };
    view! {
        <fieldset class=class id=name tabindex="-1" aria-describedby=described>
            <legend class="field-label">{legend}</legend>
            <p class="field-hint" id=format!("{name}-hint")>{hint}</p>
            {error}
            {inputs}
        </fieldset>
    }
    .into_any()
}

/// A choice in words, in the order of the ballot.
pub fn told(cx: &PageContext<'_>, ballot: &Ballot, choice: &Choice) -> View {
    let title = |id: &str| {
        let found = ballot.options.iter().find(|option| option.id == id);
        official(cx, found.map_or_else(|| id.to_owned(), |option| option.title.clone()))
    };
    let in_order = |has: &dyn Fn(&str) -> bool| -> Vec<String> {
        let all = ballot.options.iter().filter(|option| has(&option.id));
        all.map(|option| option.id.clone()).collect()
    };
    let list = |rows: Vec<View>| view! { <ul>{rows}</ul> }.into_any();
    match choice {
        Choice::Options(options) => {
            let rows = in_order(&|id| options.iter().any(|one| one == id))
                .iter()
                .map(|id| view! { <li>{title(id)}</li> }.into_any())
                .collect();
            let left = match ballot.rules {
                Rules::Preferences { most } => {
                    Some(most.saturating_sub(u32::try_from(options.len()).unwrap_or(u32::MAX)))
                }
                _ => None,
            };
            let left = left.map(|left| view! { <p>{cx.tn("ballot-preferences-left", left)}</p> });
            view! { {list(rows)}{left} }.into_any()
        }
        Choice::Dots(dots) => {
            let rows = in_order(&|id| dots.contains_key(id))
                .iter()
                .map(|id| {
                    let n = cx.tn("ballot-dots-given", dots.get(id).copied().unwrap_or(0));
                    view! { <li>{title(id)}": "{n}</li> }.into_any()
                })
                .collect();
            let left = match ballot.rules {
                Rules::Dots { dots: has, .. } => has.saturating_sub(dots.values().sum()),
                _ => 0,
            };
            view! { {list(rows)}<p>{cx.tn("ballot-dots-left", left)}</p> }.into_any()
        }
        Choice::Ranking(places) => {
            let rows: Vec<View> = places
                .iter()
                .map(|options| {
                    let named: Vec<View> = options
                        .iter()
                        .enumerate()
                        .map(|(n, id)| {
                            let and = (n > 0).then_some(", ");
                            view! { {and}{title(id)} }.into_any()
                        })
                        .collect();
                    view! { <li>{named}</li> }.into_any()
                })
                .collect();
            view! { <ol>{rows}</ol> }.into_any()
        }
        Choice::Consent(said) => said_list(
            cx,
            &in_order(&|id| said.contains_key(id)),
            said,
            "vote-consent",
            &title,
            |v| v.code(),
        ),
        Choice::Position { on, .. } => {
            said_list(cx, &in_order(&|id| on.contains_key(id)), on, "stance", &title, |v| v.code())
        }
        Choice::Statements(answers) => list(
            in_order(&|id| answers.contains_key(id))
                .iter()
                .filter_map(|id| {
                    let answer = cx.coded("answer", answers.get(id)?.code());
                    Some(view! { <li>{title(id)}": "{answer}</li> }.into_any())
                })
                .collect(),
        ),
    }
}

fn said_list<T: Copy>(
    cx: &PageContext<'_>,
    ids: &[String],
    said: &BTreeMap<String, Said<T>>,
    words: &str,
    title: &dyn Fn(&str) -> View,
    code: fn(T) -> &'static str,
) -> View {
    let rows: Vec<View> = ids
        .iter()
        .filter_map(|id| {
            let said = said.get(id)?;
            let value = cx.coded(words, code(said.value));
            let reason = (!said.reason.is_empty()).then(|| {
                let reason = said.reason.clone();
                view! { <p class="mb-0" dir="auto">{reason}</p> }
            });
            Some(view! { <li>{title(id)}": "<strong>{value}</strong>{reason}</li> }.into_any())
        })
        .collect();
    view! { <ul>{rows}</ul> }.into_any()
}
