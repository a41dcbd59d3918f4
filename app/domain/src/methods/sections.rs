//! The shared draft of a co-progettazione: sections that admitted partners write together, and a
//! consent check of each (domain.md §2.4, E13).
//!
//! A section has versions, each with who wrote it for whom and why. A partner says of a version
//! whether it can live with it, has a reserve or objects; the last two with a text, which is
//! printed with the draft. A new version asks everybody again; what was said of the old one stays.

use crate::coded::coded;
use crate::contributions::{length, text};
use crate::faults::Fault;

use super::positions::Stance;
use super::{REASON_LEAST, REASON_MOST};

/// The most characters of a section.
pub const SECTION_MOST: u32 = 12_000;
/// The most characters of its title.
pub const TITLE_MOST: u32 = 200;
/// The most characters of why it was changed.
pub const WHY_MOST: u32 = 600;

coded! {
    /// What a partner says of a section (domain.md §2.4).
    Consent {
        /// Can live with it.
        CanLive = "posso_conviverci",
        /// Has a reserve.
        Reserve = "riserva",
        /// Objects.
        Objection = "obiezione",
    }
}

impl Consent {
    /// Whether it must say why.
    pub const fn needs_reason(self) -> bool {
        match self {
            Consent::CanLive => false,
            Consent::Reserve | Consent::Objection => true,
        }
    }

    /// As a stance, for how a round ends.
    pub const fn stance(self) -> Stance {
        match self {
            Consent::CanLive => Stance::Favourable,
            Consent::Reserve => Stance::WithReserve,
            Consent::Objection => Stance::Against,
        }
    }
}

/// The words of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionText {
    /// One line.
    pub title: String,
    /// The rest; may still be empty.
    pub text: String,
}

impl SectionText {
    /// All that is wrong with it. Who changes a section says why; the first words need no reason.
    pub fn faults(&self, why: &str, first: bool) -> Vec<Fault> {
        let mut faults = Vec::new();
        text(&mut faults, "title", &self.title, TITLE_MOST, 1);
        length(&mut faults, "text", &self.text, SECTION_MOST);
        if first {
            length(&mut faults, "why", why, WHY_MOST);
        } else {
            text(&mut faults, "why", why, WHY_MOST, 2);
        }
        faults
    }
}

/// Checks what a partner says of a section.
pub fn consent_faults(consent: Consent, reason: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    if consent.needs_reason() {
        text(&mut faults, "reason", reason, REASON_MOST, REASON_LEAST);
    } else {
        length(&mut faults, "reason", reason, REASON_MOST);
    }
    faults
}

/// What a partner has done so far, for the balance of contributions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    /// Versions of sections it wrote.
    pub versions: u64,
    /// Sections on whose newest version it has said what it thinks.
    pub consents: u64,
    /// Things it brings.
    pub brings: u64,
    /// Things it expects.
    pub expects: u64,
    /// Lines of the budget it wrote.
    pub lines: u64,
}

impl Share {
    /// Has done nothing at all: somebody should ask what is missing.
    pub fn silent(self) -> bool {
        self == Share::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reserve_and_an_objection_say_why() {
        assert_eq!(consent_faults(Consent::CanLive, ""), []);
        for consent in [Consent::Reserve, Consent::Objection] {
            assert_eq!(consent_faults(consent, "").len(), 1, "{consent}");
            assert_eq!(consent_faults(consent, "Gli orari non reggono."), []);
        }
    }

    #[test]
    fn who_changes_a_section_says_why() {
        let section = SectionText { title: "Orari".into(), text: String::new() };
        assert_eq!(section.faults("", true), []);
        let fields: Vec<String> =
            section.faults("", false).into_iter().map(|fault| fault.field).collect();
        assert_eq!(fields, ["why"]);
        let nameless = SectionText { title: " ".into(), text: "x".repeat(12_001) };
        assert_eq!(nameless.faults("", true).len(), 2);
    }

    #[test]
    fn who_did_anything_is_not_silent() {
        assert!(Share::default().silent());
        assert!(!Share { expects: 1, ..Share::default() }.silent());
    }
}
