//! What most pages of an Ambito read alike, and operations rarely change: its head, territory,
//! policies, rounds, profile. Kept in memory as long as the Ambito's version stands, which every
//! operation raises in its own transaction: a frame is as true as the snapshot it is read with.
//! Operations don't decide by it; they read their facts in their own transaction.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use domain::ids::{AmbitoId, AreaId};
use domain::rounds::RoundMark;
use domain::time::Moment;
use store::merge_life::Window;
use store::read::ambito::{Head, Indicator, Municipality, Policy};
use store::read::rounds::StoredRound;
use store::{Snapshot, chain, merge_life, read};

use crate::{Declined, Services};

/// The frame of an Ambito at one version.
#[derive(Debug)]
pub struct Frame {
    /// Whose it is.
    pub ambito: AmbitoId,
    /// Header and footer, languages, inhabitants.
    pub head: Head,
    /// Municipalities, the lead one first.
    pub places: Vec<Municipality>,
    /// Areas: id, code, name.
    pub areas: Vec<(AreaId, String, String)>,
    /// Policies in the order of the plan.
    pub policies: Vec<Policy>,
    /// All rounds, drafts too, by number.
    pub rounds: Vec<StoredRound>,
    /// The community profile.
    pub profile: Vec<Indicator>,
    /// Objection windows of merges that are not done with.
    pub objections: Vec<Window>,
}

impl Frame {
    /// Whether the clock has applied a merge, and nobody has written so yet.
    pub fn due(&self, now: Moment) -> bool {
        self.objections.iter().any(|window| !window.contested && window.closes <= now)
    }

    /// First moment of each window of an announced round or a merge, and first moment after it:
    /// when pages change by the clock alone.
    pub fn windows(&self) -> Vec<(Moment, Moment)> {
        self.rounds
            .iter()
            .map(|stored| &stored.round)
            .filter(|round| round.mark != RoundMark::Draft)
            .map(|round| (round.opens, round.closes))
            .chain(self.objections.iter().map(|window| (window.opens, window.closes)))
            .collect()
    }
}

/// A frame and the version it is of.
type Kept = (i64, Arc<Frame>);

/// The frames of all Ambiti, each at the newest version that was asked for.
#[derive(Debug, Clone, Default)]
pub struct Frames(Arc<Mutex<HashMap<AmbitoId, Kept>>>);

impl Frames {
    fn get(&self, ambito: AmbitoId, version: i64) -> Option<Arc<Frame>> {
        let frames = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        frames.get(&ambito).filter(|(kept, _)| *kept == version).map(|(_, frame)| frame.clone())
    }

    fn keep(&self, ambito: AmbitoId, version: i64, frame: &Arc<Frame>) {
        let mut frames = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = frames.entry(ambito).or_insert_with(|| (version, frame.clone()));
        if kept.0 < version {
            *kept = (version, frame.clone());
        }
    }
}

impl Services {
    /// The frame as a snapshot sees it.
    pub async fn frame(
        &self,
        snapshot: &mut Snapshot,
        ambito: AmbitoId,
    ) -> Result<Arc<Frame>, Declined> {
        let version = chain::version(snapshot, ambito).await?.ok_or(Declined::NotFound)?;
        if let Some(frame) = self.frames.get(ambito, version) {
            return Ok(frame);
        }
        let frame = Arc::new(Frame {
            ambito,
            head: read::ambito::head(snapshot, ambito).await?.ok_or(Declined::NotFound)?,
            places: read::ambito::municipalities(snapshot, ambito).await?,
            areas: read::ambito::areas(snapshot, ambito).await?,
            policies: read::ambito::policies(snapshot, ambito).await?,
            rounds: read::rounds::of_ambito(snapshot, ambito).await?,
            profile: read::ambito::profile(snapshot, ambito).await?,
            objections: merge_life::windows(snapshot, ambito).await?,
        });
        self.frames.keep(ambito, version, &frame);
        Ok(frame)
    }

    /// The frame at a version that was just read, or at a newer one.
    pub async fn frame_at(&self, ambito: AmbitoId, version: i64) -> Result<Arc<Frame>, Declined> {
        match self.frames.get(ambito, version) {
            Some(frame) => Ok(frame),
            None => self.frame(&mut self.look().await?, ambito).await,
        }
    }
}
