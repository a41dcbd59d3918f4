//! The workbench: texts put into drafts, taken out, left alone, acts undone; and a draft's own
//! page.

use app::pages;
use app::pages::bench_draft::{ADD, BY_NUMBER, STALE};
use app::parts::bench::{ACT, ENTRY, FROM, INTO, NEW, VERSION};
use app::parts::notes::{ABOUT, NOTE, NUMBER, about_of};
use app::urls::Page;
use axum::http::StatusCode;
use axum::response::Response;
use domain::contributions::Kind;
use domain::faults::{Fault, What};
use domain::forms::{Fields, FormState};
use domain::merging::drawn::{WRITTEN, renumber};
use domain::staff_forms::bench::{chosen, parse_alone, parse_draft, parse_named};
use domain::views::{NoteAbout, SynthesisOf, SynthesisPage};
use services::Declined;
use services::merging::draft_synthesis;
use services::merging::drafts::{self, Into};
use services::merging::{leave_alone, note, remove_note, take_back, undo};

use super::keep;
use crate::answer;
use crate::get::workbench;
use crate::here::Here;

/// A number in a field, or nothing there.
fn number(fields: &Fields, name: &str) -> Option<i64> {
    fields.text(name).parse().ok()
}

/// The numbers of the texts that are ticked.
fn ticked(fields: &Fields) -> Vec<i64> {
    chosen(fields, "s").into_iter().map(|one| one.number).collect()
}

/// Where texts go: the field says so, or the address.
fn into(here: &Here, fields: &Fields) -> Result<Into, Declined> {
    let sent = fields.text(INTO);
    match if sent.is_empty() { here.query.text(INTO) } else { sent } {
        NEW => Ok(Into::New),
        number => match number.parse() {
            Ok(number) => Ok(Into::Draft(number)),
            Err(_) => Err(Declined::Invalid(vec![Fault::new(INTO, What::NotAChoice)])),
        },
    }
}

/// The text that was named, by its number or by an address of it.
fn named(here: &Here, typed: &str) -> Result<(Option<Kind>, i64), Declined> {
    let wrong = |what| Declined::Invalid(vec![Fault::new(BY_NUMBER, what)]);
    if !typed.contains('/') {
        return parse_named(typed).map_err(wrong);
    }
    let path = match typed.split_once("://") {
        Some((_, rest)) => rest.find('/').map(|at| &rest[at..]),
        None => typed.find('/').map(|at| &typed[at..]),
    };
    let path = path.and_then(|path| path.split(['?', '#']).next());
    let (slug, _, page) = path.and_then(Page::parse).ok_or(wrong(What::NotANumber))?;
    let text = page.filter(|_| slug == here.slug).and_then(Page::of_contribution);
    let (kind, number) = text.ok_or(wrong(What::NotAnAddress))?;
    Ok((Some(kind), number))
}

/// Back to the bench as it was filtered, with nothing ticked.
fn back(here: &Here, round: i64, notice: &'static str) -> Response {
    let kept: Vec<&str> = here
        .raw_query
        .split('&')
        .filter(|pair| {
            !pair.is_empty() && !["s=", "in=", "poi="].iter().any(|no| pair.starts_with(no))
        })
        .collect();
    let path = here.path(Page::Workbench(round));
    let to = if kept.is_empty() { path } else { format!("{path}?{}", kept.join("&")) };
    answer::redirect(&to, Some(notice))
}

/// What a note is on.
fn about(fields: &Fields) -> Result<NoteAbout, Declined> {
    about_of(fields.text(ABOUT), fields.text(NUMBER)).ok_or(Declined::NotFound)
}

/// Back to the page on which a note stands.
fn noted(here: &Here, round: i64, about: NoteAbout, notice: &'static str) -> Response {
    match about {
        NoteAbout::Draft(draft) => answer::done(here, Page::BenchDraft(round, draft), notice),
        NoteAbout::Cluster(cluster) => answer::done(here, Page::Cluster(cluster), notice),
        NoteAbout::Text(_) | NoteAbout::Round => back(here, round, notice),
    }
}

