//! Periodic reports of a co-gestione: versions that stay.

use chrono::NaiveDate;
use domain::events::{Sealed, Subject};
use domain::ids::RoundId;
use domain::methods::progress::{ReportText, Stand};
use domain::policy::Permit;
use domain::time::Moment;
use domain::views::{ProgressReportView, ReportVersion};
use uuid::Uuid;

use super::{Told, tell};
use crate::read::all;
use crate::{Snapshot, StoreError, Tx, on};

/// The reports of a round, the newest first.
pub async fn progress_reports(
    snapshot: &mut Snapshot,
    round: RoundId,
) -> Result<Vec<ProgressReportView>, StoreError> {
    let sql = "SELECT id, number, version, first_day, last_day, words, why, stand, at \
               FROM progress_reports WHERE round_id = $1 ORDER BY number DESC, version DESC";
    #[derive(sqlx::FromRow)]
    struct Row {
        id: Uuid,
        number: i64,
        version: i64,
        first_day: NaiveDate,
        last_day: NaiveDate,
        words: String,
        why: String,
        stand: String,
        at: Moment,
    }
    let rows: Vec<Row> = all(snapshot, sql, &[round.uuid().into()]).await?;
    let mut reports: Vec<ProgressReportView> = Vec::new();
    for row in rows {
        let stand: Stand = serde_json::from_str(&row.stand)
            .map_err(|why| StoreError::row("progress_reports", row.id, why))?;
        let version = ReportVersion {
            version: row.version,
            from: row.first_day,
            to: row.last_day,
            words: row.words,
            why: row.why,
            at: row.at,
        };
        match reports.last_mut() {
            Some(report) if report.number == row.number => {
                report.versions.push(version);
                report.stand = stand;
            }
            _ => {
                let versions = vec![version];
                reports.push(ProgressReportView { number: row.number, versions, stand });
            }
        }
    }
    Ok(reports)
}

/// Keeps a version of a report.
pub async fn keep_progress_report(
    tx: &mut Tx,
    permit: &Permit,
    id: Uuid,
    (round, number, version): (RoundId, i64, i64),
    (text, why, stand): (&ReportText, &str, &Stand),
    salt: &[u8; 32],
) -> Result<(), StoreError> {
    let stand =
        serde_json::to_string(stand).map_err(|why| StoreError::row("progress_reports", id, why))?;
    let sql = "INSERT INTO progress_reports (id, ambito_id, round_id, number, version, first_day, \
        last_day, words, why, stand, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(id)
            .bind(permit.ambito().uuid())
            .bind(round.uuid())
            .bind(number)
            .bind(version)
            .bind(text.from)
            .bind(text.to)
            .bind(text.words.trim())
            .bind(why.trim())
            .bind(&stand)
            .bind(permit.at())
            .execute(c)
            .await?;
    });
    let told = Told {
        subject: Subject::ProgressReport,
        subject_id: id,
        what: Sealed::ProgressReport,
        row: id,
        salt,
        class: None,
        version: Some(version),
        others: vec![round.uuid()],
    };
    tell(tx, permit, told).await
}
