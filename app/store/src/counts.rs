//! What is kept in step with the texts: stages, outcomes, counters, and the words of the search.
//!
//! Lists of a hundred thousand texts show counts without counting, because every operation that
//! changes what is public, or what became of it, calls one of these in its own transaction:
//!
//! - [`publish`] once, when a text becomes public;
//! - [`unpublish`] once, when a public text is withdrawn or hidden;
//! - [`restage`] for each source whenever a link of its thread changed: a cluster made or
//!   dissolved, an action linked or moved to another state, a direct outcome given;
//! - [`recount`] after supports or comments were written in bulk, and [`recount_supporters`]
//!   when supports were, or their keys were cut.
//!
//! `trama check` counts everything again from the rows. A row of `contribution_counts` may stand
//! at zero: readers skip it.

use std::collections::BTreeMap;

use domain::actions::ActionState;
use domain::coded::UnknownCode;
use domain::contributions::{Stage, Standing, Words};
use domain::ids::{ContributionId, PersonId};
use domain::language::{self, Language};
use domain::ordering::attention;
use domain::outcomes::{self, Outcome};
use domain::policy::Permit;
use domain::suppression::SMALLEST;
use domain::time::Moment;
use uuid::Uuid;

use crate::{Snapshot, StoreError, Tx, identity, on};

/// Reads a value of a closed list from a row.
pub(crate) fn coded<T>(table: &'static str, id: Uuid, code: &str) -> Result<T, StoreError>
where
    T: std::str::FromStr<Err = UnknownCode>,
{
    code.parse().map_err(|unknown| StoreError::row(table, id, unknown))
}

/// A count of people as lists sort by it and show it (invariant 12): 0 nobody, 4 fewer than
/// five, else the count.
pub const fn band(supports: i64) -> i64 {
    let smallest = SMALLEST as i64;
    if supports <= 0 {
        0
    } else if supports < smallest {
        smallest - 1
    } else {
        supports
    }
}

/// The cell of the counts a text stands in.
#[derive(Debug, Clone, sqlx::FromRow)]
struct Cell {
    number: i64,
    round_id: Uuid,
    kind: String,
    policy_id: Uuid,
    municipality_id: Uuid,
    standing: String,
    stage: String,
    outcome: Option<String>,
    revision: i64,
}

async fn cell(tx: &mut Tx, permit: &Permit, id: ContributionId) -> Result<Cell, StoreError> {
    let sql = "SELECT number, round_id, kind, policy_id, municipality_id, standing, stage, \
               outcome, revision FROM contributions WHERE id = $1 AND ambito_id = $2";
    let ambito = permit.ambito().uuid();
    Ok(on!(tx, c => sqlx::query_as(sql).bind(id.uuid()).bind(ambito).fetch_one(c).await?))
}

/// Makes a text public: standing, date (unless it has one already), stage and outcome from its
/// links, counts, words of the search. The text must be stored, its links too, and it must not
/// be counted yet.
pub async fn publish(tx: &mut Tx, permit: &Permit, id: ContributionId) -> Result<(), StoreError> {
    let cell = cell(tx, permit, id).await?;
    let (stage, outcome) = derived(tx, id).await?;
    // The shelf as it was last set for all: new, or old and back again.
    let sql = "UPDATE contributions SET standing = 'pubblicato', \
        published_at = COALESCE(published_at, $2), stage = $3, outcome = $4, \
        shelf = COALESCE((SELECT CASE WHEN a.new_from IS NULL \
                OR COALESCE(contributions.published_at, $2) >= a.new_from THEN 'nuovi' \
            WHEN contributions.support_band >= a.supported_from THEN 'sostenuti' \
            ELSE 'altri' END \
            FROM ambiti a WHERE a.id = contributions.ambito_id), 'nuovi') WHERE id = $1";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(id.uuid())
            .bind(permit.at())
            .bind(stage.code())
            .bind(outcome.map(Outcome::code))
            .execute(c)
            .await?;
    });
    add(tx, permit, &cell, stage.code(), 1).await?;
    let terms = search_terms(tx, id, cell.revision).await?;
    write_terms(tx, permit, cell.number, &terms).await
}

