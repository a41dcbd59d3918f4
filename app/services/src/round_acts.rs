//! What the Ufficio di Piano does to a round.

use domain::contributions::text;
use domain::faults::Refusal;
use domain::policy::{Facts, Operation, permit};
use domain::rounds::RoundMark;
use domain::rounds::windows::{REASON_MOST, WindowKind};
use domain::views::RoundAct;
use store::read;
use store::round_acts::{self, Beside};
use store::round_design::Turn;

use crate::{Asking, Declined, Services, ballots, commit, merging};

/// The most characters of the account that is given back.
pub const REPORT_MOST: u32 = 20_000;

/// Suspends a round (with a reason), resumes it, takes it back to its draft before it opens or
/// closes it before its time (with a reason, as another window), begins its synthesis or gives it
/// back (with an account). `written` is that reason or account, a fault of it is of the field `text`.
///
/// A round is given back only when every published text has an outcome, none waits for a
/// moderator, who could still publish it (invariant 5), and no merge waits for an answer. With it, answers that came through
/// actions are kept and the keys of supports and of votes on statements are cut (domain.md §3.4).
/// What was voted on statements is fixed when the synthesis begins.
pub async fn act(
    services: &Services,
    ask: &Asking,
    number: i64,
    act: RoundAct,
    written: &str,
) -> Result<(), Declined> {
    let mut faults = Vec::new();
    match act {
        RoundAct::Suspend | RoundAct::Recall => text(&mut faults, "text", written, 1_000, 3),
        RoundAct::Close => text(&mut faults, "text", written, REASON_MOST, 5),
        RoundAct::GiveBack => text(&mut faults, "text", written, REPORT_MOST, 5),
        RoundAct::Resume | RoundAct::StartSynthesis => {}
    }
    if !faults.is_empty() {
        return Err(faults.into());
    }
    let written = written.trim();
    let mut tx = services.begin(ask.ambito).await?;
    merging::settled(&mut tx, ask.ambito, ask.now).await?;
    let stored = read::rounds::by_number(&mut tx, ask.ambito, number).await?;
    let stored = stored.ok_or(Declined::NotFound)?;
    let round = &stored.round;
    let operation = match act {
        RoundAct::Suspend => Operation::SuspendRound,
        RoundAct::Resume => Operation::ResumeRound,
        RoundAct::Recall => Operation::RecallRound,
        RoundAct::Close => Operation::CloseRound,
        RoundAct::StartSynthesis => Operation::StartSynthesis,
        RoundAct::GiveBack => Operation::GiveBackRound,
    };
    let facts = Facts::within(ask.ambito, round);
    let permit = permit(&ask.actor, operation, &facts, ask.now)?;
    let (mark, beside) = match act {
        RoundAct::Suspend => (RoundMark::Suspended, Beside::Reason(written)),
        RoundAct::Resume => (RoundMark::Announced, Beside::Nothing),
        RoundAct::StartSynthesis => {
            crate::statements::fix(services, &mut tx, &permit, round.id).await?;
            ballots::seal_round(&mut tx, &permit, &services.chance, round.id).await?;
            (RoundMark::InSynthesis, Beside::Nothing)
        }
        RoundAct::Recall | RoundAct::Close => {
            let (kind, mark, closes) = if act == RoundAct::Recall {
                (WindowKind::Recalled, RoundMark::Draft, round.closes)
            } else {
                (WindowKind::ClosedEarly, RoundMark::Announced, permit.at())
            };
            let (opens, from) = (round.opens, round.opens);
            let (reason, rules_hash, also) = (written, None, &[][..]);
            let turn = Turn { kind, mark, opens, from, closes, reason, rules_hash, also };
            let new_salt = || services.chance.bytes();
            store::round_design::turn(&mut tx, &permit, &stored, &turn, new_salt).await?;
            return commit(tx).await;
        }
        RoundAct::GiveBack => {
            let left = round_acts::unanswered(&mut tx, round.id).await?
                + round_acts::in_moderation(&mut tx, round.id).await?;
            if left > 0 {
                let left = u32::try_from(left).unwrap_or(u32::MAX);
                return Err(Refusal::Unanswered { left }.into());
            }
            let left = store::merge_life::undecided(&mut tx, round.id).await?;
            if left > 0 {
                let left = u32::try_from(left).unwrap_or(u32::MAX);
                return Err(Refusal::MergesUndecided { left }.into());
            }
            let new_id = || services.chance.id(ask.now);
            round_acts::keep_answers(&mut tx, &permit, round.id, new_id).await?;
            crate::statements::fix(services, &mut tx, &permit, round.id).await?;
            round_acts::cut_keys(&mut tx, &permit, round.id).await?;
            ballots::cut_keys(&mut tx, &permit, &services.chance, round.id).await?;
            (RoundMark::GivenBack, Beside::Report(written))
        }
    };
    let salt = services.chance.bytes();
    round_acts::mark(&mut tx, &permit, round.id, mark, beside, &salt).await?;
    commit(tx).await
}
