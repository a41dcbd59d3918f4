//! The workbench: drafts of clusters, texts left alone, acts undone; several people at once.

use domain::faults::What;
use domain::merging::ClusterState;
use domain::merging::bench::{ActKind, AloneClass, DraftState, Place, Queue, Texts, Written};
use domain::views::{
    BenchDraftEnd, BenchDraftPage, Filter, NoteAbout, PlaceView, StepWhat, Undoable, WorkbenchPage,
};
use services::merging::drafts::{self, Into};
use services::merging::{
    cluster, dissolve, leave_alone, make, note, remove_note, take_back, undo, workbench,
};

use super::*;

fn whole(numbers: &[i64]) -> Vec<ChosenSource> {
    joined(numbers).sources
}

/// Needs of the citizen, as many as are asked for; their numbers.
async fn needs<const N: usize>(world: &World) -> [i64; N] {
    let ask = world.asking(world.citizen);
    let mut numbers = [0; N];
    let titles = ["Una notte di sonno", "Un pomeriggio libero", "Il taxi sociale"];
    for (number, title) in numbers.iter_mut().zip(titles) {
        *number = world.need_by(&ask, title).await;
    }
    numbers
}

/// A draft of these texts as the facilitator begins it; its number.
async fn begun(world: &World, numbers: &[i64]) -> i64 {
    let ask = world.asking(world.facilitator);
    drafts::put(&world.services, &ask, 1, Into::New, None, &whole(numbers)).await.unwrap()
}

async fn page(world: &World, draft: i64) -> BenchDraftPage {
    let ask = world.asking(world.facilitator);
    drafts::page(&world.services, &ask, 1, draft).await.unwrap()
}

async fn bench(world: &World, queue: Queue) -> WorkbenchPage {
    let ask = world.asking(world.facilitator);
    let filter = Filter { queue, ..Filter::default() };
    workbench(&world.services, &ask, 1, &filter, None).await.unwrap()
}

fn inside(page: &BenchDraftPage) -> Vec<i64> {
    page.sources.iter().map(|one| one.source.card.contribution.number).collect()
}

fn waiting(page: &WorkbenchPage) -> Vec<i64> {
    let mut numbers: Vec<i64> =
        page.unassigned.iter().map(|card| card.contribution.number).collect();
    numbers.sort_unstable();
    assert_eq!(page.paging.total, numbers.len() as u64, "counted as they are listed");
    numbers
}

fn written(page: &BenchDraftPage, title: &str) -> Written {
    Written {
        version: page.card.version,
        texts: Texts {
            title: title.into(),
            synthesis: page.synthesis.clone(),
            reason: page.reason.clone(),
        },
        sources: page
            .sources
            .iter()
            .map(|one| ChosenSource {
                number: one.source.card.contribution.number,
                share: one.source.share,
                excerpt: one.source.excerpt.clone().unwrap_or_default(),
            })
            .collect(),
    }
}

/// Everything the bench keeps of drafts and of texts left alone, as the database has it, but for
/// who touched it last and when.
async fn kept(world: &World) -> Vec<Option<String>> {
    let mut all = Vec::new();
    for sql in [
        "SELECT COALESCE(MAX(x), '') FROM (SELECT 1 AS one, \
         CAST(COUNT(*) AS TEXT) AS x FROM cluster_drafts WHERE ended_at IS NULL) t",
        "SELECT COALESCE(MIN(title || '|' || synthesis || '|' || reason), '') FROM cluster_drafts \
         WHERE number = 1 AND ended_at IS NULL",
        "SELECT COALESCE(MAX(title || '|' || synthesis || '|' || reason), '') FROM cluster_drafts \
         WHERE number = 2 AND ended_at IS NULL",
    ] {
        all.push(text(&world.fresh.db, sql, []).await.unwrap());
    }
    let mut snapshot = world.services.look().await.unwrap();
    for number in 1..=2 {
        let stored = store::bench::by_number(&mut snapshot, world.ambito, number).await.unwrap();
        let Some(stored) = stored else { continue };
        for source in store::bench::sources(&mut snapshot, &[stored.id]).await.unwrap() {
            all.push(Some(format!("{number} {} {:?}", source.number, source.placed)));
        }
    }
    let alone = "SELECT COALESCE(MAX(class || '|' || words || '|' || CAST(at AS TEXT)), '') \
                 FROM left_alone";
    all.push(text(&world.fresh.db, alone, []).await.unwrap());
    all
}

