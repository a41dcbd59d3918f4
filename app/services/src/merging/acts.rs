//! Acts on the bench: each is permitted, decided, kept with what it changed, and can be undone as
//! long as what it touched is as it left it.

use std::collections::{BTreeMap, BTreeSet};

use domain::contributions::Standing;
use domain::faults::Refusal;
use domain::ids::{BenchActId, ClusterDraftId, ClusterId, ContributionId, PersonId};
use domain::merging::bench::{
    ActKind, Bench, Cell, Change, DraftState, Place, alone_or_marked, workable,
};
use domain::people::Role;
use domain::policy::{Facts, Operation, Permit, permit};
use domain::views::ClusterRef;
use domain::views::{ActView, BenchDraftRef, ByOffice, PlaceView, Undoable};
use store::bench::acts::{NewAct, StoredAct};
use store::bench::{Elsewhere, StoredDraft};
use store::read::rounds::StoredRound;
use store::{Snapshot, Tx, read};

use super::{round_of, unsettled};
use crate::{Asking, Declined, Services, commit, links};

/// How many acts the bench shows.
const SHOWN: u32 = 20;

/// A transaction in which somebody works on the bench of a round, with leave.
pub(super) struct Work {
    pub(super) tx: Tx,
    pub(super) permit: Permit,
    pub(super) round: StoredRound,
    by: (PersonId, Role),
}

/// What an act is about.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct About {
    pub(super) draft: Option<ClusterDraftId>,
    pub(super) other: Option<ClusterDraftId>,
    pub(super) cluster: Option<ClusterId>,
    pub(super) undoes: Option<BenchActId>,
}

/// Whether this person may work on the bench of a round.
pub(super) fn leave(ask: &Asking, round: &StoredRound) -> Result<Permit, Refusal> {
    let facts = Facts::within(ask.ambito, &round.round);
    let permit = permit(&ask.actor, Operation::MakeCluster, &facts, ask.now)?;
    unsettled(round, ask.now)?;
    Ok(permit)
}

impl Work {
    /// Begins to work on the bench of a round.
    pub(super) async fn on(
        services: &Services,
        ask: &Asking,
        round: i64,
    ) -> Result<Work, Declined> {
        let mut tx = services.begin(ask.ambito).await?;
        let round = round_of(&mut tx, ask, round).await?;
        Work::within(tx, ask, round)
    }

    /// The same in a transaction that has begun.
    pub(super) fn within(tx: Tx, ask: &Asking, round: StoredRound) -> Result<Work, Declined> {
        let permit = leave(ask, &round)?;
        let by = (permit.person().ok_or(Refusal::SignInNeeded)?, links::role(&permit)?);
        Ok(Work { tx, permit, round, by })
    }

    /// A draft of this round that can be worked on.
    pub(super) async fn draft(
        &mut self,
        ask: &Asking,
        number: i64,
    ) -> Result<StoredDraft, Declined> {
        let found = store::bench::by_number(&mut self.tx, ask.ambito, number).await?;
        let draft = found.filter(|draft| draft.round == self.round.round.id);
        let draft = draft.ok_or(Declined::NotFound)?;
        workable(draft.state)?;
        Ok(draft)
    }

    /// Texts of this round by their numbers, those that are public alone; another number is no
    /// choice.
    pub(super) async fn texts(
        &mut self,
        ask: &Asking,
        numbers: &[i64],
    ) -> Result<Vec<ContributionId>, Declined> {
        let facts = store::merging::facts(&mut self.tx, ask.ambito, numbers).await?;
        let mut found = Vec::new();
        for number in numbers {
            let text = facts.iter().find(|one| one.number == *number).ok_or(Declined::NotFound)?;
            if text.standing != Standing::Published {
                return Err(Refusal::NotPublic.into());
            }
            if text.round != self.round.round.id {
                return Err(Refusal::DoNotBelong.into());
            }
            found.push(text.id);
        }
        Ok(found)
    }

    /// Begins an empty draft: its id, number, and the change that opens it.
    pub(super) async fn begin(
        &mut self,
        services: &Services,
        ask: &Asking,
    ) -> Result<(ClusterDraftId, i64, Change), Declined> {
        let draft = services.chance.id(ask.now);
        let (round, by) = (self.round.round.id, self.by);
        let number =
            store::bench::acts::begin(&mut self.tx, &self.permit, draft, round, by).await?;
        let (before, after) = (DraftState::Discarded, DraftState::Open);
        Ok((draft, number, Change::State { draft, before, after }))
    }

    /// Who works here, and in which role.
    pub(super) const fn by(&self) -> (PersonId, Role) {
        self.by
    }

