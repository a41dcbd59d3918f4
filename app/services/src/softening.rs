//! A softer wording: a moderator proposes it, the author takes it, writes another one or refuses.
//!
//! The text stays its author's. What stood there before is in no page and no history that others
//! read: that begins with the first revision that became public (domain.md §3.4).

use domain::contributions::{Kind, Standing};
use domain::events::{Details, Sealed, Subject, hex};
use domain::faults::Refusal;
use domain::moderation::{Decision, ReasonClass, SofteningAnswer, softening_faults};
use domain::policy::{Facts, Operation, permit};
use domain::screening::Screening;
use domain::staff_forms::moderation::SofteningDraft;
use store::casework::{self, NewSoftening};
use store::moderation::Verdict;
use store::{chain, counts, seals};

use crate::voices::{ERASED, Whose, locate};
use crate::{Asking, Declined, Services, commit, moderation};

/// Proposes a softer wording to the author of a text that waits. Stale if the author has corrected
/// it since it was read.
pub async fn propose(
    services: &Services,
    ask: &Asking,
    case: i64,
    draft: &SofteningDraft,
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let facts = Facts::of(ask.ambito);
    let leave = permit(&ask.actor, Operation::ProposeSoftening, &facts, ask.now)?;
    let person = leave.person().ok_or(Refusal::SignInNeeded)?;
    let case =
        store::moderation::find(&mut tx, ask.ambito, case).await?.ok_or(Declined::NotFound)?;
    if case.decided {
        return Err(Refusal::AlreadyDone.into());
    }
    moderation::free_for(ask, &case)?;
    let voice = store::voices::by_id(&mut tx, ask.ambito, case.contribution)
        .await?
        .ok_or(Declined::NotFound)?;
    if case.comment.is_some() || voice.standing != Standing::InModeration {
        return Err(Refusal::AlreadyPublic.into());
    }
    let author = store::identity::author(&mut tx, voice.id.uuid()).await?;
    if author == Some(person) {
        return Err(Refusal::OwnText.into());
    }
    if draft.revision != voice.revision {
        return Err(Declined::Stale { current: voice.revision });
    }
    let (before, _) = counts::words(&mut tx, voice.id, voice.revision).await?;
    let faults = softening_faults(&before, &draft.words, &draft.note);
    if !faults.is_empty() {
        return Err(faults.into());
    }
    let (words, note) = (&draft.words, draft.note.as_str());
    let new = NewSoftening { case: case.id, by: person, revision: voice.revision, words, note };
    casework::soften(&mut tx, &leave, &new).await?;
    let details = Details { others: vec![case.id.uuid()], ..Details::default() };
    chain::append(&mut tx, &leave, Subject::Contribution, voice.id.uuid(), &details).await?;
    commit(tx).await
}

/// The author takes the softer wording: it is the next revision, and public, as the moderator who
/// proposed it had decided. Or the author refuses it: the text waits as it is. Returns which text.
pub async fn answer(
    services: &Services,
    ask: &Asking,
    whose: Whose,
    take: bool,
) -> Result<(Kind, i64), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let (actor, voice, own) = locate(&mut tx, ask, &whose).await?;
    let facts = Facts { own, public: false, ..Facts::within(ask.ambito, &voice.round.round) };
    let leave = permit(&actor, Operation::AnswerSoftening, &facts, ask.now)?;
    let case = store::moderation::open_on(&mut tx, voice.id, None)
        .await?
        .filter(|_| voice.standing == Standing::InModeration)
        .ok_or(Refusal::AlreadyDone)?;
    let softening = casework::softenings(&mut tx, case.id)
        .await?
        .into_iter()
        .find(|one| one.view.answer.is_none())
        .ok_or(Refusal::AlreadyDone)?;
    let said = if take { SofteningAnswer::Accepted } else { SofteningAnswer::Refused };
    casework::answer(&mut tx, &leave, case.id, said).await?;
    let mut details = Details {
        class: Some(said.code().to_owned()),
        others: vec![case.id.uuid()],
        ..Details::default()
    };
    if take {
        if softening.revision != voice.revision {
            return Err(Declined::Stale { current: voice.revision });
        }
        let (before, language) = counts::words(&mut tx, voice.id, voice.revision).await?;
        let (words, revision) = (&softening.view.words, voice.revision + 1);
        let salt: [u8; 32] = services.chance.bytes();
        store::voices::revise(&mut tx, &leave, voice.id, revision, &language, words, &salt).await?;
        if Screening::of_words(&before).third_person() {
            store::voices::erase_revision(&mut tx, &leave, voice.id, voice.revision).await?;
            details.class = Some(ERASED.to_owned());
        }
        store::parts::keep_in_step(&mut tx, &leave, voice.id, &words.body).await?;
        counts::publish(&mut tx, &leave, voice.id).await?;
        let verdict = Verdict {
            decision: Decision::PublishSoftened,
            class: ReasonClass::ReworkedWithAuthor,
            reason: &softening.view.note,
            by: Some(softening.by),
            role: domain::people::Role::Moderator.code(),
        };
        store::moderation::close(&mut tx, &leave, case.id, Some(&verdict)).await?;
        let salt_of_seal = services.chance.bytes();
        let sealed = Sealed::Verdict;
        details.sealed =
            seals::seal(&mut tx, &leave, sealed, case.id.uuid(), &salt_of_seal).await?;
        details.version = Some(revision);
        details.text = Some(hex(&words.hash(&salt)));
    }
    chain::append(&mut tx, &leave, Subject::Contribution, voice.id.uuid(), &details).await?;
    commit(tx).await?;
    Ok((voice.kind, voice.number))
}
