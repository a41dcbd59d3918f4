//! What `trama check` reads to recompute the chain, the hashes, the counters and the invariants.
//!
//! Rows come as they stand, in pages, without being made into models: a row that makes no sense
//! is what the check looks for. It only reads.

use domain::contributions::Words;
use domain::ids::AmbitoId;
use domain::time::Moment;
use uuid::Uuid;

use crate::{Snapshot, StoreError, on};

/// An Ambito, and where its chain should end.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Chained {
    /// Id.
    pub id: Uuid,
    /// Slug.
    pub slug: String,
    /// Length of the chain.
    pub chain_length: i64,
    /// Head of the chain.
    pub chain_head: Vec<u8>,
}

/// All Ambiti.
pub async fn ambiti(snapshot: &mut Snapshot) -> Result<Vec<Chained>, StoreError> {
    let sql = "SELECT id, slug, chain_length, chain_head FROM ambiti ORDER BY slug";
    Ok(on!(snapshot, c => sqlx::query_as(sql).fetch_all(c).await?))
}

/// Distinct supporters of an Ambito: as they are kept, and as the rows of `supports` say.
pub async fn supporters(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<(i64, i64), StoreError> {
    let sql = "SELECT supporters, (SELECT CAST(COUNT(DISTINCT s.person_id) AS BIGINT) \
        FROM supports s JOIN contributions c ON c.id = s.contribution_id \
        WHERE c.ambito_id = $1) FROM ambiti WHERE id = $1";
    Ok(on!(snapshot, c => sqlx::query_as(sql).bind(ambito.uuid()).fetch_one(c).await?))
}

/// An event as it stands.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct EventRow {
    /// Place in the chain.
    pub seq: i64,
    /// When.
    pub at: Moment,
    /// Code of what was done.
    pub operation: String,
    /// Codes of the roles.
    pub role: String,
    /// Code of what it is about.
    pub subject: String,
    /// Which one.
    pub subject_id: Uuid,
    /// The rest, as JSON.
    pub details: String,
    /// Head of the chain after it.
    pub head: Vec<u8>,
}

/// Events after a place in the chain.
pub async fn events(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    after: i64,
    limit: i64,
) -> Result<Vec<EventRow>, StoreError> {
    let sql = "SELECT seq, at, operation, role, subject, subject_id, details, head FROM events \
               WHERE ambito_id = $1 AND seq > $2 ORDER BY seq LIMIT $3";
    Ok(on!(snapshot, c => {
        sqlx::query_as(sql).bind(ambito.uuid()).bind(after).bind(limit).fetch_all(c).await?
    }))
}

/// A contribution as it stands, with its current words and its Italian translation.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct VoiceRow {
    /// Id.
    pub id: Uuid,
    /// Number.
    pub number: i64,
    /// Code of its standing.
    pub standing: String,
    /// Code of its stage.
    pub stage: String,
    /// Code of its outcome.
    pub outcome: Option<String>,
    /// Stored count of supports.
    pub supports: i64,
    /// Stored band of supports.
    pub support_band: i64,
    /// Stored count of public comments.
    pub comments: i64,
    /// Current revision.
    pub revision: i64,
    /// Code of the author's capacity.
    pub author_kind: String,
    /// Name shown.
    pub byline: Option<String>,
    /// When it became public.
    pub published_at: Option<Moment>,
    /// State of its round, as kept.
    pub mark: String,
    /// Supports counted now.
    pub counted_supports: i64,
    /// Public comments counted now.
    pub counted_comments: i64,
    /// Clusters, actions and answers that point at it.
    pub links: i64,
}

