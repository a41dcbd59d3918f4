//! Before a session, and at its door: prepared, announced, registered for; tokens; who comes.

use domain::faults::{Fault, Refusal, What};
use domain::forms::{self, Fields};
use domain::ids::SessionId;
use domain::lab::mix::{ArrivalDraft, Came, Mix};
use domain::lab::plan::{SessionDraft, SessionPlan, Step};
use domain::lab::{AccessNeed, SessionAct, SessionState, TOKENS_MOST};
use domain::policy::{Facts, Operation, permit};
use domain::rounds::RoundState;
use domain::suppression;
use domain::time::Moment;
use domain::views::{
    Arrival, May, PlaceName, Places, RegistrationPage, SessionDesk, SessionDoor, SessionForm,
    SessionLine, SessionPack, SessionPage, SessionsPage,
};
use sha2::{Digest, Sha256};
use store::forms_sent::{self, FormHash};
use store::lab::{NewSession, Registration, Session, Token};
use store::read::ambito::Municipality;
use store::voices::RoundFacts;
use store::{Snapshot, identity, lab};

use super::{announced, leave, reference, session};
use crate::{Asking, Declined, Services, commit, receipts, times};

/// From so many free places down there are few.
const FEW: u32 = 10;

/// The states in which a session is prepared and printed for.
const BEFORE: &[SessionState] =
    &[SessionState::Prepared, SessionState::Registering, SessionState::Running];

