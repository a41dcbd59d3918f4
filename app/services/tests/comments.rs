//! Comments: what they are, edited for a while, agreed with once, reported with a reason; on both
//! kinds of database.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use chrono::Duration;
use domain::citizen_forms::{CommentDraft, FlagDraft};
use domain::comments::{FlagReason, Stance};
use domain::contributions::{Kind, Standing};
use domain::faults::{Fault, Refusal, What};
use domain::moderation::{Cause, Decision, ReasonClass};
use domain::people::{Actor, Grant, IdentityLevel, Role};
use domain::staff_forms::DecisionDraft;
use domain::suppression::Shown;
use domain::views::RoundAct;
use services::testing::{World, noon};
use services::{Asking, Declined, check, comments, contributions, moderation, round_acts};
use store::testing::{Value, execute, number, text};

const NEED: Kind = Kind::Need;

async fn count(world: &World, sql: &'static str) -> i64 {
    number(&world.fresh.db, sql, []).await.unwrap()
}

fn refusal<T: std::fmt::Debug>(result: Result<T, Declined>) -> Refusal {
    match result {
        Err(Declined::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

fn draft(body: &str, stance: Option<Stance>, parent: Option<i64>) -> CommentDraft {
    CommentDraft { body: body.into(), parent, stance, language: "sq".into() }
}

async fn say(world: &World, ask: &Asking, said: &CommentDraft) -> Result<i64, Declined> {
    let form = world.form_id();
    comments::submit(&world.services, ask, NEED, 1, said, &form).await.map(|said| said.number)
}

#[tokio::test]
async fn a_comment_says_what_it_is_and_who_speaks() {
    for world in World::all().await.unwrap() {
        world.need_by(&world.visitor(), "Una corriera la sera").await;
        let citizen = world.asking(world.citizen);
        let none = say(&world, &citizen, &draft("Vero.", None, None)).await;
        let Err(Declined::Invalid(told)) = none else { panic!("{none:?}") };
        assert_eq!(told, [Fault::new("stance", What::Missing)]);
        say(&world, &citizen, &draft("Kush e paguan?", Some(Stance::Question), None))
            .await
            .unwrap();
        // Somebody who facilitates speaks as a citizen: readers see the office they hold.
        let role = |role| Grant { role, body: None, organisation: None };
        let actor = Actor::Person {
            id: world.facilitator,
            level: IdentityLevel::L2,
            grants: vec![role(Role::VerifiedCitizen), role(Role::Facilitator)],
        };
        let paolo = Asking { actor, ..world.visitor() };
        say(&world, &paolo, &draft("Lo chiedo.", Some(Stance::Pro), Some(1))).await.unwrap();
        let page = contributions::page(&world.services, &world.visitor(), NEED, 1).await.unwrap();
        let top = &page.comments[0];
        assert_eq!(
            (top.stance, top.role, top.language.as_str()),
            (Some(Stance::Question), None, "sq")
        );
        let answer = &top.answers[0];
        assert_eq!(
            (answer.stance, answer.role),
            (None, Some(Role::Facilitator)),
            "an answer answers"
        );
        world.sound().await;
        let turn = "UPDATE comments SET stance = $1 WHERE number = 1";
        execute(&world.fresh.db, turn, [Value::Text("favore".into())]).await.unwrap();
        let problems = check::run(&world.services).await.unwrap();
        assert!(problems.iter().any(|one| one.code == "text_altered"), "{problems:?}");
    }
}

#[tokio::test]
async fn a_comment_is_edited_for_a_quarter_of_an_hour_and_keeps_what_it_was() {
    for world in World::all().await.unwrap() {
        world.need_by(&world.visitor(), "Una corriera la sera").await;
        let (citizen, other) = (world.asking(world.citizen), world.asking(world.neighbour));
        let first = draft("Anche da noi, tutti i giorni.", Some(Stance::Pro), None);
        say(&world, &citizen, &first).await.unwrap();
        let edit = async |ask: &Asking, minutes: i64, body: &str| {
            let ask = Asking { now: noon() + Duration::minutes(minutes), ..ask.clone() };
            comments::edit(&world.services, &ask, NEED, 1, 1, body).await
        };
        assert_eq!(refusal(edit(&other, 1, "Altro.").await), Refusal::NotYours);
        assert_eq!(refusal(edit(&world.visitor(), 1, "Altro.").await), Refusal::SignInNeeded);
        edit(&citizen, 5, "Anche da noi, quasi tutti i giorni.").await.unwrap();
        let page = contributions::page(&world.services, &citizen, NEED, 1).await.unwrap();
        assert_eq!(page.comments[0].changed, None, "nobody had answered yet");
        assert_eq!(page.comments[0].editable, Some(noon() + Duration::minutes(15)));
        let kept = "SELECT body FROM comment_revisions WHERE revision = 1";
        assert_eq!(
            text(&world.fresh.db, kept, []).await.unwrap().as_deref(),
            Some("Anche da noi, tutti i giorni.")
        );
        world.sound().await;

        say(&world, &other, &draft("Quasi?", None, Some(1))).await.unwrap();
        edit(&citizen, 14, "Anche da noi, ogni giorno tranne il sabato.").await.unwrap();
        let page = contributions::page(&world.services, &other, NEED, 1).await.unwrap();
        assert_eq!(page.comments[0].changed, Some(noon() + Duration::minutes(14)));
        assert_eq!(page.comments[0].editable, None, "not theirs");
        let since = noon() + Duration::minutes(15);
        let over = edit(&citizen, 15, "Troppo tardi.").await;
        assert_eq!(refusal(over), Refusal::EditOver { since });
        world.sound().await;

        comments::withdraw(&world.services, &citizen, NEED, 1, 1).await.unwrap();
        let left = "SELECT CAST(COUNT(*) AS BIGINT) FROM comment_revisions \
                    WHERE body <> '' OR salt IS NOT NULL";
        assert_eq!(count(&world, left).await, 0, "what it was goes with it");
        world.sound().await;
    }
}

#[tokio::test]
async fn what_an_edit_brings_is_looked_through_and_a_number_it_takes_out_is_erased() {
    for world in World::all().await.unwrap() {
        world.need_by(&world.visitor(), "Una corriera la sera").await;
        let citizen = world.asking(world.citizen);
        say(&world, &citizen, &draft("Anche da noi.", Some(Stance::Pro), None)).await.unwrap();
        let raw = "Chiamate mia zia al 333 1234567, lo sa bene.";
        let edited = comments::edit(&world.services, &citizen, NEED, 1, 1, raw).await.unwrap();
        assert_eq!(edited.standing, Standing::InModeration);
        assert_eq!(count(&world, "SELECT comments FROM contributions").await, 0);
        let moderator = world.asking(world.moderator);
        let queue = moderation::queue(&world.services, &moderator).await.unwrap();
        assert_eq!((queue.cases[0].cause, queue.cases[0].revision), (Cause::Detected, 2));
        let page = contributions::page(&world.services, &citizen, NEED, 1).await.unwrap();
        assert!(page.comments[0].waits);
        let page = contributions::page(&world.services, &world.visitor(), NEED, 1).await.unwrap();
        assert_eq!(page.comments, []);

        comments::edit(&world.services, &citizen, NEED, 1, 1, "Mia zia lo sa bene.").await.unwrap();
        let gone = "SELECT CAST(COUNT(*) AS BIGINT) FROM comment_revisions \
                    WHERE revision = 2 AND body = '' AND salt IS NULL";
        assert_eq!(count(&world, gone).await, 1);
        world.sound().await;
        // Decided on what was read, and on nothing later.
        let decide = async |revision| {
            let decision = DecisionDraft {
                decision: Decision::Publish,
                class: ReasonClass::NobodyRecognisable,
                reason: "Nessuno si riconosce.".into(),
                revision,
                suspend: false,
            };
            moderation::decide(&world.services, &moderator, 1, &decision).await
        };
        let unread = decide(2).await;
        assert!(matches!(unread, Err(Declined::Stale { current: 3 })), "{unread:?}");
        decide(3).await.unwrap();
        assert_eq!(count(&world, "SELECT comments FROM contributions").await, 1);
        world.sound().await;
    }
}

#[tokio::test]
async fn one_agrees_once_can_take_it_back_and_few_are_not_counted_out_loud() {
    for world in World::all().await.unwrap() {
        world.need_by(&world.visitor(), "Una corriera la sera").await;
        let (citizen, other) = (world.asking(world.citizen), world.asking(world.neighbour));
        say(&world, &citizen, &draft("Anche da noi.", Some(Stance::Pro), None)).await.unwrap();
        let agree = async |ask: &Asking, agrees| {
            comments::agree(&world.services, ask, NEED, 1, 1, agrees).await
        };
        assert_eq!(refusal(agree(&citizen, true).await), Refusal::OwnText);
        assert_eq!(refusal(agree(&world.visitor(), true).await), Refusal::SignInNeeded);
        assert_eq!(agree(&other, true).await.unwrap(), Shown::Few);
        let events = "SELECT CAST(COUNT(*) AS BIGINT) FROM events";
        let before = count(&world, events).await;
        assert_eq!(agree(&other, true).await.unwrap(), Shown::Few);
        assert_eq!(count(&world, events).await, before, "nothing changed, nothing recorded");
        let who = "SELECT details FROM events WHERE operation = 'agree'";
        assert_eq!(text(&world.fresh.db, who, []).await.unwrap().as_deref(), Some("{}"));
        let page = contributions::page(&world.services, &other, NEED, 1).await.unwrap();
        assert!(page.comments[0].agreed);
        assert_eq!(agree(&other, false).await.unwrap(), Shown::None);
        assert_eq!(agree(&world.asking(world.representative), true).await.unwrap(), Shown::Few);
        let late = world.later(&other, 6);
        assert!(matches!(refusal(agree(&late, true).await), Refusal::Closed { .. }));
        world.sound().await;

        // Given back: the keys are cut, the number stays.
        let outcome = "INSERT INTO outcomes (id, ambito_id, contribution_id, outcome, reason, at) \
            SELECT $1, ambito_id, id, 'accolto', 'Si farà presto.', created_at FROM contributions";
        let id = [Value::Id(uuid::Uuid::from_u128(0x77))];
        execute(&world.fresh.db, outcome, id).await.unwrap();
        let answered = "UPDATE contributions SET stage = 'esito', outcome = 'accolto'";
        execute(&world.fresh.db, answered, []).await.unwrap();
        let counted = "UPDATE contribution_counts SET stage = 'esito'";
        execute(&world.fresh.db, counted, []).await.unwrap();
        world.mark_round("in_sintesi").await.unwrap();
        let (office, report) = (world.asking(world.office), "Ecco che cosa è successo qui.");
        round_acts::act(&world.services, &office, 1, RoundAct::GiveBack, report).await.unwrap();
        assert_eq!(count(&world, "SELECT CAST(COUNT(*) AS BIGINT) FROM agreements").await, 0);
        assert_eq!(count(&world, "SELECT agreements FROM comments WHERE number = 1").await, 1);
        world.sound().await;
    }
}

#[tokio::test]
async fn a_report_has_a_reason_and_one_of_danger_comes_first() {
    for world in World::all().await.unwrap() {
        world.need_by(&world.visitor(), "Una corriera la sera").await;
        let (citizen, other) = (world.asking(world.citizen), world.asking(world.neighbour));
        say(&world, &citizen, &draft("Anche da noi.", Some(Stance::Pro), None)).await.unwrap();
        let flag = async |ask: &Asking, comment, reason, note: &str| {
            let report = FlagDraft { reason, note: note.into() };
            moderation::flag(&world.services, ask, NEED, 1, comment, &report).await
        };
        flag(&other, None, FlagReason::OffTopic, "").await.unwrap();
        flag(&other, Some(1), FlagReason::Hurts, "").await.unwrap();
        flag(&world.asking(world.representative), Some(1), FlagReason::Danger, "Abita sola.")
            .await
            .unwrap();
        let moderator = world.asking(world.moderator);
        let queue = moderation::queue(&world.services, &moderator).await.unwrap();
        let first = &queue.cases[0];
        assert_eq!((first.cause, first.comment), (Cause::Danger, Some(1)));
        assert_eq!(first.flagged_for, [FlagReason::Hurts, FlagReason::Danger]);
        assert_eq!(first.note.as_deref(), Some("Abita sola."));
        assert_eq!(queue.cases[1].flagged_for, [FlagReason::OffTopic]);
        let alerts = "SELECT CAST(COUNT(*) AS BIGINT) FROM outbox WHERE kind = 'pericolo'";
        assert_eq!(count(&world, alerts).await, 1);
        world.sound().await;
    }
}
