//! What happens at a workbench while one works there, as server-sent events: who else is there,
//! and that the Ambito has moved on to another version.
//!
//! However many listen, a server asks the database once a [`TURN`] for each round, in a task that
//! ends when nobody listens; no snapshot stays open. Several servers on one database see each
//! other's people, because the table is what is asked. A stream ends when its person signs out
//! (their row is gone, so their right is asked again), when they lose the right, and when the
//! server stops.

use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use app::parts::presence as words;
use app::texts::Texts;
use app::urls::Lang;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Response};
use domain::ids::{PersonId, RoundId};
use domain::merging::presence::UnderReading;
use services::presence::{self, Place};
use services::{Asking, Declined};
use tokio::sync::{mpsc, watch};
use tokio::time::MissedTickBehavior;
use tokio_stream::wrappers::ReceiverStream;

use crate::here::{Here, Site};

/// How often the database is asked for a round.
const TURN: Duration = Duration::from_millis(1_500);
/// How often something is said on a quiet stream, and its person is written down as there.
const BEAT: Duration = Duration::from_secs(15);
/// How long a browser waits before it asks again by itself, where the island doesn't.
const RETRY: Duration = Duration::from_secs(5);
/// The most streams of one person on one server: a browser has six connections to a host.
const STREAMS: usize = 4;

/// Name of the event: who else is there, in words.
const PEOPLE: &str = "people";
/// Name of the event: who else is there, without what they read: what is said aloud.
const NAMES: &str = "names";
/// Name of the event: the version at which the Ambito stands.
const VERSION: &str = "version";
/// Name of the event: nothing more will come, don't ask again.
const END: &str = "end";

/// Somebody there, and what they read: what a change is told by.
type There = (PersonId, domain::views::AtBench);

/// What is known of a bench.
#[derive(Debug, Clone, Default, PartialEq)]
struct Bench {
    version: i64,
    people: Vec<There>,
}

/// The benches at which somebody listens, and who does.
#[derive(Debug)]
pub struct Live {
    benches: Mutex<HashMap<RoundId, Arc<watch::Sender<Option<Bench>>>>>,
    listening: Mutex<HashMap<Place, usize>>,
    stop: watch::Sender<bool>,
}

impl Default for Live {
    fn default() -> Self {
        let (benches, listening) = (Mutex::default(), Mutex::default());
        Live { benches, listening, stop: watch::Sender::new(false) }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Live {
    /// Ends all streams, now and from now on: the server stops.
    pub fn stop(&self) {
        self.stop.send_replace(true);
    }

    /// One stream more of a person, if they may have one.
    fn enter(&self, place: Place) -> bool {
        let mut listening = lock(&self.listening);
        let of_person = listening.iter().filter(|(other, _)| other.person == place.person);
        if of_person.map(|(_, streams)| streams).sum::<usize>() >= STREAMS {
            return false;
        }
        *listening.entry(place).or_insert(0) += 1;
        true
    }

    /// One stream less; whether it was their last at this bench.
    fn leave(&self, place: Place) -> bool {
        let mut listening = lock(&self.listening);
        if let Some(streams) = listening.get_mut(&place) {
            *streams -= 1;
            if *streams > 0 {
                return false;
            }
        }
        listening.remove(&place);
        true
    }
}

/// Listens at the bench of a round, beginning the task that asks for it if there is none.
fn listen(site: &Arc<Site>, slug: &str, round: RoundId) -> watch::Receiver<Option<Bench>> {
    let mut benches = lock(&site.live.benches);
    if let Some(bench) = benches.get(&round) {
        let mut heard = bench.subscribe();
        // What is known already is news for who comes.
        heard.mark_changed();
        return heard;
    }
    let (tell, heard) = watch::channel(None);
    let tell = Arc::new(tell);
    benches.insert(round, tell.clone());
    tokio::spawn(ask_for(site.clone(), slug.to_owned(), round, tell));
    heard
}

/// Asks for a bench until nobody listens.
async fn ask_for(
    site: Arc<Site>,
    slug: String,
    round: RoundId,
    tell: Arc<watch::Sender<Option<Bench>>>,
) {
    let mut turn = tokio::time::interval(TURN);
    turn.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        turn.tick().await;
        {
            let mut benches = lock(&site.live.benches);
            if tell.receiver_count() == 0 {
                benches.remove(&round);
                return;
            }
        }
        let Some(&(_, version)) = site.versions.read().await.as_ref().and_then(|v| v.get(&slug))
        else {
            continue;
        };
        match presence::now(&site.services, round, (site.clock)()).await {
            Ok(seen) => {
                let people = seen.iter().map(|one| one.person).zip(presence::others(&seen, None));
                let bench = Some(Bench { version, people: people.collect() });
                tell.send_if_modified(|known| {
                    let moved = *known != bench;
                    if moved {
                        *known = bench;
                    }
                    moved
                });
            }
            Err(error) => tracing::warn!(%error, "who is at a workbench could not be read"),
        }
    }
}

/// One person's stream.
struct Stream {
    site: Arc<Site>,
    lang: Lang,
    ask: Asking,
    token: Option<String>,
    round: i64,
    reading: Option<UnderReading>,
    place: Place,
    say: mpsc::Sender<Result<Event, Infallible>>,
}

impl Stream {
    /// Whether its person may still be there, by their session and roles as of now; written down.
    async fn stays(&mut self) -> bool {
        let now = (self.site.clock)();
        let services = &self.site.services;
        let token = self.token.as_deref();
        match services::accounts::actor(services, token, self.ask.ambito, now).await {
            Ok(actor) => self.ask = Asking { actor, now, ..self.ask.clone() },
            Err(error) => {
                tracing::warn!(%error, "a stream goes on unasked for now");
                return true;
            }
        }
        match presence::see(services, &self.ask, self.round, self.reading).await {
            Ok(_) => true,
            Err(Declined::Broken(error)) => {
                tracing::warn!(%error, "who is at a workbench could not be written down");
                true
            }
            Err(_) => false,
        }
    }

