//! Needs and proposals: kinds, states, and what a person must write (domain.md §2.2, §2.3).
//!
//! A contribution is never edited away: corrections are revisions, and what leaves the page
//! leaves a tombstone (invariant 3).

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::coded::coded;
use crate::faults::{Fault, What};
use crate::territory::Category;

coded! {
    /// What a contribution is (domain.md A4): two linked kinds.
    Kind {
        /// What is missing.
        Need = "bisogno",
        /// What could be done.
        Proposal = "proposta",
    }
}

coded! {
    /// State as the database keeps it.
    Standing {
        /// Waiting for a moderator; not public.
        InModeration = "in_moderazione",
        /// Public.
        Published = "pubblicato",
        /// Withdrawn by its author: a tombstone.
        Withdrawn = "ritirato",
        /// Hidden by a moderator with a reason: a tombstone.
        Hidden = "oscurato",
        /// Anonymised on request of its author.
        Anonymised = "anonimizzato",
    }
}

coded! {
    /// How far along its thread a public contribution is: derived from its links.
    Stage {
        /// Public, nothing more yet.
        Published = "pubblicato",
        /// In at least one cluster.
        Merged = "unito",
        /// In at least one action.
        InAction = "in_azione",
        /// Answered.
        Answered = "esito",
    }
}

coded! {
    /// Capacity in which the author speaks; all that is shown when anonymous.
    AuthorKind {
        /// Citizen.
        Citizen = "cittadino",
        /// Relative.
        Relative = "familiare",
        /// Family.
        Family = "famiglia",
        /// Caregiver.
        Caregiver = "caregiver",
        /// Young person.
        Young = "giovane",
        /// Volunteer.
        Volunteer = "volontario",
        /// Practitioner.
        Practitioner = "operatore",
        /// Foreign citizen.
        ForeignCitizen = "cittadino_straniero",
        /// Citizen helped at a desk.
        AssistedCitizen = "cittadino_assistito",
        /// Does not say.
        Anonymous = "anonimo",
        /// Association.
        Association = "associazione",
        /// Cooperative.
        Cooperative = "cooperativa",
        /// Municipality.
        Municipality = "comune",
        /// Foreign community.
        ForeignCommunity = "comunita_straniera",
        /// School.
        School = "scuola",
        /// Union.
        Union = "sindacato",
        /// Diocese.
        Diocese = "diocesi",
        /// Health service.
        Health = "sanita",
    }
}

impl AuthorKind {
    /// The capacities a person can choose for themselves in the form.
    pub const PERSONAL: &'static [AuthorKind] = &[
        AuthorKind::Citizen,
        AuthorKind::Caregiver,
        AuthorKind::Relative,
        AuthorKind::Family,
        AuthorKind::Young,
        AuthorKind::Volunteer,
        AuthorKind::Practitioner,
        AuthorKind::ForeignCitizen,
        AuthorKind::Anonymous,
    ];

    /// The category of E11 for which somebody in this capacity speaks, if for any.
    pub const fn speaks_for(self) -> Option<Category> {
        match self {
            AuthorKind::Relative | AuthorKind::Family | AuthorKind::Caregiver => {
                Some(Category::Families)
            }
            AuthorKind::Volunteer => Some(Category::Volunteers),
            AuthorKind::Association | AuthorKind::ForeignCommunity => Some(Category::Associations),
            AuthorKind::Cooperative => Some(Category::Cooperatives),
            AuthorKind::Municipality => Some(Category::Municipalities),
            AuthorKind::School => Some(Category::Schools),
            AuthorKind::Union => Some(Category::Unions),
            AuthorKind::Diocese => Some(Category::Diocese),
            AuthorKind::Health => Some(Category::Health),
            AuthorKind::Citizen
            | AuthorKind::Young
            | AuthorKind::Practitioner
            | AuthorKind::ForeignCitizen
            | AuthorKind::AssistedCitizen
            | AuthorKind::Anonymous => None,
        }
    }
}

coded! {
    /// How a voice arrived.
    Channel {
        /// On the web.
        Online = "online",
        /// At a desk.
        Desk = "sportello",
        /// On paper.
        Paper = "carta",
        /// In a session.
        Session = "community_lab",
    }
}

/// The most characters of a title.
pub const TITLE_MOST: u32 = 140;
/// The most characters of a body.
pub const BODY_MOST: u32 = 4_000;
/// The fewest words of a body.
pub const BODY_LEAST_WORDS: u32 = 10;
/// The most characters of a secondary field.
pub const FIELD_MOST: u32 = 1_000;

