//! `POST`: one arm a form: parse, operate, redirect — or draw the same page again with what was
//! written and what is wrong with it.

mod bench;
mod co_management;
mod drafts;
mod links;
mod listening;
mod merging;
mod methods;
mod moderation;
mod parts;
mod rounds;

use app::pages;
use app::urls::Page;
use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::citizen_forms::Turn;
use domain::comments::FlagReason;
use domain::contributions::{Kind, Standing};
use domain::faults::{Fault, Refusal, What};
use domain::forms::{Fields, FormState};
use domain::moderation::Cause;
use domain::screening::Screening;
use domain::views::{RoundAct, Shell};
use domain::{citizen_forms, staff_forms};
use serde::Serialize;
use services::drafts::{Held, is_late};
use services::methods::sections::Place;
use services::voices::Whose;
use services::{
    Asking, Declined, accounts, actions, comments, contributions, outcomes, people, receipts,
    round_acts, supports, table, voices,
};

use crate::get::kind;
use crate::here::Here;
use crate::{answer, cookies, demonstration};

/// Does what a form asks.
pub async fn answer(here: &Here, fields: Fields) -> Response {
    match operate(here, fields).await {
        Ok(response) => response,
        Err(declined) => answer::declined(here, declined).await,
    }
}

async fn operate(here: &Here, fields: Fields) -> Result<Response, Declined> {
    match here.page {
        Page::SignIn => sign_in(here, fields).await,
        Page::SignOut => sign_out(here).await,
        Page::NewNeed | Page::NewProposal => write(here, fields).await,
        Page::Follow => follow(here, fields).await,
        Page::Need(n) | Page::Proposal(n) => on_contribution(here, n, fields).await,
        Page::Round(n) => on_round(here, n, fields).await,
        Page::Statements(n) => listening::on_statements(here, n, fields).await,
        Page::Cluster(n) => merging::on_cluster(here, n, fields).await,
        Page::NewRound => rounds::prepare(here, None, fields).await,
        Page::EditRound(n) => rounds::prepare(here, Some(n), fields).await,
        Page::Moderation => moderation::queue(here, fields).await,
        Page::Synthesis(n) => merging::on_synthesis(here, n, fields).await,
        Page::NeedParts(n) | Page::ProposalParts(n) => {
            parts::asked(here, kind(here.page), n, fields).await
        }
        Page::Case(n) => moderation::case(here, n, fields).await,
        Page::Bursts => moderation::supports(here, fields).await,
        Page::ReopenRound(n) => rounds::reopen(here, n, fields).await,
        Page::Draft(n) => drafts::own(here, n, fields).await,
        Page::NewCluster(n) => make_cluster(here, n, fields).await,
        Page::Workbench(n) => bench::on_bench(here, n, fields).await,
        Page::BenchDraft(n, m) => bench::on_draft(here, (n, m), fields).await,
        Page::DraftSynthesis(n, m) => bench::on_synthesis(here, (n, m), fields).await,
        Page::NewAction => save_action(here, None, fields).await,
        Page::EditAction(n) => save_action(here, Some(n), fields).await,
        Page::Action(n) => on_action(here, n).await,
        Page::Decision(n) => decide(here, n, fields).await,
        Page::EditDraft(n) => methods::draft(here, n, fields).await,
        Page::NewAmendment(n) => methods::propose(here, n, fields).await,
        Page::MergeAmendments(n) => methods::merge(here, n, fields).await,
        Page::Amendment(n) => methods::amendment(here, n, fields).await,
        Page::Positions(n) => methods::position(here, n, fields).await,
        Page::Resources(n) => methods::resource(here, n, fields).await,
        Page::SharedDraft(n) => methods::remind(here, n, fields).await,
        Page::NewSection(n) => methods::section(here, Place::New(n), fields).await,
        Page::EditSection(n) => methods::section(here, Place::Existing(n), fields).await,
        Page::Section(n) => methods::consent(here, n, fields).await,
        Page::Budget(n) => methods::budget(here, n, fields).await,
        Page::Activities(n) => co_management::activities(here, n, fields).await,
        Page::Activity(n) => co_management::activity(here, n, fields).await,
        Page::Issues(n) => co_management::issues(here, n, fields).await,
        Page::ProgressReports(n) => co_management::reports(here, n, fields).await,
        Page::Guests(n) => methods::guests(here, n, fields).await,
        Page::Minutes(n) => methods::minutes(here, n, fields).await,
        Page::NewBallot(_)
        | Page::EditBallot(_)
        | Page::Ballot(_)
        | Page::BallotResults(_)
        | Page::BallotDesk(_) => crate::ballots::operate(here, fields).await,
        Page::Sessions
        | Page::Session(_)
        | Page::SessionRegistration(_)
        | Page::SessionMinutes(_)
        | Page::SessionPhoto(..)
        | Page::SessionsDesk
        | Page::NewSession
        | Page::SessionDesk(_)
        | Page::EditSession(_)
        | Page::SessionPack(_)
        | Page::SessionDoor(_)
        | Page::SessionRoom(_)
        | Page::SessionWall(_)
        | Page::SessionDots(_)
        | Page::SessionPhotos(_)
        | Page::TakeUpCards(_)
        | Page::SessionMinutesDesk(_)
        | Page::SessionReportDesk(_) => crate::lab::operate(here, fields).await,
        Page::HelpNow
        | Page::ModerationRecord
        | Page::Home
        | Page::Priorities(_)
        | Page::How
        | Page::Order
        | Page::Territory
        | Page::Bodies
        | Page::Plan
        | Page::Profile
        | Page::Rounds
        | Page::RoundRules(_)
        | Page::RoundPreview(_)
        | Page::Unanswered(_)
        | Page::Report(_)
        | Page::ReportFile(_)
        | Page::WorkbenchEvents(_)
        | Page::NeedThreadFile(_)
        | Page::ProposalThreadFile(_)
        | Page::ClusterThreadFile(_)
        | Page::ActionThreadFile(_)
        | Page::NeedShort(_)
        | Page::ProposalShort(_)
        | Page::ClusterShort(_)
        | Page::ActionShort(_)
        | Page::Ledger(_)
        | Page::Ballots(_)
        | Page::BallotFile(_)
        | Page::Needs
        | Page::Proposals
        | Page::Search
        | Page::NeedThread(_)
        | Page::ProposalThread(_)
        | Page::ClusterThread(_)
        | Page::Actions
        | Page::ActionThread(_)
        | Page::Mine
        | Page::Proportion(_)
        | Page::SuggestedGroups(_)
        | Page::Coverage(_)
        | Page::StatementVotes(_)
        | Page::Office
        | Page::Table
        | Page::Privacy
        | Page::Accessibility
        | Page::Legal => Ok(StatusCode::METHOD_NOT_ALLOWED.into_response()),
    }
}

