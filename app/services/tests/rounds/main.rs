//! A round's life, on both databases: prepared, announced, closed before its time, opened once
//! more, given back, reported.

#![allow(clippy::unwrap_used, reason = "a test that can't go on panics")]

mod late;
mod prepared;
mod reopened;
mod reported;

use chrono::Duration;
use domain::faults::{Fault, Refusal};
use domain::forms::Fields;
use domain::people::{Actor, Grant, IdentityLevel, Role};
use domain::rounds::RoundKind;
use domain::rounds::design::Design;
use domain::staff_forms::rounds::parse_round;
use services::testing::{World, id, noon};
use services::{Asking, Declined, round_design};
use store::testing::{Value, execute};

/// Every world there is, each with a figure in the community profile of the area «famiglia».
async fn worlds() -> Vec<World> {
    let worlds = World::all().await.unwrap();
    for world in &worlds {
        let text = |text: &str| Value::Text(text.to_owned());
        execute(
            &world.fresh.db,
            "INSERT INTO indicators (id, ambito_id, code, position, name, definition, unit, \
             direction, area_id, source, baseline_value, baseline_date, profile) \
             VALUES ($1, $2, 'IND01', 1, 'Famiglie che usano il sollievo', 'Quante', $3, $4, $5, \
             'Comuni', $6, $7, $8)",
            [
                Value::Id(id(0x900)),
                Value::Id(world.ambito.uuid()),
                text("famiglie"),
                text("up"),
                Value::Id(id(0x60)),
                Value::Real(74.0),
                Value::Date("2025-12-31".parse().unwrap()),
                Value::Bool(true),
            ],
        )
        .await
        .unwrap();
    }
    worlds
}

fn refusal<T: std::fmt::Debug>(answer: Result<T, Declined>) -> Refusal {
    match answer {
        Err(Declined::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

fn faults<T: std::fmt::Debug>(answer: Result<T, Declined>) -> Vec<Fault> {
    match answer {
        Err(Declined::Invalid(faults)) => faults,
        other => panic!("not invalid: {other:?}"),
    }
}

/// The Coordinatore asks, at noon.
fn coordinator(world: &World) -> Asking {
    let grants = vec![Grant { role: Role::Coordinator, body: None, organisation: None }];
    let actor = Actor::Person { id: world.office, level: IdentityLevel::L2, grants };
    Asking { ambito: world.ambito, actor, now: noon() }
}

/// What somebody types into the wizard, beside the words of its template.
fn typed(kind: RoundKind, more: &[(&str, &str)]) -> Design {
    let code = kind.code();
    let mut pairs = vec![
        ("kind", code),
        ("title", "Chi assiste chi"),
        ("question", "Che cosa serve a chi assiste?"),
        ("objective", "Trenta famiglie in più con ore di sollievo"),
        ("areas", "famiglia"),
        ("opens_date", "2026-03-16"),
        ("closes_date", "2026-04-26"),
        ("tie_rule", "Decide il Tavolo, con un motivo."),
        ("answer_days", "60"),
        ("evaluation", "Tre domande alla fine."),
    ];
    pairs.extend(match kind {
        RoundKind::Consultation => [("opening", "bisogni"), ("opening", "proposte")],
        RoundKind::Concertation => [("opening", "posizioni_motivate"), ("opening", "commenti")],
        RoundKind::CoProgramming => [("opening", "bisogni"), ("opening", "impegni")],
        RoundKind::CoDesign => [("opening", "redazione_condivisa"), ("opening", "impegni")],
        RoundKind::CoManagement => [("opening", "segnalazioni"), ("opening", "impegni")],
    });
    pairs.retain(|(name, _)| !more.iter().any(|(other, _)| other == name));
    pairs.extend_from_slice(more);
    let pairs = pairs.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned()));
    parse_round(&Fields::from_pairs(pairs)).unwrap()
}

/// Saves a new draft as the facilitator; its number.
async fn drafted(world: &World, design: Design) -> i64 {
    let ask = world.asking(world.facilitator);
    let form = world.form_id();
    round_design::save(&world.services, &ask, None, design, 0, &form).await.unwrap().0
}
