//! Supports: one a person and text, given and taken back while the round is open.
//!
//! The hot durable write of the site: a burst of them comes when a text is talked of, so they
//! wait in [`lines`](crate::lines) and are kept together. Nothing in the record of events says
//! whose support it was.

use domain::contributions::Kind;
use domain::events::{Details, Subject};
use domain::faults::Refusal;
use domain::policy::{Facts, Operation, permit};
use domain::suppression::{self, Shown};
use store::{Tx, chain};

use crate::lines::{Act, Kept, line_up};
use crate::{Asking, Declined, Services};

/// What is shown after a support was given or taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SupportState {
    /// Supporters, as they may be shown.
    pub shown: Shown,
    /// Whether the person who asked is one.
    pub mine: bool,
}

/// A support to be given or taken back.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wanted {
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
    keep(services, ask, Wanted { kind, number, mine: true }).await
}

/// Takes it back. Not given, nothing happens.
pub async fn take(
    services: &Services,
    ask: &Asking,
    kind: Kind,
    number: i64,
) -> Result<SupportState, Declined> {
    keep(services, ask, Wanted { kind, number, mine: false }).await
}

async fn keep(services: &Services, ask: &Asking, wanted: Wanted) -> Result<SupportState, Declined> {
    match line_up(services, ask, Act::Support(wanted)).await? {
        Kept::Support(state) => Ok(state),
        Kept::Vote => Err(Declined::NotFound),
    }
}

/// Changes one support; says whether anything was written.
pub(crate) async fn change(
    tx: &mut Tx,
    ask: &Asking,
    wanted: Wanted,
) -> Result<(SupportState, bool), Declined> {
    let Wanted { kind, number, mine } = wanted;
    let voice =
        store::voices::find(tx, ask.ambito, kind, number).await?.ok_or(Declined::NotFound)?;
    crate::comments::known(&voice)?;
    let operation = if mine { Operation::Support } else { Operation::WithdrawSupport };
    let facts = Facts { public: voice.public(), ..Facts::within(ask.ambito, &voice.round.round) };
    let leave = permit(&ask.actor, operation, &facts, ask.now)?;
    let person = leave.person().ok_or(Refusal::SignInNeeded)?;
    let (changed, supports) = if mine {
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
    Ok((SupportState { shown, mine }, changed))
}
