//! Rounds of participation: kinds, what each opens, and their states by the clock.
//!
//! Whether a round is open is worked out from its window at every request; nothing depends on
//! a timer having run (invariant 2).

pub mod design;
pub mod ledger;
pub mod snapshot;
pub mod templates;
pub mod windows;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::coded::coded;
use crate::ids::RoundId;
use crate::people::IdentityLevel;
use crate::time::Moment;

coded! {
    /// Method of a round (domain.md §2.4).
    RoundKind {
        /// Everyone is heard.
        Consultation = "consultazione",
        /// Bodies agree priorities.
        Concertation = "concertazione",
        /// Needs, ways and resources with the third sector (art. 55 c. 2).
        CoProgramming = "co_programmazione",
        /// Projects with admitted partners (art. 55 c. 3).
        CoDesign = "co_progettazione",
        /// Running together what was approved.
        CoManagement = "co_gestione",
    }
}

coded! {
    /// What participants may do in a round.
    Opening {
        /// Send needs.
        Needs = "bisogni",
        /// Send proposals.
        Proposals = "proposte",
        /// Comment.
        Comments = "commenti",
        /// Support.
        Supports = "sostegni",
        /// State an organisation's position.
        Positions = "posizioni_motivate",
        /// Amend a draft.
        Amendments = "emendamenti",
        /// Write a shared draft.
        SharedDraft = "redazione_condivisa",
        /// Commit to something.
        Commitments = "impegni",
        /// Give figures for the budget.
        Budget = "preventivo",
        /// Report issues.
        Issues = "segnalazioni",
        /// Vote in a ballot.
        Ballots = "voti",
    }
}

coded! {
    /// When texts are read by a moderator.
    ModerationMode {
        /// All before they are public.
        Before = "preventiva",
        /// Only sensitive or flagged ones before.
        SensitiveBefore = "preventiva_sensibili",
        /// After they are public.
        After = "successiva",
    }
}

coded! {
    /// Way of expressing oneself in a round.
    VoteMethod {
        /// One toggle an item, never binding.
        Support = "sostegno",
        /// Up to n items.
        Preferences = "preferenze",
        /// Dots.
        Dots = "bollini",
        /// Consent check.
        Consent = "consenso",
        /// Position of organisations.
        Position = "posizione",
        /// Order of preference, counted by Schulze.
        Ranking = "graduatoria",
        /// What a sum is spent on, counted by equal shares; advisory.
        Budget = "bilancio",
        /// Agree, disagree or pass on statements.
        Statements = "dichiarazioni",
    }
}

coded! {
    /// State as the database keeps it: what people decided. Open and closed are worked out.
    RoundMark {
        /// Being prepared; not public.
        Draft = "bozza",
        /// Announced: scheduled, open or closed by its window.
        Announced = "annunciato",
        /// Suspended with a reason.
        Suspended = "sospeso",
        /// The synthesis is being written.
        InSynthesis = "in_sintesi",
        /// Given back: everyone has an answer.
        GivenBack = "restituito",
        /// Archived.
        Archived = "archiviato",
    }
}

coded! {
    /// State of a round at a moment (domain.md §2.3).
    RoundState {
        /// Being prepared.
        Draft = "bozza",
        /// Will open.
        Scheduled = "programmato",
        /// Open.
        Open = "aperto",
        /// Suspended.
        Suspended = "sospeso",
        /// Closed; the synthesis has not begun.
        Closed = "chiuso",
        /// In synthesis.
        InSynthesis = "in_sintesi",
        /// Given back.
        GivenBack = "restituito",
        /// Archived.
        Archived = "archiviato",
    }
}

/// What policy must know of a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    /// Which.
    pub id: RoundId,
    /// Method.
    pub kind: RoundKind,
    /// What people decided of its state.
    pub mark: RoundMark,
    /// First moment of the window.
    pub opens: Moment,
    /// First moment after the window.
    pub closes: Moment,
    /// What it opens, each with the least identity level.
    pub opened: BTreeMap<Opening, IdentityLevel>,
    /// When texts are moderated.
    pub moderation: ModerationMode,
}

impl Round {
    /// The state at a moment, by the server's clock.
    pub fn state(&self, now: Moment) -> RoundState {
        match self.mark {
            RoundMark::Draft => RoundState::Draft,
            RoundMark::Announced if now < self.opens => RoundState::Scheduled,
            RoundMark::Announced if now < self.closes => RoundState::Open,
            RoundMark::Announced => RoundState::Closed,
            RoundMark::Suspended if now >= self.closes => RoundState::Closed,
            RoundMark::Suspended => RoundState::Suspended,
            RoundMark::InSynthesis => RoundState::InSynthesis,
            RoundMark::GivenBack => RoundState::GivenBack,
            RoundMark::Archived => RoundState::Archived,
        }
    }

    /// The next moment at which its state changes by itself, if there is one.
    pub fn next_change(&self, now: Moment) -> Option<Moment> {
        match self.state(now) {
            RoundState::Scheduled => Some(self.opens),
            RoundState::Open | RoundState::Suspended => Some(self.closes),
            RoundState::Draft
            | RoundState::Closed
            | RoundState::InSynthesis
            | RoundState::GivenBack
            | RoundState::Archived => None,
        }
    }

