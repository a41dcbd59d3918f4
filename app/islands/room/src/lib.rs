//! What runs in the browser of who is in a room with a poor network, in a bundle of its own.
//! Nothing here is ever needed: with a network its pages work without.
//!
//! - [`Queue`]: forms of a page, kept on the device until they have arrived
//! - [`Renew`]: a page that asks for itself again
//!
//! Texts come in as props: no text of the interface stands here. `hydrate-room.js` starts it.

mod queue;
#[cfg(feature = "hydrate")]
mod sender;

pub use browser::HOLE;
pub use queue::{Queue, QueueWords, Renew};

/// Called once by `hydrate-room.js`, before the islands are woken.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
