//! Rounds as they are prepared, announced, and given another window. What was announced is sealed:
//! the rules in one seal, the windows in another (`seals`), so that `trama check` names a hand that
//! changes either.

use domain::events::{Details, Sealed, Subject};
use domain::ids::{AmbitoId, PlanId, RoundId};
use domain::policy::Permit;
use domain::rounds::design::Design;
use domain::rounds::windows::{Window, WindowKind};
use domain::rounds::{RoundMark, RoundState};
use domain::time::Moment;
use uuid::Uuid;

use crate::counts::coded;
use crate::read::rounds::StoredRound;
use crate::read::{all, first};
use crate::{Snapshot, StoreError, Tx, chain, on, seals};

/// A draft with what its codes and times stand for.
#[derive(Debug, Clone, Copy)]
pub struct Drafted<'a> {
    /// What was written.
    pub design: &'a Design,
    /// The plan.
    pub plan: PlanId,
    /// First moment; [`UNSET`] if it was not chosen yet.
    pub opens: Moment,
    /// First moment after it; [`UNSET`] if it was not chosen yet.
    pub closes: Moment,
}

/// Stands for a moment that was not chosen yet. Only drafts have it.
pub const UNSET: Moment = Moment::UNIX_EPOCH;

/// Plans a round can belong to: id, code, title, the newest first.
pub async fn plans(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Vec<(PlanId, String, String)>, StoreError> {
    let sql =
        "SELECT id, code, title FROM plans WHERE ambito_id = $1 ORDER BY year_from DESC, code";
    let rows: Vec<(Uuid, String, String)> = all(snapshot, sql, &[ambito.uuid().into()]).await?;
    Ok(rows.into_iter().map(|(id, code, title)| (id.into(), code, title)).collect())
}

/// The number of the next round. To be asked after the Ambito is locked.
pub async fn next_number(tx: &mut Tx, permit: &Permit) -> Result<i64, StoreError> {
    let sql = "SELECT COALESCE(MAX(number), 0) + 1 FROM rounds WHERE ambito_id = $1";
    let row: Option<(i64,)> = first(tx, sql, &[permit.ambito().uuid().into()]).await?;
    Ok(row.map_or(1, |(number,)| number))
}

/// Keeps a new draft.
pub async fn insert(
    tx: &mut Tx,
    permit: &Permit,
    (id, number): (RoundId, i64),
    drafted: &Drafted<'_>,
    new_salt: impl FnMut() -> [u8; 32],
) -> Result<(), StoreError> {
    let sql = "INSERT INTO rounds (id, ambito_id, number, plan_id, kind, title, mark, question, \
        objective, given, open, off_limits, opens_at, closes_at, opened, moderation, vote_method, \
        tie_rule, areas, notice, design, design_version) \
        VALUES ($1, $2, $3, $4, $5, '', 'bozza', '', '', '[]', '[]', '[]', $6, $7, '{}', '', '', \
        '', '[]', NULL, '{}', 0)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(id.uuid())
            .bind(permit.ambito().uuid())
            .bind(number)
            .bind(drafted.plan.uuid())
            .bind(drafted.design.kind.code())
            .bind(drafted.opens)
            .bind(drafted.closes)
            .execute(c)
            .await?;
    });
    write(tx, permit, id, 1, drafted).await?;
    record(tx, permit, id, Some(1), None, &[Sealed::RoundRules, Sealed::RoundAct], new_salt).await
}

/// Keeps what a draft says now; `version` is the new one.
pub async fn save(
    tx: &mut Tx,
    permit: &Permit,
    id: RoundId,
    version: i64,
    drafted: &Drafted<'_>,
    new_salt: impl FnMut() -> [u8; 32],
) -> Result<(), StoreError> {
    write(tx, permit, id, version, drafted).await?;
    record(tx, permit, id, Some(version), None, &[Sealed::RoundRules], new_salt).await
}

