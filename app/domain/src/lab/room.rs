//! In the room: cards, columns, and dots that must add up (domain.md §5: metaplan, dotmocracy).

use std::collections::BTreeMap;

use super::plan::SessionPlan;
use crate::ballots::rules::{needed, number};
use crate::contributions::text;
use crate::faults::{Fault, What};
use crate::forms::Fields;

/// The most words of a card.
pub const CARD_WORDS_MOST: u32 = 15;
/// The most characters of a card: fifteen long words.
pub const CARD_MOST: u32 = 300;
/// The most characters of the title of a column.
pub const COLUMN_MOST: u32 = 80;
/// The most columns of a wall.
pub const COLUMNS_MOST: usize = 20;
/// The most cards that are acted on at once.
pub const CARDS_MOST: usize = 500;

/// A card, as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCard {
    /// Its words.
    pub words: String,
    /// Whose, if they want to say.
    pub token: Option<i64>,
    /// Somebody else wrote it for them.
    pub assisted: bool,
    /// It was read aloud to them, and they approved.
    pub read_back: bool,
    /// Who said it agrees to be quoted.
    pub quotable: bool,
}

/// Reads a card from the fields `card`, `card_token`, `assisted`, `read_back` and `quotable`.
/// `handed` says whether a token was handed out.
///
/// # Errors
///
/// No words or more than fifteen; a token that nobody holds; a card written for somebody to whom
/// it was not read aloud.
pub fn card(fields: &Fields, handed: impl Fn(i64) -> bool) -> Result<NewCard, Vec<Fault>> {
    let mut faults = Vec::new();
    let words = fields.text("card").split_whitespace().collect::<Vec<_>>();
    let found = u32::try_from(words.len()).unwrap_or(u32::MAX);
    let words = words.join(" ");
    if found > CARD_WORDS_MOST {
        faults.push(Fault::new("card", What::TooMany { most: CARD_WORDS_MOST, found }));
    } else {
        text(&mut faults, "card", &words, CARD_MOST, 1);
    }
    let token: Option<i64> = number(fields, "card_token", &mut faults);
    if token.is_some_and(|token| !handed(token)) {
        faults.push(Fault::new("card_token", What::NotAChoice));
    }
    let (assisted, read_back) = (fields.has("assisted"), fields.has("read_back"));
    if assisted && !read_back {
        faults.push(Fault::new("read_back", What::Missing));
    }
    // Nothing is read back to who wrote it.
    let read_back = assisted && read_back;
    let quotable = fields.has("quotable");
    let card = NewCard { words, token, assisted, read_back, quotable };
    if faults.is_empty() { Ok(card) } else { Err(faults) }
}

/// Reads the title of a column in a field, which no other column has.
///
/// # Errors
///
/// No title, one that is too long, one that is there already.
pub fn column<'a>(
    fields: &Fields,
    field: &str,
    others: impl IntoIterator<Item = &'a str>,
) -> Result<String, Vec<Fault>> {
    let mut faults = Vec::new();
    let title = fields.text(field).split_whitespace().collect::<Vec<_>>().join(" ");
    text(&mut faults, field, &title, COLUMN_MOST, 1);
    if others.into_iter().any(|other| other.to_lowercase() == title.to_lowercase()) {
        faults.push(Fault::new(field, What::Taken));
    }
    if faults.is_empty() { Ok(title) } else { Err(faults) }
}

/// Dots of a wall, as somebody counted them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dots {
    /// People who had dots.
    pub people: u32,
    /// Dots each.
    pub each: u32,
    /// Dots nobody used.
    pub blanks: u32,
    /// Dots by number of the card.
    pub cards: BTreeMap<i64, u32>,
}

/// The field of the dots of a card.
pub fn dots_field(card: i64) -> String {
    format!("total-{card}")
}

/// Reads a count of dots: `people`, `blanks` and [`dots_field`] of each of these cards, of which
/// those left empty got none. `present` is how many people came.
///
/// # Errors
///
/// More people than came; more dots on a card than these people could put there; and a sum that
/// isn't people × dots = dots + blanks, with both numbers (fault at `totals`). Nothing is put
/// right by itself.
pub fn dots(
    fields: &Fields,
    cards: &[i64],
    plan: &SessionPlan,
    present: u32,
) -> Result<Dots, Vec<Fault>> {
    let mut faults = Vec::new();
    let people: u32 = needed(fields, "people", &mut faults);
    if people > present {
        faults.push(Fault::new("people", What::TooMany { most: present, found: people }));
    } else if people == 0 && faults.is_empty() {
        faults.push(Fault::new("people", What::TooFew { least: 1 }));
    }
    let blanks: u32 = needed(fields, "blanks", &mut faults);
    let most = people.saturating_mul(plan.dots_most);
    let mut counted = BTreeMap::new();
    for &card in cards {
        let field = dots_field(card);
        let found: u32 = number(fields, &field, &mut faults).unwrap_or(0);
        if found > most && faults.is_empty() {
            faults.push(Fault::new(field, What::TooMany { most, found }));
        }
        counted.insert(card, found);
    }
    if faults.is_empty() {
        let given: u64 = counted.values().map(|&dots| u64::from(dots)).sum();
        let told = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
        let expected = u64::from(people) * u64::from(plan.dots_each);
        let found = given + u64::from(blanks);
        if expected != found {
            let what = What::DoesNotAddUp { expected: told(expected), found: told(found) };
            faults.push(Fault::new("totals", what));
        }
    }
    let dots = Dots { people, each: plan.dots_each, blanks, cards: counted };
    if faults.is_empty() { Ok(dots) } else { Err(faults) }
}

