//! What becomes of a merge after it was proposed: answers of authors, mediations, the end of its
//! window.
//!
//! Like [`merging`](crate::merging) it writes no contribution, revision or support (invariant
//! 10). Answers and mediations are appended; of each source the last answer stands.

use std::collections::BTreeMap;

use domain::contributions::AuthorKind;
use domain::events::{Details, Sealed, Subject, hex};
use domain::ids::{AmbitoId, ClusterId, ContributionId, PersonId, RoundId};
use domain::merging::life::{Mediation, MergeAnswer, answer_hash};
use domain::merging::{ClusterState, Share};
use domain::policy::Permit;
use domain::time::Moment;
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::counts::coded;
use crate::merging::{StoredCluster, sources};
use crate::read::{Arg, all, count, first, places};
use crate::{Snapshot, StoreError, Tx, chain, on, seals};

/// The objection window of a merge on which nobody has decided yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Window {
    /// When the merge was proposed.
    pub opens: Moment,
    /// First moment after the window.
    pub closes: Moment,
    /// Somebody objects: the clock will not apply it.
    pub contested: bool,
}

/// The objection windows of an Ambito that are not done with, the first to end first.
pub async fn windows(snapshot: &mut Snapshot, ambito: AmbitoId) -> Result<Vec<Window>, StoreError> {
    let sql = "SELECT created_at AS opens, closes_at AS closes, state = 'contestato' AS contested \
        FROM clusters WHERE ambito_id = $1 AND state IN ('in_opposizione', 'contestato') \
        AND closes_at IS NOT NULL ORDER BY closes_at";
    all(snapshot, sql, &[ambito.uuid().into()]).await
}

/// Clusters that the clock has applied and nobody has written so yet.
pub async fn due(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    now: Moment,
) -> Result<Vec<ClusterId>, StoreError> {
    let sql = "SELECT id FROM clusters WHERE ambito_id = $1 AND state = 'in_opposizione' \
        AND closes_at <= $2 ORDER BY closes_at, number";
    let rows: Vec<(Uuid,)> =
        on!(snapshot, c => sqlx::query_as(sql).bind(ambito.uuid()).bind(now).fetch_all(c).await?);
    Ok(rows.into_iter().map(|(id,)| id.into()).collect())
}

/// How many merges of a round nobody has decided on.
pub async fn undecided(snapshot: &mut Snapshot, round: RoundId) -> Result<u64, StoreError> {
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) FROM clusters WHERE round_id = $1 \
        AND state IN ('in_opposizione', 'contestato') AND closes_at IS NOT NULL";
    let row: Option<(i64,)> = first(snapshot, sql, &[round.uuid().into()]).await?;
    Ok(count(row.map_or(0, |(n,)| n)))
}

/// Moves a cluster to a state. One that is applied was so from the end of its window, or from the
/// decision on.
async fn put(
    tx: &mut Tx,
    permit: &Permit,
    cluster: ClusterId,
    state: ClusterState,
    applied: Option<Moment>,
) -> Result<(), StoreError> {
    let sql = "UPDATE clusters SET state = $3, applied_at = $4 WHERE id = $1 AND ambito_id = $2";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(cluster.uuid())
            .bind(permit.ambito().uuid())
            .bind(state.code())
            .bind(applied)
            .execute(c)
            .await?;
    });
    Ok(())
}

/// For how many days authors of an Ambito may object to a merge.
pub async fn objection_days(snapshot: &mut Snapshot, ambito: AmbitoId) -> Result<u16, StoreError> {
    let sql = "SELECT objection_days FROM ambiti WHERE id = $1";
    let row: Option<(i64,)> = first(snapshot, sql, &[ambito.uuid().into()]).await?;
    let days = row.and_then(|(days,)| u16::try_from(days).ok());
    days.ok_or_else(|| StoreError::row("ambiti", ambito.uuid(), "no objection days"))
}

/// Sets that, for windows that open from now on.
pub async fn set_objection_days(tx: &mut Tx, permit: &Permit, days: u16) -> Result<(), StoreError> {
    let sql = "UPDATE ambiti SET objection_days = $2 WHERE id = $1";
    let ambito = permit.ambito().uuid();
    on!(tx, c => { sqlx::query(sql).bind(ambito).bind(i64::from(days)).execute(c).await?; });
    let details = Details { version: Some(days.into()), ..Details::default() };
    chain::append(tx, permit, Subject::Ambito, ambito, &details).await?;
    Ok(())
}

