//! Positions of organisations: favourable, with reserve, against, always with a reason.
//!
//! One position an organisation a subject (the whole draft, or one paragraph of it), public by
//! nature, changed while the round is open, with its history. It is stated by people who hold a
//! mandate, so it can come apart: two who speak for one organisation say different things
//! (domain.md §8, case 3), or who said it has lost the mandate (case 5). [`standing`] is where it
//! stands, worked out from all that was said; no timer has to run.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::coded::coded;
use crate::contributions::text;
use crate::faults::Fault;
use crate::ids::PersonId;
use crate::time::Moment;

use super::{REASON_LEAST, REASON_MOST};

coded! {
    /// What an organisation says of a text.
    Stance {
        /// Favourable.
        Favourable = "favorevole",
        /// Favourable if what it asks for is heeded.
        WithReserve = "con_riserva",
        /// Against.
        Against = "contraria",
    }
}

/// The subject of a position that is on the draft as a whole.
pub const WHOLE: i64 = 0;

/// Checks what an organisation states: a position without a reason can't be saved.
pub fn faults(reason: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    text(&mut faults, "reason", reason, REASON_MOST, REASON_LEAST);
    faults
}

/// What one person said for an organisation, once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Which.
    pub id: Uuid,
    /// Who said it.
    pub person: PersonId,
    /// What; `None` withdraws what the same person said before.
    pub stance: Option<Stance>,
    /// When.
    pub at: Moment,
}

/// What the Coordinatore settled between two who spoke for one organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settlement {
    /// Which statement stands.
    pub statement: Uuid,
    /// When it was settled.
    pub at: Moment,
}

/// Where an organisation stands on a subject. Numbers are places in the list of statements.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    /// It has said nothing, or taken it back.
    Silent,
    /// It has said this.
    Stated(usize),
    /// Those who speak for it say different things, and nobody has settled it yet: the newest
    /// of each, in the order of time.
    Disputed(Vec<usize>),
    /// Who said this speaks for it no more: somebody who does confirms it, or it lapses.
    ToConfirm(usize),
    /// Nobody confirmed it before the round closed.
    Lapsed(usize),
}

