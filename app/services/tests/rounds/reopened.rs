//! Closed before its time, opened once more.

use domain::citizen_forms::CommentDraft;
use domain::comments::Stance;
use domain::contributions::Kind;
use domain::messages::MessageKind;
use domain::rounds::RoundState;
use domain::rounds::windows::WindowKind;
use domain::suppression::Shown;
use domain::views::RoundAct;
use services::{check, comments, outbox, round_acts, round_reopen, rounds, supports, voices};
use store::testing::number;

use super::*;

fn until(text: &str) -> Option<chrono::NaiveDateTime> {
    chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").ok()
}

const REASON: &str = "Il cartellone di Roccalba portava la data sbagliata.";

#[tokio::test]
async fn a_round_is_closed_before_its_time_with_a_reason() {
    for world in worlds().await {
        let office = world.asking(world.office);
        let act = |ask: Asking, reason: &'static str| {
            let services = &world.services;
            async move { round_acts::act(services, &ask, 1, RoundAct::Close, reason).await }
        };
        assert_eq!(faults(act(office.clone(), "Basta.").await)[0].field, "text");
        let theirs = act(world.asking(world.facilitator), REASON).await;
        assert_eq!(refusal(theirs), Refusal::NotYourRole);
        act(office.clone(), REASON).await.unwrap();
        let page = rounds::page(&world.services, &office, 1).await.unwrap();
        assert_eq!((page.card.round.state, page.card.closes), (RoundState::Closed, noon()));
        let draft = world.draft(Kind::Need, "Una corriera la sera");
        let late = voices::submit(&world.services, &world.visitor(), draft, "").await;
        assert_eq!(refusal(late), Refusal::Closed { closed: noon() });
        assert_eq!(refusal(act(office, REASON).await), Refusal::AlreadyDone);
        let rules = round_design::rules(&world.services, &world.visitor(), 1).await.unwrap();
        let kinds: Vec<WindowKind> = rules.windows.iter().map(|one| one.kind).collect();
        assert_eq!(kinds, [WindowKind::Announced, WindowKind::ClosedEarly]);
        world.sound().await;
    }
}

#[tokio::test]
async fn a_suspended_round_is_closed_too() {
    for world in worlds().await {
        let office = world.asking(world.office);
        let services = &world.services;
        round_acts::act(services, &office, 1, RoundAct::Suspend, "Il sito non va.").await.unwrap();
        round_acts::act(services, &office, 1, RoundAct::Close, REASON).await.unwrap();
        let page = rounds::page(services, &office, 1).await.unwrap();
        assert_eq!(page.card.round.state, RoundState::Closed);
        world.sound().await;
    }
}