async fn last_act(world: &World) -> i64 {
    bench(world, Queue::Waiting).await.acts.first().map_or(0, |act| act.number)
}

#[tokio::test]
async fn a_draft_is_begun_filled_proposed_and_points_to_its_cluster() {
    for world in worlds().await {
        let [one, two, three] = needs(&world).await;
        let draft = begun(&world, &[one]).await;
        assert_eq!(begun(&world, &[one]).await, draft, "a second click begins no second one");
        assert_eq!(waiting(&bench(&world, Queue::Waiting).await), vec![two, three]);
        assert_eq!(waiting(&bench(&world, Queue::Drafted).await), vec![one, two, three]);
        assert_eq!(bench(&world, Queue::Drafted).await.drafted[&one][0].number, draft);

        let office = world.asking(world.facilitator);
        let into = Into::Draft(draft);
        drafts::put(&world.services, &office, 1, into, None, &whole(&[two, one])).await.unwrap();
        assert_eq!(inside(&page(&world, draft).await), vec![one, two]);
        let tried = drafts::propose(&world.services, &office, 1, draft).await;
        let fields: Vec<String> = faults(tried).into_iter().map(|fault| fault.field).collect();
        assert_eq!(fields, vec!["title", "synthesis", "reason"]);

        let now = page(&world, draft).await;
        let mut all = written(&now, "Ore di sollievo");
        all.texts.synthesis = "Chi assiste in casa chiede qualche ora libera.".into();
        all.texts.reason = "Raccontano la stessa mancanza.".into();
        all.sources[1].share = Share::Dissent;
        all.sources[1].excerpt = "lo racconto in almeno dieci parole".into();
        drafts::write(&world.services, &office, 1, draft, &all).await.unwrap();
        let made = drafts::propose(&world.services, &office, 1, draft).await.unwrap();
        let proposed = cluster(&world.services, &world.visitor(), made).await.unwrap();
        assert_eq!(proposed.card.state, ClusterState::ObjectionWindow);
        assert_eq!(proposed.sources[1].share, Share::Dissent);
        assert_eq!(
            proposed.sources[1].excerpt.as_deref(),
            Some("lo racconto in almeno dieci parole")
        );
        let now = page(&world, draft).await;
        assert!(matches!(now.ended, Some(BenchDraftEnd::Proposed(ref one)) if one.number == made));
        let again = drafts::proposed(&world.services, &office, 1, draft).await.unwrap();
        assert_eq!(again, Some(made));
        let tried = drafts::propose(&world.services, &office, 1, draft).await;
        assert_eq!(refusal(tried), Refusal::DraftEnded);
        let tried = undo(&world.services, &office, 1, last_act(&world).await).await;
        assert_eq!(refusal(tried), Refusal::DraftEnded, "dissolving undoes it");
        assert_eq!(bench(&world, Queue::Waiting).await.acts[0].undoable, Undoable::Dissolve);
        world.sound().await;

        let why = "Ci abbiamo ripensato insieme.";
        let tried = drafts::resume(&world.services, &office, made).await;
        assert_eq!(refusal(tried), Refusal::InUse);
        dissolve(&world.services, &office, made, why).await.unwrap();
        let (round, again) = drafts::resume(&world.services, &office, made).await.unwrap();
        assert_eq!(round, 1);
        let resumed = page(&world, again).await;
        assert_eq!(resumed.card.draft.title, "Ore di sollievo");
        assert_eq!(inside(&resumed), vec![one, two]);
        assert_eq!(resumed.sources[1].source.share, Share::Dissent);
        world.sound().await;
    }
}

