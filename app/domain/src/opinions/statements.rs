//! What groups say of statements: counts, what is typical of each group, what all agree on, what
//! divides.
//!
//! The measures are those of Polis (Small et al. 2021), on counts that can be checked by hand.
//! With A of S people of a group agreeing, and A′ of S′ of all others:
//!
//! - **share** p = (A + 1) ÷ (S + 2): never quite nought or one, so that two voices don't weigh
//!   like two hundred;
//! - **surely most of them** z = 2 √(S+1) · ((A+1) ÷ (S+1) − ½), a test of one proportion;
//! - **more than the others** R = p ÷ p′ and z_R = (π − π′) ÷ √(ϖ (1−ϖ) (1÷(S+1) + 1÷(S′+1))), a
//!   test of two, with π = (A+1) ÷ (S+1), π′ likewise and ϖ of both together;
//! - a statement is **typical** of a group when both tests pass ([`SURE`]: one chance in ten); they
//!   are ranked by R · z_R · p · z;
//! - **consensus** is the product of the shares of all groups: a majority can't outvote a group;
//! - a statement **divides** by the difference between the highest and the lowest share.

use serde::{Deserialize, Serialize};

use super::matrix::{Matrix, Stance};

/// What a test must pass: one chance in ten, on one side.
pub const SURE: f64 = 1.2816;
/// Most statements that are named for a group, as consensus or as dividing.
pub const NAMED: usize = 5;

/// How many said what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Agree.
    pub agree: u32,
    /// Disagree.
    pub disagree: u32,
    /// Left it open.
    pub pass: u32,
}

impl Counts {
    /// All who voted.
    pub const fn votes(self) -> u32 {
        self.agree + self.disagree + self.pass
    }

    /// Those on a side.
    pub const fn on(self, side: Side) -> u32 {
        match side {
            Side::Agree => self.agree,
            Side::Disagree => self.disagree,
        }
    }

    /// The smoothed share of those on a side.
    pub fn share(self, side: Side) -> f64 {
        (f64::from(self.on(side)) + 1.0) / (f64::from(self.votes()) + 2.0)
    }

    fn add(&mut self, stance: Stance) {
        match stance {
            Stance::Agree => self.agree += 1,
            Stance::Disagree => self.disagree += 1,
            Stance::Pass => self.pass += 1,
        }
    }

    const fn and(self, other: Counts) -> Counts {
        Counts {
            agree: self.agree + other.agree,
            disagree: self.disagree + other.disagree,
            pass: self.pass + other.pass,
        }
    }
}

/// For or against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// «D'accordo».
    Agree,
    /// «Non d'accordo».
    Disagree,
}

/// A statement that is typical of a group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Typical {
    /// The statement, by its name.
    pub statement: String,
    /// On which side the group is.
    pub side: Side,
    /// The group's share on that side (p).
    pub share: f64,
    /// How many times the share of the others that is (R).
    pub ratio: f64,
    /// How surely it is most of the group (z).
    pub most_test: f64,
    /// How surely it is more than among the others (z_R).
    pub more_test: f64,
    /// Whether both tests pass; where none does, the most telling statement is named without.
    pub sure: bool,
}

impl Typical {
    fn rank(&self) -> f64 {
        self.ratio * self.more_test * self.share * self.most_test
    }
}

/// What is said of a statement across groups.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Across {
    /// Product of the shares of agreement of all groups.
    pub consensus_agree: f64,
    /// Product of the shares of disagreement of all groups.
    pub consensus_disagree: f64,
    /// Difference between the highest and the lowest share of agreement.
    pub divides: f64,
}

/// A statement named in a list, with what put it there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Named {
    /// The statement, by its name.
    pub statement: String,
    /// The measure.
    pub score: f64,
}

/// Counts of every statement (outer) in every group (inner).
pub(crate) fn counts(matrix: &Matrix, labels: &[usize], groups: usize) -> Vec<Vec<Counts>> {
    let mut counts = vec![vec![Counts::default(); groups]; matrix.statements().len()];
    for (row, label) in matrix.rows().zip(labels) {
        for (statement, stance) in row {
            counts[*statement as usize][*label].add(*stance);
        }
    }
    counts
}

