//! Minutes of a session, their correction, and its report.

use std::collections::HashSet;

use domain::events::Sealed;
use domain::ids::{AmbitoId, CardId, ContributionId, SessionId};
use domain::lab::minutes::ReportDraft;
use domain::policy::Permit;
use domain::time::Moment;
use domain::views::{Correction, CorrectionAnswer, SessionMinutes};
use uuid::Uuid;

use super::{sealed, told};
use crate::read::{all, first};
use crate::{Snapshot, StoreError, Tx, on};

/// The minutes of a session, the newest version in front.
pub async fn minutes(
    snapshot: &mut Snapshot,
    session: SessionId,
) -> Result<Vec<SessionMinutes>, StoreError> {
    let sql = "SELECT version, words, why, at FROM lab_minutes WHERE session_id = $1 \
               ORDER BY version DESC";
    let rows: Vec<(i64, String, String, Moment)> =
        all(snapshot, sql, &[session.uuid().into()]).await?;
    Ok(rows
        .into_iter()
        .map(|(version, words, why, at)| SessionMinutes { version, words, why, at })
        .collect())
}

/// Keeps a version of the minutes.
pub async fn keep_minutes(
    tx: &mut Tx,
    permit: &Permit,
    session: SessionId,
    id: Uuid,
    (version, words, why): (i64, &str, &str),
    salt: &[u8; 32],
) -> Result<(), StoreError> {
    let sql = "INSERT INTO lab_minutes (id, ambito_id, session_id, version, words, why, at) \
               VALUES ($1, $2, $3, $4, $5, $6, $7)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(id)
            .bind(permit.ambito().uuid())
            .bind(session.uuid())
            .bind(version)
            .bind(words)
            .bind(why)
            .bind(permit.at())
            .execute(c)
            .await?;
    });
    sealed(tx, permit, session, (Sealed::SessionMinutes, id), salt).await
}

/// Keeps that the minutes were sent to who was there, and until when they may correct them.
pub async fn send_minutes(
    tx: &mut Tx,
    permit: &Permit,
    session: SessionId,
    until: Moment,
) -> Result<(), StoreError> {
    let sql = "UPDATE lab_sessions SET correct_until = $2 WHERE id = $1";
    on!(tx, c => {
        sqlx::query(sql).bind(session.uuid()).bind(until).execute(c).await?;
    });
    told(tx, permit, session, "minutes_sent", Vec::new()).await
}

#[derive(sqlx::FromRow)]
struct CorrectionRow {
    number: i64,
    version: i64,
    words: String,
    at: Moment,
    taken: Option<bool>,
    reason: Option<String>,
    answered_at: Option<Moment>,
}

/// What was asked to correct, in the order in which it came, with the answers; not by whom.
pub async fn corrections(
    snapshot: &mut Snapshot,
    session: SessionId,
) -> Result<Vec<Correction>, StoreError> {
    let sql = "SELECT c.number, c.version, c.words, c.at, a.taken, a.reason, \
        a.at AS answered_at FROM lab_corrections c \
        LEFT JOIN lab_correction_answers a ON a.correction_id = c.id \
        WHERE c.session_id = $1 ORDER BY c.number";
    let rows: Vec<CorrectionRow> = all(snapshot, sql, &[session.uuid().into()]).await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let answer = row.taken.zip(row.answered_at).map(|(taken, at)| CorrectionAnswer {
                taken,
                reason: row.reason.unwrap_or_default(),
                at,
            });
            let (number, version, words, at) = (row.number, row.version, row.words, row.at);
            Correction { number, version, words, at, answer }
        })
        .collect())
}

/// Keeps what somebody who was there asks to correct: with their token, if they said it.
pub async fn keep_correction(
    tx: &mut Tx,
    permit: &Permit,
    session: SessionId,
    id: Uuid,
    (token, version, words): (Option<i64>, i64, &str),
    salt: &[u8; 32],
) -> Result<(), StoreError> {
    let sql = "INSERT INTO lab_corrections \
        (id, ambito_id, session_id, number, token, version, words, at) VALUES ($1, $2, $3, \
        (SELECT COALESCE(MAX(number), 0) + 1 FROM lab_corrections WHERE session_id = $3), \
        $4, $5, $6, $7)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(id)
            .bind(permit.ambito().uuid())
            .bind(session.uuid())
            .bind(token)
            .bind(version)
            .bind(words)
            .bind(permit.at())
            .execute(c)
            .await?;
    });
    sealed(tx, permit, session, (Sealed::Correction, id), salt).await
}

