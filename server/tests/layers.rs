//! The shape of the house, held by a test: which crate may use which (the table of
//! docs/ARCHITECTURE.md), where IO stops, who may touch identities, that nothing writes without a
//! permit, and that the documents point at what is there.

#![allow(clippy::expect_used, reason = "a test that can't look fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// What one of our crates may use: of ours, and what of others it may never name.
struct Layer {
    name: &'static str,
    ours: &'static [&'static str],
    never: &'static [&'static str],
}

/// The table of docs/ARCHITECTURE.md, from the inside out.
const LAYERS: &[Layer] = &[
    // Pure: nothing that reads a file, a socket, a clock or chance, and nothing asynchronous.
    Layer {
        name: "domain",
        ours: &[],
        never: &[
            "async-trait",
            "axum",
            "clap",
            "futures",
            "getrandom",
            "governor",
            "hyper",
            "leptos",
            "lettre",
            "rand",
            "reqwest",
            "sqlx",
            "tempfile",
            "tokio",
            "tower",
            "tower-http",
            "tracing",
            "tracing-subscriber",
            "ureq",
        ],
    },
    Layer {
        name: "store",
        ours: &["domain"],
        never: &["axum", "hyper", "leptos", "lettre", "tower", "tower-http", "getrandom", "rand"],
    },
    Layer {
        name: "services",
        ours: &["domain", "store"],
        never: &[
            "axum",
            "getrandom",
            "hyper",
            "leptos",
            "lettre",
            "rand",
            "sqlx",
            "tower",
            "tower-http",
        ],
    },
    Layer {
        name: "islands",
        ours: &["domain"],
        never: &["axum", "hyper", "leptos_router", "lettre", "sqlx", "tokio", "tower"],
    },
    // A model and nothing else: it knows of no text but the one it is given.
    Layer {
        name: "meaning",
        ours: &[],
        never: &["axum", "hyper", "leptos", "lettre", "reqwest", "sqlx", "tokio", "ureq"],
    },
    Layer {
        name: "browser",
        ours: &[],
        never: &["axum", "hyper", "leptos_router", "lettre", "sqlx", "tokio", "tower"],
    },
    Layer {
        name: "workbench",
        ours: &["domain", "browser"],
        never: &["axum", "hyper", "leptos_router", "lettre", "sqlx", "tokio", "tower"],
    },
    Layer {
        name: "room",
        ours: &["domain", "browser"],
        never: &["axum", "hyper", "leptos_router", "lettre", "sqlx", "tokio", "tower"],
    },
    Layer {
        name: "app",
        ours: &["domain", "islands", "browser", "workbench", "room"],
        never: &["axum", "hyper", "lettre", "sqlx", "tokio", "tower", "tower-http"],
    },
    Layer {
        name: "server",
        ours: &[
            "domain",
            "store",
            "services",
            "islands",
            "browser",
            "workbench",
            "room",
            "meaning",
            "app",
        ],
        never: &["sqlx"],
    },
];

/// Tables that tell who somebody is, or whose a text is.
const IDENTITY_TABLES: &[&str] =
    &["identities", "authorships", "receipts", "residents", "sessions"];

/// The files whose SQL may name them, each with a reason.
const IDENTITY_FILES: &[(&str, &str)] = &[
    ("app/store/src/identity.rs", "the one module for identities"),
    ("app/store/src/import.rs", "writes an Ambito from a file, its people too"),
];

/// Functions of the store that write without a permit, each with a reason.
const WITHOUT_PERMIT: &[(&str, &str)] = &[
    ("chain.rs::lock", "takes the Ambito before the facts are read on which a permit is asked"),
    ("identity.rs::open_session", "a session comes before any right: it says who asks"),
    ("identity.rs::close_session", "leaving needs no leave"),
    ("identity.rs::close_sessions_of", "signs a person out everywhere after a new password"),
    ("identity.rs::sweep_sessions", "clears away what has run out"),
    ("presence.rs::leave", "leaving needs no leave"),
    ("shelves.rs::set", "by whoever asks for a list first on a day: no act, no text is changed"),
    ("meanings.rs::keep", "by the server beside requests: no act, it follows from the words"),
    ("meanings.rs::sweep", "the same, of texts that have gone"),
    ("outbox.rs::claim", "sending is the installation's: the message was written with a permit"),
    ("outbox.rs::sent", "the same"),
    ("outbox.rs::postpone", "the same"),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn packages() -> Vec<Value> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--no-deps", "--offline"])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("metadata is JSON");
    metadata["packages"].as_array().expect("a list of packages").clone()
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

fn dependencies(package: &Value) -> &[Value] {
    package["dependencies"].as_array().map_or(&[], Vec::as_slice)
}

/// Files that only tests compile: they set their own stage.
fn is_for_tests(file: &str) -> bool {
    file.ends_with("/tests.rs") || file.ends_with("/testing.rs") || file.contains("/tests/")
}

/// Every source of a folder that is not only for tests, by its path from the root of the project.
fn sources(folder: &str) -> BTreeMap<String, String> {
    let mut all = all_sources(folder);
    all.retain(|name, _| !is_for_tests(name));
    all
}

/// Every source of a folder, by its path from the root of the project.
fn all_sources(folder: &str) -> BTreeMap<String, String> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        let entries = std::fs::read_dir(folder)
            .unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        for entry in entries {
            let path = entry.expect("an entry of a folder").path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|end| end == "rs") {
                found.push(path);
            }
        }
    }
    let root = root();
    let mut found = Vec::new();
    walk(&root.join(folder), &mut found);
    assert!(!found.is_empty(), "no sources in {folder}");
    found
        .into_iter()
        .map(|path| {
            let text = std::fs::read_to_string(&path).expect("a source is text");
            let name = path.strip_prefix(&root).expect("below the root").display().to_string();
            (name, text)
        })
        .collect()
}

