//! The workbench: drafts of clusters, texts left alone with a reason, and the acts that change
//! them (domain.md §2.5).
//!
//! Drafts are working papers of the office: they join nothing and are never public. Whatever is
//! done on the bench is an act, and an act is the list of what it changed, each with what was
//! before and what is after ([`Change`]). So an act can be undone exactly, as long as what it
//! touched is as it left it; undoing it is an act like any other.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::Share;
use super::drawn::Drawn;
use crate::coded::coded;
use crate::contributions::length;
use crate::faults::{Fault, Refusal, What};
use crate::ids::{ClusterDraftId, ClusterId, ContributionId, PersonId};
use crate::people::Role;
use crate::time::Moment;

/// The most texts that one act takes.
pub const TEXTS_MOST: usize = 200;

coded! {
    /// What was done on the bench.
    ActKind {
        /// A draft was begun.
        Begun = "begun",
        /// Texts were put into a draft.
        Put = "put",
        /// Texts were taken out of a draft.
        TakenOut = "taken_out",
        /// Texts were moved from one draft to another.
        Moved = "moved",
        /// Texts, shares or excerpts of a draft were written.
        Written = "written",
        /// It was said from which sentences of its sources a draft draws.
        Linked = "linked",
        /// A draft was discarded.
        Discarded = "discarded",
        /// A cluster was proposed.
        Proposed = "proposed",
        /// A dissolved cluster was taken up again as a draft.
        Resumed = "resumed",
        /// Texts were left alone, with a reason.
        LeftAlone = "left_alone",
        /// That was taken back.
        TakenBack = "taken_back",
        /// An act was undone.
        Undone = "undone",
    }
}

coded! {
    /// Why a text stands by itself.
    AloneClass {
        /// No other says the like.
        Unique = "unica",
        /// It is a whole proposal already.
        Whole = "completa",
        /// Another body has to do with it.
        OtherBody = "altro_ente",
        /// Something else, said in words.
        Other = "altro",
    }
}

coded! {
    /// Which texts the left pane of the bench shows.
    #[derive(Default)]
    Queue {
        /// Those that nobody has dealt with.
        #[default]
        Waiting = "da_vedere",
        /// Those in a draft, too.
        Drafted = "bozze",
        /// Those left alone.
        Alone = "da_soli",
    }
}

/// The most characters of the words beside a class.
pub const ALONE_MOST: u32 = 500;

/// A text that is left alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alone {
    /// Why, as a class.
    pub class: AloneClass,
    /// Why, in words; needed for [`AloneClass::Other`].
    pub words: String,
    /// Who said so.
    pub by: PersonId,
    /// In which role.
    pub role: Role,
    /// When.
    pub at: Moment,
}

/// What is wrong with a reason to leave texts alone, at the field `parole`.
pub fn alone_faults(class: AloneClass, words: &str) -> Vec<Fault> {
    let (words, mut faults) = (words.trim(), Vec::new());
    if class == AloneClass::Other && words.is_empty() {
        faults.push(Fault::new("parole", What::Missing));
    }
    length(&mut faults, "parole", words, ALONE_MOST);
    faults
}

/// A text's place in a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placed {
    /// Where it stands among the others.
    pub position: i64,
    /// What it is to the cluster.
    pub share: Share,
    /// Marked sentence; empty if none.
    pub excerpt: String,
}

/// Where a draft stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DraftState {
    /// Being worked on.
    Open,
    /// Discarded, and kept; or not begun yet.
    Discarded,
    /// Proposed as this cluster.
    Proposed(ClusterId),
}

/// A text of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// One line.
    Title,
    /// The synthesis.
    Synthesis,
    /// Why these belong together.
    Reason,
}

impl Field {
    /// All.
    pub const ALL: [Field; 3] = [Field::Title, Field::Synthesis, Field::Reason];

    /// Its name in forms.
    pub const fn name(self) -> &'static str {
        match self {
            Field::Title => "title",
            Field::Synthesis => "synthesis",
            Field::Reason => "reason",
        }
    }

    /// The most characters it takes, as the cluster that comes of it.
    pub const fn most(self) -> u32 {
        match self {
            Field::Title => 200,
            Field::Synthesis => 6_000,
            Field::Reason => 2_000,
        }
    }
}

