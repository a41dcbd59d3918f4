//! What differs between two texts, word by word: the longest common sequence of words stays, the
//! rest was taken out or put in. Pages show it with `ins`, `del` and words, never by colour alone.

/// A run of words, with the spaces that follow them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Run {
    /// In both texts.
    Same(String),
    /// Only in the first.
    Removed(String),
    /// Only in the second.
    Added(String),
}

/// More words than these in a text, and it is not compared word by word: it is replaced whole.
/// The table of a comparison grows with the product of both lengths.
const MOST: usize = 2_500;

/// Words, each with the white space that follows it.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let (mut start, mut spaced) = (0, false);
    for (at, letter) in text.char_indices() {
        if letter.is_whitespace() {
            spaced = true;
        } else if spaced {
            words.push(&text[start..at]);
            (start, spaced) = (at, false);
        }
    }
    if start < text.len() {
        words.push(&text[start..]);
    }
    words
}

/// What has to be done to the first text to have the second. Removed comes before added.
pub fn words_between(before: &str, after: &str) -> Vec<Run> {
    let (old, new) = (words(before), words(after));
    let same = |a: &&str, b: &&str| a.trim_end() == b.trim_end();
    let head = old.iter().zip(&new).take_while(|(a, b)| same(a, b)).count();
    let (old_rest, new_rest) = (&old[head..], &new[head..]);
    let tail =
        old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(|(a, b)| same(a, b)).count();
    let old_middle = &old_rest[..old_rest.len() - tail];
    let new_middle = &new_rest[..new_rest.len() - tail];

    let mut runs = Runs::default();
    new[..head].iter().for_each(|word| runs.push(Side::Same, word));
    if old_middle.len() > MOST || new_middle.len() > MOST {
        old_middle.iter().for_each(|word| runs.push(Side::Removed, word));
        new_middle.iter().for_each(|word| runs.push(Side::Added, word));
    } else {
        middle(&mut runs, old_middle, new_middle);
    }
    new_rest[new_rest.len() - tail..].iter().for_each(|word| runs.push(Side::Same, word));
    runs.done()
}

/// The longest common sequence, by the table of what is left from each place on.
fn middle(runs: &mut Runs, old: &[&str], new: &[&str]) {
    let width = new.len() + 1;
    let mut left = vec![0_u16; (old.len() + 1) * width];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            left[i * width + j] = if old[i].trim_end() == new[j].trim_end() {
                left[(i + 1) * width + j + 1] + 1
            } else {
                left[(i + 1) * width + j].max(left[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && old[i].trim_end() == new[j].trim_end() {
            runs.push(Side::Same, new[j]);
            (i, j) = (i + 1, j + 1);
        } else if j == new.len()
            || (i < old.len() && left[(i + 1) * width + j] >= left[i * width + j + 1])
        {
            runs.push(Side::Removed, old[i]);
            i += 1;
        } else {
            runs.push(Side::Added, new[j]);
            j += 1;
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Same,
    Removed,
    Added,
}

/// Gathers words of one side into runs; between two words in common, what was removed stands
/// before what was added.
#[derive(Default)]
struct Runs {
    done: Vec<Run>,
    removed: String,
    added: String,
    same: String,
}

impl Runs {
    fn push(&mut self, side: Side, word: &str) {
        match side {
            Side::Same => {
                self.changed();
                self.same.push_str(word);
            }
            Side::Removed => {
                self.kept();
                self.removed.push_str(word);
            }
            Side::Added => {
                self.kept();
                self.added.push_str(word);
            }
        }
    }

    fn kept(&mut self) {
        if !self.same.is_empty() {
            self.done.push(Run::Same(std::mem::take(&mut self.same)));
        }
    }

    fn changed(&mut self) {
        if !self.removed.is_empty() {
            self.done.push(Run::Removed(std::mem::take(&mut self.removed)));
        }
        if !self.added.is_empty() {
            self.done.push(Run::Added(std::mem::take(&mut self.added)));
        }
    }

    fn done(mut self) -> Vec<Run> {
        self.kept();
        self.changed();
        self.done
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn same(text: &str) -> Run {
        Run::Same(text.into())
    }
    fn removed(text: &str) -> Run {
        Run::Removed(text.into())
    }
    fn added(text: &str) -> Run {
        Run::Added(text.into())
    }

    #[test]
    fn a_changed_word_is_removed_and_added() {
        assert_eq!(
            words_between("Aprire due sabati al mese.", "Aprire tutti i sabati al mese."),
            [same("Aprire "), removed("due "), added("tutti i "), same("sabati al mese.")]
        );
    }

    #[test]
    fn equal_texts_differ_in_nothing() {
        assert_eq!(words_between("una due", "una due"), [same("una due")]);
        assert_eq!(words_between("", ""), []);
        assert_eq!(words_between("", "una"), [added("una")]);
        assert_eq!(words_between("una", ""), [removed("una")]);
    }

    proptest! {
        /// What is the same and what was added make the second text; what is the same and what
        /// was removed, the words of the first.
        #[test]
        fn both_texts_can_be_read_from_the_runs(
            a in proptest::collection::vec("[abc]{1,2}", 0..30),
            b in proptest::collection::vec("[abc]{1,2}", 0..30),
        ) {
            let (a, b) = (a.join(" "), b.join(" "));
            let (mut old, mut new) = (String::new(), String::new());
            for run in words_between(&a, &b) {
                match run {
                    Run::Same(text) => { old.push_str(&text); new.push_str(&text); }
                    Run::Removed(text) => old.push_str(&text),
                    Run::Added(text) => new.push_str(&text),
                }
                if !old.ends_with(' ') && !old.is_empty() { old.push(' '); }
            }
            prop_assert_eq!(
                old.split_whitespace().collect::<Vec<_>>(),
                a.split_whitespace().collect::<Vec<_>>()
            );
            prop_assert_eq!(
                new.split_whitespace().collect::<String>(),
                b.split_whitespace().collect::<String>()
            );
        }
    }
}
