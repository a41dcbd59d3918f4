//! The Method of Equal Shares for one endowment (Peters, Pierczyński, Skowron 2021).
//!
//! Every voter gets the same endowment. Again and again an option is bought by those who chose
//! it: the one whose price for a unit of utility is least. All pay the same price, and who has
//! less pays all they have. It ends when nobody together can afford what they chose.
//!
//! What is decided is decided exactly. Prices are fractions whose numbers grow with each step,
//! so they are kept as what they are made of ([`Parts`]) and worked out only where the rounded
//! ones ([`Near`]) are too close to call.

use std::cell::OnceCell;
use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BinaryHeap};

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;

use super::near::{Near, Scale};
use super::poll::Poll;
use crate::ballots::ties::{Chooser, Tie};

/// Stands for what is left to those who have nothing left.
const NOTHING: i64 = i64::MIN;

/// Error of a price from which on it is worked out exactly.
const TOO_ROUGH: i128 = 1 << 10;

/// An option that was bought.
#[derive(Debug)]
pub(super) struct Step {
    /// Which.
    pub(super) option: usize,
    /// How many paid for it.
    pub(super) paying: u64,
    /// The options whose rate was least, this one among them.
    tied: Vec<usize>,
    rate: Near,
    /// Every other option had at least this rate.
    others: i128,
    made_of: Parts,
    exact: OnceCell<BigRational>,
}

/// What a price is made of: (cost − what the poor have) ÷ number of the others.
#[derive(Debug)]
struct Parts {
    cost: u64,
    /// Groups of those who have less than the price, but not nothing.
    poor: Vec<u32>,
    rich: u64,
    /// How many steps came before.
    after: usize,
}

/// The count for one endowment.
#[derive(Debug)]
pub(super) struct Run<'a> {
    poll: &'a Poll,
    /// What every voter started with.
    pub(super) endowment: BigRational,
    /// What was bought, in that order.
    pub(super) steps: Vec<Step>,
    /// The step at which each option was bought.
    step_of: Vec<Option<usize>>,
    /// What options cost that were bought, those that cost nothing included.
    pub(super) spent: u64,
    /// What was bought, those that cost nothing first.
    pub(super) funded: Vec<usize>,
    /// Ties that were met.
    pub(super) ties: Vec<Tie>,
}

/// What an option would cost each of those who chose it.
#[derive(Debug)]
struct Offer {
    option: usize,
    rate: Near,
    price: Near,
    /// How many could pay the price.
    rich: u64,
    /// Groups that have less, if that was too close to call and had to be worked out.
    poor: Option<Vec<u32>>,
}

