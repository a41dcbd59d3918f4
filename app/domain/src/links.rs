//! Links between texts that stay apart (domain.md §2.5): *related*, *alternative*, *answers*,
//! *contradicts*, across areas, rounds and plans.
//!
//! A link joins nothing and moves no vote. It is made with a reason and taken back with a reason;
//! both stay to be read while both texts are public.

use crate::coded::coded;
use crate::contributions::{Kind, text};
use crate::faults::{Fault, What};
use crate::forms::Fields;

coded! {
    /// What links one text to another.
    LinkKind {
        /// They have to do with each other.
        Related = "collegato",
        /// Where one is done, the other need not be.
        Alternative = "alternativo",
        /// The first says what the second asks for.
        Answers = "risponde_a",
        /// Both can't be done.
        Contradicts = "contraddice",
    }
}

coded! {
    /// How a link reads from one of its ends.
    Relation {
        /// Related, from either end.
        Related = "collegato",
        /// From the first: an alternative to the other.
        Alternative = "alternativo",
        /// From the second: it has an alternative.
        HasAlternative = "ha_alternativa",
        /// From the first: it answers the other.
        Answers = "risponde_a",
        /// From the second: the other answers it.
        AnsweredBy = "ha_risposta",
        /// From the first: it contradicts the other.
        Contradicts = "contraddice",
        /// From the second: the other contradicts it.
        ContradictedBy = "contraddetto_da",
    }
}

impl Relation {
    /// What a form offers: the kinds, from the first end; and an answer from either, since an
    /// action has no form of its own.
    pub const OFFERED: [Relation; 5] = [
        Relation::Related,
        Relation::Alternative,
        Relation::Answers,
        Relation::AnsweredBy,
        Relation::Contradicts,
    ];

    /// How a link of this kind reads from its first end, or from its second.
    pub const fn of(kind: LinkKind, first: bool) -> Relation {
        match (kind, first) {
            (LinkKind::Related, _) => Relation::Related,
            (LinkKind::Alternative, true) => Relation::Alternative,
            (LinkKind::Alternative, false) => Relation::HasAlternative,
            (LinkKind::Answers, true) => Relation::Answers,
            (LinkKind::Answers, false) => Relation::AnsweredBy,
            (LinkKind::Contradicts, true) => Relation::Contradicts,
            (LinkKind::Contradicts, false) => Relation::ContradictedBy,
        }
    }

    /// The kind of the link, and whether this is how it reads from its first end.
    pub const fn kind(self) -> (LinkKind, bool) {
        match self {
            Relation::Related => (LinkKind::Related, true),
            Relation::Alternative => (LinkKind::Alternative, true),
            Relation::HasAlternative => (LinkKind::Alternative, false),
            Relation::Answers => (LinkKind::Answers, true),
            Relation::AnsweredBy => (LinkKind::Answers, false),
            Relation::Contradicts => (LinkKind::Contradicts, true),
            Relation::ContradictedBy => (LinkKind::Contradicts, false),
        }
    }
}

/// A text as people name it: «bisogno 12», «azione 3».
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// A need or a proposal.
    Contribution(Kind, i64),
    /// An action.
    Action(i64),
}

/// The words of a list that say which sort of text is meant, in all languages of the interface.
const NEED: [&str; 4] = ["bisogno", "bisogni", "need", "needs"];
const PROPOSAL: [&str; 4] = ["proposta", "proposte", "proposal", "proposals"];
const ACTION: [&str; 4] = ["azione", "azioni", "action", "actions"];

impl Named {
    /// Reads what somebody wrote: a word for the sort of text, and its number; also an address
    /// that ends in them («…/bisogni/12»).
    pub fn parse(written: &str) -> Option<Named> {
        let lower = written.to_lowercase();
        let words: Vec<&str> =
            lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let mut sorts = words.iter().filter_map(|word| {
            let make: fn(i64) -> Named = if NEED.contains(word) {
                |number| Named::Contribution(Kind::Need, number)
            } else if PROPOSAL.contains(word) {
                |number| Named::Contribution(Kind::Proposal, number)
            } else if ACTION.contains(word) {
                Named::Action
            } else {
                return None;
            };
            Some(make)
        });
        let make = sorts.next()?;
        let mut numbers = words.iter().filter_map(|word| word.parse::<i64>().ok());
        let number = numbers.next_back().filter(|number| *number > 0)?;
        (sorts.next().is_none()).then(|| make(number))
    }

    /// As a form sends it: «bisogno 12».
    pub fn code(self) -> String {
        match self {
            Named::Contribution(kind, number) => format!("{} {number}", kind.code()),
            Named::Action(number) => format!("{} {number}", ACTION[0]),
        }
    }
}

/// The most characters of a reason.
pub const REASON_MOST: u32 = 1_000;
/// The fewest words of one.
const REASON_LEAST: u32 = 3;

