//! Needs and proposals: lists, search, page, writing, receipt.

use serde::{Deserialize, Serialize};

use super::{
    ActionRef, ClusterRef, ContributionRef, Handled, LinkView, May, NoteView, OwnMerge, Paging,
    PlaceName, PolicyName, ProposedMerge, RoundRef, Thread,
};
use crate::comments::Stance;
use crate::contributions::{AuthorKind, Channel, Kind, Stage, Standing, Words};
use crate::faults::{Fault, What};
use crate::forms::Fields;
use crate::moderation::ReasonClass;
use crate::outcomes::Outcome;
use crate::people::Role;
use crate::rounds::ModerationMode;
use crate::screening::Screening;
use crate::suppression::Shown;
use crate::time::Moment;

/// A contribution in lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContributionCard {
    /// Which.
    pub contribution: ContributionRef,
    /// First words, at most 280 characters, cut at a word.
    pub excerpt: String,
    /// Municipality it speaks of.
    pub municipality: String,
    /// Code of the policy.
    pub policy_code: String,
    /// Name of the policy.
    pub policy: String,
    /// Capacity of the author.
    pub author_kind: AuthorKind,
    /// Organisation that speaks.
    pub organisation: Option<String>,
    /// Name of the author, only where they chose it.
    pub byline: Option<String>,
    /// When it became public.
    pub at: Moment,
    /// How far along its thread.
    pub stage: Stage,
    /// What became of it.
    pub outcome: Option<Outcome>,
    /// Supporters, as they may be shown.
    pub supports: Shown,
    /// Public comments.
    pub comments: u32,
}

/// Order of a list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// The least heard, the new and the supported in turns ([`crate::ordering::mixed`]).
    #[default]
    Mixed,
    /// Newest first.
    Newest,
    /// Most supported first, by the shown bands; newest within a band.
    Supported,
    /// Those with the fewest supporters and comments first ([`crate::ordering::attention`]); of
    /// these the ones that wait longest.
    LeastHeard,
    /// Those on which people speak for and against most evenly first
    /// ([`crate::ordering::attention`]).
    Controversial,
    /// Oldest first.
    Oldest,
    /// Best match first (searches).
    Relevance,
}

impl Sort {
    /// Value in the address and end of Fluent keys.
    pub const fn code(self) -> &'static str {
        match self {
            Sort::Mixed => "mescolati",
            Sort::Newest => "recenti",
            Sort::Supported => "sostenuti",
            Sort::LeastHeard => "poco-ascoltati",
            Sort::Controversial => "controversi",
            Sort::Oldest => "primi",
            Sort::Relevance => "pertinenza",
        }
    }

    /// All, in the order in which they are offered.
    pub const ALL: [Sort; 7] = [
        Sort::Mixed,
        Sort::Newest,
        Sort::Supported,
        Sort::LeastHeard,
        Sort::Controversial,
        Sort::Oldest,
        Sort::Relevance,
    ];
}

/// What is asked of a list. Codes are those of the address.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Filter {
    /// Need, proposal or both.
    pub kind: Option<Kind>,
    /// Number of the round.
    pub round: Option<i64>,
    /// Code of the area.
    pub area: Option<String>,
    /// Code of the policy.
    pub policy: Option<String>,
    /// Code of the municipality.
    pub municipality: Option<String>,
    /// Stage.
    pub stage: Option<Stage>,
    /// Words to search.
    pub query: Option<String>,
    /// Order.
    pub sort: Sort,
    /// Page, from 1.
    pub page: u32,
    /// On the workbench: which of its texts.
    pub queue: crate::merging::bench::Queue,
    /// On the workbench: how many a page holds, if not the usual.
    pub size: Option<u32>,
}

/// A choice of a filter, with how many there are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Value in the address.
    pub code: String,
    /// Name; empty where the page knows it from the code.
    pub name: String,
    /// Public contributions that have it (of the list's kind and round).
    pub count: u64,
}

/// A stretch of a list in the mixed order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WalkView {
    /// How many texts come before it.
    pub shown: u32,
    /// Where the next one begins, as it stands in an address; `None` at the end.
    pub next: Option<String>,
}

