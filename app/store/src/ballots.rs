//! Ballots and votes: what is declared, who chose what while the key is there, and what stays
//! when it is cut.
//!
//! A vote's row holds its voter and its choice and nothing else: no time, no channel. When the
//! round is given back, [`cut`] moves the choices of secret ballots to rows with random ids
//! (domain.md §3.4); who voted is then on record nowhere.

use std::collections::BTreeMap;

use domain::ballots::file::Decision;
use domain::ballots::{Ballot, Choice, Urn};
use domain::ids::{
    ActionId, AmbitoId, BallotId, ClusterId, ContributionId, OrganisationId, RoundId,
};
use domain::policy::Permit;
use domain::rounds::Opening;
use domain::views::{ActionRef, ClusterRef, ContributionRef, OptionLink};
use uuid::Uuid;

use crate::counts::coded;
use crate::read::{all, count, few, first};
use crate::voices::{RoundFacts, RoundRow};
use crate::{Snapshot, StoreError, Tx, on};

/// A ballot as it is stored.
#[derive(Debug, Clone)]
pub struct StoredBallot {
    /// Which.
    pub id: BallotId,
    /// Number in the Ambito.
    pub number: i64,
    /// Its round.
    pub round: RoundFacts,
    /// As it was declared.
    pub ballot: Ballot,
    /// What is said beneath the question.
    pub introduction: String,
    /// What a body decided on ties.
    pub decision: Option<Decision>,
    /// What shuffles the published file; from the synthesis on.
    pub seed: Option<[u8; 32]>,
}

#[derive(sqlx::FromRow)]
struct BallotRow {
    id: Uuid,
    number: i64,
    declared: String,
    introduction: String,
    decision: Option<String>,
    seed: Option<Vec<u8>>,
    #[sqlx(flatten)]
    round: RoundRow,
}

impl TryFrom<BallotRow> for StoredBallot {
    type Error = StoreError;

    fn try_from(row: BallotRow) -> Result<Self, StoreError> {
        let wrong = |error: serde_json::Error| StoreError::row("ballots", row.id, error);
        let seed = row.seed.map(<[u8; 32]>::try_from).transpose();
        let ballot: Ballot = serde_json::from_str(&row.declared).map_err(wrong)?;
        // A round that has a ballot opens votes, to those the ballot is declared for; a level of
        // its own narrows that.
        let mut round: RoundFacts = row.round.try_into()?;
        let level = round.round.opened.entry(Opening::Ballots).or_insert(ballot.electorate);
        *level = ballot.electorate.max(*level);
        Ok(StoredBallot {
            id: row.id.into(),
            number: row.number,
            ballot,
            introduction: row.introduction,
            decision: row
                .decision
                .map(|text| serde_json::from_str(&text))
                .transpose()
                .map_err(wrong)?,
            seed: seed.map_err(|_| StoreError::row("ballots", row.id, "seed is not 32 bytes"))?,
            round,
        })
    }
}

macro_rules! ballots_where {
    ($where:literal) => {
        concat!(
            "SELECT b.id, b.number, b.declared, b.introduction, b.decision, b.seed, ",
            "r.id AS round_id, r.number AS round_number, r.kind AS round_kind, ",
            "r.title AS round_title, r.mark, r.opens_at, r.closes_at, r.opened, r.moderation ",
            "FROM ballots b JOIN rounds r ON r.id = b.round_id WHERE ",
            $where
        )
    };
}

/// The ballot of a number.
pub async fn by_number(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    number: i64,
) -> Result<Option<StoredBallot>, StoreError> {
    let sql = ballots_where!("b.ambito_id = $1 AND b.number = $2");
    let row: Option<BallotRow> =
        first(snapshot, sql, &[ambito.uuid().into(), number.into()]).await?;
    row.map(StoredBallot::try_from).transpose()
}

/// The ballot of an id.
pub async fn by_id(
    snapshot: &mut Snapshot,
    id: BallotId,
) -> Result<Option<StoredBallot>, StoreError> {
    let row: Option<BallotRow> =
        first(snapshot, ballots_where!("b.id = $1"), &[id.uuid().into()]).await?;
    row.map(StoredBallot::try_from).transpose()
}

/// The ballots of a round, by number.
pub async fn of_round(
    snapshot: &mut Snapshot,
    round: RoundId,
) -> Result<Vec<StoredBallot>, StoreError> {
    let sql = ballots_where!("b.round_id = $1 ORDER BY b.number");
    let rows: Vec<BallotRow> = all(snapshot, sql, &[round.uuid().into()]).await?;
    rows.into_iter().map(StoredBallot::try_from).collect()
}

