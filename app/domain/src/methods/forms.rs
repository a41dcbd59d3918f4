//! From fields to what is checked, all faults at once.
//!
//! Field names, as pages draw them:
//!
//! - **draft**: `text` (paragraphs parted by empty lines), `version` (the one that was read; 0
//!   for none), `why`.
//! - **amendment**: `kind` (code), `paragraph` (key), `text`, `reason`, `version`,
//!   `organisation` (code, where somebody speaks for several).
//! - **verdict**: `do` (`accept`, `reject`), `text` (where the paragraph has changed), `reason`,
//!   `version`.
//! - **position**: `subject` (0, or the key of a paragraph), `stance` (code), `reason`,
//!   `organisation`.
//! - **resource**: `side`, `kind` (codes), `what`, `amount`, `unit`, `organisation`.
//! - **section**: `title`, `text`, `why`, `version`, `organisation`; **consent**: `consent` (code),
//!   `reason`, `version`, `organisation`.
//! - **line of the budget**: `what`, `amount` (euro), `source`, `organisation`.
//! - **minutes**: `ending` (code), `minutes`, `version`.
//! - **activity**: `action` (number), `what`, `supporters`; **assignment**: `responsible` (UUID),
//!   `due`, `why`; **progress**: `state` (code), `note`, `evidence`.
//! - **issue**: `activity` (number, may be empty), `what`, `organisation`; **answer**: `state`
//!   (code), `answer`.
//! - **periodic report**: `from`, `to`, `words`, `why` (of a correction), `version`.

use std::str::FromStr;

use chrono::NaiveDate;

use super::activities::{Assignment, NewActivity, Progress};
use super::budget::Line;
use super::draft::{Amendment, AmendmentKind, Verdict};
use super::issues::{Issue, IssueState, answer_faults};
use super::minutes::Ending;
use super::positions::{self, Stance};
use super::progress::ReportText;
use super::resources::{Resource, ResourceKind, Side};
use super::sections::{Consent, consent_faults};
use crate::faults::{Fault, What};
use crate::forms::Fields;
use crate::staff_forms::{cents, date};

/// A closed list: missing, or not on it, is a fault.
pub(crate) fn choice<T: FromStr>(
    faults: &mut Vec<Fault>,
    fields: &Fields,
    field: &str,
) -> Option<T> {
    let value = fields.text(field);
    let what = if value.is_empty() { What::Missing } else { What::NotAChoice };
    let read = value.parse().ok();
    if read.is_none() {
        faults.push(Fault::new(field, what));
    }
    read
}

/// The version that was read; 0 where none was, or what is sent makes no sense.
pub fn version(fields: &Fields) -> i64 {
    fields.text("version").parse().unwrap_or(0)
}

fn in_order(mut faults: Vec<Fault>, order: &[&str]) -> Vec<Fault> {
    faults.sort_by_key(|fault| order.iter().position(|name| *name == fault.field));
    faults
}

/// Reads an amendment.
pub fn amendment(fields: &Fields) -> Result<Amendment, Vec<Fault>> {
    let mut faults = Vec::new();
    let kind = choice(&mut faults, fields, "kind");
    let paragraph = fields.text("paragraph").parse().ok().filter(|key| *key >= 0);
    if paragraph.is_none() {
        faults.push(Fault::new("paragraph", What::NotAChoice));
    }
    let read = Amendment {
        kind: kind.unwrap_or(AmendmentKind::Replace),
        paragraph: paragraph.unwrap_or(0),
        text: match kind {
            Some(AmendmentKind::Delete) => String::new(),
            Some(AmendmentKind::Replace | AmendmentKind::Insert) | None => {
                fields.text("text").to_owned()
            }
        },
        reason: fields.text("reason").to_owned(),
    };
    faults.extend(read.faults());
    if faults.is_empty() {
        Ok(read)
    } else {
        Err(in_order(faults, &["paragraph", "kind", "text", "reason"]))
    }
}

/// Reads what was decided on an amendment.
pub fn verdict(fields: &Fields) -> Result<Verdict, Vec<Fault>> {
    let verdict = match fields.text("do") {
        "accept" => {
            Verdict::Accept { text: fields.has("text").then(|| fields.text("text").to_owned()) }
        }
        "reject" => Verdict::Reject { reason: fields.text("reason").to_owned() },
        _ => return Err(vec![Fault::new("do", What::NotAChoice)]),
    };
    let faults = verdict.faults();
    if faults.is_empty() { Ok(verdict) } else { Err(faults) }
}

/// Reads a position: its subject, stance and reason.
pub fn position(fields: &Fields) -> Result<(i64, Stance, String), Vec<Fault>> {
    let mut faults = Vec::new();
    let subject = fields.text("subject").parse().ok().filter(|key| *key >= 0);
    if subject.is_none() {
        faults.push(Fault::new("subject", What::NotAChoice));
    }
    let stance = choice(&mut faults, fields, "stance");
    let reason = fields.text("reason").to_owned();
    faults.extend(positions::faults(&reason));
    match (subject, stance) {
        (Some(subject), Some(stance)) if faults.is_empty() => Ok((subject, stance, reason)),
        _ => Err(faults),
    }
}

