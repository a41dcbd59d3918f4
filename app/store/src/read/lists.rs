//! Lists and search of public contributions, and the counts beside their filters.
//!
//! A list costs the same among a thousand texts and among a hundred thousand. It walks an index
//! that already has the order of the list, and stops after a page; which index, the kept counts
//! decide: the one with the fewest texts to pass over. Where a filter allows several values
//! (both kinds, the policies of an area), each value is a walk of its own and the walks are
//! merged, because a database would otherwise sort all of them. The mixed order has walks of its
//! own ([`mixed`]), one for each shelf. Search intersects the words of a query, the rarest first;
//! where nothing has them all, it counts how many each text has.

use std::fmt::Write as _;

use domain::contributions::{Kind, Stage};
use domain::ids::{AmbitoId, MunicipalityId, PolicyId, RoundId};
use domain::merging::bench::Queue;
use domain::ordering::mixed::{Cursor, Found as On, Shelf, Walk, ring};
use domain::views::{ContributionCard, Sort};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use super::contributions::{CARD, CARD_JOINS, Card, CardRow};
use super::{Arg, Sight, all, count, first, places};
use crate::{Snapshot, StoreError};

/// What is asked of a list, with codes resolved to ids of this Ambito.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// Need, proposal or both.
    pub kind: Option<Kind>,
    /// Round.
    pub round: Option<RoundId>,
    /// Any of these policies; `None` for all.
    pub policies: Option<Vec<PolicyId>>,
    /// Municipality.
    pub municipality: Option<MunicipalityId>,
    /// Stage.
    pub stage: Option<Stage>,
    /// Of what the workbench looks at: only what is still to be dealt with, as this says.
    pub queue: Option<Queue>,
    /// Order.
    pub sort: Sort,
}

/// Which stretch of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// How many to pass over.
    pub skip: i64,
    /// How many to show.
    pub take: i64,
}

/// A statement being composed of static pieces, with its bound values.
#[derive(Debug, Default)]
struct Statement<'a> {
    sql: String,
    args: Vec<Arg<'a>>,
}

impl<'a> Statement<'a> {
    /// Appends a piece of SQL.
    fn push(&mut self, piece: &str) -> &mut Self {
        self.sql.push_str(piece);
        self
    }

    /// Appends a bound value.
    fn bind(&mut self, arg: impl Into<Arg<'a>>) -> &mut Self {
        self.args.push(arg.into());
        let _ = write!(self.sql, "${}", self.args.len());
        self
    }

    /// Appends a value of one of our own closed lists.
    fn code(&mut self, code: &'static str) -> &mut Self {
        let _ = write!(self.sql, "'{code}'");
        self
    }

    async fn all<T: super::Row>(self, snapshot: &mut Snapshot) -> Result<Vec<T>, StoreError> {
        all(snapshot, AssertSqlSafe(self.sql), &self.args).await
    }
}

impl Asked {
    fn kinds(&self) -> &[Kind] {
        match self.kind {
            Some(Kind::Need) => &[Kind::Need],
            Some(Kind::Proposal) => &[Kind::Proposal],
            None => Kind::ALL,
        }
    }

    /// Conditions on `c` beside kind and policy, each beginning with `AND`.
    fn narrow(&self, statement: &mut Statement<'_>) {
        if let Some(round) = self.round {
            statement.push(" AND c.round_id = ").bind(round.uuid());
        }
        if let Some(municipality) = self.municipality {
            statement.push(" AND c.municipality_id = ").bind(municipality.uuid());
        }
        if let Some(stage) = self.stage {
            statement.push(" AND c.stage = ").code(stage.code());
        }
    }

    /// Conditions on a text `c`, each beginning with `AND`: it belongs to the queue.
    fn by_itself(&self, statement: &mut Statement<'_>) {
        let Some(queue) = self.queue else { return };
        statement.push(" AND NOT").push(PROPOSED);
        match queue {
            Queue::Waiting => statement.push(" AND NOT").push(DRAFTED).push(" AND NOT").push(ALONE),
            Queue::Drafted => statement.push(" AND NOT").push(ALONE),
            Queue::Alone => statement.push(" AND").push(ALONE),
        };
    }

    /// `AND c.policy_id IN (…)`.
    fn within_policies(&self, statement: &mut Statement<'_>) {
        if let Some(policies) = &self.policies {
            if policies.is_empty() {
                // An area without policies; `IN ()` is no SQL.
                statement.push(" AND 1 = 0");
                return;
            }
            statement.push(" AND c.policy_id IN (");
            for (place, policy) in policies.iter().enumerate() {
                statement.push(if place == 0 { "" } else { ", " }).bind(policy.uuid());
            }
            statement.push(")");
        }
    }
}

