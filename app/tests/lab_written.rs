//! Pages of what comes after a session: every state, hostile text in every field, both languages.

#![allow(clippy::unwrap_used, reason = "a test that can't go on fails")]
#![allow(clippy::disallowed_methods, reason = "the sample may be told where to look for assets")]

#[allow(dead_code, reason = "the sample has all that public pages show")]
#[path = "public/sample.rs"]
mod sample;

use app::pages::lab::{minutes, report};
use app::urls::{Lang, Page};
use chrono::Duration;
use domain::contributions::{Kind, Stage};
use domain::faults::{Fault, Refusal, What};
use domain::forms::FormState;
use domain::lab::SessionState;
use domain::lab::minutes::{Outline, OutlineColumn};
use domain::outcomes::Outcome;
use domain::people::AgeBand;
use domain::rounds::{RoundKind, RoundState};
use domain::suppression::Shown;
use domain::territory::Category;
use domain::views::*;
use sample::{HOSTILE, Sample, assets, context, now};
use scraper::{Html, Selector};

fn count(html: &str, selector: &str) -> usize {
    Html::parse_document(html).select(&Selector::parse(selector).unwrap()).count()
}

fn text(html: &str, selector: &str) -> String {
    let html = Html::parse_document(html);
    let selector = Selector::parse(selector).unwrap();
    html.select(&selector).flat_map(|one| one.text()).collect::<Vec<_>>().join(" ")
}

trait Lab {
    fn session(self, state: SessionState) -> SessionRef;
    fn correction(self, number: i64, taken: Option<bool>) -> Correction;
    fn minutes(self, version: i64) -> SessionMinutes;
    fn outline(self) -> Outline;
    fn desk(self, state: SessionState) -> SessionMinutesDesk;
    fn made(self) -> MadeVoice;
    fn numbers(self) -> SessionNumbers;
    fn report(self) -> SessionReport;
    fn told(self) -> SessionTold;
    fn report_desk(self, state: SessionState) -> SessionReportDesk;
}

impl Lab for Sample {
    fn session(self, state: SessionState) -> SessionRef {
        SessionRef {
            number: 3,
            title: self.s("Laboratorio 1 – Leggere i bisogni"),
            place: self.s("Biblioteca comunale, Castelvento"),
            starts: now() - Duration::days(9),
            ends: now() - Duration::days(9) + Duration::hours(4),
            state,
            round: RoundRef {
                number: 2,
                title: self.s("Ascolto dei bisogni"),
                kind: RoundKind::Consultation,
                state: RoundState::Open,
            },
        }
    }

    fn correction(self, number: i64, taken: Option<bool>) -> Correction {
        Correction {
            number,
            version: 1,
            words: self.s("Eravamo in sei al tavolo, non in cinque."),
            at: now() - Duration::days(3),
            answer: taken.map(|taken| CorrectionAnswer {
                taken,
                reason: self.s("Hai ragione: l'abbiamo corretto."),
                at: now() - Duration::days(2),
            }),
        }
    }

    fn minutes(self, version: i64) -> SessionMinutes {
        SessionMinutes {
            version,
            words: self.s("## Che cosa abbiamo capito\n\nChi è solo **non chiama**."),
            why: if version > 1 { self.s("Mancava un tavolo") } else { String::new() },
            at: now() - Duration::days(4),
        }
    }

    fn outline(self) -> Outline {
        Outline {
            place: self.s("Biblioteca comunale, Castelvento"),
            starts: now() - Duration::days(9),
            question: self.s("Chi resta solo?"),
            present: Shown::Exactly(37),
            agenda: vec![(now() - Duration::days(9), self.s("Accoglienza"))],
            columns: vec![OutlineColumn {
                title: self.s("Soli in casa"),
                cards: vec![(self.s("Agosto senza nessuno"), Some(6))],
            }],
            dots: Some(DotCount { people: 37, each: 3, blanks: 0 }),
            made: vec![self.contribution(Kind::Need, 12, "Sabato e domenica")],
        }
    }

    fn desk(self, state: SessionState) -> SessionMinutesDesk {
        SessionMinutesDesk {
            session: self.session(state),
            versions: Vec::new(),
            outline: self.outline(),
            correct_until: None,
            corrections: Vec::new(),
            linked: 2,
            may_end: Ok(()),
            may_write: Ok(()),
            may_approve: Err(Refusal::MinutesNotSent),
        }
    }

