//! What texts mean, where the operator gave a sentence model: worked out beside the requests, kept in
//! the database, and put into the index.
//!
//! A text is compared by its words until its meaning is known; nobody waits for it.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError};

use domain::ids::AmbitoId;
use domain::similarity::Meaning;
use store::meanings::NewMeaning;

use super::{Slot, key, warm};
use crate::{Declined, Services};

/// A sentence model on this machine.
pub trait Meanings: std::fmt::Debug + Send + Sync {
    /// Which model it is: the meanings of two can't be compared.
    fn model(&self) -> &str;
    /// What a text means; `None` if the model fails at it. It takes a while.
    fn of(&self, text: &str) -> Option<Meaning>;
}

/// How many texts are read at a time.
const SOME: usize = 32;

/// What a text that is being written means, off the async threads.
pub(super) async fn of(services: &Services, title: &str, body: &str) -> Option<Meaning> {
    let model = Arc::clone(services.meanings.as_ref()?);
    let text = whole(title, body);
    tokio::task::spawn_blocking(move || model.of(&text)).await.ok().flatten()
}

/// A text as the model reads it.
fn whole(title: &str, body: &str) -> String {
    format!("{title}. {body}")
}

/// Works out what some more texts of an Ambito mean, unless another server did. Says whether there
/// may be more.
pub async fn learn(services: &Services, ambito: AmbitoId) -> Result<bool, Declined> {
    let Some(model) = services.meanings.clone() else { return Ok(false) };
    warm(services, ambito).await?;
    let slot = services.similar.slot(ambito);
    let missing = slot.without_meaning(SOME);
    if missing.is_empty() {
        return Ok(false);
    }

    let mut snapshot = services.look().await?;
    let mut known: BTreeMap<u64, Meaning> = BTreeMap::new();
    let mut unknown = Vec::new();
    for number in &missing {
        let after = i64::try_from(*number).unwrap_or(i64::MAX).saturating_sub(1);
        let name = Some(model.model());
        let found = store::voices::compared_texts(&mut snapshot, ambito, name, after, 1).await?;
        // One that is not public any more the index will learn of.
        let Some(text) = found.into_iter().find(|text| key(text.number) == *number) else {
            continue;
        };
        match &text.meaning {
            Some(stored) => {
                known.insert(*number, Meaning::read(stored));
            }
            None => unknown.push(text),
        }
    }
    drop(snapshot);

    let reader = Arc::clone(&model);
    let read = move || {
        let mut read = Vec::new();
        for text in unknown {
            if let Some(meaning) = reader.of(&whole(&text.title, &text.body)) {
                read.push((text, meaning));
            }
        }
        read
    };
    let read = tokio::task::spawn_blocking(read).await.unwrap_or_default();
    if !read.is_empty() {
        let mut new = Vec::new();
        for (text, meaning) in read {
            new.push(NewMeaning {
                contribution: text.id,
                revision: text.revision,
                language: text.language,
                vector: meaning.bytes(),
            });
            known.insert(key(text.number), meaning);
        }
        let mut tx = services.db.write().await?;
        store::meanings::keep(&mut tx, model.model(), &new).await?;
        crate::commit(tx).await?;
    }
    slot.learnt(&missing, known);
    Ok(true)
}

/// Works out what all texts of an Ambito mean: for a report.
pub async fn learn_all(services: &Services, ambito: AmbitoId) -> Result<(), Declined> {
    warm(services, ambito).await?;
    while learn(services, ambito).await? {}
    Ok(())
}

/// Throws away what is kept of texts that are not public any more.
pub async fn sweep(services: &Services) -> Result<(), Declined> {
    let mut tx = services.db.write().await?;
    store::meanings::sweep(&mut tx).await?;
    crate::commit(tx).await
}

impl Slot {
    /// Texts whose meaning was not looked for yet.
    fn without_meaning(&self, limit: usize) -> Vec<u64> {
        let state = self.state.read().unwrap_or_else(PoisonError::into_inner);
        let mut missing = state.index.without_meaning();
        missing.retain(|key| !state.mute.contains(key));
        missing.truncate(limit);
        missing
    }

    /// Takes in what was found for these texts; those for which nothing was aren't asked about again.
    fn learnt(&self, asked: &[u64], found: BTreeMap<u64, Meaning>) {
        let mut state = self.state.write().unwrap_or_else(PoisonError::into_inner);
        state.mute.extend(asked.iter().filter(|key| !found.contains_key(key)));
        state.changes += found.len();
        for (key, meaning) in found {
            state.index.give_meaning(key, meaning);
        }
    }
}
