//! Moderation: a person reads what may hurt before it is public, and says why.

use crate::coded::coded;
use crate::contributions::text;
use crate::faults::Fault;

coded! {
    /// Why a text came to the queue.
    Cause {
        /// Its author, or its policy, says it is sensitive.
        Sensitive = "sensibile",
        /// Every text of the round is read first.
        Before = "preventiva",
        /// Somebody reported it.
        Flagged = "segnalato",
    }
}

coded! {
    /// What a moderator decided.
    Decision {
        /// Public as it is.
        Publish = "pubblicato",
        /// Public after softening agreed with the author.
        PublishSoftened = "pubblicato_con_modifiche_concordate",
        /// Not made public.
        Reject = "respinto",
        /// Taken from the public pages.
        Hide = "oscurato",
    }
}

coded! {
    /// Class of reason: all that the record of events keeps.
    ReasonClass {
        /// Nobody can be recognised.
        NobodyRecognisable = "nessuna_persona_identificabile",
        /// Put in other words with its author.
        ReworkedWithAuthor = "riformulato_con_autore",
        /// Data of somebody else.
        ThirdPerson = "dati_di_terza_persona",
        /// Off topic.
        OffTopic = "fuori_tema",
        /// Discriminates.
        Discrimination = "discriminazione",
        /// Advertising.
        Advertising = "pubblicita",
        /// Somebody is in danger now.
        PresentDanger = "pericolo_attuale",
    }
}

/// Checks a moderator's reason.
pub fn faults(reason: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    text(&mut faults, "reason", reason, 1_000, 3);
    faults
}