impl<'a> Run<'a> {
    /// Counts with an endowment of budget ÷ voters, raised by so many units of money for each.
    /// Options that cost nothing are had by all who chose them, if they count as a gain at all.
    /// There must be voters.
    pub(super) fn with(poll: &'a Poll, raise: u64, chooser: &mut Chooser<'_>) -> Run<'a> {
        let is_free = |&option: &usize| {
            poll.costs[option] == 0 && poll.utilities[option] > 0 && poll.votes[option] > 0
        };
        let free: Vec<usize> = (0..poll.costs.len()).filter(is_free).collect();
        let raised = BigInt::from(raise) * BigInt::from(poll.unit);
        let run = Run {
            poll,
            endowment: BigRational::new(poll.budget.into(), poll.voters.max(1).into()) + raised,
            steps: Vec::new(),
            step_of: vec![None; poll.costs.len()],
            spent: 0,
            funded: free,
            ties: Vec::new(),
        };
        let scale = poll.scale();
        let full = scale.rounded(&run.endowment);
        let mut counting = Counting {
            scale,
            left: vec![narrow(full.value); poll.groups.len()],
            error: full.error,
            payers: Vec::new(),
            run,
        };
        counting.go(chooser);
        counting.run.ties = chooser.ties();
        counting.run
    }

    /// Whether every endowment between that of this run and that of a richer one surely buys the
    /// same in the same order.
    ///
    /// As long as the same was bought before, a greater endowment leaves nobody less, so it makes
    /// no price higher (both by induction on the steps). In between, what is bought at a step has
    /// at most the rate it has here, and every other option at least the rate it has there. Those
    /// tied are tied in between too if the rate is the same at both ends.
    pub(super) fn same_up_to(&self, richer: &Run<'_>) -> bool {
        let same = |(number, (here, there)): (usize, (&Step, &Step))| {
            here.option == there.option
                && here.tied == there.tied
                && here.rate.high() < there.others
                && (here.tied.len() == 1 || self.price(number) == richer.price(number))
        };
        self.steps.len() == richer.steps.len()
            && self.steps.iter().zip(&richer.steps).enumerate().all(same)
    }

    /// What each of those paid at a step who could, exactly.
    pub(super) fn price(&self, step: usize) -> BigRational {
        let Some(step) = self.steps.get(step) else { return BigRational::zero() };
        step.exact.get_or_init(|| self.work_out(&step.made_of)).clone()
    }

    /// What the poor have is so many endowments, less what they paid at each step before.
    fn work_out(&self, parts: &Parts) -> BigRational {
        let whole = |number: u64| BigRational::from(BigInt::from(number));
        let (mut endowments, mut paid) = (0, vec![0; parts.after]);
        for &group in &parts.poor {
            let voters = u64::from(self.poll.groups[group as usize]);
            endowments += voters;
            for step in self.payments(group, parts.after) {
                paid[step] += voters;
            }
        }
        let mut rest = whole(parts.cost) - whole(endowments) * &self.endowment;
        for (step, times) in paid.into_iter().enumerate().filter(|&(_, times)| times > 0) {
            rest += whole(times) * self.price(step);
        }
        rest / whole(parts.rich)
    }

    /// The steps before a given one at which a group paid the price, if it has something left.
    fn payments(&self, group: u32, before: usize) -> impl Iterator<Item = usize> {
        let chosen = self.poll.chosen[group as usize].iter();
        chosen.filter_map(move |&option| self.step_of[option].filter(|&step| step < before))
    }
}

/// Voters of an option who chose all the same and have something left.
#[derive(Debug, Clone, Copy)]
struct Payer {
    /// What each has.
    left: i64,
    /// What they have together.
    together: i64,
    voters: i64,
}

/// A count under way.
struct Counting<'a> {
    run: Run<'a>,
    scale: Scale,
    /// What each voter of a group has left, rounded, or [`NOTHING`].
    left: Vec<i64>,
    /// How wrong that can be.
    error: i128,
    /// Those who can pay for the option that is looked at; kept, since it is filled so often.
    payers: Vec<Payer>,
}

