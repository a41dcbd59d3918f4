//! Clusters: rows that point at their sources.
//!
//! Nothing here ever writes a contribution, a revision or a support: a cluster is made and
//! dissolved beside its sources (invariant 10). After either, the operation calls
//! [`counts::restage`](crate::counts::restage) for each source.

use std::collections::BTreeMap;

use domain::contributions::Standing;
use domain::events::{Details, Sealed, Subject, hex};
use domain::ids::{AmbitoId, ClusterId, ContributionId, PersonId, RoundId};
use domain::merging::life::Life;
use domain::merging::{ClusterState, Share, SourceFacts};
use domain::policy::Permit;
use domain::suppression::{self, Shown};
use domain::time::Moment;
use domain::views::{ActionRef, ClusterCard, ClusterRef};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::counts::coded;
use crate::read::contributions::readable;
use crate::read::{Arg, Sight, all, count, few, first, places};
use crate::{Snapshot, StoreError, Tx, chain, on, seals};

/// A cluster as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredCluster {
    /// Which.
    pub id: ClusterId,
    /// Number in the Ambito.
    pub number: i64,
    /// Its round.
    pub round: RoundId,
    /// One line.
    pub title: String,
    /// The synthesis.
    pub synthesis: String,
    /// Why these belong together.
    pub reason: String,
    /// Who brought them together.
    pub facilitator: PersonId,
    /// Their name, public by office; empty if they hold none any more.
    pub facilitator_name: String,
    /// Where it stands, with the end of its objection window.
    pub life: Life,
    /// Version of its text.
    pub version: i64,
    /// When it was made.
    pub created_at: Moment,
    /// When it was applied, once that is written down.
    pub applied_at: Option<Moment>,
    /// When it was dissolved.
    pub dissolved_at: Option<Moment>,
    /// Why it was dissolved.
    pub dissolved: Option<String>,
    /// Objections that an import brought, as JSON.
    pub objections: String,
    /// Number of sources.
    pub sources: u32,
    /// Distinct supporters of at least one source.
    pub supporters: u32,
    /// Whether that number is on record.
    pub supporters_known: bool,
}

impl StoredCluster {
    /// As other pages point at it.
    pub fn reference(&self) -> ClusterRef {
        ClusterRef { number: self.number, title: self.title.clone() }
    }

    /// As lists show it at a moment.
    pub fn card(&self, now: Moment) -> ClusterCard {
        ClusterCard {
            cluster: self.reference(),
            state: self.life.at(now),
            closes: self.life.closes,
            sources: self.sources,
            supporters: self.supporters(),
            at: self.created_at,
        }
    }

    /// Supporters as they may be shown.
    pub fn supporters(&self) -> Shown {
        suppression::people_known(self.supporters, self.supporters_known)
    }
}

#[derive(sqlx::FromRow)]
struct ClusterRow {
    id: Uuid,
    number: i64,
    round_id: Uuid,
    title: String,
    synthesis: String,
    reason: String,
    facilitator_id: Uuid,
    facilitator_name: String,
    state: String,
    closes_at: Option<Moment>,
    version: i64,
    created_at: Moment,
    applied_at: Option<Moment>,
    dissolved_at: Option<Moment>,
    dissolved_reason: Option<String>,
    objections: String,
    sources: i64,
    kept: i64,
    live: i64,
    most: i64,
    known: bool,
}

impl TryFrom<ClusterRow> for StoredCluster {
    type Error = StoreError;

    fn try_from(row: ClusterRow) -> Result<Self, StoreError> {
        Ok(StoredCluster {
            id: row.id.into(),
            number: row.number,
            round: row.round_id.into(),
            title: row.title,
            synthesis: row.synthesis,
            reason: row.reason,
            facilitator: row.facilitator_id.into(),
            facilitator_name: row.facilitator_name,
            life: Life { kept: coded("clusters", row.id, &row.state)?, closes: row.closes_at },
            version: row.version,
            created_at: row.created_at,
            applied_at: row.applied_at,
            dissolved_at: row.dissolved_at,
            dissolved: row.dissolved_reason,
            objections: row.objections,
            sources: few(row.sources),
            supporters: few(row.kept.max(row.live).max(row.most)),
            supporters_known: row.known,
        })
    }
}

