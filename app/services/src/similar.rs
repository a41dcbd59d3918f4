//! Which public texts resemble another: one index in memory an Ambito.
//!
//! The index only suggests ([`domain::similarity`]); it holds stems and numbers, no text. It is
//! built once (small ones on first use, large ones in the background) and then follows the
//! chain of events, so that several servers on one database learn of each other's writes. What
//! it names is looked up again in the caller's snapshot: a text that is not public there is
//! never named, however old the index is (invariant 11).

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use domain::contributions::Kind;
use domain::ids::{AmbitoId, ContributionId};
use domain::language::Language;
use domain::similarity::{Document, Index, Match, Meaning, UNSAVED};
use store::Snapshot;
use store::voices::ComparedText;

use crate::{Declined, Services};

mod groups;
mod meanings;

pub use groups::{SuggestedGroup, Suggestion, for_report as groups_for_report, groups};
pub use meanings::{Meanings, learn, learn_all, sweep};

/// Up to how many public texts an index is built while somebody waits.
const SMALL: i64 = 3_000;
/// How many texts are read at once.
const PAGE: i64 = 1_000;

/// A text that resembles another, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Similar {
    /// Its number in the Ambito.
    pub number: i64,
    /// Need or proposal.
    pub kind: Kind,
    /// Words both have, the weightiest first.
    pub shared_words: Vec<String>,
    /// It says alike in other words.
    pub other_words: bool,
    /// Both are of one policy.
    pub same_policy: bool,
    /// Comparable within one answer; never shown to people.
    pub score: f32,
    /// Like enough to be shown to citizens ([`Match::convinces`]).
    pub convincing: bool,
}

/// The indexes of all Ambiti.
#[derive(Debug, Clone, Default)]
pub struct Indexes(Arc<Mutex<HashMap<AmbitoId, Arc<Slot>>>>);

/// The index of an Ambito, and how far it has followed the chain.
#[derive(Debug, Default)]
struct Slot {
    state: RwLock<State>,
    /// Held by who builds or follows.
    at_work: tokio::sync::Mutex<()>,
    /// Held by who looks for groups.
    grouping: tokio::sync::Mutex<()>,
}

#[derive(Debug, Default)]
struct State {
    ready: bool,
    seq: i64,
    index: Index,
    /// How many texts have come and gone since it was built.
    changes: usize,
    /// How many of these have gone or were corrected.
    losses: usize,
    /// The groups that were suggested last.
    grouped: HashMap<groups::Asked, groups::Kept>,
    /// Texts whose meaning the model failed at.
    mute: HashSet<u64>,
    /// What stood beside a text when it was last looked at, and after how many changes.
    ranked: Mutex<HashMap<u64, (usize, Vec<Match>)>>,
}

impl State {
    /// What stands beside a public text: as it was ranked last, while the index has hardly
    /// changed since. It only suggests, so a few new texts among thousands may come later; what
    /// has gone is left out by whoever names them.
    fn beside(&self, probe: &Document) -> Vec<Match> {
        let hardly = self.index.len() / HARDLY;
        let ranked = || self.ranked.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((then, found)) = ranked().get(&probe.key)
            && self.changes - then <= hardly
        {
            return found.clone();
        }
        let found = self.index.rank(probe, BESIDE + SPARE);
        if hardly > 0 {
            let mut ranked = ranked();
            if ranked.len() >= RANKED_MOST {
                ranked.clear();
            }
            ranked.insert(probe.key, (self.changes, found.clone()));
        }
        found
    }
}

/// How many of the texts that resemble one are kept ready to stand beside it.
const BESIDE: usize = 10;
/// One in so many texts may change before what stands beside a text is ranked again.
const HARDLY: usize = 500;
/// For how many texts it is kept which ones stand beside them.
const RANKED_MOST: usize = 5_000;

