//! Texts read in parts: divided, used, rejoined, and gone with their text.

use chrono::Duration;
use domain::merging::life::{AnswerDraft, Mediation, MediationDraft, MergeAnswer};
use domain::messages::MessageKind;
use domain::moderation::{Decision, ReasonClass};
use domain::parts::EndCause;
use domain::staff_forms::moderation::SofteningDraft;
use domain::views::{Filter, SplitView, StepWhat};
use proptest::prelude::*;
use proptest::test_runner::Config as ProptestConfig;
use services::merging::{answer, dissolve, make, mediate, settle, workbench};
use services::voices::Whose;
use services::{contributions, moderation, parts, softening, voices};

use super::merging::{bytes_of, wrong_of};
use super::*;

const BUS: &str = "Non c'è una corriera la sera. Torno a piedi, n. 3 volte la settimana.";
const DOCTOR: &str = "E manca anche il pediatra, che viene un giorno solo.";

/// A need with two ideas, sent by somebody with an account.
async fn two_ideas(world: &World, person: PersonId, title: &str) -> i64 {
    let mut draft = world.draft(Kind::Need, title);
    draft.words.body = format!("{BUS}\n{DOCTOR}");
    let ask = world.asking(person);
    voices::submit(&world.services, &ask, draft, &world.form_id()).await.unwrap().number
}

/// What a facilitator chooses: the first two sentences, and the third.
fn chosen() -> Fields {
    let pairs = [
        ("sentence-1", "1"),
        ("sentence-2", "1"),
        ("sentence-3", "2"),
        ("part_title-1", "La corriera della sera"),
        ("part_title-2", "Il pediatra"),
        ("split_reason", "Dice due cose, che vanno in due gruppi."),
    ];
    Fields::from_pairs(pairs.map(|(name, value)| (name.to_owned(), value.to_owned())))
}

async fn split(world: &World, ask: &Asking, number: i64) -> Result<(), Declined> {
    let (which, form) = ((Kind::Need, number), world.form_id());
    parts::split(&world.services, ask, which, 1, &chosen(), &form).await
}

async fn rejoin(world: &World, ask: &Asking, number: i64) -> Result<(), Declined> {
    let why = "Va meglio leggerlo intero.";
    parts::rejoin(&world.services, ask, (Kind::Need, number), why).await
}

/// The parts of a text as this reader sees them.
async fn seen(world: &World, ask: &Asking, number: i64) -> Option<SplitView> {
    contributions::page(&world.services, ask, Kind::Need, number).await.unwrap().split
}

fn of_part(numbers: &[i64], divided: i64, excerpt: &str) -> ClusterDraft {
    let mut draft = joined(numbers);
    for source in draft.sources.iter_mut().filter(|source| source.number == divided) {
        source.excerpt = excerpt.to_owned();
    }
    draft
}

async fn propose(world: &World, draft: ClusterDraft) -> i64 {
    let ask = world.asking(world.facilitator);
    make(&world.services, &ask, 1, draft, &world.form_id()).await.unwrap()
}

#[tokio::test]
async fn a_text_is_read_in_parts_and_stays_one() {
    for world in worlds().await {
        let number = two_ideas(&world, world.citizen, "Sere e bambini").await;
        let facilitator = world.asking(world.facilitator);
        let people = [world.citizen];
        let before = bytes_of(&world, number, &people).await;
        split(&world, &facilitator, number).await.unwrap();
        assert_eq!(bytes_of(&world, number, &people).await, before);
        assert_eq!(count(&world, "SELECT COUNT(*) FROM contributions").await, 1);

        let read = seen(&world, &world.visitor(), number).await.unwrap();
        let words: Vec<&str> = read.parts.iter().map(|part| part.excerpt.as_str()).collect();
        assert_eq!(words, [BUS, DOCTOR]);
        assert_eq!((read.role, read.ended), (Role::Facilitator, None));
        let page = contributions::page(&world.services, &world.visitor(), Kind::Need, number).await;
        let page = page.unwrap();
        let told = page.thread.steps.iter().any(|step| {
            step.role == Some(Role::Facilitator) && matches!(step.what, StepWhat::Split { .. })
        });
        assert!(told, "{:?}", page.thread);
        assert!(page.may_split.is_err());
        // Its author is told, by a message that holds no words.
        let sql = "SELECT CAST(COUNT(*) AS BIGINT) FROM outbox WHERE kind = 'testo_in_parti'";
        assert_eq!(count(&world, sql).await, 1);
        assert_eq!(MessageKind::Split.code(), "testo_in_parti");

        assert_eq!(refusal(split(&world, &facilitator, number).await), Refusal::AlreadyDone);
        rejoin(&world, &facilitator, number).await.unwrap();
        assert_eq!(seen(&world, &world.visitor(), number).await, None);
        assert_eq!(refusal(rejoin(&world, &facilitator, number).await), Refusal::AlreadyDone);
        split(&world, &facilitator, number).await.unwrap();
        assert_eq!(bytes_of(&world, number, &people).await, before);
        world.sound().await;
    }
}

