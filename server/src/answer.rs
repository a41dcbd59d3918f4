//! From what a service says to what a browser gets: the one place.
//!
//! 200 a page · 303 done, or to sign in and back · 403 (429: too often) with the reason · 404 ·
//! 409 with both texts · 413 · 415 · 422 what is wrong with the fields · 500 with a number that
//! the person can quote. The status says why; whether a form is drawn again with it does not
//! change it.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use domain::faults::Refusal;
use domain::forms::FormState;
use domain::views::Shell;
use services::Declined;

use crate::cookies;
use crate::encoding::Encoding;
use crate::here::Here;
use app::urls::Page;

/// A page, for this visitor alone.
pub fn page(here: &Here, html: String) -> Response {
    status(here, StatusCode::OK, html)
}

/// A form drawn again: it was refused, or something in it is wrong.
pub fn again(here: &Here, state: &FormState, html: String) -> Response {
    let code = state.refusal.as_ref().map_or(StatusCode::UNPROCESSABLE_ENTITY, refused);
    status(here, code, html)
}

/// The status of a refusal.
pub fn refused(refusal: &Refusal) -> StatusCode {
    if *refusal == Refusal::TooOften {
        StatusCode::TOO_MANY_REQUESTS
    } else {
        StatusCode::FORBIDDEN
    }
}

/// How hard a page is compressed that one person reads, from 0 to 11.
const ONCE: u32 = 3;

/// A page with a status.
pub fn status(here: &Here, status: StatusCode, html: String) -> Response {
    encoded(here, status, html, here.encoding)
}

fn encoded(here: &Here, status: StatusCode, html: String, encoding: Encoding) -> Response {
    let (body, coded) = encoding.compress(html.into_bytes(), ONCE);
    let mut response = (status, Html(body)).into_response();
    let headers = response.headers_mut();
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding, cookie"));
    if let Some(coded) = coded {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(coded));
    }
    // Kept for the browser's own «back», asked for again otherwise.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    if here.notice.is_some()
        && let Some(gone) = cookies::set(cookies::NOTICE, "", 0)
    {
        headers.append(header::SET_COOKIE, gone);
    }
    response
}

/// A page that no device may keep: it holds a receipt code. Not compressed, so that its length
/// tells nothing of the code beside what somebody else may have put on the page.
pub fn secret(here: &Here, html: String) -> Response {
    let mut response = encoded(here, StatusCode::OK, html, Encoding::Plain);
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// The same page, for no device to keep: it has words of danger in it, or says what to do about
/// them (domain.md §8 case 18).
pub fn unkept(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// A page that no device may keep, with a status: it holds a receipt code and says why.
pub fn secret_status(here: &Here, status: StatusCode, html: String) -> Response {
    let mut response = secret(here, html);
    *response.status_mut() = status;
    response
}

/// A file to keep, made now. Its name is ASCII.
pub fn file(bytes: Vec<u8>, kind: &'static str, name: &str) -> Response {
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    response
}

/// Done: on to another page, with a notice shown there once.
pub fn done(here: &Here, to: Page, notice: &'static str) -> Response {
    redirect(&here.path(to), Some(notice))
}

/// For ever at another address of this site.
pub fn moved(to: &str) -> Response {
    let mut response = StatusCode::MOVED_PERMANENTLY.into_response();
    if let Ok(to) = HeaderValue::from_str(to) {
        response.headers_mut().insert(header::LOCATION, to);
    }
    response
}

/// On to an address of this site.
pub fn redirect(to: &str, notice: Option<&'static str>) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    let headers = response.headers_mut();
    if let Ok(to) = HeaderValue::from_str(to) {
        headers.insert(header::LOCATION, to);
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Some(cookie) = notice.and_then(|code| cookies::set(cookies::NOTICE, code, 60)) {
        headers.append(header::SET_COOKIE, cookie);
    }
    response
}

/// Why something was not done, for who asked.
pub async fn declined(here: &Here, declined: Declined) -> Response {
    let shell = match here.shell().await {
        Ok(shell) => shell,
        Err(_) => return broken_bare(&declined),
    };
    declined_with(here, &shell, declined)
}

fn declined_with(here: &Here, shell: &Shell, declined: Declined) -> Response {
    let ctx = here.context();
    match declined {
        Declined::NotFound => {
            status(here, StatusCode::NOT_FOUND, app::pages::refused::not_found(&ctx, shell))
        }
        Declined::Refused(refusal) => {
            if here.json {
                return (refused(&refusal), Json(refusal)).into_response();
            }
            if refusal == Refusal::SignInNeeded {
                let query =
                    serde_urlencoded::to_string([("next", here.page.path(&here.slug, here.lang))])
                        .unwrap_or_default();
                return redirect(
                    &format!("{}?{query}", here.path(Page::SignIn)),
                    Some("sign-in-needed"),
                );
            }
            let html = app::pages::refused::refused(&ctx, shell, &refusal, &[]);
            status(here, refused(&refusal), html)
        }
        // A form that can't be drawn again (no page of its own): say it plainly.
        Declined::Invalid(faults) => {
            if here.json {
                return (StatusCode::UNPROCESSABLE_ENTITY, Json(faults)).into_response();
            }
            let html = app::pages::refused::invalid(&ctx, shell, &faults);
            status(here, StatusCode::UNPROCESSABLE_ENTITY, html)
        }
        Declined::Stale { .. } => {
            status(here, StatusCode::CONFLICT, app::pages::refused::stale(&ctx, shell))
        }
        Declined::Broken(error) => {
            let number = number(here);
            tracing::error!(number, %error, page = ?here.page, "broken");
            status(
                here,
                StatusCode::INTERNAL_SERVER_ERROR,
                app::pages::refused::broken(&ctx, shell, &number),
            )
        }
    }
}

/// A number that the person can quote and the log can be searched for.
fn number(here: &Here) -> String {
    domain::events::hex(&here.services().chance.bytes::<4>())
}

/// When not even the header can be drawn.
pub fn broken_bare(declined: &Declined) -> Response {
    match declined {
        Declined::NotFound => StatusCode::NOT_FOUND.into_response(),
        other => {
            tracing::error!(error = %other, "broken before a page could be drawn");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
