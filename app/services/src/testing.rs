//! A small Ambito to test in: fixed clock, counted chance, people of each role, open round.
//!
//! ```ignore
//! for world in World::all().await? {
//!     let number = world.need_by(&world.citizen, "Un titolo").await;
//!     world.support_by(&world.neighbour, Kind::Need, number).await;
//!     world.sound().await; // nothing for `trama check` to say
//! }
//! ```

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use chrono::{Duration, TimeZone, Utc};
use domain::contributions::{AuthorKind, Draft, Kind, Words};
use domain::ids::{AmbitoId, BodyId, OrganisationId, PersonId, PlanId, RoundId};
use domain::people::{Actor, Grant, IdentityLevel, Role};
use domain::time::Moment;
use sha2::{Digest, Sha256};
use store::StoreError;
use store::testing::{Fresh, Value, execute};
use uuid::Uuid;

use crate::{Asking, Chance, Services, voices};

/// Chance that counts: the same in every run.
pub fn counted_chance() -> Chance {
    let next = Arc::new(AtomicU64::new(1));
    Chance::new(move |bytes| {
        for chunk in bytes.chunks_mut(32) {
            let n = next.fetch_add(1, Ordering::Relaxed);
            chunk.copy_from_slice(&Sha256::digest(n.to_be_bytes())[..chunk.len()]);
        }
    })
}

/// An id from a small number.
pub fn id<T: From<Uuid>>(n: u128) -> T {
    Uuid::from_u128(n).into()
}

/// The moment at which everything happens: within the window of the open round.
pub fn noon() -> Moment {
    Utc.with_ymd_and_hms(2026, 3, 10, 12, 0, 0).single().unwrap_or_default()
}

/// The only policy that asks for moderation in the world is «1.4».
pub const POLICIES: [&str; 3] = ["1.1", "1.4", "3.b"];

/// A small Ambito in a fresh database.
#[derive(Debug)]
pub struct World {
    /// The database, which goes away with the world.
    pub fresh: Fresh,
    /// The services under test.
    pub services: Services,
    /// The Ambito: «prova».
    pub ambito: AmbitoId,
    /// Its plan.
    pub plan: PlanId,
    /// The Tavolo di Piano: five seats, quorum three.
    pub table: BodyId,
    /// An association: the representative speaks for it.
    pub association: OrganisationId,
    /// The health service: sits at the Tavolo.
    pub health: OrganisationId,
    /// Round 1: an open consultation that takes needs (L0), the rest at L2.
    pub round: RoundId,
    /// Citizen known by e-mail only.
    pub newcomer: PersonId,
    /// Verified citizens.
    pub citizen: PersonId,
    /// Another verified citizen.
    pub neighbour: PersonId,
    /// Speaks for the association.
    pub representative: PersonId,
    /// Facilitator.
    pub facilitator: PersonId,
    /// Ufficio di Piano.
    pub office: PersonId,
    /// Members of the Tavolo di Piano, in the order of their seats.
    pub members: [PersonId; 5],
    /// Another facilitator.
    pub colleague: PersonId,
    /// Coordinatore.
    pub coordinator: PersonId,
    /// Moderator.
    pub moderator: PersonId,
    /// Technical administrator.
    pub admin: PersonId,
    forms: AtomicU64,
}

const AMBITO: u128 = 1;

impl World {
    /// One world a kind of database.
    pub async fn all() -> Result<Vec<World>, StoreError> {
        let mut worlds = Vec::new();
        for fresh in store::testing::all().await? {
            worlds.push(World::new(fresh).await?);
        }
        Ok(worlds)
    }

    /// A world in this database.
    pub async fn new(fresh: Fresh) -> Result<World, StoreError> {
        let services = Services::new(fresh.db.clone(), counted_chance());
        let world = World {
            fresh,
            services,
            ambito: id(AMBITO),
            plan: id(0x20),
            table: id(0x30),
            association: id(0x40),
            health: id(0x41),
            round: id(0x50),
            newcomer: id(0x100),
            citizen: id(0x101),
            neighbour: id(0x102),
            representative: id(0x103),
            facilitator: id(0x104),
            office: id(0x105),
            members: [id(0x110), id(0x111), id(0x112), id(0x113), id(0x114)],
            colleague: id(0x108),
            coordinator: id(0x109),
            moderator: id(0x106),
            admin: id(0x107),
            forms: AtomicU64::new(1),
        };
        world.build().await?;
        Ok(world)
    }