#[tokio::test]
async fn a_form_sent_twice_divides_once_and_old_eyes_are_told() {
    for world in worlds().await {
        let number = two_ideas(&world, world.citizen, "Sere e bambini").await;
        let (ask, form) = (world.asking(world.facilitator), world.form_id());
        let which = (Kind::Need, number);
        let send = async |revision| {
            parts::split(&world.services, &ask, which, revision, &chosen(), &form).await
        };
        assert!(matches!(send(7).await, Err(Declined::Stale { current: 1 })));
        send(1).await.unwrap();
        send(1).await.unwrap();
        assert_eq!(count(&world, "SELECT CAST(COUNT(*) AS BIGINT) FROM splits").await, 1);
    }
}

#[tokio::test]
async fn who_may_not_is_refused() {
    for world in worlds().await {
        let number = two_ideas(&world, world.citizen, "Sere e bambini").await;
        let citizen = world.asking(world.citizen);
        assert_eq!(refusal(split(&world, &citizen, number).await), Refusal::NotYourRole);
        assert_eq!(refusal(split(&world, &world.visitor(), number).await), Refusal::SignInNeeded);
        let ask = world.asking(world.facilitator);
        let nothing = Fields::default();
        let (which, form) = ((Kind::Need, number), world.form_id());
        let tried = parts::split(&world.services, &ask, which, 1, &nothing, &form).await;
        let fields: Vec<String> = faults(tried).into_iter().map(|fault| fault.field).collect();
        assert_eq!(fields, ["parts", "split_reason"]);
        split(&world, &ask, number).await.unwrap();
        let tried = parts::rejoin(&world.services, &ask, which, "Boh").await;
        assert_eq!(faults(tried)[0].field, "rejoin_reason");
        assert_eq!(refusal(rejoin(&world, &citizen, number).await), Refusal::NotYourRole);
    }
}

#[tokio::test]
async fn a_text_stays_by_itself_until_each_of_its_parts_is_in_a_group() {
    for world in worlds().await {
        named_bodies(&world).await;
        let number = two_ideas(&world, world.citizen, "Sere e bambini").await;
        let buses = world.need_by(&world.asking(world.neighbour), "Una corriera la sera").await;
        let doctors = world.need_by(&world.asking(world.neighbour), "Il pediatra manca").await;
        let facilitator = world.asking(world.facilitator);
        split(&world, &facilitator, number).await.unwrap();
        let alone = async |query: Option<&str>| {
            let filter = Filter { query: query.map(str::to_owned), ..Filter::default() };
            let page = workbench(&world.services, &facilitator, 1, &filter, None).await.unwrap();
            let mut alone: Vec<i64> =
                page.unassigned.iter().map(|card| card.contribution.number).collect();
            alone.sort_unstable();
            assert_eq!(page.paging.total, alone.len() as u64);
            alone
        };
        assert_eq!(alone(None).await, [number, buses, doctors]);
        let first = propose(&world, of_part(&[number, buses], number, BUS)).await;
        assert_eq!(alone(None).await, [number, doctors]);
        assert_eq!(alone(Some("pediatra")).await, [number, doctors]);
        world.end_window(first).await;
        assert_eq!(stage(&world, number).await, "unito");
        assert_eq!(alone(None).await, [number, doctors], "a part of it is not in a group yet");
        let second = propose(&world, of_part(&[number, doctors], number, DOCTOR)).await;
        assert_eq!(alone(None).await, Vec::<i64>::new());

        // While a group uses a part it isn't rejoined, and the refusal says which.
        let tried = refusal(rejoin(&world, &facilitator, number).await);
        assert_eq!(tried, Refusal::PartsInUse { clusters: vec![first, second] });
        let read = seen(&world, &world.visitor(), number).await.unwrap();
        let used: Vec<i64> = read.parts.iter().map(|part| part.clusters[0].number).collect();
        assert_eq!(used, [first, second]);
        dissolve(&world.services, &facilitator, first, "Meglio tenerle distinte.").await.unwrap();
        assert_eq!(alone(None).await, [number, buses]);
        dissolve(&world.services, &facilitator, second, "Meglio tenerle distinte.").await.unwrap();
        rejoin(&world, &facilitator, number).await.unwrap();
        world.sound().await;
    }
}

