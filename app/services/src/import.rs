//! Loading an Ambito from a file: whole, in one transaction, or not at all.
//!
//! The format is read and judged in [`domain::import`]; here its times become moments (local time
//! of the Ambito, on the day of loading) and its objects rows. The same file again changes
//! nothing, at whatever moment; another file of the same Ambito is refused with the differences.
//! No password is made, and nothing depends on ground truth, for no type has a place for it.
//!
//! Everything that happened before is recorded in the chain in the order of its own moments,
//! as acts of the installation ([`Operation::ImportAmbito`]); the last is the import itself.
//!
//! - [`frame`]: the Ambito, its people, bodies, plans, indicators
//! - [`voices`]: rounds, sessions, contributions, comments, supports
//! - [`decisions`]: clusters, actions, reviews, acts, answers

mod decisions;
mod frame;
mod voices;

use std::collections::HashMap;
use std::fmt;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use chrono_tz::Tz;
use domain::events::{Details, Subject};
use domain::import::file::File;
use domain::import::{self, Difference, FileFault, Offset};
use domain::people::Actor;
use domain::policy::{self, Facts, Operation, Permit};
use domain::time::{Moment, cut};
use serde_json::Value;
use sha2::{Digest, Sha256};
use store::import::{Act, Rows};
use store::{StoreError, Tx, seals};
use uuid::Uuid;

use crate::{Chance, Declined, Services, commit};

/// What loading a file did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Loaded {
    /// The Ambito is there now.
    New {
        /// Its slug.
        slug: String,
    },
    /// It was there already, from the same file: nothing changed.
    Same {
        /// Its slug.
        slug: String,
    },
}

/// Why a file was not loaded. Nothing was written.
#[derive(Debug)]
pub enum NotLoaded {
    /// The file is faulty: every fault with its path.
    Faulty(Vec<FileFault>),
    /// The Ambito was loaded from another file: where the two differ.
    Different(Vec<Difference>),
    /// It could not be written.
    Broken(Declined),
}

impl fmt::Display for NotLoaded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NotLoaded::Faulty(faults) => write!(f, "{} faults in the file", faults.len()),
            NotLoaded::Different(differences) => {
                write!(f, "loaded from another file: {} differences", differences.len())
            }
            NotLoaded::Broken(declined) => declined.fmt(f),
        }
    }
}

impl std::error::Error for NotLoaded {}

impl From<Declined> for NotLoaded {
    fn from(declined: Declined) -> Self {
        NotLoaded::Broken(declined)
    }
}

impl From<StoreError> for NotLoaded {
    fn from(error: StoreError) -> Self {
        NotLoaded::Broken(error.into())
    }
}

/// Loads a file as a real Ambito.
///
/// # Errors
///
/// [`NotLoaded`]: nothing was written then.
pub async fn load(services: &Services, text: &str, now: Moment) -> Result<Loaded, NotLoaded> {
    load_as(services, text, now, false).await
}

/// Loads a file as a demonstration: marked as one on its pages, and the only kind whose people
/// may get the public password of [`crate::demo`].
///
/// # Errors
///
/// [`NotLoaded`]: nothing was written then.
pub async fn load_demonstration(
    services: &Services,
    text: &str,
    now: Moment,
) -> Result<Loaded, NotLoaded> {
    load_as(services, text, now, true).await
}

