//! The texts are whole: the same keys in all languages, every key that Rust names, every code
//! of every closed list; and no text of the interface stands in Rust.

#![allow(clippy::unwrap_used, reason = "a test that can't go on fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use app::texts::{SOURCES, Texts, keys};
use app::urls::Lang;

fn rust_files() -> Vec<PathBuf> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    found.sort();
    found
}

/// A Rust source without its tests, comments and documentation: code, and its strings apart.
fn lex(source: &str) -> (String, Vec<String>) {
    let source = source.split("#[cfg(test)]").next().unwrap_or_default();
    let chars: Vec<char> = source.chars().collect();
    let (mut code, mut strings) = (String::new(), Vec::new());
    let mut at = 0;
    while at < chars.len() {
        let rest = &chars[at..];
        if rest.starts_with(&['/', '/']) {
            at += rest.iter().position(|c| *c == '\n').unwrap_or(rest.len());
        } else if rest.starts_with(&['r', '"']) || rest.starts_with(&['r', '#']) {
            let hashes = rest[1..].iter().take_while(|c| **c == '#').count();
            if rest.get(1 + hashes) != Some(&'"') {
                code.push(rest[0]);
                at += 1;
                continue;
            }
            let mut end = at + 2 + hashes;
            while !(chars[end] == '"' && chars[end + 1..].iter().take(hashes).all(|c| *c == '#')) {
                end += 1;
            }
            strings.push(chars[at + 2 + hashes..end].iter().collect());
            code.push_str("\"\"");
            at = end + 1 + hashes;
        } else if rest[0] == '"' {
            let mut end = at + 1;
            while chars[end] != '"' {
                end += if chars[end] == '\\' { 2 } else { 1 };
            }
            let text: String = chars[at + 1..end].iter().collect();
            code.push('"');
            code.push_str(&text);
            code.push('"');
            strings.push(text);
            at = end + 1;
        } else if rest[0] == '\'' && rest.get(1) == Some(&'\\') {
            at += 2 + rest[2..].iter().position(|c| *c == '\'').unwrap_or(0) + 1;
        } else if rest[0] == '\'' && rest.get(2) == Some(&'\'') {
            at += 3;
        } else {
            code.push(rest[0]);
            at += 1;
        }
    }
    (code, strings)
}

fn of(lang: Lang) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for (language, _, source) in SOURCES {
        if *language != lang {
            continue;
        }
        let mut key = String::new();
        for line in source.lines() {
            if let Some(next) = keys(line).next() {
                key = next.to_owned();
                assert!(found.insert(key.clone(), line.to_owned()).is_none(), "{key} twice");
            } else if line.starts_with(' ')
                && let Some(text) = found.get_mut(&key)
            {
                text.push_str(line);
            }
        }
    }
    found
}

fn arguments(text: &str) -> BTreeSet<&str> {
    text.split('$')
        .skip(1)
        .map(|rest| rest.split(|c: char| !(c.is_alphanumeric() || c == '_')).next().unwrap())
        .collect()
}

#[test]
fn the_files_are_sound() {
    for lang in Lang::ALL {
        assert_eq!(Texts::of(lang).problems(), &[] as &[String], "{lang:?}");
    }
}

#[test]
fn all_languages_say_the_same_things() {
    let (italian, english) = (of(Lang::It), of(Lang::En));
    let missing: Vec<_> = italian.keys().filter(|key| !english.contains_key(*key)).collect();
    assert!(missing.is_empty(), "only in Italian: {missing:?}");
    let missing: Vec<_> = english.keys().filter(|key| !italian.contains_key(*key)).collect();
    assert!(missing.is_empty(), "only in English: {missing:?}");
    for (key, text) in &italian {
        assert_eq!(arguments(text), arguments(&english[key]), "arguments of {key}");
    }
}

#[test]
fn every_key_that_rust_names_is_there() {
    let mut named = 0;
    for file in rust_files() {
        let (code, _) = lex(&std::fs::read_to_string(&file).unwrap());
        for call in [".t(", ".tw(", ".tn("] {
            for rest in code.split(call).skip(1) {
                let rest = rest.trim_start();
                let Some(rest) = rest.strip_prefix('"') else { continue };
                let key = rest.split('"').next().unwrap();
                named += 1;
                assert!(Texts::of(Lang::It).has(key), "{key}, in {}", file.display());
            }
        }
    }
    assert!(named > 200, "the scan found only {named}");
}

