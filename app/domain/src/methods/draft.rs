//! The draft of a round in numbered paragraphs, and amendments to it.
//!
//! A paragraph has a key that stays its own from version to version, so that an amendment and a
//! position know which one they are about; the number a reader sees is its place. Every change is
//! a version, older ones stay readable. An amendment inserts after a paragraph, deletes or
//! replaces one; it is never applied to a paragraph that has changed since without somebody
//! having both texts before their eyes.

use serde::{Deserialize, Serialize};

use crate::coded::coded;
use crate::contributions::text;
use crate::faults::{Fault, Refusal, What};

use super::{REASON_LEAST, REASON_MOST};

/// The most characters of a paragraph.
pub const PARAGRAPH_MOST: u32 = 4_000;
/// The most paragraphs of a draft.
pub const PARAGRAPHS_MOST: u32 = 100;
/// The key that stands for the beginning of the draft: only something to insert goes there.
pub const BEGINNING: i64 = 0;

coded! {
    /// What an amendment does to a paragraph.
    AmendmentKind {
        /// Puts another text in its place.
        Replace = "sostituisce",
        /// Puts a new paragraph after it.
        Insert = "aggiunge",
        /// Takes it out.
        Delete = "toglie",
    }
}

coded! {
    /// What became of an amendment.
    AmendmentState {
        /// Nobody has decided yet.
        Proposed = "proposto",
        /// In the draft.
        Accepted = "accolto",
        /// Not in the draft, with a reason.
        Rejected = "non_accolto",
        /// Merged with others into one text, whose outcome is its own.
        Merged = "unito",
        /// Withdrawn by who proposed it.
        Withdrawn = "ritirato",
    }
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// Its own in this draft, from 1, never used again.
    pub key: i64,
    /// Its words.
    pub text: String,
}

/// One version of a draft.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftText {
    /// The key that the next new paragraph gets.
    pub next: i64,
    /// The paragraphs, in their order.
    pub paragraphs: Vec<Paragraph>,
}

/// What an amendment asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amendment {
    /// What it does.
    pub kind: AmendmentKind,
    /// To which paragraph, by its key.
    pub paragraph: i64,
    /// The new words; empty to delete.
    pub text: String,
    /// Why.
    pub reason: String,
}

impl Amendment {
    /// All that is wrong with it.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        match self.kind {
            AmendmentKind::Replace | AmendmentKind::Insert => {
                text(&mut faults, "text", &self.text, PARAGRAPH_MOST, 1);
                if has_gap(&self.text) {
                    faults.push(Fault::new("text", What::TooMany { most: 1, found: 2 }));
                }
            }
            AmendmentKind::Delete => {}
        }
        text(&mut faults, "reason", &self.reason, REASON_MOST, REASON_LEAST);
        faults
    }
}

/// Whether an empty line parts the text: then it is several paragraphs.
fn has_gap(text: &str) -> bool {
    split(text).len() > 1
}

/// The paragraphs of a text: what empty lines part.
fn split(text: &str) -> Vec<String> {
    let mut paragraphs = Vec::new();
    let mut current: Vec<&str> = Vec::new();
    for line in text.lines() {
        if line.trim().is_empty() {
            if !current.is_empty() {
                paragraphs.push(current.join("\n"));
                current.clear();
            }
        } else {
            current.push(line.trim_end());
        }
    }
    if !current.is_empty() {
        paragraphs.push(current.join("\n"));
    }
    paragraphs
}

impl DraftText {
    /// Reads what the institution wrote: paragraphs parted by empty lines. A paragraph that an
    /// earlier version has word for word keeps its key.
    pub fn read(written: &str, earlier: Option<&DraftText>) -> Result<DraftText, Vec<Fault>> {
        let paragraphs = split(written);
        let mut faults = Vec::new();
        let found = u32::try_from(paragraphs.len()).unwrap_or(u32::MAX);
        if paragraphs.is_empty() {
            faults.push(Fault::new("text", What::Missing));
        } else if found > PARAGRAPHS_MOST {
            faults.push(Fault::new("text", What::TooMany { most: PARAGRAPHS_MOST, found }));
        }
        for paragraph in &paragraphs {
            crate::contributions::length(&mut faults, "text", paragraph, PARAGRAPH_MOST);
        }
        faults.dedup_by(|a, b| a.field == b.field);
        if !faults.is_empty() {
            return Err(faults);
        }
        let mut known: Vec<Paragraph> = earlier.map(|e| e.paragraphs.clone()).unwrap_or_default();
        let mut draft = DraftText { next: earlier.map_or(1, |e| e.next), paragraphs: Vec::new() };
        for text in paragraphs {
            let kept = known.iter().position(|paragraph| paragraph.text == text);
            let key = match kept {
                Some(at) => known.remove(at).key,
                None => draft.new_key(),
            };
            draft.paragraphs.push(Paragraph { key, text });
        }
        Ok(draft)
    }

