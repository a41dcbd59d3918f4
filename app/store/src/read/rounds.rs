//! Rounds, their counts and their sessions.

use std::collections::{BTreeMap, HashMap};

use domain::contributions::{Kind, Stage};
use domain::ids::{AmbitoId, MunicipalityId, PlanId, RoundId};
use domain::people::IdentityLevel;
use domain::rounds::design::{Extras, Notice};
use domain::rounds::{Opening, Round, VoteMethod};
use domain::suppression;
use domain::time::Moment;
use domain::views::{RoundCard, RoundRef, SessionCard};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use super::{Arg, all, count, few, first};
use crate::counts::coded;
use crate::{Snapshot, StoreError};

/// A round as it is stored: what policy must know, and what its page shows.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredRound {
    /// What policy must know.
    pub round: Round,
    /// Where.
    pub ambito: AmbitoId,
    /// Number in the Ambito.
    pub number: i64,
    /// Plan it belongs to.
    pub plan: PlanId,
    /// Title of that plan.
    pub plan_title: String,
    /// Title.
    pub title: String,
    /// Question.
    pub question: String,
    /// Measurable objective.
    pub objective: String,
    /// Already decided.
    pub given: Vec<String>,
    /// Open.
    pub open: Vec<String>,
    /// Off limits.
    pub off_limits: Vec<String>,
    /// When it was given back.
    pub returned: Option<Moment>,
    /// Way of expressing oneself.
    pub vote_method: VoteMethod,
    /// Tie rule.
    pub tie_rule: String,
    /// Codes of its areas.
    pub areas: Vec<String>,
    /// Account given back.
    pub report: Option<String>,
    /// Why it is suspended.
    pub suspended_reason: Option<String>,
    /// Its notice; empty if it has none.
    pub notice: Notice,
    /// What is measured, what to read, how it is answered and evaluated.
    pub extras: Extras,
    /// How often its draft was saved.
    pub design_version: i64,
    /// Hash of its rules, since it was announced here.
    pub rules_hash: Option<String>,
}

impl StoredRound {
    /// As other pages point at it.
    pub fn reference(&self, now: Moment) -> RoundRef {
        RoundRef {
            number: self.number,
            title: self.title.clone(),
            kind: self.round.kind,
            state: self.round.state(now),
        }
    }

    /// As lists show it.
    pub fn card(&self, now: Moment, contributions: u64) -> RoundCard {
        let round = self.reference(now);
        let open = round.state == domain::rounds::RoundState::Open;
        RoundCard {
            round,
            question: self.question.clone(),
            opens: self.round.opens,
            closes: self.round.closes,
            returned: self.returned,
            days_left: open.then(|| (self.round.closes - now).num_days()),
            contributions,
        }
    }
}

#[derive(sqlx::FromRow)]
struct RoundRow {
    id: Uuid,
    ambito_id: Uuid,
    number: i64,
    plan_id: Uuid,
    plan_title: String,
    kind: String,
    title: String,
    mark: String,
    question: String,
    objective: String,
    given: String,
    open: String,
    off_limits: String,
    opens_at: Moment,
    closes_at: Moment,
    returned_at: Option<Moment>,
    opened: String,
    moderation: String,
    vote_method: String,
    tie_rule: String,
    areas: String,
    report: Option<String>,
    suspended_reason: Option<String>,
    notice: Option<String>,
    design: String,
    design_version: i64,
    rules_hash: Option<String>,
}

impl TryFrom<RoundRow> for StoredRound {
    type Error = StoreError;

    fn try_from(row: RoundRow) -> Result<Self, StoreError> {
        let id = row.id;
        // Codes as text first: a map's keys must be parsed one by one to name a wrong one.
        let opened: BTreeMap<String, String> = serde_json::from_str(&row.opened)?;
        let opened = opened
            .iter()
            .map(|(what, level)| {
                Ok((
                    coded::<Opening>("rounds", id, what)?,
                    coded::<IdentityLevel>("rounds", id, level)?,
                ))
            })
            .collect::<Result<BTreeMap<_, _>, StoreError>>()?;
        Ok(StoredRound {
            round: Round {
                id: id.into(),
                kind: coded("rounds", id, &row.kind)?,
                mark: coded("rounds", id, &row.mark)?,
                opens: row.opens_at,
                closes: row.closes_at,
                opened,
                moderation: coded("rounds", id, &row.moderation)?,
            },
            ambito: row.ambito_id.into(),
            number: row.number,
            plan: row.plan_id.into(),
            plan_title: row.plan_title,
            title: row.title,
            question: row.question,
            objective: row.objective,
            given: serde_json::from_str(&row.given)?,
            open: serde_json::from_str(&row.open)?,
            off_limits: serde_json::from_str(&row.off_limits)?,
            returned: row.returned_at,
            vote_method: coded("rounds", id, &row.vote_method)?,
            tie_rule: row.tie_rule,
            areas: serde_json::from_str(&row.areas)?,
            report: row.report,
            suspended_reason: row.suspended_reason,
            notice: match row.notice.as_deref() {
                Some(notice) => serde_json::from_str(notice)?,
                None => Notice::default(),
            },
            extras: serde_json::from_str(&row.design)?,
            design_version: row.design_version,
            rules_hash: row.rules_hash,
        })
    }
}

