//! The ballots of a budget as both counts use them: options by number, equal ballots together.

use std::collections::BTreeMap;

use super::near::Scale;
use crate::ballots::choice::Choice;
use crate::ballots::file::BallotFile;
use crate::ballots::rules::{Utilities, count};

/// Who chose what, what it costs, and what there is to spend.
#[derive(Debug)]
pub(super) struct Poll {
    /// The sum, in the smallest unit.
    pub(super) budget: u64,
    /// The whole unit of money, in the smallest: what completion raises each share by.
    pub(super) unit: u64,
    /// Cost of each option.
    pub(super) costs: Vec<u64>,
    /// What each option is to one who chose it.
    pub(super) utilities: Vec<u64>,
    /// How many chose each option.
    pub(super) votes: Vec<u64>,
    /// How many voted, also those who chose nothing.
    pub(super) voters: u64,
    /// How many voters are in each group of those who chose exactly the same.
    pub(super) groups: Vec<u32>,
    /// What each group chose.
    pub(super) chosen: Vec<Vec<usize>>,
    /// The groups that chose each option; small numbers, since counting is mostly going through
    /// them.
    pub(super) supporters: Vec<Vec<u32>>,
}

impl Poll {
    /// The ballots of a file; only their totals if that is all it holds.
    pub(super) fn of(
        file: &BallotFile,
        (budget, decimals): (u64, u8),
        utilities: Utilities,
    ) -> Poll {
        let number: BTreeMap<&str, usize> =
            file.options.iter().enumerate().map(|(n, option)| (option.id.as_str(), n)).collect();
        let mut together: BTreeMap<Vec<usize>, u32> = BTreeMap::new();
        for row in &file.rows {
            let Choice::Options(chosen) = &row.choice else { continue };
            let mut options: Vec<usize> =
                chosen.iter().filter_map(|id| number.get(id.as_str()).copied()).collect();
            options.sort_unstable();
            options.dedup();
            let voters = together.entry(options).or_insert(0);
            *voters = voters.saturating_add(row.count);
        }
        let costs: Vec<u64> = file.options.iter().map(|option| option.cost.unwrap_or(0)).collect();
        let mut poll = Poll {
            budget,
            unit: 10_u64.saturating_pow(decimals.into()),
            utilities: match utilities {
                Utilities::Cost => costs.clone(),
                Utilities::Count => vec![1; costs.len()],
            },
            votes: vec![0; costs.len()],
            voters: 0,
            groups: Vec::with_capacity(together.len()),
            chosen: Vec::with_capacity(together.len()),
            supporters: vec![Vec::new(); costs.len()],
            costs,
        };
        for (options, voters) in together {
            poll.voters += u64::from(voters);
            for &option in &options {
                poll.votes[option] += u64::from(voters);
                poll.supporters[option].push(count(poll.groups.len()));
            }
            poll.groups.push(voters);
            poll.chosen.push(options);
        }
        if let Some(totals) = &file.totals {
            poll.voters += u64::from(totals.persons);
            for (id, &count) in &totals.counts {
                if let Some(&option) = number.get(id.as_str()) {
                    poll.votes[option] += u64::from(count);
                }
            }
        }
        poll
    }

    /// The scale of rounded amounts: a share is raised until each voter could pay for whatever
    /// they chose alone, and then at most doubled.
    pub(super) fn scale(&self) -> Scale {
        let dearest = self.costs.iter().copied().max().unwrap_or(0);
        let at_first = self.budget / self.voters.max(1);
        Scale::of(self.voters, (dearest.max(at_first) + self.unit).saturating_mul(2))
    }

    /// What options cost together.
    pub(super) fn cost(&self, options: &[usize]) -> u64 {
        options.iter().map(|&option| self.costs[option]).sum()
    }

    /// How many voters chose at least one of these options.
    pub(super) fn heard(&self, funded: &[usize]) -> u64 {
        let mut heard = vec![false; self.groups.len()];
        for &group in funded.iter().flat_map(|&option| &self.supporters[option]) {
            heard[group as usize] = true;
        }
        let each = self.groups.iter().zip(heard);
        each.filter(|(_, heard)| *heard).map(|(&voters, _)| u64::from(voters)).sum()
    }
}
