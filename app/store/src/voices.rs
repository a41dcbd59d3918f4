//! Needs, proposals, supports and comments: what the operations on them read and write.

use std::collections::{BTreeMap, BTreeSet};

use domain::comments::Stance;
use domain::contributions::{AuthorKind, Channel, Kind, Standing, Words};
use domain::ids::{
    AmbitoId, CommentId, ContributionId, MunicipalityId, OrganisationId, PersonId, PolicyId,
    SessionId,
};
use domain::people::{IdentityLevel, Role};
use domain::policy::Permit;
use domain::rounds::{Opening, Round};
use domain::territory::Category;
use domain::time::Moment;
use uuid::Uuid;

use crate::counts::{self, band, coded};
use crate::{Snapshot, StoreError, Tx, on};

/// What operations must know of a round.
#[derive(Debug, Clone)]
pub struct RoundFacts {
    /// For policy.
    pub round: Round,
    /// Its number in the Ambito.
    pub number: i64,
    /// Its title.
    pub title: String,
}

/// The columns of a round as other statements join them.
#[derive(sqlx::FromRow)]
pub(crate) struct RoundRow {
    round_id: Uuid,
    round_number: i64,
    round_kind: String,
    round_title: String,
    mark: String,
    opens_at: Moment,
    closes_at: Moment,
    opened: String,
    moderation: String,
}

impl TryFrom<RoundRow> for RoundFacts {
    type Error = StoreError;
    fn try_from(row: RoundRow) -> Result<Self, StoreError> {
        let opened: BTreeMap<Opening, IdentityLevel> = serde_json::from_str(&row.opened)
            .map_err(|error| StoreError::row("rounds", row.round_id, error))?;
        Ok(RoundFacts {
            round: Round {
                id: row.round_id.into(),
                kind: coded("rounds", row.round_id, &row.round_kind)?,
                mark: coded("rounds", row.round_id, &row.mark)?,
                opens: row.opens_at,
                closes: row.closes_at,
                opened,
                moderation: coded("rounds", row.round_id, &row.moderation)?,
            },
            number: row.round_number,
            title: row.round_title,
        })
    }
}

