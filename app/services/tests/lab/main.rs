//! Sessions of the Community Lab, on both databases.

#![allow(clippy::unwrap_used, reason = "a test that can't go on panics")]

mod door;

use domain::faults::{Fault, Refusal, What};
use domain::forms::Fields;
use domain::lab::SessionAct;
use domain::lab::mix::{ArrivalDraft, Came};
use domain::lab::plan::{self, SessionDraft};
use domain::people::Actor;
use services::lab::door as desk;
use services::testing::{World, noon};
use services::{Asking, Declined};

async fn worlds() -> Vec<World> {
    World::all().await.unwrap()
}

fn refusal<T: std::fmt::Debug>(answer: Result<T, Declined>) -> Refusal {
    match answer {
        Err(Declined::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

fn faults<T: std::fmt::Debug>(answer: Result<T, Declined>) -> Vec<(String, What)> {
    match answer {
        Err(Declined::Invalid(faults)) => {
            faults.into_iter().map(|Fault { field, what }| (field, what)).collect()
        }
        other => panic!("not invalid: {other:?}"),
    }
}

fn visitor(world: &World) -> Asking {
    Asking { ambito: world.ambito, actor: Actor::Visitor, now: noon() }
}

/// The sending of a form by a short name: its id, and what was said.
fn form(name: &str) -> String {
    let id: String = name.bytes().map(|byte| format!("{byte:02x}")).collect();
    format!("{id:0>32}.said")
}

/// A session as its form says it: at round 1, on the day of the world, from nine to half past ten.
fn draft(changes: &[(&str, &str)]) -> SessionDraft {
    let mut fields = Fields::default();
    for (name, value) in [
        ("round", "1"),
        ("title", "Laboratorio 1"),
        ("question", "Chi resta solo da noi?"),
        ("venue", "Biblioteca comunale"),
        ("day", "2026-03-10"),
        ("starts", "09:00"),
        ("ends", "10:30"),
        ("minutes-0", "20"),
        ("step-0", "Accoglienza"),
        ("minutes-1", "70"),
        ("step-1", "Un bisogno per cartoncino"),
        ("dots_each", "3"),
        ("capacity", "3"),
    ]
    .iter()
    .chain(changes)
    {
        fields.set(name, *value);
    }
    plan::parse(&fields).unwrap()
}

/// A session that is prepared; its number.
async fn prepared(world: &World) -> i64 {
    let facilitator = world.asking(world.facilitator);
    desk::save(&world.services, &facilitator, None, &draft(&[]), 0, &form("f1")).await.unwrap()
}

async fn act(world: &World, number: i64, act: SessionAct) -> Result<(), Declined> {
    desk::act(&world.services, &world.asking(world.facilitator), number, act).await
}

/// A session that is under way, with so many tokens printed and handed out; codes of all.
async fn running(world: &World, tokens: u32, arrived: i64) -> (i64, Vec<(i64, String)>) {
    let number = prepared(world).await;
    act(world, number, SessionAct::Announce).await.unwrap();
    act(world, number, SessionAct::Begin).await.unwrap();
    let facilitator = world.asking(world.facilitator);
    let more = desk::Printing::More(tokens);
    let codes =
        desk::print_tokens(&world.services, &facilitator, number, more, &form("p1")).await.unwrap();
    for token in 1..=arrived {
        let who = ArrivalDraft { token, registration: None, who: Came::default() };
        let sending = form(&format!("a{token}"));
        desk::arrive(&world.services, &facilitator, number, &who, &sending).await.unwrap();
    }
    (number, codes)
}