/// What a form that was declined becomes: the same page with the faults or the refusal in it.
/// What can't be shown on the page goes on as it is.
pub(crate) fn keep(state: &mut FormState, declined: Declined) -> Result<(), Declined> {
    match declined {
        Declined::Invalid(faults) => state.faults = faults,
        Declined::Refused(refusal) if refusal != Refusal::SignInNeeded => {
            if refusal == Refusal::SentBefore {
                // Sent once more it is something new.
                state.anew();
            }
            state.refusal = Some(refusal);
        }
        other => return Err(other),
    }
    Ok(())
}

async fn sign_in(here: &Here, fields: Fields) -> Result<Response, Declined> {
    use crate::limits::Trying;
    let shell = here.shell().await?;
    let mut state = here.sent(fields);
    let parsed = citizen_forms::parse_sign_in(&state.fields);
    state.fields.set("password", "");
    let tried = match parsed {
        Ok(tried) => tried,
        Err(faults) => {
            state.faults = faults;
            let html = demonstration::sign_in(&here.context(), &shell, &state);
            return Ok(answer::again(here, &state, html));
        }
    };
    let limits = &here.site.limits;
    if !limits.allow(Trying::Address(here.address))
        || !limits.allow(Trying::Account(tried.email.clone()))
    {
        state.refusal = Some(Refusal::TooOften);
    } else {
        let now = here.ask.now;
        match accounts::sign_in(here.services(), &tried.email, &tried.password, now).await {
            Ok(token) => {
                let next = tried.next.as_deref().and_then(|next| own_address(&here.slug, next));
                let next = match next {
                    Some(next) => next,
                    None => here.path(begins_at(here, &token).await?),
                };
                let mut response = answer::redirect(&next, Some("signed-in"));
                let seconds = u32::try_from(accounts::SESSION_HOURS * 3_600).unwrap_or(0);
                if let Some(cookie) = cookies::set(cookies::SESSION, &token, seconds) {
                    response.headers_mut().append(axum::http::header::SET_COOKIE, cookie);
                }
                return Ok(response);
            }
            Err(Declined::Invalid(faults)) => state.faults = faults,
            Err(other) => return Err(other),
        }
    }
    let html = demonstration::sign_in(&here.context(), &shell, &state);
    Ok(answer::again(here, &state, html))
}

