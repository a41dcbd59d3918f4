//! Needs and proposals: sent, corrected before they are public, withdrawn.
//!
//! A text is never edited away: a correction is another revision, a withdrawal leaves a
//! tombstone (invariant 3). A visitor's need carries a receipt code instead of an authorship.

use domain::contributions::{
    AuthorKind, Channel, Draft, Kind, Standing, Words, policy_is_sensitive,
};
use domain::events::{Details, Subject, hex};
use domain::faults::{Fault, Refusal, What};
use domain::ids::{CaseId, ContributionId, MunicipalityId, PolicyId, SessionId};
use domain::messages::MessageKind;
use domain::moderation::{Cause, SofteningAnswer};
use domain::people::Actor;
use domain::policy::{Facts, Operation, Permit, permit};
use domain::rounds::{ModerationMode, Opening, receiving};
use domain::screening::Screening;
use domain::territory::Category;
use domain::views::{ContributionRef, ReceiptPage};
use store::forms_sent::{self, FormHash};
use store::moderation::NewCase;
use store::voices::{NewVoice, RoundFacts, Voice};
use store::{Snapshot, Tx, casework, chain, counts, identity};

use crate::drafts::{self, Held};
use crate::{Asking, Declined, Services, commit, moderation, receipts};

/// What was sent, and what happens next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// Its number in the Ambito.
    pub number: i64,
    /// Need or proposal.
    pub kind: Kind,
    /// Where it stands: public, or waiting for a moderator.
    pub standing: Standing,
    /// The receipt code, in groups, when a visitor sent it.
    pub receipt: Option<String>,
    /// The page that says so.
    pub page: ReceiptPage,
}

/// Whose text it is that is corrected or withdrawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whose {
    /// That of the holder of this receipt code, as typed.
    Receipt(String),
    /// That of the person who asks.
    Own(Kind, i64),
}

/// The most needs a proposal may say it answers.
pub const ANSWERS_MOST: usize = 20;

/// What of a round a kind of contribution needs to be open.
pub const fn opening(kind: Kind) -> Opening {
    match kind {
        Kind::Need => Opening::Needs,
        Kind::Proposal => Opening::Proposals,
    }
}

/// The capacity in which an organisation of this category speaks.
pub const fn speaks_as(category: Category) -> AuthorKind {
    match category {
        Category::Associations | Category::Volunteers | Category::Families => {
            AuthorKind::Association
        }
        Category::Schools => AuthorKind::School,
        Category::Unions => AuthorKind::Union,
        Category::Diocese => AuthorKind::Diocese,
        Category::Cooperatives => AuthorKind::Cooperative,
        Category::Health => AuthorKind::Health,
        Category::Municipalities => AuthorKind::Municipality,
        Category::Region | Category::Province | Category::PublicBody => AuthorKind::Practitioner,
    }
}

/// Sends a need or a proposal. A second sending of the same form returns what the first made.
pub async fn submit(
    services: &Services,
    ask: &Asking,
    draft: Draft,
    sending: &str,
) -> Result<Sent, Declined> {
    submit_from(services, ask, draft, sending, None).await
}

