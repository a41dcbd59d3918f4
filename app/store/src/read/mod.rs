//! What pages read: few statements a page, all in one snapshot, shaped like the views.
//!
//! Rows become views here, and a text that is not public loses its words here ([`Sight`]), so
//! that no page can show them by accident. Nothing here counts contributions: totals come from
//! `contribution_counts`, which the operations keep in step.
//!
//! - [`ambito`]: the frame – territory, bodies, plans, profile
//! - [`rounds`]: rounds and their sessions
//! - [`lists`]: lists, search, counts of the filters
//! - [`contributions`]: cards, one contribution with all around it, comments
//! - [`threads`]: clusters, actions, reviews, acts, answers
//! - [`people`]: what a person supports
//! - [`report`]: what a round is reported by

pub mod ambito;
pub mod contributions;
pub mod lists;
pub mod people;
pub mod report;
pub mod rounds;
pub mod threads;

use domain::time::Moment;
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::{FromRow, SqlSafeStr};
use uuid::Uuid;

use crate::{Snapshot, StoreError, on};

/// How much of a text that is not public the reader may see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    /// Nothing: everybody's sight.
    Public,
    /// All that is left of it: its author, or a moderator with leave to read it.
    Restricted,
}

/// A value bound to a statement.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Arg<'a> {
    /// An id.
    Id(Uuid),
    /// A text.
    Text(&'a str),
    /// A number.
    Number(i64),
    /// A moment.
    Moment(Moment),
}

impl From<Uuid> for Arg<'_> {
    fn from(id: Uuid) -> Self {
        Arg::Id(id)
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Arg::Text(text)
    }
}

impl From<i64> for Arg<'_> {
    fn from(number: i64) -> Self {
        Arg::Number(number)
    }
}

impl From<Moment> for Arg<'_> {
    fn from(moment: Moment) -> Self {
        Arg::Moment(moment)
    }
}

/// A row that both databases can give.
pub(crate) trait Row:
    for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin
{
}

impl<T> Row for T where T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin
{}

/// All rows of a statement.
pub(crate) async fn all<T: Row>(
    snapshot: &mut Snapshot,
    sql: impl SqlSafeStr,
    args: &[Arg<'_>],
) -> Result<Vec<T>, StoreError> {
    Ok(on!(snapshot, c => {
        let mut query = sqlx::query_as(sql);
        for arg in args {
            query = match *arg {
                Arg::Id(id) => query.bind(id),
                Arg::Text(text) => query.bind(text),
                Arg::Number(number) => query.bind(number),
                Arg::Moment(moment) => query.bind(moment),
            };
        }
        query.fetch_all(c).await?
    }))
}

/// The first row of a statement, if there is one.
pub(crate) async fn first<T: Row>(
    snapshot: &mut Snapshot,
    sql: impl SqlSafeStr,
    args: &[Arg<'_>],
) -> Result<Option<T>, StoreError> {
    Ok(all(snapshot, sql, args).await?.into_iter().next())
}

/// `$from, $from+1, …`, for a list of `n` bound values.
pub(crate) fn places(from: usize, n: usize) -> String {
    let places: Vec<String> = (from..from + n).map(|place| format!("${place}")).collect();
    places.join(", ")
}

/// First words of a text in one line, at most `most` characters, cut at a word.
pub fn excerpt(text: &str, most: usize) -> String {
    let mut short = String::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        let letters = word.chars().count();
        let gap = usize::from(length > 0);
        if length + gap + letters > most {
            return ellipsis(short, length, word, most);
        }
        if gap == 1 {
            short.push(' ');
        }
        short.push_str(word);
        length += gap + letters;
    }
    short
}

/// Ends a cut text with «…», within the limit; a first word that is too long is cut itself.
fn ellipsis(mut short: String, length: usize, next: &str, most: usize) -> String {
    if short.is_empty() {
        short.extend(next.chars().take(most.saturating_sub(1)));
    } else if length + 1 > most {
        match short.rfind(' ') {
            Some(space) => short.truncate(space),
            None => {
                short.pop();
            }
        }
    }
    let kept = short.trim_end_matches([',', ';', ':', '.', ' ', '–', '-']).len();
    short.truncate(kept);
    short.push('…');
    short
}

/// A count as views hold it.
pub(crate) fn count(n: i64) -> u64 {
    u64::try_from(n).unwrap_or(0)
}

/// A small count as views hold it.
pub(crate) fn few(n: i64) -> u32 {
    u32::try_from(n.max(0)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_is_cut_at_a_word() {
        assert_eq!(excerpt("uno  due\ntre", 20), "uno due tre");
        assert_eq!(excerpt("uno due, tre quattro", 12), "uno due…");
        assert_eq!(excerpt("uno due tre", 7), "uno…");
        assert_eq!(excerpt("precipitevolissimevolmente", 5), "prec…");
        assert_eq!(excerpt("", 5), "");
        for most in 1..40 {
            let cut = excerpt("perché così è più città, e già lunedì si può — né là né qui", most);
            assert!(cut.chars().count() <= most, "{most}: {cut}");
        }
    }

    #[test]
    fn places_are_numbered() {
        assert_eq!(places(2, 3), "$2, $3, $4");
    }
}