/// Reads a resource.
pub fn resource(fields: &Fields) -> Result<Resource, Vec<Fault>> {
    let mut faults = Vec::new();
    let side = choice(&mut faults, fields, "side");
    let kind = choice(&mut faults, fields, "kind");
    let amount = match fields.text("amount") {
        "" => None,
        written => {
            let read = cents(written);
            if read.is_none() {
                faults.push(Fault::new("amount", What::NotANumber));
            }
            read
        }
    };
    let read = Resource {
        side: side.unwrap_or(Side::Brings),
        kind: kind.unwrap_or(ResourceKind::Other),
        what: fields.text("what").to_owned(),
        amount,
        unit: match kind {
            Some(ResourceKind::Money) => String::new(),
            Some(_) | None => fields.text("unit").to_owned(),
        },
    };
    let known = faults.iter().any(|fault| fault.field == "amount");
    faults.extend(read.faults().into_iter().filter(|fault| !known || fault.field != "amount"));
    if faults.is_empty() {
        Ok(read)
    } else {
        Err(in_order(faults, &["side", "kind", "what", "amount", "unit"]))
    }
}

/// Reads what a partner says of a section.
pub fn consent(fields: &Fields) -> Result<(Consent, String), Vec<Fault>> {
    let mut faults = Vec::new();
    let consent = choice(&mut faults, fields, "consent");
    let reason = fields.text("reason").to_owned();
    if let Some(consent) = consent {
        faults.extend(consent_faults(consent, &reason));
    }
    match consent {
        Some(consent) if faults.is_empty() => Ok((consent, reason)),
        _ => Err(faults),
    }
}

/// Reads a line of the budget.
pub fn budget_line(fields: &Fields) -> Result<Line, Vec<Fault>> {
    let written = fields.text("amount");
    let amount = cents(written);
    let line = Line {
        what: fields.text("what").to_owned(),
        cents: amount.unwrap_or(0),
        source: fields.text("source").to_owned(),
    };
    let mut faults = line.faults();
    if amount.is_none() {
        let what = if written.is_empty() { What::Missing } else { What::NotANumber };
        faults.push(Fault::new("amount", what));
    }
    if faults.is_empty() { Ok(line) } else { Err(in_order(faults, &["what", "amount", "source"])) }
}

/// Reads how a round ended. What the positions say of it is checked with them at hand.
pub fn minutes(fields: &Fields) -> Result<(Ending, String), Vec<Fault>> {
    let mut faults = Vec::new();
    let ending = choice(&mut faults, fields, "ending");
    let words = fields.text("minutes").to_owned();
    faults.extend(super::minutes::faults(Ending::Disagreement, &words, &[]));
    match ending {
        Some(ending) if faults.is_empty() => Ok((ending, words)),
        _ => Err(faults),
    }
}

/// A day that must be given.
fn day(faults: &mut Vec<Fault>, fields: &Fields, field: &str) -> NaiveDate {
    if fields.text(field).is_empty() {
        faults.push(Fault::new(field, What::Missing));
    }
    date(faults, fields, field).unwrap_or_default()
}

/// Reads a new activity.
pub fn activity(fields: &Fields) -> Result<NewActivity, Vec<Fault>> {
    let action = fields.text("action").parse().ok().filter(|number| *number > 0);
    let read = NewActivity {
        action: action.unwrap_or(0),
        what: fields.text("what").to_owned(),
        supporters: fields.text("supporters").to_owned(),
    };
    let mut faults = read.faults();
    if action.is_none() {
        let missing = fields.text("action").is_empty();
        let what = if missing { What::Missing } else { What::NotAChoice };
        faults.push(Fault::new("action", what));
    }
    if faults.is_empty() {
        Ok(read)
    } else {
        Err(in_order(faults, &["action", "what", "supporters"]))
    }
}

/// Reads who answers for an activity, and by when. What was said before is checked with it at
/// hand.
pub fn assignment(fields: &Fields) -> Result<Assignment, Vec<Fault>> {
    let mut faults = Vec::new();
    let responsible: Option<uuid::Uuid> = choice(&mut faults, fields, "responsible");
    let due = day(&mut faults, fields, "due");
    match responsible {
        Some(person) if faults.is_empty() => Ok(Assignment { responsible: person.into(), due }),
        _ => Err(faults),
    }
}