/// The same, of a draft that was kept: the text is made and the draft is gone, together.
pub(crate) async fn submit_from(
    services: &Services,
    ask: &Asking,
    draft: Draft,
    sending: &str,
    kept: Option<&Held>,
) -> Result<Sent, Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let form = FormHash::of(sending);
    if let Some(first) = crate::made(&mut tx, form.as_ref()).await? {
        return sent_before(&mut tx, ask, first.into(), sending).await;
    }
    drafts::take(&mut tx, ask, kept).await?;

    let rounds = store::voices::rounds(&mut tx, ask.ambito).await?;
    let asked = opening(draft.kind);
    let facts = receiving(&rounds, |one| (&one.round, one.number), asked, draft.round, ask.now);
    let Some(facts) = facts else {
        return Err(Refusal::NotOpened.into());
    };
    let operation = match draft.kind {
        Kind::Proposal => Operation::SubmitProposal,
        Kind::Need if draft.signed || draft.organisation.is_some() => Operation::SubmitSignedNeed,
        Kind::Need => Operation::SubmitNeed,
    };
    let leave = permit(&ask.actor, operation, &Facts::within(ask.ambito, &facts.round), ask.now)?;
    let entered = enter(services, ask, &mut tx, &leave, facts, &draft, Via::Online).await?;
    let receipt = match ask.actor.person() {
        Some(person) => {
            let about = entered.id.uuid();
            identity::keep_author(&mut tx, &leave, about, person).await?;
            // Who is in danger may not be alone with their mail: nothing is sent that tells of it.
            if !entered.screening.danger() {
                let (message, received) = (services.chance.id(ask.now), MessageKind::Received);
                store::outbox::enqueue(&mut tx, &leave, message, received, person, about).await?;
            }
            None
        }
        None => {
            let code = match form {
                Some(_) => receipts::code_of_form(sending),
                None => receipts::fresh_code(&services.chance),
            };
            identity::keep_receipt(&mut tx, &leave, &receipts::hash(&code), entered.id).await?;
            Some(receipts::grouped(&code))
        }
    };
    forms_sent::remember(&mut tx, &leave, form.as_ref(), entered.id.uuid()).await?;
    let sent = Sent {
        number: entered.number,
        kind: draft.kind,
        standing: entered.standing,
        receipt: receipt.clone(),
        page: ReceiptPage {
            contribution: ContributionRef {
                kind: draft.kind,
                number: entered.number,
                title: draft.words.title.clone(),
                language: draft.language.clone(),
            },
            standing: entered.standing,
            code: receipt,
            closes: facts.round.closes,
            at: leave.at(),
            screening: entered.screening,
        },
    };
    commit(tx).await?;
    Ok(sent)
}

/// How a voice comes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Via {
    /// On the web, from whoever asks.
    Online,
    /// From the room of a session.
    Session(SessionId),
}

/// A voice that has just come in.
pub(crate) struct Entered {
    /// Which.
    pub id: ContributionId,
    /// Its number.
    pub number: i64,
    /// Where it stands: public, or waiting for a moderator.
    pub standing: Standing,
    /// What the detectors find in it.
    pub screening: Screening,
}

/// Takes a voice in, however it comes: its words and codes are checked, it is screened, and is
/// public at once or waits for a moderator, as its words, its policy and its round have it.
pub(crate) async fn enter(
    services: &Services,
    ask: &Asking,
    tx: &mut Tx,
    leave: &Permit,
    round: &RoundFacts,
    draft: &Draft,
    via: Via,
) -> Result<Entered, Declined> {
    let checked = check(tx, ask, draft).await?;
    let screening = Screening::of_words(&draft.words);
    let cause = if let Some(found) = screening.cause() {
        Some(found)
    } else if checked.sensitive {
        Some(Cause::Sensitive)
    } else if round.round.moderation == ModerationMode::Before {
        Some(Cause::Before)
    } else {
        None
    };
    let byline = match ask.actor.person() {
        Some(person) if draft.signed => identity::name(tx, person).await?,
        Some(_) | None => None,
    };
    let (channel, session) = match via {
        Via::Online => (Channel::Online, None),
        Via::Session(session) => (Channel::Session, Some(session)),
    };
    let new = NewVoice {
        id: services.chance.id(ask.now),
        number: store::voices::next_number(tx, leave).await?,
        round: round.round.id,
        kind: draft.kind,
        policy: checked.policy,
        municipality: checked.municipality,
        author_kind: checked.author_kind,
        organisation: draft.organisation,
        byline,
        channel,
        session,
        sensitive: checked.sensitive || !screening.clear(),
        echo_of: checked.echo_of,
        language: &draft.language,
        words: &draft.words,
        salt: services.chance.bytes(),
    };
    store::voices::insert(tx, leave, &new).await?;
    for need in checked.answers {
        store::voices::answer(tx, leave, new.id, need).await?;
    }
    let standing = match cause {
        Some(cause) => {
            let id: CaseId = services.chance.id(ask.now);
            let detected = &screening.classes();
            let case = NewCase {
                id,
                contribution: new.id,
                comment: None,
                cause,
                detected,
                note: None,
                appeal_of: None,
            };
            store::moderation::open(tx, leave, &case).await?;
            if cause == Cause::Danger {
                moderation::alert(services, ask, tx, leave, id).await?;
            }
            Standing::InModeration
        }
        None => {
            counts::publish(tx, leave, new.id).await?;
            Standing::Published
        }
    };
    let details = Details {
        version: Some(1),
        text: Some(hex(&draft.words.hash(&new.salt))),
        class: Some(standing.code().to_owned()),
        ..Details::default()
    };
    chain::append(tx, leave, Subject::Contribution, new.id.uuid(), &details).await?;
    Ok(Entered { id: new.id, number: new.number, standing, screening })
}

