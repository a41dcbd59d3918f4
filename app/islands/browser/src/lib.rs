//! What the islands of who works share: the page around them, and how it is asked for again. No
//! island stands here, so that each bundle has its own alone.

#[cfg(feature = "hydrate")]
mod page;

#[cfg(feature = "hydrate")]
pub use page::*;

/// Stands in words for a number or a reason that is known only in the browser.
pub const HOLE: &str = "#";
