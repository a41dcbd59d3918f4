//! Rounds of agreement: what concertazione, co-programmazione, co-progettazione and co-gestione open
//! beside voices.
//!
//! - [`guests`]: who is invited, and whose mandate has ended
//! - [`drafts`]: the draft in numbered paragraphs
//! - [`amendments`]: proposed, merged, decided
//! - [`positions`]: of organisations, with where they stand
//! - [`resources`]: what organisations bring
//! - [`sections`]: the shared draft of a co-progettazione; [`budget`]: what it costs
//! - [`minutes`]: what the round came to
//! - [`activities`], [`issues`], [`progress`]: what a co-gestione carries out, what goes wrong, and
//!   its periodic report

pub mod activities;
pub mod amendments;
pub mod budget;
pub mod drafts;
pub mod guests;
pub mod issues;
pub mod minutes;
pub mod positions;
pub mod progress;
pub mod resources;
pub mod sections;

use std::collections::BTreeMap;

use domain::actions::ActivityState;
use domain::contributions::text;
use domain::faults::{Fault, Refusal, What};
use domain::ids::{OrganisationId, RoundId};
use domain::methods::{REASON_LEAST, REASON_MOST};
use domain::people::Role;
use domain::policy::{Facts, Operation, permit};
use domain::rounds::{Opening, Round, RoundKind, RoundState};
use domain::views::{May, MethodSummary, OrganisationName};
use store::methods::{self, Guest};
use store::read::{self, rounds::StoredRound};
use store::{Snapshot, StoreError};

use crate::{Asking, Declined};

/// A round of this number, for who may know of it: one that is being prepared is there for those
/// who prepare it.
pub(crate) async fn round(
    snapshot: &mut Snapshot,
    ask: &Asking,
    number: i64,
) -> Result<StoredRound, Declined> {
    let found = read::rounds::by_number(snapshot, ask.ambito, number).await?;
    let prepares = ask.actor.has(Role::Facilitator) || ask.actor.has(Role::PlanOffice);
    found
        .filter(|stored| prepares || stored.round.state(ask.now) != RoundState::Draft)
        .ok_or(Declined::NotFound)
}

/// The round of an id.
pub(crate) async fn round_of(
    snapshot: &mut Snapshot,
    ask: &Asking,
    id: RoundId,
) -> Result<StoredRound, Declined> {
    let number = read::rounds::by_id(snapshot, id).await?.ok_or(Declined::NotFound)?.number;
    round(snapshot, ask, number).await
}

/// Whether a round opens something at some time.
pub(crate) fn opens(round: &Round, openings: &[Opening]) -> bool {
    openings.iter().any(|opening| round.level_for(*opening).is_some())
}

/// Nothing of the kind is to be found in a round that never opens it.
pub(crate) fn must_open(round: &Round, openings: &[Opening]) -> Result<(), Declined> {
    if opens(round, openings) { Ok(()) } else { Err(Declined::NotFound) }
}

/// The invitations of a round.
pub(crate) struct Guests(BTreeMap<OrganisationId, Guest>);

impl Guests {
    /// Reads them.
    pub(crate) async fn of(snapshot: &mut Snapshot, round: RoundId) -> Result<Self, StoreError> {
        Ok(Guests(methods::guests(snapshot, round).await?))
    }

    /// Whether anybody in particular is invited.
    pub(crate) fn by_invitation(&self) -> bool {
        self.0.values().any(|guest| guest.invited)
    }

    /// Whether an organisation may speak: it is invited, or nobody in particular is and the
    /// method doesn't ask for an admission.
    pub(crate) fn admits(&self, kind: RoundKind, organisation: OrganisationId) -> bool {
        match self.0.get(&organisation) {
            Some(guest) => guest.invited,
            None => !self.by_invitation() && kind != RoundKind::CoDesign,
        }
    }

    /// Those invited now.
    pub(crate) fn invited(&self) -> impl Iterator<Item = OrganisationId> + '_ {
        self.0.iter().filter(|(_, guest)| guest.invited).map(|(id, _)| *id)
    }

    /// How an organisation stands, if it was ever invited.
    pub(crate) fn of_organisation(&self, organisation: OrganisationId) -> Option<&Guest> {
        self.0.get(&organisation)
    }
}

/// Organisations whose mandate the viewer holds.
pub(crate) fn mandates(ask: &Asking) -> Vec<OrganisationId> {
    let mut held: Vec<OrganisationId> = ask
        .actor
        .grants()
        .iter()
        .filter(|grant| grant.role == Role::Representative)
        .filter_map(|grant| grant.organisation)
        .collect();
    held.sort_unstable();
    held.dedup();
    held
}

/// For whom the viewer may speak in a round.
pub(crate) fn speaks_for(ask: &Asking, round: &Round, guests: &Guests) -> Vec<OrganisationId> {
    mandates(ask).into_iter().filter(|one| guests.admits(round.kind, *one)).collect()
}

