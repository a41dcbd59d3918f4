//! Drafts of voices: what was sent to a round that had closed meanwhile. Its author alone reads
//! it; no list, no search and no count knows of it.

use domain::contributions::Kind;
use domain::events::{Details, Subject};
use domain::ids::{AmbitoId, RoundId};
use domain::policy::Permit;
use domain::time::Moment;
use uuid::Uuid;

use crate::counts::coded;
use crate::read::{Arg, all, first};
use crate::{Snapshot, StoreError, Tx, chain, on};

/// A draft as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Which.
    pub id: Uuid,
    /// Its number in the Ambito, for its author's address.
    pub number: i64,
    /// The round it was written for.
    pub round: RoundId,
    /// Need or proposal.
    pub kind: Kind,
    /// Names and values of the wizard's fields.
    pub fields: Vec<(String, String)>,
    /// When it was saved last.
    pub saved: Moment,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    number: i64,
    round_id: Uuid,
    kind: String,
    fields: String,
    saved_at: Moment,
}

impl TryFrom<Row> for Kept {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Kept {
            id: row.id,
            number: row.number,
            round: row.round_id.into(),
            kind: coded("voice_drafts", row.id, &row.kind)?,
            fields: serde_json::from_str(&row.fields)?,
            saved: row.saved_at,
        })
    }
}

const COLUMNS: &str =
    "SELECT id, number, round_id, kind, fields, saved_at FROM voice_drafts WHERE ambito_id = $1";

async fn one(
    snapshot: &mut Snapshot,
    and: &'static str,
    args: &[Arg<'_>],
) -> Result<Option<Kept>, StoreError> {
    let row: Option<Row> =
        first(snapshot, sqlx::AssertSqlSafe(format!("{COLUMNS} {and}")), args).await?;
    row.map(Kept::try_from).transpose()
}

/// The draft of an id.
pub async fn by_id(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    id: Uuid,
) -> Result<Option<Kept>, StoreError> {
    one(snapshot, "AND id = $2", &[ambito.uuid().into(), id.into()]).await
}

/// The draft of a number.
pub async fn by_number(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    number: i64,
) -> Result<Option<Kept>, StoreError> {
    one(snapshot, "AND number = $2", &[ambito.uuid().into(), number.into()]).await
}

/// The drafts among these ids, the one saved last in front.
pub async fn of_ids(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    ids: &[Uuid],
) -> Result<Vec<Kept>, StoreError> {
    let mut found = Vec::new();
    for some in ids.chunks(200) {
        let places = crate::read::places(2, some.len());
        let sql = sqlx::AssertSqlSafe(format!("{COLUMNS} AND id IN ({places})"));
        let mut args: Vec<Arg<'_>> = vec![ambito.uuid().into()];
        args.extend(some.iter().map(|id| Arg::Id(*id)));
        let rows: Vec<Row> = all(snapshot, sql, &args).await?;
        for row in rows {
            found.push(Kept::try_from(row)?);
        }
    }
    found.sort_by_key(|kept| (std::cmp::Reverse(kept.saved), kept.number));
    Ok(found)
}

/// The number of the next draft. To be asked after the Ambito is locked.
pub async fn next_number(tx: &mut Tx, permit: &Permit) -> Result<i64, StoreError> {
    let sql = "SELECT COALESCE(MAX(number), 0) + 1 FROM voice_drafts WHERE ambito_id = $1";
    let row: Option<(i64,)> = first(tx, sql, &[permit.ambito().uuid().into()]).await?;
    Ok(row.map_or(1, |(number,)| number))
}

/// Keeps a draft, or what it says now.
pub async fn keep(tx: &mut Tx, permit: &Permit, kept: &Kept) -> Result<(), StoreError> {
    let sql = "INSERT INTO voice_drafts (id, ambito_id, number, round_id, kind, fields, saved_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7) \
        ON CONFLICT (id) DO UPDATE SET round_id = excluded.round_id, fields = excluded.fields, \
        saved_at = excluded.saved_at";
    let fields = serde_json::to_string(&kept.fields)?;
    on!(tx, c => {
        sqlx::query(sql)
            .bind(kept.id)
            .bind(permit.ambito().uuid())
            .bind(kept.number)
            .bind(kept.round.uuid())
            .bind(kept.kind.code())
            .bind(fields)
            .bind(permit.at())
            .execute(c)
            .await?;
    });
    record(tx, permit, kept.id).await
}

/// Throws a draft away, words and all.
pub async fn discard(tx: &mut Tx, permit: &Permit, id: Uuid) -> Result<(), StoreError> {
    let sql = "DELETE FROM voice_drafts WHERE id = $1 AND ambito_id = $2";
    on!(tx, c => {
        sqlx::query(sql).bind(id).bind(permit.ambito().uuid()).execute(c).await?;
    });
    record(tx, permit, id).await
}

async fn record(tx: &mut Tx, permit: &Permit, id: Uuid) -> Result<(), StoreError> {
    chain::append(tx, permit, Subject::VoiceDraft, id, &Details::default()).await?;
    Ok(())
}

/// Drafts to which nobody has a key any more: neither an author nor a receipt.
pub async fn keyless(snapshot: &mut Snapshot, ambito: AmbitoId) -> Result<Vec<Uuid>, StoreError> {
    let sql = "SELECT id FROM voice_drafts WHERE ambito_id = $1 ORDER BY number";
    let rows: Vec<(Uuid,)> = all(snapshot, sql, &[ambito.uuid().into()]).await?;
    let mut keyless = Vec::new();
    for (id,) in rows {
        if !crate::identity::has_key(snapshot, id).await? {
            keyless.push(id);
        }
    }
    Ok(keyless)
}
