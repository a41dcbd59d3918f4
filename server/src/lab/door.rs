//! Before a session, and at its door: prepared, announced, registered for, printed.

use app::pages::lab as pages;
use app::urls::Page;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::faults::{Fault, What};
use domain::forms::{Fields, FormState};
use domain::lab::mix::{ArrivalDraft, Came};
use domain::lab::plan;
use domain::lab::{AccessNeed, SessionAct};
use domain::views::Shell;
use services::Declined;
use services::lab::door::{self, Printing};

use crate::answer;
use crate::here::Here;
use crate::post::{keep, kept};

/// Draws a page.
pub(super) async fn draw(here: &Here, shell: &Shell) -> Result<String, Declined> {
    let (services, ask, ctx) = (here.services(), &here.ask, here.context());
    match here.page {
        Page::Sessions => Ok(pages::list::page(&ctx, shell, &door::list(services, ask).await?)),
        Page::SessionsDesk => {
            Ok(pages::list::desk(&ctx, shell, &door::desk_list(services, ask).await?))
        }
        Page::Session(n) => {
            Ok(pages::session::page(&ctx, shell, &door::page(services, ask, n).await?))
        }
        Page::SessionDesk(n) => {
            let view = door::desk(services, ask, n).await?;
            Ok(pages::desk::page(&ctx, shell, &view, &here.blank()))
        }
        Page::NewSession | Page::EditSession(_) => {
            let mut state = here.blank();
            state.fields = door::written(services, ask, existing(here.page)).await?;
            if here.page == Page::NewSession {
                state.fields.set("round", here.query.text("percorso"));
            }
            form(here, shell, &state).await
        }
        _ => again(here, shell, &here.blank()).await,
    }
}

/// The page of a form that was sent, with what was sent in it.
async fn again(here: &Here, shell: &Shell, state: &FormState) -> Result<String, Declined> {
    let (services, ask, ctx) = (here.services(), &here.ask, here.context());
    match here.page {
        Page::SessionRegistration(n) => {
            let view = door::registration(services, ask, n).await?;
            Ok(pages::registration::page(&ctx, shell, &view, state))
        }
        Page::SessionDesk(n) => {
            let view = door::desk(services, ask, n).await?;
            Ok(pages::desk::page(&ctx, shell, &view, state))
        }
        Page::SessionPack(n) => {
            let view = door::pack(services, ask, n, Vec::new()).await?;
            Ok(pages::pack::page(&ctx, shell, &view, state))
        }
        Page::SessionDoor(n) => {
            let view = door::door(services, ask, n).await?;
            Ok(pages::door::page(&ctx, shell, &view, state))
        }
        Page::NewSession | Page::EditSession(_) => form(here, shell, state).await,
        _ => Err(Declined::NotFound),
    }
}

async fn form(here: &Here, shell: &Shell, state: &FormState) -> Result<String, Declined> {
    let view = door::form(here.services(), &here.ask, existing(here.page)).await?;
    Ok(pages::form::page(&here.context(), shell, &view, state))
}

const fn existing(page: Page) -> Option<i64> {
    match page {
        Page::EditSession(number) => Some(number),
        _ => None,
    }
}

/// Does what a form asks.
pub(super) async fn operate(here: &Here, fields: Fields) -> Result<Response, Declined> {
    let mut state = here.sent(fields);
    let done = match here.page {
        Page::NewSession | Page::EditSession(_) => save(here, &state).await,
        Page::SessionDesk(n) => move_on(here, n, &state).await,
        Page::SessionRegistration(n) => registration(here, n, &state).await,
        Page::SessionPack(n) => print(here, n, &state).await,
        Page::SessionDoor(n) => at_door(here, n, &state).await,
        _ => Ok(StatusCode::METHOD_NOT_ALLOWED.into_response()),
    };
    let declined = match done {
        Ok(response) => return Ok(response),
        Err(declined) => declined,
    };
    let shell = here.shell().await?;
    if let Declined::Stale { current } = declined {
        // Theirs is a click away, ours stays in the form.
        state.fields.set("stale", "1");
        state.fields.set("version", current.to_string());
        let html = again(here, &shell, &state).await?;
        return Ok(answer::status(here, StatusCode::CONFLICT, html));
    }
    keep(&mut state, declined)?;
    match again(here, &shell, &state).await {
        Ok(html) => Ok(answer::again(here, &state, html)),
        // No form is left: what was written is handed back.
        Err(declined) => kept(here, &shell, declined, &state.fields),
    }
}

