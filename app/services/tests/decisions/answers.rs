//! Direct answers, the office, and what is done to a round.

use domain::faults::What;
use domain::outcomes::Outcome;
use domain::suppression::Shown;
use domain::views::RoundAct;
use services::outcomes::give;
use services::round_acts::act;

use super::*;

const WHY: &str = "La strada è della Provincia, che decide.";

#[tokio::test]
async fn a_voice_in_no_action_is_answered_with_a_reason() {
    for world in worlds().await {
        add_indicator(&world).await;
        let citizen = world.asking(world.citizen);
        let voice = world.need_by(&citizen, "Strade buie").await;
        let office = world.asking(world.office);
        let answer = async |ask: &Asking, outcome, reason: &str, to: Option<&str>| {
            give(&world.services, ask, Kind::Need, voice, outcome, reason, to).await
        };
        let refused = answer(&citizen, Outcome::NotAccepted, WHY, None).await;
        assert_eq!(refusal(refused), Refusal::NotYourRole);
        let found = faults(answer(&office, Outcome::NotAccepted, "", None).await);
        assert_eq!(found, vec![Fault::new("reason", What::Missing)]);
        let found = faults(answer(&office, Outcome::OtherBody, WHY, None).await);
        assert_eq!(found, vec![Fault::new("addressed_to", What::Missing)]);
        let found = faults(answer(&office, Outcome::OtherBody, WHY, Some("XXX")).await);
        assert_eq!(found, vec![Fault::new("addressed_to", What::NotAChoice)]);

        answer(&office, Outcome::NotAccepted, WHY, None).await.unwrap();
        assert_eq!(stage(&world, voice).await, "esito/non_accolto");
        // Another answer is appended, and the newest counts.
        let office = world.later(&office, 1);
        answer(&office, Outcome::OtherBody, WHY, Some("AST")).await.unwrap();
        assert_eq!(stage(&world, voice).await, "esito/altro_ente");
        assert_eq!(count(&world, "SELECT CAST(COUNT(*) AS BIGINT) FROM outcomes").await, 2);

        let drafted = world.need_by(&citizen, "Una notte di sonno").await;
        at_the_table(&world, &[], &[drafted]).await;
        let tried =
            give(&world.services, &office, Kind::Need, drafted, Outcome::Accepted, WHY, None);
        assert_eq!(refusal(tried.await), Refusal::InUse);
        let mut sensitive = world.draft(Kind::Need, "Una casa sicura");
        sensitive.policy = "1.4".into();
        let waiting =
            services::voices::submit(&world.services, &citizen, sensitive, &world.form_id())
                .await
                .unwrap()
                .number;
        let tried =
            give(&world.services, &office, Kind::Need, waiting, Outcome::Accepted, WHY, None);
        assert_eq!(refusal(tried.await), Refusal::NotPublic);
        let tried =
            give(&world.services, &office, Kind::Proposal, voice, Outcome::Accepted, WHY, None);
        assert!(matches!(tried.await, Err(Declined::NotFound)), "a need is no proposal");
        world.sound().await;
    }
}

#[tokio::test]
async fn the_office_sees_what_waits_for_an_answer() {
    for world in worlds().await {
        let citizen = world.asking(world.citizen);
        let one = world.need_by(&citizen, "Una notte di sonno").await;
        let two = world.need_by(&world.later(&citizen, 1), "Un pomeriggio libero").await;
        let three = world.proposal_by(&world.later(&citizen, 2), "Operatori il sabato").await;
        let four = world.need_by(&citizen, "Strade buie").await;
        cluster_of(&world, &[two, three]).await;
        let office = world.asking(world.office);
        give(&world.services, &office, Kind::Need, four, Outcome::NotAccepted, WHY, None)
            .await
            .unwrap();
        let draft = sheet(&[("title", "Sollievo".into()), ("contribution", one.to_string())]);
        services::actions::save(&world.services, &office, None, draft, "").await.unwrap();

        let page = services::office::page(&world.services, &office).await.unwrap();
        let waiting: Vec<i64> =
            page.unanswered.iter().map(|card| card.contribution.number).collect();
        assert_eq!(waiting, vec![two, three], "the longest waiting first");
        assert_eq!(page.rounds.len(), 1);
        assert_eq!(page.rounds[0].1, 3);
        assert_eq!(page.drafts.len(), 1);
        let tried = services::office::page(&world.services, &citizen).await;
        assert_eq!(refusal(tried), Refusal::NotYourRole);
    }
}