/// Where the holder of a new session begins.
async fn begins_at(here: &Here, token: &str) -> Result<Page, Declined> {
    let (services, ambito, now) = (here.services(), here.ask.ambito, here.ask.now);
    let actor = accounts::actor(services, Some(token), ambito, now).await?;
    let landing = people::landing(services, &Asking { ambito, actor, now }).await?;
    Ok(app::shell::landing_page(landing))
}

/// An address within this Ambito, so that nobody is sent elsewhere after signing in. Who came
/// from the home was on the way to nowhere yet.
fn own_address(slug: &str, next: &str) -> Option<String> {
    let path = next.split(['?', '#']).next().unwrap_or_default();
    match Page::parse(path) {
        Some((own, lang, Some(page)))
            if own == slug && !matches!(page, Page::SignIn | Page::Home) =>
        {
            Some(page.path(slug, lang))
        }
        _ => None,
    }
}

async fn sign_out(here: &Here) -> Result<Response, Declined> {
    if let Some(token) = &here.token {
        accounts::sign_out(here.services(), token).await?;
    }
    let mut response = answer::done(here, Page::Home, "signed-out");
    if let Some(gone) = cookies::set(cookies::SESSION, "", 0) {
        response.headers_mut().append(axum::http::header::SET_COOKIE, gone);
    }
    Ok(response)
}

/// Writing a need or a proposal, a step at a time; nothing typed is ever lost.
async fn write(here: &Here, fields: Fields) -> Result<Response, Declined> {
    let (services, ask, kind) = (here.services(), &here.ask, kind(here.page));
    let shell = here.shell().await?;
    let mut state = here.sent(fields);
    match citizen_forms::turn(kind, &mut state.fields, here.lang.code()) {
        Turn::Show { faults, .. } => state.faults = faults,
        Turn::Send(draft) => {
            let sent = match (here.not_too_often(), Held::parse(state.fields.text("draft"))) {
                (Ok(()), None) => voices::submit(services, ask, *draft, &state.sending()).await,
                (Ok(()), Some(held)) => {
                    services::drafts::send(services, ask, &held, *draft, &state.sending()).await
                }
                (Err(declined), _) => Err(declined),
            };
            match sent {
                Ok(sent) => {
                    // With words of danger help stands on it before anything else.
                    let html = pages::receipt::page(&here.context(), &shell, &sent.page);
                    return Ok(answer::secret(here, html));
                }
                // The server's clock decides; what was written is kept as a draft.
                Err(Declined::Refused(refusal)) if is_late(&refusal) => {
                    return drafts::late(here, &shell, refusal, &state).await;
                }
                Err(declined) => keep(&mut state, declined)?,
            }
            if let Some(fault) = state.faults.first() {
                state.fields.set("step", citizen_forms::step_of(&fault.field).code());
            }
        }
    }
    let ctx = here.context();
    match contributions::writing(services, ask, kind, &state.fields).await {
        Ok(view) => {
            // What can't be sent is told where it is chosen, not at the last step.
            let passed = citizen_forms::step_shown(kind, &state.fields) > citizen_forms::Step::Who;
            if passed && state.faults.is_empty() && state.refusal.is_none() {
                state.faults.extend(view.name_fault(&state.fields));
            }
            let html = pages::writing::page(&ctx, &shell, &view, &state);
            let drawn = if state.faults.is_empty() && state.refusal.is_none() {
                answer::page(here, html)
            } else {
                answer::again(here, &state, html)
            };
            let danger = Screening::of_fields(&state.fields).danger();
            Ok(if danger { answer::unkept(drawn) } else { drawn })
        }
        // Closed meanwhile: kept as a draft, at whatever step.
        Err(Declined::Refused(refusal)) if is_late(&refusal) => {
            drafts::late(here, &shell, refusal, &state).await
        }
        Err(declined) => kept(here, &shell, declined, &state.fields),
    }
}