async fn save(here: &Here, state: &FormState) -> Result<Response, Declined> {
    let draft = plan::parse(&state.fields)?;
    let base = state.fields.text("version").parse().unwrap_or(0);
    let sending = state.sending();
    let number =
        door::save(here.services(), &here.ask, existing(here.page), &draft, base, &sending).await?;
    Ok(answer::done(here, Page::SessionDesk(number), "session-saved"))
}

async fn move_on(here: &Here, number: i64, state: &FormState) -> Result<Response, Declined> {
    let act: SessionAct = state.fields.text("do").parse().map_err(|_| Declined::NotFound)?;
    door::act(here.services(), &here.ask, number, act).await?;
    let notice = match act {
        SessionAct::Announce => "session-announced",
        SessionAct::Recall => "session-recalled",
        SessionAct::Begin => "session-begun",
        SessionAct::End => "session-ended",
        SessionAct::Resume => "session-resumed",
    };
    Ok(answer::done(here, Page::SessionDesk(number), notice))
}

async fn registration(here: &Here, number: i64, state: &FormState) -> Result<Response, Declined> {
    let (services, ask, fields) = (here.services(), &here.ask, &state.fields);
    here.not_too_often()?;
    if fields.text("do") == "cancel" {
        door::cancel(services, ask, number, fields.text("code")).await?;
        return Ok(answer::done(here, Page::Session(number), "registration-cancelled"));
    }
    let (who, mut faults) = match Came::parse(fields) {
        Ok(who) => (who, Vec::new()),
        Err(faults) => (Came::default(), faults),
    };
    let access: Result<Vec<AccessNeed>, _> = fields.texts("access").map(str::parse).collect();
    let access = access.unwrap_or_else(|_| {
        faults.push(Fault::new("access", What::NotAChoice));
        Vec::new()
    });
    if !faults.is_empty() {
        return Err(faults.into());
    }
    let code = door::register(services, ask, number, (&who, &access), &state.sending()).await?;
    let mut view = door::registration(services, ask, number).await?;
    view.code = Some(code);
    let shell = here.shell().await?;
    let html = pages::registration::page(&here.context(), &shell, &view, &here.blank());
    Ok(answer::secret(here, html))
}

async fn print(here: &Here, number: i64, state: &FormState) -> Result<Response, Declined> {
    let (services, ask) = (here.services(), &here.ask);
    let printing = if state.fields.text("do") == "again" {
        Printing::Again
    } else {
        let many = match state.fields.text("many") {
            "" => Err(What::Missing),
            written => written.parse().map_err(|_| What::NotANumber),
        };
        Printing::More(many.map_err(|what| vec![Fault::new("many", what)])?)
    };
    let fresh = door::print_tokens(services, ask, number, printing, &state.sending()).await?;
    let view = door::pack(services, ask, number, fresh).await?;
    let shell = here.shell().await?;
    let html = pages::pack::page(&here.context(), &shell, &view, &here.blank());
    Ok(answer::secret(here, html))
}

async fn at_door(here: &Here, number: i64, state: &FormState) -> Result<Response, Declined> {
    let (services, ask) = (here.services(), &here.ask);
    if state.fields.text("do") == "undo" {
        let token = state.fields.text("undo").parse().map_err(|_| Declined::NotFound)?;
        door::undo_arrival(services, ask, number, token).await?;
        return Ok(answer::done(here, Page::SessionDoor(number), "arrival-undone"));
    }
    let arrival = ArrivalDraft::parse(&state.fields)?;
    door::arrive(services, ask, number, &arrival, &state.sending()).await?;
    Ok(answer::done(here, Page::SessionDoor(number), "arrived"))
}
