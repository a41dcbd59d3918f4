//! Statements of a consultation, votes on them, and the votes once they are fixed.

use std::collections::BTreeMap;

use domain::contributions::{Kind, salted};
use domain::events::{Details, Subject, hex};
use domain::ids::{AmbitoId, ContributionId, PersonId, RoundId, StatementId};
use domain::opinions::Stance;
use domain::policy::Permit;
use domain::statements::{Fixed, Said, WithdrawnWhy};
use domain::views::ContributionRef;
use uuid::Uuid;

use crate::counts::coded;
use crate::read::{all, few, first};
use crate::{Snapshot, StoreError, Tx, chain, on};

/// A statement as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredStatement {
    /// Which.
    pub id: StatementId,
    /// Its number in the round.
    pub number: i64,
    /// The sentence.
    pub text: String,
    /// What it is drawn from, as long as that is public.
    pub source: Option<ContributionRef>,
    /// Why it was withdrawn, if it was.
    pub withdrawn: Option<WithdrawnWhy>,
    /// How many said what, once that is fixed.
    pub said: Option<Said>,
}

#[derive(sqlx::FromRow)]
struct StatementRow {
    id: Uuid,
    number: i64,
    text: String,
    withdrawn_why: Option<String>,
    agree: Option<i64>,
    disagree: Option<i64>,
    pass: Option<i64>,
    source: Option<i64>,
    kind: Option<String>,
    title: Option<String>,
    language: Option<String>,
}

impl TryFrom<StatementRow> for StoredStatement {
    type Error = StoreError;

    fn try_from(row: StatementRow) -> Result<Self, StoreError> {
        let source = match (row.source, row.kind) {
            (Some(number), Some(kind)) => Some(ContributionRef {
                kind: coded::<Kind>("contributions", row.id, &kind)?,
                number,
                title: row.title.unwrap_or_default(),
                language: row.language.unwrap_or_default(),
            }),
            _ => None,
        };
        let said = match (row.agree, row.disagree, row.pass) {
            (Some(agree), Some(disagree), Some(pass)) => Some(Said {
                statement: row.number,
                agree: few(agree),
                disagree: few(disagree),
                pass: few(pass),
            }),
            _ => None,
        };
        Ok(StoredStatement {
            id: row.id.into(),
            number: row.number,
            text: row.text,
            source,
            withdrawn: row
                .withdrawn_why
                .map(|why| coded("statements", row.id, &why))
                .transpose()?,
            said,
        })
    }
}

/// All statements of a round, by number.
pub async fn of_round(
    snapshot: &mut Snapshot,
    round: RoundId,
) -> Result<Vec<StoredStatement>, StoreError> {
    let sql = "SELECT s.id, s.number, s.text, s.withdrawn_why, s.agree, s.disagree, s.pass, \
        c.number AS source, c.kind, w.title, w.language FROM statements s \
        LEFT JOIN contributions c ON c.id = s.contribution_id AND c.standing = 'pubblicato' \
        LEFT JOIN revisions w ON w.contribution_id = c.id AND w.revision = c.revision \
        WHERE s.round_id = $1 ORDER BY s.number";
    let rows: Vec<StatementRow> = all(snapshot, sql, &[round.uuid().into()]).await?;
    rows.into_iter().map(StoredStatement::try_from).collect()
}

/// How many statements of a round stand.
pub async fn count(snapshot: &mut Snapshot, round: RoundId) -> Result<u64, StoreError> {
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) FROM statements \
               WHERE round_id = $1 AND withdrawn_why IS NULL";
    let row: Option<(i64,)> = first(snapshot, sql, &[round.uuid().into()]).await?;
    Ok(crate::read::count(row.map_or(0, |(n,)| n)))
}

/// What a person said of the statements of a round, by number.
pub async fn votes_of(
    snapshot: &mut Snapshot,
    round: RoundId,
    person: PersonId,
) -> Result<BTreeMap<i64, Stance>, StoreError> {
    let sql = "SELECT s.id, s.number, v.stance FROM statement_votes v \
        JOIN statements s ON s.id = v.statement_id WHERE s.round_id = $1 AND v.person_id = $2";
    let rows: Vec<(Uuid, i64, String)> =
        all(snapshot, sql, &[round.uuid().into(), person.uuid().into()]).await?;
    rows.into_iter()
        .map(|(id, number, stance)| Ok((number, coded("statement_votes", id, &stance)?)))
        .collect()
}

