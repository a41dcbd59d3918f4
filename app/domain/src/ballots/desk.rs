//! A ballot away from the web: what is handed out to whom, so that nobody votes twice across
//! channels (invariant 1; domain.md §8, case 15).
//!
//! Fields: `channel` (code), `identity` (code), `email` of an account, if the person has one.

use crate::coded::coded;
use crate::faults::{Fault, What};
use crate::forms::Fields;

use super::ballot::Ballot;

coded! {
    /// What is handed out.
    Channel {
        /// A paper ballot.
        Paper = "carta",
        /// A code, to vote with where and when the person likes.
        Code = "codice",
    }
}

coded! {
    /// How the person at the desk is known.
    Seen {
        /// A document was seen.
        Document = "documento",
        /// None: homeless, asylum seekers; only where the ballot allows it.
        Nothing = "senza_documento",
    }
}

/// What is to be handed out, and to whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handing {
    /// What.
    pub channel: Channel,
    /// How the person is known.
    pub seen: Seen,
    /// The address of their account, folded; empty if they have none.
    pub email: String,
}

/// Reads what is to be handed out in a ballot.
///
/// # Errors
///
/// Everything that is wrong: nobody without a document where the ballot doesn't allow it, no
/// paper ballots and codes where organisations vote.
pub fn parse(ballot: &Ballot, fields: &Fields) -> Result<Handing, Vec<Fault>> {
    let mut faults = Vec::new();
    let channel = fields.text("channel").parse().ok();
    if channel.is_none() || ballot.is_of_organisations() {
        faults.push(Fault::new("channel", What::NotAChoice));
    }
    let seen = fields.text("identity").parse().ok();
    if seen.is_none() || (seen == Some(Seen::Nothing) && !ballot.tokens) {
        faults.push(Fault::new("identity", What::NotAChoice));
    }
    match (channel, seen) {
        (Some(channel), Some(seen)) if faults.is_empty() => {
            Ok(Handing { channel, seen, email: fields.text("email").to_lowercase() })
        }
        _ => Err(faults),
    }
}

#[cfg(test)]
mod tests {
    use super::super::rules::Rules;
    use super::super::tests::ballot_of;
    use super::*;

    fn hand(ballot: &Ballot, pairs: &[(&str, &str)]) -> Result<Handing, Vec<Fault>> {
        let pairs = pairs.iter().map(|&(name, value)| (name.to_owned(), value.to_owned()));
        parse(ballot, &Fields::from_pairs(pairs))
    }

    #[test]
    fn nobody_without_a_document_where_the_ballot_does_not_allow_it() {
        let mut ballot = ballot_of(Rules::Preferences { most: 1 }, &["a", "b"]);
        let asked = [("channel", "carta"), ("identity", "senza_documento")];
        assert_eq!(hand(&ballot, &asked), Err(vec![Fault::new("identity", What::NotAChoice)]));
        ballot.tokens = true;
        assert_eq!(hand(&ballot, &asked).map(|handing| handing.seen), Ok(Seen::Nothing));
        assert_eq!(
            hand(&ballot, &[]),
            Err(vec![
                Fault::new("channel", What::NotAChoice),
                Fault::new("identity", What::NotAChoice)
            ])
        );
        let position = ballot_of(Rules::Position, &["a"]);
        let asked = [("channel", "carta"), ("identity", "documento")];
        assert_eq!(hand(&position, &asked), Err(vec![Fault::new("channel", What::NotAChoice)]));
    }
}
