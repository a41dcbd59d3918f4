//! Amendments: proposed by organisations, merged and decided by the institution. What is merged
//! stays as it was, points at what it became, and has its outcome through it.

use std::collections::BTreeMap;

use domain::faults::{Fault, Refusal, What};
use domain::ids::{AmendmentId, RoundId};
use domain::methods::draft::{Amendment, AmendmentKind, AmendmentState, DraftText, Verdict, moved};
use domain::policy::{Facts, Operation, permit};
use domain::rounds::Opening;
use domain::views::{AmendmentCard, AmendmentForm, AmendmentPage, MergeForm, MergeSource};
use store::Snapshot;
use store::forms_sent::{self, FormHash};
use store::methods::{self, NewAmendment, NewDraft, NewVerdict, StoredAmendment, StoredDraft};

use super::{
    Guests, acting_for, mandates, may, may_speak, must_open, named, round, round_of, speaks_for,
};
use crate::{Asking, Declined, Services, commit};

/// The most amendments that are merged at once.
pub const MERGED_MOST: usize = 20;

fn place(draft: &DraftText, key: i64) -> Option<u64> {
    draft.number(key).and_then(|number| u64::try_from(number).ok())
}

fn card(one: &StoredAmendment, draft: &DraftText) -> AmendmentCard {
    AmendmentCard {
        number: one.number,
        organisation: one.organisation_name.clone(),
        kind: one.asks.kind,
        paragraph: place(draft, one.asks.paragraph),
        state: one.state(),
        at: one.at,
    }
}

/// All amendments of a round with the key of their paragraph, numbered as a draft has it.
pub(crate) async fn cards(
    snapshot: &mut Snapshot,
    round: RoundId,
    draft: &DraftText,
) -> Result<Vec<(i64, AmendmentCard)>, Declined> {
    let all = methods::amendments(snapshot, round).await?;
    Ok(all.iter().map(|one| (one.asks.paragraph, card(one, draft))).collect())
}

async fn newest(snapshot: &mut Snapshot, round: RoundId) -> Result<StoredDraft, Declined> {
    methods::newest_draft(snapshot, round).await?.ok_or(Declined::NotFound)
}

/// The version on which something was written; the newest where that makes no sense.
async fn base(
    snapshot: &mut Snapshot,
    round: RoundId,
    version: i64,
    newest: &StoredDraft,
) -> Result<StoredDraft, Declined> {
    let found = methods::draft_version(snapshot, round, version).await?;
    Ok(found.unwrap_or_else(|| newest.clone()))
}

/// The form of an amendment to a paragraph, by its key; `read` is the version the writer saw.
pub async fn form(
    services: &Services,
    ask: &Asking,
    number: i64,
    paragraph: i64,
    read: Option<i64>,
) -> Result<AmendmentForm, Declined> {
    let mut snapshot = services.look().await?;
    let stored = round(&mut snapshot, ask, number).await?;
    must_open(&stored.round, &[Opening::Amendments])?;
    let guests = Guests::of(&mut snapshot, stored.round.id).await?;
    may_speak(ask, Operation::ProposeAmendment, Opening::Amendments, &stored.round, &guests)?;
    let draft = newest(&mut snapshot, stored.round.id).await?;
    let words = |draft: &DraftText| draft.paragraph(paragraph).map(str::to_owned);
    let read = match read {
        Some(version) => {
            let base = base(&mut snapshot, stored.round.id, version, &draft).await?;
            words(&base.text).filter(|read| Some(read) != words(&draft.text).as_ref())
        }
        None => None,
    };
    let now = words(&draft.text);
    if now.is_none() && read.is_none() && !draft.text.takes(AmendmentKind::Insert, paragraph) {
        return Err(Declined::NotFound);
    }
    let register = methods::register(&mut snapshot, ask.ambito).await?;
    let at = place(&draft.text, paragraph);
    Ok(AmendmentForm {
        round: stored.reference(ask.now),
        closes: stored.round.closes,
        version: draft.version,
        paragraph: now.zip(at).map(|(words, at)| (paragraph, at, words)),
        read,
        organisations: named(&register, speaks_for(ask, &stored.round, &guests)),
    })
}

