//! Writing many rows at once: a whole imported Ambito, or a generated one.
//!
//! The operations of people write a row or two each and have statements of their own; an import
//! writes thousands, so here rows are gathered ([`Rows`]), each cell beside the name of its
//! column, and sent many to a statement. What else a write must keep in step has a bulk
//! counterpart too: [`record`] for the chain of events, [`count`] for the counts of lists,
//! [`find_by`] for the words of the search. All take the [`Permit`] of the import; none reads a
//! file, and nothing here overwrites a row.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::events::{Details, Event, Subject};
use domain::ids::AmbitoId;
use domain::policy::Permit;
use domain::time::Moment;
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::{Snapshot, StoreError, Tx, on};

/// One value of a row. Each knows its type even where it is absent, as PostgreSQL asks.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// An id.
    Id(Option<Uuid>),
    /// A text.
    Text(Option<String>),
    /// A whole number.
    Number(Option<i64>),
    /// A number.
    Real(Option<f64>),
    /// Yes or no.
    Flag(bool),
    /// A moment.
    At(Option<Moment>),
    /// A day.
    Day(Option<NaiveDate>),
    /// Bytes.
    Bytes(Option<Vec<u8>>),
}

macro_rules! cells {
    ($($from:ty => $variant:ident),+ $(,)?) => {$(
        impl From<$from> for Cell {
            fn from(value: $from) -> Self { Cell::$variant(Some(value.into())) }
        }
        impl From<Option<$from>> for Cell {
            fn from(value: Option<$from>) -> Self { Cell::$variant(value.map(Into::into)) }
        }
    )+};
}
cells! {
    Uuid => Id,
    String => Text,
    &str => Text,
    &String => Text,
    i64 => Number,
    f64 => Real,
    Moment => At,
    NaiveDate => Day,
    [u8; 32] => Bytes,
}

impl From<bool> for Cell {
    fn from(value: bool) -> Self {
        Cell::Flag(value)
    }
}

/// Rows of one table, waiting to be written.
#[derive(Debug, Clone)]
pub struct Rows {
    table: &'static str,
    columns: Vec<&'static str>,
    cells: Vec<Cell>,
}

/// Most values of one statement: far below what both databases take.
const MOST_CELLS: usize = 1_024;

impl Rows {
    /// No rows yet.
    pub const fn of(table: &'static str) -> Self {
        Rows { table, columns: Vec::new(), cells: Vec::new() }
    }

