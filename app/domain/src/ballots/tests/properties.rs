//! What holds of every count, whatever the method.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::super::export::LEAST_ROWS;
use super::super::file::read;
use super::super::schulze::RankingTally;
use super::super::tally::{Outcome, Recount};
use super::*;

fn vote() -> impl Strategy<Value = Vote> {
    let drawn = (proptest::sample::select(every_rules().to_vec()), 2_usize..6, any::<[bool; 3]>());
    drawn.prop_flat_map(|(rules, options, [known, paper, decided])| {
        let draws = proptest::collection::vec(any::<u8>(), options);
        let few_or_many = prop_oneof![0_usize..6, LEAST_ROWS - 2..LEAST_ROWS + 6];
        let voters =
            few_or_many.prop_flat_map(move |n| proptest::collection::vec(draws.clone(), n));
        voters.prop_map(move |voters| {
            let ballot = ballot(rules.clone(), options, known);
            let urn = voters.iter().enumerate();
            let urn = urn.map(|(voter, drawn)| (voter, choice(&rules, drawn, voter))).collect();
            let persons = if voters.len() % 2 == 0 { 3 } else { 17 };
            let lot = Totals {
                persons,
                counts: BTreeMap::from([(id(0), 2), (id(1), 1)]),
                blanks: rules.on_paper().and_then(|(each_has, _)| Some(persons * each_has? - 3)),
            };
            let on_paper = paper && rules.on_paper().is_some();
            let decision = Decision {
                body: "Tavolo di Piano".into(),
                order: (0..options).rev().map(id).collect(),
                reason: "Prima chi ha meno".into(),
            };
            Vote {
                ballot,
                urn,
                paper: if on_paper { vec![lot.clone(), lot] } else { Vec::new() },
                decision: decided.then_some(decision),
            }
        })
    })
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config(160))]

    #[test]
    fn the_order_of_rows_does_not_matter(vote in vote(), turn in any::<u8>()) {
        let file = vote.whole();
        let mut turned = file.clone();
        if !turned.rows.is_empty() {
            let by = usize::from(turn) % turned.rows.len();
            turned.rows.rotate_left(by);
            turned.rows.reverse();
        }
        prop_assert_eq!(tally(&file), tally(&turned));
    }

    #[test]
    fn the_published_file_gives_the_result_again(vote in vote(), seed in any::<u8>()) {
        let (result, file) = (tally(&vote.whole()), vote.published(seed));
        let read = read(&file.to_json());
        prop_assert_eq!(read.as_ref(), Ok(&file));
        let mut again = tally(&file);
        if let (Outcome::Budget(again), Outcome::Budget(result)) = (&mut again.result, &result.result)
            && !file.is_whole()
        {
            prop_assert_eq!(&again.equal_shares, &None);
            prop_assert_eq!(&again.totals, &result.totals);
            prop_assert_eq!(&again.greedy.funded, &result.greedy.funded);
            prop_assert!(vote.urn.count() < LEAST_ROWS);
        } else {
            prop_assert_eq!(again.recount, Recount::Whole);
            prop_assert_eq!(again, result);
        }
    }

    #[test]
    fn a_published_file_tells_nothing_of_people(vote in vote()) {
        let file = vote.published(7);
        let by_nature = matches!(vote.ballot.rules, Rules::Position);
        prop_assert!(file.rows.is_empty() || by_nature || file.rows.len() >= LEAST_ROWS);
        let on_paper = file.totals.as_ref().filter(|_| !file.rows.is_empty());
        prop_assert!(on_paper.is_none_or(|totals| totals.persons as usize >= LEAST_ROWS));
        prop_assert!(by_nature || !file.to_json().contains("Un motivo"));
        // Whoever cast which ballot, the same choices give the same file.
        let voters = vote.urn.count();
        let urn: Urn<usize> =
            (0..voters).map(|v| (voters - v, vote.urn.of(&v).unwrap().clone())).collect();
        prop_assert_eq!(Vote { urn, ..vote }.published(7), file);
    }

    #[test]
    fn one_person_has_one_ballot_and_can_take_it_back(vote in vote(), drawn in any::<[u8; 5]>()) {
        let options = vote.ballot.options.len();
        let other = choice(&vote.ballot.rules, &drawn[..options], 99);
        let mut once = vote.clone();
        once.urn.cast(99, other.clone());
        let mut twice = vote.clone();
        twice.urn.cast(99, choice(&vote.ballot.rules, &drawn.map(|d| d.wrapping_add(1))[..options], 99));
        twice.urn.cast(99, other);
        prop_assert_eq!(tally(&once.whole()), tally(&twice.whole()));
        prop_assert_eq!(tally(&once.whole()).ballots, tally(&vote.whole()).ballots + 1);
        once.urn.withdraw(&99);
        prop_assert_eq!(tally(&once.whole()), tally(&vote.whole()));
    }

    #[test]
    fn dots_and_blanks_come_to_persons_times_dots(vote in vote()) {
        let tally = tally(&vote.whole());
        if let (Outcome::Totals(totals), Some((Some(each), _))) =
            (&tally.result, vote.ballot.rules.on_paper())
        {
            let given: u64 = totals.totals.iter().map(|total| total.count).sum();
            let all = u64::from(each) * u64::from(tally.ballots);
            prop_assert_eq!(totals.blanks.map(|blanks| given + blanks), Some(all));
        }
    }

    #[test]
    fn who_is_chosen_more_is_never_lower(vote in vote(), option in 0_usize..2) {
        if !matches!(vote.ballot.rules, Rules::Support) {
            return Ok(());
        }
        let place = |vote: &Vote| match tally(&vote.whole()).result {
            Outcome::Totals(totals) => totals.ranking.iter().position(|p| p.contains(&id(option))),
            other => panic!("{other:?}"),
        };
        let before = place(&vote);
        let mut more = vote.clone();
        more.urn.cast(99, Choice::Options(vec![id(option)]));
        prop_assert!(place(&more) <= before);
    }
}

