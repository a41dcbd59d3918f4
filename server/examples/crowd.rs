//! Adds people whose identity was seen, each with a session, to an Ambito of a database for
//! measuring: prints their cookies, one a line.
//!
//! ```text
//! crowd --database-url sqlite://bench.db --people 5000 > cookies.txt
//! ```

use std::process::ExitCode;

use chrono::Duration;
use clap::Parser;
use domain::ids::PersonId;
use domain::people::{Actor, Grant, IdentityLevel, Role};
use domain::policy::{Facts, Operation, permit};
use server::{chance, clock};
use services::Services;
use sha2::{Digest, Sha256};
use store::Db;
use store::identity::{self, NewPerson};

/// Adds people with sessions.
#[derive(Debug, Parser)]
struct Wanted {
    /// Database: `sqlite://path` or `postgres://…`.
    #[arg(long)]
    database_url: String,
    /// How many.
    #[arg(long)]
    people: usize,
    /// The Ambito, by its slug.
    #[arg(long, default_value = "val-d-arcina")]
    ambito: String,
}

#[tokio::main]
async fn main() -> ExitCode {
    match gather(&Wanted::parse()).await {
        Ok(cookies) => {
            println!("{}", cookies.join("\n"));
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(1)
        }
    }
}

async fn gather(wanted: &Wanted) -> Result<Vec<String>, Box<dyn std::error::Error>> {
    let db = Db::connect(&wanted.database_url).await?;
    db.migrate().await?;
    let services = Services::new(db.clone(), chance::system());
    let ambito = services::ambito::find(&services, &wanted.ambito).await?;
    let ambito = ambito.ok_or("there is no such Ambito: load one first")?;
    let now = clock::now();
    let facts = Facts::of(ambito);
    let leave = permit(&Actor::Installation, Operation::CreateAccount, &facts, now)
        .map_err(|refusal| refusal.code())?;
    let mut tx = services.begin(ambito).await?;
    let mut cookies = Vec::with_capacity(wanted.people);
    for _ in 0..wanted.people {
        let id: PersonId = services.chance.id(now);
        let person = NewPerson {
            id,
            level: IdentityLevel::L2,
            language: "it".to_owned(),
            name: None,
            email: None,
            password_hash: None,
        };
        identity::add_person(&mut tx, &leave, &person).await?;
        let grant = Grant { role: Role::VerifiedCitizen, body: None, organisation: None };
        identity::grant(&mut tx, &leave, id, &grant).await?;
        let token = domain::events::hex(&services.chance.bytes::<32>());
        let hash = Sha256::digest(token.as_bytes()).into();
        identity::open_session(&mut tx, &hash, id, now, now + Duration::hours(12)).await?;
        cookies.push(format!("__Host-session={token}"));
    }
    tx.commit().await?;
    db.close().await;
    Ok(cookies)
}
