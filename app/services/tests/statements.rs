//! Statements of a consultation: one vote a person, seen by nobody before the synthesis, cut when the
//! round is given back; and the groups that the exported file gives again.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use domain::contributions::Kind;
use domain::faults::{Refusal, What};
use domain::opinions::picture::{Picture, picture};
use domain::opinions::{self, Stance};
use domain::people::{Actor, Grant, IdentityLevel, Role};
use domain::rounds::RoundState;
use domain::statements::{StatementDraft, WithdrawnWhy};
use domain::suppression::Shown;
use domain::views::{Groups, RoundAct};
use services::testing::{World, id, noon};
use services::voices::{self, Whose};
use services::{Asking, Declined, round_acts, rounds, statements};
use store::testing::{Value, execute, number};

/// Another verified citizen, by number.
async fn somebody(world: &World, n: u128) -> Asking {
    execute(
        &world.fresh.db,
        "INSERT INTO people (id, level, language, created_at) VALUES ($1, 'L2', 'it', $2) \
         ON CONFLICT (id) DO NOTHING",
        vec![Value::Id(id(0x1000 + n)), Value::At(noon())],
    )
    .await
    .unwrap();
    let grant = Grant { role: Role::VerifiedCitizen, body: None, organisation: None };
    let person = id(0x1000 + n);
    let actor = Actor::Person { id: person, level: IdentityLevel::L2, grants: vec![grant] };
    Asking { ambito: world.ambito, actor, now: noon() }
}

fn draft(text: &str) -> StatementDraft {
    StatementDraft { text: text.to_owned(), source: None }
}

async fn added(world: &World, texts: &[&str]) {
    let paolo = world.asking(world.facilitator);
    for text in texts {
        statements::add(&world.services, &paolo, 1, &draft(text), &world.form_id()).await.unwrap();
    }
}

