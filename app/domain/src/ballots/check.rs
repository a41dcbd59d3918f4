//! What the schema of a ballot file can't say: ids that exist and stand once, limits that were
//! kept, numbers that add up.

use std::collections::{BTreeMap, BTreeSet};

use super::choice::{Choice, Wrong};
use super::file::BallotFile;
use super::paper::{self, Imbalance};
use super::rules::{MOST_MONEY, Rules};
use crate::import::FileFault;
use crate::import::fault::{Faults, What};

/// The most voters a file may speak for: arithmetic stays within its bounds.
pub(super) const MOST_VOTERS: u64 = 2_000_000;

/// The most options of a ranking, whose paths take the third power of their number.
pub(super) const MOST_RANKED: usize = 1_000;

/// Judges what a file says; empty when all is well.
pub(super) fn check(file: &BallotFile) -> Vec<FileFault> {
    let known = file.options.iter().map(|option| option.id.as_str()).collect();
    let mut checker = Checker { file, known, faults: Faults::default() };
    checker.options();
    checker.rows();
    checker.totals();
    checker.answers();
    checker.pairwise();
    checker.decision();
    checker.ballots();
    checker.faults.into_list()
}

struct Checker<'a> {
    file: &'a BallotFile,
    known: BTreeSet<&'a str>,
    faults: Faults,
}

impl<'a> Checker<'a> {
    fn fault(&mut self, path: impl Into<String>, what: What) {
        self.faults.add(path, what);
    }

    fn refers(&mut self, path: impl Into<String>, id: &str) {
        if !self.known.contains(id) {
            self.fault(path, What::UnknownReference { id: crate::import::fault::cut(id) });
        }
    }

    fn at_most(&mut self, path: impl Into<String>, found: u64, most: u64) {
        if found > most {
            #[allow(clippy::cast_precision_loss, reason = "only to be told")]
            self.fault(path, What::OutOfRange { least: 0.0, most: most as f64 });
        }
    }

    fn options(&mut self) {
        let mut seen = BTreeMap::new();
        for (index, option) in self.file.options.iter().enumerate() {
            let first = *seen.entry(option.id.as_str()).or_insert(index);
            if first != index {
                let what = What::DuplicateId {
                    id: crate::import::fault::cut(&option.id),
                    first: format!("options[{first}]"),
                };
                self.fault(format!("options[{index}].id"), what);
            }
            let cost = format!("options[{index}].cost");
            match (&self.file.rules, option.cost) {
                (Rules::Budget { .. }, None) => self.fault(cost, What::Missing),
                (_, Some(found)) => self.at_most(cost, found, MOST_MONEY),
                (_, None) => {}
            }
        }
        match self.file.rules {
            Rules::Budget { budget, decimals, .. } => {
                self.at_most("rules.budget", budget, MOST_MONEY);
                self.at_most("rules.decimals", decimals.into(), 6);
            }
            Rules::Ranking { .. } if self.file.options.len() > MOST_RANKED => {
                self.fault("options", What::TooMany { most: MOST_RANKED });
            }
            Rules::Ranking { .. }
            | Rules::Support
            | Rules::Preferences { .. }
            | Rules::Dots { .. }
            | Rules::Consent
            | Rules::Position
            | Rules::Statements => {}
        }
    }

    /// One person, one ballot: ids stand once, and so does an organisation.
    fn rows(&mut self) {
        let (mut ids, mut organisations) = (BTreeMap::new(), BTreeMap::new());
        for (index, row) in self.file.rows.iter().enumerate() {
            let at = format!("rows[{index}]");
            let first = *ids.entry(row.id.as_str()).or_insert(index);
            if first != index {
                let what = What::DuplicateId {
                    id: crate::import::fault::cut(&row.id),
                    first: format!("rows[{first}]"),
                };
                self.fault(format!("{at}.id"), what);
            }
            if let Choice::Position { organisation, .. } = &row.choice {
                let first = *organisations.entry(organisation.as_str()).or_insert(index);
                if first != index {
                    let first = format!("rows[{first}].position.organisation");
                    self.fault(format!("{at}.position.organisation"), What::Repeated { first });
                }
            }
            self.choice(&at, &row.choice);
        }
    }

