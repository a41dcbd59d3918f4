//! From which sentences of its sources the synthesis of a draft draws, while it is being written.
//!
//! Texts of a draft change all the time, and so does what is marked in its sources. So what
//! somebody said of a source is kept by the words of the sentences, not by their places: wherever
//! a sentence stays as it is, what was said of it stays too; where most of its words are left, it
//! is to be looked at again; and an act that is undone brings it back with the sentence.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::synthesis::{Draws, Linkable, SynthesisDraft, link_field, nearest};
use crate::contributions::salted;
use crate::events::hex;
use crate::forms::Fields;
use crate::sentences::sentences;

/// Name of the field with the synthesis that was before somebody's eyes.
pub const WRITTEN: &str = "prima-synthesis";

/// Name of the field with the mark of what was read of a source.
pub fn read_field(source: i64) -> String {
    format!("letto-{source}")
}

/// A sentence as somebody read it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Quote {
    /// Its words.
    pub words: String,
    /// Which of the sentences with these words, from nought.
    pub nth: usize,
}

/// What is said of one source of a draft.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drawn {
    /// Sentences of the synthesis, each with the one of the source from which it draws.
    pub links: BTreeSet<(Quote, Quote)>,
    /// Sentences of the source that aren't needed, and why.
    pub skipped: Vec<(Quote, String)>,
}

/// A source of a draft, with what is said of it; `None` while nobody has looked at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// What it brings.
    pub source: Linkable,
    /// What is said of it.
    pub drawn: Option<Drawn>,
}

fn quotes(text: &str) -> Vec<Quote> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let quoted = |words| {
        let next = seen.entry(words).or_default();
        let nth = *next;
        *next += 1;
        Quote { words: words.to_owned(), nth }
    };
    sentences(text).into_iter().map(quoted).collect()
}

/// What a form says of one source, by the words of the sentences.
pub fn quoted(draft: &SynthesisDraft, synthesis: &str, source: &Linkable) -> Drawn {
    let (written, read) = (quotes(synthesis), quotes(&source.body));
    let own = draft.links.iter().filter(|one| one.source == source.number);
    let link =
        |one: &Draws| Some((written.get(one.sentence)?.clone(), read.get(one.place)?.clone()));
    let skipped = draft.skipped.iter().filter(|((number, _), _)| *number == source.number);
    Drawn {
        links: own.filter_map(link).collect(),
        skipped: skipped
            .filter_map(|((_, place), why)| Some((read.get(*place)?.clone(), why.clone())))
            .collect(),
    }
}

/// Where sentences that were quoted stand now: the same one, or the one in which most of its words
/// are, which is to be looked at again. No two become one.
fn stand(quoted: &BTreeSet<&Quote>, text: &str) -> BTreeMap<Quote, (usize, bool)> {
    let now = quotes(text);
    let mut found = BTreeMap::new();
    let mut free: BTreeSet<usize> = (0..now.len()).collect();
    for (place, own) in now.iter().enumerate() {
        if quoted.contains(own) {
            free.remove(&place);
            found.insert(own.clone(), (place, false));
        }
    }
    for quote in quoted {
        if found.contains_key(*quote) {
            continue;
        }
        let left: Vec<(usize, &str)> =
            free.iter().map(|place| (*place, now[*place].words.as_str())).collect();
        if let Some(place) = nearest(&quote.words, &left) {
            free.remove(&place);
            found.insert((*quote).clone(), (place, now[place].words != quote.words));
        }
    }
    found
}

