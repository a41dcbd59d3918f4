//! Sample views: real texts, or a hostile one in every free field.

use app::render::{Assets, PageContext};
use app::urls::{Lang, Page};
use chrono::{Duration, NaiveDate, TimeZone, Utc};
use domain::actions::*;
use domain::bursts::Finding;
use domain::comments::Stance;
use domain::contributions::*;
use domain::coverage::{
    Cell, Dimension, Help, Key, Meter, MeterTable, Missing as Lacking, UNSAID, Word,
};
use domain::faults::*;
use domain::forms::*;
use domain::links::Relation;
use domain::merging::life::*;
use domain::merging::*;
use domain::moderation::{Cause, Decision, ReasonClass};
use domain::opinions::picture::{Leaning, Picture, Row, Shape, TypicalStatement};
use domain::opinions::statements::{Named, Side};
use domain::outcomes::Outcome;
use domain::people::*;
use domain::review::*;
use domain::rounds::*;
use domain::statements::WithdrawnWhy;
use domain::suppression::Shown;
use domain::territory::*;
use domain::time::Moment;
use domain::views::*;

pub const HOSTILE: &str =
    "a\"'><img src=x onerror=alert(1)></textarea></title><script>alert(1)</script> &amp; {x}";

/// Free texts as they are, or all hostile.
#[derive(Clone, Copy)]
pub struct Sample {
    pub hostile: bool,
}

pub fn now() -> Moment {
    Utc.with_ymd_and_hms(2026, 11, 23, 9, 0, 0).unwrap()
}

pub fn assets() -> Assets {
    // `PAGES_MANIFEST`: the manifest of a real build, to look at the pages.
    match std::env::var("PAGES_MANIFEST") {
        Ok(path) => Assets::read(&std::fs::read_to_string(path).unwrap(), "assets/").unwrap(),
        Err(_) => Assets::read(
            r#"{"preload":["t.woff2"],"main.css":"main.css","icons.svg":"icons.svg",
                "favicon.svg":"favicon.svg","islands.js":"islands.js"}"#,
            "/assets/",
        )
        .unwrap(),
    }
}

pub fn context(assets: &Assets, lang: Lang, page: Page) -> PageContext<'_> {
    PageContext {
        lang,
        slug: "val-d-arcina",
        page: Some(page),
        query: "",
        origin: "https://trama.example",
        assets,
        now: now(),
        notice: None,
        content: "it",
    }
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn ago(days: i64) -> Moment {
    now() - Duration::days(days)
}

impl Sample {
    pub fn s(self, text: &str) -> String {
        if self.hostile { HOSTILE.to_owned() } else { text.to_owned() }
    }

    /// A field that is empty in the real texts.
    fn only_hostile(self) -> String {
        if self.hostile { HOSTILE.to_owned() } else { String::new() }
    }

    pub fn shell(self, signed_in: bool) -> Shell {
        let viewer = if signed_in {
            ViewerHead {
                name: Some(self.s("Paolo Zanetti")),
                desks: vec![Desk::Moderation, Desk::Workbench(Some(2)), Desk::Office, Desk::Table],
            }
        } else {
            ViewerHead::default()
        };
        Shell {
            ambito: AmbitoHead {
                slug: "val-d-arcina".into(),
                language: "it".into(),
                name: self.s("Ambito Territoriale Sociale Val d'Arcina"),
                region: self.s("Regione dimostrativa"),
                lead_authority: self.s("Comune di Castelvento"),
                office: self.s("Ufficio di Piano, piazza del Mercato 1, Castelvento"),
                email: self.s("ufficiodipiano@val-d-arcina.example"),
                opening_hours: self.s("lunedì, mercoledì e venerdì 9–13; giovedì 15–18"),
                labels: Labels {
                    political_body: self.s("Comitato dei Sindaci"),
                    review_body: self.s("Tavolo di Piano"),
                    plan: self.s("Piano d'Ambito"),
                    annual_programme: self.s("Programma attuativo"),
                },
                demonstration: true,
            },
            viewer,
        }
    }

    pub fn contribution(self, kind: Kind, number: i64, title: &str) -> ContributionRef {
        ContributionRef { kind, number, title: self.s(title), language: self.s("it") }
    }

    fn cluster_ref(self) -> ClusterRef {
        ClusterRef { number: 1, title: self.s("Uno spazio gioco che raggiunge i paesi piccoli") }
    }

    fn action_ref(self, state: ActionState) -> ActionRef {
        ActionRef { number: 1, title: self.s("Ludoteca in viaggio nei Comuni piccoli"), state }
    }

    pub fn round_ref(self, state: RoundState) -> RoundRef {
        RoundRef {
            number: 2,
            title: self.s("Raccontaci di cosa c'è bisogno"),
            kind: RoundKind::Consultation,
            state,
        }
    }

    pub fn round_card(self, state: RoundState) -> RoundCard {
        RoundCard {
            round: self.round_ref(state),
            question: self
                .s("Che cosa rende difficile vivere bene in valle, e che cosa potremmo fare \
                 insieme nei prossimi tre anni?"),
            opens: ago(14),
            closes: Utc.with_ymd_and_hms(2026, 12, 21, 22, 59, 0).unwrap(),
            returned: (state == RoundState::GivenBack).then(|| ago(2)),
            days_left: (state == RoundState::Open).then_some(28),
            contributions: 65,
        }
    }

    pub fn card(self, kind: Kind, number: i64, title: &str, excerpt: &str) -> ContributionCard {
        ContributionCard {
            contribution: self.contribution(kind, number, title),
            excerpt: self.s(excerpt),
            municipality: self.s("Montefalcino"),
            policy_code: "1.3".into(),
            policy: self.s("Sostegno alle famiglie in fragilità sociale o psicologica"),
            author_kind: AuthorKind::Caregiver,
            organisation: (kind == Kind::Proposal).then(|| self.s("Cooperativa La Rotonda")),
            byline: self.hostile.then(|| HOSTILE.to_owned()),
            at: ago(12),
            stage: Stage::Published,
            outcome: None,
            supports: if number % 2 == 0 { Shown::Few } else { Shown::Exactly(34) },
            comments: 2,
        }
    }

