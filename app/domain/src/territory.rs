//! The Ambito's frame: kinds of organisations and bodies, states of plans.

use crate::coded::coded;

coded! {
    /// Category of an organisation (domain.md E11, and other public bodies).
    Category {
        /// Region.
        Region = "regione",
        /// Province.
        Province = "provincia",
        /// Municipalities.
        Municipalities = "comuni",
        /// Associations.
        Associations = "associazionismo",
        /// Volunteers.
        Volunteers = "volontariato",
        /// Schools.
        Schools = "scuola",
        /// Unions.
        Unions = "sindacati",
        /// Diocese.
        Diocese = "diocesi",
        /// Social cooperatives.
        Cooperatives = "cooperazione_sociale",
        /// Families.
        Families = "famiglie",
        /// Health service.
        Health = "sanita",
        /// Other public bodies.
        PublicBody = "ente_pubblico",
    }
}

coded! {
    /// Kind of body (domain.md E14).
    BodyKind {
        /// Comitato dei Sindaci: approves.
        MayorsCommittee = "comitato_dei_sindaci",
        /// Tavolo di Piano: reviews.
        PlanTable = "tavolo_di_piano",
        /// Ufficio di Piano: prepares.
        PlanOffice = "ufficio_di_piano",
        /// Working group.
        WorkingGroup = "gruppo_di_lavoro",
    }
}

coded! {
    /// Function on a seat.
    SeatFunction {
        /// President.
        President = "presidente",
        /// Mayor.
        Mayor = "sindaco",
        /// Delegate.
        Delegate = "delegato",
        /// Coordinatore.
        Coordinator = "coordinatore",
        /// Member.
        Member = "componente",
    }
}

coded! {
    /// State of a plan (domain.md §2.3).
    PlanState {
        /// Draft.
        Draft = "bozza",
        /// Started.
        Started = "avviato",
        /// Reading the needs.
        ReadingNeeds = "lettura_bisogni",
        /// Setting priorities.
        Priorities = "priorita",
        /// Designing.
        Designing = "progettazione",
        /// At the Tavolo.
        AtTable = "al_tavolo",
        /// At the Comitato.
        AtCommittee = "al_comitato",
        /// In force.
        InForce = "vigente",
        /// Accounted for.
        Reported = "rendicontato",
        /// Closed.
        Closed = "chiuso",
    }
}

coded! {
    /// State of an annual programme.
    ProgrammeState {
        /// Draft.
        Draft = "bozza",
        /// Agreed with the parties.
        Agreed = "concertato",
        /// Approved.
        Approved = "approvato",
        /// Under way.
        UnderWay = "in_attuazione",
        /// Accounted for.
        Reported = "rendicontato",
    }
}

coded! {
    /// Which way an indicator gets better.
    Direction {
        /// Higher is better.
        Up = "up",
        /// Lower is better.
        Down = "down",
        /// Neither.
        Neutral = "neutral",
    }
}
