//! Comments: one level of answers, the capacity of the author shown, organisations by name.

use domain::comments::faults;
use domain::contributions::{AuthorKind, Kind, Standing, salted};
use domain::events::{Details, Subject, hex};
use domain::faults::{Fault, Refusal, What};
use domain::ids::{CaseId, OrganisationId};
use domain::moderation::Cause;
use domain::people::{Actor, Role};
use domain::policy::{Facts, Operation, permit};
use domain::rounds::ModerationMode;
use domain::screening::Screening;
use store::forms_sent::{self, FormHash};
use store::moderation::NewCase;
use store::voices::{NewComment, Voice};
use store::{Tx, chain, identity};

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
    parent: Option<i64>,
    body: &str,
    sending: &str,
) -> Result<Spoken, Declined> {
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
    let facts = Facts { public: voice.public(), ..Facts::within(ask.ambito, &voice.round.round) };
    let leave = permit(&ask.actor, Operation::Comment, &facts, ask.now)?;
    let person = leave.person().ok_or(Refusal::SignInNeeded)?;

    let mut faults = faults(body);
    let mut parent_id = None;
    if let Some(parent) = parent {
        parent_id = store::voices::comment(&mut tx, voice.id, parent)
            .await?
            .filter(|top| top.parent.is_none() && top.standing == Standing::Published)
            .map(|top| top.id);
        if parent_id.is_none() {
            faults.push(Fault::new("parent", What::NotAChoice));
        }
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
        salt: services.chance.bytes(),
    };
    let number = store::voices::insert_comment(&mut tx, &leave, &new).await?;
    identity::keep_author(&mut tx, &leave, new.id.uuid(), person).await?;
    if let Some(cause) = cause {
        let id: CaseId = services.chance.id(ask.now);
        let (contribution, comment) = (voice.id, Some(new.id));
        let detected = &screening.classes();
        let case = NewCase { id, contribution, comment, cause, detected, note: None };
        store::moderation::open(&mut tx, &leave, &case).await?;
        if cause == Cause::Danger {
            moderation::alert(services, ask, &mut tx, &leave, id).await?;
        }
    }
    forms_sent::remember(&mut tx, &leave, form.as_ref(), new.id.uuid()).await?;
    let details = Details {
        version: Some(1),
        text: Some(hex(&salted(&new.salt, &[body]))),
        class: Some(new.standing.code().to_owned()),
        others: vec![voice.id.uuid()],
        ..Details::default()
    };
    chain::append(&mut tx, &leave, Subject::Comment, new.id.uuid(), &details).await?;
    let standing = new.standing;
    commit(tx).await?;
    Ok(Spoken { number, standing, screening })
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
    let voice =
        store::voices::find(&mut tx, ask.ambito, kind, number).await?.ok_or(Declined::NotFound)?;
    let found =
        store::voices::comment(&mut tx, voice.id, comment).await?.ok_or(Declined::NotFound)?;
    let author = identity::author(&mut tx, found.id.uuid()).await?;
    let own = author.is_some() && author == ask.actor.person();
    if !own && found.standing == Standing::InModeration {
        return Err(Declined::NotFound);
    }
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