/// Refused, and no form is left to draw again: what was written is handed back all the same.
pub(crate) fn kept(
    here: &Here,
    shell: &Shell,
    declined: Declined,
    fields: &Fields,
) -> Result<Response, Declined> {
    match declined {
        Declined::Refused(refusal) if refusal != Refusal::SignInNeeded => {
            let ctx = here.context();
            let html = pages::refused::refused_keeping(&ctx, shell, &refusal, fields);
            let drawn = answer::status(here, answer::refused(&refusal), html);
            let danger = Screening::of_fields(fields).danger();
            Ok(if danger { answer::unkept(drawn) } else { drawn })
        }
        other => Err(other),
    }
}

/// Following a text by its receipt code: to look, to correct, to withdraw.
async fn follow(here: &Here, fields: Fields) -> Result<Response, Declined> {
    let (services, ask) = (here.services(), &here.ask);
    let shell = here.shell().await?;
    let mut state = here.sent(fields);
    let code = state.fields.text("code").to_owned();
    let mut notice = None;
    if let Err(Declined::Refused(refusal)) = here.not_too_often() {
        state.refusal = Some(refusal);
        let html = pages::follow::ask(&here.context(), &shell, &state);
        return Ok(answer::again(here, &state, html));
    }
    if let Some(response) = drafts::by_code(here, &shell, &state).await? {
        return Ok(response);
    }
    let asked = match state.fields.text("do") {
        "correct" => match citizen_forms::parse_words(Kind::Need, &state.fields) {
            Ok(words) => voices::correct(services, ask, Whose::Receipt(code.clone()), words)
                .await
                .map(|_| notice = Some("corrected")),
            Err(faults) => Err(Declined::Invalid(faults)),
        },
        "withdraw" => voices::withdraw(services, ask, Whose::Receipt(code.clone()))
            .await
            .map(|_| notice = Some("withdrawn")),
        act => {
            let whose = || Whose::Receipt(code.clone());
            let answered = match moderation::answered(here, whose(), act, &state.fields).await {
                Some(answered) => Some(answered),
                None => merging::answered(here, whose(), act, &state.fields).await,
            };
            match answered {
                Some(Ok("help")) => return merging::help(here).await,
                Some(answered) => answered.map(|told| notice = Some(told)),
                None => Ok(()),
            }
        }
    };
    let mut wrong = false;
    match asked {
        Ok(()) => {}
        Err(Declined::NotFound) => {}
        Err(declined) => {
            keep(&mut state, declined)?;
            wrong = true;
        }
    }
    match receipts::follow(services, ask, &code).await {
        Ok(view) => {
            let mut ctx = here.context();
            ctx.notice = notice;
            let html = pages::follow::page(&ctx, &shell, &view, &state);
            Ok(if wrong {
                answer::unkept(answer::again(here, &state, html))
            } else {
                answer::secret(here, html)
            })
        }
        Err(Declined::NotFound | Declined::Invalid(_)) => {
            state.faults = vec![Fault::new("code", What::UnknownCode)];
            let html = pages::follow::ask(&here.context(), &shell, &state);
            Ok(answer::again(here, &state, html))
        }
        Err(other) => Err(other),
    }
}

/// What an island gets back for a support.
#[derive(Debug, Serialize)]
struct Supported {
    shown: domain::suppression::Shown,
    mine: bool,
    words: String,
}