#[tokio::test]
async fn the_whole_text_in_a_group_takes_all_its_parts_along() {
    for world in worlds().await {
        let number = two_ideas(&world, world.citizen, "Sere e bambini").await;
        let other = world.need_by(&world.asking(world.neighbour), "Una corriera la sera").await;
        // An excerpt that was marked before is tied to the part it stands in.
        let before = propose(&world, of_part(&[number, other], number, "Torno a piedi")).await;
        let facilitator = world.asking(world.facilitator);
        split(&world, &facilitator, number).await.unwrap();
        let read = seen(&world, &world.visitor(), number).await.unwrap();
        assert_eq!(read.parts[0].clusters[0].number, before);
        let total = async || {
            let filter = Filter::default();
            let page = workbench(&world.services, &facilitator, 1, &filter, None).await.unwrap();
            page.paging.total
        };
        assert_eq!(total().await, 1);
        dissolve(&world.services, &facilitator, before, "Meglio tenerle distinte.").await.unwrap();
        assert_eq!(total().await, 2);
        propose(&world, joined(&[number, other])).await;
        assert_eq!(total().await, 0);
        world.sound().await;
    }
}

#[tokio::test]
async fn a_part_under_reading_has_suggestions_of_its_own() {
    for world in worlds().await {
        let number = two_ideas(&world, world.citizen, "Sere e bambini").await;
        let ask = world.asking(world.neighbour);
        let buses = world.need_by(&ask, "La corriera della sera non passa").await;
        let doctors = world.need_by(&ask, "Il pediatra viene un giorno").await;
        let facilitator = world.asking(world.facilitator);
        split(&world, &facilitator, number).await.unwrap();
        let (filter, reading) = (Filter::default(), Some((Kind::Need, number)));
        let page = workbench(&world.services, &facilitator, 1, &filter, reading).await.unwrap();
        let reading = page.reading.unwrap();
        assert_eq!(reading.may_split, Ok(()));
        let first: Vec<Option<i64>> = reading
            .parts
            .iter()
            .map(|part| part.similar.first().map(|one| one.contribution.number))
            .collect();
        assert_eq!(first, [Some(buses), Some(doctors)]);
        let own = |part: &domain::views::PartReading| {
            part.similar.iter().any(|one| one.contribution.number == number)
        };
        assert!(!reading.parts.iter().any(own), "never the text itself");
    }
}

#[tokio::test]
async fn marked_sentences_become_the_excerpt() {
    for world in worlds().await {
        let number = two_ideas(&world, world.citizen, "Sere e bambini").await;
        let facilitator = world.asking(world.facilitator);
        split(&world, &facilitator, number).await.unwrap();
        let marked = async |pairs: &[(&str, &str)]| {
            let pairs =
                pairs.iter().map(|(name, value)| (format!("{name}-{number}"), (*value).to_owned()));
            let mut fields = Fields::from_pairs(pairs);
            let done = parts::mark(&world.services, &facilitator, &[number], &mut fields).await;
            done.map(|()| fields.text(&format!("excerpt-{number}")).to_owned())
        };
        assert_eq!(marked(&[("mark", "0"), ("mark", "1")]).await.unwrap(), BUS);
        assert_eq!(marked(&[("part", "2")]).await.unwrap(), DOCTOR);
        assert_eq!(marked(&[("excerpt", "a piedi")]).await.unwrap(), "a piedi");
        assert_eq!(faults(marked(&[("mark", "0"), ("mark", "2")]).await).len(), 1);
    }
}

