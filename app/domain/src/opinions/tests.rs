//! Conversations with groups planted in them: what is there must be found, and what is not must be
//! said not to be.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::picture::{Leaning, may_follow, picture};
use super::*;
use crate::suppression::Shown;

/// A conversation in which some camps are planted.
struct Planted {
    people: usize,
    statements: usize,
    /// What each camp thinks of the two questions behind the statements, from −1 to 1.
    camps: &'static [[f64; 2]],
    /// The chance that a statement is seen.
    seen: f64,
    /// The chance that somebody answers at random.
    noise: f64,
}

const TWO: &[[f64; 2]] = &[[1.0, 0.0], [-1.0, 0.0]];
const THREE: &[[f64; 2]] = &[[1.0, 0.0], [-0.5, 0.866], [-0.5, -0.866]];
const FOUR: &[[f64; 2]] = &[[1.0, 1.0], [1.0, -1.0], [-1.0, 1.0], [-1.0, -1.0]];
const FIVE: &[[f64; 2]] =
    &[[1.0, 0.0], [0.309, 0.951], [-0.809, 0.588], [-0.809, -0.588], [0.309, -0.951]];

impl Planted {
    /// The votes and the camp of each participant, by name.
    fn conversation(&self, seed: u64) -> (Matrix, BTreeMap<String, String>) {
        let mut dice = Dice::new(seed);
        // Each statement asks for one mixture of the two questions.
        let asked: Vec<[f64; 2]> = (0..self.statements)
            .map(|_| {
                let turn = dice.unit() * std::f64::consts::TAU;
                [turn.cos(), turn.sin()]
            })
            .collect();
        let mut votes = Vec::new();
        let mut camps = BTreeMap::new();
        for person in 0..self.people {
            let camp = person % self.camps.len();
            camps.insert(person.to_string(), camp.to_string());
            for (statement, [a, b]) in asked.iter().enumerate() {
                if dice.unit() >= self.seen {
                    continue;
                }
                let leans = self.camps[camp][0] * a + self.camps[camp][1] * b;
                let value = if dice.unit() < self.noise { dice.unit() * 2.0 - 1.0 } else { leans };
                let stance = match value {
                    value if value > 0.2 => Stance::Agree,
                    value if value < -0.2 => Stance::Disagree,
                    _ => Stance::Pass,
                };
                votes.push((person.to_string(), statement.to_string(), stance));
            }
        }
        (Matrix::new([], [], votes), camps)
    }
}

fn noise(people: usize, statements: usize, seen: f64, seed: u64) -> Matrix {
    Planted { people, statements, camps: &[[0.0, 0.0]], seen, noise: 1.0 }.conversation(seed).0
}

#[test]
fn planted_groups_are_found() {
    for (camps, statements) in [(TWO, 30), (THREE, 40), (FOUR, 60), (FIVE, 80)] {
        for (people, seen, noise) in
            [(60, 1.0, 0.1), (60, 1.0, 0.3), (200, 0.6, 0.1), (400, 0.4, 0.05)]
        {
            let planted = Planted { people, statements, camps, seen, noise };
            for seed in 0..2 {
                let (matrix, truth) = planted.conversation(seed);
                let opinions = group(&matrix);
                let found = compared(&opinions, &truth).map_or(0.0, |(agreement, _)| agreement);
                assert!(
                    found >= 0.9 && opinions.k == camps.len() && !opinions.weak,
                    "{} camps, {people} people, seen {seen}, noise {noise}, seed {seed}: \
                     {} groups, agreement {found:.3}, silhouette {:?}, chance {:?}",
                    camps.len(),
                    opinions.k,
                    opinions.silhouette,
                    opinions.chance
                );
            }
        }
    }
}

#[test]
fn where_there_is_only_noise_the_groups_are_weak() {
    let mut weak = 0;
    let mut all = 0;
    for (people, statements, seen) in [(40, 20, 1.0), (80, 40, 0.5), (250, 30, 1.0)] {
        for seed in 0..8 {
            let opinions = group(&noise(people, statements, seen, 100 + seed));
            assert!(opinions.silhouette.unwrap() < 0.6);
            weak += u32::from(opinions.weak);
            all += 1;
        }
    }
    assert!(weak >= all - 1, "{weak} of {all}");
}