/// What is said of a draft, as places of the sentences that stand there now; with the links to be
/// looked at again. A reason goes with its sentence only where that is the same.
pub fn read_back(synthesis: &str, said: &[Said]) -> (SynthesisDraft, BTreeSet<Draws>) {
    let written: BTreeSet<&Quote> = said
        .iter()
        .filter_map(|one| one.drawn.as_ref())
        .flat_map(|drawn| drawn.links.iter().map(|(sentence, _)| sentence))
        .collect();
    let written = stand(&written, synthesis);
    let (mut draft, mut again) = (SynthesisDraft::default(), BTreeSet::new());
    for Said { source, drawn } in said {
        let Some(drawn) = drawn else { continue };
        let quoted = drawn.links.iter().map(|(_, from)| from);
        let quoted: BTreeSet<&Quote> =
            quoted.chain(drawn.skipped.iter().map(|(from, _)| from)).collect();
        let read = stand(&quoted, &source.body);
        for (sentence, from) in &drawn.links {
            let (Some(&(sentence, one)), Some(&(place, two))) =
                (written.get(sentence), read.get(from))
            else {
                continue;
            };
            let draws = Draws { sentence, source: source.number, place };
            draft.links.insert(draws);
            if one || two {
                again.insert(draws);
            }
        }
        for (from, why) in &drawn.skipped {
            if let Some(&(place, false)) = read.get(from) {
                draft.skipped.insert((source.number, place), why.clone());
            }
        }
    }
    (draft, again)
}

/// A mark of what was before somebody's eyes of one source: what it brings, and what is said of
/// it. Who saves on another one is told.
pub fn mark(said: &Said) -> String {
    let mut parts = vec![said.source.body.as_str()];
    let drawn = said.drawn.as_ref();
    let links = drawn.iter().flat_map(|drawn| &drawn.links);
    let counts: Vec<[String; 2]> =
        links.clone().map(|(a, b)| [a.nth.to_string(), b.nth.to_string()]).collect();
    parts.push(if drawn.is_some() { "said" } else { "" });
    for ((sentence, from), [one, two]) in links.zip(&counts) {
        parts.extend([sentence.words.as_str(), one, from.words.as_str(), two]);
    }
    let skipped = drawn.iter().flat_map(|drawn| &drawn.skipped);
    let nths: Vec<String> = skipped.clone().map(|(from, _)| from.nth.to_string()).collect();
    for ((from, why), nth) in skipped.zip(&nths) {
        parts.extend(["skip", from.words.as_str(), nth, why.as_str()]);
    }
    hex(&salted(&[0; 32], &parts)).chars().take(16).collect()
}

