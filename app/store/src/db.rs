//! One database, either SQLite or PostgreSQL, and what is done in one breath with it.
//!
//! A page reads in one [`Snapshot`]; an operation reads and writes in one [`Tx`]. A statement
//! is written once and expanded for each kind by [`on!`](crate::on).

use std::ops::{Deref, DerefMut};
use std::str::FromStr;
use std::time::Duration;

use sqlx::migrate::Migrator;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection, PgPool, Postgres, Sqlite, SqlitePool, Transaction};

use domain::ids::AmbitoId;

use crate::{StoreError, chain};

/// A database.
#[derive(Debug, Clone)]
pub enum Db {
    /// Embedded: many readers, one writer.
    Sqlite {
        /// Connections that read.
        read: SqlitePool,
        /// The one connection that writes.
        write: SqlitePool,
    },
    /// A server, shared by several of ours.
    Postgres(PgPool),
}

/// The transaction beneath, of either kind.
#[derive(Debug)]
pub enum Conn {
    /// SQLite.
    Sqlite(Transaction<'static, Sqlite>),
    /// PostgreSQL.
    Postgres(Transaction<'static, Postgres>),
}

/// One consistent view of the database, to read.
#[derive(Debug)]
pub struct Snapshot {
    /// For [`on!`](crate::on) alone.
    pub(crate) conn: Conn,
}

/// A transaction that writes; everything in it is kept, or nothing.
#[derive(Debug)]
pub struct Tx {
    snapshot: Snapshot,
    /// Where the chain of the Ambito that is held ends, for [`chain`](crate::chain) alone.
    pub(crate) chain: Option<(AmbitoId, chain::End)>,
}

impl Deref for Tx {
    type Target = Snapshot;
    fn deref(&self) -> &Snapshot {
        &self.snapshot
    }
}

impl DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut Snapshot {
        &mut self.snapshot
    }
}

/// Expands one body for each kind of database: `on!(tx, c => query.execute(c).await)`.
/// `c` is a `&mut` connection.
#[macro_export]
macro_rules! on {
    ($tx:expr, $c:ident => $body:expr) => {
        match &mut $tx.conn {
            $crate::db::Conn::Sqlite(transaction) => {
                let $c = &mut **transaction;
                $body
            }
            $crate::db::Conn::Postgres(transaction) => {
                let $c = &mut **transaction;
                $body
            }
        }
    };
}

static COMMON: Migrator = sqlx::migrate!("../../migrations/common");
static SQLITE: Migrator = sqlx::migrate!("../../migrations/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("../../migrations/postgres");

fn migrations(of_kind: &Migrator) -> Migrator {
    let mut all: Vec<_> = COMMON.iter().chain(of_kind.iter()).cloned().collect();
    all.sort_by_key(|migration| migration.version);
    Migrator::with_migrations(all)
}

fn is_postgres(url: &str) -> bool {
    url.starts_with("postgres:") || url.starts_with("postgresql:")
}

/// How hard SQLite tries to keep what it acknowledged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// Synced before it is acknowledged: the only choice outside tests.
    Full,
    /// Not synced: for throw-away databases.
    Off,
}

impl Db {
    /// Opens the database of a URL, `sqlite://…` or `postgres://…`, making a SQLite file that
    /// is missing. Writes are synced before they are acknowledged.
    pub async fn connect(url: &str) -> Result<Db, StoreError> {
        Self::connect_with(url, Durability::Full).await
    }

    /// Whether a database of ours is behind a URL, whatever its age. Makes nothing, and writes
    /// nothing into what it finds.
    pub async fn is_there(url: &str) -> Result<bool, StoreError> {
        let (found,): (i64,) = if url.starts_with("sqlite:") {
            let options = SqliteConnectOptions::from_str(url)?.create_if_missing(false);
            if !options.get_filename().is_file() {
                return Ok(false);
            }
            let mut connection = options.connect().await?;
            let sql = "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'ambiti'";
            let found = sqlx::query_as(sql).fetch_one(&mut connection).await?;
            connection.close().await?;
            found
        } else if is_postgres(url) {
            let mut connection = PgConnectOptions::from_str(url)?.connect().await?;
            let sql = "SELECT COUNT(*) FROM information_schema.tables \
                       WHERE table_schema = ANY(current_schemas(false)) AND table_name = 'ambiti'";
            let found = sqlx::query_as(sql).fetch_one(&mut connection).await?;
            connection.close().await?;
            found
        } else {
            return Err(StoreError::UnknownUrl);
        };
        Ok(found > 0)
    }