/// Contributions after a number.
pub async fn voices(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    after: i64,
    limit: i64,
) -> Result<Vec<VoiceRow>, StoreError> {
    let sql = "SELECT v.id, v.number, v.standing, v.stage, v.outcome, v.supports, \
        v.support_band, v.comments, v.revision, v.author_kind, v.byline, v.published_at, r.mark, \
        (SELECT CAST(COUNT(*) AS BIGINT) FROM supports s WHERE s.contribution_id = v.id) \
            AS counted_supports, \
        (SELECT CAST(COUNT(*) AS BIGINT) FROM comments k \
            WHERE k.contribution_id = v.id AND k.standing = 'pubblicato') AS counted_comments, \
        (SELECT CAST(COUNT(*) AS BIGINT) FROM cluster_sources s WHERE s.contribution_id = v.id) \
        + (SELECT CAST(COUNT(*) AS BIGINT) FROM action_contributions a \
            WHERE a.contribution_id = v.id) \
        + (SELECT CAST(COUNT(*) AS BIGINT) FROM outcomes o WHERE o.contribution_id = v.id) \
            AS links \
        FROM contributions v JOIN rounds r ON r.id = v.round_id \
        WHERE v.ambito_id = $1 AND v.number > $2 ORDER BY v.number LIMIT $3";
    Ok(on!(snapshot, c => {
        sqlx::query_as(sql).bind(ambito.uuid()).bind(after).bind(limit).fetch_all(c).await?
    }))
}

/// Public texts that stand on the shelf of the new and are not, or are and don't: by number. None
/// where shelves are still to be set.
pub async fn wrong_shelves(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Vec<(i64, String)>, StoreError> {
    let sql = "SELECT v.number, v.shelf FROM contributions v JOIN ambiti a ON a.id = v.ambito_id \
        WHERE v.ambito_id = $1 AND v.standing = 'pubblicato' AND a.new_from IS NOT NULL \
        AND (v.shelf NOT IN ('altri', 'nuovi', 'sostenuti') \
             OR (v.shelf = 'nuovi') <> (v.published_at >= a.new_from)) ORDER BY v.number";
    Ok(on!(snapshot, c => sqlx::query_as(sql).bind(ambito.uuid()).fetch_all(c).await?))
}

/// A revision as it stands.
#[derive(Debug, Clone)]
pub struct RevisionRow {
    /// Of which contribution.
    pub contribution: Uuid,
    /// Its number.
    pub number: i64,
    /// Which revision.
    pub revision: i64,
    /// Language of the words.
    pub language: String,
    /// The words.
    pub words: Words,
    /// Salt of their hash.
    pub salt: Option<Vec<u8>>,
    /// Title and body of the Italian translation.
    pub italian: Option<(String, String)>,
}

#[derive(sqlx::FromRow)]
struct RawRevision {
    contribution_id: Uuid,
    number: i64,
    revision: i64,
    language: String,
    title: String,
    body: String,
    strengths: String,
    recipients: String,
    doers: String,
    resources: String,
    salt: Option<Vec<u8>>,
    italian_title: Option<String>,
    italian_body: Option<String>,
}

/// All revisions of the contributions with these numbers.
pub async fn revisions(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    from: i64,
    to: i64,
) -> Result<Vec<RevisionRow>, StoreError> {
    let sql = "SELECT w.contribution_id, v.number, w.revision, w.language, w.title, w.body, \
        w.strengths, w.recipients, w.doers, w.resources, w.salt, \
        t.title AS italian_title, t.body AS italian_body \
        FROM contributions v JOIN revisions w ON w.contribution_id = v.id \
        LEFT JOIN translations t ON t.contribution_id = v.id AND t.language = 'it' \
        WHERE v.ambito_id = $1 AND v.number BETWEEN $2 AND $3 ORDER BY v.number, w.revision";
    let rows: Vec<RawRevision> = on!(snapshot, c => {
        sqlx::query_as(sql).bind(ambito.uuid()).bind(from).bind(to).fetch_all(c).await?
    });
    Ok(rows
        .into_iter()
        .map(|row| RevisionRow {
            contribution: row.contribution_id,
            number: row.number,
            revision: row.revision,
            language: row.language,
            words: Words {
                title: row.title,
                body: row.body,
                strengths: row.strengths,
                recipients: row.recipients,
                doers: row.doers,
                resources: row.resources,
            },
            salt: row.salt,
            italian: row.italian_title.zip(row.italian_body),
        })
        .collect())
}

/// Search terms of the contributions with these numbers: number, term, weight.
pub async fn terms(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    from: i64,
    to: i64,
) -> Result<Vec<(i64, String, i64)>, StoreError> {
    let sql = "SELECT number, term, weight FROM search_terms \
               WHERE ambito_id = $1 AND number BETWEEN $2 AND $3";
    Ok(on!(snapshot, c => {
        sqlx::query_as(sql).bind(ambito.uuid()).bind(from).bind(to).fetch_all(c).await?
    }))
}

/// How many search terms belong to no contribution.
pub async fn stray_terms(snapshot: &mut Snapshot, ambito: AmbitoId) -> Result<i64, StoreError> {
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) FROM search_terms t WHERE t.ambito_id = $1 \
               AND NOT EXISTS (SELECT 1 FROM contributions v \
               WHERE v.ambito_id = t.ambito_id AND v.number = t.number)";
    let (n,): (i64,) =
        on!(snapshot, c => sqlx::query_as(sql).bind(ambito.uuid()).fetch_one(c).await?);
    Ok(n)
}

