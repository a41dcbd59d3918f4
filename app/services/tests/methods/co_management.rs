//! Co-gestione: activities with one responsible and a date, issues, periodic reports.

use super::*;
use chrono::{Days, NaiveDate};
use domain::actions::{ActionState, ActivityState};
use domain::forms::Fields;
use domain::methods::activities::{Assignment, NewActivity, Progress};
use domain::methods::issues::{Issue, IssueState};
use domain::methods::progress::ReportText;
use domain::staff_forms::parse_sheet;
use services::methods::{activities, guests, issues, progress};

const ACTION: i64 = 1;

/// An action whose sheet has one activity with a responsible and one without, in this state, and
/// an open co-gestione to which the association is invited.
async fn running(world: &World, state: &'static str) {
    round(world, "co_gestione", -5, 60).await;
    let office = world.asking(world.office);
    guests::invite(&world.services, &office, ROUND, &["ASS"], "").await.unwrap();
    let pairs = [
        ("title", "Sollievo a domicilio".to_owned()),
        ("policy", "3.b".to_owned()),
        ("own_initiative", "Lo chiede la legge regionale".to_owned()),
        ("activity-1", "Bando per gli operatori".to_owned()),
        ("responsible-1", world.facilitator.to_string()),
        ("due-1", "2026-12-24".to_owned()),
        ("activity-2", "Aprire la sala il giovedì".to_owned()),
    ];
    let draft = parse_sheet(&Fields::from_pairs(pairs.map(|(n, v)| (n.to_owned(), v)))).unwrap();
    let form = world.form_id();
    let made = services::actions::save(&world.services, &office, None, draft, &form).await.unwrap();
    assert_eq!(made, ACTION);
    for sql in [
        "UPDATE actions SET state = $1",
        "INSERT INTO action_history (action_id, position, state, at) \
         SELECT id, 9, $1, created_at FROM actions",
    ] {
        execute(&world.fresh.db, sql, vec![Value::Text(state.to_owned())]).await.unwrap();
    }
}

fn new(what: &str) -> NewActivity {
    NewActivity { action: ACTION, what: what.into(), supporters: String::new() }
}

fn in_days(days: u64) -> NaiveDate {
    noon().date_naive() + Days::new(days)
}

fn done() -> Progress {
    Progress { state: ActivityState::Done, note: String::new(), evidence: "registro".into() }
}

async fn state(world: &World) -> ActionState {
    let view = activities::page(&world.services, &world.visitor(), ROUND).await.unwrap();
    view.actions[0].action.state
}

#[tokio::test]
async fn an_action_starts_only_when_somebody_answers_for_each_activity() {
    for world in worlds().await {
        running(&world, "approvata").await;
        let (office, services) = (world.asking(world.office), &world.services);
        let nothing = activities::start(services, &office, ROUND, ACTION).await;
        assert_eq!(refusal(nothing), Refusal::NoActivities);
        activities::take_over(services, &office, ROUND, ACTION).await.unwrap();
        let again = activities::take_over(services, &office, ROUND, ACTION).await;
        assert_eq!(refusal(again), Refusal::AlreadyDone);
        let hindered = activities::start(services, &office, ROUND, ACTION).await;
        assert_eq!(refusal(hindered), Refusal::Unassigned { left: 1 });
        let view = activities::page(services, &office, ROUND).await.unwrap();
        assert_eq!(view.actions[0].hindered, Some(Refusal::Unassigned { left: 1 }));
        assert_eq!(view.offered[0].1, 0, "nothing of the sheet is left");

        // The one without: nobody may begin it, and whoever is named is asked for from a list.
        let (second, rita) = (2, rita(&world));
        let begun = activities::tell(services, &office, second, &done()).await;
        assert_eq!(refusal(begun), Refusal::Unassigned { left: 1 });
        let to = |responsible| Assignment { responsible, due: in_days(30) };
        let stranger = activities::assign(services, &office, second, to(world.citizen), "").await;
        assert_eq!(faults(stranger), ["responsible"]);
        let gone = Assignment { due: noon().date_naive() - Days::new(1), ..to(world.office) };
        assert_eq!(faults(activities::assign(services, &office, second, gone, "").await), ["due"]);
        let told = activities::tell(services, &rita, second, &done()).await;
        assert_eq!(refusal(told), Refusal::NotYourRole);
        activities::assign(services, &office, second, to(world.representative), "").await.unwrap();
        let card = activities::activity(services, &world.visitor(), second).await.unwrap().card;
        let named = Some(("Rita".to_owned(), Some("Associazione Insieme".to_owned())));
        assert_eq!((card.responsible, card.due), (named, Some(in_days(30))));

        let facilitator = world.asking(world.facilitator);
        let not_theirs = activities::start(services, &facilitator, ROUND, ACTION).await;
        assert_eq!(refusal(not_theirs), Refusal::NotYourRole);
        activities::start(services, &office, ROUND, ACTION).await.unwrap();
        assert_eq!(state(&world).await, ActionState::UnderWay);
        let twice = activities::start(services, &office, ROUND, ACTION).await;
        assert_eq!(refusal(twice), Refusal::AlreadyDone);

        // «Non è il mio ruolo»: it is, for who answers for it.
        activities::tell(services, &rita, second, &done()).await.unwrap();
        let bare = Progress { evidence: String::new(), ..done() };
        assert_eq!(faults(activities::tell(services, &rita, second, &bare).await), ["evidence"]);
        let first = activities::tell(services, &rita, 1, &done()).await;
        assert_eq!(refusal(first), Refusal::NotYourRole, "that one is the facilitator's");
        world.sound().await;
    }
}

