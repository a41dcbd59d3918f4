//! What a schema can't say: references, kinds, windows, order, quorums, excerpts.
//!
//! Each rule comes from a description in the schema or from domain.md; the paragraph stands beside
//! it. A file that keeps them is accepted, however different it looks from the demonstration:
//! custom belongs to the Ambiti, not in here. Rules look up and never assume: a reference that
//! leads nowhere is one fault, and the rules that would follow it fall silent.

mod decisions;
mod index;
mod rounds;
mod territory;
mod voices;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveDateTime};
use serde_json::Value;

use super::fault::{Faults, FileFault, Kind, What};
use super::file::{Act, File};
use super::time::{Offset, When};
use index::Index;

/// Greatest count that any database column of ours holds.
const GREATEST_COUNT: i64 = 2_147_483_647;

/// Years between which plans and programmes lie.
const YEARS: (i64, i64) = (1900, 2200);

/// Judges what the file says, as of this local time of the Ambito; empty when all is well.
#[must_use]
pub fn check(file: &File, now: NaiveDateTime) -> Vec<FileFault> {
    check_part(file, now, &Places::default())
}

/// As [`check`], for a file from which entries were left out.
pub(super) fn check_part(file: &File, now: NaiveDateTime, places: &Places) -> Vec<FileFault> {
    let mut faults = Faults::default();
    let index = Index::of(file, places, &mut faults);
    let mut checker = Checker { file, now, places, index, faults };
    checker.territory();
    checker.rounds();
    checker.voices();
    checker.decisions();
    checker.faults.into_list()
}

/// Where the entries of a file stood before some were left out.
#[derive(Debug, Default)]
pub(super) struct Places {
    kept: BTreeMap<String, Vec<usize>>,
    left_out: BTreeSet<String>,
}

impl Places {
    /// Notes the original numbers of the entries that a section still has.
    pub(super) fn keep(&mut self, section: String, indices: Vec<usize>) {
        self.kept.insert(section, indices);
    }