    pub fn cards(self) -> Vec<ContributionCard> {
        let mut answered = self.card(
            Kind::Proposal,
            904,
            "Buoni nelle botteghe di collina",
            "Un negozio solo per poveri resta un negozio per poveri.",
        );
        answered.outcome = Some(Outcome::InPart);
        answered.stage = Stage::Answered;
        let mut merged = self.card(
            Kind::Need,
            18,
            "Te konsultori më përkthen djali im dhjetëvjeçar",
            "Kur shkoj te mjeku ose në ndonjë zyrë, më përkthen djali im dhjetëvjeçar.",
        );
        merged.contribution.language = self.s("sq");
        merged.stage = Stage::Merged;
        vec![
            self.card(
                Kind::Need,
                1,
                "Nella nostra frazione in inverno non passa nessuno",
                "Sto a Colle Morro, siamo rimasti in undici e otto hanno più di ottant'anni. \
                 Da novembre a marzo ci sono settimane in cui non vediamo una persona. Se uno \
                 cade in casa se ne accorgono dopo giorni.",
            ),
            self.card(
                Kind::Proposal,
                5,
                "Centro diurno aperto anche il sabato",
                "Apertura del centro diurno il sabato dalle 9 alle 17 per persone con demenza, \
                 con trasporto e pranzo.",
            ),
            merged,
            answered,
        ]
    }

    pub fn figure(self) -> Figure {
        Figure {
            code: self.s("IND05"),
            name: self.s("Famiglie con caregiver che usano almeno un servizio di sollievo"),
            unit: self.s("famiglie/anno"),
            value: 74.0,
            date: day(2025, 12, 31),
            previous: Some(70.0),
            direction: Direction::Up,
        }
    }

    pub fn figures(self) -> Vec<Figure> {
        let percent = Figure {
            code: self.s("IND03"),
            name: self.s("Famiglie unipersonali"),
            unit: self.s("%"),
            value: 36.8,
            previous: Some(36.3),
            ..self.figure()
        };
        let people = Figure {
            code: self.s("IND01"),
            name: self.s("Popolazione residente"),
            unit: self.s("persone"),
            value: 69690.0,
            previous: Some(69850.0),
            ..self.figure()
        };
        vec![people, percent, self.figure()]
    }

    pub fn home(self) -> HomePage {
        let mut next = self.round_card(RoundState::Scheduled);
        next.round.title = self.s("Priorità del triennio");
        next.round.kind = RoundKind::Concertation;
        next.opens = now() + Duration::days(35);
        next.closes = now() + Duration::days(60);
        let answer = AnswerCard {
            contribution: self.contribution(
                Kind::Need,
                901,
                "Con un bimbo di due anni qui non c'è un posto al coperto",
            ),
            excerpt: self.s(
                "Quando piove restiamo in cucina, io e lei. Mi basterebbe una stanza calda, un \
                 tappeto e qualcuno con cui scambiare due parole.",
            ),
            outcome: Outcome::InPart,
            reason: self.s("Due tappe settimanali sicure e Roccalba a sabati alterni."),
            action: Some(self.action_ref(ActionState::UnderWay)),
            at: ago(262),
        };
        let refused = AnswerCard {
            outcome: Outcome::NotAccepted,
            action: None,
            reason: self.s("Costerebbe 1,9 milioni contro i 640.000 euro disponibili."),
            ..answer.clone()
        };
        let passed = AnswerCard { outcome: Outcome::OtherBody, action: None, ..answer.clone() };
        HomePage {
            open: vec![self.round_card(RoundState::Open)],
            next: vec![next],
            answers: vec![answer, refused, passed],
            voices: self.cards(),
            figures: self.figures(),
            numbers: Numbers {
                needs: 25,
                proposals: 40,
                answered: 7,
                supporters: Some(Shown::Exactly(96)),
            },
            underway: vec![],
            open_numbers: Some(Numbers { needs: 24, proposals: 38, ..Numbers::default() }),
        }
    }

    pub fn home_empty(self) -> HomePage {
        HomePage {
            open: vec![],
            next: vec![],
            answers: vec![],
            voices: vec![],
            figures: vec![],
            numbers: Numbers::default(),
            underway: vec![self.round_card(RoundState::Suspended)],
            open_numbers: None,
        }
    }

    pub fn calendar(self) -> CalendarPage {
        CalendarPage {
            open: vec![self.round_card(RoundState::Open)],
            next: vec![self.round_card(RoundState::Scheduled)],
            past: vec![
                self.round_card(RoundState::Suspended),
                self.round_card(RoundState::GivenBack),
            ],
            drafts: vec![self.round_card(RoundState::Draft)],
            may_prepare: true,
        }
    }

    pub fn round(self, state: RoundState) -> RoundPage {
        RoundPage {
            card: self.round_card(state),
            plan: self.s("Piano d'Ambito 2027–2029"),
            objective: self
                .s("Raccogliere bisogni e proposte da tutti e sette i Comuni, e rispondere a \
                 ciascuno con un motivo entro sessanta giorni dalla chiusura."),
            given: vec![
                self.s("Le quattro aree e le undici politiche del piano"),
                self.s("Il profilo di comunità con i suoi dodici indicatori"),
            ],
            open: vec![
                self.s("Quali bisogni vengono prima"),
                self.s("Quali servizi cambiare, unire o cominciare"),
                self.s("Dove e in quali orari"),
            ],
            off_limits: vec![
                self.s("I livelli essenziali stabiliti dalla legge, che restano garantiti"),
                self.s("Le situazioni di singole persone: per quelle c'è lo sportello sociale"),
            ],
            opened: vec![
                (Opening::Needs, IdentityLevel::L0),
                (Opening::Proposals, IdentityLevel::L2),
                (Opening::Comments, IdentityLevel::L2),
                (Opening::Supports, IdentityLevel::L2),
            ],
            moderation: ModerationMode::SensitiveBefore,
            vote_method: VoteMethod::Support,
            tie_rule: self.s("A parità contano prima i Comuni rappresentati."),
            areas: vec![self.s("Famiglia"), self.s("Anziani e disabili")],
            report: (state == RoundState::GivenBack).then(|| {
                self.s("# Com'è andata\n\nTre azioni avviate, [una](javascript:alert(1)) no.")
            }),
            suspended: (state == RoundState::Suspended)
                .then(|| self.s("Il sito è in manutenzione.")),
            figures: self.figures()[1..].to_vec(),
            voices: self.cards()[..2].to_vec(),
            needs: 25,
            proposals: 40,
            unanswered: 12,
            unheard: vec![(self.s("Roccalba"), 0), (self.s("Montefalcino"), 2)],
            statements: 12,
            coverage: true,
            sessions: vec![
                SessionCard {
                    number: 1,
                    title: self.s("Laboratorio 1 – Leggere i bisogni: chi resta solo?"),
                    place: self.s("Biblioteca comunale, Castelvento"),
                    held: ago(9),
                    present: Shown::Exactly(37),
                },
                SessionCard {
                    number: 2,
                    title: self.s("Laboratorio 2 – Arrivarci, anche senza patente"),
                    place: self.s("Vecchia scuola, Montefalcino"),
                    held: now() + Duration::days(5),
                    present: Shown::None,
                },
            ],
            method: None,
            ballots: true,
            may_need: if state == RoundState::Open {
                Ok(())
            } else {
                Err(Refusal::Closed { closed: ago(1) })
            },
            may_propose: if state == RoundState::Open {
                Err(Refusal::SignInNeeded)
            } else {
                Err(Refusal::Closed { closed: ago(1) })
            },
            acts: vec![],
            life: RoundLife {
                hash: "5f2a".repeat(16),
                frozen: state != RoundState::Draft && state != RoundState::Scheduled,
                reopened: (state == RoundState::Open)
                    .then(|| self.s("Il cartellone di Roccalba portava la data sbagliata.")),
                may_prepare: true,
                may_reopen: state == RoundState::Closed,
            },
        }
    }

