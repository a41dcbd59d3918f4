//! What a round is reported by: where its texts stand, who was heard, what became of them.

use std::collections::BTreeMap;

use domain::contributions::Standing;
use domain::ids::{ActionId, ContributionId, RoundId};
use domain::moderation::{Decision, ReasonClass};
use domain::outcomes::Outcome;
use domain::rounds::ledger::{Place, Standings};
use domain::suppression::{self, Shown};
use domain::time::Moment;
use uuid::Uuid;

use super::{Arg, all, count, few, first};
use crate::counts::coded;
use crate::{Snapshot, StoreError};

/// How many texts of a round stand where.
pub async fn standings(snapshot: &mut Snapshot, round: RoundId) -> Result<Standings, StoreError> {
    let sql = "SELECT standing, CAST(COUNT(*) AS BIGINT) FROM contributions \
               WHERE round_id = $1 GROUP BY standing";
    let rows: Vec<(String, i64)> = all(snapshot, sql, &[round.uuid().into()]).await?;
    let mut standings = Standings::default();
    for (standing, n) in rows {
        let standing: Standing = coded("contributions", round.uuid(), &standing)?;
        standings.add(standing, few(n));
    }
    Ok(standings)
}

/// Where the public texts of a round stand, each in one place.
pub async fn places(
    snapshot: &mut Snapshot,
    round: RoundId,
) -> Result<Vec<(Place, u32)>, StoreError> {
    let sql = "SELECT place, CAST(COUNT(*) AS BIGINT) FROM (SELECT CASE \
            WHEN EXISTS (SELECT 1 FROM cluster_sources s JOIN clusters k ON k.id = s.cluster_id \
                WHERE s.contribution_id = c.id AND k.state = 'applicato') THEN 'gruppo' \
            WHEN EXISTS (SELECT 1 FROM action_contributions d JOIN actions a ON a.id = d.action_id \
                WHERE d.contribution_id = c.id AND a.sent_at IS NOT NULL) THEN 'azione' \
            WHEN c.stage = 'esito' THEN 'risposta' ELSE 'in_attesa' END AS place \
        FROM contributions c WHERE c.round_id = $1 AND c.standing = 'pubblicato') p GROUP BY place";
    let rows: Vec<(String, i64)> = all(snapshot, sql, &[round.uuid().into()]).await?;
    Ok(Place::ALL
        .iter()
        .map(|place| {
            let found = rows.iter().find(|(code, _)| code == place.code());
            (*place, found.map_or(0, |(_, n)| few(*n)))
        })
        .collect())
}

/// Why texts of a round are hidden: the class of the decision that stands.
pub async fn hidden(
    snapshot: &mut Snapshot,
    round: RoundId,
) -> Result<Vec<(Option<ReasonClass>, u32)>, StoreError> {
    let sql = "SELECT (SELECT q.reason_class FROM moderation_cases q \
            WHERE q.contribution_id = c.id AND q.comment_id IS NULL AND q.decision IS NOT NULL \
            ORDER BY q.decided_at DESC, q.number DESC LIMIT 1) AS class \
        FROM contributions c WHERE c.round_id = $1 AND c.standing = 'oscurato'";
    let rows: Vec<(Option<String>,)> = all(snapshot, sql, &[round.uuid().into()]).await?;
    let mut found: BTreeMap<Option<ReasonClass>, u32> = BTreeMap::new();
    for (class,) in rows {
        let class =
            class.map(|class| coded("moderation_cases", round.uuid(), &class)).transpose()?;
        *found.entry(class).or_default() += 1;
    }
    Ok(found.into_iter().collect())
}

/// Public comments on public texts of a round.
pub async fn comments(snapshot: &mut Snapshot, round: RoundId) -> Result<u64, StoreError> {
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) FROM comments m \
               JOIN contributions c ON c.id = m.contribution_id \
               WHERE c.round_id = $1 AND c.standing = 'pubblicato' AND m.standing = 'pubblicato'";
    let row: Option<(i64,)> = first(snapshot, sql, &[round.uuid().into()]).await?;
    Ok(row.map_or(0, |(n,)| count(n)))
}

