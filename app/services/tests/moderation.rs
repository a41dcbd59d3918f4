//! Several moderators, and the authors who answer them: awkward cases 13 and 16 of domain.md §8,
//! on both kinds of database.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use chrono::Duration;
use domain::bursts::Finding;
use domain::citizen_forms::{CommentDraft, FlagDraft};
use domain::comments::{FlagReason, Stance};
use domain::contributions::{Kind, Standing, Words};
use domain::faults::{Fault, Refusal, What};
use domain::ids::PersonId;
use domain::moderation::{Cause, Decision, ReasonClass, SofteningAnswer};
use domain::people::{Actor, Grant, IdentityLevel, Role};
use domain::staff_forms::DecisionDraft;
use domain::staff_forms::moderation::SofteningDraft;
use domain::suppression::Shown;
use services::testing::{World, id, noon};
use services::voices::{Whose, submit};
use services::{
    Asking, Declined, appeals, bursts, comments, contributions, moderation, moderation_record,
    receipts, round_acts, softening, supports, voices,
};
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

fn faults<T: std::fmt::Debug>(result: Result<T, Declined>) -> Vec<Fault> {
    match result {
        Err(Declined::Invalid(faults)) => faults,
        other => panic!("not invalid: {other:?}"),
    }
}

/// The same world with another hat on somebody.
fn as_role(world: &World, person: PersonId, role: Role) -> Asking {
    let grants = vec![Grant { role, body: None, organisation: None }];
    let actor = Actor::Person { id: person, level: IdentityLevel::L2, grants };
    Asking { actor, ..world.visitor() }
}

fn draft(decision: Decision, class: ReasonClass, reason: &str, revision: i64) -> DecisionDraft {
    DecisionDraft { decision, class, reason: reason.into(), revision, suspend: false }
}

/// Somebody's experience, in Italian.
fn comment(body: &str) -> CommentDraft {
    let stance = Some(Stance::Experience);
    CommentDraft { body: body.into(), parent: None, stance, language: "it".into() }
}

async fn sensitive(world: &World, ask: &Asking, title: &str) -> services::voices::Sent {
    let mut need = world.draft(NEED, title);
    need.sensitive = true;
    submit(&world.services, ask, need, &world.form_id()).await.unwrap()
}

#[tokio::test]
async fn a_case_is_one_moderators_until_they_decide_let_go_or_half_an_hour_is_over() {
    for world in World::all().await.unwrap() {
        sensitive(&world, &world.visitor(), "Un padre che beve").await;
        let mara = world.asking(world.moderator);
        let ugo = as_role(&world, world.office, Role::Moderator);
        moderation::take(&world.services, &mara, 1, true).await.unwrap();
        let seen = moderation::queue(&world.services, &mara).await.unwrap();
        assert!(seen.cases[0].claim.unwrap().mine);
        assert_eq!(seen.cases[0].may_decide, Ok(()));
        let until = noon() + Duration::minutes(30);
        let seen = moderation::queue(&world.services, &ugo).await.unwrap();
        assert!(!seen.cases[0].claim.unwrap().mine);
        assert_eq!(seen.cases[0].may_decide, Err(Refusal::Claimed { until }));

        let decision =
            draft(Decision::Publish, ReasonClass::NobodyRecognisable, "Si può leggere.", 1);
        let taken = moderation::take(&world.services, &ugo, 1, true).await;
        assert_eq!(refusal(taken), Refusal::Claimed { until });
        let let_go = moderation::take(&world.services, &ugo, 1, false).await;
        assert_eq!(refusal(let_go), Refusal::Claimed { until });
        let decided = moderation::decide(&world.services, &ugo, 1, &decision).await;
        assert_eq!(refusal(decided), Refusal::Claimed { until });

        // By the clock, and no sooner.
        let early = Asking { now: until - Duration::microseconds(1), ..ugo.clone() };
        assert_eq!(
            refusal(moderation::take(&world.services, &early, 1, true).await),
            Refusal::Claimed { until }
        );
        let late = Asking { now: until, ..ugo.clone() };
        moderation::take(&world.services, &late, 1, true).await.unwrap();
        moderation::take(&world.services, &late, 1, false).await.unwrap();
        let mara_later = Asking { now: until, ..mara.clone() };
        moderation::take(&world.services, &mara_later, 1, true).await.unwrap();
        moderation::decide(&world.services, &mara_later, 1, &decision).await.unwrap();
        let over = moderation::take(&world.services, &late, 1, true).await;
        assert_eq!(refusal(over), Refusal::AlreadyDone);
        let citizen = world.asking(world.citizen);
        let nobody = moderation::take(&world.services, &citizen, 1, true).await;
        assert_eq!(refusal(nobody), Refusal::NotYourRole);
        world.sound().await;
    }
}

