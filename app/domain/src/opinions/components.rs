//! The two directions in which votes differ most: principal components of a sparse matrix.
//!
//! A missing vote counts as the mean of its statement, so a centred matrix has a zero there and
//! only votes that were cast are ever touched. The largest two eigenvectors of its covariance are
//! found by block power iteration that keeps what it has seen (a block Krylov space, restarted),
//! from a fixed start, until they no longer change: the same on every machine, since nothing but
//! `+ − × ÷ √` in a fixed order is used, and right also where two directions are equally strong.

use super::dice::Dice;
use super::matrix::Matrix;

/// Columns that are iterated together: more than the two wanted, so that equals come out too.
const BLOCK: usize = 4;
/// Blocks that are kept before a restart.
const BLOCKS: usize = 16;
/// Restarts after which what there is is taken; noise alone can come near it.
const RESTARTS: usize = 60;
/// Where iteration begins.
const SEED: u64 = 0x7472_616d_6120_3131;
/// A vector this much shorter than it was has nothing new in it.
const NOTHING_NEW: f64 = 1e-10;

/// The votes of those who are in, less the mean of each statement.
#[derive(Debug, Clone)]
pub(crate) struct Centred<'a> {
    matrix: &'a Matrix,
    /// What each stance is worth on each statement, less its mean: disagree, pass, agree.
    worth: Vec<[f64; 3]>,
    /// Sum of all squares.
    total: f64,
}

/// A direction in which votes differ.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Component {
    /// What each statement weighs; squares sum up to one (or all are zero: no such direction).
    pub loadings: Vec<f64>,
    /// The share of all differences that lies in this direction.
    pub share: f64,
}

impl<'a> Centred<'a> {
    pub(crate) fn new(matrix: &'a Matrix) -> Self {
        let mut counts = vec![[0_u32; 3]; matrix.statements().len()];
        for (statement, stance) in matrix.rows().flatten() {
            counts[*statement as usize][stance.place()] += 1;
        }
        let mut total = 0.0;
        let worth = counts.iter().map(|&[disagree, pass, agree]| {
            let votes = f64::from(disagree + pass + agree).max(1.0);
            let mean = (f64::from(agree) - f64::from(disagree)) / votes;
            let worth = [-1.0 - mean, -mean, 1.0 - mean];
            for (value, count) in worth.iter().zip([disagree, pass, agree]) {
                total += f64::from(count) * value * value;
            }
            worth
        });
        let worth = worth.collect();
        Centred { matrix, worth, total }
    }

    /// Where everybody stands: the projection onto the components, moved outward by
    /// √(statements ÷ votes), because who voted on few statements would stand near the middle for
    /// that alone.
    pub(crate) fn project(&self, components: &[Component; 2]) -> Vec<[f64; 2]> {
        let statements = self.matrix.statements().len() as f64;
        let points = self.matrix.rows().map(|row| {
            let outward = (statements / row.len().max(1) as f64).sqrt();
            let mut point = [0.0; 2];
            for (statement, stance) in row {
                let value = self.worth[*statement as usize][stance.place()];
                for (place, component) in point.iter_mut().zip(components) {
                    *place += value * component.loadings[*statement as usize];
                }
            }
            point.map(|place| place * outward)
        });
        points.collect()
    }

    /// The covariance (times the participants) applied to a block of vectors.
    fn apply(&self, block: &[[f64; BLOCK]]) -> Vec<[f64; BLOCK]> {
        let mut image = vec![[0.0; BLOCK]; block.len()];
        for row in self.matrix.rows() {
            let mut sums = [0.0; BLOCK];
            for (statement, stance) in row {
                let value = self.worth[*statement as usize][stance.place()];
                for (sum, x) in sums.iter_mut().zip(&block[*statement as usize]) {
                    *sum += value * x;
                }
            }
            for (statement, stance) in row {
                let value = self.worth[*statement as usize][stance.place()];
                for (out, sum) in image[*statement as usize].iter_mut().zip(sums) {
                    *out += value * sum;
                }
            }
        }
        image
    }