/// Takes a public text from lists, counts and search, and leaves it in this standing.
pub async fn unpublish(
    tx: &mut Tx,
    permit: &Permit,
    id: ContributionId,
    standing: Standing,
) -> Result<(), StoreError> {
    let cell = cell(tx, permit, id).await?;
    let leave = "UPDATE contributions SET standing = $2 WHERE id = $1";
    let forget = "DELETE FROM search_terms WHERE ambito_id = $1 AND number = $2";
    let unlearn = "DELETE FROM meanings WHERE contribution_id = $1";
    let ambito = permit.ambito().uuid();
    on!(tx, c => {
        sqlx::query(leave).bind(id.uuid()).bind(standing.code()).execute(&mut *c).await?;
        sqlx::query(forget).bind(ambito).bind(cell.number).execute(&mut *c).await?;
        sqlx::query(unlearn).bind(id.uuid()).execute(&mut *c).await?;
    });
    add(tx, permit, &cell, &cell.stage, -1).await
}

/// Works out anew how far along its thread a text is, and moves its count. To be called for
/// every source after a change of its clusters, actions, their states, or its direct outcomes;
/// for texts that are not public it keeps stage and outcome right and counts nothing.
pub async fn restage(tx: &mut Tx, permit: &Permit, id: ContributionId) -> Result<(), StoreError> {
    let cell = cell(tx, permit, id).await?;
    let (stage, outcome) = derived(tx, id).await?;
    if stage.code() == cell.stage && outcome.map(Outcome::code) == cell.outcome.as_deref() {
        return Ok(());
    }
    let sql = "UPDATE contributions SET stage = $2, outcome = $3 WHERE id = $1";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(id.uuid())
            .bind(stage.code())
            .bind(outcome.map(Outcome::code))
            .execute(c)
            .await?;
    });
    if cell.standing == Standing::Published.code() && stage.code() != cell.stage {
        add(tx, permit, &cell, &cell.stage, -1).await?;
        add(tx, permit, &cell, stage.code(), 1).await?;
    }
    Ok(())
}

/// Counts a support that was given, or taken back, with those of its person.
pub(crate) async fn supporter(
    tx: &mut Tx,
    permit: &Permit,
    person: PersonId,
    given: bool,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO supporters (ambito_id, person_id, n) VALUES ($1, $2, $3) \
        ON CONFLICT (ambito_id, person_id) DO UPDATE SET n = supporters.n + excluded.n \
        RETURNING n";
    let count = "UPDATE ambiti SET supporters = supporters + $2 WHERE id = $1";
    let (ambito, step) = (permit.ambito().uuid(), if given { 1 } else { -1_i64 });
    on!(tx, c => {
        let (n,): (i64,) = sqlx::query_as(sql)
            .bind(ambito)
            .bind(person.uuid())
            .bind(step)
            .fetch_one(&mut *c)
            .await?;
        if n == i64::from(given) {
            sqlx::query(count).bind(ambito).bind(step).execute(c).await?;
        }
    });
    Ok(())
}

/// Counts the distinct supporters of the Ambito anew from the rows of `supports`.
pub async fn recount_supporters(tx: &mut Tx, permit: &Permit) -> Result<(), StoreError> {
    let forget = "DELETE FROM supporters WHERE ambito_id = $1";
    let write = "INSERT INTO supporters (ambito_id, person_id, n) \
        SELECT c.ambito_id, s.person_id, COUNT(*) FROM supports s \
        JOIN contributions c ON c.id = s.contribution_id \
        WHERE c.ambito_id = $1 GROUP BY c.ambito_id, s.person_id";
    let count = "UPDATE ambiti SET supporters = \
        (SELECT COUNT(*) FROM supporters s WHERE s.ambito_id = $1) WHERE id = $1";
    on!(tx, c => {
        for sql in [forget, write, count] {
            sqlx::query(sql).bind(permit.ambito().uuid()).execute(&mut *c).await?;
        }
    });
    Ok(())
}

/// Counts supports and public comments of a text anew from their rows.
pub async fn recount(tx: &mut Tx, permit: &Permit, id: ContributionId) -> Result<(), StoreError> {
    let count = "SELECT \
        (SELECT CAST(COUNT(*) AS BIGINT) FROM supports WHERE contribution_id = $1), \
        (SELECT CAST(COUNT(*) AS BIGINT) FROM comments \
         WHERE contribution_id = $1 AND standing = 'pubblicato')";
    let write = "UPDATE contributions SET supports = $3, support_band = $4, comments = $5 \
                 WHERE id = $1 AND ambito_id = $2";
    let ambito = permit.ambito().uuid();
    on!(tx, c => {
        let (supports, comments): (i64, i64) =
            sqlx::query_as(count).bind(id.uuid()).fetch_one(&mut *c).await?;
        sqlx::query(write)
            .bind(id.uuid())
            .bind(ambito)
            .bind(supports)
            .bind(band(supports))
            .bind(comments)
            .execute(&mut *c)
            .await?;
    });
    dispute(tx, permit, id).await
}

