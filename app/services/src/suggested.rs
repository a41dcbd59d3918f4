//! Suggested groups of a round, for who brings voices together: drafts, of which a person takes
//! what belongs together. What is in a group already is said to be.

use std::collections::{BTreeMap, BTreeSet};

use domain::contributions::Kind;
use domain::policy::{Facts, Operation, permit};
use domain::views::{SuggestedGroupView, SuggestedPage};
use store::read;

use crate::{Asking, Declined, Services, similar};

/// The most groups that are shown at once.
pub const MOST: usize = 40;

/// The groups suggested among the texts of a kind, those with most texts by themselves first.
/// `cut` sets by hand how near texts must be.
pub async fn page(
    services: &Services,
    ask: &Asking,
    round: i64,
    kind: Kind,
    cut: Option<f32>,
) -> Result<SuggestedPage, Declined> {
    let mut snapshot = services.look().await?;
    let stored = read::rounds::by_number(&mut snapshot, ask.ambito, round).await?;
    let stored = stored.ok_or(Declined::NotFound)?;
    let facts = Facts::within(ask.ambito, &stored.round);
    permit(&ask.actor, Operation::MakeCluster, &facts, ask.now)?;
    let found = similar::groups(services, &mut snapshot, ask.ambito, round, kind, cut).await?;
    let mut page = SuggestedPage {
        round: stored.reference(ask.now),
        kind,
        building: found.is_none(),
        cut: found.as_ref().map_or(0.0, |found| found.cut),
        asked: cut,
        groups: Vec::new(),
        others: 0,
        done: 0,
    };
    let Some(found) = found else { return Ok(page) };
    let mut brought: BTreeSet<i64> =
        store::merging::brought(&mut snapshot, stored.round.id).await?.into_iter().collect();
    brought.extend(store::bench::drafted(&mut snapshot, stored.round.id).await?);
    let alone = |numbers: &[i64]| numbers.iter().filter(|one| !brought.contains(one)).count();
    let mut groups: Vec<_> =
        found.groups.iter().filter(|group| alone(&group.numbers) >= 2).collect();
    page.done = (found.groups.len() - groups.len()) as u64;
    groups.sort_by_key(|group| std::cmp::Reverse(alone(&group.numbers)));
    page.others = groups.len().saturating_sub(MOST) as u64;
    groups.truncate(MOST);
    let numbers: Vec<i64> = groups.iter().flat_map(|group| group.numbers.iter().copied()).collect();
    let cards = read::contributions::public_cards(&mut snapshot, ask.ambito, &numbers).await?;
    let cards: BTreeMap<i64, _> =
        cards.into_iter().map(|card| (card.card.contribution.number, card.card)).collect();
    page.groups = groups
        .into_iter()
        .map(|group| SuggestedGroupView {
            texts: group
                .numbers
                .iter()
                .filter_map(|number| Some((cards.get(number)?.clone(), brought.contains(number))))
                .collect(),
            words: group.shared_words.clone(),
            same_policy: group.same_policy,
            cohesion: group.cohesion,
        })
        .collect();
    Ok(page)
}