    /// The two main components, to this relative precision. The sign of each is such that its
    /// weightiest statement (the first of equals) weighs positive.
    pub(crate) fn components(&self, precision: f64) -> [Component; 2] {
        let statements = self.worth.len();
        let mut dice = Dice::new(SEED);
        let mut start: Vec<Vec<f64>> = vec![Vec::new(); BLOCK];
        for _ in 0..statements {
            for vector in &mut start {
                vector.push(dice.unit() - 0.5);
            }
        }
        let mut found = Ritz::default();
        for _ in 0..RESTARTS {
            let (basis, images) = self.krylov(&start);
            found = Ritz::of(&basis, &images);
            if found.error <= precision * found.values.first().copied().unwrap_or(0.0) {
                break;
            }
            start.clone_from(&found.vectors);
        }
        [0, 1].map(|which| {
            let value = found.values.get(which).copied().unwrap_or(0.0);
            match found.vectors.get(which) {
                Some(vector) if value > NOTHING_NEW * self.total => {
                    Component { loadings: signed(vector), share: value / self.total }
                }
                _ => Component { loadings: vec![0.0; statements], share: 0.0 },
            }
        })
    }

    /// An orthonormal basis of what iteration from a start reaches, and the image of each of its
    /// vectors.
    fn krylov(&self, start: &[Vec<f64>]) -> (Vec<Vec<f64>>, Vec<Vec<f64>>) {
        let statements = self.worth.len();
        let mut basis: Vec<Vec<f64>> = Vec::new();
        let mut images: Vec<Vec<f64>> = Vec::new();
        let mut next: Vec<Vec<f64>> = start.to_vec();
        for _ in 0..BLOCKS {
            let first = basis.len();
            for vector in next {
                if let Some(vector) = orthonormal(vector, &basis) {
                    basis.push(vector);
                }
            }
            if basis.len() == first {
                break;
            }
            let mut block = vec![[0.0; BLOCK]; statements];
            for (place, vector) in basis[first..].iter().enumerate() {
                for (row, value) in block.iter_mut().zip(vector) {
                    row[place] = *value;
                }
            }
            let image = self.apply(&block);
            next = (0..basis.len() - first)
                .map(|place| image.iter().map(|row| row[place]).collect())
                .collect();
            images.extend(next.iter().cloned());
        }
        (basis, images)
    }
}

/// The best eigenvectors within a subspace.
#[derive(Default)]
struct Ritz {
    /// Eigenvalues, the largest first, at most [`BLOCK`].
    values: Vec<f64>,
    /// Their vectors.
    vectors: Vec<Vec<f64>>,
    /// How far the first two are from being eigenvectors of the whole.
    error: f64,
}

impl Ritz {
    fn of(basis: &[Vec<f64>], images: &[Vec<f64>]) -> Ritz {
        let size = basis.len();
        let mut within = vec![vec![0.0; size]; size];
        for (row, vector) in basis.iter().enumerate() {
            for (column, image) in images.iter().enumerate().skip(row) {
                let value = dot(vector, image);
                within[row][column] = value;
                within[column][row] = value;
            }
        }
        let (values, rotations) = eigen(within);
        let mut order: Vec<usize> = (0..size).collect();
        order.sort_by(|a, b| values[*b].total_cmp(&values[*a]));
        order.truncate(BLOCK);
        let mut ritz = Ritz::default();
        for (rank, &which) in order.iter().enumerate() {
            let weights: Vec<f64> = rotations.iter().map(|row| row[which]).collect();
            let vector = combined(basis, &weights);
            if rank < 2 {
                let image = combined(images, &weights);
                let off = image.iter().zip(&vector).map(|(a, b)| a - values[which] * b);
                let error = off.map(|d| d * d).sum::<f64>().sqrt();
                ritz.error = ritz.error.max(error);
            }
            ritz.values.push(values[which]);
            ritz.vectors.push(vector);
        }
        ritz
    }
}