/// Columns that hold words of texts, or copies of them.
const WORDS: [&str; 7] = [
    "SELECT CAST(COUNT(*) AS BIGINT) FROM revisions WHERE title || body LIKE $1",
    "SELECT CAST(COUNT(*) AS BIGINT) FROM parts WHERE title || excerpt LIKE $1",
    "SELECT CAST(COUNT(*) AS BIGINT) FROM cluster_sources WHERE COALESCE(excerpt, '') LIKE $1",
    "SELECT CAST(COUNT(*) AS BIGINT) FROM cluster_sources \
     WHERE COALESCE(proposed_excerpt, '') LIKE $1",
    "SELECT CAST(COUNT(*) AS BIGINT) FROM cluster_answers WHERE words LIKE $1",
    "SELECT CAST(COUNT(*) AS BIGINT) FROM softenings WHERE title || body LIKE $1",
    "SELECT CAST(COUNT(*) AS BIGINT) FROM events WHERE details LIKE $1",
];

async fn left_of(world: &World, words: &str) -> i64 {
    let mut left = 0;
    for sql in WORDS {
        let values = [Value::Text(format!("%{words}%"))];
        left += store::testing::number(&world.fresh.db, sql, values).await.unwrap();
    }
    left
}

#[tokio::test]
async fn the_words_of_parts_go_with_their_text() {
    for world in worlds().await {
        let number = two_ideas(&world, world.citizen, "Sere e bambini").await;
        let other = world.need_by(&world.asking(world.neighbour), "Una corriera la sera").await;
        let facilitator = world.asking(world.facilitator);
        split(&world, &facilitator, number).await.unwrap();
        let made = propose(&world, of_part(&[number, other], number, BUS)).await;
        dissolve(&world.services, &facilitator, made, "Meglio tenerle distinte.").await.unwrap();
        let whose = Whose::Own(Kind::Need, number);
        voices::withdraw(&world.services, &world.asking(world.citizen), whose).await.unwrap();
        assert_eq!(left_of(&world, "pediatra").await, 0);
        assert_eq!(left_of(&world, "Torno a piedi").await, 0, "nor in a group that was dissolved");
        let page = contributions::page(&world.services, &facilitator, Kind::Need, number).await;
        let page = page.unwrap();
        assert_eq!(page.split, None);
        let ends: Vec<EndCause> = page
            .thread
            .steps
            .iter()
            .filter_map(|step| match &step.what {
                StepWhat::Rejoined { cause, .. } => Some(*cause),
                _ => None,
            })
            .collect();
        assert_eq!(ends, [EndCause::Gone]);
        world.sound().await;
    }
}

#[tokio::test]
async fn what_others_built_on_keeps_its_words_and_loses_its_parts() {
    for world in worlds().await {
        let number = two_ideas(&world, world.citizen, "Sere e bambini").await;
        let other = world.need_by(&world.asking(world.neighbour), "Una corriera la sera").await;
        let facilitator = world.asking(world.facilitator);
        split(&world, &facilitator, number).await.unwrap();
        propose(&world, of_part(&[number, other], number, BUS)).await;
        let whose = Whose::Own(Kind::Need, number);
        voices::withdraw(&world.services, &world.asking(world.citizen), whose).await.unwrap();
        let sql = "SELECT CAST(COUNT(*) AS BIGINT) FROM parts WHERE title || excerpt <> ''";
        assert_eq!(count(&world, sql).await, 0);
        world.sound().await;
    }
}

#[tokio::test]
async fn while_a_text_is_hidden_its_parts_are_shown_to_nobody() {
    for world in worlds().await {
        let number = two_ideas(&world, world.citizen, "Sere e bambini").await;
        split(&world, &world.asking(world.facilitator), number).await.unwrap();
        hide(&world, number).await;
        let visitor = world.visitor();
        let page =
            contributions::page(&world.services, &visitor, Kind::Need, number).await.unwrap();
        assert_eq!(page.split, None);
        let drawn = format!("{:?}", page.thread);
        assert!(!drawn.contains("pediatra") && !drawn.contains("corriera"), "{drawn}");
        world.sound().await;
    }
}

