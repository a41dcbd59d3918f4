//! Words of present danger, in Italian, English, Albanian and Serbian: somebody is hurt, threatened,
//! shut in, or wants to die, now.
//!
//! Whoever writes so needs help at once, so it is better to show the numbers once too often. But a
//! consultation about violence speaks of it in every text: what lies behind, what is said of nobody in
//! particular, and the title of a play are no alarm.

use super::Span;
use super::hostility::{is_within, sentences};
use super::lexicon::{Lexicon, List, danger};
use super::phrases::Hit;
use super::text::Text;

/// How far before the words stands who makes them general.
const NEAR: usize = 9;

/// How far from a word of harm whoever does it and whoever suffers it stand.
const WINDOW: usize = 12;

/// How close before them stands what is only a thing; after them, half as close.
const CLOSE: usize = 4;

/// Where words of danger stand, in bytes.
pub(super) fn find(text: &Text<'_>, lexicon: &Lexicon) -> Vec<Span> {
    let hits = lexicon.hits(List::Danger, text);
    let of = |section: usize| hits.iter().filter(move |hit| hit.section == section);
    let past = sentences(text, of(danger::PAST));
    let dark = sentences(text, of(danger::DARK));
    let prevention = sentences(text, of(danger::PREVENTION));
    let general: Vec<&Hit> = of(danger::ANYBODY).collect();
    let is_general = |hit: &Hit| {
        let near = general.partition_point(|before| before.first + NEAR < hit.first);
        general
            .iter()
            .skip(near)
            .take_while(|before| before.first < hit.first)
            .any(|before| text.together(before.first, hit.first))
            || is_within(&prevention, text, hit)
    };
    // «Le tasse ci massacrano», «mi ammazzano le bollette».
    let things: Vec<&Hit> = of(danger::THINGS).collect();
    let is_done_by_things = |hit: &Hit| {
        let near = things.partition_point(|thing| thing.first + CLOSE < hit.first);
        things.iter().skip(near).take_while(|thing| thing.first <= hit.last + CLOSE / 2).any(
            |thing| {
                let within = hit.first <= thing.first && thing.first <= hit.last;
                !within && text.together(thing.first, hit.first)
            },
        )
    };
    let is_quoted = |hit: &Hit| text.words.get(hit.first).is_some_and(|word| word.quoted);
    // «Una donna che dice «mi picchia»…», the title of a play.
    let is_told = |hit: &Hit| is_quoted(hit) && is_general(hit);
    let mut found: Vec<Span> = hits
        .iter()
        .filter(|hit| match hit.section {
            danger::NOW => !is_told(hit) && !is_done_by_things(hit),
            danger::FEAR => !is_told(hit) && !is_within(&dark, text, hit),
            danger::LATELY => !is_within(&past, text, hit) && !is_done_by_things(hit),
            danger::SOMEBODY => !is_general(hit) && !is_done_by_things(hit),
            _ => false,
        })
        .map(|hit| text.span(hit.first, hit.last))
        .collect();
    found.extend(
        near_harm(text, lexicon)
            .filter(|hit| !is_within(&past, text, hit) && !is_general(hit) && !is_quoted(hit))
            .map(|hit| text.span(hit.first, hit.last)),
    );
    found
}

/// Where somebody near, whoever suffers it and a word of harm stand close together, in any order: there
/// are more ways to say it than a list can hold.
fn near_harm<'a>(text: &'a Text<'_>, lexicon: &Lexicon) -> impl Iterator<Item = Hit> + 'a {
    let (harm, by, me) = (lexicon.set("harm"), lexicon.set("by"), lexicon.set("me"));
    let (mine, victim) = (lexicon.set("mine"), lexicon.set("victim"));
    let no_harm = lexicon.set("no_harm");
    let is_by = move |at: usize| {
        let whose = at > 0
            && (text.is(at - 1, mine)
                || matches!(text.form(at - 1), "il" | "l" | "suo" | "dal" | "del"));
        text.is(at, by) && (matches!(text.form(at), "lui" | "ex") || whose)
    };
    let is_victim = move |at: usize| {
        let clitic = text.form(at).len() > 6
            && ["rmi", "rci", "rle", "rla"].iter().any(|ending| text.form(at).ends_with(ending));
        text.is(at, me) || clitic || (text.is(at, victim) && at > 0 && text.is(at - 1, mine))
    };
    (0..text.words.len()).filter(move |&at| text.is(at, harm)).filter_map(move |at| {
        let imperfect =
            ["ava", "avano", "eva", "evano"].iter().any(|ending| text.form(at).ends_with(ending));
        let from = at.saturating_sub(WINDOW);
        let to = (at + WINDOW / 2).min(text.words.len());
        let same = |other: &usize| text.together(at, *other);
        let denied =
            (at.saturating_sub(3)..at).filter(same).any(|before| text.form(before) == "non");
        let harmless = (from..to).filter(same).any(|other| text.is(other, no_harm));
        if imperfect || denied || harmless {
            return None;
        }
        let by_whom = (from..to).filter(same).find(|&other| is_by(other))?;
        let whom = (by_whom.min(at).saturating_sub(2)..to)
            .filter(same)
            .find(|&other| other != by_whom && is_victim(other))?;
        Some(Hit {
            section: danger::NOW,
            first: by_whom.min(at).min(whom),
            last: by_whom.max(at).max(whom),
        })
    })
}
