//! What the proportional order of a round's texts is made of (`domain::ordering::harmonic`).
//!
//! Supporters are numbers that mean nothing outside one answer.

use std::collections::HashMap;

use domain::contributions::Kind;
use domain::ids::{AmbitoId, ContributionId, RoundId};
use domain::suppression::SMALLEST;
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::read::{Arg, all, few, places};
use crate::{Snapshot, StoreError};

/// A text to be placed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Supported {
    /// Which.
    pub id: ContributionId,
    /// Its number.
    pub number: i64,
    /// Needs that are linked to it: those a proposal answers, those that say the same as a need.
    pub needs: u32,
    /// Who supports it, each by a number of this answer alone.
    pub supporters: Vec<u32>,
}

/// The most supported public texts of a kind in a round, at most `most`, with their supporters.
/// Texts with fewer than five supporters are not among them: an order that could tell four from
/// one would say what is not to be counted.
pub async fn supported(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    round: RoundId,
    kind: Kind,
    most: i64,
) -> Result<Vec<Supported>, StoreError> {
    let sql = "SELECT c.id, c.number, \
        (SELECT CAST(COUNT(*) AS BIGINT) FROM answers a JOIN contributions n ON n.id = a.need_id \
         WHERE a.proposal_id = c.id AND n.standing = 'pubblicato') \
        + (SELECT CAST(COUNT(*) AS BIGINT) FROM contributions e \
           WHERE e.echo_of = c.id AND e.standing = 'pubblicato') AS needs \
        FROM contributions c WHERE c.ambito_id = $1 AND c.kind = $2 AND c.standing = 'pubblicato' \
        AND c.support_band >= $3 AND c.round_id = $4 \
        ORDER BY c.support_band DESC, c.published_at, c.number LIMIT $5";
    let args = [
        ambito.uuid().into(),
        kind.code().into(),
        i64::from(SMALLEST).into(),
        round.uuid().into(),
        most.into(),
    ];
    let rows: Vec<(Uuid, i64, i64)> = all(snapshot, sql, &args).await?;
    let mut texts: Vec<Supported> = rows
        .into_iter()
        .map(|(id, number, needs)| Supported {
            id: id.into(),
            number,
            needs: few(needs),
            supporters: Vec::new(),
        })
        .collect();
    let place: HashMap<Uuid, usize> =
        texts.iter().enumerate().map(|(place, text)| (text.id.uuid(), place)).collect();
    let ids: Vec<Uuid> = texts.iter().map(|text| text.id.uuid()).collect();
    let mut numbers: HashMap<Uuid, u32> = HashMap::new();
    for some in ids.chunks(100) {
        let sql = format!(
            "SELECT contribution_id, person_id FROM supports WHERE contribution_id IN ({})",
            places(1, some.len())
        );
        let args: Vec<Arg<'_>> = some.iter().map(|id| Arg::Id(*id)).collect();
        let rows: Vec<(Uuid, Uuid)> = all(snapshot, AssertSqlSafe(sql), &args).await?;
        for (text, person) in rows {
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            let number = *numbers.entry(person).or_insert(next);
            if let Some(place) = place.get(&text) {
                texts[*place].supporters.push(number);
            }
        }
    }
    Ok(texts)
}
