//! Which contributions resemble a text, and why: an index in memory that only ever suggests.
//!
//! It never merges, hides, filters or orders by itself anything that people see elsewhere (domain.md
//! §2.5: a machine's likeness is a suggestion, priors are bonuses), and it keeps no text: stems and
//! numbers only, which `remove` takes away again.
//!
//! One [`Index`] holds an Ambito. Rare words are learnt from all of it; only documents of the same
//! `scope` are compared. The score of a document for a probe is, in words:
//!
//! 1. **Shared stems.** TF-IDF cosine (Salton and Buckley 1988, "lnc.ltc"): repetitions count by their
//!    logarithm, words of the title count more, both texts have length one; the rarity of a word counts
//!    only when asked (in the probe's weights, nearly squared, for the two texts it stands in), so that
//!    a document's weights never change when others come and go.
//! 2. **Near stems.** A stem also finds those with which it shares many runs of three to five letters
//!    («accompagnamento», «accompagnare»), for less: a sparse soft cosine (Sidorov et al. 2014) over the
//!    vocabulary, instead of an index of letter runs ten times as large.
//! 3. **Kindred words.** In Italian, a word also counts for the families it stands in («sfratto» and
//!    «caparra» both speak of a rent), from a small lexicon of the social field, and less for their
//!    topics; words that stand in texts on any subject count less.
//! 4. **Relations learnt from the Ambito itself.** The best few documents of *any* scope lend their
//!    weightiest words to a second look (Rocchio's pseudo-relevance feedback): two needs that share no
//!    word may both resemble one proposal.
//! 5. **Meaning**, where the caller gives vectors of a sentence model ([`Meaning`]): what a text means
//!    beside its words, for texts that both have one; words then count less.
//! 6. **Soft bonuses** for the same policy, area and municipality, less where these are common in the
//!    scope, for needs that both declare to answer, and for needs that the same proposals declare to
//!    answer. They are added whatever the text gives: scaled or saturated by it they find no more
//!    partners on any corpus, and fewer where texts share few words (Alto Lago).
//!
//! [`Index::group`] suggests groups over a whole scope, on the same scores.
//!
//! Scores do not depend on the order of insertion nor on keys: sums run in the alphabetical order of
//! stems, or over whole numbers. Equal scores are ordered by key.
//!
//! [`Weights::default`] are round numbers from the middle of a wide plateau, found on small corpora
//! (`tests/similarity.rs`): moving any by a fifth changes little.

use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::language::{self, Language};

mod groups;
mod kindred;
mod meaning;
mod vocabulary;

pub use groups::{Cut, Draft, Group, Grouping};
pub use meaning::Meaning;

use kindred::Kindred;
use meaning::Sum;
use vocabulary::{Search, Vocabulary};

/// A key that no stored contribution has: for a text that is still being written.
pub const UNSAVED: u64 = u64::MAX;

/// How many shared words a match names.
const SHARED_WORDS: usize = 5;

/// How many stems of a probe are looked up, so that a very long text costs no more than a long one.
const PROBE_STEMS: usize = 200;

/// How near a stem must be to be shown to people as a shared word.
const SHOWN_NEARNESS: f32 = 0.6;

/// A contribution as the comparison sees it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The caller's number for it; [`UNSAVED`] for a draft.
    pub key: u64,
    /// Only documents of one scope are compared: a kind of contribution within a round.
    pub scope: u64,
    /// Its title, in the original or the verified translation.
    pub title: String,
    /// Its text, likewise.
    pub body: String,
    /// The language `title` and `body` are in.
    pub language: Language,
    /// The policy it is filed under.
    pub policy: Option<String>,
    /// The area it is filed under.
    pub area: Option<String>,
    /// The municipality it comes from.
    pub municipality: Option<String>,
    /// The needs it declares to answer.
    pub needs: Vec<u64>,
    /// What it means, where a model says it.
    pub meaning: Option<Meaning>,
}

/// A document that resembles the probe, and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Match {
    /// The number the caller gave.
    pub key: u64,
    /// Text and bonuses together; comparable within one answer, roughly 0 to 1.5.
    pub score: f32,
    /// What the text alone gives, roughly 0 to 1; zero for a match by bonuses only.
    pub text: f32,
    /// The shared words that weigh most, as the probe writes them, the weightiest first.
    pub words: Vec<String>,
    /// It says alike in other words: most of what the text gives comes from its meaning.
    pub other_words: bool,
    /// Both are filed under one policy.
    pub same_policy: bool,
    /// How many needs both declare to answer.
    pub shared_needs: usize,
    /// How many proposals declare to answer both.
    pub shared_answers: usize,
}

