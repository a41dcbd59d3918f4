//! Texts read in parts: the parts stand in their text word for word, and go with it.

use domain::contributions::Standing;
use domain::events::Subject;
use domain::parts::{hash, stand};
use store::Snapshot;

use super::{Check, HashMap, HashSet, Record, Seen};
use crate::Declined;

impl Check<'_> {
    /// Parts, their words and their ends.
    pub(super) async fn parts(
        &mut self,
        snapshot: &mut Snapshot,
        record: &Record,
    ) -> Result<(), Declined> {
        let mut seen = Seen { record, seen: HashSet::new() };
        for row in store::parts::checked(snapshot, self.ambito).await? {
            let name = format!("parts of contribution {}", row.number);
            let key = (Subject::Split, row.id, 1);
            let gone =
                row.parts.iter().all(|part| part.title.is_empty() && part.excerpt.is_empty());
            // Erased with their text, as an event says.
            if row.salt.is_none() && gone && record.unparted.contains(&row.id) {
                seen.seen.insert(key);
            } else {
                let salt = row.salt.as_deref();
                self.text(&mut seen, key, &name, salt, gone, |salt| hash(salt, &row.parts));
            }
            if !gone && !stand(&row.parts, &row.body) {
                self.say("parts_wrong", &name, "they don't stand in the text word for word");
            }
            let there = [Standing::Published, Standing::Hidden].map(Standing::code);
            if row.stands && !there.contains(&row.standing.as_str()) {
                self.say("parts_wrong", &name, format!("they stand, the text is {}", row.standing));
            }
        }
        self.missing(&seen, Subject::Split, &HashMap::new());
        for (number, what) in store::parts::astray(snapshot, self.ambito).await? {
            let detail = match what.as_str() {
                "twice" => "two splits stand",
                "foreign" => "a source is tied to a part of another text",
                _ => "no event vouches for a split or its end",
            };
            self.say("parts_wrong", format!("parts of contribution {number}"), detail);
        }
        Ok(())
    }
}
