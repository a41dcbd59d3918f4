//! The indicative budget of a co-progettazione: lines of partners, taken out with a reason.

use domain::faults::Refusal;
use domain::ids::RoundId;
use domain::methods::budget::Line;
use domain::policy::{Facts, Operation, permit};
use domain::rounds::Opening;
use domain::views::{BudgetLineView, BudgetPage};
use store::forms_sent::{self, FormHash};
use store::{Snapshot, methods};
use uuid::Uuid;

use super::{
    Guests, acting_for, mandates, may_speak, must_open, named, reason_faults, round, speaks_for,
};
use crate::{Asking, Declined, Services, commit};

/// The lines of a round, as they are shown, and the sum of those that stand.
pub(crate) async fn views(
    snapshot: &mut Snapshot,
    ask: &Asking,
    round: RoundId,
) -> Result<(Vec<BudgetLineView>, i64), Declined> {
    let register = methods::register(snapshot, ask.ambito).await?;
    let held = mandates(ask);
    let all = methods::budget_lines(snapshot, round).await?;
    let total = all.iter().filter(|one| one.ended.is_none()).map(|one| one.line.cents).sum();
    let lines = all
        .into_iter()
        .filter_map(|one| {
            Some(BudgetLineView {
                number: one.number,
                organisation: register.get(&one.organisation)?.clone(),
                what: one.line.what,
                cents: one.line.cents,
                source: one.line.source,
                at: one.at,
                mine: one.ended.is_none() && held.contains(&one.organisation),
                ended: one.ended,
            })
        })
        .collect();
    Ok((lines, total))
}

/// The budget of a round.
pub async fn page(services: &Services, ask: &Asking, number: i64) -> Result<BudgetPage, Declined> {
    let mut snapshot = services.look().await?;
    let stored = round(&mut snapshot, ask, number).await?;
    must_open(&stored.round, &[Opening::Budget])?;
    let guests = Guests::of(&mut snapshot, stored.round.id).await?;
    let register = methods::register(&mut snapshot, ask.ambito).await?;
    let may_write =
        may_speak(ask, Operation::WriteBudgetLine, Opening::Budget, &stored.round, &guests);
    let (mut lines, total) = views(&mut snapshot, ask, stored.round.id).await?;
    for one in &mut lines {
        one.mine = one.mine && may_write.is_ok();
    }
    Ok(BudgetPage {
        round: stored.reference(ask.now),
        closes: stored.round.closes,
        lines,
        total,
        may_write,
        organisations: named(&register, speaks_for(ask, &stored.round, &guests)),
    })
}

/// Writes a line for a partner.
pub async fn write(
    services: &Services,
    ask: &Asking,
    number: i64,
    organisation: &str,
    line: &Line,
    sending: &str,
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let form = FormHash::of(sending);
    if crate::made(&mut tx, form.as_ref()).await?.is_some() {
        return Ok(());
    }
    let stored = round(&mut tx, ask, number).await?;
    let of = &stored.round;
    must_open(of, &[Opening::Budget])?;
    let guests = Guests::of(&mut tx, of.id).await?;
    may_speak(ask, Operation::WriteBudgetLine, Opening::Budget, of, &guests)?;
    let register = methods::register(&mut tx, ask.ambito).await?;
    let partner = acting_for(ask, &register, organisation)?;
    let facts = Facts { invited: guests.admits(of.kind, partner), ..Facts::within(ask.ambito, of) };
    let permit = permit(&ask.actor, Operation::WriteBudgetLine, &facts, ask.now)?;
    let faults = line.faults();
    if !faults.is_empty() {
        return Err(faults.into());
    }
    let (id, salt) = (services.chance.id::<Uuid>(ask.now), services.chance.bytes());
    methods::keep_line(&mut tx, &permit, id, of.id, partner, line, &salt).await?;
    forms_sent::remember(&mut tx, &permit, form.as_ref(), id).await?;
    commit(tx).await
}

/// Takes out a line of a partner one speaks for, by its number in the round, with a reason.
pub async fn take_out(
    services: &Services,
    ask: &Asking,
    number: i64,
    line: i64,
    reason: &str,
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let stored = round(&mut tx, ask, number).await?;
    let all = methods::budget_lines(&mut tx, stored.round.id).await?;
    let one = all.into_iter().find(|one| one.number == line).ok_or(Declined::NotFound)?;
    let own = mandates(ask).contains(&one.organisation);
    let facts = Facts { own, ..Facts::within(ask.ambito, &stored.round) };
    let permit = permit(&ask.actor, Operation::WithdrawBudgetLine, &facts, ask.now)?;
    if one.ended.is_some() {
        return Err(Refusal::AlreadyDone.into());
    }
    let faults = reason_faults(reason);
    if !faults.is_empty() {
        return Err(faults.into());
    }
    let (id, salt) = (services.chance.id::<Uuid>(ask.now), services.chance.bytes());
    methods::end_line(&mut tx, &permit, id, one.id, reason, &salt).await?;
    commit(tx).await
}
