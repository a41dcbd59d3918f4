//! What is prepared before a session: the question, the agenda, the place.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use serde::{Deserialize, Serialize};

use super::{AccessNeed, CAPACITY_MOST, Technique};
use crate::contributions::{length, text};
use crate::faults::{Fault, What};
use crate::forms::Fields;

/// The most steps of an agenda.
pub const STEPS_MOST: usize = 20;
/// The most minutes of a session: a day from morning to night.
pub const MINUTES_MOST: u32 = 14 * 60;
/// The most dots a person has.
pub const DOTS_MOST: u32 = 20;

/// A step of the agenda.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// How long, in minutes.
    pub minutes: u32,
    /// What happens.
    pub title: String,
    /// How: the technique, the materials.
    #[serde(default)]
    pub method: String,
    /// Who leads it, by task: «chi facilita», «tavolo 2». For the team alone.
    #[serde(default)]
    pub owner: String,
}

/// What is prepared of a session, beside title, place and time.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SessionPlan {
    /// The question that people answer in the room.
    pub question: String,
    /// Techniques.
    pub techniques: Vec<Technique>,
    /// The agenda.
    pub steps: Vec<Step>,
    /// How many people the room takes; 0 if nobody said.
    pub capacity: u32,
    /// What the place offers.
    pub access: Vec<AccessNeed>,
    /// The invitation, as people read it.
    pub invitation: String,
    /// Materials, for the team.
    pub materials: String,
    /// Dots each person has; 0 where there are none.
    pub dots_each: u32,
    /// The most dots of one person on one card.
    pub dots_most: u32,
    /// How many had registered, where a file says so.
    pub registered: Option<u32>,
    /// How many came without registering, beside those present, where a file says so.
    pub walk_ins: Option<u32>,
}

impl SessionPlan {
    /// Minutes of the whole agenda.
    pub fn minutes(&self) -> u32 {
        self.steps.iter().map(|step| step.minutes).sum()
    }

    /// When each step begins, in minutes from the beginning.
    pub fn starts(&self) -> impl Iterator<Item = (u32, &Step)> {
        self.steps.iter().scan(0, |from, step| {
            let start = *from;
            *from += step.minutes;
            Some((start, step))
        })
    }
}

/// A session as its form says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionDraft {
    /// The number of its round.
    pub round: i64,
    /// Title.
    pub title: String,
    /// Where.
    pub place: String,
    /// When it begins, by the clock of the place.
    pub starts: NaiveDateTime,
    /// The rest.
    pub plan: SessionPlan,
}

/// A day and an hour as a form has them.
fn hour(faults: &mut Vec<Fault>, fields: &Fields, field: &str) -> Option<NaiveTime> {
    let written = fields.text(field);
    let read = NaiveTime::parse_from_str(written, "%H:%M")
        .or_else(|_| NaiveTime::parse_from_str(written, "%H.%M"))
        .or_else(|_| NaiveTime::parse_from_str(written, "%H:%M:%S"));
    if read.is_err() {
        let what = if written.is_empty() { What::Missing } else { What::NotADate };
        faults.push(Fault::new(field, what));
    }
    read.ok()
}

/// A whole number of a field, at most so much.
fn number(faults: &mut Vec<Fault>, fields: &Fields, field: &str, most: u32) -> u32 {
    match fields.text(field) {
        "" => 0,
        value => match value.parse::<u32>() {
            Ok(found) if found > most => {
                faults.push(Fault::new(field, What::TooMany { most, found }));
                0
            }
            Ok(found) => found,
            Err(_) => {
                faults.push(Fault::new(field, What::NotANumber));
                0
            }
        },
    }
}

/// Known codes among the values of a field.
fn codes<T: std::str::FromStr>(faults: &mut Vec<Fault>, fields: &Fields, field: &str) -> Vec<T> {
    let parsed: Result<Vec<T>, _> = fields.texts(field).map(str::parse).collect();
    parsed.unwrap_or_else(|_| {
        faults.push(Fault::new(field, What::NotAChoice));
        Vec::new()
    })
}

/// The steps of the agenda in the fields `minutes-N`, `step-N`, `method-N`, `owner-N`; rows left
/// empty are none.
fn steps(faults: &mut Vec<Fault>, fields: &Fields) -> Vec<Step> {
    let mut steps = Vec::new();
    for row in 0..STEPS_MOST {
        let field = |name: &str| format!("{name}-{row}");
        let said = |name: &str| fields.text(&field(name)).to_owned();
        let (title, method, owner) = (said("step"), said("method"), said("owner"));
        let empty = [&title, &method, &owner].iter().all(|one| one.is_empty());
        if empty && said("minutes").is_empty() {
            continue;
        }
        let minutes = number(faults, fields, &field("minutes"), MINUTES_MOST);
        if minutes == 0 && !faults.iter().any(|fault| fault.field == field("minutes")) {
            faults.push(Fault::new(field("minutes"), What::Missing));
        }
        text(faults, &field("step"), &title, 200, 1);
        length(faults, &field("method"), &method, 200);
        length(faults, &field("owner"), &owner, 100);
        steps.push(Step { minutes, title, method, owner });
    }
    steps
}

