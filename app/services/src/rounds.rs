//! Rounds: calendar and page. What the Ufficio di Piano does to a round is in `round_acts`.

use domain::contributions::Kind;
use domain::faults::Refusal;
use domain::policy::{Facts, Operation, permit};
use domain::rounds::windows::{Window, WindowKind};
use domain::rounds::{Opening, Round, RoundState, receiving};
use domain::time::Moment;
use domain::views::{CalendarPage, May, Numbers, RoundAct, RoundLife, RoundPage};
use store::read::rounds::StoredRound;
use store::{Snapshot, read};

use crate::frame::Frame;
use crate::voices::opening;
use crate::{Asking, Declined, Services, ambito, methods, round_design};

/// How many of the newest voices the page of a round shows.
const VOICES: i64 = 4;
/// With fewer texts than these a municipality has hardly been heard.
const HEARD: u64 = 3;

/// Calendar of rounds.
pub async fn calendar(services: &Services, ask: &Asking) -> Result<CalendarPage, Declined> {
    let mut snapshot = services.look().await?;
    let frame = services.frame(&mut snapshot, ask.ambito).await?;
    by_state(&mut snapshot, ask, &frame).await
}

/// All rounds that are announced, by their state now.
pub(crate) async fn by_state(
    snapshot: &mut Snapshot,
    ask: &Asking,
    frame: &Frame,
) -> Result<CalendarPage, Declined> {
    let counts = read::rounds::counts(snapshot, ask.ambito).await?;
    let mut calendar = CalendarPage {
        open: Vec::new(),
        next: Vec::new(),
        past: Vec::new(),
        drafts: Vec::new(),
        may_prepare: round_design::may_prepare(ask).is_ok(),
    };
    for round in &frame.rounds {
        let said = counts.get(&round.round.id).copied().unwrap_or(0);
        let card = round.card(ask.now, said);
        match card.round.state {
            // Nobody else knows of it yet.
            RoundState::Draft if !calendar.may_prepare => {}
            RoundState::Draft => calendar.drafts.push(card),
            RoundState::Open => calendar.open.push(card),
            RoundState::Scheduled => calendar.next.push(card),
            RoundState::Suspended
            | RoundState::Closed
            | RoundState::InSynthesis
            | RoundState::GivenBack
            | RoundState::Archived => calendar.past.push(card),
        }
    }
    calendar.open.sort_by_key(|card| (card.closes, card.round.number));
    calendar.next.sort_by_key(|card| (card.opens, card.round.number));
    calendar.past.sort_by_key(|card| std::cmp::Reverse((card.opens, card.round.number)));
    Ok(calendar)
}

/// A round.
pub async fn page(services: &Services, ask: &Asking, number: i64) -> Result<RoundPage, Declined> {
    let mut snapshot = services.look().await?;
    let frame = services.frame(&mut snapshot, ask.ambito).await?;
    let stored = frame
        .rounds
        .iter()
        .find(|stored| stored.number == number)
        .filter(|stored| {
            stored.round.state(ask.now) != RoundState::Draft
                || round_design::may_prepare(ask).is_ok()
        })
        .ok_or(Declined::NotFound)?;
    view_of(&mut snapshot, ask, &frame, stored).await
}

/// A round as somebody sees it.
pub(crate) async fn view_of(
    snapshot: &mut Snapshot,
    ask: &Asking,
    frame: &Frame,
    stored: &StoredRound,
) -> Result<RoundPage, Declined> {
    let id = stored.round.id;
    let heard = read::rounds::heard(snapshot, ask.ambito, id).await?;
    let voices = read::lists::newest(snapshot, ask.ambito, Some(id), VOICES).await?;
    let sessions = read::rounds::sessions(snapshot, id).await?;
    let windows = store::round_design::windows(snapshot, id.uuid()).await?;
    let statements = store::statements::count(snapshot, id).await?;
    let listens = takes(&stored.round, Kind::Need) || takes(&stored.round, Kind::Proposal);
    let method = methods::summary(snapshot, ask, stored).await?;
    // Where nobody can speak yet, or any more, nobody has failed to.
    let speaking =
        listens && matches!(stored.round.state(ask.now), RoundState::Open | RoundState::Suspended);
    Ok(RoundPage {
        card: stored.card(ask.now, heard.needs + heard.proposals),
        plan: stored.plan_title.clone(),
        objective: stored.objective.clone(),
        given: stored.given.clone(),
        open: stored.open.clone(),
        off_limits: stored.off_limits.clone(),
        opened: stored
            .round
            .opened
            .keys()
            .filter_map(|&opening| Some((opening, stored.round.level_for(opening)?)))
            .collect(),
        moderation: stored.round.moderation,
        vote_method: stored.vote_method,
        tie_rule: stored.tie_rule.clone(),
        areas: frame
            .areas
            .iter()
            .filter(|(_, code, _)| stored.areas.contains(code))
            .map(|(_, _, name)| name.clone())
            .collect(),
        report: stored.report.clone(),
        suspended: match stored.round.state(ask.now) {
            RoundState::Suspended => Some(stored.suspended_reason.clone().unwrap_or_default()),
            _ => None,
        },
        figures: ambito::figures(&frame.profile, Some(&stored.areas)),
        voices,
        needs: heard.needs,
        proposals: heard.proposals,
        unanswered: heard.unanswered,
        unheard: frame
            .places
            .iter()
            .map(|place| {
                let said = heard.municipalities.get(&place.id).copied().unwrap_or(0);
                (place.row.name.clone(), said)
            })
            .filter(|(_, said)| speaking && *said < HEARD)
            .collect(),
        statements,
        coverage: crate::coverage::has(ask, stored),
        sessions,
        method,
        ballots: store::ballots::any(snapshot, id).await?,
        may_need: may_send(ask, Some(stored), Kind::Need),
        may_propose: may_send(ask, Some(stored), Kind::Proposal),
        acts: acts(ask, &stored.round),
        life: life(ask, stored, windows.last().map(|(window, _)| window)),
    })
}

