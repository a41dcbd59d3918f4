//! `GET`: one line a page: load the view, draw it.

use app::pages;
use app::parts::lists::names;
use app::urls::Page;
use axum::response::Response;
use domain::contributions::{Kind, Stage};
use domain::forms::{Fields, FormState};
use domain::merging::BENCH_SIZES;
use domain::merging::presence::UnderReading;
use domain::ordering::mixed::{Beginning, Turn};
use domain::views::{Filter, Onlooker, Sort, ThreadPage};
use services::methods::sections::Place;
use services::{
    Declined, actions, ambito, bursts, contributions, coverage, drafts, merging, methods,
    moderation, moderation_record, office, people, proportion, round_design, round_reopen,
    round_report, rounds, statements, suggested, table,
};

use crate::here::Here;
use crate::{answer, demonstration};

/// Draws a page.
pub async fn draw(here: &Here) -> Result<String, Declined> {
    let (services, ask) = (here.services(), &here.ask);
    let shell = here.shell().await?;
    let ctx = here.context();
    let html = match here.page {
        Page::Home => pages::home::page(&ctx, &shell, &ambito::home(services, ask).await?),
        Page::How => pages::how::page(&ctx, &shell),
        Page::Order => pages::order::page(&ctx, &shell),
        Page::Territory => {
            pages::territory::page(&ctx, &shell, &ambito::territory(services, ask).await?)
        }
        Page::Bodies => pages::bodies::page(&ctx, &shell, &ambito::bodies(services, ask).await?),
        Page::Plan => pages::plan::page(&ctx, &shell, &ambito::plan(services, ask).await?),
        Page::Profile => pages::profile::page(&ctx, &shell, &ambito::profile(services, ask).await?),
        Page::Rounds => pages::rounds::page(&ctx, &shell, &rounds::calendar(services, ask).await?),
        Page::Round(n) => {
            let view = rounds::page(services, ask, n).await?;
            pages::round::page(&ctx, &shell, &view, &personal_form(here))
        }
        Page::RoundRules(n) => {
            pages::round_rules::page(&ctx, &shell, &round_design::rules(services, ask, n).await?)
        }
        Page::Ledger(n) => {
            pages::ledger::page(&ctx, &shell, &round_report::ledger(services, ask, n).await?)
        }
        Page::Unanswered(n) => {
            let page = here.query.text("pagina").parse().unwrap_or(1);
            let view = round_report::unanswered(services, ask, n, page).await?;
            pages::unanswered::page(&ctx, &shell, &view)
        }
        Page::Report(n) => {
            pages::round_report::page(&ctx, &shell, &round_report::report(services, ask, n).await?)
        }
        // A file, not a page: `answer` gives it.
        Page::ReportFile(_)
        | Page::NeedThreadFile(_)
        | Page::ProposalThreadFile(_)
        | Page::ClusterThreadFile(_)
        | Page::ActionThreadFile(_)
        | Page::NeedShort(_)
        | Page::ProposalShort(_)
        | Page::ClusterShort(_)
        | Page::ActionShort(_)
        | Page::WorkbenchEvents(_) => return Err(Declined::NotFound),
        Page::Draft(n) => {
            let view = drafts::page(services, ask, &drafts::Held::Own(n)).await?;
            let holding = pages::draft::Holding::Account;
            pages::draft::page(&ctx, &shell, &view, holding, None, &here.blank())
        }
        Page::ReopenRound(n) => {
            let view = round_reopen::form(services, ask, n).await?;
            pages::round_reopen::page(&ctx, &shell, &view, &here.blank())
        }
        Page::NewRound => new_round(here, &ctx, &shell).await?,
        Page::EditRound(n) => {
            let mut state = here.blank();
            state.fields = round_design::written(services, ask, n).await?;
            state.fields.set("step", here.query.text(pages::round_start::STEP));
            let view = round_design::form(services, ask, Some(n), &state.fields).await?;
            pages::round_wizard::page(&ctx, &shell, &view, &state)
        }
        Page::RoundPreview(n) => {
            let by = Onlooker::parse(here.query.text(pages::round_preview::ROLE));
            let by = by.unwrap_or(Onlooker::Visitor);
            let view = round_design::preview(services, ask, n, by).await?;
            let state = round_design::reference(services, ask, n).await?.state;
            pages::round_preview::page(&ctx, &shell, n, state, &view)
        }
        Page::Priorities(n) => {
            let version = here.query.text("versione").parse().ok();
            let view = methods::drafts::page(services, ask, n, version).await?;
            pages::methods::draft::page(&ctx, &shell, &view)
        }
        Page::EditDraft(n) => {
            let view = methods::drafts::form(services, ask, n).await?;
            let mut state = here.blank();
            state.fields.set("text", view.written.as_str());
            pages::methods::draft::form(&ctx, &shell, &view, &state)
        }
        Page::NewAmendment(n) => {
            let paragraph = here.query.text("paragrafo").parse().unwrap_or(0);
            let view = methods::amendments::form(services, ask, n, paragraph, None).await?;
            pages::methods::amendments::form(&ctx, &shell, &view, &here.blank())
        }
        Page::MergeAmendments(n) => {
            let view = methods::amendments::merge_form(services, ask, n).await?;
            pages::methods::amendments::merge(&ctx, &shell, &view, &here.blank())
        }
        Page::Amendment(n) => {
            let view = methods::amendments::page(services, ask, n).await?;
            pages::methods::amendments::page(&ctx, &shell, &view, &personal_form(here))
        }
        Page::Positions(n) => {
            let view = methods::positions::page(services, ask, n).await?;
            pages::methods::positions::page(&ctx, &shell, &view, &personal_form(here))
        }
        Page::Resources(n) => {
            let view = methods::resources::page(services, ask, n).await?;
            pages::methods::resources::page(&ctx, &shell, &view, &personal_form(here))
        }
        Page::SharedDraft(n) => {
            let view = methods::sections::page(services, ask, n).await?;
            pages::methods::sections::page(&ctx, &shell, &view, &personal_form(here))
        }
        Page::NewSection(n) => section_form(here, &ctx, &shell, Place::New(n)).await?,
        Page::EditSection(n) => section_form(here, &ctx, &shell, Place::Existing(n)).await?,
        Page::Section(n) => {
            let view = methods::sections::section(services, ask, n).await?;
            pages::methods::sections::section(&ctx, &shell, &view, &personal_form(here))
        }
        Page::Budget(n) => {
            let view = methods::budget::page(services, ask, n).await?;
            pages::methods::budget::page(&ctx, &shell, &view, &personal_form(here))
        }
        Page::Activities(n) => {
            let view = methods::activities::page(services, ask, n).await?;
            pages::methods::activities::page(&ctx, &shell, &view, &personal_form(here))
        }
        Page::Activity(n) => {
            let view = methods::activities::activity(services, ask, n).await?;
            pages::methods::activities::activity(&ctx, &shell, &view, &personal_form(here))
        }
        Page::Issues(n) => {
            let view = methods::issues::page(services, ask, n).await?;
            pages::methods::issues::page(&ctx, &shell, &view, &personal_form(here))
        }
        Page::ProgressReports(n) => {
            let view = methods::progress::page(services, ask, n).await?;
            pages::methods::progress::page(&ctx, &shell, &view, &personal_form(here))
        }
        Page::Guests(n) => {
            let view = methods::guests::page(services, ask, n).await?;
            pages::methods::guests::page(&ctx, &shell, &view, &personal_form(here))
        }
        Page::Minutes(n) => {
            let view = methods::minutes::page(services, ask, n).await?;
            pages::methods::minutes::page(&ctx, &shell, &view, &personal_form(here))
        }
        Page::Coverage(n) => {
            pages::coverage::page(&ctx, &shell, &coverage::page(services, ask, n).await?)
        }
        Page::Statements(n) => {
            let view = statements::page(services, ask, n).await?;
            pages::statements::page(&ctx, &shell, &view, &personal_form(here))
        }
        // A file, answered by itself.
        Page::StatementVotes(_) => return Err(Declined::NotFound),
        Page::Ballots(_)
        | Page::NewBallot(_)
        | Page::Ballot(_)
        | Page::EditBallot(_)
        | Page::BallotResults(_)
        | Page::BallotDesk(_)
        | Page::BallotFile(_) => crate::ballots::draw(here, &shell).await?,
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
        | Page::SessionReportDesk(_) => crate::lab::draw(here, &shell).await?,
        Page::Needs => list(here, &ctx, &shell, Some(Kind::Need)).await?,
        Page::Proposals => list(here, &ctx, &shell, Some(Kind::Proposal)).await?,
        Page::Search => list(here, &ctx, &shell, None).await?,
        Page::Need(n) | Page::Proposal(n) => {
            let view = contributions::page(services, ask, kind(here.page), n).await?;
            pages::contribution::page(&ctx, &shell, &view, &personal_form(here))
        }
        Page::NeedThread(_)
        | Page::ProposalThread(_)
        | Page::ClusterThread(_)
        | Page::ActionThread(_) => {
            pages::thread::page(&ctx, &shell, &thread(here, here.page).await?)
        }
        Page::NewNeed | Page::NewProposal => {
            let mut state = here.blank();
            state.fields.set("round", here.query.text("percorso"));
            let view =
                contributions::writing(services, ask, kind(here.page), &state.fields).await?;
            pages::writing::page(&ctx, &shell, &view, &state)
        }
        Page::Follow => pages::follow::ask(&ctx, &shell, &here.blank()),
        Page::HelpNow => pages::help::page(&ctx, &shell),
        Page::Cluster(n) => {
            let view = merging::cluster(services, ask, n).await?;
            pages::cluster::page(&ctx, &shell, &view, &personal_form(here))
        }
        Page::Actions => pages::actions::page(&ctx, &shell, &actions::list(services, ask).await?),
        Page::Action(n) => {
            let view = actions::page(services, ask, n).await?;
            pages::action::page(&ctx, &shell, &view, &personal_form(here))
        }
        Page::SignIn => {
            let mut state = here.blank();
            state.fields.set("next", here.query.text("next"));
            demonstration::sign_in(&ctx, &shell, &state)
        }
        Page::SignOut => return Err(Declined::NotFound),
        Page::Mine => pages::mine::page(&ctx, &shell, &people::mine(services, ask).await?),
        Page::Moderation => {
            let view = moderation::queue(services, ask).await?;
            pages::moderation::page(&ctx, &shell, &view, &here.blank())
        }
        Page::Synthesis(n) => {
            let view = merging::synthesis::page(services, ask, n).await?;
            pages::synthesis::page(&ctx, &shell, &view, &here.blank())
        }
        Page::NeedParts(n) | Page::ProposalParts(n) => {
            let view = services::parts::page(services, ask, kind(here.page), n).await?;
            pages::split::page(&ctx, &shell, &view, &here.blank())
        }
        Page::Case(n) => {
            let view = moderation::case(services, ask, n).await?;
            pages::case::page(&ctx, &shell, &view, &here.blank())
        }
        Page::Bursts => {
            let view = bursts::page(services, ask).await?;
            pages::bursts::page(&ctx, &shell, &view, &here.blank())
        }
        Page::ModerationRecord => {
            let view = moderation_record::page(services, ask).await?;
            pages::moderation_record::page(&ctx, &shell, &view)
        }
        Page::Workbench(n) => {
            let reading = UnderReading::parse(here.query.text(pages::workbench::READ));
            seen_at_bench(here, n, reading).await;
            workbench(here, n, &here.blank()).await?
        }
        Page::BenchDraft(n, m) => {
            seen_at_bench(here, n, Some(UnderReading::Draft(m))).await;
            let view = merging::drafts::page(services, ask, n, m).await?;
            pages::bench_draft::page(&ctx, &shell, &view, &here.blank())
        }
        Page::DraftSynthesis(n, m) => {
            seen_at_bench(here, n, Some(UnderReading::Draft(m))).await;
            let view = merging::draft_synthesis::page(services, ask, n, m).await?;
            pages::synthesis::page(&ctx, &shell, &view, &here.blank())
        }
        Page::Proportion(n) => {
            let kind = kind_asked(&here.query).unwrap_or(Kind::Proposal);
            let view = proportion::page(services, ask, n, kind).await?;
            pages::proportion::page(&ctx, &shell, &view)
        }
        Page::SuggestedGroups(n) => {
            let kind = kind_asked(&here.query).unwrap_or(Kind::Proposal);
            let cut = pages::suggested::cut_of(here.query.text(pages::suggested::CUT));
            let view = suggested::page(services, ask, n, kind, cut).await?;
            pages::suggested::page(&ctx, &shell, &view)
        }
        Page::NewCluster(n) => {
            let chosen = numbers(&here.query, "s");
            let view = merging::form(services, ask, n, &chosen).await?;
            pages::cluster_form::page(&ctx, &shell, &view, &here.blank())
        }
        Page::NewAction => {
            let (clusters, voices) = (numbers(&here.query, "c"), numbers(&here.query, "s"));
            let view = actions::form(services, ask, None, (&clusters, &voices), "").await?;
            let mut state = here.blank();
            state.fields = actions::written(services, ask, None, &clusters, &voices).await?;
            pages::action_form::page(&ctx, &shell, &view, &state)
        }
        Page::EditAction(n) => {
            let view = actions::form(services, ask, Some(n), (&[], &[]), "").await?;
            let mut state = here.blank();
            state.fields = actions::written(services, ask, Some(n), &[], &[]).await?;
            pages::action_form::page(&ctx, &shell, &view, &state)
        }
        Page::Office => pages::office::page(&ctx, &shell, &office::page(services, ask).await?),
        Page::Table => pages::table::page(&ctx, &shell, &table::page(services, ask).await?),
        Page::Decision(n) => {
            let view = table::decision(services, ask, n, None).await?;
            pages::decision::page(&ctx, &shell, &view, &here.blank())
        }
        Page::Privacy => pages::legal::privacy(&ctx, &shell),
        Page::Accessibility => pages::legal::accessibility(&ctx, &shell),
        Page::Legal => pages::legal::notes(&ctx, &shell),
    };
    Ok(html)
}

