//! The Community Lab: who is counted holds a token, dots add up, cards belong where they say, and
//! a session stands where what it has lets it stand.

use store::{Snapshot, lab};

use super::Check;
use crate::Declined;

impl Check<'_> {
    /// Sessions.
    pub(super) async fn lab(&mut self, snapshot: &mut Snapshot) -> Result<(), Declined> {
        for (number, kept, counted) in lab::miscounted(snapshot, self.ambito).await? {
            let found = format!("{kept} present, {counted} tokens handed out");
            self.say("lab_miscounted", format!("session {number}"), found);
        }
        for (number, counted, handed) in lab::dots_astray(snapshot, self.ambito).await? {
            let found = format!("{counted} dots, {handed} handed out");
            self.say("lab_dots_wrong", format!("session {number}"), found);
        }
        for (number, wrong) in lab::astray(snapshot, self.ambito).await? {
            let detail = match wrong.as_str() {
                "card_elsewhere" => "a card became a text of another session",
                "column_elsewhere" => "a card is in a column of another session",
                "same_elsewhere" => "a card stands behind one of another session",
                "token_unknown" => "words of a token that was not handed out",
                "quotation_elsewhere" => "the report quotes what may not be quoted",
                "approved_without_minutes" => "approved, without minutes",
                "approved_unsent" => "approved, and never sent to who was there",
                "approved_unanswered" => "approved, with corrections unanswered",
                "given_back_without_report" => "given back, without a report",
                "unsealed_card" => "no event vouches for a card",
                "unsealed_dots" => "no event vouches for the dots",
                "unsealed_minutes" => "no event vouches for a version of the minutes",
                "unsealed_correction" => "no event vouches for a correction",
                "unsealed_answer" => "no event vouches for the answer to a correction",
                _ => "no event vouches for a version of the report",
            };
            self.say("lab_wrong", format!("session {number}"), detail);
        }
        Ok(())
    }
}
