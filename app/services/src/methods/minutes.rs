//! What a round came to: everything on one page, and the minutes: agreement, or disagreement on
//! record.

use domain::faults::Refusal;
use domain::methods::draft::AmendmentState;
use domain::methods::minutes::{Ending, faults};
use domain::methods::positions::WHOLE;
use domain::methods::resources::Side;
use domain::policy::{Facts, Operation, permit};
use domain::rounds::Opening;
use domain::views::{DesignEnd, MinutesPage};
use store::methods;
use uuid::Uuid;

use super::positions::{Drafts, Said};
use super::sections::Whole;
use super::{Guests, amendments, budget, guests, may, must_open, opens, resources, round};
use crate::{Asking, Declined, Services, commit};

/// A round that opens one of these ends with minutes, and can have invitations.
pub(crate) const AGREED: &[Opening] =
    &[Opening::Positions, Opening::Amendments, Opening::Commitments, Opening::SharedDraft];

/// What a round came to.
pub async fn page(services: &Services, ask: &Asking, number: i64) -> Result<MinutesPage, Declined> {
    let mut snapshot = services.look().await?;
    let stored = round(&mut snapshot, ask, number).await?;
    let of = &stored.round;
    must_open(of, AGREED)?;
    let register = methods::register(&mut snapshot, ask.ambito).await?;
    let invited = Guests::of(&mut snapshot, of.id).await?;
    let said = Said::of(&mut snapshot, ask, of).await?;
    let drafts = Drafts::of(&mut snapshot, of, &said).await?;
    let newest = methods::newest_draft(&mut snapshot, of.id).await?;
    let text = newest.as_ref().map(|draft| draft.text.clone()).unwrap_or_default();
    let cards = amendments::cards(&mut snapshot, of.id, &text).await?;
    let stored_amendments = methods::amendments(&mut snapshot, of.id).await?;
    let brought: Vec<_> = resources::views(&mut snapshot, ask, of.id)
        .await?
        .into_iter()
        .filter(|one| one.ended.is_none())
        .collect();
    let mut silent = guests::silent(&invited, &said, &register);
    let mut design = None;
    if opens(of, &[Opening::SharedDraft]) {
        let whole = Whole::of(&mut snapshot, ask, of, &invited).await?;
        let (lines, total) = budget::views(&mut snapshot, ask, of.id).await?;
        silent = whole.silent();
        design = Some(DesignEnd {
            sections: whole.sections(),
            partners: whole.partners(),
            expects: brought.iter().filter(|one| one.side == Side::Expects).cloned().collect(),
            lines: lines.into_iter().filter(|one| one.ended.is_none()).collect(),
            total,
        });
    }
    Ok(MinutesPage {
        round: stored.reference(ask.now),
        question: stored.question.clone(),
        objective: stored.objective.clone(),
        opens: of.opens,
        closes: of.closes,
        minutes: methods::minutes(&mut snapshot, of.id).await?,
        draft: newest.map(|draft| {
            let texts = draft.text.paragraphs.into_iter().map(|one| one.text);
            (draft.version, (1_u64..).zip(texts).collect())
        }),
        amendments: cards
            .into_iter()
            .zip(stored_amendments)
            .map(|((_, card), one)| (card, one.verdict))
            .collect(),
        positions: said.positions(&register, WHOLE, &drafts),
        silent,
        resources: brought,
        design,
        may_write: may(ask, Operation::WriteMinutes, of),
    })
}

/// Writes minutes, on the version that was read. Every amendment is decided on before.
pub async fn write(
    services: &Services,
    ask: &Asking,
    number: i64,
    ending: Ending,
    words: &str,
    base_version: i64,
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let stored = round(&mut tx, ask, number).await?;
    let of = &stored.round;
    must_open(of, AGREED)?;
    let facts = Facts::within(ask.ambito, of);
    let permit = permit(&ask.actor, Operation::WriteMinutes, &facts, ask.now)?;
    let said = Said::of(&mut tx, ask, of).await?;
    let mut stances = said.stances(WHOLE);
    if opens(of, &[Opening::SharedDraft]) {
        let invited = Guests::of(&mut tx, of.id).await?;
        stances.extend(Whole::of(&mut tx, ask, of, &invited).await?.stances());
    }
    let faults = faults(ending, words, &stances);
    if !faults.is_empty() {
        return Err(faults.into());
    }
    let all = methods::amendments(&mut tx, of.id).await?;
    let left = all.iter().filter(|one| one.state() == AmendmentState::Proposed).count();
    if left > 0 {
        return Err(Refusal::Undecided { left: u32::try_from(left).unwrap_or(u32::MAX) }.into());
    }
    let newest = methods::minutes(&mut tx, of.id).await?;
    let current = newest.first().map_or(0, |one| one.version);
    if newest.first().is_some_and(|one| one.ending == ending && one.words == words.trim()) {
        return Ok(());
    }
    if current != base_version {
        return Err(Declined::Stale { current });
    }
    let (id, salt) = (services.chance.id::<Uuid>(ask.now), services.chance.bytes());
    let what = (ending, words);
    methods::keep_minutes(&mut tx, &permit, id, of.id, current + 1, what, &salt).await?;
    commit(tx).await
}
