//! The wizard of a round: five steps of one form. Every step posts all of it and saves it,
//! unfinished or not; the last says what is missing, each with a link to its field.

use chrono::{Datelike, Days, NaiveDate};
use domain::forms::{Fields, FormState};
use domain::people::IdentityLevel;
use domain::rounds::design::{needs_agreement, needs_notice};
use domain::rounds::{ModerationMode, Opening, RoundKind, kind_opens, templates};
use domain::staff_forms::rounds::{
    MATERIALS_MOST, RoundStep, STEERING, closes_usually, opens_usually, step_of, step_shown,
};
use domain::views::{RoundFormPage, Shell};
use leptos::prelude::*;

use super::round_start::{STEP, title_of};
use crate::format;
use crate::parts::forms::{
    Field, Pick, boxes, error, error_summary, form_id, hidden_field, input, radios, select,
    text_area,
};
use crate::parts::lists::query;
use crate::parts::{Tone, View, chart, disclosure, icon, next, nothing, notice, why_not};
use crate::render::{Meta, PageContext, document};
use crate::texts::Texts;
use crate::urls::{Lang, Page};

/// What a new round of a kind begins with: the openings, the ways and the words of its template,
/// in the language of the institution, and a window that leaves time to make it known.
pub fn offered(content: &str, kind: RoundKind, today: NaiveDate) -> Fields {
    let lang = Lang::ALL.into_iter().find(|lang| lang.code() == content).unwrap_or_default();
    let texts = Texts::of(lang);
    let template = templates::of(kind);
    let mut pairs: Vec<(String, String)> = Vec::new();
    let mut put = |name: &str, value: String| pairs.push((name.to_owned(), value));
    put("kind", kind.code().to_owned());
    for (opening, level) in template.opened {
        put("opening", opening.code().to_owned());
        put(&format!("level-{}", opening.code()), level.code().to_owned());
    }
    put("moderation", template.moderation.code().to_owned());
    put("vote_method", template.vote_method.code().to_owned());
    put("tie_rule", texts.coded("template-tie", kind.code()).to_owned());
    put("results", texts.coded("template-results", kind.code()).to_owned());
    put("decides", texts.coded("template-decides", kind.code()).to_owned());
    put("evaluation", texts.get("template-evaluation").to_owned());
    put("answer_days", template.answer_days.to_string());
    if let Some(days) = template.notice_days {
        put("notice_days", days.to_string());
        put("notice_title", texts.coded("template-notice", kind.code()).to_owned());
        put("notice_runts", texts.get("template-runts").to_owned());
    }
    let days = u64::try_from(template.ahead * 7).unwrap_or(14);
    let ahead = today.checked_add_days(Days::new(days)).unwrap_or(today);
    let to_monday = (7 - ahead.weekday().num_days_from_monday()) % 7;
    let opens = ahead.checked_add_days(Days::new(u64::from(to_monday))).unwrap_or(ahead);
    let lasts = u64::try_from(template.weeks * 7 - 1).unwrap_or(27);
    let closes = opens.checked_add_days(Days::new(lasts)).unwrap_or(opens);
    put("opens_date", opens.to_string());
    put("opens_time", opens_usually().format("%H:%M").to_string());
    put("closes_date", closes.to_string());
    put("closes_time", closes_usually().format("%H:%M").to_string());
    Fields::from_pairs(pairs)
}

/// The same for a copy: all that was copied, with a window of its own.
pub fn dated(copied: &Fields, content: &str, today: NaiveDate) -> Fields {
    let kind = copied.text("kind").parse().unwrap_or(RoundKind::Consultation);
    let usual = offered(content, kind, today);
    let mut fields = copied.clone();
    for name in ["opens_date", "opens_time", "closes_date", "closes_time"] {
        fields.set(name, usual.text(name));
    }
    fields
}

