//! The shape of a file, judged by the committed JSON Schema itself.
//!
//! An interpreter of exactly the keywords that `trama-import.schema.json` uses; a keyword that it
//! doesn't know is refused when the schema is read, never passed over. All faults are gathered.
//! It must never know anything about Trama: what a schema can't say is in `check`.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use regex_lite::Regex;
use serde_json::{Map, Value};

use super::fault::{Faults, Path, What, quote};

/// A schema ready to be used.
#[derive(Debug)]
pub(crate) struct Schema {
    root: Rule,
    definitions: BTreeMap<String, Rule>,
}

/// A schema that uses something which the interpreter doesn't know.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub(crate) struct Unusable(String);

/// One schema object.
#[derive(Debug, Default)]
struct Rule {
    reference: Option<String>,
    types: Vec<&'static str>,
    choices: Option<Vec<Value>>,
    properties: BTreeMap<String, Rule>,
    required: Vec<String>,
    additional: Additional,
    entries: Option<Box<Rule>>,
    first_entries: Vec<Rule>,
    least_entries: usize,
    most_entries: Option<usize>,
    unique_entries: bool,
    pattern: Option<Regex>,
    date: bool,
    least_length: usize,
    most_length: Option<usize>,
    minimum: Option<f64>,
    any_of: Vec<Rule>,
    all_of: Vec<Rule>,
    condition: Option<Box<Rule>>,
    then: Option<Box<Rule>>,
    otherwise: Option<Box<Rule>>,
    not: Option<Box<Rule>>,
}

/// What an object may hold beside its named properties.
#[derive(Debug, Default)]
enum Additional {
    #[default]
    Anything,
    Nothing,
    Following(Box<Rule>),
}

const TYPES: [&str; 7] = ["object", "array", "string", "integer", "number", "boolean", "null"];

impl Schema {
    /// Reads a schema.
    pub(crate) fn read(text: &str) -> Result<Self, Unusable> {
        let value: Value =
            serde_json::from_str(text).map_err(|error| Unusable(error.to_string()))?;
        let mut definitions = BTreeMap::new();
        if let Some(written) = value.get("$defs") {
            for (name, rule) in object(written)? {
                definitions.insert(name.clone(), Rule::read(rule)?);
            }
        }
        let root = Rule::read(&value)?;
        let schema = Self { root, definitions };
        schema
            .definitions
            .values()
            .chain([&schema.root])
            .try_for_each(|rule| rule.refers_within(&schema.definitions))?;
        Ok(schema)
    }

    /// Gathers all faults of a value.
    pub(crate) fn check(&self, value: &Value, faults: &mut Faults) {
        self.follow(&self.root, value, Path::Root, faults);
    }

    fn fits(&self, rule: &Rule, value: &Value) -> bool {
        let mut faults = Faults::default();
        self.follow(rule, value, Path::Root, &mut faults);
        faults.as_slice().is_empty()
    }

    /// The types that a rule admits, its reference followed; empty for all.
    fn types<'a>(&'a self, rule: &'a Rule) -> &'a [&'static str] {
        if !rule.types.is_empty() {
            return &rule.types;
        }
        rule.reference
            .as_ref()
            .and_then(|name| self.definitions.get(name))
            .map_or(&[], |target| self.types(target))
    }

