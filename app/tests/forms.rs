//! Pages with forms, and the pages of staff: every state, hostile text in every field, nothing
//! lost, faults beside their fields.

#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::collections::{BTreeMap, BTreeSet};

use app::pages::{
    action_form, bench_draft, bursts, case, cluster_form, decision, follow, mine, moderation,
    office, proportion, receipt, sign_in, suggested, synthesis, table, workbench, writing,
};
use app::render::{Assets, PageContext};
use app::urls::{Lang, Page};
use chrono::{DateTime, Duration, NaiveDate, TimeZone, Utc};
use domain::actions::{ActionState, ActivityState, Missing, Overlap, Part, Sector};
use domain::bursts::{Burst, Finding};
use domain::citizen_forms::{DRAFT_FIELDS, Step, Turn, step_of, turn};
use domain::comments::FlagReason;
use domain::contributions::{AuthorKind, Kind, Stage, Standing, Words};
use domain::detectors::DetectorClass;
use domain::faults::{Fault, Refusal, What};
use domain::forms::{Fields, FormState};
use domain::merging::bench::{ActKind, AloneClass, Place};
use domain::merging::presence::UnderReading;
use domain::merging::{ClusterState, Share};
use domain::moderation::{Cause, Decision, ReasonClass, SofteningAnswer};
use domain::people::{IdentityLevel, Role};
use domain::review::{Presence, ReviewOutcome};
use domain::rounds::{ModerationMode, RoundKind, RoundState};
use domain::screening::Screening;
use domain::suppression::Shown;
use domain::views::*;
use scraper::{ElementRef, Html, Selector};

/// What tries to break out of a text area, an attribute, an element and a script.
const HOSTILE: &str = "\"'></textarea></select></title></style><script>alert(1)</script><img src=x onerror=alert(2)>&amp;";

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 23, 21, 14, 0).unwrap()
}

/// Builds views; each text is followed by what is hostile, if anything.
#[derive(Clone, Copy)]
struct World {
    hostile: bool,
}

impl World {
    fn x(self, text: &str) -> String {
        if self.hostile { format!("{text} {HOSTILE}") } else { text.to_owned() }
    }

    fn shell(self) -> Shell {
        Shell {
            ambito: AmbitoHead {
                slug: "val-d-arcina".into(),
                language: "it".into(),
                name: self.x("Ambito Territoriale Sociale Val d'Arcina"),
                region: "Marche".into(),
                lead_authority: self.x("Comune di Castelvento"),
                office: self.x("Ufficio di Piano, piazza del Mercato 1, Castelvento"),
                email: "ufficiodipiano@val-d-arcina.example".into(),
                opening_hours: self.x("lunedì, mercoledì e venerdì 9–13"),
                labels: Labels {
                    political_body: "Comitato dei Sindaci".into(),
                    review_body: "Tavolo di Piano".into(),
                    plan: "Piano d'Ambito".into(),
                    annual_programme: "Programma attuativo".into(),
                },
                demonstration: true,
            },
            viewer: ViewerHead { name: Some(self.x("Paolo Zanetti")), desks: vec![] },
        }
    }

    fn reference(self, kind: Kind, number: i64, title: &str) -> ContributionRef {
        ContributionRef { kind, number, title: self.x(title), language: "it".into() }
    }

    fn card(self, kind: Kind, number: i64, title: &str, excerpt: &str) -> ContributionCard {
        ContributionCard {
            contribution: self.reference(kind, number, title),
            excerpt: self.x(excerpt),
            municipality: self.x("Castelvento"),
            policy_code: "3.b".into(),
            policy: self.x("Sollievo e assistenza familiare"),
            author_kind: AuthorKind::Caregiver,
            organisation: None,
            byline: None,
            at: now() - chrono::Duration::days(6),
            stage: Stage::Published,
            outcome: None,
            supports: Shown::Exactly(12),
            comments: 2,
        }
    }

    fn round(self) -> RoundRef {
        RoundRef {
            number: 1,
            title: self.x("Raccontaci di cosa c'è bisogno"),
            kind: RoundKind::Consultation,
            state: RoundState::Open,
        }
    }

    fn policies(self) -> Vec<PolicyName> {
        [
            ("1.1", "Nascere e crescere", "famiglia", "Famiglia"),
            ("1.4", "Famiglie in difficoltà e violenza", "famiglia", "Famiglia"),
            ("3.a", "Anziani non autosufficienti", "anziani_disabili", "Anziani e disabili"),
            ("3.b", "Sollievo e assistenza familiare", "anziani_disabili", "Anziani e disabili"),
        ]
        .into_iter()
        .map(|(code, name, area_code, area_name)| PolicyName {
            code: code.into(),
            name: self.x(name),
            area_code: area_code.into(),
            area_name: self.x(area_name),
        })
        .collect()
    }

    fn similar(self) -> Vec<SimilarCard> {
        vec![
            SimilarCard {
                contribution: self.reference(Kind::Need, 3, "Accudisco mio marito"),
                excerpt: self.x("Da due anni accudisco mio marito e non esco più di casa."),
                shared_words: vec![self.x("sollievo"), "notte".into()],
                same_policy: true,
                other_words: true,
                supports: Shown::Few,
            },
            SimilarCard {
                contribution: self.reference(Kind::Proposal, 6, "I sabati del sollievo"),
                excerpt: self.x("Andrebbe bene anche a sabati alterni."),
                shared_words: vec![],
                same_policy: false,
                other_words: false,
                supports: Shown::None,
            },
        ]
    }

    fn writing(self, kind: Kind, visitor: bool) -> WritingPage {
        WritingPage {
            kind,
            round: self.round(),
            question: self.x("Che cosa manca dove vivi?"),
            closes: Utc.with_ymd_and_hms(2026, 12, 21, 23, 0, 0).unwrap(),
            moderation: ModerationMode::SensitiveBefore,
            municipalities: ["Borgo Serrano", "Castelvento", "Montefalcino", "Roccalba"]
                .into_iter()
                .enumerate()
                .map(|(n, name)| PlaceName { code: format!("M{n}"), name: self.x(name) })
                .collect(),
            policies: self.policies(),
            name: (!visitor).then(|| self.x("Nadia Bruni")),
            may_unsigned: Ok(()),
            may_sign: if visitor { Err(Refusal::SignInNeeded) } else { Ok(()) },
            organisations: if visitor {
                vec![]
            } else {
                vec![(
                    "018f0000-0000-7000-8000-000000000001".into(),
                    self.x("Associazione Passo dopo Passo"),
                )]
            },
            similar: self.similar(),
            needs: vec![
                self.reference(Kind::Need, 3, "Accudisco mio marito"),
                self.reference(Kind::Need, 7, "Assisto mia madre con l'Alzheimer"),
            ],
        }
    }

    /// A whole draft, each field of the wizard with something in it.
    fn draft(self, kind: Kind) -> Fields {
        let mut pairs = vec![
            ("title", self.x("Non stacco mai")),
            (
                "body",
                self.x("Da quattro anni dormo tre ore per notte.\n\nIl centro diurno chiude alle \
                     sedici e il fine settimana non c'è."),
            ),
            ("language", "it".into()),
            ("municipality", "M1".into()),
            ("policy", "3.b".into()),
            ("author_kind", "caregiver".into()),
            ("signed", "no".into()),
            ("organisation", String::new()),
            ("sensitive", "1".into()),
        ];
        match kind {
            Kind::Need => pairs.push(("strengths", self.x("Una vicina che viene il martedì."))),
            Kind::Proposal => pairs.extend([
                ("recipients", self.x("Chi assiste in casa.")),
                ("doers", self.x("Il Comune e la parrocchia.")),
                ("resources", self.x("Una stanza e due ore.")),
                ("answers", "3".into()),
                ("answers", "99".into()),
                ("answers_more", self.x("12, 15")),
            ]),
        }
        Fields::from_pairs(pairs.into_iter().map(|(name, value)| (name.to_owned(), value)))
    }

    fn thread(self) -> Thread {
        let step = |days: i64, what: StepWhat| ThreadStep {
            at: Some(now() - chrono::Duration::days(days)),
            role: None,
            depth: 0,
            what,
        };
        Thread {
            steps: vec![
                step(
                    6,
                    StepWhat::Said {
                        contribution: self.reference(Kind::Need, 7, "Non stacco mai"),
                        excerpt: self.x("Da quattro anni dormo tre ore per notte."),
                        round: self.round(),
                    },
                ),
                ThreadStep {
                    at: None,
                    role: None,
                    depth: 0,
                    what: StepWhat::Next { next: NextStep::Moderation, by: None },
                },
            ],
        }
    }