    /// The least identity level for something, if the round opens it at all.
    pub fn level_for(&self, opening: Opening) -> Option<IdentityLevel> {
        if kind_opens(self.kind, opening) { self.opened.get(&opening).copied() } else { None }
    }
}

/// The round to which something is sent now: the one that is wanted, if it opens this at all;
/// else the first open one that does, else the one whose state says best why not (suspended,
/// next to open, last closed). A draft is nobody's business yet. `of` gives a round and its
/// number.
pub fn receiving<R>(
    rounds: &[R],
    of: impl Fn(&R) -> (&Round, i64),
    opening: Opening,
    wanted: Option<i64>,
    now: Moment,
) -> Option<&R> {
    rounds
        .iter()
        .filter_map(|one| {
            let (round, number) = of(one);
            round.level_for(opening)?;
            let rank = match round.state(now) {
                RoundState::Draft => return None,
                _ if wanted == Some(number) => (-1, 0),
                RoundState::Open => (0, number),
                RoundState::Suspended => (1, number),
                RoundState::Scheduled => (2, round.opens.timestamp()),
                RoundState::Closed
                | RoundState::InSynthesis
                | RoundState::GivenBack
                | RoundState::Archived => (3, -round.closes.timestamp()),
            };
            Some((rank, one))
        })
        .min_by_key(|(rank, _)| *rank)
        .map(|(_, one)| one)
}

/// The table of domain.md §2.4: what a kind of round may open at all. A round's own list
/// narrows it and never widens it.
pub const fn kind_opens(kind: RoundKind, opening: Opening) -> bool {
    use Opening::*;
    match kind {
        RoundKind::Consultation => {
            matches!(opening, Needs | Proposals | Comments | Supports | Ballots)
        }
        RoundKind::Concertation => {
            matches!(opening, Positions | Amendments | Comments | Commitments | Ballots)
        }
        RoundKind::CoProgramming => {
            matches!(opening, Needs | Proposals | Comments | Positions | Commitments | Ballots)
        }
        RoundKind::CoDesign => {
            matches!(opening, SharedDraft | Commitments | Budget | Comments | Ballots)
        }
        RoundKind::CoManagement => matches!(opening, Issues | Comments | Commitments | Budget),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Duration, TimeZone, Utc};

    fn at(hour: i64) -> Moment {
        Utc.with_ymd_and_hms(2026, 3, 2, 0, 0, 0).unwrap() + Duration::hours(hour)
    }

    fn round(mark: RoundMark) -> Round {
        Round {
            id: uuid::Uuid::from_u128(1).into(),
            kind: RoundKind::Consultation,
            mark,
            opens: at(9),
            closes: at(24),
            opened: [(Opening::Needs, IdentityLevel::L0), (Opening::Positions, IdentityLevel::L3)]
                .into(),
            moderation: ModerationMode::SensitiveBefore,
        }
    }

    #[test]
    fn the_clock_opens_and_closes_a_round() {
        let round = round(RoundMark::Announced);
        assert_eq!(round.state(at(8)), RoundState::Scheduled);
        assert_eq!(round.state(at(9)), RoundState::Open);
        assert_eq!(round.state(at(24) - Duration::microseconds(1)), RoundState::Open);
        assert_eq!(round.state(at(24)), RoundState::Closed);
        assert_eq!(round.next_change(at(8)), Some(at(9)));
        assert_eq!(round.next_change(at(24)), None);
    }

    #[test]
    fn a_suspended_round_still_closes() {
        assert_eq!(round(RoundMark::Suspended).state(at(10)), RoundState::Suspended);
        assert_eq!(round(RoundMark::Suspended).state(at(25)), RoundState::Closed);
    }

    #[test]
    fn a_text_goes_to_the_round_it_was_written_for() {
        let later = Round { opens: at(30), closes: at(60), ..round(RoundMark::Announced) };
        let rounds = [(later, 1), (round(RoundMark::Announced), 2), (round(RoundMark::Draft), 3)];
        let to = |opening, wanted, hour| {
            receiving(&rounds, |(round, n)| (round, *n), opening, wanted, at(hour)).map(|r| r.1)
        };
        assert_eq!(to(Opening::Needs, None, 10), Some(2));
        assert_eq!(to(Opening::Needs, Some(1), 10), Some(1));
        assert_eq!(to(Opening::Needs, Some(3), 10), Some(2), "a draft is nobody's business");
        assert_eq!(to(Opening::Needs, None, 25), Some(1), "the next to open says when");
        assert_eq!(to(Opening::Positions, None, 10), None);
    }

    #[test]
    fn a_kind_of_round_never_opens_what_its_method_lacks() {
        let round = round(RoundMark::Announced);
        assert_eq!(round.level_for(Opening::Needs), Some(IdentityLevel::L0));
        assert_eq!(round.level_for(Opening::Positions), None);
    }
}