/// All rounds of an Ambito, by number.
pub async fn rounds(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Vec<RoundFacts>, StoreError> {
    let sql = "SELECT id AS round_id, number AS round_number, kind AS round_kind, \
               title AS round_title, mark, opens_at, closes_at, opened, moderation \
               FROM rounds WHERE ambito_id = $1 ORDER BY number";
    let rows: Vec<RoundRow> =
        on!(snapshot, c => sqlx::query_as(sql).bind(ambito.uuid()).fetch_all(c).await?);
    rows.into_iter().map(RoundFacts::try_from).collect()
}

/// What operations must know of a contribution, with its round.
#[derive(Debug, Clone)]
pub struct Voice {
    /// Which.
    pub id: ContributionId,
    /// Need or proposal.
    pub kind: Kind,
    /// Its number in the Ambito.
    pub number: i64,
    /// Where it stands.
    pub standing: Standing,
    /// When it was sent.
    pub created: Moment,
    /// The current revision.
    pub revision: i64,
    /// How many support it.
    pub supports: i64,
    /// Its round.
    pub round: RoundFacts,
}

impl Voice {
    /// Whether everybody may read it.
    pub fn public(&self) -> bool {
        self.standing == Standing::Published
    }
}

#[derive(sqlx::FromRow)]
struct VoiceRow {
    id: Uuid,
    kind: String,
    number: i64,
    standing: String,
    created_at: Moment,
    revision: i64,
    supports: i64,
    #[sqlx(flatten)]
    round: RoundRow,
}

impl TryFrom<VoiceRow> for Voice {
    type Error = StoreError;
    fn try_from(row: VoiceRow) -> Result<Self, StoreError> {
        Ok(Voice {
            id: row.id.into(),
            kind: coded("contributions", row.id, &row.kind)?,
            number: row.number,
            standing: coded("contributions", row.id, &row.standing)?,
            created: row.created_at,
            revision: row.revision,
            supports: row.supports,
            round: row.round.try_into()?,
        })
    }
}

macro_rules! voice_where {
    ($where:literal) => {
        concat!(
            "SELECT v.id, v.kind, v.number, v.standing, v.created_at, v.revision, v.supports, ",
            "r.id AS round_id, r.number AS round_number, r.kind AS round_kind, ",
            "r.title AS round_title, r.mark, r.opens_at, r.closes_at, r.opened, r.moderation ",
            "FROM contributions v JOIN rounds r ON r.id = v.round_id WHERE ",
            $where
        )
    };
}

/// A contribution by its number.
pub async fn find(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    kind: Kind,
    number: i64,
) -> Result<Option<Voice>, StoreError> {
    let sql = voice_where!("v.ambito_id = $1 AND v.number = $2 AND v.kind = $3");
    let row: Option<VoiceRow> = on!(snapshot, c => {
        sqlx::query_as(sql)
            .bind(ambito.uuid())
            .bind(number)
            .bind(kind.code())
            .fetch_optional(c)
            .await?
    });
    row.map(Voice::try_from).transpose()
}

/// A contribution by its id.
pub async fn by_id(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    id: ContributionId,
) -> Result<Option<Voice>, StoreError> {
    let sql = voice_where!("v.ambito_id = $1 AND v.id = $2");
    let row: Option<VoiceRow> = on!(snapshot, c => {
        sqlx::query_as(sql).bind(ambito.uuid()).bind(id.uuid()).fetch_optional(c).await?
    });
    row.map(Voice::try_from).transpose()
}

/// A policy by its code.
pub async fn policy(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    code: &str,
) -> Result<Option<PolicyId>, StoreError> {
    let sql = "SELECT id FROM policies WHERE ambito_id = $1 AND code = $2";
    let found: Option<(Uuid,)> = on!(snapshot, c => {
        sqlx::query_as(sql).bind(ambito.uuid()).bind(code).fetch_optional(c).await?
    });
    Ok(found.map(|(id,)| id.into()))
}

/// A municipality by its code.
pub async fn municipality(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    code: &str,
) -> Result<Option<MunicipalityId>, StoreError> {
    let sql = "SELECT id FROM municipalities WHERE ambito_id = $1 AND code = $2";
    let found: Option<(Uuid,)> = on!(snapshot, c => {
        sqlx::query_as(sql).bind(ambito.uuid()).bind(code).fetch_optional(c).await?
    });
    Ok(found.map(|(id,)| id.into()))
}

/// The category of an organisation of this Ambito.
pub async fn category(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    organisation: OrganisationId,
) -> Result<Option<Category>, StoreError> {
    let sql = "SELECT category FROM organisations WHERE ambito_id = $1 AND id = $2";
    let found: Option<(String,)> = on!(snapshot, c => {
        sqlx::query_as(sql).bind(ambito.uuid()).bind(organisation.uuid()).fetch_optional(c).await?
    });
    found.map(|(code,)| coded("organisations", organisation.uuid(), &code)).transpose()
}

/// The next free number of a contribution. The Ambito is locked, so it stays free.
pub async fn next_number(tx: &mut Tx, permit: &Permit) -> Result<i64, StoreError> {
    let sql = "SELECT COALESCE(MAX(number), 0) + 1 FROM contributions WHERE ambito_id = $1";
    let ambito = permit.ambito().uuid();
    let (number,): (i64,) = on!(tx, c => sqlx::query_as(sql).bind(ambito).fetch_one(c).await?);
    Ok(number)
}

/// A need or a proposal as it is first stored. It is not public until
/// [`counts::publish`](crate::counts::publish).
#[derive(Debug, Clone)]
pub struct NewVoice<'a> {
    /// Id.
    pub id: ContributionId,
    /// Its number.
    pub number: i64,
    /// Its round.
    pub round: domain::ids::RoundId,
    /// Need or proposal.
    pub kind: Kind,
    /// Main policy.
    pub policy: PolicyId,
    /// Municipality.
    pub municipality: MunicipalityId,
    /// Capacity of the author.
    pub author_kind: AuthorKind,
    /// Organisation that speaks.
    pub organisation: Option<OrganisationId>,
    /// Name, only where the author chose it.
    pub byline: Option<String>,
    /// How it arrived.
    pub channel: Channel,
    /// Session of the Community Lab in which it was said.
    pub session: Option<SessionId>,
    /// Needs a person's eyes before it is public.
    pub sensitive: bool,
    /// Need it echoes.
    pub echo_of: Option<ContributionId>,
    /// Language of the words.
    pub language: &'a str,
    /// The words.
    pub words: &'a Words,
    /// Salt of their hash.
    pub salt: [u8; 32],
}