/// The wizard at the step that `state` says, or at the first one that has a fault.
pub fn page(
    cx: &PageContext<'_>,
    shell: &Shell,
    view: &RoundFormPage,
    state: &FormState,
) -> String {
    let step = RoundStep::ALL
        .iter()
        .copied()
        .find(|&step| state.faults.iter().any(|fault| step_of(&fault.field) == step))
        .unwrap_or_else(|| step_shown(&state.fields));
    let kind = cx.coded("round-kind", view.kind.code());
    let meta = Meta::staff(format!("{} – {kind}", cx.coded("wizard-step", step.code())))
        .under(cx.t("menu-rounds"), cx.path(Page::Rounds))
        .under(cx.t("start-title"), cx.path(Page::NewRound))
        .here()
        .faulty(!state.faults.is_empty());
    document(cx, shell, meta, || body(cx, view, state, step))
}

fn body(cx: &PageContext<'_>, view: &RoundFormPage, state: &FormState, step: RoundStep) -> View {
    let mut shown = state.clone();
    shown.faults.retain(|fault| step_of(&fault.field) == step);
    let state = &shown;
    let asked = match step {
        RoundStep::Design => design_step(cx, view, state),
        RoundStep::Materials => materials_step(cx, view, state),
        RoundStep::Running => running_step(cx, view, state),
        RoundStep::Results => results_step(cx, state),
        RoundStep::Evaluation => evaluation_step(cx, view, state),
    };
    let version =
        state.fields.has("version").then(|| hidden_field("version", state.fields.text("version")));
    let kind = cx.coded("round-kind", view.kind.code());
    let title = title_of(cx, state.fields.text("title"));
    let lang = cx.content_lang().filter(|_| !state.fields.text("title").is_empty());
    // Once it is saved it is sent to its own address, also when the first sending was refused.
    let action =
        view.round.as_ref().map_or_else(|| cx.here(), |one| cx.path(Page::EditRound(one.number)));
    view! {
        {stale(cx, view, state)}
        {error_summary(cx, state)}
        <header class="page-head">
            <p class="eyebrow">{kind}" · "<span lang=lang>{title}</span></p>
            <h1>{cx.coded("wizard-title", step.code())}</h1>
            <p class="lead">{cx.coded("wizard-lead", step.code())}</p>
        </header>
        <form method="post" action=action novalidate autocomplete="off">
            {form_id(state)}
            {version}
            {hidden_field("step", step.code())}
            // What the enter key presses: on to the next step.
            <button class="visually-hidden" type="submit" name="go" value="" tabindex="-1"
                aria-hidden="true">{cx.t("wizard-next")}</button>
            {steps(cx, step)}
            {carried(&state.fields, step)}
            <div class="split">
                <div class="stack">{asked}{buttons(cx, view, step)}</div>
                <aside class="sheet-side stack">{aside(cx, view, step)}</aside>
            </div>
        </form>
    }
    .into_any()
}

/// Somebody else saved it meanwhile (the caller set `stale` to the version that stands now).
fn stale(cx: &PageContext<'_>, view: &RoundFormPage, state: &FormState) -> View {
    let (Some(round), false) = (&view.round, state.fields.text("stale").is_empty()) else {
        return nothing();
    };
    let theirs = cx.path(Page::EditRound(round.number));
    let body = view! {
        <p>
            {cx.t("wizard-stale-next")}" "
            <a href=theirs target="_blank">{cx.t("wizard-stale-theirs")}</a>
        </p>
    };
    notice(cx, Tone::Warning, cx.t("wizard-stale"), body.into_any())
}

/// The five steps; each is a button, so that going there keeps what was written.
fn steps(cx: &PageContext<'_>, at: RoundStep) -> View {
    let list: Vec<View> = RoundStep::ALL
        .iter()
        .map(|&step| {
            let (class, current) =
                if step == at { (Some("active"), Some("step")) } else { (None, None) };
            let name = cx.coded("wizard-step", step.code());
            view! {
                <li class=class aria-current=current>
                    <button class="btn btn-plain" type="submit" name="go" value=step.code()>
                        {name}
                    </button>
                </li>
            }
            .into_any()
        })
        .collect();
    view! {
        <nav aria-label=cx.t("wizard-steps")>
            <ol class="steppers steppers--row steppers--pick" role="list">{list}</ol>
        </nav>
    }
    .into_any()
}

/// Fields of the other steps.
fn carried(fields: &Fields, step: RoundStep) -> Vec<View> {
    fields
        .pairs()
        .filter(|(name, _)| !STEERING.contains(name))
        .filter(|(name, _)| *name == "kind" || step_of(name) != step)
        .map(|(name, value)| hidden_field(name, value))
        .collect()
}

