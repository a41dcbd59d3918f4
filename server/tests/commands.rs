//! The command line, as somebody types it: what is refused (1), what is misused (2), and that a
//! mistyped address of a database begins none.
#![allow(clippy::unwrap_used, reason = "a test stops where it is wrong")]

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// Runs the binary on a database, with this on standard input.
fn trama(url: &str, arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_trama"))
        .args(["--database-url", url])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that refuses before it reads closes its end.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn sqlite(file: &Path) -> String {
    format!("sqlite://{}", file.display())
}

const PASSWORD: &str = "una-lunga-frase-segreta\n";

fn admin(email: &str) -> [&str; 8] {
    ["admin", "create", "--email", email, "--name", "Alba", "--ambito", "val-d-arcina"]
}

#[test]
fn who_reads_a_database_that_is_not_there_is_told_and_begins_none() {
    let folder = tempfile::tempdir().unwrap();
    let mistyped = folder.path().join("altrove/trmaa.db");
    let similar = ["similar", "--ambito", "val-d-arcina", "--json"];
    let password = ["admin", "password", "--email", "a@b.example", "--ambito", "val-d-arcina"];
    let groups = ["groups", "--ambito", "val-d-arcina", "--json"];
    let days = ["objection-days", "--ambito", "val-d-arcina"];
    let commands: [&[&str]; 6] =
        [&["check"], &similar, &groups, &password, &days, &admin("a@b.example")];
    for command in commands {
        let refused = trama(&sqlite(&mistyped), command, PASSWORD);
        assert_eq!(code(&refused), 1, "{command:?}");
        assert!(said(&refused).contains("there is no database of Trama"), "{}", said(&refused));
        assert!(refused.stdout.is_empty(), "and it doesn't say that all is well");
        assert!(!mistyped.parent().unwrap().exists(), "{command:?}");
    }
    // An empty file is no database either, and stays empty.
    let empty = folder.path().join("empty.db");
    std::fs::write(&empty, "").unwrap();
    assert_eq!(code(&trama(&sqlite(&empty), &["check"], "")), 1);
    assert_eq!(std::fs::metadata(&empty).unwrap().len(), 0);

    let begun = folder.path().join("data/trama.db");
    assert_eq!(code(&trama(&sqlite(&begun), &["migrate"], "")), 0);
    let checked = trama(&sqlite(&begun), &["check"], "");
    assert_eq!((code(&checked), &*checked.stdout), (0, &b"All is well.\n"[..]));
}

#[test]
fn an_address_that_is_none_is_a_misuse() {
    for command in [&["check"][..], &["migrate"]] {
        let misused = trama("mysql://root:segreto@localhost/trama", command, "");
        assert_eq!(code(&misused), 2, "{command:?}");
        assert!(!said(&misused).contains("segreto"));
    }
}

#[test]
fn suggested_groups_are_printed_as_lists_of_imported_ids() {
    let folder = tempfile::tempdir().unwrap();
    let url = sqlite(&folder.path().join("trama.db"));
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/demo/val-d-arcina.json");
    assert_eq!(code(&trama(&url, &["import", file], "")), 0);
    let groups = |more: &[&str]| -> Vec<Vec<String>> {
        let command = [&["groups", "--ambito", "val-d-arcina", "--json"], more].concat();
        let printed = trama(&url, &command, "");
        assert_eq!(code(&printed), 0, "{}", said(&printed));
        serde_json::from_slice(&printed.stdout).unwrap()
    };
    let found = groups(&[]);
    assert!(found.contains(&vec!["B14".to_owned(), "B15".to_owned()]), "{found:?}");
    assert!(found.iter().all(|group| group.len() > 1), "{found:?}");
    assert_eq!(groups(&[]), found, "the same each time");
    assert!(groups(&["--cut", "1"]).is_empty());
    let misused = trama(&url, &["groups", "--ambito", "x", "--json", "--cut", "molto"], "");
    assert_eq!(code(&misused), 2);
    assert!(said(&misused).contains("a number from 0 to 1"), "{}", said(&misused));
    let nowhere = trama(&url, &["groups", "--ambito", "altrove", "--json"], "");
    assert_eq!(code(&nowhere), 1);
    assert!(said(&nowhere).contains("there is no Ambito"), "{}", said(&nowhere));
}

#[test]
fn what_the_demonstration_and_accounts_refuse_is_said_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let url = sqlite(&folder.path().join("trama.db"));
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/demo/val-d-arcina.json");
    assert_eq!(code(&trama(&url, &["import", file], "")), 0);
    let demo = trama(&url, &["demo"], "");
    assert_eq!(code(&demo), 1);
    assert!(said(&demo).contains("was loaded with `import`"), "{}", said(&demo));

    let days = |days: &'static str| {
        let all = ["objection-days", "--ambito", "val-d-arcina", days];
        trama(&url, &all[..if days.is_empty() { 3 } else { 4 }], "")
    };
    for (set, stands) in [("", "7 days"), ("10", "10 days"), ("", "10 days")] {
        let printed = String::from_utf8(days(set).stdout).unwrap();
        assert_eq!(printed, format!("val-d-arcina: {stands} to object to a merge\n"));
    }
    let few = days("2");
    assert_eq!(code(&few), 1);
    assert!(said(&few).contains("2 days: from 3 to 60"), "{}", said(&few));
    assert_eq!(code(&days("molti")), 2);
    assert_eq!(code(&trama(&url, &["check"], "")), 0, "the record tells of it");

    assert_eq!(code(&trama(&url, &admin("alba@prova.example"), PASSWORD)), 0);
    let again = trama(&url, &admin("alba@prova.example"), PASSWORD);
    assert_eq!(code(&again), 1);
    let taken = "email: alba@prova.example belongs to somebody already";
    assert!(said(&again).contains(taken), "{}", said(&again));
    let bad = trama(&url, &admin("alba"), PASSWORD);
    assert!(said(&bad).contains("is no e-mail address"), "{}", said(&bad));
}
