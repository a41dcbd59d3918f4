//! Typed ids: a need's id can't be handed where a person's is asked.
//!
//! Ids are made outside (they are chance) and come in as arguments.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// The bare value, for the database.
            pub const fn uuid(self) -> Uuid { self.0 }
        }
        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self { $name(id) }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { self.0.fmt(f) }
        }
    )+};
}

ids! {
    /// A district: the tenant every row belongs to.
    AmbitoId,
    /// A municipality of an Ambito.
    MunicipalityId,
    /// An organisation of the register.
    OrganisationId,
    /// A person; names and addresses are kept elsewhere (`store::identity`).
    PersonId,
    /// A body: Comitato dei Sindaci, Tavolo di Piano, Ufficio di Piano.
    BodyId,
    /// A triennial plan.
    PlanId,
    /// An annual programme of a plan.
    ProgrammeId,
    /// An area of the plan.
    AreaId,
    /// A policy within an area.
    PolicyId,
    /// An indicator of the community profile or of an action.
    IndicatorId,
    /// A round of participation.
    RoundId,
    /// A ballot of a round.
    BallotId,
    /// A need or a proposal.
    ContributionId,
    /// A statement of a consultation.
    StatementId,
    /// A comment.
    CommentId,
    /// An amendment to the draft of a round.
    AmendmentId,
    /// A section of a shared draft.
    SectionId,
    /// A merge that points at its sources.
    ClusterId,
    /// A draft of a cluster on the workbench.
    ClusterDraftId,
    /// An act on the workbench.
    BenchActId,
    /// A candidate action (*scheda intervento*).
    ActionId,
    /// A review by the Tavolo di Piano.
    ReviewId,
    /// An act of the Comitato dei Sindaci.
    DeliberationId,
    /// A direct outcome of a contribution.
    OutcomeId,
    /// A case in the moderation queue.
    CaseId,
    /// What was found about supports that came all together.
    NoteId,
    /// A session of the Community Lab.
    SessionId,
    /// A card of a session.
    CardId,
    /// A message waiting in the outbox.
    MessageId,
}