    fn words(self) -> Words {
        Words {
            title: self.x("Non stacco mai"),
            body: self.x("Da quattro anni dormo tre ore per notte."),
            strengths: self.x("Una vicina che viene il martedì."),
            recipients: self.x("Chi assiste."),
            doers: self.x("Il Comune."),
            resources: self.x("Una stanza."),
        }
    }

    fn follow(self, correctable: bool) -> FollowPage {
        FollowPage {
            contribution: self.reference(Kind::Need, 7, "Non stacco mai"),
            round: self.round(),
            standing: if correctable { Standing::InModeration } else { Standing::Published },
            words: Some(self.words()),
            tombstone: None,
            thread: self.thread(),
            may_correct: if correctable { Ok(()) } else { Err(Refusal::AlreadyPublic) },
            may_withdraw: Ok(()),
            merges: if correctable { vec![] } else { vec![self.own_merge()] },
            handled: if correctable {
                let softening = Some(self.softening());
                Handled { softening, ..Handled::default() }
            } else {
                Handled::default()
            },
        }
    }

    fn own_merge(self) -> OwnMerge {
        OwnMerge {
            merge: ProposedMerge {
                cluster: ClusterRef { number: 4, title: self.x("Ore di sollievo") },
                state: ClusterState::ObjectionWindow,
                closes: Some(now() + Duration::days(3)),
            },
            synthesis: self.x("Chi assiste chiede qualche ora libera."),
            reason: self.x("Raccontano la stessa mancanza."),
            source: self.reference(Kind::Need, 7, "Non stacco mai"),
            body: self.x("Da due anni accudisco mio marito e non esco più di casa."),
            share: Share::PartOf,
            answer: None,
            may_accept: Ok(()),
            may_object: Ok(()),
            may_dissent: Ok(()),
        }
    }

    fn softening(self) -> SofteningView {
        SofteningView {
            number: 1,
            at: now(),
            words: Words { body: self.x("Da anni dormo poche ore per notte."), ..self.words() },
            note: self.x("Così la signora non si riconosce."),
            answer: None,
        }
    }

    fn receipt(self, code: bool, standing: Standing) -> ReceiptPage {
        ReceiptPage {
            contribution: self.reference(Kind::Need, 7, "Non stacco mai"),
            standing,
            code: code.then(|| "ARC-7KQ4-M2XD-9RTP-V6HN".into()),
            closes: Utc.with_ymd_and_hms(2026, 12, 21, 23, 0, 0).unwrap(),
            at: now(),
            screening: Screening::default(),
        }
    }

    fn moderation(self) -> ModerationPage {
        let case = |number, cause, public: bool| CaseCard {
            number,
            cause,
            detected: Vec::new(),
            flagged_for: if public { vec![FlagReason::Hurts, FlagReason::Hurts] } else { vec![] },
            at: now() - chrono::Duration::days(1),
            note: (cause == Cause::Flagged).then(|| self.x("C'è il nome di una persona.")),
            card: self.card(Kind::Need, 7, "Non stacco mai", "Da quattro anni"),
            words: self.words(),
            revision: 1,
            comment: public.then_some(4),
            public,
            claim: Some(Claim { mine: public, until: now() + chrono::Duration::minutes(20) }),
            appealed: public.then(|| Earlier {
                at: now(),
                decision: Decision::Hide,
                class: Some(ReasonClass::Insult),
                reason: self.x("Offende una persona."),
            }),
            softened: (!public).then(now),
            repeated: public,
            may_decide: Ok(()),
        };
        ModerationPage {
            cases: vec![case(1, Cause::Sensitive, false), case(2, Cause::Flagged, true)],
            reasons: vec![HeldReasonView {
                cluster: ClusterRef { number: 4, title: self.x("Ore di sollievo") },
                position: 1,
                at: now(),
                author: AuthorKind::Caregiver,
                words: self.x("Chiamate mia zia Carla al 333 1234567."),
                language: "it".into(),
                may: Ok(()),
            }],
            decided: 3,
            appeals_only: false,
        }
    }

    fn bursts(self) -> BurstsPage {
        let burst = Burst {
            from: now() - chrono::Duration::minutes(9),
            to: now(),
            supports: 31,
            young: 28,
            single: 30,
        };
        let card = |number, note: Option<NoteView>| BurstCard {
            contribution: self.reference(Kind::Proposal, number, "I sabati del sollievo"),
            supports: 40,
            burst,
            may_propose: note.as_ref().map_or(Ok(()), |_| Err(Refusal::AlreadyDone)),
            may_confirm: note.as_ref().map_or(Err(Refusal::NotPublic), |_| Ok(())),
            note,
        };
        let note = NoteView {
            from: burst.from,
            finding: Finding::Ordinary,
            note: self.x("Una classe della scuola media ha votato in aula."),
            confirmed: None,
        };
        BurstsPage { bursts: vec![card(6, None), card(7, Some(note))] }
    }

    fn source(self, number: i64, share: Share) -> SourceView {
        SourceView {
            card: self.card(Kind::Need, number, "Accudisco mio marito", "Da due anni"),
            body: self.x("Da due anni accudisco mio marito e non esco più di casa."),
            share,
            excerpt: (share == Share::Dissent).then(|| self.x("non esco più di casa")),
        }
    }

    fn workbench(self, reading: bool) -> WorkbenchPage {
        WorkbenchPage {
            round: self.round(),
            rounds: vec![self.round(), RoundRef { number: 2, ..self.round() }],
            filter: Filter { query: Some(self.x("sollievo")), page: 1, ..Filter::default() },
            some: true,
            unassigned: vec![
                self.card(Kind::Proposal, 6, "I sabati del sollievo", "Per noi familiari"),
                self.card(Kind::Proposal, 7, "Buono per ore di sollievo a domicilio", "Un buono"),
                self.card(Kind::Need, 8, "Taxi sociale con i volontari", "Da Roccalba"),
            ],
            paging: Paging { page: 1, size: 30, total: 27 },
            clusters: vec![ClusterCard {
                cluster: ClusterRef { number: 1, title: self.x("Centro diurno il sabato") },
                state: ClusterState::ObjectionWindow,
                closes: Some(now() + Duration::days(3)),
                sources: 3,
                supporters: Shown::Exactly(12),
                at: now(),
            }],
            total: 65,
            assigned: 12,
            proposed: 4,
            answered: 1,
            reading: reading.then(|| Reading {
                card: self.card(Kind::Proposal, 6, "I sabati del sollievo", "Per noi familiari"),
                body: self.x(
                    "Per noi familiari di malati di Alzheimer sarebbe oro avere il centro diurno \
                     anche di sabato. Una giornata intera in cui la mamma sta con persone che \
                     sanno come fare e noi respiriamo.",
                ),
                similar: self.similar(),
                parts: vec![self.part_reading()],
                may_split: Ok(()),
                places: vec![PlaceView::Draft(self.bench_draft())],
                alone: Some(self.alone()),
                notes: self.notes(),
            }),
            notes: self.notes(),
            drafts: vec![self.draft_card()],
            acts: self.acts(),
            alone: [(6, self.alone())].into(),
            drafted: [(7, vec![self.bench_draft()])].into(),
            in_drafts: 3,
            left_alone: 1,
            policies: vec![Choice { code: "3.b".into(), name: self.x("Sollievo"), count: 4 }],
            municipalities: vec![Choice { code: "M1".into(), name: self.x("Roccalba"), count: 2 }],
            may_draft: Ok(()),
            life: BenchLife {
                version: 12,
                lately: vec![AtBench {
                    name: Some(self.x("Marta Rinaldi")),
                    reading: Some(UnderReading::Text(Kind::Need, 12)),
                }],
            },
        }
    }

    fn bench_draft(self) -> BenchDraftRef {
        BenchDraftRef { number: 3, title: self.x("Ore di sollievo") }
    }

    fn paolo(self) -> ByOffice {
        ByOffice { name: self.x("Paolo Zanetti"), role: Role::Facilitator }
    }

    fn draft_card(self) -> BenchDraftCard {
        let (draft, by) = (self.bench_draft(), self.paolo());
        BenchDraftCard { draft, version: 4, sources: 2, by, at: now() }
    }

    fn alone(self) -> AloneView {
        let words = self.x("Parla di una strada provinciale.");
        AloneView { class: AloneClass::OtherBody, words, role: Role::Facilitator, at: now() }
    }