/// Writes down that a window ended without an objection.
pub async fn apply(
    tx: &mut Tx,
    permit: &Permit,
    cluster: &StoredCluster,
) -> Result<(), StoreError> {
    put(tx, permit, cluster.id, ClusterState::Applied, cluster.life.closes).await?;
    let links = sources(tx, &[cluster.id]).await?;
    let details = Details {
        version: Some(cluster.version),
        class: Some(ClusterState::Applied.code().to_owned()),
        others: links.iter().map(|link| link.contribution.uuid()).collect(),
        ..Details::default()
    };
    chain::append(tx, permit, Subject::Cluster, cluster.id.uuid(), &details).await?;
    Ok(())
}

/// What an author said of a merge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredAnswer {
    /// Of which cluster.
    pub cluster: ClusterId,
    /// For which source.
    pub contribution: ContributionId,
    /// When.
    pub at: Moment,
    /// What.
    pub answer: MergeAnswer,
    /// Reason or sentence; empty once erased.
    pub words: String,
    /// Language of the words.
    pub language: String,
    /// Not public: the detectors found something.
    pub held: bool,
    /// In which capacity the text was written.
    pub author_kind: AuthorKind,
    /// The text it is about is public.
    pub public: bool,
}

type AnswerRow = (Uuid, Uuid, Moment, String, String, String, bool, String, String);

/// What the authors of the sources of some clusters said, in its order.
pub async fn answers(
    snapshot: &mut Snapshot,
    clusters: &[ClusterId],
) -> Result<Vec<StoredAnswer>, StoreError> {
    if clusters.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT a.cluster_id, a.contribution_id, a.at, a.answer, a.words, a.language, a.held, \
         c.author_kind, c.standing FROM cluster_answers a \
         JOIN contributions c ON c.id = a.contribution_id \
         WHERE a.cluster_id IN ({}) ORDER BY a.cluster_id, a.position",
        places(1, clusters.len())
    );
    let args: Vec<Arg<'_>> = clusters.iter().map(|id| id.uuid().into()).collect();
    let rows: Vec<AnswerRow> = all(snapshot, AssertSqlSafe(sql), &args).await?;
    rows.into_iter()
        .map(|(cluster, contribution, at, answer, words, language, held, author_kind, standing)| {
            Ok(StoredAnswer {
                cluster: cluster.into(),
                contribution: contribution.into(),
                at,
                answer: coded("cluster_answers", cluster, &answer)?,
                words,
                language,
                held,
                author_kind: coded("contributions", contribution, &author_kind)?,
                public: standing == "pubblicato",
            })
        })
        .collect()
}

/// The answer that stands for each source of a cluster: its last.
pub fn standing(
    answers: &[StoredAnswer],
    cluster: ClusterId,
) -> BTreeMap<ContributionId, &StoredAnswer> {
    answers.iter().filter(|one| one.cluster == cluster).map(|one| (one.contribution, one)).collect()
}

/// An answer to be kept.
#[derive(Debug, Clone)]
pub struct NewAnswer<'a> {
    /// Its id.
    pub id: Uuid,
    /// For which source.
    pub contribution: ContributionId,
    /// What.
    pub answer: MergeAnswer,
    /// Reason or sentence.
    pub words: &'a str,
    /// Language of the words.
    pub language: &'a str,
    /// Not public.
    pub held: bool,
    /// Salt of its hash.
    pub salt: [u8; 32],
    /// Salt of the seal of the sources, if what one is to the cluster changes.
    pub seal: [u8; 32],
    /// Where the cluster stands with it.
    pub state: ClusterState,
}

