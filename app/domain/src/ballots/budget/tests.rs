//! Equal shares against a count that does it the long way, and on published examples.

use num_traits::Zero;
use proptest::prelude::*;

use super::super::ballot::BallotOption;
use super::super::choice::Choice;
use super::super::file::{BallotFile, Decision, FORMAT, Row};
use super::super::rules::{Rules, TieRule};
use super::*;

/// A file of options with costs, and ballots as words of letters, `a` the first option.
fn file(budget: u64, costs: &[u64], ballots: &[&str]) -> BallotFile {
    let id = |number: usize| char::from(b'a' + u8::try_from(number).unwrap()).to_string();
    let option = |(number, &cost): (usize, &u64)| BallotOption {
        id: id(number),
        cost: Some(cost),
        ..BallotOption::default()
    };
    let row = |(number, ballot): (usize, &&str)| Row {
        id: number.to_string(),
        count: 1,
        choice: Choice::Options(ballot.chars().map(String::from).collect()),
    };
    BallotFile {
        format: FORMAT.into(),
        title: "Bilancio".into(),
        rules: Rules::Budget { budget, decimals: 0, utilities: Utilities::Cost, most: None },
        tie_rule: TieRule::ById,
        options: costs.iter().enumerate().map(option).collect(),
        decision: None,
        ballots: u32::try_from(ballots.len()).unwrap(),
        rows: ballots.iter().enumerate().map(row).collect(),
        totals: None,
        answers: None,
        pairwise: None,
    }
}

fn counted(file: &BallotFile, utilities: Utilities) -> BudgetTally {
    let Rules::Budget { budget, decimals, .. } = file.rules else { panic!("no budget") };
    tally(file, (budget, decimals), utilities)
}

fn shares(file: &BallotFile, utilities: Utilities) -> EqualShares {
    counted(file, utilities).equal_shares.unwrap()
}

#[test]
fn utilities_make_a_difference() {
    // The example in the tests of pabutools: 1, 0.9, 2 and 1.09 of 4.
    let mut file = file(400, &[100, 90, 200, 109], &["a", "bcd", "bcd", "c"]);
    file.rules = Rules::Budget { budget: 400, decimals: 2, utilities: Utilities::Cost, most: None };
    let by_cost = shares(&file, Utilities::Cost).before;
    assert_eq!(by_cost.funded, ["c", "a"]);
    assert_eq!(by_cost.endowment, "100");
    assert_eq!((by_cost.steps[0].supporters, by_cost.steps[0].price.as_str()), (3, "66.666667"));
    assert_eq!(by_cost.steps[0].rate, "0.333333333333");
    let by_number = shares(&file, Utilities::Count).before;
    assert_eq!(by_number.funded, ["b", "d", "a"]);
}

#[test]
fn a_minority_gets_its_share() {
    // 51 of 100 choose ten red options, 49 ten blue ones; ten can be paid for.
    let ballots: Vec<&str> =
        (0..100).map(|voter| if voter < 51 { "abcdefghij" } else { "klmnopqrst" }).collect();
    let tally = counted(&file(1_000, &[100; 20], &ballots), Utilities::Cost);
    let red = |funded: &[String]| funded.iter().filter(|id| id.as_str() < "k").count();
    let greedy = &tally.greedy;
    assert_eq!((greedy.funded.len(), red(&greedy.funded), greedy.heard), (10, 10, Some(51)));
    let shares = tally.equal_shares.unwrap();
    assert_eq!((shares.before.funded.len(), red(&shares.before.funded)), (9, 5));
    let raised = shares.raised.unwrap();
    assert_eq!((raised.endowment.as_str(), raised.funded.len()), ("11", 10));
    let outcome = shares.outcome;
    assert_eq!((red(&outcome.funded), outcome.left, outcome.heard), (5, 0, Some(100)));
}

