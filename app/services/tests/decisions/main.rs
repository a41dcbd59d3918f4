//! From voices to the Tavolo's answer: clusters, actions, decisions, direct answers, rounds.
//! Every story runs on both databases.

#![allow(clippy::unwrap_used, reason = "a test that can't go on panics")]

mod actions;
mod answers;
mod bench;
mod life;
mod links;
mod merging;
mod suggested;
mod table;

use domain::contributions::Kind;
use domain::faults::{Fault, Refusal};
use domain::forms::Fields;
use domain::ids::{ContributionId, PersonId};
use domain::merging::{ChosenSource, ClusterDraft, Share};
use domain::people::{Actor, Grant, IdentityLevel, Role};
use domain::staff_forms::{SheetDraft, parse_sheet};
use services::testing::{World, id, noon};
use services::{Asking, Declined};
use store::testing::{Value, execute, number, text};

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

fn faults<T: std::fmt::Debug>(answer: Result<T, Declined>) -> Vec<Fault> {
    match answer {
        Err(Declined::Invalid(faults)) => faults,
        other => panic!("not invalid: {other:?}"),
    }
}

/// A draft of a cluster of these texts.
fn joined(numbers: &[i64]) -> ClusterDraft {
    ClusterDraft {
        title: "Ore di sollievo per chi assiste".into(),
        synthesis: "Chi assiste in casa chiede qualche ora libera alla settimana.".into(),
        reason: "Raccontano la stessa mancanza.".into(),
        sources: numbers
            .iter()
            .map(|&number| ChosenSource { number, share: Share::PartOf, excerpt: String::new() })
            .collect(),
    }
}

/// The same with a marked sentence of each: a text may be in several so.
fn marked(numbers: &[i64]) -> ClusterDraft {
    let mut draft = joined(numbers);
    for source in &mut draft.sources {
        source.excerpt = "lo racconto in almeno dieci parole".into();
    }
    draft
}

/// A cluster of these texts as the facilitator makes it, after nobody objected; its number.
async fn cluster_of(world: &World, numbers: &[i64]) -> i64 {
    let made = proposed_of(world, numbers).await;
    world.end_window(made).await;
    made
}

/// Proposes a cluster of these texts as the facilitator; its number.
async fn proposed_of(world: &World, numbers: &[i64]) -> i64 {
    let ask = world.asking(world.facilitator);
    let form = world.form_id();
    services::merging::make(&world.services, &ask, 1, marked(numbers), &form).await.unwrap()
}

/// What somebody types into the form of a sheet.
fn sheet(pairs: &[(&str, String)]) -> SheetDraft {
    let pairs = pairs.iter().map(|(name, value)| ((*name).to_owned(), value.clone()));
    parse_sheet(&Fields::from_pairs(pairs)).unwrap()
}

/// A sheet with all that the Tavolo must have, from these clusters and texts.
fn complete(world: &World, clusters: &[i64], contributions: &[i64]) -> SheetDraft {
    let mut pairs = vec![
        ("title", "Sollievo a domicilio".to_owned()),
        ("policy", "3.b".to_owned()),
        ("owner_organisation", "AST".to_owned()),
        ("owner_person", world.office.to_string()),
        ("recipients", "Chi assiste un familiare in casa".to_owned()),
        ("objective", "Trenta famiglie in più entro l'anno".to_owned()),
        ("integration", "Sociale e sanitario insieme".to_owned()),
        ("overlap_outcome", "nessuna_sovrapposizione".to_owned()),
        ("overlap_note", "Nessun altro lo fa".to_owned()),
        ("indicator-1", "IND05".to_owned()),
        ("baseline-1", "12,5".to_owned()),
        ("target-1", "30".to_owned()),
        ("budget_source-1", "Fondo sociale".to_owned()),
        ("budget_amount-1", "46.000,00".to_owned()),
        ("activity-1", "Bando per gli operatori".to_owned()),
        ("responsible-1", world.facilitator.to_string()),
        ("due-1", "2026-12-24".to_owned()),
        ("partner-1", "ASS".to_owned()),
        ("brings-1", "dieci volontari".to_owned()),
        ("sector-1", "privato_sociale".to_owned()),
    ];
    pairs.extend(clusters.iter().map(|number| ("cluster", number.to_string())));
    pairs.extend(contributions.iter().map(|number| ("contribution", number.to_string())));
    sheet(&pairs)
}

