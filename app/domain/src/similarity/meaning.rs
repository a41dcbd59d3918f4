//! What texts mean, where a sentence model says it: a vector a text, mixed into its likeness.
//!
//! Vectors of such models stand in a narrow cone (all texts of one field are alike), so that their
//! plain cosine says little: they are compared from the middle of all that the index holds (Mu and
//! Viswanath 2018, "All-but-the-Top", its first step). Whole numbers add up to the same in every order.

/// The full length of a vector, in the whole numbers that its directions are kept as.
const WHOLE: f32 = 127.0;

/// Into how many parts a step of a vector is divided where the middle of many is kept.
const FINE: i64 = 64;

/// The direction a text points to: one byte a dimension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meaning(Box<[i8]>);

impl Meaning {
    /// A direction, from a vector of any length. `None` for one that points nowhere.
    pub fn of(vector: &[f32]) -> Option<Self> {
        let length = vector.iter().map(|part| part * part).sum::<f32>().sqrt();
        (length.is_normal()).then(|| {
            Self(vector.iter().map(|part| (part / length * WHOLE).round() as i8).collect())
        })
    }

    /// As it is stored.
    pub fn bytes(&self) -> Vec<u8> {
        self.0.iter().map(|part| part.to_ne_bytes()[0]).collect()
    }

    /// As it was stored.
    pub fn read(bytes: &[u8]) -> Self {
        Self(bytes.iter().map(|byte| i8::from_ne_bytes([*byte])).collect())
    }

    fn squared(&self) -> i32 {
        self.dot(self)
    }

    fn dot(&self, other: &Self) -> i32 {
        self.0.iter().zip(&other.0).map(|(a, b)| i32::from(*a) * i32::from(*b)).sum()
    }

    /// With the middle of many, in parts of a step.
    fn dot_middle(&self, middle: &[i16]) -> i32 {
        self.0.iter().zip(middle).map(|(a, b)| i32::from(*a) * i32::from(*b)).sum()
    }
}

/// The sum of all meanings an index holds.
#[derive(Clone, Debug, Default)]
pub(super) struct Sum {
    parts: Vec<i64>,
    count: i64,
}

impl Sum {
    /// Takes a meaning in.
    pub(super) fn add(&mut self, meaning: &Meaning) {
        self.turn(meaning, 1);
    }

    /// Takes a meaning out.
    pub(super) fn take(&mut self, meaning: &Meaning) {
        self.turn(meaning, -1);
    }

    fn turn(&mut self, meaning: &Meaning, by: i64) {
        if self.parts.len() < meaning.0.len() {
            self.parts.resize(meaning.0.len(), 0);
        }
        for (sum, part) in self.parts.iter_mut().zip(&meaning.0) {
            *sum += by * i64::from(*part);
        }
        self.count += by;
    }

    /// A meaning, to compare others with from the middle of all. `None` while there is no middle.
    pub(super) fn seen<'a>(&self, meaning: &'a Meaning) -> Option<Seen<'a>> {
        if self.count < 2 {
            return None;
        }
        let middle: Vec<i16> = self
            .parts
            .iter()
            .map(|sum| i16::try_from(FINE * sum / self.count).unwrap_or(i16::MAX))
            .collect();
        let of = |dot: i32| dot as f32 / FINE as f32;
        let length: f32 = middle.iter().map(|part| (f32::from(*part) / FINE as f32).powi(2)).sum();
        let own = of(meaning.dot_middle(&middle));
        let away = (meaning.squared() as f32 - 2.0 * own + length).max(0.0).sqrt();
        Some(Seen { meaning, middle, length, own, away })
    }
}

/// A meaning as it is seen from the middle of all.
pub(super) struct Seen<'a> {
    meaning: &'a Meaning,
    middle: Vec<i16>,
    /// The middle's squared length.
    length: f32,
    /// What the meaning has in common with the middle.
    own: f32,
    /// How far it is from it.
    away: f32,
}

impl Seen<'_> {
    /// How alike another one is, from 0 to 1; what points elsewhere is as good as what has nothing to do
    /// with it.
    pub(super) fn likeness(&self, other: &Meaning) -> f32 {
        let theirs = other.dot_middle(&self.middle) as f32 / FINE as f32;
        let away = (other.squared() as f32 - 2.0 * theirs + self.length).max(0.0).sqrt();
        let both = self.away * away;
        if both < f32::EPSILON {
            return 0.0;
        }
        let dot = self.meaning.dot(other) as f32 - self.own - theirs + self.length;
        (dot / both).clamp(0.0, 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meaning(vector: &[f32]) -> Meaning {
        Meaning::of(vector).expect("it points somewhere")
    }

    #[test]
    fn a_direction_has_no_length_and_survives_being_stored() {
        assert_eq!(meaning(&[3.0, -4.0, 0.0]), meaning(&[0.3, -0.4, 0.0]));
        assert_eq!(Meaning::of(&[0.0, 0.0]), None);
        assert_eq!(Meaning::of(&[f32::NAN, 1.0]), None);
        let one = meaning(&[1.0, -1.0, 0.5]);
        assert_eq!(Meaning::read(&one.bytes()), one);
    }

    #[test]
    fn what_all_have_in_common_says_nothing() {
        // All point forwards; two of them also to one side.
        let all = [[9.0, 1.0, 0.0], [9.0, 1.1, 0.0], [9.0, -1.0, 0.5], [9.0, -1.0, -0.5]];
        let all: Vec<Meaning> = all.iter().map(|vector| meaning(vector)).collect();
        let mut sum = Sum::default();
        for one in &all {
            sum.add(one);
        }
        let seen = sum.seen(&all[0]).expect("there is a middle");
        assert!(seen.likeness(&all[1]) > 0.9, "{}", seen.likeness(&all[1]));
        assert!(seen.likeness(&all[2]) < 0.05, "{}", seen.likeness(&all[2]));
        for one in &all[1..] {
            sum.take(one);
        }
        assert!(sum.seen(&all[0]).is_none(), "one alone has no middle to be seen from");
    }
}