    fn new_key(&mut self) -> i64 {
        let key = self.next;
        self.next += 1;
        key
    }

    /// The words of a paragraph.
    pub fn paragraph(&self, key: i64) -> Option<&str> {
        self.paragraphs.iter().find(|one| one.key == key).map(|one| one.text.as_str())
    }

    /// The number a reader sees, from 1.
    pub fn number(&self, key: i64) -> Option<usize> {
        self.paragraphs.iter().position(|one| one.key == key).map(|at| at + 1)
    }

    /// As it is written in a text area: paragraphs parted by empty lines.
    pub fn written(&self) -> String {
        let texts: Vec<&str> = self.paragraphs.iter().map(|one| one.text.as_str()).collect();
        texts.join("\n\n")
    }

    /// Whether a paragraph is there to be amended so.
    pub fn takes(&self, kind: AmendmentKind, key: i64) -> bool {
        self.paragraph(key).is_some() || (kind == AmendmentKind::Insert && key == BEGINNING)
    }

    /// What the draft becomes with an amendment that was written on `base`. What is inserted
    /// goes after its paragraph or, if that is gone, after the nearest one before it that is
    /// still there. A paragraph that is gone can neither be replaced nor deleted.
    pub fn with(
        &self,
        base: &DraftText,
        kind: AmendmentKind,
        key: i64,
        text: &str,
    ) -> Result<DraftText, Refusal> {
        let mut new = self.clone();
        let at = new.paragraphs.iter().position(|one| one.key == key);
        match (kind, at) {
            (AmendmentKind::Replace, Some(at)) => {
                text.trim().clone_into(&mut new.paragraphs[at].text)
            }
            (AmendmentKind::Delete, Some(at)) => {
                new.paragraphs.remove(at);
            }
            (AmendmentKind::Replace | AmendmentKind::Delete, None) => {
                return Err(Refusal::ParagraphGone);
            }
            (AmendmentKind::Insert, at) => {
                let after = at.map_or_else(|| self.nearest_before(base, key), |at| at + 1);
                let key = new.new_key();
                new.paragraphs.insert(after, Paragraph { key, text: text.trim().to_owned() });
            }
        }
        Ok(new)
    }

    /// Where to insert after a paragraph that is gone.
    fn nearest_before(&self, base: &DraftText, key: i64) -> usize {
        let until = base.paragraphs.iter().position(|one| one.key == key).unwrap_or(0);
        base.paragraphs[..until].iter().rev().find_map(|one| self.number(one.key)).unwrap_or(0)
    }
}

/// Whether what an amendment is about has changed since: then nobody decides on it without both
/// texts. What is inserted changes nothing, so its neighbour may have changed.
pub fn moved(base: &DraftText, now: &DraftText, kind: AmendmentKind, key: i64) -> bool {
    match kind {
        AmendmentKind::Insert => false,
        AmendmentKind::Replace | AmendmentKind::Delete => base.paragraph(key) != now.paragraph(key),
    }
}

/// What was decided on an amendment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Into the draft: as it was proposed, or with these words where the paragraph has changed.
    Accept {
        /// The words that go in, if not those proposed.
        text: Option<String>,
    },
    /// Not into the draft.
    Reject {
        /// Why: printed beside the amendment.
        reason: String,
    },
}

