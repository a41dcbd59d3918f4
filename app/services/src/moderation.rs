//! Moderation: reports, the queue, decisions with a reason; what is hidden leaves a tombstone.

use std::collections::HashSet;

use chrono::{Duration, Months};
use domain::citizen_forms::FlagDraft;
use domain::comments::{FlagReason, flag_faults};
use domain::contributions::{Kind, Standing, Words};
use domain::events::{Details, Sealed, Subject};
use domain::faults::Refusal;
use domain::ids::{CaseId, PersonId};
use domain::messages::MessageKind;
use domain::moderation::{
    Cause, Decision, HATE_MONTHS, REPEATED, SUSPENDED_DAYS, SofteningAnswer, claimed_until, faults,
    is_over,
};
use domain::people::Actor;
use domain::policy::{Facts, Operation, Permit, permit};
use domain::screening::Screening;
use domain::staff_forms::DecisionDraft;
use domain::suppression;
use domain::time::Moment;
use domain::views::{CaseCard, CasePage, Claim, ContributionCard, ContributionRef, ModerationPage};
use store::moderation::{Case, NewCase, Verdict, Waiting};
use store::{Snapshot, StoreError, Tx, casework, chain, counts, identity, seals};
use uuid::Uuid;

use crate::days::day;
use crate::voices::ERASED;
use crate::{Asking, Declined, Services, commit};

/// Reports a text, or one of its comments, to the moderators. Reports of one text share a case; one
/// that tells of danger comes before all others.
pub async fn flag(
    services: &Services,
    ask: &Asking,
    kind: Kind,
    number: i64,
    comment: Option<i64>,
    draft: &FlagDraft,
) -> Result<(), Declined> {
    let FlagDraft { reason, ref note } = *draft;
    let danger = reason == FlagReason::Danger || Screening::of(&[note]).danger();
    let mut tx = services.begin(ask.ambito).await?;
    let voice =
        store::voices::find(&mut tx, ask.ambito, kind, number).await?.ok_or(Declined::NotFound)?;
    crate::comments::known(&voice)?;
    let mut public = voice.public();
    let mut about = None;
    if let Some(comment) = comment {
        let found = store::voices::comment(&mut tx, voice.id, comment)
            .await?
            .filter(|found| found.standing != Standing::InModeration)
            .ok_or(Declined::NotFound)?;
        public = public && found.standing == Standing::Published;
        about = Some(found.id);
    }
    let facts = Facts { public, ..Facts::within(ask.ambito, &voice.round.round) };
    let leave = permit(&ask.actor, Operation::Flag, &facts, ask.now)?;
    let faults = flag_faults(Some(reason), note);
    if !faults.is_empty() {
        return Err(faults.into());
    }
    match store::moderation::open_on(&mut tx, voice.id, about).await? {
        Some(case) => {
            let told = case.note.clone().unwrap_or_default();
            let parts = [told.as_str(), note.as_str()];
            let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            let all = parts.join("\n");
            if all.chars().count() <= NOTES_MOST {
                store::moderation::note(&mut tx, &leave, case.id, &all).await?;
            }
            store::moderation::flagged(&mut tx, &leave, case.id, reason).await?;
            if danger && case.cause != Cause::Danger {
                let (cause, none) = (Cause::Danger, &[]);
                store::moderation::reassess(&mut tx, &leave, case.id, cause, none).await?;
                alert(services, ask, &mut tx, &leave, case.id).await?;
            }
        }
        None => {
            let case = NewCase {
                id: services.chance.id(ask.now),
                contribution: voice.id,
                comment: about,
                cause: if danger { Cause::Danger } else { Cause::Flagged },
                detected: &[],
                note: Some(note).filter(|note| !note.is_empty()).map(String::as_str),
                appeal_of: None,
            };
            store::moderation::open(&mut tx, &leave, &case).await?;
            store::moderation::flagged(&mut tx, &leave, case.id, reason).await?;
            if danger {
                alert(services, ask, &mut tx, &leave, case.id).await?;
            }
        }
    }
    let (subject, id) = match about {
        Some(comment) => (Subject::Comment, comment.uuid()),
        None => (Subject::Contribution, voice.id.uuid()),
    };
    let details = Details { class: Some(Cause::Flagged.code().to_owned()), ..Details::default() };
    chain::append(&mut tx, &leave, subject, id, &details).await?;
    commit(tx).await
}

