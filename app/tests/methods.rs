//! Pages of rounds of agreement: every state, hostile text in every field, both languages.

#![allow(clippy::unwrap_used, reason = "a test that can't go on fails")]
#![allow(clippy::disallowed_methods, reason = "the sample may be told where to look for assets")]

#[allow(dead_code, reason = "the sample has all that public pages show")]
#[path = "public/sample.rs"]
mod sample;

#[path = "public/co_management.rs"]
mod co_management;

use app::pages::methods::{
    amendments, budget, draft, guests, minutes, positions, resources, sections,
};
use app::render::PageContext;
use app::urls::{Lang, Page};
use domain::faults::{Fault, Refusal, What};
use domain::forms::FormState;
use domain::methods::draft::{AmendmentKind, AmendmentState};
use domain::methods::minutes::Ending;
use domain::methods::positions::Stance;
use domain::methods::resources::{ResourceKind, Side};
use domain::methods::sections::Consent;
use domain::rounds::{RoundKind, RoundState};
use domain::territory::Category;
use domain::views::*;
use sample::{HOSTILE, Sample, assets, context, now};
use scraper::{ElementRef, Html, Selector};

fn select<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

trait Methods {
    fn round_here(self) -> RoundRef;
    fn organisation(self, code: &str, name: &str) -> OrganisationName;
    fn amendment_card(self, state: AmendmentState, kind: AmendmentKind) -> AmendmentCard;
    fn verdict(self, state: AmendmentState) -> VerdictView;
    fn draft(self, shown: i64) -> DraftPage;
    fn source(self) -> MergeSource;
    fn amendment_page(self, kind: AmendmentKind, state: AmendmentState) -> AmendmentPage;
    fn said(self, stance: Option<Stance>) -> StatedView;
    fn position(self, code: &str, standing: StandingView) -> PositionView;
    fn positions_page(self, may: bool) -> PositionsPage;
    fn resource(self, number: i64, kind: ResourceKind) -> ResourceView;
    fn section_card(self) -> SectionCard;
    fn consent(self, consent: Consent) -> ConsentView;
    fn line(self, number: i64) -> BudgetLineView;
    fn design(self) -> DesignEnd;
}

impl Methods for Sample {
    fn round_here(self) -> RoundRef {
        RoundRef {
            number: 3,
            title: self.s("Priorità del triennio"),
            kind: RoundKind::Concertation,
            state: RoundState::Open,
        }
    }

    fn organisation(self, code: &str, name: &str) -> OrganisationName {
        OrganisationName { code: code.into(), name: self.s(name), category: Category::Volunteers }
    }

    fn amendment_card(self, state: AmendmentState, kind: AmendmentKind) -> AmendmentCard {
        AmendmentCard {
            number: 4,
            organisation: Some(self.s("Buon Vicinato ODV")),
            kind,
            paragraph: Some(2),
            state,
            at: now(),
        }
    }

    fn verdict(self, state: AmendmentState) -> VerdictView {
        VerdictView {
            state,
            at: now(),
            reason: self.s("Il bisogno resta: lo dice il profilo di comunità."),
            adapted: (state == AmendmentState::Accepted).then(|| self.s("Tutti i sabati.")),
            version: (state == AmendmentState::Accepted).then_some(3),
        }
    }

    fn draft(self, shown: i64) -> DraftPage {
        let row = |version| VersionRow {
            version,
            at: now(),
            why: self.s("Prima stesura"),
            amendment: (version == 2).then_some(4),
        };
        DraftPage {
            round: self.round_here(),
            shown: (shown > 0).then(|| row(shown)),
            newest: if shown > 0 { 2 } else { 0 },
            paragraphs: vec![ParagraphView {
                key: 1,
                number: 1,
                text: self.s("Ore di sollievo\nper chi assiste in casa."),
                amendments: vec![
                    self.amendment_card(AmendmentState::Proposed, AmendmentKind::Replace),
                    self.amendment_card(AmendmentState::Accepted, AmendmentKind::Delete),
                ],
                stances: [2, 0, 1],
            }],
            elsewhere: vec![AmendmentCard {
                paragraph: None,
                organisation: None,
                ..self.amendment_card(AmendmentState::Proposed, AmendmentKind::Insert)
            }],
            versions: if shown > 0 { vec![row(2), row(1)] } else { vec![] },
            amendable: true,
            takes_positions: true,
            may_write: if shown == 0 { Ok(()) } else { Err(Refusal::DraftFixed) },
            may_amend: if shown == 1 { Err(Refusal::NotInvited) } else { Ok(()) },
            may_merge: Ok(()),
        }
    }

