//! Persons a text speaks of, as far as somebody could recognise them: by name, by title and name, as
//! somebody's kin, as the neighbour.
//!
//! Only to see whether health or a street is said of somebody: names are not kept. A name is a common
//! first name, or what stands in capitals after a title, kin or a role; so towns, offices, months and
//! streets are none. Who writes of themselves («mi chiamo Anna») is not a third person.

use super::lexicon::Lexicon;
use super::text::{Gap, Text};

/// The most names one person has.
const MOST_NAMES: usize = 4;

/// How far back the person may be whose «figlio» one reads of.
const FAR: usize = 25;

/// A person in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Person {
    /// The first word: a title, kin, a name.
    pub first: usize,
    /// The last.
    pub last: usize,
    /// An illness stands within: «il ragazzo disabile di Teresa».
    pub ill: bool,
}

struct Sets {
    title: u128,
    title_end: u128,
    sure: u128,
    doubtful: u128,
    surname: u128,
    related: u128,
    kin: u128,
    neighbour: u128,
    next_door: u128,
    known_role: u128,
    mine: u128,
    named_after: u128,
    no_name: u128,
    myself: u128,
    sick: u128,
    anyone: u128,
}

/// The persons of a text, in order, none within another.
pub(super) fn find(text: &Text<'_>, lexicon: &Lexicon) -> Vec<Person> {
    let set = |name: &str| lexicon.set(name);
    let sets = Sets {
        title: set("title"),
        title_end: set("title_end"),
        sure: set("first_name"),
        doubtful: set("doubtful_name"),
        surname: set("surname"),
        related: set("kin") | set("role") | set("neighbour") | set("known_role"),
        kin: set("kin"),
        neighbour: set("neighbour"),
        next_door: set("next_door"),
        known_role: set("known_role"),
        mine: set("mine"),
        named_after: set("named_after"),
        no_name: set("no_name"),
        myself: set("myself"),
        sick: set("sick"),
        anyone: set("anyone"),
    };
    let reader = Reader { text, sets };
    let mut people: Vec<Person> = Vec::new();
    let mut at = 0;
    while at < text.words.len() {
        let known = people.last().copied();
        match reader.person_at(at).or_else(|| reader.kin_of_known(at, known)) {
            Some(person) => {
                at = person.last + 1;
                if !reader.is_writer(person.first) {
                    people.push(person);
                }
            }
            None => at += 1,
        }
    }
    people
}

struct Reader<'a, 't> {
    text: &'a Text<'t>,
    sets: Sets,
}

impl Reader<'_, '_> {
    fn is(&self, at: usize, sets: u128) -> bool {
        self.text.is(at, sets)
    }

    fn person_at(&self, at: usize) -> Option<Person> {
        self.titled(at)
            .or_else(|| self.related(at))
            .or_else(|| self.neighbour(at))
            .or_else(|| self.first_name(at).map(|last| Person { first: at, last, ill: false }))
            .or_else(|| self.described(at))
    }

    /// «Jon, bambino di sei anni»: a name nobody knows, with what it is the name of.
    fn described(&self, at: usize) -> Option<Person> {
        let named = self.text.is_capital(at)
            && !self.text.begins(at)
            && self.text.gap(at) <= Gap::Soft
            && !self.is(at, self.sets.no_name | self.sets.named_after)
            && !self.is_named_after(at);
        if !named {
            return None;
        }
        let last = self.more_names(at, true);
        let next = last + 1;
        let described = self.text.gap(next) == Gap::Soft
            && (self.is(next, self.sets.related)
                || (self.text.form(next).len() < 3 && self.text.form(next + 1) == "anni"));
        described.then_some(Person { first: at, last, ill: false })
    }

    /// «la sig.ra Bianchi», «don Luigi», «la famiglia Rossi».
    fn titled(&self, at: usize) -> Option<Person> {
        if !self.is(at, self.sets.title) || self.is_named_after(at) {
            return None;
        }
        let mut name = at + 1;
        if self.text.gap(name) == Gap::Dot && self.is(name, self.sets.title_end) {
            name += 1;
        }
        if self.is(name, self.sets.title) && self.text.gap(name) <= Gap::Space {
            name += 1;
        }
        let last = self.name(name)?;
        Some(Person { first: at, last, ill: false })
    }

    /// «la mia vicina Anna», «l'alunno Matteo», «il figlio di Maria», «il ragazzo disabile di Teresa».
    fn related(&self, at: usize) -> Option<Person> {
        if !self.is(at, self.sets.related) {
            return None;
        }
        let mut next = at + 1;
        let mut ill = false;
        while self.text.gap(next) <= Gap::Space && self.is(next, self.sets.sick) && next < at + 4 {
            ill = true;
            next += 1;
        }
        if self.text.gap(next) > Gap::Space {
            return None;
        }
        if let Some(last) = self.name(next) {
            return Some(Person { first: at, last, ill });
        }
        if !matches!(
            self.text.form(next),
            "di" | "d" | "del" | "della" | "dell" | "dello" | "dei" | "degli"
        ) {
            return None;
        }
        let whose = next + 1;
        if self.text.gap(whose) > Gap::Space {
            return None;
        }
        let of = self.titled(whose).or_else(|| {
            let last = self.first_name(whose).or_else(|| {
                let known = self.is(whose, self.sets.known_role) && self.text.form(next) != "di";
                known.then_some(whose)
            })?;
            Some(Person { first: whose, last, ill: false })
        });
        // «la figlia dei Verdi»
        let family =
            matches!(self.text.form(next), "dei" | "degli").then(|| self.name(whose)).flatten();
        let of = of.or_else(|| self.related_by_name(whose)).or(family.map(|last| Person {
            first: whose,
            last,
            ill: false,
        }))?;
        Some(Person { first: at, last: of.last, ill: ill || of.ill })
    }

