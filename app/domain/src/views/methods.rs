//! Rounds of agreement: the draft and its amendments, positions, resources, invitations, minutes.

use serde::{Deserialize, Serialize};

use super::{May, RoundRef};
use crate::methods::draft::{AmendmentKind, AmendmentState};
use crate::methods::minutes::Ending;
use crate::methods::positions::Stance;
use crate::methods::resources::{ResourceKind, Side};
use crate::territory::Category;
use crate::time::Moment;

/// What a round opens beside voices, in short, with what there is so far.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MethodSummary {
    /// The draft, where the round has one or is to have one: version (0: not written yet), number
    /// of paragraphs.
    pub draft: Option<(i64, u64)>,
    /// Amendments, and how many of them nobody has decided on; where it opens them.
    pub amendments: Option<(u64, u64)>,
    /// How many organisations stated their position on the whole, where it opens them.
    pub positions: Option<u64>,
    /// How many things organisations declared, where it opens them.
    pub resources: Option<u64>,
    /// How many sections the shared draft has, where it opens one.
    pub sections: Option<u64>,
    /// The sum of the indicative budget, in cents, where it opens one.
    pub budget: Option<i64>,
    /// Activities that stand, and how many of them nobody answers for; where it carries any out.
    pub activities: Option<(u64, u64)>,
    /// Issues, and how many of them wait; where it takes them.
    pub issues: Option<(u64, u64)>,
    /// How many periodic reports there are, where there are any to be.
    pub progress_reports: Option<u64>,
    /// How many organisations are invited; `None` where nobody in particular is.
    pub invited: Option<u64>,
    /// How it ended.
    pub ended: Option<Ending>,
    /// Has a page of invitations and one of minutes.
    pub of_agreement: bool,
}

/// An organisation, as forms and tables name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationName {
    /// Code («O01»).
    pub code: String,
    /// Name.
    pub name: String,
    /// Category.
    pub category: Category,
}

/// A version of a draft, in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionRow {
    /// Which, from 1.
    pub version: i64,
    /// When.
    pub at: Moment,
    /// Why, in the institution's words; may be empty.
    pub why: String,
    /// The amendment that made it.
    pub amendment: Option<i64>,
}

/// A paragraph of a draft with what was asked of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParagraphView {
    /// Its key.
    pub key: i64,
    /// Its number, from 1.
    pub number: u64,
    /// Its words.
    pub text: String,
    /// Amendments to it.
    pub amendments: Vec<AmendmentCard>,
    /// How many organisations are favourable, with reserve, against, in this order.
    pub stances: [u64; 3],
}

/// An amendment in lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AmendmentCard {
    /// Its number in the Ambito.
    pub number: i64,
    /// Who proposes it: an organisation; `None` for a text of the facilitation that merges others.
    pub organisation: Option<String>,
    /// What it does.
    pub kind: AmendmentKind,
    /// The number of its paragraph as the draft stands now; `None` if that is gone, or for what
    /// goes to the beginning.
    pub paragraph: Option<u64>,
    /// What became of it.
    pub state: AmendmentState,
    /// When it was proposed.
    pub at: Moment,
}

/// The draft of a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftPage {
    /// Of which round.
    pub round: RoundRef,
    /// The version that is shown; `None` if none is written yet.
    pub shown: Option<VersionRow>,
    /// The newest version; 0 if there is none.
    pub newest: i64,
    /// Its paragraphs.
    pub paragraphs: Vec<ParagraphView>,
    /// Amendments whose paragraph is gone, or that go to the beginning.
    pub elsewhere: Vec<AmendmentCard>,
    /// All versions, the newest first.
    pub versions: Vec<VersionRow>,
    /// The round takes amendments, at some time.
    pub amendable: bool,
    /// The round takes positions, at some time.
    pub takes_positions: bool,
    /// May write it.
    pub may_write: May,
    /// May propose an amendment.
    pub may_amend: May,
    /// May bring amendments together.
    pub may_merge: May,
}