/// The texts of a draft.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Texts {
    /// One line; may be empty.
    pub title: String,
    /// The synthesis; may be empty.
    pub synthesis: String,
    /// Why these belong together; may be empty.
    pub reason: String,
}

impl Texts {
    /// One of them.
    pub fn get(&self, field: Field) -> &str {
        match field {
            Field::Title => &self.title,
            Field::Synthesis => &self.synthesis,
            Field::Reason => &self.reason,
        }
    }

    fn set(&mut self, field: Field, words: String) {
        match field {
            Field::Title => self.title = words,
            Field::Synthesis => self.synthesis = words,
            Field::Reason => self.reason = words,
        }
    }

    /// What is too long; an unfinished draft may be saved.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        for field in Field::ALL {
            length(&mut faults, field.name(), self.get(field), field.most());
        }
        faults
    }
}

/// What somebody writes into a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The version that was read.
    pub version: i64,
    /// Its texts.
    pub texts: Texts,
    /// Share and excerpt of its sources, by number.
    pub sources: Vec<super::ChosenSource>,
}

/// A draft of a cluster, as acts see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Where it stands.
    pub state: DraftState,
    /// Its texts.
    pub texts: Texts,
    /// Its sources.
    pub sources: BTreeMap<ContributionId, Placed>,
    /// What is said of sources, in it or taken out of it.
    pub drawn: BTreeMap<ContributionId, Drawn>,
}

impl Draft {
    /// One that isn't begun yet.
    pub fn blank() -> Draft {
        Draft {
            state: DraftState::Discarded,
            texts: Texts::default(),
            sources: BTreeMap::new(),
            drawn: BTreeMap::new(),
        }
    }

    /// The place after the last source.
    fn end(&self) -> i64 {
        self.sources.values().map(|placed| placed.position).max().unwrap_or(0) + 1
    }
}

/// One thing that an act changed, with what was before and what is after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "what")]
pub enum Change {
    /// Where a draft stands.
    State {
        /// Which.
        draft: ClusterDraftId,
        /// Before.
        before: DraftState,
        /// After.
        after: DraftState,
    },
    /// A text of a draft.
    Words {
        /// Of which.
        draft: ClusterDraftId,
        /// Which text.
        field: Field,
        /// Before.
        before: String,
        /// After.
        after: String,
    },
    /// A source of a draft; `None` where it isn't in it.
    Source {
        /// Of which.
        draft: ClusterDraftId,
        /// Which text.
        contribution: ContributionId,
        /// Before.
        before: Option<Placed>,
        /// After.
        after: Option<Placed>,
    },
    /// What is said of a source of a draft: by which of its sentences the synthesis draws from it;
    /// `None` where nobody has looked.
    Drawn {
        /// Of which.
        draft: ClusterDraftId,
        /// Which text.
        contribution: ContributionId,
        /// Before.
        before: Option<Drawn>,
        /// After.
        after: Option<Drawn>,
    },
    /// A text left alone; `None` where it isn't.
    Alone {
        /// Which text.
        contribution: ContributionId,
        /// Before.
        before: Option<Alone>,
        /// After.
        after: Option<Alone>,
    },
}

/// What a change is about: two changes of one thing are of one cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cell {
    /// Where a draft stands.
    State(ClusterDraftId),
    /// A text of a draft.
    Words(ClusterDraftId, Field),
    /// A source of a draft.
    Source(ClusterDraftId, ContributionId),
    /// What is said of one.
    Drawn(ClusterDraftId, ContributionId),
    /// Whether a text is left alone.
    Alone(ContributionId),
}

impl Change {
    /// What it is about.
    pub const fn cell(&self) -> Cell {
        match *self {
            Change::State { draft, .. } => Cell::State(draft),
            Change::Words { draft, field, .. } => Cell::Words(draft, field),
            Change::Source { draft, contribution, .. } => Cell::Source(draft, contribution),
            Change::Drawn { draft, contribution, .. } => Cell::Drawn(draft, contribution),
            Change::Alone { contribution, .. } => Cell::Alone(contribution),
        }
    }

