//! The format of the ballot file, held to its types, and that of a result.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::super::file::{FORMAT, SCHEMA, read};
use super::super::rules::TieRule;
use super::*;
use crate::rounds::VoteMethod;

/// Files of every method, few and many, with everything that can be in one.
fn samples() -> Vec<Value> {
    let mut samples = Vec::new();
    for rules in every_rules() {
        for voters in [4, 40] {
            let drawn = |voter: usize| [1, 2, 4].map(|by| (voter * by % 251) as u8);
            let urn = (0..voters).map(|voter| (voter, choice(&rules, &drawn(voter), voter)));
            let decision = Decision {
                body: "Tavolo di Piano".into(),
                order: vec![id(1), id(0)],
                reason: "Prima chi ha meno".into(),
            };
            let vote = Vote {
                ballot: ballot(rules.clone(), 3, true),
                urn: urn.collect(),
                paper: Vec::new(),
                decision: Some(decision),
            };
            let mut file = vote.published(1);
            if let Some(row) =
                file.rows.first_mut().filter(|_| rules.method() != VoteMethod::Position)
            {
                row.count = 2;
                file.ballots += 1;
            }
            samples.push(serde_json::to_value(file).unwrap());
        }
    }
    samples
}

/// The paths of an object's fields, entries of lists and of open objects under one name.
fn paths(value: &Value, at: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let by_id = ["counts", "on", "dots", "consent", "statements"];
                let open = by_id.iter().any(|open| at.ends_with(&format!(".{open}")));
                let at = format!("{at}.{}", if open { "ID" } else { name });
                paths(value, &at, found);
                found.insert(at);
            }
        }
        Value::Array(entries) => entries.iter().for_each(|value| paths(value, at, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The paths that a schema allows.
fn allowed(root: &Value, rule: &Value, at: &str, found: &mut BTreeSet<String>) {
    if let Some(name) = rule["$ref"].as_str() {
        allowed(root, &root["$defs"][name.trim_start_matches("#/$defs/")], at, found);
    }
    for (name, property) in rule["properties"].as_object().into_iter().flatten() {
        let at = format!("{at}.{name}");
        allowed(root, property, &at, found);
        found.insert(at);
    }
    if rule["additionalProperties"].is_object() {
        let at = format!("{at}.ID");
        allowed(root, &rule["additionalProperties"], &at, found);
        found.insert(at);
    }
    if rule["items"].is_object() {
        allowed(root, &rule["items"], at, found);
    }
    for part in rule["allOf"].as_array().into_iter().flatten() {
        allowed(root, &part["then"], at, found);
    }
}

#[test]
fn the_types_write_each_field_of_the_schema_and_no_other() {
    let mut written = BTreeSet::new();
    for sample in samples() {
        assert_eq!(read(&sample.to_string()).map(|_| ()), Ok(()), "{sample}");
        paths(&sample, "", &mut written);
    }
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let mut named = BTreeSet::new();
    allowed(&schema, &schema, "", &mut named);
    assert_eq!(written, named);
}

#[test]
fn the_closed_lists_of_the_schema_are_all_known() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    macro_rules! same {
        ($($place:literal => $list:ty),+ $(,)?) => {$({
            let told = schema.pointer($place).unwrap()["enum"].as_array().unwrap().iter();
            let told: BTreeSet<&str> = told.map(|code| code.as_str().unwrap()).collect();
            let known: BTreeSet<&str> = <$list>::ALL.iter().map(|value| value.code()).collect();
            assert_eq!(told, known, $place);
        })+};
    }
    same! {
        "/properties/rules/properties/method" => VoteMethod,
        "/properties/rules/properties/utilities" => Utilities,
        "/properties/tie_rule" => TieRule,
        "/$defs/rowOfConsent/properties/consent/additionalProperties/properties/value" => Consent,
        "/$defs/rowOfPosition/properties/position/properties/on/additionalProperties/properties/value" => Stance,
        "/$defs/rowOfStatements/properties/statements/additionalProperties" => Answer,
    }
    assert_eq!(schema["properties"]["format"]["const"], FORMAT);
}

/// A file, a place in it, what is put there, and the paths and codes of the faults that follow.
type Row<'a> = (&'a Value, &'a str, Value, &'a [(&'a str, &'a str)]);

