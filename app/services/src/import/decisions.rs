//! What became of the voices: clusters, actions, reviews, acts, answers.
//!
//! Of an action the file gives the present sheet only. A review or an act may name an earlier
//! version: that version is written with the same sheet, because what it said then is not known.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use domain::actions::{
    ActionIndicator, ActionState, Activity, BudgetLine, OverlapCheck, Owner, Partner, Sheet,
    version_hash,
};
use domain::events::{Details, Subject, hex};
use domain::ids::ContributionId;
use domain::import::file::{Action, Cluster, Review};
use domain::import::terms::DeliberationOutcome;
use domain::merging::{self, ClusterState};
use domain::review::Presence;
use domain::time::Moment;
use serde_json::{Value, json};
use store::import::Rows;
use store::{StoreError, Tx};
use uuid::Uuid;

use super::{Writing, class};
use crate::Declined;

impl<'a> Writing<'a> {
    /// Writes all decisions; returns the contributions whose thread goes on, to be staged anew.
    pub(super) async fn decisions(
        &mut self,
        tx: &mut Tx,
    ) -> Result<BTreeSet<ContributionId>, Declined> {
        self.clusters(tx).await?;
        let hashes = self.actions(tx).await?;
        self.reviews(tx).await?;
        self.deliberations(tx, &hashes).await?;
        self.outcomes(tx).await?;
        let file = self.file;
        let merged = file.clusters.iter().flat_map(|cluster| &cluster.sources);
        let answered = file.needs.iter().chain(&file.proposals).filter(|c| c.outcome.is_some());
        merged
            .map(|source| &source.item)
            .chain(answered.map(|contribution| &contribution.id))
            .map(|code| Ok(self.id(code)?.into()))
            .collect()
    }

    async fn clusters(&mut self, tx: &mut Tx) -> Result<(), Declined> {
        let file = self.file;
        let mut ordered: Vec<(Moment, &Cluster)> = file
            .clusters
            .iter()
            .map(|cluster| (self.clock.at(&cluster.proposed), cluster))
            .collect();
        ordered.sort_by_key(|(proposed, cluster)| (*proposed, cluster.id.as_str()));
        let mut clusters = Rows::of("clusters");
        let mut sources = Rows::of("cluster_sources");
        for (number, &(proposed, cluster)) in (1_i64..).zip(&ordered) {
            let id = self.named("cluster", &cluster.id, proposed);
            let policy = cluster.policy.as_deref();
            let policy = policy.map(|policy| self.policy(policy)).transpose()?;
            let applied = cluster.applied.as_ref().map(|applied| self.clock.at(applied));
            let salt: [u8; 32] = self.chance.bytes();
            let objections: Vec<Value> = cluster
                .objections
                .iter()
                .map(|objection| {
                    Ok(json!({
                        "by": self.id(&objection.by)?,
                        "at": self.clock.at(&objection.at),
                        "text": objection.text,
                        "mediator": self.maybe(objection.mediator.as_ref())?,
                        "resolved": objection.resolved.as_ref().map(|at| self.clock.at(at)),
                        "resolution": objection.resolution,
                    }))
                })
                .collect::<Result<_, StoreError>>()?;
            clusters.add([
                ("id", id.into()),
                ("ambito_id", self.ambito.into()),
                ("number", number.into()),
                ("round_id", self.id(&cluster.round)?.into()),
                ("policy_id", policy.into()),
                ("title", cluster.title.as_str().into()),
                ("synthesis", cluster.text.as_str().into()),
                ("reason", cluster.reason.as_str().into()),
                ("facilitator_id", self.id(&cluster.facilitator)?.into()),
                ("state", cluster.state.code().into()),
                ("version", cluster.version.unwrap_or(1).into()),
                ("created_at", proposed.into()),
                ("closes_at", self.clock.at(&cluster.objections_until).into()),
                ("applied_at", applied.into()),
                ("kept_supporters", cluster.distinct_supporters.into()),
                ("objections", Value::from(objections).to_string().into()),
                ("salt", salt.into()),
            ]);
            let mut others = Vec::new();
            for (position, source) in (1_i64..).zip(&cluster.sources) {
                let contribution = self.id(&source.item)?;
                others.push(contribution);
                sources.add([
                    ("cluster_id", id.into()),
                    ("contribution_id", contribution.into()),
                    ("position", position.into()),
                    ("share", source.role.code().into()),
                    ("excerpt", source.excerpt.as_deref().into()),
                ]);
            }
            let hash = merging::hash(&salt, &cluster.title, &cluster.text, &cluster.reason);
            let made = Details {
                version: Some(cluster.version.unwrap_or(1)),
                text: Some(hex(&hash)),
                others,
                ..Details::default()
            };
            self.act(proposed, Subject::Cluster, id, made)?;
            for objection in &cluster.objections {
                let at = self.clock.at(&objection.at);
                self.act(at, Subject::Cluster, id, class(ClusterState::Contested.code()))?;
                if let Some(resolved) = &objection.resolved {
                    let at = self.clock.at(resolved);
                    self.act(at, Subject::Cluster, id, class(ClusterState::Mediated.code()))?;
                }
            }
            if let Some(applied) = applied {
                self.act(applied, Subject::Cluster, id, class(ClusterState::Applied.code()))?;
            }
        }
        self.write(tx, clusters).await?;
        Ok(self.write(tx, sources).await?)
    }

