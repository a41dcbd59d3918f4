//! Who registers, and who comes: tokens, no names.

use domain::ids::{AmbitoId, SessionId};
use domain::lab::AccessNeed;
use domain::lab::mix::Came;
use domain::policy::Permit;
use domain::time::Moment;
use uuid::Uuid;

use super::told;
use crate::counts::coded;
use crate::read::{all, first};
use crate::{Snapshot, StoreError, Tx, on};

/// Somebody who registered for a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registration {
    /// Which.
    pub id: Uuid,
    /// Its number in the session.
    pub number: i64,
    /// What they say of themselves.
    pub came: Came,
    /// What they need.
    pub access: Vec<AccessNeed>,
    /// The token they got at the door.
    pub token: Option<i64>,
    /// Taken back.
    pub cancelled: bool,
}

#[derive(sqlx::FromRow)]
struct RegistrationRow {
    id: Uuid,
    number: i64,
    municipality: Option<String>,
    category: Option<String>,
    age_band: Option<String>,
    access: String,
    token: Option<i64>,
    cancelled_at: Option<Moment>,
}

impl TryFrom<RegistrationRow> for Registration {
    type Error = StoreError;

    fn try_from(row: RegistrationRow) -> Result<Self, StoreError> {
        let (table, id) = ("lab_registrations", row.id);
        let access =
            serde_json::from_str(&row.access).map_err(|error| StoreError::row(table, id, error))?;
        Ok(Registration {
            id,
            number: row.number,
            came: came(table, id, row.municipality, row.category, row.age_band)?,
            access,
            token: row.token,
            cancelled: row.cancelled_at.is_some(),
        })
    }
}

fn came(
    table: &'static str,
    id: Uuid,
    municipality: Option<String>,
    category: Option<String>,
    age: Option<String>,
) -> Result<Came, StoreError> {
    Ok(Came {
        municipality,
        category: category.map(|code| coded(table, id, &code)).transpose()?,
        age: age.map(|code| coded(table, id, &code)).transpose()?,
    })
}

macro_rules! registrations {
    ($rest:literal) => {
        concat!(
            "SELECT r.id, r.number, m.code AS municipality, r.category, r.age_band, r.access, \
             r.token, r.cancelled_at FROM lab_registrations r \
             LEFT JOIN municipalities m ON m.id = r.municipality_id ",
            $rest
        )
    };
}

/// Who registered for a session, by number; those who took it back too.
pub async fn registrations(
    snapshot: &mut Snapshot,
    session: SessionId,
) -> Result<Vec<Registration>, StoreError> {
    let sql = registrations!("WHERE r.session_id = $1 ORDER BY r.number");
    let rows: Vec<RegistrationRow> = all(snapshot, sql, &[session.uuid().into()]).await?;
    rows.into_iter().map(Registration::try_from).collect()
}

/// The registration of a code.
pub async fn registration_of_code(
    snapshot: &mut Snapshot,
    session: SessionId,
    code_hash: &[u8; 32],
) -> Result<Option<Registration>, StoreError> {
    let sql = registrations!("WHERE r.session_id = $1 AND r.code_hash = $2");
    let row: Option<RegistrationRow> = on!(snapshot, c => {
        sqlx::query_as(sql)
            .bind(session.uuid())
            .bind(code_hash.as_slice())
            .fetch_optional(c)
            .await?
    });
    row.map(Registration::try_from).transpose()
}

/// The registration of an id.
pub async fn registration(
    snapshot: &mut Snapshot,
    id: Uuid,
) -> Result<Option<Registration>, StoreError> {
    let sql = registrations!("WHERE r.id = $1");
    let row: Option<RegistrationRow> = first(snapshot, sql, &[id.into()]).await?;
    row.map(Registration::try_from).transpose()
}

/// Keeps a registration.
pub async fn register(
    tx: &mut Tx,
    permit: &Permit,
    session: SessionId,
    id: Uuid,
    (who, access): (&Came, &[AccessNeed]),
    code_hash: &[u8; 32],
) -> Result<(), StoreError> {
    let sql = "INSERT INTO lab_registrations (id, ambito_id, session_id, number, \
        municipality_id, category, age_band, access, code_hash, at) VALUES ($1, $2, $3, \
        (SELECT COALESCE(MAX(number), 0) + 1 FROM lab_registrations WHERE session_id = $3), \
        (SELECT id FROM municipalities WHERE ambito_id = $2 AND code = $4), $5, $6, $7, $8, $9)";
    let access = serde_json::to_string(access)?;
    on!(tx, c => {
        sqlx::query(sql)
            .bind(id)
            .bind(permit.ambito().uuid())
            .bind(session.uuid())
            .bind(&who.municipality)
            .bind(who.category.map(|one| one.code()))
            .bind(who.age.map(|one| one.code()))
            .bind(access)
            .bind(code_hash.as_slice())
            .bind(permit.at())
            .execute(c)
            .await?;
    });
    told(tx, permit, session, "registered", vec![id]).await
}

