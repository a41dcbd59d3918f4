//! Activities of the actions that a co-gestione carries out: added, assigned, told of; and the
//! start of an action.

use std::collections::{BTreeMap, BTreeSet};

use domain::actions::ActivityState;
use domain::faults::{Fault, Refusal, What};
use domain::ids::{ActionId, PersonId};
use domain::methods::activities::{
    Assignment, NewActivity, Progress, Standing, assignment_faults, followed, may_start,
};
use domain::policy::{Facts, Operation, permit};
use domain::rounds::{Round, RoundKind};
use domain::views::{
    ActionRef, ActivitiesPage, ActivityCard, ActivityPage, AssignmentView, Candidate,
    FollowedAction, May, ProgressView, RoundRef,
};
use store::actions::StoredAction;
use store::forms_sent::{self, FormHash};
use store::methods::StoredActivity;
use store::read::rounds::StoredRound;
use store::{Snapshot, Tx, actions, identity, methods};
use uuid::Uuid;

use super::{Guests, issues, may, round, round_of};
use crate::{Asking, Declined, Services, commit};

/// Nothing of the kind is to be found in a round of another method.
pub(super) fn must_run(round: &Round) -> Result<(), Declined> {
    match round.kind {
        RoundKind::CoManagement => Ok(()),
        RoundKind::Consultation
        | RoundKind::Concertation
        | RoundKind::CoProgramming
        | RoundKind::CoDesign => Err(Declined::NotFound),
    }
}

/// The names, public by office, of those who answer for something, each with the organisation
/// they speak for.
pub(super) struct Officers(BTreeMap<PersonId, (String, Option<String>)>);

impl Officers {
    pub(super) async fn of(snapshot: &mut Snapshot, ask: &Asking) -> Result<Self, Declined> {
        let register = methods::register(snapshot, ask.ambito).await?;
        let held = methods::mandates(snapshot, ask.ambito, None).await?;
        let mut speaks: BTreeMap<PersonId, String> = BTreeMap::new();
        for (of, person) in held {
            if let Some(name) = register.get(&of) {
                speaks.entry(person).or_insert_with(|| name.name.clone());
            }
        }
        let officers = actions::codes(snapshot, ask.ambito).await?.officers;
        let named = officers.into_iter().map(|(id, name)| (id, (name, speaks.get(&id).cloned())));
        Ok(Officers(named.collect()))
    }

    fn name(&self, person: PersonId) -> (String, Option<String>) {
        self.0.get(&person).cloned().unwrap_or_default()
    }

    /// An activity as lists show it.
    pub(super) fn card(&self, ask: &Asking, one: &StoredActivity) -> ActivityCard {
        let standing = one.standing();
        ActivityCard {
            number: one.number,
            what: one.what.clone(),
            responsible: standing.assignment.map(|of| self.name(of.responsible)),
            due: standing.assignment.map(|of| of.due),
            state: standing.state,
            late: standing.late(crate::days::day(ask.now)),
            evidence: one.progress.last().map(|(of, _)| of.evidence.clone()).unwrap_or_default(),
        }
    }
}

/// The actions of the Ambito, by id.
pub(super) async fn by_id(
    snapshot: &mut Snapshot,
    ask: &Asking,
) -> Result<BTreeMap<ActionId, StoredAction>, Declined> {
    let all = actions::of_ambito(snapshot, ask.ambito).await?;
    Ok(all.into_iter().map(|action| (action.id, action)).collect())
}

/// Activities of the sheet of an action that nobody follows yet.
fn left<'a>(
    action: &'a StoredAction,
    there: &'a [StoredActivity],
) -> impl Iterator<Item = &'a domain::actions::Activity> {
    let known: BTreeSet<&str> =
        there.iter().filter(|one| one.action == action.id).map(|one| one.what.as_str()).collect();
    action.sheet.activities.iter().filter(move |of| !known.contains(of.what.trim()))
}