    fn acts(self) -> Vec<ActView> {
        let act = |number, kind, undoable| ActView {
            number,
            kind,
            by: self.paolo(),
            at: now(),
            texts: 2,
            draft: Some(self.bench_draft()),
            other: Some(BenchDraftRef { number: 4, title: String::new() }),
            cluster: Some(ClusterRef { number: 1, title: self.x("Centro diurno il sabato") }),
            undoes: (kind == ActKind::Undone).then_some((1, ActKind::Put)),
            undoable,
        };
        let undoable = [
            Undoable::Yes,
            Undoable::Later(12),
            Undoable::Undone(12),
            Undoable::Erased,
            Undoable::Dissolve,
        ];
        let kinds = ActKind::ALL.iter().rev().zip(undoable.into_iter().cycle());
        (1..).zip(kinds).map(|(number, (kind, undo))| act(number, *kind, undo)).collect()
    }

    fn notes(self) -> Vec<NoteOn> {
        let note = |number, words: Option<String>| NoteOn {
            number,
            own: words.is_some(),
            words,
            by: self.paolo(),
            at: now(),
        };
        vec![note(1, Some(self.x("Chiedere al distretto."))), note(2, None)]
    }

    fn left_sentence(self, reason: Option<String>) -> LeftSentence {
        let source = self.source(3, Share::PartOf).card.contribution;
        LeftSentence { source, text: self.x("La seconda frase."), reason }
    }

    fn synthesis_page(self, of: SynthesisOf) -> SynthesisPage {
        let sentence = |text: &str, from: Vec<usize>, skipped: Option<String>| SynthesisSentence {
            text: self.x(text),
            recheck: !from.is_empty(),
            from,
            skipped,
        };
        SynthesisPage {
            of,
            round: self.round(),
            synthesis: vec![self.x("Chi assiste chiede ore."), self.x("Serve il sabato.")],
            sources: vec![SynthesisSource {
                card: self.source(3, Share::PartOf).card,
                sentences: vec![
                    sentence("La prima frase.", vec![0], None),
                    sentence("La seconda frase.", vec![], Some(self.x("Sono saluti."))),
                    sentence("La terza frase.", vec![], None),
                ],
                suggested: true,
                read: "0123456789abcdef".into(),
            }],
            suggested: true,
            left: 1,
        }
    }

    fn draft_page(self) -> BenchDraftPage {
        let source = |number, public| BenchDraftSource {
            source: self.source(number, Share::Dissent),
            sentences: vec![self.x("La prima frase."), self.x("La seconda frase.")],
            parts: vec![self.part()],
            public,
            elsewhere: vec![PlaceView::Cluster(ClusterRef { number: 1, title: self.x("Sabato") })],
        };
        let mut alike = self.similar();
        alike.retain(|one| one.contribution.number != 3);
        let suggestions =
            alike.into_iter().map(|one| (one, vec![PlaceView::Draft(self.bench_draft())]));
        BenchDraftPage {
            card: self.draft_card(),
            round: self.round(),
            synthesis: self.x("Chi assiste chiede ore."),
            reason: self.x("Dicono lo stesso."),
            objection_days: 10,
            collected: DraftCollected {
                sentences: vec![CollectedSentence {
                    text: self.x("Chi assiste chiede ore."),
                    from: vec![self.source(3, Share::PartOf).card.contribution],
                }],
                left: vec![
                    self.left_sentence(None),
                    self.left_sentence(Some(self.x("Sono saluti."))),
                ],
                looked: true,
                recheck: 1,
            },
            sources: vec![source(3, true), source(4, false)],
            suggestions: suggestions.collect(),
            others: vec![BenchDraftRef { number: 4, title: String::new() }],
            ended: None,
            may: Ok(()),
            acts: self.acts(),
            life: BenchLife::default(),
            notes: self.notes(),
        }
    }

    fn suggested(self, groups: bool, building: bool) -> SuggestedPage {
        let group = |brought| SuggestedGroupView {
            texts: vec![
                (self.card(Kind::Need, 1, "Aprire il sabato", "Per noi familiari"), false),
                (self.card(Kind::Need, 2, "Il sabato chiuso", "Chi assiste"), false),
                (self.card(Kind::Need, 3, "Anche il sabato", "Serve"), brought),
            ],
            words: vec![self.x("sabato"), self.x("diurno")],
            same_policy: brought,
            cohesion: 0.42,
        };
        SuggestedPage {
            round: self.round(),
            kind: Kind::Need,
            building,
            cut: 0.31,
            asked: groups.then_some(0.31),
            groups: if groups { vec![group(true), group(false)] } else { vec![] },
            others: u64::from(groups) * 3,
            done: u64::from(groups),
        }
    }

    fn proportion(self, placed: bool, cut: bool) -> ProportionPage {
        let place = |number, undecided| PlacedView {
            card: self.card(Kind::Proposal, number, "I sabati del sollievo", "Per noi familiari"),
            undecided,
        };
        ProportionPage {
            round: self.round(),
            kind: Kind::Proposal,
            placed: if placed { vec![place(6, false), place(7, true)] } else { vec![] },
            others: 12,
            cut,
            may_draft: Ok(()),
        }
    }

    fn part(self) -> PartView {
        PartView {
            position: 1,
            title: self.x("I sabati"),
            excerpt: self.x("Una giornata intera."),
            clusters: Vec::new(),
        }
    }

    fn part_reading(self) -> PartReading {
        PartReading { part: self.part(), similar: self.similar() }
    }

    fn chosen(self, number: i64, share: Share, divided: bool) -> ChosenView {
        ChosenView {
            source: self.source(number, share),
            sentences: vec![self.x("La prima frase."), self.x("La seconda frase.")],
            parts: if divided { vec![self.part()] } else { Vec::new() },
        }
    }

    fn cluster_form(self) -> ClusterFormPage {
        ClusterFormPage {
            round: self.round(),
            objection_days: 10,
            chosen: vec![
                self.chosen(3, Share::PartOf, true),
                self.chosen(7, Share::Dissent, false),
            ],
            suggestions: vec![SimilarCard {
                contribution: self.reference(Kind::Need, 11, "Notti senza dormire"),
                ..self.similar().remove(0)
            }],
        }
    }

    fn origin(self) -> OriginCluster {
        OriginCluster {
            collected: None,
            cluster: ClusterRef { number: 1, title: self.x("Un aiuto che si può scegliere") },
            synthesis: self.x("Chi riceve un pacco vorrebbe scegliere la propria spesa."),
            reason: self.x("Raccontano la stessa mancanza."),
            sources: vec![self.source(3, Share::PartOf), self.source(7, Share::Dissent)],
        }
    }

    fn action_ref(self, state: ActionState) -> ActionRef {
        ActionRef { number: 2, title: self.x("Emporio solidale con buoni nelle botteghe"), state }
    }

    fn action_form(self, new: bool) -> ActionFormPage {
        ActionFormPage {
            action: (!new).then(|| self.action_ref(ActionState::Draft)),
            round: Some(self.round()),
            clusters: vec![self.origin()],
            direct: vec![self.source(9, Share::PartOf)],
            offered: OfferedSources {
                query: if new { String::new() } else { self.x("sollievo") },
                clusters: self
                    .workbench(false)
                    .clusters
                    .into_iter()
                    .map(|card| ClusterCard {
                        cluster: ClusterRef { number: 3, ..card.cluster },
                        ..card
                    })
                    .collect(),
                texts: vec![self.card(Kind::Need, 8, "Taxi sociale con i volontari", "Da qui")],
                some: !new,
                more: 7,
            },
            policies: self.policies(),
            organisations: vec![
                ("O01".into(), self.x("Comune di Castelvento")),
                ("O02".into(), self.x("Centro di ascolto diocesano")),
            ],
            people: vec![(PERSON.into(), self.x("Luca Amati"))],
            indicators: vec![(
                "IND05".into(),
                self.x("Famiglie che usano il sollievo"),
                Some(74.0),
                self.x("famiglie"),
            )],
            alike: vec![self.action_ref(ActionState::Approved)],
            missing: vec![Missing::Indicator, Missing::OverlapCheck],
        }
    }

