//! Comments: one level of answers, the capacity of the author shown, organisations by name.

use domain::citizen_forms::CommentDraft;
use domain::comments::{editable_until, faults, hash, shown_role};
use domain::contributions::{AuthorKind, Kind, Standing};
use domain::events::{Details, Subject, hex};
use domain::faults::{Fault, Refusal, What};
use domain::ids::{CaseId, CommentId, ContributionId, OrganisationId};
use domain::moderation::Cause;
use domain::people::{Actor, Role};
use domain::policy::{Facts, Operation, Permit, permit};
use domain::rounds::ModerationMode;
use domain::screening::Screening;
use domain::suppression::{self, Shown};
use domain::time::Moment;
use store::forms_sent::{self, FormHash};
use store::moderation::NewCase;
use store::voices::{NewComment, Voice};
use store::{Snapshot, Tx, casework, chain, identity};

use crate::{Asking, Declined, Services, commit, moderation, voices};

/// A text that waits for moderation is not there for others.
pub(crate) fn known(voice: &Voice) -> Result<(), Declined> {
    if voice.standing == Standing::InModeration { Err(Declined::NotFound) } else { Ok(()) }
}

/// In which capacity, and for which organisation, somebody comments.
async fn speaker(
    tx: &mut Tx,
    ask: &Asking,
) -> Result<(AuthorKind, Option<OrganisationId>), Declined> {
    let organisation = ask
        .actor
        .grants()
        .iter()
        .find(|grant| grant.role == Role::Representative)
        .and_then(|grant| grant.organisation);
    if let Some(organisation) = organisation
        && let Some(category) = store::voices::category(tx, ask.ambito, organisation).await?
    {
        return Ok((voices::speaks_as(category), Some(organisation)));
    }
    let citizen = match &ask.actor {
        Actor::Person { .. } => {
            ask.actor.has(Role::Citizen) || ask.actor.has(Role::VerifiedCitizen)
        }
        Actor::Visitor | Actor::Receipt | Actor::Installation => true,
    };
    Ok((if citizen { AuthorKind::Citizen } else { AuthorKind::Practitioner }, None))
}

/// Until when the comments of whoever asks are suspended, if they are.
pub(crate) async fn silenced(
    snapshot: &mut Snapshot,
    ask: &Asking,
) -> Result<Option<Moment>, Declined> {
    match ask.actor.person() {
        Some(person) => Ok(casework::silenced(snapshot, ask.ambito, person, ask.now).await?),
        None => Ok(None),
    }
}

/// A comment that was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// Its number in the Ambito.
    pub number: i64,
    /// Where it stands: public, or waiting for a moderator.
    pub standing: Standing,
    /// What the detectors found in it.
    pub screening: Screening,
}