#[tokio::test]
async fn whoever_may_not_bring_together_sees_no_draft_and_touches_none() {
    for world in worlds().await {
        let ask = world.asking(world.citizen);
        let one = world.need_by(&ask, "Una notte di sonno").await;
        let draft = begun(&world, &[one]).await;
        let visitor = world.visitor();
        for (asking, why) in [(&ask, Refusal::NotYourRole), (&visitor, Refusal::SignInNeeded)] {
            let services = &world.services;
            let tried = drafts::put(services, asking, 1, Into::New, None, &whole(&[one])).await;
            assert_eq!(refusal(tried), why);
            assert_eq!(refusal(drafts::page(services, asking, 1, draft).await), why);
            assert_eq!(refusal(drafts::discard(services, asking, 1, draft).await), why);
            assert_eq!(refusal(drafts::propose(services, asking, 1, draft).await), why);
            assert_eq!(refusal(drafts::proposed(services, asking, 1, draft).await), why);
            assert_eq!(refusal(drafts::take_out(services, asking, 1, draft, &[one]).await), why);
            assert_eq!(refusal(undo(services, asking, 1, 1).await), why);
            let left = leave_alone(services, asking, 1, &[one], AloneClass::Unique, "").await;
            assert_eq!(refusal(left), why);
            assert_eq!(refusal(take_back(services, asking, 1, &[one]).await), why);
        }
        world.mark_round("restituito").await.unwrap();
        let office = world.asking(world.facilitator);
        let tried = drafts::discard(&world.services, &office, 1, draft).await;
        assert!(matches!(refusal(tried), Refusal::Closed { .. }));
        assert!(page(&world, draft).await.may.is_err(), "still readable");
    }
}

#[tokio::test]
async fn a_text_enters_a_second_place_only_with_a_marked_sentence() {
    for world in worlds().await {
        let ask = world.asking(world.citizen);
        let [one, two, three] = needs(&world).await;
        let first = begun(&world, &[one, two]).await;
        let office = world.asking(world.facilitator);
        let services = &world.services;
        let tried = drafts::put(services, &office, 1, Into::New, None, &whole(&[one, three])).await;
        let there = Refusal::TextElsewhere { text: one, place: Place::Draft(first) };
        assert_eq!(refusal(tried), there);
        let tried = make(services, &office, 1, joined(&[one, three]), "").await;
        assert_eq!(refusal(tried), there);

        let mut marked = whole(&[one, three]);
        marked[0].excerpt = "parole mai scritte".into();
        let tried = drafts::put(services, &office, 1, Into::New, None, &marked).await;
        let fault = Fault::new(format!("excerpt-{one}"), What::NotInSource);
        assert_eq!(faults(tried), vec![fault]);
        marked[0].excerpt = "lo racconto in almeno dieci parole".into();
        let second = drafts::put(services, &office, 1, Into::New, None, &marked).await.unwrap();
        let shown = page(&world, second).await;
        assert!(
            matches!(&shown.sources[0].elsewhere[..], [PlaceView::Draft(d)] if d.number == first)
        );
        // Taking the sentence away again would leave it whole in two places.
        let mut bare = written(&shown, "");
        bare.sources[0].excerpt.clear();
        let tried = drafts::write(services, &office, 1, second, &bare).await;
        assert_eq!(refusal(tried), there);
        // Taken out of the first, it may stand whole in the second.
        drafts::take_out(services, &office, 1, first, &[one]).await.unwrap();
        drafts::write(services, &office, 1, second, &bare).await.unwrap();

        // A move leaves nothing behind, so nothing has to be marked.
        let moved = whole(&[two]);
        drafts::put(services, &office, 1, Into::Draft(second), Some(first), &moved).await.unwrap();
        assert_eq!(inside(&page(&world, first).await), Vec::<i64>::new());

        // In a cluster that stands, the same; in one that was dissolved it is by itself.
        let five = world.need_by(&ask, "Un aiuto in casa").await;
        let six = world.need_by(&ask, "Una visita al giorno").await;
        let made = proposed_of(&world, &[five, six]).await;
        let tried = drafts::put(services, &office, 1, Into::New, None, &whole(&[five])).await;
        let there = Refusal::TextElsewhere { text: five, place: Place::Cluster(made) };
        assert_eq!(refusal(tried), there);
        dissolve(services, &office, made, "Ci abbiamo ripensato insieme.").await.unwrap();
        begun(&world, &[five]).await;
        world.sound().await;
    }
}