/// Keeps an answer, with what it makes of its source and of the cluster.
pub async fn answer(
    tx: &mut Tx,
    permit: &Permit,
    cluster: &StoredCluster,
    new: &NewAnswer<'_>,
) -> Result<(), StoreError> {
    let insert = "INSERT INTO cluster_answers (id, ambito_id, cluster_id, contribution_id, \
        position, at, answer, words, language, held, salt) VALUES ($1, $2, $3, $4, \
        (SELECT COALESCE(MAX(x.position), 0) + 1 FROM cluster_answers x WHERE x.cluster_id = $3), \
        $5, $6, $7, $8, $9, $10)";
    on!(tx, c => {
        sqlx::query(insert)
            .bind(new.id)
            .bind(permit.ambito().uuid())
            .bind(cluster.id.uuid())
            .bind(new.contribution.uuid())
            .bind(permit.at())
            .bind(new.answer.code())
            .bind(new.words)
            .bind(new.language)
            .bind(new.held)
            .bind(new.salt.as_slice())
            .execute(c)
            .await?;
    });
    let dissent = (new.answer == MergeAnswer::Dissented).then_some(new.words);
    let sealed = if stand(tx, permit, (cluster.id, new.contribution), dissent).await? {
        seals::seal(tx, permit, Sealed::Sources, cluster.id.uuid(), &new.seal).await?
    } else {
        Vec::new()
    };
    let applied = match new.state {
        ClusterState::Applied => Some(permit.at()),
        _ => None,
    };
    put(tx, permit, cluster.id, new.state, applied).await?;
    let details = Details {
        version: Some(1),
        text: Some(hex(&answer_hash(&new.salt, new.answer, new.words))),
        class: Some(new.answer.code().to_owned()),
        others: vec![cluster.id.uuid(), new.contribution.uuid()],
        sealed,
    };
    chain::append(tx, permit, Subject::MergeAnswer, new.id, &details).await?;
    Ok(())
}

/// What a source is to its cluster: a dissent with this sentence, or again what was proposed.
/// Tells whether anything changed.
async fn stand(
    tx: &mut Tx,
    permit: &Permit,
    (cluster, contribution): (ClusterId, ContributionId),
    dissent: Option<&str>,
) -> Result<bool, StoreError> {
    let keep = "UPDATE cluster_sources SET proposed_share = share, proposed_excerpt = excerpt \
        WHERE cluster_id = $1 AND contribution_id = $2 AND proposed_share IS NULL \
        AND cluster_id IN (SELECT id FROM clusters WHERE ambito_id = $3)";
    let mark = "UPDATE cluster_sources SET share = $3, excerpt = $4 \
        WHERE cluster_id = $1 AND contribution_id = $2";
    let back = "UPDATE cluster_sources SET share = proposed_share, excerpt = proposed_excerpt, \
        proposed_share = NULL, proposed_excerpt = NULL \
        WHERE cluster_id = $1 AND contribution_id = $2 AND proposed_share IS NOT NULL";
    let (cluster, contribution) = (cluster.uuid(), contribution.uuid());
    let changed = on!(tx, c => match dissent {
        Some(sentence) => {
            sqlx::query(keep)
                .bind(cluster)
                .bind(contribution)
                .bind(permit.ambito().uuid())
                .execute(&mut *c)
                .await?;
            let marked = sqlx::query(mark)
                .bind(cluster)
                .bind(contribution)
                .bind(Share::Dissent.code())
                .bind(sentence);
            marked.execute(&mut *c).await?.rows_affected()
        }
        None => {
            let restored = sqlx::query(back).bind(cluster).bind(contribution);
            restored.execute(c).await?.rows_affected()
        }
    });
    Ok(changed > 0)
}

/// What a mediator decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredMediation {
    /// When.
    pub at: Moment,
    /// What.
    pub decision: Mediation,
    /// Why.
    pub reason: String,
    /// By whom, public by office; empty if they hold none any more.
    pub mediator: String,
}

/// What was decided on a cluster, the oldest first.
pub async fn mediations(
    snapshot: &mut Snapshot,
    cluster: ClusterId,
) -> Result<Vec<StoredMediation>, StoreError> {
    let sql = "SELECT m.at, m.decision, m.reason, COALESCE(o.name, '') FROM cluster_mediations m \
        LEFT JOIN officers o ON o.ambito_id = m.ambito_id AND o.person_id = m.mediator_id \
        WHERE m.cluster_id = $1 ORDER BY m.at, m.id";
    let rows: Vec<(Moment, String, String, String)> =
        all(snapshot, sql, &[cluster.uuid().into()]).await?;
    rows.into_iter()
        .map(|(at, decision, reason, mediator)| {
            let decision = coded("cluster_mediations", cluster.uuid(), &decision)?;
            Ok(StoredMediation { at, decision, reason, mediator })
        })
        .collect()
}

