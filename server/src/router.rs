//! From a request to its page. Every address of the site is in [`app::urls`]; here are only the
//! few that are not pages: health, files, the islands' background questions.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, Path, Request, State};
use axum::http::request::Parts;
use axum::http::{Extensions, HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, post};
use tower_http::csrf::CsrfLayer;
use tower_http::timeout::TimeoutLayer;

use app::urls::{Lang, Page};

use crate::cache::{self, Finished, Key};
use crate::encoding::Encoding;
use crate::here::{Here, Site, fields, shared_turn};
use crate::{answer, api, cookies};

/// The most bytes of a form: a page's fields many times over, so that a text that is too long
/// still comes back to its author with the fault beside it.
pub const BODY_MOST: usize = 2_000_000;

/// The whole site as one service.
pub fn router(site: Arc<Site>, timeout: Duration) -> Router {
    Router::new()
        .route("/", get(front))
        .route("/en", get(front_in_english))
        .route("/healthz", get(|| async { "ok" }))
        .route("/readyz", get(ready))
        .route("/robots.txt", get(|| async { "User-agent: *\nDisallow: /*/lavoro/\n" }))
        .route("/assets/{name}", get(file))
        .route("/api/{ambito}/similar", post(api::similar))
        .fallback(page)
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, timeout))
        .layer(CsrfLayer::new())
        .layer(middleware::from_fn_with_state(site.clone(), outermost))
        .with_state(site)
}

/// Headers of every answer: no script or style but our own files, no framing, no sniffing.
pub fn security_headers() -> HeaderMap {
    let headers = [
        (
            "content-security-policy",
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
             img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; \
             base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'",
        ),
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        // Same-origin, not none: without a Referer browsers send `Origin: null`.
        ("referrer-policy", "same-origin"),
        ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("strict-transport-security", "max-age=31536000"),
    ];
    headers
        .into_iter()
        .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)))
        .collect()
}

/// Kept pages are answered before anything else is asked; all other answers get the headers.
async fn outermost(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    if let Some(response) = kept(&site, &parts).await {
        return response;
    }
    let mut response = next.run(Request::from_parts(parts, body)).await;
    let headers = response.headers_mut();
    for (name, value) in &site.headers {
        headers.entry(name).or_insert_with(|| value.clone());
    }
    response
}

/// A page for visitors without a session: kept, or drawn now and kept.
async fn kept(site: &Arc<Site>, asked: &Parts) -> Option<Response> {
    let (headers, uri) = (&asked.headers, &asked.uri);
    if asked.method != Method::GET || !site.pages.on() || cookies::personal(headers) {
        return None;
    }
    let (slug, lang, page) = Page::parse(uri.path())?;
    let page = page.filter(|page| crate::get::keepable(*page))?;
    let target = uri.path_and_query()?.as_str();
    if target.len() > 1_000 {
        return None;
    }
    let versions = site.versions.read().await?;
    let &(ambito, version) = versions.get(slug)?;
    let peer = peer(&asked.extensions);
    let turn = crate::get::by_turn(page, &fields(uri.query().unwrap_or_default().as_bytes()))
        .then(|| shared_turn(site.limits.address(peer, headers)));
    let encoding = Encoding::accepted(headers);
    let key = Key { ambito, version, target: target.to_owned(), turn, encoding };
    if let Some(found) = site.pages.get(&key, (site.clock)()) {
        return Some(found.answer(headers));
    }
    let frame = site.services.frame_at(ambito, version).await.ok()?;
    if frame.due((site.clock)()) {
        // Something is to be written down first: in the ordinary way.
        return None;
    }
    let here = Here::understand(site.clone(), frame, peer, uri, headers, lang, page).await.ok()?;
    // What was declined is answered in the ordinary way, and not kept.
    let html = crate::get::draw(&here).await.ok()?;
    let until = cache::until(&here.frame.windows(), here.ask.now);
    let finished = Finished::new(html, key.encoding, until, &site.headers);
    // The page was drawn from a snapshot at least as new as the version in the key: if the
    // Ambito changed in between, the version has moved on and this key is never asked again.
    site.pages.keep(key, finished.clone());
    Some(finished.answer(headers))
}