/// A list of contributions, or the answer to a search.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ContributionList {
    /// What was asked.
    pub filter: Filter,
    /// Where one is. In the mixed order there are no pages to jump to, and it counts alone.
    pub paging: Paging,
    /// Where one is in the mixed order.
    pub walk: Option<WalkView>,
    /// This page.
    pub cards: Vec<ContributionCard>,
    /// No text has all the words that were searched: these have some.
    pub some: bool,
    /// Rounds to choose from.
    pub rounds: Vec<Choice>,
    /// Areas to choose from.
    pub areas: Vec<Choice>,
    /// Policies to choose from.
    pub policies: Vec<Choice>,
    /// Municipalities to choose from.
    pub municipalities: Vec<Choice>,
    /// Stages to choose from.
    pub stages: Vec<Choice>,
    /// May send a need now (the first open round that takes them).
    pub may_need: May,
    /// May send a proposal now.
    pub may_propose: May,
}

/// A contribution.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ContributionPage {
    /// In short (title and excerpt empty for a tombstone).
    pub card: ContributionCard,
    /// Policy in full.
    pub policy: PolicyName,
    /// Round in which it was sent.
    pub round: RoundRef,
    /// Where it stands.
    pub standing: Standing,
    /// Its words; `None` for a tombstone or for who may not read them.
    pub words: Option<Words>,
    /// Translation into the page's language, or into Italian.
    pub translation: Option<Translation>,
    /// What is left of a text that was withdrawn or hidden.
    pub tombstone: Option<Tombstone>,
    /// How it arrived.
    pub channel: Channel,
    /// Where it was said, if in a session of the Community Lab.
    pub said: Option<super::SaidInSession>,
    /// Written by an operator for the person.
    pub assisted: bool,
    /// Number of revisions since it was first public.
    pub revisions: u32,
    /// Voices that said «anche per me», as they may be shown.
    pub echoes: Shown,
    /// Need that this one echoes.
    pub echo_of: Option<ContributionRef>,
    /// Needs it answers.
    pub answers: Vec<ContributionRef>,
    /// Proposals that answer it.
    pub answered_by: Vec<ContributionRef>,
    /// Clusters it is in.
    pub clusters: Vec<ClusterRef>,
    /// Merges of it that are proposed.
    pub proposed: Vec<ProposedMerge>,
    /// Of its merges, what their author may answer; for the author alone.
    pub merges: Vec<OwnMerge>,
    /// Actions it is in.
    pub actions: Vec<ActionRef>,
    /// Texts and actions it is linked to.
    pub links: Vec<LinkView>,
    /// May link it to others, and take its links back.
    pub may_link: May,
    /// The parts in which it is read, if it is.
    pub split: Option<super::SplitView>,
    /// May read it in parts, or rejoin them.
    pub may_split: May,
    /// Similar ones.
    pub similar: Vec<SimilarCard>,
    /// Its comments, oldest first.
    pub comments: Vec<CommentView>,
    /// The thread so far.
    pub thread: Thread,
    /// The viewer supports it.
    pub supported: bool,
    /// May support (or take the support back).
    pub may_support: May,
    /// May comment.
    pub may_comment: May,
    /// May report it.
    pub may_flag: May,
    /// It is the viewer's own.
    pub own: bool,
    /// May correct it (own, not yet public).
    pub may_correct: May,
    /// May withdraw it.
    pub may_withdraw: May,
    /// What moderators did with it, to its author alone.
    pub handled: Handled,
    /// What two people found about supports that came all together.
    pub notes: Vec<NoteView>,
    /// May answer it directly (Ufficio di Piano).
    pub may_answer: May,
    /// May draft an action from it.
    pub may_draft: May,
    /// Organisations to pass it on to, if it may be answered.
    pub organisations: Vec<(String, String)>,
}

/// A translation, never in place of the original.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Translation {
    /// Language.
    pub language: String,
    /// Title.
    pub title: String,
    /// Body.
    pub body: String,
    /// A person has checked it.
    pub verified: bool,
}

/// What is left of a text that is no longer public (invariant 3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tombstone {
    /// When.
    pub at: Moment,
    /// By whom, as a role; `None` for the author.
    pub role: Option<Role>,
    /// Class of reason.
    pub reason_class: Option<ReasonClass>,
    /// What the moderator wrote, for the author and the moderators alone.
    pub reason: Option<String>,
}

