//! What organisations declare that they bring, and expect.

use domain::faults::Refusal;
use domain::methods::resources::{Resource, ResourceKind, Side};
use domain::policy::{Facts, Operation, permit};
use domain::rounds::{Opening, RoundKind};
use domain::views::{ResourceView, ResourcesPage};
use store::forms_sent::{self, FormHash};
use store::{Snapshot, methods};
use uuid::Uuid;

use super::{
    Guests, acting_for, mandates, may_speak, must_open, named, reason_faults, round, speaks_for,
};
use crate::{Asking, Declined, Services, commit};

/// Whether one says what one expects of a round of this kind, too (domain.md E13).
fn expects(kind: RoundKind) -> bool {
    match kind {
        RoundKind::CoDesign => true,
        RoundKind::Consultation
        | RoundKind::Concertation
        | RoundKind::CoProgramming
        | RoundKind::CoManagement => false,
    }
}

/// What was declared in a round, as it is shown.
pub(crate) async fn views(
    snapshot: &mut Snapshot,
    ask: &Asking,
    round: domain::ids::RoundId,
) -> Result<Vec<ResourceView>, Declined> {
    let register = methods::register(snapshot, ask.ambito).await?;
    let held = mandates(ask);
    let all = methods::resources(snapshot, round).await?;
    Ok(all
        .into_iter()
        .filter_map(|one| {
            Some(ResourceView {
                number: one.number,
                organisation: register.get(&one.organisation)?.clone(),
                side: one.declared.side,
                kind: one.declared.kind,
                what: one.declared.what,
                amount: one.declared.amount,
                unit: one.declared.unit,
                at: one.at,
                mine: one.ended.is_none() && held.contains(&one.organisation),
                ended: one.ended,
            })
        })
        .collect())
}

/// Resources of a round.
pub async fn page(
    services: &Services,
    ask: &Asking,
    number: i64,
) -> Result<ResourcesPage, Declined> {
    let mut snapshot = services.look().await?;
    let stored = round(&mut snapshot, ask, number).await?;
    must_open(&stored.round, &[Opening::Commitments])?;
    let guests = Guests::of(&mut snapshot, stored.round.id).await?;
    let register = methods::register(&mut snapshot, ask.ambito).await?;
    let may_declare =
        may_speak(ask, Operation::DeclareResource, Opening::Commitments, &stored.round, &guests);
    let mut resources = views(&mut snapshot, ask, stored.round.id).await?;
    for one in &mut resources {
        one.mine = one.mine && may_declare.is_ok();
    }
    let money = resources
        .iter()
        .filter(|one| one.ended.is_none())
        .filter(|one| (one.side, one.kind) == (Side::Brings, ResourceKind::Money))
        .filter_map(|one| one.amount)
        .sum();
    Ok(ResourcesPage {
        round: stored.reference(ask.now),
        closes: stored.round.closes,
        resources,
        money,
        may_declare,
        organisations: named(&register, speaks_for(ask, &stored.round, &guests)),
        expects: expects(stored.round.kind),
    })
}

/// Declares what an organisation brings or expects.
pub async fn declare(
    services: &Services,
    ask: &Asking,
    number: i64,
    organisation: &str,
    declared: &Resource,
    sending: &str,
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let form = FormHash::of(sending);
    if crate::made(&mut tx, form.as_ref()).await?.is_some() {
        return Ok(());
    }
    let stored = round(&mut tx, ask, number).await?;
    must_open(&stored.round, &[Opening::Commitments])?;
    let guests = Guests::of(&mut tx, stored.round.id).await?;
    may_speak(ask, Operation::DeclareResource, Opening::Commitments, &stored.round, &guests)?;
    let register = methods::register(&mut tx, ask.ambito).await?;
    let speaker = acting_for(ask, &register, organisation)?;
    let facts = Facts {
        invited: guests.admits(stored.round.kind, speaker),
        ..Facts::within(ask.ambito, &stored.round)
    };
    let permit = permit(&ask.actor, Operation::DeclareResource, &facts, ask.now)?;
    let faults = declared.faults();
    if !faults.is_empty() {
        return Err(faults.into());
    }
    if declared.side == Side::Expects && !expects(stored.round.kind) {
        return Err(Refusal::NotOpened.into());
    }
    let (id, salt) = (services.chance.id::<Uuid>(ask.now), services.chance.bytes());
    methods::keep_resource(&mut tx, &permit, id, stored.round.id, speaker, declared, &salt).await?;
    forms_sent::remember(&mut tx, &permit, form.as_ref(), id).await?;
    commit(tx).await
}

/// Takes back something an organisation declared, by its number in the round, with a reason.
pub async fn take_back(
    services: &Services,
    ask: &Asking,
    number: i64,
    resource: i64,
    reason: &str,
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let stored = round(&mut tx, ask, number).await?;
    let all = methods::resources(&mut tx, stored.round.id).await?;
    let one = all.into_iter().find(|one| one.number == resource).ok_or(Declined::NotFound)?;
    let own = mandates(ask).contains(&one.organisation);
    let facts = Facts { own, ..Facts::within(ask.ambito, &stored.round) };
    let permit = permit(&ask.actor, Operation::WithdrawResource, &facts, ask.now)?;
    if one.ended.is_some() {
        return Err(Refusal::AlreadyDone.into());
    }
    let faults = reason_faults(reason);
    if !faults.is_empty() {
        return Err(faults.into());
    }
    let (id, salt) = (services.chance.id::<Uuid>(ask.now), services.chance.bytes());
    methods::end_resource(&mut tx, &permit, id, one.id, reason, &salt).await?;
    commit(tx).await
}