/// Stands for a literal in the code: as many lines, no words.
fn keep_lines(code: &mut String, literal: &str) {
    code.push('"');
    code.extend(literal.chars().filter(|c| *c == '\n'));
    code.push('"');
}

/// A source split into what the compiler reads and what stands in its string literals.
/// Comments are in neither.
fn split(source: &str) -> (String, Vec<String>) {
    let chars: Vec<char> = source.chars().collect();
    let at = |i: usize| chars.get(i).copied().unwrap_or('\0');
    let (mut code, mut literals, mut i) = (String::new(), Vec::new(), 0);
    while i < chars.len() {
        let word_before = i > 0 && (at(i - 1).is_alphanumeric() || at(i - 1) == '_');
        let hashes = chars[i + 1..].iter().take_while(|c| **c == '#').count();
        if at(i) == '/' && at(i + 1) == '/' {
            while i < chars.len() && at(i) != '\n' {
                i += 1;
            }
        } else if at(i) == '/' && at(i + 1) == '*' {
            let mut depth = 0;
            loop {
                match (at(i), at(i + 1)) {
                    ('/', '*') => (depth, i) = (depth + 1, i + 2),
                    ('*', '/') => (depth, i) = (depth - 1, i + 2),
                    _ => i += 1,
                }
                if depth == 0 || i >= chars.len() {
                    break;
                }
            }
        } else if at(i) == 'r' && !word_before && at(i + 1 + hashes) == '"' {
            let end: String = std::iter::once('"').chain("#".repeat(hashes).chars()).collect();
            let rest: String = chars[i + 2 + hashes..].iter().collect();
            let literal = rest.split(&end).next().unwrap_or_default().to_owned();
            i += 2 + hashes + literal.chars().count() + end.chars().count();
            keep_lines(&mut code, &literal);
            literals.push(literal);
        } else if at(i) == '"' {
            let mut literal = String::new();
            i += 1;
            while i < chars.len() && at(i) != '"' {
                if at(i) == '\\' {
                    i += 1;
                    literal.push(if at(i) == '\n' { '\n' } else { ' ' });
                } else {
                    literal.push(at(i));
                }
                i += 1;
            }
            i += 1;
            keep_lines(&mut code, &literal);
            literals.push(literal);
        } else if at(i) == '\'' && (at(i + 1) == '\\' || at(i + 2) == '\'') {
            // A character, not a lifetime.
            i += if at(i + 1) == '\\' { 3 } else { 2 };
            while i < chars.len() && at(i) != '\'' {
                i += 1;
            }
            i += 1;
            code.push_str("' '");
        } else {
            code.push(at(i));
            i += 1;
        }
    }
    (code, literals)
}

/// The words of a text: letters, digits and underscores.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty())
}

/// The code before the tests at the end of a file.
fn without_tests(code: &str) -> &str {
    code.find("#[cfg(test)]\nmod tests {").map_or(code, |tests| &code[..tests])
}