/// Tells every moderator at once that a text with words of present danger has come: never what it
/// says, nor whose it is (domain.md §8 case 18).
pub(crate) async fn alert(
    services: &Services,
    ask: &Asking,
    tx: &mut Tx,
    leave: &Permit,
    case: CaseId,
) -> Result<(), Declined> {
    for moderator in store::moderation::moderators(tx, ask.ambito).await? {
        let (message, kind) = (services.chance.id(ask.now), MessageKind::Danger);
        store::outbox::enqueue(tx, leave, message, kind, moderator, case.uuid()).await?;
    }
    Ok(())
}

/// Keeps an open case in step with the words as they are now. What has come for another reason
/// stays what it is, and so does an alarm: only a person takes it back.
pub(crate) async fn keep_in_step(
    services: &Services,
    ask: &Asking,
    tx: &mut Tx,
    leave: &Permit,
    case: &Case,
    found: Option<Cause>,
    screening: &Screening,
) -> Result<(), Declined> {
    let cause = match (case.cause, found) {
        (Cause::Danger, _) => Cause::Danger,
        (_, Some(found)) => found,
        (before, None) => before,
    };
    store::moderation::reassess(tx, leave, case.id, cause, &screening.classes()).await?;
    if cause == Cause::Danger && case.cause != Cause::Danger {
        alert(services, ask, tx, leave, case.id).await?;
    }
    Ok(())
}

/// The most characters that the reports of one text keep together.
const NOTES_MOST: usize = 4_000;

/// How far back decided cases are counted.
const DECIDED_DAYS: i64 = 30;

/// The queue: for who may read what is not public. Who may only look again at what others decided
/// sees the appeals.
pub async fn queue(services: &Services, ask: &Asking) -> Result<ModerationPage, Declined> {
    let (leave, appeals_only) = may_read(ask)?;
    let mut snapshot = services.look().await?;
    let since = ask.now - Duration::days(DECIDED_DAYS);
    let decided = store::moderation::decided_since(&mut snapshot, &leave, since).await?;
    let waiting = store::moderation::queue(&mut snapshot, &leave).await?;
    let desk = Desk::of(&mut snapshot, ask).await?;
    let mut cases = Vec::with_capacity(waiting.len());
    for one in waiting.into_iter().filter(|one| one.appeal || !appeals_only) {
        cases.push(desk.card(&mut snapshot, ask, one).await?);
    }
    let reasons = match appeals_only {
        true => Vec::new(),
        false => crate::merging::waiting(&mut snapshot, ask).await?,
    };
    Ok(ModerationPage { cases, reasons, decided: decided.unsigned_abs(), appeals_only })
}

/// One open case with all that was done about it.
pub async fn case(services: &Services, ask: &Asking, number: i64) -> Result<CasePage, Declined> {
    let (leave, appeals_only) = may_read(ask)?;
    let mut snapshot = services.look().await?;
    let waiting = store::moderation::waiting(&mut snapshot, &leave, number)
        .await?
        .filter(|one| one.appeal || !appeals_only)
        .ok_or(Declined::NotFound)?;
    let softenings = casework::softenings(&mut snapshot, waiting.id).await?;
    let waits = waiting.comment.is_none() && waiting.standing == Standing::InModeration;
    let desk = Desk::of(&mut snapshot, ask).await?;
    let card = desk.card(&mut snapshot, ask, waiting).await?;
    let may_soften =
        permit(&ask.actor, Operation::ProposeSoftening, &Facts::of(ask.ambito), ask.now)
            .map(|_| ())
            .and_then(|()| card.may_decide.clone())
            .and(if waits { Ok(()) } else { Err(Refusal::AlreadyPublic) });
    let softenings = softenings.into_iter().map(|one| one.view).collect();
    Ok(CasePage { card, softenings, may_soften })
}

/// Leave to read what waits: all of it, or the appeals alone.
fn may_read(ask: &Asking) -> Result<(Permit, bool), Declined> {
    let facts = Facts::of(ask.ambito);
    match permit(&ask.actor, Operation::ReadRestricted, &facts, ask.now) {
        Ok(leave) => Ok((leave, false)),
        Err(refusal) => permit(&ask.actor, Operation::DecideAppeal, &facts, ask.now)
            .map(|leave| (leave, true))
            .map_err(|_| refusal.into()),
    }
}

/// What a moderator must know to read the cases: which texts are their own, which comments are
/// hidden for hate.
struct Desk {
    own: HashSet<Uuid>,
    hate: HashSet<Uuid>,
}

