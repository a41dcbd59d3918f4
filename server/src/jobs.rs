//! Jobs that run beside the requests: the similarity index, what texts mean, sessions that have run out, hate that
//! was hidden long enough, merges that the clock has applied, the outbox.

use std::sync::Arc;
use std::time::Duration;

use services::Services;

use crate::clock;
use crate::here::Site;
use crate::mail::Post;

/// Runs until aborted. A job that fails is logged and tried again at its next turn.
pub async fn run(site: Arc<Site>, post: Option<Post>) {
    warm(&site.services).await;
    let learning = tokio::spawn(learn(site.services.clone()));
    let _learning = AbortOnDrop(learning);
    let mut seconds = tokio::time::interval(Duration::from_secs(5));
    let mut turn: u64 = 0;
    loop {
        seconds.tick().await;
        if let Some(post) = &post
            && let Err(error) = empty_outbox(&site, post).await
        {
            tracing::warn!(%error, "messages wait");
        }
        if turn.is_multiple_of(720) {
            if let Err(error) = services::accounts::sweep(&site.services, clock::now()).await {
                tracing::warn!(%error, "expired sessions stay for now");
            }
            if let Err(error) = services::moderation::forget(&site.services, clock::now()).await {
                tracing::warn!(%error, "hidden hate keeps its words for now");
            }
            if let Err(error) = services::similar::sweep(&site.services).await {
                tracing::warn!(%error, "meanings of texts that have gone stay for now");
            }
            settle(&site.services).await;
        }
        turn += 1;
    }
}

/// Writes down which merges the clock has applied, so that an Ambito nobody reads is up to date
/// too. No page waits for it.
async fn settle(services: &Services) {
    let now = clock::now();
    let Ok(list) = services::ambito::list(services, now).await else { return };
    for ambito in list {
        if let Ok(Some(id)) = services::ambito::find(services, &ambito.slug).await
            && let Err(error) = services::merging::settle(services, id, now).await
        {
            tracing::warn!(%error, ambito = ambito.slug, "merges are applied when asked for");
        }
    }
}

/// Works out what texts mean, where there is a sentence model; new ones soon after they are public.
async fn learn(services: Services) {
    if services.meanings.is_none() {
        return;
    }
    let mut seconds = tokio::time::interval(Duration::from_secs(5));
    loop {
        seconds.tick().await;
        let Ok(list) = services::ambito::list(&services, clock::now()).await else { continue };
        for ambito in list {
            if let Ok(Some(id)) = services::ambito::find(&services, &ambito.slug).await
                && let Err(error) = services::similar::learn_all(&services, id).await
            {
                tracing::warn!(%error, ambito = ambito.slug, "texts are compared by their words");
            }
        }
    }
}

/// Ends a task with the one that began it.
struct AbortOnDrop(tokio::task::JoinHandle<()>);

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Loads the similarity index of every Ambito.
async fn warm(services: &Services) {
    let list = match services::ambito::list(services, clock::now()).await {
        Ok(list) => list,
        Err(error) => {
            tracing::warn!(%error, "similarity indexes load when they are asked for");
            return;
        }
    };
    for ambito in list {
        if let Ok(Some(id)) = services::ambito::find(services, &ambito.slug).await
            && let Err(error) = services::similar::warm(services, id).await
        {
            tracing::warn!(%error, ambito = ambito.slug, "similarity index not loaded");
        }
    }
}

/// Sends what is due. A message that fails waits longer each time.
async fn empty_outbox(site: &Site, post: &Post) -> Result<(), services::Declined> {
    let services = &site.services;
    while let Some(ready) = services::outbox::next(services, clock::now()).await? {
        match post.send(&ready, &site.origin).await {
            Ok(()) => services::outbox::sent(services, &ready.claimed, clock::now()).await?,
            Err(error) => {
                // Only the class: what a mail server answers can quote the address.
                let why = error.class();
                tracing::warn!(why, message = %ready.claimed.id, "not sent, later again");
                services::outbox::postpone(services, &ready.claimed, clock::now()).await?;
            }
        }
    }
    Ok(())
}
