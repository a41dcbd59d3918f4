//! Ballots away from the web: what was handed out, and paper ballots that two people type.

use domain::ballots::paper::Totals;
use domain::ids::{BallotId, PersonId};
use domain::policy::Permit;
use uuid::Uuid;

use crate::read::{all, few, first};
use crate::{Snapshot, StoreError, Tx, on};

/// Keeps something that was handed out: with the SHA-256 of its code, if it is one, and whose
/// account may not vote online any more.
pub async fn hand_out(
    tx: &mut Tx,
    _permit: &Permit,
    ballot: BallotId,
    id: Uuid,
    code_hash: Option<&[u8; 32]>,
    person: Option<PersonId>,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO ballot_tokens (id, ballot_id, code_hash, person_id) \
               VALUES ($1, $2, $3, $4)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(id)
            .bind(ballot.uuid())
            .bind(code_hash.map(<[u8; 32]>::as_slice))
            .bind(person.map(PersonId::uuid))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Whether a person was handed something to vote with.
pub async fn holds(
    snapshot: &mut Snapshot,
    ballot: BallotId,
    person: PersonId,
) -> Result<bool, StoreError> {
    let sql = "SELECT id FROM ballot_tokens WHERE ballot_id = $1 AND person_id = $2";
    let args = &[ballot.uuid().into(), person.uuid().into()];
    let row: Option<(Uuid,)> = first(snapshot, sql, args).await?;
    Ok(row.is_some())
}

/// What a code stands for in a ballot.
pub async fn of_code(
    snapshot: &mut Snapshot,
    ballot: BallotId,
    code_hash: &[u8; 32],
) -> Result<Option<Uuid>, StoreError> {
    let sql = "SELECT id FROM ballot_tokens WHERE ballot_id = $1 AND code_hash = $2";
    let row: Option<(Uuid,)> = on!(snapshot, c => {
        sqlx::query_as(sql)
            .bind(ballot.uuid())
            .bind(code_hash.as_slice())
            .fetch_optional(c)
            .await?
    });
    Ok(row.map(|(id,)| id))
}

/// How much was handed out: paper ballots, codes.
pub async fn handed(snapshot: &mut Snapshot, ballot: BallotId) -> Result<(u32, u32), StoreError> {
    let sql = "SELECT CAST(COALESCE(SUM(CASE WHEN code_hash IS NULL THEN 1 ELSE 0 END), 0) AS BIGINT), \
               CAST(COALESCE(SUM(CASE WHEN code_hash IS NULL THEN 0 ELSE 1 END), 0) AS BIGINT) \
               FROM ballot_tokens WHERE ballot_id = $1";
    let row: Option<(i64, i64)> = first(snapshot, sql, &[ballot.uuid().into()]).await?;
    let (paper, codes) = row.unwrap_or_default();
    Ok((few(paper), few(codes)))
}

/// A lot of paper ballots, or a single one, as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// Which.
    pub id: Uuid,
    /// Its number in the ballot.
    pub number: i64,
    /// What it is called: the box, the session.
    pub label: String,
    /// Two people typed the same.
    pub done: bool,
    /// What each typed: JSON of totals, or of a choice.
    pub entries: Vec<(PersonId, String)>,
}

#[derive(sqlx::FromRow)]
struct PaperRow {
    id: Uuid,
    number: i64,
    label: String,
    done: bool,
}

/// All papers of a ballot, by number, with what was typed of each.
pub async fn papers(snapshot: &mut Snapshot, ballot: BallotId) -> Result<Vec<Paper>, StoreError> {
    let sql = "SELECT id, number, label, done FROM ballot_papers WHERE ballot_id = $1 \
               ORDER BY number";
    let rows: Vec<PaperRow> = all(snapshot, sql, &[ballot.uuid().into()]).await?;
    let typed = "SELECT e.paper_id, e.person_id, e.content FROM ballot_paper_entries e \
                 JOIN ballot_papers p ON p.id = e.paper_id WHERE p.ballot_id = $1 \
                 ORDER BY e.paper_id, e.person_id";
    let typed: Vec<(Uuid, Uuid, String)> = all(snapshot, typed, &[ballot.uuid().into()]).await?;
    let entries = |id: Uuid| {
        let of_it = typed.iter().filter(move |(paper, _, _)| *paper == id);
        of_it.map(|(_, person, content)| ((*person).into(), content.clone())).collect()
    };
    Ok(rows
        .into_iter()
        .map(|row| Paper {
            id: row.id,
            number: row.number,
            label: row.label,
            done: row.done,
            entries: entries(row.id),
        })
        .collect())
}