    fn sheet_fields(self) -> Fields {
        let pairs = [
            ("title", self.x("Emporio solidale")),
            ("policy", "3.b".into()),
            ("objective", self.x("Portare da zero a 120 al mese i nuclei che scelgono.")),
            ("description", self.x("A Castelvento un emporio aperto tre pomeriggi.")),
            ("recipients", self.x("Nuclei seguiti dai servizi sociali: circa 300.")),
            ("integration", self.x("Sociale, lavoro e casa.")),
            ("owner_organisation", "O01".into()),
            ("owner_person", PERSON.into()),
            ("level", self.x("Ambito")),
            ("overlap_outcome", Overlap::Settled.code().into()),
            ("overlap_note", self.x("Accordo con tre parrocchie.")),
            ("indicator-1", "IND05".into()),
            ("baseline-1", self.x("74")),
            ("target-1", self.x("180")),
            ("partner-1", "O02".into()),
            ("brings-1", self.x("I locali")),
            ("sector-1", Sector::SocialPrivate.code().into()),
            ("budget_source-3", self.x("Fondo povertà")),
            ("budget_amount-3", self.x("58.000,00")),
            ("activity-1", self.x("Aprire l'emporio")),
            ("responsible-1", PERSON.into()),
            ("due-1", "2027-03-31".into()),
            ("starts", "2027-01-01".into()),
            ("ends", "2027-12-31".into()),
            ("own_initiative", self.x("Lo chiede la legge.")),
            ("cluster", "1".into()),
            ("contribution", "9".into()),
            ("version", "3".into()),
        ];
        Fields::from_pairs(pairs.into_iter().map(|(name, value)| (name.to_owned(), value)))
    }

    fn action_card(self, state: ActionState, missing: Vec<Missing>) -> ActionCard {
        ActionCard {
            action: self.action_ref(state),
            excerpt: self.x("Portare da zero a 120 al mese i nuclei che scelgono la spesa."),
            policy: self.policies().pop(),
            owner: Some(self.x("Comune di Castelvento")),
            voices: 3,
            missing,
            at: now() - chrono::Duration::days(9),
        }
    }

    fn review(self) -> ReviewView {
        ReviewView {
            body: self.x("Tavolo di Piano"),
            at: now(),
            version: 1,
            outcome: ReviewOutcome::PutOff,
            reason: self.x("Manca l'accordo con le parrocchie, che decidono a gennaio."),
            conditions: vec![self.x("Accordo firmato")],
            minority: Some(self.x("Si poteva decidere subito.")),
            members: vec![ReviewMember {
                name: self.x("Franco Testi"),
                represents: Some(self.x("Unione pensionati")),
                presence: Presence::Favour,
                interest: None,
            }],
        }
    }

    fn action(self, may: May) -> ActionPage {
        let day = |day: &str| day.parse::<NaiveDate>().unwrap();
        ActionPage {
            card: self.action_card(ActionState::AtTable, vec![]),
            plan: self.x("Piano d'Ambito 2027–2029"),
            version: 1,
            hash: "ab".repeat(32),
            sheet: SheetView {
                title: self.x("Emporio solidale"),
                linked_policies: vec![],
                owner: Some((self.x("Comune di Castelvento"), Some(self.x("Luca Amati")))),
                recipients: self.x("Nuclei seguiti dai servizi: circa 300 nei sette Comuni"),
                objective: self.x("Portare da zero a 120 al mese i nuclei che scelgono da sé."),
                description: self.x("A Castelvento un emporio aperto tre pomeriggi."),
                activities: vec![ActivityView {
                    what: self.x("Aprire l'emporio"),
                    responsible: Some(self.x("Luca Amati")),
                    due: Some(day("2027-03-31")),
                    state: ActivityState::ToDo,
                    evidence: String::new(),
                }],
                indicators: vec![ActionIndicatorView {
                    indicator: IndicatorCard {
                        code: "IND05".into(),
                        name: self.x("Nuclei che scelgono la spesa, al mese"),
                        definition: String::new(),
                        unit: self.x("nuclei"),
                        direction: domain::territory::Direction::Up,
                        area: None,
                        source: String::new(),
                        baseline: Point { date: day("2026-01-01"), value: 0.0, note: None },
                        target: None,
                        series: vec![Point { date: day("2026-10-24"), value: 12.0, note: None }],
                    },
                    baseline: 0.0,
                    target: 120.0,
                }],
                overlap: Some((Overlap::Settled, self.x("Accordo con tre parrocchie."))),
                integration: self.x("Sociale, lavoro e casa."),
                partners: vec![(
                    self.x("Centro di ascolto diocesano"),
                    self.x("i locali"),
                    Sector::SocialPrivate,
                )],
                budget: vec![(self.x("Fondo povertà"), 5_800_000), ("Comuni".into(), 1_200_000)],
                starts: Some(day("2027-01-01")),
                ends: None,
                level: self.x("Ambito"),
                own_initiative: self.x("Lo chiede la legge."),
            },
            clusters: vec![self.origin()],
            direct: vec![self.source(9, Share::PartOf)],
            followed: None,
            dissent: vec![DissentView {
                contribution: self.reference(Kind::Proposal, 4, "Buoni, non negozi per poveri"),
                excerpt: self.x("Un negozio solo per poveri resta un negozio per poveri."),
                answer: Some(self.x("Per questo si provano i buoni.")),
            }],
            supporters: Shown::Exactly(41),
            links: vec![],
            reviews: vec![self.review()],
            deliberations: vec![],
            thread: self.thread(),
            may_edit: Err(Refusal::NotYourRole),
            may_send: Err(Refusal::AlreadyDone),
            may_review: may,
        }
    }

    fn decision(self, may: May) -> DecisionPage {
        DecisionPage {
            action: self.action(may),
            body: self.x("Tavolo di Piano"),
            quorum: 4,
            rule: self.x("Maggioranza dei presenti."),
            members: vec![
                MemberRow {
                    person: uuid(1),
                    name: self.x("Franco Testi"),
                    represents: Some(self.x("Unione pensionati")),
                    viewer: true,
                    suggested: vec![],
                },
                MemberRow {
                    person: uuid(2),
                    name: self.x("Bruno Marini"),
                    represents: Some(self.x("Centro di ascolto diocesano")),
                    viewer: false,
                    suggested: vec![
                        Interest::Wrote(self.reference(Kind::Proposal, 3, "Un negozio vero")),
                        Interest::Partner,
                    ],
                },
                MemberRow {
                    person: uuid(3),
                    name: self.x("Elena Corsi"),
                    represents: None,
                    viewer: false,
                    suggested: vec![Interest::Owns],
                },
            ],
            changed: None,
        }
    }

    fn mine(self, some: bool) -> MinePage {
        MinePage {
            name: self.x("Nadia Bruni"),
            level: IdentityLevel::L2,
            roles: vec![Role::VerifiedCitizen],
            contributions: if some {
                vec![OwnCard {
                    contribution: self.reference(Kind::Need, 7, "Non stacco mai"),
                    standing: Standing::InModeration,
                    stage: Stage::Published,
                    outcome: None,
                    at: now(),
                }]
            } else {
                vec![]
            },
            drafts: if some {
                vec![DraftCard {
                    number: 3,
                    kind: Kind::Need,
                    title: self.x("Una corriera la sera"),
                    language: "it".into(),
                    round: self.round(),
                    saved: now(),
                }]
            } else {
                vec![]
            },
            merges: if some {
                let merge = self.own_merge().merge;
                vec![
                    MineMerge { merge: merge.clone(), wrote: true, answer: None },
                    MineMerge { merge, wrote: false, answer: None },
                ]
            } else {
                vec![]
            },
            supported: if some {
                vec![self.reference(Kind::Proposal, 6, "I sabati del sollievo")]
            } else {
                vec![]
            },
            may_need: Ok(()),
            may_propose: Ok(()),
        }
    }
}

const PERSON: &str = "00000000-0000-0000-0000-000000000009";

fn uuid(number: u128) -> domain::ids::PersonId {
    // `app` has no need of uuid itself: an id of a person is read from its text.
    serde_json::from_str(&format!("\"{number:08x}-0000-0000-0000-000000000000\"")).unwrap()
}

/// Fields as they were, with faults.
fn faulty(mut fields: Fields, step: &str, faults: &[(&str, What)]) -> FormState {
    fields.set("step", step);
    FormState {
        fields,
        faults: faults.iter().map(|&(field, what)| Fault::new(field, what)).collect(),
        refusal: None,
        id: "form-1".into(),
    }
}

/// A need written by who can do it in one way only: with their name, with it or as an
/// organisation, without it.
fn one_way(world: World) -> [(&'static str, WritingPage); 3] {
    let (no, whole) = (Err(Refusal::NotYourRole), world.writing(Kind::Need, false));
    let named = WritingPage { may_unsigned: no.clone(), ..whole.clone() };
    [
        ("named", WritingPage { organisations: vec![], ..named.clone() }),
        ("named-or-for", named),
        ("unnamed", WritingPage { may_sign: no, organisations: vec![], ..whole }),
    ]
}

fn at_step(world: World, kind: Kind, step: Step) -> FormState {
    faulty(world.draft(kind), step.code(), &[])
}

fn context<'a>(assets: &'a Assets, lang: Lang, page: Page) -> PageContext<'a> {
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