    async fn say(&self, event: Event) -> bool {
        self.say.send(Ok(event)).await.is_ok()
    }

    /// Tells what changed until there is nobody to tell, or no right to it. Whether it ended here,
    /// and not in the browser.
    async fn run(&mut self, mut heard: watch::Receiver<Option<Bench>>) -> bool {
        let mut stopping = self.site.live.stop.subscribe();
        let mut beat = tokio::time::interval_at(tokio::time::Instant::now() + BEAT, BEAT);
        beat.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let (mut told, mut called, mut version) = (None, None, None);
        loop {
            tokio::select! {
                () = self.say.closed() => return false,
                () = async { drop(stopping.wait_for(|stop| *stop).await) } => return false,
                _ = beat.tick() => {
                    if !self.stays().await {
                        return true;
                    }
                    if !self.say(Event::default().comment("")).await {
                        return false;
                    }
                }
                changed = heard.changed() => {
                    if changed.is_err() {
                        return false;
                    }
                    let Some(bench) = heard.borrow_and_update().clone() else { continue };
                    let me = self.place.person;
                    // Their row is gone: they signed out, here or at another server.
                    if !bench.people.iter().any(|(person, _)| *person == me) && !self.stays().await {
                        return true;
                    }
                    if version.replace(bench.version) != Some(bench.version) {
                        let event = Event::default().event(VERSION).data(bench.version.to_string());
                        if !self.say(event).await {
                            return false;
                        }
                    }
                    let others = bench.people.into_iter().filter(|(person, _)| *person != me);
                    let others: Vec<_> = others.map(|(_, one)| one).collect();
                    let words = words::now(Texts::of(self.lang), &others);
                    if told.as_ref() != Some(&words) {
                        if !self.say(Event::default().event(PEOPLE).data(&words)).await {
                            return false;
                        }
                        told = Some(words);
                    }
                    let names = words::names(Texts::of(self.lang), &others);
                    if called.as_ref() != Some(&names) {
                        if !self.say(Event::default().event(NAMES).data(&names)).await {
                            return false;
                        }
                        called = Some(names);
                    }
                }
            }
        }
    }
}

/// The stream of a workbench, for whoever may work at it.
pub async fn answer(here: &Here, round: i64) -> Response {
    let reading = here.query.text(app::pages::workbench::READ);
    let reading = UnderReading::parse(reading);
    let site = &here.site;
    if *site.live.stop.borrow() {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    let place = match presence::see(here.services(), &here.ask, round, reading).await {
        Ok(place) => place,
        Err(Declined::NotFound) => return StatusCode::NOT_FOUND.into_response(),
        Err(Declined::Broken(error)) => {
            tracing::error!(%error, "no stream of a workbench");
            return StatusCode::SERVICE_UNAVAILABLE.into_response();
        }
        Err(_) => return StatusCode::FORBIDDEN.into_response(),
    };
    if !site.live.enter(place) {
        return StatusCode::TOO_MANY_REQUESTS.into_response();
    }
    let (say, said) = mpsc::channel(8);
    let heard = listen(site, &here.slug, place.round);
    let mut stream = Stream {
        site: site.clone(),
        lang: here.lang,
        ask: here.ask.clone(),
        token: here.token.clone(),
        round,
        reading,
        place,
        say,
    };
    tokio::spawn(async move {
        // How long to wait, before anything else.
        let begun = stream.say(Event::default().retry(RETRY)).await;
        if begun && stream.run(heard).await {
            stream.say(Event::default().event(END).data(END)).await;
        }
        let (live, services) = (&stream.site.live, &stream.site.services);
        if live.leave(place)
            && let Err(error) = presence::leave(services, place).await
        {
            tracing::warn!(%error, "who left a workbench is there a little longer");
        }
    });
    let mut response = Sse::new(ReceiverStream::new(said)).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // A proxy in front must pass each line on at once.
    headers.insert(HeaderName::from_static("x-accel-buffering"), HeaderValue::from_static("no"));
    response
}