    fn follow(&self, rule: &Rule, value: &Value, path: Path<'_>, faults: &mut Faults) {
        if !rule.types.is_empty() && !rule.types.iter().any(|name| is_of_type(value, name)) {
            let what = What::WrongType { expected: rule.types.clone(), found: type_of(value) };
            return faults.add(path.to_string(), what);
        }
        if let Some(target) = rule.reference.as_ref().and_then(|name| self.definitions.get(name)) {
            self.follow(target, value, path, faults);
        }
        if let Some(choices) = &rule.choices
            && !choices.contains(value)
        {
            let allowed = choices.iter().map(quote).collect();
            faults.add(path.to_string(), What::NotInList { found: quote(value), allowed });
        }
        match value {
            Value::Object(fields) => self.follow_fields(rule, fields, path, faults),
            Value::Array(entries) => self.follow_entries(rule, entries, path, faults),
            Value::String(text) => follow_text(rule, text, path, faults),
            Value::Number(number) => {
                if rule.types.contains(&"integer") && number.as_i64().is_none() {
                    #[allow(clippy::cast_precision_loss, reason = "only to be told")]
                    let (least, most) = (i64::MIN as f64, i64::MAX as f64);
                    faults.add(path.to_string(), What::OutOfRange { least, most });
                }
                if let (Some(least), Some(found)) = (rule.minimum, number.as_f64())
                    && found < least
                {
                    faults.add(path.to_string(), What::OutOfRange { least, most: f64::INFINITY });
                }
            }
            Value::Null | Value::Bool(_) => {}
        }
        self.follow_any_of(rule, value, path, faults);
        for part in &rule.all_of {
            self.follow(part, value, path, faults);
        }
        self.follow_condition(rule, value, path, faults);
        if let Some(not) = &rule.not
            && self.fits(not, value)
        {
            if not.required.is_empty() {
                faults.add(path.to_string(), What::NotAllowedHere);
            }
            for name in &not.required {
                faults.add(Path::Field(&path, name).to_string(), What::NotAllowedHere);
            }
        }
    }

    fn follow_fields(
        &self,
        rule: &Rule,
        fields: &Map<String, Value>,
        path: Path<'_>,
        faults: &mut Faults,
    ) {
        for name in &rule.required {
            if !fields.contains_key(name) {
                faults.add(Path::Field(&path, name).to_string(), What::Missing);
            }
        }
        for (name, value) in fields {
            let at = Path::Field(&path, name);
            match (rule.properties.get(name), &rule.additional) {
                (Some(property), _) => self.follow(property, value, at, faults),
                (None, Additional::Anything) => {}
                (None, Additional::Nothing) => faults.add(at.to_string(), What::UnknownField),
                (None, Additional::Following(other)) => self.follow(other, value, at, faults),
            }
        }
    }

    fn follow_entries(&self, rule: &Rule, entries: &[Value], path: Path<'_>, faults: &mut Faults) {
        if entries.len() < rule.least_entries {
            faults.add(path.to_string(), What::TooFew { least: rule.least_entries });
        }
        if let Some(most) = rule.most_entries
            && entries.len() > most
        {
            faults.add(path.to_string(), What::TooMany { most });
        }
        let mut seen = BTreeMap::new();
        for (index, value) in entries.iter().enumerate() {
            let at = Path::Entry(&path, index);
            match (rule.first_entries.get(index), &rule.entries) {
                (Some(own), _) => self.follow(own, value, at, faults),
                (None, Some(each)) => self.follow(each, value, at, faults),
                (None, None) => {}
            }
            if rule.unique_entries {
                let first = *seen.entry(value.to_string()).or_insert(index);
                if first != index {
                    faults.add(
                        at.to_string(),
                        What::Repeated { first: Path::Entry(&path, first).to_string() },
                    );
                }
            }
        }
    }

    /// One form must fit; where the type of the value leaves one form only, its faults are told.
    fn follow_any_of(&self, rule: &Rule, value: &Value, path: Path<'_>, faults: &mut Faults) {
        if rule.any_of.is_empty() || rule.any_of.iter().any(|form| self.fits(form, value)) {
            return;
        }
        let of_its_type = |form: &&Rule| {
            let types = self.types(form);
            types.is_empty() || types.iter().any(|name| is_of_type(value, name))
        };
        let near: Vec<&Rule> = rule.any_of.iter().filter(of_its_type).collect();
        match near.as_slice() {
            [] => {
                let expected =
                    rule.any_of.iter().flat_map(|form| self.types(form)).copied().collect();
                faults.add(path.to_string(), What::WrongType { expected, found: type_of(value) });
            }
            [form] => self.follow(form, value, path, faults),
            [..] => faults.add(path.to_string(), What::NoneFits),
        }
    }

