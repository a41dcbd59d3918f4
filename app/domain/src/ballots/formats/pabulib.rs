//! Pabulib's `.pb`: participatory budgets (<https://pabulib.org/format>).
//!
//! Three tables in one file, `META`, `PROJECTS` and `VOTES`, cells between semicolons, quoted
//! where they hold one. Amounts may have decimals (point or comma) and blanks between thousands.
//!
//! Equal shares need to know of each voter which projects they chose. Ballots become that by one
//! rule: a project is chosen if the ballot names it and, where there are points (`cumulative`,
//! `scoring`), gives it more than nought. The order of an `ordinal` ballot is left out. A ballot
//! that names nothing is a voter all the same, with a share of the sum.

use std::collections::BTreeMap;

use csv::StringRecord;

use super::{LineFault, LineFaults, LineWhat};
use crate::ballots::ballot::BallotOption;
use crate::ballots::check::MOST_VOTERS;
use crate::ballots::choice::Choice;
use crate::ballots::file::{BallotFile, FORMAT, Row};
use crate::ballots::rules::{MOST_MONEY, Rules, TieRule, Utilities};
use crate::import::fault::cut;

/// The most decimals of an amount.
const DECIMALS_MOST: usize = 6;

/// A table of the file: its lines, each with its number, without the titles of its columns.
#[derive(Debug, Default)]
struct Table {
    at: u64,
    columns: Vec<String>,
    lines: Vec<(u64, StringRecord)>,
}

impl Table {
    /// The place of a column, by its name in lower case.
    fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column == name)
    }

    /// The place of a column that must be there.
    fn needed(
        &self,
        section: &'static str,
        column: &'static str,
        faults: &mut LineFaults,
    ) -> Option<usize> {
        let found = self.column(column);
        if found.is_none() {
            faults.add(self.at, LineWhat::NoColumn { section, column });
        }
        found
    }
}

/// An amount as it was written: digits before the point, digits behind it.
#[derive(Debug)]
struct Amount {
    whole: String,
    rest: String,
}

impl Amount {
    fn read(written: &str) -> Option<Amount> {
        let plain: String = written
            .chars()
            .filter(|c| !c.is_whitespace())
            .map(|c| if c == ',' { '.' } else { c })
            .collect();
        let (whole, rest) = plain.split_once('.').unwrap_or((&plain, ""));
        let rest = rest.trim_end_matches('0');
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let right = !whole.is_empty() && digits(whole) && digits(rest);
        (right && rest.len() <= DECIMALS_MOST)
            .then(|| Amount { whole: whole.to_owned(), rest: rest.to_owned() })
    }

    /// In the smallest unit, with so many decimals.
    fn with(&self, decimals: usize) -> Option<u64> {
        let amount = format!("{}{:0<decimals$}", self.whole, self.rest).parse().ok()?;
        (amount <= MOST_MONEY).then_some(amount)
    }
}

/// Reads a file.
pub(super) fn read(text: &str) -> Result<BallotFile, Vec<LineFault>> {
    let mut faults = LineFaults::default();
    let tables = tables(text, &mut faults);
    let [meta, projects, votes] = match tables {
        Some(tables) if faults.0.is_empty() => tables,
        Some(_) | None => return Err(faults.0),
    };
    let meta = values(&meta);
    let value = |key: &'static str| meta.get(key).map(|(line, value)| (*line, value.as_str()));
    let kind = value("vote_type").unwrap_or((0, "approval"));
    let has_points = match kind.1.to_ascii_lowercase().as_str() {
        "approval" | "choose-1" | "ordinal" => false,
        "cumulative" | "scoring" => true,
        other => {
            faults.add(kind.0, LineWhat::OtherKind(cut(other)));
            false
        }
    };
    let budget = value("budget");
    if budget.is_none() {
        faults.add(0, LineWhat::NoValue("budget"));
    }
    let (options, budget, decimals) = priced(&projects, budget, &mut faults);
    let rows = rows(&votes, &options, has_points, &mut faults);
    for (key, found) in [("num_projects", options.len()), ("num_votes", rows.len())] {
        let told = value(key).and_then(|(line, told)| Some((line, told.parse::<u64>().ok()?)));
        if let Some((line, told)) = told
            && told != found as u64
        {
            faults.add(line, LineWhat::Differs { what: key, told, found: found as u64 });
        }
    }
    let title = ["description", "unit"].into_iter().find_map(value).map_or("", |(_, text)| text);
    faults.or(BallotFile {
        format: FORMAT.to_owned(),
        title: title.to_owned(),
        rules: Rules::Budget { budget, decimals, utilities: Utilities::Cost, most: None },
        tie_rule: TieRule::ById,
        options,
        decision: None,
        ballots: crate::ballots::rules::count(rows.len()),
        rows,
        totals: None,
        answers: None,
        pairwise: None,
    })
}