    fn source(self) -> MergeSource {
        MergeSource {
            card: self.amendment_card(AmendmentState::Merged, AmendmentKind::Replace),
            text: self.s("Tutti i sabati"),
            reason: self.s("Chi assiste lavora gli altri giorni."),
        }
    }

    fn amendment_page(self, kind: AmendmentKind, state: AmendmentState) -> AmendmentPage {
        let open = state == AmendmentState::Proposed;
        AmendmentPage {
            round: self.round_here(),
            card: self.amendment_card(state, kind),
            base: Some(self.s("Aprire due sabati al mese il centro diurno.")),
            base_version: 1,
            moved: (open && kind == AmendmentKind::Replace)
                .then(|| Some(self.s("Aprire tre sabati al mese il centro diurno."))),
            version: 2,
            text: self.s("Aprire tutti i sabati il centro diurno."),
            reason: self.s("Chi assiste lavora gli altri giorni."),
            verdict: (!open && state != AmendmentState::Merged).then(|| self.verdict(state)),
            sources: if kind == AmendmentKind::Insert { vec![self.source()] } else { vec![] },
            into: (state == AmendmentState::Merged)
                .then(|| self.amendment_card(AmendmentState::Accepted, kind)),
            may_decide: if open { Ok(()) } else { Err(Refusal::AlreadyDone) },
            may_withdraw: if open { Ok(()) } else { Err(Refusal::AlreadyDone) },
        }
    }

    fn said(self, stance: Option<Stance>) -> StatedView {
        StatedView {
            id: uuid::Uuid::from_u128(stance.map_or(0, |of| of as u128) + 1),
            stance,
            reason: self.s("Mancano i trasporti serali."),
            at: now(),
            version: 2,
            moved: true,
        }
    }

    fn position(self, code: &str, standing: StandingView) -> PositionView {
        PositionView {
            organisation: self.organisation(code, "Buon Vicinato ODV"),
            settled: matches!(standing, StandingView::Stated(_)).then(|| self.s("Lo statuto")),
            standing,
            earlier: vec![self.said(Some(Stance::Against)), self.said(None)],
        }
    }

    fn positions_page(self, may: bool) -> PositionsPage {
        let both = vec![self.said(Some(Stance::Favourable)), self.said(Some(Stance::Against))];
        PositionsPage {
            round: self.round_here(),
            closes: now(),
            version: 2,
            subjects: vec![
                SubjectView {
                    key: 0,
                    number: None,
                    text: String::new(),
                    positions: vec![
                        self.position("O01", StandingView::Disputed(both.clone())),
                        self.position("O02", StandingView::ToConfirm(both[0].clone())),
                        self.position("O03", StandingView::Lapsed(both[0].clone())),
                        self.position("O04", StandingView::Silent),
                        self.position("O05", StandingView::Stated(both[1].clone())),
                    ],
                    stances: [0, 0, 1],
                },
                SubjectView {
                    key: 3,
                    number: Some(2),
                    text: self.s("Ore di sollievo"),
                    positions: vec![self.position("O01", StandingView::Disputed(both))],
                    stances: [0, 1, 0],
                },
            ],
            silent: vec![self.organisation("O09", "Officina 18 APS")],
            by_invitation: true,
            may_state: if may { Ok(()) } else { Err(Refusal::SignInNeeded) },
            organisations: if may {
                vec![
                    self.organisation("O01", "Buon Vicinato ODV"),
                    self.organisation("O02", "Ponti"),
                ]
            } else {
                vec![]
            },
            may_settle: if may { Ok(()) } else { Err(Refusal::NotYourRole) },
        }
    }

    fn resource(self, number: i64, kind: ResourceKind) -> ResourceView {
        ResourceView {
            number,
            organisation: self.organisation("O01", "Buon Vicinato ODV"),
            side: if number == 2 { Side::Expects } else { Side::Brings },
            kind,
            what: self.s("Pulmino con nove posti"),
            amount: (number != 3).then_some(125_050),
            unit: self.s("ore la settimana"),
            at: now(),
            ended: (number == 4).then(|| (now(), self.s("Il bilancio non lo permette"))),
            mine: number < 3,
        }
    }

    fn section_card(self) -> SectionCard {
        SectionCard {
            number: 2,
            place: 1,
            title: self.s("Orari e giornate"),
            version: 3,
            organisation: None,
            at: now(),
        }
    }

