//! After a session: minutes, their correction, the report.

use app::pages::lab::{minutes as pages, report as report_pages};
use app::urls::Page;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::faults::{Fault, Refusal, What};
use domain::forms::{Fields, FormState};
use domain::lab::{SessionAct, minutes as rules};
use domain::views::{MinutesReading, SessionMinutesDesk, Shell};
use services::Declined;
use services::lab::{door, minutes, report};

use crate::answer;
use crate::get::personal_form;
use crate::here::Here;
use crate::post::{keep, kept};

/// Draws a page.
pub(super) async fn draw(here: &Here, shell: &Shell) -> Result<String, Declined> {
    let (services, ask, ctx) = (here.services(), &here.ask, here.context());
    match here.page {
        Page::SessionMinutesDesk(n) => {
            let view = minutes::desk(services, ask, n).await?;
            Ok(pages::desk(&ctx, shell, &view, &here.blank()))
        }
        Page::SessionMinutes(n) => {
            let view = minutes::page(services, ask, n, "").await?;
            Ok(pages::page(&ctx, shell, &view, &personal_form(here)))
        }
        Page::SessionReportDesk(n) => {
            let view = report::desk(services, ask, n).await?;
            Ok(report_pages::desk(&ctx, shell, &view, &here.blank()))
        }
        _ => Err(Declined::NotFound),
    }
}

/// Does what a form asks.
pub(super) async fn operate(here: &Here, fields: Fields) -> Result<Response, Declined> {
    match here.page {
        Page::SessionMinutesDesk(n) => desk(here, n, fields).await,
        Page::SessionMinutes(n) => correct(here, n, fields).await,
        Page::SessionReportDesk(n) => report_desk(here, n, fields).await,
        _ => Ok(StatusCode::METHOD_NOT_ALLOWED.into_response()),
    }
}

fn version(fields: &Fields) -> i64 {
    fields.text("version").parse().unwrap_or(0)
}

/// What was declined becomes the form again: stale with both texts, or with what is wrong.
/// Returns whether it is stale.
fn again(state: &mut FormState, declined: Declined) -> Result<bool, Declined> {
    if let Declined::Stale { current } = declined {
        state.fields.set("stale", current.to_string());
        return Ok(true);
    }
    keep(state, declined).map(|()| false)
}

fn answered(here: &Here, state: &FormState, stale: bool, html: String) -> Response {
    if stale {
        answer::status(here, StatusCode::CONFLICT, html)
    } else {
        answer::again(here, state, html)
    }
}

async fn desk(here: &Here, number: i64, fields: Fields) -> Result<Response, Declined> {
    let (services, ask) = (here.services(), &here.ask);
    let mut state = here.sent(fields);
    let fields = &state.fields;
    let done = match fields.text("do") {
        "end" => door::act(services, ask, number, SessionAct::End).await.map(|()| "session-ended"),
        "write" => minutes::write(services, ask, number, fields, version(fields))
            .await
            .map(|()| "session-minutes-saved"),
        "send" => minutes::send(services, ask, number).await.map(|()| "session-minutes-sent"),
        "answer" => match rules::parse_answer(fields) {
            Ok((about, taken, reason)) => {
                minutes::answer(services, ask, number, (about, taken, &reason))
                    .await
                    .map(|()| "correction-answered")
            }
            Err(faults) => Err(faults.into()),
        },
        "approve" => {
            minutes::approve(services, ask, number).await.map(|()| "session-minutes-approved")
        }
        _ => Err(Declined::NotFound),
    };
    match done {
        Ok(notice) => Ok(answer::done(here, here.page, notice)),
        Err(declined) => {
            let stale = again(&mut state, declined)?;
            let shell = here.shell().await?;
            // Approved or answered meanwhile: no form is left, and what was written is handed back.
            let gone = |view: &SessionMinutesDesk| match state.fields.text("do") {
                "write" => view.may_write.is_err(),
                "answer" => state.refusal.is_some(),
                _ => false,
            };
            match minutes::desk(services, ask, number).await {
                Ok(view) if gone(&view) => {
                    let refusal = state.refusal.clone().unwrap_or(Refusal::AlreadyDone);
                    kept(here, &shell, refusal.into(), &state.fields)
                }
                Ok(view) => {
                    let html = pages::desk(&here.context(), &shell, &view, &state);
                    Ok(answered(here, &state, stale, html))
                }
                Err(declined) => kept(here, &shell, declined, &state.fields),
            }
        }
    }
}