    /// Makes the changes of an act, after a look whether they may be: texts that enter are public,
    /// and in a second place only with a marked excerpt. Nothing to change is no act.
    pub(super) async fn enact(
        &mut self,
        services: &Services,
        ask: &Asking,
        kind: ActKind,
        about: About,
        changes: &[Change],
    ) -> Result<Option<i64>, Declined> {
        if changes.is_empty() && kind != ActKind::Proposed {
            return Ok(None);
        }
        fits(&mut self.tx, changes).await?;
        let new = NewAct {
            id: services.chance.id(ask.now),
            round: self.round.round.id,
            kind,
            by: self.by,
            draft: about.draft,
            other_draft: about.other,
            cluster: about.cluster,
            undoes: about.undoes,
        };
        let number = store::bench::acts::enact(&mut self.tx, &self.permit, &new, changes).await?;
        Ok(Some(number))
    }

    /// Keeps what was done.
    pub(super) async fn done(self) -> Result<(), Declined> {
        commit(self.tx).await
    }
}

/// Whether texts that changes bring into drafts are public, and may be there.
async fn fits(snapshot: &mut Snapshot, changes: &[Change]) -> Result<(), Declined> {
    let mut whole: Vec<(ClusterDraftId, ContributionId)> =
        changes.iter().filter_map(Change::whole).collect();
    let mut entering: Vec<ContributionId> =
        changes.iter().filter_map(Change::enters).map(|(_, text)| text).collect();
    // A draft that is taken up again brings its sources with it.
    let opened: Vec<ClusterDraftId> = changes
        .iter()
        .filter_map(|change| match change {
            Change::State { draft, after: DraftState::Open, .. } => Some(*draft),
            Change::State { .. }
            | Change::Words { .. }
            | Change::Source { .. }
            | Change::Drawn { .. }
            | Change::Alone { .. } => None,
        })
        .collect();
    for source in store::bench::sources(snapshot, &opened).await? {
        if source.placed.excerpt.is_empty() {
            whole.push((source.draft, source.contribution));
        }
    }
    let marked: Vec<ContributionId> = whole.iter().map(|(_, text)| *text).collect();
    entering.extend(&marked);
    entering.sort_unstable();
    entering.dedup();
    let cards = read::contributions::cards(snapshot, &entering, store::read::Sight::Public).await?;
    let enters = |id: &ContributionId| {
        changes.iter().filter_map(Change::enters).any(|(_, text)| text == *id)
    };
    if cards.iter().any(|card| card.standing != Standing::Published && enters(&card.id)) {
        return Err(Refusal::NotPublic.into());
    }
    let numbers: BTreeMap<ContributionId, i64> =
        cards.iter().map(|card| (card.id, card.card.contribution.number)).collect();
    let elsewhere = store::bench::elsewhere(snapshot, &marked).await?;
    let left: BTreeSet<_> = changes.iter().filter_map(Change::leaves).collect();
    for (draft, text) in whole {
        let others: Vec<Place> = elsewhere
            .iter()
            .filter(|one| one.contribution == text && one.draft != Some(draft))
            .filter(|one| one.draft.is_none_or(|other| !left.contains(&(other, text))))
            .map(|one| one.place)
            .collect();
        let number = numbers.get(&text).copied().unwrap_or_default();
        alone_or_marked(number, "", &others)?;
    }
    Ok(())
}

/// Where else a text is, as pages show it.
pub(super) fn place_view(one: &Elsewhere) -> PlaceView {
    let title = one.title.clone();
    match one.place {
        Place::Cluster(number) => PlaceView::Cluster(ClusterRef { number, title }),
        Place::Draft(number) => PlaceView::Draft(BenchDraftRef { number, title }),
    }
}

/// Undoes an act: what it changed is as it was. Undoing is an act, and can be undone too.
///
/// # Errors
///
/// [`Refusal::ChangedSince`] if a later act changed what it did; [`Refusal::DraftEnded`] for what
/// dissolving a cluster undoes.
pub async fn undo(
    services: &Services,
    ask: &Asking,
    round: i64,
    number: i64,
) -> Result<(), Declined> {
    let mut work = Work::on(services, ask, round).await?;
    let found = store::bench::acts::by_number(&mut work.tx, ask.ambito, number).await?;
    let act = found.filter(|act| act.round == work.round.round.id).ok_or(Declined::NotFound)?;
    if act.kind == ActKind::Proposed {
        return Err(Refusal::DraftEnded.into());
    }
    let mut changes = store::bench::acts::changes(&mut work.tx, &[act.id]).await?;
    let changes = changes.remove(&act.id).flatten().ok_or(Refusal::NotPublic)?;
    let (drafts, texts) = touched(&changes);
    let bench = store::bench::bench(&mut work.tx, &drafts, &texts).await?;
    let back = match bench.undo(&changes) {
        Ok(back) => back,
        Err(cells) => return Err(later(&mut work.tx, &act, &changes, &cells).await?.into()),
    };
    let about = About {
        draft: act.draft,
        other: act.other_draft,
        cluster: act.cluster,
        undoes: Some(act.id),
    };
    work.enact(services, ask, ActKind::Undone, about, &back).await?;
    work.done().await
}