/// An indicator to put on sheets: «IND05».
async fn add_indicator(world: &World) {
    let sql = "INSERT INTO indicators (id, ambito_id, code, position, name, definition, unit, \
        direction, source, baseline_value, baseline_date, profile) VALUES ($1, $2, 'IND05', 1, \
        'Famiglie che usano il sollievo', '', 'famiglie', 'up', 'Ufficio di Piano', 12.5, $3, $4)";
    let values = vec![
        Value::Id(id(0x80)),
        Value::Id(world.ambito.uuid()),
        Value::Date(noon().date_naive()),
        Value::Bool(true),
    ];
    execute(&world.fresh.db, sql, values).await.unwrap();
}

/// An action with all it needs, at the Tavolo; its number.
async fn at_the_table(world: &World, clusters: &[i64], contributions: &[i64]) -> i64 {
    let ask = world.asking(world.office);
    let draft = complete(world, clusters, contributions);
    let made = services::actions::save(&world.services, &ask, None, draft, &world.form_id())
        .await
        .unwrap();
    services::actions::send(&world.services, &ask, made).await.unwrap();
    made
}

/// Somebody who is at once of the Tavolo and of the Ufficio di Piano.
fn of_both(world: &World, person: PersonId) -> Asking {
    let grant = |role| Grant { role, body: None, organisation: None };
    let grants = vec![grant(Role::PlanTable), grant(Role::PlanOffice)];
    let actor = Actor::Person { id: person, level: IdentityLevel::L3, grants };
    Asking { ambito: world.ambito, actor, now: noon() }
}

/// The stage of a text, with its outcome where it has one: «esito/accolto».
async fn stage(world: &World, contribution: i64) -> String {
    let sql = "SELECT stage || '/' || COALESCE(outcome, '-') FROM contributions WHERE number = $1";
    let found = text(&world.fresh.db, sql, [Value::Number(contribution)]).await.unwrap();
    found.unwrap().trim_end_matches("/-").to_owned()
}

/// The id of a text.
async fn id_of(world: &World, kind: Kind, contribution: i64) -> ContributionId {
    let mut snapshot = world.services.look().await.unwrap();
    store::read::contributions::by_number(&mut snapshot, world.ambito, kind, contribution)
        .await
        .unwrap()
        .unwrap()
        .id()
}

/// Citizens who support this text, besides the people of the world; `from` keeps them apart.
async fn crowd(world: &World, contribution: i64, from: u128, n: u128) {
    for person in from..from + n {
        let person: uuid::Uuid = id(0x9000 + person);
        let sql = "INSERT INTO people (id, level, language, created_at) \
                   VALUES ($1, 'L2', 'it', $2) ON CONFLICT (id) DO NOTHING";
        let values = [Value::Id(person), Value::At(noon())];
        execute(&world.fresh.db, sql, values).await.unwrap();
        let grant = Grant { role: Role::VerifiedCitizen, body: None, organisation: None };
        let actor =
            Actor::Person { id: person.into(), level: IdentityLevel::L2, grants: vec![grant] };
        let ask = Asking { ambito: world.ambito, actor, now: noon() };
        services::supports::give(&world.services, &ask, Kind::Need, contribution).await.unwrap();
    }
}

/// Counts rows.
async fn count(world: &World, sql: &'static str) -> i64 {
    number(&world.fresh.db, sql, []).await.unwrap()
}

/// The words of the Ambito for its bodies and plans: searching reads its languages with them.
async fn named_bodies(world: &World) {
    let labels = r#"{"political_body":"Comitato","review_body":"Tavolo","plan":"Piano",
        "annual_programme":"Programma"}"#;
    let values = [Value::Text(labels.into()), Value::Id(world.ambito.uuid())];
    execute(&world.fresh.db, "UPDATE ambiti SET labels = $1 WHERE id = $2", values).await.unwrap();
}
