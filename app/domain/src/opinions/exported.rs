//! Reading a participants × statements matrix from a CSV file, as Polis exports it or plain.
//!
//! A file is taken whole or refused whole, with the line of each fault. What can be read:
//!
//! - Polis' `participants-votes.csv`: `participant, (xid,) group-id, n-comments, n-votes, n-agree,
//!   n-disagree` and one column a statement, in any order, any of them but `participant` missing;
//! - a plain matrix: the first column names the participant, every other is a statement.
//!
//! **The sign.** In these files 1 is *agree*, −1 *disagree*, 0 *pass*, and empty *not seen*. Polis'
//! own tables and its programming interface say it the other way round; its export turns the sign
//! (issue 2554 of compdemocracy/polis, and the counts of its eighteen open exports). A file tells
//! for itself where it has `n-agree` and `n-disagree`: if these count the −1 as agreement in more
//! rows than the 1, then −1 is taken for agreement, and [`Exported::agree_is`] says so.
//!
//! Separated by commas, semicolons or tabs, with or without quotes and a byte order mark, lines
//! ending in LF or CRLF; `1.0` and `NaN` as spreadsheets and pandas write them.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::matrix::{Matrix, Stance};

/// Most faults gathered from one file.
pub const MOST_FAULTS: usize = 50;

/// Longest piece of a file that a fault quotes, in characters.
const LONGEST_QUOTE: usize = 40;

/// What a file says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// The votes.
    pub matrix: Matrix,
    /// The number that means *agree*: 1, or −1 where the file's own counts say so.
    pub agree_is: i8,
    /// Rows whose own counts of votes are not what stands in the row.
    pub miscounted: u32,
    /// The group in which the exporting program put each participant, where it did.
    pub groups: BTreeMap<String, String>,
}

