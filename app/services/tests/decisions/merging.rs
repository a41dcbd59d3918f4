//! Clusters: made, read, undone; their sources untouched.

use domain::faults::What;
use domain::merging::ClusterState;
use domain::outcomes::Outcome;
use domain::suppression::Shown;
use domain::views::{Filter, StepWhat, ThreadStep};
use proptest::prelude::*;
use services::merging::{cluster, dissolve, form, make, thread, workbench};
use store::testing::Value;

use super::*;

#[tokio::test]
async fn a_cluster_points_at_its_sources_and_leaves_them() {
    for world in worlds().await {
        let ask = world.asking(world.citizen);
        let one = world.need_by(&ask, "Una notte di sonno").await;
        let two = world.proposal_by(&ask, "Operatori il sabato").await;
        let made = cluster_of(&world, &[one, two]).await;

        let page = cluster(&world.services, &world.visitor(), made).await.unwrap();
        assert_eq!(page.card.state, ClusterState::Applied);
        assert_eq!(page.facilitator, "Paolo");
        let sources: Vec<i64> =
            page.sources.iter().map(|source| source.card.contribution.number).collect();
        assert_eq!(sources, vec![one, two]);
        assert!(page.sources[0].body.starts_with("Una notte di sonno"));
        assert_eq!(page.may_dissolve, Err(Refusal::SignInNeeded));
        assert_eq!(stage(&world, one).await, "unito");

        let up = thread(&world.services, &world.visitor(), made).await.unwrap().up;
        assert_eq!(up.len(), 1);
        assert_eq!(up[0].sources.len(), 2);

        let facilitator = world.asking(world.facilitator);
        let why = "Gli autori chiedono di tenerle distinte.";
        dissolve(&world.services, &facilitator, made, why).await.unwrap();
        assert_eq!(stage(&world, one).await, "pubblicato");
        let page = cluster(&world.services, &world.visitor(), made).await.unwrap();
        assert_eq!(page.dissolved.as_deref(), Some(why));
        assert_eq!(page.sources.len(), 2, "a dissolved cluster stays readable");
        assert_eq!(
            refusal(dissolve(&world.services, &facilitator, made, why).await),
            Refusal::AlreadyDone
        );
        world.sound().await;
    }
}

#[tokio::test]
async fn who_may_not_bring_together_is_refused() {
    for world in worlds().await {
        let ask = world.asking(world.citizen);
        let one = world.need_by(&ask, "Una notte di sonno").await;
        let two = world.need_by(&ask, "Un pomeriggio libero").await;
        let form_id = world.form_id();
        let tried = make(&world.services, &ask, 1, joined(&[one, two]), &form_id).await;
        assert_eq!(refusal(tried), Refusal::NotYourRole);
        let visitor = world.visitor();
        let tried = make(&world.services, &visitor, 1, joined(&[one, two]), &form_id).await;
        assert_eq!(refusal(tried), Refusal::SignInNeeded);
        let made = cluster_of(&world, &[one, two]).await;
        let tried = dissolve(&world.services, &ask, made, "Non mi piace affatto.").await;
        assert_eq!(refusal(tried), Refusal::NotYourRole);
        let facilitator = world.asking(world.facilitator);
        let tried = dissolve(&world.services, &facilitator, made, " ").await;
        assert_eq!(faults(tried), vec![Fault::new("reason", What::Missing)]);
        let tried = workbench(&world.services, &ask, 1, &Filter::default(), None).await;
        assert_eq!(refusal(tried), Refusal::NotYourRole);
        assert_eq!(refusal(form(&world.services, &ask, 1, &[]).await), Refusal::NotYourRole);
        assert!(matches!(cluster(&world.services, &visitor, 99).await, Err(Declined::NotFound)));
    }
}