/// Every page of these files in every state, by name.
fn pages(world: World, lang: Lang, assets: &Assets) -> Vec<(String, String)> {
    let shell = world.shell();
    let shell = &shell;
    let on = |page| context(assets, lang, page);
    let mut pages: Vec<(String, String)> = Vec::new();
    let mut add = |name: &str, html: String| pages.push((name.to_owned(), html));
    let empty = FormState::default();
    let missing = What::Missing;

    for (kind, page, name) in
        [(Kind::Need, Page::NewNeed, "need"), (Kind::Proposal, Page::NewProposal, "proposal")]
    {
        let cx = on(page);
        add(
            &format!("writing-{name}-first"),
            writing::page(&cx, shell, &world.writing(kind, true), &empty),
        );
        for step in Step::of(kind) {
            for visitor in [true, false] {
                let who = if visitor { "visitor" } else { "person" };
                add(
                    &format!("writing-{name}-{step}-{who}"),
                    writing::page(
                        &cx,
                        shell,
                        &world.writing(kind, visitor),
                        &at_step(world, kind, *step),
                    ),
                );
            }
            let faults: Vec<(&str, What)> = step
                .fields()
                .iter()
                .filter(|&&field| kind == Kind::Need || field != "strengths")
                .map(|&field| (field, missing))
                .collect();
            add(
                &format!("writing-{name}-{step}-faulty"),
                writing::page(
                    &cx,
                    shell,
                    &world.writing(kind, false),
                    &faulty(world.draft(kind), step.code(), &faults),
                ),
            );
        }
        let mut refused = at_step(world, kind, Step::Check);
        refused.refusal = Some(Refusal::Closed { closed: now() });
        add(
            &format!("writing-{name}-refused"),
            writing::page(&cx, shell, &world.writing(kind, true), &refused),
        );
    }
    let cx = on(Page::NewNeed);
    for (name, view) in one_way(world) {
        let at = |faults| faulty(world.draft(Kind::Need), "who", faults);
        let html = writing::page(&cx, shell, &view, &at(&[]));
        add(&format!("writing-need-who-{name}"), html);
        let html = writing::page(&cx, shell, &view, &at(&[("signed", What::NotAChoice)]));
        add(&format!("writing-need-who-{name}-faulty"), html);
    }
    for (name, code, standing) in [
        ("receipt-code", true, Standing::InModeration),
        ("receipt-code-public", true, Standing::Published),
        ("receipt-account", false, Standing::InModeration),
    ] {
        add(name, receipt::page(&cx, shell, &world.receipt(code, standing)));
    }
    let cx = on(Page::Follow);
    let mut code = FormState { id: "form-1".into(), ..FormState::default() };
    code.fields.set("code", world.x("ARC-7KQ4"));
    add("follow-ask", follow::ask(&cx, shell, &empty));
    add(
        "follow-ask-faulty",
        follow::ask(
            &cx,
            shell,
            &FormState { faults: vec![Fault::new("code", What::UnknownCode)], ..code.clone() },
        ),
    );
    add("follow", follow::page(&cx, shell, &world.follow(true), &code));
    add("follow-public", follow::page(&cx, shell, &world.follow(false), &code));
    let mut wrong = code.clone();
    wrong.fields.set("title", "");
    wrong.fields.set("body", world.x("corto"));
    wrong.faults =
        vec![Fault::new("title", missing), Fault::new("body", What::TooFewWords { least: 10 })];
    add("follow-faulty", follow::page(&cx, shell, &world.follow(true), &wrong));

    let cx = on(Page::SignIn);
    let accounts = [sign_in::DemonstrationAccount {
        name: world.x("Nadia Bruni"),
        roles: vec![Role::VerifiedCitizen],
        email: world.x("nadia@val-d-arcina.example"),
    }];
    let password = world.x("prova");
    let sign_in = |state: &FormState| sign_in::page(&cx, shell, state, Some(&password), &accounts);
    let mut back = FormState::default();
    back.fields.set("email", world.x("nadia@"));
    back.fields.set("next", world.x("/val-d-arcina/bisogni/3"));
    add("sign-in", sign_in(&back));
    back.faults = vec![Fault::new("email", What::WrongCredentials)];
    add("sign-in-faulty", sign_in(&back));

    let cx = on(Page::Mine);
    add("mine", mine::page(&cx, shell, &world.mine(true)));
    add("mine-empty", mine::page(&cx, shell, &world.mine(false)));

    let cx = on(Page::Moderation);
    add("moderation", moderation::page(&cx, shell, &world.moderation(), &empty));
    let none = ModerationPage { cases: vec![], reasons: vec![], decided: 0, appeals_only: true };
    add("moderation-empty", moderation::page(&cx, shell, &none, &empty));
    let mut refused = world.moderation();
    let until = now() + chrono::Duration::minutes(20);
    refused.cases[0].may_decide = Err(Refusal::Claimed { until });
    refused.cases[1].may_decide = Err(Refusal::SameDecider);
    add("moderation-claimed", moderation::page(&cx, shell, &refused, &empty));
    let at_case = on(Page::Case(1));
    let mut one = CasePage {
        card: world.moderation().cases[0].clone(),
        softenings: vec![SofteningView {
            answer: Some(SofteningAnswer::Refused),
            ..world.softening()
        }],
        may_soften: Ok(()),
    };
    add("case", case::page(&at_case, shell, &one, &empty));
    let mut faulty = FormState { id: "form-2".into(), ..FormState::default() };
    faulty.fields.set("body", world.x("corto"));
    faulty.faults = vec![
        Fault::new("body", What::TooFewWords { least: 10 }),
        Fault::new("title", missing),
        Fault::new("note", missing),
    ];
    add("case-faulty", case::page(&at_case, shell, &one, &faulty));
    one.may_soften = Err(Refusal::AlreadyPublic);
    add("case-public", case::page(&at_case, shell, &one, &empty));
    let together = on(Page::Bursts);
    let found = world.bursts();
    add("bursts", bursts::page(&together, shell, &found, &empty));
    let mut said = FormState { id: "form-3".into(), ..FormState::default() };
    said.fields.set("number", "6");
    said.faults = vec![Fault::new("finding", missing), Fault::new("note", missing)];
    add("bursts-faulty", bursts::page(&together, shell, &found, &said));
    add("bursts-empty", bursts::page(&together, shell, &BurstsPage { bursts: vec![] }, &empty));
    let mut alarm = world.moderation();
    alarm.cases[0].cause = Cause::Danger;
    alarm.cases[0].detected = vec![DetectorClass::Danger, DetectorClass::Phone];
    alarm.cases[0].words.body = world.x("Mio marito mi picchia. Chiamate il 333 1234567.");
    add("moderation-danger", moderation::page(&cx, shell, &alarm, &empty));
    let mut sent = FormState { id: "form-1".into(), ..FormState::default() };
    sent.fields.set("case", "2");
    sent.fields.set("reason", world.x("no"));
    sent.fields.set("reason_class", ReasonClass::OffTopic.code());
    sent.faults =
        vec![Fault::new("decision", missing), Fault::new("reason", What::TooFewWords { least: 3 })];
    add("moderation-faulty", moderation::page(&cx, shell, &world.moderation(), &sent));

    let cx = on(Page::Workbench(1));
    let chosen = FormState {
        fields: Fields::from_pairs([("s".into(), "6".into()), ("s".into(), "42".into())]),
        ..FormState::default()
    };
    add("workbench", workbench::page(&cx, shell, &world.workbench(true), &chosen));
    for (name, groups, building) in [
        ("suggested", true, false),
        ("suggested-none", false, false),
        ("suggested-building", false, true),
    ] {
        let cx = on(Page::SuggestedGroups(1));
        add(name, suggested::page(&cx, shell, &world.suggested(groups, building)));
    }
    for (name, placed, cut) in [
        ("proportion", true, false),
        ("proportion-none", false, false),
        ("proportion-cut", false, true),
    ] {
        let cx = on(Page::Proportion(1));
        add(name, proportion::page(&cx, shell, &world.proportion(placed, cut)));
    }
    let mut bare = world.workbench(false);
    bare.unassigned.clear();
    bare.clusters.clear();
    bare.rounds.truncate(1);
    add("workbench-empty", workbench::page(&cx, shell, &bare, &empty));

    let fields = [("atto", "lascia"), ("s", "6"), ("motivo", "altro"), ("parole", "")];
    let mut leaving = FormState {
        fields: Fields::from_pairs(fields.map(|(name, value)| (name.into(), value.into()))),
        faults: vec![Fault::new("parole", missing)],
        ..FormState::default()
    };
    add("workbench-leaving-faulty", workbench::page(&cx, shell, &world.workbench(true), &leaving));
    leaving.faults.clear();
    leaving.refusal = Some(Refusal::TextElsewhere { text: 6, place: Place::Draft(3) });
    add("workbench-refused", workbench::page(&cx, shell, &world.workbench(true), &leaving));
    let cx = on(Page::BenchDraft(1, 3));
    let draft = world.draft_page();
    add("draft", bench_draft::page(&cx, shell, &draft, &empty));
    let fields = [
        ("versione", "4"),
        ("stale", "3"),
        ("title", &world.x("Sollievo")),
        ("synthesis", &world.x("Chi assiste chiede ore libere.")),
        ("reason", ""),
        ("share-3", "part_of"),
        ("excerpt-3", &world.x("non c'è")),
        ("atto", "salva"),
    ];
    let fields = Fields::from_pairs(fields.map(|(name, value)| (name.into(), value.into())));
    let faults = vec![
        Fault::new("sources", What::TooFew { least: 2 }),
        Fault::new("excerpt-3", What::NotInSource),
        Fault::new("s", What::TooFew { least: 1 }),
        Fault::new("testo", What::Contradicts),
    ];
    let mut sent = FormState { fields, faults, ..FormState::default() };
    add("draft-stale-faulty", bench_draft::page(&cx, shell, &draft, &sent));
    sent.faults.clear();
    for (name, ended) in [
        ("draft-discarded", Some(BenchDraftEnd::Discarded)),
        (
            "draft-proposed",
            Some(BenchDraftEnd::Proposed(ClusterRef { number: 1, title: world.x("Sabato") })),
        ),
        ("draft-settled", None),
    ] {
        let may = Err(Refusal::DraftEnded);
        let view = BenchDraftPage { ended, may, ..draft.clone() };
        add(name, bench_draft::page(&cx, shell, &view, &sent));
    }

    let cx = on(Page::DraftSynthesis(1, 3));
    let of = SynthesisOf::Draft { draft: world.bench_draft(), written: world.x("Chi assiste.") };
    let mut view = world.synthesis_page(of);
    add("draft-synthesis", synthesis::page(&cx, shell, &view, &empty));
    let fields = [
        ("prima-synthesis", world.x("Chi assiste chiede altro.")),
        ("letto-3", "fedcba9876543210".into()),
        ("from-3-1", "2".into()),
        ("skip-3-3", world.x("Non serve")),
        ("stale", "1".into()),
    ];
    let fields = Fields::from_pairs(fields.map(|(name, value)| (name.to_owned(), value)));
    let faults = vec![Fault::new("from-3-1", What::NotAChoice), Fault::new("skip-3-3", missing)];
    let stale = FormState { fields, faults, ..FormState::default() };
    add("draft-synthesis-stale-faulty", synthesis::page(&cx, shell, &view, &stale));
    view.synthesis.clear();
    add("draft-synthesis-unwritten", synthesis::page(&cx, shell, &view, &empty));
    view.sources.clear();
    add("draft-synthesis-none", synthesis::page(&cx, shell, &view, &empty));
    let cx = on(Page::Synthesis(1));
    let cluster = ClusterRef { number: 1, title: world.x("Sabato") };
    let of = SynthesisOf::Cluster { cluster, version: 1, edition: 0 };
    add("synthesis", synthesis::page(&cx, shell, &world.synthesis_page(of), &empty));

    let cx = on(Page::NewCluster(1));
    add("cluster-form", cluster_form::page(&cx, shell, &world.cluster_form(), &empty));
    let mut none = world.cluster_form();
    none.chosen.clear();
    add("cluster-form-none", cluster_form::page(&cx, shell, &none, &empty));
    let fields = [
        ("title", world.x("Ore di sollievo")),
        ("synthesis", world.x("Chi assiste chiede ore.")),
        ("reason", String::new()),
        ("source", "3".into()),
        ("share-3", "dissent".into()),
        ("excerpt-3", world.x("non c'è")),
    ];
    let fields = Fields::from_pairs(fields.map(|(name, value)| (name.to_owned(), value)));
    let sent = FormState {
        fields,
        faults: vec![
            Fault::new("reason", missing),
            Fault::new("sources", What::TooFew { least: 2 }),
            Fault::new("excerpt-3", What::NotInSource),
        ],
        refusal: None,
        id: "form-1".into(),
    };
    add("cluster-form-faulty", cluster_form::page(&cx, shell, &world.cluster_form(), &sent));

    add(
        "action-form-new",
        action_form::page(&on(Page::NewAction), shell, &world.action_form(true), &empty),
    );
    let cx = on(Page::EditAction(2));
    let mut sent = FormState {
        fields: world.sheet_fields(),
        faults: vec![],
        refusal: None,
        id: "form-1".into(),
    };
    add("action-form", action_form::page(&cx, shell, &world.action_form(false), &sent));
    sent.faults = vec![
        Fault::new("title", missing),
        Fault::new("target-1", What::NotANumber),
        Fault::new("sector-1", missing),
        Fault::new("budget_amount-3", What::NotANumber),
        Fault::new("due-1", What::NotADate),
        Fault::new("ends", What::Contradicts),
    ];
    sent.refusal = Some(Refusal::NotReady { missing: vec![Missing::Indicator] });
    add("action-form-faulty", action_form::page(&cx, shell, &world.action_form(false), &sent));

    let cx = on(Page::Office);
    let full = OfficePage {
        rounds: vec![(world.round(), 12)],
        unanswered: vec![world.card(Kind::Need, 7, "Non stacco mai", "Da quattro anni")],
        drafts: vec![
            world.action_card(ActionState::Draft, vec![Missing::Indicator]),
            world.action_card(ActionState::Additions, vec![]),
        ],
        contested: vec![ClusterCard {
            state: ClusterState::Contested,
            ..world.workbench(false).clusters.remove(0)
        }],
    };
    add("office", office::page(&cx, shell, &full));
    let none = OfficePage::default();
    add("office-empty", office::page(&cx, shell, &none));

    let cx = on(Page::Table);
    let full = TablePage {
        body: world.x("Tavolo di Piano"),
        ready: vec![world.action_card(ActionState::AtTable, vec![])],
        not_ready: vec![world.action_card(ActionState::Draft, vec![Missing::Indicator])],
        decided: vec![(world.action_card(ActionState::Admitted, vec![]), world.review())],
    };
    add("table", table::page(&cx, shell, &full));
    let none = TablePage {
        body: "Tavolo di Piano".into(),
        ready: vec![],
        not_ready: vec![],
        decided: vec![],
    };
    add("table-empty", table::page(&cx, shell, &none));

    let cx = on(Page::Decision(2));
    add("decision", decision::page(&cx, shell, &world.decision(Ok(())), &empty));
    add(
        "decision-refused",
        decision::page(&cx, shell, &world.decision(Err(Refusal::OwnDraft)), &empty),
    );
    let (one, two) = (uuid(1), uuid(2));
    let fields = [
        ("version".to_owned(), "1".to_owned()),
        ("member".to_owned(), one.to_string()),
        ("member".to_owned(), two.to_string()),
        (format!("presence-{one}"), Presence::Favour.code().to_owned()),
        (format!("interest-{one}"), "1".to_owned()),
        (format!("interest_reason-{one}"), world.x("Il mio sindacato ha scritto P21.")),
        ("outcome".to_owned(), ReviewOutcome::AdmittedWithChanges.code().to_owned()),
        ("reason".to_owned(), world.x("Sì.")),
        ("conditions".to_owned(), String::new()),
        ("minority".to_owned(), world.x("Contrario.")),
    ];
    let sent = FormState {
        fields: Fields::from_pairs(fields),
        faults: vec![
            Fault::new(format!("presence-{one}"), What::Contradicts),
            Fault::new(format!("presence-{two}"), missing),
            Fault::new("reason", What::TooFewWords { least: 5 }),
            Fault::new("conditions", missing),
        ],
        refusal: Some(Refusal::NoQuorum { counted: 2, minimum: 4 }),
        id: "form-1".into(),
    };
    add("decision-faulty", decision::page(&cx, shell, &world.decision(Ok(())), &sent));
    let late = FormState { faults: vec![], refusal: None, ..sent };
    for (name, parts) in [("stale", vec![Part::Title, Part::Budget]), ("stale-sources", vec![])] {
        let view = DecisionPage { changed: Some((1, parts)), ..world.decision(Ok(())) };
        add(&format!("decision-{name}"), decision::page(&cx, shell, &view, &late));
    }
    let view = world.decision(Err(Refusal::Decided));
    add("decision-late", decision::page(&cx, shell, &view, &late));
    pages
}