/// The drafts and texts that changes touch.
fn touched(changes: &[Change]) -> (Vec<ClusterDraftId>, Vec<ContributionId>) {
    let drafts: BTreeSet<_> = changes.iter().filter_map(Change::draft).collect();
    let texts: BTreeSet<_> = changes.iter().filter_map(Change::contribution).collect();
    (drafts.into_iter().collect(), texts.into_iter().collect())
}

/// Which later act hinders undoing one.
async fn later(
    snapshot: &mut Snapshot,
    act: &StoredAct,
    changes: &[Change],
    cells: &[Cell],
) -> Result<Refusal, Declined> {
    let (drafts, texts) = touched(changes);
    let acts = store::bench::acts::later(snapshot, act, &drafts, &texts).await?;
    let ids: Vec<BenchActId> = acts.iter().map(|act| act.id).collect();
    let of = store::bench::acts::changes(snapshot, &ids).await?;
    let hinders = |one: &&StoredAct| match of.get(&one.id) {
        Some(Some(changes)) => changes.iter().any(|change| cells.contains(&change.cell())),
        Some(None) | None => true,
    };
    Ok(match acts.iter().find(hinders) {
        Some(one) if one.undoes == Some(act.id) => Refusal::AlreadyDone,
        Some(one) => Refusal::ChangedSince { act: one.number, by: one.by.clone() },
        None => Refusal::AlreadyDone,
    })
}

/// The last acts of a round, as its bench shows them.
pub(super) async fn shown(
    snapshot: &mut Snapshot,
    round: &StoredRound,
) -> Result<Vec<ActView>, Declined> {
    let acts = store::bench::acts::last(snapshot, round.round.id, SHOWN).await?;
    views(snapshot, &acts).await
}

/// Acts as pages show them; the list has every act after its oldest.
async fn views(snapshot: &mut Snapshot, acts: &[StoredAct]) -> Result<Vec<ActView>, Declined> {
    let ids: Vec<BenchActId> = acts.iter().map(|act| act.id).collect();
    let changes = store::bench::acts::changes(snapshot, &ids).await?;
    let all: Vec<Change> = changes.values().flatten().flatten().cloned().collect();
    let (mut drafts, texts) = touched(&all);
    let bench = store::bench::bench(snapshot, &drafts, &texts).await?;
    drafts.extend(acts.iter().flat_map(|act| [act.draft, act.other_draft]).flatten());
    drafts.sort_unstable();
    drafts.dedup();
    let named: BTreeMap<ClusterDraftId, BenchDraftRef> = store::bench::by_ids(snapshot, &drafts)
        .await?
        .into_iter()
        .map(|draft| (draft.id, BenchDraftRef { number: draft.number, title: draft.texts.title }))
        .collect();
    let clusters: Vec<ClusterId> = acts.iter().filter_map(|act| act.cluster).collect();
    let clusters: BTreeMap<ClusterId, ClusterRef> = store::merging::by_ids(snapshot, &clusters)
        .await?
        .into_iter()
        .map(|cluster| (cluster.id, cluster.reference()))
        .collect();
    Ok(acts
        .iter()
        .enumerate()
        .map(|(place, act)| {
            let undone = |id: &BenchActId| {
                let one = acts.iter().find(|one| one.id == *id)?;
                Some((one.number, one.kind))
            };
            ActView {
                number: act.number,
                kind: act.kind,
                by: ByOffice { name: act.by.clone(), role: act.role },
                at: act.at,
                texts: act.texts,
                draft: act.draft.and_then(|id| named.get(&id).cloned()),
                other: act.other_draft.and_then(|id| named.get(&id).cloned()),
                cluster: act.cluster.and_then(|id| clusters.get(&id).cloned()),
                undoes: act.undoes.as_ref().and_then(undone),
                undoable: undoable(&bench, act, &acts[..place], &changes),
            }
        })
        .collect())
}

fn undoable(
    bench: &Bench,
    act: &StoredAct,
    newer: &[StoredAct],
    changes: &BTreeMap<BenchActId, Option<Vec<Change>>>,
) -> Undoable {
    if act.kind == ActKind::Proposed {
        return Undoable::Dissolve;
    }
    let Some(Some(own)) = changes.get(&act.id) else { return Undoable::Erased };
    let Err(cells) = bench.undo(own) else { return Undoable::Yes };
    let hinders = |one: &&StoredAct| match changes.get(&one.id) {
        Some(Some(changes)) => changes.iter().any(|change| cells.contains(&change.cell())),
        Some(None) | None => false,
    };
    match newer.iter().find(hinders) {
        Some(one) if one.undoes == Some(act.id) => Undoable::Undone(one.number),
        Some(one) => Undoable::Later(one.number),
        None => Undoable::Erased,
    }
}
