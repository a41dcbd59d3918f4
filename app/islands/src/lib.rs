//! The few parts of the pages that run in the browser. Nothing here is ever needed: every page
//! and form works without.
//!
//! - [`SupportButton`]: the support form of a contribution, without loading the page again
//! - [`SimilarWhileWriting`]: what others have written already, while one writes
//!
//! Texts come in as props: no text of the interface stands here. `hydrate.js` starts them, after
//! the page is readable, on pages that have one.

mod browser;
mod similar;
mod support;

pub use similar::SimilarWhileWriting;
pub use support::{ACT, GIVE, SupportButton, TAKE};

/// Called once by `hydrate.js`, before the islands of the page are woken one by one.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