/// A cell of the counts: round, kind, policy, municipality, stage; stored and counted now.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct CountRow {
    /// Number of the round.
    pub round: i64,
    /// Kind.
    pub kind: String,
    /// Code of the policy.
    pub policy: String,
    /// Code of the municipality.
    pub municipality: String,
    /// Stage.
    pub stage: String,
    /// As stored.
    pub stored: i64,
    /// As counted now.
    pub counted: i64,
}

/// Cells whose stored count is not what is counted now.
pub async fn wrong_counts(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Vec<CountRow>, StoreError> {
    let sql = "SELECT r.number AS round, x.kind, p.code AS policy, m.code AS municipality, \
        x.stage, CAST(SUM(x.stored) AS BIGINT) AS stored, \
        CAST(SUM(x.counted) AS BIGINT) AS counted FROM ( \
            SELECT round_id, kind, policy_id, municipality_id, stage, n AS stored, 0 AS counted \
            FROM contribution_counts WHERE ambito_id = $1 \
            UNION ALL \
            SELECT round_id, kind, policy_id, municipality_id, stage, 0, 1 \
            FROM contributions WHERE ambito_id = $1 AND standing = 'pubblicato') x \
        JOIN rounds r ON r.id = x.round_id JOIN policies p ON p.id = x.policy_id \
        JOIN municipalities m ON m.id = x.municipality_id \
        GROUP BY r.number, x.kind, p.code, m.code, x.stage \
        HAVING SUM(x.stored) <> SUM(x.counted) \
        ORDER BY r.number, x.kind, p.code, m.code, x.stage";
    Ok(on!(snapshot, c => sqlx::query_as(sql).bind(ambito.uuid()).fetch_all(c).await?))
}

/// A comment as it stands.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct CommentRow {
    /// Id.
    pub id: Uuid,
    /// Number.
    pub number: i64,
    /// Code of its standing.
    pub standing: String,
    /// Text.
    pub body: String,
    /// Salt of its hash.
    pub salt: Option<Vec<u8>>,
    /// Code of what it says it is.
    pub stance: Option<String>,
    /// The revision these words are.
    pub revision: i64,
    /// Agreements as kept.
    pub agreements: i64,
    /// Agreements as counted now.
    pub counted: i64,
    /// Mark of its round.
    pub mark: String,
}

/// Words of comments that an edit replaced: id of the comment, its number, what it says it is, the
/// revision, the words and their salt.
pub type EarlierComment = (Uuid, i64, Option<String>, i64, String, Option<Vec<u8>>);

