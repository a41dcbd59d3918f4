//! Pages of a round's life: where it begins, the wizard, the preview, the rules.

use app::pages;
use app::render::PageContext;
use app::urls::Page;
use domain::actions::ActionState;
use domain::contributions::{AuthorKind, Channel, Kind};
use domain::faults::{Fault, Refusal, What};
use domain::forms::{Fields, FormState};
use domain::moderation::{Decision, ReasonClass};
use domain::outcomes::Outcome;
use domain::people::IdentityLevel;
use domain::rounds::design::{Agreement, Gap, Material, Measure, Notice, Unusual};
use domain::rounds::ledger::{Ledger, Standings};
use domain::rounds::windows::WindowKind;
use domain::rounds::{ModerationMode, Opening, RoundKind, RoundState, VoteMethod};
use domain::staff_forms::rounds::RoundStep;
use domain::suppression::Shown;
use domain::views::*;

use crate::sample::{Sample, now};

/// Adds a page under a name.
pub type Add<'a> = dyn FnMut(&str, Page, &dyn Fn(&PageContext<'_>) -> String) + 'a;

/// Every page of a round's life in its main states.
pub fn add(sample: Sample, shell: &Shell, add: &mut Add<'_>) {
    add("round-start", Page::NewRound, &|cx| {
        pages::round_start::page(cx, shell, &start(sample, true))
    });
    add("round-start-none", Page::NewRound, &|cx| {
        pages::round_start::page(cx, shell, &start(sample, false))
    });
    for &kind in RoundKind::ALL {
        for &step in RoundStep::ALL {
            let name = format!("wizard-{}-{}", kind.code(), step.code());
            add(&name, Page::EditRound(5), &|cx| {
                let state = sent(cx, sample, kind, step, vec![]);
                pages::round_wizard::page(cx, shell, &form(sample, kind, true), &state)
            });
        }
    }
    add("wizard-new", Page::NewRound, &|cx| {
        let today = pages::round_wizard::today(cx);
        let kind = RoundKind::Consultation;
        let fields = pages::round_wizard::offered("it", kind, today);
        let state = FormState { id: "a1b2".into(), fields, ..FormState::default() };
        let mut view = form(sample, kind, false);
        view.figures.clear();
        pages::round_wizard::page(cx, shell, &view, &state)
    });
    add("wizard-faulty", Page::EditRound(5), &|cx| {
        let faults = vec![
            Fault::new("opens_date", What::NotADate),
            Fault::new("opening", What::NotAChoice),
            Fault::new("closes_time", What::NotADate),
        ];
        let mut state = sent(cx, sample, RoundKind::Consultation, RoundStep::Evaluation, faults);
        state.fields.set("stale", "4");
        pages::round_wizard::page(cx, shell, &form(sample, RoundKind::Consultation, true), &state)
    });
    add("wizard-refused", Page::EditRound(5), &|cx| {
        let mut state = sent(cx, sample, RoundKind::Concertation, RoundStep::Evaluation, vec![]);
        let view = form(sample, RoundKind::Concertation, true);
        state.refusal = Some(Refusal::RoundNotWhole { gaps: view.gaps.clone() });
        pages::round_wizard::page(cx, shell, &view, &state)
    });
    for by in Onlooker::ALL {
        add(&format!("preview-{}", by.code()), Page::RoundPreview(5), &|cx| {
            let state = RoundState::Draft;
            pages::round_preview::page(cx, shell, 5, state, &preview(sample, by))
        });
    }
    for kind in [RoundKind::Consultation, RoundKind::CoDesign, RoundKind::CoManagement] {
        add(&format!("rules-{}", kind.code()), Page::RoundRules(2), &|cx| {
            pages::round_rules::page(cx, shell, &rules(sample, kind))
        });
    }
}

