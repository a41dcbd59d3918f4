//! Who has been heard in a round: published at most once a day, by whoever asks first.
//!
//! The publication is the installation's act, not that of who asks: they learn nothing that the
//! next does not learn. Pages are made of the last publication alone (`domain::coverage`).

use std::collections::HashMap;

use domain::contributions::{Channel, Kind};
use domain::coverage::{Dimension, Expected, Key, Table, UNSAID, meter, publish};
use domain::people::{Actor, AgeBand};
use domain::policy::{Facts, Operation, permit};
use domain::rounds::RoundState;
use domain::territory::Category;
use domain::views::CoveragePage;
use store::coverage::Published;
use store::identity::Heard;
use store::read::ambito::Municipality;
use store::read::rounds::StoredRound;
use store::{identity, read};

use crate::rounds::takes;
use crate::{Asking, Declined, Services, commit, days};

/// The code of the cell of languages that the Ambito does not name.
pub const OTHER_LANGUAGE: &str = "altra";

/// Whether a round has coverage to speak of: it takes needs or proposals, and is announced.
pub(crate) fn has(ask: &Asking, stored: &StoredRound) -> bool {
    let listens = takes(&stored.round, Kind::Need) || takes(&stored.round, Kind::Proposal);
    listens && stored.round.state(ask.now) != RoundState::Draft
}

/// Who has been heard in a round, as it was last published.
pub async fn page(
    services: &Services,
    ask: &Asking,
    number: i64,
) -> Result<CoveragePage, Declined> {
    let mut snapshot = services.look().await?;
    let stored = read::rounds::by_number(&mut snapshot, ask.ambito, number).await?;
    let stored = stored.filter(|stored| has(ask, stored)).ok_or(Declined::NotFound)?;
    let places = read::ambito::municipalities(&mut snapshot, ask.ambito).await?;
    let mut last = store::coverage::last(&mut snapshot, stored.round.id).await?;
    let silent = store::coverage::silent(&mut snapshot, ask.ambito, stored.round.id).await?;
    drop(snapshot);
    if due(ask, &stored, last.as_ref()) {
        last = publish_now(services, ask, &stored, &places).await?;
    }
    let expected = [Expected {
        of: vec![Dimension::Municipalities],
        people: places
            .iter()
            .map(|place| {
                // Populations are far below what a float holds exactly.
                (Key { code: place.row.code.clone(), with: None }, place.row.population as f64)
            })
            .collect(),
    }];
    Ok(CoveragePage {
        round: stored.reference(ask.now),
        opens: stored.round.opens,
        closes: stored.round.closes,
        at: last.as_ref().map(|last| last.at),
        meter: last.map(|last| meter(&last.publication, &expected)),
        places: places.iter().map(Municipality::place).collect(),
        silent,
    })
}

/// Whether a new publication is to be made: none today yet while voices come in, and a last one
/// once they don't any more.
fn due(ask: &Asking, stored: &StoredRound, last: Option<&Published>) -> bool {
    match stored.round.state(ask.now) {
        RoundState::Open | RoundState::Suspended => {
            last.is_none_or(|last| days::day(last.at) < days::day(ask.now))
        }
        RoundState::Closed | RoundState::InSynthesis => last.is_none_or(|last| {
            last.at < stored.round.closes && days::day(last.at) < days::day(ask.now)
        }),
        RoundState::GivenBack | RoundState::Archived => last.is_none(),
        RoundState::Draft | RoundState::Scheduled => false,
    }
}

/// Makes a publication and keeps it. What can't follow on the last one leaves that one standing.
async fn publish_now(
    services: &Services,
    ask: &Asking,
    stored: &StoredRound,
    places: &[Municipality],
) -> Result<Option<Published>, Declined> {
    let round = stored.round.id;
    // Counted before the Ambito is taken: it may take long, and a voice more or less is the same.
    let mut snapshot = services.look().await?;
    let heard = identity::heard(&mut snapshot, round).await?;
    let head = read::ambito::head(&mut snapshot, ask.ambito).await?;
    let languages = head.map(|head| head.languages).unwrap_or_default();
    drop(snapshot);
    let mut tx = services.begin(ask.ambito).await?;
    let last = store::coverage::last(&mut tx, round).await?;
    if !due(ask, stored, last.as_ref()) {
        return Ok(last);
    }
    let tables = tables(&heard, places, &languages);
    let earlier = last.as_ref().map(|last| &last.publication);
    let Ok(publication) = publish(heard.people, &tables, earlier) else { return Ok(last) };
    let facts = Facts::within(ask.ambito, &stored.round);
    let permit = permit(&Actor::Installation, Operation::PublishCoverage, &facts, ask.now)?;
    store::coverage::publish(&mut tx, &permit, round, &publication).await?;
    let now = store::coverage::last(&mut tx, round).await?;
    commit(tx).await?;
    Ok(now)
}

/// The tables of a publication: one a dimension, each with a cell for all others.
fn tables(heard: &Heard, places: &[Municipality], languages: &[String]) -> Vec<Table> {
    let table = |dimension, codes: Vec<String>, rest: &str, counts: &HashMap<String, u32>| {
        let known: u32 = codes.iter().filter_map(|code| counts.get(code)).sum();
        let count = |code: String| {
            let n = counts.get(&code).copied().unwrap_or(0);
            (code, n)
        };
        let rest = (rest.to_owned(), heard.people - known);
        Table::of(dimension, codes.into_iter().map(count).chain([rest]))
    };
    let of = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect::<Vec<_>>();
    let categories: Vec<&str> = Category::ALL.iter().map(|one| one.code()).collect();
    let ages: Vec<&str> = AgeBand::ALL.iter().map(|one| one.code()).collect();
    let channels: Vec<&str> = Channel::ALL.iter().map(|one| one.code()).collect();
    let codes = places.iter().map(|place| place.row.code.clone()).collect();
    vec![
        table(Dimension::Categories, of(&categories), UNSAID, &heard.categories),
        table(Dimension::Municipalities, codes, UNSAID, &heard.municipalities),
        table(Dimension::Ages, of(&ages), UNSAID, &heard.ages),
        table(Dimension::Languages, languages.to_vec(), OTHER_LANGUAGE, &heard.languages),
        table(Dimension::Channels, of(&channels), UNSAID, &heard.channels),
    ]
}
