//! In the room: arrivals, cards, the wall, dots, photographs, and what becomes of cards.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::forms::Fields;
use domain::views::Shell;
use services::Declined;

use crate::here::Here;

/// Draws a page.
pub(super) async fn draw(here: &Here, shell: &Shell) -> Result<String, Declined> {
    let _ = (here, shell);
    Err(Declined::NotFound)
}

/// Does what a form asks.
pub(super) async fn operate(here: &Here, fields: Fields) -> Result<Response, Declined> {
    let _ = (here, fields);
    Ok(StatusCode::METHOD_NOT_ALLOWED.into_response())
}

/// A photograph of the wall, once the minutes are approved; before, for who runs the session.
pub async fn photo(here: &Here, session: i64, number: i64) -> Result<Response, Declined> {
    let _ = (here, session, number);
    Err(Declined::NotFound)
}