/// Keeps what was decided on the correction of a number.
pub async fn answer_correction(
    tx: &mut Tx,
    permit: &Permit,
    session: SessionId,
    id: Uuid,
    (number, taken, reason): (i64, bool, &str),
    salt: &[u8; 32],
) -> Result<(), StoreError> {
    let sql = "INSERT INTO lab_correction_answers \
        (id, ambito_id, correction_id, taken, reason, at) VALUES ($1, $2, \
        (SELECT id FROM lab_corrections WHERE session_id = $3 AND number = $4), $5, $6, $7)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(id)
            .bind(permit.ambito().uuid())
            .bind(session.uuid())
            .bind(number)
            .bind(taken)
            .bind(reason)
            .bind(permit.at())
            .execute(c)
            .await?;
    });
    sealed(tx, permit, session, (Sealed::CorrectionAnswer, id), salt).await
}

/// A version of the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Which version, from 1.
    pub version: i64,
    /// What surprised.
    pub learned: String,
    /// What will change.
    pub changes: String,
    /// When.
    pub at: Moment,
    /// Cards it quotes, in their order.
    pub quotations: Vec<CardId>,
}

/// The newest version of the report of a session.
pub async fn report(
    snapshot: &mut Snapshot,
    session: SessionId,
) -> Result<Option<Report>, StoreError> {
    let sql = "SELECT id, version, learned, changes, at FROM lab_reports WHERE session_id = $1 \
               ORDER BY version DESC LIMIT 1";
    let row: Option<(Uuid, i64, String, String, Moment)> =
        first(snapshot, sql, &[session.uuid().into()]).await?;
    let Some((id, version, learned, changes, at)) = row else { return Ok(None) };
    let sql = "SELECT card_id FROM lab_quotations WHERE report_id = $1 ORDER BY position";
    let rows: Vec<(Uuid,)> = all(snapshot, sql, &[id.into()]).await?;
    let quotations = rows.into_iter().map(|(card,)| card.into()).collect();
    Ok(Some(Report { version, learned, changes, at, quotations }))
}

/// Keeps a version of the report, with the cards that it quotes.
pub async fn keep_report(
    tx: &mut Tx,
    permit: &Permit,
    session: SessionId,
    id: Uuid,
    (version, draft): (i64, &ReportDraft),
    salt: &[u8; 32],
) -> Result<(), StoreError> {
    let sql = "INSERT INTO lab_reports (id, ambito_id, session_id, version, learned, changes, at) \
               VALUES ($1, $2, $3, $4, $5, $6, $7)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(id)
            .bind(permit.ambito().uuid())
            .bind(session.uuid())
            .bind(version)
            .bind(&draft.learned)
            .bind(&draft.changes)
            .bind(permit.at())
            .execute(c)
            .await?;
    });
    let sql = "INSERT INTO lab_quotations (report_id, card_id, position) \
        VALUES ($1, (SELECT id FROM lab_cards WHERE session_id = $2 AND number = $3), $4)";
    for (position, number) in (1_i64..).zip(&draft.quotations) {
        on!(tx, c => {
            sqlx::query(sql)
                .bind(id)
                .bind(session.uuid())
                .bind(number)
                .bind(position)
                .execute(c)
                .await?;
        });
    }
    sealed(tx, permit, session, (Sealed::SessionReport, id), salt).await
}

/// Keeps that the leave to quote a card was taken back; `hide` takes it off the wall too.
pub async fn end_quoting(
    tx: &mut Tx,
    permit: &Permit,
    session: SessionId,
    card: CardId,
    hide: bool,
) -> Result<(), StoreError> {
    let sql = "UPDATE lab_cards SET quote_ended_at = COALESCE(quote_ended_at, $2), \
               hidden = (hidden OR $3) WHERE id = $1";
    on!(tx, c => {
        sqlx::query(sql).bind(card.uuid()).bind(permit.at()).bind(hide).execute(c).await?;
    });
    let class = if hide { "card_taken_off" } else { "quoting_ended" };
    told(tx, permit, session, class, vec![card.uuid()]).await
}

