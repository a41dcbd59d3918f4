//! A small world to read from: rows inserted by hand, made public by the store's own functions.
#![allow(dead_code, reason = "each test file uses a part of it")]

use chrono::{Duration, NaiveDate, TimeZone, Utc};
use domain::contributions::Kind;
use domain::ids::{
    ActionId, AmbitoId, ClusterId, CommentId, ContributionId, MunicipalityId, OrganisationId,
    PersonId, PolicyId, RoundId,
};
use domain::people::{Actor, Grant, IdentityLevel, Role};
use domain::policy::{Facts, Operation, Permit, permit};
use domain::time::Moment;
use store::Db;
use store::testing::Fresh;
use uuid::Uuid;

/// The moment of all tests: in the middle of the open round.
pub fn now() -> Moment {
    Utc.with_ymd_and_hms(2026, 3, 20, 12, 0, 0).unwrap()
}

/// So many days from now.
pub fn day(days: i64) -> Moment {
    now() + Duration::days(days)
}

/// A value of a row.
#[derive(Debug, Clone)]
pub enum V {
    Id(Option<Uuid>),
    Text(Option<String>),
    Int(i64),
    Bool(bool),
    Time(Option<Moment>),
    Float(Option<f64>),
    Date(Option<NaiveDate>),
    Bytes(Vec<u8>),
}

macro_rules! values {
    ($($from:ty => |$v:ident| $to:expr;)+) => {
        $(impl From<$from> for V { fn from($v: $from) -> V { $to } })+
    };
}
values! {
    Uuid => |v| V::Id(Some(v));
    Option<Uuid> => |v| V::Id(v);
    &str => |v| V::Text(Some(v.to_owned()));
    String => |v| V::Text(Some(v));
    Option<&str> => |v| V::Text(v.map(str::to_owned));
    i64 => |v| V::Int(v);
    bool => |v| V::Bool(v);
    Moment => |v| V::Time(Some(v));
    Option<Moment> => |v| V::Time(v);
    f64 => |v| V::Float(Some(v));
    Option<f64> => |v| V::Float(v);
    NaiveDate => |v| V::Date(Some(v));
    Option<NaiveDate> => |v| V::Date(v);
    Vec<u8> => |v| V::Bytes(v);
}

/// Runs a statement outside the store's types.
pub async fn run(db: &Db, sql: &str, values: &[V]) {
    macro_rules! go {
        ($pool:expr) => {{
            let mut query = sqlx::query(sqlx::AssertSqlSafe(sql));
            for value in values {
                query = match value.clone() {
                    V::Id(v) => query.bind(v),
                    V::Text(v) => query.bind(v),
                    V::Int(v) => query.bind(v),
                    V::Bool(v) => query.bind(v),
                    V::Time(v) => query.bind(v),
                    V::Float(v) => query.bind(v),
                    V::Date(v) => query.bind(v),
                    V::Bytes(v) => query.bind(v),
                };
            }
            query.execute($pool).await.unwrap();
        }};
    }
    match db {
        Db::Sqlite { write, .. } => go!(write),
        Db::Postgres(pool) => go!(pool),
    }
}

/// `insert!(db, "table", { column: value, … })`.
#[macro_export]
macro_rules! insert {
    ($db:expr, $table:literal, { $($column:ident : $value:expr),+ $(,)? }) => {{
        let columns: &[&str] = &[$(stringify!($column)),+];
        let places: Vec<String> = (1..=columns.len()).map(|n| format!("${n}")).collect();
        let sql = format!(
            "INSERT INTO {} ({}) VALUES ({})", $table, columns.join(", "), places.join(", ")
        );
        $crate::common::run($db, &sql, &[$($crate::common::V::from($value)),+]).await;
    }};
}

