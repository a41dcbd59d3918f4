//! Which numbers are published, so that no small one follows from them.
//!
//! **What is shown.** A cell is shown in steps of five people (ten in a sensitive cross-table):
//! «almeno 15». Below the first step nothing is shown, and nobody can't be told from four. So is
//! the number of people in all. No exact sum is shown anywhere.
//!
//! **Later publications.** A shown number stays as it is until the true one is two steps above it,
//! and never falls: who was heard stays heard, whatever they take back. So what moved has moved by
//! at least six people, and one person who comes or goes is never seen. Sums and differences of
//! shown numbers are whole steps as well.
//!
//! **Across tables.** All tables count the same people. If the shown numbers of one table are high
//! and those of another low, the difference lies in the other's rests, and could force a cell that
//! is not shown to be more than nobody. For a cell that is shown as p, [p, p + 4] is possible when
//! it was just set, [p, p + 9] when it was left, and [0, p + 9] for whoever reckons with people who
//! took their voice back. Let *low* and *high* be the sums over a table, *lowest* the greatest low
//! of any table (so many people there are at least), and *others* the high of a table without one
//! of its cells. A publication is *safe* if
//!
//! - lowest ≤ high for every table, and lowest ≤ others for every cell that is not shown;
//! - reckoning with voices taken back, for every other cell that was left, lowest is not from
//!   others + 1 to others + 4: then the cell could be small, but not empty.
//!
//! Then, wherever a cell might be small, there are true counts in which it is empty and which are
//! published in the very same way. What is not safe is not published: moves are taken back table by
//! table, and before there is anything to go back to, the highest numbers are lowered by steps. To
//! leave all as it is is always safe, since highs only rise. All of this looks at shown numbers
//! alone, so that it tells nothing of the rests either: counts equal to what is shown pass
//! unchanged. The tests play the attacker in every small world.
//!
//! It is for what is published here. Who knows by other ways that somebody was the only one to
//! take part since yesterday is not kept from believing it.

use serde::{Deserialize, Serialize};

use super::{Dimension, Key, Table};
use crate::suppression::SMALLEST;

/// What is published of a meter; kept, and given back when the next is made.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Publication {
    /// At least so many people were heard.
    pub people: u32,
    /// Tables, in their order.
    pub tables: Vec<PublishedTable>,
}

/// A table as it is published.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PublishedTable {
    /// By what people are counted; two in a cross-table.
    pub of: Vec<Dimension>,
    /// The step in which cells are shown.
    pub step: u32,
    /// All cells.
    pub cells: Vec<PublishedCell>,
}

/// A cell as it is published.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PublishedCell {
    /// Its name.
    pub key: Key,
    /// At least so many people; 0 if too few to be shown.
    pub people: u32,
}

/// Why nothing can be published.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unpublishable {
    /// The people of a table are not all people.
    #[error("table {table} has {found} people, not {people}")]
    DoesNotAddUp {
        /// Which, from 0.
        table: usize,
        /// How many are in it.
        found: u64,
        /// How many there are.
        people: u32,
    },
    /// A dimension stands in two tables: what one hides would follow from the other.
    #[error("{dimension} stands in two tables")]
    Overlap {
        /// Which.
        dimension: Dimension,
    },
    /// A table has fewer than two cells, or one twice.
    #[error("table {table} has fewer than two cells, or one twice")]
    Cells {
        /// Which, from 0.
        table: usize,
    },
    /// Tables or cells are not those of the earlier publication: that one stays.
    #[error("tables or cells are not those that were published before")]
    Changed,
}

/// Shown numbers with what becomes of them: the people in all are a table of one cell.
#[derive(Clone)]
struct Draft {
    tables: Vec<Numbers>,
}

/// The numbers of a table.
#[derive(Clone)]
struct Numbers {
    step: u32,
    /// What is shown, and whether it was just set.
    cells: Vec<(u32, bool)>,
}

impl Numbers {
    /// How many people these are at least.
    fn low(&self) -> u64 {
        self.cells.iter().map(|(shown, _)| u64::from(*shown)).sum()
    }

    /// The same for whoever reckons with voices that were taken back since.
    fn low_now(&self) -> u64 {
        self.cells.iter().filter(|(_, set)| *set).map(|(shown, _)| u64::from(*shown)).sum()
    }

    fn high_of(&self, (shown, set): (u32, bool)) -> u64 {
        let steps = if set { 1 } else { 2 };
        u64::from(shown) + u64::from(steps * self.step) - 1
    }

    fn is_safe(&self, lowest: u64, lowest_now: u64) -> bool {
        let high: u64 = self.cells.iter().map(|cell| self.high_of(*cell)).sum();
        lowest <= high
            && self.cells.iter().all(|&(shown, set)| {
                let others = high - self.high_of((shown, set));
                if shown == 0 {
                    lowest <= others
                } else {
                    set || lowest_now <= others || lowest_now >= others + u64::from(self.step)
                }
            })
    }
}

impl Draft {
    fn is_safe(&self) -> bool {
        let lowest = self.tables.iter().map(Numbers::low).max().unwrap_or_default();
        let lowest_now = self.tables.iter().map(Numbers::low_now).max().unwrap_or_default();
        self.tables.iter().all(|table| table.is_safe(lowest, lowest_now))
    }

