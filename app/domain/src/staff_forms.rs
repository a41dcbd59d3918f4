//! The forms staff fill in: from fields as strings to drafts, all faults at once.
//!
//! Field names, as pages draw them. `N` is a row from 1 (pages offer a few empty rows, at most
//! [`ROWS_MOST`]); a row that is empty is skipped. Numbers are Italian («12,5», «12.500,00»).
//!
//! - **cluster**: `title`, `synthesis`, `reason`, `source` (several: number of a contribution),
//!   `share-NUMBER` (code), `excerpt-NUMBER`. Too few sources are a fault of `sources`.
//! - **mediation**: `decision` (code), `mediation` (the reason), `new_synthesis`.
//! - **sheet**: `title`, `policy`, `owner_organisation` (code), `owner_person` (UUID),
//!   `recipients`, `objective`, `description`, `integration`, `overlap_outcome` (code),
//!   `overlap_note`, `indicator-N` (code), `baseline-N`, `target-N`, `partner-N` (code of an
//!   organisation), `brings-N`, `sector-N` (code), `budget_source-N`, `budget_amount-N` (euro),
//!   `activity-N`, `responsible-N` (UUID), `due-N` (`YYYY-MM-DD`), `starts`, `ends`, `level`,
//!   `own_initiative`, `cluster` (several numbers), `contribution` (several numbers), `version`
//!   (the version that was read; absent for a new one). To find sources: `source_query`, and
//!   `source_found` (the words that what is shown was found by).
//! - **review**: `version`, `outcome`, `reason`, `conditions` (one a line), `minority`, `member`
//!   (several UUIDs), `presence-UUID` (code), `interest-UUID` (box), `interest_reason-UUID`.
//! - **direct outcome**: `outcome`, `reason`, `addressed_to` (code of an organisation).
//! - **moderation**: `decision`, `reason_class`, `reason`, `suspend` (box).
//! - [`bench`]: what is sent from the workbench and from a draft.
//! - [`moderation`]: what else moderators send.

pub mod bench;

pub mod moderation;

pub mod rounds;

use std::str::FromStr;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::actions::{BudgetLine, Overlap, Sector, Sheet};
use crate::contributions::length;
use crate::faults::{Fault, What};
use crate::forms::Fields;
use crate::ids::PersonId;
use crate::merging::life::{Mediation, MediationDraft};
use crate::merging::{ChosenSource, ClusterDraft, Share};
use crate::moderation::{Decision, ReasonClass};
use crate::outcomes::Outcome;
use crate::review::{MemberPart, Presence, ReviewDraft, ReviewOutcome};

/// The most rows of one sort that a sheet takes.
pub const ROWS_MOST: usize = 30;

/// A row of an indicator.
#[derive(Debug, Clone, PartialEq)]
pub struct IndicatorLine {
    /// The row in the form, for faults.
    pub row: usize,
    /// Code of the indicator.
    pub indicator: String,
    /// Where it starts.
    pub baseline: f64,
    /// Where it should get.
    pub target: f64,
}

/// A row of a partner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartnerLine {
    /// The row in the form, for faults.
    pub row: usize,
    /// Code of the organisation.
    pub organisation: String,
    /// What it brings.
    pub brings: String,
    /// Its sector.
    pub sector: Sector,
}

/// A row of an activity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActivityLine {
    /// The row in the form, for faults.
    pub row: usize,
    /// What.
    pub what: String,
    /// Who.
    pub responsible: Option<PersonId>,
    /// By when.
    pub due: Option<NaiveDate>,
}

