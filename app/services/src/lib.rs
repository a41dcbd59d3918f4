//! What people can do: permit → decide → save → record, in one transaction.
//!
//! An operation begins a transaction and takes the Ambito ([`Services::begin`]), loads the
//! facts, asks [`domain::policy::permit`], lets `domain` decide, writes with the permit, appends
//! to the chain of events and commits. A page reads in one snapshot ([`Services::look`]) and
//! gets a view of [`domain::views`].

pub mod demo;
pub mod import;
pub mod outbox;

pub mod accounts;
pub mod actions;
pub mod ambito;
pub mod appeals;
pub mod ballots;
pub mod bursts;
pub mod check;
pub mod comments;
pub mod contributions;
pub mod coverage;
pub mod days;
pub mod drafts;
pub mod frame;
pub mod lab;
pub mod lines;
pub mod links;
pub mod merging;
pub mod methods;
pub mod moderation;
pub mod moderation_record;
pub mod office;
pub mod outcomes;
pub mod parts;
pub mod people;
pub mod presence;
pub mod proportion;
pub mod receipts;
pub mod round_acts;
pub mod round_design;
pub mod round_reopen;
pub mod round_report;
pub mod rounds;
mod shelves;
pub mod similar;
pub mod softening;
pub mod statements;
pub mod suggested;
pub mod supports;
pub mod table;
#[cfg(feature = "testing")]
pub mod testing;
pub mod threads;
mod times;
pub mod voices;

use std::sync::Arc;

use domain::faults::{Fault, Refusal};
use domain::ids::AmbitoId;
use domain::people::Actor;
use domain::time::Moment;
use store::forms_sent::{self, Before, FormHash};
use store::{Db, Snapshot, StoreError, Tx};
use uuid::Uuid;

/// Why an operation was not done, or a page not shown.
#[derive(Debug, thiserror::Error)]
pub enum Declined {
    /// Fields to correct: the form is drawn again with its values.
    #[error("{} fields are wrong", .0.len())]
    Invalid(Vec<Fault>),
    /// It may not be done; the refusal says why and what next.
    #[error("refused: {}", .0.code())]
    Refused(Refusal),
    /// There is no such thing (or none that this visitor may know of).
    #[error("not found")]
    NotFound,
    /// Somebody else changed it meanwhile: both texts are shown.
    #[error("changed meanwhile: now at version {current}")]
    Stale {
        /// The version that stands now.
        current: i64,
    },
    /// The store failed.
    #[error(transparent)]
    Broken(#[from] StoreError),
}

impl From<Refusal> for Declined {
    fn from(refusal: Refusal) -> Self {
        Declined::Refused(refusal)
    }
}

impl From<Vec<Fault>> for Declined {
    fn from(faults: Vec<Fault>) -> Self {
        Declined::Invalid(faults)
    }
}

/// Fills bytes.
type Fill = dyn Fn(&mut [u8]) + Send + Sync;

/// Where chance comes from: fills bytes. Counted in tests, the system's outside them.
#[derive(Clone)]
pub struct Chance(Arc<Fill>);

impl std::fmt::Debug for Chance {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Chance")
    }
}

impl Chance {
    /// Chance that fills bytes with this function.
    pub fn new(fill: impl Fn(&mut [u8]) + Send + Sync + 'static) -> Self {
        Chance(Arc::new(fill))
    }

    /// Random bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        (self.0)(&mut bytes);
        bytes
    }

    /// A new id: in the order of time, so that indexes grow at their end.
    pub fn id<T: From<Uuid>>(&self, now: Moment) -> T {
        let millis = u64::try_from(now.timestamp_millis()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &self.bytes()).into_uuid().into()
    }
}

/// What services work with.
#[derive(Debug, Clone)]
pub struct Services {
    /// The database.
    pub db: Db,
    /// Chance.
    pub chance: Chance,
    /// Which texts are alike: indexes in memory, shared by all clones.
    pub similar: similar::Indexes,
    /// Supports and votes that wait to be kept, shared by all clones.
    pub lines: lines::Lines,
    /// What most pages read alike, shared by all clones.
    pub frames: frame::Frames,
    /// Opinion groups that were worked out, shared by all clones.
    pub opinions: statements::Opinions,
    /// The operator's sentence model, if there is one.
    pub meanings: Option<Arc<dyn similar::Meanings>>,
}

/// Who asks, where and when.
#[derive(Debug, Clone)]
pub struct Asking {
    /// Where.
    pub ambito: AmbitoId,
    /// Who.
    pub actor: Actor,
    /// When, on the server's clock.
    pub now: Moment,
}

impl Services {
    /// Services over a database.
    pub fn new(db: Db, chance: Chance) -> Self {
        let (similar, lines) = (similar::Indexes::default(), lines::Lines::default());
        let (frames, opinions) = (frame::Frames::default(), statements::Opinions::default());
        Services { db, chance, similar, lines, frames, opinions, meanings: None }
    }

    /// Begins to read: everything in one snapshot.
    pub async fn look(&self) -> Result<Snapshot, Declined> {
        Ok(self.db.read().await?)
    }

    /// Begins an operation: a transaction that holds the Ambito.
    pub async fn begin(&self, ambito: AmbitoId) -> Result<Tx, Declined> {
        let mut tx = self.db.write().await?;
        store::chain::lock(&mut tx, ambito).await?;
        Ok(tx)
    }
}

/// What the first sending of a form made; refused if that one said something else.
pub(crate) async fn made(
    snapshot: &mut Snapshot,
    form: Option<&FormHash>,
) -> Result<Option<Uuid>, Declined> {
    match forms_sent::before(snapshot, form).await? {
        Before::Not => Ok(None),
        Before::Made(subject) => Ok(Some(subject)),
        Before::Otherwise => Err(Refusal::SentBefore.into()),
    }
}

/// Commits; the write is synced when this returns.
pub(crate) async fn commit(tx: Tx) -> Result<(), Declined> {
    Ok(tx.commit().await?)
}
