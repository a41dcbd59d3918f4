//! The Tavolo di Piano: its list, interests, decisions.

use domain::actions::{ActionState, Missing, Part};
use domain::faults::What;
use domain::review::{MemberPart, Presence, ReviewDraft, ReviewOutcome};
use domain::views::Interest;
use services::actions::{page as action_page, save, send};
use services::table::{decide, decision, page};

use super::*;

/// A decision for which these members vote, the others being absent.
fn decided(world: &World, outcome: ReviewOutcome, present: usize) -> ReviewDraft {
    let vote = match outcome {
        ReviewOutcome::NotAdmitted => Presence::Against,
        ReviewOutcome::Admitted | ReviewOutcome::AdmittedWithChanges | ReviewOutcome::PutOff => {
            Presence::Favour
        }
    };
    ReviewDraft {
        outcome,
        reason: "Risponde a un vuoto verificato in tre Comuni.".into(),
        conditions: match outcome {
            ReviewOutcome::AdmittedWithChanges => vec!["Due tappe la settimana".into()],
            ReviewOutcome::Admitted | ReviewOutcome::NotAdmitted | ReviewOutcome::PutOff => vec![],
        },
        minority: String::new(),
        members: (0..)
            .zip(world.members)
            .map(|(n, person)| MemberPart {
                person,
                presence: if n < present { vote } else { Presence::Absent },
                interest: None,
            })
            .collect(),
    }
}

/// The Tavolo decides so on the newest version of an action.
pub async fn decided_as(world: &World, action: i64, outcome: &str) {
    let ask = world.asking(world.members[1]);
    let version = action_page(&world.services, &ask, action).await.unwrap().version;
    let draft = decided(world, outcome.parse().unwrap(), 5);
    decide(&world.services, &ask, action, version, draft, &world.form_id()).await.unwrap();
}

/// A world with a need and a proposal of the association.
async fn voices(world: &World) -> (i64, i64) {
    add_indicator(world).await;
    let need = world.need_by(&world.asking(world.citizen), "Una notte di sonno").await;
    let mut draft = world.draft(Kind::Proposal, "Operatori il sabato");
    draft.organisation = Some(world.association);
    let ask = world.asking(world.representative);
    let proposal = services::voices::submit(&world.services, &ask, draft, &world.form_id())
        .await
        .unwrap()
        .number;
    (need, proposal)
}

#[tokio::test]
async fn the_tavolo_finds_what_is_ready_what_is_not_and_what_is_decided() {
    for world in worlds().await {
        let (need, proposal) = voices(&world).await;
        let office = world.asking(world.office);
        let ready = at_the_table(&world, &[], &[need]).await;
        let draft = sheet(&[("title", "Ancora da scrivere".into())]);
        let unfinished =
            save(&world.services, &office, None, draft, &world.form_id()).await.unwrap();
        let done = at_the_table(&world, &[], &[proposal]).await;
        decided_as(&world, done, "ammessa").await;

        let member = world.asking(world.members[0]);
        let found = page(&world.services, &member).await.unwrap();
        let numbers = |cards: &[domain::views::ActionCard]| {
            cards.iter().map(|card| card.action.number).collect::<Vec<_>>()
        };
        assert_eq!(found.body, "Tavolo di Piano");
        assert_eq!(numbers(&found.ready), vec![ready]);
        assert_eq!(numbers(&found.not_ready), vec![unfinished]);
        assert!(found.not_ready[0].missing.contains(&Missing::Indicator));
        assert_eq!(found.decided[0].0.action.number, done);
        assert_eq!(found.decided[0].1.outcome, ReviewOutcome::Admitted);
        assert_eq!(found.decided[0].1.members.len(), 5);

        // Not ready: readable, not decidable.
        let screen = decision(&world.services, &member, unfinished, None).await.unwrap();
        assert!(matches!(screen.action.may_review, Err(Refusal::NotReady { .. })));
        let draft = self::decided(&world, ReviewOutcome::Admitted, 5);
        let tried = decide(&world.services, &member, unfinished, 1, draft, "").await;
        assert!(matches!(refusal(tried), Refusal::NotReady { .. }));

        let citizen = world.asking(world.citizen);
        assert_eq!(refusal(page(&world.services, &citizen).await), Refusal::NotYourRole);
        let tried = decision(&world.services, &world.visitor(), ready, None).await;
        assert_eq!(refusal(tried), Refusal::SignInNeeded);
        world.sound().await;
    }
}

