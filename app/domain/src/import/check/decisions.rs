//! Clusters, actions, reviews and deliberations.

use std::collections::BTreeSet;

use chrono::NaiveDateTime;

use super::super::fault::{Kind, What};
use super::super::file::{Action, Body, Cluster, Contribution, Deliberation, Objection, Review};
use super::super::terms::RoleCode;
use super::{Checker, GREATEST_COUNT};
use crate::merging::{ClusterState, Share};
use crate::people::Role;
use crate::review::ReviewOutcome;
use crate::rounds::RoundState;
use crate::territory::BodyKind;

/// Greatest amount of one line of a budget, in euro.
const GREATEST_AMOUNT: f64 = 1e12;

/// Who sat, and how they voted.
struct Sitting<'a> {
    body: &'a str,
    present: &'a [String],
    absent: &'a [String],
    favour: &'a [String],
    against: &'a [String],
    abstained: &'a [String],
    abstained_at: &'static str,
    conflicted: BTreeSet<&'a str>,
}

impl<'a> Checker<'a> {
    pub(super) fn decisions(&mut self) {
        for (number, cluster) in self.file.clusters.iter().enumerate() {
            self.cluster(&self.at("clusters", number), cluster);
        }
        for (number, action) in self.file.actions.iter().enumerate() {
            self.action(&self.at("actions", number), action);
        }
        for (number, review) in self.file.reviews.iter().enumerate() {
            self.review(&self.at("reviews", number), review);
        }
        for (number, deliberation) in self.file.deliberations.iter().enumerate() {
            self.deliberation(&self.at("deliberations", number), deliberation);
        }
    }

    /// A merge of a finished round (domain.md §2.5): it points at two texts or more, of its round
    /// or of an earlier one, and was proposed by a facilitator or the Ufficio di Piano.
    fn cluster(&mut self, at: &str, cluster: &'a Cluster) {
        self.refers(format!("{at}.round"), &cluster.round, &[Kind::Round]);
        if let Some(round) = self.index.rounds.get(cluster.round.as_str()) {
            match round.state {
                RoundState::Draft
                | RoundState::Scheduled
                | RoundState::Open
                | RoundState::Suspended => {
                    self.fault(format!("{at}.round"), What::NotAllowedHere);
                }
                RoundState::Closed
                | RoundState::InSynthesis
                | RoundState::GivenBack
                | RoundState::Archived => {}
            }
        }
        if let Some(area) = &cluster.area {
            self.refers_to_area(format!("{at}.area"), area);
        }
        if let Some(policy) = &cluster.policy {
            let area = cluster.area.as_deref().map(|area| (area, format!("{at}.area")));
            self.refers_to_policy(format!("{at}.policy"), policy, area);
        }
        self.sources(at, cluster);
        if self.refers(format!("{at}.facilitator"), &cluster.facilitator, &[Kind::Person]) {
            let roles = [Role::Facilitator, Role::PlanOffice];
            self.entitled(format!("{at}.facilitator"), &cluster.facilitator, &roles);
        }
        self.between(format!("{at}.version"), cluster.version.unwrap_or(1), (1, GREATEST_COUNT));
        let supporters = cluster.distinct_supporters.unwrap_or(0);
        self.between(format!("{at}.distinct_supporters"), supporters, (0, GREATEST_COUNT));
        self.course(at, cluster);
    }

    fn sources(&mut self, at: &str, cluster: &Cluster) {
        let distinct: BTreeSet<&String> =
            cluster.sources.iter().map(|source| &source.item).collect();
        if distinct.len() < 2 && cluster.sources.len() >= 2 {
            self.fault(format!("{at}.sources"), What::TooFew { least: 2 });
        }
        let opened = self
            .index
            .rounds
            .get(cluster.round.as_str())
            .map(|round| round.opens.resolve(self.today()));
        for (number, source) in cluster.sources.iter().enumerate() {
            let at_source = format!("{at}.sources[{number}]");
            let path = format!("{at_source}.item");
            if !self.refers(path.clone(), &source.item, &[Kind::Need, Kind::Proposal]) {
                continue;
            }
            let Some(contribution) = self.index.contributions.get(source.item.as_str()).copied()
            else {
                continue;
            };
            if !contribution.is_public() {
                self.contradiction(
                    path.clone(),
                    format!("{}.state", self.index.path(&source.item)),
                );
            }
            let round = self.index.rounds.get(contribution.round.as_str());
            let sent = round.map(|round| round.opens.resolve(self.today()));
            if contribution.round != cluster.round && sent > opened && opened.is_some() {
                self.contradiction(path, format!("{at}.round"));
            }
            if let Some(excerpt) = &source.excerpt {
                self.word_for_word(format!("{at_source}.excerpt"), excerpt, contribution);
            }
        }
    }

