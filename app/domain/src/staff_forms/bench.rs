//! What is sent from the workbench and from the page of a draft.
//!
//! - **a draft**: `versione`, `title`, `synthesis`, `reason`, `source` (several: number of a text),
//!   `share-NUMBER` (code), `excerpt-NUMBER`.
//! - **a text by its number**: `testo`.
//! - **texts left alone**: `motivo` (class), `parole`.

use super::{choice, done, numbers};
use crate::contributions::Kind;
use crate::faults::{Fault, What};
use crate::forms::Fields;
use crate::merging::bench::{AloneClass, Texts, Written};
use crate::merging::{ChosenSource, Share};

/// Reads the form of a draft: it may be unfinished. A version that makes no sense is an old one.
pub fn parse_draft(fields: &Fields) -> Result<Written, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut sources = Vec::new();
    for number in numbers(&mut faults, fields, "source") {
        let share = choice(&mut faults, fields, &format!("share-{number}"));
        let excerpt = fields.text(&format!("excerpt-{number}")).to_owned();
        sources.push(ChosenSource { number, share: share.unwrap_or(Share::PartOf), excerpt });
    }
    let texts = Texts {
        title: fields.text("title").to_owned(),
        synthesis: fields.text("synthesis").to_owned(),
        reason: fields.text("reason").to_owned(),
    };
    let version = fields.text("versione").parse().unwrap_or(-1);
    faults.extend(texts.faults());
    done(Written { version, texts, sources }, faults)
}

/// Texts to put into a draft, by the name of their boxes; each may have its excerpt.
pub fn chosen(fields: &Fields, name: &str) -> Vec<ChosenSource> {
    let mut chosen: Vec<ChosenSource> = Vec::new();
    for number in fields.texts(name).filter_map(|number| number.parse().ok()) {
        if chosen.len() < crate::merging::bench::TEXTS_MOST
            && chosen.iter().all(|one| one.number != number)
        {
            let excerpt = fields.text(&format!("excerpt-{number}")).to_owned();
            chosen.push(ChosenSource { number, share: Share::PartOf, excerpt });
        }
    }
    chosen
}

/// A text somebody names by its number: «12», «B 12», «Bisogno n. 12», «no. 12». Its kind, where
/// they say one, and the number.
///
/// # Errors
///
/// What is wrong with what was typed.
pub fn parse_named(typed: &str) -> Result<(Option<Kind>, i64), What> {
    let typed = typed.trim().to_lowercase();
    if typed.is_empty() {
        return Err(What::Missing);
    }
    let at = typed.find(|c: char| c.is_ascii_digit()).ok_or(What::NotANumber)?;
    let (said, number) = typed.split_at(at);
    let number = number.parse().ok().filter(|number| *number > 0).ok_or(What::NotANumber)?;
    let said = said.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let mut kind = None;
    for word in said {
        match word {
            "b" | "bisogno" | "need" => kind = Some(Kind::Need),
            "p" | "proposta" | "proposal" => kind = Some(Kind::Proposal),
            "n" | "no" | "nr" | "num" | "numero" | "number" => {}
            _ => return Err(What::NotANumber),
        }
    }
    Ok((kind, number))
}

/// Why texts are left alone.
pub fn parse_alone(fields: &Fields) -> Result<(AloneClass, String), Vec<Fault>> {
    let mut faults = Vec::new();
    let class = choice(&mut faults, fields, "motivo").unwrap_or(AloneClass::Other);
    let words = fields.text("parole").to_owned();
    if faults.is_empty() {
        faults.extend(crate::merging::bench::alone_faults(class, &words));
    }
    done((class, words), faults)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_named_as_people_do() {
        for (typed, kind) in [
            ("12", None),
            (" B 12 ", Some(Kind::Need)),
            ("b12", Some(Kind::Need)),
            ("Bisogno n. 12", Some(Kind::Need)),
            ("P-12", Some(Kind::Proposal)),
            ("proposal no. 12", Some(Kind::Proposal)),
            ("n° 12", None),
            ("#12", None),
        ] {
            assert_eq!(parse_named(typed), Ok((kind, 12)), "{typed}");
        }
        assert_eq!(parse_named("  "), Err(What::Missing));
        for wrong in ["dodici", "B", "12 e 13", "gruppo 12", "0", "-12x", "99999999999999999999"] {
            assert_eq!(parse_named(wrong), Err(What::NotANumber), "{wrong}");
        }
    }
}
