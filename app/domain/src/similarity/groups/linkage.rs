//! Average linkage over the few pairs that are alike; all others count zero.
//!
//! A heap of neighbours, the nearest first, in which what has changed is found out when it comes up.
//! With `p` pairs it takes about `p · log p` steps.

use std::cmp::Ordering;
use std::collections::{BinaryHeap, HashMap};
use std::hash::{BuildHasherDefault, Hasher};

use super::FINE;

/// Texts that hold together.
pub(super) struct Cluster {
    /// Their numbers, sorted.
    pub(super) members: Vec<u32>,
    /// The mean score of their pairs.
    pub(super) cohesion: f32,
}

/// A group on its way, under the number of its first member.
struct Growing {
    members: Vec<u32>,
    /// The sum of its own pairs.
    inside: u64,
    /// For each neighbour, the sum of the pairs between the two.
    near: HashMap<u32, u64, BuildHasherDefault<Scatter>>,
    /// The sum of all pairs of its texts, with whomever, that stand above the cut, and how many.
    usual: (u64, u32),
    /// How often it has grown.
    age: u32,
}

impl Growing {
    fn cohesion(&self) -> f64 {
        let size = self.members.len() as f64;
        self.inside as f64 / FINE / (size * (size - 1.0) / 2.0).max(1.0)
    }

    /// How near its texts are to what is near to them.
    fn usual(&self) -> f64 {
        self.usual.0 as f64 / FINE / f64::from(self.usual.1.max(1))
    }
}

/// Scatters small numbers of our own making: nobody can choose them so that they collide.
#[derive(Default)]
struct Scatter(u64);

impl Hasher for Scatter {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u32(u32::from(*byte));
        }
    }

    fn write_u32(&mut self, number: u32) {
        let mixed = (self.0 ^ u64::from(number)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ (mixed >> 32);
    }
}

/// Two groups that may be joined.
#[derive(Clone, Copy, PartialEq)]
struct Candidate {
    mean: f64,
    groups: [u32; 2],
    ages: [u32; 2],
}

impl Eq for Candidate {}

