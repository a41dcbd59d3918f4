//! Sums of fractions 1 ÷ n, compared exactly.
//!
//! A sum is kept as whole numbers of 2⁻⁹⁶ together with its remainder modulo the prime 2⁶¹ − 1: what
//! differs in neither is equal, and what the rounding can't tell apart is compared digit by digit.

use std::cmp::Ordering;
use std::collections::BTreeMap;

/// A weight: a sum of fractions 1 ÷ n.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Weight {
    /// Whole numbers of 2⁻⁹⁶, each fraction rounded down.
    pub(super) units: u128,
    /// The sum modulo [`PRIME`], in which every n has an inverse.
    residue: u64,
}

const PRIME: u64 = (1 << 61) - 1;
const ONE: u128 = 1 << 96;

impl Weight {
    pub(super) fn add(&mut self, other: Weight) {
        self.units += other.units;
        self.residue = (self.residue + other.residue) % PRIME;
    }

    pub(super) fn take(&mut self, other: Weight) {
        self.units -= other.units;
        self.residue = (self.residue + PRIME - other.residue) % PRIME;
    }

    /// Compared, where up to so many fractions went into both; `None` if they differ by less than
    /// rounding can tell.
    pub(super) fn against(self, other: Weight, fractions: usize) -> Option<Ordering> {
        // Each fraction was rounded down by less than one unit.
        if self.units.abs_diff(other.units) > fractions as u128 {
            Some(self.units.cmp(&other.units))
        } else if self.residue == other.residue {
            Some(Ordering::Equal)
        } else {
            None
        }
    }

    pub(super) fn voices(self) -> f64 {
        self.units as f64 / ONE as f64
    }

    /// 1 ÷ n for every n up to `most`.
    pub(super) fn fractions(most: usize) -> Vec<Weight> {
        let mut fractions = vec![Weight::default(), Weight { units: ONE, residue: 1 }];
        for n in 2..=most as u64 {
            // 1/n = −⌊p/n⌋ · 1/(p mod n) modulo p.
            let smaller = fractions[(PRIME % n) as usize].residue;
            let residue = u128::from(PRIME - PRIME / n) * u128::from(smaller) % u128::from(PRIME);
            fractions.push(Weight { units: ONE / u128::from(n), residue: residue as u64 });
        }
        fractions
    }
}

/// The sign of Σ c ÷ n, by long division: digit by digit until what is left can't change it.
pub(super) fn sign(fractions: &BTreeMap<u64, i64>) -> Ordering {
    const DIGIT: u32 = 24;
    let terms: Vec<(u64, i128)> =
        fractions.iter().filter(|(_, c)| **c != 0).map(|(n, c)| (*n, i128::from(*c))).collect();
    let bound: i128 = terms.iter().map(|(_, c)| c.abs()).sum();
    let most = terms.iter().map(|(n, _)| *n).max().unwrap_or_default();
    // Σ c/n is a multiple of 1/lcm(1..most), and that is above 4^(−most): after so many digits,
    // what is still within the bound is nought.
    let digits = 2 + (2 * most + u64::from(bound.unsigned_abs().max(1).ilog2())) / u64::from(DIGIT);
    let mut rests: Vec<u64> = terms.iter().map(|(n, _)| 1 % n).collect();
    let mut sum: i128 = terms.iter().map(|(n, c)| c * i128::from(1 / n)).sum();
    for _ in 0..=digits {
        if sum.abs() > bound {
            return sum.cmp(&0);
        }
        sum <<= DIGIT;
        for (rest, (n, c)) in rests.iter_mut().zip(&terms) {
            let next = u128::from(*rest) << DIGIT;
            sum += c * (next / u128::from(*n)) as i128;
            *rest = (next % u128::from(*n)) as u64;
        }
    }
    Ordering::Equal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_rounding_can_not_tell_apart_is_compared_digit_by_digit() {
        let of = |terms: &[(u64, i64)]| sign(&terms.iter().copied().collect());
        assert_eq!(of(&[]), Ordering::Equal);
        assert_eq!(of(&[(1, 1), (2, -2)]), Ordering::Equal);
        assert_eq!(of(&[(2, 1), (3, 1), (6, 1), (1, -1)]), Ordering::Equal);
        assert_eq!(of(&[(2, -1), (3, -1), (7, -1), (42, -1), (1, 1)]), Ordering::Equal);
        // 1 − 1/2 − 1/3 − 1/7 − 1/43 = 1/1806, and so on: as near as such sums come.
        assert_eq!(of(&[(2, -1), (3, -1), (7, -1), (43, -1), (1, 1)]), Ordering::Greater);
        let near = [(2, -1), (3, -1), (7, -1), (43, -1), (1807, -1), (3_263_443, -1), (1, 1)];
        assert_eq!(of(&near), Ordering::Greater);
        let turned: Vec<(u64, i64)> = near.iter().map(|(n, c)| (*n, -c)).collect();
        assert_eq!(of(&turned), Ordering::Less);
        let fractions = Weight::fractions(50);
        for n in 1..=50_u64 {
            let product = u128::from(fractions[n as usize].residue) * u128::from(n);
            assert_eq!(product % u128::from(PRIME), 1);
        }
    }
}