const COLUMNS: &str = "SELECT r.id, r.ambito_id, r.number, r.plan_id, p.title AS plan_title, \
    r.kind, r.title, r.mark, r.question, r.objective, r.given, r.open, r.off_limits, \
    r.opens_at, r.closes_at, r.returned_at, r.opened, r.moderation, r.vote_method, r.tie_rule, \
    r.areas, r.report, r.suspended_reason, r.notice, r.design, r.design_version, r.rules_hash FROM rounds r JOIN plans p ON p.id = r.plan_id";

async fn load(
    snapshot: &mut Snapshot,
    condition: &'static str,
    args: &[Arg<'_>],
) -> Result<Vec<StoredRound>, StoreError> {
    let sql = AssertSqlSafe(format!("{COLUMNS} {condition}"));
    let rows: Vec<RoundRow> = all(snapshot, sql, args).await?;
    rows.into_iter().map(StoredRound::try_from).collect()
}

/// All rounds of an Ambito, by number.
pub async fn of_ambito(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Vec<StoredRound>, StoreError> {
    load(snapshot, "WHERE r.ambito_id = $1 ORDER BY r.number", &[ambito.uuid().into()]).await
}

/// All rounds of the installation.
pub async fn of_all(snapshot: &mut Snapshot) -> Result<Vec<StoredRound>, StoreError> {
    load(snapshot, "ORDER BY r.ambito_id, r.number", &[]).await
}

/// The round of a number.
pub async fn by_number(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    number: i64,
) -> Result<Option<StoredRound>, StoreError> {
    let args = &[ambito.uuid().into(), number.into()];
    let found = load(snapshot, "WHERE r.ambito_id = $1 AND r.number = $2", args).await?;
    Ok(found.into_iter().next())
}

/// The round of an id.
pub async fn by_id(
    snapshot: &mut Snapshot,
    id: RoundId,
) -> Result<Option<StoredRound>, StoreError> {
    Ok(load(snapshot, "WHERE r.id = $1", &[id.uuid().into()]).await?.into_iter().next())
}

/// Public contributions of each round of an Ambito.
pub async fn counts(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<HashMap<RoundId, u64>, StoreError> {
    let sql = "SELECT round_id, CAST(SUM(n) AS BIGINT) FROM contribution_counts \
               WHERE ambito_id = $1 GROUP BY round_id";
    let rows: Vec<(Uuid, i64)> = all(snapshot, sql, &[ambito.uuid().into()]).await?;
    Ok(rows.into_iter().map(|(id, n)| (id.into(), count(n))).collect())
}

/// What was said in one round.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heard {
    /// Public needs.
    pub needs: u64,
    /// Public proposals.
    pub proposals: u64,
    /// Public contributions without an outcome.
    pub unanswered: u64,
    /// Municipalities somebody spoke of, with how many public contributions.
    pub municipalities: HashMap<MunicipalityId, u64>,
}

/// What was said in one round.
pub async fn heard(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    round: RoundId,
) -> Result<Heard, StoreError> {
    let sql = "SELECT kind, stage, municipality_id, CAST(SUM(n) AS BIGINT) \
               FROM contribution_counts WHERE ambito_id = $1 AND round_id = $2 AND n > 0 \
               GROUP BY kind, stage, municipality_id";
    let rows: Vec<(String, String, Uuid, i64)> =
        all(snapshot, sql, &[ambito.uuid().into(), round.uuid().into()]).await?;
    let mut heard = Heard::default();
    for (kind, stage, municipality, n) in rows {
        let n = count(n);
        match coded("contribution_counts", round.uuid(), &kind)? {
            Kind::Need => heard.needs += n,
            Kind::Proposal => heard.proposals += n,
        }
        if stage != Stage::Answered.code() {
            heard.unanswered += n;
        }
        *heard.municipalities.entry(municipality.into()).or_default() += n;
    }
    Ok(heard)
}

/// Sessions of a round, in the order of time.
pub async fn sessions(
    snapshot: &mut Snapshot,
    round: RoundId,
) -> Result<Vec<SessionCard>, StoreError> {
    let sql = "SELECT number, title, place, held_at, present FROM lab_sessions \
               WHERE round_id = $1 AND state <> 'preparata' ORDER BY held_at, title";
    let rows: Vec<(i64, String, String, Moment, i64)> =
        all(snapshot, sql, &[round.uuid().into()]).await?;
    Ok(rows
        .into_iter()
        .map(|(number, title, place, held, present)| SessionCard {
            number,
            title,
            place,
            held,
            present: suppression::people(few(present)),
        })
        .collect())
}

/// Which round a number names, if there is one.
pub async fn id_of(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    number: i64,
) -> Result<Option<RoundId>, StoreError> {
    let sql = "SELECT id FROM rounds WHERE ambito_id = $1 AND number = $2";
    let row: Option<(Uuid,)> = first(snapshot, sql, &[ambito.uuid().into(), number.into()]).await?;
    Ok(row.map(|(id,)| id.into()))
}