/// What the first sending of this form made. Whoever has the form's id sent it.
async fn sent_before(
    tx: &mut Tx,
    ask: &Asking,
    first: ContributionId,
    sending: &str,
) -> Result<Sent, Declined> {
    let Some(voice) = store::voices::by_id(tx, ask.ambito, first).await? else {
        return Err(Declined::NotFound);
    };
    let (words, language) = counts::words(tx, voice.id, voice.revision).await?;
    let code = receipts::code_of_form(sending);
    let its = identity::receipt(tx, ask.ambito, &receipts::hash(&code)).await?;
    let receipt = (its == Some(voice.id)).then(|| receipts::grouped(&code));
    let screening = Screening::of_words(&words);
    Ok(Sent {
        number: voice.number,
        kind: voice.kind,
        standing: voice.standing,
        receipt: receipt.clone(),
        page: ReceiptPage {
            contribution: ContributionRef {
                kind: voice.kind,
                number: voice.number,
                title: words.title,
                language,
            },
            standing: voice.standing,
            code: receipt,
            closes: voice.round.round.closes,
            at: voice.created,
            screening,
        },
    })
}

/// A draft whose codes have been found.
struct Checked {
    policy: PolicyId,
    municipality: MunicipalityId,
    author_kind: AuthorKind,
    sensitive: bool,
    echo_of: Option<ContributionId>,
    answers: Vec<ContributionId>,
}

/// Checks words and codes; all faults at once.
async fn check(tx: &mut Tx, ask: &Asking, draft: &Draft) -> Result<Checked, Declined> {
    let mut faults = draft.words.faults();
    let not_a_choice = |field: &str| Fault::new(field, What::NotAChoice);
    let letters = draft.language.bytes().all(|byte| byte.is_ascii_lowercase());
    if !letters || !(2..=3).contains(&draft.language.len()) {
        faults.push(not_a_choice("language"));
    }
    let policy = store::voices::policy(tx, ask.ambito, &draft.policy).await?;
    if policy.is_none() {
        faults.push(not_a_choice("policy"));
    }
    let municipality = store::voices::municipality(tx, ask.ambito, &draft.municipality).await?;
    if municipality.is_none() {
        faults.push(not_a_choice("municipality"));
    }
    let mut author_kind = draft.author_kind;
    if let Some(organisation) = draft.organisation {
        let theirs = ask.actor.organisations().any(|theirs| theirs == organisation);
        match store::voices::category(tx, ask.ambito, organisation).await? {
            Some(category) if theirs => author_kind = speaks_as(category),
            Some(_) | None => faults.push(not_a_choice("organisation")),
        }
    } else if !AuthorKind::PERSONAL.contains(&author_kind) {
        faults.push(not_a_choice("author_kind"));
    }
    let mut echo_of = None;
    if let Some(number) = draft.also_of {
        echo_of = public_need(tx, ask, number).await?;
        if echo_of.is_none() || draft.kind != Kind::Need {
            faults.push(not_a_choice("also_of"));
        }
    }
    let mut numbers = draft.answers.clone();
    numbers.sort_unstable();
    numbers.dedup();
    let mut answers = Vec::new();
    if draft.kind == Kind::Need && !numbers.is_empty() || numbers.len() > ANSWERS_MOST {
        faults.push(not_a_choice("answers"));
    } else {
        for &number in &numbers {
            answers.extend(public_need(tx, ask, number).await?);
        }
        if answers.len() < numbers.len() {
            faults.push(not_a_choice("answers"));
        }
    }
    match (policy, municipality) {
        (Some(policy), Some(municipality)) if faults.is_empty() => Ok(Checked {
            policy,
            municipality,
            author_kind,
            sensitive: draft.sensitive || policy_is_sensitive(&draft.policy),
            echo_of,
            answers,
        }),
        _ => Err(faults.into()),
    }
}

