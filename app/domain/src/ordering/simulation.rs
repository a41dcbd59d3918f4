//! A thousand visitors walk through two thousand texts: who is seen, and how often?

use std::collections::BTreeMap;

use chrono::NaiveDate;
use proptest::prelude::*;

use super::mixed::{Cursor, Found, Shelf, Turn, ring, shelf, supported_from};
use crate::suppression::people;

/// Lists show so many on a page.
const PAGE: u32 = 20;

/// What the store keeps, read as the store would read it.
#[derive(Clone, Default)]
struct Kept {
    shelves: [BTreeMap<u32, i64>; 3],
}

impl Kept {
    fn put(&mut self, number: i64, shelf: Shelf) {
        self.shelves[shelf as usize].insert(ring(number), number);
    }

    fn page(&self, cursor: Cursor, take: u32) -> super::mixed::Stretch {
        let found: Vec<Vec<Found>> = cursor
            .walks(take)
            .iter()
            .map(|walk| {
                let texts = walk.stretches.iter().flat_map(|(first, last)| {
                    self.shelves[walk.shelf as usize].range(*first as u32..=*last as u32)
                });
                let texts = texts.map(|(ring, number)| Found { number: *number, ring: *ring });
                texts.take(walk.take as usize).collect()
            })
            .collect();
        cursor.page(take, [&found[0], &found[1], &found[2]])
    }

    /// All pages of a visitor.
    fn all(&self, cursor: Cursor, take: u32) -> Vec<i64> {
        let mut cursor = Some(cursor);
        let mut numbers = Vec::new();
        while let Some(here) = cursor {
            let page = self.page(here, take);
            numbers.extend(page.numbers);
            cursor = page.next;
        }
        numbers
    }
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 4, 1).unwrap()
}

/// Texts of sixty days, most of them with few supporters and some with hundreds.
fn ambito(texts: i64) -> (Kept, BTreeMap<i64, Shelf>) {
    let supports = |number: i64| {
        let rank = u32::from(Turn::of(&number.to_be_bytes()).number()) + 1;
        people(2_000 / rank)
    };
    let mut bands: Vec<_> = (1..=texts).map(supports).collect();
    bands.sort_unstable();
    bands.reverse();
    let from = supported_from(bands.get(texts as usize / 10).copied());
    let mut kept = Kept::default();
    let mut shelves = BTreeMap::new();
    for number in 1..=texts {
        let age = (texts - number) * 60 / texts;
        let published = today() - chrono::Days::new(age as u64);
        let shelf = shelf(published, today(), supports(number), from);
        kept.put(number, shelf);
        shelves.insert(number, shelf);
    }
    (kept, shelves)
}

fn visitor(number: u32) -> Turn {
    Turn::of(&number.to_be_bytes())
}

fn median(mut times: Vec<u32>) -> u32 {
    times.sort_unstable();
    times[times.len() / 2]
}

/// How unevenly something is shared: 0 evenly, 1 one has all (Gini).
fn gini(mut times: Vec<u32>) -> f64 {
    times.sort_unstable();
    let all: f64 = times.iter().map(|n| f64::from(*n)).sum();
    let n = times.len() as f64;
    let ranked = times.iter().zip(1..).map(|(times, rank)| f64::from(rank) * f64::from(*times));
    2.0 * ranked.sum::<f64>() / (n * all) - (n + 1.0) / n
}

#[test]
fn each_text_has_a_fair_share_of_first_pages() {
    let (kept, shelves) = ambito(2_000);
    let mut times: BTreeMap<i64, u32> = shelves.keys().map(|number| (*number, 0)).collect();
    for number in 0..1_000 {
        for text in kept.page(Cursor::start(visitor(number), today()), PAGE).numbers {
            *times.get_mut(&text).unwrap() += 1;
        }
    }
    let on = |shelf: Shelf| -> Vec<u32> {
        times.iter().filter(|(text, _)| shelves[text] == shelf).map(|(_, n)| *n).collect()
    };
    // 20,000 places for 2,000 texts: ten each, if all were alike.
    let all: Vec<u32> = times.values().copied().collect();
    assert!(gini(all.clone()) < 0.45, "{}", gini(all));
    for (shelf, texts, fair, uneven, most) in [
        (Shelf::Others, 1_700..1_800, 6..8, 0.25, 3),
        (Shelf::New, 50..80, 50..75, 0.15, 2),
        (Shelf::Supported, 150..220, 15..27, 0.3, 4),
    ] {
        let times = on(shelf);
        assert!(texts.contains(&times.len()), "{shelf}: {} texts", times.len());
        assert!(fair.contains(&median(times.clone())), "{shelf}: {}", median(times));
        assert!(gini(times.clone()) < uneven, "{shelf}: {}", gini(times));
        let highest = times.iter().max().unwrap();
        assert!(*highest <= most * median(times.clone()), "{shelf}: {highest}");
    }
    // The softest voices are in front of somebody, too.
    let unseen = on(Shelf::Others).iter().filter(|times| **times == 0).count();
    assert_eq!(unseen, 0);
    // The supported are not hidden, and the new are seen most.
    assert!(median(on(Shelf::Supported)) >= 2 * median(on(Shelf::Others)));
    assert!(median(on(Shelf::New)) >= 2 * median(on(Shelf::Supported)));
}

