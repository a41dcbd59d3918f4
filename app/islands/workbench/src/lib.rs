//! What runs in the browser of those who work at a workbench: one island for the whole page, in a
//! bundle of its own. Nothing here is ever needed: the workbench works without.
//!
//! - [`Live`]: who else is there, what changed meanwhile, texts carried by hand, keys
//!
//! The island is a few lines of the page; what it does to the rest it does by listening to the
//! whole page, so that a thousand rows cost no more than one. Texts come in as props: no text of
//! the interface stands here. `hydrate-workbench.js` starts it.

#[cfg(feature = "hydrate")]
mod bench;
#[cfg(feature = "hydrate")]
mod drag;
#[cfg(feature = "hydrate")]
mod keys;
mod live;
#[cfg(feature = "hydrate")]
mod panes;
#[cfg(feature = "hydrate")]
mod stream;

pub use browser::HOLE;
pub use live::{Live, Words};

/// Called once by `hydrate-workbench.js`, before the island is woken.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
