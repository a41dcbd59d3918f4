//! Candidate actions (*scheda intervento*): fields, states, and what the Tavolo must have.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::coded::coded;
use crate::contributions::{length, text};
use crate::faults::{Fault, What};
use crate::ids::{IndicatorId, OrganisationId, PersonId, PolicyId};

coded! {
    /// State of an action (domain.md §2.3).
    ActionState {
        /// Draft.
        Draft = "bozza",
        /// Being checked by the Ufficio di Piano.
        OfficeCheck = "verifica_ufficio",
        /// At the Tavolo di Piano.
        AtTable = "al_tavolo",
        /// Sent back for additions.
        Additions = "integrazioni",
        /// Admitted.
        Admitted = "ammessa",
        /// Admitted with changes.
        AdmittedWithChanges = "ammessa_con_modifiche",
        /// Not admitted.
        NotAdmitted = "non_ammessa",
        /// Put off.
        PutOff = "rinviata",
        /// Approved by the Comitato.
        Approved = "approvata",
        /// Not approved by the Comitato.
        NotApproved = "non_approvata",
        /// Under way.
        UnderWay = "in_attuazione",
        /// Concluded.
        Concluded = "conclusa",
        /// Suspended.
        Suspended = "sospesa",
        /// Planned again.
        Replanned = "riprogrammata",
    }
}

impl ActionState {
    /// Whether everybody may know of an action in this state: of a draft that has never been at
    /// the Tavolo only those who work on it do.
    pub const fn public(self) -> bool {
        !matches!(self, ActionState::Draft | ActionState::OfficeCheck)
    }
}

coded! {
    /// Result of the overlap check (domain.md C17).
    Overlap {
        /// Nothing else does this.
        None = "nessuna_sovrapposizione",
        /// Something did; it is settled how they go together.
        Settled = "sovrapposizione_risolta",
        /// Something does; not settled.
        Open = "sovrapposizione_aperta",
    }
}

coded! {
    /// Sector of a partner (domain.md A11, welfare mix).
    Sector {
        /// Public.
        Public = "pubblico",
        /// Social private.
        SocialPrivate = "privato_sociale",
        /// Private.
        Private = "privato",
        /// Informal.
        Informal = "informale",
    }
}

coded! {
    /// State of an activity.
    ActivityState {
        /// To be done.
        ToDo = "da_fare",
        /// Under way.
        UnderWay = "in_corso",
        /// Done.
        Done = "fatta",
        /// Cancelled.
        Cancelled = "annullata",
    }
}

coded! {
    /// What keeps an action from the Tavolo (invariants 4 and 6).
    Missing {
        /// Owner: one organisation and one person.
        Owner = "owner",
        /// For whom.
        Recipients = "recipients",
        /// Indicator with baseline and target.
        Indicator = "indicator",
        /// Overlap check.
        OverlapCheck = "overlap_check",
        /// Integration statement.
        Integration = "integration",
        /// A source, or a reason for being of the institution's own initiative.
        Source = "source",
    }
}

/// The owner: one organisation, one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owner {
    /// The organisation.
    pub organisation: OrganisationId,
    /// The person, by role in it; their name is public by office.
    pub person: Option<PersonId>,
}

/// An indicator of an action.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ActionIndicator {
    /// Which.
    pub indicator: IndicatorId,
    /// Where it starts.
    pub baseline: f64,
    /// Where it should get.
    pub target: f64,
}

/// The overlap check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OverlapCheck {
    /// Its result.
    pub outcome: Overlap,
    /// In words.
    pub note: String,
}

/// A partner and what it brings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Partner {
    /// Who.
    pub organisation: OrganisationId,
    /// What it brings.
    pub brings: String,
    /// Its sector.
    pub sector: Sector,
}

/// Money from one source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BudgetLine {
    /// Where from.
    pub source: String,
    /// How much, in euro cents.
    pub cents: i64,
}

/// An activity with exactly one responsible and a date (invariant 7).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Activity {
    /// What.
    pub what: String,
    /// One person.
    pub responsible: Option<PersonId>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// State.
    pub state: ActivityState,
    /// What shows that it was done.
    pub evidence: String,
}

/// The sheet: everything the Tavolo decides on. One value is one version, and its hash names it
/// (invariant 8).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    /// One line.
    pub title: String,
    /// Main policy.
    pub policy: Option<PolicyId>,
    /// Other policies it touches.
    pub linked_policies: Vec<PolicyId>,
    /// Who answers for it.
    pub owner: Option<Owner>,
    /// For whom.
    pub recipients: String,
    /// What it is to reach.
    pub objective: String,
    /// What is done.
    pub description: String,
    /// Activities.
    pub activities: Vec<Activity>,
    /// Indicators.
    pub indicators: Vec<ActionIndicator>,
    /// Overlap check.
    pub overlap: Option<OverlapCheck>,
    /// Integration of school, education, social and health sides (domain.md B12).
    pub integration: String,
    /// Partners.
    pub partners: Vec<Partner>,
    /// Money by source.
    pub budget: Vec<BudgetLine>,
    /// First day.
    pub starts: Option<NaiveDate>,
    /// Last day.
    pub ends: Option<NaiveDate>,
    /// Level: Ambito, Comune, Provincia.
    pub level: String,
    /// Reason for being of the institution's own initiative, where it has no source.
    pub own_initiative: String,
}