    fn consent(self, consent: Consent) -> ConsentView {
        ConsentView {
            organisation: self.organisation("O02", "Ponti di Parole APS"),
            version: 3,
            consent,
            reason: if consent.needs_reason() { self.s("Manca la navetta") } else { String::new() },
            at: now(),
        }
    }

    fn line(self, number: i64) -> BudgetLineView {
        BudgetLineView {
            number,
            organisation: self.organisation("O01", "Buon Vicinato ODV"),
            what: self.s("Carburante e assicurazione"),
            cents: 120_000,
            source: self.s("Cofinanziamento"),
            at: now(),
            ended: (number == 2).then(|| (now(), self.s("Lo paga il Comune"))),
            mine: number == 1,
        }
    }

    fn design(self) -> DesignEnd {
        DesignEnd {
            sections: vec![DraftSection {
                card: self.section_card(),
                text: self.s("Il lunedì mattina, a Roccalba."),
                consents: vec![self.consent(Consent::Objection)],
                silent: vec![self.organisation("O03", "Officina 18 APS")],
            }],
            partners: vec![
                self.organisation("O02", "Ponti di Parole APS"),
                self.organisation("O03", "Officina 18 APS"),
            ],
            expects: vec![self.resource(2, ResourceKind::Hours)],
            lines: vec![self.line(1)],
            total: 120_000,
        }
    }
}

/// Pages of a co-progettazione.
fn designed(sample: Sample, lang: Lang, drawn: &mut Vec<(String, String)>) {
    let assets = assets();
    let blank = FormState { id: "a1b2".into(), ..FormState::default() };
    let shell = sample.shell(true);
    let mut add = |name: &str, page: Page, draw: &dyn Fn(&PageContext<'_>) -> String| {
        drawn.push((format!("{name}-{}", lang.code()), draw(&context(&assets, lang, page))));
    };
    let end = sample.design();
    let share = |silent, represented| ShareRow {
        organisation: sample.organisation("O01", "Buon Vicinato ODV"),
        versions: 1,
        consents: 2,
        brings: 0,
        expects: 3,
        lines: 1,
        silent,
        reminded: silent.then(now),
        represented,
    };
    let mut view = SharedDraftPage {
        round: sample.round_here(),
        closes: now(),
        sections: end.sections.clone(),
        partners: end.partners.clone(),
        balance: vec![share(false, true), share(true, true), share(true, false)],
        may_write: Ok(()),
        may_remind: Ok(()),
        has_budget: true,
        has_resources: true,
    };
    add("shared", Page::SharedDraft(4), &|cx| {
        let mut form = blank.clone();
        form.refusal = Some(Refusal::AlreadyDone);
        sections::page(cx, &shell, &view, &form)
    });
    view.sections.clear();
    view.partners.clear();
    view.balance.clear();
    view.may_write = Err(Refusal::NotInvited);
    add("shared-none", Page::SharedDraft(4), &|cx| sections::page(cx, &shell, &view, &blank));
    let version = |version| SectionVersion {
        version,
        title: sample.s("Orari e giornate"),
        text: sample.s("Il lunedì mattina, a Roccalba."),
        why: sample.s("Il lunedì c'è il medico"),
        organisation: (version > 1).then(|| sample.s("Ponti di Parole APS")),
        at: now(),
    };
    let mut view = SectionPage {
        round: sample.round_here(),
        closes: now(),
        card: sample.section_card(),
        versions: vec![version(3), version(2), version(1)],
        consents: vec![sample.consent(Consent::Objection), sample.consent(Consent::CanLive)],
        silent: vec![sample.organisation("O04", "Officina 18 APS")],
        earlier: vec![sample.consent(Consent::Reserve)],
        may_write: Ok(()),
        may_consent: Ok(()),
        organisations: vec![sample.organisation("O01", "Buon Vicinato ODV")],
    };
    add("section", Page::Section(2), &|cx| {
        let faults = ["consent", "reason"].map(|field| Fault::new(field, What::Missing)).to_vec();
        let form = sample.sent("", &[("reason", "perché"), ("stale", "3")], faults);
        sections::section(cx, &shell, &view, &form)
    });
    view.versions.truncate(1);
    view.versions[0].text.clear();
    view.consents.clear();
    view.may_write = Err(Refusal::SignInNeeded);
    view.may_consent = Err(Refusal::SignInNeeded);
    add("section-empty", Page::Section(2), &|cx| sections::section(cx, &shell, &view, &blank));
    for section in [None, Some(2)] {
        let view = SectionForm {
            round: sample.round_here(),
            section,
            version: 2,
            words: (sample.s("Orari"), sample.s("Lunedì.")),
            last: section.map(|_| sample.s("Ponti di Parole APS")),
            organisations: vec![
                sample.organisation("O01", "Buon Vicinato ODV"),
                sample.organisation("O02", "Ponti di Parole APS"),
            ],
        };
        add(&format!("section-form-{section:?}"), Page::EditSection(2), &|cx| {
            let faults = ["organisation", "title", "text", "why"]
                .map(|field| Fault::new(field, What::Missing))
                .to_vec();
            let pairs = [("title", "mio"), ("text", "mio"), ("why", "x"), ("stale", "2")];
            sections::form(cx, &shell, &view, &sample.sent("", &pairs, faults))
        });
    }
    let mut view = BudgetPage {
        round: sample.round_here(),
        closes: now(),
        lines: vec![sample.line(1), sample.line(2)],
        total: 120_000,
        may_write: Ok(()),
        organisations: vec![sample.organisation("O01", "Buon Vicinato ODV")],
    };
    add("budget", Page::Budget(4), &|cx| {
        let faults =
            ["what", "amount", "source"].map(|field| Fault::new(field, What::Missing)).to_vec();
        let pairs = [("what", "x"), ("amount", "y"), ("source", "z")];
        budget::page(cx, &shell, &view, &sample.sent("add", &pairs, faults))
    });
    view.lines.clear();
    view.may_write = Err(Refusal::NotInvited);
    add("budget-none", Page::Budget(4), &|cx| budget::page(cx, &shell, &view, &blank));
}

