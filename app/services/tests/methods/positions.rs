//! Positions of organisations.

use super::*;
use domain::methods::positions::Stance;
use domain::views::{PositionView, StandingView};
use services::methods::guests;
use services::methods::positions::{self, Word};

fn yes() -> Word {
    Word::State(Stance::Favourable, "Va bene così com'è.".into())
}
fn no() -> Word {
    Word::State(Stance::Against, "Mancano i trasporti serali.".into())
}

async fn says(world: &World, ask: &Asking, word: &Word) -> Result<(), Declined> {
    positions::state(&world.services, ask, ROUND, "", 0, word, 1).await
}

/// The position of the association on the whole, as a visitor sees it at that moment.
async fn shown(world: &World, days: i64) -> Option<PositionView> {
    let ask = world.later(&world.visitor(), days);
    let page = positions::page(&world.services, &ask, ROUND).await.unwrap();
    page.subjects[0].positions.iter().find(|one| one.organisation.code == "ASS").cloned()
}

fn stance(view: Option<PositionView>) -> Option<Stance> {
    match view.map(|view| view.standing) {
        Some(StandingView::Stated(said)) => said.stance,
        other => panic!("not stated: {other:?}"),
    }
}

#[tokio::test]
async fn one_position_an_organisation_changed_while_open_with_its_history() {
    for world in worlds().await {
        round(&world, "concertazione", -5, 5).await;
        drafted(&world).await;
        let rita = rita(&world);
        let mute = Word::State(Stance::Favourable, "sì".into());
        assert_eq!(faults(says(&world, &rita, &mute).await), ["reason"]);
        let citizen = world.asking(world.citizen);
        assert_eq!(refusal(says(&world, &citizen, &yes()).await), Refusal::NotYourRole);
        let late = world.later(&rita, 6);
        assert!(matches!(refusal(says(&world, &late, &yes()).await), Refusal::Closed { .. }));

        says(&world, &rita, &yes()).await.unwrap();
        says(&world, &rita, &yes()).await.unwrap();
        says(&world, &world.later(&rita, 1), &no()).await.unwrap();
        let view = shown(&world, 1).await.unwrap();
        assert_eq!(view.earlier.len(), 1, "the same again is said once");
        assert_eq!(stance(Some(view)), Some(Stance::Against));

        says(&world, &world.later(&rita, 2), &Word::TakeBack).await.unwrap();
        let again = says(&world, &world.later(&rita, 2), &Word::TakeBack).await;
        assert_eq!(refusal(again), Refusal::AlreadyDone);
        assert_eq!(shown(&world, 2).await.unwrap().standing, StandingView::Silent);
        assert_eq!(messages(&world).await, 0);
        world.sound().await;
    }
}

#[tokio::test]
async fn on_a_paragraph_too_and_what_changed_since_is_told() {
    for world in worlds().await {
        round(&world, "concertazione", -5, 5).await;
        drafted(&world).await;
        let rita = rita(&world);
        let state = |subject| {
            let (world, rita) = (&world, &rita);
            async move { positions::state(&world.services, rita, ROUND, "", subject, &no(), 1).await }
        };
        assert_eq!(faults(state(9).await), ["subject"]);
        state(2).await.unwrap();
        let number =
            proposes(&world, &rita, &amendment(AmendmentKind::Replace, 2, "Due: altro."), 1).await;
        let office = world.asking(world.office);
        let verdict = domain::methods::draft::Verdict::Accept { text: None };
        amendments::decide(&world.services, &office, number, &verdict, 1).await.unwrap();
        let page = positions::page(&world.services, &rita, ROUND).await.unwrap();
        let subject = page.subjects.iter().find(|one| one.key == 2).unwrap();
        assert_eq!(subject.stances, [0, 0, 1]);
        let StandingView::Stated(said) = &subject.positions[0].standing else { panic!() };
        assert!(said.moved && said.version == 1);
        world.sound().await;
    }
}