#[tokio::test]
async fn interests_are_suggested_from_authorship_and_nobody_elses_name_is_told() {
    for world in worlds().await {
        let (need, proposal) = voices(&world).await;
        let cluster = cluster_of(&world, &[need, proposal]).await;
        let action = at_the_table(&world, &[cluster], &[]).await;
        // The second member wrote the need themselves; the third sits for the association.
        let sql = "UPDATE authorships SET person_id = $1 WHERE subject_id = $2";
        let written = id_of(&world, Kind::Need, need).await;
        let values = [Value::Id(world.members[1].uuid()), Value::Id(written.uuid())];
        assert_eq!(execute(&world.fresh.db, sql, values).await.unwrap(), 1);
        let sql = "UPDATE seats SET organisation_id = $1 WHERE person_id = $2";
        let values = [Value::Id(world.association.uuid()), Value::Id(world.members[2].uuid())];
        execute(&world.fresh.db, sql, values).await.unwrap();

        let screen =
            decision(&world.services, &world.asking(world.members[1]), action, None).await.unwrap();
        assert_eq!((screen.quorum, screen.members.len()), (3, 5));
        let wrote = |row: &domain::views::MemberRow| {
            row.suggested
                .iter()
                .filter_map(|interest| match interest {
                    Interest::Wrote(of) => Some(of.number),
                    Interest::Owns | Interest::Partner => None,
                })
                .collect::<Vec<_>>()
        };
        assert_eq!(screen.members[0].suggested, vec![Interest::Owns]);
        assert!(screen.members[1].viewer);
        assert_eq!(wrote(&screen.members[1]), vec![need]);
        assert_eq!(wrote(&screen.members[2]), vec![proposal]);
        assert!(screen.members[2].suggested.contains(&Interest::Partner));
        assert!(screen.members[3].suggested.is_empty());

        let other =
            decision(&world.services, &world.asking(world.members[0]), action, None).await.unwrap();
        assert!(wrote(&other.members[1]).is_empty(), "a name behind a text is told to nobody");
    }
}

#[tokio::test]
async fn what_is_decided_reaches_every_source() {
    for world in worlds().await {
        let (need, proposal) = voices(&world).await;
        let other = world.need_by(&world.asking(world.citizen), "Un pomeriggio libero").await;
        let cluster = cluster_of(&world, &[need, other]).await;
        let first = at_the_table(&world, &[cluster], &[proposal]).await;
        decided_as(&world, first, "ammessa").await;
        for voice in [need, other, proposal] {
            assert_eq!(stage(&world, voice).await, "esito/accolto");
        }
        let second = at_the_table(&world, &[], &[proposal]).await;
        assert_eq!(stage(&world, proposal).await, "esito/accolto");
        decided_as(&world, second, "non_ammessa").await;
        assert_eq!(stage(&world, proposal).await, "esito/in_parte");
        let read = action_page(&world.services, &world.visitor(), second).await.unwrap();
        assert_eq!(read.card.action.state, ActionState::NotAdmitted);
        assert_eq!(read.reviews[0].reason, "Risponde a un vuoto verificato in tre Comuni.");
        let sql = "SELECT CAST(COUNT(*) AS BIGINT) FROM events \
                   WHERE operation = 'review_action' AND details LIKE '%non_ammessa%'";
        assert_eq!(count(&world, sql).await, 1);
        world.sound().await;
    }
}

#[tokio::test]
async fn a_decision_that_a_hand_changes_is_named() {
    /// A change by hand, and what it is a change of.
    const HANDS: [(&str, &str, &str); 6] = [
        ("UPDATE reviews SET outcome = 'ammessa'", "text_altered", "review "),
        ("UPDATE reviews SET reason = 'Perché sì, e basta così.'", "text_altered", "review "),
        ("DELETE FROM review_members", "text_altered", "review "),
        ("UPDATE actions SET state = 'approvata'", "state_wrong", "action 1"),
        ("UPDATE cluster_sources SET share = 'dissent'", "text_altered", "sources "),
        ("UPDATE rounds SET suspended_reason = 'Così.'", "text_altered", "round_act "),
    ];
    for (sql, code, subject) in HANDS {
        for world in worlds().await {
            let (need, _) = voices(&world).await;
            let other = world.need_by(&world.asking(world.citizen), "Un altro").await;
            let cluster = cluster_of(&world, &[need, other]).await;
            let action = at_the_table(&world, &[cluster], &[]).await;
            decided_as(&world, action, "non_ammessa").await;
            let office = world.asking(world.office);
            let (suspend, why) = (domain::views::RoundAct::Suspend, "Per una settimana di festa.");
            services::round_acts::act(&world.services, &office, 1, suspend, why).await.unwrap();
            world.sound().await;
            store::testing::execute(&world.fresh.db, sql, []).await.unwrap();
            let found = services::check::run(&world.services).await.unwrap();
            let named = found.iter().any(|p| p.code == code && p.subject.starts_with(subject));
            assert!(named, "{} {sql}: {found:#?}", world.fresh.kind);
        }
    }
}