/// How the rows of a list are ordered. What a walk finds is in the mixed order by [`mixed`] alone.
const fn order(sort: Sort) -> &'static str {
    match sort {
        Sort::Newest | Sort::Relevance | Sort::Mixed => "published_at DESC, number DESC",
        Sort::Oldest => "published_at, number",
        Sort::Supported => "support_band DESC, published_at DESC, number DESC",
        Sort::LeastHeard => "heard, published_at, number",
        Sort::Controversial => "controversy DESC, published_at DESC, number DESC",
    }
}

/// The same for texts that a search found.
const fn order_of_hits(sort: Sort, ranked: &'static str) -> &'static str {
    match sort {
        Sort::Relevance | Sort::Mixed => ranked,
        Sort::Newest => "c.published_at DESC, c.number DESC",
        Sort::Oldest => "c.published_at, c.number",
        Sort::Supported => "c.support_band DESC, c.published_at DESC, c.number DESC",
        Sort::LeastHeard => "c.support_band + c.comments, c.published_at, c.number",
        Sort::Controversial => "c.controversy DESC, c.published_at DESC, c.number DESC",
    }
}

/// A search is by relevance where no order of its own is asked.
const fn order_of_search(sort: Sort) -> Sort {
    match sort {
        Sort::Mixed => Sort::Relevance,
        Sort::Newest
        | Sort::Supported
        | Sort::LeastHeard
        | Sort::Controversial
        | Sort::Oldest
        | Sort::Relevance => sort,
    }
}

/// Whether a list is walked by a number of the whole Ambito, not by date.
const fn by_attention(sort: Sort) -> bool {
    matches!(sort, Sort::Supported | Sort::LeastHeard | Sort::Controversial)
}

/// A merge that is proposed points at a text `c`.
const PROPOSED: &str = " EXISTS (SELECT 1 FROM cluster_sources s \
    JOIN clusters k ON k.id = s.cluster_id WHERE s.contribution_id = c.id \
    AND k.state IN ('proposto', 'in_opposizione', 'contestato', 'mediato'))";

/// A text `c` is in a draft that is being worked on.
const DRAFTED: &str = " EXISTS (SELECT 1 FROM cluster_draft_sources s \
    JOIN cluster_drafts d ON d.id = s.draft_id \
    WHERE s.contribution_id = c.id AND d.ended_at IS NULL)";

/// A text `c` is left alone.
const ALONE: &str = " EXISTS (SELECT 1 FROM left_alone a WHERE a.contribution_id = c.id)";

/// What a walk reads of a text.
const WALKED: &str = "SELECT c.id, c.number, c.published_at, c.support_band, c.controversy, \
    (c.support_band + c.comments) AS heard";

/// How many public contributions there are like this, from the kept counts.
pub async fn total(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    asked: &Asked,
) -> Result<u64, StoreError> {
    let mut statement = Statement::default();
    statement
        .push("SELECT CAST(COALESCE(SUM(c.n), 0) AS BIGINT) FROM contribution_counts c")
        .push(" WHERE c.ambito_id = ")
        .bind(ambito.uuid());
    if let Some(kind) = asked.kind {
        statement.push(" AND c.kind = ").code(kind.code());
    }
    asked.narrow(&mut statement);
    asked.within_policies(&mut statement);
    let rows: Vec<(i64,)> = statement.all(snapshot).await?;
    let all = rows.first().map_or(0, |(n,)| count(*n));
    let Some(queue) = asked.queue else { return Ok(all) };
    if all == 0 {
        return Ok(all);
    }
    // Those that are dealt with are counted as they are.
    let mut statement = Statement::default();
    statement
        .push("SELECT CAST(COUNT(*) AS BIGINT) FROM contributions c WHERE c.ambito_id = ")
        .bind(ambito.uuid())
        .push(" AND c.standing = 'pubblicato'");
    if let Some(kind) = asked.kind {
        statement.push(" AND c.kind = ").code(kind.code());
    }
    asked.narrow(&mut statement);
    asked.within_policies(&mut statement);
    match queue {
        Queue::Waiting => {
            let dealt = format!(" AND ({PROPOSED} OR{DRAFTED} OR{ALONE})");
            statement.push(&dealt);
        }
        Queue::Drafted => {
            statement.push(&format!(" AND ({PROPOSED} OR{ALONE})"));
        }
        Queue::Alone => asked.by_itself(&mut statement),
    }
    let rows: Vec<(i64,)> = statement.all(snapshot).await?;
    let counted = rows.first().map_or(0, |(n,)| count(*n));
    Ok(if queue == Queue::Alone { counted } else { all.saturating_sub(counted) })
}

/// One stretch of a list. `total` is what [`total`] said: an empty list asks nothing more.
pub async fn page(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    asked: &Asked,
    stretch: Stretch,
    total: u64,
) -> Result<Vec<ContributionCard>, StoreError> {
    if total <= count(stretch.skip) {
        return Ok(Vec::new());
    }
    let statement = walks(ambito, asked, stretch);
    let rows: Vec<CardRow> = statement.all(snapshot).await?;
    public(rows)
}

fn public(rows: Vec<CardRow>) -> Result<Vec<ContributionCard>, StoreError> {
    let cards: Result<Vec<Card>, StoreError> =
        rows.into_iter().map(|row| row.card(Sight::Public)).collect();
    Ok(cards?.into_iter().map(|card| card.card).collect())
}

/// The statement of a list: the texts of a stretch, in the list's order.
fn walks<'a>(ambito: AmbitoId, asked: &Asked, stretch: Stretch) -> Statement<'a> {
    let mut statement = Statement::default();
    statement.push(CARD).push(" FROM (");
    walked(&mut statement, ambito, asked, stretch);
    statement.push(") l JOIN contributions c ON c.id = l.id ").push(CARD_JOINS);
    statement.push(" ORDER BY ");
    for (place, column) in order(asked.sort).split(", ").enumerate() {
        statement.push(if place == 0 { "l." } else { ", l." }).push(column);
    }
    statement
}

/// Which texts a stretch has: one walk for each kind and policy, merged in the list's order.
fn walked(statement: &mut Statement<'_>, ambito: AmbitoId, asked: &Asked, stretch: Stretch) {
    let order = order(asked.sort);
    let policies: Vec<Option<PolicyId>> = match &asked.policies {
        Some(policies) => policies.iter().copied().map(Some).collect(),
        None => vec![None],
    };
    let several = asked.kinds().len() * policies.len() > 1;
    if several {
        statement.push("SELECT * FROM (");
    }
    let mut walked = false;
    for kind in asked.kinds() {
        for policy in &policies {
            statement.push(if walked { " UNION ALL " } else { "" });
            walked = true;
            if several {
                statement.push("SELECT * FROM (");
            }
            statement
                .push(WALKED)
                .push(" FROM contributions c WHERE c.standing = 'pubblicato' AND c.kind = ")
                .code(kind.code());
            // Round, policy and municipality are of one Ambito. Naming it as well would lead
            // SQLite, which keeps no statistics, to walk all of the Ambito instead of theirs.
            let narrow = asked.round.is_some() || policy.is_some() || asked.municipality.is_some();
            if !narrow || by_attention(asked.sort) {
                statement.push(" AND c.ambito_id = ").bind(ambito.uuid());
            }
            asked.narrow(statement);
            asked.by_itself(statement);
            if let Some(policy) = policy {
                statement.push(" AND c.policy_id = ").bind(policy.uuid());
            }
            statement.push(" ORDER BY ").push(order).push(" LIMIT ");
            if several {
                statement.bind(stretch.skip + stretch.take).push(") w");
            } else {
                statement.bind(stretch.take).push(" OFFSET ").bind(stretch.skip);
            }
        }
    }
    if several {
        statement.push(") k ORDER BY ").push(order).push(" LIMIT ").bind(stretch.take);
        statement.push(" OFFSET ").bind(stretch.skip);
    }
    if !walked {
        // An area without policies.
        statement.push(WALKED).push(" FROM contributions c WHERE c.id IS NULL");
    }
}

/// Where a text stands on the ring of its shelf: [`domain::ordering::mixed::ring`], as the index
/// has it.
const RING: &str = "((c.number * 2654435769) % 4294967296)";

/// Where a filter leaves so few texts, all of them are read and put in order here: a walk would
/// pass over all the others.
const FEW: u64 = 200;

/// One stretch of a list in the mixed order, from a place on. `total` is what [`total`] said.
pub async fn mixed(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    asked: &Asked,
    cursor: Cursor,
    take: u32,
    total: u64,
) -> Result<(Vec<ContributionCard>, Option<Cursor>), StoreError> {
    if total == 0 {
        return Ok((Vec::new(), None));
    }
    let walks = cursor.walks(take);
    let found = if total <= FEW {
        among_few(snapshot, ambito, asked, &walks).await?
    } else {
        let rows: Vec<(i64, i64)> = rings(ambito, asked, &walks).all(snapshot).await?;
        let on = |number| On { number, ring: ring(number) };
        by_shelf(&walks, rows.into_iter().map(|(shelf, number)| (shelf, on(number))))
    };
    let page = cursor.page(take, found.each_ref().map(Vec::as_slice));
    let cards = super::contributions::public_cards(snapshot, ambito, &page.numbers).await?;
    Ok((cards.into_iter().map(|card| card.card).collect(), page.next))
}

/// What each walk found, in the order in which it was walked.
fn by_shelf(walks: &[Walk; 3], found: impl Iterator<Item = (i64, On)>) -> [Vec<On>; 3] {
    let mut shelves: [Vec<(usize, On)>; 3] = Default::default();
    for (shelf, on) in found {
        let place = usize::try_from(shelf).unwrap_or(usize::MAX);
        let Some(walk) = walks.get(place) else { continue };
        let ring = i64::from(on.ring);
        let within = |(first, last): &(i64, i64)| (*first..=*last).contains(&ring);
        if let Some(stretch) = walk.stretches.iter().position(within) {
            shelves[place].push((stretch, on));
        }
    }
    let mut walked = shelves.into_iter().zip(walks).map(|(mut found, walk)| {
        found.sort_unstable_by_key(|(stretch, on)| (*stretch, on.ring));
        found.into_iter().map(|(_, on)| on).take(walk.take as usize).collect()
    });
    std::array::from_fn(|_| walked.next().unwrap_or_default())
}

/// The same where a filter leaves few texts.
async fn among_few(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    asked: &Asked,
    walks: &[Walk; 3],
) -> Result<[Vec<On>; 3], StoreError> {
    let take = i64::try_from(FEW).unwrap_or(i64::MAX);
    let mut statement = Statement::default();
    statement.push("SELECT c.id, c.number, c.shelf FROM (");
    walked(&mut statement, ambito, asked, Stretch { skip: 0, take });
    statement.push(") l JOIN contributions c ON c.id = l.id");
    let rows: Vec<(Uuid, i64, String)> = statement.all(snapshot).await?;
    let mut all = Vec::with_capacity(rows.len());
    for (id, number, shelf) in rows {
        let shelf: Shelf = crate::counts::coded("contributions", id, &shelf)?;
        all.push((shelf as i64, On { number, ring: ring(number) }));
    }
    Ok(by_shelf(walks, all.into_iter()))
}

/// The statement of the mixed order: a walk for each kind, shelf and stretch of the ring. Gives
/// the shelf's place in [`Shelf::ALL`] and the number.
fn rings<'a>(ambito: AmbitoId, asked: &Asked, walks: &[Walk; 3]) -> Statement<'a> {
    let mut statement = Statement::default();
    let mut any = false;
    for kind in asked.kinds() {
        for walk in walks {
            for &(first, last) in &walk.stretches {
                statement.push(if any { " UNION ALL " } else { "" });
                any = true;
                statement
                    .push("SELECT * FROM (SELECT CAST(")
                    .push(&(walk.shelf as i64).to_string())
                    .push(" AS BIGINT) AS shelf, c.number FROM contributions c")
                    .push(" WHERE c.ambito_id = ")
                    .bind(ambito.uuid())
                    .push(" AND c.kind = ")
                    .code(kind.code())
                    .push(" AND c.standing = 'pubblicato' AND c.shelf = ")
                    .code(walk.shelf.code())
                    .push(&format!(" AND {RING} >= "))
                    .bind(first)
                    .push(&format!(" AND {RING} <= "))
                    .bind(last);
                asked.narrow(&mut statement);
                asked.within_policies(&mut statement);
                statement
                    .push(&format!(" ORDER BY {RING} LIMIT "))
                    .bind(i64::from(walk.take))
                    .push(") w");
            }
        }
    }
    if !any {
        statement.push("SELECT c.number AS shelf, c.number FROM contributions c WHERE 1 = 0");
    }
    statement
}

/// The words of a query in one language, ready to be looked up.
pub type Wanted = Vec<String>;

/// What a search found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// The stretch.
    pub cards: Vec<ContributionCard>,
    /// How many there are in all.
    pub total: u64,
    /// No text has all the words: these have as many of them as any text has.
    pub some: bool,
}

