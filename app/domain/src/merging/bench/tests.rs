//! Acts on the bench: what they change, and that undoing them restores what was.

use proptest::prelude::*;
use uuid::Uuid;

use super::*;

fn draft(n: u128) -> ClusterDraftId {
    Uuid::from_u128(n).into()
}

fn text(n: u128) -> ContributionId {
    Uuid::from_u128(0x100 + n).into()
}

fn open(numbers: &[u128]) -> Bench {
    let mut bench = Bench::default();
    for number in numbers {
        let draft = draft(*number);
        let (before, after) = (DraftState::Discarded, DraftState::Open);
        bench.apply(&Change::State { draft, before, after });
    }
    bench
}

fn whole(numbers: &[u128]) -> Vec<(ContributionId, Share, String)> {
    numbers.iter().map(|n| (text(*n), Share::PartOf, String::new())).collect()
}

fn done(bench: &mut Bench, changes: Vec<Change>) -> Vec<Change> {
    changes.iter().for_each(|change| bench.apply(change));
    changes
}

fn alone(words: &str) -> Alone {
    let at = chrono::DateTime::from_timestamp(1_800_000_000, 0).unwrap();
    let by = Uuid::from_u128(7).into();
    Alone { class: AloneClass::Unique, words: words.into(), by, role: Role::Facilitator, at }
}

#[test]
fn a_text_is_put_in_once_and_after_the_others() {
    let mut bench = open(&[1]);
    let changes = bench.put(draft(1), whole(&[1, 2, 1]));
    assert_eq!(changes.len(), 2);
    done(&mut bench, changes);
    assert_eq!(bench.put(draft(1), whole(&[2, 1])), vec![], "they are in it");
    let next = bench.put(draft(1), whole(&[3]));
    done(&mut bench, next);
    let positions: Vec<i64> =
        bench.drafts[&draft(1)].sources.values().map(|placed| placed.position).collect();
    assert_eq!(positions, vec![1, 2, 3]);
}

#[test]
fn who_puts_at_once_keeps_both() {
    let mut bench = open(&[1]);
    let (one, two) = (bench.put(draft(1), whole(&[1])), bench.put(draft(1), whole(&[2])));
    done(&mut bench, one);
    done(&mut bench, two);
    assert_eq!(bench.drafts[&draft(1)].sources.len(), 2);
}

#[test]
fn a_move_takes_share_and_excerpt_along() {
    let mut bench = open(&[1, 2]);
    let put = bench.put(draft(1), vec![(text(1), Share::Dissent, "Mai".to_owned())]);
    done(&mut bench, put);
    let moved = bench.move_over(draft(1), draft(2), &[text(1), text(9)]);
    let moved = done(&mut bench, moved);
    assert!(bench.drafts[&draft(1)].sources.is_empty());
    let there = &bench.drafts[&draft(2)].sources[&text(1)];
    assert_eq!((there.share, there.excerpt.as_str()), (Share::Dissent, "Mai"));
    let back = bench.undo(&moved).unwrap();
    done(&mut bench, back);
    assert_eq!(bench.drafts[&draft(1)].sources[&text(1)].excerpt, "Mai");
    assert_eq!(bench.move_over(draft(1), draft(1), &[text(1)]), vec![]);
}

#[test]
fn a_later_act_on_the_same_thing_hinders_undoing_and_one_on_another_does_not() {
    let mut bench = open(&[1]);
    let put = bench.put(draft(1), whole(&[1]));
    let put = done(&mut bench, put);
    let texts = Texts { title: "Ore di sollievo".into(), ..Texts::default() };
    let changes = bench.write(draft(1), &texts, &[]);
    done(&mut bench, changes);
    assert!(bench.undo(&put).is_ok(), "the title is another thing");
    let marked = [(text(1), Share::PartOf, "una frase".to_owned())];
    let changes = bench.write(draft(1), &texts, &marked);
    let written = done(&mut bench, changes);
    assert_eq!(bench.undo(&put), Err(vec![Cell::Source(draft(1), text(1))]));
    let back = bench.undo(&written).unwrap();
    done(&mut bench, back);
    assert!(bench.undo(&put).is_ok(), "undone, it is as it was");
}

#[test]
fn saving_what_stands_changes_nothing() {
    let mut bench = open(&[1]);
    let put = bench.put(draft(1), whole(&[1]));
    done(&mut bench, put);
    assert_eq!(bench.write(draft(1), &Texts::default(), &whole(&[1, 2])), vec![]);
    let texts = Texts { reason: "Dicono lo stesso".into(), ..Texts::default() };
    let changes = bench.write(draft(1), &texts, &whole(&[1]));
    assert_eq!(changes.len(), 1);
    assert!(changes.iter().all(Change::alters));
    assert!(!bench.put(draft(1), whole(&[2])).iter().any(Change::alters));
}