/// The least score of a text that citizens are shown as like theirs. Measured on the four corpora of
/// `tests/similarity.rs`, on the three best of each text with its policy: it keeps about two of three
/// true partners, one of four that are near them and one of twenty others; without the policy, as
/// while somebody types, one of four, one of eight and one of seventy. Who is shown a stranger's trouble as their own loses more
/// than who is shown nothing.
const CONVINCING: f32 = 0.38;

/// How many words a convincing match shares at least: one alone means too many things.
const CONVINCING_WORDS: usize = 2;

impl Match {
    /// Whether it is like enough to be shown to whoever wrote the probe. Those who bring texts
    /// together see all matches.
    pub fn convinces(&self) -> bool {
        self.score >= CONVINCING && self.words.len() >= CONVINCING_WORDS
    }
}

/// What each reason for likeness counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weights {
    /// What a word of the title counts more than one of the body.
    pub title: f32,
    /// What a family of kindred words counts where one of its words counts one.
    pub kindred: f32,
    /// What a word counts for each topic of its families, where it counts one for a family.
    pub topic: f32,
    /// What a word counts that stands in texts on any subject.
    pub bland: f32,
    /// The power of a word's rarity; two would be rarity in both texts.
    pub rarity: f32,
    /// What a near stem counts where an equal one counts one.
    pub near: f32,
    /// The power of the nearness itself.
    pub near_power: f32,
    /// The least share of letter runs that makes two stems near.
    pub nearness: f32,
    /// How many near stems a stem may find.
    pub variants: usize,
    /// What the words of the best documents count beside the probe's own.
    pub feedback: f32,
    /// How many best documents lend words.
    pub feedback_documents: usize,
    /// How many words they lend.
    pub feedback_terms: usize,
    /// What meaning counts, where both texts have one.
    pub meaning: f32,
    /// What words count beside a meaning, where they count one alone.
    pub beside_meaning: f32,
    /// The bonus for the same policy, where it is rare.
    pub policy: f32,
    /// The bonus for the same area.
    pub area: f32,
    /// The bonus for the same municipality.
    pub municipality: f32,
    /// The bonus for declaring the same needs, or being declared by the same proposals: where all
    /// are the same, as much as for the same policy.
    pub needs: f32,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            title: 0.75,
            kindred: 1.75,
            topic: 0.22,
            bland: 0.5,
            rarity: 1.75,
            near: 0.65,
            near_power: 1.25,
            nearness: 0.3,
            variants: 10,
            feedback: 0.5,
            feedback_documents: 5,
            feedback_terms: 40,
            meaning: 0.4,
            beside_meaning: 0.75,
            policy: 0.2,
            area: 0.015,
            municipality: 0.003,
            needs: 0.2,
        }
    }
}

/// The contributions of an Ambito, ready to be compared.
#[derive(Clone, Debug, Default)]
pub struct Index {
    weights: Weights,
    vocabulary: Vocabulary,
    labels: Labels,
    places: HashMap<u64, u32>,
    entries: Vec<Option<Entry>>,
    free: Vec<u32>,
    /// By need, the proposals that declare to answer it, sorted.
    answered: HashMap<u64, Vec<u64>>,
    meanings: Sum,
}

/// A document in the index.
#[derive(Clone, Debug)]
struct Entry {
    key: u64,
    scope: u64,
    labels: [u32; LABELS],
    needs: Box<[u64]>,
    terms: Box<[(u32, u16)]>,
    meaning: Option<Meaning>,
}

/// Policy, area, municipality.
const LABELS: usize = 3;

/// The names of policies, areas and municipalities as numbers.
#[derive(Clone, Debug, Default)]
struct Labels(HashMap<String, u32>);

/// The number of no label, in a document.
const UNLABELLED: u32 = 0;

/// The number of a label that no document can have, in a probe.
const UNKNOWN: u32 = u32::MAX;

impl Labels {
    fn intern(&mut self, document: &Document) -> [u32; LABELS] {
        names(document).map(|name| match name {
            Some(name) => {
                let next = self.0.len() as u32 + 1;
                *self.0.entry(name.to_owned()).or_insert(next)
            }
            None => UNLABELLED,
        })
    }

    fn find(&self, probe: &Document) -> [u32; LABELS] {
        names(probe).map(|name| name.and_then(|name| self.0.get(name)).copied().unwrap_or(UNKNOWN))
    }
}

fn names(document: &Document) -> [Option<&str>; LABELS] {
    [document.policy.as_deref(), document.area.as_deref(), document.municipality.as_deref()]
}

/// The full length of a document, in the whole numbers that weights are stored as.
const WHOLE: f32 = 65_535.0;

