//! Groups suggested among the texts of a round: drafts for who brings voices together.
//!
//! They are found by [`domain::similarity::Index::group`] off the async threads, and kept until a text
//! is corrected, hidden or withdrawn, or until more than one in [`HARDLY`] has come. Their words are read
//! from the texts as they are public now; nothing of them is stored.

use std::collections::BTreeSet;
use std::sync::{Arc, PoisonError};

use domain::contributions::Kind;
use domain::ids::AmbitoId;
use domain::rounds::RoundMark;
use domain::similarity::{Cut, Group, Grouping};
use store::Snapshot;

use super::{HARDLY, PAGE, Slot, State, documents, learn_all, ready, scope};
use crate::{Declined, Services};

/// For how many scopes and cuts groups are kept.
const KEPT_MOST: usize = 32;

/// The groups suggested in a round.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Suggestion {
    /// The least mean score at which they were joined: found in the round, or asked for.
    pub cut: f32,
    /// Groups of two and more, the largest first.
    pub groups: Vec<SuggestedGroup>,
}

/// Texts that seem to say one thing, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct SuggestedGroup {
    /// Their numbers in the Ambito, ascending.
    pub numbers: Vec<i64>,
    /// Words that at least two of them share, or what kindred words of theirs are about, the
    /// weightiest first.
    pub shared_words: Vec<String>,
    /// All are of one policy.
    pub same_policy: bool,
    /// The mean score of its pairs, comparable with the cut.
    pub cohesion: f32,
}

/// What groups are kept under.
pub(super) type Asked = (u64, Option<u32>);

/// Groups, and what the index was when they were found.
#[derive(Debug, Clone)]
pub(super) struct Kept {
    at: Age,
    suggestion: Arc<Suggestion>,
}

/// How much an index has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Age {
    /// How many texts have come and gone.
    changes: usize,
    /// How many of these have gone or were corrected.
    losses: usize,
}

impl State {
    fn age(&self) -> Age {
        Age { changes: self.changes, losses: self.losses }
    }
}

impl Slot {
    /// The groups that were found last, if they still are much what they would be.
    fn grouped(&self, asked: Asked) -> Option<Arc<Suggestion>> {
        let state = self.state.read().unwrap_or_else(PoisonError::into_inner);
        let kept = state.grouped.get(&asked)?;
        let now = state.age();
        let hardly = state.index.len() / HARDLY;
        let holds = kept.at.losses == now.losses && now.changes - kept.at.changes <= hardly;
        holds.then(|| Arc::clone(&kept.suggestion))
    }

    fn keep(&self, asked: Asked, kept: Kept) {
        let mut state = self.state.write().unwrap_or_else(PoisonError::into_inner);
        if state.grouped.len() >= KEPT_MOST {
            state.grouped.clear();
        }
        state.grouped.insert(asked, kept);
    }
}

/// Groups suggested among the public needs or proposals of a round, cut where the round itself says
/// or where `cut` does. `None` while a large index is being built.
pub async fn groups(
    services: &Services,
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    round: i64,
    kind: Kind,
    cut: Option<f32>,
) -> Result<Option<Arc<Suggestion>>, Declined> {
    let Some(slot) = ready(services, snapshot, ambito).await? else { return Ok(None) };
    let asked = (scope(round, kind), cut.map(f32::to_bits));
    let mut known = slot.grouped(asked);
    if known.is_none() {
        // Who asks meanwhile waits, instead of doing the same.
        let _grouping = slot.grouping.lock().await;
        known = slot.grouped(asked);
        if known.is_none() {
            let kept = find(services, snapshot, ambito, &slot, asked, cut).await?;
            known = Some(Arc::clone(&kept.suggestion));
            slot.keep(asked, kept);
        }
    }
    let Some(suggestion) = known else { return Ok(None) };
    // What is not public in this snapshot is not named, however old or new the index is.
    let numbers = || suggestion.groups.iter().flat_map(|group| &group.numbers).copied();
    let (Some(from), Some(to)) = (numbers().min(), numbers().max()) else {
        return Ok(Some(suggestion));
    };
    let public = store::voices::public_between(snapshot, ambito, from, to).await?;
    if numbers().all(|number| public.contains(&number)) {
        return Ok(Some(suggestion));
    }
    let mut named = Suggestion::clone(&suggestion);
    named.groups.retain(|group| group.numbers.iter().all(|number| public.contains(number)));
    Ok(Some(Arc::new(named)))
}

/// Finds the groups of a scope, with their words.
async fn find(
    services: &Services,
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    slot: &Arc<Slot>,
    asked: Asked,
    cut: Option<f32>,
) -> Result<Kept, Declined> {
    // A copy, so that the index goes on following the chain meanwhile.
    let (index, at) = {
        let state = slot.state.read().unwrap_or_else(PoisonError::into_inner);
        (state.index.clone(), state.age())
    };
    let cut = cut.map_or_else(Cut::default, Cut::at);
    let work = move || index.group(asked.0, &cut);
    // None only if the runtime is going down.
    let mut grouping = tokio::task::spawn_blocking(work).await.unwrap_or_default();
    let mut after = 0;
    loop {
        let page = documents(services, snapshot, ambito, after, PAGE).await?;
        let Some(last) = page.last() else { break };
        after = i64::try_from(last.key).unwrap_or(i64::MAX);
        let hear = move || {
            for draft in &mut grouping.drafts {
                for document in &page {
                    if draft.keys.binary_search(&document.key).is_ok() {
                        draft.hear(document);
                    }
                }
            }
            grouping
        };
        grouping = tokio::task::spawn_blocking(hear).await.unwrap_or_default();
    }
    Ok(Kept { at, suggestion: Arc::new(told(grouping)) })
}

fn told(grouping: Grouping) -> Suggestion {
    let groups = grouping.drafts.into_iter().map(|draft| {
        let Group { keys, cohesion, words, same_policy } = draft.told();
        SuggestedGroup {
            numbers: keys.into_iter().filter_map(|key| i64::try_from(key).ok()).collect(),
            shared_words: words,
            same_policy,
            cohesion,
        }
    });
    Suggestion { cut: grouping.cut, groups: groups.collect() }
}

/// The suggested groups of imported texts, by their codes, one kind in each: what `trama groups
/// --json` prints. Rounds that have been given back are left out: each text there has its answer.
pub async fn for_report(
    services: &Services,
    ambito: AmbitoId,
    cut: Option<f32>,
) -> Result<Vec<Vec<String>>, Declined> {
    learn_all(services, ambito).await?;
    let mut snapshot = services.look().await?;
    let codes = store::voices::imported_codes(&mut snapshot, ambito).await?;
    let frame = services.frame(&mut snapshot, ambito).await?;
    let mut report = BTreeSet::new();
    for stored in &frame.rounds {
        if matches!(stored.round.mark, RoundMark::GivenBack | RoundMark::Archived) {
            continue;
        }
        for kind in [Kind::Need, Kind::Proposal] {
            let found = groups(services, &mut snapshot, ambito, stored.number, kind, cut).await?;
            for group in found.iter().flat_map(|suggestion| &suggestion.groups) {
                let mut named: Vec<String> =
                    group.numbers.iter().filter_map(|number| codes.get(number).cloned()).collect();
                named.sort_unstable();
                if named.len() > 1 {
                    report.insert(named);
                }
            }
        }
    }
    Ok(report.into_iter().collect())
}
