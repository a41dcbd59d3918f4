//! Insults and threats.
//!
//! Anger at a pavement, at an office's hours, at one's luck is none: an insult is aimed at people, a
//! threat says what will be done to them. What others called the writer, and what is taught about
//! words that hurt, is told and not said.

use super::Span;
use super::lexicon::{Lexicon, List, insult, threat};
use super::phrases::Hit;
use super::text::{Gap, Text};

/// How close before an insult «mi chiamano» stands.
const NEAR: usize = 3;
/// How far before it begins.
const FAR: usize = 12;

/// The most words between two signs that are an insult together.
const VOCATIVE_MOST: usize = 5;

/// The fewest letters that come to a word when they are written apart.
const APART: usize = 4;
/// The most.
const APART_MOST: usize = 16;

/// Where insults stand, in bytes.
pub(super) fn insults(text: &Text<'_>, lexicon: &Lexicon) -> Vec<Span> {
    let hits = lexicon.hits(List::Insult, text);
    let of = |section: usize| hits.iter().filter(move |hit| hit.section == section);
    let scenes = sentences(text, of(insult::SCENE));
    let told: Vec<&Hit> = of(insult::TOLD).collect();
    let is_told = |hit: &Hit| {
        let near = told.partition_point(|before| before.first + FAR < hit.first);
        told.iter().skip(near).take_while(|before| before.first <= hit.first).any(|before| {
            hit.first.saturating_sub(before.last) <= NEAR && text.together(before.first, hit.first)
        })
    };
    // «Negri, il geometra»: a surname.
    let also_name = lexicon.set("also_name");
    let is_name = |hit: &Hit| {
        text.is(hit.last, also_name) && text.is_capital(hit.last) && !text.begins(hit.last)
    };
    let mut found: Vec<Span> = hits
        .iter()
        .filter(|hit| matches!(hit.section, insult::WORDS | insult::AIMED) && !is_name(hit))
        .filter(|hit| !is_within(&scenes, text, hit) && !is_told(hit))
        .map(|hit| text.span(hit.first, hit.last))
        .collect();
    found.extend(written_apart(text, lexicon));
    found.extend(vocatives(text, lexicon, &scenes));
    found
}

/// Insults that are all that stands between two signs: «Pagliacci!», «…, brutti ignoranti».
fn vocatives(text: &Text<'_>, lexicon: &Lexicon, scenes: &[u32]) -> Vec<Span> {
    let (lone, beast) = (lexicon.set("lone") | lexicon.set("hard"), lexicon.set("beast"));
    let (with, second) = (lexicon.set("with_lone"), lexicon.set("second"));
    let mut spoken_to: Vec<u32> = text
        .words
        .iter()
        .filter(|word| word.sets & second != 0)
        .map(|word| word.sentence)
        .collect();
    spoken_to.dedup();
    let mut found = Vec::new();
    let mut first = 0;
    while first < text.words.len() {
        let rest = (first + 1..=text.words.len()).find(|&at| text.gap(at) >= Gap::Soft);
        let end = rest.unwrap_or(text.words.len());
        let sentence = text.words.get(first).map_or(0, |word| word.sentence);
        let to_somebody = spoken_to.binary_search(&sentence).is_ok();
        let insults = lone | if to_somebody { beast } else { 0 };
        let all = (first..end).all(|at| text.is(at, insults | with));
        let any = (first..end).any(|at| text.is(at, insults));
        if end - first <= VOCATIVE_MOST && all && any && scenes.binary_search(&sentence).is_err() {
            found.push(text.span(first, end - 1));
        }
        first = end;
    }
    found
}

/// Where threats stand, in bytes.
pub(super) fn threats(text: &Text<'_>, lexicon: &Lexicon) -> Vec<Span> {
    let hits = lexicon.hits(List::Threat, text);
    let harmless = sentences(text, hits.iter().filter(|hit| hit.section == threat::HARMLESS));
    hits.iter()
        .filter(|hit| hit.section == threat::WORDS && !is_within(&harmless, text, hit))
        .map(|hit| text.span(hit.first, hit.last))
        .collect()
}

/// The numbers of the sentences in which phrases stand, sorted.
pub(super) fn sentences<'h>(text: &Text<'_>, hits: impl Iterator<Item = &'h Hit>) -> Vec<u32> {
    let mut sentences: Vec<u32> =
        hits.filter_map(|hit| text.words.get(hit.first)).map(|word| word.sentence).collect();
    sentences.sort_unstable();
    sentences.dedup();
    sentences
}

/// Whether a phrase stands in one of some sentences.
pub(super) fn is_within(sentences: &[u32], text: &Text<'_>, hit: &Hit) -> bool {
    text.words.get(hit.first).is_some_and(|word| sentences.binary_search(&word.sentence).is_ok())
}

/// Insults whose letters are written apart: «p u t t a n a», «s.t.r.o.n.z.o».
fn written_apart(text: &Text<'_>, lexicon: &Lexicon) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.words.len() {
        let mut letters = String::new();
        let mut last = at;
        while let [letter] = text.form(last).as_bytes()
            && (last == at || matches!(text.gap(last), Gap::Space | Gap::Dot | Gap::Soft))
            && letters.len() < APART_MOST
        {
            letters.push(char::from(*letter));
            last += 1;
        }
        if letters.len() >= APART && lexicon.is_hidden(&letters) {
            found.push(text.span(at, last - 1));
        }
        at = last.max(at + 1);
    }
    found
}
