//! Who has been heard: published once a day by whoever asks, in steps, and nothing else told.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use domain::contributions::Kind;
use domain::coverage::{Dimension, UNSAID, Word};
use domain::territory::Category;
use domain::views::CoveragePage;
use services::testing::{World, id, noon};
use services::{Asking, Declined, coverage, rounds, voices};
use store::testing::{Value, execute, number};

/// Somebody of an age and a place, and a need of theirs.
async fn writes(world: &World, n: u128, age: Option<&str>, place: u128) {
    let person = id(0x2000 + n);
    execute(
        &world.fresh.db,
        "INSERT INTO people (id, level, language, created_at) VALUES ($1, 'L2', 'it', $2)",
        vec![Value::Id(person), Value::At(noon())],
    )
    .await
    .unwrap();
    execute(
        &world.fresh.db,
        "INSERT INTO residents (person_id, ambito_id, municipality_id, age_band) \
         VALUES ($1, $2, $3, $4)",
        vec![
            Value::Id(person),
            Value::Id(world.ambito.uuid()),
            Value::Id(id(place)),
            age.map_or(Value::NoText, |age| Value::Text(age.to_owned())),
        ],
    )
    .await
    .unwrap();
    let ask = asking(world, n);
    world.need_by(&ask, &format!("Bisogno della persona {n}")).await;
    // A second text of the same person is no second person.
    world.need_by(&ask, &format!("Altro bisogno della persona {n}")).await;
}

fn asking(world: &World, n: u128) -> Asking {
    use domain::people::{Actor, Grant, IdentityLevel, Role};
    let grant = Grant { role: Role::VerifiedCitizen, body: None, organisation: None };
    let person = id(0x2000 + n);
    let actor = Actor::Person { id: person, level: IdentityLevel::L2, grants: vec![grant] };
    Asking { ambito: world.ambito, actor, now: noon() }
}

async fn publications(world: &World) -> i64 {
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) FROM coverage";
    number(&world.fresh.db, sql, []).await.unwrap()
}

fn people(page: &CoveragePage, dimension: Dimension, code: &str) -> Option<u32> {
    let meter = page.meter.as_ref().unwrap();
    let table = meter.tables.iter().find(|table| table.of == [dimension]).unwrap();
    table.cells.iter().find(|cell| cell.key.code == code).unwrap().people
}

#[tokio::test]
async fn it_is_published_once_a_day_in_steps_of_five() {
    for world in World::all().await.unwrap() {
        let s = &world.services;
        let page = coverage::page(s, &world.visitor(), 1).await.unwrap();
        assert_eq!(page.meter.as_ref().unwrap().people, 0);
        assert_eq!(publications(&world).await, 1);

        // Twelve people of Prova, one of the fifteen hundred of Rocca.
        for n in 0..12 {
            writes(&world, n, Some(if n < 9 { "30-44" } else { "75+" }), 0x10).await;
        }
        writes(&world, 12, None, 0x11).await;
        // Asked again on the same day, nothing is told: who asks often learns nothing.
        let same = coverage::page(s, &world.asking(world.citizen), 1).await.unwrap();
        assert_eq!(same.meter, page.meter);
        assert_eq!(publications(&world).await, 1);

        let tomorrow = world.later(&world.visitor(), 1);
        let page = coverage::page(s, &tomorrow, 1).await.unwrap();
        assert_eq!(publications(&world).await, 2);
        assert_eq!(page.meter.as_ref().unwrap().people, 10);
        assert_eq!(people(&page, Dimension::Municipalities, "PRV"), Some(10));
        // One, three or four are not told from nobody.
        assert_eq!(people(&page, Dimension::Municipalities, "ROC"), None);
        assert_eq!(people(&page, Dimension::Ages, "75+"), None);
        assert_eq!(people(&page, Dimension::Ages, UNSAID), None);
        let meter = page.meter.as_ref().unwrap();
        for cell in meter.tables.iter().flat_map(|table| &table.cells) {
            assert_eq!(cell.people.unwrap_or(0) % 5, 0, "{cell:?}");
        }
        world.sound().await;

        // One more, and one who takes it back: nothing moves.
        writes(&world, 13, Some("30-44"), 0x10).await;
        let whose = voices::Whose::Own(Kind::Need, 1);
        voices::withdraw(s, &asking(&world, 0), whose).await.unwrap();
        let later = coverage::page(s, &world.later(&world.visitor(), 2), 1).await.unwrap();
        assert_eq!(later.meter, page.meter);
        assert_eq!(publications(&world).await, 3);
        world.sound().await;

        // A last one once it has closed, and then it stands.
        for days in [6, 7, 30] {
            coverage::page(s, &world.later(&world.visitor(), days), 1).await.unwrap();
            assert_eq!(publications(&world).await, 4, "{days}");
        }
        world.sound().await;
    }
}

#[tokio::test]
async fn who_is_missing_is_named_with_what_would_help() {
    for world in World::all().await.unwrap() {
        let s = &world.services;
        for n in 0..150 {
            writes(&world, n, None, 0x10).await;
        }
        let page = coverage::page(s, &world.visitor(), 1).await.unwrap();
        let meter = page.meter.as_ref().unwrap();
        assert_eq!(meter.people, 150);
        // Of 31,500 inhabitants 1,500 are of Rocca: seven would be of there.
        let first = &meter.missing[0];
        assert_eq!((first.dimension, first.code.as_str()), (Dimension::Municipalities, "ROC"));
        assert_eq!(first.word, Word::Nobody);
        assert!(first.help.is_some());
        // The association has said nothing public, and may be written to.
        assert!(page.silent.iter().any(|(category, name)| {
            *category == Category::Associations && name == "Associazione Insieme"
        }));
        let rita = world.asking(world.representative);
        let mut draft = world.draft(Kind::Need, "Alle famiglie serve il sabato");
        draft.organisation = Some(world.association);
        draft.signed = true;
        voices::submit(s, &rita, draft, &world.form_id()).await.unwrap();
        let page = coverage::page(s, &world.visitor(), 1).await.unwrap();
        assert!(page.silent.iter().all(|(_, name)| name != "Associazione Insieme"));
        world.sound().await;
    }
}

#[tokio::test]
async fn a_round_that_takes_no_voices_has_none() {
    for world in World::all().await.unwrap() {
        let s = &world.services;
        world.add_round(id(0x51), 2, 3, 9).await.unwrap();
        let page = coverage::page(s, &world.visitor(), 2).await.unwrap();
        assert!(page.meter.is_none(), "not begun");
        assert_eq!(publications(&world).await, 0);
        assert!(rounds::page(s, &world.visitor(), 1).await.unwrap().coverage);
        world.mark_round("bozza").await.unwrap();
        let draft = coverage::page(s, &world.asking(world.office), 1).await;
        assert!(matches!(draft, Err(Declined::NotFound)));
        assert!(matches!(coverage::page(s, &world.visitor(), 7).await, Err(Declined::NotFound)));
    }
}
