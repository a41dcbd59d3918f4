//! Fields of forms, drawn from a [`FormState`]: value, hint and fault tied to the field, all
//! faults in a summary that links to them, nothing written is lost.

use domain::faults::{Fault, What};
use domain::forms::FormState;
use leptos::prelude::*;

use super::{View, icon};
use crate::render::PageContext;

/// Words around a field.
#[derive(Debug, Clone, Default)]
pub struct Field {
    /// Name in the form.
    pub name: String,
    /// Id in the page, if not the name (a form that stands several times on a page).
    pub id: Option<String>,
    /// Label.
    pub label: String,
    /// Hint beneath it.
    pub hint: Option<String>,
    /// May be left empty: the label says so.
    pub optional: bool,
    /// The label is the `h1` of its page.
    pub heading: bool,
    /// `autocomplete` of the field.
    pub autocomplete: Option<&'static str>,
    /// The most characters: said in a line beneath, not enforced by the browser, so that a long
    /// text isn't cut in silence.
    pub most: Option<u32>,
    /// Language of what is written, if known.
    pub lang: Option<String>,
    /// A whole number is written in it: phones show digits.
    pub numeric: bool,
}

impl Field {
    /// A field with a label.
    pub fn new(name: impl Into<String>, label: impl Into<String>) -> Field {
        Field { name: name.into(), label: label.into(), ..Field::default() }
    }

    /// With a hint.
    pub fn hint(mut self, hint: impl Into<String>) -> Field {
        self.hint = Some(hint.into());
        self
    }

    /// May be left empty.
    pub fn optional(mut self) -> Field {
        self.optional = true;
        self
    }

    /// The label is the `h1` of its page.
    pub fn heading(mut self) -> Field {
        self.heading = true;
        self
    }

    /// With another id than its name.
    pub fn id(mut self, id: impl Into<String>) -> Field {
        self.id = Some(id.into());
        self
    }

    /// With what the browser may fill in.
    pub fn autocomplete(mut self, what: &'static str) -> Field {
        self.autocomplete = Some(what);
        self
    }

    /// For a whole number.
    pub fn numeric(mut self) -> Field {
        self.numeric = true;
        self
    }

    /// With the most characters it takes.
    pub fn most(mut self, most: u32) -> Field {
        self.most = Some(most);
        self
    }

    fn the_id(&self) -> String {
        self.id.clone().unwrap_or_else(|| self.name.clone())
    }
}

/// What is wrong, in words: for this field if there are such words, else in general.
pub fn fault_words(cx: &PageContext<'_>, field: &str, what: What) -> String {
    let stem = field.split('-').next().unwrap_or(field).replace('_', "-");
    let plain = stem.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    let own = format!("fault-{stem}-{}", what.code());
    let key = if plain && cx.texts().has(&own) { own } else { format!("fault-{}", what.code()) };
    match what {
        What::TooFewWords { least } | What::TooFew { least } => {
            cx.tw(&key, &[("least", least.into())])
        }
        What::TooLong { most, found } | What::TooMany { most, found } => {
            cx.tw(&key, &[("most", most.into()), ("found", found.into())])
        }
        What::AgainstVotes { favour, against, abstained } => cx.tw(
            &key,
            &[
                ("favour", favour.into()),
                ("against", against.into()),
                ("abstained", abstained.into()),
            ],
        ),
        What::DoesNotAddUp { expected, found } => cx.tw(
            &key,
            &[
                ("expected", expected.into()),
                ("found", found.into()),
                ("difference", expected.abs_diff(found).into()),
            ],
        ),
        What::Missing
        | What::NotAChoice
        | What::NotANumber
        | What::NotADate
        | What::Repeated
        | What::Differs
        | What::NotInSource
        | What::Unchanged
        | What::UnknownCode
        | What::WrongCredentials
        | What::Contradicts
        | What::NotAnAddress
        | What::NotPublic
        | What::OtherRound
        | What::Taken => cx.t(&key).to_owned(),
    }
}

