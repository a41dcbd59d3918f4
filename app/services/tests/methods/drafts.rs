//! The draft and its amendments.

use super::*;
use domain::faults::Refusal;
use domain::methods::draft::{AmendmentState, Verdict};
use services::methods::{amendments, drafts};

const OFFICE: Verdict = Verdict::Accept { text: None };

async fn texts(world: &World) -> (i64, Vec<String>) {
    let page = drafts::page(&world.services, &world.visitor(), ROUND, None).await.unwrap();
    (page.newest, page.paragraphs.into_iter().map(|one| one.text).collect())
}

#[tokio::test]
async fn the_institution_writes_before_the_opening_and_never_after() {
    for world in worlds().await {
        round(&world, "concertazione", -5, 5).await;
        let office = world.asking(world.office);
        let before = world.later(&office, -10);
        let write = |ask, text: &'static str, version| {
            let services = world.services.clone();
            async move { drafts::write(&services, ask, ROUND, text, "", version).await }
        };
        assert_eq!(faults(write(&before, " ", 0).await), ["text"]);
        assert_eq!(refusal(write(&office, "Uno", 0).await), Refusal::DraftFixed);
        let rita = world.later(&rita(&world), -10);
        assert_eq!(refusal(write(&rita, "Uno", 0).await), Refusal::NotYourRole);
        assert_eq!(write(&before, "Uno\n\nDue", 0).await.unwrap(), 1);
        assert_eq!(write(&before, "Uno\n\nDue", 0).await.unwrap(), 1, "the same again");
        assert_eq!(write(&before, "Uno\n\nDue e mezzo", 1).await.unwrap(), 2);
        assert!(matches!(write(&before, "Altro", 1).await, Err(Declined::Stale { current: 2 })));
        assert_eq!(texts(&world).await, (2, vec!["Uno".into(), "Due e mezzo".into()]));
        let first = drafts::page(&world.services, &world.visitor(), ROUND, Some(1)).await.unwrap();
        assert_eq!(first.paragraphs[1].text, "Due", "older versions stay readable");
        world.sound().await;
    }
}

#[tokio::test]
async fn an_organisation_proposes_and_the_institution_decides() {
    for world in worlds().await {
        round(&world, "concertazione", -5, 5).await;
        drafted(&world).await;
        let (rita, office) = (rita(&world), world.asking(world.office));
        let asks = amendment(AmendmentKind::Replace, 2, "Due: trasporti anche la sera.");
        let form = world.form_id();
        let propose = |ask, asks, form| {
            let services = world.services.clone();
            async move { amendments::propose(&services, ask, ROUND, "", asks, 1, form).await }
        };
        let citizen = world.asking(world.citizen);
        assert_eq!(refusal(propose(&citizen, &asks, &form).await), Refusal::NotYourRole);
        let visitor = world.visitor();
        assert_eq!(refusal(propose(&visitor, &asks, &form).await), Refusal::SignInNeeded);
        let mute = Amendment { reason: String::new(), ..asks.clone() };
        assert_eq!(faults(propose(&rita, &mute, &form).await), ["reason"]);
        let same = amendment(AmendmentKind::Replace, 2, "Due: trasporti.");
        assert_eq!(faults(propose(&rita, &same, &form).await), ["text"]);
        let gone = amendment(AmendmentKind::Delete, 9, "");
        assert_eq!(refusal(propose(&rita, &gone, &form).await), Refusal::ParagraphGone);

        let number = propose(&rita, &asks, &form).await.unwrap();
        assert_eq!(propose(&rita, &asks, &form).await.unwrap(), number, "a double click");
        let page = amendments::page(&world.services, &world.visitor(), number).await.unwrap();
        assert_eq!(page.card.organisation.as_deref(), Some("Associazione Insieme"));
        assert_eq!(page.base.as_deref(), Some("Due: trasporti."));
        assert_eq!(page.card.state, AmendmentState::Proposed);

        let decide = |ask, verdict| {
            let services = world.services.clone();
            async move { amendments::decide(&services, ask, number, verdict, 1).await }
        };
        assert_eq!(refusal(decide(&rita, &OFFICE).await), Refusal::NotYourRole);
        let no = Verdict::Reject { reason: "no".into() };
        assert_eq!(faults(decide(&office, &no).await), ["reason"]);
        decide(&office, &OFFICE).await.unwrap();
        assert_eq!(refusal(decide(&office, &OFFICE).await), Refusal::AlreadyDone);
        assert_eq!(texts(&world).await.1[1], "Due: trasporti anche la sera.");
        let page = amendments::page(&world.services, &world.visitor(), number).await.unwrap();
        assert_eq!(
            page.verdict.map(|one| (one.state, one.version)),
            Some((AmendmentState::Accepted, Some(2)))
        );
        assert_eq!(page.moved, None, "what was decided was decided on the words of then");
        world.sound().await;
    }
}

