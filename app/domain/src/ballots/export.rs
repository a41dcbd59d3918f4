//! From the ballots of a closed vote to its file.
//!
//! [`whole`] has every ballot in a row and is for the server's own count: it must never be
//! published. [`publish`] is what a page offers: shuffled, under random ids, and with fewer than
//! [`LEAST_ROWS`] ballots without rows at all, since a rare ranking is a signature
//! (domain.md §3.4). The totals of few people on paper are one as well: then all are told
//! together.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::ballot::Ballot;
use super::file::{Answers, BallotFile, Decision, FORMAT, Pairwise, Row};
use super::paper::Totals;
use super::rules::Rules;
use super::urn::Urn;
use super::{schulze, tally};

/// The least number of ballots that are published one by one.
pub const LEAST_ROWS: usize = 30;

/// Fewer ids than there are rows to publish.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{needed} row ids are needed, all different")]
pub struct TooFewIds {
    /// How many are needed.
    pub needed: usize,
}

/// Every ballot in a row, numbered in an order that tells nothing; what two people counted on
/// paper beside it, all lots together. For the count alone.
pub fn whole<K: Ord>(
    ballot: &Ballot,
    urn: &Urn<K>,
    paper: &[Totals],
    decision: Option<&Decision>,
) -> BallotFile {
    let rows: Vec<Row> = urn
        .choices()
        .into_iter()
        .enumerate()
        .map(|(number, choice)| Row { id: (number + 1).to_string(), count: 1, choice })
        .collect();
    let lots = paper.iter().fold(None, |sum: Option<Totals>, lot| match sum {
        Some(sum) => Some(sum.and(lot)),
        None => Some(lot.clone()),
    });
    let on_paper = lots.as_ref().map_or(0, |totals| totals.persons);
    BallotFile {
        format: FORMAT.to_owned(),
        title: ballot.title.clone(),
        rules: ballot.rules.clone(),
        tie_rule: ballot.tie_rule,
        options: ballot.options.clone(),
        decision: decision.cloned(),
        ballots: super::rules::count(rows.len()).saturating_add(on_paper),
        rows,
        totals: lots,
        answers: None,
        pairwise: None,
    }
}

/// The file that is published after closing.
///
/// `seed` shuffles the rows and is thrown away; rows are in order of what they say before that,
/// so that even the seed gives back nothing of when a ballot was cast. `row_ids` are random, at
/// least one a ballot, and mean nothing. Paper lots are added together: a lot says where it was.
///
/// With fewer than [`LEAST_ROWS`] ballots in the urn, or fewer of paper, there are no rows,
/// except positions, which are public by nature. Then equal shares can't be recomputed from it,
/// all else can ([`BallotFile::is_whole`]).
///
/// # Errors
///
/// If there are fewer different ids than rows.
pub fn publish<K: Ord>(
    ballot: &Ballot,
    urn: &Urn<K>,
    paper: &[Totals],
    decision: Option<&Decision>,
    seed: [u8; 32],
    row_ids: &[Uuid],
) -> Result<BallotFile, TooFewIds> {
    let file = whole(ballot, urn, paper, decision);
    let public_by_nature = matches!(ballot.rules, Rules::Position);
    let on_paper = file.totals.as_ref().map(|totals| totals.persons as usize);
    let few = |voters: usize| voters < LEAST_ROWS;
    if (few(urn.count()) || on_paper.is_some_and(few)) && !public_by_nature {
        return Ok(without_rows(file));
    }
    let mut ids = row_ids.to_vec();
    ids.sort_unstable();
    ids.dedup();
    if ids.len() < file.rows.len() || ids.len() < row_ids.len() {
        return Err(TooFewIds { needed: file.rows.len() });
    }
    let mut rows = file.rows;
    shuffle(&mut rows, seed);
    for (row, id) in rows.iter_mut().zip(row_ids) {
        row.id = id.simple().to_string();
        row.choice = row.choice.clone().without_words();
    }
    Ok(BallotFile { rows, ..file })
}