/// Ticks that were made on another text of the draft, with the numbers its sentences have now.
/// Those of sentences that are gone go with them. Of each source its number, and how many sentences
/// it brings.
pub fn renumber(fields: &mut Fields, before: &str, after: &str, sources: &[(i64, usize)]) {
    let followed = super::synthesis::follow(before, after);
    for &(source, count) in sources {
        for place in 0..count {
            let field = link_field(source, place);
            let ticked: Vec<String> = fields
                .texts(&field)
                .filter_map(|n| n.parse::<usize>().ok()?.checked_sub(1))
                .filter_map(|n| followed.get(&n).map(|(to, _)| (to + 1).to_string()))
                .collect();
            fields.set_all(&field, ticked);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SYNTHESIS: &str =
        "Chi vive in frazione chiede una corriera la sera. Chi ha bambini chiede il pediatra.";

    fn source(number: i64, body: &str) -> Linkable {
        Linkable { number, body: body.into(), language: "it".into() }
    }

    fn draws(sentence: usize, source: i64, place: usize) -> Draws {
        Draws { sentence, source, place }
    }

    /// The bus draws from the first text; thanks aren't needed.
    fn said() -> Vec<Said> {
        let bus = source(4, "Non c'è una corriera la sera. Torno a piedi.");
        let child = source(7, "Per i bambini il pediatra manca. Grazie. Grazie.");
        let draft = SynthesisDraft {
            links: BTreeSet::from([draws(0, 4, 0), draws(1, 7, 0)]),
            skipped: BTreeMap::from([((7, 2), "Sono saluti.".to_owned())]),
        };
        [bus, child]
            .into_iter()
            .map(|source| Said { drawn: Some(quoted(&draft, SYNTHESIS, &source)), source })
            .collect()
    }

    #[test]
    fn what_is_said_stays_where_sentences_stay() {
        let (draft, again) = read_back(SYNTHESIS, &said());
        assert_eq!(draft.links, BTreeSet::from([draws(0, 4, 0), draws(1, 7, 0)]));
        assert_eq!(draft.skipped.keys().collect::<Vec<_>>(), [&(7, 2)], "of two that are equal");
        assert!(again.is_empty());

        let after = "Tutti chiedono ascolto. Chi ha bambini chiede il pediatra. \
                     Chi vive in frazione chiede una corriera ogni sera.";
        let (draft, again) = read_back(after, &said());
        assert_eq!(draft.links, BTreeSet::from([draws(2, 4, 0), draws(1, 7, 0)]));
        assert_eq!(again, BTreeSet::from([draws(2, 4, 0)]));
        assert!(read_back("Tutto nuovo e diverso.", &said()).0.links.is_empty());
        assert_eq!(read_back(SYNTHESIS, &said()).0.links.len(), 2, "they come back with the text");
    }

    #[test]
    fn what_a_source_brings_may_become_another() {
        let mut all = said();
        all[0].source.body = "Torno a piedi.".into();
        all[1].source.body = "Ciao. Grazie. Per i bambini il pediatra manca.".into();
        let (draft, again) = read_back(SYNTHESIS, &all);
        assert_eq!(draft.links, BTreeSet::from([draws(1, 7, 2)]));
        assert_eq!((draft.skipped.len(), again.len()), (1, 0), "the one «Grazie» that is left");
    }

    #[test]
    fn a_mark_tells_what_was_read() {
        let (one, mut other) = (said(), said());
        assert_eq!(mark(&one[0]), mark(&other[0]));
        assert_ne!(mark(&one[0]), mark(&one[1]));
        other[0].drawn = Some(Drawn::default());
        assert_ne!(mark(&one[0]), mark(&other[0]));
        let looked = mark(&other[0]);
        other[0].drawn = None;
        assert_ne!(mark(&other[0]), looked, "that nobody has looked is something else");
    }

    #[test]
    fn ticks_follow_their_sentences() {
        let pairs = [("from-4-1", "1"), ("from-4-2", "2"), ("from-4-2", "9"), ("skip-4-1", "No.")];
        let mut fields =
            Fields::from_pairs(pairs.map(|(name, value)| (name.to_owned(), value.to_owned())));
        let after = "Nuova frase. Chi ha bambini chiede il pediatra.";
        renumber(&mut fields, SYNTHESIS, after, &[(4, 2)]);
        assert_eq!(fields.texts("from-4-1").count(), 0);
        assert_eq!(fields.texts("from-4-2").collect::<Vec<_>>(), ["2"]);
        assert_eq!(fields.text("skip-4-1"), "No.");
    }

    proptest! {
        /// What is saved is what is read back, whatever the texts and the links.
        #[test]
        fn nothing_is_lost_on_the_way(
            synthesis in proptest::collection::vec("[ab]( [ab]){1,3}", 1..6),
            body in proptest::collection::vec("[ab]( [ab]){1,3}", 1..6),
            links in proptest::collection::btree_set((0..6_usize, 0..6_usize), 0..12),
        ) {
            let text = |list: &[String]| {
                list.iter().map(|one| format!("Xe {one} fine.")).collect::<Vec<_>>().join(" ")
            };
            let (synthesis, source) = (text(&synthesis), source(3, &text(&body)));
            let (most, least) = (sentences(&synthesis).len(), sentences(&source.body).len());
            let links = links.into_iter().filter(|(one, two)| *one < most && *two < least);
            let links: BTreeSet<Draws> = links.map(|(one, two)| draws(one, 3, two)).collect();
            let draft = SynthesisDraft { links, skipped: BTreeMap::new() };
            let drawn = Some(quoted(&draft, &synthesis, &source));
            let json = serde_json::to_string(&drawn).unwrap();
            let drawn = serde_json::from_str(&json).unwrap();
            let (back, again) = read_back(&synthesis, &[Said { source, drawn }]);
            prop_assert_eq!(back, draft);
            prop_assert!(again.is_empty());
        }
    }
}