/// The workbench as its address asks for it, with what was sent to it.
pub async fn workbench(here: &Here, round: i64, state: &FormState) -> Result<String, Declined> {
    let reading = reading(&here.query);
    let filter = filter(&here.query, kind_asked(&here.query));
    let view = merging::workbench(here.services(), &here.ask, round, &filter, reading).await?;
    let shell = here.shell().await?;
    Ok(pages::workbench::page(&here.context(), &shell, &view, state))
}

/// Whether a page may be kept for visitors: it has no form id of its own.
pub const fn keepable(page: Page) -> bool {
    match page {
        Page::Home
        | Page::How
        | Page::Order
        | Page::Territory
        | Page::Bodies
        | Page::Plan
        | Page::Profile
        | Page::Rounds
        | Page::Round(_)
        | Page::RoundRules(_)
        | Page::Priorities(_)
        | Page::Amendment(_)
        | Page::Positions(_)
        | Page::Resources(_)
        | Page::SharedDraft(_)
        | Page::Section(_)
        | Page::Budget(_)
        | Page::Guests(_)
        | Page::Minutes(_)
        | Page::Coverage(_)
        | Page::Statements(_)
        | Page::Ballots(_)
        | Page::Ballot(_)
        | Page::BallotResults(_)
        | Page::Needs
        | Page::Proposals
        | Page::Search
        | Page::Need(_)
        | Page::Proposal(_)
        | Page::NeedThread(_)
        | Page::ProposalThread(_)
        | Page::HelpNow
        | Page::ModerationRecord
        | Page::Sessions
        | Page::Session(_)
        | Page::Cluster(_)
        | Page::ClusterThread(_)
        | Page::Actions
        | Page::Action(_)
        | Page::ActionThread(_)
        | Page::Privacy
        | Page::Accessibility
        | Page::Legal => true,
        Page::NewNeed
        | Page::NewBallot(_)
        | Page::EditBallot(_)
        | Page::BallotDesk(_)
        | Page::BallotFile(_)
        | Page::NewProposal
        | Page::StatementVotes(_)
        | Page::Follow
        | Page::SignIn
        | Page::SignOut
        | Page::Mine
        | Page::Draft(_)
        // What they tell depends on the day.
        | Page::Activities(_)
        | Page::Activity(_)
        | Page::Issues(_)
        | Page::ProgressReports(_)
        | Page::Unanswered(_)
        | Page::Ledger(_)
        | Page::Report(_)
        | Page::ReportFile(_)
        | Page::NeedThreadFile(_)
        | Page::ProposalThreadFile(_)
        | Page::ClusterThreadFile(_)
        | Page::ActionThreadFile(_)
        | Page::NeedShort(_)
        | Page::ProposalShort(_)
        | Page::ClusterShort(_)
        | Page::ActionShort(_)
        | Page::ReopenRound(_)
        | Page::NewRound
        | Page::EditRound(_)
        | Page::RoundPreview(_)
        | Page::Moderation
        | Page::Case(_)
        | Page::Bursts
        | Page::NeedParts(_)
        | Page::ProposalParts(_)
        | Page::Synthesis(_)
        | Page::DraftSynthesis(..)
        | Page::Workbench(_)
        | Page::WorkbenchEvents(_)
        | Page::EditDraft(_)
        | Page::NewSection(_)
        | Page::EditSection(_)
        | Page::NewAmendment(_)
        | Page::MergeAmendments(_)
        | Page::Proportion(_)
        | Page::SuggestedGroups(_)
        | Page::BenchDraft(..)
        | Page::NewCluster(_)
        | Page::NewAction
        | Page::EditAction(_)
        | Page::Office
        | Page::Table
        | Page::Decision(_)
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
        | Page::SessionReportDesk(_) => false,
    }
}