    /// The excerpt stands in what the author wrote or in its translation; only the white space may
    /// differ.
    fn word_for_word(&mut self, path: String, excerpt: &str, source: &Contribution) {
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let excerpt = plain(excerpt);
        let texts = [
            Some(&source.title),
            Some(&source.body),
            source.title_it.as_ref(),
            source.translation_it.as_ref(),
        ];
        if !texts.into_iter().flatten().any(|text| plain(text).contains(&excerpt)) {
            self.fault(path, What::NotWordForWord { source_id: source.id.clone() });
        }
    }

    fn entitled(&mut self, path: String, id: &str, roles: &[Role]) {
        let person = self.index.people.get(id);
        if person.is_some_and(|person| {
            !person
                .roles
                .iter()
                .any(|held| matches!(held.code, RoleCode::Held(role) if roles.contains(&role)))
        }) {
            self.fault(path, What::NotEntitled { id: id.to_owned() });
        }
    }

    /// Proposed, objected to, mediated by somebody else, applied.
    fn course(&mut self, at: &str, cluster: &Cluster) {
        let proposed = self.past(format!("{at}.proposed"), &cluster.proposed);
        let until = self.moment(format!("{at}.objections_until"), &cluster.objections_until);
        let first = || (proposed, format!("{at}.proposed"));
        self.in_order(format!("{at}.objections_until"), first(), until);
        if let Some(applied) = &cluster.applied {
            let applied = self.past(format!("{at}.applied"), applied);
            self.in_order(format!("{at}.applied"), first(), applied);
        } else if cluster.state == ClusterState::Applied {
            self.fault(format!("{at}.applied"), What::Missing);
        }
        for (number, objection) in cluster.objections.iter().enumerate() {
            self.objection((at, number), objection, &cluster.facilitator, first());
        }
    }

    fn objection(
        &mut self,
        (cluster_at, number): (&str, usize),
        objection: &Objection,
        facilitator: &str,
        proposed: (NaiveDateTime, String),
    ) {
        let at = format!("{cluster_at}.objections[{number}]");
        self.refers(
            format!("{at}.by"),
            &objection.by,
            &[Kind::Person, Kind::ExtraPerson, Kind::Organisation],
        );
        let made = self.past(format!("{at}.at"), &objection.at);
        self.in_order(format!("{at}.at"), proposed, made);
        if let Some(resolved) = &objection.resolved {
            let resolved = self.past(format!("{at}.resolved"), resolved);
            self.in_order(format!("{at}.resolved"), (made, format!("{at}.at")), resolved);
        }
        let Some(mediator) = &objection.mediator else { return };
        let path = format!("{at}.mediator");
        if !self.refers(path.clone(), mediator, &[Kind::Person]) {
            return;
        }
        if mediator == facilitator {
            self.contradiction(path, format!("{cluster_at}.facilitator"));
        } else {
            // A second facilitator or the Coordinatore (domain.md §2.5, 3).
            let roles = [Role::Facilitator, Role::PlanOffice, Role::Coordinator];
            self.entitled(path, mediator, &roles);
        }
    }

    fn action(&mut self, at: &str, action: &'a Action) {
        self.refers(format!("{at}.plan"), &action.plan, &[Kind::Plan]);
        self.refers(format!("{at}.programme"), &action.programme, &[Kind::Programme]);
        if self
            .index
            .programmes
            .get(action.programme.as_str())
            .is_some_and(|plan| *plan != action.plan)
        {
            self.contradiction(format!("{at}.programme"), format!("{at}.plan"));
        }
        self.all_refer(&format!("{at}.clusters"), &action.clusters, &[Kind::Cluster]);
        self.placed(at, &action.area, &action.policy);
        for (number, policy) in action.linked_policies.iter().enumerate() {
            self.refers_to_policy(format!("{at}.linked_policies[{number}]"), policy, None);
        }
        self.refers(
            format!("{at}.owner.organisation"),
            &action.owner.organisation,
            &[Kind::Organisation],
        );
        self.refers(format!("{at}.owner.person"), &action.owner.person, &[Kind::Person]);
        for (number, activity) in action.activities.iter().enumerate() {
            let at = format!("{at}.activities[{number}]");
            self.refers(format!("{at}.responsible"), &activity.responsible, &[Kind::Person]);
            self.moment(format!("{at}.due"), &activity.due);
        }
        for (number, indicator) in action.indicators.iter().enumerate() {
            let path = format!("{at}.indicators[{number}].indicator");
            self.refers(path, &indicator.indicator, &[Kind::Indicator]);
        }
        self.refers(format!("{at}.overlap_check.by"), &action.overlap_check.by, &[Kind::Person]);
        self.past(format!("{at}.overlap_check.at"), &action.overlap_check.at);
        for (number, partner) in action.partners.iter().enumerate() {
            let path = format!("{at}.partners[{number}].organisation");
            self.refers(path, &partner.organisation, &[Kind::Organisation]);
        }
        for (number, line) in action.budget.iter().enumerate() {
            if line.amount > GREATEST_AMOUNT {
                let what = What::OutOfRange { least: 0.0, most: GREATEST_AMOUNT };
                self.fault(format!("{at}.budget[{number}].amount"), what);
            }
        }
        let starts = self.moment(format!("{at}.timing.starts"), &action.timing.starts);
        let ends = self.moment(format!("{at}.timing.ends"), &action.timing.ends);
        self.in_order(format!("{at}.timing.ends"), (starts, format!("{at}.timing.starts")), ends);
        self.between(format!("{at}.version"), action.version, (1, GREATEST_COUNT));
        self.dissent(at, action);
        self.history(at, action);
    }

