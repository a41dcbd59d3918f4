//! The orders of lists: in turns without a timer, by how little was heard, in proportion.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};

use domain::citizen_forms::CommentDraft;
use domain::comments::Stance;
use domain::contributions::Kind;
use domain::faults::Refusal;
use domain::ordering::mixed::{Beginning, Turn};
use domain::people::{Actor, Grant, IdentityLevel, Role};
use domain::suppression::Shown;
use domain::views::{ContributionList, Filter, Sort};
use services::testing::{World, id, noon};
use services::voices::{self, Whose};
use services::{Asking, Declined, comments, contributions, proportion, supports};
use store::testing::{Value, execute, number};

/// Another verified citizen, by number.
async fn somebody(world: &World, n: u128) -> Asking {
    let person = id(0x1000 + n);
    execute(
        &world.fresh.db,
        "INSERT INTO people (id, level, language, created_at) VALUES ($1, 'L2', 'it', $2) \
         ON CONFLICT (id) DO NOTHING",
        vec![Value::Id(id(0x1000 + n)), Value::At(noon())],
    )
    .await
    .unwrap();
    let grant = Grant { role: Role::VerifiedCitizen, body: None, organisation: None };
    let actor = Actor::Person { id: person, level: IdentityLevel::L2, grants: vec![grant] };
    Asking { ambito: world.ambito, actor, now: noon() }
}

async fn supported_by(world: &World, kind: Kind, number: i64, people: impl Iterator<Item = u128>) {
    for n in people {
        let ask = somebody(world, n).await;
        supports::give(&world.services, &ask, kind, number).await.unwrap();
    }
}

fn numbers(list: &ContributionList) -> Vec<i64> {
    list.cards.iter().map(|card| card.contribution.number).collect()
}

/// All pages of a list in the mixed order.
async fn walked(world: &World, ask: &Asking, filter: &Filter, turn: Turn) -> Vec<i64> {
    let mut all = Vec::new();
    let mut from = None;
    loop {
        let list = contributions::list(&world.services, ask, filter, Beginning { turn, from })
            .await
            .unwrap();
        assert_eq!(list.filter.sort, Sort::Mixed);
        let walk = list.walk.as_ref().expect("a walk");
        assert_eq!(walk.shown as usize, all.len());
        all.extend(numbers(&list));
        match &walk.next {
            Some(next) => from = Some(next.parse().unwrap()),
            None => {
                assert_eq!(all.len() as u64, list.paging.total);
                break all;
            }
        }
    }
}

async fn shelves(world: &World) -> BTreeMap<i64, i64> {
    let mut found = BTreeMap::new();
    for shelf in ["altri", "nuovi", "sostenuti"] {
        let sql = "SELECT CAST(COUNT(*) AS BIGINT) FROM contributions WHERE shelf = $1";
        let n = number(&world.fresh.db, sql, [Value::Text(shelf.to_owned())]).await.unwrap();
        found.insert(found.len() as i64, n);
    }
    found
}

