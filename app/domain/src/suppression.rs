//! Which counts of people may be shown (domain.md §3.4, invariant 12).
//!
//! A count below five becomes «meno di 5»; lists sort by what is shown, so that the order
//! can't tell apart what the words hide.

use serde::{Deserialize, Serialize};

/// The least count of people that is shown as a number.
pub const SMALLEST: u32 = 5;

/// A count of people as it may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shown {
    /// How many is not on record: imported without a number, and the keys are cut.
    Unknown,
    /// Nobody.
    None,
    /// Somebody, fewer than [`SMALLEST`].
    Few,
    /// Exactly so many.
    Exactly(u32),
}

/// How a count of people is shown.
pub const fn people(count: u32) -> Shown {
    match count {
        0 => Shown::None,
        1..SMALLEST => Shown::Few,
        _ => Shown::Exactly(count),
    }
}

/// The same where the count may not be on record: nothing counted then says nothing.
pub const fn people_known(count: u32, known: bool) -> Shown {
    if count == 0 && !known { Shown::Unknown } else { people(count) }
}

/// Cells of one published breakdown: small ones are merged into «altri», and if that alone is
/// still small the next smallest joins it, so that no cell follows from the total.
/// Returns the kept cells in their order and the merged count (0 if nothing was merged).
pub fn breakdown<T: Clone>(cells: &[(T, u32)]) -> (Vec<(T, u32)>, u32) {
    let mut by_size: Vec<usize> = (0..cells.len()).filter(|&i| cells[i].1 > 0).collect();
    by_size.sort_by_key(|&i| (cells[i].1, i));
    let mut merged: Vec<usize> = Vec::new();
    let mut others = 0;
    for &cell in &by_size {
        let count = cells[cell].1;
        let alone = merged.len() == 1;
        if count < SMALLEST || (!merged.is_empty() && (others < SMALLEST || alone)) {
            merged.push(cell);
            others += count;
        } else {
            break;
        }
    }
    let kept = (0..cells.len())
        .filter(|i| cells[*i].1 > 0 && !merged.contains(i))
        .map(|i| cells[i].clone())
        .collect();
    (kept, others)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_on_record_is_not_nobody() {
        assert_eq!(people_known(0, false), Shown::Unknown);
        assert_eq!(people_known(0, true), Shown::None);
        assert_eq!(people_known(3, false), Shown::Few);
    }

    #[test]
    fn few_people_are_not_counted_out_loud() {
        assert_eq!(people(0), Shown::None);
        assert_eq!(people(1), Shown::Few);
        assert_eq!(people(4), Shown::Few);
        assert_eq!(people(5), Shown::Exactly(5));
        assert!(people(4) < people(5) && people(0) < people(1));
    }

    #[test]
    fn a_small_cell_does_not_follow_from_the_total() {
        let (kept, others) = breakdown(&[("a", 40), ("b", 3), ("c", 20), ("d", 9)]);
        assert_eq!(kept, vec![("a", 40), ("c", 20)]);
        assert_eq!(others, 12);
        let (kept, others) = breakdown(&[("a", 40), ("b", 1), ("c", 1)]);
        assert_eq!(kept, vec![]);
        assert_eq!(others, 42);
        let (kept, others) = breakdown(&[("a", 40), ("b", 6)]);
        assert_eq!((kept.len(), others), (2, 0));
    }
}