/// Where an organisation stands: `said` in the order of time, `ended` when people lost its
/// mandate, `settled` the last settlement, `closes` the first moment after the round's window.
///
/// A mandate that ended after the round closed changes nothing: the position was that of the
/// organisation while it was asked. What somebody says again after a new mandate counts again.
pub fn standing(
    said: &[Statement],
    ended: &[(PersonId, Moment)],
    settled: Option<Settlement>,
    closes: Moment,
    now: Moment,
) -> Standing {
    let (mut live, mut orphaned) = (Vec::new(), Vec::new());
    for (place, statement) in said.iter().enumerate() {
        let newest = !said[place + 1..].iter().any(|later| later.person == statement.person);
        if !newest || statement.stance.is_none() {
            continue;
        }
        let lost = ended
            .iter()
            .any(|(person, at)| *person == statement.person && *at >= statement.at && *at < closes);
        if lost { orphaned.push(place) } else { live.push(place) }
    }
    let stance = |place: &usize| said[*place].stance;
    match (live.as_slice(), orphaned.last()) {
        ([], None) => Standing::Silent,
        ([], Some(orphan)) if now < closes => Standing::ToConfirm(*orphan),
        ([], Some(orphan)) => Standing::Lapsed(*orphan),
        ([.., last], _) if live.iter().all(|one| stance(one) == stance(last)) => {
            Standing::Stated(*last)
        }
        (_, _) => {
            let after = |settled: &Settlement| live.iter().all(|one| said[*one].at <= settled.at);
            let stands = settled.filter(after).and_then(|settled| {
                live.iter().copied().find(|one| said[*one].id == settled.statement)
            });
            stands.map_or(Standing::Disputed(live.clone()), Standing::Stated)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Duration, TimeZone, Utc};

    fn at(hour: i64) -> Moment {
        Utc.with_ymd_and_hms(2026, 5, 4, 0, 0, 0).unwrap() + Duration::hours(hour)
    }
    fn person(n: u128) -> PersonId {
        Uuid::from_u128(n).into()
    }
    fn says(id: u128, who: u128, stance: Option<Stance>, hour: i64) -> Statement {
        Statement { id: Uuid::from_u128(id), person: person(who), stance, at: at(hour) }
    }
    fn stands(
        said: &[Statement],
        ended: &[(u128, i64)],
        settled: Option<(u128, i64)>,
        hour: i64,
    ) -> Standing {
        let ended: Vec<_> = ended.iter().map(|(who, hour)| (person(*who), at(*hour))).collect();
        let settled =
            settled.map(|(id, hour)| Settlement { statement: Uuid::from_u128(id), at: at(hour) });
        standing(said, &ended, settled, at(100), at(hour))
    }
    const YES: Option<Stance> = Some(Stance::Favourable);
    const NO: Option<Stance> = Some(Stance::Against);

    #[test]
    fn the_newest_words_of_who_speaks_are_the_position() {
        assert_eq!(stands(&[], &[], None, 50), Standing::Silent);
        let said = [says(1, 1, YES, 1), says(2, 1, NO, 2)];
        assert_eq!(stands(&said, &[], None, 50), Standing::Stated(1));
        assert_eq!(
            stands(&[says(1, 1, YES, 1), says(2, 1, None, 2)], &[], None, 50),
            Standing::Silent
        );
    }

    #[test]
    fn case_03_two_who_speak_for_one_organisation() {
        let said = [says(1, 1, YES, 1), says(2, 2, NO, 2)];
        assert_eq!(stands(&said, &[], None, 50), Standing::Disputed(vec![0, 1]));
        assert_eq!(stands(&said, &[], Some((1, 3)), 50), Standing::Stated(0), "settled");
        let agreed = [says(1, 1, YES, 1), says(2, 2, NO, 2), says(3, 1, NO, 4)];
        assert_eq!(stands(&agreed, &[], None, 50), Standing::Stated(2), "they agree now");
        let again =
            [says(1, 1, YES, 1), says(2, 2, NO, 2), says(3, 2, Some(Stance::WithReserve), 9)];
        assert_eq!(
            stands(&again, &[], Some((1, 3)), 50),
            Standing::Disputed(vec![0, 2]),
            "something new was said after it was settled"
        );
        let back = [says(1, 1, YES, 1), says(2, 2, NO, 2), says(3, 2, None, 3)];
        assert_eq!(stands(&back, &[], None, 50), Standing::Stated(0), "one took it back");
    }

    #[test]
    fn case_05_who_said_it_speaks_for_it_no_more() {
        let said = [says(1, 1, YES, 1)];
        assert_eq!(stands(&said, &[(1, 5)], None, 50), Standing::ToConfirm(0));
        assert_eq!(stands(&said, &[(1, 5)], None, 100), Standing::Lapsed(0));
        assert_eq!(stands(&said, &[(1, 100)], None, 120), Standing::Stated(0), "ended afterwards");
        let confirmed = [says(1, 1, YES, 1), says(2, 2, YES, 7)];
        assert_eq!(stands(&confirmed, &[(1, 5)], None, 50), Standing::Stated(1));
        let otherwise = [says(1, 1, YES, 1), says(2, 2, NO, 7)];
        assert_eq!(stands(&otherwise, &[(1, 5)], None, 50), Standing::Stated(1), "no dispute");
        let anew = [says(1, 1, YES, 1), says(2, 1, NO, 9)];
        assert_eq!(stands(&anew, &[(1, 5)], None, 50), Standing::Stated(1), "a new mandate");
    }

    #[test]
    fn a_position_without_a_reason_is_none() {
        assert!(!faults("").is_empty() && !faults("sì").is_empty());
        assert_eq!(faults("Mancano i trasporti."), []);
    }
}