    async fn run(&self, sql: &'static str, values: Vec<Value>) -> Result<(), StoreError> {
        execute(&self.fresh.db, sql, values).await.map(|_| ())
    }

    /// Changes what stands, and raises the version as every operation does.
    async fn change(&self, sql: &'static str, values: Vec<Value>) -> Result<(), StoreError> {
        self.run(sql, values).await?;
        self.run("UPDATE ambiti SET version = version + 1", Vec::new()).await
    }

    async fn build(&self) -> Result<(), StoreError> {
        use Value::{Bool, Bytes, Id, NoId, NoText, Number, Text};
        let text = |text: &str| Text(text.to_owned());
        let ambito = Id(self.ambito.uuid());
        self.run(
            "INSERT INTO ambiti (id, slug, name, region, population, lead_authority, office, \
             email, opening_hours, time_zone, languages, labels, note, demonstration, version, \
             chain_length, chain_head) VALUES ($1, 'prova', 'Ambito di prova', 'Marche', 40000, \
             'Comune di Prova', 'Ufficio di Piano', 'ufficio@prova.example', 'lun-ven 9-13', \
             'Europe/Rome', '[\"it\"]', '{\"political_body\":\"Comitato dei Sindaci\",\
             \"review_body\":\"Tavolo di Piano\",\"plan\":\"Piano\",\
             \"annual_programme\":\"Programma attuativo\"}', '', $2, 1, 0, $3)",
            vec![ambito.clone(), Bool(false), Bytes(vec![0; 32])],
        )
        .await?;
        for (n, code, name, population, lead) in
            [(0x10, "PRV", "Prova", 30_000, true), (0x11, "ROC", "Rocca", 1_500, false)]
        {
            self.run(
                "INSERT INTO municipalities (id, ambito_id, code, name, population, lead) \
                 VALUES ($1, $2, $3, $4, $5, $6)",
                vec![
                    Id(id(n)),
                    ambito.clone(),
                    text(code),
                    text(name),
                    Number(population),
                    Bool(lead),
                ],
            )
            .await?;
        }
        for (organisation, code, name, category) in [
            (self.association, "ASS", "Associazione Insieme", "associazionismo"),
            (self.health, "AST", "Azienda sanitaria", "sanita"),
        ] {
            self.run(
                "INSERT INTO organisations (id, ambito_id, code, name, category) \
                 VALUES ($1, $2, $3, $4, $5)",
                vec![
                    Id(organisation.uuid()),
                    ambito.clone(),
                    text(code),
                    text(name),
                    text(category),
                ],
            )
            .await?;
        }
        for (n, code, name) in [(0x60, "famiglia", "Famiglia"), (0x61, "anziani", "Anziani")] {
            self.run(
                "INSERT INTO areas (id, ambito_id, code, name, position) \
                 VALUES ($1, $2, $3, $4, 1)",
                vec![Id(id(n)), ambito.clone(), text(code), text(name)],
            )
            .await?;
        }
        for (n, code, area) in [(0x70, "1.1", 0x60), (0x71, "1.4", 0x60), (0x72, "3.b", 0x61)] {
            self.run(
                "INSERT INTO policies (id, ambito_id, area_id, code, name, position) \
                 VALUES ($1, $2, $3, $4, $5, 1)",
                vec![
                    Id(id(n)),
                    ambito.clone(),
                    Id(id(area)),
                    text(code),
                    Text(format!("Politica {code}")),
                ],
            )
            .await?;
        }
        self.run(
            "INSERT INTO plans (id, ambito_id, code, title, year_from, year_to, state, summary) \
             VALUES ($1, $2, 'PDZ', 'Piano di zona', 2027, 2029, 'lettura_bisogni', '')",
            vec![Id(self.plan.uuid()), ambito.clone()],
        )
        .await?;
        self.run(
            "INSERT INTO bodies (id, ambito_id, code, kind, name, quorum, seats_of, rule) \
             VALUES ($1, $2, 'TAV', 'tavolo_di_piano', 'Tavolo di Piano', 3, 5, '')",
            vec![Id(self.table.uuid()), ambito.clone()],
        )
        .await?;
        self.add_round(self.round, 1, -5, 5).await?;
        let people = [
            (self.newcomer, "Nina", "L1", "C"),
            (self.citizen, "Nadia", "L2", "CV"),
            (self.neighbour, "Nello", "L2", "CV"),
            (self.representative, "Rita", "L3", "O"),
            (self.facilitator, "Paolo", "L2", "F"),
            (self.office, "Ugo", "L2", "U"),
            (self.members[0], "Franco", "L3", "T"),
            (self.members[1], "Fede", "L3", "T"),
            (self.members[2], "Fabio", "L3", "T"),
            (self.members[3], "Fulvia", "L3", "T"),
            (self.members[4], "Fosca", "L3", "T"),
            (self.colleague, "Lucia", "L2", "F"),
            (self.coordinator, "Carla", "L2", "K"),
            (self.moderator, "Mara", "L2", "P"),
            (self.admin, "Ada", "L2", "A"),
        ];
        for (person, name, level, role) in people {
            self.run(
                "INSERT INTO people (id, level, language, created_at) VALUES ($1, $2, 'it', $3)",
                vec![Id(person.uuid()), text(level), Value::At(noon())],
            )
            .await?;
            self.run(
                "INSERT INTO identities (person_id, name, email) VALUES ($1, $2, $3)",
                vec![
                    Id(person.uuid()),
                    text(name),
                    Text(format!("{}@prova.example", name.to_lowercase())),
                ],
            )
            .await?;
            let body = if role == "T" { Id(self.table.uuid()) } else { NoId };
            let organisation = self.organisation_of(person).map_or(NoId, |o| Id(o.uuid()));
            self.run(
                "INSERT INTO grants (ambito_id, person_id, role, body_id, organisation_id) \
                 VALUES ($1, $2, $3, $4, $5)",
                vec![ambito.clone(), Id(person.uuid()), text(role), body, organisation],
            )
            .await?;
            if matches!(role, "F" | "U" | "K") {
                self.run(
                    "INSERT INTO officers (ambito_id, person_id, name) VALUES ($1, $2, $3)",
                    vec![ambito.clone(), Id(person.uuid()), text(name)],
                )
                .await?;
            }
        }
        for (position, member) in (1_i64..).zip(self.members) {
            self.run(
                "INSERT INTO seats (id, body_id, position, person_id, person_name, function, \
                 organisation_id, votes) VALUES ($1, $2, $3, $4, $5, 'componente', $6, $7)",
                vec![
                    Id(id(0x200 + position.unsigned_abs() as u128)),
                    Id(self.table.uuid()),
                    Number(position),
                    Id(member.uuid()),
                    NoText,
                    self.organisation_of(member).map_or(NoId, |o| Id(o.uuid())),
                    Bool(true),
                ],
            )
            .await?;
        }
        Ok(())
    }