    fn choice(&mut self, at: &str, choice: &'a Choice) {
        let at = match choice {
            Choice::Options(_) => format!("{at}.options"),
            Choice::Dots(_) => format!("{at}.dots"),
            Choice::Ranking(_) => format!("{at}.ranking"),
            Choice::Consent(_) => format!("{at}.consent"),
            Choice::Position { .. } => format!("{at}.position.on"),
            Choice::Statements(_) => format!("{at}.statements"),
        };
        let cut = |id: &str| crate::import::fault::cut(id);
        for wrong in choice.wrongs(&self.file.rules, &|id| self.known.contains(id)) {
            match wrong {
                // Who chose nothing has voted all the same: an empty paper, an empty row.
                Wrong::Nothing => {}
                Wrong::OtherMethod => self.fault(&at, What::NotAllowedHere),
                Wrong::Unknown(id) => self.fault(&at, What::UnknownReference { id: cut(&id) }),
                Wrong::Twice(id) => {
                    self.fault(&at, What::Repeated { first: format!("{at}: {}", cut(&id)) });
                }
                Wrong::Equal(_) => self.fault(&at, What::NotAllowedHere),
                Wrong::TooMany { most, .. } => {
                    self.fault(&at, What::TooMany { most: most as usize });
                }
                Wrong::TooManyOn { id, most, .. } => {
                    let what = What::OutOfRange { least: 0.0, most: f64::from(most) };
                    self.fault(format!("{at}.{}", cut(&id)), what);
                }
            }
        }
    }

    fn totals(&mut self) {
        let Some(totals) = &self.file.totals else { return };
        let in_a_file = match self.file.rules {
            Rules::Budget { .. } => Some((None, 1)),
            ref others => others.on_paper(),
        };
        for imbalance in paper::imbalances(in_a_file, &self.known, totals) {
            let at = |id: &str| format!("totals.counts.{}", crate::import::fault::cut(id));
            match imbalance {
                Imbalance::OtherMethod => self.fault("totals", What::NotAllowedHere),
                Imbalance::Unknown(id) => self.refers(at(&id), &id),
                Imbalance::TooMany { id, most, found } => self.at_most(at(&id), found, most),
                Imbalance::Sum { expected, found } => {
                    self.fault("totals", What::DoesNotAddUp { expected, found });
                }
            }
        }
        // Equal shares of some, and only totals of others, are no result.
        if matches!(self.file.rules, Rules::Budget { .. }) && !self.file.rows.is_empty() {
            self.fault("totals", What::Contradiction { with: "rows".to_owned() });
        }
    }

    fn answers(&mut self) {
        let Some(answers) = &self.file.answers else { return };
        for (id, on) in &answers.on {
            let at = format!("answers.on.{}", crate::import::fault::cut(id));
            self.refers(&at, id);
            let fitting: &[&str] = match self.file.rules {
                Rules::Consent => &["posso_conviverci", "riserva", "obiezione"],
                _ => &["d_accordo", "non_d_accordo", "passo"],
            };
            for code in on.keys().filter(|code| !fitting.contains(&code.as_str())) {
                self.fault(format!("{at}.{code}"), What::NotAllowedHere);
            }
            let sum = on.values().map(|&count| u64::from(count)).sum();
            self.at_most(&at, sum, answers.persons.into());
        }
    }

    fn pairwise(&mut self) {
        let Some(pairwise) = &self.file.pairwise else { return };
        let (size, table) = (self.file.options.len(), &pairwise.table);
        let lines = table.iter().enumerate();
        let sizes = lines.map(|(line, cells)| (format!("pairwise.table[{line}]"), cells.len()));
        let sizes = [("pairwise.table".to_owned(), table.len())].into_iter().chain(sizes);
        if let Some((at, found)) = sizes.into_iter().find(|&(_, found)| found != size) {
            let what = What::DoesNotAddUp { expected: size as u64, found: found as u64 };
            return self.fault(at, what);
        }
        for (line, cells) in table.iter().enumerate() {
            for (column, &found) in cells.iter().enumerate() {
                let most = if line == column {
                    0
                } else {
                    u64::from(pairwise.persons).saturating_sub(table[column][line].into())
                };
                self.at_most(format!("pairwise.table[{line}][{column}]"), found.into(), most);
            }
        }
    }

    fn decision(&mut self) {
        let Some(decision) = &self.file.decision else { return };
        for (index, id) in decision.order.iter().enumerate() {
            self.refers(format!("decision.order[{index}]"), id);
        }
    }

    fn ballots(&mut self) {
        let file = self.file;
        let elsewhere = [
            file.totals.as_ref().map(|totals| totals.persons),
            file.answers.as_ref().map(|answers| answers.persons),
            file.pairwise.as_ref().map(|pairwise| pairwise.persons),
        ];
        let in_rows: u64 = file.rows.iter().map(|row| u64::from(row.count)).sum();
        let found = in_rows + elsewhere.iter().flatten().map(|&n| u64::from(n)).sum::<u64>();
        self.at_most("ballots", found, MOST_VOTERS);
        if found != u64::from(file.ballots) {
            let what = What::DoesNotAddUp { expected: found, found: file.ballots.into() };
            self.fault("ballots", what);
        }
        if !file.rows.is_empty() && (file.answers.is_some() || file.pairwise.is_some()) {
            self.fault("rows", What::NotAllowedHere);
        }
    }
}
