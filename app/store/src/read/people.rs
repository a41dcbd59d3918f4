//! What a person does in an Ambito, apart from what they wrote (that is `identity`'s).

use domain::ids::{AmbitoId, ContributionId, PersonId};
use domain::views::ContributionRef;
use uuid::Uuid;

use super::all;
use crate::counts::coded;
use crate::{Snapshot, StoreError};

/// Public contributions a person supports, the newest support first.
pub async fn supported(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    person: PersonId,
) -> Result<Vec<ContributionRef>, StoreError> {
    let sql = "SELECT c.id, c.kind, c.number, v.title, v.language FROM supports s \
        JOIN contributions c ON c.id = s.contribution_id \
        JOIN revisions v ON v.contribution_id = c.id AND v.revision = c.revision \
        WHERE s.person_id = $2 AND c.ambito_id = $1 AND c.standing = 'pubblicato' \
        ORDER BY s.at DESC, c.number DESC";
    let args = &[ambito.uuid().into(), person.uuid().into()];
    let rows: Vec<(Uuid, String, i64, String, String)> = all(snapshot, sql, args).await?;
    rows.into_iter()
        .map(|(id, kind, number, title, language)| {
            let kind = coded("contributions", id, &kind)?;
            Ok(ContributionRef { kind, number, title, language })
        })
        .collect()
}

/// Which public contributions a person supports.
pub async fn supported_texts(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    person: PersonId,
) -> Result<Vec<ContributionId>, StoreError> {
    let sql = "SELECT c.id FROM supports s JOIN contributions c ON c.id = s.contribution_id \
        WHERE s.person_id = $2 AND c.ambito_id = $1 AND c.standing = 'pubblicato' ORDER BY c.id";
    let args = &[ambito.uuid().into(), person.uuid().into()];
    let rows: Vec<(Uuid,)> = all(snapshot, sql, args).await?;
    Ok(rows.into_iter().map(|(id,)| id.into()).collect())
}