impl Verdict {
    /// All that is wrong with it.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        match self {
            Verdict::Accept { text: Some(words) } => {
                text(&mut faults, "text", words, PARAGRAPH_MOST, 1);
                if has_gap(words) {
                    faults.push(Fault::new("text", What::TooMany { most: 1, found: 2 }));
                }
            }
            Verdict::Accept { text: None } => {}
            Verdict::Reject { reason } => {
                text(&mut faults, "reason", reason, REASON_MOST, REASON_LEAST);
            }
        }
        faults
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn draft(text: &str) -> DraftText {
        DraftText::read(text, None).unwrap()
    }

    fn texts(draft: &DraftText) -> Vec<&str> {
        draft.paragraphs.iter().map(|one| one.text.as_str()).collect()
    }

    #[test]
    fn empty_lines_part_paragraphs_and_line_breaks_do_not() {
        let draft = draft("Uno\ncon due righe\n\n\n  \nDue  \n\nTre");
        assert_eq!(texts(&draft), ["Uno\ncon due righe", "Due", "Tre"]);
        assert_eq!((draft.next, draft.number(2), draft.written().lines().count()), (4, Some(2), 6));
        assert_eq!(DraftText::read(" \n ", None), Err(vec![Fault::new("text", What::Missing)]));
    }

    #[test]
    fn a_paragraph_that_stays_as_it_was_keeps_its_key() {
        let first = draft("Uno\n\nDue\n\nTre");
        let second = DraftText::read("Tre\n\nDue e mezzo\n\nUno", Some(&first)).unwrap();
        let keys: Vec<i64> = second.paragraphs.iter().map(|one| one.key).collect();
        assert_eq!(keys, [3, 4, 1]);
    }

    #[test]
    fn an_amendment_inserts_deletes_or_replaces() {
        let base = draft("Uno\n\nDue");
        let with = |kind, key, text| base.with(&base, kind, key, text).unwrap();
        assert_eq!(texts(&with(AmendmentKind::Replace, 2, "Altro ")), ["Uno", "Altro"]);
        assert_eq!(texts(&with(AmendmentKind::Delete, 1, "")), ["Due"]);
        assert_eq!(texts(&with(AmendmentKind::Insert, 1, "Dopo")), ["Uno", "Dopo", "Due"]);
        let first = with(AmendmentKind::Insert, BEGINNING, "Prima");
        assert_eq!(texts(&first), ["Prima", "Uno", "Due"]);
        assert_eq!(first.paragraphs[0].key, 3, "a key is never used again");
    }

    #[test]
    fn what_is_gone_is_neither_replaced_nor_deleted_but_its_place_is_found() {
        let base = draft("Uno\n\nDue\n\nTre");
        let now = base.with(&base, AmendmentKind::Delete, 2, "").unwrap();
        for kind in [AmendmentKind::Replace, AmendmentKind::Delete] {
            assert_eq!(now.with(&base, kind, 2, "x"), Err(Refusal::ParagraphGone));
            assert!(moved(&base, &now, kind, 2));
        }
        let inserted = now.with(&base, AmendmentKind::Insert, 2, "Dopo due").unwrap();
        assert_eq!(texts(&inserted), ["Uno", "Dopo due", "Tre"]);
        assert!(!moved(&base, &now, AmendmentKind::Insert, 2));
    }

    #[test]
    fn one_amendment_is_one_paragraph_with_a_reason() {
        let fine = Amendment {
            kind: AmendmentKind::Replace,
            paragraph: 1,
            text: "Tutti i sabati".into(),
            reason: "Chi assiste lavora".into(),
        };
        assert_eq!(fine.faults(), []);
        let fields = |a: &Amendment| -> Vec<String> {
            a.faults().into_iter().map(|fault| fault.field).collect()
        };
        assert_eq!(fields(&Amendment { text: "a\n\nb".into(), ..fine.clone() }), ["text"]);
        let empty = Amendment { text: String::new(), reason: "no".into(), ..fine.clone() };
        assert_eq!(fields(&empty), ["text", "reason"]);
        let delete = Amendment { kind: AmendmentKind::Delete, text: String::new(), ..fine };
        assert_eq!(delete.faults(), []);
    }

    proptest! {
        /// Whatever is accepted, keys stay apart and are never used again.
        #[test]
        fn keys_are_never_used_twice(acts in proptest::collection::vec((0..3_usize, 0..12_i64), 0..30)) {
            let base = draft("Uno\n\nDue\n\nTre");
            let mut now = base.clone();
            let mut used: std::collections::BTreeSet<i64> = now.paragraphs.iter().map(|p| p.key).collect();
            for (kind, key) in acts {
                let kind = AmendmentKind::ALL[kind];
                let Ok(next) = now.with(&now, kind, key, "altro") else { continue };
                for paragraph in &next.paragraphs {
                    if now.paragraph(paragraph.key).is_none() {
                        prop_assert!(used.insert(paragraph.key), "{} again", paragraph.key);
                    }
                }
                now = next;
            }
            let keys: std::collections::BTreeSet<i64> = now.paragraphs.iter().map(|p| p.key).collect();
            prop_assert_eq!(keys.len(), now.paragraphs.len());
        }
    }
}
