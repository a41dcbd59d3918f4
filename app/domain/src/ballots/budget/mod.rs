//! Budgets: what a sum is spent on, by equal shares, with plain greedy beside it for comparison.
//!
//! - [`poll`](self): the ballots, options by number
//! - `shares`: the Method of Equal Shares for one endowment; `near`: its rounded numbers
//! - `completion`: raising the shares, then adding by votes; and greedy
//!
//! Two differences from what one may expect. An option that nobody chose is never funded, even
//! if it fits. And an option dearer than the whole sum, which no ballot of ours can have, ends
//! the raising of shares as soon as they would buy it, as in the published rule.

mod completion;
mod near;
mod poll;
mod shares;
#[cfg(test)]
mod tests;

use num_bigint::BigInt;
use num_rational::BigRational;
use serde::Serialize;

use super::file::BallotFile;
use super::rules::Utilities;
use super::tally::Total;
use super::ties::{Settler, Tie, every_way};
use completion::{Shares, equal_shares, greedy};
use poll::Poll;
use shares::Run;

/// Digits behind the point of a price.
const PRICE_DIGITS: u32 = 6;

/// Digits behind the point of a rate.
const RATE_DIGITS: u32 = 12;

/// What a budget came to. Amounts are in the smallest unit of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BudgetTally {
    /// The sum.
    pub budget: u64,
    /// Decimals of an amount.
    pub decimals: u8,
    /// What counted as a gain.
    pub utilities: Utilities,
    /// How many chose each option.
    pub totals: Vec<Total>,
    /// Equal shares; `None` where only totals are known.
    pub equal_shares: Option<EqualShares>,
    /// Plain greedy by votes, for comparison.
    pub greedy: Spending,
}

/// What equal shares came to. Where a tie is open, the rounds take it by id, and `outcome` says
/// what is certain all the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EqualShares {
    /// With the sum divided evenly.
    pub before: SharesRound,
    /// With the final endowment, if shares could be raised.
    pub raised: Option<SharesRound>,
    /// What was added by votes in the end.
    pub by_votes: Vec<String>,
    /// What is funded.
    pub outcome: Spending,
}

/// Equal shares for one endowment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SharesRound {
    /// What every voter started with.
    pub endowment: String,
    /// What was bought, in that order.
    pub steps: Vec<SharesStep>,
    /// What was bought, those that cost nothing first.
    pub funded: Vec<String>,
    /// What that costs.
    pub spent: u64,
    /// Ties that were met on the way.
    pub ties: Vec<Tie>,
}

/// An option that was bought by those who chose it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SharesStep {
    /// Which.
    pub option: String,
    /// ρ: the price for a unit of utility.
    pub rate: String,
    /// What each paid who could; who had less paid all they had.
    pub price: String,
    /// How many chose it.
    pub supporters: u64,
    /// How many of them had something left to pay.
    pub paying: u64,
}

/// What is funded, and what isn't certain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Spending {
    /// What is funded, however open ties are decided.
    pub funded: Vec<String>,
    /// What is funded or not, depending on how open ties are decided.
    pub undecided: Vec<String>,
    /// Whether all ways of deciding open ties were gone through; if not, more may be undecided.
    pub all_ways: bool,
    /// What the funded cost.
    pub spent: u64,
    /// What remains of the sum.
    pub left: u64,
    /// How many voters chose something that is funded; `None` where only totals are known.
    pub heard: Option<u64>,
    /// Ties that were met.
    pub ties: Vec<Tie>,
}

