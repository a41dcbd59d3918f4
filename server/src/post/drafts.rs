//! Drafts: what was sent after closing is kept; its author corrects it or throws it away.

use app::pages;
use app::pages::draft::Holding;
use app::urls::Page;
use axum::response::Response;
use domain::faults::Refusal;
use domain::forms::{Fields, FormState};
use domain::views::Shell;
use services::Declined;
use services::drafts::{self, Held};

use super::{keep, kept};
use crate::answer;
use crate::get::kind;
use crate::here::Here;

/// Sent too late: kept as a draft, and told so. What can't be kept is handed back to be copied.
pub(super) async fn late(
    here: &Here,
    shell: &Shell,
    refusal: Refusal,
    state: &FormState,
) -> Result<Response, Declined> {
    let written = !state.fields.text("body").is_empty() || !state.fields.text("title").is_empty();
    let saved = match (written, here.not_too_often()) {
        (true, Ok(())) => {
            let (services, ask) = (here.services(), &here.ask);
            drafts::keep(services, ask, kind(here.page), &state.fields, &state.sending()).await
        }
        (true, Err(declined)) => Err(declined),
        (false, _) => Err(Declined::NotFound),
    };
    let Ok(view) = saved else {
        return kept(here, shell, Declined::Refused(refusal), &state.fields);
    };
    let ctx = here.context();
    let code = view.code.clone();
    let holding = code.as_deref().map_or(Holding::Account, Holding::Code);
    let blank = here.blank();
    let html = pages::draft::page(&ctx, shell, &view, holding, Some(&refusal), &blank);
    Ok(answer::secret_status(here, answer::refused(&refusal), html))
}

/// One's own draft, by account: corrected or thrown away.
pub(super) async fn own(here: &Here, number: i64, fields: Fields) -> Result<Response, Declined> {
    let (services, ask, held) = (here.services(), &here.ask, Held::Own(number));
    let mut state = here.sent(fields);
    let done = match state.fields.text("do") {
        "keep-draft" => {
            drafts::correct(services, ask, &held, &state.fields).await.map(|_| "draft-kept")
        }
        "throw-draft" => drafts::discard(services, ask, &held).await.map(|()| "draft-thrown"),
        _ => Err(Declined::NotFound),
    };
    match done {
        Ok(notice) => Ok(answer::done(here, Page::Mine, notice)),
        Err(declined) => {
            keep(&mut state, declined)?;
            let shell = here.shell().await?;
            let view = drafts::page(services, ask, &held).await?;
            let holding = Holding::Account;
            let html = pages::draft::page(&here.context(), &shell, &view, holding, None, &state);
            Ok(answer::again(here, &state, html))
        }
    }
}

/// A draft behind the receipt code that was typed; `None` if the code is of no draft.
pub(super) async fn by_code(
    here: &Here,
    shell: &Shell,
    state: &FormState,
) -> Result<Option<Response>, Declined> {
    let (services, ask) = (here.services(), &here.ask);
    let code = state.fields.text("code");
    let held = Held::Receipt(code.to_owned());
    let found = match drafts::page(services, ask, &held).await {
        Ok(view) => view,
        Err(Declined::Invalid(_) | Declined::NotFound) => return Ok(None),
        Err(other) => return Err(other),
    };
    let mut ctx = here.context();
    let mut state = state.clone();
    let (view, notice) = match state.fields.text("do") {
        "keep-draft" => match drafts::correct(services, ask, &held, &state.fields).await {
            Ok(view) => (view, Some("draft-kept")),
            Err(declined) => {
                keep(&mut state, declined)?;
                (found, None)
            }
        },
        "throw-draft" => {
            drafts::discard(services, ask, &held).await?;
            return Ok(Some(answer::done(here, Page::Home, "draft-thrown")));
        }
        _ => (found, None),
    };
    ctx.notice = notice;
    let holding = Holding::Code(code);
    if state.faults.is_empty() && state.refusal.is_none() {
        let html = pages::draft::page(&ctx, shell, &view, holding, None, &here.blank());
        return Ok(Some(answer::secret(here, html)));
    }
    let html = pages::draft::page(&ctx, shell, &view, holding, None, &state);
    Ok(Some(answer::again(here, &state, html)))
}
