//! Life of a merge: who is told, the objection window, objections, dissents, mediation, undoing.

use chrono::Duration;
use domain::faults::What;
use domain::merging::ClusterState;
use domain::merging::life::{AnswerDraft, Mediation, MediationDraft, MergeAnswer};
use domain::outcomes::Outcome;
use domain::views::{Filter, Letter, LifeWhat, RoundAct};
use proptest::prelude::*;
use services::merging::{
    Answered, answer, cluster, decide_reason, dissolve, make, mediate, settle, workbench,
};
use services::voices::Whose;

use super::merging::{bytes_of, wrong_of};
use super::*;

const REASON: &str = "Non chiedevo questo, ma una stanza.";

fn said(kind: MergeAnswer, words: &str) -> AnswerDraft {
    AnswerDraft { answer: kind, words: words.to_owned(), language: "it".to_owned() }
}

fn decided(decision: Mediation) -> MediationDraft {
    MediationDraft {
        decision,
        reason: "Ho sentito chi si oppone e chi ha proposto.".to_owned(),
        synthesis: "Chi assiste chiede ore libere e una stanza calda.".to_owned(),
    }
}

async fn object(world: &World, ask: &Asking, text: i64, made: i64) -> Result<Answered, Declined> {
    let whose = Whose::Own(Kind::Need, text);
    answer(&world.services, ask, whose, made, said(MergeAnswer::Objected, REASON)).await
}

/// Two needs of two authors, and a merge of them that is proposed.
async fn two(world: &World) -> (i64, i64, i64) {
    let one = world.need_by(&world.asking(world.citizen), "Una notte di sonno").await;
    let two = world.need_by(&world.asking(world.neighbour), "Un pomeriggio libero").await;
    (one, two, proposed_of(world, &[one, two]).await)
}

/// How many messages of a kind wait for somebody.
async fn waiting(world: &World, kind: &str, person: PersonId) -> i64 {
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) FROM outbox WHERE kind = $1 AND person_id = $2";
    let values = [Value::Text(kind.to_owned()), Value::Id(person.uuid())];
    number(&world.fresh.db, sql, values).await.unwrap()
}

async fn state(world: &World, ask: &Asking, made: i64) -> ClusterState {
    cluster(&world.services, ask, made).await.unwrap().card.state
}

#[tokio::test]
async fn a_merge_is_a_proposal_until_its_window_is_over() {
    for world in worlds().await {
        let (one, _, made) = two(&world).await;
        let visitor = world.visitor();
        let page = cluster(&world.services, &visitor, made).await.unwrap();
        assert_eq!(page.card.state, ClusterState::ObjectionWindow);
        // Seven whole days after that of the proposal: the tenth of March.
        let closes = page.card.closes.unwrap();
        assert_eq!(closes, services::days::ends("2026-03-17".parse().unwrap()));
        assert_eq!(stage(&world, one).await, "pubblicato", "not joined yet");
        let text = services::contributions::page(&world.services, &visitor, Kind::Need, one)
            .await
            .unwrap();
        assert!(text.clusters.is_empty());
        assert_eq!(text.proposed.len(), 1);
        assert!(text.merges.is_empty(), "what may be answered is its author's");

        let last = Asking { now: closes - Duration::seconds(1), ..visitor.clone() };
        assert_eq!(state(&world, &last, made).await, ClusterState::ObjectionWindow);
        // A page is right although nothing has run.
        let over = Asking { now: closes, ..visitor.clone() };
        let page = cluster(&world.services, &over, made).await.unwrap();
        assert_eq!((page.card.state, page.applied), (ClusterState::Applied, Some(closes)));
        assert!(matches!(page.life.last().unwrap().what, LifeWhat::Applied));
        world.sound().await;

        let later = closes + Duration::days(3);
        assert!(settle(&world.services, world.ambito, later).await.unwrap());
        assert!(!settle(&world.services, world.ambito, later).await.unwrap(), "once");
        assert_eq!(stage(&world, one).await, "unito");
        let over = Asking { now: later, ..visitor };
        let page = cluster(&world.services, &over, made).await.unwrap();
        assert_eq!(page.applied, Some(closes), "since the end of the window, whoever came when");
        world.sound().await;
    }
}