impl Ord for Candidate {
    /// The nearest come first, among equals those of the first texts.
    fn cmp(&self, other: &Self) -> Ordering {
        let first = other.groups.cmp(&self.groups).then(other.ages.cmp(&self.ages));
        self.mean.total_cmp(&other.mean).then(first)
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Joins the `count` texts into groups while the mean score of two is at least `least` and at least
/// `holding` of how near the texts of either are to what is near to them. Gives groups of two and more, by their first members.
pub(super) fn link(
    count: usize,
    pairs: Vec<(u32, u32, u64)>,
    least: f64,
    holding: f64,
) -> Vec<Cluster> {
    let single = |number| Growing {
        members: vec![number],
        inside: 0,
        near: HashMap::default(),
        usual: (0, 0),
        age: 0,
    };
    let mut groups: Vec<Option<Growing>> =
        (0..).take(count).map(|number| Some(single(number))).collect();
    let mut heap = BinaryHeap::new();
    for (one, other, sum) in pairs {
        let mean = sum as f64 / FINE;
        for (mine, theirs) in [(one, other), (other, one)] {
            if let Some(group) = &mut groups[mine as usize] {
                group.near.insert(theirs, sum);
                if mean >= least {
                    group.usual = (group.usual.0 + sum, group.usual.1 + 1);
                }
            }
        }
        if mean >= least {
            heap.push(Candidate { mean, groups: [one, other], ages: [0, 0] });
        }
    }
    while let Some(next) = heap.pop() {
        let [one, other] = next.groups.map(|number| number as usize);
        let (Some(a), Some(b)) = (&groups[one], &groups[other]) else { continue };
        if [a.age, b.age] != next.ages || next.mean < holding * a.usual().max(b.usual()) {
            continue;
        }
        join(&mut groups, next.groups, least, &mut heap);
    }
    groups
        .into_iter()
        .flatten()
        .filter(|group| group.members.len() > 1)
        .map(|group| Cluster { cohesion: group.cohesion() as f32, members: group.members })
        .collect()
}

/// Joins two groups under the lesser number, and finds how near the new one is to its neighbours.
fn join(
    groups: &mut [Option<Growing>],
    [one, other]: [u32; 2],
    least: f64,
    heap: &mut BinaryHeap<Candidate>,
) {
    let (Some(mut a), Some(b)) = (groups[one as usize].take(), groups[other as usize].take())
    else {
        return;
    };
    a.inside += b.inside + a.near.remove(&other).unwrap_or_default();
    for (neighbour, sum) in b.near {
        if neighbour != one {
            *a.near.entry(neighbour).or_default() += sum;
        }
    }
    a.usual = (a.usual.0 + b.usual.0, a.usual.1 + b.usual.1);
    a.members.extend(b.members);
    a.members.sort_unstable();
    a.age += 1;
    for (&neighbour, &sum) in &a.near {
        let Some(group) = &mut groups[neighbour as usize] else { continue };
        group.near.remove(&other);
        group.near.insert(one, sum);
        let mean = sum as f64 / FINE / (a.members.len() * group.members.len()) as f64;
        if mean >= least {
            let (first, second) = if one < neighbour { (&a, &*group) } else { (&*group, &a) };
            heap.push(Candidate {
                mean,
                groups: [one.min(neighbour), one.max(neighbour)],
                ages: [first.age, second.age],
            });
        }
    }
    groups[one as usize] = Some(a);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn linked(count: usize, pairs: &[(u32, u32, f64)], least: f64, holding: f64) -> Vec<Vec<u32>> {
        let pairs = pairs.iter().map(|(a, b, score)| (*a, *b, (score * FINE) as u64)).collect();
        link(count, pairs, least, holding).into_iter().map(|cluster| cluster.members).collect()
    }

    #[test]
    fn a_pair_that_is_missing_counts_zero() {
        let chain = [(0, 1, 0.8), (1, 2, 0.7)];
        assert_eq!(linked(3, &chain, 0.3, 0.0), [vec![0, 1, 2]]);
        // (0.7 + 0) / 2 is 0.35.
        assert_eq!(linked(3, &chain, 0.36, 0.0), [vec![0, 1]]);
        let cluster = link(3, vec![(0, 1, 800_000), (1, 2, 700_000)], 0.3, 0.0).remove(0);
        assert!((cluster.cohesion - 0.5).abs() < 1e-6);
    }

    #[test]
    fn tight_groups_that_are_a_little_alike_stay_apart() {
        let pairs = [(0, 1, 0.9), (2, 3, 0.9), (0, 2, 0.5), (0, 3, 0.5), (1, 2, 0.5), (1, 3, 0.5)];
        // Each is as near as (0.9 + 0.5 + 0.5) / 3 to what is near to it.
        assert_eq!(linked(4, &pairs, 0.3, 0.8), [vec![0, 1], vec![2, 3]]);
        assert_eq!(linked(4, &pairs, 0.3, 0.75), [vec![0, 1, 2, 3]]);
    }

    #[test]
    fn nothing_below_the_cut_is_joined() {
        assert!(linked(3, &[(0, 1, 0.2)], 0.3, 0.8).is_empty());
        assert!(linked(0, &[], 0.3, 0.8).is_empty());
    }

    /// The same, by looking at all pairs of groups again and again.
    fn slowly(count: u32, pairs: &[(u32, u32, u64)], least: f64, holding: f64) -> Vec<Vec<u32>> {
        let mut groups: Vec<Vec<u32>> = (0..count).map(|number| vec![number]).collect();
        let sum = |one: &[u32], other: &[u32]| -> u64 {
            let within = |a: &u32, b: &u32| {
                (one.contains(a) && other.contains(b)) || (one.contains(b) && other.contains(a))
            };
            pairs.iter().filter(|(a, b, _)| within(a, b)).map(|(_, _, score)| score).sum()
        };
        let usual = |group: &[u32]| {
            let mut near = (0, 0);
            for (a, b, score) in pairs.iter().filter(|(_, _, score)| *score as f64 / FINE >= least)
            {
                let times = usize::from(group.contains(a)) + usize::from(group.contains(b));
                near = (near.0 + times as u64 * score, near.1 + times);
            }
            near.0 as f64 / FINE / near.1.max(1) as f64
        };
        loop {
            let mut best: Option<(f64, usize, usize)> = None;
            for one in 0..groups.len() {
                for other in one + 1..groups.len() {
                    let (a, b) = (&groups[one], &groups[other]);
                    let mean = sum(a, b) as f64 / FINE / (a.len() * b.len()) as f64;
                    let holds = mean >= least && mean >= holding * usual(a).max(usual(b));
                    if holds && mean > 0.0 && best.is_none_or(|(most, _, _)| mean > most) {
                        best = Some((mean, one, other));
                    }
                }
            }
            let Some((_, one, other)) = best else { break };
            let moved = groups.remove(other);
            groups[one].extend(moved);
            groups[one].sort_unstable();
        }
        groups.retain(|group| group.len() > 1);
        groups
    }

    proptest::proptest! {
        #[test]
        fn the_heap_joins_what_a_plain_search_joins(
            scores in proptest::collection::vec(0_u64..1_000_000, 45),
            least in 0.05_f64..0.6,
            holding in 0.0_f64..1.0,
        ) {
            let mut pairs = Vec::new();
            let mut scores = scores.into_iter();
            for one in 0..10 {
                for other in one + 1..10 {
                    let score = scores.next().unwrap_or_default();
                    // Half of the pairs have nothing in common.
                    if score > 500_000 {
                        pairs.push((one, other, score));
                    }
                }
            }
            let slow = slowly(10, &pairs, least, holding);
            let quick: Vec<Vec<u32>> =
                link(10, pairs, least, holding).into_iter().map(|cluster| cluster.members).collect();
            proptest::prop_assert_eq!(quick, slow);
        }
    }
}