    pub fn list(self) -> ContributionList {
        let choice = |code: &str, name: &str, count| Choice {
            code: code.to_owned(),
            name: self.s(name),
            count,
        };
        ContributionList {
            filter: Filter {
                municipality: Some("CVN".into()),
                query: self.hostile.then(|| HOSTILE.to_owned()),
                sort: Sort::Newest,
                page: 2,
                ..Filter::default()
            },
            paging: Paging { page: 2, size: 20, total: 1365 },
            walk: None,
            some: self.hostile,
            cards: self.cards(),
            rounds: vec![choice("2", "Raccontaci di cosa c'è bisogno", 65)],
            areas: vec![choice("famiglia", "Famiglia", 19), choice("poverta", "Povertà", 14)],
            policies: vec![choice("1.3", "Centro per le famiglie", 9)],
            municipalities: vec![
                choice("BSR", "Borgo Serrano", 12),
                choice("CVN", "Castelvento", 31),
            ],
            stages: vec![Choice { code: "unito".into(), name: String::new(), count: 4 }],
            may_need: Ok(()),
            may_propose: Err(Refusal::SignInNeeded),
        }
    }

    fn statement(self, number: i64, mine: Option<domain::opinions::Stance>) -> StatementView {
        StatementView {
            number,
            text: self.s("Il centro diurno va aperto anche il sabato"),
            source: (number == 2).then(|| self.contribution(Kind::Need, 901, "Il sabato è chiuso")),
            withdrawn: (number == 4).then_some(WithdrawnWhy::Duplicate),
            mine,
            said: None,
        }
    }

    /// Statements of a round in this state, so many of them voted on.
    pub fn statements(self, state: RoundState, voted: usize, staff: bool) -> StatementsPage {
        let mine = |number: usize| (number <= voted).then_some(domain::opinions::Stance::Pass);
        let open = state == RoundState::Open;
        StatementsPage {
            round: RoundRef { state, ..self.round(state).card.round },
            opens: ago(9),
            closes: ago(-9),
            statements: (1..=4).map(|n| self.statement(n as i64, mine(n))).collect(),
            may_vote: match (open, voted) {
                (true, 0) => Err(Refusal::SignInNeeded),
                (true, _) => Ok(()),
                (false, _) => Err(Refusal::Closed { closed: ago(-9) }),
            },
            may_add: if staff { Ok(()) } else { Err(Refusal::NotYourRole) },
            results: None,
        }
    }

    /// The same with what was said.
    pub fn statements_told(self, groups: Groups) -> StatementsPage {
        let mut page = self.statements(RoundState::InSynthesis, 0, false);
        for one in page.statements.iter_mut().filter(|one| one.withdrawn.is_none()) {
            let said = SaidView {
                agree: Shown::Exactly(33),
                disagree: Shown::Exactly(7),
                pass: Shown::Few,
            };
            one.said = Some(said);
        }
        let exported = groups != Groups::TooFew;
        let participants = exported.then_some(40);
        page.results = Some(OpinionsView { participants, groups, exported });
        page
    }

    /// Two groups of people.
    pub fn picture(self) -> Picture {
        let shape = |id: usize, x: f64| Shape {
            id,
            people: Shown::Exactly(24 - 8 * id as u32),
            centre: [x, 0.5],
            radii: [0.2, 0.1],
            turned: 30.0,
            label: [x, 0.5],
            typical: vec![TypicalStatement { statement: "2".into(), side: Side::Agree }],
        };
        let row = |statement: &str| Row {
            statement: statement.into(),
            groups: vec![Leaning::NearlyAllAgree, Leaning::Divided],
        };
        let named = |statement: &str| Named { statement: statement.into(), score: 0.9 };
        Picture {
            weak: false,
            groups: vec![shape(0, 0.25), shape(1, 0.75)],
            statements: vec![row("1"), row("2"), row("3")],
            agreed: vec![named("1")],
            rejected: vec![],
            divisive: vec![named("2")],
        }
    }

    /// Who has been heard; nothing before the first publication.
    pub fn coverage(self, state: RoundState, meter: bool) -> CoveragePage {
        let key = |code: &str| Key { code: code.to_owned(), with: None };
        let cell = |code: &str, people: Option<u32>, word| Cell {
            key: key(code),
            people,
            share: people.map(|people| f64::from(people) / 60.0),
            expected: (code.len() == 3).then_some(0.25),
            word,
        };
        let table = |of, cells| MeterTable { of: vec![of], cells };
        let help = Some(Help::Invite);
        let missing =
            |dimension, code: &str, word| Lacking { dimension, code: code.to_owned(), word, help };
        CoveragePage {
            round: RoundRef { state, ..self.round(state).card.round },
            opens: ago(9),
            closes: ago(-9),
            at: meter.then(|| ago(0)),
            meter: meter.then(|| Meter {
                people: 60,
                tables: vec![
                    table(
                        Dimension::Municipalities,
                        vec![
                            cell("CVN", Some(45), Some(Word::Much)),
                            cell("BSR", Some(10), Some(Word::Little)),
                            cell("RCL", None, Some(Word::Nobody)),
                            cell(UNSAID, Some(5), None),
                        ],
                    ),
                    table(
                        Dimension::Ages,
                        vec![
                            cell("14-17", None, Some(Word::Nobody)),
                            cell("75+", Some(20), None),
                            cell(UNSAID, Some(35), None),
                        ],
                    ),
                    table(
                        Dimension::Languages,
                        vec![cell("sq", None, Some(Word::TooEarly)), cell("altra", None, None)],
                    ),
                ],
                missing: vec![
                    missing(Dimension::Municipalities, "RCL", Word::Nobody),
                    missing(Dimension::Categories, "scuola", Word::Nobody),
                    missing(Dimension::Ages, "75+", Word::Little),
                ],
            }),
            places: [("CVN", "Castelvento"), ("BSR", "Borgo Serrano"), ("RCL", "Roccalba")]
                .map(|(code, name)| PlaceName { code: code.into(), name: self.s(name) })
                .to_vec(),
            silent: vec![(Category::Schools, self.s("Istituto comprensivo di Castelvento"))],
        }
    }