#[test]
fn who_has_less_pays_all_they_have() {
    // The first voter pays 6 for a and has 4 left; for b the second pays the other 7.
    let before = shares(&file(20, &[6, 11], &["ab", "b"]), Utilities::Cost).before;
    assert_eq!(before.funded, ["b"], "5.5 each for b is cheaper by cost than 6 for a");
    let mut costs = file(20, &[5, 11], &["ab", "ab"]);
    costs.rows[1].choice = Choice::Options(vec!["b".into()]);
    let before = shares(&costs, Utilities::Count).before;
    assert_eq!(before.funded, ["a", "b"]);
    assert_eq!(before.steps[1].price, "6");
    assert_eq!(before.steps[1].paying, 2);
}

#[test]
fn an_open_tie_is_undecided_until_the_body_has_spoken() {
    let mut file = file(10, &[10, 10, 3], &["a", "b", "a", "b", "c"]);
    file.tie_rule = TieRule::Declared;
    let open = counted(&file, Utilities::Cost);
    assert_eq!((open.greedy.funded.len(), open.greedy.spent), (0, 0));
    assert_eq!(open.greedy.undecided, ["a", "b"]);
    assert!(open.greedy.all_ways);
    assert_eq!(open.greedy.ties[0].order, [["a", "b"]]);
    file.decision = Some(Decision {
        body: "Tavolo di Piano".into(),
        order: vec!["b".into(), "a".into()],
        reason: "Serve chi oggi non ha niente.".into(),
    });
    let settled = counted(&file, Utilities::Cost);
    assert_eq!((settled.greedy.funded, settled.greedy.undecided.len()), (vec!["b".to_owned()], 0));
    file.options[0].municipalities = Some(3);
    file.options[1].municipalities = Some(2);
    assert_eq!(counted(&file, Utilities::Cost).greedy.funded, ["a"]);
}

#[test]
fn a_tie_without_consequence_leaves_nothing_undecided() {
    // a and b cost the same for their voters, and both are bought whoever goes first.
    let mut file = file(20, &[10, 10], &["a", "b"]);
    file.tie_rule = TieRule::Declared;
    let outcome = shares(&file, Utilities::Cost).outcome;
    assert_eq!(
        (outcome.funded.as_slice(), outcome.undecided.len()),
        (&["a", "b"].map(String::from)[..], 0)
    );
    assert_eq!(outcome.ties[0].order, [["a", "b"]]);
}

#[test]
fn ties_that_can_be_taken_in_too_many_ways_are_told() {
    // Six that one voter chose, one unit too dear together: any of them can be the one left out,
    // in 6! ways of going through them.
    let mut file = file(62, &[1, 1, 6, 27, 20, 8], &["abcdef"]);
    file.tie_rule = TieRule::Declared;
    assert!(!counted(&file, Utilities::Cost).greedy.all_ways);
}

#[test]
fn other_formats_take_ties_by_id_in_the_open() {
    let mut file = file(10, &[10, 10], &["a", "b"]);
    file.options[0].id = "9".into();
    file.options[1].id = "10".into();
    for (row, id) in file.rows.iter_mut().zip(["9", "10"]) {
        row.choice = Choice::Options(vec![id.into()]);
    }
    let greedy = counted(&file, Utilities::Cost).greedy;
    assert_eq!((greedy.funded, greedy.undecided.len()), (vec!["10".to_owned()], 0));
    assert_eq!(greedy.ties[0].options, ["9", "10"]);
}

#[test]
fn what_nobody_chose_is_not_funded_and_what_is_free_is() {
    let file = file(10, &[1, 0, 4], &["b", "c", ""]);
    let tally = counted(&file, Utilities::Cost);
    let shares = tally.equal_shares.unwrap();
    assert_eq!((shares.outcome.funded.len(), shares.by_votes), (2, vec!["b".to_owned()]));
    assert_eq!(tally.greedy.funded, ["b", "c"]);
    assert_eq!(self::shares(&file, Utilities::Count).before.funded, ["b"]);
    let nobody = counted(&self::file(10, &[1], &[]), Utilities::Cost);
    assert!(nobody.equal_shares.is_none() && nobody.greedy.funded.is_empty());
}

#[test]
fn a_share_is_raised_far_in_few_steps() {
    // The one voter of b can pay for it alone only with a share of 900 000 000: one unit at a
    // time that is a count for each.
    let file = file(1_000_000_000, &[1, 900_000_000], &["a", "b", "a", "a"]);
    let raised = shares(&file, Utilities::Cost).raised.unwrap();
    assert_eq!((raised.endowment.as_str(), raised.spent), ("900000000", 900_000_001));
}