#[tokio::test]
async fn everybody_sees_all_texts_once_and_begins_elsewhere() {
    let mut all = Vec::new();
    for world in World::all().await.unwrap() {
        let citizen = world.asking(world.citizen);
        for n in 0..30 {
            world.need_by(&citizen, &format!("Bisogno numero {n}")).await;
        }
        for n in 0..15 {
            world.proposal_by(&citizen, &format!("Proposta numero {n}")).await;
        }
        supported_by(&world, Kind::Need, 4, 0..7).await;
        supported_by(&world, Kind::Need, 9, 0..5).await;
        supported_by(&world, Kind::Need, 11, 0..4).await;
        let visitor = world.visitor();
        let needs = Filter { kind: Some(Kind::Need), ..Filter::default() };

        // On the first day all are new.
        let first = walked(&world, &visitor, &needs, Turn::of(b"a")).await;
        assert_eq!(first.iter().copied().collect::<BTreeSet<_>>(), (1..=30).collect());
        assert_eq!(first.len(), 30);
        assert_ne!(first, walked(&world, &visitor, &needs, Turn::of(b"b")).await);
        assert_eq!(first, walked(&world, &visitor, &needs, Turn::of(b"a")).await);
        assert_eq!(shelves(&world).await, [(0, 0), (1, 45), (2, 0)].into());
        world.sound().await;

        // Two days on, whoever asks first finds the shelves set: no timer ran.
        let later = world.later(&visitor, 2);
        let next = walked(&world, &later, &needs, Turn::of(b"a")).await;
        assert_eq!(next.iter().copied().collect::<BTreeSet<_>>(), (1..=30).collect());
        assert_ne!(next, first);
        // Of 45 texts one of ten is supported; four supporters are no number to be sorted by.
        assert_eq!(shelves(&world).await, [(0, 43), (1, 0), (2, 2)].into());
        // No new ones: their places go to the supported, who come first there.
        assert!(next[1] == 4 || next[1] == 9, "{next:?}");
        world.sound().await;

        // What is published now stands among the new at once.
        let now = world.later(&citizen, 2);
        let fresh = world.need_by(&now, "Un bisogno di oggi").await;
        let walk = walked(&world, &later, &needs, Turn::of(b"c")).await;
        assert_eq!(walk[1], fresh);
        world.sound().await;

        // Narrow and wide filters, and both kinds.
        let policy = Filter { policy: Some("1.1".into()), ..Filter::default() };
        assert_eq!(walked(&world, &later, &policy, Turn::of(b"a")).await.len(), 46);
        let none = Filter { policy: Some("3.b".into()), ..Filter::default() };
        assert_eq!(walked(&world, &later, &none, Turn::of(b"a")).await, Vec::<i64>::new());

        // A place of yesterday is the beginning of today.
        let list = contributions::list(&world.services, &later, &needs, Beginning::default())
            .await
            .unwrap();
        let from = list.walk.as_ref().unwrap().next.as_ref().unwrap().parse().ok();
        let tomorrow = world.later(&visitor, 3);
        let beginning = Beginning { turn: Turn::default(), from };
        let again =
            contributions::list(&world.services, &tomorrow, &needs, beginning).await.unwrap();
        assert_eq!(again.walk.unwrap().shown, 0);
        world.sound().await;
        all.push((first, next, walk));
    }
    assert!(all.windows(2).all(|two| two[0] == two[1]), "the same on both databases");
}

#[tokio::test]
async fn many_texts_are_walked_in_the_index_as_few_are_in_memory() {
    let mut all = Vec::new();
    for world in World::all().await.unwrap() {
        let citizen = world.asking(world.citizen);
        // More than are read whole: the rest comes by walks.
        for n in 0..208 {
            world.need_by(&citizen, &format!("Bisogno {n}")).await;
        }
        let later = world.later(&world.visitor(), 5);
        let needs = Filter { kind: Some(Kind::Need), ..Filter::default() };
        let wide = walked(&world, &later, &needs, Turn::of(b"a")).await;
        assert_eq!(wide.iter().copied().collect::<BTreeSet<_>>(), (1..=208).collect());
        assert_eq!(wide.len(), 208);
        // Take nine away: the others stand as they stood.
        for n in 0..9 {
            let number = n * 7 + 1;
            let whose = Whose::Own(Kind::Need, number);
            voices::withdraw(&world.services, &citizen, whose).await.unwrap();
        }
        let fewer = walked(&world, &later, &needs, Turn::of(b"a")).await;
        let left: Vec<i64> =
            wide.iter().copied().filter(|number| !(number % 7 == 1 && *number <= 57)).collect();
        assert_eq!(fewer, left);
        world.sound().await;
        all.push(wide);
    }
    assert!(all.windows(2).all(|two| two[0] == two[1]), "the same on both databases");
}

#[tokio::test]
async fn the_least_heard_come_first_and_four_are_as_many_as_one() {
    for world in World::all().await.unwrap() {
        let citizen = world.asking(world.citizen);
        for n in 0..4 {
            world.need_by(&citizen, &format!("Bisogno {n}")).await;
        }
        supported_by(&world, Kind::Need, 1, 0..1).await;
        supported_by(&world, Kind::Need, 2, 0..4).await;
        supported_by(&world, Kind::Need, 3, 0..5).await;
        for filter in [
            Filter { sort: Sort::LeastHeard, ..Filter::default() },
            Filter { sort: Sort::LeastHeard, policy: Some("1.1".into()), ..Filter::default() },
            Filter {
                sort: Sort::LeastHeard,
                query: Some("bisogno".into()),
                kind: Some(Kind::Need),
                ..Filter::default()
            },
        ] {
            let list =
                contributions::list(&world.services, &world.visitor(), &filter, Default::default())
                    .await
                    .unwrap();
            assert_eq!(numbers(&list), [4, 1, 2, 3], "{filter:?}");
            assert!(list.walk.is_none());
        }
        world.sound().await;
    }
}

