//! Who is who: names, passwords, sessions, authorship, receipts.
//!
//! The only module that touches `identities`, `sessions`, `authorships`, `receipts`, `residents`
//! and the person behind an officer's public name. Nothing here is ever joined to a text: a
//! caller gets one answer about one person or one text, so that no list, search, feed or export
//! can carry an identity by accident (domain.md §3.4, invariant 11).

use std::collections::{HashMap, HashSet};

use domain::coded::UnknownCode;
use domain::comments::Stance;
use domain::contributions::AuthorKind;
use domain::ids::{
    AmbitoId, BodyId, ContributionId, MunicipalityId, OrganisationId, PersonId, RoundId, SessionId,
};
use domain::people::{Actor, AgeBand, Grant, IdentityLevel, Role};
use domain::policy::Permit;
use domain::time::Moment;
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::counts::coded;
use crate::read::{Arg, all, few, places};
use crate::{Snapshot, StoreError, Tx, on};

/// Keeps whose text this is: a contribution or a comment.
pub async fn keep_author(
    tx: &mut Tx,
    permit: &Permit,
    subject: Uuid,
    person: PersonId,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO authorships (subject_id, ambito_id, person_id) VALUES ($1, $2, $3)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(subject)
            .bind(permit.ambito().uuid())
            .bind(person.uuid())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Cuts the link between a text and its author; the text stays.
pub async fn cut_author(tx: &mut Tx, permit: &Permit, subject: Uuid) -> Result<(), StoreError> {
    let sql = "DELETE FROM authorships WHERE subject_id = $1 AND ambito_id = $2";
    let ambito = permit.ambito().uuid();
    on!(tx, c => { sqlx::query(sql).bind(subject).bind(ambito).execute(c).await?; });
    Ok(())
}

/// Whose text this is, to compare with who asks.
pub async fn author(
    snapshot: &mut Snapshot,
    subject: Uuid,
) -> Result<Option<PersonId>, StoreError> {
    let sql = "SELECT person_id FROM authorships WHERE subject_id = $1";
    let found: Option<(Uuid,)> =
        on!(snapshot, c => sqlx::query_as(sql).bind(subject).fetch_optional(c).await?);
    Ok(found.map(|(person,)| person.into()))
}

/// What a person wrote in an Ambito, contributions and comments: for that person's own page.
pub async fn subjects_of(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    person: PersonId,
) -> Result<Vec<Uuid>, StoreError> {
    let sql = "SELECT subject_id FROM authorships WHERE person_id = $1 AND ambito_id = $2 \
               ORDER BY subject_id";
    let found: Vec<(Uuid,)> = on!(snapshot, c => {
        sqlx::query_as(sql).bind(person.uuid()).bind(ambito.uuid()).fetch_all(c).await?
    });
    Ok(found.into_iter().map(|(subject,)| subject).collect())
}

/// People with an account whose registration for a session got a token: they were there.
pub async fn were_there(
    snapshot: &mut Snapshot,
    session: SessionId,
) -> Result<Vec<PersonId>, StoreError> {
    let sql = "SELECT DISTINCT a.person_id FROM lab_registrations r \
        JOIN authorships a ON a.subject_id = r.id WHERE r.session_id = $1 \
        AND r.token IS NOT NULL AND r.cancelled_at IS NULL ORDER BY a.person_id";
    let found: Vec<(Uuid,)> =
        on!(snapshot, c => sqlx::query_as(sql).bind(session.uuid()).fetch_all(c).await?);
    Ok(found.into_iter().map(|(person,)| person.into()).collect())
}

/// The name of a person: for that person, or to be shown because they chose it.
pub async fn name(snapshot: &mut Snapshot, person: PersonId) -> Result<Option<String>, StoreError> {
    let sql = "SELECT name FROM identities WHERE person_id = $1";
    let found: Option<(String,)> =
        on!(snapshot, c => sqlx::query_as(sql).bind(person.uuid()).fetch_optional(c).await?);
    Ok(found.map(|(name,)| name))
}

/// The e-mail address of a person, for that person and for the messages sent to them.
pub async fn email(
    snapshot: &mut Snapshot,
    person: PersonId,
) -> Result<Option<String>, StoreError> {
    let sql = "SELECT email FROM identities WHERE person_id = $1";
    let found: Option<(Option<String>,)> =
        on!(snapshot, c => sqlx::query_as(sql).bind(person.uuid()).fetch_optional(c).await?);
    Ok(found.and_then(|(email,)| email))
}

/// Who has this e-mail address (folded to lower case), and the hash of their password, if they
/// have one.
pub async fn credentials(
    snapshot: &mut Snapshot,
    email: &str,
) -> Result<Option<(PersonId, Option<String>)>, StoreError> {
    let sql = "SELECT person_id, password_hash FROM identities WHERE email = $1";
    let found: Option<(Uuid, Option<String>)> =
        on!(snapshot, c => sqlx::query_as(sql).bind(email).fetch_optional(c).await?);
    Ok(found.map(|(person, hash)| (person.into(), hash)))
}

/// A person to add, with an identity or (people who are only counted) without.
#[derive(Debug, Clone)]
pub struct NewPerson {
    /// Id.
    pub id: PersonId,
    /// How surely known.
    pub level: IdentityLevel,
    /// Language for messages.
    pub language: String,
    /// Name; without one, the person has no identity and can't sign in.
    pub name: Option<String>,
    /// E-mail address, folded to lower case.
    pub email: Option<String>,
    /// Argon2 hash of a password, as a PHC string.
    pub password_hash: Option<String>,
}

/// Adds a person. [`StoreError::is_taken`] when somebody has the address already.
pub async fn add_person(
    tx: &mut Tx,
    permit: &Permit,
    person: &NewPerson,
) -> Result<(), StoreError> {
    let add = "INSERT INTO people (id, level, language, created_at) VALUES ($1, $2, $3, $4)";
    let name = "INSERT INTO identities (person_id, name, email, password_hash) \
                VALUES ($1, $2, $3, $4)";
    on!(tx, c => {
        sqlx::query(add)
            .bind(person.id.uuid())
            .bind(person.level.code())
            .bind(&person.language)
            .bind(permit.at())
            .execute(&mut *c)
            .await?;
        if let Some(of_person) = &person.name {
            sqlx::query(name)
                .bind(person.id.uuid())
                .bind(of_person)
                .bind(&person.email)
                .bind(&person.password_hash)
                .execute(&mut *c)
                .await?;
        }
    });
    Ok(())
}

/// Gives a person a password (as a PHC string). Says whether there is such an identity.
pub async fn set_password(
    tx: &mut Tx,
    _permit: &Permit,
    person: PersonId,
    hash: &str,
) -> Result<bool, StoreError> {
    let sql = "UPDATE identities SET password_hash = $2 WHERE person_id = $1";
    let rows = on!(tx, c => {
        sqlx::query(sql).bind(person.uuid()).bind(hash).execute(c).await?.rows_affected()
    });
    Ok(rows == 1)
}

/// Gives a person a role in the permit's Ambito.
pub async fn grant(
    tx: &mut Tx,
    permit: &Permit,
    person: PersonId,
    grant: &Grant,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO grants (ambito_id, person_id, role, body_id, organisation_id) \
               VALUES ($1, $2, $3, $4, $5)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(permit.ambito().uuid())
            .bind(person.uuid())
            .bind(grant.role.code())
            .bind(grant.body.map(BodyId::uuid))
            .bind(grant.organisation.map(OrganisationId::uuid))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Keeps where in the Ambito a person lives, and their age band: for safe aggregates only.
pub async fn keep_resident(
    tx: &mut Tx,
    permit: &Permit,
    person: PersonId,
    municipality: Option<MunicipalityId>,
    age_band: Option<AgeBand>,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO residents (person_id, ambito_id, municipality_id, age_band) \
               VALUES ($1, $2, $3, $4)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(person.uuid())
            .bind(permit.ambito().uuid())
            .bind(municipality.map(MunicipalityId::uuid))
            .bind(age_band.map(AgeBand::code))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Keeps the name, public by office, of somebody who acts for the Ambito.
pub async fn keep_officer(
    tx: &mut Tx,
    permit: &Permit,
    person: PersonId,
    name: &str,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO officers (ambito_id, person_id, name) VALUES ($1, $2, $3)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(permit.ambito().uuid())
            .bind(person.uuid())
            .bind(name)
            .execute(c)
            .await?;
    });
    Ok(())
}

/// The name, public by office, of somebody who acts for the Ambito.
pub async fn officer(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    person: PersonId,
) -> Result<Option<String>, StoreError> {
    let sql = "SELECT name FROM officers WHERE ambito_id = $1 AND person_id = $2";
    let found: Option<(String,)> = on!(snapshot, c => {
        sqlx::query_as(sql).bind(ambito.uuid()).bind(person.uuid()).fetch_optional(c).await?
    });
    Ok(found.map(|(name,)| name))
}

/// Opens a session: the SHA-256 of its token, never the token. A session belongs to a person
/// and to no Ambito, so there is no permit; the password was the check.
pub async fn open_session(
    tx: &mut Tx,
    token_hash: &[u8; 32],
    person: PersonId,
    at: Moment,
    expires: Moment,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO sessions (token_hash, person_id, created_at, expires_at) \
               VALUES ($1, $2, $3, $4)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(token_hash.as_slice())
            .bind(person.uuid())
            .bind(at)
            .bind(expires)
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Closes a session: its holder asked for it, and is at no workbench any more.
pub async fn close_session(tx: &mut Tx, token_hash: &[u8; 32]) -> Result<(), StoreError> {
    let gone = "DELETE FROM bench_presence WHERE person_id IN \
                (SELECT person_id FROM sessions WHERE token_hash = $1)";
    let sql = "DELETE FROM sessions WHERE token_hash = $1";
    on!(tx, c => {
        for sql in [gone, sql] {
            sqlx::query(sql).bind(token_hash.as_slice()).execute(&mut *c).await?;
        }
    });
    Ok(())
}

/// Closes all sessions of a person: their password has changed.
pub async fn close_sessions_of(tx: &mut Tx, person: PersonId) -> Result<(), StoreError> {
    on!(tx, c => {
        for sql in [
            "DELETE FROM bench_presence WHERE person_id = $1",
            "DELETE FROM sessions WHERE person_id = $1",
        ] {
            sqlx::query(sql).bind(person.uuid()).execute(&mut *c).await?;
        }
    });
    Ok(())
}

/// Removes sessions that have expired. Returns how many.
pub async fn sweep_sessions(tx: &mut Tx, now: Moment) -> Result<u64, StoreError> {
    let sql = "DELETE FROM sessions WHERE expires_at <= $1";
    Ok(on!(tx, c => sqlx::query(sql).bind(now).execute(c).await?.rows_affected()))
}

/// Who holds this session, with the roles they have in this Ambito; a visitor if nobody does,
/// or not any more.
pub async fn actor(
    snapshot: &mut Snapshot,
    token_hash: &[u8; 32],
    ambito: AmbitoId,
    now: Moment,
) -> Result<Actor, StoreError> {
    let who = "SELECT p.id, p.level FROM sessions s JOIN people p ON p.id = s.person_id \
               WHERE s.token_hash = $1 AND s.expires_at > $2";
    let found: Option<(Uuid, String)> = on!(snapshot, c => {
        sqlx::query_as(who).bind(token_hash.as_slice()).bind(now).fetch_optional(c).await?
    });
    let Some((id, level)) = found else { return Ok(Actor::Visitor) };
    let roles = "SELECT role, body_id, organisation_id FROM grants \
                 WHERE person_id = $1 AND ambito_id = $2 ORDER BY role, organisation_id";
    let rows: Vec<(String, Option<Uuid>, Option<Uuid>)> = on!(snapshot, c => {
        sqlx::query_as(roles).bind(id).bind(ambito.uuid()).fetch_all(c).await?
    });
    let grants = rows
        .into_iter()
        .map(|(role, body, organisation)| {
            let role: Result<Role, UnknownCode> = role.parse();
            role.map(|role| Grant {
                role,
                body: body.map(BodyId::from),
                organisation: organisation.map(OrganisationId::from),
            })
            .map_err(|unknown| StoreError::row("grants", id, unknown))
        })
        .collect::<Result<_, _>>()?;
    Ok(Actor::Person { id: id.into(), level: coded("people", id, &level)?, grants })
}

/// Keeps the SHA-256 of a receipt code, never the code.
pub async fn keep_receipt(
    tx: &mut Tx,
    permit: &Permit,
    code_hash: &[u8; 32],
    contribution: ContributionId,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO receipts (code_hash, ambito_id, contribution_id, created_at) \
               VALUES ($1, $2, $3, $4)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(code_hash.as_slice())
            .bind(permit.ambito().uuid())
            .bind(contribution.uuid())
            .bind(permit.at())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// The text a receipt code belongs to, in this Ambito.
pub async fn receipt(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    code_hash: &[u8; 32],
) -> Result<Option<ContributionId>, StoreError> {
    let sql = "SELECT contribution_id FROM receipts WHERE code_hash = $1 AND ambito_id = $2";
    let found: Option<(Uuid,)> = on!(snapshot, c => {
        sqlx::query_as(sql)
            .bind(code_hash.as_slice())
            .bind(ambito.uuid())
            .fetch_optional(c)
            .await?
    });
    Ok(found.map(|(contribution,)| contribution.into()))
}

/// Cuts the receipt of a text that is no more: its code opens nothing.
pub async fn cut_receipt(tx: &mut Tx, permit: &Permit, subject: Uuid) -> Result<(), StoreError> {
    let sql = "DELETE FROM receipts WHERE contribution_id = $1 AND ambito_id = $2";
    let ambito = permit.ambito().uuid();
    on!(tx, c => { sqlx::query(sql).bind(subject).bind(ambito).execute(c).await?; });
    Ok(())
}

/// Whether somebody has a key to a text: its author, or the holder of its receipt.
pub async fn has_key(snapshot: &mut Snapshot, subject: Uuid) -> Result<bool, StoreError> {
    let sql = "SELECT subject_id FROM authorships WHERE subject_id = $1 \
               UNION ALL SELECT contribution_id FROM receipts WHERE contribution_id = $1";
    let found: Vec<(Uuid,)> =
        on!(snapshot, c => sqlx::query_as(sql).bind(subject).fetch_all(c).await?);
    Ok(!found.is_empty())
}

/// Everybody known who took part in a round: who wrote in it, commented there or agreed with a
/// comment, supports one of its texts, voted, or has a draft for it. Each once; to be written to, never to be shown.
pub async fn participants(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    round: domain::ids::RoundId,
) -> Result<Vec<PersonId>, StoreError> {
    let sql = "SELECT a.person_id FROM authorships a \
            JOIN contributions c ON c.id = a.subject_id WHERE c.round_id = $2 AND a.ambito_id = $1 \
        UNION SELECT a.person_id FROM authorships a \
            JOIN comments m ON m.id = a.subject_id \
            JOIN contributions c ON c.id = m.contribution_id \
            WHERE c.round_id = $2 AND a.ambito_id = $1 \
        UNION SELECT a.person_id FROM authorships a \
            JOIN voice_drafts d ON d.id = a.subject_id WHERE d.round_id = $2 AND a.ambito_id = $1 \
        UNION SELECT s.person_id FROM supports s \
            JOIN contributions c ON c.id = s.contribution_id \
            WHERE c.round_id = $2 AND c.ambito_id = $1 \
        UNION SELECT g.person_id FROM agreements g JOIN comments m ON m.id = g.comment_id \
            JOIN contributions c ON c.id = m.contribution_id \
            WHERE c.round_id = $2 AND c.ambito_id = $1 \
        UNION SELECT p.id FROM votes v JOIN ballots b ON b.id = v.ballot_id \
            JOIN people p ON p.id = v.voter_id WHERE b.round_id = $2 AND b.ambito_id = $1 \
        ORDER BY 1";
    let found: Vec<(Uuid,)> = on!(snapshot, c => {
        sqlx::query_as(sql).bind(ambito.uuid()).bind(round.uuid()).fetch_all(c).await?
    });
    Ok(found.into_iter().map(|(person,)| person.into()).collect())
}

/// Who wrote these texts, each once, and who supports at least one of them and wrote none: to whom
/// a merge of them is told.
pub async fn concerned(
    snapshot: &mut Snapshot,
    texts: &[ContributionId],
) -> Result<(Vec<PersonId>, Vec<PersonId>), StoreError> {
    let (mut authors, mut supporters) = (Vec::new(), Vec::new());
    for some in texts.chunks(100) {
        let among = places(1, some.len());
        let args: Vec<Arg<'_>> = some.iter().map(|text| Arg::Id(text.uuid())).collect();
        let sql = format!("SELECT person_id FROM authorships WHERE subject_id IN ({among})");
        let rows: Vec<(Uuid,)> = all(snapshot, AssertSqlSafe(sql), &args).await?;
        authors.extend(rows.into_iter().map(|(person,)| PersonId::from(person)));
        let sql = format!("SELECT person_id FROM supports WHERE contribution_id IN ({among})");
        let rows: Vec<(Uuid,)> = all(snapshot, AssertSqlSafe(sql), &args).await?;
        supporters.extend(rows.into_iter().map(|(person,)| PersonId::from(person)));
    }
    authors.sort_unstable();
    authors.dedup();
    supporters.sort_unstable();
    supporters.dedup();
    supporters.retain(|person| authors.binary_search(person).is_err());
    Ok((authors, supporters))
}

/// Somebody to write to.
#[derive(Clone, PartialEq, Eq)]
pub struct Addressee {
    /// Name.
    pub name: String,
    /// E-mail address.
    pub email: String,
    /// Language for messages (ISO 639-1).
    pub language: String,
}

impl std::fmt::Debug for Addressee {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Never whom: this could reach a log.
        f.debug_struct("Addressee").finish_non_exhaustive()
    }
}

/// Where a person is written to, if they gave an address.
pub async fn addressee(
    snapshot: &mut Snapshot,
    person: PersonId,
) -> Result<Option<Addressee>, StoreError> {
    let sql = "SELECT i.name, i.email, p.language FROM identities i \
               JOIN people p ON p.id = i.person_id WHERE i.person_id = $1 AND i.email IS NOT NULL";
    let found: Option<(String, String, String)> =
        on!(snapshot, c => sqlx::query_as(sql).bind(person.uuid()).fetch_optional(c).await?);
    Ok(found.map(|(name, email, language)| Addressee { name, email, language }))
}

/// From how many municipalities each of these texts is supported, as far as supporters said where
/// they live. Counts places, and names nobody.
pub async fn supported_from(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    texts: &[ContributionId],
) -> Result<HashMap<ContributionId, u32>, StoreError> {
    let mut found = HashMap::new();
    for some in texts.chunks(100) {
        let sql = format!(
            "SELECT s.contribution_id, CAST(COUNT(DISTINCT r.municipality_id) AS BIGINT) \
             FROM supports s JOIN residents r ON r.person_id = s.person_id AND r.ambito_id = $1 \
             WHERE s.contribution_id IN ({}) GROUP BY s.contribution_id",
            places(2, some.len())
        );
        let mut args = vec![Arg::Id(ambito.uuid())];
        args.extend(some.iter().map(|text| Arg::Id(text.uuid())));
        let rows: Vec<(Uuid, i64)> = all(snapshot, AssertSqlSafe(sql), &args).await?;
        found.extend(rows.into_iter().map(|(text, places)| (text.into(), few(places))));
    }
    Ok(found)
}

/// How many people speak for a text and how many against it: by public comments of theirs, or by
/// agreeing with one. Who says both is on both sides.
pub async fn sides(
    snapshot: &mut Snapshot,
    contribution: ContributionId,
) -> Result<(u32, u32), StoreError> {
    let sql = "SELECT stance, CAST(COUNT(*) AS BIGINT) FROM ( \
        SELECT k.stance, w.person_id FROM comments k \
            JOIN authorships w ON w.subject_id = k.id \
            WHERE k.contribution_id = $1 AND k.standing = 'pubblicato' \
        UNION SELECT k.stance, a.person_id FROM comments k \
            JOIN agreements a ON a.comment_id = k.id \
            WHERE k.contribution_id = $1 AND k.standing = 'pubblicato') s \
        WHERE stance IN ('favore', 'contro') GROUP BY stance";
    let rows: Vec<(String, i64)> = on!(snapshot, c => {
        sqlx::query_as(sql).bind(contribution.uuid()).fetch_all(c).await?
    });
    let of = |stance: Stance| {
        let found = rows.iter().find(|(code, _)| code == stance.code());
        found.map_or(0, |(_, n)| u32::try_from(*n).unwrap_or(u32::MAX))
    };
    Ok((of(Stance::Pro), of(Stance::Contra)))
}

/// Who has been heard in a round: each person once, each text without an author known here once.
/// Nothing of a single person leaves this function.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heard {
    /// How many people.
    pub people: u32,
    /// By code of the category for which they speak; empty for nobody's.
    pub categories: HashMap<String, u32>,
    /// By code of the municipality: where they live, if that is known, else of which they speak.
    pub municipalities: HashMap<String, u32>,
    /// By code of the age band; empty if not said.
    pub ages: HashMap<String, u32>,
    /// By language they wrote in.
    pub languages: HashMap<String, u32>,
    /// By code of the channel.
    pub channels: HashMap<String, u32>,
}

#[derive(sqlx::FromRow)]
struct HeardRow {
    id: Uuid,
    person: Option<Uuid>,
    author_kind: String,
    category: Option<String>,
    place: String,
    home: Option<String>,
    age_band: Option<String>,
    language: String,
    channel: String,
}

/// Counts who has been heard in a round, by the first of their texts that is public or waits for a
/// moderator.
pub async fn heard(snapshot: &mut Snapshot, round: RoundId) -> Result<Heard, StoreError> {
    let sql = "SELECT c.id, a.person_id AS person, c.author_kind, o.category, m.code AS place, \
        h.code AS home, r.age_band, w.language, c.channel FROM contributions c \
        JOIN municipalities m ON m.id = c.municipality_id \
        JOIN revisions w ON w.contribution_id = c.id AND w.revision = c.revision \
        LEFT JOIN organisations o ON o.id = c.organisation_id \
        LEFT JOIN authorships a ON a.subject_id = c.id \
        LEFT JOIN residents r ON r.person_id = a.person_id AND r.ambito_id = c.ambito_id \
        LEFT JOIN municipalities h ON h.id = r.municipality_id \
        WHERE c.round_id = $1 AND c.standing IN ('pubblicato', 'in_moderazione') \
        ORDER BY c.number";
    let rows: Vec<HeardRow> = all(snapshot, sql, &[round.uuid().into()]).await?;
    let mut known = HashSet::new();
    let mut heard = Heard::default();
    for row in rows {
        if row.person.is_some_and(|person| !known.insert(person)) {
            continue;
        }
        let kind: AuthorKind = coded("contributions", row.id, &row.author_kind)?;
        let category = match row.category {
            Some(category) => category,
            None => kind.speaks_for().map_or_else(String::new, |of| of.code().to_owned()),
        };
        let count = |counts: &mut HashMap<String, u32>, code: String| {
            *counts.entry(code).or_default() += 1;
        };
        heard.people += 1;
        count(&mut heard.categories, category);
        count(&mut heard.municipalities, row.home.unwrap_or(row.place));
        count(&mut heard.ages, row.age_band.unwrap_or_default());
        count(&mut heard.languages, row.language);
        count(&mut heard.channels, row.channel);
    }
    Ok(heard)
}
