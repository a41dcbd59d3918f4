//! Who is invited to a round, or admitted to it; and mandates that end.

use std::collections::BTreeSet;

use domain::faults::Refusal;
use domain::ids::{OrganisationId, PersonId};
use domain::messages::MessageKind;
use domain::policy::{Facts, Operation, permit};
use domain::rounds::RoundState;
use domain::views::{GuestRow, GuestsPage};
use store::{identity, methods, read};
use uuid::Uuid;

use super::minutes::AGREED;
use super::positions::{Said, write_to};
use super::{Guests, may, must_open, named, reason_faults, round};
use crate::{Asking, Declined, Services, commit};

/// Who is invited to a round.
pub async fn page(services: &Services, ask: &Asking, number: i64) -> Result<GuestsPage, Declined> {
    let mut snapshot = services.look().await?;
    let stored = round(&mut snapshot, ask, number).await?;
    must_open(&stored.round, AGREED)?;
    let register = methods::register(&mut snapshot, ask.ambito).await?;
    let guests = Guests::of(&mut snapshot, stored.round.id).await?;
    let held = methods::mandates(&mut snapshot, ask.ambito, None).await?;
    let represented: BTreeSet<OrganisationId> = held.iter().map(|(of, _)| *of).collect();
    let may_invite = may(ask, Operation::Invite, &stored.round);
    let mut rows: Vec<GuestRow> = register
        .iter()
        .filter_map(|(id, name)| {
            let guest = guests.of_organisation(*id);
            (guest.is_some() || may_invite.is_ok()).then(|| GuestRow {
                organisation: name.clone(),
                invited: guest.is_some_and(|guest| guest.invited),
                at: guest.map(|guest| guest.at),
                reason: guest.map(|guest| guest.reason.clone()).unwrap_or_default(),
                represented: represented.contains(id),
            })
        })
        .collect();
    rows.sort_by_cached_key(|row| {
        (row.organisation.category, domain::language::fold(&row.organisation.name))
    });
    // Names of representatives are shown to who may end their mandate, and to nobody else.
    let facts = Facts::of(ask.ambito);
    let mut mandates = Vec::new();
    if permit(&ask.actor, Operation::EndMandate, &facts, ask.now).is_ok() {
        for (of, person) in held {
            let name = identity::addressee(&mut snapshot, person).await?;
            if let (Some(of), Some(name)) = (register.get(&of), name) {
                mandates.push((of.clone(), person, name.name));
            }
        }
        mandates.sort_by_cached_key(|(of, _, name)| {
            (domain::language::fold(&of.name), domain::language::fold(name))
        });
    }
    Ok(GuestsPage { round: stored.reference(ask.now), guests: rows, may_invite, mandates })
}

/// Sets who is invited to a round: these organisations, by code, and no others. `reason` is
/// needed when somebody is no longer. Past acts of theirs stand (domain.md §8, case 4).
pub async fn invite(
    services: &Services,
    ask: &Asking,
    number: i64,
    codes: &[&str],
    reason: &str,
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let stored = round(&mut tx, ask, number).await?;
    let facts = Facts::within(ask.ambito, &stored.round);
    let permit = permit(&ask.actor, Operation::Invite, &facts, ask.now)?;
    let register = methods::register(&mut tx, ask.ambito).await?;
    let guests = Guests::of(&mut tx, stored.round.id).await?;
    let before: BTreeSet<OrganisationId> = guests.invited().collect();
    let after: BTreeSet<OrganisationId> = register
        .iter()
        .filter(|(_, one)| codes.contains(&one.code.as_str()))
        .map(|(id, _)| *id)
        .collect();
    let gone: Vec<OrganisationId> = before.difference(&after).copied().collect();
    if !gone.is_empty() {
        let faults = reason_faults(reason);
        if !faults.is_empty() {
            return Err(faults.into());
        }
    }
    let came = after.difference(&before).map(|id| (*id, true, ""));
    for (id, invited, reason) in came.chain(gone.iter().map(|id| (*id, false, reason))) {
        let (row, salt) = (services.chance.id::<Uuid>(ask.now), services.chance.bytes());
        let how = (invited, reason);
        methods::keep_invitation(&mut tx, &permit, row, stored.round.id, id, how, &salt).await?;
    }
    commit(tx).await
}

/// Ends the mandate of somebody who speaks for an organisation, by its code. What they said as
/// its position in rounds that are open has to be confirmed by somebody else who speaks for it,
/// who is written to (domain.md §8, case 5); what they did as a citizen stays theirs.
pub async fn end_mandate(
    services: &Services,
    ask: &Asking,
    organisation: &str,
    person: PersonId,
    reason: &str,
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let permit = permit(&ask.actor, Operation::EndMandate, &Facts::of(ask.ambito), ask.now)?;
    let faults = reason_faults(reason);
    if !faults.is_empty() {
        return Err(faults.into());
    }
    let register = methods::register(&mut tx, ask.ambito).await?;
    let found = register.iter().find(|(_, one)| one.code == organisation).map(|(id, _)| *id);
    let of = found.ok_or(Declined::NotFound)?;
    let (id, salt) = (services.chance.id::<Uuid>(ask.now), services.chance.bytes());
    if !methods::end_mandate(&mut tx, &permit, id, person, of, reason, &salt).await? {
        return Err(Refusal::AlreadyDone.into());
    }
    for stored in read::rounds::of_ambito(&mut tx, ask.ambito).await? {
        let running =
            matches!(stored.round.state(ask.now), RoundState::Open | RoundState::Suspended);
        if running && Said::of(&mut tx, ask, &stored.round).await?.unconfirmed(of) {
            let kind = MessageKind::PositionToConfirm;
            let about = (of, stored.round.id.uuid());
            write_to(&mut tx, services, ask, &permit, kind, about).await?;
        }
    }
    commit(tx).await
}

/// Those invited who have said nothing on the whole.
pub(crate) fn silent(
    guests: &Guests,
    said: &Said,
    register: &std::collections::BTreeMap<OrganisationId, domain::views::OrganisationName>,
) -> Vec<domain::views::OrganisationName> {
    named(register, guests.invited().filter(|one| !said.spoke(*one)))
}
