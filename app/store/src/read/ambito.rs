//! The frame of an Ambito: head, territory, bodies, plans, profile.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::actions::ActionState;
use domain::contributions::Kind;
use domain::ids::{AmbitoId, AreaId, MunicipalityId, OrganisationId, PlanId, PolicyId};
use domain::territory::{Category, Direction, PlanState, ProgrammeState};
use domain::views::{
    ActRef, ActionRef, AmbitoHead, BodyCard, IndicatorCard, MunicipalityRow, OrganisationRow,
    PlaceName, PlanCard, Point, PolicyName, ProgrammeCard, SeatRow,
};
use uuid::Uuid;

use super::{all, count, few, first};
use crate::counts::coded;
use crate::{Snapshot, StoreError};

/// The Ambito of a slug.
pub async fn find(snapshot: &mut Snapshot, slug: &str) -> Result<Option<AmbitoId>, StoreError> {
    let sql = "SELECT id FROM ambiti WHERE slug = $1";
    let row: Option<(Uuid,)> = first(snapshot, sql, &[slug.into()]).await?;
    Ok(row.map(|(id,)| id.into()))
}

fn main_language(languages: &str) -> Result<String, StoreError> {
    let languages: Vec<String> = serde_json::from_str(languages)?;
    Ok(languages.into_iter().next().unwrap_or_default())
}

/// One Ambito of the installation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Which.
    pub id: AmbitoId,
    /// First part of every address.
    pub slug: String,
    /// Name.
    pub name: String,
    /// Region.
    pub region: String,
}

/// All Ambiti, by name.
pub async fn list(snapshot: &mut Snapshot) -> Result<Vec<Listed>, StoreError> {
    let sql = "SELECT id, slug, name, region FROM ambiti";
    let rows: Vec<(Uuid, String, String, String)> = all(snapshot, sql, &[]).await?;
    let mut list: Vec<Listed> = rows
        .into_iter()
        .map(|(id, slug, name, region)| Listed { id: id.into(), slug, name, region })
        .collect();
    list.sort_by_cached_key(|one| (domain::language::fold(&one.name), one.slug.clone()));
    Ok(list)
}

/// What stands in header and footer, and what territory and search need of the Ambito.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// For header and footer.
    pub head: AmbitoHead,
    /// Inhabitants.
    pub population: i64,
    /// Remark.
    pub note: String,
    /// Languages spoken here, the main one first.
    pub languages: Vec<String>,
    /// Time zone (IANA name).
    pub time_zone: String,
}

#[derive(sqlx::FromRow)]
struct HeadRow {
    slug: String,
    name: String,
    region: String,
    population: i64,
    lead_authority: String,
    office: String,
    email: String,
    opening_hours: String,
    time_zone: String,
    languages: String,
    labels: String,
    note: String,
    demonstration: bool,
}

/// The head of an Ambito.
pub async fn head(snapshot: &mut Snapshot, ambito: AmbitoId) -> Result<Option<Head>, StoreError> {
    let sql = "SELECT slug, name, region, population, lead_authority, office, email, \
               opening_hours, time_zone, languages, labels, note, demonstration \
               FROM ambiti WHERE id = $1";
    let Some(row): Option<HeadRow> = first(snapshot, sql, &[ambito.uuid().into()]).await? else {
        return Ok(None);
    };
    Ok(Some(Head {
        head: AmbitoHead {
            slug: row.slug,
            language: main_language(&row.languages)?,
            name: row.name,
            region: row.region,
            lead_authority: row.lead_authority,
            office: row.office,
            email: row.email,
            opening_hours: row.opening_hours,
            labels: serde_json::from_str(&row.labels)?,
            demonstration: row.demonstration,
        },
        population: row.population,
        note: row.note,
        languages: serde_json::from_str(&row.languages)?,
        time_zone: row.time_zone,
    }))
}

/// A municipality, with its id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Municipality {
    /// Which.
    pub id: MunicipalityId,
    /// Code, name, inhabitants; without its counts.
    pub row: MunicipalityRow,
}