/// What was sent from the workbench.
pub(super) async fn on_bench(
    here: &Here,
    round: i64,
    fields: Fields,
) -> Result<Response, Declined> {
    let (services, ask) = (here.services(), &here.ask);
    let mut state = here.sent(fields);
    let asked = match state.fields.text(ACT) {
        "metti" => match into(here, &state.fields) {
            Ok(into) => {
                let (texts, from) = (chosen(&state.fields, "s"), number(&state.fields, FROM));
                match drafts::put(services, ask, round, into, from, &texts).await {
                    Ok(draft) if here.query.text("poi") == "bozza" => {
                        return Ok(answer::done(here, Page::BenchDraft(round, draft), "bench-put"));
                    }
                    done => done.map(|_| "bench-put"),
                }
            }
            Err(declined) => Err(declined),
        },
        "togli" => {
            let draft = number(&state.fields, FROM).ok_or(Declined::NotFound)?;
            let texts = ticked(&state.fields);
            drafts::take_out(services, ask, round, draft, &texts).await.map(|()| "bench-taken-out")
        }
        "lascia" => {
            let texts = ticked(&state.fields);
            if !texts.is_empty() && !state.fields.has("motivo") && !state.fields.has("parole") {
                // First the reason is asked for, beside the texts.
                let html = workbench(here, round, &state).await?;
                return Ok(answer::page(here, html));
            }
            match parse_alone(&state.fields) {
                Ok((class, words)) => leave_alone(services, ask, round, &texts, class, &words)
                    .await
                    .map(|()| "bench-left-alone"),
                Err(faults) if texts.is_empty() => {
                    let _ = faults;
                    Err(Declined::Invalid(vec![Fault::new("s", What::TooFew { least: 1 })]))
                }
                Err(faults) => Err(Declined::Invalid(faults)),
            }
        }
        "riprendi" => {
            let texts = ticked(&state.fields);
            take_back(services, ask, round, &texts).await.map(|()| "bench-taken-back")
        }
        "annota" => {
            let about = about(&state.fields)?;
            let words = state.fields.text(NOTE);
            match note(services, ask, round, about, words).await {
                Ok(()) => return Ok(noted(here, round, about, "noted")),
                Err(declined) => Err(declined),
            }
        }
        "togli-nota" => {
            let entry = number(&state.fields, ENTRY).ok_or(Declined::NotFound)?;
            let about = about(&state.fields)?;
            match remove_note(services, ask, round, entry).await {
                Ok(()) => return Ok(noted(here, round, about, "note-removed")),
                Err(declined) => Err(declined),
            }
        }
        "annulla" => {
            let act = number(&state.fields, ENTRY).ok_or(Declined::NotFound)?;
            undo(services, ask, round, act).await.map(|()| "bench-undone")
        }
        _ => Err(Declined::NotFound),
    };
    match asked {
        Ok(notice) => Ok(back(here, round, notice)),
        Err(declined) => {
            keep(&mut state, declined)?;
            let html = workbench(here, round, &state).await?;
            Ok(answer::again(here, &state, html))
        }
    }
}

/// What was sent from the page of a draft: it is saved first, then done.
pub(super) async fn on_draft(
    here: &Here,
    (round, draft): (i64, i64),
    fields: Fields,
) -> Result<Response, Declined> {
    let mut state = here.sent(fields);
    let sources: Vec<i64> =
        state.fields.texts("source").filter_map(|n| n.parse().ok()).take(100).collect();
    // Ticked sentences and parts are excerpts from here on.
    let mut marked = state.fields.clone();
    let asked = match services::parts::mark(here.services(), &here.ask, &sources, &mut marked).await
    {
        Ok(()) => {
            state.fields = marked;
            done(here, (round, draft), &state).await
        }
        Err(declined) => Err(declined),
    };
    match asked {
        Ok((page, notice)) => Ok(answer::done(here, page, notice)),
        Err(Declined::Stale { current }) => {
            // What was written stays in the fields, beside what stands now.
            let read = state.fields.text(VERSION).to_owned();
            state.fields.set(STALE, read);
            state.fields.set(VERSION, current.to_string());
            let html = drawn(here, (round, draft), &state).await?;
            Ok(answer::status(here, StatusCode::CONFLICT, html))
        }
        Err(declined) => {
            keep(&mut state, declined)?;
            // What was saved before the rest was refused has raised the version.
            let html = drawn(here, (round, draft), &state).await?;
            Ok(answer::again(here, &state, html))
        }
    }
}

async fn drawn(
    here: &Here,
    (round, draft): (i64, i64),
    state: &FormState,
) -> Result<String, Declined> {
    let view = drafts::page(here.services(), &here.ask, round, draft).await?;
    let shell = here.shell().await?;
    let mut state = state.clone();
    let texts = view.card.draft.title == state.fields.text("title")
        && view.synthesis == state.fields.text("synthesis")
        && view.reason == state.fields.text("reason");
    let sources = view.sources.iter().all(|one| {
        let number = one.source.card.contribution.number;
        let excerpt = one.source.excerpt.as_deref().unwrap_or_default();
        state.fields.text(&format!("share-{number}")) == one.source.share.code()
            && state.fields.text(&format!("excerpt-{number}")) == excerpt
    });
    if texts && sources {
        state.fields.set(VERSION, view.card.version.to_string());
    }
    Ok(pages::bench_draft::page(&here.context(), &shell, &view, &state))
}