/// What is said of a statement across groups, from its counts in each.
pub fn across(counts: &[Counts]) -> Across {
    let product = |side| counts.iter().map(|group| group.share(side)).product();
    let shares = || counts.iter().map(|group| group.share(Side::Agree));
    let highest = shares().fold(f64::NEG_INFINITY, f64::max);
    let lowest = shares().fold(f64::INFINITY, f64::min);
    Across {
        consensus_agree: product(Side::Agree),
        consensus_disagree: product(Side::Disagree),
        divides: if counts.is_empty() { 0.0 } else { highest - lowest },
    }
}

/// The statements that all groups are most at one on, on a side: most people of every group are
/// on it. The highest product first.
pub fn consensus(names: &[String], counts: &[Vec<Counts>], side: Side) -> Vec<Named> {
    named(names, counts, |groups| {
        let all =
            !groups.is_empty() && groups.iter().all(|group| 2 * group.on(side) > group.votes());
        let across = across(groups);
        let score = match side {
            Side::Agree => across.consensus_agree,
            Side::Disagree => across.consensus_disagree,
        };
        all.then_some(score)
    })
}

/// The statements that divide the groups most: one surely has a higher share of agreement than
/// another. The widest difference first.
pub fn divisive(names: &[String], counts: &[Vec<Counts>]) -> Vec<Named> {
    named(names, counts, |groups| {
        let share = |group: &&Counts| group.share(Side::Agree);
        let highest = groups.iter().max_by(|a, b| share(a).total_cmp(&share(b)))?;
        let lowest = groups.iter().min_by(|a, b| share(a).total_cmp(&share(b)))?;
        let sure = two_proportions(*highest, *lowest, Side::Agree) > SURE;
        sure.then(|| across(groups).divides)
    })
}

fn named(
    names: &[String],
    counts: &[Vec<Counts>],
    score: impl Fn(&[Counts]) -> Option<f64>,
) -> Vec<Named> {
    let scored = names.iter().zip(counts).filter_map(|(name, groups)| {
        let score = score(groups)?;
        Some(Named { statement: name.clone(), score })
    });
    let mut named: Vec<Named> = scored.collect();
    // The sort is stable and statements come in their order.
    named.sort_by(|a, b| b.score.total_cmp(&a.score));
    named.truncate(NAMED);
    named
}

/// What is typical of a group: at most [`NAMED`] statements, the best agreement first, then by
/// rank; at least one if anybody of the group voted.
pub fn typical(names: &[String], counts: &[Vec<Counts>], group: usize) -> Vec<Typical> {
    let mut sure = Vec::new();
    let mut nearest: Option<Typical> = None;
    for (name, groups) in names.iter().zip(counts) {
        let within = groups[group];
        if within.agree + within.disagree == 0 {
            continue;
        }
        let others = (0..groups.len())
            .filter(|other| *other != group)
            .fold(Counts::default(), |sum, other| sum.and(groups[other]));
        let of = |side| measured(name, within, others, side);
        let (agree, disagree) = (of(Side::Agree), of(Side::Disagree));
        let better = if disagree.more_test > agree.more_test { disagree } else { agree };
        if better.sure {
            sure.push(better);
        } else if nearest.as_ref().is_none_or(|known| better.more_test > known.more_test) {
            nearest = Some(better);
        }
    }
    if sure.is_empty() {
        return nearest.into_iter().collect();
    }
    sure.sort_by(|a, b| b.rank().total_cmp(&a.rank()));
    if let Some(best) = sure.iter().position(|typical| typical.side == Side::Agree) {
        sure[..=best].rotate_right(1);
    }
    sure.truncate(NAMED);
    sure
}

fn measured(name: &str, within: Counts, others: Counts, side: Side) -> Typical {
    let most_test = one_proportion(within, side);
    let more_test = two_proportions(within, others, side);
    Typical {
        statement: name.to_owned(),
        side,
        share: within.share(side),
        ratio: within.share(side) / others.share(side),
        most_test,
        more_test,
        sure: most_test > SURE && more_test > SURE,
    }
}

