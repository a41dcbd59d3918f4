//! Forms of rounds of agreement: drafts, amendments, positions, resources, sections, budget,
//! invitations, minutes.

use app::pages;
use app::urls::Page;
use axum::http::StatusCode;
use axum::response::Response;
use domain::faults::{Fault, Refusal, What};
use domain::forms::{Fields, FormState};
use domain::methods::forms;
use domain::methods::sections::SectionText;
use services::Declined;
use services::methods::{
    amendments, budget, drafts, guests, minutes, positions, resources, sections,
};

use super::{keep, kept};
use crate::answer;
use crate::here::Here;

/// What was declined becomes the form again: stale with both texts, or with what is wrong.
/// Returns whether it is stale.
pub(super) fn again(state: &mut FormState, declined: Declined) -> Result<bool, Declined> {
    if let Declined::Stale { current } = declined {
        state.fields.set("stale", current.to_string());
        return Ok(true);
    }
    keep(state, declined).map(|()| false)
}

pub(super) fn answered(here: &Here, state: &FormState, stale: bool, html: String) -> Response {
    if stale {
        answer::status(here, StatusCode::CONFLICT, html)
    } else {
        answer::again(here, state, html)
    }
}

/// The draft, written before the opening.
pub async fn draft(here: &Here, round: i64, fields: Fields) -> Result<Response, Declined> {
    let (services, ask) = (here.services(), &here.ask);
    let mut state = here.sent(fields);
    let fields = &state.fields;
    let (text, why) = (fields.text("text").to_owned(), fields.text("why").to_owned());
    let version = forms::version(fields);
    match drafts::write(services, ask, round, &text, &why, version).await {
        Ok(_) => Ok(answer::done(here, Page::Priorities(round), "draft-written")),
        Err(declined) => {
            let stale = again(&mut state, declined)?;
            let shell = here.shell().await?;
            match drafts::form(services, ask, round).await {
                Ok(view) => {
                    let html = pages::methods::draft::form(&here.context(), &shell, &view, &state);
                    Ok(answered(here, &state, stale, html))
                }
                Err(declined) => kept(here, &shell, declined, &state.fields),
            }
        }
    }
}

/// A new amendment.
pub async fn propose(here: &Here, round: i64, fields: Fields) -> Result<Response, Declined> {
    let (services, ask) = (here.services(), &here.ask);
    let mut state = here.sent(fields);
    let (of, version) =
        (state.fields.text("organisation").to_owned(), forms::version(&state.fields));
    let proposed = match forms::amendment(&state.fields) {
        Ok(asks) => match here.not_too_often() {
            Ok(()) => {
                let sending = state.sending();
                amendments::propose(services, ask, round, &of, &asks, version, &sending).await
            }
            Err(declined) => Err(declined),
        },
        Err(faults) => Err(Declined::Invalid(faults)),
    };
    match proposed {
        Ok(number) => Ok(answer::done(here, Page::Amendment(number), "amendment-proposed")),
        Err(declined) => {
            let stale = again(&mut state, declined)?;
            let shell = here.shell().await?;
            let paragraph = state.fields.text("paragraph").parse().unwrap_or(0);
            let read = stale.then_some(version);
            match amendments::form(services, ask, round, paragraph, read).await {
                Ok(view) => {
                    let html =
                        pages::methods::amendments::form(&here.context(), &shell, &view, &state);
                    Ok(answered(here, &state, stale, html))
                }
                Err(declined) => kept(here, &shell, declined, &state.fields),
            }
        }
    }
}