    /// Notes the ids in an entry that was left out: references to them are not faults.
    pub(super) fn leave_out(&mut self, entry: &Value) {
        match entry {
            Value::Object(fields) => {
                if let Some(id) = fields.get("id").and_then(Value::as_str) {
                    self.left_out.insert(id.to_owned());
                }
                fields.values().for_each(|value| self.leave_out(value));
            }
            Value::Array(entries) => entries.iter().for_each(|value| self.leave_out(value)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    /// Path of an entry of a section.
    fn at(&self, section: &str, index: usize) -> String {
        let original = self.kept.get(section).and_then(|kept| kept.get(index)).copied();
        format!("{section}[{}]", original.unwrap_or(index))
    }
}

/// A file being judged.
struct Checker<'a> {
    file: &'a File,
    now: NaiveDateTime,
    places: &'a Places,
    index: Index<'a>,
    faults: Faults,
}

/// Somebody who speaks for themselves: a person, with a name or without.
const PEOPLE: [Kind; 2] = [Kind::Person, Kind::ExtraPerson];

impl<'a> Checker<'a> {
    fn at(&self, section: &str, index: usize) -> String {
        self.places.at(section, index)
    }

    fn fault(&mut self, path: impl Into<String>, what: What) {
        self.faults.add(path, what);
    }

    fn contradiction(&mut self, path: impl Into<String>, with: impl Into<String>) {
        self.fault(path, What::Contradiction { with: with.into() });
    }

    fn today(&self) -> NaiveDate {
        self.now.date()
    }

    /// Whether an id leads to an object of one of these kinds; a fault if it doesn't.
    fn refers(&mut self, path: impl Into<String>, id: &str, expected: &[Kind]) -> bool {
        match self.index.kind(id) {
            Some(found) if expected.contains(&found) => return true,
            Some(found) => {
                let what =
                    What::WrongKind { id: id.to_owned(), expected: expected.to_vec(), found };
                self.fault(path, what);
            }
            None if self.places.left_out.contains(id) => {}
            None => self.fault(path, What::UnknownReference { id: id.to_owned() }),
        }
        false
    }

    fn may_refer(&mut self, path: impl Into<String>, id: Option<&String>, expected: &[Kind]) {
        if let Some(id) = id {
            self.refers(path, id, expected);
        }
    }

    fn all_refer(&mut self, path: &str, ids: &[String], expected: &[Kind]) {
        for (index, id) in ids.iter().enumerate() {
            self.refers(format!("{path}[{index}]"), id, expected);
        }
    }

    /// An area, which has a space of ids of its own.
    fn refers_to_area(&mut self, path: impl Into<String>, id: &str) {
        if !self.index.areas.contains(id) && !self.places.left_out.contains(id) {
            self.fault(path, What::UnknownReference { id: id.to_owned() });
        }
    }

    /// A policy, which has a space of ids of its own; with the area to which it must belong.
    fn refers_to_policy(
        &mut self,
        path: impl Into<String>,
        id: &str,
        area: Option<(&str, String)>,
    ) {
        match (self.index.policies.get(id).copied(), area) {
            (Some(own), Some((area, at))) if own != area => self.contradiction(path, at),
            (Some(_), _) => {}
            (None, _) if self.places.left_out.contains(id) => {}
            (None, _) => self.fault(path, What::UnknownReference { id: id.to_owned() }),
        }
    }

    /// Area and policy of an object: both exist, and the policy belongs to the area.
    fn placed(&mut self, at: &str, area: &str, policy: &str) {
        self.refers_to_area(format!("{at}.area"), area);
        self.refers_to_policy(format!("{at}.policy"), policy, Some((area, format!("{at}.area"))));
    }

    fn act(&mut self, at: &str, act: Option<&Act>) {
        if let Some(act) = act {
            self.refers(format!("{at}.act.body"), &act.body, &[Kind::Body]);
            self.day(format!("{at}.act.date"), &act.date);
        }
    }

    /// A whole number that must lie in a range.
    fn between(&mut self, path: impl Into<String>, number: i64, (least, most): (i64, i64)) {
        if !(least..=most).contains(&number) {
            #[allow(clippy::cast_precision_loss, reason = "the bounds are below 2^53")]
            let what = What::OutOfRange { least: least as f64, most: most as f64 };
            self.fault(path, what);
        }
    }

    /// The local moment of an offset, which may be past or future.
    fn moment(&mut self, path: impl Into<String>, offset: &Offset) -> NaiveDateTime {
        self.between(path, offset.days, (-Offset::FURTHEST, Offset::FURTHEST));
        offset.resolve(self.today())
    }

    /// The local moment of something that has happened: not after loading.
    fn past(&mut self, path: impl Into<String>, offset: &Offset) -> NaiveDateTime {
        let path = path.into();
        let at = self.moment(path.clone(), offset);
        if at > self.now {
            self.fault(path, What::OutOfWindow { at, from: None, to: Some(self.now) });
        }
        at
    }

    fn day(&mut self, path: impl Into<String>, when: &When) -> NaiveDate {
        if let When::Offset(offset) = when {
            self.moment(path, offset);
        }
        when.resolve(self.today())
    }

    /// A fault where something comes before what must come first.
    fn in_order(
        &mut self,
        path: impl Into<String>,
        (first, first_at): (NaiveDateTime, String),
        then: NaiveDateTime,
    ) {
        if then < first {
            self.fault(path, What::OutOfOrder { after: first_at });
        }
    }

    /// A fault for each id that stands in a list twice.
    fn each_once(&mut self, path: &str, ids: impl IntoIterator<Item = &'a String>) {
        let mut seen = BTreeMap::new();
        for (index, id) in ids.into_iter().enumerate() {
            let first = *seen.entry(id).or_insert(index);
            if first != index {
                self.fault(
                    format!("{path}[{index}]"),
                    What::Repeated { first: format!("{path}[{first}]") },
                );
            }
        }
    }
}
