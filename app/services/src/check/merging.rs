//! Merges: what authors said is what was said, texts that a mediation replaced are what they
//! were, and none is applied over an objection or before its time.

use domain::events::Subject;
use domain::merging::life::{MergeAnswer, answer_hash};
use store::{Snapshot, merge_life};

use super::{Check, HashMap, HashSet, Record, Seen};
use crate::Declined;

impl Check<'_> {
    /// Answers, mediations, replaced texts and where each merge stands.
    pub(super) async fn merges(
        &mut self,
        snapshot: &mut Snapshot,
        record: &Record,
    ) -> Result<(), Declined> {
        let mut seen = Seen { record, seen: HashSet::new() };
        for row in merge_life::checked_answers(snapshot, self.ambito).await? {
            let name = format!("answer {} of cluster {}", row.position, row.cluster);
            let Ok(answer) = row.answer.parse::<MergeAnswer>() else {
                self.say("row_unreadable", name, format!("answer {:?}", row.answer));
                continue;
            };
            let key = (Subject::MergeAnswer, row.id, 1);
            // It goes with the text it is about, when that is erased.
            let erased = row.salt.is_none() && row.words.is_empty();
            if erased && record.withdrawn.contains(&row.contribution) {
                seen.seen.insert(key);
                continue;
            }
            let hash = |salt: &[u8; 32]| answer_hash(salt, answer, &row.words);
            self.text(&mut seen, key, &name, row.salt.as_deref(), false, hash);
        }
        self.missing(&seen, Subject::MergeAnswer, &HashMap::new());
        for id in merge_life::unsealed(snapshot, self.ambito).await? {
            self.say("text_unrecorded", format!("mediation {id}"), "no event vouches for it");
        }
        for number in store::synthesis::astray(snapshot, self.ambito).await? {
            let detail = "links of its synthesis to a text that is no source, or without a seal";
            self.say("synthesis_wrong", format!("cluster {number}"), detail);
        }
        for (number, what) in merge_life::astray(snapshot, self.ambito).await? {
            let detail = match what.as_str() {
                "early" => "applied before its objection window was over (domain.md §2.5)",
                "own_mediator" => "mediated by who proposed it (case 8)",
                "unheard" => "an objection stands, and nobody mediated (case 8)",
                _ => "an author asked to be kept as a dissent, and is none (case 9)",
            };
            self.say("merge_wrong", format!("cluster {number}"), detail);
        }
        Ok(())
    }
}