/// What a voice says, and how.
#[derive(Debug, Clone)]
pub struct Voice<'a> {
    pub kind: Kind,
    pub round: RoundId,
    pub policy: &'a str,
    pub place: &'a str,
    pub title: &'a str,
    pub body: &'a str,
    pub language: &'a str,
    pub at: Moment,
    pub public: bool,
    pub author: Option<PersonId>,
    pub byline: Option<&'a str>,
    pub organisation: Option<OrganisationId>,
    pub echo_of: Option<ContributionId>,
}

/// The world.
#[derive(Debug)]
pub struct World {
    /// The database, which goes away with the world.
    pub fresh: Fresh,
    pub db: Db,
    pub ambito: AmbitoId,
    pub open: RoundId,
    pub past: RoundId,
    pub plan: Uuid,
    pub table: Uuid,
    pub committee: Uuid,
    pub indicator: Uuid,
    pub association: OrganisationId,
    pub province: OrganisationId,
    next: u128,
    number: i64,
}

pub const OPENED: &str = r#"{"bisogni":"L0","proposte":"L2","commenti":"L2","sostegni":"L2"}"#;

impl World {
    /// Three municipalities, two areas with three policies, an open consultation (number 2), a
    /// past one (number 1), a concertation to come (number 3).
    pub async fn new(fresh: Fresh, slug: &str) -> World {
        let mut w = World {
            db: fresh.db.clone(),
            fresh,
            ambito: Uuid::nil().into(),
            open: Uuid::nil().into(),
            past: Uuid::nil().into(),
            plan: Uuid::nil(),
            table: Uuid::nil(),
            committee: Uuid::nil(),
            indicator: Uuid::nil(),
            association: Uuid::nil().into(),
            province: Uuid::nil().into(),
            next: slug.bytes().fold(7, |sum, byte| sum * 31 + u128::from(byte)) << 64,
            number: 0,
        };
        let ambito = w.id();
        w.ambito = ambito.into();
        insert!(&w.db, "ambiti", {
            id: ambito, slug: slug, name: "Ambito di prova", region: "Regione",
            population: 20_000i64, lead_authority: "Comune di Monte", office: "Ufficio di Piano",
            email: "ufficio@prova.example", opening_hours: "9–13", time_zone: "Europe/Rome",
            languages: r#"["it","en","sq"]"#,
            labels: r#"{"political_body":"Comitato dei Sindaci","review_body":"Tavolo di Piano","plan":"Piano d'Ambito","annual_programme":"Programma attuativo"}"#,
            note: "Inventato.", demonstration: true, version: 0i64, chain_length: 0i64,
            chain_head: vec![0u8; 32],
        });
        for (code, name, population, lead) in [
            ("VAL", "Valle", 5_000i64, false),
            ("MON", "Monte", 14_000, true),
            ("COL", "Colle", 1_000, false),
        ] {
            let id = w.named(code);
            insert!(&w.db, "municipalities", {
                id: id, ambito_id: ambito, code: code, name: name, population: population,
                lead: lead, mayor: Some("Elena Rossi"),
            });
        }
        for (position, (code, name)) in
            [("famiglia", "Famiglia"), ("anziani", "Anziani e disabili")].into_iter().enumerate()
        {
            let id = w.named(code);
            insert!(&w.db, "areas", {
                id: id, ambito_id: ambito, code: code, name: name, position: position as i64,
            });
        }
        for (position, (area, code)) in
            [("famiglia", "1.1"), ("famiglia", "1.4"), ("anziani", "3.b")].into_iter().enumerate()
        {
            let (id, area) = (w.named(code), w.named(area));
            insert!(&w.db, "policies", {
                id: id, ambito_id: ambito, area_id: area, code: code,
                name: format!("Politica {code}"), position: position as i64,
            });
        }
        let place = w.named("MON");
        for (code, name, category) in
            [("O01", "Buon Vicinato", "volontariato"), ("O02", "Provincia", "provincia")]
        {
            let id = w.named(code);
            insert!(&w.db, "organisations", {
                id: id, ambito_id: ambito, code: code, name: name, category: category,
                runts: None::<&str>, runts_section: None::<&str>, municipality_id: Some(place),
                note: None::<&str>,
            });
        }
        w.association = w.named("O01").into();
        w.province = w.named("O02").into();
        w.plan = w.id();
        insert!(&w.db, "plans", {
            id: w.plan, ambito_id: ambito, code: "PL1", title: "Piano 2024–2026",
            year_from: 2024i64, year_to: 2026i64, state: "vigente", summary: "Tre priorità.",
            act_body: Some("Comitato"), act_number: Some("4"), act_date: Some(date(2024, 2, 15)),
        });
        let programme = w.id();
        insert!(&w.db, "programmes", {
            id: programme, plan_id: w.plan, title: "Programma 2026", year: 2026i64,
            state: "in_attuazione", act_body: None::<&str>, act_number: None::<&str>,
            act_date: None::<NaiveDate>,
        });
        for (kind, code) in [("tavolo_di_piano", "TDP"), ("comitato_dei_sindaci", "CDS")] {
            let id = w.named(code);
            insert!(&w.db, "bodies", {
                id: id, ambito_id: ambito, code: code, kind: kind, name: format!("Organo {code}"),
                quorum: 2i64, seats_of: 3i64, rule: "Due su tre.",
            });
        }
        (w.table, w.committee) = (w.named("TDP"), w.named("CDS"));
        let seat = w.id();
        insert!(&w.db, "seats", {
            id: seat, body_id: w.table, position: 1i64, person_id: None::<Uuid>,
            person_name: Some("Carla Bianchi"), function: "componente",
            municipality_id: None::<Uuid>, organisation_id: Some(w.association.uuid()),
            votes: true,
        });
        for (position, (code, area, target, profile)) in [
            ("IND01", None, None, true),
            ("IND02", Some("anziani"), Some(35.0), true),
            ("IND03", Some("famiglia"), Some(10.0), false),
        ]
        .into_iter()
        .enumerate()
        {
            let id = w.named(code);
            insert!(&w.db, "indicators", {
                id: id, ambito_id: ambito, code: code, position: position as i64,
                name: format!("Indicatore {code}"), definition: "Che cosa si conta.", unit: "%",
                direction: "up", area_id: area.map(|area| w.named(area)), source: "prova",
                baseline_value: 10.0, baseline_date: date(2025, 12, 31), target_value: target,
                target_date: target.map(|_| date(2029, 12, 31)), attention: None::<f64>,
                alarm: None::<f64>, responsible_id: None::<Uuid>, profile: profile,
            });
            for (position, (on, value)) in [
                (date(2024, 12, 31), 9.0),
                (date(2025, 12, 31), 11.0),
                (date(2025, 12, 31), 10.0),
                (date(2026, 3, 1), 12.5),
            ]
            .into_iter()
            .enumerate()
            {
                insert!(&w.db, "measurements", {
                    indicator_id: id, position: position as i64, date: on, value: value,
                    entered_by: None::<Uuid>, note: None::<&str>,
                });
            }
        }
        w.indicator = w.named("IND03");
        w.past = w.round(1, "consultazione", "restituito", day(-400), day(-350)).await;
        w.open = w.round(2, "consultazione", "annunciato", day(-10), day(20)).await;
        w.round(3, "concertazione", "annunciato", day(30), day(60)).await;
        w.round(4, "consultazione", "bozza", day(70), day(90)).await;
        w
    }