#[tokio::test]
async fn who_puts_in_at_once_keeps_both_and_who_saves_on_an_older_version_loses_nothing() {
    for world in worlds().await {
        let [one, two, three] = needs(&world).await;
        let draft = begun(&world, &[one]).await;
        let (paolo, office) = (world.asking(world.facilitator), world.asking(world.office));
        let read = page(&world, draft).await;
        let into = Into::Draft(draft);
        let (texts, more) = (whole(&[two]), whole(&[three]));
        let (first, second) = tokio::join!(
            drafts::put(&world.services, &paolo, 1, into, None, &texts),
            drafts::put(&world.services, &office, 1, into, None, &more),
        );
        assert_eq!(first.unwrap(), second.unwrap());
        let mut all = inside(&page(&world, draft).await);
        all.sort_unstable();
        assert_eq!(all, vec![one, two, three], "both are kept");

        // Texts that came in meanwhile are no conflict.
        let mine = written(&read, "Ore di sollievo");
        drafts::write(&world.services, &paolo, 1, draft, &mine).await.unwrap();
        let theirs = written(&read, "Chi assiste respira");
        let tried = drafts::write(&world.services, &office, 1, draft, &theirs).await;
        let now = page(&world, draft).await;
        assert!(
            matches!(tried, Err(Declined::Stale { current }) if current == now.card.version),
            "{tried:?}"
        );
        assert_eq!(now.card.draft.title, "Ore di sollievo");
        assert_eq!(now.card.by.name, "Paolo");
        // The same once more is no conflict: nothing would be lost.
        drafts::write(&world.services, &office, 1, draft, &mine).await.unwrap();
        // Seen, it may be written over.
        let seen = Written { version: now.card.version, ..theirs };
        drafts::write(&world.services, &office, 1, draft, &seen).await.unwrap();
        assert_eq!(page(&world, draft).await.card.draft.title, "Chi assiste respira");
        world.sound().await;
    }
}

#[tokio::test]
async fn undoing_restores_what_was_to_the_letter_and_can_be_undone() {
    for world in worlds().await {
        let [one, two, three] = needs(&world).await;
        let office = world.asking(world.facilitator);
        let services = &world.services;
        leave_alone(services, &office, 1, &[three], AloneClass::Other, "È  un caso\na parte.")
            .await
            .unwrap();
        let mut states = vec![kept(&world).await];
        let mut acts = Vec::new();
        let first = begun(&world, &[one, two]).await;
        states.push(kept(&world).await);
        acts.push(last_act(&world).await);
        let mut all = written(&page(&world, first).await, "Ore «di» sollievo\u{2019}");
        all.texts.synthesis = "Prima riga.\n\nSeconda riga, con  due spazi.".into();
        all.sources[0].share = Share::Duplicate;
        all.sources[0].excerpt = "lo racconto in almeno dieci parole".into();
        drafts::write(services, &office, 1, first, &all).await.unwrap();
        states.push(kept(&world).await);
        acts.push(last_act(&world).await);
        let into = Into::Draft(first);
        drafts::put(services, &office, 1, into, None, &whole(&[three])).await.unwrap();
        states.push(kept(&world).await);
        acts.push(last_act(&world).await);
        let moved = whole(&[one, three]);
        drafts::put(services, &office, 1, Into::New, Some(first), &moved).await.unwrap();
        states.push(kept(&world).await);
        acts.push(last_act(&world).await);
        drafts::discard(services, &office, 1, first).await.unwrap();
        states.push(kept(&world).await);
        acts.push(last_act(&world).await);

        // From the last to the first, and from the first undoing to the last.
        let mut undone = Vec::new();
        for (act, state) in acts.iter().zip(&states).rev() {
            undo(services, &office, 1, *act).await.unwrap();
            assert_eq!(&kept(&world).await, state, "act {act}");
            undone.push(last_act(&world).await);
        }
        for (act, state) in undone.iter().rev().zip(&states[1..]) {
            undo(services, &office, 1, *act).await.unwrap();
            assert_eq!(&kept(&world).await, state, "act {act} undone");
        }
        world.sound().await;
    }
}

#[tokio::test]
async fn what_a_later_act_changed_is_not_undone_and_the_refusal_names_it() {
    for world in worlds().await {
        let [one, two] = needs(&world).await;
        let draft = begun(&world, &[one]).await;
        let (paolo, office) = (world.asking(world.facilitator), world.asking(world.office));
        let services = &world.services;
        let all = written(&page(&world, draft).await, "Ore di sollievo");
        drafts::write(services, &paolo, 1, draft, &all).await.unwrap();
        let first = last_act(&world).await;
        drafts::put(services, &office, 1, Into::Draft(draft), None, &whole(&[two])).await.unwrap();
        let all = written(&page(&world, draft).await, "Chi assiste respira");
        drafts::write(services, &office, 1, draft, &all).await.unwrap();
        let later = last_act(&world).await;
        let tried = refusal(undo(services, &paolo, 1, first).await);
        let Refusal::ChangedSince { act, by } = tried else { panic!("{tried:?}") };
        assert_eq!((act, by.is_empty()), (later, false));
        let shown = bench(&world, Queue::Waiting).await.acts;
        let of = |number: i64| shown.iter().find(|one| one.number == number).unwrap();
        assert_eq!(of(first).undoable, Undoable::Later(later));
        assert_eq!(of(first + 1).undoable, Undoable::Yes, "the text is another thing");

        undo(services, &paolo, 1, later).await.unwrap();
        assert_eq!(refusal(undo(services, &paolo, 1, later).await), Refusal::AlreadyDone);
        let shown = bench(&world, Queue::Waiting).await.acts;
        assert_eq!(shown[1].undoable, Undoable::Undone(later + 1));
        assert_eq!(shown[0].undoes, Some((later, ActKind::Written)));
        undo(services, &paolo, 1, first).await.unwrap();
        assert_eq!(page(&world, draft).await.card.draft.title, "");
        let elsewhere = undo(services, &paolo, 7, first).await;
        assert!(matches!(elsewhere, Err(Declined::NotFound)));
        world.sound().await;
    }
}

