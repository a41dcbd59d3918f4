//! What the detectors hold, and what follows: awkward cases 17 and 18 of domain.md §8, on both
//! kinds of database.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use domain::citizen_forms::CommentDraft;
use domain::comments::Stance;
use domain::contributions::{Draft, Kind, Standing, Words};
use domain::detectors::DetectorClass;
use domain::moderation::{Cause, Decision, ReasonClass};
use domain::staff_forms::DecisionDraft;
use domain::views::Letter;
use services::testing::{World, noon};
use services::voices::{Whose, submit};
use services::{comments, moderation, outbox, receipts, voices};
use store::testing::{Value, execute, number, text};

const NEED: Kind = Kind::Need;

async fn count(world: &World, sql: &'static str) -> i64 {
    number(&world.fresh.db, sql, []).await.unwrap()
}

fn written(world: &World, title: &str, body: &str) -> Draft {
    let mut draft = world.draft(NEED, title);
    draft.words = Words { title: title.into(), body: body.into(), ..Words::default() };
    draft
}

const RAW: &str = "La signora Rossi di via Garibaldi 12 ha il telefono 333 1234567 e nessuno la \
                   va mai a trovare la sera.";
const NEIGHBOURLY: &str = "Nella mia strada una persona anziana vive sola e nessuno la va mai a \
                           trovare la sera.";
const DANGER: &str = "Mio marito mi picchia ogni sera e ha detto che stanotte mi ammazza, non so \
                      dove andare con i bambini.";

#[tokio::test]
async fn case_17_data_of_a_third_person_are_held_and_erased_when_rewritten() {
    for world in World::all().await.unwrap() {
        let visitor = world.visitor();
        let draft = written(&world, "Nessuno la va a trovare", RAW);
        let sent = submit(&world.services, &visitor, draft, "").await.unwrap();
        assert_eq!(sent.standing, Standing::InModeration, "held, not refused");
        assert!(sent.page.screening.third_person() && !sent.page.screening.danger());
        assert_eq!(count(&world, "SELECT CAST(COUNT(*) AS BIGINT) FROM search_terms").await, 0);

        let moderator = world.asking(world.moderator);
        let queue = moderation::queue(&world.services, &moderator).await.unwrap();
        assert_eq!(queue.cases[0].cause, Cause::Detected);
        assert!(queue.cases[0].detected.contains(&DetectorClass::Phone), "{queue:?}");
        assert_eq!(queue.cases[0].words.body, RAW, "nothing was deleted");

        // The author rewrites it: what stood there before is gone, with its salt.
        let whose = Whose::Receipt(sent.receipt.clone().unwrap());
        let words = Words {
            title: "Nessuno la va a trovare".into(),
            body: NEIGHBOURLY.into(),
            ..Words::default()
        };
        let done = voices::correct(&world.services, &visitor, whose, words).await.unwrap();
        assert!(done.screening.clear(), "{:?}", done.screening);
        let left = "SELECT title || body FROM revisions WHERE revision = 1 AND salt IS NULL";
        assert_eq!(text(&world.fresh.db, left, []).await.unwrap().as_deref(), Some(""));
        let kept = "SELECT body FROM revisions WHERE revision = 2 AND salt IS NOT NULL";
        assert_eq!(text(&world.fresh.db, kept, []).await.unwrap().as_deref(), Some(NEIGHBOURLY));
        world.sound().await;

        // It still waits for a person, who sees that nothing is found any more.
        let queue = moderation::queue(&world.services, &moderator).await.unwrap();
        assert_eq!(queue.cases[0].detected, []);
        assert_eq!((queue.cases[0].cause, queue.cases[0].revision), (Cause::Detected, 2));
        let decision = DecisionDraft {
            decision: Decision::PublishSoftened,
            class: ReasonClass::ReworkedWithAuthor,
            reason: "Adesso nessuno si riconosce.".into(),
            revision: 2,
            suspend: false,
        };
        moderation::decide(&world.services, &moderator, queue.cases[0].number, &decision)
            .await
            .unwrap();
        world.sound().await;
    }
}

#[tokio::test]
async fn an_erasure_that_no_event_tells_of_is_named() {
    for world in World::all().await.unwrap() {
        world.need_by(&world.visitor(), "Una corriera la sera").await;
        let wipe = "UPDATE revisions SET title = '', body = '', salt = NULL";
        execute(&world.fresh.db, wipe, []).await.unwrap();
        let problems = services::check::run(&world.services).await.unwrap();
        assert!(problems.iter().any(|one| one.code == "text_altered"), "{problems:?}");
    }
}

