//! What many people send at once: supports and votes. Those that wait for the same Ambito are
//! kept in one commit, and each is answered after that commit, so none is answered before it is
//! synced.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use domain::ids::AmbitoId;
use store::Tx;
use tokio::sync::{mpsc, oneshot};

use crate::supports::{self, SupportState};
use crate::{Asking, Declined, Services, ballots, commit};

/// Something that waits to be kept.
#[derive(Debug, Clone)]
pub(crate) enum Act {
    /// A support given or taken back.
    Support(supports::Wanted),
    /// A vote given, changed or taken back.
    Vote(ballots::voting::Wanted),
}

/// What became of it.
#[derive(Debug)]
pub(crate) enum Kept {
    /// A support.
    Support(SupportState),
    /// A vote.
    Vote,
}

/// Does one of them; says whether anything was written.
async fn change(tx: &mut Tx, ask: &Asking, act: &Act) -> Result<(Kept, bool), Declined> {
    match act {
        Act::Support(wanted) => {
            let (state, changed) = supports::change(tx, ask, *wanted).await?;
            Ok((Kept::Support(state), changed))
        }
        Act::Vote(wanted) => Ok((Kept::Vote, ballots::voting::change(tx, ask, wanted).await?)),
    }
}

/// The most acts that one commit keeps: others in the Ambito wait no longer than for these.
const TOGETHER: usize = 64;

/// Somebody who waits for an answer.
#[derive(Debug)]
struct Waiting {
    ask: Asking,
    act: Act,
    answer: oneshot::Sender<Result<Kept, Declined>>,
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
                let services = Services { lines: Lines::default(), ..services.clone() };
                tokio::spawn(serve(services, ambito, waiting));
                lines.insert(ambito, line.clone());
                line
            }
        }
    }
}

/// Waits for an act to be kept with those of others.
pub(crate) async fn line_up(services: &Services, ask: &Asking, act: Act) -> Result<Kept, Declined> {
    let line = services.lines.of(services, ask.ambito);
    let (answer, answered) = oneshot::channel();
    match line.send(Waiting { ask: ask.clone(), act: act.clone(), answer }).await {
        Ok(()) => match answered.await {
            Ok(answer) => answer,
            // Whoever served the line has ended: nothing was kept.
            Err(_) => alone(services, ask, &act).await,
        },
        Err(_) => alone(services, ask, &act).await,
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
                    let kept = alone(&services, &one.ask, &one.act).await;
                    let _ = one.answer.send(kept);
                }
            }
        }
    }
}

/// Does several in one transaction: each is done or declined, unless the store fails.
async fn together(
    services: &Services,
    ambito: AmbitoId,
    waiting: &[Waiting],
) -> Result<Vec<Result<Kept, Declined>>, Declined> {
    let mut tx = services.begin(ambito).await?;
    let mut kept = Vec::with_capacity(waiting.len());
    let mut any = false;
    for one in waiting {
        kept.push(match change(&mut tx, &one.ask, &one.act).await {
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

async fn alone(services: &Services, ask: &Asking, act: &Act) -> Result<Kept, Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let (state, changed) = change(&mut tx, ask, act).await?;
    if changed {
        commit(tx).await?;
    }
    Ok(state)
}
