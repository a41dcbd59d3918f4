//! The statements of a round: one at a time, all of them, and what the votes say.

use domain::faults::Refusal;
use domain::forms::FormState;
use domain::opinions::Stance;
use domain::rounds::RoundState;
use domain::statements::{LEAST_EXPORTED, MOST, TEXT_MOST, WithdrawnWhy};
use domain::views::{Shell, StatementView, StatementsPage};
use leptos::prelude::*;

use super::opinions;
use crate::format;
use crate::parts::forms::{self, Field, hidden_field, input, select, text_area};
use crate::parts::{
    Tone, View, card, disclosure, empty, hidden, icon, meta, notice, official, p, page_head, state,
    why_not, words,
};
use crate::render::{Meta, PageContext, document};
use crate::urls::Page;

/// Name in the address of the statement that was voted on last.
pub const AFTER: &str = "dopo";
/// Name in the address and in forms of where one votes: in the list.
pub const LIST: &str = "elenco";

/// Where the statement of a number stands on the page.
pub fn anchor(number: i64) -> String {
    format!("s{number}")
}

/// The statements; the form is that of who adds one.
pub fn page(
    cx: &PageContext<'_>,
    shell: &Shell,
    view: &StatementsPage,
    form: &FormState,
) -> String {
    let meta = Meta::new(cx.t("statements-title"))
        .described(cx.t("statements-lead"))
        .under(view.round.title.clone(), cx.path(Page::Round(view.round.number)))
        .here()
        .faulty(!form.faults.is_empty());
    document(cx, shell, meta, || body(cx, view, form))
}

fn body(cx: &PageContext<'_>, view: &StatementsPage, form: &FormState) -> View {
    let round = cx.path(Page::Round(view.round.number));
    let title = official(cx, view.round.title.clone());
    let eyebrow = meta(vec![
        state::round(cx, view.round.state),
        view! { <a href=round>{title}</a> }.into_any(),
    ]);
    let told = results_told(view.round.state);
    let lead = cx.t(if told { "statements-lead-told" } else { "statements-lead" });
    let head = page_head(Some(eyebrow), cx.t("statements-heading"), Some(lead.to_owned()));
    let errors = forms::error_summary(cx, form);
    let refused = form.refusal.as_ref().map(|refusal| crate::parts::refusal(cx, refusal));
    let main = if told { results(cx, view) } else { asking(cx, view) };
    let desk = view.may_add.is_ok().then(|| adding(cx, view, form));
    view! {
        {errors}
        {head}
        {refused}
        <div class="stack-lg">{main}{desk}</div>
    }
    .into_any()
}

/// Whether what was voted is told in this state.
pub(super) const fn results_told(state: RoundState) -> bool {
    match state {
        RoundState::InSynthesis | RoundState::GivenBack | RoundState::Archived => true,
        RoundState::Draft
        | RoundState::Scheduled
        | RoundState::Open
        | RoundState::Suspended
        | RoundState::Closed => false,
    }
}

/// Statements that stand.
fn standing(view: &StatementsPage) -> impl Iterator<Item = &StatementView> {
    view.statements.iter().filter(|one| one.withdrawn.is_none())
}

/// A parameter of the address.
fn asked(cx: &PageContext<'_>, name: &str) -> Option<String> {
    cx.query.split('&').find_map(|pair| {
        let (key, value) = pair.split_once('=')?;
        (key == name).then(|| value.to_owned())
    })
}

/// While votes are taken, or before and after: one statement at a time, and all of them.
fn asking(cx: &PageContext<'_>, view: &StatementsPage) -> View {
    let total = standing(view).count();
    if total == 0 {
        return empty(cx, cx.t("statements-none"), cx.t("statements-none-next"), None);
    }
    let when = when(cx, view);
    let (one, open) = match &view.may_vote {
        Ok(()) => (one(cx, view, total), false),
        Err(refusal) => {
            let why = match refusal {
                // When results come is said beneath; who runs the round has work here, not a vote.
                Refusal::Closed { .. } => ().into_any(),
                _ if view.may_add.is_ok() => ().into_any(),
                _ => why_not(cx, refusal),
            };
            (why, true)
        }
    };
    let open = open || asked(cx, LIST).is_some() || next(view).is_none();
    let summary = cx.tn("statements-all", total);
    let list = disclosure(summary, open, list(cx, view));
    view! { {one}{when}{list} }.into_any()
}

