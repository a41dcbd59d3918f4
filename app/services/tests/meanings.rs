//! What texts mean to a sentence model: kept, shared, mixed in, and gone with the words; on both
//! kinds of database.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use domain::contributions::Kind;
use domain::similarity::Meaning;
use services::similar::{self, Meanings, Similar};
use services::testing::{World, counted_chance};
use services::voices::Whose;
use services::{Services, voices};
use store::testing::{execute, number};

/// A model that knows two subjects, by whatever words, and counts how often it is asked.
#[derive(Debug, Default)]
struct Subjects(AtomicUsize);

impl Meanings for Subjects {
    fn model(&self) -> &str {
        "subjects"
    }

    fn of(&self, text: &str) -> Option<Meaning> {
        self.0.fetch_add(1, Ordering::SeqCst);
        let about = |words: &[&str]| words.iter().filter(|word| text.contains(**word)).count();
        let moving = about(&["corriera", "patente"]) as f32;
        let resting = about(&["sollievo", "badante"]) as f32;
        Meaning::of(&[5.0, moving, resting])
    }
}

fn with(services: &Services, model: &Arc<Subjects>) -> Services {
    Services { meanings: Some(Arc::clone(model) as Arc<dyn Meanings>), ..services.clone() }
}

async fn beside(world: &World, services: &Services, text: i64) -> Vec<Similar> {
    let mut snapshot = services.look().await.unwrap();
    let found = store::voices::find(&mut snapshot, world.ambito, Kind::Need, text).await.unwrap();
    similar::for_contribution(services, &mut snapshot, found.unwrap().id, 5).await.unwrap()
}

async fn kept(world: &World) -> i64 {
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) FROM meanings";
    number(&world.fresh.db, sql, []).await.unwrap()
}

#[tokio::test]
async fn what_texts_mean_is_worked_out_once_and_goes_with_them() {
    for world in World::all().await.unwrap() {
        let citizen = world.asking(world.citizen);
        for title in ["Niente corriera dopo le 18", "Senza patente resto a casa", "Ore di sollievo"]
        {
            world.need_by(&citizen, title).await;
        }
        let model = Arc::new(Subjects::default());
        let services = with(&world.services, &model);
        assert_eq!(kept(&world).await, 0, "nobody asked for it");
        similar::learn_all(&services, world.ambito).await.unwrap();
        assert_eq!((kept(&world).await, model.0.load(Ordering::SeqCst)), (3, 3));

        let first = &beside(&world, &services, 1).await[0];
        assert_eq!((first.number, first.other_words), (2, true));

        // Another server reads what this one worked out.
        let elsewhere = Services::new(world.fresh.db.clone(), counted_chance());
        let elsewhere = with(&elsewhere, &model);
        similar::learn_all(&elsewhere, world.ambito).await.unwrap();
        assert_eq!(model.0.load(Ordering::SeqCst), 3);
        assert_eq!(beside(&world, &elsewhere, 1).await, beside(&world, &services, 1).await);

        // A new text is compared by its words at once, and by its meaning once it is known.
        world.need_by(&citizen, "La patente mi manca").await;
        assert!(beside(&world, &services, 4).await.iter().all(|one| !one.other_words));
        similar::learn_all(&services, world.ambito).await.unwrap();
        assert!(beside(&world, &services, 4).await.iter().any(|one| one.other_words));

        // A text that goes takes its meaning along.
        voices::withdraw(&services, &citizen, Whose::Own(Kind::Need, 1)).await.unwrap();
        assert_eq!(kept(&world).await, 3);
        assert!(beside(&world, &elsewhere, 2).await.iter().all(|one| one.number != 1));
        // One that went while it was worked out is cleared away.
        let hide = "UPDATE contributions SET standing = 'ritirato' WHERE number = 2";
        execute(&world.fresh.db, hide, []).await.unwrap();
        similar::sweep(&services).await.unwrap();
        assert_eq!(kept(&world).await, 2);
    }
}

#[tokio::test]
async fn meanings_of_another_model_count_for_nothing() {
    #[derive(Debug)]
    struct Other;
    impl Meanings for Other {
        fn model(&self) -> &str {
            "other"
        }
        fn of(&self, text: &str) -> Option<Meaning> {
            // It fails at every second text, and is not asked about it for ever.
            Meaning::of(&[if text.contains("Ore") { 0.0 } else { 1.0 }])
        }
    }
    for world in World::all().await.unwrap() {
        let citizen = world.asking(world.citizen);
        for title in ["Niente corriera dopo le 18", "Ore di sollievo"] {
            world.need_by(&citizen, title).await;
        }
        let services = with(&world.services, &Arc::default());
        similar::learn_all(&services, world.ambito).await.unwrap();
        let other = Services::new(world.fresh.db.clone(), counted_chance());
        let other = Services { meanings: Some(Arc::new(Other)), ..other };
        similar::learn_all(&other, world.ambito).await.unwrap();
        let sql = "SELECT CAST(COUNT(*) AS BIGINT) FROM meanings WHERE model = 'other'";
        assert_eq!(number(&world.fresh.db, sql, []).await.unwrap(), 1);
        world.sound().await;
    }
}