    /// A list in the mixed order, so far along, with more to come or not.
    pub fn mixed(self, shown: u32, more: bool) -> ContributionList {
        let list = self.list();
        ContributionList {
            filter: Filter { sort: Sort::Mixed, page: 1, query: None, ..list.filter.clone() },
            walk: Some(WalkView { shown, next: more.then(|| "b4f2a-1-14---".to_owned()) }),
            ..list
        }
    }

    pub fn words(self) -> Words {
        Words {
            title: self.s("Con un bimbo di due anni qui non c'è un posto al coperto"),
            body: self.s(
                "A Montefalcino il nido non c'è e la materna comincia a tre anni. Quando piove \
                 restiamo in cucina, io e lei. L'altra mamma del paese la incontro al \
                 supermercato di Castelvento.\n\nMi basterebbe una stanza calda, un tappeto e \
                 qualcuno con cui scambiare due parole.",
            ),
            strengths: self.s("La vecchia scuola è vuota e ha il riscaldamento."),
            recipients: self.only_hostile(),
            doers: self.only_hostile(),
            resources: self.only_hostile(),
        }
    }

    fn change(self, wording: Wording) -> Change {
        Change {
            version: 2,
            texts: vec![ChangedText {
                wording,
                before: self.s("Una stanza calda per i piccoli."),
                after: self.s("Una stanza calda e un tappeto per i piccoli."),
                language: (wording == Wording::Body).then(|| "it".to_owned()),
            }],
            also: vec![Part::Budget],
        }
    }

    pub fn collected(self) -> CollectedView {
        let source =
            || self.contribution(Kind::Need, 901, "Con un bimbo di due anni qui non c'è un posto");
        let left = |text: &str, reason: Option<&str>| LeftSentence {
            source: source(),
            text: self.s(text),
            reason: reason.map(|reason| self.s(reason)),
        };
        CollectedView {
            sentences: vec![
                CollectedSentence {
                    text: self.s("Chi ha figli piccoli chiede una stanza calda."),
                    from: vec![source()],
                },
                CollectedSentence { text: self.s("E qualcuno con cui parlare."), from: vec![] },
            ],
            left: vec![
                left("Quando piove restiamo in cucina.", None),
                left("Grazie a chi legge.", Some("Sono saluti.")),
            ],
            role: Role::Facilitator,
            at: ago(330),
        }
    }

    pub fn split(self) -> SplitView {
        let part = |position, title: &str, excerpt: &str, clusters| PartView {
            position,
            title: self.s(title),
            excerpt: self.s(excerpt),
            clusters,
        };
        SplitView {
            parts: vec![
                part(1, "La stanza", "Mi basterebbe una stanza calda.", vec![self.cluster_ref()]),
                part(2, "La compagnia", "Qualcuno con cui scambiare due parole.", vec![]),
            ],
            language: "it".into(),
            reason: self.s("Dice due cose, che vanno in due gruppi."),
            role: Role::Facilitator,
            at: ago(340),
            ended: None,
        }
    }

    pub fn thread(self) -> Thread {
        let action = self.action_ref(ActionState::UnderWay);
        let at = |days, role, what| ThreadStep { at: Some(ago(days)), role, depth: 0, what };
        let act = ActRef {
            body: self.s("Comitato dei Sindaci"),
            number: self.s("9"),
            date: day(2026, 2, 23),
        };
        Thread {
            steps: vec![
                at(
                    380,
                    None,
                    StepWhat::Said {
                        contribution: self.contribution(
                            Kind::Need,
                            901,
                            "Con un bimbo di due anni qui non c'è un posto al coperto",
                        ),
                        excerpt: self
                            .s("Mi basterebbe una stanza calda, un tappeto e qualcuno con cui \
                             scambiare due parole."),
                        round: self.round_ref(RoundState::GivenBack),
                    },
                ),
                at(379, None, StepWhat::Echoed { voices: Shown::Few }),
                at(378, Some(Role::Moderator), StepWhat::Published),
                at(
                    336,
                    Some(Role::Facilitator),
                    StepWhat::Joined {
                        cluster: self.cluster_ref(),
                        sources: 4,
                        reason: self
                            .s("I due bisogni raccontano la stessa mancanza, uno da una madre e \
                             uno da un nonno; le due proposte si completano."),
                        facilitator: self.s("Paolo Zanetti"),
                        dissent: false,
                        state: ClusterState::Applied,
                        closes: Some(ago(329)),
                        dissolved: self.hostile.then(|| HOSTILE.to_owned()),
                    },
                ),
                at(316, Some(Role::PlanOffice), StepWhat::Drafted { action: action.clone() }),
                at(350, None, StepWhat::Revised { change: self.change(Wording::Body) }),
                at(340, Some(Role::Facilitator), StepWhat::Split { split: self.split() }),
                at(
                    330,
                    Some(Role::Coordinator),
                    StepWhat::Rewritten {
                        cluster: self.cluster_ref(),
                        reason: self.s("Chi si opponeva chiedeva anche una stanza."),
                        change: self.change(Wording::Synthesis),
                    },
                ),
                at(
                    301,
                    Some(Role::PlanOffice),
                    StepWhat::SentToTable {
                        action: action.clone(),
                        version: Some(2),
                        change: Some(self.change(Wording::Sheet(Part::Objective))),
                    },
                ),
                at(
                    294,
                    Some(Role::PlanTable),
                    StepWhat::Reviewed {
                        action: action.clone(),
                        outcome: ReviewOutcome::AdmittedWithChanges,
                        reason: self.s(
                            "Risponde a un vuoto verificato in tre Comuni su tre e usa sale che \
                             già ci sono. Tre tappe fisse non stanno però nel fondo.",
                        ),
                        conditions: vec![
                            self.s("Due tappe settimanali e Roccalba a sabati alterni"),
                        ],
                    },
                ),
                at(
                    273,
                    Some(Role::MayorsCommittee),
                    StepWhat::Deliberated { action: action.clone(), act, approved: true },
                ),
                at(
                    262,
                    Some(Role::PlanOffice),
                    StepWhat::Answered {
                        outcome: Outcome::InPart,
                        reason: self.s("Due tappe sicure, Roccalba a sabati alterni."),
                        action: Some(action.clone()),
                        addressed_to: self.hostile.then(|| HOSTILE.to_owned()),
                    },
                ),
                ThreadStep {
                    at: Some(ago(30)),
                    role: None,
                    depth: 2,
                    what: StepWhat::Measured {
                        action,
                        indicator: self.s("Comuni con un'apertura settimanale"),
                        unit: self.s("Comuni su tre"),
                        baseline: 0.0,
                        value: 2.0,
                        target: 3.0,
                        date: day(2026, 10, 24),
                    },
                },
                ThreadStep {
                    at: None,
                    role: None,
                    depth: 2,
                    what: StepWhat::Next {
                        next: NextStep::Review,
                        by: Some(now() + Duration::days(60)),
                    },
                },
            ],
        }
    }

