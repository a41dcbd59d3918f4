//! Words that are kin: what people say in other words when they tell of one need.
//!
//! A small lexicon of the social field, `kindred.txt`, one family a line (sfratto, affitto, caparra). In
//! a corpus of a few dozen texts no statistics can learn that these belong together; a list that
//! everybody can read and correct can say it, and can be shown as a reason. `bland.txt` holds words
//! that stand in texts on any subject. Both are Italian: texts in other languages are compared by their
//! verified translation, or by their own words alone.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::language::{self, Language};

/// The first of the private letters that name families among stems: one letter has no runs, so that
/// no stem is ever near a family.
const FIRST: u32 = 0xF_0000;

/// The lexicon, read once.
pub(super) struct Kindred {
    names: Vec<String>,
    families: HashMap<String, Vec<u32>>,
    bland: HashSet<String>,
}

static KINDRED: LazyLock<Kindred> =
    LazyLock::new(|| Kindred::read(include_str!("kindred.txt"), include_str!("bland.txt")));

impl Kindred {
    /// The lexicon of a language; none but Italian has one.
    pub(super) fn of(language: Language) -> Option<&'static Self> {
        (language == Language::Italian).then(|| &*KINDRED)
    }

    fn read(families: &str, bland: &str) -> Self {
        let bland: HashSet<String> = lines(bland).flat_map(stems).collect();
        let mut names = Vec::new();
        let mut of_stems: HashMap<String, Vec<u32>> = HashMap::new();
        for (name, words) in lines(families).filter_map(|line| line.split_once(':')) {
            let number = names.len() as u32;
            names.push(name.trim().to_owned());
            for stem in stems(words).into_iter().filter(|stem| !bland.contains(stem)) {
                let known = of_stems.entry(stem).or_default();
                if known.last() != Some(&number) {
                    known.push(number);
                }
            }
        }
        Self { names, families: of_stems, bland }
    }

    /// The families a stem stands in, each as a name among stems, and its share in each: a word that
    /// may mean many things says less of any.
    pub(super) fn families(&self, stem: &str) -> impl Iterator<Item = (String, f32)> + '_ {
        let numbers = self.families.get(stem).map(Vec::as_slice).unwrap_or_default();
        let share = 1.0 / (numbers.len().max(1) as f32).sqrt();
        let names = numbers.iter().filter_map(|number| char::from_u32(FIRST + number));
        names.map(move |name| (String::from(name), share))
    }

    /// Whether a stem says little of any subject.
    pub(super) fn is_bland(&self, stem: &str) -> bool {
        self.bland.contains(stem)
    }

    /// The name of a family, as people read it; `None` for a stem.
    pub(super) fn family(stem: &str) -> Option<&'static str> {
        let number = u32::from(stem.chars().next()?).checked_sub(FIRST)?;
        KINDRED.names.get(number as usize).map(String::as_str)
    }
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.starts_with('#') && !line.is_empty())
}

fn stems(words: &str) -> Vec<String> {
    let words = language::words(words).into_iter();
    let content = words.filter(|(_, token)| !Language::Italian.is_function_word(token));
    content.map(|(_, token)| Language::Italian.stem(&token)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn families_have_names_of_their_own_and_kin() {
        let mut names = KINDRED.names.clone();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), KINDRED.names.len(), "a name stands twice");
        for number in 0..names.len() as u32 {
            let kin = KINDRED.families.values().filter(|of| of.contains(&number)).count();
            assert!(kin > 1, "{} is no family", KINDRED.names[number as usize]);
        }
        let kin: Vec<(String, f32)> =
            KINDRED.families(&Language::Italian.stem("sfratto")).collect();
        assert!(
            !kin.is_empty()
                && kin.iter().all(|(name, share)| {
                    Kindred::family(name).is_some() && *share > 0.0 && *share <= 1.0
                })
        );
    }

    #[test]
    fn what_says_little_stands_in_no_family() {
        assert!(KINDRED.is_bland(&Language::Italian.stem("settimana")));
        assert!(KINDRED.bland.iter().all(|stem| KINDRED.families(stem).next().is_none()));
        assert_eq!(Kindred::family("sfratt"), None);
        assert_eq!(Kindred::family(""), None);
        assert!(Kindred::of(Language::English).is_none());
    }
}
