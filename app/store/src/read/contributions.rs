//! Cards, and one contribution with all around it.

use std::collections::HashMap;

use domain::contributions::{AuthorKind, Channel, Kind, Stage, Standing, Words};
use domain::faults::Refusal;
use domain::ids::{AmbitoId, CommentId, ContributionId, PersonId, PolicyId, RoundId};
use domain::moderation::ReasonClass;
use domain::outcomes::Outcome;
use domain::people::Role;
use domain::suppression;
use domain::time::Moment;
use domain::views::{
    CommentView, ContributionCard, ContributionRef, Handled, PolicyName, Tombstone, Translation,
};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use super::{Arg, Sight, all, excerpt, few, first, places};
use crate::counts::coded;
use crate::{Snapshot, StoreError};

/// The most characters of a card's excerpt.
pub const EXCERPT: usize = 280;

/// Whether the words of a text in this standing may be read; `bare` if none are left.
pub const fn readable(standing: Standing, bare: bool, sight: Sight) -> bool {
    match standing {
        Standing::Published => true,
        Standing::Anonymised => !bare,
        Standing::InModeration | Standing::Hidden => matches!(sight, Sight::Restricted),
        Standing::Withdrawn => false,
    }
}

/// A card, with what links it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// Which.
    pub id: ContributionId,
    /// Its round.
    pub round: RoundId,
    /// Its policy.
    pub policy: PolicyId,
    /// Where it stands.
    pub standing: Standing,
    /// What is shown.
    pub card: ContributionCard,
}

/// What a card is made of: `c` contribution, `v` its words, `p` policy, `m` municipality,
/// `o` organisation.
pub(crate) const CARD: &str = "SELECT c.id, c.number, c.kind, c.round_id, c.policy_id, \
    c.standing, c.author_kind, c.byline, c.created_at, c.published_at, c.stage, c.outcome, \
    c.supports, c.supports_known, c.comments, COALESCE(v.language, '') AS language, \
    COALESCE(v.title, '') AS title, COALESCE(SUBSTR(v.body, 1, 600), '') AS opening, \
    p.code AS policy_code, p.name AS policy, m.name AS municipality, o.name AS organisation";

/// What a card is joined with.
pub(crate) const CARD_JOINS: &str = "JOIN policies p ON p.id = c.policy_id \
    JOIN municipalities m ON m.id = c.municipality_id \
    LEFT JOIN revisions v ON v.contribution_id = c.id AND v.revision = c.revision \
    LEFT JOIN organisations o ON o.id = c.organisation_id";

#[derive(sqlx::FromRow)]
pub(crate) struct CardRow {
    id: Uuid,
    number: i64,
    kind: String,
    round_id: Uuid,
    policy_id: Uuid,
    standing: String,
    author_kind: String,
    byline: Option<String>,
    created_at: Moment,
    published_at: Option<Moment>,
    stage: String,
    outcome: Option<String>,
    supports: i64,
    supports_known: bool,
    comments: i64,
    language: String,
    title: String,
    opening: String,
    policy_code: String,
    policy: String,
    municipality: String,
    organisation: Option<String>,
}

impl CardRow {
    /// The card, without what this sight may not see.
    pub(crate) fn card(self, sight: Sight) -> Result<Card, StoreError> {
        let id = self.id;
        let standing: Standing = coded("contributions", id, &self.standing)?;
        let readable = readable(standing, self.opening.is_empty(), sight);
        let outcome = self.outcome.as_deref();
        Ok(Card {
            id: id.into(),
            round: self.round_id.into(),
            policy: self.policy_id.into(),
            standing,
            card: ContributionCard {
                contribution: ContributionRef {
                    kind: coded("contributions", id, &self.kind)?,
                    number: self.number,
                    title: if readable { self.title } else { String::new() },
                    language: self.language,
                },
                excerpt: if readable { excerpt(&self.opening, EXCERPT) } else { String::new() },
                municipality: self.municipality,
                policy_code: self.policy_code,
                policy: self.policy,
                author_kind: coded::<AuthorKind>("contributions", id, &self.author_kind)?,
                organisation: self.organisation,
                byline: self.byline.filter(|_| readable),
                at: self.published_at.unwrap_or(self.created_at),
                stage: coded::<Stage>("contributions", id, &self.stage)?,
                outcome: outcome.map(|code| coded("contributions", id, code)).transpose()?,
                supports: suppression::people_known(few(self.supports), self.supports_known),
                comments: few(self.comments),
            },
        })
    }
}

