//! Reading an Ambito from a file (`trama-import/1`).
//!
//! A file is taken whole or refused whole, with the path of each fault: first its shape, judged by
//! the committed schema itself ([`SCHEMA`]), then what a schema can't say ([`check`]: references,
//! windows, quorums, excerpts, …). Nothing here writes, reads a clock or knows a database; the
//! caller bounds the size of the text and says what local time it is.
//!
//! ```text
//! text ── json ──► Value ── shape ──► File ── check ──► to the writer
//!          │ keys twice, U+0000  │ schema       │ meaning
//!          └──────────► faults ◄─┴──────────────┘
//! ```
//!
//! Nothing imported may depend on [`IGNORED_SECTIONS`] and [`IGNORED_FIELDS`]: they may be there,
//! and no type here has a place for them.

mod check;
pub(crate) mod fault;
pub mod file;
pub(crate) mod json;
pub mod lab;
mod same;
pub(crate) mod shape;
pub mod terms;
#[cfg(test)]
mod tests;
mod time;

use std::collections::BTreeMap;

use chrono::NaiveDateTime;
use serde_json::Value;

pub use check::check;
pub use fault::{FileFault, Kind, MOST_FAULTS, What};
pub use file::File;
pub use same::{Difference, DifferenceKind, canonical, differences};
pub use time::{Offset, When};

use check::Places;
use fault::Faults;
use shape::Schema;

/// The schema of the format, word for word as it is published.
pub const SCHEMA: &str = include_str!("trama-import.schema.json");

/// Sections that may be in a file and must not influence anything imported.
pub const IGNORED_SECTIONS: [&str; 3] = ["ground_truth", "moderation_samples", "hostile_inputs"];

/// Fields of needs and proposals that may be in a file and must not influence anything imported.
pub const IGNORED_FIELDS: [&str; 3] = ["group", "duplicates_of", "similar_to"];

/// Reads a file and judges its shape only; see [`load`] for all.
///
/// # Errors
///
/// All faults of its shape, each with its path.
pub fn read(text: &str) -> Result<File, Vec<FileFault>> {
    let (value, faults) = parse(text);
    match value {
        Some(value) if faults.as_slice().is_empty() => typed(value).map_err(|fault| vec![fault]),
        Some(_) | None => Err(faults.into_list()),
    }
}

/// Reads a file and judges all of it, as of this local time of the Ambito.
///
/// Where the shape of some objects is faulty, the others are judged all the same, so that a
/// person who mends a file sees as much as possible at once.
///
/// # Errors
///
/// All faults, each with its path, at most [`MOST_FAULTS`].
pub fn load(text: &str, now: NaiveDateTime) -> Result<File, Vec<FileFault>> {
    let (value, faults) = parse(text);
    match value {
        Some(value) => judge(value, faults, now),
        None => Err(faults.into_list()),
    }
}

/// The value of a text, with the faults of its shape.
fn parse(text: &str) -> (Option<Value>, Faults) {
    let mut faults = Faults::default();
    let value = json::parse(text, &mut faults);
    if let Some(value) = &value {
        match Schema::read(SCHEMA) {
            Ok(schema) => schema.check(value, &mut faults),
            Err(error) => faults.add("", What::SchemaUnusable { reason: error.to_string() }),
        }
    }
    (value, faults)
}

fn judge(value: Value, mut faults: Faults, now: NaiveDateTime) -> Result<File, Vec<FileFault>> {
    if faults.as_slice().is_empty() {
        let file = typed(value).map_err(|fault| vec![fault])?;
        let found = check(&file, now);
        return if found.is_empty() { Ok(file) } else { Err(found) };
    }
    if let Some((file, places)) = what_can_be_read(value, &faults) {
        for fault in check::check_part(&file, now, &places) {
            faults.add(fault.path, fault.what);
        }
    }
    Err(faults.into_list())
}

fn typed(value: Value) -> Result<File, FileFault> {
    serde_json::from_value(value)
        .map_err(|error| FileFault::new("", What::Unreadable { reason: error.to_string() }))
}

/// The file without the entries of sections that can't be read into types, if that is enough.
fn what_can_be_read(mut value: Value, faults: &Faults) -> Option<(File, Places)> {
    let mut broken: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for fault in faults.as_slice().iter().filter(|fault| fault.what.breaks_the_types()) {
        let (section, rest) = fault.path.split_once('[')?;
        let (index, _) = rest.split_once(']')?;
        broken.entry(section.to_owned()).or_default().push(index.parse().ok()?);
    }
    let mut places = Places::default();
    for (section, indices) in broken {
        let entries = value.get_mut(&section)?.as_array_mut()?;
        let mut kept = Vec::new();
        for (index, entry) in std::mem::take(entries).into_iter().enumerate() {
            if indices.contains(&index) {
                places.leave_out(&entry);
            } else {
                entries.push(entry);
                kept.push(index);
            }
        }
        places.keep(section, kept);
    }
    Some((typed(value).ok()?, places))
}
