//! Direct answers: what the Ufficio di Piano says to a voice that enters no action
//! (domain.md §2.3, invariant 5).

use domain::contributions::{Kind, Standing};
use domain::faults::{Fault, Refusal, What};
use domain::outcomes::{Outcome, faults};
use domain::policy::{Facts, Operation, permit};
use store::outcomes::NewOutcome;
use store::{counts, read};

use crate::{Asking, Declined, Services, commit};

/// Answers a public text that is in no action. `addressed_to` is the code of the organisation
/// it is passed on to. An earlier answer stays on record; the newest counts.
pub async fn give(
    services: &Services,
    ask: &Asking,
    kind: Kind,
    number: i64,
    outcome: Outcome,
    reason: &str,
    addressed_to: Option<&str>,
) -> Result<(), Declined> {
    let addressed_to = addressed_to.map(str::trim).filter(|code| !code.is_empty());
    let found = faults(outcome, reason, addressed_to.is_some());
    if !found.is_empty() {
        return Err(found.into());
    }
    let mut tx = services.begin(ask.ambito).await?;
    let stored = read::contributions::by_number(&mut tx, ask.ambito, kind, number).await?;
    let stored = stored.ok_or(Declined::NotFound)?;
    let contribution = stored.id();
    let round = read::rounds::by_id(&mut tx, stored.round()).await?.ok_or(Declined::NotFound)?;
    let public = stored.standing() == Standing::Published;
    let facts = Facts { public, ..Facts::within(ask.ambito, &round.round) };
    let permit = permit(&ask.actor, Operation::GiveOutcome, &facts, ask.now)?;
    if store::outcomes::in_action(&mut tx, contribution).await? {
        return Err(Refusal::InUse.into());
    }
    let addressed_to = match addressed_to {
        // Only what is passed on has somebody it is passed on to.
        Some(code) if outcome == Outcome::OtherBody => {
            let codes = store::actions::codes(&mut tx, ask.ambito).await?;
            let found = codes.organisations.get(code).map(|(id, _)| *id);
            Some(found.ok_or_else(|| vec![Fault::new("addressed_to", What::NotAChoice)])?)
        }
        Some(_) | None => None,
    };
    let new = NewOutcome {
        id: services.chance.id(ask.now),
        contribution,
        outcome,
        reason: reason.trim().to_owned(),
        addressed_to,
        salt: services.chance.bytes(),
    };
    store::outcomes::give(&mut tx, &permit, &new).await?;
    counts::restage(&mut tx, &permit, contribution).await?;
    commit(tx).await
}