/// Distinct supporters: counted while their keys are there; the number kept when the keys were
/// cut (round given back); never fewer than the best supported source has.
const COLUMNS: &str = "SELECT k.id, k.number, k.round_id, k.title, k.synthesis, k.reason, \
    k.facilitator_id, COALESCE(o.name, '') AS facilitator_name, k.state, k.closes_at, \
    k.version, k.created_at, k.applied_at, k.dissolved_at, k.dissolved_reason, k.objections, COALESCE(k.kept_supporters, 0) AS kept, \
    (SELECT CAST(COUNT(*) AS BIGINT) FROM cluster_sources s WHERE s.cluster_id = k.id) \
        AS sources, \
    (SELECT CAST(COUNT(DISTINCT p.person_id) AS BIGINT) FROM cluster_sources s \
        JOIN supports p ON p.contribution_id = s.contribution_id WHERE s.cluster_id = k.id) \
        AS live, \
    (SELECT COALESCE(MAX(c.supports), 0) FROM cluster_sources s \
        JOIN contributions c ON c.id = s.contribution_id WHERE s.cluster_id = k.id) AS most, \
    (k.kept_supporters IS NOT NULL OR NOT EXISTS (SELECT 1 FROM cluster_sources s \
        JOIN contributions c ON c.id = s.contribution_id \
        WHERE s.cluster_id = k.id AND NOT c.supports_known)) AS known \
    FROM clusters k \
    LEFT JOIN officers o ON o.ambito_id = k.ambito_id AND o.person_id = k.facilitator_id";

async fn load(
    snapshot: &mut Snapshot,
    condition: &str,
    args: &[Arg<'_>],
) -> Result<Vec<StoredCluster>, StoreError> {
    let sql = AssertSqlSafe(format!("{COLUMNS} {condition}"));
    let rows: Vec<ClusterRow> = all(snapshot, sql, args).await?;
    rows.into_iter().map(StoredCluster::try_from).collect()
}

/// The cluster of a number.
pub async fn by_number(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    number: i64,
) -> Result<Option<StoredCluster>, StoreError> {
    let args = &[ambito.uuid().into(), number.into()];
    let found = load(snapshot, "WHERE k.ambito_id = $1 AND k.number = $2", args).await?;
    Ok(found.into_iter().next())
}

/// Clusters by their ids, by number.
pub async fn by_ids(
    snapshot: &mut Snapshot,
    ids: &[ClusterId],
) -> Result<Vec<StoredCluster>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let condition = format!("WHERE k.id IN ({}) ORDER BY k.number", places(1, ids.len()));
    let args: Vec<Arg<'_>> = ids.iter().map(|id| id.uuid().into()).collect();
    load(snapshot, &condition, &args).await
}

/// Clusters of a round, the newest first.
pub async fn of_round(
    snapshot: &mut Snapshot,
    round: RoundId,
) -> Result<Vec<StoredCluster>, StoreError> {
    let condition = "WHERE k.round_id = $1 ORDER BY k.created_at DESC, k.number DESC";
    load(snapshot, condition, &[round.uuid().into()]).await
}

/// The numbers of the texts of a round that are in a group that stands, or in one that is proposed.
pub async fn brought(snapshot: &mut Snapshot, round: RoundId) -> Result<Vec<i64>, StoreError> {
    let sql = "SELECT DISTINCT c.number FROM cluster_sources s \
        JOIN clusters k ON k.id = s.cluster_id \
        JOIN contributions c ON c.id = s.contribution_id \
        WHERE k.round_id = $1 AND k.state NOT IN ('sciolto', 'suggerito', 'separato')";
    let rows: Vec<(i64,)> = all(snapshot, sql, &[round.uuid().into()]).await?;
    Ok(rows.into_iter().map(|(number,)| number).collect())
}

/// A source of a cluster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceLink {
    /// Which cluster.
    pub cluster: ClusterId,
    /// Which contribution.
    pub contribution: ContributionId,
    /// What it is to the cluster.
    pub share: Share,
    /// Marked sentence.
    pub excerpt: Option<String>,
}

/// The sources of some clusters, in their order; within each, dissent last.
pub async fn sources(
    snapshot: &mut Snapshot,
    clusters: &[ClusterId],
) -> Result<Vec<SourceLink>, StoreError> {
    if clusters.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT cluster_id, contribution_id, share, excerpt FROM cluster_sources \
         WHERE cluster_id IN ({}) \
         ORDER BY CASE share WHEN 'dissent' THEN 1 ELSE 0 END, position, contribution_id",
        places(1, clusters.len())
    );
    let args: Vec<Arg<'_>> = clusters.iter().map(|id| id.uuid().into()).collect();
    let rows: Vec<(Uuid, Uuid, String, Option<String>)> =
        all(snapshot, AssertSqlSafe(sql), &args).await?;
    rows.into_iter()
        .map(|(cluster, contribution, share, excerpt)| {
            Ok(SourceLink {
                cluster: cluster.into(),
                contribution: contribution.into(),
                share: coded("cluster_sources", cluster, &share)?,
                excerpt: excerpt.filter(|excerpt| !excerpt.is_empty()),
            })
        })
        .collect()
}

