//! What can be wrong with what somebody sent, and why something may not be done.
//!
//! Neither holds a text: pages find the words in the Fluent files by `code()`.

use serde::{Deserialize, Serialize};

use crate::people::IdentityLevel;
use crate::time::Moment;

/// One thing wrong with one field of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// The field's name in the form.
    pub field: String,
    /// What is wrong with it.
    pub what: What,
}

impl Fault {
    /// A fault of a field.
    pub fn new(field: impl Into<String>, what: What) -> Self {
        Fault { field: field.into(), what }
    }
}

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// Nothing was written.
    Missing,
    /// Fewer words than a reader needs to understand.
    TooFewWords {
        /// The least.
        least: u32,
    },
    /// More characters than the field takes.
    TooLong {
        /// The most.
        most: u32,
        /// How many there are.
        found: u32,
    },
    /// None of the choices offered.
    NotAChoice,
    /// Not a whole number, or not an amount.
    NotANumber,
    /// Not a date.
    NotADate,
    /// Fewer were chosen than are needed.
    TooFew {
        /// The least.
        least: u32,
    },
    /// More were chosen, or a greater number was given, than is allowed.
    TooMany {
        /// The most.
        most: u32,
        /// How many there are.
        found: u32,
    },
    /// Chosen twice where each may be chosen once.
    Repeated,
    /// Numbers that must add up don't.
    DoesNotAddUp {
        /// What they should come to.
        expected: u32,
        /// What they come to.
        found: u32,
    },
    /// Two people counted the same and wrote different numbers.
    Differs,
    /// The excerpt does not stand in the source word for word.
    NotInSource,
    /// The same as it was, where something else was to be written.
    Unchanged,
    /// The code is not a receipt code, or belongs to no text.
    UnknownCode,
    /// E-mail and password do not go together.
    WrongCredentials,
    /// Says the contrary of another field.
    Contradicts,
    /// An outcome that the votes don't carry.
    AgainstVotes {
        /// In favour, without an interest.
        favour: u32,
        /// Against, without an interest.
        against: u32,
        /// Abstained, without an interest.
        abstained: u32,
    },
    /// Not an e-mail address.
    NotAnAddress,
    /// Somebody has it already.
    Taken,
    /// A text that is not public.
    NotPublic,
    /// A text of another round.
    OtherRound,
}

impl What {
    /// The end of the Fluent key `fault-…`.
    pub const fn code(self) -> &'static str {
        match self {
            What::Missing => "missing",
            What::TooFewWords { .. } => "too-few-words",
            What::TooLong { .. } => "too-long",
            What::NotAChoice => "not-a-choice",
            What::NotANumber => "not-a-number",
            What::NotADate => "not-a-date",
            What::TooFew { .. } => "too-few",
            What::TooMany { .. } => "too-many",
            What::Repeated => "repeated",
            What::DoesNotAddUp { .. } => "does-not-add-up",
            What::Differs => "differs",
            What::NotInSource => "not-in-source",
            What::Unchanged => "unchanged",
            What::UnknownCode => "unknown-code",
            What::WrongCredentials => "wrong-credentials",
            What::Contradicts => "contradicts",
            What::AgainstVotes { .. } => "against-votes",
            What::NotAnAddress => "not-an-address",
            What::Taken => "taken",
            What::NotPublic => "not-public",
            What::OtherRound => "other-round",
        }
    }
}