/// A sheet as the form sends it: codes and numbers, not yet ids.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SheetDraft {
    /// One line.
    pub title: String,
    /// Code of the main policy; empty if not chosen.
    pub policy: String,
    /// Code of the owner's organisation; empty if not chosen.
    pub owner_organisation: String,
    /// The person who answers for it.
    pub owner_person: Option<PersonId>,
    /// For whom.
    pub recipients: String,
    /// What it is to reach.
    pub objective: String,
    /// What is done.
    pub description: String,
    /// Integration statement.
    pub integration: String,
    /// Overlap check.
    pub overlap: Option<(Overlap, String)>,
    /// Indicators.
    pub indicators: Vec<IndicatorLine>,
    /// Partners.
    pub partners: Vec<PartnerLine>,
    /// Money by source.
    pub budget: Vec<BudgetLine>,
    /// Activities.
    pub activities: Vec<ActivityLine>,
    /// First day.
    pub starts: Option<NaiveDate>,
    /// Last day.
    pub ends: Option<NaiveDate>,
    /// Level.
    pub level: String,
    /// Reason for being of the institution's own initiative.
    pub own_initiative: String,
    /// Numbers of the clusters it comes from.
    pub clusters: Vec<i64>,
    /// Numbers of the contributions it comes from directly.
    pub contributions: Vec<i64>,
    /// The version that was read before writing; 0 for a new action.
    pub base_version: i64,
}

/// A whole number in Italian or plain writing: digits, thousands apart with dots, a comma (or a
/// lone dot that can't be one of thousands) before the decimals. Returns integer digits and
/// decimals, without sign.
pub(crate) fn digits(text: &str) -> Option<(String, String)> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let (whole, decimals) = match text.split_once(',') {
        Some((_, "")) => return None,
        Some((whole, decimals)) => (ungrouped(whole)?, decimals.to_owned()),
        None => match (ungrouped(&text), text.split_once('.')) {
            (Some(whole), _) => (whole, String::new()),
            (None, Some((whole, decimals))) if !decimals.is_empty() => {
                (whole.to_owned(), decimals.to_owned())
            }
            (None, _) => return None,
        },
    };
    let plain = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    (!whole.is_empty() && plain(&whole) && plain(&decimals)).then_some((whole, decimals))
}

/// `12500` and `12.500`, but not `12.50`.
fn ungrouped(text: &str) -> Option<String> {
    let mut groups = text.split('.');
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let grouped = !rest.is_empty();
    if grouped && (first.is_empty() || first.len() > 3 || rest.iter().any(|g| g.len() != 3)) {
        return None;
    }
    let whole = format!("{first}{}", rest.concat());
    whole.bytes().all(|b| b.is_ascii_digit()).then_some(whole)
}

/// Reads a decimal number: «12,5», «-3», «1.250», «12.5».
pub fn decimal(text: &str) -> Option<f64> {
    let text = text.trim();
    let (sign, rest) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (-1.0, rest),
        None => (1.0, text),
    };
    let (whole, decimals) = digits(rest)?;
    if whole.len() > 15 || decimals.len() > 9 {
        return None;
    }
    format!("{whole}.{decimals}0").parse::<f64>().ok().map(|value| sign * value)
}

/// Reads an amount of euro as cents: «12.500,00», «12500», «€ 3,5». Never negative.
pub fn cents(text: &str) -> Option<i64> {
    let (whole, decimals) = digits(text.trim().trim_matches('€'))?;
    if decimals.len() > 2 || whole.len() > 13 {
        return None;
    }
    let euro: i64 = whole.parse().ok()?;
    let rest: i64 = format!("{decimals:0<2}").parse().ok()?;
    euro.checked_mul(100)?.checked_add(rest)
}

/// Writes a decimal number as [`decimal`] reads it.
pub fn write_decimal(value: f64) -> String {
    value.to_string().replace('.', ",")
}

