//! After a session: minutes, their correction by who was there, their approval, and what
//! everybody is told from then on.
//!
//! Who was there is known by the code on their token, which is asked by POST and never stands in
//! an address, or by an account whose registration got a token. Their corrections carry the token
//! and never a name; pages don't tell whose they are.

use domain::contributions::Kind;
use domain::faults::{Fault, Refusal, What};
use domain::forms::Fields;
use domain::ids::ContributionId;
use domain::lab::SessionState;
use domain::lab::minutes::{self as rules, Room};
use domain::messages::MessageKind;
use domain::policy::{Facts, Operation, permit};
use domain::suppression::SMALLEST;
use domain::views::{
    Breakdown, DotCount, MadeVoice, May, MinutesReading, SessionMinutesDesk, SessionMinutesPage,
    SessionNumbers, SessionPhoto, SessionReport, SessionTold, WallColumn,
};
use store::forms_sent::{self, FormHash};
use store::lab::Session;
use store::read::{self, Sight};
use store::voices::RoundFacts;
use store::{Snapshot, identity, lab, outbox};
use uuid::Uuid;

use super::{announced, leave, reference, room, session};
use crate::{Asking, Declined, Services, commit, receipts};

/// Whether somebody may do something with a session that stands in one of these states.
pub(super) fn may(
    ask: &Asking,
    operation: Operation,
    session: &Session,
    round: &RoundFacts,
    states: &[SessionState],
) -> May {
    match leave(ask, operation, session, round, states) {
        Ok(_) => Ok(()),
        Err(Declined::Refused(refusal)) => Err(refusal),
        Err(_) => Err(Refusal::NotYourRole),
    }
}

/// Refuses the page of a desk to who has no business there.
pub(super) fn staff_only(may: &May) -> Result<(), Declined> {
    match may {
        Err(refusal @ (Refusal::SignInNeeded | Refusal::NotYourRole)) => {
            Err(refusal.clone().into())
        }
        _ => Ok(()),
    }
}

fn whole(n: i64) -> u32 {
    u32::try_from(n).unwrap_or(0)
}

fn counted((people, each, blanks): (i64, i64, i64)) -> DotCount {
    DotCount { people: whole(people), each: whole(each), blanks: whole(blanks) }
}

