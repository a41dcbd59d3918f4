//! What a kind of round begins with: what it opens and for whom, how it is moderated, how people
//! express themselves, how long it usually lasts (domain.md §2.4). The words that go with it are
//! in the Fluent files (`template-…`).

use super::{ModerationMode, Opening, RoundKind, VoteMethod};
use crate::people::IdentityLevel;

/// What a kind of round begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Template {
    /// What it opens, each with the least identity level.
    pub opened: &'static [(Opening, IdentityLevel)],
    /// When texts are moderated.
    pub moderation: ModerationMode,
    /// Way of expressing oneself.
    pub vote_method: VoteMethod,
    /// How many weeks it usually lasts.
    pub weeks: i64,
    /// How many weeks ahead its beginning is offered: time to make it known.
    pub ahead: i64,
    /// Within how many days after closing everybody is answered.
    pub answer_days: u32,
    /// For how many days the notice is open, if there is one.
    pub notice_days: Option<u32>,
}

/// The template of a kind.
pub const fn of(kind: RoundKind) -> Template {
    use IdentityLevel::{L0, L2, L3};
    match kind {
        RoundKind::Consultation => Template {
            opened: &[
                (Opening::Needs, L0),
                (Opening::Proposals, L2),
                (Opening::Comments, L2),
                (Opening::Supports, L2),
            ],
            moderation: ModerationMode::SensitiveBefore,
            vote_method: VoteMethod::Support,
            weeks: 6,
            ahead: 2,
            answer_days: 60,
            notice_days: None,
        },
        RoundKind::Concertation => Template {
            opened: &[
                (Opening::Positions, L3),
                (Opening::Amendments, L3),
                (Opening::Comments, L3),
                (Opening::Commitments, L3),
            ],
            moderation: ModerationMode::After,
            vote_method: VoteMethod::Position,
            weeks: 4,
            ahead: 2,
            answer_days: 30,
            notice_days: None,
        },
        RoundKind::CoProgramming => Template {
            opened: &[
                (Opening::Needs, L0),
                (Opening::Proposals, L2),
                (Opening::Comments, L2),
                (Opening::Positions, L3),
                (Opening::Commitments, L3),
            ],
            moderation: ModerationMode::SensitiveBefore,
            vote_method: VoteMethod::Position,
            weeks: 8,
            ahead: 4,
            answer_days: 60,
            notice_days: Some(30),
        },
        RoundKind::CoDesign => Template {
            opened: &[
                (Opening::SharedDraft, L3),
                (Opening::Commitments, L3),
                (Opening::Budget, L3),
                (Opening::Comments, L3),
            ],
            moderation: ModerationMode::After,
            vote_method: VoteMethod::Consent,
            weeks: 10,
            ahead: 4,
            answer_days: 30,
            notice_days: Some(30),
        },
        RoundKind::CoManagement => Template {
            opened: &[
                (Opening::Issues, L3),
                (Opening::Comments, L3),
                (Opening::Commitments, L3),
                (Opening::Budget, L3),
            ],
            moderation: ModerationMode::After,
            vote_method: VoteMethod::Consent,
            weeks: 26,
            ahead: 2,
            answer_days: 30,
            notice_days: None,
        },
    }
}

/// The ways of expressing oneself that a kind may choose (domain.md §2.4, the expressions named
/// beneath its table).
pub const fn methods(kind: RoundKind) -> &'static [VoteMethod] {
    match kind {
        RoundKind::Consultation => &[
            VoteMethod::Support,
            VoteMethod::Preferences,
            VoteMethod::Dots,
            VoteMethod::Ranking,
            VoteMethod::Statements,
        ],
        RoundKind::Concertation => &[VoteMethod::Position, VoteMethod::Ranking, VoteMethod::Budget],
        RoundKind::CoProgramming => &[VoteMethod::Position],
        RoundKind::CoDesign | RoundKind::CoManagement => &[VoteMethod::Consent],
    }
}

#[cfg(test)]
mod tests {
    use super::super::kind_opens;
    use super::*;

    #[test]
    fn a_template_opens_nothing_that_its_method_lacks() {
        for &kind in RoundKind::ALL {
            let template = of(kind);
            assert!(!template.opened.is_empty());
            for (opening, _) in template.opened {
                assert!(kind_opens(kind, *opening), "{kind} {opening}");
            }
            assert!(methods(kind).contains(&template.vote_method), "{kind}");
        }
    }
}