/// All faults on top of the form, each a link to its field; and the refusal, if the form was
/// refused as a whole.
pub fn error_summary(cx: &PageContext<'_>, state: &FormState) -> View {
    let refusal = state.refusal.as_ref().map(|refusal| super::refusal(cx, refusal));
    if state.faults.is_empty() {
        return refusal.into_any();
    }
    let links: Vec<_> = state
        .faults
        .iter()
        .map(|Fault { field, what }| {
            let (href, words) = (format!("#{field}"), fault_words(cx, field, *what));
            view! { <li><a href=href>{words}</a></li> }.into_any()
        })
        .collect();
    view! {
        {refusal}
        <div class="error-summary" role="alert" tabindex="-1" aria-labelledby="errors">
            <h2 id="errors">{cx.t("errors-title")}</h2>
            <ul>{links}</ul>
        </div>
    }
    .into_any()
}

/// What is wrong with something that is no field of its own, where it stands.
pub fn fault(cx: &PageContext<'_>, state: &FormState, name: &str) -> Option<View> {
    let what = state.fault(name)?;
    let (drawn, said) = (icon(cx, "it-error", ""), fault_words(cx, name, what));
    Some(view! { <p class="field-error">{drawn}<span>{said}</span></p> }.into_any())
}

/// The hidden id that makes a second sending harmless.
pub fn form_id(state: &FormState) -> View {
    if state.id.is_empty() {
        return super::nothing();
    }
    hidden_field("form_id", state.id.clone())
}

/// A hidden field.
pub fn hidden_field(name: &str, value: impl Into<String>) -> View {
    let (name, value) = (name.to_owned(), value.into());
    view! { <input type="hidden" name=name value=value/> }.into_any()
}

/// A button that sends a form.
pub fn submit(words: impl Into<String>) -> View {
    let words = words.into();
    view! { <button class="btn btn-primary" type="submit">{words}</button> }.into_any()
}

/// A button that sends a form and says which of its acts is meant.
pub fn act(class: &'static str, name: &'static str, value: &str, words: View) -> View {
    let value = value.to_owned();
    view! { <button class=class type="submit" name=name value=value>{words}</button> }.into_any()
}

/// A text area. The one place that draws one: Leptos does not escape the text inside.
pub fn text_area(
    cx: &PageContext<'_>,
    state: &FormState,
    field: Field,
    rows: u32,
    words: bool,
) -> View {
    let (id, fault) = (field.the_id(), state.fault(&field.name));
    let class = if words { "form-control form-control--words" } else { "form-control" };
    // A line end right after the tag is dropped by HTML parsers: it is given twice.
    let value = raw(state, &field.name);
    let value = format!("\n{}", html_escape::encode_text(&value));
    let control = view! {
        <textarea class=class id=id.clone() name=field.name.clone() rows=rows.to_string()
            aria-describedby=described(&field, &id, fault) aria-invalid=invalid(fault)
            autocomplete=field.autocomplete lang=field.lang.clone() dir=direction(&field)
            inner_html=value></textarea>
    }
    .into_any();
    around(cx, &field, &id, fault, control)
}

/// A line of text; `kind` is the input's type.
pub fn input(
    cx: &PageContext<'_>,
    state: &FormState,
    field: Field,
    kind: &'static str,
    short: bool,
) -> View {
    let (id, fault) = (field.the_id(), state.fault(&field.name));
    let class = if short { "form-control form-control--short" } else { "form-control" };
    // A password never comes back.
    let value = (kind != "password").then(|| raw(state, &field.name));
    let control = view! {
        <input class=class id=id.clone() name=field.name.clone() type=kind value=value
            aria-describedby=described(&field, &id, fault) aria-invalid=invalid(fault)
            inputmode=field.numeric.then_some("numeric")
            autocomplete=field.autocomplete lang=field.lang.clone() dir=direction(&field)/>
    }
    .into_any();
    around(cx, &field, &id, fault, control)
}

/// A file of these types (`accept`): its form is sent in parts. A file never comes back.
pub fn file(cx: &PageContext<'_>, state: &FormState, field: Field, accept: &'static str) -> View {
    let (id, fault) = (field.the_id(), state.fault(&field.name));
    let control = view! {
        <input class="form-control" id=id.clone() name=field.name.clone() type="file"
            accept=accept aria-describedby=described(&field, &id, fault)
            aria-invalid=invalid(fault)/>
    }
    .into_any();
    around(cx, &field, &id, fault, control)
}