    pub fn gone(self, standing: Standing) -> ContributionPage {
        let mut page = self.contribution_page(false);
        page.standing = standing;
        page.words = None;
        page.translation = None;
        page.card.contribution.title = String::new();
        page.card.excerpt = String::new();
        page.tombstone = Some(Tombstone {
            at: ago(3),
            role: (standing == Standing::Hidden).then_some(Role::Moderator),
            reason_class: (standing == Standing::Hidden).then_some(ReasonClass::ThirdPerson),
            reason: None,
        });
        page.thread = Thread {
            steps: vec![ThreadStep {
                at: Some(ago(3)),
                role: Some(Role::Moderator),
                depth: 0,
                what: StepWhat::Hidden { reason_class: Some(ReasonClass::ThirdPerson) },
            }],
        };
        page
    }

    /// What moderators did, to its author: `may` ask for a second look, or what it said.
    fn handled(self, may: bool) -> Handled {
        let answer = Earlier {
            at: ago(1),
            decision: Decision::Hide,
            class: Some(ReasonClass::Insult),
            reason: self.s("Resta un'offesa."),
        };
        Handled {
            softening: None,
            appeal: Some(AppealView {
                may: if may { Ok(()) } else { Err(Refusal::AlreadyDone) },
                asked: (!may).then(|| ago(2)),
                answered: (!may).then_some(answer),
            }),
            kept_until: NaiveDate::from_ymd_opt(2027, 11, 26),
        }
    }

    /// The public record, with or without entries.
    pub fn record(self, any: bool) -> RecordPage {
        let class = ReasonClass::ThirdPerson;
        let entry = |cause, decision| RecordEntry {
            at: ago(4),
            comment: cause == Cause::Appeal,
            cause,
            decision,
            class,
            role: Role::Moderator,
        };
        RecordPage {
            since: NaiveDate::from_ymd_opt(2025, 11, 26).unwrap(),
            received: if any { Shown::Exactly(31) } else { Shown::None },
            causes: if any { vec![(Cause::Sensitive, 24)] } else { vec![] },
            other_causes: if any { 7 } else { 0 },
            decisions: if any { vec![((Decision::Publish, class), 21)] } else { vec![] },
            other_decisions: if any { 9 } else { 0 },
            median_minutes: any.then_some(1_500),
            appeals: if any { Shown::Few } else { Shown::None },
            danger: if any { Shown::Few } else { Shown::None },
            entries: if any {
                vec![entry(Cause::Appeal, Decision::Hide), entry(Cause::Before, Decision::Publish)]
            } else {
                vec![]
            },
        }
    }

    /// `all`: everything may be done.
    pub fn contribution_page(self, all: bool) -> ContributionPage {
        let may = |refusal: Refusal| if all { Ok(()) } else { Err(refusal) };
        let comment = CommentView {
            number: 7,
            author_kind: AuthorKind::Volunteer,
            organisation: None,
            byline: self.hostile.then(|| HOSTILE.to_owned()),
            body: Some(self.s(
                "Noi lo facciamo già dal 2019 con dodici persone: possiamo raccontarvi cosa non \
                 ha funzionato all'inizio.",
            )),
            stance: Some(Stance::Experience),
            role: None,
            language: "it".into(),
            at: ago(11),
            changed: Some(ago(10)),
            agreements: Shown::Exactly(7),
            agreed: all,
            may_agree: may(Refusal::SignInNeeded),
            editable: all.then(|| ago(0)),
            waits: false,
            own: all,
            tombstone: None,
            handled: Handled::default(),
            answers: vec![],
        };
        let hidden = CommentView {
            number: 10,
            own: true,
            tombstone: Some(Tombstone {
                at: ago(2),
                role: Some(Role::Moderator),
                reason_class: Some(ReasonClass::Insult),
                reason: Some(self.s("Offende una persona.")),
            }),
            handled: self.handled(all),
            ..comment.clone()
        };
        let answer = CommentView {
            number: 8,
            organisation: Some(self.s("Ufficio di Piano")),
            stance: None,
            role: Some(Role::Facilitator),
            editable: None,
            own: false,
            ..comment.clone()
        };
        let removed = CommentView { number: 9, body: None, own: false, ..comment.clone() };
        ContributionPage {
            card: self.card(
                Kind::Need,
                901,
                "Con un bimbo di due anni qui non c'è un posto al coperto",
                "A Montefalcino il nido non c'è e la materna comincia a tre anni.",
            ),
            policy: PolicyName {
                code: "1.3".into(),
                name: self.s("Sostegno alle famiglie in fragilità"),
                area_code: "famiglia".into(),
                area_name: self.s("Famiglia"),
            },
            round: self.round_ref(if all { RoundState::Open } else { RoundState::GivenBack }),
            standing: Standing::Published,
            words: Some(self.words()),
            translation: Some(Translation {
                language: "en".into(),
                title: self.s("With a two-year-old there is no sheltered place here"),
                body: self.s("When it rains we stay in the kitchen, she and I."),
                verified: all,
            }),
            tombstone: None,
            channel: Channel::Session,
            said: Some(self.in_session()),
            assisted: true,
            revisions: 1,
            echoes: Shown::Few,
            echo_of: Some(self.contribution(Kind::Need, 3, "Mio padre vive solo")),
            answers: vec![],
            answered_by: vec![self.contribution(
                Kind::Proposal,
                901,
                "Una ludoteca che viaggia su un furgone",
            )],
            clusters: vec![self.cluster_ref()],
            proposed: if all { vec![] } else { vec![self.proposed()] },
            merges: if all { vec![self.own_merge()] } else { vec![] },
            actions: vec![self.action_ref(ActionState::UnderWay)],
            links: self.links(),
            may_link: may(Refusal::NotYourRole),
            split: Some(self.split()),
            may_split: may(Refusal::NotYourRole),
            similar: vec![SimilarCard {
                contribution: self.contribution(
                    Kind::Need,
                    902,
                    "Tengo i nipoti e non so più cosa inventarmi",
                ),
                excerpt: self.s("A Roccalba d'inverno non c'è un posto."),
                shared_words: vec![self.s("posto"), self.s("bambini")],
                same_policy: true,
                other_words: true,
                supports: Shown::Few,
            }],
            comments: vec![CommentView { answers: vec![answer], ..comment }, removed, hidden],
            thread: self.thread(),
            supported: false,
            may_support: may(Refusal::Closed { closed: ago(343) }),
            may_comment: may(Refusal::SignInNeeded),
            may_flag: may(Refusal::SignInNeeded),
            own: all,
            may_correct: may(Refusal::AlreadyPublic),
            may_withdraw: may(Refusal::NotYours),
            handled: self.handled(all),
            notes: vec![NoteView {
                from: ago(3),
                finding: Finding::Ordinary,
                note: self.s("Una classe della scuola media ha votato in aula."),
                confirmed: Some(ago(2)),
            }],
            may_answer: may(Refusal::NotYourRole),
            may_draft: may(Refusal::NotYourRole),
            organisations: vec![(self.s("O13"), self.s("Distretto sanitario"))],
        }
    }

