//! Who is in a room, and who is missing: for the team, while there is still time to invite.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::faults::{Fault, What};
use crate::forms::Fields;
use crate::people::AgeBand;
use crate::territory::Category;

/// What somebody says of themselves when they register or come in. Each may stay unsaid; no name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Came {
    /// Code of the municipality.
    pub municipality: Option<String>,
    /// Category.
    pub category: Option<Category>,
    /// Age band.
    pub age: Option<AgeBand>,
}

impl Came {
    /// From the fields `municipality`, `category` and `age`; each may stay empty.
    pub fn parse(fields: &Fields) -> Result<Came, Vec<Fault>> {
        let mut faults = Vec::new();
        let came = Came {
            municipality: (!fields.text("municipality").is_empty())
                .then(|| fields.text("municipality").to_owned()),
            category: chosen(&mut faults, fields, "category"),
            age: chosen(&mut faults, fields, "age"),
        };
        if faults.is_empty() { Ok(came) } else { Err(faults) }
    }
}

/// Somebody who comes in, as the form at the door says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArrivalDraft {
    /// The token they get.
    pub token: i64,
    /// The number of their registration, if they had one.
    pub registration: Option<i64>,
    /// What they say of themselves.
    pub who: Came,
}

impl ArrivalDraft {
    /// From the fields `token`, `registration`, and those of [`Came::parse`].
    pub fn parse(fields: &Fields) -> Result<ArrivalDraft, Vec<Fault>> {
        let (who, mut faults) = match Came::parse(fields) {
            Ok(who) => (who, Vec::new()),
            Err(faults) => (Came::default(), faults),
        };
        let mut number = |field: &str| match fields.text(field) {
            "" => None,
            written => {
                let read = written.parse::<i64>().ok().filter(|number| *number > 0);
                if read.is_none() {
                    faults.push(Fault::new(field, What::NotANumber));
                }
                read
            }
        };
        let (token, registration) = (number("token"), number("registration"));
        if fields.text("token").is_empty() {
            faults.push(Fault::new("token", What::Missing));
        }
        match token {
            Some(token) if faults.is_empty() => Ok(ArrivalDraft { token, registration, who }),
            _ => Err(faults),
        }
    }
}

/// A code that was chosen in a field, if one was.
fn chosen<T: FromStr>(faults: &mut Vec<Fault>, fields: &Fields, field: &str) -> Option<T> {
    let code = fields.text(field);
    let parsed = code.parse().ok();
    if parsed.is_none() && !code.is_empty() {
        faults.push(Fault::new(field, What::NotAChoice));
    }
    parsed
}

/// Who is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Absent {
    /// Nobody from there: the code of a municipality.
    Municipality(String),
    /// Nobody under thirty.
    Young,
    /// Nobody of seventy-five or more.
    Old,
    /// Nobody of this category.
    Category(Category),
}

/// The mix of a room.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mix {
    /// People.
    pub people: u32,
    /// By code of municipality, in the order of the Ambito; those with nobody too.
    pub municipalities: Vec<(String, u32)>,
    /// By category, in their order; those with nobody too.
    pub categories: Vec<(Category, u32)>,
    /// By age band, in their order; those with nobody too.
    pub ages: Vec<(AgeBand, u32)>,
    /// Who is missing, to be invited.
    pub absent: Vec<Absent>,
}

fn count<T>(people: &[Came], is: impl Fn(&Came) -> bool, of: T) -> (T, u32) {
    let found = people.iter().filter(|one| is(one)).count();
    (of, u32::try_from(found).unwrap_or(u32::MAX))
}

impl Mix {
    /// The mix of these people, in an Ambito of these municipalities.
    pub fn of(people: &[Came], municipalities: &[String]) -> Mix {
        let by_place: Vec<(String, u32)> = municipalities
            .iter()
            .map(|code| count(people, |one| one.municipality.as_ref() == Some(code), code.clone()))
            .collect();
        let categories: Vec<(Category, u32)> = Category::ALL
            .iter()
            .map(|of| count(people, |one| one.category == Some(*of), *of))
            .collect();
        let ages: Vec<(AgeBand, u32)> =
            AgeBand::ALL.iter().map(|of| count(people, |one| one.age == Some(*of), *of)).collect();
        let none = |bands: &[AgeBand]| {
            ages.iter().filter(|(band, _)| bands.contains(band)).all(|(_, people)| *people == 0)
        };
        let mut absent: Vec<Absent> = by_place
            .iter()
            .filter(|(_, people)| *people == 0)
            .map(|(code, _)| Absent::Municipality(code.clone()))
            .collect();
        if none(&[AgeBand::From14, AgeBand::From18]) {
            absent.push(Absent::Young);
        }
        if none(&[AgeBand::From75]) {
            absent.push(Absent::Old);
        }
        // Those who sit by office come by convocation, not by invitation to a session.
        let invited = |category: Category| {
            !matches!(category, Category::Region | Category::Province | Category::PublicBody)
        };
        absent.extend(
            categories
                .iter()
                .filter(|(category, people)| *people == 0 && invited(*category))
                .map(|(category, _)| Absent::Category(*category)),
        );
        Mix {
            people: u32::try_from(people.len()).unwrap_or(u32::MAX),
            municipalities: by_place,
            categories,
            ages,
            absent,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_meter_names_who_is_missing() {
        let came = |place: &str, age| Came {
            municipality: Some(place.into()),
            category: Some(Category::Families),
            age,
        };
        let people = [came("CVN", Some(AgeBand::From75)), came("CVN", None), Came::default()];
        let mix = Mix::of(&people, &["CVN".into(), "MTF".into()]);
        assert_eq!(mix.people, 3);
        assert_eq!(mix.municipalities, [("CVN".into(), 2), ("MTF".into(), 0)]);
        assert!(mix.absent.contains(&Absent::Municipality("MTF".into())));
        assert!(mix.absent.contains(&Absent::Young));
        assert!(!mix.absent.contains(&Absent::Old));
        assert!(mix.absent.contains(&Absent::Category(Category::Schools)));
        assert!(!mix.absent.contains(&Absent::Category(Category::Families)));
        assert!(!mix.absent.contains(&Absent::Category(Category::Region)));
    }

    #[test]
    fn an_empty_room_misses_everybody() {
        let mix = Mix::of(&[], &["CVN".into()]);
        assert_eq!(mix.people, 0);
        assert_eq!(mix.absent.len(), 1 + 2 + 9);
    }
}
