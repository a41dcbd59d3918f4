//! Drafts of voices (domain.md §8, case 11): a form that was opened before a round closed and sent
//! after it. The server's clock decides that it is late; nothing that was written is lost. With an
//! account it stands under *Le mie voci*, without one it is behind a receipt code. Nobody else
//! reads it, nothing counts it. It can be sent once its round is open again, or to another that
//! is; corrected; or thrown away, words and all.

use domain::citizen_forms::DRAFT_FIELDS;
use domain::contributions::{Draft, Kind};
use domain::faults::{Fault, Refusal, What};
use domain::forms::{Fields, id_of};
use domain::ids::ContributionId;
use domain::people::Actor;
use domain::policy::{Facts, Operation, Permit, permit};
use domain::rounds::{RoundState, receiving};
use domain::views::{DraftCard, RoundRef, VoiceDraftPage};
use sha2::{Digest, Sha256};
use store::drafts::Kept;
use store::forms_sent::FormHash;
use store::read::rounds::StoredRound;
use store::{Snapshot, Tx, identity, read};
use uuid::Uuid;

use crate::voices::{Sent, opening, submit_from};
use crate::{Asking, Declined, Services, commit, receipts, rounds};

/// The most bytes of a draft: many times what the fields of a voice take.
const BYTES_MOST: usize = 64 * 1024;

/// How many characters of the words stand for a missing title.
const TITLE: usize = 80;

/// Whose draft it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Held {
    /// That of the person who asks, by its number.
    Own(i64),
    /// That of the holder of this receipt code, as typed.
    Receipt(String),
}

impl Held {
    /// What stands in the wizard's field `draft`: a number, or a receipt code.
    pub fn parse(text: &str) -> Option<Held> {
        match text {
            "" => None,
            text => Some(match text.parse() {
                Ok(number) => Held::Own(number),
                Err(_) => Held::Receipt(text.to_owned()),
            }),
        }
    }
}

/// Whether something was refused for a reason for which it is kept: the round had closed, or was
/// suspended, when it arrived.
pub const fn is_late(refusal: &Refusal) -> bool {
    matches!(refusal, Refusal::Closed { .. } | Refusal::Suspended)
}

