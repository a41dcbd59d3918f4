//! What can go wrong in the store.

use uuid::Uuid;

/// What can go wrong in the store.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database answered with an error, or not at all.
    #[error("database: {0}")]
    Database(#[from] sqlx::Error),
    /// The schema could not be brought up to date.
    #[error("migration: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// A row that makes no sense: something wrote past us.
    #[error("row {id} of {table} makes no sense: {why}")]
    Row {
        /// Table.
        table: &'static str,
        /// Which row.
        id: Uuid,
        /// Why.
        why: String,
    },
    /// A value that could not be written as JSON.
    #[error("json: {0}")]
    Json(#[from] serde_json::Error),
    /// A URL that is neither sqlite: nor postgres:.
    #[error("DATABASE_URL must begin with sqlite: or postgres:")]
    UnknownUrl,
}

impl StoreError {
    /// A row that makes no sense.
    pub fn row(table: &'static str, id: Uuid, why: impl std::fmt::Display) -> Self {
        StoreError::Row { table, id, why: why.to_string() }
    }

    /// Whether a unique key was already taken.
    pub fn is_taken(&self) -> bool {
        matches!(self, StoreError::Database(sqlx::Error::Database(e)) if e.is_unique_violation())
    }
}