/// Somebody reports a public text, and a moderator hides it.
async fn hide(world: &World, number: i64) -> Option<()> {
    let neighbour = world.asking(world.neighbour);
    let flagged = domain::citizen_forms::FlagDraft {
        reason: domain::comments::FlagReason::ALL[0],
        note: "Offende".into(),
    };
    let (services, kind) = (&world.services, Kind::Need);
    moderation::flag(services, &neighbour, kind, number, None, &flagged).await.ok()?;
    let moderator = world.asking(world.moderator);
    let queue = moderation::queue(&world.services, &moderator).await.ok()?;
    let case = queue.cases.iter().find(|case| case.card.contribution.number == number)?;
    let draft = domain::staff_forms::DecisionDraft {
        decision: Decision::Hide,
        class: ReasonClass::Insult,
        reason: "Offende una persona.".into(),
        revision: 1,
        suspend: false,
    };
    moderation::decide(&world.services, &moderator, case.number, &draft).await.ok()?;
    Some(())
}

#[tokio::test]
async fn check_names_parts_that_a_hand_changed() {
    for world in worlds().await {
        let number = two_ideas(&world, world.citizen, "Sere e bambini").await;
        split(&world, &world.asking(world.facilitator), number).await.unwrap();
        let changed = "UPDATE parts SET excerpt = 'Altro.'";
        assert!(execute(&world.fresh.db, changed, []).await.is_err(), "words are only erased");
        let gone = "DELETE FROM splits";
        assert!(execute(&world.fresh.db, gone, []).await.is_err());
        execute(&world.fresh.db, "UPDATE parts SET title = '', excerpt = ''", []).await.unwrap();
        assert_eq!(wrong_of(&world).await, ["text_altered"]);
    }
}

/// One step of the life of texts, by facilitators, authors, moderators and the clock.
#[derive(Debug, Clone)]
enum Step {
    Split(usize),
    Rejoin(usize),
    /// Joins the whole of all texts, or the first or second part of this one with the next.
    Propose(usize, u8),
    Answer(usize, usize, MergeAnswer),
    Mediate(usize, Mediation),
    Wait(i64),
    Dissolve(usize),
    /// Says of every sentence of this merge's first source that it isn't needed, of the others
    /// that the synthesis draws from them.
    Collect(usize),
    Withdraw(usize),
    Hide(usize),
    /// The author of the text that waits writes it anew.
    Correct,
    /// A moderator softens it, and its author takes that.
    Soften,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let answers = proptest::sample::select(MergeAnswer::ALL.to_vec());
    let decisions = proptest::sample::select(Mediation::ALL.to_vec());
    let step = prop_oneof![
        5 => (0usize..4).prop_map(Step::Split),
        2 => (0usize..4).prop_map(Step::Rejoin),
        4 => (0usize..3, 0u8..3).prop_map(|(text, part)| Step::Propose(text, part)),
        2 => (0usize..3, 0usize..3, answers).prop_map(|(text, merge, answer)| {
            Step::Answer(text, merge, answer)
        }),
        1 => (0usize..3, decisions).prop_map(|(merge, decision)| Step::Mediate(merge, decision)),
        1 => (1i64..9).prop_map(Step::Wait),
        4 => (0usize..3).prop_map(Step::Dissolve),
        2 => (0usize..3).prop_map(Step::Collect),
        2 => (0usize..3).prop_map(Step::Withdraw),
        1 => (0usize..3).prop_map(Step::Hide),
        1 => Just(Step::Correct),
        1 => Just(Step::Soften),
    ];
    proptest::collection::vec(step, 4..24)
}

/// Whatever is divided, rejoined, merged, contested, dissolved, corrected, softened and erased:
/// each text that is still there is what it was, byte for byte; what was erased comes back
/// nowhere; the ledger adds up; the chain is valid, and so is all that `trama check` knows.
#[test]
fn any_life_leaves_every_text_as_it_was_and_nothing_erased_comes_back() {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    for world in runtime.block_on(worlds()) {
        let config = ProptestConfig { cases: 48, failure_persistence: None, ..Default::default() };
        let mut turn = 0;
        let turn = std::sync::Mutex::new(&mut turn);
        proptest!(config, |(steps in steps())| {
            let case = { let mut turn = turn.lock().unwrap(); **turn += 1; **turn };
            runtime.block_on(life(&world, case, &steps));
        });
        runtime.block_on(world.sound());
    }
}

