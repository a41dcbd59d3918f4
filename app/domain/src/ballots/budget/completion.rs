//! What equal shares leave unspent: shares are raised while the sum allows it, then what still
//! fits is added by votes (*add1* and *utilitarian completion*).
//!
//! Plain greedy, for comparison, is the second half alone.

use super::poll::Poll;
use super::shares::Run;
use crate::ballots::ties::{Chooser, Tie};

/// Everything that equal shares came to, in one way of taking open ties.
#[derive(Debug)]
pub(super) struct Shares<'a> {
    /// With the sum divided evenly.
    pub(super) before: Run<'a>,
    /// With every share raised as far as the sum allows, if it could be raised.
    pub(super) raised: Option<Run<'a>>,
    /// What was added by votes.
    pub(super) by_votes: Greedy,
}

/// What was funded in the order of votes.
#[derive(Debug)]
pub(super) struct Greedy {
    /// What, in that order.
    pub(super) funded: Vec<usize>,
    /// Ties that made a difference to what fits.
    pub(super) ties: Vec<Tie>,
}

impl Shares<'_> {
    /// All that was funded: by shares in the order of buying, then by votes.
    pub(super) fn funded(&self) -> Vec<usize> {
        let by_shares = &self.raised.as_ref().unwrap_or(&self.before).funded;
        by_shares.iter().chain(&self.by_votes.funded).copied().collect()
    }
}

/// Equal shares with their completion. There must be voters.
pub(super) fn equal_shares<'a>(poll: &'a Poll, chooser: &mut Chooser<'_>) -> Shares<'a> {
    let before = Run::with(poll, 0, chooser);
    let raised = raise(poll, &before, chooser);
    let by_shares = raised.as_ref().unwrap_or(&before);
    let by_votes = greedy(poll, &by_shares.funded, chooser);
    Shares { before, raised, by_votes }
}

/// Raises every share by one unit of money at a time. It ends when nothing that somebody chose
/// fits any more, or before more would be spent than there is.
///
/// Where raising by more surely changes nothing in between ([`Run::same_up_to`]), the steps in
/// between are passed over: a forint is a small unit.
fn raise<'a>(poll: &'a Poll, before: &Run<'a>, chooser: &mut Chooser<'_>) -> Option<Run<'a>> {
    let mut last: Option<Run<'a>> = None;
    let (mut raised, mut by, mut grow) = (0, 1, true);
    loop {
        let run = last.as_ref().unwrap_or(before);
        if is_exhausted(poll, run) {
            return last;
        }
        let next = Run::with(poll, raised + by, chooser);
        if by > 1 && !run.same_up_to(&next) {
            (by, grow) = (by / 2, false);
            continue;
        }
        if next.spent > poll.budget {
            return last;
        }
        raised += by;
        (by, grow) = (if grow { by * 2 } else { by }, true);
        last = Some(next);
    }
}

/// Whether nothing else that somebody chose, and that costs something, fits.
fn is_exhausted(poll: &Poll, run: &Run<'_>) -> bool {
    let left = poll.budget.saturating_sub(run.spent);
    (0..poll.costs.len()).all(|option| {
        poll.costs[option] > left
            || poll.costs[option] == 0
            || poll.votes[option] == 0
            || run.funded.contains(&option)
    })
}

/// Adds options by the number of those who chose them, as long as they fit; never one that
/// nobody chose.
pub(super) fn greedy(poll: &Poll, already: &[usize], chooser: &mut Chooser<'_>) -> Greedy {
    let mut left = poll.budget.saturating_sub(poll.cost(already));
    let mut waiting: Vec<usize> = (0..poll.costs.len())
        .filter(|option| poll.votes[*option] > 0 && !already.contains(option))
        .collect();
    let mut funded = Vec::new();
    loop {
        waiting.retain(|&option| poll.costs[option] <= left);
        let Some(most) = waiting.iter().map(|&option| poll.votes[option]).max() else { break };
        let mut tied: Vec<usize> =
            waiting.iter().copied().filter(|&option| poll.votes[option] == most).collect();
        // Where all of them fit, who goes first makes no difference.
        if poll.cost(&tied) > left {
            tied = chooser.choose(&tied).into_iter().collect();
        }
        left -= poll.cost(&tied);
        waiting.retain(|option| !tied.contains(option));
        funded.extend(tied);
    }
    Greedy { funded, ties: chooser.ties() }
}
