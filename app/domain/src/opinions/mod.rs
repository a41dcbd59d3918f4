//! Opinion groups: who tends to vote alike on statements, what all agree on, and what divides.
//!
//! From votes (agree, disagree, pass) to groups, as Polis does it (Small et al., «Polis: scaling
//! deliberation by mapping high dimensional opinion spaces», 2021), but always the same for the
//! same votes: in whatever order they come, on whatever machine. No chance, no threads, and every
//! seed is fixed.
//!
//! 1. **Who is in**: whoever voted on at least min(7, number of statements) of them; a pass is a
//!    vote. Fewer than [`LEAST_PEOPLE`] of them: no groups, and a reason.
//! 2. **Two components** (`components`): a missing vote counts as the mean of its statement; who
//!    voted on few statements is moved outward by √(statements ÷ votes).
//! 3. **Groups** (`clusters`): k-means from fixed starts, two to min(5, 2 + ⌊n ÷ 12⌋) groups, any
//!    under five people dissolved into the nearest; the number whose silhouette is highest. It is
//!    exact up to 20,000 people.
//! 4. **Is it more than chance?** Noise has groups too, with silhouettes of 0.33 to 0.5. So the
//!    same is done [`SHUFFLES`] times with the votes of each statement shuffled among those who
//!    voted on it. A silhouette that is not above the mean of these plus three standard deviations
//!    is [`Opinions::weak`]: then nobody should be told that there are groups.
//! 5. **What they say** ([`statements`]).
//!
//! [`Opinions`] names participants, for the command that is run by whoever has the file. Pages get
//! a [`picture::Picture`], which names nobody and holds no count under five and no single point.

mod clusters;
mod components;
mod dice;
mod exported;
mod matrix;
pub mod picture;
mod silhouette;
pub mod statements;
#[cfg(test)]
mod tests;

use std::cmp::Ordering;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use exported::{Exported, FileFault, MOST_FAULTS, What, read};
pub use matrix::{Matrix, Stance};
pub use silhouette::agreement;

use clusters::Best;
use components::Centred;
use dice::Dice;
use statements::{Across, Counts, Named, Side, Typical};

/// The rule by which groups are made; it changes when a result could.
pub const RULE: &str = "trama-opinions/1";
/// The fewest people for whom groups are made.
pub const LEAST_PEOPLE: usize = 30;
/// Votes that bring somebody in, where there are as many statements.
pub const LEAST_VOTES: usize = 7;
/// How often votes are shuffled to learn what chance can do.
pub const SHUFFLES: u64 = 19;
/// The most people among whom votes are shuffled; of more, evenly spaced ones. Fewer people make
/// higher silhouettes by chance, so that this errs towards *weak*.
const SHUFFLED_PEOPLE: usize = 600;
const SHUFFLE_SEED: u64 = 0x7472_616d_6120_3133;
/// Relative precision of the components; of shuffled votes less is asked.
const PRECISION: f64 = 1e-7;
const ROUGHLY: f64 = 1e-2;

/// Opinion groups, with the people in them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Opinions {
    /// [`RULE`].
    pub rule: String,
    /// All participants of the matrix.
    pub participants: usize,
    /// Those who are in.
    pub n: usize,
    /// Votes that bring somebody in.
    pub votes_needed: usize,
    /// Number of groups; 0 where there are none.
    pub k: usize,
    /// Why there are none.
    pub reason: Option<Reason>,
    /// The silhouette of the groups, from −1 to 1.
    pub silhouette: Option<f64>,
    /// What the silhouette must be above to be more than chance.
    pub chance: Option<f64>,
    /// The groups are no more than chance makes of shuffled votes.
    pub weak: bool,
    /// Each number of groups that was tried; small ones are dissolved afterwards.
    pub tried: Vec<Tried>,
    /// The share of all differences in each of the two components.
    pub explained: [f64; 2],
    /// The groups: the largest first; of equals, the one farther left, then the lower.
    pub groups: Vec<Group>,
    /// Where everybody who is in stands.
    pub points: Vec<Place>,
    /// Each statement.
    pub statements: Vec<Statement>,
    /// What all groups agree on.
    pub consensus: Consensus,
    /// What divides them, the widest difference first.
    pub divisive: Vec<Named>,
}

