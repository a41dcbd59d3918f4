//! PrefLib's ordinal preferences, `.soc`, `.soi`, `.toc`, `.toi`
//! (<https://preflib.github.io/PrefLib-Jekyll/format>).
//!
//! Lines `# KEY: value`, then lines `count: 1,{2,3},4`: so many voters put 1 first, then 2 and 3
//! as equal, then 4. What a line leaves out comes last, all of it equal.

use std::collections::BTreeMap;

use super::{LineFault, LineFaults, LineWhat};
use crate::ballots::ballot::BallotOption;
use crate::ballots::check::{MOST_RANKED, MOST_VOTERS};
use crate::ballots::choice::Choice;
use crate::ballots::file::{BallotFile, FORMAT, Row};
use crate::ballots::rules::{Rules, TieRule};
use crate::import::fault::cut;

/// What the header tells, with lines.
#[derive(Debug, Default)]
struct Header {
    title: String,
    kind: Option<(u64, String)>,
    alternatives: Option<(u64, u64)>,
    voters: Option<(u64, u64)>,
    names: BTreeMap<u64, String>,
}

/// Reads a file.
pub(super) fn read(text: &str) -> Result<BallotFile, Vec<LineFault>> {
    let mut faults = LineFaults::default();
    let mut header = Header::default();
    let mut orders: Vec<(u64, &str)> = Vec::new();
    let text = text.trim_start_matches('\u{feff}');
    for (line, written) in (1..).zip(text.lines()) {
        let written = written.trim();
        match written.strip_prefix('#') {
            Some(told) => header.take(line, told, &mut faults),
            None if written.is_empty() => {}
            None => orders.push((line, written)),
        }
    }
    if let Some((line, kind)) = &header.kind
        && !["soc", "soi", "toc", "toi"].contains(&kind.as_str())
    {
        faults.add(*line, LineWhat::OtherKind(cut(kind)));
        return Err(faults.0);
    }
    let last_name = header.names.keys().last().map(|&number| (0, number));
    let Some((line, size)) = header.alternatives.or(last_name) else {
        faults.add(0, LineWhat::NoValue("NUMBER ALTERNATIVES"));
        return Err(faults.0);
    };
    if size > MOST_RANKED as u64 {
        faults.add(line, LineWhat::TooMany(MOST_RANKED as u64));
        return Err(faults.0);
    }
    let (mut rows, mut voters) = (Vec::new(), 0_u64);
    for (line, written) in orders {
        match order(written, size) {
            Ok((count, places)) => {
                voters += u64::from(count);
                if count > 0 {
                    let id = line.to_string();
                    rows.push(Row { id, count, choice: Choice::Ranking(places) });
                }
            }
            Err(what) => faults.add(line, what),
        }
    }
    if voters > MOST_VOTERS {
        faults.add(0, LineWhat::TooMany(MOST_VOTERS));
    }
    if let Some((line, told)) = header.voters
        && told != voters
        && faults.0.is_empty()
    {
        faults.add(line, LineWhat::Differs { what: "NUMBER VOTERS", told, found: voters });
    }
    let option = |number: u64| {
        let id = number.to_string();
        let title = header.names.get(&number).cloned().unwrap_or_else(|| id.clone());
        BallotOption { id, title, ..BallotOption::default() }
    };
    faults.or(BallotFile {
        format: FORMAT.to_owned(),
        title: header.title.clone(),
        rules: Rules::Ranking { most: None, equal: true },
        tie_rule: TieRule::ById,
        options: (1..=size).map(option).collect(),
        decision: None,
        ballots: u32::try_from(voters).unwrap_or(u32::MAX),
        rows,
        totals: None,
        answers: None,
        pairwise: None,
    })
}

impl Header {
    fn take(&mut self, line: u64, told: &str, faults: &mut LineFaults) {
        let Some((key, value)) = told.split_once(':') else { return };
        let (key, value) = (key.trim().to_uppercase(), value.trim());
        let mut number = |written: &str| {
            let read = written.trim().parse::<u64>();
            if read.is_err() {
                faults.add(line, LineWhat::NotANumber(cut(written)));
            }
            read.ok()
        };
        match key.as_str() {
            "TITLE" => value.clone_into(&mut self.title),
            "DATA TYPE" => self.kind = Some((line, value.to_lowercase())),
            "NUMBER ALTERNATIVES" => self.alternatives = number(value).map(|n| (line, n)),
            "NUMBER VOTERS" => self.voters = number(value).map(|n| (line, n)),
            key => {
                if let Some(which) = key.strip_prefix("ALTERNATIVE NAME")
                    && let Some(which) = number(which)
                {
                    self.names.insert(which, value.to_owned());
                }
            }
        }
    }
}

