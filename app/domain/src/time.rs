//! Moments, and the one time zone of the Ambiti.

use chrono::{DateTime, SubsecRound, Utc};

/// A moment on the server's clock, cut to microseconds: what both databases keep.
pub type Moment = DateTime<Utc>;

/// Cuts a moment to the precision of the store, so that what was written is what is read.
pub fn cut(moment: Moment) -> Moment {
    moment.trunc_subsecs(6)
}