/// Pages of a round that is over, or was opened once more.
pub fn add_over(sample: Sample, shell: &Shell, add: &mut Add<'_>) {
    for faulty in [false, true] {
        add(&format!("reopen-{faulty}"), Page::ReopenRound(2), &|cx| {
            let faults = vec![
                Fault::new("reason", What::TooFewWords { least: 5 }),
                Fault::new("closes_date", What::Contradicts),
            ];
            let form = sample.sent("", &[("reason", "Perché")], faults);
            let form = if faulty { form } else { FormState::default() };
            let view = ReopenPage {
                card: sample.round_card(RoundState::Closed),
                ledger: ledger(),
                told: if faulty { Shown::Few } else { Shown::Exactly(37) },
            };
            pages::round_reopen::page(cx, shell, &view, &form)
        });
    }
    for open in 0..3 {
        add(&format!("draft-{open}"), Page::Draft(3), &|cx| {
            let view = draft(sample, open, false);
            let holding = pages::draft::Holding::Account;
            pages::draft::page(cx, shell, &view, holding, None, &FormState::default())
        });
    }
    add("draft-late", Page::NewNeed, &|cx| {
        let refusal = Refusal::Closed { closed: now() };
        let view = draft(sample, 0, true);
        let holding = pages::draft::Holding::Code("ABCDE-FGHJK-MNPQR-STVWX");
        pages::draft::page(cx, shell, &view, holding, Some(&refusal), &FormState::default())
    });
    add("draft-code", Page::Follow, &|cx| {
        let mut form = sample.sent("keep-draft", &[("code", "X"), ("body", "Troppo")], vec![]);
        form.faults = vec![Fault::new("body", What::TooLong { most: 4_000, found: 9_000 })];
        let view = draft(sample, 1, false);
        let holding = pages::draft::Holding::Code("ABCDE-FGHJK-MNPQR-STVWX");
        pages::draft::page(cx, shell, &view, holding, None, &form)
    });
    for (name, texts, state) in [
        ("some", true, RoundState::Closed),
        ("none", false, RoundState::GivenBack),
        ("not-yet", false, RoundState::Scheduled),
    ] {
        add(&format!("unanswered-{name}"), Page::Unanswered(2), &|cx| {
            let cards = if texts { sample.cards() } else { vec![] };
            let view = UnansweredPage {
                card: sample.round_card(state),
                waiting: cards.len() as u64,
                in_moderation: if texts { Shown::Few } else { Shown::None },
                answer_days: texts.then_some(60),
                texts: cards.into_iter().zip(0..).collect(),
                paging: Paging { page: 1, size: 100, total: 250 },
            };
            pages::unanswered::page(cx, shell, &view)
        });
    }
    for whole in [false, true] {
        add(&format!("report-{whole}"), Page::Report(2), &|cx| {
            pages::round_report::page(cx, shell, &report(sample, whole))
        });
    }
}

fn ledger() -> Ledger {
    Standings { published: 65, withdrawn: 7, hidden: 6, ..Standings::default() }.ledger()
}

fn draft(sample: Sample, open: usize, code: bool) -> VoiceDraftPage {
    let mut fields = Fields::default();
    for name in ["title", "body", "strengths", "municipality"] {
        fields.set(name, sample.s("Dopo le sette non passa più nessuno."));
    }
    fields.set("language", "it");
    let rounds = [RoundState::Open, RoundState::Open].map(|state| sample.round_ref(state));
    let mut rounds = rounds.to_vec();
    rounds[1].number = 9;
    rounds.truncate(open);
    VoiceDraftPage {
        number: 3,
        code: code.then(|| "ABCDE-FGHJK-MNPQR-STVWX".to_owned()),
        kind: Kind::Need,
        fields,
        round: sample.round_ref(RoundState::Closed),
        may_send: Err(Refusal::Closed { closed: now() }),
        saved: now(),
        open: rounds,
    }
}

