//! Periodic reports of a co-gestione: what stands now, and what was written of it before.

use domain::methods::progress::{ReportText, ReportedActivity, Stand};
use domain::policy::{Facts, Operation, permit};
use domain::rounds::Round;
use domain::views::ProgressReportsPage;
use store::{Snapshot, methods};
use uuid::Uuid;

use super::activities::{by_id, must_run};
use super::{may, round};
use crate::{Asking, Declined, Services, commit};

/// What stands now in a round.
async fn stand(snapshot: &mut Snapshot, ask: &Asking, round: &Round) -> Result<Stand, Declined> {
    let actions = by_id(snapshot, ask).await?;
    let mut stand = Stand::default();
    for one in methods::activities(snapshot, round.id).await? {
        let standing = one.standing();
        let action = actions.get(&one.action).map(|action| action.sheet.title.clone());
        stand.activities.push(ReportedActivity {
            number: one.number,
            action: action.unwrap_or_default(),
            state: standing.state,
            due: standing.assignment.map(|of| of.due),
            late: standing.late(crate::days::day(ask.now)),
            what: one.what,
        });
    }
    for issue in methods::issues(snapshot, round.id).await? {
        stand.count(issue.state());
    }
    Ok(stand)
}

/// Reports of a round.
pub async fn page(
    services: &Services,
    ask: &Asking,
    number: i64,
) -> Result<ProgressReportsPage, Declined> {
    let mut snapshot = services.look().await?;
    let stored = round(&mut snapshot, ask, number).await?;
    must_run(&stored.round)?;
    Ok(ProgressReportsPage {
        round: stored.reference(ask.now),
        reports: methods::progress_reports(&mut snapshot, stored.round.id).await?,
        now: stand(&mut snapshot, ask, &stored.round).await?,
        may_write: may(ask, Operation::WriteProgressReport, &stored.round),
    })
}

/// Writes a report, or another version of one: `corrects` is its number, with the version that
/// was read. The stand of a report is that of the day it was first written.
pub async fn write(
    services: &Services,
    ask: &Asking,
    number: i64,
    corrects: Option<(i64, i64)>,
    (text, why): (&ReportText, &str),
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let stored = round(&mut tx, ask, number).await?;
    must_run(&stored.round)?;
    let facts = Facts::within(ask.ambito, &stored.round);
    let permit = permit(&ask.actor, Operation::WriteProgressReport, &facts, ask.now)?;
    let faults = text.faults(corrects.is_some(), why);
    if !faults.is_empty() {
        return Err(faults.into());
    }
    let reports = methods::progress_reports(&mut tx, stored.round.id).await?;
    let (place, stand) = match corrects {
        None => {
            let newest = reports.first();
            let again = newest.and_then(|report| report.versions.last()).is_some_and(|first| {
                (first.from, first.to) == (text.from, text.to) && first.words == text.words.trim()
            });
            if again {
                return Ok(());
            }
            let next = newest.map_or(1, |report| report.number + 1);
            ((next, 1), stand(&mut tx, ask, &stored.round).await?)
        }
        Some((of, read)) => {
            let report = reports.into_iter().find(|report| report.number == of);
            let report = report.ok_or(Declined::NotFound)?;
            let current = report.versions.first().map_or(0, |newest| newest.version);
            if current != read {
                return Err(Declined::Stale { current });
            }
            ((of, current + 1), report.stand)
        }
    };
    let (id, salt) = (services.chance.id::<Uuid>(ask.now), services.chance.bytes());
    let place = (stored.round.id, place.0, place.1);
    let what = (text, why, &stand);
    methods::keep_progress_report(&mut tx, &permit, id, place, what, &salt).await?;
    commit(tx).await
}