/// Why something may not be done. Each has a sentence that says why and what next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "why")]
pub enum Refusal {
    /// Nobody is signed in, and this needs somebody.
    SignInNeeded,
    /// The identity is known too little.
    LevelTooLow {
        /// What is needed.
        needed: IdentityLevel,
    },
    /// None of the person's roles gives this right.
    NotYourRole,
    /// The text is somebody else's.
    NotYours,
    /// The round opens later.
    NotYetOpen {
        /// When.
        opens: Moment,
    },
    /// The round has closed.
    Closed {
        /// When it did.
        closed: Moment,
    },
    /// The round is suspended.
    Suspended,
    /// The round does not ask for this.
    NotOpened,
    /// Not public (any more, or yet).
    NotPublic,
    /// Already public, so no longer correctable.
    AlreadyPublic,
    /// The action lacks what the Tavolo must have (invariant 6).
    NotReady {
        /// What is missing.
        missing: Vec<crate::actions::Missing>,
    },
    /// Too few members present without an interest (invariant 13).
    NoQuorum {
        /// Present without an interest.
        counted: u32,
        /// The least.
        minimum: u32,
    },
    /// Who drafted it can't decide on it.
    OwnDraft,
    /// Who decides has an interest and must leave it to others.
    Interest,
    /// It has been decided or undone already.
    AlreadyDone,
    /// The time in which a comment can be edited is over.
    EditOver {
        /// Since when.
        since: Moment,
    },
    /// Who wrote a text does not decide on it.
    OwnText,
    /// Somebody else is reading the case.
    Claimed {
        /// Until when, unless they decide or let go before.
        until: Moment,
    },
    /// Who decided does not decide on the appeal.
    SameDecider,
    /// Who proposed it does not confirm it.
    SameProposer,
    /// This person's comments are suspended.
    CommentsSuspended {
        /// Until when.
        until: Moment,
    },
    /// The action lies at the Tavolo, as it is, until the Tavolo decides.
    AtTable,
    /// The Tavolo has decided on the action: its sheet stays as it was decided on.
    Decided,
    /// Contributions without an outcome are left (invariant 5).
    Unanswered {
        /// How many.
        left: u32,
    },
    /// The round lacks what its kind must have before it is announced.
    RoundNotWhole {
        /// What is missing.
        gaps: Vec<crate::rounds::design::Gap>,
    },
    /// Things of different rounds or kinds were put together.
    DoNotBelong,
    /// The round has opened: its draft changes by amendments alone.
    DraftFixed,
    /// The paragraph is no longer in the draft.
    ParagraphGone,
    /// The organisation is not among those invited to the round, or admitted to it.
    NotInvited,
    /// The round is still open: this comes after it.
    StillOpen {
        /// When it closes.
        closes: Moment,
    },
    /// Amendments nobody has decided on are left.
    Undecided {
        /// How many.
        left: u32,
    },
    /// Activities for which nobody answers by a date (invariant 7).
    Unassigned {
        /// How many.
        left: u32,
    },
    /// The action has no activity: there is nothing to start.
    NoActivities,
    /// The action isn't approved, or is over.
    NotApproved,
    /// In use: an action was drafted from it.
    InUse,
    /// Clusters that stand use parts of the text: they can't be rejoined.
    PartsInUse {
        /// Numbers of the clusters.
        clusters: Vec<i64>,
    },
    /// Who proposed a merge does not mediate it.
    OwnMerge,
    /// Nobody objects to the merge, so there is nothing to mediate.
    NotContested,
    /// The time to answer a merge is over.
    ObjectionsOver {
        /// Since when.
        closed: Moment,
    },
    /// The merge is not applied yet: no action comes from it.
    MergeNotApplied,
    /// Merges nobody has decided on are left.
    MergesUndecided {
        /// How many.
        left: u32,
    },
    /// The text is in another cluster or draft: it enters a second one only with a marked excerpt.
    TextElsewhere {
        /// Its number.
        text: i64,
        /// Where it is.
        place: crate::merging::bench::Place,
    },
    /// The draft was proposed or discarded.
    DraftEnded,
    /// What the act did was changed by a later one.
    ChangedSince {
        /// Number of the later act.
        act: i64,
        /// Who did it, by office; empty if they hold none any more.
        by: String,
    },
    /// This form was sent before, with other words.
    SentBefore,
    /// The round has opened: what was declared of its ballots stays.
    BallotFrozen,
    /// The result of a ballot can't be seen yet.
    ResultsLater,
    /// Too few voted for the result to be published.
    TooFewBallots,
    /// This person has voted, or holds what to vote with, in another channel.
    VotedElsewhere,
    /// A session of the Community Lab stands where this is not done.
    SessionStands {
        /// Where it stands.
        state: crate::lab::SessionState,
    },
    /// The room is full.
    SessionFull {
        /// How many it takes.
        capacity: u32,
    },
    /// Dots are being counted: the wall stays as it is.
    WallFrozen,
    /// The minutes of the session were not sent to who was there.
    MinutesNotSent,
    /// Who was there may still correct the minutes.
    CorrectionsOpen {
        /// Until when.
        until: Moment,
    },
    /// The days in which they could be corrected are over.
    CorrectionsOver {
        /// Since when.
        closed: Moment,
    },
    /// Corrections nobody has answered are left.
    CorrectionsLeft {
        /// How many.
        left: u32,
    },
    /// Too many tries; wait.
    TooOften,
}