/// When the result is to be seen.
fn when(cx: &PageContext<'_>, view: &StatementsPage) -> View {
    let deadline = format::deadline(cx.lang, view.closes);
    let said = match view.round.state {
        RoundState::Open | RoundState::Suspended => {
            cx.tw("statements-when-open", &[("date", deadline.into())])
        }
        RoundState::Draft | RoundState::Scheduled => {
            let opens = format::moment(cx.lang, view.opens);
            cx.tw("statements-when-before", &[("date", opens.into())])
        }
        RoundState::Closed
        | RoundState::InSynthesis
        | RoundState::GivenBack
        | RoundState::Archived => cx.tw("statements-when-closed", &[("date", deadline.into())]),
    };
    crate::parts::next(cx, said)
}

/// The next statement this viewer has said nothing of.
fn next(view: &StatementsPage) -> Option<&StatementView> {
    standing(view).find(|one| one.mine.is_none())
}

/// One statement, with its three buttons.
fn one(cx: &PageContext<'_>, view: &StatementsPage, total: usize) -> View {
    let done = standing(view).filter(|one| one.mine.is_some()).count();
    let progress =
        cx.tw("statements-progress", &[("n", count(done).into()), ("of", count(total).into())]);
    // Who comes from a vote goes on with the keyboard where the next statement stands.
    let after = asked(cx, AFTER).and_then(|number| number.parse::<i64>().ok());
    let last = after.and_then(|number| standing(view).find(|one| one.number == number));
    let last = last.and_then(|one| {
        let said = cx.coded("stance-said", one.mine?.code());
        let change = format!("?{LIST}=1#{}", anchor(one.number));
        Some(view! {
            <p class="small mb-1" role="status">
                {said}" "<a href=change>{cx.t("statements-change")}</a>
            </p>
        })
    });
    let body = match next(view) {
        Some(one) => {
            let (text, lang) = (one.text.clone(), cx.content_lang());
            let focus = after.is_some();
            view! {
                <h2 class="statement-text" id="statement" tabindex="-1" autofocus=focus lang=lang>
                    {text}
                </h2>
                {source(cx, one)}
                {buttons(cx, one, false)}
            }
            .into_any()
        }
        None => {
            let body = p(cx.t("statements-done-more"));
            let done = notice(cx, Tone::Success, cx.t("statements-done"), body);
            view! {
                <h2 class="visually-hidden" id="statement">{cx.t("statements-done")}</h2>
                {done}
            }
            .into_any()
        }
    };
    view! {
        <section class="panel statement" aria-labelledby="statement">
            {last}
            <p class="statement-progress">
                <span>{progress.clone()}</span>
                <progress max=total.to_string() value=done.to_string()
                    aria-label=progress></progress>
            </p>
            {body}
        </section>
    }
    .into_any()
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

const fn stance_icon(stance: Stance) -> &'static str {
    match stance {
        Stance::Agree => "it-check",
        Stance::Disagree => "it-close",
        Stance::Pass => "it-minus",
    }
}

/// Agree, disagree, pass. In the list what was said is pressed, and can be taken back.
fn buttons(cx: &PageContext<'_>, one: &StatementView, in_list: bool) -> View {
    let buttons: Vec<View> = Stance::OFFERED
        .into_iter()
        .map(|stance| {
            let mine = one.mine == Some(stance);
            let class = if mine || (!in_list && stance != Stance::Pass) {
                "btn btn-primary"
            } else {
                "btn btn-outline-primary"
            };
            let pressed = in_list.then(|| mine.to_string());
            let drawn = icon(cx, stance_icon(stance), "sm");
            let which = in_list.then(|| hidden(format!(": {}", one.text)));
            view! {
                <button class=class type="submit" name="stance" value=stance.code()
                    aria-pressed=pressed>
                    {drawn}" "{cx.coded("stance", stance.code())}{which}
                </button>
            }
            .into_any()
        })
        .collect();
    let back = (in_list && one.mine.is_some()).then(|| {
        let which = hidden(format!(": {}", one.text));
        view! {
            <button class="btn btn-plain" type="submit" name="stance" value="">
                {cx.t("statements-take-back")}{which}
            </button>
        }
    });
    let from = in_list.then(|| hidden_field(LIST, "1"));
    view! {
        <form method="post" action=cx.here()>
            {hidden_field("do", "vote")}
            {hidden_field("number", one.number.to_string())}
            {from}
            <div class="button-row statement-buttons">{buttons}{back}</div>
        </form>
    }
    .into_any()
}

fn source(cx: &PageContext<'_>, one: &StatementView) -> View {
    match &one.source {
        Some(source) => {
            let numbered = card::numbered(cx, source);
            let link = card::link(cx, source);
            view! { <p class="small muted">{cx.t("statements-from")}" "{numbered}": "{link}</p> }
                .into_any()
        }
        None => ().into_any(),
    }
}