impl Desk {
    async fn of(snapshot: &mut Snapshot, ask: &Asking) -> Result<Desk, Declined> {
        let own = match ask.actor.person() {
            Some(person) => identity::subjects_of(snapshot, ask.ambito, person).await?,
            None => Vec::new(),
        };
        let hate = casework::hidden_hate(snapshot, ask.ambito, hate_since(ask)).await?;
        Ok(Desk { own: own.into_iter().collect(), hate: hate.into_iter().collect() })
    }

    async fn card(
        &self,
        snapshot: &mut Snapshot,
        ask: &Asking,
        waiting: Waiting,
    ) -> Result<CaseCard, Declined> {
        let subject =
            waiting.comment_id.map_or(waiting.contribution.uuid(), domain::ids::CommentId::uuid);
        let claim = waiting.claimed.and_then(|claimed| claim(ask, claimed));
        let decider = waiting.appealed.as_ref().and_then(|(_, by)| *by);
        let may_decide =
            may_decide(ask, waiting.appeal, decider).map(|_| ()).and_then(|()| match claim {
                _ if self.own.contains(&subject) => Err(Refusal::OwnText),
                Some(Claim { mine: false, until }) => Err(Refusal::Claimed { until }),
                Some(_) | None => Ok(()),
            });
        let repeated = match waiting.comment_id {
            Some(comment) if !self.hate.is_empty() => {
                repeated(snapshot, ask, &self.hate, comment.uuid()).await?.is_some()
            }
            Some(_) | None => false,
        };
        let mut card = card(waiting)?;
        (card.claim, card.may_decide, card.repeated) = (claim, may_decide, repeated);
        Ok(card)
    }
}

/// Since when hidden hate counts as having come before.
fn hate_since(ask: &Asking) -> Moment {
    ask.now.checked_sub_months(Months::new(HATE_MONTHS)).unwrap_or(ask.now)
}

/// The author of a comment, if hiding it would be at least the second time for hate.
async fn repeated(
    snapshot: &mut Snapshot,
    ask: &Asking,
    hate: &HashSet<Uuid>,
    comment: Uuid,
) -> Result<Option<PersonId>, Declined> {
    let Some(author) = identity::author(snapshot, comment).await? else { return Ok(None) };
    let written = identity::subjects_of(snapshot, ask.ambito, author).await?;
    let before = written.iter().filter(|id| **id != comment && hate.contains(id)).count();
    Ok((before + 1 >= REPEATED as usize).then_some(author))
}

/// Whose case it is now: nobody's once the time is over.
fn claim(ask: &Asking, (by, at): (PersonId, Moment)) -> Option<Claim> {
    let until = claimed_until(at);
    (ask.now < until).then(|| Claim { mine: ask.actor.person() == Some(by), until })
}

/// Leave to decide on a case, or on an appeal against what somebody decided.
fn may_decide(ask: &Asking, appeal: bool, decider: Option<PersonId>) -> Result<Permit, Refusal> {
    let decided = decider.is_some() && decider == ask.actor.person();
    let facts = Facts { decided, ..Facts::of(ask.ambito) };
    let operation = if appeal { Operation::DecideAppeal } else { Operation::Moderate };
    permit(&ask.actor, operation, &facts, ask.now)
}

fn card(waiting: Waiting) -> Result<CaseCard, Declined> {
    let about = waiting.about;
    let id = waiting.contribution.uuid();
    let odd = |error| StoreError::row("contributions", id, error);
    let (public, comment, words) = match waiting.comment {
        Some((number, standing, body)) => {
            let words = Words { body, ..Words::default() };
            (standing == Standing::Published, Some(number), words)
        }
        None => (waiting.standing == Standing::Published, None, waiting.words.clone()),
    };
    let count = |n: i64| u32::try_from(n).unwrap_or(0);
    Ok(CaseCard {
        number: waiting.number,
        cause: waiting.cause,
        detected: waiting.detected,
        at: waiting.at,
        note: waiting.note,
        card: ContributionCard {
            contribution: ContributionRef {
                kind: about.kind.parse().map_err(odd)?,
                number: about.voice_number,
                title: waiting.words.title,
                language: about.language,
            },
            excerpt: store::read::excerpt(&waiting.words.body, 280),
            municipality: about.municipality,
            policy_code: about.policy_code,
            policy: about.policy,
            author_kind: about.author_kind.parse().map_err(odd)?,
            organisation: about.organisation,
            byline: about.byline,
            at: about.published_at.unwrap_or(about.created_at),
            stage: about.stage.parse().map_err(odd)?,
            outcome: about.outcome.map(|code| code.parse()).transpose().map_err(odd)?,
            supports: suppression::people(count(about.supports)),
            comments: count(about.comments),
        },
        words,
        revision: waiting.revision,
        comment,
        flagged_for: waiting.flagged_for,
        public,
        claim: None,
        appealed: waiting.appealed.map(|(earlier, _)| earlier),
        softened: waiting.softened,
        repeated: false,
        may_decide: Ok(()),
    })
}

