//! What the public pages show: to whom, in which order, and nothing restricted.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use domain::contributions::{Kind, Stage, Standing};
use domain::faults::Refusal;
use domain::forms::Fields;
use domain::ordering::mixed::Beginning;
use domain::people::Actor;
use domain::rounds::RoundState;
use domain::suppression::Shown;
use domain::views::{Desk, Filter, NextStep, RoundAct, Shell, Sort, StepWhat, Thread};
use serde::Serialize;
use services::testing::{World, counted_chance, noon};
use services::{Asking, Declined, Services};
use services::{ambito, contributions, people, rounds, supports, threads, voices};
use store::testing::{Value, execute};

/// A word that stands in no other text.
const SECRET: &str = "zafferano";

async fn shell(services: &Services, ask: &Asking) -> Shell {
    let frame = services.frame(&mut services.look().await.unwrap(), ask.ambito).await.unwrap();
    ambito::shell(services, ask, &frame).await.unwrap()
}

fn json(view: &impl Serialize) -> String {
    serde_json::to_string(view).unwrap()
}

fn refusal<T: std::fmt::Debug>(asked: Result<T, Declined>) -> Refusal {
    match asked {
        Err(Declined::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

fn is_missing<T>(asked: &Result<T, Declined>) -> bool {
    matches!(asked, Err(Declined::NotFound))
}

/// A text that waits for a moderator, by a citizen; its number.
async fn waiting(world: &World, kind: Kind, by: &Asking) -> i64 {
    let mut draft = world.draft(kind, &format!("Il {SECRET} di casa mia"));
    draft.sensitive = true;
    let sent = voices::submit(&world.services, by, draft, &world.form_id()).await.unwrap();
    assert_eq!(sent.standing, Standing::InModeration);
    sent.number
}

/// Everything a reader can open, as one text.
async fn all_pages(world: &World, ask: &Asking) -> String {
    let s = &world.services;
    let mut all = String::new();
    all += &json(&ambito::list(s, ask.now).await.unwrap());
    all += &json(&shell(s, ask).await);
    all += &json(&ambito::home(s, ask).await.unwrap());
    all += &json(&ambito::territory(s, ask).await.unwrap());
    all += &json(&ambito::bodies(s, ask).await.unwrap());
    all += &json(&ambito::plan(s, ask).await.unwrap());
    all += &json(&ambito::profile(s, ask).await.unwrap());
    let calendar = rounds::calendar(s, ask).await.unwrap();
    for card in calendar.open.iter().chain(&calendar.next).chain(&calendar.past) {
        all += &json(&rounds::page(s, ask, card.round.number).await.unwrap());
    }
    for kind in [None, Some(Kind::Need), Some(Kind::Proposal)] {
        for sort in Sort::ALL {
            for query in [None, Some(SECRET.to_owned())] {
                let filter = Filter { kind, sort, query, ..Filter::default() };
                let list =
                    contributions::list(s, ask, &filter, Beginning::default()).await.unwrap();
                for card in &list.cards {
                    let (kind, number) = (card.contribution.kind, card.contribution.number);
                    all += &json(&contributions::page(s, ask, kind, number).await.unwrap());
                    all += &json(&contributions::thread(s, ask, kind, number).await.unwrap());
                }
                let mut list = list;
                // The words one searches for come back in the field, and only there.
                list.filter.query = None;
                all += &json(&list);
            }
        }
    }
    let mut fields = Fields::default();
    fields.set("title", format!("Il {SECRET}"));
    fields.set("body", format!("Anche da noi il {SECRET} manca, e a casa mia ce n'era."));
    for number in 1..40 {
        fields.set("answers", number.to_string());
        let alike = contributions::alike(s, ask.ambito, Kind::Need, &fields, ask.now).await;
        all += &json(&alike.unwrap());
        if let Ok(writing) = contributions::writing(s, ask, Kind::Proposal, &fields).await {
            all += &json(&(writing.similar, writing.needs));
        }
    }
    all
}

#[tokio::test]
async fn a_restricted_text_appears_nowhere() {
    for world in World::all().await.unwrap() {
        let s = &world.services;
        let (visitor, citizen) = (world.visitor(), world.asking(world.citizen));
        let neighbour = world.asking(world.neighbour);
        let moderator = world.asking(world.moderator);
        let public = world.need_by(&citizen, "Manca un autobus la sera").await;

        let waits = waiting(&world, Kind::Need, &citizen).await;
        let proposal = waiting(&world, Kind::Proposal, &citizen).await;
        // One that was public, and was hidden; one that its author withdrew.
        let hidden = world.need_by(&citizen, &format!("Lo {SECRET} nascosto")).await;
        supports::give(s, &neighbour, Kind::Need, hidden).await.unwrap();
        let withdrawn = world.need_by(&citizen, &format!("Lo {SECRET} ritirato")).await;
        let own = voices::Whose::Own(Kind::Need, withdrawn);
        voices::withdraw(s, &citizen, own).await.unwrap();
        // A public proposal that points at each of them, and a public echo of the hidden one.
        let answering = world.proposal_by(&neighbour, "Una navetta di quartiere").await;
        let echo = world.need_by(&neighbour, "Anche per me manca un autobus").await;
        for need in [waits, hidden, withdrawn, public] {
            let sql = "INSERT INTO answers (proposal_id, need_id) SELECT p.id, n.id \
                       FROM contributions p, contributions n WHERE p.number = $1 AND n.number = $2";
            execute(&world.fresh.db, sql, [Value::Number(answering), Value::Number(need)])
                .await
                .unwrap();
        }
        let sql = "UPDATE contributions SET echo_of = \
                   (SELECT id FROM contributions WHERE number = $2) WHERE number = $1";
        execute(&world.fresh.db, sql, [Value::Number(echo), Value::Number(hidden)]).await.unwrap();
        hide(&world, hidden).await;

        let admin = world.asking(world.admin);
        let office = world.asking(world.office);
        for ask in [&visitor, &neighbour, &admin, &office] {
            let all = all_pages(&world, ask).await;
            assert!(!all.contains(SECRET), "{}: {ask:?}", world.fresh.kind);
            for (kind, number) in [(Kind::Need, waits), (Kind::Proposal, proposal)] {
                assert!(is_missing(&contributions::page(s, ask, kind, number).await));
                assert!(is_missing(&contributions::thread(s, ask, kind, number).await));
            }
            for number in [hidden, withdrawn] {
                let page = contributions::page(s, ask, Kind::Need, number).await.unwrap();
                assert!(page.tombstone.is_some() && page.words.is_none());
                assert_eq!(page.may_support, Err(Refusal::NotPublic));
                assert!(!json(&page).contains(SECRET));
                let thread = contributions::thread(s, ask, Kind::Need, number).await.unwrap();
                assert!(!json(&thread).contains(SECRET));
            }
        }
        assert!(!json(&people::mine(s, &neighbour).await.unwrap()).contains(SECRET));
        // Only the public ones are counted: bus, navetta, echo.
        let home = ambito::home(s, &visitor).await.unwrap();
        assert_eq!((home.numbers.needs, home.numbers.proposals), (2, 1));
        // People who have supported something here, whatever became of it since.
        assert_eq!(home.numbers.supporters, Some(Shown::Few));
        let page = contributions::page(s, &visitor, Kind::Proposal, answering).await.unwrap();
        let answers: Vec<i64> = page.answers.iter().map(|need| need.number).collect();
        assert_eq!(answers, [public]);
        let page = contributions::page(s, &visitor, Kind::Need, echo).await.unwrap();
        assert_eq!(page.echo_of, None);

        // Its author and the moderators read it, where it stands.
        for ask in [&citizen, &moderator] {
            let page = contributions::page(s, ask, Kind::Need, waits).await.unwrap();
            assert!(page.words.unwrap().title.contains(SECRET));
            assert_eq!(page.own, ask.actor.person() == Some(world.citizen));
            assert_eq!(page.may_support, Err(Refusal::NotPublic));
            assert!(matches!(
                page.thread.steps.last().unwrap().what,
                StepWhat::Next { next: NextStep::Moderation, by: Some(_) }
            ));
        }
        assert!(!all_pages(&world, &moderator).await.contains(SECRET), "not even in their lists");
        let page = contributions::page(s, &citizen, Kind::Need, waits).await.unwrap();
        assert_eq!((page.may_correct, page.may_withdraw), (Ok(()), Ok(())));
        let mine = people::mine(s, &citizen).await.unwrap();
        assert_eq!(mine.contributions.len(), 5);
        let own = |number| mine.contributions.iter().find(|own| own.contribution.number == number);
        assert!(own(waits).unwrap().contribution.title.contains(SECRET));
        assert_eq!(own(withdrawn).unwrap().contribution.title, "");

        // The functions that are handed an id leave it out by themselves.
        let mut snapshot = s.look().await.unwrap();
        let stored =
            store::read::contributions::by_number(&mut snapshot, world.ambito, Kind::Need, waits);
        let id = stored.await.unwrap().unwrap().id();
        let told = threads::of_contribution(s, &mut snapshot, &visitor, id).await.unwrap();
        assert_eq!(told, Thread::default());
        let holder = Asking { actor: Actor::Receipt, ..visitor.clone() };
        let told = threads::of_contribution(s, &mut snapshot, &holder, id).await.unwrap();
        assert!(json(&told).contains(SECRET));
    }
}

/// Hides a public need, as a decided case leaves it.
async fn hide(world: &World, number: i64) {
    let facts = domain::policy::Facts::of(world.ambito);
    let moderator = world.asking(world.moderator).actor;
    let operation = domain::policy::Operation::Moderate;
    let permit = domain::policy::permit(&moderator, operation, &facts, noon()).unwrap();
    let mut tx = world.services.begin(world.ambito).await.unwrap();
    let id = store::read::lists::public_id(&mut tx, world.ambito, number).await.unwrap().unwrap();
    store::counts::unpublish(&mut tx, &permit, id, Standing::Hidden).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_list_pages_filters_and_says_what_may_be_sent() {
    for world in World::all().await.unwrap() {
        let s = &world.services;
        let (visitor, citizen) = (world.visitor(), world.asking(world.citizen));
        for n in 0..25 {
            world.need_by(&citizen, &format!("Testo numero {n} degli anziani")).await;
        }
        world.proposal_by(&citizen, "Una proposta per chi è anziano").await;
        let needs = Filter { kind: Some(Kind::Need), sort: Sort::Newest, ..Filter::default() };
        let first = contributions::list(s, &visitor, &needs, Beginning::default()).await.unwrap();
        assert_eq!((first.cards.len(), first.paging.total, first.paging.pages()), (20, 25, 2));
        assert_eq!(first.filter.page, 1);
        let second = Filter { page: 2, ..needs.clone() };
        let second = contributions::list(s, &visitor, &second, Beginning::default()).await.unwrap();
        assert_eq!(second.cards.len(), 5);
        for query in [None, Some("anziani".to_owned())] {
            let beyond = Filter { page: 9_999, query, ..needs.clone() };
            let beyond =
                contributions::list(s, &visitor, &beyond, Beginning::default()).await.unwrap();
            assert_eq!((beyond.cards.len(), beyond.paging.page), (5, 2), "the last one there is");
        }
        let numbers: Vec<i64> =
            first.cards.iter().chain(&second.cards).map(|card| card.contribution.number).collect();
        assert!(numbers.windows(2).all(|two| two[0] > two[1]), "newest first: {numbers:?}");

        let policy = first.policies.iter().find(|choice| choice.code == "1.1").unwrap();
        assert_eq!(policy.count, 25);
        assert_eq!(first.stages.len(), Stage::ALL.len());
        assert_eq!(first.areas.iter().map(|choice| choice.count).sum::<u64>(), 25);
        for wrong in [
            Filter { policy: Some("9.9".into()), ..needs.clone() },
            Filter { area: Some("altrove".into()), ..needs.clone() },
            Filter { municipality: Some("ZZZ".into()), ..needs.clone() },
            Filter { round: Some(99), ..needs.clone() },
            Filter { stage: Some(Stage::Answered), ..needs.clone() },
            Filter { query: Some("inesistente".into()), ..needs.clone() },
        ] {
            let list =
                contributions::list(s, &visitor, &wrong, Beginning::default()).await.unwrap();
            assert_eq!((list.cards.len(), list.paging.total), (0, 0), "{wrong:?}");
        }
        let searched =
            Filter { query: Some("  ANZIANE ".into()), sort: Sort::Relevance, ..Filter::default() };
        let found =
            contributions::list(s, &visitor, &searched, Beginning::default()).await.unwrap();
        assert_eq!(found.paging.total, 26);
        assert_eq!(found.filter.query.as_deref(), Some("ANZIANE"));
        let blank = Filter { query: Some("  ".into()), sort: Sort::Relevance, ..needs.clone() };
        let blank = contributions::list(s, &visitor, &blank, Beginning::default()).await.unwrap();
        assert_eq!((blank.filter.query, blank.filter.sort), (None, Sort::Mixed));

        assert_eq!(first.may_need, Ok(()));
        assert_eq!(first.may_propose, Err(Refusal::SignInNeeded));
        let signed = contributions::list(s, &citizen, &needs, Beginning::default()).await.unwrap();
        assert_eq!(signed.may_propose, Ok(()));
        // Once closed, that is said rather than «sign in».
        let late = world.later(&visitor, 100);
        let closed = contributions::list(s, &late, &needs, Beginning::default()).await.unwrap();
        assert!(matches!(closed.may_need, Err(Refusal::Closed { .. })));
        assert!(matches!(closed.may_propose, Err(Refusal::Closed { .. })));
        let fields = Fields::default();
        for kind in [Kind::Need, Kind::Proposal] {
            let writing = contributions::writing(s, &late, kind, &fields).await;
            assert!(matches!(refusal(writing), Refusal::Closed { .. }));
        }
        let early = world.later(&visitor, -400);
        let writing = contributions::writing(s, &early, Kind::Need, &fields).await;
        assert!(matches!(refusal(writing), Refusal::NotYetOpen { .. }));
        let writing = contributions::writing(s, &visitor, Kind::Proposal, &fields).await;
        assert_eq!(refusal(writing), Refusal::SignInNeeded);
        assert!(contributions::writing(s, &visitor, Kind::Need, &fields).await.is_ok());
    }
}

#[tokio::test]
async fn a_page_knows_what_its_reader_may_do() {
    for world in World::all().await.unwrap() {
        let s = &world.services;
        let (visitor, citizen) = (world.visitor(), world.asking(world.citizen));
        let neighbour = world.asking(world.neighbour);
        let number = world.need_by(&citizen, "Manca un autobus la sera").await;
        let page = contributions::page(s, &visitor, Kind::Need, number).await.unwrap();
        assert_eq!(page.may_support, Err(Refusal::SignInNeeded));
        assert!(!page.own && page.organisations.is_empty());
        assert!(matches!(
            page.thread.steps.last().unwrap().what,
            StepWhat::Next { next: NextStep::Closing, by: Some(_) }
        ));
        assert!(is_missing(&contributions::page(s, &visitor, Kind::Proposal, number).await));
        assert!(is_missing(&contributions::page(s, &visitor, Kind::Need, 999).await));

        supports::give(s, &neighbour, Kind::Need, number).await.unwrap();
        let page = contributions::page(s, &neighbour, Kind::Need, number).await.unwrap();
        assert!(page.supported);
        assert_eq!(page.may_support, Ok(()), "to take it back");
        assert_eq!(page.card.supports, Shown::Few);
        assert_eq!(page.may_withdraw, Err(Refusal::NotYours));
        let mine = people::mine(s, &neighbour).await.unwrap();
        assert_eq!(mine.supported[0].number, number);
        assert_eq!(refusal(people::mine(s, &visitor).await), Refusal::SignInNeeded);

        let page = contributions::page(s, &citizen, Kind::Need, number).await.unwrap();
        assert!(page.own);
        assert_eq!(page.may_correct, Err(Refusal::AlreadyPublic));
        assert_eq!(page.may_withdraw, Ok(()));
        let office = world.asking(world.office);
        let page = contributions::page(s, &office, Kind::Need, number).await.unwrap();
        assert_eq!(page.may_answer, Ok(()));
        assert!(!page.organisations.is_empty());

        let late = world.later(&visitor, 100);
        let page = contributions::page(s, &late, Kind::Need, number).await.unwrap();
        assert!(matches!(page.may_support, Err(Refusal::Closed { .. })));
        assert!(matches!(
            page.thread.steps.last().unwrap().what,
            StepWhat::Next { next: NextStep::Synthesis, by: None }
        ));

        let desks = |person| {
            let ask = world.asking(person);
            async move { shell(s, &ask).await.viewer.desks }
        };
        assert_eq!(desks(world.citizen).await, []);
        assert_eq!(desks(world.moderator).await, [Desk::Moderation]);
        assert_eq!(desks(world.members[0]).await, [Desk::Table]);
        assert_eq!(desks(world.office).await, [Desk::Workbench(Some(1)), Desk::Office]);
        let shell = shell(s, &visitor).await;
        assert_eq!(shell.viewer.name, None);
    }
}

#[tokio::test]
async fn a_round_stands_as_the_clock_says() {
    for world in World::all().await.unwrap() {
        let s = &world.services;
        let (visitor, office) = (world.visitor(), world.asking(world.office));
        let page = rounds::page(s, &office, 1).await.unwrap();
        assert_eq!(page.acts, [RoundAct::Suspend, RoundAct::Close]);
        assert_eq!(page.may_need, Ok(()), "the office writes needs with its name");
        assert_eq!(page.unheard.len(), ambito_places(&world).await);
        assert!(rounds::page(s, &visitor, 1).await.unwrap().acts.is_empty());
        assert!(is_missing(&rounds::page(s, &visitor, 77).await));
        let now = rounds::calendar(s, &visitor).await.unwrap();
        assert_eq!((now.open.len(), now.past.len()), (1, 0));
        assert!(now.open[0].days_left.is_some());
        let late = ambito::home(s, &world.later(&visitor, 100)).await.unwrap();
        assert_eq!((late.open.len(), late.underway.len()), (0, 1), "closed, and not given back");
        let late = rounds::page(s, &world.later(&visitor, 100), 1).await.unwrap();
        assert!(late.unheard.is_empty(), "nobody can be heard any more");
        let late = rounds::calendar(s, &world.later(&visitor, 100)).await.unwrap();
        assert_eq!((late.open.len(), late.past.len()), (0, 1));
        assert_eq!(late.past[0].days_left, None);
        assert_eq!(ambito::list(s, noon()).await.unwrap()[0].open_rounds, 1);
        assert_eq!(
            ambito::list(s, world.later(&visitor, 100).now).await.unwrap()[0].open_rounds,
            0
        );
        world.mark_round("sospeso").await.unwrap();
        let page = rounds::page(s, &office, 1).await.unwrap();
        assert_eq!(page.acts, [RoundAct::Resume, RoundAct::Close]);
        assert_eq!(page.may_propose, Err(Refusal::Suspended));
        let home = ambito::home(s, &visitor).await.unwrap();
        assert_eq!((home.open.len(), home.underway.len()), (0, 1), "suspended is not over");
        assert_eq!(home.open_numbers, None);
        world.mark_round("bozza").await.unwrap();
        assert!(is_missing(&rounds::page(s, &visitor, 1).await));
        let calendar = rounds::calendar(s, &visitor).await.unwrap();
        assert!(calendar.open.is_empty() && calendar.next.is_empty() && calendar.past.is_empty());
    }
}

async fn ambito_places(world: &World) -> usize {
    ambito::territory(&world.services, &world.visitor()).await.unwrap().municipalities.len()
}

const DEMONSTRATION: &str = include_str!("../../../server/demo/val-d-arcina.json");

#[tokio::test]
async fn the_demonstration_reads_from_end_to_end() {
    let mut all = Vec::new();
    for fresh in store::testing::all().await.unwrap() {
        let s = Services::new(fresh.db.clone(), counted_chance());
        services::import::load(&s, DEMONSTRATION, noon()).await.unwrap();
        let id = ambito::find(&s, "val-d-arcina").await.unwrap().unwrap();
        let ask = Asking { ambito: id, actor: Actor::Visitor, now: noon() };
        let mut read = String::new();

        let home = ambito::home(&s, &ask).await.unwrap();
        assert_eq!((home.open.len(), home.next.len()), (1, 2));
        assert_eq!(home.answers.len(), 3);
        assert_eq!(home.voices.len(), 6);
        assert_eq!(home.underway.len(), 0);
        let open = home.open_numbers.clone().unwrap();
        assert_eq!((open.needs, open.proposals, open.answered), (24, 38, 0), "of that round alone");
        assert_eq!(home.figures.len(), 6);
        assert_eq!(home.numbers.answered, 13);
        assert!(matches!(home.numbers.supporters, Some(Shown::Exactly(_))));
        let territory = ambito::territory(&s, &ask).await.unwrap();
        assert_eq!(territory.municipalities[0].code, "CVN");
        let said: u64 = territory.municipalities.iter().map(|row| row.needs).sum();
        assert_eq!(said, home.numbers.needs);
        assert_eq!(ambito::bodies(&s, &ask).await.unwrap().bodies.len(), 3);
        let plan = ambito::plan(&s, &ask).await.unwrap();
        assert_eq!(plan.plans[1].actions.len(), 3, "the newest plan comes first");
        assert_eq!(ambito::profile(&s, &ask).await.unwrap().indicators.len(), 12);

        let calendar = rounds::calendar(&s, &ask).await.unwrap();
        for card in calendar.open.iter().chain(&calendar.next).chain(&calendar.past) {
            let page = rounds::page(&s, &ask, card.round.number).await.unwrap();
            assert!(page.figures.len() <= 6);
            read += &json(&page);
        }

        // Every public text opens, and what was answered has its answer in its thread.
        let mut page = 1;
        let mut opened = 0u64;
        loop {
            let filter = Filter { page, sort: Sort::Newest, ..Filter::default() };
            let list = contributions::list(&s, &ask, &filter, Beginning::default()).await.unwrap();
            for card in &list.cards {
                let (kind, number) = (card.contribution.kind, card.contribution.number);
                let one = contributions::page(&s, &ask, kind, number).await.unwrap();
                assert_eq!(&one.card, card);
                assert!(one.words.is_some());
                let answered = one.thread.steps.iter().any(|step| {
                    matches!(step.what, StepWhat::Answered { .. } | StepWhat::Reviewed { .. })
                });
                assert_eq!(answered, card.stage == Stage::Answered, "{kind} {number}");
                let waits =
                    one.thread.steps.iter().any(|step| matches!(step.what, StepWhat::Next { .. }));
                assert_eq!(waits, card.stage != Stage::Answered, "{kind} {number}");
                let dated: Vec<_> = one.thread.steps.iter().filter_map(|step| step.at).collect();
                assert!(dated.is_sorted(), "{kind} {number}: {:#?}", one.thread);
                // Of what was given back before the import nobody knows how many supported it.
                let known = one.round.state == RoundState::Open;
                assert_eq!(card.supports == Shown::Unknown, !known, "{kind} {number}");
                assert!(one.similar.iter().all(|like| like.contribution.kind == kind));
                opened += 1;
                read += &json(&one);
            }
            if page >= list.paging.pages() {
                assert_eq!(opened, list.paging.total);
                break;
            }
            page += 1;
        }
        // A cluster leads on to what came of it, not to itself; its number is on record.
        let cluster = services::merging::cluster(&s, &ask, 1).await.unwrap();
        assert!(matches!(cluster.card.supporters, Shown::Exactly(_)));
        // The whole thread of a voice: said, joined, drafted, reviewed, deliberated, answered.
        let answered = Filter {
            kind: Some(Kind::Need),
            stage: Some(Stage::Answered),
            query: Some("posto al coperto".into()),
            sort: Sort::Relevance,
            ..Filter::default()
        };
        let list = contributions::list(&s, &ask, &answered, Beginning::default()).await.unwrap();
        let number = list.cards.first().expect("the need for a place to play").contribution.number;
        let thread = contributions::thread(&s, &ask, Kind::Need, number).await.unwrap();
        let has = |wanted: fn(&StepWhat) -> bool| {
            assert!(thread.down.steps.iter().any(|step| wanted(&step.what)), "{thread:#?}");
        };
        has(|what| matches!(what, StepWhat::Said { .. }));
        has(|what| matches!(what, StepWhat::Joined { .. }));
        has(|what| matches!(what, StepWhat::Drafted { .. }));
        has(|what| matches!(what, StepWhat::SentToTable { .. }));
        has(|what| matches!(what, StepWhat::Reviewed { .. }));
        has(|what| matches!(what, StepWhat::Deliberated { approved: true, .. }));
        has(|what| matches!(what, StepWhat::Measured { .. }));
        has(|what| matches!(what, StepWhat::Answered { .. }));
        read += &json(&(home, territory, plan, list, thread));
        all.push(read);
    }
    assert!(all.windows(2).all(|two| two[0] == two[1]), "both databases show the same");
}