    /// A new id.
    pub fn id(&mut self) -> Uuid {
        self.next += 1;
        Uuid::from_u128(self.next)
    }

    /// The id of something with a code of the frame.
    pub fn named(&self, code: &str) -> Uuid {
        let hash = code.bytes().fold(1u128, |sum, byte| sum * 257 + u128::from(byte));
        Uuid::from_u128((self.ambito.uuid().as_u128() & !0xffff_ffff_ffff_ffff) | hash << 8)
    }

    pub fn policy(&self, code: &str) -> PolicyId {
        self.named(code).into()
    }

    pub fn place(&self, code: &str) -> MunicipalityId {
        self.named(code).into()
    }

    pub async fn round(
        &mut self,
        number: i64,
        kind: &str,
        mark: &str,
        opens: Moment,
        closes: Moment,
    ) -> RoundId {
        let id = self.id();
        insert!(&self.db, "rounds", {
            id: id, ambito_id: self.ambito.uuid(), number: number, plan_id: self.plan, kind: kind,
            title: format!("Percorso {number}"), mark: mark, question: "Cosa manca?",
            objective: "Tre azioni.", given: r#"["Il fondo"]"#, open: r#"["Quali azioni"]"#,
            off_limits: "[]", opens_at: opens, closes_at: closes, returned_at: None::<Moment>,
            opened: OPENED, moderation: "preventiva_sensibili", vote_method: "sostegno",
            tie_rule: "Prima i Comuni.", areas: r#"["anziani"]"#, report: None::<&str>,
            suspended_reason: None::<&str>, notice: None::<&str>,
        });
        id.into()
    }