fn buttons(cx: &PageContext<'_>, view: &RoundFormPage, step: RoundStep) -> View {
    let onward = step.after().map(|_| {
        view! {
            <button class="btn btn-primary" type="submit" name="go" value="next">
                {cx.t("wizard-next")}
            </button>
        }
    });
    let ready = step.after().is_none() && view.gaps.is_empty() && view.may_announce.is_ok();
    let announce = ready.then(|| {
        view! {
            <button class="btn btn-primary" type="submit" name="go" value="announce">
                {cx.t("wizard-announce")}
            </button>
        }
    });
    let back = step.before().map(|_| {
        view! {
            <button class="btn btn-plain" type="submit" name="go" value="back">
                {cx.t("wizard-back")}
            </button>
        }
    });
    view! {
        <div class="button-row">
            {onward}
            {announce}
            <button class="btn btn-outline-primary" type="submit" name="go" value="save">
                {cx.t("wizard-save")}
            </button>
            {back}
        </div>
    }
    .into_any()
}

/// What is still missing at this step, and what the method asks.
fn aside(cx: &PageContext<'_>, view: &RoundFormPage, step: RoundStep) -> View {
    let code = view.kind.code();
    let here: Vec<View> = view
        .gaps
        .iter()
        .filter(|gap| step_of(gap.field()) == step)
        .map(|gap| {
            let (href, words) = (format!("#{}", gap.field()), cx.coded("gap", gap.code()));
            view! { <li><a href=href>{words}</a></li> }.into_any()
        })
        .collect();
    let missing = (!here.is_empty() && step != RoundStep::Evaluation).then(|| {
        view! {
            <section class="panel" aria-labelledby="missing-here">
                <h2 id="missing-here">{cx.t("wizard-missing-here")}</h2>
                <ul>{here}</ul>
            </section>
        }
    });
    view! {
        {missing}
        <section class="panel" aria-labelledby="asks">
            <h2 id="asks">{cx.t("wizard-asks")}</h2>
            <p>{cx.coded("template-asks", code)}</p>
            <p class="mb-0">{cx.coded("template-pitfall", code)}</p>
        </section>
        {next(cx, cx.t("wizard-saved-each-step"))}
    }
    .into_any()
}

/// A field with its words: `wizard-NAME`, and a hint if there is one.
fn field(cx: &PageContext<'_>, name: &str) -> Field {
    let key = format!("wizard-{}", name.replace('_', "-"));
    let field = Field::new(name, cx.t(&key));
    let hint = format!("{key}-hint");
    if cx.texts().has(&hint) { field.hint(cx.t(&hint)) } else { field }
}

/// The institution writes in its own language.
fn theirs(cx: &PageContext<'_>, mut field: Field) -> Field {
    field.lang = cx.content_lang();
    field
}

fn section(cx: &PageContext<'_>, name: &'static str, body: View) -> View {
    let id = format!("sec-{name}");
    let labelled = id.clone();
    let title = cx.coded("wizard-sec", name);
    view! { <section class="box" aria-labelledby=labelled><h2 id=id>{title}</h2>{body}</section> }
        .into_any()
}

