//! A sentence model of four numbers, for tests: all its attention is zero, so that what a text means can
//! be told by hand.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use candle_core::{Device, Tensor};
use serde_json::json;

/// How long its vectors are.
pub const WIDE: usize = 4;
/// How many tokens it can read.
pub const POSITIONS: usize = 12;
/// The words it knows, by their number; others are «<unk>».
pub const WORDS: [&str; 8] = ["<pad>", "<s>", "</s>", "<unk>", "query", ":", "sonno", "sollievo"];

/// The vector of a word.
pub fn word(number: usize) -> [f32; WIDE] {
    [number as f32, (number * number) as f32, 1.0, -(number as f32)]
}

/// The vector of a place in the text.
pub fn position(number: usize) -> [f32; WIDE] {
    [0.0, 0.5 * number as f32, -0.25 * number as f32, 0.0]
}

/// Writes a model of a kind (`bert`, `xlm-roberta`) into a folder.
#[expect(clippy::unwrap_used, reason = "a test may stop")]
pub fn write(folder: &Path, kind: &str) {
    let config = json!({
        "model_type": kind,
        "vocab_size": WORDS.len(),
        "hidden_size": WIDE,
        "num_hidden_layers": 1,
        "num_attention_heads": 2,
        "intermediate_size": 8,
        "hidden_act": "gelu",
        "hidden_dropout_prob": 0.1,
        "attention_probs_dropout_prob": 0.1,
        "max_position_embeddings": POSITIONS,
        "type_vocab_size": 1,
        "initializer_range": 0.02,
        "layer_norm_eps": 1e-12,
        "pad_token_id": 0,
        "position_embedding_type": "absolute",
    });
    fs::write(folder.join("config.json"), config.to_string()).unwrap();
    let vocabulary: HashMap<&str, usize> = WORDS.iter().copied().zip(0..).collect();
    let special = |id: usize| {
        json!({"id": id, "content": WORDS[id], "single_word": false, "lstrip": false,
               "rstrip": false, "normalized": false, "special": true})
    };
    let tokenizer = json!({
        "version": "1.0",
        "truncation": null,
        "padding": null,
        "added_tokens": [special(0), special(1), special(2), special(3)],
        "normalizer": {"type": "Lowercase"},
        "pre_tokenizer": {"type": "Whitespace"},
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [{"SpecialToken": {"id": "<s>", "type_id": 0}},
                       {"Sequence": {"id": "A", "type_id": 0}},
                       {"SpecialToken": {"id": "</s>", "type_id": 0}}],
            "pair": [{"Sequence": {"id": "A", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 0}}],
            "special_tokens": {
                "<s>": {"id": "<s>", "ids": [1], "tokens": ["<s>"]},
                "</s>": {"id": "</s>", "ids": [2], "tokens": ["</s>"]}
            }
        },
        "decoder": null,
        "model": {"type": "WordLevel", "vocab": vocabulary, "unk_token": "<unk>"}
    });
    fs::write(folder.join("tokenizer.json"), tokenizer.to_string()).unwrap();

    let mut weights: HashMap<String, Tensor> = HashMap::new();
    let mut put = |name: &str, values: Vec<f32>, shape: &[usize]| {
        weights.insert(name.to_owned(), Tensor::from_vec(values, shape, &Device::Cpu).unwrap());
    };
    let words = (0..WORDS.len()).flat_map(word).collect();
    put("embeddings.word_embeddings.weight", words, &[WORDS.len(), WIDE]);
    let positions = (0..POSITIONS).flat_map(position).collect();
    put("embeddings.position_embeddings.weight", positions, &[POSITIONS, WIDE]);
    put("embeddings.token_type_embeddings.weight", vec![0.0; WIDE], &[1, WIDE]);
    let layer = "encoder.layer.0";
    for norm in [
        "embeddings.LayerNorm".to_owned(),
        format!("{layer}.attention.output.LayerNorm"),
        format!("{layer}.output.LayerNorm"),
    ] {
        put(&format!("{norm}.weight"), vec![1.0; WIDE], &[WIDE]);
        put(&format!("{norm}.bias"), vec![0.0; WIDE], &[WIDE]);
    }
    for (name, out, into) in [
        ("attention.self.query", WIDE, WIDE),
        ("attention.self.key", WIDE, WIDE),
        ("attention.self.value", WIDE, WIDE),
        ("attention.output.dense", WIDE, WIDE),
        ("intermediate.dense", 8, WIDE),
        ("output.dense", WIDE, 8),
    ] {
        put(&format!("{layer}.{name}.weight"), vec![0.0; out * into], &[out, into]);
        put(&format!("{layer}.{name}.bias"), vec![0.0; out], &[out]);
    }
    candle_core::safetensors::save(&weights, folder.join("model.safetensors")).unwrap();
}
