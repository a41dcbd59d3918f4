//! A proportional order of texts by who supports them: harmonic weighting.
//!
//! Each supporter has one voice, and it is split evenly over those of their texts that have no
//! place yet. The weakest text gets the last free place; its supporters' voices go to their other
//! texts; and so on upward (as LiquidFeedback orders initiatives). A majority fills the first
//! places only as far as its share goes, and whoever writes the same thing ten times splits the
//! same voices ten ways.
//!
//! **Copies gain nothing**: texts with exactly the same supporters take one place between them as
//! if the others were not there; the others come in by the weight that is left for them. So no
//! number of copies moves anything else, or its own first.
//!
//! **Ties** are decided by the declared rule ([`Merit`]: more municipalities, then more needs), and
//! where that says nothing the body decides (domain.md §8, 12): such texts are marked
//! [`Placed::undecided`], and stand in the order in which they were given.
//!
//! Weights are exact (`weight`).

use std::cmp::Ordering;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::weight::{Weight, sign};

/// What decides between equal weights: the greater first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Merit {
    /// Municipalities from which it is supported.
    pub municipalities: u32,
    /// Needs that are linked to it.
    pub needs: u32,
}

/// A text to be placed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Candidate {
    /// Who supports it, by any number that is theirs alone.
    pub supporters: Vec<u32>,
    /// What decides a tie.
    pub merit: Merit,
}

/// A text in its place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Placed {
    /// Which, by its position among the candidates.
    pub candidate: usize,
    /// Voices it had when it was placed.
    pub weight: f64,
    /// Another could as well stand here: the body decides.
    pub undecided: bool,
}

/// Places all candidates, the first in front.
pub fn order(candidates: &[Candidate]) -> Vec<Placed> {
    let sets: Vec<Vec<u32>> = candidates
        .iter()
        .map(|candidate| {
            let mut set = candidate.supporters.clone();
            set.sort_unstable();
            set.dedup();
            set
        })
        .collect();
    let merits: Vec<Merit> = candidates.iter().map(|candidate| candidate.merit).collect();
    let mut families: BTreeMap<&[u32], Vec<usize>> = BTreeMap::new();
    let mut firsts = Vec::new();
    for (candidate, set) in sets.iter().enumerate() {
        // Texts that nobody supports are no copies of one another.
        if set.is_empty() {
            firsts.push(candidate);
        } else {
            families.entry(set).or_default().push(candidate);
        }
    }
    for family in families.values_mut() {
        family.sort_by_key(|candidate| std::cmp::Reverse(merits[*candidate]));
        firsts.push(family[0]);
    }
    firsts.sort_unstable();
    let mut placed = eliminate(&sets, &merits, &firsts);
    if firsts.len() == candidates.len() {
        return placed.into_iter().map(Step::placed).collect();
    }
    // Copies: the weights of all texts together, and of a family's the best is its first's.
    let everybody: Vec<usize> = (0..candidates.len()).collect();
    let mut weights: BTreeMap<&[u32], Vec<Weight>> = BTreeMap::new();
    for text in eliminate(&sets, &merits, &everybody) {
        weights.entry(&sets[text.candidate]).or_default().push(text.weight);
    }
    let mut copies = Vec::new();
    for (set, family) in &families {
        for (rank, candidate) in family.iter().enumerate() {
            let same = |other: usize| merits[family[other]] == merits[*candidate];
            let undecided = rank > 0 && same(rank - 1) || rank + 1 < family.len() && same(rank + 1);
            if rank > 0 {
                let weight = weights[set][rank];
                copies.push(Step { candidate: *candidate, weight, undecided });
            } else if undecided {
                for text in placed.iter_mut().filter(|text| text.candidate == *candidate) {
                    text.undecided = true;
                }
            }
        }
    }
    let compare = |a: &Step, b: &Step| {
        let doubt = sets[a.candidate].len() + sets[b.candidate].len();
        a.weight.against(b.weight, doubt).unwrap_or_else(|| a.weight.units.cmp(&b.weight.units))
    };
    copies.sort_by(|a, b| {
        let merit = merits[b.candidate].cmp(&merits[a.candidate]);
        compare(b, a).then(merit).then(a.candidate.cmp(&b.candidate))
    });
    // Of equal weight, a first stands before a copy.
    let mut all = Vec::with_capacity(candidates.len());
    let mut copies = copies.into_iter().peekable();
    for text in placed {
        while let Some(copy) = copies.next_if(|copy| compare(copy, &text) == Ordering::Greater) {
            all.push(copy);
        }
        all.push(text);
    }
    all.extend(copies);
    all.into_iter().map(Step::placed).collect()
}