#[tokio::test]
async fn texts_left_alone_are_not_forgotten_and_can_be_had_back() {
    for world in worlds().await {
        let ask = world.asking(world.citizen);
        let [one, two] = needs(&world).await;
        let office = world.asking(world.facilitator);
        let services = &world.services;
        let tried = leave_alone(services, &office, 1, &[], AloneClass::Other, " ").await;
        let missing =
            vec![Fault::new("parole", What::Missing), Fault::new("s", What::TooFew { least: 1 })];
        assert_eq!(faults(tried), missing);
        leave_alone(services, &office, 1, &[one, two], AloneClass::OtherBody, "").await.unwrap();
        let shown = bench(&world, Queue::Waiting).await;
        assert_eq!((shown.left_alone, waiting(&shown)), (2, vec![]));
        let alone = bench(&world, Queue::Alone).await;
        assert_eq!(waiting(&alone), vec![one, two]);
        assert_eq!(alone.alone[&one].class, AloneClass::OtherBody);
        // It is no outcome: the round waits for one all the same.
        assert_eq!(stage(&world, one).await, "pubblicato");
        // Everybody reads it in the thread, with the role and without a name.
        let visitor = world.visitor();
        let told = async || {
            let page = services::contributions::thread(services, &visitor, Kind::Need, one).await;
            let steps = page.unwrap().down.steps;
            let alone = |step: &&domain::views::ThreadStep| {
                matches!(&step.what, StepWhat::LeftAlone { class: AloneClass::OtherBody, .. })
            };
            steps.iter().find(alone).map(|step| step.role)
        };
        assert_eq!(told().await, Some(Some(Role::Facilitator)));

        take_back(services, &office, 1, &[one]).await.unwrap();
        assert_eq!(waiting(&bench(&world, Queue::Waiting).await), vec![one]);
        assert_eq!(told().await, None);
        undo(services, &office, 1, last_act(&world).await).await.unwrap();
        assert_eq!(bench(&world, Queue::Waiting).await.left_alone, 2);
        // In a draft or proposed, it is no longer alone.
        begun(&world, &[one]).await;
        let three = world.need_by(&ask, "Il taxi sociale").await;
        proposed_of(&world, &[two, three]).await;
        assert_eq!(bench(&world, Queue::Waiting).await.left_alone, 0);
        world.sound().await;
    }
}

#[tokio::test]
async fn no_public_page_knows_of_a_draft() {
    for world in worlds().await {
        let ask = world.asking(world.citizen);
        let [one, two] = needs(&world).await;
        let visitor = world.visitor();
        let services = &world.services;
        let read = async || {
            let mut told = String::new();
            let text = services::contributions::page(services, &visitor, Kind::Need, one).await;
            told.push_str(&format!("{:?}", text.unwrap()));
            let thread = services::contributions::thread(services, &visitor, Kind::Need, one).await;
            told.push_str(&format!("{:?}", thread.unwrap()));
            let round = services::rounds::page(services, &visitor, 1).await;
            told.push_str(&format!("{:?}", round.unwrap()));
            let own = services::contributions::page(services, &ask, Kind::Need, one).await;
            told.push_str(&format!("{:?}", own.unwrap()));
            let home = services::ambito::home(services, &visitor).await;
            told.push_str(&format!("{:?}", home.unwrap()));
            told
        };
        let before = read().await;
        let draft = begun(&world, &[one, two]).await;
        let mut all = written(&page(&world, draft).await, "Parola-civetta nel titolo");
        all.texts.synthesis = "Parola-civetta nella sintesi".into();
        let office = world.asking(world.facilitator);
        drafts::write(services, &office, 1, draft, &all).await.unwrap();
        assert_eq!(read().await, before);
        // The chain has ids and classes of it, and not a word.
        let words = "SELECT CAST(COUNT(*) AS BIGINT) FROM events WHERE details LIKE '%civetta%'";
        assert_eq!(number(&world.fresh.db, words, []).await.unwrap(), 0);
    }
}