/// Writes cents as [`cents`] reads them: «12.500,00».
pub fn write_cents(cents: i64) -> String {
    let euro = (cents / 100).to_string();
    let mut grouped = String::with_capacity(euro.len() + euro.len() / 3 + 3);
    for (i, digit) in euro.chars().enumerate() {
        if i > 0 && (euro.len() - i).is_multiple_of(3) {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    format!("{grouped},{:02}", cents % 100)
}

/// A closed list: missing, or not on it, is a fault.
fn choice<T: FromStr>(faults: &mut Vec<Fault>, fields: &Fields, field: &str) -> Option<T> {
    let value = fields.text(field);
    if value.is_empty() {
        faults.push(Fault::new(field, What::Missing));
        return None;
    }
    match value.parse() {
        Ok(value) => Some(value),
        Err(_) => {
            faults.push(Fault::new(field, What::NotAChoice));
            None
        }
    }
}

pub(crate) fn date(faults: &mut Vec<Fault>, fields: &Fields, field: &str) -> Option<NaiveDate> {
    let value = fields.text(field);
    if value.is_empty() {
        return None;
    }
    match NaiveDate::parse_from_str(value, "%Y-%m-%d") {
        Ok(date) if value.len() == 10 => Some(date),
        Ok(_) | Err(_) => {
            faults.push(Fault::new(field, What::NotADate));
            None
        }
    }
}

fn person(faults: &mut Vec<Fault>, fields: &Fields, field: &str) -> Option<PersonId> {
    let value = fields.text(field);
    if value.is_empty() {
        return None;
    }
    match Uuid::parse_str(value) {
        Ok(id) => Some(id.into()),
        Err(_) => {
            faults.push(Fault::new(field, What::NotAChoice));
            None
        }
    }
}

/// Numbers of things, several under one name; each once, in their order.
fn numbers(faults: &mut Vec<Fault>, fields: &Fields, field: &str) -> Vec<i64> {
    let mut numbers = Vec::new();
    for value in fields.texts(field).filter(|value| !value.is_empty()) {
        match value.parse::<i64>() {
            Ok(number) if number > 0 => {
                if !numbers.contains(&number) {
                    numbers.push(number);
                }
            }
            Ok(_) | Err(_) => faults.push(Fault::new(field, What::NotANumber)),
        }
    }
    numbers
}

fn version(faults: &mut Vec<Fault>, fields: &Fields) -> i64 {
    match fields.text("version").parse::<i64>() {
        Ok(version) if version >= 0 => version,
        Ok(_) | Err(_) => {
            faults.push(Fault::new("version", What::NotANumber));
            0
        }
    }
}

fn done<T>(value: T, faults: Vec<Fault>) -> Result<T, Vec<Fault>> {
    if faults.is_empty() { Ok(value) } else { Err(faults) }
}

/// Reads the form of a cluster.
pub fn parse_cluster(fields: &Fields) -> Result<ClusterDraft, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut sources = Vec::new();
    for number in numbers(&mut faults, fields, "source") {
        let field = format!("share-{number}");
        let share = match fields.text(&field) {
            "" => Share::PartOf,
            _ => choice(&mut faults, fields, &field).unwrap_or(Share::PartOf),
        };
        let excerpt = fields.text(&format!("excerpt-{number}")).to_owned();
        sources.push(ChosenSource { number, share, excerpt });
    }
    let draft = ClusterDraft {
        title: fields.text("title").to_owned(),
        synthesis: fields.text("synthesis").to_owned(),
        reason: fields.text("reason").to_owned(),
        sources,
    };
    faults.extend(draft.faults());
    done(draft, faults)
}

/// Reads the form of a sheet. Codes are looked up later; a sheet may be saved unfinished.
pub fn parse_sheet(fields: &Fields) -> Result<SheetDraft, Vec<Fault>> {
    let mut faults = Vec::new();
    let own = |name: &str| fields.text(name).to_owned();
    let note = own("overlap_note");
    let overlap = match (fields.text("overlap_outcome"), note.is_empty()) {
        ("", true) => None,
        _ => choice(&mut faults, fields, "overlap_outcome").map(|outcome| (outcome, note.clone())),
    };
    let mut draft = SheetDraft {
        title: own("title"),
        policy: own("policy"),
        owner_organisation: own("owner_organisation"),
        owner_person: person(&mut faults, fields, "owner_person"),
        recipients: own("recipients"),
        objective: own("objective"),
        description: own("description"),
        integration: own("integration"),
        overlap,
        starts: date(&mut faults, fields, "starts"),
        ends: date(&mut faults, fields, "ends"),
        level: own("level"),
        own_initiative: own("own_initiative"),
        clusters: numbers(&mut faults, fields, "cluster"),
        contributions: numbers(&mut faults, fields, "contribution"),
        ..SheetDraft::default()
    };
    if fields.has("version") {
        draft.base_version = version(&mut faults, fields);
    }
    if draft.owner_person.is_some() && draft.owner_organisation.is_empty() {
        faults.push(Fault::new("owner_organisation", What::Missing));
    }
    for row in 1..=ROWS_MOST {
        indicator(&mut faults, fields, row, &mut draft);
        partner(&mut faults, fields, row, &mut draft);
        money(&mut faults, fields, row, &mut draft);
        activity(&mut faults, fields, row, &mut draft);
    }
    length(&mut faults, "overlap_note", &note, 6_000);
    length(&mut faults, "level", &draft.level, 100);
    faults.extend(
        Sheet {
            title: draft.title.clone(),
            recipients: draft.recipients.clone(),
            objective: draft.objective.clone(),
            description: draft.description.clone(),
            integration: draft.integration.clone(),
            own_initiative: draft.own_initiative.clone(),
            starts: draft.starts,
            ends: draft.ends,
            ..Sheet::default()
        }
        .faults(),
    );
    done(draft, faults)
}

fn indicator(faults: &mut Vec<Fault>, fields: &Fields, row: usize, draft: &mut SheetDraft) {
    let name = format!("indicator-{row}");
    let code = fields.text(&name);
    let mut value = |part: &str| {
        let field = format!("{part}-{row}");
        match fields.text(&field) {
            "" => None,
            text => {
                let value = decimal(text);
                if value.is_none() {
                    faults.push(Fault::new(field, What::NotANumber));
                }
                Some(value.unwrap_or_default())
            }
        }
    };
    let (baseline, target) = (value("baseline"), value("target"));
    if code.is_empty() {
        if baseline.is_some() || target.is_some() {
            faults.push(Fault::new(name, What::Missing));
        }
        return;
    }
    for (part, value) in [("baseline", baseline), ("target", target)] {
        if value.is_none() {
            faults.push(Fault::new(format!("{part}-{row}"), What::Missing));
        }
    }
    if draft.indicators.iter().any(|line| line.indicator == code) {
        faults.push(Fault::new(name, What::Contradicts));
    }
    draft.indicators.push(IndicatorLine {
        row,
        indicator: code.to_owned(),
        baseline: baseline.unwrap_or_default(),
        target: target.unwrap_or_default(),
    });
}

fn partner(faults: &mut Vec<Fault>, fields: &Fields, row: usize, draft: &mut SheetDraft) {
    let name = format!("partner-{row}");
    let (code, brings) = (fields.text(&name), fields.text(&format!("brings-{row}")));
    if code.is_empty() {
        if !brings.is_empty() {
            faults.push(Fault::new(name, What::Missing));
        }
        return;
    }
    length(faults, &format!("brings-{row}"), brings, 1_000);
    if let Some(sector) = choice(faults, fields, &format!("sector-{row}")) {
        draft.partners.push(PartnerLine {
            row,
            organisation: code.to_owned(),
            brings: brings.to_owned(),
            sector,
        });
    }
}

fn money(faults: &mut Vec<Fault>, fields: &Fields, row: usize, draft: &mut SheetDraft) {
    let (name, amount) = (format!("budget_source-{row}"), format!("budget_amount-{row}"));
    let source = fields.text(&name);
    match (source.is_empty(), fields.text(&amount)) {
        (true, "") => {}
        (true, _) => faults.push(Fault::new(name, What::Missing)),
        (false, "") => faults.push(Fault::new(amount, What::Missing)),
        (false, text) => match cents(text) {
            Some(cents) => {
                length(faults, &name, source, 200);
                draft.budget.push(BudgetLine { source: source.to_owned(), cents });
            }
            None => faults.push(Fault::new(amount, What::NotANumber)),
        },
    }
}

fn activity(faults: &mut Vec<Fault>, fields: &Fields, row: usize, draft: &mut SheetDraft) {
    let name = format!("activity-{row}");
    let what = fields.text(&name).to_owned();
    let responsible = person(faults, fields, &format!("responsible-{row}"));
    let due = date(faults, fields, &format!("due-{row}"));
    if what.is_empty() {
        if responsible.is_some() || due.is_some() {
            faults.push(Fault::new(name, What::Missing));
        }
        return;
    }
    length(faults, &name, &what, 1_000);
    draft.activities.push(ActivityLine { row, what, responsible, due });
}

/// Reads the form of a decision: the version that was read, and what was decided.
pub fn parse_review(fields: &Fields) -> Result<(i64, ReviewDraft), Vec<Fault>> {
    let mut faults = Vec::new();
    let base = version(&mut faults, fields);
    let outcome = choice::<ReviewOutcome>(&mut faults, fields, "outcome");
    let mut members: Vec<MemberPart> = Vec::new();
    for value in fields.texts("member") {
        let Ok(id) = Uuid::parse_str(value) else {
            faults.push(Fault::new("member", What::NotAChoice));
            continue;
        };
        let person = PersonId::from(id);
        if members.iter().any(|member| member.person == person) {
            continue;
        }
        let presence = choice::<Presence>(&mut faults, fields, &format!("presence-{id}"));
        let interest = fields
            .has(&format!("interest-{id}"))
            .then(|| fields.text(&format!("interest_reason-{id}")).to_owned());
        members.push(MemberPart {
            person,
            presence: presence.unwrap_or(Presence::Absent),
            interest,
        });
    }
    let draft = ReviewDraft {
        outcome: outcome.unwrap_or(ReviewOutcome::PutOff),
        reason: fields.text("reason").to_owned(),
        conditions: fields
            .text("conditions")
            .lines()
            .map(|line| line.trim().to_owned())
            .filter(|line| !line.is_empty())
            .collect(),
        minority: fields.text("minority").to_owned(),
        members,
    };
    let all_voted = !faults.iter().any(|fault| fault.field.starts_with("presence-"));
    for fault in draft.faults() {
        // Votes that aren't all there say nothing yet of the outcome.
        if matches!(fault.what, What::AgainstVotes { .. }) && !all_voted {
            continue;
        }
        // The words of an interest stand in a field of their own beside its box.
        faults.push(match fault.field.strip_prefix("interest-") {
            Some(id) => Fault::new(format!("interest_reason-{id}"), fault.what),
            None => fault,
        });
    }
    done((base, draft), faults)
}

/// Reads the form of a mediation.
pub fn parse_mediation(fields: &Fields) -> Result<MediationDraft, Vec<Fault>> {
    let mut faults = Vec::new();
    let decision = choice::<Mediation>(&mut faults, fields, "decision");
    let draft = MediationDraft {
        decision: decision.unwrap_or(Mediation::Applied),
        reason: fields.text("mediation").to_owned(),
        synthesis: fields.text("new_synthesis").replace("\r\n", "\n"),
    };
    // What it is compared with is known where it is decided.
    if !faults.is_empty() {
        faults.extend(draft.faults(""));
    }
    done(draft, faults)
}

/// Reads the form of a direct outcome: outcome, reason, code of the organisation it is passed
/// on to.
pub fn parse_outcome(fields: &Fields) -> Result<(Outcome, String, Option<String>), Vec<Fault>> {
    let mut faults = Vec::new();
    let outcome = choice::<Outcome>(&mut faults, fields, "outcome");
    let reason = fields.text("reason").to_owned();
    let addressed_to = Some(fields.text("addressed_to").to_owned()).filter(|to| !to.is_empty());
    let checked = outcome.unwrap_or(Outcome::Accepted);
    faults.extend(crate::outcomes::faults(checked, &reason, addressed_to.is_some()));
    done((checked, reason, addressed_to), faults)
}

/// A moderator's decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionDraft {
    /// What was decided.
    pub decision: Decision,
    /// Class of reason.
    pub class: ReasonClass,
    /// The reason in words.
    pub reason: String,
    /// The revision that was read.
    pub revision: i64,
    /// The author's comments are suspended for a while: only where hate came again.
    pub suspend: bool,
}

