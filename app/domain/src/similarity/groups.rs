//! Groups of contributions that say one thing, suggested over a whole round: drafts for people who
//! bring voices together. Nothing is ever merged, hidden or ordered by them.
//!
//! 1. **Pairs.** Each text of a scope is compared with all others as [`Index::rank`] does it; a pair
//!    counts the mean of its two scores. Each text keeps its nearest [`KEPT`]; a pair that neither
//!    keeps counts zero.
//! 2. **Average linkage** (Sokal and Michener 1958, "UPGMA"): the two groups whose texts are most
//!    alike on average become one, again and again, in [`linkage`].
//! 3. **The cut.** Groups are joined only while they stand out from the round's own noise: the mean
//!    score of any two of its texts, most of which have nothing to do with each other, and
//!    [`Cut::deviations`] standard deviations more. It follows the round: what is alike among thirty texts
//!    of eleven policies need not be so among ten thousand. [`Cut::least`] sets it by hand.
//! 4. **Holding together.** And only while the two are about as near to each other as their texts are to
//!    whatever is near to them ([`Cut::holding`]): two tight groups that are a little like each other are
//!    two groups. What is near to many («a course of Italian in the evening», «with a room for
//!    children») is so kept apart, to be linked by a person; the many voices of one theme, each
//!    a little like all others, still come together.
//!
//! The result depends neither on keys nor on the order of insertion: sums run over whole numbers, and
//! ties fall to the text that comes first in the order of its words.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::{
    Answer, Asked, Document, Entry, Index, Kindred, PROBE_STEMS, SHARED_WORDS, Search, Sought,
    of_length_one, told,
};
use crate::language;

mod linkage;

/// How many of its nearest each text keeps.
const KEPT: usize = 128;

/// A pair below this share of the cut counts zero: such pairs are most of all, and join nothing.
const FAINT: f64 = 0.5;

/// Where groups end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cut {
    /// The least mean score at which two groups are joined; none: it is found in the round itself.
    pub least: Option<f32>,
    /// How many standard deviations above the mean of all pairs it is found.
    pub deviations: f32,
    /// How near two groups must be, where one is how near their texts are, on average, to all that is
    /// near to them; zero asks for the cut alone.
    pub holding: f32,
}

impl Default for Cut {
    /// Round numbers from the middle of a plateau, found on the corpora of `tests/similarity.rs`.
    fn default() -> Self {
        Self { least: None, deviations: 2.5, holding: 0.9 }
    }
}

impl Cut {
    /// A cut set by hand.
    pub fn at(least: f32) -> Self {
        Self { least: Some(least), ..Self::default() }
    }
}

/// The groups of a scope, and where they were cut.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grouping {
    /// The least mean score at which groups were joined.
    pub cut: f32,
    /// Groups of two and more, the largest first, then the closest.
    pub drafts: Vec<Draft>,
}

/// A group whose words are not yet written out.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The texts in it, by key, sorted.
    pub keys: Vec<u64>,
    /// The mean score of its pairs.
    pub cohesion: f32,
    /// All are filed under one policy.
    pub same_policy: bool,
    /// What several of them share, the weightiest first.
    grounds: Vec<Ground>,
}

/// A stem that texts of a group share, or a family of their words.
#[derive(Clone, Debug, PartialEq)]
struct Ground {
    stem: String,
    /// How it is written in the texts, and how often so.
    written: BTreeMap<String, usize>,
}

/// A suggested group.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The texts in it, by key, sorted.
    pub keys: Vec<u64>,
    /// The mean score of its pairs, comparable with the cut.
    pub cohesion: f32,
    /// Words that at least two of its texts share, or what kindred words of theirs are about, the
    /// weightiest first.
    pub words: Vec<String>,
    /// All are filed under one policy.
    pub same_policy: bool,
}

impl Draft {
    /// Listens to how a text of the group writes the words it shares.
    pub fn hear(&mut self, document: &Document) {
        for text in [&document.title, &document.body] {
            for (written, token) in language::words(text) {
                let stem = document.language.stem(&token);
                if let Some(ground) = self.grounds.iter_mut().find(|ground| ground.stem == stem) {
                    *ground.written.entry(written.to_lowercase()).or_default() += 1;
                }
            }
        }
    }