/// Which public contribution of a round a number names.
pub async fn source(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    round: RoundId,
    number: i64,
) -> Result<Option<ContributionId>, StoreError> {
    let sql = "SELECT id FROM contributions WHERE ambito_id = $1 AND number = $2 \
               AND round_id = $3 AND standing = 'pubblicato'";
    let args = [ambito.uuid().into(), number.into(), round.uuid().into()];
    let row: Option<(Uuid,)> = first(snapshot, sql, &args).await?;
    Ok(row.map(|(id,)| id.into()))
}

/// A statement to store.
#[derive(Debug, Clone)]
pub struct NewStatement<'a> {
    /// Id.
    pub id: StatementId,
    /// Of which round.
    pub round: RoundId,
    /// The sentence.
    pub text: &'a str,
    /// What it is drawn from.
    pub source: Option<ContributionId>,
    /// Salt of the sentence's hash.
    pub salt: [u8; 32],
}

/// Adds a statement. Returns its number.
pub async fn add(tx: &mut Tx, permit: &Permit, new: &NewStatement<'_>) -> Result<i64, StoreError> {
    let next = "SELECT COALESCE(MAX(number), 0) + 1 FROM statements WHERE round_id = $1";
    let insert = "INSERT INTO statements \
        (id, ambito_id, round_id, number, text, salt, contribution_id, made_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let number = on!(tx, c => {
        let (number,): (i64,) =
            sqlx::query_as(next).bind(new.round.uuid()).fetch_one(&mut *c).await?;
        sqlx::query(insert)
            .bind(new.id.uuid())
            .bind(permit.ambito().uuid())
            .bind(new.round.uuid())
            .bind(number)
            .bind(new.text)
            .bind(new.salt.as_slice())
            .bind(new.source.map(ContributionId::uuid))
            .bind(permit.at())
            .execute(c)
            .await?;
        number
    });
    let details = Details {
        version: Some(1),
        text: Some(hex(&salted(&new.salt, &[new.text]))),
        others: new.source.map(ContributionId::uuid).into_iter().collect(),
        ..Details::default()
    };
    chain::append(tx, permit, Subject::Statement, new.id.uuid(), &details).await?;
    Ok(number)
}

/// Withdraws a statement: it stays to be read, with the reason.
pub async fn withdraw(
    tx: &mut Tx,
    permit: &Permit,
    id: StatementId,
    why: WithdrawnWhy,
) -> Result<(), StoreError> {
    let sql = "UPDATE statements SET withdrawn_why = $3 WHERE id = $1 AND ambito_id = $2";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(id.uuid())
            .bind(permit.ambito().uuid())
            .bind(why.code())
            .execute(c)
            .await?;
    });
    let details = Details { class: Some(why.code().to_owned()), ..Details::default() };
    chain::append(tx, permit, Subject::Statement, id.uuid(), &details).await?;
    Ok(())
}

/// Keeps what a person says of a statement, in place of what they said before. The event says
/// that somebody voted on it, not who and not what.
pub async fn vote(
    tx: &mut Tx,
    permit: &Permit,
    id: StatementId,
    person: PersonId,
    stance: Stance,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO statement_votes (statement_id, person_id, stance) VALUES ($1, $2, $3) \
        ON CONFLICT (statement_id, person_id) DO UPDATE SET stance = excluded.stance";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(id.uuid())
            .bind(person.uuid())
            .bind(stance.code())
            .execute(c)
            .await?;
    });
    chain::append(tx, permit, Subject::Statement, id.uuid(), &Details::default()).await?;
    Ok(())
}

/// Takes back what a person said of a statement; says whether there was anything.
pub async fn take_back(
    tx: &mut Tx,
    permit: &Permit,
    id: StatementId,
    person: PersonId,
) -> Result<bool, StoreError> {
    let sql = "DELETE FROM statement_votes WHERE statement_id = $1 AND person_id = $2";
    let rows = on!(tx, c => {
        sqlx::query(sql).bind(id.uuid()).bind(person.uuid()).execute(c).await?.rows_affected()
    });
    if rows == 1 {
        chain::append(tx, permit, Subject::Statement, id.uuid(), &Details::default()).await?;
    }
    Ok(rows == 1)
}

/// All votes on the statements of a round that stand: a number for each person that means nothing
/// outside this answer, the statement's number, what was said.
pub async fn votes(
    snapshot: &mut Snapshot,
    round: RoundId,
) -> Result<Vec<(u32, i64, Stance)>, StoreError> {
    let sql = "SELECT v.statement_id, v.person_id, s.number, v.stance FROM statement_votes v \
        JOIN statements s ON s.id = v.statement_id \
        WHERE s.round_id = $1 AND s.withdrawn_why IS NULL";
    let rows: Vec<(Uuid, Uuid, i64, String)> = all(snapshot, sql, &[round.uuid().into()]).await?;
    let mut people: BTreeMap<Uuid, u32> = BTreeMap::new();
    rows.into_iter()
        .map(|(id, person, number, stance)| {
            let next = u32::try_from(people.len()).unwrap_or(u32::MAX);
            let who = *people.entry(person).or_insert(next);
            Ok((who, number, coded("statement_votes", id, &stance)?))
        })
        .collect()
}