/// Organisations by id, named, in the order of their names.
pub(crate) fn named(
    register: &BTreeMap<OrganisationId, OrganisationName>,
    ids: impl IntoIterator<Item = OrganisationId>,
) -> Vec<OrganisationName> {
    let mut names: Vec<OrganisationName> =
        ids.into_iter().filter_map(|id| register.get(&id).cloned()).collect();
    names.sort_by_cached_key(|one| (domain::language::fold(&one.name), one.code.clone()));
    names
}

/// Whether the viewer may do this for an organisation in the round now. Why not is said by what
/// the round allows at all before it is said of the person.
pub(crate) fn may_speak(
    ask: &Asking,
    operation: Operation,
    opening: Opening,
    round: &Round,
    guests: &Guests,
) -> May {
    crate::rounds::window(round, opening, ask.now)?;
    let invited = !speaks_for(ask, round, guests).is_empty();
    let facts = Facts { invited, ..Facts::within(ask.ambito, round) };
    permit(&ask.actor, operation, &facts, ask.now).map(|_| ())
}

/// Whether the institution may do this in the round now.
pub(crate) fn may(ask: &Asking, operation: Operation, round: &Round) -> May {
    permit(&ask.actor, operation, &Facts::within(ask.ambito, round), ask.now).map(|_| ())
}

/// The organisation for which somebody acts: the one that was named, or the only one there is.
pub(crate) fn acting_for(
    ask: &Asking,
    register: &BTreeMap<OrganisationId, OrganisationName>,
    code: &str,
) -> Result<OrganisationId, Declined> {
    let held = mandates(ask);
    let named = register.iter().find(|(_, one)| one.code == code).map(|(id, _)| *id);
    match (held.as_slice(), named) {
        (_, Some(id)) if held.contains(&id) => Ok(id),
        ([only], None) if code.is_empty() => Ok(*only),
        ([], _) => Err(Refusal::NotYourRole.into()),
        (_, _) => {
            let what = if code.is_empty() { What::Missing } else { What::NotAChoice };
            Err(vec![Fault::new("organisation", what)].into())
        }
    }
}

/// Checks a reason that must be given.
pub(crate) fn reason_faults(reason: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    text(&mut faults, "reason", reason, REASON_MOST, REASON_LEAST);
    faults
}

/// What a round opens beside voices, in short; `None` for a consultation.
pub(crate) async fn summary(
    snapshot: &mut Snapshot,
    ask: &Asking,
    stored: &StoredRound,
) -> Result<Option<MethodSummary>, Declined> {
    let round = &stored.round;
    if round.kind == RoundKind::Consultation {
        return Ok(None);
    }
    let mut summary =
        MethodSummary { of_agreement: opens(round, minutes::AGREED), ..MethodSummary::default() };
    if opens(round, drafts::DRAFTED) {
        let newest = methods::newest_draft(snapshot, round.id).await?;
        summary.draft = Some(
            newest.map_or((0, 0), |draft| (draft.version, draft.text.paragraphs.len() as u64)),
        );
    }
    if opens(round, &[Opening::Amendments]) {
        summary.amendments = Some(methods::count_amendments(snapshot, round.id).await?);
    }
    if opens(round, &[Opening::Positions]) {
        summary.positions = Some(positions::stated(snapshot, ask, round).await?);
    }
    if opens(round, &[Opening::Commitments]) {
        let there = methods::resources(snapshot, round.id).await?;
        let there = there.iter().filter(|one| one.ended.is_none()).count();
        summary.resources = Some(there as u64);
    }
    if opens(round, &[Opening::SharedDraft]) {
        let versions = methods::section_versions(snapshot, round.id).await?;
        let firsts = versions.iter().filter(|one| one.version == 1).count();
        summary.sections = Some(firsts as u64);
    }
    if opens(round, &[Opening::Budget]) {
        summary.budget = Some(budget::views(snapshot, ask, round.id).await?.1);
    }
    if activities::must_run(round).is_ok() {
        let there = methods::activities(snapshot, round.id).await?;
        let standings: Vec<_> = there.iter().map(methods::StoredActivity::standing).collect();
        let cancelled = |of: ActivityState| matches!(of, ActivityState::Cancelled);
        let all = standings.iter().filter(|one| !cancelled(one.state)).count() as u64;
        let unassigned = standings.iter().filter(|one| one.unassigned()).count() as u64;
        summary.activities = Some((all, unassigned));
        let reports = methods::progress_reports(snapshot, round.id).await?;
        summary.progress_reports = Some(reports.len() as u64);
    }
    if opens(round, &[Opening::Issues]) {
        let issues = methods::issues(snapshot, round.id).await?;
        let pending = issues.iter().filter(|one| one.state().pending()).count() as u64;
        summary.issues = Some((issues.len() as u64, pending));
    }
    let guests = Guests::of(snapshot, round.id).await?;
    if guests.by_invitation() {
        summary.invited = Some(guests.invited().count() as u64);
    }
    summary.ended = methods::minutes(snapshot, round.id).await?.first().map(|one| one.ending);
    Ok(Some(summary))
}
