//! Amendments, their merges and what was decided on them.

use std::collections::HashMap;

use domain::events::{Sealed, Subject};
use domain::ids::{AmbitoId, AmendmentId, OrganisationId, RoundId};
use domain::methods::draft::{Amendment, AmendmentKind, AmendmentState};
use domain::policy::Permit;
use domain::time::Moment;
use domain::views::VerdictView;
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use super::{Told, next, tell};
use crate::counts::coded;
use crate::read::{Arg, all};
use crate::{Snapshot, StoreError, Tx, on};

/// An amendment, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredAmendment {
    /// Which.
    pub id: AmendmentId,
    /// Its number in the Ambito.
    pub number: i64,
    /// To the draft of which round.
    pub round: RoundId,
    /// Who proposes it; `None` for what the facilitation merged.
    pub organisation: Option<OrganisationId>,
    /// Its name.
    pub organisation_name: Option<String>,
    /// The version on which it was written.
    pub base_version: i64,
    /// What it asks for.
    pub asks: Amendment,
    /// When.
    pub at: Moment,
    /// What was decided.
    pub verdict: Option<VerdictView>,
    /// The one into which it was merged.
    pub into: Option<AmendmentId>,
}

impl StoredAmendment {
    /// What became of it.
    pub fn state(&self) -> AmendmentState {
        match (&self.verdict, self.into) {
            (Some(verdict), _) => verdict.state,
            (None, Some(_)) => AmendmentState::Merged,
            (None, None) => AmendmentState::Proposed,
        }
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    number: i64,
    round_id: Uuid,
    organisation_id: Option<Uuid>,
    organisation_name: Option<String>,
    kind: String,
    paragraph: i64,
    base_version: i64,
    text: String,
    reason: String,
    at: Moment,
    state: Option<String>,
    why: Option<String>,
    adapted: Option<String>,
    version: Option<i64>,
    decided_at: Option<Moment>,
    merged_id: Option<Uuid>,
}

impl TryFrom<Row> for StoredAmendment {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let verdict = match (row.state, row.decided_at) {
            (Some(state), Some(at)) => Some(VerdictView {
                state: coded("amendment_verdicts", row.id, &state)?,
                at,
                reason: row.why.unwrap_or_default(),
                adapted: row.adapted,
                version: row.version,
            }),
            _ => None,
        };
        Ok(StoredAmendment {
            id: row.id.into(),
            number: row.number,
            round: row.round_id.into(),
            organisation: row.organisation_id.map(OrganisationId::from),
            organisation_name: row.organisation_name,
            base_version: row.base_version,
            asks: Amendment {
                kind: coded::<AmendmentKind>("amendments", row.id, &row.kind)?,
                paragraph: row.paragraph,
                text: row.text,
                reason: row.reason,
            },
            at: row.at,
            verdict,
            into: row.merged_id.map(AmendmentId::from),
        })
    }
}

const COLUMNS: &str = "SELECT a.id, a.number, a.round_id, a.organisation_id, \
    o.name AS organisation_name, a.kind, a.paragraph, a.base_version, a.text, a.reason, a.at, \
    v.state, v.reason AS why, v.adapted, v.version, v.at AS decided_at, \
    s.amendment_id AS merged_id FROM amendments a \
    LEFT JOIN organisations o ON o.id = a.organisation_id \
    LEFT JOIN amendment_verdicts v ON v.amendment_id = a.id \
    LEFT JOIN amendment_sources s ON s.source_id = a.id";

async fn load(
    snapshot: &mut Snapshot,
    condition: &'static str,
    args: &[Arg<'_>],
) -> Result<Vec<StoredAmendment>, StoreError> {
    let sql = AssertSqlSafe(format!("{COLUMNS} {condition} ORDER BY a.number"));
    let rows: Vec<Row> = all(snapshot, sql, args).await?;
    rows.into_iter().map(StoredAmendment::try_from).collect()
}

/// The amendments to the draft of a round, in the order in which they came.
pub async fn amendments(
    snapshot: &mut Snapshot,
    round: RoundId,
) -> Result<Vec<StoredAmendment>, StoreError> {
    load(snapshot, "WHERE a.round_id = $1", &[round.uuid().into()]).await
}

/// An amendment by its number.
pub async fn amendment(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    number: i64,
) -> Result<Option<StoredAmendment>, StoreError> {
    let args = &[ambito.uuid().into(), number.into()];
    let found = load(snapshot, "WHERE a.ambito_id = $1 AND a.number = $2", args).await?;
    Ok(found.into_iter().next())
}

/// The number of an amendment of this Ambito.
pub async fn amendment_number(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    id: AmendmentId,
) -> Result<Option<i64>, StoreError> {
    let args = &[ambito.uuid().into(), id.uuid().into()];
    let found = load(snapshot, "WHERE a.ambito_id = $1 AND a.id = $2", args).await?;
    Ok(found.first().map(|one| one.number))
}

/// Amendments of a round: all, and those nobody has decided on.
pub async fn count_amendments(
    snapshot: &mut Snapshot,
    round: RoundId,
) -> Result<(u64, u64), StoreError> {
    let all = amendments(snapshot, round).await?;
    let open = all.iter().filter(|one| one.state() == AmendmentState::Proposed).count();
    Ok((all.len() as u64, open as u64))
}

/// An amendment to keep.
#[derive(Debug, Clone)]
pub struct NewAmendment<'a> {
    /// Its id.
    pub id: AmendmentId,
    /// To the draft of which round.
    pub round: RoundId,
    /// Who proposes it; `None` for what the facilitation merges.
    pub organisation: Option<OrganisationId>,
    /// The version on which it is written.
    pub base_version: i64,
    /// What it asks for.
    pub asks: &'a Amendment,
    /// The amendments it merges.
    pub sources: &'a [AmendmentId],
    /// Salt of its seal.
    pub salt: [u8; 32],
}

