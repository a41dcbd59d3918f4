//! The rows of a support, committed one by one by SQLite alone: what durable supports are
//! measured beside (`make bench`). Writes into the database it is given: give it a copy.
//!
//! Two ways are tried, as nothing in between is left out: the statements prepared once, and all
//! of them as one text; the quicker one is the raw rate.

use std::path::PathBuf;
use std::str::FromStr;
use std::time::{Duration, Instant};

use clap::Parser;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions, SqliteConnection};
use uuid::Uuid;

/// Commits the rows of supports as quickly as SQLite can keep them.
#[derive(Debug, Parser)]
struct Raw {
    /// A copy of a database of Trama.
    #[arg(long)]
    database: PathBuf,
    /// Seconds for each way.
    #[arg(long, default_value_t = 5)]
    seconds: u64,
}

/// What the rows hang on.
struct Ground {
    ambito: Uuid,
    contributions: Vec<Uuid>,
    people: Vec<Uuid>,
    length: i64,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let told = Raw::parse();
    let mut c = SqliteConnectOptions::from_str(&format!("sqlite://{}", told.database.display()))?
        .foreign_keys(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .connect()
        .await?;
    let (level,): (i64,) = sqlx::query_as("PRAGMA synchronous").fetch_one(&mut c).await?;
    if level != 2 {
        return Err("commits are not synced".into());
    }
    let (ambito, length): (Uuid, i64) =
        sqlx::query_as("SELECT id, chain_length FROM ambiti LIMIT 1").fetch_one(&mut c).await?;
    let contributions: Vec<(Uuid,)> = sqlx::query_as(
        "SELECT id FROM contributions WHERE standing = 'pubblicato' ORDER BY number DESC LIMIT 1000",
    )
    .fetch_all(&mut c)
    .await?;
    let people: Vec<(Uuid,)> =
        sqlx::query_as("SELECT id FROM people LIMIT 50").fetch_all(&mut c).await?;
    let mut ground = Ground {
        ambito,
        contributions: contributions.into_iter().map(|(id,)| id).collect(),
        people: people.into_iter().map(|(id,)| id).collect(),
        length,
    };
    sqlx::query("DELETE FROM supports").execute(&mut c).await?;
    let span = Duration::from_secs(told.seconds);
    let prepared = prepared(&mut c, &mut ground, span).await?;
    sqlx::query("DELETE FROM supports").execute(&mut c).await?;
    let one_text = one_text(&mut c, &mut ground, span).await?;
    println!(
        "{{\"prepared\":{prepared:.0},\"one_text\":{one_text:.0},\"rate\":{:.0}}}",
        prepared.max(one_text)
    );
    Ok(())
}

/// A contribution and a person that have not met yet.
fn pair(ground: &Ground, n: usize) -> Option<(Uuid, Uuid)> {
    let contribution = ground.contributions.get(n % ground.contributions.len())?;
    let person = ground.people.get(n / ground.contributions.len())?;
    Some((*contribution, *person))
}

const AT: &str = "2026-03-10T12:00:00.000000+00:00";
const HEAD: [u8; 32] = [7; 32];

async fn prepared(
    c: &mut SqliteConnection,
    ground: &mut Ground,
    span: Duration,
) -> Result<f64, sqlx::Error> {
    let since = Instant::now();
    let mut n = 0;
    while since.elapsed() < span {
        let Some((contribution, person)) = pair(ground, n) else { break };
        ground.length += 1;
        sqlx::query("BEGIN IMMEDIATE").execute(&mut *c).await?;
        sqlx::query("INSERT INTO supports (contribution_id, person_id, at) VALUES ($1, $2, $3)")
            .bind(contribution)
            .bind(person)
            .bind(AT)
            .execute(&mut *c)
            .await?;
        sqlx::query("UPDATE contributions SET supports = $2, support_band = $3 WHERE id = $1")
            .bind(contribution)
            .bind(9_i64)
            .bind(9_i64)
            .execute(&mut *c)
            .await?;
        sqlx::query(
            "INSERT INTO events \
             (ambito_id, seq, at, operation, role, subject, subject_id, details, head) \
             VALUES ($1, $2, $3, 'support', 'CV', 'contribution', $4, '{}', $5)",
        )
        .bind(ground.ambito)
        .bind(ground.length)
        .bind(AT)
        .bind(contribution)
        .bind(HEAD.as_slice())
        .execute(&mut *c)
        .await?;
        sqlx::query(
            "UPDATE ambiti SET version = version + 1, chain_length = $2, chain_head = $3 \
             WHERE id = $1",
        )
        .bind(ground.ambito)
        .bind(ground.length)
        .bind(HEAD.as_slice())
        .execute(&mut *c)
        .await?;
        sqlx::query("COMMIT").execute(&mut *c).await?;
        n += 1;
    }
    Ok(f64::from(u32::try_from(n).unwrap_or(u32::MAX)) / since.elapsed().as_secs_f64())
}

async fn one_text(
    c: &mut SqliteConnection,
    ground: &mut Ground,
    span: Duration,
) -> Result<f64, sqlx::Error> {
    let since = Instant::now();
    let mut n = 0;
    let ambito = ground.ambito.simple();
    while since.elapsed() < span {
        let Some((contribution, person)) = pair(ground, n) else { break };
        ground.length += 1;
        let (contribution, person, seq) = (contribution.simple(), person.simple(), ground.length);
        let head = "07".repeat(32);
        let text = format!(
            "BEGIN IMMEDIATE; \
             INSERT INTO supports (contribution_id, person_id, at) \
             VALUES (x'{contribution}', x'{person}', '{AT}'); \
             UPDATE contributions SET supports = 9, support_band = 9 WHERE id = x'{contribution}'; \
             INSERT INTO events \
             (ambito_id, seq, at, operation, role, subject, subject_id, details, head) \
             VALUES (x'{ambito}', {seq}, '{AT}', 'support', 'CV', 'contribution', \
             x'{contribution}', '{{}}', x'{head}'); \
             UPDATE ambiti SET version = version + 1, chain_length = {seq}, chain_head = x'{head}' \
             WHERE id = x'{ambito}'; \
             COMMIT"
        );
        sqlx::raw_sql(sqlx::AssertSqlSafe(text)).execute(&mut *c).await?;
        n += 1;
    }
    Ok(f64::from(u32::try_from(n).unwrap_or(u32::MAX)) / since.elapsed().as_secs_f64())
}