    /// Adds a row. All rows of a table name the same columns in the same order.
    pub fn add<const N: usize>(&mut self, row: [(&'static str, Cell); N]) {
        if self.columns.is_empty() {
            self.columns = row.iter().map(|(column, _)| *column).collect();
        }
        debug_assert!(
            row.iter().map(|(column, _)| column).eq(&self.columns),
            "{}: rows of different columns",
            self.table
        );
        self.cells.extend(row.into_iter().map(|(_, cell)| cell));
    }

    /// How many rows wait.
    pub fn len(&self) -> usize {
        self.cells.len().checked_div(self.columns.len()).unwrap_or(0)
    }

    /// Whether none waits.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    fn insert(&self, rows: usize) -> String {
        let width = self.columns.len();
        let places: Vec<String> = (0..rows)
            .map(|row| {
                let places: Vec<String> =
                    (1..=width).map(|column| format!("${}", row * width + column)).collect();
                format!("({})", places.join(", "))
            })
            .collect();
        format!(
            "INSERT INTO {} ({}) VALUES {}",
            self.table,
            self.columns.join(", "),
            places.join(", ")
        )
    }
}

/// Writes rows, in their order.
pub async fn write(tx: &mut Tx, permit: &Permit, rows: Rows) -> Result<(), StoreError> {
    write_or(tx, permit, rows, "").await
}

/// The same with what to do where a row is there already.
async fn write_or(
    tx: &mut Tx,
    _permit: &Permit,
    rows: Rows,
    otherwise: &'static str,
) -> Result<(), StoreError> {
    let width = rows.columns.len();
    let mut rest = rows.cells.as_slice();
    // Powers of two only: few texts of statements, each prepared once.
    let mut at_once = match MOST_CELLS.checked_div(width) {
        Some(most) => 1_usize << most.max(1).ilog2(),
        None => return Ok(()),
    };
    while !rest.is_empty() {
        while at_once * width > rest.len() {
            at_once /= 2;
        }
        let sql = format!("{}{otherwise}", rows.insert(at_once));
        while rest.len() >= at_once * width {
            let (now, later) = rest.split_at(at_once * width);
            rest = later;
            on!(tx, c => {
                let mut query = sqlx::query(AssertSqlSafe(sql.as_str().to_owned()));
                for cell in now {
                    query = match cell {
                        Cell::Id(value) => query.bind(*value),
                        Cell::Text(value) => query.bind(value.as_deref()),
                        Cell::Number(value) => query.bind(*value),
                        Cell::Real(value) => query.bind(*value),
                        Cell::Flag(value) => query.bind(*value),
                        Cell::At(value) => query.bind(*value),
                        Cell::Day(value) => query.bind(*value),
                        Cell::Bytes(value) => query.bind(value.as_deref()),
                    };
                }
                query.execute(c).await?;
            });
        }
    }
    Ok(())
}

/// Something that was done, for the chain.
#[derive(Debug, Clone)]
pub struct Act {
    /// Leave to do it, with its moment and role.
    pub permit: Permit,
    /// What it is about.
    pub subject: Subject,
    /// Which one.
    pub id: Uuid,
    /// The rest.
    pub details: Details,
}

/// Appends many acts to the chain of one Ambito, in the order given.
pub async fn record(tx: &mut Tx, permit: &Permit, acts: &[Act]) -> Result<(), StoreError> {
    let ambito = permit.ambito().uuid();
    let sql = "SELECT chain_length, chain_head FROM ambiti WHERE id = $1";
    let (mut length, head): (i64, Vec<u8>) =
        on!(tx, c => sqlx::query_as(sql).bind(ambito).fetch_one(c).await?);
    let mut head: [u8; 32] = head
        .try_into()
        .map_err(|_| StoreError::row("ambiti", ambito, "chain_head is not 32 bytes"))?;
    let mut rows = Rows::of("events");
    for act in acts {
        length += 1;
        let event = Event {
            seq: length,
            at: act.permit.at(),
            operation: act.permit.operation(),
            role: act.permit.role().to_owned(),
            subject: act.subject,
            subject_id: act.id,
            details: serde_json::to_string(&act.details)?,
        };
        head = event.head(&head);
        rows.add([
            ("ambito_id", ambito.into()),
            ("seq", event.seq.into()),
            ("at", event.at.into()),
            ("operation", event.operation.code().into()),
            ("role", event.role.into()),
            ("subject", event.subject.code().into()),
            ("subject_id", event.subject_id.into()),
            ("details", event.details.into()),
            ("head", head.into()),
        ]);
    }
    write(tx, permit, rows).await?;
    let sql = "UPDATE ambiti SET chain_length = $2, chain_head = $3 WHERE id = $1";
    on!(tx, c => {
        sqlx::query(sql).bind(ambito).bind(length).bind(head.as_slice()).execute(c).await?;
    });
    Ok(())
}

/// A cell of the counts of lists: round, kind, policy, municipality and stage.
pub type CountCell = (Uuid, &'static str, Uuid, Uuid, &'static str);

/// Adds public contributions to the counts of lists.
pub async fn count(
    tx: &mut Tx,
    permit: &Permit,
    counts: &BTreeMap<CountCell, i64>,
) -> Result<(), StoreError> {
    let mut rows = Rows::of("contribution_counts");
    for (&(round, kind, policy, municipality, stage), &n) in counts {
        rows.add([
            ("ambito_id", permit.ambito().uuid().into()),
            ("round_id", round.into()),
            ("kind", kind.into()),
            ("policy_id", policy.into()),
            ("municipality_id", municipality.into()),
            ("stage", stage.into()),
            ("n", n.into()),
        ]);
    }
    let add = " ON CONFLICT (ambito_id, round_id, kind, policy_id, municipality_id, stage) \
               DO UPDATE SET n = contribution_counts.n + excluded.n";
    write_or(tx, permit, rows, add).await
}

/// Makes texts be found under their terms: term, number of the text, weight.
pub async fn find_by(
    tx: &mut Tx,
    permit: &Permit,
    mut terms: Vec<(String, i64, i64)>,
) -> Result<(), StoreError> {
    // In the order of the index, which then is walked once and not jumped about in.
    terms.sort_unstable();
    let mut rows = Rows::of("search_terms");
    for (term, number, weight) in terms {
        rows.add([
            ("ambito_id", permit.ambito().uuid().into()),
            ("term", term.into()),
            ("number", number.into()),
            ("weight", weight.into()),
        ]);
    }
    write(tx, permit, rows).await
}

/// What an Ambito was imported from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// Which Ambito.
    pub ambito: AmbitoId,
    /// Whether it is a demonstration.
    pub demonstration: bool,
    /// The canonical text of its file; none if it came from elsewhere.
    pub canonical: Option<String>,
}

/// The Ambito of a slug, with the file it was imported from.
pub async fn imported(snapshot: &mut Snapshot, slug: &str) -> Result<Option<Imported>, StoreError> {
    let sql = "SELECT a.id, a.demonstration, i.canonical FROM ambiti a \
               LEFT JOIN imports i ON i.ambito_id = a.id WHERE a.slug = $1";
    let row: Option<(Uuid, bool, Option<String>)> =
        on!(snapshot, c => sqlx::query_as(sql).bind(slug).fetch_optional(c).await?);
    Ok(row.map(|(id, demonstration, canonical)| Imported {
        ambito: id.into(),
        demonstration,
        canonical,
    }))
}