/// Activities of a round.
pub async fn page(
    services: &Services,
    ask: &Asking,
    number: i64,
) -> Result<ActivitiesPage, Declined> {
    let mut snapshot = services.look().await?;
    let stored = round(&mut snapshot, ask, number).await?;
    must_run(&stored.round)?;
    let there = methods::activities(&mut snapshot, stored.round.id).await?;
    let officers = Officers::of(&mut snapshot, ask).await?;
    let known = by_id(&mut snapshot, ask).await?;
    let may_add = may(ask, Operation::AddActivity, &stored.round);
    let mut offered: Vec<(ActionRef, u64)> = known
        .values()
        .filter(|action| may_add.is_ok() && followed(action.state))
        .map(|action| (action.reference(), left(action, &there).count() as u64))
        .collect();
    offered.sort_by_key(|(action, _)| action.number);
    let mut by_action: BTreeMap<i64, (&StoredAction, Vec<&StoredActivity>)> = BTreeMap::new();
    for one in &there {
        if let Some(action) = known.get(&one.action) {
            by_action.entry(action.number).or_insert((action, Vec::new())).1.push(one);
        }
    }
    let may_begin = may(ask, Operation::StartAction, &stored.round);
    let actions = by_action
        .into_values()
        .map(|(action, activities)| {
            let standings: Vec<Standing> = activities.iter().map(|one| one.standing()).collect();
            let ready = may_start(action.state, &standings);
            let hindered = match &ready {
                Err(Refusal::AlreadyDone | Refusal::NotApproved) | Ok(()) => None,
                Err(refusal) => Some(refusal.clone()),
            };
            FollowedAction {
                action: action.reference(),
                activities: activities.into_iter().map(|one| officers.card(ask, one)).collect(),
                hindered,
                may_start: may_begin.clone().and(ready),
            }
        })
        .collect();
    Ok(ActivitiesPage { round: stored.reference(ask.now), actions, offered, may_add })
}

/// The round in which the activities of an action were last followed.
pub(crate) async fn followed_in(
    snapshot: &mut Snapshot,
    ask: &Asking,
    action: ActionId,
) -> Result<Option<RoundRef>, Declined> {
    let Some(id) = methods::round_of_action(snapshot, action).await? else { return Ok(None) };
    match round_of(snapshot, ask, id).await {
        Ok(stored) => Ok(Some(stored.reference(ask.now))),
        Err(Declined::NotFound) => Ok(None),
        Err(declined) => Err(declined),
    }
}

/// An activity of the Ambito with the round it is followed in, for who may know of it.
async fn found(
    snapshot: &mut Snapshot,
    ask: &Asking,
    number: i64,
) -> Result<(StoredRound, StoredActivity), Declined> {
    let of = methods::round_of_activity(snapshot, ask.ambito, number).await?;
    let stored = round_of(snapshot, ask, of.ok_or(Declined::NotFound)?).await?;
    let all = methods::activities(snapshot, stored.round.id).await?;
    let one = all.into_iter().find(|one| one.number == number).ok_or(Declined::NotFound)?;
    Ok((stored, one))
}

/// Whether the viewer answers for an activity.
pub(super) fn answers_for(ask: &Asking, activity: &StoredActivity) -> bool {
    let responsible = activity.standing().assignment.map(|of| of.responsible);
    responsible.is_some() && responsible == ask.actor.person()
}

fn may_report(ask: &Asking, round: &Round, activity: &StoredActivity) -> May {
    let own = answers_for(ask, activity);
    let facts = Facts { own, ..Facts::within(ask.ambito, round) };
    permit(&ask.actor, Operation::ReportProgress, &facts, ask.now).map(|_| ())
}

/// Whom one may ask to answer for an activity: those who hold an office, and who speaks for the
/// organisations of the round.
async fn candidates(
    snapshot: &mut Snapshot,
    ask: &Asking,
    round: &Round,
    officers: &Officers,
) -> Result<Vec<Candidate>, Declined> {
    let guests = Guests::of(snapshot, round.id).await?;
    let register = methods::register(snapshot, ask.ambito).await?;
    let candidate = |(person, (name, organisation)): (&PersonId, &(String, Option<String>))| {
        Candidate { person: *person, name: name.clone(), organisation: organisation.clone() }
    };
    let mut found: Vec<Candidate> = officers.0.iter().map(candidate).collect();
    for (of, person) in methods::mandates(snapshot, ask.ambito, None).await? {
        if !guests.admits(round.kind, of) || found.iter().any(|one| one.person == person) {
            continue;
        }
        if let Some(named) = identity::addressee(snapshot, person).await? {
            let organisation = register.get(&of).map(|one| one.name.clone());
            found.push(Candidate { person, name: named.name, organisation });
        }
    }
    found.sort_by_cached_key(|one| (domain::language::fold(&one.name), one.person));
    Ok(found)
}

