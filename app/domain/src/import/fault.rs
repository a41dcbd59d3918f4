//! What can be wrong with a file, and where.
//!
//! A fault holds codes, ids and numbers, so that a page can say it in the reader's language; the
//! `Display` here is plain English for the operator's log only. It must never hold a whole text of
//! the file: what was found is cut short.

use std::fmt;

use chrono::NaiveDateTime;
use serde_json::Value;

use crate::people::IdentityLevel;

/// Most faults gathered from one file; a hostile file can't make the list longer.
pub const MOST_FAULTS: usize = 1_000;

/// Longest piece of a file that a fault quotes, in characters.
const LONGEST_QUOTE: usize = 80;

/// One thing that is wrong with a file.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{}: {what}", if path.is_empty() { "(file)" } else { path.as_str() })]
pub struct FileFault {
    /// Where: `needs[3].policy`; empty for the file as a whole.
    pub path: String,
    /// What is wrong there.
    pub what: What,
}

impl FileFault {
    /// A fault at a place.
    pub fn new(path: impl Into<String>, what: What) -> Self {
        Self { path: path.into(), what }
    }
}

/// What is wrong. [`What::code`] is stable: texts and tests may rely on it.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum What {
    /// The text is not JSON, or is nested too deep.
    #[error("not JSON, or nested too deep, at line {line}, column {column}")]
    NotJson {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// The embedded schema itself can't be used; nothing is accepted then.
    #[error("the embedded schema can't be used: {reason}")]
    SchemaUnusable {
        /// What the interpreter did not understand.
        reason: String,
    },
    /// The shape is right but the file can't be read into its types.
    #[error("can't be read: {reason}")]
    Unreadable {
        /// What the reader said.
        reason: String,
    },
    /// The same key stands twice in one object.
    #[error("this key stands twice")]
    DuplicateKey,
    /// A text with the character U+0000, which PostgreSQL can't store.
    #[error("holds the character U+0000")]
    NulCharacter,
    /// A field that the format doesn't know.
    #[error("unknown field")]
    UnknownField,
    /// A required field is absent.
    #[error("missing")]
    Missing,
    /// A value of another type.
    #[error("is {found}, should be {}", expected.join(" or "))]
    WrongType {
        /// JSON types that fit.
        expected: Vec<&'static str>,
        /// JSON type that is there.
        found: &'static str,
    },
    /// A value outside a closed list.
    #[error("{found} is not one of: {}", allowed.join(", "))]
    NotInList {
        /// What is there, cut short.
        found: String,
        /// The closed list.
        allowed: Vec<String>,
    },
    /// A text that doesn't have the required form.
    #[error("{found} does not match {pattern}")]
    Pattern {
        /// What is there, cut short.
        found: String,
        /// The regular expression.
        pattern: String,
    },
    /// A text that is not a day of the calendar.
    #[error("{found} is not a day of the calendar")]
    NotADate {
        /// What is there, cut short.
        found: String,
    },
    /// A text with too few characters.
    #[error("shorter than {least} characters")]
    TooShort {
        /// Least number of characters.
        least: usize,
    },
    /// A text with too many characters.
    #[error("longer than {most} characters")]
    TooLong {
        /// Greatest number of characters.
        most: usize,
    },
    /// A list with too few entries.
    #[error("fewer than {least} entries")]
    TooFew {
        /// Least number of entries.
        least: usize,
    },
    /// A list with too many entries.
    #[error("more than {most} entries")]
    TooMany {
        /// Greatest number of entries.
        most: usize,
    },
    /// The same entry twice where each may stand once.
    #[error("stands twice, first at {first}")]
    Repeated {
        /// Path of the first.
        first: String,
    },
    /// A number outside its range, both ends included.
    #[error("not between {least} and {most}")]
    OutOfRange {
        /// Least value.
        least: f64,
        /// Greatest value.
        most: f64,
    },
    /// None of the forms allowed here fits.
    #[error("fits none of the forms allowed here")]
    NoneFits,
    /// Right in itself, but not here.
    #[error("not allowed here")]
    NotAllowedHere,
    /// Two objects with one id.
    #[error("id {id} is taken by {first}")]
    DuplicateId {
        /// The id.
        id: String,
        /// Path of the object that has it already.
        first: String,
    },
    /// A reference to an id that is not in the file.
    #[error("refers to {id}, which is not in the file")]
    UnknownReference {
        /// The id.
        id: String,
    },
    /// A reference to an object of another kind.
    #[error("refers to {id}, a {found}, should be a {}", kinds(expected))]
    WrongKind {
        /// The id.
        id: String,
        /// Kinds that fit.
        expected: Vec<Kind>,
        /// Kind of the object that has this id.
        found: Kind,
    },
    /// A moment outside the window in which it must lie.
    #[error("{at} is outside {} – {}", end(*from), end(*to))]
    OutOfWindow {
        /// The moment, in the Ambito's local time.
        at: NaiveDateTime,
        /// First moment that fits.
        from: Option<NaiveDateTime>,
        /// Last moment that fits.
        to: Option<NaiveDateTime>,
    },
    /// A moment before another that must come first.
    #[error("comes before {after}")]
    OutOfOrder {
        /// Path of what must come first.
        after: String,
    },
    /// Two statements of the file that can't both be true.
    #[error("contradicts {with}")]
    Contradiction {
        /// Path of the other statement.
        with: String,
    },
    /// An excerpt that does not stand in its source word for word.
    #[error("does not stand word for word in {source_id}")]
    NotWordForWord {
        /// Id of the source.
        source_id: String,
    },
    /// A person whose identity level is too low.
    #[error("identity level {found:?}, needs {needed:?}")]
    IdentityTooLow {
        /// Lowest level that would do.
        needed: IdentityLevel,
        /// Level of the person.
        found: IdentityLevel,
    },
    /// A person who has none of the roles that this asks for.
    #[error("{id} has none of the roles needed")]
    NotEntitled {
        /// Id of the person.
        id: String,
    },
    /// A person who has no seat (or, for a vote, no voting seat) in the body.
    #[error("{id} has no such seat in {body}")]
    NotAMember {
        /// Id of the person.
        id: String,
        /// Id of the body.
        body: String,
    },
    /// Numbers that must add up don't.
    #[error("comes to {found}, should come to {expected}")]
    DoesNotAddUp {
        /// What they should come to.
        expected: u64,
        /// What they come to.
        found: u64,
    },
    /// Too few members to decide (domain.md §2.7, invariant 13).
    #[error("{present} members count, the quorum is {minimum}")]
    NoQuorum {
        /// Members present who count.
        present: usize,
        /// Members needed.
        minimum: i64,
    },
}