/// Proposes an amendment for an organisation. Returns its number; a second sending of the same
/// form returns the first one's.
pub async fn propose(
    services: &Services,
    ask: &Asking,
    number: i64,
    organisation: &str,
    asks: &Amendment,
    base_version: i64,
    sending: &str,
) -> Result<i64, Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let form = FormHash::of(sending);
    if let Some(first) = crate::made(&mut tx, form.as_ref()).await? {
        let made = methods::amendment_number(&mut tx, ask.ambito, first.into()).await?;
        return made.ok_or(Declined::NotFound);
    }
    let stored = round(&mut tx, ask, number).await?;
    must_open(&stored.round, &[Opening::Amendments])?;
    let guests = Guests::of(&mut tx, stored.round.id).await?;
    // The right first: who has none chooses no organisation.
    may_speak(ask, Operation::ProposeAmendment, Opening::Amendments, &stored.round, &guests)?;
    let register = methods::register(&mut tx, ask.ambito).await?;
    let speaker = acting_for(ask, &register, organisation)?;
    let facts = Facts {
        invited: guests.admits(stored.round.kind, speaker),
        ..Facts::within(ask.ambito, &stored.round)
    };
    let permit = permit(&ask.actor, Operation::ProposeAmendment, &facts, ask.now)?;
    let faults = asks.faults();
    if !faults.is_empty() {
        return Err(faults.into());
    }
    let draft = newest(&mut tx, stored.round.id).await?;
    let read = base(&mut tx, stored.round.id, base_version, &draft).await?;
    if moved(&read.text, &draft.text, asks.kind, asks.paragraph) {
        return Err(Declined::Stale { current: draft.version });
    }
    if !draft.text.takes(asks.kind, asks.paragraph) {
        return Err(Refusal::ParagraphGone.into());
    }
    if asks.kind == AmendmentKind::Replace
        && draft.text.paragraph(asks.paragraph) == Some(asks.text.trim())
    {
        return Err(vec![Fault::new("text", What::Repeated)].into());
    }
    let new = NewAmendment {
        id: services.chance.id(ask.now),
        round: stored.round.id,
        organisation: Some(speaker),
        base_version: draft.version,
        asks,
        sources: &[],
        salt: services.chance.bytes(),
    };
    let number = methods::keep_amendment(&mut tx, &permit, &new).await?;
    forms_sent::remember(&mut tx, &permit, form.as_ref(), new.id.uuid()).await?;
    commit(tx).await?;
    Ok(number)
}

/// An amendment.
pub async fn page(
    services: &Services,
    ask: &Asking,
    number: i64,
) -> Result<AmendmentPage, Declined> {
    let mut snapshot = services.look().await?;
    let found = methods::amendment(&mut snapshot, ask.ambito, number).await?;
    let one = found.ok_or(Declined::NotFound)?;
    let stored = round_of(&mut snapshot, ask, one.round).await?;
    let draft = newest(&mut snapshot, one.round).await?;
    let base = base(&mut snapshot, one.round, one.base_version, &draft).await?;
    let all = methods::amendments(&mut snapshot, one.round).await?;
    let merged = methods::merged(&mut snapshot, one.round).await?;
    let sources = merged.get(&one.id).map(Vec::as_slice).unwrap_or_default();
    let by_id: BTreeMap<AmendmentId, &StoredAmendment> =
        all.iter().map(|amendment| (amendment.id, amendment)).collect();
    let (kind, key) = (one.asks.kind, one.asks.paragraph);
    let words = |draft: &DraftText| draft.paragraph(key).map(str::to_owned);
    // What was decided was decided on the words of then.
    let open = one.state() == AmendmentState::Proposed;
    let own = one.organisation.is_some_and(|of| mandates(ask).contains(&of));
    let facts = Facts { own, ..Facts::within(ask.ambito, &stored.round) };
    let withdraw = permit(&ask.actor, Operation::WithdrawAmendment, &facts, ask.now);
    let undecided = if open { Ok(()) } else { Err(Refusal::AlreadyDone) };
    Ok(AmendmentPage {
        round: stored.reference(ask.now),
        card: card(&one, &draft.text),
        base: words(&base.text),
        base_version: base.version,
        moved: (open && moved(&base.text, &draft.text, kind, key)).then(|| words(&draft.text)),
        version: draft.version,
        text: one.asks.text.clone(),
        reason: one.asks.reason.clone(),
        verdict: one.verdict.clone(),
        sources: sources
            .iter()
            .filter_map(|id| by_id.get(id))
            .map(|source| merge_source(source, &draft.text))
            .collect(),
        into: one.into.and_then(|id| by_id.get(&id)).map(|into| card(into, &draft.text)),
        may_decide: undecided
            .clone()
            .and_then(|()| may(ask, Operation::DecideAmendment, &stored.round)),
        may_withdraw: undecided.and_then(|()| withdraw.map(|_| ())),
    })
}

