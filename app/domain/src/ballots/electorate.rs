//! Which kinds of round have which methods, whose a vote is, and what may be seen of a ballot
//! at a moment (domain.md §2.4, §2.6, §3.4; invariants 1, 12 and 14).

use super::ballot::{Ballot, Secrecy};
use crate::faults::Refusal;
use crate::ids::{OrganisationId, PersonId};
use crate::people::{Actor, IdentityLevel, Role};
use crate::rounds::{RoundKind, RoundState, VoteMethod, templates};
use crate::suppression::SMALLEST;
use uuid::Uuid;

/// The methods that a ballot of a kind of round may have (domain.md §2.4): none where the method
/// of the round has no expression.
pub const fn methods(kind: RoundKind) -> &'static [VoteMethod] {
    match kind {
        RoundKind::CoManagement => &[],
        RoundKind::Consultation
        | RoundKind::Concertation
        | RoundKind::CoProgramming
        | RoundKind::CoDesign => templates::methods(kind),
    }
}

/// Whose a vote is: the key by which one vote is told from another, the same across channels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Voter {
    /// A person's own.
    Person(PersonId),
    /// An organisation's, whoever of its representatives sends it.
    Organisation(OrganisationId),
    /// Of whoever has a code that was handed out.
    Token(Uuid),
}

impl Voter {
    /// The bare key.
    pub const fn uuid(self) -> Uuid {
        match self {
            Voter::Person(id) => id.uuid(),
            Voter::Organisation(id) => id.uuid(),
            Voter::Token(id) => id,
        }
    }
}

