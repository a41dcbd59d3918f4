//! From text to a JSON value, without losing what JSON libraries usually lose.
//!
//! A key that stands twice is a fault (which of the two would be meant?), and so is U+0000 in a
//! text that is kept. Whole numbers written as `3.0` become `3`. Depth is bounded by `serde_json`;
//! the size of the text is the caller's business.

use std::cell::RefCell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use super::IGNORED_SECTIONS;
use super::fault::{Faults, Path, What};

/// Greatest whole number up to which a float holds each whole number exactly (2^53).
const WHOLE_UP_TO: f64 = 9_007_199_254_740_992.0;

/// Parses a text; a byte order mark in front is tolerated.
///
/// `None` when the text is not JSON; the faults then say where. A value may come with faults.
pub(crate) fn parse(text: &str, faults: &mut Faults) -> Option<Value> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let gathered = RefCell::new(std::mem::take(faults));
    let mut source = serde_json::Deserializer::from_str(text);
    let node = Node { path: Path::Root, kept: true, faults: &gathered };
    let parsed = node.deserialize(&mut source).and_then(|value| source.end().map(|()| value));
    *faults = gathered.into_inner();
    match parsed {
        Ok(value) => Some(value),
        Err(error) => {
            faults.add("", What::NotJson { line: error.line(), column: error.column() });
            None
        }
    }
}

/// A number in its simplest form: whole where it is whole.
pub(crate) fn simplest(number: &Number) -> Number {
    match number.as_f64() {
        Some(float) if number.is_f64() && float.fract() == 0.0 && float.abs() <= WHOLE_UP_TO => {
            #[allow(clippy::cast_possible_truncation, reason = "whole and below 2^53")]
            let whole = float as i64;
            Number::from(whole)
        }
        Some(_) | None => number.clone(),
    }
}

struct Node<'a> {
    path: Path<'a>,
    /// False inside the sections that are ignored: their texts may hold anything.
    kept: bool,
    faults: &'a RefCell<Faults>,
}

impl Node<'_> {
    fn look_for_nul(&self, text: &str) {
        if self.kept && text.contains('\0') {
            self.faults.borrow_mut().add(self.path.to_string(), What::NulCharacter);
        }
    }
}

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, |number| Value::Number(simplest(&number))))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        self.look_for_nul(value);
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        self.look_for_nul(&value);
        Ok(Value::String(value))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        loop {
            let path = Path::Entry(&self.path, list.len());
            let node = Node { path, kept: self.kept, faults: self.faults };
            match entries.next_element_seed(node)? {
                Some(value) => list.push(value),
                None => return Ok(Value::Array(list)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            let path = Path::Field(&self.path, &key);
            let ignored =
                matches!(self.path, Path::Root) && IGNORED_SECTIONS.contains(&key.as_str());
            let node = Node { path, kept: self.kept && !ignored, faults: self.faults };
            node.look_for_nul(&key);
            let value = entries.next_value_seed(node)?;
            if object.contains_key(&key) {
                self.faults.borrow_mut().add(path.to_string(), What::DuplicateKey);
            }
            object.insert(key, value);
        }
        Ok(Value::Object(object))
    }
}
