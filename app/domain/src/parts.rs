//! Parts of a contribution: a text with two ideas, read as several (domain.md §2.5).
//!
//! A part is a named stretch of whole sentences of a published text. It makes no contribution of
//! its own and never touches the text: what is counted stays one voice.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::coded::coded;
use crate::contributions::{salted, text};
use crate::faults::{Fault, What};
use crate::forms::Fields;
use crate::sentences;

/// The most parts of a text.
pub const PARTS_MOST: usize = 3;
/// The most characters of a part's title.
pub const TITLE_MOST: u32 = 120;
/// The most characters of a reason.
pub const REASON_MOST: u32 = 1_000;
/// The fewest words of one.
const REASON_LEAST: u32 = 3;

coded! {
    /// Why parts are parts no more.
    EndCause {
        /// Somebody rejoined them, with a reason.
        Rejoined = "ricomposto",
        /// The text has other words now.
        Changed = "testo_cambiato",
        /// The text left the public pages for good.
        Gone = "testo_uscito",
    }
}

/// A part, as it is marked: a title and the words, as they stand in the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// What it is about, in few words.
    pub title: String,
    /// Its sentences, word for word.
    pub excerpt: String,
}

/// A text read in parts, as it is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SplitDraft {
    /// The parts, in the order of their names.
    pub parts: Vec<Part>,
    /// Why.
    pub reason: String,
}

/// Name of the field that says to which part a sentence goes.
pub fn sentence_field(place: usize) -> String {
    format!("sentence-{}", place + 1)
}

/// Name of the field with the title of a part; parts count from one.
pub fn title_field(part: usize) -> String {
    format!("part_title-{part}")
}

/// What is wrong with a reason to split a text, or to rejoin its parts.
pub fn reason_faults(field: &str, reason: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    text(&mut faults, field, reason, REASON_MOST, REASON_LEAST);
    faults
}

/// Reads the form of a split against the text it is about.
pub fn parse(fields: &Fields, body: &str) -> Result<SplitDraft, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut taken: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for place in 0..sentences::ranges(body).len() {
        let field = sentence_field(place);
        match fields.text(&field) {
            "" => {}
            chosen => match chosen.parse::<usize>() {
                Ok(part @ 1..=PARTS_MOST) => taken.entry(part).or_default().push(place),
                Ok(_) | Err(_) => faults.push(Fault::new(field, What::NotAChoice)),
            },
        }
    }
    if taken.len() < 2 {
        faults.push(Fault::new("parts", What::TooFew { least: 2 }));
    }
    let mut parts = Vec::new();
    for (part, places) in &taken {
        let field = title_field(*part);
        let title = fields.text(&field).to_owned();
        text(&mut faults, &field, &title, TITLE_MOST, 1);
        match in_a_row(places).and_then(|(first, last)| sentences::stretch(body, first, last)) {
            Some(words) => parts.push(Part { title, excerpt: words.to_owned() }),
            None => faults.push(Fault::new("parts", What::Contradicts)),
        }
    }
    let reason = fields.text("split_reason").to_owned();
    faults.extend(reason_faults("split_reason", &reason));
    if faults.is_empty() { Ok(SplitDraft { parts, reason }) } else { Err(faults) }
}

/// The first and the last of some places, if none is left out between them.
fn in_a_row(places: &[usize]) -> Option<(usize, usize)> {
    let (first, last) = (*places.first()?, *places.last()?);
    (last - first + 1 == places.len()).then_some((first, last))
}

/// SHA-256(salt ‖ words) of the parts of a text (invariant 20).
pub fn hash(salt: &[u8; 32], parts: &[Part]) -> [u8; 32] {
    let words: Vec<&str> =
        parts.iter().flat_map(|part| [part.title.as_str(), part.excerpt.as_str()]).collect();
    salted(salt, &words)
}

/// Whether all parts stand in a text word for word.
pub fn stand(parts: &[Part], body: &str) -> bool {
    parts.iter().all(|part| !part.excerpt.is_empty() && body.contains(&part.excerpt))
}

