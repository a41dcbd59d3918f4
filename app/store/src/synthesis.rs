//! From which stretches of its sources each stretch of a synthesis draws, and what it doesn't need.
//!
//! Rows hold places, no words; why a stretch isn't needed is the facilitator's. They are replaced
//! as a whole at each saving, sealed, and go with the text they are about.

use std::ops::Range;

use domain::events::{Details, Sealed, Subject};
use domain::ids::{AmbitoId, ClusterId, ContributionId};
use domain::people::Role;
use domain::policy::Permit;
use domain::time::Moment;
use uuid::Uuid;

use crate::counts::coded;
use crate::read::{Arg, all, first};
use crate::{Snapshot, StoreError, Tx, chain, on, seals};

/// A stretch of a synthesis draws from one of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredLink {
    /// Of the synthesis.
    pub sentence: Range<usize>,
    /// Which source.
    pub source: ContributionId,
    /// Of what the source brings.
    pub stretch: Range<usize>,
    /// The sentence was changed since it was linked.
    pub recheck: bool,
}

/// A stretch of a source that the synthesis doesn't need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredSkip {
    /// Which source.
    pub source: ContributionId,
    /// Of what the source brings.
    pub stretch: Range<usize>,
    /// Why.
    pub reason: String,
}

/// What is said of a version of a synthesis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredSynthesis {
    /// How often it was saved.
    pub edition: i64,
    /// When it was saved last.
    pub at: Moment,
    /// In which role.
    pub role: Role,
    /// The links.
    pub links: Vec<StoredLink>,
    /// What isn't needed.
    pub skips: Vec<StoredSkip>,
}

fn range(from: i64, to: i64) -> Range<usize> {
    usize::try_from(from).unwrap_or(0)..usize::try_from(to).unwrap_or(0)
}

fn byte(at: usize) -> i64 {
    i64::try_from(at).unwrap_or(i64::MAX)
}

