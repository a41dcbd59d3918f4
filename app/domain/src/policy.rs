//! Who may do what: the one place (domain.md §2.6).
//!
//! [`permit`] = role ∧ what the round opens ∧ the state of the thing. It returns a [`Permit`]
//! that only this module can make; every writing function of the store takes one, so that a
//! write without a check does not compile. Pages ask the same function which buttons to draw.
//! The whole table is `permissions.txt` beside this file, compared by a test.

use crate::coded::coded;
use crate::faults::Refusal;
use crate::ids::{AmbitoId, PersonId};
use crate::people::{Actor, IdentityLevel, Role};
use crate::rounds::{Opening, Round, RoundKind, RoundState};
use crate::time::{Moment, cut};

coded! {
    /// Everything that can be done and recorded. Events carry it in the past tense on pages.
    Operation {
        /// Load an Ambito from a file.
        ImportAmbito = "import_ambito",
        /// Make an account.
        CreateAccount = "create_account",
        /// Say for how many days authors may object to a merge.
        SetObjectionDays = "set_objection_days",
        /// Send a need without a name.
        SubmitNeed = "submit_need",
        /// Send a need with a name.
        SubmitSignedNeed = "submit_signed_need",
        /// Send a proposal.
        SubmitProposal = "submit_proposal",
        /// Correct one's own text before it is public.
        CorrectContribution = "correct_contribution",
        /// Withdraw one's own text.
        WithdrawContribution = "withdraw_contribution",
        /// Keep as a draft what was sent after closing.
        KeepDraft = "keep_draft",
        /// Throw one's own draft away, or send it.
        DiscardDraft = "discard_draft",
        /// Comment.
        Comment = "comment",
        /// Edit one's own comment, for a while after it was sent.
        EditComment = "edit_comment",
        /// Withdraw one's own comment.
        WithdrawComment = "withdraw_comment",
        /// Agree with a comment.
        Agree = "agree",
        /// Take the agreement back.
        WithdrawAgreement = "withdraw_agreement",
        /// Support.
        Support = "support",
        /// Take the support back.
        WithdrawSupport = "withdraw_support",
        /// Publish who has been heard so far, as the installation does once a day.
        PublishCoverage = "publish_coverage",
        /// Add a statement to a consultation.
        AddStatement = "add_statement",
        /// Withdraw it, with a reason.
        WithdrawStatement = "withdraw_statement",
        /// Agree with a statement, disagree or pass; again, to change it.
        VoteOnStatement = "vote_on_statement",
        /// Take that back.
        WithdrawStatementVote = "withdraw_statement_vote",
        /// Report a text to the moderators.
        Flag = "flag",
        /// Read a text that is not public.
        ReadRestricted = "read_restricted",
        /// Decide on a text in the queue.
        Moderate = "moderate",
        /// Take a case, so that nobody else reads it at the same time.
        ClaimCase = "claim_case",
        /// Let go of a case.
        ReleaseCase = "release_case",
        /// Propose a softer wording to the author of a text that waits.
        ProposeSoftening = "propose_softening",
        /// Answer a softer wording of one's own text.
        AnswerSoftening = "answer_softening",
        /// Ask for a second look at what was decided on one's own text.
        Appeal = "appeal",
        /// Decide on an appeal.
        DecideAppeal = "decide_appeal",
        /// Suspend the comments of somebody whose hate came again.
        SuspendComments = "suspend_comments",
        /// Erase hate that has been hidden long enough, as the installation does.
        EraseHidden = "erase_hidden",
        /// Say what was found about supports that came all together.
        ProposeNote = "propose_note",
        /// Confirm what somebody else found about them.
        ConfirmNote = "confirm_note",
        /// Bring sources together.
        MakeCluster = "make_cluster",
        /// Say from which sentences of its sources each sentence of a synthesis draws.
        LinkSynthesis = "link_synthesis",
        /// Read a text in parts.
        SplitText = "split_text",
        /// Rejoin them, with a reason.
        RejoinText = "rejoin_text",
        /// Undo a cluster.
        DissolveCluster = "dissolve_cluster",
        /// Accept the merge of one's own text, object to it, or ask to be kept as a dissent.
        AnswerCluster = "answer_cluster",
        /// Decide on a contested merge.
        MediateCluster = "mediate_cluster",
        /// Write down that a window ended without an objection, as the installation does.
        ApplyCluster = "apply_cluster",
        /// Link two texts that stay apart, with a reason.
        LinkTexts = "link_texts",
        /// Take that back, with a reason.
        UnlinkTexts = "unlink_texts",
        /// Write a candidate action.
        DraftAction = "draft_action",
        /// Send it to the Tavolo.
        SendToTable = "send_to_table",
        /// Decide on it.
        ReviewAction = "review_action",
        /// Answer a contribution that enters no action.
        GiveOutcome = "give_outcome",
        /// Prepare a round: write its draft.
        PrepareRound = "prepare_round",
        /// Announce it: from then on it opens by the clock.
        AnnounceRound = "announce_round",
        /// Take an announced round back to its draft, before it opens.
        RecallRound = "recall_round",
        /// Close an open round before its time.
        CloseRound = "close_round",
        /// Open a closed round once more, with a new window.
        ReopenRound = "reopen_round",
        /// Invite organisations to a round, admit them, or end that.
        Invite = "invite",
        /// Write the draft of a round before it opens.
        WriteDraft = "write_draft",
        /// Propose an amendment to it.
        ProposeAmendment = "propose_amendment",
        /// Withdraw one's own.
        WithdrawAmendment = "withdraw_amendment",
        /// Merge several into one text.
        MergeAmendments = "merge_amendments",
        /// Accept or reject one.
        DecideAmendment = "decide_amendment",
        /// State the position of an organisation, change it, take it back.
        StatePosition = "state_position",
        /// Settle which of two positions of one organisation stands.
        SettlePosition = "settle_position",
        /// End the mandate of who speaks for an organisation.
        EndMandate = "end_mandate",
        /// Declare what an organisation brings.
        DeclareResource = "declare_resource",
        /// Take it back.
        WithdrawResource = "withdraw_resource",
        /// Write a section of a shared draft for the institution, which prepares it.
        PrepareSection = "prepare_section",
        /// Write a section of a shared draft, or another version of it.
        WriteSection = "write_section",
        /// Say whether a partner can live with a section.
        GiveConsent = "give_consent",
        /// Write to a partner that has been silent.
        RemindPartner = "remind_partner",
        /// Write a line of the indicative budget.
        WriteBudgetLine = "write_budget_line",
        /// Take it out.
        WithdrawBudgetLine = "withdraw_budget_line",
        /// Write the minutes of a round: agreement, or disagreement on record.
        WriteMinutes = "write_minutes",
        /// Add an activity of an action that a co-gestione carries out.
        AddActivity = "add_activity",
        /// Say who answers for an activity, and by when.
        AssignActivity = "assign_activity",
        /// Tell how far an activity has come.
        ReportProgress = "report_progress",
        /// Start an action: each activity has one responsible and a date.
        StartAction = "start_action",
        /// Report an issue.
        ReportIssue = "report_issue",
        /// Answer it.
        AnswerIssue = "answer_issue",
        /// Write a periodic report, or correct it.
        WriteProgressReport = "write_progress_report",
        /// Suspend a round.
        SuspendRound = "suspend_round",
        /// Resume it.
        ResumeRound = "resume_round",
        /// Begin the synthesis of a closed round.
        StartSynthesis = "start_synthesis",
        /// Give a round back.
        GiveBackRound = "give_back_round",
        /// Act of the Comitato (imported; its own pages come later).
        Deliberate = "deliberate",
        /// Declare a ballot, before its round opens.
        PrepareBallot = "prepare_ballot",
        /// Vote, or change one's vote.
        Vote = "vote",
        /// Take one's vote back.
        WithdrawVote = "withdraw_vote",
        /// Decide which of equal options goes first.
        DecideTie = "decide_tie",
        /// Hand out a paper ballot, or a code to vote with.
        HandOutBallot = "hand_out_ballot",
        /// Type what paper ballots say.
        TypeBallots = "type_ballots",
        /// Vote, or change or take back a vote, with a code that was handed out.
        VoteByCode = "vote_by_code",
        /// Prepare a session of the Community Lab, announce it, print its tokens.
        PrepareSession = "prepare_session",
        /// Register for a session.
        RegisterForSession = "register_for_session",
        /// Take one's registration back.
        CancelRegistration = "cancel_registration",
        /// Run a session: arrivals, cards, columns, dots, photographs.
        RunSession = "run_session",
        /// Make a need or a proposal of cards of a session.
        TakeUpCards = "take_up_cards",
        /// Write the minutes of a session, answer corrections, approve them.
        WriteSessionMinutes = "write_session_minutes",
        /// Ask to correct the minutes of a session where one was.
        CorrectSessionMinutes = "correct_session_minutes",
        /// Write the report of a session, and give it back.
        GiveBackSession = "give_back_session",
    }
}