/// A stem of a text, or a family of its words.
#[derive(Default)]
struct Stem {
    weight: f32,
    written: String,
}

/// A stem of the probe: what it weighs, and the terms that answer to it, each with its nearness as a
/// factor of the weight.
struct Sought {
    weight: f32,
    terms: Rc<[Answer]>,
    name: String,
    written: String,
}

/// A term of the vocabulary that answers to a stem of the probe.
struct Answer {
    term: u32,
    factor: f32,
    shown: bool,
}

/// A document with its score, before it is explained.
struct Scored {
    score: f32,
    key: u64,
    place: usize,
    shared_needs: usize,
    shared_answers: usize,
}

/// What is asked, beside its words.
struct Asked<'a> {
    key: u64,
    scope: u64,
    labels: [u32; LABELS],
    /// The needs it declares to answer, sorted.
    needs: &'a [u64],
    /// The proposals that declare to answer it, sorted.
    answers: &'a [u64],
}

impl Index {
    /// An empty index.
    pub fn new() -> Self {
        Self::default()
    }

    /// An empty index with other weights, to see how much depends on them.
    pub fn with_weights(weights: Weights) -> Self {
        Self { weights, ..Self::default() }
    }

    /// How many documents it holds.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Takes a document in; one with the same key is replaced. Says whether there was one.
    pub fn insert(&mut self, document: &Document) -> bool {
        let replaced = self.remove(document.key);
        let place = self.free.pop().unwrap_or_else(|| {
            self.entries.push(None);
            self.entries.len() as u32 - 1
        });
        let stems = stems(document, &self.weights);
        let length = stems.values().map(|stem| stem.weight * stem.weight).sum::<f32>().sqrt();
        let terms = stems
            .iter()
            .map(|(name, stem)| {
                let weight = (stem.weight / length * WHOLE).round() as u16;
                (self.vocabulary.add(name, place, weight), weight)
            })
            .collect();
        let needs = distinct(&document.needs);
        for need in &needs {
            let answers = self.answered.entry(*need).or_default();
            if let Err(at) = answers.binary_search(&document.key) {
                answers.insert(at, document.key);
            }
        }
        if let Some(meaning) = &document.meaning {
            self.meanings.add(meaning);
        }
        self.places.insert(document.key, place);
        self.entries[place as usize] = Some(Entry {
            key: document.key,
            scope: document.scope,
            labels: self.labels.intern(document),
            needs: needs.into_boxed_slice(),
            terms,
            meaning: document.meaning.clone(),
        });
        replaced
    }

    /// Takes a document out, with every word that stood nowhere else. Says whether it was there.
    pub fn remove(&mut self, key: u64) -> bool {
        let Some(place) = self.places.remove(&key) else {
            return false;
        };
        if let Some(entry) = self.entries[place as usize].take() {
            for (term, _) in entry.terms {
                self.vocabulary.take(term, place);
            }
            if let Some(meaning) = &entry.meaning {
                self.meanings.take(meaning);
            }
            for need in entry.needs {
                if let Some(answers) = self.answered.get_mut(&need) {
                    answers.retain(|answer| *answer != key);
                    if answers.is_empty() {
                        self.answered.remove(&need);
                    }
                }
            }
        }
        self.free.push(place);
        true
    }

    /// The documents of the probe's scope that resemble it most, the best first, at most `limit`.
    ///
    /// The document with the probe's own key is left out. A document that shares nothing with the probe
    /// is never named.
    pub fn rank(&self, probe: &Document, limit: usize) -> Vec<Match> {
        let sought = self.seek(probe);
        let own = self.places.get(&probe.key).copied();
        let mut texts = self.compare(&sought, own);
        let words = self.mix_meaning(probe.meaning.as_ref(), probe.scope, &mut texts);
        let labels = self.labels.find(probe);
        let asked = Asked {
            key: probe.key,
            scope: probe.scope,
            labels,
            needs: &distinct(&probe.needs),
            answers: self.answers_to(probe.key),
        };
        let mut found = self.scored(&asked, &texts);
        best(&mut found, limit);
        found
            .into_iter()
            .filter_map(|scored| {
                let entry = self.entries[scored.place].as_ref()?;
                Some(Match {
                    key: scored.key,
                    score: scored.score,
                    text: texts[scored.place],
                    words: shared_words(&sought, entry),
                    other_words: words
                        .get(scored.place)
                        .is_some_and(|words| 2.0 * words < texts[scored.place]),
                    same_policy: entry.labels[0] == labels[0],
                    shared_needs: scored.shared_needs,
                    shared_answers: scored.shared_answers,
                })
            })
            .collect()
    }

