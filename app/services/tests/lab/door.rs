//! Before a session, and at its door.

use domain::faults::{Refusal, What};
use domain::lab::mix::{Absent, ArrivalDraft, Came};
use domain::lab::{AccessNeed, SessionAct, SessionState};
use domain::people::AgeBand;
use domain::views::Places;
use services::Declined;
use services::lab::door as desk;
use services::lab::door::Printing;

use super::{act, draft, faults, form, prepared, refusal, running, visitor, worlds};

#[tokio::test]
async fn a_session_is_prepared_announced_and_run() {
    for world in worlds().await {
        let services = &world.services;
        let (facilitator, visitor) = (world.asking(world.facilitator), visitor(&world));
        let citizen = world.asking(world.citizen);
        let no = desk::save(services, &citizen, None, &draft(&[]), 0, &form("c")).await;
        assert_eq!(refusal(no), Refusal::NotYourRole);
        let number = prepared(&world).await;
        // Sent twice, it is one.
        let again = desk::save(services, &facilitator, None, &draft(&[]), 0, &form("f1")).await;
        assert_eq!(again.unwrap(), number);
        // Nobody else knows of it.
        let page = desk::page(services, &visitor, number).await;
        assert!(matches!(page, Err(Declined::NotFound)));
        assert!(desk::list(services, &visitor).await.unwrap().coming.is_empty());
        assert_eq!(desk::desk_list(services, &facilitator).await.unwrap().coming.len(), 1);
        assert_eq!(refusal(desk::desk_list(services, &citizen).await), Refusal::NotYourRole);
        // Nobody can begin what is not announced.
        let stands = Refusal::SessionStands { state: SessionState::Prepared };
        assert_eq!(refusal(act(&world, number, SessionAct::Begin).await), stands);
        act(&world, number, SessionAct::Announce).await.unwrap();
        let page = desk::page(services, &visitor, number).await.unwrap();
        assert_eq!(page.session.title, "Laboratorio 1");
        assert!(page.plan.steps.is_empty() && page.agenda.len() == 2);
        assert_eq!((page.may_register, page.places), (Ok(()), Places::Few));
        // A change made on an older version is told so.
        let changed = draft(&[("title", "Laboratorio primo")]);
        let saved =
            desk::save(services, &facilitator, Some(number), &changed, 1, &form("f2")).await;
        assert_eq!(saved.unwrap(), number);
        let stale =
            desk::save(services, &facilitator, Some(number), &changed, 1, &form("f3")).await;
        assert!(matches!(stale, Err(Declined::Stale { current: 2 })), "{stale:?}");
        let wrong = draft(&[("round", "99")]);
        let wrong = desk::save(services, &facilitator, Some(number), &wrong, 2, &form("f4")).await;
        assert_eq!(faults(wrong), [("round".to_owned(), What::NotAChoice)]);
        // What the form holds is read back.
        let written = desk::written(services, &facilitator, Some(number)).await.unwrap();
        let read = domain::lab::plan::parse(&written).unwrap();
        assert_eq!(read, changed);
        act(&world, number, SessionAct::Recall).await.unwrap();
        act(&world, number, SessionAct::Announce).await.unwrap();
        act(&world, number, SessionAct::Begin).await.unwrap();
        act(&world, number, SessionAct::End).await.unwrap();
        act(&world, number, SessionAct::Resume).await.unwrap();
        world.sound().await;
    }
}

#[tokio::test]
async fn who_registers_needs_no_name_and_can_cancel() {
    for world in worlds().await {
        let services = &world.services;
        let (visitor, citizen) = (visitor(&world), world.asking(world.citizen));
        let number = prepared(&world).await;
        act(&world, number, SessionAct::Announce).await.unwrap();
        let who = Came { municipality: Some("PRV".into()), ..Came::default() };
        let needs = [AccessNeed::Interpreter];
        let register = |ask, name: &'static str| {
            let (who, needs) = (&who, &needs);
            async move { desk::register(services, ask, number, (who, needs), &form(name)).await }
        };
        let code = register(&visitor, "r1").await.unwrap();
        assert_eq!(register(&visitor, "r1").await.unwrap(), code, "sent twice");
        register(&citizen, "r2").await.unwrap();
        assert_eq!(refusal(register(&citizen, "r3").await), Refusal::AlreadyDone);
        register(&visitor, "r4").await.unwrap();
        let full = Refusal::SessionFull { capacity: 3 };
        assert_eq!(refusal(register(&visitor, "r5").await), full);
        let elsewhere = Came { municipality: Some("XXX".into()), ..Came::default() };
        let wrong = desk::register(services, &visitor, number, (&elsewhere, &[]), "r6").await;
        assert_eq!(faults(wrong), [("municipality".to_owned(), What::NotAChoice)]);
        // Nobody who has registered is left without a session.
        assert_eq!(refusal(act(&world, number, SessionAct::Recall).await), Refusal::InUse);
        let facilitator = world.asking(world.facilitator);
        let seen = desk::desk(services, &facilitator, number).await.unwrap();
        assert_eq!((seen.registered, seen.needed), (3, vec![(AccessNeed::Interpreter, 3)]));
        assert!(seen.mix.absent.contains(&Absent::Young));
        // The code takes it back, as it is typed.
        let typed = code.to_lowercase().replace('-', " ");
        desk::cancel(services, &visitor, number, &typed).await.unwrap();
        let twice = desk::cancel(services, &visitor, number, &code).await;
        assert_eq!(refusal(twice), Refusal::AlreadyDone);
        let unknown = desk::cancel(services, &visitor, number, "AAAAA-AAAAA-AAAAA-AAAAA").await;
        assert_eq!(faults(unknown), [("code".to_owned(), What::UnknownCode)]);
        register(&visitor, "r7").await.unwrap();
        world.sound().await;
    }
}