/// A link as it is asked for, from one of its ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkDraft {
    /// What the text is to the other.
    pub relation: Relation,
    /// The other.
    pub other: Named,
    /// Why.
    pub reason: String,
}

/// What is wrong with a reason to link, or to take a link back.
pub fn reason_faults(field: &str, reason: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    text(&mut faults, field, reason, REASON_MOST, REASON_LEAST);
    faults
}

/// Reads the form of a link. The other text is written, or chosen among those offered.
pub fn parse(fields: &Fields) -> Result<LinkDraft, Vec<Fault>> {
    let mut faults = Vec::new();
    let relation = match fields.text("relation") {
        "" => Err(What::Missing),
        code => code.parse::<Relation>().map_err(|_| What::NotAChoice),
    };
    let (near, written) = (fields.text("near"), fields.text("other"));
    let other = match (Named::parse(near), written) {
        (None, "") if near.is_empty() => Err(What::Missing),
        (Some(near), "") => Ok(near),
        (near, written) => match (Named::parse(written), near) {
            (Some(other), Some(near)) if other != near => Err(What::Contradicts),
            (Some(other), _) => Ok(other),
            (None, _) => Err(What::NotAChoice),
        },
    };
    faults.extend(relation.as_ref().err().map(|what| Fault::new("relation", *what)));
    faults.extend(other.as_ref().err().map(|what| Fault::new("other", *what)));
    let reason = fields.text("link_reason").to_owned();
    faults.extend(reason_faults("link_reason", &reason));
    match (relation, other, faults.is_empty()) {
        (Ok(relation), Ok(other), true) => Ok(LinkDraft { relation, other, reason }),
        _ => Err(faults),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(pairs: &[(&str, &str)]) -> Fields {
        Fields::from_pairs(
            pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())),
        )
    }

    #[test]
    fn a_link_reads_from_both_ends() {
        for &relation in Relation::ALL {
            let (kind, first) = relation.kind();
            assert_eq!(Relation::of(kind, first), relation);
        }
        for &kind in LinkKind::ALL {
            for first in [true, false] {
                assert_eq!(Relation::of(kind, first).kind().0, kind);
            }
            assert_eq!(
                Relation::of(kind, true).code(),
                kind.code(),
                "the kind, from its first end"
            );
        }
        let offered = Relation::OFFERED.map(|relation| relation.kind().0);
        assert!(LinkKind::ALL.iter().all(|kind| offered.contains(kind)));
    }

    #[test]
    fn a_text_is_named_as_people_write_it() {
        let need = |number| Some(Named::Contribution(Kind::Need, number));
        for written in
            ["bisogno 12", "  Bisogno n. 12 ", "need 12", "/val/bisogni/12", "BISOGNO:12"]
        {
            assert_eq!(Named::parse(written), need(12), "{written}");
        }
        assert_eq!(Named::parse("proposta 3"), Some(Named::Contribution(Kind::Proposal, 3)));
        assert_eq!(Named::parse("Azione 1"), Some(Named::Action(1)));
        for written in
            ["", "12", "bisogno", "bisogno 0", "bisogno -", "bisogno proposta 3", "gruppo 4"]
        {
            assert_eq!(Named::parse(written), None, "{written}");
        }
        for named in [Named::Contribution(Kind::Proposal, 3), Named::Action(9)] {
            assert_eq!(Named::parse(&named.code()), Some(named));
        }
    }

    #[test]
    fn all_faults_of_a_link_come_at_once() {
        let named = |faults: Vec<Fault>| {
            faults.into_iter().map(|fault| (fault.field, fault.what.code())).collect::<Vec<_>>()
        };
        let of = |name: &str, what: &'static str| (name.to_owned(), what);
        let empty = parse(&sent(&[])).unwrap_err();
        let missing = ["relation", "other", "link_reason"].map(|name| of(name, "missing"));
        assert_eq!(named(empty), missing);
        let wrong =
            sent(&[("relation", "simile"), ("other", "il dodici"), ("link_reason", "Perché sì")]);
        assert_eq!(
            named(parse(&wrong).unwrap_err()),
            [
                of("relation", "not-a-choice"),
                of("other", "not-a-choice"),
                of("link_reason", "too-few-words")
            ]
        );
        let reason = ("link_reason", "Chiedono la stessa corsa.");
        let both = sent(&[
            ("relation", "collegato"),
            ("near", "bisogno 1"),
            ("other", "bisogno 2"),
            reason,
        ]);
        assert_eq!(named(parse(&both).unwrap_err()), [of("other", "contradicts")]);
        let near = sent(&[("relation", "ha_risposta"), ("near", "bisogno 1"), reason]);
        let draft = parse(&near).unwrap();
        assert_eq!(
            (draft.relation, draft.other.code()),
            (Relation::AnsweredBy, near.text("near").into())
        );
    }
}