/// The fields worth keeping: those of the wizard, and none that is empty or steers it.
fn worth(fields: &Fields) -> Vec<(String, String)> {
    fields
        .pairs()
        .filter(|(name, value)| {
            DRAFT_FIELDS.contains(name) && *name != "draft" && !value.trim().is_empty()
        })
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

/// The id of the draft of a form: the same when it is sent twice.
fn id_of_form(sending: &str) -> Uuid {
    let sha = Sha256::new().chain_update("draft").chain_update(id_of(sending)).finalize();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&sha[..16]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}

/// The receipt code of the draft of a form. Another than that of the text which is made of it.
fn code_of_form(sending: &str) -> String {
    receipts::code_of_form(&format!("draft-{}", id_of(sending)))
}

/// The draft somebody says is theirs, and as whom they act.
async fn locate(
    snapshot: &mut Snapshot,
    ask: &Asking,
    held: &Held,
) -> Result<(Actor, Kept), Declined> {
    match held {
        Held::Own(number) => {
            let kept = store::drafts::by_number(snapshot, ask.ambito, *number).await?;
            let kept = kept.ok_or(Declined::NotFound)?;
            let person = ask.actor.person().ok_or(Refusal::SignInNeeded)?;
            // That somebody else has a draft is nobody's business.
            if identity::author(snapshot, kept.id).await? != Some(person) {
                return Err(Declined::NotFound);
            }
            Ok((ask.actor.clone(), kept))
        }
        Held::Receipt(typed) => {
            let unknown = || Declined::Invalid(vec![Fault::new("code", What::UnknownCode)]);
            let code = receipts::normalised(typed).ok_or_else(unknown)?;
            let id = identity::receipt(snapshot, ask.ambito, &receipts::hash(&code))
                .await?
                .ok_or_else(unknown)?;
            let kept = store::drafts::by_id(snapshot, ask.ambito, id.uuid()).await?;
            Ok((Actor::Receipt, kept.ok_or_else(unknown)?))
        }
    }
}

/// Keeps what was sent too late. The field `draft` says which one it was taken from, if any; a
/// second sending of the same form keeps it once.
pub async fn keep(
    services: &Services,
    ask: &Asking,
    kind: Kind,
    fields: &Fields,
    sending: &str,
) -> Result<VoiceDraftPage, Declined> {
    let worth = worth(fields);
    let bytes: usize = worth.iter().map(|(name, value)| name.len() + value.len()).sum();
    if bytes > BYTES_MOST {
        let found = u32::try_from(bytes).unwrap_or(u32::MAX);
        let most = u32::try_from(BYTES_MOST).unwrap_or(u32::MAX);
        return Err(vec![Fault::new("body", What::TooLong { most, found })].into());
    }
    let mut tx = services.begin(ask.ambito).await?;
    let rounds = store::voices::rounds(&mut tx, ask.ambito).await?;
    let wanted = fields.text("round").parse().ok();
    let round = receiving(&rounds, |one| (&one.round, one.number), opening(kind), wanted, ask.now);
    let round = round.ok_or(Refusal::NotOpened)?;
    let taken_from = match Held::parse(fields.text("draft")) {
        Some(held) => locate(&mut tx, ask, &held).await.ok().map(|(_, kept)| kept),
        None => None,
    };
    let facts = Facts::within(ask.ambito, &round.round);
    let leave = permit(&ask.actor, Operation::KeepDraft, &facts, ask.now)?;
    let mut code = None;
    let mut id = match (&taken_from, FormHash::of(sending)) {
        (Some(kept), _) => kept.id,
        (None, Some(_)) => id_of_form(sending),
        (None, None) => services.chance.id(ask.now),
    };
    let mut before = store::drafts::by_id(&mut tx, ask.ambito, id).await?;
    if before.is_some() && taken_from.is_none() && !owns(&mut tx, ask, id, sending).await? {
        // Somebody else's, under the same form: theirs stays as it is.
        id = services.chance.id(ask.now);
        before = None;
    }
    let number = match &before {
        Some(kept) => kept.number,
        None => store::drafts::next_number(&mut tx, &leave).await?,
    };
    let kept = Kept { id, number, round: round.round.id, kind, fields: worth, saved: leave.at() };
    store::drafts::keep(&mut tx, &leave, &kept).await?;
    match (ask.actor.person(), &before) {
        (Some(person), None) => identity::keep_author(&mut tx, &leave, id, person).await?,
        (None, None) => {
            let fresh = match FormHash::of(sending) {
                Some(_) => code_of_form(sending),
                None => receipts::fresh_code(&services.chance),
            };
            let about = ContributionId::from(id);
            identity::keep_receipt(&mut tx, &leave, &receipts::hash(&fresh), about).await?;
            code = Some(receipts::grouped(&fresh));
        }
        // Sent twice: the holder of the form is told the same code.
        (None, Some(_)) if taken_from.is_none() => {
            let same = code_of_form(sending);
            let its = identity::receipt(&mut tx, ask.ambito, &receipts::hash(&same)).await?;
            code = (its.map(ContributionId::uuid) == Some(id)).then(|| receipts::grouped(&same));
        }
        (None, Some(_)) => code = Some(fields.text("draft").to_owned()),
        (Some(_), Some(_)) => {}
    }
    let page = shown(&mut tx, ask, &kept, code).await?;
    commit(tx).await?;
    Ok(page)
}

/// Whether the draft of a form is of whoever sends it now.
async fn owns(tx: &mut Tx, ask: &Asking, id: Uuid, sending: &str) -> Result<bool, Declined> {
    Ok(match ask.actor.person() {
        Some(person) => identity::author(tx, id).await? == Some(person),
        None => {
            let code = receipts::hash(&code_of_form(sending));
            let its = identity::receipt(tx, ask.ambito, &code).await?;
            its.map(ContributionId::uuid) == Some(id)
        }
    })
}

/// A draft, for who holds it.
pub async fn page(
    services: &Services,
    ask: &Asking,
    held: &Held,
) -> Result<VoiceDraftPage, Declined> {
    let mut snapshot = services.look().await?;
    let (_, kept) = locate(&mut snapshot, ask, held).await?;
    shown(&mut snapshot, ask, &kept, None).await
}

async fn shown(
    snapshot: &mut Snapshot,
    ask: &Asking,
    kept: &Kept,
    code: Option<String>,
) -> Result<VoiceDraftPage, Declined> {
    let all = read::rounds::of_ambito(snapshot, ask.ambito).await?;
    let own = all.iter().find(|stored| stored.round.id == kept.round).ok_or(Declined::NotFound)?;
    let open: Vec<RoundRef> = all
        .iter()
        .filter(|stored| rounds::takes(&stored.round, kept.kind))
        .filter(|stored| stored.round.state(ask.now) == RoundState::Open)
        .map(|stored: &StoredRound| stored.reference(ask.now))
        .collect();
    Ok(VoiceDraftPage {
        number: kept.number,
        code,
        kind: kept.kind,
        fields: Fields::from_pairs(kept.fields.iter().cloned()),
        round: own.reference(ask.now),
        may_send: rounds::window(&own.round, opening(kept.kind), ask.now),
        saved: kept.saved,
        open,
    })
}

/// Corrects the words of a draft: those of `fields` that are words; the rest stays as it was.
pub async fn correct(
    services: &Services,
    ask: &Asking,
    held: &Held,
    fields: &Fields,
) -> Result<VoiceDraftPage, Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let (actor, mut kept) = locate(&mut tx, ask, held).await?;
    let facts = Facts { own: true, public: false, ..Facts::of(ask.ambito) };
    let leave = permit(&actor, Operation::KeepDraft, &facts, ask.now)?;
    const WORDS: [&str; 6] = ["title", "body", "strengths", "recipients", "doers", "resources"];
    kept.fields.retain(|(name, _)| !WORDS.contains(&name.as_str()) || !fields.has(name));
    let sent = WORDS.iter().filter(|name| !fields.text(name).is_empty());
    kept.fields.extend(sent.map(|name| ((*name).to_owned(), fields.text(name).to_owned())));
    let bytes: usize = kept.fields.iter().map(|(name, value)| name.len() + value.len()).sum();
    if bytes > BYTES_MOST {
        let found = u32::try_from(bytes).unwrap_or(u32::MAX);
        let most = u32::try_from(BYTES_MOST).unwrap_or(u32::MAX);
        return Err(vec![Fault::new("body", What::TooLong { most, found })].into());
    }
    kept.saved = leave.at();
    store::drafts::keep(&mut tx, &leave, &kept).await?;
    let page = shown(&mut tx, ask, &kept, None).await?;
    commit(tx).await?;
    Ok(page)
}

