//! Drafts of voices: what was sent after closing, for its author alone.

use super::{May, RoundRef};
use crate::contributions::Kind;
use crate::forms::Fields;
use crate::time::Moment;

/// A draft in its author's list.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct DraftCard {
    /// Its number.
    pub number: i64,
    /// Need or proposal.
    pub kind: Kind,
    /// Title, or the first words.
    pub title: String,
    /// Language of the words.
    pub language: String,
    /// The round it was written for.
    pub round: RoundRef,
    /// When it was saved last.
    pub saved: Moment,
}

/// A draft, and what can be done with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoiceDraftPage {
    /// Its number.
    pub number: i64,
    /// Its receipt code, in groups: told once, when it has just been kept without an account.
    pub code: Option<String>,
    /// Need or proposal.
    pub kind: Kind,
    /// The fields of the wizard, as they were written.
    pub fields: Fields,
    /// The round it was written for.
    pub round: RoundRef,
    /// Why it can't be sent there now; `Ok` if it can.
    pub may_send: May,
    /// When it was saved last.
    pub saved: Moment,
    /// Rounds to which it can be sent now.
    pub open: Vec<RoundRef>,
}
