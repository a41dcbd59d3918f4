//! Ballots: their pages, their forms, and the file from which anybody counts the same.

use app::pages::ballot as pages;
use app::urls::Page;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use domain::forms::Fields;
use domain::views::Shell;
use services::Declined;
use services::ballots::desk::Became;
use services::ballots::preparing::{self, Which};
use services::ballots::{self, desk, results, voting};

use crate::answer;
use crate::get::personal_form;
use crate::here::Here;
use crate::post::{keep, kept};

/// Draws a page of a ballot.
pub async fn draw(here: &Here, shell: &Shell) -> Result<String, Declined> {
    let (services, ask, ctx) = (here.services(), &here.ask, here.context());
    match here.page {
        Page::Ballots(n) => {
            Ok(pages::list::page(&ctx, shell, &ballots::of_round(services, ask, n).await?))
        }
        Page::Ballot(n) => {
            let view = ballots::page(services, ask, n).await?;
            Ok(pages::page(&ctx, shell, &view, &personal_form(here)))
        }
        Page::BallotResults(n) => {
            let view = results::page(services, ask, n).await?;
            Ok(pages::result::page(&ctx, shell, &view, &personal_form(here)))
        }
        Page::NewBallot(_) | Page::EditBallot(_) => {
            let which = which(here)?;
            let mut state = here.blank();
            state.fields = preparing::written(services, ask, which).await?;
            let method = here.query.text(pages::preparing::METHOD);
            if !method.is_empty() {
                state.fields.set("method", method);
            }
            let view = preparing::form(services, ask, which, &state.fields).await?;
            Ok(pages::preparing::page(&ctx, shell, &view, &state))
        }
        Page::BallotDesk(n) => {
            let view = desk::page(services, ask, n, paper(&here.query)).await?;
            Ok(pages::desk::page(&ctx, shell, &view, &here.blank(), None))
        }
        _ => Err(Declined::NotFound),
    }
}

/// Which paper is typed for the second time.
fn paper(fields: &Fields) -> Option<i64> {
    let asked = [pages::desk::PAPER, "paper"].map(|name| fields.text(name));
    asked.iter().find_map(|number| number.parse().ok())
}

/// Which ballot the form of this page is about.
fn which(here: &Here) -> Result<Which, Declined> {
    match here.page {
        Page::NewBallot(round) => Ok(Which::New(round)),
        Page::EditBallot(number) => Ok(Which::Existing(number)),
        _ => Err(Declined::NotFound),
    }
}

/// Does what a form asks.
pub async fn operate(here: &Here, fields: Fields) -> Result<Response, Declined> {
    match here.page {
        Page::Ballot(n) => vote(here, n, fields).await,
        Page::BallotResults(n) => decide(here, n, fields).await,
        Page::BallotDesk(n) => at_desk(here, n, fields).await,
        _ => prepare(here, fields).await,
    }
}

async fn vote(here: &Here, number: i64, fields: Fields) -> Result<Response, Declined> {
    let (services, ask) = (here.services(), &here.ask);
    let mut state = here.sent(fields);
    here.not_too_often()?;
    let asked = match state.fields.text("do") {
        "vote" => voting::vote(services, ask, number, state.fields.clone()).await.map(|()| "voted"),
        "withdraw" => voting::withdraw(services, ask, number, state.fields.clone())
            .await
            .map(|()| "vote-withdrawn"),
        "vote-code" => voting::by_code(services, ask, number, state.fields.clone(), false)
            .await
            .map(|()| "voted-by-code"),
        "withdraw-code" => voting::by_code(services, ask, number, state.fields.clone(), true)
            .await
            .map(|()| "vote-withdrawn"),
        _ => Err(Declined::NotFound),
    };
    match asked {
        Ok(notice) => Ok(answer::done(here, here.page, notice)),
        Err(declined) => {
            keep(&mut state, declined)?;
            let shell = here.shell().await?;
            let view = ballots::page(services, ask, number).await?;
            let html = pages::page(&here.context(), &shell, &view, &state);
            Ok(answer::again(here, &state, html))
        }
    }
}