#[test]
fn a_crate_uses_only_what_its_layer_may() {
    let packages = packages();
    let found: BTreeSet<&str> = packages.iter().map(|package| text(package, "name")).collect();
    let known: BTreeSet<&str> = LAYERS.iter().map(|layer| layer.name).collect();
    assert_eq!(found, known, "a crate came or went: say in LAYERS what it may use");

    let mut wrong = Vec::new();
    for layer in LAYERS {
        let package = packages
            .iter()
            .find(|package| text(package, "name") == layer.name)
            .expect("every layer is a crate");
        for dependency in dependencies(package) {
            let (name, kind) = (text(dependency, "name"), text(dependency, "kind"));
            let itself_in_tests = kind == "dev" && name == layer.name;
            if known.contains(name) && !layer.ours.contains(&name) && !itself_in_tests {
                wrong.push(format!("{} uses {name}, which is not below it", layer.name));
            }
            if kind != "dev" && layer.never.contains(&name) {
                wrong.push(format!("{} uses {name}, which its layer may never", layer.name));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn chance_and_the_clock_are_not_asked_for_below_the_server() {
    let mut wrong = Vec::new();
    for package in packages() {
        let name = text(&package, "name").to_owned();
        if name == "server" {
            continue;
        }
        for dependency in dependencies(&package).iter().filter(|d| d["kind"].is_null()) {
            let features: Vec<&str> = dependency["features"]
                .as_array()
                .map_or(&[][..], Vec::as_slice)
                .iter()
                .filter_map(Value::as_str)
                .collect();
            let whole = dependency["uses_default_features"].as_bool() == Some(true);
            match text(dependency, "name") {
                "chrono" if whole || features.contains(&"clock") || features.contains(&"now") => {
                    wrong.push(format!("{name}: chrono with its clock"));
                }
                "uuid" if ["v1", "v4", "v6", "v7"].iter().any(|v| features.contains(v)) => {
                    wrong.push(format!("{name}: uuid with chance"));
                }
                _ => {}
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn the_rules_do_no_io() {
    let outside = ["fs", "net", "io", "env", "process", "thread"];
    let mut wrong = Vec::new();
    for (file, source) in sources("app/domain/src") {
        let (code, _) = split(&source);
        let code = without_tests(&code);
        for (number, line) in code.lines().enumerate() {
            let all: Vec<&str> = words(line).collect();
            let grouped = line.contains("use std::{") && all.iter().any(|w| outside.contains(w));
            let named = outside.iter().any(|module| {
                let path = format!("std::{module}");
                line.match_indices(&path).any(|(at, _)| {
                    !line[at + path.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '_')
                })
            });
            let waits = all.contains(&"async") || line.contains(".await");
            if grouped || named || waits {
                wrong.push(format!("{file}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new(), "IO or waiting in domain");
}

#[test]
fn identities_are_read_and_written_in_one_place() {
    let keywords = ["SELECT", "INSERT", "UPDATE", "DELETE", "FROM", "JOIN", "INTO"];
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    for folder in ["app/store/src", "app/services/src", "app/src", "server/src"] {
        for (file, source) in sources(folder) {
            let (_, literals) = split(without_tests(&source));
            for literal in literals {
                let all: BTreeSet<&str> = words(&literal).collect();
                let Some(table) = IDENTITY_TABLES.iter().find(|table| all.contains(**table)) else {
                    continue;
                };
                if !keywords.iter().any(|keyword| all.contains(keyword)) {
                    continue;
                }
                if IDENTITY_FILES.iter().any(|(allowed, _)| *allowed == file) {
                    seen.insert(file.clone());
                } else {
                    wrong.push(format!("{file} names {table}: {}", literal.trim()));
                }
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    // A file on the list that has no such statement any more leaves the list.
    let listed: BTreeSet<String> =
        IDENTITY_FILES.iter().map(|(file, _)| (*file).to_owned()).collect();
    assert_eq!(seen, listed);
}

#[test]
fn only_the_store_speaks_sql() {
    let mut wrong = Vec::new();
    for folder in [
        "app/domain/src",
        "app/services/src",
        "app/src",
        "app/islands/src",
        "app/islands/workbench/src",
        "server/src",
    ] {
        for (file, source) in sources(folder) {
            let (_, literals) = split(without_tests(&source));
            for literal in literals {
                let text = literal.trim_start();
                let statement = ["SELECT ", "INSERT INTO ", "DELETE FROM ", "WITH RECURSIVE "]
                    .iter()
                    .any(|begin| text.starts_with(begin))
                    || text.starts_with("UPDATE ") && text.contains(" SET ");
                if statement {
                    wrong.push(format!("{file}: {text}"));
                }
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn nothing_is_written_without_a_permit() {
    let (mut wrong, mut free, mut checked) = (Vec::new(), BTreeSet::new(), 0);
    for (file, source) in sources("app/store/src") {
        let name = file.trim_start_matches("app/store/src/");
        if name == "db.rs" {
            continue;
        }
        let (code, _) = split(&source);
        let code = without_tests(&code);
        for (at, _) in code.match_indices("pub async fn ") {
            let rest = &code[at + "pub async fn ".len()..];
            let signature = rest.split('{').next().unwrap_or_default();
            let whole = rest.split("\n}").next().unwrap_or_default();
            if !words(signature).any(|word| word == "Tx") && !whole.contains(".write()") {
                continue;
            }
            checked += 1;
            if words(signature).any(|word| word == "Permit") {
                continue;
            }
            let function = format!("{name}::{}", words(signature).next().unwrap_or_default());
            if WITHOUT_PERMIT.iter().any(|(allowed, _)| *allowed == function) {
                free.insert(function);
            } else {
                wrong.push(function);
            }
        }
    }
    assert!(checked >= 10, "only {checked} writing functions found: does the test still see them?");
    assert_eq!(wrong, Vec::<String>::new(), "writing functions without a permit");
    let listed: BTreeSet<String> =
        WITHOUT_PERMIT.iter().map(|(function, _)| (*function).to_owned()).collect();
    assert_eq!(free, listed, "listed, but no longer there");
}

/// The documents a reader starts from.
fn documents() -> Vec<PathBuf> {
    let mut found = vec![root().join("README.md")];
    let docs = std::fs::read_dir(root().join("docs")).expect("docs/ is there");
    found.extend(docs.map(|entry| entry.expect("an entry of docs/").path()));
    found.retain(|path| path.extension().is_some_and(|end| end == "md"));
    found
}

#[test]
fn documents_point_at_files_that_are_there() {
    let (mut wrong, mut links) = (Vec::new(), 0);
    for document in documents() {
        let text = std::fs::read_to_string(&document).expect("a document is text");
        let folder = document.parent().expect("a document is in a folder");
        for (_, rest) in text.match_indices("](").map(|(at, _)| text.split_at(at + 2)) {
            let link = rest.split([')', '#']).next().unwrap_or_default();
            if link.is_empty() || link.contains("://") {
                continue;
            }
            links += 1;
            if !folder.join(link).exists() {
                wrong.push(format!("{}: {link}", document.display()));
            }
        }
    }
    assert!(links > 10, "only {links} links found: does the test still see them?");
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn documents_name_what_is_there() {
    let mut known = BTreeSet::new();
    let folders = [
        "app/domain",
        "app/store",
        "app/services",
        "app/islands/src",
        "app/islands/browser",
        "app/islands/workbench",
        "app/islands/room",
        "app/src",
        "server/src",
    ];
    for folder in folders {
        for source in all_sources(folder).values() {
            known.extend(words(source).map(str::to_owned));
        }
    }
    let (mut wrong, mut names) = (Vec::new(), 0);
    for document in documents() {
        let text = std::fs::read_to_string(&document).expect("a document is text");
        // Odd pieces stand between backticks; fenced blocks are no prose.
        let prose: String = text.split("```").step_by(2).collect();
        for name in prose.split('`').skip(1).step_by(2) {
            let file = Path::new(name);
            if name.ends_with(".rs") && name.contains('/') {
                names += 1;
                if !root().join(file).exists() {
                    wrong.push(format!("{}: {name}", document.display()));
                }
            } else if name.contains("::") {
                names += 1;
                let path = name.split('(').next().unwrap_or_default();
                wrong.extend(
                    words(path)
                        .filter(|word| !known.contains(*word))
                        .map(|word| format!("{}: {name} ({word})", document.display())),
                );
            }
        }
    }
    assert!(names > 50, "only {names} names found: does the test still see them?");
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn the_readme_names_every_setting() {
    let readme = std::fs::read_to_string(root().join("README.md")).expect("there is a README");
    let config =
        std::fs::read_to_string(root().join("server/src/config.rs")).expect("there is a config");
    let settings: Vec<&str> = config
        .match_indices("env = \"")
        .filter_map(|(at, begin)| config[at + begin.len()..].split('"').next())
        .collect();
    assert!(settings.len() > 5, "settings are no longer found: {settings:?}");
    let missing: Vec<&str> =
        settings.into_iter().filter(|name| !readme.contains(&format!("`{name}`"))).collect();
    assert_eq!(missing, Vec::<&str>::new());
}

#[test]
fn literals_and_comments_are_told_apart() {
    let (code, literals) = split(
        "let a = \"FROM receipts\"; // \"sessions\"\n/* \"x\" /* y */ */ let b = r#\"a \"q\" b\"#; \
         let c = '\"'; fn f<'a>(x: &'a str) {} let d = \"a\\\"b\";",
    );
    assert_eq!(literals, ["FROM receipts", "a \"q\" b", "a b"]);
    assert!(!code.contains("sessions") && code.contains("let d") && code.contains("<'a>"));
}
