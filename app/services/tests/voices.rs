//! What people say: done, refused, raced, sent twice; on both kinds of database.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use chrono::Duration;
use domain::citizen_forms::{CommentDraft, FlagDraft};
use domain::comments::{FlagReason, Stance};
use domain::contributions::{AuthorKind, Kind, Standing, Words};
use domain::faults::{Fault, Refusal, What};
use domain::moderation::{Decision, ReasonClass};
use domain::people::Actor;
use domain::staff_forms::DecisionDraft;
use domain::suppression::Shown;
use services::testing::{World, noon};
use services::voices::{Whose, submit};
use services::{
    Declined, accounts, check, comments, contributions, moderation, receipts, similar, supports,
    voices,
};
use store::testing::{Value, execute, number, text};

const NEED: Kind = Kind::Need;
const PROPOSAL: Kind = Kind::Proposal;

async fn count(world: &World, sql: &'static str) -> i64 {
    number(&world.fresh.db, sql, []).await.unwrap()
}

async fn stored(world: &World) -> i64 {
    count(world, "SELECT CAST(COUNT(*) AS BIGINT) FROM contributions").await
}

async fn events(world: &World) -> i64 {
    count(world, "SELECT CAST(COUNT(*) AS BIGINT) FROM events").await
}

fn decision(decision: Decision, class: ReasonClass, reason: &str, revision: i64) -> DecisionDraft {
    DecisionDraft { decision, class, reason: reason.into(), revision, suspend: false }
}

/// A comment in Italian; one that answers nothing is in favour.
fn said(body: &str, parent: Option<i64>) -> CommentDraft {
    let stance = parent.is_none().then_some(Stance::Pro);
    CommentDraft { body: body.into(), parent, stance, language: "it".into() }
}

