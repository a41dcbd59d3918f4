//! Rounds of agreement: drafts, amendments, positions, resources, invitations, minutes, and what a
//! co-gestione carries out.
//! Every story runs on both databases.

#![allow(clippy::unwrap_used, reason = "a test that can't go on panics")]

mod co_management;
mod design;
mod drafts;
mod ending;
mod positions;

use chrono::Duration;
use domain::faults::{Fault, Refusal};
use domain::ids::{OrganisationId, PersonId, RoundId};
use domain::methods::draft::{Amendment, AmendmentKind};
use domain::people::{Actor, Grant, IdentityLevel, Role};
use services::methods::{amendments, drafts as services_drafts};
use services::testing::{World, id, noon};
use services::{Asking, Declined};
use store::testing::{Value, execute, number};

/// Every world there is: SQLite, and PostgreSQL where `make test` started one.
async fn worlds() -> Vec<World> {
    World::all().await.unwrap()
}

fn refusal<T: std::fmt::Debug>(answer: Result<T, Declined>) -> Refusal {
    match answer {
        Err(Declined::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

fn faults<T: std::fmt::Debug>(answer: Result<T, Declined>) -> Vec<String> {
    match answer {
        Err(Declined::Invalid(faults)) => {
            faults.into_iter().map(|Fault { field, .. }| field).collect()
        }
        other => panic!("not invalid: {other:?}"),
    }
}

const ROUND: i64 = 7;

fn round_id() -> RoundId {
    id(0x57)
}

/// A round of agreement, its window in days from noon, with all that its kind may open.
async fn round(world: &World, kind: &'static str, from: i64, to: i64) {
    let opened = match kind {
        "concertazione" => {
            "{\"posizioni_motivate\":\"L3\",\"emendamenti\":\"L3\",\"impegni\":\"L3\"}"
        }
        "co_programmazione" => {
            "{\"bisogni\":\"L0\",\"posizioni_motivate\":\"L3\",\"impegni\":\"L3\"}"
        }
        "co_progettazione" => {
            "{\"redazione_condivisa\":\"L3\",\"impegni\":\"L3\",\"preventivo\":\"L3\"}"
        }
        _ => "{\"segnalazioni\":\"L3\",\"impegni\":\"L3\"}",
    };
    let sql = "INSERT INTO rounds (id, ambito_id, number, plan_id, kind, title, mark, question, \
        objective, given, open, off_limits, opens_at, closes_at, opened, moderation, vote_method, \
        tie_rule, areas) VALUES ($1, $2, $3, $4, $5, 'Priorità', 'annunciato', 'Quali otto?', \
        'Otto priorità', '[]', '[]', '[]', $6, $7, $8, 'successiva', 'posizione', '', '[]')";
    let values = vec![
        Value::Id(round_id().uuid()),
        Value::Id(world.ambito.uuid()),
        Value::Number(ROUND),
        Value::Id(world.plan.uuid()),
        Value::Text(kind.to_owned()),
        Value::At(noon() + Duration::days(from)),
        Value::At(noon() + Duration::days(to)),
        Value::Text(opened.to_owned()),
    ];
    execute(&world.fresh.db, sql, values).await.unwrap();
}

/// One more person who speaks for an organisation.
async fn representative(world: &World, n: u128, organisation: OrganisationId) -> Asking {
    let person: PersonId = id(n);
    let people = "INSERT INTO people (id, level, language, created_at) VALUES ($1, 'L3', 'it', $2)";
    let values = vec![Value::Id(person.uuid()), Value::At(noon())];
    execute(&world.fresh.db, people, values).await.unwrap();
    let name = "INSERT INTO identities (person_id, name, email) VALUES ($1, $2, $3)";
    let values = vec![
        Value::Id(person.uuid()),
        Value::Text(format!("Persona {n}")),
        Value::Text(format!("p{n}@prova.example")),
    ];
    execute(&world.fresh.db, name, values).await.unwrap();
    let grant = "INSERT INTO grants (ambito_id, person_id, role, organisation_id) \
                 VALUES ($1, $2, 'O', $3)";
    let values = vec![
        Value::Id(world.ambito.uuid()),
        Value::Id(person.uuid()),
        Value::Id(organisation.uuid()),
    ];
    execute(&world.fresh.db, grant, values).await.unwrap();
    asks(world, person, IdentityLevel::L3, Role::Representative, Some(organisation))
}

fn asks(
    world: &World,
    id: PersonId,
    level: IdentityLevel,
    role: Role,
    organisation: Option<OrganisationId>,
) -> Asking {
    let grants = vec![Grant { role, body: None, organisation }];
    Asking { ambito: world.ambito, actor: Actor::Person { id, level, grants }, now: noon() }
}

/// The Coordinatore.
fn coordinator(world: &World) -> Asking {
    asks(world, world.office, IdentityLevel::L2, Role::Coordinator, None)
}

/// The association's representative.
fn rita(world: &World) -> Asking {
    world.asking(world.representative)
}

/// The Ufficio writes a draft of three paragraphs, a day before the round opens.
async fn drafted(world: &World) {
    let ask = world.later(&world.asking(world.office), -10);
    let text = "Uno: sollievo a chi assiste.\n\nDue: trasporti.\n\nTre: casa.";
    services_drafts::write(&world.services, &ask, ROUND, text, "", 0).await.unwrap();
}

fn amendment(kind: AmendmentKind, paragraph: i64, text: &str) -> Amendment {
    Amendment { kind, paragraph, text: text.into(), reason: "Perché serve a chi assiste.".into() }
}

/// Somebody proposes an amendment on a version; its number.
async fn proposes(world: &World, ask: &Asking, asks: &Amendment, version: i64) -> i64 {
    let form = world.form_id();
    amendments::propose(&world.services, ask, ROUND, "", asks, version, &form).await.unwrap()
}

async fn messages(world: &World) -> i64 {
    number(&world.fresh.db, "SELECT COUNT(*) FROM outbox", []).await.unwrap()
}