/// The thread that a page tells.
async fn thread(here: &Here, page: Page) -> Result<ThreadPage, Declined> {
    let (services, ask) = (here.services(), &here.ask);
    match page {
        Page::NeedThread(n) | Page::ProposalThread(n) => {
            contributions::thread(services, ask, kind(page), n).await
        }
        Page::ClusterThread(n) => merging::thread(services, ask, n).await,
        Page::ActionThread(n) => actions::thread(services, ask, n).await,
        _ => Err(Declined::NotFound),
    }
}

/// A thread as a file in the terms of PROV.
async fn thread_file(here: &Here, page: Page) -> Result<Response, Declined> {
    let view = thread(here, page).await?;
    let document = app::provenance::document(&here.context(), &view);
    let name = format!("{}.json", here.context().t("thread-file-name"));
    let bytes = serde_json::to_vec_pretty(&document).unwrap_or_default();
    Ok(answer::file(bytes, "application/json; charset=utf-8", &name))
}

/// Draws a page for this visitor alone, or hands out a file.
pub async fn answer(here: &Here) -> Response {
    if let Some(to) = here.page.of_short() {
        return answer::moved(&here.path(to));
    }
    if let Some(page) = here.page.of_thread_file() {
        return match thread_file(here, page).await {
            Ok(response) => response,
            Err(declined) => answer::declined(here, declined).await,
        };
    }
    if let Page::StatementVotes(n) = here.page {
        return match statements::export(here.services(), &here.ask, n).await {
            Ok(csv) => {
                let name = format!("affermazioni-{}-{n}.csv", here.slug);
                answer::file(csv.into_bytes(), "text/csv; charset=utf-8", &name)
            }
            Err(declined) => answer::declined(here, declined).await,
        };
    }
    if let Page::ReportFile(number) = here.page {
        return match report_file(here, number).await {
            Ok(response) => response,
            Err(declined) => answer::declined(here, declined).await,
        };
    }
    if let Page::BallotFile(number) = here.page {
        return crate::ballots::file(here, number).await;
    }
    if let Page::SessionPhoto(session, number) = here.page {
        return match crate::lab::photo(here, session, number).await {
            Ok(response) => response,
            Err(declined) => answer::declined(here, declined).await,
        };
    }
    if let Page::WorkbenchEvents(number) = here.page {
        return crate::live::answer(here, number).await;
    }
    match draw(here).await {
        // What nobody else reads stays on no device.
        Ok(html) if matches!(here.page, Page::Draft(_)) => answer::unkept(answer::page(here, html)),
        Ok(html) => answer::page(here, html),
        Err(declined) => answer::declined(here, declined).await,
    }
}

