//! Forms about merges: answered by authors, mediated, dissolved.

use app::pages;
use app::urls::Page;
use axum::response::Response;
use domain::citizen_forms::parse_merge_answer;
use domain::contributions::Kind;
use domain::forms::Fields;
use domain::merging::life::MergeAnswer;
use domain::moderation::Cause;
use domain::screening::Screening;
use domain::staff_forms;
use services::voices::Whose;
use services::{Declined, merging};

use super::keep;
use crate::answer;
use crate::here::Here;

/// What an author answers about the merge of a text, wherever the form stands; `None` if it is
/// another form. The notice to give.
pub(super) async fn answered(
    here: &Here,
    whose: Whose,
    act: &str,
    fields: &Fields,
) -> Option<Result<&'static str, Declined>> {
    let (cluster, draft) = parse_merge_answer(fields, act, here.lang.code())?;
    if let Err(declined) = here.not_too_often() {
        return Some(Err(declined));
    }
    // Something a person reads first, and its author has not been told yet.
    let asks_back = Screening::of(&[&draft.words]).cause() == Some(Cause::Detected);
    if act == "object-merge" && asks_back {
        return Some(Err(Declined::Invalid(Vec::new())));
    }
    let answered = merging::answer(here.services(), &here.ask, whose, cluster, draft).await;
    Some(answered.map(|done| match (done.answer, done.screening.cause()) {
        (_, Some(Cause::Danger)) => "help",
        (MergeAnswer::Accepted, _) => "merge-accepted",
        (MergeAnswer::Dissented, _) => "merge-dissented",
        (MergeAnswer::Objected, None) => "merge-objected",
        (MergeAnswer::Objected, Some(_)) => "merge-held",
    }))
}

/// A cluster: answered by the author of a source, mediated, or dissolved.
pub(super) async fn on_cluster(
    here: &Here,
    number: i64,
    fields: Fields,
) -> Result<Response, Declined> {
    let (services, ask) = (here.services(), &here.ask);
    let mut state = here.sent(fields);
    let act = state.fields.text("do").to_owned();
    if act == "resume" {
        let (round, draft) = merging::drafts::resume(services, ask, number).await?;
        return Ok(answer::done(here, Page::BenchDraft(round, draft), "bench-resumed"));
    }
    let asked = match act.as_str() {
        "mediate" => match staff_forms::parse_mediation(&state.fields) {
            Ok(draft) => merging::mediate(services, ask, number, &draft).await.map(|()| "mediated"),
            Err(faults) => Err(Declined::Invalid(faults)),
        },
        "dissolve" => {
            let reason = state.fields.text("reason");
            merging::dissolve(services, ask, number, reason).await.map(|()| "dissolved")
        }
        _ => {
            let whose = own(&state.fields).ok_or(Declined::NotFound)?;
            state.fields.set("merge", number.to_string());
            answered(here, whose, &act, &state.fields).await.ok_or(Declined::NotFound)?
        }
    };
    match asked {
        Ok("help") => help(here).await,
        Ok(notice) => Ok(answer::done(here, Page::Cluster(number), notice)),
        Err(declined) => {
            keep(&mut state, declined)?;
            let shell = here.shell().await?;
            let view = merging::cluster(services, ask, number).await?;
            let html = pages::cluster::page(&here.context(), &shell, &view, &state);
            Ok(answer::again(here, &state, html))
        }
    }
}

/// From which sentences of its sources a synthesis draws.
pub(super) async fn on_synthesis(
    here: &Here,
    number: i64,
    fields: Fields,
) -> Result<Response, Declined> {
    let (services, ask) = (here.services(), &here.ask);
    let mut state = here.sent(fields);
    let of = |name: &str| state.fields.text(name).parse().unwrap_or(0);
    let read = (of("version"), of("edition"));
    match merging::synthesis::save(services, ask, number, read, &state.fields).await {
        Ok(()) => Ok(answer::done(here, Page::Cluster(number), "synthesis-saved")),
        // Somebody else saved meanwhile: theirs is shown beside what was ticked here.
        Err(Declined::Stale { .. }) => {
            let (shell, view) =
                (here.shell().await?, merging::synthesis::page(services, ask, number).await?);
            state.fields.set(pages::synthesis::STALE, "1");
            let html = pages::synthesis::page(&here.context(), &shell, &view, &state);
            Ok(answer::status(here, axum::http::StatusCode::CONFLICT, html))
        }
        Err(declined) => {
            keep(&mut state, declined)?;
            let shell = here.shell().await?;
            match merging::synthesis::page(services, ask, number).await {
                Ok(view) => {
                    let html = pages::synthesis::page(&here.context(), &shell, &view, &state);
                    Ok(answer::again(here, &state, html))
                }
                Err(declined) => super::kept(here, &shell, declined, &state.fields),
            }
        }
    }
}

/// Whose text an answer is about: one of the signed-in person's own.
fn own(fields: &Fields) -> Option<Whose> {
    let kind: Kind = fields.text("kind").parse().ok()?;
    Some(Whose::Own(kind, fields.text("source").parse().ok()?))
}

/// Help before anything else, on a page that no device keeps.
pub(super) async fn help(here: &Here) -> Result<Response, Declined> {
    let html = pages::help::after(&here.context(), &here.shell().await?);
    Ok(answer::unkept(answer::page(here, html)))
}
