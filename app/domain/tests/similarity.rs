//! How well the comparison finds true partners: on the demonstration's texts, and on a second set of
//! invented ones with other themes, so that weights chosen on one must hold on the other.
//!
//! The declared needs are taken away, keys are random, texts shuffled. `cargo test --release -p domain
//! --test similarity -- --ignored --nocapture` measures speed and memory.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at a broken file")]

use std::collections::HashMap;
use std::fs;
use std::time::Instant;

use domain::language::Language;
use domain::similarity::{Document, Index, UNSAVED, Weights};
use serde_json::Value;

const VAL_D_ARCINA: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../server/demo/val-d-arcina.json");
const COSTA_DI_LEVANTE: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/tests/similarity/costa-di-levante.json");

/// Texts with the truth about them: which belong together, and which only look so.
struct Corpus {
    texts: Vec<(String, Document)>,
    groups: HashMap<String, String>,
    pairs: Vec<(String, String)>,
}

/// How many needs and proposals have a true partner among the first three, and how many look-alikes
/// stand above the true partner of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Found {
    needs: usize,
    proposals: usize,
    misled: usize,
}

fn load(path: &str) -> Corpus {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let import: Value = serde_json::from_str(&text).expect("the file is JSON");
    let mut texts = Vec::new();
    for (kind, name) in [(0, "needs"), (1, "proposals")] {
        for entry in import[name].as_array().expect("a list") {
            let field = |name: &str| entry[name].as_str().map(str::to_owned);
            let translated = field("translation_it").is_some();
            let language = if translated { "it".to_owned() } else { field("language").unwrap() };
            texts.push((
                field("id").unwrap(),
                Document {
                    key: 0,
                    scope: scrambled(entry["round"].as_str().unwrap(), kind),
                    title: field("title_it").or(field("title")).unwrap(),
                    body: field("translation_it").or(field("body")).unwrap(),
                    language: Language::from_code(&language),
                    policy: field("policy"),
                    area: field("area"),
                    municipality: field("municipality"),
                    needs: Vec::new(),
                },
            ));
        }
    }
    let truth = &import["ground_truth"];
    let mut groups = HashMap::new();
    for (group, ids) in truth["merge_groups"].as_object().unwrap() {
        for id in ids.as_array().unwrap() {
            groups.insert(id.as_str().unwrap().to_owned(), group.clone());
        }
    }
    let id = |pair: &Value, place: usize| pair["pair"][place].as_str().unwrap().to_owned();
    let pairs = truth["hard_negatives"].as_array().unwrap();
    let pairs = pairs.iter().map(|pair| (id(pair, 0), id(pair, 1))).collect();
    Corpus { texts, groups, pairs }
}