async fn public_need(
    tx: &mut Tx,
    ask: &Asking,
    number: i64,
) -> Result<Option<ContributionId>, Declined> {
    let found = store::voices::find(tx, ask.ambito, Kind::Need, number).await?;
    Ok(found.filter(Voice::public).map(|voice| voice.id))
}

/// The text somebody says is theirs, as whom they act, and whether it is.
pub(crate) async fn locate(
    snapshot: &mut Snapshot,
    ask: &Asking,
    whose: &Whose,
) -> Result<(Actor, Voice, bool), Declined> {
    match whose {
        Whose::Receipt(typed) => {
            let unknown = || Declined::Invalid(vec![Fault::new("code", What::UnknownCode)]);
            let code = receipts::normalised(typed).ok_or_else(unknown)?;
            let id = identity::receipt(snapshot, ask.ambito, &receipts::hash(&code))
                .await?
                .ok_or_else(unknown)?;
            let voice =
                store::voices::by_id(snapshot, ask.ambito, id).await?.ok_or_else(unknown)?;
            Ok((Actor::Receipt, voice, true))
        }
        Whose::Own(kind, number) => {
            let voice = store::voices::find(snapshot, ask.ambito, *kind, *number)
                .await?
                .ok_or(Declined::NotFound)?;
            let author = identity::author(snapshot, voice.id.uuid()).await?;
            let own = author.is_some() && author == ask.actor.person();
            // That a text waits for moderation is nobody else's business.
            if !own && voice.standing == Standing::InModeration {
                return Err(Declined::NotFound);
            }
            Ok((ask.actor.clone(), voice, own))
        }
    }
}

/// A text that was corrected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Corrected {
    /// Need or proposal.
    pub kind: Kind,
    /// Its number in the Ambito.
    pub number: i64,
    /// What the detectors find in it now.
    pub screening: Screening,
}

/// Corrects one's own text before it is public: another revision. Where somebody else could be
/// recognised in what stood there before, those words are erased with their salt (domain.md §8
/// case 17).
pub async fn correct(
    services: &Services,
    ask: &Asking,
    whose: Whose,
    words: Words,
) -> Result<Corrected, Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let (actor, voice, own) = locate(&mut tx, ask, &whose).await?;
    let facts = Facts {
        own,
        public: voice.standing == Standing::Published,
        ..Facts::within(ask.ambito, &voice.round.round)
    };
    let leave = permit(&actor, Operation::CorrectContribution, &facts, ask.now)?;
    match voice.standing {
        Standing::InModeration => {}
        Standing::Published => return Err(Refusal::AlreadyPublic.into()),
        Standing::Withdrawn | Standing::Hidden | Standing::Anonymised => {
            return Err(Refusal::NotPublic.into());
        }
    }
    let faults = words.faults();
    if !faults.is_empty() {
        return Err(faults.into());
    }
    let (before, language) = counts::words(&mut tx, voice.id, voice.revision).await?;
    let screening = Screening::of_words(&words);
    let (kind, number) = (voice.kind, voice.number);
    if before == words {
        return Ok(Corrected { kind, number, screening });
    }
    let revision = voice.revision + 1;
    let salt: [u8; 32] = services.chance.bytes();
    store::voices::revise(&mut tx, &leave, voice.id, revision, &language, &words, &salt).await?;
    let raw = Screening::of_words(&before).third_person();
    if raw {
        store::voices::erase_revision(&mut tx, &leave, voice.id, voice.revision).await?;
    }
    store::parts::keep_in_step(&mut tx, &leave, voice.id, &words.body).await?;
    reassess(services, ask, &mut tx, &leave, &voice, &screening).await?;
    let details = Details {
        version: Some(revision),
        text: Some(hex(&words.hash(&salt))),
        class: raw.then(|| ERASED.to_owned()),
        ..Details::default()
    };
    chain::append(&mut tx, &leave, Subject::Contribution, voice.id.uuid(), &details).await?;
    commit(tx).await?;
    Ok(Corrected { kind, number, screening })
}

