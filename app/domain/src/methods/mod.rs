//! What rounds of agreement open: a draft that is amended or written together, positions and
//! consent of organisations, resources they bring, the minutes in which it ends, and what is then
//! run together (domain.md §2.4, E2, E3, E12–E15).
//!
//! Organisations speak here, by name and in public, through who holds their mandate (role O, L3).
//! The decision stays with a public body (E2): amendments and positions prepare it, and what was
//! not agreed stays written (E3).
//!
//! - [`diff`]: what differs between two texts, word by word
//! - [`draft`]: the draft in numbered paragraphs, and what an amendment makes of it
//! - [`positions`]: favourable, with reserve, against; where an organisation stands
//! - [`resources`]: what organisations bring
//! - [`sections`]: the shared draft of a co-progettazione, and consent to it; [`budget`]: what it
//!   costs
//! - [`minutes`]: agreement, or disagreement on record
//! - [`activities`], [`issues`], [`progress`]: what a co-gestione carries out, what goes wrong, and
//!   its periodic report
//! - [`forms`]: from fields to what is checked

pub mod activities;
pub mod budget;
pub mod diff;
pub mod draft;
pub mod forms;
pub mod issues;
pub mod minutes;
pub mod positions;
pub mod progress;
pub mod resources;
pub mod sections;

/// The most characters of a reason.
pub const REASON_MOST: u32 = 3_000;
/// The fewest words of a reason: fewer say nothing.
pub const REASON_LEAST: u32 = 3;