/// Why there are no groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Fewer than [`LEAST_PEOPLE`] voted on enough statements.
    TooFewPeople,
    /// No division leaves five people in each group: nearly all vote alike.
    NoDivision,
}

/// A number of groups and its silhouette.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Tried {
    /// How many groups.
    pub k: usize,
    /// Their silhouette.
    pub silhouette: f64,
}

/// A group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Group {
    /// From 0.
    pub id: usize,
    /// How many people.
    pub size: usize,
    /// Where its middle is.
    pub centre: [f64; 2],
    /// Who is in it.
    pub members: Vec<String>,
    /// What is typical of it.
    pub representative: Vec<Typical>,
}

/// Where somebody stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Who.
    pub participant: String,
    /// Along the first component.
    pub x: f64,
    /// Along the second.
    pub y: f64,
    /// Their group.
    pub group: usize,
}

/// A statement, its votes, and what it weighs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Statement {
    /// Its name.
    pub id: String,
    /// Votes of all participants, in or not.
    #[serde(flatten)]
    pub all: Counts,
    /// Votes in each group.
    pub groups: Vec<Counts>,
    /// What it says across groups; absent where there are none.
    #[serde(flatten)]
    pub across: Option<Across>,
    /// Its weight in each component.
    pub loadings: [f64; 2],
}

/// What all groups are at one on, the surest first.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Consensus {
    /// They agree.
    pub agree: Vec<Named>,
    /// They disagree.
    pub disagree: Vec<Named>,
}

/// Opinion groups of a matrix of votes.
pub fn group(matrix: &Matrix) -> Opinions {
    let votes_needed = LEAST_VOTES.min(matrix.statements().len());
    let inside: Vec<usize> = matrix
        .rows()
        .enumerate()
        .filter(|(_, row)| !row.is_empty() && row.len() >= votes_needed)
        .map(|(participant, _)| participant)
        .collect();
    let mut opinions = Opinions {
        rule: RULE.to_owned(),
        participants: matrix.participants().len(),
        n: inside.len(),
        votes_needed,
        k: 0,
        reason: Some(Reason::TooFewPeople),
        silhouette: None,
        chance: None,
        weak: false,
        tried: Vec::new(),
        explained: [0.0; 2],
        groups: Vec::new(),
        points: Vec::new(),
        statements: ungrouped(matrix),
        consensus: Consensus::default(),
        divisive: Vec::new(),
    };
    if inside.len() < LEAST_PEOPLE {
        return opinions;
    }
    let within = matrix.only(&inside);
    let centred = Centred::new(&within);
    let components = centred.components(PRECISION);
    for (place, statement) in opinions.statements.iter_mut().enumerate() {
        statement.loadings = [0, 1].map(|which: usize| components[which].loadings[place]);
    }
    opinions.explained = [0, 1].map(|which: usize| components[which].share);
    let points = centred.project(&components);
    let most = clusters::most_groups(points.len());
    match clusters::best(&points, most) {
        None => opinions.reason = Some(Reason::NoDivision),
        Some(best) => {
            let chance = chance(&within, most);
            opinions.reason = None;
            opinions.silhouette = Some(best.silhouette);
            opinions.chance = Some(chance);
            opinions.weak = best.silhouette <= chance;
            fill(&mut opinions, &within, &points, best);
        }
    }
    opinions
}

/// Every statement with its votes, before there are groups.
fn ungrouped(matrix: &Matrix) -> Vec<Statement> {
    let everybody = vec![0; matrix.participants().len()];
    let counts = statements::counts(matrix, &everybody, 1);
    let statements = matrix.statements().iter().zip(counts).map(|(id, counts)| Statement {
        id: id.clone(),
        all: counts.first().copied().unwrap_or_default(),
        groups: Vec::new(),
        across: None,
        loadings: [0.0; 2],
    });
    statements.collect()
}

