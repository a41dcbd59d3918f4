//! Everything that has an id, to look it up; where two have one id is found here.

use std::collections::{BTreeMap, BTreeSet};

use super::super::fault::{Faults, Kind, What};
use super::super::file::{
    Action, Body, Cluster, Comment, Contribution, ExtraPerson, File, Person, Round,
};
use super::Places;
use crate::contributions::Kind as ContributionKind;
use crate::people::IdentityLevel;

/// The objects of a file by id. Of two with one id the first counts.
#[derive(Debug, Default)]
pub(super) struct Index<'a> {
    ids: BTreeMap<&'a str, (Kind, String)>,
    pub(super) areas: BTreeSet<&'a str>,
    /// Policies, each with its area.
    pub(super) policies: BTreeMap<&'a str, &'a str>,
    pub(super) people: BTreeMap<&'a str, &'a Person>,
    pub(super) extra_people: BTreeMap<&'a str, &'a ExtraPerson>,
    pub(super) bodies: BTreeMap<&'a str, &'a Body>,
    /// Annual programmes, each with its plan.
    pub(super) programmes: BTreeMap<&'a str, &'a str>,
    pub(super) rounds: BTreeMap<&'a str, &'a Round>,
    /// Sessions, each with its round.
    pub(super) sessions: BTreeMap<&'a str, &'a str>,
    pub(super) contributions: BTreeMap<&'a str, &'a Contribution>,
    pub(super) comments: BTreeMap<&'a str, &'a Comment>,
    pub(super) clusters: BTreeMap<&'a str, &'a Cluster>,
    pub(super) actions: BTreeMap<&'a str, &'a Action>,
}

impl<'a> Index<'a> {
    /// Kind of the object with this id (areas and policies apart).
    pub(super) fn kind(&self, id: &str) -> Option<Kind> {
        self.ids.get(id).map(|(kind, _)| *kind)
    }

    /// Path of the object with this id (areas and policies apart).
    pub(super) fn path(&self, id: &str) -> &str {
        self.ids.get(id).map_or("", |(_, path)| path)
    }

    /// Identity level of a person or extra person.
    pub(super) fn level(&self, id: &str) -> Option<IdentityLevel> {
        let named = self.people.get(id).map(|person| person.identity_level);
        named.or_else(|| self.extra_people.get(id).map(|person| person.level()))
    }

    pub(super) fn of(file: &'a File, places: &Places, faults: &mut Faults) -> Self {
        let mut index = Self::default();
        let mut entry = Entry { index: &mut index, places, faults };
        entry.add(&file.ambito.id, Kind::Ambito, "ambito".to_owned());
        entry.people(file);
        entry.plans(file);
        entry.voices(file);
        entry.decisions(file);
        index
    }
}

/// Enters objects into an index.
struct Entry<'i, 'a> {
    index: &'i mut Index<'a>,
    places: &'i Places,
    faults: &'i mut Faults,
}