/// One thing that is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {what}")]
pub struct FileFault {
    /// Line, from 1.
    pub line: u64,
    /// What is wrong there.
    pub what: What,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum What {
    /// Nothing is in the file.
    #[error("the file is empty: the first line must name the columns")]
    Empty,
    /// The bytes are no text.
    #[error("not text in UTF-8")]
    NotText,
    /// No column is a statement.
    #[error("no column is a statement")]
    NoStatements,
    /// A column without a name.
    #[error("column {column} has no name")]
    Unnamed {
        /// Which, from 1.
        column: usize,
    },
    /// Two columns have one name.
    #[error("column {column:?} stands twice")]
    ColumnTwice {
        /// Its name.
        column: String,
    },
    /// A row with more or fewer fields than there are columns.
    #[error("{found} fields, but the first line names {expected} columns")]
    Fields {
        /// How many there should be.
        expected: usize,
        /// How many there are.
        found: usize,
    },
    /// A row without a participant.
    #[error("no participant")]
    NoParticipant,
    /// A participant who has a row already.
    #[error("participant {participant:?} stands in line {first} already")]
    ParticipantTwice {
        /// Who.
        participant: String,
        /// Line of the first row.
        first: u64,
    },
    /// A field that is no vote.
    #[error("column {column:?}: {found:?} is no vote; 1, -1, 0 or nothing is")]
    NotAVote {
        /// Name of the column.
        column: String,
        /// What is there, cut short.
        found: String,
    },
}

/// What a column holds.
enum Column {
    /// Names the participant.
    Participant,
    /// The group given by the exporting program.
    Group,
    /// Its count of agreements.
    Agreed,
    /// Its count of disagreements.
    Disagreed,
    /// Something else that is known and not needed.
    Known,
    /// Votes on a statement, by its place among the statements.
    Statement(u32),
}

/// A row: its participant and the numbers in it.
type Row = (String, Vec<(u32, i8)>);

/// Reads a file.
///
/// # Errors
///
/// All faults in the order of lines, at most [`MOST_FAULTS`].
pub fn read(bytes: &[u8]) -> Result<Exported, Vec<FileFault>> {
    let mut faults = Vec::new();
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text),
        Err(error) => {
            let before = &bytes[..error.valid_up_to()];
            let line = 1 + before.iter().filter(|byte| **byte == b'\n').count() as u64;
            return Err(vec![FileFault { line, what: What::NotText }]);
        }
    };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .delimiter(separator(text))
        .from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    // The text is UTF-8 and any number of fields will do: nothing is left to fail.
    if !reader.read_record(&mut record).unwrap_or(false) {
        return Err(vec![FileFault { line: 1, what: What::Empty }]);
    }
    let mut lines = Lines { text, upto: 0, line: 1 };
    let line = lines.of(&record);
    let names: Vec<String> = record.iter().map(str::to_owned).collect();
    let columns = columns(&names, line, &mut faults);
    if !faults.is_empty() {
        return Err(faults);
    }

    let mut rows: Vec<Row> = Vec::new();
    let mut groups = BTreeMap::new();
    let mut seen: BTreeMap<String, u64> = BTreeMap::new();
    let mut sign = Sign::default();
    while faults.len() < MOST_FAULTS && reader.read_record(&mut record).unwrap_or(false) {
        let line = lines.of(&record);
        // A line of separators alone is what spreadsheets leave at the end.
        if record.iter().all(str::is_empty) {
            continue;
        }
        if record.len() != columns.len() {
            let what = What::Fields { expected: columns.len(), found: record.len() };
            faults.push(FileFault { line, what });
            continue;
        }
        let mut found = Found::default();
        for ((field, column), name) in record.iter().zip(&columns).zip(&names) {
            match found.take(field, column) {
                Ok(()) => {}
                Err(NotAVote) => {
                    let what = What::NotAVote { column: cut(name), found: cut(field) };
                    faults.push(FileFault { line, what });
                }
            }
        }
        if found.participant.is_empty() {
            faults.push(FileFault { line, what: What::NoParticipant });
            continue;
        }
        match seen.entry(found.participant.clone()) {
            Entry::Vacant(place) => {
                place.insert(line);
            }
            Entry::Occupied(first) => {
                let participant = cut(&found.participant);
                let what = What::ParticipantTwice { participant, first: *first.get() };
                faults.push(FileFault { line, what });
                continue;
            }
        }
        sign.see(&found);
        if let Some(group) = found.group {
            groups.insert(found.participant.clone(), group);
        }
        rows.push((found.participant, found.votes));
    }
    faults.truncate(MOST_FAULTS);
    if !faults.is_empty() {
        return Err(faults);
    }
    let (agree_is, miscounted) = sign.verdict();
    let statements = names
        .into_iter()
        .zip(&columns)
        .filter(|(_, column)| matches!(column, Column::Statement(_)))
        .map(|(name, _)| name)
        .collect();
    let rows = rows.into_iter().map(|(name, votes)| (name, stances(&votes, agree_is))).collect();
    Ok(Exported { matrix: Matrix::of_rows(rows, statements), agree_is, miscounted, groups })
}

fn stances(votes: &[(u32, i8)], agree_is: i8) -> Vec<(u32, Stance)> {
    votes
        .iter()
        .map(|&(statement, number)| match number * agree_is {
            1 => (statement, Stance::Agree),
            -1 => (statement, Stance::Disagree),
            _ => (statement, Stance::Pass),
        })
        .collect()
}

/// Counts lines: a record's own position is before the empty lines that precede it.
struct Lines<'t> {
    text: &'t str,
    upto: usize,
    line: u64,
}

impl Lines<'_> {
    /// The line in which a record begins; records come in their order.
    fn of(&mut self, record: &csv::StringRecord) -> u64 {
        let at = record.position().map_or(0, csv::Position::byte);
        let before = usize::try_from(at).unwrap_or(usize::MAX).min(self.text.len());
        let after = &self.text.as_bytes()[before..];
        let begins = before + after.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let passed = &self.text.as_bytes()[self.upto.min(begins)..begins];
        self.line += passed.iter().filter(|byte| **byte == b'\n').count() as u64;
        self.upto = begins;
        self.line
    }
}

/// What separates the fields: whatever stands most often in the first line.
fn separator(text: &str) -> u8 {
    let first = text.trim_start().lines().next().unwrap_or_default();
    let times = |separator: u8| first.bytes().filter(|byte| *byte == separator).count();
    // Of several that stand equally often the last is taken: the comma.
    [b'\t', b';', b','].into_iter().max_by_key(|separator| times(*separator)).unwrap_or(b',')
}