#[tokio::test]
async fn authors_and_supporters_are_told_once_each() {
    for world in worlds().await {
        let one = world.need_by(&world.asking(world.citizen), "Una notte di sonno").await;
        let two = world.need_by(&world.asking(world.citizen), "Un pomeriggio libero").await;
        for (person, text) in
            [(world.neighbour, one), (world.neighbour, two), (world.representative, one)]
        {
            let ask = world.asking(person);
            services::supports::give(&world.services, &ask, Kind::Need, text).await.unwrap();
        }
        let made = proposed_of(&world, &[one, two]).await;
        assert_eq!(waiting(&world, "unione_proposta", world.citizen).await, 1);
        assert_eq!(waiting(&world, "unione_di_sostenuti", world.citizen).await, 0);
        assert_eq!(waiting(&world, "unione_di_sostenuti", world.neighbour).await, 1);
        assert_eq!(waiting(&world, "unione_di_sostenuti", world.representative).await, 1);
        let mine = services::people::mine(&world.services, &world.asking(world.citizen)).await;
        let mine = mine.unwrap().merges;
        assert_eq!((mine.len(), mine[0].wrote, mine[0].answer), (1, true, None));
        let ask = world.asking(world.neighbour);
        let mine = services::people::mine(&world.services, &ask).await.unwrap().merges;
        assert_eq!((mine.len(), mine[0].wrote), (1, false));
        // Each letter says which merge and until when, and nobody's words.
        let mut kinds = Vec::new();
        while let Some(ready) = services::outbox::next(&world.services, noon()).await.unwrap() {
            if let Letter::Merge { kind, cluster, closes, .. } = &ready.letter {
                assert_eq!((*cluster, closes.is_some()), (made, true));
                kinds.push(kind.code());
            }
            services::outbox::sent(&world.services, &ready.claimed, noon()).await.unwrap();
        }
        kinds.sort_unstable();
        let supporters = "unione_di_sostenuti";
        assert_eq!(kinds, [supporters, supporters, "unione_proposta"]);
        // Votes and supports never move.
        let sum = "SELECT CAST(SUM(supports) AS BIGINT) FROM contributions";
        assert_eq!(count(&world, sum).await, 3);
    }
}

#[tokio::test]
async fn an_objection_stops_it_and_somebody_else_decides() {
    for world in worlds().await {
        let (one, two, made) = two(&world).await;
        let author = world.asking(world.citizen);
        assert_eq!(refusal(object(&world, &author, two, made).await), Refusal::NotYours);
        let stranger = world.asking(world.representative);
        assert_eq!(refusal(object(&world, &stranger, one, made).await), Refusal::NotYours);
        let visitor = world.visitor();
        assert_eq!(refusal(object(&world, &visitor, one, made).await), Refusal::SignInNeeded);
        let whose = Whose::Own(Kind::Need, one);
        let silent = said(MergeAnswer::Objected, " ");
        let tried = answer(&world.services, &author, whose, made, silent).await;
        assert_eq!(faults(tried), vec![Fault::new("objection", What::Missing)]);

        object(&world, &author, one, made).await.unwrap();
        // Twice is once.
        object(&world, &author, one, made).await.unwrap();
        let rows = "SELECT CAST(COUNT(*) AS BIGINT) FROM cluster_answers";
        assert_eq!(count(&world, rows).await, 1);
        assert_eq!(state(&world, &visitor, made).await, ClusterState::Contested);
        let after = world.later(&visitor, 30);
        assert_eq!(state(&world, &after, made).await, ClusterState::Contested, "no clock ends it");
        assert!(!settle(&world.services, world.ambito, after.now).await.unwrap());

        let page = cluster(&world.services, &visitor, made).await.unwrap();
        let Some(LifeWhat::Objected { author: Some(kind), reason, held, .. }) =
            page.life.last().map(|step| step.what.clone())
        else {
            panic!("no objection in {:?}", page.life)
        };
        assert_eq!((kind.code(), reason.as_deref(), held), ("cittadino", Some(REASON), false));
        assert_eq!(waiting(&world, "unione_contestata", world.colleague).await, 1);
        assert_eq!(waiting(&world, "unione_contestata", world.coordinator).await, 1);
        assert_eq!(waiting(&world, "unione_contestata", world.facilitator).await, 0);

        let tried = async |person| {
            let (ask, draft) = (world.asking(person), decided(Mediation::Applied));
            refusal(mediate(&world.services, &ask, made, &draft).await)
        };
        assert_eq!(tried(world.facilitator).await, Refusal::OwnMerge);
        assert_eq!(tried(world.office).await, Refusal::NotYourRole);
        assert_eq!(tried(world.citizen).await, Refusal::NotYourRole);
        let page = cluster(&world.services, &world.asking(world.facilitator), made).await.unwrap();
        assert_eq!(page.may_mediate, Err(Refusal::OwnMerge));

        let colleague = world.asking(world.colleague);
        let mut silent = decided(Mediation::Applied);
        silent.reason = " ".into();
        let found = faults(mediate(&world.services, &colleague, made, &silent).await);
        assert_eq!(found, vec![Fault::new("mediation", What::Missing)]);
        mediate(&world.services, &colleague, made, &decided(Mediation::Applied)).await.unwrap();
        let page = cluster(&world.services, &visitor, made).await.unwrap();
        assert_eq!((page.card.state, page.applied), (ClusterState::Applied, Some(noon())));
        assert_eq!(stage(&world, one).await, "unito");
        assert_eq!(waiting(&world, "unione_mediata", world.citizen).await, 1);
        assert_eq!(waiting(&world, "unione_mediata", world.neighbour).await, 1);
        let again = decided(Mediation::Apart);
        let tried = mediate(&world.services, &colleague, made, &again).await;
        assert_eq!(refusal(tried), Refusal::AlreadyDone);
        let tried = object(&world, &world.asking(world.neighbour), two, made).await;
        assert!(matches!(refusal(tried), Refusal::ObjectionsOver { .. }));
        world.sound().await;
    }
}