    /// The group, with its words as its texts write them.
    pub fn told(self) -> Group {
        let written: Vec<(String, String)> = self
            .grounds
            .into_iter()
            .filter_map(|ground| {
                let family = Kindred::family(&ground.stem).map(str::to_owned);
                // Equally often: the first in the alphabet.
                let commonest = ground.written.into_iter().rev().max_by_key(|(_, times)| *times);
                Some((ground.stem, family.or(commonest.map(|(word, _)| word))?))
            })
            .collect();
        let stems: Vec<(&str, &str)> =
            written.iter().map(|(stem, word)| (stem.as_str(), word.as_str())).collect();
        let words = told(&stems);
        Group { keys: self.keys, cohesion: self.cohesion, words, same_policy: self.same_policy }
    }
}

impl Index {
    /// Suggests groups among the documents of a scope.
    pub fn group(&self, scope: u64, cut: &Cut) -> Grouping {
        let members = self.in_order(scope);
        let (scores, moments) = self.nearest(&members);
        let least = match cut.least {
            Some(least) => f64::from(least),
            None => moments.mean() + f64::from(cut.deviations) * moments.deviation(),
        };
        let pairs = pairs(scores, least * FAINT);
        let clusters = linkage::link(members.len(), pairs, least, f64::from(cut.holding));
        let mut drafts: Vec<Draft> = clusters
            .into_iter()
            .map(|cluster| {
                let places = cluster.members.iter().map(|member| members[*member as usize]);
                self.draft(&places.collect::<Vec<_>>(), cluster.cohesion)
            })
            .collect();
        drafts.sort_by(|a, b| {
            let size = b.keys.len().cmp(&a.keys.len());
            size.then(b.cohesion.total_cmp(&a.cohesion)).then_with(|| a.keys.cmp(&b.keys))
        });
        Grouping { cut: least as f32, drafts }
    }

    /// The places of a scope's documents in the order of their words, which no key decides.
    fn in_order(&self, scope: u64) -> Vec<usize> {
        let entry = |place: usize| self.entries[place].as_ref();
        let mut places: Vec<usize> = (0..self.entries.len())
            .filter(|place| entry(*place).is_some_and(|entry| entry.scope == scope))
            .collect();
        places.sort_by(|a, b| match (entry(*a), entry(*b)) {
            (Some(a), Some(b)) => {
                let words = |entry: &'_ Entry| -> Vec<(&str, u16)> {
                    let terms = entry.terms.iter();
                    terms.map(|(term, weight)| (self.vocabulary.name(*term), *weight)).collect()
                };
                words(a).cmp(&words(b)).then(a.key.cmp(&b.key))
            }
            (a, b) => a.is_some().cmp(&b.is_some()),
        });
        places
    }

    /// For each of the documents the nearest others, by their number in the list, with the score; and
    /// what all scores are like.
    fn nearest(&self, places: &[usize]) -> (Vec<Vec<(u32, f32)>>, Moments) {
        let mut numbers = vec![u32::MAX; self.entries.len()];
        for (number, place) in (0..).zip(places) {
            numbers[*place] = number;
        }
        let mut moments = Moments::of(places.len());
        let mut memory = Memory {
            search: self.vocabulary.search(),
            answers: vec![None; self.vocabulary.most()],
        };
        let found = places
            .iter()
            .map(|&place| {
                let Some(entry) = &self.entries[place] else { return Vec::new() };
                let sought = self.recall(entry, &mut memory);
                let mut texts = self.compare(&sought, u32::try_from(place).ok());
                self.mix_meaning(entry.meaning.as_ref(), entry.scope, &mut texts);
                let asked = Asked {
                    key: entry.key,
                    scope: entry.scope,
                    labels: entry.labels.map(|label| if label == 0 { u32::MAX } else { label }),
                    needs: &entry.needs,
                    answers: self.answers_to(entry.key),
                };
                let mut near: Vec<(u32, f32)> = Vec::new();
                for scored in self.scored(&asked, &texts) {
                    moments.count(f64::from(scored.score));
                    near.push((numbers[scored.place], scored.score));
                }
                if near.len() > KEPT {
                    let order = |a: &(u32, f32), b: &(u32, f32)| -> Ordering {
                        b.1.total_cmp(&a.1).then(a.0.cmp(&b.0))
                    };
                    near.select_nth_unstable_by(KEPT - 1, order);
                    near.truncate(KEPT);
                }
                near
            })
            .collect();
        (found, moments)
    }

    /// What [`Index::seek`] finds for a document of the index, from the weights it has there.
    fn recall(&self, entry: &Entry, memory: &mut Memory<'_>) -> Vec<Sought> {
        let mut terms: Vec<(u32, f32, f32)> = entry
            .terms
            .iter()
            .map(|(term, weight)| {
                let rarity = self.rarity(*term);
                (*term, rarity, f32::from(*weight) * rarity.powf(self.weights.rarity))
            })
            .collect();
        if terms.len() > PROBE_STEMS {
            // The sort is stable and the terms come in alphabetical order.
            terms.sort_by(|a, b| b.2.total_cmp(&a.2));
            terms.truncate(PROBE_STEMS);
            terms.sort_by(|a, b| self.vocabulary.name(a.0).cmp(self.vocabulary.name(b.0)));
        }
        let mut sought: Vec<Sought> = terms
            .into_iter()
            .map(|(term, rarity, weight)| {
                let Memory { search, answers } = &mut *memory;
                let terms = answers[term as usize].get_or_insert_with(|| {
                    self.answers(self.vocabulary.name(term), rarity, search)
                });
                Sought {
                    weight,
                    terms: Rc::clone(terms),
                    name: String::new(),
                    written: String::new(),
                }
            })
            .collect();
        of_length_one(&mut sought);
        sought
    }

    /// A group of the documents in these places, with what they share.
    fn draft(&self, places: &[usize], cohesion: f32) -> Draft {
        let entries: Vec<&Entry> =
            places.iter().filter_map(|place| self.entries[*place].as_ref()).collect();
        // Whole numbers add up to the same in every order.
        let mut shared: BTreeMap<&str, (u32, usize, u64)> = BTreeMap::new();
        for entry in &entries {
            for (term, weight) in &entry.terms {
                let (_, holders, sum) =
                    shared.entry(self.vocabulary.name(*term)).or_insert((*term, 0, 0));
                *holders += 1;
                *sum += u64::from(*weight);
            }
        }
        let mut grounds: Vec<(f32, &str)> = shared
            .into_iter()
            .filter(|(name, (_, holders, _))| *holders > 1 && !Kindred::is_topic(name))
            .map(|(name, (term, holders, sum))| {
                let rarity = self.rarity(term).powf(self.weights.rarity);
                (holders as f32 * sum as f32 * rarity, name)
            })
            .collect();
        // The sort is stable and the stems come in alphabetical order.
        grounds.sort_by(|a, b| b.0.total_cmp(&a.0));
        grounds.truncate(2 * SHARED_WORDS);
        let mut keys: Vec<u64> = entries.iter().map(|entry| entry.key).collect();
        keys.sort_unstable();
        let policy = |entry: &&Entry| entry.labels[0];
        Draft {
            keys,
            cohesion,
            same_policy: entries.first().is_some_and(|first| {
                policy(first) != 0 && entries.iter().all(|entry| policy(entry) == policy(first))
            }),
            grounds: grounds
                .into_iter()
                .map(|(_, stem)| Ground { stem: stem.to_owned(), written: BTreeMap::new() })
                .collect(),
        }
    }
}