/// Cards whose leave to be quoted was taken back, with when.
pub async fn unquotable(
    snapshot: &mut Snapshot,
    session: SessionId,
) -> Result<Vec<(CardId, Moment)>, StoreError> {
    let sql = "SELECT id, quote_ended_at FROM lab_cards \
               WHERE session_id = $1 AND quote_ended_at IS NOT NULL ORDER BY number";
    let rows: Vec<(Uuid, Moment)> = all(snapshot, sql, &[session.uuid().into()]).await?;
    Ok(rows.into_iter().map(|(id, at)| (id.into(), at)).collect())
}

/// Needs and proposals of a session: those made of its cards, and those that say they come from
/// it. In the order of their numbers.
pub async fn made(
    snapshot: &mut Snapshot,
    session: SessionId,
) -> Result<Vec<ContributionId>, StoreError> {
    let sql = "SELECT c.id FROM contributions c WHERE c.session_id = $1 OR c.id IN \
        (SELECT k.contribution_id FROM lab_cards k WHERE k.session_id = $1) ORDER BY c.number";
    let rows: Vec<(Uuid,)> = all(snapshot, sql, &[session.uuid().into()]).await?;
    let mut seen = HashSet::new();
    Ok(rows.into_iter().filter(|(id,)| seen.insert(*id)).map(|(id,)| id.into()).collect())
}

