//! Faulty files made from the demonstration, one rule at a time.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use chrono::NaiveDateTime;
use serde::Deserialize;
use serde::de::{self, Deserializer, Visitor};
use serde_json::{Value, json};

use super::fault::Faults;
use super::shape::Schema;
use super::*;

const DEMO: &str =
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../server/demo/val-d-arcina.json"));

/// Supports that the tables of edits keep, so that they stay quick.
const FEW_SUPPORTS: usize = 10;

fn now() -> NaiveDateTime {
    "2026-11-23T10:00:00".parse().unwrap()
}

fn demo() -> Value {
    serde_json::from_str(DEMO).unwrap()
}

/// One change to a file; places are JSON pointers.
#[derive(Debug)]
enum Edit {
    Set(&'static str, Value),
    Drop(&'static str),
    Push(&'static str, Value),
}
use Edit::{Drop, Push, Set};

impl Edit {
    fn make(&self, file: &mut Value) {
        match self {
            Set(place, value) => {
                let (parent, name) = place.rsplit_once('/').unwrap();
                match file.pointer_mut(parent).unwrap_or_else(|| panic!("no {parent}")) {
                    Value::Array(list) => list[name.parse::<usize>().unwrap()] = value.clone(),
                    object => object[name] = value.clone(),
                }
            }
            Drop(place) => {
                let (parent, name) = place.rsplit_once('/').unwrap();
                let gone = match file.pointer_mut(parent).unwrap() {
                    Value::Array(list) => Some(list.remove(name.parse().unwrap())),
                    object => object.as_object_mut().unwrap().remove(name),
                };
                assert!(gone.is_some(), "nothing at {place}");
            }
            Push(place, value) => {
                file.pointer_mut(place).unwrap().as_array_mut().unwrap().push(value.clone());
            }
        }
    }
}

/// Edits, and the paths and codes of the faults that they cause.
type Row<'a> = (&'a [Edit], &'a [(&'a str, &'a str)]);

/// A smaller demonstration to edit: no ignored sections, few supports.
struct Bench {
    schema: Schema,
    demo: Value,
}

impl Bench {
    fn new() -> Self {
        let mut demo = demo();
        for section in IGNORED_SECTIONS {
            demo.as_object_mut().unwrap().remove(section);
        }
        demo["supports"].as_array_mut().unwrap().truncate(FEW_SUPPORTS);
        Self { schema: Schema::read(SCHEMA).unwrap(), demo }
    }

    fn edited(&self, edits: &[Edit]) -> Value {
        let mut file = self.demo.clone();
        edits.iter().for_each(|edit| edit.make(&mut file));
        file
    }

    fn faults(&self, file: Value) -> Vec<(String, &'static str)> {
        let mut faults = Faults::default();
        self.schema.check(&file, &mut faults);
        match judge(file, faults, now()) {
            Ok(_) => Vec::new(),
            Err(faults) => {
                let codes = faults.into_iter().map(|fault| (fault.path, fault.what.code()));
                codes.collect::<BTreeSet<_>>().into_iter().collect()
            }
        }
    }

    /// Each row must give exactly its faults.
    fn expect(&self, rows: &[Row<'_>]) {
        let mut wrong = String::new();
        for (number, (edits, expected)) in rows.iter().enumerate() {
            let found = self.faults(self.edited(edits));
            let expected: BTreeSet<_> =
                expected.iter().map(|(path, code)| (path.to_string(), *code)).collect();
            if found.iter().cloned().collect::<BTreeSet<_>>() != expected {
                wrong += &format!("row {number}: expected {expected:?}\n   found {found:?}\n");
            }
        }
        assert!(wrong.is_empty(), "\n{wrong}");
    }
}

fn at(days: i64, time: &str) -> Value {
    json!({"days": days, "time": time})
}

#[test]
fn the_demonstration_is_accepted() {
    let file = load(DEMO, now()).unwrap();
    assert_eq!((file.needs.len(), file.proposals.len(), file.supports.len()), (32, 46, 226));
    assert_eq!(check(&file, now()), []);
    let with_mark = format!("\u{feff}{DEMO}");
    assert_eq!(read(&with_mark).unwrap(), file);
}

#[test]
fn the_demonstration_is_accepted_on_any_day_and_at_any_hour() {
    let file = read(DEMO).unwrap();
    for now in
        ["2026-11-23T00:00:00", "2027-02-28T23:59:59", "2028-02-29T12:00:00", "2030-03-31T02:30:00"]
    {
        assert_eq!(check(&file, now.parse().unwrap()), [], "{now}");
    }
}

#[test]
fn shape() {
    let bench = Bench::new();
    bench.expect(&[
        (&[Set("/more", json!([]))], &[("more", "unknown_field")]),
        (&[Set("/needs/3/more", json!(1))], &[("needs[3].more", "unknown_field")]),
        (&[Drop("/needs/4/policy")], &[("needs[4].policy", "missing")]),
        (&[Drop("/supports")], &[("supports", "missing")]),
        (&[Set("/needs/4/title", json!(3))], &[("needs[4].title", "wrong_type")]),
        (&[Set("/needs/4/author", json!(3))], &[("needs[4].author", "wrong_type")]),
        (&[Set("/needs/4/channel", json!("radio"))], &[("needs[4].channel", "not_in_list")]),
        (&[Set("/needs/4/title", json!(""))], &[("needs[4].title", "too_short")]),
        (&[Set("/needs/4/language", json!("italiano"))], &[("needs[4].language", "pattern")]),
        (&[Set("/needs/4/created/time", json!("24:00"))], &[("needs[4].created.time", "pattern")]),
        (&[Set("/needs/4/created/days", json!(-1.5))], &[("needs[4].created.days", "wrong_type")]),
        (&[Set("/meta/format", json!("trama-import/2"))], &[("meta.format", "not_in_list")]),
        (&[Set("/ambito/slug", json!("Val d'Arcina"))], &[("ambito.slug", "pattern")]),
        (&[Set("/ambito/labels/plan", json!(""))], &[("ambito.labels.plan", "too_short")]),
        (&[Set("/people/0/email", json!("giulia@example.org"))], &[("people[0].email", "pattern")]),
        (&[Set("/people/0/id", json!("a".repeat(41)))], &[("people[0].id", "too_long"), ("bodies[2].seats[0].person", "unknown_reference")]),
        (&[Set("/plans/0/act/date", json!("2024-02-30"))], &[("plans[0].act.date", "not_a_date")]),
        (&[Push("/rounds/1/allows", json!("bisogni"))], &[("rounds[1].allows[4]", "repeated")]),
        (&[Set("/rounds/3/allows", json!([]))], &[("rounds[3].allows", "too_few")]),
        (&[Set("/community_lab_sessions/0/agenda/0", json!(["a", "b", "c"]))], &[("community_lab_sessions[0].agenda[0]", "too_many")]),
        (&[Set("/actions/0/budget/0/amount", json!(-1))], &[("actions[0].budget[0].amount", "out_of_range")]),
        (&[Drop("/rounds/0/returned")], &[("rounds[0].returned", "missing")]),
        (&[Drop("/clusters/1/sources/3/excerpt")], &[("clusters[1].sources[3].excerpt", "missing")]),
        // Conditions of needs and proposals.
        (&[Drop("/needs/25/outcome")], &[("needs[25].outcome", "missing")]),
        (&[Drop("/needs/3/moderation")], &[("needs[3].moderation", "missing")]),
        (&[Drop("/needs/18/title_it")], &[("needs[18].title_it", "missing")]),
        (&[Set("/needs/0/outcome", json!({"value": "accolto", "reason": "perché sì, e anche di più", "at": {"days": -1}}))],
            &[("needs[0].outcome", "not_allowed_here")]),
        // What is ignored may hold anything that the schema lets it hold.
        (&[Set("/ground_truth", json!({"a": [1, {"b": null}]})), Set("/hostile_inputs", json!([{"id": "B01"}]))], &[]),
        (&[Set("/ground_truth", json!([]))], &[("ground_truth", "wrong_type")]),
        (&[Set("/needs/0/group", json!(1))], &[("needs[0].group", "wrong_type")]),
        (&[Set("/comments/0/group", json!("NG1"))], &[("comments[0].group", "unknown_field")]),
    ]);
}

#[test]
fn ids() {
    Bench::new().expect(&[
        (&[Set("/comments/3/id", json!("O01"))], &[("comments[3].id", "duplicate_id")]),
        (
            &[Set("/bodies/1/seats/0/id", json!("CDS-1"))],
            &[("bodies[1].seats[0].id", "duplicate_id")],
        ),
        (&[Set("/reviews/0/id", json!("D901"))], &[("deliberations[0].id", "duplicate_id")]),
        (
            &[Push("/areas/3/policies", json!({"id": "1.1", "name": "Altra"}))],
            &[("areas[3].policies[2].id", "duplicate_id")],
        ),
        (
            &[Push(
                "/areas",
                json!({"id": "famiglia", "name": "Altra", "policies": [{"id": "9", "name": "9"}]}),
            )],
            &[("areas[4].id", "duplicate_id")],
        ),
        // Areas and policies have their own space.
        (&[Set("/ambito/id", json!("famiglia"))], &[]),
        (&[Push("/municipalities", json!({"id": "1.1", "name": "N", "population": 1}))], &[]),
    ]);
}

#[test]
fn references() {
    let bench = Bench::new();
    let unknown: &[(&str, &str)] = &[
        ("/ambito/lead_authority/municipality", "ambito.lead_authority.municipality"),
        ("/ambito/lead_authority/organisation", "ambito.lead_authority.organisation"),
        ("/organisations/0/municipality", "organisations[0].municipality"),
        ("/people/0/municipality", "people[0].municipality"),
        ("/people/0/roles/0/body", "people[0].roles[0].body"),
        ("/people/3/roles/0/organisation", "people[3].roles[0].organisation"),
        ("/extra_people/0/municipality", "extra_people[0].municipality"),
        ("/bodies/2/seats/1/person", "bodies[2].seats[1].person"),
        ("/bodies/0/seats/0/municipality", "bodies[0].seats[0].municipality"),
        ("/bodies/1/seats/0/organisation", "bodies[1].seats[0].organisation"),
        ("/plans/0/act/body", "plans[0].act.body"),
        ("/plans/0/annual_programmes/0/act/body", "plans[0].annual_programmes[0].act.body"),
        ("/indicators/1/area", "indicators[1].area"),
        ("/indicators/12/thresholds/responsible", "indicators[12].thresholds.responsible"),
        ("/indicators/12/series/1/by", "indicators[12].series[1].by"),
        ("/rounds/3/plan", "rounds[3].plan"),
        ("/rounds/3/areas/0", "rounds[3].areas[0]"),
        ("/needs/0/round", "needs[0].round"),
        ("/needs/0/area", "needs[0].area"),
        ("/needs/0/policy", "needs[0].policy"),
        ("/needs/0/municipality", "needs[0].municipality"),
        ("/needs/0/author", "needs[0].author"),
        ("/needs/0/author_org", "needs[0].author_org"),
        ("/needs/0/entered_by", "needs[0].entered_by"),
        ("/needs/0/session", "needs[0].session"),
        ("/needs/3/moderation/moderator", "needs[3].moderation.moderator"),
        ("/needs/18/translated_by", "needs[18].translated_by"),
        ("/needs/25/outcome/action", "needs[25].outcome.action"),
        ("/needs/31/outcome/addressed_to", "needs[31].outcome.addressed_to"),
        ("/proposals/0/answers_needs/0", "proposals[0].answers_needs[0]"),
        ("/comments/0/on", "comments[0].on"),
        ("/comments/0/round", "comments[0].round"),
        ("/comments/0/author", "comments[0].author"),
        ("/supports/0/on", "supports[0].on"),
        ("/supports/0/by", "supports[0].by"),
        ("/community_lab_sessions/2/round", "community_lab_sessions[2].round"),
        ("/community_lab_sessions/0/facilitators/0", "community_lab_sessions[0].facilitators[0]"),
        ("/clusters/2/round", "clusters[2].round"),
        ("/clusters/0/area", "clusters[0].area"),
        ("/clusters/0/policy", "clusters[0].policy"),
        ("/clusters/0/sources/0/item", "clusters[0].sources[0].item"),
        ("/clusters/0/facilitator", "clusters[0].facilitator"),
        ("/clusters/1/objections/0/by", "clusters[1].objections[0].by"),
        ("/clusters/1/objections/0/mediator", "clusters[1].objections[0].mediator"),
        ("/actions/0/plan", "actions[0].plan"),
        ("/actions/0/programme", "actions[0].programme"),
        ("/actions/0/clusters/0", "actions[0].clusters[0]"),
        ("/actions/0/area", "actions[0].area"),
        ("/actions/0/linked_policies/0", "actions[0].linked_policies[0]"),
        ("/actions/0/owner/organisation", "actions[0].owner.organisation"),
        ("/actions/0/owner/person", "actions[0].owner.person"),
        ("/actions/0/activities/0/responsible", "actions[0].activities[0].responsible"),
        ("/actions/0/indicators/0/indicator", "actions[0].indicators[0].indicator"),
        ("/actions/0/overlap_check/by", "actions[0].overlap_check.by"),
        ("/actions/0/partners/0/organisation", "actions[0].partners[0].organisation"),
        ("/actions/1/dissent/0/item", "actions[1].dissent[0].item"),
        ("/reviews/0/body", "reviews[0].body"),
        ("/reviews/0/action", "reviews[0].action"),
        ("/reviews/0/conflicts/0/source", "reviews[0].conflicts[0].source"),
        ("/deliberations/0/body", "deliberations[0].body"),
        ("/deliberations/0/act/body", "deliberations[0].act.body"),
        ("/deliberations/0/actions/0/action", "deliberations[0].actions[0].action"),
    ];
    // All at once: a reference that leads nowhere silences the rules behind it, no other.
    let of_area = |path: &str| {
        ["area", "areas[0]", "policy", "policies[0]"].iter().any(|name| path.ends_with(name))
    };
    let edits = |to: fn(bool) -> Value| -> Vec<Edit> {
        unknown.iter().map(|(place, path)| Set(place, to(of_area(path)))).collect()
    };
    let nowhere = edits(|of_area| json!(if of_area { "nowhere" } else { "NOBODY" }));
    let found = bench.faults(bench.edited(&nowhere));
    for (_, path) in unknown {
        assert!(found.contains(&((*path).to_owned(), "unknown_reference")), "{path}: {found:?}");
    }
    // A seat is an object of another kind everywhere.
    let seat = edits(|of_area| json!(if of_area { "nowhere" } else { "UDP-5" }));
    let found = bench.faults(bench.edited(&seat));
    for (_, path) in unknown.iter().filter(|(_, path)| !of_area(path)) {
        assert!(found.contains(&((*path).to_owned(), "wrong_kind")), "{path}: {found:?}");
    }
    bench.expect(&[
        (&[Set("/needs/0/policy", json!("1.1"))], &[("needs[0].policy", "contradiction")]),
        (
            &[Set("/actions/0/indicators/0/indicator", json!("U01"))],
            &[("actions[0].indicators[0].indicator", "wrong_kind")],
        ),
        (
            &[Set("/bodies/2/seats/1/person", json!("X01"))],
            &[("bodies[2].seats[1].person", "wrong_kind")],
        ),
        (
            &[Set("/proposals/0/answers_needs/0", json!("P02"))],
            &[("proposals[0].answers_needs[0]", "wrong_kind")],
        ),
        (
            &[Set("/needs/31/outcome/addressed_to", json!("U01"))],
            &[("needs[31].outcome.addressed_to", "wrong_kind")],
        ),
        (&[Set("/clusters/0/policy", json!("2.1"))], &[("clusters[0].policy", "contradiction")]),
        (
            &[Set("/actions/0/programme", json!("PA2"))],
            &[("actions[0].programme", "contradiction")],
        ),
    ]);
}

#[test]
fn territory() {
    Bench::new().expect(&[
        (&[Set("/ambito/population", json!(0))], &[("ambito.population", "out_of_range")]),
        (
            &[Set("/municipalities/1/population", json!(0))],
            &[("municipalities[1].population", "out_of_range")],
        ),
        (
            &[Set("/municipalities/1/population", json!(3_000_000_000_i64))],
            &[("municipalities[1].population", "out_of_range")],
        ),
        (
            &[Set("/municipalities/1/lead", json!(true))],
            &[("municipalities[1].lead", "contradiction")],
        ),
        (
            &[Set("/people/1/email", json!("GIULIA.FERRETTI@val-d-arcina.example"))],
            &[("people[1].email", "repeated")],
        ),
        (
            &[Set("/people/6/roles/0/code", json!("V"))],
            &[("people[6].roles[0].code", "not_allowed_here")],
        ),
        (
            &[Set("/bodies/2/quorum/minimum", json!(6))],
            &[("bodies[2].quorum.minimum", "contradiction")],
        ),
        (
            &[Set("/bodies/2/quorum/minimum", json!(0))],
            &[("bodies[2].quorum.minimum", "out_of_range")],
        ),
        (&[Set("/plans/1/year_to", json!(2026))], &[("plans[1].year_to", "out_of_order")]),
        (
            &[Set("/plans/1/annual_programmes/0/year", json!(27))],
            &[("plans[1].annual_programmes[0].year", "out_of_range")],
        ),
        (
            &[Set("/indicators/0/series/1/date", json!("2021-12-31"))],
            &[("indicators[0].series[1].date", "out_of_order")],
        ),
        (
            &[Set("/indicators/0/series/3/date", json!({"days": -1}))],
            &[("indicators[0].series[3].date", "contradiction")],
        ),
        (
            &[Set("/indicators/12/series/2/date", json!({"days": 1}))],
            &[("indicators[12].series[2].date", "out_of_window")],
        ),
        (
            &[Set("/indicators/12/target/date", json!({"days": 40_000}))],
            &[("indicators[12].target.date", "out_of_range")],
        ),
        // A correction keeps the old value: two points on one day are fine.
        (&[Set("/indicators/0/series/1/date", json!("2022-12-31"))], &[]),
    ]);
}

#[test]
fn rounds() {
    Bench::new().expect(&[
        (&[Set("/rounds/2/closes", at(35, "09:00"))], &[("rounds[2].closes", "out_of_order")]),
        (&[Set("/rounds/2/state", json!("aperto"))], &[("rounds[2].state", "contradiction")]),
        (&[Set("/rounds/2/state", json!("sospeso"))], &[("rounds[2].state", "contradiction")]),
        (&[Set("/rounds/2/state", json!("chiuso"))], &[("rounds[2].state", "contradiction")]),
        (&[Set("/rounds/1/state", json!("programmato"))], &[("rounds[1].state", "contradiction")]),
        (&[Set("/rounds/1/state", json!("in_sintesi"))], &[("rounds[1].state", "contradiction")]),
        (&[Set("/rounds/2/state", json!("bozza"))], &[]),
        (&[Set("/rounds/0/state", json!("archiviato"))], &[]),
        (&[Set("/rounds/2/opens", at(0, "18:00"))], &[]),
        (&[Set("/rounds/2/opens", at(0, "08:00"))], &[]),
        (
            &[Set("/rounds/0/returned", at(-344, "12:00"))],
            &[
                ("needs[25].outcome.at", "out_of_window"),
                ("needs[26].outcome.at", "out_of_window"),
                ("needs[27].outcome.at", "out_of_window"),
                ("needs[28].outcome.at", "out_of_window"),
                ("needs[29].outcome.at", "out_of_window"),
                ("needs[30].outcome.at", "out_of_window"),
                ("needs[31].outcome.at", "out_of_window"),
                ("proposals[40].outcome.at", "out_of_window"),
                ("proposals[41].outcome.at", "out_of_window"),
                ("proposals[42].outcome.at", "out_of_window"),
                ("proposals[43].outcome.at", "out_of_window"),
                ("proposals[44].outcome.at", "out_of_window"),
                ("proposals[45].outcome.at", "out_of_window"),
                ("rounds[0].returned", "out_of_order"),
            ],
        ),
        (&[Set("/rounds/0/returned", at(1, "12:00"))], &[("rounds[0].returned", "out_of_window")]),
        (
            &[Set("/rounds/2/returned", at(70, "12:00"))],
            &[("rounds[2].returned", "not_allowed_here")],
        ),
        (
            &[Set("/rounds/2/identity/bisogno", json!("L1"))],
            &[("rounds[2].identity", "not_in_list")],
        ),
        (&[Set("/rounds/3/notice/days", json!(-1))], &[("rounds[3].notice.days", "out_of_range")]),
        (
            &[Set("/community_lab_sessions/0/participants/walk_in", json!(-1))],
            &[("community_lab_sessions[0].participants.walk_in", "out_of_range")],
        ),
    ]);
}

#[test]
fn voices() {
    Bench::new().expect(&[
        // Windows: before opening, after closing, after loading; the last minute still counts.
        (&[Set("/needs/0/created", at(-14, "08:59"))], &[("needs[0].created", "out_of_window")]),
        (&[Set("/needs/0/created", at(-14, "09:00"))], &[]),
        (&[Set("/needs/19/created", at(0, "10:01"))], &[("needs[19].created", "out_of_window")]),
        (&[Set("/needs/19/created", at(0, "10:00"))], &[]),
        (&[Set("/needs/30/created", at(-343, "23:59"))], &[]),
        (&[Set("/needs/30/created", at(-342, "00:00"))], &[("needs[30].created", "out_of_window")]),
        (&[Set("/comments/0/created", at(-15, "00:00"))], &[("comments[0].created", "out_of_order"), ("comments[0].created", "out_of_window")]),
        // What the round opens, and for whom.
        (&[Set("/needs/19/round", json!("R2"))], &[("needs[19].created", "out_of_window"), ("needs[19].round", "not_allowed_here")]),
        (&[Set("/rounds/0/state", json!("bozza")), Drop("/rounds/0/returned"), Set("/needs", json!([])), Set("/proposals", json!([])), Set("/supports", json!([])), Set("/comments", json!([])), Set("/clusters", json!([])), Set("/actions", json!([])), Set("/reviews", json!([])), Set("/deliberations", json!([])),
            Push("/needs", demo()["needs"][0].clone()), Set("/needs/0/round", json!("R0")), Set("/needs/0/created", at(-380, "12:00"))],
            &[("needs[0].round", "not_allowed_here")]),
        (&[Set("/rounds/0/allows", json!(["bisogni", "proposte", "sostegni"]))], &[("comments[20].round", "not_allowed_here"), ("comments[21].round", "not_allowed_here")]),
        (&[Set("/extra_people/4/identity_level", json!("L1")), Set("/supports", json!([]))], &[("comments[0].author", "identity_too_low")]),
        // Organisations are never anonymous.
        (&[Set("/proposals/30/anonymous", json!(true))], &[("proposals[30].anonymous", "contradiction")]),
        (&[Set("/needs/0/assisted", json!(true))], &[("needs[0].entered_by", "missing")]),
        (&[Set("/needs/30/session", json!("S1"))], &[("needs[30].session", "contradiction")]),
        // Translations.
        (&[Set("/needs/18/language", json!("it"))], &[("needs[18].translation_it", "contradiction")]),
        (&[Set("/needs/0/translation_kind", json!("verificata"))], &[("needs[0].translation_kind", "not_allowed_here")]),
        (&[Set("/needs/0/translated_by", json!("U06"))], &[("needs[0].translated_by", "not_allowed_here")]),
        // Moderation.
        (&[Set("/needs/3/moderation/outcome", json!("respinto"))], &[("needs[3].moderation.outcome", "contradiction")]),
        (&[Set("/needs/19/moderation", json!({"moderator": "U13", "at": {"days": 0}, "outcome": "pubblicato", "reason_class": "fuori_tema", "reason": "no"}))], &[("needs[19].moderation.outcome", "contradiction")]),
        (&[Set("/needs/19/moderation", json!({"moderator": "U13", "at": {"days": 0}, "outcome": "respinto", "reason_class": "fuori_tema", "reason": "no"}))], &[]),
        (&[Set("/needs/3/moderation/at", at(-14, "09:00"))], &[("needs[3].moderation.at", "out_of_order")]),
        (&[Set("/needs/3/moderation/at", at(1, "09:00"))], &[("needs[3].moderation.at", "out_of_window")]),
        // Outcomes.
        (&[Set("/needs/30/state", json!("pubblicato")), Drop("/needs/30/outcome")], &[("needs[30].outcome", "missing")]),
        (&[Set("/needs/1/state", json!("esito")), Set("/needs/1/outcome", json!({"value": "accolto", "reason": "perché sì, e anche di più", "at": {"days": 0}}))], &[("needs[1].outcome", "not_allowed_here")]),
        (&[Set("/needs/30/outcome/at", at(-381, "09:00"))], &[("needs[30].outcome.at", "out_of_order")]),
        (&[Set("/needs/30/outcome/at", at(-100, "09:00"))], &[("needs[30].outcome.at", "out_of_window")]),
        // Comments: one level, in the round of the text, on what is public.
        (&[Set("/comments/1/on", json!("C01")), Set("/comments/1/created", at(-2, "12:00"))], &[]),
        (&[Set("/comments/1/on", json!("C01")), Set("/comments/2/on", json!("C02")), Set("/comments/1/created", at(-2, "12:00")), Set("/comments/2/created", at(-1, "12:00"))], &[("comments[2].on", "not_allowed_here")]),
        (&[Set("/comments/0/on", json!("C01"))], &[("comments[0].on", "not_allowed_here")]),
        (&[Set("/comments/0/on", json!("P901"))], &[("comments[0].on", "contradiction")]),
        (&[Set("/comments/0/on", json!("B20")), Set("/comments/0/created", at(0, "09:00"))], &[("comments[0].on", "contradiction")]),
        // Supports.
        (&[Push("/supports", json!({"on": "B04", "by": "X22"}))], &[("supports[10]", "repeated")]),
        (&[Push("/supports", json!({"on": "B20", "by": "X22"}))], &[("supports[10].on", "contradiction")]),
        (&[Push("/supports", json!({"on": "B901", "by": "X22"}))], &[("supports[10].on", "not_allowed_here")]),
        (&[Push("/supports", json!({"on": "B04", "by": "U23"}))], &[]),
        (&[Push("/supports", json!({"on": "B04", "by": "U23"})), Set("/people/22/identity_level", json!("L1"))], &[("supports[10].by", "identity_too_low")]),
        (&[Push("/supports", json!({"on": "B04", "by": "U23", "created": {"days": 1}}))], &[("supports[10].created", "out_of_window")]),
        (&[Push("/supports", json!({"on": "B04", "by": "U23", "created": {"days": -13}}))], &[("supports[10].created", "out_of_order")]),
        (&[Set("/rounds/1/allows", json!(["bisogni", "proposte", "commenti"])), Set("/supports", json!([{"on": "B04", "by": "U23"}]))], &[("supports[0].on", "not_allowed_here")]),
        // The level of extra people is L2 where the file is silent.
        (&[Drop("/extra_people/21/identity_level")], &[]),
    ]);
}

#[test]
fn clusters() {
    Bench::new().expect(&[
        (
            &[Set(
                "/clusters/2/sources",
                json!([{"item": "B905", "role": "part_of"}, {"item": "B905", "role": "part_of"}]),
            )],
            &[("clusters[2].sources", "too_few")],
        ),
        (
            &[Set("/clusters/2/sources/0/item", json!("B01"))],
            &[("clusters[2].sources[0].item", "contradiction")],
        ),
        (
            &[Set("/clusters/2/sources/0/excerpt", json!("parole mai scritte"))],
            &[("clusters[2].sources[0].excerpt", "not_word_for_word")],
        ),
        (
            &[Set(
                "/clusters/1/sources/3/excerpt",
                json!("Un negozio solo  per poveri\nresta un negozio per poveri"),
            )],
            &[],
        ),
        (
            &[Set(
                "/clusters/1/sources/3/excerpt",
                json!("Meglio buoni da spendere nelle botteghe del paese"),
            )],
            &[],
        ),
        (
            &[Set("/clusters/2/facilitator", json!("U07"))],
            &[("clusters[2].facilitator", "not_entitled")],
        ),
        (&[Set("/clusters/2/facilitator", json!("U08"))], &[]),
        (
            &[Set("/clusters/1/objections/0/mediator", json!("U02"))],
            &[("clusters[1].objections[0].mediator", "contradiction")],
        ),
        (
            &[Set("/clusters/1/objections/0/mediator", json!("U07"))],
            &[("clusters[1].objections[0].mediator", "not_entitled")],
        ),
        (&[Set("/clusters/1/objections/0/mediator", json!("U01"))], &[]),
        (
            &[Set("/clusters/1/objections/0/at", at(-337, "09:00"))],
            &[("clusters[1].objections[0].at", "out_of_order")],
        ),
        (
            &[Set("/clusters/1/objections/0/resolved", at(-333, "09:00"))],
            &[("clusters[1].objections[0].resolved", "out_of_order")],
        ),
        (
            &[Set("/clusters/0/objections_until", at(-337, "09:00"))],
            &[("clusters[0].objections_until", "out_of_order")],
        ),
        (
            &[Set("/clusters/0/applied", at(-337, "09:00"))],
            &[("clusters[0].applied", "out_of_order")],
        ),
        (&[Drop("/clusters/0/applied")], &[("clusters[0].applied", "missing")]),
        (
            &[Set("/clusters/0/applied", at(1, "09:00"))],
            &[("clusters[0].applied", "out_of_window")],
        ),
        (&[Set("/clusters/0/version", json!(0))], &[("clusters[0].version", "out_of_range")]),
        (
            &[Set("/clusters/0/distinct_supporters", json!(-1))],
            &[("clusters[0].distinct_supporters", "out_of_range")],
        ),
        (&[Set("/clusters/0/round", json!("R1"))], &[("clusters[0].round", "not_allowed_here")]),
        (
            &[Set("/needs/25/state", json!("in_moderazione")), Drop("/needs/25/outcome")],
            &[("clusters[0].sources[0].item", "contradiction")],
        ),
    ]);
}

#[test]
fn actions() {
    Bench::new().expect(&[
        (&[Set("/actions/0/indicators", json!([]))], &[("actions[0].indicators", "too_few")]),
        (&[Drop("/actions/0/owner/person")], &[("actions[0].owner.person", "missing")]),
        (&[Set("/actions/0/version", json!(0))], &[("actions[0].version", "out_of_range")]),
        (
            &[Set("/actions/0/budget/0/amount", json!(1e13))],
            &[("actions[0].budget[0].amount", "out_of_range")],
        ),
        (
            &[Set("/actions/0/timing/ends", json!({"days": -263}))],
            &[("actions[0].timing.ends", "out_of_order")],
        ),
        (
            &[Set("/actions/0/history/1/at", at(-317, "09:00"))],
            &[("actions[0].history[1].at", "out_of_order")],
        ),
        (
            &[Set("/actions/0/history/5/at", at(1, "09:00"))],
            &[("actions[0].history[5].at", "out_of_window")],
        ),
        (
            &[Set("/actions/0/overlap_check/at", at(1, "09:00"))],
            &[("actions[0].overlap_check.at", "out_of_window")],
        ),
        (
            &[Set("/actions/0/activities/0/due", json!({"days": 99_999}))],
            &[("actions[0].activities[0].due", "out_of_range")],
        ),
        (
            &[
                Set("/actions/1/dissent/0/item", json!("P903")),
                Set("/actions/1/dissent/0/excerpt", json!("emporio")),
            ],
            &[("actions[1].dissent[0].item", "contradiction")],
        ),
        (
            &[Set("/actions/1/dissent/0/excerpt", json!("parole mai scritte"))],
            &[("actions[1].dissent[0].excerpt", "not_word_for_word")],
        ),
    ]);
}

#[test]
fn sittings() {
    Bench::new().expect(&[
        // The body.
        (
            &[Set("/bodies/1/type", json!("gruppo_di_lavoro"))],
            &[
                ("reviews[0].body", "contradiction"),
                ("reviews[1].body", "contradiction"),
                ("reviews[2].body", "contradiction"),
            ],
        ),
        (
            &[Set("/bodies/0/type", json!("gruppo_di_lavoro"))],
            &[("deliberations[0].body", "contradiction")],
        ),
        // Versions.
        (
            &[Set("/reviews/2/action_version", json!(2))],
            &[("reviews[2].action_version", "out_of_range")],
        ),
        (
            &[Set("/deliberations/0/actions/2/version", json!(2))],
            &[("deliberations[0].actions[2].version", "out_of_range")],
        ),
        (
            &[Push("/deliberations/0/actions", json!({"action": "A901", "version": 1}))],
            &[("deliberations[0].actions[3]", "repeated")],
        ),
        // Seats.
        (&[Push("/reviews/0/present", json!("U01"))], &[("reviews[0].present[5]", "not_a_member")]),
        (&[Push("/reviews/0/absent", json!("U01"))], &[("reviews[0].absent[0]", "not_a_member")]),
        (
            &[Push("/deliberations/0/present", json!("U01"))],
            &[("deliberations[0].present[6]", "not_a_member")],
        ),
        (
            &[Set("/bodies/1/seats/0/votes", json!(false))],
            &[
                ("reviews[0].votes.favour[1]", "not_a_member"),
                ("reviews[1].votes.favour[0]", "not_a_member"),
                ("reviews[2].votes.favour[0]", "not_a_member"),
            ],
        ),
        (
            &[
                Set("/reviews/0/conflicts/0/person", json!("U01")),
                Set("/reviews/0/abstained", json!([])),
            ],
            &[
                ("reviews[0].conflicts[0].person", "contradiction"),
                ("reviews[0].conflicts[0].person", "not_a_member"),
            ],
        ),
        // Sets apart.
        (&[Push("/reviews/0/present", json!("U05"))], &[("reviews[0].present[5]", "repeated")]),
        (&[Push("/reviews/0/absent", json!("U10"))], &[("reviews[0].absent[0]", "contradiction")]),
        (
            &[Push("/reviews/0/votes/against", json!("U10"))],
            &[("reviews[0].votes.against[0]", "contradiction")],
        ),
        (
            &[Push("/reviews/2/votes/favour", json!("U12"))],
            &[("reviews[2].votes.favour[3]", "contradiction")],
        ),
        (
            &[Push("/reviews/2/abstained", json!("U12"))],
            &[("reviews[2].abstained[1]", "contradiction")],
        ),
        (
            &[Push("/deliberations/0/votes/abstained", json!("U16"))],
            &[("deliberations[0].votes.favour[0]", "contradiction")],
        ),
        // Who has an interest abstains, and doesn't count.
        (
            &[Set("/reviews/0/abstained", json!([]))],
            &[("reviews[0].conflicts[0].person", "contradiction")],
        ),
        (
            &[
                Set("/reviews/0/abstained", json!([])),
                Push("/reviews/0/votes/favour", json!("U11")),
            ],
            &[
                ("reviews[0].conflicts[0].person", "contradiction"),
                ("reviews[0].votes.favour[4]", "contradiction"),
            ],
        ),
        (
            &[
                Set("/reviews/2/present", json!(["U05", "U09", "U10"])),
                Set("/reviews/2/votes/favour", json!(["U09", "U10"])),
            ],
            &[("reviews[2].present", "no_quorum")],
        ),
        (
            &[
                Set("/deliberations/0/present", json!(["U16", "U17", "U18"])),
                Set("/deliberations/0/votes/favour", json!(["U16", "U17", "U18"])),
            ],
            &[("deliberations[0].present", "no_quorum")],
        ),
        // Reasons and conditions.
        (&[Set("/reviews/0/reason", json!("Sì."))], &[("reviews[0].reason", "too_short")]),
        (&[Set("/reviews/0/conditions", json!([]))], &[("reviews[0].conditions", "too_few")]),
        (&[Set("/reviews/0/at", at(1, "09:00"))], &[("reviews[0].at", "out_of_window")]),
        (
            &[Set("/deliberations/0/at", at(1, "09:00"))],
            &[("deliberations[0].at", "out_of_window")],
        ),
    ]);
}

#[test]
fn faults_are_gathered() {
    // Of shape and of meaning, in one object and in several, with their places in the whole file
    // even where entries before them can't be read.
    Bench::new().expect(&[(
        &[
            Drop("/needs/1/title"),
            Set("/needs/4/more", json!(true)),
            Set("/needs/4/policy", json!("9.9")),
            Set("/needs/6/author", json!("NOBODY")),
            Set("/people/9/language", json!("italiano")),
            Set("/rounds/2/state", json!("aperto")),
            Set("/reviews/0/conditions", json!([])),
        ],
        &[
            ("needs[1].title", "missing"),
            ("needs[4].more", "unknown_field"),
            ("needs[4].policy", "unknown_reference"),
            ("needs[6].author", "unknown_reference"),
            ("people[9].language", "pattern"),
            ("rounds[2].state", "contradiction"),
            ("reviews[0].conditions", "too_few"),
        ],
    )]);
}

#[test]
fn keys_twice_and_nul_are_faults() {
    let twice = DEMO.replacen(r#""needs": ["#, r#""supports": [], "needs": ["#, 1);
    let faults = load(&twice, now()).unwrap_err();
    assert_eq!(faults, [FileFault::new("supports", What::DuplicateKey)]);
    let nul = DEMO.replacen(r#""title": "Nella nostra"#, r#""title": "\u0000Nella nostra"#, 1);
    assert_ne!(nul, DEMO);
    let faults = load(&nul, now()).unwrap_err();
    assert_eq!(faults, [FileFault::new("needs[0].title", What::NulCharacter)]);
    let ignored = DEMO.replacen(r#""problem": ""#, r#""problem": "\u0000"#, 1);
    assert_ne!(ignored, DEMO);
    assert!(load(&ignored, now()).is_ok());
}

#[test]
fn hostile_texts_are_refused_without_harm() {
    let deep = "[".repeat(200_000);
    let deep_object = r#"{"a":"#.repeat(200_000);
    let wide = format!("{{\"supports\": [{}]}}", vec!["7"; 20_000].join(","));
    let long_key = format!("{{\"{}\": 1}}", "k\\\"".repeat(100_000));
    for text in [
        "",
        "{",
        "null",
        "[]",
        "7",
        "\"a\"",
        "{}",
        "{\"meta\": 1e999}",
        "\u{feff}\u{feff}{}",
        "{} {}",
        &deep,
        &deep_object,
        &wide,
        &long_key,
    ] {
        let faults = load(text, now()).unwrap_err();
        assert!(!faults.is_empty() && faults.len() <= MOST_FAULTS);
        assert!(faults.iter().all(|fault| fault.to_string().len() < 2_000));
    }
    assert_eq!(load(&deep, now()).unwrap_err()[0].what.code(), "not_json");
    assert_eq!(read(&wide).unwrap_err().len(), MOST_FAULTS);
}

#[test]
fn whole_numbers_may_be_written_with_a_point() {
    let text = DEMO.replacen("\"population\": 69690", "\"population\": 69690.0", 1);
    assert_ne!(text, DEMO);
    assert_eq!(load(&text, now()).unwrap().ambito.population, 69_690);
}

/// Places of all values of a file, as JSON pointers.
fn places(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let place = format!("{path}/{}", name.replace('~', "~0").replace('/', "~1"));
                places(value, &place, found);
                found.push(place);
            }
        }
        Value::Array(entries) => {
            for (index, value) in entries.iter().enumerate() {
                let place = format!("{path}/{index}");
                places(value, &place, found);
                found.push(place);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn nothing_that_is_taken_away_or_replaced_causes_a_panic() {
    let bench = Bench::new();
    let mut all = Vec::new();
    places(&bench.demo, "", &mut all);
    // A linear congruential generator: the same places in each run.
    let mut seed: usize = 20_261_123;
    let values =
        [json!(null), json!(-1), json!(""), json!([]), json!({}), json!(i64::MAX), json!("IND01")];
    for turn in 0..24 {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let place = &all[(seed >> 16) % all.len()];
        let mut file = bench.demo.clone();
        let (parent, name) = place.rsplit_once('/').unwrap();
        match file.pointer_mut(parent).unwrap() {
            Value::Array(list) if turn % 2 == 0 => drop(list.remove(name.parse().unwrap())),
            Value::Object(fields) if turn % 2 == 0 => drop(fields.remove(name)),
            _ => *file.pointer_mut(place).unwrap() = values[turn % values.len()].clone(),
        }
        bench.faults(file);
    }
}

/// Another Ambito: small, with what the demonstration lacks and without what it has.
fn another() -> Value {
    json!({
        "meta": {"format": "trama-import/1", "title": "Altro", "language": "sr", "ignored_by_importer": []},
        "ambito": {"id": "ATS-X", "slug": "x1", "name": "X", "region": "Y", "population": 3,
            "lead_authority": {"name": "Z"}, "contact": {"email": "x@y.example"},
            "time_zone": "Europe/Rome", "languages": ["it", "sr", "ro"]},
        "municipalities": [
            {"id": "m1", "name": "Uno", "population": 1, "hamlets": ["Colle"], "districts": ["Centro"]},
            {"id": "m2", "name": "Due", "population": 2}],
        "organisations": [{"id": "o1", "name": "Ente", "category": "volontariato", "runts": "12345"}],
        "people": [{"id": "p1", "name": "Ana", "email": "ana@y.example", "language": "sr",
            "identity_level": "L1", "roles": [{"code": "C"}]}],
        "extra_people": [],
        "bodies": [{"id": "w", "type": "gruppo_di_lavoro", "name": "W",
            "quorum": {"minimum": 1, "of": 2, "rule": "uno"},
            "seats": [{"id": "w-1", "person": null, "function": "componente", "votes": false}]}],
        "plans": [{"id": "pl", "title": "P", "year_from": 2026, "year_to": 2026, "state": "bozza", "annual_programmes": []}],
        "areas": [{"id": "casa", "name": "Casa", "policies": [{"id": "Casa/1", "name": "Tetto"}]}],
        "indicators": [],
        "rounds": [{"id": "g", "kind": "co_gestione", "plan": "pl", "title": "G", "state": "sospeso",
            "question": "?", "objective": "o", "given": ["a"], "open": ["b"], "off_limits": ["c"],
            "opens": {"days": -1}, "closes": {"days": 1}, "allows": ["segnalazioni", "bisogni"],
            "identity": {}, "moderation": "preventiva", "vote_method": "bollini", "tie_rule": "t", "areas": ["casa"]}],
        "needs": [{"id": "n1", "kind": "bisogno", "round": "g", "area": "casa", "policy": "Casa/1",
            "municipality": "m1", "author_kind": "anonimo", "channel": "carta", "language": "ro",
            "title": "Casă", "body": "Acoperișul curge.", "sensitive": false, "author": "p1",
            "author_org": null, "anonymous": true, "created": {"days": -1}, "state": "pubblicato"}],
        "proposals": [], "comments": [], "supports": [], "community_lab_sessions": [],
        "clusters": [], "actions": [], "reviews": [], "deliberations": []
    })
}

#[test]
fn another_ambito_is_accepted() {
    assert_eq!(
        load(&another().to_string(), now()).map(|file| file.ambito.id),
        Ok("ATS-X".to_owned())
    );
}

#[test]
fn without_what_is_ignored_the_file_is_the_same() {
    let whole = demo();
    let mut bare = whole.clone();
    for section in IGNORED_SECTIONS {
        bare.as_object_mut().unwrap().remove(section);
    }
    for section in ["needs", "proposals"] {
        for contribution in bare[section].as_array_mut().unwrap() {
            IGNORED_FIELDS
                .iter()
                .for_each(|field| drop(contribution.as_object_mut().unwrap().remove(*field)));
        }
    }
    assert_ne!(whole, bare);
    assert_eq!(canonical(&whole), canonical(&bare));
    assert_eq!(differences(&whole, &bare), []);
    assert_eq!(load(&whole.to_string(), now()), load(&bare.to_string(), now()));
}

#[test]
fn shuffled_the_file_is_the_same() {
    let whole = demo();
    let mut shuffled = whole.clone();
    for section in shuffled.as_object_mut().unwrap().values_mut() {
        if let Value::Array(entries) = section {
            entries.reverse();
        }
    }
    shuffled["actions"][0]["activities"].as_array_mut().unwrap().reverse();
    assert_ne!(whole, shuffled);
    assert_eq!(canonical(&whole), canonical(&shuffled));
    assert_eq!(differences(&whole, &shuffled), []);
    let again: Value = serde_json::from_str(&canonical(&whole)).unwrap();
    assert_eq!(canonical(&again), canonical(&whole));
}

#[test]
fn differences_are_told_by_id() {
    let bench = Bench::new();
    let new = bench.edited(&[
        Set("/needs/0/title", json!("Altro")),
        Drop("/needs/1"),
        Push("/supports", json!({"on": "B04", "by": "U23"})),
        Drop("/ambito/note"),
        Set("/ambito/languages/1", json!("sr")),
        Set("/ambito/population", json!(69690.0)),
        Set("/rounds/1/open", json!(["Altro"])),
        Set("/needs/2/group", json!("NG7")),
    ]);
    let found: Vec<String> =
        differences(&bench.demo, &new).iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "ambito.languages[1]: changed",
            "ambito.note: removed",
            "needs[B01].title: changed",
            "needs[B02]: removed",
            "rounds[R1].open[0]: changed",
            "rounds[R1].open[1]: removed",
            "rounds[R1].open[2]: removed",
            "rounds[R1].open[3]: removed",
            "supports[B04 U23]: added",
        ]
    );
    assert_ne!(canonical(&bench.demo), canonical(&new));
}

/// Records the fields that a struct reads.
struct FieldsOf(&'static [&'static str]);

#[derive(Debug)]
struct Told(&'static [&'static str]);

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.0)
    }
}
impl std::error::Error for Told {}
impl de::Error for Told {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self(&[])
    }
}