async fn write(
    tx: &mut Tx,
    permit: &Permit,
    id: RoundId,
    version: i64,
    drafted: &Drafted<'_>,
) -> Result<(), StoreError> {
    let design = drafted.design;
    let sql = "UPDATE rounds SET plan_id = $3, kind = $4, title = $5, question = $6, \
        objective = $7, given = $8, open = $9, off_limits = $10, opens_at = $11, closes_at = $12, \
        opened = $13, moderation = $14, vote_method = $15, tie_rule = $16, areas = $17, \
        notice = $18, design = $19, design_version = $20 \
        WHERE id = $1 AND ambito_id = $2 AND mark = 'bozza'";
    let [given, open, off_limits, areas] =
        [&design.given, &design.open, &design.off_limits, &design.areas].map(serde_json::to_string);
    let opened = serde_json::to_string(&design.opened)?;
    let notice = serde_json::to_string(&design.notice)?;
    let extras = serde_json::to_string(&design.extras)?;
    on!(tx, c => {
        sqlx::query(sql)
            .bind(id.uuid())
            .bind(permit.ambito().uuid())
            .bind(drafted.plan.uuid())
            .bind(design.kind.code())
            .bind(&design.title)
            .bind(&design.question)
            .bind(&design.objective)
            .bind(given?)
            .bind(open?)
            .bind(off_limits?)
            .bind(drafted.opens)
            .bind(drafted.closes)
            .bind(opened)
            .bind(design.moderation.code())
            .bind(design.vote_method.code())
            .bind(&design.tie_rule)
            .bind(areas?)
            .bind(notice)
            .bind(extras)
            .bind(version)
            .execute(c)
            .await?;
    });
    Ok(())
}

/// A window that follows from what was decided.
#[derive(Debug, Clone, Copy)]
pub struct Turn<'a> {
    /// Why there is another window.
    pub kind: WindowKind,
    /// What the round is marked with.
    pub mark: RoundMark,
    /// First moment of the round, all windows together.
    pub opens: Moment,
    /// First moment of this window, if it is not that of the round.
    pub from: Moment,
    /// First moment after it.
    pub closes: Moment,
    /// With which reason; empty when it is announced.
    pub reason: &'a str,
    /// Hash of the rules, when it is announced; kept as it is otherwise.
    pub rules_hash: Option<&'a str>,
    /// What else the event vouches for.
    pub also: &'a [(Sealed, Uuid)],
}

/// Gives a round another window, and marks it.
pub async fn turn(
    tx: &mut Tx,
    permit: &Permit,
    round: &StoredRound,
    turn: &Turn<'_>,
    mut new_salt: impl FnMut() -> [u8; 32],
) -> Result<(), StoreError> {
    let id = round.round.id;
    let mut edition = last_edition(tx, id).await?;
    if edition == 0 && turn.kind != WindowKind::Announced {
        // It came announced, with an import: that window is the first.
        edition = 1;
        let (opens, closes) = (round.round.opens, round.round.closes);
        let first = Edition { kind: WindowKind::Announced, edition, opens, closes, reason: "" };
        append(tx, permit, id, &first, (opens, None)).await?;
    }
    let next = Edition {
        kind: turn.kind,
        edition: edition + 1,
        opens: turn.from,
        closes: turn.closes,
        reason: turn.reason,
    };
    append(tx, permit, id, &next, (permit.at(), permit.person().map(|person| person.uuid())))
        .await?;
    let hash = match turn.kind {
        WindowKind::Announced => turn.rules_hash,
        WindowKind::Recalled => None,
        WindowKind::ClosedEarly | WindowKind::Reopened => round.rules_hash.as_deref(),
    };
    let sql = "UPDATE rounds SET mark = $3, opens_at = $4, closes_at = $5, rules_hash = $6, \
               suspended_reason = NULL WHERE id = $1 AND ambito_id = $2";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(id.uuid())
            .bind(permit.ambito().uuid())
            .bind(turn.mark.code())
            .bind(turn.opens)
            .bind(turn.closes)
            .bind(hash)
            .execute(c)
            .await?;
    });
    let all = [Sealed::RoundAct, Sealed::RoundRules, Sealed::RoundWindows];
    let mut sealed = Vec::new();
    for (what, id) in all.map(|what| (what, id.uuid())).iter().chain(turn.also) {
        sealed.extend(seals::seal(tx, permit, *what, *id, &new_salt()).await?);
    }
    let details =
        Details { class: Some(turn.kind.code().to_owned()), sealed, ..Details::default() };
    chain::append(tx, permit, Subject::Round, id.uuid(), &details).await?;
    Ok(())
}

async fn record(
    tx: &mut Tx,
    permit: &Permit,
    id: RoundId,
    version: Option<i64>,
    class: Option<&str>,
    what: &[Sealed],
    mut new_salt: impl FnMut() -> [u8; 32],
) -> Result<(), StoreError> {
    let mut sealed = Vec::new();
    for what in what {
        sealed.extend(seals::seal(tx, permit, *what, id.uuid(), &new_salt()).await?);
    }
    let class = class.map(str::to_owned);
    let details = Details { version, class, sealed, ..Details::default() };
    chain::append(tx, permit, Subject::Round, id.uuid(), &details).await?;
    Ok(())
}