    /// The documents that share anything with what is asked, with their scores, in no order.
    fn scored(&self, asked: &Asked<'_>, texts: &[f32]) -> Vec<Scored> {
        let bonuses = self.bonuses(asked);
        let mut found = Vec::new();
        for (place, entry) in self.peers(asked) {
            let mut score = texts[place];
            for (bonus, (mine, theirs)) in
                bonuses.iter().zip(asked.labels.iter().zip(&entry.labels))
            {
                if mine == theirs {
                    score += bonus;
                }
            }
            let shared_needs = shared(asked.needs, &entry.needs);
            let answers = if asked.answers.is_empty() { &[] } else { self.answers_to(entry.key) };
            let shared_answers = shared(asked.answers, answers);
            for (shared, mine, theirs) in [
                (shared_needs, asked.needs.len(), entry.needs.len()),
                (shared_answers, asked.answers.len(), answers.len()),
            ] {
                if shared > 0 {
                    score += self.weights.needs * shared as f32 / ((mine * theirs) as f32).sqrt();
                }
            }
            if score > 0.0 {
                found.push(Scored { score, key: entry.key, place, shared_needs, shared_answers });
            }
        }
        found
    }

    /// The proposals that declare to answer a need, sorted.
    fn answers_to(&self, need: u64) -> &[u64] {
        self.answered.get(&need).map(Vec::as_slice).unwrap_or_default()
    }

    /// The documents that what is asked is compared with.
    fn peers(&self, asked: &Asked<'_>) -> impl Iterator<Item = (usize, &Entry)> {
        let (scope, key) = (asked.scope, asked.key);
        self.entries
            .iter()
            .enumerate()
            .filter_map(|(place, entry)| Some((place, entry.as_ref()?)))
            .filter(move |(_, entry)| entry.scope == scope && entry.key != key)
    }

    /// What each stem of the probe weighs, and which terms answer to it; in alphabetical order.
    fn seek(&self, probe: &Document) -> Vec<Sought> {
        let mut search = self.vocabulary.search();
        let mut sought: Vec<Sought> = self
            .weightiest(probe)
            .into_iter()
            .map(|(name, rarity, stem)| {
                let terms = self.answers(&name, rarity, &mut search);
                Sought { weight: stem.weight, terms, name, written: stem.written }
            })
            .collect();
        of_length_one(&mut sought);
        sought
    }

    /// The terms that answer to a stem of this rarity: itself, if it is known, and near ones.
    fn answers(&self, name: &str, rarity: f32, search: &mut Search<'_>) -> Rc<[Answer]> {
        let weights = &self.weights;
        let itself = self.vocabulary.find(name);
        let shown = !Kindred::is_topic(name);
        let itself = itself.map(|term| Answer { term, factor: 1.0, shown });
        let near = search.near(name, weights.nearness, weights.variants).into_iter();
        let near = near.map(|(term, nearness)| {
            // A near stem commoner than the one sought counts for its own small rarity.
            let common = (self.rarity(term) / rarity).min(1.0).powf(weights.rarity);
            let factor = weights.near * nearness.powf(weights.near_power) * common;
            Answer { term, factor, shown: nearness >= SHOWN_NEARNESS }
        });
        itself.into_iter().chain(near).collect()
    }

    /// The stems of the probe, each with its rarity and a weight that counts it; the weightiest, in
    /// alphabetical order.
    fn weightiest(&self, probe: &Document) -> Vec<(String, f32, Stem)> {
        let mut found: Vec<(String, f32, Stem)> = stems(probe, &self.weights)
            .into_iter()
            .map(|(name, mut stem)| {
                let rarity = match self.vocabulary.find(&name) {
                    Some(term) => self.rarity(term),
                    None => rarity(self.len(), 1),
                };
                stem.weight *= rarity.powf(self.weights.rarity);
                (name, rarity, stem)
            })
            .collect();
        if found.len() > PROBE_STEMS {
            found.sort_by(|a, b| b.2.weight.total_cmp(&a.2.weight));
            found.truncate(PROBE_STEMS);
            found.sort_by(|a, b| a.0.cmp(&b.0));
        }
        found
    }

    fn rarity(&self, term: u32) -> f32 {
        rarity(self.len(), self.vocabulary.documents(term))
    }

    /// What the text of each document, by place, gives for the stems sought.
    fn compare(&self, sought: &[Sought], own: Option<u32>) -> Vec<f32> {
        let mut texts = vec![0.0; self.entries.len()];
        for stem in sought {
            for answer in stem.terms.iter() {
                let factor = stem.weight * answer.factor / WHOLE;
                self.vocabulary.spread(answer.term, factor, &mut texts);
            }
        }
        for (term, weight) in self.lent(&texts, own) {
            self.vocabulary.spread(term, self.weights.feedback * weight / WHOLE, &mut texts);
        }
        // Bonuses keep their meaning whatever the second look adds.
        let shrink = 1.0 / (1.0 + self.weights.feedback);
        for text in &mut texts {
            *text *= shrink;
        }
        texts
    }