/// Whether a share is above one half.
fn one_proportion(counts: Counts, side: Side) -> f64 {
    let (some, all) = (f64::from(counts.on(side)) + 1.0, f64::from(counts.votes()) + 1.0);
    2.0 * all.sqrt() * (some / all - 0.5)
}

/// Whether a share is above another.
fn two_proportions(within: Counts, others: Counts, side: Side) -> f64 {
    let (some, all) = (f64::from(within.on(side)) + 1.0, f64::from(within.votes()) + 1.0);
    let (others_some, others_all) =
        (f64::from(others.on(side)) + 1.0, f64::from(others.votes()) + 1.0);
    let both = (some + others_some) / (all + others_all);
    if both >= 1.0 {
        return 0.0;
    }
    (some / all - others_some / others_all)
        / (both * (1.0 - both) * (1.0 / all + 1.0 / others_all)).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Vec<String> {
        (0..9).map(|name| name.to_string()).collect()
    }

    fn said(agree: u32, disagree: u32, pass: u32) -> Counts {
        Counts { agree, disagree, pass }
    }

    #[test]
    fn the_measures_are_those_of_the_paper() {
        // By hand: 18 of 20 agree, among the others 5 of 30.
        let typical = measured("0", said(18, 1, 1), said(5, 20, 5), Side::Agree);
        assert!((typical.share - 19.0 / 22.0).abs() < 1e-12);
        assert!((typical.ratio - (19.0 / 22.0) / (6.0 / 32.0)).abs() < 1e-12);
        assert!((typical.most_test - 2.0 * 21.0_f64.sqrt() * (19.0 / 21.0 - 0.5)).abs() < 1e-12);
        let both: f64 = 25.0 / 52.0;
        let width = (both * (1.0 - both) * (1.0 / 21.0 + 1.0 / 31.0)).sqrt();
        assert!((typical.more_test - (19.0 / 21.0 - 6.0 / 31.0) / width).abs() < 1e-12);
        assert!(typical.sure);
        assert_eq!(two_proportions(said(3, 0, 0), said(9, 0, 0), Side::Agree), 0.0);
    }

    #[test]
    fn a_majority_can_not_outvote_a_group() {
        let counts = vec![
            vec![said(90, 10, 0), said(2, 18, 0)],
            vec![said(60, 20, 20), said(16, 2, 2)],
            vec![said(10, 80, 0), said(1, 19, 0)],
        ];
        let agreed = consensus(&names(), &counts, Side::Agree);
        assert_eq!(agreed.len(), 1);
        assert_eq!(agreed[0].statement, "1");
        assert!((agreed[0].score - (61.0 / 102.0) * (17.0 / 22.0)).abs() < 1e-12);
        assert_eq!(consensus(&names(), &counts, Side::Disagree)[0].statement, "2");
        assert_eq!(divisive(&names(), &counts)[0].statement, "0");
        let across = across(&counts[0]);
        assert!((across.divides - (91.0 / 102.0 - 3.0 / 22.0)).abs() < 1e-12);
    }

    #[test]
    fn typical_statements_begin_with_an_agreement() {
        let counts = vec![
            vec![said(0, 40, 0), said(40, 0, 0)],
            vec![said(30, 10, 0), said(10, 30, 0)],
            vec![said(20, 20, 0), said(20, 20, 0)],
            vec![Counts::default(), said(3, 0, 0)],
        ];
        let first = typical(&names(), &counts, 0);
        assert_eq!(first.iter().map(|t| t.statement.as_str()).collect::<Vec<_>>(), ["1", "0"]);
        assert_eq!(first[1].side, Side::Disagree);
        assert!(first.iter().all(|typical| typical.sure));
    }

    #[test]
    fn every_group_that_voted_has_something_typical() {
        let counts = vec![vec![said(2, 1, 0), said(2, 2, 0)], vec![said(0, 0, 9), said(1, 0, 0)]];
        let only = typical(&names(), &counts, 0);
        assert_eq!(only.len(), 1);
        assert!(!only[0].sure);
        assert!(typical(&names(), &[vec![said(0, 0, 4), said(1, 1, 1)]], 0).is_empty());
    }
}
