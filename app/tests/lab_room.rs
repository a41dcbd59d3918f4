//! Pages of a session's room: every state, hostile text in every field, both languages.
//!
//! `PAGES_OUT=folder` also writes the pages there, to look at them.

#![allow(clippy::unwrap_used, reason = "a test that can't go on fails")]
#![allow(clippy::disallowed_methods, reason = "the sample may be told where to look for assets")]

#[allow(dead_code, reason = "the sample has all that public pages show")]
#[path = "public/sample.rs"]
mod sample;

use app::pages::lab::{dots, photos, projector, room, taking_up};
use app::render::PageContext;
use app::urls::{Lang, Page};
use domain::contributions::Kind;
use domain::faults::{Fault, Refusal, What};
use domain::forms::FormState;
use domain::lab::SessionState;
use domain::rounds::RoundState;
use domain::views::*;
use sample::{HOSTILE, Sample, assets, context, now};
use scraper::{ElementRef, Html, Selector};

fn select<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

trait Room {
    fn held(self, state: SessionState) -> SessionRef;
    fn on_card(self, number: i64, words: &str) -> RoomCard;
    fn in_room(self, state: SessionState) -> SessionRoom;
    fn on_wall(self, covered: bool) -> SessionWall;
    fn counting(self, frozen: bool, counted: bool) -> SessionDots;
    fn shots(self) -> SessionPhotos;
    fn takes(self) -> TakingUp;
}

fn may(state: SessionState) -> May {
    state.must_be(&[SessionState::Running])
}

impl Room for Sample {
    fn held(self, state: SessionState) -> SessionRef {
        SessionRef {
            number: 1,
            title: self.s("Leggere i bisogni: chi resta solo?"),
            place: self.s("Biblioteca comunale, Castelvento"),
            starts: now(),
            ends: now(),
            state,
            round: self.round_ref(RoundState::Open),
        }
    }

    fn on_card(self, number: i64, words: &str) -> RoomCard {
        RoomCard {
            number,
            words: self.s(words),
            assisted: number == 2,
            quotable: number == 2,
            with: vec![],
            taken: false,
            became: None,
            dots: None,
        }
    }

    fn in_room(self, state: SessionState) -> SessionRoom {
        let mut front = self.on_card(1, "In inverno da Roccalba non si scende a fare la spesa");
        front.with = vec![self.on_card(5, "D'inverno il bus non sale")];
        let mut taken = self.on_card(3, "Agosto senza nessuno");
        taken.taken = true;
        taken.became = Some(self.contribution(Kind::Need, 7, "Agosto senza nessuno"));
        let mut waits = self.on_card(6, "Notti senza dormire");
        waits.taken = true;
        let column =
            |position, title: &str, cards| RoomColumn { position, title: self.s(title), cards };
        SessionRoom {
            session: self.held(state),
            question: self.s("Che cosa manca a chi resta solo?"),
            columns: vec![
                RoomColumn {
                    position: 0,
                    title: String::new(),
                    cards: vec![self.on_card(2, "Non risponde al telefono")],
                },
                column(1, "Soli in casa", vec![front, taken]),
                column(2, "Chi assiste", vec![waits]),
            ],
            hidden: vec![self.on_card(4, "Qui c'era un nome")],
            cards: 6,
            last: Some((6, self.s("Notti senza dormire"))),
            arrived: 37,
            dotted: true,
            frozen: false,
            covered: false,
            may_run: may(state),
            may_hide: may(state),
            may_take_up: may(state),
        }
    }

    fn on_wall(self, covered: bool) -> SessionWall {
        let card = |number, words: &str, with| WallCard {
            number,
            words: self.s(words),
            with,
            dots: None,
            became: None,
        };
        let columns = vec![
            WallColumn {
                position: 1,
                title: self.s("Soli in casa"),
                cards: vec![card(1, "In inverno da Roccalba non si scende", vec![5, 8])],
            },
            WallColumn {
                position: 0,
                title: String::new(),
                cards: vec![card(2, "Non risponde al telefono", vec![])],
            },
        ];
        SessionWall {
            session: self.held(SessionState::Running),
            question: self.s("Che cosa manca a chi resta solo?"),
            columns: if covered { vec![] } else { columns },
            covered,
        }
    }

    fn counting(self, frozen: bool, counted: bool) -> SessionDots {
        let card = |number, words: &str, with, hidden| DottedCard {
            number,
            words: self.s(words),
            with,
            hidden,
            dots: counted.then_some(37),
        };
        SessionDots {
            session: self.held(SessionState::Running),
            each: 3,
            most: 2,
            arrived: 37,
            frozen,
            cards: vec![
                card(1, "In inverno da Roccalba non si scende", vec![5, 8], false),
                card(2, "Non risponde al telefono", vec![], false),
                card(4, "Qui c'era un nome", vec![], true),
            ],
            count: counted.then_some(DotCount { people: 37, each: 3, blanks: 0 }),
            may_run: Ok(()),
        }
    }

