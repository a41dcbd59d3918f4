//! Reasons of objections that the detectors held: a moderator reads them, and publishes them or
//! not. The objection counts either way.

use domain::faults::Refusal;
use domain::policy::{Facts, Operation, permit};
use domain::views::HeldReasonView;
use store::merge_reasons::{self, HeldReason};
use store::{Snapshot, identity};

use crate::{Asking, Declined, Services, commit};

/// Reasons that wait, for the queue of the moderators.
pub(crate) async fn waiting(
    snapshot: &mut Snapshot,
    ask: &Asking,
) -> Result<Vec<HeldReasonView>, Declined> {
    let mut views = Vec::new();
    for reason in merge_reasons::waiting(snapshot, ask.ambito).await? {
        let may = others(snapshot, ask, &reason).await?;
        views.push(HeldReasonView {
            cluster: reason.cluster,
            position: reason.position,
            at: reason.at,
            author: reason.author_kind,
            words: reason.words,
            language: reason.language,
            may,
        });
    }
    Ok(views)
}

/// Who wrote a text does not decide on what they said of it.
async fn others(
    snapshot: &mut Snapshot,
    ask: &Asking,
    reason: &HeldReason,
) -> Result<Result<(), Refusal>, Declined> {
    let author = identity::author(snapshot, reason.contribution.uuid()).await?;
    let own = author.is_some() && author == ask.actor.person();
    Ok(if own { Err(Refusal::OwnText) } else { Ok(()) })
}

/// Publishes a reason, or leaves it unpublished; either way it waits no longer.
pub async fn decide_reason(
    services: &Services,
    ask: &Asking,
    (cluster, position): (i64, i64),
    public: bool,
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let leave = permit(&ask.actor, Operation::Moderate, &Facts::of(ask.ambito), ask.now)?;
    let found = merge_reasons::waiting(&mut tx, ask.ambito).await?;
    let of = |one: &HeldReason| (one.cluster.number, one.position) == (cluster, position);
    let reason = found.into_iter().find(of).ok_or(Refusal::AlreadyDone)?;
    others(&mut tx, ask, &reason).await??;
    merge_reasons::decide(&mut tx, &leave, &reason, public).await?;
    commit(tx).await
}