/// How many places of words are looked at to find texts that have some of them.
const SOME_MOST: i64 = 20_000;

/// A search: each list of words is the query as one of the languages here reads it; a text
/// that has all words of one list is found. Where there is none, those that have the most of
/// them; of words that very many texts have, the rarest are enough. By [`Sort::Relevance`] texts
/// are ranked by the weight of the words, then the newest number first: the same on both
/// databases.
pub async fn search(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    wanted: &[Wanted],
    asked: &Asked,
    stretch: Stretch,
) -> Result<Found, StoreError> {
    let readings = rarest_first(snapshot, ambito, wanted).await?;
    let whole: Vec<Vec<&str>> =
        readings.iter().filter(|reading| reading.whole).map(Reading::words).collect();
    if !whole.is_empty() {
        let (cards, total) =
            ranked(snapshot, ambito, asked, stretch, |statement| hits(statement, ambito, &whole))
                .await?;
        if total > 0 {
            return Ok(Found { cards, total, some: false });
        }
    }
    // A single word that was found has been looked for already.
    let rest: Vec<Vec<&str>> = readings
        .iter()
        .filter(|reading| !reading.whole || reading.words.len() > 1)
        .map(Reading::rarest)
        .filter(|words| !words.is_empty())
        .collect();
    if rest.is_empty() {
        return Ok(Found::default());
    }
    let (cards, total) = ranked(snapshot, ambito, asked, stretch, |statement| {
        near(statement, ambito, &rest, asked);
    })
    .await?;
    Ok(Found { cards, total, some: total > 0 })
}

