//! From which sentences of its sources each sentence of a synthesis draws (domain.md §2.5).
//!
//! What no sentence of the synthesis draws from is *not collected yet*, unless somebody says why
//! the synthesis doesn't need it. Machine suggestions only suggest.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::contributions::text;
use crate::faults::{Fault, What};
use crate::forms::Fields;
use crate::language::{Language, stems, tokens};
use crate::sentences::{ranges, sentences};

/// The most characters of a reason why a sentence isn't needed.
pub const REASON_MOST: u32 = 300;

/// A sentence of the synthesis draws from one of a source. Both are places, from nought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Draws {
    /// Which sentence of the synthesis.
    pub sentence: usize,
    /// Number of the source in the Ambito.
    pub source: i64,
    /// Which sentence of the source.
    pub place: usize,
}

/// A text to link, with its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Linkable {
    /// Number of the source in the Ambito.
    pub number: i64,
    /// What it brings: its text, or what is marked in it.
    pub body: String,
    /// Its language.
    pub language: String,
}

/// What somebody says of a synthesis: where each sentence comes from, and what isn't needed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SynthesisDraft {
    /// The links.
    pub links: BTreeSet<Draws>,
    /// Sentences of sources that aren't needed: source, place, why.
    pub skipped: BTreeMap<(i64, usize), String>,
}

/// Name of the boxes that say which sentences of the synthesis draw from one of a source.
pub fn link_field(source: i64, place: usize) -> String {
    format!("from-{source}-{}", place + 1)
}

/// Name of the field that says why a sentence of a source isn't needed.
pub fn skip_field(source: i64, place: usize) -> String {
    format!("skip-{source}-{}", place + 1)
}

/// Reads the form of a synthesis against its sources.
pub fn parse(
    fields: &Fields,
    synthesis: &str,
    sources: &[Linkable],
) -> Result<SynthesisDraft, Vec<Fault>> {
    let (mut faults, mut draft) = (Vec::new(), SynthesisDraft::default());
    let most = ranges(synthesis).len();
    for source in sources {
        for place in 0..ranges(&source.body).len() {
            let field = link_field(source.number, place);
            let mut linked = false;
            for value in fields.texts(&field) {
                match value.parse::<usize>() {
                    Ok(n) if (1..=most).contains(&n) => {
                        linked = true;
                        let sentence = n - 1;
                        draft.links.insert(Draws { sentence, source: source.number, place });
                    }
                    Ok(_) | Err(_) => faults.push(Fault::new(field.clone(), What::NotAChoice)),
                }
            }
            let field = skip_field(source.number, place);
            let why = fields.text(&field);
            if why.is_empty() {
                continue;
            }
            if linked {
                faults.push(Fault::new(field, What::Contradicts));
                continue;
            }
            text(&mut faults, &field, why, REASON_MOST, 2);
            draft.skipped.insert((source.number, place), why.to_owned());
        }
    }
    if faults.is_empty() { Ok(draft) } else { Err(faults) }
}

/// So much of the weight of a sentence must be shared at least for a link to be suggested.
const SHARED: f64 = 0.34;
/// And so many stems.
const STEMS: usize = 2;

/// Links that shared stems suggest, for a person to look at: each sentence of a source with the
/// sentence of the synthesis that shares most of it. A stem that few sentences have weighs more.
pub fn suggest(synthesis: &str, language: &str, sources: &[Linkable]) -> BTreeSet<Draws> {
    let of = |text: &str, language: &str| -> Vec<BTreeSet<String>> {
        let language = Language::from_code(language);
        let all = sentences(text).into_iter();
        all.map(|sentence| stems(sentence, language).into_iter().collect()).collect()
    };
    let written = of(synthesis, language);
    let read: Vec<(i64, Vec<BTreeSet<String>>)> =
        sources.iter().map(|one| (one.number, of(&one.body, &one.language))).collect();
    let mut counted: BTreeMap<&str, usize> = BTreeMap::new();
    let mut all = 0_usize;
    for sentence in read.iter().flat_map(|(_, list)| list) {
        all += 1;
        for stem in sentence {
            *counted.entry(stem).or_default() += 1;
        }
    }
    let weight = |stem: &String| {
        let found = counted.get(stem.as_str()).copied().unwrap_or(1);
        (1.0 + all as f64 / found as f64).ln()
    };
    let mut links = BTreeSet::new();
    for (source, list) in &read {
        for (place, sentence) in list.iter().enumerate() {
            let whole: f64 = sentence.iter().map(weight).sum();
            let mut best: Option<(f64, usize)> = None;
            for (at, own) in written.iter().enumerate() {
                let shared: Vec<&String> = sentence.intersection(own).collect();
                let part = shared.iter().map(|stem| weight(stem)).sum::<f64>() / whole.max(1e-9);
                let enough = shared.len() >= STEMS && part >= SHARED;
                if enough && best.is_none_or(|(most, _)| part > most) {
                    best = Some((part, at));
                }
            }
            if let Some((_, sentence)) = best {
                links.insert(Draws { sentence, source: *source, place });
            }
        }
    }
    links
}