    fn shots(self) -> SessionPhotos {
        SessionPhotos {
            session: self.held(SessionState::Running),
            photos: vec![SessionPhoto {
                number: 1,
                alt: self.s("Cinque colonne di cartoncini gialli"),
                width: 1_600,
                height: 1_200,
            }],
            public: false,
            may_run: Ok(()),
        }
    }

    fn takes(self) -> TakingUp {
        let policy = |code: &str, area: &str| PolicyName {
            code: code.into(),
            name: self.s("Sostegno a chi assiste"),
            area_code: area.into(),
            area_name: self.s(area),
        };
        TakingUp {
            session: self.held(SessionState::Running),
            cards: vec![self.on_card(1, "Il bus la sera"), self.on_card(2, "Un bus dopo le otto")],
            taken: vec![3],
            policies: vec![policy("1.1", "Famiglia"), policy("3.b", "Anziani")],
            municipalities: vec![PlaceName { code: "CVN".into(), name: self.s("Castelvento") }],
            may_need: Ok(()),
            may_proposal: Err(Refusal::NotOpened),
        }
    }
}

/// Every page in its states, by name.
fn all(sample: Sample, lang: Lang) -> Vec<(String, String)> {
    let assets = assets();
    let blank = FormState { id: "a1b2".into(), ..FormState::default() };
    let shell = sample.shell(true);
    let mut drawn: Vec<(String, String)> = Vec::new();
    let mut add = |name: &str, page: Page, draw: &dyn Fn(&PageContext<'_>) -> String| {
        drawn.push((format!("{name}-{}", lang.code()), draw(&context(&assets, lang, page))));
    };
    for state in SessionState::ALL {
        let view = sample.in_room(*state);
        add(&format!("room-{}", state.code()), Page::SessionRoom(1), &|cx| {
            room::page(cx, &shell, &view, &blank)
        });
    }
    let mut view = sample.in_room(SessionState::Running);
    let sent = |act: &str, pairs: &[(&str, &str)], faults: Vec<Fault>| {
        let mut form = sample.sent("", pairs, faults);
        form.fields.set("do", act);
        form
    };
    add("room-wrong-card", Page::SessionRoom(1), &|cx| {
        let faults = vec![
            Fault::new("card", What::TooMany { most: 15, found: 18 }),
            Fault::new("card_token", What::NotAChoice),
            Fault::new("read_back", What::Missing),
        ];
        let pairs = [("card", "troppe parole"), ("card_token", "99"), ("assisted", "1")];
        room::page(cx, &shell, &view, &sent("card", &pairs, faults))
    });
    add("room-wrong-wall", Page::SessionRoom(1), &|cx| {
        let faults = ["c", "column", "front"].map(|field| Fault::new(field, What::Missing));
        let mut form = sent("wall", &[("c", "1")], faults.to_vec());
        form.refusal = Some(Refusal::WallFrozen);
        room::page(cx, &shell, &view, &form)
    });
    add("room-wrong-column", Page::SessionRoom(1), &|cx| {
        let faults = ["column_title", "title-2"].map(|field| Fault::new(field, What::Taken));
        let pairs = [("column_title", "Soli in casa"), ("title-2", "Soli in casa")];
        room::page(cx, &shell, &view, &sent("column", &pairs, faults.to_vec()))
    });
    (view.frozen, view.covered) = (true, true);
    add("room-frozen", Page::SessionRoom(1), &|cx| room::page(cx, &shell, &view, &blank));
    view.frozen = false;
    view.columns = vec![RoomColumn { position: 0, title: String::new(), cards: vec![] }];
    (view.hidden, view.last, view.cards, view.arrived) = (vec![], None, 0, 0);
    add("room-empty", Page::SessionRoom(1), &|cx| room::page(cx, &shell, &view, &blank));
    for (name, covered, still) in
        [("wall", false, false), ("wall-still", false, true), ("wall-covered", true, false)]
    {
        add(name, Page::SessionWall(1), &|cx| projector::page(cx, &sample.on_wall(covered), still));
    }
    add("wall-empty", Page::SessionWall(1), &|cx| {
        let empty = SessionWall { columns: vec![], ..sample.on_wall(false) };
        projector::page(cx, &empty, false)
    });
    for (name, frozen, counted) in
        [("dots", false, false), ("dots-frozen", true, false), ("dots-counted", true, true)]
    {
        let view = sample.counting(frozen, counted);
        add(name, Page::SessionDots(1), &|cx| dots::page(cx, &shell, &view, &blank));
    }
    add("dots-wrong", Page::SessionDots(1), &|cx| {
        let faults = vec![
            Fault::new("people", What::TooMany { most: 37, found: 40 }),
            Fault::new("total-1", What::TooMany { most: 74, found: 75 }),
            Fault::new("totals", What::DoesNotAddUp { expected: 111, found: 112 }),
            Fault::new("blanks", What::Missing),
        ];
        let pairs = [("people", "40"), ("total-1", "75")];
        dots::page(cx, &shell, &sample.counting(true, false), &sent("count", &pairs, faults))
    });
    add("dots-nothing", Page::SessionDots(1), &|cx| {
        let faults = vec![Fault::new("cards", What::TooFew { least: 1 })];
        let mut view = sample.counting(false, false);
        view.cards.clear();
        dots::page(cx, &shell, &view, &sent("freeze", &[], faults))
    });
    add("dots-over", Page::SessionDots(1), &|cx| {
        let mut view = sample.counting(true, true);
        view.may_run = may(SessionState::GivenBack);
        dots::page(cx, &shell, &view, &blank)
    });
    add("photos", Page::SessionPhotos(1), &|cx| photos::page(cx, &shell, &sample.shots(), &blank));
    add("photos-wrong", Page::SessionPhotos(1), &|cx| {
        let faults = ["photo", "alt", "recognisable"].map(|field| Fault::new(field, What::Missing));
        let view = SessionPhotos { photos: vec![], public: true, ..sample.shots() };
        photos::page(cx, &shell, &view, &sent("", &[("alt", "x")], faults.to_vec()))
    });
    add("take", Page::TakeUpCards(1), &|cx| taking_up::page(cx, &shell, &sample.takes(), &blank));
    add("take-wrong", Page::TakeUpCards(1), &|cx| {
        let faults = ["kind", "title", "body", "municipality", "policy", "language"]
            .map(|field| Fault::new(field, What::Missing));
        let mut faults = faults.to_vec();
        faults.push(Fault::new("c", What::Taken));
        let pairs = [("title", "mio"), ("body", "mio"), ("c", "1")];
        taking_up::page(cx, &shell, &sample.takes(), &sent("", &pairs, faults))
    });
    add("take-none", Page::TakeUpCards(1), &|cx| {
        let view = TakingUp { cards: vec![], ..sample.takes() };
        taking_up::page(cx, &shell, &view, &blank)
    });
    add("take-closed", Page::TakeUpCards(1), &|cx| {
        let closed = Err(Refusal::NotOpened);
        let view = TakingUp { may_need: closed.clone(), may_proposal: closed, ..sample.takes() };
        taking_up::page(cx, &shell, &view, &blank)
    });
    drawn
}

