//! Opinion groups as a page may draw them: ellipses in a unit square, and words.
//!
//! Nobody is in it: no name, no point of a single person, no count under five, and nothing that
//! follows from one. Everything a group says is worked out again from counts in which fewer than
//! five are none, so that a group where nobody disagrees looks like one where four people do. A
//! group has at least five people by the way groups are made; their sizes are shown as they are.
//!
//! A picture of people who are still voting would show, day by day, which way the last voter went:
//! it is drawn once, when the round has closed (invariant 14), or when [`may_follow`] allows.

use serde::{Deserialize, Serialize};

use super::Opinions;
use super::statements::{Counts, Named, Side, Typical, consensus, divisive, typical};
use crate::suppression::{SMALLEST, Shown, people};

/// Empty space around the ellipses.
const MARGIN: f64 = 0.06;
/// The least half-width of an ellipse, so that a group that is wholly at one can be seen.
const LEAST_RADIUS: f64 = 0.03;
/// Half-widths are so many standard deviations: about two thirds of a group are within.
const DEVIATIONS: f64 = 1.5;
/// Labels are at least so far apart.
const LABEL_GAP: f64 = 0.1;

/// Opinion groups for a page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Picture {
    /// No more than chance: say that there are no groups to speak of, and draw none.
    pub weak: bool,
    /// The groups, the largest first.
    pub groups: Vec<Shape>,
    /// Each statement, in the order of the matrix.
    pub statements: Vec<Row>,
    /// What all groups agree on, the surest first.
    pub agreed: Vec<Named>,
    /// What all groups reject, the surest first.
    pub rejected: Vec<Named>,
    /// What divides them, the widest difference first.
    pub divisive: Vec<Named>,
}

/// A group, to be drawn in a square from 0 to 1, `y` growing downward.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Shape {
    /// From 0.
    pub id: usize,
    /// How many people.
    pub people: Shown,
    /// Middle of the ellipse.
    pub centre: [f64; 2],
    /// Half of its longer and of its shorter axis.
    pub radii: [f64; 2],
    /// By how many degrees its longer axis is turned clockwise from the horizontal.
    pub turned: f64,
    /// Where its label stands, apart from the others.
    pub label: [f64; 2],
    /// What is typical of it.
    pub typical: Vec<TypicalStatement>,
}

/// A statement that is typical of a group, and on which side it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypicalStatement {
    /// The statement, by its name.
    pub statement: String,
    /// The side.
    pub side: Side,
}

/// A statement in the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Its name.
    pub statement: String,
    /// How each group leans.
    pub groups: Vec<Leaning>,
}

/// How a group leans on a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Leaning {
    /// Four in five and more agree.
    NearlyAllAgree,
    /// Three in five and more agree.
    MostAgree,
    /// Neither side has three in five.
    Divided,
    /// Three in five and more left it open.
    MostPass,
    /// Three in five and more disagree.
    MostDisagree,
    /// Four in five and more disagree.
    NearlyAllDisagree,
    /// Too few votes to say.
    TooFew,
}

impl Leaning {
    /// End of Fluent keys.
    pub const fn code(self) -> &'static str {
        match self {
            Leaning::NearlyAllAgree => "nearly-all-agree",
            Leaning::MostAgree => "most-agree",
            Leaning::Divided => "divided",
            Leaning::MostPass => "most-pass",
            Leaning::MostDisagree => "most-disagree",
            Leaning::NearlyAllDisagree => "nearly-all-disagree",
            Leaning::TooFew => "too-few",
        }
    }

    /// How a group leans, by counts in which fewer than five are none.
    fn of(counts: Counts) -> Leaning {
        let all = counts.votes();
        let least = |some: u32, fifths: u32| 5 * some >= fifths * all;
        if all == 0 {
            Leaning::TooFew
        } else if least(counts.agree, 4) {
            Leaning::NearlyAllAgree
        } else if least(counts.disagree, 4) {
            Leaning::NearlyAllDisagree
        } else if least(counts.agree, 3) {
            Leaning::MostAgree
        } else if least(counts.disagree, 3) {
            Leaning::MostDisagree
        } else if least(counts.pass, 3) {
            Leaning::MostPass
        } else {
            Leaning::Divided
        }
    }
}