#[test]
fn every_code_has_its_words() {
    use domain::actions::*;
    use domain::contributions::*;
    let mut lists: Vec<(&str, Vec<&str>)> = Vec::new();
    macro_rules! list {
        ($($name:literal => $of:ty),+ $(,)?) => {
            $(lists.push(($name, <$of>::ALL.iter().map(|value| value.code()).collect()));)+
        };
    }
    list! {
        "kind" => Kind, "kinds" => Kind, "support" => Kind,
        "supports" => Kind, "supports-few" => Kind, "supports-none" => Kind,
        "stage" => Stage, "standing" => Standing, "author" => AuthorKind, "channel" => Channel,
        "outcome" => domain::outcomes::Outcome,
        "round-kind" => domain::rounds::RoundKind, "round-state" => domain::rounds::RoundState,
        "opening" => domain::rounds::Opening, "vote-method" => domain::rounds::VoteMethod,
        "moderation-mode" => domain::rounds::ModerationMode,
        "level" => domain::people::IdentityLevel, "role" => domain::people::Role,
        "category" => domain::territory::Category, "seat" => domain::territory::SeatFunction,
        "body-does" => domain::territory::BodyKind,
        "plan-state" => domain::territory::PlanState,
        "programme-state" => domain::territory::ProgrammeState,
        "action-state" => ActionState, "overlap" => Overlap, "sector" => Sector,
        "activity" => ActivityState, "missing" => Missing,
        "sheet-part" => Part,
        "review" => domain::review::ReviewOutcome, "presence" => domain::review::Presence,
        "gap" => domain::rounds::design::Gap, "unusual" => domain::rounds::design::Unusual,
        "window-kind" => domain::rounds::windows::WindowKind,
        "wizard-step" => domain::staff_forms::rounds::RoundStep,
        "wizard-title" => domain::staff_forms::rounds::RoundStep,
        "wizard-lead" => domain::staff_forms::rounds::RoundStep,
        "template-asks" => domain::rounds::RoundKind,
        "template-pitfall" => domain::rounds::RoundKind,
        "template-who" => domain::rounds::RoundKind, "template-tie" => domain::rounds::RoundKind,
        "template-results" => domain::rounds::RoundKind,
        "template-decides" => domain::rounds::RoundKind,
        "wizard-question-hint" => domain::rounds::RoundKind,
        "wizard-window-hint" => domain::rounds::RoundKind,
        "preview-no-level" => domain::people::IdentityLevel,
        "merge-answer" => domain::merging::life::MergeAnswer,
        "mediation" => domain::merging::life::Mediation,
        "mediate-pick" => domain::merging::life::Mediation,
        "relation" => domain::links::Relation,
        "cluster-state" => domain::merging::ClusterState, "share" => domain::merging::Share,
        "reason-class" => domain::moderation::ReasonClass, "cause" => domain::moderation::Cause,
        "mod-class" => domain::moderation::ReasonClass,
        "record-decision" => domain::moderation::Decision,
        "soften-answer" => domain::moderation::SofteningAnswer,
        "stance" => domain::comments::Stance, "stance-pick" => domain::comments::Stance,
        "stances" => domain::comments::Stance, "flag-reason" => domain::comments::FlagReason,
        "finding" => domain::bursts::Finding, "support-note" => domain::bursts::Finding,
        "detector" => domain::detectors::DetectorClass,
        "detector-name" => domain::detectors::DetectorClass,
        "vote-consent" => domain::ballots::choice::Consent, "stance" => domain::ballots::choice::Stance,
        "answer" => domain::ballots::choice::Answer,
        "result-settled" => domain::ballots::ties::Criterion,
        "desk-channel" => domain::ballots::desk::Channel,
        "desk-channel-hint" => domain::ballots::desk::Channel,
        "desk-identity" => domain::ballots::desk::Seen,
        "ballot-secrecy" => domain::ballots::ballot::Secrecy,
        "ballot-sent" => domain::ballots::ballot::Secrecy,
        "preparing-utilities" => domain::ballots::rules::Utilities,
        "ballot-method" => domain::rounds::VoteMethod, "ballot-count" => domain::rounds::VoteMethod,
        "preparing-method" => domain::rounds::VoteMethod,
        "sort" => domain::views::Sort, "sort-why" => domain::views::Sort,
        "order-shelf" => domain::ordering::mixed::Shelf,
        "withdrawn-why" => domain::statements::WithdrawnWhy,
        "coverage-of" => domain::coverage::Dimension, "coverage-by" => domain::coverage::Dimension,
        "coverage-unsaid" => domain::coverage::Dimension,
        "coverage-word" => domain::coverage::Word, "coverage-help" => domain::coverage::Help,
    }
    let stances = domain::opinions::Stance::OFFERED.map(domain::opinions::Stance::code);
    lists.push(("stance", stances.to_vec()));
    lists.push(("stance-said", stances.to_vec()));
    use domain::opinions::picture::Leaning::*;
    let leanings =
        [NearlyAllAgree, MostAgree, Divided, MostPass, MostDisagree, NearlyAllDisagree, TooFew];
    lists.push(("leaning", leanings.iter().map(|leaning| leaning.code()).collect()));
    let ages: Vec<String> =
        domain::people::AgeBand::ALL.iter().map(|age| age.code().replace('+', "-plus")).collect();
    lists.push(("coverage-age", ages.iter().map(String::as_str).collect()));
    let desks = [
        domain::views::Desk::Moderation,
        domain::views::Desk::Workbench(None),
        domain::views::Desk::Office,
        domain::views::Desk::Table,
        domain::views::Desk::Sessions,
    ];
    lists.push(("desk", desks.iter().map(|desk| desk.code()).collect()));
    use domain::views::NextStep::*;
    let next = [Moderation, Closing, Synthesis, Completing, Review, Deliberation];
    lists.push(("next", next.iter().map(|step| step.code()).collect()));
    lists.push(("next-more", next.iter().map(|step| step.code()).collect()));
    let acts = domain::views::RoundAct::ALL;
    lists.push(("act", acts.iter().map(|act| act.code()).collect()));
    let onlookers = domain::views::Onlooker::ALL;
    lists.push(("onlooker", onlookers.iter().map(|one| one.code()).collect()));
    lists.push(("month", "1 2 3 4 5 6 7 8 9 10 11 12".split(' ').collect()));
    lists.push(("weekday", "1 2 3 4 5 6 7".split(' ').collect()));
    for lang in Lang::ALL {
        for (list, codes) in &lists {
            for code in codes {
                let key = format!("{list}-{code}");
                assert!(Texts::of(lang).has(&key), "{key} in {lang:?}");
            }
        }
        for act in acts {
            let key = format!("act-{}-hint", act.code());
            assert!(Texts::of(lang).has(&key), "{key} in {lang:?}");
        }
    }
}

#[test]
fn no_text_stands_in_rust() {
    const TELLING: [&str; 24] = [
        "il", "la", "gli", "che", "di", "per", "con", "una", "non", "del", "sono", "questo", "the",
        "of", "you", "your", "and", "this", "is", "for", "with", "have", "not", "what",
    ];
    let mut found = Vec::new();
    for file in rust_files() {
        // Names of languages are in their own language everywhere; addresses are words too.
        if file.ends_with("urls.rs") {
            continue;
        }
        let (_, strings) = lex(&std::fs::read_to_string(&file).unwrap());
        for text in strings {
            // Names of keys on a keyboard are the same everywhere.
            let key_name = matches!(text.as_str(), "Tab" | "Esc" | "Enter");
            let markup = text.contains('<') || text.contains("no text {");
            let telling = !markup
                && text.split(' ').count() > 1
                && text.split(' ').any(|word| TELLING.contains(&word));
            let mut letters = text.chars();
            let capital = letters.next().is_some_and(|first| first.is_uppercase())
                && text.len() > 2
                && letters.next().is_some_and(|second| second.is_lowercase());
            if telling || capital && !key_name {
                found.push(format!("{text:?} in {}", file.display()));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
