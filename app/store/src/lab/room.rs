//! Cards, columns, dots and photographs of a session.

use domain::events::Sealed;
use domain::ids::{CardId, ContributionId, SessionId};
use domain::lab::room::{Dots, NewCard};
use domain::policy::Permit;
use domain::time::Moment;
use uuid::Uuid;

use super::{sealed, told};
use crate::read::{all, first};
use crate::{Snapshot, StoreError, Tx, on};

/// A column of the wall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Which.
    pub id: Uuid,
    /// Its place, from 1.
    pub position: i64,
    /// Its title.
    pub title: String,
}

/// The columns of a session, in their order.
pub async fn columns(
    snapshot: &mut Snapshot,
    session: SessionId,
) -> Result<Vec<Column>, StoreError> {
    let sql = "SELECT id, position, title FROM lab_columns WHERE session_id = $1 ORDER BY position";
    let rows: Vec<(Uuid, i64, String)> = all(snapshot, sql, &[session.uuid().into()]).await?;
    Ok(rows.into_iter().map(|(id, position, title)| Column { id, position, title }).collect())
}

/// A card, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// Which.
    pub id: CardId,
    /// Its number in the session.
    pub number: i64,
    /// Whose, if anybody said.
    pub token: Option<i64>,
    /// Its words.
    pub words: String,
    /// Somebody else wrote it for them.
    pub assisted: bool,
    /// It was read aloud to them, and approved.
    pub read_back: bool,
    /// Who said it agrees to be quoted.
    pub quotable: bool,
    /// When.
    pub at: Moment,
    /// Its column.
    pub column: Option<Uuid>,
    /// The card it stands behind, because it says the same.
    pub same_as: Option<CardId>,
    /// Taken off the wall.
    pub hidden: bool,
    /// Its dots.
    pub dots: Option<i64>,
    /// What was made of it.
    pub contribution: Option<ContributionId>,
}

#[derive(sqlx::FromRow)]
struct CardRow {
    id: Uuid,
    number: i64,
    token: Option<i64>,
    words: String,
    assisted: bool,
    read_back: bool,
    quotable: bool,
    at: Moment,
    column_id: Option<Uuid>,
    same_as: Option<Uuid>,
    hidden: bool,
    dots: Option<i64>,
    contribution_id: Option<Uuid>,
}

impl From<CardRow> for Card {
    fn from(row: CardRow) -> Self {
        Card {
            id: row.id.into(),
            number: row.number,
            token: row.token,
            words: row.words,
            assisted: row.assisted,
            read_back: row.read_back,
            quotable: row.quotable,
            at: row.at,
            column: row.column_id,
            same_as: row.same_as.map(CardId::from),
            hidden: row.hidden,
            dots: row.dots,
            contribution: row.contribution_id.map(ContributionId::from),
        }
    }
}

/// The cards of a session, by number; hidden ones too.
pub async fn cards(snapshot: &mut Snapshot, session: SessionId) -> Result<Vec<Card>, StoreError> {
    let sql = "SELECT id, number, token, words, assisted, read_back, quotable, at, column_id, \
        same_as, hidden, dots, contribution_id FROM lab_cards WHERE session_id = $1 \
        ORDER BY number";
    let rows: Vec<CardRow> = all(snapshot, sql, &[session.uuid().into()]).await?;
    Ok(rows.into_iter().map(Card::from).collect())
}

/// The cards from which a contribution was made: the session's number and title, and theirs.
pub async fn said(
    snapshot: &mut Snapshot,
    contribution: ContributionId,
) -> Result<Option<(i64, String, Vec<i64>)>, StoreError> {
    let sql = "SELECT s.number, s.title FROM contributions c JOIN lab_sessions s \
        ON s.id = c.session_id WHERE c.id = $1 AND s.state <> 'preparata'";
    let found: Option<(i64, String)> = first(snapshot, sql, &[contribution.uuid().into()]).await?;
    let Some((session, title)) = found else { return Ok(None) };
    let sql = "SELECT number FROM lab_cards WHERE contribution_id = $1 ORDER BY number";
    let cards: Vec<(i64,)> = all(snapshot, sql, &[contribution.uuid().into()]).await?;
    Ok(Some((session, title, cards.into_iter().map(|(number,)| number).collect())))
}