    /// `if`, `then`, `else`; passed over where what the condition asks about is itself faulty,
    /// since the file is refused anyway and the answer would only mislead.
    fn follow_condition(&self, rule: &Rule, value: &Value, path: Path<'_>, faults: &mut Faults) {
        let Some(condition) = &rule.condition else { return };
        let faulty = condition.properties.keys().any(|name| {
            let at = Path::Field(&path, name).to_string();
            faults.as_slice().iter().any(|fault| fault.path == at)
        });
        if faulty {
            return;
        }
        let next = if self.fits(condition, value) { &rule.then } else { &rule.otherwise };
        if let Some(next) = next {
            self.follow(next, value, path, faults);
        }
    }
}

fn follow_text(rule: &Rule, text: &str, path: Path<'_>, faults: &mut Faults) {
    let found = || super::fault::cut(text);
    if rule.least_length > 0 && text.chars().nth(rule.least_length - 1).is_none() {
        faults.add(path.to_string(), What::TooShort { least: rule.least_length });
    }
    if let Some(most) = rule.most_length
        && text.chars().nth(most).is_some()
    {
        faults.add(path.to_string(), What::TooLong { most });
    }
    let matches = rule.pattern.as_ref().is_none_or(|pattern| pattern.is_match(text));
    if let (false, Some(pattern)) = (matches, &rule.pattern) {
        faults.add(
            path.to_string(),
            What::Pattern { found: found(), pattern: pattern.as_str().to_owned() },
        );
    } else if rule.date && NaiveDate::parse_from_str(text, "%Y-%m-%d").is_err() {
        faults.add(path.to_string(), What::NotADate { found: found() });
    }
}

fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

fn is_of_type(value: &Value, name: &str) -> bool {
    let found = type_of(value);
    found == name || (name == "number" && found == "integer")
}

impl Rule {
    fn read(value: &Value) -> Result<Self, Unusable> {
        let mut rule = Self::default();
        for (keyword, value) in object(value)? {
            match keyword.as_str() {
                "$schema" | "title" | "description" | "$defs" => {}
                "$ref" => {
                    let target = text(value)?;
                    let name =
                        target.strip_prefix("#/$defs/").ok_or_else(|| unknown(keyword, value))?;
                    rule.reference = Some(name.to_owned());
                }
                "type" => rule.types = types(value)?,
                "enum" => rule.choices = Some(list(value)?.clone()),
                "const" => rule.choices = Some(vec![value.clone()]),
                "properties" => {
                    for (name, property) in object(value)? {
                        rule.properties.insert(name.clone(), Self::read(property)?);
                    }
                }
                "required" => {
                    rule.required = list(value)?
                        .iter()
                        .map(|name| text(name).map(str::to_owned))
                        .collect::<Result<_, _>>()?;
                }
                "additionalProperties" => {
                    rule.additional = match value {
                        Value::Bool(true) => Additional::Anything,
                        Value::Bool(false) => Additional::Nothing,
                        other => Additional::Following(boxed(other)?),
                    }
                }
                "items" => rule.entries = Some(boxed(value)?),
                "prefixItems" => rule.first_entries = rules(value)?,
                "minItems" => rule.least_entries = size(keyword, value)?,
                "maxItems" => rule.most_entries = Some(size(keyword, value)?),
                "uniqueItems" => {
                    rule.unique_entries = value.as_bool().ok_or_else(|| unknown(keyword, value))?
                }
                "pattern" => {
                    rule.pattern = Some(
                        Regex::new(text(value)?).map_err(|error| Unusable(error.to_string()))?,
                    );
                }
                "format" if value == "date" => rule.date = true,
                "minLength" => rule.least_length = size(keyword, value)?,
                "maxLength" => rule.most_length = Some(size(keyword, value)?),
                "minimum" => {
                    rule.minimum = Some(value.as_f64().ok_or_else(|| unknown(keyword, value))?)
                }
                "anyOf" => rule.any_of = rules(value)?,
                "allOf" => rule.all_of = rules(value)?,
                "if" => rule.condition = Some(boxed(value)?),
                "then" => rule.then = Some(boxed(value)?),
                "else" => rule.otherwise = Some(boxed(value)?),
                "not" => rule.not = Some(boxed(value)?),
                _ => return Err(unknown(keyword, value)),
            }
        }
        Ok(rule)
    }

