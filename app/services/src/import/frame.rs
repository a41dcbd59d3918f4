//! The frame: the Ambito, territory, people, bodies, plans, indicators.

use std::collections::{BTreeMap, BTreeSet};

use domain::events::GENESIS;
use domain::import::file::{Act, Person};
use domain::import::terms::RoleCode;
use domain::people::Role;
use store::import::Rows;
use store::{StoreError, Tx};
use uuid::Uuid;

use super::{Space, Writing};
use crate::Declined;

impl<'a> Writing<'a> {
    pub(super) async fn frame(&mut self, tx: &mut Tx, demonstration: bool) -> Result<(), Declined> {
        self.ambito(tx, demonstration).await?;
        self.territory(tx).await?;
        self.people(tx).await?;
        self.bodies(tx).await?;
        self.areas(tx).await?;
        self.plans(tx).await?;
        self.indicators(tx).await?;
        self.officers(tx).await
    }

    async fn ambito(&mut self, tx: &mut Tx, demonstration: bool) -> Result<(), Declined> {
        let ambito = &self.file.ambito;
        let contact = &ambito.contact;
        let languages = serde_json::to_string(&ambito.languages).map_err(StoreError::from)?;
        let labels = serde_json::to_string(&ambito.labels).map_err(StoreError::from)?;
        let mut rows = Rows::of("ambiti");
        rows.add([
            ("id", self.ambito.into()),
            ("slug", ambito.slug.as_str().into()),
            ("name", ambito.name.as_str().into()),
            ("region", ambito.region.as_str().into()),
            ("population", ambito.population.into()),
            ("lead_authority", ambito.lead_authority.name.as_str().into()),
            ("office", contact.office.as_deref().unwrap_or_default().into()),
            ("email", contact.email.as_str().into()),
            ("opening_hours", contact.opening_hours.as_deref().unwrap_or_default().into()),
            ("time_zone", ambito.time_zone.as_str().into()),
            ("languages", languages.into()),
            ("labels", labels.into()),
            ("note", ambito.note.as_deref().unwrap_or_default().into()),
            ("demonstration", demonstration.into()),
            ("version", 1_i64.into()),
            ("chain_length", 0_i64.into()),
            ("chain_head", GENESIS.into()),
        ]);
        self.is("ambito", &ambito.id, self.ambito);
        Ok(self.write(tx, rows).await?)
    }

    async fn territory(&mut self, tx: &mut Tx) -> Result<(), Declined> {
        let file = self.file;
        let mut rows = Rows::of("municipalities");
        for municipality in &file.municipalities {
            let id = self.named("municipality", &municipality.id, self.clock.now);
            rows.add([
                ("id", id.into()),
                ("ambito_id", self.ambito.into()),
                ("code", municipality.id.as_str().into()),
                ("name", municipality.name.as_str().into()),
                ("population", municipality.population.into()),
                ("lead", municipality.lead.into()),
                ("mayor", municipality.mayor.as_deref().into()),
            ]);
        }
        self.write(tx, rows).await?;
        let mut rows = Rows::of("organisations");
        for organisation in &file.organisations {
            let id = self.named("organisation", &organisation.id, self.clock.now);
            rows.add([
                ("id", id.into()),
                ("ambito_id", self.ambito.into()),
                ("code", organisation.id.as_str().into()),
                ("name", organisation.name.as_str().into()),
                ("category", organisation.category.code().into()),
                ("runts", organisation.runts.as_deref().into()),
                ("runts_section", organisation.runts_section.as_deref().into()),
                ("municipality_id", self.maybe(organisation.municipality.as_ref())?.into()),
                ("note", organisation.note.as_deref().into()),
            ]);
        }
        Ok(self.write(tx, rows).await?)
    }