fn few(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Whether this person may do something with a session, wherever it stands.
fn may(ask: &Asking, operation: Operation, round: &RoundFacts) -> May {
    let facts = Facts::within(ask.ambito, &round.round);
    permit(&ask.actor, operation, &facts, ask.now).map(|_| ())
}

/// The same, for who runs sessions; nobody else is told that a session is prepared.
fn must_run(ask: &Asking) -> Result<(), Declined> {
    permit(&ask.actor, Operation::RunSession, &Facts::of(ask.ambito), ask.now)?;
    Ok(())
}

fn places(plan: &SessionPlan, registered: &[Registration]) -> Places {
    if plan.capacity == 0 {
        return Places::Open;
    }
    let taken = few(registered.iter().filter(|one| !one.cancelled).count());
    match plan.capacity.saturating_sub(taken) {
        0 => Places::Full,
        1..FEW => Places::Few,
        _ => Places::Free,
    }
}

/// When each step of the agenda begins.
fn agenda(session: &Session) -> Vec<(Moment, Step)> {
    let at = |minutes: u32| session.starts + chrono::Duration::minutes(i64::from(minutes));
    session.plan.starts().map(|(from, step)| (at(from), step.clone())).collect()
}

/// How many were there, once it is over.
fn present(session: &Session) -> Option<suppression::Shown> {
    let over = !matches!(
        session.state,
        SessionState::Prepared | SessionState::Registering | SessionState::Running
    );
    over.then(|| suppression::people(u32::try_from(session.present).unwrap_or(0)))
}

async fn line(
    snapshot: &mut Snapshot,
    ask: &Asking,
    session: &Session,
    round: &RoundFacts,
) -> Result<SessionLine, Declined> {
    let registered = lab::registrations(snapshot, session.id).await?;
    Ok(SessionLine {
        session: reference(session, round, ask),
        question: session.plan.question.clone(),
        techniques: session.plan.techniques.clone(),
        places: places(&session.plan, &registered),
        present: present(session),
    })
}

/// The sessions of an Ambito: those everybody may know of, or all for who runs them.
async fn lines(services: &Services, ask: &Asking, all: bool) -> Result<SessionsPage, Declined> {
    let mut snapshot = services.look().await?;
    let rounds = store::voices::rounds(&mut snapshot, ask.ambito).await?;
    let (mut coming, mut over) = (Vec::new(), Vec::new());
    for session in lab::of_ambito(&mut snapshot, ask.ambito).await? {
        let round = rounds.iter().find(|one| one.round.id == session.round);
        let (true, Some(round)) = (all || session.state.public(), round) else { continue };
        let line = line(&mut snapshot, ask, &session, round).await?;
        match present(&session) {
            None => coming.push(line),
            Some(_) => over.push(line),
        }
    }
    over.reverse();
    let facts = Facts::of(ask.ambito);
    let may_prepare = permit(&ask.actor, Operation::PrepareSession, &facts, ask.now).map(|_| ());
    Ok(SessionsPage { coming, over, may_prepare })
}

/// The sessions of an Ambito.
pub async fn list(services: &Services, ask: &Asking) -> Result<SessionsPage, Declined> {
    lines(services, ask, false).await
}

/// The same, for who runs them.
pub async fn desk_list(services: &Services, ask: &Asking) -> Result<SessionsPage, Declined> {
    must_run(ask)?;
    lines(services, ask, true).await
}

/// A session, for all.
pub async fn page(services: &Services, ask: &Asking, number: i64) -> Result<SessionPage, Declined> {
    let mut snapshot = services.look().await?;
    let (session, round) = announced(&mut snapshot, ask, number).await?;
    let registered = lab::registrations(&mut snapshot, session.id).await?;
    let places = places(&session.plan, &registered);
    let told = super::minutes::told(&mut snapshot, ask, &session).await?;
    let mut plan = session.plan.clone();
    // For the team alone.
    plan.materials.clear();
    plan.steps.clear();
    Ok(SessionPage {
        session: reference(&session, &round, ask),
        plan,
        agenda: agenda(&session).into_iter().map(|(at, step)| (at, step.title)).collect(),
        places,
        may_register: may_register(ask, &session, &round, places),
        present: present(&session),
        correct_until: session.correct_until,
        told,
        may_run: may(ask, Operation::RunSession, &round),
    })
}

/// Whether somebody may register now.
fn may_register(ask: &Asking, session: &Session, round: &RoundFacts, places: Places) -> May {
    may(ask, Operation::RegisterForSession, round)?;
    session.state.must_be(&[SessionState::Registering])?;
    match places {
        Places::Full => Err(Refusal::SessionFull { capacity: session.plan.capacity }),
        Places::Open | Places::Free | Places::Few => Ok(()),
    }
}

/// The form to register.
pub async fn registration(
    services: &Services,
    ask: &Asking,
    number: i64,
) -> Result<RegistrationPage, Declined> {
    let mut snapshot = services.look().await?;
    let (session, round) = announced(&mut snapshot, ask, number).await?;
    let registered = lab::registrations(&mut snapshot, session.id).await?;
    let places = places(&session.plan, &registered);
    let frame = services.frame(&mut snapshot, ask.ambito).await?;
    Ok(RegistrationPage {
        session: reference(&session, &round, ask),
        access: session.plan.access.clone(),
        places,
        may_register: may_register(ask, &session, &round, places),
        municipalities: frame.places.iter().map(Municipality::place).collect(),
        code: None,
    })
}

/// A municipality that was chosen is one of the Ambito's.
async fn known(
    services: &Services,
    snapshot: &mut Snapshot,
    ask: &Asking,
    who: &Came,
) -> Result<(), Declined> {
    let Some(code) = &who.municipality else { return Ok(()) };
    let frame = services.frame(snapshot, ask.ambito).await?;
    if frame.places.iter().any(|place| place.place().code == *code) {
        return Ok(());
    }
    Err(vec![Fault::new("municipality", What::NotAChoice)].into())
}

/// Registers somebody; the code with which it is taken back, in groups. A second sending of the
/// same form gives the same code.
pub async fn register(
    services: &Services,
    ask: &Asking,
    number: i64,
    (who, access): (&Came, &[AccessNeed]),
    sending: &str,
) -> Result<String, Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let (session, round) = announced(&mut tx, ask, number).await?;
    let form = FormHash::of(sending);
    let code = match form {
        Some(_) => receipts::code_of_form(sending),
        None => receipts::fresh_code(&services.chance),
    };
    if crate::made(&mut tx, form.as_ref()).await?.is_some() {
        return Ok(receipts::grouped(&code));
    }
    let states = &[SessionState::Registering];
    let leave = leave(ask, Operation::RegisterForSession, &session, &round, states)?;
    known(services, &mut tx, ask, who).await?;
    let registered = lab::registrations(&mut tx, session.id).await?;
    if places(&session.plan, &registered) == Places::Full {
        return Err(Refusal::SessionFull { capacity: session.plan.capacity }.into());
    }
    let id = services.chance.id(ask.now);
    if let Some(person) = ask.actor.person() {
        for one in registered.iter().filter(|one| !one.cancelled) {
            if identity::author(&mut tx, one.id).await? == Some(person) {
                return Err(Refusal::AlreadyDone.into());
            }
        }
        identity::keep_author(&mut tx, &leave, id, person).await?;
    }
    let hash = receipts::hash(&code);
    lab::register(&mut tx, &leave, session.id, id, (who, access), &hash).await?;
    forms_sent::remember(&mut tx, &leave, form.as_ref(), id).await?;
    commit(tx).await?;
    Ok(receipts::grouped(&code))
}