    /// One link a way of reading, the first to an action; and one that was taken back.
    pub fn links(self) -> Vec<LinkView> {
        let link = |(number, &relation): (i64, &Relation)| LinkView {
            number,
            relation,
            other: if number == 1 {
                let action = self.action_ref(ActionState::Concluded);
                LinkedView::Action(action, self.s("Piano d'Ambito 2021–2023"))
            } else {
                let text = self.contribution(Kind::Proposal, 900 + number, "Un pulmino il sabato");
                LinkedView::Contribution(text, 1, self.s("Che cosa serve a chi cresce bambini?"))
            },
            reason: self.s("Chiedono la stessa corsa in due giorni diversi."),
            at: ago(9),
            role: Role::Facilitator,
            ended: (number == 7)
                .then(|| (ago(2), self.s("Il pulmino non c'è più."), Role::PlanOffice)),
        };
        (1_i64..).zip(Relation::ALL).map(link).collect()
    }

    fn source(self, number: i64, share: Share) -> SourceView {
        SourceView {
            card: self.card(
                if number % 2 == 0 { Kind::Need } else { Kind::Proposal },
                number,
                "Una ludoteca che viaggia su un furgone",
                "Due educatrici e un furgone con giochi e libri.",
            ),
            body: self.s("Due educatrici e un furgone con giochi e libri, ogni settimana."),
            share,
            excerpt: (share == Share::Dissent)
                .then(|| self.s("Un negozio solo per poveri resta un negozio per poveri.")),
        }
    }

    fn origin(self) -> OriginCluster {
        OriginCluster {
            collected: Some(self.collected()),
            cluster: self.cluster_ref(),
            synthesis: self.s(
                "Nei Comuni più piccoli chi cresce bambini **sotto i sei anni** non ha un luogo \
                 al coperto dove incontrare altri.",
            ),
            reason: self.s("I due bisogni raccontano la stessa mancanza."),
            sources: vec![
                self.source(904, Share::Dissent),
                self.source(902, Share::PartOf),
                self.source(901, Share::Duplicate),
            ],
        }
    }

    pub fn in_session(self) -> SaidInSession {
        SaidInSession { session: 1, title: self.s("Chi resta solo"), cards: vec![3, 7] }
    }

    pub fn thread_page(self, start: ThreadStart) -> ThreadPage {
        let of_voice = matches!(start, ThreadStart::Contribution(_));
        ThreadPage {
            start,
            said: of_voice.then(|| self.in_session()),
            down: self.thread(),
            up: if of_voice { vec![] } else { vec![self.origin()] },
            direct: if of_voice { vec![] } else { vec![self.source(903, Share::PartOf)] },
            links: self.links(),
        }
    }

    pub fn threads(self) -> Vec<(Page, ThreadPage)> {
        let need = self.contribution(Kind::Need, 901, "Con un bimbo di due anni");
        vec![
            (Page::NeedThread(901), self.thread_page(ThreadStart::Contribution(need))),
            (Page::ClusterThread(1), self.thread_page(ThreadStart::Cluster(self.cluster_ref()))),
            (
                Page::ActionThread(1),
                self.thread_page(ThreadStart::Action(self.action_ref(ActionState::UnderWay))),
            ),
        ]
    }

    pub fn cluster_page(self, all: bool) -> ClusterPage {
        ClusterPage {
            collected: all.then(|| self.collected()),
            may_collect: Ok(()),
            card: ClusterCard {
                cluster: self.cluster_ref(),
                state: if all { ClusterState::Applied } else { ClusterState::Dissolved },
                closes: Some(ago(321)),
                sources: 4,
                supporters: Shown::Exactly(34),
                at: ago(328),
            },
            round: self.round_ref(RoundState::InSynthesis),
            synthesis: self.origin().synthesis,
            reason: self.s("I due bisogni raccontano la stessa mancanza."),
            facilitator: self.s("Paolo Zanetti"),
            dissolved: (!all).then(|| self.s("Erano due servizi diversi.")),
            applied: Some(ago(321)),
            life: self.life(!all),
            earlier: vec![EarlierSynthesis { version: 1, text: self.s("Uno spazio gioco.") }],
            own: vec![],
            may_mediate: Err(Refusal::NotYourRole),
            sources: self.origin().sources,
            actions: vec![self.action_ref(ActionState::UnderWay)],
            thread: self.thread(),
            may_dissolve: if all { Ok(()) } else { Err(Refusal::AlreadyDone) },
            notes: None,
            may_resume: Err(domain::faults::Refusal::NotYourRole),
            may_draft: if all { Ok(()) } else { Err(Refusal::NotYourRole) },
        }
    }

    /// The cluster while it is open to objections, or contested; its viewer wrote one of its texts,
    /// or may mediate.
    pub fn cluster_open(self, contested: bool) -> ClusterPage {
        let mut view = self.cluster_page(true);
        view.card.state =
            if contested { ClusterState::Contested } else { ClusterState::ObjectionWindow };
        view.card.closes = Some(ago(-10));
        view.applied = None;
        view.earlier = vec![];
        view.actions = vec![];
        view.life.truncate(if contested { 3 } else { 1 });
        view.may_draft = Err(Refusal::MergeNotApplied);
        if contested {
            view.may_mediate = Ok(());
        } else {
            view.own = vec![self.own_merge()];
        }
        view
    }

    pub fn proposed(self) -> ProposedMerge {
        ProposedMerge {
            cluster: self.cluster_ref(),
            state: ClusterState::ObjectionWindow,
            closes: Some(ago(-10)),
        }
    }