/// A choice of a select: value and words.
pub type Options = Vec<(String, String)>;

/// A select. Groups with an empty name are drawn without one.
pub fn select(
    cx: &PageContext<'_>,
    state: &FormState,
    field: Field,
    groups: Vec<(String, Options)>,
) -> View {
    let (id, fault) = (field.the_id(), state.fault(&field.name));
    let chosen = state.fields.text(&field.name).to_owned();
    let options = |options: Options| -> Vec<View> {
        options
            .into_iter()
            .map(|(value, words)| {
                let selected = value == chosen;
                view! { <option value=value selected=selected>{words}</option> }.into_any()
            })
            .collect()
    };
    let groups: Vec<_> = groups
        .into_iter()
        .map(|(name, list)| {
            let list = options(list);
            if name.is_empty() {
                list.into_any()
            } else {
                view! { <optgroup label=name>{list}</optgroup> }.into_any()
            }
        })
        .collect();
    let nothing_yet = chosen.is_empty();
    let control = view! {
        <select class="form-select" id=id.clone() name=field.name.clone()
            aria-describedby=described(&field, &id, fault) aria-invalid=invalid(fault)>
            <option value="" selected=nothing_yet>{cx.t("choose")}</option>
            {groups}
        </select>
    }
    .into_any();
    around(cx, &field, &id, fault, control)
}

/// A choice of radios or boxes.
#[derive(Debug, Clone, Default)]
pub struct Pick {
    /// Value.
    pub value: String,
    /// Words.
    pub label: String,
    /// Words beneath.
    pub hint: Option<String>,
    /// Language of the words, if not the page's.
    pub lang: Option<String>,
    /// Language of the words beneath, if not the page's.
    pub hint_lang: Option<String>,
}

impl Pick {
    /// A choice.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Pick {
        Pick { value: value.into(), label: label.into(), ..Pick::default() }
    }

    /// With words beneath.
    pub fn hint(mut self, hint: impl Into<String>) -> Pick {
        self.hint = Some(hint.into());
        self
    }

    /// With words beneath in another language than the page's.
    pub fn hint_lang(mut self, lang: Option<String>) -> Pick {
        self.hint_lang = lang;
        self
    }

    /// In another language than the page's.
    pub fn lang(mut self, lang: impl Into<String>) -> Pick {
        self.lang = Some(lang.into());
        self
    }
}

/// One of several, as cards.
pub fn radios(cx: &PageContext<'_>, state: &FormState, field: Field, picks: Vec<Pick>) -> View {
    group(cx, state, field, picks, "radio")
}

/// Any of several, as cards.
pub fn boxes(cx: &PageContext<'_>, state: &FormState, field: Field, picks: Vec<Pick>) -> View {
    group(cx, state, field, picks, "checkbox")
}

fn group(
    cx: &PageContext<'_>,
    state: &FormState,
    field: Field,
    picks: Vec<Pick>,
    kind: &'static str,
) -> View {
    let (id, fault) = (field.the_id(), state.fault(&field.name));
    let chosen: Vec<&str> = state.fields.texts(&field.name).collect();
    let choices: Vec<_> = picks
        .into_iter()
        .enumerate()
        .map(|(index, pick)| {
            // The first one has the field's id, so that the summary of faults leads to it.
            let own = if index == 0 { id.clone() } else { format!("{id}-{index}") };
            let checked = chosen.contains(&pick.value.as_str());
            let hint = pick.hint.map(|hint| {
                view! { <span class="choice-hint" lang=pick.hint_lang>{hint}</span> }
            });
            view! {
                <div class="choice">
                    <input type=kind id=own.clone() name=field.name.clone() value=pick.value
                        checked=checked/>
                    <label for=own lang=pick.lang dir="auto">{pick.label}{hint}</label>
                </div>
            }
            .into_any()
        })
        .collect();
    let class = if fault.is_some() { "field is-invalid" } else { "field" };
    let (hint, error) = (hint(&field, &id), error(cx, &field, &id, fault));
    let legend = legend(cx, &field);
    view! {
        <fieldset class=class aria-describedby=described(&field, &id, fault)>
            {legend}
            {hint}
            {error}
            <div class="choices">{choices}</div>
        </fieldset>
    }
    .into_any()
}

