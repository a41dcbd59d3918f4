//! Voting: one vote a voter, changed and taken back while the round is open.
//!
//! Whether it is open is asked of the server's clock, at the moment at which the request came,
//! and of the round as it stands when the vote is kept.

use domain::ballots::choice;
use domain::ballots::electorate::Voter;
use domain::events::{Details, Subject};
use domain::faults::{Fault, Refusal, What};
use domain::forms::Fields;
use domain::policy::{Facts, Operation, permit};
use store::ballot_papers as papers;
use store::ballots::{self as kept, StoredBallot};
use store::{Tx, chain};
use uuid::Uuid;

use super::find;
use crate::lines::{Act, line_up};
use crate::{Asking, Declined, Services, receipts};

/// A vote to be kept or taken back.
#[derive(Debug, Clone)]
pub(crate) struct Wanted {
    number: i64,
    /// What was sent: the choice, and for which organisation.
    fields: Fields,
    withdraw: bool,
    /// With the code that is in the fields, not as oneself.
    by_code: bool,
}

/// Votes, in the place of what the voter chose before. `fields` are those of
/// [`domain::ballots::choice`], and `organisation` where one speaks for several.
///
/// # Errors
///
/// Everything that is wrong with the choice, each at its field; or why one may not vote.
pub async fn vote(
    services: &Services,
    ask: &Asking,
    number: i64,
    fields: Fields,
) -> Result<(), Declined> {
    let wanted = Wanted { number, fields, withdraw: false, by_code: false };
    line_up(services, ask, Act::Vote(wanted)).await.map(|_| ())
}

/// Votes, or takes the vote back, with a code that was handed out: in the field `code`.
///
/// # Errors
///
/// As [`vote`]; a code that is none of this ballot's is a fault.
pub async fn by_code(
    services: &Services,
    ask: &Asking,
    number: i64,
    fields: Fields,
    withdraw: bool,
) -> Result<(), Declined> {
    let wanted = Wanted { number, fields, withdraw, by_code: true };
    line_up(services, ask, Act::Vote(wanted)).await.map(|_| ())
}

/// Takes the vote back, as if it had never been. Not given, nothing happens.
pub async fn withdraw(
    services: &Services,
    ask: &Asking,
    number: i64,
    fields: Fields,
) -> Result<(), Declined> {
    let wanted = Wanted { number, fields, withdraw: true, by_code: false };
    line_up(services, ask, Act::Vote(wanted)).await.map(|_| ())
}

/// Does one of them; says whether anything was written.
pub(crate) async fn change(tx: &mut Tx, ask: &Asking, wanted: &Wanted) -> Result<bool, Declined> {
    let stored = find(tx, ask, wanted.number).await?;
    let facts = Facts::within(ask.ambito, &stored.round.round);
    let (leave, voter) = if wanted.by_code {
        let facts = Facts { own: true, ..facts };
        let leave = permit(&ask.actor, Operation::VoteByCode, &facts, ask.now)?;
        (leave, holder(tx, &stored, wanted.fields.text("code")).await?)
    } else {
        let operation = if wanted.withdraw { Operation::WithdrawVote } else { Operation::Vote };
        let leave = permit(&ask.actor, operation, &facts, ask.now)?;
        let voter = voter(ask, &stored, &wanted.fields)?;
        // Who was handed a paper ballot or a code has one vote, not two.
        if let Voter::Person(person) = voter
            && papers::holds(tx, stored.id, person).await?
        {
            return Err(Refusal::VotedElsewhere.into());
        }
        (leave, voter)
    };
    let changed = if wanted.withdraw {
        kept::withdraw(tx, &leave, stored.id, voter.uuid()).await?
    } else {
        let name = match voter {
            Voter::Person(_) | Voter::Token(_) => None,
            Voter::Organisation(id) => kept::organisation(tx, id).await?,
        };
        let choice = choice::parse(&stored.ballot, &wanted.fields, name.as_deref())?;
        kept::cast(tx, &leave, stored.id, voter.uuid(), &choice).await?
    };
    if changed {
        let details = Details::default();
        chain::append(tx, &leave, Subject::Ballot, stored.id.uuid(), &details).await?;
    }
    Ok(changed)
}

/// Whose vote a code is.
async fn holder(tx: &mut Tx, stored: &StoredBallot, typed: &str) -> Result<Voter, Declined> {
    let found = match receipts::normalised(typed) {
        Some(code) => papers::of_code(tx, stored.id, &receipts::hash(&code)).await?,
        None => None,
    };
    let unknown = || vec![Fault::new("code", What::UnknownCode)];
    found.map(Voter::Token).ok_or_else(|| unknown().into())
}

/// Whose vote it is: the only one it can be, or the one that was named.
fn voter(ask: &Asking, stored: &StoredBallot, fields: &Fields) -> Result<Voter, Declined> {
    let voters = stored.ballot.voters(&ask.actor)?;
    let named: Option<Uuid> = fields.text("organisation").parse().ok();
    let found = match (voters.as_slice(), named) {
        ([only], None) => Some(*only),
        (voters, Some(named)) => voters.iter().copied().find(|voter| voter.uuid() == named),
        (_, None) => None,
    };
    found.ok_or_else(|| vec![Fault::new("organisation", What::NotAChoice)].into())
}