/// Takes a case, so that nobody else reads it at the same time, or lets go of it. Taken by
/// somebody else it is refused until they decide, let go, or their time is over.
pub async fn take(
    services: &Services,
    ask: &Asking,
    case: i64,
    taken: bool,
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let operation = if taken { Operation::ClaimCase } else { Operation::ReleaseCase };
    let leave = permit(&ask.actor, operation, &Facts::of(ask.ambito), ask.now)?;
    let person = leave.person().ok_or(Refusal::SignInNeeded)?;
    let case =
        store::moderation::find(&mut tx, ask.ambito, case).await?.ok_or(Declined::NotFound)?;
    if case.decided {
        return Err(Refusal::AlreadyDone.into());
    }
    let mine = match case.claimed.and_then(|claimed| claim(ask, claimed)) {
        Some(Claim { mine: false, until }) => return Err(Refusal::Claimed { until }.into()),
        Some(Claim { mine: true, .. }) => true,
        None => false,
    };
    if mine == taken {
        return Ok(());
    }
    casework::claim(&mut tx, &leave, case.id, taken.then_some(person)).await?;
    let (subject, id) = about(&case);
    let details = Details { others: vec![case.id.uuid()], ..Details::default() };
    chain::append(&mut tx, &leave, subject, id, &details).await?;
    commit(tx).await
}

/// Whether somebody else reads the case now.
pub(crate) fn free_for(ask: &Asking, case: &Case) -> Result<(), Refusal> {
    match case.claimed.and_then(|claimed| claim(ask, claimed)) {
        Some(Claim { mine: false, until }) => Err(Refusal::Claimed { until }),
        Some(Claim { mine: true, .. }) | None => Ok(()),
    }
}

/// What a case is about.
pub(crate) fn about(case: &Case) -> (Subject, Uuid) {
    match case.comment {
        Some(comment) => (Subject::Comment, comment.uuid()),
        None => (Subject::Contribution, case.contribution.uuid()),
    }
}

/// Decides on a case: public, or hidden behind a tombstone. On a text that is public already,
/// to publish is to keep it; on an appeal, to bring it back. Stale if the author has corrected the
/// text since it was read. Returns the contribution it is about.
pub async fn decide(
    services: &Services,
    ask: &Asking,
    case: i64,
    draft: &DecisionDraft,
) -> Result<(Kind, i64), Declined> {
    let DecisionDraft { decision, class, ref reason, revision, suspend } = *draft;
    let mut tx = services.begin(ask.ambito).await?;
    // Who may decide on nothing is told so before anything else.
    may_decide(ask, false, None).or_else(|_| may_decide(ask, true, None))?;
    let case =
        store::moderation::find(&mut tx, ask.ambito, case).await?.ok_or(Declined::NotFound)?;
    let decider = match case.appeal_of {
        Some(before) => store::moderation::by_id(&mut tx, ask.ambito, before)
            .await?
            .and_then(|before| before.decided_by),
        None => None,
    };
    let leave = may_decide(ask, case.appeal_of.is_some(), decider)?;
    let voice = store::voices::by_id(&mut tx, ask.ambito, case.contribution)
        .await?
        .ok_or(Declined::NotFound)?;
    let (subject, id) = about(&case);
    let author = identity::author(&mut tx, id).await?;
    if author.is_some() && author == ask.actor.person() {
        return Err(Refusal::OwnText.into());
    }
    if case.decided {
        return Err(Refusal::AlreadyDone.into());
    }
    free_for(ask, &case)?;
    let comment = match case.comment {
        Some(id) => {
            let found = store::voices::comment_by_id(&mut tx, ask.ambito, id).await?;
            Some(found.ok_or(Declined::NotFound)?)
        }
        None => None,
    };
    let current = comment.as_ref().map_or(voice.revision, |comment| comment.revision);
    if revision != current {
        return Err(Declined::Stale { current });
    }
    let faults = faults(reason);
    if !faults.is_empty() {
        return Err(faults.into());
    }
    let publish = match decision {
        Decision::Publish | Decision::PublishSoftened => true,
        Decision::Reject | Decision::Hide => false,
    };
    let again = case.appeal_of.is_some();
    if let Some(comment) = comment {
        let to = if publish { Standing::Published } else { Standing::Hidden };
        match comment.standing {
            Standing::Published | Standing::InModeration => {
                store::voices::move_comment(&mut tx, &leave, voice.id, &comment, to).await?;
            }
            Standing::Hidden if again => {
                store::voices::move_comment(&mut tx, &leave, voice.id, &comment, to).await?;
            }
            Standing::Withdrawn | Standing::Hidden | Standing::Anonymised => {
                return Err(Refusal::AlreadyDone.into());
            }
        }
    } else {
        match (voice.standing, publish) {
            (Standing::InModeration, true) => {
                counts::publish(&mut tx, &leave, voice.id).await?;
            }
            (Standing::InModeration, false) => {
                store::voices::leave_in(&mut tx, &leave, voice.id, Standing::Hidden).await?;
            }
            (Standing::Published, true) => {}
            (Standing::Published, false) => {
                counts::unpublish(&mut tx, &leave, voice.id, Standing::Hidden).await?;
            }
            (Standing::Hidden, true) if again => {
                counts::publish(&mut tx, &leave, voice.id).await?;
            }
            (Standing::Hidden, false) if again => {}
            (Standing::Withdrawn | Standing::Hidden | Standing::Anonymised, _) => {
                return Err(Refusal::AlreadyDone.into());
            }
        }
    }
    casework::answer(&mut tx, &leave, case.id, SofteningAnswer::Superseded).await?;
    let verdict = Verdict { decision, class, reason, by: leave.person(), role: leave.role() };
    store::moderation::close(&mut tx, &leave, case.id, Some(&verdict)).await?;
    let (sealed, salt) = (Sealed::Verdict, services.chance.bytes());
    let details = Details {
        class: Some(class.code().to_owned()),
        others: vec![case.id.uuid()],
        sealed: seals::seal(&mut tx, &leave, sealed, case.id.uuid(), &salt).await?,
        ..Details::default()
    };
    chain::append(&mut tx, &leave, subject, id, &details).await?;
    let hidden = case.comment.is_some() && !publish && class.is_hate();
    if hidden && suspend {
        silence(&mut tx, ask, id).await?;
    }
    if again
        && publish
        && let Some(author) = author
    {
        casework::lift(&mut tx, &leave, author).await?;
    }
    commit(tx).await?;
    Ok((voice.kind, voice.number))
}

