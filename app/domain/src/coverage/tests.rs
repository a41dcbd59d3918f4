//! Attackers who know the rules and see all publications, against small communities.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::publish::publish_with;
use super::*;

fn key(code: usize) -> Key {
    Key { code: code.to_string(), with: None }
}

/// Tables with steps of any size; the first is that of all people.
fn world(step: u32, tables: &[Vec<u32>]) -> Vec<Table> {
    tables
        .iter()
        .map(|cells| Table {
            of: Vec::new(),
            step,
            cells: cells.iter().enumerate().map(|(code, people)| (key(code), *people)).collect(),
        })
        .collect()
}

fn published(world: &[Table], earlier: Option<&Publication>) -> Publication {
    publish_with(&world[0], &world[1..], earlier).unwrap()
}

/// All ways to put so many people into so many cells.
fn ways(people: u32, cells: usize) -> Vec<Vec<u32>> {
    if cells == 1 {
        return vec![vec![people]];
    }
    let mut all = Vec::new();
    for first in 0..=people {
        for mut rest in ways(people - first, cells - 1) {
            rest.insert(0, first);
            all.push(rest);
        }
    }
    all
}

/// All worlds of up to so many people, counted in two tables.
fn worlds(most: u32, first: usize, second: usize) -> Vec<Vec<Vec<u32>>> {
    let mut all = Vec::new();
    for people in 0..=most {
        for one in ways(people, first) {
            for other in ways(people, second) {
                all.push(vec![vec![people], one.clone(), other]);
            }
        }
    }
    all
}

/// Of the worlds that are possible, a cell that is small in one is empty in one.
fn nothing_small_is_sure(
    step: u32,
    worlds: &[Vec<Vec<u32>>],
    possible: &[usize],
    seen: &impl std::fmt::Debug,
) {
    for (table, cells) in worlds[0].iter().enumerate() {
        for (cell, _) in cells.iter().enumerate() {
            let mut counts = possible.iter().map(|world| worlds[*world][table][cell]);
            let small = counts.clone().any(|count| (1..step).contains(&count));
            assert!(
                !small || counts.any(|count| count == 0),
                "table {table}, cell {cell}: {seen:?}"
            );
        }
    }
}

/// Whatever an attacker sees, a cell too small to be shown might be empty; `rounds` publications.
fn attack(step: u32, worlds: &[Vec<Vec<u32>>], rounds: usize) {
    let tables: Vec<Vec<Table>> = worlds.iter().map(|world_| world(step, world_)).collect();
    let mut seen: BTreeSet<Option<Publication>> = BTreeSet::from([None]);
    for _ in 0..rounds {
        let mut next = BTreeSet::new();
        for earlier in &seen {
            // All worlds that look alike after the same past.
            let mut alike: BTreeMap<Publication, Vec<usize>> = BTreeMap::new();
            for (place, tables) in tables.iter().enumerate() {
                alike.entry(published(tables, earlier.as_ref())).or_default().push(place);
            }
            for (publication, possible) in alike {
                nothing_small_is_sure(step, worlds, &possible, &(earlier, &publication));
                next.insert(Some(publication));
            }
        }
        seen = next;
    }
}

#[test]
fn no_attacker_learns_that_a_small_cell_is_not_empty() {
    // Steps of two and three, so that every world can be tried.
    attack(2, &worlds(7, 2, 3), 3);
    attack(3, &worlds(9, 2, 2), 3);
}

#[test]
fn nor_with_steps_of_five() {
    attack(5, &worlds(14, 2, 2), 2);
}

/// The same for an attacker who knows that nobody ever takes a voice back: a second publication.
fn attack_of_who_knows_that_counts_grow(step: u32, worlds: &[Vec<Vec<u32>>]) {
    let tables: Vec<Vec<Table>> = worlds.iter().map(|world_| world(step, world_)).collect();
    let grew = |before: usize, after: usize| {
        let mut pairs = worlds[before].iter().flatten().zip(worlds[after].iter().flatten());
        pairs.all(|(before, after)| before <= after)
    };
    let mut first: BTreeMap<Publication, Vec<usize>> = BTreeMap::new();
    for (place, tables) in tables.iter().enumerate() {
        first.entry(published(tables, None)).or_default().push(place);
    }
    for (earlier, before) in first {
        let mut second: BTreeMap<Publication, Vec<usize>> = BTreeMap::new();
        for (place, tables) in tables.iter().enumerate() {
            if before.iter().any(|before| grew(*before, place)) {
                second.entry(published(tables, Some(&earlier))).or_default().push(place);
            }
        }
        for (publication, possible) in second {
            nothing_small_is_sure(step, worlds, &possible, &(&earlier, &publication));
        }
    }
}

#[test]
fn nor_who_knows_that_counts_only_grow() {
    attack_of_who_knows_that_counts_grow(2, &worlds(7, 2, 3));
    attack_of_who_knows_that_counts_grow(3, &worlds(9, 2, 2));
}