#[tokio::test]
async fn a_decision_needs_reason_conditions_quorum_and_all_its_members() {
    for world in worlds().await {
        let (need, _) = voices(&world).await;
        let action = at_the_table(&world, &[], &[need]).await;
        let member = world.asking(world.members[1]);
        let tried = async |draft: ReviewDraft| {
            decide(&world.services, &member, action, 1, draft, &world.form_id()).await
        };
        let mut silent = decided(&world, ReviewOutcome::NotAdmitted, 5);
        silent.reason.clear();
        assert_eq!(faults(tried(silent).await), vec![Fault::new("reason", What::Missing)]);
        let mut bare = decided(&world, ReviewOutcome::AdmittedWithChanges, 5);
        bare.conditions.clear();
        assert_eq!(faults(tried(bare).await), vec![Fault::new("conditions", What::Missing)]);

        let few = decided(&world, ReviewOutcome::Admitted, 2);
        let no_quorum = Refusal::NoQuorum { counted: 2, minimum: 3 };
        assert_eq!(refusal(tried(few).await), no_quorum);
        // Three are there, one with an interest: they don't count, also if it is who records.
        let mut interested = decided(&world, ReviewOutcome::Admitted, 3);
        interested.members[1].presence = Presence::Abstained;
        interested.members[1].interest = Some("L'ho scritta io.".into());
        assert_eq!(refusal(tried(interested.clone()).await), no_quorum);

        let mut short = decided(&world, ReviewOutcome::Admitted, 5);
        short.members.pop();
        assert_eq!(
            faults(tried(short).await),
            vec![Fault::new("member", What::TooFew { least: 5 })]
        );
        let mut strange = decided(&world, ReviewOutcome::Admitted, 5);
        strange.members[4].person = world.citizen;
        assert_eq!(faults(tried(strange).await), vec![Fault::new("member", What::NotAChoice)]);
        let mut double = decided(&world, ReviewOutcome::Admitted, 5);
        double.members[4] = double.members[3].clone();
        assert_eq!(faults(tried(double).await), vec![Fault::new("member", What::NotAChoice)]);
        // Three against, two abstained: that is not an admission.
        let mut outvoted = decided(&world, ReviewOutcome::NotAdmitted, 5);
        outvoted.outcome = ReviewOutcome::Admitted;
        outvoted.members[3].presence = Presence::Abstained;
        outvoted.members[4].presence = Presence::Abstained;
        let what = What::AgainstVotes { favour: 0, against: 3, abstained: 2 };
        assert_eq!(faults(tried(outvoted).await), vec![Fault::new("outcome", what)]);
        assert_eq!(count(&world, "SELECT CAST(COUNT(*) AS BIGINT) FROM reviews").await, 0);

        interested.members[3].presence = Presence::Against;
        tried(interested).await.unwrap();
        let read = action_page(&world.services, &world.visitor(), action).await.unwrap();
        let told = &read.reviews[0].members[1];
        assert_eq!(told.interest.as_deref(), Some("L'ho scritta io."));
        world.sound().await;
    }
}

#[tokio::test]
async fn who_drafted_does_not_decide() {
    for world in worlds().await {
        let (need, _) = voices(&world).await;
        let both = of_both(&world, world.members[4]);
        let draft = complete(&world, &[], &[need]);
        let made = save(&world.services, &both, None, draft, &world.form_id()).await.unwrap();
        send(&world.services, &both, made).await.unwrap();
        let verdict = decided(&world, ReviewOutcome::Admitted, 5);
        let tried = decide(&world.services, &both, made, 1, verdict.clone(), "").await;
        assert_eq!(refusal(tried), Refusal::OwnDraft);
        let office = world.asking(world.office);
        let tried = decide(&world.services, &office, made, 1, verdict, "").await;
        assert_eq!(refusal(tried), Refusal::NotYourRole);
        let screen = decision(&world.services, &both, made, None).await.unwrap();
        assert_eq!(screen.action.may_review, Err(Refusal::OwnDraft));
    }
}

