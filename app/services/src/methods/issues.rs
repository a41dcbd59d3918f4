//! Issues that partners report while they run something together, and the answers.

use std::collections::BTreeMap;

use domain::faults::{Fault, What};
use domain::methods::issues::{Issue, IssueState, days};
use domain::policy::{Facts, Operation, permit};
use domain::rounds::{Opening, Round};
use domain::views::{IssueView, IssuesPage};
use store::forms_sent::{self, FormHash};
use store::methods::{StoredActivity, StoredIssue};
use store::{Snapshot, methods};
use uuid::Uuid;

use super::activities::answers_for;
use super::{Guests, acting_for, may_speak, must_open, named, round, speaks_for};
use crate::{Asking, Declined, Services, commit};

/// Whether the viewer may answer an issue: the institution, or who answers for its activity.
fn facts<'a>(
    ask: &Asking,
    round: &'a Round,
    issue: &StoredIssue,
    activities: &[StoredActivity],
) -> Facts<'a> {
    let about = activities.iter().find(|one| Some(one.id) == issue.activity);
    let own = about.is_some_and(|one| answers_for(ask, one));
    Facts { own, ..Facts::within(ask.ambito, round) }
}

/// The issues of a round, those that wait first, the longest waiting first.
pub(super) async fn views(
    snapshot: &mut Snapshot,
    ask: &Asking,
    round: &Round,
) -> Result<Vec<IssueView>, Declined> {
    let register = methods::register(snapshot, ask.ambito).await?;
    let activities = methods::activities(snapshot, round.id).await?;
    let titles: BTreeMap<Uuid, (i64, &str)> =
        activities.iter().map(|one| (one.id, (one.number, one.what.as_str()))).collect();
    let mut views: Vec<IssueView> = methods::issues(snapshot, round.id)
        .await?
        .into_iter()
        .filter_map(|one| {
            let facts = facts(ask, round, &one, &activities);
            Some(IssueView {
                number: one.number,
                organisation: register.get(&one.organisation)?.clone(),
                activity: one
                    .activity
                    .and_then(|id| titles.get(&id))
                    .map(|(number, what)| (*number, (*what).to_owned())),
                at: one.at,
                state: one.state(),
                days: days(one.at, one.settled(), ask.now),
                may_answer: permit(&ask.actor, Operation::AnswerIssue, &facts, ask.now).is_ok(),
                what: one.what,
                answers: one.answers,
            })
        })
        .collect();
    views.sort_by_key(|one| (!one.state.pending(), one.number));
    Ok(views)
}

/// Issues of a round.
pub async fn page(services: &Services, ask: &Asking, number: i64) -> Result<IssuesPage, Declined> {
    let mut snapshot = services.look().await?;
    let stored = round(&mut snapshot, ask, number).await?;
    must_open(&stored.round, &[Opening::Issues])?;
    let guests = Guests::of(&mut snapshot, stored.round.id).await?;
    let register = methods::register(&mut snapshot, ask.ambito).await?;
    let activities = methods::activities(&mut snapshot, stored.round.id).await?;
    Ok(IssuesPage {
        round: stored.reference(ask.now),
        closes: stored.round.closes,
        issues: views(&mut snapshot, ask, &stored.round).await?,
        may_report: may_speak(ask, Operation::ReportIssue, Opening::Issues, &stored.round, &guests),
        organisations: named(&register, speaks_for(ask, &stored.round, &guests)),
        activities: activities.into_iter().map(|one| (one.number, one.what)).collect(),
    })
}

/// Reports an issue for an organisation.
pub async fn report(
    services: &Services,
    ask: &Asking,
    number: i64,
    organisation: &str,
    issue: &Issue,
    sending: &str,
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let form = FormHash::of(sending);
    if crate::made(&mut tx, form.as_ref()).await?.is_some() {
        return Ok(());
    }
    let stored = round(&mut tx, ask, number).await?;
    must_open(&stored.round, &[Opening::Issues])?;
    let guests = Guests::of(&mut tx, stored.round.id).await?;
    may_speak(ask, Operation::ReportIssue, Opening::Issues, &stored.round, &guests)?;
    let register = methods::register(&mut tx, ask.ambito).await?;
    let speaker = acting_for(ask, &register, organisation)?;
    let facts = Facts {
        invited: guests.admits(stored.round.kind, speaker),
        ..Facts::within(ask.ambito, &stored.round)
    };
    let permit = permit(&ask.actor, Operation::ReportIssue, &facts, ask.now)?;
    let mut faults = issue.faults();
    let activities = methods::activities(&mut tx, stored.round.id).await?;
    let about = issue.activity.map(|of| activities.iter().find(|one| one.number == of));
    if matches!(about, Some(None)) {
        faults.insert(0, Fault::new("activity", What::NotAChoice));
    }
    if !faults.is_empty() {
        return Err(faults.into());
    }
    let about = about.flatten().map(|one| one.id);
    let (id, salt) = (services.chance.id::<Uuid>(ask.now), services.chance.bytes());
    let place = (stored.round.id, speaker);
    methods::keep_issue(&mut tx, &permit, id, place, (about, &issue.what), &salt).await?;
    forms_sent::remember(&mut tx, &permit, form.as_ref(), id).await?;
    commit(tx).await
}

/// Answers an issue, by its number in the round.
pub async fn answer(
    services: &Services,
    ask: &Asking,
    number: i64,
    issue: i64,
    (state, words): (IssueState, &str),
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let stored = round(&mut tx, ask, number).await?;
    let all = methods::issues(&mut tx, stored.round.id).await?;
    let one = all.into_iter().find(|one| one.number == issue).ok_or(Declined::NotFound)?;
    let activities = methods::activities(&mut tx, stored.round.id).await?;
    let facts = facts(ask, &stored.round, &one, &activities);
    let permit = permit(&ask.actor, Operation::AnswerIssue, &facts, ask.now)?;
    let said = one.answers.last();
    if said.is_some_and(|last| last.state == state && last.words == words.trim()) {
        return Ok(());
    }
    let (id, salt) = (services.chance.id::<Uuid>(ask.now), services.chance.bytes());
    methods::keep_issue_answer(&mut tx, &permit, id, one.id, (state, words), &salt).await?;
    commit(tx).await
}
