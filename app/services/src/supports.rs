//! Supports: one a person and text, given and taken back while the round is open.
//!
//! The hot durable write of the site: seven statements, of which three are the chain's. Nothing
//! in the record of events says whose support it was.

use domain::contributions::Kind;
use domain::events::{Details, Subject};
use domain::faults::Refusal;
use domain::policy::{Facts, Operation, permit};
use domain::suppression::{self, Shown};
use store::chain;

use crate::{Asking, Declined, Services, commit};

/// What is shown after a support was given or taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SupportState {
    /// Supporters, as they may be shown.
    pub shown: Shown,
    /// Whether the person who asked is one.
    pub mine: bool,
}

/// Gives the support of the person who asks. Given already, nothing happens.
pub async fn give(
    services: &Services,
    ask: &Asking,
    kind: Kind,
    number: i64,
) -> Result<SupportState, Declined> {
    change(services, ask, kind, number, true).await
}

/// Takes it back. Not given, nothing happens.
pub async fn take(
    services: &Services,
    ask: &Asking,
    kind: Kind,
    number: i64,
) -> Result<SupportState, Declined> {
    change(services, ask, kind, number, false).await
}

async fn change(
    services: &Services,
    ask: &Asking,
    kind: Kind,
    number: i64,
    mine: bool,
) -> Result<SupportState, Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let voice =
        store::voices::find(&mut tx, ask.ambito, kind, number).await?.ok_or(Declined::NotFound)?;
    crate::comments::known(&voice)?;
    let operation = if mine { Operation::Support } else { Operation::WithdrawSupport };
    let facts = Facts { public: voice.public(), ..Facts::within(ask.ambito, &voice.round.round) };
    let leave = permit(&ask.actor, operation, &facts, ask.now)?;
    let person = leave.person().ok_or(Refusal::SignInNeeded)?;
    let (changed, supports) = if mine {
        let added =
            store::voices::support(&mut tx, &leave, voice.id, person, voice.supports).await?;
        (added, voice.supports + i64::from(added))
    } else {
        let taken =
            store::voices::withdraw_support(&mut tx, &leave, voice.id, person, voice.supports)
                .await?;
        (taken, voice.supports - i64::from(taken))
    };
    if changed {
        let id = voice.id.uuid();
        chain::append(&mut tx, &leave, Subject::Contribution, id, &Details::default()).await?;
        commit(tx).await?;
    }
    let shown = suppression::people(u32::try_from(supports).unwrap_or(0));
    Ok(SupportState { shown, mine })
}