/// What is said of a version of a synthesis; `None` while nobody has saved anything.
pub async fn of(
    snapshot: &mut Snapshot,
    cluster: ClusterId,
    version: i64,
) -> Result<Option<StoredSynthesis>, StoreError> {
    let args: [Arg<'_>; 2] = [cluster.uuid().into(), version.into()];
    let saved = "SELECT edition, at, role FROM synthesis_saves \
                 WHERE cluster_id = $1 AND version = $2";
    let Some((edition, at, role)): Option<(i64, Moment, String)> =
        first(snapshot, saved, &args).await?
    else {
        return Ok(None);
    };
    let links = "SELECT sentence_from, sentence_to, contribution_id, source_from, source_to, \
        recheck FROM synthesis_links WHERE cluster_id = $1 AND version = $2 \
        ORDER BY sentence_from, contribution_id, source_from";
    let links: Vec<(i64, i64, Uuid, i64, i64, bool)> = all(snapshot, links, &args).await?;
    let skips = "SELECT contribution_id, source_from, source_to, reason FROM synthesis_skips \
        WHERE cluster_id = $1 AND version = $2 ORDER BY contribution_id, source_from";
    let skips: Vec<(Uuid, i64, i64, String)> = all(snapshot, skips, &args).await?;
    Ok(Some(StoredSynthesis {
        edition,
        at,
        role: coded("synthesis_saves", cluster.uuid(), &role)?,
        links: links
            .into_iter()
            .map(|(from, to, source, of, until, recheck)| StoredLink {
                sentence: range(from, to),
                source: source.into(),
                stretch: range(of, until),
                recheck,
            })
            .collect(),
        skips: skips
            .into_iter()
            .map(|(source, from, to, reason)| StoredSkip {
                source: source.into(),
                stretch: range(from, to),
                reason,
            })
            .collect(),
    }))
}

/// Keeps what is said of a version of a synthesis, in place of what was said before.
pub async fn save(
    tx: &mut Tx,
    permit: &Permit,
    (cluster, version): (ClusterId, i64),
    new: &StoredSynthesis,
    salt: &[u8; 32],
) -> Result<(), StoreError> {
    let saved = "INSERT INTO synthesis_saves (cluster_id, version, edition, at, role) \
        VALUES ($1, $2, $3, $4, $5) ON CONFLICT (cluster_id, version) DO UPDATE \
        SET edition = excluded.edition, at = excluded.at, role = excluded.role";
    let no_links = "DELETE FROM synthesis_links WHERE cluster_id = $1 AND version = $2";
    let no_skips = "DELETE FROM synthesis_skips WHERE cluster_id = $1 AND version = $2";
    let link = "INSERT INTO synthesis_links (cluster_id, version, sentence_from, sentence_to, \
        contribution_id, source_from, source_to, recheck) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let skip = "INSERT INTO synthesis_skips (cluster_id, version, contribution_id, source_from, \
        source_to, reason) VALUES ($1, $2, $3, $4, $5, $6)";
    let of = cluster.uuid();
    on!(tx, c => {
        sqlx::query(saved)
            .bind(of)
            .bind(version)
            .bind(new.edition)
            .bind(permit.at())
            .bind(new.role.code())
            .execute(&mut *c)
            .await?;
        sqlx::query(no_links).bind(of).bind(version).execute(&mut *c).await?;
        sqlx::query(no_skips).bind(of).bind(version).execute(&mut *c).await?;
        for one in &new.links {
            sqlx::query(link)
                .bind(of)
                .bind(version)
                .bind(byte(one.sentence.start))
                .bind(byte(one.sentence.end))
                .bind(one.source.uuid())
                .bind(byte(one.stretch.start))
                .bind(byte(one.stretch.end))
                .bind(one.recheck)
                .execute(&mut *c)
                .await?;
        }
        for one in &new.skips {
            sqlx::query(skip)
                .bind(of)
                .bind(version)
                .bind(one.source.uuid())
                .bind(byte(one.stretch.start))
                .bind(byte(one.stretch.end))
                .bind(&one.reason)
                .execute(&mut *c)
                .await?;
        }
    });
    sealed(tx, permit, of, version, salt).await
}

/// Says in the chain that the links of a synthesis are these now.
async fn sealed(
    tx: &mut Tx,
    permit: &Permit,
    cluster: Uuid,
    version: i64,
    salt: &[u8; 32],
) -> Result<(), StoreError> {
    let details = Details {
        version: Some(version),
        sealed: seals::seal(tx, permit, Sealed::Synthesis, cluster, salt).await?,
        ..Details::default()
    };
    chain::append(tx, permit, Subject::Cluster, cluster, &details).await?;
    Ok(())
}

/// Forgets what was said of a source whose words are erased. What is left is sealed anew, under a
/// salt from which the one before can't be had.
pub(crate) async fn forget(
    tx: &mut Tx,
    permit: &Permit,
    contribution: ContributionId,
) -> Result<(), StoreError> {
    let about = "SELECT cluster_id, MAX(version) FROM (\
            SELECT cluster_id, version FROM synthesis_links WHERE contribution_id = $1 \
            UNION ALL SELECT cluster_id, version FROM synthesis_skips \
            WHERE contribution_id = $1) x GROUP BY cluster_id ORDER BY cluster_id";
    let clusters: Vec<(Uuid, i64)> = all(tx, about, &[contribution.uuid().into()]).await?;
    let links = "DELETE FROM synthesis_links WHERE cluster_id = $1 AND contribution_id = $2";
    let skips = "DELETE FROM synthesis_skips WHERE cluster_id = $1 AND contribution_id = $2";
    for (cluster, version) in clusters {
        on!(tx, c => {
            sqlx::query(links).bind(cluster).bind(contribution.uuid()).execute(&mut *c).await?;
            sqlx::query(skips).bind(cluster).bind(contribution.uuid()).execute(c).await?;
        });
        if let Some(salt) = seals::salt(tx, Sealed::Synthesis, cluster).await? {
            let salt = domain::contributions::salted(&salt, &["erased"]);
            sealed(tx, permit, cluster, version, &salt).await?;
        }
    }
    Ok(())
}

/// Links that can't be, by number of the cluster: to a text that is no source of it; saved
/// without a seal.
pub async fn astray(snapshot: &mut Snapshot, ambito: AmbitoId) -> Result<Vec<i64>, StoreError> {
    let sql = "SELECT k.number FROM synthesis_links l JOIN clusters k ON k.id = l.cluster_id \
            WHERE k.ambito_id = $1 AND NOT EXISTS (SELECT 1 FROM cluster_sources s \
                WHERE s.cluster_id = l.cluster_id AND s.contribution_id = l.contribution_id) \
        UNION SELECT k.number FROM synthesis_saves v JOIN clusters k ON k.id = v.cluster_id \
            LEFT JOIN seals x ON x.what = 'synthesis' AND x.id = k.id \
            WHERE k.ambito_id = $1 AND x.id IS NULL ORDER BY 1";
    let rows: Vec<(i64,)> = all(snapshot, sql, &[ambito.uuid().into()]).await?;
    Ok(rows.into_iter().map(|(number,)| number).collect())
}