    /// What is printed as dissent is a dissenting source of one of the action's clusters.
    fn dissent(&mut self, at: &str, action: &Action) {
        let clusters =
            action.clusters.iter().map(|id| self.index.clusters.get(id.as_str()).copied());
        let Some(clusters) = clusters.collect::<Option<Vec<_>>>() else { return };
        let sources = clusters.into_iter().flat_map(|cluster| &cluster.sources);
        let dissenting: BTreeSet<&str> = sources
            .filter(|source| source.role == Share::Dissent)
            .map(|source| source.item.as_str())
            .collect();
        for (number, dissent) in action.dissent.iter().enumerate() {
            let at_dissent = format!("{at}.dissent[{number}]");
            let path = format!("{at_dissent}.item");
            if !self.refers(path.clone(), &dissent.item, &[Kind::Need, Kind::Proposal]) {
                continue;
            }
            if !dissenting.contains(dissent.item.as_str()) {
                self.contradiction(path, format!("{at}.clusters"));
            }
            if let Some(source) = self.index.contributions.get(dissent.item.as_str()).copied() {
                self.word_for_word(format!("{at_dissent}.excerpt"), &dissent.excerpt, source);
            }
        }
    }

    fn history(&mut self, at: &str, action: &Action) {
        let mut before: Option<(NaiveDateTime, String)> = None;
        for (number, passage) in action.history.iter().enumerate() {
            let path = format!("{at}.history[{number}].at");
            let when = self.past(path.clone(), &passage.at);
            if let Some(before) = before {
                self.in_order(path.clone(), before, when);
            }
            before = Some((when, path));
        }
    }

    fn review(&mut self, at: &str, review: &'a Review) {
        self.past(format!("{at}.at"), &review.at);
        self.decides(at, &review.body, BodyKind::PlanTable);
        self.refers(format!("{at}.action"), &review.action, &[Kind::Action]);
        self.version(format!("{at}.action_version"), &review.action, review.action_version);
        let conflicted: BTreeSet<&str> =
            review.conflicts.iter().map(|conflict| conflict.person.as_str()).collect();
        let abstained = format!("{at}.abstained");
        for (number, conflict) in review.conflicts.iter().enumerate() {
            let at_conflict = format!("{at}.conflicts[{number}]");
            let kinds = [Kind::Need, Kind::Proposal, Kind::Comment, Kind::Action];
            self.refers(format!("{at_conflict}.source"), &conflict.source, &kinds);
            let path = format!("{at_conflict}.person");
            if self.refers(path.clone(), &conflict.person, &[Kind::Person]) {
                self.seated(path.clone(), &review.body, &conflict.person, false);
                // Who declares an interest abstains; who is absent need not.
                if !review.abstained.contains(&conflict.person)
                    && !review.absent.contains(&conflict.person)
                {
                    self.contradiction(path, abstained.clone());
                }
            }
        }
        self.sitting(
            at,
            &Sitting {
                body: &review.body,
                present: &review.present,
                absent: &review.absent,
                favour: &review.votes.favour,
                against: &review.votes.against,
                abstained: &review.abstained,
                abstained_at: "abstained",
                conflicted,
            },
        );
        if review.outcome == ReviewOutcome::AdmittedWithChanges && review.conditions.is_empty() {
            self.fault(format!("{at}.conditions"), What::TooFew { least: 1 });
        }
    }

