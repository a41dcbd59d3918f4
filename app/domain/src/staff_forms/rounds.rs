//! The wizard of a round: five steps of one form (domain.md §3.3: design, materials, running,
//! results, evaluation). Every step posts all of it, so that nothing typed is lost, and any step
//! saves it unfinished.
//!
//! Fields: `kind`, `plan`, `title`, `question`, `objective`, `measure_indicator` (code),
//! `measure_what`, `measure_baseline`, `measure_target`, `measure_by`, `given`, `open`,
//! `off_limits` (one a line), `areas` (several codes); `notice_title`, `notice_days`,
//! `notice_aims`, `notice_budget`, `notice_duration`, `notice_criteria`, `notice_runts`,
//! `notice_address`, `agreement_reference`, `agreement_signed`, `agreement_parties` (one a line),
//! `material-N`, `material_address-N`; `opens_date`, `opens_time`, `closes_date`, `closes_time`,
//! `opening` (several codes), `level-CODE`, `moderation`, `vote_method`, `tie_rule`;
//! `answer_days`, `results`, `decides`; `evaluation`. To steer it: `step`, `version` (the one that
//! was read), `go` (`next`, `back`, `save`, `announce`, or the step to show).

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use super::{choice, date, decimal, done, write_decimal};
use crate::coded::coded;
use crate::contributions::length;
use crate::faults::{Fault, What};
use crate::forms::Fields;
use crate::people::IdentityLevel;
use crate::rounds::design::{Agreement, Design, Extras, Material, Measure, Notice};
use crate::rounds::templates;
use crate::rounds::{ModerationMode, Opening, RoundKind, VoteMethod, kind_opens};

/// The most materials of a round.
pub const MATERIALS_MOST: usize = 20;
/// The most lines of a box.
pub const LINES_MOST: usize = 20;
/// The most characters of a long answer.
pub const LONG_MOST: u32 = 4_000;
/// The most characters of a line.
pub const LINE_MOST: u32 = 300;

coded! {
    /// A step of the wizard.
    RoundStep {
        /// What is asked, and what can change.
        Design = "design",
        /// What people read before: profile, notice, agreement, documents.
        Materials = "materials",
        /// When, who may do what, how it is moderated and counted.
        Running = "running",
        /// Who answers whom by when.
        Results = "results",
        /// How the round is evaluated; the checks before it is announced.
        Evaluation = "evaluation",
    }
}

impl RoundStep {
    /// The step that comes before it.
    pub fn before(self) -> Option<RoundStep> {
        let at = RoundStep::ALL.iter().position(|step| *step == self)?;
        at.checked_sub(1).and_then(|at| RoundStep::ALL.get(at)).copied()
    }

    /// The step that comes after it.
    pub fn after(self) -> Option<RoundStep> {
        let at = RoundStep::ALL.iter().position(|step| *step == self)?;
        RoundStep::ALL.get(at + 1).copied()
    }
}

/// The step that asks a field.
pub fn step_of(field: &str) -> RoundStep {
    let stem = field.split('-').next().unwrap_or(field);
    match stem {
        "material" | "material_address" => RoundStep::Materials,
        _ if stem.starts_with("notice_") || stem.starts_with("agreement_") => RoundStep::Materials,
        "opens_date" | "opens_time" | "closes_date" | "closes_time" | "opening" | "level"
        | "moderation" | "vote_method" | "tie_rule" => RoundStep::Running,
        "answer_days" | "results" | "decides" => RoundStep::Results,
        "evaluation" => RoundStep::Evaluation,
        _ => RoundStep::Design,
    }
}

/// The step a form says it shows; the first if it says none.
pub fn step_shown(fields: &Fields) -> RoundStep {
    fields.text("step").parse().unwrap_or(RoundStep::Design)
}

/// Fields that steer the wizard and are no part of the round.
pub const STEERING: &[&str] = &["form_id", "step", "go", "version", "stale"];

/// What a button of the wizard asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Go {
    /// Save, and show this step.
    Show(RoundStep),
    /// Save, and stay.
    Save,
    /// Save, and announce.
    Announce,
}