/// Cards of these contributions, in this order; tombstones without words.
pub async fn cards(
    snapshot: &mut Snapshot,
    ids: &[ContributionId],
    sight: Sight,
) -> Result<Vec<Card>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "{CARD} FROM contributions c {CARD_JOINS} WHERE c.id IN ({})",
        places(1, ids.len())
    );
    let args: Vec<Arg<'_>> = ids.iter().map(|id| id.uuid().into()).collect();
    let rows: Vec<CardRow> = all(snapshot, AssertSqlSafe(sql), &args).await?;
    let mut found = HashMap::new();
    for row in rows {
        let card = row.card(sight)?;
        found.insert(card.id, card);
    }
    Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
}

/// Cards of the public contributions among these numbers, in this order.
pub async fn public_cards(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    numbers: &[i64],
) -> Result<Vec<Card>, StoreError> {
    if numbers.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "{CARD} FROM contributions c {CARD_JOINS} \
         WHERE c.ambito_id = $1 AND c.number IN ({}) AND c.standing = 'pubblicato'",
        places(2, numbers.len())
    );
    let mut args = vec![Arg::Id(ambito.uuid())];
    args.extend(numbers.iter().map(|&number| Arg::Number(number)));
    let rows: Vec<CardRow> = all(snapshot, AssertSqlSafe(sql), &args).await?;
    let mut found = HashMap::new();
    for row in rows {
        found.insert(row.number, row.card(Sight::Public)?);
    }
    Ok(numbers.iter().filter_map(|number| found.remove(number)).collect())
}

#[derive(sqlx::FromRow)]
struct DetailRow {
    #[sqlx(flatten)]
    card: CardRow,
    revision: i64,
    body: String,
    strengths: String,
    recipients: String,
    doers: String,
    resources: String,
    channel: String,
    assisted: bool,
    sensitive: bool,
    echo_of: Option<Uuid>,
    area_code: String,
    area_name: String,
    revisions: i64,
    echoes: i64,
}

/// A contribution as it is stored. What of it may be seen, [`StoredContribution::seen`] gives.
pub struct StoredContribution {
    row: DetailRow,
    standing: Standing,
}

impl std::fmt::Debug for StoredContribution {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Never the words: this could reach a log.
        f.debug_struct("StoredContribution")
            .field("id", &self.row.card.id)
            .field("standing", &self.standing)
            .finish_non_exhaustive()
    }
}

/// A contribution as it may be seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeenContribution {
    /// Which.
    pub id: ContributionId,
    /// Its round.
    pub round: RoundId,
    /// In short.
    pub card: ContributionCard,
    /// Policy in full.
    pub policy: PolicyName,
    /// Where it stands.
    pub standing: Standing,
    /// Its words, if they may be read.
    pub words: Option<Words>,
    /// Current revision.
    pub revision: i64,
    /// How it arrived.
    pub channel: Channel,
    /// Written by an operator for the person.
    pub assisted: bool,
    /// Its author, or its policy, says it is sensitive.
    pub sensitive: bool,
    /// When it was sent.
    pub created: Moment,
    /// When it became public.
    pub published: Option<Moment>,
    /// Revisions since then.
    pub revisions: u32,
    /// Public voices that said «anche per me».
    pub echoes: u32,
    /// Need that it echoes.
    pub echo_of: Option<ContributionId>,
}

impl StoredContribution {
    /// Which.
    pub fn id(&self) -> ContributionId {
        self.row.card.id.into()
    }

    /// Its round.
    pub fn round(&self) -> RoundId {
        self.row.card.round_id.into()
    }

    /// Where it stands.
    pub const fn standing(&self) -> Standing {
        self.standing
    }

    /// Whether everybody may know that it is there: it is public, or left a tombstone, as what a
    /// moderator refused does even if it was never public (invariant 3).
    pub const fn known_to_all(&self) -> bool {
        match self.standing {
            Standing::Hidden => true,
            Standing::InModeration => false,
            Standing::Published | Standing::Withdrawn | Standing::Anonymised => {
                self.row.card.published_at.is_some()
            }
        }
    }