/// The ballots of an Ambito, by number.
pub async fn of_ambito(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Vec<StoredBallot>, StoreError> {
    let sql = ballots_where!("b.ambito_id = $1 ORDER BY b.number");
    let rows: Vec<BallotRow> = all(snapshot, sql, &[ambito.uuid().into()]).await?;
    rows.into_iter().map(StoredBallot::try_from).collect()
}

/// Whether a round has ballots.
pub async fn any(snapshot: &mut Snapshot, round: RoundId) -> Result<bool, StoreError> {
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) FROM ballots WHERE round_id = $1";
    let row: Option<(i64,)> = first(snapshot, sql, &[round.uuid().into()]).await?;
    Ok(row.is_some_and(|(n,)| n > 0))
}

/// What an option points at, as it is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A need or a proposal.
    Contribution(ContributionId),
    /// A cluster.
    Cluster(ClusterId),
    /// An action.
    Action(ActionId),
}

/// What a ballot is declared with.
#[derive(Debug, Clone)]
pub struct NewBallot<'a> {
    /// Id.
    pub id: BallotId,
    /// Its round.
    pub round: RoundId,
    /// As it is declared.
    pub ballot: &'a Ballot,
    /// What is said beneath the question.
    pub introduction: &'a str,
    /// What options point at, by id.
    pub targets: &'a BTreeMap<String, Target>,
}

/// Keeps a new ballot; its number.
pub async fn keep(tx: &mut Tx, permit: &Permit, new: &NewBallot<'_>) -> Result<i64, StoreError> {
    let sql = "INSERT INTO ballots \
        (id, ambito_id, number, round_id, prepared_at, declared, introduction) \
        VALUES ($1, $2, (SELECT COALESCE(MAX(number), 0) + 1 FROM ballots WHERE ambito_id = $2), \
        $3, $4, $5, $6) RETURNING number";
    let declared = serde_json::to_string(new.ballot)?;
    let (number,): (i64,) = on!(tx, c => {
        sqlx::query_as(sql)
            .bind(new.id.uuid())
            .bind(permit.ambito().uuid())
            .bind(new.round.uuid())
            .bind(permit.at())
            .bind(&declared)
            .bind(new.introduction)
            .fetch_one(c)
            .await?
    });
    point(tx, new).await?;
    Ok(number)
}

/// Declares a ballot anew, while its round isn't open.
pub async fn revise(tx: &mut Tx, permit: &Permit, new: &NewBallot<'_>) -> Result<(), StoreError> {
    let sql = "UPDATE ballots SET declared = $3, introduction = $4, prepared_at = $5 \
               WHERE id = $1 AND ambito_id = $2";
    let declared = serde_json::to_string(new.ballot)?;
    on!(tx, c => {
        sqlx::query(sql)
            .bind(new.id.uuid())
            .bind(permit.ambito().uuid())
            .bind(&declared)
            .bind(new.introduction)
            .bind(permit.at())
            .execute(&mut *c)
            .await?;
        sqlx::query("DELETE FROM ballot_options WHERE ballot_id = $1")
            .bind(new.id.uuid())
            .execute(c)
            .await?;
    });
    point(tx, new).await
}

async fn point(tx: &mut Tx, new: &NewBallot<'_>) -> Result<(), StoreError> {
    let sql = "INSERT INTO ballot_options \
        (ballot_id, option_id, contribution_id, cluster_id, action_id) VALUES ($1, $2, $3, $4, $5)";
    for (option, target) in new.targets {
        let (mut contribution, mut cluster, mut action) = (None, None, None);
        match target {
            Target::Contribution(id) => contribution = Some(id.uuid()),
            Target::Cluster(id) => cluster = Some(id.uuid()),
            Target::Action(id) => action = Some(id.uuid()),
        }
        on!(tx, c => {
            sqlx::query(sql)
                .bind(new.id.uuid())
                .bind(option)
                .bind(contribution)
                .bind(cluster)
                .bind(action)
                .execute(c)
                .await?;
        });
    }
    Ok(())
}

#[derive(sqlx::FromRow)]
struct LinkRow {
    option_id: String,
    kind: Option<String>,
    voice: Option<i64>,
    title: Option<String>,
    language: Option<String>,
    cluster: Option<i64>,
    cluster_title: Option<String>,
    action: Option<i64>,
    action_title: Option<String>,
    state: Option<String>,
}