/// A text that was given its place.
struct Step {
    candidate: usize,
    weight: Weight,
    undecided: bool,
}

impl Step {
    fn placed(self) -> Placed {
        let Step { candidate, weight, undecided } = self;
        Placed { candidate, weight: weight.voices(), undecided }
    }
}

/// Harmonic weighting of some of the candidates; the first in front.
fn eliminate(sets: &[Vec<u32>], merits: &[Merit], among: &[usize]) -> Vec<Step> {
    let mut race = Race::new(sets, among);
    let mut left = among.to_vec();
    let mut placed = Vec::with_capacity(among.len());
    let mut marked = vec![false; sets.len()];
    while !left.is_empty() {
        let mut weakest = vec![left[0]];
        for &candidate in &left[1..] {
            let order = race
                .compare(candidate, weakest[0])
                .then_with(|| merits[candidate].cmp(&merits[weakest[0]]));
            match order {
                Ordering::Less => weakest = vec![candidate],
                Ordering::Equal => weakest.push(candidate),
                Ordering::Greater => {}
            }
        }
        if weakest.len() > 1 {
            for candidate in &weakest {
                marked[*candidate] = true;
            }
        }
        // Of those that nothing tells apart the last given goes first, and all of them are marked.
        let last = weakest[weakest.len() - 1];
        placed.push(Step { candidate: last, weight: race.weights[last], undecided: false });
        left.retain(|candidate| *candidate != last);
        race.place(last);
    }
    for text in &mut placed {
        text.undecided = marked[text.candidate];
    }
    placed.reverse();
    placed
}

/// Texts that have no place yet, with the voices they have now.
struct Race<'a> {
    sets: &'a [Vec<u32>],
    fractions: Vec<Weight>,
    weights: Vec<Weight>,
    /// The position of each supporter of a text among all supporters.
    supporters: Vec<Vec<usize>>,
    /// Texts without a place of each supporter.
    texts: Vec<Vec<usize>>,
}

impl<'a> Race<'a> {
    fn new(sets: &'a [Vec<u32>], among: &[usize]) -> Self {
        let mut numbers: Vec<u32> =
            among.iter().flat_map(|text| sets[*text].iter().copied()).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let mut texts = vec![Vec::new(); numbers.len()];
        let mut supporters = vec![Vec::new(); sets.len()];
        for &text in among {
            for number in &sets[text] {
                if let Ok(supporter) = numbers.binary_search(number) {
                    texts[supporter].push(text);
                    supporters[text].push(supporter);
                }
            }
        }
        let most = texts.iter().map(Vec::len).max().unwrap_or_default();
        let fractions = Weight::fractions(most);
        let mut weights = vec![Weight::default(); sets.len()];
        for list in &texts {
            for text in list {
                weights[*text].add(fractions[list.len()]);
            }
        }
        Race { sets, fractions, weights, supporters, texts }
    }

    /// Gives a text its place: its supporters' voices go to their other texts.
    fn place(&mut self, placed: usize) {
        for supporter in &self.supporters[placed] {
            let texts = &mut self.texts[*supporter];
            let before = self.fractions[texts.len()];
            texts.retain(|text| *text != placed);
            let mut more = self.fractions[texts.len()];
            if texts.is_empty() {
                continue;
            }
            more.take(before);
            for text in texts {
                self.weights[*text].add(more);
            }
        }
    }

