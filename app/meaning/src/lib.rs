//! What a text means, as a sentence model says it: a vector that lies near those of texts that say
//! the same, also in other words or languages.
//!
//! The model is the operator's: a folder with `config.json`, `tokenizer.json` and
//! `model.safetensors`, as the E5 family is published (Wang et al. 2024, "Multilingual E5"). It runs
//! in this process, on the processor; no text leaves the machine.

#[cfg(feature = "testing")]
pub mod testing;

use std::fs;
use std::path::{Path, PathBuf};

use candle_core::{DType, Device, Tensor};
use candle_nn::VarBuilder;
use candle_transformers::models::{bert, xlm_roberta};
use sha2::{Digest, Sha256};
use tokenizers::{Tokenizer, TruncationParams};

/// What these models want before a text that is compared with others of its kind.
const PREFIX: &str = "query: ";

/// The most tokens of a text that are read, where the model can take as many: a long need.
const TOKENS: usize = 512;

/// Why a model can't be used.
#[derive(Debug, thiserror::Error)]
pub enum ModelError {
    /// A file of the folder can't be read.
    #[error("{}: {error}", .file.display())]
    Unread {
        /// Which.
        file: PathBuf,
        /// Why.
        error: std::io::Error,
    },
    /// `config.json` is no configuration of a model that is known here.
    #[error("config.json: {0}")]
    Config(#[from] serde_json::Error),
    /// The model is of a kind that is not known here.
    #[error("config.json: model_type «{0}» is neither bert nor xlm-roberta")]
    Unknown(String),
    /// `tokenizer.json` can't be used.
    #[error("tokenizer.json: {0}")]
    Tokens(#[from] tokenizers::Error),
    /// The weights do not fit the configuration, or a text can't be computed.
    #[error("model.safetensors: {0}")]
    Weights(#[from] candle_core::Error),
}

/// A sentence model, ready to read.
pub struct Model {
    encoder: Encoder,
    tokenizer: Tokenizer,
    name: String,
}

enum Encoder {
    Bert(bert::BertModel),
    XlmRoberta(xlm_roberta::XLMRobertaModel),
}

impl std::fmt::Debug for Model {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Model").field(&self.name).finish()
    }
}

impl Model {
    /// Reads a model from its folder.
    pub fn load(folder: &Path) -> Result<Self, ModelError> {
        let config = read(folder, "config.json")?;
        let tokens = read(folder, "tokenizer.json")?;
        let weights = read(folder, "model.safetensors")?;
        let name = Sha256::new().chain_update(&config).chain_update(&tokens).chain_update(&weights);
        let name = name.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect();

        let kind: serde_json::Value = serde_json::from_slice(&config)?;
        let weights = VarBuilder::from_buffered_safetensors(weights, DType::F32, &Device::Cpu)?;
        let (encoder, most) = match kind["model_type"].as_str().unwrap_or_default() {
            "bert" => {
                let config: bert::Config = serde_json::from_slice(&config)?;
                let model = bert::BertModel::load(weights, &config)?;
                (Encoder::Bert(model), config.max_position_embeddings)
            }
            "xlm-roberta" => {
                let config: xlm_roberta::Config = serde_json::from_slice(&config)?;
                let model = xlm_roberta::XLMRobertaModel::new(&config, weights)?;
                // Its positions are counted from after the padding's.
                let first = usize::try_from(config.pad_token_id).unwrap_or(usize::MAX);
                let most = config.max_position_embeddings.saturating_sub(first.saturating_add(1));
                (Encoder::XlmRoberta(model), most)
            }
            other => return Err(ModelError::Unknown(other.to_owned())),
        };
        let mut tokenizer = Tokenizer::from_bytes(tokens)?;
        tokenizer.with_padding(None);
        let max_length = TOKENS.min(most);
        tokenizer.with_truncation(Some(TruncationParams { max_length, ..Default::default() }))?;
        Ok(Self { encoder, tokenizer, name })
    }

    /// Which model it is: vectors of another can't be compared with its own.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What a text means: the mean of its tokens' vectors.
    pub fn vector(&self, text: &str) -> Result<Vec<f32>, ModelError> {
        let tokens = self.tokenizer.encode(format!("{PREFIX}{text}"), true)?;
        let ids = Tensor::new(tokens.get_ids(), &Device::Cpu)?.unsqueeze(0)?;
        let types = ids.zeros_like()?;
        let read = match &self.encoder {
            Encoder::Bert(model) => model.forward(&ids, &types, None)?,
            Encoder::XlmRoberta(model) => {
                model.forward(&ids, &ids.ones_like()?, &types, None, None, None)?
            }
        };
        Ok(read.mean(1)?.squeeze(0)?.to_vec1()?)
    }
}

fn read(folder: &Path, name: &str) -> Result<Vec<u8>, ModelError> {
    let file = folder.join(name);
    fs::read(&file).map_err(|error| ModelError::Unread { file, error })
}
