//! Ballots: votes that the declared rules allow, keys that are there no longer than they may be,
//! and a published file from which the result follows again.

use domain::ballots::ballot::Secrecy;
use domain::ballots::file::read;
use domain::ballots::paper::balance;
use domain::ballots::tally;
use domain::rounds::RoundMark;
use store::{Snapshot, ballot_papers as papers, ballots as kept};

use super::Check;
use crate::Declined;
use crate::ballots::results::{counted, published};

impl Check<'_> {
    /// Every ballot, recounted.
    pub(super) async fn ballots(&mut self, snapshot: &mut Snapshot) -> Result<(), Declined> {
        for stored in kept::of_ambito(snapshot, self.ambito).await? {
            let name = format!("ballot {}", stored.number);
            if !stored.ballot.faults().is_empty() {
                self.say("row_unreadable", &name, "what it declares makes no sense");
            }
            let (unknown, with_key) = kept::keys(snapshot, stored.id).await?;
            if unknown > 0 {
                self.say("vote_wrong", &name, format!("{unknown} votes of nobody (invariant 1)"));
            }
            let mark = stored.round.round.mark;
            let cut = matches!(mark, RoundMark::GivenBack | RoundMark::Archived)
                && stored.ballot.secrecy != Secrecy::Named;
            if cut && with_key > 0 {
                let detail = format!("{with_key} votes still have their key, the round is {mark}");
                self.say("key_kept", &name, detail);
            }
            let urn = kept::urn(snapshot, stored.id).await?;
            let wrong =
                urn.choices().iter().filter(|one| !one.faults(&stored.ballot).is_empty()).count();
            if wrong > 0 {
                let detail = format!("{wrong} votes are not what its rules allow");
                self.say("vote_wrong", &name, detail);
            }
            let lots = papers::totals(snapshot, stored.id).await?;
            let unbalanced = lots.iter().filter(|lot| !balance(&stored.ballot, lot).is_empty());
            let unbalanced = unbalanced.count();
            if unbalanced > 0 {
                let detail = format!("{unbalanced} lots of paper ballots don't balance");
                self.say("vote_wrong", &name, detail);
            }
            if stored.seed.is_none() {
                continue;
            }
            // What is given out is read as anybody would read it, and counted again.
            let count = counted(&stored, &urn, &lots);
            let file = published(&stored, &urn, &lots)?;
            match read(&file.to_json()) {
                Ok(file) if !file.is_whole() => {}
                Ok(file) if tally(&file) == count => {}
                Ok(_) => self.say("count_wrong", &name, "its file gives another result"),
                Err(faults) => {
                    let detail = format!("its file has {} faults", faults.len());
                    self.say("count_wrong", &name, detail);
                }
            }
        }
        Ok(())
    }
}