    /// The draft it is about.
    pub const fn draft(&self) -> Option<ClusterDraftId> {
        match *self {
            Change::State { draft, .. }
            | Change::Words { draft, .. }
            | Change::Source { draft, .. }
            | Change::Drawn { draft, .. } => Some(draft),
            Change::Alone { .. } => None,
        }
    }

    /// The text it is about.
    pub const fn contribution(&self) -> Option<ContributionId> {
        match *self {
            Change::Source { contribution, .. }
            | Change::Drawn { contribution, .. }
            | Change::Alone { contribution, .. } => Some(contribution),
            Change::State { .. } | Change::Words { .. } => None,
        }
    }

    /// The same the other way round.
    pub fn reversed(self) -> Change {
        match self {
            Change::State { draft, before, after } => {
                Change::State { draft, before: after, after: before }
            }
            Change::Words { draft, field, before, after } => {
                Change::Words { draft, field, before: after, after: before }
            }
            Change::Source { draft, contribution, before, after } => {
                Change::Source { draft, contribution, before: after, after: before }
            }
            Change::Drawn { draft, contribution, before, after } => {
                Change::Drawn { draft, contribution, before: after, after: before }
            }
            Change::Alone { contribution, before, after } => {
                Change::Alone { contribution, before: after, after: before }
            }
        }
    }

    /// Whether it alters what somebody may just be writing: a form opened before is out of date.
    /// Putting in and taking out commute; what is said of a source is told by its own mark.
    pub const fn alters(&self) -> bool {
        match self {
            Change::State { .. } | Change::Words { .. } => true,
            Change::Source { before, after, .. } => before.is_some() && after.is_some(),
            Change::Drawn { .. } | Change::Alone { .. } => false,
        }
    }

    /// The draft and the text, where it leaves a source without a marked excerpt that was not in
    /// the draft so.
    pub fn whole(&self) -> Option<(ClusterDraftId, ContributionId)> {
        match self {
            Change::Source { draft, contribution, before, after: Some(placed) } => {
                let was = before.as_ref().is_some_and(|before| before.excerpt.is_empty());
                (placed.excerpt.is_empty() && !was).then_some((*draft, *contribution))
            }
            Change::Source { .. }
            | Change::State { .. }
            | Change::Words { .. }
            | Change::Drawn { .. }
            | Change::Alone { .. } => None,
        }
    }

    /// The draft and the text, where it takes one out.
    pub const fn leaves(&self) -> Option<(ClusterDraftId, ContributionId)> {
        match self {
            Change::Source { draft, contribution, after: None, .. } => {
                Some((*draft, *contribution))
            }
            Change::Source { .. }
            | Change::State { .. }
            | Change::Words { .. }
            | Change::Drawn { .. }
            | Change::Alone { .. } => None,
        }
    }

    /// The draft and the text, where it puts one in that wasn't.
    pub const fn enters(&self) -> Option<(ClusterDraftId, ContributionId)> {
        match self {
            Change::Source { draft, contribution, before: None, after: Some(_) } => {
                Some((*draft, *contribution))
            }
            Change::Source { .. }
            | Change::State { .. }
            | Change::Words { .. }
            | Change::Drawn { .. }
            | Change::Alone { .. } => None,
        }
    }
}

/// What of the bench some acts concern.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bench {
    /// Drafts.
    pub drafts: BTreeMap<ClusterDraftId, Draft>,
    /// Texts left alone.
    pub alone: BTreeMap<ContributionId, Alone>,
}

impl Bench {
    /// Whether what a change touched is as it left it.
    pub fn as_left(&self, change: &Change) -> bool {
        let of = |draft: &ClusterDraftId| self.drafts.get(draft);
        match change {
            Change::State { draft, after, .. } => of(draft).is_some_and(|d| d.state == *after),
            Change::Words { draft, field, after, .. } => {
                of(draft).is_some_and(|d| d.texts.get(*field) == after)
            }
            Change::Source { draft, contribution, after, .. } => {
                of(draft).is_some_and(|d| d.sources.get(contribution) == after.as_ref())
            }
            Change::Drawn { draft, contribution, after, .. } => {
                of(draft).is_some_and(|d| d.drawn.get(contribution) == after.as_ref())
            }
            Change::Alone { contribution, after, .. } => {
                self.alone.get(contribution) == after.as_ref()
            }
        }
    }