/// The three tables.
fn tables(text: &str, faults: &mut LineFaults) -> Option<[Table; 3]> {
    const NAMES: [&str; 3] = ["META", "PROJECTS", "VOTES"];
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut found: BTreeMap<usize, Table> = BTreeMap::new();
    let mut current = None;
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                faults.add(line, LineWhat::Unreadable(cut(&error.to_string())));
                return None;
            }
        };
        if record.iter().all(str::is_empty) {
            continue;
        }
        let line = record.position().map_or(0, csv::Position::line);
        let first = record.get(0).unwrap_or_default();
        let alone = record.iter().skip(1).all(str::is_empty);
        let section = NAMES.iter().position(|name| alone && name.eq_ignore_ascii_case(first));
        match (section, current) {
            (Some(section), _) => {
                current = Some(section);
                if found.insert(section, Table { at: line, ..Table::default() }).is_some() {
                    faults.add(line, LineWhat::Twice(first.to_owned()));
                }
            }
            (None, None) => faults.add(line, LineWhat::Stray(cut(first))),
            (None, Some(section)) => {
                let table = found.entry(section).or_default();
                if table.columns.is_empty() {
                    table.columns = record.iter().map(str::to_lowercase).collect();
                } else {
                    table.lines.push((line, record));
                }
            }
        }
    }
    for (section, name) in NAMES.into_iter().enumerate() {
        if !found.contains_key(&section) {
            faults.add(0, LineWhat::NoSection(name));
        }
    }
    Some([0, 1, 2].map(|section| found.remove(&section).unwrap_or_default()))
}

/// The values of `META` by key, with their lines.
fn values(meta: &Table) -> BTreeMap<String, (u64, String)> {
    let pair = |(line, record): &(u64, StringRecord)| {
        let value = record.get(1).unwrap_or_default();
        Some((record.get(0)?.to_lowercase(), (*line, value.to_owned())))
    };
    meta.lines.iter().filter_map(pair).filter(|(_, (_, value))| !value.is_empty()).collect()
}

/// The projects with their costs, and the budget, in one smallest unit; and its decimals.
fn priced(
    projects: &Table,
    budget: Option<(u64, &str)>,
    faults: &mut LineFaults,
) -> (Vec<BallotOption>, u64, u8) {
    const SECTION: &str = "PROJECTS";
    let id_at = projects.needed(SECTION, "project_id", faults);
    let cost_at = projects.needed(SECTION, "cost", faults);
    let (Some(id_at), Some(cost_at)) = (id_at, cost_at) else { return (Vec::new(), 0, 0) };
    let name_at = projects.column("name");
    let mut amounts: Vec<(u64, &str, Amount)> = Vec::new();
    let (mut options, mut seen) = (Vec::new(), BTreeMap::new());
    let lines = projects.lines.iter().map(|(line, record)| (*line, Some(record)));
    for (line, record) in lines.chain([(budget.map_or(0, |(line, _)| line), None)]) {
        let written = match (record, budget) {
            (Some(record), _) => record.get(cost_at),
            (None, Some((_, budget))) => Some(budget),
            (None, None) => break,
        };
        let Some(written) = written else {
            faults.add(line, LineWhat::Short);
            continue;
        };
        let Some(amount) = Amount::read(written) else {
            faults.add(line, LineWhat::NotAnAmount(cut(written)));
            continue;
        };
        amounts.push((line, written, amount));
        let Some(record) = record else { continue };
        let id = record.get(id_at).unwrap_or_default();
        if seen.insert(id.to_owned(), line).is_some() {
            faults.add(line, LineWhat::Twice(cut(id)));
        }
        let named = name_at.and_then(|at| record.get(at)).filter(|name| !name.is_empty());
        let title = named.unwrap_or(id).to_owned();
        options.push(BallotOption { id: id.to_owned(), title, ..BallotOption::default() });
    }
    let decimals = amounts.iter().map(|(_, _, amount)| amount.rest.len()).max().unwrap_or(0);
    let mut whole = amounts.iter().map(|(line, written, amount)| {
        amount.with(decimals).unwrap_or_else(|| {
            faults.add(*line, LineWhat::NotAnAmount(cut(written)));
            0
        })
    });
    for option in &mut options {
        option.cost = whole.next();
    }
    let budget = whole.next().unwrap_or(0);
    (options, budget, u8::try_from(decimals).unwrap_or(0))
}