/// The picture of some groups; `None` where there are none.
pub fn picture(opinions: &Opinions) -> Option<Picture> {
    if opinions.groups.is_empty() {
        return None;
    }
    let counts: Vec<Vec<Counts>> = opinions
        .statements
        .iter()
        .map(|statement| statement.groups.iter().copied().map(floored).collect())
        .collect();
    let names: Vec<String> =
        opinions.statements.iter().map(|statement| statement.id.clone()).collect();
    let mut groups = shapes(opinions);
    for shape in &mut groups {
        shape.typical = typical(&names, &counts, shape.id)
            .into_iter()
            .filter(|typical| typical.sure)
            .map(|Typical { statement, side, .. }| TypicalStatement { statement, side })
            .collect();
    }
    let statements = names.iter().zip(&counts).map(|(name, counts)| Row {
        statement: name.clone(),
        groups: counts.iter().copied().map(Leaning::of).collect(),
    });
    Some(Picture {
        weak: opinions.weak,
        groups,
        statements: statements.collect(),
        agreed: consensus(&names, &counts, Side::Agree),
        rejected: consensus(&names, &counts, Side::Disagree),
        divisive: divisive(&names, &counts),
    })
}

/// Counts in which fewer than five are none.
fn floored(counts: Counts) -> Counts {
    let floor = |count| if count < SMALLEST { 0 } else { count };
    Counts {
        agree: floor(counts.agree),
        disagree: floor(counts.disagree),
        pass: floor(counts.pass),
    }
}

/// Whether one picture may be shown after another without telling how single people voted: the
/// number of groups is the same and every size moved by nothing or by at least five.
pub fn may_follow(earlier: &Picture, later: &Picture) -> bool {
    let sizes = |picture: &Picture| -> Vec<Shown> {
        picture.groups.iter().map(|shape| shape.people).collect()
    };
    let (before, after) = (sizes(earlier), sizes(later));
    before.len() == after.len()
        && before.iter().zip(&after).all(|pair| match pair {
            (Shown::Exactly(before), Shown::Exactly(after)) => {
                before == after || before.abs_diff(*after) >= SMALLEST
            }
            (before, after) => before == after,
        })
}

/// The ellipses, moved and shrunk alike so that all fit into the square.
fn shapes(opinions: &Opinions) -> Vec<Shape> {
    let mut shapes: Vec<Shape> = opinions
        .groups
        .iter()
        .map(|group| {
            let places = opinions.points.iter().filter(|place| place.group == group.id);
            let points: Vec<[f64; 2]> = places.map(|place| [place.x, -place.y]).collect();
            let (centre, radii, turned) = ellipse(&points);
            Shape {
                id: group.id,
                people: people(u32::try_from(group.size).unwrap_or(u32::MAX)),
                centre,
                radii,
                turned,
                label: centre,
                typical: Vec::new(),
            }
        })
        .collect();
    let mut low = [f64::INFINITY; 2];
    let mut high = [f64::NEG_INFINITY; 2];
    for shape in &shapes {
        for (axis, reach) in reach(shape).into_iter().enumerate() {
            low[axis] = low[axis].min(shape.centre[axis] - reach);
            high[axis] = high[axis].max(shape.centre[axis] + reach);
        }
    }
    let widest = (high[0] - low[0]).max(high[1] - low[1]);
    let scale = if widest > 0.0 { (1.0 - 2.0 * MARGIN) / widest } else { 1.0 };
    for shape in &mut shapes {
        for axis in 0..2 {
            let middle = f64::midpoint(low[axis], high[axis]);
            shape.centre[axis] = 0.5 + (shape.centre[axis] - middle) * scale;
            shape.radii[axis] = (shape.radii[axis] * scale).max(LEAST_RADIUS);
        }
        shape.label = shape.centre;
    }
    set_apart(&mut shapes);
    shapes
}

/// How far an ellipse reaches from its middle, along each axis of the picture.
fn reach(shape: &Shape) -> [f64; 2] {
    let (sine, cosine) = shape.turned.to_radians().sin_cos();
    let [long, short] = shape.radii;
    [(long * cosine).hypot(short * sine), (long * sine).hypot(short * cosine)]
}