#[tokio::test]
async fn the_bench_forgets_the_words_of_a_text_that_is_erased() {
    for world in worlds().await {
        let ask = world.asking(world.citizen);
        let [one, two] = needs(&world).await;
        let draft = begun(&world, &[one, two]).await;
        let office = world.asking(world.facilitator);
        let services = &world.services;
        let mut all = written(&page(&world, draft).await, "Ore di sollievo");
        all.sources[0].excerpt = "lo racconto in almeno dieci parole".into();
        drafts::write(services, &office, 1, draft, &all).await.unwrap();
        let act = last_act(&world).await;
        let whose = services::voices::Whose::Own(Kind::Need, one);
        services::voices::withdraw(services, &ask, whose).await.unwrap();
        let db = &world.fresh.db;
        for sql in [
            "SELECT CAST(COUNT(*) AS BIGINT) FROM cluster_draft_sources WHERE excerpt <> ''",
            "SELECT CAST(COUNT(*) AS BIGINT) FROM bench_changes WHERE change LIKE '%racconto%'",
        ] {
            assert_eq!(number(db, sql, []).await.unwrap(), 0, "{sql}");
        }
        let shown = page(&world, draft).await;
        let gone = shown.sources.iter().find(|one| !one.public).unwrap();
        assert!(gone.source.body.is_empty() && gone.source.excerpt.is_none());
        assert_eq!(refusal(undo(services, &office, 1, act).await), Refusal::NotPublic);
        let mut all = written(&shown, "Ore di sollievo");
        all.texts.synthesis = "Chi assiste in casa chiede ore.".into();
        all.texts.reason = "Raccontano la stessa mancanza.".into();
        drafts::write(services, &office, 1, draft, &all).await.unwrap();
        let tried = drafts::propose(services, &office, 1, draft).await;
        assert_eq!(refusal(tried), Refusal::NotPublic);
        drafts::take_out(services, &office, 1, draft, &[one]).await.unwrap();
        assert_eq!(inside(&page(&world, draft).await), vec![two]);
        let mut snapshot = services.look().await.unwrap();
        let stored = store::bench::by_number(&mut snapshot, world.ambito, draft).await.unwrap();
        assert_eq!(stored.unwrap().state, DraftState::Open);
        drop(snapshot);
        world.sound().await;
    }
}