/// Takes a registration back, by its code as it was typed.
pub async fn cancel(
    services: &Services,
    ask: &Asking,
    number: i64,
    typed: &str,
) -> Result<(), Declined> {
    let unknown = || Declined::from(vec![Fault::new("code", What::UnknownCode)]);
    let mut tx = services.begin(ask.ambito).await?;
    let (session, round) = announced(&mut tx, ask, number).await?;
    let code = receipts::normalised(typed).ok_or_else(unknown)?;
    let hash = receipts::hash(&code);
    let found = lab::registration_of_code(&mut tx, session.id, &hash).await?;
    let found = found.ok_or_else(unknown)?;
    let facts = Facts { own: true, ..Facts::within(ask.ambito, &round.round) };
    let leave = permit(&ask.actor, Operation::CancelRegistration, &facts, ask.now)?;
    if found.cancelled || found.token.is_some() {
        return Err(Refusal::AlreadyDone.into());
    }
    session.state.must_be(&[SessionState::Registering, SessionState::Running])?;
    identity::cut_author(&mut tx, &leave, found.id).await?;
    lab::cancel(&mut tx, &leave, session.id, found.id).await?;
    commit(tx).await
}

/// The form of a session.
pub async fn form(
    services: &Services,
    ask: &Asking,
    existing: Option<i64>,
) -> Result<SessionForm, Declined> {
    must_run(ask)?;
    let mut snapshot = services.look().await?;
    let rounds = store::voices::rounds(&mut snapshot, ask.ambito).await?;
    let found = match existing {
        None => None,
        Some(number) => {
            let (session, round) = session(&mut snapshot, ask, number).await?;
            session.state.must_be(BEFORE)?;
            Some((reference(&session, &round, ask), session))
        }
    };
    let held = found.as_ref().map(|(_, session)| session.round);
    let rounds = rounds
        .into_iter()
        .filter(|one| takes_sessions(one, ask) || Some(one.round.id) == held)
        .map(|one| (one.number, one.title))
        .collect();
    let version = found.as_ref().map_or(0, |(_, session)| session.version);
    Ok(SessionForm { session: found.map(|(named, _)| named), version, rounds })
}

/// Whether sessions are held for a round: while it is to come, or under way.
fn takes_sessions(round: &RoundFacts, ask: &Asking) -> bool {
    match round.round.state(ask.now) {
        RoundState::Draft
        | RoundState::Scheduled
        | RoundState::Open
        | RoundState::Suspended
        | RoundState::Closed => true,
        RoundState::InSynthesis | RoundState::GivenBack | RoundState::Archived => false,
    }
}

