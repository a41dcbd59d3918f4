//! The cookies: a session, and a notice that survives one redirect.
//!
//! Both are `__Host-` cookies: secure, of this host alone, out of reach of scripts.

use axum::http::{HeaderMap, HeaderValue, header};

/// Name of the session's cookie: 32 random bytes, of which the database keeps a hash.
pub const SESSION: &str = "__Host-session";
/// Name of the notice's cookie: the code of a text shown once.
pub const NOTICE: &str = "__Host-notice";

/// The value of a cookie.
pub fn read<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(key, value)| (key == name && !value.is_empty()).then_some(value))
}

/// Sets a cookie for so many seconds; 0 removes it.
pub fn set(name: &str, value: &str, seconds: u32) -> Option<HeaderValue> {
    HeaderValue::from_str(&format!(
        "{name}={value}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age={seconds}"
    ))
    .ok()
}

/// Whether a page must be drawn for this visitor alone.
pub fn personal(headers: &HeaderMap) -> bool {
    read(headers, SESSION).is_some() || read(headers, NOTICE).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_read_by_its_whole_name() {
        let mut headers = HeaderMap::new();
        headers.insert(
            header::COOKIE,
            HeaderValue::from_static("x__Host-session=no; __Host-session=yes; b=c"),
        );
        assert_eq!(read(&headers, SESSION), Some("yes"));
        assert_eq!(read(&headers, NOTICE), None);
        assert!(personal(&headers));
    }
}