/// Stores a contribution with its first revision, in moderation.
pub async fn insert(tx: &mut Tx, permit: &Permit, new: &NewVoice<'_>) -> Result<(), StoreError> {
    let sql = "INSERT INTO contributions (id, ambito_id, number, round_id, kind, policy_id, \
        municipality_id, author_kind, organisation_id, byline, channel, assisted, session_id, \
        sensitive, standing, created_at, published_at, revision, echo_of, stage, outcome, \
        supports, support_band, comments) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $16, $13, \
        'in_moderazione', $14, NULL, 1, $15, 'pubblicato', NULL, 0, 0, 0)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(new.id.uuid())
            .bind(permit.ambito().uuid())
            .bind(new.number)
            .bind(new.round.uuid())
            .bind(new.kind.code())
            .bind(new.policy.uuid())
            .bind(new.municipality.uuid())
            .bind(new.author_kind.code())
            .bind(new.organisation.map(OrganisationId::uuid))
            .bind(&new.byline)
            .bind(new.channel.code())
            .bind(false)
            .bind(new.sensitive)
            .bind(permit.at())
            .bind(new.echo_of.map(ContributionId::uuid))
            .bind(new.session.map(SessionId::uuid))
            .execute(c)
            .await?;
    });
    insert_revision(tx, permit, new.id, 1, new.language, new.words, &new.salt).await
}

async fn insert_revision(
    tx: &mut Tx,
    permit: &Permit,
    id: ContributionId,
    revision: i64,
    language: &str,
    words: &Words,
    salt: &[u8; 32],
) -> Result<(), StoreError> {
    let sql = "INSERT INTO revisions (contribution_id, revision, at, language, title, body, \
        strengths, recipients, doers, resources, salt) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(id.uuid())
            .bind(revision)
            .bind(permit.at())
            .bind(language)
            .bind(&words.title)
            .bind(&words.body)
            .bind(&words.strengths)
            .bind(&words.recipients)
            .bind(&words.doers)
            .bind(&words.resources)
            .bind(salt.as_slice())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Stores corrected words as the next revision, which becomes the current one.
pub async fn revise(
    tx: &mut Tx,
    permit: &Permit,
    id: ContributionId,
    revision: i64,
    language: &str,
    words: &Words,
    salt: &[u8; 32],
) -> Result<(), StoreError> {
    insert_revision(tx, permit, id, revision, language, words, salt).await?;
    let sql = "UPDATE contributions SET revision = $2 WHERE id = $1 AND ambito_id = $3";
    let ambito = permit.ambito().uuid();
    on!(tx, c => {
        sqlx::query(sql).bind(id.uuid()).bind(revision).bind(ambito).execute(c).await?;
    });
    Ok(())
}

/// Stores that a proposal answers a need.
pub async fn answer(
    tx: &mut Tx,
    _permit: &Permit,
    proposal: ContributionId,
    need: ContributionId,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO answers (proposal_id, need_id) VALUES ($1, $2)";
    on!(tx, c => {
        sqlx::query(sql).bind(proposal.uuid()).bind(need.uuid()).execute(c).await?;
    });
    Ok(())
}

/// Leaves a text that is not public in another standing. What is public goes through
/// [`counts::unpublish`](crate::counts::unpublish).
pub async fn leave_in(
    tx: &mut Tx,
    permit: &Permit,
    id: ContributionId,
    standing: Standing,
) -> Result<(), StoreError> {
    let sql = "UPDATE contributions SET standing = $2 WHERE id = $1 AND ambito_id = $3";
    let ambito = permit.ambito().uuid();
    on!(tx, c => {
        sqlx::query(sql).bind(id.uuid()).bind(standing.code()).bind(ambito).execute(c).await?;
    });
    Ok(())
}

/// Whether a text stands in a cluster or an action, or is printed as a dissent.
pub async fn is_linked(snapshot: &mut Snapshot, id: ContributionId) -> Result<bool, StoreError> {
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) FROM ( \
        SELECT s.contribution_id FROM cluster_sources s JOIN clusters k ON k.id = s.cluster_id \
        WHERE s.contribution_id = $1 AND k.state NOT IN ('sciolto', 'separato') \
        UNION ALL SELECT contribution_id FROM action_contributions WHERE contribution_id = $1 \
        UNION ALL SELECT contribution_id FROM action_dissents WHERE contribution_id = $1) links";
    let (links,): (i64,) =
        on!(snapshot, c => sqlx::query_as(sql).bind(id.uuid()).fetch_one(c).await?);
    Ok(links > 0)
}