impl Slot {
    /// The place in the chain it has followed to, once it is built.
    fn followed_to(&self) -> Option<i64> {
        let state = self.state.read().unwrap_or_else(PoisonError::into_inner);
        state.ready.then_some(state.seq)
    }

    fn put(&self, index: Index, seq: i64) {
        let mut state = self.state.write().unwrap_or_else(PoisonError::into_inner);
        *state = State { ready: true, seq, index, ..State::default() };
    }

    fn change(&self, seq: i64, gone: &[i64], come: &[Document]) {
        let mut state = self.state.write().unwrap_or_else(PoisonError::into_inner);
        for &number in gone {
            state.losses += usize::from(state.index.remove(key(number)));
        }
        for document in come {
            state.mute.remove(&document.key);
            state.losses += usize::from(state.index.insert(document));
        }
        state.changes += gone.len() + come.len();
        state.seq = seq;
    }
}

impl Indexes {
    fn slot(&self, ambito: AmbitoId) -> Arc<Slot> {
        let mut slots = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(slots.entry(ambito).or_default())
    }

    /// How many texts the index of an Ambito holds; `None` until it is built.
    pub fn size(&self, ambito: AmbitoId) -> Option<usize> {
        let slot = self.slot(ambito);
        let state = slot.state.read().unwrap_or_else(PoisonError::into_inner);
        state.ready.then(|| state.index.len())
    }
}

fn key(number: i64) -> u64 {
    number.unsigned_abs()
}

/// Only texts of one kind in one round are compared.
fn scope(round: i64, kind: Kind) -> u64 {
    round.unsigned_abs() * 2 + u64::from(kind == Kind::Proposal)
}

fn document(text: ComparedText, needs: Vec<u64>) -> Document {
    let kind = if text.kind == Kind::Proposal.code() { Kind::Proposal } else { Kind::Need };
    Document {
        key: key(text.number),
        scope: scope(text.round, kind),
        title: text.title,
        body: text.body,
        language: Language::from_code(&text.language),
        policy: Some(text.policy),
        area: Some(text.area),
        municipality: Some(text.municipality),
        needs,
        meaning: text.meaning.as_deref().map(Meaning::read),
    }
}

/// Public texts after a number, as the index takes them.
async fn documents(
    services: &Services,
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    after: i64,
    limit: i64,
) -> Result<Vec<Document>, Declined> {
    let model = services.meanings.as_ref().map(|meanings| meanings.model());
    let texts = store::voices::compared_texts(snapshot, ambito, model, after, limit).await?;
    let (Some(first), Some(last)) = (texts.first(), texts.last()) else { return Ok(Vec::new()) };
    let (from, to) = (first.number, last.number);
    let mut needs: HashMap<i64, Vec<u64>> = HashMap::new();
    for (proposal, need) in store::voices::declared_answers(snapshot, ambito, from, to).await? {
        needs.entry(proposal).or_default().push(key(need));
    }
    Ok(texts
        .into_iter()
        .map(|text| {
            let needs = needs.remove(&text.number).unwrap_or_default();
            document(text, needs)
        })
        .collect())
}

/// One text as the index takes it, if it is public.
async fn one(
    services: &Services,
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    number: i64,
) -> Result<Option<Document>, Declined> {
    let mut found = documents(services, snapshot, ambito, number - 1, 1).await?;
    Ok(found.pop().filter(|document| document.key == key(number)))
}

