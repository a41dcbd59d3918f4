//! Before a session, and at its door: prepared, announced, registered for, printed.

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