/// Erases the words of a contribution: all revisions with their salts, translations, name.
pub async fn erase(tx: &mut Tx, permit: &Permit, id: ContributionId) -> Result<(), StoreError> {
    let words = "UPDATE revisions SET title = '', body = '', strengths = '', recipients = '', \
                 doers = '', resources = '', salt = NULL WHERE contribution_id = $1";
    let translations = "DELETE FROM translations WHERE contribution_id = $1";
    on!(tx, c => {
        sqlx::query(words).bind(id.uuid()).execute(&mut *c).await?;
        sqlx::query(translations).bind(id.uuid()).execute(&mut *c).await?;
    });
    crate::merge_life::erase_answers(tx, permit, id).await?;
    crate::parts::erase(tx, permit, id).await?;
    crate::merging::forget_excerpts(tx, permit, id).await?;
    crate::synthesis::forget(tx, permit, id).await?;
    crate::bench::forget(tx, permit, id).await?;
    unname(tx, permit, id).await
}

/// Erases the words of one revision that a later one has replaced, with their salt: somebody
/// else could be recognised in them.
pub async fn erase_revision(
    tx: &mut Tx,
    permit: &Permit,
    id: ContributionId,
    revision: i64,
) -> Result<(), StoreError> {
    let sql = "UPDATE revisions SET title = '', body = '', strengths = '', recipients = '', \
               doers = '', resources = '', salt = NULL \
               WHERE contribution_id = $1 AND revision = $2";
    on!(tx, c => { sqlx::query(sql).bind(id.uuid()).bind(revision).execute(c).await?; });
    crate::bench::forget_sentences(tx, permit, id).await
}

/// Takes the author's name off a contribution.
pub async fn unname(tx: &mut Tx, permit: &Permit, id: ContributionId) -> Result<(), StoreError> {
    let sql = "UPDATE contributions SET byline = NULL WHERE id = $1 AND ambito_id = $2";
    let ambito = permit.ambito().uuid();
    on!(tx, c => { sqlx::query(sql).bind(id.uuid()).bind(ambito).execute(c).await?; });
    Ok(())
}

/// Adds a person's support, if it is not there yet; says whether it was added.
/// `supports` is the count before, read under the lock of the Ambito.
pub async fn support(
    tx: &mut Tx,
    permit: &Permit,
    id: ContributionId,
    person: PersonId,
    supports: i64,
) -> Result<bool, StoreError> {
    let sql = "INSERT INTO supports (contribution_id, person_id, at) VALUES ($1, $2, $3) \
               ON CONFLICT (contribution_id, person_id) DO NOTHING";
    let rows = on!(tx, c => {
        sqlx::query(sql)
            .bind(id.uuid())
            .bind(person.uuid())
            .bind(permit.at())
            .execute(c)
            .await?
            .rows_affected()
    });
    if rows == 1 {
        count_supports(tx, id, supports + 1).await?;
        counts::supporter(tx, permit, person, true).await?;
    }
    Ok(rows == 1)
}

/// Takes a person's support back; says whether there was one.
pub async fn withdraw_support(
    tx: &mut Tx,
    permit: &Permit,
    id: ContributionId,
    person: PersonId,
    supports: i64,
) -> Result<bool, StoreError> {
    let sql = "DELETE FROM supports WHERE contribution_id = $1 AND person_id = $2";
    let rows = on!(tx, c => {
        sqlx::query(sql).bind(id.uuid()).bind(person.uuid()).execute(c).await?.rows_affected()
    });
    if rows == 1 {
        count_supports(tx, id, supports - 1).await?;
        counts::supporter(tx, permit, person, false).await?;
    }
    Ok(rows == 1)
}

async fn count_supports(tx: &mut Tx, id: ContributionId, supports: i64) -> Result<(), StoreError> {
    let sql = "UPDATE contributions SET supports = $2, support_band = $3 WHERE id = $1";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(id.uuid())
            .bind(supports)
            .bind(band(supports))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Whether a person supports a contribution.
pub async fn supported(
    snapshot: &mut Snapshot,
    id: ContributionId,
    person: PersonId,
) -> Result<bool, StoreError> {
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) FROM supports \
               WHERE contribution_id = $1 AND person_id = $2";
    let (n,): (i64,) = on!(snapshot, c => {
        sqlx::query_as(sql).bind(id.uuid()).bind(person.uuid()).fetch_one(c).await?
    });
    Ok(n > 0)
}

