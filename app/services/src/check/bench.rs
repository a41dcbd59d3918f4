//! The workbench: drafts are of texts of their round, a proposed one points to a cluster of it,
//! and no text is in two places whole, or left alone and in a draft.

use store::{Snapshot, bench};

use super::Check;
use crate::Declined;

impl Check<'_> {
    /// Drafts, texts left alone, and acts.
    pub(super) async fn bench(&mut self, snapshot: &mut Snapshot) -> Result<(), Declined> {
        for (what, number, wrong) in bench::astray(snapshot, self.ambito).await? {
            let detail = match wrong.as_str() {
                "cluster_elsewhere" => "proposed as a cluster of another round",
                "source_elsewhere" => "a source is of another round",
                "whole_twice" => "in two drafts without a marked excerpt (domain.md §2.5)",
                "alone_elsewhere" => "left alone in another round than its own",
                "alone_in_draft" => "left alone, and in a draft",
                _ => "undoes an act of another round",
            };
            self.say("bench_wrong", format!("{what} {number}"), detail);
        }
        Ok(())
    }
}