impl Sheet {
    /// Checks what was written. A sheet may be saved unfinished: only a title is needed.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        text(&mut faults, "title", &self.title, 200, 1);
        for (field, value) in [
            ("recipients", &self.recipients),
            ("objective", &self.objective),
            ("description", &self.description),
            ("integration", &self.integration),
            ("own_initiative", &self.own_initiative),
        ] {
            length(&mut faults, field, value, 6_000);
        }
        if let (Some(starts), Some(ends)) = (self.starts, self.ends)
            && ends < starts
        {
            faults.push(Fault::new("ends", What::Contradicts));
        }
        faults
    }

    /// What keeps it from the Tavolo (invariants 4 and 6).
    pub fn missing(&self, sources: usize) -> Vec<Missing> {
        let mut missing = Vec::new();
        if self.owner.as_ref().is_none_or(|owner| owner.person.is_none()) {
            missing.push(Missing::Owner);
        }
        if self.recipients.trim().is_empty() {
            missing.push(Missing::Recipients);
        }
        if self.indicators.is_empty() {
            missing.push(Missing::Indicator);
        }
        if self.overlap.as_ref().is_none_or(|check| check.note.trim().is_empty()) {
            missing.push(Missing::OverlapCheck);
        }
        if self.integration.trim().is_empty() {
            missing.push(Missing::Integration);
        }
        if sources == 0 && self.own_initiative.trim().is_empty() {
            missing.push(Missing::Source);
        }
        missing
    }

    /// The parts in which it differs from an earlier one, in the order of the sheet.
    pub fn changed(&self, earlier: &Sheet) -> Vec<Part> {
        let same = |part: Part| match part {
            Part::Title => self.title == earlier.title,
            Part::Policy => {
                self.policy == earlier.policy && self.linked_policies == earlier.linked_policies
            }
            Part::Objective => self.objective == earlier.objective,
            Part::Description => self.description == earlier.description,
            Part::Recipients => self.recipients == earlier.recipients,
            Part::Integration => self.integration == earlier.integration,
            Part::OwnInitiative => self.own_initiative == earlier.own_initiative,
            Part::Owner => self.owner == earlier.owner,
            Part::Level => self.level == earlier.level,
            Part::Indicators => self.indicators == earlier.indicators,
            Part::Overlap => self.overlap == earlier.overlap,
            Part::Partners => self.partners == earlier.partners,
            Part::Budget => self.budget == earlier.budget,
            Part::Activities => self.activities == earlier.activities,
            Part::Dates => (self.starts, self.ends) == (earlier.starts, earlier.ends),
        };
        Part::ALL.iter().copied().filter(|part| !same(*part)).collect()
    }

    /// The whole budget, in euro cents.
    pub fn total_cents(&self) -> i64 {
        self.budget.iter().map(|line| line.cents).sum()
    }

    /// The text of this version: the JSON that is stored and hashed.
    pub fn text(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(self)
    }
}

coded! {
    /// A part of a sheet, as somebody is told that it changed.
    Part {
        /// Title.
        Title = "title",
        /// Policies.
        Policy = "policy",
        /// Objective.
        Objective = "objective",
        /// Description.
        Description = "description",
        /// Recipients.
        Recipients = "recipients",
        /// Integration statement.
        Integration = "integration",
        /// Reason of an own initiative.
        OwnInitiative = "own-initiative",
        /// Owner: organisation and person.
        Owner = "owner",
        /// Level.
        Level = "level",
        /// Indicators.
        Indicators = "indicators",
        /// Overlap check.
        Overlap = "overlap",
        /// Partners.
        Partners = "partners",
        /// Money.
        Budget = "budget",
        /// Activities.
        Activities = "activities",
        /// First and last day.
        Dates = "dates",
    }
}

/// SHA-256 of a version's stored text: what the Comitato approves (invariant 8).
pub fn version_hash(text: &str) -> [u8; 32] {
    Sha256::digest(text.as_bytes()).into()
}

/// Whether a draft may still be changed and sent.
pub const fn is_draft(state: ActionState) -> bool {
    matches!(
        state,
        ActionState::Draft
            | ActionState::OfficeCheck
            | ActionState::Additions
            | ActionState::PutOff
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_sheet_lacks_all_that_the_tavolo_must_have() {
        assert_eq!(
            Sheet::default().missing(0),
            vec![
                Missing::Owner,
                Missing::Recipients,
                Missing::Indicator,
                Missing::OverlapCheck,
                Missing::Integration,
                Missing::Source,
            ]
        );
    }

    #[test]
    fn own_initiative_with_a_reason_stands_for_a_source() {
        let sheet = Sheet { own_initiative: "Lo chiede la legge.".into(), ..Sheet::default() };
        assert!(!sheet.missing(0).contains(&Missing::Source));
        assert!(!Sheet::default().missing(1).contains(&Missing::Source));
    }

    #[test]
    fn what_changed_is_told_part_by_part() {
        let one = Sheet { title: "a".into(), objective: "b".into(), ..Sheet::default() };
        let two = Sheet { title: "a".into(), level: "Comune".into(), ..Sheet::default() };
        assert_eq!(two.changed(&one), vec![Part::Objective, Part::Level]);
        assert_eq!(one.changed(&one), vec![]);
    }

    #[test]
    fn any_change_makes_another_version() {
        let one = Sheet { title: "a".into(), ..Sheet::default() };
        let two = Sheet { title: "b".into(), ..Sheet::default() };
        assert_ne!(version_hash(&one.text().unwrap()), version_hash(&two.text().unwrap()));
    }
}