/// What operations must know of a comment.
#[derive(Debug, Clone)]
pub struct Comment {
    /// Which.
    pub id: CommentId,
    /// Its number in the Ambito.
    pub number: i64,
    /// The comment it answers.
    pub parent: Option<CommentId>,
    /// Where it stands.
    pub standing: Standing,
    /// When it was sent.
    pub sent: Moment,
    /// The current revision.
    pub revision: i64,
    /// What it says it is.
    pub stance: Option<Stance>,
    /// Its words.
    pub body: String,
    /// How many agree.
    pub agreements: i64,
}

#[derive(sqlx::FromRow)]
struct CommentRow {
    id: Uuid,
    number: i64,
    parent_id: Option<Uuid>,
    standing: String,
    at: Moment,
    revision: i64,
    stance: Option<String>,
    body: String,
    agreements: i64,
}

impl TryFrom<CommentRow> for Comment {
    type Error = StoreError;
    fn try_from(row: CommentRow) -> Result<Self, StoreError> {
        let stance = row.stance.as_deref();
        Ok(Comment {
            id: row.id.into(),
            number: row.number,
            parent: row.parent_id.map(CommentId::from),
            standing: coded("comments", row.id, &row.standing)?,
            sent: row.at,
            revision: row.revision,
            stance: stance.map(|code| coded("comments", row.id, code)).transpose()?,
            body: row.body,
            agreements: row.agreements,
        })
    }
}

/// A comment of a contribution, by its number.
pub async fn comment(
    snapshot: &mut Snapshot,
    contribution: ContributionId,
    number: i64,
) -> Result<Option<Comment>, StoreError> {
    let sql = "SELECT id, number, parent_id, standing, at, revision, stance, body, agreements \
               FROM comments WHERE contribution_id = $1 AND number = $2";
    let row: Option<CommentRow> = on!(snapshot, c => {
        sqlx::query_as(sql).bind(contribution.uuid()).bind(number).fetch_optional(c).await?
    });
    row.map(Comment::try_from).transpose()
}

/// A comment by its id.
pub async fn comment_by_id(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    id: CommentId,
) -> Result<Option<Comment>, StoreError> {
    let sql = "SELECT id, number, parent_id, standing, at, revision, stance, body, agreements \
               FROM comments WHERE id = $1 AND ambito_id = $2";
    let row: Option<CommentRow> = on!(snapshot, c => {
        sqlx::query_as(sql).bind(id.uuid()).bind(ambito.uuid()).fetch_optional(c).await?
    });
    row.map(Comment::try_from).transpose()
}

/// A comment to store.
#[derive(Debug, Clone)]
pub struct NewComment<'a> {
    /// Id.
    pub id: CommentId,
    /// On which contribution.
    pub contribution: ContributionId,
    /// The comment it answers.
    pub parent: Option<CommentId>,
    /// Capacity of the author.
    pub author_kind: AuthorKind,
    /// Organisation that speaks.
    pub organisation: Option<OrganisationId>,
    /// Where it stands.
    pub standing: Standing,
    /// Its text.
    pub body: &'a str,
    /// What it says it is.
    pub stance: Option<Stance>,
    /// Language of the text.
    pub language: &'a str,
    /// Role of the author that is shown.
    pub role: Option<Role>,
    /// Salt of the text's hash.
    pub salt: [u8; 32],
}

/// Stores a comment and counts it if it is public. Returns its number.
pub async fn insert_comment(
    tx: &mut Tx,
    permit: &Permit,
    new: &NewComment<'_>,
) -> Result<i64, StoreError> {
    let next = "SELECT COALESCE(MAX(number), 0) + 1 FROM comments WHERE ambito_id = $1";
    let sql = "INSERT INTO comments (id, ambito_id, number, contribution_id, parent_id, \
        author_kind, organisation_id, byline, standing, at, body, salt, stance, language, role) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, NULL, $8, $9, $10, $11, $12, $13, $14)";
    let ambito = permit.ambito().uuid();
    let number = on!(tx, c => {
        let (number,): (i64,) = sqlx::query_as(next).bind(ambito).fetch_one(&mut *c).await?;
        sqlx::query(sql)
            .bind(new.id.uuid())
            .bind(ambito)
            .bind(number)
            .bind(new.contribution.uuid())
            .bind(new.parent.map(CommentId::uuid))
            .bind(new.author_kind.code())
            .bind(new.organisation.map(OrganisationId::uuid))
            .bind(new.standing.code())
            .bind(permit.at())
            .bind(new.body)
            .bind(new.salt.as_slice())
            .bind(new.stance.map(Stance::code))
            .bind(new.language)
            .bind(new.role.map(Role::code))
            .execute(&mut *c)
            .await?;
        number
    });
    if new.standing == Standing::Published {
        count_comments(tx, permit, new.contribution, 1).await?;
    }
    Ok(number)
}

