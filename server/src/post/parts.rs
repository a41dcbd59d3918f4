//! Forms about texts read in parts: divided, and rejoined.

use app::pages;
use axum::http::StatusCode;
use axum::response::Response;
use domain::contributions::Kind;
use domain::forms::Fields;
use services::{Declined, parts};

use super::{keep, kept};
use crate::answer;
use crate::here::Here;

/// Divides a text, or rejoins its parts.
pub(super) async fn asked(
    here: &Here,
    kind: Kind,
    number: i64,
    fields: Fields,
) -> Result<Response, Declined> {
    let (services, ask) = (here.services(), &here.ask);
    let mut state = here.sent(fields);
    let done = if state.fields.text("do") == "rejoin" {
        let reason = state.fields.text("rejoin_reason");
        parts::rejoin(services, ask, (kind, number), reason).await.map(|()| "rejoined")
    } else {
        let revision = state.fields.text("revision").parse().unwrap_or(0);
        let (which, sending) = ((kind, number), state.sending());
        parts::split(services, ask, which, revision, &state.fields, &sending)
            .await
            .map(|()| "split")
    };
    match done {
        Ok(notice) => {
            let to = app::urls::Page::contribution(kind, number);
            Ok(answer::done(here, to, notice))
        }
        Err(declined) => {
            // The text has other words now: what was chosen stays beside them.
            let stale = matches!(declined, Declined::Stale { .. });
            if stale {
                state.fields.set("stale", "1");
            } else {
                keep(&mut state, declined)?;
            }
            let shell = here.shell().await?;
            match parts::page(services, ask, kind, number).await {
                Ok(view) => {
                    let html = pages::split::page(&here.context(), &shell, &view, &state);
                    Ok(match stale {
                        true => answer::status(here, StatusCode::CONFLICT, html),
                        false => answer::again(here, &state, html),
                    })
                }
                // No form is left: what was written is handed back.
                Err(declined) => kept(here, &shell, declined, &state.fields),
            }
        }
    }
}
