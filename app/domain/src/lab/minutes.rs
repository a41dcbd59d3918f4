//! After the room: minutes, their correction by who was there, and the report.
//!
//! What is told here is public sooner or later, so it knows no token and no hidden card, and counts
//! people as [`crate::suppression`] does.

use chrono::Duration;
use serde::{Deserialize, Serialize};

use super::mix::Came;
use super::plan::SessionPlan;
use super::{CORRECTION_DAYS, SessionState};
use crate::contributions::{Kind, text};
use crate::faults::{Fault, Refusal, What};
use crate::forms::Fields;
use crate::suppression::{SMALLEST, Shown, breakdown, people};
use crate::time::Moment;
use crate::views::{
    Breakdown, ContributionRef, Correction, DotCount, SessionNumbers, SessionRef, WallColumn,
};

/// The most characters of minutes.
pub const WORDS_MOST: u32 = 30_000;
/// The most characters of a correction.
pub const CORRECTION_MOST: u32 = 2_000;
/// The most characters of a reason.
pub const REASON_MOST: u32 = 1_000;
/// The most characters of a part of the report.
pub const REPORT_MOST: u32 = 5_000;
/// The most cards a report quotes.
pub const QUOTATIONS_MOST: usize = 20;

/// A column of the wall, as minutes tell it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutlineColumn {
    /// Its title; empty for cards that are in none.
    pub title: String,
    /// Words of its cards, with their dots.
    pub cards: Vec<(String, Option<u32>)>,
}

/// What the first draft of the minutes is made of. The page puts it into words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outline {
    /// Where.
    pub place: String,
    /// When.
    pub starts: Moment,
    /// The question in the room.
    pub question: String,
    /// How many were there.
    pub present: Shown,
    /// When each step began, and what happened.
    pub agenda: Vec<(Moment, String)>,
    /// The wall.
    pub columns: Vec<OutlineColumn>,
    /// The dots, with what makes their sum; none where few had them.
    pub dots: Option<DotCount>,
    /// Needs and proposals that were made of cards.
    pub made: Vec<ContributionRef>,
}

/// One line of words: what is written on a card has no paragraphs.
fn line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Puts together what the minutes of a session begin with. Empty columns are left out.
pub fn outline(
    session: &SessionRef,
    plan: &SessionPlan,
    present: u32,
    wall: &[WallColumn],
    dots: Option<DotCount>,
    made: Vec<ContributionRef>,
) -> Outline {
    let agenda = plan
        .starts()
        .map(|(from, step)| (session.starts + Duration::minutes(from.into()), line(&step.title)))
        .collect();
    let columns = wall
        .iter()
        .filter(|column| !column.cards.is_empty())
        .map(|column| OutlineColumn {
            title: line(&column.title),
            cards: column.cards.iter().map(|card| (line(&card.words), card.dots)).collect(),
        })
        .collect();
    Outline {
        place: line(&session.place),
        starts: session.starts,
        question: line(&plan.question),
        present: people(present),
        agenda,
        columns,
        dots: dots.filter(|dots| dots.people >= SMALLEST),
        made,
    }
}

/// Reads a version of the minutes: words and, from the second on, why.
pub fn parse(fields: &Fields, newest: i64) -> Result<(String, String), Vec<Fault>> {
    let (words, why) = (fields.text("words").to_owned(), fields.text("why").to_owned());
    let mut faults = Vec::new();
    text(&mut faults, "words", &words, WORDS_MOST, 3);
    if newest > 0 {
        text(&mut faults, "why", &why, REASON_MOST, 1);
    }
    if faults.is_empty() { Ok((words, why)) } else { Err(faults) }
}

/// Reads what somebody asks to correct.
pub fn parse_correction(fields: &Fields) -> Result<String, Vec<Fault>> {
    let mut faults = Vec::new();
    text(&mut faults, "correction", fields.text("correction"), CORRECTION_MOST, 2);
    if faults.is_empty() { Ok(fields.text("correction").to_owned()) } else { Err(faults) }
}