async fn life(world: &World, case: u32, steps: &[Step]) {
    let people = [world.neighbour];
    let at = |person, days| world.later(&world.asking(person), days);
    let name = |text: usize| format!("Testo{case}x{text}");
    let mut numbers = Vec::new();
    for text in 0..3 {
        numbers.push(two_ideas(world, world.citizen, &name(text)).await);
    }
    // One that a person reads first.
    let mut waiting = world.draft(Kind::Need, &name(3));
    waiting.words.body = format!("{} beve. {BUS} {DOCTOR}", name(3));
    waiting.policy = "1.4".into();
    let ask = world.asking(world.citizen);
    let sent = voices::submit(&world.services, &ask, waiting, &world.form_id()).await.unwrap();
    numbers.push(sent.number);
    let mut before = Vec::new();
    for number in &numbers {
        before.push(bytes_of(world, *number, &people).await);
    }
    let (mut days, mut made) = (0, Vec::new());
    let (mut gone, mut hidden) = ([false; 3], [false; 3]);
    for step in steps {
        let facilitator = at(world.facilitator, days);
        match *step {
            Step::Split(text) => {
                let revision = count_of(world, numbers[text]).await;
                let which = (Kind::Need, numbers[text]);
                let form = world.form_id();
                let fields = &chosen();
                let done =
                    parts::split(&world.services, &facilitator, which, revision, fields, &form);
                let _ = done.await;
            }
            Step::Rejoin(text) => {
                let _ = rejoin(world, &facilitator, numbers[text]).await;
            }
            Step::Propose(text, part) => {
                let pair = [numbers[text], numbers[(text + 1) % 3]];
                let draft = match part {
                    0 => joined(&numbers[..3]),
                    1 => of_part(&pair, pair[0], BUS),
                    _ => of_part(&pair, pair[0], DOCTOR),
                };
                let form = world.form_id();
                // Of a text that is gone nothing is made.
                made.extend(make(&world.services, &facilitator, 1, draft, &form).await.ok());
            }
            Step::Answer(text, merge, answered) => {
                let Some(&merge) = made.get(merge) else { continue };
                let words = match answered {
                    MergeAnswer::Accepted => "",
                    MergeAnswer::Objected => "Non chiedevo questo, ma una stanza.",
                    MergeAnswer::Dissented => "Torno a piedi",
                };
                let draft = AnswerDraft {
                    answer: answered,
                    words: words.to_owned(),
                    language: "it".to_owned(),
                };
                let whose = Whose::Own(Kind::Need, numbers[text]);
                let ask = at(world.citizen, days);
                let _ = answer(&world.services, &ask, whose, merge, draft).await;
            }
            Step::Mediate(merge, decision) => {
                let Some(&merge) = made.get(merge) else { continue };
                let draft = MediationDraft {
                    decision,
                    reason: "Ho sentito chi si oppone e chi ha proposto.".to_owned(),
                    synthesis: "Chi assiste chiede ore libere e una stanza calda.".to_owned(),
                };
                let ask = at(world.colleague, days);
                let _ = mediate(&world.services, &ask, merge, &draft).await;
            }
            Step::Wait(more) => {
                days += more;
                let now = noon() + Duration::days(days);
                settle(&world.services, world.ambito, now).await.unwrap();
            }
            Step::Dissolve(merge) => {
                let Some(&merge) = made.get(merge) else { continue };
                let why = "Meglio tenerle distinte.";
                let _ = dissolve(&world.services, &facilitator, merge, why).await;
            }
            Step::Collect(merge) => {
                let Some(&merge) = made.get(merge) else { continue };
                collect(world, &facilitator, merge).await;
            }
            Step::Withdraw(text) => {
                let whose = Whose::Own(Kind::Need, numbers[text]);
                let ask = at(world.citizen, days);
                if voices::withdraw(&world.services, &ask, whose).await.is_ok() {
                    gone[text] = true;
                }
            }
            Step::Hide(text) => {
                if hide(world, numbers[text]).await.is_some() {
                    hidden[text] = true;
                }
            }
            Step::Correct => {
                let body = format!("{BUS} {DOCTOR}");
                let words =
                    domain::contributions::Words { title: name(3), body, ..Default::default() };
                let whose = Whose::Own(Kind::Need, numbers[3]);
                let ask = at(world.citizen, days);
                let _ = voices::correct(&world.services, &ask, whose, words).await;
            }
            Step::Soften => soften(world, numbers[3], &name(3)).await,
        }
        for text in 0..3 {
            if gone[text] {
                // Others had built on it, or its words are nowhere any more.
                let sql = "SELECT CAST(COUNT(*) AS BIGINT) FROM revisions v \
                    JOIN contributions c ON c.id = v.contribution_id \
                    WHERE c.number = $1 AND v.body <> ''";
                let kept =
                    store::testing::number(&world.fresh.db, sql, [Value::Number(numbers[text])]);
                if kept.await.unwrap() == 0 {
                    assert_eq!(left_of(world, &name(text)).await, 0);
                    let sql = "SELECT CAST(COUNT(*) AS BIGINT) FROM cluster_sources s \
                        JOIN contributions c ON c.id = s.contribution_id \
                        WHERE c.number = $1 AND COALESCE(s.excerpt, '') <> ''";
                    let values = [Value::Number(numbers[text])];
                    let marked = store::testing::number(&world.fresh.db, sql, values).await;
                    assert_eq!(marked.unwrap(), 0);
                }
                let sql = "SELECT CAST(COUNT(*) AS BIGINT) FROM parts p \
                    JOIN splits s ON s.id = p.split_id \
                    JOIN contributions c ON c.id = s.contribution_id \
                    WHERE c.number = $1 AND p.title || p.excerpt <> ''";
                let values = [Value::Number(numbers[text])];
                assert_eq!(
                    store::testing::number(&world.fresh.db, sql, values).await.unwrap(),
                    0,
                    "the words of its parts are erased"
                );
                assert_eq!(seen(world, &world.visitor(), numbers[text]).await, None);
            } else {
                let now = bytes_of(world, numbers[text], &people).await;
                assert_eq!(now[1..], before[text][1..], "its words and its supports");
                if !hidden[text] {
                    assert_eq!(now, before[text]);
                }
            }
        }
    }
    world.sound().await;
    balanced(world).await;
}

