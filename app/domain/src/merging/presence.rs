//! Who is at a workbench at the same time, so that two facilitators don't do the same work twice.
//! It is no fact of the plan: nothing is decided by it, and it is forgotten within minutes.

use std::fmt;

use chrono::Duration;
use serde::{Deserialize, Serialize};

use crate::contributions::Kind;

/// Who was seen so long ago, or longer, is not at the bench any more.
pub const GONE_AFTER: Duration = Duration::seconds(40);
/// Whoever stays is written down again so often, and not more.
pub const SEEN_EVERY: Duration = Duration::seconds(15);
/// What «in the last minutes» means, for a page that doesn't renew itself.
pub const LATELY: Duration = Duration::minutes(5);

/// What somebody has before them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum UnderReading {
    /// A text of the round.
    Text(Kind, i64),
    /// A draft of a cluster.
    Draft(i64),
}

/// Word of a draft in addresses and in the table.
const DRAFT: &str = "bozza";

impl UnderReading {
    /// From «bisogno-12» or «bozza-3».
    pub fn parse(value: &str) -> Option<UnderReading> {
        let (what, number) = value.split_once('-')?;
        let number = number.parse().ok().filter(|number| *number > 0)?;
        if what == DRAFT {
            return Some(UnderReading::Draft(number));
        }
        Some(UnderReading::Text(what.parse().ok()?, number))
    }
}

impl fmt::Display for UnderReading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            UnderReading::Text(kind, number) => write!(f, "{}-{number}", kind.code()),
            UnderReading::Draft(number) => write!(f, "{DRAFT}-{number}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_is_written_as_it_is_parsed() {
        for value in ["bisogno-12", "proposta-3", "bozza-7"] {
            let reading = UnderReading::parse(value).map(|reading| reading.to_string());
            assert_eq!(reading.as_deref(), Some(value));
        }
        for value in ["", "bisogno", "bisogno-", "bozza--1", "bozza-0", "gruppo-1", "bisogno-x"] {
            assert_eq!(UnderReading::parse(value), None, "{value}");
        }
    }
}