    /// Mixes what texts of a scope mean into what their words give, where the text asked about has a
    /// meaning, and returns what is left of the words; nothing where it has none.
    fn mix_meaning(&self, asked: Option<&Meaning>, scope: u64, texts: &mut [f32]) -> Vec<f32> {
        let Some(seen) = asked.and_then(|meaning| self.meanings.seen(meaning)) else {
            return Vec::new();
        };
        let mut words = texts.to_vec();
        for (place, entry) in self.entries.iter().enumerate() {
            let Some(entry) = entry.as_ref().filter(|entry| entry.scope == scope) else { continue };
            if let Some(meaning) = &entry.meaning {
                words[place] *= self.weights.beside_meaning;
                texts[place] = words[place] + self.weights.meaning * seen.likeness(meaning);
            }
        }
        words
    }

    /// Gives a document its meaning, if it is here.
    pub fn give_meaning(&mut self, key: u64, meaning: Meaning) {
        let Some(place) = self.places.get(&key) else { return };
        if let Some(entry) = &mut self.entries[*place as usize] {
            self.meanings.add(&meaning);
            if let Some(before) = entry.meaning.replace(meaning) {
                self.meanings.take(&before);
            }
        }
    }

    /// The keys of documents without a meaning, in their order.
    pub fn without_meaning(&self) -> Vec<u64> {
        let missing = self.entries.iter().flatten().filter(|entry| entry.meaning.is_none());
        let mut keys: Vec<u64> = missing.map(|entry| entry.key).collect();
        keys.sort_unstable();
        keys
    }

    /// The words the best documents lend, with weights of length one; in alphabetical order.
    fn lent(&self, texts: &[f32], own: Option<u32>) -> Vec<(u32, f32)> {
        let mut sums: HashMap<u32, u64> = HashMap::new();
        for place in self.lenders(texts, own) {
            let Some(entry) = &self.entries[place as usize] else {
                continue;
            };
            // Whole numbers add up to the same in every order.
            let share = (texts[place as usize] * WHOLE) as u64;
            for (term, weight) in &entry.terms {
                *sums.entry(*term).or_default() += share * u64::from(*weight);
            }
        }
        let mut lent: Vec<(u32, f32)> = sums
            .into_iter()
            .map(|(term, sum)| {
                (term, sum as f32 / WHOLE * self.rarity(term).powf(self.weights.rarity))
            })
            .collect();
        let name = |term: u32| self.vocabulary.name(term);
        lent.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then_with(|| name(a.0).cmp(name(b.0))));
        lent.truncate(self.weights.feedback_terms);
        lent.sort_unstable_by(|a, b| name(a.0).cmp(name(b.0)));
        let length = lent.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
        for (_, weight) in &mut lent {
            *weight /= length;
        }
        lent
    }

    /// The places of the best documents of any scope.
    ///
    /// Those that tie for the last place come all or, when they are very many, not at all: a key must
    /// not decide.
    fn lenders(&self, texts: &[f32], own: Option<u32>) -> Vec<u32> {
        let wanted = self.weights.feedback_documents;
        if wanted == 0 || self.weights.feedback <= 0.0 {
            return Vec::new();
        }
        let mut places: Vec<u32> = (0..texts.len() as u32)
            .filter(|place| texts[*place as usize] > 0.0 && Some(*place) != own)
            .collect();
        if places.len() > wanted {
            let text = |place: u32| texts[place as usize];
            let (_, last, _) =
                places.select_nth_unstable_by(wanted - 1, |a, b| text(*b).total_cmp(&text(*a)));
            let least = text(*last);
            places.retain(|place| text(*place) >= least);
            if places.len() > 4 * wanted {
                places.retain(|place| text(*place) > least);
            }
        }
        places
    }

    /// The bonuses for policy, area and municipality: a label that many share says less.
    fn bonuses(&self, asked: &Asked<'_>) -> [f32; LABELS] {
        let mut all = 0;
        let mut same = [0; LABELS];
        for (_, entry) in self.peers(asked) {
            all += 1;
            let labels = asked.labels.iter().zip(&entry.labels);
            for (count, (mine, theirs)) in same.iter_mut().zip(labels) {
                *count += usize::from(mine == theirs);
            }
        }
        let weights = &self.weights;
        let mut bonuses = [weights.policy, weights.area, weights.municipality];
        for (bonus, count) in bonuses.iter_mut().zip(same) {
            *bonus *= (rarity(all, count) / rarity(all, 1)).sqrt();
        }
        bonuses
    }
}

