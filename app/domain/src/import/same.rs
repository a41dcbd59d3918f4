//! When two files are the same, and where they differ.
//!
//! What the importer ignores doesn't count, nor does the order of keys, of objects with an id
//! and of supports; nor whether a whole number is written `3` or `3.0`. Everything else does.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde_json::{Map, Value};

use super::fault::Path;
use super::json::simplest;
use super::{IGNORED_FIELDS, IGNORED_SECTIONS};

/// How a place of the new file differs from the old one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DifferenceKind {
    /// Only in the new file.
    Added,
    /// Only in the old file.
    Removed,
    /// In both, not the same.
    Changed,
}

/// One place where two files differ.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Difference {
    /// Where: `needs[B01].title`; objects by their id, supports by contribution and person,
    /// other entries by number.
    pub path: String,
    /// How.
    pub kind: DifferenceKind,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self.kind {
            DifferenceKind::Added => "added",
            DifferenceKind::Removed => "removed",
            DifferenceKind::Changed => "changed",
        };
        write!(f, "{}: {kind}", self.path)
    }
}

/// All places where a new file differs from the old one, sorted by section and place.
#[must_use]
pub fn differences(old: &Value, new: &Value) -> Vec<Difference> {
    let mut found = Vec::new();
    compare(&without_ignored(old), &without_ignored(new), &mut Vec::new(), &mut found);
    found.sort();
    found
}

/// One text for all files that are the same, for hashing.
///
/// Compact JSON with what is ignored left out, keys sorted, objects sorted by id, supports by
/// contribution and person.
#[must_use]
pub fn canonical(file: &Value) -> String {
    let mut text = String::new();
    write_canonical(&without_ignored(file), &mut text);
    text
}

/// The file without what must not influence anything imported.
fn without_ignored(file: &Value) -> Value {
    let Value::Object(sections) = file else { return file.clone() };
    let kept = sections.iter().filter(|(name, _)| !IGNORED_SECTIONS.contains(&name.as_str()));
    let each = |(name, section): (&String, &Value)| match (name.as_str(), section) {
        ("needs" | "proposals", Value::Array(contributions)) => {
            let stripped = contributions.iter().map(without_ignored_fields).collect();
            (name.clone(), Value::Array(stripped))
        }
        _ => (name.clone(), section.clone()),
    };
    Value::Object(kept.map(each).collect())
}

fn without_ignored_fields(contribution: &Value) -> Value {
    match contribution {
        Value::Object(fields) => {
            let kept = fields.iter().filter(|(name, _)| !IGNORED_FIELDS.contains(&name.as_str()));
            Value::Object(kept.map(|(name, value)| (name.clone(), value.clone())).collect())
        }
        other => other.clone(),
    }
}

/// What names an entry of a list whose order means nothing: its id, or a support's two ids.
fn name_of(entry: &Value) -> Option<String> {
    let fields = entry.as_object()?;
    let text = |name: &str| fields.get(name).and_then(Value::as_str);
    match (text("id"), text("on"), text("by")) {
        (Some(id), _, _) => Some(id.to_owned()),
        (None, Some(on), Some(by)) => Some(format!("{on} {by}")),
        (None, _, _) => None,
    }
}

/// The entries by name, if each has one of its own.
fn by_name(entries: &[Value]) -> Option<BTreeMap<String, &Value>> {
    let mut named = BTreeMap::new();
    for entry in entries {
        if named.insert(name_of(entry)?, entry).is_some() {
            return None;
        }
    }
    Some(named)
}

fn compare(old: &Value, new: &Value, path: &mut Vec<String>, found: &mut Vec<Difference>) {
    match (old, new) {
        (Value::Object(old), Value::Object(new)) => {
            let names: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
            for name in names {
                let step = Path::Field(&Path::Root, name).to_string();
                let step = if path.is_empty() || step.starts_with('[') {
                    step
                } else {
                    format!(".{step}")
                };
                compare_maybe(old.get(name), new.get(name), step, path, found);
            }
        }
        (Value::Array(old), Value::Array(new)) => match (by_name(old), by_name(new)) {
            (Some(old), Some(new)) => {
                let names: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
                for name in names {
                    let (old, new) = (old.get(name).copied(), new.get(name).copied());
                    compare_maybe(old, new, format!("[{name}]"), path, found);
                }
            }
            (_, _) => {
                for index in 0..old.len().max(new.len()) {
                    compare_maybe(
                        old.get(index),
                        new.get(index),
                        format!("[{index}]"),
                        path,
                        found,
                    );
                }
            }
        },
        (Value::Number(old), Value::Number(new)) if simplest(old) == simplest(new) => {}
        (old, new) if old == new => {}
        (_, _) => found.push(Difference { path: path.concat(), kind: DifferenceKind::Changed }),
    }
}

fn compare_maybe(
    old: Option<&Value>,
    new: Option<&Value>,
    step: String,
    path: &mut Vec<String>,
    found: &mut Vec<Difference>,
) {
    path.push(step);
    match (old, new) {
        (Some(old), Some(new)) => compare(old, new, path, found),
        (None, Some(_)) => {
            found.push(Difference { path: path.concat(), kind: DifferenceKind::Added })
        }
        (Some(_), None) => {
            found.push(Difference { path: path.concat(), kind: DifferenceKind::Removed })
        }
        (None, None) => {}
    }
    path.pop();
}

fn write_canonical(value: &Value, text: &mut String) {
    match value {
        Value::Object(fields) => write_object(fields, text),
        Value::Array(entries) => {
            let ordered: Vec<&Value> = match by_name(entries) {
                Some(named) => named.into_values().collect(),
                None => entries.iter().collect(),
            };
            text.push('[');
            for (index, entry) in ordered.into_iter().enumerate() {
                if index > 0 {
                    text.push(',');
                }
                write_canonical(entry, text);
            }
            text.push(']');
        }
        Value::Number(number) => text.push_str(&simplest(number).to_string()),
        Value::String(_) | Value::Bool(_) | Value::Null => text.push_str(&value.to_string()),
    }
}

fn write_object(fields: &Map<String, Value>, text: &mut String) {
    let sorted: BTreeMap<&String, &Value> = fields.iter().collect();
    text.push('{');
    for (index, (name, value)) in sorted.into_iter().enumerate() {
        if index > 0 {
            text.push(',');
        }
        text.push_str(&Value::from(name.as_str()).to_string());
        text.push(':');
        write_canonical(value, text);
    }
    text.push('}');
}
