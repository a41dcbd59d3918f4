//! Ballots: what is declared, what a person chooses, and the count that anybody can repeat.
//!
//! ```text
//! form ── choice ──► Urn ─┐                      ┌──► the page of the result
//!                         ├── export ──► BallotFile ── tally ──► Tally
//! two people ── paper ────┘     │          ▲     └──► trama tally FILE
//!                               ▼          │
//!                       trama-ballots/1   formats: Pabulib, PrefLib
//! ```
//!
//! In the order in which one should read it:
//!
//! - [`rules`]: methods with their limits, rules for ties; [`ballot`]: what is declared before
//!   opening, checked
//! - [`choice`]: what one person chose, with all its faults; [`urn`]: one ballot a voter
//! - [`desk`]: what is handed out to whom; [`paper`]: totals typed by two people and balanced
//! - [`file`](mod@file): the ballot file and its schema; [`export`]: how it is made, and what it
//!   must not tell
//! - [`tally`]: the count; [`ties`]: the declared rule, and what it leaves open
//! - [`electorate`]: which kinds of round have which methods, whose a vote is, what may be seen
//!   of a ballot and when; [`draft`]: a ballot as the form declares it
//! - [`deciding`]: what a body says on a tie that the rule leaves open
//! - [`schulze`], [`budget`]: the two methods that need a paper to read
//! - [`formats`]: reading a file of whatever format, the field's own too
//!
//! Nothing here knows who voted, when, or through which channel, and nothing here rolls dice: a
//! seed and random ids come in as arguments.

pub mod ballot;
pub mod budget;
mod check;
pub mod choice;
pub mod deciding;
pub mod desk;
pub mod draft;
pub mod electorate;
pub mod export;
pub mod file;
pub mod formats;
pub mod paper;
pub mod rules;
pub mod schulze;
pub mod tally;
#[cfg(test)]
mod tests;
pub mod ties;
pub mod urn;

pub use ballot::{Ballot, BallotOption};
pub use choice::Choice;
pub use file::BallotFile;
pub use rules::Rules;
pub use tally::{Tally, tally};
pub use urn::Urn;