fn combined(vectors: &[Vec<f64>], weights: &[f64]) -> Vec<f64> {
    let mut sum = vec![0.0; vectors.first().map_or(0, Vec::len)];
    for (vector, weight) in vectors.iter().zip(weights) {
        for (total, value) in sum.iter_mut().zip(vector) {
            *total += weight * value;
        }
    }
    sum
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// What of a vector is new to a basis, of length one; `None` if nothing is.
fn orthonormal(mut vector: Vec<f64>, basis: &[Vec<f64>]) -> Option<Vec<f64>> {
    let before = dot(&vector, &vector).sqrt();
    // Twice is enough (Kahan, Parlett).
    for _ in 0..2 {
        for known in basis {
            let along = dot(&vector, known);
            for (value, direction) in vector.iter_mut().zip(known) {
                *value -= along * direction;
            }
        }
    }
    let length = dot(&vector, &vector).sqrt();
    if length <= NOTHING_NEW * before || length == 0.0 {
        return None;
    }
    for value in &mut vector {
        *value /= length;
    }
    Some(vector)
}

/// Eigenvalues and eigenvectors (columns) of a small symmetric matrix, by Jacobi's rotations.
fn eigen(mut matrix: Vec<Vec<f64>>) -> (Vec<f64>, Vec<Vec<f64>>) {
    let size = matrix.len();
    let mut vectors = vec![vec![0.0; size]; size];
    for (place, row) in vectors.iter_mut().enumerate() {
        row[place] = 1.0;
    }
    for _ in 0..60 {
        let mut off = 0.0;
        let mut all = 0.0;
        for (row, values) in matrix.iter().enumerate() {
            for (column, value) in values.iter().enumerate() {
                all += value * value;
                off += if row == column { 0.0 } else { value * value };
            }
        }
        if off <= 1e-30 * all {
            break;
        }
        for p in 0..size {
            for q in p + 1..size {
                rotate(&mut matrix, &mut vectors, p, q);
            }
        }
    }
    ((0..size).map(|place| matrix[place][place]).collect(), vectors)
}

/// One rotation, after which the element at `p`, `q` is zero.
fn rotate(matrix: &mut [Vec<f64>], vectors: &mut [Vec<f64>], p: usize, q: usize) {
    let off = matrix[p][q];
    if off == 0.0 {
        return;
    }
    let theta = (matrix[q][q] - matrix[p][p]) / (2.0 * off);
    let tangent = theta.signum() / (theta.abs() + (theta * theta + 1.0).sqrt());
    let cosine = 1.0 / (tangent * tangent + 1.0).sqrt();
    let sine = tangent * cosine;
    for row in matrix.iter_mut().chain(vectors.iter_mut()) {
        let (at_p, at_q) = (row[p], row[q]);
        row[p] = cosine * at_p - sine * at_q;
        row[q] = sine * at_p + cosine * at_q;
    }
    let (above, below) = matrix.split_at_mut(q);
    for (at_p, at_q) in above[p].iter_mut().zip(&mut below[0]) {
        (*at_p, *at_q) = (cosine * *at_p - sine * *at_q, sine * *at_p + cosine * *at_q);
    }
}

/// Turned so that the weightiest statement weighs positive. Weights that differ by rounding alone
/// count as equal, and the first of equals decides.
fn signed(vector: &[f64]) -> Vec<f64> {
    let most = vector.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
    let first = vector.iter().find(|value| value.abs() >= most * (1.0 - 1e-6));
    let turn = if first.is_some_and(|value| *value < 0.0) { -1.0 } else { 1.0 };
    vector.iter().map(|value| value * turn).collect()
}

#[cfg(test)]
mod tests {
    use super::super::matrix::Stance;
    use super::*;

    /// A matrix from letters: `a`gree, `d`isagree, `p`ass, `.` not seen.
    fn matrix(rows: &[&str]) -> Matrix {
        let votes = rows.iter().enumerate().flat_map(|(participant, row)| {
            row.chars().enumerate().filter_map(move |(statement, letter)| {
                let stance = match letter {
                    'a' => Stance::Agree,
                    'd' => Stance::Disagree,
                    'p' => Stance::Pass,
                    _ => return None,
                };
                Some((participant.to_string(), statement.to_string(), stance))
            })
        });
        Matrix::new([], [], votes)
    }

    #[test]
    fn what_divides_is_the_first_component() {
        let matrix = matrix(&["aada", "aadd", "aada", "ddaa", "ddad", "ddaa"]);
        let centred = Centred::new(&matrix);
        let [first, second] = centred.components(1e-12);
        let third = (1.0 / 3.0_f64).sqrt();
        for (loading, expected) in first.loadings.iter().zip([third, third, -third, 0.0]) {
            assert!((loading - expected).abs() < 1e-9, "{first:?}");
        }
        assert!((second.loadings[3] - 1.0).abs() < 1e-9, "{second:?}");
        assert!(first.share > 0.7 && (first.share + second.share - 1.0).abs() < 1e-9);
        let points = centred.project(&[first, second]);
        assert!(points[0][0] > 1.0 && points[5][0] < -1.0, "{points:?}");
    }

    #[test]
    fn a_missing_vote_is_the_mean_and_few_votes_move_outward() {
        let matrix = matrix(&["aaaa", "dddd", "a..."]);
        let centred = Centred::new(&matrix);
        let points = centred.project(&centred.components(1e-12));
        // (1 − ⅓)·½ on one statement of four, moved outward by √4.
        assert!((points[2][0] - 2.0 / 3.0).abs() < 0.12, "{points:?}");
        let mean = |statement: usize| 0.0 - centred.worth[statement][Stance::Pass.place()];
        assert!((mean(0) - 1.0 / 3.0).abs() < 1e-12 && mean(1).abs() < 1e-12);
    }

    #[test]
    fn where_nobody_differs_there_is_no_direction() {
        for rows in [&["aa", "aa"][..], &["..", ".."], &[]] {
            let matrix = matrix(rows);
            let components = Centred::new(&matrix).components(1e-12);
            assert!(components.iter().all(|component| component.share == 0.0));
        }
        let one = matrix(&["a", "d"]);
        let [first, second] = Centred::new(&one).components(1e-12);
        assert_eq!((first.loadings, second.loadings), (vec![1.0], vec![0.0]));
    }

    #[test]
    fn eigenvectors_of_random_matrices_are_eigenvectors() {
        let mut dice = Dice::new(3);
        for size in [1, 2, 5, 40] {
            let half: Vec<Vec<f64>> =
                (0..size).map(|_| (0..size).map(|_| dice.unit() - 0.5).collect()).collect();
            let both = |row: usize, column: usize| half[row][column] + half[column][row];
            let matrix: Vec<Vec<f64>> =
                (0..size).map(|row| (0..size).map(|column| both(row, column)).collect()).collect();
            let (values, vectors) = eigen(matrix.clone());
            for (which, value) in values.iter().enumerate() {
                let vector: Vec<f64> = vectors.iter().map(|row| row[which]).collect();
                assert!((dot(&vector, &vector) - 1.0).abs() < 1e-10);
                for (row, own) in matrix.iter().zip(&vector) {
                    assert!((dot(row, &vector) - value * own).abs() < 1e-10);
                }
            }
        }
    }

    #[test]
    fn equally_strong_directions_are_both_found() {
        // Two independent questions, each asked twice: the covariance has a double eigenvalue.
        let matrix = matrix(&["aaaa", "aadd", "ddaa", "dddd"]);
        let centred = Centred::new(&matrix);
        let [first, second] = centred.components(1e-12);
        assert!((first.share - 0.5).abs() < 1e-9 && (second.share - 0.5).abs() < 1e-9);
        assert!(dot(&first.loadings, &second.loadings).abs() < 1e-9);
    }
}
