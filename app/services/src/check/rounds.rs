//! Rounds: their rules are those whose hash was announced, and they stand in their last window.

use domain::rounds::RoundMark;
use store::{Snapshot, read};

use super::Check;
use crate::{Declined, round_design};

impl Check<'_> {
    /// Rules and windows of every round that was announced here.
    pub(super) async fn rounds(&mut self, snapshot: &mut Snapshot) -> Result<(), Declined> {
        for stored in read::rounds::of_ambito(snapshot, self.ambito).await? {
            let name = format!("round {}", stored.number);
            let (_, hash) = round_design::rules_of(&stored);
            if let Some(announced) = &stored.rules_hash
                && *announced != hash
            {
                let detail = format!("rules hash to {hash}, announced were {announced}");
                self.say("rules_altered", &name, detail);
            }
            let windows = store::round_design::windows(snapshot, stored.round.id.uuid()).await?;
            let Some((last, _)) = windows.last() else { continue };
            let in_order = (1_i64..).zip(&windows).all(|(n, (window, _))| window.edition == n);
            if !in_order {
                self.say("windows_gap", &name, "an edition of its windows is gone");
            }
            if stored.round.mark != RoundMark::Draft && last.closes != stored.round.closes {
                let (kept, windows) = (stored.round.closes, last.closes);
                let detail = format!("closes {kept}, its last window {windows}");
                self.say("window_wrong", &name, detail);
            }
        }
        for id in store::drafts::keyless(snapshot, self.ambito).await? {
            self.say("draft_keyless", format!("draft {id}"), "nobody can read it any more");
        }
        Ok(())
    }
}