/// Organisations for which somebody may vote, each once.
pub fn represented(actor: &Actor) -> Vec<OrganisationId> {
    let mut found: Vec<OrganisationId> = actor
        .grants()
        .iter()
        .filter(|grant| grant.role == Role::Representative)
        .filter_map(|grant| grant.organisation)
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

impl Ballot {
    /// Whether organisations vote, not people: one vote an organisation.
    pub fn is_of_organisations(&self) -> bool {
        self.electorate == IdentityLevel::L3
    }

    /// Those whose vote somebody may send: oneself, or the organisations one represents.
    ///
    /// # Errors
    ///
    /// [`Refusal::SignInNeeded`], [`Refusal::LevelTooLow`] under the declared electorate,
    /// [`Refusal::NotYourRole`] where organisations vote and one represents none.
    pub fn voters(&self, actor: &Actor) -> Result<Vec<Voter>, Refusal> {
        let person = actor.person().ok_or(Refusal::SignInNeeded)?;
        if actor.level() < self.electorate {
            return Err(Refusal::LevelTooLow { needed: self.electorate });
        }
        if !self.is_of_organisations() {
            return Ok(vec![Voter::Person(person)]);
        }
        let organisations = represented(actor);
        if organisations.is_empty() {
            return Err(Refusal::NotYourRole);
        }
        Ok(organisations.into_iter().map(Voter::Organisation).collect())
    }

    /// Whether anything of what was chosen is shown before the result: never of a secret ballot,
    /// to nobody (invariant 14).
    pub fn is_open_book(&self) -> bool {
        match self.secrecy {
            Secrecy::Secret => false,
            Secrecy::Counted | Secrecy::Named => true,
        }
    }

    /// Whether it may be told how many have voted.
    pub fn tells_turnout(&self, state: RoundState) -> bool {
        match state {
            RoundState::Draft | RoundState::Scheduled => false,
            RoundState::Open | RoundState::Suspended => self.is_open_book(),
            RoundState::Closed
            | RoundState::InSynthesis
            | RoundState::GivenBack
            | RoundState::Archived => true,
        }
    }

    /// Whether the result, with its numbers and its file, may be read, given how many voted.
    ///
    /// From *in_sintesi* on, when the round can't be reopened any more (invariant 16). The
    /// numbers of fewer than [`SMALLEST`] people would tell what each of them chose; positions
    /// are public by nature.
    ///
    /// # Errors
    ///
    /// [`Refusal::ResultsLater`], [`Refusal::TooFewBallots`].
    pub fn result_is_public(&self, state: RoundState, ballots: u32) -> Result<(), Refusal> {
        match state {
            RoundState::Draft
            | RoundState::Scheduled
            | RoundState::Open
            | RoundState::Suspended
            | RoundState::Closed => Err(Refusal::ResultsLater),
            RoundState::InSynthesis | RoundState::GivenBack | RoundState::Archived => {
                let few = (1..SMALLEST).contains(&ballots);
                let named = self.secrecy == Secrecy::Named;
                if few && !named { Err(Refusal::TooFewBallots) } else { Ok(()) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::rules::Rules;
    use super::super::tests::ballot_of;
    use super::*;
    use crate::people::Grant;

    fn speaks_for(level: IdentityLevel, organisations: &[u128]) -> Actor {
        let grant = |&n: &u128| Grant {
            role: Role::Representative,
            body: None,
            organisation: Some(Uuid::from_u128(n).into()),
        };
        let id = Uuid::from_u128(1).into();
        Actor::Person { id, level, grants: organisations.iter().map(grant).collect() }
    }

    #[test]
    fn each_kind_of_round_has_its_methods() {
        for &kind in RoundKind::ALL {
            let opens = crate::rounds::kind_opens(kind, crate::rounds::Opening::Ballots);
            assert_eq!(opens, !methods(kind).is_empty(), "{kind}");
        }
        assert!(!methods(RoundKind::CoDesign).contains(&VoteMethod::Dots));
    }

    #[test]
    fn a_vote_is_a_persons_or_an_organisations() {
        let dots = ballot_of(Rules::Dots { dots: 3, most_each: 2 }, &["a", "b"]);
        assert_eq!(dots.voters(&Actor::Visitor), Err(Refusal::SignInNeeded));
        let known = speaks_for(IdentityLevel::L1, &[]);
        let needed = IdentityLevel::L2;
        assert_eq!(dots.voters(&known), Err(Refusal::LevelTooLow { needed }));
        let person = Voter::Person(Uuid::from_u128(1).into());
        assert_eq!(dots.voters(&speaks_for(IdentityLevel::L2, &[7])), Ok(vec![person]));

        let position = ballot_of(Rules::Position, &["a"]);
        let organisation = |n| Voter::Organisation(Uuid::from_u128(n).into());
        let two = speaks_for(IdentityLevel::L3, &[8, 7, 8]);
        assert_eq!(position.voters(&two), Ok(vec![organisation(7), organisation(8)]));
        let none = speaks_for(IdentityLevel::L3, &[]);
        assert_eq!(position.voters(&none), Err(Refusal::NotYourRole));
    }

    #[test]
    fn a_secret_ballot_tells_nothing_until_the_round_can_not_be_reopened() {
        let dots = ballot_of(Rules::Dots { dots: 3, most_each: 2 }, &["a", "b"]);
        for &state in RoundState::ALL {
            let public = dots.result_is_public(state, 40);
            let late = matches!(
                state,
                RoundState::InSynthesis | RoundState::GivenBack | RoundState::Archived
            );
            assert_eq!(public.is_ok(), late, "{state}");
            assert_eq!(dots.tells_turnout(state), late || state == RoundState::Closed, "{state}");
        }
        assert!(!dots.is_open_book());
    }

    #[test]
    fn the_numbers_of_a_few_people_are_not_published() {
        let dots = ballot_of(Rules::Dots { dots: 3, most_each: 2 }, &["a", "b"]);
        let of = |ballot: &Ballot, n| ballot.result_is_public(RoundState::InSynthesis, n);
        assert_eq!(of(&dots, 4), Err(Refusal::TooFewBallots));
        assert_eq!((of(&dots, 0), of(&dots, 5)), (Ok(()), Ok(())));
        assert_eq!(of(&ballot_of(Rules::Position, &["a"]), 1), Ok(()));
    }
}
