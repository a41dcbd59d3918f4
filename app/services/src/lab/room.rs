//! In the room: cards, the wall, dots, photographs, and what becomes of cards.

use std::collections::HashMap;

use domain::ids::ContributionId;
use domain::views::{WallCard, WallColumn};
use store::Snapshot;
use store::lab::{Card, Session};

use crate::Declined;

/// The wall of a session, as everybody may read it: no token, no hidden card. Cards that say the
/// same as another stand behind it.
pub(crate) async fn wall(
    snapshot: &mut Snapshot,
    session: &Session,
) -> Result<Vec<WallColumn>, Declined> {
    let columns = store::lab::columns(snapshot, session.id).await?;
    let cards: Vec<Card> = store::lab::cards(snapshot, session.id)
        .await?
        .into_iter()
        .filter(|card| !card.hidden)
        .collect();
    let made: Vec<ContributionId> = cards.iter().filter_map(|card| card.contribution).collect();
    let public = store::links::public(snapshot, &made).await?;
    let became = |card: &Card| {
        let id = card.contribution?;
        public.get(&id).map(|(text, _, _)| text.clone())
    };
    let mut behind: HashMap<_, Vec<i64>> = HashMap::new();
    for card in &cards {
        if let Some(front) = card.same_as {
            behind.entry(front).or_default().push(card.number);
        }
    }
    let shown = |card: &Card| WallCard {
        number: card.number,
        words: card.words.clone(),
        with: behind.get(&card.id).cloned().unwrap_or_default(),
        dots: card.dots.and_then(|dots| u32::try_from(dots).ok()),
        became: became(card),
    };
    let within = |column| {
        let of_it = cards.iter().filter(|card| card.same_as.is_none() && card.column == column);
        of_it.map(shown).collect::<Vec<_>>()
    };
    let mut wall: Vec<WallColumn> = columns
        .into_iter()
        .map(|column| WallColumn {
            position: column.position,
            title: column.title,
            cards: within(Some(column.id)),
        })
        .collect();
    let loose = within(None);
    if !loose.is_empty() {
        wall.push(WallColumn { position: 0, title: String::new(), cards: loose });
    }
    Ok(wall)
}
