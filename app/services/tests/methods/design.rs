//! Co-progettazione: the shared draft, consent, the balance, the budget, how it ends.

use super::*;
use domain::methods::budget::Line;
use domain::methods::minutes::Ending;
use domain::methods::resources::{Resource, ResourceKind, Side};
use domain::methods::sections::{Consent, SectionText};
use services::methods::sections::{self, Place};
use services::methods::{budget, guests, minutes, resources};

fn words(text: &str) -> SectionText {
    SectionText { title: "Orari e giornate".into(), text: text.into() }
}

/// An open co-progettazione with both organisations admitted; the second speaker.
async fn admitted(world: &World) -> Asking {
    round(world, "co_progettazione", -5, 5).await;
    let office = world.asking(world.office);
    guests::invite(&world.services, &office, ROUND, &["ASS", "AST"], "").await.unwrap();
    representative(world, 0x900, world.health).await
}

async fn writes(
    world: &World,
    ask: &Asking,
    place: Place,
    text: &str,
    version: i64,
) -> Result<i64, Declined> {
    let (words, form) = (words(text), world.form_id());
    let why = "Così si capisce meglio";
    sections::write(&world.services, ask, place, "", (&words, why), version, &form).await
}

#[tokio::test]
async fn only_admitted_partners_and_the_institution_write() {
    for world in worlds().await {
        round(&world, "co_progettazione", -5, 5).await;
        let (rita, office) = (rita(&world), world.asking(world.office));
        let new = Place::New(ROUND);
        let answer = writes(&world, &rita, new, "Lunedì.", 0).await;
        assert_eq!(refusal(answer), Refusal::NotInvited, "nobody is admitted without a list");
        let early = world.later(&office, -10);
        let prepared = writes(&world, &early, new, "Traccia.", 0).await.unwrap();
        guests::invite(&world.services, &office, ROUND, &["ASS"], "").await.unwrap();
        let early = world.later(&rita, -10);
        assert!(matches!(
            refusal(writes(&world, &early, new, "x", 0).await),
            Refusal::NotYetOpen { .. }
        ));
        writes(&world, &rita, Place::Existing(prepared), "Lunedì e mercoledì.", 1).await.unwrap();
        let late = world.later(&rita, 6);
        assert!(matches!(
            refusal(writes(&world, &late, Place::Existing(prepared), "x", 2).await),
            Refusal::Closed { .. }
        ));
        let citizen = world.asking(world.citizen);
        assert_eq!(refusal(writes(&world, &citizen, new, "x", 0).await), Refusal::NotYourRole);
        let view = sections::section(&world.services, &world.visitor(), prepared).await.unwrap();
        let who: Vec<_> = view.versions.iter().map(|one| one.organisation.as_deref()).collect();
        assert_eq!(who, [Some("Associazione Insieme"), None]);
        world.sound().await;
    }
}

#[tokio::test]
async fn a_section_saved_meanwhile_is_shown_with_both_texts() {
    for world in worlds().await {
        let other = admitted(&world).await;
        let rita = rita(&world);
        let number = writes(&world, &rita, Place::New(ROUND), "Lunedì.", 0).await.unwrap();
        let here = Place::Existing(number);
        writes(&world, &other, here, "Lunedì e giovedì.", 1).await.unwrap();
        let stale = writes(&world, &rita, here, "Lunedì e sabato.", 1).await;
        assert!(matches!(stale, Err(Declined::Stale { current: 2 })));
        let form = sections::form(&world.services, &rita, here).await.unwrap();
        assert_eq!((form.words.1.as_str(), form.version), ("Lunedì e giovedì.", 2));
        assert_eq!(form.last.as_deref(), Some("Azienda sanitaria"));
        assert_eq!(writes(&world, &rita, here, "Lunedì e giovedì.", 1).await.unwrap(), number);
        let form = world.form_id();
        let mute =
            sections::write(&world.services, &rita, here, "", (&words("Altro."), ""), 2, &form)
                .await;
        assert_eq!(faults(mute), ["why"]);
        world.sound().await;
    }
}

#[tokio::test]
async fn a_new_version_asks_everybody_again_and_forgets_nothing() {
    for world in worlds().await {
        let other = admitted(&world).await;
        let rita = rita(&world);
        let services = &world.services;
        let number = writes(&world, &rita, Place::New(ROUND), "Lunedì.", 0).await.unwrap();
        let says = async |ask: &Asking, consent, reason: &str, version| {
            sections::consent(services, ask, number, "", (consent, reason), version).await
        };
        assert_eq!(faults(says(&other, Consent::Objection, "", 1).await), ["reason"]);
        says(&other, Consent::Objection, "Il lunedì non c'è il medico.", 1).await.unwrap();
        says(&rita, Consent::CanLive, "", 1).await.unwrap();
        let view = sections::section(services, &world.visitor(), number).await.unwrap();
        assert_eq!((view.consents.len(), view.silent.len()), (2, 0));

        writes(&world, &rita, Place::Existing(number), "Mercoledì.", 1).await.unwrap();
        let view = sections::section(services, &world.visitor(), number).await.unwrap();
        assert_eq!((view.consents.len(), view.silent.len(), view.earlier.len()), (0, 2, 2));
        let stale = says(&other, Consent::CanLive, "", 1).await;
        assert!(matches!(stale, Err(Declined::Stale { current: 2 })));
        says(&other, Consent::Reserve, "Serve una navetta per arrivarci.", 2).await.unwrap();
        says(&other, Consent::CanLive, "", 2).await.unwrap();
        let view = sections::section(services, &world.visitor(), number).await.unwrap();
        assert_eq!(view.consents[0].consent, Consent::CanLive, "the newest word counts");
        assert_eq!(view.earlier.len(), 3);
        world.sound().await;
    }
}