/// Equal shares the long way: every voter alone, every number a fraction, in the order of ids.
fn long_way(
    budget: u64,
    raise: u64,
    costs: &[u64],
    utilities: Utilities,
    ballots: &[Vec<usize>],
) -> Vec<(usize, BigRational)> {
    let whole = |number: u64| BigRational::from(BigInt::from(number));
    let share = whole(budget) / whole(ballots.len() as u64) + whole(raise);
    let mut purses = vec![share; ballots.len()];
    let mut bought: Vec<(usize, BigRational)> = Vec::new();
    loop {
        let mut best: Option<(BigRational, BigRational, usize)> = None;
        for (option, &cost) in costs.iter().enumerate() {
            let payers: Vec<&BigRational> = (0..ballots.len())
                .filter(|&voter| ballots[voter].contains(&option))
                .map(|voter| &purses[voter])
                .collect();
            let have: BigRational = payers.iter().copied().sum();
            if bought.iter().any(|(done, _)| *done == option) || have < whole(cost) || cost == 0 {
                continue;
            }
            // The least price at which they pay for it together.
            let price = payers
                .iter()
                .map(|&bound| {
                    let poor: BigRational = payers.iter().copied().filter(|p| *p < bound).sum();
                    let rich = payers.iter().filter(|p| **p >= bound).count();
                    (whole(cost) - poor) / whole(rich as u64)
                })
                .filter(|price| {
                    payers.iter().map(|p| (*p).min(price)).sum::<BigRational>() == whole(cost)
                })
                .min()
                .unwrap();
            let rate = match utilities {
                Utilities::Cost => &price / whole(cost),
                Utilities::Count => price.clone(),
            };
            if best.as_ref().is_none_or(|(least, ..)| rate < *least) {
                best = Some((rate, price, option));
            }
        }
        let Some((_, price, option)) = best else { return bought };
        for (voter, purse) in purses.iter_mut().enumerate() {
            if ballots[voter].contains(&option) {
                *purse = (&*purse - &price).max(BigRational::zero());
            }
        }
        bought.push((option, price));
    }
}

/// Raising one unit at a time, the long way.
fn raised_the_long_way(
    budget: u64,
    costs: &[u64],
    utilities: Utilities,
    ballots: &[Vec<usize>],
) -> Vec<usize> {
    let options = |raise| -> Vec<usize> {
        long_way(budget, raise, costs, utilities, ballots).into_iter().map(|(o, _)| o).collect()
    };
    let cost = |bought: &[usize]| bought.iter().map(|&option| costs[option]).sum::<u64>();
    let mut last = options(0);
    for raise in 1.. {
        let fits = |option: usize| {
            !last.contains(&option)
                && costs[option] > 0
                && ballots.iter().any(|ballot| ballot.contains(&option))
                && cost(&last) + costs[option] <= budget
        };
        if !(0..costs.len()).any(fits) {
            break;
        }
        let next = options(raise);
        if cost(&next) > budget {
            break;
        }
        last = next;
    }
    last
}

type Instance = (u64, Vec<u64>, Vec<Vec<usize>>);

/// Few options and voters with small numbers, so that ties are frequent.
fn instance() -> impl Strategy<Value = Instance> {
    (1_usize..7, 1_usize..10).prop_flat_map(|(options, voters)| {
        let ballot = proptest::sample::subsequence((0..options).collect::<Vec<_>>(), 0..=options);
        (
            1_u64..120,
            proptest::collection::vec(1_u64..60, options),
            proptest::collection::vec(ballot, voters),
        )
    })
}