    pub fn need<'a>(&self, title: &'a str, body: &'a str) -> Voice<'a> {
        Voice {
            kind: Kind::Need,
            round: self.open,
            policy: "3.b",
            place: "MON",
            title,
            body,
            language: "it",
            at: day(-5),
            public: true,
            author: None,
            byline: None,
            organisation: None,
            echo_of: None,
        }
    }

    pub fn proposal<'a>(&self, title: &'a str, body: &'a str) -> Voice<'a> {
        Voice { kind: Kind::Proposal, ..self.need(title, body) }
    }

    /// Says it; returns its id and number.
    pub async fn say(&mut self, voice: Voice<'_>) -> (ContributionId, i64) {
        let id = self.id();
        self.number += 1;
        insert!(&self.db, "contributions", {
            id: id, ambito_id: self.ambito.uuid(), number: self.number,
            round_id: voice.round.uuid(), kind: voice.kind.code(),
            policy_id: self.policy(voice.policy).uuid(),
            municipality_id: self.place(voice.place).uuid(), author_kind: "cittadino",
            organisation_id: voice.organisation.map(OrganisationId::uuid), byline: voice.byline,
            channel: "online", assisted: false, session_id: None::<Uuid>,
            sensitive: !voice.public, standing: "in_moderazione", created_at: voice.at,
            published_at: voice.public.then_some(voice.at), revision: 1i64,
            echo_of: voice.echo_of.map(ContributionId::uuid), stage: "pubblicato",
            outcome: None::<&str>, supports: 0i64, support_band: 0i64, comments: 0i64,
        });
        insert!(&self.db, "revisions", {
            contribution_id: id, revision: 1i64, at: voice.at, language: voice.language,
            title: voice.title, body: voice.body, strengths: "", recipients: "", doers: "",
            resources: "", salt: vec![1u8; 32],
        });
        if let Some(author) = voice.author {
            self.wrote(id, author).await;
        }
        if voice.public {
            let mut tx = self.db.write().await.unwrap();
            store::counts::publish(&mut tx, &self.permit(), id.into()).await.unwrap();
            tx.commit().await.unwrap();
        }
        (id.into(), self.number)
    }

    /// Whose it is.
    pub async fn wrote(&self, subject: Uuid, author: PersonId) {
        insert!(&self.db, "authorships", {
            subject_id: subject, ambito_id: self.ambito.uuid(), person_id: author.uuid(),
        });
    }

    /// Leave to change what is kept in step.
    pub fn permit(&self) -> Permit {
        let facts = Facts::of(self.ambito);
        permit(&Actor::Installation, Operation::ImportAmbito, &facts, now()).unwrap()
    }