/// Awkward case 10: reason, new window, closed snapshot and its results kept; earlier voters told
/// they may change.
#[tokio::test]
async fn case_10_a_round_is_reopened() {
    for world in worlds().await {
        let services = &world.services;
        let (nadia, nello) = (world.asking(world.citizen), world.asking(world.neighbour));
        let need = world.need_by(&nadia, "Una corriera la sera").await;
        let proposal = world.proposal_by(&nello, "Un pulmino a chiamata").await;
        supports::give(services, &nello, Kind::Need, need).await.unwrap();
        world.need_by(&world.visitor(), "Qualcuno con cui parlare").await;
        let rita = world.asking(world.representative);
        let said = CommentDraft {
            body: "Anche da noi lo chiedono in tanti.".into(),
            parent: None,
            stance: Some(Stance::Experience),
            language: "it".into(),
        };
        comments::submit(services, &rita, Kind::Need, need, &said, "").await.unwrap();
        while let Some(ready) = outbox::next(services, noon()).await.unwrap() {
            outbox::sent(services, &ready.claimed, noon()).await.unwrap();
        }

        // Closed by its window; the Coordinatore opens it once more, with a reason.
        let closed = world.later(&coordinator(&world), 6);
        let form = round_reopen::form(services, &closed, 1).await.unwrap();
        assert_eq!(form.told, Shown::Few);
        let reopen = |ask: Asking, reason: &'static str, closes: &'static str| async move {
            round_reopen::reopen(services, &ask, 1, reason, until(closes)).await
        };
        let wrong = faults(reopen(closed.clone(), "Perché", "2026-03-01 10:00").await);
        let fields: Vec<&str> = wrong.iter().map(|fault| fault.field.as_str()).collect();
        assert_eq!(fields, ["reason", "closes_date"]);
        let office = world.later(&world.asking(world.office), 6);
        let theirs = reopen(office, REASON, "2026-03-30 23:59").await;
        assert_eq!(refusal(theirs), Refusal::NotYourRole);
        reopen(closed.clone(), REASON, "2026-03-30 23:59").await.unwrap();

        // It is open from that moment to the new end.
        let page = rounds::page(services, &closed, 1).await.unwrap();
        assert_eq!(page.card.round.state, RoundState::Open);
        assert_eq!(page.card.closes.to_rfc3339(), "2026-03-30T22:00:00+00:00");
        assert_eq!(page.life.reopened.as_deref(), Some(REASON));

        // What had closed is kept, with the results as they could be seen.
        let later = world.later(&nello, 6);
        supports::take(services, &later, Kind::Need, need).await.unwrap();
        voices::submit(services, &later, world.draft(Kind::Proposal, "Un altro pulmino"), "")
            .await
            .unwrap();
        let rules = round_design::rules(services, &world.visitor(), 1).await.unwrap();
        let kept = &rules.closed[0];
        assert_eq!((kept.needs, kept.proposals, kept.comments), (2, 1, 1));
        assert_eq!(kept.supported[0].0.number, need);
        assert_eq!(kept.supported[0].1, Shown::Few);
        assert_eq!(kept.ledger.published, 3);
        let kinds: Vec<WindowKind> = rules.windows.iter().map(|one| one.kind).collect();
        assert_eq!(kinds, [WindowKind::Announced, WindowKind::Reopened]);

        // Who took part and has an account is told, once each: author, supporter, commenter.
        let mut told = Vec::new();
        while let Some(ready) = outbox::next(services, closed.now).await.unwrap() {
            if ready.claimed.kind == MessageKind::Reopened {
                told.push(ready.claimed.person);
            }
            outbox::sent(services, &ready.claimed, closed.now).await.unwrap();
        }
        told.sort();
        assert_eq!(told, [world.citizen, world.neighbour, world.representative]);
        assert!(proposal > need);
        world.sound().await;
    }
}

#[tokio::test]
async fn from_every_state_but_closed_a_round_is_not_reopened() {
    for world in worlds().await {
        let services = &world.services;
        let closes = until("2026-05-30 23:59");
        let try_it = |ask: Asking| async move {
            round_reopen::reopen(services, &ask, 1, REASON, closes).await
        };
        // Open, and scheduled.
        assert_eq!(refusal(try_it(coordinator(&world)).await), Refusal::AlreadyDone);
        let before = world.later(&coordinator(&world), -20);
        assert_eq!(refusal(try_it(before).await), Refusal::AlreadyDone);
        for mark in ["bozza", "sospeso", "in_sintesi", "restituito", "archiviato"] {
            world.mark_round(mark).await.unwrap();
            assert_eq!(refusal(try_it(coordinator(&world)).await), Refusal::AlreadyDone, "{mark}");
        }
        // Suspended, its window over: it has closed.
        world.mark_round("sospeso").await.unwrap();
        try_it(world.later(&coordinator(&world), 6)).await.unwrap();
        let page = rounds::page(services, &world.later(&world.visitor(), 6), 1).await.unwrap();
        assert_eq!(page.card.round.state, RoundState::Open);
    }
}

#[tokio::test]
async fn a_hand_in_a_kept_snapshot_is_named_by_check() {
    for world in worlds().await {
        let services = &world.services;
        world.need_by(&world.asking(world.citizen), "Una corriera la sera").await;
        let closed = world.later(&coordinator(&world), 6);
        round_reopen::reopen(services, &closed, 1, REASON, until("2026-03-30 23:59"))
            .await
            .unwrap();
        world.sound().await;
        let db = &world.fresh.db;
        let sql = "SELECT CAST(COUNT(*) AS BIGINT) FROM round_snapshots";
        assert_eq!(number(db, sql, []).await.unwrap(), 1);
        execute(db, "UPDATE round_snapshots SET document = '{}'", []).await.unwrap();
        let problems = check::run(services).await.unwrap();
        let codes: Vec<&str> = problems.iter().map(|problem| problem.code).collect();
        assert_eq!(codes, ["text_altered"], "{problems:?}");
    }
}