#[test]
fn below_thirty_people_there_are_no_groups() {
    let planted = Planted { people: 29, statements: 20, camps: TWO, seen: 1.0, noise: 0.0 };
    let (matrix, _) = planted.conversation(1);
    let few = group(&matrix);
    assert_eq!((few.k, few.reason), (0, Some(Reason::TooFewPeople)));
    assert!(few.groups.is_empty() && few.points.is_empty() && picture(&few).is_none());
    assert_eq!(few.statements[0].all.votes(), 29);
    let enough = group(&Planted { people: 30, ..planted }.conversation(1).0);
    assert_eq!((enough.k, enough.reason), (2, None));
}

#[test]
fn only_who_voted_enough_is_in() {
    let planted = Planted { people: 40, statements: 20, camps: TWO, seen: 1.0, noise: 0.0 };
    let (matrix, _) = planted.conversation(1);
    let votes = matrix.participants().iter().enumerate().flat_map(|(place, name)| {
        let kept = if place < 5 { 6 } else { 7 };
        matrix
            .row(place)
            .iter()
            .take(kept)
            .map(move |(statement, stance)| (name.clone(), statement.to_string(), *stance))
    });
    let opinions = group(&Matrix::new([], (0..20).map(|s| s.to_string()), votes));
    assert_eq!((opinions.participants, opinions.n, opinions.votes_needed), (40, 35, 7));
    let short = Planted { statements: 4, ..planted }.conversation(1).0;
    assert_eq!((group(&short).votes_needed, group(&short).n), (4, 40));
}

#[test]
fn where_all_vote_alike_there_is_nothing_to_divide() {
    let votes = (0..40).flat_map(|person| {
        (0..9).map(move |s| (format!("{person}"), format!("{s}"), Stance::Agree))
    });
    let opinions = group(&Matrix::new([], [], votes));
    assert_eq!((opinions.n, opinions.reason), (40, Some(Reason::NoDivision)));
}

#[test]
fn groups_are_in_order_and_complete() {
    let planted = Planted { people: 90, statements: 40, camps: THREE, seen: 0.8, noise: 0.1 };
    let opinions = group(&planted.conversation(4).0);
    let sizes: Vec<usize> = opinions.groups.iter().map(|group| group.size).collect();
    assert!(sizes.windows(2).all(|pair| pair[0] >= pair[1]));
    assert_eq!(sizes.iter().sum::<usize>(), 90);
    for group in &opinions.groups {
        assert_eq!(group.members.len(), group.size);
        assert!(!group.representative.is_empty());
        for member in &group.members {
            let place = opinions.points.iter().find(|place| place.participant == *member).unwrap();
            assert_eq!(place.group, group.id);
        }
    }
    for statement in &opinions.statements {
        assert_eq!(statement.groups.iter().map(|g| g.votes()).sum::<u32>(), statement.all.votes());
    }
}

#[test]
fn a_picture_lies_in_its_square_and_names_nobody() {
    for (camps, people) in [(TWO, 31), (THREE, 60), (FIVE, 200)] {
        let planted = Planted { people, statements: 60, camps, seen: 0.9, noise: 0.1 };
        let opinions = group(&planted.conversation(2).0);
        let picture = picture(&opinions).unwrap();
        assert_eq!(picture.groups.len(), opinions.k);
        for shape in &picture.groups {
            for axis in 0..2 {
                assert!((0.0..=1.0).contains(&shape.centre[axis]));
                assert!((0.0..=1.0).contains(&shape.label[axis]));
                assert!(shape.radii[axis] > 0.0 && shape.radii[0] >= shape.radii[1]);
            }
            assert!(matches!(shape.people, Shown::Exactly(5..)));
        }
        assert_eq!(picture.statements.len(), 60);
        // What is drawn can't be traced to names or places of people: the same in other hands.
        let mut renamed = opinions.clone();
        for place in &mut renamed.points {
            place.participant.push('x');
        }
        for group in &mut renamed.groups {
            group.members.clear();
        }
        assert_eq!(super::picture::picture(&renamed), Some(picture));
    }
}