impl What {
    /// The stable name of this kind of fault.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotJson { .. } => "not_json",
            Self::SchemaUnusable { .. } => "schema_unusable",
            Self::Unreadable { .. } => "unreadable",
            Self::DuplicateKey => "duplicate_key",
            Self::NulCharacter => "nul_character",
            Self::UnknownField => "unknown_field",
            Self::Missing => "missing",
            Self::WrongType { .. } => "wrong_type",
            Self::NotInList { .. } => "not_in_list",
            Self::Pattern { .. } => "pattern",
            Self::NotADate { .. } => "not_a_date",
            Self::TooShort { .. } => "too_short",
            Self::TooLong { .. } => "too_long",
            Self::TooFew { .. } => "too_few",
            Self::TooMany { .. } => "too_many",
            Self::Repeated { .. } => "repeated",
            Self::OutOfRange { .. } => "out_of_range",
            Self::NoneFits => "none_fits",
            Self::NotAllowedHere => "not_allowed_here",
            Self::DuplicateId { .. } => "duplicate_id",
            Self::UnknownReference { .. } => "unknown_reference",
            Self::WrongKind { .. } => "wrong_kind",
            Self::OutOfWindow { .. } => "out_of_window",
            Self::OutOfOrder { .. } => "out_of_order",
            Self::Contradiction { .. } => "contradiction",
            Self::NotWordForWord { .. } => "not_word_for_word",
            Self::IdentityTooLow { .. } => "identity_too_low",
            Self::NotEntitled { .. } => "not_entitled",
            Self::NotAMember { .. } => "not_a_member",
            Self::DoesNotAddUp { .. } => "does_not_add_up",
            Self::NoQuorum { .. } => "no_quorum",
        }
    }

    /// Whether a value with this fault may not be readable into the types of [`super::file`].
    pub(crate) const fn breaks_the_types(&self) -> bool {
        match self {
            Self::Unreadable { .. }
            | Self::Missing
            | Self::WrongType { .. }
            | Self::NotInList { .. }
            | Self::Pattern { .. }
            | Self::NotADate { .. }
            | Self::OutOfRange { .. }
            | Self::NoneFits
            | Self::SchemaUnusable { .. }
            | Self::NotJson { .. } => true,
            Self::DuplicateKey
            | Self::NulCharacter
            | Self::UnknownField
            | Self::TooShort { .. }
            | Self::TooLong { .. }
            | Self::TooFew { .. }
            | Self::TooMany { .. }
            | Self::Repeated { .. }
            | Self::NotAllowedHere
            | Self::DuplicateId { .. }
            | Self::UnknownReference { .. }
            | Self::WrongKind { .. }
            | Self::OutOfWindow { .. }
            | Self::OutOfOrder { .. }
            | Self::Contradiction { .. }
            | Self::NotWordForWord { .. }
            | Self::IdentityTooLow { .. }
            | Self::NotEntitled { .. }
            | Self::NotAMember { .. }
            | Self::DoesNotAddUp { .. }
            | Self::NoQuorum { .. } => false,
        }
    }
}

