//! Rounds: prepared a step at a time, announced, opened once more.

use app::pages;
use app::urls::Page;
use axum::http::StatusCode;
use axum::response::Response;
use domain::forms::{Fields, FormState};
use domain::staff_forms::rounds::{Go, RoundStep, go, parse_end, parse_round, step_of, step_shown};
use services::{Declined, round_design, round_reopen};

use super::keep;
use crate::answer;
use crate::here::Here;

/// A step of the wizard: whatever button was pressed, what was written is saved; then the step
/// that is asked for is shown, or the round is announced.
pub(super) async fn prepare(
    here: &Here,
    existing: Option<i64>,
    fields: Fields,
) -> Result<Response, Declined> {
    let (services, ask) = (here.services(), &here.ask);
    let mut state = here.sent(fields);
    let base = state.fields.text("version").parse().unwrap_or(0);
    let saved = match parse_round(&state.fields) {
        Ok(design) => {
            round_design::save(services, ask, existing, design, base, &state.sending()).await
        }
        Err(faults) => Err(Declined::Invalid(faults)),
    };
    match saved {
        Ok((number, version)) => on(here, state, number, version).await,
        Err(Declined::Stale { current }) => {
            // Both texts: theirs stands on the same page, ours stays in the form.
            state.fields.set("stale", current.to_string());
            state.fields.set("version", current.to_string());
            let html = drawn(here, existing, &state).await?;
            Ok(answer::status(here, StatusCode::CONFLICT, html))
        }
        Err(declined) => {
            keep(&mut state, declined)?;
            if let Some(fault) = state.faults.first() {
                state.fields.set("step", step_of(&fault.field).code());
            }
            let html = drawn(here, existing, &state).await?;
            Ok(answer::again(here, &state, html))
        }
    }
}

/// Saved: on to where the button leads.
async fn on(
    here: &Here,
    mut state: FormState,
    number: i64,
    version: i64,
) -> Result<Response, Declined> {
    let (step, notice) = match go(&state.fields) {
        Go::Announce => match round_design::announce(here.services(), &here.ask, number).await {
            Ok(()) => return Ok(answer::done(here, Page::Round(number), "round-announced")),
            Err(declined) => {
                // What was written is saved; what is missing is listed at the last step.
                keep(&mut state, declined)?;
                state.fields.set("step", RoundStep::Evaluation.code());
                state.fields.set("version", version.to_string());
                let html = drawn(here, Some(number), &state).await?;
                return Ok(answer::again(here, &state, html));
            }
        },
        Go::Save => (step_shown(&state.fields), Some("round-saved")),
        Go::Show(step) => (step, None),
    };
    let query = app::parts::lists::query(&[(pages::round_start::STEP, step.code())]);
    let page = here.context().path_with(Page::EditRound(number), &query);
    Ok(answer::redirect(&page, notice))
}

/// A closed round is opened once more.
pub(super) async fn reopen(here: &Here, number: i64, fields: Fields) -> Result<Response, Declined> {
    let (services, ask) = (here.services(), &here.ask);
    let mut state = here.sent(fields);
    let mut faults = Vec::new();
    let closes = parse_end(&mut faults, &state.fields);
    let reason = state.fields.text("reason").to_owned();
    let opened = if faults.is_empty() {
        round_reopen::reopen(services, ask, number, &reason, closes).await
    } else {
        Err(Declined::Invalid(faults))
    };
    match opened {
        Ok(()) => Ok(answer::done(here, Page::Round(number), "round-reopened")),
        Err(declined) => {
            keep(&mut state, declined)?;
            let shell = here.shell().await?;
            let view = round_reopen::form(services, ask, number).await?;
            let html = pages::round_reopen::page(&here.context(), &shell, &view, &state);
            Ok(answer::again(here, &state, html))
        }
    }
}

async fn drawn(here: &Here, existing: Option<i64>, state: &FormState) -> Result<String, Declined> {
    let shell = here.shell().await?;
    let view = round_design::form(here.services(), &here.ask, existing, &state.fields).await?;
    Ok(pages::round_wizard::page(&here.context(), &shell, &view, state))
}