/// A number without meaning, the same for the same name and seed.
fn scrambled(name: &str, seed: u64) -> u64 {
    let mut number = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    for byte in name.bytes() {
        number = (number ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        number ^= number >> 29;
    }
    number >> 1
}

fn measure(corpus: &Corpus, weights: Weights, filed: bool, seed: u64) -> Found {
    let mut texts = corpus.texts.clone();
    for (id, document) in &mut texts {
        document.key = scrambled(id, seed);
        if !filed {
            document.policy = None;
            document.area = None;
        }
    }
    texts.sort_by_key(|(id, _)| scrambled(id, seed + 77));
    let mut index = Index::with_weights(weights);
    for (_, document) in &texts {
        index.insert(document);
    }
    let names: HashMap<u64, &str> =
        texts.iter().map(|(id, document)| (document.key, id.as_str())).collect();
    let mut found = Found { needs: 0, proposals: 0, misled: 0 };
    for (id, document) in &texts {
        let Some(group) = corpus.groups.get(id) else { continue };
        let names = |limit| -> Vec<&str> {
            index.rank(document, limit).iter().map(|found| names[&found.key]).collect()
        };
        let place = |ranked: &[&str], wanted: &dyn Fn(&str) -> bool| {
            ranked.iter().position(|other| wanted(other)).unwrap_or(usize::MAX)
        };
        let partner = |other: &str| corpus.groups.get(other) == Some(group);
        let top = names(10);
        match (place(&top, &partner) < 3, group.starts_with('N')) {
            (true, true) => found.needs += 1,
            (true, false) => found.proposals += 1,
            (false, _) => {}
        }
        let alike: Vec<&str> = corpus
            .pairs
            .iter()
            .filter(|(one, other)| one == id || other == id)
            .map(|(one, other)| if one == id { other.as_str() } else { one.as_str() })
            .collect();
        if !alike.is_empty() {
            let all = names(usize::MAX);
            assert!(all.starts_with(&top));
            let above = &all[..place(&all, &partner).min(all.len())];
            found.misled += alike.iter().filter(|name| above.contains(name)).count();
        }
    }
    found
}

#[test]
fn true_partners_are_among_the_first_three() {
    let corpus = load(VAL_D_ARCINA);
    assert_eq!(corpus.groups.len(), 40);
    let filed = measure(&corpus, Weights::default(), true, 1);
    let bare = measure(&corpus, Weights::default(), false, 1);
    println!("Val d'Arcina: with policy {filed:?}, without {bare:?}");
    assert!(filed.needs >= 15 && filed.proposals >= 22 && filed.misled <= 2, "{filed:?}");
    assert!(bare.needs >= 8 && bare.proposals >= 17, "{bare:?}");
}

#[test]
fn other_themes_do_as_well() {
    let corpus = load(COSTA_DI_LEVANTE);
    assert_eq!(corpus.groups.len(), 32);
    let filed = measure(&corpus, Weights::default(), true, 1);
    let bare = measure(&corpus, Weights::default(), false, 1);
    println!("Costa di Levante: with policy {filed:?}, without {bare:?}");
    assert!(filed.needs >= 12 && filed.proposals >= 13, "{filed:?}");
    assert!(bare.needs >= 9 && bare.proposals >= 14, "{bare:?}");
}

/// Of the three best of each text, how many true partners, near ones and others convince, and how
/// many there are.
fn convinced(path: &str, filed: bool) -> [(usize, usize); 3] {
    let corpus = load(path);
    let text = fs::read_to_string(path).unwrap();
    let import: Value = serde_json::from_str(&text).unwrap();
    let linked = import["ground_truth"]["linked_not_merged"].as_array().cloned();
    let linked = linked.unwrap_or_default().into_iter().map(|pair| {
        let pair = if pair.is_array() { pair } else { pair["pair"].clone() };
        (pair[0].as_str().unwrap().to_owned(), pair[1].as_str().unwrap().to_owned())
    });
    let near: Vec<(String, String)> = linked.chain(corpus.pairs.iter().cloned()).collect();
    let mut texts = corpus.texts.clone();
    let mut index = Index::new();
    for (key, (_, document)) in (0..).zip(&mut texts) {
        document.key = key;
        index.insert(document);
    }
    let mut found = [(0, 0); 3];
    // Texts of an earlier round stand in no group: the truth says nothing of them.
    for (id, document) in texts.iter().filter(|(id, _)| id.len() < 4) {
        index.remove(document.key);
        let draft = Document { key: UNSAVED, area: None, municipality: None, ..document.clone() };
        let draft = if filed { draft } else { Document { policy: None, ..draft } };
        for one in index.rank(&draft, 3) {
            let other = &texts[usize::try_from(one.key).unwrap()].0;
            let partners =
                corpus.groups.get(id).is_some_and(|g| corpus.groups.get(other) == Some(g));
            let neighbours =
                near.iter().any(|(a, b)| (a == id && b == other) || (a == other && b == id));
            let class = usize::from(!partners) + usize::from(!partners && !neighbours);
            found[class].0 += usize::from(one.convinces());
            found[class].1 += 1;
        }
        index.insert(document);
    }
    found
}

#[test]
fn what_convinces_is_alike() {
    for (path, filed) in [
        (VAL_D_ARCINA, true),
        (VAL_D_ARCINA, false),
        (COSTA_DI_LEVANTE, true),
        (COSTA_DI_LEVANTE, false),
    ] {
        let found = convinced(path, filed);
        println!("{path}, with policy {filed}: partners, near, others {found:?}");
        let [(partners, all), (near, _), (others, strangers)] = found;
        assert!(others <= partners + near, "{path}, {filed}: mostly noise: {found:?}");
        assert!(7 * others <= strangers, "{path}, {filed}: {found:?}");
        assert!(5 * partners >= if filed { 2 * all } else { all }, "{path}, {filed}: {found:?}");
    }
}

#[test]
fn keys_and_order_change_nothing() {
    for path in [VAL_D_ARCINA, COSTA_DI_LEVANTE] {
        let corpus = load(path);
        for filed in [true, false] {
            let first = measure(&corpus, Weights::default(), filed, 1);
            for seed in 2..4 {
                assert_eq!(first, measure(&corpus, Weights::default(), filed, seed));
            }
        }
    }
}

/// Sets one weight.
type Turn = fn(&mut Weights, f32);

#[test]
fn no_weight_is_a_knife_edge() {
    let corpora = [load(VAL_D_ARCINA), load(COSTA_DI_LEVANTE)].map(|corpus| {
        let usual = [true, false].map(|filed| measure(&corpus, Weights::default(), filed, 1));
        (corpus, usual)
    });
    let turns: [(&str, Turn); 12] = [
        ("title", |weights, by| weights.title *= by),
        ("rarity", |weights, by| weights.rarity *= by),
        ("near", |weights, by| weights.near *= by),
        ("near_power", |weights, by| weights.near_power *= by),
        ("nearness", |weights, by| weights.nearness *= by),
        ("variants", |weights, by| weights.variants = times(weights.variants, by)),
        ("feedback", |weights, by| weights.feedback *= by),
        ("feedback_documents", |weights, by| {
            weights.feedback_documents = times(weights.feedback_documents, by);
        }),
        ("feedback_terms", |weights, by| {
            weights.feedback_terms = times(weights.feedback_terms, by);
        }),
        ("policy", |weights, by| weights.policy *= by),
        ("area", |weights, by| weights.area *= by),
        ("municipality", |weights, by| weights.municipality *= by),
    ];
    for (name, turn) in turns {
        for by in [0.8, 1.2] {
            let mut weights = Weights::default();
            turn(&mut weights, by);
            for (corpus, usual) in &corpora {
                for (filed, usual) in [true, false].into_iter().zip(usual) {
                    if !filed && ["policy", "area", "municipality"].contains(&name) {
                        continue;
                    }
                    let turned = measure(corpus, weights, filed, 1);
                    println!("{name} × {by}, filed {filed}: {turned:?}");
                    let lost = (usual.needs + usual.proposals)
                        .saturating_sub(turned.needs + turned.proposals);
                    assert!(lost <= 3, "{name} × {by}: {usual:?} became {turned:?}");
                }
            }
        }
    }
}

fn times(count: usize, by: f32) -> usize {
    (count as f32 * by).round() as usize
}

#[test]
#[ignore = "takes a minute: 100,000 texts"]
fn a_hundred_thousand_texts_are_quick_and_small() {
    const TEXTS: u64 = 100_000;
    let texts: Vec<(String, Document)> =
        [VAL_D_ARCINA, COSTA_DI_LEVANTE].into_iter().flat_map(|path| load(path).texts).collect();
    let mut words: Vec<&str> = texts
        .iter()
        .flat_map(|(_, text)| text.title.split_whitespace().chain(text.body.split_whitespace()))
        .collect();
    words.sort_unstable();
    let mut chance = Chance(1);
    // Real texts' words as often as they use them, and a long tail of rarer ones, as Zipf's law has it.
    let syllables = ["ca", "ro", "ti", "ve", "lu", "men", "pro", "sta", "gri", "no", "fe", "bio"];
    let invent = |chance: &mut Chance| {
        let rank = (80_000.0_f64.powf(chance.unit())) as u64;
        let mut rare = Chance(rank + 7);
        (0..4).map(|_| syllables[rare.below(syllables.len())]).collect::<String>()
    };
    let sentence = |chance: &mut Chance, length: usize| {
        let mut text = String::new();
        for _ in 0..length {
            if chance.below(5) == 0 {
                text.push_str(&invent(chance));
            } else {
                text.push_str(words[chance.below(words.len())]);
            }
            text.push(' ');
        }
        text
    };
    let mut index = Index::new();
    let before = resident();
    let begun = Instant::now();
    for key in 0..TEXTS {
        index.insert(&Document {
            key,
            scope: 1,
            title: sentence(&mut chance, 7),
            body: sentence(&mut chance, 53),
            policy: Some((key % 11).to_string()),
            area: Some((key % 4).to_string()),
            municipality: Some((key % 7).to_string()),
            ..Document::default()
        });
    }
    println!("filled in {:?}, {} MB", begun.elapsed(), (resident() - before) / 1_000);
    let mut spent: Vec<u128> = texts
        .iter()
        .map(|(_, text)| {
            let probe = Document { key: UNSAVED, scope: 1, ..text.clone() };
            let begun = Instant::now();
            assert_eq!(index.rank(&probe, 10).len(), 10);
            begun.elapsed().as_micros()
        })
        .collect();
    spent.sort_unstable();
    println!(
        "ranked in {} µs (median), {} µs (worst)",
        spent[spent.len() / 2],
        spent[spent.len() - 1]
    );
    let begun = Instant::now();
    for key in 0..1_000 {
        assert!(index.remove(key * 97));
    }
    println!("removed 1,000 in {:?}", begun.elapsed());
}

/// Numbers as if by chance, the same on every run (xorshift).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() >> 33) as usize % limit
    }

    fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// The memory of this process in kilobytes; nothing where Linux does not tell.
fn resident() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:"));
    line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok()).unwrap_or(0)
}
