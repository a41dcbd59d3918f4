//! The public face of an Ambito: what every page needs, home, territory, bodies, plan, profile.

use std::collections::HashMap;

use domain::ids::AmbitoId;
use domain::policy::{Facts, Operation, permit};
use domain::rounds::RoundState;
use domain::suppression;
use domain::time::Moment;
use domain::views::{
    AmbitoCard, AnswerCard, AreaCard, BodiesPage, Desk, Figure, HomePage, IndicatorCard, Numbers,
    PlanPage, PolicyRow, ProfilePage, RoundCard, Shell, TerritoryPage, ViewerHead,
};
use store::read::ambito::Indicator;
use store::read::{self, Sight};
use store::{Snapshot, identity};

use crate::frame::Frame;
use crate::{Asking, Declined, Services, rounds};

/// How many answers the home shows.
const ANSWERS: usize = 3;
/// How many of the newest voices it shows: rows of three on a wide screen, of two on a smaller one.
const VOICES: i64 = 6;
/// How many figures of the community a page shows at most.
const FIGURES: usize = 6;

/// The Ambito of a slug.
pub async fn find(services: &Services, slug: &str) -> Result<Option<AmbitoId>, Declined> {
    let mut snapshot = services.look().await?;
    Ok(read::ambito::find(&mut snapshot, slug).await?)
}

/// All Ambiti of the installation, with the rounds that are open now.
pub async fn list(services: &Services, now: Moment) -> Result<Vec<AmbitoCard>, Declined> {
    let mut snapshot = services.look().await?;
    let listed = read::ambito::list(&mut snapshot).await?;
    let mut open: HashMap<AmbitoId, u32> = HashMap::new();
    for stored in read::rounds::of_all(&mut snapshot).await? {
        if stored.round.state(now) == RoundState::Open {
            *open.entry(stored.ambito).or_default() += 1;
        }
    }
    Ok(listed
        .into_iter()
        .map(|one| AmbitoCard {
            open_rounds: open.get(&one.id).copied().unwrap_or(0),
            slug: one.slug,
            name: one.name,
            region: one.region,
        })
        .collect())
}

/// What header and footer of every page need.
pub async fn shell(services: &Services, ask: &Asking, frame: &Frame) -> Result<Shell, Declined> {
    let name = match ask.actor.person() {
        Some(person) => identity::name(&mut services.look().await?, person).await?,
        None => None,
    };
    let viewer = ViewerHead { name, desks: desks(ask, frame) };
    Ok(Shell { ambito: frame.head.head.clone(), viewer })
}

/// Where the viewer works: wherever one of the acts of that place is open to them.
fn desks(ask: &Asking, frame: &Frame) -> Vec<Desk> {
    let may = |operation| permit(&ask.actor, operation, &Facts::of(ask.ambito), ask.now).is_ok();
    let mut desks = Vec::new();
    if may(Operation::Moderate) || may(Operation::DecideAppeal) {
        desks.push(Desk::Moderation);
    }
    if may(Operation::MakeCluster) {
        desks.push(Desk::Workbench(rounds::on_the_bench(&frame.rounds, ask)));
    }
    if may(Operation::DraftAction) || may(Operation::GiveOutcome) {
        desks.push(Desk::Office);
    }
    if may(Operation::ReviewAction) {
        desks.push(Desk::Table);
    }
    if may(Operation::RunSession) {
        desks.push(Desk::Sessions);
    }
    desks
}

/// Home.
pub async fn home(services: &Services, ask: &Asking) -> Result<HomePage, Declined> {
    let mut snapshot = services.look().await?;
    let frame = services.frame(&mut snapshot, ask.ambito).await?;
    let calendar = rounds::by_state(&mut snapshot, ask, &frame).await?;
    let answers = answers(&mut snapshot, ask).await?;
    let voices = read::lists::newest(&mut snapshot, ask.ambito, None, VOICES).await?;
    let (spoken, answered) = read::ambito::totals(&mut snapshot, ask.ambito).await?;
    let supporters = read::ambito::supporters(&mut snapshot, ask.ambito).await?;
    // Numbers beside a round are those of that round.
    let open_numbers = match calendar.open.first() {
        Some(first) => rounds::numbers(&mut snapshot, ask, first.round.number).await?,
        None => None,
    };
    let underway = |card: &RoundCard| match card.round.state {
        RoundState::Suspended | RoundState::Closed | RoundState::InSynthesis => true,
        RoundState::Draft
        | RoundState::Scheduled
        | RoundState::Open
        | RoundState::GivenBack
        | RoundState::Archived => false,
    };
    Ok(HomePage {
        open: calendar.open,
        next: calendar.next,
        underway: calendar.past.into_iter().filter(underway).collect(),
        answers,
        voices,
        figures: figures(&frame.profile, None),
        numbers: Numbers {
            needs: spoken.needs,
            proposals: spoken.proposals,
            answered,
            supporters: Some(suppression::people(supporters)),
        },
        open_numbers,
    })
}