fn peer(extensions: &Extensions) -> SocketAddr {
    extensions
        .get::<ConnectInfo<SocketAddr>>()
        .map_or_else(|| SocketAddr::from(([0, 0, 0, 0], 0)), |info| info.0)
}

/// A page, for this visitor alone.
async fn page(State(site): State<Arc<Site>>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let peer = peer(&parts.extensions);
    let Some((slug, lang, page)) = Page::parse(parts.uri.path()) else {
        return nowhere(&site, preferred(&parts.headers)).await;
    };
    let place = page.unwrap_or(Page::Home);
    let frame = match site.frame(slug).await {
        Ok(frame) => frame,
        Err(services::Declined::NotFound) => return nowhere(&site, lang).await,
        Err(declined) => return answer::broken_bare(&declined),
    };
    let understood =
        Here::understand(site.clone(), frame, peer, &parts.uri, &parts.headers, lang, place).await;
    let here = match understood {
        Ok(here) => here,
        Err(declined) => return answer::broken_bare(&declined),
    };
    if page.is_none() {
        return answer::declined(&here, services::Declined::NotFound).await;
    }
    match parts.method {
        Method::GET | Method::HEAD => crate::get::answer(&here).await,
        Method::POST if matches!(here.page, Page::SessionPhotos(_)) && in_parts(&parts.headers) => {
            photograph(&here, &parts.headers, body).await
        }
        Method::POST => match form(&parts.headers, body).await {
            Ok(fields) => crate::post::answer(&here, fields).await,
            Err(status) => unread(&here, status).await,
        },
        _ => StatusCode::METHOD_NOT_ALLOWED.into_response(),
    }
}

async fn form(headers: &HeaderMap, body: Body) -> Result<domain::forms::Fields, StatusCode> {
    let encoded = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.starts_with("application/x-www-form-urlencoded"));
    if !encoded {
        return Err(StatusCode::UNSUPPORTED_MEDIA_TYPE);
    }
    let bytes =
        axum::body::to_bytes(body, BODY_MOST).await.map_err(|_| StatusCode::PAYLOAD_TOO_LARGE)?;
    Ok(fields(&bytes))
}

/// Whether a form is sent in parts, as those with a file are.
fn in_parts(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("multipart/form-data"))
}

/// A photograph is sent. Whoever may not add one is told so before so much is read.
async fn photograph(here: &Here, headers: &HeaderMap, body: Body) -> Response {
    if let Err(declined) = crate::get::draw(here).await {
        return answer::declined(here, declined).await;
    }
    match parts(headers, body).await {
        Ok((fields, file)) => match crate::lab::upload(here, fields, file).await {
            Ok(response) => response,
            Err(declined) => answer::declined(here, declined).await,
        },
        Err(status) => unread(here, status).await,
    }
}

/// The fields of a form sent in parts, and the bytes of its file, empty if none was chosen.
async fn parts(
    headers: &HeaderMap,
    body: Body,
) -> Result<(domain::forms::Fields, Vec<u8>), StatusCode> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let boundary = multer::parse_boundary(kind.unwrap_or_default());
    let boundary = boundary.map_err(|_| StatusCode::UNSUPPORTED_MEDIA_TYPE)?;
    let most = crate::lab::PHOTO_MOST as u64 + BODY_MOST as u64;
    let limits = multer::SizeLimit::new().whole_stream(most);
    let constraints = multer::Constraints::new().size_limit(limits);
    let mut sent =
        multer::Multipart::with_constraints(body.into_data_stream(), boundary, constraints);
    let unread = |error: multer::Error| match error {
        multer::Error::StreamSizeExceeded { .. } | multer::Error::FieldSizeExceeded { .. } => {
            StatusCode::PAYLOAD_TOO_LARGE
        }
        _ => StatusCode::BAD_REQUEST,
    };
    let (mut pairs, mut file) = (Vec::new(), Vec::new());
    while let Some(part) = sent.next_field().await.map_err(unread)? {
        let name = part.name().unwrap_or_default().to_owned();
        if part.file_name().is_some() {
            file = part.bytes().await.map_err(unread)?.to_vec();
        } else {
            pairs.push((name, part.text().await.map_err(unread)?));
        }
    }
    Ok((domain::forms::Fields::from_pairs(pairs), file))
}