async fn at_desk(here: &Here, number: i64, fields: Fields) -> Result<Response, Declined> {
    let (services, ask) = (here.services(), &here.ask);
    let mut state = here.sent(fields);
    let asked = match state.fields.text("do") {
        "hand" => {
            let sending = state.sending();
            match desk::hand_out(services, ask, number, &state.fields, &sending).await {
                Ok(Some(code)) => {
                    // Shown once, and on no device kept.
                    let shell = here.shell().await?;
                    let view = desk::page(services, ask, number, None).await?;
                    let ctx = here.context();
                    let html = pages::desk::page(&ctx, &shell, &view, &here.blank(), Some(&code));
                    return Ok(answer::secret(here, html));
                }
                Ok(None) => Ok("ballot-handed-out"),
                Err(declined) => Err(declined),
            }
        }
        "type" => {
            desk::type_in(services, ask, number, &state.fields).await.map(|became| match became {
                Became::Waits => "ballots-typed",
                Became::Counts => "ballots-count",
                Became::Differs => "ballots-differ",
            })
        }
        _ => Err(Declined::NotFound),
    };
    match asked {
        Ok(notice) => Ok(answer::done(here, here.page, notice)),
        Err(declined) => {
            keep(&mut state, declined)?;
            let shell = here.shell().await?;
            let view = desk::page(services, ask, number, paper(&state.fields)).await?;
            let html = pages::desk::page(&here.context(), &shell, &view, &state, None);
            Ok(answer::again(here, &state, html))
        }
    }
}

async fn decide(here: &Here, number: i64, fields: Fields) -> Result<Response, Declined> {
    let (services, ask) = (here.services(), &here.ask);
    let mut state = here.sent(fields);
    match results::decide(services, ask, number, &state.fields).await {
        Ok(()) => Ok(answer::done(here, here.page, "tie-decided")),
        Err(declined) => {
            keep(&mut state, declined)?;
            let shell = here.shell().await?;
            let view = results::page(services, ask, number).await?;
            let html = pages::result::page(&here.context(), &shell, &view, &state);
            Ok(answer::again(here, &state, html))
        }
    }
}

async fn prepare(here: &Here, fields: Fields) -> Result<Response, Declined> {
    let (services, ask, which) = (here.services(), &here.ask, which(here)?);
    let mut state = here.sent(fields);
    let shell = here.shell().await?;
    let refresh = state.fields.text("go") == "refresh";
    if !refresh {
        let sending = state.sending();
        match preparing::prepare(services, ask, which, &state.fields, &sending).await {
            Ok(number) => return Ok(answer::done(here, Page::Ballot(number), "ballot-prepared")),
            Err(declined) => keep(&mut state, declined)?,
        }
    }
    match preparing::form(services, ask, which, &state.fields).await {
        Ok(view) => {
            let html = pages::preparing::page(&here.context(), &shell, &view, &state);
            Ok(if refresh { answer::page(here, html) } else { answer::again(here, &state, html) })
        }
        // Opened meanwhile: what was written is handed back.
        Err(declined) => kept(here, &shell, declined, &state.fields),
    }
}

/// The ballot file, to be saved.
pub async fn file(here: &Here, number: i64) -> Response {
    match results::file(here.services(), &here.ask, number).await {
        Ok(json) => {
            let mut response = json.into_response();
            let headers = response.headers_mut();
            let kind = HeaderValue::from_static("application/json; charset=utf-8");
            headers.insert(header::CONTENT_TYPE, kind);
            headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
            let name = format!("attachment; filename=\"trama-schede-{number}.json\"");
            if let Ok(name) = HeaderValue::from_str(&name) {
                headers.insert(header::CONTENT_DISPOSITION, name);
            }
            response
        }
        Err(declined) => answer::declined(here, declined).await,
    }
}