#[tokio::test]
async fn case_03_two_representatives_are_asked_and_the_coordinator_settles() {
    for world in worlds().await {
        round(&world, "concertazione", -5, 5).await;
        drafted(&world).await;
        let rita = rita(&world);
        let rino = representative(&world, 0x900, world.association).await;
        says(&world, &rita, &yes()).await.unwrap();
        says(&world, &world.later(&rino, 1), &no()).await.unwrap();
        let view = shown(&world, 1).await.unwrap();
        let StandingView::Disputed(several) = view.standing else { panic!("{view:?}") };
        assert_eq!(several.len(), 2);
        assert_eq!(messages(&world).await, 2, "both are asked");

        let k = world.later(&coordinator(&world), 2);
        let settle = |ask, which, reason: &'static str| {
            let services = world.services.clone();
            async move { positions::settle(&services, ask, ROUND, which, reason).await }
        };
        let which = several[0].id;
        let office = world.asking(world.office);
        assert_eq!(
            refusal(settle(&office, which, "Lo dice lo statuto").await),
            Refusal::NotYourRole
        );
        assert_eq!(faults(settle(&k, which, "").await), ["reason"]);
        settle(&k, which, "Lo statuto dà la firma alla presidente.").await.unwrap();
        assert_eq!(refusal(settle(&k, which, "Lo dice lo statuto").await), Refusal::AlreadyDone);
        let view = shown(&world, 2).await.unwrap();
        assert_eq!(view.settled.as_deref(), Some("Lo statuto dà la firma alla presidente."));
        assert_eq!(stance(Some(view)), Some(Stance::Favourable));

        // One of them says something new: it comes apart again, until they agree.
        let word = Word::State(Stance::WithReserve, "Con il trasporto sì.".into());
        says(&world, &world.later(&rino, 3), &word).await.unwrap();
        assert!(matches!(shown(&world, 3).await.unwrap().standing, StandingView::Disputed(_)));
        says(&world, &world.later(&rita, 3), &word).await.unwrap();
        assert_eq!(stance(shown(&world, 3).await), Some(Stance::WithReserve));
        world.sound().await;
    }
}

#[tokio::test]
async fn case_05_a_mandate_that_ends_leaves_a_position_to_confirm() {
    for world in worlds().await {
        round(&world, "concertazione", -5, 5).await;
        drafted(&world).await;
        let rita = rita(&world);
        let rino = representative(&world, 0x900, world.association).await;
        says(&world, &rita, &no()).await.unwrap();
        let office = world.later(&world.asking(world.office), 1);
        let end = |ask, reason: &'static str| {
            let (services, person) = (world.services.clone(), world.representative);
            async move { guests::end_mandate(&services, ask, "ASS", person, reason).await }
        };
        assert_eq!(refusal(end(&rino, "Non c'è più").await), Refusal::NotYourRole);
        assert_eq!(faults(end(&office, "").await), ["reason"]);
        end(&office, "Ha lasciato la presidenza.").await.unwrap();
        assert_eq!(refusal(end(&office, "Ha lasciato la presidenza.").await), Refusal::AlreadyDone);
        assert_eq!(messages(&world).await, 1, "who still speaks for it is told");
        assert!(matches!(shown(&world, 1).await.unwrap().standing, StandingView::ToConfirm(_)));
        assert!(matches!(shown(&world, 6).await.unwrap().standing, StandingView::Lapsed(_)));

        says(&world, &world.later(&rino, 2), &Word::Confirm).await.unwrap();
        assert_eq!(stance(shown(&world, 6).await), Some(Stance::Against));
        let again = says(&world, &world.later(&rino, 2), &Word::Confirm).await;
        assert_eq!(refusal(again), Refusal::AlreadyDone);
        world.sound().await;
    }
}

#[tokio::test]
async fn who_is_not_invited_reads_and_does_not_speak() {
    for world in worlds().await {
        round(&world, "concertazione", -5, 5).await;
        drafted(&world).await;
        let (rita, office) = (rita(&world), world.asking(world.office));
        let services = &world.services;
        let invite = |codes: &'static [&'static str], reason: &'static str| {
            let office = &office;
            async move { guests::invite(services, office, ROUND, codes, reason).await }
        };
        assert_eq!(
            refusal(guests::invite(services, &rita, ROUND, &["ASS"], "").await),
            Refusal::NotYourRole
        );
        says(&world, &rita, &yes()).await.unwrap();
        invite(&["AST"], "").await.unwrap();
        assert_eq!(refusal(says(&world, &rita, &no()).await), Refusal::NotInvited);
        let page = positions::page(services, &world.visitor(), ROUND).await.unwrap();
        assert_eq!(page.silent.len(), 1, "invited and silent");
        invite(&["ASS", "AST"], "").await.unwrap();
        says(&world, &rita, &no()).await.unwrap();

        // Case 4: no longer admitted; what it did stands.
        assert_eq!(faults(invite(&["AST"], "").await), ["reason"]);
        invite(&["AST"], "Uscita dal RUNTS a maggio.").await.unwrap();
        assert_eq!(stance(shown(&world, 0).await), Some(Stance::Against));
        assert_eq!(refusal(says(&world, &rita, &yes()).await), Refusal::NotInvited);
        let page = guests::page(services, &world.visitor(), ROUND).await.unwrap();
        let row = page.guests.iter().find(|row| row.organisation.code == "ASS").unwrap();
        assert!(!row.invited && row.reason.contains("RUNTS"));
        assert!(page.mandates.is_empty(), "names of representatives are not public");
        world.sound().await;
    }
}