#[tokio::test]
async fn a_softer_wording_is_taken_by_its_author_and_is_where_the_public_history_begins() {
    for world in World::all().await.unwrap() {
        let visitor = world.visitor();
        let sent = sensitive(&world, &visitor, "Mio zio Carlo beve").await;
        let code = sent.receipt.unwrap();
        let mara = world.asking(world.moderator);
        let before = world.draft(NEED, "Mio zio Carlo beve").words;
        let soft = Words { title: "Un parente che beve".into(), ..before.clone() };
        let say = |words: &Words, note: &str, revision| SofteningDraft {
            revision,
            words: words.clone(),
            note: note.into(),
        };
        let why = "Così tuo zio non si riconosce.";
        let propose = async |words: &Words, note: &str, revision| {
            softening::propose(&world.services, &mara, 1, &say(words, note, revision)).await
        };
        let same = faults(propose(&before, "", 1).await);
        assert_eq!(same, [Fault::new("body", What::Repeated), Fault::new("note", What::Missing)]);
        let stale = propose(&soft, why, 9).await;
        assert!(matches!(stale, Err(Declined::Stale { current: 1 })), "{stale:?}");
        propose(&soft, why, 1).await.unwrap();
        let queue = moderation::queue(&world.services, &mara).await.unwrap();
        assert_eq!(queue.cases[0].softened, Some(noon()));

        // The author sees it beside their own; nobody else does.
        let page = receipts::follow(&world.services, &visitor, &code).await.unwrap();
        let offered = page.handled.softening.unwrap();
        assert_eq!((offered.words, offered.note.as_str()), (soft.clone(), why));
        let whose = || Whose::Receipt(code.clone());
        let other = world.asking(world.citizen);
        let theirs = softening::answer(&world.services, &other, Whose::Own(NEED, 1), true).await;
        assert!(matches!(theirs, Err(Declined::NotFound)), "{theirs:?}");
        softening::answer(&world.services, &visitor, whose(), true).await.unwrap();
        let twice = softening::answer(&world.services, &visitor, whose(), true).await;
        assert_eq!(refusal(twice), Refusal::AlreadyDone);

        let public = contributions::page(&world.services, &visitor, NEED, 1).await.unwrap();
        assert_eq!(public.words, Some(soft));
        assert_eq!(public.revisions, 0, "what stood before is no part of the public history");
        let left = "SELECT CAST(COUNT(*) AS BIGINT) FROM softenings WHERE body <> ''";
        assert_eq!(count(&world, left).await, 0);
        let verdict = "SELECT decision || ' ' || reason_class FROM moderation_cases";
        assert_eq!(
            text(&world.fresh.db, verdict, []).await.unwrap().as_deref(),
            Some("pubblicato_con_modifiche_concordate riformulato_con_autore")
        );
        world.sound().await;
    }
}

#[tokio::test]
async fn a_softer_wording_can_be_refused_or_written_anew() {
    for world in World::all().await.unwrap() {
        let citizen = world.asking(world.citizen);
        sensitive(&world, &citizen, "Mio zio Carlo beve").await;
        let mara = world.asking(world.moderator);
        let before = world.draft(NEED, "Mio zio Carlo beve").words;
        let soft = Words { title: "Un parente che beve".into(), ..before.clone() };
        let propose = async |revision| {
            let note = "Così nessuno si riconosce.".to_owned();
            let draft = SofteningDraft { revision, words: soft.clone(), note };
            softening::propose(&world.services, &mara, 1, &draft).await.unwrap();
        };
        let own = || Whose::Own(NEED, 1);
        propose(1).await;
        softening::answer(&world.services, &citizen, own(), false).await.unwrap();
        let page = moderation::case(&world.services, &mara, 1).await.unwrap();
        assert_eq!(page.softenings[0].answer, Some(SofteningAnswer::Refused));
        assert_eq!(page.softenings[0].words, Words::default(), "its words are gone");
        assert_eq!(page.card.words, before, "the text is as it was");

        propose(1).await;
        let mine = Words { title: "In famiglia qualcuno beve".into(), ..before.clone() };
        voices::correct(&world.services, &citizen, own(), mine.clone()).await.unwrap();
        let page = moderation::case(&world.services, &mara, 1).await.unwrap();
        assert_eq!(page.softenings[0].answer, Some(SofteningAnswer::Rewritten));
        assert_eq!((page.card.words, page.card.revision), (mine, 2));
        let theirs = contributions::page(&world.services, &citizen, NEED, 1).await.unwrap();
        assert_eq!(theirs.handled.softening, None);

        // Decided otherwise, or withdrawn: what was proposed is nobody's any more.
        propose(2).await;
        voices::withdraw(&world.services, &citizen, own()).await.unwrap();
        let left = "SELECT CAST(COUNT(*) AS BIGINT) FROM softenings WHERE body <> ''";
        assert_eq!(count(&world, left).await, 0);
        world.sound().await;
    }
}