/// Middle, half axes and turn of the ellipse of some points.
fn ellipse(points: &[[f64; 2]]) -> ([f64; 2], [f64; 2], f64) {
    let n = points.len().max(1) as f64;
    let mut centre = [0.0; 2];
    for [x, y] in points {
        centre = [centre[0] + x / n, centre[1] + y / n];
    }
    let [mut xx, mut xy, mut yy] = [0.0; 3];
    for [x, y] in points {
        let (dx, dy) = (x - centre[0], y - centre[1]);
        xx += dx * dx / n;
        xy += dx * dy / n;
        yy += dy * dy / n;
    }
    let middle = f64::midpoint(xx, yy);
    let half = ((xx - yy) / 2.0).hypot(xy);
    let radius = |variance: f64| DEVIATIONS * variance.max(0.0).sqrt();
    let turned = if half > 0.0 { 0.5 * (2.0 * xy).atan2(xx - yy) } else { 0.0 };
    (centre, [radius(middle + half), radius(middle - half)], turned.to_degrees())
}

/// Moves labels that would stand on each other away from one another.
fn set_apart(shapes: &mut [Shape]) {
    for _ in 0..50 {
        let mut moved = false;
        for first in 0..shapes.len() {
            for second in first + 1..shapes.len() {
                let (a, b) = (shapes[first].label, shapes[second].label);
                let (dx, dy) = (b[0] - a[0], b[1] - a[1]);
                let far = dx.hypot(dy);
                if far >= LABEL_GAP {
                    continue;
                }
                // Labels in the very same place go up and down.
                let (ux, uy) = if far > 1e-9 { (dx / far, dy / far) } else { (0.0, 1.0) };
                let push = (LABEL_GAP - far) / 2.0 + 1e-6;
                shapes[first].label = within([a[0] - ux * push, a[1] - uy * push]);
                shapes[second].label = within([b[0] + ux * push, b[1] + uy * push]);
                moved = true;
            }
        }
        if !moved {
            break;
        }
    }
}

fn within(place: [f64; 2]) -> [f64; 2] {
    place.map(|value| value.clamp(MARGIN, 1.0 - MARGIN))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(agree: u32, disagree: u32, pass: u32) -> Counts {
        Counts { agree, disagree, pass }
    }

    #[test]
    fn four_against_look_like_none() {
        for against in 0..5 {
            for open in 0..5 {
                let lean = Leaning::of(floored(said(12, against, open)));
                assert_eq!(lean, Leaning::NearlyAllAgree);
            }
        }
        assert_eq!(Leaning::of(floored(said(12, 5, 0))), Leaning::MostAgree);
        assert_eq!(Leaning::of(floored(said(7, 7, 7))), Leaning::Divided);
        assert_eq!(Leaning::of(floored(said(4, 4, 4))), Leaning::TooFew);
        assert_eq!(Leaning::of(floored(said(4, 3, 9))), Leaning::MostPass);
        assert_eq!(Leaning::of(floored(said(5, 3, 2))), Leaning::NearlyAllAgree);
    }

    #[test]
    fn an_ellipse_lies_along_its_points() {
        let points: Vec<[f64; 2]> = (-10..=10).map(|x| [f64::from(x), f64::from(x)]).collect();
        let (centre, radii, turned) = ellipse(&points);
        assert!(centre[0].abs() < 1e-12 && centre[1].abs() < 1e-12);
        assert!((turned - 45.0).abs() < 1e-9 && radii[1] < 1e-6);
        let deviation = 1.5 * (2.0 * 770.0 / 21.0_f64).sqrt();
        assert!((radii[0] - deviation).abs() < 1e-9);
        let (centre, radii, _) = ellipse(&[[2.0, 3.0]; 8]);
        assert_eq!((centre, radii), ([2.0, 3.0], [0.0, 0.0]));
    }

    #[test]
    fn labels_do_not_stand_on_each_other() {
        let shape = |id| Shape {
            id,
            people: Shown::Exactly(9),
            centre: [0.5, 0.94],
            radii: [0.1, 0.1],
            turned: 0.0,
            label: [0.5, 0.94],
            typical: Vec::new(),
        };
        let mut shapes: Vec<Shape> = (0..5).map(shape).collect();
        for (place, shape) in shapes.iter_mut().enumerate() {
            shape.label[0] += 0.001 * place as f64;
        }
        set_apart(&mut shapes);
        for first in 0..5 {
            for second in first + 1..5 {
                let (a, b) = (shapes[first].label, shapes[second].label);
                assert!((a[0] - b[0]).hypot(a[1] - b[1]) > 0.09, "{a:?} {b:?}");
            }
        }
    }
}