/// Writes down that a facilitator opened a workbench, so that others read it without any script.
/// The page doesn't depend on it.
async fn seen_at_bench(here: &Here, round: i64, reading: Option<UnderReading>) {
    match services::presence::see(here.services(), &here.ask, round, reading).await {
        // Whoever may not be there is told so by the page.
        Ok(_) | Err(Declined::NotFound | Declined::Refused(_)) => {}
        Err(error) => tracing::warn!(%error, "who opened a workbench was not written down"),
    }
}

/// The result report as a text document.
async fn report_file(here: &Here, number: i64) -> Result<Response, Declined> {
    let view = round_report::report(here.services(), &here.ask, number).await?;
    let shell = here.shell().await?;
    let bytes = pages::round_report::document(&here.context(), &shell, &view);
    let name = format!("{}-{number}.odt", here.context().t("report-file"));
    Ok(answer::file(bytes, "application/vnd.oasis.opendocument.text", &name))
}

/// Where a round begins; with a kind or a round to copy in the address, its first step.
async fn new_round(
    here: &Here,
    ctx: &app::render::PageContext<'_>,
    shell: &domain::views::Shell,
) -> Result<String, Declined> {
    let (services, ask) = (here.services(), &here.ask);
    let mut state = here.blank();
    if let Ok(number) = here.query.text(pages::round_start::COPY).parse() {
        let today = pages::round_wizard::today(ctx);
        let copied = round_design::copied(services, ask, number).await?;
        state.fields = pages::round_wizard::dated(&copied, ctx.content, today);
    } else if let Ok(kind) = here.query.text(pages::round_start::KIND).parse() {
        let today = pages::round_wizard::today(ctx);
        state.fields = pages::round_wizard::offered(ctx.content, kind, today);
    } else {
        let view = round_design::start(services, ask).await?;
        return Ok(pages::round_start::page(ctx, shell, &view));
    }
    let view = round_design::form(services, ask, None, &state.fields).await?;
    Ok(pages::round_wizard::page(ctx, shell, &view, &state))
}