    fn made(self) -> MadeVoice {
        MadeVoice {
            contribution: self.contribution(Kind::Need, 12, "Sabato e domenica"),
            stage: Stage::Answered,
            outcome: Some(Outcome::Accepted),
        }
    }

    fn numbers(self) -> SessionNumbers {
        SessionNumbers {
            registered: Some(Shown::Exactly(34)),
            present: Shown::Exactly(37),
            walk_ins: Some(Shown::Few),
            walk_ins_beside: false,
            municipalities: Breakdown {
                cells: vec![(Some(self.s("Castelvento")), 20), (None, 9)],
                others: 8,
            },
            categories: Breakdown { cells: vec![(Some(Category::Families), 12)], others: 25 },
            ages: Breakdown { cells: vec![(Some(AgeBand::From75), 11)], others: 26 },
            cards: 15,
            columns: 5,
            needs: 6,
            proposals: 4,
        }
    }

    fn report(self) -> SessionReport {
        SessionReport {
            version: 2,
            learned: self.s("Nessuno sapeva quanti sono soli ad agosto."),
            changes: self.s("Da giugno, due telefonate alla settimana."),
            quotations: vec![(4, self.s("Chi sa chi è solo?"))],
            taken_back: 1,
            at: now(),
        }
    }

    fn told(self) -> SessionTold {
        let card = |number, dots| WallCard {
            number,
            words: self.s("Agosto senza nessuno"),
            with: vec![7],
            dots,
            became: Some(self.contribution(Kind::Need, 12, "Sabato e domenica")),
        };
        SessionTold {
            columns: vec![
                WallColumn {
                    position: 1,
                    title: self.s("Soli in casa"),
                    cards: vec![card(1, Some(60)), card(2, Some(45))],
                },
                WallColumn { position: 0, title: String::new(), cards: vec![card(3, None)] },
            ],
            dots: Some(DotCount { people: 37, each: 3, blanks: 2 }),
            dots_elsewhere: 4,
            photos: vec![SessionPhoto {
                number: 1,
                alt: self.s("La parete con cinque colonne di cartoncini"),
                width: 1600,
                height: 1200,
            }],
            numbers: self.numbers(),
            made: vec![self.made()],
            minutes: Some(self.minutes(1).words),
            report: Some(self.report()),
        }
    }

    fn report_desk(self, state: SessionState) -> SessionReportDesk {
        let card = |number, quoted, ended| QuotableCard {
            number,
            words: self.s("Chi sa chi è solo?"),
            quoted,
            ended,
        };
        SessionReportDesk {
            session: self.session(state),
            numbers: self.numbers(),
            dots: Some(DotCount { people: 37, each: 3, blanks: 0 }),
            made: vec![self.made()],
            report: Some(self.report()),
            cards: vec![card(4, true, None), card(5, false, Some(now()))],
            may_write: Ok(()),
            may_give_back: Ok(()),
        }
    }
}

const REAL: Sample = Sample { hostile: false };
const HOSTILES: Sample = Sample { hostile: true };