async fn on_contribution(here: &Here, number: i64, fields: Fields) -> Result<Response, Declined> {
    let (services, ask, kind) = (here.services(), &here.ask, kind(here.page));
    let mut state = here.sent(fields);
    let act = state.fields.text("do").to_owned();
    let asked: Result<&'static str, Declined> = match act.as_str() {
        "support" | "unsupport" => {
            here.not_too_often()?;
            let given = if act == "support" {
                supports::give(services, ask, kind, number).await
            } else {
                supports::take(services, ask, kind, number).await
            };
            match given {
                Ok(now) if here.json => {
                    let words = app::format::supporters(here.lang, now.shown);
                    return Ok(
                        Json(Supported { shown: now.shown, mine: now.mine, words }).into_response()
                    );
                }
                Ok(now) => Ok(if now.mine { "supported" } else { "unsupported" }),
                Err(declined) => Err(declined),
            }
        }
        "comment" | "comment-as-is" => {
            here.not_too_often()?;
            match citizen_forms::parse_comment(&state.fields, here.lang.code()) {
                Err(faults) => Err(Declined::Invalid(faults)),
                Ok(draft) if act == "comment" && asks_back(&draft.body) => {
                    Err(Declined::Invalid(Vec::new()))
                }
                Ok(draft) => {
                    comments::submit(services, ask, kind, number, &draft, &state.sending())
                        .await
                        .map(said)
                }
            }
        }
        "edit-comment" | "edit-comment-as-is" => match state.fields.text("number").parse() {
            Ok(comment) => {
                here.not_too_often()?;
                let body = state.fields.text("edited").to_owned();
                if act == "edit-comment" && asks_back(&body) {
                    Err(Declined::Invalid(Vec::new()))
                } else {
                    comments::edit(services, ask, kind, number, comment, &body).await.map(|sent| {
                        match said(sent) {
                            "commented" => "comment-edited",
                            other => other,
                        }
                    })
                }
            }
            Err(_) => Err(Declined::NotFound),
        },
        "agree" | "disagree" => match state.fields.text("number").parse() {
            Ok(comment) => {
                here.not_too_often()?;
                let agrees = act == "agree";
                comments::agree(services, ask, kind, number, comment, agrees)
                    .await
                    .map(|_| if agrees { "agreed" } else { "disagreed" })
            }
            Err(_) => Err(Declined::NotFound),
        },
        "withdraw-comment" => match state.fields.text("number").parse() {
            Ok(comment) => comments::withdraw(services, ask, kind, number, comment)
                .await
                .map(|()| "comment-withdrawn"),
            Err(_) => Err(Declined::NotFound),
        },
        "flag" => {
            here.not_too_often()?;
            let comment = state.fields.text("number").parse().ok();
            match citizen_forms::parse_flag(&state.fields) {
                Ok(draft) => {
                    services::moderation::flag(services, ask, kind, number, comment, &draft)
                        .await
                        .map(|()| match draft.reason {
                            FlagReason::Danger => "help",
                            _ => "flagged",
                        })
                }
                Err(faults) => Err(Declined::Invalid(faults)),
            }
        }
        "withdraw" => {
            voices::withdraw(services, ask, Whose::Own(kind, number)).await.map(|_| "withdrawn")
        }
        "correct" => match citizen_forms::parse_words(kind, &state.fields) {
            Ok(words) => voices::correct(services, ask, Whose::Own(kind, number), words)
                .await
                .map(|done| if done.screening.danger() { "help" } else { "corrected" }),
            Err(faults) => Err(Declined::Invalid(faults)),
        },
        "appeal" if !state.fields.text("number").is_empty() => {
            moderation::comment_appeal(here, kind, number, &state.fields).await
        }
        "soften-take" | "soften-refuse" | "appeal" => {
            let whose = Whose::Own(kind, number);
            moderation::answered(here, whose, &act, &state.fields)
                .await
                .unwrap_or(Err(Declined::NotFound))
        }
        "accept-merge" | "object-merge" | "object-merge-as-is" | "dissent-merge" => {
            let whose = Whose::Own(kind, number);
            merging::answered(here, whose, &act, &state.fields)
                .await
                .unwrap_or(Err(Declined::NotFound))
        }
        "outcome" => match staff_forms::parse_outcome(&state.fields) {
            Ok((outcome, reason, to)) => {
                outcomes::give(services, ask, kind, number, outcome, &reason, to.as_deref())
                    .await
                    .map(|()| "answered")
            }
            Err(faults) => Err(Declined::Invalid(faults)),
        },
        "link" | "unlink" => links::asked(here, kind, number, &state).await,
        _ => Err(Declined::NotFound),
    };
    match asked {
        // Help before anything else, on a page that no device keeps.
        Ok("help") => merging::help(here).await,
        Ok(notice) => Ok(answer::done(here, here.page, notice)),
        Err(declined) if here.json => Err(declined),
        Err(declined) => {
            keep(&mut state, declined)?;
            let shell = here.shell().await?;
            let view = contributions::page(services, ask, kind, number).await?;
            // No form is left: what was written is handed back.
            if let ("link" | "unlink", Err(refusal)) = (act.as_str(), &view.may_link) {
                return kept(here, &shell, refusal.clone().into(), &state.fields);
            }
            let html = pages::contribution::page(&here.context(), &shell, &view, &state);
            let drawn = answer::again(here, &state, html);
            let danger =
                Screening::of(&[state.fields.text("comment"), state.fields.text("edited")])
                    .danger();
            Ok(if danger { answer::unkept(drawn) } else { drawn })
        }
    }
}

