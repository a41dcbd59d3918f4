//! Fresh databases for tests: SQLite in a temporary file, PostgreSQL in a schema of its own
//! where `TEST_POSTGRES_URL` says there is a server (`make test` starts one).

use std::sync::atomic::{AtomicU64, Ordering};

use crate::db::Durability;
use crate::{Db, StoreError};

/// A database that goes away with the test.
#[derive(Debug)]
pub struct Fresh {
    /// «sqlite» or «postgres».
    pub kind: &'static str,
    /// The migrated database.
    pub db: Db,
    _folder: Option<tempfile::TempDir>,
}

static NEXT: AtomicU64 = AtomicU64::new(0);

/// A migrated, empty SQLite database.
#[allow(clippy::expect_used, reason = "a test without a temporary folder can't go on")]
pub async fn sqlite() -> Result<Fresh, StoreError> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let url = format!("sqlite://{}", folder.path().join("test.db").display());
    let db = Db::connect_with(&url, Durability::Off).await?;
    db.migrate().await?;
    Ok(Fresh { kind: "sqlite", db, _folder: Some(folder) })
}

/// Every kind of database there is: SQLite, and PostgreSQL where one was started.
#[allow(clippy::disallowed_methods, reason = "tests are told by `make test` where PostgreSQL is")]
pub async fn all() -> Result<Vec<Fresh>, StoreError> {
    let mut all = vec![sqlite().await?];
    match std::env::var("TEST_POSTGRES_URL") {
        Ok(url) => all.push(postgres(&url).await?),
        Err(_) => tracing::warn!("TEST_POSTGRES_URL is not set: SQLite only"),
    }
    Ok(all)
}

async fn postgres(url: &str) -> Result<Fresh, StoreError> {
    use sqlx::Connection;
    let n = NEXT.fetch_add(1, Ordering::Relaxed);
    let schema = format!("t{}_{n}", std::process::id());
    let mut admin = sqlx::PgConnection::connect(url).await?;
    for sql in
        [format!("DROP SCHEMA IF EXISTS {schema} CASCADE"), format!("CREATE SCHEMA {schema}")]
    {
        sqlx::query(sqlx::AssertSqlSafe(sql)).execute(&mut admin).await?;
    }
    admin.close().await?;
    let joiner = if url.contains('?') { '&' } else { '?' };
    let db = Db::connect(&format!("{url}{joiner}options=-csearch_path%3D{schema}")).await?;
    db.migrate().await?;
    Ok(Fresh { kind: "postgres", db, _folder: None })
}

/// A value to bind in [`execute`], [`number`] and [`text`].
#[derive(Debug, Clone)]
pub enum Value {
    /// An id.
    Id(uuid::Uuid),
    /// A text.
    Text(String),
    /// No text.
    NoText,
    /// No id.
    NoId,
    /// A whole number.
    Number(i64),
    /// Yes or no.
    Bool(bool),
    /// A moment.
    At(domain::time::Moment),
    /// Bytes.
    Bytes(Vec<u8>),
    /// A date.
    Date(chrono::NaiveDate),
    /// A real number.
    Real(f64),
}

macro_rules! bound {
    ($query:expr, $values:expr) => {{
        let mut query = $query;
        for value in $values {
            query = match value {
                Value::Id(id) => query.bind(id),
                Value::Text(text) => query.bind(text),
                Value::NoText => query.bind(Option::<String>::None),
                Value::NoId => query.bind(Option::<uuid::Uuid>::None),
                Value::Number(number) => query.bind(number),
                Value::Bool(bool) => query.bind(bool),
                Value::At(at) => query.bind(at),
                Value::Bytes(bytes) => query.bind(bytes),
                Value::Date(date) => query.bind(date),
                Value::Real(real) => query.bind(real),
            };
        }
        query
    }};
}

/// Writes past all rules, as a hand in the database would. Returns how many rows it changed.
pub async fn execute(
    db: &Db,
    sql: &'static str,
    values: impl IntoIterator<Item = Value>,
) -> Result<u64, StoreError> {
    let mut tx = db.write().await?;
    let rows = crate::on!(tx, c => {
        bound!(sqlx::query(sql), values).execute(c).await?.rows_affected()
    });
    tx.commit().await?;
    Ok(rows)
}

/// Reads one whole number.
pub async fn number(
    db: &Db,
    sql: &'static str,
    values: impl IntoIterator<Item = Value>,
) -> Result<i64, StoreError> {
    let mut snapshot = db.read().await?;
    let (number,): (i64,) =
        crate::on!(snapshot, c => bound!(sqlx::query_as(sql), values).fetch_one(c).await?);
    Ok(number)
}

/// Reads one text; `None` for no row or no text.
pub async fn text(
    db: &Db,
    sql: &'static str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Option<String>, StoreError> {
    let mut snapshot = db.read().await?;
    let found: Option<(Option<String>,)> =
        crate::on!(snapshot, c => bound!(sqlx::query_as(sql), values).fetch_optional(c).await?);
    Ok(found.and_then(|(text,)| text))
}

/// Everything in the database as text, table by table: equal if and only if nothing changed.
pub async fn dump(db: &Db) -> Result<String, StoreError> {
    let mut snapshot = db.read().await?;
    let (tables, row) = match db {
        Db::Sqlite { .. } => (
            "SELECT m.name, group_concat('quote(' || c.name || ')', '||'',''||') \
             FROM sqlite_master m, pragma_table_info(m.name) c \
             WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' GROUP BY m.name ORDER BY m.name",
            "",
        ),
        Db::Postgres(_) => (
            "SELECT CAST(table_name AS TEXT), 'CAST(t AS TEXT)' FROM information_schema.tables \
             WHERE table_schema = current_schema() ORDER BY table_name",
            " t",
        ),
    };
    let tables: Vec<(String, String)> =
        crate::on!(snapshot, c => sqlx::query_as(tables).fetch_all(c).await?);
    let mut text = String::new();
    for (table, columns) in tables {
        let sql = format!("SELECT {columns} FROM {table}{row} ORDER BY 1");
        let rows: Vec<(String,)> = crate::on!(snapshot, c => {
            sqlx::query_as(sqlx::AssertSqlSafe(sql)).fetch_all(c).await?
        });
        for (row,) in rows {
            text.push_str(&table);
            text.push(' ');
            text.push_str(&row);
            text.push('\n');
        }
    }
    Ok(text)
}
