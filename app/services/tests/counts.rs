//! Stages, outcomes and counts follow the links of a text; the report of similar texts.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use chrono::{Duration, TimeZone, Utc};
use domain::contributions::{Kind, Stage};
use domain::outcomes::Outcome;
use domain::people::Actor;
use domain::policy::{Facts, Operation, Permit, permit};
use services::testing::{World, counted_chance, id, noon};
use services::{Services, check, import, similar};
use store::counts;
use store::testing::{Value, all, execute, number};

const DEMONSTRATION: &str = include_str!("../../../server/demo/val-d-arcina.json");

fn leave(world: &World) -> Permit {
    let facts = Facts::of(world.ambito);
    permit(&Actor::Installation, Operation::ImportAmbito, &facts, noon()).unwrap()
}

/// Works out the stage of contribution 1 anew, and what the lists count it under.
async fn restaged(world: &World) -> (Stage, Option<Outcome>) {
    let mut tx = world.services.begin(world.ambito).await.unwrap();
    let voice = store::voices::find(&mut tx, world.ambito, Kind::Need, 1).await.unwrap().unwrap();
    counts::restage(&mut tx, &leave(world), voice.id).await.unwrap();
    let derived = counts::derived(&mut tx, voice.id).await.unwrap();
    tx.commit().await.unwrap();
    let counted = "SELECT n FROM contribution_counts WHERE stage = $1";
    let stage = [Value::Text(derived.0.code().to_owned())];
    assert_eq!(number(&world.fresh.db, counted, stage).await.unwrap(), 1);
    let sum = "SELECT CAST(SUM(n) AS BIGINT) FROM contribution_counts";
    assert_eq!(number(&world.fresh.db, sum, []).await.unwrap(), 1);
    let problems = check::run(&world.services).await.unwrap();
    let wrong = problems.iter().any(|p| matches!(p.code, "stage_wrong" | "count_wrong"));
    assert!(!wrong, "{problems:#?}");
    derived
}

async fn run(world: &World, sql: &'static str, values: Vec<Value>) {
    execute(&world.fresh.db, sql, values).await.unwrap();
}

/// Adds an action in this state.
async fn action(world: &World, n: u128, state: &str) {
    run(
        world,
        "INSERT INTO actions (id, ambito_id, number, plan_id, state, version, drafted_by, \
         created_at, changed_at) VALUES ($1, $2, $3, $4, $5, 1, $6, $7, $7)",
        vec![
            Value::Id(id(n)),
            Value::Id(world.ambito.uuid()),
            Value::Number(i64::try_from(n).unwrap()),
            Value::Id(world.plan.uuid()),
            Value::Text(state.to_owned()),
            Value::Id(world.facilitator.uuid()),
            Value::At(noon()),
        ],
    )
    .await;
}

/// Adds an answer, direct or kept for an action, so many hours after noon.
async fn outcome(world: &World, n: u128, outcome: &str, action: Option<u128>, hours: i64) {
    run(
        world,
        "INSERT INTO outcomes (id, ambito_id, contribution_id, outcome, reason, at, action_id) \
         SELECT $1, v.ambito_id, v.id, $2, 'Per questo.', $3, $4 FROM contributions v",
        vec![
            Value::Id(id(n)),
            Value::Text(outcome.to_owned()),
            Value::At(noon() + Duration::hours(hours)),
            action.map_or(Value::NoId, |n| Value::Id(id(n))),
        ],
    )
    .await;
}