/// What a decision needs to know beside who asks and when.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// Where.
    pub ambito: AmbitoId,
    /// The round the thing belongs to, for what depends on one.
    pub round: Option<&'a Round>,
    /// The thing is the actor's own (or the receipt's).
    pub own: bool,
    /// The thing is public.
    pub public: bool,
    /// The actor drafted what is to be decided.
    pub drafted: bool,
    /// The organisation the actor speaks for is invited to the round, or admitted to it.
    pub invited: bool,
    /// The actor took the decision that is appealed against.
    pub decided: bool,
    /// The actor's comments are suspended until then.
    pub silenced: Option<Moment>,
}

impl<'a> Facts<'a> {
    /// Facts of something that depends on no round and no earlier act.
    pub const fn of(ambito: AmbitoId) -> Facts<'a> {
        Facts {
            ambito,
            round: None,
            own: false,
            public: true,
            drafted: false,
            invited: true,
            decided: false,
            silenced: None,
        }
    }

    /// The same, within a round.
    pub const fn within(ambito: AmbitoId, round: &'a Round) -> Facts<'a> {
        Facts { round: Some(round), ..Facts::of(ambito) }
    }
}

/// Leave to do one operation, now, in one Ambito. Made only by [`permit`].
#[derive(Debug, Clone)]
pub struct Permit {
    ambito: AmbitoId,
    operation: Operation,
    person: Option<PersonId>,
    role: String,
    at: Moment,
}