/// Every page in its states, by name.
fn all(sample: Sample, lang: Lang) -> Vec<(String, String)> {
    let assets = assets();
    let blank = FormState { id: "a1b2".into(), ..FormState::default() };
    let mut drawn: Vec<(String, String)> = Vec::new();
    let shell = sample.shell(true);
    let mut add = |name: &str, page: Page, draw: &dyn Fn(&PageContext<'_>) -> String| {
        drawn.push((format!("{name}-{}", lang.code()), draw(&context(&assets, lang, page))));
    };
    for shown in 0..3 {
        add(&format!("draft-{shown}"), Page::Priorities(3), &|cx| {
            draft::page(cx, &shell, &sample.draft(shown))
        });
    }
    let form = DraftForm {
        round: sample.round_here(),
        opens: now(),
        newest: 1,
        written: sample.s("Uno\n\nDue"),
    };
    add("draft-form", Page::EditDraft(3), &|cx| draft::form(cx, &shell, &form, &blank));
    add("draft-form-stale", Page::EditDraft(3), &|cx| {
        let faults = vec![Fault::new("text", What::Missing)];
        draft::form(cx, &shell, &form, &sample.sent("", &[("text", "mio"), ("stale", "2")], faults))
    });
    for (name, paragraph) in [("amend", true), ("amend-first", false)] {
        let view = AmendmentForm {
            round: sample.round_here(),
            closes: now(),
            version: 2,
            paragraph: paragraph.then(|| (3, 2, sample.s("Aprire due sabati al mese."))),
            read: paragraph.then(|| sample.s("Aprire un sabato al mese.")),
            organisations: vec![sample.organisation("O01", "Buon Vicinato ODV")],
        };
        add(name, Page::NewAmendment(3), &|cx| {
            let faults =
                ["kind", "text", "reason"].map(|field| Fault::new(field, What::Missing)).to_vec();
            let form = sample.sent("", &[("text", "mio"), ("reason", "perché")], faults);
            amendments::form(cx, &shell, &view, &form)
        });
    }
    for kind in AmendmentKind::ALL {
        for state in AmendmentState::ALL {
            let name = format!("amendment-{}-{}", kind.code(), state.code());
            add(&name, Page::Amendment(4), &|cx| {
                // Only what can be decided on has a form that can be wrong.
                let open = *state == AmendmentState::Proposed;
                let faults = open.then(|| Fault::new("reason", What::Missing));
                let faults = faults.into_iter().collect();
                let form = sample.sent("reject", &[("reason", "no")], faults);
                amendments::page(cx, &shell, &sample.amendment_page(*kind, *state), &form)
            });
        }
    }
    let merge = MergeForm {
        round: sample.round_here(),
        version: 2,
        sources: vec![sample.source()],
        paragraphs: vec![(1, 1, sample.s("Ore di sollievo"))],
    };
    add("merge", Page::MergeAmendments(3), &|cx| {
        let faults = ["source", "kind", "paragraph", "text", "reason"]
            .map(|field| Fault::new(field, What::NotAChoice))
            .to_vec();
        amendments::merge(cx, &shell, &merge, &sample.sent("", &[("text", "mio")], faults))
    });
    for may in [false, true] {
        add(&format!("positions-{may}"), Page::Positions(3), &|cx| {
            positions::page(cx, &shell, &sample.positions_page(may), &blank)
        });
    }
    add("positions-faulty", Page::Positions(3), &|cx| {
        let faults = ["organisation", "subject", "stance", "reason"]
            .map(|field| Fault::new(field, What::Missing))
            .to_vec();
        let form = sample.sent("state", &[("reason", "perché")], faults);
        positions::page(cx, &shell, &sample.positions_page(true), &form)
    });
    add("positions-settle-faulty", Page::Positions(3), &|cx| {
        let faults = ["statement", "reason"].map(|field| Fault::new(field, What::Missing)).to_vec();
        let mut form = sample.sent("settle", &[("reason", "perché")], faults);
        form.fields.set("about", "3-O01");
        positions::page(cx, &shell, &sample.positions_page(true), &form)
    });
    let mut view = ResourcesPage {
        round: sample.round_here(),
        closes: now(),
        resources: vec![
            sample.resource(1, ResourceKind::Money),
            sample.resource(2, ResourceKind::Hours),
            sample.resource(3, ResourceKind::Spaces),
            sample.resource(4, ResourceKind::Means),
        ],
        money: 125_050,
        may_declare: Ok(()),
        organisations: vec![sample.organisation("O01", "Buon Vicinato ODV")],
        expects: true,
    };
    add("resources", Page::Resources(3), &|cx| {
        let faults = ["side", "kind", "what", "amount", "unit"]
            .map(|field| Fault::new(field, What::Missing))
            .to_vec();
        let form = sample.sent("declare", &[("what", "x"), ("amount", "y"), ("unit", "z")], faults);
        resources::page(cx, &shell, &view, &form)
    });
    add("resources-back", Page::Resources(3), &|cx| {
        let mut form = sample.sent("take-back", &[], vec![Fault::new("reason", What::Missing)]);
        form.fields.set("about", "2");
        resources::page(cx, &shell, &view, &form)
    });
    view.resources.clear();
    view.may_declare = Err(Refusal::NotInvited);
    add("resources-none", Page::Resources(3), &|cx| resources::page(cx, &shell, &view, &blank));
    let row = |code: &str, invited, at| GuestRow {
        organisation: sample.organisation(code, "Buon Vicinato ODV"),
        invited,
        at,
        reason: if invited { String::new() } else { sample.s("Uscita dal RUNTS") },
        represented: invited,
    };
    let mut view = GuestsPage {
        round: sample.round_here(),
        guests: vec![
            row("O01", true, Some(now())),
            row("O02", false, Some(now())),
            row("O03", false, None),
        ],
        may_invite: Ok(()),
        mandates: vec![(
            sample.organisation("O01", "Buon Vicinato ODV"),
            uuid::Uuid::from_u128(7).into(),
            sample.s("Silvia Tosi"),
        )],
    };
    for about in ["guests", "mandate"] {
        add(&format!("guests-{about}"), Page::Guests(3), &|cx| {
            let faults = vec![Fault::new("reason", What::Missing)];
            let mut form = sample.sent("", &[], faults);
            form.fields.set("about", about);
            guests::page(cx, &shell, &view, &form)
        });
    }
    view.guests.clear();
    view.mandates.clear();
    view.may_invite = Err(Refusal::SignInNeeded);
    add("guests-none", Page::Guests(3), &|cx| guests::page(cx, &shell, &view, &blank));
    let page = sample.positions_page(true);
    let ended = |version, ending| MinutesView {
        version,
        ending,
        words: sample.s("## Che cosa si è concordato\n\nIl testo, con due riserve."),
        at: now(),
    };
    let mut view = MinutesPage {
        round: sample.round_here(),
        question: sample.s("Quali otto priorità?"),
        objective: sample.s("Al massimo otto, ciascuna con un indicatore."),
        opens: now(),
        closes: now(),
        minutes: vec![ended(2, Ending::PartialAgreement), ended(1, Ending::Disagreement)],
        draft: Some((2, vec![(1, sample.s("Ore di sollievo"))])),
        amendments: AmendmentState::ALL
            .iter()
            .map(|state| {
                let card = sample.amendment_card(*state, AmendmentKind::Replace);
                (card, Some(sample.verdict(*state)))
            })
            .collect(),
        positions: page.subjects[0].positions.clone(),
        silent: page.silent.clone(),
        resources: vec![sample.resource(1, ResourceKind::Money)],
        design: Some(sample.design()),
        may_write: Ok(()),
    };
    add("minutes", Page::Minutes(3), &|cx| {
        let faults =
            vec![Fault::new("ending", What::Contradicts), Fault::new("minutes", What::Missing)];
        let form = sample.sent("", &[("minutes", "mio"), ("stale", "2")], faults);
        minutes::page(cx, &shell, &view, &form)
    });
    view.minutes.clear();
    view.amendments.clear();
    view.design = None;
    view.may_write = Err(Refusal::StillOpen { closes: now() });
    add("minutes-later", Page::Minutes(3), &|cx| minutes::page(cx, &shell, &view, &blank));
    designed(sample, lang, &mut drawn);
    co_management::pages(sample, lang, &mut drawn);
    drawn
}