/// Reads what is decided on a correction: its number, whether it is taken in, and why. The fields
/// carry the number, as a page has several such forms.
pub fn parse_answer(fields: &Fields) -> Result<(i64, bool, String), Vec<Fault>> {
    let about = fields.text("about");
    let number = about.parse().ok().filter(|number: &i64| *number > 0);
    let (taken, reason) = (format!("taken-{about}"), format!("reason-{about}"));
    let mut faults = Vec::new();
    let decided = match fields.text(&taken) {
        "1" => Some(true),
        "0" => Some(false),
        said => {
            let what = if said.is_empty() { What::Missing } else { What::NotAChoice };
            faults.push(Fault::new(taken, what));
            None
        }
    };
    text(&mut faults, &reason, fields.text(&reason), REASON_MOST, 2);
    match (number, decided, faults.is_empty()) {
        (Some(number), Some(decided), true) => {
            Ok((number, decided, fields.text(&reason).to_owned()))
        }
        (None, ..) => Err(vec![Fault::new("about", What::NotAChoice)]),
        _ => Err(faults),
    }
}

/// Until when who was there may correct minutes that are sent now.
pub fn correct_until(now: Moment) -> Moment {
    now + Duration::days(CORRECTION_DAYS)
}

/// Whether minutes may be corrected now.
pub fn open_to_corrections(
    state: SessionState,
    until: Option<Moment>,
    now: Moment,
) -> Result<(), Refusal> {
    state.must_be(&[SessionState::MinutesDraft])?;
    match until {
        None => Err(Refusal::MinutesNotSent),
        Some(until) if now >= until => Err(Refusal::CorrectionsOver { closed: until }),
        Some(_) => Ok(()),
    }
}

/// Whether minutes may be approved: they were sent, the days that were promised are over, and
/// every correction has its answer.
pub fn approvable(
    state: SessionState,
    until: Option<Moment>,
    corrections: &[Correction],
    now: Moment,
) -> Result<(), Refusal> {
    state.must_be(&[SessionState::MinutesDraft])?;
    let until = until.ok_or(Refusal::MinutesNotSent)?;
    if now < until {
        return Err(Refusal::CorrectionsOpen { until });
    }
    match corrections.iter().filter(|one| one.answer.is_none()).count() {
        0 => Ok(()),
        left => Err(Refusal::CorrectionsLeft { left: u32::try_from(left).unwrap_or(u32::MAX) }),
    }
}

/// What a report says, as its form has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportDraft {
    /// What surprised.
    pub learned: String,
    /// What will change.
    pub changes: String,
    /// Numbers of the cards it quotes, in their order.
    pub quotations: Vec<i64>,
}

/// Reads the form of a report. Only cards among `quotable` are quoted.
pub fn parse_report(fields: &Fields, quotable: &[i64]) -> Result<ReportDraft, Vec<Fault>> {
    let mut faults = Vec::new();
    for field in ["learned", "changes"] {
        text(&mut faults, field, fields.text(field), REPORT_MOST, 2);
    }
    let chosen: Result<Vec<i64>, _> = fields.texts("quote").map(str::parse).collect();
    let mut quotations = chosen.unwrap_or_default();
    quotations.sort_unstable();
    quotations.dedup();
    if quotations.iter().any(|number| !quotable.contains(number))
        || fields.texts("quote").any(|number| number.parse::<i64>().is_err())
    {
        faults.push(Fault::new("quote", What::NotAChoice));
    } else if quotations.len() > QUOTATIONS_MOST {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let what = What::TooMany { most: count(QUOTATIONS_MOST), found: count(quotations.len()) };
        faults.push(Fault::new("quote", what));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let of = |field| fields.text(field).to_owned();
    Ok(ReportDraft { learned: of("learned"), changes: of("changes"), quotations })
}

/// Who was in a room, to be counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Room {
    /// Who had registered, if that was counted.
    pub registered: Option<u32>,
    /// Who was there.
    pub present: u32,
    /// Who had not registered, if that was counted.
    pub walk_ins: Option<u32>,
    /// A file brought the session: it counts them beside those present, and nothing else of them.
    pub brought: bool,
    /// What those who were there say of themselves.
    pub came: Vec<Came>,
}