    /// Lowers the highest numbers by steps until it is safe; for numbers that were all just set.
    fn lower(&mut self) {
        while !self.is_safe() {
            let highest = self.tables.iter_mut().rev().max_by_key(|table| table.low());
            let Some(table) = highest else { break };
            let step = table.step;
            match table.cells.iter_mut().rev().max_by_key(|(shown, _)| *shown) {
                Some((shown, _)) if *shown >= step => *shown -= step,
                Some(_) | None => break,
            }
        }
    }
}

/// What is to be published of these counts, after what was published before.
///
/// `people` is how many were heard in all, and each table has every one of them. Tables and cells
/// are decided when a round opens and stay the same: a new series begins with the next round.
///
/// # Errors
///
/// The tables do not fit together, or not to the earlier publication; that one then stays.
pub fn publish(
    people: u32,
    tables: &[Table],
    earlier: Option<&Publication>,
) -> Result<Publication, Unpublishable> {
    check(people, tables)?;
    let all = Table {
        of: Vec::new(),
        step: SMALLEST,
        cells: vec![(Key { code: String::new(), with: None }, people)],
    };
    publish_with(&all, tables, earlier)
}

/// The same, with the people in all as a table of their own.
pub(super) fn publish_with(
    all: &Table,
    tables: &[Table],
    earlier: Option<&Publication>,
) -> Result<Publication, Unpublishable> {
    let counted: Vec<&Table> = std::iter::once(all).chain(tables).collect();
    let draft = match earlier {
        None => {
            let mut draft = Draft { tables: counted.iter().map(|table| floors(table)).collect() };
            draft.lower();
            draft
        }
        Some(earlier) => {
            if !fits(tables, earlier) {
                return Err(Unpublishable::Changed);
            }
            let before = std::iter::once(vec![earlier.people]).chain(
                earlier
                    .tables
                    .iter()
                    .map(|table| table.cells.iter().map(|cell| cell.people).collect()),
            );
            follow(&counted, &before.collect::<Vec<_>>())
        }
    };
    let shown = |place: usize| draft.tables[place].cells.iter().map(|(shown, _)| *shown);
    let published = tables.iter().enumerate().map(|(place, table)| PublishedTable {
        of: table.of.clone(),
        step: table.step,
        cells: table
            .cells
            .iter()
            .zip(shown(place + 1))
            .map(|((key, _), people)| PublishedCell { key: key.clone(), people })
            .collect(),
    });
    Ok(Publication { people: shown(0).sum(), tables: published.collect() })
}

fn check(people: u32, tables: &[Table]) -> Result<(), Unpublishable> {
    let mut dimensions = Vec::new();
    for (place, table) in tables.iter().enumerate() {
        let found: u64 = table.cells.iter().map(|(_, people)| u64::from(*people)).sum();
        if found != u64::from(people) {
            return Err(Unpublishable::DoesNotAddUp { table: place, found, people });
        }
        let mut keys: Vec<&Key> = table.cells.iter().map(|(key, _)| key).collect();
        keys.sort_unstable();
        keys.dedup();
        if keys.len() < table.cells.len() || keys.len() < 2 {
            return Err(Unpublishable::Cells { table: place });
        }
        for dimension in &table.of {
            if dimensions.contains(dimension) {
                return Err(Unpublishable::Overlap { dimension: *dimension });
            }
            dimensions.push(*dimension);
        }
    }
    Ok(())
}

fn fits(tables: &[Table], earlier: &Publication) -> bool {
    tables.len() == earlier.tables.len()
        && tables.iter().zip(&earlier.tables).all(|(table, earlier)| {
            table.of == earlier.of
                && table.step == earlier.step
                && table.cells.len() == earlier.cells.len()
                && table.cells.iter().zip(&earlier.cells).all(|((key, _), cell)| *key == cell.key)
        })
}

/// Whole steps, all just set.
fn floors(table: &Table) -> Numbers {
    let step = table.step;
    let cells = table.cells.iter().map(|(_, people)| (people - people % step, true));
    Numbers { step, cells: cells.collect() }
}

/// What follows on numbers that were shown before: those that are two steps above move, table by
/// table, as long as that is safe.
fn follow(counted: &[&Table], before: &[Vec<u32>]) -> Draft {
    let moved: Vec<Numbers> = counted
        .iter()
        .zip(before)
        .map(|(table, before)| {
            let mut numbers = floors(table);
            for ((shown, set), before) in numbers.cells.iter_mut().zip(before) {
                if *shown < before + 2 * numbers.step {
                    (*shown, *set) = (*before, false);
                }
            }
            numbers
        })
        .collect();
    let whole = Draft { tables: moved };
    if whole.is_safe() {
        return whole;
    }
    // As it was, which is safe.
    let mut draft = whole.clone();
    for (table, before) in draft.tables.iter_mut().zip(before) {
        table.cells = before.iter().map(|before| (*before, false)).collect();
    }
    for (place, moved) in whole.tables.into_iter().enumerate() {
        let as_it_was = std::mem::replace(&mut draft.tables[place], moved);
        if !draft.is_safe() {
            draft.tables[place] = as_it_was;
        }
    }
    draft
}