impl<'de> Deserializer<'de> for FieldsOf {
    type Error = Told;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Told> {
        Err(Told(self.0))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Told> {
        Err(Told(fields))
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

fn fields<T: for<'de> Deserialize<'de> + fmt::Debug>() -> BTreeSet<&'static str> {
    T::deserialize(FieldsOf(&[])).unwrap_err().0.iter().copied().collect()
}

#[test]
fn the_types_hold_each_field_of_the_schema_and_no_ignored_one() {
    use super::file::*;
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let types: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::from([
        ("", fields::<File>()),
        ("/properties/meta", fields::<Meta>()),
        ("/properties/ambito", fields::<Ambito>()),
        ("/properties/ambito/properties/lead_authority", fields::<LeadAuthority>()),
        ("/properties/ambito/properties/contact", fields::<Contact>()),
        ("/properties/municipalities/items", fields::<Municipality>()),
        ("/properties/organisations/items", fields::<Organisation>()),
        ("/properties/extra_people/items", fields::<ExtraPerson>()),
        ("/properties/bodies/items", fields::<Body>()),
        ("/properties/bodies/items/properties/quorum", fields::<Quorum>()),
        ("/properties/plans/items", fields::<Plan>()),
        ("/properties/plans/items/properties/annual_programmes/items", fields::<Programme>()),
        ("/properties/areas/items", fields::<Area>()),
        ("/properties/areas/items/properties/policies/items", fields::<Policy>()),
        ("/properties/comments/items", fields::<Comment>()),
        ("/properties/supports/items", fields::<Support>()),
        ("/$defs/offset", fields::<Offset>()),
        ("/$defs/act/anyOf/0", fields::<Act>()),
        ("/$defs/point", fields::<Point>()),
        ("/$defs/valueAt", fields::<ValueAt>()),
        ("/$defs/seat", fields::<Seat>()),
        ("/$defs/role", fields::<RoleHeld>()),
        ("/$defs/moderation", fields::<Moderation>()),
        ("/$defs/outcome", fields::<Outcome>()),
        ("/$defs/need", fields::<Contribution>()),
        ("/$defs/proposal", fields::<Contribution>()),
        ("/$defs/indicator", fields::<Indicator>()),
        ("/$defs/indicator/properties/thresholds", fields::<Thresholds>()),
        ("/$defs/round", fields::<Round>()),
        ("/$defs/round/properties/notice", fields::<Notice>()),
        ("/$defs/cluster", fields::<Cluster>()),
        ("/$defs/cluster/properties/sources/items", fields::<Source>()),
        ("/$defs/cluster/properties/objections/items", fields::<Objection>()),
        ("/$defs/action", fields::<Action>()),
        ("/$defs/action/properties/owner", fields::<Owner>()),
        ("/$defs/action/properties/activities/items", fields::<Activity>()),
        ("/$defs/action/properties/indicators/items", fields::<ActionIndicator>()),
        ("/$defs/action/properties/overlap_check", fields::<OverlapCheck>()),
        ("/$defs/action/properties/partners/items", fields::<Partner>()),
        ("/$defs/action/properties/budget/items", fields::<BudgetLine>()),
        ("/$defs/action/properties/timing", fields::<Timing>()),
        ("/$defs/action/properties/dissent/items", fields::<Dissent>()),
        ("/$defs/action/properties/history/items", fields::<Passage>()),
        ("/$defs/review", fields::<Review>()),
        ("/$defs/review/properties/conflicts/items", fields::<Conflict>()),
        ("/$defs/review/properties/votes", fields::<ReviewVotes>()),
        ("/$defs/deliberation", fields::<Deliberation>()),
        ("/$defs/deliberation/properties/actions/items", fields::<ActionVersion>()),
        ("/$defs/deliberation/properties/votes", fields::<DeliberationVotes>()),
        ("/$defs/person", fields::<Person>()),
        ("/$defs/session", fields::<Session>()),
        ("/$defs/session/properties/participants", fields::<Participants>()),
    ]);
    let mut closed = Vec::new();
    places(&schema, "", &mut closed);
    closed.push(String::new());
    closed.retain(|place| {
        schema.pointer(place).is_some_and(|rule| {
            rule["additionalProperties"] == false && rule.get("properties").is_some()
        })
    });
    for place in &closed {
        let own = types.get(place.as_str()).unwrap_or_else(|| panic!("no type for {place}"));
        let rule = schema.pointer(place).unwrap();
        let mut named: BTreeSet<&str> =
            rule["properties"].as_object().unwrap().keys().map(String::as_str).collect();
        named.retain(|name| !IGNORED_SECTIONS.contains(name) && !IGNORED_FIELDS.contains(name));
        if place == "/$defs/need" {
            named.insert("answers_needs");
        }
        assert_eq!(own, &named, "{place}");
    }
    assert_eq!(closed.len(), types.len());
}

#[test]
fn the_closed_lists_of_the_schema_are_all_known() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let codes = |place: &str| schema.pointer(place).unwrap()["enum"].clone();
    let known = |list: Vec<&'static str>| json!(list);
    macro_rules! same {
        ($($place:literal => $list:ty),+ $(,)?) => {
            $(assert_eq!(codes($place), known(<$list>::ALL.iter().map(|value| value.code()).collect()), $place);)+
        };
    }
    same! {
        "/properties/organisations/items/properties/category" => crate::territory::Category,
        "/properties/extra_people/items/properties/age_band" => crate::people::AgeBand,
        "/properties/bodies/items/properties/type" => crate::territory::BodyKind,
        "/properties/plans/items/properties/state" => crate::territory::PlanState,
        "/properties/plans/items/properties/annual_programmes/items/properties/state" => crate::territory::ProgrammeState,
        "/properties/comments/items/properties/author_kind" => crate::contributions::AuthorKind,
        "/$defs/need/properties/author_kind" => crate::contributions::AuthorKind,
        "/$defs/proposal/properties/author_kind" => crate::contributions::AuthorKind,
        "/$defs/need/properties/channel" => crate::contributions::Channel,
        "/$defs/need/properties/state" => super::terms::ContributionState,
        "/$defs/need/properties/translation_kind" => super::terms::TranslationKind,
        "/$defs/seat/properties/function" => crate::territory::SeatFunction,
        "/$defs/identity" => crate::people::IdentityLevel,
        "/$defs/moderation/properties/outcome" => crate::moderation::Decision,
        "/$defs/moderation/properties/reason_class" => crate::moderation::ReasonClass,
        "/$defs/outcome/properties/value" => crate::outcomes::Outcome,
        "/$defs/indicator/properties/direction" => crate::territory::Direction,
        "/$defs/round/properties/kind" => crate::rounds::RoundKind,
        "/$defs/round/properties/state" => crate::rounds::RoundState,
        "/$defs/round/properties/allows/items" => crate::rounds::Opening,
        "/$defs/round/properties/moderation" => crate::rounds::ModerationMode,
        "/$defs/round/properties/vote_method" => crate::rounds::VoteMethod,
        "/$defs/cluster/properties/sources/items/properties/role" => crate::merging::Share,
        "/$defs/cluster/properties/state" => crate::merging::ClusterState,
        "/$defs/action/properties/state" => crate::actions::ActionState,
        "/$defs/action/properties/level" => super::terms::Level,
        "/$defs/action/properties/overlap_check/properties/outcome" => crate::actions::Overlap,
        "/$defs/action/properties/activities/items/properties/state" => crate::actions::ActivityState,
        "/$defs/action/properties/partners/items/properties/sector" => crate::actions::Sector,
        "/$defs/review/properties/outcome" => crate::review::ReviewOutcome,
        "/$defs/deliberation/properties/outcome" => super::terms::DeliberationOutcome,
    }
    let roles = codes("/$defs/role/properties/code");
    assert!(
        roles
            .as_array()
            .unwrap()
            .iter()
            .all(|code| super::terms::RoleCode::deserialize(code).is_ok())
    );
}
