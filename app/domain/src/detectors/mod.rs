//! What a text may hold that a person should read before it is public: data of somebody, words that
//! hurt, words of danger.
//!
//! A detector holds and explains; it never deletes, changes or refuses a text, and never decides
//! anything about a person (domain.md §3.4, §8 cases 16–18). It is wrong at times: what it finds is a
//! reason to look, and whoever looks decides.
//!
//! The map:
//!
//! - `text`: words folded and placed, sentences; `repair`: words as they were meant
//! - `lexicon`, `trie`, `phrases`, `words/*.txt`: the lists, how they are written, how they are found
//! - `fiscal_code`, `phone`, `email`, `link`: what is told by its signs
//! - `people`, `address`, `health`: who is spoken of, where they live, how they are
//! - `hostility`, `danger`: insults and threats; somebody who needs help now
//!
//! Of one class no two findings overlap. Of two classes they may, if they mean different things: a
//! threat may be words of danger, a street may lie within health data, a fiscal code within a link.
//! But the same signs are never taken for two things of one kind: an e-mail address is no link, and the
//! digits of a link, an address, a fiscal code or an IBAN are no phone number.

use serde::{Deserialize, Serialize};

use crate::coded::coded;
use crate::moderation::ReasonClass;

mod address;
mod danger;
mod email;
mod fiscal_code;
mod health;
mod hostility;
mod lexicon;
mod link;
mod people;
mod phone;
mod phrases;
mod repair;
mod text;
mod trie;

use lexicon::lexicon;
use text::Text;

coded! {
    /// What a detector looks for.
    DetectorClass {
        /// An Italian fiscal code whose control letter is right.
        FiscalCode = "fiscal_code",
        /// A phone number that is not one of the public short and green numbers.
        Phone = "phone",
        /// An e-mail address, also one written to be read by people only.
        Email = "email",
        /// A street with the number of a house or with the person who lives there.
        Address = "address",
        /// What is likely the health of a person one can recognise, other than the writer.
        Health = "health",
        /// An insult to a person or a group, or words that discriminate.
        Insult = "insult",
        /// A threat against somebody, or a call to violence.
        Threat = "threat",
        /// The address of a page.
        Link = "link",
        /// Words of present danger to the writer or to somebody near.
        Danger = "danger",
    }
}

coded! {
    /// What a finding leads to.
    Consequence {
        /// Nothing becomes public, help is shown at once, an operator is told before all else.
        Alert = "alert",
        /// A person reads the text before it is public.
        Hold = "hold",
    }
}

impl DetectorClass {
    /// What a finding of this class leads to.
    pub const fn consequence(self) -> Consequence {
        match self {
            DetectorClass::Danger => Consequence::Alert,
            DetectorClass::FiscalCode
            | DetectorClass::Phone
            | DetectorClass::Email
            | DetectorClass::Address
            | DetectorClass::Health
            | DetectorClass::Insult
            | DetectorClass::Threat
            | DetectorClass::Link => Consequence::Hold,
        }
    }

    /// Key of the text that says why the text waits, to its author and to a moderator.
    pub const fn explain(self) -> &'static str {
        match self {
            DetectorClass::FiscalCode => "detector-fiscal_code",
            DetectorClass::Phone => "detector-phone",
            DetectorClass::Email => "detector-email",
            DetectorClass::Address => "detector-address",
            DetectorClass::Health => "detector-health",
            DetectorClass::Insult => "detector-insult",
            DetectorClass::Threat => "detector-threat",
            DetectorClass::Link => "detector-link",
            DetectorClass::Danger => "detector-danger",
        }
    }

    /// The class of reason a moderator is likely to give, to be offered first and never to be
    /// recorded unasked.
    pub const fn likely_reason(self) -> ReasonClass {
        match self {
            DetectorClass::FiscalCode
            | DetectorClass::Phone
            | DetectorClass::Email
            | DetectorClass::Address
            | DetectorClass::Health => ReasonClass::ThirdPerson,
            DetectorClass::Insult => ReasonClass::Insult,
            DetectorClass::Threat => ReasonClass::Threat,
            DetectorClass::Link => ReasonClass::Advertising,
            DetectorClass::Danger => ReasonClass::PresentDanger,
        }
    }

    /// How soon it wants to be read: danger first, then threats, then data that must not get out.
    const fn urgency(self) -> u8 {
        match self {
            DetectorClass::Danger => 0,
            DetectorClass::Threat => 1,
            DetectorClass::Health => 2,
            DetectorClass::FiscalCode => 3,
            DetectorClass::Address => 4,
            DetectorClass::Phone => 5,
            DetectorClass::Email => 6,
            DetectorClass::Insult => 7,
            DetectorClass::Link => 8,
        }
    }
}