/// What the options of a ballot point at and everybody may read, by id.
pub async fn links(
    snapshot: &mut Snapshot,
    ballot: BallotId,
) -> Result<BTreeMap<String, OptionLink>, StoreError> {
    let sql = "SELECT o.option_id, v.kind, v.number AS voice, w.title, w.language, \
        k.number AS cluster, k.title AS cluster_title, \
        a.number AS action, s.title AS action_title, a.state \
        FROM ballot_options o \
        LEFT JOIN contributions v ON v.id = o.contribution_id AND v.standing = 'pubblicato' \
        LEFT JOIN revisions w ON w.contribution_id = v.id AND w.revision = v.revision \
        LEFT JOIN clusters k ON k.id = o.cluster_id \
        LEFT JOIN actions a ON a.id = o.action_id \
        LEFT JOIN action_versions s ON s.action_id = a.id AND s.version = a.version \
        WHERE o.ballot_id = $1";
    let rows: Vec<LinkRow> = all(snapshot, sql, &[ballot.uuid().into()]).await?;
    let mut links = BTreeMap::new();
    for row in rows {
        let link = if let (Some(number), Some(kind)) = (row.voice, row.kind) {
            OptionLink::Contribution(ContributionRef {
                kind: coded("contributions", ballot.uuid(), &kind)?,
                number,
                title: row.title.unwrap_or_default(),
                language: row.language.unwrap_or_default(),
            })
        } else if let Some(number) = row.cluster {
            OptionLink::Cluster(ClusterRef { number, title: row.cluster_title.unwrap_or_default() })
        } else if let (Some(number), Some(state)) = (row.action, row.state) {
            OptionLink::Action(ActionRef {
                number,
                title: row.action_title.unwrap_or_default(),
                state: coded("actions", ballot.uuid(), &state)?,
            })
        } else {
            continue;
        };
        links.insert(row.option_id, link);
    }
    Ok(links)
}

/// What the rule for ties asks of an option: how many municipalities its sources come from, and
/// how many needs are linked to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weight {
    /// Municipalities of the sources.
    pub municipalities: u32,
    /// Needs among the sources, and those that sources answer.
    pub needs: u32,
}

/// The weight of what an option points at.
pub async fn weight(snapshot: &mut Snapshot, target: Target) -> Result<Weight, StoreError> {
    // Counts over the public sources that a statement names.
    macro_rules! weighed {
        ($sources:expr) => {
            concat!(
                "SELECT (SELECT CAST(COUNT(DISTINCT c.municipality_id) AS BIGINT) \
                 FROM contributions c WHERE c.standing = 'pubblicato' AND c.id IN (",
                $sources,
                ")), (SELECT CAST(COUNT(*) AS BIGINT) FROM contributions n \
                 WHERE n.standing = 'pubblicato' AND n.kind = 'bisogno' AND (n.id IN (",
                $sources,
                ") OR n.id IN (SELECT l.need_id FROM answers l WHERE l.proposal_id IN (",
                $sources,
                "))))"
            )
        };
    }
    let (sql, id): (&'static str, Uuid) = match target {
        Target::Contribution(id) => {
            (weighed!("SELECT x.id FROM contributions x WHERE x.id = $1"), id.uuid())
        }
        Target::Cluster(id) => (
            weighed!(
                "SELECT s.contribution_id FROM cluster_sources s \
                 WHERE s.share <> 'dissent' AND s.cluster_id = $1"
            ),
            id.uuid(),
        ),
        Target::Action(id) => (
            weighed!(
                "SELECT d.contribution_id FROM action_contributions d WHERE d.action_id = $1 \
                 UNION SELECT s.contribution_id FROM action_clusters l \
                 JOIN clusters k ON k.id = l.cluster_id AND k.state <> 'sciolto' \
                 JOIN cluster_sources s ON s.cluster_id = k.id AND s.share <> 'dissent' \
                 WHERE l.action_id = $1"
            ),
            id.uuid(),
        ),
    };
    let row: Option<(i64, i64)> = first(snapshot, sql, &[id.into()]).await?;
    let (municipalities, needs) = row.unwrap_or_default();
    Ok(Weight { municipalities: few(municipalities), needs: few(needs) })
}