/// People who have an account already, by their address in lower case.
pub async fn known_addresses(
    snapshot: &mut Snapshot,
    addresses: &[String],
) -> Result<BTreeMap<String, Uuid>, StoreError> {
    let sql = "SELECT person_id FROM identities WHERE email = $1";
    let mut known = BTreeMap::new();
    for address in addresses {
        let row: Option<(Uuid,)> =
            on!(snapshot, c => sqlx::query_as(sql).bind(address).fetch_optional(c).await?);
        if let Some((person,)) = row {
            known.insert(address.clone(), person);
        }
    }
    Ok(known)
}

/// A named person of a demonstration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Who.
    pub person: Uuid,
    /// Address, in lower case.
    pub email: String,
    /// Name.
    pub name: String,
    /// Whether a password is set.
    pub password: bool,
}

/// Named people with roles in a demonstration, but none who also is somebody in an Ambito that
/// is not one: their password must not be a public one.
pub async fn demonstration_people(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Vec<Named>, StoreError> {
    let sql = "SELECT i.person_id, i.email, i.name, i.password_hash IS NOT NULL AS has \
        FROM identities i JOIN residents r ON r.person_id = i.person_id \
        JOIN ambiti a ON a.id = r.ambito_id \
        WHERE r.ambito_id = $1 AND a.demonstration AND i.email IS NOT NULL \
        AND NOT EXISTS (SELECT 1 FROM residents o JOIN ambiti b ON b.id = o.ambito_id \
            WHERE o.person_id = i.person_id AND NOT b.demonstration) \
        AND NOT EXISTS (SELECT 1 FROM grants g JOIN ambiti b ON b.id = g.ambito_id \
            WHERE g.person_id = i.person_id AND NOT b.demonstration) \
        ORDER BY i.email";
    let rows: Vec<(Uuid, String, String, bool)> =
        on!(snapshot, c => sqlx::query_as(sql).bind(ambito.uuid()).fetch_all(c).await?);
    Ok(rows
        .into_iter()
        .map(|(person, email, name, password)| Named { person, email, name, password })
        .collect())
}

/// Sets the first password of a person; one that is set already stays.
pub async fn first_password(
    tx: &mut Tx,
    _permit: &Permit,
    person: Uuid,
    hash: &str,
) -> Result<(), StoreError> {
    let sql = "UPDATE identities SET password_hash = $2 \
               WHERE person_id = $1 AND password_hash IS NULL";
    on!(tx, c => { sqlx::query(sql).bind(person).bind(hash).execute(c).await?; });
    Ok(())
}

/// What the generator of measured databases must know of an Ambito.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ground {
    /// Rounds by number: id, first moment of the window, first moment after it, what it opens.
    pub rounds: Vec<(Uuid, Moment, Moment, String)>,
    /// Policies: code and id.
    pub policies: Vec<(String, Uuid)>,
    /// Municipalities: name, id, inhabitants.
    pub municipalities: Vec<(String, Uuid, i64)>,
    /// The highest number of a contribution.
    pub contributions: i64,
    /// The highest number of a comment.
    pub comments: i64,
    /// The moment of the latest event.
    pub latest: Moment,
}

/// What the generator of measured databases must know of an Ambito.
pub async fn ground(snapshot: &mut Snapshot, ambito: AmbitoId) -> Result<Ground, StoreError> {
    let rounds = "SELECT id, opens_at, closes_at, opened FROM rounds WHERE ambito_id = $1 \
        AND mark = 'annunciato' ORDER BY number";
    let policies = "SELECT code, id FROM policies WHERE ambito_id = $1 ORDER BY code";
    let municipalities =
        "SELECT name, id, population FROM municipalities WHERE ambito_id = $1 ORDER BY code";
    let numbers = "SELECT (SELECT CAST(COALESCE(MAX(number), 0) AS BIGINT) FROM contributions \
        WHERE ambito_id = $1), (SELECT CAST(COALESCE(MAX(number), 0) AS BIGINT) FROM comments \
        WHERE ambito_id = $1)";
    let latest = "SELECT at FROM events WHERE ambito_id = $1 ORDER BY seq DESC LIMIT 1";
    let id = ambito.uuid();
    Ok(on!(snapshot, c => {
        let (contributions, comments) =
            sqlx::query_as(numbers).bind(id).fetch_one(&mut *c).await?;
        let (latest,) = sqlx::query_as(latest).bind(id).fetch_one(&mut *c).await?;
        Ground {
            rounds: sqlx::query_as(rounds).bind(id).fetch_all(&mut *c).await?,
            policies: sqlx::query_as(policies).bind(id).fetch_all(&mut *c).await?,
            municipalities: sqlx::query_as(municipalities).bind(id).fetch_all(&mut *c).await?,
            contributions,
            comments,
            latest,
        }
    }))
}