fn design_step(cx: &PageContext<'_>, view: &RoundFormPage, state: &FormState) -> View {
    let example = cx.coded("wizard-question-hint", view.kind.code());
    let question = theirs(cx, field(cx, "question").hint(example));
    let asked = view! {
        {input(cx, state, theirs(cx, field(cx, "title")), "text", false)}
        {text_area(cx, state, question, 2, false)}
        {text_area(cx, state, theirs(cx, field(cx, "objective")), 3, false)}
    };
    let needs_measure = view.kind == RoundKind::Concertation;
    let indicators = view
        .indicators
        .iter()
        .map(|(code, name, unit)| (code.clone(), format!("{name} ({unit})")))
        .collect();
    let indicator =
        select(cx, state, field(cx, "measure_indicator"), vec![(String::new(), indicators)]);
    let measure = view! {
        <p class="field-hint">{cx.t(if needs_measure { "wizard-measure-needed" } else { "wizard-measure-wanted" })}</p>
        {indicator}
        {input(cx, state, theirs(cx, field(cx, "measure_what")), "text", false)}
        <div class="row-fields row-fields--three">
            {input(cx, state, field(cx, "measure_baseline").optional(), "text", true)}
            {input(cx, state, field(cx, "measure_target"), "text", true)}
            {input(cx, state, field(cx, "measure_by").optional(), "date", true)}
        </div>
    };
    let frames: Vec<View> = ["given", "open", "off_limits"]
        .into_iter()
        .map(|name| {
            let one = theirs(cx, field(cx, name));
            let one = if needs_measure { one } else { one.optional() };
            text_area(cx, state, one, 3, false)
        })
        .collect();
    let lang = cx.content_lang();
    let areas = view
        .areas
        .iter()
        .map(|(code, name)| {
            let pick = Pick::new(code, name);
            match &lang {
                Some(lang) => pick.lang(lang.clone()),
                None => pick,
            }
        })
        .collect();
    let plans = vec![(String::new(), view.plans.clone())];
    let about = view! {
        {boxes(cx, state, field(cx, "areas"), areas)}
        {select(cx, state, field(cx, "plan"), plans)}
    };
    view! {
        {section(cx, "ask", asked.into_any())}
        {section(cx, "frame", view! { <p class="field-hint">{cx.t("wizard-frame-hint")}</p>{frames} }.into_any())}
        {section(cx, "measure", measure.into_any())}
        {section(cx, "about", about.into_any())}
    }
    .into_any()
}

fn materials_step(cx: &PageContext<'_>, view: &RoundFormPage, state: &FormState) -> View {
    let figures = if view.figures.is_empty() {
        let key = if state.fields.text("areas").is_empty() {
            "wizard-profile-no-areas"
        } else {
            "wizard-profile-none"
        };
        notice(cx, Tone::Warning, cx.t(key), nothing())
    } else {
        view! {
            <p class="field-hint">{cx.t("wizard-profile-hint")}</p>
            {chart::figures(cx, &view.figures, true)}
        }
        .into_any()
    };
    let notice_part = needs_notice(view.kind).then(|| {
        let days = input(cx, state, field(cx, "notice_days"), "text", true);
        let long =
            |name: &str, rows: u32| text_area(cx, state, theirs(cx, field(cx, name)), rows, false);
        let body = view! {
            <p class="field-hint">{cx.t("wizard-notice-hint")}</p>
            {input(cx, state, theirs(cx, field(cx, "notice_title")), "text", false)}
            {long("notice_aims", 3)}
            {long("notice_budget", 2)}
            {input(cx, state, theirs(cx, field(cx, "notice_duration")), "text", false)}
            {long("notice_criteria", 3)}
            {long("notice_runts", 2)}
            {input(cx, state, field(cx, "notice_address"), "url", false)}
            {days}
        };
        section(cx, "notice", body.into_any())
    });
    let agreement = needs_agreement(view.kind).then(|| {
        let body = view! {
            <p class="field-hint">{cx.t("wizard-agreement-hint")}</p>
            {input(cx, state, theirs(cx, field(cx, "agreement_reference")), "text", false)}
            {input(cx, state, field(cx, "agreement_signed"), "date", true)}
            {text_area(cx, state, theirs(cx, field(cx, "agreement_parties")), 3, false)}
        };
        section(cx, "agreement", body.into_any())
    });
    view! {
        {section(cx, "profile", figures)}
        {notice_part}
        {agreement}
        {section(cx, "materials", material_rows(cx, state))}
    }
    .into_any()
}

/// Rows of materials: those that are filled, and one more.
fn material_rows(cx: &PageContext<'_>, state: &FormState) -> View {
    let filled = (1..=MATERIALS_MOST)
        .filter(|row| {
            let has = |stem: &str| {
                let name = format!("{stem}-{row}");
                !state.fields.text(&name).is_empty() || state.fault(&name).is_some()
            };
            has("material") || has("material_address")
        })
        .max()
        .unwrap_or(0);
    let rows: Vec<View> = (1..=(filled + 2).min(MATERIALS_MOST))
        .map(|row| {
            let n = i64::try_from(row).unwrap_or(0);
            let title =
                Field::new(format!("material-{row}"), cx.tn("wizard-material", n)).optional();
            let place =
                Field::new(format!("material_address-{row}"), cx.tn("wizard-material-address", n))
                    .optional();
            view! {
                <div class="row-fields row-fields--two">
                    {input(cx, state, theirs(cx, title), "text", false)}
                    {input(cx, state, place, "url", false)}
                </div>
            }
            .into_any()
        })
        .collect();
    view! { <p class="field-hint">{cx.t("wizard-materials-hint")}</p>{rows} }.into_any()
}

