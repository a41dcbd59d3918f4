//! Pages of a round's life: where it begins, the wizard, the preview, the rules.

use app::pages;
use app::render::PageContext;
use app::urls::Page;
use domain::faults::{Fault, Refusal, What};
use domain::forms::FormState;
use domain::people::IdentityLevel;
use domain::rounds::design::{Agreement, Gap, Material, Measure, Notice, Unusual};
use domain::rounds::windows::WindowKind;
use domain::rounds::{ModerationMode, Opening, RoundKind, RoundState, VoteMethod};
use domain::staff_forms::rounds::RoundStep;
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
    }
}