/// A single box to tick.
pub fn check(cx: &PageContext<'_>, state: &FormState, field: Field) -> View {
    let (id, fault) = (field.the_id(), state.fault(&field.name));
    let checked = state.fields.has(&field.name);
    let class = if fault.is_some() { "field is-invalid" } else { "field" };
    let (hint, error) = (hint(&field, &id), error(cx, &field, &id, fault));
    let label = field.label.clone();
    view! {
        <div class=class>
            {error}
            <div class="check">
                <input type="checkbox" id=id.clone() name=field.name.clone() value="1"
                    checked=checked aria-describedby=described(&field, &id, fault)
                    aria-invalid=invalid(fault)/>
                <label for=id.clone()>{label}</label>
            </div>
            {hint}
        </div>
    }
    .into_any()
}

/// What is written in a language that is known runs as its letters do.
fn direction(field: &Field) -> Option<&'static str> {
    field.lang.as_ref().map(|_| "auto")
}

/// The value as it was sent, not trimmed: what a person typed comes back as it was.
fn raw(state: &FormState, name: &str) -> String {
    state
        .fields
        .pairs()
        .find(|(field, _)| *field == name)
        .map(|(_, value)| value.to_owned())
        .unwrap_or_default()
}

fn invalid(fault: Option<What>) -> Option<&'static str> {
    fault.map(|_| "true")
}

fn described(field: &Field, id: &str, fault: Option<What>) -> Option<String> {
    let mut ids = Vec::new();
    if field.hint.is_some() {
        ids.push(format!("{id}-hint"));
    }
    if fault.is_some() {
        ids.push(format!("{id}-error"));
    }
    if field.most.is_some() {
        ids.push(format!("{id}-most"));
    }
    (!ids.is_empty()).then(|| ids.join(" "))
}

fn label(cx: &PageContext<'_>, field: &Field, id: &str) -> View {
    let (words, id) = (field.label.clone(), id.to_owned());
    let optional = optional(cx, field);
    if field.heading {
        view! {
            <h1><label class="field-label field-label--page" for=id>{words}{optional}</label></h1>
        }
        .into_any()
    } else {
        view! { <label class="field-label" for=id>{words}{optional}</label> }.into_any()
    }
}

fn legend(cx: &PageContext<'_>, field: &Field) -> View {
    let words = field.label.clone();
    let optional = optional(cx, field);
    if field.heading {
        view! { <legend class="field-label field-label--page"><h1>{words}{optional}</h1></legend> }
            .into_any()
    } else {
        view! { <legend class="field-label">{words}{optional}</legend> }.into_any()
    }
}

fn optional(cx: &PageContext<'_>, field: &Field) -> Option<View> {
    field.optional.then(|| {
        let words = format!(" {}", cx.t("optional"));
        view! { <span class="field-optional">{words}</span> }.into_any()
    })
}

fn hint(field: &Field, id: &str) -> Option<View> {
    let id = format!("{id}-hint");
    field.hint.clone().map(|hint| view! { <p class="field-hint" id=id>{hint}</p> }.into_any())
}

/// What is wrong with a field, beside it.
pub fn error(cx: &PageContext<'_>, field: &Field, id: &str, fault: Option<What>) -> Option<View> {
    let what = fault?;
    let words = fault_words(cx, &field.name, what);
    let id = format!("{id}-error");
    let drawn = icon(cx, "it-error", "");
    let prefix = super::hidden(cx.t("error-prefix"));
    Some(view! { <p class="field-error" id=id>{drawn}<span>{prefix}{words}</span></p> }.into_any())
}

fn around(
    cx: &PageContext<'_>,
    field: &Field,
    id: &str,
    fault: Option<What>,
    control: View,
) -> View {
    let class = if fault.is_some() { "field is-invalid" } else { "field" };
    let (label, hint, error) = (label(cx, field, id), hint(field, id), error(cx, field, id, fault));
    let counter = field.most.map(|most| {
        let (id, words) = (format!("{id}-most"), cx.tn("field-most", most));
        view! { <p class="field-counter" id=id>{words}</p> }
    });
    view! { <div class=class>{label}{hint}{error}{control}{counter}</div> }.into_any()
}
