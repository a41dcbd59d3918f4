//! Prepared, looked at, announced, taken back.

use domain::rounds::design::Gap;
use domain::rounds::windows::WindowKind;
use domain::rounds::{Opening, RoundState};
use domain::views::{Onlooker, RoundAct};
use services::{check, round_acts, rounds};
use store::testing::{number, text};

use super::*;

#[tokio::test]
async fn a_draft_is_saved_unfinished_and_nobody_else_knows_of_it() {
    for world in worlds().await {
        let design = typed(RoundKind::Consultation, &[("question", ""), ("opens_date", "")]);
        let number = drafted(&world, design).await;
        assert_eq!(number, 2);
        let facilitator = world.asking(world.facilitator);
        let fields = round_design::written(&world.services, &facilitator, number).await.unwrap();
        assert_eq!(fields.text("title"), "Chi assiste chi");
        assert_eq!((fields.text("opens_date"), fields.text("version")), ("", "1"));
        assert_eq!(fields.text("closes_date"), "2026-04-26");
        assert_eq!(fields.text("closes_time"), "23:59");
        let form = round_design::form(&world.services, &facilitator, Some(number), &fields).await;
        assert_eq!(form.unwrap().gaps, [Gap::Question, Gap::Opens]);
        // To everybody else it is as if it weren't there.
        for ask in [world.visitor(), world.asking(world.citizen), world.asking(world.moderator)] {
            let page = rounds::page(&world.services, &ask, number).await;
            assert!(matches!(page, Err(Declined::NotFound)), "{page:?}");
            let calendar = rounds::calendar(&world.services, &ask).await.unwrap();
            assert!(calendar.drafts.is_empty() && !calendar.may_prepare);
            let rules = round_design::rules(&world.services, &ask, number).await;
            assert!(matches!(rules, Err(Declined::NotFound)), "{rules:?}");
        }
        let page = rounds::page(&world.services, &facilitator, number).await.unwrap();
        assert_eq!(page.card.round.state, RoundState::Draft);
        assert_eq!(rounds::calendar(&world.services, &facilitator).await.unwrap().drafts.len(), 1);
        world.sound().await;
    }
}

#[tokio::test]
async fn who_read_an_older_draft_is_told_and_a_double_click_makes_one() {
    for world in worlds().await {
        let ask = world.asking(world.facilitator);
        let (form, design) = (world.form_id(), typed(RoundKind::Consultation, &[]));
        let services = &world.services;
        let first = round_design::save(services, &ask, None, design.clone(), 0, &form).await;
        let again = round_design::save(services, &ask, None, design, 0, &form).await;
        let (n, version) = first.unwrap();
        assert_eq!(again.unwrap(), (n, version));
        let changed = typed(RoundKind::Consultation, &[("title", "Un altro titolo")]);
        let saved = round_design::save(services, &ask, Some(n), changed.clone(), 1, "").await;
        assert_eq!(saved.unwrap(), (n, 2));
        // The same once more changes nothing, from whatever version.
        let same = round_design::save(services, &ask, Some(n), changed, 1, "").await;
        assert_eq!(same.unwrap(), (n, 2));
        let late = typed(RoundKind::Consultation, &[("title", "Un terzo titolo")]);
        let stale = round_design::save(services, &ask, Some(n), late, 1, "").await;
        assert!(matches!(stale, Err(Declined::Stale { current: 2 })), "{stale:?}");
        world.sound().await;
    }
}

#[tokio::test]
async fn codes_that_are_not_there_are_faults_of_their_fields() {
    for world in worlds().await {
        let ask = world.asking(world.office);
        let more = [("plan", "PL9"), ("areas", "spazio"), ("measure_indicator", "IND99")];
        let design = typed(RoundKind::Concertation, &more);
        let saved = round_design::save(&world.services, &ask, None, design, 0, "").await;
        let fields: Vec<String> = faults(saved).into_iter().map(|fault| fault.field).collect();
        assert_eq!(fields, ["plan", "areas", "measure_indicator"]);
    }
}

#[tokio::test]
async fn a_concertazione_is_not_announced_without_a_measurable_objective_and_the_three_boxes() {
    for world in worlds().await {
        let number = drafted(&world, typed(RoundKind::Concertation, &[])).await;
        let office = world.asking(world.office);
        let refused = refusal(round_design::announce(&world.services, &office, number).await);
        assert_eq!(
            refused,
            Refusal::RoundNotWhole {
                gaps: vec![Gap::Indicator, Gap::Target, Gap::Given, Gap::Open, Gap::OffLimits]
            }
        );
        let whole = typed(
            RoundKind::Concertation,
            &[
                ("measure_indicator", "IND01"),
                ("measure_target", "104"),
                ("given", "Il fondo"),
                ("open", "L'ordine"),
                ("off_limits", "I livelli essenziali"),
            ],
        );
        let ask = world.asking(world.facilitator);
        round_design::save(&world.services, &ask, Some(number), whole, 1, "").await.unwrap();
        // The facilitator prepares; the office announces.
        let theirs = round_design::announce(&world.services, &ask, number).await;
        assert_eq!(refusal(theirs), Refusal::NotYourRole);
        round_design::announce(&world.services, &office, number).await.unwrap();
        let rules = round_design::rules(&world.services, &world.visitor(), number).await.unwrap();
        assert_eq!(rules.measure.what, "Famiglie che usano il sollievo (famiglie)");
        world.sound().await;
    }
}