#[tokio::test]
async fn a_changed_synthesis_is_a_new_version_and_the_old_one_stays() {
    for world in worlds().await {
        let (one, _, made) = two(&world).await;
        object(&world, &world.asking(world.citizen), one, made).await.unwrap();
        let coordinator = world.asking(world.coordinator);
        let draft = decided(Mediation::Changed);
        mediate(&world.services, &coordinator, made, &draft).await.unwrap();
        let page = cluster(&world.services, &world.visitor(), made).await.unwrap();
        assert_eq!(page.synthesis, draft.synthesis);
        assert_eq!((page.earlier.len(), page.earlier[0].version), (1, 1));
        assert_eq!(page.earlier[0].text, joined(&[]).synthesis);
        world.sound().await;
        let sql = "UPDATE clusters SET synthesis = 'Altro.' WHERE number = $1";
        execute(&world.fresh.db, sql, [Value::Number(made)]).await.unwrap();
        assert_eq!(wrong_of(&world).await, ["text_altered"]);
    }
}

#[tokio::test]
async fn what_is_kept_apart_joins_nothing_and_can_be_told() {
    for world in worlds().await {
        let (one, two, made) = two(&world).await;
        object(&world, &world.asking(world.citizen), one, made).await.unwrap();
        let colleague = world.asking(world.colleague);
        mediate(&world.services, &colleague, made, &decided(Mediation::Apart)).await.unwrap();
        let page = cluster(&world.services, &world.visitor(), made).await.unwrap();
        assert_eq!((page.card.state, page.sources.len()), (ClusterState::Apart, 2));
        assert_eq!(stage(&world, one).await, "pubblicato");
        assert_eq!(stage(&world, two).await, "pubblicato");
        let office = world.asking(world.office);
        let draft = sheet(&[("title", "Sollievo".into()), ("cluster", made.to_string())]);
        let tried = services::actions::save(&world.services, &office, None, draft, "").await;
        assert_eq!(faults(tried), vec![Fault::new("cluster", What::NotAChoice)]);
        // Nothing hinders them from being joined otherwise.
        let again = proposed_of(&world, &[one, two]).await;
        assert_ne!(again, made);
        world.sound().await;
    }
}

