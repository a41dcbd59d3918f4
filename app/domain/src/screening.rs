//! What the detectors found in what somebody sends, and what follows (domain.md §3.4, §8 cases
//! 17 and 18).
//!
//! What is found holds a text for a person to read, and is explained to its author with the
//! passage: nothing is deleted, changed or refused here.

use serde::{Deserialize, Serialize};

use crate::contributions::Words;
use crate::detectors::{Consequence, DetectorClass, Finding, detect, present_danger, reasons};
use crate::forms::Fields;
use crate::moderation::{Cause, ReasonClass};

/// A few words around what was found, so that its author sees where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// Words before it, cut at a word.
    pub before: String,
    /// What was found.
    pub found: String,
    /// Words after it, cut at a word.
    pub after: String,
}

/// What was found of one class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noticed {
    /// What it is.
    pub class: DetectorClass,
    /// Where, at most [`PASSAGES`]; none where only the whole says it.
    pub passages: Vec<Passage>,
}

/// What was found in the fields of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Screening {
    /// By class, the most urgent first.
    pub noticed: Vec<Noticed>,
}

/// The most passages shown of one class.
pub const PASSAGES: usize = 3;

/// How many characters stand around what was found.
const AROUND: usize = 40;

impl Screening {
    /// Looks through some texts, each by itself; words of danger also across them.
    pub fn of(texts: &[&str]) -> Screening {
        let mut noticed: Vec<Noticed> = Vec::new();
        for text in texts {
            let findings = detect(text);
            for class in reasons(&findings) {
                let passages = findings.iter().filter(|finding| finding.class == class);
                let passages = passages.map(|finding| passage(text, finding));
                match noticed.iter_mut().find(|one| one.class == class) {
                    Some(one) => one.passages.extend(passages),
                    None => noticed.push(Noticed { class, passages: passages.collect() }),
                }
            }
        }
        let alarmed = noticed.iter().any(|one| one.class == DetectorClass::Danger);
        if !alarmed && texts.len() > 1 && present_danger(&texts.join("\n\n")) {
            noticed.push(Noticed { class: DetectorClass::Danger, passages: Vec::new() });
        }
        let all: Vec<Finding> =
            noticed.iter().map(|one| Finding { class: one.class, start: 0, end: 0 }).collect();
        let order = reasons(&all);
        noticed.sort_by_key(|one| order.iter().position(|class| *class == one.class));
        for one in &mut noticed {
            one.passages.truncate(PASSAGES);
        }
        Screening { noticed }
    }

    /// Looks through the words of a contribution.
    pub fn of_words(words: &Words) -> Screening {
        Screening::of(&texts(words))
    }

    /// Looks through what was written so far in a form that holds the words of a contribution.
    pub fn of_fields(fields: &Fields) -> Screening {
        let written: Vec<&str> =
            WORDS.iter().map(|name| fields.text(name)).filter(|text| !text.is_empty()).collect();
        Screening::of(&written)
    }

    /// Which classes were found, the most urgent first.
    pub fn classes(&self) -> Vec<DetectorClass> {
        self.noticed.iter().map(|one| one.class).collect()
    }

    /// Somebody may be in danger now: help is shown before anything else.
    pub fn danger(&self) -> bool {
        self.noticed.iter().any(|one| one.class.consequence() == Consequence::Alert)
    }

    /// Nothing was found.
    pub fn clear(&self) -> bool {
        self.noticed.is_empty()
    }

    /// Somebody else can be recognised: when this is rewritten, what stood here before is erased.
    pub fn third_person(&self) -> bool {
        self.noticed.iter().any(|one| one.class.likely_reason() == ReasonClass::ThirdPerson)
    }

    /// Why the text goes to the moderators, if it does.
    pub fn cause(&self) -> Option<Cause> {
        if self.danger() {
            Some(Cause::Danger)
        } else if self.clear() {
            None
        } else {
            Some(Cause::Detected)
        }
    }
}

/// Fields of a form that hold the words of a contribution.
const WORDS: &[&str] = &["title", "body", "strengths", "recipients", "doers", "resources"];

/// The texts of the words that were written.
fn texts(words: &Words) -> Vec<&str> {
    let Words { title, body, strengths, recipients, doers, resources } = words;
    [title, body, strengths, recipients, doers, resources]
        .into_iter()
        .map(String::as_str)
        .filter(|text| !text.trim().is_empty())
        .collect()
}

fn passage(text: &str, finding: &Finding) -> Passage {
    let letters: Vec<char> = text.chars().collect();
    let (start, end) = (finding.start.min(letters.len()), finding.end.min(letters.len()));
    let line = |slice: &[char]| slice.iter().collect::<String>().replace('\n', " ");
    let from = start.saturating_sub(AROUND);
    let mut before = line(&letters[from..start]);
    if from > 0 {
        // Not in the middle of a word.
        let cut = before.find(' ').map_or(0, |space| space + 1);
        before = format!("…{}", &before[cut..]);
    }
    let to = (end + AROUND).min(letters.len());
    let mut after = line(&letters[end..to]);
    if to < letters.len() {
        let cut = after.rfind(' ').unwrap_or(after.len());
        after = format!("{}…", &after[..cut]);
    }
    Passage { before, found: line(&letters[start..end]), after }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_found_is_told_with_its_passage_and_the_most_urgent_first() {
        let body =
            "Chiamate mia zia al 333 1234567, abita da sola in fondo al paese e risponde sempre.";
        let screening = Screening::of(&["Una corriera la sera", body, "Sei un bastardo."]);
        assert_eq!(screening.classes(), [DetectorClass::Phone, DetectorClass::Insult]);
        let passage = &screening.noticed[0].passages[0];
        assert_eq!(passage.found, "333 1234567");
        assert_eq!(passage.before, "Chiamate mia zia al ");
        assert!(passage.after.starts_with(", abita") && passage.after.ends_with('…'));
        assert_eq!(screening.cause(), Some(Cause::Detected));
        assert!(screening.third_person() && !screening.danger());
    }

    #[test]
    fn words_of_present_danger_come_before_all_else() {
        let words = Words {
            title: "Ho paura".into(),
            body: "Mio marito mi picchia e stanotte ha detto che mi ammazza.".into(),
            ..Words::default()
        };
        let screening = Screening::of_words(&words);
        assert_eq!(screening.classes()[0], DetectorClass::Danger);
        assert_eq!(screening.cause(), Some(Cause::Danger));
    }

    #[test]
    fn an_ordinary_text_is_let_through() {
        let words = Words {
            title: "Una corriera la sera".into(),
            body: "L'ultima parte alle sei: chi lavora al centro commerciale torna a piedi.".into(),
            ..Words::default()
        };
        assert!(Screening::of_words(&words).clear());
        assert_eq!(Screening::of_words(&words).cause(), None);
        assert!(Screening::of_fields(&crate::citizen_forms::fields_of(&words)).clear());
    }

    #[test]
    fn a_passage_is_cut_at_words_and_counts_characters() {
        let text = format!("{} nome@posta.example {}", "perché ".repeat(20), "così ".repeat(20));
        let screening = Screening::of(&[&text]);
        let passage = &screening.noticed[0].passages[0];
        assert!(passage.before.starts_with("…perché"), "{}", passage.before);
        assert!(passage.after.ends_with("così…"), "{}", passage.after);
    }
}