    /// «(il figlio) della mia vicina Anna».
    fn related_by_name(&self, at: usize) -> Option<Person> {
        let at = if self.is(at, self.sets.mine) { at + 1 } else { at };
        if !self.is(at, self.sets.related) {
            return None;
        }
        match self.name(at + 1) {
            Some(last) if self.text.gap(at + 1) <= Gap::Space => {
                Some(Person { first: at, last, ill: false })
            }
            _ => self.is(at, self.sets.neighbour).then_some(Person {
                first: at,
                last: at,
                ill: false,
            }),
        }
    }

    /// «la mia vicina», «il vicino di casa», without a name: the neighbours know.
    fn neighbour(&self, at: usize) -> Option<Person> {
        if !self.is(at, self.sets.neighbour) || at == 0 || self.text.gap(at) > Gap::Space {
            return None;
        }
        let next = self.text.form(at + 1);
        let near = matches!(next, "di" | "del" | "della" | "dell");
        let placed = near && self.is(at + 2, self.sets.next_door);
        let article =
            matches!(self.text.form(at - 1), "il" | "la" | "del" | "della" | "al" | "alla");
        let mine = self.is(at - 1, self.sets.mine) && !matches!(next, "a" | "al" | "alla");
        if mine || (article && placed) {
            let last = if placed { at + 2 } else { at };
            Some(Person { first: at, last, ill: false })
        } else {
            None
        }
    }

    /// «il figlio», when somebody was named before: theirs.
    fn kin_of_known(&self, at: usize, known: Option<Person>) -> Option<Person> {
        let known = known?;
        let article = at > 0 && matches!(self.text.form(at - 1), "il" | "la" | "suo" | "sua" | "l");
        let near = at - known.last <= FAR
            && self.text.words.get(at)?.sentence - self.text.words.get(known.last)?.sentence <= 1;
        (article && near && self.is(at, self.sets.kin) && self.text.form(at) != "ex")
            .then_some(Person { first: at, last: at, ill: false })
    }

    /// The last word of the name that begins at a word after a title or kin.
    fn name(&self, at: usize) -> Option<usize> {
        if self.text.gap(at) > Gap::Space {
            return None;
        }
        let known = self.sets.sure | self.sets.surname;
        let capital = self.text.is_capital(at)
            && !self.is(at, self.sets.no_name | self.sets.title)
            && self.text.form(at).len() > 1;
        let fits =
            capital || (self.is(at, known) && !self.is(at, self.sets.anyone | self.sets.doubtful));
        fits.then(|| self.more_names(at, capital))
    }

    /// The last word of the first name, and surname, that begin at a word.
    fn first_name(&self, at: usize) -> Option<usize> {
        let sure = self.is(at, self.sets.sure);
        let doubtful = self.is(at, self.sets.doubtful);
        if !(sure || doubtful) || self.is_named_after(at) {
            return None;
        }
        let capital = self.text.is_capital(at);
        let next_close = self.text.gap(at + 1) <= Gap::Space;
        let surname = next_close
            && (self.is(at + 1, self.sets.surname)
                || (self.text.is_capital(at + 1) && !self.is(at + 1, self.sets.no_name)));
        let fits = if capital && sure {
            true
        } else if capital {
            let says = matches!(
                self.text.form(at + 1),
                "e" | "ha" | "soffre" | "prende" | "beve" | "si" | "non"
            );
            !self.text.begins(at) || surname || (next_close && says)
        } else {
            sure && (self.text.form(at).len() > 4 || surname)
        };
        fits.then(|| self.more_names(at, capital))
    }

    /// Goes on over further names.
    fn more_names(&self, at: usize, capital: bool) -> usize {
        let mut last = at;
        while last + 1 < at + MOST_NAMES {
            let next = last + 1;
            let close = matches!(self.text.gap(next), Gap::Space | Gap::Apostrophe | Gap::Dot);
            let named = if capital {
                self.text.is_capital(next) && !self.is(next, self.sets.no_name)
            } else {
                self.is(next, self.sets.surname | self.sets.sure)
                    && !self.is(next, self.sets.doubtful)
            };
            if !(close && named) {
                break;
            }
            last = next;
        }
        last
    }

    /// «San Carlo», «via Anna Magnani», «Istituto Comprensivo Maria Montessori», «Associazione Anna Verdi».
    fn is_named_after(&self, at: usize) -> bool {
        let close = |at: usize| self.text.gap(at) <= Gap::Space;
        let one = at > 0 && close(at) && self.is(at - 1, self.sets.named_after);
        let two = at > 1
            && close(at)
            && close(at - 1)
            && self.text.form(at - 1).len() > 4
            && !self.is(at - 1, self.sets.related)
            && self.is(at - 2, self.sets.named_after);
        // «s. francesco»
        let saint =
            at > 0 && self.text.gap(at) == Gap::Dot && matches!(self.text.form(at - 1), "s" | "ss");
        one || two || saint
    }

    /// «mi chiamo Anna», «sono Anna»: who writes.
    fn is_writer(&self, first: usize) -> bool {
        first > 0 && self.text.gap(first) <= Gap::Space && self.is(first - 1, self.sets.myself)
    }
}