fn drawn(page: Page, lang: Lang, draw: impl Fn(&app::render::PageContext<'_>) -> String) -> String {
    let assets = assets();
    let html = draw(&context(&assets, lang, page));
    assert!(!html.contains("<script>") && !html.contains("<img src=x"), "{html}");
    assert!(!html.contains(" style=\""), "{html}");
    assert_eq!(html.matches("<h1").count(), 1);
    html
}

fn desk(lang: Lang, sample: Sample, view: &SessionMinutesDesk, form: &FormState) -> String {
    drawn(Page::SessionMinutesDesk(3), lang, |cx| {
        minutes::desk(cx, &sample.shell(true), view, form)
    })
}

fn read(lang: Lang, sample: Sample, reading: MinutesReading, form: &FormState) -> String {
    let state = match reading {
        MinutesReading::Approved { .. } | MinutesReading::NeverWritten => SessionState::GivenBack,
        _ => SessionState::MinutesDraft,
    };
    let corrections = match reading {
        MinutesReading::Draft { .. } | MinutesReading::Approved { .. } => {
            vec![sample.correction(1, Some(true)), sample.correction(2, None)]
        }
        _ => vec![],
    };
    let view = SessionMinutesPage { session: sample.session(state), reading, corrections };
    drawn(Page::SessionMinutes(3), lang, |cx| minutes::page(cx, &sample.shell(false), &view, form))
}

#[test]
fn the_desk_begins_with_a_draft_and_says_what_is_next() {
    let form = FormState::default();
    let ending = desk(Lang::It, REAL, &REAL.desk(SessionState::Running), &form);
    assert_eq!(count(&ending, "input[name=do][value=end]"), 1);
    assert_eq!(count(&ending, "textarea"), 0);
    let first = desk(Lang::It, REAL, &REAL.desk(SessionState::MinutesDraft), &form);
    let words = text(&first, "textarea[name=words]");
    for said in ["Presenti: 37 persone", "### Soli in casa", "«Agosto senza nessuno» (6 bollini)"]
    {
        assert!(words.contains(said), "{said}: {words}");
    }
    assert!(words.contains("37 persone × 3 bollini = 111"), "{words}");
    assert_eq!(count(&first, "input[name=why], input[name=do][value=send]"), 0);
    // The draft is in the language of the institution, whoever reads the page.
    let english = desk(Lang::En, REAL, &REAL.desk(SessionState::MinutesDraft), &form);
    assert!(text(&english, "textarea[name=words]").contains("Che cosa abbiamo capito"));
    assert_eq!(count(&english, "textarea[name=words][lang=it]"), 1);

    let mut written = REAL.desk(SessionState::MinutesDraft);
    written.versions = vec![REAL.minutes(2), REAL.minutes(1)];
    let unsent = desk(Lang::It, REAL, &written, &form);
    assert_eq!(count(&unsent, "input[name=do][value=send]"), 1);
    assert_eq!(count(&unsent, "input[name=why]"), 1);
    assert_eq!(count(&unsent, "input[name=version][value='2']"), 1);
    written.correct_until = Some(now() + Duration::days(3));
    written.corrections = vec![REAL.correction(1, Some(true)), REAL.correction(2, None)];
    written.may_approve = Err(Refusal::CorrectionsLeft { left: 1 });
    let sent = desk(Lang::It, REAL, &written, &form);
    assert_eq!(count(&sent, "input[name='taken-2']"), 2);
    assert_eq!(count(&sent, "input[name='taken-1'], input[name=do][value=approve]"), 0);
    assert!(sent.contains("Hai accolto una correzione dopo"), "{sent}");
    written.may_approve = Ok(());
    let ready = desk(Lang::It, REAL, &written, &form);
    assert_eq!(count(&ready, "input[name=do][value=approve]"), 1);
    let over = desk(Lang::It, REAL, &REAL.desk(SessionState::GivenBack), &form);
    assert_eq!(count(&over, "textarea"), 0);
}

#[test]
fn a_form_comes_back_with_what_was_written() {
    let mut view = REAL.desk(SessionState::MinutesDraft);
    view.versions = vec![REAL.minutes(2)];
    let mut form = FormState::default();
    form.fields.set("words", "Le mie parole");
    form.fields.set("version", "1");
    form.faults = vec![Fault::new("why", What::Missing)];
    let again = desk(Lang::It, REAL, &view, &form);
    assert_eq!(count(&again, "a[href='#why']"), 1);
    assert_eq!(count(&again, "input[name=version][value='1']"), 1, "as it was read");
    form.fields.set("stale", "2");
    let stale = desk(Lang::It, REAL, &view, &form);
    assert!(text(&stale, "textarea[name=words]").contains("Le mie parole"));
    assert_eq!(count(&stale, "input[name=version][value='2']"), 1);
    assert!(stale.contains("La versione che c'è adesso"));
}

#[test]
fn who_was_there_reads_then_all_do() {
    let form = FormState::default();
    let until = now() + Duration::days(3);
    for lang in [Lang::It, Lang::En] {
        for sample in [REAL, HOSTILES] {
            read(lang, sample, MinutesReading::NotYet, &form);
            read(lang, sample, MinutesReading::NeverWritten, &form);
            let code = read(lang, sample, MinutesReading::AskCode { until }, &form);
            assert_eq!(count(&code, "form[method=post] input[name=token_code]"), 1);
            assert_eq!(count(&code, "meta[name=robots]"), 1);
            let minutes = sample.minutes(1);
            let mut sent = FormState::default();
            sent.fields.set("token_code", HOSTILE);
            let draft = MinutesReading::Draft { minutes, until, may_correct: Ok(()) };
            let draft = read(lang, sample, draft, &sent);
            assert_eq!(count(&draft, "input[type=hidden][name=token_code]"), 1);
            assert_eq!(count(&draft, "textarea[name=correction]"), 1);
            let may_correct = Err(Refusal::CorrectionsOver { closed: until });
            let over = MinutesReading::Draft { minutes: sample.minutes(1), until, may_correct };
            let over = read(lang, sample, over, &sent);
            assert_eq!(count(&over, "textarea"), 0);
            let all = MinutesReading::Approved { minutes: sample.minutes(1) };
            let all = read(lang, sample, all, &form);
            assert_eq!(count(&all, "textarea, meta[name=robots]"), 0);
            assert_eq!(count(&all, "ol > li blockquote"), 2);
        }
    }
}

#[test]
fn what_came_out_is_told_with_numbers_in_words() {
    let view = REAL.told();
    let page = |lang, sample: Sample, view: &SessionTold| {
        let of = sample.session(SessionState::GivenBack);
        let page = SessionPage {
            session: of,
            plan: domain::lab::plan::SessionPlan::default(),
            agenda: vec![],
            places: Places::Open,
            may_register: Err(Refusal::SessionStands { state: SessionState::GivenBack }),
            present: Some(Shown::Exactly(37)),
            correct_until: None,
            told: Some(view.clone()),
            may_run: Err(Refusal::SignInNeeded),
        };
        drawn(Page::Session(3), lang, |cx| {
            app::pages::lab::session::page(cx, &sample.shell(false), &page)
        })
    };
    let html = page(Lang::It, REAL, &view);
    for said in [
        "37 persone × 3 bollini = 111.",
        "2 bollini non sono stati usati.",
        "4 bollini erano su cartoncini che non si mostrano più.",
        "Una citazione è stata tolta",
        "meno di 5 persone",
        "Non l'hanno detto",
        "60 bollini",
    ] {
        assert!(html.contains(said), "{said}");
    }
    assert_eq!(count(&html, "progress[value='60'][max='60'][aria-hidden=true]"), 1);
    assert_eq!(count(&html, "img[alt][width][height]"), 1);
    assert_eq!(count(&html, "caption"), 3);
    page(Lang::En, HOSTILES, &HOSTILES.told());
    let mut bare = REAL.told();
    bare.columns.clear();
    bare.photos.clear();
    bare.made.clear();
    (bare.report, bare.minutes, bare.dots) = (None, None, None);
    let bare = page(Lang::En, REAL, &bare);
    assert_eq!(count(&bare, "img, progress, blockquote"), 0);
}

#[test]
fn a_report_quotes_what_may_be_quoted() {
    let form = FormState::default();
    let page = |lang, sample: Sample, view: &SessionReportDesk, form: &FormState| {
        drawn(Page::SessionReportDesk(3), lang, |cx| {
            report::desk(cx, &sample.shell(true), view, form)
        })
    };
    let html = page(Lang::It, REAL, &REAL.report_desk(SessionState::MinutesApproved), &form);
    assert_eq!(count(&html, "input[name=quote]"), 1);
    assert_eq!(count(&html, "input[name=quote][value='4'][checked]"), 1);
    assert_eq!(count(&html, "input[name=do][value=give-back]"), 1);
    assert_eq!(count(&html, "button[name=do][value=end-quote]"), 2);
    let ids = Html::parse_document(&html);
    let mut ids: Vec<_> = ids
        .select(&Selector::parse("[id]").unwrap())
        .map(|one| one.value().attr("id").unwrap().to_owned())
        .collect();
    let all = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), all, "an id twice");
    let back = page(Lang::En, HOSTILES, &HOSTILES.report_desk(SessionState::GivenBack), &form);
    assert_eq!(count(&back, "input[name=do][value=give-back]"), 0);
    let mut early = REAL.report_desk(SessionState::MinutesDraft);
    early.may_write = Err(Refusal::SessionStands { state: SessionState::MinutesDraft });
    assert_eq!(count(&page(Lang::It, REAL, &early, &form), "textarea"), 0);
    let mut sent = FormState::default();
    sent.fields.set("learned", "Mie parole");
    sent.fields.set("version", "1");
    sent.faults = vec![Fault::new("changes", What::Missing)];
    let again = page(Lang::It, REAL, &REAL.report_desk(SessionState::MinutesApproved), &sent);
    assert!(text(&again, "textarea[name=learned]").contains("Mie parole"));
    assert_eq!(count(&again, "a[href='#changes']"), 1);
}
