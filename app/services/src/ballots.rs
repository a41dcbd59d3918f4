//! Ballots: what is declared before a round opens, the votes, and the result that anybody can
//! count again.
//!
//! - [`preparing`]: declaring a ballot
//! - [`voting`]: voting, changing, taking back
//! - [`desk`]: handing out, and typing what is on paper
//! - [`results`]: the count, the published file, what a body decides on ties
//! - here: what pages read, and what happens to votes when their round goes on
//!
//! Nothing of a secret ballot is told to anybody before its result is public (invariant 14): no
//! function here gives it out, and events hold no choice.

pub mod desk;
pub mod preparing;
pub mod results;
pub mod voting;

use domain::ballots::ballot::Secrecy;
use domain::ballots::electorate::Voter;
use domain::ballots::export::whole;
use domain::ballots::tally;
use domain::ballots::tally::{OrganisationSays, Outcome};
use domain::events::{Details, Sealed, Subject};
use domain::ids::{OrganisationId, RoundId};
use domain::policy::{Facts, Operation, Permit, permit};
use domain::rounds::{Opening, RoundState};
use domain::suppression::{self, Shown};
use domain::views::{BallotCard, BallotHead, BallotPage, BallotsPage, May, MyVote, RoundRef};
use store::ballot_papers as papers;
use store::ballots::{self as kept, StoredBallot};
use store::{Snapshot, Tx, chain, read, seals};

use crate::{Asking, Chance, Declined, Services};

/// A ballot that this visitor may know of: none of a round that isn't announced, but for who
/// prepares it.
pub(crate) async fn find(
    snapshot: &mut Snapshot,
    ask: &Asking,
    number: i64,
) -> Result<StoredBallot, Declined> {
    let found = kept::by_number(snapshot, ask.ambito, number).await?.ok_or(Declined::NotFound)?;
    let prepares = may_prepare(ask, &found).is_ok();
    if found.round.round.state(ask.now) == RoundState::Draft && !prepares {
        return Err(Declined::NotFound);
    }
    Ok(found)
}

fn may_prepare(ask: &Asking, stored: &StoredBallot) -> May {
    let facts = Facts::within(ask.ambito, &stored.round.round);
    permit(&ask.actor, Operation::PrepareBallot, &facts, ask.now).map(|_| ())
}

fn reference(ask: &Asking, stored: &StoredBallot) -> RoundRef {
    RoundRef {
        number: stored.round.number,
        title: stored.round.title.clone(),
        kind: stored.round.round.kind,
        state: stored.round.round.state(ask.now),
    }
}

/// What every page of a ballot shows.
async fn head(
    snapshot: &mut Snapshot,
    ask: &Asking,
    stored: &StoredBallot,
) -> Result<BallotHead, Declined> {
    Ok(BallotHead {
        number: stored.number,
        ballot: stored.ballot.clone(),
        introduction: stored.introduction.clone(),
        round: reference(ask, stored),
        opens: stored.round.round.opens,
        closes: stored.round.round.closes,
        links: kept::links(snapshot, stored.id).await?,
        body: body(snapshot, ask).await?,
    })
}

/// The body that decides on ties: the one that reviews.
async fn body(snapshot: &mut Snapshot, ask: &Asking) -> Result<String, Declined> {
    let head = read::ambito::head(snapshot, ask.ambito).await?.ok_or(Declined::NotFound)?;
    Ok(head.head.labels.review_body)
}

/// Names of the organisations for which somebody may vote.
async fn organisations(
    snapshot: &mut Snapshot,
    voters: &[Voter],
) -> Result<Vec<(OrganisationId, String)>, Declined> {
    let mut named = Vec::new();
    for voter in voters {
        if let Voter::Organisation(id) = voter {
            let name = kept::organisation(snapshot, *id).await?.unwrap_or_default();
            named.push((*id, name));
        }
    }
    Ok(named)
}

/// How many have voted, on paper too.
async fn voted(snapshot: &mut Snapshot, stored: &StoredBallot) -> Result<u32, Declined> {
    let lots = papers::totals(snapshot, stored.id).await?;
    let on_paper: u32 = lots.iter().map(|lot| lot.persons).sum();
    Ok(kept::turnout(snapshot, stored.id).await?.saturating_add(on_paper))
}

/// How many have voted, where it may be told.
async fn turnout(
    snapshot: &mut Snapshot,
    ask: &Asking,
    stored: &StoredBallot,
) -> Result<(u32, Option<Shown>), Declined> {
    let voted = voted(snapshot, stored).await?;
    let told = stored.ballot.tells_turnout(stored.round.round.state(ask.now));
    let shown = match stored.ballot.secrecy {
        // Organisations are always shown.
        Secrecy::Named => Shown::Exactly(voted),
        Secrecy::Secret | Secrecy::Counted => suppression::people(voted),
    };
    Ok((voted, told.then_some(shown)))
}

/// The ballots of a round.
pub async fn of_round(
    services: &Services,
    ask: &Asking,
    number: i64,
) -> Result<BallotsPage, Declined> {
    let mut snapshot = services.look().await?;
    let round = read::rounds::by_number(&mut snapshot, ask.ambito, number).await?;
    let round = round.ok_or(Declined::NotFound)?;
    let facts = Facts::within(ask.ambito, &round.round);
    let may_prepare = permit(&ask.actor, Operation::PrepareBallot, &facts, ask.now).map(|_| ());
    let may_prepare = may_prepare.and_then(|()| preparing::has_methods(&round.round));
    if round.round.state(ask.now) == RoundState::Draft && may_prepare.is_err() {
        return Err(Declined::NotFound);
    }
    let mut ballots = Vec::new();
    for stored in kept::of_round(&mut snapshot, round.round.id).await? {
        let voters = stored.ballot.voters(&ask.actor).unwrap_or_default();
        let mut voted = false;
        for voter in voters {
            voted |= kept::vote_of(&mut snapshot, stored.id, voter.uuid()).await?.is_some();
        }
        ballots.push(BallotCard {
            number: stored.number,
            title: stored.ballot.title.clone(),
            method: stored.ballot.rules.method(),
            options: stored.ballot.options.len(),
            voted,
        });
    }
    Ok(BallotsPage {
        round: round.reference(ask.now),
        opens: round.round.opens,
        closes: round.round.closes,
        ballots,
        may_prepare,
    })
}