/// Leaves a comment in another standing and keeps the count of public comments in step.
pub async fn move_comment(
    tx: &mut Tx,
    permit: &Permit,
    contribution: ContributionId,
    comment: &Comment,
    standing: Standing,
) -> Result<(), StoreError> {
    let sql = "UPDATE comments SET standing = $2 WHERE id = $1 AND ambito_id = $3";
    let ambito = permit.ambito().uuid();
    on!(tx, c => {
        sqlx::query(sql)
            .bind(comment.id.uuid())
            .bind(standing.code())
            .bind(ambito)
            .execute(c)
            .await?;
    });
    let before = i64::from(comment.standing == Standing::Published);
    let after = i64::from(standing == Standing::Published);
    if before == after {
        Ok(())
    } else {
        count_comments(tx, permit, contribution, after - before).await
    }
}

async fn count_comments(
    tx: &mut Tx,
    permit: &Permit,
    id: ContributionId,
    n: i64,
) -> Result<(), StoreError> {
    let sql = "UPDATE contributions SET comments = comments + $2 WHERE id = $1";
    on!(tx, c => { sqlx::query(sql).bind(id.uuid()).bind(n).execute(c).await?; });
    counts::dispute(tx, permit, id).await
}

/// Erases the text of a comment with its salt, in all its revisions.
pub async fn erase_comment(tx: &mut Tx, permit: &Permit, id: CommentId) -> Result<(), StoreError> {
    let sql = "UPDATE comments SET body = '', salt = NULL, byline = NULL \
               WHERE id = $1 AND ambito_id = $2";
    let before = "UPDATE comment_revisions SET body = '', salt = NULL WHERE comment_id = $1";
    let ambito = permit.ambito().uuid();
    on!(tx, c => {
        sqlx::query(sql).bind(id.uuid()).bind(ambito).execute(&mut *c).await?;
        sqlx::query(before).bind(id.uuid()).execute(&mut *c).await?;
    });
    Ok(())
}

/// Keeps the words of a comment as they are and puts others in their place: its next revision.
/// `marked`: somebody had answered it, so readers are told. `raw`: somebody else could be
/// recognised in the words before, so these are not kept.
pub async fn edit_comment(
    tx: &mut Tx,
    permit: &Permit,
    id: CommentId,
    body: &str,
    salt: &[u8; 32],
    (marked, raw): (bool, bool),
) -> Result<(), StoreError> {
    let keep = "INSERT INTO comment_revisions (comment_id, revision, body, salt) \
                SELECT id, revision, body, salt FROM comments WHERE id = $1";
    let erase = "UPDATE comment_revisions SET body = '', salt = NULL WHERE comment_id = $1 \
                 AND revision = (SELECT revision FROM comments WHERE id = $1)";
    let write = "UPDATE comments SET revision = revision + 1, body = $2, salt = $3, \
                 changed_at = COALESCE($4, changed_at) WHERE id = $1 AND ambito_id = $5";
    on!(tx, c => {
        sqlx::query(keep).bind(id.uuid()).execute(&mut *c).await?;
        if raw {
            sqlx::query(erase).bind(id.uuid()).execute(&mut *c).await?;
        }
        sqlx::query(write)
            .bind(id.uuid())
            .bind(body)
            .bind(salt.as_slice())
            .bind(marked.then(|| permit.at()))
            .bind(permit.ambito().uuid())
            .execute(&mut *c)
            .await?;
    });
    Ok(())
}

/// Whether somebody has answered a comment.
pub async fn is_answered(snapshot: &mut Snapshot, id: CommentId) -> Result<bool, StoreError> {
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) FROM comments \
               WHERE parent_id = $1 AND standing = 'pubblicato'";
    let (n,): (i64,) = on!(snapshot, c => sqlx::query_as(sql).bind(id.uuid()).fetch_one(c).await?);
    Ok(n > 0)
}