/// The syntheses of a cluster that a mediation replaced, with their version, the oldest first.
pub async fn versions(
    snapshot: &mut Snapshot,
    cluster: ClusterId,
) -> Result<Vec<(i64, String)>, StoreError> {
    let sql = "SELECT version, synthesis FROM cluster_versions WHERE cluster_id = $1 \
               ORDER BY version";
    all(snapshot, sql, &[cluster.uuid().into()]).await
}

/// A decision to be kept.
#[derive(Debug, Clone)]
pub struct NewMediation<'a> {
    /// Its id.
    pub id: Uuid,
    /// By whom.
    pub mediator: PersonId,
    /// What.
    pub decision: Mediation,
    /// Why.
    pub reason: &'a str,
    /// The synthesis from now on, where it changes.
    pub synthesis: Option<&'a str>,
    /// Salt of the decision's seal.
    pub seal: [u8; 32],
    /// Salt of the new text's hash.
    pub salt: [u8; 32],
}

/// Keeps a decision, and the text it replaces if it does.
pub async fn mediate(
    tx: &mut Tx,
    permit: &Permit,
    cluster: &StoredCluster,
    new: &NewMediation<'_>,
) -> Result<(), StoreError> {
    let insert = "INSERT INTO cluster_mediations \
        (id, ambito_id, cluster_id, at, mediator_id, decision, reason) \
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let replaced = "INSERT INTO cluster_versions \
        (cluster_id, version, title, synthesis, reason, salt) \
        SELECT id, version, title, synthesis, reason, salt FROM clusters WHERE id = $1";
    let rewrite = "UPDATE clusters SET synthesis = $2, version = version + 1, salt = $3 \
                   WHERE id = $1";
    on!(tx, c => {
        sqlx::query(insert)
            .bind(new.id)
            .bind(permit.ambito().uuid())
            .bind(cluster.id.uuid())
            .bind(permit.at())
            .bind(new.mediator.uuid())
            .bind(new.decision.code())
            .bind(new.reason)
            .execute(&mut *c)
            .await?;
        if let Some(synthesis) = new.synthesis {
            sqlx::query(replaced).bind(cluster.id.uuid()).execute(&mut *c).await?;
            sqlx::query(rewrite)
                .bind(cluster.id.uuid())
                .bind(synthesis)
                .bind(new.salt.as_slice())
                .execute(&mut *c)
                .await?;
        }
    });
    let state = new.decision.state();
    let applied = (state == ClusterState::Applied).then_some(permit.at());
    put(tx, permit, cluster.id, state, applied).await?;
    let (version, text) = match new.synthesis {
        Some(synthesis) => {
            let hash = domain::merging::hash(&new.salt, &cluster.title, synthesis, &cluster.reason);
            (cluster.version + 1, Some(hex(&hash)))
        }
        None => (cluster.version, None),
    };
    let links = sources(tx, &[cluster.id]).await?;
    let details = Details {
        version: Some(version),
        text,
        class: Some(new.decision.code().to_owned()),
        others: links.iter().map(|link| link.contribution.uuid()).collect(),
        sealed: seals::seal(tx, permit, Sealed::Mediation, new.id, &new.seal).await?,
    };
    chain::append(tx, permit, Subject::Cluster, cluster.id.uuid(), &details).await?;
    Ok(())
}

/// An answer as `trama check` reads it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct AnswerCheck {
    /// Id.
    pub id: Uuid,
    /// Number of its cluster.
    pub cluster: i64,
    /// Place in its cluster.
    pub position: i64,
    /// For which source.
    pub contribution: Uuid,
    /// Code of what was said.
    pub answer: String,
    /// Words.
    pub words: String,
    /// Salt of the hash of both.
    pub salt: Option<Vec<u8>>,
}

