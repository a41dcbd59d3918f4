//! Trama's store: one SQL text on SQLite and PostgreSQL.
//!
//! Reading functions take a [`Snapshot`], writing functions a [`Tx`] and the
//! [`Permit`](domain::policy::Permit) of the operation: a write without a check does not
//! compile. Every statement has a test that runs on both databases.

pub mod actions;
pub mod audit;
pub mod ballot_papers;
pub mod ballots;
pub mod bench;
pub mod bursts;
pub mod casework;
pub mod chain;
pub mod counts;
pub mod coverage;
pub mod db;
pub mod drafts;
mod error;
pub mod forms_sent;
pub mod identity;
pub mod import;
pub mod lab;
pub mod links;
pub mod meanings;
pub mod merge_life;
pub mod merge_reasons;
pub mod merging;
pub mod methods;
pub mod moderation;
pub mod moderation_record;
pub mod outbox;
pub mod outcomes;
pub mod parts;
pub mod presence;
pub mod proportion;
pub mod read;
pub mod round_acts;
pub mod round_design;
pub mod seals;
pub mod shelves;
pub mod statements;
pub mod synthesis;
pub mod table;
#[cfg(feature = "testing")]
pub mod testing;
pub mod voices;

pub use db::{Db, Snapshot, Tx};
pub use error::StoreError;
