//! Texts of a round in proportion to who supports them, for the facilitator's synthesis
//! (`domain::ordering::harmonic`).

use domain::contributions::Kind;
use domain::ordering::harmonic::{self, Candidate, Merit};
use domain::policy::{Facts, Operation, permit};
use domain::rounds::RoundState;
use domain::views::{PlacedView, ProportionPage};
use store::read::lists::{self, Asked};
use store::{StoreError, read};

use crate::{Asking, Declined, Services};

/// The most texts that are placed: the most supported ones.
pub const MOST: i64 = 300;

/// The texts of a kind in a round, in proportion to who supports them; for whoever may bring them
/// together.
pub async fn page(
    services: &Services,
    ask: &Asking,
    round: i64,
    kind: Kind,
) -> Result<ProportionPage, Declined> {
    let mut snapshot = services.look().await?;
    let stored = read::rounds::by_number(&mut snapshot, ask.ambito, round).await?;
    let stored = stored.ok_or(Declined::NotFound)?;
    let facts = Facts::within(ask.ambito, &stored.round);
    permit(&ask.actor, Operation::MakeCluster, &facts, ask.now)?;

    let id = stored.round.id;
    let cut = match stored.round.state(ask.now) {
        RoundState::GivenBack | RoundState::Archived => true,
        RoundState::Draft
        | RoundState::Scheduled
        | RoundState::Open
        | RoundState::Suspended
        | RoundState::Closed
        | RoundState::InSynthesis => false,
    };
    let texts = if cut {
        Vec::new()
    } else {
        store::proportion::supported(&mut snapshot, ask.ambito, id, kind, MOST).await?
    };
    let ids: Vec<_> = texts.iter().map(|text| text.id).collect();
    let from = store::identity::supported_from(&mut snapshot, ask.ambito, &ids).await?;
    let candidates: Vec<Candidate> = texts
        .iter()
        .map(|text| Candidate {
            supporters: text.supporters.clone(),
            merit: Merit {
                municipalities: from.get(&text.id).copied().unwrap_or(0),
                needs: text.needs,
            },
        })
        .collect();
    let order = tokio::task::spawn_blocking(move || harmonic::order(&candidates)).await;
    let order = order.map_err(|error| StoreError::row("supports", id.uuid(), error))?;
    let numbers: Vec<i64> = order.iter().map(|placed| texts[placed.candidate].number).collect();
    let cards = read::contributions::public_cards(&mut snapshot, ask.ambito, &numbers).await?;
    let placed = cards.into_iter().filter_map(|card| {
        let number = card.card.contribution.number;
        let place = order.iter().find(|placed| texts[placed.candidate].number == number)?;
        Some(PlacedView { card: card.card, undecided: place.undecided })
    });
    let placed: Vec<PlacedView> = placed.collect();
    let asked = Asked { kind: Some(kind), round: Some(id), ..Asked::default() };
    let total = lists::total(&mut snapshot, ask.ambito, &asked).await?;
    Ok(ProportionPage {
        round: stored.reference(ask.now),
        kind,
        others: total.saturating_sub(placed.len() as u64),
        placed,
        cut,
        may_draft: crate::actions::may_draft(ask),
    })
}