fn all(check: impl Fn(&str, &str, &Html)) {
    let assets = Assets::default();
    for hostile in [false, true] {
        for lang in Lang::ALL {
            for (name, html) in pages(World { hostile }, lang, &assets) {
                let name = format!("{name} ({}, hostile: {hostile})", lang.code());
                check(&name, &html, &Html::parse_document(&html));
            }
        }
    }
}

fn select<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

fn attribute<'a>(element: &ElementRef<'a>, name: &str) -> &'a str {
    element.value().attr(name).unwrap_or_default()
}

#[test]
fn every_page_has_one_title_and_no_inline_script_or_style() {
    all(|name, _, page| {
        assert_eq!(select(page, "h1").len(), 1, "{name}: h1");
        assert!(select(page, "style").is_empty(), "{name}: style");
        assert!(select(page, "script:not([src])").is_empty(), "{name}: script");
        for element in select(page, "*") {
            for (attribute, value) in element.value().attrs() {
                let inline = attribute == "style" || attribute.starts_with("on");
                assert!(!inline, "{name}: {attribute}={value}");
            }
        }
    });
}

#[test]
fn hostile_text_stays_text() {
    all(|name, html, page| {
        assert!(select(page, "img").is_empty(), "{name}: an image came to life");
        assert!(!html.contains("<script>alert"), "{name}: a script came to life");
        assert!(!html.contains("<img src=x"), "{name}: unescaped markup");
    });
}