/// Keeps a card as it was written; its number.
pub async fn write_card(
    tx: &mut Tx,
    permit: &Permit,
    session: SessionId,
    id: CardId,
    card: &NewCard,
    salt: &[u8; 32],
) -> Result<i64, StoreError> {
    let sql = "INSERT INTO lab_cards (id, ambito_id, session_id, number, token, words, assisted, \
        read_back, quotable, at, hidden) VALUES ($1, $2, $3, \
        (SELECT COALESCE(MAX(number), 0) + 1 FROM lab_cards WHERE session_id = $3), \
        $4, $5, $6, $7, $8, $9, $10) RETURNING number";
    let (number,): (i64,) = on!(tx, c => {
        sqlx::query_as(sql)
            .bind(id.uuid())
            .bind(permit.ambito().uuid())
            .bind(session.uuid())
            .bind(card.token)
            .bind(&card.words)
            .bind(card.assisted)
            .bind(card.read_back)
            .bind(card.quotable)
            .bind(permit.at())
            .bind(false)
            .fetch_one(c)
            .await?
    });
    sealed(tx, permit, session, (Sealed::Card, id.uuid()), salt).await?;
    Ok(number)
}

/// The number of a card.
pub async fn card_number(snapshot: &mut Snapshot, id: CardId) -> Result<Option<i64>, StoreError> {
    let sql = "SELECT number FROM lab_cards WHERE id = $1";
    let row: Option<(i64,)> = first(snapshot, sql, &[id.uuid().into()]).await?;
    Ok(row.map(|(number,)| number))
}

/// Writes one thing of some cards, and tells of it.
macro_rules! of_cards {
    ($tx:ident, $permit:ident, $session:ident, $cards:ident, $class:literal, $sql:literal, $value:expr) => {{
        for card in $cards {
            on!($tx, c => {
                sqlx::query($sql).bind(card.uuid()).bind($value).execute(c).await?;
            });
        }
        told($tx, $permit, $session, $class, $cards.iter().map(|card| card.uuid()).collect()).await
    }};
}

/// Keeps that cards are in a column, or in none.
pub async fn place(
    tx: &mut Tx,
    permit: &Permit,
    session: SessionId,
    cards: &[CardId],
    column: Option<Uuid>,
) -> Result<(), StoreError> {
    of_cards!(
        tx,
        permit,
        session,
        cards,
        "cards_moved",
        "UPDATE lab_cards SET column_id = $2 WHERE id = $1",
        column
    )
}

/// Keeps that cards say the same as another, and stand behind it; with those behind them.
pub async fn stand_behind(
    tx: &mut Tx,
    permit: &Permit,
    session: SessionId,
    cards: &[CardId],
    front: CardId,
) -> Result<(), StoreError> {
    of_cards!(
        tx,
        permit,
        session,
        cards,
        "cards_same",
        "UPDATE lab_cards SET same_as = $2 WHERE id = $1 OR same_as = $1",
        front.uuid()
    )
}

/// Keeps that cards stand by themselves again, where the card stands that was in front of them.
pub async fn stand_apart(
    tx: &mut Tx,
    permit: &Permit,
    session: SessionId,
    cards: &[CardId],
) -> Result<(), StoreError> {
    of_cards!(
        tx,
        permit,
        session,
        cards,
        "cards_apart",
        "UPDATE lab_cards SET same_as = $2, column_id = (SELECT f.column_id FROM lab_cards f \
         WHERE f.id = lab_cards.same_as) WHERE id = $1 AND same_as IS NOT NULL",
        Option::<Uuid>::None
    )
}

/// Keeps that cards were taken off the wall, or put back.
pub async fn hide(
    tx: &mut Tx,
    permit: &Permit,
    session: SessionId,
    cards: &[CardId],
    hidden: bool,
) -> Result<(), StoreError> {
    let sql = "UPDATE lab_cards SET hidden = $2 WHERE id = $1";
    for card in cards {
        on!(tx, c => {
            sqlx::query(sql).bind(card.uuid()).bind(hidden).execute(c).await?;
        });
    }
    let class = if hidden { "cards_hidden" } else { "cards_shown" };
    told(tx, permit, session, class, cards.iter().map(|card| card.uuid()).collect()).await
}

/// Keeps a new column, behind the others.
pub async fn add_column(
    tx: &mut Tx,
    permit: &Permit,
    session: SessionId,
    id: Uuid,
    title: &str,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO lab_columns (id, session_id, position, title) VALUES ($1, $2, \
        (SELECT COALESCE(MAX(position), 0) + 1 FROM lab_columns WHERE session_id = $2), $3)";
    on!(tx, c => {
        sqlx::query(sql).bind(id).bind(session.uuid()).bind(title).execute(c).await?;
    });
    told(tx, permit, session, "column_added", vec![id]).await
}