    /// Compares the weights of two texts, exactly.
    fn compare(&self, a: usize, b: usize) -> Ordering {
        let doubt = self.sets[a].len() + self.sets[b].len();
        if let Some(order) = self.weights[a].against(self.weights[b], doubt) {
            return order;
        }
        let mut fractions: BTreeMap<u64, i64> = BTreeMap::new();
        for (text, sign) in [(a, 1), (b, -1)] {
            for supporter in &self.supporters[text] {
                *fractions.entry(self.texts[*supporter].len() as u64).or_default() += sign;
            }
        }
        sign(&fractions)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use proptest::prelude::*;

    use super::*;

    fn candidate(supporters: &[u32]) -> Candidate {
        Candidate { supporters: supporters.to_vec(), merit: Merit::default() }
    }

    fn places(candidates: &[Candidate]) -> Vec<usize> {
        order(candidates).iter().map(|placed| placed.candidate).collect()
    }

    /// The same by fractions over one denominator, in the plainest way.
    fn plainly(candidates: &[Candidate]) -> Vec<usize> {
        const ALL: i128 = 232_792_560; // divisible by every number up to 22
        let mut left: Vec<usize> = (0..candidates.len()).collect();
        let mut placed = Vec::new();
        while !left.is_empty() {
            let has = |text: usize, person: &u32| candidates[text].supporters.contains(person);
            let weight = |text: usize| -> i128 {
                let shares = candidates[text].supporters.iter().map(|person| {
                    ALL / left.iter().filter(|other| has(**other, person)).count() as i128
                });
                shares.sum()
            };
            let weakest = left
                .iter()
                .copied()
                .rev()
                .min_by_key(|text| (weight(*text), candidates[*text].merit));
            let weakest = weakest.unwrap();
            left.retain(|text| *text != weakest);
            placed.push(weakest);
        }
        placed.reverse();
        placed
    }

    #[test]
    fn a_minority_has_its_place_near_the_front() {
        // Sixty support four texts, thirty-five another one: it comes second, not fifth.
        let many: Vec<u32> = (0..60).collect();
        let few: Vec<u32> = (100..135).collect();
        let mut candidates = Vec::new();
        for text in 0..4 {
            // Not quite the same supporters, so that these are no copies.
            candidates.push(candidate(&many[text..]));
        }
        candidates.push(candidate(&few));
        assert_eq!(places(&candidates)[..2], [0, 4]);
        let mut by_number: Vec<usize> = (0..5).collect();
        by_number.sort_by_key(|text| std::cmp::Reverse(candidates[*text].supporters.len()));
        assert_eq!(by_number, [0, 1, 2, 3, 4]);
    }

    #[test]
    fn copies_share_the_voices_of_one() {
        let many: Vec<u32> = (0..60).collect();
        let few: Vec<u32> = (100..125).collect();
        let placed =
            order(&[candidate(&many), candidate(&many), candidate(&many), candidate(&few)]);
        let order: Vec<usize> = placed.iter().map(|placed| placed.candidate).collect();
        // 60, then 30 for the second copy, 25 for the minority, 20 for the third.
        assert_eq!(order, [0, 1, 3, 2]);
        let weights: Vec<f64> = placed.iter().map(|placed| placed.weight).collect();
        assert_eq!(weights, [60.0, 30.0, 25.0, 20.0]);
        assert_eq!(placed.iter().filter(|placed| placed.undecided).count(), 3);
    }

    #[test]
    fn a_tie_is_decided_by_the_declared_rule_or_not_at_all() {
        let mut candidates = [candidate(&[1]), candidate(&[2]), candidate(&[3])];
        candidates[2].merit.municipalities = 2;
        candidates[0].merit.needs = 9;
        let placed = order(&candidates);
        let order: Vec<usize> = placed.iter().map(|placed| placed.candidate).collect();
        assert_eq!(order, [2, 0, 1]);
        assert!(placed.iter().all(|placed| !placed.undecided));
        candidates[0].merit.needs = 0;
        let placed = super::order(&candidates);
        assert_eq!(placed[0].candidate, 2);
        assert!(!placed[0].undecided && placed[1].undecided && placed[2].undecided);
    }

    #[test]
    fn thirds_are_exact() {
        // Three thirds are one voice: a tie, whatever rounding says.
        let mut candidates = vec![candidate(&[1, 2, 3]), candidate(&[9])];
        for own in 1..=3 {
            candidates.push(candidate(&[own, 100 + own, 200 + own, 300 + own]));
            candidates.push(candidate(&[own, 400 + own, 500 + own, 600 + own]));
        }
        let placed = order(&candidates);
        let last = &placed[placed.len() - 2..];
        assert!(last.iter().all(|placed| placed.candidate < 2 && placed.undecided), "{placed:?}");
    }

    #[test]
    fn nobody_supported_stands_last_and_nobody_is_lost() {
        assert_eq!(order(&[]), []);
        let placed = order(&[candidate(&[]), candidate(&[4, 4, 4]), candidate(&[])]);
        assert_eq!(placed[0].candidate, 1);
        assert_eq!(placed[0].weight, 1.0);
        assert!(placed[1].undecided && placed[2].undecided);
    }

    #[test]
    fn ten_thousand_texts_take_a_moment() {
        let mut state = 7_u32;
        let mut next = |end: u32| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            ((u64::from(state) * u64::from(end)) >> 32) as u32
        };
        let mut candidates = vec![Candidate::default(); 2_000];
        for _ in 0..20_000 {
            // The lower the number, the more support.
            let text = next(2_000).min(next(2_000));
            candidates[text as usize].supporters.push(next(3_000));
        }
        let begin = Instant::now();
        assert_eq!(order(&candidates).len(), 2_000);
        assert!(begin.elapsed().as_secs() < 20);
    }