/// Keeps that a registration was taken back. What was said of oneself goes with it.
pub async fn cancel(
    tx: &mut Tx,
    permit: &Permit,
    session: SessionId,
    id: Uuid,
) -> Result<(), StoreError> {
    let sql = "UPDATE lab_registrations SET cancelled_at = $2, municipality_id = NULL, \
        category = NULL, age_band = NULL, access = '[]' WHERE id = $1";
    on!(tx, c => {
        sqlx::query(sql).bind(id).bind(permit.at()).execute(c).await?;
    });
    told(tx, permit, session, "registration_cancelled", vec![id]).await
}

/// A numbered token of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Its number.
    pub number: i64,
    /// When it was handed out.
    pub arrived: Option<Moment>,
    /// To somebody who had not registered.
    pub walk_in: bool,
    /// What its holder says of themselves.
    pub came: Came,
}

#[derive(sqlx::FromRow)]
struct TokenRow {
    number: i64,
    arrived_at: Option<Moment>,
    walk_in: bool,
    municipality: Option<String>,
    category: Option<String>,
    age_band: Option<String>,
}

/// The tokens of a session, by number.
pub async fn tokens(snapshot: &mut Snapshot, session: SessionId) -> Result<Vec<Token>, StoreError> {
    let sql = "SELECT t.number, t.arrived_at, t.walk_in, m.code AS municipality, t.category, \
        t.age_band FROM lab_tokens t LEFT JOIN municipalities m ON m.id = t.municipality_id \
        WHERE t.session_id = $1 ORDER BY t.number";
    let rows: Vec<TokenRow> = all(snapshot, sql, &[session.uuid().into()]).await?;
    rows.into_iter()
        .map(|row| {
            let id = session.uuid();
            Ok(Token {
                number: row.number,
                arrived: row.arrived_at,
                walk_in: row.walk_in,
                came: came("lab_tokens", id, row.municipality, row.category, row.age_band)?,
            })
        })
        .collect()
}

/// The number of the token of a code, if it was handed out.
pub async fn token_of_code(
    snapshot: &mut Snapshot,
    session: SessionId,
    code_hash: &[u8; 32],
) -> Result<Option<i64>, StoreError> {
    let sql = "SELECT number FROM lab_tokens WHERE session_id = $1 AND code_hash = $2 \
               AND arrived_at IS NOT NULL";
    let row: Option<(i64,)> = on!(snapshot, c => {
        sqlx::query_as(sql)
            .bind(session.uuid())
            .bind(code_hash.as_slice())
            .fetch_optional(c)
            .await?
    });
    Ok(row.map(|(number,)| number))
}

/// Whether a token has the code of this hash.
pub async fn holds(
    snapshot: &mut Snapshot,
    session: SessionId,
    number: i64,
    code_hash: &[u8; 32],
) -> Result<bool, StoreError> {
    let sql = "SELECT number FROM lab_tokens WHERE session_id = $1 AND number = $2 \
               AND code_hash = $3";
    let row: Option<(i64,)> = on!(snapshot, c => {
        sqlx::query_as(sql)
            .bind(session.uuid())
            .bind(number)
            .bind(code_hash.as_slice())
            .fetch_optional(c)
            .await?
    });
    Ok(row.is_some())
}

/// Keeps tokens that are printed now, with the hashes of their codes. One that was printed before
/// and not handed out gets the new code.
pub async fn print_tokens(
    tx: &mut Tx,
    permit: &Permit,
    session: SessionId,
    tokens: &[(i64, [u8; 32])],
) -> Result<(), StoreError> {
    let sql = "INSERT INTO lab_tokens (session_id, number, code_hash, printed_at, walk_in) \
        VALUES ($1, $2, $3, $4, $5) ON CONFLICT (session_id, number) DO UPDATE \
        SET code_hash = excluded.code_hash, printed_at = excluded.printed_at";
    for (number, hash) in tokens {
        on!(tx, c => {
            sqlx::query(sql)
                .bind(session.uuid())
                .bind(number)
                .bind(hash.as_slice())
                .bind(permit.at())
                .bind(false)
                .execute(c)
                .await?;
        });
    }
    told(tx, permit, session, "tokens_printed", Vec::new()).await
}