#[tokio::test]
async fn an_objection_can_be_taken_back() {
    for world in worlds().await {
        let (one, _, made) = two(&world).await;
        let author = world.asking(world.citizen);
        object(&world, &author, one, made).await.unwrap();
        let accept = async |ask: &Asking| {
            let (whose, draft) = (Whose::Own(Kind::Need, one), said(MergeAnswer::Accepted, ""));
            answer(&world.services, ask, whose, made, draft).await
        };
        accept(&author).await.unwrap();
        let visitor = world.visitor();
        assert_eq!(state(&world, &visitor, made).await, ClusterState::ObjectionWindow);
        object(&world, &author, one, made).await.unwrap();
        // After the window too, while it waits for a decision: then it is applied at once.
        let after = world.later(&author, 20);
        accept(&after).await.unwrap();
        let page = cluster(&world.services, &world.later(&visitor, 20), made).await.unwrap();
        assert_eq!((page.card.state, page.applied), (ClusterState::Applied, Some(after.now)));
        assert_eq!(stage(&world, one).await, "unito");
        world.sound().await;
    }
}

#[tokio::test]
async fn a_dissent_is_printed_with_the_cluster_and_the_action() {
    for world in worlds().await {
        add_indicator(&world).await;
        let (one, two, made) = two(&world).await;
        let author = world.asking(world.neighbour);
        let dissent = async |sentence: &str| {
            let draft = said(MergeAnswer::Dissented, sentence);
            answer(&world.services, &author, Whose::Own(Kind::Need, two), made, draft).await
        };
        let found = faults(dissent("parole mai scritte").await);
        assert_eq!(found, vec![Fault::new("sentence", What::NotInSource)]);
        let sentence = "lo racconto in almeno dieci parole";
        dissent(&format!(" {sentence} ")).await.unwrap();
        let page = cluster(&world.services, &world.visitor(), made).await.unwrap();
        // It does not stop the merge.
        assert_eq!(page.card.state, ClusterState::ObjectionWindow);
        let last = page.sources.last().unwrap();
        assert_eq!((last.share, last.excerpt.as_deref()), (Share::Dissent, Some(sentence)));
        world.sound().await;
        // Taken back, it is what was proposed; asked again, it is printed on the action.
        let accepted = said(MergeAnswer::Accepted, "");
        let whose = Whose::Own(Kind::Need, two);
        answer(&world.services, &author, whose, made, accepted).await.unwrap();
        let page = cluster(&world.services, &world.visitor(), made).await.unwrap();
        let last = page.sources.last().unwrap();
        assert_eq!(
            (last.share, last.excerpt.as_deref()),
            (Share::PartOf, Some("lo racconto in almeno dieci parole"))
        );
        dissent(sentence).await.unwrap();
        world.end_window(made).await;
        let action = at_the_table(&world, &[made], &[]).await;
        let page = services::actions::page(&world.services, &world.visitor(), action).await;
        let page = page.unwrap();
        assert_eq!(page.dissent.len(), 1);
        assert_eq!(page.dissent[0].contribution.number, two);
        assert_eq!(page.dissent[0].excerpt, sentence);
        super::table::decided_as(&world, action, "ammessa").await;
        assert_eq!(stage(&world, one).await, "esito/accolto");
        assert_eq!(stage(&world, two).await, "unito", "it is answered for itself");
        world.sound().await;
    }
}

#[tokio::test]
async fn the_holder_of_a_receipt_answers_with_it() {
    for world in worlds().await {
        let draft = world.draft(Kind::Need, "Una stanza calda");
        let visitor = world.visitor();
        let form = world.form_id();
        let sent = services::voices::submit(&world.services, &visitor, draft, &form).await.unwrap();
        let code = sent.receipt.unwrap();
        let two = world.need_by(&world.asking(world.neighbour), "Un pomeriggio libero").await;
        let made = proposed_of(&world, &[sent.number, two]).await;
        let seen = services::receipts::follow(&world.services, &visitor, &code).await.unwrap();
        assert_eq!(seen.merges.len(), 1);
        assert_eq!(seen.merges[0].may_object, Ok(()));
        assert!(seen.merges[0].body.starts_with("Una stanza calda"));

        let whose = || Whose::Receipt(code.clone());
        let objected = said(MergeAnswer::Objected, REASON);
        answer(&world.services, &visitor, whose(), made, objected).await.unwrap();
        assert_eq!(state(&world, &visitor, made).await, ClusterState::Contested);
        let seen = services::receipts::follow(&world.services, &visitor, &code).await.unwrap();
        let own = seen.merges[0].answer.as_ref().unwrap();
        assert_eq!((own.answer, own.words.as_str()), (MergeAnswer::Objected, REASON));
        let wrong = Whose::Receipt("0000".into());
        let tried = answer(&world.services, &visitor, wrong, made, said(MergeAnswer::Accepted, ""));
        assert_eq!(faults(tried.await), vec![Fault::new("code", What::UnknownCode)]);
        // Of another cluster it says nothing.
        let three = world.need_by(&world.asking(world.neighbour), "Una corriera").await;
        let other = proposed_of(&world, &[two, three]).await;
        let accepted = said(MergeAnswer::Accepted, "");
        let tried = answer(&world.services, &visitor, whose(), other, accepted).await;
        assert!(matches!(tried, Err(Declined::NotFound)));
        world.sound().await;
    }
}