/// Words that edits replaced.
pub async fn earlier_comments(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Vec<EarlierComment>, StoreError> {
    let sql = "SELECT k.id, k.number, k.stance, r.revision, r.body, r.salt \
        FROM comment_revisions r JOIN comments k ON k.id = r.comment_id \
        WHERE k.ambito_id = $1 ORDER BY k.number, r.revision";
    Ok(on!(snapshot, c => sqlx::query_as(sql).bind(ambito.uuid()).fetch_all(c).await?))
}

/// Comments after a number.
pub async fn comments(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    after: i64,
    limit: i64,
) -> Result<Vec<CommentRow>, StoreError> {
    let sql = "SELECT k.id, k.number, k.standing, k.body, k.salt, k.stance, k.revision, \
        k.agreements, (SELECT CAST(COUNT(*) AS BIGINT) FROM agreements a \
            WHERE a.comment_id = k.id) AS counted, r.mark \
        FROM comments k JOIN contributions c ON c.id = k.contribution_id \
        JOIN rounds r ON r.id = c.round_id \
        WHERE k.ambito_id = $1 AND k.number > $2 ORDER BY k.number LIMIT $3";
    Ok(on!(snapshot, c => {
        sqlx::query_as(sql).bind(ambito.uuid()).bind(after).bind(limit).fetch_all(c).await?
    }))
}

/// A cluster as it stands.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct ClusterRow {
    /// Id.
    pub id: Uuid,
    /// Number.
    pub number: i64,
    /// Version.
    pub version: i64,
    /// Title.
    pub title: String,
    /// Synthesis.
    pub synthesis: String,
    /// Reason.
    pub reason: String,
    /// Salt of the hash of all three.
    pub salt: Option<Vec<u8>>,
    /// How many sources it has.
    pub sources: i64,
}

/// All clusters.
pub async fn clusters(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Vec<ClusterRow>, StoreError> {
    let sql = "SELECT k.id, k.number, k.version, k.title, k.synthesis, k.reason, k.salt, \
        (SELECT CAST(COUNT(*) AS BIGINT) FROM cluster_sources s WHERE s.cluster_id = k.id) \
            AS sources \
        FROM clusters k WHERE k.ambito_id = $1 ORDER BY k.number";
    Ok(on!(snapshot, c => sqlx::query_as(sql).bind(ambito.uuid()).fetch_all(c).await?))
}

/// A version of an action as it stands.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct VersionRow {
    /// Of which action.
    pub id: Uuid,
    /// Its number.
    pub number: i64,
    /// Code of the action's state.
    pub state: String,
    /// The action's current version.
    pub current: i64,
    /// Which version this is.
    pub version: i64,
    /// The sheet, as JSON.
    pub sheet: String,
    /// Its hash.
    pub hash: Vec<u8>,
    /// How many clusters and contributions the action points at.
    pub sources: i64,
}