#[test]
fn every_field_has_a_label_and_every_reference_leads_somewhere() {
    all(|name, _, page| {
        let ids: Vec<&str> = select(page, "[id]").iter().map(|e| attribute(e, "id")).collect();
        let distinct: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), distinct.len(), "{name}: an id twice: {ids:?}");
        for field in select(page, "main :is(input, select, textarea)") {
            if attribute(&field, "type") == "hidden" || !attribute(&field, "aria-label").is_empty()
            {
                continue;
            }
            let id = attribute(&field, "id");
            let labels = select(page, "label");
            let labelled = labels.iter().any(|label| attribute(label, "for") == id);
            assert!(labelled, "{name}: {id:?} has no label");
        }
        for reference in ["aria-describedby", "aria-labelledby"] {
            for element in select(page, &format!("[{reference}]")) {
                for id in attribute(&element, reference).split_whitespace() {
                    assert!(distinct.contains(id), "{name}: {reference} {id}");
                }
            }
        }
        for link in select(page, "a[href^='#']") {
            let target = attribute(&link, "href").trim_start_matches('#').to_owned();
            assert!(distinct.contains(target.as_str()), "{name}: #{target} leads nowhere");
        }
    });
}

#[test]
fn faults_stand_beside_their_fields_and_on_top() {
    all(|name, _, page| {
        let links = select(page, ".error-summary a").len();
        let beside = select(page, ".field-error").len();
        assert_eq!(links > 0, name.contains("faulty") && !name.contains("check"), "{name}");
        assert_eq!(links, beside, "{name}: faults on top and beside");
        if links > 0 {
            let title = select(page, "title")[0].text().collect::<String>();
            assert!(title.starts_with("Err"), "{name}: {title}");
        }
    });
}

/// What a browser would send if a button of the wizard were pressed.
fn sent(page: &Html) -> BTreeMap<String, Vec<String>> {
    let mut sent: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut send = |name: &str, value: String| {
        if !name.is_empty() {
            sent.entry(name.to_owned()).or_default().push(value);
        }
    };
    for field in select(page, "main form :is(input, select, textarea)") {
        let name = attribute(&field, "name");
        match field.value().name() {
            "textarea" => send(name, field.text().collect()),
            "select" => {
                let chosen = field.select(&Selector::parse("option[selected]").unwrap()).next();
                send(name, chosen.map(|o| attribute(&o, "value").to_owned()).unwrap_or_default());
            }
            _ => {
                let kind = attribute(&field, "type");
                let ticked = field.value().attr("checked").is_some();
                if !matches!(kind, "radio" | "checkbox") || ticked {
                    send(name, attribute(&field, "value").to_owned());
                }
            }
        }
    }
    for values in sent.values_mut() {
        values.sort();
    }
    sent
}

#[test]
fn nothing_typed_is_lost_at_any_step() {
    let assets = Assets::default();
    for hostile in [false, true] {
        let world = World { hostile };
        for (kind, page) in [(Kind::Need, Page::NewNeed), (Kind::Proposal, Page::NewProposal)] {
            let fields = world.draft(kind);
            for step in Step::of(kind) {
                let cx = context(&assets, Lang::It, page);
                let html = writing::page(
                    &cx,
                    &world.shell(),
                    &world.writing(kind, false),
                    &at_step(world, kind, *step),
                );
                let sent = sent(&Html::parse_document(&html));
                assert_eq!(sent["step"], [step.code()], "{kind} {step}");
                assert_eq!(sent["form_id"], ["form-1"]);
                let round = world.writing(kind, false).round.number.to_string();
                assert_eq!(sent["round"], [round], "what is written stays with its round");
                for name in DRAFT_FIELDS.iter().filter(|name| **name != "round") {
                    let mut before: Vec<String> = fields
                        .pairs()
                        .filter(|(field, _)| field == name)
                        .map(|(_, value)| value.to_owned())
                        .collect();
                    before.sort();
                    let after = sent.get(*name).cloned().unwrap_or_default();
                    assert_eq!(after, before, "{kind} {step}: {name}");
                }
            }
        }
    }
}

#[test]
fn a_very_long_text_gets_its_fault_and_stays() {
    let assets = Assets::default();
    let world = World { hostile: false };
    let long = "parola ".repeat(30_000);
    let mut fields = world.draft(Kind::Need);
    fields.set("body", long.clone());
    fields.set("step", "check");
    fields.set("go", "send");
    let Turn::Show { step, faults } = turn(Kind::Need, &mut fields, "it") else { panic!("sent") };
    assert_eq!(step, Step::Words);
    let state = FormState { fields, faults, refusal: None, id: String::new() };
    let cx = context(&assets, Lang::It, Page::NewNeed);
    let html = writing::page(&cx, &world.shell(), &world.writing(Kind::Need, true), &state);
    let page = Html::parse_document(&html);
    assert_eq!(select(&page, "textarea#body")[0].text().collect::<String>(), long);
    let error = select(&page, "#body-error")[0].text().collect::<String>();
    assert!(error.contains("4.000"), "{error}");
    assert_eq!(select(&page, ".error-summary a[href='#body']").len(), 1);
}

#[test]
fn a_fault_takes_the_wizard_to_its_own_step() {
    let assets = Assets::default();
    let world = World { hostile: false };
    let cx = context(&assets, Lang::It, Page::NewProposal);
    for field in DRAFT_FIELDS {
        let state = faulty(world.draft(Kind::Proposal), "check", &[(field, What::NotAChoice)]);
        if !Step::of(Kind::Proposal).contains(&step_of(field)) || *field == "strengths" {
            continue;
        }
        let view = world.writing(Kind::Proposal, false);
        let page = Html::parse_document(&writing::page(&cx, &world.shell(), &view, &state));
        assert_eq!(sent(&page)["step"], [step_of(field).code()], "{field}");
        assert_eq!(select(&page, ".error-summary a").len(), 1, "{field}");
    }
}

#[test]
fn where_a_role_leaves_no_choice_of_name_none_is_offered() {
    let assets = Assets::default();
    let world = World { hostile: false };
    let cx = context(&assets, Lang::It, Page::NewNeed);
    let mut fields = world.draft(Kind::Need);
    fields.set("signed", "");
    let state = faulty(fields, "who", &[]);
    for ((name, view), (chosen, offered)) in
        one_way(world).into_iter().zip([("yes", 0), ("yes", 2), ("no", 0)])
    {
        let html = writing::page(&cx, &world.shell(), &view, &state);
        let page = Html::parse_document(&html);
        assert_eq!(sent(&page)["signed"], [chosen], "{name}");
        assert_eq!(select(&page, "input[name='signed'][type='radio']").len(), offered, "{name}");
        let fault = |signed: &str, organisation: &str| {
            let pairs = [("signed", signed), ("organisation", organisation)];
            let pairs = pairs.map(|(name, value)| (name.to_owned(), value.to_owned()));
            view.name_fault(&Fields::from_pairs(pairs)).is_some()
        };
        assert_eq!(fault("yes", ""), chosen == "no", "{name}");
        assert_eq!(fault("no", ""), chosen == "yes", "{name}");
        assert_eq!(fault("no", "018f"), chosen == "no", "as an organisation: {name}");
    }
}

