//! The stems of an Ambito: in which documents each stands, and which are near in writing.
//!
//! Inverted lists over interned stems, with whole-number weights. A stem that stands in no document any
//! more is forgotten at once, name included, because a word may be somebody's name.

use std::collections::HashMap;
use std::sync::Arc;

/// All stems in use, by number. Numbers are reused, and mean nothing outside one index.
#[derive(Clone, Debug, Default)]
pub(super) struct Vocabulary {
    numbers: HashMap<Arc<str>, u32>,
    terms: Vec<Term>,
    free: Vec<u32>,
    /// The stems that hold a run of three letters.
    runs: HashMap<u64, Vec<u32>>,
}

/// A stem, the places of the documents it stands in, and what it weighs in each.
#[derive(Clone, Debug, Default)]
struct Term {
    name: Arc<str>,
    runs: u32,
    places: Vec<u32>,
    weights: Vec<u16>,
}

impl Vocabulary {
    /// The number of a stem in use.
    pub(super) fn find(&self, name: &str) -> Option<u32> {
        self.numbers.get(name).copied()
    }

    /// The stem with this number.
    pub(super) fn name(&self, number: u32) -> &str {
        &self.terms[number as usize].name
    }

    /// More than any stem's number.
    pub(super) fn most(&self) -> usize {
        self.terms.len()
    }

    /// In how many documents a stem stands.
    pub(super) fn documents(&self, number: u32) -> usize {
        self.terms[number as usize].places.len()
    }

    /// Notes that a stem stands in a document, where it did not yet, and gives its number.
    pub(super) fn add(&mut self, name: &str, place: u32, weight: u16) -> u32 {
        let number = self.find(name).unwrap_or_else(|| self.begin(name));
        let term = &mut self.terms[number as usize];
        term.places.push(place);
        term.weights.push(weight);
        number
    }

    fn begin(&mut self, name: &str) -> u32 {
        let number = self.free.pop().unwrap_or_else(|| {
            self.terms.push(Term::default());
            self.terms.len() as u32 - 1
        });
        let name: Arc<str> = Arc::from(name);
        let runs = runs(&name);
        for run in runs.iter().filter(|run| is_of_three(**run)) {
            self.runs.entry(*run).or_default().push(number);
        }
        self.terms[number as usize] =
            Term { name: name.clone(), runs: runs.len() as u32, ..Term::default() };
        self.numbers.insert(name, number);
        number
    }

    /// Notes that a stem stands in a document no more.
    pub(super) fn take(&mut self, number: u32, place: u32) {
        let term = &mut self.terms[number as usize];
        if let Some(at) = term.places.iter().position(|known| *known == place) {
            term.places.swap_remove(at);
            term.weights.swap_remove(at);
        }
        if !term.places.is_empty() {
            return;
        }
        let forgotten = std::mem::take(term);
        for run in runs(&forgotten.name).iter().filter(|run| is_of_three(**run)) {
            if let Some(numbers) = self.runs.get_mut(run) {
                numbers.retain(|known| *known != number);
                if numbers.is_empty() {
                    self.runs.remove(run);
                }
            }
        }
        self.numbers.remove(&forgotten.name);
        self.free.push(number);
    }

    /// Adds to the score of each document what a stem weighs in it, times `factor`.
    pub(super) fn spread(&self, number: u32, factor: f32, scores: &mut [f32]) {
        let term = &self.terms[number as usize];
        for (place, weight) in term.places.iter().zip(&term.weights) {
            scores[*place as usize] += factor * f32::from(*weight);
        }
    }

    /// Begins a search for near stems.
    pub(super) fn search(&self) -> Search<'_> {
        Search { vocabulary: self, common: vec![0; self.terms.len()], met: Vec::new() }
    }

    /// How many stems and letter runs are kept.
    #[cfg(test)]
    pub(super) fn sizes(&self) -> (usize, usize) {
        (self.numbers.len(), self.runs.len())
    }
}

