//! Texts read in parts: rows beside a text, which they never touch.
//!
//! A split stays as it was written; another row ends it. The words of its parts are copies of the
//! text's: they are erased with them.

use std::collections::BTreeMap;

use domain::events::{Details, Sealed, Subject, hex};
use domain::ids::{AmbitoId, ContributionId};
use domain::parts::{EndCause, Part, hash, marked, stand};
use domain::people::Role;
use domain::policy::Permit;
use domain::time::Moment;
use domain::views::ClusterRef;
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::counts::coded;
use crate::read::{Arg, all, few, places};
use crate::{Snapshot, StoreError, Tx, chain, on, seals};

/// States of clusters that use nothing (any more, or yet).
const IDLE: &str = "('sciolto', 'suggerito', 'separato')";

/// A part, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredPart {
    /// Which.
    pub id: Uuid,
    /// From one.
    pub position: u32,
    /// Title and words; both empty once erased.
    pub part: Part,
    /// Clusters that stand and use it, by itself.
    pub clusters: Vec<ClusterRef>,
}

/// The end of a split.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredEnd {
    /// When.
    pub at: Moment,
    /// Why, as a class.
    pub cause: EndCause,
    /// Why, in words; empty where nobody decided.
    pub reason: String,
    /// In which role; `None` where nobody decided.
    pub role: Option<Role>,
}

/// A text read in parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredSplit {
    /// Which.
    pub id: Uuid,
    /// Of which text.
    pub contribution: ContributionId,
    /// Revision of the text.
    pub revision: i64,
    /// Why.
    pub reason: String,
    /// In which role.
    pub role: Role,
    /// When.
    pub at: Moment,
    /// The parts, in their order.
    pub parts: Vec<StoredPart>,
    /// Its end.
    pub ended: Option<StoredEnd>,
}

impl StoredSplit {
    /// The part that an excerpt of the text marks.
    pub fn marked(&self, excerpt: &str) -> Option<Uuid> {
        let words = self.parts.iter().map(|one| one.part.excerpt.as_str());
        marked(words, excerpt).and_then(|place| self.parts.get(place)).map(|part| part.id)
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    contribution_id: Uuid,
    revision: i64,
    reason: String,
    role: String,
    at: Moment,
    ended_at: Option<Moment>,
    cause: Option<String>,
    ended_reason: Option<String>,
    ended_role: Option<String>,
}

impl Row {
    fn split(self, parts: Vec<StoredPart>) -> Result<StoredSplit, StoreError> {
        let ended = match (self.ended_at, self.cause, self.ended_reason) {
            (Some(at), Some(cause), Some(reason)) => Some(StoredEnd {
                at,
                cause: coded("split_ends", self.id, &cause)?,
                reason,
                role: self.ended_role.and_then(|role| role.parse().ok()),
            }),
            (_, _, _) => None,
        };
        Ok(StoredSplit {
            id: self.id,
            contribution: self.contribution_id.into(),
            revision: self.revision,
            reason: self.reason,
            role: coded("splits", self.id, &self.role)?,
            at: self.at,
            parts,
            ended,
        })
    }
}

/// The splits of some texts, the oldest first; those that ended too.
pub async fn of(
    snapshot: &mut Snapshot,
    contributions: &[ContributionId],
) -> Result<Vec<StoredSplit>, StoreError> {
    if contributions.is_empty() {
        return Ok(Vec::new());
    }
    let among = places(1, contributions.len());
    let args: Vec<Arg<'_>> = contributions.iter().map(|id| id.uuid().into()).collect();
    let sql = format!(
        "SELECT s.id, s.contribution_id, s.revision, s.reason, s.role, s.at, e.at AS ended_at, \
         e.cause, e.reason AS ended_reason, e.role AS ended_role FROM splits s \
         LEFT JOIN split_ends e ON e.split_id = s.id \
         WHERE s.contribution_id IN ({among}) ORDER BY s.at, s.id"
    );
    let rows: Vec<Row> = all(snapshot, AssertSqlSafe(sql), &args).await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT p.id, p.split_id, p.position, p.title, p.excerpt FROM parts p \
         JOIN splits s ON s.id = p.split_id WHERE s.contribution_id IN ({among}) \
         ORDER BY p.position"
    );
    let parts: Vec<(Uuid, Uuid, i64, String, String)> =
        all(snapshot, AssertSqlSafe(sql), &args).await?;
    let sql = format!(
        "SELECT c.part_id, k.number, k.title FROM cluster_sources c \
         JOIN clusters k ON k.id = c.cluster_id WHERE c.contribution_id IN ({among}) \
         AND c.part_id IS NOT NULL AND k.state NOT IN {IDLE} ORDER BY k.number"
    );
    let used: Vec<(Uuid, i64, String)> = all(snapshot, AssertSqlSafe(sql), &args).await?;
    let clusters = |part: Uuid| {
        let own = used.iter().filter(move |(of, ..)| *of == part);
        own.map(|(_, number, title)| ClusterRef { number: *number, title: title.clone() }).collect()
    };
    rows.into_iter()
        .map(|row| {
            let own = parts.iter().filter(|(_, split, ..)| *split == row.id);
            let parts = own.map(|(id, _, position, title, excerpt)| StoredPart {
                id: *id,
                position: few(*position),
                part: Part { title: title.clone(), excerpt: excerpt.clone() },
                clusters: clusters(*id),
            });
            let parts = parts.collect();
            row.split(parts)
        })
        .collect()
}