#[test]
fn without_the_rule_across_tables_the_attack_succeeds() {
    // What the rule is for: two of table one make fifty, so that four of table two are forced.
    let tables = world(5, &[vec![50], vec![25, 25], vec![46, 4]]);
    let publication = published(&tables, None);
    let sum = |table: usize| -> u32 {
        publication.tables[table].cells.iter().map(|cell| cell.people).sum()
    };
    assert_eq!(sum(1), 45);
    assert!(sum(0) <= 49 && publication.people <= 45, "{publication:?}");
}

fn by(dimension: Dimension, people: &[u32]) -> Table {
    Table::of(dimension, people.iter().enumerate().map(|(code, n)| (code.to_string(), *n)))
}

#[test]
fn a_number_moves_by_two_steps_or_not_at_all() {
    let at = |first: u32, earlier: Option<&Publication>| {
        let table = by(Dimension::Municipalities, &[first, 40]);
        publish(first + 40, &[table], earlier).unwrap()
    };
    let shown = |publication: &Publication| publication.tables[0].cells[0].people;
    let start = at(14, None);
    assert_eq!((shown(&start), start.people), (10, 50));
    let mut last = start;
    for (first, expected) in [(15, 10), (19, 10), (20, 20), (29, 20), (3, 20), (37, 35)] {
        last = at(first, Some(&last));
        assert_eq!(shown(&last), expected, "{first}");
    }
}

#[test]
fn tables_that_do_not_fit_are_refused() {
    let places = by(Dimension::Municipalities, &[10, 10]);
    let ages = by(Dimension::Ages, &[10, 11]);
    assert_eq!(
        publish(20, &[places.clone(), ages], None),
        Err(Unpublishable::DoesNotAddUp { table: 1, found: 21, people: 20 })
    );
    let crossed = Table::crossed(
        [Dimension::Municipalities, Dimension::Ages],
        [(["0".into(), "a".into()], 10), (["1".into(), "a".into()], 10)],
        &[],
        true,
    );
    assert_eq!(
        publish(20, &[places.clone(), crossed], None),
        Err(Unpublishable::Overlap { dimension: Dimension::Municipalities })
    );
    let one = by(Dimension::Ages, &[20]);
    assert_eq!(publish(20, &[one], None), Err(Unpublishable::Cells { table: 0 }));
    let before = publish(20, std::slice::from_ref(&places), None).unwrap();
    let other = by(Dimension::Municipalities, &[10, 5, 5]);
    assert_eq!(publish(20, &[other], Some(&before)), Err(Unpublishable::Changed));
}

#[test]
fn a_small_municipality_is_crossed_with_nothing() {
    let cells = [("CVN", "18-29", 30), ("CVN", "75+", 9), ("RCB", "18-29", 12), ("RCB", "75+", 8)]
        .map(|(place, age, people)| ([place.to_owned(), age.to_owned()], people));
    let inhabitants = [("CVN".to_owned(), 31_420), ("RCB".to_owned(), 1_480)];
    let dimensions = [Dimension::Municipalities, Dimension::Ages];
    let table = Table::crossed(dimensions, cells.clone(), &inhabitants, true);
    let publication = publish(59, &[table], None).unwrap();
    let shown: Vec<(String, Option<String>, u32)> = publication.tables[0]
        .cells
        .iter()
        .map(|cell| (cell.key.code.clone(), cell.key.with.clone(), cell.people))
        .collect();
    assert_eq!(
        shown,
        [
            ("CVN".into(), Some("18-29".into()), 30),
            ("CVN".into(), Some("75+".into()), 0),
            ("RCB".into(), None, 20),
        ]
    );
    let unknown = Table::crossed(dimensions, cells, &[], false);
    assert_eq!(publish(59, &[unknown], None).unwrap().tables[0].cells.len(), 2);
}

#[test]
fn the_meter_says_who_is_missing_and_what_would_help() {
    let places = Table::of(
        Dimension::Municipalities,
        [("CVN", 105), ("BGS", 11), ("RCB", 2), (UNSAID, 2)].map(|(c, n)| (c.to_owned(), n)),
    );
    let ages = Table::of(
        Dimension::Ages,
        [("14-17", 0), ("18-29", 3), ("30-44", 57), ("75+", 60)].map(|(c, n)| (c.to_owned(), n)),
    );
    let channels = Table::of(
        Dimension::Channels,
        [("online", 80), ("carta", 0), ("sportello", 40)].map(|(c, n)| (c.to_owned(), n)),
    );
    let publication = publish(120, &[places, ages, channels], None).unwrap();
    let share = |code: &str, people: f64| (Key { code: code.into(), with: None }, people);
    let expected = [
        Expected {
            of: vec![Dimension::Municipalities],
            people: vec![share("CVN", 31_420.0), share("BGS", 36_800.0), share("RCB", 1_480.0)],
        },
        Expected {
            of: vec![Dimension::Ages],
            people: vec![
                share("14-17", 5.0),
                share("18-29", 16.0),
                share("30-44", 60.0),
                share("75+", 19.0),
            ],
        },
    ];
    let meter = meter(&publication, &expected);
    let words = |table: usize| -> Vec<Option<Word>> {
        meter.tables[table].cells.iter().map(|cell| cell.word).collect()
    };
    assert_eq!(
        words(0),
        [Some(Word::Much), Some(Word::Little), Some(Word::TooEarly), None],
        "{meter:?}"
    );
    assert_eq!(words(1)[1..], [Some(Word::Nobody), Some(Word::Average), Some(Word::Much)]);
    assert_eq!(words(2), [None, Some(Word::Nobody), None]);
    let missing: Vec<(&str, Option<Help>)> =
        meter.missing.iter().map(|missing| (missing.code.as_str(), missing.help)).collect();
    assert_eq!(
        missing,
        [
            ("BGS", Some(Help::GoThere)),
            ("18-29", Some(Help::Schools)),
            ("14-17", Some(Help::Schools)),
            ("carta", Some(Help::Paper)),
        ]
    );
    let shares: f64 = meter.tables[0].cells.iter().filter_map(|cell| cell.share).sum();
    assert!((shares - 1.0).abs() < 1e-12);
}