    pub fn own_merge(self) -> OwnMerge {
        OwnMerge {
            merge: self.proposed(),
            synthesis: self.origin().synthesis,
            reason: self.s("I due bisogni raccontano la stessa mancanza."),
            source: self.contribution(Kind::Need, 901, "Con un bimbo di due anni"),
            body: self.s("Quando piove restiamo in cucina. Mi basterebbe una stanza calda."),
            share: Share::PartOf,
            answer: Some(OwnAnswer {
                answer: MergeAnswer::Objected,
                at: ago(1),
                words: self.s("Non chiedevo un furgone, ma una stanza."),
                language: "it".into(),
                held: true,
            }),
            may_accept: Ok(()),
            may_object: Ok(()),
            may_dissent: Ok(()),
        }
    }

    fn life(self, dissolved: bool) -> Vec<LifeStep> {
        let author = AuthorKind::Anonymous;
        let mut steps = vec![
            LifeWhat::Proposed { by: self.s("Paolo Zanetti"), until: Some(ago(-10)) },
            LifeWhat::Objected {
                author: Some(author),
                reason: Some(self.s("Non chiedevo un furgone, ma una stanza.")),
                language: "it".into(),
                held: true,
            },
            LifeWhat::Objected { author: None, reason: None, language: "it".into(), held: true },
            LifeWhat::TookBack { author },
            LifeWhat::Dissented { author },
            LifeWhat::Mediated {
                decision: Some(Mediation::Changed),
                reason: self.s("La stanza è entrata nella sintesi."),
                by: self.s("Lucia Ferri"),
            },
            LifeWhat::Applied,
        ];
        if dissolved {
            steps.push(LifeWhat::Dissolved { reason: self.s("Erano due servizi diversi.") });
        }
        let at = |place: usize| ago(330 - i64::try_from(place).unwrap());
        steps.into_iter().enumerate().map(|(n, what)| LifeStep { at: at(n), what }).collect()
    }

    pub fn action_card(self, state: ActionState) -> ActionCard {
        ActionCard {
            action: self.action_ref(state),
            excerpt: self.s("Uno spazio gioco aperto ogni settimana in tutti e tre i Comuni."),
            policy: Some(PolicyName {
                code: "1.3".into(),
                name: self.s("Centro per le famiglie"),
                area_code: "famiglia".into(),
                area_name: self.s("Famiglia"),
            }),
            owner: Some(self.s("Comune di Castelvento")),
            voices: 4,
            missing: if state == ActionState::Draft { vec![Missing::Indicator] } else { vec![] },
            at: ago(30),
        }
    }

    pub fn actions(self) -> ActionList {
        ActionList {
            actions: vec![
                self.action_card(ActionState::UnderWay),
                self.action_card(ActionState::NotAdmitted),
                self.action_card(ActionState::AtTable),
                self.action_card(ActionState::Draft),
            ],
            may_draft: Ok(()),
        }
    }

    fn indicator(self, code: &str, name: &str, unit: &str, goal: Option<f64>) -> IndicatorCard {
        let point = |year, value| Point {
            date: day(year, 12, 31),
            value,
            note: self.hostile.then(|| HOSTILE.to_owned()),
        };
        IndicatorCard {
            code: if self.hostile { format!("{code}{HOSTILE}") } else { code.to_owned() },
            name: self.s(name),
            definition: self.s("Giorni fra la richiesta e il primo colloquio."),
            unit: self.s(unit),
            direction: if goal.is_some_and(|goal| goal < 9.0) {
                Direction::Down
            } else {
                Direction::Up
            },
            area: Some(self.s("Anziani e disabili")),
            source: self.s("agenda degli sportelli"),
            baseline: point(2025, 12.0),
            target: goal.map(|goal| point(2029, goal)),
            series: vec![point(2023, 9.0), point(2024, 11.5), point(2025, 12.0)],
        }
    }

    pub fn profile(self) -> ProfilePage {
        let mut population = self.indicator("IND01", "Popolazione residente", "persone", None);
        for (point, value) in population.series.iter_mut().zip([70020.0, 69850.0, 69690.0]) {
            point.value = value;
        }
        population.direction = Direction::Neutral;
        let mut relief = self.indicator(
            "IND05",
            "Famiglie con caregiver che usano almeno un servizio di sollievo",
            "famiglie/anno",
            Some(180.0),
        );
        for (point, value) in relief.series.iter_mut().zip([61.0, 70.0, 74.0]) {
            point.value = value;
        }
        let mut houses = self.indicator(
            "IND10",
            "Alloggi privati resi disponibili con garanzia pubblica (cumulato)",
            "alloggi",
            Some(40.0),
        );
        houses.series = vec![Point { date: day(2025, 12, 31), value: 0.0, note: None }];
        let mut crowded = self.indicator(
            "IND13",
            "Comuni con un'apertura settimanale",
            "Comuni su tre",
            Some(3.0),
        );
        crowded.series = [(1, 0.0), (6, 1.0), (10, 2.0)]
            .map(|(month, value)| Point { date: day(2026, month, 24), value, note: None })
            .to_vec();
        let mut alone = self.indicator("IND03", "Famiglie unipersonali", "%", None);
        for (point, value) in alone.series.iter_mut().zip([35.9, 36.3, 36.8]) {
            point.value = value;
        }
        ProfilePage {
            indicators: vec![
                population,
                alone,
                self.indicator(
                    "IND12",
                    "Attesa media per il primo colloquio di segretariato sociale",
                    "giorni",
                    Some(5.0),
                ),
                relief,
                houses,
                crowded,
            ],
        }
    }