/// The words of a contribution, as one revision keeps them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// One line.
    pub title: String,
    /// What happens, or what could be done.
    pub body: String,
    /// Need: helpers and strengths already there (domain.md C22).
    pub strengths: String,
    /// Proposal: for whom.
    pub recipients: String,
    /// Proposal: who could do it.
    pub doers: String,
    /// Proposal: what is offered and what is asked.
    pub resources: String,
}

impl Words {
    /// Checks what a person wrote; all faults at once, each at its field.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        text(&mut faults, "title", &self.title, TITLE_MOST, 1);
        text(&mut faults, "body", &self.body, BODY_MOST, BODY_LEAST_WORDS);
        for (field, value) in [
            ("strengths", &self.strengths),
            ("recipients", &self.recipients),
            ("doers", &self.doers),
            ("resources", &self.resources),
        ] {
            length(&mut faults, field, value, FIELD_MOST);
        }
        faults
    }

    /// SHA-256(salt ‖ text) (invariant 20). Each field goes in with its length, so that no two
    /// different texts run together.
    pub fn hash(&self, salt: &[u8; 32]) -> [u8; 32] {
        salted(
            salt,
            &[
                &self.title,
                &self.body,
                &self.strengths,
                &self.recipients,
                &self.doers,
                &self.resources,
            ],
        )
    }
}

/// SHA-256 of a salt and of some texts, each preceded by its length in bytes.
pub fn salted(salt: &[u8; 32], texts: &[&str]) -> [u8; 32] {
    let mut sha = Sha256::new();
    sha.update(salt);
    for text in texts {
        sha.update((text.len() as u64).to_be_bytes());
        sha.update(text.as_bytes());
    }
    sha.finalize().into()
}

/// Checks a text that must be there: missing, too few words, too long.
pub fn text(faults: &mut Vec<Fault>, field: &str, value: &str, most: u32, least_words: u32) {
    let words = value.split_whitespace().count();
    if words == 0 {
        faults.push(Fault::new(field, What::Missing));
    } else if words < least_words as usize {
        faults.push(Fault::new(field, What::TooFewWords { least: least_words }));
    } else {
        length(faults, field, value, most);
    }
}

/// Checks the length of a text, in characters.
pub fn length(faults: &mut Vec<Fault>, field: &str, value: &str, most: u32) {
    let found = u32::try_from(value.chars().count()).unwrap_or(u32::MAX);
    if found > most {
        faults.push(Fault::new(field, What::TooLong { most, found }));
    }
}

/// What a person sends when they write a need or a proposal, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Need or proposal.
    pub kind: Kind,
    /// Number of the round it was written for.
    pub round: Option<i64>,
    /// Their words.
    pub words: Words,
    /// Language they are in (ISO 639-1).
    pub language: String,
    /// Main policy, by its code.
    pub policy: String,
    /// Municipality it speaks of, by its code.
    pub municipality: String,
    /// Capacity.
    pub author_kind: AuthorKind,
    /// Whether the name may be shown.
    pub signed: bool,
    /// Organisation the person writes for, which is always shown.
    pub organisation: Option<crate::ids::OrganisationId>,
    /// The author says it touches health, violence, addiction or hardship.
    pub sensitive: bool,
    /// Needs it answers, by number (proposals).
    pub answers: Vec<i64>,
    /// Number of the need to which an anonymous «anche per me» is linked.
    pub also_of: Option<i64>,
}

/// Policies whose texts are read by a person before they are public, by their code in the
/// shared tree of policies (domain.md §3.4): violence, substances, care of the not
/// self-sufficient.
pub fn policy_is_sensitive(code: &str) -> bool {
    matches!(code, "1.4" | "1.5" | "3.a")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_faults_are_told_at_once() {
        let words = Words { body: "troppo corto".into(), ..Words::default() };
        assert_eq!(
            words.faults(),
            vec![
                Fault::new("title", What::Missing),
                Fault::new("body", What::TooFewWords { least: 10 }),
            ]
        );
    }

    #[test]
    fn length_is_counted_in_characters() {
        let words =
            Words { title: "è".repeat(140), body: "una parola ".repeat(10), ..Words::default() };
        assert_eq!(words.faults(), vec![]);
        let long = Words { title: "è".repeat(141), ..words };
        assert_eq!(
            long.faults(),
            vec![Fault::new("title", What::TooLong { most: 140, found: 141 })]
        );
    }

    #[test]
    fn texts_do_not_run_together_in_a_hash() {
        let salt = [7; 32];
        assert_ne!(salted(&salt, &["ab", "c"]), salted(&salt, &["a", "bc"]));
        assert_ne!(salted(&salt, &["ab"]), salted(&[8; 32], &["ab"]));
    }
}