async fn load_as(
    services: &Services,
    text: &str,
    now: Moment,
    demonstration: bool,
) -> Result<Loaded, NotLoaded> {
    let now = cut(now);
    // The shape first: what was loaded before is the same at any moment, even one at which a
    // fresh import would be refused because an hour of today hasn't come yet.
    let Ok(file) = import::read(text) else {
        let local = now.with_timezone(&Tz::Europe__Rome).naive_local();
        return Err(NotLoaded::Faulty(match import::load(text, local) {
            Err(faults) => faults,
            Ok(_) => Vec::new(),
        }));
    };
    let value: Value = serde_json::from_str(text).map_err(StoreError::from)?;
    let canonical = import::canonical(&value);
    let slug = file.ambito.slug.clone();
    let mut snapshot = services.look().await?;
    let there = store::import::imported(&mut snapshot, &slug).await?;
    drop(snapshot);
    let same = there.as_ref().and_then(|there| there.canonical.as_ref()) == Some(&canonical);
    if same {
        return Ok(Loaded::Same { slug });
    }
    let clock = Clock::new(&file, now);
    let faults = import::check(&file, now.with_timezone(&clock.zone).naive_local());
    if !faults.is_empty() {
        return Err(NotLoaded::Faulty(faults));
    }
    if let Some(there) = there {
        return Err(differing(there.canonical.as_deref(), &value));
    }
    match write(services, &file, clock, &canonical, demonstration).await {
        Ok(()) => Ok(Loaded::New { slug }),
        Err(Declined::Broken(error)) if error.is_taken() => {
            // Somebody else loaded it meanwhile.
            let mut snapshot = services.look().await?;
            match store::import::imported(&mut snapshot, &slug).await? {
                Some(there) if there.canonical.as_ref() == Some(&canonical) => {
                    Ok(Loaded::Same { slug })
                }
                Some(there) => Err(differing(there.canonical.as_deref(), &value)),
                None => Err(error.into()),
            }
        }
        Err(declined) => Err(declined.into()),
    }
}

fn differing(canonical: Option<&str>, new: &Value) -> NotLoaded {
    let old = canonical.map_or(Ok(Value::Null), serde_json::from_str);
    match old {
        Ok(old) => NotLoaded::Different(import::differences(&old, new)),
        Err(error) => StoreError::from(error).into(),
    }
}

/// Turns times of the file into moments.
#[derive(Debug, Clone, Copy)]
struct Clock {
    zone: Tz,
    today: NaiveDate,
    now: Moment,
}

impl Clock {
    fn new(file: &File, now: Moment) -> Self {
        let zone = file.ambito.time_zone.parse().unwrap_or(Tz::Europe__Rome);
        Clock { zone, today: now.with_timezone(&zone).date_naive(), now }
    }

    /// The moment of an offset.
    fn at(&self, offset: &Offset) -> Moment {
        self.moment(offset.resolve(self.today))
    }

    fn moment(&self, local: NaiveDateTime) -> Moment {
        crate::times::moment(self.zone, local)
    }

    /// First moment after a window whose last minute this is.
    fn after(&self, last_minute: &Offset) -> Moment {
        let local = last_minute.resolve(self.today);
        self.moment(local.checked_add_signed(TimeDelta::minutes(1)).unwrap_or(local))
    }

    fn day(&self, offset: &Offset) -> NaiveDate {
        offset.resolve_date(self.today)
    }
}

/// The spaces of ids of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Space {
    Areas,
    Policies,
    Others,
}

/// A file on its way into the database.
struct Writing<'a> {
    chance: &'a Chance,
    file: &'a File,
    clock: Clock,
    ambito: Uuid,
    permit: Permit,
    ids: HashMap<(Space, &'a str), Uuid>,
    imported: Rows,
    acts: Vec<Act>,
}

async fn write(
    services: &Services,
    file: &File,
    clock: Clock,
    canonical: &str,
    demonstration: bool,
) -> Result<(), Declined> {
    let ambito: Uuid = services.chance.id(clock.now);
    let facts = Facts::of(ambito.into());
    let permit = policy::permit(&Actor::Installation, Operation::ImportAmbito, &facts, clock.now)?;
    let mut writing = Writing {
        chance: &services.chance,
        file,
        clock,
        ambito,
        permit,
        ids: HashMap::new(),
        imported: Rows::of("imported_ids"),
        acts: Vec::new(),
    };
    let mut tx = services.db.write().await?;
    writing.frame(&mut tx, demonstration).await?;
    writing.voices(&mut tx).await?;
    let linked = writing.decisions(&mut tx).await?;
    for id in linked {
        store::counts::restage(&mut tx, &writing.permit, id).await?;
    }
    let mut imports = Rows::of("imports");
    imports.add([
        ("ambito_id", ambito.into()),
        ("at", clock.now.into()),
        ("canonical_hash", <[u8; 32]>::from(Sha256::digest(canonical)).into()),
        ("canonical", canonical.into()),
    ]);
    writing.write(&mut tx, imports).await?;
    let ids = std::mem::replace(&mut writing.imported, Rows::of("imported_ids"));
    writing.write(&mut tx, ids).await?;
    // Sorting keeps acts of the same minute in the order in which they were gathered.
    writing.acts.sort_by_key(|act| act.permit.at());
    let mut sealed = Vec::new();
    for (what, id) in seals::sealable(&mut tx, ambito.into()).await? {
        let salt = services.chance.bytes();
        sealed.extend(seals::seal(&mut tx, &writing.permit, what, id, &salt).await?);
    }
    let details = Details { sealed, ..Details::default() };
    writing.act(clock.now, Subject::Ambito, ambito, details)?;
    store::import::record(&mut tx, &writing.permit, &writing.acts).await?;
    commit(tx).await
}