#[tokio::test]
async fn sources_must_fit_together() {
    for world in worlds().await {
        world.add_round(id(0x51), 2, -2, 9).await.unwrap();
        let ask = world.asking(world.citizen);
        let one = world.need_by(&ask, "Una notte di sonno").await;
        let two = world.need_by(&ask, "Un pomeriggio libero").await;
        let mut sensitive = world.draft(Kind::Need, "Una casa sicura");
        sensitive.policy = "1.4".into();
        let waiting = services::voices::submit(&world.services, &ask, sensitive, &world.form_id())
            .await
            .unwrap()
            .number;
        let facilitator = world.asking(world.facilitator);
        let form_id = world.form_id();
        let tried = async |round: i64, draft: ClusterDraft| {
            make(&world.services, &facilitator, round, draft, &form_id).await
        };

        let found = faults(tried(1, joined(&[one, one])).await);
        assert_eq!(found, vec![Fault::new("sources", What::TooFew { least: 2 })]);
        let found = faults(tried(1, joined(&[one, 999])).await);
        assert_eq!(found, vec![Fault::new("sources", What::NotAChoice)]);
        assert_eq!(refusal(tried(1, joined(&[one, waiting])).await), Refusal::NotPublic);
        assert_eq!(refusal(tried(2, joined(&[one, two])).await), Refusal::DoNotBelong);
        assert!(matches!(tried(7, joined(&[one, two])).await, Err(Declined::NotFound)));

        let mut dissent = joined(&[one, two]);
        dissent.sources[1].share = Share::Dissent;
        dissent.sources[1].excerpt = "parole mai scritte".into();
        let found = faults(tried(1, dissent.clone()).await);
        assert_eq!(found, vec![Fault::new(format!("excerpt-{two}"), What::NotInSource)]);
        dissent.sources[1].excerpt = "lo racconto in almeno dieci parole".into();
        let made = tried(1, dissent).await.unwrap();
        let page = cluster(&world.services, &world.visitor(), made).await.unwrap();
        assert_eq!(page.sources[1].excerpt.as_deref(), Some("lo racconto in almeno dieci parole"));

        world.mark_round("restituito").await.unwrap();
        let tried = make(&world.services, &facilitator, 1, joined(&[one, two]), "").await;
        assert!(matches!(refusal(tried), Refusal::Closed { .. }));
        let tried = dissolve(&world.services, &facilitator, made, "Ci abbiamo ripensato.").await;
        assert!(matches!(refusal(tried), Refusal::Closed { .. }));
    }
}

#[tokio::test]
async fn a_double_click_makes_one_cluster() {
    for world in worlds().await {
        let ask = world.asking(world.citizen);
        let one = world.need_by(&ask, "Una notte di sonno").await;
        let two = world.need_by(&ask, "Un pomeriggio libero").await;
        let facilitator = world.asking(world.facilitator);
        let form_id = world.form_id();
        let (first, second) = tokio::join!(
            make(&world.services, &facilitator, 1, joined(&[one, two]), &form_id),
            make(&world.services, &facilitator, 1, joined(&[one, two]), &form_id),
        );
        assert_eq!(first.unwrap(), second.unwrap());
        assert_eq!(count(&world, "SELECT CAST(COUNT(*) AS BIGINT) FROM clusters").await, 1);
    }
}

#[tokio::test]
async fn a_supporter_of_two_sources_counts_once() {
    for world in worlds().await {
        let ask = world.asking(world.citizen);
        let one = world.need_by(&ask, "Una notte di sonno").await;
        let two = world.need_by(&ask, "Un pomeriggio libero").await;
        crowd(&world, one, 0, 4).await;
        let made = cluster_of(&world, &[one, two]).await;
        let page = cluster(&world.services, &world.visitor(), made).await.unwrap();
        assert_eq!(page.card.supporters, Shown::Few);
        crowd(&world, two, 2, 5).await;
        let page = cluster(&world.services, &world.visitor(), made).await.unwrap();
        assert_eq!(page.card.supporters, Shown::Exactly(7));
    }
}

