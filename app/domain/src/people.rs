//! Who acts: identity levels, roles and the actor of a request (domain.md §2.6).
//!
//! No names here: a name lives apart from what its bearer wrote.

use serde::{Deserialize, Serialize};

use crate::coded::coded;
use crate::ids::{BodyId, OrganisationId, PersonId};

coded! {
    /// How surely we know who somebody is.
    IdentityLevel {
        /// Nobody: a visitor.
        L0 = "L0",
        /// E-mail or phone.
        L1 = "L1",
        /// SPID or CIE, or a document seen at a desk.
        L2 = "L2",
        /// Mandate of an organisation.
        L3 = "L3",
    }
}

coded! {
    /// What somebody is within an Ambito. A visitor has none.
    Role {
        /// Citizen known by e-mail or phone.
        Citizen = "C",
        /// Citizen with a verified identity.
        VerifiedCitizen = "CV",
        /// Speaks for an organisation.
        Representative = "O",
        /// Helps people at a desk.
        DeskOperator = "S",
        /// Facilitates rounds, brings voices together.
        Facilitator = "F",
        /// Ufficio di Piano.
        PlanOffice = "U",
        /// Member of the Tavolo di Piano.
        PlanTable = "T",
        /// Coordinatore d'Ambito.
        Coordinator = "K",
        /// Member of the Comitato dei Sindaci.
        MayorsCommittee = "M",
        /// Privacy and moderation.
        Moderator = "P",
        /// Region or Province, looking on.
        Observer = "G",
        /// Keeps the installation running; reads no restricted text and has no vote.
        Admin = "A",
    }
}

coded! {
    /// Age band, for coverage; never shown beside a text.
    AgeBand {
        /// 14 to 17 years.
        From14 = "14-17",
        /// 18 to 29 years.
        From18 = "18-29",
        /// 30 to 44 years.
        From30 = "30-44",
        /// 45 to 59 years.
        From45 = "45-59",
        /// 60 to 74 years.
        From60 = "60-74",
        /// 75 years and more.
        From75 = "75+",
    }
}

/// A role held by a person, and for whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grant {
    /// The role.
    pub role: Role,
    /// The body in which it is held.
    pub body: Option<BodyId>,
    /// The organisation for which it is held.
    pub organisation: Option<OrganisationId>,
}

/// Who sends a request, as far as one Ambito is concerned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// Nobody we know.
    Visitor,
    /// A person with a session.
    Person {
        /// Who.
        id: PersonId,
        /// How surely.
        level: IdentityLevel,
        /// Roles in this Ambito.
        grants: Vec<Grant>,
    },
    /// The holder of a receipt code, for the one text it belongs to.
    Receipt,
    /// The installation itself: import, jobs.
    Installation,
}

impl Actor {
    /// The person, if it is one.
    pub const fn person(&self) -> Option<PersonId> {
        match self {
            Actor::Person { id, .. } => Some(*id),
            Actor::Visitor | Actor::Receipt | Actor::Installation => None,
        }
    }

    /// The identity level.
    pub const fn level(&self) -> IdentityLevel {
        match self {
            Actor::Person { level, .. } => *level,
            Actor::Visitor | Actor::Receipt | Actor::Installation => IdentityLevel::L0,
        }
    }

    /// Whether a role is held.
    pub fn has(&self, role: Role) -> bool {
        self.grants().iter().any(|grant| grant.role == role)
    }

    /// All roles held.
    pub fn grants(&self) -> &[Grant] {
        match self {
            Actor::Person { grants, .. } => grants,
            Actor::Visitor | Actor::Receipt | Actor::Installation => &[],
        }
    }

    /// Organisations the person speaks for.
    pub fn organisations(&self) -> impl Iterator<Item = OrganisationId> + '_ {
        self.grants()
            .iter()
            .filter(|grant| matches!(grant.role, Role::Representative | Role::PlanTable))
            .filter_map(|grant| grant.organisation)
    }
}