/// The splits of some texts that stand: at most one a text.
pub async fn standing(
    snapshot: &mut Snapshot,
    contributions: &[ContributionId],
) -> Result<BTreeMap<ContributionId, StoredSplit>, StoreError> {
    let splits = of(snapshot, contributions).await?;
    let standing = splits.into_iter().filter(|split| split.ended.is_none());
    Ok(standing.map(|split| (split.contribution, split)).collect())
}

/// A split to be kept.
#[derive(Debug, Clone)]
pub struct NewSplit<'a> {
    /// Which.
    pub id: Uuid,
    /// Of which text.
    pub contribution: ContributionId,
    /// Its revision.
    pub revision: i64,
    /// Ids of the parts, as many as there are.
    pub ids: &'a [Uuid],
    /// The parts.
    pub parts: &'a [Part],
    /// Why.
    pub reason: &'a str,
    /// In which role.
    pub role: Role,
    /// Salt of the parts' words.
    pub salt: [u8; 32],
    /// Salt of its seal.
    pub seal: [u8; 32],
}

/// Keeps a split. Excerpts that clusters marked in the text before are tied to the parts they
/// stand in.
pub async fn make(tx: &mut Tx, permit: &Permit, new: &NewSplit<'_>) -> Result<(), StoreError> {
    let split = "INSERT INTO splits \
        (id, ambito_id, contribution_id, revision, reason, role, at, salt) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let part = "INSERT INTO parts (id, split_id, position, title, excerpt) \
                VALUES ($1, $2, $3, $4, $5)";
    on!(tx, c => {
        sqlx::query(split)
            .bind(new.id)
            .bind(permit.ambito().uuid())
            .bind(new.contribution.uuid())
            .bind(new.revision)
            .bind(new.reason.trim())
            .bind(new.role.code())
            .bind(permit.at())
            .bind(new.salt.as_slice())
            .execute(&mut *c)
            .await?;
        for ((position, id), one) in (1_i64..).zip(new.ids).zip(new.parts) {
            sqlx::query(part)
                .bind(id)
                .bind(new.id)
                .bind(position)
                .bind(&one.title)
                .bind(&one.excerpt)
                .execute(&mut *c)
                .await?;
        }
    });
    let before = format!(
        "SELECT c.cluster_id, c.excerpt FROM cluster_sources c \
         JOIN clusters k ON k.id = c.cluster_id WHERE c.contribution_id = $1 \
         AND k.state NOT IN {IDLE} AND c.excerpt IS NOT NULL"
    );
    let before: Vec<(Uuid, String)> =
        all(tx, AssertSqlSafe(before), &[new.contribution.uuid().into()]).await?;
    for (cluster, excerpt) in before {
        let place = marked(new.parts.iter().map(|part| part.excerpt.as_str()), &excerpt);
        if let Some(part) = place.and_then(|place| new.ids.get(place)) {
            tie(tx, permit, cluster, new.contribution, *part).await?;
        }
    }
    let details = Details {
        version: Some(1),
        text: Some(hex(&hash(&new.salt, new.parts))),
        others: vec![new.contribution.uuid()],
        sealed: seals::seal(tx, permit, Sealed::Split, new.id, &new.seal).await?,
        ..Details::default()
    };
    chain::append(tx, permit, Subject::Split, new.id, &details).await?;
    Ok(())
}

