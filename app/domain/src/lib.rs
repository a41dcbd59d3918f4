//! Trama's rules, pure: no IO, no clock, no chance, no async.
//!
//! The map, in the order of the thread a voice follows:
//!
//! - [`coded`], [`ids`], [`time`], [`faults`]: the small words everything is written with
//! - [`people`], [`territory`], [`policy`]: who acts, where, and what they may do
//! - [`rounds`], [`contributions`], [`comments`], [`moderation`]: voices and the windows they speak in
//! - [`detectors`]: what a person should read before it is public; [`screening`]: what they found in
//!   what somebody sends, and what follows
//! - [`language`], [`similarity`]: which texts say alike; it suggests and never merges;
//!   [`sentences`]: a text as exact stretches
//! - [`bursts`]: supports that came all together, for people to look at
//! - [`ordering`]: lists that don't drown who speaks softly, and a proportional order
//! - [`statements`], [`opinions`]: short sentences to agree with or not; who votes alike on them,
//!   what all agree on and what divides
//! - [`ballots`]: votes, and the count that anybody can repeat
//! - [`methods`]: drafts, amendments, positions and resources of rounds of agreement
//! - [`lab`]: sessions in a room: agenda, tokens, cards, dots, minutes
//! - [`merging`], [`parts`], [`links`], [`actions`], [`review`], [`outcomes`]: what becomes of them
//! - [`events`]: the append-only chain; [`suppression`]: which counts may be shown; [`coverage`]:
//!   who has been heard so far, and who is missing
//! - [`forms`], [`staff_forms`]: from fields as strings to drafts
//! - [`views`]: what pages show, shaped like the pages
//! - [`import`]: the file format of a whole Ambito
//!
//! The rules come from the domain specification; invariant numbers are those of
//! `docs/domain-rules.md`.

pub mod coded;

pub mod actions;
pub mod ballots;
pub mod bursts;
pub mod citizen_forms;
pub mod comments;
pub mod contributions;
pub mod coverage;
pub mod detectors;
pub mod events;
pub mod faults;
pub mod forms;
pub mod ids;
pub mod import;
pub mod lab;
pub mod language;
pub mod links;
pub mod merging;
pub mod messages;
pub mod methods;
pub mod moderation;
pub mod opinions;
pub mod ordering;
pub mod outcomes;
pub mod parts;
pub mod people;
pub mod policy;
pub mod review;
pub mod rounds;
pub mod screening;
pub mod sentences;
pub mod similarity;
pub mod staff_forms;
pub mod statements;
pub mod suppression;
pub mod territory;
pub mod time;
pub mod views;
