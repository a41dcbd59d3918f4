//! Who has been heard so far, while a round runs, and who is missing (domain.md E11, E13, §3.4).
//!
//! Counts of people by category, municipality, age, language and channel come in; out comes what
//! may be shown to everybody. Between the two stands [`publish`]: a meter that is published again
//! and again, in several tables that all count the same people, must not let anybody work out that
//! one particular person took part.
//!
//! ```text
//! counts ── publish ──► Publication ── meter ──► Meter: shares, words, «chi manca»
//!              ▲             │ kept as it is
//!              └─ earlier ───┘
//! ```
//!
//! Nothing but the publication is looked at to make the meter, so that no word tells more than the
//! numbers do. Whoever publishes coverage must not publish the exact number of people elsewhere.

mod meter;
mod publish;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

pub use meter::{Cell, Expected, Help, MISSING_MOST, Meter, MeterTable, Missing, Word, meter};
pub use publish::{Publication, PublishedCell, PublishedTable, Unpublishable, publish};

use crate::coded::coded;
use crate::suppression::SMALLEST;

coded! {
    /// By what people are counted.
    Dimension {
        /// Categories of E11 for which somebody speaks.
        Categories = "categorie",
        /// Municipalities.
        Municipalities = "comuni",
        /// Age bands.
        Ages = "eta",
        /// Languages people wrote in.
        Languages = "lingue",
        /// Channels through which voices came.
        Channels = "canali",
    }
}

/// The code of the cell of those who did not say: each table has all people in it.
pub const UNSAID: &str = "non_detto";

/// Counts in sensitive cross-tables are shown from here on.
pub const SMALLEST_SENSITIVE: u32 = 10;

/// A municipality with fewer inhabitants is crossed with nothing.
pub const SMALL_PLACE: i64 = 2_000;

/// The name of a cell.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Key {
    /// Code in the first dimension.
    pub code: String,
    /// Code in the second, in a cross-table; absent for a row that is not crossed.
    pub with: Option<String>,
}

/// Counts of people, each in exactly one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    of: Vec<Dimension>,
    step: u32,
    cells: Vec<(Key, u32)>,
}

impl Table {
    /// People by one dimension: all cells there can be, also those with nobody, in their order.
    pub fn of(dimension: Dimension, cells: impl IntoIterator<Item = (String, u32)>) -> Table {
        let cells = cells.into_iter().map(|(code, people)| (Key { code, with: None }, people));
        Table { of: vec![dimension], step: SMALLEST, cells: cells.collect() }
    }

    /// People by two dimensions. A cross-table stands in the place of the two tables of its
    /// dimensions: a page that wants rows and columns adds up what it shows.
    ///
    /// `sensitive` asks for ten people a cell instead of five. Where the first dimension is the
    /// municipality, `inhabitants` says how many each has; one that is small, or of which that is
    /// not known, is one cell. (Municipalities as the second dimension are all one cell a row.)
    pub fn crossed(
        dimensions: [Dimension; 2],
        cells: impl IntoIterator<Item = ([String; 2], u32)>,
        inhabitants: &[(String, i64)],
        sensitive: bool,
    ) -> Table {
        let large = |code: &str| {
            inhabitants.iter().any(|(other, people)| other == code && *people >= SMALL_PLACE)
        };
        let mut table = Table {
            of: dimensions.to_vec(),
            step: if sensitive { SMALLEST_SENSITIVE } else { SMALLEST },
            cells: Vec::new(),
        };
        for ([code, with], people) in cells {
            let apart = match dimensions {
                [Dimension::Municipalities, _] => large(&code),
                [_, Dimension::Municipalities] => false,
                _ => true,
            };
            let key = Key { code, with: apart.then_some(with) };
            match table.cells.iter_mut().find(|(known, _)| *known == key) {
                Some((_, sum)) => *sum += people,
                None => table.cells.push((key, people)),
            }
        }
        table
    }
}