/// Forms on public pages have an id only for who may send them, so that the page of a visitor
/// can be kept.
pub(crate) fn personal_form(here: &Here) -> FormState {
    if here.token.is_some() { here.blank() } else { FormState::default() }
}

/// The form of a section of a shared draft.
async fn section_form(
    here: &Here,
    ctx: &app::render::PageContext<'_>,
    shell: &domain::views::Shell,
    place: Place,
) -> Result<String, Declined> {
    let view = methods::sections::form(here.services(), &here.ask, place).await?;
    Ok(pages::methods::sections::form(ctx, shell, &view, &here.blank()))
}

async fn list(
    here: &Here,
    ctx: &app::render::PageContext<'_>,
    shell: &domain::views::Shell,
    kind: Option<Kind>,
) -> Result<String, Declined> {
    let kind = kind.or_else(|| kind_asked(&here.query));
    let filter = filter(&here.query, kind);
    let beginning = beginning(here.turn(), &here.query);
    let view = contributions::list(here.services(), &here.ask, &filter, beginning).await?;
    Ok(pages::contributions::page(ctx, shell, &view))
}

/// The kind of the contribution a page is about.
pub const fn kind(page: Page) -> Kind {
    match page {
        Page::Proposal(_)
        | Page::ProposalThread(_)
        | Page::ProposalParts(_)
        | Page::NewProposal
        | Page::Proposals => Kind::Proposal,
        _ => Kind::Need,
    }
}

