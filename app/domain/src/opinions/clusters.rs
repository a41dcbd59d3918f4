//! Groups of points: k-means from fixed starts, and how many groups there are, by silhouette.
//!
//! A group of fewer than [`SMALLEST`] people is nobody's business: it is dissolved into the groups
//! nearest to its members, so that no small group is ever drawn, named or left to be computed from
//! the others, and four people who vote as nobody does can't hide everybody else's groups.

use std::cmp::Ordering;

use super::dice::Dice;
use super::silhouette::silhouettes;
use crate::suppression::SMALLEST;

/// Starts of k-means for each number of groups; the best of them is kept.
const STARTS: u64 = 32;
/// Starts where there are more than [`MANY`] points: these smooth the landscape, and cost more.
const STARTS_OF_MANY: u64 = 12;
const MANY: usize = 5_000;
/// Steps after which a start that still moves is taken as it is.
const STEPS: usize = 300;
/// The seed of the starts.
const SEED: u64 = 0x7472_616d_6120_3132;
/// Up to so many points the silhouette is exact; of more, evenly spaced ones stand for all.
pub(crate) const EXACT: usize = 20_000;
/// The most groups.
pub(crate) const MOST_GROUPS: usize = 5;

/// A place in the plane of the two components.
pub(crate) type Point = [f64; 2];

/// Points divided into groups.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Division {
    /// The group of each point.
    pub labels: Vec<usize>,
    /// The middle of each group.
    pub centres: Vec<Point>,
    /// Sum of squared distances from the middles.
    pub inertia: f64,
}

/// The division that the silhouette finds best, and what it says of the others.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Best {
    /// The division, its small groups dissolved.
    pub division: Division,
    /// Its silhouette before they were.
    pub silhouette: f64,
    /// Each number of groups, with its silhouette.
    pub tried: Vec<(usize, f64)>,
}

/// How many groups so many people may fall into: 2 + ⌊n ÷ 12⌋, at most five (as in Polis).
pub(crate) fn most_groups(people: usize) -> usize {
    MOST_GROUPS.min(2 + people / 12)
}

/// Divides points into two to `most` groups, whichever number has the highest silhouette (the
/// smaller of equals). `None` if no division has two groups that may be shown.
pub(crate) fn best(points: &[Point], most: usize) -> Option<Best> {
    let divisions: Vec<Division> = (2..=most).filter_map(|k| divide(points, k)).collect();
    let step = points.len().div_ceil(EXACT).max(1);
    let judged: Vec<Point> = points.iter().step_by(step).copied().collect();
    let labels: Vec<Vec<usize>> = divisions
        .iter()
        .map(|division| division.labels.iter().step_by(step).copied().collect())
        .collect();
    let silhouettes = silhouettes(&judged, &labels);
    let tried: Vec<(usize, f64)> = divisions
        .iter()
        .zip(&silhouettes)
        .map(|(division, silhouette)| (division.centres.len(), *silhouette))
        .collect();
    let mut best: Option<(Division, f64)> = None;
    for (division, silhouette) in divisions.into_iter().zip(silhouettes) {
        if best.as_ref().is_none_or(|(_, highest)| silhouette > *highest) {
            let shown = dissolved(points, division).map(|division| (division, silhouette));
            best = shown.or(best);
        }
    }
    best.map(|(division, silhouette)| Best { division, silhouette, tried })
}

/// The best of several runs of k-means from fixed starts.
fn divide(points: &[Point], k: usize) -> Option<Division> {
    let mut best: Option<Division> = None;
    for start in 0..if points.len() > MANY { STARTS_OF_MANY } else { STARTS } {
        let mut dice = Dice::new(SEED.wrapping_add(start << 8).wrapping_add(k as u64));
        let centres = if start == 0 { far_apart(points, k) } else { spread(points, k, &mut dice) };
        let Some(division) = centres.and_then(|centres| settle(points, centres)) else { continue };
        if best.as_ref().is_none_or(|known| division.inertia < known.inertia) {
            best = Some(division);
        }
    }
    best
}

