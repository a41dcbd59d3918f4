//! Numbers known to within a small error, so that exact fractions are only worked out where the
//! error would decide.
//!
//! Money in whole numbers of a fraction of the smallest unit ([`Scale`]). Nothing here is ever
//! shown, or compared without its error.

use std::cmp::Ordering;

use num_rational::BigRational;
use num_traits::ToPrimitive;

/// Bits of what all voters can have together, so that it fits an `i64`.
const BITS_OF_ALL: u32 = 62;

/// Bits behind the point of a rate.
const BITS_OF_A_RATE: u32 = 64;

/// How many bits stand behind the point of an amount, the same for a whole count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Scale(u32);

impl Scale {
    /// The finest for so many voters, none of whom ever has more than so much.
    pub(super) const fn of(voters: u64, most: u64) -> Scale {
        let bits = 2 * u64::BITS - voters.leading_zeros() - most.leading_zeros();
        Scale(BITS_OF_ALL.saturating_sub(bits))
    }

    /// A whole amount, exactly.
    pub(super) const fn whole(self, amount: u64) -> Near {
        Near { value: (amount as i128) << self.0, error: 0 }
    }

    /// A fraction of the smallest unit, rounded down.
    pub(super) fn rounded(self, amount: &BigRational) -> Near {
        let value = (amount.numer() << self.0) / amount.denom();
        Near { value: value.to_i128().unwrap_or(i128::MAX >> BITS_OF_A_RATE), error: 1 }
    }
}

/// A number between `value - error` and `value + error`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Near {
    /// Its value, in the scale of the count.
    pub(super) value: i128,
    /// How wrong that can be.
    pub(super) error: i128,
}

impl Near {
    /// What is left of it without another.
    pub(super) const fn minus(self, other: Near) -> Near {
        Near { value: self.value - other.value, error: self.error + other.error }
    }

    /// One of so many equal parts.
    pub(super) const fn over(self, parts: u64) -> Near {
        Near { value: self.value / parts as i128, error: self.error / parts as i128 + 2 }
    }

    /// A price for a unit of utility: only to be compared with others of its kind.
    pub(super) const fn rate(self, utility: u64) -> Near {
        Near {
            value: (self.value << BITS_OF_A_RATE) / utility as i128,
            error: (self.error << BITS_OF_A_RATE) / utility as i128 + 2,
        }
    }

    /// The least it can be.
    pub(super) const fn low(self) -> i128 {
        self.value - self.error
    }

    /// The most it can be.
    pub(super) const fn high(self) -> i128 {
        self.value + self.error
    }

    /// How it compares with another; `None` if the errors would decide. Equal only if both are
    /// exact.
    pub(super) fn compare(self, other: Near) -> Option<Ordering> {
        if self.high() < other.low() {
            Some(Ordering::Less)
        } else if self.low() > other.high() {
            Some(Ordering::Greater)
        } else if self.error == 0 && other.error == 0 {
            Some(Ordering::Equal)
        } else {
            None
        }
    }
}