/// Suspends the comments of whoever wrote this one, if its hate is not the first. Needs stay free
/// (domain.md §8 case 16). The event names the person by id and no text.
async fn silence(tx: &mut Tx, ask: &Asking, comment: Uuid) -> Result<(), Declined> {
    let hate = casework::hidden_hate(tx, ask.ambito, hate_since(ask)).await?;
    let hate = hate.into_iter().collect();
    let Some(author) = repeated(tx, ask, &hate, comment).await? else { return Ok(()) };
    let facts = Facts::of(ask.ambito);
    let leave = permit(&ask.actor, Operation::SuspendComments, &facts, ask.now)?;
    let until = ask.now + Duration::days(SUSPENDED_DAYS);
    casework::suspend(tx, &leave, author, until).await?;
    chain::append(tx, &leave, Subject::Person, author.uuid(), &Details::default()).await?;
    Ok(())
}

/// Erases hate that has been hidden long enough, with its salt: the words, not the sign that
/// something stood there (domain.md §8, case 16). Returns how many texts.
pub async fn forget(services: &Services, now: Moment) -> Result<u64, Declined> {
    let before = now.checked_sub_months(Months::new(HATE_MONTHS)).unwrap_or(now);
    let mut snapshot = services.look().await?;
    let hidden = store::moderation::hidden_hate(&mut snapshot, before).await?;
    drop(snapshot);
    let mut erased = 0;
    for one in hidden.into_iter().filter(|one| is_over(day(one.hidden), day(now))) {
        let mut tx = services.begin(one.ambito).await?;
        let facts = Facts::of(one.ambito);
        let leave = permit(&Actor::Installation, Operation::EraseHidden, &facts, now)?;
        let (subject, id) = match one.comment {
            Some(comment) => {
                store::voices::erase_comment(&mut tx, &leave, comment).await?;
                (Subject::Comment, comment.uuid())
            }
            None => {
                store::voices::erase(&mut tx, &leave, one.contribution).await?;
                (Subject::Contribution, one.contribution.uuid())
            }
        };
        let details = Details { class: Some(ERASED.to_owned()), ..Details::default() };
        chain::append(&mut tx, &leave, subject, id, &details).await?;
        commit(tx).await?;
        erased += 1;
    }
    Ok(erased)
}