/// Throws a draft away, words and all, with the key to it.
pub async fn discard(services: &Services, ask: &Asking, held: &Held) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let (actor, kept) = locate(&mut tx, ask, held).await?;
    let facts = Facts { own: true, public: false, ..Facts::of(ask.ambito) };
    let leave = permit(&actor, Operation::DiscardDraft, &facts, ask.now)?;
    forget(&mut tx, &leave, kept.id).await?;
    commit(tx).await
}

async fn forget(tx: &mut Tx, leave: &Permit, id: Uuid) -> Result<(), Declined> {
    store::drafts::discard(tx, leave, id).await?;
    identity::cut_author(tx, leave, id).await?;
    Ok(identity::cut_receipt(tx, leave, id).await?)
}

/// Sends a draft to a round that is open: the text is made and the draft is gone, together.
pub async fn send(
    services: &Services,
    ask: &Asking,
    held: &Held,
    draft: Draft,
    sending: &str,
) -> Result<Sent, Declined> {
    submit_from(services, ask, draft, sending, Some(held)).await
}

/// Takes a draft away within the operation that sends it.
pub(crate) async fn take(tx: &mut Tx, ask: &Asking, held: Option<&Held>) -> Result<(), Declined> {
    let Some(held) = held else { return Ok(()) };
    let (actor, kept) = locate(tx, ask, held).await?;
    let facts = Facts { own: true, public: false, ..Facts::of(ask.ambito) };
    let leave = permit(&actor, Operation::DiscardDraft, &facts, ask.now)?;
    forget(tx, &leave, kept.id).await
}

/// The drafts among what a person wrote, the one saved last in front.
pub(crate) async fn of_person(
    snapshot: &mut Snapshot,
    ask: &Asking,
    written: &[Uuid],
) -> Result<Vec<DraftCard>, Declined> {
    let drafts = store::drafts::of_ids(snapshot, ask.ambito, written).await?;
    if drafts.is_empty() {
        return Ok(Vec::new());
    }
    let rounds = read::rounds::of_ambito(snapshot, ask.ambito).await?;
    let mut cards = Vec::new();
    for kept in drafts {
        let Some(round) = rounds.iter().find(|stored| stored.round.id == kept.round) else {
            continue;
        };
        let fields = Fields::from_pairs(kept.fields);
        let title = match fields.text("title") {
            "" => read::excerpt(fields.text("body"), TITLE),
            title => title.to_owned(),
        };
        cards.push(DraftCard {
            number: kept.number,
            kind: kept.kind,
            title,
            language: fields.text("language").to_owned(),
            round: round.reference(ask.now),
            saved: kept.saved,
        });
    }
    Ok(cards)
}