#[tokio::test]
async fn a_cluster_in_use_stays_and_with_it_what_the_tavolo_answered() {
    for world in worlds().await {
        add_indicator(&world).await;
        let ask = world.asking(world.citizen);
        let one = world.need_by(&ask, "Una notte di sonno").await;
        let two = world.need_by(&ask, "Un pomeriggio libero").await;
        let made = cluster_of(&world, &[one, two]).await;
        let action = at_the_table(&world, &[made], &[]).await;
        let facilitator = world.asking(world.facilitator);
        let why = "Gli autori chiedono di tenerle distinte.";
        let tried = dissolve(&world.services, &facilitator, made, why).await;
        assert_eq!(refusal(tried), Refusal::InUse);
        let page = cluster(&world.services, &facilitator, made).await.unwrap();
        assert_eq!(page.may_dissolve, Err(Refusal::InUse));
        assert_eq!(page.actions.len(), 1);

        super::table::decided_as(&world, action, "non_ammessa").await;
        assert_eq!(stage(&world, one).await, "esito/non_accolto");
        // The refusal reaches its voices through the cluster.
        let tried = dissolve(&world.services, &facilitator, made, why).await;
        assert_eq!(refusal(tried), Refusal::InUse);
        assert_eq!(stage(&world, one).await, "esito/non_accolto");
        world.sound().await;
    }
}

#[tokio::test]
async fn a_dissent_does_not_become_what_the_others_become() {
    for world in worlds().await {
        add_indicator(&world).await;
        let ask = world.asking(world.citizen);
        let one = world.need_by(&ask, "Una notte di sonno").await;
        let two = world.need_by(&ask, "Un pomeriggio libero").await;
        let against = world.need_by(&ask, "Nessun servizio in casa").await;
        let mut draft = joined(&[one, two, against]);
        draft.sources[2].share = Share::Dissent;
        draft.sources[2].excerpt = "lo racconto in almeno dieci parole".into();
        let facilitator = world.asking(world.facilitator);
        let made = make(&world.services, &facilitator, 1, draft, "").await.unwrap();
        world.end_window(made).await;
        let action = at_the_table(&world, &[made], &[]).await;
        super::table::decided_as(&world, action, "ammessa").await;
        assert_eq!(stage(&world, one).await, "esito/accolto");
        assert_eq!(stage(&world, against).await, "unito");
        let page =
            services::contributions::page(&world.services, &world.visitor(), Kind::Need, against)
                .await
                .unwrap();
        assert!(page.actions.is_empty());
        assert!(
            page.thread
                .steps
                .iter()
                .any(|step| matches!(step.what, StepWhat::Joined { dissent, .. } if dissent))
        );
        // It is answered for itself.
        let office = world.asking(world.office);
        let (not, why) = (Outcome::NotAccepted, "Il Tavolo ha scelto di aiutare in casa.");
        services::outcomes::give(&world.services, &office, Kind::Need, against, not, why, None)
            .await
            .unwrap();
        assert_eq!(stage(&world, against).await, "esito/non_accolto");
        world.sound().await;
    }
}

#[tokio::test]
async fn a_draft_is_not_told_to_everybody() {
    for world in worlds().await {
        let ask = world.asking(world.citizen);
        let one = world.need_by(&ask, "Una notte di sonno").await;
        let two = world.need_by(&ask, "Un pomeriggio libero").await;
        let made = cluster_of(&world, &[one, two]).await;
        let facilitator = world.asking(world.facilitator);
        let draft =
            super::sheet(&[("title", "Ore di sollievo".into()), ("cluster", made.to_string())]);
        services::actions::save(&world.services, &facilitator, None, draft, "").await.unwrap();
        let told = async |ask| {
            let of_cluster = thread(&world.services, ask, made).await.unwrap().down;
            let page =
                services::contributions::page(&world.services, ask, Kind::Need, one).await.unwrap();
            let drafted = |steps: &[ThreadStep]| {
                steps.iter().any(|step| matches!(step.what, StepWhat::Drafted { .. }))
            };
            (drafted(&of_cluster.steps), drafted(&page.thread.steps), !page.actions.is_empty())
        };
        let visitor = world.visitor();
        assert_eq!(told(&visitor).await, (false, false, false));
        assert_eq!(told(&facilitator).await, (true, true, true));
    }
}

