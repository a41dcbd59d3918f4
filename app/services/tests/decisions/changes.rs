//! What a thread tells of words that changed: old and new, and nothing from before the public
//! history.

use domain::merging::life::{AnswerDraft, Mediation, MediationDraft, MergeAnswer};
use domain::views::{Change, StepWhat, Thread, Wording};
use services::voices::Whose;
use services::{contributions, merging};

use super::*;

fn revised(thread: &Thread) -> Vec<&Change> {
    let steps = thread.steps.iter().filter_map(|step| match &step.what {
        StepWhat::Revised { change } => Some(change),
        _ => None,
    });
    steps.collect()
}

async fn thread_of(world: &World, ask: &Asking, number: i64) -> Thread {
    contributions::thread(&world.services, ask, Kind::Need, number).await.unwrap().down
}

#[tokio::test]
async fn a_public_text_that_changed_shows_both_and_nothing_from_before_it_was_public() {
    for world in worlds().await {
        let number = world.need_by(&world.asking(world.citizen), "Una stanza").await;
        // Two revisions before it is public, and two after.
        let publish = "UPDATE contributions SET published_at = $1, revision = 4";
        let second = noon() + chrono::Duration::days(2);
        execute(&world.fresh.db, publish, [Value::At(second)]).await.unwrap();
        let add = "INSERT INTO revisions (contribution_id, revision, at, language, title, body, \
            strengths, recipients, doers, resources) SELECT contribution_id, $1, $2, language, \
            title, $3, '', '', '', '' FROM revisions WHERE revision = 1";
        for (revision, days, body) in
            [(2, 2, "Una stanza calda."), (3, 3, "Due stanze calde."), (4, 4, "Due stanze.")]
        {
            let at = Value::At(noon() + chrono::Duration::days(days));
            let values = vec![Value::Number(revision), at, Value::Text(body.into())];
            execute(&world.fresh.db, add, values).await.unwrap();
        }
        let thread = thread_of(&world, &world.visitor(), number).await;
        let told: Vec<(i64, &str, &str)> = revised(&thread)
            .into_iter()
            .map(|change| {
                assert_eq!(change.texts.len(), 1);
                let text = &change.texts[0];
                assert_eq!(text.wording, Wording::Body);
                (change.version, text.before.as_str(), text.after.as_str())
            })
            .collect();
        assert_eq!(
            told,
            [
                (2, "Una stanza calda.", "Due stanze calde."),
                (3, "Due stanze calde.", "Due stanze.")
            ]
        );
        assert!(!format!("{thread:?}").contains("dieci parole"), "what stood before");

        // Words that were erased since are compared with nothing.
        let erase = "UPDATE revisions SET title = '', body = '' WHERE revision = 3";
        execute(&world.fresh.db, erase, []).await.unwrap();
        assert_eq!(revised(&thread_of(&world, &world.visitor(), number).await).len(), 0);
        // And nothing of a text that left the public pages.
        let hide = "UPDATE contributions SET standing = 'oscurato'";
        execute(&world.fresh.db, hide, []).await.unwrap();
        let thread = thread_of(&world, &world.visitor(), number).await;
        assert!(!format!("{thread:?}").contains("stanze"), "{thread:?}");
    }
}

#[tokio::test]
async fn a_synthesis_that_was_mediated_is_told_with_the_one_before() {
    for world in worlds().await {
        let citizen = world.asking(world.citizen);
        let one = world.need_by(&citizen, "Una stanza calda").await;
        let two = world.need_by(&world.asking(world.neighbour), "Un pomeriggio libero").await;
        let made = proposed_of(&world, &[one, two]).await;
        let objection = AnswerDraft {
            answer: MergeAnswer::Objected,
            words: "Non chiedevo questo, ma una stanza.".into(),
            language: "it".into(),
        };
        let whose = Whose::Own(Kind::Need, one);
        merging::answer(&world.services, &citizen, whose, made, objection).await.unwrap();
        let draft = MediationDraft {
            decision: Mediation::Changed,
            reason: "Ho sentito chi si oppone e chi ha proposto.".into(),
            synthesis: "Chi assiste chiede ore libere e una stanza calda.".into(),
        };
        let colleague = world.later(&world.asking(world.colleague), 1);
        merging::mediate(&world.services, &colleague, made, &draft).await.unwrap();
        let later = world.later(&world.visitor(), 2);
        let threads = [
            thread_of(&world, &later, one).await,
            merging::thread(&world.services, &later, made).await.unwrap().down,
        ];
        for thread in threads {
            let told: Vec<_> = thread
                .steps
                .iter()
                .filter_map(|step| match &step.what {
                    StepWhat::Rewritten { reason, change, .. } => Some((step, reason, change)),
                    _ => None,
                })
                .collect();
            let [(step, reason, change)] = told.as_slice() else { panic!("{thread:?}") };
            assert_eq!((step.at, step.role), (Some(colleague.now), Some(Role::Facilitator)));
            assert_eq!((reason.as_str(), change.version), (draft.reason.as_str(), 2));
            assert_eq!(change.texts[0].before, joined(&[one, two]).synthesis);
            assert_eq!(change.texts[0].after, draft.synthesis);
        }
        world.sound().await;
    }
}