const HATE: &str = "Gli stranieri sono tutti animali e vanno cacciati via tutti.";

/// Somebody comments, somebody reports it; the number of the case.
async fn reported(world: &World, by: &Asking, body: &str) -> i64 {
    let form = world.form_id();
    let said = comments::submit(&world.services, by, NEED, 1, &comment(body), &form).await;
    let said = said.unwrap();
    if said.standing == Standing::Published {
        let other = world.asking(world.neighbour);
        let number = Some(said.number);
        let report = FlagDraft { reason: FlagReason::Hurts, note: String::new() };
        moderation::flag(&world.services, &other, NEED, 1, number, &report).await.unwrap();
    }
    count(world, "SELECT MAX(number) FROM moderation_cases").await
}

#[tokio::test]
async fn case_16_hate_is_hidden_with_a_class_told_to_its_author_and_appealed_once_to_somebody_else()
{
    for world in World::all().await.unwrap() {
        let citizen = world.asking(world.citizen);
        let mara = world.asking(world.moderator);
        world.need_by(&world.visitor(), "Una corriera la sera").await;
        let case = reported(&world, &citizen, HATE).await;
        let hide =
            draft(Decision::Hide, ReasonClass::Discrimination, "Offende chi viene da altrove.", 1);
        moderation::decide(&world.services, &mara, case, &hide).await.unwrap();

        // Its author reads why, and until when it is kept; others only that something stood there.
        let page = contributions::page(&world.services, &citizen, NEED, 1).await.unwrap();
        let own = &page.comments[0];
        let class = own.tombstone.as_ref().unwrap().reason_class;
        assert_eq!(class, Some(ReasonClass::Discrimination));
        assert_eq!(own.handled.kept_until.unwrap().to_string(), "2027-03-10");
        assert_eq!(own.handled.appeal.as_ref().unwrap().may, Ok(()));
        let page = contributions::page(&world.services, &world.visitor(), NEED, 1).await.unwrap();
        assert_eq!(
            (page.comments[0].tombstone.clone(), page.comments[0].body.clone()),
            (None, None)
        );
        let kept = "SELECT body FROM comments WHERE standing = 'oscurato'";
        assert_eq!(text(&world.fresh.db, kept, []).await.unwrap().as_deref(), Some(HATE));

        let appeal = async |ask: &Asking, why: &str| {
            appeals::ask_for_comment(&world.services, ask, NEED, 1, 1, why).await
        };
        let why = "Citavo quello che ho sentito dire.";
        assert_eq!(refusal(appeal(&world.asking(world.neighbour), why).await), Refusal::NotYours);
        assert_eq!(faults(appeal(&citizen, " ").await), [Fault::new("appeal", What::Missing)]);
        appeal(&citizen, why).await.unwrap();
        assert_eq!(refusal(appeal(&citizen, why).await), Refusal::AlreadyDone);

        // Not to who decided: to another moderator, or where there is none to the Coordinator.
        let queue = moderation::queue(&world.services, &mara).await.unwrap();
        let again = queue.cases[0].number;
        assert_eq!(queue.cases[0].cause, Cause::Appeal);
        assert_eq!(queue.cases[0].may_decide, Err(Refusal::SameDecider));
        let confirm =
            draft(Decision::Hide, ReasonClass::Discrimination, "Resta comunque un'offesa.", 1);
        let same = moderation::decide(&world.services, &mara, again, &confirm).await;
        assert_eq!(refusal(same), Refusal::SameDecider);
        let kim = as_role(&world, world.office, Role::Coordinator);
        let seen = moderation::queue(&world.services, &kim).await.unwrap();
        assert!(seen.appeals_only && seen.cases.len() == 1);
        assert_eq!(seen.cases[0].appealed.as_ref().unwrap().decision, Decision::Hide);
        moderation::decide(&world.services, &kim, again, &confirm).await.unwrap();
        let page = contributions::page(&world.services, &citizen, NEED, 1).await.unwrap();
        let told = page.comments[0].handled.appeal.clone().unwrap();
        assert_eq!(told.answered.unwrap().reason, "Resta comunque un'offesa.");
        assert_eq!(told.may, Err(Refusal::AlreadyDone), "once");
        world.sound().await;
    }
}