fn photo(one: lab::Photo) -> SessionPhoto {
    let (width, height) = (whole(one.width), whole(one.height));
    SessionPhoto { number: one.number, alt: one.alt, width, height }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// The minutes of a session, for who runs it.
pub async fn desk(
    services: &Services,
    ask: &Asking,
    number: i64,
) -> Result<SessionMinutesDesk, Declined> {
    use SessionState::{MinutesDraft, Running};
    let mut snapshot = services.look().await?;
    let (of, round) = session(&mut snapshot, ask, number).await?;
    let may_write = may(ask, Operation::WriteSessionMinutes, &of, &round, &[MinutesDraft]);
    staff_only(&may_write)?;
    let corrections = lab::corrections(&mut snapshot, of.id).await?;
    let ready = rules::approvable(of.state, of.correct_until, &corrections, ask.now);
    let wall = room::wall(&mut snapshot, &of).await?;
    let dots = lab::dots(&mut snapshot, of.id).await?.map(counted);
    let made = made(&mut snapshot, &of).await?.into_iter().map(|one| one.contribution).collect();
    let head = reference(&of, &round, ask);
    let present = whole(of.present);
    Ok(SessionMinutesDesk {
        outline: rules::outline(&head, &of.plan, present, &wall, dots, made),
        session: head,
        versions: lab::minutes(&mut snapshot, of.id).await?,
        correct_until: of.correct_until,
        linked: count(identity::were_there(&mut snapshot, of.id).await?.len()),
        may_end: may(ask, Operation::RunSession, &of, &round, &[Running]),
        may_approve: may_write.clone().and(ready),
        may_write,
        corrections,
    })
}

/// Whether minutes are written already.
pub(crate) async fn begun(snapshot: &mut Snapshot, of: &Session) -> Result<bool, Declined> {
    Ok(!lab::minutes(snapshot, of.id).await?.is_empty())
}

/// How many corrections nobody has answered yet.
pub(crate) async fn unanswered(snapshot: &mut Snapshot, of: &Session) -> Result<u32, Declined> {
    let asked = lab::corrections(snapshot, of.id).await?;
    Ok(count(asked.iter().filter(|one| one.answer.is_none()).count()))
}

/// Writes a version of the minutes, on the one that was read. The same words again change
/// nothing.
pub async fn write(
    services: &Services,
    ask: &Asking,
    number: i64,
    fields: &Fields,
    base_version: i64,
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let (of, round) = session(&mut tx, ask, number).await?;
    let states = [SessionState::MinutesDraft];
    let permit = leave(ask, Operation::WriteSessionMinutes, &of, &round, &states)?;
    let versions = lab::minutes(&mut tx, of.id).await?;
    let current = versions.first().map_or(0, |newest| newest.version);
    // Who read an older version is told so first; why is asked of what was read.
    let (words, why) = rules::parse(fields, base_version)?;
    if versions.first().is_some_and(|newest| newest.words == words) {
        return Ok(());
    }
    if current != base_version {
        return Err(Declined::Stale { current });
    }
    let (id, salt) = (services.chance.id::<Uuid>(ask.now), services.chance.bytes());
    let version = (current + 1, words.as_str(), why.as_str());
    lab::keep_minutes(&mut tx, &permit, of.id, id, version, &salt).await?;
    commit(tx).await
}

/// Sends the minutes to who was there: they may correct them from now on, for the days that were
/// promised, and who registered with an account gets a message.
pub async fn send(services: &Services, ask: &Asking, number: i64) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let (of, round) = session(&mut tx, ask, number).await?;
    let states = [SessionState::MinutesDraft];
    let permit = leave(ask, Operation::WriteSessionMinutes, &of, &round, &states)?;
    if of.correct_until.is_some() {
        return Err(Refusal::AlreadyDone.into());
    }
    if lab::minutes(&mut tx, of.id).await?.is_empty() {
        return Err(vec![Fault::new("words", What::Missing)].into());
    }
    lab::send_minutes(&mut tx, &permit, of.id, rules::correct_until(ask.now)).await?;
    for person in identity::were_there(&mut tx, of.id).await? {
        let (id, kind) = (services.chance.id(ask.now), MessageKind::SessionMinutes);
        outbox::enqueue(&mut tx, &permit, id, kind, person, of.id.uuid()).await?;
    }
    commit(tx).await
}

/// Somebody who was there: with their token, if that is how they are known.
struct Witness {
    token: Option<i64>,
}

/// Whether who asks was there: by the code, if one was typed, else by their account.
async fn witness(
    snapshot: &mut Snapshot,
    ask: &Asking,
    of: &Session,
    code: &str,
) -> Result<Option<Witness>, Declined> {
    if !code.is_empty() {
        let unknown = || Declined::Invalid(vec![Fault::new("token_code", What::UnknownCode)]);
        let code = receipts::normalised(code).ok_or_else(unknown)?;
        let token = lab::token_of_code(snapshot, of.id, &receipts::hash(&code)).await?;
        return token.map(|token| Some(Witness { token: Some(token) })).ok_or_else(unknown);
    }
    let Some(person) = ask.actor.person() else { return Ok(None) };
    let there = identity::were_there(snapshot, of.id).await?.contains(&person);
    Ok(there.then_some(Witness { token: None }))
}

/// The minutes of a session: for who was there, then for all.
///
/// # Errors
///
/// A fault at `token_code`, if no token that was handed out has it.
pub async fn page(
    services: &Services,
    ask: &Asking,
    number: i64,
    code: &str,
) -> Result<SessionMinutesPage, Declined> {
    let mut snapshot = services.look().await?;
    let (of, round) = announced(&mut snapshot, ask, number).await?;
    let newest = lab::minutes(&mut snapshot, of.id).await?.into_iter().next();
    let reading = match (of.state, newest, of.correct_until) {
        (state, Some(minutes), _) if state.told() => MinutesReading::Approved { minutes },
        (state, None, _) if state.told() => MinutesReading::NeverWritten,
        (SessionState::MinutesDraft, Some(minutes), Some(until)) => {
            match witness(&mut snapshot, ask, &of, code).await? {
                Some(_) => MinutesReading::Draft {
                    minutes,
                    until,
                    may_correct: rules::open_to_corrections(of.state, Some(until), ask.now),
                },
                None => MinutesReading::AskCode { until },
            }
        }
        _ => MinutesReading::NotYet,
    };
    let corrections = match reading {
        MinutesReading::Draft { .. } | MinutesReading::Approved { .. } => {
            lab::corrections(&mut snapshot, of.id).await?
        }
        MinutesReading::NotYet | MinutesReading::AskCode { .. } | MinutesReading::NeverWritten => {
            Vec::new()
        }
    };
    Ok(SessionMinutesPage { session: reference(&of, &round, ask), reading, corrections })
}

