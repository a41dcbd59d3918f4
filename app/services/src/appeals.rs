//! What an author is told of a decision, and the one appeal against it, to somebody else than who
//! decided (domain.md §8 case 16).

use domain::contributions::{Kind, Standing};
use domain::events::{Details, Subject};
use domain::faults::Refusal;
use domain::ids::{CommentId, ContributionId};
use domain::moderation::{Cause, Decision, appeal_faults, kept_until};
use domain::people::{Actor, Role};
use domain::policy::{Facts, Operation, permit};
use domain::views::{AppealView, Handled, Tombstone};
use store::casework::{self, Past};
use store::moderation::NewCase;
use store::voices::Voice;
use store::{Snapshot, chain};

use crate::voices::{Whose, locate};
use crate::{Asking, Declined, Services, commit};

/// The decision that hid a text, and the second look at it.
fn hiding(history: &[Past]) -> Option<(&Past, Option<&Past>)> {
    let hid = history.iter().rev().find(|past| {
        past.appeal_of.is_none()
            && past.verdict.as_ref().is_some_and(|verdict| match verdict.decision {
                Decision::Reject | Decision::Hide => true,
                Decision::Publish | Decision::PublishSoftened => false,
            })
    })?;
    Some((hid, history.iter().find(|past| past.appeal_of == Some(hid.id))))
}

/// Asks somebody else to look again at what was decided on one's own text. Once.
pub async fn ask(
    services: &Services,
    ask: &Asking,
    whose: Whose,
    why: &str,
) -> Result<(Kind, i64), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let (actor, voice, own) = locate(&mut tx, ask, &whose).await?;
    let hidden = voice.standing == Standing::Hidden;
    open(services, ask, &mut tx, &actor, &voice, (None, hidden, own), why).await?;
    commit(tx).await?;
    Ok((voice.kind, voice.number))
}

/// The same for one's own comment.
pub async fn ask_for_comment(
    services: &Services,
    ask: &Asking,
    kind: Kind,
    number: i64,
    comment: i64,
    why: &str,
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let (voice, found, own) = crate::comments::locate(&mut tx, ask, kind, number, comment).await?;
    let hidden = found.standing == Standing::Hidden;
    let about = (Some(found.id), hidden, own);
    open(services, ask, &mut tx, &ask.actor, &voice, about, why).await?;
    commit(tx).await
}

async fn open(
    services: &Services,
    ask: &Asking,
    tx: &mut store::Tx,
    actor: &Actor,
    voice: &Voice,
    (comment, hidden, own): (Option<CommentId>, bool, bool),
    why: &str,
) -> Result<(), Declined> {
    let facts = Facts { own, ..Facts::within(ask.ambito, &voice.round.round) };
    let leave = permit(actor, Operation::Appeal, &facts, ask.now)?;
    let history = casework::history(tx, voice.id, comment).await?;
    let Some((hid, None)) = hiding(&history).filter(|_| hidden) else {
        return Err(Refusal::AlreadyDone.into());
    };
    let faults = appeal_faults(why);
    if !faults.is_empty() {
        return Err(faults.into());
    }
    let case = NewCase {
        id: services.chance.id(ask.now),
        contribution: voice.id,
        comment,
        cause: Cause::Appeal,
        detected: &[],
        note: Some(why),
        appeal_of: Some(hid.id),
    };
    store::moderation::open(tx, &leave, &case).await?;
    let (subject, id) = match comment {
        Some(comment) => (Subject::Comment, comment.uuid()),
        None => (Subject::Contribution, voice.id.uuid()),
    };
    let others = vec![case.id.uuid(), hid.id.uuid()];
    chain::append(tx, &leave, subject, id, &Details { others, ..Details::default() }).await?;
    Ok(())
}

/// Why a comment is hidden, for its author.
pub(crate) async fn tombstone(
    snapshot: &mut Snapshot,
    (contribution, comment): (ContributionId, Option<CommentId>),
) -> Result<Option<Tombstone>, Declined> {
    let history = casework::history(snapshot, contribution, comment).await?;
    let hid = hiding(&history).and_then(|(hid, again)| {
        again.and_then(|again| again.verdict.clone()).or_else(|| hid.verdict.clone())
    });
    Ok(hid.map(|verdict| Tombstone {
        at: verdict.at,
        role: Some(Role::Moderator),
        reason_class: verdict.class,
        reason: Some(verdict.reason),
    }))
}

/// What moderators did with a text, for its author.
pub(crate) async fn handled(
    snapshot: &mut Snapshot,
    ask: &Asking,
    actor: &Actor,
    round: &domain::rounds::Round,
    (contribution, comment): (ContributionId, Option<CommentId>),
    standing: Standing,
) -> Result<Handled, Declined> {
    let mut told = Handled::default();
    match standing {
        Standing::InModeration if comment.is_none() => {
            if let Some(case) = store::moderation::open_on(snapshot, contribution, None).await? {
                told.softening = casework::softenings(snapshot, case.id)
                    .await?
                    .into_iter()
                    .map(|one| one.view)
                    .find(|one| one.answer.is_none());
            }
        }
        Standing::Hidden | Standing::Published => {
            let history = casework::history(snapshot, contribution, comment).await?;
            if let Some((hid, again)) = hiding(&history) {
                let facts = Facts { own: true, ..Facts::within(ask.ambito, round) };
                let may = permit(actor, Operation::Appeal, &facts, ask.now).map(|_| ());
                let once = standing == Standing::Hidden && again.is_none();
                told.appeal = Some(AppealView {
                    may: may.and(if once { Ok(()) } else { Err(Refusal::AlreadyDone) }),
                    asked: again.map(|again| again.opened),
                    answered: again.and_then(|again| again.verdict.clone()),
                });
                let hate = hid.verdict.as_ref().filter(|verdict| {
                    verdict.class.is_some_and(domain::moderation::ReasonClass::is_hate)
                });
                if standing == Standing::Hidden {
                    told.kept_until = hate.map(|verdict| kept_until(crate::days::day(verdict.at)));
                }
            }
        }
        Standing::InModeration | Standing::Withdrawn | Standing::Anonymised => {}
    }
    Ok(told)
}
