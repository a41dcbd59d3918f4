//! Messages to people: a row written in the operation's transaction, sent later by a job.

use crate::coded::coded;

coded! {
    /// Why somebody is written to.
    MessageKind {
        /// What they sent has arrived.
        Received = "ricevuto",
        /// A text with words of present danger has come: to every moderator.
        Danger = "pericolo",
        /// Two who speak for their organisation state different positions.
        PositionDisputed = "posizione_doppia",
        /// Who stated their organisation's position speaks for it no more.
        PositionToConfirm = "posizione_da_riconfermare",
        /// Their organisation is admitted to a co-progettazione and has done nothing so far.
        PartnerSilent = "partner_in_silenzio",
        /// A round they took part in was opened once more.
        Reopened = "riaperto",
        /// A text they wrote is read in parts.
        Split = "testo_in_parti",
        /// Its parts are rejoined.
        Rejoined = "testo_ricomposto",
        /// A text they wrote is in a merge that is proposed: they may object.
        MergeProposed = "unione_proposta",
        /// A text they support is in a merge that is proposed.
        MergeOfSupported = "unione_di_sostenuti",
        /// Somebody objects to a merge: to who may mediate it.
        MergeContested = "unione_contestata",
        /// A contested merge was mediated: to authors and supporters.
        MergeMediated = "unione_mediata",
        /// A merge was dissolved: to authors and supporters.
        MergeDissolved = "unione_sciolta",
        /// The minutes of a session they registered for are to be read, and corrected.
        SessionMinutes = "verbale_da_correggere",
    }
}

/// The most times a message is tried before it is left alone.
pub const TRIES_MOST: i64 = 10;

/// Minutes to wait after so many failed tries: 1, 2, 4, … at most a day.
pub fn wait_minutes(tries: i64) -> i64 {
    let doubled = 1_i64 << u32::try_from(tries.clamp(1, 12) - 1).unwrap_or(0);
    doubled.min(24 * 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_and_end_at_a_day() {
        assert_eq!([1, 2, 3, 12, 99].map(wait_minutes), [1, 2, 4, 1_440, 1_440]);
    }
}