impl Permit {
    /// Where.
    pub const fn ambito(&self) -> AmbitoId {
        self.ambito
    }
    /// What.
    pub const fn operation(&self) -> Operation {
        self.operation
    }
    /// Who, if a person.
    pub const fn person(&self) -> Option<PersonId> {
        self.person
    }
    /// The codes of the roles that gave the right, for the record of events.
    pub fn role(&self) -> &str {
        &self.role
    }
    /// When.
    pub const fn at(&self) -> Moment {
        self.at
    }
}

/// Roles that have a right whatever the round.
const fn roles(operation: Operation) -> &'static [Role] {
    use Role::*;
    match operation {
        Operation::SubmitNeed => &[Citizen, VerifiedCitizen, Facilitator],
        Operation::SubmitSignedNeed => &[Citizen, VerifiedCitizen, Representative, PlanOffice],
        Operation::KeepDraft => {
            &[Citizen, VerifiedCitizen, Representative, Facilitator, PlanOffice]
        }
        Operation::SubmitProposal
        | Operation::Comment
        | Operation::Support
        | Operation::WithdrawSupport
        | Operation::Agree
        | Operation::WithdrawAgreement
        | Operation::VoteOnStatement
        | Operation::WithdrawStatementVote => &[Citizen, VerifiedCitizen, Representative],
        Operation::Flag => &[Citizen, VerifiedCitizen, Representative, DeskOperator],
        Operation::ReadRestricted
        | Operation::Moderate
        | Operation::ClaimCase
        | Operation::ReleaseCase
        | Operation::ProposeSoftening
        | Operation::SuspendComments => &[Moderator],
        // Where one person moderates alone, somebody else must be able to look again.
        Operation::DecideAppeal => &[Moderator, Coordinator],
        Operation::ProposeNote | Operation::ConfirmNote => &[PlanOffice, Coordinator, Moderator],
        Operation::MakeCluster
        | Operation::DissolveCluster
        | Operation::LinkSynthesis
        | Operation::SplitText
        | Operation::RejoinText
        | Operation::LinkTexts
        | Operation::UnlinkTexts
        | Operation::AddStatement
        | Operation::WithdrawStatement => &[Facilitator, PlanOffice],
        // A second facilitator or the Coordinatore (domain.md §2.5, 3).
        Operation::MediateCluster => &[Facilitator, Coordinator],
        Operation::DraftAction | Operation::SendToTable => &[Facilitator, PlanOffice, Coordinator],
        Operation::ReviewAction => &[PlanTable],
        Operation::GiveOutcome | Operation::EndMandate => &[PlanOffice, Coordinator],
        Operation::PrepareRound
        | Operation::WriteDraft
        | Operation::MergeAmendments
        | Operation::DecideAmendment
        | Operation::PrepareSection
        | Operation::RemindPartner
        | Operation::WriteMinutes
        | Operation::AddActivity
        | Operation::AssignActivity
        | Operation::AnswerIssue
        | Operation::WriteProgressReport => &[Facilitator, PlanOffice],
        Operation::ReportProgress | Operation::StartAction => &[PlanOffice],
        Operation::ProposeAmendment
        | Operation::WithdrawAmendment
        | Operation::StatePosition
        | Operation::DeclareResource
        | Operation::WithdrawResource
        | Operation::WriteSection
        | Operation::GiveConsent
        | Operation::WriteBudgetLine
        | Operation::WithdrawBudgetLine
        | Operation::ReportIssue => &[Representative],
        Operation::SettlePosition => &[Coordinator],
        Operation::Invite
        | Operation::AnnounceRound
        | Operation::RecallRound
        | Operation::CloseRound
        | Operation::SuspendRound
        | Operation::ResumeRound
        | Operation::StartSynthesis
        | Operation::GiveBackRound => &[PlanOffice],
        Operation::ReopenRound => &[Coordinator],
        Operation::Deliberate => &[MayorsCommittee],
        Operation::PrepareBallot => &[Facilitator, PlanOffice],
        Operation::Vote | Operation::WithdrawVote => &[Citizen, VerifiedCitizen, Representative],
        Operation::DecideTie => &[PlanTable],
        // «Transcribe paper, run session» (domain.md §2.6).
        Operation::HandOutBallot
        | Operation::TypeBallots
        | Operation::PrepareSession
        | Operation::RunSession
        | Operation::TakeUpCards
        | Operation::WriteSessionMinutes
        | Operation::GiveBackSession => &[DeskOperator, Facilitator],
        Operation::ImportAmbito
        | Operation::CreateAccount
        | Operation::SetObjectionDays
        | Operation::PublishCoverage
        | Operation::EraseHidden
        | Operation::ApplyCluster
        | Operation::AnswerCluster
        | Operation::CorrectContribution
        | Operation::WithdrawContribution
        | Operation::EditComment
        | Operation::WithdrawComment
        | Operation::AnswerSoftening
        | Operation::Appeal
        | Operation::DiscardDraft
        | Operation::RegisterForSession
        | Operation::CancelRegistration
        | Operation::CorrectSessionMinutes
        | Operation::VoteByCode => &[],
    }
}