/// An activity.
pub async fn activity(
    services: &Services,
    ask: &Asking,
    number: i64,
) -> Result<ActivityPage, Declined> {
    let mut snapshot = services.look().await?;
    let (stored, one) = found(&mut snapshot, ask, number).await?;
    let officers = Officers::of(&mut snapshot, ask).await?;
    let known = by_id(&mut snapshot, ask).await?;
    let action = known.get(&one.action).ok_or(Declined::NotFound)?.reference();
    let may_assign = may(ask, Operation::AssignActivity, &stored.round);
    let candidates = match &may_assign {
        Ok(()) => candidates(&mut snapshot, ask, &stored.round, &officers).await?,
        Err(_) => Vec::new(),
    };
    let issues = issues::views(&mut snapshot, ask, &stored.round).await?;
    let assignments = one.assignments.iter().rev();
    let progress = one.progress.iter().rev();
    Ok(ActivityPage {
        round: stored.reference(ask.now),
        action,
        card: officers.card(ask, &one),
        supporters: one.supporters.clone(),
        added: one.at,
        assignments: assignments
            .map(|(of, why, at)| AssignmentView {
                responsible: officers.name(of.responsible),
                due: of.due,
                why: why.clone(),
                at: *at,
            })
            .collect(),
        progress: progress
            .map(|(of, at)| ProgressView {
                state: of.state,
                note: of.note.clone(),
                evidence: of.evidence.clone(),
                at: *at,
            })
            .collect(),
        issues: issues
            .into_iter()
            .filter(|issue| issue.activity.as_ref().is_some_and(|(of, _)| *of == number))
            .collect(),
        may_assign,
        candidates,
        responsible: one.standing().assignment.map(|of| of.responsible),
        may_report: may_report(ask, &stored.round, &one),
    })
}

/// The action of a number, if its activities may be followed.
async fn followable(tx: &mut Tx, ask: &Asking, number: i64) -> Result<StoredAction, Declined> {
    let action = actions::by_number(tx, ask.ambito, number).await?;
    match action {
        Some(action) if followed(action.state) => Ok(action),
        Some(_) => Err(Refusal::NotApproved.into()),
        None => Err(vec![Fault::new("action", What::NotAChoice)].into()),
    }
}

/// Adds an activity to a round; returns its number.
pub async fn add(
    services: &Services,
    ask: &Asking,
    number: i64,
    new: &NewActivity,
    sending: &str,
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let form = FormHash::of(sending);
    if crate::made(&mut tx, form.as_ref()).await?.is_some() {
        return Ok(());
    }
    let stored = round(&mut tx, ask, number).await?;
    must_run(&stored.round)?;
    let facts = Facts::within(ask.ambito, &stored.round);
    let permit = permit(&ask.actor, Operation::AddActivity, &facts, ask.now)?;
    let faults = new.faults();
    if !faults.is_empty() {
        return Err(faults.into());
    }
    let action = followable(&mut tx, ask, new.action).await?;
    let (id, salt) = (services.chance.id::<Uuid>(ask.now), services.chance.bytes());
    let place = (stored.round.id, action.id);
    methods::keep_activity(&mut tx, &permit, id, place, new, &salt).await?;
    forms_sent::remember(&mut tx, &permit, form.as_ref(), id).await?;
    commit(tx).await
}