    /// People, with and without a name. Who has an account on this installation already, by the
    /// same address, is the same person: they keep what is known of them and become somebody
    /// here too.
    async fn people(&mut self, tx: &mut Tx) -> Result<(), Declined> {
        let file = self.file;
        let now = self.clock.now;
        let addresses: Vec<String> =
            file.people.iter().map(|person| person.email.to_lowercase()).collect();
        let known = store::import::known_addresses(tx, &addresses).await?;
        let mut people = Rows::of("people");
        let mut identities = Rows::of("identities");
        let mut residents = Rows::of("residents");
        for (person, address) in file.people.iter().zip(&addresses) {
            let id = match known.get(address) {
                Some(&id) => {
                    self.is("person", &person.id, id);
                    id
                }
                None => {
                    let id = self.named("person", &person.id, now);
                    people.add([
                        ("id", id.into()),
                        ("level", person.identity_level.code().into()),
                        ("language", person.language.as_str().into()),
                        ("created_at", now.into()),
                    ]);
                    identities.add([
                        ("person_id", id.into()),
                        ("name", person.name.as_str().into()),
                        ("email", address.into()),
                    ]);
                    id
                }
            };
            let municipality = self.maybe(person.municipality.as_ref())?;
            self.resident(&mut residents, id, municipality, None);
        }
        for person in &file.extra_people {
            let id = self.named("person", &person.id, now);
            people.add([
                ("id", id.into()),
                ("level", person.level().code().into()),
                ("language", file.meta.language.as_str().into()),
                ("created_at", now.into()),
            ]);
            let municipality = Some(self.id(&person.municipality)?);
            self.resident(&mut residents, id, municipality, Some(person.age_band.code()));
        }
        for rows in [people, identities, residents] {
            self.write(tx, rows).await?;
        }
        Ok(())
    }

    fn resident(
        &self,
        rows: &mut Rows,
        person: Uuid,
        municipality: Option<Uuid>,
        age_band: Option<&str>,
    ) {
        rows.add([
            ("person_id", person.into()),
            ("ambito_id", self.ambito.into()),
            ("municipality_id", municipality.into()),
            ("age_band", age_band.into()),
        ]);
    }

    /// Bodies with their seats, and the roles of people, which may be held in one.
    async fn bodies(&mut self, tx: &mut Tx) -> Result<(), Declined> {
        let file = self.file;
        let names: BTreeMap<&str, &str> =
            file.people.iter().map(|person| (person.id.as_str(), person.name.as_str())).collect();
        let mut bodies = Rows::of("bodies");
        let mut seats = Rows::of("seats");
        for body in &file.bodies {
            let id = self.named("body", &body.id, self.clock.now);
            bodies.add([
                ("id", id.into()),
                ("ambito_id", self.ambito.into()),
                ("code", body.id.as_str().into()),
                ("kind", body.kind.code().into()),
                ("name", body.name.as_str().into()),
                ("quorum", body.quorum.minimum.into()),
                ("seats_of", body.quorum.of.into()),
                ("rule", body.quorum.rule.as_str().into()),
            ]);
            for (position, seat) in (1_i64..).zip(&body.seats) {
                let person_name =
                    seat.person.as_deref().and_then(|person| names.get(person).copied());
                let seat_id = self.named("seat", &seat.id, self.clock.now);
                seats.add([
                    ("id", seat_id.into()),
                    ("body_id", id.into()),
                    ("position", position.into()),
                    ("person_id", self.maybe(seat.person.as_ref())?.into()),
                    ("person_name", person_name.into()),
                    ("function", seat.function.code().into()),
                    ("municipality_id", self.maybe(seat.municipality.as_ref())?.into()),
                    ("organisation_id", self.maybe(seat.organisation.as_ref())?.into()),
                    ("votes", seat.votes.into()),
                ]);
            }
        }
        let mut grants = Rows::of("grants");
        for person in &file.people {
            for (role, held) in roles(person) {
                grants.add([
                    ("ambito_id", self.ambito.into()),
                    ("person_id", self.id(&person.id)?.into()),
                    ("role", role.code().into()),
                    ("body_id", self.maybe(held.body.as_ref())?.into()),
                    ("organisation_id", self.maybe(held.organisation.as_ref())?.into()),
                ]);
            }
        }
        for rows in [bodies, seats, grants] {
            self.write(tx, rows).await?;
        }
        Ok(())
    }