/// What of a round an operation needs to be open.
pub const fn opening(operation: Operation) -> Option<Opening> {
    match operation {
        Operation::SubmitNeed | Operation::SubmitSignedNeed => Some(Opening::Needs),
        Operation::SubmitProposal => Some(Opening::Proposals),
        Operation::Comment | Operation::Agree | Operation::WithdrawAgreement => {
            Some(Opening::Comments)
        }
        Operation::ProposeAmendment | Operation::WithdrawAmendment => Some(Opening::Amendments),
        Operation::StatePosition => Some(Opening::Positions),
        Operation::WriteSection | Operation::GiveConsent => Some(Opening::SharedDraft),
        Operation::WriteBudgetLine | Operation::WithdrawBudgetLine => Some(Opening::Budget),
        Operation::DeclareResource | Operation::WithdrawResource => Some(Opening::Commitments),
        Operation::ReportIssue => Some(Opening::Issues),
        // Statements need what a support needs (domain.md §2.4).
        Operation::Support
        | Operation::WithdrawSupport
        | Operation::VoteOnStatement
        | Operation::WithdrawStatementVote => Some(Opening::Supports),
        Operation::Vote
        | Operation::WithdrawVote
        | Operation::HandOutBallot
        | Operation::VoteByCode => Some(Opening::Ballots),
        Operation::ImportAmbito
        | Operation::CreateAccount
        | Operation::SetObjectionDays
        | Operation::CorrectContribution
        | Operation::WithdrawContribution
        | Operation::EditComment
        | Operation::KeepDraft
        | Operation::DiscardDraft
        | Operation::WithdrawComment
        | Operation::PublishCoverage
        | Operation::EraseHidden
        | Operation::AddStatement
        | Operation::WithdrawStatement
        | Operation::Flag
        | Operation::ReadRestricted
        | Operation::Moderate
        | Operation::ClaimCase
        | Operation::ReleaseCase
        | Operation::ProposeSoftening
        | Operation::AnswerSoftening
        | Operation::Appeal
        | Operation::DecideAppeal
        | Operation::SuspendComments
        | Operation::ProposeNote
        | Operation::ConfirmNote
        | Operation::MakeCluster
        | Operation::DissolveCluster
        | Operation::LinkSynthesis
        | Operation::SplitText
        | Operation::RejoinText
        | Operation::AnswerCluster
        | Operation::MediateCluster
        | Operation::ApplyCluster
        | Operation::LinkTexts
        | Operation::UnlinkTexts
        | Operation::DraftAction
        | Operation::SendToTable
        | Operation::ReviewAction
        | Operation::GiveOutcome
        | Operation::PrepareRound
        | Operation::AnnounceRound
        | Operation::RecallRound
        | Operation::CloseRound
        | Operation::ReopenRound
        | Operation::Invite
        | Operation::WriteDraft
        | Operation::MergeAmendments
        | Operation::DecideAmendment
        | Operation::SettlePosition
        | Operation::EndMandate
        | Operation::PrepareSection
        | Operation::RemindPartner
        | Operation::WriteMinutes
        | Operation::AddActivity
        | Operation::AssignActivity
        | Operation::ReportProgress
        | Operation::StartAction
        | Operation::AnswerIssue
        | Operation::WriteProgressReport
        | Operation::SuspendRound
        | Operation::ResumeRound
        | Operation::StartSynthesis
        | Operation::GiveBackRound
        | Operation::Deliberate
        | Operation::PrepareBallot
        | Operation::DecideTie
        | Operation::TypeBallots
        | Operation::PrepareSession
        | Operation::RegisterForSession
        | Operation::CancelRegistration
        | Operation::RunSession
        | Operation::TakeUpCards
        | Operation::WriteSessionMinutes
        | Operation::CorrectSessionMinutes
        | Operation::GiveBackSession => None,
    }
}

/// Asks leave to do something.
pub fn permit(
    actor: &Actor,
    operation: Operation,
    facts: &Facts<'_>,
    now: Moment,
) -> Result<Permit, Refusal> {
    let role = right(actor, operation, facts)?;
    window(actor, operation, facts, now)?;
    state(operation, facts, now)?;
    Ok(Permit { ambito: facts.ambito, operation, person: actor.person(), role, at: cut(now) })
}