#[tokio::test]
async fn nobody_decides_twice_nor_on_a_version_they_have_not_read() {
    for world in worlds().await {
        let (need, _) = voices(&world).await;
        let office = world.asking(world.office);
        let made =
            save(&world.services, &office, None, complete(&world, &[], &[need]), &world.form_id())
                .await
                .unwrap();
        let mut revised = complete(&world, &[], &[need]);
        revised.base_version = 1;
        revised.title = "Sollievo anche la notte".into();
        save(&world.services, &office, Some(made), revised.clone(), &world.form_id())
            .await
            .unwrap();
        send(&world.services, &office, made).await.unwrap();
        let member = world.asking(world.members[0]);
        let off = decided(&world, ReviewOutcome::PutOff, 5);
        let tried = decide(&world.services, &member, made, 1, off.clone(), &world.form_id()).await;
        assert!(matches!(tried, Err(Declined::Stale { current: 2 })), "{tried:?}");
        // The screen tells who had read the first version what is different.
        let screen = decision(&world.services, &member, made, Some(1)).await.unwrap();
        assert_eq!(screen.changed, Some((1, vec![Part::Title])));
        let screen = decision(&world.services, &member, made, Some(2)).await.unwrap();
        assert_eq!(screen.changed, None);

        let (form, rival) = (world.form_id(), world.form_id());
        let second = world.asking(world.members[3]);
        let (one, two) = tokio::join!(
            decide(&world.services, &member, made, 2, off.clone(), &form),
            decide(&world.services, &second, made, 2, off.clone(), &rival),
        );
        let (won, lost) = if one.is_ok() { (one, two) } else { (two, one) };
        won.unwrap();
        assert_eq!(refusal(lost), Refusal::AlreadyDone);
        assert_eq!(count(&world, "SELECT CAST(COUNT(*) AS BIGINT) FROM reviews").await, 1);
        assert_eq!(stage(&world, need).await, "esito/rinviato");

        // Put off: the same version is not decided again, another one is.
        assert_eq!(refusal(send(&world.services, &office, made).await), Refusal::AlreadyDone);
        assert_eq!(page(&world.services, &member).await.unwrap().decided.len(), 1);
        revised.base_version = 2;
        save(&world.services, &office, Some(made), revised, &world.form_id()).await.unwrap();
        assert_eq!(page(&world.services, &member).await.unwrap().not_ready.len(), 1);
        send(&world.services, &office, made).await.unwrap();
        assert_eq!(stage(&world, need).await, "in_azione");
        let verdict = decided(&world, ReviewOutcome::AdmittedWithChanges, 4);
        let form = world.form_id();
        decide(&world.services, &member, made, 3, verdict.clone(), &form).await.unwrap();
        decide(&world.services, &member, made, 3, verdict, &form).await.unwrap();
        assert_eq!(count(&world, "SELECT CAST(COUNT(*) AS BIGINT) FROM reviews").await, 2);
        assert_eq!(stage(&world, need).await, "esito/in_parte");
        world.sound().await;
    }
}

/// What came to the Tavolo unfinished (from an import) is completed where it lies.
#[tokio::test]
async fn what_lies_at_the_tavolo_unfinished_can_be_completed() {
    for world in worlds().await {
        let (need, _) = voices(&world).await;
        let office = world.asking(world.office);
        let draft = sheet(&[("title", "Sollievo".into()), ("contribution", need.to_string())]);
        let made = save(&world.services, &office, None, draft, &world.form_id()).await.unwrap();
        let sql = "UPDATE actions SET state = 'al_tavolo', sent_at = $2 WHERE number = $1";
        let values = [Value::Number(made), Value::At(noon())];
        execute(&world.fresh.db, sql, values).await.unwrap();
        let member = world.asking(world.members[0]);
        let found = page(&world.services, &member).await.unwrap();
        assert_eq!((found.ready.len(), found.not_ready.len()), (0, 1));
        let read = action_page(&world.services, &office, made).await.unwrap();
        assert_eq!((read.may_edit, read.may_send), (Ok(()), Err(Refusal::AlreadyDone)));

        let mut full = complete(&world, &[], &[need]);
        full.base_version = 1;
        save(&world.services, &office, Some(made), full, &world.form_id()).await.unwrap();
        let found = page(&world.services, &member).await.unwrap();
        assert_eq!((found.ready.len(), found.not_ready.len()), (1, 0));
        decided_as(&world, made, "ammessa").await;
        assert_eq!(stage(&world, need).await, "esito/accolto");
    }
}