/// A choice as its row holds it.
fn written(choice: &Choice) -> Result<String, StoreError> {
    Ok(serde_json::to_string(&choice.clone().in_order())?)
}

fn read(ballot: BallotId, text: &str) -> Result<Choice, StoreError> {
    serde_json::from_str(text).map_err(|error| StoreError::row("votes", ballot.uuid(), error))
}

/// What a voter chose, while the key is there.
pub async fn vote_of(
    snapshot: &mut Snapshot,
    ballot: BallotId,
    voter: Uuid,
) -> Result<Option<Choice>, StoreError> {
    let sql = "SELECT choice FROM votes WHERE ballot_id = $1 AND voter_id = $2";
    let row: Option<(String,)> =
        first(snapshot, sql, &[ballot.uuid().into(), voter.into()]).await?;
    row.map(|(text,)| read(ballot, &text)).transpose()
}

/// Keeps a vote, in the place of what this voter chose before. Says whether anything changed.
pub async fn cast(
    tx: &mut Tx,
    _permit: &Permit,
    ballot: BallotId,
    voter: Uuid,
    choice: &Choice,
) -> Result<bool, StoreError> {
    let sql = "INSERT INTO votes (ballot_id, voter_id, choice) VALUES ($1, $2, $3) \
               ON CONFLICT (ballot_id, voter_id) DO UPDATE SET choice = excluded.choice \
               WHERE votes.choice <> excluded.choice";
    let choice = written(choice)?;
    let rows = on!(tx, c => {
        sqlx::query(sql)
            .bind(ballot.uuid())
            .bind(voter)
            .bind(&choice)
            .execute(c)
            .await?
            .rows_affected()
    });
    Ok(rows > 0)
}

/// Takes a vote out again. Says whether there was one.
pub async fn withdraw(
    tx: &mut Tx,
    _permit: &Permit,
    ballot: BallotId,
    voter: Uuid,
) -> Result<bool, StoreError> {
    let sql = "DELETE FROM votes WHERE ballot_id = $1 AND voter_id = $2";
    let rows = on!(tx, c => {
        sqlx::query(sql).bind(ballot.uuid()).bind(voter).execute(c).await?.rows_affected()
    });
    Ok(rows > 0)
}

/// How many votes there are, with and without their key.
pub async fn turnout(snapshot: &mut Snapshot, ballot: BallotId) -> Result<u32, StoreError> {
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) FROM (SELECT 1 AS one FROM votes \
               WHERE ballot_id = $1 UNION ALL SELECT 1 FROM cast_ballots WHERE ballot_id = $1) all_of";
    let row: Option<(i64,)> = first(snapshot, sql, &[ballot.uuid().into()]).await?;
    Ok(few(row.map_or(0, |(n,)| n)))
}

/// All votes of a ballot; keys that were cut are other ids.
pub async fn urn(snapshot: &mut Snapshot, ballot: BallotId) -> Result<Urn<Uuid>, StoreError> {
    let sql = "SELECT voter_id, choice FROM votes WHERE ballot_id = $1 \
               UNION ALL SELECT id, choice FROM cast_ballots WHERE ballot_id = $1";
    let rows: Vec<(Uuid, String)> = all(snapshot, sql, &[ballot.uuid().into()]).await?;
    rows.into_iter().map(|(voter, text)| Ok((voter, read(ballot, &text)?))).collect()
}

/// Votes of organisations with their names, by name; public where the ballot is *palese*.
pub async fn of_organisations(
    snapshot: &mut Snapshot,
    ballot: BallotId,
) -> Result<Vec<(OrganisationId, String, Choice)>, StoreError> {
    let sql = "SELECT o.id, o.name, v.choice FROM votes v JOIN organisations o ON o.id = v.voter_id \
               WHERE v.ballot_id = $1 ORDER BY o.name, o.id";
    let rows: Vec<(Uuid, String, String)> = all(snapshot, sql, &[ballot.uuid().into()]).await?;
    rows.into_iter().map(|(id, name, text)| Ok((id.into(), name, read(ballot, &text)?))).collect()
}

/// The name of an organisation.
pub async fn organisation(
    snapshot: &mut Snapshot,
    id: OrganisationId,
) -> Result<Option<String>, StoreError> {
    let sql = "SELECT name FROM organisations WHERE id = $1";
    let row: Option<(String,)> = first(snapshot, sql, &[id.uuid().into()]).await?;
    Ok(row.map(|(name,)| name))
}