/// The form of the draft, for the institution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftForm {
    /// Of which round.
    pub round: RoundRef,
    /// When it opens: until then the draft can be written.
    pub opens: Moment,
    /// The newest version; 0 if there is none.
    pub newest: i64,
    /// Its words as they stand, to be shown beside what somebody else wrote meanwhile.
    pub written: String,
}

/// The form of an amendment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AmendmentForm {
    /// To which round's draft.
    pub round: RoundRef,
    /// When the round closes.
    pub closes: Moment,
    /// The newest version of the draft.
    pub version: i64,
    /// The paragraph: key, number, words; `None` for the beginning.
    pub paragraph: Option<(i64, u64, String)>,
    /// The words of the paragraph in the version that was read, if it has changed since.
    pub read: Option<String>,
    /// Organisations the viewer may speak for here.
    pub organisations: Vec<OrganisationName>,
}

/// The form in which several amendments become one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MergeForm {
    /// Of which round.
    pub round: RoundRef,
    /// The newest version of the draft.
    pub version: i64,
    /// Amendments that may be merged, with their words and reasons.
    pub sources: Vec<MergeSource>,
    /// The paragraphs: key, number, words.
    pub paragraphs: Vec<(i64, u64, String)>,
}

/// An amendment that may be merged with others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MergeSource {
    /// In short.
    pub card: AmendmentCard,
    /// Its words.
    pub text: String,
    /// Why.
    pub reason: String,
}

/// What was decided on an amendment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerdictView {
    /// Accepted, rejected, withdrawn.
    pub state: AmendmentState,
    /// When.
    pub at: Moment,
    /// Why; may be empty where it was accepted or withdrawn.
    pub reason: String,
    /// The words that went in, where they are not those proposed.
    pub adapted: Option<String>,
    /// The version it made.
    pub version: Option<i64>,
}

/// An amendment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AmendmentPage {
    /// To which round's draft.
    pub round: RoundRef,
    /// In short.
    pub card: AmendmentCard,
    /// The words of its paragraph when it was written; for what is inserted, those it follows.
    pub base: Option<String>,
    /// The version on which it was written.
    pub base_version: i64,
    /// The words of the paragraph now, if they have changed since; the inner `None` if the
    /// paragraph is gone.
    pub moved: Option<Option<String>>,
    /// The newest version.
    pub version: i64,
    /// Its words.
    pub text: String,
    /// Why.
    pub reason: String,
    /// What was decided.
    pub verdict: Option<VerdictView>,
    /// Those it merges, each with its words and its reason.
    pub sources: Vec<MergeSource>,
    /// The one into which it was merged.
    pub into: Option<AmendmentCard>,
    /// May decide on it.
    pub may_decide: May,
    /// May withdraw it.
    pub may_withdraw: May,
}

/// Something that was stated for an organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatedView {
    /// Which: what the Coordinatore chooses by.
    pub id: uuid::Uuid,
    /// What; `None` for taking back what was said.
    pub stance: Option<Stance>,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Moment,
    /// The version of the draft it was said on; 0 where there was none.
    pub version: i64,
    /// The words it is about have changed since.
    pub moved: bool,
}

/// Where an organisation stands on a subject, as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum StandingView {
    /// It has said this.
    Stated(StatedView),
    /// Two who speak for it say different things.
    Disputed(Vec<StatedView>),
    /// Who said this speaks for it no more; to be confirmed.
    ToConfirm(StatedView),
    /// Nobody confirmed it before the closing.
    Lapsed(StatedView),
    /// It has taken back what it said, or said nothing.
    Silent,
}

/// The position of one organisation on one subject.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PositionView {
    /// Whose.
    pub organisation: OrganisationName,
    /// Where it stands.
    pub standing: StandingView,
    /// What was said before, the newest first.
    pub earlier: Vec<StatedView>,
    /// Why the Coordinatore let this one stand.
    pub settled: Option<String>,
}

/// A subject on which organisations state their position.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubjectView {
    /// 0 for the whole, else the key of a paragraph.
    pub key: i64,
    /// Number of the paragraph; `None` for the whole, or where it is gone.
    pub number: Option<u64>,
    /// First words of the paragraph.
    pub text: String,
    /// Positions, by name of the organisation.
    pub positions: Vec<PositionView>,
    /// How many organisations are favourable, with reserve, against, in this order: of positions
    /// that stand.
    pub stances: [u64; 3],
}