/// The kinds of object that have an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "each is the object of the file with that name")]
pub enum Kind {
    Ambito,
    Municipality,
    Organisation,
    Person,
    ExtraPerson,
    Body,
    Seat,
    Plan,
    Programme,
    Area,
    Policy,
    Indicator,
    Round,
    Need,
    Proposal,
    Comment,
    Session,
    Cluster,
    Action,
    Activity,
    Review,
    Deliberation,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Ambito => "Ambito",
            Self::Municipality => "municipality",
            Self::Organisation => "organisation",
            Self::Person => "person",
            Self::ExtraPerson => "extra person",
            Self::Body => "body",
            Self::Seat => "seat",
            Self::Plan => "plan",
            Self::Programme => "annual programme",
            Self::Area => "area",
            Self::Policy => "policy",
            Self::Indicator => "indicator",
            Self::Round => "round",
            Self::Need => "need",
            Self::Proposal => "proposal",
            Self::Comment => "comment",
            Self::Session => "session",
            Self::Cluster => "cluster",
            Self::Action => "action",
            Self::Activity => "activity",
            Self::Review => "review",
            Self::Deliberation => "deliberation",
        })
    }
}

fn kinds(expected: &[Kind]) -> String {
    expected.iter().map(ToString::to_string).collect::<Vec<_>>().join(" or ")
}

fn end(at: Option<NaiveDateTime>) -> String {
    at.map_or_else(String::new, |at| at.to_string())
}

/// A piece of the file for a fault to quote, cut short.
pub(crate) fn quote(value: &Value) -> String {
    let whole = match value {
        Value::String(text) => text.clone(),
        other @ (Value::Null
        | Value::Bool(_)
        | Value::Number(_)
        | Value::Array(_)
        | Value::Object(_)) => other.to_string(),
    };
    cut(&whole)
}

/// A text cut to what a fault may quote.
pub(crate) fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST_QUOTE) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// The faults gathered so far.
#[derive(Debug, Default)]
pub(crate) struct Faults(Vec<FileFault>);

impl Faults {
    /// Adds a fault, unless there are [`MOST_FAULTS`] already.
    pub(crate) fn add(&mut self, path: impl Into<String>, what: What) {
        if self.0.len() < MOST_FAULTS {
            self.0.push(FileFault::new(path, what));
        }
    }

    pub(crate) fn as_slice(&self) -> &[FileFault] {
        &self.0
    }

    pub(crate) fn into_list(self) -> Vec<FileFault> {
        self.0
    }
}

/// A place in the file while walking through it; written out only when something is wrong there.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Path<'a> {
    /// The file.
    Root,
    /// A field of an object.
    Field(&'a Path<'a>, &'a str),
    /// An entry of a list.
    Entry(&'a Path<'a>, usize),
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => Ok(()),
            Self::Entry(parent, index) => write!(f, "{parent}[{index}]"),
            Self::Field(parent, name) => {
                let plain = !name.is_empty()
                    && name.len() <= LONGEST_QUOTE
                    && name.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-');
                match (plain, parent) {
                    (true, Self::Root) => f.write_str(name),
                    (true, Self::Field(..) | Self::Entry(..)) => write!(f, "{parent}.{name}"),
                    (false, _) => write!(f, "{parent}[{:?}]", cut(name)),
                }
            }
        }
    }
}