/// So many of each; small cells are merged. Who didn't say is a cell too, so that no cell follows
/// from the whole.
fn by<T: Clone + Ord>(came: &[Came], of: impl Fn(&Came) -> Option<T>) -> Breakdown<Option<T>> {
    let mut cells: std::collections::BTreeMap<Option<T>, u32> = std::collections::BTreeMap::new();
    for one in came {
        *cells.entry(of(one)).or_default() += 1;
    }
    // Who didn't say comes last.
    let unsaid = cells.remove_entry(&None);
    let cells: Vec<(Option<T>, u32)> = cells.into_iter().chain(unsaid).collect();
    let (cells, others) = breakdown(&cells);
    Breakdown { cells, others }
}

/// A session in numbers, as they may be told. `made` are the kinds of what was made of its cards.
pub fn numbers(room: &Room, wall: &[WallColumn], made: &[Kind]) -> SessionNumbers {
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let walk_ins = room.walk_ins.and_then(|walk_ins| {
        // Who had not registered and who had are the whole: neither may tell of few.
        let others = if room.brought { SMALLEST } else { room.present.saturating_sub(walk_ins) };
        let told = others == 0 || others >= SMALLEST;
        (told || walk_ins < SMALLEST).then(|| people(walk_ins))
    });
    let cards = wall.iter().flat_map(|column| &column.cards);
    let of = |kind: Kind| count(made.iter().filter(|one| **one == kind).count());
    SessionNumbers {
        registered: room.registered.map(people),
        present: people(room.present),
        walk_ins,
        walk_ins_beside: room.brought,
        municipalities: by(&room.came, |one| one.municipality.clone()),
        categories: by(&room.came, |one| one.category),
        ages: by(&room.came, |one| one.age),
        cards: count(cards.map(|card| 1 + card.with.len()).sum()),
        columns: count(wall.iter().filter(|column| column.position > 0).count()),
        needs: of(Kind::Need),
        proposals: of(Kind::Proposal),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lab::plan::Step;
    use crate::rounds::{RoundKind, RoundState};
    use crate::views::{CorrectionAnswer, RoundRef, WallCard};
    use chrono::{TimeZone, Utc};

    fn nine() -> Moment {
        Utc.with_ymd_and_hms(2026, 3, 21, 9, 0, 0).unwrap()
    }

    fn session() -> SessionRef {
        SessionRef {
            number: 1,
            title: "Laboratorio 1".into(),
            place: "Biblioteca".into(),
            starts: nine(),
            ends: nine() + Duration::minutes(90),
            state: SessionState::MinutesDraft,
            round: RoundRef {
                number: 1,
                title: "Ascolto".into(),
                kind: RoundKind::ALL[0],
                state: RoundState::Open,
            },
        }
    }

    fn card(number: i64, words: &str, dots: Option<u32>) -> WallCard {
        WallCard { number, words: words.into(), with: vec![], dots, became: None }
    }

    fn wall() -> Vec<WallColumn> {
        vec![
            WallColumn {
                position: 1,
                title: "Soli".into(),
                cards: vec![card(1, "Agosto\n senza\tnessuno", Some(6))],
            },
            WallColumn { position: 2, title: "Vuota".into(), cards: vec![] },
        ]
    }

    #[test]
    fn the_first_draft_has_hours_cards_and_the_sum_of_dots() {
        let step = |minutes, title: &str| Step { minutes, title: title.into(), ..Step::default() };
        let plan = SessionPlan {
            question: "Chi resta solo?".into(),
            steps: vec![step(20, "Accoglienza"), step(70, "Cartoncini")],
            ..SessionPlan::default()
        };
        let dots = DotCount { people: 37, each: 3, blanks: 0 };
        let made = outline(&session(), &plan, 37, &wall(), Some(dots), vec![]);
        assert_eq!(made.agenda[1], (nine() + Duration::minutes(20), "Cartoncini".into()));
        assert_eq!(made.present, Shown::Exactly(37));
        assert_eq!(made.columns.len(), 1, "an empty column says nothing");
        assert_eq!(made.columns[0].cards, [("Agosto senza nessuno".to_owned(), Some(6))]);
        assert_eq!(made.dots, Some(dots));
        let few = DotCount { people: 3, ..dots };
        let made = outline(&session(), &plan, 3, &wall(), Some(few), vec![]);
        assert_eq!((made.present, made.dots), (Shown::Few, None));
    }

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        Fields::from_pairs(pairs.iter().map(|(n, v)| ((*n).into(), (*v).into())))
    }

    fn at<T>(read: Result<T, Vec<Fault>>) -> Vec<String> {
        read.err().unwrap_or_default().into_iter().map(|fault| fault.field).collect()
    }

    #[test]
    fn a_second_version_says_why() {
        let sent = fields(&[("words", "Eravamo in tanti")]);
        assert!(parse(&sent, 0).is_ok());
        assert_eq!(at(parse(&sent, 1)), ["why"]);
        assert_eq!(at(parse(&fields(&[]), 1)), ["words", "why"]);
    }

    #[test]
    fn an_answer_says_what_and_why() {
        let read =
            parse_answer(&fields(&[("about", "2"), ("taken-2", "0"), ("reason-2", "Non qui")]));
        assert_eq!(read, Ok((2, false, "Non qui".into())));
        assert_eq!(at(parse_answer(&fields(&[("about", "2")]))), ["taken-2", "reason-2"]);
        assert_eq!(at(parse_answer(&fields(&[("about", "x")]))), ["about"]);
    }

    #[test]
    fn minutes_are_approved_when_the_days_are_over_and_all_is_answered() {
        let (now, state) = (nine(), SessionState::MinutesDraft);
        let until = correct_until(now);
        assert_eq!(until, now + Duration::days(7));
        let answer = CorrectionAnswer { taken: true, reason: "Sì".into(), at: now };
        let asked = |answer| Correction {
            number: 1,
            version: 1,
            words: "Eravamo a Borgo".into(),
            at: now,
            answer,
        };
        assert_eq!(approvable(state, None, &[], until), Err(Refusal::MinutesNotSent));
        assert_eq!(
            approvable(state, Some(until), &[], now),
            Err(Refusal::CorrectionsOpen { until })
        );
        let left = Err(Refusal::CorrectionsLeft { left: 1 });
        assert_eq!(approvable(state, Some(until), &[asked(None)], until), left);
        assert_eq!(approvable(state, Some(until), &[asked(Some(answer))], until), Ok(()));
        assert!(approvable(SessionState::Running, Some(until), &[], until).is_err());
        assert_eq!(open_to_corrections(state, Some(until), now), Ok(()));
        let over = Err(Refusal::CorrectionsOver { closed: until });
        assert_eq!(open_to_corrections(state, Some(until), until), over);
    }

    #[test]
    fn a_report_quotes_only_what_may_be_quoted() {
        let sent = |quote: &str| {
            fields(&[("learned", "Un dato nuovo"), ("changes", "Due pulmini"), ("quote", quote)])
        };
        assert_eq!(parse_report(&sent("2"), &[1, 2]).map(|draft| draft.quotations), Ok(vec![2]));
        for wrong in ["3", "due"] {
            assert_eq!(at(parse_report(&sent(wrong), &[1, 2])), ["quote"]);
        }
        assert_eq!(at(parse_report(&fields(&[]), &[])), ["learned", "changes"]);
    }

    fn came(place: Option<&str>, n: usize) -> Vec<Came> {
        vec![Came { municipality: place.map(Into::into), ..Came::default() }; n]
    }

    #[test]
    fn no_small_number_follows_from_the_others() {
        let people = [came(Some("A"), 20), came(Some("B"), 8), came(Some("C"), 2), came(None, 9)];
        let mut room =
            Room { present: 39, walk_ins: Some(6), came: people.concat(), ..Room::default() };
        let told = numbers(&room, &wall(), &[Kind::Need, Kind::Need, Kind::Proposal]);
        assert_eq!(told.municipalities.cells, [(Some("A".into()), 20), (None, 9)]);
        assert_eq!(told.municipalities.others, 10, "the small one, with another");
        assert_eq!(told.walk_ins, Some(Shown::Exactly(6)));
        assert_eq!((told.cards, told.columns, told.needs, told.proposals), (1, 2, 2, 1));
        room.walk_ins = Some(37);
        assert_eq!(numbers(&room, &[], &[]).walk_ins, None, "two had registered");
        room.walk_ins = Some(2);
        assert_eq!(numbers(&room, &[], &[]).walk_ins, Some(Shown::Few));
        room.walk_ins = Some(39);
        assert_eq!(numbers(&room, &[], &[]).walk_ins, Some(Shown::Exactly(39)));
    }
}