    /// Refuses a reference to a definition that isn't there.
    fn refers_within(&self, definitions: &BTreeMap<String, Self>) -> Result<(), Unusable> {
        if let Some(name) = &self.reference
            && !definitions.contains_key(name)
        {
            return Err(Unusable(format!("$ref {name}")));
        }
        let additional = match &self.additional {
            Additional::Following(rule) => Some(rule.as_ref()),
            Additional::Anything | Additional::Nothing => None,
        };
        let single = [&self.entries, &self.condition, &self.then, &self.otherwise, &self.not];
        self.properties
            .values()
            .chain(&self.first_entries)
            .chain(&self.any_of)
            .chain(&self.all_of)
            .chain(single.into_iter().filter_map(Option::as_deref))
            .chain(additional)
            .try_for_each(|rule| rule.refers_within(definitions))
    }
}

fn unknown(keyword: &str, value: &Value) -> Unusable {
    Unusable(format!("{keyword} {}", quote(value)))
}

fn object(value: &Value) -> Result<&Map<String, Value>, Unusable> {
    value.as_object().ok_or_else(|| unknown("schema", value))
}

fn list(value: &Value) -> Result<&Vec<Value>, Unusable> {
    value.as_array().ok_or_else(|| unknown("list", value))
}

fn text(value: &Value) -> Result<&str, Unusable> {
    value.as_str().ok_or_else(|| unknown("text", value))
}

fn size(keyword: &str, value: &Value) -> Result<usize, Unusable> {
    value
        .as_u64()
        .and_then(|size| usize::try_from(size).ok())
        .ok_or_else(|| unknown(keyword, value))
}

fn boxed(value: &Value) -> Result<Box<Rule>, Unusable> {
    Rule::read(value).map(Box::new)
}

fn rules(value: &Value) -> Result<Vec<Rule>, Unusable> {
    list(value)?.iter().map(Rule::read).collect()
}