#[tokio::test]
async fn a_reason_in_which_somebody_is_named_counts_and_is_not_shown() {
    for world in worlds().await {
        let (one, _, made) = two(&world).await;
        let author = world.asking(world.citizen);
        let words = "Il signor Bianchi, RSSMRA80A01H501U, non è d'accordo con questo.";
        let (whose, draft) = (Whose::Own(Kind::Need, one), said(MergeAnswer::Objected, words));
        let done = answer(&world.services, &author, whose, made, draft).await.unwrap();
        assert!(done.screening.cause().is_some());
        let reason = async |ask: &Asking| {
            let page = cluster(&world.services, ask, made).await.unwrap();
            assert_eq!(page.card.state, ClusterState::Contested);
            match page.life.last().map(|step| step.what.clone()) {
                Some(LifeWhat::Objected { reason, held: true, .. }) => reason,
                other => panic!("no held objection: {other:?}"),
            }
        };
        assert_eq!(reason(&world.visitor()).await, None);
        assert_eq!(reason(&world.asking(world.office)).await.as_deref(), Some(words));
        assert_eq!(reason(&world.asking(world.coordinator)).await.as_deref(), Some(words));
        world.sound().await;
        // A moderator reads it, and publishes it or not.
        let moderator = world.asking(world.moderator);
        let queue = services::moderation::queue(&world.services, &moderator).await.unwrap();
        assert_eq!(queue.reasons.len(), 1);
        let which = (made, queue.reasons[0].position);
        let tried = decide_reason(&world.services, &author, which, true).await;
        assert_eq!(refusal(tried), Refusal::NotYourRole);
        decide_reason(&world.services, &moderator, which, false).await.unwrap();
        assert_eq!(reason(&world.visitor()).await, None);
        let tried = decide_reason(&world.services, &moderator, which, true).await;
        assert_eq!(refusal(tried), Refusal::AlreadyDone);
        let accepted = said(MergeAnswer::Accepted, "");
        let whose = || Whose::Own(Kind::Need, one);
        answer(&world.services, &author, whose(), made, accepted).await.unwrap();
        let again = said(MergeAnswer::Objected, words);
        answer(&world.services, &author, whose(), made, again).await.unwrap();
        let queue = services::moderation::queue(&world.services, &moderator).await.unwrap();
        let which = (made, queue.reasons[0].position);
        decide_reason(&world.services, &moderator, which, true).await.unwrap();
        let page = cluster(&world.services, &world.visitor(), made).await.unwrap();
        let told = page.life.iter().any(|step| {
            matches!(&step.what, LifeWhat::Objected { reason: Some(said), held: false, .. }
                if said == words)
        });
        assert!(told, "{:?}", page.life);
        world.sound().await;
    }
}