/// Reads the form of a moderator's decision.
pub fn parse_decision(fields: &Fields) -> Result<DecisionDraft, Vec<Fault>> {
    let mut faults = Vec::new();
    let decision = choice::<Decision>(&mut faults, fields, "decision");
    let class = choice::<ReasonClass>(&mut faults, fields, "reason_class");
    let reason = fields.text("reason").to_owned();
    faults.extend(crate::moderation::faults(&reason));
    // A form that does not say what was read has read nothing: no revision is numbered 0.
    let revision = fields.text("revision").parse().unwrap_or(0);
    match (decision, class) {
        (Some(decision), Some(class)) => {
            let suspend = fields.has("suspend");
            done(DecisionDraft { decision, class, reason, revision, suspend }, faults)
        }
        _ => Err(faults),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        Fields::from_pairs(pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())))
    }

    const PERSON: &str = "00000000-0000-0000-0000-000000000007";
    const OTHER: &str = "00000000-0000-0000-0000-000000000008";

    #[test]
    fn numbers_are_read_as_italians_write_them() {
        for (text, value) in [
            ("12,5", 12.5),
            ("12.5", 12.5),
            ("1.250", 1250.0),
            ("1.250,75", 1250.75),
            ("0", 0.0),
            ("-3", -3.0),
            (" 12 500 ", 12_500.0),
        ] {
            assert_eq!(decimal(text), Some(value), "{text}");
        }
        for text in ["", "a", "12,", ",5", ".5", "1,2,3", "1.2.3", "1e9", "NaN", "inf", "--1"] {
            assert_eq!(decimal(text), None, "{text}");
        }
    }

    #[test]
    fn amounts_are_euro_to_the_cent() {
        for (text, value) in [
            ("12.500,00", 1_250_000),
            ("12500", 1_250_000),
            ("12.500", 1_250_000),
            ("12500.50", 1_250_050),
            ("€ 3,5", 350),
            ("3,5 €", 350),
            ("0,01", 1),
        ] {
            assert_eq!(cents(text), Some(value), "{text}");
        }
        for text in ["", "-3", "1,234", "1.23,00", "99999999999999", "dodici", "1.2345"] {
            assert_eq!(cents(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn an_amount_written_is_the_amount_read(amount in 0i64..1_000_000_000_000) {
            prop_assert_eq!(cents(&write_cents(amount)), Some(amount));
        }

        #[test]
        fn a_decimal_written_is_the_decimal_read(thousandths in -1_000_000_000i64..1_000_000_000) {
            let value = thousandths as f64 / 1000.0;
            prop_assert_eq!(decimal(&write_decimal(value)), Some(value));
        }

        #[test]
        fn any_text_in_any_field_is_a_fault_and_no_panic(text in "\\PC{0,40}") {
            let names = [
                "title", "baseline-1", "budget_amount-1", "budget_source-1", "due-1", "starts",
                "version", "cluster", "member", "outcome", "source", "owner_person",
            ];
            let fields = fields(&names.map(|name| (name, text.as_str())));
            let _ = parse_sheet(&fields);
            let _ = parse_cluster(&fields);
            let _ = parse_review(&fields);
            let _ = parse_outcome(&fields);
            let _ = parse_decision(&fields);
            let _ = (decimal(&text), cents(&text));
        }
    }

    #[test]
    fn a_cluster_takes_its_sources_with_share_and_excerpt() {
        let written = fields(&[
            ("title", "Ore di sollievo"),
            ("synthesis", "Chi assiste in casa chiede qualche ora libera."),
            ("reason", "Dicono la stessa cosa."),
            ("source", "3"),
            ("source", "5"),
            ("source", "3"),
            ("share-3", "duplicate"),
            ("share-5", "dissent"),
            ("excerpt-5", "non basta"),
        ]);
        let draft = parse_cluster(&written).unwrap();
        assert_eq!(
            draft.sources,
            vec![
                ChosenSource { number: 3, share: Share::Duplicate, excerpt: String::new() },
                ChosenSource { number: 5, share: Share::Dissent, excerpt: "non basta".into() },
            ]
        );
        let faults = parse_cluster(&fields(&[("source", "x"), ("share-1", "?")])).unwrap_err();
        assert!(faults.contains(&Fault::new("source", What::NotANumber)));
        assert!(faults.contains(&Fault::new("sources", What::TooFew { least: 2 })));
        assert!(faults.contains(&Fault::new("title", What::Missing)));
    }

    #[test]
    fn a_sheet_needs_a_title_only() {
        assert_eq!(
            parse_sheet(&fields(&[])).unwrap_err(),
            vec![Fault::new("title", What::Missing)]
        );
        let draft = parse_sheet(&fields(&[("title", "Ludoteca"), ("version", "3")])).unwrap();
        assert_eq!((draft.title.as_str(), draft.base_version), ("Ludoteca", 3));
    }

    #[test]
    fn rows_of_a_sheet_are_read_whole() {
        let draft = parse_sheet(&fields(&[
            ("title", "Ludoteca"),
            ("indicator-2", "IND05"),
            ("baseline-2", "12,5"),
            ("target-2", "30"),
            ("partner-1", "O07"),
            ("brings-1", "il furgone"),
            ("sector-1", "privato_sociale"),
            ("sector-2", "pubblico"),
            ("budget_source-1", "Comuni"),
            ("budget_amount-1", "9.000,00"),
            ("activity-7", "Accordo"),
            ("responsible-7", PERSON),
            ("due-7", "2026-12-24"),
            ("overlap_outcome", "nessuna_sovrapposizione"),
            ("overlap_note", "Nessuno lo fa."),
            ("cluster", "4"),
            ("cluster", "4"),
        ]))
        .unwrap();
        assert_eq!(
            draft.indicators,
            vec![IndicatorLine { row: 2, indicator: "IND05".into(), baseline: 12.5, target: 30.0 }]
        );
        assert_eq!(draft.partners.len(), 1);
        assert_eq!(draft.budget, vec![BudgetLine { source: "Comuni".into(), cents: 900_000 }]);
        assert_eq!(draft.activities[0].row, 7);
        assert_eq!(draft.activities[0].due, NaiveDate::from_ymd_opt(2026, 12, 24));
        assert_eq!(draft.overlap, Some((Overlap::None, "Nessuno lo fa.".into())));
        assert_eq!(draft.clusters, vec![4]);
    }

    #[test]
    fn half_a_row_is_told_at_its_empty_field() {
        let faults = parse_sheet(&fields(&[
            ("title", "Ludoteca"),
            ("baseline-1", "3"),
            ("indicator-2", "IND05"),
            ("target-2", "x"),
            ("brings-1", "il furgone"),
            ("partner-2", "O07"),
            ("budget_source-1", "Comuni"),
            ("budget_amount-2", "5"),
            ("budget_source-3", "Comuni"),
            ("budget_amount-3", "cinque"),
            ("due-1", "24/12/2026"),
            ("responsible-2", PERSON),
            ("overlap_note", "Nessuno lo fa."),
            ("starts", "2026-02-30"),
            ("owner_person", "me"),
            ("version", "due"),
        ]))
        .unwrap_err();
        for (field, what) in [
            ("indicator-1", What::Missing),
            ("baseline-2", What::Missing),
            ("target-2", What::NotANumber),
            ("partner-1", What::Missing),
            ("sector-2", What::Missing),
            ("budget_amount-1", What::Missing),
            ("budget_source-2", What::Missing),
            ("budget_amount-3", What::NotANumber),
            ("due-1", What::NotADate),
            ("activity-2", What::Missing),
            ("overlap_outcome", What::Missing),
            ("starts", What::NotADate),
            ("owner_person", What::NotAChoice),
            ("version", What::NotANumber),
        ] {
            assert!(faults.contains(&Fault::new(field, what)), "{field} {what:?} in {faults:?}");
        }
        assert_eq!(faults.len(), 14, "{faults:?}");
    }

    #[test]
    fn a_decision_says_who_was_there() {
        let (base, draft) = parse_review(&fields(&[
            ("version", "2"),
            ("outcome", "ammessa_con_modifiche"),
            ("reason", "Risponde a un vuoto verificato in tre Comuni."),
            ("conditions", "Due tappe\n\n  Una pediatra "),
            ("member", PERSON),
            ("member", OTHER),
            (&format!("presence-{PERSON}"), "favorevole"),
            (&format!("presence-{OTHER}"), "astenuto"),
            (&format!("interest-{OTHER}"), "on"),
            (&format!("interest_reason-{OTHER}"), "La mia cooperativa è partner."),
            (&format!("interest_reason-{PERSON}"), "suggerito, non dichiarato"),
        ]))
        .unwrap();
        assert_eq!(base, 2);
        assert_eq!(draft.conditions, vec!["Due tappe", "Una pediatra"]);
        assert_eq!(draft.members[0].interest, None);
        assert_eq!(draft.members[1].interest.as_deref(), Some("La mia cooperativa è partner."));
        let faults = parse_review(&fields(&[
            ("member", PERSON),
            (&format!("interest-{PERSON}"), "on"),
            ("member", "x"),
        ]))
        .unwrap_err();
        for (field, what) in [
            ("version", What::NotANumber),
            ("outcome", What::Missing),
            (&format!("presence-{PERSON}") as &str, What::Missing),
            (&format!("interest_reason-{PERSON}"), What::Missing),
            ("member", What::NotAChoice),
            ("reason", What::Missing),
        ] {
            assert!(faults.contains(&Fault::new(field, what)), "{field} {what:?} in {faults:?}");
        }
    }

    #[test]
    fn a_direct_outcome_and_a_moderation_are_read() {
        let reason = "La strada è della Provincia, che decide.";
        let read = parse_outcome(&fields(&[
            ("outcome", "altro_ente"),
            ("reason", reason),
            ("addressed_to", "O02"),
        ]));
        assert_eq!(read, Ok((Outcome::OtherBody, reason.into(), Some("O02".into()))));
        assert_eq!(
            parse_outcome(&fields(&[("outcome", "altro_ente"), ("reason", reason)])),
            Err(vec![Fault::new("addressed_to", What::Missing)])
        );
        assert_eq!(
            parse_outcome(&fields(&[("outcome", "forse"), ("reason", reason)])),
            Err(vec![Fault::new("outcome", What::NotAChoice)])
        );
        let read = parse_decision(&fields(&[
            ("decision", "respinto"),
            ("reason_class", "dati_di_terza_persona"),
            ("reason", "Nomina una vicina di casa."),
            ("revision", "2"),
        ]));
        assert_eq!(
            read,
            Ok(DecisionDraft {
                decision: Decision::Reject,
                class: ReasonClass::ThirdPerson,
                reason: "Nomina una vicina di casa.".into(),
                revision: 2,
                suspend: false,
            })
        );
        assert_eq!(
            parse_decision(&fields(&[("decision", "boh"), ("reason", "Va bene così.")])),
            Err(vec![
                Fault::new("decision", What::NotAChoice),
                Fault::new("reason_class", What::Missing),
            ])
        );
    }
}