    /// Makes a change.
    pub fn apply(&mut self, change: &Change) {
        if let Some(draft) = change.draft() {
            self.drafts.entry(draft).or_insert_with(Draft::blank);
        }
        match change {
            Change::State { draft, after, .. } => {
                if let Some(draft) = self.drafts.get_mut(draft) {
                    draft.state = *after;
                }
            }
            Change::Words { draft, field, after, .. } => {
                if let Some(draft) = self.drafts.get_mut(draft) {
                    draft.texts.set(*field, after.clone());
                }
            }
            Change::Source { draft, contribution, after, .. } => {
                if let Some(draft) = self.drafts.get_mut(draft) {
                    put_or_take(&mut draft.sources, *contribution, after.clone());
                }
            }
            Change::Drawn { draft, contribution, after, .. } => {
                if let Some(draft) = self.drafts.get_mut(draft) {
                    put_or_take(&mut draft.drawn, *contribution, after.clone());
                }
            }
            Change::Alone { contribution, after, .. } => {
                put_or_take(&mut self.alone, *contribution, after.clone());
            }
        }
    }

    /// What undoing an act changes: each thing back to what it was.
    ///
    /// # Errors
    ///
    /// The cells that a later act has changed.
    pub fn undo(&self, changes: &[Change]) -> Result<Vec<Change>, Vec<Cell>> {
        let moved: Vec<Cell> =
            changes.iter().filter(|one| !self.as_left(one)).map(Change::cell).collect();
        if moved.is_empty() {
            Ok(changes.iter().rev().cloned().map(Change::reversed).collect())
        } else {
            Err(moved)
        }
    }

    /// What putting texts into a draft changes; those left alone are no longer. A text that is in
    /// it stays as it is, whatever is asked: putting the same in twice puts it in once.
    pub fn put(
        &self,
        draft: ClusterDraftId,
        texts: impl IntoIterator<Item = (ContributionId, Share, String)>,
    ) -> Vec<Change> {
        let blank = Draft::blank();
        let into = self.drafts.get(&draft).unwrap_or(&blank);
        let (mut position, mut seen) = (into.end(), BTreeSet::new());
        let mut changes = Vec::new();
        for (contribution, share, excerpt) in texts {
            if into.sources.contains_key(&contribution) || !seen.insert(contribution) {
                continue;
            }
            changes.extend(self.not_alone(contribution));
            let after = Some(Placed { position, share, excerpt });
            changes.push(Change::Source { draft, contribution, before: None, after });
            position += 1;
        }
        changes
    }

    /// What no longer leaving a text alone changes, if it is.
    pub fn not_alone(&self, contribution: ContributionId) -> Option<Change> {
        let before = Some(self.alone.get(&contribution)?.clone());
        Some(Change::Alone { contribution, before, after: None })
    }

    /// What taking texts out of a draft changes.
    pub fn take_out(&self, draft: ClusterDraftId, texts: &[ContributionId]) -> Vec<Change> {
        let Some(from) = self.drafts.get(&draft) else { return Vec::new() };
        let chosen: BTreeSet<&ContributionId> = texts.iter().collect();
        chosen
            .into_iter()
            .filter_map(|&contribution| {
                let before = Some(from.sources.get(&contribution)?.clone());
                Some(Change::Source { draft, contribution, before, after: None })
            })
            .collect()
    }

    /// What moving texts from one draft to another changes: share and excerpt go with them. What
    /// is in the other already stays there as it is.
    pub fn move_over(
        &self,
        from: ClusterDraftId,
        to: ClusterDraftId,
        texts: &[ContributionId],
    ) -> Vec<Change> {
        if from == to {
            return Vec::new();
        }
        let mut out = self.take_out(from, texts);
        let taken = |one: &ContributionId| {
            let placed = self.drafts.get(&from)?.sources.get(one)?;
            Some((*one, placed.share, placed.excerpt.clone()))
        };
        let carried: Vec<_> = texts.iter().filter_map(taken).collect();
        out.extend(self.put(to, carried));
        out
    }

