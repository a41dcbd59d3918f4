//! Encodings of an answer: what a browser accepts, and bytes made so.

use std::io::Write;

use axum::http::{HeaderMap, header};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

/// The best encoding a browser accepts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// `br`.
    Brotli,
    /// `gzip`.
    Gzip,
    /// As it is.
    Plain,
}

impl Encoding {
    /// Reads `Accept-Encoding`; a weight of 0 is a no.
    pub fn accepted(asked: &HeaderMap) -> Encoding {
        let Some(accepted) =
            asked.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok())
        else {
            return Encoding::Plain;
        };
        let accepts = |name: &str| {
            accepted.split(',').any(|part| {
                let mut pieces = part.split(';').map(str::trim);
                pieces.next().is_some_and(|n| n.eq_ignore_ascii_case(name))
                    && !pieces.any(|weight| {
                        weight
                            .strip_prefix("q=")
                            .is_some_and(|q| q.trim_matches(['0', '.']).is_empty())
                    })
            })
        };
        if accepts("br") {
            Encoding::Brotli
        } else if accepts("gzip") {
            Encoding::Gzip
        } else {
            Encoding::Plain
        }
    }

    /// Compresses bytes, the harder the higher the quality (0 to 11 for Brotli, at most 9 for
    /// gzip). Returns what `Content-Encoding` says of them.
    pub fn compress(self, bytes: Vec<u8>, quality: u32) -> (Vec<u8>, Option<&'static str>) {
        match self {
            Encoding::Plain => (bytes, None),
            Encoding::Brotli => {
                let mut out = Vec::with_capacity(bytes.len() / 4);
                let params = BrotliEncoderParams {
                    quality: i32::try_from(quality).unwrap_or(5),
                    lgwin: 20,
                    size_hint: bytes.len(),
                    ..Default::default()
                };
                match brotli::BrotliCompress(&mut bytes.as_slice(), &mut out, &params) {
                    Ok(_) => (out, Some("br")),
                    Err(_) => (bytes, None),
                }
            }
            Encoding::Gzip => {
                let out = Vec::with_capacity(bytes.len() / 4);
                let mut gzip = GzEncoder::new(out, Compression::new(quality.min(9)));
                match gzip.write_all(&bytes).and_then(|()| gzip.finish()) {
                    Ok(out) => (out, Some("gzip")),
                    Err(_) => (bytes, None),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn a_weight_of_nought_is_a_no() {
        let asked = |value: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_str(value).unwrap());
            Encoding::accepted(&headers)
        };
        assert_eq!(asked("gzip, deflate, br"), Encoding::Brotli);
        assert_eq!(asked("gzip, br;q=0"), Encoding::Gzip);
        assert_eq!(asked("br;q=0.5"), Encoding::Brotli);
        assert_eq!(asked("identity"), Encoding::Plain);
        assert_eq!(Encoding::accepted(&HeaderMap::new()), Encoding::Plain);
    }
}