/// The right that comes from who one is. Returns the codes of the roles that give it.
fn right(actor: &Actor, operation: Operation, facts: &Facts<'_>) -> Result<String, Refusal> {
    match operation {
        Operation::ImportAmbito
        | Operation::CreateAccount
        | Operation::SetObjectionDays
        | Operation::PublishCoverage
        | Operation::EraseHidden
        | Operation::ApplyCluster => {
            return match actor {
                Actor::Installation => Ok("installation".to_owned()),
                Actor::Visitor | Actor::Receipt | Actor::Person { .. } => Err(Refusal::NotYourRole),
            };
        }
        Operation::CorrectContribution
        | Operation::WithdrawContribution
        | Operation::EditComment
        | Operation::WithdrawComment
        | Operation::AnswerSoftening
        | Operation::AnswerCluster
        | Operation::Appeal
        | Operation::DiscardDraft => {
            return match actor {
                Actor::Receipt if facts.own => Ok("receipt".to_owned()),
                Actor::Person { .. } if facts.own => Ok("own".to_owned()),
                Actor::Visitor => Err(Refusal::SignInNeeded),
                Actor::Receipt | Actor::Person { .. } | Actor::Installation => {
                    Err(Refusal::NotYours)
                }
            };
        }
        // «Dare ad ognuno responsabilità»: who answers for an activity tells of it.
        Operation::ReportProgress | Operation::AnswerIssue
            if facts.own && matches!(actor, Actor::Person { .. }) =>
        {
            return Ok("own".to_owned());
        }
        // What a visitor wrote is kept for whoever holds its code.
        Operation::KeepDraft if *actor == Actor::Visitor => return Ok("V".to_owned()),
        Operation::KeepDraft if *actor == Actor::Receipt && facts.own => {
            return Ok("receipt".to_owned());
        }
        // Whoever wants to come to a session: nobody gives a name.
        Operation::RegisterForSession => {
            return match actor {
                Actor::Visitor | Actor::Person { .. } => Ok("V".to_owned()),
                Actor::Receipt | Actor::Installation => Err(Refusal::NotYours),
            };
        }
        // Whoever has the code, signed in or not.
        Operation::VoteByCode
        | Operation::CancelRegistration
        | Operation::CorrectSessionMinutes => {
            return if facts.own { Ok("code".to_owned()) } else { Err(Refusal::NotYours) };
        }
        Operation::SubmitNeed if *actor == Actor::Visitor => {
            // «r»: a visitor may, where the round asks for no identity.
            let open_to_all = facts
                .round
                .and_then(|round| round.level_for(Opening::Needs))
                .is_none_or(|level| level == IdentityLevel::L0);
            return if open_to_all { Ok("V".to_owned()) } else { Err(Refusal::SignInNeeded) };
        }
        _ => {}
    }
    let held: Vec<&str> =
        roles(operation).iter().filter(|role| actor.has(**role)).map(|role| role.code()).collect();
    match (held.is_empty(), actor) {
        (false, _) => Ok(held.join(",")),
        (true, Actor::Visitor | Actor::Receipt) => Err(Refusal::SignInNeeded),
        (true, Actor::Person { .. } | Actor::Installation) => Err(Refusal::NotYourRole),
    }
}

/// The window of the round, by the server's clock, and its least identity level.
fn window(
    actor: &Actor,
    operation: Operation,
    facts: &Facts<'_>,
    now: Moment,
) -> Result<(), Refusal> {
    let Some(round) = facts.round else { return Ok(()) };
    let state = round.state(now);
    match operation {
        // The rules are frozen once it is announced; nobody edits them under people's eyes.
        Operation::PrepareRound | Operation::AnnounceRound if state != RoundState::Draft => {
            return Err(Refusal::AlreadyDone);
        }
        // From its opening on somebody may have taken part.
        Operation::RecallRound if state != RoundState::Scheduled => {
            return Err(Refusal::AlreadyDone);
        }
        Operation::CloseRound if !matches!(state, RoundState::Open | RoundState::Suspended) => {
            return Err(Refusal::AlreadyDone);
        }
        // Secret results appear with the synthesis: from then on it stays closed (invariant 16).
        Operation::ReopenRound if state != RoundState::Closed => {
            return Err(Refusal::AlreadyDone);
        }
        Operation::SuspendRound if state != RoundState::Open => return Err(Refusal::AlreadyDone),
        Operation::ResumeRound if state != RoundState::Suspended => {
            return Err(Refusal::AlreadyDone);
        }
        Operation::StartSynthesis if state != RoundState::Closed => {
            return Err(Refusal::AlreadyDone);
        }
        // What is decided on again could become public, and nobody would answer it any more.
        Operation::Appeal if matches!(state, RoundState::GivenBack | RoundState::Archived) => {
            return Err(Refusal::Closed { closed: round.closes });
        }
        Operation::GiveBackRound if state != RoundState::InSynthesis => {
            return Err(Refusal::AlreadyDone);
        }
        Operation::Invite
        | Operation::WriteDraft
        | Operation::MergeAmendments
        | Operation::DecideAmendment
        | Operation::SettlePosition
        | Operation::PrepareSection
        | Operation::RemindPartner
        | Operation::WriteMinutes => return method_window(operation, round, state),
        Operation::AddActivity
        | Operation::AssignActivity
        | Operation::ReportProgress
        | Operation::StartAction
        | Operation::AnswerIssue
        | Operation::WriteProgressReport => return running(operation, round, state),
        Operation::AddStatement | Operation::WithdrawStatement => {
            return on_statements(round, state);
        }
        // What is voted on, and how ties are decided, is declared before opening (invariant 15).
        Operation::PrepareBallot if !matches!(state, RoundState::Draft | RoundState::Scheduled) => {
            return Err(Refusal::BallotFrozen);
        }
        // What was said in a room enters the round while it takes voices (invariant 2).
        Operation::TakeUpCards => return must_be_open(round, state),
        Operation::DecideTie
            if !matches!(state, RoundState::InSynthesis | RoundState::GivenBack) =>
        {
            return Err(Refusal::ResultsLater);
        }
        // What was cast while it was open is typed until the synthesis begins.
        Operation::TypeBallots => match state {
            RoundState::Open | RoundState::Suspended | RoundState::Closed => {}
            RoundState::Draft | RoundState::Scheduled => {
                return Err(Refusal::NotYetOpen { opens: round.opens });
            }
            RoundState::InSynthesis | RoundState::GivenBack | RoundState::Archived => {
                return Err(Refusal::Closed { closed: round.closes });
            }
        },
        _ => {}
    }
    let Some(opening) = opening(operation) else { return Ok(()) };
    let Some(needed) = round.level_for(opening) else { return Err(Refusal::NotOpened) };
    must_be_open(round, state)?;
    // Who handed out the code looked at who it was for.
    if actor.level() < needed && operation != Operation::VoteByCode {
        return Err(Refusal::LevelTooLow { needed });
    }
    Ok(())
}

