//! Rankings, counted by the Schulze method (Schulze 2011), with everything it looks at.
//!
//! The strength of a link is its winning votes: how many prefer A to B, if more do than prefer B
//! to A, else nought. A path is as strong as its weakest link. A beats B if the strongest path
//! from A to B is stronger than that from B to A. An option left out of a ballot is below all
//! that are in it, and equal to the others left out.

use std::collections::BTreeMap;

use serde::Serialize;

use super::choice::Choice;
use super::file::BallotFile;
use super::ties::{Settler, Tie};

/// What rankings came to. Tables have a line and a column for each option, in the ballot's order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RankingTally {
    /// The options, naming lines and columns.
    pub options: Vec<String>,
    /// How many prefer the line's option to the column's.
    pub pairwise: Vec<Vec<u64>>,
    /// Strength of the strongest path from the line's option to the column's.
    pub strongest_paths: Vec<Vec<u64>>,
    /// Those that no other beats.
    pub winners: Vec<String>,
    /// Places, the best first; several at one place are equal: undecided.
    pub ranking: Vec<Vec<String>>,
    /// Ties, and what became of them.
    pub ties: Vec<Tie>,
}

/// How many prefer which to which, from rows and from what stands instead of rows.
pub(super) fn pairwise(file: &BallotFile) -> Vec<Vec<u64>> {
    let size = file.options.len();
    let number: BTreeMap<&str, usize> =
        file.options.iter().enumerate().map(|(n, option)| (option.id.as_str(), n)).collect();
    let mut table = vec![vec![0; size]; size];
    for row in &file.rows {
        let Choice::Ranking(places) = &row.choice else { continue };
        // Place of each option; those left out come after all others.
        let mut place = vec![places.len(); size];
        for (at, options) in places.iter().enumerate() {
            for option in options.iter().filter_map(|id| number.get(id.as_str())) {
                place[*option] = at;
            }
        }
        for (line, cells) in table.iter_mut().enumerate() {
            for (column, cell) in cells.iter_mut().enumerate() {
                if place[line] < place[column] {
                    *cell += u64::from(row.count);
                }
            }
        }
    }
    if let Some(others) = &file.pairwise {
        for (cells, more) in table.iter_mut().zip(&others.table) {
            for (cell, &more) in cells.iter_mut().zip(more) {
                *cell += u64::from(more);
            }
        }
    }
    table
}

/// Counts rankings.
pub(super) fn tally(file: &BallotFile) -> RankingTally {
    let settler = Settler::of(file);
    let pairwise = pairwise(file);
    let paths = strongest_paths(&pairwise);
    let beats = |first: usize, second: usize| paths[first][second] > paths[second][first];
    let all: Vec<usize> = (0..file.options.len()).collect();
    let unbeaten = |among: &[usize]| -> Vec<usize> {
        let nobody_beats = |&option: &usize| among.iter().all(|&other| !beats(other, option));
        among.iter().copied().filter(nobody_beats).collect()
    };
    let (mut ranking, mut ties) = (Vec::new(), Vec::new());
    let mut left = all.clone();
    // Among those unbeaten by what is left, the rule for ties says who goes first. Beating is
    // transitive, so somebody always is.
    while !left.is_empty() {
        let tied = unbeaten(&left);
        let (groups, _) = settler.settle(&tied, false);
        let Some(first) = groups.into_iter().next().filter(|group| !group.is_empty()) else {
            break;
        };
        if tied.len() > 1 {
            ties.push(settler.told(&tied, false));
        }
        left.retain(|option| !first.contains(option));
        ranking.push(settler.ids(&first));
    }
    RankingTally {
        options: settler.ids(&all),
        winners: settler.ids(&unbeaten(&all)),
        pairwise,
        strongest_paths: paths,
        ranking,
        ties,
    }
}

/// Strengths of the strongest paths, by way of each option in turn.
fn strongest_paths(pairwise: &[Vec<u64>]) -> Vec<Vec<u64>> {
    let size = pairwise.len();
    let mut paths = vec![vec![0; size]; size];
    for (line, cells) in paths.iter_mut().enumerate() {
        for (column, cell) in cells.iter_mut().enumerate() {
            if pairwise[line][column] > pairwise[column][line] {
                *cell = pairwise[line][column];
            }
        }
    }
    for by in 0..size {
        let onward = paths[by].clone();
        for (line, cells) in paths.iter_mut().enumerate() {
            let to = cells[by];
            if line == by || to == 0 {
                continue;
            }
            for (column, cell) in cells.iter_mut().enumerate() {
                if column != line {
                    *cell = (*cell).max(to.min(onward[column]));
                }
            }
        }
    }
    paths
}

#[cfg(test)]
mod tests {
    use super::super::ballot::BallotOption;
    use super::super::file::{FORMAT, Row};
    use super::super::rules::{Rules, TieRule};
    use super::super::ties::Criterion;
    use super::*;