/// Reads the form of a session. The minutes of the agenda must come to the time between
/// beginning and end.
pub fn parse(fields: &Fields) -> Result<SessionDraft, Vec<Fault>> {
    let mut faults = Vec::new();
    let round = fields.text("round").parse().unwrap_or_else(|_| {
        faults.push(Fault::new("round", What::NotAChoice));
        0
    });
    let of = |name: &str| fields.text(name).to_owned();
    let (title, place, question) = (of("title"), of("venue"), of("question"));
    text(&mut faults, "title", &title, 150, 2);
    text(&mut faults, "question", &question, 300, 3);
    length(&mut faults, "invitation", fields.text("invitation"), 2_000);
    let day = NaiveDate::parse_from_str(fields.text("day"), "%Y-%m-%d");
    if day.is_err() {
        let what = if fields.text("day").is_empty() { What::Missing } else { What::NotADate };
        faults.push(Fault::new("day", what));
    }
    let from = hour(&mut faults, fields, "starts");
    let to = hour(&mut faults, fields, "ends");
    text(&mut faults, "venue", &place, 200, 1);
    let steps = steps(&mut faults, fields);
    if let (Some(from), Some(to)) = (from, to) {
        let between = to.signed_duration_since(from).num_minutes();
        let expected = u32::try_from(between).unwrap_or(0);
        let found: u32 = steps.iter().map(|step| step.minutes).sum();
        if expected == 0 {
            faults.push(Fault::new("ends", What::Contradicts));
        } else if steps.is_empty() {
            faults.push(Fault::new("step-0", What::Missing));
        } else if found != expected {
            faults.push(Fault::new("agenda", What::DoesNotAddUp { expected, found }));
        }
    }
    let techniques = codes(&mut faults, fields, "technique");
    let access = codes(&mut faults, fields, "access");
    let capacity = number(&mut faults, fields, "capacity", CAPACITY_MOST);
    let dots_each = number(&mut faults, fields, "dots_each", DOTS_MOST);
    let dots_most = match number(&mut faults, fields, "dots_most", DOTS_MOST) {
        0 => dots_each,
        most if most > dots_each => {
            let what = What::TooMany { most: dots_each, found: most };
            faults.push(Fault::new("dots_most", what));
            dots_each
        }
        most => most,
    };
    length(&mut faults, "materials", fields.text("materials"), 2_000);
    let (Ok(day), Some(from), true) = (day, from, faults.is_empty()) else { return Err(faults) };
    let plan = SessionPlan {
        question,
        techniques,
        steps,
        capacity,
        access,
        invitation: of("invitation"),
        materials: of("materials"),
        dots_each,
        dots_most,
        registered: None,
        walk_ins: None,
    };
    Ok(SessionDraft { round, title, place, starts: day.and_time(from), plan })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(changes: &[(&str, &str)]) -> Result<SessionDraft, Vec<Fault>> {
        let mut fields = Fields::default();
        for (name, value) in [
            ("round", "1"),
            ("title", "Laboratorio 1"),
            ("venue", "Biblioteca comunale"),
            ("question", "Chi resta solo da noi?"),
            ("day", "2026-03-21"),
            ("starts", "09:00"),
            ("ends", "10:30"),
            ("minutes-0", "20"),
            ("step-0", "Accoglienza"),
            ("minutes-3", "70"),
            ("step-3", "Un bisogno per cartoncino"),
            ("dots_each", "3"),
        ]
        .iter()
        .chain(changes)
        {
            fields.set(name, *value);
        }
        parse(&fields)
    }

    fn faulty(changes: &[(&str, &str)]) -> Vec<(String, What)> {
        sent(changes).unwrap_err().into_iter().map(|fault| (fault.field, fault.what)).collect()
    }

    #[test]
    fn the_minutes_of_an_agenda_add_up() {
        let draft = sent(&[]).unwrap();
        assert_eq!(draft.plan.steps.len(), 2);
        assert_eq!(draft.plan.starts().map(|(from, _)| from).collect::<Vec<_>>(), [0, 20]);
        assert_eq!((draft.plan.minutes(), draft.plan.dots_most), (90, 3));
        assert_eq!(draft.starts.to_string(), "2026-03-21 09:00:00");
        let short = faulty(&[("minutes-3", "60")]);
        let what = What::DoesNotAddUp { expected: 90, found: 80 };
        assert_eq!(short, [("agenda".to_owned(), what)]);
    }

    #[test]
    fn every_fault_is_told_at_once() {
        let wrong = faulty(&[
            ("title", ""),
            ("day", "domani"),
            ("step-3", ""),
            ("technique", "magia"),
            ("capacity", "tanti"),
            ("dots_most", "9"),
        ]);
        let fields: Vec<&str> = wrong.iter().map(|(field, _)| field.as_str()).collect();
        let all = ["title", "day", "step-3", "technique", "capacity", "dots_most"];
        assert_eq!(fields, all);
        assert_eq!(faulty(&[("ends", "08:00")]), [("ends".to_owned(), What::Contradicts)]);
        assert_eq!(faulty(&[("starts", "25:00")])[0], ("starts".to_owned(), What::NotADate));
    }
}
