//! Messages that wait: what the next one says, and what became of it.

use domain::contributions::Standing;
use domain::ids::{ClusterId, ContributionId, RoundId};
use domain::lab::SessionState;
use domain::merging::ClusterState;
use domain::messages::MessageKind;
use domain::rounds::RoundState;
use domain::time::Moment;
use domain::views::{AmbitoHead, Letter};
use store::identity::Addressee;
pub use store::outbox::Claimed;

use crate::{Declined, Services};

/// A message ready to be written and sent.
#[derive(Debug, Clone)]
pub struct Ready {
    /// The row of the outbox.
    pub claimed: Claimed,
    /// To whom.
    pub to: Addressee,
    /// What it says.
    pub letter: Letter,
}

/// Claims the next message. `Ok(None)` when none is due; a message to nobody is done with.
pub async fn next(services: &Services, now: Moment) -> Result<Option<Ready>, Declined> {
    while let Some(claimed) = store::outbox::claim(&services.db, now).await? {
        let mut snapshot = services.look().await?;
        let to = store::identity::addressee(&mut snapshot, claimed.person).await?;
        let ambito = store::read::ambito::head(&mut snapshot, claimed.ambito).await?;
        let letter = match (&ambito, claimed.kind) {
            (Some(ambito), MessageKind::Received) => {
                received(&mut snapshot, &ambito.head, claimed.subject.into()).await?
            }
            (Some(ambito), MessageKind::Danger) => {
                // Decided meanwhile: nobody is called any more.
                let case = claimed.subject.into();
                store::moderation::waiting_number(&mut snapshot, claimed.ambito, case)
                    .await?
                    .map(|case| Letter::Danger { ambito: ambito.head.clone(), case })
            }
            (
                Some(ambito),
                kind @ (MessageKind::PositionDisputed
                | MessageKind::PositionToConfirm
                | MessageKind::PartnerSilent),
            ) => of_round(&mut snapshot, &ambito.head, kind, claimed.subject.into()).await?,
            (Some(ambito), kind @ (MessageKind::Split | MessageKind::Rejoined)) => {
                of_text(&mut snapshot, &ambito.head, kind, claimed.subject.into()).await?
            }
            (
                Some(ambito),
                kind @ (MessageKind::MergeProposed
                | MessageKind::MergeOfSupported
                | MessageKind::MergeContested
                | MessageKind::MergeMediated
                | MessageKind::MergeDissolved),
            ) => merge(&mut snapshot, &ambito.head, kind, claimed.subject.into(), now).await?,
            (Some(ambito), MessageKind::SessionMinutes) => {
                let found = store::lab::by_id(&mut snapshot, claimed.subject.into()).await?;
                // Approved meanwhile: there is nothing to correct any more.
                found.and_then(|session| {
                    let until = session.correct_until?;
                    let due = session.state == SessionState::MinutesDraft && now < until;
                    let (ambito, number) = (ambito.head.clone(), session.number);
                    due.then_some(Letter::SessionMinutes { ambito, number, until })
                })
            }
            (Some(ambito), MessageKind::Reopened) => {
                let round = claimed.subject.into();
                let stored = store::read::rounds::by_id(&mut snapshot, round).await?;
                // Closed again before it could be sent: there is nothing to change any more.
                let open = stored.filter(|one| one.round.state(now) == RoundState::Open);
                open.map(|one| Letter::Reopened {
                    ambito: ambito.head.clone(),
                    number: one.number,
                    title: one.title,
                    closes: one.round.closes,
                })
            }
            (None, _) => None,
        };
        drop(snapshot);
        match (to, letter) {
            (Some(to), Some(letter)) => return Ok(Some(Ready { claimed, to, letter })),
            // The address or the text is gone: nobody is written to any more.
            _ => store::outbox::sent(&services.db, &claimed, now).await?,
        }
    }
    Ok(None)
}

async fn received(
    snapshot: &mut store::Snapshot,
    ambito: &AmbitoHead,
    id: ContributionId,
) -> Result<Option<Letter>, Declined> {
    let Some(stored) = store::read::contributions::by_id(snapshot, id).await? else {
        return Ok(None);
    };
    let seen = stored.seen(store::read::Sight::Public)?;
    let Some(round) = store::read::rounds::by_id(snapshot, seen.round).await? else {
        return Ok(None);
    };
    Ok(Some(Letter::Received {
        ambito: ambito.clone(),
        kind: seen.card.contribution.kind,
        number: seen.card.contribution.number,
        public: seen.standing == Standing::Published,
        closes: round.round.closes,
    }))
}

/// A letter about a text that is public.
async fn of_text(
    snapshot: &mut store::Snapshot,
    ambito: &AmbitoHead,
    message: MessageKind,
    id: ContributionId,
) -> Result<Option<Letter>, Declined> {
    let Some(stored) = store::read::contributions::by_id(snapshot, id).await? else {
        return Ok(None);
    };
    let seen = stored.seen(store::read::Sight::Public)?;
    let (kind, number) = (seen.card.contribution.kind, seen.card.contribution.number);
    let public = seen.standing == Standing::Published;
    Ok(public.then(|| Letter::OfText { ambito: ambito.clone(), message, kind, number }))
}

/// A letter about a round.
async fn of_round(
    snapshot: &mut store::Snapshot,
    ambito: &AmbitoHead,
    kind: MessageKind,
    round: RoundId,
) -> Result<Option<Letter>, Declined> {
    let stored = store::read::rounds::by_id(snapshot, round).await?;
    Ok(stored.map(|stored| Letter::OfRound {
        ambito: ambito.clone(),
        kind,
        round: stored.number,
        closes: stored.round.closes,
    }))
}

/// A letter about a merge, unless it went on before it could be sent.
async fn merge(
    snapshot: &mut store::Snapshot,
    ambito: &AmbitoHead,
    kind: MessageKind,
    cluster: ClusterId,
    now: Moment,
) -> Result<Option<Letter>, Declined> {
    let found = store::merging::by_ids(snapshot, &[cluster]).await?;
    let Some(cluster) = found.first() else { return Ok(None) };
    let state = cluster.life.at(now);
    let due = match kind {
        MessageKind::MergeProposed | MessageKind::MergeOfSupported => state.pending(),
        MessageKind::MergeContested => state == ClusterState::Contested,
        MessageKind::MergeMediated => state != ClusterState::Dissolved,
        _ => true,
    };
    Ok(due.then(|| Letter::Merge {
        ambito: ambito.clone(),
        kind,
        cluster: cluster.number,
        closes: cluster.life.closes,
    }))
}

/// The mail server took it.
pub async fn sent(services: &Services, claimed: &Claimed, now: Moment) -> Result<(), Declined> {
    Ok(store::outbox::sent(&services.db, claimed, now).await?)
}

/// It could not be sent; later again.
pub async fn postpone(services: &Services, claimed: &Claimed, now: Moment) -> Result<(), Declined> {
    Ok(store::outbox::postpone(&services.db, claimed, now).await?)
}