#[tokio::test]
async fn who_answers_changes_with_a_reason_and_the_past_stays() {
    for world in worlds().await {
        running(&world, "in_attuazione").await;
        let (office, services) = (world.asking(world.office), &world.services);
        activities::take_over(services, &office, ROUND, ACTION).await.unwrap();
        let to = Assignment { responsible: world.office, due: in_days(10) };
        assert_eq!(faults(activities::assign(services, &office, 1, to, "").await), ["why"]);
        activities::assign(services, &office, 1, to, "Chi c'era ha cambiato lavoro").await.unwrap();
        let late = world.later(&office, 11);
        let view = activities::activity(services, &late, 1).await.unwrap();
        assert_eq!(view.assignments.len(), 2);
        assert!(view.card.late, "its day has passed");
        activities::tell(services, &late, 1, &done()).await.unwrap();
        let view = activities::activity(services, &late, 1).await.unwrap();
        assert!(!view.card.late && view.card.state == ActivityState::Done);
        world.sound().await;
    }
}

#[tokio::test]
async fn activities_are_of_approved_actions_while_the_round_runs() {
    for world in worlds().await {
        running(&world, "ammessa").await;
        let (office, services) = (world.asking(world.office), &world.services);
        let form = world.form_id();
        let added = activities::add(services, &office, ROUND, &new("Aprire la sala"), &form).await;
        assert_eq!(refusal(added), Refusal::NotApproved);
        let none = NewActivity { action: 99, ..new("Aprire la sala") };
        let added = activities::add(services, &office, ROUND, &none, &form).await;
        assert_eq!(faults(added), ["action"]);
        execute(&world.fresh.db, "UPDATE actions SET state = 'approvata'", []).await.unwrap();
        let late = world.later(&office, 90);
        let added = activities::add(services, &late, ROUND, &new("Aprire la sala"), &form).await;
        assert!(matches!(refusal(added), Refusal::Closed { .. }));
        let early = world.later(&office, -10);
        activities::add(services, &early, ROUND, &new("Aprire la sala"), &form).await.unwrap();
        activities::add(services, &early, ROUND, &new("Aprire la sala"), &form).await.unwrap();
        let view = activities::page(services, &world.visitor(), ROUND).await.unwrap();
        assert_eq!(view.actions[0].activities.len(), 1, "sent twice, there once");
        let told = activities::tell(services, &early, 1, &done()).await;
        assert!(matches!(refusal(told), Refusal::NotYetOpen { .. }));
    }
}

