//! What e-mails say.

use super::AmbitoHead;
use crate::contributions::Kind;
use crate::time::Moment;

/// What a message says. It never holds the words of a text: e-mail is read by others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Letter {
    /// Something to do in a round for an organisation one speaks for.
    OfRound {
        /// Where.
        ambito: AmbitoHead,
        /// What.
        kind: crate::messages::MessageKind,
        /// Number of the round.
        round: i64,
        /// When the round closes.
        closes: Moment,
    },
    /// What somebody sent has arrived.
    Received {
        /// Where.
        ambito: AmbitoHead,
        /// What was sent.
        kind: Kind,
        /// Its number.
        number: i64,
        /// It is public already; else a moderator reads it first.
        public: bool,
        /// When the round closes.
        closes: Moment,
    },
    /// Something was done about a text they wrote, which stays as it is.
    OfText {
        /// Where.
        ambito: AmbitoHead,
        /// What was done.
        message: crate::messages::MessageKind,
        /// Need or proposal.
        kind: Kind,
        /// Its number.
        number: i64,
    },
    /// A text with words of present danger waits to be read.
    Danger {
        /// Where.
        ambito: AmbitoHead,
        /// Number of the case in the queue.
        case: i64,
    },
    /// A merge of texts somebody wrote or supports, or that somebody may mediate.
    Merge {
        /// Where.
        ambito: AmbitoHead,
        /// What happened.
        kind: crate::messages::MessageKind,
        /// Number of the cluster.
        cluster: i64,
        /// First moment after the objection window.
        closes: Option<Moment>,
    },
    /// The minutes of a session they were at are to be read, and corrected.
    SessionMinutes {
        /// Where.
        ambito: AmbitoHead,
        /// Number of the session.
        number: i64,
        /// Until when.
        until: Moment,
    },
    /// A round they took part in was opened once more: they may change what they did.
    Reopened {
        /// Where.
        ambito: AmbitoHead,
        /// Number of the round.
        number: i64,
        /// Its title: the institution's words.
        title: String,
        /// Until when.
        closes: Moment,
    },
}