fn merge_source(one: &StoredAmendment, draft: &DraftText) -> MergeSource {
    MergeSource {
        card: card(one, draft),
        text: one.asks.text.clone(),
        reason: one.asks.reason.clone(),
    }
}

/// Decides on an amendment, with the version of the draft that was read. Accepted, it makes the
/// next version; where its paragraph has changed since it was written, the words that go in must
/// be given, so that nobody's change is undone unread.
pub async fn decide(
    services: &Services,
    ask: &Asking,
    number: i64,
    verdict: &Verdict,
    read_version: i64,
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let found = methods::amendment(&mut tx, ask.ambito, number).await?;
    let one = found.ok_or(Declined::NotFound)?;
    let stored = round_of(&mut tx, ask, one.round).await?;
    let facts = Facts::within(ask.ambito, &stored.round);
    let permit = permit(&ask.actor, Operation::DecideAmendment, &facts, ask.now)?;
    let faults = verdict.faults();
    if !faults.is_empty() {
        return Err(faults.into());
    }
    if one.state() != AmendmentState::Proposed {
        return Err(Refusal::AlreadyDone.into());
    }
    let draft = newest(&mut tx, one.round).await?;
    let written = base(&mut tx, one.round, one.base_version, &draft).await?;
    let mut new = NewVerdict {
        id: services.chance.id(ask.now),
        amendment: one.id,
        state: AmendmentState::Rejected,
        reason: "",
        adapted: None,
        version: None,
        salt: services.chance.bytes(),
    };
    match verdict {
        Verdict::Reject { reason } => new.reason = reason,
        Verdict::Accept { text } => {
            let (kind, key) = (one.asks.kind, one.asks.paragraph);
            let read = base(&mut tx, one.round, read_version, &draft).await?;
            if moved(&read.text, &draft.text, kind, key) {
                return Err(Declined::Stale { current: draft.version });
            }
            let changed = moved(&written.text, &draft.text, kind, key);
            let adapted = text.as_deref().map(str::trim);
            if changed && kind == AmendmentKind::Replace && adapted.is_none() {
                return Err(vec![Fault::new("text", What::Missing)].into());
            }
            let words = adapted.unwrap_or(&one.asks.text);
            let text = draft.text.with(&written.text, kind, key, words)?;
            let version = draft.version + 1;
            let kept = NewDraft {
                id: services.chance.id(ask.now),
                round: one.round,
                version,
                text: &text,
                why: "",
                amendment: Some(one.id),
                salt: services.chance.bytes(),
            };
            methods::keep_draft(&mut tx, &permit, &kept).await?;
            new.state = AmendmentState::Accepted;
            new.adapted = adapted.filter(|words| *words != one.asks.text);
            new.version = Some(version);
        }
    }
    methods::keep_verdict(&mut tx, &permit, &new).await?;
    commit(tx).await
}