    /// Like [`connect`](Db::connect), with another durability.
    pub async fn connect_with(url: &str, durability: Durability) -> Result<Db, StoreError> {
        if url.starts_with("sqlite:") {
            let synchronous = match durability {
                Durability::Full => SqliteSynchronous::Full,
                Durability::Off => SqliteSynchronous::Off,
            };
            let options = SqliteConnectOptions::from_str(url)?
                .create_if_missing(true)
                .foreign_keys(true)
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(synchronous)
                .busy_timeout(Duration::from_secs(10))
                .statement_cache_capacity(256);
            // Pages kept by a connection, in kibibytes: what a page of the site reads again.
            let write = SqlitePoolOptions::new()
                .max_connections(1)
                .connect_with(options.clone().pragma("cache_size", "-16000"))
                .await?;
            let read = SqlitePoolOptions::new()
                .max_connections(4)
                .connect_with(options.pragma("cache_size", "-8000").pragma("query_only", "on"))
                .await?;
            Ok(Db::Sqlite { read, write })
        } else if is_postgres(url) {
            let options = PgConnectOptions::from_str(url)?
                .options([("synchronous_commit", "on")])
                .statement_cache_capacity(256);
            Ok(Db::Postgres(PgPoolOptions::new().max_connections(16).connect_with(options).await?))
        } else {
            Err(StoreError::UnknownUrl)
        }
    }

    /// Brings the schema up to date.
    pub async fn migrate(&self) -> Result<(), StoreError> {
        match self {
            Db::Sqlite { write, .. } => migrations(&SQLITE).run(write).await?,
            Db::Postgres(pool) => migrations(&POSTGRES).run(pool).await?,
        }
        Ok(())
    }

    /// Begins to read: everything read is of one moment.
    pub async fn read(&self) -> Result<Snapshot, StoreError> {
        let conn = match self {
            Db::Sqlite { read, .. } => Conn::Sqlite(read.begin().await?),
            Db::Postgres(pool) => Conn::Postgres(
                pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?,
            ),
        };
        Ok(Snapshot { conn })
    }

    /// Begins to write.
    pub async fn write(&self) -> Result<Tx, StoreError> {
        let conn = match self {
            Db::Sqlite { write, .. } => Conn::Sqlite(write.begin_with("BEGIN IMMEDIATE").await?),
            Db::Postgres(pool) => Conn::Postgres(pool.begin().await?),
        };
        Ok(Tx { snapshot: Snapshot { conn }, chain: None })
    }

    /// What every connection promises about a commit: `full`/`extra` on SQLite (as a number),
    /// `on` on PostgreSQL. For the test and for `readyz`.
    pub async fn durability(&self) -> Result<String, StoreError> {
        match self {
            Db::Sqlite { write, .. } => {
                let (level,): (i64,) =
                    sqlx::query_as("PRAGMA synchronous").fetch_one(write).await?;
                Ok(level.to_string())
            }
            Db::Postgres(pool) => {
                let (level,): (String,) =
                    sqlx::query_as("SHOW synchronous_commit").fetch_one(pool).await?;
                Ok(level)
            }
        }
    }

    /// Closes all connections.
    pub async fn close(&self) {
        match self {
            Db::Sqlite { read, write } => {
                read.close().await;
                write.close().await;
            }
            Db::Postgres(pool) => pool.close().await,
        }
    }
}

impl Tx {
    /// Keeps what was written; synced before it returns.
    pub async fn commit(self) -> Result<(), StoreError> {
        match self.snapshot.conn {
            Conn::Sqlite(transaction) => transaction.commit().await?,
            Conn::Postgres(transaction) => transaction.commit().await?,
        }
        Ok(())
    }
}