/// One stretch of the hits that a beginning of a statement finds, and how many there are in all.
async fn ranked<'a>(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    asked: &Asked,
    stretch: Stretch,
    begin: impl Fn(&mut Statement<'a>),
) -> Result<(Vec<ContributionCard>, u64), StoreError> {
    let mut statement = Statement::default();
    begin(&mut statement);
    best(&mut statement, ambito, asked);
    statement.push(" LIMIT ").bind(stretch.take).push(" OFFSET ").bind(stretch.skip);
    statement.push(") ").push(CARD).push(", b.total FROM best b");
    statement.push(" JOIN contributions c ON c.ambito_id = ").bind(ambito.uuid());
    statement.push(" AND c.number = b.number AND c.standing = 'pubblicato' ").push(CARD_JOINS);
    let ranked = "b.score DESC, b.number DESC";
    statement.push(" ORDER BY ").push(order_of_hits(asked.sort, ranked));
    let rows: Vec<HitRow> = statement.all(snapshot).await?;
    let total = match rows.first() {
        Some(row) => count(row.total),
        None if stretch.skip == 0 => 0,
        None => {
            // Beyond the last page: how many there are is still to be said.
            let mut counted = Statement::default();
            begin(&mut counted);
            best(&mut counted, ambito, asked);
            counted.push(" LIMIT 1) SELECT total FROM best");
            let rows: Vec<(i64,)> = counted.all(snapshot).await?;
            rows.first().map_or(0, |(n,)| count(*n))
        }
    };
    Ok((public(rows.into_iter().map(|row| row.card).collect())?, total))
}