/// Withdraws an amendment of an organisation one speaks for.
pub async fn withdraw(services: &Services, ask: &Asking, number: i64) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let found = methods::amendment(&mut tx, ask.ambito, number).await?;
    let one = found.ok_or(Declined::NotFound)?;
    let stored = round_of(&mut tx, ask, one.round).await?;
    let own = one.organisation.is_some_and(|of| mandates(ask).contains(&of));
    let facts = Facts { own, ..Facts::within(ask.ambito, &stored.round) };
    let permit = permit(&ask.actor, Operation::WithdrawAmendment, &facts, ask.now)?;
    if one.state() != AmendmentState::Proposed {
        return Err(Refusal::AlreadyDone.into());
    }
    let new = NewVerdict {
        id: services.chance.id(ask.now),
        amendment: one.id,
        state: AmendmentState::Withdrawn,
        reason: "",
        adapted: None,
        version: None,
        salt: services.chance.bytes(),
    };
    methods::keep_verdict(&mut tx, &permit, &new).await?;
    commit(tx).await
}

/// The form in which amendments become one.
pub async fn merge_form(
    services: &Services,
    ask: &Asking,
    number: i64,
) -> Result<MergeForm, Declined> {
    let mut snapshot = services.look().await?;
    let stored = round(&mut snapshot, ask, number).await?;
    may(ask, Operation::MergeAmendments, &stored.round)?;
    let draft = newest(&mut snapshot, stored.round.id).await?;
    let all = methods::amendments(&mut snapshot, stored.round.id).await?;
    Ok(MergeForm {
        round: stored.reference(ask.now),
        version: draft.version,
        sources: all
            .iter()
            .filter(|one| one.state() == AmendmentState::Proposed)
            .map(|one| merge_source(one, &draft.text))
            .collect(),
        paragraphs: (1_u64..)
            .zip(&draft.text.paragraphs)
            .map(|(number, one)| (one.key, number, one.text.clone()))
            .collect(),
    })
}

/// Merges amendments, by number, into one text of the facilitation, on which is then decided as
/// on any other. Returns its number.
pub async fn merge(
    services: &Services,
    ask: &Asking,
    number: i64,
    sources: &[i64],
    asks: &Amendment,
    base_version: i64,
    sending: &str,
) -> Result<i64, Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let form = FormHash::of(sending);
    if let Some(first) = crate::made(&mut tx, form.as_ref()).await? {
        let made = methods::amendment_number(&mut tx, ask.ambito, first.into()).await?;
        return made.ok_or(Declined::NotFound);
    }
    let stored = round(&mut tx, ask, number).await?;
    let facts = Facts::within(ask.ambito, &stored.round);
    let permit = permit(&ask.actor, Operation::MergeAmendments, &facts, ask.now)?;
    let mut faults = asks.faults();
    let found = u32::try_from(sources.len()).unwrap_or(u32::MAX);
    if sources.len() < 2 {
        faults.insert(0, Fault::new("source", What::TooFew { least: 2 }));
    } else if sources.len() > MERGED_MOST {
        faults.insert(0, Fault::new("source", What::TooMany { most: MERGED_MOST as u32, found }));
    }
    if !faults.is_empty() {
        return Err(faults.into());
    }
    let all = methods::amendments(&mut tx, stored.round.id).await?;
    let mut ids = Vec::new();
    for number in sources {
        match all.iter().find(|one| one.number == *number) {
            None => return Err(Refusal::DoNotBelong.into()),
            Some(one) if one.state() != AmendmentState::Proposed => {
                return Err(Refusal::AlreadyDone.into());
            }
            Some(one) if ids.contains(&one.id) => {}
            Some(one) => ids.push(one.id),
        }
    }
    let draft = newest(&mut tx, stored.round.id).await?;
    let read = base(&mut tx, stored.round.id, base_version, &draft).await?;
    if moved(&read.text, &draft.text, asks.kind, asks.paragraph) {
        return Err(Declined::Stale { current: draft.version });
    }
    if !draft.text.takes(asks.kind, asks.paragraph) {
        return Err(Refusal::ParagraphGone.into());
    }
    let new = NewAmendment {
        id: services.chance.id(ask.now),
        round: stored.round.id,
        organisation: None,
        base_version: draft.version,
        asks,
        sources: &ids,
        salt: services.chance.bytes(),
    };
    let number = methods::keep_amendment(&mut tx, &permit, &new).await?;
    forms_sent::remember(&mut tx, &permit, form.as_ref(), new.id.uuid()).await?;
    commit(tx).await?;
    Ok(number)
}