#[tokio::test]
async fn once_announced_it_opens_by_the_clock_with_the_rules_that_were_hashed() {
    for world in worlds().await {
        let number = drafted(&world, typed(RoundKind::Consultation, &[])).await;
        let office = world.asking(world.office);
        let before = round_design::rules(&world.services, &office, number).await.unwrap();
        round_design::announce(&world.services, &office, number).await.unwrap();
        let visitor = world.visitor();
        let page = rounds::page(&world.services, &visitor, number).await.unwrap();
        assert_eq!(page.card.round.state, RoundState::Scheduled);
        assert_eq!(page.life.hash, before.hash);
        assert!(!page.life.frozen);
        // From Monday the 16th at nine, local time, to the last minute of the 26th of April.
        assert_eq!(page.card.opens.to_rfc3339(), "2026-03-16T08:00:00+00:00");
        assert_eq!(page.card.closes.to_rfc3339(), "2026-04-26T22:00:00+00:00");
        let open = world.later(&visitor, 6);
        let page = rounds::page(&world.services, &open, number).await.unwrap();
        assert_eq!((page.card.round.state, page.life.frozen), (RoundState::Open, true));
        // No edit from the announcement on; no second announcement.
        let ask = world.asking(world.facilitator);
        let written = round_design::written(&world.services, &ask, number).await;
        assert_eq!(refusal(written), Refusal::AlreadyDone);
        let again = round_design::announce(&world.services, &office, number).await;
        assert_eq!(refusal(again), Refusal::AlreadyDone);
        let other = typed(RoundKind::Consultation, &[("title", "Un altro")]);
        let saved = round_design::save(&world.services, &ask, Some(number), other, 1, "").await;
        assert_eq!(refusal(saved), Refusal::AlreadyDone);
        world.sound().await;
    }
}

#[tokio::test]
async fn before_it_opens_it_is_taken_back_with_a_reason_and_not_after() {
    for world in worlds().await {
        let number = drafted(&world, typed(RoundKind::Consultation, &[])).await;
        let office = world.asking(world.office);
        let services = &world.services;
        round_design::announce(services, &office, number).await.unwrap();
        let act = |ask: Asking, reason: &'static str| async move {
            round_acts::act(services, &ask, number, RoundAct::Recall, reason).await
        };
        assert_eq!(faults(act(office.clone(), "").await)[0].field, "text");
        let late = act(world.later(&office, 6), "Il manifesto era sbagliato.").await;
        assert_eq!(refusal(late), Refusal::AlreadyDone);
        let facilitator = act(world.asking(world.facilitator), "Il manifesto era sbagliato.").await;
        assert_eq!(refusal(facilitator), Refusal::NotYourRole);
        act(office.clone(), "Il manifesto era sbagliato.").await.unwrap();
        let page = rounds::page(services, &world.visitor(), number).await;
        assert!(matches!(page, Err(Declined::NotFound)), "{page:?}");
        // It is a draft again: changed, announced anew, with both windows on record.
        let ask = world.asking(world.facilitator);
        let changed = typed(RoundKind::Consultation, &[("closes_date", "2026-05-03")]);
        round_design::save(services, &ask, Some(number), changed, 1, "").await.unwrap();
        round_design::announce(services, &office, number).await.unwrap();
        let rules = round_design::rules(services, &world.visitor(), number).await.unwrap();
        let kinds: Vec<WindowKind> = rules.windows.iter().map(|one| one.kind).collect();
        assert_eq!(kinds, [WindowKind::Announced, WindowKind::Recalled, WindowKind::Announced]);
        assert_eq!(rules.windows[1].reason, "Il manifesto era sbagliato.");
        assert_eq!(rules.windows[1].by.as_deref(), Some("Ugo"));
        assert!(rules.windows[2].closes > rules.windows[0].closes);
        world.sound().await;
    }
}