fn kind_asked(query: &Fields) -> Option<Kind> {
    query.text("tipo").parse().ok()
}

fn numbers(query: &Fields, name: &str) -> Vec<i64> {
    query.texts(name).filter_map(|n| n.parse().ok()).take(100).collect()
}

fn reading(query: &Fields) -> Option<(Kind, i64)> {
    let (kind, number) = query.text("leggi").split_once('-')?;
    Some((kind.parse().ok()?, number.parse().ok()?))
}

/// Where a list in the mixed order begins: at the visitor's turn, or where they have walked to.
fn beginning(turn: Turn, query: &Fields) -> Beginning {
    Beginning { turn, from: query.text(names::FROM).parse().ok() }
}

/// Whether a page for a visitor is another one for each turn: the beginning of a list in the
/// mixed order.
pub fn by_turn(page: Page, query: &Fields) -> bool {
    let list = matches!(page, Page::Needs | Page::Proposals | Page::Search);
    list && filter(query, None).sort == Sort::Mixed
}

/// The filter of a list, from the query. What makes no sense is as if it weren't there.
pub fn filter(query: &Fields, kind: Option<Kind>) -> Filter {
    let some = |name: &str| {
        let text = query.text(name);
        (!text.is_empty() && text.chars().count() <= 200).then(|| text.to_owned())
    };
    let words = some("q");
    // The mixed order has no numbered pages: an address that names one is from before it.
    let default = match (&words, query.text(names::PAGE)) {
        (Some(_), _) => Sort::Relevance,
        (None, "") => Sort::Mixed,
        (None, _) => Sort::Newest,
    };
    Filter {
        kind,
        round: query.text("percorso").parse().ok(),
        area: some("area"),
        policy: some("politica"),
        municipality: some("comune"),
        stage: query.text("stato").parse::<Stage>().ok(),
        sort: Sort::ALL
            .into_iter()
            .find(|sort| sort.code() == query.text("ordine"))
            .filter(|sort| *sort != if words.is_some() { Sort::Mixed } else { Sort::Relevance })
            .unwrap_or(default),
        query: words,
        page: query.text("pagina").parse().ok().filter(|page| *page >= 1).unwrap_or(1),
        queue: query.text(names::QUEUE).parse().unwrap_or_default(),
        size: query
            .text(names::SIZE)
            .parse()
            .ok()
            .filter(|size| BENCH_SIZES.iter().skip(1).any(|known| known == size)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_that_makes_no_sense_is_as_if_not_there() {
        let query = crate::here::fields(b"stato=boh&pagina=&ordine=pertinenza&comune=CVN&q=");
        let filter = filter(&query, Some(Kind::Need));
        assert_eq!(
            filter,
            Filter {
                kind: Some(Kind::Need),
                municipality: Some("CVN".into()),
                page: 1,
                ..Filter::default()
            }
        );
    }

    #[test]
    fn an_address_from_before_the_mixed_order_shows_what_it_showed() {
        let filter = |query: &[u8]| filter(&crate::here::fields(query), None);
        assert_eq!(filter(b"").sort, Sort::Mixed);
        assert_eq!((filter(b"pagina=2").sort, filter(b"pagina=2").page), (Sort::Newest, 2));
        assert_eq!(filter(b"pagina=-3").page, 1);
        assert_eq!(filter(b"q=nido&ordine=mescolati").sort, Sort::Relevance);
        assert_eq!(filter(b"ordine=poco-ascoltati").sort, Sort::LeastHeard);
    }

    #[test]
    fn only_the_mixed_order_is_another_for_each_turn() {
        let by_turn = |page, query: &[u8]| by_turn(page, &crate::here::fields(query));
        assert!(by_turn(Page::Needs, b"comune=CVN"));
        assert!(by_turn(Page::Search, b""));
        assert!(!by_turn(Page::Needs, b"ordine=recenti"));
        assert!(!by_turn(Page::Needs, b"q=nido"));
        assert!(!by_turn(Page::Home, b""));
    }

    #[test]
    fn a_search_is_in_the_order_of_relevance() {
        let query = crate::here::fields("q=perché&pagina=2".as_bytes());
        let filter = filter(&query, None);
        assert_eq!((filter.sort, filter.page), (Sort::Relevance, 2));
    }
}