#[tokio::test]
async fn who_is_silent_is_seen_and_written_to_once_a_day() {
    for world in worlds().await {
        let other = admitted(&world).await;
        let (rita, facilitator) = (rita(&world), world.asking(world.facilitator));
        let services = &world.services;
        writes(&world, &rita, Place::New(ROUND), "Lunedì.", 0).await.unwrap();
        let expects = Resource {
            side: Side::Expects,
            kind: ResourceKind::Skills,
            what: "Formazione per i volontari".into(),
            amount: None,
            unit: String::new(),
        };
        resources::declare(services, &rita, ROUND, "", &expects, &world.form_id()).await.unwrap();
        let page = sections::page(services, &facilitator, ROUND).await.unwrap();
        let silent: Vec<bool> = page.balance.iter().map(|row| row.silent).collect();
        assert_eq!(silent, [false, true]);
        assert_eq!((page.balance[0].versions, page.balance[0].expects), (1, 1));
        let public = sections::page(services, &other, ROUND).await.unwrap();
        assert!(public.balance.is_empty(), "the balance is for who facilitates");

        let remind =
            async |ask: &Asking, code: &str| sections::remind(services, ask, ROUND, code).await;
        assert_eq!(refusal(remind(&rita, "AST").await), Refusal::NotYourRole);
        assert_eq!(refusal(remind(&facilitator, "ASS").await), Refusal::AlreadyDone, "not silent");
        remind(&facilitator, "AST").await.unwrap();
        assert_eq!(refusal(remind(&facilitator, "AST").await), Refusal::AlreadyDone);
        remind(&world.later(&facilitator, 1), "AST").await.unwrap();
        assert_eq!(messages(&world).await, 2);
        let ready =
            services::outbox::next(services, noon() + Duration::days(2)).await.unwrap().unwrap();
        assert!(matches!(ready.letter, domain::views::Letter::OfRound { round: ROUND, .. }));
        world.sound().await;
    }
}

#[tokio::test]
async fn the_budget_is_written_by_partners_and_lines_are_taken_out_with_a_reason() {
    for world in worlds().await {
        let other = admitted(&world).await;
        let (rita, services) = (rita(&world), &world.services);
        let line = Line { what: "Carburante".into(), cents: 120_000, source: String::new() };
        let form = world.form_id();
        let nothing = Line { what: " ".into(), ..line.clone() };
        assert_eq!(
            faults(budget::write(services, &rita, ROUND, "", &nothing, &form).await),
            ["what"]
        );
        budget::write(services, &rita, ROUND, "", &line, &form).await.unwrap();
        budget::write(services, &rita, ROUND, "", &line, &form).await.unwrap();
        let page = budget::page(services, &world.visitor(), ROUND).await.unwrap();
        assert_eq!((page.lines.len(), page.total), (1, 120_000), "a double click is one");
        let out = async |ask: &Asking, reason: &str| {
            budget::take_out(services, ask, ROUND, 1, reason).await
        };
        assert_eq!(refusal(out(&other, "Non serve più").await), Refusal::NotYours);
        assert_eq!(faults(out(&rita, "").await), ["reason"]);
        out(&rita, "Lo paga il Comune.").await.unwrap();
        assert_eq!(refusal(out(&rita, "Lo paga il Comune.").await), Refusal::AlreadyDone);
        let page = budget::page(services, &world.visitor(), ROUND).await.unwrap();
        assert_eq!((page.lines.len(), page.total), (1, 0));
        world.sound().await;
    }
}

#[tokio::test]
async fn it_ends_with_its_objections_printed() {
    for world in worlds().await {
        let other = admitted(&world).await;
        let (rita, services) = (rita(&world), &world.services);
        let number = writes(&world, &rita, Place::New(ROUND), "Lunedì.", 0).await.unwrap();
        let objects = (Consent::Objection, "Il lunedì non c'è il medico.");
        sections::consent(services, &other, number, "", objects, 1).await.unwrap();
        let closed = world.later(&world.asking(world.office), 6);
        let text =
            "Due incontri; la bozza è condivisa tranne gli orari, su cui resta un'obiezione.";
        let write = async |ending| minutes::write(services, &closed, ROUND, ending, text, 0).await;
        assert_eq!(faults(write(Ending::Agreement).await), ["ending"]);
        write(Ending::PartialAgreement).await.unwrap();
        let page = minutes::page(services, &world.visitor(), ROUND).await.unwrap();
        let design = page.design.unwrap();
        assert_eq!(design.sections[0].consents[0].reason, "Il lunedì non c'è il medico.");
        assert_eq!(design.partners.len(), 2);
        let round = services::rounds::page(services, &world.visitor(), ROUND).await.unwrap();
        assert_eq!(round.method.and_then(|method| method.sections), Some(1));
        world.sound().await;
    }
}