    /// What saving the texts of a draft, and share and excerpt of its sources, changes: only
    /// where something is another. Sources that are not in it are passed over.
    pub fn write(
        &self,
        draft: ClusterDraftId,
        texts: &Texts,
        sources: &[(ContributionId, Share, String)],
    ) -> Vec<Change> {
        let Some(kept) = self.drafts.get(&draft) else { return Vec::new() };
        let mut changes = Vec::new();
        for field in Field::ALL {
            let (before, after) = (kept.texts.get(field), texts.get(field));
            if before != after {
                let (before, after) = (before.to_owned(), after.to_owned());
                changes.push(Change::Words { draft, field, before, after });
            }
        }
        let mut seen = BTreeSet::new();
        for (contribution, share, excerpt) in sources {
            // Said twice, the first counts.
            if !seen.insert(contribution) {
                continue;
            }
            let Some(placed) = kept.sources.get(contribution) else { continue };
            let (share, excerpt) = (*share, excerpt.clone());
            let after = Placed { position: placed.position, share, excerpt };
            if *placed != after {
                let (contribution, before) = (*contribution, Some(placed.clone()));
                changes.push(Change::Source { draft, contribution, before, after: Some(after) });
            }
        }
        changes
    }

    /// What saying from which sentences a draft draws changes, by source: only where something
    /// else is said. Texts that are not in it are passed over.
    pub fn link(
        &self,
        draft: ClusterDraftId,
        said: impl IntoIterator<Item = (ContributionId, Drawn)>,
    ) -> Vec<Change> {
        let Some(kept) = self.drafts.get(&draft) else { return Vec::new() };
        said.into_iter()
            .filter(|(contribution, _)| kept.sources.contains_key(contribution))
            .filter(|(contribution, drawn)| kept.drawn.get(contribution) != Some(drawn))
            .map(|(contribution, drawn)| Change::Drawn {
                draft,
                contribution,
                before: kept.drawn.get(&contribution).cloned(),
                after: Some(drawn),
            })
            .collect()
    }

    /// What leaving texts alone changes; those left alone for the same reason stay so.
    pub fn leave_alone(&self, texts: &[ContributionId], alone: &Alone) -> Vec<Change> {
        let chosen: BTreeSet<&ContributionId> = texts.iter().collect();
        chosen
            .into_iter()
            .filter_map(|&contribution| {
                let before = self.alone.get(&contribution).cloned();
                let same = |one: &Alone| (one.class, &one.words) == (alone.class, &alone.words);
                if before.as_ref().is_some_and(same) {
                    return None;
                }
                Some(Change::Alone { contribution, before, after: Some(alone.clone()) })
            })
            .collect()
    }
}

fn put_or_take<K: Ord, V>(map: &mut BTreeMap<K, V>, key: K, value: Option<V>) {
    match value {
        Some(value) => {
            map.insert(key, value);
        }
        None => {
            map.remove(&key);
        }
    }
}

/// Where else a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// In a cluster that stands, of this number.
    Cluster(i64),
    /// In a draft that is being worked on, of this number.
    Draft(i64),
}

/// A text may enter a second cluster or draft only with a marked excerpt (domain.md §2.5.4).
///
/// # Errors
///
/// [`Refusal::TextElsewhere`], with where it is.
pub fn alone_or_marked(text: i64, excerpt: &str, elsewhere: &[Place]) -> Result<(), Refusal> {
    match elsewhere.first() {
        Some(&place) if excerpt.trim().is_empty() => Err(Refusal::TextElsewhere { text, place }),
        Some(_) | None => Ok(()),
    }
}

/// Whether a draft can be worked on.
///
/// # Errors
///
/// [`Refusal::DraftEnded`] once it was proposed or discarded.
pub const fn workable(state: DraftState) -> Result<(), Refusal> {
    match state {
        DraftState::Open => Ok(()),
        DraftState::Discarded | DraftState::Proposed(_) => Err(Refusal::DraftEnded),
    }
}

#[cfg(test)]
mod tests;