fn as_file((budget, costs, ballots): &Instance) -> BallotFile {
    let words: Vec<String> = ballots
        .iter()
        .map(|ballot| ballot.iter().map(|&o| char::from(b'a' + o as u8)).collect())
        .collect();
    file(*budget, costs, &words.iter().map(String::as_str).collect::<Vec<_>>())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn equal_shares_are_what_they_are_the_long_way(instance in instance()) {
        let (budget, costs, ballots) = &instance;
        let file = as_file(&instance);
        for utilities in [Utilities::Cost, Utilities::Count] {
            let shares = shares(&file, utilities);
            let long = long_way(*budget, 0, costs, utilities, ballots);
            let told: Vec<(String, String)> = shares.before.steps.iter()
                .map(|step| (step.option.clone(), step.price.clone())).collect();
            let expected: Vec<(String, String)> = long.iter()
                .map(|(option, price)| (file.options[*option].id.clone(), decimal(price, PRICE_DIGITS)))
                .collect();
            prop_assert_eq!(told, expected);
            prop_assert!(shares.before.spent <= *budget);

            let last = shares.raised.as_ref().unwrap_or(&shares.before);
            let long = raised_the_long_way(*budget, costs, utilities, ballots);
            let expected: Vec<&String> = long.iter().map(|&o| &file.options[o].id).collect();
            prop_assert_eq!(last.funded.iter().collect::<Vec<_>>(), expected);
            prop_assert!(shares.outcome.spent <= *budget);
        }
    }

    #[test]
    fn a_group_that_can_pay_for_what_only_it_wants_gets_it(instance in instance()) {
        // The first option's voters choose nothing else: it is funded exactly if their shares
        // come to its cost.
        let (budget, costs, mut ballots) = instance;
        for ballot in &mut ballots {
            if ballot.contains(&0) {
                *ballot = vec![0];
            }
        }
        let voters = ballots.iter().filter(|ballot| ballot.contains(&0)).count() as u64;
        let can_pay = budget * voters >= costs[0] * ballots.len() as u64 && voters > 0;
        let before = shares(&as_file(&(budget, costs, ballots)), Utilities::Cost).before;
        prop_assert_eq!(before.funded.contains(&"a".to_owned()), can_pay);
    }

    #[test]
    fn names_do_not_matter_where_the_rule_is_declared(instance in instance()) {
        let mut file = as_file(&instance);
        file.tie_rule = TieRule::Declared;
        let tally = counted(&file, Utilities::Cost);
        // The same options under names in the opposite order.
        let renamed = |id: &str| char::from(b'z' - (id.as_bytes()[0] - b'a')).to_string();
        let mut other = file.clone();
        for option in &mut other.options {
            option.id = renamed(&option.id);
        }
        for row in &mut other.rows {
            if let Choice::Options(ids) = &mut row.choice {
                ids.iter_mut().for_each(|id| *id = renamed(id));
            }
        }
        let other = counted(&other, Utilities::Cost);
        let sets = |spending: &Spending, name: &dyn Fn(&str) -> String| {
            let set = |ids: &[String]| {
                ids.iter().map(|id| name(id)).collect::<std::collections::BTreeSet<_>>()
            };
            (set(&spending.funded), set(&spending.undecided))
        };
        let same = |id: &str| id.to_owned();
        if tally.greedy.all_ways && other.greedy.all_ways {
            prop_assert_eq!(sets(&tally.greedy, &renamed), sets(&other.greedy, &same));
        }
        let (one, two) = (tally.equal_shares.unwrap(), other.equal_shares.unwrap());
        if one.outcome.all_ways && two.outcome.all_ways {
            prop_assert_eq!(sets(&one.outcome, &renamed), sets(&two.outcome, &same));
        }
    }

    #[test]
    fn what_is_funded_for_certain_does_not_hang_on_the_body(instance in instance(), turned in any::<bool>()) {
        let mut file = as_file(&instance);
        file.tie_rule = TieRule::Declared;
        let open = shares(&file, Utilities::Count).outcome;
        let mut order: Vec<String> = file.options.iter().map(|option| option.id.clone()).collect();
        if turned {
            order.reverse();
        }
        file.decision = Some(Decision { body: "Tavolo".into(), order, reason: "Perché sì".into() });
        let decided = shares(&file, Utilities::Count).outcome;
        prop_assert!(decided.undecided.is_empty());
        for id in &open.funded {
            prop_assert!(decided.funded.contains(id));
        }
        for id in decided.funded.iter().filter(|_| open.all_ways) {
            prop_assert!(open.funded.contains(id) || open.undecided.contains(id));
        }
    }
}