/// All answers of an Ambito.
pub async fn checked_answers(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Vec<AnswerCheck>, StoreError> {
    let sql = "SELECT a.id, k.number AS cluster, a.position, a.contribution_id AS contribution, \
        a.answer, a.words, a.salt FROM cluster_answers a JOIN clusters k ON k.id = a.cluster_id \
        WHERE a.ambito_id = $1 ORDER BY k.number, a.position";
    Ok(on!(snapshot, c => sqlx::query_as(sql).bind(ambito.uuid()).fetch_all(c).await?))
}

/// Texts of clusters that were replaced: cluster, number, version, title, synthesis, reason, salt.
pub type ReplacedText = (Uuid, i64, i64, String, String, String, Option<Vec<u8>>);

/// All of them.
pub async fn checked_versions(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Vec<ReplacedText>, StoreError> {
    let sql = "SELECT v.cluster_id, k.number, v.version, v.title, v.synthesis, v.reason, v.salt \
        FROM cluster_versions v JOIN clusters k ON k.id = v.cluster_id \
        WHERE k.ambito_id = $1 ORDER BY k.number, v.version";
    all(snapshot, sql, &[ambito.uuid().into()]).await
}

/// What can't be of a merge's life: number of the cluster, and which of these.
pub async fn astray(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Vec<(i64, String)>, StoreError> {
    let last = "a.position = (SELECT MAX(x.position) FROM cluster_answers x \
                WHERE x.cluster_id = a.cluster_id AND x.contribution_id = a.contribution_id)";
    let sql = format!(
        "SELECT k.number, 'early' AS what FROM clusters k WHERE k.ambito_id = $1 \
            AND k.state = 'applicato' AND k.applied_at < k.closes_at \
            AND EXISTS (SELECT 1 FROM events e WHERE e.subject_id = k.id \
                AND e.operation = 'make_cluster') \
            AND NOT EXISTS (SELECT 1 FROM cluster_mediations m WHERE m.cluster_id = k.id) \
        UNION ALL SELECT k.number, 'own_mediator' FROM clusters k \
            JOIN cluster_mediations m ON m.cluster_id = k.id \
            WHERE k.ambito_id = $1 AND m.mediator_id = k.facilitator_id \
        UNION ALL SELECT k.number, 'unheard' FROM clusters k WHERE k.ambito_id = $1 \
            AND k.state IN ('in_opposizione', 'applicato') \
            AND NOT EXISTS (SELECT 1 FROM cluster_mediations m WHERE m.cluster_id = k.id) \
            AND EXISTS (SELECT 1 FROM cluster_answers a WHERE a.cluster_id = k.id \
                AND a.answer = 'obiezione' AND {last}) \
        UNION ALL SELECT k.number, 'dissent' FROM clusters k \
            JOIN cluster_answers a ON a.cluster_id = k.id AND a.answer = 'dissenso' AND {last} \
            JOIN cluster_sources s ON s.cluster_id = a.cluster_id \
                AND s.contribution_id = a.contribution_id \
            WHERE k.ambito_id = $1 AND s.share <> 'dissent' \
        ORDER BY 1, 2"
    );
    all(snapshot, AssertSqlSafe(sql), &[ambito.uuid().into()]).await
}

/// Decisions of mediators that no seal vouches for.
pub async fn unsealed(snapshot: &mut Snapshot, ambito: AmbitoId) -> Result<Vec<Uuid>, StoreError> {
    let sql = "SELECT m.id FROM cluster_mediations m WHERE m.ambito_id = $1 \
        AND NOT EXISTS (SELECT 1 FROM seals s WHERE s.what = 'mediation' AND s.id = m.id)";
    let rows: Vec<(Uuid,)> = all(snapshot, sql, &[ambito.uuid().into()]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Clusters with a window in which these texts stand, by number.
pub async fn clusters_with(
    snapshot: &mut Snapshot,
    contributions: &[ContributionId],
) -> Result<Vec<ClusterId>, StoreError> {
    let mut found = Vec::new();
    for some in contributions.chunks(100) {
        let sql = format!(
            "SELECT DISTINCT k.id, k.number FROM clusters k \
             JOIN cluster_sources s ON s.cluster_id = k.id \
             WHERE k.closes_at IS NOT NULL AND s.contribution_id IN ({}) ORDER BY k.number",
            places(1, some.len())
        );
        let args: Vec<Arg<'_>> = some.iter().map(|id| id.uuid().into()).collect();
        let rows: Vec<(Uuid, i64)> = all(snapshot, AssertSqlSafe(sql), &args).await?;
        found.extend(rows.into_iter().map(|(id, _)| ClusterId::from(id)));
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

/// Erases what the author of a text said of merges, with the salts.
pub async fn erase_answers(
    tx: &mut Tx,
    permit: &Permit,
    contribution: ContributionId,
) -> Result<(), StoreError> {
    let sql = "UPDATE cluster_answers SET words = '', salt = NULL \
               WHERE contribution_id = $1 AND ambito_id = $2";
    let ambito = permit.ambito().uuid();
    on!(tx, c => { sqlx::query(sql).bind(contribution.uuid()).bind(ambito).execute(c).await?; });
    Ok(())
}