async fn done(
    here: &Here,
    (round, draft): (i64, i64),
    state: &FormState,
) -> Result<(Page, &'static str), Declined> {
    let (services, ask, fields) = (here.services(), &here.ask, &state.fields);
    let own = Page::BenchDraft(round, draft);
    // The enter key saves, unless a text was named to be added.
    let act = match fields.text(ACT) {
        "salva" if !fields.text(BY_NUMBER).is_empty() => "aggiungi-testo",
        act => act,
    };
    if act == "proponi"
        && let Some(cluster) = drafts::proposed(services, ask, round, draft).await?
    {
        // Sent twice.
        return Ok((Page::Cluster(cluster), "clustered"));
    }
    let written = parse_draft(fields).map_err(Declined::Invalid)?;
    drafts::write(services, ask, round, draft, &written).await?;
    match act {
        "salva" => Ok((own, "bench-saved")),
        "sintesi" => Ok((Page::DraftSynthesis(round, draft), "bench-saved")),
        "proponi" => {
            let made = drafts::propose(services, ask, round, draft).await?;
            Ok((Page::Cluster(made), "clustered"))
        }
        "togli" => {
            drafts::take_out(services, ask, round, draft, &ticked(fields)).await?;
            Ok((own, "bench-taken-out"))
        }
        "sposta" => {
            let mut texts = chosen(fields, "s");
            // Their excerpts go with them as they stand.
            texts.iter_mut().for_each(|one| one.excerpt.clear());
            drafts::put(services, ask, round, into(here, fields)?, Some(draft), &texts).await?;
            Ok((own, "bench-moved"))
        }
        "aggiungi" => {
            let texts = chosen(fields, ADD);
            if texts.is_empty() {
                return Err(Declined::Invalid(vec![Fault::new(ADD, What::TooFew { least: 1 })]));
            }
            drafts::put(services, ask, round, Into::Draft(draft), None, &texts).await?;
            Ok((own, "bench-put"))
        }
        "aggiungi-testo" => {
            let text = named(here, fields.text(BY_NUMBER))?;
            drafts::add(services, ask, round, draft, text).await?;
            Ok((own, "bench-put"))
        }
        "scarta" => {
            drafts::discard(services, ask, round, draft).await?;
            Ok((Page::Workbench(round), "bench-discarded"))
        }
        _ => Err(Declined::NotFound),
    }
}

/// From which sentences of its sources a draft draws.
pub(super) async fn on_synthesis(
    here: &Here,
    (round, draft): (i64, i64),
    fields: Fields,
) -> Result<Response, Declined> {
    let (services, ask) = (here.services(), &here.ask);
    let mut state = here.sent(fields);
    let stale = match draft_synthesis::save(services, ask, round, draft, &state.fields).await {
        Ok(()) => {
            return Ok(answer::done(here, Page::BenchDraft(round, draft), "bench-linked"));
        }
        Err(Declined::Stale { .. }) => true,
        Err(declined) => {
            keep(&mut state, declined)?;
            false
        }
    };
    let shell = here.shell().await?;
    let view = match draft_synthesis::page(services, ask, round, draft).await {
        Ok(view) => view,
        // Proposed or discarded meanwhile: what was written is handed back.
        Err(declined) => return super::kept(here, &shell, declined, &state.fields),
    };
    if stale {
        state.fields.set(pages::synthesis::STALE, "1");
        follow(&mut state, &view);
    }
    let html = pages::synthesis::page(&here.context(), &shell, &view, &state);
    Ok(match stale {
        true => answer::status(here, StatusCode::CONFLICT, html),
        false => answer::again(here, &state, html),
    })
}

/// Ticks go with their sentences where somebody wrote in the draft meanwhile.
fn follow(state: &mut FormState, view: &SynthesisPage) {
    let SynthesisOf::Draft { written, .. } = &view.of else { return };
    let read = state.fields.text(WRITTEN).to_owned();
    let sources =
        view.sources.iter().map(|one| (one.card.contribution.number, one.sentences.len()));
    renumber(&mut state.fields, &read, written, &sources.collect::<Vec<_>>());
}