#[tokio::test]
async fn a_text_that_is_withdrawn_takes_its_sentence_with_it() {
    for world in worlds().await {
        let ask = world.asking(world.citizen);
        let one = world.need_by(&ask, "Una notte di sonno").await;
        let two = world.need_by(&ask, "Un pomeriggio libero").await;
        let mut draft = joined(&[one, two]);
        draft.sources[0].excerpt = "lo racconto in almeno dieci parole".into();
        let facilitator = world.asking(world.facilitator);
        let made = make(&world.services, &facilitator, 1, draft, "").await.unwrap();
        let sql = "UPDATE contributions SET standing = 'oscurato' WHERE number = $1";
        execute(&world.fresh.db, sql, [Value::Number(one)]).await.unwrap();
        let page = cluster(&world.services, &world.visitor(), made).await.unwrap();
        let source = &page.sources[0];
        assert_eq!(source.card.contribution.number, one);
        assert_eq!(
            (source.card.contribution.title.as_str(), source.body.as_str(), &source.excerpt),
            ("", "", &None)
        );
    }
}

#[tokio::test]
async fn the_workbench_shows_what_is_still_by_itself() {
    for world in worlds().await {
        named_bodies(&world).await;
        let ask = world.asking(world.citizen);
        let mut numbers = Vec::new();
        for title in ["Sonno e riposo", "Un pomeriggio libero", "Strade buie", "Corsi serali"] {
            numbers.push(world.need_by(&ask, title).await);
        }
        let proposal = world.proposal_by(&ask, "Un autobus la sera").await;
        let made = cluster_of(&world, &numbers[..2]).await;
        let office = world.asking(world.office);
        services::outcomes::give(
            &world.services,
            &office,
            Kind::Need,
            numbers[2],
            domain::outcomes::Outcome::NotAccepted,
            "Le strade non sono di questo piano.",
            None,
        )
        .await
        .unwrap();

        let facilitator = world.asking(world.facilitator);
        let filter = Filter::default();
        let reading = Some((Kind::Need, numbers[3]));
        let page = workbench(&world.services, &facilitator, 1, &filter, reading).await.unwrap();
        let mut alone: Vec<i64> =
            page.unassigned.iter().map(|card| card.contribution.number).collect();
        alone.sort();
        assert_eq!(alone, vec![numbers[3], proposal]);
        assert_eq!((page.total, page.assigned, page.answered), (5, 2, 1));
        assert_eq!(page.paging.total, 2);
        assert_eq!(page.clusters[0].cluster.number, made);
        let reading = page.reading.unwrap();
        assert!(reading.body.starts_with("Corsi serali"));
        assert!(reading.similar.iter().all(|card| card.contribution.number != numbers[3]));

        for (filter, found) in [
            (Filter { kind: Some(Kind::Proposal), ..Filter::default() }, vec![proposal]),
            (Filter { query: Some("corso serale".into()), ..Filter::default() }, vec![numbers[3]]),
            (Filter { query: Some("sonno".into()), ..Filter::default() }, vec![]),
            (Filter { policy: Some("3.b".into()), ..Filter::default() }, vec![]),
            (Filter { municipality: Some("XXX".into()), ..Filter::default() }, vec![]),
        ] {
            let page = workbench(&world.services, &facilitator, 1, &filter, None).await.unwrap();
            let alone: Vec<i64> =
                page.unassigned.iter().map(|card| card.contribution.number).collect();
            assert_eq!(alone, found, "{filter:?}");
            assert_eq!(page.paging.total, found.len() as u64, "{filter:?}");
        }

        let form = form(&world.services, &facilitator, 1, &[numbers[0], 999]).await.unwrap();
        assert_eq!(form.chosen.len(), 1);
        assert!(form.suggestions.iter().all(|card| card.contribution.number != numbers[0]));
    }
}