/// Reads all public texts of an Ambito into a new index. Stemming runs off the async threads.
async fn build(
    services: &Services,
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<(Index, i64), Declined> {
    let (seq, _) = store::voices::extent(snapshot, ambito).await?;
    let mut index = Index::new();
    let mut after = 0;
    loop {
        let page = documents(services, snapshot, ambito, after, PAGE).await?;
        let Some(last) = page.last() else { return Ok((index, seq)) };
        after = i64::try_from(last.key).unwrap_or(i64::MAX);
        let fill = move || {
            for document in &page {
                index.insert(document);
            }
            index
        };
        match tokio::task::spawn_blocking(fill).await {
            Ok(filled) => index = filled,
            // The runtime is going down: nobody will ask any more.
            Err(_) => return Ok((Index::new(), seq)),
        }
    }
}

/// Builds the index of an Ambito now, unless it is there: at start, in the background.
pub async fn warm(services: &Services, ambito: AmbitoId) -> Result<(), Declined> {
    let slot = services.similar.slot(ambito);
    let _at_work = slot.at_work.lock().await;
    if slot.followed_to().is_none() {
        let mut snapshot = services.look().await?;
        let (index, seq) = build(services, &mut snapshot, ambito).await?;
        slot.put(index, seq);
    }
    Ok(())
}

/// The index, brought up to the snapshot; `None` while a large one is being built.
async fn ready(
    services: &Services,
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
) -> Result<Option<Arc<Slot>>, Declined> {
    let slot = services.similar.slot(ambito);
    let (now, public) = store::voices::extent(snapshot, ambito).await?;
    match slot.followed_to() {
        Some(seq) if seq >= now => return Ok(Some(slot)),
        Some(_) => {}
        None if public > SMALL => {
            if slot.at_work.try_lock().is_ok() {
                let services = services.clone();
                tokio::spawn(async move {
                    if let Err(error) = warm(&services, ambito).await {
                        tracing::warn!(%ambito, %error, "similarity index not built");
                    }
                });
            }
            return Ok(None);
        }
        None => {}
    }
    let _at_work = slot.at_work.lock().await;
    match slot.followed_to() {
        None => {
            let (index, seq) = build(services, snapshot, ambito).await?;
            slot.put(index, seq);
        }
        Some(seq) if seq < now => {
            let mut gone = Vec::new();
            let mut come = Vec::new();
            for number in store::voices::touched_since(snapshot, ambito, seq).await? {
                match one(services, snapshot, ambito, number).await? {
                    Some(document) => come.push(document),
                    None => gone.push(number),
                }
            }
            slot.change(now, &gone, &come);
        }
        Some(_) => {}
    }
    drop(_at_work);
    Ok(Some(slot))
}

async fn rank(slot: Arc<Slot>, probe: Document, limit: usize) -> Vec<Match> {
    asked(slot, move |state| state.index.rank(&probe, limit)).await
}

/// Asks the index, off the async threads.
async fn asked(
    slot: Arc<Slot>,
    ask: impl FnOnce(&State) -> Vec<Match> + Send + 'static,
) -> Vec<Match> {
    let work = move || {
        let state = slot.state.read().unwrap_or_else(PoisonError::into_inner);
        ask(&state)
    };
    tokio::task::spawn_blocking(work).await.unwrap_or_default()
}

/// Names only what is public in this snapshot.
async fn named(
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    matches: Vec<Match>,
    limit: usize,
) -> Result<Vec<Similar>, Declined> {
    let numbers: Vec<i64> =
        matches.iter().filter_map(|found| i64::try_from(found.key).ok()).collect();
    let public = store::voices::still_public(snapshot, ambito, &numbers).await?;
    let similar = matches.into_iter().filter_map(|found| {
        let number = i64::try_from(found.key).ok()?;
        Some(Similar {
            number,
            kind: *public.get(&number)?,
            convincing: found.convinces(),
            shared_words: found.words,
            other_words: found.other_words,
            same_policy: found.same_policy,
            score: found.score,
        })
    });
    Ok(similar.take(limit).collect())
}

/// How many more are ranked than asked for, in case some are not public any more.
const SPARE: usize = 4;

/// Public texts of its kind and round that resemble a public contribution, the best first, at
/// most [`BESIDE`]. Nothing for one that is not public, and nothing while a large index is being built.
pub async fn for_contribution(
    services: &Services,
    snapshot: &mut Snapshot,
    id: ContributionId,
    limit: usize,
) -> Result<Vec<Similar>, Declined> {
    let Some((ambito, number)) = store::voices::place_of(snapshot, id).await? else {
        return Ok(Vec::new());
    };
    let Some(probe) = one(services, snapshot, ambito, number).await? else {
        return Ok(Vec::new());
    };
    let Some(slot) = ready(services, snapshot, ambito).await? else { return Ok(Vec::new()) };
    let matches = asked(slot, move |state| state.beside(&probe)).await;
    named(snapshot, ambito, matches, limit).await
}

/// Public texts of its kind and round that resemble a part of a public contribution, the best
/// first; never the text itself.
pub async fn for_part(
    services: &Services,
    snapshot: &mut Snapshot,
    id: ContributionId,
    title: &str,
    words: &str,
    limit: usize,
) -> Result<Vec<Similar>, Declined> {
    let Some((ambito, number)) = store::voices::place_of(snapshot, id).await? else {
        return Ok(Vec::new());
    };
    let Some(whole) = one(services, snapshot, ambito, number).await? else {
        return Ok(Vec::new());
    };
    let Some(slot) = ready(services, snapshot, ambito).await? else { return Ok(Vec::new()) };
    let probe = Document {
        key: UNSAVED,
        title: title.to_owned(),
        body: words.to_owned(),
        meaning: meanings::of(services, title, words).await,
        ..whole
    };
    let mut matches = rank(slot, probe, limit + SPARE + 1).await;
    matches.retain(|found| found.key != key(number));
    named(snapshot, ambito, matches, limit).await
}

/// Public texts that resemble one that is being written, the best first.
#[expect(clippy::too_many_arguments, reason = "what a half-written form knows")]
pub async fn for_text(
    services: &Services,
    snapshot: &mut Snapshot,
    ambito: AmbitoId,
    round: i64,
    kind: Kind,
    title: &str,
    body: &str,
    language: &str,
    policy: Option<&str>,
    limit: usize,
) -> Result<Vec<Similar>, Declined> {
    let Some(slot) = ready(services, snapshot, ambito).await? else { return Ok(Vec::new()) };
    let probe = Document {
        key: UNSAVED,
        scope: scope(round, kind),
        title: title.to_owned(),
        body: body.to_owned(),
        language: Language::from_code(language),
        policy: policy.map(str::to_owned),
        meaning: meanings::of(services, title, body).await,
        ..Document::default()
    };
    let matches = rank(slot, probe, limit + SPARE).await;
    named(snapshot, ambito, matches, limit).await
}

/// How many similar texts the report names.
const REPORTED: usize = 10;

/// For each imported need and proposal the codes of the ten imported ones of its kind and round
/// that resemble it most: what `trama similar --json` prints.
pub async fn all_for_report(
    services: &Services,
    ambito: AmbitoId,
) -> Result<BTreeMap<String, Vec<String>>, Declined> {
    learn_all(services, ambito).await?;
    let mut snapshot = services.look().await?;
    let Some(slot) = ready(services, &mut snapshot, ambito).await? else {
        return Ok(BTreeMap::new());
    };
    let codes = store::voices::imported_codes(&mut snapshot, ambito).await?;
    let mut report = BTreeMap::new();
    for (&number, code) in &codes {
        let Some(probe) = one(services, &mut snapshot, ambito, number).await? else { continue };
        let all = services.similar.size(ambito).unwrap_or(0);
        let matches = rank(Arc::clone(&slot), probe, all).await;
        let imported: Vec<Match> = matches
            .into_iter()
            .filter(|found| i64::try_from(found.key).is_ok_and(|key| codes.contains_key(&key)))
            .take(REPORTED + SPARE)
            .collect();
        let named = named(&mut snapshot, ambito, imported, REPORTED).await?;
        let ranked = named.iter().filter_map(|similar| codes.get(&similar.number).cloned());
        report.insert(code.clone(), ranked.collect());
    }
    Ok(report)
}
