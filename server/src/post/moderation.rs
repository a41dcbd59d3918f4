//! Forms of the moderators, and of authors who answer them.

use app::pages;
use axum::http::StatusCode;
use axum::response::Response;
use domain::contributions::Kind;
use domain::forms::Fields;
use domain::staff_forms;
use services::voices::Whose;
use services::{Declined, appeals, bursts, moderation, softening};

use super::keep;
use crate::answer;
use crate::here::Here;

/// The queue: a decision, or a case taken or let go.
pub(super) async fn queue(here: &Here, fields: Fields) -> Result<Response, Declined> {
    let (services, ask) = (here.services(), &here.ask);
    let mut state = here.sent(fields);
    let decided = match state.fields.text("do") {
        "publish-reason" => Some((true, "reason-published")),
        "keep-reason" => Some((false, "reason-kept")),
        _ => None,
    };
    if let Some((public, notice)) = decided {
        let number = |name: &str| state.fields.text(name).parse().map_err(|_| Declined::NotFound);
        let which = (number("cluster")?, number("position")?);
        services::merging::decide_reason(services, ask, which, public).await?;
        return Ok(answer::done(here, here.page, notice));
    }
    let case: i64 = state.fields.text("case").parse().map_err(|_| Declined::NotFound)?;
    let asked = match state.fields.text("do") {
        "claim" => moderation::take(services, ask, case, true).await.map(|()| "claimed"),
        "release" => moderation::take(services, ask, case, false).await.map(|()| "released"),
        _ => match staff_forms::parse_decision(&state.fields) {
            Ok(draft) => moderation::decide(services, ask, case, &draft).await.map(|_| "moderated"),
            Err(faults) => Err(Declined::Invalid(faults)),
        },
    };
    let mut stale = false;
    match asked {
        Ok(notice) => return Ok(answer::done(here, here.page, notice)),
        // The author has corrected the text: it is shown as it is now, with what was decided.
        Err(Declined::Stale { current }) => {
            state.fields.set("stale", current.to_string());
            stale = true;
        }
        Err(declined) => keep(&mut state, declined)?,
    }
    let shell = here.shell().await?;
    let view = moderation::queue(services, ask).await?;
    let html = pages::moderation::page(&here.context(), &shell, &view, &state);
    if stale {
        return Ok(answer::status(here, StatusCode::CONFLICT, html));
    }
    Ok(answer::again(here, &state, html))
}

/// One case: a softer wording is proposed to the author.
pub(super) async fn case(here: &Here, number: i64, fields: Fields) -> Result<Response, Declined> {
    let (services, ask) = (here.services(), &here.ask);
    let mut state = here.sent(fields);
    let view = moderation::case(services, ask, number).await?;
    let kind = view.card.card.contribution.kind;
    let draft = staff_forms::moderation::softening(kind, &state.fields);
    let mut stale = false;
    match softening::propose(services, ask, number, &draft).await {
        Ok(()) => return Ok(answer::done(here, here.page, "softened")),
        Err(Declined::Stale { current }) => {
            state.fields.set("stale", current.to_string());
            stale = true;
        }
        Err(declined) => keep(&mut state, declined)?,
    }
    let shell = here.shell().await?;
    let view = moderation::case(services, ask, number).await?;
    let html = pages::case::page(&here.context(), &shell, &view, &state);
    if stale {
        return Ok(answer::status(here, StatusCode::CONFLICT, html));
    }
    Ok(answer::again(here, &state, html))
}

/// Supports that came together: what was found is said, or confirmed.
pub(super) async fn supports(here: &Here, fields: Fields) -> Result<Response, Declined> {
    let (services, ask) = (here.services(), &here.ask);
    let mut state = here.sent(fields);
    let kind: Kind = state.fields.text("kind").parse().map_err(|_| Declined::NotFound)?;
    let number = state.fields.text("number").parse().map_err(|_| Declined::NotFound)?;
    let asked = match state.fields.text("do") {
        "propose-note" => match staff_forms::moderation::note(&state.fields) {
            Ok((finding, note)) => bursts::propose(services, ask, (kind, number), finding, &note)
                .await
                .map(|()| "note-proposed"),
            Err(faults) => Err(Declined::Invalid(faults)),
        },
        "confirm-note" => {
            bursts::confirm(services, ask, (kind, number)).await.map(|()| "note-confirmed")
        }
        _ => Err(Declined::NotFound),
    };
    match asked {
        Ok(notice) => Ok(answer::done(here, here.page, notice)),
        Err(declined) => {
            keep(&mut state, declined)?;
            let shell = here.shell().await?;
            let view = bursts::page(services, ask).await?;
            let html = pages::bursts::page(&here.context(), &shell, &view, &state);
            Ok(answer::again(here, &state, html))
        }
    }
}

/// What an author answers a moderator: takes a softer wording or not, asks for a second look. The
/// notice that says so; `None` if it is none of these.
pub(super) async fn answered(
    here: &Here,
    whose: Whose,
    act: &str,
    fields: &Fields,
) -> Option<Result<&'static str, Declined>> {
    let (services, ask) = (here.services(), &here.ask);
    Some(match act {
        "soften-take" => {
            softening::answer(services, ask, whose, true).await.map(|_| "softening-taken")
        }
        "soften-refuse" => {
            softening::answer(services, ask, whose, false).await.map(|_| "softening-refused")
        }
        "appeal" => {
            let why = fields.text("appeal");
            appeals::ask(services, ask, whose, why).await.map(|_| "appealed")
        }
        _ => return None,
    })
}

/// A second look at one's own comment.
pub(super) async fn comment_appeal(
    here: &Here,
    kind: Kind,
    number: i64,
    fields: &Fields,
) -> Result<&'static str, Declined> {
    let comment = fields.text("number").parse().map_err(|_| Declined::NotFound)?;
    let (services, ask, why) = (here.services(), &here.ask, fields.text("appeal"));
    appeals::ask_for_comment(services, ask, kind, number, comment, why).await.map(|()| "appealed")
}
