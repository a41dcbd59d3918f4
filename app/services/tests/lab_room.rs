//! In the room of a session: cards, the wall, dots, photographs, and cards that become voices; on
//! every kind of database.

#![allow(clippy::unwrap_used, reason = "a test that can't go on fails")]

use domain::contributions::{Kind, Standing};
use domain::faults::{Fault, Refusal, What};
use domain::forms::{Fields, FormState};
use domain::ids::SessionId;
use domain::lab::SessionState;
use domain::lab::mix::Came;
use domain::lab::plan::{SessionPlan, Step};
use domain::policy::{Facts, Operation, permit};
use services::lab::room::{self, Arranged, Dotted, Drawn};
use services::testing::{World, id, noon};
use services::{Asking, Declined, receipts};
use sha2::{Digest, Sha256};
use store::testing::{Value, execute, text};

const SESSION: i64 = 1;

async fn worlds() -> Vec<World> {
    World::all().await.unwrap()
}

fn fields(pairs: &[(&str, &str)]) -> Fields {
    Fields::from_pairs(pairs.iter().map(|&(name, value)| (name.to_owned(), value.to_owned())))
}

fn refusal<T: std::fmt::Debug>(result: Result<T, Declined>) -> Refusal {
    match result {
        Err(Declined::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    }
}

fn faults<T: std::fmt::Debug>(result: Result<T, Declined>) -> Vec<Fault> {
    match result {
        Err(Declined::Invalid(faults)) => faults,
        other => panic!("{other:?}"),
    }
}

/// A session in this state with two people in it, tokens 1 and 2, and token 3 not handed out.
async fn session(world: &World, state: SessionState) -> Asking {
    let ask = world.asking(world.facilitator);
    let mut tx = world.services.db.write().await.unwrap();
    store::chain::lock(&mut tx, world.ambito).await.unwrap();
    let rounds = store::voices::rounds(&mut tx, world.ambito).await.unwrap();
    let facts = Facts::within(world.ambito, &rounds[0].round);
    let prepare = permit(&ask.actor, Operation::PrepareSession, &facts, ask.now).unwrap();
    let run = permit(&ask.actor, Operation::RunSession, &facts, ask.now).unwrap();
    let plan = SessionPlan {
        question: "Che cosa manca a chi resta solo?".into(),
        steps: vec![Step { minutes: 90, title: "Cartoncini".into(), ..Step::default() }],
        dots_each: 3,
        dots_most: 3,
        ..SessionPlan::default()
    };
    let which: SessionId = id(0x700);
    let new = store::lab::NewSession {
        round: world.round,
        title: "Laboratorio 1",
        place: "Prova",
        starts: noon(),
        plan: &plan,
    };
    store::lab::prepare(&mut tx, &prepare, which, &new).await.unwrap();
    let tokens: Vec<(i64, [u8; 32])> =
        (1..=3).map(|number| (number, Sha256::digest(code(number).as_bytes()).into())).collect();
    store::lab::print_tokens(&mut tx, &prepare, which, &tokens).await.unwrap();
    for token in [1, 2] {
        let came = Came::default();
        store::lab::arrive(&mut tx, &run, which, token, &came, None).await.unwrap();
    }
    store::lab::stand(&mut tx, &run, which, state).await.unwrap();
    tx.commit().await.unwrap();
    ask
}

/// The code on a token.
fn code(token: i64) -> String {
    format!("{token:0>20}")
}

async fn write(world: &World, ask: &Asking, words: &str, token: &str) -> i64 {
    let sent = fields(&[("card", words), ("card_token", token)]);
    room::write_card(&world.services, ask, SESSION, &sent, &world.form_id()).await.unwrap()
}

async fn arrange(world: &World, ask: &Asking, pairs: &[(&str, &str)]) -> Arranged {
    room::arrange(&world.services, ask, SESSION, &fields(pairs)).await.unwrap()
}

fn told(room: &domain::views::SessionRoom) -> Vec<(String, Vec<i64>)> {
    let numbers = |cards: &[domain::views::RoomCard]| cards.iter().map(|one| one.number).collect();
    room.columns.iter().map(|one| (one.title.clone(), numbers(&one.cards))).collect()
}

#[tokio::test]
async fn a_card_is_written_once_by_who_runs_a_session_that_is_under_way() {
    for world in worlds().await {
        let ask = session(&world, SessionState::Running).await;
        let services = &world.services;
        let form = FormState {
            fields: fields(&[("card", "Manca il bus la sera"), ("card_token", "2")]),
            id: world.form_id(),
            ..FormState::default()
        };
        for _ in 0..2 {
            let number =
                room::write_card(services, &ask, SESSION, &form.fields, &form.sending()).await;
            assert_eq!(number.unwrap(), 1, "a second sending is the same card");
        }
        assert_eq!(write(&world, &ask, "Nessuno passa a trovarla", "").await, 2);
        let other = fields(&[("card", "Altro"), ("card_token", "3")]);
        let stray = room::write_card(services, &ask, SESSION, &other, "").await;
        assert_eq!(faults(stray), [Fault::new("card_token", What::NotAChoice)]);
        let words = "parola ".repeat(16);
        let long = fields(&[("card", &words)]);
        let long = room::write_card(services, &ask, SESSION, &long, "").await;
        let what = What::TooMany { most: 15, found: 16 };
        assert_eq!(faults(long), [Fault::new("card", what)]);

        for who in [world.citizen, world.office, world.moderator] {
            let ask = world.asking(who);
            let not = room::write_card(services, &ask, SESSION, &form.fields, "").await;
            assert_eq!(refusal(not), Refusal::NotYourRole);
            let page = room::page(services, &ask, SESSION).await;
            assert_eq!(refusal(page), Refusal::NotYourRole);
        }
        let nobody = room::page(services, &world.visitor(), SESSION).await;
        assert_eq!(refusal(nobody), Refusal::SignInNeeded);

        let page = room::page(services, &ask, SESSION).await.unwrap();
        assert_eq!((page.cards, page.arrived), (2, 2));
        assert_eq!(page.last, Some((2, "Nessuno passa a trovarla".to_owned())));
        assert_eq!(told(&page), [(String::new(), vec![1, 2])]);
        // The chain vouches for the card: what a hand changes is named.
        world.sound().await;
        let kept = execute(
            &world.fresh.db,
            "UPDATE lab_cards SET words = 'Altro' WHERE number = $1",
            [Value::Number(1)],
        );
        assert!(kept.await.is_err(), "the words of a card stay");
        world.sound().await;
    }
}

#[tokio::test]
async fn cards_belong_to_a_session_under_way() {
    for world in worlds().await {
        let ask = session(&world, SessionState::Registering).await;
        let sent = fields(&[("card", "Troppo presto")]);
        let early = room::write_card(&world.services, &ask, SESSION, &sent, "").await;
        let stands = Refusal::SessionStands { state: SessionState::Registering };
        assert_eq!(refusal(early), stands);
        let page = room::page(&world.services, &ask, SESSION).await.unwrap();
        assert_eq!((page.may_run, page.may_hide), (Err(stands.clone()), Err(stands)));
        let gone = room::page(&world.services, &ask, 9).await;
        assert!(matches!(gone, Err(Declined::NotFound)));
    }
}

#[tokio::test]
async fn the_wall_is_arranged_and_everything_is_undone() {
    for world in worlds().await {
        let ask = session(&world, SessionState::Running).await;
        let services = &world.services;
        for words in ["Il bus la sera", "Un bus dopo le otto", "Chi passa a trovarla", "Soldi"] {
            write(&world, &ask, words, "").await;
        }
        for title in ["Trasporti", "Chi resta solo"] {
            let added =
                arrange(&world, &ask, &[("act", "column_new"), ("column_title", title)]).await;
            assert_eq!(added, Arranged::Columns);
        }
        let again = fields(&[("act", "column_new"), ("column_title", "trasporti")]);
        let again = room::arrange(services, &ask, SESSION, &again).await;
        assert_eq!(faults(again), [Fault::new("column_title", What::Taken)]);
        arrange(&world, &ask, &[("act", "move"), ("c", "1"), ("c", "2"), ("column", "1")]).await;
        arrange(&world, &ask, &[("act", "move"), ("c", "3"), ("column", "2")]).await;
        let page = room::page(services, &ask, SESSION).await.unwrap();
        let column = |title: &str, cards: &[i64]| (title.to_owned(), cards.to_vec());
        let stood =
            [column("", &[4]), column("Trasporti", &[1, 2]), column("Chi resta solo", &[3])];
        assert_eq!(told(&page), stood);

        // The same thing twice: one stands behind the other, and nothing is lost.
        arrange(&world, &ask, &[("act", "same"), ("c", "2"), ("front", "1")]).await;
        let page = room::page(services, &ask, SESSION).await.unwrap();
        assert_eq!(told(&page)[1], column("Trasporti", &[1]));
        assert_eq!(page.columns[1].cards[0].with[0].words, "Un bus dopo le otto");
        // Behind one that is behind: all stand behind the one in front.
        arrange(&world, &ask, &[("act", "same"), ("c", "4"), ("front", "2")]).await;
        arrange(&world, &ask, &[("act", "same"), ("c", "1"), ("front", "3")]).await;
        let page = room::page(services, &ask, SESSION).await.unwrap();
        let with: Vec<i64> = page.columns[2].cards[0].with.iter().map(|one| one.number).collect();
        assert_eq!(with, [1, 2, 4]);
        let itself = fields(&[("act", "same"), ("c", "3"), ("front", "4")]);
        let itself = room::arrange(services, &ask, SESSION, &itself).await;
        assert_eq!(faults(itself), [Fault::new("front", What::Repeated)]);
        arrange(&world, &ask, &[("act", "apart"), ("c", "1"), ("c", "2"), ("c", "4")]).await;
        arrange(&world, &ask, &[("act", "move"), ("c", "4"), ("column", "0")]).await;
        arrange(&world, &ask, &[("act", "move"), ("c", "1"), ("c", "2"), ("column", "1")]).await;
        assert_eq!(told(&room::page(services, &ask, SESSION).await.unwrap()), stood);

        // Off the wall with one press, and back; a citizen can't.
        assert_eq!(arrange(&world, &ask, &[("hide", "4")]).await, Arranged::Hidden);
        let page = room::page(services, &ask, SESSION).await.unwrap();
        assert_eq!((told(&page)[0].1.len(), page.hidden[0].number), (0, 4));
        let wall = room::projector(services, &ask, SESSION).await.unwrap();
        assert!(!format!("{wall:?}").contains("Soldi"));
        assert_eq!(arrange(&world, &ask, &[("show", "4")]).await, Arranged::Shown);
        assert_eq!(told(&room::page(services, &ask, SESSION).await.unwrap()), stood);
        let citizen = world.asking(world.citizen);
        let not = room::arrange(services, &citizen, SESSION, &fields(&[("hide", "4")])).await;
        assert_eq!(refusal(not), Refusal::NotYourRole);

        // Columns change places, are renamed and removed; their cards stay.
        arrange(&world, &ask, &[("act", "earlier"), ("which", "2")]).await;
        arrange(&world, &ask, &[("act", "rename"), ("which", "1"), ("title-1", "Soli")]).await;
        arrange(&world, &ask, &[("act", "remove"), ("which", "2")]).await;
        let page = room::page(services, &ask, SESSION).await.unwrap();
        assert_eq!(told(&page), [column("", &[1, 2, 4]), column("Soli", &[3])]);

        // The projector, covered at once.
        assert_eq!(arrange(&world, &ask, &[("act", "cover")]).await, Arranged::Covered);
        let wall = room::projector(services, &ask, SESSION).await.unwrap();
        assert!(wall.covered && wall.columns.is_empty());
        assert_eq!(arrange(&world, &ask, &[("act", "uncover")]).await, Arranged::Uncovered);
        assert!(!room::projector(services, &ask, SESSION).await.unwrap().covered);

        let none = room::arrange(services, &ask, SESSION, &fields(&[("act", "move")])).await;
        assert_eq!(faults(none), [Fault::new("c", What::TooFew { least: 1 })]);
        let lost = fields(&[("act", "move"), ("c", "99"), ("column", "0")]);
        let lost = room::arrange(services, &ask, SESSION, &lost).await;
        assert!(matches!(lost, Err(Declined::NotFound)));
        world.sound().await;
    }
}

#[tokio::test]
async fn dots_are_counted_on_a_frozen_wall_and_must_add_up() {
    for world in worlds().await {
        let ask = session(&world, SessionState::Running).await;
        let services = &world.services;
        let act = |pairs: &'static [(&'static str, &'static str)]| {
            let (ask, pairs) = (ask.clone(), fields(pairs));
            async move { room::dots(services, &ask, SESSION, &pairs).await }
        };
        let empty = faults(act(&[("do", "freeze")]).await);
        assert_eq!(empty, [Fault::new("cards", What::TooFew { least: 1 })]);
        write(&world, &ask, "Il bus la sera", "1").await;
        write(&world, &ask, "Chi passa a trovarla", "2").await;
        let early = act(&[("do", "count"), ("people", "2"), ("blanks", "6")]).await;
        assert_eq!(refusal(early), Refusal::NotOpened);
        assert_eq!(act(&[("do", "freeze")]).await.unwrap(), Dotted::Frozen);
        let sent = fields(&[("card", "Tardi")]);
        let late = room::write_card(services, &ask, SESSION, &sent, "").await;
        assert_eq!(refusal(late), Refusal::WallFrozen);
        let moved = fields(&[("act", "move"), ("c", "1"), ("column", "0")]);
        let moved = room::arrange(services, &ask, SESSION, &moved).await;
        assert_eq!(refusal(moved), Refusal::WallFrozen);
        // What must not be read there comes off all the same.
        arrange(&world, &ask, &[("hide", "2")]).await;
        arrange(&world, &ask, &[("show", "2")]).await;

        let seven = &[
            ("do", "count"),
            ("people", "2"),
            ("total-1", "4"),
            ("total-2", "2"),
            ("blanks", "1"),
        ];
        let what = What::DoesNotAddUp { expected: 6, found: 7 };
        assert_eq!(faults(act(seven).await), [Fault::new("totals", what)]);
        let six = &[
            ("do", "count"),
            ("people", "2"),
            ("total-1", "4"),
            ("total-2", "1"),
            ("blanks", "1"),
        ];
        assert_eq!(act(six).await.unwrap(), Dotted::Counted);
        let page = room::dots_page(services, &ask, SESSION).await.unwrap();
        let count = page.count.unwrap();
        assert_eq!((count.people, count.each, count.blanks), (2, 3, 1));
        assert_eq!(page.cards[0].dots, Some(4));
        // Nobody else reads them: not on the projector, not by asking.
        let wall = room::projector(services, &ask, SESSION).await.unwrap();
        assert!(wall.columns[0].cards.iter().all(|card| card.dots.is_none()));
        let citizen = room::dots_page(services, &world.asking(world.citizen), SESSION).await;
        assert_eq!(refusal(citizen), Refusal::NotYourRole);
        world.sound().await;
        // Typed anew, and thrown away when the wall is opened again.
        let other = &[
            ("do", "count"),
            ("people", "2"),
            ("total-1", "3"),
            ("total-2", "3"),
            ("blanks", "0"),
        ];
        assert_eq!(act(other).await.unwrap(), Dotted::Counted);
        world.sound().await;
        assert_eq!(act(&[("do", "unfreeze")]).await.unwrap(), Dotted::Unfrozen);
        let page = room::dots_page(services, &ask, SESSION).await.unwrap();
        assert!(page.count.is_none() && page.cards.iter().all(|card| card.dots.is_none()));
        write(&world, &ask, "Adesso sì", "").await;
        world.sound().await;
        assert_eq!(act(&[("do", "freeze")]).await.unwrap(), Dotted::Frozen);
        assert_eq!(act(other).await.unwrap(), Dotted::Counted);
        let sql = "UPDATE lab_cards SET dots = 9 WHERE number = 1";
        execute(&world.fresh.db, sql, []).await.unwrap();
        let problems = services::check::run(services).await.unwrap();
        let problems = format!("{problems:?}");
        assert!(
            problems.contains("text_altered") && problems.contains("lab_dots_wrong"),
            "{problems}"
        );
    }
}