/// The same ballots, only as what they come to.
fn without_rows(file: BallotFile) -> BallotFile {
    let in_rows = super::rules::count(file.rows.len());
    let told = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
    let mut few = BallotFile { rows: Vec::new(), totals: None, ..file.clone() };
    match file.rules {
        Rules::Support | Rules::Preferences { .. } | Rules::Dots { .. } | Rules::Budget { .. } => {
            let counts: BTreeMap<String, u32> = tally::counts(&file)
                .into_iter()
                .map(|(id, count)| (id.to_owned(), told(count)))
                .collect();
            let given = counts.values().map(|&count| u64::from(count)).sum();
            let blanks = file.rules.on_paper().and_then(|(each_has, _)| {
                let all = u64::from(each_has?) * u64::from(file.ballots);
                Some(told(all.saturating_sub(given)))
            });
            few.totals = Some(Totals { persons: file.ballots, counts, blanks });
        }
        Rules::Ranking { .. } => {
            let table = schulze::pairwise(&file);
            let table = table.into_iter().map(|line| line.into_iter().map(told).collect());
            few.pairwise = Some(Pairwise { persons: in_rows, table: table.collect() });
        }
        Rules::Consent | Rules::Statements | Rules::Position => {
            let on = tally::answers_on(&file).into_iter().map(|on| {
                let answers = on.answers.into_iter().map(|(code, count)| (code, told(count)));
                (on.option, answers.collect())
            });
            few.answers = Some(Answers { persons: in_rows, on: on.collect() });
        }
    }
    few
}

/// Fisher and Yates, with numbers drawn from SHA-256 of the seed and a counter.
fn shuffle(rows: &mut [Row], seed: [u8; 32]) {
    let mut counter = 0_u64;
    let mut draw = |below: u64| loop {
        let mut sha = Sha256::new();
        sha.update(seed);
        sha.update(counter.to_be_bytes());
        counter += 1;
        let digest: [u8; 32] = sha.finalize().into();
        let [a, b, c, d, e, f, g, h, ..] = digest;
        let number = u64::from_be_bytes([a, b, c, d, e, f, g, h]);
        // The numbers above the last multiple would make the first rows likelier.
        if number < u64::MAX - u64::MAX % below {
            return number % below;
        }
    };
    for last in (1..rows.len()).rev() {
        let other = draw(last as u64 + 1);
        rows.swap(last, usize::try_from(other).unwrap_or(last));
    }
}

#[cfg(test)]
mod tests {
    use super::super::choice::{Choice, Consent, Said};
    use super::super::rules::Utilities;
    use super::super::tests::ballot_of;
    use super::*;

    fn ballot(rules: Rules) -> Ballot {
        ballot_of(rules, &["a", "b"])
    }

    fn ids(count: u128) -> Vec<Uuid> {
        (1..=count).map(|number| Uuid::from_u128(number * 7_919)).collect()
    }

    fn dots(voters: u32) -> Urn<u32> {
        let choice = |voter| Choice::Dots(BTreeMap::from([("a".to_owned(), 1 + voter % 2)]));
        (0..voters).map(|voter| (voter, choice(voter))).collect()
    }

    const DOTS: Rules = Rules::Dots { dots: 3, most_each: 2 };

    #[test]
    fn thirty_ballots_are_shuffled_under_random_ids() {
        let (urn, ids) = (dots(30), ids(30));
        let publish = |seed| publish(&ballot(DOTS), &urn, &[], None, [seed; 32], &ids).unwrap();
        let file = publish(1);
        assert_eq!((file.ballots, file.rows.len(), file.totals.as_ref()), (30, 30, None));
        assert_eq!(file.rows[0].id, ids[0].simple().to_string());
        let choices = |file: &BallotFile| -> Vec<Choice> {
            file.rows.iter().map(|row| row.choice.clone()).collect()
        };
        assert_ne!(choices(&file), choices(&publish(2)));
        assert_eq!(choices(&file), choices(&publish(1)));
        let mut sorted = choices(&file);
        sorted.sort();
        assert_eq!(sorted, urn.choices());
    }