/// Whether a comment comes back before it is sent: something was found in it that a person reads
/// first, and its author has not been told yet. Words of danger don't wait for that.
fn asks_back(body: &str) -> bool {
    Screening::of(&[body]).cause() == Some(Cause::Detected)
}

/// What is told of a comment that was sent.
fn said(sent: comments::Spoken) -> &'static str {
    match (sent.screening.danger(), sent.standing) {
        (true, _) => "help",
        (false, Standing::Published) => "commented",
        (false, _) => "comment-held",
    }
}

async fn on_round(here: &Here, number: i64, fields: Fields) -> Result<Response, Declined> {
    let (services, ask) = (here.services(), &here.ask);
    let mut state = here.sent(fields);
    let act = RoundAct::parse(state.fields.text("act")).ok_or(Declined::NotFound)?;
    let text = state.fields.text("text").to_owned();
    match round_acts::act(services, ask, number, act, &text).await {
        Ok(()) => Ok(answer::done(here, here.page, "round-changed")),
        Err(declined) => {
            keep(&mut state, declined)?;
            let shell = here.shell().await?;
            let view = services::rounds::page(services, ask, number).await?;
            let html = pages::round::page(&here.context(), &shell, &view, &state);
            Ok(answer::again(here, &state, html))
        }
    }
}

async fn make_cluster(here: &Here, round: i64, fields: Fields) -> Result<Response, Declined> {
    let (services, ask) = (here.services(), &here.ask);
    let mut state = here.sent(fields);
    let made = match marked_cluster(here, &state.fields).await {
        Ok(draft) => services::merging::make(services, ask, round, draft, &state.sending()).await,
        Err(declined) => Err(declined),
    };
    match made {
        Ok(number) => Ok(answer::done(here, Page::Cluster(number), "clustered")),
        Err(declined) => {
            keep(&mut state, declined)?;
            let shell = here.shell().await?;
            let chosen: Vec<i64> =
                state.fields.texts("source").filter_map(|n| n.parse().ok()).take(100).collect();
            let view = services::merging::form(services, ask, round, &chosen).await?;
            let html = pages::cluster_form::page(&here.context(), &shell, &view, &state);
            Ok(answer::again(here, &state, html))
        }
    }
}

/// Reads a cluster, with the sentences and parts that were marked in its sources.
async fn marked_cluster(
    here: &Here,
    fields: &Fields,
) -> Result<domain::merging::ClusterDraft, Declined> {
    let sources: Vec<i64> =
        fields.texts("source").filter_map(|n| n.parse().ok()).take(100).collect();
    // Of what was marked wrongly and of what is written wrongly all faults come at once.
    let mut read = fields.clone();
    let marked = services::parts::mark(here.services(), &here.ask, &sources, &mut read).await;
    match (marked, staff_forms::parse_cluster(&read)) {
        (Ok(()), Ok(draft)) => Ok(draft),
        (Ok(()), Err(faults)) => Err(faults.into()),
        (Err(Declined::Invalid(mut faults)), written) => {
            faults.extend(written.err().unwrap_or_default());
            Err(faults.into())
        }
        (Err(declined), _) => Err(declined),
    }
}

