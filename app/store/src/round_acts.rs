//! What the Ufficio di Piano does to a round: suspend, resume, synthesis, giving back.
//!
//! When a round is given back the keys of its supports are cut (domain.md §3.4): who supported
//! what is forgotten, how many did stays. `contributions.supports` keeps the number of each
//! text, `kept_supporters` that of each cluster and action; the rows of `supports` are gone.
//! The count of a text of a given-back round is therefore not to be compared with its rows.

use domain::actions::ActionState;
use domain::events::{Details, Sealed, Subject};
use domain::ids::{OutcomeId, RoundId};
use domain::outcomes;
use domain::policy::Permit;
use domain::rounds::RoundMark;
use uuid::Uuid;

use crate::actions::sources_of;
use crate::counts::{self, coded};
use crate::read::{all, count, first};
use crate::{Snapshot, StoreError, Tx, chain, on, seals, statements};

/// Public contributions of a round that have no outcome yet (invariant 5), counted from the
/// texts themselves.
pub async fn unanswered(snapshot: &mut Snapshot, round: RoundId) -> Result<u64, StoreError> {
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) FROM contributions \
               WHERE round_id = $1 AND standing = 'pubblicato' AND stage <> 'esito'";
    let row: Option<(i64,)> = first(snapshot, sql, &[round.uuid().into()]).await?;
    Ok(count(row.map_or(0, |(n,)| n)))
}

/// Texts of a round that still wait for a moderator, or for a second look: they may yet become
/// public.
pub async fn in_moderation(snapshot: &mut Snapshot, round: RoundId) -> Result<u64, StoreError> {
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) FROM contributions v \
               WHERE v.round_id = $1 AND (v.standing = 'in_moderazione' \
               OR v.standing = 'oscurato' AND EXISTS (SELECT 1 FROM moderation_cases q \
               WHERE q.contribution_id = v.id AND q.comment_id IS NULL \
               AND q.appeal_of IS NOT NULL AND q.decided_at IS NULL))";
    let row: Option<(i64,)> = first(snapshot, sql, &[round.uuid().into()]).await?;
    Ok(count(row.map_or(0, |(n,)| n)))
}

/// What is written beside a new mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beside<'a> {
    /// Nothing; the reason of a suspension goes.
    Nothing,
    /// Why it is suspended.
    Reason(&'a str),
    /// The account given back.
    Report(&'a str),
}

/// Marks a round with what was decided.
pub async fn mark(
    tx: &mut Tx,
    permit: &Permit,
    round: RoundId,
    mark: RoundMark,
    beside: Beside<'_>,
    salt: &[u8; 32],
) -> Result<(), StoreError> {
    let (reason, report) = match beside {
        Beside::Nothing => (None, None),
        Beside::Reason(reason) => (Some(reason), None),
        Beside::Report(report) => (None, Some(report)),
    };
    let returned = report.map(|_| permit.at());
    let sql = "UPDATE rounds SET mark = $3, suspended_reason = $4, \
               report = COALESCE($5, report), returned_at = COALESCE($6, returned_at) \
               WHERE id = $1 AND ambito_id = $2";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(round.uuid())
            .bind(permit.ambito().uuid())
            .bind(mark.code())
            .bind(reason)
            .bind(report)
            .bind(returned)
            .execute(c)
            .await?;
    });
    let details = Details {
        class: Some(mark.code().to_owned()),
        sealed: seals::seal(tx, permit, Sealed::RoundAct, round.uuid(), salt).await?,
        ..Details::default()
    };
    chain::append(tx, permit, Subject::Round, round.uuid(), &details).await?;
    Ok(())
}

/// An answer that a text of the round has through a decided action.
#[derive(sqlx::FromRow)]
struct Through {
    contribution_id: Uuid,
    action_id: Uuid,
    state: String,
    reason: Option<String>,
}