/// What is done with an amendment: accepted, rejected, withdrawn.
pub async fn amendment(here: &Here, number: i64, fields: Fields) -> Result<Response, Declined> {
    let (services, ask) = (here.services(), &here.ask);
    let mut state = here.sent(fields);
    let done = if state.fields.text("do") == "withdraw" {
        amendments::withdraw(services, ask, number).await.map(|()| "amendment-withdrawn")
    } else {
        match forms::verdict(&state.fields) {
            Ok(verdict) => {
                let version = forms::version(&state.fields);
                amendments::decide(services, ask, number, &verdict, version)
                    .await
                    .map(|()| "amendment-decided")
            }
            Err(faults) => Err(Declined::Invalid(faults)),
        }
    };
    match done {
        Ok(notice) => Ok(answer::done(here, here.page, notice)),
        Err(declined) => {
            let stale = again(&mut state, declined)?;
            let shell = here.shell().await?;
            let view = amendments::page(services, ask, number).await?;
            let html = pages::methods::amendments::page(&here.context(), &shell, &view, &state);
            Ok(answered(here, &state, stale, html))
        }
    }
}

/// Amendments that become one text.
pub async fn merge(here: &Here, round: i64, fields: Fields) -> Result<Response, Declined> {
    let (services, ask) = (here.services(), &here.ask);
    let mut state = here.sent(fields);
    let sources: Vec<i64> =
        state.fields.texts("source").filter_map(|n| n.parse().ok()).take(100).collect();
    let version = forms::version(&state.fields);
    let merged = match forms::amendment(&state.fields) {
        Ok(asks) => {
            let sending = state.sending();
            amendments::merge(services, ask, round, &sources, &asks, version, &sending).await
        }
        Err(mut faults) => {
            if sources.len() < 2 {
                faults.insert(0, Fault::new("source", What::TooFew { least: 2 }));
            }
            Err(Declined::Invalid(faults))
        }
    };
    match merged {
        Ok(number) => Ok(answer::done(here, Page::Amendment(number), "amendments-merged")),
        Err(declined) => {
            let stale = again(&mut state, declined)?;
            let shell = here.shell().await?;
            match amendments::merge_form(services, ask, round).await {
                Ok(view) => {
                    let html =
                        pages::methods::amendments::merge(&here.context(), &shell, &view, &state);
                    Ok(answered(here, &state, stale, html))
                }
                Err(declined) => kept(here, &shell, declined, &state.fields),
            }
        }
    }
}