    fn deliberation(&mut self, at: &str, deliberation: &'a Deliberation) {
        self.past(format!("{at}.at"), &deliberation.at);
        self.decides(at, &deliberation.body, BodyKind::MayorsCommittee);
        self.act(at, deliberation.act.as_ref());
        self.each_once(
            &format!("{at}.actions"),
            deliberation.actions.iter().map(|decided| &decided.action),
        );
        for (number, decided) in deliberation.actions.iter().enumerate() {
            let at = format!("{at}.actions[{number}]");
            self.refers(format!("{at}.action"), &decided.action, &[Kind::Action]);
            self.version(format!("{at}.version"), &decided.action, decided.version);
        }
        self.sitting(
            at,
            &Sitting {
                body: &deliberation.body,
                present: &deliberation.present,
                absent: &deliberation.absent,
                favour: &deliberation.votes.favour,
                against: &deliberation.votes.against,
                abstained: &deliberation.votes.abstained,
                abstained_at: "votes.abstained",
                conflicted: BTreeSet::new(),
            },
        );
    }

    /// The body exists and is of the kind that decides this.
    fn decides(&mut self, at: &str, body: &str, kind: BodyKind) {
        let path = format!("{at}.body");
        if self.refers(path.clone(), body, &[Kind::Body])
            && self.index.bodies.get(body).is_some_and(|body| body.kind != kind)
        {
            self.contradiction(path, format!("{}.type", self.index.path(body)));
        }
    }

    /// A version that the action has, or had.
    fn version(&mut self, path: String, action: &str, version: i64) {
        if let Some(action) = self.index.actions.get(action).copied() {
            self.between(path, version, (1, action.version));
        }
    }

    /// Whether a person has a seat in a body, voting if that is asked; a fault if not.
    fn seated(&mut self, path: String, body: &str, person: &str, voting: bool) {
        let Some(seats) = self.index.bodies.get(body).map(|body: &&Body| &body.seats) else {
            return;
        };
        if !seats
            .iter()
            .any(|seat| seat.person.as_deref() == Some(person) && (seat.votes || !voting))
        {
            self.fault(path, What::NotAMember { id: person.to_owned(), body: body.to_owned() });
        }
    }

    /// Members only, each in one place; who votes is present, has a voting seat and no interest;
    /// and those who count make the quorum (invariant 13).
    fn sitting(&mut self, at: &str, sitting: &Sitting<'a>) {
        let abstained_at = sitting.abstained_at;
        let lists = [
            ("present", sitting.present, false),
            ("absent", sitting.absent, false),
            (abstained_at, sitting.abstained, false),
            ("votes.favour", sitting.favour, true),
            ("votes.against", sitting.against, true),
        ];
        for (name, people, voting) in lists {
            let path = format!("{at}.{name}");
            self.each_once(&path, people);
            for (number, person) in people.iter().enumerate() {
                let path = format!("{path}[{number}]");
                if self.refers(path.clone(), person, &[Kind::Person]) {
                    self.seated(path, sitting.body, person, voting);
                }
            }
        }
        self.apart(at, ("absent", sitting.absent), ("present", sitting.present));
        self.apart(at, ("votes.against", sitting.against), ("votes.favour", sitting.favour));
        for (name, voters) in [("votes.favour", sitting.favour), ("votes.against", sitting.against)]
        {
            self.apart(at, (name, voters), (abstained_at, sitting.abstained));
            self.among(at, (name, voters), ("present", sitting.present));
            for (number, voter) in voters.iter().enumerate() {
                let abstains = sitting.abstained.contains(voter);
                if sitting.conflicted.contains(voter.as_str()) && !abstains {
                    self.contradiction(format!("{at}.{name}[{number}]"), format!("{at}.conflicts"));
                }
            }
        }
        self.among(at, (abstained_at, sitting.abstained), ("present", sitting.present));
        let present: BTreeSet<&str> = sitting.present.iter().map(String::as_str).collect();
        let count = present.difference(&sitting.conflicted).count();
        if let Some(body) = self.index.bodies.get(sitting.body)
            && i64::try_from(count).unwrap_or(i64::MAX) < body.quorum.minimum
        {
            let what = What::NoQuorum { present: count, minimum: body.quorum.minimum };
            self.fault(format!("{at}.present"), what);
        }
    }

    /// Nobody stands in both lists.
    fn apart(
        &mut self,
        at: &str,
        (name, people): (&str, &[String]),
        (other_name, other): (&str, &[String]),
    ) {
        let other: BTreeSet<&String> = other.iter().collect();
        for (number, person) in people.iter().enumerate() {
            if other.contains(person) {
                self.contradiction(format!("{at}.{name}[{number}]"), format!("{at}.{other_name}"));
            }
        }
    }

    /// Everybody in the first list stands in the second too.
    fn among(
        &mut self,
        at: &str,
        (name, people): (&str, &[String]),
        (other_name, other): (&str, &[String]),
    ) {
        let other: BTreeSet<&String> = other.iter().collect();
        for (number, person) in people.iter().enumerate() {
            if !other.contains(person) {
                self.contradiction(format!("{at}.{name}[{number}]"), format!("{at}.{other_name}"));
            }
        }
    }
}
