//! The operator's sentence model, where this binary can run one (feature `meaning`).

use std::path::Path;
use std::sync::Arc;

use services::similar::Meanings;

/// Loads the model of a folder; the error says why it can't be used.
#[cfg(feature = "meaning")]
pub fn load(folder: &Path) -> Result<Arc<dyn Meanings>, String> {
    let started = std::time::Instant::now();
    let model = meaning::Model::load(folder).map_err(|error| error.to_string())?;
    tracing::info!(model = model.name(), seconds = started.elapsed().as_secs(), "sentence model");
    Ok(Arc::new(Local(model)))
}

/// Loads the model of a folder; the error says why it can't be used.
#[cfg(not(feature = "meaning"))]
pub fn load(_: &Path) -> Result<Arc<dyn Meanings>, String> {
    Err("this binary was built without sentence models: build it with `--features meaning`".into())
}

#[cfg(feature = "meaning")]
#[derive(Debug)]
struct Local(meaning::Model);

#[cfg(feature = "meaning")]
impl Meanings for Local {
    fn model(&self) -> &str {
        self.0.name()
    }

    fn of(&self, text: &str) -> Option<domain::similarity::Meaning> {
        match self.0.vector(text) {
            Ok(vector) => domain::similarity::Meaning::of(&vector),
            Err(error) => {
                tracing::warn!(%error, "the sentence model failed at a text");
                None
            }
        }
    }
}