/// Adds a person's agreement with a comment, or takes it back; says whether anything changed.
pub async fn agree(
    tx: &mut Tx,
    permit: &Permit,
    id: CommentId,
    person: PersonId,
    agrees: bool,
) -> Result<bool, StoreError> {
    let add = "INSERT INTO agreements (comment_id, person_id, at) VALUES ($1, $2, $3) \
               ON CONFLICT (comment_id, person_id) DO NOTHING";
    let take = "DELETE FROM agreements WHERE comment_id = $1 AND person_id = $2";
    let count = "UPDATE comments SET agreements = agreements + $2 WHERE id = $1";
    Ok(on!(tx, c => {
        let rows = if agrees {
            let add = sqlx::query(add).bind(id.uuid()).bind(person.uuid()).bind(permit.at());
            add.execute(&mut *c).await?.rows_affected()
        } else {
            let take = sqlx::query(take).bind(id.uuid()).bind(person.uuid());
            take.execute(&mut *c).await?.rows_affected()
        };
        if rows == 1 {
            let step = if agrees { 1_i64 } else { -1 };
            sqlx::query(count).bind(id.uuid()).bind(step).execute(&mut *c).await?;
        }
        rows == 1
    }))
}

/// The comments of a contribution with which a person agrees.
pub async fn agreed(
    snapshot: &mut Snapshot,
    contribution: ContributionId,
    person: PersonId,
) -> Result<Vec<CommentId>, StoreError> {
    let sql = "SELECT a.comment_id FROM agreements a JOIN comments k ON k.id = a.comment_id \
               WHERE k.contribution_id = $1 AND a.person_id = $2";
    let found: Vec<(Uuid,)> = on!(snapshot, c => {
        sqlx::query_as(sql).bind(contribution.uuid()).bind(person.uuid()).fetch_all(c).await?
    });
    Ok(found.into_iter().map(|(id,)| id.into()).collect())
}

/// A public text as the comparison of texts reads it: in Italian where it was translated.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct ComparedText {
    /// Id.
    pub id: Uuid,
    /// Number in the Ambito.
    pub number: i64,
    /// Need or proposal, as a code.
    pub kind: String,
    /// Number of its round.
    pub round: i64,
    /// Title.
    pub title: String,
    /// Body.
    pub body: String,
    /// Language of both.
    pub language: String,
    /// Code of its policy.
    pub policy: String,
    /// Code of its area.
    pub area: String,
    /// Code of its municipality.
    pub municipality: String,
    /// Of which words.
    pub revision: i64,
    /// What they mean to the model that was asked, where that is known.
    pub meaning: Option<Vec<u8>>,
}

/// Public texts of an Ambito after this number, in the order of their numbers; with what they mean to
/// a model, if one is named.
pub async fn compared_texts(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    model: Option<&str>,
    after: i64,
    limit: i64,
) -> Result<Vec<ComparedText>, StoreError> {
    let sql = "SELECT v.id, v.number, v.kind, r.number AS round, \
            COALESCE(t.title, w.title) AS title, COALESCE(t.body, w.body) AS body, \
            COALESCE(t.language, w.language) AS language, \
            p.code AS policy, a.code AS area, m.code AS municipality, \
            v.revision, z.vector AS meaning \
        FROM contributions v \
        JOIN rounds r ON r.id = v.round_id \
        JOIN revisions w ON w.contribution_id = v.id AND w.revision = v.revision \
        JOIN policies p ON p.id = v.policy_id JOIN areas a ON a.id = p.area_id \
        JOIN municipalities m ON m.id = v.municipality_id \
        LEFT JOIN translations t ON t.contribution_id = v.id AND t.language = 'it' \
        LEFT JOIN meanings z ON z.contribution_id = v.id AND z.revision = v.revision \
            AND z.language = COALESCE(t.language, w.language) AND z.model = $2 \
        WHERE v.ambito_id = $1 AND v.standing = 'pubblicato' AND v.number > $3 \
        ORDER BY v.number LIMIT $4";
    Ok(on!(snapshot, c => {
        sqlx::query_as(sql)
            .bind(ambito.uuid())
            .bind(model)
            .bind(after)
            .bind(limit)
            .fetch_all(c)
            .await?
    }))
}