/// A search for near stems, with room to count in.
pub(super) struct Search<'a> {
    vocabulary: &'a Vocabulary,
    common: Vec<u16>,
    met: Vec<u32>,
}

impl Search<'_> {
    /// The stems that share at least `least` of their letter runs with `name`, the nearest `limit`, in
    /// alphabetical order; `name` itself is not among them.
    pub(super) fn near(&mut self, name: &str, least: f32, limit: usize) -> Vec<(u32, f32)> {
        let vocabulary = self.vocabulary;
        let mine = runs(name);
        for run in mine.iter().filter(|run| is_of_three(**run)) {
            for number in vocabulary.runs.get(run).into_iter().flatten() {
                let count = &mut self.common[*number as usize];
                if *count == 0 {
                    self.met.push(*number);
                }
                *count += 1;
            }
        }
        let mut found: Vec<(u32, f32)> = Vec::new();
        for number in self.met.drain(..) {
            let common = u32::from(std::mem::take(&mut self.common[number as usize]));
            let term = &vocabulary.terms[number as usize];
            let length = (mine.len() as f32 * term.runs as f32).sqrt();
            // Each shared run of four holds two of three, each of five three: no more can be shared.
            let most = (3 * common).saturating_sub(3).max(common) as f32;
            if most < least * length || &*term.name == name {
                continue;
            }
            let theirs = runs(&term.name);
            let shared = mine.iter().filter(|run| theirs.binary_search(run).is_ok()).count();
            let nearness = shared as f32 / length;
            if nearness >= least {
                found.push((number, nearness));
            }
        }
        let name = |number: u32| vocabulary.name(number);
        found.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then_with(|| name(a.0).cmp(name(b.0))));
        found.truncate(limit);
        found.sort_unstable_by(|a, b| name(a.0).cmp(name(b.0)));
        found
    }
}

/// The distinct runs of three, four and five letters of a stem and the mark of its beginning, sorted;
/// each as a number whose top two bits tell its length.
fn runs(name: &str) -> Vec<u64> {
    const BEGINNING: u64 = 1;
    let letters: Vec<u64> = std::iter::once(BEGINNING).chain(name.chars().map(u64::from)).collect();
    let mut found = Vec::with_capacity(3 * letters.len());
    for (kind, length) in [(0, 3), (1, 4), (2, 5)] {
        found.extend(letters.windows(length).map(|run| {
            // FNV-1a, the same on every machine.
            let hash = run.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, letter| {
                (hash ^ letter).wrapping_mul(0x0100_0000_01b3)
            });
            (hash & (u64::MAX >> 2)) | (kind << 62)
        }));
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn is_of_three(run: u64) -> bool {
    run >> 62 == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_stems_share_runs_of_letters() {
        let mut vocabulary = Vocabulary::default();
        for name in ["accompagn", "accompagnament", "compagn", "scuol", "telefon", "chiam"] {
            vocabulary.add(name, 0, 1);
        }
        let names: Vec<&str> = vocabulary
            .search()
            .near("accompagn", 0.3, 10)
            .into_iter()
            .map(|(number, _)| vocabulary.name(number))
            .collect();
        assert_eq!(names, ["accompagnament", "compagn"]);
        assert_eq!(vocabulary.search().near("accompagn", 0.3, 1).len(), 1);
        assert!(vocabulary.search().near("zzz", 0.3, 10).is_empty());
        assert!(vocabulary.search().near("", 0.3, 10).is_empty());
    }

    #[test]
    fn the_last_document_takes_the_stem_along() {
        let mut vocabulary = Vocabulary::default();
        let number = vocabulary.add("corrier", 0, 10);
        assert_eq!(vocabulary.add("corrier", 1, 20), number);
        vocabulary.take(number, 0);
        assert_eq!(vocabulary.documents(number), 1);
        vocabulary.take(number, 1);
        assert_eq!(vocabulary.find("corrier"), None);
        assert_eq!(vocabulary.sizes(), (0, 0));
        assert_eq!(vocabulary.add("altr", 0, 1), number);
    }
}