/// Keeps what somebody who was there asks to correct. A second sending of the same form asks
/// nothing more.
pub async fn correct(
    services: &Services,
    ask: &Asking,
    number: i64,
    fields: &Fields,
    sending: &str,
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let (of, round) = announced(&mut tx, ask, number).await?;
    let witness = witness(&mut tx, ask, &of, fields.text("token_code")).await?;
    let facts = Facts { own: witness.is_some(), ..Facts::within(ask.ambito, &round.round) };
    let permit = permit(&ask.actor, Operation::CorrectSessionMinutes, &facts, ask.now)?;
    let token = witness.and_then(|witness| witness.token);
    let form = FormHash::of(sending);
    if crate::made(&mut tx, form.as_ref()).await?.is_some() {
        return Ok(());
    }
    rules::open_to_corrections(of.state, of.correct_until, ask.now)?;
    let words = rules::parse_correction(fields)?;
    let newest = lab::minutes(&mut tx, of.id).await?.first().map_or(0, |one| one.version);
    // What they read, as the page said; never one that isn't there.
    let read = fields.text("version").parse().ok().filter(|read| (1..=newest).contains(read));
    let (id, salt) = (services.chance.id::<Uuid>(ask.now), services.chance.bytes());
    let correction = (token, read.unwrap_or(newest), words.as_str());
    lab::keep_correction(&mut tx, &permit, of.id, id, correction, &salt).await?;
    forms_sent::remember(&mut tx, &permit, form.as_ref(), id).await?;
    commit(tx).await
}

/// Takes a correction in, or not, with a reason.
pub async fn answer(
    services: &Services,
    ask: &Asking,
    number: i64,
    (correction, taken, reason): (i64, bool, &str),
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let (of, round) = session(&mut tx, ask, number).await?;
    let states = [SessionState::MinutesDraft];
    let permit = leave(ask, Operation::WriteSessionMinutes, &of, &round, &states)?;
    let all = lab::corrections(&mut tx, of.id).await?;
    let asked = all.into_iter().find(|one| one.number == correction);
    if asked.ok_or(Declined::NotFound)?.answer.is_some() {
        return Err(Refusal::AlreadyDone.into());
    }
    let (id, salt) = (services.chance.id::<Uuid>(ask.now), services.chance.bytes());
    let said = (correction, taken, reason);
    lab::answer_correction(&mut tx, &permit, of.id, id, said, &salt).await?;
    commit(tx).await
}

/// Approves the minutes: everybody reads them from now on, and what is on the wall.
pub async fn approve(services: &Services, ask: &Asking, number: i64) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let (of, round) = session(&mut tx, ask, number).await?;
    let states = [SessionState::MinutesDraft];
    let permit = leave(ask, Operation::WriteSessionMinutes, &of, &round, &states)?;
    let corrections = lab::corrections(&mut tx, of.id).await?;
    rules::approvable(of.state, of.correct_until, &corrections, ask.now)?;
    lab::stand(&mut tx, &permit, of.id, SessionState::MinutesApproved).await?;
    commit(tx).await
}

/// What was made of the cards of a session, where it is public, and what became of it.
pub(super) async fn made(
    snapshot: &mut Snapshot,
    of: &Session,
) -> Result<Vec<MadeVoice>, Declined> {
    let ids: Vec<ContributionId> = lab::made(snapshot, of.id).await?;
    let public = store::links::public(snapshot, &ids).await?;
    let mut voices = Vec::new();
    for some in ids.chunks(200) {
        let some: Vec<ContributionId> =
            some.iter().filter(|id| public.contains_key(id)).copied().collect();
        for card in read::contributions::cards(snapshot, &some, Sight::Public).await? {
            let card = card.card;
            voices.push(MadeVoice {
                contribution: card.contribution,
                stage: card.stage,
                outcome: card.outcome,
            });
        }
    }
    Ok(voices)
}