/// Keeps what was voted in a round for good.
pub async fn keep(
    tx: &mut Tx,
    permit: &Permit,
    round: RoundId,
    fixed: &Fixed,
) -> Result<(), StoreError> {
    let insert = "INSERT INTO opinions (round_id, ambito_id, participants, matrix) \
                  VALUES ($1, $2, $3, $4)";
    let count = "UPDATE statements SET agree = $3, disagree = $4, pass = $5 \
                 WHERE round_id = $1 AND number = $2";
    on!(tx, c => {
        sqlx::query(insert)
            .bind(round.uuid())
            .bind(permit.ambito().uuid())
            .bind(i64::try_from(fixed.participants).unwrap_or(i64::MAX))
            .bind(&fixed.matrix)
            .execute(&mut *c)
            .await?;
        for said in &fixed.said {
            sqlx::query(count)
                .bind(round.uuid())
                .bind(said.statement)
                .bind(i64::from(said.agree))
                .bind(i64::from(said.disagree))
                .bind(i64::from(said.pass))
                .execute(&mut *c)
                .await?;
        }
    });
    Ok(())
}

/// How many people voted in a round whose votes are fixed, and the exported matrix.
pub async fn kept(
    snapshot: &mut Snapshot,
    round: RoundId,
) -> Result<Option<(u32, Option<String>)>, StoreError> {
    let sql = "SELECT participants, matrix FROM opinions WHERE round_id = $1";
    let row: Option<(i64, Option<String>)> = first(snapshot, sql, &[round.uuid().into()]).await?;
    Ok(row.map(|(participants, matrix)| (few(participants), matrix)))
}

/// Cuts the keys of the votes on a round's statements: who said what is forgotten.
pub async fn cut_keys(tx: &mut Tx, permit: &Permit, round: RoundId) -> Result<(), StoreError> {
    let sql = "DELETE FROM statement_votes WHERE statement_id IN \
               (SELECT id FROM statements WHERE round_id = $1 AND ambito_id = $2)";
    let ambito = permit.ambito().uuid();
    on!(tx, c => { sqlx::query(sql).bind(round.uuid()).bind(ambito).execute(c).await?; });
    Ok(())
}

/// A statement as `trama check` reads it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct CheckedStatement {
    /// Which.
    pub id: Uuid,
    /// Number of its round.
    pub round: i64,
    /// Its number.
    pub number: i64,
    /// The sentence.
    pub text: String,
    /// Salt of its hash.
    pub salt: Vec<u8>,
    /// Why it was withdrawn.
    pub withdrawn_why: Option<String>,
    /// Mark of the round.
    pub mark: String,
    /// Kept counts.
    pub agree: Option<i64>,
    /// The same.
    pub disagree: Option<i64>,
    /// The same.
    pub pass: Option<i64>,
    /// Votes there are.
    pub votes: i64,
    /// Of these, agree.
    pub agreeing: i64,
    /// Disagree.
    pub disagreeing: i64,
    /// The votes of the round are fixed.
    pub fixed: bool,
}

/// All statements of an Ambito, as `trama check` reads them.
pub async fn checked(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Vec<CheckedStatement>, StoreError> {
    let sql = "SELECT s.id, r.number AS round, s.number, s.text, s.salt, s.withdrawn_why, r.mark, \
        s.agree, s.disagree, s.pass, \
        (SELECT CAST(COUNT(*) AS BIGINT) FROM statement_votes v WHERE v.statement_id = s.id) \
            AS votes, \
        (SELECT CAST(COUNT(*) AS BIGINT) FROM statement_votes v \
            WHERE v.statement_id = s.id AND v.stance = 'accordo') AS agreeing, \
        (SELECT CAST(COUNT(*) AS BIGINT) FROM statement_votes v \
            WHERE v.statement_id = s.id AND v.stance = 'disaccordo') AS disagreeing, \
        o.round_id IS NOT NULL AS fixed \
        FROM statements s JOIN rounds r ON r.id = s.round_id \
        LEFT JOIN opinions o ON o.round_id = s.round_id \
        WHERE s.ambito_id = $1 ORDER BY r.number, s.number";
    all(snapshot, sql, &[ambito.uuid().into()]).await
}