/// Comments on a public text, or answers one of its top comments. What the detectors find in it
/// holds it for a moderator. A second sending of the same form returns what the first one made.
pub async fn submit(
    services: &Services,
    ask: &Asking,
    kind: Kind,
    number: i64,
    draft: &CommentDraft,
    sending: &str,
) -> Result<Spoken, Declined> {
    let CommentDraft { body, parent, stance, language } = draft;
    let screening = Screening::of(&[body]);
    let mut tx = services.begin(ask.ambito).await?;
    let form = FormHash::of(sending);
    if let Some(first) = crate::made(&mut tx, form.as_ref()).await? {
        let made = store::voices::comment_by_id(&mut tx, ask.ambito, first.into()).await?;
        let made = made.ok_or(Declined::NotFound)?;
        return Ok(Spoken { number: made.number, standing: made.standing, screening });
    }
    let voice =
        store::voices::find(&mut tx, ask.ambito, kind, number).await?.ok_or(Declined::NotFound)?;
    known(&voice)?;
    let silenced = silenced(&mut tx, ask).await?;
    let round = &voice.round.round;
    let facts = Facts { public: voice.public(), silenced, ..Facts::within(ask.ambito, round) };
    let leave = permit(&ask.actor, Operation::Comment, &facts, ask.now)?;
    let person = leave.person().ok_or(Refusal::SignInNeeded)?;

    let mut faults = faults(body);
    let letters = language.bytes().all(|byte| byte.is_ascii_lowercase());
    if !letters || !(2..=3).contains(&language.len()) {
        faults.push(Fault::new("comment_language", What::NotAChoice));
    }
    let mut parent_id = None;
    if let Some(parent) = *parent {
        parent_id = store::voices::comment(&mut tx, voice.id, parent)
            .await?
            .filter(|top| top.parent.is_none() && top.standing == Standing::Published)
            .map(|top| top.id);
        if parent_id.is_none() {
            faults.push(Fault::new("parent", What::NotAChoice));
        }
    } else if stance.is_none() {
        faults.push(Fault::new("stance", What::Missing));
    }
    if !faults.is_empty() {
        return Err(faults.into());
    }

    let (author_kind, organisation) = speaker(&mut tx, ask).await?;
    let before = voice.round.round.moderation == ModerationMode::Before;
    let cause = screening.cause().or(before.then_some(Cause::Before));
    let new = NewComment {
        id: services.chance.id(ask.now),
        contribution: voice.id,
        parent: parent_id,
        author_kind,
        organisation,
        standing: match cause {
            Some(_) => Standing::InModeration,
            None => Standing::Published,
        },
        body,
        stance: stance.filter(|_| parent_id.is_none()),
        language,
        role: shown_role(&ask.actor),
        salt: services.chance.bytes(),
    };
    identity::keep_author(&mut tx, &leave, new.id.uuid(), person).await?;
    let number = store::voices::insert_comment(&mut tx, &leave, &new).await?;
    if let Some(cause) = cause {
        hold(services, ask, &mut tx, &leave, (voice.id, new.id), cause, &screening).await?;
    }
    forms_sent::remember(&mut tx, &leave, form.as_ref(), new.id.uuid()).await?;
    let details = Details {
        version: Some(1),
        text: Some(hex(&hash(&new.salt, body, new.stance))),
        class: Some(new.standing.code().to_owned()),
        others: vec![voice.id.uuid()],
        ..Details::default()
    };
    chain::append(&mut tx, &leave, Subject::Comment, new.id.uuid(), &details).await?;
    let standing = new.standing;
    commit(tx).await?;
    Ok(Spoken { number, standing, screening })
}

/// Opens the case of a comment that waits, and calls the moderators if it tells of danger.
async fn hold(
    services: &Services,
    ask: &Asking,
    tx: &mut Tx,
    leave: &Permit,
    (contribution, comment): (ContributionId, CommentId),
    cause: Cause,
    screening: &Screening,
) -> Result<(), Declined> {
    let id: CaseId = services.chance.id(ask.now);
    let detected = &screening.classes();
    let comment = Some(comment);
    let case = NewCase { id, contribution, comment, cause, detected, note: None, appeal_of: None };
    store::moderation::open(tx, leave, &case).await?;
    if cause == Cause::Danger {
        moderation::alert(services, ask, tx, leave, id).await?;
    }
    Ok(())
}

/// Edits one's own comment, for a while after it was sent, by the server's clock. The words before
/// are kept, unless somebody else could be recognised in them; once somebody has answered, readers
/// are told. What the detectors find in the new words holds it for a moderator.
pub async fn edit(
    services: &Services,
    ask: &Asking,
    kind: Kind,
    number: i64,
    comment: i64,
    body: &str,
) -> Result<Spoken, Declined> {
    let screening = Screening::of(&[body]);
    let mut tx = services.begin(ask.ambito).await?;
    let (voice, found, own) = locate(&mut tx, ask, kind, number, comment).await?;
    let facts = Facts { own, ..Facts::within(ask.ambito, &voice.round.round) };
    let leave = permit(&ask.actor, Operation::EditComment, &facts, ask.now)?;
    match found.standing {
        Standing::Published | Standing::InModeration => {}
        Standing::Withdrawn | Standing::Anonymised | Standing::Hidden => {
            return Err(Refusal::NotPublic.into());
        }
    }
    let since = editable_until(found.sent);
    if ask.now >= since {
        return Err(Refusal::EditOver { since }.into());
    }
    let faults: Vec<Fault> =
        faults(body).into_iter().map(|fault| Fault::new("edited", fault.what)).collect();
    if !faults.is_empty() {
        return Err(faults.into());
    }
    if found.body == body {
        return Ok(Spoken { number: comment, standing: found.standing, screening });
    }
    let marked = store::voices::is_answered(&mut tx, found.id).await?;
    let raw = Screening::of(&[&found.body]).third_person();
    let salt: [u8; 32] = services.chance.bytes();
    let how = (marked, raw);
    store::voices::edit_comment(&mut tx, &leave, found.id, body, &salt, how).await?;
    let open = store::moderation::open_on(&mut tx, voice.id, Some(found.id)).await?;
    let mut standing = found.standing;
    match (open, screening.cause()) {
        (Some(case), cause) => {
            moderation::keep_in_step(services, ask, &mut tx, &leave, &case, cause, &screening)
                .await?;
        }
        (None, Some(cause)) => {
            hold(services, ask, &mut tx, &leave, (voice.id, found.id), cause, &screening).await?;
        }
        (None, None) => {}
    }
    if screening.cause().is_some() && standing == Standing::Published {
        standing = Standing::InModeration;
        store::voices::move_comment(&mut tx, &leave, voice.id, &found, standing).await?;
    }
    let details = Details {
        version: Some(found.revision + 1),
        text: Some(hex(&hash(&salt, body, found.stance))),
        class: raw.then(|| voices::ERASED.to_owned()),
        others: vec![voice.id.uuid()],
        ..Details::default()
    };
    chain::append(&mut tx, &leave, Subject::Comment, found.id.uuid(), &details).await?;
    commit(tx).await?;
    Ok(Spoken { number: comment, standing, screening })
}