/// The public texts of a round that most people support, by what is shown of it; none that nobody
/// does.
pub async fn supported(
    snapshot: &mut Snapshot,
    round: RoundId,
    limit: i64,
) -> Result<Vec<ContributionId>, StoreError> {
    let sql = "SELECT id FROM contributions \
               WHERE round_id = $1 AND standing = 'pubblicato' AND support_band > 0 \
               ORDER BY support_band DESC, published_at, number LIMIT $2";
    ids(snapshot, sql, &[round.uuid().into(), limit.into()]).await
}

/// The public texts of a round that were heard least: the fewest supporters, by what is shown of
/// it, then the fewest comments, the oldest first.
pub async fn least_heard(
    snapshot: &mut Snapshot,
    round: RoundId,
    limit: i64,
) -> Result<Vec<ContributionId>, StoreError> {
    let sql = "SELECT id FROM contributions WHERE round_id = $1 AND standing = 'pubblicato' \
               ORDER BY support_band, comments, published_at, number LIMIT $2";
    ids(snapshot, sql, &[round.uuid().into(), limit.into()]).await
}

async fn ids<T: From<Uuid>>(
    snapshot: &mut Snapshot,
    sql: &'static str,
    args: &[Arg<'_>],
) -> Result<Vec<T>, StoreError> {
    let rows: Vec<(Uuid,)> = all(snapshot, sql, args).await?;
    Ok(rows.into_iter().map(|(id,)| id.into()).collect())
}

/// Public texts of a round without an outcome: since when, the longest first.
pub async fn unanswered(
    snapshot: &mut Snapshot,
    round: RoundId,
    (skip, take): (i64, i64),
) -> Result<Vec<(ContributionId, Moment)>, StoreError> {
    let sql = "SELECT id, COALESCE(published_at, created_at) FROM contributions \
               WHERE round_id = $1 AND standing = 'pubblicato' AND stage <> 'esito' \
               ORDER BY COALESCE(published_at, created_at), number LIMIT $3 OFFSET $2";
    let rows: Vec<(Uuid, Moment)> =
        all(snapshot, sql, &[round.uuid().into(), skip.into(), take.into()]).await?;
    Ok(rows.into_iter().map(|(id, at)| (id.into(), at)).collect())
}

/// By what the public texts of a round are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The channel they came by.
    Channel,
    /// In which capacity their authors spoke.
    AuthorKind,
    /// The municipality they speak of, by name.
    Municipality,
}

/// How many public texts of a round there are of each sort, the most first.
pub async fn heard_by(
    snapshot: &mut Snapshot,
    round: RoundId,
    by: By,
) -> Result<Vec<(String, u32)>, StoreError> {
    let sql = match by {
        By::Channel => {
            "SELECT c.channel, CAST(COUNT(*) AS BIGINT) FROM contributions c \
             WHERE c.round_id = $1 AND c.standing = 'pubblicato' \
             GROUP BY c.channel ORDER BY 2 DESC, 1"
        }
        By::AuthorKind => {
            "SELECT c.author_kind, CAST(COUNT(*) AS BIGINT) FROM contributions c \
             WHERE c.round_id = $1 AND c.standing = 'pubblicato' \
             GROUP BY c.author_kind ORDER BY 2 DESC, 1"
        }
        By::Municipality => {
            "SELECT m.name, CAST(COUNT(*) AS BIGINT) FROM contributions c \
             JOIN municipalities m ON m.id = c.municipality_id \
             WHERE c.round_id = $1 AND c.standing = 'pubblicato' \
             GROUP BY m.name ORDER BY 2 DESC, 1"
        }
    };
    let rows: Vec<(String, i64)> = all(snapshot, sql, &[round.uuid().into()]).await?;
    Ok(rows.into_iter().map(|(name, n)| (name, few(n))).collect())
}

/// Distinct people who supported a text of a round, while their keys are there; unknown once they
/// are cut.
pub async fn supporters(
    snapshot: &mut Snapshot,
    round: RoundId,
    cut: bool,
) -> Result<Shown, StoreError> {
    if cut {
        return Ok(Shown::Unknown);
    }
    let sql = "SELECT CAST(COUNT(DISTINCT s.person_id) AS BIGINT) FROM supports s \
               JOIN contributions c ON c.id = s.contribution_id WHERE c.round_id = $1";
    let row: Option<(i64,)> = first(snapshot, sql, &[round.uuid().into()]).await?;
    Ok(suppression::people(row.map_or(0, |(n,)| few(n))))
}

