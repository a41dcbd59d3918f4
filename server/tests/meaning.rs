//! The operator's sentence model through the real binary: kept in the database, mixed into what is
//! similar, thrown away with the words, and refused plainly where it is none.

#![cfg(feature = "meaning")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop")]

use std::path::Path;
use std::process::{Command, Output};

fn trama(database: &Path, model: Option<&Path>, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_trama"));
    command.args(["--database-url", &format!("sqlite://{}", database.display())]);
    command.args(["--log", "warn"]);
    if let Some(folder) = model {
        command.arg("--sentence-model").arg(folder);
    }
    command.args(arguments).output().unwrap()
}

fn printed(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn a_model_has_its_say_and_is_asked_once() {
    let folder = tempfile::tempdir().unwrap();
    let model = folder.path().join("model");
    std::fs::create_dir(&model).unwrap();
    meaning::testing::write(&model, "bert");
    let database = folder.path().join("trama.db");
    printed(&trama(&database, None, &["demo"]));

    let similar = ["similar", "--ambito", "val-d-arcina", "--json"];
    let by_words = printed(&trama(&database, None, &similar));
    let with_model = printed(&trama(&database, Some(&model), &similar));
    assert_ne!(by_words, with_model, "the model changes nothing");
    assert_eq!(printed(&trama(&database, Some(&model), &similar)), with_model);
    assert_eq!(printed(&trama(&database, None, &similar)), by_words);

    printed(&trama(&database, Some(&model), &["groups", "--ambito", "val-d-arcina", "--json"]));
    printed(&trama(&database, None, &["check"]));
}

#[test]
fn what_is_no_model_is_refused_with_its_folder() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("trama.db");
    printed(&trama(&database, None, &["migrate"]));
    let similar = ["similar", "--ambito", "val-d-arcina", "--json"];
    let output = trama(&database, Some(folder.path()), &similar);
    let said = String::from_utf8_lossy(&output.stderr).into_owned()
        + &String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("config.json"), "{said}");
}