/// All statements, as a list.
fn list(cx: &PageContext<'_>, view: &StatementsPage) -> View {
    let rows: Vec<View> = view
        .statements
        .iter()
        .map(|one| {
            let (text, lang) = (one.text.clone(), cx.content_lang());
            let acts = match (one.withdrawn, &view.may_vote) {
                (Some(why), _) => withdrawn(cx, why),
                (None, Ok(())) => buttons(cx, one, true),
                (None, Err(_)) => ().into_any(),
            };
            let mine = one.mine.filter(|_| view.may_vote.is_err()).map(|mine| {
                view! { <p class="small mb-0">{cx.coded("stance-said", mine.code())}</p> }
            });
            view! {
                <li id=anchor(one.number) tabindex="-1">
                    <p class="statement-row" lang=lang>{text}</p>
                    {source(cx, one)}
                    {mine}
                    {acts}
                </li>
            }
            .into_any()
        })
        .collect();
    view! { <ul class="statements" role="list">{rows}</ul> }.into_any()
}

fn withdrawn(cx: &PageContext<'_>, why: WithdrawnWhy) -> View {
    let drawn = icon(cx, "it-ban", "sm");
    let why = cx.coded("withdrawn-why", why.code());
    let said = cx.tw("statements-withdrawn", &[("why", why.into())]);
    view! { <p class="small muted mb-0">{drawn}" "{said}</p> }.into_any()
}

/// What was said, once it is told.
fn results(cx: &PageContext<'_>, view: &StatementsPage) -> View {
    let Some(told) = &view.results else {
        return empty(cx, cx.t("statements-none"), cx.t("statements-none-told"), None);
    };
    let groups = opinions::groups(cx, view, told);
    let export = if told.exported {
        let file = cx.path(Page::StatementVotes(view.round.number));
        let drawn = icon(cx, "it-download", "sm");
        view! {
            <p>{cx.t("statements-export-more")}</p>
            <p><a href=file download="">{drawn}" "{cx.t("statements-export")}</a></p>
        }
        .into_any()
    } else {
        let least = count(LEAST_EXPORTED);
        p(cx.tw("statements-export-few", &[("people", least.into())]))
    };
    view! {
        {groups}
        <section aria-labelledby="said">
            <h2 id="said">{cx.t("statements-said")}</h2>
            <p class="measure">{cx.t("statements-said-more")}</p>
            {opinions::said(cx, view)}
        </section>
        <section class="measure" aria-labelledby="again">
            <h2 id="again">{cx.t("statements-again")}</h2>
            {export}
        </section>
    }
    .into_any()
}

/// Adding and withdrawing, for who runs the round.
fn adding(cx: &PageContext<'_>, view: &StatementsPage, form: &FormState) -> View {
    let left = MOST.saturating_sub(view.statements.len());
    let add = view! {
        <form method="post" action=cx.here() class="stack">
            {forms::form_id(form)}
            {hidden_field("do", "add")}
            {text_area(
                cx,
                form,
                Field::new("statement", cx.t("statement-field"))
                    .hint(cx.t("statement-hint"))
                    .most(TEXT_MOST),
                2,
                false,
            )}
            {input(
                cx,
                form,
                Field::new("source", cx.t("statement-source"))
                    .hint(cx.t("statement-source-hint"))
                    .optional(),
                "text",
                false,
            )}
            {forms::submit(cx.t("statement-add"))}
        </form>
    };
    let choices: Vec<(String, String)> = standing(view)
        .map(|one| (one.number.to_string(), format!("{}. {}", one.number, one.text)))
        .collect();
    let reasons: Vec<(String, String)> = WithdrawnWhy::ALL
        .iter()
        .map(|why| (why.code().to_owned(), cx.coded("withdrawn-why", why.code()).to_owned()))
        .collect();
    let withdraw = (!choices.is_empty()).then(|| {
        let body = view! {
            <form method="post" action=cx.here() class="stack">
                {hidden_field("do", "withdraw")}
                {select(
                    cx,
                    form,
                    Field::new("number", cx.t("statement-which")),
                    vec![(String::new(), choices)],
                )}
                {select(
                    cx,
                    form,
                    Field::new("why", cx.t("statement-why")),
                    vec![(String::new(), reasons)],
                )}
                <p>{cx.t("statement-withdraw-more")}</p>
                <button class="btn btn-outline-primary" type="submit">
                    {cx.t("statement-withdraw")}
                </button>
            </form>
        };
        let open = form.faults.iter().any(|fault| fault.field == "why");
        disclosure(cx.t("statement-withdraw-title"), open, body.into_any())
    });
    let left = cx.tw("statement-left", &[("n", count(left).into())]);
    view! {
        <section class="box measure" aria-labelledby="add">
            <h2 id="add">{cx.t("statement-add-title")}</h2>
            <p>{cx.t("statement-add-lead")}</p>
            {add}
            <p class="small muted mt-2">{words(left)}</p>
            {withdraw}
        </section>
    }
    .into_any()
}