    /// What of it this sight may see.
    pub fn seen(self, sight: Sight) -> Result<SeenContribution, StoreError> {
        let DetailRow { card, revision, body, .. } = self.row;
        let id = card.id;
        let (created, published) = (card.created_at, card.published_at);
        let policy_code = card.policy_code.clone();
        let policy_name = card.policy.clone();
        let readable = readable(self.standing, body.is_empty(), sight);
        let card = card.card(sight)?;
        let words = readable.then(|| Words {
            title: card.card.contribution.title.clone(),
            body,
            strengths: self.row.strengths,
            recipients: self.row.recipients,
            doers: self.row.doers,
            resources: self.row.resources,
        });
        Ok(SeenContribution {
            id: card.id,
            round: card.round,
            policy: PolicyName {
                code: policy_code,
                name: policy_name,
                area_code: self.row.area_code,
                area_name: self.row.area_name,
            },
            card: card.card,
            standing: self.standing,
            words,
            revision,
            channel: coded("contributions", id, &self.row.channel)?,
            assisted: self.row.assisted,
            sensitive: self.row.sensitive,
            created,
            published,
            revisions: few(self.row.revisions),
            echoes: few(self.row.echoes),
            echo_of: self.row.echo_of.map(Into::into),
        })
    }
}

async fn stored(
    snapshot: &mut Snapshot,
    condition: &'static str,
    args: &[Arg<'_>],
) -> Result<Option<StoredContribution>, StoreError> {
    let sql = format!(
        "{CARD}, c.revision, COALESCE(v.body, '') AS body, \
         COALESCE(v.strengths, '') AS strengths, COALESCE(v.recipients, '') AS recipients, \
         COALESCE(v.doers, '') AS doers, COALESCE(v.resources, '') AS resources, c.channel, \
         c.assisted, c.sensitive, c.echo_of, a.code AS area_code, a.name AS area_name, \
         (SELECT CAST(COUNT(*) AS BIGINT) FROM revisions w \
          WHERE w.contribution_id = c.id AND w.at > c.published_at) AS revisions, \
         (SELECT CAST(COUNT(*) AS BIGINT) FROM contributions e \
          WHERE e.echo_of = c.id AND e.standing = 'pubblicato') AS echoes \
         FROM contributions c {CARD_JOINS} JOIN areas a ON a.id = p.area_id WHERE {condition}"
    );
    let Some(row): Option<DetailRow> = first(snapshot, AssertSqlSafe(sql), args).await? else {
        return Ok(None);
    };
    let standing = coded("contributions", row.card.id, &row.card.standing)?;
    Ok(Some(StoredContribution { row, standing }))
}

/// The contribution of a number, if it is of this kind.
pub async fn by_number(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    kind: Kind,
    number: i64,
) -> Result<Option<StoredContribution>, StoreError> {
    let args = &[ambito.uuid().into(), number.into(), kind.code().into()];
    stored(snapshot, "c.ambito_id = $1 AND c.number = $2 AND c.kind = $3", args).await
}

/// The contribution of an id.
pub async fn by_id(
    snapshot: &mut Snapshot,
    id: ContributionId,
) -> Result<Option<StoredContribution>, StoreError> {
    stored(snapshot, "c.id = $1", &[id.uuid().into()]).await
}

/// The translation of a text that is not in Italian: the Italian one, else the first there is.
/// Only for a text whose words may be read.
pub async fn translation(
    snapshot: &mut Snapshot,
    id: ContributionId,
) -> Result<Option<Translation>, StoreError> {
    let sql = "SELECT language, title, body, verified FROM translations \
               WHERE contribution_id = $1 ORDER BY language";
    let rows: Vec<(String, String, String, bool)> = all(snapshot, sql, &[id.uuid().into()]).await?;
    let chosen = rows.iter().position(|row| row.0 == "it").unwrap_or(0);
    Ok(rows.into_iter().nth(chosen).map(|(language, title, body, verified)| Translation {
        language,
        title,
        body,
        verified,
    }))
}

/// Public contributions that point at one, or at which it points.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Around {
    /// Need that it echoes.
    pub echo_of: Option<ContributionRef>,
    /// Needs it answers.
    pub answers: Vec<ContributionRef>,
    /// Proposals that answer it.
    pub answered_by: Vec<ContributionRef>,
}