/// Positions: stated, taken back, confirmed, settled.
pub async fn position(here: &Here, round: i64, fields: Fields) -> Result<Response, Declined> {
    use positions::Word;
    let (services, ask) = (here.services(), &here.ask);
    let mut state = here.sent(fields);
    let fields = &state.fields;
    let act = fields.text("do").to_owned();
    let of = fields.text("organisation").to_owned();
    let version = forms::version(fields);
    let done = if act == "settle" {
        match fields.text("statement").parse() {
            Ok(statement) => {
                let reason = fields.text("reason").to_owned();
                positions::settle(services, ask, round, statement, &reason)
                    .await
                    .map(|()| "position-settled")
            }
            Err(_) => Err(vec![Fault::new("statement", What::Missing)].into()),
        }
    } else {
        let word = match act.as_str() {
            "take-back" => Ok((about(fields)?, Word::TakeBack)),
            "confirm" => Ok((about(fields)?, Word::Confirm)),
            _ => forms::position(fields)
                .map(|(subject, stance, reason)| (subject, Word::State(stance, reason))),
        };
        match (word, here.not_too_often()) {
            (Ok((subject, word)), Ok(())) => {
                positions::state(services, ask, round, &of, subject, &word, version)
                    .await
                    .map(|()| "position-stated")
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
            let view = positions::page(services, ask, round).await?;
            // Closed meanwhile: no form is left, and what was written is handed back.
            if act == "state" && view.may_state.is_err() {
                let refusal = state.refusal.clone().unwrap_or(Refusal::NotOpened);
                return kept(here, &shell, refusal.into(), &state.fields);
            }
            let html = pages::methods::positions::page(&here.context(), &shell, &view, &state);
            Ok(answer::again(here, &state, html))
        }
    }
}

/// The subject of a button of one position.
fn about(fields: &Fields) -> Result<i64, Declined> {
    fields.text("subject").parse().map_err(|_| Declined::NotFound)
}

/// Resources: declared, taken back.
pub async fn resource(here: &Here, round: i64, fields: Fields) -> Result<Response, Declined> {
    let (services, ask) = (here.services(), &here.ask);
    let mut state = here.sent(fields);
    let fields = &state.fields;
    let done = if fields.text("do") == "take-back" {
        let number = fields.text("about").parse().map_err(|_| Declined::NotFound)?;
        let reason = fields.text("reason").to_owned();
        resources::take_back(services, ask, round, number, &reason)
            .await
            .map(|()| "resource-withdrawn")
    } else {
        let of = fields.text("organisation").to_owned();
        match (forms::resource(fields), here.not_too_often()) {
            (Ok(declared), Ok(())) => {
                let sending = state.sending();
                resources::declare(services, ask, round, &of, &declared, &sending)
                    .await
                    .map(|()| "resource-declared")
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
            let view = resources::page(services, ask, round).await?;
            if view.may_declare.is_err() {
                let refusal = state.refusal.clone().unwrap_or(Refusal::NotOpened);
                return kept(here, &shell, refusal.into(), &state.fields);
            }
            let html = pages::methods::resources::page(&here.context(), &shell, &view, &state);
            Ok(answer::again(here, &state, html))
        }
    }
}

/// Invitations, and the end of a mandate.
pub async fn guests(here: &Here, round: i64, fields: Fields) -> Result<Response, Declined> {
    let (services, ask) = (here.services(), &here.ask);
    let mut state = here.sent(fields);
    let fields = &state.fields;
    let reason = fields.text("reason").to_owned();
    let done = if fields.text("do") == "end-mandate" {
        let chosen = fields.text("mandate").split_once(' ');
        match chosen.and_then(|(of, person)| Some((of, person.parse::<uuid::Uuid>().ok()?))) {
            Some((of, person)) => guests::end_mandate(services, ask, of, person.into(), &reason)
                .await
                .map(|()| "mandate-ended"),
            None => Err(vec![Fault::new("mandate", What::Missing)].into()),
        }
    } else {
        let codes: Vec<&str> = fields.texts("guest").collect();
        guests::invite(services, ask, round, &codes, &reason).await.map(|()| "guests-set")
    };
    match done {
        Ok(notice) => Ok(answer::done(here, here.page, notice)),
        Err(declined) => {
            keep(&mut state, declined)?;
            let shell = here.shell().await?;
            let view = guests::page(services, ask, round).await?;
            let html = pages::methods::guests::page(&here.context(), &shell, &view, &state);
            Ok(answer::again(here, &state, html))
        }
    }
}

/// Minutes.
pub async fn minutes(here: &Here, round: i64, fields: Fields) -> Result<Response, Declined> {
    let (services, ask) = (here.services(), &here.ask);
    let mut state = here.sent(fields);
    let version = forms::version(&state.fields);
    let written = match forms::minutes(&state.fields) {
        Ok((ending, words)) => minutes::write(services, ask, round, ending, &words, version).await,
        Err(faults) => Err(Declined::Invalid(faults)),
    };
    match written {
        Ok(()) => Ok(answer::done(here, here.page, "minutes-written")),
        Err(declined) => {
            let stale = again(&mut state, declined)?;
            let shell = here.shell().await?;
            let view = minutes::page(services, ask, round).await?;
            let html = pages::methods::minutes::page(&here.context(), &shell, &view, &state);
            Ok(answered(here, &state, stale, html))
        }
    }
}

/// A section of a shared draft: a new one, or another version.
pub async fn section(
    here: &Here,
    place: sections::Place,
    fields: Fields,
) -> Result<Response, Declined> {
    let (services, ask) = (here.services(), &here.ask);
    let mut state = here.sent(fields);
    let fields = &state.fields;
    let words = SectionText {
        title: fields.text("title").to_owned(),
        text: fields.text("text").to_owned(),
    };
    let (of, why) = (fields.text("organisation").to_owned(), fields.text("why").to_owned());
    let version = forms::version(fields);
    let written = match here.not_too_often() {
        Ok(()) => {
            let (sending, said) = (state.sending(), (&words, why.as_str()));
            sections::write(services, ask, place, &of, said, version, &sending).await
        }
        Err(declined) => Err(declined),
    };
    match written {
        Ok(number) => Ok(answer::done(here, Page::Section(number), "section-written")),
        Err(declined) => {
            let stale = again(&mut state, declined)?;
            let shell = here.shell().await?;
            match sections::form(services, ask, place).await {
                Ok(view) => {
                    let html =
                        pages::methods::sections::form(&here.context(), &shell, &view, &state);
                    Ok(answered(here, &state, stale, html))
                }
                Err(declined) => kept(here, &shell, declined, &state.fields),
            }
        }
    }
}

/// What a partner says of a section.
pub async fn consent(here: &Here, number: i64, fields: Fields) -> Result<Response, Declined> {
    let (services, ask) = (here.services(), &here.ask);
    let mut state = here.sent(fields);
    let of = state.fields.text("organisation").to_owned();
    let version = forms::version(&state.fields);
    let said = match forms::consent(&state.fields) {
        Ok((consent, reason)) => {
            let said = (consent, reason.as_str());
            sections::consent(services, ask, number, &of, said, version).await
        }
        Err(faults) => Err(Declined::Invalid(faults)),
    };
    match said {
        Ok(()) => Ok(answer::done(here, here.page, "consent-given")),
        Err(declined) => {
            let stale = again(&mut state, declined)?;
            let shell = here.shell().await?;
            let view = sections::section(services, ask, number).await?;
            if view.may_consent.is_err() {
                let refusal = state.refusal.clone().unwrap_or(Refusal::NotOpened);
                return kept(here, &shell, refusal.into(), &state.fields);
            }
            let html = pages::methods::sections::section(&here.context(), &shell, &view, &state);
            Ok(answered(here, &state, stale, html))
        }
    }
}

/// A word to a silent partner.
pub async fn remind(here: &Here, round: i64, fields: Fields) -> Result<Response, Declined> {
    let (services, ask) = (here.services(), &here.ask);
    let mut state = here.sent(fields);
    let partner = state.fields.text("partner").to_owned();
    match sections::remind(services, ask, round, &partner).await {
        Ok(()) => Ok(answer::done(here, here.page, "partner-reminded")),
        Err(declined) => {
            keep(&mut state, declined)?;
            let shell = here.shell().await?;
            let view = sections::page(services, ask, round).await?;
            let html = pages::methods::sections::page(&here.context(), &shell, &view, &state);
            Ok(answer::again(here, &state, html))
        }
    }
}

/// Lines of the budget: added, taken out.
pub async fn budget(here: &Here, round: i64, fields: Fields) -> Result<Response, Declined> {
    let (services, ask) = (here.services(), &here.ask);
    let mut state = here.sent(fields);
    let fields = &state.fields;
    let done = if fields.text("do") == "take-out" {
        let number = fields.text("about").parse().map_err(|_| Declined::NotFound)?;
        let reason = fields.text("reason").to_owned();
        budget::take_out(services, ask, round, number, &reason).await.map(|()| "budget-line-ended")
    } else {
        let of = fields.text("organisation").to_owned();
        match (forms::budget_line(fields), here.not_too_often()) {
            (Ok(line), Ok(())) => {
                let sending = state.sending();
                budget::write(services, ask, round, &of, &line, &sending)
                    .await
                    .map(|()| "budget-line-added")
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
            let view = budget::page(services, ask, round).await?;
            if view.may_write.is_err() {
                let refusal = state.refusal.clone().unwrap_or(Refusal::NotOpened);
                return kept(here, &shell, refusal.into(), &state.fields);
            }
            let html = pages::methods::budget::page(&here.context(), &shell, &view, &state);
            Ok(answer::again(here, &state, html))
        }
    }
}
