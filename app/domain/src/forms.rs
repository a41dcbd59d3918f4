//! Forms: fields arrive as strings, all faults are told at once, and what was written is kept.
//!
//! A form posts to the address of its page. If something is wrong, the same page is drawn again
//! from this state; a person never types anything twice.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::events::hex;
use crate::faults::{Fault, Refusal, What};

/// What was sent, as strings; a field may come several times.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fields(BTreeMap<String, Vec<String>>);

impl Fields {
    /// From pairs in the order in which they came. Line ends become `\n`, NULs go.
    pub fn from_pairs(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut fields: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (name, value) in pairs {
            let value = value.replace("\r\n", "\n").replace(['\r', '\0'], "");
            fields.entry(name).or_default().push(value);
        }
        Fields(fields)
    }

    /// The value of a field, trimmed; empty if it was not sent.
    pub fn text(&self, name: &str) -> &str {
        self.0.get(name).and_then(|values| values.first()).map_or("", |value| value.trim())
    }

    /// All values of a field.
    pub fn texts<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> + use<'a> {
        self.0.get(name).into_iter().flatten().map(|value| value.trim())
    }

    /// Whether a box was ticked, or a button of this name pressed.
    pub fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// Sets a field: what a page offers before anything was written.
    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        self.0.insert(name.to_owned(), vec![value.into()]);
    }

    /// Sets all values of a field; without any it is as if it had not been sent.
    pub fn set_all(&mut self, name: &str, values: Vec<String>) {
        if values.is_empty() {
            self.0.remove(name);
        } else {
            self.0.insert(name.to_owned(), values);
        }
    }

    /// Names and values, in the order of the names.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().flat_map(|(name, values)| {
            values.iter().map(move |value| (name.as_str(), value.as_str()))
        })
    }
}

/// Fields that say where one is in a form, not what one says.
const STEERING: &[&str] = &["form_id", "step", "checked", "go"];

/// The id of the form in what [`FormState::sending`] made.
pub fn id_of(sending: &str) -> &str {
    sending.split_once('.').map_or(sending, |(id, _)| id)
}

/// A form as a page draws it: values, what is wrong with them, and its id.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormState {
    /// The values.
    pub fields: Fields,
    /// What is wrong.
    pub faults: Vec<Fault>,
    /// Why it was refused as a whole.
    pub refusal: Option<Refusal>,
    /// Random id that makes a second sending harmless.
    pub id: String,
}

impl FormState {
    /// The sending of this form, by which a second one of the same is known: its id and, after
    /// a dot, what was said in it. Who goes back and sends other words sends something else.
    pub fn sending(&self) -> String {
        let mut sha = Sha256::new();
        for (name, value) in self.fields.pairs().filter(|(name, _)| !STEERING.contains(name)) {
            for part in [name, value] {
                sha.update((part.len() as u64).to_be_bytes());
                sha.update(part.as_bytes());
            }
        }
        format!("{}.{}", self.id, hex(&sha.finalize()))
    }

    /// The same form, to be sent once more as something else. Its id follows from the one it
    /// had, so that it is as random and a double click is still one sending.
    pub fn anew(&mut self) {
        let next = Sha256::new().chain_update("anew").chain_update(&self.id).finalize();
        self.id = hex(&next[..16]);
    }

    /// What is wrong with a field, if anything.
    pub fn fault(&self, field: &str) -> Option<What> {
        self.faults.iter().find(|fault| fault.field == field).map(|fault| fault.what)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(pairs: &[(&str, &str)]) -> FormState {
        let fields = Fields::from_pairs(pairs.iter().map(|(n, v)| ((*n).into(), (*v).into())));
        FormState { fields, id: "0123".into(), ..FormState::default() }
    }

    #[test]
    fn other_words_are_another_sending() {
        let first = sent(&[("body", "a"), ("step", "check"), ("go", "send")]).sending();
        assert_eq!(id_of(&first), "0123");
        assert_eq!(first, sent(&[("body", "a"), ("step", "words"), ("form_id", "9")]).sending());
        assert_ne!(first, sent(&[("body", "b")]).sending());
        assert_ne!(sent(&[("a", "bc")]).sending(), sent(&[("ab", "c")]).sending());
    }

    #[test]
    fn a_form_sent_anew_has_an_id_that_follows() {
        let mut form = sent(&[]);
        form.anew();
        assert_eq!(form.id.len(), 32);
        let mut again = sent(&[]);
        again.anew();
        assert_eq!(form.id, again.id);
    }
}
