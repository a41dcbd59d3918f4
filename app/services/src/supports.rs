//! Supports: one a person and text, given and taken back while the round is open.
//!
//! The hot durable write of the site: a burst of them comes when a text is talked of. Those that
//! wait for the same Ambito are committed together, and each is answered after that commit, so
//! none is answered before it is synced. Nothing in the record of events says whose support it
//! was.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use domain::contributions::Kind;
use domain::events::{Details, Subject};
use domain::faults::Refusal;
use domain::ids::AmbitoId;
use domain::policy::{Facts, Operation, permit};
use domain::suppression::{self, Shown};
use store::{Tx, chain};
use tokio::sync::{mpsc, oneshot};

use crate::{Asking, Declined, Services, commit};

/// What is shown after a support was given or taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SupportState {
    /// Supporters, as they may be shown.
    pub shown: Shown,
    /// Whether the person who asked is one.
    pub mine: bool,
}

/// A support to be given or taken back.
#[derive(Debug, Clone)]
struct Wanted {
    ask: Asking,
    kind: Kind,
    number: i64,
    mine: bool,
}

/// Gives the support of the person who asks. Given already, nothing happens.
pub async fn give(
    services: &Services,
    ask: &Asking,
    kind: Kind,
    number: i64,
) -> Result<SupportState, Declined> {
    line_up(services, Wanted { ask: ask.clone(), kind, number, mine: true }).await
}

/// Takes it back. Not given, nothing happens.
pub async fn take(
    services: &Services,
    ask: &Asking,
    kind: Kind,
    number: i64,
) -> Result<SupportState, Declined> {
    line_up(services, Wanted { ask: ask.clone(), kind, number, mine: false }).await
}

/// Changes one support; says whether anything was written.
async fn change(tx: &mut Tx, wanted: &Wanted) -> Result<(SupportState, bool), Declined> {
    let Wanted { ask, kind, number, mine } = wanted;
    let voice =
        store::voices::find(tx, ask.ambito, *kind, *number).await?.ok_or(Declined::NotFound)?;
    crate::comments::known(&voice)?;
    let operation = if *mine { Operation::Support } else { Operation::WithdrawSupport };
    let facts = Facts { public: voice.public(), ..Facts::within(ask.ambito, &voice.round.round) };
    let leave = permit(&ask.actor, operation, &facts, ask.now)?;
    let person = leave.person().ok_or(Refusal::SignInNeeded)?;
    let (changed, supports) = if *mine {
        let added = store::voices::support(tx, &leave, voice.id, person, voice.supports).await?;
        (added, voice.supports + i64::from(added))
    } else {
        let taken =
            store::voices::withdraw_support(tx, &leave, voice.id, person, voice.supports).await?;
        (taken, voice.supports - i64::from(taken))
    };
    if changed {
        let id = voice.id.uuid();
        chain::append(tx, &leave, Subject::Contribution, id, &Details::default()).await?;
    }
    let shown = suppression::people(u32::try_from(supports).unwrap_or(0));
    Ok((SupportState { shown, mine: *mine }, changed))
}

/// The most supports that one commit keeps: others in the Ambito wait no longer than for these.
const TOGETHER: usize = 64;

/// Somebody who waits for their support to be kept.
#[derive(Debug)]
struct Waiting {
    wanted: Wanted,
    answer: oneshot::Sender<Result<SupportState, Declined>>,
}

/// Who waits, by Ambito: shared by all clones of the services.
#[derive(Debug, Clone, Default)]
pub struct Lines(Arc<Mutex<HashMap<AmbitoId, mpsc::Sender<Waiting>>>>);

impl Lines {
    /// The line of an Ambito; who serves it is started with the first who waits.
    fn of(&self, services: &Services, ambito: AmbitoId) -> mpsc::Sender<Waiting> {
        let mut lines = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match lines.get(&ambito) {
            Some(line) if !line.is_closed() => line.clone(),
            _ => {
                let (line, waiting) = mpsc::channel(4 * TOGETHER);
                // Whoever serves must not hold its own line: it ends with the last services.
                let services = Services { supports: Lines::default(), ..services.clone() };
                tokio::spawn(serve(services, ambito, waiting));
                lines.insert(ambito, line.clone());
                line
            }
        }
    }
}

async fn line_up(services: &Services, wanted: Wanted) -> Result<SupportState, Declined> {
    let line = services.supports.of(services, wanted.ask.ambito);
    let (answer, answered) = oneshot::channel();
    match line.send(Waiting { wanted: wanted.clone(), answer }).await {
        Ok(()) => match answered.await {
            Ok(answer) => answer,
            // Whoever served the line has ended: nothing was kept.
            Err(_) => alone(services, &wanted).await,
        },
        Err(_) => alone(services, &wanted).await,
    }
}

async fn serve(services: Services, ambito: AmbitoId, mut line: mpsc::Receiver<Waiting>) {
    let mut waiting = Vec::new();
    while line.recv_many(&mut waiting, TOGETHER).await > 0 {
        // Who has gone away meanwhile was told nothing, and wants nothing any more.
        waiting.retain(|one: &Waiting| !one.answer.is_closed());
        match together(&services, ambito, &waiting).await {
            Ok(kept) => {
                for (one, kept) in waiting.drain(..).zip(kept) {
                    let _ = one.answer.send(kept);
                }
            }
            // One that can't be written must not keep the others from it.
            Err(_) => {
                for one in waiting.drain(..) {
                    let kept = alone(&services, &one.wanted).await;
                    let _ = one.answer.send(kept);
                }
            }
        }
    }
}

/// Changes several in one transaction: each is done or declined, unless the store fails.
async fn together(
    services: &Services,
    ambito: AmbitoId,
    waiting: &[Waiting],
) -> Result<Vec<Result<SupportState, Declined>>, Declined> {
    let mut tx = services.begin(ambito).await?;
    let mut kept = Vec::with_capacity(waiting.len());
    let mut any = false;
    for one in waiting {
        kept.push(match change(&mut tx, &one.wanted).await {
            Ok((state, changed)) => {
                any |= changed;
                Ok(state)
            }
            Err(Declined::Broken(error)) => return Err(error.into()),
            Err(declined) => Err(declined),
        });
    }
    if any {
        commit(tx).await?;
    }
    Ok(kept)
}

async fn alone(services: &Services, wanted: &Wanted) -> Result<SupportState, Declined> {
    let mut tx = services.begin(wanted.ask.ambito).await?;
    let (state, changed) = change(&mut tx, wanted).await?;
    if changed {
        commit(tx).await?;
    }
    Ok(state)
}
