//! The one place that reads the clock.

use domain::time::{Moment, cut};

/// Now, cut to what the store keeps.
#[expect(clippy::disallowed_methods, reason = "this is the clock's one place")]
pub fn now() -> Moment {
    cut(chrono::Utc::now())
}
