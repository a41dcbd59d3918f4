//! Co-progettazione: the shared draft in sections, consent, balance, budget.

use serde::{Deserialize, Serialize};

use super::{May, OrganisationName, ResourceView, RoundRef};
use crate::methods::sections::Consent;
use crate::time::Moment;

/// A section, in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionCard {
    /// Its number in the Ambito.
    pub number: i64,
    /// Its place in the draft, from 1.
    pub place: u64,
    /// Its title.
    pub title: String,
    /// Its newest version.
    pub version: i64,
    /// For whom that was written; `None` for the institution.
    pub organisation: Option<String>,
    /// When.
    pub at: Moment,
}

/// A version of a section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionVersion {
    /// Which, from 1.
    pub version: i64,
    /// Title.
    pub title: String,
    /// Text.
    pub text: String,
    /// Why it was written; may be empty for the first.
    pub why: String,
    /// For whom; `None` for the institution.
    pub organisation: Option<String>,
    /// When.
    pub at: Moment,
}

/// What a partner says of a version of a section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentView {
    /// Who.
    pub organisation: OrganisationName,
    /// Of which version.
    pub version: i64,
    /// What.
    pub consent: Consent,
    /// Why; may be empty where it can live with it.
    pub reason: String,
    /// When.
    pub at: Moment,
}

/// A section of the whole draft: its words, and what each partner says of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftSection {
    /// In short.
    pub card: SectionCard,
    /// Its text.
    pub text: String,
    /// What was said of the newest version, by name of the partner.
    pub consents: Vec<ConsentView>,
    /// Partners that have said nothing of it yet.
    pub silent: Vec<OrganisationName>,
}

/// What a partner has done so far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShareRow {
    /// Which.
    pub organisation: OrganisationName,
    /// Versions of sections it wrote.
    pub versions: u64,
    /// Sections on whose newest version it has spoken.
    pub consents: u64,
    /// Things it brings.
    pub brings: u64,
    /// Things it expects.
    pub expects: u64,
    /// Lines of the budget.
    pub lines: u64,
    /// Has done nothing at all.
    pub silent: bool,
    /// When it was written to last.
    pub reminded: Option<Moment>,
    /// Somebody holds its mandate, and so can be written to.
    pub represented: bool,
}

/// The shared draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedDraftPage {
    /// Of which round.
    pub round: RoundRef,
    /// When it closes.
    pub closes: Moment,
    /// Its sections, in order.
    pub sections: Vec<DraftSection>,
    /// Admitted partners.
    pub partners: Vec<OrganisationName>,
    /// The balance of contributions, for who facilitates; else empty.
    pub balance: Vec<ShareRow>,
    /// May write sections.
    pub may_write: May,
    /// May write to silent partners.
    pub may_remind: May,
    /// The round opens a budget.
    pub has_budget: bool,
    /// The round opens resources.
    pub has_resources: bool,
}

/// A section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionPage {
    /// Of which round's draft.
    pub round: RoundRef,
    /// When the round closes.
    pub closes: Moment,
    /// In short.
    pub card: SectionCard,
    /// All versions, the newest first; never empty.
    pub versions: Vec<SectionVersion>,
    /// What was said of the newest version.
    pub consents: Vec<ConsentView>,
    /// Partners that have said nothing of it yet.
    pub silent: Vec<OrganisationName>,
    /// What was said before: of older versions, or by who has said something else since.
    pub earlier: Vec<ConsentView>,
    /// May write the section.
    pub may_write: May,
    /// May say what a partner thinks of it.
    pub may_consent: May,
    /// For whom the viewer may speak here.
    pub organisations: Vec<OrganisationName>,
}

/// The form of a section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionForm {
    /// Of which round's draft.
    pub round: RoundRef,
    /// Which section; `None` for a new one.
    pub section: Option<i64>,
    /// Its newest version; 0 for a new one.
    pub version: i64,
    /// Title and text as they stand.
    pub words: (String, String),
    /// Who wrote the newest version; `None` for the institution.
    pub last: Option<String>,
    /// For whom the viewer may write here; empty for the institution.
    pub organisations: Vec<OrganisationName>,
}

/// A line of the indicative budget.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BudgetLineView {
    /// Its number in the round.
    pub number: i64,
    /// Who wrote it.
    pub organisation: OrganisationName,
    /// What for.
    pub what: String,
    /// How much, in cents.
    pub cents: i64,
    /// Where it comes from; may be empty.
    pub source: String,
    /// When.
    pub at: Moment,
    /// Taken out: when, and why.
    pub ended: Option<(Moment, String)>,
    /// The viewer may take it out.
    pub mine: bool,
}

/// The indicative budget of a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BudgetPage {
    /// Of which round.
    pub round: RoundRef,
    /// When it closes.
    pub closes: Moment,
    /// Lines, in the order in which they came.
    pub lines: Vec<BudgetLineView>,
    /// The sum of those that stand, in cents.
    pub total: i64,
    /// May write lines.
    pub may_write: May,
    /// For whom the viewer may write here.
    pub organisations: Vec<OrganisationName>,
}

/// What a co-progettazione came to, for its minutes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DesignEnd {
    /// The draft with its consents.
    pub sections: Vec<DraftSection>,
    /// Partners.
    pub partners: Vec<OrganisationName>,
    /// What they expect, and did not take back.
    pub expects: Vec<ResourceView>,
    /// The budget that stands.
    pub lines: Vec<BudgetLineView>,
    /// Its sum, in cents.
    pub total: i64,
}
