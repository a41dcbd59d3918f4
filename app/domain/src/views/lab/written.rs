//! After a session.

use serde::{Deserialize, Serialize};

use super::{SessionRef, WallColumn};
use crate::contributions::Stage;
use crate::lab::minutes::Outline;
use crate::outcomes::Outcome;
use crate::people::AgeBand;
use crate::suppression::Shown;
use crate::territory::Category;
use crate::time::Moment;
use crate::views::{Breakdown, ContributionRef, May};

/// A photograph of the wall.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionPhoto {
    /// Its number in the session.
    pub number: i64,
    /// What is to be seen.
    pub alt: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// Dots of a session as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DotCount {
    /// People who had dots.
    pub people: u32,
    /// Dots each.
    pub each: u32,
    /// Dots nobody used.
    pub blanks: u32,
}

/// A version of the minutes of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionMinutes {
    /// Which, from 1.
    pub version: i64,
    /// Its words, which may be Markdown.
    pub words: String,
    /// Why it was written anew; empty for the first.
    pub why: String,
    /// When.
    pub at: Moment,
}

/// What was decided on a correction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorrectionAnswer {
    /// It is in the minutes now.
    pub taken: bool,
    /// Why, or how.
    pub reason: String,
    /// When.
    pub at: Moment,
}

/// What somebody who was there asks to correct, without whose it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// Its number in the session.
    pub number: i64,
    /// The version of the minutes that was read.
    pub version: i64,
    /// Its words.
    pub words: String,
    /// When.
    pub at: Moment,
    /// The answer, once there is one.
    pub answer: Option<CorrectionAnswer>,
}

/// Minutes of a session, for who runs it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionMinutesDesk {
    /// Which.
    pub session: SessionRef,
    /// Versions, the newest in front.
    pub versions: Vec<SessionMinutes>,
    /// What a first version is made of.
    pub outline: Outline,
    /// Until when who was there may correct; none before they were sent.
    pub correct_until: Option<Moment>,
    /// What they ask to correct.
    pub corrections: Vec<Correction>,
    /// People with an account who were there: they get a message.
    pub linked: u32,
    /// May end the session.
    pub may_end: May,
    /// May write the minutes, send them once, and answer.
    pub may_write: May,
    /// May approve them.
    pub may_approve: May,
}

impl SessionMinutesDesk {
    /// The version that stands.
    pub fn newest(&self) -> Option<&SessionMinutes> {
        self.versions.first()
    }

    /// Corrections nobody has answered yet.
    pub fn unanswered(&self) -> impl Iterator<Item = &Correction> {
        self.corrections.iter().filter(|one| one.answer.is_none())
    }

    /// Something was taken in after the newest version was written.
    pub fn to_be_written(&self) -> bool {
        let written = self.newest().map(|newest| newest.at);
        self.corrections
            .iter()
            .filter_map(|one| one.answer.as_ref())
            .any(|answer| answer.taken && written.is_none_or(|written| answer.at > written))
    }
}

/// What somebody may read of the minutes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum MinutesReading {
    /// They are not written, or not sent yet.
    NotYet,
    /// They are read by who was there: a code shows that one was.
    AskCode {
        /// Until when they may be corrected.
        until: Moment,
    },
    /// Who was there reads them.
    Draft {
        /// The newest version.
        minutes: SessionMinutes,
        /// Until when they may be corrected.
        until: Moment,
        /// May ask to correct them now.
        may_correct: May,
    },
    /// Everybody reads them.
    Approved {
        /// As they were approved.
        minutes: SessionMinutes,
    },
    /// A file brought the session, without minutes.
    NeverWritten,
}

/// Minutes of a session: for who was there, then for all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionMinutesPage {
    /// Which.
    pub session: SessionRef,
    /// What may be read.
    pub reading: MinutesReading,
    /// Corrections that were asked, with their answers; empty for who can't read the minutes.
    pub corrections: Vec<Correction>,
}

/// A session in numbers, as they may be told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionNumbers {
    /// Who had registered; none where nobody counted.
    pub registered: Option<Shown>,
    /// Who was there.
    pub present: Shown,
    /// Of these, or where a file says so beside them, who had not registered; none where it would
    /// tell of few.
    pub walk_ins: Option<Shown>,
    /// A file brought the session, and counts who had not registered beside those present.
    pub walk_ins_beside: bool,
    /// By municipality; without one for who didn't say.
    pub municipalities: Breakdown<Option<String>>,
    /// By category.
    pub categories: Breakdown<Option<Category>>,
    /// By age.
    pub ages: Breakdown<Option<AgeBand>>,
    /// Cards that are shown.
    pub cards: u32,
    /// Columns.
    pub columns: u32,
    /// Needs made of cards.
    pub needs: u32,
    /// Proposals made of cards.
    pub proposals: u32,
}

/// The report of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionReport {
    /// Its version.
    pub version: i64,
    /// What surprised.
    pub learned: String,
    /// What will change.
    pub changes: String,
    /// Words quoted with leave, each with the number of its card.
    pub quotations: Vec<(i64, String)>,
    /// Quotations whose leave was taken back since.
    pub taken_back: u32,
    /// When.
    pub at: Moment,
}

/// A need or a proposal that was made of cards, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MadeVoice {
    /// Which.
    pub contribution: ContributionRef,
    /// How far along its thread.
    pub stage: Stage,
    /// What became of it.
    pub outcome: Option<Outcome>,
}

/// What came out of a session, for all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionTold {
    /// The wall.
    pub columns: Vec<WallColumn>,
    /// The dots, if there were any and enough people had them to be told.
    pub dots: Option<DotCount>,
    /// Dots on cards that are not shown any more.
    pub dots_elsewhere: u32,
    /// Photographs.
    pub photos: Vec<SessionPhoto>,
    /// In numbers.
    pub numbers: SessionNumbers,
    /// What was made of its cards.
    pub made: Vec<MadeVoice>,
    /// The approved minutes; none where a file brought the session.
    pub minutes: Option<String>,
    /// The report, once the session is given back.
    pub report: Option<SessionReport>,
}

/// A card whose words may be quoted, or no more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuotableCard {
    /// Its number in the session.
    pub number: i64,
    /// Its words.
    pub words: String,
    /// The newest report quotes it.
    pub quoted: bool,
    /// When its leave was taken back.
    pub ended: Option<Moment>,
}

/// The report of a session, for who writes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionReportDesk {
    /// Which.
    pub session: SessionRef,
    /// In numbers, as the report tells them.
    pub numbers: SessionNumbers,
    /// The dots.
    pub dots: Option<DotCount>,
    /// What was made of its cards.
    pub made: Vec<MadeVoice>,
    /// The newest version.
    pub report: Option<SessionReport>,
    /// Cards that may be quoted, and those whose leave was taken back.
    pub cards: Vec<QuotableCard>,
    /// May write it.
    pub may_write: May,
    /// May give the session back.
    pub may_give_back: May,
}