/// Whole bodies of those of these texts that everybody may read.
pub async fn bodies(
    snapshot: &mut Snapshot,
    contributions: &[ContributionId],
) -> Result<BTreeMap<ContributionId, String>, StoreError> {
    if contributions.is_empty() {
        return Ok(BTreeMap::new());
    }
    let sql = format!(
        "SELECT c.id, c.standing, r.body FROM contributions c \
         JOIN revisions r ON r.contribution_id = c.id AND r.revision = c.revision \
         WHERE c.id IN ({})",
        places(1, contributions.len())
    );
    let args: Vec<Arg<'_>> = contributions.iter().map(|id| id.uuid().into()).collect();
    let rows: Vec<(Uuid, String, String)> = all(snapshot, AssertSqlSafe(sql), &args).await?;
    let mut bodies = BTreeMap::new();
    for (id, standing, body) in rows {
        let standing: Standing = coded("contributions", id, &standing)?;
        if readable(standing, body.is_empty(), Sight::Public) {
            bodies.insert(id.into(), body);
        }
    }
    Ok(bodies)
}

/// What merging must know of some contributions, by their numbers.
pub async fn facts(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    numbers: &[i64],
) -> Result<Vec<SourceFacts>, StoreError> {
    if numbers.is_empty() {
        return Ok(Vec::new());
    }
    let mut args: Vec<Arg<'_>> = vec![ambito.uuid().into()];
    args.extend(numbers.iter().map(|&number| Arg::from(number)));
    let chosen = places(2, numbers.len());
    let sql = format!(
        "SELECT c.id, c.number, c.round_id, c.standing, COALESCE(r.title, ''), \
         COALESCE(r.body, ''), COALESCE(r.strengths, ''), COALESCE(r.recipients, ''), \
         COALESCE(r.doers, ''), COALESCE(r.resources, '') FROM contributions c \
         LEFT JOIN revisions r ON r.contribution_id = c.id AND r.revision = c.revision \
         WHERE c.ambito_id = $1 AND c.number IN ({chosen}) ORDER BY c.number"
    );
    type Row = (Uuid, i64, Uuid, String, String, String, String, String, String, String);
    let rows: Vec<Row> = all(snapshot, AssertSqlSafe(sql), &args).await?;
    let sql = format!(
        "SELECT t.contribution_id, t.title, t.body FROM translations t \
         JOIN contributions c ON c.id = t.contribution_id \
         WHERE c.ambito_id = $1 AND c.number IN ({chosen})"
    );
    let translated: Vec<(Uuid, String, String)> = all(snapshot, AssertSqlSafe(sql), &args).await?;
    rows.into_iter()
        .map(|(id, number, round, standing, title, body, strengths, recipients, doers, res)| {
            let mut texts = vec![title, body, strengths, recipients, doers, res];
            for (of, title, body) in &translated {
                if *of == id {
                    texts.extend([title.clone(), body.clone()]);
                }
            }
            Ok(SourceFacts {
                id: id.into(),
                number,
                round: round.into(),
                standing: coded("contributions", id, &standing)?,
                texts,
            })
        })
        .collect()
}

/// Actions drafted from a cluster, by number.
pub async fn actions(
    snapshot: &mut Snapshot,
    cluster: ClusterId,
) -> Result<Vec<ActionRef>, StoreError> {
    let sql = "SELECT a.id, a.number, v.title, a.state FROM action_clusters l \
               JOIN actions a ON a.id = l.action_id \
               JOIN action_versions v ON v.action_id = a.id AND v.version = a.version \
               WHERE l.cluster_id = $1 ORDER BY a.number";
    let rows: Vec<(Uuid, i64, String, String)> =
        all(snapshot, sql, &[cluster.uuid().into()]).await?;
    rows.into_iter()
        .map(|(id, number, title, state)| {
            Ok(ActionRef { number, title, state: coded("actions", id, &state)? })
        })
        .collect()
}

/// How far the merging of a round has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// Public contributions.
    pub total: u64,
    /// Of them, in a cluster that is applied.
    pub assigned: u64,
    /// Of them, in no such cluster but in one that is proposed.
    pub proposed: u64,
    /// Of them, with a direct outcome.
    pub answered: u64,
}