/// Strict rankings of some options by some voters, as numbers.
fn rankings() -> impl Strategy<Value = Vec<Vec<usize>>> {
    (2_usize..6).prop_flat_map(|options| {
        let order = Just((0..options).collect::<Vec<_>>()).prop_shuffle();
        proptest::collection::vec(order, 1..12)
    })
}

fn ranked(options: usize, orders: &[Vec<String>]) -> RankingTally {
    let rules = Rules::Ranking { most: None, equal: false };
    let ballot = ballot(rules, options, false);
    let places = |order: &Vec<String>| order.iter().map(|id| vec![id.clone()]).collect();
    let choices = orders.iter().map(|order| Choice::Ranking(places(order)));
    let urn: Urn<usize> = choices.enumerate().collect();
    match tally(&whole(&ballot, &urn, &[], None)).result {
        Outcome::Ranking(ranking) => ranking,
        other => panic!("{other:?}"),
    }
}

proptest! {
    #![proptest_config(config(160))]

    #[test]
    fn clones_gain_nothing_in_a_ranking(orders in rankings(), turns in any::<u16>()) {
        // The last option gets two clones; each voter puts the three together, in some order.
        let options = orders[0].len();
        let cloned = options - 1;
        let clones: BTreeSet<String> = (cloned..options + 2).map(id).collect();
        let alone: Vec<Vec<String>> =
            orders.iter().map(|order| order.iter().map(|&o| id(o)).collect()).collect();
        let together: Vec<Vec<String>> = orders.iter().enumerate().map(|(voter, order)| {
            order.iter().flat_map(|&option| {
                let mut here = vec![option];
                if option == cloned {
                    here.extend([options, options + 1]);
                    here.rotate_left(usize::from(turns >> voter) % 3);
                }
                here.into_iter().map(id)
            }).collect()
        }).collect();
        let (alone, together) = (ranked(options, &alone), ranked(options + 2, &together));
        let others = |tally: &RankingTally| -> BTreeSet<String> {
            tally.winners.iter().filter(|id| !clones.contains(*id)).cloned().collect()
        };
        prop_assert_eq!(others(&alone), others(&together));
        let wins = alone.winners.contains(&id(cloned));
        prop_assert_eq!(wins, together.winners.iter().any(|id| clones.contains(id)));
    }

    #[test]
    fn nobody_stands_before_who_beats_them(orders in rankings()) {
        let options = orders[0].len();
        let orders: Vec<Vec<String>> =
            orders.iter().map(|order| order.iter().map(|&o| id(o)).collect()).collect();
        let tally = ranked(options, &orders);
        let paths = &tally.strongest_paths;
        let number = |id: &String| tally.options.iter().position(|other| other == id).unwrap();
        let places: Vec<Vec<usize>> =
            tally.ranking.iter().map(|place| place.iter().map(number).collect()).collect();
        for (at, place) in places.iter().enumerate() {
            for (&first, &second) in
                place.iter().flat_map(|a| places[at..].iter().flatten().map(move |b| (a, b)))
            {
                prop_assert!(paths[second][first] <= paths[first][second]);
            }
        }
        // A Condorcet winner is alone in front.
        let most = |one: usize| (0..options).all(|other| {
            one == other || tally.pairwise[one][other] > tally.pairwise[other][one]
        });
        if let Some(winner) = (0..options).find(|&one| most(one)) {
            prop_assert_eq!(&tally.winners, &vec![id(winner)]);
            prop_assert_eq!(&tally.ranking[0], &vec![id(winner)]);
        }
    }
}