/// How a round stands with its rules and its last window.
fn life(ask: &Asking, stored: &StoredRound, last: Option<&Window>) -> RoundLife {
    let speaking = stored.round.state(ask.now) == RoundState::Open;
    let may = |operation| {
        permit(&ask.actor, operation, &Facts::within(ask.ambito, &stored.round), ask.now).is_ok()
    };
    RoundLife {
        hash: round_design::rules_of(stored).1,
        frozen: round_design::frozen(stored, ask.now),
        reopened: last
            .filter(|window| window.kind == WindowKind::Reopened && speaking)
            .map(|window| window.reason.clone()),
        may_prepare: round_design::may_prepare(ask).is_ok(),
        may_reopen: may(Operation::ReopenRound),
    }
}

/// What was said in a round.
pub(crate) async fn numbers(
    snapshot: &mut Snapshot,
    ask: &Asking,
    number: i64,
) -> Result<Option<Numbers>, Declined> {
    let Some(id) = read::rounds::id_of(snapshot, ask.ambito, number).await? else {
        return Ok(None);
    };
    let heard = read::rounds::heard(snapshot, ask.ambito, id).await?;
    let answered = heard.needs + heard.proposals - heard.unanswered;
    let (needs, proposals) = (heard.needs, heard.proposals);
    Ok(Some(Numbers { needs, proposals, answered, supporters: None }))
}

/// What the viewer may do to the round now.
fn acts(ask: &Asking, round: &Round) -> Vec<RoundAct> {
    [
        (RoundAct::Suspend, Operation::SuspendRound),
        (RoundAct::Resume, Operation::ResumeRound),
        (RoundAct::Recall, Operation::RecallRound),
        (RoundAct::Close, Operation::CloseRound),
        (RoundAct::StartSynthesis, Operation::StartSynthesis),
        (RoundAct::GiveBack, Operation::GiveBackRound),
    ]
    .into_iter()
    .filter(|(_, operation)| {
        permit(&ask.actor, *operation, &Facts::within(ask.ambito, round), ask.now).is_ok()
    })
    .map(|(act, _)| act)
    .collect()
}

/// The number of the round whose voices are brought together next: one that is open, else one in
/// synthesis, else one that has closed; of several the one that closes first.
pub(crate) fn on_the_bench(rounds: &[StoredRound], ask: &Asking) -> Option<i64> {
    let ranked = rounds.iter().filter_map(|stored| {
        let rank = match stored.round.state(ask.now) {
            RoundState::Open => 0,
            RoundState::InSynthesis => 1,
            RoundState::Closed | RoundState::Suspended => 2,
            RoundState::Draft
            | RoundState::Scheduled
            | RoundState::GivenBack
            | RoundState::Archived => return None,
        };
        let listens = takes(&stored.round, Kind::Need) || takes(&stored.round, Kind::Proposal);
        listens.then_some((rank, stored.round.closes, stored.number))
    });
    ranked.min().map(|(_, _, number)| number)
}

/// Whether a round asks for this kind at all.
pub(crate) fn takes(round: &Round, kind: Kind) -> bool {
    round.level_for(opening(kind)).is_some()
}

/// The round to which a text of this kind is sent now, or the wanted one.
pub(crate) fn round_for(
    rounds: &[StoredRound],
    kind: Kind,
    wanted: Option<i64>,
    now: Moment,
) -> Option<&StoredRound> {
    receiving(rounds, |stored| (&stored.round, stored.number), opening(kind), wanted, now)
}

/// Why nobody at all may do this in the round now. Said before «sign in»: there is no use in
/// signing in to a closed round.
pub(crate) fn window(round: &Round, opening: Opening, now: Moment) -> May {
    if round.level_for(opening).is_none() {
        return Err(Refusal::NotOpened);
    }
    match round.state(now) {
        RoundState::Open => Ok(()),
        RoundState::Draft => Err(Refusal::NotOpened),
        RoundState::Scheduled => Err(Refusal::NotYetOpen { opens: round.opens }),
        RoundState::Suspended => Err(Refusal::Suspended),
        RoundState::Closed
        | RoundState::InSynthesis
        | RoundState::GivenBack
        | RoundState::Archived => Err(Refusal::Closed { closed: round.closes }),
    }
}

/// Whether a text of this kind may be sent to this round now.
pub(crate) fn may_send(ask: &Asking, round: Option<&StoredRound>, kind: Kind) -> May {
    let Some(stored) = round else { return Err(Refusal::NotOpened) };
    window(&stored.round, opening(kind), ask.now)?;
    let facts = Facts::within(ask.ambito, &stored.round);
    let may = |operation| permit(&ask.actor, operation, &facts, ask.now).map(|_| ());
    match kind {
        Kind::Proposal => may(Operation::SubmitProposal),
        // Some roles write needs only with their name, some only without.
        Kind::Need => match (may(Operation::SubmitNeed), may(Operation::SubmitSignedNeed)) {
            (Ok(()), _) | (_, Ok(())) => Ok(()),
            (Err(Refusal::NotYourRole), Err(signed)) => Err(signed),
            (Err(unsigned), Err(_)) => Err(unsigned),
        },
    }
}