/// Keeps the answers that texts of a round have through actions, so that what was given back
/// stays given although the action goes on. `new_id` makes the ids.
pub async fn keep_answers(
    tx: &mut Tx,
    permit: &Permit,
    round: RoundId,
    mut new_id: impl FnMut() -> OutcomeId,
) -> Result<(), StoreError> {
    let sql = "SELECT l.contribution_id, l.action_id, a.state, \
        (SELECT r.reason FROM reviews r WHERE r.action_id = a.id \
         ORDER BY r.at DESC, r.id DESC LIMIT 1) AS reason \
        FROM (SELECT c.id AS contribution_id, d.action_id FROM contributions c \
              JOIN action_contributions d ON d.contribution_id = c.id WHERE c.round_id = $1 \
              UNION \
              SELECT c.id, l.action_id FROM contributions c \
              JOIN cluster_sources s ON s.contribution_id = c.id AND s.share <> 'dissent' \
              JOIN clusters k ON k.id = s.cluster_id AND k.state <> 'sciolto' \
              JOIN action_clusters l ON l.cluster_id = k.id WHERE c.round_id = $1) l \
        JOIN actions a ON a.id = l.action_id \
        WHERE NOT EXISTS (SELECT 1 FROM outcomes o \
              WHERE o.contribution_id = l.contribution_id AND o.action_id = l.action_id) \
        ORDER BY l.contribution_id, l.action_id";
    let through: Vec<Through> = all(tx, sql, &[round.uuid().into()]).await?;
    let insert = "INSERT INTO outcomes \
        (id, ambito_id, contribution_id, outcome, reason, at, action_id, addressed_to) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, NULL)";
    for link in through {
        let state: ActionState = coded("actions", link.action_id, &link.state)?;
        let (Some(outcome), Some(reason)) = (outcomes::from_action(state), link.reason) else {
            continue;
        };
        on!(tx, c => {
            sqlx::query(insert)
                .bind(new_id().uuid())
                .bind(permit.ambito().uuid())
                .bind(link.contribution_id)
                .bind(outcome.code())
                .bind(&reason)
                .bind(permit.at())
                .bind(link.action_id)
                .execute(c)
                .await?;
        });
    }
    Ok(())
}

/// Cuts the keys of a round's supports, of agreements with its comments and of votes on its
/// statements, after the distinct supporters of its clusters, and of the actions that come from it,
/// are kept as numbers.
pub async fn cut_keys(tx: &mut Tx, permit: &Permit, round: RoundId) -> Result<(), StoreError> {
    let clusters = "UPDATE clusters SET kept_supporters = \
        (SELECT CAST(COUNT(DISTINCT p.person_id) AS BIGINT) FROM cluster_sources s \
         JOIN supports p ON p.contribution_id = s.contribution_id \
         WHERE s.cluster_id = clusters.id) WHERE round_id = $1";
    let actions = concat!(
        "UPDATE actions SET kept_supporters = \
         (SELECT CAST(COUNT(DISTINCT p.person_id) AS BIGINT) FROM supports p \
          WHERE p.contribution_id IN (",
        sources_of!("actions.id"),
        ")) WHERE id IN ( \
            SELECT d.action_id FROM action_contributions d \
            JOIN contributions c ON c.id = d.contribution_id WHERE c.round_id = $1 \
            UNION \
            SELECT l.action_id FROM action_clusters l \
            JOIN clusters k ON k.id = l.cluster_id WHERE k.round_id = $1)"
    );
    let cut = "DELETE FROM supports WHERE contribution_id IN \
               (SELECT id FROM contributions WHERE round_id = $1)";
    let agreed = "DELETE FROM agreements WHERE comment_id IN \
                  (SELECT k.id FROM comments k JOIN contributions c ON c.id = k.contribution_id \
                   WHERE c.round_id = $1)";
    on!(tx, c => {
        for sql in [clusters, actions, cut, agreed] {
            sqlx::query(sql).bind(round.uuid()).execute(&mut *c).await?;
        }
    });
    statements::cut_keys(tx, permit, round).await?;
    counts::recount_supporters(tx, permit).await
}