#[tokio::test]
async fn a_text_that_leaves_takes_the_reason_with_it() {
    for world in worlds().await {
        let (one, _, made) = two(&world).await;
        let author = world.asking(world.citizen);
        object(&world, &author, one, made).await.unwrap();
        let facilitator = world.asking(world.facilitator);
        dissolve(&world.services, &facilitator, made, "Meglio tenerle distinte.").await.unwrap();
        let whose = Whose::Own(Kind::Need, one);
        services::voices::withdraw(&world.services, &author, whose).await.unwrap();
        let page = cluster(&world.services, &facilitator, made).await.unwrap();
        let told = page.life.iter().find_map(|step| match &step.what {
            LifeWhat::Objected { reason, .. } => Some(reason.clone()),
            _ => None,
        });
        assert_eq!(told, Some(None));
        let words = "SELECT CAST(COUNT(*) AS BIGINT) FROM cluster_answers WHERE words <> ''";
        assert_eq!(count(&world, words).await, 0, "erased with it");
        world.sound().await;
    }
}

#[tokio::test]
async fn no_action_comes_from_what_may_still_be_contested() {
    for world in worlds().await {
        let (one, _, made) = two(&world).await;
        let facilitator = world.asking(world.facilitator);
        let draft = || sheet(&[("title", "Sollievo".into()), ("cluster", made.to_string())]);
        let save = async |ask: &Asking| {
            services::actions::save(&world.services, ask, None, draft(), "").await
        };
        assert_eq!(refusal(save(&facilitator).await), Refusal::MergeNotApplied);
        let page = cluster(&world.services, &facilitator, made).await.unwrap();
        assert_eq!(page.may_draft, Err(Refusal::MergeNotApplied));
        object(&world, &world.asking(world.citizen), one, made).await.unwrap();
        assert_eq!(refusal(save(&facilitator).await), Refusal::MergeNotApplied);
        let colleague = world.asking(world.colleague);
        mediate(&world.services, &colleague, made, &decided(Mediation::Applied)).await.unwrap();
        save(&facilitator).await.unwrap();
        assert_eq!(stage(&world, one).await, "in_azione");
        world.sound().await;
    }
}

#[tokio::test]
async fn a_round_is_not_given_back_while_a_merge_waits() {
    for world in worlds().await {
        let (one, two, made) = two(&world).await;
        let office = world.asking(world.office);
        for text in [one, two] {
            let (not, why) = (Outcome::NotAccepted, "Non è di questo piano, ma del Comune.");
            services::outcomes::give(&world.services, &office, Kind::Need, text, not, why, None)
                .await
                .unwrap();
        }
        world.mark_round("in_sintesi").await.unwrap();
        let give_back = async |ask: &Asking| {
            let account = "Abbiamo letto tutto e risposto a tutti.";
            services::round_acts::act(&world.services, ask, 1, RoundAct::GiveBack, account).await
        };
        let tried = refusal(give_back(&office).await);
        assert_eq!(tried, Refusal::MergesUndecided { left: 1 });
        object(&world, &world.asking(world.citizen), one, made).await.unwrap();
        let later = world.later(&office, 9);
        assert_eq!(refusal(give_back(&later).await), Refusal::MergesUndecided { left: 1 });
        let colleague = world.later(&world.asking(world.colleague), 9);
        mediate(&world.services, &colleague, made, &decided(Mediation::Apart)).await.unwrap();
        give_back(&later).await.unwrap();
        world.sound().await;
    }
}

#[tokio::test]
async fn the_workbench_does_not_offer_what_is_proposed() {
    for world in worlds().await {
        named_bodies(&world).await;
        let (one, _, made) = two(&world).await;
        let three = world.need_by(&world.asking(world.citizen), "Una corriera").await;
        let facilitator = world.asking(world.facilitator);
        let bench = async |query: Option<&str>| {
            let filter = Filter { query: query.map(str::to_owned), ..Filter::default() };
            let page = workbench(&world.services, &facilitator, 1, &filter, None).await.unwrap();
            let alone: Vec<i64> =
                page.unassigned.iter().map(|card| card.contribution.number).collect();
            assert_eq!(page.paging.total, alone.len() as u64);
            (alone, page.assigned, page.proposed)
        };
        assert_eq!(bench(None).await, (vec![three], 0, 2));
        assert_eq!(bench(Some("sonno")).await.0, Vec::<i64>::new());
        object(&world, &world.asking(world.citizen), one, made).await.unwrap();
        assert_eq!(bench(None).await, (vec![three], 0, 2));
        dissolve(&world.services, &facilitator, made, "Meglio tenerle distinte.").await.unwrap();
        assert_eq!(bench(None).await.0.len(), 3);
    }
}