/// The part that an excerpt of the same text marks: the one it stands in, or that stands in it.
/// `None` where it marks none, or several.
pub fn marked<'a>(excerpts: impl Iterator<Item = &'a str>, excerpt: &str) -> Option<usize> {
    let excerpt = excerpt.trim();
    if excerpt.is_empty() {
        return None;
    }
    let mut found = excerpts
        .enumerate()
        .filter(|(_, part)| !part.is_empty() && (part.contains(excerpt) || excerpt.contains(part)))
        .map(|(place, _)| place);
    let one = found.next();
    if found.next().is_some() { None } else { one }
}

/// The sentences of a text that an excerpt is, from the first to the last; `None` where it isn't
/// whole sentences.
pub fn places_of(body: &str, excerpt: &str) -> Option<(usize, usize)> {
    let excerpt = excerpt.trim();
    let all = sentences::ranges(body);
    let first = all.iter().position(|range| {
        let here = body[range.start..].trim_start();
        !excerpt.is_empty() && here.starts_with(excerpt)
    })?;
    (first..all.len())
        .find(|last| sentences::stretch(body, first, *last) == Some(excerpt))
        .map(|last| (first, last))
}

/// Name of the boxes that mark sentences of a source.
pub fn mark_field(number: i64) -> String {
    format!("mark-{number}")
}

/// Name of the choice among the parts of a source.
pub fn choice_field(number: i64) -> String {
    format!("part-{number}")
}

/// What an excerpt may be marked from: the text of a source, and its parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Markable {
    /// The text.
    pub body: String,
    /// Words of its parts, in their order.
    pub parts: Vec<String>,
}