/// A hit on its page.
#[derive(sqlx::FromRow)]
struct HitRow {
    #[sqlx(flatten)]
    card: CardRow,
    total: i64,
}

/// A query as a language reads it: its words that some text has, the rarest first, each with how
/// many texts have it.
#[derive(Debug, PartialEq, Eq)]
struct Reading<'w> {
    words: Vec<(i64, &'w str)>,
    /// All its words are there.
    whole: bool,
}

impl<'w> Reading<'w> {
    fn words(&self) -> Vec<&'w str> {
        self.words.iter().map(|(_, word)| *word).collect()
    }

    /// The rarest words, as many as are quickly looked through.
    fn rarest(&self) -> Vec<&'w str> {
        let mut looked = 0;
        let words = self.words.iter().enumerate().take_while(|(place, (texts, _))| {
            looked += texts;
            *place == 0 || looked <= SOME_MOST
        });
        words.map(|(_, (_, word))| *word).collect()
    }
}

async fn rarest_first<'w>(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    wanted: &'w [Wanted],
) -> Result<Vec<Reading<'w>>, StoreError> {
    let mut terms: Vec<&str> = wanted.iter().flatten().map(String::as_str).collect();
    terms.sort_unstable();
    terms.dedup();
    if terms.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT term, CAST(COUNT(*) AS BIGINT) FROM search_terms \
         WHERE ambito_id = $1 AND term IN ({}) GROUP BY term",
        places(2, terms.len())
    );
    let mut args = vec![Arg::Id(ambito.uuid())];
    args.extend(terms.iter().map(|term| Arg::Text(term)));
    let rows: Vec<(String, i64)> = all(snapshot, AssertSqlSafe(sql), &args).await?;
    let texts = |term: &str| rows.iter().find(|(found, _)| found == term).map(|(_, n)| *n);
    let mut readings: Vec<Reading<'_>> = Vec::new();
    for wanted in wanted {
        let mut words: Vec<(i64, &str)> =
            wanted.iter().filter_map(|word| Some((texts(word)?, word.as_str()))).collect();
        words.sort_unstable();
        words.dedup();
        let whole = !wanted.is_empty() && wanted.iter().all(|word| texts(word).is_some());
        let reading = Reading { words, whole };
        if !readings.contains(&reading) {
            readings.push(reading);
        }
    }
    Ok(readings)
}