/// Takes over from the sheet of an action the activities that nobody follows yet, with who answers
/// for each, the day, and how far it has come.
pub async fn take_over(
    services: &Services,
    ask: &Asking,
    number: i64,
    action: i64,
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let stored = round(&mut tx, ask, number).await?;
    must_run(&stored.round)?;
    let facts = Facts::within(ask.ambito, &stored.round);
    let adding = permit(&ask.actor, Operation::AddActivity, &facts, ask.now)?;
    let assigning = permit(&ask.actor, Operation::AssignActivity, &facts, ask.now)?;
    let action = followable(&mut tx, ask, action).await?;
    let there = methods::activities(&mut tx, stored.round.id).await?;
    let new: Vec<_> = left(&action, &there).cloned().collect();
    if new.is_empty() {
        return Err(Refusal::AlreadyDone.into());
    }
    for of in new {
        let (id, salt) = (services.chance.id::<Uuid>(ask.now), services.chance.bytes());
        let place = (stored.round.id, action.id);
        let added = NewActivity { action: action.number, what: of.what, supporters: String::new() };
        methods::keep_activity(&mut tx, &adding, id, place, &added, &salt).await?;
        if let (Some(responsible), Some(due)) = (of.responsible, of.due) {
            let (row, salt) = (services.chance.id::<Uuid>(ask.now), services.chance.bytes());
            let what = (Assignment { responsible, due }, "");
            methods::keep_assignment(&mut tx, &assigning, row, id, what, &salt).await?;
        }
        if of.state != ActivityState::ToDo {
            let (row, salt) = (services.chance.id::<Uuid>(ask.now), services.chance.bytes());
            let progress = Progress { state: of.state, note: String::new(), evidence: of.evidence };
            methods::keep_progress(&mut tx, &adding, row, id, &progress, &salt).await?;
        }
    }
    commit(tx).await
}

/// Says who answers for an activity, and by when. Their name is public from then on.
pub async fn assign(
    services: &Services,
    ask: &Asking,
    number: i64,
    assignment: Assignment,
    why: &str,
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let (stored, one) = found(&mut tx, ask, number).await?;
    let facts = Facts::within(ask.ambito, &stored.round);
    let permit = permit(&ask.actor, Operation::AssignActivity, &facts, ask.now)?;
    let before = one.standing().assignment;
    if before == Some(assignment) {
        return Ok(());
    }
    let officers = Officers::of(&mut tx, ask).await?;
    let mut faults = assignment_faults(assignment, before, why, crate::days::day(ask.now));
    let offered = candidates(&mut tx, ask, &stored.round, &officers).await?;
    let person = offered.iter().find(|one| one.person == assignment.responsible);
    if person.is_none() {
        faults.push(Fault::new("responsible", What::NotAChoice));
    }
    let (Some(person), true) = (person, faults.is_empty()) else { return Err(faults.into()) };
    if !officers.0.contains_key(&person.person) {
        identity::keep_officer(&mut tx, &permit, person.person, &person.name).await?;
    }
    let (id, salt) = (services.chance.id::<Uuid>(ask.now), services.chance.bytes());
    methods::keep_assignment(&mut tx, &permit, id, one.id, (assignment, why), &salt).await?;
    commit(tx).await
}

/// Tells how far an activity has come.
pub async fn tell(
    services: &Services,
    ask: &Asking,
    number: i64,
    progress: &Progress,
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let (stored, one) = found(&mut tx, ask, number).await?;
    let own = answers_for(ask, &one);
    let facts = Facts { own, ..Facts::within(ask.ambito, &stored.round) };
    let permit = permit(&ask.actor, Operation::ReportProgress, &facts, ask.now)?;
    let faults = progress.faults();
    if !faults.is_empty() {
        return Err(faults.into());
    }
    one.standing().may_become(progress.state)?;
    if one.progress.last().is_some_and(|(last, _)| last == progress) {
        return Ok(());
    }
    let (id, salt) = (services.chance.id::<Uuid>(ask.now), services.chance.bytes());
    methods::keep_progress(&mut tx, &permit, id, one.id, progress, &salt).await?;
    commit(tx).await
}

/// Starts an action whose activities each have one responsible and a date (invariant 7).
pub async fn start(
    services: &Services,
    ask: &Asking,
    number: i64,
    action: i64,
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let stored = round(&mut tx, ask, number).await?;
    must_run(&stored.round)?;
    let facts = Facts::within(ask.ambito, &stored.round);
    let permit = permit(&ask.actor, Operation::StartAction, &facts, ask.now)?;
    let action = actions::by_number(&mut tx, ask.ambito, action).await?;
    let action = action.ok_or(Declined::NotFound)?;
    let there = methods::activities(&mut tx, stored.round.id).await?;
    let standings: Vec<Standing> =
        there.iter().filter(|one| one.action == action.id).map(|one| one.standing()).collect();
    may_start(action.state, &standings)?;
    methods::start_action(&mut tx, &permit, action.id, action.version).await?;
    let sources = actions::sources(&mut tx, action.id).await?;
    for source in sources {
        store::counts::restage(&mut tx, &permit, source).await?;
    }
    commit(tx).await
}
