//! In the room: cards, the wall, dots, photographs, and what becomes of cards.

use app::pages::lab as pages;
use app::urls::Page;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::contributions::{Kind, Standing};
use domain::faults::{Fault, What};
use domain::forms::{Fields, FormState};
use domain::views::Shell;
use services::Declined;
use services::lab::room::{self, Arranged, Dotted};

use crate::answer;
use crate::here::Here;
use crate::photo as photographs;
use crate::post::{keep, kept};

/// The most bytes of a photograph that is sent.
pub const PHOTO_MOST: usize = 12_000_000;

/// Draws a page.
pub(super) async fn draw(here: &Here, shell: &Shell) -> Result<String, Declined> {
    drawn(here, shell, &here.blank()).await
}

/// The page of this address, with a form in this state.
async fn drawn(here: &Here, shell: &Shell, state: &FormState) -> Result<String, Declined> {
    let (services, ask, ctx) = (here.services(), &here.ask, here.context());
    match here.page {
        Page::SessionRoom(n) => {
            Ok(pages::room::page(&ctx, shell, &room::page(services, ask, n).await?, state))
        }
        Page::SessionWall(n) => {
            let view = room::projector(services, ask, n).await?;
            Ok(pages::projector::page(&ctx, &view, here.query.has(pages::projector::STILL)))
        }
        Page::SessionDots(n) => {
            Ok(pages::dots::page(&ctx, shell, &room::dots_page(services, ask, n).await?, state))
        }
        Page::SessionPhotos(n) => {
            let view = room::photos_page(services, ask, n).await?;
            Ok(pages::photos::page(&ctx, shell, &view, state))
        }
        Page::TakeUpCards(n) => {
            // Drawn again, the form has the cards; before, the address.
            let named = if state.fields.has(room::CHOSEN) { &state.fields } else { &here.query };
            let view = room::taking_up(services, ask, n, named).await?;
            Ok(pages::taking_up::page(&ctx, shell, &view, state))
        }
        _ => Err(Declined::NotFound),
    }
}

/// Does what a form asks.
pub(super) async fn operate(here: &Here, fields: Fields) -> Result<Response, Declined> {
    let (services, ask) = (here.services(), &here.ask);
    let mut state = here.sent(fields);
    let done = match here.page {
        Page::SessionRoom(n) if state.fields.text("do") == "card" => {
            let sending = state.sending();
            room::write_card(services, ask, n, &state.fields, &sending)
                .await
                .map(|_| answer::done(here, here.page, "card-written"))
        }
        Page::SessionRoom(n) => room::arrange(services, ask, n, &state.fields).await.map(|done| {
            let (place, notice) = match done {
                Arranged::Wall => ("#wall", "wall-arranged"),
                Arranged::Hidden => ("#wall", "card-hidden"),
                Arranged::Shown => ("#wall", "card-shown"),
                Arranged::Columns => ("#columns", "columns-changed"),
                Arranged::Covered => ("", "wall-covered"),
                Arranged::Uncovered => ("", "wall-uncovered"),
            };
            answer::redirect(&format!("{}{place}", here.path(here.page)), Some(notice))
        }),
        Page::SessionDots(n) => room::dots(services, ask, n, &state.fields).await.map(|done| {
            let notice = match done {
                Dotted::Frozen => "wall-frozen",
                Dotted::Unfrozen => "wall-unfrozen",
                Dotted::Counted => "dots-counted",
            };
            answer::done(here, here.page, notice)
        }),
        Page::SessionPhotos(n) => {
            let number = state.fields.text("remove").parse().map_err(|_| Declined::NotFound)?;
            room::remove_photo(services, ask, n, number)
                .await
                .map(|()| answer::done(here, here.page, "photo-removed"))
        }
        Page::TakeUpCards(n) => {
            let sending = state.sending();
            let made = room::take_up(services, ask, n, &state.fields, &sending).await;
            made.map(|(kind, number, standing)| match (standing, kind) {
                (Standing::Published, Kind::Need) => {
                    answer::done(here, Page::Need(number), "cards-taken-up")
                }
                (Standing::Published, Kind::Proposal) => {
                    answer::done(here, Page::Proposal(number), "cards-taken-up")
                }
                _ => answer::done(here, Page::SessionRoom(n), "cards-wait"),
            })
        }
        _ => return Ok(StatusCode::METHOD_NOT_ALLOWED.into_response()),
    };
    match done {
        Ok(response) => Ok(response),
        Err(declined) => again(here, &mut state, declined).await,
    }
}

/// The page once more, with what was written and what is wrong with it.
async fn again(
    here: &Here,
    state: &mut FormState,
    declined: Declined,
) -> Result<Response, Declined> {
    keep(state, declined)?;
    let shell = here.shell().await?;
    match drawn(here, &shell, state).await {
        Ok(html) => Ok(answer::again(here, state, html)),
        // There is no such page for this person: what was written is handed back.
        Err(declined) => kept(here, &shell, declined, &state.fields),
    }
}

/// Keeps a photograph that was sent: read and drawn anew beside the asynchronous threads.
pub async fn upload(here: &Here, fields: Fields, file: Vec<u8>) -> Result<Response, Declined> {
    let Page::SessionPhotos(number) = here.page else { return Err(Declined::NotFound) };
    let mut state = here.sent(fields);
    here.not_too_often()?;
    let mut faults = domain::lab::room::photo(&state.fields).err().unwrap_or_default();
    let found = u32::try_from(file.len() / 1_000_000).unwrap_or(u32::MAX);
    let most = u32::try_from(PHOTO_MOST / 1_000_000).unwrap_or(u32::MAX);
    let drawn = if file.is_empty() {
        Err(What::Missing)
    } else if file.len() > PHOTO_MOST {
        Err(What::TooMany { most, found })
    } else {
        let drawing = tokio::task::spawn_blocking(move || photographs::drawn(&file)).await;
        drawing.ok().flatten().ok_or(What::NotAChoice)
    };
    let declined = match drawn {
        Ok(drawn) if faults.is_empty() => {
            let (services, sending) = (here.services(), state.sending());
            let kept =
                room::add_photo(services, &here.ask, number, &state.fields, &drawn, &sending);
            match kept.await {
                Ok(()) => return Ok(answer::done(here, here.page, "photo-added")),
                Err(declined) => declined,
            }
        }
        Ok(_) => Declined::Invalid(faults),
        Err(what) => {
            faults.insert(0, Fault::new("photo", what));
            Declined::Invalid(faults)
        }
    };
    again(here, &mut state, declined).await
}

/// A photograph of the wall, once the minutes are approved; before, for who runs the session.
pub async fn photo(here: &Here, session: i64, number: i64) -> Result<Response, Declined> {
    let (jpeg, public) = room::photo(here.services(), &here.ask, session, number).await?;
    let mut response = jpeg.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("image/jpeg"));
    // One that is removed is gone at the next look.
    let kept = if public { "private, no-cache" } else { "no-store" };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(kept));
    Ok(response)
}