/// What became of the public texts of a round.
pub async fn outcomes(
    snapshot: &mut Snapshot,
    round: RoundId,
) -> Result<Vec<(Outcome, u64)>, StoreError> {
    let sql = "SELECT outcome, CAST(COUNT(*) AS BIGINT) FROM contributions \
               WHERE round_id = $1 AND standing = 'pubblicato' AND outcome IS NOT NULL \
               GROUP BY outcome";
    let rows: Vec<(String, i64)> = all(snapshot, sql, &[round.uuid().into()]).await?;
    let mut found = rows
        .into_iter()
        .map(|(outcome, n)| Ok((coded("contributions", round.uuid(), &outcome)?, count(n))))
        .collect::<Result<Vec<(Outcome, u64)>, StoreError>>()?;
    found.sort_by_key(|(outcome, _)| *outcome);
    Ok(found)
}

/// An answer that was given to a public text directly: which, what, why, passed on to whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Direct {
    /// Which text.
    pub contribution: ContributionId,
    /// What.
    pub outcome: Outcome,
    /// Why.
    pub reason: String,
    /// The body it was passed on to.
    pub addressed: Option<String>,
    /// When.
    pub at: Moment,
}

/// The answers given directly to public texts of a round, by their numbers.
pub async fn direct(snapshot: &mut Snapshot, round: RoundId) -> Result<Vec<Direct>, StoreError> {
    let sql = "SELECT o.contribution_id, o.outcome, o.reason, g.name, o.at FROM outcomes o \
               JOIN contributions c ON c.id = o.contribution_id \
               LEFT JOIN organisations g ON g.id = o.addressed_to \
               WHERE c.round_id = $1 AND c.standing = 'pubblicato' AND o.action_id IS NULL \
               ORDER BY c.kind, c.number, o.at DESC, o.id DESC";
    type Row = (Uuid, String, String, Option<String>, Moment);
    let rows: Vec<Row> = all(snapshot, sql, &[round.uuid().into()]).await?;
    let mut found: Vec<Direct> = Vec::new();
    for (id, outcome, reason, addressed, at) in rows {
        // An answer that was corrected counts as it was last given.
        if found.last().is_some_and(|last| last.contribution.uuid() == id) {
            continue;
        }
        let outcome = coded("outcomes", id, &outcome)?;
        found.push(Direct { contribution: id.into(), outcome, reason, addressed, at });
    }
    Ok(found)
}

/// Actions that come from texts of a round, directly or through clusters.
pub async fn actions(snapshot: &mut Snapshot, round: RoundId) -> Result<Vec<ActionId>, StoreError> {
    let sql = "SELECT a.id FROM actions a WHERE a.id IN ( \
            SELECT d.action_id FROM action_contributions d \
            JOIN contributions c ON c.id = d.contribution_id WHERE c.round_id = $1 \
            UNION \
            SELECT l.action_id FROM action_clusters l \
            JOIN clusters k ON k.id = l.cluster_id AND k.state <> 'sciolto' \
            WHERE k.round_id = $1) \
        ORDER BY a.number";
    ids(snapshot, sql, &[round.uuid().into()]).await
}

/// What moderators decided on texts of a round: decision, class of reason, how often.
pub async fn moderation(
    snapshot: &mut Snapshot,
    round: RoundId,
) -> Result<Vec<(Decision, Option<ReasonClass>, u32)>, StoreError> {
    let sql = "SELECT q.decision, q.reason_class, CAST(COUNT(*) AS BIGINT) \
               FROM moderation_cases q JOIN contributions c ON c.id = q.contribution_id \
               WHERE c.round_id = $1 AND q.decision IS NOT NULL \
               GROUP BY q.decision, q.reason_class";
    let rows: Vec<(String, Option<String>, i64)> =
        all(snapshot, sql, &[round.uuid().into()]).await?;
    let mut found = rows
        .into_iter()
        .map(|(decision, class, n)| {
            let id = round.uuid();
            let class = class.map(|class| coded("moderation_cases", id, &class)).transpose()?;
            Ok((coded("moderation_cases", id, &decision)?, class, few(n)))
        })
        .collect::<Result<Vec<_>, StoreError>>()?;
    found.sort_by_key(|(decision, class, _)| (*decision, *class));
    Ok(found)
}