/// How far the merging of a round has come.
pub async fn progress(snapshot: &mut Snapshot, round: RoundId) -> Result<Progress, StoreError> {
    let sql = "SELECT \
        (SELECT CAST(COALESCE(SUM(n), 0) AS BIGINT) FROM contribution_counts \
         WHERE round_id = $1), \
        (SELECT CAST(COUNT(DISTINCT s.contribution_id) AS BIGINT) FROM clusters k \
         JOIN cluster_sources s ON s.cluster_id = k.id \
         JOIN contributions c ON c.id = s.contribution_id \
         WHERE k.round_id = $1 AND k.state = 'applicato' AND c.standing = 'pubblicato'), \
        (SELECT CAST(COUNT(DISTINCT s.contribution_id) AS BIGINT) FROM clusters k \
         JOIN cluster_sources s ON s.cluster_id = k.id \
         JOIN contributions c ON c.id = s.contribution_id \
         WHERE k.round_id = $1 AND k.state IN ('proposto', 'in_opposizione', 'contestato', \
            'mediato') AND c.standing = 'pubblicato' AND c.stage = 'pubblicato'), \
        (SELECT CAST(COUNT(DISTINCT o.contribution_id) AS BIGINT) FROM contributions c \
         JOIN outcomes o ON o.contribution_id = c.id \
         WHERE c.round_id = $1 AND c.standing = 'pubblicato' AND o.action_id IS NULL)";
    let row: Option<(i64, i64, i64, i64)> = first(snapshot, sql, &[round.uuid().into()]).await?;
    let (total, assigned, proposed, answered) = row.unwrap_or_default();
    Ok(Progress {
        total: count(total),
        assigned: count(assigned),
        proposed: count(proposed),
        answered: count(answered),
    })
}

/// The next number of a table's rows in an Ambito. To be asked after the Ambito is locked.
pub(crate) async fn next_number(
    tx: &mut Tx,
    table: &'static str,
    ambito: AmbitoId,
) -> Result<i64, StoreError> {
    let sql = format!("SELECT COALESCE(MAX(number), 0) + 1 FROM {table} WHERE ambito_id = $1");
    let row: Option<(i64,)> = first(tx, AssertSqlSafe(sql), &[ambito.uuid().into()]).await?;
    Ok(row.map_or(1, |(number,)| number))
}

/// A source of a new cluster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSource {
    /// Which contribution.
    pub contribution: ContributionId,
    /// What it is to the cluster.
    pub share: Share,
    /// Marked sentence; empty if none.
    pub excerpt: String,
    /// The part of the text it marks.
    pub part: Option<Uuid>,
}

/// A new cluster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCluster {
    /// Its id.
    pub id: ClusterId,
    /// Its round.
    pub round: RoundId,
    /// Who brings them together.
    pub facilitator: PersonId,
    /// One line.
    pub title: String,
    /// The synthesis.
    pub synthesis: String,
    /// Why these belong together.
    pub reason: String,
    /// The sources, in their order.
    pub sources: Vec<NewSource>,
    /// First moment after its objection window.
    pub closes: Moment,
    /// Salt of its text's hash.
    pub salt: [u8; 32],
    /// Salt of the seal of its sources.
    pub seal: [u8; 32],
}

/// Proposes a cluster: its objection window opens. Returns its number.
pub async fn make(tx: &mut Tx, permit: &Permit, new: &NewCluster) -> Result<i64, StoreError> {
    let ambito = permit.ambito();
    let number = next_number(tx, "clusters", ambito).await?;
    let policy = policy_of(tx, &new.sources).await?;
    let cluster = "INSERT INTO clusters (id, ambito_id, number, round_id, policy_id, title, \
        synthesis, reason, facilitator_id, state, version, created_at, closes_at, objections, \
        salt) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'in_opposizione', 1, $10, $11, '[]', \
        $12)";
    let source = "INSERT INTO cluster_sources \
        (cluster_id, contribution_id, position, share, excerpt, part_id) \
        VALUES ($1, $2, $3, $4, $5, $6)";
    on!(tx, c => {
        sqlx::query(cluster)
            .bind(new.id.uuid())
            .bind(ambito.uuid())
            .bind(number)
            .bind(new.round.uuid())
            .bind(policy)
            .bind(&new.title)
            .bind(&new.synthesis)
            .bind(&new.reason)
            .bind(new.facilitator.uuid())
            .bind(permit.at())
            .bind(new.closes)
            .bind(new.salt.as_slice())
            .execute(&mut *c)
            .await?;
        for (position, from) in (1_i64..).zip(&new.sources) {
            let excerpt = Some(from.excerpt.as_str()).filter(|excerpt| !excerpt.is_empty());
            sqlx::query(source)
                .bind(new.id.uuid())
                .bind(from.contribution.uuid())
                .bind(position)
                .bind(from.share.code())
                .bind(excerpt)
                .bind(from.part)
                .execute(&mut *c)
                .await?;
        }
    });
    let hash = domain::merging::hash(&new.salt, &new.title, &new.synthesis, &new.reason);
    let details = Details {
        version: Some(1),
        text: Some(hex(&hash)),
        class: Some(ClusterState::ObjectionWindow.code().to_owned()),
        others: new.sources.iter().map(|from| from.contribution.uuid()).collect(),
        sealed: {
            let mut sealed = Vec::new();
            for what in [Sealed::Sources, Sealed::Window] {
                sealed.extend(seals::seal(tx, permit, what, new.id.uuid(), &new.seal).await?);
            }
            sealed
        },
    };
    chain::append(tx, permit, Subject::Cluster, new.id.uuid(), &details).await?;
    Ok(number)
}

