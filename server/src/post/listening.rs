//! Forms of listening: statements of a round, added, withdrawn and voted on.

use app::pages;
use app::pages::statements::{AFTER, LIST, anchor};
use axum::response::Response;
use domain::forms::Fields;
use domain::statements::StatementDraft;
use services::{Declined, statements};

use super::keep;
use crate::answer;
use crate::here::Here;

/// What is done on the page of a round's statements: `do` is `vote`, `add` or `withdraw`.
pub(super) async fn on_statements(
    here: &Here,
    round: i64,
    fields: Fields,
) -> Result<Response, Declined> {
    let (services, ask) = (here.services(), &here.ask);
    let mut state = here.sent(fields);
    let number: Option<i64> = state.fields.text("number").parse().ok();
    let done = match state.fields.text("do") {
        // No limit of tries: a vote takes the place of the one before, so that nothing fills up,
        // and who answers twenty statements in a minute is quick, not hostile.
        "vote" => {
            let number = number.ok_or(Declined::NotFound)?;
            let voted = match state.fields.text("stance") {
                "" => statements::take_back(services, ask, round, number).await,
                stance => {
                    let stance = stance.parse().map_err(|_| Declined::NotFound)?;
                    statements::vote(services, ask, round, number, stance).await
                }
            };
            match voted {
                Ok(()) => {
                    let path = here.path(here.page);
                    let to = if state.fields.has(LIST) {
                        format!("{path}?{LIST}=1#{}", anchor(number))
                    } else {
                        format!("{path}?{AFTER}={number}#statement")
                    };
                    return Ok(answer::redirect(&to, None));
                }
                Err(declined) => Err(declined),
            }
        }
        "add" => match StatementDraft::parse(&state.fields) {
            Ok(draft) => {
                let sending = state.sending();
                statements::add(services, ask, round, &draft, &sending)
                    .await
                    .map(|_| "statement-added")
            }
            Err(faults) => Err(Declined::Invalid(faults)),
        },
        "withdraw" => match (number, state.fields.text("why").parse()) {
            (Some(number), Ok(why)) => statements::withdraw(services, ask, round, number, why)
                .await
                .map(|()| "statement-withdrawn"),
            (number, why) => {
                use domain::faults::{Fault, What};
                let missing =
                    |field, there: bool| (!there).then(|| Fault::new(field, What::Missing));
                let faults = [missing("number", number.is_some()), missing("why", why.is_ok())];
                Err(Declined::Invalid(faults.into_iter().flatten().collect()))
            }
        },
        _ => return Err(Declined::NotFound),
    };
    match done {
        Ok(notice) => Ok(answer::done(here, here.page, notice)),
        Err(declined) => {
            keep(&mut state, declined)?;
            let shell = here.shell().await?;
            let view = statements::page(services, ask, round).await?;
            let html = pages::statements::page(&here.context(), &shell, &view, &state);
            Ok(answer::again(here, &state, html))
        }
    }
}