/// Somebody comments on a need for or against it, and others agree; the number of the comment.
async fn side(world: &World, need: i64, stance: Stance, people: std::ops::Range<u128>) -> i64 {
    let mut people = people.into_iter();
    let first = somebody(world, people.next().unwrap()).await;
    let draft = CommentDraft {
        body: "Lo dico per esperienza mia.".into(),
        parent: None,
        stance: Some(stance),
        language: "it".into(),
    };
    let form = world.form_id();
    let said = comments::submit(&world.services, &first, Kind::Need, need, &draft, &form);
    let comment = said.await.unwrap().number;
    for n in people {
        let ask = somebody(world, n).await;
        comments::agree(&world.services, &ask, Kind::Need, need, comment, true).await.unwrap();
    }
    comment
}

#[tokio::test]
async fn the_controversial_have_two_sides_that_can_be_counted_out_loud() {
    for world in World::all().await.unwrap() {
        let citizen = world.asking(world.citizen);
        for n in 0..3 {
            world.need_by(&citizen, &format!("Bisogno {n}")).await;
        }
        let filter = Filter { sort: Sort::Controversial, ..Filter::default() };
        let order = async || {
            let visitor = world.visitor();
            let list = contributions::list(&world.services, &visitor, &filter, Default::default());
            numbers(&list.await.unwrap())
        };
        // Many against, nobody for: no controversy. Four against five: a side that nobody counts.
        side(&world, 1, Stance::Contra, 0..9).await;
        side(&world, 2, Stance::Pro, 20..25).await;
        let contra = side(&world, 2, Stance::Contra, 30..34).await;
        assert_eq!(order().await, [3, 2, 1]);
        let fifth = somebody(&world, 34).await;
        let agrees = async |yes| {
            comments::agree(&world.services, &fifth, Kind::Need, 2, contra, yes).await.unwrap()
        };
        agrees(true).await;
        assert_eq!(order().await, [2, 3, 1]);
        agrees(false).await;
        assert_eq!(order().await, [3, 2, 1], "taken back, it counts no more");
        // Who wrote a side's comment and agrees with another counts once.
        let again = side(&world, 2, Stance::Contra, 33..34).await;
        assert_eq!(order().await, [3, 2, 1]);
        let other = somebody(&world, 35).await;
        comments::agree(&world.services, &other, Kind::Need, 2, again, true).await.unwrap();
        assert_eq!(order().await, [2, 3, 1]);
        let own = somebody(&world, 30).await;
        comments::withdraw(&world.services, &own, Kind::Need, 2, contra).await.unwrap();
        assert_eq!(order().await, [3, 2, 1], "a comment that is gone has no side");
        world.sound().await;
    }
}

#[tokio::test]
async fn the_first_places_go_to_different_people() {
    for world in World::all().await.unwrap() {
        let citizen = world.asking(world.citizen);
        for n in 0..5 {
            world.proposal_by(&citizen, &format!("Proposta {n}")).await;
        }
        // Ten people support two texts each; seven others one; four one.
        supported_by(&world, Kind::Proposal, 1, 0..10).await;
        supported_by(&world, Kind::Proposal, 2, 0..9).await;
        supported_by(&world, Kind::Proposal, 3, 20..27).await;
        supported_by(&world, Kind::Proposal, 4, 40..44).await;
        let facilitator = world.asking(world.facilitator);
        let view =
            proportion::page(&world.services, &facilitator, 1, Kind::Proposal).await.unwrap();
        let placed: Vec<i64> = view.placed.iter().map(|one| one.card.contribution.number).collect();
        assert_eq!(placed, [1, 3, 2]);
        assert_eq!((view.others, view.cut), (2, false));
        assert_eq!(view.placed[1].card.supports, Shown::Exactly(7));
        let needs = proportion::page(&world.services, &facilitator, 1, Kind::Need).await.unwrap();
        assert_eq!((needs.placed.len(), needs.others), (0, 0));
        // Only who may bring texts together sees it.
        for ask in [world.visitor(), citizen.clone()] {
            let asked = proportion::page(&world.services, &ask, 1, Kind::Proposal).await;
            assert!(matches!(
                asked,
                Err(Declined::Refused(Refusal::SignInNeeded | Refusal::NotYourRole))
            ));
        }
        let missing = proportion::page(&world.services, &facilitator, 9, Kind::Need).await;
        assert!(matches!(missing, Err(Declined::NotFound)));
        // Given back, the keys are cut.
        world.mark_round("restituito").await.unwrap();
        let view =
            proportion::page(&world.services, &facilitator, 1, Kind::Proposal).await.unwrap();
        assert_eq!((view.placed.len(), view.cut), (0, true));
    }
}
