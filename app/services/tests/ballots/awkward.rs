//! The awkward cases of domain.md §8 that are about votes.

use domain::contributions::Kind;
use domain::faults::What;
use services::ballots::results;
use services::{merging, round_reopen, voices};

use super::*;

/// Six people who each choose both.
async fn all_choose(world: &World, ballot: i64, options: &[&str]) {
    let pairs: Vec<(&str, &str)> = options.iter().map(|id| ("option", *id)).collect();
    for n in 0..6 {
        let ask = voter(world, n).await;
        vote(world, &ask, ballot, &pairs).await;
    }
}

async fn places(world: &World, ballot: i64) -> Vec<Vec<String>> {
    let ask = world.later(&world.visitor(), OVER);
    let result = results::page(&world.services, &ask, ballot).await.unwrap().result.unwrap();
    match result.tally.result {
        domain::ballots::tally::Outcome::Totals(totals) => totals.ranking,
        other => panic!("no totals: {other:?}"),
    }
}

/// Case 10: earlier voters are told that they may change their vote.
#[tokio::test]
async fn case_10_who_only_voted_is_told_that_the_round_is_open_again() {
    for world in worlds("consultazione").await {
        let ballot = declared(&world, DOTS).await;
        let citizen = open(&world, world.citizen, IdentityLevel::L2, Role::VerifiedCitizen, None);
        vote(&world, &citizen, ballot, &[("dots-t1", "2"), ("dots-t2", "1")]).await;
        let grants = vec![Grant { role: Role::Coordinator, body: None, organisation: None }];
        let actor = Actor::Person { id: world.office, level: IdentityLevel::L2, grants };
        let ask = Asking { ambito: world.ambito, actor, now: noon() + Duration::days(OVER) };
        let closes = "2026-03-30T23:59:00".parse().unwrap();
        let why = "Il sito non ha risposto l'ultima sera.";
        round_reopen::reopen(&world.services, &ask, ROUND, why, Some(closes)).await.unwrap();
        let told = "SELECT CAST(COUNT(*) AS BIGINT) FROM outbox WHERE kind = 'riaperto'";
        assert_eq!(count(&world, told).await, 1);
        let again = world.later(&citizen, OVER - OPEN + 1);
        vote(&world, &again, ballot, &[("dots-t3", "2")]).await;
        assert_eq!(votes(&world).await, 1);
        world.sound().await;
    }
}

/// Case 12: more municipalities represented, then more linked needs, then the body with a
/// reason; never silently by id or time.
#[tokio::test]
async fn case_12_a_tie_is_settled_by_the_declared_rule_and_then_by_the_body() {
    for world in worlds("consultazione").await {
        let author = world.asking(world.citizen);
        let said = async |title: &str, municipality: &str| {
            let mut draft = world.draft(Kind::Need, title);
            draft.municipality = municipality.to_owned();
            let form = world.form_id();
            voices::submit(&world.services, &author, draft, &form).await.unwrap().number
        };
        let (here, there) = (said("Manca la navetta", "PRV").await, said("Manca qui", "ROC").await);
        let alone = said("Manca una sala", "PRV").await;
        let cluster = {
            let ask = world.asking(world.facilitator);
            let source = |number| domain::merging::ChosenSource {
                number,
                share: domain::merging::Share::PartOf,
                excerpt: String::new(),
            };
            let draft = domain::merging::ClusterDraft {
                title: "Una navetta fra i due Comuni".into(),
                synthesis: "In tutti e due i Comuni manca un modo per spostarsi.".into(),
                reason: "Raccontano la stessa mancanza.".into(),
                sources: vec![source(here), source(there)],
            };
            let made = merging::make(&world.services, &ask, 1, draft, &world.form_id()).await;
            let made = made.unwrap();
            world.end_window(made).await;
            made
        };
        let (group, text) = (format!("g{cluster}"), format!("v{alone}"));
        let ballot = declared(
            &world,
            &[
                ("title", "Che cosa viene prima?"),
                ("method", "preferenze"),
                ("most", "2"),
                ("contribution", &alone.to_string()),
                ("cluster", &cluster.to_string()),
            ],
        )
        .await;
        all_choose(&world, ballot, &[&text, &group]).await;
        let open = declared_equal(&world).await;
        act(&world, RoundAct::StartSynthesis).await;
        // Two municipalities before one, whoever was first.
        assert_eq!(places(&world, ballot).await, [[group.clone()], [text.clone()]]);

        // Of these the rule knows nothing: equal until the body has decided.
        assert_eq!(places(&world, open).await, [["t1", "t2"].map(str::to_owned).to_vec()]);
        let pair = [("place-t1", "2"), ("place-t2", "1")];
        let office = world.later(&world.asking(world.office), OVER);
        let asked = results::decide(&world.services, &office, open, &fields(&pair)).await;
        assert_eq!(refusal(asked), Refusal::NotYourRole);
        let without = results::decide(&world.services, &member(&world), open, &fields(&pair)).await;
        assert_eq!(faults(without), vec![Fault::new("reason", What::Missing)]);
        let reason = ("reason", "Nella valle alta non c'è nessun altro servizio.");
        let all = fields(&[pair[0], pair[1], reason]);
        results::decide(&world.services, &member(&world), open, &all).await.unwrap();
        assert_eq!(places(&world, open).await, [["t2".to_owned()], ["t1".to_owned()]]);
        let ask = world.later(&world.visitor(), OVER);
        let page = results::page(&world.services, &ask, open).await.unwrap().result.unwrap();
        assert_eq!(page.decision.unwrap().body, "Tavolo di Piano");
        let again = results::decide(&world.services, &member(&world), open, &all).await;
        assert_eq!(refusal(again), Refusal::AlreadyDone);
        world.sound().await;
    }
}

/// Another ballot of the round, of things that nothing is known of; six people choose both.
async fn declared_equal(world: &World) -> i64 {
    let ballot = declared(
        world,
        &[
            ("title", "Quale dei due?"),
            ("method", "preferenze"),
            ("most", "2"),
            ("own", "Un orto\nUna sala"),
        ],
    )
    .await;
    for n in 20..26 {
        let ask = voter(world, n).await;
        vote(world, &ask, ballot, &[("option", "t1"), ("option", "t2")]).await;
    }
    ballot
}

#[tokio::test]
async fn a_tie_is_not_decided_before_the_result_is_public() {
    for world in worlds("consultazione").await {
        let ballot = declared_equal(&world).await;
        let asked = results::decide(&world.services, &member(&world), ballot, &fields(&[])).await;
        assert_eq!(refusal(asked), Refusal::ResultsLater);
        world.sound().await;
    }
}

/// Case 14: the person is the key, not the device or the address: two of a household vote, and
/// each has one vote.
#[tokio::test]
async fn case_14_a_household_that_shares_a_device_has_a_vote_each() {
    for world in worlds("consultazione").await {
        let ballot = declared(&world, DOTS).await;
        let nadia = world.later(&world.asking(world.citizen), OPEN);
        let nello = world.later(&world.asking(world.neighbour), OPEN);
        vote(&world, &nadia, ballot, &[("dots-t1", "1")]).await;
        vote(&world, &nello, ballot, &[("dots-t1", "1")]).await;
        vote(&world, &nadia, ballot, &[("dots-t2", "1")]).await;
        assert_eq!(votes(&world).await, 2);
        voting::withdraw(&world.services, &nello, ballot, fields(&[])).await.unwrap();
        assert_eq!(votes(&world).await, 1);
        world.sound().await;
    }
}