impl Refusal {
    /// The end of the Fluent keys `refusal-…` (why) and `refusal-…-next` (what next).
    pub const fn code(&self) -> &'static str {
        match self {
            Refusal::SignInNeeded => "sign-in-needed",
            Refusal::LevelTooLow { .. } => "level-too-low",
            Refusal::NotYourRole => "not-your-role",
            Refusal::NotYours => "not-yours",
            Refusal::NotYetOpen { .. } => "not-yet-open",
            Refusal::Closed { .. } => "closed",
            Refusal::Suspended => "suspended",
            Refusal::NotOpened => "not-opened",
            Refusal::NotPublic => "not-public",
            Refusal::AlreadyPublic => "already-public",
            Refusal::NotReady { .. } => "not-ready",
            Refusal::NoQuorum { .. } => "no-quorum",
            Refusal::OwnDraft => "own-draft",
            Refusal::Interest => "interest",
            Refusal::AlreadyDone => "already-done",
            Refusal::OwnText => "own-text",
            Refusal::EditOver { .. } => "edit-over",
            Refusal::Claimed { .. } => "claimed",
            Refusal::SameDecider => "same-decider",
            Refusal::SameProposer => "same-proposer",
            Refusal::CommentsSuspended { .. } => "comments-suspended",
            Refusal::AtTable => "at-table",
            Refusal::Decided => "decided",
            Refusal::Unanswered { .. } => "unanswered",
            Refusal::RoundNotWhole { .. } => "round-not-whole",
            Refusal::DoNotBelong => "do-not-belong",
            Refusal::DraftFixed => "draft-fixed",
            Refusal::ParagraphGone => "paragraph-gone",
            Refusal::NotInvited => "not-invited",
            Refusal::StillOpen { .. } => "still-open",
            Refusal::Undecided { .. } => "undecided",
            Refusal::Unassigned { .. } => "unassigned",
            Refusal::NoActivities => "no-activities",
            Refusal::NotApproved => "not-approved",
            Refusal::InUse => "in-use",
            Refusal::PartsInUse { .. } => "parts-in-use",
            Refusal::OwnMerge => "own-merge",
            Refusal::NotContested => "not-contested",
            Refusal::ObjectionsOver { .. } => "objections-over",
            Refusal::MergeNotApplied => "merge-not-applied",
            Refusal::MergesUndecided { .. } => "merges-undecided",
            Refusal::TextElsewhere { .. } => "text-elsewhere",
            Refusal::DraftEnded => "draft-ended",
            Refusal::ChangedSince { .. } => "changed-since",
            Refusal::SentBefore => "sent-before",
            Refusal::BallotFrozen => "ballot-frozen",
            Refusal::ResultsLater => "results-later",
            Refusal::TooFewBallots => "too-few-ballots",
            Refusal::VotedElsewhere => "voted-elsewhere",
            Refusal::SessionStands { .. } => "session-stands",
            Refusal::SessionFull { .. } => "session-full",
            Refusal::WallFrozen => "wall-frozen",
            Refusal::MinutesNotSent => "minutes-not-sent",
            Refusal::CorrectionsOpen { .. } => "corrections-open",
            Refusal::CorrectionsOver { .. } => "corrections-over",
            Refusal::CorrectionsLeft { .. } => "corrections-left",
            Refusal::TooOften => "too-often",
        }
    }
}