impl<'a> Entry<'_, 'a> {
    /// Enters an id; false when another object has it already.
    fn add(&mut self, id: &'a str, kind: Kind, path: String) -> bool {
        if let Some((_, first)) = self.index.ids.get(id) {
            let what = What::DuplicateId { id: id.to_owned(), first: first.clone() };
            self.faults.add(format!("{path}.id"), what);
            return false;
        }
        self.index.ids.insert(id, (kind, path));
        true
    }

    fn add_at(&mut self, id: &'a str, kind: Kind, section: &str, number: usize) -> bool {
        self.add(id, kind, self.places.at(section, number))
    }

    fn people(&mut self, file: &'a File) {
        for (number, municipality) in file.municipalities.iter().enumerate() {
            self.add_at(&municipality.id, Kind::Municipality, "municipalities", number);
        }
        for (number, organisation) in file.organisations.iter().enumerate() {
            self.add_at(&organisation.id, Kind::Organisation, "organisations", number);
        }
        for (number, person) in file.people.iter().enumerate() {
            if self.add_at(&person.id, Kind::Person, "people", number) {
                self.index.people.insert(&person.id, person);
            }
        }
        for (number, person) in file.extra_people.iter().enumerate() {
            if self.add_at(&person.id, Kind::ExtraPerson, "extra_people", number) {
                self.index.extra_people.insert(&person.id, person);
            }
        }
        for (number, body) in file.bodies.iter().enumerate() {
            if self.add_at(&body.id, Kind::Body, "bodies", number) {
                self.index.bodies.insert(&body.id, body);
            }
            for (seat_number, seat) in body.seats.iter().enumerate() {
                let path = format!("{}.seats[{seat_number}]", self.places.at("bodies", number));
                self.add(&seat.id, Kind::Seat, path);
            }
        }
    }

    fn plans(&mut self, file: &'a File) {
        for (number, plan) in file.plans.iter().enumerate() {
            self.add_at(&plan.id, Kind::Plan, "plans", number);
            for (programme_number, programme) in plan.annual_programmes.iter().enumerate() {
                let path = format!(
                    "{}.annual_programmes[{programme_number}]",
                    self.places.at("plans", number)
                );
                if self.add(&programme.id, Kind::Programme, path) {
                    self.index.programmes.insert(&programme.id, &plan.id);
                }
            }
        }
        self.areas(file);
        for (number, indicator) in file.indicators.iter().enumerate() {
            self.add_at(&indicator.id, Kind::Indicator, "indicators", number);
        }
        for (number, round) in file.rounds.iter().enumerate() {
            if self.add_at(&round.id, Kind::Round, "rounds", number) {
                self.index.rounds.insert(&round.id, round);
            }
        }
    }

    /// Areas are unique among areas, policies among policies.
    fn areas(&mut self, file: &'a File) {
        let mut areas = BTreeMap::new();
        let mut policies = BTreeMap::new();
        let mut taken = |id: &'a str, seen: &mut BTreeMap<&'a str, String>, path: String| {
            if let Some(first) = seen.get(id) {
                let what = What::DuplicateId { id: id.to_owned(), first: first.clone() };
                self.faults.add(format!("{path}.id"), what);
                return true;
            }
            seen.insert(id, path);
            false
        };
        for (number, area) in file.areas.iter().enumerate() {
            let at = self.places.at("areas", number);
            taken(&area.id, &mut areas, at.clone());
            self.index.areas.insert(&area.id);
            for (policy_number, policy) in area.policies.iter().enumerate() {
                if !taken(&policy.id, &mut policies, format!("{at}.policies[{policy_number}]")) {
                    self.index.policies.insert(&policy.id, &area.id);
                }
            }
        }
    }

    fn voices(&mut self, file: &'a File) {
        let needs = file.needs.iter().enumerate().map(|(number, need)| ("needs", number, need));
        let proposals = file
            .proposals
            .iter()
            .enumerate()
            .map(|(number, proposal)| ("proposals", number, proposal));
        for (section, number, contribution) in needs.chain(proposals) {
            let kind = match contribution.kind {
                ContributionKind::Need => Kind::Need,
                ContributionKind::Proposal => Kind::Proposal,
            };
            if self.add_at(&contribution.id, kind, section, number) {
                self.index.contributions.insert(&contribution.id, contribution);
            }
        }
        for (number, comment) in file.comments.iter().enumerate() {
            if self.add_at(&comment.id, Kind::Comment, "comments", number) {
                self.index.comments.insert(&comment.id, comment);
            }
        }
        for (number, session) in file.community_lab_sessions.iter().enumerate() {
            if self.add_at(&session.id, Kind::Session, "community_lab_sessions", number) {
                self.index.sessions.insert(&session.id, &session.round);
            }
        }
    }

    fn decisions(&mut self, file: &'a File) {
        for (number, cluster) in file.clusters.iter().enumerate() {
            if self.add_at(&cluster.id, Kind::Cluster, "clusters", number) {
                self.index.clusters.insert(&cluster.id, cluster);
            }
        }
        for (number, action) in file.actions.iter().enumerate() {
            if self.add_at(&action.id, Kind::Action, "actions", number) {
                self.index.actions.insert(&action.id, action);
            }
            for (activity_number, activity) in action.activities.iter().enumerate() {
                let path =
                    format!("{}.activities[{activity_number}]", self.places.at("actions", number));
                self.add(&activity.id, Kind::Activity, path);
            }
        }
        for (number, review) in file.reviews.iter().enumerate() {
            self.add_at(&review.id, Kind::Review, "reviews", number);
        }
        for (number, deliberation) in file.deliberations.iter().enumerate() {
            self.add_at(&deliberation.id, Kind::Deliberation, "deliberations", number);
        }
    }
}