#[test]
fn everything_wrong_with_a_file_is_told_with_its_path() {
    let dots = json!({
        "format": FORMAT, "title": "t", "tie_rule": "comuni_bisogni_organo",
        "rules": {"method": "bollini", "dots": 3, "most_each": 2},
        "options": [{"id": "a", "title": "A"}, {"id": "b", "title": "B"}],
        "ballots": 2,
        "rows": [{"id": "1", "dots": {"a": 2}}, {"id": "2", "dots": {"b": 1, "a": 1}}]
    });
    let ranking = json!({
        "format": FORMAT, "title": "t", "tie_rule": "comuni_bisogni_organo",
        "rules": {"method": "graduatoria", "equal": false},
        "options": [{"id": "a", "title": "A"}, {"id": "b", "title": "B"}],
        "ballots": 3, "pairwise": {"persons": 3, "table": [[0, 2], [1, 0]]}
    });
    let consent = json!({
        "format": FORMAT, "title": "t", "tie_rule": "comuni_bisogni_organo",
        "rules": {"method": "consenso"}, "options": [{"id": "a", "title": "A"}], "ballots": 3,
        "answers": {"persons": 3, "on": {"a": {"riserva": 2}}}
    });
    let position = json!({
        "format": FORMAT, "title": "t", "tie_rule": "comuni_bisogni_organo",
        "rules": {"method": "posizione"}, "options": [{"id": "a", "title": "A"}], "ballots": 1,
        "rows": [{"id": "1", "position": {"organisation": "ARCI",
            "on": {"a": {"value": "favorevole", "reason": "Serve"}}}}]
    });
    let budget = json!({
        "format": FORMAT, "title": "t", "tie_rule": "identificativo",
        "rules": {"method": "bilancio", "budget": 9, "utilities": "costo", "most": 1},
        "options": [{"id": "a", "title": "A", "cost": 3}, {"id": "b", "title": "B", "cost": 3}],
        "ballots": 1, "rows": [{"id": "1", "options": ["a"]}]
    });
    let many = json!(["1", "2", "3"].map(|id| json!({"id": id, "dots": {}})));
    let rows: Vec<Row<'_>> = vec![
        (&dots, "/format", json!("trama-ballots/2"), &[("format", "not_in_list")]),
        (&dots, "/rules/method", json!("dadi"), &[("rules.method", "not_in_list")]),
        (&dots, "/rules/most", json!(2), &[("rules.most", "not_allowed_here")]),
        (&dots, "/rules/budget", json!(2), &[("rules.budget", "not_allowed_here")]),
        (
            &dots,
            "/options/1/id",
            json!("a"),
            &[("options[1].id", "duplicate_id"), ("rows[1].dots", "unknown_reference")],
        ),
        (&dots, "/rows/1/id", json!("1"), &[("rows[1].id", "duplicate_id")]),
        (&dots, "/rows/0/voter", json!("U23"), &[("rows[0].voter", "unknown_field")]),
        (&dots, "/rows/0/at", json!("09:00"), &[("rows[0].at", "unknown_field")]),
        (&dots, "/rows/0/dots/z", json!(1), &[("rows[0].dots", "unknown_reference")]),
        (&dots, "/rows/0/dots/a", json!(0), &[("rows[0].dots.a", "out_of_range")]),
        (&dots, "/rows/0/dots/a", json!(3), &[("rows[0].dots.a", "out_of_range")]),
        (
            &dots,
            "/rows/1/dots/b",
            json!(3),
            &[("rows[1].dots", "too_many"), ("rows[1].dots.b", "out_of_range")],
        ),
        (&dots, "/rows", many, &[("ballots", "does_not_add_up")]),
        (
            &dots,
            "/totals",
            json!({"persons": 0, "counts": {"z": 0}, "blanks": 0}),
            &[("totals.counts.z", "unknown_reference")],
        ),
        (
            &dots,
            "/totals",
            json!({"persons": 0, "counts": {"a": 1}, "blanks": 0}),
            &[("totals.counts.a", "out_of_range"), ("totals", "does_not_add_up")],
        ),
        (
            &dots,
            "/totals",
            json!({"persons": 0, "counts": {}, "blanks": 1}),
            &[("totals", "does_not_add_up")],
        ),
        (&dots, "/answers", json!({"persons": 0, "on": {}}), &[("answers", "not_allowed_here")]),
        (
            &dots,
            "/decision",
            json!({"body": "T", "order": ["a", "z"], "reason": "r"}),
            &[("decision.order[1]", "unknown_reference")],
        ),
        (
            &dots,
            "/decision",
            json!({"body": "T", "order": ["a", "b"], "reason": ""}),
            &[("decision.reason", "too_short")],
        ),
        (&ranking, "/pairwise/table", json!([[0, 2]]), &[("pairwise.table", "does_not_add_up")]),
        (&ranking, "/pairwise/table/0", json!([0]), &[("pairwise.table[0]", "does_not_add_up")]),
        (&ranking, "/pairwise/table/1/1", json!(1), &[("pairwise.table[1][1]", "out_of_range")]),
        (
            &ranking,
            "/pairwise/table/0/1",
            json!(3),
            &[("pairwise.table[0][1]", "out_of_range"), ("pairwise.table[1][0]", "out_of_range")],
        ),
        (
            &ranking,
            "/totals",
            json!({"persons": 0, "counts": {}}),
            &[("totals", "not_allowed_here")],
        ),
        (&ranking, "/ballots", json!(4), &[("ballots", "does_not_add_up")]),
        (&consent, "/answers/on/z", json!({}), &[("answers.on.z", "unknown_reference")]),
        (&consent, "/answers/on/a/passo", json!(1), &[("answers.on.a.passo", "not_allowed_here")]),
        (&consent, "/answers/on/a/obiezione", json!(2), &[("answers.on.a", "out_of_range")]),
        (
            &position,
            "/rows/0/position/on/a/reason",
            json!(""),
            &[("rows[0].position.on.a.reason", "too_short")],
        ),
        (&position, "/rows/0/options", json!(["a"]), &[("rows[0].options", "unknown_field")]),
        (&budget, "/options/1/cost", Value::Null, &[("options[1].cost", "wrong_type")]),
        (&budget, "/rules/decimals", json!(7), &[("rules.decimals", "out_of_range")]),
        (&budget, "/rows/0/options", json!(["a", "a"]), &[("rows[0].options[1]", "repeated")]),
        (&budget, "/rows/0/options", json!(["a", "b"]), &[("rows[0].options", "too_many")]),
        (&budget, "/totals", json!({"persons": 0, "counts": {}}), &[("totals", "contradiction")]),
    ];
    for sample in [&dots, &ranking, &consent, &position, &budget] {
        assert_eq!(read(&sample.to_string()).map(|_| ()), Ok(()));
    }
    let mut wrong = String::new();
    for (sample, place, value, expected) in rows {
        let mut file = sample.clone();
        let (parent, name) = place.rsplit_once('/').unwrap();
        match file.pointer_mut(parent).unwrap() {
            Value::Array(list) => list[name.parse::<usize>().unwrap()] = value,
            object => object[name] = value,
        }
        let faults = read(&file.to_string()).err().unwrap_or_default();
        let told: Vec<(&str, &str)> =
            faults.iter().map(|fault| (fault.path.as_str(), fault.what.code())).collect();
        if told != expected {
            wrong += &format!("{place}: expected {expected:?}\n   found {told:?}\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn what_a_tally_tells_is_plain_json() {
    let urn: Urn<u8> = [
        (1, Choice::Options(vec!["a".into(), "b".into()])),
        (2, Choice::Options(vec!["b".into()])),
    ]
    .into_iter()
    .collect();
    let mut ballot = ballot(Rules::Support, 3, false);
    ballot.title = "Sostegni".into();
    let tally = tally(&whole(&ballot, &urn, &[], None));
    let told: Value = serde_json::from_str(&tally.to_json()).unwrap();
    assert_eq!(
        told,
        json!({
            "format": "trama-tally/1", "title": "Sostegni", "method": "sostegno", "ballots": 2,
            "recount": "tutto",
            "result": {"totals": {
                "totals": [
                    {"option": "a", "count": 1}, {"option": "b", "count": 2},
                    {"option": "c", "count": 0},
                ],
                "blanks": null,
                "ranking": [["b"], ["a"], ["c"]],
                "ties": [],
            }}
        })
    );
    assert!(!tally.to_json().contains('\n'));
    assert_eq!(tally.undecided(), Vec::<Vec<String>>::new());
}