/// A body that is no form, or too large for one.
async fn unread(here: &Here, status: StatusCode) -> Response {
    match here.shell().await {
        Ok(shell) => {
            let ctx = here.context();
            let html = if status == StatusCode::UNSUPPORTED_MEDIA_TYPE {
                app::pages::refused::not_a_form(&ctx, &shell)
            } else {
                app::pages::refused::too_large(&ctx, &shell)
            };
            answer::status(here, status, html)
        }
        Err(_) => status.into_response(),
    }
}

/// The installation's front page: the only Ambito's home, or the list of Ambiti; in the language
/// of the browser.
async fn front(State(site): State<Arc<Site>>, headers: HeaderMap) -> Response {
    front_in(&site, preferred(&headers), StatusCode::OK).await
}

/// No such Ambito: the list of those there are.
async fn nowhere(site: &Site, lang: Lang) -> Response {
    front_in(site, lang, StatusCode::NOT_FOUND).await
}

async fn front_in_english(State(site): State<Arc<Site>>) -> Response {
    front_in(&site, Lang::En, StatusCode::OK).await
}

async fn front_in(site: &Site, lang: Lang, status: StatusCode) -> Response {
    let list = match services::ambito::list(&site.services, (site.clock)()).await {
        Ok(list) => list,
        Err(declined) => return answer::broken_bare(&declined),
    };
    if let [only] = list.as_slice()
        && status == StatusCode::OK
    {
        return answer::redirect(&Page::Home.path(&only.slug, lang), None);
    }
    let ctx = app::render::PageContext {
        lang,
        slug: "",
        page: None,
        query: "",
        origin: &site.origin,
        assets: &site.assets,
        now: (site.clock)(),
        notice: None,
        content: "",
    };
    let html = if status == StatusCode::NOT_FOUND {
        app::pages::front::not_found(&ctx, &list)
    } else {
        app::pages::front::page(&ctx, &list)
    };
    (status, Html(html)).into_response()
}

/// The language a browser asks for, Italian if none of ours.
fn preferred(headers: &HeaderMap) -> Lang {
    let asked =
        headers.get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let mut best = (Lang::It, 0.0_f32);
    for part in asked.split(',') {
        let mut pieces = part.trim().split(';');
        let code = pieces.next().unwrap_or_default().split('-').next().unwrap_or_default();
        let weight: f32 = pieces
            .find_map(|piece| piece.trim().strip_prefix("q="))
            .and_then(|q| q.parse().ok())
            .unwrap_or(1.0);
        if let Some(lang) = Lang::ALL.into_iter().find(|l| l.code().eq_ignore_ascii_case(code))
            && weight > best.1
        {
            best = (lang, weight);
        }
    }
    best.0
}

/// Ready: the database answers, and promises to sync.
async fn ready(State(site): State<Arc<Site>>) -> Response {
    match site.services.db.durability().await {
        Ok(level) if level == "2" || level == "3" || level == "on" => "ready".into_response(),
        Ok(level) => {
            tracing::error!(level, "commits are not synced");
            (StatusCode::SERVICE_UNAVAILABLE, "commits are not synced").into_response()
        }
        Err(error) => {
            tracing::error!(%error, "the database does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer").into_response()
        }
    }
}

async fn file(
    State(site): State<Arc<Site>>,
    Path(name): Path<String>,
    headers: HeaderMap,
) -> Response {
    site.files.answer(&name, &headers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browsers_language_is_taken_by_its_weight() {
        let asked = |value: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_LANGUAGE, HeaderValue::from_static(value));
            preferred(&headers)
        };
        assert_eq!(asked("en-GB,en;q=0.9,it;q=0.8"), Lang::En);
        assert_eq!(asked("sq,it;q=0.7,en;q=0.3"), Lang::It);
        assert_eq!(asked("fr"), Lang::It);
    }
}
