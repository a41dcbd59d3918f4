//! At the desk and on paper: one vote a person, whichever the way.

use domain::ballots::file::read;
use domain::ballots::tally;
use domain::faults::What;
use domain::suppression::Shown;
use services::ballots::desk::{Became, hand_out, page, type_in};
use services::ballots::{self, results};

use super::*;

/// Somebody who works at the desk, while the ballot is open.
async fn operator(world: &World, n: u128) -> Asking {
    let mut ask = voter(world, 0x500 + n).await;
    if let Actor::Person { grants, .. } = &mut ask.actor {
        grants[0].role = Role::DeskOperator;
    }
    ask
}

async fn hand(world: &World, ask: &Asking, ballot: i64, pairs: &[(&str, &str)]) -> Option<String> {
    let form = world.form_id();
    hand_out(&world.services, ask, ballot, &fields(pairs), &form).await.unwrap()
}

const PAPER: &[(&str, &str)] = &[("channel", "carta"), ("identity", "documento")];

/// Thirty-seven people with three dots each: a total of 112 is refused with the difference.
#[tokio::test]
async fn totals_of_paper_are_typed_by_two_and_balanced() {
    for world in worlds("consultazione").await {
        let ballot = declared(&world, DOTS).await;
        let (first, second) = (operator(&world, 1).await, operator(&world, 2).await);
        for _ in 0..37 {
            hand(&world, &first, ballot, PAPER).await;
        }
        let typed = |t1: &'static str, blanks: &'static str, paper: &'static str| {
            fields(&[
                ("label", "Urna di Prova"),
                ("paper", paper),
                ("persons", "37"),
                ("total-t1", t1),
                ("total-t2", "49"),
                ("blanks", blanks),
            ])
        };
        let wrong = type_in(&world.services, &first, ballot, &typed("60", "3", "")).await;
        let what = What::DoesNotAddUp { expected: 111, found: 112 };
        assert_eq!(faults(wrong), vec![Fault::new("totals", what)]);

        let became = type_in(&world.services, &first, ballot, &typed("60", "2", "")).await;
        assert_eq!(became.unwrap(), Became::Waits);
        // The same person again is no second person.
        let became = type_in(&world.services, &first, ballot, &typed("60", "2", "1")).await;
        assert_eq!(became.unwrap(), Became::Waits);
        let shown = page(&world.services, &second, ballot, None).await.unwrap();
        assert!(shown.papers[0].typed.is_empty(), "the second must not copy");
        let became = type_in(&world.services, &second, ballot, &typed("59", "3", "1")).await;
        assert_eq!(became.unwrap(), Became::Differs);
        let shown = page(&world.services, &first, ballot, None).await.unwrap();
        assert_eq!(shown.papers[0].typed.len(), 2);
        let became = type_in(&world.services, &second, ballot, &typed("60", "2", "1")).await;
        assert_eq!(became.unwrap(), Became::Counts);
        let again = type_in(&world.services, &second, ballot, &typed("60", "2", "1")).await;
        assert_eq!(refusal(again), Refusal::AlreadyDone);
        // No more people than were handed a ballot.
        let more = type_in(&world.services, &first, ballot, &typed("60", "2", "")).await;
        let what = What::TooMany { most: 0, found: 37 };
        assert_eq!(faults(more), vec![Fault::new("persons", what)]);

        let nadia = world.later(&world.asking(world.citizen), OPEN);
        vote(&world, &nadia, ballot, &[("dots-t2", "1")]).await;
        act(&world, RoundAct::StartSynthesis).await;
        let ask = world.later(&world.visitor(), OVER);
        let result = results::page(&world.services, &ask, ballot).await.unwrap();
        assert_eq!(result.turnout, Some(Shown::Exactly(38)));
        let file = results::file(&world.services, &ask, ballot).await.unwrap();
        assert_eq!(tally(&read(&file).unwrap()), result.result.unwrap().tally);
        act(&world, RoundAct::GiveBack).await;
        world.sound().await;
    }
}

#[tokio::test]
async fn nobody_votes_online_and_on_paper() {
    for world in worlds("consultazione").await {
        let ballot = declared(&world, DOTS).await;
        let desk = operator(&world, 1).await;
        let nadia = world.later(&world.asking(world.citizen), OPEN);
        let nello = world.later(&world.asking(world.neighbour), OPEN);
        vote(&world, &nadia, ballot, &[("dots-t1", "1")]).await;
        let to = |email: &'static str| {
            fields(&[("channel", "carta"), ("identity", "documento"), ("email", email)])
        };
        let form = || world.form_id();
        let nadias = to("Nadia@prova.example");
        let asked = hand_out(&world.services, &desk, ballot, &nadias, &form()).await;
        assert_eq!(refusal(asked), Refusal::VotedElsewhere);
        let nellos = to("nello@prova.example");
        hand_out(&world.services, &desk, ballot, &nellos, &form()).await.unwrap();
        let asked =
            voting::vote(&world.services, &nello, ballot, fields(&[("dots-t1", "1")])).await;
        assert_eq!(refusal(asked), Refusal::VotedElsewhere);
        let asked = hand_out(&world.services, &desk, ballot, &nellos, &form()).await;
        assert_eq!(refusal(asked), Refusal::VotedElsewhere);
        let nobody = hand_out(&world.services, &desk, ballot, &to("x@y.example"), &form()).await;
        assert_eq!(faults(nobody), vec![Fault::new("email", What::NotAChoice)]);
        // Having taken the vote back, Nadia gets her paper.
        voting::withdraw(&world.services, &nadia, ballot, fields(&[])).await.unwrap();
        hand_out(&world.services, &desk, ballot, &nadias, &form()).await.unwrap();
        let asked = hand_out(&world.services, &nadia, ballot, &nellos, &form()).await;
        assert_eq!(refusal(asked), Refusal::NotYourRole);
        world.sound().await;
    }
}