/// How rare a thing is that `some` of `all` have: the logarithm of one and their ratio.
fn rarity(all: usize, some: usize) -> f32 {
    (1.0 + all.max(1) as f32 / some.max(1) as f32).ln()
}

/// The stems of a document and the families of its words, in alphabetical order; numbers in figures
/// say too little to count.
fn stems(document: &Document, weights: &Weights) -> BTreeMap<String, Stem> {
    let kindred = Kindred::of(document.language);
    let mut found: BTreeMap<String, Stem> = BTreeMap::new();
    for (text, times) in [(&document.title, 1.0 + weights.title), (&document.body, 1.0)] {
        for (written, token) in language::words(text) {
            if !language::carries(&token)
                || document.language.is_function_word(&token)
                || token.chars().all(|letter| letter.is_numeric())
            {
                continue;
            }
            let name = document.language.stem(&token);
            if let Some(kindred) = kindred {
                for (family, share) in kindred.families(&name) {
                    found.entry(family).or_default().weight += times * share;
                }
                for (topic, share) in kindred.topics(&name) {
                    found.entry(topic).or_default().weight += times * share * weights.topic;
                }
            }
            let stem = found.entry(name).or_default();
            stem.weight += times;
            // A capital is mostly the beginning of a sentence.
            if stem.written.is_empty()
                || stem.written.starts_with(char::is_uppercase)
                    && written.starts_with(char::is_lowercase)
            {
                stem.written = written.to_owned();
            }
        }
    }
    for (name, stem) in &mut found {
        // Less than once is only a share of a word.
        stem.weight = if stem.weight < 1.0 { stem.weight } else { 1.0 + stem.weight.ln() };
        let Some(kindred) = kindred else { continue };
        if let Some(family) = Kindred::family(name) {
            stem.weight *= weights.kindred;
            stem.written = family.to_owned();
        } else if Kindred::is_topic(name) {
            stem.weight *= weights.kindred;
        } else if kindred.is_bland(name) {
            stem.weight *= weights.bland;
        }
    }
    found.retain(|_, stem| stem.weight > 0.0);
    found
}

/// Makes the weights of what is sought a vector of length one.
fn of_length_one(sought: &mut [Sought]) {
    let length = sought.iter().map(|stem| stem.weight * stem.weight).sum::<f32>().sqrt();
    for stem in sought {
        stem.weight /= length;
    }
}

/// How many numbers stand in both of two sorted lists.
fn shared(mine: &[u64], theirs: &[u64]) -> usize {
    mine.iter().filter(|number| theirs.binary_search(number).is_ok()).count()
}

fn distinct(needs: &[u64]) -> Vec<u64> {
    let mut needs = needs.to_vec();
    needs.sort_unstable();
    needs.dedup();
    needs
}

/// Keeps the best `limit`, in order.
fn best(found: &mut Vec<Scored>, limit: usize) {
    let order = |a: &Scored, b: &Scored| -> Ordering {
        b.score.total_cmp(&a.score).then(a.key.cmp(&b.key))
    };
    if limit > 0 && found.len() > limit {
        found.select_nth_unstable_by(limit - 1, order);
    }
    found.truncate(limit);
    found.sort_unstable_by(order);
}

/// The words of the probe that an entry shares, the weightiest first; after them what their kindred
/// words are about, where no shared word says it already.
fn shared_words(sought: &[Sought], entry: &Entry) -> Vec<String> {
    let mut shared: Vec<(f32, &Sought)> = sought
        .iter()
        .filter_map(|stem| {
            let nearest = stem
                .terms
                .iter()
                .filter(|answer| answer.shown)
                .filter_map(|answer| {
                    let (_, weight) = entry.terms.iter().find(|(term, _)| *term == answer.term)?;
                    Some(answer.factor * f32::from(*weight))
                })
                .max_by(f32::total_cmp)?;
            Some((nearest * stem.weight, stem))
        })
        .collect();
    // The sort is stable and the stems come in alphabetical order.
    shared.sort_by(|a, b| b.0.total_cmp(&a.0));
    let stems = shared.iter().map(|(_, stem)| (stem.name.as_str(), stem.written.as_str()));
    told(&stems.collect::<Vec<_>>())
}