/// Says where a synthesis comes from, as far as that may still be said.
async fn collect(world: &World, ask: &Asking, merge: i64) {
    use domain::merging::synthesis::{link_field, skip_field};
    use services::merging::synthesis::{page, save};
    let Ok(editor) = page(&world.services, ask, merge).await else { return };
    let mut said = Vec::new();
    for (which, source) in editor.sources.iter().enumerate() {
        for place in 0..source.sentences.len() {
            let number = source.card.contribution.number;
            said.push(match which {
                0 => (skip_field(number, place), "Non serve qui.".to_owned()),
                _ => (link_field(number, place), "1".to_owned()),
            });
        }
    }
    let read = editor.of.read();
    save(&world.services, ask, merge, read, &Fields::from_pairs(said)).await.unwrap();
    assert_eq!(page(&world.services, ask, merge).await.unwrap().left, 0);
}

/// The current revision of a text.
async fn count_of(world: &World, number: i64) -> i64 {
    let sql = "SELECT revision FROM contributions WHERE number = $1";
    store::testing::number(&world.fresh.db, sql, [Value::Number(number)]).await.unwrap()
}

/// A moderator softens a text that waits, and its author takes that; what named somebody is gone.
async fn soften(world: &World, number: i64, name: &str) {
    let moderator = world.asking(world.moderator);
    let queue = moderation::queue(&world.services, &moderator).await.unwrap();
    let Some(case) = queue.cases.iter().find(|case| case.card.contribution.number == number) else {
        return;
    };
    let words = domain::contributions::Words {
        title: format!("{name} di sera"),
        body: format!("{BUS} {DOCTOR}"),
        ..Default::default()
    };
    let revision = count_of(world, number).await;
    let note = "Così non si riconosce nessuno.".to_owned();
    let draft = SofteningDraft { words, note, revision };
    if softening::propose(&world.services, &moderator, case.number, &draft).await.is_ok() {
        let whose = Whose::Own(Kind::Need, number);
        let author = world.asking(world.citizen);
        softening::answer(&world.services, &author, whose, true).await.unwrap();
    }
}

/// What came is what is told of it: nothing is counted twice, nothing is lost.
async fn balanced(world: &World) {
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) FROM contributions WHERE standing = 'pubblicato'";
    let public = count(world, sql).await;
    let sql = "SELECT CAST(COALESCE(SUM(n), 0) AS BIGINT) FROM contribution_counts";
    assert_eq!(count(world, sql).await, public);
    let ledger =
        services::round_report::ledger(&world.services, &world.visitor(), 1).await.unwrap();
    assert_eq!(i64::from(ledger.ledger.published), public);
}