impl Municipality {
    /// As lists and forms name it.
    pub fn place(&self) -> PlaceName {
        PlaceName { code: self.row.code.clone(), name: self.row.name.clone() }
    }
}

/// Municipalities, the lead one first, then by inhabitants.
pub async fn municipalities(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Vec<Municipality>, StoreError> {
    let sql = "SELECT id, code, name, population, lead, mayor FROM municipalities \
               WHERE ambito_id = $1 ORDER BY lead DESC, population DESC, code";
    let rows: Vec<(Uuid, String, String, i64, bool, Option<String>)> =
        all(snapshot, sql, &[ambito.uuid().into()]).await?;
    Ok(rows
        .into_iter()
        .map(|(id, code, name, population, lead, mayor)| Municipality {
            id: id.into(),
            row: MunicipalityRow { code, name, population, lead, mayor, needs: 0, proposals: 0 },
        })
        .collect())
}

/// A policy with its ids.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// Which.
    pub id: PolicyId,
    /// Its area.
    pub area: AreaId,
    /// Codes and names.
    pub name: PolicyName,
}

/// Policies in the order of the plan: by area, then within it.
pub async fn policies(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Vec<Policy>, StoreError> {
    let sql = "SELECT p.id, a.id, p.code, p.name, a.code, a.name FROM policies p \
               JOIN areas a ON a.id = p.area_id WHERE p.ambito_id = $1 \
               ORDER BY a.position, a.code, p.position, p.code";
    let rows: Vec<(Uuid, Uuid, String, String, String, String)> =
        all(snapshot, sql, &[ambito.uuid().into()]).await?;
    Ok(rows
        .into_iter()
        .map(|(id, area, code, name, area_code, area_name)| Policy {
            id: id.into(),
            area: area.into(),
            name: PolicyName { code, name, area_code, area_name },
        })
        .collect())
}

/// Areas, also those without a policy: id, code, name.
pub async fn areas(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Vec<(AreaId, String, String)>, StoreError> {
    let sql = "SELECT id, code, name FROM areas WHERE ambito_id = $1 ORDER BY position, code";
    let rows: Vec<(Uuid, String, String)> = all(snapshot, sql, &[ambito.uuid().into()]).await?;
    Ok(rows.into_iter().map(|(id, code, name)| (id.into(), code, name)).collect())
}

/// The organisations of the register, by category and name, with their public contributions.
pub async fn organisations(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Vec<OrganisationRow>, StoreError> {
    let sql = "SELECT o.id, o.code, o.name, o.category, m.name, o.runts_section, \
               (SELECT CAST(COUNT(*) AS BIGINT) FROM contributions c \
                WHERE c.organisation_id = o.id AND c.standing = 'pubblicato') \
               FROM organisations o LEFT JOIN municipalities m ON m.id = o.municipality_id \
               WHERE o.ambito_id = $1";
    type Row = (Uuid, String, String, String, Option<String>, Option<String>, i64);
    let rows: Vec<Row> = all(snapshot, sql, &[ambito.uuid().into()]).await?;
    let mut organisations = rows
        .into_iter()
        .map(|(id, code, name, category, municipality, runts_section, n)| {
            let category: Category = coded("organisations", id, &category)?;
            let contributions = count(n);
            Ok(OrganisationRow { code, name, category, municipality, runts_section, contributions })
        })
        .collect::<Result<Vec<_>, StoreError>>()?;
    // Sorted here: the two databases disagree about capitals and accents.
    organisations.sort_by_cached_key(|o| (o.category, domain::language::fold(&o.name)));
    Ok(organisations)
}

/// Code and name of organisations, by name: all of them, or these.
pub async fn organisation_names(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    only: Option<&[OrganisationId]>,
) -> Result<Vec<(String, String)>, StoreError> {
    let sql = "SELECT id, code, name FROM organisations WHERE ambito_id = $1";
    let rows: Vec<(Uuid, String, String)> = all(snapshot, sql, &[ambito.uuid().into()]).await?;
    let mut names: Vec<(String, String)> = rows
        .into_iter()
        .filter(|(id, _, _)| only.is_none_or(|ids| ids.contains(&(*id).into())))
        .map(|(_, code, name)| (code, name))
        .collect();
    names.sort_by_cached_key(|(code, name)| (domain::language::fold(name), code.clone()));
    Ok(names)
}

/// Bodies with their seats, those who decide last in front.
pub async fn bodies(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Vec<BodyCard>, StoreError> {
    let sql = "SELECT id, code, kind, name, quorum, rule FROM bodies WHERE ambito_id = $1";
    let rows: Vec<(Uuid, String, String, String, i64, String)> =
        all(snapshot, sql, &[ambito.uuid().into()]).await?;
    let sql = "SELECT s.id, s.body_id, s.person_name, s.function, COALESCE(o.name, m.name), \
               s.votes FROM seats s JOIN bodies b ON b.id = s.body_id \
               LEFT JOIN municipalities m ON m.id = s.municipality_id \
               LEFT JOIN organisations o ON o.id = s.organisation_id \
               WHERE b.ambito_id = $1 ORDER BY s.body_id, s.position";
    type Seat = (Uuid, Uuid, Option<String>, String, Option<String>, bool);
    let seats: Vec<Seat> = all(snapshot, sql, &[ambito.uuid().into()]).await?;
    let mut by_body: HashMap<Uuid, Vec<SeatRow>> = HashMap::new();
    for (id, body, person, function, represents, votes) in seats {
        let function = coded("seats", id, &function)?;
        by_body.entry(body).or_default().push(SeatRow { person, function, represents, votes });
    }
    let mut bodies = rows
        .into_iter()
        .map(|(id, code, kind, name, quorum, rule)| {
            let seats = by_body.remove(&id).unwrap_or_default();
            let kind = coded("bodies", id, &kind)?;
            Ok((code, BodyCard { kind, name, quorum: few(quorum), rule, seats }))
        })
        .collect::<Result<Vec<_>, StoreError>>()?;
    bodies.sort_by(|(a, one), (b, two)| (one.kind, a).cmp(&(two.kind, b)));
    Ok(bodies.into_iter().map(|(_, body)| body).collect())
}

#[derive(sqlx::FromRow)]
struct PlanRow {
    id: Uuid,
    title: String,
    year_from: i64,
    year_to: i64,
    state: String,
    summary: String,
    act_body: Option<String>,
    act_number: Option<String>,
    act_date: Option<NaiveDate>,
}

fn act(body: Option<String>, number: Option<String>, date: Option<NaiveDate>) -> Option<ActRef> {
    Some(ActRef { body: body?, number: number?, date: date? })
}

fn year(table: &'static str, id: Uuid, year: i64) -> Result<i32, StoreError> {
    i32::try_from(year).map_err(|why| StoreError::row(table, id, why))
}

/// Plans, the newest first, each with programmes and public actions.
pub async fn plans(snapshot: &mut Snapshot, ambito: AmbitoId) -> Result<Vec<PlanCard>, StoreError> {
    let here = &[ambito.uuid().into()];
    let sql = "SELECT id, title, year_from, year_to, state, summary, act_body, act_number, \
               act_date FROM plans WHERE ambito_id = $1 ORDER BY year_from DESC, code DESC";
    let plans: Vec<PlanRow> = all(snapshot, sql, here).await?;
    let sql = "SELECT g.id, g.plan_id, g.title, g.year, g.state, g.act_body, g.act_number, \
               g.act_date FROM programmes g JOIN plans p ON p.id = g.plan_id \
               WHERE p.ambito_id = $1 ORDER BY g.year DESC, g.title";
    type Programme =
        (Uuid, Uuid, String, i64, String, Option<String>, Option<String>, Option<NaiveDate>);
    let programmes: Vec<Programme> = all(snapshot, sql, here).await?;
    let actions = public_actions(snapshot, ambito).await?;
    plans
        .into_iter()
        .map(|row| {
            let own = programmes
                .iter()
                .filter(|programme| programme.1 == row.id)
                .map(|(id, _, title, y, state, body, number, date)| {
                    Ok(ProgrammeCard {
                        title: title.clone(),
                        year: year("programmes", *id, *y)?,
                        state: coded::<ProgrammeState>("programmes", *id, state)?,
                        act: act(body.clone(), number.clone(), *date),
                    })
                })
                .collect::<Result<Vec<_>, StoreError>>()?;
            Ok(PlanCard {
                year_from: year("plans", row.id, row.year_from)?,
                year_to: year("plans", row.id, row.year_to)?,
                state: coded::<PlanState>("plans", row.id, &row.state)?,
                act: act(row.act_body, row.act_number, row.act_date),
                programmes: own,
                actions: actions
                    .iter()
                    .filter(|(plan, _)| plan.uuid() == row.id)
                    .map(|(_, action)| action.clone())
                    .collect(),
                title: row.title,
                summary: row.summary,
            })
        })
        .collect()
}

/// Actions that were at least once at the Tavolo, by number, each with its plan.
async fn public_actions(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Vec<(PlanId, ActionRef)>, StoreError> {
    let sql = "SELECT a.id, a.plan_id, a.number, v.title, a.state FROM actions a \
               JOIN action_versions v ON v.action_id = a.id AND v.version = a.version \
               WHERE a.ambito_id = $1 \
               AND (a.sent_at IS NOT NULL OR a.state NOT IN ('bozza', 'verifica_ufficio')) \
               ORDER BY a.number";
    let rows: Vec<(Uuid, Uuid, i64, String, String)> =
        all(snapshot, sql, &[ambito.uuid().into()]).await?;
    rows.into_iter()
        .map(|(id, plan, number, title, state)| {
            let state: ActionState = coded("actions", id, &state)?;
            Ok((plan.into(), ActionRef { number, title, state }))
        })
        .collect()
}

#[derive(sqlx::FromRow)]
struct IndicatorRow {
    id: Uuid,
    code: String,
    name: String,
    definition: String,
    unit: String,
    direction: String,
    area_code: Option<String>,
    area_name: Option<String>,
    source: String,
    baseline_value: f64,
    baseline_date: NaiveDate,
    target_value: Option<f64>,
    target_date: Option<NaiveDate>,
}

/// An indicator, with the code of its area.
#[derive(Debug, Clone, PartialEq)]
pub struct Indicator {
    /// Code of the area, if it is of one.
    pub area: Option<String>,
    /// The indicator with its series.
    pub card: IndicatorCard,
}

/// The community profile: its indicators in their order, each with its series. Where a
/// measurement was corrected the later one counts; both stay in the table (invariant 18).
pub async fn profile(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Vec<Indicator>, StoreError> {
    let here = &[ambito.uuid().into()];
    let sql = "SELECT i.id, i.code, i.name, i.definition, i.unit, i.direction, \
               a.code AS area_code, a.name AS area_name, i.source, i.baseline_value, \
               i.baseline_date, i.target_value, i.target_date \
               FROM indicators i LEFT JOIN areas a ON a.id = i.area_id \
               WHERE i.ambito_id = $1 AND i.profile ORDER BY i.position, i.code";
    let indicators: Vec<IndicatorRow> = all(snapshot, sql, here).await?;
    let sql = "SELECT m.indicator_id, m.date, m.value, m.note FROM measurements m \
               JOIN indicators i ON i.id = m.indicator_id \
               WHERE i.ambito_id = $1 AND i.profile ORDER BY m.indicator_id, m.position";
    let measured: Vec<(Uuid, NaiveDate, f64, Option<String>)> = all(snapshot, sql, here).await?;
    let mut series: HashMap<Uuid, Vec<Point>> = HashMap::new();
    for (indicator, date, value, note) in measured {
        let points = series.entry(indicator).or_default();
        let point = Point { date, value, note };
        match points.iter_mut().find(|earlier| earlier.date == date) {
            Some(corrected) => *corrected = point,
            None => points.push(point),
        }
    }
    indicators
        .into_iter()
        .map(|row| {
            let mut series = series.remove(&row.id).unwrap_or_default();
            series.sort_by_key(|point| point.date);
            let target = row.target_value.zip(row.target_date);
            Ok(Indicator {
                area: row.area_code,
                card: IndicatorCard {
                    direction: coded::<Direction>("indicators", row.id, &row.direction)?,
                    code: row.code,
                    name: row.name,
                    definition: row.definition,
                    unit: row.unit,
                    area: row.area_name,
                    source: row.source,
                    baseline: Point {
                        date: row.baseline_date,
                        value: row.baseline_value,
                        note: None,
                    },
                    target: target.map(|(value, date)| Point { date, value, note: None }),
                    series,
                },
            })
        })
        .collect()
}

/// How many public contributions there are of a kind about something.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Spoken {
    /// Needs.
    pub needs: u64,
    /// Proposals.
    pub proposals: u64,
}

impl Spoken {
    fn add(&mut self, kind: Kind, n: i64) {
        match kind {
            Kind::Need => self.needs += count(n),
            Kind::Proposal => self.proposals += count(n),
        }
    }
}

/// Public contributions by municipality.
pub async fn spoken_by_municipality(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<HashMap<MunicipalityId, Spoken>, StoreError> {
    let sql = "SELECT municipality_id, kind, CAST(SUM(n) AS BIGINT) FROM contribution_counts \
               WHERE ambito_id = $1 GROUP BY municipality_id, kind";
    spoken(snapshot, ambito, sql).await
}

/// Public contributions by policy.
pub async fn spoken_by_policy(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<HashMap<PolicyId, Spoken>, StoreError> {
    let sql = "SELECT policy_id, kind, CAST(SUM(n) AS BIGINT) FROM contribution_counts \
               WHERE ambito_id = $1 GROUP BY policy_id, kind";
    spoken(snapshot, ambito, sql).await
}

async fn spoken<I>(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    sql: &'static str,
) -> Result<HashMap<I, Spoken>, StoreError>
where
    I: From<Uuid> + Eq + std::hash::Hash,
{
    let rows: Vec<(Uuid, String, i64)> = all(snapshot, sql, &[ambito.uuid().into()]).await?;
    let mut spoken: HashMap<I, Spoken> = HashMap::new();
    for (id, kind, n) in rows {
        let kind: Kind = coded("contribution_counts", id, &kind)?;
        spoken.entry(id.into()).or_default().add(kind, n);
    }
    Ok(spoken)
}

/// Participation in numbers: public needs, proposals, and how many of them have an answer.
pub async fn totals(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<(Spoken, u64), StoreError> {
    let sql = "SELECT kind, stage, CAST(SUM(n) AS BIGINT) FROM contribution_counts \
               WHERE ambito_id = $1 GROUP BY kind, stage";
    let rows: Vec<(String, String, i64)> = all(snapshot, sql, &[ambito.uuid().into()]).await?;
    let mut spoken = Spoken::default();
    let mut answered = 0;
    for (kind, stage, n) in rows {
        spoken.add(coded("contribution_counts", ambito.uuid(), &kind)?, n);
        if stage == domain::contributions::Stage::Answered.code() {
            answered += count(n);
        }
    }
    Ok((spoken, answered))
}

/// Distinct people whose support stands here, as they are kept. Only to be shown with
/// suppression.
pub async fn supporters(snapshot: &mut Snapshot, ambito: AmbitoId) -> Result<u32, StoreError> {
    let sql = "SELECT supporters FROM ambiti WHERE id = $1";
    let row: Option<(i64,)> = first(snapshot, sql, &[ambito.uuid().into()]).await?;
    Ok(few(row.map_or(0, |(n,)| n)))
}