/// Agrees with a comment, or takes that back: one a person and comment. The record says that
/// somebody did, never who. Returns how many agree, as it may be shown.
pub async fn agree(
    services: &Services,
    ask: &Asking,
    kind: Kind,
    number: i64,
    comment: i64,
    agrees: bool,
) -> Result<Shown, Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let (voice, found, own) = locate(&mut tx, ask, kind, number, comment).await?;
    let public = voice.public() && found.standing == Standing::Published;
    let facts = Facts { public, ..Facts::within(ask.ambito, &voice.round.round) };
    let operation = if agrees { Operation::Agree } else { Operation::WithdrawAgreement };
    let leave = permit(&ask.actor, operation, &facts, ask.now)?;
    let person = leave.person().ok_or(Refusal::SignInNeeded)?;
    if own {
        return Err(Refusal::OwnText.into());
    }
    let shown = |n: i64| suppression::people(u32::try_from(n).unwrap_or(0));
    if !store::voices::agree(&mut tx, &leave, found.id, person, agrees).await? {
        return Ok(shown(found.agreements));
    }
    store::counts::dispute(&mut tx, &leave, voice.id).await?;
    let id = found.id.uuid();
    chain::append(&mut tx, &leave, Subject::Comment, id, &Details::default()).await?;
    commit(tx).await?;
    Ok(shown(found.agreements + if agrees { 1 } else { -1 }))
}

/// A comment on a text, and whether it is the asker's own. That one waits for a moderator is
/// nobody else's business.
pub(crate) async fn locate(
    snapshot: &mut Snapshot,
    ask: &Asking,
    kind: Kind,
    number: i64,
    comment: i64,
) -> Result<(Voice, store::voices::Comment, bool), Declined> {
    let voice = store::voices::find(snapshot, ask.ambito, kind, number).await?;
    let voice = voice.ok_or(Declined::NotFound)?;
    let found = store::voices::comment(snapshot, voice.id, comment).await?;
    let found = found.ok_or(Declined::NotFound)?;
    let author = identity::author(snapshot, found.id.uuid()).await?;
    let own = author.is_some() && author == ask.actor.person();
    if !own && found.standing == Standing::InModeration {
        return Err(Declined::NotFound);
    }
    Ok((voice, found, own))
}

/// Withdraws one's own comment: its text is erased, a tombstone stays, answers too.
pub async fn withdraw(
    services: &Services,
    ask: &Asking,
    kind: Kind,
    number: i64,
    comment: i64,
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let (voice, found, own) = locate(&mut tx, ask, kind, number, comment).await?;
    let facts = Facts { own, ..Facts::within(ask.ambito, &voice.round.round) };
    let leave = permit(&ask.actor, Operation::WithdrawComment, &facts, ask.now)?;
    match found.standing {
        Standing::Published | Standing::InModeration => {}
        Standing::Withdrawn | Standing::Anonymised => return Err(Refusal::AlreadyDone.into()),
        Standing::Hidden => return Err(Refusal::NotPublic.into()),
    }
    store::voices::move_comment(&mut tx, &leave, voice.id, &found, Standing::Withdrawn).await?;
    store::voices::erase_comment(&mut tx, &leave, found.id).await?;
    while let Some(case) = store::moderation::open_on(&mut tx, voice.id, Some(found.id)).await? {
        store::moderation::close(&mut tx, &leave, case.id, None).await?;
    }
    let details = Details {
        class: Some(voices::ERASED.to_owned()),
        others: vec![voice.id.uuid()],
        ..Details::default()
    };
    chain::append(&mut tx, &leave, Subject::Comment, found.id.uuid(), &details).await?;
    commit(tx).await
}