/// The terms that answer to a stem, found once for all texts.
struct Memory<'a> {
    search: Search<'a>,
    answers: Vec<Option<Rc<[Answer]>>>,
}

/// Mean and spread of the scores of all pairs; what is not counted scores zero.
struct Moments {
    pairs: f64,
    sum: u64,
    squares: u64,
}

/// Scores are added up as whole numbers, which come to the same in every order.
const FINE: f64 = 1_000_000.0;

impl Moments {
    fn of(documents: usize) -> Self {
        let documents = documents as f64;
        Self { pairs: (documents * (documents - 1.0)).max(1.0), sum: 0, squares: 0 }
    }

    fn count(&mut self, score: f64) {
        self.sum += (score * FINE) as u64;
        self.squares += (score * score * FINE) as u64;
    }

    fn mean(&self) -> f64 {
        self.sum as f64 / FINE / self.pairs
    }

    fn deviation(&self) -> f64 {
        let mean = self.mean();
        (self.squares as f64 / FINE / self.pairs - mean * mean).max(0.0).sqrt()
    }
}

/// The pairs of mean score at least `faint`, each once, as whole numbers, the lesser number first.
fn pairs(nearest: Vec<Vec<(u32, f32)>>, faint: f64) -> Vec<(u32, u32, u64)> {
    let mut halves: Vec<(u32, u32, u64)> = Vec::new();
    for (one, near) in (0..).zip(nearest) {
        for (other, score) in near {
            let half = (f64::from(score) / 2.0 * FINE) as u64;
            halves.push((one.min(other), one.max(other), half));
        }
    }
    halves.sort_unstable();
    let mut pairs: Vec<(u32, u32, u64)> = Vec::new();
    for (one, other, half) in halves {
        match pairs.last_mut() {
            Some(last) if (last.0, last.1) == (one, other) => last.2 += half,
            Some(_) | None => pairs.push((one, other, half)),
        }
    }
    pairs.retain(|(_, _, score)| *score as f64 >= faint * FINE);
    pairs
}
