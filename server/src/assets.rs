//! Styles, fonts, icons and islands: read once, served from memory, kept by browsers for good.
//!
//! Every name but the manifest's carries the hash of its content, so that a changed file has
//! another address.

use std::collections::HashMap;
use std::path::Path;

use app::render::Assets;
use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::encoding::Encoding;

/// What the build put into the binary (feature `embed`).
static EMBEDDED: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/site.rs"));

/// One file in the encodings it was stored in.
#[derive(Debug, Default)]
struct File {
    plain: Option<Bytes>,
    brotli: Option<Bytes>,
    gzip: Option<Bytes>,
}

/// All files, by name.
#[derive(Debug, Default)]
pub struct Files {
    files: HashMap<String, File>,
    /// The manifests that name them, as text.
    pub manifests: Vec<String>,
}

impl Files {
    /// Reads `assets/` of a site.
    pub fn read(site: &Path) -> std::io::Result<Files> {
        let mut found = Vec::new();
        for entry in std::fs::read_dir(site.join("assets"))? {
            let entry = entry?;
            if entry.file_type()?.is_file()
                && let Ok(name) = entry.file_name().into_string()
            {
                found.push((name, Bytes::from(std::fs::read(entry.path())?)));
            }
        }
        Files::sorted(found)
    }

    /// The files within the binary, if it was built with them.
    pub fn embedded() -> Option<std::io::Result<Files>> {
        let embedded = EMBEDDED.iter();
        let found = embedded.map(|(name, bytes)| ((*name).to_owned(), Bytes::from_static(bytes)));
        (!EMBEDDED.is_empty()).then(|| Files::sorted(found))
    }

    fn sorted(found: impl IntoIterator<Item = (String, Bytes)>) -> std::io::Result<Files> {
        let mut files: HashMap<String, File> = HashMap::new();
        let mut manifests = Vec::new();
        for (name, bytes) in found {
            if name.ends_with("manifest.json") {
                let text = String::from_utf8(bytes.to_vec()).map_err(std::io::Error::other)?;
                manifests.push(text);
            } else if let Some(name) = name.strip_suffix(".br") {
                files.entry(name.to_owned()).or_default().brotli = Some(bytes);
            } else if let Some(name) = name.strip_suffix(".gz") {
                files.entry(name.to_owned()).or_default().gzip = Some(bytes);
            } else {
                files.entry(name).or_default().plain = Some(bytes);
            }
        }
        Ok(Files { files, manifests })
    }

    /// Their addresses, for pages.
    pub fn addresses(&self) -> Result<Assets, serde_json::Error> {
        let mut assets = Assets::default();
        for manifest in &self.manifests {
            assets.add(manifest, "/assets/")?;
        }
        Ok(assets)
    }

    /// Answers a request for a file.
    pub fn answer(&self, name: &str, asked: &HeaderMap) -> Response {
        let Some(file) = self.files.get(name) else {
            return StatusCode::NOT_FOUND.into_response();
        };
        let accepted = Encoding::accepted(asked);
        let (bytes, encoding) = match (accepted, &file.brotli, &file.gzip, &file.plain) {
            (Encoding::Brotli, Some(bytes), _, _) => (bytes, Some("br")),
            (Encoding::Brotli | Encoding::Gzip, _, Some(bytes), _) => (bytes, Some("gzip")),
            (_, _, _, Some(bytes)) => (bytes, None),
            _ => return StatusCode::NOT_FOUND.into_response(),
        };
        let mut response = bytes.clone().into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type(name)));
        headers.insert(
            header::CACHE_CONTROL,
            HeaderValue::from_static("public, max-age=31536000, immutable"),
        );
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        headers.insert(
            HeaderName::from_static("x-content-type-options"),
            HeaderValue::from_static("nosniff"),
        );
        if let Some(encoding) = encoding {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
        }
        response
    }
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        Some("png") => "image/png",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}