/// What people do while a round is open, and only then.
fn must_be_open(round: &Round, state: RoundState) -> Result<(), Refusal> {
    match state {
        RoundState::Open => Ok(()),
        RoundState::Draft => Err(Refusal::NotOpened),
        RoundState::Scheduled => Err(Refusal::NotYetOpen { opens: round.opens }),
        RoundState::Suspended => Err(Refusal::Suspended),
        RoundState::Closed
        | RoundState::InSynthesis
        | RoundState::GivenBack
        | RoundState::Archived => Err(Refusal::Closed { closed: round.closes }),
    }
}

/// When the institution does its part of a round of agreement: it prepares before the opening,
/// decides while organisations speak and until the round is given back, and writes the minutes
/// after the closing.
fn method_window(operation: Operation, round: &Round, state: RoundState) -> Result<(), Refusal> {
    let opens = |openings: &[Opening]| openings.iter().any(|one| round.level_for(*one).is_some());
    let asked: &[Opening] = match operation {
        Operation::WriteDraft => &[Opening::Positions, Opening::Amendments],
        Operation::MergeAmendments | Operation::DecideAmendment => &[Opening::Amendments],
        Operation::SettlePosition => &[Opening::Positions],
        Operation::PrepareSection | Operation::RemindPartner => &[Opening::SharedDraft],
        _ => &[Opening::Positions, Opening::Amendments, Opening::Commitments, Opening::SharedDraft],
    };
    if !opens(asked) {
        return Err(Refusal::NotOpened);
    }
    let over = Refusal::Closed { closed: round.closes };
    match (operation, state) {
        (_, RoundState::GivenBack | RoundState::Archived) => Err(over),
        (
            Operation::Invite | Operation::PrepareSection | Operation::RemindPartner,
            RoundState::Closed | RoundState::InSynthesis,
        ) => Err(over),
        (Operation::WriteDraft, RoundState::Draft | RoundState::Scheduled)
        | (Operation::Invite | Operation::PrepareSection, _)
        | (Operation::WriteMinutes, RoundState::Closed | RoundState::InSynthesis) => Ok(()),
        (Operation::WriteDraft, _) => Err(Refusal::DraftFixed),
        (Operation::WriteMinutes, _) => Err(Refusal::StillOpen { closes: round.closes }),
        (_, RoundState::Draft) => Err(Refusal::NotOpened),
        (_, RoundState::Scheduled) => Err(Refusal::NotYetOpen { opens: round.opens }),
        (
            _,
            RoundState::Open | RoundState::Suspended | RoundState::Closed | RoundState::InSynthesis,
        ) => Ok(()),
    }
}

/// When a co-gestione is run: activities are prepared before it opens, told of while it is open,
/// and the report comes until it is given back.
fn running(operation: Operation, round: &Round, state: RoundState) -> Result<(), Refusal> {
    if round.kind != RoundKind::CoManagement {
        return Err(Refusal::NotOpened);
    }
    let prepares = matches!(operation, Operation::AddActivity | Operation::AssignActivity);
    let reports = matches!(operation, Operation::AnswerIssue | Operation::WriteProgressReport);
    match state {
        RoundState::Open => Ok(()),
        RoundState::Draft | RoundState::Scheduled if prepares => Ok(()),
        RoundState::Draft => Err(Refusal::NotOpened),
        RoundState::Scheduled => Err(Refusal::NotYetOpen { opens: round.opens }),
        RoundState::Suspended if prepares || reports => Ok(()),
        RoundState::Suspended => Err(Refusal::Suspended),
        RoundState::Closed | RoundState::InSynthesis if reports => Ok(()),
        RoundState::Closed
        | RoundState::InSynthesis
        | RoundState::GivenBack
        | RoundState::Archived => Err(Refusal::Closed { closed: round.closes }),
    }
}

/// Statements are added and withdrawn while a consultation is prepared and runs.
fn on_statements(round: &Round, state: RoundState) -> Result<(), Refusal> {
    if round.level_for(Opening::Supports).is_none() {
        return Err(Refusal::NotOpened);
    }
    match state {
        RoundState::Draft | RoundState::Scheduled | RoundState::Open | RoundState::Suspended => {
            Ok(())
        }
        RoundState::Closed
        | RoundState::InSynthesis
        | RoundState::GivenBack
        | RoundState::Archived => Err(Refusal::Closed { closed: round.closes }),
    }
}