#[tokio::test]
async fn a_hand_in_the_rules_or_the_windows_is_named_by_check() {
    for world in worlds().await {
        let number = drafted(&world, typed(RoundKind::Consultation, &[])).await;
        let office = world.asking(world.office);
        round_design::announce(&world.services, &office, number).await.unwrap();
        world.sound().await;
        let db = &world.fresh.db;
        let hand = "UPDATE rounds SET tie_rule = 'Decide il Sindaco' WHERE number = 2";
        execute(db, hand, []).await.unwrap();
        let problems = check::run(&world.services).await.unwrap();
        let codes: Vec<&str> = problems.iter().map(|problem| problem.code).collect();
        assert_eq!(codes, ["text_altered", "rules_altered"], "{problems:?}");
        let mended = "UPDATE rounds SET tie_rule = 'Decide il Tavolo, con un motivo.' \
                      WHERE number = 2";
        execute(db, mended, []).await.unwrap();
        world.sound().await;
        let later = Value::At(noon() + Duration::days(90));
        let hand = "UPDATE rounds SET closes_at = $1 WHERE number = 2";
        execute(db, hand, [later]).await.unwrap();
        let problems = check::run(&world.services).await.unwrap();
        let codes: Vec<&str> = problems.iter().map(|problem| problem.code).collect();
        assert_eq!(codes, ["window_wrong"], "{problems:?}");
        // Windows themselves can't be changed at all.
        let hand = "UPDATE round_windows SET reason = 'altro'";
        assert!(execute(db, hand, []).await.is_err());
        assert!(execute(db, "DELETE FROM round_windows", []).await.is_err());
    }
}

#[tokio::test]
async fn each_sees_it_as_they_will_and_the_table_comes_from_the_policy() {
    for world in worlds().await {
        let number = drafted(&world, typed(RoundKind::Consultation, &[("opens_date", "")])).await;
        let ask = world.asking(world.facilitator);
        let look = |by| round_design::preview(&world.services, &ask, number, by);
        let seen = look(Onlooker::Visitor).await.unwrap();
        assert_eq!(seen.page.card.round.state, RoundState::Open);
        assert_eq!(seen.page.may_need, Ok(()));
        assert_eq!(seen.page.may_propose, Err(Refusal::SignInNeeded));
        assert!(seen.page.acts.is_empty());
        let needs = seen.rows.iter().find(|row| row.opening == Opening::Needs).unwrap();
        let may: Vec<bool> = needs.may.iter().map(Result::is_ok).collect();
        // V, C, CV, O (signed), F (unsigned), U (signed), T.
        assert_eq!(may, [true, true, true, true, true, true, false]);
        let proposals = seen.rows.iter().find(|row| row.opening == Opening::Proposals).unwrap();
        let may: Vec<bool> = proposals.may.iter().map(Result::is_ok).collect();
        assert_eq!(may, [false, false, true, true, false, false, false]);
        assert_eq!(proposals.may[1], Err(Refusal::LevelTooLow { needed: IdentityLevel::L2 }));
        let seen = look(Onlooker::Citizen).await.unwrap();
        assert_eq!(seen.page.may_propose, Err(Refusal::LevelTooLow { needed: IdentityLevel::L2 }));
        let by = Onlooker::Visitor;
        let theirs = round_design::preview(&world.services, &world.visitor(), number, by).await;
        assert_eq!(refusal(theirs), Refusal::SignInNeeded);
    }
}

#[tokio::test]
async fn a_copy_is_all_but_the_dates() {
    for world in worlds().await {
        let number = drafted(&world, typed(RoundKind::Consultation, &[])).await;
        let ask = world.asking(world.office);
        let copied = round_design::copied(&world.services, &ask, number).await.unwrap();
        assert_eq!(copied.text("title"), "Chi assiste chi");
        assert_eq!((copied.text("opens_date"), copied.text("version")), ("", ""));
        // A round from before the wizard can be copied too.
        let copied = round_design::copied(&world.services, &ask, 1).await.unwrap();
        assert_eq!(copied.text("question"), "Cosa manca?");
        let theirs = round_design::copied(&world.services, &world.visitor(), 1).await;
        assert_eq!(refusal(theirs), Refusal::SignInNeeded);
    }
}

#[tokio::test]
async fn events_of_a_round_hold_no_word_of_it() {
    for world in worlds().await {
        let n = drafted(&world, typed(RoundKind::Consultation, &[])).await;
        let office = world.asking(world.office);
        round_design::announce(&world.services, &office, n).await.unwrap();
        let reason = "Il manifesto era sbagliato.";
        round_acts::act(&world.services, &office, n, RoundAct::Recall, reason).await.unwrap();
        let db = &world.fresh.db;
        let count = "SELECT CAST(COUNT(*) AS BIGINT) FROM events WHERE subject = 'round'";
        assert_eq!(number(db, count, []).await.unwrap(), 3);
        for seq in 1..=3 {
            let sql = "SELECT details FROM events WHERE seq = $1";
            let details = text(db, sql, [Value::Number(seq)]).await.unwrap().unwrap();
            assert!(!details.contains("manifesto") && !details.contains("assiste"), "{details}");
        }
    }
}
