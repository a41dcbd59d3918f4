//! Ties: settled by the rule declared before opening, else left open and named.
//!
//! More municipalities represented, then more linked needs, then the body's written order
//! (domain.md §8, case 12; invariant 15). Never by time, and by id only for elections of other
//! formats whose method has to go on, in the open.

use std::collections::BTreeMap;

use serde::Serialize;

use super::ballot::BallotOption;
use super::file::{BallotFile, Decision};
use super::rules::TieRule;
use crate::coded::coded;

coded! {
    /// What settled a tie, or a part of it.
    Criterion {
        /// More municipalities represented.
        Municipalities = "comuni",
        /// More linked needs.
        Needs = "bisogni",
        /// The body's decision.
        Body = "organo",
        /// The id, as text: only for elections of other formats.
        Id = "identificativo",
    }
}

/// Options that were equal, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Tie {
    /// The options, as the ballot has them in order.
    pub options: Vec<String>,
    /// What told them apart, in the order in which it was asked.
    pub settled_by: Vec<Criterion>,
    /// What came out of it, the first first; several together are still equal: undecided.
    pub order: Vec<Vec<String>>,
}

/// The rule of a ballot with what it needs to know.
#[derive(Debug)]
pub(super) struct Settler<'a> {
    options: &'a [BallotOption],
    rule: TieRule,
    /// Place of an option in the body's order.
    decided: BTreeMap<usize, usize>,
}

impl<'a> Settler<'a> {
    /// The rule of a file.
    pub(super) fn of(file: &'a BallotFile) -> Self {
        let places = |decision: &Decision| {
            let place_of = |id| decision.order.iter().position(|named| named == id);
            let numbered = file.options.iter().enumerate();
            numbered.filter_map(|(index, option)| Some((index, place_of(&option.id)?))).collect()
        };
        Settler {
            options: &file.options,
            rule: file.tie_rule,
            decided: file.decision.as_ref().map(places).unwrap_or_default(),
        }
    }

    /// The id of an option.
    pub(super) fn id(&self, option: usize) -> &'a str {
        self.options.get(option).map_or("", |option| option.id.as_str())
    }

    /// The ids of options.
    pub(super) fn ids(&self, options: &[usize]) -> Vec<String> {
        options.iter().map(|&option| self.id(option).to_owned()).collect()
    }

    /// Tells equal options apart as far as the rule does. Where the method has to go on, the
    /// rule of other formats decides by id.
    pub(super) fn settle(
        &self,
        tied: &[usize],
        goes_on: bool,
    ) -> (Vec<Vec<usize>>, Vec<Criterion>) {
        let mut tied = tied.to_vec();
        tied.sort_unstable();
        let (mut groups, mut used) = (vec![tied], Vec::new());
        let rule: &[Criterion] = match self.rule {
            TieRule::Declared => &[Criterion::Municipalities, Criterion::Needs, Criterion::Body],
            TieRule::ById if goes_on => &[Criterion::Id],
            TieRule::ById => &[],
        };
        for &criterion in rule {
            let before = groups.len();
            groups = groups.into_iter().flat_map(|group| self.split(group, criterion)).collect();
            if groups.len() > before {
                used.push(criterion);
            }
        }
        (groups, used)
    }

    /// Splits a group where a criterion knows something of all its members.
    fn split(&self, group: Vec<usize>, criterion: Criterion) -> Vec<Vec<usize>> {
        let mut by_key: BTreeMap<Key<'_>, Vec<usize>> = BTreeMap::new();
        for &option in &group {
            match self.key(option, criterion) {
                Some(key) => by_key.entry(key).or_default().push(option),
                None => return vec![group],
            }
        }
        by_key.into_values().collect()
    }

    fn key(&self, option: usize, criterion: Criterion) -> Option<Key<'a>> {
        let own = self.options.get(option)?;
        match criterion {
            Criterion::Municipalities => own.municipalities.map(Key::more),
            Criterion::Needs => own.needs.map(Key::more),
            Criterion::Body => self.decided.get(&option).map(|&place| Key::Place(place)),
            Criterion::Id => Some(Key::Text(&own.id)),
        }
    }

    /// What a result tells of a tie.
    pub(super) fn told(&self, tied: &[usize], goes_on: bool) -> Tie {
        let (groups, settled_by) = self.settle(tied, goes_on);
        let mut tied = tied.to_vec();
        tied.sort_unstable();
        Tie {
            options: self.ids(&tied),
            settled_by,
            order: groups.iter().map(|group| self.ids(group)).collect(),
        }
    }
}

/// What orders the members of a group, the first first.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key<'a> {
    More(std::cmp::Reverse<u32>),
    Place(usize),
    Text(&'a str),
}

impl Key<'_> {
    fn more(count: u32) -> Self {
        Key::More(std::cmp::Reverse(count))
    }
}

/// Chooses among equals where a method has to go on, and keeps a record of it.
///
/// What the rule leaves open is taken by id for the time being; [`every_way`] then looks at
/// whether taking it otherwise would have changed anything.
#[derive(Debug)]
pub(super) struct Chooser<'a> {
    settler: &'a Settler<'a>,
    /// Which of equals the rule can't tell apart is taken.
    taken: BTreeMap<Vec<usize>, usize>,
    /// Equals the rule couldn't tell apart, in the order in which they were met.
    open: Vec<Vec<usize>>,
    ties: Vec<Tie>,
}