#[tokio::test]
async fn case_16_hidden_hate_is_kept_for_twelve_months_and_its_sign_for_ever() {
    for world in World::all().await.unwrap() {
        let citizen = world.asking(world.citizen);
        let mara = world.asking(world.moderator);
        world.need_by(&world.visitor(), "Una corriera la sera").await;
        let hide =
            draft(Decision::Hide, ReasonClass::Discrimination, "Offende chi viene da altrove.", 1);
        let case = reported(&world, &citizen, HATE).await;
        moderation::decide(&world.services, &mara, case, &hide).await.unwrap();
        let rude = draft(Decision::Hide, ReasonClass::OffTopic, "Non c'entra con il bisogno.", 1);
        let case = reported(&world, &citizen, "Vendo una bicicletta quasi nuova.").await;
        moderation::decide(&world.services, &mara, case, &rude).await.unwrap();
        let words = "SELECT CAST(COUNT(*) AS BIGINT) FROM comments WHERE body <> ''";
        for (days, erased, left) in [(365, 0, 2), (366, 1, 1), (900, 0, 1)] {
            let now = noon() + Duration::days(days);
            assert_eq!(moderation::forget(&world.services, now).await.unwrap(), erased, "{days}");
            assert_eq!(count(&world, words).await, left);
        }
        let kept = "SELECT CAST(COUNT(*) AS BIGINT) FROM comments WHERE standing = 'oscurato'";
        assert_eq!(count(&world, kept).await, 2);
        world.sound().await;
    }
}

#[tokio::test]
async fn case_16_hate_that_comes_again_suspends_comments_and_not_needs() {
    for world in World::all().await.unwrap() {
        let citizen = world.asking(world.citizen);
        let mara = world.asking(world.moderator);
        world.need_by(&world.visitor(), "Una corriera la sera").await;
        let hide = DecisionDraft {
            suspend: true,
            ..draft(Decision::Hide, ReasonClass::Discrimination, "Offende chi viene da altrove.", 1)
        };
        // Once is not again: what is ticked has no effect.
        let first = reported(&world, &citizen, HATE).await;
        let queue = moderation::queue(&world.services, &mara).await.unwrap();
        assert!(!queue.cases[0].repeated);
        moderation::decide(&world.services, &mara, first, &hide).await.unwrap();
        let second =
            reported(&world, &citizen, "Animali, tutti animali, tornino a casa loro.").await;
        let queue = moderation::queue(&world.services, &mara).await.unwrap();
        assert!(queue.cases[0].repeated);
        moderation::decide(&world.services, &mara, second, &hide).await.unwrap();

        let until = noon() + Duration::days(30);
        let comment = async |ask: &Asking| {
            let said = comment("Io invece ci credo.");
            comments::submit(&world.services, ask, NEED, 1, &said, "").await
        };
        assert_eq!(refusal(comment(&citizen).await), Refusal::CommentsSuspended { until });
        let page = contributions::page(&world.services, &citizen, NEED, 1).await.unwrap();
        assert_eq!(page.may_comment, Err(Refusal::CommentsSuspended { until }));
        world.need_by(&citizen, "Un altro bisogno").await;
        supports::give(&world.services, &citizen, NEED, 1).await.unwrap();
        comment(&world.asking(world.neighbour)).await.unwrap();
        // The record names the person by id, and no text.
        let told = "SELECT details FROM events WHERE operation = 'suspend_comments'";
        assert_eq!(text(&world.fresh.db, told, []).await.unwrap().as_deref(), Some("{}"));

        // Somebody else finds that it was no hate: the suspension ends with it.
        appeals::ask_for_comment(&world.services, &citizen, NEED, 1, 2, "Parlavo dei cinghiali.")
            .await
            .unwrap();
        let again = count(&world, "SELECT MAX(number) FROM moderation_cases").await;
        let kim = as_role(&world, world.office, Role::Coordinator);
        let back =
            draft(Decision::Publish, ReasonClass::NobodyRecognisable, "Parla di animali veri.", 1);
        moderation::decide(&world.services, &kim, again, &back).await.unwrap();
        comment(&citizen).await.unwrap();
        world.sound().await;
    }
}

