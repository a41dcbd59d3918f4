//! Ballots: the list of a round, the ballot itself, preparing one, its result.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{ActionRef, ClusterRef, ContributionRef, May, RoundRef};
use crate::ballots::file::Decision;
use crate::ballots::paper::Totals;
use crate::ballots::tally::OrganisationSays;
use crate::ballots::{Ballot, Choice, Tally};
use crate::ids::OrganisationId;
use crate::rounds::VoteMethod;
use crate::suppression::Shown;
use crate::time::Moment;

/// What an option points at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum OptionLink {
    /// A need or a proposal.
    Contribution(ContributionRef),
    /// A cluster.
    Cluster(ClusterRef),
    /// An action.
    Action(ActionRef),
}

/// A ballot as lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BallotCard {
    /// Number in the Ambito.
    pub number: i64,
    /// What is asked.
    pub title: String,
    /// Method.
    pub method: VoteMethod,
    /// How many options it has.
    pub options: usize,
    /// The viewer has voted.
    pub voted: bool,
}

/// The ballots of a round.
#[derive(Debug, Clone, PartialEq)]
pub struct BallotsPage {
    /// The round.
    pub round: RoundRef,
    /// First moment at which one may vote.
    pub opens: Moment,
    /// First moment after it.
    pub closes: Moment,
    /// Its ballots, by number.
    pub ballots: Vec<BallotCard>,
    /// May prepare another one.
    pub may_prepare: May,
}

/// What every page of a ballot needs.
#[derive(Debug, Clone, PartialEq)]
pub struct BallotHead {
    /// Number in the Ambito.
    pub number: i64,
    /// As it was declared.
    pub ballot: Ballot,
    /// What is said beneath the question.
    pub introduction: String,
    /// Its round.
    pub round: RoundRef,
    /// First moment at which one may vote.
    pub opens: Moment,
    /// First moment after it.
    pub closes: Moment,
    /// What the options point at, by id.
    pub links: BTreeMap<String, OptionLink>,
    /// The body that decides where the rule for ties leaves it open.
    pub body: String,
}

/// A vote as it stands, for whoever sent it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MyVote {
    /// The organisation whose vote it is; `None` for one's own.
    pub organisation: Option<(OrganisationId, String)>,
    /// What was chosen.
    pub choice: Choice,
}

/// A ballot.
#[derive(Debug, Clone, PartialEq)]
pub struct BallotPage {
    /// The ballot.
    pub head: BallotHead,
    /// May vote now.
    pub may_vote: May,
    /// Organisations one may vote for; empty where people vote for themselves.
    pub organisations: Vec<(OrganisationId, String)>,
    /// Votes of the viewer.
    pub mine: Vec<MyVote>,
    /// How many have voted, where it may be told.
    pub turnout: Option<Shown>,
    /// What each option has so far, where that is no secret.
    pub so_far: Vec<(String, Shown)>,
    /// What each organisation says so far, where that is public.
    pub positions: Vec<OrganisationSays>,
    /// Whether the result may be read.
    pub result: May,
    /// May change what is declared.
    pub may_prepare: bool,
    /// May vote now with a code that was handed out.
    pub may_by_code: bool,
    /// Works at the desk of the ballot.
    pub has_desk: bool,
}

/// Preparing a ballot.
#[derive(Debug, Clone, PartialEq)]
pub struct BallotFormPage {
    /// The round.
    pub round: RoundRef,
    /// Number of the ballot, if it is there already.
    pub number: Option<i64>,
    /// Methods the round may have.
    pub methods: &'static [VoteMethod],
    /// Clusters that may be put to the vote.
    pub clusters: Vec<ClusterRef>,
    /// Actions that may be.
    pub actions: Vec<ActionRef>,
    /// What is put to the vote in the form: id, and what it is called if it was found.
    pub chosen: Vec<(String, Option<String>)>,
}

/// What somebody typed of paper ballots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Typed {
    /// Totals of a lot.
    Totals(Totals),
    /// One ballot.
    Choice(Choice),
}

/// A lot of paper ballots, or a single one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperCard {
    /// Its number in the ballot.
    pub number: i64,
    /// What it is called: the box, the session.
    pub label: String,
    /// Two people typed the same: it counts.
    pub done: bool,
    /// The viewer has typed it.
    pub mine: bool,
    /// What two people typed, where they differ; nothing before the second has typed.
    pub typed: Vec<Typed>,
}

/// The desk of a ballot.
#[derive(Debug, Clone, PartialEq)]
pub struct DeskPage {
    /// The ballot.
    pub head: BallotHead,
    /// Paper ballots handed out.
    pub handed_papers: u32,
    /// Codes handed out.
    pub handed_codes: u32,
    /// May hand out now.
    pub may_hand: May,
    /// May type now.
    pub may_type: May,
    /// Papers, by number.
    pub papers: Vec<PaperCard>,
    /// The paper that is typed for the second time.
    pub typing: Option<i64>,
}

/// The result of a ballot.
#[derive(Debug, Clone, PartialEq)]
pub struct BallotResultPage {
    /// The ballot.
    pub head: BallotHead,
    /// The count, and how it can be repeated; or why it isn't shown.
    pub result: Result<BallotResult, crate::faults::Refusal>,
    /// How many have voted, where it may be told.
    pub turnout: Option<Shown>,
    /// May decide on a tie now.
    pub may_decide: bool,
}

/// A result that may be read.
#[derive(Debug, Clone, PartialEq)]
pub struct BallotResult {
    /// The count.
    pub tally: Tally,
    /// SHA-256 of the file that gives it again, in hexadecimal.
    pub file_hash: String,
    /// The file holds every ballot, not only what they come to.
    pub file_has_rows: bool,
    /// What a body decided on ties.
    pub decision: Option<Decision>,
    /// Reserves and objections in the words of those who have them, by option, in an order that
    /// tells nothing: *consenso* alone.
    pub words: BTreeMap<String, Vec<(crate::ballots::choice::Consent, String)>>,
}
