//! «Controverse» and «poco ascoltate»: numbers kept beside a text, by which lists are walked.

use crate::suppression::{SMALLEST, Shown};

/// Votes that are added to both sides' sum, so that six against five don't weigh like sixty
/// against fifty.
const DOUBT: u64 = 10;

/// How controversial a text is, from 0 to 1000: twice the smaller side ÷ (all + 10), in
/// thousandths.
///
/// Zero where either side has fewer than five people: a controversy needs two sides that may be
/// counted out loud. Passing is no side.
pub fn controversy(agree: u32, disagree: u32) -> u32 {
    let smaller = agree.min(disagree);
    if smaller < SMALLEST {
        return 0;
    }
    let all = u64::from(agree) + u64::from(disagree) + DOUBT;
    u32::try_from(2_000 * u64::from(smaller) / all).unwrap_or(1_000)
}

/// How much a text has been heard: its supporters as they are shown (*few* counts four) and its
/// public comments. The least heard come first, and of those the ones that wait longest.
pub fn heard(supports: Shown, comments: u32) -> u32 {
    let supports = match supports {
        Shown::Unknown | Shown::None => 0,
        Shown::Few => SMALLEST - 1,
        Shown::Exactly(count) => count,
    };
    supports.saturating_add(comments)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::suppression::people;

    #[test]
    fn the_formula_is_the_documented_one() {
        assert_eq!(controversy(5, 5), 500);
        assert_eq!(controversy(50, 50), 909);
        assert_eq!(controversy(60, 40), 727);
        assert_eq!(controversy(90, 10), 181);
        assert_eq!(controversy(u32::MAX, u32::MAX), 999);
        assert_eq!(controversy(400, 4), 0);
    }

    #[test]
    fn four_and_one_are_heard_alike() {
        assert_eq!(heard(people(1), 0), heard(people(4), 0));
        assert!(heard(people(0), 0) < heard(people(1), 0));
        assert!(heard(people(4), 0) < heard(people(5), 0));
        assert_eq!(heard(people(0), 3), 3);
    }

    proptest! {
        #[test]
        fn more_even_and_more_votes_are_more_controversial(
            small in 5_u32..1_000, more in 0_u32..1_000, times in 1_u32..10
        ) {
            prop_assert_eq!(controversy(small, small + more), controversy(small + more, small));
            prop_assert!(controversy(small, small + more) >= controversy(small, small + more + 1));
            prop_assert!(
                controversy(small * times, (small + more) * times) >= controversy(small, small + more)
            );
            prop_assert!(controversy(small, small + more) <= 1_000);
        }

        #[test]
        fn small_counts_do_not_move_anything(few in 0_u32..5, other in 0_u32..5, all in 0_u32..500) {
            prop_assert_eq!(controversy(few, all), controversy(other, all));
        }
    }
}