#[tokio::test]
async fn an_appeal_that_is_upheld_brings_a_text_back_and_a_round_waits_for_it() {
    for world in World::all().await.unwrap() {
        let visitor = world.visitor();
        let sent = sensitive(&world, &visitor, "Un padre che beve").await;
        let code = sent.receipt.unwrap();
        let mara = world.asking(world.moderator);
        let reject = draft(Decision::Reject, ReasonClass::OffTopic, "Non parla di servizi.", 1);
        moderation::decide(&world.services, &mara, 1, &reject).await.unwrap();
        let why = "Parla di chi aiuta i figli.";
        appeals::ask(&world.services, &visitor, Whose::Receipt(code.clone()), why).await.unwrap();
        let page = receipts::follow(&world.services, &visitor, &code).await.unwrap();
        assert_eq!(page.handled.appeal.unwrap().asked, Some(noon()));

        world.mark_round("in_sintesi").await.unwrap();
        let office = world.asking(world.office);
        let report = "Ecco che cosa è successo qui.";
        let back = domain::views::RoundAct::GiveBack;
        let given = round_acts::act(&world.services, &office, 1, back, report).await;
        assert_eq!(refusal(given), Refusal::Unanswered { left: 1 });
        world.mark_round("annunciato").await.unwrap();

        let ugo = as_role(&world, world.office, Role::Moderator);
        let publish =
            draft(Decision::Publish, ReasonClass::NobodyRecognisable, "È pertinente al tema.", 1);
        moderation::decide(&world.services, &ugo, 2, &publish).await.unwrap();
        let page = contributions::page(&world.services, &visitor, NEED, 1).await.unwrap();
        assert_eq!(page.standing, Standing::Published);
        world.sound().await;

        // Who decides on an appeal by hand is named.
        let same = "UPDATE moderation_cases SET decided_by = (SELECT decided_by \
            FROM moderation_cases WHERE number = 1) WHERE number = 2";
        execute(&world.fresh.db, same, []).await.unwrap();
        let problems = services::check::run(&world.services).await.unwrap();
        assert!(problems.iter().any(|one| one.code == "same_decider"), "{problems:?}");
    }
}

#[tokio::test]
async fn the_record_tells_what_was_decided_and_nothing_of_danger_but_how_many() {
    for world in World::all().await.unwrap() {
        let visitor = world.visitor();
        let mara = world.asking(world.moderator);
        for n in 1..=6 {
            sensitive(&world, &visitor, "Un padre che beve").await;
            let later = Asking { now: noon() + Duration::hours(n), ..mara.clone() };
            let publish =
                draft(Decision::Publish, ReasonClass::NobodyRecognisable, "Va bene così.", 1);
            moderation::decide(&world.services, &later, n, &publish).await.unwrap();
        }
        let mut danger = world.draft(NEED, "Ho paura");
        danger.words.body = "Mio marito mi picchia ogni sera e stanotte ha detto che mi ammazza \
                             davanti ai bambini."
            .into();
        let sent = submit(&world.services, &visitor, danger, "").await.unwrap();
        let keep =
            draft(Decision::Reject, ReasonClass::PresentDanger, "Se ne occupano i servizi.", 1);
        moderation::decide(&world.services, &mara, 7, &keep).await.unwrap();

        let later = Asking { now: noon() + Duration::days(1), ..visitor.clone() };
        let record = moderation_record::page(&world.services, &later).await.unwrap();
        assert_eq!((record.received, record.danger), (Shown::Exactly(6), Shown::Few));
        assert_eq!(record.causes, [(Cause::Sensitive, 6)]);
        assert_eq!(record.other_causes + record.other_decisions, 0);
        assert_eq!(record.median_minutes, Some(3 * 60));
        assert_eq!(record.entries.len(), 6);
        assert!(record.entries.iter().all(|entry| entry.class != ReasonClass::PresentDanger));
        assert!(record.entries.iter().all(|entry| entry.role == Role::Moderator));

        // And no sign on the public pages that it was there; its author finds it.
        let number = sent.number;
        let page = contributions::page(&world.services, &visitor, NEED, number).await;
        assert!(matches!(page, Err(Declined::NotFound)), "{page:?}");
        let thread = contributions::thread(&world.services, &visitor, NEED, number).await;
        assert!(matches!(thread, Err(Declined::NotFound)), "{thread:?}");
        let code = sent.receipt.unwrap();
        let own = receipts::follow(&world.services, &visitor, &code).await.unwrap();
        assert_eq!(own.standing, Standing::Hidden);
        world.sound().await;
    }
}