/// What the form of a session holds: as it is prepared, or nothing yet.
pub async fn written(
    services: &Services,
    ask: &Asking,
    existing: Option<i64>,
) -> Result<Fields, Declined> {
    must_run(ask)?;
    let Some(number) = existing else { return Ok(Fields::default()) };
    let mut snapshot = services.look().await?;
    let (session, round) = session(&mut snapshot, ask, number).await?;
    let zone = times::zone(&mut snapshot, ask.ambito).await?;
    let local = |moment| times::local(zone, moment);
    let (starts, plan) = (local(session.starts), &session.plan);
    let ends = local(reference(&session, &round, ask).ends);
    let mut pairs: Vec<(String, String)> = [
        ("round", round.number.to_string()),
        ("title", session.title.clone()),
        ("venue", session.place.clone()),
        ("question", plan.question.clone()),
        ("invitation", plan.invitation.clone()),
        ("materials", plan.materials.clone()),
        ("day", starts.date().to_string()),
        ("starts", starts.format("%H:%M").to_string()),
        ("ends", ends.format("%H:%M").to_string()),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .into();
    for (name, number) in
        [("capacity", plan.capacity), ("dots_each", plan.dots_each), ("dots_most", plan.dots_most)]
    {
        if number > 0 {
            pairs.push((name.to_owned(), number.to_string()));
        }
    }
    let several = |name: &str, codes: Vec<&str>| -> Vec<(String, String)> {
        codes.into_iter().map(|code| (name.to_owned(), code.to_owned())).collect()
    };
    pairs.extend(several("technique", plan.techniques.iter().map(|one| one.code()).collect()));
    pairs.extend(several("access", plan.access.iter().map(|one| one.code()).collect()));
    for (row, step) in plan.steps.iter().enumerate() {
        pairs.extend([
            (format!("minutes-{row}"), step.minutes.to_string()),
            (format!("step-{row}"), step.title.clone()),
            (format!("method-{row}"), step.method.clone()),
            (format!("owner-{row}"), step.owner.clone()),
        ]);
    }
    Ok(Fields::from_pairs(pairs))
}

/// Keeps what is prepared, on the version that was read; the session's number. What has run is
/// no longer prepared.
pub async fn save(
    services: &Services,
    ask: &Asking,
    existing: Option<i64>,
    draft: &SessionDraft,
    base: i64,
    sending: &str,
) -> Result<i64, Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let rounds = store::voices::rounds(&mut tx, ask.ambito).await?;
    let chosen = rounds.into_iter().find(|one| one.number == draft.round);
    let permit = permit(&ask.actor, Operation::PrepareSession, &Facts::of(ask.ambito), ask.now)?;
    let no_round = || Declined::from(vec![Fault::new("round", What::NotAChoice)]);
    let chosen = chosen.ok_or_else(no_round)?;
    let zone = times::zone(&mut tx, ask.ambito).await?;
    let new = NewSession {
        round: chosen.round.id,
        title: &draft.title,
        place: &draft.place,
        starts: times::moment(zone, draft.starts),
        plan: &draft.plan,
    };
    let Some(number) = existing else {
        let form = FormHash::of(sending);
        if let Some(made) = crate::made(&mut tx, form.as_ref()).await? {
            let made = lab::by_id(&mut tx, made.into()).await?;
            return made.map(|session| session.number).ok_or(Declined::NotFound);
        }
        if !takes_sessions(&chosen, ask) {
            return Err(no_round());
        }
        let id: SessionId = services.chance.id(ask.now);
        let number = lab::prepare(&mut tx, &permit, id, &new).await?;
        forms_sent::remember(&mut tx, &permit, form.as_ref(), id.uuid()).await?;
        commit(tx).await?;
        return Ok(number);
    };
    let (session, _) = session(&mut tx, ask, number).await?;
    session.state.must_be(BEFORE)?;
    // Voices made of its cards belong to its round.
    if session.state != SessionState::Prepared && session.round != chosen.round.id {
        return Err(no_round());
    }
    if session.version != base {
        return Err(Declined::Stale { current: session.version });
    }
    lab::change(&mut tx, &permit, session.id, &new).await?;
    commit(tx).await?;
    Ok(number)
}