#[test]
fn the_table_tells_nothing_of_fewer_than_five() {
    let planted = Planted { people: 60, statements: 30, camps: TWO, seen: 1.0, noise: 0.05 };
    let opinions = group(&planted.conversation(3).0);
    let shown = picture(&opinions).unwrap();
    let mut without = opinions.clone();
    let mut small = 0;
    for statement in &mut without.statements {
        for counts in &mut statement.groups {
            for count in [&mut counts.agree, &mut counts.disagree, &mut counts.pass] {
                if *count < 5 {
                    small += u32::from(*count > 0);
                    *count = 0;
                }
            }
        }
    }
    assert!(small > 10, "the test needs small counts");
    assert_eq!(picture(&without), Some(shown.clone()));
    assert!(shown.statements.iter().any(|row| row.groups.contains(&Leaning::NearlyAllAgree)));
}

#[test]
fn a_picture_follows_another_only_by_steps() {
    let planted = Planted { people: 60, statements: 30, camps: TWO, seen: 1.0, noise: 0.05 };
    let now = picture(&group(&planted.conversation(3).0)).unwrap();
    let sized = |sizes: [u32; 2]| {
        let mut picture = now.clone();
        for (shape, size) in picture.groups.iter_mut().zip(sizes) {
            shape.people = Shown::Exactly(size);
        }
        picture
    };
    assert!(may_follow(&sized([30, 20]), &sized([30, 25])));
    assert!(may_follow(&sized([30, 20]), &sized([30, 20])));
    assert!(!may_follow(&sized([30, 20]), &sized([31, 25])));
    assert!(!may_follow(&sized([30, 20]), &sized([35, 24])));
}

#[test]
fn a_result_is_written_and_read_again() {
    let planted = Planted { people: 40, statements: 12, camps: TWO, seen: 1.0, noise: 0.1 };
    let opinions = group(&planted.conversation(6).0);
    let text = serde_json::to_string(&opinions).unwrap();
    let again: Opinions = serde_json::from_str(&text).unwrap();
    assert_eq!(again.groups.len(), 2);
    assert_eq!(again.groups[1].members, opinions.groups[1].members);
    assert_eq!(again.statements[3].groups, opinions.statements[3].groups);
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    for field in ["n", "k", "silhouette", "groups", "points", "statements", "consensus"] {
        assert!(!value[field].is_null(), "{field}");
    }
    assert!(value["statements"][0]["consensus_agree"].is_number());
    assert!(value["statements"][0]["agree"].is_number());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_order_of_rows_and_columns_does_not_matter(seed in 0_u64..1_000, camps in 1_usize..4) {
        let camps = &FIVE[..camps];
        let planted = Planted { people: 45, statements: 15, camps, seen: 0.8, noise: 0.4 };
        let (matrix, _) = planted.conversation(seed);
        let mut votes: Vec<(String, String, Stance)> = Vec::new();
        for (place, name) in matrix.participants().iter().enumerate() {
            votes.extend(matrix.row(place).iter().map(|(statement, stance)| {
                (name.clone(), matrix.statements()[*statement as usize].clone(), *stance)
            }));
        }
        Dice::new(seed).shuffle(&mut votes);
        let opinions = group(&matrix);
        prop_assert_eq!(&group(&Matrix::new([], [], votes)), &opinions);
        prop_assert_eq!(group(&matrix), opinions);
    }

    #[test]
    fn turning_all_votes_turns_agreement_and_nothing_else(seed in 0_u64..1_000) {
        let planted = Planted { people: 45, statements: 15, camps: THREE, seen: 0.8, noise: 0.2 };
        let (matrix, _) = planted.conversation(seed);
        let mut turned = matrix.clone();
        for (_, stance) in turned.votes_mut() {
            *stance = match *stance {
                Stance::Agree => Stance::Disagree,
                Stance::Pass => Stance::Pass,
                Stance::Disagree => Stance::Agree,
            };
        }
        let (one, other) = (group(&matrix), group(&turned));
        prop_assert_eq!(one.k, other.k);
        let labels = |opinions: &Opinions| -> Vec<usize> {
            opinions.points.iter().map(|place| place.group).collect()
        };
        prop_assert!((agreement(&labels(&one), &labels(&other)) - 1.0).abs() < 1e-12);
        prop_assert!((one.silhouette.unwrap() - other.silhouette.unwrap()).abs() < 1e-9);
    }
}
