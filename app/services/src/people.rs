//! What a person finds when they sign in: where their work is, or what they wrote.

use domain::contributions::{Kind, Standing};
use domain::faults::Refusal;
use domain::ids::ContributionId;
use domain::people::Role;
use domain::views::{Desk, Landing, MinePage, OwnCard};
use store::identity;
use store::read::{self, Sight};

use crate::rounds::{may_send, on_the_bench, round_for};
use crate::{Asking, Declined, Services, drafts, merging};

/// Where somebody begins: where their work is, the most pressing first; citizens and who speaks
/// for an organisation with what they wrote.
pub async fn landing(services: &Services, ask: &Asking) -> Result<Landing, Declined> {
    let has = |role| ask.actor.has(role);
    if has(Role::PlanTable) {
        return Ok(Landing::Desk(Desk::Table));
    }
    if has(Role::Moderator) {
        return Ok(Landing::Desk(Desk::Moderation));
    }
    if has(Role::Facilitator) {
        let mut snapshot = services.look().await?;
        let frame = services.frame(&mut snapshot, ask.ambito).await?;
        let round = on_the_bench(&frame.rounds, ask);
        return Ok(Landing::Desk(Desk::Workbench(round)));
    }
    if has(Role::PlanOffice) || has(Role::Coordinator) {
        return Ok(Landing::Desk(Desk::Office));
    }
    let writes = [Role::Citizen, Role::VerifiedCitizen, Role::Representative];
    if writes.into_iter().any(has) {
        return Ok(Landing::Mine);
    }
    if has(Role::MayorsCommittee) || has(Role::Observer) {
        return Ok(Landing::Actions);
    }
    Ok(Landing::Home)
}

/// One's own texts, public or not, and what one supports.
pub async fn mine(services: &Services, ask: &Asking) -> Result<MinePage, Declined> {
    let person = ask.actor.person().ok_or(Refusal::SignInNeeded)?;
    let mut snapshot = services.look().await?;
    let name = identity::name(&mut snapshot, person).await?.unwrap_or_default();
    let written = identity::subjects_of(&mut snapshot, ask.ambito, person).await?;
    let drafts = drafts::of_person(&mut snapshot, ask, &written).await?;
    let written: Vec<ContributionId> = written.into_iter().map(ContributionId::from).collect();
    // Comments are among them; no card has their id.
    let cards = read::contributions::cards(&mut snapshot, &written, Sight::Restricted).await?;
    let supported = read::people::supported(&mut snapshot, ask.ambito, person).await?;
    let texts = read::people::supported_texts(&mut snapshot, ask.ambito, person).await?;
    let merges = merging::of_person(&mut snapshot, ask, &written, &texts).await?;
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
    let frame = services.frame(&mut snapshot, ask.ambito).await?;
    let may = |kind| may_send(ask, round_for(&frame.rounds, kind, None, ask.now), kind);
    Ok(MinePage {
        name,
        level: ask.actor.level(),
        roles,
        contributions,
        drafts,
        supported,
        merges,
        may_need: may(Kind::Need),
        may_propose: may(Kind::Proposal),
    })
}