    async fn areas(&mut self, tx: &mut Tx) -> Result<(), Declined> {
        let file = self.file;
        let mut areas = Rows::of("areas");
        let mut policies = Rows::of("policies");
        let mut place = 0_i64;
        for (position, area) in (1_i64..).zip(&file.areas) {
            let area_id = self.named("area", &area.id, self.clock.now);
            areas.add([
                ("id", area_id.into()),
                ("ambito_id", self.ambito.into()),
                ("code", area.id.as_str().into()),
                ("name", area.name.as_str().into()),
                ("position", position.into()),
            ]);
            for policy in &area.policies {
                place += 1;
                let id = self.named("policy", &policy.id, self.clock.now);
                policies.add([
                    ("id", id.into()),
                    ("ambito_id", self.ambito.into()),
                    ("area_id", area_id.into()),
                    ("code", policy.id.as_str().into()),
                    ("name", policy.name.as_str().into()),
                    ("position", place.into()),
                ]);
            }
        }
        self.write(tx, areas).await?;
        Ok(self.write(tx, policies).await?)
    }

    async fn plans(&mut self, tx: &mut Tx) -> Result<(), Declined> {
        let file = self.file;
        let mut plans = Rows::of("plans");
        let mut programmes = Rows::of("programmes");
        for plan in &file.plans {
            let plan_id = self.named("plan", &plan.id, self.clock.now);
            let act = plan.act.as_ref();
            plans.add([
                ("id", plan_id.into()),
                ("ambito_id", self.ambito.into()),
                ("code", plan.id.as_str().into()),
                ("title", plan.title.as_str().into()),
                ("year_from", plan.year_from.into()),
                ("year_to", plan.year_to.into()),
                ("state", plan.state.code().into()),
                ("summary", plan.summary.as_deref().unwrap_or_default().into()),
                ("act_body", act.map(|act| self.body_name(act)).into()),
                ("act_number", act.map(|act| act.number.as_str()).into()),
                ("act_date", act.map(|act| act.date.resolve(self.clock.today)).into()),
            ]);
            for programme in &plan.annual_programmes {
                let id = self.named("programme", &programme.id, self.clock.now);
                let act = programme.act.as_ref();
                programmes.add([
                    ("id", id.into()),
                    ("plan_id", plan_id.into()),
                    ("title", programme.title.as_str().into()),
                    ("year", programme.year.into()),
                    ("state", programme.state.code().into()),
                    ("act_body", act.map(|act| self.body_name(act)).into()),
                    ("act_number", act.map(|act| act.number.as_str()).into()),
                    ("act_date", act.map(|act| act.date.resolve(self.clock.today)).into()),
                ]);
            }
        }
        self.write(tx, plans).await?;
        Ok(self.write(tx, programmes).await?)
    }

