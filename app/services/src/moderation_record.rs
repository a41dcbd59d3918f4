//! The public record of moderation: what, when, for which class of reason, in which role; and how
//! many, by the rules for small counts. No text is in it, and nothing of danger but how many.

use chrono::Months;
use domain::moderation::{Cause, Decision, ReasonClass, median_minutes};
use domain::people::Role;
use domain::suppression::{SMALLEST, breakdown, people};
use domain::views::{RecordEntry, RecordPage};
use store::moderation_record::{Recorded, since};

use crate::{Asking, Declined, Services};

/// How far back the record goes, in months.
const MONTHS: u32 = 12;

/// How many decisions it lists.
const LISTED: usize = 200;

/// The record of the last twelve months.
pub async fn page(services: &Services, ask: &Asking) -> Result<RecordPage, Declined> {
    let mut snapshot = services.look().await?;
    let from = ask.now.checked_sub_months(Months::new(MONTHS)).unwrap_or(ask.now);
    let all = since(&mut snapshot, ask.ambito, from).await?;
    let danger = all.iter().filter(|one| is_danger(one)).count();
    let told: Vec<&Recorded> = all.iter().filter(|one| !is_danger(one)).collect();
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);

    let received: Vec<&&Recorded> = told.iter().filter(|one| one.opened >= from).collect();
    let causes: Vec<(Cause, u32)> = Cause::ALL
        .iter()
        .map(|&cause| (cause, number(received.iter().filter(|one| one.cause == cause).count())))
        .collect();
    let (causes, other_causes) = breakdown(&causes);

    let decided: Vec<(&Recorded, Decision, ReasonClass)> = told
        .iter()
        .filter_map(|one| {
            let (at, decision, class) = one.decided?;
            (at >= from).then_some((*one, decision, class))
        })
        .collect();
    let cells: Vec<((Decision, ReasonClass), u32)> = Decision::ALL
        .iter()
        .flat_map(|&decision| ReasonClass::ALL.iter().map(move |&class| (decision, class)))
        .map(|cell| {
            let of = decided.iter().filter(|(_, decision, class)| (*decision, *class) == cell);
            (cell, number(of.count()))
        })
        .collect();
    let (decisions, other_decisions) = breakdown(&cells);
    let minutes = decided
        .iter()
        .filter_map(|(one, ..)| one.decided.map(|(at, ..)| (at - one.opened).num_minutes().max(0)))
        .collect();
    let enough = decided.len() >= SMALLEST as usize;
    let appeals = decided.iter().filter(|(one, ..)| one.cause == Cause::Appeal).count();
    let entries = decided
        .iter()
        .take(LISTED)
        .filter_map(|(one, decision, class)| {
            Some(RecordEntry {
                at: one.decided?.0,
                comment: one.comment,
                cause: one.cause,
                decision: *decision,
                class: *class,
                role: role(&one.role),
            })
        })
        .collect();
    Ok(RecordPage {
        since: from.date_naive(),
        received: people(number(received.len())),
        causes,
        other_causes,
        decisions,
        other_decisions,
        median_minutes: if enough { median_minutes(minutes) } else { None },
        appeals: people(number(appeals)),
        danger: people(number(danger)),
        entries,
    })
}

/// That somebody was in danger on a day is nothing for a list: whoever threatens them reads it too.
fn is_danger(one: &Recorded) -> bool {
    one.cause == Cause::Danger
        || one.decided.is_some_and(|(_, _, class)| class == ReasonClass::PresentDanger)
}

/// The role that decided; that of the moderators where none is on record.
fn role(codes: &str) -> Role {
    codes.split(',').find_map(|code| code.parse().ok()).unwrap_or(Role::Moderator)
}
