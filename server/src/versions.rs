//! The versions of the Ambiti, read from the database for every request, many requests at once.
//!
//! A cached page is a promise: it is served only if the Ambito's version, read *after* the
//! request arrived, is the one it was drawn for. Reading once for each request would cost more
//! than the page, so requests that wait while a read is under way share the next one: it begins
//! after all of them have arrived.

use std::collections::HashMap;
use std::sync::Arc;

use domain::ids::AmbitoId;
use store::Db;
use tokio::sync::{mpsc, oneshot};

/// Id and version of each Ambito, by slug.
pub type Versions = Arc<HashMap<String, (AmbitoId, i64)>>;

/// Asks for the versions.
#[derive(Debug, Clone)]
pub struct VersionReader {
    ask: mpsc::Sender<oneshot::Sender<Option<Versions>>>,
}

impl VersionReader {
    /// Starts the reader of a database; it ends when its last handle is gone.
    pub fn start(db: Db) -> VersionReader {
        let (ask, mut asked) = mpsc::channel::<oneshot::Sender<Option<Versions>>>(1024);
        tokio::spawn(async move {
            let mut waiting = Vec::new();
            while asked.recv_many(&mut waiting, 1024).await > 0 {
                // Requests that are about to ask get their turn first: under load one read
                // serves them all, and without load nobody waits.
                tokio::task::yield_now().await;
                while let Ok(another) = asked.try_recv() {
                    waiting.push(another);
                }
                let versions = match store::chain::versions(&db).await {
                    Ok(rows) => {
                        let by_slug =
                            rows.into_iter().map(|(slug, id, version)| (slug, (id, version)));
                        Some(Arc::new(by_slug.collect::<HashMap<_, _>>()))
                    }
                    Err(error) => {
                        tracing::error!(%error, "versions could not be read");
                        None
                    }
                };
                for answer in waiting.drain(..) {
                    let _ = answer.send(versions.clone());
                }
            }
        });
        VersionReader { ask }
    }

    /// The versions as of now; `None` if the database does not answer.
    pub async fn read(&self) -> Option<Versions> {
        let (answer, answered) = oneshot::channel();
        self.ask.send(answer).await.ok()?;
        answered.await.ok()?
    }
}