/// A report; with nothing in it, or with everything.
pub fn report(sample: Sample, whole: bool) -> ReportPage {
    let state = if whole { RoundState::GivenBack } else { RoundState::Open };
    let mut card = sample.round_card(state);
    if !whole {
        card.contributions = 0;
    }
    let quoted = |number, outcome| ReportVoice {
        contribution: sample.contribution(Kind::Need, number, "La corriera della sera"),
        words: sample.words(),
        municipality: sample.s("Montefalcino"),
        author_kind: AuthorKind::Caregiver,
        supporters: Shown::Few,
        outcome,
    };
    let some = |n: u32| if whole { n } else { 0 };
    ReportPage {
        card,
        plan: sample.s("Piano d'Ambito 2027–2029"),
        objective: sample.s("Rispondere a ciascuno con un motivo."),
        account: whole.then(|| {
            sample.s("# Com'è andata\n\nTre azioni avviate.\n\n- una\n- due\n\nE **poi** basta.")
        }),
        at: now(),
        ledger: if whole { ledger() } else { Standings::default().ledger() },
        needs: some(25).into(),
        proposals: some(40).into(),
        comments: some(20).into(),
        supporters: if whole { Shown::Exactly(120) } else { Shown::None },
        sessions: whole.then_some((3, Shown::Exactly(111))),
        channels: Breakdown {
            cells: if whole { vec![(Channel::Online, 50), (Channel::Desk, 9)] } else { vec![] },
            others: some(6),
        },
        authors: Breakdown {
            cells: if whole { vec![(AuthorKind::Citizen, 40)] } else { vec![] },
            others: some(25),
        },
        municipalities: Breakdown {
            cells: if whole { vec![(sample.s("Castelvento"), 60)] } else { vec![] },
            others: some(3),
        },
        unheard: if whole { vec![sample.s("Roccalba")] } else { vec![] },
        supported: if whole { vec![quoted(901, Some(Outcome::Accepted))] } else { vec![] },
        least_heard: if whole { vec![quoted(902, None)] } else { vec![] },
        outcomes: if whole {
            vec![(Outcome::Accepted, 40), (Outcome::OtherBody, 1)]
        } else {
            vec![]
        },
        unanswered: some(2).into(),
        clusters: if whole {
            vec![ReportCluster {
                cluster: ClusterRef { number: 1, title: sample.s("Ore di sollievo") },
                synthesis: sample.s("Chi assiste chiede qualche ora libera."),
                sources: 3,
                supporters: Shown::Exactly(31),
            }]
        } else {
            vec![]
        },
        actions: if whole {
            vec![ReportAction {
                action: ActionRef {
                    number: 2,
                    title: sample.s("Sollievo a domicilio"),
                    state: ActionState::AdmittedWithChanges,
                },
                objective: sample.s("Trenta famiglie in più"),
                voices: 4,
                supporters: Shown::Unknown,
                reason: Some(sample.s("Risponde a un bisogno di tutti e sette i Comuni.")),
                measures: vec![(sample.s("Famiglie"), sample.s("famiglie"), 74.0, 104.5)],
            }]
        } else {
            vec![]
        },
        answers: if whole {
            vec![ReportAnswer {
                contribution: sample.contribution(Kind::Proposal, 903, "Asfaltare la provinciale"),
                outcome: Outcome::OtherBody,
                reason: sample.s("La strada è della Provincia, che decide."),
                addressed: Some(sample.s("Provincia")),
            }]
        } else {
            vec![]
        },
        moderation: Breakdown {
            cells: if whole {
                vec![((Decision::Publish, Some(ReasonClass::NobodyRecognisable)), 11)]
            } else {
                vec![]
            },
            others: some(6),
        },
        reopened: some(1).into(),
        hash: "5f2a".repeat(16),
    }
}

fn start(sample: Sample, some: bool) -> RoundStartPage {
    RoundStartPage {
        earlier: if some { vec![sample.round_ref(RoundState::GivenBack)] } else { vec![] },
        drafts: if some {
            vec![RoundRef { title: String::new(), ..sample.round_ref(RoundState::Draft) }]
        } else {
            vec![]
        },
    }
}

fn form(sample: Sample, kind: RoundKind, saved: bool) -> RoundFormPage {
    RoundFormPage {
        round: saved.then(|| RoundRef { kind, ..sample.round_ref(RoundState::Draft) }),
        kind,
        plans: vec![("PL2".into(), sample.s("Piano d'Ambito 2027–2029"))],
        areas: vec![
            ("famiglia".into(), sample.s("Famiglia")),
            ("anziani_disabili".into(), sample.s("Anziani e disabili")),
        ],
        indicators: vec![("I05".into(), sample.s("Famiglie con sollievo"), sample.s("famiglie"))],
        figures: sample.figures()[1..].to_vec(),
        gaps: vec![Gap::Question, Gap::Target, Gap::NoticeAims, Gap::ClosesFirst],
        unusual: vec![Unusual::ShortConsultation, Unusual::NoEvaluation],
        may_announce: Err(Refusal::NotYourRole),
        hash: "5f2a".repeat(16),
    }
}