/// Keeps another title of a column.
pub async fn rename_column(
    tx: &mut Tx,
    permit: &Permit,
    session: SessionId,
    id: Uuid,
    title: &str,
) -> Result<(), StoreError> {
    let sql = "UPDATE lab_columns SET title = $2 WHERE id = $1";
    on!(tx, c => {
        sqlx::query(sql).bind(id).bind(title).execute(c).await?;
    });
    told(tx, permit, session, "column_renamed", vec![id]).await
}

/// Lets two columns change places.
pub async fn swap_columns(
    tx: &mut Tx,
    permit: &Permit,
    session: SessionId,
    one: &Column,
    other: &Column,
) -> Result<(), StoreError> {
    let sql = "UPDATE lab_columns SET position = $2 WHERE id = $1";
    // No two may be at one place, not even in between.
    for (id, position) in [(one.id, 0), (other.id, one.position), (one.id, other.position)] {
        on!(tx, c => {
            sqlx::query(sql).bind(id).bind(position).execute(c).await?;
        });
    }
    told(tx, permit, session, "columns_moved", vec![one.id, other.id]).await
}

/// Keeps that a column is no more; cards that were in it are in none.
pub async fn remove_column(
    tx: &mut Tx,
    permit: &Permit,
    session: SessionId,
    id: Uuid,
) -> Result<(), StoreError> {
    on!(tx, c => {
        sqlx::query("UPDATE lab_cards SET column_id = NULL WHERE column_id = $1")
            .bind(id)
            .execute(&mut *c)
            .await?;
        sqlx::query("DELETE FROM lab_columns WHERE id = $1").bind(id).execute(c).await?;
    });
    told(tx, permit, session, "column_removed", vec![id]).await
}

/// Keeps that the projector shows nothing, or shows the wall again.
pub async fn cover(
    tx: &mut Tx,
    permit: &Permit,
    session: SessionId,
    covered: bool,
) -> Result<(), StoreError> {
    let sql = "UPDATE lab_sessions SET covered_at = $2 WHERE id = $1";
    let at = covered.then(|| permit.at());
    on!(tx, c => {
        sqlx::query(sql).bind(session.uuid()).bind(at).execute(c).await?;
    });
    let class = if covered { "wall_covered" } else { "wall_uncovered" };
    told(tx, permit, session, class, Vec::new()).await
}

/// Keeps that the wall stays as it is now, for the dots.
pub async fn freeze(tx: &mut Tx, permit: &Permit, session: SessionId) -> Result<(), StoreError> {
    let sql = "UPDATE lab_sessions SET frozen_at = $2 WHERE id = $1";
    on!(tx, c => {
        sqlx::query(sql).bind(session.uuid()).bind(permit.at()).execute(c).await?;
    });
    told(tx, permit, session, "wall_frozen", Vec::new()).await
}

/// Keeps that the wall may change again. Dots that were counted are thrown away.
pub async fn unfreeze(
    tx: &mut Tx,
    permit: &Permit,
    session: SessionId,
    salt: &[u8; 32],
) -> Result<(), StoreError> {
    let counted = dots(tx, session).await?.is_some();
    on!(tx, c => {
        sqlx::query("UPDATE lab_sessions SET frozen_at = NULL WHERE id = $1")
            .bind(session.uuid())
            .execute(&mut *c)
            .await?;
        sqlx::query("UPDATE lab_cards SET dots = NULL WHERE session_id = $1")
            .bind(session.uuid())
            .execute(&mut *c)
            .await?;
        sqlx::query("DELETE FROM lab_dots WHERE session_id = $1")
            .bind(session.uuid())
            .execute(c)
            .await?;
    });
    told(tx, permit, session, "wall_unfrozen", Vec::new()).await?;
    if counted {
        sealed(tx, permit, session, (Sealed::Dots, session.uuid()), salt).await?;
    }
    Ok(())
}

/// The dots of a session as a whole: people, dots each, blanks.
pub async fn dots(
    snapshot: &mut Snapshot,
    session: SessionId,
) -> Result<Option<(i64, i64, i64)>, StoreError> {
    let sql = "SELECT people, dots_each, blanks FROM lab_dots WHERE session_id = $1";
    first(snapshot, sql, &[session.uuid().into()]).await
}

