//! Who said what of which statement: a matrix of participants × statements, mostly empty.
//!
//! Rows and columns have an order of their own, by name, whatever order they came in: everything
//! that is computed from a matrix then is the same for the same votes.

use std::collections::BTreeMap;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::coded::UnknownCode;

/// What somebody said of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stance {
    /// «Non d'accordo».
    Disagree,
    /// «Passo»: read it and left it open, which is not the same as not having seen it.
    Pass,
    /// «D'accordo».
    Agree,
}

impl Stance {
    /// All, in the order in which they are offered.
    pub const OFFERED: [Stance; 3] = [Stance::Agree, Stance::Disagree, Stance::Pass];

    /// The code: database, forms, Fluent keys.
    pub const fn code(self) -> &'static str {
        match self {
            Stance::Agree => "accordo",
            Stance::Disagree => "disaccordo",
            Stance::Pass => "passo",
        }
    }

    /// As a number: −1, 0 or 1.
    pub const fn value(self) -> f64 {
        match self {
            Stance::Disagree => -1.0,
            Stance::Pass => 0.0,
            Stance::Agree => 1.0,
        }
    }

    /// Its place in a table of three: disagree, pass, agree.
    pub(crate) const fn place(self) -> usize {
        self as usize
    }
}

impl FromStr for Stance {
    type Err = UnknownCode;

    fn from_str(code: &str) -> Result<Self, UnknownCode> {
        let known = Stance::OFFERED.into_iter().find(|stance| stance.code() == code);
        known.ok_or_else(|| UnknownCode { list: "Stance", code: code.to_owned() })
    }
}

/// Votes on statements.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Matrix {
    participants: Vec<String>,
    statements: Vec<String>,
    /// Where each participant's votes begin; one more at the end.
    starts: Vec<usize>,
    /// Votes of all participants: statement and stance, by statement within a participant.
    votes: Vec<(u32, Stance)>,
}

impl Matrix {
    /// A matrix of votes: participant, statement, stance. Statements nobody voted on are given
    /// beforehand, and so are participants without a vote; if one says two things of one
    /// statement, the last holds.
    pub fn new(
        participants: impl IntoIterator<Item = String>,
        statements: impl IntoIterator<Item = String>,
        votes: impl IntoIterator<Item = (String, String, Stance)>,
    ) -> Matrix {
        let mut rows: BTreeMap<Name, BTreeMap<Name, Stance>> =
            participants.into_iter().map(|name| (Name::from(name), BTreeMap::new())).collect();
        let mut columns: BTreeMap<Name, u32> =
            statements.into_iter().map(|name| (Name::from(name), 0)).collect();
        for (participant, statement, stance) in votes {
            let statement = Name::from(statement);
            if !columns.contains_key(&statement) {
                columns.insert(statement.clone(), 0);
            }
            rows.entry(Name::from(participant)).or_default().insert(statement, stance);
        }
        for (place, column) in columns.values_mut().zip(0..) {
            *place = column;
        }
        let mut matrix = Matrix { starts: vec![0], ..Matrix::default() };
        for (participant, row) in rows {
            matrix.participants.push(participant.text);
            matrix.votes.extend(
                row.into_iter().filter_map(|(name, stance)| Some((*columns.get(&name)?, stance))),
            );
            matrix.starts.push(matrix.votes.len());
        }
        matrix.statements = columns.into_keys().map(|name| name.text).collect();
        matrix
    }

    /// A matrix of rows that are already complete: each participant once, columns as `statements`
    /// names them.
    pub(crate) fn of_rows(
        rows: Vec<(String, Vec<(u32, Stance)>)>,
        statements: Vec<String>,
    ) -> Matrix {
        let mut order: Vec<(Name, u32)> = statements.into_iter().map(Name::from).zip(0..).collect();
        order.sort_unstable();
        let mut column = vec![0; order.len()];
        for (now, (_, before)) in (0..).zip(&order) {
            column[*before as usize] = now;
        }
        let mut rows: Vec<(Name, Vec<(u32, Stance)>)> =
            rows.into_iter().map(|(name, votes)| (Name::from(name), votes)).collect();
        rows.sort_unstable();
        let mut matrix = Matrix { starts: vec![0], ..Matrix::default() };
        for (participant, mut votes) in rows {
            for (statement, _) in &mut votes {
                *statement = column[*statement as usize];
            }
            votes.sort_unstable();
            matrix.participants.push(participant.text);
            matrix.votes.extend(votes);
            matrix.starts.push(matrix.votes.len());
        }
        matrix.statements = order.into_iter().map(|(name, _)| name.text).collect();
        matrix
    }