/// Minutes for who was there: the code opens them, and comes again with what is to be corrected.
/// No device keeps the answer.
async fn correct(here: &Here, number: i64, fields: Fields) -> Result<Response, Declined> {
    let (services, ask) = (here.services(), &here.ask);
    let mut state = here.sent(fields);
    let shell = here.shell().await?;
    let code = state.fields.text("token_code").to_owned();
    let corrects = state.fields.text("do") == "correct";
    if let Err(Declined::Refused(refusal)) = here.not_too_often() {
        // Without a look at the code; what was written stays in the form.
        if corrects {
            return kept(here, &shell, refusal.into(), &state.fields);
        }
        state.refusal = Some(refusal);
        let view = minutes::page(services, ask, number, "").await?;
        let html = pages::page(&here.context(), &shell, &view, &state);
        return Ok(answer::unkept(answer::again(here, &state, html)));
    }
    let mut notice = None;
    let mut wrong = false;
    if corrects {
        let sending = state.sending();
        match minutes::correct(services, ask, number, &state.fields, &sending).await {
            Ok(()) if code.is_empty() => {
                return Ok(answer::done(here, here.page, "correction-sent"));
            }
            Ok(()) => {
                notice = Some("correction-sent");
                state = here.blank();
                state.fields.set("token_code", code.clone());
            }
            Err(declined) => {
                keep(&mut state, declined)?;
                wrong = true;
            }
        }
    } else if code.is_empty() {
        state.faults = vec![Fault::new("token_code", What::Missing)];
        wrong = true;
    }
    let view = match minutes::page(services, ask, number, &code).await {
        Ok(view) => view,
        Err(Declined::Invalid(faults)) => {
            state.faults = faults;
            wrong = true;
            minutes::page(services, ask, number, "").await?
        }
        Err(other) => return Err(other),
    };
    // No form is left to hold what was written.
    let writes = matches!(view.reading, MinutesReading::Draft { may_correct: Ok(()), .. });
    if corrects && wrong && !writes {
        let refusal = state.refusal.clone().unwrap_or(Refusal::NotYours);
        return kept(here, &shell, refusal.into(), &state.fields).map(answer::unkept);
    }
    // Everybody reads them by now: at their address, without a code.
    if !wrong && matches!(view.reading, MinutesReading::Approved { .. }) {
        return Ok(answer::redirect(&here.path(here.page), None));
    }
    let mut ctx = here.context();
    ctx.notice = notice;
    let html = pages::page(&ctx, &shell, &view, &state);
    Ok(if wrong {
        answer::unkept(answer::again(here, &state, html))
    } else {
        answer::secret(here, html)
    })
}

async fn report_desk(here: &Here, number: i64, fields: Fields) -> Result<Response, Declined> {
    let (services, ask) = (here.services(), &here.ask);
    let mut state = here.sent(fields);
    let fields = &state.fields;
    let done = match fields.text("do") {
        "write" => report::write(services, ask, number, fields, version(fields))
            .await
            .map(|()| "session-report-saved"),
        "give-back" => {
            report::give_back(services, ask, number).await.map(|()| "session-given-back")
        }
        "end-quote" => {
            let card = fields.text("card").parse().map_err(|_| Declined::NotFound)?;
            report::end_quoting(services, ask, number, (card, fields.has("hide")))
                .await
                .map(|()| "quoting-ended")
        }
        _ => Err(Declined::NotFound),
    };
    match done {
        Ok(notice) => Ok(answer::done(here, here.page, notice)),
        Err(declined) => {
            let stale = again(&mut state, declined)?;
            let shell = here.shell().await?;
            match report::desk(services, ask, number).await {
                Ok(view) => {
                    let html = report_pages::desk(&here.context(), &shell, &view, &state);
                    Ok(answered(here, &state, stale, html))
                }
                Err(declined) => kept(here, &shell, declined, &state.fields),
            }
        }
    }
}