/// Public contributions that point at one, or at which it points.
pub async fn around(snapshot: &mut Snapshot, id: ContributionId) -> Result<Around, StoreError> {
    let sql = "SELECT 'answers' AS how, c.id, c.kind, c.number, v.title, v.language \
        FROM answers w JOIN contributions c ON c.id = w.need_id \
        JOIN revisions v ON v.contribution_id = c.id AND v.revision = c.revision \
        WHERE w.proposal_id = $1 AND c.standing = 'pubblicato' \
        UNION ALL \
        SELECT 'answered', c.id, c.kind, c.number, v.title, v.language \
        FROM answers w JOIN contributions c ON c.id = w.proposal_id \
        JOIN revisions v ON v.contribution_id = c.id AND v.revision = c.revision \
        WHERE w.need_id = $1 AND c.standing = 'pubblicato' \
        UNION ALL \
        SELECT 'echo', c.id, c.kind, c.number, v.title, v.language \
        FROM contributions e JOIN contributions c ON c.id = e.echo_of \
        JOIN revisions v ON v.contribution_id = c.id AND v.revision = c.revision \
        WHERE e.id = $1 AND c.standing = 'pubblicato' \
        ORDER BY number";
    type Row = (String, Uuid, String, i64, String, String);
    let rows: Vec<Row> = all(snapshot, sql, &[id.uuid().into()]).await?;
    let mut around = Around::default();
    for (how, id, kind, number, title, language) in rows {
        let kind = coded("contributions", id, &kind)?;
        let found = ContributionRef { kind, number, title, language };
        match how.as_str() {
            "answers" => around.answers.push(found),
            "answered" => around.answered_by.push(found),
            _ => around.echo_of = Some(found),
        }
    }
    Ok(around)
}

/// The public contributions among these, in this order.
pub async fn public_refs(
    snapshot: &mut Snapshot,
    ids: &[ContributionId],
) -> Result<Vec<ContributionRef>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT c.id, c.kind, c.number, v.title, v.language FROM contributions c \
         JOIN revisions v ON v.contribution_id = c.id AND v.revision = c.revision \
         WHERE c.id IN ({}) AND c.standing = 'pubblicato'",
        places(1, ids.len())
    );
    let args: Vec<Arg<'_>> = ids.iter().map(|id| id.uuid().into()).collect();
    let rows: Vec<(Uuid, String, i64, String, String)> =
        all(snapshot, AssertSqlSafe(sql), &args).await?;
    let mut found = HashMap::new();
    for (id, kind, number, title, language) in rows {
        let kind = coded("contributions", id, &kind)?;
        found.insert(ContributionId::from(id), ContributionRef { kind, number, title, language });
    }
    Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
}

/// A comment, with its id: whose it is, only `identity` knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredComment {
    /// Which.
    pub id: CommentId,
    /// The comment it answers.
    pub parent: Option<CommentId>,
    /// Where it stands.
    pub standing: Standing,
    /// As it may be seen; `own` is still to be said.
    pub view: CommentView,
}

#[derive(sqlx::FromRow)]
struct CommentRow {
    id: Uuid,
    number: i64,
    parent_id: Option<Uuid>,
    author_kind: String,
    organisation: Option<String>,
    byline: Option<String>,
    standing: String,
    at: Moment,
    body: String,
    stance: Option<String>,
    language: String,
    role: Option<String>,
    changed_at: Option<Moment>,
    agreements: i64,
}