fn voice<'a>(kind: &'a str, policy: &'a str, cards: &[&'a str]) -> Fields {
    let mut pairs = vec![
        ("kind", kind),
        ("title", "Il bus della sera"),
        ("body", "Manca il bus la sera: chi lavora fino alle otto torna a casa a piedi."),
        ("policy", policy),
        ("municipality", "PRV"),
        ("language", "it"),
    ];
    pairs.extend(cards.iter().map(|card| ("c", *card)));
    fields(&pairs)
}

#[tokio::test]
async fn cards_become_voices_and_stay_as_they_were() {
    for world in worlds().await {
        let ask = session(&world, SessionState::Running).await;
        let services = &world.services;
        for (words, token) in
            [("Il bus la sera", "1"), ("Un bus dopo le otto", "1"), ("La badante", "2")]
        {
            write(&world, &ask, words, token).await;
        }
        let form = world.form_id();
        let sent = voice("bisogno", "1.1", &["1", "2"]);
        for _ in 0..2 {
            let made = room::take_up(services, &ask, SESSION, &sent, &form).await.unwrap();
            assert_eq!(made, (Kind::Need, 1, Standing::Published));
        }
        let page = room::page(services, &ask, SESSION).await.unwrap();
        let first = &page.columns[0].cards[0];
        assert_eq!((first.words.as_str(), first.taken), ("Il bus la sera", true));
        assert_eq!(first.became.as_ref().unwrap().number, 1);
        let twice = voice("bisogno", "1.1", &["2", "3"]);
        let twice = room::take_up(services, &ask, SESSION, &twice, "").await;
        assert_eq!(faults(twice), [Fault::new("c", What::Taken)]);
        let offered = fields(&[("c", "1"), ("c", "3")]);
        let offered = room::taking_up(services, &ask, SESSION, &offered).await.unwrap();
        assert_eq!((offered.taken, offered.cards[0].number), (vec![1], 3));

        // As everywhere: a sensitive policy waits for a moderator, and faults are told.
        let sensitive = voice("bisogno", "1.4", &["3"]);
        let made = room::take_up(services, &ask, SESSION, &sensitive, "").await.unwrap();
        assert_eq!(made, (Kind::Need, 2, Standing::InModeration));
        write(&world, &ask, "Altro", "").await;
        let mut short = voice("bisogno", "1.1", &["4"]);
        short.set("body", "Poche parole");
        let short = room::take_up(services, &ask, SESSION, &short, "").await;
        assert_eq!(faults(short), [Fault::new("body", What::TooFewWords { least: 10 })]);
        let visitor = world.visitor();
        let view = services::contributions::page(services, &visitor, Kind::Need, 1).await.unwrap();
        let said = view.said.unwrap();
        assert_eq!((said.session, said.cards), (SESSION, vec![1, 2]));
        let channel = text(
            &world.fresh.db,
            "SELECT channel || CASE WHEN byline IS NULL THEN '' ELSE '!' END \
             FROM contributions WHERE number = $1",
            [Value::Number(1)],
        );
        assert_eq!(channel.await.unwrap().as_deref(), Some("community_lab"));

        // Who holds token 1 follows it with its code.
        let followed = receipts::follow(services, &world.visitor(), &code(1)).await.unwrap();
        assert_eq!(followed.contribution.number, 1);
        let other = receipts::follow(services, &world.visitor(), &code(3)).await;
        assert_eq!(faults(other), [Fault::new("code", What::UnknownCode)]);

        let citizen = world.asking(world.citizen);
        let not = voice("bisogno", "1.1", &["4"]);
        let not = room::take_up(services, &citizen, SESSION, &not, "").await;
        assert_eq!(refusal(not), Refusal::NotYourRole);
        world.mark_round("in_sintesi").await.unwrap();
        let closed = voice("bisogno", "1.1", &["4"]);
        let closed = room::take_up(services, &ask, SESSION, &closed, "").await;
        assert!(matches!(refusal(closed), Refusal::Closed { .. }));
        world.sound().await;
    }
}