/// Says which part of its text a source of a cluster is.
async fn tie(
    tx: &mut Tx,
    permit: &Permit,
    cluster: Uuid,
    contribution: ContributionId,
    part: Uuid,
) -> Result<(), StoreError> {
    let sql = "UPDATE cluster_sources SET part_id = $3 \
        WHERE cluster_id = $1 AND contribution_id = $2 \
        AND cluster_id IN (SELECT id FROM clusters WHERE ambito_id = $4)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(cluster)
            .bind(contribution.uuid())
            .bind(part)
            .bind(permit.ambito().uuid())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Keeps that the parts of a text were rejoined.
pub async fn rejoin(
    tx: &mut Tx,
    permit: &Permit,
    split: &StoredSplit,
    (reason, role): (&str, Role),
    salt: &[u8; 32],
) -> Result<(), StoreError> {
    end(tx, permit, split.id, EndCause::Rejoined, reason.trim(), role.code()).await?;
    let details = Details {
        class: Some(EndCause::Rejoined.code().to_owned()),
        others: vec![split.contribution.uuid()],
        sealed: seals::seal(tx, permit, Sealed::SplitEnd, split.id, salt).await?,
        ..Details::default()
    };
    chain::append(tx, permit, Subject::Split, split.id, &details).await?;
    Ok(())
}

async fn end(
    tx: &mut Tx,
    permit: &Permit,
    split: Uuid,
    cause: EndCause,
    reason: &str,
    role: &str,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO split_ends (split_id, ambito_id, cause, reason, role, at) \
               VALUES ($1, $2, $3, $4, $5, $6)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(split)
            .bind(permit.ambito().uuid())
            .bind(cause.code())
            .bind(reason)
            .bind(role)
            .bind(permit.at())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Ends the parts of a text that leaves the public pages for good, and erases the words of all
/// parts it ever had, with their salts.
pub async fn erase(
    tx: &mut Tx,
    permit: &Permit,
    contribution: ContributionId,
) -> Result<(), StoreError> {
    for split in of(tx, &[contribution]).await? {
        forget(tx, permit, &split, EndCause::Gone).await?;
    }
    Ok(())
}

/// After other words became a text: parts that don't stand in it any more end, and their words,
/// which stand in no text that is read, are erased.
pub async fn keep_in_step(
    tx: &mut Tx,
    permit: &Permit,
    contribution: ContributionId,
    body: &str,
) -> Result<(), StoreError> {
    for split in of(tx, &[contribution]).await? {
        let parts: Vec<Part> = split.parts.iter().map(|one| one.part.clone()).collect();
        if !stand(&parts, body) {
            forget(tx, permit, &split, EndCause::Changed).await?;
        }
    }
    Ok(())
}

/// Ends a split that stands, erases the words of its parts with their salt, and says so in the
/// chain.
async fn forget(
    tx: &mut Tx,
    permit: &Permit,
    split: &StoredSplit,
    cause: EndCause,
) -> Result<(), StoreError> {
    if split.ended.is_none() {
        end(tx, permit, split.id, cause, "", "").await?;
    } else if split.parts.iter().all(|one| one.part.excerpt.is_empty()) {
        return Ok(());
    }
    let words = "UPDATE parts SET title = '', excerpt = '' WHERE split_id = $1";
    let salt = "UPDATE splits SET salt = NULL WHERE id = $1";
    on!(tx, c => {
        sqlx::query(words).bind(split.id).execute(&mut *c).await?;
        sqlx::query(salt).bind(split.id).execute(c).await?;
    });
    let details = Details {
        class: Some(cause.code().to_owned()),
        others: vec![split.contribution.uuid()],
        ..Details::default()
    };
    chain::append(tx, permit, Subject::Split, split.id, &details).await?;
    Ok(())
}

/// A split as `trama check` reads it.
#[derive(Debug, Clone)]
pub struct SplitCheck {
    /// Which.
    pub id: Uuid,
    /// Number of its text.
    pub number: i64,
    /// Title and words of the parts.
    pub parts: Vec<Part>,
    /// Salt of their hash.
    pub salt: Option<Vec<u8>>,
    /// Body of the revision in which they were marked; empty once erased.
    pub body: String,
    /// Where the text stands.
    pub standing: String,
    /// It has not ended.
    pub stands: bool,
}

/// All splits of an Ambito.
pub async fn checked(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Vec<SplitCheck>, StoreError> {
    let sql = "SELECT s.id, c.number, s.salt, COALESCE(r.body, ''), c.standing, e.cause \
        FROM splits s JOIN contributions c ON c.id = s.contribution_id \
        LEFT JOIN revisions r ON r.contribution_id = c.id AND r.revision = s.revision \
        LEFT JOIN split_ends e ON e.split_id = s.id \
        WHERE s.ambito_id = $1 ORDER BY c.number, s.at, s.id";
    type Row = (Uuid, i64, Option<Vec<u8>>, String, String, Option<String>);
    let rows: Vec<Row> = all(snapshot, sql, &[ambito.uuid().into()]).await?;
    let sql = "SELECT p.split_id, p.title, p.excerpt FROM parts p \
        JOIN splits s ON s.id = p.split_id WHERE s.ambito_id = $1 ORDER BY p.position";
    let parts: Vec<(Uuid, String, String)> = all(snapshot, sql, &[ambito.uuid().into()]).await?;
    let of = |split: Uuid| {
        let own = parts.iter().filter(move |(of, ..)| *of == split);
        own.map(|(_, title, excerpt)| Part { title: title.clone(), excerpt: excerpt.clone() })
            .collect()
    };
    Ok(rows
        .into_iter()
        .map(|(id, number, salt, body, standing, cause)| SplitCheck {
            id,
            number,
            parts: of(id),
            salt,
            body,
            standing,
            stands: cause.is_none(),
        })
        .collect())
}

/// What can't be of parts: number of the text, and which of these. A text with two splits that
/// stand; a source tied to a part of another text; a split, or somebody's end of one, for which
/// nothing vouches.
pub async fn astray(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Vec<(i64, String)>, StoreError> {
    let sql = "SELECT c.number, 'twice' AS what FROM splits s \
            JOIN contributions c ON c.id = s.contribution_id \
            LEFT JOIN split_ends e ON e.split_id = s.id \
            WHERE s.ambito_id = $1 AND e.split_id IS NULL GROUP BY c.number HAVING COUNT(*) > 1 \
        UNION ALL SELECT c.number, 'foreign' FROM cluster_sources t \
            JOIN contributions c ON c.id = t.contribution_id JOIN parts p ON p.id = t.part_id \
            JOIN splits s ON s.id = p.split_id \
            WHERE s.ambito_id = $1 AND s.contribution_id <> t.contribution_id \
        UNION ALL SELECT c.number, 'unsealed' FROM splits s \
            JOIN contributions c ON c.id = s.contribution_id \
            LEFT JOIN seals x ON x.what = 'split' AND x.id = s.id \
            WHERE s.ambito_id = $1 AND x.id IS NULL \
        UNION ALL SELECT c.number, 'unsealed' FROM split_ends e \
            JOIN splits s ON s.id = e.split_id JOIN contributions c ON c.id = s.contribution_id \
            LEFT JOIN seals x ON x.what = 'split_end' AND x.id = e.split_id \
            WHERE e.ambito_id = $1 AND e.cause = 'ricomposto' AND x.id IS NULL \
        ORDER BY 1, 2";
    all(snapshot, sql, &[ambito.uuid().into()]).await
}
