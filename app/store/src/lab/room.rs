//! Cards, columns, dots and photographs of a session.

use domain::ids::{CardId, ContributionId, SessionId};
use domain::time::Moment;
use uuid::Uuid;

use crate::read::all;
use crate::{Snapshot, StoreError};

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