fn refusal<T: std::fmt::Debug>(asked: Result<T, Declined>) -> Refusal {
    match asked {
        Err(Declined::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

/// Starts the synthesis, after the round has closed.
async fn synthesis(world: &World) -> Asking {
    let office = world.later(&world.asking(world.office), 6);
    round_acts::act(&world.services, &office, 1, RoundAct::StartSynthesis, "").await.unwrap();
    office
}

async fn votes(world: &World) -> i64 {
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) FROM statement_votes";
    number(&world.fresh.db, sql, []).await.unwrap()
}

#[tokio::test]
async fn one_vote_a_person_changed_and_taken_back_while_the_round_is_open() {
    for world in World::all().await.unwrap() {
        let s = &world.services;
        added(&world, &["Il sabato il centro è aperto", "Il bus passa la sera"]).await;
        let nadia = world.asking(world.citizen);
        statements::vote(s, &nadia, 1, 1, Stance::Agree).await.unwrap();
        statements::vote(s, &nadia, 1, 1, Stance::Disagree).await.unwrap();
        statements::vote(s, &nadia, 1, 2, Stance::Pass).await.unwrap();
        assert_eq!(votes(&world).await, 2);
        let mine = async |ask: &Asking| {
            let mut page = statements::page(s, ask, 1).await.unwrap().statements;
            page.sort_by_key(|one| one.number);
            page.iter().map(|one| one.mine).collect::<Vec<_>>()
        };
        assert_eq!(mine(&nadia).await, [Some(Stance::Disagree), Some(Stance::Pass)]);
        assert_eq!(mine(&world.asking(world.neighbour)).await, [None, None]);
        statements::take_back(s, &nadia, 1, 2).await.unwrap();
        statements::take_back(s, &nadia, 1, 2).await.unwrap();
        assert_eq!(mine(&nadia).await, [Some(Stance::Disagree), None]);

        // Level and role are those of a support.
        let visitor = statements::vote(s, &world.visitor(), 1, 1, Stance::Agree).await;
        assert_eq!(refusal(visitor), Refusal::SignInNeeded);
        let newcomer = world.asking(world.newcomer);
        let newcomer = statements::vote(s, &newcomer, 1, 1, Stance::Agree).await;
        assert!(matches!(refusal(newcomer), Refusal::LevelTooLow { .. }));
        let paolo = world.asking(world.facilitator);
        let paolo = statements::vote(s, &paolo, 1, 1, Stance::Agree).await;
        assert_eq!(refusal(paolo), Refusal::NotYourRole);
        assert!(matches!(
            statements::vote(s, &nadia, 1, 9, Stance::Agree).await,
            Err(Declined::NotFound)
        ));

        // Not after closing, neither to change nor to take back.
        let late = world.later(&nadia, 6);
        let changed = statements::vote(s, &late, 1, 1, Stance::Agree).await;
        assert!(matches!(refusal(changed), Refusal::Closed { .. }));
        let taken = statements::take_back(s, &late, 1, 1).await;
        assert!(matches!(refusal(taken), Refusal::Closed { .. }));
        assert_eq!(votes(&world).await, 1);
        world.sound().await;
    }
}

#[tokio::test]
async fn nobody_sees_how_others_vote_before_the_synthesis() {
    for world in World::all().await.unwrap() {
        let s = &world.services;
        added(&world, &["Il sabato il centro è aperto"]).await;
        for n in 0..40 {
            let ask = somebody(&world, n).await;
            let stance = if n < 33 { Stance::Agree } else { Stance::Disagree };
            statements::vote(s, &ask, 1, 1, stance).await.unwrap();
        }
        for days in [0, 6] {
            for ask in [
                world.visitor(),
                world.asking(world.citizen),
                world.asking(world.facilitator),
                world.asking(world.office),
                world.asking(world.admin),
            ] {
                let ask = world.later(&ask, days);
                let page = statements::page(s, &ask, 1).await.unwrap();
                assert!(page.results.is_none());
                assert!(page.statements.iter().all(|one| one.said.is_none()));
                let json = serde_json::to_string(&page).unwrap();
                assert!(!json.contains("33") && !json.contains("40"), "{json}");
                let file = statements::export(s, &ask, 1).await;
                assert!(matches!(file, Err(Declined::NotFound)));
            }
        }
        // Nothing in the record of events tells who voted or what.
        let told = "SELECT CAST(COUNT(*) AS BIGINT) FROM events \
            WHERE operation = 'vote_on_statement' AND details <> '{}'";
        assert_eq!(number(&world.fresh.db, told, []).await.unwrap(), 0);
        let office = synthesis(&world).await;
        let page = statements::page(s, &office, 1).await.unwrap();
        assert_eq!(page.results.as_ref().unwrap().participants, Some(40));
        let said = page.statements[0].said.unwrap();
        assert_eq!((said.agree, said.disagree), (Shown::Exactly(33), Shown::Exactly(7)));
        // Nobody passed, and it looks like four.
        assert_eq!(said.pass, Shown::Few);
        world.sound().await;
    }
}

#[tokio::test]
async fn below_thirty_there_are_counts_and_no_file() {
    for world in World::all().await.unwrap() {
        let s = &world.services;
        added(&world, &["Il sabato il centro è aperto"]).await;
        for n in 0..29 {
            statements::vote(s, &somebody(&world, n).await, 1, 1, Stance::Agree).await.unwrap();
        }
        let office = synthesis(&world).await;
        let page = statements::page(s, &office, 1).await.unwrap();
        let results = page.results.unwrap();
        assert_eq!(results.participants, None);
        assert_eq!((results.groups, results.exported), (Groups::TooFew, false));
        assert_eq!(page.statements[0].said.unwrap().agree, Shown::Exactly(29));
        assert!(matches!(statements::export(s, &office, 1).await, Err(Declined::NotFound)));
        world.sound().await;
    }
}

/// Two sides of so many each on eight statements, with some who waver.
async fn two_sides(world: &World, each: u128) {
    let texts: Vec<String> = (1..=8).map(|n| format!("Affermazione numero {n} di prova")).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    added(world, &texts).await;
    for n in 0..2 * each {
        let ask = somebody(world, n).await;
        for statement in 1..=8_i64 {
            let side = n.is_multiple_of(2);
            let stance = match statement {
                // All agree on the first; a few pass on any.
                1 => Stance::Agree,
                _ if (n as i64 * 7 + statement * 3) % 11 == 0 => Stance::Pass,
                _ if side == (statement % 2 == 0) => Stance::Agree,
                _ => Stance::Disagree,
            };
            statements::vote(&world.services, &ask, 1, statement, stance).await.unwrap();
        }
    }
}

fn drawn(groups: &Groups) -> &Picture {
    match groups {
        Groups::Drawn(picture) => picture,
        other => panic!("not drawn: {other:?}"),
    }
}

#[tokio::test]
async fn groups_are_those_of_the_exported_file_and_outlive_the_keys() {
    for world in World::all().await.unwrap() {
        let s = &world.services;
        two_sides(&world, 20).await;
        assert_eq!(votes(&world).await, 320);
        let office = synthesis(&world).await;
        let page = statements::page(s, &office, 1).await.unwrap();
        let results = page.results.as_ref().unwrap();
        let shown = drawn(&results.groups);
        let sizes: Vec<Shown> = shown.groups.iter().map(|group| group.people).collect();
        assert_eq!(sizes, [Shown::Exactly(20), Shown::Exactly(20)]);
        assert_eq!(shown.agreed.first().unwrap().statement, "1");
        assert!(shown.divisive.iter().all(|named| named.statement != "1"));

        let file = statements::export(s, &world.later(&world.visitor(), 6), 1).await.unwrap();
        let counted = opinions::group(&opinions::read(file.as_bytes()).unwrap().matrix);
        assert_eq!(picture(&counted).as_ref(), Some(shown));
        // Rows are numbered by chance: nothing of a person is in the file.
        assert_eq!(file.lines().count(), 41);
        assert!(file.lines().next().unwrap() == "participant,1,2,3,4,5,6,7,8");
        for n in 0..40_u128 {
            let person: uuid::Uuid = id(0x1000 + n);
            assert!(!file.contains(&person.to_string()));
        }
        world.sound().await;

        // Own answers can be read until the round is given back.
        let mine = statements::page(s, &world.later(&somebody(&world, 0).await, 6), 1).await;
        assert!(mine.unwrap().statements.iter().all(|one| one.mine.is_some()));
        let account = "Abbiamo ascoltato tutti e risposto a ciascuno.";
        round_acts::act(s, &office, 1, RoundAct::GiveBack, account).await.unwrap();
        assert_eq!(votes(&world).await, 0);
        let after = statements::page(s, &office, 1).await.unwrap();
        assert_eq!(after.round.state, RoundState::GivenBack);
        assert_eq!(after.results, page.results);
        assert_eq!(after.statements[0].said, page.statements[0].said);
        assert_eq!(statements::export(s, &office, 1).await.unwrap(), file);
        world.sound().await;
    }
}

#[tokio::test]
async fn what_is_only_chance_is_not_drawn() {
    let world = World::all().await.unwrap().remove(0);
    let texts: Vec<String> =
        (1..=10).map(|n| format!("Affermazione numero {n} di prova")).collect();
    added(&world, &texts.iter().map(String::as_str).collect::<Vec<_>>()).await;
    for n in 0..60_u128 {
        let ask = somebody(&world, n).await;
        for statement in 1..=10_i64 {
            let dice = domain::statements::turn(&n.to_be_bytes(), statement);
            let stance = if dice.is_multiple_of(2) { Stance::Agree } else { Stance::Disagree };
            statements::vote(&world.services, &ask, 1, statement, stance).await.unwrap();
        }
    }
    let office = synthesis(&world).await;
    let page = statements::page(&world.services, &office, 1).await.unwrap();
    assert_eq!(page.results.unwrap().groups, Groups::Weak);
    world.sound().await;
}

#[tokio::test]
async fn statements_are_added_by_who_runs_the_round_and_leave_a_sign() {
    for world in World::all().await.unwrap() {
        let s = &world.services;
        let (paolo, nadia) = (world.asking(world.facilitator), world.asking(world.citizen));
        // None yet: there is a page for who may add one, and for nobody else.
        assert!(matches!(statements::page(s, &nadia, 1).await, Err(Declined::NotFound)));
        assert!(statements::page(s, &paolo, 1).await.unwrap().statements.is_empty());

        let need = world.need_by(&nadia, "Il centro chiude il sabato").await;
        let from = StatementDraft { source: Some(need), ..draft("Il sabato il centro apra") };
        let form = world.form_id();
        assert_eq!(statements::add(s, &paolo, 1, &from, &form).await.unwrap(), 1);
        // A double click adds nothing.
        assert_eq!(statements::add(s, &paolo, 1, &from, &form).await.unwrap(), 1);
        let wrong = StatementDraft { source: Some(99), ..draft("Da un testo che non c'è") };
        match statements::add(s, &paolo, 1, &wrong, &world.form_id()).await {
            Err(Declined::Invalid(faults)) => {
                assert_eq!(
                    (faults[0].field.as_str(), faults[0].what),
                    ("source", What::NotAChoice)
                );
            }
            other => panic!("{other:?}"),
        }
        let by_nadia = statements::add(s, &nadia, 1, &draft("Posso scriverla io"), "").await;
        assert_eq!(refusal(by_nadia), Refusal::NotYourRole);
        statements::add(s, &world.asking(world.office), 1, &draft("Il bus passi la sera"), "")
            .await
            .unwrap();
        let page = statements::page(s, &world.visitor(), 1).await.unwrap();
        assert_eq!(page.statements.len(), 2);
        let source = page.statements[0].source.as_ref().unwrap();
        assert_eq!((source.kind, source.number), (Kind::Need, need));
        assert_eq!(rounds::page(s, &nadia, 1).await.unwrap().statements, 2);

        // A text that is withdrawn leads nowhere any more; the statement stays.
        voices::withdraw(s, &nadia, Whose::Own(Kind::Need, need)).await.unwrap();
        let page = statements::page(s, &world.visitor(), 1).await.unwrap();
        assert!(page.statements[0].source.is_none());

        statements::vote(s, &nadia, 1, 1, Stance::Agree).await.unwrap();
        statements::withdraw(s, &paolo, 1, 1, WithdrawnWhy::Unclear).await.unwrap();
        let again = statements::withdraw(s, &paolo, 1, 1, WithdrawnWhy::Wrong).await;
        assert_eq!(refusal(again), Refusal::AlreadyDone);
        let vote = statements::vote(s, &nadia, 1, 1, Stance::Disagree).await;
        assert_eq!(refusal(vote), Refusal::NotPublic);
        statements::take_back(s, &nadia, 1, 1).await.unwrap();
        let page = statements::page(s, &world.visitor(), 1).await.unwrap();
        let last = page.statements.last().unwrap();
        assert_eq!((last.number, last.withdrawn), (1, Some(WithdrawnWhy::Unclear)));

        // Not once the round has closed.
        let late = world.later(&paolo, 6);
        let closed = statements::add(s, &late, 1, &draft("Troppo tardi per aggiungerla"), "").await;
        assert!(matches!(refusal(closed), Refusal::Closed { .. }));
        world.sound().await;
        // A sentence that a hand changed is named.
        execute(&world.fresh.db, "UPDATE statements SET text = 'Altro' WHERE number = 2", vec![])
            .await
            .unwrap();
        let problems = services::check::run(s).await.unwrap();
        assert!(problems.iter().any(|p| p.code == "text_altered"), "{problems:?}");
    }
}