/// Writes down who is in which group and what groups say.
fn fill(opinions: &mut Opinions, within: &Matrix, points: &[[f64; 2]], best: Best) {
    let Best { division, tried, .. } = best;
    let k = division.centres.len();
    let size = |group| division.labels.iter().filter(|label| **label == group).count();
    let mut order: Vec<usize> = (0..k).collect();
    order.sort_by(|&a, &b| {
        let (left, right) = (division.centres[a], division.centres[b]);
        let places = left.iter().zip(right).map(|(a, b)| a.total_cmp(&b));
        size(b).cmp(&size(a)).then(places.fold(Ordering::Equal, Ordering::then))
    });
    let mut rank = vec![0; k];
    for (id, group) in order.iter().enumerate() {
        rank[*group] = id;
    }
    let labels: Vec<usize> = division.labels.iter().map(|label| rank[*label]).collect();
    let counts = statements::counts(within, &labels, k);
    for (statement, counts) in opinions.statements.iter_mut().zip(&counts) {
        statement.across = Some(statements::across(counts));
        statement.groups.clone_from(counts);
    }
    let names = within.participants();
    let asked = within.statements();
    opinions.k = k;
    opinions.tried = tried.into_iter().map(|(k, silhouette)| Tried { k, silhouette }).collect();
    opinions.groups = order
        .iter()
        .enumerate()
        .map(|(id, group)| {
            let members = names.iter().zip(&labels).filter(|(_, label)| **label == id);
            let members: Vec<String> = members.map(|(name, _)| name.clone()).collect();
            Group {
                id,
                size: members.len(),
                centre: division.centres[*group],
                members,
                representative: statements::typical(asked, &counts, id),
            }
        })
        .collect();
    opinions.points = names
        .iter()
        .zip(points)
        .zip(&labels)
        .map(|((name, [x, y]), group)| Place {
            participant: name.clone(),
            x: *x,
            y: *y,
            group: *group,
        })
        .collect();
    opinions.consensus = Consensus {
        agree: statements::consensus(asked, &counts, Side::Agree),
        disagree: statements::consensus(asked, &counts, Side::Disagree),
    };
    opinions.divisive = statements::divisive(asked, &counts);
}

/// What a silhouette must be above to be more than chance: the mean and three standard deviations
/// of what shuffled votes reach.
fn chance(within: &Matrix, most: usize) -> f64 {
    let people = within.participants().len();
    let step = people.div_ceil(SHUFFLED_PEOPLE).max(1);
    let some: Vec<usize> = (0..people).step_by(step).collect();
    let mut matrix = within.only(&some);
    let mut places = vec![Vec::new(); matrix.statements().len()];
    for (place, (statement, _)) in matrix.votes_mut().iter().enumerate() {
        places[*statement as usize].push(place);
    }
    let mut reached = Vec::new();
    for shuffle in 0..SHUFFLES {
        let mut dice = Dice::new(SHUFFLE_SEED.wrapping_add(shuffle));
        let votes = matrix.votes_mut();
        for places in &places {
            let mut stances: Vec<Stance> = places.iter().map(|place| votes[*place].1).collect();
            dice.shuffle(&mut stances);
            for (place, stance) in places.iter().zip(stances) {
                votes[*place].1 = stance;
            }
        }
        let centred = Centred::new(&matrix);
        let points = centred.project(&centred.components(ROUGHLY));
        reached.extend(clusters::best(&points, most).map(|best| best.silhouette));
    }
    let n = reached.len().max(1) as f64;
    let mean = reached.iter().sum::<f64>() / n;
    let spread = reached.iter().map(|s| (s - mean) * (s - mean)).sum::<f64>() / (n - 1.0).max(1.0);
    mean + 3.0 * spread.sqrt()
}

/// How far groups agree with those that a file already has: adjusted Rand index over the people
/// who are in both, and how many these are. `None` if there are none.
pub fn compared(opinions: &Opinions, groups: &BTreeMap<String, String>) -> Option<(f64, usize)> {
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for place in &opinions.points {
        if let Some(group) = groups.get(&place.participant) {
            let next = numbers.len();
            ours.push(place.group);
            theirs.push(*numbers.entry(group).or_insert(next));
        }
    }
    (!ours.is_empty()).then(|| (agreement(&ours, &theirs), ours.len()))
}