    pub fn action_page(self, all: bool) -> ActionPage {
        ActionPage {
            card: self.action_card(if all { ActionState::Draft } else { ActionState::UnderWay }),
            plan: self.s("Piano d'Ambito 2024–2026"),
            version: 2,
            hash: self.s("9f2c4e1b7a6d5c3f"),
            sheet: SheetView {
                title: self.s("Ludoteca in viaggio nei Comuni piccoli"),
                linked_policies: vec![],
                owner: Some((self.s("Comune di Castelvento"), Some(self.s("Luca Amati")))),
                recipients: self.s("Bambini da zero a sei anni e chi li cresce: 410 famiglie."),
                objective: self.s("Uno spazio gioco aperto ogni settimana in tre Comuni."),
                description: self.s("Due educatrici e un furgone con giochi e libri."),
                activities: vec![
                    ActivityView {
                        what: self.s("Accordo con i tre Comuni per sale e riscaldamento"),
                        responsible: Some(self.s("Luca Amati")),
                        due: Some(day(2026, 4, 7)),
                        state: ActivityState::Done,
                        evidence: self.s("accordo firmato dai tre Comuni"),
                    },
                    ActivityView {
                        what: self.s("Passaggio settimanale a Roccalba"),
                        responsible: None,
                        due: None,
                        state: ActivityState::UnderWay,
                        evidence: String::new(),
                    },
                ],
                indicators: vec![ActionIndicatorView {
                    indicator: self.profile().indicators[5].clone(),
                    baseline: 0.0,
                    target: 3.0,
                }],
                overlap: Some((Overlap::None, self.s("Nessun altro spazio 0–6 aperto."))),
                integration: self.s("Sociale, educativo e sanitario."),
                partners: vec![(
                    self.s("Cooperativa La Rotonda"),
                    self.s("due educatrici e il furgone"),
                    Sector::SocialPrivate,
                )],
                budget: vec![
                    (self.s("fondo sociale dell'Ambito"), 4_600_000),
                    (self.s("Comuni"), 900_050),
                ],
                starts: Some(day(2026, 3, 6)),
                ends: Some(day(2027, 3, 3)),
                level: self.s("Ambito"),
                own_initiative: self.only_hostile(),
            },
            clusters: vec![self.origin()],
            direct: vec![self.source(903, Share::PartOf)],
            followed: all.then(|| RoundRef {
                number: 9,
                title: self.s("Far funzionare la ludoteca"),
                kind: RoundKind::CoManagement,
                state: RoundState::Open,
            }),
            dissent: vec![DissentView {
                contribution: self.contribution(Kind::Proposal, 904, "Buoni nelle botteghe"),
                excerpt: self.s("Un negozio solo per poveri resta un negozio per poveri."),
                answer: Some(self.s("Per questo si provano i buoni nelle botteghe.")),
            }],
            supporters: Shown::Exactly(34),
            links: self.links(),
            reviews: vec![ReviewView {
                body: self.s("Tavolo di Piano"),
                at: ago(294),
                version: 1,
                outcome: ReviewOutcome::AdmittedWithChanges,
                reason: self.s("Risponde a un vuoto verificato in tre Comuni su tre."),
                conditions: vec![self.s("Due tappe settimanali")],
                minority: Some(self.s("Tre tappe si potevano provare.")),
                members: vec![ReviewMember {
                    name: self.s("Franco Serra"),
                    represents: Some(self.s("Sindacati")),
                    presence: Presence::Abstained,
                    interest: Some(self.s("La sua cooperativa ha scritto la proposta 901.")),
                }],
            }],
            deliberations: vec![DeliberationView {
                act: ActRef {
                    body: self.s("Comitato dei Sindaci"),
                    number: self.s("9"),
                    date: day(2026, 2, 23),
                },
                title: self.s("Approvazione del Programma attuativo"),
                approved: true,
                reason: self.s("Le tre azioni hanno responsabile, indicatore e copertura."),
                version: (2, self.s("9f2c4e1b7a6d5c3f")),
                current: true,
            }],
            thread: self.thread(),
            may_edit: if all { Ok(()) } else { Err(Refusal::NotYourRole) },
            may_send: if all {
                Err(Refusal::NotReady { missing: vec![Missing::Indicator] })
            } else {
                Err(Refusal::NotYourRole)
            },
            may_review: if all { Ok(()) } else { Err(Refusal::NotYourRole) },
        }
    }

    pub fn territory(self) -> TerritoryPage {
        let row = |code: &str, name: &str, population, lead, needs| MunicipalityRow {
            code: code.into(),
            name: self.s(name),
            population,
            lead,
            mayor: Some(self.s("Elena Marchetti")),
            needs,
            proposals: 1,
        };
        TerritoryPage {
            population: 69690,
            note: self.s("Territorio inventato."),
            municipalities: vec![
                row("CVN", "Castelvento", 31420, true, 31),
                row("RCL", "Roccalba", 1480, false, 0),
            ],
        }
    }

    pub fn bodies(self) -> BodiesPage {
        BodiesPage {
            bodies: vec![BodyCard {
                kind: BodyKind::MayorsCommittee,
                name: self.s("Comitato dei Sindaci"),
                quorum: 4,
                rule: self.s("A parità prevale il voto della presidente."),
                seats: vec![
                    SeatRow {
                        person: Some(self.s("Elena Marchetti")),
                        function: SeatFunction::President,
                        represents: Some(self.s("Castelvento")),
                        votes: true,
                    },
                    SeatRow {
                        person: None,
                        function: SeatFunction::Delegate,
                        represents: None,
                        votes: false,
                    },
                ],
            }],
            organisations: vec![OrganisationRow {
                code: "O01".into(),
                name: self.s("Buon Vicinato ODV"),
                category: Category::Volunteers,
                municipality: Some(self.s("Castelvento")),
                runts_section: Some(self.s("a) ODV")),
                contributions: 3,
            }],
        }
    }

    pub fn plan(self) -> PlanPage {
        let act = ActRef {
            body: self.s("Comitato dei Sindaci"),
            number: self.s("4"),
            date: day(2024, 2, 15),
        };
        let policy = PolicyName {
            code: self.s("1.1"),
            name: self.s("Sostegno alle famiglie nei compiti di cura dei figli"),
            area_code: "famiglia".into(),
            area_name: self.s("Famiglia"),
        };
        PlanPage {
            plans: vec![PlanCard {
                title: self.s("Piano d'Ambito 2024–2026"),
                year_from: 2024,
                year_to: 2026,
                state: PlanState::InForce,
                summary: self.s("Tre priorità: non lasciare sole le famiglie."),
                act: Some(act.clone()),
                programmes: vec![ProgrammeCard {
                    title: self.s("Programma attuativo, terza annualità"),
                    year: 2026,
                    state: ProgrammeState::UnderWay,
                    act: Some(act),
                }],
                actions: vec![self.action_ref(ActionState::UnderWay)],
            }],
            areas: vec![AreaCard {
                code: "famiglia".into(),
                name: self.s("Famiglia"),
                policies: vec![PolicyRow { policy, needs: 3, proposals: 0 }],
            }],
        }
    }

    pub fn ambiti(self) -> Vec<AmbitoCard> {
        vec![
            AmbitoCard {
                slug: "val-d-arcina".into(),
                name: self.s("Ambito Territoriale Sociale Val d'Arcina"),
                region: self.s("Regione dimostrativa"),
                open_rounds: 1,
            },
            AmbitoCard {
                slug: "costa".into(),
                name: self.s("Costa di Levante"),
                region: self.s("Liguria"),
                open_rounds: 0,
            },
        ]
    }

    /// A form that was sent and comes back.
    pub fn sent(self, act: &str, pairs: &[(&str, &str)], faults: Vec<Fault>) -> FormState {
        let mut fields = Fields::default();
        fields.set("do", act);
        for (name, value) in pairs {
            fields.set(name, if self.hostile { HOSTILE } else { value });
        }
        FormState { fields, faults, refusal: None, id: "a1b2".into() }
    }
}