/// Keeps that somebody came and got a token; with their registration, if they had one.
pub async fn arrive(
    tx: &mut Tx,
    permit: &Permit,
    session: SessionId,
    token: i64,
    who: &Came,
    registration: Option<Uuid>,
) -> Result<(), StoreError> {
    let sql = "UPDATE lab_tokens SET arrived_at = $3, walk_in = $4, municipality_id = \
        (SELECT id FROM municipalities WHERE ambito_id = $5 AND code = $6), category = $7, \
        age_band = $8 WHERE session_id = $1 AND number = $2";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(session.uuid())
            .bind(token)
            .bind(permit.at())
            .bind(registration.is_none())
            .bind(permit.ambito().uuid())
            .bind(&who.municipality)
            .bind(who.category.map(|one| one.code()))
            .bind(who.age.map(|one| one.code()))
            .execute(&mut *c)
            .await?;
        sqlx::query("UPDATE lab_registrations SET token = $2 WHERE id = $1")
            .bind(registration)
            .bind(token)
            .execute(c)
            .await?;
    });
    count_present(tx, permit, session).await?;
    let class = if registration.is_some() { "arrived" } else { "walked_in" };
    told(tx, permit, session, class, registration.into_iter().collect()).await
}

/// Keeps that a token was noted as handed out by mistake.
pub async fn depart(
    tx: &mut Tx,
    permit: &Permit,
    session: SessionId,
    token: i64,
) -> Result<(), StoreError> {
    let sql = "UPDATE lab_tokens SET arrived_at = NULL, walk_in = $3, municipality_id = NULL, \
        category = NULL, age_band = NULL WHERE session_id = $1 AND number = $2";
    let free = "UPDATE lab_registrations SET token = NULL WHERE session_id = $1 AND token = $2";
    on!(tx, c => {
        sqlx::query(sql).bind(session.uuid()).bind(token).bind(false).execute(&mut *c).await?;
        sqlx::query(free).bind(session.uuid()).bind(token).execute(c).await?;
    });
    count_present(tx, permit, session).await?;
    told(tx, permit, session, "arrival_undone", Vec::new()).await
}

/// Keeps how many are there in step with the tokens handed out.
async fn count_present(
    tx: &mut Tx,
    _permit: &Permit,
    session: SessionId,
) -> Result<(), StoreError> {
    let sql = "UPDATE lab_sessions SET present = (SELECT COUNT(*) FROM lab_tokens t \
        WHERE t.session_id = lab_sessions.id AND t.arrived_at IS NOT NULL) WHERE id = $1";
    on!(tx, c => {
        sqlx::query(sql).bind(session.uuid()).execute(c).await?;
    });
    Ok(())
}

/// Whether a token of this session wrote a card: then it stays handed out.
pub async fn token_spoke(
    snapshot: &mut Snapshot,
    session: SessionId,
    token: i64,
) -> Result<bool, StoreError> {
    let sql = "SELECT number FROM lab_cards WHERE session_id = $1 AND token = $2";
    let row: Option<(i64,)> = first(snapshot, sql, &[session.uuid().into(), token.into()]).await?;
    Ok(row.is_some())
}

/// Sessions whose count of people is not that of the tokens handed out: number, kept, counted.
/// Those that a file brought have no tokens. For `trama check`.
pub async fn miscounted(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Vec<(i64, i64, i64)>, StoreError> {
    let sql = "SELECT s.number, s.present, CAST(SUM(CASE WHEN t.arrived_at IS NULL THEN 0 \
        ELSE 1 END) AS BIGINT) AS counted FROM lab_sessions s \
        JOIN lab_tokens t ON t.session_id = s.id WHERE s.ambito_id = $1 \
        GROUP BY s.id, s.number, s.present HAVING s.present <> SUM(CASE WHEN t.arrived_at IS NULL \
        THEN 0 ELSE 1 END) ORDER BY s.number";
    all(snapshot, sql, &[ambito.uuid().into()]).await
}