    fn organisation_of(&self, person: PersonId) -> Option<OrganisationId> {
        if person == self.representative {
            Some(self.association)
        } else if person == self.members[0] {
            Some(self.health)
        } else {
            None
        }
    }

    /// Adds a consultation with this number, its window in days from [`noon`].
    pub async fn add_round(
        &self,
        round: RoundId,
        number: i64,
        from: i64,
        to: i64,
    ) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO rounds (id, ambito_id, number, plan_id, kind, title, mark, question, \
             objective, given, open, off_limits, opens_at, closes_at, opened, moderation, \
             vote_method, tie_rule, areas) VALUES ($1, $2, $3, $4, 'consultazione', \
             'Consultazione', 'annunciato', 'Cosa manca?', 'Ascoltare', '[]', '[]', '[]', $5, \
             $6, '{\"bisogni\":\"L0\",\"proposte\":\"L2\",\"commenti\":\"L2\",\
             \"sostegni\":\"L2\"}', 'preventiva_sensibili', 'sostegno', '', '[]')",
            vec![
                Value::Id(round.uuid()),
                Value::Id(self.ambito.uuid()),
                Value::Number(number),
                Value::Id(self.plan.uuid()),
                Value::At(noon() + Duration::days(from)),
                Value::At(noon() + Duration::days(to)),
            ],
        )
        .await
    }

    /// Moves the open round's mark: «annunciato», «sospeso», «in_sintesi», «restituito»…
    pub async fn mark_round(&self, mark: &str) -> Result<(), StoreError> {
        self.change(
            "UPDATE rounds SET mark = $2 WHERE id = $1",
            vec![Value::Id(self.round.uuid()), Value::Text(mark.to_owned())],
        )
        .await
    }

    /// Sets the open round's mode of moderation.
    pub async fn moderate_round(&self, mode: &str) -> Result<(), StoreError> {
        self.change(
            "UPDATE rounds SET moderation = $2 WHERE id = $1",
            vec![Value::Id(self.round.uuid()), Value::Text(mode.to_owned())],
        )
        .await
    }

    /// A form id as the server makes them, another each time.
    pub fn form_id(&self) -> String {
        let n = self.forms.fetch_add(1, Ordering::Relaxed);
        domain::events::hex(&Sha256::digest(n.to_le_bytes())[..16])
    }

    /// A visitor asks, at noon.
    pub fn visitor(&self) -> Asking {
        Asking { ambito: self.ambito, actor: Actor::Visitor, now: noon() }
    }

    /// A person of the world asks, at noon, with their level and role.
    pub fn asking(&self, person: PersonId) -> Asking {
        let grant = |role| Grant { role, body: None, organisation: self.organisation_of(person) };
        let (level, grant) = match person {
            p if p == self.newcomer => (IdentityLevel::L1, grant(Role::Citizen)),
            p if p == self.citizen || p == self.neighbour => {
                (IdentityLevel::L2, grant(Role::VerifiedCitizen))
            }
            p if p == self.representative => (IdentityLevel::L3, grant(Role::Representative)),
            p if p == self.coordinator => (IdentityLevel::L2, grant(Role::Coordinator)),
            p if [self.facilitator, self.colleague].contains(&p) => {
                (IdentityLevel::L2, grant(Role::Facilitator))
            }
            p if p == self.office => (IdentityLevel::L2, grant(Role::PlanOffice)),
            p if p == self.moderator => (IdentityLevel::L2, grant(Role::Moderator)),
            p if p == self.admin => (IdentityLevel::L2, grant(Role::Admin)),
            _ => {
                let seat = Grant { body: Some(self.table), ..grant(Role::PlanTable) };
                (IdentityLevel::L3, seat)
            }
        };
        let actor = Actor::Person { id: person, level, grants: vec![grant] };
        Asking { ambito: self.ambito, actor, now: noon() }
    }

    /// The same question, so many days later (or earlier).
    pub fn later(&self, ask: &Asking, days: i64) -> Asking {
        Asking { now: ask.now + Duration::days(days), ..ask.clone() }
    }

    /// Lets whoever asks first after the objection window of a merge write down that it is over.
    #[allow(clippy::expect_used, reason = "a test that can't begin can't go on")]
    pub async fn end_window(&self, cluster: i64) {
        let mut snapshot = self.services.look().await.expect("a database");
        let found = store::merging::by_number(&mut snapshot, self.ambito, cluster).await;
        let closes = found.expect("a database").and_then(|cluster| cluster.life.closes);
        drop(snapshot);
        let after = closes.expect("a window");
        crate::merging::settle(&self.services, self.ambito, after).await.expect("a merge");
    }

    /// What somebody writes: not sensitive, unsigned, of policy 1.1 and Prova.
    pub fn draft(&self, kind: Kind, title: &str) -> Draft {
        Draft {
            kind,
            round: None,
            words: Words {
                title: title.to_owned(),
                body: format!(
                    "{title}: lo racconto in almeno dieci parole, così chi legge capisce bene."
                ),
                ..Words::default()
            },
            language: "it".to_owned(),
            policy: "1.1".to_owned(),
            municipality: "PRV".to_owned(),
            author_kind: AuthorKind::Citizen,
            signed: false,
            organisation: None,
            sensitive: false,
            answers: Vec::new(),
            also_of: None,
        }
    }

    /// Somebody sends a need; its number.
    #[allow(clippy::expect_used, reason = "a test that can't begin can't go on")]
    pub async fn need_by(&self, ask: &Asking, title: &str) -> i64 {
        let draft = self.draft(Kind::Need, title);
        voices::submit(&self.services, ask, draft, &self.form_id()).await.expect("a need").number
    }

    /// Somebody sends a proposal; its number.
    #[allow(clippy::expect_used, reason = "a test that can't begin can't go on")]
    pub async fn proposal_by(&self, ask: &Asking, title: &str) -> i64 {
        let draft = self.draft(Kind::Proposal, title);
        voices::submit(&self.services, ask, draft, &self.form_id())
            .await
            .expect("a proposal")
            .number
    }

    /// Fails unless `trama check` finds nothing to say.
    #[allow(clippy::expect_used, reason = "a test that can't check can't go on")]
    pub async fn sound(&self) {
        let problems = crate::check::run(&self.services).await.expect("a check");
        assert!(problems.is_empty(), "{}: {problems:#?}", self.fresh.kind);
    }
}
