//! Drafts of clusters on the workbench, and what was done there: for staff alone.

use serde::{Deserialize, Serialize};

use super::{ClusterRef, May, RoundRef, SimilarCard, SourceView};
use crate::merging::bench::{ActKind, AloneClass};
use crate::people::Role;
use crate::time::Moment;

/// A draft as other pages point at it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BenchDraftRef {
    /// Number in the Ambito.
    pub number: i64,
    /// One line; empty while nobody has written one.
    pub title: String,
}

/// Who did something, by office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ByOffice {
    /// Name; empty if they hold no office any more.
    pub name: String,
    /// Role.
    pub role: Role,
}

/// A draft in lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BenchDraftCard {
    /// Which.
    pub draft: BenchDraftRef,
    /// Version of what a form could overwrite.
    pub version: i64,
    /// Number of sources.
    pub sources: u32,
    /// Who touched it last.
    pub by: ByOffice,
    /// When.
    pub at: Moment,
}

/// Where else a text is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlaceView {
    /// In a cluster that stands.
    Cluster(ClusterRef),
    /// In a draft that is being worked on.
    Draft(BenchDraftRef),
}

/// A source of a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BenchDraftSource {
    /// The text, with share and excerpt; words and excerpt are empty once it isn't public.
    pub source: SourceView,
    /// Its sentences, to mark some.
    pub sentences: Vec<String>,
    /// The parts in which it is read.
    pub parts: Vec<super::PartView>,
    /// It is public: another one has to be taken out before the draft is proposed.
    pub public: bool,
    /// Where else it is.
    pub elsewhere: Vec<PlaceView>,
}

/// How a draft ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BenchDraftEnd {
    /// Discarded.
    Discarded,
    /// Proposed as this cluster.
    Proposed(ClusterRef),
}

/// A draft of a cluster.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BenchDraftPage {
    /// In short.
    pub card: BenchDraftCard,
    /// Its round.
    pub round: RoundRef,
    /// The synthesis so far.
    pub synthesis: String,
    /// Why these belong together, so far.
    pub reason: String,
    /// For how many days authors may object once it is proposed.
    pub objection_days: u16,
    /// Where the synthesis comes from so far.
    pub collected: super::DraftCollected,
    /// Its sources, in their order.
    pub sources: Vec<BenchDraftSource>,
    /// Others that say alike, ranked; with where they are.
    pub suggestions: Vec<(SimilarCard, Vec<PlaceView>)>,
    /// Other drafts of the round, to move texts to.
    pub others: Vec<BenchDraftRef>,
    /// How it ended, once it did.
    pub ended: Option<BenchDraftEnd>,
    /// May be worked on.
    pub may: May,
    /// Its last acts.
    pub acts: Vec<ActView>,
    /// Who else is at the bench, and as of when it was read.
    pub life: super::BenchLife,
    /// Notes on it.
    pub notes: Vec<NoteOn>,
}

/// Whether an act can be undone now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Undoable {
    /// Yes.
    Yes,
    /// What it did was changed by a later one, of this number.
    Later(i64),
    /// It was undone by the act of this number.
    Undone(i64),
    /// What it would restore was erased.
    Erased,
    /// It proposed a cluster: dissolving that undoes it.
    Dissolve,
}

/// An act on the bench.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActView {
    /// Number in the Ambito.
    pub number: i64,
    /// What was done.
    pub kind: ActKind,
    /// By whom.
    pub by: ByOffice,
    /// When.
    pub at: Moment,
    /// How many texts it was about.
    pub texts: u32,
    /// The draft it is about.
    pub draft: Option<BenchDraftRef>,
    /// The draft out of which texts were moved.
    pub other: Option<BenchDraftRef>,
    /// The cluster that was proposed, or taken up again.
    pub cluster: Option<ClusterRef>,
    /// What the act that it undoes had done, and its number.
    pub undoes: Option<(i64, ActKind)>,
    /// Whether it can be undone.
    pub undoable: Undoable,
}

/// What a note is about; numbers are those of the Ambito.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoteAbout {
    /// A text.
    Text(i64),
    /// A draft.
    Draft(i64),
    /// A cluster.
    Cluster(i64),
    /// The round as a whole.
    Round,
}

/// A note between those who work on the bench.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteOn {
    /// Number in the Ambito.
    pub number: i64,
    /// Its words; `None` once it was removed, or its text erased.
    pub words: Option<String>,
    /// Who wrote it.
    pub by: ByOffice,
    /// When.
    pub at: Moment,
    /// It is the viewer's own, and may be removed.
    pub own: bool,
}

/// Why a text is left alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AloneView {
    /// Why, as a class.
    pub class: AloneClass,
    /// Why, in words; may be empty.
    pub words: String,
    /// In which role somebody said so.
    pub role: Role,
    /// When.
    pub at: Moment,
}