fn running_step(cx: &PageContext<'_>, view: &RoundFormPage, state: &FormState) -> View {
    let window = view! {
        <div class="field-row">
            {input(cx, state, field(cx, "opens_date"), "date", true)}
            {input(cx, state, field(cx, "opens_time"), "time", true)}
        </div>
        <div class="field-row">
            {input(cx, state, field(cx, "closes_date"), "date", true)}
            {input(cx, state, field(cx, "closes_time"), "time", true)}
        </div>
        <p class="field-hint">{cx.coded("wizard-window-hint", view.kind.code())}</p>
    };
    let picks = ModerationMode::ALL
        .iter()
        .map(|mode| Pick::new(mode.code(), cx.coded("moderation-mode", mode.code())))
        .collect();
    let methods = templates::methods(view.kind);
    let method = match methods {
        [only] => view! {
            <p>{cx.t("wizard-method-only")}" "{cx.coded("vote-method", only.code())}</p>
            {hidden_field("vote_method", only.code())}
        }
        .into_any(),
        _ => {
            let picks = methods
                .iter()
                .map(|one| Pick::new(one.code(), cx.coded("vote-method", one.code())))
                .collect();
            radios(cx, state, field(cx, "vote_method"), picks)
        }
    };
    let expression = view! {
        {method}
        {next(cx, cx.t("wizard-ballots-later"))}
        {text_area(cx, state, theirs(cx, field(cx, "tie_rule")), 2, false)}
    };
    view! {
        {section(cx, "window", window.into_any())}
        {section(cx, "who", openings(cx, view, state))}
        {section(cx, "moderation", radios(cx, state, field(cx, "moderation"), picks))}
        {section(cx, "expression", expression.into_any())}
    }
    .into_any()
}

/// What people can do, each with the least identity.
fn openings(cx: &PageContext<'_>, view: &RoundFormPage, state: &FormState) -> View {
    let about = field(cx, "opening");
    let fault = state.fault("opening");
    let error = error(cx, &about, "opening", fault);
    let class = if fault.is_some() { "field is-invalid" } else { "field" };
    let rows: Vec<View> = Opening::ALL
        .iter()
        .copied()
        .filter(|opening| kind_opens(view.kind, *opening))
        .enumerate()
        .map(|(place, opening)| {
            let code = opening.code();
            // The first has the field's id, so that what is missing leads to it.
            let id = if place == 0 { "opening".to_owned() } else { format!("opening-{code}") };
            let checked = state.fields.texts("opening").any(|one| one == code);
            let name = cx.coded("opening", code);
            let levels = IdentityLevel::ALL
                .iter()
                .map(|level| (level.code().to_owned(), cx.coded("level", level.code()).to_owned()))
                .collect();
            let label = cx.tw("wizard-level", &[("what", name.into())]);
            let level = Field::new(format!("level-{code}"), label);
            view! {
                <div class="row-fields row-fields--two">
                    <div class="check">
                        <input type="checkbox" id=id.clone() name="opening" value=code
                            checked=checked/>
                        <label for=id>{name}</label>
                    </div>
                    {select(cx, state, level, vec![(String::new(), levels)])}
                </div>
            }
            .into_any()
        })
        .collect();
    view! {
        <fieldset class=class>
            <legend class="field-label">{about.label.clone()}</legend>
            <p class="field-hint">{cx.t("wizard-opening-more")}</p>
            {error}
            {rows}
        </fieldset>
    }
    .into_any()
}

fn results_step(cx: &PageContext<'_>, state: &FormState) -> View {
    let body = view! {
        {input(cx, state, field(cx, "answer_days"), "text", true)}
        {text_area(cx, state, theirs(cx, field(cx, "results")), 4, false)}
        {input(cx, state, theirs(cx, field(cx, "decides")), "text", false)}
    };
    view! { {section(cx, "results", body.into_any())}{next(cx, cx.t("wizard-results-next"))} }
        .into_any()
}

