//! Reading the ballots of an election, in our own format or in those of the field.
//!
//! | format | endings | what it becomes |
//! |---|---|---|
//! | `trama-ballots/1` | `.json` | as it is |
//! | Pabulib | `.pb` | *bilancio* |
//! | PrefLib, ordinal | `.soc`, `.soi`, `.toc`, `.toi` | *graduatoria* |
//!
//! Elections of other formats say nothing of municipalities and needs: where a method has to go
//! on, their ties are taken by id, and the result names them ([`TieRule::ById`]). The caller
//! bounds the size of the text.
//!
//! [`TieRule::ById`]: super::rules::TieRule::ById

mod pabulib;
mod preflib;

use std::fmt;

use super::file::{self, BallotFile};
use crate::coded::coded;
use crate::import::{FileFault, MOST_FAULTS};

coded! {
    /// A format of ballots.
    Format {
        /// Our own.
        Trama = "trama-ballots/1",
        /// Participatory budgets.
        Pabulib = "pabulib",
        /// Rankings.
        Preflib = "preflib",
    }
}

/// One thing that is wrong with a file that is read by lines.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {what}")]
pub struct LineFault {
    /// Line, from 1; 0 for the file as a whole.
    pub line: u64,
    /// What is wrong there.
    pub what: LineWhat,
}

/// What is wrong with a line. Pieces of the file are cut short.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LineWhat {
    /// A section that must be there isn't.
    #[error("there is no section {0}")]
    NoSection(&'static str),
    /// A column that must be there isn't.
    #[error("section {section} has no column {column}")]
    NoColumn {
        /// The section.
        section: &'static str,
        /// The column.
        column: &'static str,
    },
    /// A line of the header that must be there isn't.
    #[error("{0} is not given")]
    NoValue(&'static str),
    /// A line before any section, or one that is none of this format's.
    #[error("{0:?} belongs to no section")]
    Stray(String),
    /// A line with fewer cells than its section needs.
    #[error("this line is cut short")]
    Short,
    /// A quotation that isn't right.
    #[error("can't be read: {0}")]
    Unreadable(String),
    /// Not an amount of money of at most six decimals.
    #[error("{0:?} is not an amount")]
    NotAnAmount(String),
    /// Not a whole number.
    #[error("{0:?} is not a number")]
    NotANumber(String),
    /// Ballots or data of a kind that isn't counted here.
    #[error("{0:?} can't be counted")]
    OtherKind(String),
    /// An id that stands twice where each may stand once.
    #[error("{0:?} stands twice")]
    Twice(String),
    /// An id of nothing that is in the file.
    #[error("{0:?} is not in the file")]
    Unknown(String),
    /// Brackets that don't fit together.
    #[error("brackets don't fit together")]
    Brackets,
    /// Two numbers that must be the same aren't.
    #[error("{what}: {told} are told, {found} are there")]
    Differs {
        /// Of what.
        what: &'static str,
        /// The number the file tells.
        told: u64,
        /// The number that is there.
        found: u64,
    },
    /// More than can be counted.
    #[error("more than {0}")]
    TooMany(u64),
}

/// Why a file was not read.
#[derive(Debug, Clone, PartialEq)]
pub enum NotRead {
    /// It is of no format known here.
    UnknownFormat,
    /// Faults of a `trama-ballots/1`, by path.
    Faults(Vec<FileFault>),
    /// Faults of another format, by line.
    Lines(Vec<LineFault>),
}

impl fmt::Display for NotRead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let told: Vec<String> = match self {
            NotRead::UnknownFormat => {
                vec!["neither trama-ballots/1 nor Pabulib nor PrefLib".to_owned()]
            }
            NotRead::Faults(faults) => faults.iter().map(ToString::to_string).collect(),
            NotRead::Lines(faults) => faults.iter().map(ToString::to_string).collect(),
        };
        f.write_str(&told.join("\n"))
    }
}

impl std::error::Error for NotRead {}

/// The format of a file, by what it holds; by the ending of its name where that isn't clear.
pub fn recognise(name: &str, text: &str) -> Option<Format> {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let first = text.lines().next().unwrap_or_default().trim();
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    if text.starts_with('{') {
        Some(Format::Trama)
    } else if first.trim_end_matches(';').eq_ignore_ascii_case("meta") {
        Some(Format::Pabulib)
    } else if first.starts_with('#') && first.contains(':') {
        Some(Format::Preflib)
    } else {
        match ending.as_deref() {
            Some("json") => Some(Format::Trama),
            Some("pb") => Some(Format::Pabulib),
            Some("soc" | "soi" | "toc" | "toi") => Some(Format::Preflib),
            Some(_) | None => None,
        }
    }
}

/// Reads ballots of whatever format.
///
/// # Errors
///
/// Everything that is wrong with them, by path or by line.
pub fn read(name: &str, text: &str) -> Result<BallotFile, NotRead> {
    match recognise(name, text).ok_or(NotRead::UnknownFormat)? {
        Format::Trama => file::read(text).map_err(NotRead::Faults),
        Format::Pabulib => pabulib::read(text).map_err(NotRead::Lines),
        Format::Preflib => preflib::read(text).map_err(NotRead::Lines),
    }
}

/// Faults gathered while reading lines.
#[derive(Debug, Default)]
struct LineFaults(Vec<LineFault>);

impl LineFaults {
    fn add(&mut self, line: u64, what: LineWhat) {
        if self.0.len() < MOST_FAULTS {
            self.0.push(LineFault { line, what });
        }
    }

    /// The value, unless something is wrong.
    fn or<T>(self, value: T) -> Result<T, Vec<LineFault>> {
        if self.0.is_empty() { Ok(value) } else { Err(self.0) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_tells_the_format_before_the_name_does() {
        for (name, text, format) in [
            ("a.json", "{}", Some(Format::Trama)),
            ("a.pb", "\u{feff}{}", Some(Format::Trama)),
            ("a.txt", "META\nkey;value", Some(Format::Pabulib)),
            ("a.csv", "\u{feff}Meta;;\r\nkey;value;", Some(Format::Pabulib)),
            ("a", "# FILE NAME: 00001-00000001.soi", Some(Format::Preflib)),
            ("a.soi", "1: 1,2", Some(Format::Preflib)),
            ("a.PB", "", Some(Format::Pabulib)),
            ("a.pdf", "%PDF-1.7", None),
        ] {
            assert_eq!(recognise(name, text), format, "{name} {text:?}");
        }
        assert_eq!(read("a.pdf", "%PDF"), Err(NotRead::UnknownFormat));
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        let told = |name: &str, text: &str| read(name, text).unwrap_err().to_string();
        assert!(told("a.json", "{").starts_with("(file): not JSON"));
        assert!(told("a.soi", "# NUMBER ALTERNATIVES: 2\n1: 1,3").contains("line 2"));
        assert!(told("a.pb", "META").contains("no section PROJECTS"));
    }
}