#[tokio::test]
async fn every_issue_is_answered_and_its_days_are_counted() {
    for world in worlds().await {
        running(&world, "approvata").await;
        let (office, services) = (world.asking(world.office), &world.services);
        activities::take_over(services, &office, ROUND, ACTION).await.unwrap();
        let (rita, health) = (rita(&world), representative(&world, 0x900, world.health).await);
        let issue = |activity| Issue { activity, what: "La sala è chiusa da lunedì".into() };
        let says = async |ask: &Asking, about| {
            let form = world.form_id();
            issues::report(services, ask, ROUND, "", &issue(about), &form).await
        };
        assert_eq!(refusal(says(&health, None).await), Refusal::NotInvited);
        assert_eq!(faults(says(&rita, Some(99)).await), ["activity"]);
        says(&rita, Some(1)).await.unwrap();
        says(&rita, None).await.unwrap();
        let page = issues::page(services, &world.later(&office, 4), ROUND).await.unwrap();
        let told: Vec<_> = page.issues.iter().map(|one| (one.state, one.days)).collect();
        assert_eq!(told, [(IssueState::Open, 4), (IssueState::Open, 4)]);
        let about = page.issues[0].activity.as_ref().map(|(number, _)| *number);
        assert_eq!(about, Some(1));

        // Who answers for the activity may answer; the reporter's organisation may not.
        let solved = (IssueState::Solved, "Riapre domani mattina");
        let own = issues::answer(services, &rita, ROUND, 1, solved).await;
        assert_eq!(refusal(own), Refusal::NotYourRole);
        let facilitator = world.later(&world.asking(world.facilitator), 2);
        issues::answer(services, &facilitator, ROUND, 1, solved).await.unwrap();
        issues::answer(services, &facilitator, ROUND, 1, solved).await.unwrap();
        let page = issues::page(services, &world.later(&office, 9), ROUND).await.unwrap();
        let (waits, settled) = (&page.issues[0], &page.issues[1]);
        assert_eq!((waits.number, settled.number, settled.days), (2, 1, 2));
        assert_eq!(settled.answers.len(), 1, "sent twice, there once");
        let view = activities::activity(services, &world.visitor(), 1).await.unwrap();
        assert_eq!(view.issues.len(), 1);
        world.sound().await;
    }
}

#[tokio::test]
async fn a_report_keeps_its_figures_and_a_correction_its_reason() {
    for world in worlds().await {
        running(&world, "approvata").await;
        let (office, services) = (world.asking(world.office), &world.services);
        activities::take_over(services, &office, ROUND, ACTION).await.unwrap();
        let text =
            |words: &str| ReportText { from: in_days(0), to: in_days(30), words: words.to_owned() };
        let first = text("Il bando è pronto, la sala no");
        progress::write(services, &office, ROUND, None, (&first, "")).await.unwrap();
        progress::write(services, &office, ROUND, None, (&first, "")).await.unwrap();
        activities::tell(services, &office, 1, &done()).await.unwrap();
        let again = text("Il bando è pronto, la sala apre a maggio");
        let why = "Mancava la data di apertura";
        let mute = progress::write(services, &office, ROUND, Some((1, 1)), (&again, "")).await;
        assert_eq!(faults(mute), ["why"]);
        progress::write(services, &office, ROUND, Some((1, 1)), (&again, why)).await.unwrap();
        let stale = progress::write(services, &office, ROUND, Some((1, 1)), (&first, why)).await;
        assert!(matches!(stale, Err(Declined::Stale { current: 2 })));
        let view = progress::page(services, &world.visitor(), ROUND).await.unwrap();
        assert_eq!(view.reports.len(), 1, "sent twice, there once");
        assert_eq!(view.reports[0].versions[0].words, again.words);
        assert_eq!(view.reports[0].stand.in_state(ActivityState::Done), 0, "of the first day");
        assert_eq!(view.now.in_state(ActivityState::Done), 1);
        let next = text("Secondo mese: la sala è aperta");
        progress::write(services, &office, ROUND, None, (&next, "")).await.unwrap();
        let view = progress::page(services, &world.visitor(), ROUND).await.unwrap();
        assert_eq!(view.reports[0].number, 2);
        assert_eq!(view.reports[0].stand.in_state(ActivityState::Done), 1);
        let theirs = progress::write(services, &rita(&world), ROUND, None, (&next, "")).await;
        assert_eq!(refusal(theirs), Refusal::NotYourRole);
        world.sound().await;
    }
}

#[tokio::test]
async fn other_rounds_have_no_activities() {
    for world in worlds().await {
        round(&world, "concertazione", -5, 5).await;
        let page = activities::page(&world.services, &world.visitor(), ROUND).await;
        assert!(matches!(page, Err(Declined::NotFound)));
        let page = issues::page(&world.services, &world.visitor(), ROUND).await;
        assert!(matches!(page, Err(Declined::NotFound)));
        let page = progress::page(&world.services, &world.visitor(), ROUND).await;
        assert!(matches!(page, Err(Declined::NotFound)));
    }
}