/// Names what is shared, from stems as they are written: the words, then the families of kindred words
/// that none of them stands in.
fn told(stems: &[(&str, &str)]) -> Vec<String> {
    let (families, words): (Vec<_>, Vec<_>) =
        stems.iter().partition(|(name, _)| Kindred::family(name).is_some());
    let said: Vec<String> = words
        .iter()
        .flat_map(|(name, _)| Kindred::of(Language::Italian).into_iter().map(|kin| (kin, *name)))
        .flat_map(|(kin, name)| kin.families(name).map(|(family, _)| family))
        .collect();
    let unsaid = families.iter().filter(|(name, _)| !said.iter().any(|family| family == name));
    let mut told: Vec<String> = Vec::new();
    for (_, written) in words.iter().chain(unsaid) {
        if told.len() < SHARED_WORDS && !told.iter().any(|word| word == written) {
            told.push((*written).to_owned());
        }
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(key: u64, title: &str, body: &str) -> Document {
        Document { key, title: title.to_owned(), body: body.to_owned(), ..Document::default() }
    }

    fn corpus() -> Vec<Document> {
        vec![
            text(
                10,
                "Una corriera la sera",
                "Dopo le sette non parte nessuna corriera per le frazioni.",
            ),
            text(
                20,
                "Corriere serali",
                "Chi lavora fino a tardi non torna a casa: manca la corriera.",
            ),
            text(30, "Un asilo aperto d'estate", "In luglio i bambini non sanno dove stare."),
            text(
                40,
                "Centro estivo",
                "Per i bambini delle elementari un centro estivo a luglio e agosto.",
            ),
            text(
                50,
                "Panchine al cimitero",
                "Gli anziani che salgono a piedi devono potersi sedere.",
            ),
        ]
    }

    fn filled(documents: &[Document]) -> Index {
        let mut index = Index::new();
        for document in documents {
            index.insert(document);
        }
        index
    }

    fn keys(matches: &[Match]) -> Vec<u64> {
        matches.iter().map(|found| found.key).collect()
    }

    #[test]
    fn names_the_partner_first_and_says_why() {
        let documents = corpus();
        let index = filled(&documents);
        let found = index.rank(&documents[0], 10);
        assert_eq!(found[0].key, 20);
        assert_eq!(found[0].words[0], "corriera");
        assert!(!found[0].same_policy);
        assert!(found[0].text > 0.0 && found[0].text <= 1.0);
        assert_eq!(index.rank(&documents[2], 1)[0].key, 40);
    }

    #[test]
    fn never_names_the_probe_itself() {
        let documents = corpus();
        let index = filled(&documents);
        for document in &documents {
            assert!(!keys(&index.rank(document, 100)).contains(&document.key));
        }
        let draft = Document { key: UNSAVED, ..documents[0].clone() };
        assert_eq!(index.rank(&draft, 1)[0].key, 10);
    }

    #[test]
    fn the_order_of_insertion_does_not_matter() {
        let documents = corpus();
        let mut turned = documents.clone();
        turned.reverse();
        turned.rotate_left(2);
        let (index, other) = (filled(&documents), filled(&turned));
        for document in &documents {
            assert_eq!(index.rank(document, 100), other.rank(document, 100));
        }
    }

    #[test]
    fn keys_do_not_matter() {
        let documents = corpus();
        let renamed: Vec<Document> = documents
            .iter()
            .map(|document| Document { key: 1_000 - document.key, ..document.clone() })
            .collect();
        let (index, other) = (filled(&documents), filled(&renamed));
        for (document, again) in documents.iter().zip(&renamed) {
            let back: Vec<u64> =
                keys(&other.rank(again, 100)).into_iter().map(|key| 1_000 - key).collect();
            assert_eq!(keys(&index.rank(document, 100)), back);
        }
    }

    #[test]
    fn equal_scores_are_ordered_by_key() {
        let documents: Vec<Document> =
            [7, 3, 9, 1, 5].map(|key| text(key, "Una corriera", "La corriera non passa.")).into();
        let index = filled(&documents);
        assert_eq!(keys(&index.rank(&text(UNSAVED, "corriera", ""), 4)), [1, 3, 5, 7]);
    }

    #[test]
    fn removal_restores_exactly() {
        let documents = corpus();
        let mut index = filled(&documents);
        let before: Vec<_> = documents.iter().map(|document| index.rank(document, 100)).collect();
        let sizes = index.vocabulary.sizes();
        let added = Document {
            policy: Some("3.b".to_owned()),
            ..text(60, "Corriere, asili e zanzare", "Bambini in corriera tra le zanzare.")
        };
        index.insert(&added);
        index.insert(&added);
        assert_eq!(index.len(), 6);
        assert_ne!(before[0], index.rank(&documents[0], 100));
        assert!(index.remove(60));
        assert!(!index.remove(60));
        let after: Vec<_> = documents.iter().map(|document| index.rank(document, 100)).collect();
        assert_eq!(before, after);
        assert_eq!(sizes, index.vocabulary.sizes());
        for document in &documents {
            index.remove(document.key);
        }
        assert!(index.is_empty());
        assert_eq!(index.vocabulary.sizes(), (0, 0));
        assert!(index.rank(&documents[0], 10).is_empty());
    }

    #[test]
    fn scopes_are_kept_apart() {
        let mut documents = corpus();
        documents[1].scope = 2;
        let index = filled(&documents);
        assert!(!keys(&index.rank(&documents[0], 100)).contains(&20));
        assert!(index.rank(&documents[1], 100).is_empty());
    }

    #[test]
    fn bonuses_lift_and_never_filter() {
        let mut documents = corpus();
        for place in [0, 4] {
            documents[place].policy = Some("3.b".to_owned());
            documents[place].needs = vec![1, 2, 2];
        }
        let index = filled(&documents);
        let found = index.rank(&documents[0], 100);
        assert!(keys(&found).contains(&20));
        let lifted = found.iter().find(|found| found.key == 50).expect("the same policy counts");
        assert!(lifted.same_policy);
        assert_eq!(lifted.shared_needs, 2);
        assert!(lifted.score > lifted.text);
    }

    #[test]
    fn words_of_one_family_meet_and_say_so() {
        let index = filled(&[
            text(1, "Sfratto", "Il canone è troppo alto."),
            text(2, "Zanzare", "Lungo il canale non si vive."),
            text(3, "Caparra", "Chiedono tre mesi di garanzia."),
        ]);
        let found = index.rank(&text(UNSAVED, "Affitti", "Non ce la facciamo."), 10);
        assert_eq!(keys(&found), [3, 1]);
        assert!(found[0].words.contains(&"affitto".to_owned()), "{found:?}");
        // A shared word says it already.
        let same = index.rank(&text(UNSAVED, "Lo sfratto", ""), 1);
        assert_eq!(same[0].words, ["sfratto"]);
    }

    #[test]
    fn needs_that_one_proposal_answers_are_near() {
        let mut documents = corpus();
        for document in &mut documents {
            document.scope = 1;
        }
        let proposal = Document { scope: 2, needs: vec![10, 50], ..text(90, "Servizi", "Altro") };
        documents.push(proposal);
        let mut index = filled(&documents);
        let find = |index: &Index| {
            index.rank(&documents[0], 100).into_iter().find(|found| found.key == 50)
        };
        assert_eq!(find(&index).map(|found| found.shared_answers), Some(1));
        index.remove(90);
        assert_ne!(find(&index).map(|found| found.shared_answers), Some(1));
        assert!(index.answered.is_empty());
    }

    #[test]
    fn groups_say_why_and_stay_in_their_scope() {
        let mut documents = corpus();
        for document in &mut documents {
            document.policy = Some("3.b".to_owned());
        }
        documents.push(Document { scope: 7, ..documents[0].clone() });
        documents[5].key = 60;
        let index = filled(&documents);
        let mut grouping = index.group(0, &Cut::at(0.3));
        assert_eq!(grouping.cut, 0.3);
        for draft in &mut grouping.drafts {
            let keys = draft.keys.clone();
            for document in documents.iter().filter(|text| keys.contains(&text.key)) {
                draft.hear(document);
            }
        }
        let groups: Vec<Group> = grouping.drafts.into_iter().map(Draft::told).collect();
        assert_eq!(
            groups.iter().map(|group| group.keys.clone()).collect::<Vec<_>>(),
            [vec![10, 20], vec![30, 40]]
        );
        assert_eq!(groups[0].words[0], "corriera");
        assert!(groups[0].same_policy && groups[0].cohesion >= 0.3);
        assert!(index.group(7, &Cut::default()).drafts.is_empty(), "one alone is no group");
        assert!(index.group(99, &Cut::default()).drafts.is_empty());
        assert!(index.group(0, &Cut::at(2.0)).drafts.is_empty());
    }

    #[test]
    fn empty_and_hostile_texts_do_no_harm() {
        let mut documents = corpus();
        documents.push(text(60, "", ""));
        documents.push(text(70, "😀 123 ’’", "\0 \u{301} di la"));
        documents.push(text(80, &"a".repeat(5_000), &"bla ".repeat(5_000)));
        let index = filled(&documents);
        for document in &documents {
            for found in index.rank(document, 100) {
                assert!(found.score.is_finite() && found.score > 0.0);
            }
            assert!(index.group(document.scope, &Cut::default()).cut.is_finite());
            assert!(index.rank(document, 0).is_empty());
        }
        assert!(Index::new().rank(&documents[0], 10).is_empty());
    }
}
