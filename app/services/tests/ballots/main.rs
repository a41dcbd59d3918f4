//! Ballots from preparing to results: what is declared, one vote a voter, what is told and what
//! isn't, and a file that gives the same result again. On both kinds of database.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod awkward;
mod desk;
mod lifecycle;
mod properties;

use chrono::Duration;
use domain::faults::{Fault, Refusal};
use domain::forms::Fields;
use domain::ids::{OrganisationId, PersonId, RoundId};
use domain::people::{Actor, Grant, IdentityLevel, Role};
use domain::views::RoundAct;
use services::ballots::preparing::{Which, prepare};
use services::ballots::voting;
use services::testing::{World, id, noon};
use services::{Asking, Declined, round_acts};
use store::testing::{Value, execute, number, text};

/// The round in which these stories vote: announced, opens in two days, closes in five.
const ROUND: i64 = 2;
/// Within its window.
const OPEN: i64 = 3;
/// After it.
const OVER: i64 = 6;

fn fields(pairs: &[(&str, &str)]) -> Fields {
    Fields::from_pairs(pairs.iter().map(|&(name, value)| (name.to_owned(), value.to_owned())))
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

/// A world with a round of a kind in which ballots can be prepared now.
async fn worlds(kind: &str) -> Vec<World> {
    let worlds = World::all().await.unwrap();
    for world in &worlds {
        let round: RoundId = id(0x51);
        world.add_round(round, ROUND, 2, 5).await.unwrap();
        let sql = "UPDATE rounds SET kind = $2 WHERE id = $1";
        let values = [Value::Id(round.uuid()), Value::Text(kind.to_owned())];
        execute(&world.fresh.db, sql, values).await.unwrap();
    }
    worlds
}

/// The facilitator declares a ballot; its number.
async fn declared(world: &World, pairs: &[(&str, &str)]) -> i64 {
    let ask = world.asking(world.facilitator);
    let form = world.form_id();
    prepare(&world.services, &ask, Which::New(ROUND), &fields(pairs), &form).await.unwrap()
}

/// Three dots, at most two on one of four things.
const DOTS: &[(&str, &str)] = &[
    ("title", "Che cosa viene prima?"),
    ("method", "bollini"),
    ("dots", "3"),
    ("most_each", "2"),
    ("own", "Un orto\nUna sala\nUna navetta\nUn corso"),
];

/// Somebody new, verified, who asks while the ballot is open.
async fn voter(world: &World, n: u128) -> Asking {
    let person: PersonId = id(0x1000 + n);
    let sql = "INSERT INTO people (id, level, language, created_at) VALUES ($1, 'L2', 'it', $2)";
    execute(&world.fresh.db, sql, [Value::Id(person.uuid()), Value::At(noon())]).await.unwrap();
    open(world, person, IdentityLevel::L2, Role::VerifiedCitizen, None)
}

/// A person who asks while the ballot is open.
fn open(
    world: &World,
    id: PersonId,
    level: IdentityLevel,
    role: Role,
    organisation: Option<OrganisationId>,
) -> Asking {
    let grants = vec![Grant { role, body: None, organisation }];
    let actor = Actor::Person { id, level, grants };
    Asking { ambito: world.ambito, actor, now: noon() + Duration::days(OPEN) }
}

async fn vote(world: &World, ask: &Asking, ballot: i64, pairs: &[(&str, &str)]) {
    voting::vote(&world.services, ask, ballot, fields(pairs)).await.unwrap();
}

/// The office begins the synthesis, and gives the round back.
async fn act(world: &World, what: RoundAct) {
    let ask = world.later(&world.asking(world.office), OVER);
    let words = "Ecco che cosa abbiamo deciso, voce per voce.";
    round_acts::act(&world.services, &ask, ROUND, what, words).await.unwrap();
}

/// A member of the Tavolo, after the closing.
fn member(world: &World) -> Asking {
    world.later(&world.asking(world.members[0]), OVER)
}

async fn count(world: &World, sql: &'static str) -> i64 {
    number(&world.fresh.db, sql, []).await.unwrap()
}

async fn votes(world: &World) -> i64 {
    count(world, "SELECT CAST(COUNT(*) AS BIGINT) FROM votes").await
}

/// Everything that events about ballots say beside who, what and when.
async fn told_by_events(world: &World) -> String {
    let mut all = String::new();
    let sql = "SELECT details FROM events WHERE subject = 'ballot' AND seq > $1 \
               ORDER BY seq LIMIT 1";
    let places = "SELECT CAST(COALESCE(MAX(seq), 0) AS BIGINT) FROM events";
    for seq in 0..count(world, places).await {
        all += &text(&world.fresh.db, sql, [Value::Number(seq)]).await.unwrap().unwrap_or_default();
    }
    all
}