    /// Actions; returns the hash of each one's sheet.
    async fn actions(&mut self, tx: &mut Tx) -> Result<HashMap<&'a str, [u8; 32]>, Declined> {
        let file = self.file;
        let mut ordered: Vec<(Moment, &Action)> =
            file.actions.iter().map(|action| (self.begun(action), action)).collect();
        ordered.sort_by_key(|(begun, action)| (*begun, action.id.as_str()));
        let mut hashes = HashMap::new();
        let mut tables = ActionTables::new();
        for (number, &(begun, action)) in (1_i64..).zip(&ordered) {
            let hash = self.action(&mut tables, number, begun, action)?;
            hashes.insert(action.id.as_str(), hash);
        }
        let ActionTables { actions, versions, clusters, dissents, history } = tables;
        for rows in [actions, versions, clusters, dissents, history] {
            self.write(tx, rows).await?;
        }
        Ok(hashes)
    }

    /// When an action was begun, as far as the file says.
    fn begun(&self, action: &Action) -> Moment {
        let first = action.history.first().map(|passage| &passage.at);
        self.clock.at(first.unwrap_or(&action.overlap_check.at))
    }

    fn action(
        &mut self,
        tables: &mut ActionTables,
        number: i64,
        begun: Moment,
        action: &'a Action,
    ) -> Result<[u8; 32], Declined> {
        let id = self.named("action", &action.id, begun);
        for activity in &action.activities {
            self.is("activity", &activity.id, id);
        }
        let sheet = self.sheet(action)?;
        let text = sheet.text().map_err(StoreError::from)?;
        let hash = version_hash(&text);
        // The format names no drafter: who answers for the action stands for them.
        let drafted_by = self.id(&action.owner.person)?;
        let passages: Vec<(ActionState, Moment)> = action
            .history
            .iter()
            .filter_map(|passage| {
                // The format leaves these words open; a page can only say those it knows.
                Some((passage.state.parse().ok()?, self.clock.at(&passage.at)))
            })
            .collect();
        let sent =
            passages.iter().find(|(state, _)| *state == ActionState::AtTable).map(|(_, at)| *at);
        let changed = passages.iter().map(|(_, at)| *at).max().unwrap_or(begun);
        tables.actions.add([
            ("id", id.into()),
            ("ambito_id", self.ambito.into()),
            ("number", number.into()),
            ("plan_id", self.id(&action.plan)?.into()),
            ("programme_id", self.id(&action.programme)?.into()),
            ("state", action.state.code().into()),
            ("version", action.version.into()),
            ("drafted_by", drafted_by.into()),
            ("created_at", begun.into()),
            ("sent_at", sent.into()),
            ("changed_at", changed.into()),
        ]);
        let policy = self.policy(&action.policy)?;
        for (version, at) in self.versions(action, begun) {
            tables.versions.add([
                ("action_id", id.into()),
                ("version", version.into()),
                ("at", at.into()),
                ("drafted_by", drafted_by.into()),
                ("title", action.title.as_str().into()),
                ("policy_id", policy.into()),
                ("sheet", text.as_str().into()),
                ("hash", hash.into()),
            ]);
            let details =
                Details { version: Some(version), text: Some(hex(&hash)), ..Details::default() };
            self.act(at, Subject::Action, id, details)?;
        }
        let clusters: BTreeSet<&String> = action.clusters.iter().collect();
        for cluster in clusters {
            let cluster = self.id(cluster)?;
            tables.clusters.add([("action_id", id.into()), ("cluster_id", cluster.into())]);
        }
        let dissents: BTreeMap<_, _> =
            action.dissent.iter().map(|dissent| (&dissent.item, dissent)).collect();
        for dissent in dissents.into_values() {
            tables.dissents.add([
                ("action_id", id.into()),
                ("contribution_id", self.id(&dissent.item)?.into()),
                ("excerpt", dissent.excerpt.as_str().into()),
                ("answer", dissent.answer.as_deref().into()),
            ]);
        }
        for (position, &(state, at)) in (1_i64..).zip(&passages) {
            tables.history.add([
                ("action_id", id.into()),
                ("position", position.into()),
                ("state", state.code().into()),
                ("at", at.into()),
            ]);
            self.act(at, Subject::Action, id, class(state.code()))?;
        }
        Ok(hash)
    }

    /// The versions to write, each with its moment: the present one, and earlier ones that a
    /// review or an act names.
    fn versions(&self, action: &Action, begun: Moment) -> BTreeMap<i64, Moment> {
        let reviewed: Vec<(i64, Moment)> = self
            .file
            .reviews
            .iter()
            .filter(|review| review.action == action.id)
            .map(|review| (review.action_version, self.clock.at(&review.at)))
            .collect();
        let decided = self
            .file
            .deliberations
            .iter()
            .flat_map(|deliberation| &deliberation.actions)
            .filter(|decided| decided.action == action.id)
            .map(|decided| decided.version);
        let named = reviewed.iter().map(|(version, _)| *version);
        named
            .chain(decided)
            .chain([action.version])
            .map(|version| {
                // Each version follows the last review of an earlier one.
                let after = reviewed.iter().filter(|(of, _)| *of < version).map(|(_, at)| *at);
                (version, after.max().unwrap_or(begun))
            })
            .collect()
    }

    fn sheet(&self, action: &Action) -> Result<Sheet, StoreError> {
        Ok(Sheet {
            title: action.title.clone(),
            policy: Some(self.policy(&action.policy)?.into()),
            linked_policies: action
                .linked_policies
                .iter()
                .map(|policy| Ok(self.policy(policy)?.into()))
                .collect::<Result<_, StoreError>>()?,
            owner: Some(Owner {
                organisation: self.id(&action.owner.organisation)?.into(),
                person: Some(self.id(&action.owner.person)?.into()),
            }),
            recipients: action.recipients.clone(),
            objective: action.objective.clone(),
            description: action.description.clone(),
            activities: action
                .activities
                .iter()
                .map(|activity| {
                    Ok(Activity {
                        what: activity.what.clone(),
                        responsible: Some(self.id(&activity.responsible)?.into()),
                        due: Some(self.clock.day(&activity.due)),
                        state: activity.state,
                        evidence: activity.evidence.clone().unwrap_or_default(),
                    })
                })
                .collect::<Result<_, StoreError>>()?,
            indicators: action
                .indicators
                .iter()
                .map(|indicator| {
                    Ok(ActionIndicator {
                        indicator: self.id(&indicator.indicator)?.into(),
                        baseline: indicator.baseline,
                        target: indicator.target,
                    })
                })
                .collect::<Result<_, StoreError>>()?,
            overlap: Some(OverlapCheck {
                outcome: action.overlap_check.outcome,
                note: action.overlap_check.note.clone(),
            }),
            integration: action.integration.clone(),
            partners: action
                .partners
                .iter()
                .map(|partner| {
                    Ok(Partner {
                        organisation: self.id(&partner.organisation)?.into(),
                        brings: partner.brings.clone(),
                        sector: partner.sector,
                    })
                })
                .collect::<Result<_, StoreError>>()?,
            budget: action
                .budget
                .iter()
                .map(|line| BudgetLine { source: line.source.clone(), cents: cents(line.amount) })
                .collect(),
            starts: Some(self.clock.day(&action.timing.starts)),
            ends: Some(self.clock.day(&action.timing.ends)),
            level: action.level.map(|level| level.code().to_owned()).unwrap_or_default(),
            own_initiative: String::new(),
        })
    }

    async fn reviews(&mut self, tx: &mut Tx) -> Result<(), Declined> {
        let file = self.file;
        let mut reviews = Rows::of("reviews");
        let mut members = Rows::of("review_members");
        for review in &file.reviews {
            let at = self.clock.at(&review.at);
            let id = self.named("review", &review.id, at);
            let action = self.id(&review.action)?;
            let conditions = serde_json::to_string(&review.conditions).map_err(StoreError::from)?;
            reviews.add([
                ("id", id.into()),
                ("ambito_id", self.ambito.into()),
                ("body_id", self.id(&review.body)?.into()),
                ("action_id", action.into()),
                ("version", review.action_version.into()),
                ("at", at.into()),
                ("outcome", review.outcome.code().into()),
                ("reason", review.reason.as_str().into()),
                ("conditions", conditions.into()),
                ("minority", review.minority_opinion.as_deref().into()),
            ]);
            let sitting = review.present.iter().chain(&review.absent);
            for (position, person) in (1_i64..).zip(sitting) {
                let interest = review.conflicts.iter().find(|conflict| conflict.person == *person);
                members.add([
                    ("review_id", id.into()),
                    ("person_id", self.id(person)?.into()),
                    ("position", position.into()),
                    ("presence", presence(review, person).code().into()),
                    ("interest", interest.map(|conflict| conflict.reason.as_str()).into()),
                ]);
            }
            let details = Details {
                version: Some(review.action_version),
                class: Some(review.outcome.code().to_owned()),
                others: vec![action],
                ..Details::default()
            };
            self.act(at, Subject::Review, id, details)?;
        }
        self.write(tx, reviews).await?;
        Ok(self.write(tx, members).await?)
    }

    async fn deliberations(
        &mut self,
        tx: &mut Tx,
        hashes: &HashMap<&str, [u8; 32]>,
    ) -> Result<(), Declined> {
        let file = self.file;
        let mut acts = Rows::of("deliberations");
        let mut decided = Rows::of("deliberation_actions");
        for deliberation in &file.deliberations {
            let at = self.clock.at(&deliberation.at);
            let id = self.named("deliberation", &deliberation.id, at);
            let act = deliberation.act.as_ref();
            let date = act.map_or_else(
                || self.clock.day(&deliberation.at),
                |act| act.date.resolve(self.clock.today),
            );
            let votes = &deliberation.votes;
            let parts = json!({
                "present": self.ids_of(&deliberation.present)?,
                "absent": self.ids_of(&deliberation.absent)?,
                "favour": self.ids_of(&votes.favour)?,
                "against": self.ids_of(&votes.against)?,
                "abstained": self.ids_of(&votes.abstained)?,
            });
            acts.add([
                ("id", id.into()),
                ("ambito_id", self.ambito.into()),
                ("body_id", self.id(&deliberation.body)?.into()),
                ("at", at.into()),
                ("act_number", act.map_or("", |act| act.number.as_str()).into()),
                ("act_date", date.into()),
                ("title", deliberation.title.as_str().into()),
                ("approved", (deliberation.outcome == DeliberationOutcome::Approved).into()),
                ("reason", deliberation.reason.as_str().into()),
                ("parts", parts.to_string().into()),
            ]);
            let mut others: Vec<Uuid> = Vec::new();
            for exact in &deliberation.actions {
                let action = self.id(&exact.action)?;
                others.push(action);
                let hash = hashes.get(exact.action.as_str()).copied();
                decided.add([
                    ("deliberation_id", id.into()),
                    ("action_id", action.into()),
                    ("version", exact.version.into()),
                    ("hash", hash.into()),
                ]);
            }
            let details = Details {
                class: Some(deliberation.outcome.code().to_owned()),
                others,
                ..Details::default()
            };
            self.act(at, Subject::Deliberation, id, details)?;
        }
        self.write(tx, acts).await?;
        Ok(self.write(tx, decided).await?)
    }

    /// Answers: direct ones, and those kept from a round given back.
    async fn outcomes(&mut self, tx: &mut Tx) -> Result<(), Declined> {
        let file = self.file;
        let mut rows = Rows::of("outcomes");
        for contribution in file.needs.iter().chain(&file.proposals) {
            let Some(outcome) = &contribution.outcome else { continue };
            let at = self.clock.at(&outcome.at);
            let of = self.id(&contribution.id)?;
            let action = self.maybe(outcome.action.as_ref())?;
            let id: Uuid = self.chance.id(at);
            rows.add([
                ("id", id.into()),
                ("ambito_id", self.ambito.into()),
                ("contribution_id", of.into()),
                ("outcome", outcome.value.code().into()),
                ("reason", outcome.reason.as_str().into()),
                ("at", at.into()),
                ("action_id", action.into()),
                ("addressed_to", self.maybe(outcome.addressed_to.as_ref())?.into()),
            ]);
            let details = Details {
                class: Some(outcome.value.code().to_owned()),
                others: action.into_iter().collect(),
                ..Details::default()
            };
            self.act(at, Subject::Contribution, of, details)?;
        }
        Ok(self.write(tx, rows).await?)
    }
}

struct ActionTables {
    actions: Rows,
    versions: Rows,
    clusters: Rows,
    dissents: Rows,
    history: Rows,
}

impl ActionTables {
    const fn new() -> Self {
        ActionTables {
            actions: Rows::of("actions"),
            versions: Rows::of("action_versions"),
            clusters: Rows::of("action_clusters"),
            dissents: Rows::of("action_dissents"),
            history: Rows::of("action_history"),
        }
    }
}

fn presence(review: &Review, person: &String) -> Presence {
    if review.absent.contains(person) {
        Presence::Absent
    } else if review.votes.favour.contains(person) {
        Presence::Favour
    } else if review.votes.against.contains(person) {
        Presence::Against
    } else {
        Presence::Abstained
    }
}

/// Euro as cents. The file was checked: no line exceeds what fits.
#[allow(clippy::cast_possible_truncation, reason = "amounts are bounded by the check")]
fn cents(euro: f64) -> i64 {
    (euro * 100.0).round() as i64
}
