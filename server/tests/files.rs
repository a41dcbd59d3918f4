//! The commands that need no database: the binary as it is run.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::io::Write;
use std::process::{Command, Output, Stdio};

fn trama(args: &[&str], input: &[u8]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_trama"))
        .args(args)
        .current_dir(folder.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    let output = child.wait_with_output().unwrap();
    // No database is made on the way.
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    output
}

/// Twenty people who agree with the first half of ten statements, and twenty with the second.
fn two_sides() -> String {
    let names: Vec<String> = (0..10).map(|n| n.to_string()).collect();
    let mut csv = format!("participant,{}\n", names.join(","));
    for person in 0..40 {
        let votes: Vec<&str> = (0..10)
            .map(|statement| {
                let odd = (person * 7 + statement * 3) % 11 == 0;
                if ((person < 20) == (statement < 5)) != odd { "1" } else { "-1" }
            })
            .collect();
        csv.push_str(&format!("{person},{}\n", votes.join(",")));
    }
    csv
}

#[test]
fn opinions_are_counted_from_a_file() {
    let output = trama(&["opinions", "-", "--json"], two_sides().as_bytes());
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((told["n"].as_u64(), told["k"].as_u64()), (Some(40), Some(2)));
    let sizes: Vec<u64> =
        told["groups"].as_array().unwrap().iter().map(|g| g["size"].as_u64().unwrap()).collect();
    assert_eq!(sizes, [20, 20]);
}

#[test]
fn a_file_that_makes_no_sense_is_refused_with_its_lines() {
    let output = trama(&["opinions", "-", "--json"], b"participant,0,1\na,1,forse\n");
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    assert!(String::from_utf8_lossy(&output.stderr).contains("line 2"));
    assert_eq!(trama(&["opinions", "nowhere.csv", "--json"], b"").status.code(), Some(1));
    assert_eq!(trama(&["opinions"], b"").status.code(), Some(2));
}

#[test]
fn texts_are_looked_through_a_line_each() {
    let input = "\"Chiama il 333 1234567\"\n\"Manca un autobus la sera.\"\n";
    let output = trama(&["detect", "--json"], input.as_bytes());
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let told = String::from_utf8(output.stdout).unwrap();
    assert_eq!(told, "[{\"class\":\"phone\",\"start\":10,\"end\":21}]\n[]\n");
    assert_eq!(trama(&["detect", "--json"], b"no string\n").status.code(), Some(1));
}

#[test]
fn rankings_of_others_are_counted() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("three.soc");
    let text = "# NUMBER ALTERNATIVES: 3\n# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 2: B\n\
                # ALTERNATIVE NAME 3: C\n3: 1,2,3\n2: 2,3,1\n";
    std::fs::write(&file, text).unwrap();
    let output = trama(&["tally", file.to_str().unwrap(), "nowhere.pb"], b"");
    // One file could not be read: that is said, and the other is counted all the same.
    assert_eq!(output.status.code(), Some(1));
    let lines = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<&str> = lines.lines().collect();
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(lines[0].contains("pairwise"), "{lines:?}");
    assert_eq!(lines[1], "null");
}