/// Adds a paper, or a lot; its number.
pub async fn add(
    tx: &mut Tx,
    _permit: &Permit,
    ballot: BallotId,
    id: Uuid,
    label: &str,
) -> Result<i64, StoreError> {
    let sql = "INSERT INTO ballot_papers (id, ballot_id, number, label, done) VALUES ($1, $2, \
        (SELECT COALESCE(MAX(number), 0) + 1 FROM ballot_papers WHERE ballot_id = $2), $3, $4) \
        RETURNING number";
    let (number,): (i64,) = on!(tx, c => {
        sqlx::query_as(sql).bind(id).bind(ballot.uuid()).bind(label).bind(false).fetch_one(c).await?
    });
    Ok(number)
}

/// Keeps what somebody typed of a paper, in the place of what they typed before.
pub async fn keep_entry(
    tx: &mut Tx,
    _permit: &Permit,
    paper: Uuid,
    person: PersonId,
    content: &str,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO ballot_paper_entries (paper_id, person_id, content) \
               VALUES ($1, $2, $3) \
               ON CONFLICT (paper_id, person_id) DO UPDATE SET content = excluded.content";
    on!(tx, c => {
        sqlx::query(sql).bind(paper).bind(person.uuid()).bind(content).execute(c).await?;
    });
    Ok(())
}

/// Two people typed the same: the paper is done, with its totals if that is what it has. What
/// each typed goes: it would tell which paper said what.
pub async fn settle(
    tx: &mut Tx,
    _permit: &Permit,
    paper: Uuid,
    totals: Option<&Totals>,
) -> Result<(), StoreError> {
    let sql = "UPDATE ballot_papers SET done = $2, totals = $3 WHERE id = $1";
    let totals = totals.map(serde_json::to_string).transpose()?;
    on!(tx, c => {
        sqlx::query(sql).bind(paper).bind(true).bind(totals).execute(&mut *c).await?;
        sqlx::query("DELETE FROM ballot_paper_entries WHERE paper_id = $1")
            .bind(paper)
            .execute(c)
            .await?;
    });
    Ok(())
}

/// The totals of all lots that two people typed alike, in their order.
pub async fn totals(snapshot: &mut Snapshot, ballot: BallotId) -> Result<Vec<Totals>, StoreError> {
    let sql = "SELECT totals FROM ballot_papers \
               WHERE ballot_id = $1 AND totals IS NOT NULL ORDER BY number";
    let rows: Vec<(String,)> = all(snapshot, sql, &[ballot.uuid().into()]).await?;
    rows.into_iter()
        .map(|(text,)| {
            serde_json::from_str(&text)
                .map_err(|error| StoreError::row("ballot_papers", ballot.uuid(), error))
        })
        .collect()
}

/// Forgets whose the things handed out were, and what was typed and never settled.
pub async fn cut(tx: &mut Tx, _permit: &Permit, ballot: BallotId) -> Result<(), StoreError> {
    let tokens = "UPDATE ballot_tokens SET person_id = NULL WHERE ballot_id = $1";
    let entries = "DELETE FROM ballot_paper_entries WHERE paper_id IN \
                   (SELECT id FROM ballot_papers WHERE ballot_id = $1)";
    on!(tx, c => {
        sqlx::query(tokens).bind(ballot.uuid()).execute(&mut *c).await?;
        sqlx::query(entries).bind(ballot.uuid()).execute(c).await?;
    });
    Ok(())
}