    /// A file of rankings written as «5 ACBED», the options those of the first line.
    fn rankings(lines: &str) -> BallotFile {
        let mut rows = Vec::new();
        for (index, line) in lines.lines().map(str::trim).filter(|l| !l.is_empty()).enumerate() {
            let (count, order) = line.split_once(' ').unwrap();
            let ranking = order.chars().map(|option| vec![option.to_string()]).collect();
            rows.push(Row {
                id: index.to_string(),
                count: count.parse().unwrap(),
                choice: Choice::Ranking(ranking),
            });
        }
        let mut ids: Vec<char> = lines.chars().filter(|c| c.is_ascii_uppercase()).collect();
        ids.sort_unstable();
        ids.dedup();
        let option = |id: &char| BallotOption { id: id.to_string(), ..BallotOption::default() };
        BallotFile {
            format: FORMAT.into(),
            title: "Esempio".into(),
            rules: Rules::Ranking { most: None, equal: false },
            tie_rule: TieRule::Declared,
            options: ids.iter().map(option).collect(),
            decision: None,
            ballots: rows.iter().map(|row| row.count).sum(),
            rows,
            totals: None,
            answers: None,
            pairwise: None,
        }
    }

    fn order(tally: &RankingTally) -> String {
        tally.ranking.iter().map(|place| place.concat()).collect::<Vec<_>>().join(" ")
    }

    /// 45 voters; Schulze (2011), example 1, also in Wikipedia's article.
    const FORTY_FIVE: &str =
        "5 ACBED\n 5 ADECB\n 8 BEDAC\n 3 CABED\n 7 CAEBD\n 2 CBADE\n 7 DCEBA\n 8 EBADC";

    #[test]
    fn the_published_example_of_forty_five_voters() {
        let tally = tally(&rankings(FORTY_FIVE));
        assert_eq!(
            tally.pairwise,
            [
                [0, 20, 26, 30, 22],
                [25, 0, 16, 33, 18],
                [19, 29, 0, 17, 24],
                [15, 12, 28, 0, 14],
                [23, 27, 21, 31, 0],
            ]
        );
        assert_eq!(
            tally.strongest_paths,
            [
                [0, 28, 28, 30, 24],
                [25, 0, 28, 33, 24],
                [25, 29, 0, 29, 24],
                [25, 28, 28, 0, 24],
                [25, 28, 28, 31, 0],
            ]
        );
        assert_eq!(order(&tally), "E A C B D");
        assert_eq!((tally.winners, tally.ties), (vec!["E".to_owned()], vec![]));
    }

    #[test]
    fn a_condorcet_winner_wins() {
        // The four cities of Tennessee, 100 voters (Wikipedia, «Condorcet method»).
        let tally = tally(&rankings("42 MNCK\n 26 NCKM\n 15 CKNM\n 17 KCNM"));
        assert_eq!(order(&tally), "N C K M");
    }

    #[test]
    fn a_cycle_is_broken_at_its_weakest_link() {
        // A beats B by 7, B beats C by 6, C beats A by 5 of 9.
        let tally = tally(&rankings("4 ABC\n 3 BCA\n 2 CAB"));
        assert_eq!(order(&tally), "A B C");
    }

    #[test]
    fn what_is_left_out_comes_last_and_equal() {
        let tally = tally(&rankings("2 AB\n 1 C"));
        assert_eq!(tally.pairwise, [[0, 2, 2], [0, 0, 2], [1, 1, 0]]);
        assert_eq!(order(&tally), "A B C");
    }

    #[test]
    fn a_tie_is_open_until_the_rule_or_the_body_settles_it() {
        let mut file = rankings("1 ABC\n 1 BAC");
        let open = tally(&file);
        assert_eq!((order(&open).as_str(), open.winners.len()), ("AB C", 2));
        assert_eq!(open.ties[0].order, vec![vec!["A", "B"]]);
        file.options[0].municipalities = Some(1);
        file.options[1].municipalities = Some(4);
        let settled = tally(&file);
        assert_eq!(order(&settled), "B A C");
        assert_eq!(settled.ties[0].settled_by, vec![Criterion::Municipalities]);
        assert_eq!(settled.winners.len(), 2, "who is unbeaten doesn't hang on the rule for ties");
    }

    #[test]
    fn who_beats_whom_goes_before_the_rule_for_ties() {
        // A beats B; C is equal with both and comes from few municipalities.
        let mut file = rankings("1 ABC\n 1 CAB");
        assert_eq!(order(&tally(&file)), "AC B");
        for (option, municipalities) in file.options.iter_mut().zip([5, 4, 1]) {
            option.municipalities = Some(municipalities);
        }
        assert_eq!(order(&tally(&file)), "A B C");
    }
}