/// The state of the thing itself.
fn state(operation: Operation, facts: &Facts<'_>, now: Moment) -> Result<(), Refusal> {
    match operation {
        Operation::Comment if facts.silenced.is_some_and(|until| now < until) => {
            Err(Refusal::CommentsSuspended { until: facts.silenced.unwrap_or(now) })
        }
        Operation::CorrectContribution if facts.public => Err(Refusal::AlreadyPublic),
        Operation::Comment
        | Operation::Support
        | Operation::WithdrawSupport
        | Operation::Agree
        | Operation::WithdrawAgreement
        | Operation::VoteOnStatement
        | Operation::Flag
        | Operation::MakeCluster
        | Operation::SplitText
        | Operation::RejoinText
        | Operation::AnswerCluster
        | Operation::LinkTexts
        | Operation::UnlinkTexts
        | Operation::GiveOutcome
            if !facts.public =>
        {
            Err(Refusal::NotPublic)
        }
        Operation::ReviewAction if facts.drafted => Err(Refusal::OwnDraft),
        Operation::MediateCluster if facts.drafted => Err(Refusal::OwnMerge),
        Operation::MediateCluster if facts.own => Err(Refusal::OwnText),
        Operation::WithdrawAmendment
        | Operation::WithdrawResource
        | Operation::WithdrawBudgetLine
            if !facts.own =>
        {
            Err(Refusal::NotYours)
        }
        Operation::ProposeAmendment
        | Operation::StatePosition
        | Operation::DeclareResource
        | Operation::WriteSection
        | Operation::GiveConsent
        | Operation::WriteBudgetLine
        | Operation::ReportIssue
            if !facts.invited =>
        {
            Err(Refusal::NotInvited)
        }
        Operation::DecideAppeal if facts.decided => Err(Refusal::SameDecider),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::Grant;
    use crate::rounds::{ModerationMode, RoundMark};
    use chrono::{Duration, TimeZone, Utc};
    use std::fmt::Write;

    fn now() -> Moment {
        Utc.with_ymd_and_hms(2026, 3, 10, 12, 0, 0).unwrap()
    }

    fn ambito() -> AmbitoId {
        uuid::Uuid::from_u128(1).into()
    }

    fn person(role: Role, level: IdentityLevel) -> Actor {
        Actor::Person {
            id: uuid::Uuid::from_u128(2).into(),
            level,
            grants: vec![Grant { role, body: None, organisation: None }],
        }
    }

    fn round(state: RoundState) -> Round {
        let (mark, opens, closes) = match state {
            RoundState::Draft => (RoundMark::Draft, 1, 2),
            RoundState::Scheduled => (RoundMark::Announced, 1, 2),
            RoundState::Open => (RoundMark::Announced, -1, 1),
            RoundState::Suspended => (RoundMark::Suspended, -1, 1),
            RoundState::Closed => (RoundMark::Announced, -2, -1),
            RoundState::InSynthesis => (RoundMark::InSynthesis, -2, -1),
            RoundState::GivenBack => (RoundMark::GivenBack, -2, -1),
            RoundState::Archived => (RoundMark::Archived, -2, -1),
        };
        Round {
            id: uuid::Uuid::from_u128(3).into(),
            kind: RoundKind::Consultation,
            mark,
            opens: now() + Duration::days(opens),
            closes: now() + Duration::days(closes),
            opened: [
                (Opening::Needs, IdentityLevel::L0),
                (Opening::Proposals, IdentityLevel::L2),
                (Opening::Comments, IdentityLevel::L2),
                (Opening::Supports, IdentityLevel::L2),
                (Opening::Ballots, IdentityLevel::L2),
            ]
            .into(),
            moderation: ModerationMode::SensitiveBefore,
        }
    }

    /// Who asks, as a column of the table.
    fn columns() -> Vec<(&'static str, Actor)> {
        let mut columns = vec![("V", Actor::Visitor), ("receipt", Actor::Receipt)];
        for &role in Role::ALL {
            let level = match role {
                Role::Citizen => IdentityLevel::L1,
                Role::Representative | Role::PlanTable => IdentityLevel::L3,
                _ => IdentityLevel::L2,
            };
            columns.push((role.code(), person(role, level)));
        }
        columns.push(("install.", Actor::Installation));
        columns
    }

    fn table() -> String {
        let mut table = String::from(
            "Who may do what, in each state of a consultation round (needs L0, all else L2).\n\
             ✓ yes   o only one's own   – no\n",
        );
        for &state in RoundState::ALL {
            part(&mut table, &format!("[{}]", state.code()), &round(state), |_| true);
        }
        table.push_str(
            "\nThe other methods, each opening all it may (L3): only what the state of the round \
             decides.\n",
        );
        for &kind in RoundKind::ALL.iter().filter(|kind| **kind != RoundKind::Consultation) {
            let mut opened: std::collections::BTreeMap<_, _> =
                Opening::ALL.iter().map(|one| (*one, IdentityLevel::L3)).collect();
            for state in
                [RoundState::Scheduled, RoundState::Open, RoundState::Closed, RoundState::GivenBack]
            {
                let round = Round { kind, opened, ..round(state) };
                let heading = format!("[{} {}]", kind.code(), state.code());
                part(&mut table, &heading, &round, |one| opening(one).is_some() || of_method(one));
                opened = round.opened;
            }
        }
        table
    }

    /// What a round of agreement decides by itself.
    fn of_method(operation: Operation) -> bool {
        matches!(
            operation,
            Operation::Invite
                | Operation::WriteDraft
                | Operation::MergeAmendments
                | Operation::DecideAmendment
                | Operation::SettlePosition
                | Operation::PrepareSection
                | Operation::RemindPartner
                | Operation::WriteMinutes
                | Operation::AddActivity
                | Operation::AssignActivity
                | Operation::ReportProgress
                | Operation::StartAction
                | Operation::AnswerIssue
                | Operation::WriteProgressReport
        )
    }

    fn part(table: &mut String, heading: &str, round: &Round, shown: impl Fn(Operation) -> bool) {
        let columns = columns();
        let wide = heading.chars().count().max(24);
        let _ = write!(table, "\n{heading:<wide$}");
        for (name, _) in &columns {
            let _ = write!(table, "{name:>9}");
        }
        table.push('\n');
        for &operation in Operation::ALL.iter().filter(|one| shown(**one)) {
            let _ = write!(table, "{:<wide$}", operation.code());
            for (_, actor) in &columns {
                let facts = Facts {
                    public: operation != Operation::CorrectContribution,
                    ..Facts::within(ambito(), round)
                };
                let mine = Facts { own: true, ..facts };
                let mark = if permit(actor, operation, &facts, now()).is_ok() {
                    "✓"
                } else if permit(actor, operation, &mine, now()).is_ok() {
                    "o"
                } else {
                    "–"
                };
                let _ = write!(table, "{mark:>9}");
            }
            table.push('\n');
        }
    }

    /// `UPDATE=1 cargo test -p domain` writes the table anew; read the difference.
    #[test]
    #[allow(clippy::disallowed_methods, reason = "a test may ask to be rewritten")]
    fn the_table_is_as_committed() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/permissions.txt");
        let table = table();
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(path, &table).unwrap();
        }
        let committed = std::fs::read_to_string(path).unwrap_or_default();
        assert!(table == committed, "permissions.txt differs; with UPDATE=1 it is written anew");
    }

    #[test]
    fn nothing_is_accepted_outside_the_window() {
        let actor = person(Role::VerifiedCitizen, IdentityLevel::L2);
        for operation in [
            Operation::Support,
            Operation::Comment,
            Operation::SubmitProposal,
            Operation::Vote,
            Operation::WithdrawVote,
        ] {
            for &state in RoundState::ALL {
                let round = round(state);
                let asked = permit(&actor, operation, &Facts::within(ambito(), &round), now());
                assert_eq!(asked.is_ok(), state == RoundState::Open, "{operation} {state}");
            }
        }
    }

    #[test]
    fn the_drafter_does_not_decide() {
        let actor = person(Role::PlanTable, IdentityLevel::L3);
        let facts = Facts { drafted: true, ..Facts::of(ambito()) };
        let asked = permit(&actor, Operation::ReviewAction, &facts, now());
        assert_eq!(asked.map(|_| ()), Err(Refusal::OwnDraft));
    }

    #[test]
    fn who_proposed_a_merge_or_wrote_in_it_does_not_mediate() {
        let actor = person(Role::Facilitator, IdentityLevel::L2);
        let facts = Facts::of(ambito());
        let asked =
            |facts: Facts<'_>| permit(&actor, Operation::MediateCluster, &facts, now()).map(|_| ());
        assert_eq!(asked(facts), Ok(()));
        assert_eq!(asked(Facts { drafted: true, ..facts }), Err(Refusal::OwnMerge));
        assert_eq!(asked(Facts { own: true, ..facts }), Err(Refusal::OwnText));
        let office = person(Role::PlanOffice, IdentityLevel::L2);
        let asked = permit(&office, Operation::MediateCluster, &facts, now()).map(|_| ());
        assert_eq!(asked, Err(Refusal::NotYourRole));
    }

    #[test]
    fn who_decided_does_not_decide_on_the_appeal() {
        let actor = person(Role::Moderator, IdentityLevel::L2);
        let facts = Facts { decided: true, ..Facts::of(ambito()) };
        let asked = permit(&actor, Operation::DecideAppeal, &facts, now()).map(|_| ());
        assert_eq!(asked, Err(Refusal::SameDecider));
        assert!(permit(&actor, Operation::DecideAppeal, &Facts::of(ambito()), now()).is_ok());
    }

    #[test]
    fn who_may_not_comment_for_a_while_may_still_send_needs() {
        let actor = person(Role::VerifiedCitizen, IdentityLevel::L2);
        let round = round(RoundState::Open);
        let until = now() + Duration::days(3);
        let facts = Facts { silenced: Some(until), ..Facts::within(ambito(), &round) };
        let asked = permit(&actor, Operation::Comment, &facts, now()).map(|_| ());
        assert_eq!(asked, Err(Refusal::CommentsSuspended { until }));
        assert!(permit(&actor, Operation::SubmitNeed, &facts, now()).is_ok());
        let over = Facts { silenced: Some(now()), ..facts };
        assert!(permit(&actor, Operation::Comment, &over, now()).is_ok());
    }

    #[test]
    fn the_admin_reads_no_restricted_text_and_has_no_vote() {
        let admin = person(Role::Admin, IdentityLevel::L2);
        let round = round(RoundState::Open);
        for operation in [
            Operation::ReadRestricted,
            Operation::Support,
            Operation::ReviewAction,
            Operation::Vote,
        ] {
            let asked = permit(&admin, operation, &Facts::within(ambito(), &round), now());
            assert!(asked.is_err(), "{operation}");
        }
    }
}