    /// Works out anew how far along a voice is.
    pub async fn restage(&self, id: ContributionId) {
        let mut tx = self.db.write().await.unwrap();
        store::counts::restage(&mut tx, &self.permit(), id).await.unwrap();
        store::counts::recount(&mut tx, &self.permit(), id).await.unwrap();
        store::counts::recount_supporters(&mut tx, &self.permit()).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// Hides a public voice, with its case of moderation.
    pub async fn hide(&mut self, id: ContributionId) {
        let mut tx = self.db.write().await.unwrap();
        let hidden = domain::contributions::Standing::Hidden;
        store::counts::unpublish(&mut tx, &self.permit(), id, hidden).await.unwrap();
        tx.commit().await.unwrap();
        self.case(id, Some(("oscurato", "discriminazione"))).await;
    }

    /// A case of moderation, open or decided.
    pub async fn case(&mut self, id: ContributionId, decided: Option<(&str, &str)>) {
        let case = self.id();
        self.number += 1;
        insert!(&self.db, "moderation_cases", {
            id: case, ambito_id: self.ambito.uuid(), number: self.number,
            contribution_id: id.uuid(), comment_id: None::<Uuid>, cause: "sensibile",
            note: None::<&str>, opened_at: day(-4), decided_at: decided.map(|_| day(-3)),
            decision: decided.map(|(decision, _)| decision),
            reason_class: decided.map(|(_, class)| class), reason: None::<&str>,
        });
    }

    /// A person with a role, as an actor.
    pub async fn person(&mut self, role: Role, level: IdentityLevel) -> (PersonId, Actor) {
        let id = self.id();
        insert!(&self.db, "people", {
            id: id, level: level.code(), language: "it", created_at: day(-100),
        });
        insert!(&self.db, "identities", {
            person_id: id, name: format!("Persona {}", id.as_u128() & 0xffff),
            email: None::<&str>, password_hash: None::<&str>,
        });
        insert!(&self.db, "officers", {
            ambito_id: self.ambito.uuid(), person_id: id, name: "Paola Facilita",
        });
        let grants = vec![Grant { role, body: None, organisation: Some(self.association) }];
        (id.into(), Actor::Person { id: id.into(), level, grants })
    }

    pub async fn support(&self, id: ContributionId, person: PersonId) {
        insert!(&self.db, "supports", {
            contribution_id: id.uuid(), person_id: person.uuid(), at: day(-1),
        });
        self.restage(id).await;
    }

    pub async fn comment(
        &mut self,
        on: ContributionId,
        parent: Option<CommentId>,
        body: &str,
        standing: &str,
    ) -> (CommentId, i64) {
        let id = self.id();
        self.number += 1;
        insert!(&self.db, "comments", {
            id: id, ambito_id: self.ambito.uuid(), number: self.number,
            contribution_id: on.uuid(), parent_id: parent.map(CommentId::uuid),
            author_kind: "volontario", organisation_id: None::<Uuid>,
            byline: Some("Firma del commento"), standing: standing, at: day(-2), body: body,
            salt: vec![2u8; 32],
        });
        self.restage(on).await;
        (id.into(), self.number)
    }

    pub async fn answers(&self, proposal: ContributionId, need: ContributionId) {
        insert!(&self.db, "answers", { proposal_id: proposal.uuid(), need_id: need.uuid() });
    }

    pub async fn cluster(
        &mut self,
        title: &str,
        sources: &[ContributionId],
        facilitator: PersonId,
    ) -> (ClusterId, i64) {
        let id = self.id();
        self.number += 1;
        insert!(&self.db, "clusters", {
            id: id, ambito_id: self.ambito.uuid(), number: self.number,
            round_id: self.open.uuid(), policy_id: None::<Uuid>, title: title,
            synthesis: "Insieme.", reason: "Raccontano la stessa mancanza.",
            facilitator_id: facilitator.uuid(), state: "applicato", version: 1i64,
            created_at: day(-3), applied_at: Some(day(-3)), dissolved_at: None::<Moment>,
            dissolved_reason: None::<&str>, objections: "[]", salt: vec![3u8; 32],
        });
        for (position, source) in sources.iter().enumerate() {
            insert!(&self.db, "cluster_sources", {
                cluster_id: id, contribution_id: source.uuid(), position: position as i64,
                share: "part_of", excerpt: None::<&str>,
            });
        }
        for source in sources {
            self.restage(*source).await;
        }
        (id.into(), self.number)
    }

    pub async fn dissolve(&self, cluster: ClusterId, sources: &[ContributionId]) {
        let sql = "UPDATE clusters SET state = 'sciolto', dissolved_at = $2, \
                   dissolved_reason = $3 WHERE id = $1";
        let values = [cluster.uuid().into(), day(-1).into(), "Non andavano insieme.".into()];
        run(&self.db, sql, &values).await;
        for source in sources {
            self.restage(*source).await;
        }
    }

    pub async fn action(
        &mut self,
        title: &str,
        state: &str,
        clusters: &[ClusterId],
        sources: &[ContributionId],
        by: PersonId,
    ) -> (ActionId, i64) {
        let id = self.id();
        self.number += 1;
        let sheet = domain::actions::Sheet {
            title: title.to_owned(),
            indicators: vec![domain::actions::ActionIndicator {
                indicator: self.indicator.into(),
                baseline: 0.0,
                target: 10.0,
            }],
            ..domain::actions::Sheet::default()
        };
        let at_table = state != "bozza";
        insert!(&self.db, "actions", {
            id: id, ambito_id: self.ambito.uuid(), number: self.number, plan_id: self.plan,
            programme_id: None::<Uuid>, state: state, version: 1i64, drafted_by: by.uuid(),
            created_at: day(-30), sent_at: at_table.then(|| day(-2)), changed_at: day(-2),
        });
        insert!(&self.db, "action_versions", {
            action_id: id, version: 1i64, at: day(-30), drafted_by: by.uuid(), title: title,
            policy_id: None::<Uuid>, sheet: sheet.text().unwrap(), hash: vec![4u8; 32],
        });
        for cluster in clusters {
            insert!(&self.db, "action_clusters", { action_id: id, cluster_id: cluster.uuid() });
        }
        for source in sources {
            insert!(&self.db, "action_contributions", {
                action_id: id, contribution_id: source.uuid(),
            });
            self.restage(*source).await;
        }
        (id.into(), self.number)
    }

    pub async fn review(&mut self, action: ActionId, outcome: &str, reason: &str) {
        let id = self.id();
        insert!(&self.db, "reviews", {
            id: id, ambito_id: self.ambito.uuid(), body_id: self.table, action_id: action.uuid(),
            version: 1i64, at: day(-1), outcome: outcome, reason: reason,
            conditions: r#"["Verifica dopo sei mesi"]"#, minority: None::<&str>,
        });
    }

    pub async fn act(&mut self, action: ActionId) {
        let id = self.id();
        insert!(&self.db, "deliberations", {
            id: id, ambito_id: self.ambito.uuid(), body_id: self.committee, at: now(),
            act_number: "9", act_date: date(2026, 3, 20), title: "Approvazione", approved: true,
            reason: "Copertura.", parts: "{}",
        });
        insert!(&self.db, "deliberation_actions", {
            deliberation_id: id, action_id: action.uuid(), version: 1i64, hash: vec![4u8; 32],
        });
    }

    pub async fn outcome(&mut self, id: ContributionId, outcome: &str, reason: &str, at: Moment) {
        let row = self.id();
        insert!(&self.db, "outcomes", {
            id: row, ambito_id: self.ambito.uuid(), contribution_id: id.uuid(), outcome: outcome,
            reason: reason, at: at, action_id: None::<Uuid>,
            addressed_to: (outcome == "altro_ente").then(|| self.province.uuid()),
        });
        self.restage(id).await;
    }
}

pub fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}