/// What public proposals with these numbers answer: numbers of the proposal and of the need.
pub async fn declared_answers(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    from: i64,
    to: i64,
) -> Result<Vec<(i64, i64)>, StoreError> {
    let sql = "SELECT p.number, n.number FROM contributions p \
        JOIN answers a ON a.proposal_id = p.id JOIN contributions n ON n.id = a.need_id \
        WHERE p.ambito_id = $1 AND p.number BETWEEN $2 AND $3 ORDER BY p.number, n.number";
    Ok(on!(snapshot, c => {
        sqlx::query_as(sql).bind(ambito.uuid()).bind(from).bind(to).fetch_all(c).await?
    }))
}

/// Length of the chain, and how many texts are public.
pub async fn extent(snapshot: &mut Snapshot, ambito: AmbitoId) -> Result<(i64, i64), StoreError> {
    let sql = "SELECT chain_length, CAST((SELECT COALESCE(SUM(n), 0) FROM contribution_counts \
               WHERE ambito_id = $1) AS BIGINT) FROM ambiti WHERE id = $1";
    Ok(on!(snapshot, c => sqlx::query_as(sql).bind(ambito.uuid()).fetch_one(c).await?))
}

/// Numbers of the contributions whose text or standing may have changed after this place in
/// the chain.
pub async fn touched_since(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    seq: i64,
) -> Result<Vec<i64>, StoreError> {
    let sql = "SELECT DISTINCT v.number FROM events e JOIN contributions v ON v.id = e.subject_id \
        WHERE e.ambito_id = $1 AND e.seq > $2 AND e.subject = 'contribution' \
        AND e.operation NOT IN ('support', 'withdraw_support', 'flag') ORDER BY v.number";
    let found: Vec<(i64,)> = on!(snapshot, c => {
        sqlx::query_as(sql).bind(ambito.uuid()).bind(seq).fetch_all(c).await?
    });
    Ok(found.into_iter().map(|(number,)| number).collect())
}

/// How many numbers one statement looks up.
const LOOKED_UP: usize = 12;

/// Which of these contributions are public now, by number, each with its kind.
pub async fn still_public(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    numbers: &[i64],
) -> Result<BTreeMap<i64, Kind>, StoreError> {
    let sql = "SELECT id, number, kind FROM contributions \
               WHERE ambito_id = $1 AND standing = 'pubblicato' AND number IN \
               ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    let mut public = BTreeMap::new();
    for some in numbers.chunks(LOOKED_UP) {
        let rows: Vec<(Uuid, i64, String)> = on!(snapshot, c => {
            let mut query = sqlx::query_as(sql).bind(ambito.uuid());
            for place in 0..LOOKED_UP {
                query = query.bind(some.get(place).copied().unwrap_or_default());
            }
            query.fetch_all(c).await?
        });
        for (id, number, kind) in rows {
            public.insert(number, coded("contributions", id, &kind)?);
        }
    }
    Ok(public)
}

/// In which Ambito a contribution is, and its number there.
pub async fn place_of(
    snapshot: &mut Snapshot,
    id: ContributionId,
) -> Result<Option<(AmbitoId, i64)>, StoreError> {
    let sql = "SELECT ambito_id, number FROM contributions WHERE id = $1";
    let found: Option<(Uuid, i64)> =
        on!(snapshot, c => sqlx::query_as(sql).bind(id.uuid()).fetch_optional(c).await?);
    Ok(found.map(|(ambito, number)| (ambito.into(), number)))
}

/// The numbers of an Ambito's public contributions from one number to another.
pub async fn public_between(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    from: i64,
    to: i64,
) -> Result<BTreeSet<i64>, StoreError> {
    let sql = "SELECT number FROM contributions WHERE ambito_id = $1 AND standing = 'pubblicato' \
               AND number BETWEEN $2 AND $3";
    let found: Vec<(i64,)> = on!(snapshot, c => {
        sqlx::query_as(sql).bind(ambito.uuid()).bind(from).bind(to).fetch_all(c).await?
    });
    Ok(found.into_iter().map(|(number,)| number).collect())
}

/// The code under which a contribution was imported, by its number.
pub async fn imported_codes(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<BTreeMap<i64, String>, StoreError> {
    let sql = "SELECT v.number, i.code FROM imported_ids i JOIN contributions v ON v.id = i.id \
               WHERE i.ambito_id = $1";
    let found: Vec<(i64, String)> =
        on!(snapshot, c => sqlx::query_as(sql).bind(ambito.uuid()).fetch_all(c).await?);
    Ok(found.into_iter().collect())
}