#[test]
fn every_page_has_one_title_labels_and_ids_that_lead_somewhere() {
    for hostile in [false, true] {
        for lang in Lang::ALL {
            for (name, text) in all(Sample { hostile }, lang) {
                let html = Html::parse_document(&text);
                assert_eq!(select(&html, "h1").len(), 1, "{name}: one h1");
                let ids: Vec<&str> =
                    select(&html, "[id]").iter().filter_map(|one| one.value().attr("id")).collect();
                let mut apart = ids.clone();
                apart.sort_unstable();
                apart.dedup();
                assert_eq!(apart.len(), ids.len(), "{name}: an id twice in {ids:?}");
                for attribute in ["aria-labelledby", "aria-describedby", "for"] {
                    for one in select(&html, &format!("[{attribute}]")) {
                        for id in one.value().attr(attribute).unwrap_or_default().split(' ') {
                            assert!(ids.contains(&id), "{name}: {attribute}={id}");
                        }
                    }
                }
                for link in select(&html, ".error-summary a") {
                    let href = link.value().attr("href").unwrap_or_default();
                    assert!(ids.contains(&&href[1..]), "{name}: {href} leads nowhere");
                }
                for field in select(&html, "main :is(input:not([type=hidden]), select, textarea)") {
                    let id = field.value().attr("id").unwrap_or_default();
                    let labels = select(&html, &format!("label[for=\"{id}\"]"));
                    assert_eq!(labels.len(), 1, "{name}: a label for {id}");
                }
                // Headings go down one level at a time.
                let mut last = 1;
                for heading in select(&html, "main :is(h1, h2, h3, h4)") {
                    let level: u32 = heading.value().name()[1..].parse().unwrap();
                    assert!(level <= last + 1, "{name}: h{level} after h{last}");
                    last = level;
                }
                assert!(!text.contains(" style=\"") && !text.contains("<style"), "{name}");
            }
        }
    }
}