impl<'a> Chooser<'a> {
    fn new(settler: &'a Settler<'a>, taken: BTreeMap<Vec<usize>, usize>) -> Self {
        Chooser { settler, taken, open: Vec::new(), ties: Vec::new() }
    }

    /// The one that goes first; `None` only of none.
    pub(super) fn choose(&mut self, tied: &[usize]) -> Option<usize> {
        if let [] | [_] = tied {
            return tied.first().copied();
        }
        self.ties.push(self.settler.told(tied, true));
        let (groups, _) = self.settler.settle(tied, true);
        let mut first = groups.into_iter().next()?;
        first.sort_by_key(|&option| self.settler.id(option));
        if first.len() > 1 && !self.open.contains(&first) {
            self.open.push(first.clone());
        }
        self.taken.get(&first).or(first.first()).copied()
    }

    /// The ties met since the last time, each once.
    pub(super) fn ties(&mut self) -> Vec<Tie> {
        let mut ties = std::mem::take(&mut self.ties);
        let mut seen = std::collections::BTreeSet::new();
        ties.retain(|tie| seen.insert(tie.clone()));
        ties
    }
}

/// The most ways of taking open ties that are gone through.
const MOST_WAYS: usize = 64;

/// What a count comes to in every way of taking the ties that the rule leaves open, the way by
/// id first; and whether these were all ways there are.
pub(super) fn every_way<T>(
    settler: &Settler<'_>,
    mut count: impl FnMut(&mut Chooser<'_>) -> T,
) -> (Vec<T>, bool) {
    let mut waiting = vec![BTreeMap::new()];
    let mut results = Vec::new();
    while let Some(taken) = waiting.pop() {
        if results.len() == MOST_WAYS {
            return (results, false);
        }
        let mut chooser = Chooser::new(settler, taken);
        results.push(count(&mut chooser));
        // For each tie met for the first time: all before it as they were, and this one
        // otherwise.
        let mut so_far = chooser.taken;
        for tied in chooser.open {
            if so_far.contains_key(&tied) {
                continue;
            }
            for &other in tied.iter().skip(1) {
                let mut otherwise = so_far.clone();
                otherwise.insert(tied.clone(), other);
                waiting.push(otherwise);
            }
            if let Some(&first) = tied.first() {
                so_far.insert(tied, first);
            }
        }
    }
    (results, true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(of: &[(&str, Option<u32>, Option<u32>)]) -> Vec<BallotOption> {
        of.iter()
            .map(|&(id, municipalities, needs)| BallotOption {
                id: id.into(),
                municipalities,
                needs,
                ..BallotOption::default()
            })
            .collect()
    }

    fn settler(options: &[BallotOption], rule: TieRule) -> Settler<'_> {
        Settler { options, rule, decided: BTreeMap::new() }
    }

    #[test]
    fn municipalities_come_before_needs_and_needs_before_the_body() {
        use Criterion::*;
        let options = options(&[
            ("a", Some(2), Some(9)),
            ("b", Some(5), Some(1)),
            ("c", Some(5), Some(3)),
            ("d", Some(5), Some(3)),
        ]);
        let mut settler = settler(&options, TieRule::Declared);
        let tied = [0, 1, 2, 3];
        assert_eq!(
            settler.settle(&tied, true),
            (vec![vec![2, 3], vec![1], vec![0]], vec![Municipalities, Needs])
        );
        settler.decided = BTreeMap::from([(3, 0), (2, 1)]);
        assert_eq!(
            settler.settle(&tied, true),
            (vec![vec![3], vec![2], vec![1], vec![0]], vec![Municipalities, Needs, Body])
        );
        let tie = settler.told(&[2, 1], false);
        assert_eq!((tie.options, tie.settled_by), (vec!["b".into(), "c".into()], vec![Needs]));
    }

    #[test]
    fn what_is_not_known_of_all_tells_nobody_apart() {
        let options = options(&[("a", None, Some(1)), ("b", Some(5), Some(1))]);
        let mut settler = settler(&options, TieRule::Declared);
        settler.decided = BTreeMap::from([(1, 0)]);
        assert_eq!(settler.settle(&[0, 1], true), (vec![vec![0, 1]], vec![]));
    }

    #[test]
    fn other_formats_go_on_by_id_only_where_they_must() {
        let options = options(&[("b", None, None), ("a", None, None), ("10", None, None)]);
        let settler = settler(&options, TieRule::ById);
        let by_id = (vec![vec![2], vec![1], vec![0]], vec![Criterion::Id]);
        assert_eq!(settler.settle(&[0, 1, 2], true), by_id);
        assert_eq!(settler.settle(&[0, 1, 2], false), (vec![vec![0, 1, 2]], vec![]));
    }

    #[test]
    fn open_ties_are_taken_in_every_way() {
        let options = options(&[("a", None, None), ("b", None, None), ("c", None, None)]);
        let settler = settler(&options, TieRule::Declared);
        let (mut ways, all) = every_way(&settler, |chooser| {
            let first = chooser.choose(&[0, 1, 2]).unwrap();
            let rest: Vec<usize> = (0..3).filter(|&option| option != first).collect();
            (first, chooser.choose(&rest).unwrap())
        });
        assert!(all);
        assert_eq!(ways[0], (0, 1));
        ways.sort_unstable();
        assert_eq!(ways, vec![(0, 1), (0, 2), (1, 0), (1, 2), (2, 0), (2, 1)]);
    }
}
