//! The office: what is unanswered, what is being drafted, and which merges are contested.

use domain::actions::is_draft;
use domain::contributions::Stage;
use domain::merging::ClusterState;
use domain::policy::{Facts, Operation, permit};
use domain::rounds::RoundState;
use domain::views::{ContributionCard, OfficePage, Sort};
use store::read;
use store::read::lists::{self, Asked, Stretch};

use crate::{Asking, Declined, Services, actions};

/// How many of the unanswered are listed.
const LISTED: usize = 50;

/// The office of an Ambito: for who answers voices or drafts actions.
pub async fn page(services: &Services, ask: &Asking) -> Result<OfficePage, Declined> {
    let facts = Facts::of(ask.ambito);
    let answers = permit(&ask.actor, Operation::GiveOutcome, &facts, ask.now);
    answers.or_else(|_| permit(&ask.actor, Operation::DraftAction, &facts, ask.now))?;

    let mut snapshot = services.look().await?;
    let (mut rounds, mut contested) = (Vec::new(), Vec::new());
    for stored in read::rounds::of_ambito(&mut snapshot, ask.ambito).await? {
        match stored.round.state(ask.now) {
            RoundState::Draft | RoundState::GivenBack | RoundState::Archived => {}
            RoundState::Scheduled
            | RoundState::Open
            | RoundState::Suspended
            | RoundState::Closed
            | RoundState::InSynthesis => {
                let heard = read::rounds::heard(&mut snapshot, ask.ambito, stored.round.id).await?;
                rounds.push((stored.reference(ask.now), heard.unanswered));
                let clusters = store::merging::of_round(&mut snapshot, stored.round.id).await?;
                let cards = clusters.iter().map(|cluster| cluster.card(ask.now));
                contested.extend(cards.filter(|card| card.state == ClusterState::Contested));
            }
        }
    }
    let mut unanswered: Vec<ContributionCard> = Vec::new();
    for stage in [Stage::Published, Stage::Merged] {
        let asked = Asked { stage: Some(stage), sort: Sort::Oldest, ..Asked::default() };
        let stretch = Stretch { skip: 0, take: LISTED as i64 };
        let total = lists::total(&mut snapshot, ask.ambito, &asked).await?;
        unanswered.extend(lists::page(&mut snapshot, ask.ambito, &asked, stretch, total).await?);
    }
    unanswered.sort_by_key(|card| (card.at, card.contribution.number));
    unanswered.truncate(LISTED);
    let drafts = store::actions::of_ambito(&mut snapshot, ask.ambito)
        .await?
        .into_iter()
        .filter(|action| is_draft(action.state));
    let drafts: Vec<_> = drafts.collect();
    let drafts = actions::cards(&mut snapshot, ask, &drafts).await?;
    Ok(OfficePage { rounds, unanswered, drafts, contested })
}