/// Counts the ballots of a sum, in the smallest unit, and a number of decimals.
pub(super) fn tally(
    file: &BallotFile,
    (sum, decimals): (u64, u8),
    utilities: Utilities,
) -> BudgetTally {
    let poll = Poll::of(file, (sum, decimals), utilities);
    let teller = Teller { poll: &poll, settler: Settler::of(file), whole: file.is_whole() };
    let shares = if teller.whole && poll.voters > 0 { teller.equal_shares() } else { None };
    let (ways, all_ways) = every_way(&teller.settler, |chooser| greedy(&poll, &[], chooser));
    let ties = ways.first().map(|way| way.ties.clone()).unwrap_or_default();
    let ways: Vec<Vec<usize>> = ways.into_iter().map(|way| way.funded).collect();
    BudgetTally {
        budget: sum,
        decimals,
        utilities,
        totals: (0..poll.costs.len())
            .map(|option| Total {
                option: teller.settler.id(option).to_owned(),
                count: poll.votes[option],
            })
            .collect(),
        equal_shares: shares,
        greedy: teller.spending(&ways, all_ways, ties),
    }
}

/// Turns numbers into what is told.
struct Teller<'a> {
    poll: &'a Poll,
    settler: Settler<'a>,
    whole: bool,
}

impl Teller<'_> {
    fn equal_shares(&self) -> Option<EqualShares> {
        let (ways, all_ways) = every_way(&self.settler, |chooser| equal_shares(self.poll, chooser));
        let shares = ways.first()?;
        let last = shares.raised.as_ref().unwrap_or(&shares.before);
        let ties = last.ties.iter().chain(&shares.by_votes.ties).cloned().collect();
        let funded: Vec<Vec<usize>> = ways.iter().map(Shares::funded).collect();
        Some(EqualShares {
            before: self.round(&shares.before),
            raised: shares.raised.as_ref().map(|run| self.round(run)),
            by_votes: self.settler.ids(&shares.by_votes.funded),
            outcome: self.spending(&funded, all_ways, ties),
        })
    }

    fn round(&self, run: &Run<'_>) -> SharesRound {
        let step = |(number, step): (usize, &shares::Step)| {
            let price = run.price(number);
            let utility = BigInt::from(self.poll.utilities[step.option]);
            SharesStep {
                option: self.settler.id(step.option).to_owned(),
                rate: decimal(&(&price / utility), RATE_DIGITS),
                price: decimal(&price, PRICE_DIGITS),
                supporters: self.poll.votes[step.option],
                paying: step.paying,
            }
        };
        SharesRound {
            endowment: decimal(&run.endowment, PRICE_DIGITS),
            steps: run.steps.iter().enumerate().map(step).collect(),
            funded: self.settler.ids(&run.funded),
            spent: run.spent,
            ties: run.ties.clone(),
        }
    }

    /// What is funded in every way, and what in some.
    fn spending(&self, ways: &[Vec<usize>], all_ways: bool, ties: Vec<Tie>) -> Spending {
        let everywhere = |option: &usize| ways.iter().all(|way| way.contains(option));
        let funded: Vec<usize> =
            ways.first().into_iter().flatten().copied().filter(everywhere).collect();
        let mut undecided: Vec<usize> = ways.iter().flatten().copied().collect();
        undecided.retain(|option| !funded.contains(option));
        undecided.sort_unstable();
        undecided.dedup();
        let spent = self.poll.cost(&funded);
        Spending {
            funded: self.settler.ids(&funded),
            undecided: self.settler.ids(&undecided),
            all_ways,
            spent,
            left: self.poll.budget.saturating_sub(spent),
            heard: self.whole.then(|| self.poll.heard(&funded)),
            ties,
        }
    }
}

/// A fraction that isn't negative, rounded to so many digits behind the point, halves up.
fn decimal(number: &BigRational, digits: u32) -> String {
    let scale = BigInt::from(10).pow(digits);
    let twice: BigInt = number.numer() * &scale * 2 / number.denom();
    let rounded: BigInt = (twice + 1) / 2;
    let (whole, rest) = (&rounded / &scale, &rounded % &scale);
    let rest = format!("{:0>width$}", rest.to_string(), width = digits as usize);
    match rest.trim_end_matches('0') {
        "" => whole.to_string(),
        rest => format!("{whole}.{rest}"),
    }
}
