//! Sessions of the Community Lab: their pages and their forms.

mod door;
mod room;
mod written;

use app::urls::Page;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::forms::Fields;
use domain::views::Shell;
use services::Declined;

use crate::here::Here;

pub use room::{PHOTO_MOST, photo, upload};

/// Draws a page of a session.
pub async fn draw(here: &Here, shell: &Shell) -> Result<String, Declined> {
    match here.page {
        Page::Sessions
        | Page::Session(_)
        | Page::SessionRegistration(_)
        | Page::SessionsDesk
        | Page::NewSession
        | Page::SessionDesk(_)
        | Page::EditSession(_)
        | Page::SessionPack(_)
        | Page::SessionDoor(_) => door::draw(here, shell).await,
        Page::SessionRoom(_)
        | Page::SessionWall(_)
        | Page::SessionDots(_)
        | Page::SessionPhotos(_)
        | Page::TakeUpCards(_) => room::draw(here, shell).await,
        Page::SessionMinutes(_) | Page::SessionMinutesDesk(_) | Page::SessionReportDesk(_) => {
            written::draw(here, shell).await
        }
        _ => Err(Declined::NotFound),
    }
}

/// Does what a form asks.
pub async fn operate(here: &Here, fields: Fields) -> Result<Response, Declined> {
    match here.page {
        Page::SessionRegistration(_)
        | Page::NewSession
        | Page::SessionDesk(_)
        | Page::EditSession(_)
        | Page::SessionPack(_)
        | Page::SessionDoor(_) => door::operate(here, fields).await,
        Page::SessionRoom(_)
        | Page::SessionDots(_)
        | Page::SessionPhotos(_)
        | Page::TakeUpCards(_) => room::operate(here, fields).await,
        Page::SessionMinutes(_) | Page::SessionMinutesDesk(_) | Page::SessionReportDesk(_) => {
            written::operate(here, fields).await
        }
        _ => Ok(StatusCode::METHOD_NOT_ALLOWED.into_response()),
    }
}