/// A ballot.
pub async fn page(services: &Services, ask: &Asking, number: i64) -> Result<BallotPage, Declined> {
    let mut snapshot = services.look().await?;
    let stored = find(&mut snapshot, ask, number).await?;
    let state = stored.round.round.state(ask.now);
    let (voted, turnout) = turnout(&mut snapshot, ask, &stored).await?;
    let voters = stored.ballot.voters(&ask.actor).unwrap_or_default();
    let organisations = organisations(&mut snapshot, &voters).await?;
    let mut mine = Vec::new();
    for voter in &voters {
        if let Some(choice) = kept::vote_of(&mut snapshot, stored.id, voter.uuid()).await? {
            let organisation = organisations.iter().find(|(id, _)| id.uuid() == voter.uuid());
            mine.push(MyVote { organisation: organisation.cloned(), choice });
        }
    }
    let open_book =
        stored.ballot.is_open_book() && !matches!(state, RoundState::Draft | RoundState::Scheduled);
    let (so_far, positions) =
        if open_book { so_far(&mut snapshot, &stored).await? } else { (Vec::new(), Vec::new()) };
    Ok(BallotPage {
        may_vote: may_vote(ask, &stored),
        organisations,
        mine,
        turnout,
        so_far,
        positions,
        result: stored.ballot.result_is_public(state, voted),
        may_prepare: may_prepare(ask, &stored).is_ok(),
        may_by_code: may_by_code(ask, &stored).is_ok() && !stored.ballot.is_of_organisations(),
        has_desk: has_desk(ask, &stored),
        head: head(&mut snapshot, ask, &stored).await?,
    })
}

/// Whether one may vote now; why nobody may is said before «sign in».
fn may_vote(ask: &Asking, stored: &StoredBallot) -> May {
    crate::rounds::window(&stored.round.round, Opening::Ballots, ask.now)?;
    let facts = Facts::within(ask.ambito, &stored.round.round);
    permit(&ask.actor, Operation::Vote, &facts, ask.now)?;
    stored.ballot.voters(&ask.actor).map(|_| ())
}

fn may_by_code(ask: &Asking, stored: &StoredBallot) -> May {
    let facts = Facts { own: true, ..Facts::within(ask.ambito, &stored.round.round) };
    permit(&ask.actor, Operation::VoteByCode, &facts, ask.now).map(|_| ())
}

fn has_desk(ask: &Asking, stored: &StoredBallot) -> bool {
    let facts = Facts::within(ask.ambito, &stored.round.round);
    let may = |operation| permit(&ask.actor, operation, &facts, ask.now).is_ok();
    !stored.ballot.is_of_organisations()
        && (may(Operation::HandOutBallot) || may(Operation::TypeBallots))
}

/// What is no secret while a ballot is open: counts by option as they may be shown, positions
/// with their reasons.
async fn so_far(
    snapshot: &mut Snapshot,
    stored: &StoredBallot,
) -> Result<(Vec<(String, Shown)>, Vec<OrganisationSays>), Declined> {
    let urn = kept::urn(snapshot, stored.id).await?;
    let lots = papers::totals(snapshot, stored.id).await?;
    let count = tally(&whole(&stored.ballot, &urn, &lots, None));
    Ok(match count.result {
        Outcome::Totals(totals) => {
            let shown = |n: u64| suppression::people(u32::try_from(n).unwrap_or(u32::MAX));
            let totals = totals.totals.into_iter();
            (totals.map(|total| (total.option, shown(total.count))).collect(), Vec::new())
        }
        Outcome::Positions(positions) => (Vec::new(), positions.organisations),
        Outcome::Ranking(_) | Outcome::Answers(_) | Outcome::Budget(_) => (Vec::new(), Vec::new()),
    })
}

/// The synthesis of a round begins: its ballots are sealed as they stand, and each gets what
/// shuffles its published file.
pub(crate) async fn seal_round(
    tx: &mut Tx,
    leave: &Permit,
    chance: &Chance,
    round: RoundId,
) -> Result<(), Declined> {
    for stored in kept::of_round(tx, round).await? {
        kept::seed(tx, leave, stored.id, &chance.bytes()).await?;
        let id = stored.id.uuid();
        let sealed = seals::seal(tx, leave, Sealed::Urn, id, &chance.bytes()).await?;
        let details = Details { sealed, others: vec![round.uuid()], ..Details::default() };
        chain::append(tx, leave, Subject::Ballot, id, &details).await?;
    }
    Ok(())
}

/// A round is given back: who voted is cut from what was chosen, in every ballot whose choices
/// are not public by nature (domain.md §3.4).
pub(crate) async fn cut_keys(
    tx: &mut Tx,
    leave: &Permit,
    chance: &Chance,
    round: RoundId,
) -> Result<(), Declined> {
    for stored in kept::of_round(tx, round).await? {
        if stored.ballot.secrecy != Secrecy::Named {
            let random = || uuid::Builder::from_random_bytes(chance.bytes()).into_uuid();
            kept::cut(tx, leave, stored.id, random).await?;
            papers::cut(tx, leave, stored.id).await?;
        }
    }
    Ok(())
}
