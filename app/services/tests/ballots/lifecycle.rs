//! Declared, voted, closed, counted, given back.

use domain::ballots::file::read;
use domain::ballots::tally;
use domain::faults::What;
use domain::suppression::Shown;
use services::ballots::{self, preparing, results};

use super::*;

#[tokio::test]
async fn one_person_has_one_vote_that_can_be_changed_and_taken_back() {
    for world in worlds("consultazione").await {
        let ballot = declared(&world, DOTS).await;
        let nadia = world.later(&world.asking(world.citizen), OPEN);
        vote(&world, &nadia, ballot, &[("dots-t1", "2"), ("dots-t2", "1")]).await;
        vote(&world, &nadia, ballot, &[("dots-t3", "1")]).await;
        assert_eq!(votes(&world).await, 1, "{}", world.fresh.kind);
        let page = ballots::page(&world.services, &nadia, ballot).await.unwrap();
        let mine = serde_json::to_string(&page.mine[0].choice).unwrap();
        assert_eq!(mine, r#"{"dots":{"t3":1}}"#);
        // The same once more is no other vote, and no other event.
        let events = count(&world, "SELECT CAST(COUNT(*) AS BIGINT) FROM events").await;
        vote(&world, &nadia, ballot, &[("dots-t3", "1")]).await;
        let after = count(&world, "SELECT CAST(COUNT(*) AS BIGINT) FROM events").await;
        assert_eq!(events, after);

        voting::withdraw(&world.services, &nadia, ballot, fields(&[])).await.unwrap();
        assert_eq!(votes(&world).await, 0);
        assert!(ballots::page(&world.services, &nadia, ballot).await.unwrap().mine.is_empty());
        voting::withdraw(&world.services, &nadia, ballot, fields(&[])).await.unwrap();
        vote(&world, &nadia, ballot, &[("dots-t4", "2")]).await;
        assert_eq!(votes(&world).await, 1);
        world.sound().await;
    }
}

#[tokio::test]
async fn a_vote_that_breaks_the_rules_is_told_what_is_wrong() {
    for world in worlds("consultazione").await {
        let ballot = declared(&world, DOTS).await;
        let nadia = world.later(&world.asking(world.citizen), OPEN);
        let asked = fields(&[("dots-t1", "3"), ("dots-t2", "tanti"), ("dots-x", "1")]);
        let found = faults(voting::vote(&world.services, &nadia, ballot, asked).await);
        assert!(found.contains(&Fault::new("dots-t2", What::NotANumber)));
        assert!(found.contains(&Fault::new("dots-x", What::NotAChoice)));
        assert!(found.contains(&Fault::new("dots-t1", What::TooMany { most: 2, found: 3 })));
        assert_eq!(votes(&world).await, 0);
        world.sound().await;
    }
}

#[tokio::test]
async fn votes_are_taken_only_while_the_round_is_open_and_from_who_may() {
    for world in worlds("consultazione").await {
        let ballot = declared(&world, DOTS).await;
        let asked = || fields(&[("dots-t1", "1")]);
        let try_at = async |person, days| {
            let ask = world.later(&world.asking(person), days);
            refusal(voting::vote(&world.services, &ask, ballot, asked()).await)
        };
        assert!(matches!(try_at(world.citizen, 0).await, Refusal::NotYetOpen { .. }));
        assert!(matches!(try_at(world.citizen, OVER).await, Refusal::Closed { .. }));
        assert!(matches!(try_at(world.newcomer, OPEN).await, Refusal::LevelTooLow { .. }));
        for person in [world.facilitator, world.office, world.moderator, world.admin] {
            assert_eq!(try_at(person, OPEN).await, Refusal::NotYourRole);
        }
        let visitor = world.later(&world.visitor(), OPEN);
        let answer = voting::vote(&world.services, &visitor, ballot, asked()).await;
        assert_eq!(refusal(answer), Refusal::SignInNeeded);
        // The last moment of the window, and the first after it.
        let closes = noon() + Duration::days(5);
        let last = Asking { now: closes - Duration::microseconds(1), ..voter(&world, 1).await };
        let first = Asking { now: closes, ..voter(&world, 2).await };
        vote(&world, &last, ballot, &[("dots-t1", "1")]).await;
        let late = voting::vote(&world.services, &first, ballot, asked()).await;
        assert_eq!(refusal(late), Refusal::Closed { closed: closes });
        let last = Asking { now: closes, ..last };
        let late = voting::withdraw(&world.services, &last, ballot, fields(&[])).await;
        assert_eq!(refusal(late), Refusal::Closed { closed: closes });
        assert_eq!(votes(&world).await, 1);
        world.sound().await;
    }
}

#[tokio::test]
async fn what_is_declared_stays_once_the_round_is_open() {
    for world in worlds("consultazione").await {
        let ballot = declared(&world, DOTS).await;
        let facilitator = world.asking(world.facilitator);
        let which = Which::Existing(ballot);
        let written = preparing::written(&world.services, &facilitator, which).await.unwrap();
        // Saved again as it is: the same ballot.
        let form = world.form_id();
        let again = prepare(&world.services, &facilitator, which, &written, &form).await.unwrap();
        assert_eq!(again, ballot);
        let mut other = written.clone();
        other.set("dots", "5");
        prepare(&world.services, &facilitator, which, &other, &world.form_id()).await.unwrap();
        let page = ballots::page(&world.services, &facilitator, ballot).await.unwrap();
        assert!(serde_json::to_string(&page.head.ballot.rules).unwrap().contains("\"dots\":5"));

        let late = world.later(&facilitator, OPEN);
        for which in [which, Which::New(ROUND)] {
            let asked = prepare(&world.services, &late, which, &written, &world.form_id()).await;
            assert_eq!(refusal(asked), Refusal::BallotFrozen);
        }
        let nadia = world.asking(world.citizen);
        let asked = prepare(&world.services, &nadia, which, &written, &world.form_id()).await;
        assert_eq!(refusal(asked), Refusal::NotYourRole);
        world.sound().await;
    }
}

#[tokio::test]
async fn a_kind_of_round_has_its_methods_alone() {
    for world in worlds("co_progettazione").await {
        let ask = world.asking(world.office);
        let new = Which::New(ROUND);
        let asked = prepare(&world.services, &ask, new, &fields(DOTS), &world.form_id()).await;
        assert_eq!(faults(asked), vec![Fault::new("method", What::NotAChoice)]);
        world.sound().await;
    }
    for world in worlds("co_gestione").await {
        let ask = world.asking(world.office);
        let new = Which::New(ROUND);
        let asked = prepare(&world.services, &ask, new, &fields(DOTS), &world.form_id()).await;
        assert_eq!(refusal(asked), Refusal::NotOpened);
    }
}

#[tokio::test]
async fn nobody_sees_how_a_secret_ballot_goes() {
    for world in worlds("consultazione").await {
        let ballot = declared(&world, DOTS).await;
        for n in 0..8 {
            let ask = voter(&world, n).await;
            vote(&world, &ask, ballot, &[("dots-t1", "2"), ("dots-t2", "1")]).await;
        }
        let everybody = [world.citizen, world.facilitator, world.office, world.members[0]];
        for days in [OPEN, OVER] {
            for person in everybody {
                let ask = world.later(&world.asking(person), days);
                let page = ballots::page(&world.services, &ask, ballot).await.unwrap();
                assert!(page.so_far.is_empty() && page.positions.is_empty());
                assert_eq!(page.turnout, (days == OVER).then_some(Shown::Exactly(8)));
                assert_eq!(page.result, Err(Refusal::ResultsLater));
                let result = results::page(&world.services, &ask, ballot).await.unwrap();
                assert_eq!(result.result.unwrap_err(), Refusal::ResultsLater);
                let file = results::file(&world.services, &ask, ballot).await;
                assert_eq!(refusal(file), Refusal::ResultsLater);
            }
        }
        // Nor does the record of events say what anybody chose.
        let told = told_by_events(&world).await;
        assert!(!told.contains("t1") && !told.contains("dots"), "{told}");

        act(&world, RoundAct::StartSynthesis).await;
        let ask = world.later(&world.visitor(), OVER);
        let page = results::page(&world.services, &ask, ballot).await.unwrap();
        let result = page.result.unwrap();
        let file = results::file(&world.services, &ask, ballot).await.unwrap();
        assert_eq!(tally(&read(&file).unwrap()), result.tally);
        assert!(!result.file_has_rows, "eight ballots one by one would be signatures");
        world.sound().await;
    }
}

#[tokio::test]
async fn the_keys_are_cut_when_the_round_is_given_back_and_the_file_stays_the_same() {
    for world in worlds("consultazione").await {
        let ballot = declared(&world, DOTS).await;
        for n in 0..31 {
            let ask = voter(&world, n).await;
            let on = format!("dots-t{}", n % 4 + 1);
            vote(&world, &ask, ballot, &[(&on, "2")]).await;
        }
        act(&world, RoundAct::StartSynthesis).await;
        let ask = world.later(&world.visitor(), OVER);
        let file = results::file(&world.services, &ask, ballot).await.unwrap();
        let read_file = read(&file).unwrap();
        assert_eq!(read_file.rows.len(), 31);
        let before = results::page(&world.services, &ask, ballot).await.unwrap().result.unwrap();
        world.sound().await;

        act(&world, RoundAct::GiveBack).await;
        assert_eq!(votes(&world).await, 0, "who chose what is on record nowhere");
        let kept = "SELECT CAST(COUNT(*) AS BIGINT) FROM cast_ballots";
        assert_eq!(count(&world, kept).await, 31);
        let after = results::page(&world.services, &ask, ballot).await.unwrap();
        assert_eq!(after.result.unwrap(), before);
        assert_eq!(results::file(&world.services, &ask, ballot).await.unwrap(), file);
        let voted = Asking { now: ask.now, ..voter(&world, 40).await };
        assert!(ballots::page(&world.services, &voted, ballot).await.unwrap().mine.is_empty());
        world.sound().await;
    }
}

#[tokio::test]
async fn a_hand_that_changes_votes_after_the_closing_is_noticed() {
    for world in worlds("consultazione").await {
        let ballot = declared(&world, DOTS).await;
        for n in 0..6 {
            let ask = voter(&world, n).await;
            vote(&world, &ask, ballot, &[("dots-t1", "1")]).await;
        }
        act(&world, RoundAct::StartSynthesis).await;
        world.sound().await;
        let problems = async || services::check::run(&world.services).await.unwrap();
        let db = &world.fresh.db;
        execute(db, "UPDATE votes SET choice = '{\"dots\":{\"t2\":1}}'", []).await.unwrap();
        assert!(problems().await.iter().any(|problem| problem.code == "text_altered"));
        execute(db, "UPDATE votes SET choice = '{\"dots\":{\"t2\":9}}'", []).await.unwrap();
        assert!(problems().await.iter().any(|problem| problem.code == "vote_wrong"));
        execute(db, "UPDATE votes SET choice = '{\"dots\":{\"t1\":1}}'", []).await.unwrap();
        world.sound().await;
        execute(db, "UPDATE ballots SET introduction = 'altro'", []).await.unwrap();
        assert!(problems().await.iter().any(|problem| problem.code == "text_altered"));
    }
}

#[tokio::test]
async fn what_few_people_chose_is_not_published() {
    for world in worlds("consultazione").await {
        let ballot = declared(&world, DOTS).await;
        for n in 0..4 {
            let ask = voter(&world, n).await;
            vote(&world, &ask, ballot, &[("dots-t1", "1")]).await;
        }
        act(&world, RoundAct::StartSynthesis).await;
        let ask = world.later(&world.asking(world.office), OVER);
        let page = results::page(&world.services, &ask, ballot).await.unwrap();
        assert_eq!(page.turnout, Some(Shown::Few));
        assert_eq!(page.result.unwrap_err(), Refusal::TooFewBallots);
        let file = results::file(&world.services, &ask, ballot).await;
        assert_eq!(refusal(file), Refusal::TooFewBallots);
        world.sound().await;
    }
}

#[tokio::test]
async fn an_organisation_has_one_position_whoever_states_it() {
    for world in worlds("concertazione").await {
        let ballot = declared(
            &world,
            &[("title", "La priorità?"), ("method", "posizione"), ("own", "Il trasporto")],
        )
        .await;
        let speaks = |person| {
            open(&world, person, IdentityLevel::L3, Role::Representative, Some(world.association))
        };
        let (rita, other) = (speaks(world.representative), speaks(world.neighbour));
        let without = fields(&[("position-t1", "favorevole")]);
        let found = faults(voting::vote(&world.services, &rita, ballot, without).await);
        assert_eq!(found, vec![Fault::new("reason-t1", What::Missing)]);
        let says = |stance, reason| vec![("position-t1", stance), ("reason-t1", reason)];
        vote(&world, &rita, ballot, &says("favorevole", "Serve a tutti")).await;
        vote(&world, &other, ballot, &says("contrario", "Costa troppo")).await;
        assert_eq!(votes(&world).await, 1);
        // Public at once, with name and reason.
        let visitor = world.later(&world.visitor(), OPEN);
        let page = ballots::page(&world.services, &visitor, ballot).await.unwrap();
        assert_eq!(page.positions[0].organisation, "Associazione Insieme");
        assert_eq!(page.positions[0].on["t1"].reason, "Costa troppo");
        let citizen = world.later(&world.asking(world.citizen), OPEN);
        let asked = voting::vote(&world.services, &citizen, ballot, fields(&[])).await;
        assert!(matches!(refusal(asked), Refusal::LevelTooLow { .. }));
        act(&world, RoundAct::StartSynthesis).await;
        act(&world, RoundAct::GiveBack).await;
        let late = world.later(&world.visitor(), OVER);
        let result = results::page(&world.services, &late, ballot).await.unwrap().result.unwrap();
        let file = results::file(&world.services, &late, ballot).await.unwrap();
        assert_eq!(tally(&read(&file).unwrap()), result.tally);
        world.sound().await;
    }
}