/// All versions of all actions.
pub async fn versions(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Vec<VersionRow>, StoreError> {
    let sql = "SELECT a.id, a.number, a.state, a.version AS current, w.version, w.sheet, w.hash, \
        (SELECT CAST(COUNT(*) AS BIGINT) FROM action_clusters l WHERE l.action_id = a.id) \
        + (SELECT CAST(COUNT(*) AS BIGINT) FROM action_contributions l WHERE l.action_id = a.id) \
            AS sources \
        FROM actions a JOIN action_versions w ON w.action_id = a.id \
        WHERE a.ambito_id = $1 ORDER BY a.number, w.version";
    Ok(on!(snapshot, c => sqlx::query_as(sql).bind(ambito.uuid()).fetch_all(c).await?))
}

/// Reviews decided without the quorum of their body: number of the action, members who
/// counted, and how many there had to be (invariant 13).
pub async fn without_quorum(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Vec<(i64, i64, i64)>, StoreError> {
    let sql = "SELECT x.number, x.counted, x.quorum FROM ( \
        SELECT a.number, b.quorum, (SELECT CAST(COUNT(*) AS BIGINT) FROM review_members m \
            WHERE m.review_id = r.id AND m.presence <> 'assente' AND m.interest IS NULL) \
            AS counted \
        FROM reviews r JOIN actions a ON a.id = r.action_id JOIN bodies b ON b.id = r.body_id \
        WHERE r.ambito_id = $1) x WHERE x.counted < x.quorum ORDER BY x.number";
    Ok(on!(snapshot, c => sqlx::query_as(sql).bind(ambito.uuid()).fetch_all(c).await?))
}

/// Actions on which a deliberation names another hash than that of the version it names
/// (invariant 8): number of the action and the version.
pub async fn wrong_deliberations(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Vec<(i64, i64)>, StoreError> {
    let sql = "SELECT a.number, l.version FROM deliberation_actions l \
        JOIN actions a ON a.id = l.action_id \
        LEFT JOIN action_versions w ON w.action_id = l.action_id AND w.version = l.version \
        WHERE a.ambito_id = $1 AND (w.hash IS NULL OR w.hash <> l.hash) \
        ORDER BY a.number, l.version";
    Ok(on!(snapshot, c => sqlx::query_as(sql).bind(ambito.uuid()).fetch_all(c).await?))
}

/// Reviews and answers without a reason (invariant 5): which table, and which row.
pub async fn without_reason(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Vec<(String, Uuid)>, StoreError> {
    let sql = "SELECT 'reviews' AS what, id FROM reviews \
        WHERE ambito_id = $1 AND trim(reason) = '' \
        UNION ALL SELECT 'outcomes', id FROM outcomes \
        WHERE ambito_id = $1 AND trim(reason) = '' \
        UNION ALL SELECT 'clusters', id FROM clusters \
        WHERE ambito_id = $1 AND trim(reason) = ''";
    Ok(on!(snapshot, c => sqlx::query_as(sql).bind(ambito.uuid()).fetch_all(c).await?))
}

/// Appeals decided by who had taken the decision: number of the case.
pub async fn same_decider(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Vec<i64>, StoreError> {
    let sql = "SELECT a.number FROM moderation_cases a \
        JOIN moderation_cases q ON q.id = a.appeal_of \
        WHERE a.ambito_id = $1 AND a.decided_by = q.decided_by ORDER BY a.number";
    let rows: Vec<(i64,)> =
        on!(snapshot, c => sqlx::query_as(sql).bind(ambito.uuid()).fetch_all(c).await?);
    Ok(rows.into_iter().map(|(number,)| number).collect())
}

/// Cases with a softer wording whose words should be erased: it was answered, or the case is over.
pub async fn soft_words_left(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Vec<i64>, StoreError> {
    let sql = "SELECT DISTINCT q.number FROM softenings s \
        JOIN moderation_cases q ON q.id = s.case_id WHERE q.ambito_id = $1 \
        AND (s.answer IS NOT NULL OR q.decided_at IS NOT NULL) \
        AND s.title || s.body || s.strengths || s.recipients || s.doers || s.resources <> '' \
        ORDER BY q.number";
    let rows: Vec<(i64,)> =
        on!(snapshot, c => sqlx::query_as(sql).bind(ambito.uuid()).fetch_all(c).await?);
    Ok(rows.into_iter().map(|(number,)| number).collect())
}

/// Texts that are public although a case of present danger on them has not been decided: which
/// kind of thing, and its number. A report of danger takes nothing from the page by itself.
pub async fn unheeded(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Vec<(String, i64)>, StoreError> {
    let sql = "SELECT 'contribution' AS what, v.number FROM moderation_cases q \
        JOIN contributions v ON v.id = q.contribution_id \
        WHERE q.ambito_id = $1 AND q.cause = 'pericolo' AND q.flagged_for = '[]' \
        AND q.decided_at IS NULL \
        AND q.comment_id IS NULL AND v.standing = 'pubblicato' \
        UNION ALL SELECT 'comment', k.number FROM moderation_cases q \
        JOIN comments k ON k.id = q.comment_id \
        WHERE q.ambito_id = $1 AND q.cause = 'pericolo' AND q.flagged_for = '[]' \
        AND q.decided_at IS NULL \
        AND k.standing = 'pubblicato' ORDER BY 1, 2";
    Ok(on!(snapshot, c => sqlx::query_as(sql).bind(ambito.uuid()).fetch_all(c).await?))
}

/// Texts that wait for a moderator without an open case: nobody would ever read them.
pub async fn forgotten(snapshot: &mut Snapshot, ambito: AmbitoId) -> Result<Vec<i64>, StoreError> {
    let sql = "SELECT v.number FROM contributions v \
        WHERE v.ambito_id = $1 AND v.standing = 'in_moderazione' AND NOT EXISTS ( \
            SELECT 1 FROM moderation_cases q WHERE q.contribution_id = v.id \
            AND q.comment_id IS NULL AND q.decided_at IS NULL) ORDER BY v.number";
    let rows: Vec<(i64,)> =
        on!(snapshot, c => sqlx::query_as(sql).bind(ambito.uuid()).fetch_all(c).await?);
    Ok(rows.into_iter().map(|(number,)| number).collect())
}