/// Moves a session on, or back.
pub async fn act(
    services: &Services,
    ask: &Asking,
    number: i64,
    act: SessionAct,
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let (session, round) = session(&mut tx, ask, number).await?;
    let operation = match act {
        SessionAct::Announce | SessionAct::Recall => Operation::PrepareSession,
        SessionAct::Begin | SessionAct::End | SessionAct::Resume => Operation::RunSession,
    };
    let leave = leave(ask, operation, &session, &round, &[act.from()])?;
    match act {
        SessionAct::Recall => {
            let registered = lab::registrations(&mut tx, session.id).await?;
            if registered.iter().any(|one| !one.cancelled) {
                return Err(Refusal::InUse.into());
            }
        }
        SessionAct::Resume => {
            if super::minutes::begun(&mut tx, &session).await? {
                return Err(Refusal::InUse.into());
            }
        }
        SessionAct::Announce | SessionAct::Begin | SessionAct::End => {}
    }
    lab::stand(&mut tx, &leave, session.id, act.to()).await?;
    commit(tx).await
}

/// Who is in the room, or before it begins, who is registered.
fn mix_of(
    session: &Session,
    registered: &[Registration],
    tokens: &[Token],
    places: &[PlaceName],
) -> Mix {
    let codes: Vec<String> = places.iter().map(|place| place.code.clone()).collect();
    let people: Vec<Came> = match session.state {
        SessionState::Prepared | SessionState::Registering => {
            registered.iter().filter(|one| !one.cancelled).map(|one| one.came.clone()).collect()
        }
        SessionState::Running
        | SessionState::MinutesDraft
        | SessionState::MinutesApproved
        | SessionState::GivenBack => {
            let arrived = tokens.iter().filter(|token| token.arrived.is_some());
            arrived.map(|token| token.came.clone()).collect()
        }
    };
    Mix::of(&people, &codes)
}

async fn place_names(
    services: &Services,
    snapshot: &mut Snapshot,
    ask: &Asking,
) -> Result<Vec<PlaceName>, Declined> {
    let frame = services.frame(snapshot, ask.ambito).await?;
    Ok(frame.places.iter().map(Municipality::place).collect())
}

/// A session, for who runs it.
pub async fn desk(services: &Services, ask: &Asking, number: i64) -> Result<SessionDesk, Declined> {
    must_run(ask)?;
    let mut snapshot = services.look().await?;
    let (session, round) = session(&mut snapshot, ask, number).await?;
    let registered = lab::registrations(&mut snapshot, session.id).await?;
    let tokens = lab::tokens(&mut snapshot, session.id).await?;
    let municipalities = place_names(services, &mut snapshot, ask).await?;
    let standing: Vec<&Registration> = registered.iter().filter(|one| !one.cancelled).collect();
    let needed = AccessNeed::ALL
        .iter()
        .map(|need| (*need, few(standing.iter().filter(|one| one.access.contains(need)).count())))
        .filter(|(_, people)| *people > 0)
        .collect();
    let agenda = agenda(&session);
    let running = session.state == SessionState::Running;
    let now_at = agenda
        .iter()
        .rposition(|(at, _)| running && *at <= ask.now)
        .filter(|_| ask.now < reference(&session, &round, ask).ends);
    let cards = lab::cards(&mut snapshot, session.id).await?;
    Ok(SessionDesk {
        mix: mix_of(&session, &registered, &tokens, &municipalities),
        session: reference(&session, &round, ask),
        registered: few(standing.len()),
        needed,
        printed: few(tokens.len()),
        arrived: few(tokens.iter().filter(|token| token.arrived.is_some()).count()),
        walk_ins: few(tokens.iter().filter(|token| token.walk_in).count()),
        municipalities,
        agenda,
        now_at,
        cards: few(cards.iter().filter(|card| !card.hidden).count()),
        unanswered: super::minutes::unanswered(&mut snapshot, &session).await?,
        may_prepare: may(ask, Operation::PrepareSession, &round),
        may_resume: session.state == SessionState::MinutesDraft
            && !super::minutes::begun(&mut snapshot, &session).await?,
        plan: session.plan,
    })
}

