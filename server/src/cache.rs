//! Finished pages for visitors without a session: drawn and compressed once, until the Ambito
//! changes or the clock changes the page.
//!
//! The rules: the key holds path, query, encoding and the Ambito's version, read from the
//! database on each request ([`crate::versions`]); the language is in the path; a list in the
//! mixed order has the visitor's turn in its key too, one of few. A page expires at the next
//! instant at which it would look different (an opening, a closing, one day less to go, another
//! day). Pages with a form id, a notice or a session are never kept. A hidden or withdrawn text
//! raises the version in its own transaction, so it is gone from every server before the act
//! is answered.

use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::ids::AmbitoId;
use domain::ordering::mixed::Turn;
use domain::time::Moment;
use quick_cache::Weighter;
use quick_cache::sync::Cache;
use services::days;
use sha2::{Digest, Sha256};

use crate::encoding::Encoding;

/// What a kept page is found by.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Key {
    /// The Ambito.
    pub ambito: AmbitoId,
    /// Its version.
    pub version: i64,
    /// Path and query as they were asked.
    pub target: String,
    /// Whose turn the page is drawn for, if it is another one for each.
    pub turn: Option<Turn>,
    /// Encoding of the bytes.
    pub encoding: Encoding,
}

/// A finished page.
#[derive(Debug, Clone)]
pub struct Finished {
    body: Bytes,
    headers: HeaderMap,
    until: Moment,
}

/// How hard a page is compressed that many will read, from 0 to 11.
const KEPT: u32 = 5;

#[derive(Debug, Clone)]
struct ByBytes;

impl Weighter<Key, Finished> for ByBytes {
    fn weight(&self, key: &Key, page: &Finished) -> u64 {
        (key.target.len() + page.body.len() + 1_024) as u64
    }
}

/// Finished pages, at most so many bytes of them.
#[derive(Debug)]
pub struct Pages {
    cache: Option<Cache<Key, Finished, ByBytes>>,
}

impl Pages {
    /// Room for so many megabytes; none keeps nothing.
    pub fn new(megabytes: u64) -> Pages {
        let bytes = megabytes * 1_000_000;
        let cache = (bytes > 0).then(|| {
            let pages = usize::try_from(bytes / 8_000).unwrap_or(usize::MAX);
            Cache::with_weighter(pages, bytes, ByBytes)
        });
        Pages { cache }
    }

    /// Whether anything is kept at all.
    pub fn on(&self) -> bool {
        self.cache.is_some()
    }

    /// A page that is still true.
    pub fn get(&self, key: &Key, now: Moment) -> Option<Finished> {
        self.cache.as_ref()?.get(key).filter(|page| now < page.until)
    }

    /// Keeps a page.
    pub fn keep(&self, key: Key, page: Finished) {
        if let Some(cache) = &self.cache {
            cache.insert(key, page);
        }
    }
}

/// The next instant at which a page with these windows looks different: an opening, a closing,
/// one day less to go, or the next day, on which lists begin elsewhere.
pub fn until(windows: &[(Moment, Moment)], now: Moment) -> Moment {
    let day = chrono::Duration::days(1);
    let mut until = days::ends(days::day(now));
    for &(opens, closes) in windows {
        if opens > now {
            until = until.min(opens);
        }
        if closes > now {
            let days_left = (closes - now).num_days();
            let next = closes - day * i32::try_from(days_left).unwrap_or(0);
            until = until.min(if next > now { next } else { closes });
        }
    }
    until
}

impl Finished {
    /// Compresses a page and gives it its headers.
    pub fn new(html: String, encoding: Encoding, until: Moment, base: &HeaderMap) -> Finished {
        let mut headers = base.clone();
        let tag = domain::events::hex(&Sha256::digest(html.as_bytes())[..12]);
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding, cookie"));
        let (body, name) = encoding.compress(html.into_bytes(), KEPT);
        let (suffix, coded) = match name {
            Some(name) => (name, Some(HeaderValue::from_static(name))),
            None => ("plain", None),
        };
        if let Ok(tag) = HeaderValue::from_str(&format!("\"{tag}-{suffix}\"")) {
            headers.insert(header::ETAG, tag);
        }
        if let Some(coded) = coded {
            headers.insert(header::CONTENT_ENCODING, coded);
        }
        Finished { body: body.into(), headers, until }
    }

    /// The answer: the page, or that the browser still has it.
    pub fn answer(self, asked: &HeaderMap) -> Response {
        let same = match (asked.get(header::IF_NONE_MATCH), self.headers.get(header::ETAG)) {
            (Some(theirs), Some(ours)) => theirs == ours,
            _ => false,
        };
        let mut response =
            if same { StatusCode::NOT_MODIFIED.into_response() } else { self.body.into_response() };
        *response.headers_mut() = self.headers;
        if same {
            response.headers_mut().remove(header::CONTENT_ENCODING);
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Duration, TimeZone, Utc};

    fn now() -> Moment {
        Utc.with_ymd_and_hms(2026, 3, 10, 12, 0, 0).unwrap()
    }

    #[test]
    fn a_page_expires_at_the_next_opening_closing_or_day() {
        let hours = Duration::hours;
        // Midnight in Italy.
        assert_eq!(until(&[], now()), now() + hours(11));
        assert_eq!(until(&[(now() + hours(3), now() + hours(90))], now()), now() + hours(3));
        assert_eq!(until(&[(now() - hours(3), now() + hours(2))], now()), now() + hours(2));
        // 50 hours to go: «2 days» until two hours from now.
        assert_eq!(until(&[(now() - hours(3), now() + hours(50))], now()), now() + hours(2));
    }

    #[test]
    fn a_page_is_found_until_it_expires_or_the_ambito_changes() {
        let pages = Pages::new(1);
        let key = |version| Key {
            ambito: uuid::Uuid::from_u128(1).into(),
            version,
            target: "/x".into(),
            turn: None,
            encoding: Encoding::Brotli,
        };
        let until = now() + Duration::hours(1);
        let page = Finished::new("<p>ciao</p>".into(), Encoding::Brotli, until, &HeaderMap::new());
        pages.keep(key(1), page);
        assert!(pages.get(&key(1), now()).is_some());
        assert!(pages.get(&key(2), now()).is_none());
        assert!(pages.get(&key(1), until).is_none());
        assert!(!Pages::new(0).on());
    }

    #[test]
    fn a_browser_that_has_the_page_is_told_so() {
        let page = Finished::new("<p>a</p>".into(), Encoding::Plain, now(), &HeaderMap::new());
        let mut asked = HeaderMap::new();
        asked.insert(header::IF_NONE_MATCH, page.headers[header::ETAG].clone());
        assert_eq!(page.clone().answer(&asked).status(), StatusCode::NOT_MODIFIED);
        assert_eq!(page.answer(&HeaderMap::new()).status(), StatusCode::OK);
    }
}