/// `WITH hits AS (number, score)`: texts that have all words of a reading, with the best of
/// their weights.
fn hits<'a>(statement: &mut Statement<'a>, ambito: AmbitoId, readings: &[Vec<&'a str>]) {
    let several = readings.len() > 1;
    statement.push("WITH hits AS (");
    if several {
        statement.push("SELECT number, MAX(score) AS score FROM (");
    }
    for (reading, words) in readings.iter().enumerate() {
        statement.push(if reading == 0 { "" } else { " UNION ALL " });
        statement.push("SELECT s0.number");
        for place in 0..words.len() {
            statement.push(if place == 0 { ", " } else { " + " });
            statement.push(&format!("s{place}.weight"));
        }
        statement.push(" AS score FROM search_terms s0");
        for place in 1..words.len() {
            // CROSS JOIN keeps SQLite to this order; for PostgreSQL it is a join like others.
            statement.push(&format!(" CROSS JOIN search_terms s{place}"));
        }
        for (place, word) in words.iter().enumerate() {
            statement.push(if place == 0 { " WHERE " } else { " AND " });
            statement.push(&format!("s{place}.ambito_id = ")).bind(ambito.uuid());
            statement.push(&format!(" AND s{place}.term = ")).bind(*word);
            if place > 0 {
                statement.push(&format!(" AND s{place}.number = s0.number"));
            }
        }
    }
    if several {
        statement.push(") r GROUP BY number");
    }
    statement.push(") ");
}

/// `WITH hits AS (number, score)`: of the texts that are as asked, those that have as many words
/// of a reading as any of them has.
fn near<'a>(
    statement: &mut Statement<'a>,
    ambito: AmbitoId,
    readings: &[Vec<&'a str>],
    asked: &Asked,
) {
    statement.push("WITH near AS (SELECT r.number, MAX(r.words) AS words, MAX(r.score) AS score");
    statement.push(" FROM (");
    for (reading, words) in readings.iter().enumerate() {
        statement.push(if reading == 0 { "" } else { " UNION ALL " });
        statement
            .push("SELECT number, COUNT(*) AS words, CAST(SUM(weight) AS BIGINT) AS score")
            .push(" FROM search_terms WHERE ambito_id = ")
            .bind(ambito.uuid());
        for (place, word) in words.iter().enumerate() {
            statement.push(if place == 0 { " AND term IN (" } else { ", " }).bind(*word);
        }
        statement.push(") GROUP BY number");
    }
    statement.push(") r");
    as_asked(statement, ambito, asked, "r");
    statement.push(" GROUP BY r.number), hits AS (SELECT number, score FROM near");
    statement.push(" WHERE words = (SELECT MAX(words) FROM near)) ");
}

/// ` CROSS JOIN contributions c WHERE …`: texts found under a number that are as asked.
fn as_asked(statement: &mut Statement<'_>, ambito: AmbitoId, asked: &Asked, found: &str) {
    statement
        .push(" CROSS JOIN contributions c WHERE c.ambito_id = ")
        .bind(ambito.uuid())
        .push(" AND c.number = ")
        .push(found)
        .push(".number AND c.standing = 'pubblicato'");
    if let Some(kind) = asked.kind {
        statement.push(" AND c.kind = ").code(kind.code());
    }
    asked.narrow(statement);
    asked.by_itself(statement);
    asked.within_policies(statement);
}