/// A division without its small groups, the smallest dissolved first; `None` if fewer than two
/// groups are left.
fn dissolved(points: &[Point], mut division: Division) -> Option<Division> {
    loop {
        let mut sizes = vec![0; division.centres.len()];
        for label in &division.labels {
            sizes[*label] += 1;
        }
        let (smallest, size) =
            sizes.iter().copied().enumerate().min_by_key(|(_, size): &(usize, u32)| *size)?;
        if sizes.len() < 2 {
            return None;
        }
        if size >= SMALLEST {
            return Some(division);
        }
        division.centres.remove(smallest);
        for (label, point) in division.labels.iter_mut().zip(points) {
            *label = match (*label).cmp(&smallest) {
                Ordering::Less => *label,
                Ordering::Equal => nearest(*point, &division.centres),
                Ordering::Greater => *label - 1,
            };
        }
        division = middled(points, division.labels, sizes.len() - 1);
    }
}

/// A division by its labels.
fn middled(points: &[Point], labels: Vec<usize>, groups: usize) -> Division {
    let mut sums = vec![[0.0; 3]; groups];
    for (label, point) in labels.iter().zip(points) {
        let [x, y, n] = sums[*label];
        sums[*label] = [x + point[0], y + point[1], n + 1.0];
    }
    let centres: Vec<Point> = sums.iter().map(|[x, y, n]| [x / n, y / n]).collect();
    let inertia = points.iter().zip(&labels).map(|(point, label)| squared(*point, centres[*label]));
    let inertia = inertia.sum();
    Division { labels, centres, inertia }
}

fn nearest(point: Point, centres: &[Point]) -> usize {
    let mut nearest = 0;
    let mut least = f64::INFINITY;
    for (group, centre) in centres.iter().enumerate() {
        let distance = squared(point, *centre);
        if distance < least {
            (nearest, least) = (group, distance);
        }
    }
    nearest
}

pub(crate) fn squared(a: Point, b: Point) -> f64 {
    (a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1])
}

/// The point farthest from the middle, then each time the one farthest from those taken.
fn far_apart(points: &[Point], k: usize) -> Option<Vec<Point>> {
    let mut sum = [0.0; 2];
    for point in points {
        sum = [sum[0] + point[0], sum[1] + point[1]];
    }
    let middle = sum.map(|sum| sum / points.len().max(1) as f64);
    let mut distances: Vec<f64> = points.iter().map(|point| squared(*point, middle)).collect();
    let mut centres = Vec::with_capacity(k);
    while centres.len() < k {
        let mut farthest = 0;
        for (place, distance) in distances.iter().enumerate() {
            if *distance > distances[farthest] {
                farthest = place;
            }
        }
        let centre = *points.get(farthest)?;
        if distances[farthest] == 0.0 {
            return None;
        }
        centres.push(centre);
        for (distance, point) in distances.iter_mut().zip(points) {
            let to_it = squared(*point, centre);
            *distance = if centres.len() == 1 { to_it } else { distance.min(to_it) };
        }
    }
    Some(centres)
}

/// Places drawn with a chance that grows with the squared distance from those drawn before
/// (k-means++, Arthur and Vassilvitskii 2007).
fn spread(points: &[Point], k: usize, dice: &mut Dice) -> Option<Vec<Point>> {
    if points.is_empty() {
        return None;
    }
    let mut centres = vec![points[dice.below(points.len())]];
    let mut distances = vec![f64::INFINITY; points.len()];
    while centres.len() < k {
        let newest = centres[centres.len() - 1];
        let mut all = 0.0;
        for (distance, point) in distances.iter_mut().zip(points) {
            *distance = distance.min(squared(*point, newest));
            all += *distance;
        }
        if all == 0.0 {
            return None;
        }
        let mut left = dice.unit() * all;
        let drawn = distances.iter().position(|distance| {
            left -= distance;
            left < 0.0
        });
        // Rounding may leave a crumb: then it is the last that is not taken yet.
        let drawn = drawn.or_else(|| distances.iter().rposition(|distance| *distance > 0.0))?;
        centres.push(points[drawn]);
    }
    Some(centres)
}