/// Keeps the open case of a corrected text in step with what is found in it now.
async fn reassess(
    services: &Services,
    ask: &Asking,
    tx: &mut Tx,
    leave: &Permit,
    voice: &Voice,
    screening: &Screening,
) -> Result<(), Declined> {
    let Some(case) = store::moderation::open_on(tx, voice.id, None).await? else { return Ok(()) };
    let found = screening.cause();
    moderation::keep_in_step(services, ask, tx, leave, &case, found, screening).await?;
    // A wording that was proposed for the words before has its answer in the new ones.
    casework::answer(tx, leave, case.id, SofteningAnswer::Rewritten).await?;
    Ok(())
}

/// Withdraws one's own text, at any time. In no cluster and no action, its words and salts are
/// erased; otherwise the words stay where others built on them and the link to the author is
/// cut (domain.md §3.4). Either way it leaves the public pages. Returns which text it is.
pub async fn withdraw(
    services: &Services,
    ask: &Asking,
    whose: Whose,
) -> Result<(Kind, i64), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let (actor, voice, own) = locate(&mut tx, ask, &whose).await?;
    let facts =
        Facts { own, public: voice.public(), ..Facts::within(ask.ambito, &voice.round.round) };
    let leave = permit(&actor, Operation::WithdrawContribution, &facts, ask.now)?;
    match voice.standing {
        Standing::Published => {
            counts::unpublish(&mut tx, &leave, voice.id, Standing::Withdrawn).await?;
        }
        Standing::InModeration => {
            store::voices::leave_in(&mut tx, &leave, voice.id, Standing::Withdrawn).await?;
        }
        Standing::Withdrawn | Standing::Anonymised => return Err(Refusal::AlreadyDone.into()),
        Standing::Hidden => return Err(Refusal::NotPublic.into()),
    }
    let linked = store::voices::is_linked(&mut tx, voice.id).await?;
    if linked {
        store::voices::unname(&mut tx, &leave, voice.id).await?;
        store::parts::erase(&mut tx, &leave, voice.id).await?;
        identity::cut_author(&mut tx, &leave, voice.id.uuid()).await?;
    } else {
        store::voices::erase(&mut tx, &leave, voice.id).await?;
    }
    while let Some(case) = store::moderation::open_on(&mut tx, voice.id, None).await? {
        casework::answer(&mut tx, &leave, case.id, SofteningAnswer::Superseded).await?;
        store::moderation::close(&mut tx, &leave, case.id, None).await?;
    }
    let details = Details {
        class: Some(if linked { KEPT } else { ERASED }.to_owned()),
        ..Details::default()
    };
    chain::append(&mut tx, &leave, Subject::Contribution, voice.id.uuid(), &details).await?;
    commit(tx).await?;
    Ok((voice.kind, voice.number))
}

/// Class of a withdrawal, or of a correction, that erased the words before it.
pub(crate) const ERASED: &str = "cancellato";
/// Class of a withdrawal that kept the words, because others built on them.
pub(crate) const KEPT: &str = "legame_tagliato";