fn evaluation_step(cx: &PageContext<'_>, view: &RoundFormPage, state: &FormState) -> View {
    let body = text_area(cx, state, theirs(cx, field(cx, "evaluation")), 4, false);
    view! {
        {section(cx, "evaluation", body)}
        {section(cx, "checks", checks(cx, view))}
        {section(cx, "look", look(cx, view))}
    }
    .into_any()
}

/// The address of a field of the wizard, at its step.
fn field_link(cx: &PageContext<'_>, view: &RoundFormPage, name: &str) -> String {
    let step = step_of(name);
    let Some(round) = view.round.as_ref().filter(|_| step != RoundStep::Evaluation) else {
        return format!("#{name}");
    };
    let page = cx.path_with(Page::EditRound(round.number), &query(&[(STEP, step.code())]));
    format!("{page}#{name}")
}

/// What is missing, what is unusual, and whether it can be announced.
fn checks(cx: &PageContext<'_>, view: &RoundFormPage) -> View {
    let line = |name: &'static str, words: &'static str, href: String, tone: &'static str| {
        let drawn = icon(cx, name, "");
        let label = crate::parts::hidden(format!("{} ", cx.t(tone)));
        view! { <li>{drawn}<span>{label}<a href=href>{words}</a></span></li> }.into_any()
    };
    let gaps: Vec<View> = view
        .gaps
        .iter()
        .map(|gap| {
            let href = field_link(cx, view, gap.field());
            line("it-error", cx.coded("gap", gap.code()), href, "wizard-check-missing")
        })
        .collect();
    let unusual: Vec<View> = view
        .unusual
        .iter()
        .map(|one| {
            let href = field_link(cx, view, one.field());
            line("it-warning-circle", cx.coded("unusual", one.code()), href, "wizard-check-unusual")
        })
        .collect();
    let gaps = if gaps.is_empty() {
        let drawn = icon(cx, "it-check-circle", "");
        view! {
            <ul class="checks" role="list">
                <li>{drawn}<span>{cx.t("wizard-nothing-missing")}</span></li>
            </ul>
        }
        .into_any()
    } else {
        let lead = cx.tn("wizard-gaps", i64::try_from(gaps.len()).unwrap_or(0));
        view! { <p>{lead}</p><ul class="checks" role="list">{gaps}</ul> }.into_any()
    };
    let unusual = (!unusual.is_empty()).then(|| {
        view! {
            <h3 class="mt-2">{cx.t("wizard-unusual")}</h3>
            <p>{cx.t("wizard-unusual-lead")}</p>
            <ul class="checks" role="list">{unusual}</ul>
        }
    });
    let may = match &view.may_announce {
        Ok(()) => next(cx, cx.t("wizard-announce-next")),
        Err(domain::faults::Refusal::NotYourRole) => next(cx, cx.t("wizard-announce-office")),
        Err(refusal) => why_not(cx, refusal),
    };
    view! { {gaps}{unusual}{may} }.into_any()
}

/// The preview, and the hash of the rules as they stand.
fn look(cx: &PageContext<'_>, view: &RoundFormPage) -> View {
    let Some(round) = &view.round else {
        return view! { <p>{cx.t("wizard-look-unsaved")}</p> }.into_any();
    };
    let preview = cx.path(Page::RoundPreview(round.number));
    let rules = cx.path(Page::RoundRules(round.number));
    let hash = view.hash.clone();
    view! {
        <p>{cx.t("wizard-look-lead")}</p>
        <div class="button-row mt-0">
            <a class="btn btn-outline-primary" href=preview>{cx.t("wizard-look")}</a>
            <a class="btn btn-plain" href=rules>{cx.t("rules-read")}</a>
        </div>
        {disclosure(cx.t("rules-hash-what"), false, view! {
            <p>{cx.t("rules-hash-more")}</p>
            <p class="hash"><code>{hash}</code></p>
        }.into_any())}
    }
    .into_any()
}

/// The day of today on the clock of the Ambiti: what a new round is offered from.
pub fn today(cx: &PageContext<'_>) -> NaiveDate {
    format::local(cx.now).date_naive()
}