#[test]
fn every_page_has_one_title_labels_and_ids_that_lead_somewhere() {
    let out = std::env::var("PAGES_OUT").ok();
    for hostile in [false, true] {
        for lang in Lang::ALL {
            for (name, text) in all(Sample { hostile }, lang) {
                if let Some(out) = out.as_ref().filter(|_| !hostile) {
                    std::fs::write(format!("{out}/lab-{name}.html"), &text).unwrap();
                }
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
                let mut last = 1;
                for heading in select(&html, "main :is(h1, h2, h3, h4)") {
                    let level: u32 = heading.value().name()[1..].parse().unwrap();
                    assert!(level <= last + 1, "{name}: h{level} after h{last}");
                    last = level;
                }
                assert!(!text.contains(" style=\"") && !text.contains("<style"), "{name}");
                if hostile {
                    assert!(select(&html, "img[src=x]").is_empty(), "{name}: {HOSTILE}");
                    assert!(!text.contains("<script>alert"), "{name}");
                }
            }
        }
    }
}

fn one(name: &str) -> String {
    let drawn = all(Sample { hostile: false }, Lang::It);
    drawn.into_iter().find(|(of, _)| of == name).unwrap().1
}

#[test]
fn a_projector_has_nothing_to_press_and_no_dots() {
    let text = one("wall-it");
    let html = Html::parse_document(&text);
    assert!(select(&html, "form, button, input, nav").is_empty());
    assert!(text.contains("<noscript><meta http-equiv=\"refresh\" content=\"5\"></noscript>"));
    assert!(text.contains("Altri 2 dicono la stessa cosa"));
    let still = one("wall-still-it");
    assert!(!still.contains("http-equiv=\"refresh\"") && !still.contains("leptos-island"));
    let covered = one("wall-covered-it");
    assert!(covered.contains("Un momento.") && !covered.contains("Soli in casa"));
}

#[test]
fn a_card_is_written_with_one_hand_and_waits_for_the_network() {
    let text = one("room-in_corso-it");
    let html = Html::parse_document(&text);
    let form = select(&html, "form[data-queue=card]");
    assert_eq!(form.len(), 1);
    assert_eq!(select(&html, "form[data-queue] input[inputmode=numeric]").len(), 1);
    assert!(!select(&html, "[data-queue-fresh][id]").is_empty());
    // Off the wall with one press: a button a card.
    assert_eq!(select(&html, "button[name=hide]").len(), 4);
    assert!(select(&html, "form[data-queue] [name=c]").is_empty());
    let over = one("room-verbale_approvato-it");
    assert!(select(&Html::parse_document(&over), "form[data-queue]").is_empty());
    let frozen = one("room-frozen-it");
    assert!(frozen.contains("la parete resta com'è") && frozen.contains("La parete è coperta"));
}

#[test]
fn a_count_that_does_not_add_up_names_the_difference() {
    let text = one("dots-wrong-it");
    assert!(text.contains("111") && text.contains("112"), "both numbers");
    assert!(text.contains("La differenza è 1"), "and what lies between");
}
