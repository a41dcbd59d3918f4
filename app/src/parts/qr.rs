//! A code that a telephone reads from paper.

use std::fmt::Write;

use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};

use super::View;
use crate::render::PageContext;

/// Modules of white around a code, which readers need (ISO/IEC 18004).
const QUIET: i32 = 4;

/// The code of an address of this site, with the address beneath; the address alone if it is too
/// long to be one.
pub fn qr(cx: &PageContext<'_>, address: &str) -> View {
    let drawn = QrCode::encode_text(address, QrCodeEcc::Medium).ok().map(|code| {
        let size = code.size();
        let mut path = String::new();
        for y in 0..size {
            for x in (0..size).filter(|x| code.get_module(*x, y)) {
                let _ = write!(path, "M{} {}h1v1h-1z", x + QUIET, y + QUIET);
            }
        }
        let view_box = format!("0 0 {0} {0}", size + 2 * QUIET);
        let path = format!("<path d=\"{path}\"/>");
        let label = cx.t("qr-label");
        view! {
            <svg class="qr" viewBox=view_box role="img" aria-label=label inner_html=path></svg>
        }
    });
    let shown = address.split_once("://").map_or(address, |(_, rest)| rest).to_owned();
    let href = address.to_owned();
    view! {
        <figure class="qr-figure">
            {drawn}
            <figcaption>{cx.t("qr-caption")}" "<a href=href>{shown}</a></figcaption>
        </figure>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_code_says_fits_a_small_one() {
        let address = "https://partecipa.ambito-val-d-arcina.example/val-d-arcina/b/12345";
        let code = QrCode::encode_text(address, QrCodeEcc::Medium).unwrap();
        assert!(code.size() <= 41, "{}", code.size());
    }
}