impl<'a> Writing<'a> {
    /// A new id for an object of the file.
    fn named(&mut self, kind: &'static str, code: &'a str, since: Moment) -> Uuid {
        let id = self.chance.id(since);
        self.is(kind, code, id);
        id
    }

    /// The id of an object of the file.
    fn is(&mut self, kind: &'static str, code: &'a str, id: Uuid) {
        let space = match kind {
            "area" => Space::Areas,
            "policy" => Space::Policies,
            _ => Space::Others,
        };
        self.ids.insert((space, code), id);
        self.imported.add([
            ("ambito_id", self.ambito.into()),
            ("code", code.into()),
            ("kind", kind.into()),
            ("id", id.into()),
        ]);
    }

    fn find(&self, space: Space, code: &str) -> Result<Uuid, StoreError> {
        // The file was checked: every reference leads somewhere.
        let found = self.ids.get(&(space, code)).copied();
        found.ok_or_else(|| StoreError::row("imported_ids", self.ambito, format!("no {code:?}")))
    }

    fn id(&self, code: &str) -> Result<Uuid, StoreError> {
        self.find(Space::Others, code)
    }

    fn maybe(&self, code: Option<&String>) -> Result<Option<Uuid>, StoreError> {
        code.map(|code| self.id(code)).transpose()
    }

    fn policy(&self, code: &str) -> Result<Uuid, StoreError> {
        self.find(Space::Policies, code)
    }

    fn ids_of(&self, codes: &[String]) -> Result<Vec<Uuid>, StoreError> {
        codes.iter().map(|code| self.id(code)).collect()
    }

    async fn write(&self, tx: &mut Tx, rows: Rows) -> Result<(), StoreError> {
        store::import::write(tx, &self.permit, rows).await
    }

    /// Something that was done then, for the chain.
    fn act(
        &mut self,
        at: Moment,
        subject: Subject,
        id: Uuid,
        details: Details,
    ) -> Result<(), Declined> {
        let facts = Facts::of(self.ambito.into());
        let permit = policy::permit(&Actor::Installation, Operation::ImportAmbito, &facts, at)?;
        self.acts.push(Act { permit, subject, id, details });
        Ok(())
    }
}

/// Details that name a class of reason, outcome or state.
fn class(code: &str) -> Details {
    Details { class: Some(code.to_owned()), ..Details::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeZone;

    fn clock() -> Clock {
        let now = chrono::Utc.with_ymd_and_hms(2026, 11, 23, 8, 0, 0).unwrap();
        Clock { zone: Tz::Europe__Rome, today: now.date_naive(), now }
    }

    fn at(local: &str) -> String {
        let local = NaiveDateTime::parse_from_str(local, "%Y-%m-%d %H:%M").unwrap();
        clock().moment(local).format("%Y-%m-%d %H:%M").to_string()
    }

    #[test]
    fn local_time_is_that_of_the_ambito() {
        assert_eq!(at("2026-01-10 12:00"), "2026-01-10 11:00");
        assert_eq!(at("2026-07-10 12:00"), "2026-07-10 10:00");
    }

    #[test]
    fn a_skipped_hour_is_the_later_and_a_doubled_one_the_earlier() {
        assert_eq!(at("2026-03-29 02:30"), "2026-03-29 01:30");
        assert_eq!(at("2026-10-25 02:30"), "2026-10-25 00:30");
    }

    #[test]
    fn the_last_minute_of_a_window_still_counts() {
        let last = Offset { days: 28, time: chrono::NaiveTime::from_hms_opt(23, 59, 0) };
        let after = clock().after(&last);
        assert_eq!(after.to_rfc3339(), "2026-12-21T23:00:00+00:00");
    }
}