/// Keeps how controversial a text is, from those who speak for it and against it. Once the keys of
/// its round are cut it stays as it was.
pub async fn dispute(tx: &mut Tx, permit: &Permit, id: ContributionId) -> Result<(), StoreError> {
    let (pro, contra) = identity::sides(tx, id).await?;
    let sql = "UPDATE contributions SET controversy = $2 \
        WHERE id = $1 AND ambito_id = $3 AND NOT EXISTS \
        (SELECT 1 FROM rounds r WHERE r.id = contributions.round_id \
         AND r.mark IN ('restituito', 'archiviato'))";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(id.uuid())
            .bind(i64::from(attention::controversy(pro, contra)))
            .bind(permit.ambito().uuid())
            .execute(c)
            .await?;
    });
    Ok(())
}

async fn add(
    tx: &mut Tx,
    permit: &Permit,
    cell: &Cell,
    stage: &str,
    n: i64,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO contribution_counts \
        (ambito_id, round_id, kind, policy_id, municipality_id, stage, n) \
        VALUES ($1, $2, $3, $4, $5, $6, $7) \
        ON CONFLICT (ambito_id, round_id, kind, policy_id, municipality_id, stage) \
        DO UPDATE SET n = contribution_counts.n + excluded.n";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(permit.ambito().uuid())
            .bind(cell.round_id)
            .bind(&cell.kind)
            .bind(cell.policy_id)
            .bind(cell.municipality_id)
            .bind(stage)
            .bind(n)
            .execute(c)
            .await?;
    });
    Ok(())
}

/// A link of a thread: what it is, to which action, its code, and since when.
type Link = (String, Option<Uuid>, String, Moment);

/// How far along its thread a text is, from its links (domain.md §2.3).
///
/// - answered as soon as one outcome is known: a direct one, or that of an action it is in;
/// - otherwise in action, merged (in a cluster that is applied), or only published.
///
/// A text that stands in a cluster as a dissent does not become what the others become: it is
/// answered for itself.
///
/// Each action counts once, by [`outcomes::of_link`]; of direct answers the latest counts.
/// Outcomes that differ are *in parte*.
pub async fn derived(
    snapshot: &mut Snapshot,
    id: ContributionId,
) -> Result<(Stage, Option<Outcome>), StoreError> {
    let sql = "SELECT 'cluster' AS what, NULL AS id, k.state AS state, k.created_at AS at \
        FROM cluster_sources s JOIN clusters k ON k.id = s.cluster_id \
        WHERE s.contribution_id = $1 AND k.state = 'applicato' \
        UNION ALL \
        SELECT 'action', a.id, a.state, a.changed_at \
        FROM cluster_sources s JOIN clusters k ON k.id = s.cluster_id \
        JOIN action_clusters l ON l.cluster_id = k.id JOIN actions a ON a.id = l.action_id \
        WHERE s.contribution_id = $1 AND k.state <> 'sciolto' AND s.share <> 'dissent' \
        UNION ALL \
        SELECT 'action', a.id, a.state, a.changed_at \
        FROM action_contributions l JOIN actions a ON a.id = l.action_id \
        WHERE l.contribution_id = $1 \
        UNION ALL \
        SELECT 'outcome', o.action_id, o.outcome, o.at \
        FROM outcomes o WHERE o.contribution_id = $1 \
        ORDER BY at";
    let links: Vec<Link> =
        on!(snapshot, c => sqlx::query_as(sql).bind(id.uuid()).fetch_all(c).await?);
    let mut stage = Stage::Published;
    let mut from_actions: BTreeMap<Uuid, Option<Outcome>> = BTreeMap::new();
    let mut kept: BTreeMap<Option<Uuid>, Outcome> = BTreeMap::new();
    for (what, action, code, _) in links {
        match (what.as_str(), action) {
            ("cluster", _) => stage = stage.max(Stage::Merged),
            ("action", Some(action)) => {
                stage = stage.max(Stage::InAction);
                let state: ActionState = coded("actions", action, &code)?;
                from_actions.insert(action, outcomes::from_action(state));
            }
            (_, action) => {
                kept.insert(action, coded("outcomes", id.uuid(), &code)?);
            }
        }
    }
    let through = from_actions
        .iter()
        .map(|(action, state)| outcomes::of_link(kept.remove(&Some(*action)), *state))
        .collect::<Vec<_>>();
    let all: Vec<Outcome> = through.into_iter().flatten().chain(kept.into_values()).collect();
    let outcome = outcomes::summary(&all);
    Ok((if outcome.is_some() { Stage::Answered } else { stage }, outcome))
}