/// A report for a reason that has to be told.
fn flagged(note: &str) -> FlagDraft {
    FlagDraft { reason: FlagReason::Other, note: note.into() }
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

fn not_found<T: std::fmt::Debug>(result: Result<T, Declined>) {
    assert!(matches!(result, Err(Declined::NotFound)), "{result:?}");
}

#[tokio::test]
async fn a_visitor_sends_a_need_and_keeps_a_receipt() {
    for world in World::all().await.unwrap() {
        let draft = world.draft(NEED, "Una corriera la sera");
        let form = world.form_id();
        let sent = submit(&world.services, &world.visitor(), draft.clone(), &form).await.unwrap();
        assert_eq!((sent.number, sent.standing), (1, Standing::Published));
        let code = sent.receipt.clone().unwrap();
        assert_eq!(code.len(), 23);
        assert_eq!(sent.page.code, sent.receipt);

        // A double click: the same answer, and nothing written.
        let before = events(&world).await;
        let again = submit(&world.services, &world.visitor(), draft, &form).await.unwrap();
        assert_eq!(again, sent);
        assert_eq!((stored(&world).await, events(&world).await), (1, before));

        // The code is stored nowhere, nor is the form's id.
        let hash = "SELECT CAST(COUNT(*) AS BIGINT) FROM receipts WHERE code_hash = $1";
        let bytes = |text: &str| vec![Value::Bytes(text.as_bytes().to_vec())];
        assert_eq!(number(&world.fresh.db, hash, bytes(&code)).await.unwrap(), 0);
        let form_hash = "SELECT CAST(COUNT(*) AS BIGINT) FROM sent_forms WHERE form_hash = $1";
        assert_eq!(number(&world.fresh.db, form_hash, bytes(&form)).await.unwrap(), 0);
        assert_eq!(count(&world, "SELECT CAST(COUNT(*) AS BIGINT) FROM authorships").await, 0);
        world.sound().await;
    }
}

#[tokio::test]
async fn a_form_id_that_the_server_did_not_make_gives_no_code_away() {
    for world in World::all().await.unwrap() {
        let mut codes = Vec::new();
        for form in ["", "", "1", "A0B1A0B1A0B1A0B1A0B1A0B1A0B1A0B1"] {
            let draft = world.draft(NEED, "Una corriera la sera");
            let sent = submit(&world.services, &world.visitor(), draft, form).await.unwrap();
            codes.push(sent.receipt.unwrap());
        }
        codes.sort();
        codes.dedup();
        assert_eq!(codes.len(), 4);
        assert_eq!(count(&world, "SELECT CAST(COUNT(*) AS BIGINT) FROM sent_forms").await, 0);
    }
}

#[tokio::test]
async fn other_words_in_a_form_that_was_sent_are_not_lost() {
    for world in World::all().await.unwrap() {
        let form = world.form_id();
        let send = async |title, said: &str| {
            let draft = world.draft(NEED, title);
            submit(&world.services, &world.visitor(), draft, &format!("{form}.{said}")).await
        };
        let first = send("Una corriera la sera", "aa").await.unwrap();
        assert_eq!(send("Una corriera la sera", "aa").await.unwrap().receipt, first.receipt);
        // Gone back in the browser and written otherwise: not answered with thanks for the first.
        let other = send("Una corriera la notte", "bb").await;
        assert_eq!(refusal(other), Refusal::SentBefore);
        assert_eq!(stored(&world).await, 1);

        let citizen = world.asking(world.citizen);
        let say = async |body: &str, what: &str| {
            let sending = format!("{}.{what}", "0".repeat(32));
            comments::submit(&world.services, &citizen, NEED, 1, &said(body, None), &sending).await
        };
        say("Vero.", "aa").await.unwrap();
        assert_eq!(refusal(say("Anche da noi.", "bb").await), Refusal::SentBefore);
        world.sound().await;
    }
}

#[tokio::test]
async fn whoever_was_refused_reads_why() {
    for world in World::all().await.unwrap() {
        let mut draft = world.draft(NEED, "La mia vicina");
        draft.sensitive = true;
        let sent = submit(&world.services, &world.visitor(), draft, "").await.unwrap();
        let why = "Dice dove abita una persona.";
        let refused = decision(Decision::Reject, ReasonClass::ThirdPerson, why, 1);
        let moderator = world.asking(world.moderator);
        moderation::decide(&world.services, &moderator, 1, &refused).await.unwrap();
        let code = sent.receipt.unwrap();
        let page = receipts::follow(&world.services, &world.visitor(), &code).await.unwrap();
        assert_eq!(page.tombstone.unwrap().reason.as_deref(), Some(why));
        assert_eq!(page.may_correct, Err(Refusal::NotPublic));
        // Everybody sees that a text was here, nobody else its words or the moderator's.
        let shown = contributions::page(&world.services, &world.visitor(), NEED, 1).await.unwrap();
        assert_eq!((shown.words, shown.card.contribution.title.as_str()), (None, ""));
        let left = shown.tombstone.unwrap();
        assert_eq!((left.reason_class, left.reason), (Some(ReasonClass::ThirdPerson), None));
    }
}

#[tokio::test]
async fn two_clicks_at_once_make_one_need() {
    for world in World::all().await.unwrap() {
        let draft = world.draft(NEED, "Una corriera la sera");
        let (form, visitor) = (world.form_id(), world.visitor());
        let (one, two) = tokio::join!(
            submit(&world.services, &visitor, draft.clone(), &form),
            submit(&world.services, &visitor, draft.clone(), &form),
        );
        assert_eq!(one.unwrap(), two.unwrap());
        assert_eq!(stored(&world).await, 1);
        world.sound().await;
    }
}

#[tokio::test]
async fn hostile_text_is_kept_byte_for_byte() {
    let hostile = "</textarea><script>alert('x')</script> \u{202e} ' OR 1=1; -- {{7*7}} \u{1F600} \
                   e\u{301} uno due tre quattro cinque sei sette otto nove dieci";
    for world in World::all().await.unwrap() {
        let draft = domain::contributions::Draft {
            words: Words {
                title: "<img src=x onerror=alert(1)>".into(),
                body: hostile.into(),
                strengths: hostile.into(),
                ..Words::default()
            },
            ..world.draft(NEED, "")
        };
        let words = draft.words.clone();
        let sent =
            submit(&world.services, &world.visitor(), draft, &world.form_id()).await.unwrap();
        let kept = "SELECT body FROM revisions WHERE title = $1 AND strengths = body";
        let title = vec![Value::Text(words.title)];
        assert_eq!(text(&world.fresh.db, kept, title).await.unwrap().as_deref(), Some(hostile));
        let body = format!("{hostile}\n\t x");
        let ask = world.asking(world.citizen);
        let comment = said(&body, None);
        comments::submit(&world.services, &ask, NEED, sent.number, &comment, "").await.unwrap();
        let kept = "SELECT body FROM comments";
        assert_eq!(text(&world.fresh.db, kept, []).await.unwrap(), Some(body));
        world.sound().await;
    }
}

#[tokio::test]
async fn who_may_not_send_leaves_nothing_behind() {
    for world in World::all().await.unwrap() {
        let send = async |ask, kind, signed| {
            let mut draft = world.draft(kind, "Una corriera la sera");
            draft.signed = signed;
            refusal(submit(&world.services, &ask, draft, &world.form_id()).await)
        };
        let (visitor, citizen) = (world.visitor(), world.asking(world.citizen));
        assert_eq!(send(visitor.clone(), PROPOSAL, false).await, Refusal::SignInNeeded);
        assert_eq!(send(visitor.clone(), NEED, true).await, Refusal::SignInNeeded);
        assert_eq!(
            send(world.asking(world.newcomer), PROPOSAL, false).await,
            Refusal::LevelTooLow { needed: domain::people::IdentityLevel::L2 }
        );
        assert_eq!(send(world.asking(world.admin), NEED, false).await, Refusal::NotYourRole);
        assert_eq!(send(world.asking(world.members[1]), NEED, true).await, Refusal::NotYourRole);
        let opens = noon() - Duration::days(5);
        let early = world.later(&visitor, -6);
        assert_eq!(send(early, NEED, false).await, Refusal::NotYetOpen { opens });
        let closed = noon() + Duration::days(5);
        let late = world.later(&citizen, 5);
        assert_eq!(send(late, PROPOSAL, false).await, Refusal::Closed { closed });
        world.mark_round("sospeso").await.unwrap();
        assert_eq!(send(visitor, NEED, false).await, Refusal::Suspended);
        world.mark_round("bozza").await.unwrap();
        assert_eq!(send(citizen, NEED, false).await, Refusal::NotOpened);
        assert_eq!((stored(&world).await, events(&world).await), (0, 0));
        let marked = 2;
        assert_eq!(count(&world, "SELECT version FROM ambiti").await, 1 + marked);
    }
}

#[tokio::test]
async fn all_faults_of_a_draft_are_told_at_once() {
    for world in World::all().await.unwrap() {
        let hidden = {
            let mut draft = world.draft(NEED, "Un segreto");
            draft.sensitive = true;
            submit(&world.services, &world.visitor(), draft, "").await.unwrap().number
        };
        let mut draft = world.draft(NEED, "");
        draft.language = "IT".into();
        draft.policy = "9.9".into();
        draft.municipality = "XXX".into();
        draft.author_kind = AuthorKind::Health;
        draft.also_of = Some(hidden);
        draft.answers = vec![hidden];
        let found = faults(submit(&world.services, &world.visitor(), draft.clone(), "").await);
        let fields: Vec<&str> = found.iter().map(|fault| fault.field.as_str()).collect();
        assert_eq!(
            fields,
            ["title", "language", "policy", "municipality", "author_kind", "also_of", "answers"]
        );
        assert!(found[1..].iter().all(|fault| fault.what == What::NotAChoice));
        let mut foreign = world.draft(PROPOSAL, "Corriere serali");
        foreign.organisation = Some(world.association);
        foreign.answers = vec![hidden, 99];
        let citizen = world.asking(world.citizen);
        assert_eq!(
            faults(submit(&world.services, &citizen, foreign, "").await),
            [Fault::new("organisation", What::NotAChoice), Fault::new("answers", What::NotAChoice)]
        );
        assert_eq!(stored(&world).await, 1);
    }
}

#[tokio::test]
async fn names_are_shown_only_where_chosen_and_organisations_always() {
    for world in World::all().await.unwrap() {
        let (citizen, speaker) = (world.asking(world.citizen), world.asking(world.representative));
        world.need_by(&citizen, "Senza nome").await;
        let mut signed = world.draft(NEED, "Con il mio nome");
        signed.signed = true;
        submit(&world.services, &citizen, signed, "").await.unwrap();
        let mut ours = world.draft(PROPOSAL, "La nostra proposta");
        ours.organisation = Some(world.association);
        ours.answers = vec![1, 2, 1];
        submit(&world.services, &speaker, ours, "").await.unwrap();
        let line = "SELECT COALESCE(v.byline, '-') || ' ' || v.author_kind || ' ' || \
                    COALESCE(o.code, '-') FROM contributions v \
                    LEFT JOIN organisations o ON o.id = v.organisation_id WHERE v.number = $1";
        for (number, expected) in
            [(1, "- cittadino -"), (2, "Nadia cittadino -"), (3, "- associazione ASS")]
        {
            let found = text(&world.fresh.db, line, [Value::Number(number)]).await.unwrap();
            assert_eq!(found.as_deref(), Some(expected));
        }
        assert_eq!(count(&world, "SELECT CAST(COUNT(*) AS BIGINT) FROM answers").await, 2);
        let mut echo = world.draft(NEED, "Anche per me");
        echo.also_of = Some(1);
        submit(&world.services, &world.visitor(), echo, "").await.unwrap();
        let echoes = "SELECT CAST(COUNT(*) AS BIGINT) FROM contributions e \
                      JOIN contributions v ON v.id = e.echo_of WHERE v.number = 1";
        assert_eq!(count(&world, echoes).await, 1);
        assert_eq!(
            count(&world, "SELECT CAST(SUM(supports) AS BIGINT) FROM contributions").await,
            0
        );
        world.sound().await;
    }
}

#[tokio::test]
async fn a_sensitive_need_waits_is_corrected_and_then_published() {
    for world in World::all().await.unwrap() {
        let visitor = world.visitor();
        let mut draft = world.draft(NEED, "Un padre che beve");
        draft.policy = "1.4".into();
        let sent = submit(&world.services, &visitor, draft.clone(), "").await.unwrap();
        assert_eq!(sent.standing, Standing::InModeration);
        assert_eq!(count(&world, "SELECT CAST(COUNT(*) AS BIGINT) FROM search_terms").await, 0);
        let code = sent.receipt.unwrap();
        let whose = || Whose::Receipt(code.to_lowercase().replace('-', " "));

        // Nobody else knows of it.
        let citizen = world.asking(world.citizen);
        not_found(supports::give(&world.services, &citizen, NEED, 1).await);
        not_found(voices::withdraw(&world.services, &citizen, Whose::Own(NEED, 1)).await);
        not_found(
            moderation::flag(&world.services, &citizen, NEED, 1, None, &flagged("perché")).await,
        );

        let page = receipts::follow(&world.services, &visitor, &code).await.unwrap();
        assert_eq!(page.words.as_ref(), Some(&draft.words));
        assert_eq!((page.may_correct, page.may_withdraw), (Ok(()), Ok(())));
        assert!(!page.thread.steps.is_empty());

        let words = Words { title: "Un uomo che beve".into(), ..draft.words.clone() };
        let corrected = voices::correct(&world.services, &visitor, whose(), words.clone()).await;
        let corrected = corrected.unwrap();
        assert_eq!((corrected.kind, corrected.number), (NEED, 1));
        let before = events(&world).await;
        voices::correct(&world.services, &visitor, whose(), words.clone()).await.unwrap();
        assert_eq!(events(&world).await, before, "nothing changed, nothing recorded");
        let short = Words { body: "poco".into(), ..words.clone() };
        let found = faults(voices::correct(&world.services, &visitor, whose(), short).await);
        assert_eq!(found, [Fault::new("body", What::TooFewWords { least: 10 })]);
        let unknown = Whose::Receipt("00000-00000-00000-00000".into());
        let found =
            faults(voices::correct(&world.services, &visitor, unknown, words.clone()).await);
        assert_eq!(found, [Fault::new("code", What::UnknownCode)]);

        let moderator = world.asking(world.moderator);
        let queue = moderation::queue(&world.services, &moderator).await.unwrap();
        assert_eq!(queue.cases.len(), 1);
        assert_eq!(queue.cases[0].words, words);
        assert!(!queue.cases[0].public);
        let case = queue.cases[0].number;
        let decide = async |revision| {
            let why = "Nessuno si riconosce qui.";
            let draft = decision(Decision::Publish, ReasonClass::NobodyRecognisable, why, revision);
            moderation::decide(&world.services, &moderator, case, &draft).await
        };
        // Corrected since it was read: nobody publishes words that nobody has read.
        let unread = decide(1).await;
        assert!(matches!(unread, Err(Declined::Stale { current: 2 })), "{unread:?}");
        assert_eq!(queue.cases[0].revision, 2);
        assert_eq!(decide(2).await.unwrap(), (NEED, 1));
        let queue = moderation::queue(&world.services, &moderator).await.unwrap();
        assert_eq!((queue.cases.len(), queue.decided), (0, 1));
        let terms = "SELECT CAST(COUNT(*) AS BIGINT) FROM search_terms";
        assert!(count(&world, terms).await > 0);
        let late = voices::correct(&world.services, &visitor, whose(), draft.words.clone()).await;
        assert_eq!(refusal(late), Refusal::AlreadyPublic);
        voices::withdraw(&world.services, &visitor, whose()).await.unwrap();
        let page = receipts::follow(&world.services, &visitor, &code).await.unwrap();
        assert_eq!((page.standing, page.words), (Standing::Withdrawn, None));
        assert_eq!(page.contribution.title, "");
        assert_eq!(page.may_withdraw, Err(Refusal::AlreadyDone));
        world.sound().await;
    }
}

#[tokio::test]
async fn what_is_withdrawn_is_erased_and_leaves_a_tombstone() {
    for world in World::all().await.unwrap() {
        let (citizen, other) = (world.asking(world.citizen), world.asking(world.neighbour));
        let mut signed = world.draft(NEED, "Una corriera la sera");
        signed.signed = true;
        submit(&world.services, &citizen, signed, "").await.unwrap();
        supports::give(&world.services, &other, NEED, 1).await.unwrap();
        let own = || Whose::Own(NEED, 1);
        assert_eq!(
            refusal(voices::withdraw(&world.services, &other, own()).await),
            Refusal::NotYours
        );
        assert_eq!(
            refusal(voices::withdraw(&world.services, &world.visitor(), own()).await),
            Refusal::SignInNeeded
        );
        // At any time, even when the round has closed.
        let late = world.later(&citizen, 30);
        voices::withdraw(&world.services, &late, own()).await.unwrap();
        assert_eq!(
            refusal(voices::withdraw(&world.services, &citizen, own()).await),
            Refusal::AlreadyDone
        );
        let left = "SELECT title || body || COALESCE(byline, '') || standing FROM revisions \
                    JOIN contributions ON id = contribution_id WHERE salt IS NULL";
        assert_eq!(text(&world.fresh.db, left, []).await.unwrap().as_deref(), Some("ritirato"));
        assert_eq!(count(&world, "SELECT CAST(COUNT(*) AS BIGINT) FROM search_terms").await, 0);
        let counted = "SELECT CAST(SUM(n) AS BIGINT) FROM contribution_counts";
        assert_eq!(count(&world, counted).await, 0);
        assert_eq!(count(&world, "SELECT CAST(COUNT(*) AS BIGINT) FROM supports").await, 1);
        assert_eq!(
            refusal(supports::give(&world.services, &citizen, NEED, 1).await),
            Refusal::NotPublic
        );
        world.sound().await;
    }
}

#[tokio::test]
async fn a_merged_text_that_is_withdrawn_keeps_its_words_and_loses_its_author() {
    for world in World::all().await.unwrap() {
        let citizen = world.asking(world.citizen);
        world.need_by(&citizen, "Una corriera la sera").await;
        let join = "INSERT INTO clusters (id, ambito_id, number, round_id, title, synthesis, \
            reason, facilitator_id, state, version, created_at, objections) \
            SELECT $1, v.ambito_id, 1, v.round_id, '', '', '', $2, 'applicato', 1, \
            v.created_at, '[]' FROM contributions v";
        let ids = [Value::Id(uuid::Uuid::from_u128(9)), Value::Id(world.facilitator.uuid())];
        execute(&world.fresh.db, join, ids).await.unwrap();
        let source = "INSERT INTO cluster_sources (cluster_id, contribution_id, position, share) \
            SELECT $1, v.id, 1, 'part_of' FROM contributions v";
        let cluster = [Value::Id(uuid::Uuid::from_u128(9))];
        execute(&world.fresh.db, source, cluster).await.unwrap();
        voices::withdraw(&world.services, &citizen, Whose::Own(NEED, 1)).await.unwrap();
        let left = "SELECT title FROM revisions WHERE salt IS NOT NULL";
        let title = text(&world.fresh.db, left, []).await.unwrap();
        assert_eq!(title.as_deref(), Some("Una corriera la sera"));
        assert_eq!(count(&world, "SELECT CAST(COUNT(*) AS BIGINT) FROM authorships").await, 0);
        assert_eq!(count(&world, "SELECT CAST(COUNT(*) AS BIGINT) FROM search_terms").await, 0);
    }
}

#[tokio::test]
async fn one_person_supports_once() {
    for world in World::all().await.unwrap() {
        let citizen = world.asking(world.citizen);
        world.need_by(&world.visitor(), "Una corriera la sera").await;
        let (one, two) = tokio::join!(
            supports::give(&world.services, &citizen, NEED, 1),
            supports::give(&world.services, &citizen, NEED, 1),
        );
        let expected = supports::SupportState { shown: Shown::Few, mine: true };
        assert_eq!((one.unwrap(), two.unwrap()), (expected, expected));
        assert_eq!(count(&world, "SELECT supports FROM contributions").await, 1);
        assert_eq!(count(&world, "SELECT support_band FROM contributions").await, 4);
        assert_eq!(events(&world).await, 2, "the need and one support");

        for other in [world.neighbour, world.representative] {
            supports::give(&world.services, &world.asking(other), NEED, 1).await.unwrap();
        }
        let state = supports::take(&world.services, &citizen, NEED, 1).await.unwrap();
        assert_eq!(state, supports::SupportState { shown: Shown::Few, mine: false });
        let before = events(&world).await;
        supports::take(&world.services, &citizen, NEED, 1).await.unwrap();
        assert_eq!(events(&world).await, before, "nothing to take back");
        assert_eq!(count(&world, "SELECT supports FROM contributions").await, 2);

        let give = async |ask| refusal(supports::give(&world.services, &ask, NEED, 1).await);
        assert_eq!(give(world.visitor()).await, Refusal::SignInNeeded);
        assert!(matches!(give(world.asking(world.newcomer)).await, Refusal::LevelTooLow { .. }));
        assert_eq!(give(world.asking(world.office)).await, Refusal::NotYourRole);
        assert!(matches!(give(world.later(&citizen, 5)).await, Refusal::Closed { .. }));
        not_found(supports::give(&world.services, &citizen, PROPOSAL, 1).await);
        not_found(supports::give(&world.services, &citizen, NEED, 2).await);
        world.sound().await;
    }
}

#[tokio::test]
async fn a_crowd_supports_at_once() {
    for world in World::all().await.unwrap() {
        world.need_by(&world.visitor(), "Una corriera la sera").await;
        let people = [world.citizen, world.neighbour, world.representative];
        let mut tasks = tokio::task::JoinSet::new();
        for turn in 0..30 {
            let (services, ask) = (world.services.clone(), world.asking(people[turn % 3]));
            tasks.spawn(async move {
                if turn % 2 == 0 {
                    supports::give(&services, &ask, NEED, 1).await
                } else {
                    supports::take(&services, &ask, NEED, 1).await
                }
            });
        }
        for done in tasks.join_all().await {
            done.unwrap();
        }
        world.sound().await;
    }
}

#[tokio::test]
async fn sending_while_the_round_is_suspended_is_all_or_nothing() {
    for world in World::all().await.unwrap() {
        let draft = world.draft(NEED, "Una corriera la sera");
        let visitor = world.visitor();
        let (sent, marked) = tokio::join!(
            submit(&world.services, &visitor, draft, ""),
            world.mark_round("sospeso"),
        );
        marked.unwrap();
        match sent {
            Ok(_) => assert_eq!(stored(&world).await, 1),
            Err(Declined::Refused(Refusal::Suspended)) => {
                assert_eq!(stored(&world).await, 0);
            }
            other => panic!("{other:?}"),
        }
        world.sound().await;
    }
}

#[tokio::test]
async fn the_window_closes_to_the_microsecond() {
    for world in World::all().await.unwrap() {
        let citizen = world.asking(world.citizen);
        let mut last = world.later(&citizen, 5);
        last.now -= Duration::microseconds(1);
        let draft = world.draft(NEED, "Una corriera la sera");
        submit(&world.services, &last, draft.clone(), "").await.unwrap();
        let late = world.later(&citizen, 5);
        assert!(matches!(
            refusal(submit(&world.services, &late, draft, "").await),
            Refusal::Closed { .. }
        ));
    }
}

#[tokio::test]
async fn comments_have_one_level_of_answers() {
    for world in World::all().await.unwrap() {
        let (citizen, speaker) = (world.asking(world.citizen), world.asking(world.representative));
        world.need_by(&world.visitor(), "Una corriera la sera").await;
        world.need_by(&world.visitor(), "Un altro bisogno").await;
        let say = async |ask, on, parent, body: &str, form: &str| {
            let said = said(body, parent);
            let sent = comments::submit(&world.services, &ask, NEED, on, &said, form).await;
            sent.map(|sent| sent.number)
        };
        let form = world.form_id();
        assert_eq!(say(citizen.clone(), 1, None, "Vero.", &form).await.unwrap(), 1);
        assert_eq!(say(citizen.clone(), 1, None, "Vero.", &form).await.unwrap(), 1);
        assert_eq!(say(speaker, 1, Some(1), "Ci siamo anche noi.", "").await.unwrap(), 2);
        let choice = [Fault::new("parent", What::NotAChoice)];
        for (on, parent) in [(1, 2), (1, 9), (2, 1)] {
            let told = faults(say(citizen.clone(), on, Some(parent), "E io?", "").await);
            assert_eq!(told, choice);
        }
        let empty = faults(say(citizen.clone(), 1, None, " ", "").await);
        assert_eq!(empty, [Fault::new("comment", What::Missing)]);
        assert_eq!(refusal(say(world.visitor(), 1, None, "Io", "").await), Refusal::SignInNeeded);
        let late = world.later(&citizen, 6);
        assert!(matches!(refusal(say(late, 1, None, "Io", "").await), Refusal::Closed { .. }));
        let kinds = "SELECT a.author_kind || ' ' || b.author_kind FROM comments a \
                     JOIN comments b ON b.parent_id = a.id WHERE b.organisation_id IS NOT NULL";
        let found = text(&world.fresh.db, kinds, []).await.unwrap();
        assert_eq!(found.as_deref(), Some("cittadino associazione"));
        world.sound().await;

        let withdraw = async |person| {
            let ask = world.asking(person);
            comments::withdraw(&world.services, &ask, NEED, 1, 1).await
        };
        assert_eq!(refusal(withdraw(world.neighbour).await), Refusal::NotYours);
        withdraw(world.citizen).await.unwrap();
        assert_eq!(refusal(withdraw(world.citizen).await), Refusal::AlreadyDone);
        let left = "SELECT body || standing FROM comments WHERE number = 1 AND salt IS NULL";
        assert_eq!(text(&world.fresh.db, left, []).await.unwrap().as_deref(), Some("ritirato"));
        assert_eq!(count(&world, "SELECT comments FROM contributions WHERE number = 1").await, 1);
        assert_eq!(faults(say(citizen, 1, Some(1), "E io?", "").await), choice);
        world.sound().await;
    }
}

#[tokio::test]
async fn a_round_read_before_holds_texts_and_comments_back() {
    for world in World::all().await.unwrap() {
        let citizen = world.asking(world.citizen);
        world.need_by(&citizen, "Una corriera la sera").await;
        world.moderate_round("preventiva").await.unwrap();
        let draft = world.draft(NEED, "Un altro bisogno");
        let sent = submit(&world.services, &citizen, draft, "").await.unwrap();
        assert_eq!(sent.standing, Standing::InModeration);
        comments::submit(&world.services, &citizen, NEED, 1, &said("Vero.", None), "")
            .await
            .unwrap();
        assert_eq!(count(&world, "SELECT comments FROM contributions WHERE number = 1").await, 0);
        let moderator = world.asking(world.moderator);
        let decide = async |case, decided, class| {
            let draft = decision(decided, class, "Si può leggere così.", 1);
            moderation::decide(&world.services, &moderator, case, &draft).await
        };
        decide(1, Decision::Reject, ReasonClass::OffTopic).await.unwrap();
        decide(2, Decision::Publish, ReasonClass::NobodyRecognisable).await.unwrap();
        assert_eq!(count(&world, "SELECT comments FROM contributions WHERE number = 1").await, 1);
        let standing = "SELECT standing FROM contributions WHERE number = 2";
        let found = text(&world.fresh.db, standing, []).await.unwrap();
        assert_eq!(found.as_deref(), Some("oscurato"));
        world.sound().await;
    }
}

#[tokio::test]
async fn a_reported_text_is_kept_or_hidden_with_a_reason() {
    for world in World::all().await.unwrap() {
        let (citizen, other) = (world.asking(world.citizen), world.asking(world.neighbour));
        let moderator = world.asking(world.moderator);
        world.need_by(&citizen, "Una corriera la sera").await;
        comments::submit(&world.services, &other, NEED, 1, &said("Brutto.", None), "")
            .await
            .unwrap();
        let flag = async |ask, comment, note: &str| {
            moderation::flag(&world.services, &ask, NEED, 1, comment, &flagged(note)).await
        };
        assert_eq!(refusal(flag(world.visitor(), None, "Brutto").await), Refusal::SignInNeeded);
        let told = faults(flag(other.clone(), None, "").await);
        assert_eq!(told, [Fault::new("flag", What::Missing)]);
        flag(other.clone(), None, "Parla di me").await.unwrap();
        flag(world.asking(world.representative), None, "Anche di me").await.unwrap();
        flag(citizen.clone(), Some(1), "Offende").await.unwrap();
        let queue = moderation::queue(&world.services, &moderator).await.unwrap();
        assert_eq!(queue.cases.len(), 2);
        assert_eq!(queue.cases[0].note.as_deref(), Some("Parla di me\nAnche di me"));
        assert_eq!(queue.cases[1].comment, Some(1));
        assert_eq!(queue.cases[1].words.body, "Brutto.");
        for person in [world.citizen, world.admin, world.office] {
            let queue = moderation::queue(&world.services, &world.asking(person)).await;
            assert_eq!(refusal(queue), Refusal::NotYourRole);
        }

        let decide = async |ask, case, decided, reason: &str| {
            let draft = decision(decided, ReasonClass::ThirdPerson, reason, 1);
            moderation::decide(&world.services, &ask, case, &draft).await
        };
        let hide = Decision::Hide;
        let why = "Dice dove abita una persona.";
        assert_eq!(refusal(decide(other, 1, hide, why).await), Refusal::NotYourRole);
        not_found(decide(moderator.clone(), 9, hide, why).await);
        let told = faults(decide(moderator.clone(), 1, hide, " ").await);
        assert_eq!(told, [Fault::new("reason", What::Missing)]);
        decide(moderator.clone(), 1, Decision::Publish, why).await.unwrap();
        world.sound().await;
        assert_eq!(count(&world, "SELECT comments FROM contributions").await, 1);
        decide(moderator.clone(), 2, hide, why).await.unwrap();
        assert_eq!(count(&world, "SELECT comments FROM contributions").await, 0);
        assert_eq!(refusal(decide(moderator.clone(), 2, hide, why).await), Refusal::AlreadyDone);
        flag(citizen.clone(), None, "Di nuovo").await.unwrap();
        decide(moderator, 3, hide, why).await.unwrap();
        assert_eq!(count(&world, "SELECT CAST(COUNT(*) AS BIGINT) FROM search_terms").await, 0);
        assert_eq!(refusal(flag(citizen.clone(), None, "Ancora").await), Refusal::NotPublic);
        assert_eq!(
            refusal(voices::withdraw(&world.services, &citizen, Whose::Own(NEED, 1)).await),
            Refusal::NotPublic
        );
        world.sound().await;
    }
}

#[tokio::test]
async fn nobody_moderates_their_own_text() {
    for world in World::all().await.unwrap() {
        let mut own = world.draft(NEED, "Un mio bisogno");
        own.sensitive = true;
        let mut both = world.asking(world.moderator);
        if let Actor::Person { grants, .. } = &mut both.actor {
            let grant = domain::people::Grant { role: domain::people::Role::Citizen, ..grants[0] };
            grants.push(grant);
        }
        submit(&world.services, &both, own, "").await.unwrap();
        let (class, why) = (ReasonClass::NobodyRecognisable, "Lo conosco bene io.");
        let draft = decision(Decision::Publish, class, why, 1);
        let decided = moderation::decide(&world.services, &both, 1, &draft).await;
        assert_eq!(refusal(decided), Refusal::OwnText);
    }
}

#[tokio::test]
async fn sessions_begin_end_and_expire() {
    for world in World::all().await.unwrap() {
        let password = "una frase lunga abbastanza";
        let short =
            accounts::set_password(&world.services, world.ambito, world.citizen, "corta", noon());
        assert_eq!(faults(short.await), [Fault::new("password", What::TooFew { least: 12 })]);
        accounts::set_password(&world.services, world.ambito, world.citizen, password, noon())
            .await
            .unwrap();
        let wrong = [Fault::new("password", What::WrongCredentials)];
        for (email, tried) in [
            ("nadia@prova.example", "un'altra frase lunga"),
            ("nessuno@prova.example", password),
            ("nello@prova.example", password), // has no password
            ("", ""),
        ] {
            let told = accounts::sign_in(&world.services, email, tried, noon()).await;
            assert_eq!(faults(told), wrong);
        }
        let sign_in =
            || accounts::sign_in(&world.services, " Nadia@Prova.EXAMPLE ", password, noon());
        let token = sign_in().await.unwrap();
        let actor = async |token: &str, now| {
            accounts::actor(&world.services, Some(token), world.ambito, now).await.unwrap()
        };
        assert_eq!(actor(&token, noon()).await, world.asking(world.citizen).actor);
        assert_eq!(actor(&token, noon() + Duration::hours(12)).await, Actor::Visitor);
        assert_eq!(actor("altro", noon()).await, Actor::Visitor);
        let stored = "SELECT CAST(COUNT(*) AS BIGINT) FROM sessions WHERE token_hash = $1";
        let bytes = Value::Bytes(token.as_bytes().to_vec());
        assert_eq!(number(&world.fresh.db, stored, [bytes]).await.unwrap(), 0);
        accounts::sign_out(&world.services, &token).await.unwrap();
        assert_eq!(actor(&token, noon()).await, Actor::Visitor);
        sign_in().await.unwrap();
        let later = noon() + Duration::hours(13);
        assert_eq!(accounts::sweep(&world.services, later).await.unwrap(), 1);

        // A new password ends the sessions of the old one.
        let token = sign_in().await.unwrap();
        accounts::set_password(&world.services, world.ambito, world.citizen, password, noon())
            .await
            .unwrap();
        assert_eq!(actor(&token, noon()).await, Actor::Visitor);
        world.sound().await;
    }
}

#[tokio::test]
async fn an_administrator_is_made_once() {
    for world in World::all().await.unwrap() {
        let make = async |email: &str| {
            let password = "una frase lunga abbastanza";
            let ambiti = [world.ambito];
            accounts::create_admin(&world.services, &ambiti, email, "Alba", password, noon()).await
        };
        make("Alba@prova.example").await.unwrap();
        for (email, what) in
            [("alba@prova.example", What::Taken), ("alba", What::NotAnAddress), ("", What::Missing)]
        {
            assert_eq!(faults(make(email).await), [Fault::new("email", what)]);
        }
        let password = "una frase lunga abbastanza";
        let token = accounts::sign_in(&world.services, "alba@prova.example", password, noon());
        let token = token.await.unwrap();
        let actor = accounts::actor(&world.services, Some(&token), world.ambito, noon()).await;
        assert!(actor.unwrap().has(domain::people::Role::Admin));
        world.sound().await;
    }
}

#[tokio::test]
async fn similar_texts_are_named_only_while_they_are_public() {
    for world in World::all().await.unwrap() {
        let citizen = world.asking(world.citizen);
        world.need_by(&citizen, "Una corriera la sera per le frazioni").await;
        world.need_by(&world.visitor(), "Corriere serali per chi lavora").await;
        world.need_by(&world.visitor(), "Un asilo aperto tutta l'estate").await;
        world.proposal_by(&citizen, "Una corriera la sera per le frazioni").await;
        let mut secret = world.draft(NEED, "Una corriera segreta la sera");
        secret.sensitive = true;
        submit(&world.services, &world.visitor(), secret, "").await.unwrap();
        let id_of = async |n: i64| {
            let mut snapshot = world.services.look().await.unwrap();
            let found = store::voices::find(&mut snapshot, world.ambito, NEED, n).await.unwrap();
            (snapshot, found.unwrap().id)
        };
        let alike = async |services: &services::Services, number| {
            let (mut snapshot, id) = id_of(number).await;
            let found = similar::for_contribution(services, &mut snapshot, id, 3).await.unwrap();
            found.into_iter().map(|similar| similar.number).collect::<Vec<_>>()
        };
        let found = alike(&world.services, 1).await;
        assert_eq!(found[0], 2);
        assert!(!found.contains(&1) && !found.contains(&4) && !found.contains(&5));
        assert!(alike(&world.services, 5).await.is_empty(), "not public, nothing said");

        // Another server on the same database learns of what happens here.
        let elsewhere =
            services::Services::new(world.fresh.db.clone(), services::testing::counted_chance());
        assert_eq!(alike(&elsewhere, 1).await, found);
        world.need_by(&world.visitor(), "Una corriera la sera, davvero, per le frazioni").await;
        assert_eq!(alike(&elsewhere, 1).await[0], 6);
        voices::withdraw(&world.services, &citizen, Whose::Own(NEED, 1)).await.unwrap();
        assert!(!alike(&elsewhere, 2).await.contains(&1));
        assert!(!alike(&world.services, 2).await.contains(&1));

        let mut snapshot = world.services.look().await.unwrap();
        let typed = similar::for_text(
            &world.services,
            &mut snapshot,
            world.ambito,
            1,
            NEED,
            "corriera",
            "manca la corriera serale",
            "it",
            Some("1.1"),
            2,
        );
        let typed = typed.await.unwrap();
        assert_eq!(typed.len(), 2);
        assert!(typed[0].same_policy);
        assert!(typed[0].shared_words.iter().any(|word| word.starts_with("corrier")));
    }
}

#[tokio::test]
async fn groups_are_suggested_kept_and_follow_the_texts() {
    for world in World::all().await.unwrap() {
        let citizen = world.asking(world.citizen);
        for title in [
            "Una corriera la sera per le frazioni",
            "Un asilo aperto tutta l'estate",
            "Corriere serali per chi vive nelle frazioni",
            "Zanzare lungo il canale",
        ] {
            world.need_by(&citizen, title).await;
        }
        world.proposal_by(&citizen, "Una corriera la sera per le frazioni").await;
        let suggested = async |cut| {
            let mut snapshot = world.services.look().await.unwrap();
            let (services, ambito) = (&world.services, world.ambito);
            let found = similar::groups(services, &mut snapshot, ambito, 1, NEED, cut).await;
            found.unwrap().expect("a small index is ready")
        };
        let numbers = |found: &std::sync::Arc<similar::Suggestion>| -> Vec<Vec<i64>> {
            let corriere = found.groups.iter().filter(|group| group.numbers.contains(&3));
            corriere.map(|group| group.numbers.clone()).collect()
        };
        let found = suggested(Some(0.3)).await;
        assert_eq!(numbers(&found), [[1, 3]], "needs only, proposals have groups of their own");
        let group = &found.groups[0];
        assert!(group.same_policy && group.cohesion >= found.cut);
        assert!(group.shared_words.iter().any(|word| word.starts_with("corrier")));

        // A support is no reason to look for groups again, another cut is another question.
        let ids = |found: &std::sync::Arc<similar::Suggestion>| std::sync::Arc::as_ptr(found);
        supports::give(&world.services, &citizen, NEED, 4).await.unwrap();
        assert_eq!(ids(&suggested(Some(0.3)).await), ids(&found), "kept");
        assert!(suggested(Some(1.0)).await.groups.is_empty());

        world.need_by(&citizen, "Una corriera ogni sera per le nostre frazioni").await;
        let grown = suggested(Some(0.3)).await;
        assert_eq!(numbers(&grown), [[1, 3, 6]]);
        voices::withdraw(&world.services, &citizen, Whose::Own(NEED, 1)).await.unwrap();
        assert_eq!(numbers(&suggested(Some(0.3)).await), [[3, 6]]);
        // Hidden past the chain: the index does not learn of it, the snapshot knows.
        let hide = "UPDATE contributions SET standing = 'oscurato' WHERE number = 6";
        execute(&world.fresh.db, hide, []).await.unwrap();
        assert!(numbers(&suggested(Some(0.3)).await).is_empty());
    }
}

#[tokio::test]
async fn an_index_that_is_behind_names_nothing_hidden() {
    for world in World::all().await.unwrap() {
        world.need_by(&world.visitor(), "Una corriera la sera").await;
        world.need_by(&world.visitor(), "Corriere la sera, davvero").await;
        similar::warm(&world.services, world.ambito).await.unwrap();
        // Hidden past the chain: the index does not learn of it, the snapshot knows.
        let hide = "UPDATE contributions SET standing = 'oscurato' WHERE number = 2";
        execute(&world.fresh.db, hide, []).await.unwrap();
        let mut snapshot = world.services.look().await.unwrap();
        let one = store::voices::find(&mut snapshot, world.ambito, NEED, 1).await.unwrap();
        let found =
            similar::for_contribution(&world.services, &mut snapshot, one.unwrap().id, 5).await;
        assert_eq!(found.unwrap(), []);
    }
}

#[tokio::test]
async fn what_a_hand_changes_in_the_database_is_named() {
    /// A change by hand, what the check calls it, and on what.
    const HANDS: [(&str, &str, &str); 16] = [
        (
            "UPDATE revisions SET body = body || '.' WHERE title = 'Uno'",
            "text_altered",
            "contribution 1 revision 1",
        ),
        (
            "UPDATE revisions SET doers = 'io' WHERE title = 'Uno'",
            "text_altered",
            "contribution 1 revision 1",
        ),
        (
            "UPDATE revisions SET title = '', body = '', salt = NULL WHERE title = 'Uno'",
            "text_altered",
            "contribution 1 revision 1",
        ),
        ("DELETE FROM revisions WHERE title = 'Uno'", "text_missing", "contribution 1"),
        ("UPDATE comments SET body = 'Falso.'", "text_altered", "comment 1"),
        ("UPDATE contributions SET supports = 7 WHERE number = 1", "count_wrong", "contribution 1"),
        (
            "UPDATE contributions SET support_band = 1 WHERE number = 1",
            "count_wrong",
            "contribution 1",
        ),
        ("UPDATE contributions SET comments = 0 WHERE number = 1", "count_wrong", "contribution 1"),
        (
            "UPDATE contributions SET stage = 'esito' WHERE number = 1",
            "stage_wrong",
            "contribution 1",
        ),
        ("DELETE FROM search_terms WHERE number = 1", "search_wrong", "contribution 1"),
        (
            "INSERT INTO search_terms SELECT ambito_id, 'x', 2, 1 FROM contributions WHERE number = 2",
            "search_leaks",
            "contribution 2",
        ),
        (
            "UPDATE contribution_counts SET n = n + 1",
            "count_wrong",
            "counts of round 1 bisogno 1.1 PRV pubblicato",
        ),
        ("UPDATE moderation_cases SET decided_at = opened_at", "case_missing", "contribution 2"),
        ("UPDATE rounds SET mark = 'restituito'", "unanswered", "contribution 1"),
        ("UPDATE ambiti SET chain_length = 2", "chain_cut", "ambito"),
        ("UPDATE ambiti SET supporters = 9", "count_wrong", "ambito"),
    ];
    for (sql, code, subject) in HANDS {
        for world in World::all().await.unwrap() {
            filled(&world).await;
            world.sound().await;
            execute(&world.fresh.db, sql, []).await.unwrap();
            let found = check::run(&world.services).await.unwrap();
            let named = found
                .iter()
                .any(|p| p.ambito == "prova" && p.code == code && p.subject.starts_with(subject));
            assert!(named, "{} {sql}: {found:#?}", world.fresh.kind);
        }
    }
}

/// A public need with a support and a comment, and one that waits.
async fn filled(world: &World) {
    let citizen = world.asking(world.citizen);
    world.need_by(&world.visitor(), "Uno").await;
    let mut secret = world.draft(NEED, "Due");
    secret.sensitive = true;
    submit(&world.services, &world.visitor(), secret, "").await.unwrap();
    supports::give(&world.services, &citizen, NEED, 1).await.unwrap();
    comments::submit(&world.services, &citizen, NEED, 1, &said("Vero.", None), "").await.unwrap();
}

#[tokio::test]
async fn events_can_not_be_changed_and_a_changed_one_is_named() {
    for world in World::all().await.unwrap() {
        filled(&world).await;
        for sql in ["UPDATE events SET role = 'P'", "DELETE FROM events"] {
            assert!(execute(&world.fresh.db, sql, []).await.is_err());
        }
        if world.fresh.kind == "sqlite" {
            // A hand that also takes the guard away.
            execute(&world.fresh.db, "DROP TRIGGER events_no_update", []).await.unwrap();
            execute(&world.fresh.db, "DROP TRIGGER events_no_delete", []).await.unwrap();
        } else {
            let drop = "DROP TRIGGER events_append_only ON events";
            execute(&world.fresh.db, drop, []).await.unwrap();
        }
        let change = "UPDATE events SET role = 'P' WHERE seq = 2";
        execute(&world.fresh.db, change, []).await.unwrap();
        let found = check::run(&world.services).await.unwrap();
        assert_eq!(found.len(), 1, "{found:#?}");
        assert_eq!((found[0].code, found[0].subject.as_str()), ("event_altered", "event 2"));
        execute(&world.fresh.db, "DELETE FROM events WHERE seq = 2", []).await.unwrap();
        let found = check::run(&world.services).await.unwrap();
        assert!(found.iter().any(|problem| problem.code == "chain_gap"));
    }
}