/// A session in numbers.
pub(super) async fn numbers(
    snapshot: &mut Snapshot,
    ask: &Asking,
    of: &Session,
    wall: &[WallColumn],
    made: &[MadeVoice],
) -> Result<SessionNumbers, Declined> {
    let known = |n: usize| Some(count(n));
    let tokens = lab::tokens(snapshot, of.id).await?;
    let present = whole(of.present);
    let room = if tokens.is_empty() {
        Room {
            registered: of.plan.registered,
            present,
            walk_ins: of.plan.walk_ins,
            brought: true,
            came: Vec::new(),
        }
    } else {
        let registrations = lab::registrations(snapshot, of.id).await?;
        let arrived = tokens.iter().filter(|token| token.arrived.is_some());
        Room {
            registered: known(registrations.iter().filter(|one| !one.cancelled).count()),
            present,
            walk_ins: known(arrived.clone().filter(|token| token.walk_in).count()),
            brought: false,
            came: arrived.map(|token| token.came.clone()).collect(),
        }
    };
    let kinds: Vec<Kind> = made.iter().map(|one| one.contribution.kind).collect();
    let mut numbers = rules::numbers(&room, wall, &kinds);
    let places = read::ambito::municipalities(snapshot, ask.ambito).await?;
    let name = |code: String| {
        let place = places.iter().find(|place| place.row.code == code);
        place.map_or(code, |place| place.row.name.clone())
    };
    let Breakdown { cells, others } = numbers.municipalities;
    let cells = cells.into_iter().map(|(code, n)| (code.map(name), n)).collect();
    numbers.municipalities = Breakdown { cells, others };
    Ok(numbers)
}

/// The dots as they may be told: none where few people had them; and how many of them are on
/// cards that are not shown any more.
pub(super) async fn dots(
    snapshot: &mut Snapshot,
    of: &Session,
    wall: &[WallColumn],
) -> Result<(Option<DotCount>, u32), Declined> {
    let Some(dots) = lab::dots(snapshot, of.id).await?.map(counted) else { return Ok((None, 0)) };
    if dots.people < SMALLEST {
        return Ok((None, 0));
    }
    let cards = wall.iter().flat_map(|column| &column.cards);
    let shown: u32 = cards.filter_map(|card| card.dots).sum();
    let handed = dots.people.saturating_mul(dots.each);
    let elsewhere = handed.saturating_sub(dots.blanks).saturating_sub(shown);
    Ok((Some(dots), elsewhere))
}

/// The newest version of the report, with the quotations that may still be shown.
pub(super) async fn report(
    snapshot: &mut Snapshot,
    of: &Session,
) -> Result<Option<SessionReport>, Declined> {
    let Some(report) = lab::report(snapshot, of.id).await? else { return Ok(None) };
    let cards = lab::cards(snapshot, of.id).await?;
    let ended = lab::unquotable(snapshot, of.id).await?;
    let all = report.quotations.len();
    let quotations: Vec<(i64, String)> = report
        .quotations
        .iter()
        .filter(|id| !ended.iter().any(|(one, _)| one == *id))
        .filter_map(|id| cards.iter().find(|card| card.id == *id))
        .filter(|card| card.quotable && !card.hidden)
        .map(|card| (card.number, card.words.clone()))
        .collect();
    Ok(Some(SessionReport {
        version: report.version,
        learned: report.learned,
        changes: report.changes,
        taken_back: count(all - quotations.len()),
        quotations,
        at: report.at,
    }))
}

/// What everybody is told of a session: nothing before its minutes are approved.
pub async fn told(
    snapshot: &mut Snapshot,
    ask: &Asking,
    of: &Session,
) -> Result<Option<SessionTold>, Declined> {
    if !of.state.told() {
        return Ok(None);
    }
    let columns = room::wall(snapshot, of).await?;
    let made = made(snapshot, of).await?;
    let (dots, dots_elsewhere) = dots(snapshot, of, &columns).await?;
    let report = match of.state {
        SessionState::GivenBack => report(snapshot, of).await?,
        _ => None,
    };
    Ok(Some(SessionTold {
        dots,
        dots_elsewhere,
        photos: lab::photos(snapshot, of.id).await?.into_iter().map(photo).collect(),
        numbers: numbers(snapshot, ask, of, &columns, &made).await?,
        made,
        minutes: lab::minutes(snapshot, of.id).await?.into_iter().next().map(|one| one.words),
        report,
        columns,
    }))
}