/// The clusters of an Ambito that stand, the newest first.
pub async fn clusters(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Vec<ClusterRef>, StoreError> {
    let sql = "SELECT number, title FROM clusters WHERE ambito_id = $1 AND state = 'applicato' \
               ORDER BY number DESC";
    let rows: Vec<(i64, String)> = all(snapshot, sql, &[ambito.uuid().into()]).await?;
    Ok(rows.into_iter().map(|(number, title)| ClusterRef { number, title }).collect())
}

/// A public contribution by its number: which, and what it is called.
pub async fn contribution(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    number: i64,
) -> Result<Option<(ContributionId, String)>, StoreError> {
    let sql = "SELECT v.id, w.title FROM contributions v \
        JOIN revisions w ON w.contribution_id = v.id AND w.revision = v.revision \
        WHERE v.ambito_id = $1 AND v.number = $2 AND v.standing = 'pubblicato'";
    let args = &[ambito.uuid().into(), number.into()];
    let row: Option<(Uuid, String)> = first(snapshot, sql, args).await?;
    Ok(row.map(|(id, title)| (id.into(), title)))
}

/// Keeps what a body decided on ties.
pub async fn decide(
    tx: &mut Tx,
    permit: &Permit,
    ballot: BallotId,
    decision: &Decision,
) -> Result<(), StoreError> {
    let sql = "UPDATE ballots SET decision = $3 WHERE id = $1 AND ambito_id = $2";
    let decision = serde_json::to_string(decision)?;
    on!(tx, c => {
        sqlx::query(sql)
            .bind(ballot.uuid())
            .bind(permit.ambito().uuid())
            .bind(&decision)
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Keeps what shuffles the published file.
pub async fn seed(
    tx: &mut Tx,
    permit: &Permit,
    ballot: BallotId,
    seed: &[u8; 32],
) -> Result<(), StoreError> {
    let sql = "UPDATE ballots SET seed = $3 WHERE id = $1 AND ambito_id = $2";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(ballot.uuid())
            .bind(permit.ambito().uuid())
            .bind(seed.as_slice())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Cuts the key of a ballot's votes: the choices go on under random ids, in the order of those
/// ids, so that neither the rows nor their places tell whose they were. `new_id` makes the ids,
/// which must hold no time.
pub async fn cut(
    tx: &mut Tx,
    _permit: &Permit,
    ballot: BallotId,
    mut new_id: impl FnMut() -> Uuid,
) -> Result<(), StoreError> {
    let sql = "SELECT choice FROM votes WHERE ballot_id = $1 ORDER BY choice";
    let rows: Vec<(String,)> = all(tx, sql, &[ballot.uuid().into()]).await?;
    let shuffled: BTreeMap<Uuid, String> =
        rows.into_iter().map(|(choice,)| (new_id(), choice)).collect();
    let insert = "INSERT INTO cast_ballots (id, ballot_id, choice) VALUES ($1, $2, $3)";
    let delete = "DELETE FROM votes WHERE ballot_id = $1";
    on!(tx, c => {
        for (id, choice) in &shuffled {
            sqlx::query(insert).bind(id).bind(ballot.uuid()).bind(choice).execute(&mut *c).await?;
        }
        sqlx::query(delete).bind(ballot.uuid()).execute(&mut *c).await?;
    });
    Ok(())
}

/// Votes of a ballot whose voter is no person, organisation, code or paper ballot, and those whose key is
/// still there: `(without a voter, with their key)`.
pub async fn keys(snapshot: &mut Snapshot, ballot: BallotId) -> Result<(u64, u64), StoreError> {
    let sql = "SELECT CAST(COALESCE(SUM(CASE WHEN p.id IS NULL AND o.id IS NULL \
        AND t.id IS NULL AND x.id IS NULL THEN 1 ELSE 0 END), 0) \
        AS BIGINT), CAST(COUNT(*) AS BIGINT) FROM votes v \
        LEFT JOIN people p ON p.id = v.voter_id LEFT JOIN organisations o ON o.id = v.voter_id \
        LEFT JOIN ballot_tokens t ON t.id = v.voter_id \
        LEFT JOIN ballot_papers x ON x.id = v.voter_id \
        WHERE v.ballot_id = $1";
    let row: Option<(i64, i64)> = first(snapshot, sql, &[ballot.uuid().into()]).await?;
    let (unknown, kept) = row.unwrap_or_default();
    Ok((count(unknown), count(kept)))
}