/// What is printed for a session, with the tokens that were printed just now.
pub async fn pack(
    services: &Services,
    ask: &Asking,
    number: i64,
    fresh: Vec<(i64, String)>,
) -> Result<SessionPack, Declined> {
    must_run(ask)?;
    let mut snapshot = services.look().await?;
    let (session, round) = session(&mut snapshot, ask, number).await?;
    let tokens = lab::tokens(&mut snapshot, session.id).await?;
    let wall = super::room::wall(&mut snapshot, &session).await?;
    let may_print =
        may(ask, Operation::PrepareSession, &round).and_then(|()| session.state.must_be(BEFORE));
    let registered = lab::registrations(&mut snapshot, session.id).await?;
    Ok(SessionPack {
        session: reference(&session, &round, ask),
        agenda: agenda(&session),
        printed: few(tokens.len()),
        left: few(tokens.iter().filter(|token| token.arrived.is_none()).count()),
        fresh,
        cards: wall
            .into_iter()
            .flat_map(|column| column.cards)
            .map(|card| (card.number, card.words))
            .collect(),
        registered: registered
            .into_iter()
            .filter(|one| !one.cancelled)
            .map(|one| (one.number, one.access))
            .collect(),
        may_print,
        plan: session.plan,
    })
}

/// Which tokens are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Printing {
    /// So many more.
    More(u32),
    /// Those that nobody holds yet, with new codes: the paper was lost.
    Again,
}

/// The code of a token: from the form that printed it, so that a second sending of the form
/// prints the same.
fn token_code(sending: &str, number: i64) -> String {
    let sha = Sha256::new().chain_update("token").chain_update(forms::id_of(sending));
    receipts::code(&sha.chain_update(number.to_be_bytes()).finalize().into())
}

/// Prints tokens: their numbers and codes, in groups. The codes are shown once and kept nowhere.
pub async fn print_tokens(
    services: &Services,
    ask: &Asking,
    number: i64,
    printing: Printing,
    sending: &str,
) -> Result<Vec<(i64, String)>, Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let (session, round) = session(&mut tx, ask, number).await?;
    let leave = leave(ask, Operation::PrepareSession, &session, &round, BEFORE)?;
    let tokens = lab::tokens(&mut tx, session.id).await?;
    let form = FormHash::of(sending);
    let of = |number: i64| (number, token_code(sending, number));
    if crate::made(&mut tx, form.as_ref()).await?.is_some() {
        let mut same = Vec::new();
        for token in tokens {
            let (number, code) = of(token.number);
            if lab::holds(&mut tx, session.id, number, &receipts::hash(&code)).await? {
                same.push((number, receipts::grouped(&code)));
            }
        }
        return Ok(same);
    }
    let numbers: Vec<i64> = match printing {
        Printing::More(more) => {
            let found = few(tokens.len()).saturating_add(more);
            if more == 0 {
                return Err(vec![Fault::new("many", What::Missing)].into());
            }
            if found > TOKENS_MOST {
                let what = What::TooMany { most: TOKENS_MOST, found };
                return Err(vec![Fault::new("many", what)].into());
            }
            let last = tokens.last().map_or(0, |token| token.number);
            (last + 1..=last + i64::from(more)).collect()
        }
        Printing::Again => {
            let free = tokens.iter().filter(|token| token.arrived.is_none());
            free.map(|token| token.number).collect()
        }
    };
    let printed: Vec<(i64, String)> = numbers.into_iter().map(of).collect();
    let hashes: Vec<(i64, [u8; 32])> =
        printed.iter().map(|(number, code)| (*number, receipts::hash(code))).collect();
    lab::print_tokens(&mut tx, &leave, session.id, &hashes).await?;
    forms_sent::remember(&mut tx, &leave, form.as_ref(), session.id.uuid()).await?;
    commit(tx).await?;
    Ok(printed.into_iter().map(|(number, code)| (number, receipts::grouped(&code))).collect())
}