#[test]
fn hostile_text_stays_text() {
    for (name, text) in all(Sample { hostile: true }, Lang::It) {
        let html = Html::parse_document(&text);
        assert!(select(&html, "img[src=x]").is_empty(), "{name}: {HOSTILE} became an element");
        assert!(!text.contains("<script>alert"), "{name}");
    }
}

#[test]
fn what_differs_is_marked_with_words_too() {
    let (assets, sample) = (assets(), Sample { hostile: false });
    let cx = context(&assets, Lang::It, Page::Amendment(4));
    let view = sample.amendment_page(AmendmentKind::Replace, AmendmentState::Rejected);
    let text = amendments::page(&cx, &sample.shell(false), &view, &FormState::default());
    let html = Html::parse_document(&text);
    let words = |selector: &str| -> Vec<String> {
        select(&html, selector).iter().map(|one| one.text().collect::<String>()).collect()
    };
    assert_eq!(words("del"), ["[tolto: due  fine] ", "[tolto: al mese  fine] "]);
    assert_eq!(words("ins"), ["[aggiunto: tutti i  fine] "]);
}

#[test]
fn a_reader_without_a_role_sees_no_form() {
    let (assets, sample) = (assets(), Sample { hostile: false });
    let cx = context(&assets, Lang::It, Page::Positions(3));
    let view = sample.positions_page(false);
    let text = positions::page(&cx, &sample.shell(false), &view, &FormState::default());
    assert!(select(&Html::parse_document(&text), "main form").is_empty());
}
