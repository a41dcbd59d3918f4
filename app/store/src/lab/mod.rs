//! Sessions of the Community Lab: what is prepared, who comes, what is said on cards, and how it
//! is written up. No name stands here; who registered with an account is in `identity`.

mod door;
mod room;
mod written;

pub use door::*;
pub use room::*;
pub use written::*;

use domain::events::{Details, Sealed, Subject};
use domain::ids::{AmbitoId, RoundId, SessionId};
use domain::lab::SessionState;
use domain::lab::plan::SessionPlan;
use domain::policy::Permit;
use domain::time::Moment;
use uuid::Uuid;

use crate::counts::coded;
use crate::read::{all, first};
use crate::{Snapshot, StoreError, Tx, chain, on, seals};

/// A session, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Which.
    pub id: SessionId,
    /// Its number in the Ambito.
    pub number: i64,
    /// Its round.
    pub round: RoundId,
    /// Title.
    pub title: String,
    /// Where.
    pub place: String,
    /// When it begins.
    pub starts: Moment,
    /// Where it stands.
    pub state: SessionState,
    /// Raised by each change of what is prepared.
    pub version: i64,
    /// How many came.
    pub present: i64,
    /// Until when who was there may correct the minutes.
    pub correct_until: Option<Moment>,
    /// Since when the wall stays as it is.
    pub frozen: Option<Moment>,
    /// Since when the projector shows nothing.
    pub covered: Option<Moment>,
    /// The rest of what is prepared.
    pub plan: SessionPlan,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    number: i64,
    round_id: Uuid,
    title: String,
    place: String,
    held_at: Moment,
    state: String,
    version: i64,
    present: i64,
    correct_until: Option<Moment>,
    frozen_at: Option<Moment>,
    covered_at: Option<Moment>,
    document: String,
}

impl TryFrom<Row> for Session {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let plan = serde_json::from_str(&row.document)
            .map_err(|error| StoreError::row("lab_sessions", row.id, error))?;
        Ok(Session {
            id: row.id.into(),
            number: row.number,
            round: row.round_id.into(),
            title: row.title,
            place: row.place,
            starts: row.held_at,
            state: coded("lab_sessions", row.id, &row.state)?,
            version: row.version,
            present: row.present,
            correct_until: row.correct_until,
            frozen: row.frozen_at,
            covered: row.covered_at,
            plan,
        })
    }
}

macro_rules! sessions {
    ($rest:literal) => {
        concat!(
            "SELECT id, number, round_id, title, place, held_at, state, version, present, \
             correct_until, frozen_at, covered_at, document FROM lab_sessions ",
            $rest
        )
    };
}

/// All sessions of an Ambito, in the order of time.
pub async fn of_ambito(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Vec<Session>, StoreError> {
    let sql = sessions!("WHERE ambito_id = $1 ORDER BY held_at, number");
    let rows: Vec<Row> = all(snapshot, sql, &[ambito.uuid().into()]).await?;
    rows.into_iter().map(Session::try_from).collect()
}

/// A session by its number.
pub async fn by_number(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    number: i64,
) -> Result<Option<Session>, StoreError> {
    let sql = sessions!("WHERE ambito_id = $1 AND number = $2");
    let row: Option<Row> = first(snapshot, sql, &[ambito.uuid().into(), number.into()]).await?;
    row.map(Session::try_from).transpose()
}

/// A session by its id.
pub async fn by_id(snapshot: &mut Snapshot, id: SessionId) -> Result<Option<Session>, StoreError> {
    let row: Option<Row> = first(snapshot, sessions!("WHERE id = $1"), &[id.uuid().into()]).await?;
    row.map(Session::try_from).transpose()
}

/// A session to be kept: title, place, when it begins, and the rest.
#[derive(Debug, Clone, Copy)]
pub struct NewSession<'a> {
    /// Its round.
    pub round: RoundId,
    /// Title.
    pub title: &'a str,
    /// Where.
    pub place: &'a str,
    /// When it begins.
    pub starts: Moment,
    /// The rest.
    pub plan: &'a SessionPlan,
}

/// Keeps a new session, as it is prepared; its number.
pub async fn prepare(
    tx: &mut Tx,
    permit: &Permit,
    id: SessionId,
    new: &NewSession<'_>,
) -> Result<i64, StoreError> {
    let sql = "INSERT INTO lab_sessions (id, ambito_id, round_id, number, title, held_at, place, \
        present, document, state) VALUES ($1, $2, $3, \
        (SELECT COALESCE(MAX(number), 0) + 1 FROM lab_sessions WHERE ambito_id = $2), \
        $4, $5, $6, 0, $7, $8) RETURNING number";
    let document = serde_json::to_string(new.plan)?;
    let (number,): (i64,) = on!(tx, c => {
        sqlx::query_as(sql)
            .bind(id.uuid())
            .bind(permit.ambito().uuid())
            .bind(new.round.uuid())
            .bind(new.title)
            .bind(new.starts)
            .bind(new.place)
            .bind(document)
            .bind(SessionState::Prepared.code())
            .fetch_one(c)
            .await?
    });
    told(tx, permit, id, SessionState::Prepared.code(), Vec::new()).await?;
    Ok(number)
}

/// Keeps what was changed of what is prepared.
pub async fn change(
    tx: &mut Tx,
    permit: &Permit,
    id: SessionId,
    new: &NewSession<'_>,
) -> Result<(), StoreError> {
    let sql = "UPDATE lab_sessions SET round_id = $2, title = $3, held_at = $4, place = $5, \
        document = $6, version = version + 1 WHERE id = $1";
    let document = serde_json::to_string(new.plan)?;
    on!(tx, c => {
        sqlx::query(sql)
            .bind(id.uuid())
            .bind(new.round.uuid())
            .bind(new.title)
            .bind(new.starts)
            .bind(new.place)
            .bind(document)
            .execute(c)
            .await?;
    });
    told(tx, permit, id, "changed", Vec::new()).await
}

/// Moves a session to another state.
pub async fn stand(
    tx: &mut Tx,
    permit: &Permit,
    id: SessionId,
    state: SessionState,
) -> Result<(), StoreError> {
    let sql = "UPDATE lab_sessions SET state = $2 WHERE id = $1";
    on!(tx, c => {
        sqlx::query(sql).bind(id.uuid()).bind(state.code()).execute(c).await?;
    });
    told(tx, permit, id, state.code(), Vec::new()).await
}

/// Tells of something in a session: a class, and what else it concerns.
async fn told(
    tx: &mut Tx,
    permit: &Permit,
    id: SessionId,
    class: &'static str,
    others: Vec<Uuid>,
) -> Result<(), StoreError> {
    let details = Details { class: Some(class.to_owned()), others, ..Details::default() };
    chain::append(tx, permit, Subject::Session, id.uuid(), &details).await?;
    Ok(())
}

/// Tells of a row of a session that was just written, and seals it.
async fn sealed(
    tx: &mut Tx,
    permit: &Permit,
    id: SessionId,
    (what, row): (Sealed, Uuid),
    salt: &[u8; 32],
) -> Result<(), StoreError> {
    let details = Details {
        class: Some(what.code().to_owned()),
        others: vec![row],
        sealed: seals::seal(tx, permit, what, row, salt).await?,
        ..Details::default()
    };
    chain::append(tx, permit, Subject::Session, id.uuid(), &details).await?;
    Ok(())
}