fn columns(names: &[String], line: u64, faults: &mut Vec<FileFault>) -> Vec<Column> {
    let known: Vec<String> =
        names.iter().map(|name| name.to_lowercase().replace(['_', ' '], "-")).collect();
    let participant = known
        .iter()
        .position(|name| matches!(name.as_str(), "participant" | "participant-id"))
        .unwrap_or(0);
    let mut seen = BTreeMap::new();
    let mut statements = 0;
    let columns = known.iter().zip(names).enumerate().map(|(place, (known, name))| {
        // The column of participants may go without a name, as an index does.
        if name.is_empty() && place != participant {
            faults.push(FileFault { line, what: What::Unnamed { column: place + 1 } });
        } else if seen.insert(name.as_str(), place).is_some() {
            let what = What::ColumnTwice { column: cut(name) };
            faults.push(FileFault { line, what });
        }
        match known.as_str() {
            _ if place == participant => Column::Participant,
            "group-id" => Column::Group,
            "n-agree" => Column::Agreed,
            "n-disagree" => Column::Disagreed,
            "xid" | "n-comments" | "n-votes" => Column::Known,
            _ => {
                statements += 1;
                Column::Statement(statements - 1)
            }
        }
    });
    let columns = columns.collect();
    if statements == 0 {
        faults.push(FileFault { line, what: What::NoStatements });
    }
    faults.truncate(MOST_FAULTS);
    columns
}

/// What is found in a row.
#[derive(Default)]
struct Found {
    participant: String,
    group: Option<String>,
    agreed: Option<usize>,
    disagreed: Option<usize>,
    votes: Vec<(u32, i8)>,
}

/// A field of a statement that is no vote.
struct NotAVote;

impl Found {
    fn take(&mut self, field: &str, column: &Column) -> Result<(), NotAVote> {
        match column {
            Column::Participant => field.clone_into(&mut self.participant),
            Column::Group => self.group = Some(field.to_owned()).filter(|group| !group.is_empty()),
            Column::Agreed => self.agreed = field.parse().ok(),
            Column::Disagreed => self.disagreed = field.parse().ok(),
            Column::Known => {}
            Column::Statement(statement) => match field {
                "" | "NaN" | "nan" | "NA" => {}
                "1" | "1.0" | "+1" => self.votes.push((*statement, 1)),
                "-1" | "-1.0" | "\u{2212}1" => self.votes.push((*statement, -1)),
                "0" | "0.0" | "-0.0" => self.votes.push((*statement, 0)),
                _ => return Err(NotAVote),
            },
        }
        Ok(())
    }
}

/// Which number means agreement, by the counts that stand beside the votes.
#[derive(Default)]
struct Sign {
    as_documented: u32,
    turned: u32,
    neither: u32,
}

impl Sign {
    fn see(&mut self, found: &Found) {
        let (Some(agreed), Some(disagreed)) = (found.agreed, found.disagreed) else { return };
        let times = |number| found.votes.iter().filter(|(_, vote)| *vote == number).count();
        let (plus, minus) = (times(1), times(-1));
        if plus == minus && agreed == disagreed && agreed == plus {
            // Says nothing either way.
        } else if (agreed, disagreed) == (plus, minus) {
            self.as_documented += 1;
        } else if (agreed, disagreed) == (minus, plus) {
            self.turned += 1;
        } else {
            self.neither += 1;
        }
    }

    /// The number for agreement, and how many rows don't agree with it.
    const fn verdict(&self) -> (i8, u32) {
        if self.turned > self.as_documented {
            (-1, self.neither + self.as_documented)
        } else {
            (1, self.neither + self.turned)
        }
    }
}