/// The words of a revision, with the language they are in.
pub async fn words(
    snapshot: &mut Snapshot,
    id: ContributionId,
    revision: i64,
) -> Result<(Words, String), StoreError> {
    let sql = "SELECT title, body, strengths, recipients, doers, resources, language \
               FROM revisions WHERE contribution_id = $1 AND revision = $2";
    let row: (String, String, String, String, String, String, String) = on!(snapshot, c => {
        sqlx::query_as(sql).bind(id.uuid()).bind(revision).fetch_one(c).await?
    });
    let (title, body, strengths, recipients, doers, resources, language) = row;
    Ok((Words { title, body, strengths, recipients, doers, resources }, language))
}

/// Under which terms a text is found: those of the original, and of the Italian translation
/// where there is one. Title and all that was written beneath it.
pub fn terms(
    words: &Words,
    language: &str,
    italian: Option<(&str, &str)>,
) -> BTreeMap<String, i64> {
    let beneath =
        [&words.body, &words.strengths, &words.recipients, &words.doers, &words.resources];
    let body = beneath.map(String::as_str).join("\n");
    let mut found: BTreeMap<String, i64> = BTreeMap::new();
    let original = language::search_terms(&words.title, &body, Language::from_code(language));
    let translated = italian
        .map(|(title, body)| language::search_terms(title, body, Language::Italian))
        .unwrap_or_default();
    for (term, weight) in original.into_iter().chain(translated) {
        let kept = found.entry(term).or_insert(weight);
        *kept = weight.max(*kept);
    }
    found
}

async fn search_terms(
    tx: &mut Tx,
    id: ContributionId,
    revision: i64,
) -> Result<Vec<(String, i64)>, StoreError> {
    let (words, language) = words(tx, id, revision).await?;
    let sql = "SELECT title, body FROM translations \
               WHERE contribution_id = $1 AND language = 'it'";
    let italian: Option<(String, String)> =
        on!(tx, c => sqlx::query_as(sql).bind(id.uuid()).fetch_optional(c).await?);
    let italian = italian.as_ref().map(|(title, body)| (title.as_str(), body.as_str()));
    Ok(terms(&words, &language, italian).into_iter().collect())
}

/// Statements that insert 32, 16, 8, 4, 2 and 1 terms: few texts, each prepared once.
static INSERTS: std::sync::LazyLock<[(usize, String); 6]> = std::sync::LazyLock::new(|| {
    [32, 16, 8, 4, 2, 1].map(|rows| {
        let values: Vec<String> =
            (0..rows).map(|row| format!("($1, ${}, $2, ${})", 3 + 2 * row, 4 + 2 * row)).collect();
        let sql = "INSERT INTO search_terms (ambito_id, term, number, weight) VALUES ";
        (rows, format!("{sql}{}", values.join(", ")))
    })
});

async fn write_terms(
    tx: &mut Tx,
    permit: &Permit,
    number: i64,
    terms: &[(String, i64)],
) -> Result<(), StoreError> {
    let ambito = permit.ambito().uuid();
    let mut rest = terms;
    for (rows, sql) in INSERTS.iter() {
        while rest.len() >= *rows {
            let (now, later) = rest.split_at(*rows);
            rest = later;
            on!(tx, c => {
                let mut insert =
                    sqlx::query(sqlx::AssertSqlSafe(sql.as_str())).bind(ambito).bind(number);
                for (term, weight) in now {
                    insert = insert.bind(term).bind(weight);
                }
                insert.execute(c).await?;
            });
        }
    }
    Ok(())
}