    fn some() -> impl Strategy<Value = Vec<Candidate>> {
        let set = proptest::collection::btree_set(0_u32..9, 0..7);
        let merit = (0_u32..3, 0_u32..3)
            .prop_map(|(municipalities, needs)| Merit { municipalities, needs });
        let text = (set, merit).prop_map(|(supporters, merit)| Candidate {
            supporters: supporters.into_iter().collect(),
            merit,
        });
        proptest::collection::vec(text, 1..8)
    }

    proptest! {
        #[test]
        fn it_is_harmonic_weighting(candidates in some()) {
            let mut sets: Vec<&[u32]> = candidates.iter().map(|c| c.supporters.as_slice()).collect();
            sets.sort_unstable();
            sets.dedup();
            prop_assume!(sets.len() == candidates.len());
            prop_assert_eq!(places(&candidates), plainly(&candidates));
        }

        #[test]
        fn copies_gain_nothing(candidates in some(), which in 0_usize..8, times in 1_usize..4) {
            let which = which % candidates.len();
            prop_assume!(!candidates[which].supporters.is_empty());
            let mut with = candidates.clone();
            for _ in 0..times {
                let merit = Merit::default();
                with.push(Candidate { merit, ..candidates[which].clone() });
            }
            // The first of every set of supporters, and whoever has none, is where it was.
            let firsts = |candidates: &[Candidate]| -> Vec<Vec<u32>> {
                let mut sets: Vec<Vec<u32>> = Vec::new();
                for text in places(candidates) {
                    let set = &candidates[text].supporters;
                    if set.is_empty() || !sets.contains(set) {
                        sets.push(set.clone());
                    }
                }
                sets
            };
            prop_assert_eq!(firsts(&with), firsts(&candidates));
        }

        #[test]
        fn who_supports_nothing_else_takes_no_more_than_their_share(
            candidates in some(), size in 1_u32..9, times in 1_usize..5
        ) {
            // A faction apart, with one text or with several: the others don't move.
            let faction: Vec<u32> = (100..100 + size).collect();
            let mut one = candidates.clone();
            one.push(candidate(&faction));
            let mut several = candidates.clone();
            several.extend(std::iter::repeat_n(candidate(&faction), times));
            let own = |order: Vec<usize>| -> Vec<usize> {
                let mut seen = false;
                order
                    .into_iter()
                    .map(|text| text.min(candidates.len()))
                    .filter(|t| *t < candidates.len() || !std::mem::replace(&mut seen, true))
                    .collect()
            };
            prop_assert_eq!(own(places(&one)), own(places(&several)));
        }

        #[test]
        fn numbers_of_supporters_do_not_matter(candidates in some(), shift in 1_u32..1_000) {
            let mut renamed = candidates.clone();
            for person in renamed.iter_mut().flat_map(|c| c.supporters.iter_mut()) {
                *person = (*person * 7 + shift) ^ 0x55;
            }
            prop_assert_eq!(order(&renamed), order(&candidates));
        }
    }
}