fn cut(text: &str) -> String {
    text.chars().take(LONGEST_QUOTE).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(text: &str) -> Vec<String> {
        match read(text.as_bytes()) {
            Ok(_) => Vec::new(),
            Err(faults) => faults.iter().map(ToString::to_string).collect(),
        }
    }

    const POLIS: &str = "participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1,2\n\
                         0,1,4,3,2,1,1,1,-1\n\
                         1,,0,1,0,0,,,0\n";

    #[test]
    fn an_export_of_polis_is_read() {
        let file = read(POLIS.as_bytes()).unwrap();
        assert_eq!(file.matrix.participants(), ["0", "1"]);
        assert_eq!(file.matrix.statements(), ["0", "1", "2"]);
        assert_eq!(
            file.matrix.row(0),
            [(0, Stance::Agree), (1, Stance::Agree), (2, Stance::Disagree)]
        );
        assert_eq!(file.matrix.row(1), [(2, Stance::Pass)]);
        assert_eq!(file.groups, BTreeMap::from([("0".to_owned(), "1".to_owned())]));
        assert_eq!((file.agree_is, file.miscounted), (1, 0));
    }

    #[test]
    fn order_quotes_line_ends_and_missing_columns_do_not_matter() {
        let file = read(POLIS.as_bytes()).unwrap();
        let turned = "\u{feff}2,n-agree,1,\"participant\",0,n-disagree,xid\r\n\
                      \"-1\",2, 1 ,0,1.0,1,\"a,b\"\r\n\
                      0,0,,\"1\",NaN,0,\r\n\
                      ,,,,,,\r\n";
        let again = read(turned.as_bytes()).unwrap();
        assert_eq!(again.matrix, file.matrix);
        assert!(again.groups.is_empty());
        let italian = "chi;\"vale; o no\";2\n7;1;-1\n";
        let plain = read(italian.as_bytes()).unwrap().matrix;
        assert_eq!(plain.statements(), ["2", "vale; o no"]);
        assert_eq!(plain.row(0), [(0, Stance::Disagree), (1, Stance::Agree)]);
    }

    #[test]
    fn a_plain_matrix_names_participants_in_its_first_column() {
        let plain = read(b",a,b\nx,1,\ny,0,-1\n").unwrap();
        assert_eq!(plain.matrix.participants(), ["x", "y"]);
        assert_eq!(plain.matrix.statements(), ["a", "b"]);
    }

    #[test]
    fn the_files_own_counts_say_which_number_is_agreement() {
        let turned =
            "participant,n-agree,n-disagree,0,1,2\na,2,0,-1,-1,0\nb,0,1,1,,0\nc,1,1,1,-1,\n";
        let file = read(turned.as_bytes()).unwrap();
        assert_eq!((file.agree_is, file.miscounted), (-1, 0));
        assert_eq!(file.matrix.row(0)[0], (0, Stance::Agree));
        let one_wrong = "participant,n-agree,n-disagree,0,1\na,2,0,1,1\nb,0,1,1,\nc,3,3,1,\n";
        let file = read(one_wrong.as_bytes()).unwrap();
        assert_eq!((file.agree_is, file.miscounted), (1, 2));
    }

    #[test]
    fn each_fault_has_its_line() {
        assert_eq!(faults(""), ["line 1: the file is empty: the first line must name the columns"]);
        assert_eq!(faults("participant,n-votes\n1,0\n"), ["line 1: no column is a statement"]);
        assert_eq!(
            faults("participant,a,,a\n"),
            ["line 1: column 3 has no name", "line 1: column \"a\" stands twice"]
        );
        assert_eq!(
            faults("participant,a,b\n1,1,0\n\n1,2\n2,agree,7\n,0,0\n1,0,0\n"),
            [
                "line 4: 2 fields, but the first line names 3 columns",
                "line 5: column \"a\": \"agree\" is no vote; 1, -1, 0 or nothing is",
                "line 5: column \"b\": \"7\" is no vote; 1, -1, 0 or nothing is",
                "line 6: no participant",
                "line 7: participant \"1\" stands in line 2 already",
            ]
        );
        assert_eq!(
            faults("\r\nparticipant,a\r\n\"1\n\",1\r\n\r\n2,5\r\n"),
            ["line 6: column \"a\": \"5\" is no vote; 1, -1, 0 or nothing is"]
        );
        let broken = read(b"participant,a\n1,1\n\xff,0\n").unwrap_err();
        assert_eq!(broken, [FileFault { line: 3, what: What::NotText }]);
    }

    #[test]
    fn a_hostile_file_is_refused_shortly() {
        let long = format!("participant,a\n{}\n", "x".repeat(100_000));
        assert!(faults(&long)[0].len() < 100);
        let wrong = format!("participant,a\n{}", "p,vote\n".repeat(10_000));
        let faults = faults(&wrong);
        assert_eq!(faults.len(), MOST_FAULTS);
        assert!(faults.iter().all(|fault| fault.len() < 200));
    }
}