/// Keeps a count of dots, instead of any before.
pub async fn keep_dots(
    tx: &mut Tx,
    permit: &Permit,
    session: SessionId,
    dots: &Dots,
    salt: &[u8; 32],
) -> Result<(), StoreError> {
    let sql = "INSERT INTO lab_dots (session_id, people, dots_each, blanks, at) \
        VALUES ($1, $2, $3, $4, $5) ON CONFLICT (session_id) DO UPDATE \
        SET people = excluded.people, dots_each = excluded.dots_each, \
        blanks = excluded.blanks, at = excluded.at";
    let of_card = "UPDATE lab_cards SET dots = $3 WHERE session_id = $1 AND number = $2";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(session.uuid())
            .bind(i64::from(dots.people))
            .bind(i64::from(dots.each))
            .bind(i64::from(dots.blanks))
            .bind(permit.at())
            .execute(&mut *c)
            .await?;
        sqlx::query("UPDATE lab_cards SET dots = NULL WHERE session_id = $1")
            .bind(session.uuid())
            .execute(c)
            .await?;
    });
    for (number, count) in &dots.cards {
        on!(tx, c => {
            sqlx::query(of_card)
                .bind(session.uuid())
                .bind(number)
                .bind(i64::from(*count))
                .execute(c)
                .await?;
        });
    }
    sealed(tx, permit, session, (Sealed::Dots, session.uuid()), salt).await
}

/// Keeps what was made of cards. They stay as they are.
pub async fn take_up(
    tx: &mut Tx,
    permit: &Permit,
    session: SessionId,
    cards: &[CardId],
    contribution: ContributionId,
) -> Result<(), StoreError> {
    of_cards!(
        tx,
        permit,
        session,
        cards,
        "cards_taken_up",
        "UPDATE lab_cards SET contribution_id = $2 WHERE id = $1",
        contribution.uuid()
    )
}

/// The hash of the code of a token.
pub async fn token_hash(
    snapshot: &mut Snapshot,
    session: SessionId,
    token: i64,
) -> Result<Option<[u8; 32]>, StoreError> {
    let sql = "SELECT code_hash FROM lab_tokens WHERE session_id = $1 AND number = $2";
    let row: Option<(Vec<u8>,)> =
        first(snapshot, sql, &[session.uuid().into(), token.into()]).await?;
    Ok(row.and_then(|(hash,)| hash.try_into().ok()))
}

/// A photograph of the wall, without its pixels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    /// Which.
    pub id: Uuid,
    /// Its number in the session.
    pub number: i64,
    /// What is to be seen.
    pub alt: String,
    /// Width in pixels.
    pub width: i64,
    /// Height in pixels.
    pub height: i64,
}

/// The photographs of a session, by number.
pub async fn photos(snapshot: &mut Snapshot, session: SessionId) -> Result<Vec<Photo>, StoreError> {
    let sql = "SELECT id, number, alt, width, height FROM lab_photos WHERE session_id = $1 \
               ORDER BY number";
    let rows: Vec<(Uuid, i64, String, i64, i64)> =
        all(snapshot, sql, &[session.uuid().into()]).await?;
    let photo = |(id, number, alt, width, height)| Photo { id, number, alt, width, height };
    Ok(rows.into_iter().map(photo).collect())
}

/// The pixels of a photograph, as JPEG.
pub async fn photo(
    snapshot: &mut Snapshot,
    session: SessionId,
    number: i64,
) -> Result<Option<Vec<u8>>, StoreError> {
    let sql = "SELECT jpeg FROM lab_photos WHERE session_id = $1 AND number = $2";
    let row: Option<(Vec<u8>,)> =
        first(snapshot, sql, &[session.uuid().into(), number.into()]).await?;
    Ok(row.map(|(jpeg,)| jpeg))
}

/// Keeps a photograph.
pub async fn add_photo(
    tx: &mut Tx,
    permit: &Permit,
    session: SessionId,
    id: Uuid,
    (jpeg, width, height): (&[u8], u32, u32),
    alt: &str,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO lab_photos (id, ambito_id, session_id, number, jpeg, width, height, \
        alt, at) VALUES ($1, $2, $3, \
        (SELECT COALESCE(MAX(number), 0) + 1 FROM lab_photos WHERE session_id = $3), \
        $4, $5, $6, $7, $8)";
    on!(tx, c => {
        sqlx::query(sql)
            .bind(id)
            .bind(permit.ambito().uuid())
            .bind(session.uuid())
            .bind(jpeg)
            .bind(i64::from(width))
            .bind(i64::from(height))
            .bind(alt)
            .bind(permit.at())
            .execute(c)
            .await?;
    });
    told(tx, permit, session, "photo_added", vec![id]).await
}

/// Keeps that a photograph was removed: its pixels are gone.
pub async fn remove_photo(
    tx: &mut Tx,
    permit: &Permit,
    session: SessionId,
    id: Uuid,
) -> Result<(), StoreError> {
    on!(tx, c => {
        sqlx::query("DELETE FROM lab_photos WHERE id = $1").bind(id).execute(c).await?;
    });
    told(tx, permit, session, "photo_removed", vec![id]).await
}
