//! What holds of whole ballots, whatever the method: the order of votes doesn't matter, taking a
//! vote back undoes it, and the published file gives the result again.

use domain::ballots::file::read;
use domain::ballots::{Tally, tally};
use proptest::prelude::*;
use services::ballots::results;
use services::testing::World;

use super::*;

/// Kind of round, method, what its form says beside.
type Method = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

const METHODS: &[Method] = &[
    ("consultazione", "sostegno", &[("electorate", "L2"), ("secrecy", "segreto")]),
    ("consultazione", "preferenze", &[("most", "2")]),
    ("consultazione", "bollini", &[("dots", "4"), ("most_each", "2")]),
    ("consultazione", "graduatoria", &[("equal", "1")]),
    ("consultazione", "dichiarazioni", &[("electorate", "L2"), ("secrecy", "segreto")]),
    (
        "concertazione",
        "bilancio",
        &[
            ("budget", "30"),
            ("cost-t1", "10"),
            ("cost-t2", "12"),
            ("cost-t3", "9"),
            ("cost-t4", "20"),
        ],
    ),
    ("co_progettazione", "consenso", &[("electorate", "L2"), ("secrecy", "segreto")]),
];

/// What somebody sends, from a number drawn for each option; at least one is named.
fn chosen(method: &str, drawn: &[u8]) -> Vec<(String, String)> {
    let each = drawn.iter().zip(1..).map(|(&drawn, n)| (format!("t{n}"), drawn % 3));
    let named: Vec<(String, u8)> = each.filter(|(_, drawn)| *drawn > 0).collect();
    let named = if named.is_empty() { vec![("t1".to_owned(), 1)] } else { named };
    let code = |codes: [&str; 3], drawn: u8| codes[usize::from(drawn)].to_owned();
    match method {
        "bollini" => {
            named.into_iter().take(2).map(|(id, d)| (format!("dots-{id}"), d.to_string())).collect()
        }
        "graduatoria" => {
            named.into_iter().map(|(id, d)| (format!("rank-{id}"), d.to_string())).collect()
        }
        "dichiarazioni" => named
            .into_iter()
            .map(|(id, d)| (format!("answer-{id}"), code(["", "d_accordo", "passo"], d)))
            .collect(),
        "consenso" => named
            .into_iter()
            .flat_map(|(id, d)| {
                let value = code(["", "posso_conviverci", "obiezione"], d);
                [(format!("consent-{id}"), value), (format!("reason-{id}"), "Perché sì".to_owned())]
            })
            .collect(),
        "bilancio" => named.into_iter().map(|(id, _)| ("option".to_owned(), id)).collect(),
        _ => named.into_iter().take(2).map(|(id, _)| ("option".to_owned(), id)).collect(),
    }
}

/// Votes in this order, with some taken back; the result, read from the page and from the file.
async fn run(
    (kind, method, limits): (&str, &str, &[(&str, &str)]),
    votes: &[(u128, Vec<(String, String)>)],
    taken_back: &[u128],
) -> (Tally, Tally, bool) {
    let world = World::new(store::testing::sqlite().await.unwrap()).await.unwrap();
    let round: RoundId = id(0x51);
    world.add_round(round, ROUND, 2, 5).await.unwrap();
    let sql = "UPDATE rounds SET kind = $2 WHERE id = $1";
    let values = [Value::Id(round.uuid()), Value::Text(kind.to_owned())];
    execute(&world.fresh.db, sql, values).await.unwrap();
    let mut pairs =
        vec![("title", "Che cosa?"), ("method", method), ("own", "Uno\nDue\nTre\nQuattro")];
    pairs.extend(limits);
    let ballot = declared(&world, &pairs).await;
    let people: std::collections::BTreeSet<u128> =
        votes.iter().map(|(voter, _)| *voter).chain(taken_back.iter().copied()).collect();
    let mut asking = std::collections::BTreeMap::new();
    for person in people {
        asking.insert(person, voter(&world, person).await);
    }
    for (voter, pairs) in votes {
        let pairs = Fields::from_pairs(pairs.iter().cloned());
        voting::vote(&world.services, &asking[voter], ballot, pairs).await.unwrap();
    }
    for voter in taken_back {
        voting::withdraw(&world.services, &asking[voter], ballot, fields(&[])).await.unwrap();
    }
    act(&world, RoundAct::StartSynthesis).await;
    let ask = world.later(&world.visitor(), OVER);
    let page = results::page(&world.services, &ask, ballot).await.unwrap().result.unwrap();
    let file = results::file(&world.services, &ask, ballot).await.unwrap();
    let file = read(&file).unwrap();
    world.sound().await;
    (page.tally, tally(&file), file.is_whole())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 10, failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn the_result_follows_from_the_votes_alone(
        method in 0..METHODS.len(),
        drawn in proptest::collection::vec(proptest::array::uniform4(any::<u8>()), 6..34),
        others in proptest::collection::vec(proptest::array::uniform4(any::<u8>()), 0..4),
    ) {
        let (kind, name, limits) = METHODS[method];
        let votes: Vec<_> =
            drawn.iter().zip(0_u128..).map(|(drawn, n)| (n, chosen(name, drawn))).collect();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let (page, file, whole) = runtime.block_on(run((kind, name, limits), &votes, &[]));
        if whole {
            prop_assert_eq!(&page, &file);
        }
        // Backwards, after some changed their mind and others went again.
        let mut turned: Vec<_> = others
            .iter()
            .zip(100_u128..)
            .map(|(drawn, n)| (n, chosen(name, drawn)))
            .collect();
        let gone: Vec<u128> = turned.iter().map(|(n, _)| *n).collect();
        if let (Some(first), Some((_, last))) = (votes.first(), votes.last()) {
            turned.push((first.0, last.clone()));
        }
        turned.extend(votes.iter().rev().cloned());
        let (again, _, _) = runtime.block_on(run((kind, name, limits), &turned, &gone));
        prop_assert_eq!(page, again);
    }
}