/// The door of a session.
pub async fn door(services: &Services, ask: &Asking, number: i64) -> Result<SessionDoor, Declined> {
    must_run(ask)?;
    let mut snapshot = services.look().await?;
    let (session, round) = session(&mut snapshot, ask, number).await?;
    let registered = lab::registrations(&mut snapshot, session.id).await?;
    let tokens = lab::tokens(&mut snapshot, session.id).await?;
    let municipalities = place_names(services, &mut snapshot, ask).await?;
    let spoke: Vec<i64> = lab::cards(&mut snapshot, session.id)
        .await?
        .into_iter()
        .filter_map(|card| card.token)
        .collect();
    let mut arrived: Vec<Arrival> = tokens
        .iter()
        .filter_map(|token| {
            Some(Arrival {
                token: token.number,
                at: token.arrived?,
                walk_in: token.walk_in,
                came: token.came.clone(),
                undoable: !spoke.contains(&token.number),
            })
        })
        .collect();
    arrived.sort_by_key(|one| std::cmp::Reverse((one.at, one.token)));
    let free: Vec<i64> =
        tokens.iter().filter(|token| token.arrived.is_none()).map(|token| token.number).collect();
    Ok(SessionDoor {
        mix: mix_of(&session, &registered, &tokens, &municipalities),
        next: free.first().copied(),
        left: few(free.len()),
        arrived,
        expected: registered
            .into_iter()
            .filter(|one| !one.cancelled && one.token.is_none())
            .map(|one| (one.number, one.came, one.access))
            .collect(),
        municipalities,
        may_run: may(ask, Operation::RunSession, &round)
            .and_then(|()| session.state.must_be(&[SessionState::Running])),
        session: reference(&session, &round, ask),
    })
}

/// Notes that somebody came and got a token: with their registration, by its number, or without.
pub async fn arrive(
    services: &Services,
    ask: &Asking,
    number: i64,
    arrival: &ArrivalDraft,
    sending: &str,
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let (session, round) = session(&mut tx, ask, number).await?;
    let states = &[SessionState::Running];
    let leave = leave(ask, Operation::RunSession, &session, &round, states)?;
    let form = FormHash::of(sending);
    if crate::made(&mut tx, form.as_ref()).await?.is_some() {
        return Ok(());
    }
    known(services, &mut tx, ask, &arrival.who).await?;
    let mut faults = Vec::new();
    let tokens = lab::tokens(&mut tx, session.id).await?;
    match tokens.iter().find(|token| token.number == arrival.token) {
        None => faults.push(Fault::new("token", What::UnknownCode)),
        Some(token) if token.arrived.is_some() => faults.push(Fault::new("token", What::Taken)),
        Some(_) => {}
    }
    let mut registration = None;
    if let Some(asked) = arrival.registration {
        let registered = lab::registrations(&mut tx, session.id).await?;
        let found = registered.into_iter().find(|one| one.number == asked && !one.cancelled);
        match found {
            None => faults.push(Fault::new("registration", What::UnknownCode)),
            Some(one) if one.token.is_some() => {
                faults.push(Fault::new("registration", What::Taken));
            }
            Some(one) => registration = Some(one),
        }
    }
    if !faults.is_empty() {
        return Err(faults.into());
    }
    // What they said when they registered, unless they say otherwise now.
    let mut who = arrival.who.clone();
    if let Some(one) = &registration {
        let said = one.came.clone();
        who.municipality = who.municipality.or(said.municipality);
        who.category = who.category.or(said.category);
        who.age = who.age.or(said.age);
    }
    let with = registration.map(|one| one.id);
    lab::arrive(&mut tx, &leave, session.id, arrival.token, &who, with).await?;
    forms_sent::remember(&mut tx, &leave, form.as_ref(), session.id.uuid()).await?;
    commit(tx).await
}

/// Undoes an arrival that was noted by mistake, while its token has not spoken.
pub async fn undo_arrival(
    services: &Services,
    ask: &Asking,
    number: i64,
    token: i64,
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let (session, round) = session(&mut tx, ask, number).await?;
    let states = &[SessionState::Running];
    let leave = leave(ask, Operation::RunSession, &session, &round, states)?;
    let tokens = lab::tokens(&mut tx, session.id).await?;
    let found = tokens.iter().find(|one| one.number == token).ok_or(Declined::NotFound)?;
    if found.arrived.is_none() {
        return Err(Refusal::AlreadyDone.into());
    }
    if lab::token_spoke(&mut tx, session.id, token).await? {
        return Err(Refusal::InUse.into());
    }
    lab::depart(&mut tx, &leave, session.id, token).await?;
    commit(tx).await
}
