//! The order of lists: one that doesn't drown those who speak softly.
//!
//! - [`mixed`]: the order in which lists appear: the least heard, the new and the supported, in
//!   turns, another turn for each visitor and day, walked along an index;
//! - [`attention`]: «controverse» and «poco ascoltate», as numbers kept beside a text;
//! - [`harmonic`]: the proportional order for a facilitator's synthesis.
//!
//! What a public order is made of is what is shown: counts of people below five sort as *few*
//! (invariant 12), and no order tells more than the bands beside the texts.

pub mod attention;
pub mod harmonic;
pub mod mixed;
#[cfg(test)]
mod simulation;
mod weight;