/// Keeps an amendment; returns its number.
pub async fn keep_amendment(
    tx: &mut Tx,
    permit: &Permit,
    new: &NewAmendment<'_>,
) -> Result<i64, StoreError> {
    let number = "SELECT COALESCE(MAX(number), 0) + 1 FROM amendments WHERE ambito_id = $1";
    let number = next(tx, number, permit.ambito().uuid()).await?;
    let sql = "INSERT INTO amendments (id, ambito_id, number, round_id, organisation_id, kind, \
        paragraph, base_version, text, reason, at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    let source = "INSERT INTO amendment_sources (source_id, amendment_id, position) \
                  VALUES ($1, $2, $3)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(new.id.uuid())
            .bind(permit.ambito().uuid())
            .bind(number)
            .bind(new.round.uuid())
            .bind(new.organisation.map(OrganisationId::uuid))
            .bind(new.asks.kind.code())
            .bind(new.asks.paragraph)
            .bind(new.base_version)
            .bind(new.asks.text.trim())
            .bind(new.asks.reason.trim())
            .bind(permit.at())
            .execute(&mut *c)
            .await?;
        for (position, of) in (1_i64..).zip(new.sources) {
            sqlx::query(source)
                .bind(of.uuid())
                .bind(new.id.uuid())
                .bind(position)
                .execute(&mut *c)
                .await?;
        }
    });
    let told = Told {
        subject: Subject::Amendment,
        subject_id: new.id.uuid(),
        what: Sealed::Amendment,
        row: new.id.uuid(),
        salt: &new.salt,
        class: Some(new.asks.kind.code()),
        version: Some(new.base_version),
        others: std::iter::once(new.round.uuid())
            .chain(new.organisation.map(OrganisationId::uuid))
            .chain(new.sources.iter().map(|source| source.uuid()))
            .collect(),
    };
    tell(tx, permit, told).await?;
    Ok(number)
}

/// A verdict to keep.
#[derive(Debug, Clone)]
pub struct NewVerdict<'a> {
    /// Its id.
    pub id: Uuid,
    /// On which amendment.
    pub amendment: AmendmentId,
    /// Accepted, rejected or withdrawn.
    pub state: AmendmentState,
    /// Why.
    pub reason: &'a str,
    /// The words that go in, if not those proposed.
    pub adapted: Option<&'a str>,
    /// The version it makes.
    pub version: Option<i64>,
    /// Salt of its seal.
    pub salt: [u8; 32],
}

/// Keeps what was decided on an amendment, once.
pub async fn keep_verdict(
    tx: &mut Tx,
    permit: &Permit,
    new: &NewVerdict<'_>,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO amendment_verdicts \
        (id, ambito_id, amendment_id, state, reason, adapted, version, at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(new.id)
            .bind(permit.ambito().uuid())
            .bind(new.amendment.uuid())
            .bind(new.state.code())
            .bind(new.reason.trim())
            .bind(new.adapted.map(str::trim))
            .bind(new.version)
            .bind(permit.at())
            .execute(c)
            .await?;
    });
    let told = Told {
        subject: Subject::Amendment,
        subject_id: new.amendment.uuid(),
        what: Sealed::AmendmentVerdict,
        row: new.id,
        salt: &new.salt,
        class: Some(new.state.code()),
        version: new.version,
        others: Vec::new(),
    };
    tell(tx, permit, told).await
}

/// Of each merge in a round, the amendments it merges, in their order.
pub async fn merged(
    snapshot: &mut Snapshot,
    round: RoundId,
) -> Result<HashMap<AmendmentId, Vec<AmendmentId>>, StoreError> {
    let sql = "SELECT s.amendment_id, s.source_id FROM amendment_sources s \
               JOIN amendments a ON a.id = s.amendment_id WHERE a.round_id = $1 \
               ORDER BY s.amendment_id, s.position";
    let rows: Vec<(Uuid, Uuid)> = all(snapshot, sql, &[round.uuid().into()]).await?;
    let mut found: HashMap<AmendmentId, Vec<AmendmentId>> = HashMap::new();
    for (merge, source) in rows {
        found.entry(merge.into()).or_default().push(source.into());
    }
    Ok(found)
}