async fn save_action(
    here: &Here,
    existing: Option<i64>,
    fields: Fields,
) -> Result<Response, Declined> {
    let (services, ask) = (here.services(), &here.ask);
    let mut state = here.sent(fields);
    // The enter key saves, unless words were typed to find sources by.
    let (query, go) = (state.fields.text("source_query"), state.fields.text("go"));
    if go == "search" || (go == "enter" && query != state.fields.text("source_found")) {
        let shell = here.shell().await?;
        return match sheet_form(here, &shell, existing, &state).await {
            Ok(html) => Ok(answer::page(here, html)),
            Err(declined) => kept(here, &shell, declined, &state.fields),
        };
    }
    let saved = match staff_forms::parse_sheet(&state.fields) {
        Ok(draft) => actions::save(services, ask, existing, draft, &state.sending()).await,
        Err(faults) => Err(Declined::Invalid(faults)),
    };
    let declined = match saved {
        Ok(number) if state.fields.text("go") == "send" => {
            match actions::send(services, ask, number).await {
                Ok(()) => return Ok(answer::done(here, Page::Action(number), "sent-to-table")),
                // Saved, but not ready: on with the saved draft, saying what is missing.
                Err(Declined::Refused(Refusal::NotReady { .. })) => {
                    return Ok(answer::done(here, Page::EditAction(number), "saved-not-ready"));
                }
                Err(other) => return Err(other),
            }
        }
        Ok(number) => return Ok(answer::done(here, Page::Action(number), "saved")),
        Err(declined) => declined,
    };
    let stale = matches!(declined, Declined::Stale { .. });
    if let Declined::Stale { current } = declined {
        // Both texts: theirs stands on the action's page, ours stays in the form.
        state.fields.set("stale", current.to_string());
        state.fields.set("version", current.to_string());
    } else {
        keep(&mut state, declined)?;
    }
    let shell = here.shell().await?;
    match sheet_form(here, &shell, existing, &state).await {
        Ok(html) if stale => Ok(answer::status(here, StatusCode::CONFLICT, html)),
        Ok(html) => Ok(answer::again(here, &state, html)),
        // At the Tavolo meanwhile, or decided.
        Err(declined) => kept(here, &shell, declined, &state.fields),
    }
}

/// The form of a sheet as it was sent, with what is chosen in it and what was searched.
async fn sheet_form(
    here: &Here,
    shell: &Shell,
    existing: Option<i64>,
    state: &FormState,
) -> Result<String, Declined> {
    let numbers = |name: &str| -> Vec<i64> {
        state.fields.texts(name).filter_map(|n| n.parse().ok()).take(200).collect()
    };
    let chosen = (numbers("cluster"), numbers("contribution"));
    let (chosen, query) = ((&*chosen.0, &*chosen.1), state.fields.text("source_query"));
    let view = actions::form(here.services(), &here.ask, existing, chosen, query).await?;
    Ok(pages::action_form::page(&here.context(), shell, &view, state))
}

async fn on_action(here: &Here, number: i64) -> Result<Response, Declined> {
    let (services, ask) = (here.services(), &here.ask);
    match actions::send(services, ask, number).await {
        Ok(()) => Ok(answer::done(here, here.page, "sent-to-table")),
        Err(declined) => {
            let mut state = here.blank();
            keep(&mut state, declined)?;
            let shell = here.shell().await?;
            let view = actions::page(services, ask, number).await?;
            let html = pages::action::page(&here.context(), &shell, &view, &state);
            Ok(answer::again(here, &state, html))
        }
    }
}

async fn decide(here: &Here, number: i64, fields: Fields) -> Result<Response, Declined> {
    let (services, ask) = (here.services(), &here.ask);
    let mut state = here.sent(fields);
    let decided = match staff_forms::parse_review(&state.fields) {
        Ok((version, draft)) => {
            table::decide(services, ask, number, version, draft, &state.sending()).await
        }
        Err(faults) => Err(Declined::Invalid(faults)),
    };
    match decided {
        Ok(()) => Ok(answer::done(here, Page::Action(number), "decided")),
        Err(declined) => {
            let mut read = None;
            if let Declined::Stale { current } = declined {
                // Both texts: the sheet as it stands now, with what changed, and the decision as
                // it was written.
                read = state.fields.text("version").parse().ok();
                state.fields.set("version", current.to_string());
            } else {
                keep(&mut state, declined)?;
            }
            let shell = here.shell().await?;
            let view = table::decision(services, ask, number, read).await?;
            let html = pages::decision::page(&here.context(), &shell, &view, &state);
            if read.is_some() {
                return Ok(answer::status(here, StatusCode::CONFLICT, html));
            }
            Ok(answer::again(here, &state, html))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_sent_elsewhere_after_signing_in() {
        assert_eq!(own_address("x", "/x/bisogni/3"), Some("/x/bisogni/3".into()));
        for bad in ["//evil.example/x", "https://evil.example", "/y/bisogni", "/x/accedi", "/x", ""]
        {
            assert_eq!(own_address("x", bad), None, "{bad}");
        }
    }
}
