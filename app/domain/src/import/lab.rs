//! What a file says of a session of the Community Lab, as the site keeps it: a plan, and a wall
//! with its dots. What the file doesn't say stays unsaid.

use chrono::{NaiveTime, Timelike};
use serde_json::{Map, Value};

use super::file::Session;
use crate::lab::plan::{SessionPlan, Step};
use crate::views::DotCount;

/// A column that was written: its title, and its cards with their dots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenColumn {
    /// Title.
    pub title: String,
    /// Words of each card, with its dots if they were counted.
    pub cards: Vec<(String, Option<u32>)>,
}

fn texts<'a>(group: &'a Map<String, Value>, key: &str) -> impl Iterator<Item = &'a str> + use<'a> {
    let list = group.get(key).and_then(Value::as_array);
    list.into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .map(str::trim)
        .filter(|said| !said.is_empty())
}

/// The minute of the day at which a step begins.
fn minute(at: &str) -> Option<u32> {
    let at = NaiveTime::parse_from_str(at, "%H:%M").ok()?;
    Some(at.hour() * 60 + at.minute())
}

impl Session {
    /// What is prepared of a session, as far as the file says it.
    pub fn plan(&self) -> SessionPlan {
        let whole = |n: Option<i64>| n.and_then(|n| u32::try_from(n).ok());
        let dots = self.dots(&self.wall(|_| None));
        SessionPlan {
            question: self.question(),
            techniques: self.technique.iter().filter_map(|code| code.parse().ok()).collect(),
            steps: self.steps(),
            dots_each: dots.map_or(0, |dots| dots.each),
            dots_most: dots.map_or(0, |dots| dots.each),
            registered: whole(self.participants.registered),
            walk_ins: whole(self.participants.walk_in),
            ..SessionPlan::default()
        }
    }

    /// The question, where the title ends with one: «Laboratorio 1 – Leggere i bisogni: chi resta
    /// solo?».
    fn question(&self) -> String {
        let after = self.title.split_once(" – ").map_or("", |(_, after)| after);
        let asked = after.rsplit_once(": ").map_or(after, |(_, asked)| asked).trim();
        let mut letters = asked.chars();
        match letters.next() {
            Some(first) if asked.ends_with('?') => first.to_uppercase().chain(letters).collect(),
            _ => String::new(),
        }
    }

    /// The steps of the agenda, each until the next one begins. How long the last one took the
    /// file doesn't say.
    fn steps(&self) -> Vec<Step> {
        const DAY: u32 = 24 * 60;
        let begins: Vec<Option<u32>> = self.agenda.iter().map(|(at, _)| minute(at)).collect();
        let ends = begins.iter().skip(1).copied().chain([None]);
        self.agenda
            .iter()
            .zip(begins.iter().zip(ends))
            .map(|((_, title), (from, to))| Step {
                // After midnight it is the next day.
                minutes: from.zip(to).map_or(0, |(from, to)| (to + DAY - from) % DAY),
                title: title.clone(),
                ..Step::default()
            })
            .collect()
    }

    /// What was on the wall: cards with their dots, what tables harvested, what people committed
    /// to. A commitment names an organisation by its code: `name` says what it is called.
    pub fn wall(&self, name: impl Fn(&str) -> Option<String>) -> Vec<WrittenColumn> {
        let mut columns = Vec::new();
        for group in &self.groups {
            let dots: Vec<Option<u32>> = group
                .get("dots")
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
                .map(|n| n.as_u64().and_then(|n| u32::try_from(n).ok()))
                .collect();
            let counted =
                texts(group, "cards").zip(dots.into_iter().chain(std::iter::repeat(None)));
            let mut cards: Vec<(String, Option<u32>)> =
                counted.map(|(said, dots)| (said.to_owned(), dots)).collect();
            cards.extend(texts(group, "harvest").map(|said| (said.to_owned(), None)));
            cards.extend(texts(group, "commitments").map(|said| {
                let named = said
                    .split_once(": ")
                    .and_then(|(code, what)| name(code).map(|name| format!("{name}: {what}")));
                (named.unwrap_or_else(|| said.to_owned()), None)
            }));
            let title = group.get("name").and_then(Value::as_str).unwrap_or_default().trim();
            if !title.is_empty() && !cards.is_empty() {
                columns.push(WrittenColumn { title: title.to_owned(), cards });
            }
        }
        columns
    }

    /// The dots as a whole, where they add up: the same number for each of those present, with or
    /// without who came unregistered.
    pub fn dots(&self, wall: &[WrittenColumn]) -> Option<DotCount> {
        let cards = wall.iter().flat_map(|column| &column.cards);
        let sum: u32 = cards.filter_map(|(_, dots)| *dots).sum();
        let whole = |n: i64| u32::try_from(n).ok().filter(|n| *n > 0);
        let present = self.participants.present;
        let with = present + self.participants.walk_in.unwrap_or(0);
        [with, present]
            .into_iter()
            .filter_map(whole)
            .find(|people| sum > 0 && sum.is_multiple_of(*people))
            .map(|people| DotCount { people, each: sum / people, blanks: 0 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn session(groups: Value) -> Session {
        serde_json::from_value(json!({
            "id": "S1", "title": "Laboratorio 1 – Leggere i bisogni: chi resta solo?", "round": "R1",
            "held": { "days": -9, "time": "09:00" }, "place": "Biblioteca",
            "technique": ["metaplan", "magia"], "facilitators": [],
            "participants": { "registered": 34, "present": 31, "walk_in": 6 },
            "agenda": [["23:30", "Accoglienza"], ["00:10", "Cartoncini"]],
            "groups": groups,
        }))
        .unwrap()
    }

    #[test]
    fn an_agenda_of_hours_becomes_one_of_minutes() {
        let plan = session(json!([])).plan();
        let steps: Vec<u32> = plan.steps.iter().map(|step| step.minutes).collect();
        assert_eq!(steps, [40, 0]);
        assert_eq!(plan.question, "Chi resta solo?");
        assert_eq!((plan.techniques.len(), plan.dots_each), (1, 0));
        assert_eq!((plan.registered, plan.walk_ins), (Some(34), Some(6)));
    }

    #[test]
    fn cards_harvest_and_commitments_are_on_the_wall() {
        let of = session(json!([
            { "name": "Soli", "cards": ["Agosto", "Frazioni"], "dots": [100, 11] },
            { "name": "Tavolo casa", "host": "O10", "harvest": ["case vuote"] },
            { "name": "Impegni", "commitments": ["O01: due pulmini", "Comune: gli impianti"] },
            { "name": "Vuota" },
        ]));
        let wall = of.wall(|code| (code == "O01").then(|| "Strada Insieme".to_owned()));
        assert_eq!(wall.len(), 3);
        assert_eq!(wall[0].cards[1], ("Frazioni".into(), Some(11)));
        assert_eq!(wall[1].cards, [("case vuote".into(), None)]);
        assert_eq!(wall[2].cards[0].0, "Strada Insieme: due pulmini");
        assert_eq!(wall[2].cards[1].0, "Comune: gli impianti");
        assert_eq!(of.dots(&wall), Some(DotCount { people: 37, each: 3, blanks: 0 }));
        assert_eq!(of.plan().dots_each, 3);
    }

    #[test]
    fn dots_that_do_not_add_up_stay_on_their_cards() {
        let of = session(json!([{ "name": "Soli", "cards": ["Agosto"], "dots": [112] }]));
        assert_eq!(of.dots(&of.wall(|_| None)), None);
    }
}
