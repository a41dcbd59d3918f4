//! Who still waits, and the result report.

use domain::contributions::Kind;
use domain::outcomes::Outcome;
use domain::rounds::RoundState;
use domain::suppression::Shown;
use domain::views::RoundAct;
use services::voices::Whose;
use services::{outcomes, round_acts, round_report, supports, voices};

use super::*;

#[tokio::test]
async fn everybody_sees_who_waits_and_for_how_many_days() {
    for world in worlds().await {
        let services = &world.services;
        let nadia = world.asking(world.citizen);
        let first = world.need_by(&world.later(&nadia, -3), "Una corriera la sera").await;
        let second = world.need_by(&nadia, "Una stanza per incontrarsi").await;
        let mut sensitive = world.draft(Kind::Need, "Una cosa delicata da dire");
        sensitive.sensitive = true;
        voices::submit(services, &nadia, sensitive, "").await.unwrap();
        let visitor = world.later(&world.visitor(), 6);
        let page = round_report::unanswered(services, &visitor, 1, 1).await.unwrap();
        let waiting: Vec<(i64, i64)> =
            page.texts.iter().map(|(card, days)| (card.contribution.number, *days)).collect();
        assert_eq!(waiting, [(first, 9), (second, 6)]);
        assert_eq!((page.waiting, page.in_moderation), (2, Shown::Few));
        // Giving back is refused as long as somebody waits.
        let office = world.later(&world.asking(world.office), 6);
        round_acts::act(services, &office, 1, RoundAct::StartSynthesis, "").await.unwrap();
        let back = round_acts::act(
            services,
            &office,
            1,
            RoundAct::GiveBack,
            "Ecco com'è andata in questo percorso.",
        );
        assert_eq!(refusal(back.await), Refusal::Unanswered { left: 3 });
        let reason = "La corsa serale è nel piano della mobilità dal prossimo autunno.";
        let (need, accepted) = (Kind::Need, Outcome::Accepted);
        outcomes::give(services, &office, need, first, accepted, reason, None).await.unwrap();
        let page = round_report::unanswered(services, &visitor, 1, 9).await.unwrap();
        assert_eq!((page.texts.len(), page.paging.page), (1, 1));
        // A round that is prepared or not there has no such list.
        let none = round_report::unanswered(services, &visitor, 7, 1).await;
        assert!(matches!(none, Err(Declined::NotFound)), "{none:?}");
    }
}

/// Awkward case 19: a proposal outside what the Ambito may decide gets *altro ente* or *non accolto*
/// with a reason and an address, and is counted like every other.
#[tokio::test]
async fn case_19_a_proposal_outside_competence_is_answered_and_still_counted() {
    for world in worlds().await {
        let services = &world.services;
        let nadia = world.asking(world.citizen);
        let road = world.proposal_by(&nadia, "Asfaltare la provinciale").await;
        let unlawful = world.proposal_by(&nadia, "Multe decise dal vicinato").await;
        let office = world.later(&world.asking(world.office), 6);
        let (kind, other) = (Kind::Proposal, Outcome::OtherBody);
        let reason = "La strada è di un altro ente, che decide: abbiamo inoltrato il testo.";
        let nobody = outcomes::give(services, &office, kind, road, other, reason, None).await;
        assert_eq!(faults(nobody)[0].field, "addressed_to");
        let to = Some("AST");
        outcomes::give(services, &office, kind, road, other, reason, to).await.unwrap();
        let no = Outcome::NotAccepted;
        let bare = outcomes::give(services, &office, kind, unlawful, no, "", None).await;
        assert_eq!(faults(bare)[0].field, "reason");
        let reason = "Le sanzioni le stabilisce la legge: un percorso non le può decidere.";
        outcomes::give(services, &office, kind, unlawful, no, reason, None).await.unwrap();
        let visitor = world.later(&world.visitor(), 6);
        let report = round_report::report(services, &visitor, 1).await.unwrap();
        assert_eq!((report.proposals, report.ledger.received), (2, Some(2)));
        assert_eq!(report.outcomes, [(Outcome::NotAccepted, 1), (Outcome::OtherBody, 1)]);
        assert_eq!(report.answers.len(), 2);
        assert_eq!(report.answers[0].addressed.as_deref(), Some("Azienda sanitaria"));
        assert_eq!(report.unanswered, 0);
        // Nothing hinders giving back, and it is told with the rest.
        round_acts::act(services, &office, 1, RoundAct::StartSynthesis, "").await.unwrap();
        let account = "Due proposte non erano cose da decidere qui, e lo abbiamo detto.";
        round_acts::act(services, &office, 1, RoundAct::GiveBack, account).await.unwrap();
        let report = round_report::report(services, &visitor, 1).await.unwrap();
        assert_eq!(report.card.round.state, RoundState::GivenBack);
        assert_eq!(report.account.as_deref(), Some(account));
        assert_eq!(report.supporters, Shown::Unknown);
        world.sound().await;
    }
}

#[tokio::test]
async fn a_report_tells_no_small_number_of_people() {
    for world in worlds().await {
        let services = &world.services;
        let nadia = world.asking(world.citizen);
        let mut numbers = Vec::new();
        for n in 0..12 {
            numbers.push(world.need_by(&nadia, &format!("Un bisogno che ha numero {n}")).await);
        }
        supports::give(services, &world.asking(world.neighbour), Kind::Need, numbers[4])
            .await
            .unwrap();
        voices::withdraw(services, &nadia, Whose::Own(Kind::Need, numbers[0])).await.unwrap();
        let report = round_report::report(services, &world.visitor(), 1).await.unwrap();
        // One withdrawn text would follow from the total: neither is told.
        assert_eq!((report.ledger.received, report.ledger.others), (None, Shown::Few));
        assert_eq!((report.ledger.published, report.needs), (11, 11));
        assert_eq!(report.supporters, Shown::Few);
        assert_eq!(report.supported[0].contribution.number, numbers[4]);
        assert_eq!(report.supported[0].supporters, Shown::Few);
        assert_eq!(report.least_heard.len(), 5);
        assert!(report.least_heard.iter().all(|one| one.contribution.number != numbers[4]));
        assert_eq!(report.unheard, ["Rocca"]);
        assert_eq!(report.municipalities.cells, [("Prova".to_owned(), 11)]);
        // Before it opens there is nothing to report.
        world.add_round(id(0x51), 2, 5, 30).await.unwrap();
        let none = round_report::report(services, &world.visitor(), 2).await;
        assert!(matches!(none, Err(Declined::NotFound)), "{none:?}");
    }
}