/// What the button that was pressed asks for.
pub fn go(fields: &Fields) -> Go {
    let at = step_shown(fields);
    match fields.text("go") {
        "announce" => Go::Announce,
        "save" => Go::Save,
        "back" => Go::Show(at.before().unwrap_or(at)),
        "" | "next" => Go::Show(at.after().unwrap_or(at)),
        step => step.parse().map_or(Go::Save, Go::Show),
    }
}

/// Lines of a box, each once trimmed, empty ones left out.
fn lines(faults: &mut Vec<Fault>, fields: &Fields, field: &str) -> Vec<String> {
    let lines: Vec<String> = fields
        .text(field)
        .lines()
        .map(|line| line.trim().trim_start_matches(['-', '•', '*']).trim().to_owned())
        .filter(|line| !line.is_empty())
        .collect();
    if lines.len() > LINES_MOST {
        let found = u32::try_from(lines.len()).unwrap_or(u32::MAX);
        faults.push(Fault::new(field, What::TooMany { most: LINES_MOST as u32, found }));
    }
    for line in &lines {
        if line.chars().count() > LINE_MOST as usize {
            length(faults, field, line, LINE_MOST);
            break;
        }
    }
    lines
}

fn line(faults: &mut Vec<Fault>, fields: &Fields, field: &str, most: u32) -> String {
    let text = fields.text(field).to_owned();
    length(faults, field, &text, most);
    text
}

fn number(faults: &mut Vec<Fault>, fields: &Fields, field: &str, most: u32) -> Option<u32> {
    match fields.text(field) {
        "" => None,
        text => match text.parse::<u32>() {
            Ok(found) if found > most => {
                faults.push(Fault::new(field, What::TooMany { most, found }));
                None
            }
            Ok(0) | Err(_) => {
                faults.push(Fault::new(field, What::NotANumber));
                None
            }
            Ok(number) => Some(number),
        },
    }
}

fn real(faults: &mut Vec<Fault>, fields: &Fields, field: &str) -> Option<f64> {
    match fields.text(field) {
        "" => None,
        text => {
            let found = decimal(text);
            if found.is_none() {
                faults.push(Fault::new(field, What::NotANumber));
            }
            found
        }
    }
}

/// An address of the web, or nothing.
fn address(faults: &mut Vec<Fault>, fields: &Fields, field: &str) -> String {
    let text = line(faults, fields, field, 2_000);
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let good = host.is_some_and(|host| {
        host.contains('.') && !host.chars().any(|c| c.is_whitespace() || c.is_control())
    });
    if !text.is_empty() && !good {
        faults.push(Fault::new(field, What::NotAnAddress));
    }
    text
}

/// A day and an hour; the hour alone says nothing.
fn moment(
    faults: &mut Vec<Fault>,
    fields: &Fields,
    (day, hour): (&str, &str),
    usual: NaiveTime,
) -> Option<NaiveDateTime> {
    let date = date(faults, fields, day);
    let time = match fields.text(hour) {
        "" => usual,
        text => {
            let found = NaiveTime::parse_from_str(text, "%H:%M")
                .or_else(|_| NaiveTime::parse_from_str(text, "%H:%M:%S"));
            match found {
                Ok(time) => time.with_second(0).unwrap_or(time),
                Err(_) => {
                    faults.push(Fault::new(hour, What::NotADate));
                    return None;
                }
            }
        }
    };
    date.map(|date| date.and_time(time))
}

/// The hour at which a round opens unless another is said.
pub fn opens_usually() -> NaiveTime {
    NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default()
}

/// The last minute of a round unless another is said.
pub fn closes_usually() -> NaiveTime {
    NaiveTime::from_hms_opt(23, 59, 0).unwrap_or_default()
}

/// A window: its first minute and its end (fields `opens_date`, `opens_time`, `closes_date`,
/// `closes_time`).
pub fn parse_window(
    faults: &mut Vec<Fault>,
    fields: &Fields,
) -> (Option<NaiveDateTime>, Option<NaiveDateTime>) {
    let opens = moment(faults, fields, ("opens_date", "opens_time"), opens_usually());
    let closes = parse_end(faults, fields);
    (opens, closes)
}