/// Reads how far an activity has come.
pub fn progress(fields: &Fields) -> Result<Progress, Vec<Fault>> {
    let mut faults = Vec::new();
    let state = choice(&mut faults, fields, "state");
    let read = Progress {
        state: state.unwrap_or(crate::actions::ActivityState::ToDo),
        note: fields.text("note").to_owned(),
        evidence: fields.text("evidence").to_owned(),
    };
    faults.extend(read.faults());
    if faults.is_empty() { Ok(read) } else { Err(in_order(faults, &["state", "evidence", "note"])) }
}

/// Reads an issue.
pub fn issue(fields: &Fields) -> Result<Issue, Vec<Fault>> {
    let written = fields.text("activity");
    let activity = written.parse().ok();
    let read = Issue { activity, what: fields.text("what").to_owned() };
    let mut faults = read.faults();
    if activity.is_none() && !written.is_empty() {
        faults.insert(0, Fault::new("activity", What::NotAChoice));
    }
    if faults.is_empty() { Ok(read) } else { Err(faults) }
}

/// Reads an answer to an issue. Nothing goes back to being unanswered.
pub fn answer(fields: &Fields) -> Result<(IssueState, String), Vec<Fault>> {
    let mut faults = Vec::new();
    let state = choice(&mut faults, fields, "state");
    if state == Some(IssueState::Open) {
        faults.push(Fault::new("state", What::NotAChoice));
    }
    let words = fields.text("answer").to_owned();
    faults.extend(answer_faults(&words));
    match state {
        Some(state) if faults.is_empty() => Ok((state, words)),
        _ => Err(faults),
    }
}

/// Reads a periodic report, and why it is corrected, if it is.
pub fn report(fields: &Fields, corrects: bool) -> Result<(ReportText, String), Vec<Fault>> {
    let mut faults = Vec::new();
    let read = ReportText {
        from: day(&mut faults, fields, "from"),
        to: day(&mut faults, fields, "to"),
        words: fields.text("words").to_owned(),
    };
    let why = fields.text("why").to_owned();
    let dated = faults.is_empty();
    let rest = read.faults(corrects, &why);
    faults.extend(rest.into_iter().filter(|fault| dated || fault.field != "to"));
    if faults.is_empty() {
        Ok((read, why))
    } else {
        Err(in_order(faults, &["from", "to", "words", "why"]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        Fields::from_pairs(pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())))
    }

    fn named(faults: &[Fault]) -> Vec<&str> {
        faults.iter().map(|fault| fault.field.as_str()).collect()
    }

    #[test]
    fn everything_wrong_is_told_at_once() {
        assert_eq!(
            named(&amendment(&fields(&[])).unwrap_err()),
            ["paragraph", "kind", "text", "reason"]
        );
        assert_eq!(named(&position(&fields(&[])).unwrap_err()), ["subject", "stance", "reason"]);
        assert_eq!(
            named(&resource(&fields(&[("amount", "molte")])).unwrap_err()),
            ["side", "kind", "what", "amount"]
        );
        assert_eq!(named(&minutes(&fields(&[])).unwrap_err()), ["ending", "minutes"]);
        assert_eq!(named(&verdict(&fields(&[("do", "reject")])).unwrap_err()), ["reason"]);
        assert_eq!(named(&budget_line(&fields(&[])).unwrap_err()), ["what", "amount"]);
        assert_eq!(named(&consent(&fields(&[])).unwrap_err()), ["consent"]);
        assert_eq!(named(&activity(&fields(&[])).unwrap_err()), ["action", "what"]);
        assert_eq!(named(&assignment(&fields(&[])).unwrap_err()), ["responsible", "due"]);
        assert_eq!(named(&progress(&fields(&[])).unwrap_err()), ["state"]);
        assert_eq!(named(&issue(&fields(&[("activity", "x")])).unwrap_err()), ["activity", "what"]);
        let reopened = fields(&[("state", "aperta"), ("answer", "La sala riapre lunedì")]);
        assert_eq!(named(&answer(&reopened).unwrap_err()), ["state"]);
        assert_eq!(named(&report(&fields(&[]), true).unwrap_err()), ["from", "to", "words", "why"]);
        let objects = fields(&[("consent", "obiezione")]);
        assert_eq!(named(&consent(&objects).unwrap_err()), ["reason"]);
    }

    #[test]
    fn what_was_written_is_read() {
        let read = amendment(&fields(&[
            ("kind", "toglie"),
            ("paragraph", "3"),
            ("text", "resta nel modulo"),
            ("reason", "Non serve più a nessuno"),
        ]));
        assert_eq!(
            read.map(|one| (one.kind, one.paragraph, one.text)),
            Ok((AmendmentKind::Delete, 3, String::new()))
        );
        let money = resource(&fields(&[
            ("side", "porta"),
            ("kind", "denaro"),
            ("what", "Cofinanziamento"),
            ("amount", "1.250,50"),
            ("unit", "lire"),
        ]))
        .unwrap();
        assert_eq!((money.amount, money.unit.as_str()), (Some(125_050), ""));
    }
}