impl Counting<'_> {
    /// Buys until nothing can be bought.
    ///
    /// Nobody ever gets richer, so an option's rate never falls: one whose last known rate is
    /// above the second best of this step needs no new look, and one that can't be afforded never
    /// can. (The second best is of use to [`Run::same_up_to`].)
    fn go(&mut self, chooser: &mut Chooser<'_>) {
        let poll = self.run.poll;
        let mut waiting: BinaryHeap<Reverse<(i128, usize)>> = (0..poll.costs.len())
            .filter(|&option| poll.costs[option] > 0 && poll.votes[option] > 0)
            .map(|option| {
                let price = self.scale.whole(poll.costs[option]).over(poll.votes[option]);
                Reverse((price.rate(poll.utilities[option]).low(), option))
            })
            .collect();
        loop {
            let mut offers: Vec<Offer> = Vec::new();
            let (mut best, mut second) = (i128::MAX, i128::MAX);
            while let Some(&Reverse((least, option))) = waiting.peek() {
                if least > second {
                    break;
                }
                waiting.pop();
                if let Some(offer) = self.offer(option) {
                    let rate = offer.rate.high();
                    second = second.min(rate.max(best));
                    best = best.min(rate);
                    offers.push(offer);
                }
            }
            let tied = self.cheapest(&offers, best);
            let Some(chosen) = chooser.choose(&tied) else { return };
            let mut bought = None;
            let mut others = waiting.peek().map_or(i128::MAX, |&Reverse((least, _))| least);
            for offer in offers {
                if offer.option == chosen {
                    bought = Some(offer);
                } else {
                    if !tied.contains(&offer.option) {
                        others = others.min(offer.rate.low());
                    }
                    waiting.push(Reverse((offer.rate.low(), offer.option)));
                }
            }
            match bought {
                Some(offer) => self.buy(&offer, tied, others),
                None => return,
            }
        }
    }

    /// The options whose rate is least, exactly.
    fn cheapest(&self, offers: &[Offer], best: i128) -> Vec<usize> {
        let near: Vec<&Offer> = offers.iter().filter(|offer| offer.rate.low() <= best).collect();
        if let [only] = near.as_slice() {
            return vec![only.option];
        }
        let exact: Vec<(BigRational, usize)> = near
            .iter()
            .map(|offer| {
                let utility = BigInt::from(self.run.poll.utilities[offer.option]);
                (self.run.work_out(&self.parts(offer)) / utility, offer.option)
            })
            .collect();
        let least = exact.iter().map(|(rate, _)| rate).min();
        exact.iter().filter(|(rate, _)| Some(rate) == least).map(|&(_, option)| option).collect()
    }

    /// What an option would cost each of those who chose it, or nothing if they can't afford it.
    fn offer(&mut self, option: usize) -> Option<Offer> {
        self.gather(option);
        let (price, rich, poor) = match self.at_a_glance(self.run.poll.costs[option]) {
            Glance::Sure(price, rich) => (price, rich, None),
            Glance::TooDear => return None,
            Glance::TooClose => {
                let parts = self.worked_out(option)?;
                let price = self.scale.rounded(&self.run.work_out(&parts));
                (price, parts.rich, Some(parts.poor))
            }
        };
        let rate = price.rate(self.run.poll.utilities[option]);
        Some(Offer { option, rate, price, rich, poor })
    }

    /// Those who chose an option and have something left. Nearly all of the time of a count is
    /// spent here and in [`Counting::at_a_glance`].
    fn gather(&mut self, option: usize) {
        self.payers.clear();
        let poll = self.run.poll;
        for &group in &poll.supporters[option] {
            let (left, voters) =
                (self.left[group as usize], i64::from(poll.groups[group as usize]));
            if left != NOTHING {
                self.payers.push(Payer { left, together: left * voters, voters });
            }
        }
    }

    /// The price that the payers gathered would pay, from what they have rounded.
    ///
    /// Each round takes all from those who have less than the price; it rises, until none has.
    fn at_a_glance(&self, cost: u64) -> Glance {
        let (mut voters, mut together) = (0, 0);
        for payer in &self.payers {
            voters += payer.voters;
            together += payer.together;
        }
        let have = Near { value: together.into(), error: i128::from(voters) * self.error };
        match have.compare(self.scale.whole(cost)) {
            Some(Ordering::Less) => return Glance::TooDear,
            Some(Ordering::Equal | Ordering::Greater) if voters > 0 => {}
            Some(_) | None => return Glance::TooClose,
        }
        let (mut poor, mut rich) = (Near { value: 0, error: 0 }, voters.unsigned_abs());
        loop {
            let price = self.scale.whole(cost).minus(poor).over(rich);
            let (low, high) = (price.low() - self.error, price.high() + self.error);
            let (Ok(low), Ok(high)) = (i64::try_from(low), i64::try_from(high)) else {
                return Glance::TooClose;
            };
            // No branches: who has less is as good as random.
            let (mut less, mut less_have, mut not_more) = (0, 0, 0);
            for payer in &self.payers {
                let is_less = -i64::from(payer.left < low);
                less += payer.voters & is_less;
                less_have += payer.together & is_less;
                not_more += payer.voters & -i64::from(payer.left <= high);
            }
            if not_more > less {
                return Glance::TooClose;
            }
            let others = (voters - less).unsigned_abs();
            if others == rich {
                return Glance::Sure(price, rich);
            }
            poor = Near { value: less_have.into(), error: i128::from(less) * self.error };
            rich = others;
        }
    }

    /// The same, exactly.
    fn worked_out(&self, option: usize) -> Option<Parts> {
        let poll = self.run.poll;
        let voters = |groups: &[u32]| -> u64 {
            groups.iter().map(|&group| u64::from(poll.groups[group as usize])).sum()
        };
        let has_something = |group: &u32| self.left[*group as usize] != NOTHING;
        let mut payers: Vec<u32> =
            poll.supporters[option].iter().copied().filter(has_something).collect();
        let (cost, after) = (poll.costs[option], self.run.steps.len());
        // If all gave all they have, nothing would be left to pay for one more.
        let all = Parts { cost, poor: payers.clone(), rich: 1, after };
        if self.run.work_out(&all) > BigRational::zero() {
            return None;
        }
        let mut parts = Parts { cost, poor: Vec::new(), rich: voters(&payers), after };
        loop {
            let price = self.run.work_out(&parts);
            let mut has_less = self.less_than(price);
            let (less, others): (Vec<u32>, Vec<u32>) =
                payers.iter().partition(|group| has_less(**group));
            if less.is_empty() {
                return Some(parts);
            }
            parts.rich -= voters(&less);
            parts.poor.extend(less);
            payers = others;
        }
    }

    /// Tells whether the voters of a group have less than a price. Those who paid at the same
    /// steps have the same, so each history is looked at once.
    fn less_than(&self, price: BigRational) -> impl FnMut(u32) -> bool {
        let mut known = BTreeMap::new();
        move |group| {
            let mut paid: Vec<usize> = self.run.payments(group, self.run.steps.len()).collect();
            paid.sort_unstable();
            *known.entry(paid).or_insert_with_key(|paid| {
                let spent: BigRational = paid.iter().map(|&step| self.run.price(step)).sum();
                &self.run.endowment - spent < price
            })
        }
    }

    /// What the price of an offer is made of.
    fn parts(&self, offer: &Offer) -> Parts {
        let poll = self.run.poll;
        let poor = offer.poor.clone().unwrap_or_else(|| {
            // It was no close call: who has less is on one side of the price, rounded.
            let less = |group: &u32| {
                let left = self.left[*group as usize];
                left != NOTHING && i128::from(left) < offer.price.value
            };
            poll.supporters[offer.option].iter().copied().filter(less).collect()
        });
        let (cost, after) = (poll.costs[offer.option], self.run.steps.len());
        Parts { cost, poor, rich: offer.rich, after }
    }

    /// Takes the price from those who chose the option.
    fn buy(&mut self, offer: &Offer, tied: Vec<usize>, others: i128) {
        let made_of = self.parts(offer);
        let &Offer { option, rate, mut price, .. } = offer;
        if price.error > TOO_ROUGH {
            price = self.scale.rounded(&self.run.work_out(&made_of));
        }
        let poll = self.run.poll;
        let mut paying = made_of.rich;
        for &group in &made_of.poor {
            self.left[group as usize] = NOTHING;
            paying += u64::from(poll.groups[group as usize]);
        }
        let each = narrow(price.value);
        for &group in &poll.supporters[option] {
            let left = &mut self.left[group as usize];
            if *left != NOTHING {
                *left -= each;
            }
        }
        self.error += price.error;
        self.run.step_of[option] = Some(self.run.steps.len());
        self.run.spent += poll.costs[option];
        self.run.funded.push(option);
        let exact = OnceCell::new();
        self.run.steps.push(Step { option, paying, tied, rate, others, made_of, exact });
    }
}

/// What rounded amounts tell of a price.
enum Glance {
    /// The price, and how many can pay it.
    Sure(Near, u64),
    /// It can't be afforded.
    TooDear,
    /// The error would decide.
    TooClose,
}

/// What one voter has or pays, which the scale makes fit.
fn narrow(value: i128) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}