/// The sentence that a stretch of a text is now: the one with which it shares most bytes.
pub fn place_of(ranges: &[Range<usize>], stretch: &Range<usize>) -> Option<usize> {
    let shared = |range: &Range<usize>| {
        range.end.min(stretch.end).saturating_sub(range.start.max(stretch.start))
    };
    let shared = ranges.iter().map(shared).enumerate();
    // Of several, the first.
    let (place, most) = shared.max_by_key(|(place, shared)| (*shared, Reverse(*place)))?;
    (most > 0).then_some(place)
}

/// Where each sentence of a synthesis stands after it was edited: the same sentence as it was, or
/// the one in which most of its words are, which is to be looked at again.
pub fn follow(before: &str, after: &str) -> BTreeMap<usize, (usize, bool)> {
    let (old, new) = (sentences(before), sentences(after));
    let (mut followed, mut taken) = (BTreeMap::new(), BTreeSet::new());
    for (place, sentence) in old.iter().enumerate() {
        let mut free = new.iter().enumerate().filter(|(at, _)| !taken.contains(at));
        if let Some((at, _)) = free.find(|(_, one)| *one == sentence) {
            taken.insert(at);
            followed.insert(place, (at, false));
        }
    }
    for (place, sentence) in old.iter().enumerate() {
        if followed.contains_key(&place) {
            continue;
        }
        let free = new.iter().copied().enumerate().filter(|(at, _)| !taken.contains(at));
        if let Some(at) = nearest(sentence, &free.collect::<Vec<_>>()) {
            taken.insert(at);
            followed.insert(place, (at, true));
        }
    }
    followed
}

/// Of some sentences, the one in which more than half of the words of this are; of several, the
/// first.
pub(super) fn nearest(sentence: &str, among: &[(usize, &str)]) -> Option<usize> {
    let alike = among.iter().map(|(at, one)| (kept(sentence, one), Reverse(*at)));
    let (share, Reverse(at)) = alike.max_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)))?;
    (share > 0.5).then_some(at)
}

/// How much of the longer of two sentences stands in the other, by words.
fn kept(one: &str, other: &str) -> f64 {
    let (one, mut other) = (tokens(one), tokens(other));
    let longer = one.len().max(other.len()).max(1);
    let mut shared = 0_usize;
    for word in one {
        if let Some(at) = other.iter().position(|theirs| *theirs == word) {
            other.swap_remove(at);
            shared += 1;
        }
    }
    shared as f64 / longer as f64
}

