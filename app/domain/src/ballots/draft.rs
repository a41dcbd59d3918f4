//! A ballot as the form of a facilitator declares it: what is voted on may be a text, a cluster,
//! an action, or words of its own.
//!
//! Fields: `title`, `introduction`, `method`, the limits of [`Rules::parse`], `electorate`,
//! `secrecy` (both may be left out where the method knows only one), `tokens` (a box), `cluster` and `action`
//! (numbers, several), `contribution` (numbers in one line, with anything between), `own` (one a
//! line), `cost-ID`.

use std::collections::BTreeMap;

use super::ballot::{Ballot, Secrecy};
use super::rules::{Rules, number};
use crate::contributions::length;
use crate::faults::{Fault, What};
use crate::forms::Fields;
use crate::people::IdentityLevel;
use crate::rounds::VoteMethod;

/// Most characters of what is said beneath the question.
const INTRODUCTION_MOST: u32 = 3_000;

/// Something that is put to the vote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chosen {
    /// A need or a proposal, by its number.
    Contribution(i64),
    /// A cluster, by its number.
    Cluster(i64),
    /// An action, by its number.
    Action(i64),
    /// Words of the ballot's own: which of them, from 1, and what they are.
    Own(usize, String),
}

impl Chosen {
    /// Its id within the ballot, the same at every saving.
    pub fn id(&self) -> String {
        match self {
            Chosen::Contribution(number) => format!("v{number}"),
            Chosen::Cluster(number) => format!("g{number}"),
            Chosen::Action(number) => format!("a{number}"),
            Chosen::Own(number, _) => format!("t{number}"),
        }
    }
}

/// A ballot that may still lack what the things it names are called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BallotDraft {
    /// What is asked.
    pub title: String,
    /// What is said beneath it; may be empty.
    pub introduction: String,
    /// Method and limits.
    pub rules: Rules,
    /// Least identity level.
    pub electorate: IdentityLevel,
    /// What may be seen, and when.
    pub secrecy: Secrecy,
    /// Who has no document may vote too.
    pub tokens: bool,
    /// What is put to the vote, in order, each once.
    pub options: Vec<Chosen>,
    /// What each costs, in whole euro, by id.
    pub costs: BTreeMap<String, u64>,
}

/// The method a form is about; `None` before one was chosen.
pub fn method(fields: &Fields) -> Option<VoteMethod> {
    fields.text("method").parse().ok()
}

/// What is put to the vote in a form, in the order in which the ballot will have it.
pub fn chosen(fields: &Fields) -> Vec<Chosen> {
    let numbers = |name: &str| -> Vec<i64> {
        let all = fields.texts(name).flat_map(|text| text.split(|c: char| !c.is_ascii_digit()));
        all.filter_map(|text| text.parse().ok()).take(super::ballot::MOST_OPTIONS + 1).collect()
    };
    let own = fields.text("own").lines().map(str::trim).filter(|line| !line.is_empty());
    let mut all: Vec<Chosen> = Vec::new();
    let named = numbers("cluster")
        .into_iter()
        .map(Chosen::Cluster)
        .chain(numbers("action").into_iter().map(Chosen::Action))
        .chain(numbers("contribution").into_iter().map(Chosen::Contribution))
        .chain(own.zip(1..).map(|(line, number)| Chosen::Own(number, line.to_owned())));
    for one in named {
        if !all.contains(&one) {
            all.push(one);
        }
    }
    all
}

/// Reads what a form declares. What it is all called, and whether it makes sense together, is
/// [`Ballot::faults`] once the things it names were found.
///
/// # Errors
///
/// Every field that can't be read.
pub fn parse(fields: &Fields) -> Result<BallotDraft, Vec<Fault>> {
    let Some(method) = method(fields) else {
        return Err(vec![Fault::new("method", What::Missing)]);
    };
    let mut faults = Vec::new();
    let title = fields.text("title").to_owned();
    crate::contributions::text(&mut faults, "title", &title, 300, 1);
    let introduction = fields.text("introduction").to_owned();
    length(&mut faults, "introduction", &introduction, INTRODUCTION_MOST);
    let rules = Rules::parse(method, fields).unwrap_or_else(|wrong| {
        faults.extend(wrong);
        Rules::Support
    });
    let electorate = one_of(fields, "electorate", Ballot::levels(method), &mut faults);
    let secrecy = one_of(fields, "secrecy", Ballot::secrecies(method), &mut faults);
    let options = chosen(fields);
    let mut costs = BTreeMap::new();
    if method == VoteMethod::Budget {
        for id in options.iter().map(Chosen::id) {
            if let Some(cost) = number(fields, &format!("cost-{id}"), &mut faults) {
                costs.insert(id, cost);
            }
        }
    }
    match (electorate, secrecy) {
        (Some(electorate), Some(secrecy)) if faults.is_empty() => {
            let tokens = fields.has("tokens");
            Ok(BallotDraft {
                title,
                introduction,
                rules,
                electorate,
                secrecy,
                tokens,
                options,
                costs,
            })
        }
        _ => Err(faults),
    }
}

/// A value of a short list; the first one where the list has no other and nothing was sent.
fn one_of<T: Copy + PartialEq + std::str::FromStr>(
    fields: &Fields,
    name: &str,
    allowed: &[T],
    faults: &mut Vec<Fault>,
) -> Option<T> {
    let found = match (fields.text(name), allowed) {
        ("", [only]) => Some(*only),
        ("", _) => {
            faults.push(Fault::new(name, What::NotAChoice));
            return None;
        }
        (code, _) => code.parse().ok().filter(|value| allowed.contains(value)),
    };
    if found.is_none() {
        faults.push(Fault::new(name, What::NotAChoice));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        Fields::from_pairs(pairs.iter().map(|&(name, value)| (name.to_owned(), value.to_owned())))
    }

    #[test]
    fn what_is_put_to_the_vote_is_named_once_and_in_order() {
        let fields = fields(&[
            ("own", "Un orto\n\n  Una sala  "),
            ("contribution", "n. 12, 7 e 12"),
            ("cluster", "3"),
            ("action", "2"),
        ]);
        let ids: Vec<String> = chosen(&fields).iter().map(Chosen::id).collect();
        assert_eq!(ids, ["g3", "a2", "v12", "v7", "t1", "t2"]);
    }

    #[test]
    fn what_a_method_knows_only_one_of_needs_not_be_chosen() {
        let mut pairs = vec![
            ("title", "Che cosa viene prima?"),
            ("method", "bollini"),
            ("dots", "3"),
            ("most_each", "2"),
            ("own", "Uno\nDue"),
        ];
        let draft = parse(&fields(&pairs)).unwrap();
        assert_eq!((draft.electorate, draft.secrecy), (IdentityLevel::L2, Secrecy::Secret));
        pairs[1].1 = "sostegno";
        assert_eq!(
            parse(&fields(&pairs)),
            Err(vec![
                Fault::new("electorate", What::NotAChoice),
                Fault::new("secrecy", What::NotAChoice)
            ])
        );
        assert_eq!(parse(&fields(&[])), Err(vec![Fault::new("method", What::Missing)]));
    }

    #[test]
    fn a_cost_is_read_beside_its_option() {
        let all = fields(&[
            ("title", "Come si spende?"),
            ("method", "bilancio"),
            ("budget", "30.000"),
            ("own", "Uno\nDue"),
            ("cost-t1", "12.500"),
            ("cost-t2", "tanto"),
        ]);
        assert_eq!(parse(&all), Err(vec![Fault::new("cost-t2", What::NotANumber)]));
    }
}
