//! What public texts mean, as a sentence model says it: kept beside the words, so that no server has
//! to work it out twice.
//!
//! No act and no fact of an Ambito: it follows from the words, stands in no event, and can be thrown
//! away at any time. It goes when its text is not public any more ([`crate::counts::unpublish`]).

use uuid::Uuid;

use crate::{Snapshot, StoreError, Tx, on};

/// What one text means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMeaning {
    /// Which text.
    pub contribution: Uuid,
    /// Of which words.
    pub revision: i64,
    /// In which language they were read.
    pub language: String,
    /// The vector, as the domain writes it.
    pub vector: Vec<u8>,
}

/// Keeps what texts mean to a model, of those that are public with these words.
pub async fn keep(tx: &mut Tx, model: &str, meanings: &[NewMeaning]) -> Result<(), StoreError> {
    let sql = "INSERT INTO meanings (contribution_id, model, revision, language, vector) \
        SELECT v.id, $2, v.revision, $4, $5 FROM contributions v \
        WHERE v.id = $1 AND v.standing = 'pubblicato' AND v.revision = $3 \
        ON CONFLICT (contribution_id) DO UPDATE SET model = excluded.model, \
            revision = excluded.revision, language = excluded.language, vector = excluded.vector";
    for meaning in meanings {
        on!(tx, c => {
            sqlx::query(sql)
                .bind(meaning.contribution)
                .bind(model)
                .bind(meaning.revision)
                .bind(&meaning.language)
                .bind(&meaning.vector)
                .execute(c)
                .await?;
        });
    }
    Ok(())
}

/// Throws away what belongs to no public text: one may have gone while its meaning was worked out.
pub async fn sweep(tx: &mut Tx) -> Result<(), StoreError> {
    let sql = "DELETE FROM meanings WHERE NOT EXISTS (SELECT 1 FROM contributions v \
               WHERE v.id = meanings.contribution_id AND v.standing = 'pubblicato')";
    on!(tx, c => {
        sqlx::query(sql).execute(c).await?;
    });
    Ok(())
}

/// How many are kept.
pub async fn count(snapshot: &mut Snapshot) -> Result<i64, StoreError> {
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) FROM meanings";
    let (n,): (i64,) = on!(snapshot, c => sqlx::query_as(sql).fetch_one(c).await?);
    Ok(n)
}