/// The ballots, under their numbers.
fn rows(
    votes: &Table,
    options: &[BallotOption],
    has_points: bool,
    faults: &mut LineFaults,
) -> Vec<Row> {
    let Some(vote_at) = votes.needed("VOTES", "vote", faults) else { return Vec::new() };
    let points_at = if has_points { votes.column("points") } else { None };
    let known: BTreeMap<&str, usize> =
        options.iter().enumerate().map(|(number, option)| (option.id.as_str(), number)).collect();
    if votes.lines.len() as u64 > MOST_VOTERS {
        faults.add(votes.at, LineWhat::TooMany(MOST_VOTERS));
        return Vec::new();
    }
    let mut rows = Vec::with_capacity(votes.lines.len());
    for (line, record) in &votes.lines {
        let Some(vote) = record.get(vote_at) else {
            faults.add(*line, LineWhat::Short);
            continue;
        };
        let points = points_at.and_then(|at| record.get(at)).filter(|points| !is_none(points));
        let mut points = points.map(|points| points.split(','));
        let mut chosen: Vec<usize> = Vec::new();
        let named = vote.split(',').map(str::trim).filter(|id| !is_none(id));
        for id in named {
            let Some(&option) = known.get(id) else {
                faults.add(*line, LineWhat::Unknown(cut(id)));
                continue;
            };
            let given = match points.as_mut().map(Iterator::next) {
                None => true,
                Some(Some(written)) => match written.trim().parse::<f64>() {
                    Ok(number) => number > 0.0,
                    Err(_) => {
                        faults.add(*line, LineWhat::NotANumber(cut(written)));
                        false
                    }
                },
                Some(None) => {
                    faults.add(*line, LineWhat::Short);
                    false
                }
            };
            // Some real ballots name a project twice: it is chosen once.
            if given && !chosen.contains(&option) {
                chosen.push(option);
            }
        }
        let ids = chosen.iter().filter_map(|&option| options.get(option));
        rows.push(Row {
            id: (rows.len() + 1).to_string(),
            count: 1,
            choice: Choice::Options(ids.map(|option| option.id.clone()).collect()),
        });
    }
    rows
}

/// Whether a cell says that there is nothing.
fn is_none(cell: &str) -> bool {
    cell.is_empty() || cell.eq_ignore_ascii_case("none")
}

#[cfg(test)]
mod tests {
    use super::super::super::tally::{Outcome, tally};
    use super::*;

    const APPROVALS: &str = include_str!("../fixtures/approvals.pb");
    const POINTS: &str = include_str!("../fixtures/points.pb");

    fn faults(text: &str) -> Vec<String> {
        read(text).unwrap_err().iter().map(ToString::to_string).collect()
    }

    fn chosen(file: &BallotFile) -> Vec<String> {
        let row = |row: &Row| match &row.choice {
            Choice::Options(ids) => ids.join(" "),
            other => panic!("{other:?}"),
        };
        file.rows.iter().map(row).collect()
    }