/// *Che fine ha fatto*: the newest answers.
async fn answers(snapshot: &mut Snapshot, ask: &Asking) -> Result<Vec<AnswerCard>, Declined> {
    let newest = read::contributions::newest_answers(snapshot, ask.ambito, ANSWERS).await?;
    let ids: Vec<_> = newest.iter().map(|answer| answer.contribution).collect();
    let cards = read::contributions::cards(snapshot, &ids, Sight::Public).await?;
    Ok(newest
        .into_iter()
        .filter_map(|answer| {
            let card = cards.iter().find(|card| card.id == answer.contribution)?;
            Some(AnswerCard {
                contribution: card.card.contribution.clone(),
                excerpt: card.card.excerpt.clone(),
                outcome: answer.outcome,
                reason: answer.reason,
                action: answer.action,
                at: answer.at,
            })
        })
        .collect())
}

/// An indicator as a figure: its newest value, or the baseline while nothing was measured.
fn figure(card: &IndicatorCard) -> Figure {
    let mut newest = card.series.iter().rev();
    let last = newest.next().unwrap_or(&card.baseline);
    Figure {
        code: card.code.clone(),
        name: card.name.clone(),
        unit: card.unit.clone(),
        value: last.value,
        date: last.date,
        previous: newest.next().map(|point| point.value),
        direction: card.direction,
    }
}

/// At most six figures, in the order of the profile: those with a target before the others;
/// where `areas` are named, those of the areas first and none of any other area.
pub(crate) fn figures(profile: &[Indicator], areas: Option<&[String]>) -> Vec<Figure> {
    let mut chosen: Vec<(usize, &Indicator)> = profile
        .iter()
        .enumerate()
        .filter(|(_, indicator)| match (areas, &indicator.area) {
            (Some(areas), Some(area)) => areas.contains(area),
            (Some(_), None) | (None, _) => true,
        })
        .collect();
    chosen.sort_by_key(|(place, indicator)| {
        let elsewhere = areas.is_some() && indicator.area.is_none();
        (elsewhere, indicator.card.target.is_none(), *place)
    });
    chosen.truncate(FIGURES);
    chosen.sort_by_key(|(place, _)| *place);
    chosen.into_iter().map(|(_, indicator)| figure(&indicator.card)).collect()
}

/// Territory and municipalities.
pub async fn territory(services: &Services, ask: &Asking) -> Result<TerritoryPage, Declined> {
    let mut snapshot = services.look().await?;
    let frame = services.frame(&mut snapshot, ask.ambito).await?;
    let spoken = read::ambito::spoken_by_municipality(&mut snapshot, ask.ambito).await?;
    Ok(TerritoryPage {
        population: frame.head.population,
        note: frame.head.note.clone(),
        municipalities: frame
            .places
            .iter()
            .map(|place| {
                let said = spoken.get(&place.id).copied().unwrap_or_default();
                let mut row = place.row.clone();
                (row.needs, row.proposals) = (said.needs, said.proposals);
                row
            })
            .collect(),
    })
}

/// Bodies and organisations.
pub async fn bodies(services: &Services, ask: &Asking) -> Result<BodiesPage, Declined> {
    let mut snapshot = services.look().await?;
    Ok(BodiesPage {
        bodies: read::ambito::bodies(&mut snapshot, ask.ambito).await?,
        organisations: read::ambito::organisations(&mut snapshot, ask.ambito).await?,
    })
}

/// The plans with areas and policies.
pub async fn plan(services: &Services, ask: &Asking) -> Result<PlanPage, Declined> {
    let mut snapshot = services.look().await?;
    let frame = services.frame(&mut snapshot, ask.ambito).await?;
    let plans = read::ambito::plans(&mut snapshot, ask.ambito).await?;
    let spoken = read::ambito::spoken_by_policy(&mut snapshot, ask.ambito).await?;
    let areas = frame
        .areas
        .iter()
        .map(|(id, code, name)| AreaCard {
            code: code.clone(),
            name: name.clone(),
            policies: frame
                .policies
                .iter()
                .filter(|policy| policy.area == *id)
                .map(|policy| {
                    let said = spoken.get(&policy.id).copied().unwrap_or_default();
                    PolicyRow {
                        policy: policy.name.clone(),
                        needs: said.needs,
                        proposals: said.proposals,
                    }
                })
                .collect(),
        })
        .collect();
    Ok(PlanPage { plans, areas })
}

/// The community profile.
pub async fn profile(services: &Services, ask: &Asking) -> Result<ProfilePage, Declined> {
    let mut snapshot = services.look().await?;
    let frame = services.frame(&mut snapshot, ask.ambito).await?;
    let indicators = frame.profile.iter().map(|indicator| indicator.card.clone()).collect();
    Ok(ProfilePage { indicators })
}