/// Of other methods each paper ballot is typed, by two.
#[tokio::test]
async fn a_ranking_on_paper_is_typed_twice() {
    for world in worlds("consultazione").await {
        let pairs = [
            ("title", "In che ordine?"),
            ("method", "graduatoria"),
            ("own", "Un orto\nUna sala\nUn corso"),
        ];
        let ballot = declared(&world, &pairs).await;
        let (first, second) = (operator(&world, 1).await, operator(&world, 2).await);
        let typed = |paper: &'static str, on: &'static str| {
            fields(&[("label", "Scheda 12"), ("paper", paper), (on, "1")])
        };
        let early = type_in(&world.services, &first, ballot, &typed("", "rank-t1")).await;
        let what = What::TooMany { most: 0, found: 1 };
        assert_eq!(faults(early), vec![Fault::new("label", what)]);
        hand(&world, &first, ballot, PAPER).await;
        let say = async |ask, paper, on| {
            type_in(&world.services, ask, ballot, &typed(paper, on)).await.unwrap()
        };
        assert_eq!(say(&first, "", "rank-t1").await, Became::Waits);
        assert_eq!(votes(&world).await, 0);
        assert_eq!(say(&second, "1", "rank-t2").await, Became::Differs);
        assert_eq!(say(&first, "1", "rank-t2").await, Became::Counts);
        assert_eq!(votes(&world).await, 1);
        world.sound().await;
    }
}

/// Case 15: who has no fiscal code and no document votes with a code from a session, where the
/// ballot's electorate allows it.
#[tokio::test]
async fn case_15_a_person_without_documents_votes_with_a_session_code() {
    for world in worlds("consultazione").await {
        let strict = declared(&world, DOTS).await;
        let mut pairs = DOTS.to_vec();
        pairs.push(("tokens", "1"));
        let ballot = declared(&world, &pairs).await;
        let desk = operator(&world, 1).await;
        let asked = [("channel", "codice"), ("identity", "senza_documento")];
        let form = world.form_id();
        let refused = hand_out(&world.services, &desk, strict, &fields(&asked), &form).await;
        assert_eq!(faults(refused), vec![Fault::new("identity", What::NotAChoice)]);
        let code = hand(&world, &desk, ballot, &asked).await.expect("a code");
        // Sent twice it is the same code.
        let (fresh, twice) = (world.form_id(), fields(&asked));
        let one = hand_out(&world.services, &desk, ballot, &twice, &fresh).await.unwrap();
        let two = hand_out(&world.services, &desk, ballot, &twice, &fresh).await.unwrap();
        assert_eq!(one, two);

        let visitor = world.later(&world.visitor(), OPEN);
        let say = async |number, code: &str, on: &str, withdraw| {
            let pairs = fields(&[("code", code), (on, "1")]);
            voting::by_code(&world.services, &visitor, number, pairs, withdraw).await
        };
        let unknown = vec![Fault::new("code", What::UnknownCode)];
        assert_eq!(faults(say(ballot, "AAAAA-AAAAA-AAAAA-AAAAA", "dots-t1", false).await), unknown);
        assert_eq!(
            faults(say(strict, &code, "dots-t1", false).await),
            unknown,
            "of this ballot alone"
        );
        say(ballot, &code, "dots-t1", false).await.unwrap();
        say(ballot, &code.to_lowercase(), "dots-t2", false).await.unwrap();
        assert_eq!(votes(&world).await, 1, "one code, one vote");
        say(ballot, &code, "dots-t2", true).await.unwrap();
        assert_eq!(votes(&world).await, 0);
        say(ballot, &code, "dots-t3", false).await.unwrap();
        let late = world.later(&world.visitor(), OVER);
        let pairs = fields(&[("code", &code), ("dots-t1", "1")]);
        let asked = voting::by_code(&world.services, &late, ballot, pairs, false).await;
        assert!(matches!(refusal(asked), Refusal::Closed { .. }));
        assert!(ballots::page(&world.services, &visitor, ballot).await.unwrap().may_by_code);
        act(&world, RoundAct::StartSynthesis).await;
        act(&world, RoundAct::GiveBack).await;
        assert_eq!(votes(&world).await, 0);
        world.sound().await;
    }
}