/// Moves single points as long as that makes the whole tighter (Hartigan 1975): Lloyd's steps stop
/// where this goes on, because they don't see that a middle moves along with its point.
fn tightened(points: &[Point], mut division: Division) -> Division {
    let groups = division.centres.len();
    let mut sizes = vec![0.0; groups];
    for label in &division.labels {
        sizes[*label] += 1.0;
    }
    for _ in 0..STEPS {
        let mut moved = false;
        for (label, point) in division.labels.iter_mut().zip(points) {
            let (own, size) = (*label, sizes[*label]);
            if size <= 1.0 {
                continue;
            }
            let gain = squared(*point, division.centres[own]) * size / (size - 1.0);
            let mut cheapest = (own, gain * (1.0 - 1e-9));
            for (group, centre) in division.centres.iter().enumerate() {
                let cost = squared(*point, *centre) * sizes[group] / (sizes[group] + 1.0);
                if group != own && cost < cheapest.1 {
                    cheapest = (group, cost);
                }
            }
            let other = cheapest.0;
            if other == own {
                continue;
            }
            move_middle(&mut division.centres[own], *point, -1.0 / (size - 1.0));
            move_middle(&mut division.centres[other], *point, 1.0 / (sizes[other] + 1.0));
            sizes[own] -= 1.0;
            sizes[other] += 1.0;
            *label = other;
            moved = true;
        }
        if !moved {
            break;
        }
    }
    middled(points, division.labels, groups)
}

/// Moves a middle by a part of the way to a point.
fn move_middle(middle: &mut Point, point: Point, part: f64) {
    for (value, other) in middle.iter_mut().zip(point) {
        *value += (other - *value) * part;
    }
}

/// Lloyd's steps until nothing moves, then the last bit; `None` if a group runs empty.
fn settle(points: &[Point], centres: Vec<Point>) -> Option<Division> {
    let groups = centres.len();
    let mut division =
        Division { labels: vec![usize::MAX; points.len()], centres, inertia: f64::INFINITY };
    for _ in 0..STEPS {
        let mut moved = false;
        let mut sizes = vec![0_usize; groups];
        for (label, point) in division.labels.iter_mut().zip(points) {
            let now = nearest(*point, &division.centres);
            moved |= *label != now;
            *label = now;
            sizes[now] += 1;
        }
        if sizes.contains(&0) {
            return None;
        }
        division = middled(points, division.labels, groups);
        if !moved {
            break;
        }
    }
    Some(tightened(points, division))
}

#[cfg(test)]
mod tests {
    use super::super::silhouette::agreement;
    use super::*;

    /// Points around some middles, each with so many.
    fn crowd(middles: &[Point], each: usize, width: f64) -> (Vec<Point>, Vec<usize>) {
        let mut dice = Dice::new(11);
        let mut points = Vec::new();
        let mut labels = Vec::new();
        for (label, middle) in middles.iter().enumerate() {
            for _ in 0..each {
                points.push(middle.map(|place| place + width * (dice.unit() - 0.5)));
                labels.push(label);
            }
        }
        (points, labels)
    }

    #[test]
    fn crowds_that_stand_apart_are_found() {
        let middles = [[0.0, 0.0], [3.0, 0.0], [0.0, 3.0], [3.0, 3.0], [6.0, 1.5]];
        for k in 2..=5 {
            let (points, labels) = crowd(&middles[..k], 20, 1.0);
            let best = best(&points, 5).unwrap();
            assert_eq!(best.division.centres.len(), k);
            assert!((agreement(&labels, &best.division.labels) - 1.0).abs() < 1e-12);
            assert!(best.silhouette > 0.7);
        }
    }

    #[test]
    fn a_group_that_may_not_be_shown_is_dissolved() {
        let (mut points, mut labels) = crowd(&[[0.0, 0.0], [3.0, 0.0]], 20, 1.0);
        points.extend(std::iter::repeat_n([50.0, 0.0], 4));
        labels.extend(std::iter::repeat_n(1, 4));
        let best = best(&points, 5).unwrap();
        assert_eq!(agreement(&labels, &best.division.labels), 1.0);
        let two = divide(&points, 2).unwrap();
        assert!(dissolved(&points, two).is_none());
        assert!(divide(&[[1.0, 1.0]; 40], 2).is_none());
        assert!(divide(&[], 2).is_none());
    }
}