    /// Participants, in their order.
    pub fn participants(&self) -> &[String] {
        &self.participants
    }

    /// Statements, in their order.
    pub fn statements(&self) -> &[String] {
        &self.statements
    }

    /// What a participant said, by statement.
    pub fn row(&self, participant: usize) -> &[(u32, Stance)] {
        &self.votes[self.starts[participant]..self.starts[participant + 1]]
    }

    /// All rows.
    pub fn rows(&self) -> impl Iterator<Item = &[(u32, Stance)]> {
        (0..self.participants.len()).map(|participant| self.row(participant))
    }

    /// The rows at these places alone.
    pub(crate) fn only(&self, participants: &[usize]) -> Matrix {
        let mut part = Matrix {
            participants: Vec::with_capacity(participants.len()),
            statements: self.statements.clone(),
            starts: vec![0],
            votes: Vec::new(),
        };
        for &participant in participants {
            part.participants.push(self.participants[participant].clone());
            part.votes.extend_from_slice(self.row(participant));
            part.starts.push(part.votes.len());
        }
        part
    }

    /// All votes of all rows, one after the other, to be shuffled.
    pub(crate) fn votes_mut(&mut self) -> &mut [(u32, Stance)] {
        &mut self.votes
    }
}

/// A name, ordered as people count: whole numbers first and by their size, then the rest.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Name {
    number: Result<i64, ()>,
    text: String,
}

impl From<String> for Name {
    fn from(text: String) -> Self {
        Name { number: text.parse().map_err(|_| ()), text }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vote(participant: &str, statement: &str, stance: Stance) -> (String, String, Stance) {
        (participant.to_owned(), statement.to_owned(), stance)
    }

    #[test]
    fn rows_and_columns_have_an_order_of_their_own() {
        let votes = [
            vote("10", "b", Stance::Agree),
            vote("9", "10", Stance::Pass),
            vote("9", "9", Stance::Disagree),
            vote("x", "b", Stance::Agree),
        ];
        let mut turned = votes.clone();
        turned.reverse();
        let matrix = Matrix::new([], ["a".to_owned()], votes);
        assert_eq!(matrix, Matrix::new([], ["a".to_owned()], turned));
        assert_eq!(matrix.participants(), ["9", "10", "x"]);
        assert_eq!(matrix.statements(), ["9", "10", "a", "b"]);
        assert_eq!(matrix.row(0), [(0, Stance::Disagree), (1, Stance::Pass)]);
        assert_eq!(matrix.row(1), [(3, Stance::Agree)]);
        assert_eq!(matrix.only(&[2]).row(0), [(3, Stance::Agree)]);
    }

    #[test]
    fn the_last_word_holds() {
        let votes = [vote("1", "1", Stance::Agree), vote("1", "1", Stance::Disagree)];
        assert_eq!(Matrix::new([], [], votes).row(0), [(0, Stance::Disagree)]);
    }

    #[test]
    fn rows_are_the_same_as_votes() {
        let rows = vec![
            ("2".to_owned(), vec![(0, Stance::Agree), (1, Stance::Pass)]),
            ("1".to_owned(), vec![]),
        ];
        let matrix = Matrix::of_rows(rows, vec!["11".to_owned(), "3".to_owned()]);
        let votes = [vote("2", "11", Stance::Agree), vote("2", "3", Stance::Pass)];
        assert_eq!(matrix, Matrix::new(["1".to_owned()], [], votes));
    }
}