#[tokio::test]
async fn notes_are_for_those_who_work_there_and_ones_own_can_be_removed() {
    for world in worlds().await {
        let ask = world.asking(world.citizen);
        let [one, two] = needs(&world).await;
        let draft = begun(&world, &[one]).await;
        let three = world.need_by(&ask, "Il taxi sociale").await;
        let made = proposed_of(&world, &[two, three]).await;
        let (paolo, office) = (world.asking(world.facilitator), world.asking(world.office));
        let services = &world.services;
        let words = "Parola-civetta: sentire il distretto.";
        let places = [
            NoteAbout::Text(one),
            NoteAbout::Draft(draft),
            NoteAbout::Cluster(made),
            NoteAbout::Round,
        ];
        for about in places {
            assert_eq!(refusal(note(services, &ask, 1, about, words).await), Refusal::NotYourRole);
            let empty = faults(note(services, &paolo, 1, about, " ").await);
            assert_eq!(empty, vec![Fault::new("nota", What::Missing)]);
            note(services, &paolo, 1, about, words).await.unwrap();
        }
        for gone in [NoteAbout::Text(999), NoteAbout::Draft(999), NoteAbout::Cluster(999)] {
            let tried = note(services, &paolo, 1, gone, words).await;
            assert!(matches!(tried, Err(Declined::NotFound)));
        }
        let filter = Filter::default();
        let reading = Some((Kind::Need, one));
        let shown = workbench(services, &office, 1, &filter, reading).await.unwrap();
        assert_eq!(shown.notes.len(), 1);
        let on_text = &shown.reading.as_ref().unwrap().notes;
        assert_eq!(on_text[0].words.as_deref(), Some(words));
        assert!(!on_text[0].own);
        assert_eq!(page(&world, draft).await.notes.len(), 1);
        let staff = cluster(services, &office, made).await.unwrap();
        assert_eq!(staff.notes.map(|notes| notes.len()), Some(1));
        let public = cluster(services, &world.visitor(), made).await.unwrap();
        assert_eq!(public.notes, None);
        let text = services::contributions::page(services, &ask, Kind::Need, one).await.unwrap();
        assert!(!format!("{text:?}{public:?}").contains("civetta"));
        let told = "SELECT CAST(COUNT(*) AS BIGINT) FROM events WHERE details LIKE '%civetta%'";
        assert_eq!(number(&world.fresh.db, told, []).await.unwrap(), 0);

        let tried = remove_note(services, &office, 1, on_text[0].number).await;
        assert_eq!(refusal(tried), Refusal::NotYours);
        remove_note(services, &paolo, 1, on_text[0].number).await.unwrap();
        let shown = workbench(services, &paolo, 1, &filter, reading).await.unwrap();
        let left = &shown.reading.unwrap().notes[0];
        assert_eq!((left.words.as_deref(), left.own), (None, false), "a tombstone");
        // Erased with its text.
        note(services, &paolo, 1, NoteAbout::Text(one), words).await.unwrap();
        let whose = services::voices::Whose::Own(Kind::Need, one);
        services::voices::withdraw(services, &ask, whose).await.unwrap();
        let kept = "SELECT CAST(COUNT(*) AS BIGINT) FROM bench_notes \
                    WHERE contribution_id IS NOT NULL AND words <> ''";
        assert_eq!(number(&world.fresh.db, kept, []).await.unwrap(), 0);
        world.sound().await;
    }
}

#[tokio::test]
async fn the_check_names_what_is_wrong_on_the_bench() {
    for world in worlds().await {
        let [one, two] = needs(&world).await;
        begun(&world, &[one]).await;
        begun(&world, &[two]).await;
        world.sound().await;
        let db = &world.fresh.db;
        let twice = "INSERT INTO cluster_draft_sources \
            SELECT d.id, c.id, 9, 'part_of', '' FROM cluster_drafts d, contributions c \
            WHERE d.number = 2 AND c.number = 1";
        execute(db, twice, []).await.unwrap();
        let problems = services::check::run(&world.services).await.unwrap();
        assert!(problems.iter().all(|problem| problem.code == "bench_wrong"), "{problems:?}");
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].subject, format!("contribution {one}"));
    }
}

#[tokio::test]
async fn a_text_is_added_by_its_number() {
    for world in worlds().await {
        let ask = world.asking(world.citizen);
        let [one, two] = needs(&world).await;
        let draft = begun(&world, &[one]).await;
        let office = world.asking(world.facilitator);
        let add = async |kind, number| {
            drafts::add(&world.services, &office, 1, draft, (kind, number)).await
        };
        let what = |tried| {
            let fault = faults::<()>(tried).remove(0);
            assert_eq!(fault.field, "testo");
            fault.what
        };
        assert_eq!(what(add(None, 99).await), What::NotAChoice);
        assert_eq!(what(add(Some(Kind::Proposal), two).await), What::Contradicts);
        assert_eq!(what(add(Some(Kind::Need), one).await), What::Repeated);
        let mut waits = world.draft(Kind::Need, "Un posto sicuro");
        waits.sensitive = true;
        let form = world.form_id();
        let waits = services::voices::submit(&world.services, &ask, waits, &form).await.unwrap();
        assert_eq!(what(add(None, waits.number).await), What::NotPublic);
        add(Some(Kind::Need), two).await.unwrap();
        assert_eq!(inside(&page(&world, draft).await), vec![one, two]);
        assert_eq!(page(&world, draft).await.acts[0].kind, ActKind::Put);

        let three = world.need_by(&ask, "Il taxi sociale").await;
        begun(&world, &[three]).await;
        let tried = add(None, three).await;
        assert!(matches!(refusal(tried), Refusal::TextElsewhere { .. }));
        let citizen = drafts::add(&world.services, &ask, 1, draft, (None, two)).await;
        assert_eq!(refusal(citizen), Refusal::NotYourRole);
        world.sound().await;
    }
}