#[tokio::test]
async fn check_names_what_a_hand_changed() {
    for world in worlds().await {
        let (one, _, made) = two(&world).await;
        object(&world, &world.asking(world.citizen), one, made).await.unwrap();
        world.sound().await;
        let applied = "UPDATE clusters SET state = 'applicato', applied_at = $2 WHERE number = $1";
        let values = [Value::Number(made), Value::At(noon())];
        execute(&world.fresh.db, applied, values).await.unwrap();
        let found = wrong_of(&world).await;
        assert!(found.contains(&"merge_wrong"), "{found:?}");
        let back = "UPDATE clusters SET state = 'contestato', applied_at = NULL";
        execute(&world.fresh.db, back, []).await.unwrap();
        execute(&world.fresh.db, "UPDATE cluster_answers SET words = 'Altro.'", []).await.unwrap();
        assert_eq!(wrong_of(&world).await, ["text_altered"]);
        let gone = execute(&world.fresh.db, "DELETE FROM cluster_answers", []).await;
        assert!(gone.is_err(), "answers are appended");
    }
}

/// One step of the life of merges, by facilitators, authors and the clock.
#[derive(Debug, Clone)]
enum Step {
    /// Joins these of the texts.
    Propose(Vec<usize>),
    /// The author of this text says this of this merge.
    Answer(usize, usize, MergeAnswer),
    /// A second facilitator decides on this merge.
    Mediate(usize, Mediation),
    /// So many days pass.
    Wait(i64),
    /// Undoes this one.
    Dissolve(usize),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let propose =
        proptest::sample::subsequence((0..4).collect::<Vec<_>>(), 2..=4).prop_map(Step::Propose);
    let answers = proptest::sample::select(MergeAnswer::ALL.to_vec());
    let decisions = proptest::sample::select(Mediation::ALL.to_vec());
    let step = prop_oneof![
        3 => propose,
        5 => (0usize..4, 0usize..3, answers).prop_map(|(text, merge, answer)| {
            Step::Answer(text, merge, answer)
        }),
        2 => (0usize..3, decisions).prop_map(|(merge, decision)| Step::Mediate(merge, decision)),
        2 => (1i64..9).prop_map(Step::Wait),
        2 => (0usize..3).prop_map(Step::Dissolve),
    ];
    proptest::collection::vec(step, 1..12)
}

/// Invariant 10: whatever is proposed, contested, mediated and undone, every source is what it was,
/// byte for byte, the chain is valid, and when all is undone so is what was derived.
#[test]
fn any_life_leaves_every_source_as_it_was() {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    for world in runtime.block_on(worlds()) {
        let people = [world.neighbour, world.representative];
        let (numbers, before) = runtime.block_on(async {
            let (mut numbers, mut before) = (Vec::new(), Vec::new());
            for title in ["Uno", "Due", "Tre", "Quattro"] {
                let number = world.need_by(&world.asking(world.citizen), title).await;
                for person in people {
                    let ask = world.asking(person);
                    services::supports::give(&world.services, &ask, Kind::Need, number)
                        .await
                        .unwrap();
                }
                numbers.push(number);
            }
            for number in &numbers {
                before
                    .push((bytes_of(&world, *number, &people).await, stage(&world, *number).await));
            }
            (numbers, before)
        });
        let config = ProptestConfig { cases: 16, failure_persistence: None, ..Default::default() };
        proptest!(config, |(steps in steps())| {
            runtime.block_on(async {
                let mut days = 0;
                let mut made: Vec<i64> = Vec::new();
                let at = |person, days| world.later(&world.asking(person), days);
                for step in steps {
                    match step {
                        Step::Propose(chosen) => {
                            let chosen: Vec<i64> = chosen.iter().map(|&n| numbers[n]).collect();
                            let (ask, form) = (at(world.facilitator, days), world.form_id());
                            let draft = marked(&chosen);
                            let number = make(&world.services, &ask, 1, draft, &form).await;
                            made.push(number.unwrap());
                        }
                        Step::Answer(text, merge, kind) => {
                            let Some(&merge) = made.get(merge) else { continue };
                            let words = match kind {
                                MergeAnswer::Accepted => "",
                                MergeAnswer::Objected => REASON,
                                MergeAnswer::Dissented => "almeno dieci parole",
                            };
                            let whose = Whose::Own(Kind::Need, numbers[text]);
                            let (ask, draft) = (at(world.citizen, days), said(kind, words));
                            // Too late, or not in it: refused, and nothing changes.
                            let _ = answer(&world.services, &ask, whose, merge, draft).await;
                        }
                        Step::Mediate(merge, decision) => {
                            let Some(&merge) = made.get(merge) else { continue };
                            let (ask, draft) = (at(world.colleague, days), decided(decision));
                            let _ = mediate(&world.services, &ask, merge, &draft).await;
                        }
                        Step::Wait(more) => {
                            days += more;
                            let now = noon() + Duration::days(days);
                            settle(&world.services, world.ambito, now).await.unwrap();
                        }
                        Step::Dissolve(merge) => {
                            let Some(&merge) = made.get(merge) else { continue };
                            let ask = at(world.facilitator, days);
                            let why = "Meglio tenerle distinte.";
                            let _ = dissolve(&world.services, &ask, merge, why).await;
                        }
                    }
                    for (number, (bytes, _)) in numbers.iter().zip(&before) {
                        assert_eq!(&bytes_of(&world, *number, &people).await, bytes);
                    }
                }
                world.sound().await;
                let ask = at(world.facilitator, days);
                for merge in made {
                    let _ = dissolve(&world.services, &ask, merge, "Tutto da capo, insieme.").await;
                }
                for (number, (bytes, stands)) in numbers.iter().zip(&before) {
                    assert_eq!(&bytes_of(&world, *number, &people).await, bytes);
                    assert_eq!(&stage(&world, *number).await, stands);
                }
            });
        });
        runtime.block_on(world.sound());
    }
}

