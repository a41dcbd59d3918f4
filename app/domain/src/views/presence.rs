//! Who works at a bench at the same time.

use serde::{Deserialize, Serialize};

use crate::merging::presence::UnderReading;

/// Somebody else at the workbench.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AtBench {
    /// Their name, public by office; none if they have no office.
    pub name: Option<String>,
    /// What they are reading.
    pub reading: Option<UnderReading>,
}

/// What a workbench knows of itself while others work at it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BenchLife {
    /// The version of the Ambito at which it was read.
    pub version: i64,
    /// Who else was here in the last minutes.
    pub lately: Vec<AtBench>,
}