/// Something found in a text, from a character to before another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Finding {
    /// What it is.
    pub class: DetectorClass,
    /// Its first character, counted in Unicode scalar values from 0.
    pub start: usize,
    /// The character after its last.
    pub end: usize,
}

/// From a byte to before another.
type Span = (usize, usize);

/// Finds all that a person should look at, sorted by where it begins.
pub fn detect(text: &str) -> Vec<Finding> {
    let lexicon = lexicon();
    let read = Text::read(text, lexicon);
    let codes = fiscal_code::find(text);
    let emails = email::find(&read);
    let links = link::find(&read, &emails, lexicon);
    let mut taken = [codes.as_slice(), &emails, &links, &fiscal_code::ibans(text)].concat();
    taken.sort_unstable();
    let phones = phone::find(&read, &taken, lexicon);
    let people = people::find(&read, lexicon);
    let mut found = Vec::new();
    let mut add = |class: DetectorClass, spans: Vec<Span>| {
        found.extend(joined(spans).into_iter().map(|span| (class, span)));
    };
    add(DetectorClass::Address, address::find(&read, &people, lexicon));
    add(DetectorClass::Health, health::find(&read, &people, lexicon));
    add(DetectorClass::Insult, hostility::insults(&read, lexicon));
    add(DetectorClass::Threat, hostility::threats(&read, lexicon));
    add(DetectorClass::Danger, danger::find(&read, lexicon));
    add(DetectorClass::FiscalCode, codes);
    add(DetectorClass::Phone, phones);
    add(DetectorClass::Email, emails);
    add(DetectorClass::Link, links);
    in_characters(text, found)
}

/// Whether a text has words of present danger: all that a form asks before it goes on.
pub fn present_danger(text: &str) -> bool {
    let lexicon = lexicon();
    !danger::find(&Text::read(text, lexicon), lexicon).is_empty()
}

/// The classes of some findings, each once, the most urgent first: what is explained, in its order.
pub fn reasons(findings: &[Finding]) -> Vec<DetectorClass> {
    let mut classes: Vec<DetectorClass> = findings.iter().map(|finding| finding.class).collect();
    classes.sort_unstable_by_key(|class| class.urgency());
    classes.dedup();
    classes
}

/// Spans in order, those that overlap made one.
fn joined(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut joined: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.0 < last.1 => last.1 = last.1.max(span.1),
            _ => joined.push(span),
        }
    }
    joined
}

/// Findings with their places in characters, in order.
fn in_characters(text: &str, mut found: Vec<(DetectorClass, Span)>) -> Vec<Finding> {
    found.sort_unstable_by_key(|&(class, (start, end))| (start, end, class));
    let mut bytes: Vec<usize> = found.iter().flat_map(|(_, span)| [span.0, span.1]).collect();
    bytes.sort_unstable();
    bytes.dedup();
    let mut places = Vec::with_capacity(bytes.len());
    let (mut at, mut characters) = (0, 0);
    for byte in bytes {
        characters += text.get(at..byte).map_or(0, |between| between.chars().count());
        at = byte;
        places.push((byte, characters));
    }
    let place = |byte: usize| {
        places.binary_search_by_key(&byte, |(known, _)| *known).map_or(0, |index| places[index].1)
    };
    found
        .into_iter()
        .map(|(class, (start, end))| Finding { class, start: place(start), end: place(end) })
        .collect()
}

#[cfg(test)]
mod tests;