struct Edition<'a> {
    kind: WindowKind,
    edition: i64,
    opens: Moment,
    closes: Moment,
    reason: &'a str,
}

async fn append(
    tx: &mut Tx,
    permit: &Permit,
    round: RoundId,
    edition: &Edition<'_>,
    (at, person): (Moment, Option<Uuid>),
) -> Result<(), StoreError> {
    let sql = "INSERT INTO round_windows \
        (round_id, edition, ambito_id, kind, opens_at, closes_at, at, reason, person_id) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(round.uuid())
            .bind(edition.edition)
            .bind(permit.ambito().uuid())
            .bind(edition.kind.code())
            .bind(edition.opens)
            .bind(edition.closes)
            .bind(at)
            .bind(edition.reason)
            .bind(person)
            .execute(c)
            .await?;
    });
    Ok(())
}

/// The last edition of the windows of a round; 0 if none was kept.
pub async fn last_edition(snapshot: &mut Snapshot, round: RoundId) -> Result<i64, StoreError> {
    let sql = "SELECT COALESCE(MAX(edition), 0) FROM round_windows WHERE round_id = $1";
    let row: Option<(i64,)> = first(snapshot, sql, &[round.uuid().into()]).await?;
    Ok(row.map_or(0, |(edition,)| edition))
}

#[derive(sqlx::FromRow)]
struct WindowRow {
    edition: i64,
    kind: String,
    opens_at: Moment,
    closes_at: Moment,
    at: Moment,
    reason: String,
    name: Option<String>,
}

/// The windows of a round in their order, each with the name (public by office) of who decided it.
pub async fn windows(
    snapshot: &mut Snapshot,
    round: Uuid,
) -> Result<Vec<(Window, Option<String>)>, StoreError> {
    let sql = "SELECT w.edition, w.kind, w.opens_at, w.closes_at, w.at, w.reason, o.name \
        FROM round_windows w \
        LEFT JOIN officers o ON o.person_id = w.person_id AND o.ambito_id = w.ambito_id \
        WHERE w.round_id = $1 ORDER BY w.edition";
    let rows: Vec<WindowRow> = all(snapshot, sql, &[round.into()]).await?;
    rows.into_iter()
        .map(|row| {
            let window = Window {
                edition: row.edition,
                kind: coded("round_windows", round, &row.kind)?,
                opens: row.opens_at,
                closes: row.closes_at,
                at: row.at,
                reason: row.reason,
            };
            Ok((window, row.name))
        })
        .collect()
}

/// A round that is being prepared.
pub fn is_draft(round: &StoredRound, now: Moment) -> bool {
    round.round.state(now) == RoundState::Draft
}

/// What stood when a round had closed, as it was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptSnapshot {
    /// The edition of the window that had closed.
    pub edition: i64,
    /// When it was kept.
    pub at: Moment,
    /// What stood.
    pub document: domain::rounds::snapshot::Snapshot,
}

/// Keeps what stood when a round had closed, under the edition of the window that is over.
pub async fn keep_snapshot(
    tx: &mut Tx,
    permit: &Permit,
    (id, round): (Uuid, RoundId),
    document: &domain::rounds::snapshot::Snapshot,
) -> Result<(), StoreError> {
    // A round that came with an import has one window that was not kept yet.
    let edition = last_edition(tx, round).await?.max(1);
    let sql = "INSERT INTO round_snapshots (id, ambito_id, round_id, edition, at, document) \
               VALUES ($1, $2, $3, $4, $5, $6)";
    let document = serde_json::to_string(document)?;
    on!(tx, c => {
        sqlx::query(sql)
            .bind(id)
            .bind(permit.ambito().uuid())
            .bind(round.uuid())
            .bind(edition)
            .bind(permit.at())
            .bind(document)
            .execute(c)
            .await?;
    });
    Ok(())
}

/// What stood each time a round had closed and was opened once more.
pub async fn snapshots(
    snapshot: &mut Snapshot,
    round: RoundId,
) -> Result<Vec<KeptSnapshot>, StoreError> {
    let sql = "SELECT edition, at, document FROM round_snapshots WHERE round_id = $1 \
               ORDER BY edition";
    let rows: Vec<(i64, Moment, String)> = all(snapshot, sql, &[round.uuid().into()]).await?;
    rows.into_iter()
        .map(|(edition, at, document)| {
            Ok(KeptSnapshot { edition, at, document: serde_json::from_str(&document)? })
        })
        .collect()
}
