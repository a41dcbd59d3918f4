//! What a person finds when they sign in.

use domain::contributions::Standing;
use domain::faults::Refusal;
use domain::ids::ContributionId;
use domain::people::Role;
use domain::views::{MinePage, OwnCard};
use store::identity;
use store::read::{self, Sight};

use crate::{Asking, Declined, Services};

/// One's own texts, public or not, and what one supports.
pub async fn mine(services: &Services, ask: &Asking) -> Result<MinePage, Declined> {
    let person = ask.actor.person().ok_or(Refusal::SignInNeeded)?;
    let mut snapshot = services.look().await?;
    let name = identity::name(&mut snapshot, person).await?.unwrap_or_default();
    let written: Vec<ContributionId> = identity::subjects_of(&mut snapshot, ask.ambito, person)
        .await?
        .into_iter()
        .map(ContributionId::from)
        .collect();
    // Comments are among them; no card has their id.
    let cards = read::contributions::cards(&mut snapshot, &written, Sight::Restricted).await?;
    let supported = read::people::supported(&mut snapshot, ask.ambito, person).await?;
    let mut contributions: Vec<OwnCard> = cards
        .into_iter()
        .map(|card| OwnCard {
            contribution: card.card.contribution,
            standing: card.standing,
            stage: card.card.stage,
            // Of a text that left the page, what might have become of it is of no use.
            outcome: card.card.outcome.filter(|_| card.standing == Standing::Published),
            at: card.card.at,
        })
        .collect();
    contributions.sort_by_key(|own| std::cmp::Reverse((own.at, own.contribution.number)));
    let mut roles: Vec<Role> = ask.actor.grants().iter().map(|grant| grant.role).collect();
    roles.sort_unstable();
    roles.dedup();
    Ok(MinePage { name, level: ask.actor.level(), roles, contributions, supported })
}