#[test]
fn a_new_text_is_seen_within_the_first_hours() {
    // A thousand visits a day, forty-two an hour; thirty-three new texts a day.
    let (mut kept, shelves) = ambito(2_000);
    let mut waits = Vec::new();
    for number in 2_001..2_201 {
        kept.put(number, Shelf::New);
        let seen = (0..1_000).position(|visit| {
            let turn = visitor(1_000 * number as u32 + visit);
            kept.page(Cursor::start(turn, today()), PAGE).numbers.contains(&number)
        });
        waits.push(seen.unwrap_or(1_000) as u32);
        kept.shelves[Shelf::New as usize].remove(&ring(number));
    }
    waits.sort_unstable();
    assert!(shelves.len() == 2_000 && waits[100] <= 21, "half within half an hour: {}", waits[100]);
    assert!(waits[190] <= 84, "nineteen in twenty within two hours: {}", waits[190]);
    assert!(waits[199] <= 252, "all within six: {}", waits[199]);
}

#[test]
fn tomorrow_a_visitor_sees_others() {
    let (kept, _) = ambito(2_000);
    let mut again = 0;
    for number in 0..200 {
        let turn = visitor(number);
        let first = kept.page(Cursor::start(turn, today()), PAGE).numbers;
        let next = today() + chrono::Days::new(1);
        let second = kept.page(Cursor::start(turn, next), PAGE).numbers;
        again += second.iter().filter(|text| first.contains(text)).count();
    }
    // Of four thousand, the few of short shelves.
    assert!(again < 60, "{again}");
}

#[test]
fn a_filtered_list_is_fair_too() {
    // Every thirteenth text or so, as a policy would pick them.
    let (_, shelves) = ambito(20_000);
    let mut kept = Kept::default();
    let mut times: BTreeMap<i64, u32> = BTreeMap::new();
    for (number, shelf) in &shelves {
        if Turn::of(&[number.to_be_bytes(), [7; 8]].concat()).number().is_multiple_of(13) {
            kept.put(*number, *shelf);
            times.insert(*number, 0);
        }
    }
    for number in 0..1_000 {
        for text in kept.page(Cursor::start(visitor(number), today()), PAGE).numbers {
            *times.get_mut(&text).unwrap() += 1;
        }
    }
    let others: Vec<u32> =
        times.iter().filter(|(text, _)| shelves[text] == Shelf::Others).map(|(_, n)| *n).collect();
    assert!(gini(others.clone()) < 0.35, "{}", gini(others));
    assert!(others.iter().filter(|times| **times == 0).count() * 50 < others.len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn pages_repeat_nothing_and_leave_nothing_out(
        texts in proptest::collection::btree_map(1_i64..100_000, 0_usize..3, 0..200),
        take in 1_u32..30,
        person in any::<u32>(),
    ) {
        let mut kept = Kept::default();
        for (number, shelf) in &texts {
            kept.put(*number, Shelf::ALL[*shelf]);
        }
        let start = Cursor::start(visitor(person), today());
        let mut once = kept.all(start, take);
        prop_assert_eq!(&once, &kept.all(start, 1_000));
        once.sort_unstable();
        let all: Vec<i64> = texts.keys().copied().collect();
        prop_assert_eq!(once, all);
    }

    #[test]
    fn what_comes_and_goes_meanwhile_moves_nothing_else(
        texts in proptest::collection::btree_map(1_i64..100_000, 0_usize..3, 1..120),
        come in proptest::collection::btree_map(100_000_i64..100_900, 0_usize..3, 0..30),
        gone in proptest::collection::btree_set(1_i64..100_000, 0..200),
        take in 1_u32..15,
        person in any::<u32>(),
    ) {
        let mut kept = Kept::default();
        for (number, shelf) in &texts {
            kept.put(*number, Shelf::ALL[*shelf]);
        }
        let start = Cursor::start(visitor(person), today());
        let page = kept.page(start, take);
        let mut read = page.numbers.clone();
        // Between two pages some texts become public and some are withdrawn.
        let gone: Vec<i64> =
            texts.keys().copied().filter(|n| gone.iter().any(|g| g % 7 == n % 7)).collect();
        for shelf in &mut kept.shelves {
            shelf.retain(|_, number| !gone.contains(number));
        }
        for (number, shelf) in &come {
            kept.put(*number, Shelf::ALL[*shelf]);
        }
        if let Some(next) = page.next {
            read.extend(kept.all(next, take));
        }
        let mut sorted = read.clone();
        sorted.sort_unstable();
        sorted.dedup();
        prop_assert_eq!(sorted.len(), read.len());
        for number in texts.keys() {
            prop_assert!(read.contains(number) || gone.contains(number));
        }
    }

    #[test]
    fn supporters_below_five_do_not_move_anything(
        counts in proptest::collection::vec((0_u32..5, 0_u32..5), 1..80), person in any::<u32>()
    ) {
        let old = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
        let of = |pick: fn(&(u32, u32)) -> u32| {
            let mut kept = Kept::default();
            for (number, count) in (1..).zip(&counts) {
                kept.put(number, shelf(old, today(), people(pick(count)), 5));
            }
            kept.all(Cursor::start(visitor(person), today()), 20)
        };
        prop_assert_eq!(of(|count| count.0), of(|count| count.1));
    }
}