/// What is not as it should be in the sessions of an Ambito: number of the session, what. For
/// `trama check`.
pub async fn astray(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Vec<(i64, String)>, StoreError> {
    // What a file brought has no tokens, no minutes and no report, and is vouched for by the
    // event of the import.
    let sql = "SELECT s.number, 'card_elsewhere' AS what FROM lab_cards k \
            JOIN lab_sessions s ON s.id = k.session_id \
            JOIN contributions c ON c.id = k.contribution_id \
            WHERE s.ambito_id = $1 AND (c.ambito_id <> s.ambito_id \
                OR c.session_id IS NULL OR c.session_id <> s.id) \
        UNION ALL SELECT s.number, 'column_elsewhere' FROM lab_cards k \
            JOIN lab_sessions s ON s.id = k.session_id \
            JOIN lab_columns l ON l.id = k.column_id \
            WHERE s.ambito_id = $1 AND l.session_id <> k.session_id \
        UNION ALL SELECT s.number, 'same_elsewhere' FROM lab_cards k \
            JOIN lab_sessions s ON s.id = k.session_id \
            JOIN lab_cards f ON f.id = k.same_as \
            WHERE s.ambito_id = $1 AND f.session_id <> k.session_id \
        UNION ALL SELECT s.number, 'token_unknown' FROM lab_cards k \
            JOIN lab_sessions s ON s.id = k.session_id \
            WHERE s.ambito_id = $1 AND k.token IS NOT NULL AND NOT EXISTS \
                (SELECT 1 FROM lab_tokens t WHERE t.session_id = k.session_id \
                 AND t.number = k.token AND t.arrived_at IS NOT NULL) \
        UNION ALL SELECT s.number, 'token_unknown' FROM lab_corrections k \
            JOIN lab_sessions s ON s.id = k.session_id \
            WHERE s.ambito_id = $1 AND k.token IS NOT NULL AND NOT EXISTS \
                (SELECT 1 FROM lab_tokens t WHERE t.session_id = k.session_id \
                 AND t.number = k.token AND t.arrived_at IS NOT NULL) \
        UNION ALL SELECT s.number, 'quotation_elsewhere' FROM lab_quotations q \
            JOIN lab_reports r ON r.id = q.report_id JOIN lab_cards k ON k.id = q.card_id \
            JOIN lab_sessions s ON s.id = r.session_id \
            WHERE s.ambito_id = $1 AND (k.session_id <> r.session_id OR NOT k.quotable) \
        UNION ALL SELECT s.number, 'approved_without_minutes' FROM lab_sessions s \
            WHERE s.ambito_id = $1 AND s.state IN ('verbale_approvato', 'restituita') \
            AND NOT EXISTS (SELECT 1 FROM lab_minutes m WHERE m.session_id = s.id) \
            AND NOT EXISTS (SELECT 1 FROM imported_ids i WHERE i.id = s.id) \
        UNION ALL SELECT s.number, 'approved_unsent' FROM lab_sessions s \
            WHERE s.ambito_id = $1 AND s.state IN ('verbale_approvato', 'restituita') \
            AND s.correct_until IS NULL \
            AND NOT EXISTS (SELECT 1 FROM imported_ids i WHERE i.id = s.id) \
        UNION ALL SELECT s.number, 'approved_unanswered' FROM lab_sessions s \
            WHERE s.ambito_id = $1 AND s.state IN ('verbale_approvato', 'restituita') \
            AND EXISTS (SELECT 1 FROM lab_corrections k WHERE k.session_id = s.id AND NOT EXISTS \
                (SELECT 1 FROM lab_correction_answers a WHERE a.correction_id = k.id)) \
        UNION ALL SELECT s.number, 'given_back_without_report' FROM lab_sessions s \
            WHERE s.ambito_id = $1 AND s.state = 'restituita' \
            AND NOT EXISTS (SELECT 1 FROM lab_reports m WHERE m.session_id = s.id) \
            AND NOT EXISTS (SELECT 1 FROM imported_ids i WHERE i.id = s.id) \
        UNION ALL SELECT s.number, 'unsealed_card' FROM lab_cards k \
            JOIN lab_sessions s ON s.id = k.session_id WHERE s.ambito_id = $1 AND NOT EXISTS \
            (SELECT 1 FROM seals x WHERE x.what = 'lab_card' AND x.id = k.id) \
        UNION ALL SELECT s.number, 'unsealed_dots' FROM lab_dots k \
            JOIN lab_sessions s ON s.id = k.session_id WHERE s.ambito_id = $1 AND NOT EXISTS \
            (SELECT 1 FROM seals x WHERE x.what = 'lab_dots' AND x.id = k.session_id) \
        UNION ALL SELECT s.number, 'unsealed_minutes' FROM lab_minutes k \
            JOIN lab_sessions s ON s.id = k.session_id WHERE s.ambito_id = $1 AND NOT EXISTS \
            (SELECT 1 FROM seals x WHERE x.what = 'lab_minutes' AND x.id = k.id) \
        UNION ALL SELECT s.number, 'unsealed_correction' FROM lab_corrections k \
            JOIN lab_sessions s ON s.id = k.session_id WHERE s.ambito_id = $1 AND NOT EXISTS \
            (SELECT 1 FROM seals x WHERE x.what = 'lab_correction' AND x.id = k.id) \
        UNION ALL SELECT s.number, 'unsealed_answer' FROM lab_correction_answers a \
            JOIN lab_corrections k ON k.id = a.correction_id \
            JOIN lab_sessions s ON s.id = k.session_id WHERE s.ambito_id = $1 AND NOT EXISTS \
            (SELECT 1 FROM seals x WHERE x.what = 'lab_correction_answer' AND x.id = a.id) \
        UNION ALL SELECT s.number, 'unsealed_report' FROM lab_reports k \
            JOIN lab_sessions s ON s.id = k.session_id WHERE s.ambito_id = $1 AND NOT EXISTS \
            (SELECT 1 FROM seals x WHERE x.what = 'lab_report' AND x.id = k.id) \
        ORDER BY 1, 2";
    all(snapshot, sql, &[ambito.uuid().into()]).await
}

/// Sessions whose dots don't add up: number, what they come to with those nobody used, what was
/// handed out. For `trama check`.
pub async fn dots_unbalanced(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Vec<(i64, i64, i64)>, StoreError> {
    let sql = "SELECT s.number, CAST(d.blanks + COALESCE((SELECT SUM(k.dots) FROM lab_cards k \
            WHERE k.session_id = s.id), 0) AS BIGINT) AS counted, \
            CAST(d.people * d.dots_each AS BIGINT) AS handed \
        FROM lab_dots d JOIN lab_sessions s ON s.id = d.session_id \
        WHERE s.ambito_id = $1 AND d.people * d.dots_each <> d.blanks + \
            COALESCE((SELECT SUM(k.dots) FROM lab_cards k WHERE k.session_id = s.id), 0) \
        ORDER BY s.number";
    all(snapshot, sql, &[ambito.uuid().into()]).await
}
