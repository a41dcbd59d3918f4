//! The result of a ballot: counted from the votes, given out as a file from which anybody counts
//! the same, and completed by a body where the rule for ties leaves it open.

use std::collections::BTreeMap;

use domain::ballots::choice::Consent;
use domain::ballots::deciding;
use domain::ballots::export::{publish, whole};
use domain::ballots::paper::Totals;
use domain::ballots::{BallotFile, Choice, Tally, Urn, tally};
use domain::events::{Details, Sealed, Subject, hex};
use domain::faults::Refusal;
use domain::forms::Fields;
use domain::policy::{Facts, Operation, permit};
use domain::views::{BallotResult, BallotResultPage};
use sha2::{Digest, Sha256};
use store::ballot_papers as papers;
use store::ballots::{self as kept, StoredBallot};
use store::{chain, seals};
use uuid::Uuid;

use super::{body, find, head, turnout, voted};
use crate::{Asking, Declined, Services, commit};

/// The result of a ballot; it says itself whether it may be read yet.
pub async fn page(
    services: &Services,
    ask: &Asking,
    number: i64,
) -> Result<BallotResultPage, Declined> {
    let mut snapshot = services.look().await?;
    let stored = find(&mut snapshot, ask, number).await?;
    let state = stored.round.round.state(ask.now);
    let (voted, turnout) = turnout(&mut snapshot, ask, &stored).await?;
    let mut may_decide = false;
    let result = match stored.ballot.result_is_public(state, voted) {
        Ok(()) => {
            let urn = kept::urn(&mut snapshot, stored.id).await?;
            let lots = papers::totals(&mut snapshot, stored.id).await?;
            let count = counted(&stored, &urn, &lots);
            let file = published(&stored, &urn, &lots)?;
            let facts = Facts::within(ask.ambito, &stored.round.round);
            may_decide = !count.undecided().is_empty()
                && permit(&ask.actor, Operation::DecideTie, &facts, ask.now).is_ok();
            Ok(BallotResult {
                tally: count,
                file_hash: hex(&Sha256::digest(file.to_json().as_bytes())),
                file_has_rows: !file.rows.is_empty(),
                decision: stored.decision.clone(),
                words: words(&urn),
            })
        }
        Err(refusal) => Err(refusal),
    };
    Ok(BallotResultPage {
        head: head(&mut snapshot, ask, &stored).await?,
        result,
        turnout,
        may_decide,
    })
}

/// The ballot file as it is given out: JSON, the same at every asking until a body decides on a
/// tie.
///
/// # Errors
///
/// As long as the result may not be read.
pub async fn file(services: &Services, ask: &Asking, number: i64) -> Result<String, Declined> {
    let mut snapshot = services.look().await?;
    let stored = find(&mut snapshot, ask, number).await?;
    let voted = voted(&mut snapshot, &stored).await?;
    stored.ballot.result_is_public(stored.round.round.state(ask.now), voted)?;
    let urn = kept::urn(&mut snapshot, stored.id).await?;
    let lots = papers::totals(&mut snapshot, stored.id).await?;
    Ok(published(&stored, &urn, &lots)?.to_json())
}

/// Decides, for the body that reviews, which of equal options goes first: fields of
/// [`deciding`].
///
/// # Errors
///
/// What is wrong with the fields; [`Refusal::AlreadyDone`] where nothing is open.
pub async fn decide(
    services: &Services,
    ask: &Asking,
    number: i64,
    fields: &Fields,
) -> Result<(), Declined> {
    let mut tx = services.begin(ask.ambito).await?;
    let stored = find(&mut tx, ask, number).await?;
    let facts = Facts::within(ask.ambito, &stored.round.round);
    let leave = permit(&ask.actor, Operation::DecideTie, &facts, ask.now)?;
    let voted = voted(&mut tx, &stored).await?;
    stored.ballot.result_is_public(stored.round.round.state(ask.now), voted)?;
    let urn = kept::urn(&mut tx, stored.id).await?;
    let lots = papers::totals(&mut tx, stored.id).await?;
    let count = counted(&stored, &urn, &lots);
    if count.undecided().is_empty() {
        return Err(Refusal::AlreadyDone.into());
    }
    let body = body(&mut tx, ask).await?;
    let decision = deciding::parse(&count, stored.decision.as_ref(), &body, fields)?;
    kept::decide(&mut tx, &leave, stored.id, &decision).await?;
    let (id, salt) = (stored.id.uuid(), services.chance.bytes());
    let sealed = seals::seal(&mut tx, &leave, Sealed::TieDecision, id, &salt).await?;
    let details = Details { sealed, ..Details::default() };
    chain::append(&mut tx, &leave, Subject::Ballot, id, &details).await?;
    commit(tx).await
}

/// The count of all votes.
pub(crate) fn counted(stored: &StoredBallot, urn: &Urn<Uuid>, lots: &[Totals]) -> Tally {
    tally(&whole(&stored.ballot, urn, lots, stored.decision.as_ref()))
}

/// The file that is published: shuffled by the ballot's seed, which is also where the random ids
/// of its rows come from, so that it is the same before and after keys are cut.
pub(crate) fn published(
    stored: &StoredBallot,
    urn: &Urn<Uuid>,
    lots: &[Totals],
) -> Result<BallotFile, Declined> {
    let seed = stored.seed.ok_or(Refusal::ResultsLater)?;
    let id = |number: u64| {
        let mut sha = Sha256::new();
        sha.update(seed);
        sha.update(b"row");
        sha.update(number.to_be_bytes());
        let digest: [u8; 32] = sha.finalize().into();
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&digest[..16]);
        Uuid::from_bytes(bytes)
    };
    let ids: Vec<Uuid> = (0..urn.count() as u64).map(id).collect();
    let decision = stored.decision.as_ref();
    publish(&stored.ballot, urn, lots, decision, seed, &ids).map_err(|error| {
        Declined::Broken(store::StoreError::row("ballots", stored.id.uuid(), error))
    })
}

/// Reserves and objections in words, by option: apart from the choices they came with, sorted.
fn words(urn: &Urn<Uuid>) -> BTreeMap<String, Vec<(Consent, String)>> {
    let mut words: BTreeMap<String, Vec<(Consent, String)>> = BTreeMap::new();
    for choice in urn.choices() {
        let Choice::Consent(said) = choice else { continue };
        for (option, said) in said {
            if said.value != Consent::LiveWith && !said.reason.is_empty() {
                words.entry(option).or_default().push((said.value, said.reason));
            }
        }
    }
    words.values_mut().for_each(|said| said.sort());
    words
}
