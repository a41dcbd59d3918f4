//! Resources, and how a round ends.

use super::*;
use domain::methods::draft::Verdict;
use domain::methods::minutes::Ending;
use domain::methods::positions::Stance;
use domain::methods::resources::{Resource, ResourceKind, Side};
use services::methods::positions::Word;
use services::methods::{amendments, guests, minutes, positions, resources};

fn bus() -> Resource {
    Resource {
        side: Side::Brings,
        kind: ResourceKind::Means,
        what: "Pulmino con nove posti".into(),
        amount: Some(200),
        unit: "giorni la settimana".into(),
    }
}

const WORDS: &str =
    "Si sono incontrati tre volte e hanno firmato il testo qui sotto, con le riserve scritte.";

#[tokio::test]
async fn resources_are_declared_and_taken_back_with_a_reason() {
    for world in worlds().await {
        round(&world, "co_programmazione", -5, 5).await;
        let (rita, services) = (rita(&world), &world.services);
        let form = world.form_id();
        let declare = async |ask: &Asking, what: &Resource, form: &str| {
            resources::declare(services, ask, ROUND, "", what, form).await
        };
        let citizen = world.asking(world.citizen);
        assert_eq!(refusal(declare(&citizen, &bus(), &form).await), Refusal::NotYourRole);
        let uncounted = Resource { unit: String::new(), ..bus() };
        assert_eq!(faults(declare(&rita, &uncounted, &form).await), ["unit"]);
        let expects = Resource { side: Side::Expects, ..bus() };
        assert_eq!(refusal(declare(&rita, &expects, &form).await), Refusal::NotOpened);
        declare(&rita, &bus(), &form).await.unwrap();
        declare(&rita, &bus(), &form).await.unwrap();
        let money = Resource {
            kind: ResourceKind::Money,
            amount: Some(120_000),
            unit: String::new(),
            ..bus()
        };
        declare(&rita, &money, &world.form_id()).await.unwrap();
        let page = resources::page(services, &world.visitor(), ROUND).await.unwrap();
        assert_eq!((page.resources.len(), page.money), (2, 120_000), "a double click is one");

        let other = representative(&world, 0x900, world.health).await;
        let back = async |ask: &Asking, reason: &str| {
            resources::take_back(services, ask, ROUND, 2, reason).await
        };
        assert_eq!(refusal(back(&other, "Non serve più").await), Refusal::NotYours);
        assert_eq!(faults(back(&rita, "").await), ["reason"]);
        back(&rita, "Il bilancio non lo permette.").await.unwrap();
        assert_eq!(refusal(back(&rita, "Di nuovo no.").await), Refusal::AlreadyDone);
        let page = resources::page(services, &world.visitor(), ROUND).await.unwrap();
        assert_eq!((page.resources.len(), page.money), (2, 0), "it stays to be read");
        world.sound().await;
    }
}

#[tokio::test]
async fn minutes_come_after_the_closing_and_swallow_no_dissent() {
    for world in worlds().await {
        round(&world, "concertazione", -5, 5).await;
        drafted(&world).await;
        let (rita, office, services) = (rita(&world), world.asking(world.office), &world.services);
        guests::invite(services, &office, ROUND, &["ASS", "AST"], "").await.unwrap();
        let reserve = Word::State(Stance::WithReserve, "Con il trasporto sì.".into());
        positions::state(services, &rita, ROUND, "", 0, &reserve, 1).await.unwrap();
        let number = proposes(&world, &rita, &amendment(AmendmentKind::Delete, 3, ""), 1).await;

        let closed = world.later(&office, 6);
        let write = async |ask: &Asking, ending, version| {
            minutes::write(services, ask, ROUND, ending, WORDS, version).await
        };
        assert!(matches!(
            refusal(write(&office, Ending::Disagreement, 0).await),
            Refusal::StillOpen { .. }
        ));
        assert_eq!(
            refusal(write(&world.later(&rita, 6), Ending::Disagreement, 0).await),
            Refusal::NotYourRole
        );
        assert_eq!(faults(write(&closed, Ending::Agreement, 0).await), ["ending"]);
        assert_eq!(
            refusal(write(&closed, Ending::PartialAgreement, 0).await),
            Refusal::Undecided { left: 1 }
        );
        let no = Verdict::Reject { reason: "Il bisogno resta, lo dice il profilo.".into() };
        amendments::decide(services, &closed, number, &no, 1).await.unwrap();
        write(&closed, Ending::PartialAgreement, 0).await.unwrap();
        write(&closed, Ending::PartialAgreement, 0).await.unwrap();
        assert!(matches!(
            write(&closed, Ending::Disagreement, 0).await,
            Err(Declined::Stale { current: 1 })
        ));
        write(&closed, Ending::Disagreement, 1).await.unwrap();

        let page = minutes::page(services, &world.visitor(), ROUND).await.unwrap();
        assert_eq!(page.minutes.len(), 2, "the version before stays");
        assert_eq!(page.silent.iter().map(|one| one.code.as_str()).collect::<Vec<_>>(), ["AST"]);
        assert_eq!(page.positions.len(), 1);
        let (_, verdict) = &page.amendments[0];
        assert_eq!(verdict.as_ref().unwrap().reason, "Il bisogno resta, lo dice il profilo.");
        world.sound().await;
    }
}

#[tokio::test]
async fn a_consultation_has_nothing_of_it() {
    for world in worlds().await {
        let (visitor, services) = (world.visitor(), &world.services);
        assert!(matches!(positions::page(services, &visitor, 1).await, Err(Declined::NotFound)));
        assert!(matches!(minutes::page(services, &visitor, 1).await, Err(Declined::NotFound)));
        let page = services::rounds::page(services, &visitor, 1).await.unwrap();
        assert_eq!(page.method, None);
    }
}
