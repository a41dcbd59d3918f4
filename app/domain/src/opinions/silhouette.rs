//! How clearly groups stand apart, and how far two divisions of the same people agree.

use std::collections::BTreeMap;
use std::ops::Range;

use super::clusters::{MOST_GROUPS, Point, squared};

/// The mean silhouette (Rousseeuw 1987) of each of several divisions of the same points; a point
/// that is alone in its group counts zero. The distances are computed once for all divisions:
/// points that no division parts are summed together.
pub(crate) fn silhouettes(points: &[Point], divisions: &[Vec<usize>]) -> Vec<f64> {
    let mut order: Vec<(Vec<usize>, usize)> = (0..points.len())
        .map(|point| (divisions.iter().map(|labels| labels[point]).collect(), point))
        .collect();
    order.sort_unstable();
    let xs: Vec<f64> = order.iter().map(|(_, point)| points[*point][0]).collect();
    let ys: Vec<f64> = order.iter().map(|(_, point)| points[*point][1]).collect();
    // Stretches of points that are together in every division.
    let mut stretches: Vec<Range<usize>> = Vec::new();
    for place in 0..order.len() {
        match stretches.last_mut() {
            Some(last) if order[last.start].0 == order[place].0 => last.end = place + 1,
            _ => stretches.push(place..place + 1),
        }
    }
    let mut sizes = vec![[0.0; MOST_GROUPS]; divisions.len()];
    for stretch in &stretches {
        for (size, label) in sizes.iter_mut().zip(&order[stretch.start].0) {
            size[*label] += stretch.len() as f64;
        }
    }
    let mut totals = vec![0.0; divisions.len()];
    for own in &stretches {
        let labels = &order[own.start].0;
        for place in own.clone() {
            let mut sums = vec![[0.0; MOST_GROUPS]; divisions.len()];
            for other in &stretches {
                let sum = distances(xs[place], ys[place], &xs[other.clone()], &ys[other.clone()]);
                for (sums, label) in sums.iter_mut().zip(&order[other.start].0) {
                    sums[*label] += sum;
                }
            }
            for (which, label) in labels.iter().enumerate() {
                totals[which] += silhouette(&sums[which], &sizes[which], *label);
            }
        }
    }
    totals.into_iter().map(|total| total / points.len().max(1) as f64).collect()
}

/// The silhouette of a point from the sums of its distances to each group.
fn silhouette(sums: &[f64], sizes: &[f64], own: usize) -> f64 {
    if sizes[own] <= 1.0 {
        return 0.0;
    }
    let within = sums[own] / (sizes[own] - 1.0);
    let mut nearest = f64::INFINITY;
    for (group, (sum, size)) in sums.iter().zip(sizes).enumerate() {
        if group != own && *size > 0.0 {
            nearest = nearest.min(sum / size);
        }
    }
    let larger = within.max(nearest);
    if larger > 0.0 && larger.is_finite() { (nearest - within) / larger } else { 0.0 }
}

/// The sum of the distances from a point, in lanes that a processor can take at once.
fn distances(x: f64, y: f64, xs: &[f64], ys: &[f64]) -> f64 {
    const LANES: usize = 8;
    let mut lanes = [0.0; LANES];
    let (many_x, few_x) = xs.as_chunks::<LANES>();
    let (many_y, few_y) = ys.as_chunks::<LANES>();
    for (xs, ys) in many_x.iter().zip(many_y) {
        for lane in 0..LANES {
            let (dx, dy) = (xs[lane] - x, ys[lane] - y);
            lanes[lane] += (dx * dx + dy * dy).sqrt();
        }
    }
    let mut sum: f64 = lanes.iter().sum();
    for (far_x, far_y) in few_x.iter().zip(few_y) {
        sum += squared([x, y], [*far_x, *far_y]).sqrt();
    }
    sum
}

/// How far two divisions of the same things agree beyond chance: 1 when they are the same, about
/// 0 by chance (adjusted Rand index, Hubert and Arabie 1985).
pub fn agreement(first: &[usize], second: &[usize]) -> f64 {
    let mut cells: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    let mut rows: BTreeMap<usize, f64> = BTreeMap::new();
    let mut columns: BTreeMap<usize, f64> = BTreeMap::new();
    for (a, b) in first.iter().zip(second) {
        *cells.entry((*a, *b)).or_default() += 1.0;
        *rows.entry(*a).or_default() += 1.0;
        *columns.entry(*b).or_default() += 1.0;
    }
    let pairs = |n: &f64| n * (n - 1.0) / 2.0;
    let together: f64 = cells.values().map(pairs).sum();
    let in_rows: f64 = rows.values().map(pairs).sum();
    let in_columns: f64 = columns.values().map(pairs).sum();
    let all = pairs(&(first.len().min(second.len()) as f64));
    let by_chance = if all > 0.0 { in_rows * in_columns / all } else { 0.0 };
    let most = f64::midpoint(in_rows, in_columns);
    if most == by_chance { 1.0 } else { (together - by_chance) / (most - by_chance) }
}

#[cfg(test)]
mod tests {
    use super::super::dice::Dice;
    use super::*;

    #[test]
    fn silhouettes_are_those_of_the_definition() {
        let mut dice = Dice::new(11);
        let labels: Vec<usize> = (0..39).map(|place| place % 3).collect();
        let points: Vec<Point> = labels
            .iter()
            .map(|label| [dice.unit() + 0.4 * (*label as f64), 1.4 * dice.unit()])
            .collect();
        let two: Vec<usize> = labels.iter().map(|label| label / 2).collect();
        let fast = silhouettes(&points, &[labels.clone(), two.clone()]);
        for (labels, fast) in [labels, two].iter().zip(fast) {
            let mut total = 0.0;
            for (i, own) in labels.iter().enumerate() {
                let mean = |group: usize| {
                    let others = (0..points.len()).filter(|j| *j != i && labels[*j] == group);
                    let far = others.map(|j| squared(points[i], points[j]).sqrt());
                    let far: Vec<f64> = far.collect();
                    far.iter().sum::<f64>() / far.len() as f64
                };
                let groups = 1 + labels.iter().max().unwrap();
                let nearest = (0..groups).filter(|group| group != own).map(mean);
                let nearest = nearest.fold(f64::INFINITY, f64::min);
                total += (nearest - mean(*own)) / nearest.max(mean(*own));
            }
            assert!((total / points.len() as f64 - fast).abs() < 1e-12);
        }
        assert_eq!(silhouettes(&[[0.0, 0.0], [0.0, 0.0]], &[vec![0, 1]]), [0.0]);
    }

    #[test]
    fn agreement_is_one_for_the_same_and_about_nothing_by_chance() {
        assert_eq!(agreement(&[0, 0, 1, 1], &[1, 1, 0, 0]), 1.0);
        assert!((agreement(&[0, 0, 1, 1], &[0, 0, 1, 2]) - 0.571_428_571_428_571_4).abs() < 1e-12);
        let mut dice = Dice::new(5);
        let a: Vec<usize> = (0..2_000).map(|_| dice.below(3)).collect();
        let b: Vec<usize> = (0..2_000).map(|_| dice.below(4)).collect();
        assert!(agreement(&a, &b).abs() < 0.01);
    }
}
