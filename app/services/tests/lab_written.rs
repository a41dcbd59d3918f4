//! After a session: minutes, corrections by who was there, approval, report. Every story runs on
//! both databases.

#![allow(clippy::unwrap_used, reason = "a test that can't go on panics")]

use chrono::Duration;
use domain::events::{Details, Sealed, Subject};
use domain::faults::{Fault, Refusal};
use domain::forms::Fields;
use domain::ids::SessionId;
use domain::lab::{SessionAct, SessionState};
use domain::policy::{Facts, Operation, permit};
use domain::views::{MinutesReading, SessionMinutesPage};
use services::lab::{door, minutes, report};
use services::testing::{World, id, noon};
use services::{Asking, Declined};
use sha2::{Digest, Sha256};
use store::testing::{Value, execute, number};
use store::{chain, seals};
use uuid::Uuid;

const SESSION: i64 = 1;
const CODE: &str = "ABCDE-ABCDE-ABCDE-ABCD0";

fn session() -> SessionId {
    id(0x900)
}

fn refusal<T: std::fmt::Debug>(answer: Result<T, Declined>) -> Refusal {
    match answer {
        Err(Declined::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

fn faults<T: std::fmt::Debug>(answer: Result<T, Declined>) -> Vec<String> {
    match answer {
        Err(Declined::Invalid(faults)) => {
            faults.into_iter().map(|Fault { field, .. }| field).collect()
        }
        other => panic!("not invalid: {other:?}"),
    }
}

fn fields(pairs: &[(&str, &str)]) -> Fields {
    Fields::from_pairs(pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())))
}

/// A row that the room wrote, with the event that vouches for it.
async fn vouched(world: &World, what: Sealed, row: Uuid) {
    let ask = world.asking(world.facilitator);
    let facts = Facts::of(world.ambito);
    let leave = permit(&ask.actor, Operation::RunSession, &facts, ask.now).unwrap();
    let mut tx = world.services.begin(world.ambito).await.unwrap();
    let salt = world.services.chance.bytes();
    let sealed = seals::seal(&mut tx, &leave, what, row, &salt).await.unwrap();
    let details = Details { sealed, ..Details::default() };
    chain::append(&mut tx, &leave, Subject::Session, session().uuid(), &details).await.unwrap();
    tx.commit().await.unwrap();
}

async fn card(world: &World, number: i64, words: &str, quotable: bool, dots: i64) {
    let row = id::<Uuid>(0xa00 + u128::try_from(number).unwrap());
    let sql = "INSERT INTO lab_cards (id, ambito_id, session_id, number, token, words, assisted, \
        read_back, quotable, at, column_id, hidden, dots) \
        VALUES ($1, $2, $3, $4, 1, $5, $6, $6, $7, $8, $9, $6, $10)";
    let values = vec![
        Value::Id(row),
        Value::Id(world.ambito.uuid()),
        Value::Id(session().uuid()),
        Value::Number(number),
        Value::Text(words.to_owned()),
        Value::Bool(false),
        Value::Bool(quotable),
        Value::At(noon()),
        Value::Id(id(0x910)),
        Value::Number(dots),
    ];
    execute(&world.fresh.db, sql, values).await.unwrap();
    vouched(world, Sealed::Card, row).await;
}

/// Every world there is, with a session under way: five who came, one of them registered with an
/// account, three cards, dots counted.
async fn worlds() -> Vec<World> {
    let worlds = World::all().await.unwrap();
    for world in &worlds {
        let (ambito, of) = (Value::Id(world.ambito.uuid()), Value::Id(session().uuid()));
        let document = "{\"question\":\"Chi resta solo?\",\"steps\":[{\"minutes\":60,\
            \"title\":\"Cartoncini\"}],\"dots_each\":3}";
        let sql = "INSERT INTO lab_sessions (id, ambito_id, round_id, number, title, held_at, \
            place, present, document, state) \
            VALUES ($1, $2, $3, 1, 'Laboratorio 1', $4, 'Biblioteca', 5, $5, 'in_corso')";
        let values = vec![
            of.clone(),
            ambito.clone(),
            Value::Id(world.round.uuid()),
            Value::At(noon() - Duration::hours(3)),
            Value::Text(document.to_owned()),
        ];
        execute(&world.fresh.db, sql, values).await.unwrap();
        let plain = CODE.replace('-', "");
        for token in 1..=6_i64 {
            let code = if token == 1 { plain.clone() } else { format!("{token}") };
            let sql = "INSERT INTO lab_tokens (session_id, number, code_hash, printed_at, \
                arrived_at, walk_in) VALUES ($1, $2, $3, $4, $5, $6)";
            let arrived = if token < 6 { "" } else { "late" };
            let mut values = vec![
                of.clone(),
                Value::Number(token),
                Value::Bytes(Sha256::digest(code.as_bytes()).to_vec()),
                Value::At(noon()),
            ];
            let sql = if arrived.is_empty() {
                values.extend([Value::At(noon()), Value::Bool(token > 1)]);
                sql
            } else {
                values.push(Value::Bool(false));
                "INSERT INTO lab_tokens (session_id, number, code_hash, printed_at, walk_in) \
                 VALUES ($1, $2, $3, $4, $5)"
            };
            execute(&world.fresh.db, sql, values).await.unwrap();
        }
        let registration = Value::Id(id(0x920));
        let sql = "INSERT INTO lab_registrations (id, ambito_id, session_id, number, access, \
            code_hash, at, token) VALUES ($1, $2, $3, 1, '[]', $4, $5, 1)";
        let values = vec![
            registration.clone(),
            ambito.clone(),
            of.clone(),
            Value::Bytes(vec![7; 32]),
            Value::At(noon()),
        ];
        execute(&world.fresh.db, sql, values).await.unwrap();
        let sql = "INSERT INTO authorships (subject_id, ambito_id, person_id) VALUES ($1, $2, $3)";
        let person = Value::Id(world.citizen.uuid());
        execute(&world.fresh.db, sql, vec![registration, ambito, person]).await.unwrap();
        let sql = "INSERT INTO lab_columns (id, session_id, position, title) \
                   VALUES ($1, $2, 1, 'Soli in casa')";
        execute(&world.fresh.db, sql, vec![Value::Id(id(0x910)), of.clone()]).await.unwrap();
        card(world, 1, "Agosto senza nessuno", true, 9).await;
        card(world, 2, "Frazioni d'inverno", true, 4).await;
        card(world, 3, "Chi sa chi è solo?", false, 2).await;
        let sql = "INSERT INTO lab_dots (session_id, people, dots_each, blanks, at) \
                   VALUES ($1, 5, 3, 0, $2)";
        execute(&world.fresh.db, sql, vec![of, Value::At(noon())]).await.unwrap();
        vouched(world, Sealed::Dots, session().uuid()).await;
    }
    worlds
}

async fn read(world: &World, ask: &Asking, code: &str) -> SessionMinutesPage {
    minutes::page(&world.services, ask, SESSION, code).await.unwrap()
}

async fn write(world: &World, words: &str, why: &str, base: i64) -> Result<(), Declined> {
    let fields = fields(&[("words", words), ("why", why)]);
    minutes::write(&world.services, &world.asking(world.facilitator), SESSION, &fields, base).await
}

async fn correct(world: &World, ask: &Asking, code: &str, words: &str) -> Result<(), Declined> {
    let fields = fields(&[("token_code", code), ("correction", words), ("version", "1")]);
    minutes::correct(&world.services, ask, SESSION, &fields, &world.form_id()).await
}

/// Ended, written, sent.
async fn sent(world: &World) {
    let paolo = world.asking(world.facilitator);
    door::act(&world.services, &paolo, SESSION, SessionAct::End).await.unwrap();
    write(world, "Eravamo in cinque.", "", 0).await.unwrap();
    minutes::send(&world.services, &paolo, SESSION).await.unwrap();
}

/// Approved, eight days later.
async fn approved(world: &World) {
    sent(world).await;
    let late = world.later(&world.asking(world.facilitator), 8);
    minutes::approve(&world.services, &late, SESSION).await.unwrap();
}

#[tokio::test]
async fn a_session_ends_with_a_draft_of_its_minutes() {
    for world in worlds().await {
        let (services, paolo) = (&world.services, world.asking(world.facilitator));
        let early = write(&world, "Troppo presto, davvero", "", 0).await;
        let running = Refusal::SessionStands { state: SessionState::Running };
        assert_eq!(refusal(early), running);
        let visitor = world.visitor();
        assert_eq!(
            refusal(minutes::desk(services, &visitor, SESSION).await),
            Refusal::SignInNeeded
        );
        let citizen = world.asking(world.citizen);
        let not_theirs = door::act(services, &citizen, SESSION, SessionAct::End).await;
        assert_eq!(refusal(not_theirs), Refusal::NotYourRole);
        assert_eq!(read(&world, &visitor, "").await.reading, MinutesReading::NotYet);

        door::act(services, &paolo, SESSION, SessionAct::End).await.unwrap();
        let twice = door::act(services, &paolo, SESSION, SessionAct::End).await;
        assert!(matches!(refusal(twice), Refusal::SessionStands { .. }));
        let desk = minutes::desk(services, &paolo, SESSION).await.unwrap();
        assert_eq!(desk.session.state, SessionState::MinutesDraft);
        assert_eq!((desk.linked, desk.outline.columns[0].cards.len()), (1, 3));
        assert_eq!(desk.outline.dots.map(|dots| dots.people * dots.each), Some(15));
        let unwritten = minutes::send(services, &paolo, SESSION).await;
        assert_eq!(faults(unwritten), ["words"]);

        assert_eq!(faults(write(&world, "", "", 0).await), ["words"]);
        write(&world, "Eravamo in cinque.", "", 0).await.unwrap();
        write(&world, "Eravamo in cinque.", "", 0).await.unwrap();
        assert_eq!(faults(write(&world, "Eravamo in sei.", "", 1).await), ["why"]);
        let stale = write(&world, "Ne ho un'altra versione", "", 0).await;
        assert!(matches!(stale, Err(Declined::Stale { current: 1 })), "{stale:?}");
        write(&world, "Eravamo in cinque, più chi conduce.", "Mancava chi conduce", 1)
            .await
            .unwrap();
        let desk = minutes::desk(services, &paolo, SESSION).await.unwrap();
        assert_eq!(desk.versions.iter().map(|one| one.version).collect::<Vec<_>>(), [2, 1]);
        world.sound().await;
    }
}

#[tokio::test]
async fn who_was_there_reads_and_corrects_for_seven_days() {
    for world in worlds().await {
        let (services, visitor) = (&world.services, world.visitor());
        assert!(matches!(
            refusal(correct(&world, &visitor, CODE, "No").await),
            Refusal::SessionStands { .. }
        ));
        sent(&world).await;
        let paolo = world.asking(world.facilitator);
        assert_eq!(refusal(minutes::send(services, &paolo, SESSION).await), Refusal::AlreadyDone);
        let sql = "SELECT COUNT(*) FROM outbox WHERE kind = 'verbale_da_correggere'";
        assert_eq!(number(&world.fresh.db, sql, []).await.unwrap(), 1);

        // Who was not there reads that it is being read.
        let stranger = world.asking(world.neighbour);
        for ask in [&visitor, &stranger, &paolo] {
            let page = read(&world, ask, "").await;
            assert!(matches!(page.reading, MinutesReading::AskCode { .. }), "{page:?}");
        }
        let late_token = "6";
        for wrong in ["?", late_token, "ABCDE-ABCDE-ABCDE-ABCD1"] {
            let asked = minutes::page(services, &visitor, SESSION, wrong).await;
            assert_eq!(faults(asked), ["token_code"]);
        }
        let without = correct(&world, &visitor, "", "Non c'ero ma correggo").await;
        assert_eq!(refusal(without), Refusal::NotYours);
        assert_eq!(faults(correct(&world, &visitor, "x", "Altro").await), ["token_code"]);

        // By the code, in any case; by the account.
        let page = read(&world, &visitor, &CODE.to_lowercase()).await;
        assert!(matches!(page.reading, MinutesReading::Draft { may_correct: Ok(()), .. }));
        let nadia = world.asking(world.citizen);
        let page = read(&world, &nadia, "").await;
        assert!(matches!(page.reading, MinutesReading::Draft { .. }));
        assert_eq!(faults(correct(&world, &visitor, CODE, "").await), ["correction"]);
        correct(&world, &visitor, CODE, "Eravamo in sei, non in cinque.").await.unwrap();
        correct(&world, &nadia, "", "Manca la corriera delle 6.40.").await.unwrap();
        let tokens = "SELECT COUNT(*) FROM lab_corrections WHERE token = 1";
        assert_eq!(number(&world.fresh.db, tokens, []).await.unwrap(), 1);

        // The same form twice is one correction.
        let twice = fields(&[("token_code", CODE), ("correction", "Due volte la stessa")]);
        let form = world.form_id();
        for _ in 0..2 {
            minutes::correct(services, &visitor, SESSION, &twice, &form).await.unwrap();
        }
        assert_eq!(read(&world, &nadia, "").await.corrections.len(), 3);

        let after = world.later(&visitor, 7);
        assert!(matches!(
            refusal(correct(&world, &after, CODE, "Troppo tardi ormai").await),
            Refusal::CorrectionsOver { .. }
        ));
        world.sound().await;
    }
}

#[tokio::test]
async fn minutes_are_approved_after_the_days_with_every_answer() {
    for world in worlds().await {
        let (services, paolo) = (&world.services, world.asking(world.facilitator));
        sent(&world).await;
        let visitor = world.visitor();
        correct(&world, &visitor, CODE, "Eravamo in sei.").await.unwrap();
        let early = minutes::approve(services, &paolo, SESSION).await;
        let until = noon() + Duration::days(7);
        assert_eq!(refusal(early), Refusal::CorrectionsOpen { until });
        let late = world.later(&paolo, 7);
        let left = minutes::approve(services, &late, SESSION).await;
        assert_eq!(refusal(left), Refusal::CorrectionsLeft { left: 1 });
        let nowhere = minutes::answer(services, &paolo, SESSION, (9, true, "Sì")).await;
        assert!(matches!(nowhere, Err(Declined::NotFound)));
        minutes::answer(services, &paolo, SESSION, (1, true, "Hai ragione.")).await.unwrap();
        let again = minutes::answer(services, &paolo, SESSION, (1, false, "Anzi no")).await;
        assert_eq!(refusal(again), Refusal::AlreadyDone);
        let later = world.later(&paolo, 1);
        let desk = minutes::desk(services, &later, SESSION).await.unwrap();
        assert!(!desk.to_be_written() || desk.corrections[0].answer.is_some());
        assert!(desk.may_approve.is_err());
        minutes::approve(services, &late, SESSION).await.unwrap();
        let page = read(&world, &world.later(&visitor, 8), "").await;
        assert!(matches!(page.reading, MinutesReading::Approved { .. }));
        let answer = page.corrections[0].answer.clone().unwrap();
        assert!(answer.taken && answer.reason == "Hai ragione.");
        let over = write(&world, "Ora è tardi davvero", "Perché", 1).await;
        assert!(matches!(refusal(over), Refusal::SessionStands { .. }));
        world.sound().await;
    }
}

async fn told(world: &World, ask: &Asking) -> Option<domain::views::SessionTold> {
    let mut snapshot = world.services.look().await.unwrap();
    let of = store::lab::by_number(&mut snapshot, ask.ambito, SESSION).await.unwrap().unwrap();
    minutes::told(&mut snapshot, ask, &of).await.unwrap()
}

#[tokio::test]
async fn a_session_is_given_back_with_a_report() {
    for world in worlds().await {
        let (services, visitor) = (&world.services, world.visitor());
        let paolo = world.asking(world.facilitator);
        assert_eq!(told(&world, &visitor).await, None, "nothing before the approval");
        let form = |quotes: &[&'static str]| {
            let mut pairs = vec![("learned", "Nessuno sapeva"), ("changes", "Due telefonate")];
            pairs.extend(quotes.iter().map(|card| ("quote", *card)));
            fields(&pairs)
        };
        let early = report::write(services, &paolo, SESSION, &form(&[]), 0).await;
        assert!(matches!(refusal(early), Refusal::SessionStands { .. }));
        approved(&world).await;
        let before = told(&world, &visitor).await.unwrap();
        assert_eq!((before.report, before.columns[0].cards.len()), (None, 3));
        assert_eq!(before.numbers.present, domain::suppression::Shown::Exactly(5));
        assert_eq!(before.dots_elsewhere, 0);

        let empty = report::give_back(services, &paolo, SESSION).await;
        assert_eq!(faults(empty), ["learned"]);
        let not_cleared = report::write(services, &paolo, SESSION, &form(&["3"]), 0).await;
        assert_eq!(faults(not_cleared), ["quote"]);
        report::write(services, &paolo, SESSION, &form(&["1", "2"]), 0).await.unwrap();
        let stale = report::write(services, &paolo, SESSION, &form(&["1"]), 0).await;
        assert!(matches!(stale, Err(Declined::Stale { current: 1 })));
        assert_eq!(told(&world, &visitor).await.unwrap().report, None, "not given back yet");
        report::give_back(services, &paolo, SESSION).await.unwrap();
        let shown = told(&world, &visitor).await.unwrap().report.unwrap();
        assert_eq!((shown.quotations.len(), shown.taken_back), (2, 0));

        // Taken back: the quotation is gone at once, and that is told.
        let citizen = world.asking(world.citizen);
        let not_theirs = report::end_quoting(services, &citizen, SESSION, (1, false)).await;
        assert_eq!(refusal(not_theirs), Refusal::NotYourRole);
        report::end_quoting(services, &paolo, SESSION, (1, false)).await.unwrap();
        let again = report::end_quoting(services, &paolo, SESSION, (1, false)).await;
        assert_eq!(refusal(again), Refusal::AlreadyDone);
        let all = told(&world, &visitor).await.unwrap();
        let shown = all.report.unwrap();
        assert_eq!(shown.quotations, [(2, "Frazioni d'inverno".to_owned())]);
        assert_eq!((shown.taken_back, all.columns[0].cards.len()), (1, 3));
        let quoted = report::write(services, &paolo, SESSION, &form(&["1"]), 1).await;
        assert_eq!(faults(quoted), ["quote"]);
        report::end_quoting(services, &paolo, SESSION, (1, true)).await.unwrap();
        let all = told(&world, &visitor).await.unwrap();
        assert_eq!((all.columns[0].cards.len(), all.dots_elsewhere), (2, 9));
        let unknown = report::end_quoting(services, &paolo, SESSION, (3, false)).await;
        assert!(matches!(unknown, Err(Declined::NotFound)));
        world.sound().await;
    }
}

#[tokio::test]
async fn a_hand_in_the_tables_is_noticed() {
    for world in worlds().await {
        approved(&world).await;
        for (sql, wrong) in [
            ("UPDATE lab_sessions SET present = 4", "lab_miscounted"),
            ("UPDATE lab_cards SET dots = 10 WHERE number = 1", "lab_dots_wrong"),
            ("UPDATE lab_sessions SET state = 'restituita'", "lab_wrong"),
        ] {
            let before = services::check::run(&world.services).await.unwrap();
            let found = |problems: &[services::check::Problem]| {
                problems.iter().filter(|one| one.code == wrong).count()
            };
            execute(&world.fresh.db, sql, vec![]).await.unwrap();
            let after = services::check::run(&world.services).await.unwrap();
            assert_eq!(found(&after), found(&before) + 1, "{sql}: {after:?}");
        }
    }
}