#[test]
fn ones_own_page_invites_only_to_what_one_may_do() {
    let assets = Assets::default();
    let world = World { hostile: false };
    let cx = context(&assets, Lang::It, Page::Mine);
    let drawn = |may_need: May, may_propose: May, desks: Vec<Desk>| {
        let mut shell = world.shell();
        shell.viewer.desks = desks;
        let view = MinePage { may_need, may_propose, ..world.mine(false) };
        let page = Html::parse_document(&mine::page(&cx, &shell, &view));
        select(&page, ".empty a")
            .iter()
            .map(|a| attribute(a, "href").to_owned())
            .collect::<Vec<_>>()
    };
    let no = || Err(Refusal::NotYourRole);
    assert_eq!(drawn(Ok(()), no(), vec![]), ["/val-d-arcina/bisogni/nuovo"]);
    assert_eq!(drawn(no(), Ok(()), vec![]), ["/val-d-arcina/proposte/nuova"]);
    let desk = vec![Desk::Workbench(Some(2)), Desk::Office];
    assert_eq!(drawn(no(), no(), desk), ["/val-d-arcina/lavoro/banco/2"]);
    assert_eq!(drawn(no(), no(), vec![]), ["/val-d-arcina/percorsi"]);
}

#[test]
fn withdrawing_stands_behind_a_fold_that_says_it_is_for_good() {
    let assets = Assets::default();
    let world = World { hostile: false };
    let cx = context(&assets, Lang::It, Page::Follow);
    let html = follow::page(&cx, &world.shell(), &world.follow(true), &FormState::default());
    let page = Html::parse_document(&html);
    let folded = "details:not([open]) form:has(input[name='do'][value='withdraw'])";
    assert_eq!(select(&page, folded).len(), 1);
    let fold = select(&page, "details:has(input[value='withdraw'])")[0].text().collect::<String>();
    assert!(fold.contains("Non si torna indietro"), "{fold}");
}

#[test]
fn anche_per_me_is_offered_for_needs_only() {
    let assets = Assets::default();
    let world = World { hostile: false };
    for (kind, page, buttons) in
        [(Kind::Need, Page::NewNeed, 1), (Kind::Proposal, Page::NewProposal, 0)]
    {
        let cx = context(&assets, Lang::It, page);
        let view = world.writing(kind, true);
        let html = writing::page(&cx, &world.shell(), &view, &at_step(world, kind, Step::Check));
        let page = Html::parse_document(&html);
        let found = select(&page, "button[name='also_of']");
        assert_eq!(found.len(), buttons, "{kind}");
        for button in found {
            assert_eq!(attribute(&button, "value"), "3");
        }
    }
}

#[test]
fn the_code_is_never_in_an_address() {
    let assets = Assets::default();
    let world = World { hostile: false };
    let cx = context(&assets, Lang::It, Page::Follow);
    let mut state = FormState::default();
    state.fields.set("code", "ARC-7KQ4-M2XD");
    let html = follow::page(&cx, &world.shell(), &world.follow(true), &state);
    let page = Html::parse_document(&html);
    for (selector, name) in [("[href]", "href"), ("[action]", "action"), ("[src]", "src")] {
        for element in select(&page, selector) {
            assert!(!attribute(&element, name).contains("7KQ4"));
        }
    }
    let codes = select(&page, "input[type='hidden'][name='code']");
    // To correct, to withdraw; a softer wording to take, to refuse, to write anew.
    assert_eq!(codes.len(), 5);
    assert!(codes.iter().all(|code| attribute(code, "value") == "ARC-7KQ4-M2XD"));
    for form in select(&page, "main form") {
        assert_eq!(attribute(&form, "method"), "post");
    }
}

#[test]
fn suggested_interests_are_ticked_once_and_then_left_to_people() {
    let assets = Assets::default();
    let world = World { hostile: false };
    let cx = context(&assets, Lang::It, Page::Decision(2));
    let view = world.decision(Ok(()));
    let fresh = decision::page(&cx, &world.shell(), &view, &FormState::default());
    let page = Html::parse_document(&fresh);
    assert_eq!(select(&page, "input[name^='interest-'][checked]").len(), 2);
    let reason = format!("textarea[name='interest_reason-{}']", uuid(2));
    let reason: String = select(&page, &reason)[0].text().collect();
    assert!(reason.contains("Un negozio vero") && reason.contains("partner"), "{reason}");
    assert_eq!(attribute(&select(&page, "input[name='version']")[0], "value"), "1");

    let mut state = FormState::default();
    state.fields.set("member", uuid(2).to_string());
    let again = decision::page(&cx, &world.shell(), &view, &state);
    let page = Html::parse_document(&again);
    assert!(select(&page, "input[name^='interest-'][checked]").is_empty());
}

#[test]
fn a_sheet_keeps_every_row_that_was_written() {
    let assets = Assets::default();
    for hostile in [false, true] {
        let world = World { hostile };
        let cx = context(&assets, Lang::It, Page::EditAction(2));
        let fields = world.sheet_fields();
        let state = FormState { fields: fields.clone(), ..FormState::default() };
        let html = action_form::page(&cx, &world.shell(), &world.action_form(false), &state);
        let sent = sent(&Html::parse_document(&html));
        for (name, value) in fields.pairs() {
            assert_eq!(sent[name], [value], "{name}");
        }
        assert!(sent.contains_key("budget_source-4"), "no spare row");
    }
}

#[test]
fn the_workbench_keeps_what_was_chosen_while_one_reads() {
    let assets = Assets::default();
    let world = World { hostile: false };
    let cx = context(&assets, Lang::It, Page::Workbench(1));
    let state = FormState {
        fields: Fields::from_pairs([("s".into(), "6".into()), ("s".into(), "42".into())]),
        ..FormState::default()
    };
    let html = workbench::page(&cx, &world.shell(), &world.workbench(true), &state);
    let page = Html::parse_document(&html);
    let values = |selector: &str| {
        let found = select(&page, &format!(".workbench-queue form {selector}"));
        found.iter().map(|one| attribute(one, "value").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(values("input[name='s'][type='hidden']"), ["42"]);
    assert_eq!(values("input[name='s'][checked]"), ["6"]);
    assert_eq!(values("button[name='leggi'][aria-current]"), ["proposta-6"]);
}

/// The island of the support form, as the server draws it.
fn support(world: World, mine: bool) -> String {
    use leptos::prelude::*;
    let assets = Assets::default();
    let cx = context(&assets, Lang::It, Page::Need(7));
    let meta = app::render::Meta::new("Non stacco mai").with_island(app::render::Bundle::Everyone);
    app::render::document(&cx, &world.shell(), meta, || {
        view! {
            <h1>"Non stacco mai"</h1>
            <islands::SupportButton
                action="/val-d-arcina/bisogni/7".to_owned()
                label=world.x("Sostegno")
                words=world.x("12 persone hanno lo stesso bisogno")
                echoes=world.x("Anche per me: 6 persone")
                note=world.x("I sostegni informano e non decidono.")
                mine=mine
                give=world.x("Anche per me è così")
                take=world.x("Togli il mio sostegno")
            />
        }
        .into_any()
    })
}

#[test]
fn the_support_island_is_an_ordinary_form_without_javascript() {
    for hostile in [false, true] {
        for (mine, value) in [(false, islands::GIVE), (true, islands::TAKE)] {
            let html = support(World { hostile }, mine);
            let page = Html::parse_document(&html);
            assert!(select(&page, "img").is_empty() && !html.contains("<script>alert"));
            let forms = select(&page, "leptos-island form[method='post']");
            assert_eq!(attribute(&forms[0], "action"), "/val-d-arcina/bisogni/7");
            let field = select(&page, &format!("input[name='{}']", islands::ACT));
            assert_eq!(attribute(&field[0], "value"), value);
            assert_eq!(select(&page, "button[type='submit'].btn").len(), 1);
        }
    }
}

/// Draws all pages to be looked at: `cargo test -p app --test forms -- --ignored draw`. The
/// style is built beside them with `node style/build.mjs …/pages-forms/assets`.
#[test]
#[ignore = "writes files to look at"]
fn draw() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("pages-forms");
    std::fs::create_dir_all(&folder).unwrap();
    let manifest = std::fs::read_to_string(folder.join("assets/manifest.json"));
    let assets = match manifest {
        Ok(manifest) => Assets::read(&manifest, "assets/").unwrap(),
        Err(_) => Assets::default(),
    };
    std::fs::write(folder.join("support.html"), support(World { hostile: false }, false)).unwrap();
    for lang in Lang::ALL {
        for (name, html) in pages(World { hostile: false }, lang, &assets) {
            let name = format!("{name}.{}.html", lang.code());
            std::fs::write(folder.join(name), html).unwrap();
        }
    }
}
