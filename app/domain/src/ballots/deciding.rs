//! A body decides on what the declared rule for ties leaves open, with a reason
//! (domain.md §8, case 12).
//!
//! Fields: `place-ID` for each option that is still equal to another, a number; `reason`.

use std::collections::BTreeMap;

use super::file::Decision;
use super::rules::needed;
use super::tally::Tally;
use crate::faults::{Fault, What};
use crate::forms::Fields;

/// Most characters of a reason.
const REASON_MOST: u32 = 2_000;

/// Reads what a body decided on the ties of a count that are open, beside what it decided before.
///
/// # Errors
///
/// Every place that is missing, no number, or taken by another of the same tie; a reason of
/// fewer than five words.
pub fn parse(
    tally: &Tally,
    before: Option<&Decision>,
    body: &str,
    fields: &Fields,
) -> Result<Decision, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut order = before.map(|before| before.order.clone()).unwrap_or_default();
    for tied in tally.undecided() {
        let mut places: BTreeMap<u32, String> = BTreeMap::new();
        for id in tied {
            let field = format!("place-{id}");
            let place: u32 = needed(fields, &field, &mut faults);
            if places.insert(place, id).is_some() && place > 0 {
                faults.push(Fault::new(field, What::Repeated));
            }
        }
        order.extend(places.into_values());
    }
    let reason = fields.text("reason").to_owned();
    crate::contributions::text(&mut faults, "reason", &reason, REASON_MOST, 5);
    if !faults.is_empty() {
        return Err(faults);
    }
    let reason = match before {
        Some(before) => format!("{}\n{reason}", before.reason),
        None => reason,
    };
    Ok(Decision { body: body.to_owned(), order, reason })
}

#[cfg(test)]
mod tests {
    use super::super::choice::Choice;
    use super::super::export::whole;
    use super::super::rules::Rules;
    use super::super::tests::ballot_of;
    use super::super::{Urn, tally};
    use super::*;

    fn tied() -> (super::super::Ballot, Urn<u32>) {
        let ballot = ballot_of(Rules::Preferences { most: 2 }, &["a", "b", "c"]);
        let both = Choice::Options(vec!["a".into(), "b".into()]);
        (ballot, (0..6).map(|voter| (voter, both.clone())).collect())
    }

    fn decide(pairs: &[(&str, &str)]) -> Result<Decision, Vec<Fault>> {
        let (ballot, urn) = tied();
        let count = tally(&whole(&ballot, &urn, &[], None));
        let pairs = pairs.iter().map(|&(name, value)| (name.to_owned(), value.to_owned()));
        parse(&count, None, "Tavolo di Piano", &Fields::from_pairs(pairs))
    }

    #[test]
    fn a_decision_settles_the_tie_with_its_reason() {
        let reason = "Nella valle alta non c'è altro servizio.";
        let decision = decide(&[("place-a", "2"), ("place-b", "1"), ("reason", reason)]).unwrap();
        assert_eq!(decision.order, ["b", "a"]);
        let (ballot, urn) = tied();
        let count = tally(&whole(&ballot, &urn, &[], Some(&decision)));
        assert_eq!(count.undecided(), Vec::<Vec<String>>::new());
    }

    #[test]
    fn equal_places_and_a_missing_reason_are_told() {
        assert_eq!(
            decide(&[("place-a", "1"), ("place-b", "1"), ("reason", "sì")]),
            Err(vec![
                Fault::new("place-b", What::Repeated),
                Fault::new("reason", What::TooFewWords { least: 5 })
            ])
        );
        assert_eq!(
            decide(&[("reason", "Nella valle alta non c'è altro servizio.")]),
            Err(vec![Fault::new("place-a", What::Missing), Fault::new("place-b", What::Missing)])
        );
    }
}
