//! What models say of texts, on a small one of each kind (`meaning::testing`).

#![allow(clippy::unwrap_used, reason = "a test may stop")]

use std::fs;

use meaning::testing::{WIDE, position, word, write};
use meaning::{Model, ModelError};

fn layer_norm(of: [f32; WIDE]) -> [f32; WIDE] {
    let mean = of.iter().sum::<f32>() / WIDE as f32;
    let spread = of.iter().map(|part| (part - mean).powi(2)).sum::<f32>() / WIDE as f32;
    of.map(|part| (part - mean) / (spread + 1e-12).sqrt())
}

/// What the model makes of these words: three norms each, since all that is between is zero.
fn expected(words: &[usize], first: usize) -> Vec<f32> {
    let mut sum = [0.0; WIDE];
    for (place, number) in words.iter().enumerate() {
        let (word, position) = (word(*number), position(first + place));
        let token =
            layer_norm(layer_norm(layer_norm(std::array::from_fn(|at| word[at] + position[at]))));
        for (sum, part) in sum.iter_mut().zip(token) {
            *sum += part;
        }
    }
    sum.map(|part| part / words.len() as f32).to_vec()
}

fn near(found: &[f32], expected: &[f32]) -> bool {
    found.len() == expected.len() && found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-3)
}

#[test]
fn a_text_means_the_mean_of_its_tokens() {
    // Positions of XLM-RoBERTa begin after the padding's.
    for (kind, first) in [("bert", 0), ("xlm-roberta", 1)] {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), kind);
        let model = Model::load(folder.path()).unwrap();
        let found = model.vector("Sollievo sonno").unwrap();
        let wanted = expected(&[1, 4, 5, 7, 6, 2], first);
        assert!(near(&found, &wanted), "{kind}: {found:?} is not {wanted:?}");
        assert!(!near(&found, &model.vector("sonno").unwrap()));
    }
}

#[test]
fn a_long_text_is_read_as_far_as_the_model_can() {
    for kind in ["bert", "xlm-roberta"] {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), kind);
        let model = Model::load(folder.path()).unwrap();
        let long = "sonno ".repeat(2_000);
        assert_eq!(model.vector(&long).unwrap(), model.vector(&format!("{long}sollievo")).unwrap());
        assert_eq!(model.vector("").unwrap().len(), WIDE);
    }
}

#[test]
fn a_model_is_known_by_all_its_files() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "bert");
    let name = Model::load(folder.path()).unwrap().name().to_owned();
    assert_eq!(Model::load(folder.path()).unwrap().name(), name);
    let tokenizer = fs::read_to_string(folder.path().join("tokenizer.json")).unwrap();
    fs::write(folder.path().join("tokenizer.json"), format!("{tokenizer}\n")).unwrap();
    assert_ne!(Model::load(folder.path()).unwrap().name(), name);
}

#[test]
fn what_is_no_model_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let error = Model::load(folder.path()).unwrap_err();
    assert!(matches!(&error, ModelError::Unread { file, .. } if file.ends_with("config.json")));
    write(folder.path(), "gpt2");
    let error = Model::load(folder.path()).unwrap_err();
    assert!(matches!(&error, ModelError::Unknown(kind) if kind == "gpt2"), "{error}");
    write(folder.path(), "bert");
    fs::write(folder.path().join("model.safetensors"), b"nothing").unwrap();
    assert!(matches!(Model::load(folder.path()).unwrap_err(), ModelError::Weights(_)));
}