#[tokio::test]
async fn photographs_are_for_who_runs_the_session_until_the_minutes_are_approved() {
    for world in worlds().await {
        let ask = session(&world, SessionState::Running).await;
        let services = &world.services;
        let drawn = Drawn { jpeg: vec![0xFF, 0xD8, 0xFF], width: 16, height: 9 };
        let form = world.form_id();
        let said = fields(&[("alt", "Tre colonne di cartoncini"), ("recognisable", "1")]);
        let bare = room::add_photo(services, &ask, SESSION, &fields(&[]), &drawn, &form).await;
        assert_eq!(faults(bare).len(), 2);
        for _ in 0..2 {
            room::add_photo(services, &ask, SESSION, &said, &drawn, &form).await.unwrap();
        }
        let page = room::photos_page(services, &ask, SESSION).await.unwrap();
        assert_eq!((page.photos.len(), page.public), (1, false));
        assert_eq!(room::photo(services, &ask, SESSION, 1).await.unwrap().0, drawn.jpeg);
        for other in [world.visitor(), world.asking(world.citizen)] {
            let hidden = room::photo(services, &other, SESSION, 1).await;
            assert!(matches!(hidden, Err(Declined::NotFound)));
        }
        let stands = |state: SessionState| {
            let sql = "UPDATE lab_sessions SET state = $1";
            execute(&world.fresh.db, sql, [Value::Text(state.code().into())])
        };
        stands(SessionState::MinutesApproved).await.unwrap();
        let (jpeg, public) = room::photo(services, &world.visitor(), SESSION, 1).await.unwrap();
        assert!(public && jpeg == drawn.jpeg);
        room::remove_photo(services, &ask, SESSION, 1).await.unwrap();
        assert!(room::photo(services, &ask, SESSION, 1).await.is_err());
        // By hand it was approved without any minutes, which the check would say.
        stands(SessionState::Running).await.unwrap();
        world.sound().await;
    }
}