#[tokio::test]
async fn case_18_present_danger_is_never_public_and_calls_the_moderators() {
    for world in World::all().await.unwrap() {
        let visitor = world.visitor();
        world.need_by(&visitor, "Una corriera la sera").await;
        let plain = written(
            &world,
            "Sono stata offesa",
            "Quel cretino del vicino urla sempre \
            contro tutti, è un bastardo e nessuno lo ferma mai davvero qui.",
        );
        submit(&world.services, &visitor, plain, "").await.unwrap();
        let draft = written(&world, "Ho paura", DANGER);
        let sent = submit(&world.services, &visitor, draft.clone(), "").await.unwrap();
        assert_eq!(sent.standing, Standing::InModeration);
        assert!(sent.page.screening.danger());
        assert_eq!(sent.page.contribution.title, "Ho paura");

        // Before all that waits, however long.
        let moderator = world.later(&world.asking(world.moderator), 1);
        let queue = moderation::queue(&world.services, &moderator).await.unwrap();
        let causes: Vec<Cause> = queue.cases.iter().map(|case| case.cause).collect();
        assert_eq!(causes, [Cause::Danger, Cause::Detected]);

        // The outbox calls the moderator, and says nothing of the text.
        let ready = outbox::next(&world.services, noon()).await.unwrap().unwrap();
        let Letter::Danger { case, .. } = &ready.letter else { panic!("{:?}", ready.letter) };
        assert_eq!((*case, ready.claimed.person), (queue.cases[0].number, world.moderator));
        assert!(outbox::next(&world.services, noon()).await.unwrap().is_none(), "nobody else");
        let told = "SELECT CAST(COUNT(*) AS BIGINT) FROM events WHERE details LIKE '%paura%' \
                    OR details LIKE '%picchia%' OR details LIKE '%pericolo%'";
        assert_eq!(count(&world, told).await, 0);
        world.sound().await;

        // Whoever signs in is sent no mail that tells of it.
        let citizen = world.asking(world.citizen);
        submit(&world.services, &citizen, draft, "").await.unwrap();
        let received = "SELECT CAST(COUNT(*) AS BIGINT) FROM outbox WHERE kind = 'ricevuto'";
        assert_eq!(count(&world, received).await, 0);

        // A comment is held in the same way.
        let comment = CommentDraft {
            body: DANGER.into(),
            parent: None,
            stance: Some(Stance::Experience),
            language: "it".into(),
        };
        let said = comments::submit(&world.services, &citizen, NEED, 1, &comment, "").await;
        let said = said.unwrap();
        assert_eq!(said.standing, Standing::InModeration);
        assert!(said.screening.danger());
        assert_eq!(count(&world, "SELECT comments FROM contributions WHERE number = 1").await, 0);
        let alerts = "SELECT CAST(COUNT(*) AS BIGINT) FROM outbox WHERE kind = 'pericolo'";
        assert_eq!(count(&world, alerts).await, 3);
        world.sound().await;

        // A case that was decided meanwhile calls nobody any more.
        let decide = "UPDATE moderation_cases SET decided_at = opened_at";
        execute(&world.fresh.db, decide, []).await.unwrap();
        assert!(outbox::next(&world.services, noon()).await.unwrap().is_none());
    }
}

#[tokio::test]
async fn a_correction_with_words_of_danger_raises_the_alarm_and_nobody_but_a_person_ends_it() {
    for world in World::all().await.unwrap() {
        let visitor = world.visitor();
        let mut draft = world.draft(NEED, "Non dormo più");
        draft.sensitive = true;
        let sent = submit(&world.services, &visitor, draft.clone(), "").await.unwrap();
        let code = sent.receipt.unwrap();
        let whose = || Whose::Receipt(code.clone());
        let words = Words { body: DANGER.into(), ..draft.words.clone() };
        voices::correct(&world.services, &visitor, whose(), words).await.unwrap();
        let alerts = "SELECT CAST(COUNT(*) AS BIGINT) FROM outbox WHERE kind = 'pericolo'";
        assert_eq!(count(&world, alerts).await, 1);
        // Taken back by its author, perhaps not alone: it stays an alarm until somebody has read it.
        voices::correct(&world.services, &visitor, whose(), draft.words.clone()).await.unwrap();
        let moderator = world.asking(world.moderator);
        let queue = moderation::queue(&world.services, &moderator).await.unwrap();
        assert_eq!(queue.cases[0].cause, Cause::Danger);
        assert_eq!(count(&world, alerts).await, 1, "told once");
        let page = receipts::follow(&world.services, &visitor, &code).await.unwrap();
        assert_eq!(page.standing, Standing::InModeration);
        world.sound().await;
    }
}

#[tokio::test]
async fn a_text_made_public_while_an_alarm_waits_is_named() {
    for world in World::all().await.unwrap() {
        let draft = written(&world, "Ho paura", DANGER);
        submit(&world.services, &world.visitor(), draft, "").await.unwrap();
        let show = "UPDATE contributions SET standing = $1";
        let public = [Value::Text("pubblicato".into())];
        execute(&world.fresh.db, show, public).await.unwrap();
        let problems = services::check::run(&world.services).await.unwrap();
        assert!(problems.iter().any(|one| one.code == "danger_public"), "{problems:?}");
    }
}
