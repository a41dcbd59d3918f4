//! What islands ask in the background: small JSON, never needed.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::contributions::Kind;
use serde::{Deserialize, Serialize};

use app::urls::{Lang, Page};

use crate::here::Site;

/// What is being written.
#[derive(Debug, Deserialize)]
pub struct Writing {
    kind: Kind,
    title: String,
    body: String,
    #[serde(default)]
    policy: Option<String>,
    /// Language of the page.
    lang: String,
}

/// A similar text.
#[derive(Debug, Serialize)]
struct Similar {
    href: String,
    title: String,
    lang: String,
    shared: Vec<String>,
}

/// Similar texts to one that is being written.
pub async fn similar(
    State(site): State<Arc<Site>>,
    Path(ambito): Path<String>,
    Json(writing): Json<Writing>,
) -> Response {
    let lang = Lang::ALL.into_iter().find(|l| l.code() == writing.lang).unwrap_or_default();
    let now = (site.clock)();
    let mut fields = domain::forms::Fields::default();
    fields.set("title", writing.title);
    fields.set("body", writing.body);
    fields.set("policy", writing.policy.unwrap_or_default());
    let alike = async {
        let id = services::ambito::find(&site.services, &ambito)
            .await?
            .ok_or(services::Declined::NotFound)?;
        services::contributions::alike(&site.services, id, writing.kind, &fields, now).await
    };
    match alike.await {
        Ok(cards) => {
            let list: Vec<Similar> = cards
                .into_iter()
                .take(3)
                .map(|card| Similar {
                    href: Page::contribution(card.contribution.kind, card.contribution.number)
                        .path(&ambito, lang),
                    title: card.contribution.title,
                    lang: card.contribution.language,
                    shared: card.shared_words,
                })
                .collect();
            Json(list).into_response()
        }
        Err(services::Declined::NotFound) => StatusCode::NOT_FOUND.into_response(),
        Err(declined) => {
            tracing::debug!(%declined, "no similar texts");
            Json(Vec::<Similar>::new()).into_response()
        }
    }
}