/// The end of a window (fields `closes_date`, `closes_time`).
pub fn parse_end(faults: &mut Vec<Fault>, fields: &Fields) -> Option<NaiveDateTime> {
    moment(faults, fields, ("closes_date", "closes_time"), closes_usually())
}

/// Reads the form of a round. It may be unfinished; what is there must make sense.
pub fn parse_round(fields: &Fields) -> Result<Design, Vec<Fault>> {
    let mut faults = Vec::new();
    let f = &mut faults;
    let kind: RoundKind = choice(f, fields, "kind").unwrap_or(RoundKind::Consultation);
    let template = templates::of(kind);
    let (opens, closes) = parse_window(f, fields);
    let mut opened = BTreeMap::new();
    for code in fields.texts("opening").filter(|code| !code.is_empty()) {
        let opening = code.parse::<Opening>().ok().filter(|opening| kind_opens(kind, *opening));
        let Some(opening) = opening else {
            f.push(Fault::new("opening", What::NotAChoice));
            continue;
        };
        let level = match fields.text(&format!("level-{code}")) {
            "" => {
                let usual = template.opened.iter().find(|(of, _)| *of == opening);
                usual.map_or(IdentityLevel::L2, |(_, level)| *level)
            }
            _ => choice(f, fields, &format!("level-{code}")).unwrap_or(IdentityLevel::L2),
        };
        opened.insert(opening, level);
    }
    let chosen = |f: &mut Vec<Fault>, field: &str, usual: &str| -> String {
        match fields.text(field) {
            "" => usual.to_owned(),
            text => {
                length(f, field, text, 100);
                text.to_owned()
            }
        }
    };
    let moderation = chosen(f, "moderation", template.moderation.code());
    let moderation = moderation.parse::<ModerationMode>().unwrap_or_else(|_| {
        f.push(Fault::new("moderation", What::NotAChoice));
        template.moderation
    });
    let method = chosen(f, "vote_method", template.vote_method.code());
    let method = method.parse::<VoteMethod>().ok();
    let method = method.filter(|method| templates::methods(kind).contains(method));
    let vote_method = method.unwrap_or_else(|| {
        f.push(Fault::new("vote_method", What::NotAChoice));
        template.vote_method
    });
    let mut areas: Vec<String> =
        fields.texts("areas").filter(|code| !code.is_empty()).map(str::to_owned).collect();
    areas.dedup();
    let design = Design {
        kind,
        plan: line(f, fields, "plan", 100),
        title: line(f, fields, "title", 140),
        question: line(f, fields, "question", LINE_MOST),
        objective: line(f, fields, "objective", 1_000),
        given: lines(f, fields, "given"),
        open: lines(f, fields, "open"),
        off_limits: lines(f, fields, "off_limits"),
        areas,
        opens,
        closes,
        opened,
        moderation,
        vote_method,
        tie_rule: line(f, fields, "tie_rule", 1_000),
        notice: notice(f, fields),
        extras: Extras {
            measure: Measure {
                indicator: line(f, fields, "measure_indicator", 100),
                what: line(f, fields, "measure_what", LINE_MOST),
                baseline: real(f, fields, "measure_baseline"),
                target: real(f, fields, "measure_target"),
                by: date(f, fields, "measure_by"),
            },
            agreement: Agreement {
                reference: line(f, fields, "agreement_reference", LINE_MOST),
                signed: date(f, fields, "agreement_signed"),
                parties: lines(f, fields, "agreement_parties"),
            },
            materials: materials(f, fields),
            answer_days: number(f, fields, "answer_days", 3_650),
            results: line(f, fields, "results", LONG_MOST),
            decides: line(f, fields, "decides", LINE_MOST),
            evaluation: line(f, fields, "evaluation", LONG_MOST),
        },
    };
    done(design, faults)
}