/// A similar contribution, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SimilarCard {
    /// Which.
    pub contribution: ContributionRef,
    /// First words, at most 140 characters.
    pub excerpt: String,
    /// Words both have.
    pub shared_words: Vec<String>,
    /// Both are of one policy.
    pub same_policy: bool,
    /// It says alike in other words.
    pub other_words: bool,
    /// Supporters, as they may be shown.
    pub supports: Shown,
}

/// A comment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommentView {
    /// Its number in the Ambito, also its anchor `commento-N`.
    pub number: i64,
    /// Capacity of the author.
    pub author_kind: AuthorKind,
    /// Organisation.
    pub organisation: Option<String>,
    /// Name, where chosen.
    pub byline: Option<String>,
    /// What it is; an answer answers, and those from before say nothing.
    pub stance: Option<Stance>,
    /// Role of the author that is public by office.
    pub role: Option<Role>,
    /// Text; `None` for a tombstone.
    pub body: Option<String>,
    /// Language of the text; empty where that is not on record.
    pub language: String,
    /// When.
    pub at: Moment,
    /// When it was edited after somebody had answered it.
    pub changed: Option<Moment>,
    /// How many agree, as it may be shown.
    pub agreements: Shown,
    /// The viewer agrees.
    pub agreed: bool,
    /// May agree (or take that back).
    pub may_agree: May,
    /// Until when its author may edit it: they look, and it is not over.
    pub editable: Option<Moment>,
    /// It waits for a moderator; only its author and the moderators see it.
    pub waits: bool,
    /// The viewer's own.
    pub own: bool,
    /// Why it is hidden, to its author alone.
    pub tombstone: Option<Tombstone>,
    /// What moderators did with it, to its author alone.
    pub handled: Handled,
    /// Answers to it (one level).
    pub answers: Vec<CommentView>,
}

/// What the forms to write a need or a proposal offer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WritingPage {
    /// What is written.
    pub kind: Kind,
    /// For which round.
    pub round: RoundRef,
    /// Its question.
    pub question: String,
    /// Last moment.
    pub closes: Moment,
    /// When texts are read by a moderator.
    pub moderation: ModerationMode,
    /// Municipalities.
    pub municipalities: Vec<PlaceName>,
    /// Policies.
    pub policies: Vec<PolicyName>,
    /// The viewer's name, to choose whether it is shown.
    pub name: Option<String>,
    /// May send it without a name.
    pub may_unsigned: May,
    /// May send it with a name, or for an organisation.
    pub may_sign: May,
    /// Organisations the viewer may write for: id (value of the field) and name.
    pub organisations: Vec<(String, String)>,
    /// Similar ones to what is written, once something is.
    pub similar: Vec<SimilarCard>,
    /// Needs a proposal can say it answers: chosen ones first, then similar ones.
    pub needs: Vec<ContributionRef>,
}

impl WritingPage {
    /// What is wrong with the name that was chosen, where the viewer can't send it so.
    pub fn name_fault(&self, fields: &Fields) -> Option<Fault> {
        let named = fields.text("signed") == "yes" || !fields.text("organisation").is_empty();
        let may = if named { &self.may_sign } else { &self.may_unsigned };
        may.is_err().then(|| Fault::new("signed", What::NotAChoice))
    }
}

/// After sending: what was sent and what happens next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptPage {
    /// What was sent.
    pub contribution: ContributionRef,
    /// Where it stands.
    pub standing: Standing,
    /// The code, in groups; only right after sending without an account.
    pub code: Option<String>,
    /// Closing of the round.
    pub closes: Moment,
    /// When it was sent.
    pub at: Moment,
    /// What the detectors found in it: why it is read first, and whether help is shown.
    pub screening: Screening,
}

/// What the holder of a receipt code sees and may do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FollowPage {
    /// Which.
    pub contribution: ContributionRef,
    /// Round.
    pub round: RoundRef,
    /// Where it stands.
    pub standing: Standing,
    /// Its words; `None` once withdrawn.
    pub words: Option<Words>,
    /// What is left of it on the public pages, with what the moderator wrote to its author.
    pub tombstone: Option<Tombstone>,
    /// The thread so far.
    pub thread: Thread,
    /// May correct it.
    pub may_correct: May,
    /// May withdraw it.
    pub may_withdraw: May,
    /// What moderators did with it.
    pub handled: Handled,
    /// Its merges, with what may be answered.
    pub merges: Vec<OwnMerge>,
}