#[tokio::test]
async fn a_stage_follows_the_links_and_comes_back_with_them() {
    for world in World::all().await.unwrap() {
        world.need_by(&world.visitor(), "Una corriera la sera").await;
        assert_eq!(restaged(&world).await, (Stage::Published, None));
        run(
            &world,
            "INSERT INTO clusters (id, ambito_id, number, round_id, title, synthesis, reason, \
             facilitator_id, state, version, created_at, objections) SELECT $1, v.ambito_id, 1, \
             v.round_id, 'a', 'b', 'c', $2, 'applicato', 1, v.created_at, '[]' \
             FROM contributions v",
            vec![Value::Id(id(900)), Value::Id(world.facilitator.uuid())],
        )
        .await;
        run(
            &world,
            "INSERT INTO cluster_sources (cluster_id, contribution_id, position, share) \
             SELECT $1, v.id, 1, 'part_of' FROM contributions v",
            vec![Value::Id(id(900))],
        )
        .await;
        assert_eq!(restaged(&world).await, (Stage::Merged, None));

        action(&world, 901, "bozza").await;
        let link = "INSERT INTO action_clusters (action_id, cluster_id) VALUES ($1, $2)";
        run(&world, link, vec![Value::Id(id(901)), Value::Id(id(900))]).await;
        assert_eq!(restaged(&world).await, (Stage::InAction, None));
        let to = "UPDATE actions SET state = $2 WHERE id = $1";
        for (state, expected) in [
            ("al_tavolo", (Stage::InAction, None)),
            ("ammessa", (Stage::Answered, Some(Outcome::Accepted))),
            ("ammessa_con_modifiche", (Stage::Answered, Some(Outcome::InPart))),
            ("non_ammessa", (Stage::Answered, Some(Outcome::NotAccepted))),
        ] {
            run(&world, to, vec![Value::Id(id(901)), Value::Text(state.to_owned())]).await;
            assert_eq!(restaged(&world).await, expected, "{state}");
        }

        // A second action, straight from the text, decided otherwise: in part.
        action(&world, 902, "ammessa").await;
        run(
            &world,
            "INSERT INTO action_contributions (action_id, contribution_id) \
             SELECT $1, v.id FROM contributions v",
            vec![Value::Id(id(902))],
        )
        .await;
        assert_eq!(restaged(&world).await, (Stage::Answered, Some(Outcome::InPart)));

        // Undone, the cluster takes its action with it.
        let undo = "UPDATE clusters SET state = 'sciolto' WHERE id = $1";
        run(&world, undo, vec![Value::Id(id(900))]).await;
        assert_eq!(restaged(&world).await, (Stage::Answered, Some(Outcome::Accepted)));

        // An answer kept for the same action counts in place of its state as long as both take
        // the text up, and without a state. Of direct answers the latest counts.
        outcome(&world, 909, "in_parte", Some(902), 0).await;
        assert_eq!(restaged(&world).await, (Stage::Answered, Some(Outcome::InPart)));
        outcome(&world, 910, "non_accolto", Some(902), 1).await;
        assert_eq!(restaged(&world).await, (Stage::Answered, Some(Outcome::Accepted)));
        run(&world, to, vec![Value::Id(id(902)), Value::Text("bozza".to_owned())]).await;
        assert_eq!(restaged(&world).await, (Stage::Answered, Some(Outcome::NotAccepted)));
        let away = "DELETE FROM action_contributions";
        run(&world, away, vec![]).await;
        run(&world, "DELETE FROM outcomes", vec![]).await;
        assert_eq!(restaged(&world).await, (Stage::Published, None));
        outcome(&world, 912, "altro_ente", None, 3).await;
        outcome(&world, 911, "rinviato", None, 2).await;
        assert_eq!(restaged(&world).await, (Stage::Answered, Some(Outcome::OtherBody)));
    }
}

#[tokio::test]
async fn bulk_writes_are_counted_again() {
    for world in World::all().await.unwrap() {
        world.need_by(&world.visitor(), "Una corriera la sera").await;
        for (expected, person) in [(4, world.citizen), (4, world.neighbour)] {
            run(
                &world,
                "INSERT INTO supports (contribution_id, person_id, at) \
                 SELECT v.id, $1, v.created_at FROM contributions v",
                vec![Value::Id(person.uuid())],
            )
            .await;
            let mut tx = world.services.begin(world.ambito).await.unwrap();
            let found = store::voices::find(&mut tx, world.ambito, Kind::Need, 1).await.unwrap();
            counts::recount(&mut tx, &leave(&world), found.unwrap().id).await.unwrap();
            counts::recount_supporters(&mut tx, &leave(&world)).await.unwrap();
            tx.commit().await.unwrap();
            let band = "SELECT support_band FROM contributions";
            assert_eq!(number(&world.fresh.db, band, []).await.unwrap(), expected);
        }
        world.sound().await;
        assert_eq!([-1, 0, 1, 4, 5, 6].map(counts::band), [0, 0, 4, 4, 5, 6]);
    }
}

#[tokio::test]
async fn the_report_names_imported_texts_of_the_same_kind() {
    for fresh in all().await.unwrap() {
        let services = Services::new(fresh.db.clone(), counted_chance());
        let now = Utc.with_ymd_and_hms(2026, 11, 23, 11, 0, 0).unwrap();
        import::load(&services, DEMONSTRATION, now).await.unwrap();
        let mut snapshot = services.look().await.unwrap();
        let ambito = store::read::ambito::find(&mut snapshot, "val-d-arcina").await.unwrap();
        let report = similar::all_for_report(&services, ambito.unwrap()).await.unwrap();
        let public = "SELECT COUNT(*) FROM contributions WHERE standing = 'pubblicato'";
        let public = number(&fresh.db, public, []).await.unwrap();
        assert_eq!(i64::try_from(report.len()).unwrap(), public);
        for (code, ranked) in &report {
            assert!(!ranked.is_empty() && ranked.len() <= 10, "{code}: {ranked:?}");
            assert!(!ranked.contains(code));
            assert!(ranked.iter().all(|other| other[..1] == code[..1]), "{code}: {ranked:?}");
            assert!(ranked.iter().all(|other| report.contains_key(other)));
        }

        let groups = similar::groups_for_report(&services, ambito.unwrap(), None).await.unwrap();
        assert!(groups.len() > 10, "{groups:?}");
        let mut named = std::collections::BTreeSet::new();
        for group in &groups {
            assert!(group.len() > 1 && group.is_sorted());
            // The texts of the round that was given back begin with 9.
            assert!(group.iter().all(|code| code[..1] == group[0][..1] && &code[1..2] != "9"));
            assert!(group.iter().all(|code| report.contains_key(code) && named.insert(code)));
        }
        let tight = similar::groups_for_report(&services, ambito.unwrap(), Some(0.6)).await;
        assert!(tight.unwrap().len() < groups.len());
    }
}