    /// What pabutools 1.2.3 finds in the fixtures; end2end/tallies compares them too.
    #[test]
    fn the_fixtures_come_to_what_the_public_implementation_finds() {
        for (text, raised, greedy) in [
            (APPROVALS, vec!["P1", "P10", "P3", "P21"], vec!["P1", "P2", "P10"]),
            (POINTS, vec!["a", "b"], vec!["a", "b"]),
        ] {
            let Outcome::Budget(budget) = tally(&read(text).unwrap()).result else { panic!() };
            let shares = budget.equal_shares.unwrap();
            assert_eq!(shares.raised.unwrap().funded, raised);
            assert_eq!(shares.outcome.funded, raised);
            assert_eq!(budget.greedy.funded, greedy);
        }
    }

    #[test]
    fn quotes_semicolons_and_decimals_are_read() {
        let file = read(APPROVALS).unwrap();
        assert_eq!(file.title, "Bilancio di prova; inventato");
        assert_eq!(file.options[1].title, "Sportello \"in piazza\"");
        assert_eq!(file.options[1].cost, Some(1_800_025));
        let Rules::Budget { budget, decimals, .. } = file.rules else { panic!() };
        assert_eq!((budget, decimals, file.ballots), (6_150_050, 2, 14));
    }

    #[test]
    fn points_of_nought_choose_nothing() {
        assert_eq!(chosen(&read(POINTS).unwrap()), ["a b", "b", "c", "", "a c"]);
    }

    #[test]
    fn real_files_are_not_tidy() {
        let text = "\u{feff}Meta;\r\nkey ; value\r\nbudget; 1 000,5\r\n\r\nPROJECTS\r\n\
            cost;Project_ID\r\n400.0; 7\r\n1\u{a0}000;8\r\nVOTES\r\nvote\r\n7, 8,7\r\n\r\nNone\r\n";
        let file = read(text).unwrap();
        assert_eq!(chosen(&file), ["7 8", ""]);
        assert_eq!(file.options[0].title, "7");
        let costs: Vec<_> = file.options.iter().map(|option| option.cost).collect();
        assert_eq!(costs, [Some(4_000), Some(10_000)]);
        let Rules::Budget { budget, decimals, .. } = file.rules else { panic!() };
        assert_eq!((budget, decimals), (10_005, 1));
    }

    #[test]
    fn amounts_are_exact() {
        for (written, decimals, amount) in [
            ("12", 0, Some(12)),
            ("12", 2, Some(1_200)),
            ("12.30", 1, Some(123)),
            ("1 000", 0, Some(1_000)),
            ("1000000000000", 0, Some(1_000_000_000_000)),
            ("1000000000001", 0, None),
            ("1000000000000", 1, None),
        ] {
            assert_eq!(Amount::read(written).unwrap().with(decimals), amount, "{written}");
        }
        for written in ["", "x", "-1", "1.2.3", "1e3", ".5", "1.2345678", "1,000,000"] {
            assert!(Amount::read(written).is_none(), "{written}");
        }
    }

    #[test]
    fn faults_stand_at_their_lines() {
        assert_eq!(
            faults("key;value\nMETA\nkey;value\n"),
            [
                "line 1: \"key\" belongs to no section",
                "line 0: there is no section PROJECTS",
                "line 0: there is no section VOTES",
            ]
        );
        let text = "META\nkey;value\nbudget;many\nvote_type;stars\nnum_votes;3\n\
            PROJECTS\nproject_id;cost\na;1\na;2\nb;cheap\nc\n\
            VOTES\nvoter_id;vote\n1;a,z\n2\n";
        assert_eq!(
            faults(text),
            [
                "line 4: \"stars\" can't be counted",
                "line 9: \"a\" stands twice",
                "line 10: \"cheap\" is not an amount",
                "line 11: this line is cut short",
                "line 3: \"many\" is not an amount",
                "line 14: \"z\" is not in the file",
                "line 15: this line is cut short",
                "line 5: num_votes: 3 are told, 1 are there",
            ]
        );
        assert_eq!(
            faults("META\nkey;value\nPROJECTS\nname\nVOTES\nvoter_id\n"),
            [
                "line 0: budget is not given",
                "line 3: section PROJECTS has no column project_id",
                "line 3: section PROJECTS has no column cost",
                "line 5: section VOTES has no column vote",
            ]
        );
        let points = POINTS.replace("7,3", "7").replace("10,0", "ten,0");
        assert_eq!(
            faults(&points),
            ["line 17: this line is cut short", "line 18: \"ten\" is not a number"]
        );
    }
}