#[test]
fn nobody_and_nothing_are_no_trouble() {
    let publication = publish(0, &[by(Dimension::Ages, &[0, 0, 0])], None).unwrap();
    let meter = meter(&publication, &[]);
    assert_eq!(meter.people, 0);
    assert!(meter.tables[0].cells.iter().all(|cell| cell.people.is_none() && cell.share.is_none()));
    assert_eq!(publish(0, &[], None).unwrap().tables, []);
}

/// Counts that grow: three tables over the same people.
fn growing() -> impl Strategy<Value = Vec<[Vec<u32>; 3]>> {
    let person = (0_usize..3, 0_usize..4, 0_usize..2);
    let arrivals = proptest::collection::vec(person, 0..25);
    proptest::collection::vec(arrivals, 1..8).prop_map(|rounds| {
        let mut counts = [vec![0; 3], vec![0; 4], vec![0; 2]];
        let mut all = Vec::new();
        for arrivals in rounds {
            for (a, b, c) in arrivals {
                counts[0][a] += 1;
                counts[1][b] += 1;
                counts[2][c] += 1;
            }
            all.push(counts.clone());
        }
        all
    })
}

const THREE: [Dimension; 3] = [Dimension::Municipalities, Dimension::Ages, Dimension::Channels];

proptest! {
    #[test]
    fn shown_numbers_grow_with_the_true_ones_and_never_pass_them(rounds in growing()) {
        let mut earlier: Option<Publication> = None;
        for counts in rounds {
            let people = counts[0].iter().sum();
            let tables: Vec<Table> =
                THREE.iter().zip(&counts).map(|(dimension, counts)| by(*dimension, counts)).collect();
            let now = publish(people, &tables, earlier.as_ref()).unwrap();
            prop_assert_eq!(&now, &publish(people, &tables, earlier.as_ref()).unwrap());
            prop_assert!(now.people <= people);
            for (table, counts) in now.tables.iter().zip(&counts) {
                for (cell, count) in table.cells.iter().zip(counts) {
                    prop_assert!(cell.people <= *count && cell.people % 5 == 0);
                }
            }
            if let Some(earlier) = &earlier {
                prop_assert!(now.people >= earlier.people);
                for (table, before) in now.tables.iter().zip(&earlier.tables) {
                    for (cell, before) in table.cells.iter().zip(&before.cells) {
                        let moved = i64::from(cell.people) - i64::from(before.people);
                        prop_assert!(moved == 0 || moved >= 10, "{} to {}", before.people, cell.people);
                    }
                }
            }
            earlier = Some(now);
        }
    }

    #[test]
    fn what_is_shown_passes_unchanged(rounds in growing()) {
        // The world that is exactly as shown, rests aside, looks the same: nothing follows from
        // the way the numbers were chosen.
        let counts = &rounds[rounds.len() - 1];
        let people = counts[0].iter().sum();
        let tables: Vec<Table> =
            THREE.iter().zip(counts).map(|(dimension, counts)| by(*dimension, counts)).collect();
        let first = publish(people, &tables, None).unwrap();
        let lows: Vec<u32> =
            first.tables.iter().map(|t| t.cells.iter().map(|c| c.people).sum()).collect();
        let people = lows.iter().copied().chain([first.people]).max().unwrap();
        let mut again = Vec::new();
        for ((dimension, table), low) in THREE.iter().zip(&first.tables).zip(lows) {
            // The rest goes wherever a cell has room, to those that are shown first.
            let mut rest = people - low;
            let mut counts: Vec<u32> = table.cells.iter().map(|cell| cell.people).collect();
            let mut order: Vec<usize> = (0..counts.len()).collect();
            order.sort_by_key(|place| std::cmp::Reverse(counts[*place]));
            for place in order {
                let more = rest.min(4);
                counts[place] += more;
                rest -= more;
            }
            prop_assert_eq!(rest, 0);
            again.push(by(*dimension, &counts));
        }
        prop_assert_eq!(publish(people, &again, None).unwrap(), first);
    }
}