fn sent(
    cx: &PageContext<'_>,
    sample: Sample,
    kind: RoundKind,
    step: RoundStep,
    faults: Vec<Fault>,
) -> FormState {
    let mut fields = pages::round_wizard::offered("it", kind, pages::round_wizard::today(cx));
    for name in [
        "title",
        "question",
        "objective",
        "measure_what",
        "given",
        "notice_aims",
        "agreement_parties",
        "material-1",
        "material_address-1",
        "tie_rule",
        "results",
        "evaluation",
    ] {
        fields.set(name, sample.s("Quello che è scritto"));
    }
    fields.set("step", step.code());
    fields.set("version", "3");
    FormState { id: "a1b2".into(), fields, faults, refusal: None }
}

fn preview(sample: Sample, by: Onlooker) -> PreviewPage {
    let mut page = sample.round(RoundState::Open);
    page.life.reopened = None;
    PreviewPage {
        by,
        page,
        rows: vec![
            PreviewRow {
                opening: Opening::Needs,
                level: IdentityLevel::L0,
                may: vec![Ok(()); Onlooker::ALL.len()],
            },
            PreviewRow {
                opening: Opening::Positions,
                level: IdentityLevel::L3,
                may: vec![
                    Err(Refusal::SignInNeeded),
                    Err(Refusal::LevelTooLow { needed: IdentityLevel::L3 }),
                    Err(Refusal::LevelTooLow { needed: IdentityLevel::L3 }),
                    Ok(()),
                    Err(Refusal::NotYourRole),
                    Err(Refusal::NotOpened),
                    Err(Refusal::NotYourRole),
                ],
            },
        ],
    }
}

fn rules(sample: Sample, kind: RoundKind) -> RulesPage {
    let mut card = sample.round_card(RoundState::Open);
    card.round.kind = kind;
    let window = |edition, kind, reason: &str| WindowView {
        edition,
        kind,
        opens: card.opens,
        closes: card.closes,
        at: now(),
        reason: if reason.is_empty() { String::new() } else { sample.s(reason) },
        by: Some(sample.s("Ugo Bassi")),
    };
    RulesPage {
        windows: vec![
            window(1, WindowKind::Announced, ""),
            window(2, WindowKind::Recalled, "Il manifesto era sbagliato."),
            window(3, WindowKind::Announced, ""),
            window(4, WindowKind::ClosedEarly, "La sala non è agibile."),
        ],
        card,
        frozen: true,
        hash: "5f2a".repeat(16),
        text: sample.s("{\n  \"kind\": \"consultazione\"\n}"),
        measure: Measure {
            indicator: "I05".into(),
            what: sample.s("Famiglie con sollievo"),
            baseline: Some(74.0),
            target: Some(180.0),
            by: "2027-12-31".parse().ok(),
        },
        notice: Notice {
            title: sample.s("Avviso"),
            days: Some(25),
            aims: sample.s("Finalità"),
            budget: sample.s("40.000 euro"),
            duration: sample.s("Due anni"),
            criteria: sample.s("Esperienza"),
            runts: sample.s("Iscritti"),
            address: "https://comune.example/avviso".into(),
        },
        agreement: Agreement {
            reference: sample.s("Rep. 12/2026"),
            signed: "2026-02-01".parse().ok(),
            parties: vec![sample.s("Comune"), sample.s("Cooperativa")],
        },
        opened: vec![(Opening::Needs, IdentityLevel::L0), (Opening::Proposals, IdentityLevel::L2)],
        moderation: ModerationMode::SensitiveBefore,
        vote_method: VoteMethod::Support,
        tie_rule: sample.s("A parità decide il Tavolo."),
        answer_days: Some(60),
        results: sample.s("Un resoconto risponde a ogni testo."),
        decides: sample.s("Il Comitato dei Sindaci."),
        evaluation: sample.s("Tre domande."),
        materials: vec![
            Material { title: sample.s("Il profilo"), address: "https://x.example/p".into() },
            Material { title: sample.s("Altro"), address: sample.s("javascript:alert(1)") },
        ],
        closed: vec![ClosedView {
            edition: 3,
            at: now(),
            needs: 25,
            proposals: 40,
            comments: 20,
            answered: 12,
            ledger: ledger(),
            supported: vec![(
                sample.contribution(Kind::Need, 901, "La corriera della sera"),
                Shown::Exactly(31),
            )],
        }],
    }
}