#[tokio::test]
async fn a_round_is_suspended_and_resumed_by_the_office() {
    for world in worlds().await {
        let office = world.asking(world.office);
        let citizen = world.asking(world.citizen);
        let tried =
            async |ask: &Asking, what, text: &str| act(&world.services, ask, 1, what, text).await;
        let why = "Il sito non era raggiungibile.";
        assert_eq!(refusal(tried(&citizen, RoundAct::Suspend, why).await), Refusal::NotYourRole);
        let found = faults(tried(&office, RoundAct::Suspend, "").await);
        assert_eq!(found, vec![Fault::new("text", What::Missing)]);
        for too_early in [RoundAct::Resume, RoundAct::StartSynthesis] {
            assert_eq!(refusal(tried(&office, too_early, "").await), Refusal::AlreadyDone);
        }
        tried(&office, RoundAct::Suspend, why).await.unwrap();
        let draft = world.draft(Kind::Need, "Una notte di sonno");
        let sent =
            services::voices::submit(&world.services, &citizen, draft, &world.form_id()).await;
        assert_eq!(refusal(sent), Refusal::Suspended);
        let suspended = "SELECT suspended_reason FROM rounds WHERE number = $1";
        let reason = text(&world.fresh.db, suspended, [Value::Number(1)]).await.unwrap();
        assert_eq!(reason.as_deref(), Some(why));
        tried(&office, RoundAct::Resume, "").await.unwrap();
        world.need_by(&citizen, "Una notte di sonno").await;
        assert!(matches!(
            act(&world.services, &office, 9, RoundAct::Resume, "").await,
            Err(Declined::NotFound)
        ));
        world.sound().await;
    }
}

#[tokio::test]
async fn a_round_is_given_back_when_everybody_has_an_answer_and_the_keys_are_cut() {
    for world in worlds().await {
        add_indicator(&world).await;
        let citizen = world.asking(world.citizen);
        let one = world.need_by(&citizen, "Una notte di sonno").await;
        let two = world.need_by(&citizen, "Un pomeriggio libero").await;
        let three = world.need_by(&citizen, "Strade buie").await;
        crowd(&world, one, 0, 4).await;
        crowd(&world, two, 2, 4).await;
        crowd(&world, three, 10, 5).await;
        let cluster = cluster_of(&world, &[one, two]).await;
        let action = at_the_table(&world, &[cluster], &[]).await;

        let office = world.later(&world.asking(world.office), 6);
        let account = "Ecco che cosa è stato detto e che cosa ne è stato.";
        let give_back =
            async || act(&world.services, &office, 1, RoundAct::GiveBack, account).await;
        assert_eq!(refusal(give_back().await), Refusal::AlreadyDone, "the synthesis comes first");
        act(&world.services, &office, 1, RoundAct::StartSynthesis, "").await.unwrap();
        assert_eq!(refusal(give_back().await), Refusal::Unanswered { left: 3 });
        give(&world.services, &office, Kind::Need, three, Outcome::NotAccepted, WHY, None)
            .await
            .unwrap();
        assert_eq!(refusal(give_back().await), Refusal::Unanswered { left: 2 });
        super::table::decided_as(&world, action, "ammessa").await;
        let found = faults(act(&world.services, &office, 1, RoundAct::GiveBack, " ").await);
        assert_eq!(found, vec![Fault::new("text", What::Missing)]);
        assert_eq!(count(&world, "SELECT CAST(COUNT(*) AS BIGINT) FROM supports").await, 13);

        give_back().await.unwrap();
        assert_eq!(count(&world, "SELECT CAST(COUNT(*) AS BIGINT) FROM supports").await, 0);
        let sum = "SELECT CAST(SUM(supports) AS BIGINT) FROM contributions";
        assert_eq!(count(&world, sum).await, 13, "how many supported stays");
        let page =
            services::merging::cluster(&world.services, &world.visitor(), cluster).await.unwrap();
        assert_eq!(page.card.supporters, Shown::Exactly(6));
        let page =
            services::actions::page(&world.services, &world.visitor(), action).await.unwrap();
        assert_eq!(page.supporters, Shown::Exactly(6));
        // What came through the action is kept as an answer of its own.
        let kept = "SELECT CAST(COUNT(*) AS BIGINT) FROM outcomes WHERE action_id IS NOT NULL";
        assert_eq!(count(&world, kept).await, 2);
        assert_eq!(stage(&world, one).await, "esito/accolto");
        assert_eq!(refusal(give_back().await), Refusal::AlreadyDone);
        world.sound().await;
    }
}

#[tokio::test]
async fn a_text_that_waits_for_a_moderator_keeps_the_round_from_being_given_back() {
    for world in worlds().await {
        let citizen = world.asking(world.citizen);
        let mut sensitive = world.draft(Kind::Need, "Una casa sicura");
        sensitive.policy = "1.4".into();
        services::voices::submit(&world.services, &citizen, sensitive, &world.form_id())
            .await
            .unwrap();
        let office = world.later(&world.asking(world.office), 6);
        act(&world.services, &office, 1, RoundAct::StartSynthesis, "").await.unwrap();
        let account = "Ecco che cosa è stato detto e che cosa ne è stato.";
        let tried = act(&world.services, &office, 1, RoundAct::GiveBack, account).await;
        assert_eq!(refusal(tried), Refusal::Unanswered { left: 1 });
    }
}