/// Writes the excerpts that were marked into the fields of a form, where
/// [`parse_cluster`](crate::staff_forms::parse_cluster) reads them: a part that was chosen, or the
/// sentences whose boxes were ticked. Words written by hand stay where nothing was marked.
pub fn write_marked(
    fields: &mut Fields,
    sources: &BTreeMap<i64, Markable>,
) -> Result<(), Vec<Fault>> {
    let mut faults = Vec::new();
    for (number, source) in sources {
        let written = format!("excerpt-{number}");
        let mut offered: Vec<String> = Vec::new();
        match fields.text(&choice_field(*number)) {
            "" => {}
            chosen => {
                match chosen.parse::<usize>().ok().and_then(|n| source.parts.get(n.checked_sub(1)?))
                {
                    Some(words) => offered.push(words.clone()),
                    None => faults.push(Fault::new(choice_field(*number), What::NotAChoice)),
                }
            }
        }
        let ticked: Result<Vec<usize>, _> =
            fields.texts(&mark_field(*number)).map(str::parse).collect();
        let places = ticked.map(|mut places| {
            places.sort_unstable();
            places.dedup();
            places
        });
        match places.as_deref() {
            Ok([]) => {}
            Ok(places) => match in_a_row(places) {
                Some((first, last)) => match sentences::stretch(&source.body, first, last) {
                    Some(words) => offered.push(words.to_owned()),
                    None => faults.push(Fault::new(written.clone(), What::NotAChoice)),
                },
                None => faults.push(Fault::new(written.clone(), What::Repeated)),
            },
            Err(_) => faults.push(Fault::new(written.clone(), What::NotAChoice)),
        }
        let own = fields.text(&written);
        if !own.is_empty() {
            offered.push(own.to_owned());
        }
        offered.dedup();
        match offered.as_slice() {
            [] => {}
            [one] => fields.set(&written, one.as_str()),
            _ => faults.push(Fault::new(written, What::Contradicts)),
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = "Non c'è una corriera la sera. Torno a piedi, n. 3 volte la settimana. \
                        E manca anche il pediatra.";

    fn sent(pairs: &[(&str, &str)]) -> Fields {
        Fields::from_pairs(pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())))
    }

    fn named(faults: Vec<Fault>) -> Vec<(String, &'static str)> {
        faults.into_iter().map(|fault| (fault.field, fault.what.code())).collect()
    }

    #[test]
    fn sentences_in_a_row_make_a_part() {
        let fields = sent(&[
            ("sentence-1", "1"),
            ("sentence-2", "1"),
            ("sentence-3", "2"),
            ("part_title-1", "La corriera"),
            ("part_title-2", "Il pediatra"),
            ("split_reason", "Dice due cose diverse."),
        ]);
        let draft = parse(&fields, BODY).unwrap();
        assert_eq!(
            draft.parts[0].excerpt,
            "Non c'è una corriera la sera. Torno a piedi, n. 3 volte la settimana."
        );
        assert_eq!(draft.parts[1].excerpt, "E manca anche il pediatra.");
        assert!(stand(&draft.parts, BODY));
        assert!(!stand(&draft.parts, "Non c'è una corriera la sera."));
        let (salt, other) = ([1; 32], [2; 32]);
        assert_ne!(hash(&salt, &draft.parts), hash(&other, &draft.parts));
        assert_ne!(hash(&salt, &draft.parts), hash(&salt, &draft.parts[..1]));
    }

    #[test]
    fn all_faults_of_a_split_come_at_once() {
        let fields = sent(&[("sentence-1", "1"), ("sentence-2", "2"), ("sentence-3", "1")]);
        let of = |field: &str, what: &'static str| (field.to_owned(), what);
        assert_eq!(
            named(parse(&fields, BODY).unwrap_err()),
            [
                of("part_title-1", "missing"),
                of("parts", "contradicts"),
                of("part_title-2", "missing"),
                of("split_reason", "missing"),
            ]
        );
        let one = sent(&[("sentence-1", "1"), ("sentence-3", "7"), ("part_title-1", "La sera")]);
        assert_eq!(
            named(parse(&one, BODY).unwrap_err()),
            [
                of("sentence-3", "not-a-choice"),
                of("parts", "too-few"),
                of("split_reason", "missing")
            ]
        );
    }

    #[test]
    fn an_excerpt_marks_the_part_it_stands_in() {
        let parts = ["Una cosa. Un'altra.", "La terza."];
        let marked = |excerpt| marked(parts.into_iter(), excerpt);
        assert_eq!(marked("Un'altra."), Some(0));
        assert_eq!(marked("Un'altra. La terza."), Some(1));
        assert_eq!(marked("Una cosa. Un'altra. La terza."), None);
        assert_eq!(marked("niente"), None);
        assert_eq!(marked(" "), None);
    }

    #[test]
    fn an_excerpt_of_whole_sentences_is_found_again() {
        assert_eq!(places_of(BODY, "E manca anche il pediatra."), Some((2, 2)));
        let both = "Non c'è una corriera la sera. Torno a piedi, n. 3 volte la settimana.";
        assert_eq!(places_of(BODY, both), Some((0, 1)));
        assert_eq!(places_of(BODY, BODY), Some((0, 2)));
        for not in ["manca anche il pediatra", "E manca", "", "altro"] {
            assert_eq!(places_of(BODY, not), None, "{not}");
        }
    }

    #[test]
    fn an_excerpt_is_marked_by_ticking_choosing_or_writing() {
        let markable =
            Markable { body: BODY.into(), parts: vec!["E manca anche il pediatra.".into()] };
        let sources = BTreeMap::from([(4, markable)]);
        let written = |pairs: &[(&str, &str)]| {
            let mut fields = sent(pairs);
            write_marked(&mut fields, &sources)
                .map(|()| fields.text("excerpt-4").to_owned())
                .map_err(named)
        };
        assert_eq!(
            written(&[("mark-4", "0"), ("mark-4", "1")]).unwrap(),
            "Non c'è una corriera la sera. Torno a piedi, n. 3 volte la settimana."
        );
        assert_eq!(written(&[("part-4", "1")]).unwrap(), "E manca anche il pediatra.");
        assert_eq!(written(&[("excerpt-4", "a piedi")]).unwrap(), "a piedi");
        assert_eq!(written(&[]).unwrap(), "");
        assert_eq!(
            written(&[("part-4", "1"), ("mark-4", "2")]).unwrap(),
            "E manca anche il pediatra."
        );
        let wrong = |pairs: &[(&str, &str)]| written(pairs).unwrap_err();
        let of = |field: &str, what: &'static str| vec![(field.to_owned(), what)];
        assert_eq!(wrong(&[("mark-4", "0"), ("mark-4", "2")]), of("excerpt-4", "repeated"));
        assert_eq!(wrong(&[("mark-4", "9")]), of("excerpt-4", "not-a-choice"));
        assert_eq!(wrong(&[("part-4", "2")]), of("part-4", "not-a-choice"));
        assert_eq!(wrong(&[("part-4", "0")]), of("part-4", "not-a-choice"));
        assert_eq!(
            wrong(&[("mark-4", "0"), ("excerpt-4", "altro")]),
            of("excerpt-4", "contradicts")
        );
    }
}
