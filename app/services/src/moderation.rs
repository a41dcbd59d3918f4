//! Moderation: reports, the queue, decisions with a reason; what is hidden leaves a tombstone.

use chrono::Duration;
use domain::comments::flag_faults;
use domain::contributions::{Kind, Standing, Words};
use domain::events::{Details, Sealed, Subject};
use domain::faults::Refusal;
use domain::ids::CaseId;
use domain::messages::MessageKind;
use domain::moderation::{Cause, Decision, faults};
use domain::policy::{Facts, Operation, Permit, permit};
use domain::staff_forms::DecisionDraft;
use domain::suppression;
use domain::views::{CaseCard, ContributionCard, ContributionRef, ModerationPage};
use store::moderation::{NewCase, Verdict, Waiting};
use store::{StoreError, Tx, chain, counts, identity, seals};

use crate::{Asking, Declined, Services, commit};

/// Reports a text, or one of its comments, to the moderators. Reports of one text share a case.
pub async fn flag(
    services: &Services,
    ask: &Asking,
    kind: Kind,
    number: i64,
    comment: Option<i64>,
    note: &str,
) -> Result<(), Declined> {
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
    let faults = flag_faults(note);
    if !faults.is_empty() {
        return Err(faults.into());
    }
    match store::moderation::open_on(&mut tx, voice.id, about).await? {
        Some(case) => {
            let told = case.note.unwrap_or_default();
            let all = if told.is_empty() { note.to_owned() } else { format!("{told}\n{note}") };
            if all.chars().count() <= NOTES_MOST {
                store::moderation::note(&mut tx, &leave, case.id, &all).await?;
            }
        }
        None => {
            let case = NewCase {
                id: services.chance.id(ask.now),
                contribution: voice.id,
                comment: about,
                cause: Cause::Flagged,
                detected: &[],
                note: Some(note),
            };
            store::moderation::open(&mut tx, &leave, &case).await?;
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

/// The most characters that the reports of one text keep together.
const NOTES_MOST: usize = 4_000;

/// How far back decided cases are counted.
const DECIDED_DAYS: i64 = 30;

/// The queue: for who may read what is not public.
pub async fn queue(services: &Services, ask: &Asking) -> Result<ModerationPage, Declined> {
    let leave = permit(&ask.actor, Operation::ReadRestricted, &Facts::of(ask.ambito), ask.now)?;
    let mut snapshot = services.look().await?;
    let since = ask.now - Duration::days(DECIDED_DAYS);
    let decided = store::moderation::decided_since(&mut snapshot, &leave, since).await?;
    let waiting = store::moderation::queue(&mut snapshot, &leave).await?;
    let cases = waiting.into_iter().map(card).collect::<Result<_, _>>()?;
    Ok(ModerationPage { cases, decided: decided.unsigned_abs() })
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
        public,
    })
}

/// Decides on a case: public, or hidden behind a tombstone. On a text that is public already,
/// to publish is to keep it. Stale if the author has corrected the text since it was read.
/// Returns the contribution it is about.
pub async fn decide(
    services: &Services,
    ask: &Asking,
    case: i64,
    draft: &DecisionDraft,
) -> Result<(Kind, i64), Declined> {
    let DecisionDraft { decision, class, ref reason, revision } = *draft;
    let mut tx = services.begin(ask.ambito).await?;
    let leave = permit(&ask.actor, Operation::Moderate, &Facts::of(ask.ambito), ask.now)?;
    let case =
        store::moderation::find(&mut tx, ask.ambito, case).await?.ok_or(Declined::NotFound)?;
    let voice = store::voices::by_id(&mut tx, ask.ambito, case.contribution)
        .await?
        .ok_or(Declined::NotFound)?;
    let (subject, id) = match case.comment {
        Some(comment) => (Subject::Comment, comment.uuid()),
        None => (Subject::Contribution, voice.id.uuid()),
    };
    let author = identity::author(&mut tx, id).await?;
    if author.is_some() && author == ask.actor.person() {
        return Err(Refusal::Interest.into());
    }
    if case.decided {
        return Err(Refusal::AlreadyDone.into());
    }
    if case.comment.is_none() && revision != voice.revision {
        return Err(Declined::Stale { current: voice.revision });
    }
    let faults = faults(reason);
    if !faults.is_empty() {
        return Err(faults.into());
    }
    let publish = match decision {
        Decision::Publish | Decision::PublishSoftened => true,
        Decision::Reject | Decision::Hide => false,
    };
    if let Some(id) = case.comment {
        let comment = store::voices::comment_by_id(&mut tx, ask.ambito, id)
            .await?
            .ok_or(Declined::NotFound)?;
        let to = if publish { Standing::Published } else { Standing::Hidden };
        match comment.standing {
            Standing::Published | Standing::InModeration => {
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
            (Standing::Withdrawn | Standing::Hidden | Standing::Anonymised, _) => {
                return Err(Refusal::AlreadyDone.into());
            }
        }
    }
    store::moderation::close(&mut tx, &leave, case.id, Some(&Verdict { decision, class, reason }))
        .await?;
    let (sealed, salt) = (Sealed::Verdict, services.chance.bytes());
    let details = Details {
        class: Some(class.code().to_owned()),
        others: vec![case.id.uuid()],
        sealed: seals::seal(&mut tx, &leave, sealed, case.id.uuid(), &salt).await?,
        ..Details::default()
    };
    chain::append(&mut tx, &leave, subject, id, &details).await?;
    commit(tx).await?;
    Ok((voice.kind, voice.number))
}