#[tokio::test]
async fn an_ambito_sets_how_long_one_may_object() {
    for world in worlds().await {
        let (one, two) = {
            let ask = world.asking(world.citizen);
            (world.need_by(&ask, "Una notte di sonno").await, world.need_by(&ask, "Il taxi").await)
        };
        let closes = async |made| {
            let page = cluster(&world.services, &world.visitor(), made).await.unwrap();
            page.card.closes.unwrap()
        };
        let set = async |days| {
            services::merging::set_objection_days(&world.services, world.ambito, days, noon()).await
        };
        let seventh = services::days::ends("2026-03-17".parse().unwrap());
        let before = proposed_of(&world, &[one, two]).await;
        assert_eq!(closes(before).await, seventh);
        for wrong in [0, 2, 61] {
            assert_eq!(faults(set(wrong).await)[0].field, "days", "{wrong}");
        }
        set(10).await.unwrap();
        set(10).await.unwrap();
        assert_eq!(closes(before).await, seventh, "it keeps the end it has");
        let after = proposed_of(&world, &[one, two]).await;
        assert_eq!(closes(after).await, services::days::ends("2026-03-20".parse().unwrap()));
        let told = "SELECT CAST(COUNT(*) AS BIGINT) FROM events \
                    WHERE operation = 'set_objection_days'";
        assert_eq!(count(&world, told).await, 1, "saying what stands is no act");
        let ask = world.asking(world.facilitator);
        let page = services::merging::form(&world.services, &ask, 1, &[one]).await.unwrap();
        assert_eq!(page.objection_days, 10);
        world.sound().await;
    }
}

#[tokio::test]
async fn the_check_names_a_window_that_was_moved() {
    for world in worlds().await {
        let ask = world.asking(world.citizen);
        let one = world.need_by(&ask, "Una notte di sonno").await;
        let two = world.need_by(&ask, "Un pomeriggio libero").await;
        proposed_of(&world, &[one, two]).await;
        world.sound().await;
        let hand = "UPDATE clusters SET closes_at = $1";
        let earlier = [Value::At(noon() + Duration::days(1))];
        execute(&world.fresh.db, hand, earlier).await.unwrap();
        let problems = services::check::run(&world.services).await.unwrap();
        let found: Vec<(&str, &str)> =
            problems.iter().map(|one| (one.code, one.subject.as_str())).collect();
        assert_eq!(found, [("window_wrong", "cluster 1")]);
    }
}