fn notice(f: &mut Vec<Fault>, fields: &Fields) -> Notice {
    Notice {
        title: line(f, fields, "notice_title", LINE_MOST),
        days: number(f, fields, "notice_days", 3_650),
        aims: line(f, fields, "notice_aims", LONG_MOST),
        budget: line(f, fields, "notice_budget", LONG_MOST),
        duration: line(f, fields, "notice_duration", LINE_MOST),
        criteria: line(f, fields, "notice_criteria", LONG_MOST),
        runts: line(f, fields, "notice_runts", LONG_MOST),
        address: address(f, fields, "notice_address"),
    }
}

fn materials(f: &mut Vec<Fault>, fields: &Fields) -> Vec<Material> {
    let mut materials = Vec::new();
    for row in 1..=MATERIALS_MOST {
        let (name, place) = (format!("material-{row}"), format!("material_address-{row}"));
        let title = line(f, fields, &name, LINE_MOST);
        let address = address(f, fields, &place);
        match (title.is_empty(), address.is_empty()) {
            (true, true) => {}
            (true, false) => f.push(Fault::new(name, What::Missing)),
            (false, true) => f.push(Fault::new(place, What::Missing)),
            (false, false) => materials.push(Material { title, address }),
        }
    }
    materials
}

/// The fields of a round, as the wizard shows them.
pub fn fields_of(design: &Design) -> Fields {
    let mut pairs: Vec<(String, String)> = Vec::new();
    let mut put = |name: &str, value: String| pairs.push((name.to_owned(), value));
    put("kind", design.kind.code().to_owned());
    put("plan", design.plan.clone());
    put("title", design.title.clone());
    put("question", design.question.clone());
    put("objective", design.objective.clone());
    put("given", design.given.join("\n"));
    put("open", design.open.join("\n"));
    put("off_limits", design.off_limits.join("\n"));
    for area in &design.areas {
        put("areas", area.clone());
    }
    for (name, moment) in [("opens", design.opens), ("closes", design.closes)] {
        let day = moment.map(|at| at.date().to_string()).unwrap_or_default();
        let hour = moment.map(|at| at.format("%H:%M").to_string()).unwrap_or_default();
        put(&format!("{name}_date"), day);
        put(&format!("{name}_time"), hour);
    }
    for (opening, level) in &design.opened {
        put("opening", opening.code().to_owned());
        put(&format!("level-{}", opening.code()), level.code().to_owned());
    }
    put("moderation", design.moderation.code().to_owned());
    put("vote_method", design.vote_method.code().to_owned());
    put("tie_rule", design.tie_rule.clone());
    let notice = &design.notice;
    put("notice_title", notice.title.clone());
    put("notice_days", notice.days.map(|days| days.to_string()).unwrap_or_default());
    put("notice_aims", notice.aims.clone());
    put("notice_budget", notice.budget.clone());
    put("notice_duration", notice.duration.clone());
    put("notice_criteria", notice.criteria.clone());
    put("notice_runts", notice.runts.clone());
    put("notice_address", notice.address.clone());
    let extras = &design.extras;
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let real = |value: Option<f64>| value.map(write_decimal).unwrap_or_default();
    put("measure_indicator", extras.measure.indicator.clone());
    put("measure_what", extras.measure.what.clone());
    put("measure_baseline", real(extras.measure.baseline));
    put("measure_target", real(extras.measure.target));
    put("measure_by", day(extras.measure.by));
    put("agreement_reference", extras.agreement.reference.clone());
    put("agreement_signed", day(extras.agreement.signed));
    put("agreement_parties", extras.agreement.parties.join("\n"));
    for (row, material) in (1..).zip(&extras.materials) {
        put(&format!("material-{row}"), material.title.clone());
        put(&format!("material_address-{row}"), material.address.clone());
    }
    put("answer_days", extras.answer_days.map(|days| days.to_string()).unwrap_or_default());
    put("results", extras.results.clone());
    put("decides", extras.decides.clone());
    put("evaluation", extras.evaluation.clone());
    Fields::from_pairs(pairs)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        Fields::from_pairs(pairs.iter().map(|&(n, v)| (n.to_owned(), v.to_owned())))
    }

    #[test]
    fn an_unfinished_round_is_read_and_one_that_makes_no_sense_is_not() {
        let design = parse_round(&fields(&[("kind", "consultazione")])).unwrap();
        assert_eq!(design.moderation, ModerationMode::SensitiveBefore);
        assert!(design.opened.is_empty() && design.opens.is_none());
        let faults = parse_round(&fields(&[
            ("kind", "consultazione"),
            ("opens_date", "domani"),
            ("closes_time", "25:00"),
            ("opening", "emendamenti"),
            ("vote_method", "consenso"),
            ("notice_address", "comune.example"),
            ("material-1", "Il profilo"),
            ("answer_days", "molti"),
            ("measure_target", "tanto"),
        ]))
        .unwrap_err();
        let names: Vec<&str> = faults.iter().map(|fault| fault.field.as_str()).collect();
        assert_eq!(
            names,
            [
                "opens_date",
                "closes_time",
                "opening",
                "vote_method",
                "notice_address",
                "measure_target",
                "material_address-1",
                "answer_days",
            ]
        );
    }

    #[test]
    fn what_is_read_is_written_back_alike() {
        let sent = fields(&[
            ("kind", "concertazione"),
            ("plan", "PL2"),
            ("title", "Priorità del triennio"),
            ("question", "Quali otto?"),
            ("objective", "Scegliere otto priorità"),
            ("measure_what", "Priorità scelte"),
            ("measure_baseline", "0"),
            ("measure_target", "7,5"),
            ("measure_by", "2026-12-31"),
            ("given", "- I bisogni\n\n• Le risorse"),
            ("open", "L'ordine"),
            ("off_limits", "I livelli essenziali"),
            ("areas", "famiglia"),
            ("areas", "anziani"),
            ("opens_date", "2026-12-28"),
            ("closes_date", "2027-01-25"),
            ("closes_time", "18:00"),
            ("opening", "posizioni_motivate"),
            ("level-posizioni_motivate", "L3"),
            ("opening", "commenti"),
            ("vote_method", "posizione"),
            ("moderation", "successiva"),
            ("tie_rule", "Resta a verbale"),
            ("material-2", "Il profilo"),
            ("material_address-2", "https://ambito.example/profilo"),
            ("answer_days", "30"),
        ]);
        let design = parse_round(&sent).unwrap();
        assert_eq!(design.given, ["I bisogni", "Le risorse"]);
        assert_eq!(design.opens.unwrap().to_string(), "2026-12-28 09:00:00");
        assert_eq!(design.closes.unwrap().to_string(), "2027-01-25 18:00:00");
        assert_eq!(design.opened[&Opening::Comments], IdentityLevel::L3);
        assert_eq!(design.extras.measure.target, Some(7.5));
        assert_eq!(parse_round(&fields_of(&design)), Ok(design));
    }

    #[test]
    fn every_field_belongs_to_a_step() {
        let design = parse_round(&fields(&[("kind", "co_gestione")])).unwrap();
        let all = fields_of(&design);
        for &step in RoundStep::ALL {
            assert!(all.pairs().any(|(name, _)| step_of(name) == step), "{step}");
        }
        assert_eq!(step_of("level-bisogni"), RoundStep::Running);
        assert_eq!(step_of("material_address-3"), RoundStep::Materials);
    }

    #[test]
    fn buttons_lead_on_and_back_and_to_any_step() {
        let to = |step, button| go(&fields(&[("step", step), ("go", button)]));
        assert_eq!(to("design", "next"), Go::Show(RoundStep::Materials));
        assert_eq!(to("design", "back"), Go::Show(RoundStep::Design));
        assert_eq!(to("evaluation", ""), Go::Show(RoundStep::Evaluation));
        assert_eq!(to("running", "results"), Go::Show(RoundStep::Results));
        assert_eq!(to("running", "save"), Go::Save);
        assert_eq!(to("running", "announce"), Go::Announce);
    }
}