#[tokio::test]
async fn a_paragraph_that_changed_is_shown_with_both_texts() {
    for world in worlds().await {
        round(&world, "concertazione", -5, 5).await;
        drafted(&world).await;
        let (rita, office) = (rita(&world), world.asking(world.facilitator));
        let first =
            proposes(&world, &rita, &amendment(AmendmentKind::Replace, 1, "Uno: A."), 1).await;
        let second =
            proposes(&world, &rita, &amendment(AmendmentKind::Replace, 1, "Uno: B."), 1).await;
        let services = &world.services;
        amendments::decide(services, &office, first, &OFFICE, 1).await.unwrap();

        // Who writes on the words of before is told.
        let late = amendment(AmendmentKind::Replace, 1, "Uno: C.");
        let form = world.form_id();
        let proposed = amendments::propose(services, &rita, ROUND, "", &late, 1, &form).await;
        assert!(matches!(proposed, Err(Declined::Stale { current: 2 })));
        let shown = amendments::form(services, &rita, ROUND, 1, Some(1)).await.unwrap();
        assert_eq!(shown.read.as_deref(), Some("Uno: sollievo a chi assiste."));
        assert_eq!(shown.paragraph.map(|one| one.2).as_deref(), Some("Uno: A."));
        amendments::propose(services, &rita, ROUND, "", &late, 2, &form).await.unwrap();

        // So is who decides, and the words that go in must then be given.
        let decided = amendments::decide(services, &office, second, &OFFICE, 1).await;
        assert!(matches!(decided, Err(Declined::Stale { current: 2 })));
        let page = amendments::page(services, &office, second).await.unwrap();
        assert_eq!(page.moved, Some(Some("Uno: A.".into())));
        let decided = amendments::decide(services, &office, second, &OFFICE, 2).await;
        assert_eq!(faults(decided), ["text"]);
        let adapted = Verdict::Accept { text: Some("Uno: A e B.".into()) };
        amendments::decide(services, &office, second, &adapted, 2).await.unwrap();
        assert_eq!(texts(&world).await.1[0], "Uno: A e B.");
        world.sound().await;
    }
}

#[tokio::test]
async fn merged_amendments_stay_and_have_their_outcome_through_the_merge() {
    for world in worlds().await {
        round(&world, "concertazione", -5, 5).await;
        drafted(&world).await;
        let rita = rita(&world);
        let other = representative(&world, 0x900, world.health).await;
        let facilitator = world.asking(world.facilitator);
        let services = &world.services;
        let one =
            proposes(&world, &rita, &amendment(AmendmentKind::Insert, 3, "Quattro."), 1).await;
        let two =
            proposes(&world, &other, &amendment(AmendmentKind::Insert, 3, "Anche quattro."), 1)
                .await;
        let text = amendment(AmendmentKind::Insert, 3, "Quattro, insieme.");
        let form = world.form_id();
        let merge = async |ask: &Asking, sources: &[i64]| {
            amendments::merge(services, ask, ROUND, sources, &text, 1, &form).await
        };
        assert_eq!(faults(merge(&facilitator, &[one]).await), ["source"]);
        assert_eq!(refusal(merge(&rita, &[one, two]).await), Refusal::NotYourRole);
        assert_eq!(refusal(merge(&facilitator, &[one, 99]).await), Refusal::DoNotBelong);
        let merged = merge(&facilitator, &[one, two]).await.unwrap();
        assert_eq!(merge(&facilitator, &[one, two]).await.unwrap(), merged, "a double click");

        let source = amendments::page(services, &world.visitor(), one).await.unwrap();
        assert_eq!(source.text, "Quattro.", "nothing is destroyed");
        assert_eq!(source.into.map(|into| into.number), Some(merged));
        let decided = amendments::decide(services, &facilitator, one, &OFFICE, 1).await;
        assert_eq!(refusal(decided), Refusal::AlreadyDone, "its outcome is the merge's");
        let page = amendments::page(services, &world.visitor(), merged).await.unwrap();
        let who: Vec<_> = page.sources.iter().filter_map(|s| s.card.organisation.clone()).collect();
        assert_eq!(who, ["Associazione Insieme", "Azienda sanitaria"], "all are credited");
        amendments::decide(services, &facilitator, merged, &OFFICE, 1).await.unwrap();
        assert_eq!(
            texts(&world).await.1,
            ["Uno: sollievo a chi assiste.", "Due: trasporti.", "Tre: casa.", "Quattro, insieme."]
        );
        world.sound().await;
    }
}

#[tokio::test]
async fn only_ones_own_is_withdrawn_and_only_while_open() {
    for world in worlds().await {
        round(&world, "concertazione", -5, 5).await;
        drafted(&world).await;
        let rita = rita(&world);
        let other = representative(&world, 0x900, world.health).await;
        let services = &world.services;
        let number = proposes(&world, &rita, &amendment(AmendmentKind::Delete, 2, ""), 1).await;
        let answer = amendments::withdraw(services, &other, number).await;
        assert_eq!(refusal(answer), Refusal::NotYours);
        let late = amendments::withdraw(services, &world.later(&rita, 9), number).await;
        assert!(matches!(refusal(late), Refusal::Closed { .. }));
        amendments::withdraw(services, &rita, number).await.unwrap();
        assert_eq!(
            refusal(amendments::withdraw(services, &rita, number).await),
            Refusal::AlreadyDone
        );
        assert_eq!(texts(&world).await.0, 1);
        world.sound().await;
    }
}

#[tokio::test]
async fn a_hand_that_changes_a_row_is_named() {
    for world in worlds().await {
        round(&world, "concertazione", -5, 5).await;
        drafted(&world).await;
        let sql = "UPDATE draft_versions SET why = 'altro'";
        assert!(execute(&world.fresh.db, sql, []).await.is_err(), "rows are append-only");
        // A row that came past every rule is named by the check.
        let sql = "INSERT INTO round_minutes (id, ambito_id, round_id, version, ending, words, at) \
                   VALUES ($1, $2, $3, 1, 'accordo', 'Tutti d''accordo', $4)";
        let values = vec![
            Value::Id(id(0x999)),
            Value::Id(world.ambito.uuid()),
            Value::Id(round_id().uuid()),
            Value::At(noon()),
        ];
        execute(&world.fresh.db, sql, values).await.unwrap();
        let problems = services::check::run(&world.services).await.unwrap();
        let codes: Vec<&str> = problems.iter().map(|problem| problem.code).collect();
        assert_eq!(codes, ["text_unrecorded"]);
    }
}