/// What a source is, without what is derived from its links: every column of its row, its words
/// and each support.
pub(super) async fn bytes_of(
    world: &World,
    contribution: i64,
    people: &[PersonId],
) -> Vec<Option<String>> {
    let row = "SELECT kind || '|' || author_kind || '|' || standing || '|' || channel || '|' || \
        revision || '|' || supports || '|' || support_band || '|' || comments || '|' || \
        CAST(created_at AS TEXT) || '|' || CAST(published_at AS TEXT) || '|' || \
        COALESCE(byline, '-') FROM contributions WHERE number = $1";
    let words = "SELECT v.revision || '|' || CAST(v.at AS TEXT) || '|' || v.language || '|' || \
        v.title || '|' || v.body || '|' || v.strengths || '|' || v.recipients || '|' || v.doers \
        || '|' || v.resources FROM revisions v JOIN contributions c ON c.id = v.contribution_id \
        WHERE c.number = $1 ORDER BY v.revision DESC LIMIT 1";
    let support = "SELECT CAST(s.at AS TEXT) FROM supports s \
        JOIN contributions c ON c.id = s.contribution_id \
        WHERE c.number = $1 AND s.person_id = $2";
    let db = &world.fresh.db;
    let mut bytes = vec![
        text(db, row, [Value::Number(contribution)]).await.unwrap(),
        text(db, words, [Value::Number(contribution)]).await.unwrap(),
    ];
    for person in people {
        let values = [Value::Number(contribution), Value::Id(person.uuid())];
        bytes.push(text(db, support, values).await.unwrap());
    }
    bytes
}

/// What `trama check` has to say, by its codes.
pub(super) async fn wrong_of(world: &World) -> Vec<&'static str> {
    let problems = services::check::run(&world.services).await.unwrap();
    let mut codes: Vec<&'static str> = problems.iter().map(|problem| problem.code).collect();
    codes.dedup();
    codes
}

/// One step of a facilitator's day.
#[derive(Debug, Clone)]
enum Step {
    /// Joins these of the texts.
    Make(Vec<usize>),
    /// Undoes this one of the clusters made so far.
    Dissolve(usize),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let make =
        proptest::sample::subsequence((0..5).collect::<Vec<_>>(), 2..=5).prop_map(Step::Make);
    let step = prop_oneof![3 => make, 2 => (0usize..8).prop_map(Step::Dissolve)];
    proptest::collection::vec(step, 1..8)
}

/// Invariant 10: whatever is joined and undone, every source is what it was, byte for byte; and
/// when all is undone, so is what was derived.
#[test]
fn any_making_and_dissolving_leaves_every_source_as_it_was() {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    for world in runtime.block_on(worlds()) {
        let people = [world.citizen, world.neighbour, world.representative];
        let (numbers, before) = runtime.block_on(async {
            let mut numbers = Vec::new();
            for (n, title) in ["Uno", "Due", "Tre", "Quattro", "Cinque"].into_iter().enumerate() {
                let ask = world.asking(world.citizen);
                let number = world.need_by(&ask, title).await;
                for person in &people[..n % 4] {
                    let ask = world.later(&world.asking(*person), 1);
                    services::supports::give(&world.services, &ask, Kind::Need, number)
                        .await
                        .unwrap();
                }
                numbers.push(number);
            }
            let mut before = Vec::new();
            for number in &numbers {
                before
                    .push((bytes_of(&world, *number, &people).await, stage(&world, *number).await));
            }
            (numbers, before)
        });
        let config = ProptestConfig { cases: 12, failure_persistence: None, ..Default::default() };
        proptest!(config, |(steps in steps())| {
            runtime.block_on(async {
                let facilitator = world.asking(world.facilitator);
                let mut standing = Vec::new();
                for step in steps {
                    match step {
                        Step::Make(chosen) => {
                            let chosen: Vec<i64> = chosen.iter().map(|&n| numbers[n]).collect();
                            standing.push(cluster_of(&world, &chosen).await);
                        }
                        Step::Dissolve(n) if n < standing.len() => {
                            let undone = standing.remove(n);
                            let why = "Meglio tenerle distinte.";
                            dissolve(&world.services, &facilitator, undone, why).await.unwrap();
                        }
                        Step::Dissolve(_) => {}
                    }
                    for (number, (bytes, _)) in numbers.iter().zip(&before) {
                        assert_eq!(&bytes_of(&world, *number, &people).await, bytes);
                    }
                }
                for cluster in standing {
                    dissolve(&world.services, &facilitator, cluster, "Tutto da capo, insieme.")
                        .await
                        .unwrap();
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