/// Positions of organisations in a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PositionsPage {
    /// Of which round.
    pub round: RoundRef,
    /// When the round closes.
    pub closes: Moment,
    /// The newest version of the draft; 0 where there is none.
    pub version: i64,
    /// The whole first, then each paragraph.
    pub subjects: Vec<SubjectView>,
    /// Invited, and silent so far.
    pub silent: Vec<OrganisationName>,
    /// Whether anybody in particular is invited.
    pub by_invitation: bool,
    /// May state a position.
    pub may_state: May,
    /// For whom the viewer may speak here.
    pub organisations: Vec<OrganisationName>,
    /// May settle between two positions of one organisation.
    pub may_settle: May,
}

/// Something an organisation declared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResourceView {
    /// Its number in the round.
    pub number: i64,
    /// Whose.
    pub organisation: OrganisationName,
    /// Given or wanted.
    pub side: Side,
    /// Of which sort.
    pub kind: ResourceKind,
    /// What.
    pub what: String,
    /// How much, in hundredths of the unit.
    pub amount: Option<i64>,
    /// The unit.
    pub unit: String,
    /// When.
    pub at: Moment,
    /// Taken back: when, and why.
    pub ended: Option<(Moment, String)>,
    /// The viewer may take it back.
    pub mine: bool,
}

/// Resources declared in a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResourcesPage {
    /// Of which round.
    pub round: RoundRef,
    /// When the round closes.
    pub closes: Moment,
    /// What was declared, in the order in which it came.
    pub resources: Vec<ResourceView>,
    /// The sum of the money that is brought, in cents.
    pub money: i64,
    /// May declare.
    pub may_declare: May,
    /// For whom the viewer may speak here.
    pub organisations: Vec<OrganisationName>,
    /// Whether one says what one expects, too.
    pub expects: bool,
}

/// An organisation in the list of those invited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuestRow {
    /// Which.
    pub organisation: OrganisationName,
    /// Invited now.
    pub invited: bool,
    /// Since when, or since when no more.
    pub at: Option<Moment>,
    /// Why it is no longer.
    pub reason: String,
    /// Whether anybody holds a mandate for it, and so can speak here.
    pub represented: bool,
}

/// Who is invited to a round, or admitted to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuestsPage {
    /// To which round.
    pub round: RoundRef,
    /// Every organisation of the register, by category and name; for visitors those invited, or
    /// once invited, alone.
    pub guests: Vec<GuestRow>,
    /// May change it.
    pub may_invite: May,
    /// People who speak for organisations, for who may end a mandate: organisation, person, name.
    pub mandates: Vec<(OrganisationName, crate::ids::PersonId, String)>,
}

/// Minutes of a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MinutesView {
    /// Which version, from 1.
    pub version: i64,
    /// How it ended.
    pub ending: Ending,
    /// In words.
    pub words: String,
    /// When.
    pub at: Moment,
}

/// What a round came to: priorities, amendments, positions, resources, minutes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MinutesPage {
    /// Of which round.
    pub round: RoundRef,
    /// Its question.
    pub question: String,
    /// Its objective.
    pub objective: String,
    /// When it opened.
    pub opens: Moment,
    /// When it closed.
    pub closes: Moment,
    /// The minutes, the newest version first.
    pub minutes: Vec<MinutesView>,
    /// The draft as it ended: version, and paragraphs with their number.
    pub draft: Option<(i64, Vec<(u64, String)>)>,
    /// All amendments, with what became of them.
    pub amendments: Vec<(AmendmentCard, Option<VerdictView>)>,
    /// Positions on the whole.
    pub positions: Vec<PositionView>,
    /// Invited, and silent.
    pub silent: Vec<OrganisationName>,
    /// What is brought, and was not taken back.
    pub resources: Vec<ResourceView>,
    /// What was written together, in a co-progettazione.
    pub design: Option<super::DesignEnd>,
    /// May write minutes.
    pub may_write: May,
}