#[test]
fn what_is_put_into_a_draft_is_no_longer_alone() {
    let mut bench = open(&[1]);
    let left = bench.leave_alone(&[text(1), text(1)], &alone("Solo qui"));
    assert_eq!(left.len(), 1);
    done(&mut bench, left);
    assert_eq!(bench.leave_alone(&[text(1)], &alone("Solo qui")), vec![]);
    let put = bench.put(draft(1), whole(&[1]));
    let put = done(&mut bench, put);
    assert!(bench.alone.is_empty());
    let back = bench.undo(&put).unwrap();
    done(&mut bench, back);
    assert_eq!(bench.alone[&text(1)].words, "Solo qui");
}

#[test]
fn a_reason_in_words_is_needed_where_the_class_says_nothing() {
    assert_eq!(alone_faults(AloneClass::Unique, " "), vec![]);
    let missing = vec![Fault::new("parole", What::Missing)];
    assert_eq!(alone_faults(AloneClass::Other, " "), missing);
    let long = alone_faults(AloneClass::Whole, &"a".repeat(501));
    assert_eq!(long, vec![Fault::new("parole", What::TooLong { most: 500, found: 501 })]);
}

#[test]
fn a_second_place_needs_an_excerpt() {
    assert_eq!(alone_or_marked(12, "", &[]), Ok(()));
    assert_eq!(alone_or_marked(12, "una frase", &[Place::Draft(3)]), Ok(()));
    assert_eq!(
        alone_or_marked(12, " ", &[Place::Draft(3)]),
        Err(Refusal::TextElsewhere { text: 12, place: Place::Draft(3) })
    );
}

#[derive(Debug, Clone)]
enum Step {
    Put(u128, Vec<u128>),
    TakeOut(u128, Vec<u128>),
    Move(u128, u128, Vec<u128>),
    Write(u128, String, Vec<(u128, bool, String)>),
    LeaveAlone(Vec<u128>, String),
    UndoLast,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let texts = || prop::collection::vec(0..6_u128, 0..4);
    let step = prop_oneof![
        (1..3_u128, texts()).prop_map(|(d, t)| Step::Put(d, t)),
        (1..3_u128, texts()).prop_map(|(d, t)| Step::TakeOut(d, t)),
        (1..3_u128, 1..3_u128, texts()).prop_map(|(a, b, t)| Step::Move(a, b, t)),
        (
            1..3_u128,
            "[a-c]{0,2}",
            prop::collection::vec((0..6_u128, any::<bool>(), "[a-b]{0,1}"), 0..3)
        )
            .prop_map(|(d, title, sources)| Step::Write(d, title, sources)),
        (texts(), "[a-b]{0,1}").prop_map(|(t, words)| Step::LeaveAlone(t, words)),
        Just(Step::UndoLast),
    ];
    prop::collection::vec(step, 0..25)
}

fn ids(numbers: &[u128]) -> Vec<ContributionId> {
    numbers.iter().map(|n| text(*n)).collect()
}

proptest! {
    /// Whatever was done, undone from the last act to the first everything is as it was.
    #[test]
    fn undoing_restores_what_was(steps in steps()) {
        let mut bench = open(&[1, 2]);
        let before = bench.clone();
        let mut acts: Vec<Vec<Change>> = Vec::new();
        for step in steps {
            let changes = match step {
                Step::Put(d, t) => bench.put(draft(d), whole(&t)),
                Step::TakeOut(d, t) => bench.take_out(draft(d), &ids(&t)),
                Step::Move(a, b, t) => bench.move_over(draft(a), draft(b), &ids(&t)),
                Step::Write(d, title, sources) => {
                    let texts = Texts { title, ..Texts::default() };
                    let share = |dissent| if dissent { Share::Dissent } else { Share::PartOf };
                    let sources: Vec<_> =
                        sources.into_iter().map(|(t, s, e)| (text(t), share(s), e)).collect();
                    bench.write(draft(d), &texts, &sources)
                }
                Step::LeaveAlone(t, words) => bench.leave_alone(&ids(&t), &alone(&words)),
                Step::UndoLast => match acts.last() {
                    Some(last) => bench.undo(last).unwrap(),
                    None => Vec::new(),
                },
            };
            let json = serde_json::to_string(&changes).unwrap();
            prop_assert_eq!(&serde_json::from_str::<Vec<Change>>(&json).unwrap(), &changes);
            acts.push(done(&mut bench, changes));
        }
        for act in acts.iter().rev() {
            let back = bench.undo(act).unwrap();
            done(&mut bench, back);
        }
        prop_assert_eq!(bench, before);
    }
}