/// `, best AS (number, score, total)` up to its order: the hits that are as asked. The words of
/// a text leave the search with the text, so that hits without a filter need not be looked up
/// to be ranked and counted; those that are shown are looked up in any case.
fn best(statement: &mut Statement<'_>, ambito: AmbitoId, asked: &Asked) {
    let plain = Asked { sort: Sort::Relevance, ..Asked::default() };
    statement.push(", best AS (SELECT h.number, h.score, COUNT(*) OVER () AS total FROM hits h");
    if (Asked { sort: order_of_search(asked.sort), ..asked.clone() }) != plain {
        as_asked(statement, ambito, asked, "h");
    }
    let ranked = "h.score DESC, h.number DESC";
    statement.push(" ORDER BY ").push(order_of_hits(asked.sort, ranked));
}

/// Counts beside the filters of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facets {
    /// By round.
    pub rounds: Vec<(RoundId, u64)>,
    /// By policy.
    pub policies: Vec<(PolicyId, u64)>,
    /// By municipality.
    pub municipalities: Vec<(MunicipalityId, u64)>,
    /// By stage.
    pub stages: Vec<(Stage, u64)>,
}

/// How many public contributions each choice has, of the list's kind and round (rounds: of the
/// list's kind).
pub async fn facets(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    kind: Option<Kind>,
    round: Option<RoundId>,
) -> Result<Facets, StoreError> {
    let mut statement = Statement::default();
    statement
        .push("WITH f AS (SELECT round_id, policy_id, municipality_id, stage, n")
        .push(" FROM contribution_counts WHERE ambito_id = ")
        .bind(ambito.uuid());
    if let Some(kind) = kind {
        statement.push(" AND kind = ").code(kind.code());
    }
    statement.push(
        ") SELECT 'round' AS facet, round_id AS id, '' AS code, CAST(SUM(n) AS BIGINT) AS n \
         FROM f GROUP BY round_id",
    );
    for (facet, id, code, by) in [
        ("policy", "policy_id", "''", "policy_id"),
        ("municipality", "municipality_id", "''", "municipality_id"),
        ("stage", "NULL", "stage", "stage"),
    ] {
        statement.push(&format!(
            " UNION ALL SELECT '{facet}', {id}, {code}, CAST(SUM(n) AS BIGINT) FROM f"
        ));
        if let Some(round) = round {
            statement.push(" WHERE round_id = ").bind(round.uuid());
        }
        statement.push(" GROUP BY ").push(by);
    }
    let rows: Vec<(String, Option<Uuid>, String, i64)> = statement.all(snapshot).await?;
    let mut facets = Facets::default();
    for (facet, id, code, n) in rows {
        let n = count(n);
        match (facet.as_str(), id) {
            ("round", Some(id)) => facets.rounds.push((id.into(), n)),
            ("policy", Some(id)) => facets.policies.push((id.into(), n)),
            ("municipality", Some(id)) => facets.municipalities.push((id.into(), n)),
            _ => facets
                .stages
                .push((crate::counts::coded("contribution_counts", ambito.uuid(), &code)?, n)),
        }
    }
    Ok(facets)
}

/// The newest public contributions, of the Ambito or of one round.
pub async fn newest(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    round: Option<RoundId>,
    take: i64,
) -> Result<Vec<ContributionCard>, StoreError> {
    let asked = Asked { round, ..Asked::default() };
    let statement = walks(ambito, &asked, Stretch { skip: 0, take });
    public(statement.all(snapshot).await?)
}

/// Which contribution a number names, if it is public.
pub async fn public_id(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    number: i64,
) -> Result<Option<domain::ids::ContributionId>, StoreError> {
    let sql = "SELECT id FROM contributions \
               WHERE ambito_id = $1 AND number = $2 AND standing = 'pubblicato'";
    let row: Option<(Uuid,)> = first(snapshot, sql, &[ambito.uuid().into(), number.into()]).await?;
    Ok(row.map(|(id,)| id.into()))
}