#[tokio::test]
async fn case_13_supports_that_came_together_are_judged_by_two_people_and_none_is_removed() {
    for world in World::all().await.unwrap() {
        world.need_by(&world.visitor(), "Una corriera la sera").await;
        world.need_by(&world.visitor(), "Un altro bisogno").await;
        for n in 0..24_u128 {
            let person: PersonId = id(0x9000 + n);
            let made = noon() - Duration::hours(2);
            let add = "INSERT INTO people (id, level, language, created_at) \
                       VALUES ($1, 'L2', 'it', $2)";
            let values = [Value::Id(person.uuid()), Value::At(made)];
            execute(&world.fresh.db, add, values).await.unwrap();
            let mut ask = as_role(&world, person, Role::VerifiedCitizen);
            ask.now = noon() + Duration::seconds(i64::try_from(n).unwrap() * 20);
            supports::give(&world.services, &ask, NEED, 1).await.unwrap();
        }
        // People who have been here for long, and who support more than this, are no burst.
        for person in [world.citizen, world.neighbour] {
            let ask = world.later(&world.asking(person), 1);
            supports::give(&world.services, &ask, NEED, 1).await.unwrap();
            supports::give(&world.services, &ask, NEED, 2).await.unwrap();
        }
        let supported = "SELECT supports FROM contributions WHERE number = 1";
        assert_eq!(count(&world, supported).await, 26);

        let mara = world.later(&world.asking(world.moderator), 2);
        let ugo = world.later(&world.asking(world.office), 2);
        let page = bursts::page(&world.services, &mara).await.unwrap();
        assert_eq!(page.bursts.len(), 1);
        let found = &page.bursts[0];
        assert_eq!((found.burst.supports, found.burst.young, found.supports), (24, 24, 26));
        let citizen = world.asking(world.citizen);
        let nobody = bursts::page(&world.services, &citizen).await;
        assert_eq!(refusal(nobody), Refusal::NotYourRole);

        let about = (NEED, 1);
        let note = "Sono account fatti lo stesso giorno: il numero va letto con prudenza.";
        bursts::propose(&world.services, &mara, about, Finding::Doubtful, note).await.unwrap();
        let page = contributions::page(&world.services, &world.visitor(), NEED, 1).await.unwrap();
        assert_eq!(page.notes, [], "one person is not enough");
        let alone = bursts::confirm(&world.services, &mara, about).await;
        assert_eq!(refusal(alone), Refusal::SameProposer);
        // Said again in other words, before anybody confirmed it.
        let note = "Sono account fatti tutti lo stesso giorno: il numero va letto con prudenza.";
        bursts::propose(&world.services, &mara, about, Finding::Doubtful, note).await.unwrap();
        bursts::confirm(&world.services, &ugo, about).await.unwrap();
        let again = bursts::propose(&world.services, &mara, about, Finding::Ordinary, note).await;
        assert_eq!(refusal(again), Refusal::AlreadyDone);

        let page = contributions::page(&world.services, &world.visitor(), NEED, 1).await.unwrap();
        assert_eq!((page.notes.len(), page.notes[0].note.as_str()), (1, note));
        assert_eq!(count(&world, supported).await, 26, "no support was removed");
        world.sound().await;
        let forge = "UPDATE support_notes SET note = $1";
        execute(&world.fresh.db, forge, [Value::Text("Altro".into())]).await.unwrap();
        let problems = services::check::run(&world.services).await.unwrap();
        assert!(problems.iter().any(|one| one.code == "text_altered"), "{problems:?}");
    }
}