/// Sentences of sources from which no sentence of the synthesis draws and of which nobody said
/// that they aren't needed: source and place.
pub fn uncollected(sources: &[Linkable], draft: &SynthesisDraft) -> Vec<(i64, usize)> {
    let linked: BTreeSet<(i64, usize)> =
        draft.links.iter().map(|one| (one.source, one.place)).collect();
    let all = sources
        .iter()
        .flat_map(|source| (0..ranges(&source.body).len()).map(|place| (source.number, place)));
    all.filter(|key| !linked.contains(key) && !draft.skipped.contains_key(key)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SYNTHESIS: &str =
        "Chi vive in frazione chiede una corriera la sera. Chi ha bambini chiede il pediatra.";

    fn sources() -> Vec<Linkable> {
        let of = |number, body: &str| Linkable { number, body: body.into(), language: "it".into() };
        vec![
            of(4, "Non c'è una corriera la sera. Torno a piedi."),
            of(7, "Per i bambini il pediatra manca. Abbiamo tre figli piccoli. Grazie a tutti."),
        ]
    }

    fn sent(pairs: &[(&str, &str)]) -> Fields {
        Fields::from_pairs(pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())))
    }

    fn draws(sentence: usize, source: i64, place: usize) -> Draws {
        Draws { sentence, source, place }
    }

    #[test]
    fn each_sentence_says_where_it_comes_from() {
        let fields = sent(&[
            ("from-4-1", "1"),
            ("from-7-1", "2"),
            ("from-7-2", "2"),
            ("skip-7-3", "Sono saluti."),
        ]);
        let draft = parse(&fields, SYNTHESIS, &sources()).unwrap();
        assert_eq!(draft.links, BTreeSet::from([draws(0, 4, 0), draws(1, 7, 0), draws(1, 7, 1)]));
        assert_eq!(uncollected(&sources(), &draft), [(4, 1)]);
        let wrong = sent(&[
            ("from-4-1", "3"),
            ("from-4-2", "1"),
            ("skip-4-2", "Non serve."),
            ("skip-7-1", "Boh"),
        ]);
        let faults: Vec<_> = parse(&wrong, SYNTHESIS, &sources())
            .unwrap_err()
            .into_iter()
            .map(|fault| (fault.field, fault.what.code()))
            .collect();
        let of = |field: &str, what: &'static str| (field.to_owned(), what);
        assert_eq!(
            faults,
            [
                of("from-4-1", "not-a-choice"),
                of("skip-4-2", "contradicts"),
                of("skip-7-1", "too-few-words")
            ]
        );
    }

    #[test]
    fn shared_stems_suggest_links() {
        let suggested = suggest(SYNTHESIS, "it", &sources());
        assert_eq!(suggested, BTreeSet::from([draws(0, 4, 0), draws(1, 7, 0)]));
        assert_eq!(suggest("", "it", &sources()), BTreeSet::new());
    }

    #[test]
    fn links_follow_a_sentence_that_is_edited() {
        let after = "Molti chiedono altro. Chi vive in frazione chiede una corriera ogni sera. \
                     Chi ha bambini chiede il pediatra.";
        let followed = follow(SYNTHESIS, after);
        assert_eq!(followed, BTreeMap::from([(0, (1, true)), (1, (2, false))]));
        assert_eq!(follow(SYNTHESIS, "Tutto nuovo e diverso."), BTreeMap::new());
        let same = follow(SYNTHESIS, SYNTHESIS);
        assert!(same.iter().all(|(old, (new, again))| old == new && !again));
    }

    #[test]
    fn a_stretch_is_the_sentence_with_which_it_shares_most() {
        let ranges = [0..10, 10..30];
        assert_eq!(place_of(&ranges, &(0..10)), Some(0));
        assert_eq!(place_of(&ranges, &(8..20)), Some(1));
        assert_eq!(place_of(&ranges, &(40..50)), None);
        assert_eq!(place_of(&[], &(0..1)), None);
    }

    proptest! {
        /// No two sentences become one, and only what was changed is to be looked at again.
        #[test]
        fn following_loses_and_doubles_nothing(
            old in proptest::collection::vec("[abcd]( [abcd]){1,4}", 0..6),
            new in proptest::collection::vec("[abcd]( [abcd]){1,4}", 0..6),
        ) {
            let text = |list: &[String]| {
                list.iter().map(|one| format!("Xe {one} fine.")).collect::<Vec<_>>().join(" ")
            };
            let (old, new) = (text(&old), text(&new));
            let followed = follow(&old, &new);
            let to: BTreeSet<usize> = followed.values().map(|(to, _)| *to).collect();
            prop_assert_eq!(to.len(), followed.len());
            let (old, new) = (sentences(&old), sentences(&new));
            for (from, (to, again)) in followed {
                prop_assert_eq!(old[from] == new[to], !again);
            }
        }
    }
}
