//! The ledger of a round: how many texts came, and where they stand (domain.md §2.7, 12). Texts
//! that are public one by one may be counted; of those that are not, a small number tells of
//! people, so small cells are merged, and where even all together are few the total is not told.

use serde::{Deserialize, Serialize};

use crate::coded::coded;
use crate::contributions::Standing;
use crate::suppression::{self, SMALLEST, Shown};

coded! {
    /// Where a public text stands: each in exactly one place, so that they add up.
    Place {
        /// In a cluster that is applied.
        Cluster = "gruppo",
        /// In no cluster, in an action by itself.
        Action = "azione",
        /// Alone, and answered with a reason.
        Answered = "risposta",
        /// Alone, and waiting for an answer.
        Waiting = "in_attesa",
    }
}

/// How many texts of a round stand where.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Standings {
    /// Public.
    pub published: u32,
    /// Waiting for a moderator.
    pub in_moderation: u32,
    /// Withdrawn by their authors.
    pub withdrawn: u32,
    /// Hidden by a moderator.
    pub hidden: u32,
    /// Made anonymous by a right.
    pub anonymised: u32,
}

/// The same, as it may be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ledger {
    /// All that were received; `None` where it would tell how few are not public.
    pub received: Option<u32>,
    /// Public.
    pub published: u32,
    /// The others that are told one by one.
    pub states: Vec<(Standing, u32)>,
    /// The others together: «altri stati».
    pub others: Shown,
}

impl Standings {
    /// Counts one standing.
    pub fn add(&mut self, standing: Standing, n: u32) {
        let cell = match standing {
            Standing::Published => &mut self.published,
            Standing::InModeration => &mut self.in_moderation,
            Standing::Withdrawn => &mut self.withdrawn,
            Standing::Hidden => &mut self.hidden,
            Standing::Anonymised => &mut self.anonymised,
        };
        *cell = cell.saturating_add(n);
    }

    /// All of them.
    pub const fn received(&self) -> u32 {
        self.published
            .saturating_add(self.in_moderation)
            .saturating_add(self.withdrawn)
            .saturating_add(self.hidden)
            .saturating_add(self.anonymised)
    }

    /// As it may be shown.
    pub fn ledger(&self) -> Ledger {
        let cells = [
            (Standing::InModeration, self.in_moderation),
            (Standing::Withdrawn, self.withdrawn),
            (Standing::Hidden, self.hidden),
            (Standing::Anonymised, self.anonymised),
        ];
        let (states, merged) = suppression::breakdown(&cells);
        let few = merged > 0 && merged < SMALLEST;
        Ledger {
            received: (!few).then(|| self.received()),
            published: self.published,
            states,
            others: suppression::people(merged),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_hidden_texts_do_not_follow_from_the_total() {
        let ledger = Standings { published: 40, hidden: 2, ..Standings::default() }.ledger();
        assert_eq!((ledger.received, ledger.others), (None, Shown::Few));
        assert_eq!(ledger.states, vec![]);
        let ledger = Standings { published: 40, ..Standings::default() }.ledger();
        assert_eq!((ledger.received, ledger.others), (Some(40), Shown::None));
        let many = Standings { published: 40, withdrawn: 7, hidden: 2, ..Standings::default() };
        let ledger = many.ledger();
        // Two hidden would follow from seven withdrawn and the total: they are merged.
        assert_eq!((ledger.received, ledger.others), (Some(49), Shown::Exactly(9)));
        assert_eq!(ledger.states, vec![]);
        let many = Standings { published: 40, withdrawn: 7, hidden: 6, ..Standings::default() };
        assert_eq!(many.ledger().states, vec![(Standing::Withdrawn, 7), (Standing::Hidden, 6)]);
    }
}