/// The comments on a contribution, oldest first. One that is not public has lost its words
/// unless `restricted` says that the reader may see it.
pub async fn comments(
    snapshot: &mut Snapshot,
    contribution: ContributionId,
    restricted: impl Fn(CommentId) -> bool,
) -> Result<Vec<StoredComment>, StoreError> {
    let sql = "SELECT k.id, k.number, k.parent_id, k.author_kind, o.name AS organisation, \
               k.byline, k.standing, k.at, k.body, k.stance, k.language, k.role, k.changed_at, \
               k.agreements FROM comments k \
               LEFT JOIN organisations o ON o.id = k.organisation_id \
               WHERE k.contribution_id = $1 ORDER BY k.at, k.number";
    let rows: Vec<CommentRow> = all(snapshot, sql, &[contribution.uuid().into()]).await?;
    rows.into_iter()
        .map(|row| {
            let standing = coded("comments", row.id, &row.standing)?;
            let sight = if restricted(row.id.into()) { Sight::Restricted } else { Sight::Public };
            let readable = readable(standing, row.body.is_empty(), sight);
            let (stance, role) = (row.stance.as_deref(), row.role.as_deref());
            Ok(StoredComment {
                id: row.id.into(),
                parent: row.parent_id.map(Into::into),
                standing,
                view: CommentView {
                    number: row.number,
                    author_kind: coded("comments", row.id, &row.author_kind)?,
                    organisation: row.organisation.filter(|_| readable),
                    byline: row.byline.filter(|_| readable),
                    stance: stance.map(|code| coded("comments", row.id, code)).transpose()?,
                    role: role
                        .filter(|_| readable)
                        .map(|code| coded("comments", row.id, code))
                        .transpose()?,
                    body: readable.then_some(row.body),
                    language: row.language,
                    at: row.at,
                    changed: row.changed_at,
                    agreements: suppression::people(few(row.agreements)),
                    agreed: false,
                    may_agree: Err(Refusal::NotPublic),
                    editable: None,
                    waits: standing == Standing::InModeration,
                    own: false,
                    tombstone: None,
                    handled: Handled::default(),
                    answers: Vec::new(),
                },
            })
        })
        .collect()
}

/// Whether a person supports a contribution.
pub async fn supports(
    snapshot: &mut Snapshot,
    contribution: ContributionId,
    person: PersonId,
) -> Result<bool, StoreError> {
    let sql = "SELECT contribution_id FROM supports \
               WHERE contribution_id = $1 AND person_id = $2";
    let args = &[contribution.uuid().into(), person.uuid().into()];
    Ok(first::<(Uuid,)>(snapshot, sql, args).await?.is_some())
}

/// What is known of the end, or of the reading, of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Handling {
    /// When a moderator made it public.
    pub cleared: Option<Moment>,
    /// What is left of it, if it was withdrawn, hidden or anonymised.
    pub tombstone: Option<Tombstone>,
}

/// How a text was handled: by moderators, or by its author who withdrew it. The events tell
/// when, the cases of moderation why.
pub async fn handling(
    snapshot: &mut Snapshot,
    id: ContributionId,
    standing: Standing,
    otherwise: Moment,
) -> Result<Handling, StoreError> {
    let sql = "SELECT 'case' AS what, decided_at AS at, decision AS code, \
        reason_class AS class, reason FROM moderation_cases WHERE contribution_id = $1 AND comment_id IS NULL \
        AND decided_at IS NOT NULL \
        UNION ALL \
        SELECT 'event', at, operation, NULL, NULL FROM events \
        WHERE subject_id = $1 AND operation = 'withdraw_contribution' \
        ORDER BY at";
    type Row = (String, Moment, Option<String>, Option<String>, Option<String>);
    let rows: Vec<Row> = all(snapshot, sql, &[id.uuid().into()]).await?;
    let mut handling = Handling::default();
    let mut hidden: Option<(Moment, Option<ReasonClass>, Option<String>)> = None;
    let mut withdrawn = None;
    for (what, at, code, class, reason) in rows {
        let class = class
            .map(|code| coded::<ReasonClass>("moderation_cases", id.uuid(), &code))
            .transpose()?;
        match (what.as_str(), code.as_deref()) {
            ("case", Some("pubblicato" | "pubblicato_con_modifiche_concordate")) => {
                handling.cleared = Some(handling.cleared.unwrap_or(at));
            }
            ("case", Some("oscurato" | "respinto")) => hidden = Some((at, class, reason)),
            ("event", Some("withdraw_contribution")) => withdrawn = Some(at),
            _ => {}
        }
    }
    handling.tombstone = match standing {
        Standing::Published | Standing::InModeration => None,
        Standing::Withdrawn => {
            let at = withdrawn.unwrap_or(otherwise);
            Some(Tombstone { at, role: None, reason_class: None, reason: None })
        }
        Standing::Hidden => {
            let (at, reason_class, reason) = hidden.unwrap_or((otherwise, None, None));
            Some(Tombstone { at, role: Some(Role::Moderator), reason_class, reason })
        }
        Standing::Anonymised => {
            let role = Some(Role::Moderator);
            Some(Tombstone { at: otherwise, role, reason_class: None, reason: None })
        }
    };
    Ok(handling)
}

