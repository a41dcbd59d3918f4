//! What an action can come from: clusters and texts to choose from while its sheet is written.
//!
//! Offered is what was said in the rounds of the action's plan and is public; what may be a
//! source is decided when the sheet is saved.

use std::collections::BTreeSet;

use domain::contributions::Kind;
use domain::ids::{ContributionId, PlanId};
use domain::language::{Language, query_terms, search_terms};
use domain::rounds::RoundState;
use domain::time::Moment;
use domain::views::{ClusterCard, ContributionCard, OfferedSources, Sort};
use store::actions::{Sources, StoredAction};
use store::merging::StoredCluster;
use store::read;
use store::read::lists::{self, Asked, Found, Stretch};
use store::{Snapshot, actions};

use crate::contributions::wanted;
use crate::frame::Frame;
use crate::{Asking, Declined};

/// How many clusters are offered.
const CLUSTERS: usize = 30;

/// How many texts are offered.
const TEXTS: usize = 20;

/// The most characters of a query.
const QUERY_MOST: usize = 200;

/// Clusters and texts that can be chosen beside those that are: without words the newest
/// clusters and proposals, with words what speaks of them, needs too.
pub(super) async fn offered(
    snapshot: &mut Snapshot,
    frame: &Frame,
    ask: &Asking,
    action: Option<&StoredAction>,
    chosen: &Sources,
    query: &str,
) -> Result<OfferedSources, Declined> {
    let query: String = query.trim().chars().take(QUERY_MOST).collect();
    let Some(plan) = plan(snapshot, ask, action, &chosen.contributions).await? else {
        return Ok(OfferedSources { query, ..OfferedSources::default() });
    };
    let (mut clusters, mut texts) = (Vec::new(), Vec::new());
    let (mut total, mut all_words) = (0, false);
    let words = wanted(frame, &query);
    let taken = BTreeSet::from_iter(
        read::contributions::cards(snapshot, &chosen.contributions, read::Sight::Public)
            .await?
            .into_iter()
            .map(|card| card.card.contribution.number),
    );
    for round in frame.rounds.iter().rev() {
        if round.plan != plan || round.round.state(ask.now) == RoundState::Draft {
            continue;
        }
        clusters.extend(store::merging::of_round(snapshot, round.round.id).await?);
        let mut asked = Asked { round: Some(round.round.id), ..Asked::default() };
        // What is chosen is left out of what is found, so more is asked for.
        let stretch = Stretch { skip: 0, take: (TEXTS + taken.len()) as i64 };
        let found = if query.is_empty() {
            asked.kind = Some(Kind::Proposal);
            let total = lists::total(snapshot, ask.ambito, &asked).await?;
            let cards = lists::page(snapshot, ask.ambito, &asked, stretch, total).await?;
            Found { cards, total, some: false }
        } else {
            asked.sort = Sort::Relevance;
            lists::search(snapshot, ask.ambito, &words, &asked, stretch).await?
        };
        all_words |= found.total > 0 && !found.some;
        texts.push(found);
    }
    // Where one round has texts with all the words, those of another with some are no help.
    texts.retain(|found| !(all_words && found.some));
    let some = texts.iter().any(|found| found.some);
    let mut cards: Vec<ContributionCard> = Vec::new();
    for found in texts {
        total += found.total;
        let before = found.cards.len();
        let free =
            found.cards.into_iter().filter(|card| !taken.contains(&card.contribution.number));
        let at = cards.len();
        cards.extend(free);
        total -= (before - (cards.len() - at)) as u64;
    }
    cards.truncate(TEXTS);
    let more = total.saturating_sub(cards.len() as u64);
    Ok(OfferedSources {
        clusters: speaking_of(&clusters, chosen, &query, ask.now),
        more,
        some,
        texts: cards,
        query,
    })
}

/// The plan an action is or will be part of.
async fn plan(
    snapshot: &mut Snapshot,
    ask: &Asking,
    action: Option<&StoredAction>,
    voices: &[ContributionId],
) -> Result<Option<PlanId>, Declined> {
    if let Some(action) = action {
        return Ok(Some(action.plan));
    }
    match actions::plan_of(snapshot, voices).await? {
        Some(plan) => Ok(Some(plan)),
        None => Ok(actions::newest_plan(snapshot, ask.ambito).await?),
    }
}

/// Clusters that are applied and not chosen yet; of those that share words with the query, those
/// that share the most first.
fn speaking_of(
    clusters: &[StoredCluster],
    chosen: &Sources,
    query: &str,
    now: Moment,
) -> Vec<ClusterCard> {
    let wanted = query_terms(query, Language::Italian);
    let mut ranked: Vec<(usize, ClusterCard)> = clusters
        .iter()
        .filter(|one| one.life.at(now).joins())
        .filter(|one| !chosen.clusters.contains(&one.id))
        .map(|one| {
            let theirs = search_terms(&one.title, &one.synthesis, Language::Italian);
            let shared = wanted.iter().filter(|term| theirs.iter().any(|(own, _)| own == *term));
            (shared.count(), one.card(now))
        })
        .filter(|(shared, _)| query.is_empty() || *shared > 0)
        .collect();
    ranked.sort_by_key(|(shared, _)| std::cmp::Reverse(*shared));
    ranked.into_iter().take(CLUSTERS).map(|(_, card)| card).collect()
}