/// The most characters of what is to be seen in a photograph.
pub const ALT_MOST: u32 = 500;

/// Reads what is said of a photograph: `alt`, and the box `recognisable`: nobody can be
/// recognised, or who can agrees.
///
/// # Errors
///
/// No words, or the box is not ticked.
pub fn photo(fields: &Fields) -> Result<String, Vec<Fault>> {
    let mut faults = Vec::new();
    let alt = fields.text("alt").to_owned();
    text(&mut faults, "alt", &alt, ALT_MOST, 3);
    if !fields.has("recognisable") {
        faults.push(Fault::new("recognisable", What::Missing));
    }
    if faults.is_empty() { Ok(alt) } else { Err(faults) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        Fields::from_pairs(pairs.iter().map(|&(name, value)| (name.to_owned(), value.to_owned())))
    }

    fn plan() -> SessionPlan {
        SessionPlan { dots_each: 3, dots_most: 2, ..SessionPlan::default() }
    }

    #[test]
    fn a_card_has_at_most_fifteen_words() {
        let fifteen = "una parola ".repeat(7) + "e";
        let read = card(&fields(&[("card", &fifteen)]), |_| false).unwrap();
        assert_eq!(read.words.split(' ').count(), 15);
        assert_eq!((read.token, read.assisted, read.quotable), (None, false, false));
        let sixteen = card(&fields(&[("card", &"una parola ".repeat(8))]), |_| false);
        let what = What::TooMany { most: 15, found: 16 };
        assert_eq!(sixteen.unwrap_err(), [Fault::new("card", what)]);
        let none = card(&fields(&[("card", " \n ")]), |_| false);
        assert_eq!(none.unwrap_err(), [Fault::new("card", What::Missing)]);
    }

    #[test]
    fn a_card_written_for_somebody_was_read_to_them() {
        let sent = [("card", "Manca  il\nbus"), ("card_token", "7"), ("assisted", "1")];
        let faults = card(&fields(&sent), |token| token == 7).unwrap_err();
        assert_eq!(faults, [Fault::new("read_back", What::Missing)]);
        let read = [&sent[..], &[("read_back", "1"), ("quotable", "1")]].concat();
        let read = card(&fields(&read), |token| token == 7).unwrap();
        assert_eq!((read.words.as_str(), read.token), ("Manca il bus", Some(7)));
        assert!(read.assisted && read.read_back && read.quotable);
        let stray = card(&fields(&sent[..2]), |_| false).unwrap_err();
        assert_eq!(stray, [Fault::new("card_token", What::NotAChoice)]);
        let own = card(&fields(&[("card", "Sì"), ("read_back", "1")]), |_| false).unwrap();
        assert!(!own.read_back, "nothing is read back to who wrote it");
    }

    #[test]
    fn a_column_has_a_title_of_its_own() {
        let title = |title, others: &[&'static str]| {
            column(&fields(&[("title", title)]), "title", others.iter().copied())
        };
        assert_eq!(title(" Chi  resta solo ", &["Trasporti"]).unwrap(), "Chi resta solo");
        let taken = title("trasporti", &["Trasporti"]).unwrap_err();
        assert_eq!(taken, [Fault::new("title", What::Taken)]);
        assert_eq!(title("", &[]).unwrap_err(), [Fault::new("title", What::Missing)]);
    }

    #[test]
    fn dots_add_up() {
        let sent = |one, two, blanks, people| {
            let pairs =
                [("people", people), ("blanks", blanks), ("total-1", one), ("total-2", two)];
            dots(&fields(&pairs), &[1, 2, 3], &plan(), 40)
        };
        let counted = sent("60", "41", "10", "37").unwrap();
        assert_eq!((counted.people, counted.each, counted.blanks), (37, 3, 10));
        assert_eq!(counted.cards, BTreeMap::from([(1, 60), (2, 41), (3, 0)]));
        let over = sent("60", "42", "10", "37").unwrap_err();
        let what = What::DoesNotAddUp { expected: 111, found: 112 };
        assert_eq!(over, [Fault::new("totals", what)]);
        let heap = sent("75", "36", "0", "37").unwrap_err();
        assert_eq!(heap, [Fault::new("total-1", What::TooMany { most: 74, found: 75 })]);
        let crowd = sent("60", "63", "0", "41").unwrap_err();
        assert_eq!(crowd[0], Fault::new("people", What::TooMany { most: 40, found: 41 }));
        let nobody = sent("", "", "0", "0").unwrap_err();
        assert_eq!(nobody, [Fault::new("people", What::TooFew { least: 1 })]);
        let missing = sent("x", "", "", "").unwrap_err();
        let fields: Vec<&str> = missing.iter().map(|fault| fault.field.as_str()).collect();
        assert_eq!(fields, ["people", "blanks", "total-1"]);
    }

    #[test]
    fn a_photograph_is_described_and_nobody_is_recognised_against_their_will() {
        assert_eq!(photo(&fields(&[])).unwrap_err().len(), 2);
        let sent = [("alt", "Tre colonne di cartoncini"), ("recognisable", "1")];
        assert_eq!(photo(&fields(&sent)).unwrap(), "Tre colonne di cartoncini");
    }
}