/// A public contribution that was answered lately.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Which.
    pub contribution: ContributionId,
    /// What became of it.
    pub outcome: Outcome,
    /// Why.
    pub reason: String,
    /// The action in which it lives on.
    pub action: Option<domain::views::ActionRef>,
    /// When.
    pub at: Moment,
}

#[derive(sqlx::FromRow)]
struct AnswerRow {
    contribution_id: Uuid,
    number: i64,
    direct: i64,
    outcome: String,
    reason: String,
    at: Moment,
    action_id: Option<Uuid>,
    action_number: Option<i64>,
    action_title: Option<String>,
    action_state: Option<String>,
}

/// The newest answers, at most `limit` contributions: those given one by one, and the newest
/// reviews of the Tavolo, each of these with the first of its sources (a need before a
/// proposal, the older before the newer).
pub async fn newest_answers(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    limit: usize,
) -> Result<Vec<Answer>, StoreError> {
    // Some more than are shown, because several answers may be about one text.
    let sql = "SELECT o.contribution_id, c.number, CAST(1 AS BIGINT) AS direct, o.outcome, o.reason, \
        o.at, a.id AS action_id, a.number AS action_number, w.title AS action_title, \
        a.state AS action_state \
        FROM (SELECT * FROM outcomes WHERE ambito_id = $1 ORDER BY at DESC LIMIT 24) o \
        JOIN contributions c ON c.id = o.contribution_id AND c.standing = 'pubblicato' \
        LEFT JOIN actions a ON a.id = o.action_id \
        LEFT JOIN action_versions w ON w.action_id = a.id AND w.version = a.version \
        UNION ALL \
        SELECT s.id, s.number, CAST(0 AS BIGINT), r.outcome, r.reason, r.at, a.id, a.number, w.title, \
        a.state FROM \
        (SELECT * FROM reviews WHERE ambito_id = $1 ORDER BY at DESC LIMIT 8) r \
        JOIN actions a ON a.id = r.action_id \
        JOIN action_versions w ON w.action_id = a.id AND w.version = a.version \
        JOIN contributions s ON s.id = ( \
            SELECT c.id FROM contributions c WHERE c.standing = 'pubblicato' AND c.id IN ( \
                SELECT l.contribution_id FROM action_contributions l WHERE l.action_id = a.id \
                UNION \
                SELECT x.contribution_id FROM action_clusters k \
                JOIN cluster_sources x ON x.cluster_id = k.cluster_id \
                WHERE k.action_id = a.id AND x.share <> 'dissent') \
            ORDER BY c.kind, c.number LIMIT 1)";
    let rows: Vec<AnswerRow> = all(snapshot, sql, &[ambito.uuid().into()]).await?;
    let mut answers = rows
        .into_iter()
        .map(|row| {
            let id = row.contribution_id;
            let action = match (row.action_id, row.action_number, row.action_title) {
                (Some(action), Some(number), Some(title)) => {
                    let state = row.action_state.as_deref().unwrap_or_default();
                    let state = coded("actions", action, state)?;
                    Some(domain::views::ActionRef { number, title, state })
                }
                _ => None,
            };
            let outcome = if row.direct == 1 {
                Some(coded("outcomes", id, &row.outcome)?)
            } else {
                let review: domain::review::ReviewOutcome = coded("reviews", id, &row.outcome)?;
                domain::outcomes::from_action(review.state())
            };
            Ok(outcome.map(|outcome| {
                let contribution = id.into();
                let answer =
                    Answer { contribution, outcome, reason: row.reason, action, at: row.at };
                (row.number, answer)
            }))
        })
        .filter_map(Result::transpose)
        .collect::<Result<Vec<_>, StoreError>>()?;
    answers.sort_by_key(|(number, answer)| (std::cmp::Reverse(answer.at), *number));
    let mut answers: Vec<Answer> = answers.into_iter().map(|(_, answer)| answer).collect();
    let mut seen = Vec::new();
    answers.retain(|answer| {
        let new = !seen.contains(&answer.contribution);
        seen.push(answer.contribution);
        new
    });
    answers.truncate(limit);
    Ok(answers)
}