    #[test]
    fn every_row_can_come_first() {
        let urn = dots(31);
        let numbered = whole(&ballot(DOTS), &urn, &[], None).rows;
        let mut first = std::collections::BTreeSet::new();
        for seed in 0..=255 {
            let mut rows = numbered.clone();
            shuffle(&mut rows, [seed; 32]);
            first.insert(rows[0].id.clone());
        }
        assert_eq!(first.len(), 31);
    }

    #[test]
    fn fewer_than_thirty_are_only_totals() {
        let paper = [
            Totals {
                persons: 2,
                counts: BTreeMap::from([("a".into(), 3), ("b".into(), 2)]),
                blanks: Some(1),
            },
            Totals { persons: 1, counts: BTreeMap::from([("b".into(), 2)]), blanks: Some(1) },
        ];
        let file = publish(&ballot(DOTS), &dots(29), &paper, None, [0; 32], &[]).unwrap();
        assert!(file.rows.is_empty() && file.is_whole());
        let totals = file.totals.clone().unwrap();
        assert_eq!((file.ballots, totals.persons), (32, 32));
        assert_eq!(totals.counts, BTreeMap::from([("a".into(), 46), ("b".into(), 4)]));
        assert_eq!(totals.blanks, Some(32 * 3 - 50));
        assert_eq!(super::super::file::read(&file.to_json()), Ok(file));
    }

    #[test]
    fn few_on_paper_are_told_together_with_all_others() {
        let lot = |persons| Totals {
            persons,
            counts: BTreeMap::from([("b".into(), persons)]),
            blanks: Some(2 * persons),
        };
        let publish = |paper: &[Totals]| {
            publish(&ballot(DOTS), &dots(40), paper, None, [0; 32], &ids(40)).unwrap()
        };
        let file = publish(&[lot(1)]);
        assert_eq!((file.rows.len(), file.totals.unwrap().persons), (0, 41));
        let file = publish(&[lot(10), lot(20)]);
        assert_eq!((file.rows.len(), file.totals.unwrap().persons), (40, 30));
    }

    #[test]
    fn the_totals_of_a_budget_do_not_give_equal_shares_again() {
        let rules =
            Rules::Budget { budget: 9, decimals: 0, utilities: Utilities::Cost, most: None };
        let urn: Urn<u32> =
            (0..4).map(|voter| (voter, Choice::Options(vec!["a".into()]))).collect();
        let ballot = ballot(rules);
        assert!(whole(&ballot, &urn, &[], None).is_whole());
        let file = publish(&ballot, &urn, &[], None, [0; 32], &[]).unwrap();
        assert!(!file.is_whole());
        assert_eq!(super::super::file::read(&file.to_json()), Ok(file));
    }

    #[test]
    fn words_stay_at_home() {
        let said = Said { value: Consent::Reserve, reason: "Abito lì".to_owned() };
        let choice = Choice::Consent(BTreeMap::from([("a".to_owned(), said)]));
        let urn: Urn<u32> = (0..40).map(|voter| (voter, choice.clone())).collect();
        let file = publish(&ballot(Rules::Consent), &urn, &[], None, [0; 32], &ids(40)).unwrap();
        assert!(!file.to_json().contains("Abito"));
        assert_eq!(super::super::file::read(&file.to_json()), Ok(file));
    }

    #[test]
    fn ids_must_be_enough_and_different() {
        let needed = Err(TooFewIds { needed: 30 });
        let urn = dots(30);
        assert_eq!(publish(&ballot(DOTS), &urn, &[], None, [0; 32], &ids(29)), needed);
        let same = vec![Uuid::from_u128(1); 40];
        assert_eq!(publish(&ballot(DOTS), &urn, &[], None, [0; 32], &same), needed);
    }
}