    /// The name of the body of an act, as it is cited.
    fn body_name(&self, act: &'a Act) -> &'a str {
        let body = self.file.bodies.iter().find(|body| body.id == act.body);
        body.map_or(act.body.as_str(), |body| body.name.as_str())
    }

    /// Indicators with their measurements. An indicator belongs to the community profile unless
    /// an action of the file brought it.
    async fn indicators(&mut self, tx: &mut Tx) -> Result<(), Declined> {
        let file = self.file;
        let today = self.clock.today;
        let of_actions: BTreeSet<&str> = file
            .actions
            .iter()
            .flat_map(|action| &action.indicators)
            .map(|indicator| indicator.indicator.as_str())
            .collect();
        let mut indicators = Rows::of("indicators");
        let mut measurements = Rows::of("measurements");
        for (position, indicator) in (1_i64..).zip(&file.indicators) {
            let id = self.named("indicator", &indicator.id, self.clock.now);
            let area = indicator.area.as_deref();
            let area = area.map(|area| self.find(Space::Areas, area)).transpose()?;
            let thresholds = indicator.thresholds.as_ref();
            let responsible = thresholds.and_then(|thresholds| thresholds.responsible.as_ref());
            indicators.add([
                ("id", id.into()),
                ("ambito_id", self.ambito.into()),
                ("code", indicator.id.as_str().into()),
                ("position", position.into()),
                ("name", indicator.name.as_str().into()),
                ("definition", indicator.definition.as_str().into()),
                ("unit", indicator.unit.as_str().into()),
                ("direction", indicator.direction.code().into()),
                ("area_id", area.into()),
                ("source", indicator.source.as_str().into()),
                ("baseline_value", indicator.baseline.value.into()),
                ("baseline_date", indicator.baseline.date.resolve(today).into()),
                ("target_value", indicator.target.as_ref().map(|target| target.value).into()),
                (
                    "target_date",
                    indicator.target.as_ref().map(|target| target.date.resolve(today)).into(),
                ),
                ("attention", thresholds.map(|thresholds| thresholds.attention).into()),
                ("alarm", thresholds.map(|thresholds| thresholds.alarm).into()),
                ("responsible_id", self.maybe(responsible)?.into()),
                ("profile", (!of_actions.contains(indicator.id.as_str())).into()),
            ]);
            for (position, point) in (1_i64..).zip(&indicator.series) {
                measurements.add([
                    ("indicator_id", id.into()),
                    ("position", position.into()),
                    ("date", point.date.resolve(today).into()),
                    ("value", point.value.into()),
                    ("entered_by", self.maybe(point.by.as_ref())?.into()),
                    ("note", point.note.as_deref().into()),
                ]);
            }
        }
        self.write(tx, indicators).await?;
        Ok(self.write(tx, measurements).await?)
    }

    /// Names that are public by office: who facilitates, prepares, reviews or decides, and who
    /// answers for an action, an activity or an indicator.
    async fn officers(&mut self, tx: &mut Tx) -> Result<(), Declined> {
        let file = self.file;
        let seated = file
            .bodies
            .iter()
            .flat_map(|body| &body.seats)
            .filter_map(|seat| seat.person.as_deref());
        let answering = file.actions.iter().flat_map(|action| {
            action
                .activities
                .iter()
                .map(|activity| activity.responsible.as_str())
                .chain([action.owner.person.as_str(), action.overlap_check.by.as_str()])
        });
        let measuring = file.indicators.iter().flat_map(|indicator| {
            let responsible = indicator
                .thresholds
                .as_ref()
                .and_then(|thresholds| thresholds.responsible.as_deref());
            responsible.into_iter().chain(indicator.series.iter().filter_map(|p| p.by.as_deref()))
        });
        let bringing = file.clusters.iter().flat_map(|cluster| {
            let mediators = cluster.objections.iter().filter_map(|o| o.mediator.as_deref());
            mediators.chain([cluster.facilitator.as_str()])
        });
        let named: BTreeSet<&str> =
            seated.chain(answering).chain(measuring).chain(bringing).collect();
        let mut rows = Rows::of("officers");
        for person in &file.people {
            let in_office =
                roles(person).any(|(role, held)| held.body.is_some() || is_public_office(role));
            if in_office || named.contains(person.id.as_str()) {
                rows.add([
                    ("ambito_id", self.ambito.into()),
                    ("person_id", self.id(&person.id)?.into()),
                    ("name", person.name.as_str().into()),
                ]);
            }
        }
        Ok(self.write(tx, rows).await?)
    }
}

/// Whether the names of those who hold a role are public by office. Moderators are not named, so
/// that nobody is made to answer alone for what was hidden.
const fn is_public_office(role: Role) -> bool {
    match role {
        Role::Facilitator
        | Role::PlanOffice
        | Role::PlanTable
        | Role::Coordinator
        | Role::MayorsCommittee => true,
        Role::Citizen
        | Role::VerifiedCitizen
        | Role::Representative
        | Role::DeskOperator
        | Role::Moderator
        | Role::Observer
        | Role::Admin => false,
    }
}

fn roles(person: &Person) -> impl Iterator<Item = (Role, &domain::import::file::RoleHeld)> {
    person.roles.iter().filter_map(|held| match held.code {
        RoleCode::Held(role) => Some((role, held)),
        RoleCode::Visitor => None,
    })
}