/// The policy most of the sources are of; of several, that of the lowest code.
async fn policy_of(tx: &mut Tx, sources: &[NewSource]) -> Result<Option<Uuid>, StoreError> {
    let sql = format!(
        "SELECT c.policy_id, p.code FROM contributions c JOIN policies p ON p.id = c.policy_id \
         WHERE c.id IN ({})",
        places(1, sources.len())
    );
    let args: Vec<Arg<'_>> = sources.iter().map(|from| from.contribution.uuid().into()).collect();
    let rows: Vec<(Uuid, String)> = all(tx, AssertSqlSafe(sql), &args).await?;
    let mut counted: BTreeMap<(String, Uuid), usize> = BTreeMap::new();
    for (id, code) in rows {
        *counted.entry((code, id)).or_default() += 1;
    }
    let most = counted.values().copied().max();
    Ok(counted.into_iter().find(|(_, n)| Some(*n) == most).map(|((_, id), _)| id))
}

/// Dissolves a cluster with a reason. The row and its links stay, to be read.
pub async fn dissolve(
    tx: &mut Tx,
    permit: &Permit,
    cluster: ClusterId,
    reason: &str,
    salt: &[u8; 32],
) -> Result<(), StoreError> {
    let sql = "UPDATE clusters SET state = 'sciolto', dissolved_at = $3, dissolved_reason = $4 \
               WHERE id = $1 AND ambito_id = $2 RETURNING version";
    let (version,): (i64,) = on!(tx, c => {
        sqlx::query_as(sql)
            .bind(cluster.uuid())
            .bind(permit.ambito().uuid())
            .bind(permit.at())
            .bind(reason)
            .fetch_one(c)
            .await?
    });
    let sources = sources(tx, &[cluster]).await?;
    let details = Details {
        version: Some(version),
        class: Some(ClusterState::Dissolved.code().to_owned()),
        others: sources.iter().map(|link| link.contribution.uuid()).collect(),
        sealed: seals::seal(tx, permit, Sealed::Dissolution, cluster.uuid(), salt).await?,
        ..Details::default()
    };
    chain::append(tx, permit, Subject::Cluster, cluster.uuid(), &details).await?;
    Ok(())
}

/// Erases what clusters that joined nothing, or join no more, marked in a text whose words are
/// erased. Their sources are sealed anew, under a salt from which the one before can't be had.
pub(crate) async fn forget_excerpts(
    tx: &mut Tx,
    permit: &Permit,
    contribution: ContributionId,
) -> Result<(), StoreError> {
    let marked = "SELECT cluster_id FROM cluster_sources WHERE contribution_id = $1 \
        AND (excerpt IS NOT NULL OR proposed_excerpt IS NOT NULL) ORDER BY cluster_id";
    let clusters: Vec<(Uuid,)> = all(tx, marked, &[contribution.uuid().into()]).await?;
    let forget = "UPDATE cluster_sources SET excerpt = NULL, proposed_excerpt = NULL \
        WHERE cluster_id = $1 AND contribution_id = $2";
    for (cluster,) in clusters {
        on!(tx, c => {
            sqlx::query(forget).bind(cluster).bind(contribution.uuid()).execute(c).await?;
        });
        let Some(salt) = seals::salt(tx, Sealed::Sources, cluster).await? else { continue };
        let salt = domain::contributions::salted(&salt, &["erased"]);
        let details = Details {
            others: vec![contribution.uuid()],
            sealed: seals::seal(tx, permit, Sealed::Sources, cluster, &salt).await?,
            ..Details::default()
        };
        chain::append(tx, permit, Subject::Cluster, cluster, &details).await?;
    }
    Ok(())
}