#[tokio::test]
async fn tokens_are_printed_and_handed_out_at_the_door() {
    for world in worlds().await {
        let services = &world.services;
        let facilitator = world.asking(world.facilitator);
        let (number, codes) = running(&world, 45, 0).await;
        assert_eq!((codes.len(), codes[44].0), (45, 45));
        let print = |printing, name: &'static str| {
            let facilitator = &facilitator;
            async move { desk::print_tokens(services, facilitator, number, printing, &form(name)).await }
        };
        // The same form prints the same.
        assert_eq!(print(Printing::More(45), "p1").await.unwrap(), codes);
        assert_eq!(faults(print(Printing::More(956), "p2").await).len(), 1);
        let registered = Came {
            municipality: Some("PRV".into()),
            age: Some(AgeBand::From18),
            ..Came::default()
        };
        let arrive = |token, registration, who: Came, name: &'static str| {
            let (facilitator, draft) = (&facilitator, ArrivalDraft { token, registration, who });
            async move { desk::arrive(services, facilitator, number, &draft, &form(name)).await }
        };
        arrive(1, None, registered, "a1").await.unwrap();
        let otherwise = form("a1").replace("said", "other");
        let other = ArrivalDraft { token: 1, registration: None, who: Came::default() };
        let other = desk::arrive(services, &facilitator, number, &other, &otherwise).await;
        assert_eq!(refusal(other), Refusal::SentBefore);
        let twice = arrive(1, None, Came::default(), "a2").await;
        assert_eq!(faults(twice), [("token".to_owned(), What::Taken)]);
        let wrong = arrive(99, Some(7), Came::default(), "a3").await;
        let expected = ["token", "registration"].map(|f| (f.to_owned(), What::UnknownCode));
        assert_eq!(faults(wrong), expected);
        let door = desk::door(services, &facilitator, number).await.unwrap();
        assert_eq!((door.arrived.len(), door.next, door.left), (1, Some(2), 44));
        assert!(!door.mix.absent.contains(&Absent::Young));
        // Lost paper: those that nobody holds get new codes, the one handed out keeps its own.
        let anew = print(Printing::Again, "p3").await.unwrap();
        assert_eq!(anew.len(), 44);
        assert!(anew.iter().all(|one| !codes.contains(one)));
        desk::undo_arrival(services, &facilitator, number, 1).await.unwrap();
        let undone = desk::undo_arrival(services, &facilitator, number, 1).await;
        assert_eq!(refusal(undone), Refusal::AlreadyDone);
        let door = desk::door(services, &facilitator, number).await.unwrap();
        assert_eq!((door.arrived.len(), door.next), (0, Some(1)));
        world.sound().await;
    }
}

#[tokio::test]
async fn who_had_registered_gets_a_token_with_what_they_said() {
    for world in worlds().await {
        let services = &world.services;
        let (facilitator, citizen) = (world.asking(world.facilitator), world.asking(world.citizen));
        let number = prepared(&world).await;
        act(&world, number, SessionAct::Announce).await.unwrap();
        let said = Came { age: Some(AgeBand::From75), ..Came::default() };
        let code = desk::register(services, &citizen, number, (&said, &[]), "r1").await.unwrap();
        act(&world, number, SessionAct::Begin).await.unwrap();
        let printed = Printing::More(2);
        desk::print_tokens(services, &facilitator, number, printed, &form("p1")).await.unwrap();
        let who = ArrivalDraft { token: 2, registration: Some(1), who: Came::default() };
        desk::arrive(services, &facilitator, number, &who, "a1").await.unwrap();
        let door = desk::door(services, &facilitator, number).await.unwrap();
        assert_eq!(door.arrived[0].came, said);
        assert!(!door.arrived[0].walk_in && door.expected.is_empty());
        let again = ArrivalDraft { token: 1, registration: Some(1), who: Came::default() };
        let again = desk::arrive(services, &facilitator, number, &again, "a2").await;
        assert_eq!(faults(again), [("registration".to_owned(), What::Taken)]);
        // Who is in the room has not cancelled.
        let late = desk::cancel(services, &citizen, number, &code).await;
        assert_eq!(refusal(late), Refusal::AlreadyDone);
        world.sound().await;
    }
}