#[cfg(all(test, feature = "testing"))]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use crate::db::Conn;

    /// How SQLite would go about a statement.
    async fn plan(snapshot: &mut Snapshot, statement: Statement<'_>) -> String {
        let Conn::Sqlite(transaction) = &mut snapshot.conn else { panic!("SQLite is asked") };
        let sql = AssertSqlSafe(format!("EXPLAIN QUERY PLAN {}", statement.sql));
        let mut query = sqlx::query_as(sql);
        for arg in statement.args {
            query = match arg {
                Arg::Id(id) => query.bind(id),
                Arg::Text(text) => query.bind(text),
                Arg::Number(number) => query.bind(number),
                Arg::Moment(moment) => query.bind(moment),
            };
        }
        let rows: Vec<(i64, i64, i64, String)> = query.fetch_all(&mut **transaction).await.unwrap();
        rows.into_iter().map(|(_, _, _, line)| line + "\n").collect()
    }

    /// A list walks an index in its own order, and neither scans nor sorts what it passes over:
    /// its cost does not grow with the number of texts.
    #[tokio::test]
    async fn lists_walk_an_index_in_their_order() {
        let fresh = crate::testing::sqlite().await.unwrap();
        let mut snapshot = fresh.db.read().await.unwrap();
        let id = Uuid::from_u128(1);
        let need = Asked { kind: Some(Kind::Need), ..Asked::default() };
        let area = vec![PolicyId::from(id), Uuid::from_u128(2).into()];
        for (asked, index) in [
            (need.clone(), "contributions_newest"),
            (Asked { sort: Sort::Oldest, ..need.clone() }, "contributions_newest"),
            (Asked { sort: Sort::Supported, ..need.clone() }, "contributions_supported"),
            (Asked { sort: Sort::LeastHeard, ..need.clone() }, "contributions_heard"),
            (Asked { sort: Sort::Controversial, ..need.clone() }, "contributions_controversial"),
            (Asked::default(), "contributions_newest"),
            (Asked { round: Some(id.into()), ..need.clone() }, "contributions_by_round"),
            (Asked { policies: Some(area), ..need.clone() }, "contributions_by_policy"),
            (
                Asked { municipality: Some(id.into()), ..need.clone() },
                "contributions_by_municipality",
            ),
            (
                Asked {
                    policies: Some(vec![id.into()]),
                    municipality: Some(id.into()),
                    ..need.clone()
                },
                "contributions_by_policy_and_municipality",
            ),
            (Asked { stage: Some(Stage::Merged), ..need.clone() }, "contributions_by_stage"),
        ] {
            let walk = walks(id.into(), &asked, Stretch { skip: 0, take: 20 });
            let plan = plan(&mut snapshot, walk).await;
            assert!(
                plan.contains(&format!("USING INDEX {index}"))
                    || plan.contains(&format!("USING COVERING INDEX {index}")),
                "{asked:?}\n{plan}"
            );
            // `SCAN l` reads the page that was found, `SCAN k` the merged walks.
            let scans = plan.lines().filter(|line| line.contains("SCAN c"));
            assert_eq!(scans.count(), 0, "{asked:?}\n{plan}");
            // The walks are put in order among each other, and the page once more; a walk never.
            let policies = asked.policies.as_ref().map_or(1, Vec::len);
            let one = asked.kind.is_some() && policies == 1;
            let sorts = plan.lines().filter(|line| line.contains("TEMP B-TREE")).count();
            assert!(sorts <= if one { 1 } else { 2 }, "{asked:?}\n{plan}");
        }
    }

    /// The mixed order walks its rings in the index alone, whatever is filtered.
    #[tokio::test]
    async fn rings_are_walked_in_the_index_alone() {
        let fresh = crate::testing::sqlite().await.unwrap();
        let mut snapshot = fresh.db.read().await.unwrap();
        let id = Uuid::from_u128(1);
        let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 10).unwrap();
        let walks = Cursor::start(Default::default(), day).walks(20);
        let need = Asked { kind: Some(Kind::Need), ..Asked::default() };
        for asked in [
            need.clone(),
            Asked { round: Some(id.into()), ..need.clone() },
            Asked { policies: Some(vec![id.into(), Uuid::from_u128(2).into()]), ..need.clone() },
            Asked { municipality: Some(id.into()), ..need.clone() },
            Asked { stage: Some(Stage::Merged), ..need.clone() },
        ] {
            let plan = plan(&mut snapshot, rings(id.into(), &asked, &walks)).await;
            let index = "USING COVERING INDEX contributions_mixed \
                (ambito_id=? AND kind=? AND standing=? AND shelf=? AND <expr>>? AND <expr><?)";
            assert_eq!(plan.matches(index).count(), 6, "{asked:?}\n{plan}");
            assert!(!plan.contains("TEMP B-TREE"), "{asked:?}\n{plan}");
        }
    }
}