fn types(value: &Value) -> Result<Vec<&'static str>, Unusable> {
    let one = |name: &Value| {
        TYPES.into_iter().find(|known| name == known).ok_or_else(|| unknown("type", name))
    };
    match value {
        Value::Array(names) => names.iter().map(one).collect(),
        name => Ok(vec![one(name)?]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(schema: &str, value: &str) -> Vec<(String, &'static str)> {
        let mut faults = Faults::default();
        Schema::read(schema).unwrap().check(&serde_json::from_str(value).unwrap(), &mut faults);
        faults.into_list().into_iter().map(|fault| (fault.path, fault.what.code())).collect()
    }

    fn one(schema: &str, value: &str) -> (String, &'static str) {
        let mut found = codes(schema, value);
        assert_eq!(found.len(), 1, "{schema} {value} {found:?}");
        found.remove(0)
    }

    #[test]
    fn a_schema_with_something_unknown_is_refused() {
        for schema in [
            r#"{"maximum": 3}"#,
            r#"{"format": "email"}"#,
            r#"{"type": "text"}"#,
            r#"{"$ref": "other.json"}"#,
            r##"{"properties": {"a": {"$ref": "#/$defs/none"}}}"##,
            r#"{"items": [1]}"#,
            "[",
        ] {
            assert!(Schema::read(schema).is_err(), "{schema}");
        }
    }

    #[test]
    fn each_keyword_bites() {
        for (schema, good, bad, path, code) in [
            (r#"{"type": "integer"}"#, "3", "3.5", "", "wrong_type"),
            (r#"{"type": "integer"}"#, "3", "18446744073709551615", "", "out_of_range"),
            (r#"{"type": ["string", "null"]}"#, "null", "3", "", "wrong_type"),
            (r#"{"enum": ["a", "b"]}"#, r#""a""#, r#""c""#, "", "not_in_list"),
            (r#"{"const": 1}"#, "1", "2", "", "not_in_list"),
            (r#"{"required": ["a"]}"#, r#"{"a": 1}"#, "{}", "a", "missing"),
            (
                r#"{"additionalProperties": false}"#,
                "{}",
                r#"{"a b": 1}"#,
                r#"["a b"]"#,
                "unknown_field",
            ),
            (
                r#"{"additionalProperties": {"type": "null"}}"#,
                r#"{"a": null}"#,
                r#"{"a": 1}"#,
                "a",
                "wrong_type",
            ),
            (r#"{"items": {"type": "null"}}"#, "[null]", "[null, 1]", "[1]", "wrong_type"),
            (r#"{"prefixItems": [{"type": "null"}]}"#, "[null, 1]", "[1]", "[0]", "wrong_type"),
            (r#"{"minItems": 1}"#, "[1]", "[]", "", "too_few"),
            (r#"{"maxItems": 1}"#, "[1]", "[1, 2]", "", "too_many"),
            (r#"{"uniqueItems": true}"#, "[1, 2]", "[1, 2, 1]", "[2]", "repeated"),
            (r#"{"pattern": "^a+$"}"#, r#""aa""#, r#""aa\n""#, "", "pattern"),
            (r#"{"format": "date"}"#, r#""2028-02-29""#, r#""2027-02-29""#, "", "not_a_date"),
            (r#"{"minLength": 2}"#, r#""èè""#, r#""è""#, "", "too_short"),
            (r#"{"maxLength": 2}"#, r#""èè""#, r#""èèè""#, "", "too_long"),
            (r#"{"minimum": 1}"#, "1", "0.5", "", "out_of_range"),
            (r#"{"anyOf": [{"type": "null"}, {"type": "array"}]}"#, "[]", "1", "", "wrong_type"),
            (
                r#"{"anyOf": [{"type": "null"}, {"maxLength": 1}]}"#,
                "null",
                r#""ab""#,
                "",
                "too_long",
            ),
            (r#"{"anyOf": [{"const": 1}, {"const": 2}]}"#, "1", "3", "", "none_fits"),
            (r#"{"allOf": [{"minimum": 1}]}"#, "1", "0", "", "out_of_range"),
            (r#"{"if": {"minimum": 5}, "then": {"const": 6}}"#, "1", "7", "", "not_in_list"),
            (r#"{"if": {"minimum": 5}, "else": {"const": 1}}"#, "7", "2", "", "not_in_list"),
            (r#"{"not": {"required": ["a"]}}"#, "{}", r#"{"a": 1}"#, "a", "not_allowed_here"),
            (r#"{"not": {"const": 1}}"#, "2", "1", "", "not_allowed_here"),
            (
                r##"{"$ref": "#/$defs/n", "$defs": {"n": {"type": "null"}}}"##,
                "null",
                "1",
                "",
                "wrong_type",
            ),
        ] {
            assert_eq!(codes(schema, good), [], "{schema} {good}");
            assert_eq!(one(schema, bad), (path.to_owned(), code), "{schema} {bad}");
        }
    }

    #[test]
    fn a_condition_on_a_faulty_field_is_not_followed() {
        let schema = r#"{"required": ["s"], "properties": {"s": {"enum": ["x", "y"]}},
            "if": {"properties": {"s": {"const": "x"}}}, "then": {"required": ["t"]}}"#;
        assert_eq!(one(schema, "{}"), ("s".to_owned(), "missing"));
        assert_eq!(one(schema, r#"{"s": "z"}"#), ("s".to_owned(), "not_in_list"));
        assert_eq!(one(schema, r#"{"s": "x"}"#), ("t".to_owned(), "missing"));
    }
}