/// A line of preferences: how many voters, and their places.
fn order(written: &str, size: u64) -> Result<(u32, Vec<Vec<String>>), LineWhat> {
    let (count, order) = written.split_once(':').ok_or_else(|| LineWhat::Stray(cut(written)))?;
    let count = count.trim();
    let count = count.parse().map_err(|_| LineWhat::NotANumber(cut(count)))?;
    let mut places: Vec<Vec<String>> = Vec::new();
    let mut seen = vec![false; usize::try_from(size).unwrap_or(0) + 1];
    let mut open = false;
    for piece in order.split(',') {
        let mut piece = piece.trim();
        let begins = piece.starts_with('{');
        piece = piece.trim_start_matches('{').trim();
        let ends = piece.ends_with('}');
        piece = piece.trim_end_matches('}').trim();
        if (begins && open) || (ends && !open && !begins) {
            return Err(LineWhat::Brackets);
        }
        if !open || begins {
            places.push(Vec::new());
        }
        open = (open || begins) && !ends;
        if piece.is_empty() {
            continue;
        }
        let number: u64 = piece.parse().map_err(|_| LineWhat::NotANumber(cut(piece)))?;
        let once = usize::try_from(number).ok().filter(|_| number > 0);
        match once.and_then(|number| seen.get_mut(number)) {
            None => return Err(LineWhat::Unknown(number.to_string())),
            Some(true) => return Err(LineWhat::Twice(number.to_string())),
            Some(seen) => *seen = true,
        }
        if let Some(place) = places.last_mut() {
            place.push(number.to_string());
        }
    }
    if open {
        return Err(LineWhat::Brackets);
    }
    places.retain(|place| !place.is_empty());
    Ok((count, places))
}

#[cfg(test)]
mod tests {
    use super::super::super::tally::{Outcome, tally};
    use super::*;

    const ORDER: &str = include_str!("../fixtures/order.toi");

    fn faults(text: &str) -> Vec<String> {
        read(text).unwrap_err().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_fixture_comes_to_what_the_public_implementation_finds() {
        let file = read(ORDER).unwrap();
        assert_eq!((file.ballots, file.title.as_str()), (21, "Ordine di prova"));
        assert_eq!(file.options[0].title, "Sollievo: week-end");
        let Outcome::Ranking(ranking) = tally(&file).result else { panic!() };
        assert_eq!(ranking.pairwise, [[0, 13, 9, 10], [7, 0, 14, 11], [7, 6, 0, 11], [6, 8, 4, 0]]);
        assert_eq!(ranking.ranking, [["1"], ["2"], ["3"], ["4"]]);
    }

    #[test]
    fn places_are_read_with_their_equals() {
        let places = |written: &str| {
            order(written, 5).map(|(count, places)| {
                let joined: Vec<String> = places.iter().map(|place| place.join("=")).collect();
                (count, joined.join(" "))
            })
        };
        for (written, count, told) in [
            ("13: 1, {4, 3}, 2", 13, "1 4=3 2"),
            ("1:{1,2},{3},4", 1, "1=2 3 4"),
            ("2: {5}", 2, "5"),
            ("2: ", 2, ""),
            ("2: {},1", 2, "1"),
        ] {
            assert_eq!(places(written), Ok((count, told.to_owned())), "{written}");
        }
        for (written, what) in [
            ("1,2", LineWhat::Stray("1,2".into())),
            ("x: 1", LineWhat::NotANumber("x".into())),
            ("1: a", LineWhat::NotANumber("a".into())),
            ("1: 1,1", LineWhat::Twice("1".into())),
            ("1: 6", LineWhat::Unknown("6".into())),
            ("1: 0", LineWhat::Unknown("0".into())),
            ("1: {1,2", LineWhat::Brackets),
            ("1: 1,2}", LineWhat::Brackets),
            ("1: {1,{2}}", LineWhat::Brackets),
        ] {
            assert_eq!(places(written), Err(what), "{written}");
        }
    }

    #[test]
    fn faults_stand_at_their_lines() {
        assert_eq!(faults("1: 1"), ["line 0: NUMBER ALTERNATIVES is not given"]);
        assert_eq!(faults("# DATA TYPE: cat\n1: 1"), ["line 1: \"cat\" can't be counted"]);
        assert_eq!(faults("# NUMBER ALTERNATIVES: 1001\n"), ["line 1: more than 1000"]);
        assert_eq!(
            faults("# NUMBER ALTERNATIVES: 2\n# NUMBER VOTERS: many\n1: 3\n1: 1,1\n"),
            [
                "line 2: \"many\" is not a number",
                "line 3: \"3\" is not in the file",
                "line 4: \"1\" stands twice",
            ]
        );
        assert_eq!(
            faults("# NUMBER ALTERNATIVES: 2\n# NUMBER VOTERS: 4\n3: 2,1"),
            ["line 2: NUMBER VOTERS: 4 are told, 3 are there"]
        );
    }
}
