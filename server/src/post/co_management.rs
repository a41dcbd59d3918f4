//! Forms of a co-gestione: activities, issues, periodic reports.

use app::pages;
use app::urls::Page;
use axum::response::Response;
use domain::faults::Refusal;
use domain::forms::{Fields, FormState};
use domain::methods::forms;
use services::Declined;
use services::methods::{activities, issues, progress};

use super::methods::{again, answered};
use super::{keep, kept};
use crate::answer;
use crate::here::Here;

/// Activities of a round: added, taken over from a sheet; the start of an action.
pub async fn activities(here: &Here, round: i64, fields: Fields) -> Result<Response, Declined> {
    let (services, ask) = (here.services(), &here.ask);
    let mut state = here.sent(fields);
    let fields = &state.fields;
    let number = |fields: &Fields| fields.text("action").parse().map_err(|_| Declined::NotFound);
    let act = fields.text("do").to_owned();
    let done = match act.as_str() {
        "start" => activities::start(services, ask, round, number(fields)?)
            .await
            .map(|()| "action-started"),
        "take-over" => activities::take_over(services, ask, round, number(fields)?)
            .await
            .map(|()| "activities-taken-over"),
        _ => match forms::activity(fields) {
            Ok(new) => activities::add(services, ask, round, &new, &state.sending())
                .await
                .map(|()| "activity-added"),
            Err(faults) => Err(Declined::Invalid(faults)),
        },
    };
    match done {
        Ok(notice) => Ok(answer::done(here, here.page, notice)),
        Err(declined) => {
            keep(&mut state, declined)?;
            let shell = here.shell().await?;
            let view = activities::page(services, ask, round).await?;
            if act == "add" && view.may_add.is_err() {
                return handed_back(here, &shell, &state);
            }
            let html = pages::methods::activities::page(&here.context(), &shell, &view, &state);
            Ok(answer::again(here, &state, html))
        }
    }
}

/// No form is left: what was written is handed back.
fn handed_back(
    here: &Here,
    shell: &domain::views::Shell,
    state: &FormState,
) -> Result<Response, Declined> {
    let refusal = state.refusal.clone().unwrap_or(Refusal::NotOpened);
    kept(here, shell, refusal.into(), &state.fields)
}

/// An activity: who answers for it, how far it has come.
pub async fn activity(here: &Here, number: i64, fields: Fields) -> Result<Response, Declined> {
    let (services, ask) = (here.services(), &here.ask);
    let mut state = here.sent(fields);
    let fields = &state.fields;
    let assigns = fields.text("do") == "assign";
    let done = if assigns {
        let why = fields.text("why").to_owned();
        match forms::assignment(fields) {
            Ok(assignment) => activities::assign(services, ask, number, assignment, &why)
                .await
                .map(|()| "activity-assigned"),
            Err(faults) => Err(Declined::Invalid(faults)),
        }
    } else {
        match forms::progress(fields) {
            Ok(progress) => {
                activities::tell(services, ask, number, &progress).await.map(|()| "progress-told")
            }
            Err(faults) => Err(Declined::Invalid(faults)),
        }
    };
    match done {
        Ok(notice) => Ok(answer::done(here, here.page, notice)),
        Err(declined) => {
            keep(&mut state, declined)?;
            let shell = here.shell().await?;
            let view = activities::activity(services, ask, number).await?;
            let may = if assigns { &view.may_assign } else { &view.may_report };
            if may.is_err() {
                return handed_back(here, &shell, &state);
            }
            let html = pages::methods::activities::activity(&here.context(), &shell, &view, &state);
            Ok(answer::again(here, &state, html))
        }
    }
}

/// Issues: reported, answered.
pub async fn issues(here: &Here, round: i64, fields: Fields) -> Result<Response, Declined> {
    let (services, ask) = (here.services(), &here.ask);
    let mut state = here.sent(fields);
    let fields = &state.fields;
    let answered: Option<i64> = match fields.text("do") {
        "answer" => Some(fields.text("about").parse().map_err(|_| Declined::NotFound)?),
        _ => None,
    };
    let done = if let Some(number) = answered {
        match forms::answer(fields) {
            Ok((of, words)) => issues::answer(services, ask, round, number, (of, &words))
                .await
                .map(|()| "issue-answered"),
            Err(faults) => Err(Declined::Invalid(faults)),
        }
    } else {
        let of = fields.text("organisation").to_owned();
        match (forms::issue(fields), here.not_too_often()) {
            (Ok(issue), Ok(())) => {
                issues::report(services, ask, round, &of, &issue, &state.sending())
                    .await
                    .map(|()| "issue-reported")
            }
            (Err(faults), _) => Err(Declined::Invalid(faults)),
            (_, Err(declined)) => Err(declined),
        }
    };
    match done {
        Ok(notice) => Ok(answer::done(here, here.page, notice)),
        Err(declined) => {
            keep(&mut state, declined)?;
            let shell = here.shell().await?;
            let view = issues::page(services, ask, round).await?;
            let has_form = match answered {
                Some(number) => {
                    view.issues.iter().any(|one| one.number == number && one.may_answer)
                }
                None => view.may_report.is_ok(),
            };
            if !has_form {
                return handed_back(here, &shell, &state);
            }
            let html = pages::methods::issues::page(&here.context(), &shell, &view, &state);
            Ok(answer::again(here, &state, html))
        }
    }
}

/// Periodic reports: written, corrected.
pub async fn reports(here: &Here, round: i64, fields: Fields) -> Result<Response, Declined> {
    let (services, ask) = (here.services(), &here.ask);
    let mut state = here.sent(fields);
    let fields = &state.fields;
    let corrects = if fields.text("do") == "correct" {
        let number: i64 = fields.text("about").parse().map_err(|_| Declined::NotFound)?;
        Some((number, forms::version(fields)))
    } else {
        None
    };
    let done = match forms::report(fields, corrects.is_some()) {
        Ok((text, why)) => progress::write(services, ask, round, corrects, (&text, &why)).await,
        Err(faults) => Err(Declined::Invalid(faults)),
    };
    match done {
        Ok(()) => Ok(answer::done(here, Page::ProgressReports(round), "report-written")),
        Err(declined) => {
            let stale = again(&mut state, declined)?;
            let shell = here.shell().await?;
            let view = progress::page(services, ask, round).await?;
            if view.may_write.is_err() {
                return handed_back(here, &shell, &state);
            }
            let html = pages::methods::progress::page(&here.context(), &shell, &view, &state);
            Ok(answered(here, &state, stale, html))
        }
    }
}
